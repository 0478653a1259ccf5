"""Corpus → what can be found: entries with their passages, filters and the date that sorts them.

Enters: a `Corpus`. Leaves: `Entry` values, in the order of the record.
Must not be known here: the search engine, HTML. No prose is read: the words are those of the blocks,
and a filter holds what the record has established already.

The filters of a release are those of the whole release, so a count is a number of releases.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from gazette.apparatus import look_up
from gazette.authority.folding import name_key
from gazette.exports.citations import title_of
from gazette.model import BodyRecord, Corpus, Event, OfficialFile, Release, TopicRecord, When
from gazette.pages.release import LANGUAGES
from gazette.pages.site import body_id, filing_date
from gazette.pages.wording import plain, say_when, year_of
from gazette.remembering import Forgetful, Remembered

NAMES = "~names"
"""Ending of the anchor under which the other forms of the names in a paragraph stand; found, not shown."""

MOST_FORMS = 24
"""Forms of one name that are kept: variants in every order."""

ENTRIES = "entries"
"""Under this the entries of releases are remembered, with what they were made of."""

Filters = Mapping[str, tuple[str, ...]]

Held = TypeVar("Held")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that can be found, and the place on the page to which they lead."""

    anchor: str
    'Fragment of the address, "p7"; with the ending `NAMES` for words that only help to find it.'
    words: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One page that can be found."""

    address: str
    "Folder below /, unquoted, ending with a slash."
    title: str
    language: str
    "BCP 47 tag of the words."
    passages: Sequence[Passage]
    filters: Filters
    "By name: year, body, country, official, topic, kind, event, language."
    sort: str
    "Date by which it is sorted; undated ones come before all others."
    dated: str = ""
    "The same date in words."


Named = tuple[tuple[str, str | None, tuple[str, ...]], ...]
"""The officials of a release: id, label, and every form of the name."""


def render_entries(corpus: Corpus, remembered: Remembered | None = None) -> tuple[Entry, ...]:
    """Everything that a search can find; `remembered` knows the entries of what has not changed."""
    remembered = remembered or Forgetful()
    releases, officials, events = corpus.releases, corpus.officials, corpus.events
    ids, people = look_up(corpus).ids, [file.id for file in officials]
    names = [event.id for event in events]
    filed = remembered.steady("filed", dict(zip(ids, map(filing_date, releases), strict=True)))
    labels = remembered.steady("labels", official_labels(officials))
    forms = remembered.give_each("forms", name_forms, people, officials)
    forms_of = remembered.steady("forms", dict(zip(people, forms, strict=True)))
    topics, bodies = corpus.authority.topics, corpus.authority.bodies
    each = remembered.give_each
    named = each("named", named_in, ids, releases, repeated(labels, ids), repeated(forms_of, ids))
    told = types_told(corpus)
    return (
        *each(
            ENTRIES,
            release_entry,
            ids,
            releases,
            named,
            [tuple(told[id]) for id in ids],
            each("topics", topic_names, ids, releases, repeated(topics, ids)),
            [bodies.get(body_id(release) or "") for release in releases],
        ),
        *each(
            "officials",
            official_entry,
            people,
            officials,
            [labels[id] for id in people],
            forms,
            each("last", last_of, people, officials, repeated(filed, people)),
        ),
        *each(
            "events",
            event_entry,
            names,
            events,
            each("who", who_took_part, names, events, repeated(labels, names)),
        ),
        *topic_entries(corpus, filed),
    )


def repeated(value: Held, names: Sequence[str]) -> Sequence[Held]:
    """The same for each name."""
    return [value] * len(names)


def named_in(release: Release, labels: Mapping[str, str], forms: Mapping[str, tuple[str, ...]]) -> Named:
    """The officials of a release, as an entry names them."""
    seen = (appearance.official for appearance in release.people.officials)
    return tuple((id, labels.get(id), forms.get(id, ())) for id in seen)


def types_told(corpus: Corpus) -> Mapping[str, Mapping[str, None]]:
    """By release: the types of the events that it tells of, each once."""
    types: dict[str, dict[str, None]] = defaultdict(dict)
    for event in corpus.events:
        for telling in event.tellings:
            types[telling.release].setdefault(plain(event.type))
    return types


def topic_names(release: Release, topics: Mapping[str, TopicRecord]) -> tuple[str, ...]:
    """The names of the topics of a release, each once."""
    ids = dict.fromkeys(subject.id for subject in release.topics)
    return tuple(topics[id].name for id in ids if id in topics)


def who_took_part(event: Event, labels: Mapping[str, str]) -> tuple[str, ...]:
    """Labels of the officials who took part in an event."""
    return tuple(labels[id] for id in event.participants if id in labels)


def release_entry(
    release: Release,
    named: Named,
    types: Sequence[str],
    topics: Sequence[str],
    body: BodyRecord | None,
) -> Entry:
    """A release by its paragraphs; headings go with the paragraph that follows."""
    imprint = release.imprint
    issuer = imprint.issuer.value if imprint.issuer else None
    body_name = body.name if body else issuer.name if issuer else None
    country = body.country if body else issuer.country if issuer else None
    language = imprint.language or "en"
    return Entry(
        address=f"releases/{release.id}/",
        title=title_of(release),
        language=language,
        passages=tuple(release_passages(release, {id: forms for id, _, forms in named})),
        filters=filters(
            year=[year_of(filing_date(release))],
            body=[body_name],
            country=[country],
            official=[label for _, label, _ in named],
            topic=topics,
            kind=[plain(imprint.kind.value)],
            event=types,
            language=[LANGUAGES.get(language, language)],
        ),
        sort=sort_key(filing_date(release)),
        dated=in_words(filing_date(release)),
    )


def release_passages(release: Release, forms: Mapping[str, tuple[str, ...]]) -> Iterable[Passage]:
    """The paragraphs, each followed by the other forms of the names that stand first in it."""
    named = first_paragraphs(release)
    heading = ""
    for block in release.blocks:
        if block.part == "heading":
            heading = f"{heading} {block.text}".strip()
        if block.paragraph is None:
            continue
        anchor = f"p{block.paragraph}"
        if heading:
            yield Passage(anchor + NAMES, heading)
            heading = ""
        yield Passage(anchor, block.text)
        if missing := other_forms(block.text, named.get(block.number, ()), forms):
            yield Passage(anchor + NAMES, ", ".join(missing))


def other_forms(text: str, officials: Iterable[str], forms: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The forms of officials' names that do not stand in a text, each once."""
    wanted = dict.fromkeys(form for official in officials for form in forms.get(official, ()))
    if not wanted:
        return []
    key = f" {name_key(text)} "
    return [form for form in wanted if f" {name_key(form)} " not in key]


