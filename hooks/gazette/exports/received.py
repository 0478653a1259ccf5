"""The files of a release that a reader can take away as they came: which there are, and how they are called.

Enters: a raw file and its bytes. Leaves: names and contents. A web page gets a name under which no browser
runs it; a file that holds programs is not handed out, only the text that was read from it.
"""

from __future__ import annotations

from collections.abc import Iterator

from gazette.model import RawRelease

RAW = "raw.txt"
"""The raw text, to whose lines everything refers: the file itself where it is text."""

RECEIVED = {"html": "received.html.txt", "docx": "received.docx", "pdf": "received.pdf"}
"""By format: the file as received, where the text had to be read from it."""


def received_name(raw: RawRelease) -> str:
    """Name of the file that has the bytes as received; '' where it is not handed out."""
    return RECEIVED.get(raw.format, RAW) if raw.is_handed_out else ""


def raw_files(raw: RawRelease, content: bytes) -> Iterator[tuple[str, bytes]]:
    """The files beside the page of a release: its raw text, and the bytes as received."""
    if raw.format == "text":
        if raw.is_handed_out:
            yield RAW, content
        return
    if raw.text:
        yield RAW, raw.text.encode("utf-8", "replace")
    name = received_name(raw)
    if name:
        yield name, content
