"""A title by agreement: the line above the text that speaks of what the text speaks of.

Enters: a page. Leaves: a block that reads as the title, where the one taken for it does not.
Must not be known here: languages, kinds of text beyond their labels, how a title is set.

The name of a site, a menu or a motto shares no words with the first paragraphs; a title does, and stands
again in the breadcrumb. Only where the title that the layout gave agrees with nothing is another looked for.
"""

from __future__ import annotations

import re

from gazette.authority import fold, fold_in_place
from gazette.imprint.datelines import fills_its_line, line_of
from gazette.imprint.nations import COUNTRY_OF
from gazette.imprint.page import Page, evidence
from gazette.model import Block, Evidence, Part
from gazette.vocabulary.issuers import BODY_STARTS
from gazette.vocabulary.kinds import KIND_LABELS, SECTIONS
from gazette.vocabulary.titles import WORDS_OF_ANY_TEXT

_STEM = 5
"Letters by which words are compared: receives, received; Indonesia, Indonesian."
_WORD = re.compile(r"[^\W\d_]{4,}")
_READ, _PARAGRAPHS, _ZONE = 900, 3, 8
_DOUBTFUL, _BETTER, _ENOUGH, _LEAST = 0.6, 0.15, 0.4, 0.25
"""Share of a title's words that the text has: below the first the layout's own is doubted; one to choose has
more by the second, and no less than the third, or the fourth where the layout's own has none."""
_FEWEST_WORDS, _LONGEST = 5, 320
_SITE = re.compile(r"\b[\w-]+\.(?:gov|gob|gouv|govt|go|mil|com|org|int|net|eu|info)\b|[|»›>©]|https?:", re.I)
_OFFICE_WORD = r"(?:[A-Z][\w’'-]*|of|and|the|for)"
_PERSON_AND_OFFICE = re.compile(
    rf"(?:[A-Z][\w.’'-]+\s){{1,4}}?[A-Z][\w.’'-]+,\s{_OFFICE_WORD}(?:\s{_OFFICE_WORD})*"
)
_BODY = re.compile(rf"(?:the )?{BODY_STARTS}[\w ,&'-]{{0,90}}$")
_PARTS: frozenset[Part] = frozenset({"heading", "body", "unread", "navigation", "letterhead"})


def agreeing_title(page: Page) -> Evidence | None:
    """The line that agrees with the text, where no title does; None where the layout's own may stand."""
    places = [place for block in page.above if block.part != "title" and (place := _place(page, block))]
    rivals = [place for place in places if _may_be_title(place.quote)]
    own = [b for b in page.blocks if b.part == "title"][:_ZONE]
    if not rivals or any(not _WORD.search(b.text) for b in own):
        return None  # or in a script whose words cannot be compared so
    prose = f" {fold_in_place(' '.join(block.text[:_READ] for block in page.prose[:_PARAGRAPHS]))}"
    share = max((_share(b.text, prose) for b in own if not _is_furniture(page, b)), default=0.0)
    if share >= _DOUBTFUL or any(_in_breadcrumb(page, b.text) for b in own):
        return None
    needed = max(_ENOUGH, share + _BETTER) if share else _LEAST
    return next((place for place in rivals if _share(place.quote, prose) >= needed), None)


def _place(page: Page, block: Block) -> Evidence | None:
    """What of a block may be a title: all of it; what follows number and date, where they lead the line."""
    if block.rule in ("label", "label-value", "menu", "button", "breadcrumb"):
        return None if block.rule != "breadcrumb" else evidence(block, 0, len(block.text.rstrip()))
    if block.part in _PARTS:
        return evidence(block, 0, len(block.text.rstrip()))
    if block.part not in ("number", "dateline", "kind"):
        return None
    start = max((m.end for m in page.dates.get(block.number, ())), default=0)
    rest = block.text[start:]
    return evidence(block, start + len(rest) - len(rest.lstrip(" ,.:;|–—-)")), len(block.text.rstrip()))


def _is_furniture(page: Page, block: Block) -> bool:
    """Whether what was taken for the title is a site, a country or a date."""
    dates = page.dates.get(block.number, ())
    if _SITE.search(block.text) or fold(block.text).strip(" .,") in COUNTRY_OF:
        return True
    return bool(dates) and fills_its_line(page, line_of(block, dates[0]))


def _stems(text: str) -> frozenset[str]:
    words = _WORD.findall(fold(text))
    return frozenset(word if word in WORDS_OF_ANY_TEXT else word[:_STEM] for word in words)


def _share(text: str, prose: str) -> float:
    """How many of the words of a line the text has; 0 where fewer than two."""
    own = _stems(text[:_LONGEST])
    common = sum(f" {stem}" in prose for stem in own if stem not in WORDS_OF_ANY_TEXT)
    return common / len(own) if common > 1 else 0.0


def _in_breadcrumb(page: Page, title: str) -> bool:
    folded = fold(title)
    if len(folded) < 12:
        return False
    return any(
        folded[:60] in fold(b.text[:_LONGEST]) for b in page.above if b.part == "navigation" and ">" in b.text
    )


def _may_be_title(words: str) -> bool:
    """Whether a line could be one: some words, no sentence, no name of a site, a body or a person."""
    text = words.strip()
    if len(text) > _LONGEST or len(text.split()) < _FEWEST_WORDS:
        return False
    if text.endswith((".", "。", ":", ";", ",")) or _SITE.search(text) or _PERSON_AND_OFFICE.fullmatch(text):
        return False
    folded = fold(text)
    return folded not in KIND_LABELS and folded not in SECTIONS and not _BODY.match(folded)
