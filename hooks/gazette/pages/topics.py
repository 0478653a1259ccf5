"""What is said on a topic, and how a wording was used: passages in the order of issue.

Enters: the `Site`. Leaves: /topics/, one page for each topic and each tracked wording.
Every passage leads to its paragraph and says whose release it stands in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from gazette.apparatus import trace_wording
from gazette.model import Release, Subject, TermRecord, TopicRecord
from gazette.pages.layout import lay_out, section
from gazette.pages.markup import Html, bullets, direction_of, element, join, language_of
from gazette.pages.paging import sheet_links, sheet_steps
from gazette.pages.sheets import MOST_ON_ONE_PAGE, NEWEST, Leaf, Sheet, lay_sheets, leaves, newest_first
from gazette.pages.site import OfYear, Page, Site, filing_date
from gazette.pages.terms import render_history
from gazette.pages.view import View, filed, mark, marked_excerpt
from gazette.pages.wording import count
from gazette.remembering import Remembered

Found = tuple[Release, Subject]

FOLDERS = {"Topic": "topics/", "Wording": "terms/"}
"""Where the pages of each kind lie."""

LONGEST = 700
"Characters of a paragraph that are shown whole; of a longer one, what surrounds the words."


def render_list(site: Site) -> Iterable[Page]:
    """The page /topics/: topics in use, wordings followed, and topics without passages."""
    view = View(site, "topics/")
    authority = site.authority
    topics = sorted(authority.topics.values(), key=lambda topic: topic.name.casefold())
    used = [topic for topic in topics if topic.id in site.topics]
    unused = [topic for topic in topics if topic.id not in site.topics]
    terms = sorted(authority.terms.values(), key=lambda term: term.name.casefold())
    parts: list[Html] = []
    if used:
        parts.append(
            bullets((subject_line(view, view.topic(t.id), t, site.topics[t.id]) for t in used), "lines")
        )
    if terms:
        rows = (subject_line(view, view.term(t.id), t, site.terms.get(t.id, ())) for t in terms)
        parts += [
            element("h2", "Wordings followed through the record", id="terms"),
            bullets(rows, class_="lines"),
        ]
    if unused:
        named = join((view.topic(topic.id) for topic in unused), " · ")
        parts += [element("h2", "Without a passage so far", id="unused"), element("p", named)]
    yield lay_out(
        view,
        "topics",
        "Topics",
        *(parts or [element("p", "No topics yet.", class_="empty")]),
        description=f"{count(len(used), 'topic')} with passages",
        lead="Passages by topic, paragraph by paragraph, in the order of issue.",
    )


def subject_line(view: View, named: Html, record: TopicRecord | TermRecord, found: Sequence[OfYear]) -> Html:
    """One line: name, scope note, number of passages."""
    releases = sum(len(on) for _, on in found)
    told = f"{count(number_of(found), 'passage')} in {count(releases, 'release')}"
    return element(
        "div",
        element("p", named, class_="what"),
        element("p", record.scope_note, class_="who") if record.scope_note else "",
        element("p", told if found else "no passage so far", class_="how"),
        class_="said",
    )


def number_of(found: Iterable[OfYear]) -> int:
    """How many passages there are."""
    return sum(sum(map(len, on)) for _, on in found)


def render_topic(site: Site, topic: TopicRecord) -> Iterable[Page]:
    """The first page of one topic of the vocabulary, used or not."""
    view = View(site, f"topics/{topic.id}/")
    relations = [
        ("Broader", join((view.topic(id) for id in topic.broader), " · ")),
        ("Narrower", join((view.topic(id) for id in narrower(site, topic.id)), " · ")),
        ("See also", join((view.topic(id) for id in topic.see_also), " · ")),
    ]
    return render_subject(view, topic, "Topic", relations, site.topics.get(topic.id, ()))


def narrower(site: Site, id: str) -> list[str]:
    """Topics that name this one as broader."""
    return [topic.id for topic in site.authority.topics.values() if id in topic.broader]


def render_term(site: Site, term: TermRecord) -> Iterable[Page]:
    """The first page of one wording that is followed."""
    view = View(site, f"terms/{term.id}/")
    wordings = join((element("q", wording) for wording in term.wordings), ", ")
    found = site.terms.get(term.id, ())
    history = render_history(view, trace_wording(site.corpus, term))
    return render_subject(view, term, "Wording", [("Looked for", wordings)], found, history)


def render_subject(
    view: View,
    record: TopicRecord | TermRecord,
    kind: str,
    relations: Sequence[tuple[str, Html]],
    found: Sequence[OfYear],
    *before: Html,
) -> Iterable[Page]:
    """The page of one topic or wording; when there are very many passages, each year has one of its own."""
    related = [element("p", f"{name}: ", words, class_="how") for name, words in relations if words]
    years = years_of(view.site, kind, record, found)
    every = [passage for _, on in found for of_one in on for passage in of_one]
    shown, words = every, Html("")
    if years:
        shown = [pair for pair in every if filing_date(pair[0])][-NEWEST:]
        words = join(
            [
                sheet_links(view, [year.leaf.sheet for year in years], "passage"),
                element("h3", f"The last {len(shown)}", id="newest"),
            ]
        )
    listed = bullets((passage(view, release, subject) for release, subject in shown), class_="passages")
    nothing = element(
        "p",
        "No release speaks of it so far. The page stands here because the vocabulary has it; passages come"
        " with the releases.",
        class_="empty",
    )
    yield lay_out(
        view,
        kind.lower(),
        record.name,
        *before,
        section(count(len(every), "passage"), "passages", join([words, listed])) if every else nothing,
        description=record.scope_note or f"{count(len(every), 'passage')} on {record.name}",
        kicker=kind,
        lead=record.scope_note,
        notes=join(related),
    )


@dataclass(frozen=True, slots=True)
class YearOfPassages:
    """Passages of one year on one topic or wording that has too many for one page."""

    kind: str
    record: TopicRecord | TermRecord
    leaf: Leaf[Found]

    @property
    def id(self) -> str:
        """Of the topic or wording, and the name of the year."""
        return self.leaf.id


def years_of_topics(site: Site) -> Iterable[YearOfPassages]:
    """The pages by year of all topics, each topic's newest first."""
    for record in site.authority.topics.values():
        yield from years_of(site, "Topic", record, site.topics.get(record.id, ()))


