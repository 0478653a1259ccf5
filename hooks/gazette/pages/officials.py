"""Who held which office, by attestation: officials, offices, and the lists of both.

Enters: the `Site`. Leaves: /officials/, one page for each official, one for each office.
An office is never drawn longer than it is attested: the first and the last release that give it
are named, nothing is filled in between or beyond.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from gazette.model import Appearance, Event, OfficeFile, OfficialFile, Reading, Release
from gazette.pages.layout import lay_out, title_line
from gazette.pages.markup import (
    Html,
    bullets,
    definitions,
    element,
    join,
    language_of,
    link,
    on_demand,
    table,
)
from gazette.pages.site import Page, Site, filing_date
from gazette.pages.view import View, event_line, filed, mark, time_of
from gazette.pages.wording import count, say_date, say_when

Attestation = tuple[Release, Reading[Any]]


def render_list(site: Site) -> Iterable[Page]:
    """The page /officials/: by country, then by name."""
    view = View(site, "officials/")
    officials = site.corpus.officials
    provisional = sum(1 for file in officials if file.standing == "provisional")
    parts: list[Html] = []
    jumps: list[Html] = []
    for country, group in groupby(officials, key=lambda file: file.country or "Country not given"):
        fragment = f"c{len(jumps) + 1}"
        jumps.append(link(f"#{fragment}", country))
        parts += [
            element("h2", country, id=fragment),
            bullets((official_line(view, file) for file in group), class_="lines people-lines"),
        ]
    lead = f"{count(len(officials), 'official')}, by country and name."
    if provisional:
        lead += f" {count(provisional, 'is', 'are')} not yet confirmed by an editor."
    yield lay_out(
        view,
        "officials",
        "Officials",
        bullets(jumps, class_="jumps") if jumps[1:] else "",
        *(parts or [element("p", "No officials yet.", class_="empty")]),
        description=lead,
        lead=lead,
    )


def official_line(view: View, file: OfficialFile) -> Html:
    """One line: name, latest office attested, number of releases."""
    doubt = mark("not yet confirmed", "provisional") if file.standing == "provisional" else ""
    latest = next((a.offices[0].value for _, a in reversed(file.appearances) if a.offices), None)
    return element(
        "div",
        element("p", view.official(file.id), " ", doubt, class_="what"),
        element("p", view.office(latest), class_="who") if latest else "",
        element("p", count(len(file.appearances), "release"), class_="how"),
        class_="said",
    )


def render_officials(site: Site) -> Iterable[Page]:
    """A page for each official."""
    return (render_official(site, file) for file in site.corpus.officials)


def render_official(site: Site, file: OfficialFile) -> Page:
    """One official over the whole record."""
    view = View(site, f"officials/{file.id}/")
    provisional = file.standing == "provisional"
    said = " · ".join(part for part in (file.country, count(len(file.appearances), "release")) if part)
    return lay_out(
        view,
        "official provisional" if provisional else "official",
        file.name,
        definitions(name_facts(file), class_="origin"),
        offices_over_time(view, file),
        appearances(view, file),
        encounters(view, file),
        description=f"{file.name}: offices as attested, appearances, encounters. {said}",
        kicker=join(["Official", file.country], " · "),
        notes=provisional_note(view) if provisional else "",
    )


def provisional_note(view: View) -> Html:
    """Says that nobody has confirmed yet who this is."""
    return element(
        "p",
        element("strong", "Not yet confirmed."),
        " The name was found in a text that gives it an office; the authority file does not know it. It may"
        " turn out to be somebody who has a page already. ",
        view.page("data/problems/", "How it is settled"),
        ".",
        class_="banner banner-provisional",
    )


def name_facts(file: OfficialFile) -> Iterable[tuple[str, object]]:
    """The preferred name and all others."""
    record = file.record
    yield "Preferred name", file.name if record else ""
    if record:
        native = record.native_name
        yield "In own script", element("span", native, lang=language_of(native)) if native else ""
        yield "Filed under", record.sort_name
        yield "Also known as", "; ".join(v for v in record.variants if v not in file.variants)
    yield "Names as printed", "; ".join(dict.fromkeys(file.variants))
    if record and record.appointments:
        rows = (
            f"{a.office}: {say_date(a.since or '..')} – {say_date(a.until or '..')}"
            for a in record.appointments
        )
        yield "Appointments, by an editor", bullets(rows, class_="plain")
    yield "Note", record.note if record else ""


def offices_over_time(view: View, file: OfficialFile) -> Html:
    """Each office with the first and the last release that attest it."""
    found: dict[str, list[Attestation]] = defaultdict(list)
    for id, appearance in file.appearances:
        release = view.site.releases.get(id)
        for reading in appearance.offices:
            office = view.site.office_of(reading.value)
            if release:
                found[office.id if office else reading.value.title].append((release, reading))
    rows = [
        (
            view.office(attested[0][1].value),
            span_of([release for release, _ in attested]),
            attestations(view, attested),
        )
        for attested in found.values()
    ]
    if not rows:
        return Html("")
    drawn = table("Each office as the releases attest it", ("Office", "Attested", "By"), rows)
    return join([element("h2", "Offices as attested", id="offices"), drawn])


def span_of(releases: Sequence[Release]) -> Html:
    """First and last date of attestation: a single date where both are the same."""
    dates = sorted(when for when in map(filing_date, releases) if when)
    if not dates:
        return element("span", "undated", class_="missing")
    first, last = dates[0], dates[-1]
    if first == last:
        return time_of(first)
    return join([time_of(first), " … ", time_of(last)])


def attestations(view: View, attested: Sequence[Attestation]) -> Html:
    """The releases that give an office, with their words on demand."""
    rows = (
        join([view.release(release), view.why(release, reading, reading.as_written or "evidence")], " ")
        for release, reading in attested
    )
    return bullets(rows, class_="plain")


def appearances(view: View, file: OfficialFile) -> Html:
    """Each release in which the official stands: the name as printed and the office that day."""
    rows = [
        appearance_row(view, view.site.releases[id], appearance)
        for id, appearance in file.appearances
        if id in view.site.releases
    ]
    head = ("Date", "Release", "As printed", "Office that day")
    drawn = table("Each release in which the name stands", head, rows)
    return join([element("h2", "Appearances", id="appearances"), drawn])


def appearance_row(view: View, release: Release, appearance: Appearance) -> tuple[Html, ...]:
    """One release: date, title, names as printed with their places, offices."""
    printed: dict[str, list[Html]] = defaultdict(list)
    for mention in appearance.mentions:
        place = view.place_of(release, mention.evidence)
        places = printed[mention.evidence.quote]
        if place not in places:
            places.append(place)
    names = bullets(
        (join([f"“{words}” ", join(found, " ")]) for words, found in printed.items()), class_="plain"
    )
    offices = bullets((view.office(reading.value) for reading in appearance.offices), class_="plain")
    second = mark("secondary source", "secondary") if release.is_secondary else ""
    return (
        filed(release),
        join([view.release(release), " ", second]),
        names,
        offices or Html("none given"),
    )


def encounters(view: View, file: OfficialFile) -> Html:
    """What the official took part in, and with whom, where and when."""
    events = view.site.events_of_official.get(file.id, ())
    if not events:
        return Html("")
    return join(
        [
            element("h2", "Events", id="events"),
            bullets((event_line(view, event) for event in events), class_="lines"),
            company(view, file, events),
        ]
    )


def company(view: View, file: OfficialFile, events: Sequence[Event]) -> Html:
    """Whom the official met, the most often first, with the events."""
    shared: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for other in event.participants:
            if other != file.id:
                shared[other].append(event)
    often = Counter({id: len(found) for id, found in shared.items()})
    rows = [
        join([view.official(id), country_words(view, id), ": ", occasions(view, shared[id])])
        for id, _ in often.most_common()
    ]
    return join([element("h2", "In the company of", id="company"), bullets(rows)]) if rows else Html("")


def country_words(view: View, id: str) -> str:
    """Country of an official in brackets."""
    file = view.site.officials.get(id)
    return f" ({file.country})" if file and file.country else ""


def occasions(view: View, events: Sequence[Event]) -> Html:
    """Events with their dates; many of them on demand."""
    named = [
        join([view.event(event), f" ({say_when(event.when)})" if event.when else ""]) for event in events
    ]
    if len(named) <= 5:
        return join(named, "; ")
    return on_demand(count(len(named), "event"), bullets(named), class_="why")


# --- offices -------------------------------------------------------------------------------------


def render_offices(site: Site) -> Iterable[Page]:
    """A page for each office that a release gives to somebody."""
    return (render_office(site, office) for office in site.corpus.offices)


def render_office(site: Site, office: OfficeFile) -> Page:
    """Who is attested in an office, by which release."""
    view = View(site, f"offices/{office.id}/")
    held: dict[str, list[Attestation]] = defaultdict(list)
    for release_id, official, reading in office.attestations:
        if release_id in site.releases:
            held[official].append((site.releases[release_id], reading))
    rows = [
        (view.official(official), span_of([release for release, _ in attested]), attestations(view, attested))
        for official, attested in held.items()
    ]
    title = office.title
    record = office.record
    where = ", ".join(part for part in (office.body, office.country) if part and part not in title)
    named = f"{title}, {where}" if where else title
    return lay_out(
        view,
        "office",
        named,
        definitions(
            [
                ("Also printed as", "; ".join(record.variants) if record else ""),
                ("Note", record.note if record else ""),
            ],
            class_="origin",
        ),
        element("h2", "Held by, as attested", id="held"),
        table("Each person to whom a release gives the office", ("Official", "Attested", "By"), rows),
        description=f"Who is attested as {named}",
        kicker=join(["Office", office.body, office.country], " · "),
        heading=title_line(title),
    )
