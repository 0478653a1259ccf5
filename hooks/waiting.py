"""What a browser is told while the site is put together for the first time.

`mkdocs serve` listens only when all is there, which takes minutes where nothing of a large record was read
before. Until then a forked process answers every address with a page that says so, and that loads the site as
soon as it is there: with status 503, so that no program takes it for the site. Knows nothing of the record.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from socketserver import TCPServer

from workers import meanwhile

SECONDS = 1
"""Between two looks whether the site is there."""

REACHED = "{reached}"
"""Stands in the page for how far the work has come."""

PAGE = f"""\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The site is being put together</title>
<noscript><meta http-equiv="refresh" content="{SECONDS}"></noscript>
<style>
:root {{ color-scheme: light dark }}
body {{ margin: 0; min-height: 100vh; display: grid; place-content: center; padding: 1.5rem;
  box-sizing: border-box; font: 1.1rem/1.5 Georgia, serif }}
main, #reached {{ max-width: 34rem; margin: 0 }}
#reached {{ min-height: 1.5em; font-variant-numeric: tabular-nums }}
h1 {{ font-weight: normal; font-size: 1.7rem; line-height: 1.2 }}
</style>
</head>
<body>
<main role="status">
<h1>The site is being put together</h1>
<p>The first time every release is read, which of thousands takes minutes; after that only what has changed.
This page gives way to the site as soon as it is there.</p>
</main>
<p id="reached">{REACHED}</p>
<script>
setInterval(function () {{
  fetch(location.href, {{ cache: "no-store" }}).then(function (answer) {{
    if (answer.status !== {HTTPStatus.SERVICE_UNAVAILABLE:d}) location.reload();
    return answer.text();
  }}).then(function (text) {{
    var now = new DOMParser().parseFromString(text, "text/html").getElementById("reached");
    if (now) document.getElementById("reached").textContent = now.textContent;
  }}).catch(function () {{}});
}}, {SECONDS * 1000});
</script>
</body>
</html>
"""


class NotYet(BaseHTTPRequestHandler):
    """Says that the site is not there yet, whatever is asked for."""

    @staticmethod
    def reached() -> str:
        """How far the work has come, in words."""
        return ""

    def do_GET(self) -> None:
        """Send the page."""
        self.wfile.write(self._send_head())

    def do_HEAD(self) -> None:
        """Send what is said of the page."""
        self._send_head()

    def _send_head(self) -> bytes:
        page = PAGE.replace(REACHED, escape(self.reached())).encode()
        self.send_response(HTTPStatus.SERVICE_UNAVAILABLE)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Retry-After", str(SECONDS))
        self.end_headers()
        return page

    def log_message(self, format: str, *values: object) -> None:
        """Say nothing: the log is that of the build."""


def answer_at(host: str, port: int, reached: Callable[[], str]) -> Callable[[], None]:
    """Answer at an address until what comes back is called, or this process ends; then it is free again.

    `reached` is asked in the forked process how far the work has come. Raises OSError where the address
    cannot be had, as when another server has it.
    """

    class Server(TCPServer):
        address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        allow_reuse_address = True

        def handle_error(self, *asked: object) -> None:
            """Say nothing of a browser that did not wait for the answer."""

    answer = type("Answer", (NotYet,), {"reached": staticmethod(reached)})
    with Server((host, port), answer) as server:
        return meanwhile(server.serve_forever)
