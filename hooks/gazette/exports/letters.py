"""Characters that a format cannot hold, and how JSON is written.

Enters: any text, any value. Leaves: the same in a form that every reader of the format takes for
text. Nothing is taken away but what UTF-8, XML or iCalendar forbid.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

_HALF = re.compile("[\ud800-\udfff]")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_LINE_ENDS = re.compile("[\x85\u2028\u2029]")


def sound(text: str) -> str:
    """Text that UTF-8 can hold: half of a surrogate pair becomes a replacement mark.

    >>> sound("a\\ud800b")
    'a\ufffdb'
    """
    if text.isascii():
        return text
    try:
        text.encode("utf-8")  # ten times as fast as looking for them
    except UnicodeEncodeError:
        return _HALF.sub("\ufffd", text)
    return text


def for_xml(text: str) -> str:
    """Text that XML 1.0 can hold; it still has to be escaped.

    >>> for_xml("a\\x0bb")
    'a\ufffdb'
    """
    return _NOT_XML.sub("\ufffd", text)


def for_calendar(text: str) -> str:
    """Text for a line of a calendar: control characters and foreign line ends become spaces."""
    return _CONTROL.sub(" ", text)


_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=str).encode


def render_json(value: Any) -> str:
    """A value as JSON that a person can read, with a line end; dates of an editor's YAML as text."""
    return _on_one_line(json.dumps(value, ensure_ascii=False, indent=1, default=str)) + "\n"


def json_line(value: Any) -> str:
    """A value as JSON on one line, whatever a reader takes for the end of a line.

    >>> json_line({"a": "b\\u2028c"})
    '{"a":"b\\\\u2028c"}'
    """
    return _on_one_line(_compact(value))


def in_utf8(text: str) -> bytes:
    """As UTF-8; half a surrogate pair, which no UTF-8 can hold, becomes a mark of its own."""
    return text.encode("utf-8", "replace")


def json_list(lines: Sequence[bytes]) -> list[bytes]:
    """Lines of JSON as the pieces of a list with one value a line: small, and a diff names the value.

    >>> b"".join(json_list([b"1", b"2"]))
    b'[\\n1,\\n2\\n]'
    """
    pieces = [b",\n"] * (2 * len(lines) - 1)
    pieces[::2] = lines
    return [b"[\n", *pieces, b"\n]"]


def for_script(value: Any) -> str:
    """A value as JSON that may stand inside a script element: no sign in it can end the element.

    >>> for_script({"a": "</script>"})
    '{"a":"\\\\u003c/script\\\\u003e"}'
    """
    text = json_line(value)
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _on_one_line(text: str) -> str:
    if text.isascii():
        return text
    if any(end in text for end in "\x85\u2028\u2029"):
        text = _LINE_ENDS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return sound(text)
