"""The title: as the page gives it, from what repeats in captions, or supplied from the first sentence.

Enters: a page and its language. Leaves: a reading of the title; "inferred" where the page has none.
Must not be known here: kinds, issuers, dates. No word is ever added: a supplied title is an extract.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from gazette.authority import fold
from gazette.imprint.agreement import agreeing_title
from gazette.imprint.datelines import fills_its_line, line_of
from gazette.imprint.dressing import dressed
from gazette.imprint.languages import FOREIGN_LETTERS
from gazette.imprint.page import Page, evidence, raw_lines
from gazette.model import Block, Evidence, Reading
from gazette.vocabulary.kinds import KIND_LABELS, PLAIN_LABELS

LONGEST = 120
"Characters of a supplied title."

_LETTERS = re.compile(r"[^\W\d_]")


def read_title(page: Page, language: str) -> Reading[str] | None:
    """The title of a page; None only where there are no words to make one of."""
    for rule in _RULES:
        found = rule(page, language)
        if found is not None:
            return found
    return None


# --- stated --------------------------------------------------------------------------------------


def _from_agreement(page: Page, language: str) -> Reading[str] | None:
    """A line that agrees with the text and the breadcrumb, where what was taken for the title does not."""
    span = agreeing_title(page)
    if span is None:
        return None
    title = dressed(span.quote)
    return Reading(title, "stated", "agrees-with-text", (span,)) if title else None


def _from_title_blocks(page: Page, language: str) -> Reading[str] | None:
    """The blocks of the title, joined; of a title in two languages, the one of the text."""
    blocks = [b for b in page.blocks if b.part == "title" and b.text.strip()]
    if not blocks:
        return None
    spans = [_in_language(block, language) for block in blocks]
    kept = [span for span in spans if span is not None] or [evidence(b) for b in blocks]
    once: dict[str, Evidence] = {}
    for span in kept:  # a title printed twice, as on a page and in its breadcrumb, counts once
        span = _without_edges(page, page.blocks[span.block], span)
        once.setdefault(fold(span.quote), span)
    unique = list(once.values())
    title = dressed(" ".join(" ".join(span.quote.split()) for span in unique))
    return Reading(title, "stated", "title-block", tuple(unique)) if title else None


def _without_edges(page: Page, block: Block, span: Evidence) -> Evidence:
    """A title without a label above it and a date below it that the layout has run together with it."""
    places = list(raw_lines(block))
    while len(places) > 1 and _is_edge(page, block, *places[-1]):
        places.pop()
    while len(places) > 1 and _is_edge(page, block, *places[0]):
        places.pop(0)
    start, end = max(span.start, places[0][0]), min(span.end, places[-1][1])
    if (start, end) == (span.start, span.end) or start >= end:
        return span
    return evidence(block, start, end)


def _is_edge(page: Page, block: Block, start: int, end: int) -> bool:
    if KIND_LABELS.get(fold(block.text[start:end]).strip(" .:")) in PLAIN_LABELS:
        return True
    dates = [m for m in page.dates.get(block.number, ()) if start <= m.start < end]
    return bool(dates) and fills_its_line(page, line_of(block, dates[0]))


def _in_language(block: Block, language: str) -> Evidence | None:
    """The part of a title block in the script of the text; None where it is all in another."""
    text = block.text
    places = [m.start() for m in FOREIGN_LETTERS.finditer(text)]
    if language in _OTHER_SCRIPTS:
        return evidence(block) if places else None
    if not places:
        return evidence(block)
    latin = sum(1 for m in _LETTERS.finditer(text)) - len(places)
    if latin < 8 or latin < len(places) / 4:
        return None
    after, before = text[places[-1] + 1 :], text[: places[0]]
    if len(after) >= max(len(before), 8):
        start = places[-1] + 1 + (len(after) - len(after.lstrip(" 」』)）、。:/|–—-")))
        return evidence(block, start, len(text.rstrip()))
    if len(before.split()) >= 3:
        return evidence(block, 0, len(before.rstrip(" (（[「『/|–—-")))
    return evidence(block)


_OTHER_SCRIPTS = frozenset({"km", "ja", "zh", "ko", "th", "lo", "my", "ru", "ar", "hi"})


def _from_kind_label(page: Page, language: str) -> Reading[str] | None:
    """A label that is the only heading and says more than "press release": "JOINT COMMUNIQUÉ"."""
    for block in page.head:
        if block.part == "kind":
            kind = KIND_LABELS.get(fold(block.text).strip(" .:"))
            if kind is not None and kind not in PLAIN_LABELS and _in_language(block, language) is not None:
                return Reading(dressed(block.text), "stated", "kind-label", (evidence(block),))
    return None


# --- inferred ------------------------------------------------------------------------------------

_REPEATED = re.compile(r"(?:^|(?<=\s))(?=(?P<what>[^\s(].{7,110}?)\s(?P=what)(?:\s|$))")
_OF_PHOTO = re.compile(r"(?:photo(?:graph)?s?|picture|image)\s(?:of|:)\s", re.IGNORECASE)


def _from_captions(page: Page, language: str) -> Reading[str] | None:
    """What a caption says twice: "Photo of X X (Photo: …)" gives X."""
    for block in page.blocks:
        if block.part != "caption":
            continue
        text = block.text[:400]
        photo = _OF_PHOTO.match(text)
        match = _REPEATED.match(text, photo.end()) if photo else None
        match = match or _REPEATED.search(text)
        if match and len(match["what"].split()) > 1:
            start, end = match.span("what")
            return Reading(
                dressed(match["what"]), "inferred", "caption-repeated", (evidence(block, start, end),)
            )
    return None


_LAST_CRUMB = re.compile(r"[>»›]\s*([^>»›]{12,250}?)\s*$")


def _from_breadcrumb(page: Page, language: str) -> Reading[str] | None:
    """The last step of a breadcrumb, where it reads like a title."""
    for block in page.head:
        match = _LAST_CRUMB.search(block.text[:600]) if block.part == "navigation" else None
        if match and len(match[1].split()) >= 4:
            start, end = match.span(1)
            return Reading(dressed(match[1]), "inferred", "breadcrumb", (evidence(block, start, end),))
    return None


_INTRODUCTION = re.compile(
    r"(?:on|in|at|during|following|after|as|today|earlier|with|to|from|upon|prior to|this|"
    r"yesterday|under|for|against|"
    r"marking|while|before|amid|within|through|by)\b[^,.;]{0,160},\s+(?=\S)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"(?:[^.!?。！？]|[.!?](?!\s+[\W_]?[A-ZÀ-Þ“\"(]|\s*$)|(?<=\b[A-Z])\.|(?<=\b(?:Mr|Ms|Dr|St|Lt))\.|"
    r"(?<=\b(?:Mrs|Hon|Gen|Col|Sen|Rep))\.)+"
)
_CLAUSE_END = re.compile(r"[,;:]\s|\s[–—-]\s")
_LOOSE_ENDS = re.compile(
    r"(?:[\s,;:–—-]|\s(?:a|an|the|of|and|or|to|in|on|for|by|with|at|from|as|that|which|between|his|"
    r"her|its|their))+$",
    re.IGNORECASE,
)


def _from_first_sentence(page: Page, language: str) -> Reading[str] | None:
    """An extract of the first sentence, its introductory phrase left out."""
    for block in (*page.body, *(b for b in page.blocks if b.part == "heading")):
        if not _LETTERS.search(block.text):
            continue
        text = block.text[:1000]
        start = len(text) - len(text.lstrip())
        sentence = _SENTENCE.match(text, start)
        end = sentence.end() if sentence else len(text)
        start = _after_introduction(page, block, start, end)
        end = _cut(text, start, end)
        words = dressed(text[start:end])
        if not words:
            continue
        words = words[0].upper() + words[1:]
        if end < len(block.text.rstrip(" .。!?")) and end - start > LONGEST * 2 // 3:
            words += "…"
        return Reading(words, "inferred", "first-sentence", (evidence(block, start, end),))
    return None


_ON_A_DAY = re.compile(r"(?:on|in|at|during|from|early|late|the|this)?\s?[\w\s]{0,20}$", re.IGNORECASE)
_PAUSE = re.compile(r"\s?(?:\([^()]{0,60}\))?,\s+")


def _after_introduction(page: Page, block: Block, start: int, end: int) -> int:
    """Where the main clause begins: after "On Friday, October 25," or "In a speech in Tokyo,"."""
    for mention in page.dates.get(block.number, ())[:1]:
        if mention.start - start < 30 and _ON_A_DAY.fullmatch(block.text, start, mention.start):
            pause = _PAUSE.match(block.text, mention.end)
            if pause and end - pause.end() > 30:
                return pause.end()
    introduction = _INTRODUCTION.match(block.text, start, end)
    return introduction.end() if introduction and end - introduction.end() > 30 else start


def _cut(text: str, start: int, end: int) -> int:
    """Where to end an extract: at the sentence, else at a clause in its second half, else at a word."""
    if end - start > LONGEST:
        limit = start + LONGEST
        clauses = [m.start() for m in _CLAUSE_END.finditer(text, start + LONGEST // 2, limit)]
        end = clauses[-1] if clauses else max(text.rfind(" ", start, limit), start + LONGEST // 2)
    loose = _LOOSE_ENDS.search(text[start:end])
    return start + loose.start() if loose and loose.start() else end


_RULES: tuple[Callable[[Page, str], Reading[str] | None], ...] = (
    _from_agreement,
    _from_title_blocks,
    _from_kind_label,
    _from_captions,
    _from_breadcrumb,
    _from_first_sentence,
)
