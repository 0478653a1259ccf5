"""The kind of text: from its label, its title, the section of the site, its turns of phrase, its issuer.

Enters: a page, the title and the issuing body. Leaves: a reading of the kind; always one.
Must not be known here: dates, persons. The rules stand in a table; the first that answers decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from gazette.authority import fold_in_place
from gazette.imprint.page import Page, evidence
from gazette.model import Authority, Block, Issuer, RawRelease, Reading
from gazette.vocabulary.kinds import (
    ANNOUNCING_PHRASES,
    FIRM_TITLE_KINDS,
    GREETING_PHRASES,
    KIND_LABELS,
    MEETING_PHRASES,
    NEWS_PHRASES,
    OVERVIEW_PHRASES,
    PLAIN_LABELS,
    SECTIONS,
    STATING_PHRASES,
    TITLE_KINDS,
)

_TITLE_KINDS = tuple((re.compile(pattern), kind) for pattern, kind in TITLE_KINDS)
_NEWS = tuple((re.compile(pattern), weight) for pattern, weight in NEWS_PHRASES)
_OVERVIEW, _ANNOUNCING, _MEETING, _STATING, _GREETING = (
    re.compile(p)
    for p in (OVERVIEW_PHRASES, ANNOUNCING_PHRASES, MEETING_PHRASES, STATING_PHRASES, GREETING_PHRASES)
)
_SPEAKER = re.compile(
    r"(?:[A-Z][A-Z.’'-]+ ){0,5}[A-Z][A-Z.’'-]+(?: \([^)]{1,60}\))?:\s|"
    r"(?:Q|A|Q:|QUESTION|MODERATOR)[.:]?\s"
)
_NAMED_SPEAKER = re.compile(r"(?:[A-Z][\w.'’-]+ ){0,4}[A-Z][\w.'’-]+(?: \([^)]{1,40}\))?: ")
_CRUMBS = re.compile(r"[>»›|/\[\]()·•]|\s{3,}")
_LABEL_TAIL = re.compile(r"\s*(?:no\.?|n°|ref\.?|#|\d).*$")
_DATED_CELLS = re.compile(r"\s+[|·•–—-]\s+|\s*\|\s*")
_DIGIT = re.compile(r"\d{4}")
_LONGEST_CELLS = 120
"Characters of a line such as 'Press release | 12.03.2031'."
_NEWS_WEIGHT = 3
"Turns of phrase of a newspaper that make a text news."
_READ = 700
"Characters of a paragraph that are looked at."


class _Case(NamedTuple):
    """What a rule may look at."""

    page: Page
    title: Reading[str] | None
    issuer: Reading[Issuer] | None
    authority: Authority


def read_kind(
    raw: RawRelease,
    page: Page,
    title: Reading[str] | None,
    issuer: Reading[Issuer] | None,
    authority: Authority,
) -> Reading[str]:
    """The kind of a release; "press-release", inferred, where nothing says otherwise."""
    case = _Case(page, title, issuer, authority)
    for rule in _RULES:
        found = rule(case)
        if found is not None:
            return found
    first = next((b for b in (*page.body, *page.blocks) if b.text), None)
    if first is None:
        return Reading("press-release", "inferred", "nothing-read", citation=f"{raw.path}:{raw.first_line}")
    return Reading("press-release", "inferred", "default", (evidence(first),))


def _by_news_voice(case: _Case) -> Reading[str] | None:
    """A newspaper's voice, and nothing on the page that an issuer would put there."""
    if any(
        b.part in ("letterhead", "kind", "sign-off", "number", "signature", "attribution", "end-mark")
        for b in case.page.blocks
    ):
        return None
    if case.issuer is not None and case.issuer.status == "stated":
        return None
    weight, first = 0, None
    texts = [(block, block.text[: 2 * _READ]) for block in case.page.body[:20]]
    if not any(" said" in text or " told " in text for _, text in texts):
        return None
    for block, text in texts:
        if first and weight >= _NEWS_WEIGHT:
            break
        folded = fold_in_place(text)
        for pattern, worth in _NEWS:
            match = pattern.search(folded)
            if match:
                weight += worth
                first = first or evidence(block, *match.span())
    return Reading("news", "inferred", "news-voice", (first,)) if first and weight >= _NEWS_WEIGHT else None


def _by_label(case: _Case) -> Reading[str] | None:
    """A line that says nothing but the kind: "PRESS RELEASE". A title may say it more exactly."""
    label = _label(case.page)
    if label is None:
        return None
    titled = _by_title(case)
    if titled and titled.value in FIRM_TITLE_KINDS and label.value in PLAIN_LABELS:
        return titled
    return label


def _label(page: Page) -> Reading[str] | None:
    for block, line, above in page.lines:
        if not above and block.part != "kind":
            continue
        if block.part in ("dateline", "navigation") and len(line) < _LONGEST_CELLS and _DIGIT.search(line):
            cells = [_label_kind(cell) for cell in _DATED_CELLS.split(line)]
            kind = next(filter(None, cells), None) if len(cells) > 1 else None
            if kind:
                return Reading(kind, "stated", "label-beside-date", (evidence(block),))
        kind = _label_kind(line) or (_label_kind(_LABEL_TAIL.sub("", line)) if block.part == "kind" else None)
        if kind and (block.part == "kind" or line not in SECTIONS or len(line) < 20):
            return Reading(kind, "stated", "label", (evidence(block),))
    return None