def first_paragraphs(release: Release) -> Mapping[int, list[str]]:
    """By block: the officials who are named there for the first time in the text."""
    found: dict[int, list[str]] = defaultdict(list)
    for appearance in release.people.officials:
        blocks = [m.evidence.block for m in appearance.mentions]
        numbered = [number for number in blocks if release.blocks[number].paragraph is not None]
        if numbered:
            found[min(numbered)].append(appearance.official)
    return found


def last_of(file: OfficialFile, filed: Mapping[str, When | None]) -> When | None:
    """The latest date under which a release is filed that names an official."""
    dates = (filed.get(id) for id, _ in file.appearances)
    return max((when for when in dates if when), key=sort_key, default=None)


def official_entry(file: OfficialFile, label: str, forms: tuple[str, ...], last: When | None) -> Entry:
    """An official by every form of the name, and by the offices as attested."""
    offices = dict.fromkeys(reading.value.title for _, seen in file.appearances for reading in seen.offices)
    passages = [Passage(NAMES, ", ".join(forms)), Passage("", ", ".join((file.country or "", *offices)))]
    return Entry(
        address=f"officials/{file.id}/",
        title=file.name,
        language="en",
        passages=tuple(passage for passage in passages if passage.words.strip(", ")),
        filters=filters(official=[label], country=[file.country], kind=["Official"]),
        sort=sort_key(last),
        dated=f"last attested {in_words(last)}" if last else "",
    )


