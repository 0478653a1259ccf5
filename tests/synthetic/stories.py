"""A happening as one house tells it: title, paragraphs, day of issue.

Enters: a happening, a house, streams of words. Leaves: a `Story`, ready to be laid out. Facts of a release
are a dictionary that hands out the next word of a stream for every gap that is no fact.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from datetime import date

from synthetic import days, prose, words
from synthetic.cast import Cast, Holder
from synthetic.happenings import Happening
from synthetic.houses import House, Story, bare
from synthetic.lands import LANDS

TITLES: dict[str, dict[str, str]] = {
    "short": {
        "meeting": "Meeting between {A} and {bo} {BN}",
        "call": "Telephone Call between {A} and {bo} {BN}",
        "visit": "Official Visit by {bo} {BN}",
        "courtesy": "Courtesy Call on {A} by {BN}, {bo}",
        "consultation": "{nth} {a0}-{b0} Bilateral Consultation",
        "summit": "Summit Meeting between {A} and {B} of {b}",
        "signing": "Signing of a Memorandum of Understanding with {b} on {subject}",
        "statement": "Statement by {A} on {subject}",
        "aid": "{a0} Contributes {money} to {b} for {subject}",
    },
    "long": {
        "meeting": "Outcomes of the Meeting between {AF} and {BF}",
        "call": "Telephone Conversation between {AF}, and {BF}",
        "visit": "Official Visit of {BF} to {a}",
        "courtesy": "Courtesy Call of {BF}",
        "consultation": "Outcomes of the {nth} Bilateral Consultation between {a0} and {b0}",
        "summit": "Summit Meeting between {AF}, and {BF}",
        "signing": "Signing Ceremony of the Memorandum of Understanding between {a0} and {b0} on {subject}",
        "statement": "Statement on {subject}",
        "aid": "Announcement of a Contribution to {b} for {subject}",
    },
    "lands": {
        "meeting": "{a0}-{b0} Ministerial Meeting",
        "call": "{a0}-{b0} Telephone Talk",
        "visit": "Visit to {a0} by {BN}, {bo}",
        "courtesy": "Courtesy Call on {A} by {BN}, {bo}",
        "consultation": "The {nth} {a0}-{b0} Bilateral Consultation",
        "summit": "{a0}-{b0} Summit Meeting",
        "signing": "Signing of a Memorandum of Understanding between {a0} and {b0}",
        "statement": "Statement by {A} on {subject}",
        "aid": "Grant to {b} for {subject}",
    },
    "possessive": {
        "meeting": "{A}’s Meeting with {bo} {BN}",
        "call": "{A}’s Call with {bo} {BN}",
        "visit": "{A}’s Meeting with Visiting {bo} {BN}",
        "courtesy": "{A}’s Meeting with {BN}",
        "consultation": "The {nth} {a0}-{b0} Bilateral Consultation",
        "summit": "{A}’s Summit Meeting with {B} of {b}",
        "signing": "United States and {b0} Sign Memorandum of Understanding on {subject}",
        "statement": "Statement on {subject} in {b}",
        "aid": "United States Announces {money} to {b} for {subject}",
    },
    "news": {
        kind: title
        for kind, title in {
            "meeting": "{B} of {b} ends talks on {subject}",
            "call": "{b0} and {a0} speak about {subject}",
            "visit": "{B} of {b} arrives for talks on {subject}",
            "courtesy": "New envoy of {b} promises work on {subject}",
            "consultation": "Officials of {b} weigh {subject}",
            "summit": "Leaders of {a} and {b} turn to {subject}",
            "signing": "{b0} signs up for {subject}",
            "statement": "{A} worried about {subject}",
            "aid": "{money} for {subject} in {b}",
        }.items()
    },
    "french": dict.fromkeys(prose.OPENINGS, "{bf} – Entretien de {AN} avec {BN} ({town}, {day})"),
    "japanese": dict.fromkeys(prose.OPENINGS, "日・{bj}外相会談"),
}
"""Titles by a house's wording and the kind of happening."""

ARTICLE = re.compile("^(?:le |la |les |l')")
LAGS = (0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 3)
"Days from what happened to the release."
MEDIAN_LENGTH, SPREAD = 4300.0, 0.55
"Of the body in characters; the length of texts is log-normal."


class Facts(dict[str, str]):
    """What fills the gaps of sentences: the facts of a release, and for every other gap the next word."""

    def __init__(self, streams: Mapping[str, Iterator[str]]) -> None:
        self.streams = streams

    def __missing__(self, key: str) -> str:
        return next(self.streams[key])


def streams(rng: random.Random, cast: Cast) -> dict[str, Iterator[str]]:
    """The streams of words from which gaps are filled."""
    towns, goods = words.dictionary()
    strangers = []
    for _ in range(3000):
        person = cast.stranger(rng.choice(LANDS))
        strangers.append(f"{person.mister} {person.name}")
    found: dict[str, Iterator[str]] = {
        "Town": words.zipf(rng, towns),
        "Town2": words.zipf(rng, towns[::-1]),
        "ware": words.zipf(rng, goods),
        "ware2": words.zipf(rng, goods[::-1]),
        "money": words.numbers(rng, "USD {:.1f} million", 0.2, 480),
        "share": words.numbers(rng, "{:.1f} per cent", 1, 70),
        "number": words.numbers(rng, "{:.0f}", 11, 940),
        "fmoney": words.numbers(rng, "{:.0f} millions d'euros", 2, 480),
        "fshare": words.numbers(rng, "{:.0f} %", 2, 70),
        "C": words.evenly(rng, strangers),
    }
    return found | {name: words.evenly(rng, list(turns)) for name, turns in prose.TURNS.items()}