_SQUEEZED: dict[str, str] = {label.replace(" ", ""): kind for label, kind in KIND_LABELS.items()}


def _label_kind(line: str) -> str | None:
    """Kind of a label, though a scan has torn it: "NEW S RELEASE"."""
    return _SQUEEZED.get(line.strip(" .:-*").replace(" ", ""))


def _by_title(case: _Case) -> Reading[str] | None:
    """What the title begins with: "Readout of …", "Joint Statement …"."""
    if case.title is None or case.title.rule == "first-sentence" or not case.title.evidence:
        return None
    folded = fold_in_place(case.title.value)[:300].strip(" \"'")
    kind = _title_kind(folded) or next(filter(None, map(_title_kind, _SUBJECTS.split(folded, 1)[1:])), None)
    if kind is None:
        return None
    if kind == "remarks-transcript" and _turns(case.page) < 2 and folded.startswith("remarks"):
        kind = "speech"
    return Reading(kind, "stated", "title-words", case.title.evidence)


_SUBJECTS = re.compile(r":\s|\s[–—|-]\s")
"What divides the subject of a title from what it is: 'Peru: Statement by …'."


def _title_kind(folded: str) -> str | None:
    return next((kind for pattern, kind in _TITLE_KINDS if pattern.match(folded)), None)


def _turns(page: Page) -> int:
    return sum(1 for block in page.body[:80] if _SPEAKER.match(block.text[:120]))


def _by_turns(case: _Case) -> Reading[str] | None:
    """Speakers take turns: "MINISTER ROE: …"."""
    page = case.page
    speakers = [b for b in page.body[:80] if _SPEAKER.match(b.text[:120])]
    if len(speakers) < 3 or len(speakers) * 5 < min(len(page.body), 80):
        named = [b for b in page.body[:80] if _NAMED_SPEAKER.match(b.text[:80])]
        speakers = named if len(named) > 3 and len(named) * 2 > min(len(page.body), 80) else []
    if not speakers:
        return None
    return Reading("remarks-transcript", "inferred", "speaker-turns", (evidence(speakers[0]),))


def _by_greeting(case: _Case) -> Reading[str] | None:
    """The text opens by addressing an audience: "Excellencies, ladies and gentlemen,"."""
    return _by_phrase(case.page.body[:3], _GREETING, "speech", "greeting")


def _by_section(case: _Case) -> Reading[str] | None:
    """The section of the site: "Media Center » Press Releases", "Posted in [Press releases]"."""
    for block, line, _ in case.page.lines:
        if len(line) < 300:
            for crumb in _CRUMBS.split(line):
                kind = SECTIONS.get(crumb.strip().removeprefix("posted in "))
                if kind:
                    return Reading(kind, "inferred", "site-section", (evidence(block),))
    return None


def _by_overview(case: _Case) -> Reading[str] | None:
    """ "An overview of the meeting is as follows": a read-out."""
    return _by_phrase(case.page.body[:3], _OVERVIEW, "readout", "overview-phrase")


def _by_issuer(case: _Case) -> Reading[str] | None:
    """What the issuing body puts out where a page does not say."""
    body = case.issuer.value.body if case.issuer else None
    record = case.authority.bodies.get(body) if body else None
    if record is None or record.release_kind is None or case.issuer is None:
        return None
    return Reading(
        record.release_kind, "inferred", "issuer-default", case.issuer.evidence, case.issuer.citation
    )


def _by_announcement(case: _Case) -> Reading[str] | None:
    """The first sentence looks ahead to a visit, or announces an appointment."""
    return _by_phrase(case.page.body[:1], _ANNOUNCING, "announcement", "announcing-phrase")


def _by_meeting(case: _Case) -> Reading[str] | None:
    """The first sentence tells of a meeting or a call: a read-out."""
    return _by_phrase(case.page.body[:2], _MEETING, "readout", "meeting-phrase")


def _by_stand(case: _Case) -> Reading[str] | None:
    """The first sentence takes a stand: a statement."""
    return _by_phrase(case.page.body[:1], _STATING, "statement", "stating-phrase")


def _by_phrase(
    blocks: tuple[Block, ...], pattern: re.Pattern[str], kind: str, rule: str
) -> Reading[str] | None:
    for block in blocks:
        match = pattern.search(fold_in_place(block.text[:_READ]))
        if match:
            return Reading(kind, "inferred", rule, (evidence(block, *match.span()),))
    return None


_RULES: tuple[Callable[[_Case], Reading[str] | None], ...] = (
    _by_news_voice,
    _by_label,
    _by_title,
    _by_turns,
    _by_greeting,
    _by_section,
    _by_overview,
    _by_issuer,
    _by_announcement,
    _by_meeting,
    _by_stand,
)
