"""A real browser and a server for it: what every browser test needs.

The browser is Debian's chromium; where there is none, tests marked with `in_a_browser` are skipped.
"""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode

import pytest

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

in_a_browser = pytest.mark.skipif(not CHROMIUM.is_file(), reason=f"no browser at {CHROMIUM}")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


class Quiet(SimpleHTTPRequestHandler):
    """A file server that says nothing, and sends headers of its own with every answer."""

    headers_sent: Mapping[str, str] = MappingProxyType({})

    def end_headers(self) -> None:
        """Add the headers."""
        for name, value in self.headers_sent.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path, headers: Mapping[str, str] = MappingProxyType({})) -> Iterator[str]:
    """A folder on a port of this machine: its address, with a slash at the end."""
    speaking = type("Speaking", (Quiet,), {"headers_sent": headers})
    handler = partial(speaking, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}/"
        running.shutdown()


class Reader:
    """A page that searches, and notes errors and requests that leave the site."""

    def __init__(self, page: Any, place: str, start: str) -> None:
        self.page, self.start, self.ending = page, start, "index.html" if place == "file" else ""
        self.errors: list[str] = []
        page.on("console", lambda m: self.errors.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        allowed = (start, "data:", "blob:")
        page.on("request", lambda r: None if r.url.startswith(allowed) else self.errors.append(r.url))

    def ask(self, q: str = "", **filters: str) -> str:
        """Open the address of a search and wait for what it says."""
        query = urlencode({"q": q, **filters} if q else filters)
        self.page.goto(f"{self.start}search/{self.ending}?{query}")
        return self.wait()

    def wait(self) -> str:
        """What is said when the search has ended."""
        said = self.page.locator(".search-count", has_text=re.compile(r"(?<!…)$"))
        said.filter(has_text=re.compile(r"\w")).filter(has_not_text="Searching").wait_for()
        self.page.locator("form.search-form:not([aria-busy])").wait_for()
        words: str = said.inner_text()
        return words

    def found(self) -> list[str]:
        """Address below / of each page found."""
        links = self.page.locator("ol.found > li > .what a").evaluate_all("all => all.map(a => a.href)")
        return [self.below(address) for address in links]

    def paragraphs(self) -> list[str]:
        """Address of each paragraph found."""
        links = self.page.locator("ol.found .pilcrow").evaluate_all("all => all.map(a => a.href)")
        return [self.below(address) for address in links]

    def below(self, address: str) -> str:
        """An address below that of the site, as if served."""
        assert address.startswith(self.start), address
        return address[len(self.start) :].replace("index.html", "")
