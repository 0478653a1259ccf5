"""The front matter that an editor wrote into a raw file, read strictly.

Enters: decoded text. Leaves: the text without it, what was given with its lines, problems.
Must not be known here: files, encodings, what a key means. Every scalar stays the string it was written as.
"""

from __future__ import annotations

import re
from typing import cast

import frontmatter
from frontmatter.default_handlers import SafeLoader, YAMLHandler

from gazette.model import Given, Problem

_FRONT_MATTER_LIMIT = 64 * 1024
_DEEPEST = 40
_FENCE = re.compile(r"---[ \t]*")
_KEY_LINE = re.compile(r"""\s*(?:[\w-]+|"[^"]*"|'[^']*')\s*:(?:\s|$)""")
_KEY_VALUE = re.compile(r"(\s*(?:- )?[\w-]+\s*:)[ \t]+(.*\S)")


class _Fault(Exception):
    """What is wrong with front matter: code, line in it from 0, words, cure."""

    def __init__(self, code: str, line: int, message: str, cure: str) -> None:
        super().__init__(message)
        self.code, self.line, self.message, self.cure = code, line, message, cure


class _AsWritten(SafeLoader):  # type: ignore[misc, valid-type]
    """YAML whose scalars all stay strings, with the line of each key of the outermost mapping."""

    def get_single_data(self) -> dict[str, tuple[object, int]]:
        """The mapping, each value with its line from 0."""
        root = self.get_single_node()
        if root is None:
            return {}
        if root.id != "mapping":
            raise _Fault(
                "front-matter-not-mapping",
                root.start_mark.line,
                "front matter is lines of `key: value`",
                "write `title: …`, or take the two lines of --- away",
            )
        seen: set[int] = set()
        return {key: (_plain(value, seen, 1), line) for key, value, line in _pairs(root)}


def _pairs(node: object) -> list[tuple[str, object, int]]:
    """Keys, value nodes and lines of a mapping; a key that stands twice is a fault."""
    lines: dict[str, int] = {}
    pairs = []
    for key, value in node.value:  # type: ignore[attr-defined]
        line = key.start_mark.line
        if key.id != "scalar":
            raise _Fault("front-matter-broken", line, "a key is one word", "write `key: value`")
        if key.value in lines:
            raise _Fault(
                "front-matter-twice",
                line,
                f"the key {key.value[:80]!r} stands twice",
                f"keep one of the lines that begin with `{key.value[:80]}:`",
            )
        lines[key.value] = line
        pairs.append((key.value, value, line))
    return pairs


def _plain(node: object, seen: set[int], depth: int) -> object:
    """A node as strings, lists and mappings. One that is used twice is refused: it can grow without end."""
    line = node.start_mark.line  # type: ignore[attr-defined]
    if depth > _DEEPEST or id(node) in seen:
        raise _Fault(
            "front-matter-broken", line, "an alias, or too many levels", "write the words out in full"
        )
    if node.id == "scalar":  # type: ignore[attr-defined]
        return str(node.value)  # type: ignore[attr-defined]
    seen.add(id(node))
    if node.id == "sequence":  # type: ignore[attr-defined]
        return [_plain(child, seen, depth + 1) for child in node.value]  # type: ignore[attr-defined]
    return {key: _plain(value, seen, depth + 1) for key, value, _ in _pairs(node)}


def take_front_matter(path: str, text: str) -> tuple[str, int, tuple[Given, ...], tuple[Problem, ...]]:
    """Text without front matter, number of its first line, what was given, problems.

    Broken front matter stays in the text. A rule of hyphens on the first line, with no `key:` after it,
    is a rule; so is a line of hyphens under a title further down.
    """
    nothing: tuple[Given, ...] = ()
    head, _, rest = text.partition("\n")
    if not _FENCE.fullmatch(head):
        return text, 1, nothing, ()
    lines = rest[:_FRONT_MATTER_LIMIT].split("\n")
    end = next((at for at, line in enumerate(lines) if _FENCE.fullmatch(line)), None)
    if end is None:
        if not _KEY_LINE.match(next((line for line in lines if line.strip()), "")):
            return text, 1, nothing, ()
        last = next((at for at, line in enumerate(lines) if not line.strip()), len(lines))
        message = f"front matter begins here and is never closed; line {last + 2} was expected to be `---`"
        return (
            text,
            1,
            nothing,
            (Problem(path, 1, "front-matter-unclosed", "error", message, "write a line `---`"),),
        )
    written = lines[:end]
    try:
        keyed, _ = frontmatter.parse("---\n" + "\n".join(written) + "\n---\n", handler=_Strict(written))
    except _Fault as fault:
        problem = Problem(path, fault.line + 2, fault.code, "error", fault.message, fault.cure)
        return text, 1, nothing, (problem,)
    given = tuple(
        Given(key, value, line + 2)
        for key, (value, line) in cast(dict[str, tuple[object, int]], keyed).items()
    )
    return "\n".join(text.split("\n")[end + 2 :]), end + 3, given, ()


class _Strict(YAMLHandler):
    """The library's YAML handler with the loader above; every failure is a `_Fault` with its line."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self._lines = lines

    def split(self, text: str) -> tuple[str, str]:
        """The lines as they were found, so that a line of hyphens inside a value does not end them."""
        return "\n".join(self._lines), ""

    def load(self, fm: str, **kwargs: object) -> dict[str, object]:
        """Front matter as a mapping of key to (value, line)."""
        brackets = fm.count("[") + fm.count("{") + max((line.count("- ") for line in self._lines), default=0)
        if brackets > 10 * _DEEPEST:
            raise _Fault("front-matter-broken", 0, "too many levels", "write one `key: value` a line")
        try:
            loaded: dict[str, object] = super().load(fm, Loader=_AsWritten)
            return loaded
        except _Fault:
            raise
        except Exception as error:  # the YAML library raises many kinds; all mean that it cannot be read
            mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
            line = min(getattr(mark, "line", 0), max(len(self._lines) - 1, 0))
            raise self._explained(line, error) from error

    def _explained(self, line: int, error: Exception) -> _Fault:
        """A fault that names the nearest line that can be put right, and the line to write."""
        for at in range(line, -1, -1):
            written = self._lines[at] if self._lines else ""
            if "\t" in written[: len(written) - len(written.lstrip())]:
                cure = written.replace("\t", "  ")
                return _Fault(
                    "front-matter-broken", at, f"a tab in {written[:80]!r}", f"write `{cure[:300]}`"
                )
            parts = _KEY_VALUE.fullmatch(written)
            if parts:
                bare = parts[2].strip("\"'").replace("\\", "\\\\").replace('"', '\\"')
                cure = f'write `{parts[1][:80]} "{bare[:300]}"`'
                message = f"cannot be read as YAML: `{written.strip()[:160]}`"
                return _Fault("front-matter-broken", at, message, cure)
            if not written[:1].isspace() and written.strip():
                return _Fault(
                    "front-matter-broken",
                    at,
                    f"is no line of `key: value`: `{written[:80]}`",
                    "write `key: value`",
                )
        reason = getattr(error, "problem", None) or type(error).__name__
        return _Fault("front-matter-broken", line, f"cannot be read as YAML: {reason}", "write `key: value`")
