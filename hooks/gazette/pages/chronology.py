"""What happened when: the events of the record by their own dates, not by dates of issue.

Enters: the `Site`. Leaves: /chronology/, one page for each year, one page for each event.
A date is shown with its precision and its status; an event that releases date differently shows
every dating with its source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from gazette.model import Event, Telling
from gazette.pages.layout import lay_out
from gazette.pages.markup import Html, bullets, definitions, element, join, on_demand, table
from gazette.pages.site import Page, Site
from gazette.pages.view import (
    View,
    event_line,
    event_title,
    mark,
    status_mark,
    time_of,
)
from gazette.pages.wording import (
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


def events_by_year(events: Iterable[Event]) -> Mapping[str, Sequence[Event]]:
    """Events by year, earliest first; those without a year under ""."""
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        found[year_of(event.when) or ""].append(event)
    return {year: found[year] for year in sorted(found, key=lambda y: (y == "", y))}


def render_chronology(site: Site) -> Iterable[Page]:
    """The page /chronology/ and one for each year."""
    years = events_by_year(site.corpus.events)
    named = [year for year in years if year]
    yield overview(site, years)
    for place, year in enumerate(named):
        before = named[place - 1] if place else None
        after = named[place + 1] if place + 1 < len(named) else None
        yield render_year(site, year, years[year], before, after)


def overview(site: Site, years: Mapping[str, Sequence[Event]]) -> Page:
    """All years with their numbers of events; and the events, while they are few."""
    view = View(site, "chronology/")
    total = len(site.corpus.events)
    most = max((len(events) for events in years.values()), default=1)
    rows = [
        join(
            [
                view.page(f"chronology/{year}/", year),
                element("meter", max=most, value=len(events), aria_hidden="true"),
                element("span", count(len(events), "event"), class_="how"),
            ],
            " ",
        )
        for year, events in years.items()
        if year
    ]
    parts: list[Html] = [bullets(rows, class_="years")]
    for year, events in years.items():
        if year and total <= MOST_ON_ONE_PAGE:
            parts += [element("h2", year, id=f"y{year}"), event_list(view, events)]
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
    return bullets((event_line(view, event) for event in events), class_="lines")


def render_year(
    site: Site, year: str, events: Sequence[Event], before: str | None, after: str | None
) -> Page:
    """The events of one year."""
    view = View(site, f"chronology/{year}/")
    steps = [
        view.page(f"chronology/{before}/", f"← {before}") if before else "",
        view.page("chronology/", "All years"),
        view.page(f"chronology/{after}/", f"{after} →") if after else "",
    ]
    number = count(len(events), "event")
    return lay_out(
        view,
        "chronology",
        f"Chronology of {year}",
        event_list(view, events),
        element("nav", join(steps, " · "), class_="steps", aria_label="Years"),
        description=f"{number} in {year}",
        lead=number,
    )


# --- one event -----------------------------------------------------------------------------------


def render_events(site: Site) -> Iterable[Page]:
    """A page for each event."""
    return (render_event(site, event) for event in site.corpus.events)


def render_event(site: Site, event: Event) -> Page:
    """One encounter and every account of it."""
    view = View(site, f"events/{event.id}/")
    title = event_title(event)
    record = site.corpus.authority.events.get(event.id)
    said = [plain(event.type), say_when(event.when) if event.when else "", event.place or ""]
    return lay_out(
        view,
        "event",
        title,
        planned_note(event),
        definitions(event_facts(view, event), class_="origin"),
        datings(view, event),
        accounts(view, event),
        element("p", record.note) if record and record.note else "",
        description=" · ".join(part for part in said if part),
        kicker=plain(event.type),
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
    file = view.site.officials.get(id)
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
    parts = [account(view, id, tellings) for id, tellings in told.items() if id in view.site.releases]
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
