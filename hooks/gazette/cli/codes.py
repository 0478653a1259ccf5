"""`gazette check --explain`: what the code of a problem means, with an example and its cure.

Enters: a code, or none. Leaves: text. The words are those of `vocabulary.problems`.
"""

from __future__ import annotations

import difflib
import textwrap
from collections.abc import Iterator

from gazette.cli.places import WrongCommand
from gazette.vocabulary.problems import EXPLAINED, PROBLEMS, ProblemCode

WIDTH = 100


def explain_code(code: str) -> str:
    """One code explained; all of them, a line each, where none is named."""
    return "\n".join(_one(explained(code)) if code else _all())


def explained(code: str) -> ProblemCode:
    """What is known of a code; an error with the nearest ones where there is none."""
    known = EXPLAINED.get(code)
    if known is None:
        near = difflib.get_close_matches(code, EXPLAINED, 2)
        hint = f"did you mean {' or '.join(near)}?" if near else "`gazette check --explain` lists all codes"
        raise WrongCommand(f"{code}: there is no such code; {hint}")
    return known


def _all() -> Iterator[str]:
    group = ""
    for problem in PROBLEMS:
        if problem.group != group:
            group = problem.group
            yield f"{group}:"
        yield f"  {problem.code:<26}{problem.meaning}"


def _one(problem: ProblemCode) -> Iterator[str]:
    yield problem.code
    yield from _wrapped("means    ", problem.meaning)
    yield from _wrapped("cure     ", problem.cure)
    yield ""
    if isinstance(problem.example, str):
        yield from _wrapped("example  ", problem.example)
    else:
        for path, content in problem.example.items():
            yield f"example  {path}"
            words = content if isinstance(content, str) else content.decode("utf-8", "backslashreplace")
            yield from (f"         | {line}" for line in words.removesuffix("\n").split("\n"))
    first, *more = problem.said.split("\n")
    yield from _wrapped("gives    ", first)
    yield from (f"         {line}" for line in more)


def _wrapped(name: str, words: str) -> list[str]:
    return textwrap.wrap(
        f"{name}{words}", WIDTH, subsequent_indent=" " * 9, break_long_words=False, break_on_hyphens=False
    )
