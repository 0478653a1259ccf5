"""The record as seen from one page: its links, quotations and the marks of how sure a fact is.

Enters: a `Site` and the address of the page being written. Leaves: pieces of `Html`.
Must not be known here: how a page is laid out. Every link inside the site is made by `View.to`,
relative to the page, so that it holds behind a server and in a folder on disk.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any, TypeVar
from urllib.parse import quote

from gazette.model import Block, Event, Evidence, Office, OfficialFile, Problem, Reading, Release, When
from gazette.pages.markup import Html, direction_of, element, join, language_of, link, on_demand
from gazette.pages.site import Site, filing_date, has_supplied_title, title_of
from gazette.pages.wording import (
    count,
    event_status,
    is_planned,
    is_redated,
    machine_date,
    plain,
    precision,
    say_when,
)

Subject = TypeVar("Subject", Event, OfficialFile, Release)

CONTEXT = 90
"Characters shown on either side of the words that a fact rests on."

quoted = lru_cache(maxsize=1 << 14)(quote)
"""`quote`, remembering the addresses to which many pages lead."""

MOSTLY = 0.8
"Share of a text from which on marking it would mark nothing."


@dataclass(frozen=True, slots=True)
class View:
    """The site as seen from `address`."""

    site: Site
    address: str

    @property
    def depth(self) -> int:
        """Folders between / and the page: links to other folders are the same on all pages of a depth."""
        return self.address.count("/")

    def line(self, name: str, subject: Subject, make: Callable[[View, Subject], Html]) -> Html:
        """The line of a subject on this page, which may be known from when the page was last written.

        `name`: what kind of line it is, so that two kinds for one subject are told apart.
        """
        known = (name, self.address, subject.id)
        return self.site.remembered.give(known, (subject,), partial(make, self, subject))

    # --- links -----------------------------------------------------------------------------------

    def to(self, address: str, fragment: str = "") -> str:
        """Relative link to a page (ending with a slash, or "") or to a file below /."""
        anchor = f"#{quoted(fragment)}" if fragment else ""
        if address == self.address and anchor:
            return anchor
        page = self.site.serving.page_name if address.endswith("/") or not address else ""
        if self.address and address.startswith(self.address):
            return (quoted(address[len(self.address) :]) + page or "./") + anchor
        path = "../" * self.address.count("/") + quoted(address) + page
        return (path or "./") + anchor

    def permanent(self) -> str:
        """Full address of this page; '' where that of the site is not known."""
        base = self.site.serving.site_url
        return f"{base.rstrip('/')}/{quote(self.address)}" if base else ""

    def page(self, address: str, *words: object, class_: str | None = None) -> Html:
        """Link to a page of the site."""
        return link(self.to(address), *words, class_=class_)

    def page_at(self, address: str, fragment: str, *words: object) -> Html:
        """Link to a place on a page of the site."""
        return link(self.to(address, fragment), *words)

    def release(self, release: Release, paragraph: int | None = None) -> Html:
        """Link to a release by its title; a supplied title stands in brackets."""
        title = title_of(release)
        words = f"[{title}]" if has_supplied_title(release) else title
        fragment = f"p{paragraph}" if paragraph else ""
        return link(self.to(f"releases/{release.id}/", fragment), words, lang=language_of(title))

    def paragraph(self, release: Release, number: int) -> Html:
        """Link to a numbered paragraph; short, since a page may hold hundreds of them."""
        href = self.to(f"releases/{release.id}/", f"p{number}")
        return link(href, f"¶{number}", class_="pilcrow")

    def official(self, id: str, words: str | None = None) -> Html:
        """Link to an official; a name whose page is missing stays words."""
        file = self.site.known_as.get(id)
        if file is None:
            return join([words or id])
        kind = "official provisional" if file.standing == "provisional" else "official"
        name = words or file.name
        return link(self.to(f"officials/{id}/"), name, class_=kind, lang=language_of(name))

    def event(self, event: Event, *words: object) -> Html:
        """Link to an event, by its title unless other words are given."""
        return link(self.to(f"events/{event.id}/"), *(words or (event_title(event),)))

    def side_by_side(self, event: Event) -> Html:
        """Link to the accounts of an event beside one another."""
        words = f"Read the accounts of “{event_title(event)}” side by side"
        return link(self.to(f"events/{event.id}/", "side-by-side"), words)

    def topic_name(self, id: str) -> str:
        """Name of a topic."""
        record = self.site.authority.topics.get(id)
        return record.name if record else plain(id)

    def topic(self, id: str) -> Html:
        """Link to a topic by its name."""
        return link(self.to(f"topics/{id}/"), self.topic_name(id))

    def term(self, id: str) -> Html:
        """Link to a tracked wording by its name."""
        record = self.site.authority.terms.get(id)
        return link(self.to(f"terms/{id}/"), record.name if record else plain(id))

    def office(self, office: Office) -> Html:
        """An office as a text names it, linked to the office's page."""
        id = self.site.office_page(office)
        named = link(self.to(f"offices/{id}/"), office.title) if id else join([office.title])
        where = ", ".join(part for part in (office.body, office.country) if part and part not in office.title)
        return join([named, f", {where}" if where else ""])

    def issuer(self, release: Release) -> Html:
        """Issuing body of a release, linked where the authority knows it."""
        body = self.site.body_of(release)
        name = self.site.issuer_of(release)
        country = self.site.country_of(release)
        named = link(self.to(f"bodies/{body.id}/"), name) if body else join([name])
        return join([named, f", {country}" if name and country and country not in name else ""])

    # --- facts and what they rest on ---------------------------------------------------------------

    def place_of(self, release: Release, evidence: Evidence) -> Html:
        """Where an evidence stands: its paragraph, or the line of the raw text beside the body."""
        block = release.blocks[evidence.block]
        if block.paragraph:
            return self.paragraph(release, block.paragraph)
        words = f"line {block.line}" if block.line else "raw text"
        return link(self.to(f"releases/{release.id}/", f"line-{block.line}"), words, class_="pilcrow")

    def quotation(self, release: Release, evidence: Evidence, whole: bool = False) -> Html:
        """The words that a fact rests on, marked within what surrounds them, and where they stand."""
        block = release.blocks[evidence.block]
        said = marked_excerpt(block.text, [evidence], None if whole else CONTEXT)
        language = language_of(block.text)
        return element(
            "blockquote",
            element("p", said, " ", self.place_of(release, evidence)),
            class_="evidence",
            lang=language,
            dir=direction_of(language),
        )

    def grounds(self, release: Release, reading: Reading[Any]) -> Html:
        """What a reading rests on: its sentences, or the line that an editor wrote."""
        parts = [self.quotation(release, evidence) for evidence in reading.evidence]
        if reading.citation:
            parts.append(element("p", "Written by an editor in ", element("code", reading.citation)))
        return join(parts)

    def why(self, release: Release, reading: Reading[Any], words: str = "evidence") -> Html:
        """The same, on demand."""
        return on_demand(words, self.grounds(release, reading), class_="why")


