"""What reading a file gives: its text, what an editor should know of it, or why it cannot be read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

TO_TEXT = "save its text as UTF-8 (.txt) and add that file in place of this one"
"""The cure that always helps."""

_BLANK = re.compile(r"[ \t]+$", re.M)


@dataclass(frozen=True, slots=True)
class Doubt:
    """What an editor should know of the file; the words are those of a `Problem`."""

    code: str
    severity: str
    message: str
    cure: str


@dataclass(frozen=True, slots=True)
class Extract:
    """What was read from a file."""

    text: str = ""
    reader: str = ""
    "Library and version."
    is_active: bool = False
    "The file runs programs, or carries or fetches other files."
    doubts: list[Doubt] = field(default_factory=list)
    missing: str = ""
    "The library that would be needed, where it is not installed."


class Refused(Exception):
    """The file cannot be read; carries the one doubt that says why."""

    def __init__(self, code: str, message: str, cure: str = TO_TEXT) -> None:
        super().__init__(message)
        self.doubt = Doubt(code, "error", message, cure)


def hidden_words(hidden: list[str], who: str) -> Doubt:
    """A doubt that names words which a reader of the file does not see."""
    number = sum(len(words.split()) for words in hidden)
    said = hidden[0][:60] + ("…" if len(hidden[0]) > 60 else "")
    return Doubt(
        "seed-hidden",
        "notice",
        f"holds {number} word{'s' if number > 1 else ''} that {who}, left out of the text: {said!r}",
        "nothing, if they are no part of the release; else add the text as UTF-8 (.txt) in place of the file",
    )


def tidy(text: str) -> str:
    r"""Text without white space at the ends of lines, and never two blank lines together.

    >>> tidy("Talks \r\n\n\n\nin Strelsau")
    'Talks\n\nin Strelsau\n'
    """
    text = _BLANK.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd"))
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"
