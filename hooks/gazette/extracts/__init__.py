"""The text of a file as received (.html, .docx, .pdf), read by libraries that are made for it.

Enters: a format and the bytes of a file. Leaves: an `Extract`, never an exception. `web`, `word` (with
`numbers`) and `pdf` have one format each, `values` what they share. The libraries are loaded when they are
needed, and may be missing: they are the extra `formats`.
Must not be known here: the record, and what a text means. What a reader of the file would not see is left
out and said. `seeds` calls this in a process of its own, which `bound` keeps from taking too much.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict

from gazette.extracts.pdf import read_pdf
from gazette.extracts.values import Doubt, Extract, Refused
from gazette.extracts.web import read_html
from gazette.extracts.word import read_docx

MEMORY = 2 * 1024**3
"""Bytes that reading one file may take."""
SECONDS = 60
"""Of processor time that reading one file may take."""
MOST_TEXT = 8 * 1024**2
"""Characters of text that one release may hold."""

READERS: dict[str, Callable[[bytes], Extract]] = {"html": read_html, "docx": read_docx, "pdf": read_pdf}
"""By format."""


def extract(format: str, content: bytes) -> Extract:
    """The text of a file; what cannot be read is an `Extract` without text, with the doubt that says why."""
    try:
        found = READERS[format](content)
        if len(found.text) > MOST_TEXT:
            raise Refused(
                "seed-too-large", "holds more text than one release can", "keep one release in a file"
            )
        return found
    except Refused as refused:
        return Extract(doubts=[refused.doubt])
    except ImportError as error:
        return Extract(missing=error.name or "a library")
    except MemoryError:
        return Extract(doubts=[Refused("seed-too-large", "needs more memory than a release may").doubt])
    except Exception as error:  # libraries raise many kinds; all mean that the file cannot be read
        message = f"cannot be read as {format.upper()} ({type(error).__name__})"
        return Extract(doubts=[Refused("seed-broken", message).doubt])


def carried(read: Extract) -> bytes:
    """An extract as bytes, to be handed from one process to another."""
    return json.dumps(asdict(read)).encode()


def bound() -> None:
    """Let this process have no more than its share, where the system has such bounds."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 5))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


__all__ = ["Doubt", "Extract", "bound", "carried", "extract"]