def event_title(event: Event) -> str:
    """Title of an event, or its type where the texts give none; begins with a capital."""
    words = event.title.strip() or plain(event.type)
    return words[:1].upper() + words[1:]


def mark(words: object, kind: str) -> Html:
    """A small label that says how sure, or of which kind, something is."""
    return element("span", words, class_=f"mark mark-{kind}")


def status_mark(status: str) -> Html:
    """Label of a status; what the text states needs none."""
    words = {"inferred": "inferred", "editor": "by an editor"}.get(status)
    return mark(words, status) if words else Html("")


@lru_cache(maxsize=1 << 13)
def time_of(when: When, class_: str | None = None) -> Html:
    """A date in words, with the same date for machines where HTML has a form for it."""
    return element("time", say_when(when), datetime=machine_date(when.start), class_=class_)


def event_marks(event: Event) -> Html:
    """Labels of an event in a list: how exact and how sure its date is, whether it is planned."""
    marks: list[Html] = []
    if event.when and precision(event.when) not in ("to the day", "a period"):
        marks.append(mark(precision(event.when), "precision"))
    if event.when:
        marks.append(status_mark(event_status(event)))
    if is_planned(event):
        marks.append(mark("planned", "planned"))
    if is_redated(event):
        others = [say_when(when) for when, _ in event.datings if when != event.when]
        marks.append(mark("also dated " + ", ".join(others), "redated"))
    return join(marks, " ")


