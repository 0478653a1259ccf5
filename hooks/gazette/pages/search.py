"""The search page: a form, its filters, and the way to the lists for whoever has no script.

Enters: the `Site`. Leaves: /search/.
Must not be known here: the index and the search engine; docs/assets/search/ fills what stands empty here.
"""

from __future__ import annotations

from collections.abc import Iterable

from gazette.exports.letters import json_line
from gazette.pages.layout import lay_out
from gazette.pages.markup import Html, bullets, element
from gazette.pages.site import Page, Site
from gazette.pages.view import View
from gazette.vocabulary.scripts import CONTINUOUS, CONTINUOUS_SIGN, OPTIONAL_MARKS, PLAIN_LETTERS, UNSEEN

FILTERS = (
    ("year", "Year"),
    ("body", "Issuing body"),
    ("country", "Country"),
    ("official", "Official"),
    ("topic", "Topic"),
    ("kind", "Kind"),
    ("event", "Event"),
    ("language", "Language"),
)
"""Name in the address and the index, and the words of its label."""

ORDERS = (("", "Relevance"), ("newest", "Newest first"), ("oldest", "Oldest first"))

WRITING = {
    "sign": CONTINUOUS_SIGN,
    "continuous": CONTINUOUS,
    "unseen": UNSEEN,
    "marks": OPTIONAL_MARKS,
    "plain": PLAIN_LETTERS,
}
"""The classes of characters by which the index was cut into words; what a reader types is cut by the same."""

LISTS = (
    ("releases/", "All releases by year"),
    ("chronology/", "Events by year"),
    ("officials/", "Officials by country and name"),
    ("topics/", "Topics"),
)


def render_search(site: Site) -> Iterable[Page]:
    """The one page."""
    view = View(site, "search/")
    yield lay_out(
        view,
        "search",
        "Search",
        form(view),
        element("p", class_="search-count", role="status", aria_live="polite"),
        element("ol", class_="found"),
        element("p", element("button", "More", type="button"), class_="found-more", hidden=True),
        elsewhere(view),
        description=f"Search {site.serving.site_name}: full text, by paragraph.",
    )


def form(view: View) -> Html:
    """Words, filters and order; an address with its values is the same search."""
    words = element(
        "p",
        element("label", "Words, names, or a “phrase in quotation marks”", for_="q"),
        element(
            "span",
            element(
                "input", id="q", name="q", type="search", autocomplete="off", spellcheck="false",
                enterkeyhint="search",
            ),
            element("button", "Search", type="submit"),
            class_="search-words",
        ),
    )  # fmt: skip
    choices = [choice(name, label, (("", "Any"),)) for name, label in FILTERS]
    return element(
        "form",
        words,
        element(
            "details",
            element("summary", "Filters and order"),
            element("div", *choices, choice("sort", "Order", ORDERS), class_="search-choices"),
            open=True,
        ),
        class_="search-form",
        role="search",
        method="get",
        action=view.to(view.address),
        aria_label="Search the record",
        data_page_name=view.site.serving.page_name,
        data_writing=json_line(WRITING),
    )


def choice(name: str, label: str, options: Iterable[tuple[str, str]]) -> Html:
    """One list of values to choose from."""
    id = f"search-{name}"
    shown = (element("option", words, value=value) for value, words in options)
    return element("p", element("label", label, for_=id), element("select", *shown, id=id, name=name))


def elsewhere(view: View) -> Html:
    """What leads on where nothing can be searched or nothing was found."""
    lists = bullets((view.page(address, words) for address, words in LISTS), class_="plain")
    return element(
        "div",
        element(
            "p",
            "Searching needs JavaScript. The lists lead to every page without it:",
            class_="without-script",
        ),
        element("p", "The lists lead to every page of the record:", class_="with-script"),
        lists,
        class_="elsewhere",
    )


__all__ = ["FILTERS", "ORDERS", "render_search"]
