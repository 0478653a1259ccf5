"""What is said on a topic, and how a wording was used: passages in the order of issue.

Enters: the `Site`. Leaves: /topics/, one page for each topic and each tracked wording.
Every passage leads to its paragraph and says whose release it stands in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gazette.model import Release, Subject, TermRecord, TopicRecord
from gazette.pages.layout import lay_out
from gazette.pages.markup import Html, bullets, direction_of, element, join, language_of
from gazette.pages.site import Page, Site
from gazette.pages.view import View, filed, mark, marked_excerpt
from gazette.pages.wording import count

LONGEST = 700
"Characters of a paragraph that are shown whole; of a longer one, what surrounds the words."


def render_list(site: Site) -> Iterable[Page]:
    """The page /topics/: topics in use, wordings followed, and topics without passages."""
    view = View(site, "topics/")
    authority = site.corpus.authority
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


def subject_line(
    view: View, named: Html, record: TopicRecord | TermRecord, found: Sequence[tuple[Release, Subject]]
) -> Html:
    """One line: name, scope note, number of passages."""
    releases = len({release.id for release, _ in found})
    told = f"{count(len(found), 'passage')} in {count(releases, 'release')}" if found else "no passage so far"
    return element(
        "div",
        element("p", named, class_="what"),
        element("p", record.scope_note, class_="who") if record.scope_note else "",
        element("p", told, class_="how"),
        class_="said",
    )


def render_topics(site: Site) -> Iterable[Page]:
    """A page for each topic of the vocabulary, used or not."""
    for topic in site.corpus.authority.topics.values():
        view = View(site, f"topics/{topic.id}/")
        relations = [
            ("Broader", join((view.topic(id) for id in topic.broader), " · ")),
            ("Narrower", join((view.topic(id) for id in narrower(site, topic.id)), " · ")),
            ("See also", join((view.topic(id) for id in topic.see_also), " · ")),
        ]
        yield render_subject(view, topic, "Topic", relations, site.topics.get(topic.id, ()))


def narrower(site: Site, id: str) -> list[str]:
    """Topics that name this one as broader."""
    return [topic.id for topic in site.corpus.authority.topics.values() if id in topic.broader]


def render_terms(site: Site) -> Iterable[Page]:
    """A page for each wording that is followed."""
    for term in site.corpus.authority.terms.values():
        view = View(site, f"terms/{term.id}/")
        wordings = join((element("q", wording) for wording in term.wordings), ", ")
        yield render_subject(view, term, "Wording", [("Looked for", wordings)], site.terms.get(term.id, ()))


def render_subject(
    view: View,
    record: TopicRecord | TermRecord,
    kind: str,
    relations: Sequence[tuple[str, Html]],
    found: Sequence[tuple[Release, Subject]],
) -> Page:
    """The page of one topic or wording."""
    related = [element("p", f"{name}: ", words, class_="how") for name, words in relations if words]
    listed = bullets((passage(view, release, subject) for release, subject in found), class_="passages")
    return lay_out(
        view,
        kind.lower(),
        record.name,
        element("h2", count(len(found), "passage"), id="passages") if found else "",
        listed or element("p", "No release speaks of it so far.", class_="empty"),
        description=record.scope_note or f"{count(len(found), 'passage')} on {record.name}",
        kicker=kind,
        lead=record.scope_note,
        notes=join(related),
    )


def passage(view: View, release: Release, subject: Subject) -> Html:
    """One paragraph with the words that show the topic, its source and date."""
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
