"""Who held which office, by attestation: officials and offices.

Enters: the `Site`. Leaves: one page for each official, one for each office.
An office is never drawn longer than it is attested: the first and the last release that give it
are named, nothing is filled in between or beyond.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gazette.apparatus import Attribution, attributions
from gazette.exports.metadata import linked_person
from gazette.model import (
    Appearance,
    Event,
    OfficeFile,
    OfficialFile,
    OfficialRecord,
    Reading,
    Release,
    When,
)
from gazette.pages.drawing import Place, Row, day_number, draw, stretch
from gazette.pages.layout import lay_out, section, title_line
from gazette.pages.markup import (
    Html,
    bullets,
    definitions,
    direction_of,
    element,
    join,
    language_of,
    on_demand,
    table,
)
from gazette.pages.paging import sheet_links, sheet_steps
from gazette.pages.questions import question_notes
from gazette.pages.sheets import NEWEST, UNDATED, Sheet, beside, is_long, sheets
from gazette.pages.site import Page, Site, filing_date
from gazette.pages.view import View, event_line, filed, mark, time_of
from gazette.pages.wording import count, plain, precision, say_term, say_when, year_of

Attestation = tuple[Release, Reading[Any]]
Appeared = tuple[Release, Appearance]
Attributed = tuple[Release, Attribution]

MOST_ATTRIBUTED = 12
"Sentences shown for one topic."

MOST_DOTS = 80
"Attestations drawn for one office."

MOST_ATTESTATIONS = 6
"Releases named for one office; of more, the first ones and the last."

MOST_COMPANY = 60


def render_official(site: Site, file: OfficialFile) -> Iterable[Page]:
    """The page of one official, and one for each year of those who appear very often."""
    parts = appearance_sheets(site, file)
    yield whole_career(site, file, parts)
    for place in range(len(parts)):
        yield render_official_sheet(site, file, parts, place)


def appearance_sheets(site: Site, file: OfficialFile) -> tuple[Sheet[Appeared], ...]:
    """The appearances by year, where they are too many for one page."""
    shown = [(site.releases[id], a) for id, a in file.appearances if id in site.releases]
    if not is_long(shown):
        return ()
    return sheets(f"officials/{file.id}/", shown, lambda row: year_of(filing_date(row[0])))


def whole_career(site: Site, file: OfficialFile, parts: Sequence[Sheet[Appeared]]) -> Page:
    """One official over the whole record."""
    view = View(site, f"officials/{file.id}/")
    provisional = file.standing == "provisional"
    said = " · ".join(part for part in (file.country, count(len(file.appearances), "release")) if part)
    held = offices_held(view, file)
    return lay_out(
        view,
        "official provisional" if provisional else "official",
        file.name,
        card(view, file),
        offices_over_time(view, file, held),
        encounters(view, file),
        attributed(view, file),
        appearances(view, file, parts),
        description=f"{file.name}: offices as attested, appearances, encounters. {said}",
        kicker=join(["Official", file.country], " · "),
        notes=join([provisional_note(view) if provisional else "", question_notes(view, [file.id])]),
        linked=linked_person(
            file.name,
            [*file.variants, *(file.record.variants if file.record else ())],
            file.country or "",
            [attested[0][1].value.title for attested in held.values()],
            view.permanent(),
        ),
    )


def render_official_sheet(
    site: Site, file: OfficialFile, parts: Sequence[Sheet[Appeared]], place: int
) -> Page:
    """The appearances and events of one year."""
    sheet = parts[place]
    view = View(site, sheet.address)
    year = sheet.label.partition(",")[0]
    first = place == 0 or parts[place - 1].label.partition(",")[0] != year
    events = [
        e for e in site.events_of_official.get(file.id, ()) if first and (year_of(e.when) or UNDATED) == year
    ]
    listed = bullets((event_line(view, event) for event in events), class_="lines")
    title = f"{file.name}, {sheet.label}"
    return lay_out(
        view,
        "official",
        title,
        section("Events", "events", listed),
        section("Appearances", "appearances", appearance_table(view, sheet.rows)),
        sheet_steps(view, *beside(parts, place), view.official(file.id), "Years"),
        description=f"{title}: {count(len(sheet.rows), 'appearance')}",
        kicker=join(["Official", file.country], " · "),
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


def card(view: View, file: OfficialFile) -> Html:
    """Who it is: the preferred name, the names in print and their order; as on a card of a catalogue."""
    return element(
        "section",
        element("h2", "Card", id="card", class_="unseen"),
        definitions(name_facts(view, file), class_="card"),
        aria_labelledby="card",
    )


def name_facts(view: View, file: OfficialFile) -> Iterable[tuple[str, object]]:
    """The preferred name and all others."""
    record = file.record
    if record:
        yield "Preferred name", element("strong", file.name)
        native = record.native_name
        yield "In own script", element("span", native, lang=language_of(native)) if native else ""
        yield "Name order", name_order(record)
        yield "Filed under", record.sort_name
    else:
        yield "Preferred name", element("span", "none yet: the name is given as printed", class_="missing")
    yield "Name as printed", join((element("q", name) for name in dict.fromkeys(file.variants)), ", ")
    if record:
        others = [variant for variant in record.variants if variant not in file.variants]
        yield "Variants not seen here", "; ".join(others)
    yield "Country", file.country or ""
    if record and record.appointments:
        rows = (
            join(
                [
                    office_named(view, a.office),
                    f": {say_term(a.since, a.until)}",
                ]
            )
            for a in record.appointments
        )
        yield "Appointments, by an editor", bullets(rows, class_="plain")
    yield "Note", record.note if record else ""


def name_order(record: OfficialRecord) -> str:
    """Which part of the preferred name is the family name, as the authority file has it."""
    surname = record.surname
    if not surname:
        return ""
    if record.name == surname:
        return "family name alone"
    if record.name.startswith(surname):
        return f"family name first ({surname})"
    return f"family name last ({surname})" if record.name.endswith(surname) else f"family name {surname}"


def office_named(view: View, id: str) -> Html:
    """An office of the authority file by its title, linked where a release attests it."""
    record = view.site.authority.offices.get(id)
    title = record.title if record else id
    return view.page(f"offices/{id}/", title) if id in view.site.office_pages else join([title])


def offices_held(view: View, file: OfficialFile) -> dict[str, list[Attestation]]:
    """By office: every release that gives it to the official, in the order of issue."""
    found: dict[str, list[Attestation]] = defaultdict(list)
    for id, appearance in file.appearances:
        release = view.site.releases.get(id)
        for reading in appearance.offices:
            office = view.site.office_page(reading.value)
            if release:
                found[office or reading.value.title].append((release, reading))
    return found


def offices_over_time(view: View, file: OfficialFile, held: Mapping[str, Sequence[Attestation]]) -> Html:
    """Each office with the first and the last release that attest it: drawn, and as a table."""
    if not held:
        return Html("")
    rows = [
        (
            view.office(attested[0][1].value),
            span_of([release for release, _ in attested]),
            attestations(view, attested),
        )
        for attested in held.values()
    ]
    appointed = {a.office: a for a in file.record.appointments} if file.record else {}
    lines = [
        Line(
            attested[0][1].value.title,
            f"offices/{id}/" if id in view.site.office_pages else "",
            [release for release, _ in attested],
            (appointed[id].since, appointed[id].until) if id in appointed else None,
        )
        for id, attested in held.items()
    ]
    return section(
        "Offices as attested",
        "offices",
        join(
            [
                chart(view, f"Offices of {file.name} over time", lines),
                table("Each office as the releases attest it", ("Office", "Attested", "By"), rows),
            ]
        ),
    )


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the chart of attestations."""

    label: str
    address: str
    releases: Sequence[Release]
    appointed: tuple[str | None, str | None] | None = None