def event_entry(event: Event, who: tuple[str, ...]) -> Entry:
    """An event by its title, date, place and participants."""
    title = event.title.strip() or plain(event.type)
    said = [plain(event.type), in_words(event.when), event.place or "", ", ".join(who)]
    return Entry(
        address=f"events/{event.id}/",
        title=title[:1].upper() + title[1:],
        language="en",
        passages=(Passage("", " · ".join(part for part in said if part)),),
        filters=filters(year=[year_of(event.when)], official=who, event=[plain(event.type)], kind=["Event"]),
        sort=sort_key(event.when),
        dated=in_words(event.when),
    )


def topic_entries(corpus: Corpus, filed: Mapping[str, When | None]) -> Iterable[Entry]:
    """Each topic that has a page, by its name and scope note."""
    newest: dict[str, When | None] = {}
    for release in corpus.releases:
        for subject in release.topics:
            newest[subject.id] = filed[release.id] or newest.get(subject.id)
    for id, when in newest.items():
        record = corpus.authority.topics.get(id)
        name = record.name if record else plain(id)
        words = record.scope_note if record and record.scope_note else name
        yield Entry(
            address=f"topics/{id}/",
            title=name,
            language="en",
            passages=(Passage("", words),),
            filters=filters(topic=[name], kind=["Topic"]),
            sort=sort_key(when),
        )


# --- names ---------------------------------------------------------------------------------------


def official_labels(officials: Iterable[OfficialFile]) -> dict[str, str]:
    """By id: the name as a filter shows it; with the country, or the id, where two have the same."""
    files = tuple(officials)
    labels: dict[str, str] = {}
    for pattern in ("{0.name}", "{0.name} ({0.country})", "{0.name} ({0.id})"):
        used: dict[str, list[str]] = defaultdict(list)
        for file in files:
            if file.id not in labels:
                used[pattern.format(file)].append(file.id)
        labels.update({ids[0]: words for words, ids in used.items() if len(ids) == 1})
    return labels


def name_forms(file: OfficialFile) -> tuple[str, ...]:
    """Every form of a name, each in every order in which families and given names are written.

    >>> from gazette.model import OfficialFile
    >>> name_forms(OfficialFile("a", "Kamikawa Yoko", "Japan", "established", (), ()))
    ('Kamikawa Yoko', 'Yoko Kamikawa')
    """
    record = file.record
    forms = [file.name, *file.variants]
    if record:
        forms += [*record.variants, record.native_name or ""]
    found: dict[str, str] = {}
    for form in forms:
        words = form.split()
        for ordered in (words, words[1:] + words[:1], words[-1:] + words[:-1]):
            said = " ".join(ordered)
            found.setdefault(name_key(said), said)
    found.pop("", None)
    return tuple(found.values())[:MOST_FORMS]


# --- dates and filters ---------------------------------------------------------------------------


def sort_key(when: When | None) -> str:
    """A date as text that sorts; entries without one come before all others.

    >>> from gazette.model import When
    >>> sort_key(When("2023-12", "2023-12")), sort_key(None)
    ('2023-12', '0000')
    """
    start = (when.start if when.start not in ("", "..") else when.end) if when else ""
    bare = start.rstrip("~?%")
    return bare if bare[:4].isdigit() else "0000"


def in_words(when: When | None) -> str:
    """A date in words; '' where there is none."""
    return say_when(when) if when else ""


def filters(**given: Iterable[str | None]) -> Filters:
    """Filters without empty values, each value once."""
    kept = {name: tuple(dict.fromkeys(value for value in values if value)) for name, values in given.items()}
    return {name: values for name, values in kept.items() if values}
