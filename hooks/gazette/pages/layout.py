"""How every page is put together: a head with the title, then its parts.

Enters: pieces of `Html`. Leaves: a `Page`.
Must not be known here: what a page is about. Head and body stay apart so that a note that a
person wrote can stand between them.
"""

from __future__ import annotations

from gazette.pages.markup import Html, direction_of, element, join, language_of
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
    return Page(
        address=view.address,
        title=title,
        head=head,
        html=join(parts, "\n"),
        front_matter={"title": title, "description": description, "kind": kind},
        source=source,
        contents=contents,
    )
