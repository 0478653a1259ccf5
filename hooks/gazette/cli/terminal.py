"""Text that is safe to send to a terminal.

Enters: any text. Leaves: the same with control characters made visible. Nothing else is changed.
"""

from __future__ import annotations

import re
from typing import Any

from gazette.exports import render_json

CONTROLS = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]"
)
"""Terminal escapes, and marks that reorder what a reader sees; a line end is left alone."""

BEYOND_JSON = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
"""Those of them that JSON does not escape by itself."""


def printable(text: str) -> str:
    r"""Text with every control character shown as a picture or a number.

    >>> printable("a\x1b[31mb\x9b"), printable("\u202eabc")
    ('a␛[31mb<9B>', '<202E>abc')
    """
    return CONTROLS.sub(lambda found: _picture(ord(found[0])), text)


def safe_json(value: Any) -> str:
    """A value as JSON in which control characters are escaped, so that it reads back the same."""
    return BEYOND_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", render_json(value))


def _picture(code: int) -> str:
    if code == 9:
        return " "
    return chr(0x2400 + code) if code < 0x20 else "␡" if code == 0x7F else f"<{code:02X}>"
