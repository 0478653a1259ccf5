"""Whoever opens the site before it is there is told to wait, and then gets it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import HTTPServer
from pathlib import Path
from typing import Any

import pytest

from browsing import Quiet, free_port, in_a_browser
from support import ROOT, copy_record
from waiting import answer_at

PROGRAM = """
import sys
from headway import Headway
from waiting import answer_at
headway = Headway(print)
reached = headway.of("releases <read>")
reached(0, 3)
end = answer_at("127.0.0.1", int(sys.argv[1]), headway.said)
print("begun", flush=True)
while count := input():
    reached(int(count), 3)
end()
print("ended", flush=True)
input()
"""
"""A process that answers until an empty line comes; it ends with the next one. Others say how far it is."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")


@contextmanager
def answering(port: int) -> Iterator[subprocess.Popen[str]]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    command = [sys.executable, "-c", PROGRAM, str(port)]
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            said(process, "begun")
            yield process
        finally:
            process.kill()


def said(process: subprocess.Popen[str], word: str) -> None:
    assert process.stdout and process.stdout.readline() == f"{word}\n"


def tell(process: subprocess.Popen[str], line: str = "") -> None:
    assert process.stdin
    process.stdin.write(f"{line}\n")
    process.stdin.flush()


def answer(port: int, path: str = "/", method: str = "GET") -> tuple[int, str, str | None]:
    """Status, text, and after how many seconds to come again."""
    asked = urllib.request.Request(f"http://127.0.0.1:{port}{path}", method=method)
    with pytest.raises(urllib.error.HTTPError) as raised:
        urllib.request.urlopen(asked, timeout=20)
    with raised.value as error:
        return error.code, error.read().decode(), error.headers["Retry-After"]


class TheSite(Quiet):
    """A site of one page."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>The site</title><h1>The site</h1>")


@contextmanager
def site_at(port: int) -> Iterator[None]:
    with HTTPServer(("127.0.0.1", port), TheSite) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield
        server.shutdown()


def test_every_address_says_that_the_site_is_not_there_yet() -> None:
    port = free_port()
    with answering(port):
        for path in ("/", "/releases/a/b/?q=c", "/assets/record.css"):
            status, text, seconds = answer(port, path)
            assert (status, seconds) == (503, "1") and "The site is being put together" in text
            assert "src=" not in text and "href=" not in text, "nothing else can be had there"
        assert answer(port, method="HEAD")[:2] == (503, "")


def test_the_page_says_how_far_the_work_has_come() -> None:
    port = free_port()
    with answering(port) as process:
        assert "0 of 3 releases &lt;read&gt;" in answer(port)[1]
        tell(process, "2")
        for _ in range(600):
            if "2 of 3 releases &lt;read&gt;" in answer(port)[1]:
                return
            time.sleep(0.05)
    pytest.fail("it says what it said at first")


def test_the_address_is_free_as_soon_as_it_ends() -> None:
    port = free_port()
    with answering(port) as process:
        answer(port)
        tell(process)
        said(process, "ended")
        with site_at(port), urllib.request.urlopen(f"http://127.0.0.1:{port}/") as found:
            assert b"The site" in found.read()


def test_it_ends_with_a_process_that_is_killed() -> None:
    port = free_port()
    with answering(port) as process:
        answer(port)
        process.send_signal(signal.SIGKILL)
        process.wait()
        for _ in range(600):
            with suppress(OSError), site_at(port):
                return
            time.sleep(0.05)
    pytest.fail("it still answers")


def test_an_address_that_another_server_has_is_an_error() -> None:
    port = free_port()
    with site_at(port), pytest.raises(OSError, match="in use"):
        answer_at("127.0.0.1", port, str)


def test_a_server_says_at_once_that_its_address_is_taken(tmp_path: Path) -> None:
    root, port = copy_record(tmp_path / "record"), free_port()
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "hooks")}
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with site_at(port):
        done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode
    lines = done.stderr.splitlines()
    (at,) = (at for at, line in enumerate(lines) if f"cannot be served at 127.0.0.1:{port}" in line)
    assert f"--dev-addr 127.0.0.1:{port + 1}" in lines[at]
    assert any("releases, of which" in line for line in lines[at:]), "before anything is built"


@in_a_browser
def test_the_page_gives_way_to_the_site(browser: Any) -> None:
    port = free_port()
    page = browser.new_page()
    with answering(port) as process:
        page.goto(f"http://127.0.0.1:{port}/")
        assert page.title() == "The site is being put together"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.inner_text("#reached") == "0 of 3 releases <read>"
        tell(process, "2")
        page.wait_for_function("document.getElementById('reached').textContent === '2 of 3 releases <read>'")
        tell(process)
        said(process, "ended")
        page.wait_for_timeout(1500)  # nobody answers now, and the page goes on asking
        with site_at(port):
            page.wait_for_function("document.title === 'The site'")
    page.close()
