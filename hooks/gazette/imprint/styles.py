"""Bodies told by the furniture of their pages: house styles of the authority file, signs of well-known sites.

Enters: a page and the authority. Leaves: inferred readings of an issuer.
Must not be known here: names of bodies in words (`letterheads`), what the text says (`clues`).
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from gazette.authority import fold, once_for_all_releases
from gazette.imprint.bodies import Case, known_reading, reading_of
from gazette.imprint.page import evidence
from gazette.model import Authority, Block, Issuer, Reading
from gazette.vocabulary.issuers import KNOWN_BODIES
from gazette.vocabulary.kinds import KIND_LABELS, SECTIONS


def by_style(case: Case) -> Reading[Issuer] | None:
    """Furniture that only one body's pages carry, as the authority file lists it."""
    score: Counter[str] = Counter()
    seen: dict[str, Block] = {}
    styles = _styles(case.authority)
    for block, line, _ in case.page.lines:
        hits = styles.of(line)
        for body in hits:
            score[body] += 12 // len(hits) if hits else 0
            seen.setdefault(body, block)
    if not score:
        return None
    (best, most), *others = score.most_common(2)
    if most < 12 or (others and others[0][1] == most):
        return None
    return reading_of(case.authority.bodies[best], evidence(seen[best]), "house-style", stated=False)


def by_known_sign(case: Case) -> Reading[Issuer] | None:
    """Furniture of a well-known site."""
    score: Counter[int] = Counter()
    seen: dict[int, Block] = {}
    titles = [(b, fold(b.text)) for b in case.page.head if b.part == "title"]
    for block, line in (*((block, line) for block, line, _ in case.page.lines), *titles):
        hits = {number for words, pattern, number in _SIGNS if words in line and pattern.fullmatch(line)}
        if line.strip(" .:") in _EXACT_SIGNS:
            hits.add(_EXACT_SIGNS[line.strip(" .:")])
        for number in hits:
            score[number] += 1
            seen.setdefault(number, block)
    if not score:
        return None
    best = max(score, key=lambda number: (score[number], -number))
    body = KNOWN_BODIES[best]
    return known_reading(case, body.name, body.country, seen[best], "known-sign", stated=False)


def _pattern(style: str) -> re.Pattern[str]:
    return re.compile(".{0,200}?".join(re.escape(part) for part in style.split("*")))


def _longest_part(style: str) -> str:
    return max(style.split("*"), key=len)


class _Styles(NamedTuple):
    """House styles of an authority, ready for lines."""

    exact: dict[str, tuple[str, ...]]
    patterns: tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...]
    "Each after the longest of its words that every line of that style has."

    def of(self, line: str) -> tuple[str, ...]:
        """Bodies whose style a line is, or holds in its middle."""
        found = self.exact.get(line.strip(" .:"), ())
        if found:
            return found
        for words, pattern, bodies in self.patterns:
            if words in line and pattern.search(line):
                return bodies
        return ()


_SHORTEST_STYLE = 7


@once_for_all_releases
def _styles(authority: Authority) -> _Styles:
    bodies_of: dict[str, list[str]] = {}
    for body in authority.bodies.values():
        for style in body.house_style:
            folded = fold(style).strip(" .:")
            common = folded in _COMMON or folded in KIND_LABELS or folded in SECTIONS
            if len(folded.replace("*", "").strip()) >= _SHORTEST_STYLE and not common:
                bodies_of.setdefault(folded, []).append(body.id)
    exact = {style: tuple(ids) for style, ids in bodies_of.items() if "*" not in style}
    patterns = tuple(
        (_longest_part(style), _pattern(style), tuple(ids))
        for style, ids in bodies_of.items()
        if "*" in style
    )
    return _Styles(exact, patterns)


_COMMON = frozenset(
    (
        "home",
        "page top",
        "related link",
        "related links",
        "print",
        "view",
        "images",
        "documents",
        "transcripts",
        "tags",
        "share this",
        "privacy policy",
        "press releases",
        "media release",
        "legal matters",
        "media enquiries",
        "back to *",
        "for immediate release",
        "copyright policy",
        "related information",
        "related topics",
        "more photos",
        "cabinet secretariat",
    )
)

_EXACT_SIGNS: dict[str, int] = {
    sign: number for number, body in enumerate(KNOWN_BODIES) for sign in body.signs if "*" not in sign
}

_SIGNS: tuple[tuple[str, re.Pattern[str], int], ...] = tuple(
    (_longest_part(sign), _pattern(sign), number)
    for number, body in enumerate(KNOWN_BODIES)
    for sign in body.signs
    if "*" in sign
)