def written(holder: Holder, voice: str) -> str:
    """Somebody with the office, in a house's voice."""
    person, office = holder.person, holder.post.of_land
    if voice == "excellency":
        return f"{person.excellency} {person.capitals}, {office}"
    if voice == "capitals":
        return f"{person.mister} {person.capitals}, {office}"
    if voice == "mister":
        return f"H.E. {person.mister} {person.name}, {office}"
    return f"{person.name}, {office}"


def sides(happening: Happening, house: House) -> tuple[Holder, Holder]:
    """A and B of a telling: the house's own side first, but host before guest where there is one."""
    ours, theirs = happening.sides
    hosted = happening.kind in ("courtesy", "visit") and house.wording not in ("french", "japanese")
    return (theirs, ours) if theirs.post.land is house.land and not hosted else (ours, theirs)


def french_office(holder: Holder) -> str:
    """The office of France's side, in French."""
    if holder.post.title.startswith("Ambassador"):
        return "ambassadeur de France"
    if holder.post.title == holder.post.land.foreign:
        return "ministre de l'Europe et des Affaires étrangères"
    return "président de la République" if holder.post.title == "President" else "ministre délégué"


def facts_of(happening: Happening, house: House, fill: Facts) -> Facts:
    """The facts of one telling."""
    ours, theirs = sides(happening, house)
    own, other = ours.post.land, theirs.post.land
    on = date.fromordinal(happening.day)
    title_of_theirs = theirs.post.title
    if not title_of_theirs.startswith("Ambassador"):
        title_of_theirs = f"{other.adjective} {title_of_theirs}"
    fill.clear()
    fill.update(
        A=ours.short,
        B=theirs.short,
        AF=written(ours, house.voice),
        BF=written(theirs, house.voice),
        AN=ours.person.name,
        BN=theirs.person.capitals if house.voice in ("capitals", "excellency") else theirs.person.name,
        bo=title_of_theirs,
        a=own.name,
        b=other.name,
        a0=bare(own),
        b0=bare(other),
        aa=own.adjective,
        ba=other.adjective,
        bf=ARTICLE.sub("", other.french),
        af=french_office(ours),
        bj=other.japanese,
        day=house.day(on),
        town=happening.town,
        subject=prose.SUBJECTS[happening.topics[0]],
        nth=days.nth(happening.ordinal),
        year=str(on.year - 1),
        office="son homologue" if theirs.post.title == other.foreign else "en visite",
    )
    return fill


def tell(rng: random.Random, happening: Happening, house: House, fill: Facts, longer: float = 1) -> Story:
    """How a house tells of a happening; `longer` for texts that go on and on."""
    facts = facts_of(happening, house, fill)
    ours, theirs = sides(happening, house)
    if theirs.post.land is house.land:
        ours, theirs = theirs, ours
    title = house.label + TITLES[house.wording][happening.kind].format_map(facts)
    length = rng.lognormvariate(0, SPREAD) * MEDIAN_LENGTH * longer
    translated = ""
    if house.wording == "french":
        told = foreign(rng, facts, prose.FRENCH, length / 2, rng.choice(prose.FRENCH_OPENINGS))
    elif house.wording == "japanese":
        opening = f"{facts['day']}、外務大臣は、{theirs.post.land.japanese}の外務大臣と会談を行いました。"
        told = foreign(rng, facts, prose.JAPANESE, length / 4, opening)
    else:
        told = paragraphs(rng, facts, happening, length)
        if house.folder == "mfaic" and rng.random() < 0.12:
            translated = theirs.post.land.khmer
            told[1:1] = foreign(rng, facts, prose.KHMER, 400, rng.choice(prose.KHMER))
    issued = date.fromordinal(happening.day + rng.choice(LAGS))
    return Story(
        happening.kind,
        title,
        tuple(told),
        issued,
        happening.ordinal + happening.day,
        ours,
        theirs,
        translated,
        rng,
    )


def paragraphs(rng: random.Random, facts: Facts, happening: Happening, length: float) -> list[str]:
    """Paragraphs by topic, the first of which says what happened."""
    opening = rng.choice(prose.OPENINGS[happening.kind]).format_map(facts)
    told = [raised(opening)]
    size, turn = len(opening), 0
    while size < length:
        topic = happening.topics[turn % len(happening.topics)]
        bank = prose.GENERAL if turn % 6 == 5 else prose.BANK[topic]
        if turn >= 2 * len(happening.topics):
            bank = prose.BANK[prose.TOPICS[rng.randrange(len(prose.TOPICS))]]
        start, number = rng.randrange(len(bank)), rng.randrange(2, 5)
        sentences = [bank[(start + step) % len(bank)].format_map(facts) for step in range(number)]
        if turn % 7 == 3:
            sentences.append(rng.choice(prose.ASIDES).format_map(facts))
        paragraph = " ".join([raised(sentence) for sentence in sentences])
        told.append(paragraph)
        size += len(paragraph)
        turn += 1
    return told


def foreign(
    rng: random.Random, facts: Facts, bank: tuple[str, ...], length: float, opening: str
) -> list[str]:
    """Paragraphs in another language, the same sentences in another order each time."""
    told = [opening.format_map(facts)]
    size = len(told[0])
    while size < length:
        start = rng.randrange(len(bank))
        told.append(" ".join(bank[(start + step) % len(bank)].format_map(facts) for step in range(3)))
        size += len(told[-1])
    return told


def raised(sentence: str) -> str:
    """With a capital letter at its beginning."""
    return sentence[0].upper() + sentence[1:]
