"""What a reader without git proposes: the body of an issue that a form on GitHub made, read as a proposal.

Enters: the body, written by anybody. Leaves: the answer to each question of the form; of the text, every
character between its fences. Nothing that stands in a body names a file, a command or a question by itself.
The forms are .github/ISSUE_TEMPLATE/release.yml and correction.yml; a test holds them to the tables here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from gazette.exports.changes import code

LARGEST_BODY = 500_000
"""Characters; GitHub takes 65,536."""
LONGEST_ANSWER = 2_000
NO_ANSWER = "_No response_"
"""What GitHub writes where a question was left open."""

SOURCE = "Where the text was published"
SECONDARY = "Who published it"
NOTE = "Anything an editor should know"
TEXT = "The text, as received"
RELEASE = "Which release"
FIELD = "What is wrong"
VALUE = "What is right"
GROUND = "How you know"

FORMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"release": (SOURCE, SECONDARY, NOTE, TEXT), "correction": (RELEASE, FIELD, VALUE, GROUND)}
)
"""Questions of each form in their order. The last may be answered by many lines that look like questions."""

OPTIONAL = frozenset({NOTE})
ONE_LINE = frozenset({SOURCE, SECONDARY, RELEASE, FIELD, VALUE})

ISSUED_BY_A_BODY = "A ministry, an office or another body that acted itself"
BY_OTHERS = "A newspaper, or somebody else who reports it"
PUBLISHERS = (ISSUED_BY_A_BODY, BY_OTHERS)
"""Answers to SECONDARY."""

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "Title": "title",
        "Date of issue": "issued",
        "Kind of text": "kind",
        "Issuing body": "issuer",
        "Place of issue": "place",
        "Number": "number",
        "Language": "language",
    }
)
"""Answers to FIELD: field of a correction."""

_LINE_ENDS = re.compile(r"\r\n|\n")
_FENCE = re.compile(r"(`{3,})[a-z]*[ \t]*")


class NotRead(ValueError):
    """A body is not what a form makes; says what was expected, with words of it in code spans only."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers to one form, by question; '' where there is none."""

    form: str
    given: Mapping[str, str]


def read_body(body: str) -> Answers:
    """The answers in the body of an issue.

    >>> read_body("### Which release\\n\\na/b\\n\\n### What is wrong\\n\\nTitle\\n\\n"
    ...           "### What is right\\n\\nTalks\\n\\n### How you know\\n\\nThe page.").given[VALUE]
    'Talks'
    """
    if len(body) > LARGEST_BODY:
        raise NotRead(f"The proposal is too long: expected at most {LARGEST_BODY:,} characters.")
    try:
        body.encode("utf-8")
    except UnicodeEncodeError as error:
        raise NotRead("The proposal holds half of a character, which no text file can hold.") from error
    form = next((name for name, asked in FORMS.items() if _starts(body, asked[0])), None)
    if form is None:
        firsts = " or ".join(f"“{asked[0]}”" for asked in FORMS.values())
        raise NotRead(
            f"The proposal does not begin as a form does; expected the question {firsts} at its head."
        )
    given = dict(_sections(body, FORMS[form]))
    if form == "release":
        given[TEXT] = _between_fences(given[TEXT])
    for question, answer in given.items():
        if question != TEXT:
            given[question] = _answer(question, answer)
    return Answers(form, MappingProxyType(given))


def _starts(body: str, question: str) -> bool:
    first = next((line for line in _LINE_ENDS.split(body, maxsplit=20) if line.strip()), "")
    return first.rstrip() == f"### {question}"


def _sections(body: str, asked: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Each question with what stands below it. A question counts once, and only after the one before it."""
    at = 0
    starts = []
    for question in asked:
        found = re.compile(rf"^### {re.escape(question)}[ \t]*(?:\r?\n|\Z)", re.M).search(body, at)
        if found is None:
            raise NotRead(f"The question “{question}” is missing; expected all of the form, in its order.")
        starts.append((question, found.start(), found.end()))
        at = found.end()
    ends = [start for _, start, _ in starts[1:]] + [len(body)]
    for (question, _, start), end in zip(starts, ends, strict=True):
        yield question, body[start:end]


def _answer(question: str, text: str) -> str:
    answer = text.strip()
    if answer == NO_ANSWER:
        answer = ""
    if not answer and question not in OPTIONAL:
        raise NotRead(f"“{question}” has no answer.")
    if len(answer) > LONGEST_ANSWER:
        raise NotRead(f"“{question}” is too long: expected at most {LONGEST_ANSWER:,} characters.")
    if question in ONE_LINE and len(answer.splitlines()) > 1:
        raise NotRead(f"“{question}”: expected one line, read {code(answer)}.")
    if question == SECONDARY and answer not in PUBLISHERS:
        raise NotRead(f"“{question}”: expected one of the answers of the form, read {code(answer)}.")
    if question == FIELD and answer not in FIELDS:
        raise NotRead(f"“{question}”: expected one of {', '.join(FIELDS)}, read {code(answer)}.")
    return answer


def _between_fences(section: str) -> str:
    """Everything between the first fence and the last one, which nothing may follow, unchanged.

    >>> _between_fences("\\n```text\\na\\n```\\nb\\n```\\n")
    'a\\n```\\nb'
    """
    opening = re.match(rf"\s*?^{_FENCE.pattern}\r?\n", section, re.M)
    closing = re.search(r"(?:\A|\n)(`{3,})[ \t]*(?:\r?\n[ \t]*)*\Z", section)
    if opening is None or closing is None or closing.start() < opening.end() - 1:
        raise NotRead(f"“{TEXT}”: expected the text between two lines of ```, as the form writes them.")
    text = section[opening.end() : max(opening.end(), closing.start())]
    return text.removesuffix("\r")
