"""Earlier and later: what comes before and after a release or event on the threads it hangs on.

Enters: `Thread`s of the apparatus and a `View`. Leaves: one section of markup.
Must not be known here: how threads are laid.
"""

from __future__ import annotations

from collections.abc import Iterable

from gazette.apparatus import Stop, Thread
from gazette.pages.layout import section
from gazette.pages.markup import Html, element, join, table
from gazette.pages.view import View, mark
from gazette.pages.wording import say_when


def thread_section(view: View, threads: Iterable[Thread]) -> Html:
    """A row for each thread: what it is, what came before, what came after."""
    rows = [
        (thread_name(view, thread), stop(view, thread.earlier, "first"), stop(view, thread.later, "last"))
        for thread in threads
    ]
    if not rows:
        return Html("")
    drawn = table("What comes before and after", ("In the same", "Earlier", "Later"), rows, "threads")
    return section("Earlier and later", "threads", drawn)


def thread_name(view: View, thread: Thread) -> Html:
    """What holds a thread together, and the place on it."""
    counted = f"{thread.place:,} of {thread.length:,} here" if thread.length else ""
    place = element("span", counted, class_="how") if counted else ""
    if thread.kind == "participants":
        people = join((view.official(id) for id in thread.name.split()), " and ")
        return join([element("p", "meetings of ", people), place])
    words = {"series": "series: ", "countries": "meetings of ", "issuer": "kind of text by "}
    return join([element("p", words.get(thread.kind, ""), thread.name), place])


def stop(view: View, stop: Stop | None, end: str) -> Html:
    """One neighbour: its date and title."""
    if stop is None:
        return element("span", f"none here: it is the {end}", class_="missing")
    dated = f"{say_when(stop.when)}: " if stop.when else ""
    event = view.site.events.get(stop.event) if stop.event else None
    if event:
        named = view.event(event)
        mentioned = mark("mentioned only", "precision") if stop.role == "referenced" else ""
        return join([dated, named, " ", mentioned])
    release = view.site.releases.get(stop.release)
    return join([dated, view.release(release) if release else stop.title])
