"""What happened when: the events of the record by their own dates, not by dates of issue.

Enters: the `Site`. Leaves: /chronology/, one page for each year, one page for each event.
A date is shown with its precision and its status; an event that releases date differently shows
every dating with its source.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from gazette.apparatus import compare_accounts, event_neighbours
from gazette.exports.metadata import linked_event
from gazette.model import Event, Telling
from gazette.pages.accounts import has_sides, side_by_side
from gazette.pages.drawing import Kind, Place, Row, draw, stretch
from gazette.pages.layout import lay_out
from gazette.pages.markup import Html, bullets, definitions, element, join, on_demand, table
from gazette.pages.questions import question_notes
from gazette.pages.site import Page, Site
from gazette.pages.threads import thread_section
from gazette.pages.view import (
    View,
    event_line,
    event_title,
    mark,
    release_line,
    status_mark,
    time_of,
)
from gazette.pages.wording import (
    MONTHS,
    count,
    event_status,
    is_planned,
    is_redated,
    plain,
    precision,
    say_when,
    year_of,
)

MOST_ON_ONE_PAGE = 200
"Events up to which /chronology/ lists all of them; beyond, it leads to the years."


MOST_TOLD = 30
"Accounts of one event whose sentences are shown; others are listed."

MOST_MARKS = 60
"Marks in one row of a timeline; more are drawn as one for each month."


def events_by_year(events: Iterable[Event]) -> Mapping[str, Sequence[Event]]:
    """Events by year, earliest first; those without a year under ""."""
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        found[year_of(event.when) or ""].append(event)
    return {year: found[year] for year in sorted(found, key=lambda y: (y == "", y))}


@dataclass(frozen=True, slots=True)
class Year:
    """The events of a year, and the years before and after it that have any."""

    id: str
    events: tuple[Event, ...]
    before: str | None
    after: str | None


def years_of(site: Site) -> tuple[Year, ...]:
    """Every year that has a page."""
    events = site.corpus.events
    return site.remembered.give("years", (events,), lambda: lay_years(events))


def lay_years(events: Iterable[Event]) -> tuple[Year, ...]:
    """The years in which something happened, each between its neighbours."""
    years = events_by_year(events)
    named = [year for year in years if year]
    return tuple(
        Year(year, tuple(years[year]), before, after)
        for before, year, after in zip([None, *named], named, [*named[1:], None], strict=False)
    )


def render_chronology(site: Site) -> Iterable[Page]:
    """The page /chronology/."""
    yield overview(site, events_by_year(site.corpus.events))


def overview(site: Site, years: Mapping[str, Sequence[Event]]) -> Page:
    """All years as a drawing with its table; and the events, while they are few."""
    view = View(site, "chronology/")
    total = len(site.corpus.events)
    parts: list[Html] = [timeline(view, years), legend(), timeline_table(view, years)]
    for year, events in years.items():
        if year and total <= MOST_ON_ONE_PAGE:
            parts += [element("h2", view.page(f"chronology/{year}/", year), id=f"y{year}")]
            parts.append(event_list(view, events))
    if years.get(""):
        parts += [element("h2", "Without a date", id="undated"), event_list(view, years[""])]
    if not total:
        parts = [element("p", "No events yet.", class_="empty")]
    lead = (
        "Meetings, calls, visits and other events by the day on which they took place, or are planned. A date"
        " is never shown more exactly than the texts give it."
    )
    return lay_out(
        view, "chronology", "Chronology", *parts, description=f"{count(total, 'event')} by date", lead=lead
    )


def event_list(view: View, events: Iterable[Event]) -> Html:
    """Events, one line each."""
    return bullets((view.line("event", event, event_line) for event in events), class_="lines")


def render_year(site: Site, year: Year) -> Iterable[Page]:
    """The events of one year, by month where they are dated so."""
    view = View(site, f"chronology/{year.id}/")
    steps = [
        view.page(f"chronology/{year.before}/", f"← {year.before}") if year.before else "",
        view.page("chronology/", "All years"),
        view.page(f"chronology/{year.after}/", f"{year.after} →") if year.after else "",
    ]
    number = count(len(year.events), "event")
    months = events_by_month(year.events)
    parts: list[Html] = []
    if months.keys() - {""}:
        parts += [month_timeline(view, year.id, months), legend()]
    for month, found in months.items():
        words = MONTHS[int(month) - 1] if month else "In the year, without a month"
        parts += [element("h2", words, id=f"m{month or '00'}"), event_list(view, found)]
    yield lay_out(
        view,
        "chronology",
        f"Chronology of {year.id}",
        *parts,
        element("nav", join(steps, " · "), class_="steps", aria_label="Years"),
        description=f"{number} in {year.id}",
        lead=number,
    )


def events_by_month(events: Iterable[Event]) -> Mapping[str, Sequence[Event]]:
    """Events of one year by month ("01" to "12"), in order; those dated to no month last, under ""."""
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        parts = event.when.start.rstrip("~?%").split("-") if event.when else []
        month = parts[1] if len(parts) > 1 and parts[1].isdigit() and 1 <= int(parts[1]) <= 12 else ""
        found[month].append(event)
    return {month: found[month] for month in sorted(found, key=lambda m: (m == "", m))}


# --- drawn ---------------------------------------------------------------------------------------


def kind_of(event: Event) -> Kind:
    """Whether an event took place or is only spoken of as planned."""
    return "planned" if is_planned(event) else "held"


def event_places(event: Event, low: float, high: float) -> Iterable[Place]:
    """The marks of an event between two moments: its dating, and the other datings it was given."""
    whens = [(event.when, kind_of(event))] if event.when else []
    whens += [(when, "redated") for when, _ in event.datings if when != event.when]
    for when, kind in whens:
        placed = stretch(when)
        if placed and placed[0] < high and (placed[1] > low or placed[0] >= low):
            start, end = ((moment - low) / (high - low) for moment in placed)
            also = "Also dated: " if kind == "redated" else "Planned: " if kind == "planned" else ""
            end = start if precision(when) == "to the day" else end
            yield Place(start, end, kind, f"{also}{event_title(event)}, {say_when(when)}")


def row_places(events: Iterable[Event], low: float, high: float) -> Sequence[Place]:
    """The marks of many events between two moments; of very many, one for each twelfth of the time."""
    places = [place for event in events for place in event_places(event, low, high)]
    places.sort(key=lambda place: place.start - place.end)
    if len(places) <= MOST_MARKS:
        return places
    numbers = Counter(min(max(int(place.start * 12), 0), 11) for place in places)
    most = max(numbers.values())
    return [
        Place(n / 12 + 0.002, (n + 1) / 12 - 0.002, "held", count(number, "event"), 0.2 + 0.8 * number / most)
        for n, number in sorted(numbers.items())
    ]


def timeline(view: View, years: Mapping[str, Sequence[Event]]) -> Html:
    """One row for each year; an event dated otherwise elsewhere shows in the rows of all its datings."""
    shown = {year: {event.id: event for event in events} for year, events in years.items() if year}
    for events in years.values():
        for event in events:
            for when, _ in event.datings:
                shown.get(year_of(when) or "", {}).setdefault(event.id, event)
    rows = [
        Row(
            label=year,
            href=view.to(f"chronology/{year}/"),
            places=row_places(events.values(), float(year), float(year) + 1),
            note=f"{len(years[year]):,}",
        )
        for year, events in shown.items()
    ]
    if not rows:
        return Html("")
    ticks = [(0, "Jan"), (0.25, "Apr"), (0.5, "Jul"), (0.75, "Oct")]
    said = "One row for each year, from January to December; each mark is an event on its date."
    return element("figure", draw("years", "Events by year", said, ticks, rows), class_="timeline")


def month_timeline(view: View, year: str, months: Mapping[str, Sequence[Event]]) -> Html:
    """One row for each month of a year in which something is dated."""
    rows = []
    for month, events in months.items():
        if month:
            low = int(year) + (int(month) - 1) / 12
            named = MONTHS[int(month) - 1]
            rows.append(
                Row(
                    named[:3],
                    f"#m{month}",
                    row_places(events, low, low + 1 / 12),
                    f"{len(events):,}",
                )
            )
    ticks = [(0, "1"), (1 / 3, "11"), (2 / 3, "21")]
    said = "One row for each month, from its first to its last day; each mark is an event on its date."
    drawn = draw("months", f"Events of {year} by month", said, ticks, rows)
    return element("figure", drawn, class_="timeline")


def legend() -> Html:
    """What the marks of a timeline stand for."""
    rows = (
        join([element("span", class_=f"key {kind}", aria_hidden="true"), words])
        for kind, words in (("held", "took place"), ("planned", "planned"), ("redated", "also dated so"))
    )
    return bullets(rows, class_="legend")


def timeline_table(view: View, years: Mapping[str, Sequence[Event]]) -> Html:
    """The numbers behind the drawing."""
    rows = [
        (
            view.page(f"chronology/{year}/", year),
            f"{len(events):,}",
            f"{sum(map(is_planned, events)):,}",
            f"{sum(map(is_redated, events)):,}",
        )
        for year, events in years.items()
        if year
    ]
    if not rows:
        return Html("")
    drawn = table("Events by year", ("Year", "Events", "Of them planned", "Dated differently"), rows)
    return on_demand("The timeline as a table", drawn, class_="more as-table")


# --- one event -----------------------------------------------------------------------------------


def render_event(site: Site, event: Event) -> Iterable[Page]:
    """One encounter and every account of it."""
    view = View(site, f"events/{event.id}/")
    title = event_title(event)
    record = site.authority.events.get(event.id)
    said = [plain(event.type), say_when(event.when) if event.when else "", event.place or ""]
    yield lay_out(
        view,
        "event",
        title,
        planned_note(event),
        question_notes(view, [event.id]),
        definitions(event_facts(view, event), class_="origin"),
        datings(view, event),
        side_by_side(view, compare_accounts(site.corpus, event)) if has_sides(event) else "",
        accounts(view, event),
        thread_section(view, event_neighbours(site.corpus, event.id)),
        element("p", record.note) if record and record.note else "",
        description=" · ".join(part for part in said if part),
        kicker=plain(event.type),
        linked=linked_event(
            title,
            event.when,
            event.place or "",
            [site.known_as[id].name for id in event.participants if id in site.known_as],
            is_planned(event),
            view.permanent(),
        ),
    )


def planned_note(event: Event) -> Html:
    """Says of an event known only from announcements that nothing here tells of it having taken place."""
    if not is_planned(event):
        return Html("")
    return element(
        "p",
        element("strong", "Planned."),
        " The releases speak of it as still to come; none here tells that it took place.",
        class_="banner banner-planned",
    )


def event_facts(view: View, event: Event) -> Iterable[tuple[str, object]]:
    """When, where, who, and to which series it belongs."""
    if event.when:
        exactness = mark(precision(event.when), "precision")
        status = status_mark(event_status(event))
        yield "When", join([time_of(event.when), exactness, status], " ")
    else:
        yield "When", element("span", "No release gives a date", class_="missing")
    yield "Where", event.place or ""
    yield "Who", bullets((participant(view, id) for id in event.participants), class_="plain")
    if event.series:
        ordinal = f"no. {event.ordinal} of " if event.ordinal else ""
        same = [e for e in view.site.events_of_series[event.series] if e.id != event.id][:20]
        others = join((join([view.event(e), f" ({say_when(e.when)})" if e.when else ""]) for e in same), "; ")
        yield "Series", join([ordinal, event.series, join([". Others: ", others]) if same else ""])
    yield "Accounts", count(len({telling.release for telling in event.tellings}), "release")


def participant(view: View, id: str) -> Html:
    """A participant with country and standing."""
    file = view.site.known_as.get(id)
    doubt = mark("not yet confirmed", "provisional") if file and file.standing == "provisional" else ""
    country = f", {file.country}" if file and file.country else ""
    return join([view.official(id), country, " ", doubt])


def datings(view: View, event: Event) -> Html:
    """Every dating with its releases, where the accounts differ."""
    if not is_redated(event):
        return Html("")
    rows = [
        (
            join([time_of(when), " ", mark("shown above", "precision") if when == event.when else ""]),
            precision(when),
            bullets(
                (view.release(view.site.releases[id]) for id in ids if id in view.site.releases),
                class_="plain",
            ),
        )
        for when, ids in event.datings
    ]
    drawn = table("Each dating and where it stands", ("Dating", "Precision", "Releases"), rows)
    return join([element("h2", f"{count(len(rows), 'dating')}", id="datings"), drawn])


def accounts(view: View, event: Event) -> Html:
    """Each release that tells of the event, with the sentences in which it does."""
    told: dict[str, list[Telling]] = defaultdict(list)
    for telling in event.tellings:
        told[telling.release].append(telling)
    known = [id for id in told if id in view.site.releases]
    parts = [account(view, id, told[id]) for id in known[:MOST_TOLD]]
    if known[MOST_TOLD:]:
        rest = (release_line(view, view.site.releases[id]) for id in known[MOST_TOLD:])
        parts += [
            element("h3", f"{count(len(known) - MOST_TOLD, 'further account')}"),
            bullets(rest, "lines"),
        ]
    return element("section", element("h2", "Accounts", id="accounts"), *parts, aria_labelledby="accounts")


def account(view: View, id: str, tellings: Sequence[Telling]) -> Html:
    """What one release says of the event."""
    release = view.site.releases[id]
    marks = [mark("secondary source", "secondary")] if release.is_secondary else []
    if all(telling.account.planned for telling in tellings):
        marks.append(mark("planned", "planned"))
    if all(telling.account.role == "referenced" for telling in tellings):
        marks.append(mark("mentioned only", "precision"))
    said = []
    for telling in tellings:
        when = telling.account.when
        said.append(view.quotation(release, telling.account.evidence, whole=True))
        if when:
            words = f"Dates it {say_when(when.value)} ({when.status})"
            said.append(on_demand(words, view.grounds(release, when), class_="why"))
    source = join([plain(release.imprint.kind.value), view.issuer(release)], " · ")
    return element(
        "div",
        element("h3", view.release(release), " ", join(marks, " ")),
        element("p", source, class_="how"),
        *said,
        class_="account",
    )
