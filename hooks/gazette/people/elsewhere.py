"""What a text says of a person elsewhere than at the name: the office on the line below, in the title; and
names that the end of a line cut in two.

Enters: the chains of all texts of a release, in the order of its blocks. Leaves: sightings with the offices
and spellings found. Must not be known here: countries, the authority.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from gazette.authority.folding import fold
from gazette.people.chains import Found, Given
from gazette.people.persons import Held, Person
from gazette.people.phrases import office_phrase
from gazette.people.posts import read_post
from gazette.people.tokens import Tokens
from gazette.people.unnamed import is_meant

SIGNED = frozenset(("sgd", "signed", "s", "d", "by", "mp", "delivered", "from", "speaker", "author"))
"""Words beside a name that stands alone on its line."""
_SPEECH = re.compile(
    r"(?:speech|statement|remarks|address|message|keynote|interview|letter|article|op-ed|toast|lecture|video"
    r"|intervention|opening|closing|welcome|press|visit|oral|written|new year)\b",
    re.IGNORECASE,
)
_SPOKEN_BY = re.compile(
    r"\b(?:speech|statement|remarks|address|message|keynote|intervention|letter|lecture)s?\s+(?:by|of|from)\s+"
    r"(?:the\s+|h\.?\s?e\.?\s+(?:the\s+)?)?$",
    re.IGNORECASE,
)
_LINE_END = re.compile(r"(?<=[A-Z])-(?=[A-Z])|(?<=[a-z])-(?=[a-z])")


def mend_hyphens(found: Sequence[Found]) -> None:
    """Names that the end of a line cut in two, where the whole word stands elsewhere: `PHOMVI-HANE`.

    Near-miss: `Jean-Pierre`, `Tae-yul`, as long as nobody writes them in one word.
    """
    cut = [s for f in found if "-" in f.tokens.text for s in f.sightings if "-" in s.words]
    if not cut:
        return
    written = {w for f in found for s in f.sightings for w in s.words.split() if "-" not in w}
    whole = set(map(fold, written))
    for s in cut:
        words = [
            w.replace("-", "") if "-" in w and fold(w).replace("-", "") in whole else w
            for w in s.words.split()
        ]
        s.spelt = " ".join(words)


def read_lines_below(found: Sequence[Found]) -> None:
    """The office on the line below a name that stands alone: in a signature, under a headline.

    Near-miss: a paragraph that merely begins with an office.
    """
    for above, below in pairwise(found):
        if below.block - above.block > 2 or len(above.sightings) != 1 or not below.bare or below.sightings:
            continue
        sighting, bare = above.sightings[0], below.bare[0]
        if any(o.rule != "before-name" for o in sighting.offices):
            continue
        if sighting.last - sighting.name + len(sighting.courtesy) < 2:
            continue
        if not is_alone(above.tokens, sighting.first, sighting.last):
            continue
        last = below.bare[-1].last
        if not is_alone(below.tokens, bare.first, last) or bare.address:
            continue
        for one in below.bare:
            head = office_phrase(below.tokens, one.first, one.last)
            if head.head in "ORZ":
                sighting.offices.append(Given(one.first, one.last, "line-below", False, head.head, below))


def is_alone(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a text holds nothing beside these tokens but signs and "(sgd.)"."""
    rest = [*range(first), *range(last, len(tokens.words))]
    return len(rest) < 8 and all(
        tokens.classes[n] in '.,;:()"-_/iS' or tokens.words[n] in SIGNED for n in rest
    )


def uncut(name: str) -> str:
    """A name without the hyphens that may be the end of a line: `PHOMVI-HANE`; near-miss: `Jean-Pierre`."""
    return _LINE_END.sub("", name) if "-" in name else name


def read_title_office(people: Sequence[Person], title: Found) -> None:
    """The office of the one who speaks, where only the title gives it: "Foreign Minister's speech at …".

    It goes to the one official of the text who has no office. Near-miss: "Foreign Minister's visit" over a
    text that gives the office to somebody.
    """
    text = title.tokens.text
    for bare in title.bare:
        phrase = office_phrase(title.tokens, bare.first, bare.last)
        if phrase.head not in "OR":
            continue
        post = read_post(title.tokens, bare.first, bare.last)
        after = text[title.tokens.ends[bare.last - 1] :]
        possessive = re.match(r"['’]s?\s+", after)
        is_speaker = bool(possessive and _SPEECH.match(after, possessive.end()))
        if not (is_speaker or _SPOKEN_BY.search(text[: title.tokens.starts[bare.first]])):
            continue
        if any(is_meant(post, h.post) for p in people for h in p.held):
            return
        alone = [p for p in people if not p.held and ("H" in p.courtesy or p.known)]
        if len(alone) == 1:
            quote = text[post.start : post.end]
            alone[0].held.append(Held(post, title.block, "title-office", quote))
            alone[0].keys.add(post.key)
        return