def years_of_terms(site: Site) -> Iterable[YearOfPassages]:
    """The pages by year of all wordings that are followed."""
    for record in site.authority.terms.values():
        yield from years_of(site, "Wording", record, site.terms.get(record.id, ()))


def years_of(
    site: Site, kind: str, record: TopicRecord | TermRecord, found: Sequence[OfYear]
) -> tuple[YearOfPassages, ...]:
    """The pages by year of one topic or wording; none where all passages stand on its own page."""
    make = partial(parted, site.remembered, kind, record, found)
    return site.remembered.give(("years", kind, record.id), (record, found), make)


def parted(
    remembered: Remembered, kind: str, record: TopicRecord | TermRecord, found: Sequence[OfYear]
) -> tuple[YearOfPassages, ...]:
    """The same, laid out anew."""
    if number_of(found) <= MOST_ON_ONE_PAGE:
        return ()
    folder = FOLDERS[kind]
    by_year: dict[str, list[Sequence[Sequence[Found]]]] = defaultdict(list)
    for year, on in found:
        by_year[year].append(on)
    parts: list[Sheet[Found]] = []
    for year in newest_first(by_year):
        name, here = ("sheets", kind, record.id, year), tuple(by_year[year])
        parts += remembered.give(name, here, partial(sheets_of, f"{folder}{record.id}/", year, here))
    return tuple(YearOfPassages(kind, record, leaf) for leaf in leaves(folder, parts))


def sheets_of(base: str, year: str, found: Iterable[Iterable[Sequence[Found]]]) -> tuple[Sheet[Found], ...]:
    """The passages of one year."""
    return lay_sheets(base, {year: [passage for on in found for of_one in on for passage in of_one]})


def render_year(site: Site, year: YearOfPassages) -> Iterable[Page]:
    """The passages of one year."""
    view = View(site, year.leaf.sheet.address)
    back = view.topic(year.record.id) if year.kind == "Topic" else view.term(year.record.id)
    number = count(len(year.leaf.sheet.rows), "passage")
    yield lay_out(
        view,
        year.kind.lower(),
        f"{year.record.name}: {year.leaf.sheet.label}",
        bullets((passage(view, release, subject) for release, subject in year.leaf.sheet.rows), "passages"),
        sheet_steps(view, year.leaf.later, year.leaf.earlier, back, "Years"),
        description=f"{year.record.name}, {year.leaf.sheet.label}: {number}",
        kicker=year.kind,
        lead=number,
    )


def passage(view: View, release: Release, subject: Subject) -> Html:
    """One paragraph with the words that show the topic, its source and date."""
    name = ("passage", view.depth, release.id, subject.id, subject.block)
    return view.site.remembered.give(name, (release, subject), partial(write_passage, view, release, subject))


def write_passage(view: View, release: Release, subject: Subject) -> Html:
    """The same, written anew."""
    block = release.blocks[subject.block]
    language = language_of(block.text)
    said = marked_excerpt(block.text, subject.evidence, None if len(block.text) <= LONGEST else LONGEST // 3)
    second = mark("secondary source", "secondary") if release.is_secondary else ""
    where = view.paragraph(release, block.paragraph) if block.paragraph else ""
    return element(
        "div",
        element("span", filed(release), class_="when"),
        element(
            "div",
            element("p", view.issuer(release), " ", second, class_="how"),
            element("blockquote", element("p", said, " ", where), lang=language, dir=direction_of(language)),
            element("p", view.release(release), class_="how"),
            class_="said",
        ),
        class_="line",
    )
