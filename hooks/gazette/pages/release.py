"""One release: its facts beside its text, and below it everything on which both rest.

Enters: a release and the `Site`. Leaves: its `Page`.
Must not be known here: how the text itself is set (`passages`), what is kept beside it (`provenance`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from gazette.apparatus import neighbours
from gazette.exports.citations import Reference
from gazette.exports.metadata import Linked, linked_event, linked_release, release_meta
from gazette.model import Account, Appearance, Event, Evidence, Reading, Release, Telling
from gazette.pages.accounts import has_sides
from gazette.pages.citation import STYLES
from gazette.pages.editing import problem_box
from gazette.pages.layout import lay_out, section, title_line
from gazette.pages.markup import (
    Html,
    bullets,
    definitions,
    direction_of,
    element,
    join,
    link,
    on_demand,
)
from gazette.pages.passages import marked_text, render_text
from gazette.pages.provenance import field_words, render_provenance
from gazette.pages.questions import question_notes
from gazette.pages.site import Page, Site, has_supplied_title, title_of
from gazette.pages.threads import thread_section
from gazette.pages.view import View, event_line, event_marks, event_title, mark, time_of
from gazette.pages.wording import count, is_planned, plain, precision, say_date, say_when

LANGUAGES = {
    "en": "English", "fr": "French", "ja": "Japanese", "km": "Khmer", "zh": "Chinese", "ko": "Korean",
    "th": "Thai", "vi": "Vietnamese", "lo": "Lao", "my": "Burmese", "id": "Indonesian", "ms": "Malay",
    "es": "Spanish", "de": "German", "ru": "Russian", "ar": "Arabic", "pt": "Portuguese", "he": "Hebrew",
}  # fmt: skip

MOST_ACCOUNTS = 12
"Other accounts of one event shown on a release; the event's own page has all of them."

SHORT_STATUS = {"stated": "stated", "inferred": "inferred", "editor": "by an editor"}


def render_release(site: Site, release: Release) -> Iterable[Page]:
    """The page of one release."""
    view = View(site, f"releases/{release.id}/")
    text, contents = render_text(view, release)
    language = release.imprint.language or "en"
    imprint = release.imprint
    title = title_of(release)
    dated = say_when(imprint.issued.value) if imprint.issued else ""
    said = [plain(imprint.kind.value), site.issuer_of(release), dated]
    description = " · ".join(part for part in said if part)
    reference = site.reference(release)
    yield lay_out(
        view,
        "release secondary-source" if release.is_secondary else "release",
        title,
        problem_box(view, release),
        banners(view, release),
        element(
            "div",
            facts(view, release),
            element(
                "section",
                element("h2", "Text", id="text", class_="unseen"),
                text,
                footnotes(release),
                class_="text",
                lang=language,
                dir=direction_of(language),
                aria_labelledby="text",
            ),
            class_="beside",
        ),
        accounts_elsewhere(view, release),
        thread_section(view, neighbours(site.corpus, release.id).threads),
        events_mentioned(view, release),
        question_notes(view, (event.id for _, event in site.events_of_release.get(release.id, ()))),
        citation_box(view, release, reference),
        render_provenance(view, release, topic_grounds(view, release)),
        description=description,
        meta=release_meta(reference, description),
        linked=linked_release(reference, linked_events(view, release)),
        kicker=join([plain(imprint.kind.value), view.issuer(release)], " · "),
        heading=title_line(title, f"[{title}]" if has_supplied_title(release) else None),
        notes=title_grounds(view, release),
        source=release.raw.path,
        contents=contents,
    )


def title_grounds(view: View, release: Release) -> Html:
    """Where the title stands; of one that the text does not give, what it was supplied from."""
    title = release.imprint.title
    if title is None:
        return element("p", "The text has no title, and none could be supplied.", class_="how")
    words = "title supplied: the text gives none" if has_supplied_title(release) else "title as in the text"
    return view.why(release, title, words)


def banners(view: View, release: Release) -> Html:
    """What a reader must know before reading: second hand, unreadable lines, corrections."""
    parts: list[Html] = []
    if release.is_secondary:
        parts.append(
            element(
                "p",
                element("strong", "Secondary source."),
                " A report by others, not a release of the bodies that acted. It is kept because it tells of"
                " the same events.",
                class_="banner banner-secondary",
            )
        )
    amended = view.site.amendments.get(release.id, ())
    if amended:
        fields = ", ".join(dict.fromkeys(field_words(a)[:1].lower() + field_words(a)[1:] for a in amended))
        last = max((a.date for a in amended if a.date), default="")
        when = f", last on {say_date(last)}" if last else ""
        parts.append(
            element(
                "p",
                element("strong", "Corrected by an editor."),
                f" {fields[:1].upper()}{fields[1:]}{when}. ",
                link("#corrections", "What was replaced"),
                ".",
                class_="banner banner-corrected",
            )
        )
    lines = sum(len(block.lines) for block in release.blocks if block.part == "unread")
    if lines:
        parts.append(
            element(
                "p",
                element("strong", "Not all of it could be read."),
                f" {count(lines, 'line')} of the raw text are left out of the text below. ",
                link("#raw", "They stand in the raw text"),
                ".",
                class_="banner banner-unread",
            )
        )
    return join(parts)


def facts(view: View, release: Release) -> Html:
    """The panel of facts, each with what it rests on."""
    return element(
        "aside",
        element("h2", "Facts", class_="unseen"),
        definitions(imprint_facts(view, release), class_="panel"),
        people_facts(view, release),
        topic_facts(view, release),
        class_="facts",
        aria_label="Facts",
    )


def imprint_facts(view: View, release: Release) -> Iterable[tuple[str, object]]:
    """What the release says of itself, and when what it tells of took place."""
    imprint = release.imprint
    if imprint.issued:
        when = imprint.issued.value
        dated = join([time_of(when), dated_why(view, release, imprint.issued, precision(when))], " ")
    else:
        dated = element("span", "the text does not say when", class_="missing")
    place = join([imprint.place.value, fact_why(view, release, imprint.place)], " ") if imprint.place else ""
    yield "Issued", join(element("div", part) for part in (dated, place) if part)
    principal = [pair for pair in view.site.events_of_release.get(release.id, ()) if is_principal(pair[0])]
    tells = [principal_event(view, release, account, event) for account, event in principal]
    yield "Tells of", join(tells)
    if imprint.issuer and (imprint.issuer.evidence or imprint.issuer.citation):
        named = view.issuer(release)
        if named:
            yield "Issued by", join([named, fact_why(view, release, imprint.issuer)], " ")
    if imprint.number:
        yield "Number", join([imprint.number.value, fact_why(view, release, imprint.number)], " ")
    yield "Language", LANGUAGES.get(imprint.language, imprint.language)
    accession = release.accession
    if accession:
        came = link(accession.url, "where it was received", rel="external") if accession.url else ""
        yield "Source", join([came, link("#record", "origin and raw text")], " · ")
        yield "Rights", accession.rights


def is_principal(account: Account) -> bool:
    """Whether the release is about the event, rather than mentioning it."""
    return account.role == "principal"


def principal_event(view: View, release: Release, account: Account, event: Event) -> Html:
    """One thing the release tells of: what, when and where, with its sentence."""
    when = account.when
    grounds = list(when.evidence) if when else []
    details = [view.quotation(release, account.evidence)]
    details += [view.quotation(release, e) for e in grounds if not within(e, account)]
    if when and when.citation:
        details.append(element("p", "Dated by an editor in ", element("code", when.citation)))
    status = f"{SHORT_STATUS[when.status]}, {precision(when.value)}" if when else "date not given"
    place = account.place.value if account.place else ""
    return element(
        "div",
        element("p", view.event(event), " ", event_marks(event) if event.datings[1:] else ""),
        join([time_of(when.value) if when else "", place], ", "),
        " ",
        on_demand(status, *details, class_="why"),
        class_="fact",
    )


def within(evidence: Evidence, account: Account) -> bool:
    """Whether an evidence lies inside the sentence of the account."""
    told = account.evidence
    return evidence.block == told.block and told.start <= evidence.start and evidence.end <= told.end


def fact_why(view: View, release: Release, reading: Reading[Any]) -> Html:
    """How sure a fact is; its sentence on demand."""
    return view.why(release, reading, SHORT_STATUS[reading.status])


def dated_why(view: View, release: Release, reading: Reading[Any], exactness: str) -> Html:
    """The same for a date, with its precision."""
    return view.why(release, reading, f"{SHORT_STATUS[reading.status]}, {exactness}")


def people_facts(view: View, release: Release) -> Html:
    """Officials with the office given to them that day, then who is named without one."""
    rows = [person(view, release, appearance) for appearance in release.people.officials]
    others = [
        join([element("strong", bystander.name), view.quotation(release, bystander.evidence)])
        for bystander in release.people.bystanders
    ]
    if not rows and not others:
        return Html("")
    named = on_demand("Named, not as an official", bullets(others), class_="why") if others else ""
    return join([element("h3", "People"), bullets(rows, class_="people"), named])


def person(view: View, release: Release, appearance: Appearance) -> Html:
    """One official: name, country and the offices given that day, each with its words."""
    country = element("span", appearance.country, class_="country") if appearance.country else ""
    doubt = mark("not yet confirmed", "provisional") if appearance.standing == "provisional" else ""
    offices = [
        element("div", view.office(reading.value), " ", fact_why(view, release, reading), class_="office")
        for reading in appearance.offices
    ]
    if not offices and appearance.mentions:
        words = view.quotation(release, appearance.mentions[0].evidence)
        offices = [on_demand("no office given", words, class_="why")]
    name = view.official(appearance.official, appearance.name)
    return join([element("p", name, " ", country, " ", doubt, class_="who"), *offices])


def topic_facts(view: View, release: Release) -> Html:
    """Topics and tracked wordings, with the paragraphs in which they stand."""
    parts: list[Html] = []
    for name, subjects, linked in (
        ("Topics", release.topics, view.topic),
        ("Wordings followed", release.terms, view.term),
    ):
        places: dict[str, list[int]] = defaultdict(list)
        for subject in subjects:
            number = release.blocks[subject.block].paragraph
            found = places[subject.id]
            if number and number not in found:
                found.append(number)
        rows = [
            join([linked(id), *(view.paragraph(release, number) for number in numbers)], " ")
            for id, numbers in places.items()
        ]
        if rows:
            parts += [element("h3", name), bullets(rows, class_="inline")]
    return join(parts)


def footnotes(release: Release) -> Html:
    """Footnotes below the text, where a reader looks for them."""
    notes = [
        join([f"{block.label} " if block.label else "", marked_text(block.text, block.marks)])
        for block in release.blocks
        if block.part == "footnote"
    ]
    return join([element("h3", "Notes"), bullets(notes, class_="footnotes")]) if notes else Html("")


def accounts_elsewhere(view: View, release: Release) -> Html:
    """Other releases that tell of the events that this one is about, or is the account of."""
    rows: list[Html] = []
    for account, event in view.site.events_of_release.get(release.id, ()):
        others = other_tellings(release, account, event)
        rows += [other_account(view, event, telling) for telling in others[:MOST_ACCOUNTS]]
        if others[MOST_ACCOUNTS:]:
            rows.append(
                view.event(event, f"All {count(len(event.tellings), 'account')} of ", event_title(event))
            )
    compared = [
        view.side_by_side(event)
        for account, event in view.site.events_of_release.get(release.id, ())
        if is_principal(account) and has_sides(event)
    ]
    more = element("p", join(compared, " · "), class_="more-link") if compared else ""
    return section(
        "Other accounts of the same event",
        "accounts",
        join([bullets(rows, class_="accounts"), more]) if rows else Html(""),
    )


def other_tellings(release: Release, account: Account, event: Event) -> list[Telling]:
    """What other releases say of an event, one telling of each, where either side is about the event."""
    found: dict[str, Telling] = {}
    for telling in event.tellings:
        if telling.release != release.id and (is_principal(account) or is_principal(telling.account)):
            found.setdefault(telling.release, telling)
            if len(found) > MOST_ACCOUNTS:
                break
    return list(found.values())


def other_account(view: View, event: Event, telling: Telling) -> Html:
    """One other account: its release and its sentence."""
    other = view.site.releases[telling.release]
    second = mark("secondary source", "secondary") if other.is_secondary else ""
    line = join([view.release(other), " on ", view.event(event), " ", second])
    return join([element("p", line, class_="what"), view.quotation(other, telling.account.evidence)])


def events_mentioned(view: View, release: Release) -> Html:
    """Events that the release only mentions, past and planned, each with its sentence."""
    rows = []
    for account, event in view.site.events_of_release.get(release.id, ()):
        if is_principal(account):
            continue
        said = view.quotation(release, account.evidence)
        rows.append(join([event_line(view, event), on_demand("evidence", said, class_="why")]))
    return section("Events mentioned", "mentioned", bullets(rows, class_="lines"))


def topic_grounds(view: View, release: Release) -> Html:
    """The words by which each topic was recognised, on demand."""
    found: dict[str, list[Html]] = defaultdict(list)
    for subject in release.topics:
        number = release.blocks[subject.block].paragraph
        words = dict.fromkeys(evidence.quote for evidence in subject.evidence)
        said = join((element("q", word) for word in words), ", ")
        if subject.citation:
            said = join(["given by an editor in ", element("code", subject.citation)])
        found[subject.id].append(join([said, view.paragraph(release, number) if number else ""], " "))
    rows = [join([view.topic(id), ": ", join(said, "; ")]) for id, said in found.items()]
    if not rows:
        return Html("")
    return on_demand(
        "Words by which the topics were recognised", bullets(rows, class_="grounds"), class_="more"
    )


def citation_box(view: View, release: Release, reference: Reference) -> Html:
    """The citation in three styles, files for reference managers, and how a paragraph is cited."""
    linked = link(view.to(view.address), reference.address)
    rows = [
        (
            style,
            element(
                "span", render(reference), linked, "" if style == "APA" else ".", class_=f"in-{style.lower()}"
            ),
        )
        for style, render in STYLES
    ]
    files = join(
        [
            "For reference managers: ",
            link(view.to(f"{view.address}release.bib"), "BibTeX", type="application/x-bibtex"),
            " · ",
            link(view.to(f"{view.address}release.ris"), "RIS", type="application/x-research-info-systems"),
            " · ",
            link(
                view.to(f"{view.address}release.csl.json"),
                "CSL-JSON",
                type="application/vnd.citationstyles.csl+json",
            ),
        ]
    )
    hint = join(
        [
            "A paragraph is cited by its number, which is also its address: ",
            element("code", f"{reference.address}#p1"),
            ". Select words of the text to copy them with this citation.",
        ]
    )
    return section(
        "Cite this source" if release.is_secondary else "Cite this release",
        "cite",
        join(
            [
                definitions(rows, class_="citations"),
                element("p", files, class_="how"),
                element("p", hint, class_="how"),
            ]
        ),
        class_="cite",
    )


def linked_events(view: View, release: Release) -> list[Linked]:
    """The events that the release is about, for machines."""
    found = []
    for account, event in view.site.events_of_release.get(release.id, ()):
        if is_principal(account):
            names = [view.site.known_as[p].name for p in event.participants if p in view.site.known_as]
            page = View(view.site, f"events/{event.id}/").permanent()
            found.append(
                linked_event(
                    event_title(event), event.when, event.place or "", names, is_planned(event), page
                )
            )
    return found
