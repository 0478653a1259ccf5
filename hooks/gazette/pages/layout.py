"""How every page is put together: a head with the title, then its parts.

Enters: pieces of `Html`. Leaves: a `Page`.
Must not be known here: what a page is about. Head and body stay apart so that a note that a
person wrote can stand between them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from gazette.exports.metadata import Linked, Meta, page_meta, render_linked
from gazette.pages.markup import Html, direction_of, element, join, language_of, link
from gazette.pages.site import Page
from gazette.pages.view import View


def title_line(title: str, shown: str | None = None) -> Html:
    """The one h1 of a page, in the language of its script."""
    language = language_of(title)
    return element("h1", shown or title, lang=language, dir=direction_of(language))


def section(title: str, id: str, content: Html, class_: str | None = None) -> Html:
    """A titled section; nothing when there is nothing to show."""
    if not content:
        return Html("")
    return element("section", element("h2", title, id=id), content, class_=class_, aria_labelledby=id)


FEEDS = (
    ("feed.xml", "application/atom+xml", "Atom"),
    ("feed.json", "application/feed+json", "JSON Feed"),
)


def feeds(view: View) -> tuple[tuple[str, str, str], ...]:
    """Media type, address and name of the feeds of a page, else of the whole record."""
    own = [feed for feed in FEEDS if f"{view.address}{feed[0]}" in view.site.files]
    base = view.address if own else "data/"
    found = own or [feed for feed in FEEDS if f"data/{feed[0]}" in view.site.files]
    return tuple((media, view.to(f"{base}{name}"), words) for name, media, words in found)


def follow(view: View) -> Html:
    """Links to the feeds of a page that has its own."""
    links = [
        link(view.to(f"{view.address}{name}"), words, type=media)
        for name, media, words in FEEDS
        if f"{view.address}{name}" in view.site.files and view.address != "data/"
    ]
    return element("p", "Follow this page: ", join(links, " · "), class_="steps") if links else Html("")


SCHEMAS = (
    ("DC", "http://purl.org/dc/elements/1.1/"),
    ("DCTERMS", "http://purl.org/dc/terms/"),
    ("z", "http://www.zotero.org/namespaces/export#"),
)
"""What the prefixes in the names of `meta` stand for."""


def head_lines(front_matter: Mapping[str, Any], picture: str = "") -> Html:
    """What the head of a page says of it to machines, a line each: its `meta` and `alternates`.

    `picture`: full address of the picture that a link to the page shows; '' where there is none.
    """
    lines: list[Html] = []
    if front_matter.get("meta"):
        lines += [element("link", rel=f"schema.{prefix}", href=address) for prefix, address in SCHEMAS]
        lines += [
            element("meta", **{attribute: name}, content=said)
            for attribute, name, said in front_matter["meta"]
        ]
        lines += [element("meta", property="og:image", content=picture)] if picture else []
    lines += [
        element("link", rel="alternate", type=media, href=address, title=words)
        for media, address, words in front_matter.get("alternates") or ()
    ]
    return join(lines, "\n  ")


def lay_out(
    view: View,
    kind: str,
    title: str,
    *parts: object,
    description: str,
    kicker: object = "",
    lead: object = "",
    notes: object = "",
    heading: Html | None = None,
    source: str | None = None,
    contents: tuple[tuple[str, str], ...] = (),
    meta: Sequence[Meta] = (),
    linked: Linked | None = None,
) -> Page:
    """A page at the view's address: kicker, h1, lead and notes in its head, `parts` below."""
    head = element(
        "header",
        element("p", kicker, class_="kicker") if kicker else "",
        heading or title_line(title),
        element("p", lead, class_="lead") if lead else "",
        notes,
        class_="head",
    )
    serving = view.site.serving
    return Page(
        address=view.address,
        title=title,
        head=head,
        html=join([*parts, follow(view)], "\n"),
        front_matter={
            "title": title,
            "description": description,
            "kind": kind,
            "meta": tuple(meta)
            or page_meta("website", title, description, view.permanent(), serving.site_name),
            "linked": render_linked(linked) if linked else "",
            "alternates": feeds(view),
        },
        source=source,
        contents=contents,
    )