def chart(view: View, title: str, lines: Sequence[Line]) -> Html:
    """Attestations on a scale of years: a dot for each, a line from the first to the last, never longer."""
    when = [[stretch(w) for w in map(filing_date, line.releases) if w] for line in lines]
    moments = [moment for found in when for pair in found if pair for moment in pair]
    if not moments:
        return Html("")
    low, high = int(min(moments)), int(max(moments)) + 1
    width = high - low
    rows = []
    for line, found in zip(lines, when, strict=True):
        dated = sorted({pair for pair in found if pair})
        places = [
            Place(
                (start - low) / width,
                (end - low) / width,
                "held",
                f"Attested {say_when(filed_when)}",
            )
            for start, end, filed_when in attested_dates(line.releases)
        ][:MOST_DOTS]
        if line.appointed:
            places.insert(0, appointed_place(line.appointed, low, width))
        if dated[1:]:
            span = Place((dated[0][0] - low) / width, (dated[-1][0] - low) / width, "span", "First to last")
            places.insert(0, span)
        target = view.to(line.address) if line.address else "#offices"
        rows.append(Row(line.label, target, places, count(len(line.releases), "release")))
    step = max(1, -(-width // 6))
    ticks = [((year - low) / width, str(year)) for year in range(low, high, step)]
    said = "A dot is a release that gives the office; a line runs from the first to the last of them."
    if any(line.appointed for line in lines):
        said += " The pale bar is the term as an editor wrote it."
    drawn = draw("terms", title, said, ticks, rows, wide_labels=True)
    return element("figure", drawn, element("figcaption", said), class_="timeline")


def attested_dates(releases: Sequence[Release]) -> list[tuple[float, float, When]]:
    """The date of each release on the scale, each once."""
    found = {}
    for release in releases:
        when = filing_date(release)
        placed = stretch(when) if when else None
        if when and placed:
            exact = precision(when) == "to the day"
            found[when] = (placed[0], placed[0] if exact else placed[1], when)
    return sorted(found.values(), key=lambda row: row[:2])


def appointed_place(appointed: tuple[str | None, str | None], low: int, width: int) -> Place:
    """What an editor wrote of the term, as far as the scale reaches."""
    since, until = appointed
    start = day_number(since) if since else None
    end = day_number(until, last=True) if until else None
    said = f"By an editor: {say_term(since, until)}"
    first = max(((start if start is not None else low) - low) / width, 0.0)
    last = min(((end if end is not None else low + width) - low) / width, 1.0)
    return Place(first, max(last, first), "editor", said)


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
    """The releases that give an office, with their words on demand; of very many the first and the last."""
    shown = list(attested)
    left = len(shown) - MOST_ATTESTATIONS
    if left > 0:
        shown = [*attested[: MOST_ATTESTATIONS - 1], attested[-1]]
    rows = [
        join(
            [
                view.release(release),
                mark("secondary source", "secondary") if release.is_secondary else "",
                view.why(release, reading, reading.as_written or "evidence"),
            ],
            " ",
        )
        for release, reading in shown
    ]
    if left > 0:
        rows.insert(-1, element("span", f"… and {count(left, 'release')} between them", class_="how"))
    return bullets(rows, class_="plain")


def appearances(view: View, file: OfficialFile, parts: Sequence[Sheet[Appeared]]) -> Html:
    """Each release in which the official stands; of very many the newest, and the others by year."""
    if not parts:
        shown = [(view.site.releases[id], a) for id, a in file.appearances if id in view.site.releases]
        return section("Appearances", "appearances", appearance_table(view, shown))
    newest = [row for sheet in parts if sheet.label != UNDATED for row in sheet.rows[::-1]][:NEWEST]
    words = element(
        "p", f"The newest {len(newest)} of {count(len(file.appearances), 'release')}; all by year:"
    )
    listed = join([words, sheet_links(view, parts, "appearance"), appearance_table(view, newest)])
    return section("Appearances", "appearances", listed)


def appearance_table(view: View, shown: Iterable[Appeared]) -> Html:
    """Releases with the name as printed and the office that day."""
    head = ("Date", "Release", "As printed", "Office that day")
    rows = [appearance_row(view, release, appearance) for release, appearance in shown]
    return table("Each release in which the name stands", head, rows)


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
    listed = events if not is_long(events) else events[-NEWEST:]
    words = (
        element(
            "p", f"The last {len(listed)} of {count(len(events), 'event')}; the others stand with the years."
        )
        if is_long(events)
        else ""
    )
    lines = bullets((event_line(view, event) for event in listed), class_="lines")
    return join([section("Events", "events", join([words, lines])), company(view, file, events)])


def company(view: View, file: OfficialFile, events: Sequence[Event]) -> Html:
    """Whom the official met, the most often first: when, where and how."""
    shared: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        for other in event.participants:
            if other != file.id:
                shared[other].append(event)
    often = Counter({id: len(found) for id, found in shared.items()})
    rows = [
        (join([view.official(id), country_words(view, id)]), occasions(view, shared[id]))
        for id, _ in often.most_common(MOST_COMPANY)
    ]
    if not rows:
        return Html("")
    drawn = table("Whom the texts name beside the official, and where", ("Who", "When, where and how"), rows)
    return section("In the company of", "company", drawn)


def country_words(view: View, id: str) -> str:
    """Country of an official in brackets."""
    file = view.site.known_as.get(id)
    return f" ({file.country})" if file and file.country else ""


def occasions(view: View, events: Sequence[Event]) -> Html:
    """Events with date, place and type; many of them on demand."""
    named = [
        join(
            [
                f"{say_when(event.when)}: " if event.when else "",
                view.event(event),
                f", {event.place}" if event.place else "",
            ]
        )
        for event in events
    ]
    if len(named) <= 5:
        return bullets(named, class_="plain")
    return on_demand(count(len(named), "event"), bullets(named[-NEWEST:]), class_="why")


# --- what is attributed ---------------------------------------------------------------------------


def attributed(view: View, file: OfficialFile) -> Html:
    """What releases say the official said, by topic; each with its sentence."""
    said = attributions(view.site.corpus)
    found = [
        (view.site.releases[release], attribution)
        for release in dict.fromkeys(release for release, _ in file.appearances)
        for attribution in said[release]
        if file.id in attribution.speaker.value.people
    ]
    by_topic: dict[str, list[Attributed]] = defaultdict(list)
    for release, attribution in found:
        for topic in attribution.topics or ("",):
            by_topic[topic].append((release, attribution))
    often = sorted(by_topic.items(), key=lambda pair: (pair[0] == "", -len(pair[1]), pair[0]))
    parts = [topic_attributed(view, file, topic, rows) for topic, rows in often]
    if not parts:
        return Html("")
    lead = element(
        "p",
        f"{count(len(found), 'sentence')} in which a text says what was said, asked or promised, by topic."
        " These are the words of the releases, not a verbatim record.",
        class_="how",
    )
    listed = element("div", *parts, class_="by-topic")
    return section("What is attributed", "attributed", join([lead, listed]))


def topic_attributed(view: View, file: OfficialFile, topic: str, rows: Sequence[Attributed]) -> Html:
    """The sentences on one topic, the newest first, on demand."""
    named = view.topic_name(topic) if topic else "Without a topic"
    listed = [attribution_line(view, file, release, said) for release, said in rows[::-1][:MOST_ATTRIBUTED]]
    if len(rows) > MOST_ATTRIBUTED:
        listed.append(element("p", f"and {len(rows) - MOST_ATTRIBUTED:,} earlier", class_="how"))
    summary = join([named, " ", element("span", f"{len(rows):,}", class_="how")])
    link_to = element("p", view.topic(topic), class_="how") if topic else ""
    return on_demand(summary, bullets(listed, class_="passages"), link_to, class_="more")


def attribution_line(view: View, file: OfficialFile, release: Release, said: Attribution) -> Html:
    """One sentence: when, in which manner, in whose release."""
    block = release.blocks[said.evidence.block]
    speaker = said.speaker.value
    together = [id for id in speaker.people if id != file.id]
    manner = plain(said.manner)
    if together:
        manner += ", together with " + " and ".join(name_of(view.site, id) for id in together)
    marks = [mark("inferred speaker", "inferred")] if said.speaker.status == "inferred" else []
    if said.is_direct:
        marks.append(mark("direct speech", "precision"))
    if release.is_secondary:
        marks.append(mark("secondary source", "secondary"))
    language = language_of(block.text)
    words = join(
        [
            block.text[said.evidence.start : said.said.start],
            element("mark", said.said.quote),
            block.text[said.said.end : said.evidence.end],
        ]
    )
    return element(
        "div",
        element("span", filed(release), class_="when"),
        element(
            "div",
            element("p", manner, " ", join(marks, " "), class_="how"),
            element(
                "blockquote",
                element("p", words, " ", view.place_of(release, said.evidence)),
                lang=language,
                dir=direction_of(language),
            ),
            element("p", view.release(release), class_="how"),
            class_="said",
        ),
        class_="line",
    )


# --- offices -------------------------------------------------------------------------------------


def render_office(site: Site, office: OfficeFile) -> Iterable[Page]:
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
    lines = [
        Line(name_of(site, official), f"officials/{official}/", [release for release, _ in attested])
        for official, attested in held.items()
    ]
    where = ", ".join(part for part in (office.body, office.country) if part and part not in title)
    named = f"{title}, {where}" if where else title
    yield lay_out(
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
        section(
            "Held by, as attested",
            "held",
            join(
                [
                    chart(view, f"{title}: by whom it is attested", lines),
                    table(
                        "Each person to whom a release gives the office", ("Official", "Attested", "By"), rows
                    ),
                ]
            ),
        ),
        description=f"Who is attested as {named}",
        kicker=join(["Office", office.body, office.country], " · "),
        heading=title_line(title),
    )


def name_of(site: Site, id: str) -> str:
    """Preferred name of an official; the id where there is no page."""
    return site.known_as[id].name if id in site.known_as else id
