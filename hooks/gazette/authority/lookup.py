"""A name as written → the official, office or body it means: Found, Ambiguous or Unknown.

Enters: an `Authority`, a name, and what is known beside it (date, country, office). Leaves: an answer;
not to know and to know several are answers too. All forms are built once for an `Authority`.
Must not be known here: YAML, the disk, how names are found in a text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from operator import is_
from typing import Any, TypeVar

import ahocorasick  # type: ignore[import-not-found]

from ..model import Appointment, Authority, BodyRecord, OfficeRecord, OfficialRecord
from ..vocabulary.countries import COUNTRIES
from .folding import bare_key, fold, fold_in_place, name_key
from .schema import country_name

Built = TypeVar("Built")

_ORDERS = {country.name: country.order for country in COUNTRIES}
_YEARS_REMEMBERED = 15
_GENERIC = frozenset("minister secretary ambassador general".split())
_QUALIFIED = frozenset("prime deputy vice under assistant".split())
_SMALL = frozenset(["of", "the", "and", "for", "to", "in", "a", "&"])


@dataclass(frozen=True, slots=True)
class Found:
    """Exactly one."""

    id: str


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Several, and nothing decides between them; ids in order."""

    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """None."""


Answer = Found | Ambiguous | Unknown


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place of a text where a known form stands: `text[start:end]`, and the ids that bear it."""

    start: int
    end: int
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lookup:
    """All forms of an authority, folded."""

    names: Mapping[str, tuple[str, ...]]
    "Whole names: preferred, variants, native, either order."
    parts: Mapping[str, tuple[str, ...]]
    "Surnames, and the part by which a person is addressed."
    offices: Mapping[str, tuple[str, ...]]
    bodies: Mapping[str, tuple[str, ...]]
    native: Mapping[str, tuple[str, ...]]
    "Names in scripts that put no spaces between words."
    official_forms: Any
    "Automaton over the whole names of officials, as folded text."
    body_forms: Any


OF_ONE_RELEASE = frozenset({"accessions", "corrections", "editions", "problems"})
"""Parts of an authority that bear on one release each, or on none; the others bear on how all are read."""


BY_RECORD = ("officials", "offices", "topics", "terms", "events")
"""Parts whose records bear each on releases of its own; a body bears on how all are read and shown."""


def shared_parts(authority: Authority) -> tuple[object, ...]:
    """What an authority says for all releases alike."""
    return tuple(
        getattr(authority, part.name) for part in fields(authority) if part.name not in OF_ONE_RELEASE
    )


def with_shared_parts(authority: Authority, known: Authority) -> Authority:
    """The same authority; where it says for all releases what another said, with the parts of that one.

    So what was compiled of those parts holds.
    """
    if shared_parts(authority) != shared_parts(known):
        return authority
    own = {name: getattr(authority, name) for name in OF_ONE_RELEASE}
    return known if all(getattr(known, name) == said for name, said in own.items()) else replace(known, **own)


def once_per_authority(build: Callable[[Authority], Built]) -> Callable[[Authority], Built]:
    """`build`, remembering what it made of the last few authorities (compared by identity)."""
    return _remembering(build, lambda authority: (authority,))


def once_for_all_releases(build: Callable[[Authority], Built]) -> Callable[[Authority], Built]:
    """The same for a `build` that reads only what an authority says for all releases (`shared_parts`).

    What it made holds for another authority of the same parts, such as one with an accession more.
    """
    return _remembering(build, shared_parts)


def _remembering(
    build: Callable[[Authority], Built], parts_of: Callable[[Authority], tuple[object, ...]]
) -> Callable[[Authority], Built]:
    made: dict[int, tuple[Authority, Built]] = {}

    def remembered(authority: Authority) -> Built:
        entry = made.get(id(authority))
        if entry is None or entry[0] is not authority:
            parts = parts_of(authority)
            alike = [entry for entry in made.values() if all(map(is_, parts_of(entry[0]), parts))]
            while len(made) >= 4:
                made.pop(next(iter(made)))
            entry = made[id(authority)] = (authority, alike[0][1] if alike else build(authority))
        return entry[1]

    return remembered


@once_per_authority
def without_lines(authority: Authority) -> Authority:
    """The same without the lines of its files on which records stand: nothing is read or shown by them."""
    officials = {
        id: replace(record, line=0, appointments=tuple(replace(a, line=0) for a in record.appointments))
        for id, record in authority.officials.items()
    }
    others: dict[str, Any] = {
        part: {id: replace(record, line=0) for id, record in getattr(authority, part).items()}
        for part in (*BY_RECORD, "bodies")
        if part != "officials"
    }
    return replace(authority, officials=officials, **others)


@once_for_all_releases
def index(authority: Authority) -> Lookup:
    """The forms of an authority, ready for looking up."""
    names: dict[str, list[str]] = defaultdict(list)
    parts: dict[str, list[str]] = defaultdict(list)
    forms: dict[str, list[str]] = defaultdict(list)
    for official in authority.officials.values():
        for key in _whole_names(official):
            names[key].append(official.id)
        for key in _parts(official):
            parts[key].append(official.id)
        for form in _forms(official):
            forms[form].append(official.id)
    offices: dict[str, list[str]] = defaultdict(list)
    for office in authority.offices.values():
        for title in (office.title, *office.variants):
            offices[fold(title)].append(office.id)
    bodies: dict[str, list[str]] = defaultdict(list)
    for body in authority.bodies.values():
        for name in (body.name, *body.variants):
            bodies[fold(name)].append(body.id)
    return Lookup(
        names=_frozen(names),
        parts=_frozen(parts),
        offices=_frozen(offices),
        bodies=_frozen(bodies),
        native=_frozen({k: v for k, v in names.items() if not k.isascii()}),
        official_forms=_automaton(_frozen(forms)),
        body_forms=_automaton(_frozen(bodies)),
    )


# --- officials -----------------------------------------------------------------------------------


def find_official(
    authority: Authority,
    name: str,
    on: str | None = None,
    country: str | None = None,
    *,
    office: str | None = None,
) -> Answer:
    """Who is meant by a name, without its honorifics.

    `on` is an EDTF date on which the person acts, `country` any name of the person's country, `office` the
    title that stands beside the name. A whole name ("KISHIDA Fumio", "Fumio Kishida") needs none of them;
    a part ("Kishida", "Sokhonn") is Found only where it is the only one, or they decide.
    A person of another country than `country` is never meant.
    """
    lookup = index(authority)
    on = on.split("/")[0].rstrip("?~%") if on and on[:4].isdigit() else None
    key = name_key(name)
    whole = lookup.names.get(key) or lookup.names.get(bare_key(key)) or ()
    part = lookup.parts.get(key, ())
    is_whole = bool(whole) and " " in key
    ids = whole if is_whole else tuple(dict.fromkeys((*whole, *part)))
    people = [authority.officials[i] for i in ids]
    if country is not None:
        wanted = country_name(country) or country
        people = [p for p in people if p.country is None or p.country == wanted]
    if not is_whole:
        people = [p for p in people if _may_be_meant(authority, p, on, office)]
    if len(people) > 1:
        people = _narrow(authority, people, on, office)
    if not people:
        return Unknown()
    return Found(people[0].id) if len(people) == 1 else Ambiguous(tuple(sorted(p.id for p in people)))


def _narrow(
    authority: Authority, people: list[OfficialRecord], on: str | None, office: str | None
) -> list[OfficialRecord]:
    """The first narrowing that leaves somebody: the office on the date, the office, the date."""
    serving = [p for p in people if on and any(_covers(a, on) for a in p.appointments)]
    titled = [p for p in people if office and any(_is_titled(authority, a, office) for a in p.appointments)]
    for narrower in ([p for p in serving if p in titled], titled, serving):
        if narrower:
            return narrower
    return people


def _may_be_meant(authority: Authority, person: OfficialRecord, on: str | None, office: str | None) -> bool:
    """Whether a surname alone can mean this person on the date, in the office.

    Not before the first office that is known, not long after the last, and not in another office than those
    that are known: "Foreign Minister Lee" of 2021 is not the Prime Minister of that name.
    """
    held = person.appointments
    if on is not None and held and all(a.since or a.until for a in held):
        serving = tuple(a for a in held if _covers(a, on))
        first, last = min(a.since or "" for a in held), max(map(_last_year, held))
        if not serving and not first[: len(on)] <= on[: len(first)] <= f"{last + _YEARS_REMEMBERED}":
            return False
        held = serving or held
    return office is None or not held or any(_is_titled(authority, a, office) for a in held)


def _last_year(appointment: Appointment) -> int:
    return int((appointment.until or appointment.since or "0000")[:4])


def _covers(appointment: Appointment, on: str) -> bool:
    """Whether the appointment holds on a date; either may be less precise than the other."""
    since, until = (appointment.since or "").rstrip("?~%"), (appointment.until or "").rstrip("?~%")
    if not (since or until):
        return False
    after = not since or on[: len(since)] >= since[: len(on)]
    before = not until or on[: len(until)] <= until[: len(on)]
    return after and before


def _is_titled(authority: Authority, appointment: Appointment, title: str) -> bool:
    """Whether a title names the office; "Minister" and "Secretary" alone name any of a minister."""
    record = authority.offices.get(appointment.office)
    if record is None:
        return False
    wanted = _title_words(title, record.country)
    for known in (record.title, *record.variants):
        words = _title_words(known, record.country)
        if words == wanted or (wanted <= words and wanted <= _GENERIC and not words & _QUALIFIED):
            return True
    return False


def _title_words(title: str, country: str | None) -> frozenset[str]:
    """Words of a title without those of its country: "Prime Minister of Japan" = "Prime Minister"."""
    words = frozenset(name_key(title).split()) - _SMALL
    return words - _country_words().get(country or "", frozenset())


@lru_cache(maxsize=1)
def _country_words() -> dict[str, frozenset[str]]:
    return {
        c.name: frozenset(w for n in (c.name, *c.aliases, *c.demonyms) for w in name_key(n).split()) - _SMALL
        for c in COUNTRIES
    }


def _whole_names(official: OfficialRecord) -> Iterable[str]:
    forms = (official.name, *official.variants, official.native_name or "", official.sort_name)
    keys = [name_key(form) for form in (*forms, *_reordered(official))]
    keys += [name_key(form.replace("-", "")) for form in forms if "-" in form]  # Won-sik, Wonsik
    return dict.fromkeys(key for key in (*keys, *map(bare_key, keys)) if key)


def _given(official: OfficialRecord) -> str:
    """The name without its surname; '' where no surname is known."""
    surname = official.surname
    if not surname or surname == official.name:
        return ""
    if official.name.startswith(surname + " "):
        return official.name[len(surname) :].strip()
    return official.name[: -len(surname)].strip() if official.name.endswith(" " + surname) else ""


def _reordered(official: OfficialRecord) -> tuple[str, ...]:
    """Both orders of the preferred name."""
    given = _given(official)
    return (f"{official.surname} {given}", f"{given} {official.surname}") if given else ()


def _forms(official: OfficialRecord) -> Iterable[str]:
    """Whole names as they are looked for in texts."""
    for form in (official.name, *official.variants, *_reordered(official), official.native_name or ""):
        if " " in form.strip() or not form.isascii():
            yield fold(form)


def names_of(official: OfficialRecord) -> frozenset[str]:
    """The keys of the names by which a person is asked for (`name_key`)."""
    return frozenset((*_whole_names(official), *_parts(official)))


def forms_of(official: OfficialRecord) -> frozenset[str]:
    """The names by which a person is looked for in texts, folded."""
    return frozenset(_forms(official))


def _parts(official: OfficialRecord) -> Iterable[str]:
    """Surname, and the given name or its ruling word where people are addressed by it."""
    found = [official.surname or ""]
    given = _given(official)
    if official.addressed_by == "given":
        words = (given or official.name).split()
        is_family_first = _ORDERS.get(official.country or "") == "family-first"
        found += [given, words[-1] if is_family_first else words[0]]
    return dict.fromkeys(key for key in map(name_key, found) if key)


# --- offices and bodies --------------------------------------------------------------------------


def find_office(
    authority: Authority, title: str, body: str | None = None, country: str | None = None
) -> OfficeRecord | None:
    """The office that a title names in a country and a body (id or name); None where unsure."""
    offices = [authority.offices[i] for i in index(authority).offices.get(fold(title), ())]
    if country is not None:
        wanted = country_name(country) or country
        offices = [o for o in offices if o.country == wanted] or [o for o in offices if o.country is None]
    if len(offices) > 1 and body is not None:
        known = find_body(authority, body, country)
        offices = [o for o in offices if o.body == (known.id if known else body)] or offices
    return offices[0] if len(offices) == 1 else None


def find_body(authority: Authority, name: str, country: str | None = None) -> BodyRecord | None:
    """The body of that id or name, in the country where one is given; None where unsure."""
    if name in authority.bodies:
        return authority.bodies[name]
    bodies = [authority.bodies[i] for i in index(authority).bodies.get(fold(name), ())]
    if country is not None:
        wanted = country_name(country) or country
        bodies = [b for b in bodies if b.country == wanted]
    return bodies[0] if len(bodies) == 1 else None


# --- known forms in a text -----------------------------------------------------------------------


def spot_officials(authority: Authority, text: str) -> tuple[Sighting, ...]:
    """Where the whole names of known officials stand in a text; the longest of those that overlap."""
    return _spot(index(authority).official_forms, text)


def spot_bodies(authority: Authority, text: str) -> tuple[Sighting, ...]:
    """Where the names of known bodies stand in a text; the longest of those that overlap."""
    return _spot(index(authority).body_forms, text)


def _spot(automaton: Any, text: str) -> tuple[Sighting, ...]:
    if automaton is None:
        return ()
    folded = fold_in_place(text)
    found: list[Sighting] = []
    for last, (length, ids) in automaton.iter_long(folded):
        start, end = last - length + 1, last + 1
        if stands_alone(folded, start, end):
            found.append(Sighting(start, end, ids))
    return tuple(found)


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no letter or digit touches text[start:end]; scripts without word spaces always stand alone."""
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    if (before or after) and not text[start].isascii():
        return True
    return not (before or after)


def _automaton(forms: Mapping[str, tuple[str, ...]]) -> Any:
    automaton = ahocorasick.Automaton()
    for form, ids in forms.items():
        if form:
            automaton.add_word(form, (len(form), ids))
    if not len(automaton):
        return None
    automaton.make_automaton()
    return automaton


def _frozen(lists: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(dict.fromkeys(ids)) for key, ids in lists.items()}