def who(view: View, event: Event, limit: int = 4) -> Html:
    """The participants of an event with their countries, the first few by name."""
    names = []
    for id in event.participants[:limit]:
        file = view.site.known_as.get(id)
        country = f" ({file.country})" if file and file.country else ""
        names.append(join([view.official(id), country]))
    rest = len(event.participants) - limit
    if rest > 0:
        names.append(join([count(rest, "other")]))
    if len(names) < 2:
        return join(names)
    return join([join(names[:-1], ", "), " and ", names[-1]])


def event_line(view: View, event: Event, dated: bool = True) -> Html:
    """One line of a list of events: when, what, who with whom, where, how."""
    when = time_of(event.when, "when") if event.when else element("span", "Date not given", class_="when")
    how = plain(event.type)
    ways = [how] if how.casefold() != event.title.strip().casefold() else []
    ways.append(event.place or "")
    accounts = len({telling.release for telling in event.tellings})
    if accounts > 1:
        ways.append(f"{accounts} accounts")
    people = who(view, event)
    return element(
        "div",
        when if dated else "",
        element(
            "div",
            element("p", view.event(event), " ", event_marks(event), class_="what"),
            element("p", people, class_="who") if people else "",
            element("p", " · ".join(way for way in ways if way), class_="how"),
            class_="said",
        ),
        class_="line",
    )


def cure_of(problem: Problem) -> Html:
    """How a problem is settled; lines to be pasted keep their line ends."""
    if not problem.cure:
        return Html("")
    step, _, lines = problem.cure.partition("\n")
    pasted = element("pre", lines) if lines else ""
    return element("div", element("p", "To settle it: ", step), pasted, class_="cure")


def filed(release: Release) -> Html:
    """The date under which a release is filed; says so where that is not its date of issue."""
    when = filing_date(release)
    if when is None:
        return element("span", "Undated", class_="missing")
    return join([time_of(when), "" if release.imprint.issued else " (of the event)"])


def release_line(view: View, release: Release) -> Html:
    """One line of a list of releases: date, title, kind and issuing body."""
    issued = release.imprint.issued
    label = element("span", filed(release), class_="when")
    kind = plain(release.imprint.kind.value)
    marks = [status_mark(issued.status) if issued else mark("date of issue not given", "inferred")]
    if release.is_secondary:
        marks.append(mark("secondary source", "secondary"))
    if has_supplied_title(release):
        marks.append(mark("title supplied", "inferred"))
    return element(
        "div",
        label,
        element(
            "div",
            element("p", view.release(release), " ", join(marks, " "), class_="what"),
            element("p", join([kind, view.issuer(release), told_apart(view, release)], " · "), class_="how"),
            class_="said",
        ),
        class_="line",
    )


def told_apart(view: View, release: Release) -> Html:
    """Name of the file where another release has the same title and date."""
    same = release.id in view.site.alike
    return element("code", release.id.rpartition("/")[2]) if same else Html("")


def marked_excerpt(words: str, places: Sequence[Evidence], context: int | None = CONTEXT) -> Html:
    """A text with the given places marked, cut at white space so far away from them; None keeps all of it."""
    if not places:
        return join([words])
    spans = sorted((place.start, place.end) for place in places)
    if spans[0][1] - spans[0][0] >= MOSTLY * len(words):
        return join([words])
    low, high = 0, len(words)
    if context is not None:
        low = cut_before(words, spans[0][0] - context)
        high = cut_after(words, max(end for _, end in spans) + context)
    parts: list[object] = ["… " if low else ""]
    at = low
    for start, end in spans:
        if start < at:
            continue
        parts += [words[at:start], element("mark", words[start:end])]
        at = end
    parts += [words[at:high], " …" if high < len(words) else ""]
    return join(parts)


def cut_before(words: str, place: int) -> int:
    """A place at or shortly after `place` where a word begins; 0 where it is near the beginning."""
    if place <= 20:
        return 0
    space = words.find(" ", place, place + 40)
    return space + 1 if space >= 0 else place


def cut_after(words: str, place: int) -> int:
    """A place at or shortly before `place` where a word ends; the end where it is near."""
    if place >= len(words) - 20:
        return len(words)
    space = words.rfind(" ", place - 40, place)
    return space if space >= 0 else place


def foreign(block: Block) -> dict[str, str | None]:
    """`lang` and `dir` of a block whose script is not Latin."""
    language = language_of(block.text)
    return {"lang": language, "dir": direction_of(language)}
