"""Papers that a release says were issued or signed: joint statements, agreements, notes exchanged.

Enters: one `Release`. Leaves: `Paper`s in the order of the text. A pure function of the release, linear in
its length. Must not be known here: whether the record holds the paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gazette.authority import fold_in_place
from gazette.dates import find_dates
from gazette.events.sentences import Sentence, split_sentences
from gazette.model import Block, DateMention, Evidence, Reading, Release, When
from gazette.vocabulary.papers import ISSUING, NOT_YET, PAPERS, SIGNING, WITNESSING


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that a release says exists."""

    kind: str
    "joint-statement, communique, agreement, memorandum, exchange-of-notes …"
    evidence: Evidence
    "Its name as printed."
    sentence: Evidence
    "The sentence, or the line of navigation, that speaks of it."
    when: Reading[When] | None
    "Stated beside it; inferred where it came out at the release's own event."
    is_own: bool
    "It came out at the event that the release is about."


_KIND = {name: kind for kind, names in PAPERS for name in names}
_NAMES = "|".join(sorted(map(re.escape, _KIND), key=len, reverse=True))
_PAPER = re.compile(rf"(?<![\w-])(?P<name>{_NAMES})(?P<many>s?)(?![\w-])")
NO_PAPER_YET = frozenset({"draft", "proposed", "future", "no", "this", "possible"})
"""Directly before its name they say that a paper is not there, or that it is the text itself."""

_BEFORE = 110
_WORD = re.compile(r"[^\W\d_]+")
_VERBS = "|".join(sorted(ISSUING))
_PASSIVE = re.compile(
    rf"[^.;:]{{0,70}}?\b(?:was|were|has been|have been)\s+(?:\w+ly\s+)?(?:{_VERBS})\b"
    rf"|[^.;:,]{{0,50}}, (?:which was |which were )?(?:{_VERBS})\b"
)
_LINK = re.compile(r"\(\s*pdf\s*\)|open a new window|\bpdf\b|attachment", re.IGNORECASE)
_LEFT_OF_NAME = re.compile(r"(?:[A-Z][\w'’&.-]*\s+){1,6}$")
_RIGHT_OF_NAME = re.compile(
    r"\s+(?:on|of|for|between|with)\s+(?:the\s+)?[0-9A-Z][\w'’&-]*"
    r"(?:\s+(?:(?:and|of|the|for|on|between)\s+){0,2}[0-9A-Z][\w'’&-]*){0,12}"
)


def find_papers(release: Release) -> tuple[Paper, ...]:
    """Every paper that a release says was issued, signed or exchanged."""
    found: list[Paper] = []
    for block in release.anatomy.blocks:
        if block.part == "body" and _PAPER.search(fold_in_place(block.text)):
            for sentence in split_sentences(block):
                found += papers_in(release, sentence)
        elif block.part == "navigation" and _LINK.search(block.text):
            found += linked_papers(release, block)
    return tuple(found)


def linked_papers(release: Release, block: Block) -> Iterator[Paper]:
    """A paper to which the page has a link: "Joint Statement (PDF)"."""
    for match in _PAPER.finditer(fold_in_place(block.text)):
        whole = Evidence(block.number, 0, len(block.text), block.text)
        name = Evidence(block.number, match.start(), match.end(), block.text[match.start() : match.end()])
        if match.start() < 60:
            yield Paper(_KIND[match["name"]], name, whole, own_day(release, whole), True)


def papers_in(release: Release, sentence: Sentence) -> Iterator[Paper]:
    """The papers of which a sentence says that they exist."""
    folded = fold_in_place(sentence.text)
    for match in _PAPER.finditer(folded):
        if folded.startswith("(", max(match.start() - 1, 0)):
            continue  # the abbreviation of what stands before it
        kind = _KIND[match["name"]]
        dated = date_near(sentence, match)
        issued = is_issued(folded, match.start())
        if not issued and not _PASSIVE.match(folded, match.end()) and not (kind == "press-release" and dated):
            continue
        words = _WORD.findall(folded[max(0, match.start() - 24) : match.start()])
        if words and (
            words[-1] in ("draft", "proposed", "future", "no", "this", "possible")
            or words[-2:] == ["would", "be"]
        ):
            continue
        whole = sentence.evidence()
        when: Reading[When] | None = None
        if dated:
            start = sentence.start + dated.start
            place = Evidence(sentence.block.number, start, start + len(dated.as_written), dated.as_written)
            if sentence.block.text[place.start : place.end] == place.quote:
                value = with_year(release, dated.when)
                when = (
                    Reading(value, "stated" if value == dated.when else "inferred", "dated-beside", (place,))
                    if value
                    else None
                )
        is_own = issued and dated is None
        if is_own:
            when = own_day(release, whole)
        yield Paper(kind, name_of(sentence, match), whole, when, is_own)


def is_issued(folded: str, start: int) -> bool:
    """Whether a verb or noun before text[start] says that the paper exists.

    "issued a joint statement", "witnessed the signing of an agreement"; not "agreed to sign a memorandum".
    """
    before = folded[max(0, start - _BEFORE) : start]
    before = re.split(r"[;:]", before)[-1]
    words = _WORD.findall(before)
    for place in range(len(words) - 1, -1, -1):
        if words[place] in ISSUING:
            return not NOT_YET & set(words[max(0, place - 3) : place])
    if any(phrase in before for phrase in SIGNING):
        return bool(WITNESSING & set(words)) and not NOT_YET & set(words)
    return False


def date_near(sentence: Sentence, match: re.Match[str]) -> DateMention | None:
    """The date that stands beside a paper: after it within a clause, or directly before it."""
    for date in find_dates(sentence.text):
        if date.when.start.startswith("XXXX-XX"):
            continue
        if 0 <= match.start() - date.end <= 4 or 0 <= date.start - match.end() <= 90:
            return date
    return None


def with_year(release: Release, when: When) -> When | None:
    """A date whose year the words leave out, with the year of the release's own date where it has one."""
    if not when.start.startswith("XXXX"):
        return when
    issued = release.imprint.issued
    own = issued or next((a.when for a in release.events if a.when and a.role == "principal"), None)
    year = own.value.start[:4] if own else ""
    return When(year + when.start[4:], year + when.end[4:]) if year.isdigit() else None


def own_day(release: Release, sentence: Evidence) -> Reading[When] | None:
    """The day of the release's own event, as what came out there is dated."""
    main = next((a.when for a in release.events if a.when and a.role == "principal"), None)
    return Reading(main.value, "inferred", "same-occasion", (sentence, *main.evidence)) if main else None


def name_of(sentence: Sentence, match: re.Match[str]) -> Evidence:
    """The name of a paper as printed, with the capitalised words around it."""
    start, end = match.span()
    text = sentence.text
    if left := _LEFT_OF_NAME.search(text, max(0, start - 80), start):
        start = left.start() if not text[left.start() :].startswith(("The ", "A ", "In ", "This ")) else start
    if right := _RIGHT_OF_NAME.match(text, end):
        end = right.end()
    return sentence.evidence(start, end)
