"""What a browser is told while the site is put together for the first time.

`mkdocs serve` listens only when all is there, which takes minutes where nothing of a large record was read
before. Until then a forked process answers every address with a page that says so, and that loads the site as
soon as it is there: with status 503, so that no program takes it for the site. Knows nothing of the record.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from socketserver import TCPServer

from workers import meanwhile

SECONDS = 1
"""Between two looks whether the site is there."""

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
main {{ max-width: 34rem }}
h1 {{ font-weight: normal; font-size: 1.7rem; line-height: 1.2 }}
</style>
</head>
<body>
<main role="status">
<h1>The site is being put together</h1>
<p>The first time every release is read, which of thousands takes minutes; after that only what has changed.
This page gives way to the site as soon as it is there.</p>
</main>
<script>
setInterval(function () {{
  fetch(location.href, {{ cache: "no-store" }}).then(function (answer) {{
    if (answer.status !== {HTTPStatus.SERVICE_UNAVAILABLE:d}) location.reload();
  }}, function () {{}});
}}, {SECONDS * 1000});
</script>
</body>
</html>
""".encode()


class NotYet(BaseHTTPRequestHandler):
    """Says that the site is not there yet, whatever is asked for."""

    def do_GET(self) -> None:
        """Send the page."""
        self.do_HEAD()
        self.wfile.write(PAGE)

    def do_HEAD(self) -> None:
        """Send what is said of the page."""
        self.send_response(HTTPStatus.SERVICE_UNAVAILABLE)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(PAGE)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Retry-After", str(SECONDS))
        self.end_headers()

    def log_message(self, format: str, *values: object) -> None:
        """Say nothing: the log is that of the build."""


def answer_at(host: str, port: int) -> Callable[[], None]:
    """Answer at an address until what comes back is called, or this process ends; then it is free again.

    Raises OSError where the address cannot be had, as when another server has it.
    """

    class Server(TCPServer):
        address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        allow_reuse_address = True

        def handle_error(self, *asked: object) -> None:
            """Say nothing of a browser that did not wait for the answer."""

    with Server((host, port), NotYet) as server:
        return meanwhile(server.serve_forever)
