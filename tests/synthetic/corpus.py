"""A synthetic corpus: raw releases one after the other, and what was put into each.

Enters: how many, and a seed. Leaves: `Composed` releases; the same two numbers give the same bytes, under
every Python that draws the same floats. A few per cent are hard: empty, very long, in an odd encoding,
without a date.
"""

from __future__ import annotations

import math
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from synthetic.cast import Cast
from synthetic.happenings import Happening, happen
from synthetic.houses import House
from synthetic.lands import Land
from synthetic.stories import Facts, streams, tell

LAST = date(2025, 12, 31)
YEARS = 25
"Years of the longest record; a thousand releases or fewer lie in fewer."
TELLINGS = 1.5
"""Releases that tell of one happening, on average; a little too high, so that no year is left out."""
HARD: tuple[tuple[str, float], ...] = (
    ("empty", 0.002),
    ("long", 0.004),
    ("windows", 0.006),
    ("utf-16", 0.003),
    ("bom", 0.004),
    ("crlf", 0.005),
    ("undated", 0.006),
)
"""Hard releases and the share of each."""
ENCODINGS = {"windows": "cp1252", "utf-16": "utf-16", "bom": "utf-8-sig"}
_NOT_IN_A_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Composed:
    """A raw release and what a reader should find in it."""

    path: str
    "seeds/<issuer>/<date>-<slug>.txt"
    text: str
    content: bytes
    "The text in its encoding, as it lies on disk."
    title: str
    issued: date | None
    issuer: str
    "Name of the issuing body; empty for a newspaper."
    country: Land
    hard: str
    "Which kind of hard case; empty for an ordinary one."
    paragraphs: tuple[str, ...] = ()
    "The body as it was told, without letterhead, page breaks and torn lines."
    people: tuple[str, ...] = ()
    "The two principals."
    topics: tuple[str, ...] = ()


def period(count: int) -> tuple[int, int]:
    """First and last day of a record of so many releases."""
    years = min(YEARS, max(2, round(count / 280)))
    last = LAST.toordinal() - 5
    return last - 365 * years, last


def compose(count: int, seed: int = 0) -> Iterator[Composed]:
    """So many releases, in the order of what they tell of."""
    rng = random.Random(seed)
    first, last = period(count)
    cast = Cast(rng, first, last)
    fill = Facts(streams(rng, cast))
    taken: dict[str, int] = {}
    made = 0
    ordinals: dict[tuple[str, str, str], int] = {}
    while made < count:
        number = math.ceil((count - made) / TELLINGS)
        for happening, house in tellings(happen(rng, cast, first, last, number, ordinals)):
            if made == count:
                break
            hard = hardship(rng)
            story = tell(rng, happening, house, fill, longer=16 if hard == "long" else 1)
            if hard == "undated":
                story = replace(story, issued=None)
            text = "" if hard == "empty" else house.page(story)
            path = address(house, story.title, story.issued, taken)
            yield Composed(
                path=path,
                text=text,
                content=encoded(text, hard),
                title=story.title,
                issued=story.issued,
                issuer=house.name,
                country=house.land,
                hard=hard,
                paragraphs=story.paragraphs,
                people=(story.own.person.name, story.other.person.name),
                topics=happening.topics,
            )
            made += 1


def tellings(happenings: Iterable[Happening]) -> Iterator[tuple[Happening, House]]:
    """Every happening with each of the houses that tell of it."""
    for happening in happenings:
        for house in happening.houses:
            yield happening, house


def generate(count: int, seed: int = 0) -> Iterable[tuple[str, str]]:
    """(path, text) of so many raw releases."""
    return ((release.path, release.text) for release in compose(count, seed))


def hardship(rng: random.Random) -> str:
    """Which kind of hard case comes next; mostly none."""
    drawn = rng.random()
    for kind, share in HARD:
        drawn -= share
        if drawn < 0:
            return kind
    return ""


def encoded(text: str, hard: str) -> bytes:
    """The bytes of a file; what an old code page lacks stays UTF-8."""
    if hard == "crlf":
        text = text.replace("\n", "\r\n")
    try:
        return text.encode(ENCODINGS.get(hard, "utf-8"))
    except UnicodeEncodeError:
        return text.encode("utf-8")


def address(house: House, title: str, issued: date | None, taken: dict[str, int]) -> str:
    """A path that no other release has."""
    slug = _NOT_IN_A_SLUG.sub("-", title.lower()).strip("-")[:60].rsplit("-", 1)[0] or "release"
    name = f"seeds/{house.folder}/{issued.isoformat() if issued else 'undated'}-{slug}"
    number = taken[name] = taken.get(name, 0) + 1
    return f"{name}-{number}.txt" if number > 1 else f"{name}.txt"
