"""What a release page keeps on the record: parts left out of the text, repairs, the raw text, its origin.

Enters: a release and the `View` of its page. Leaves: one section of markup.
Must not be known here: the text as set, the facts. Everything here works without JavaScript.
"""

from __future__ import annotations

import re

from gazette.apparatus import Amendment
from gazette.exports.received import RAW, received_name
from gazette.model import Release, When
from gazette.pages.markup import Html, bullets, definitions, element, escape, join, link, on_demand, table
from gazette.pages.view import View, cure_of, foreign
from gazette.pages.wording import PARTS, count, plain, say_date, say_when

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

MOST_RAW = 200_000
"Characters of raw text shown on the page itself; what is longer is only linked."


FORMATS = {"html": "web page", "docx": "Word file", "pdf": "PDF"}

MEDIA = {"text": "text/plain", "html": "text/plain", "docx": DOCX, "pdf": "application/pdf"}
"""Media type of a file as received, by format."""


def render_provenance(view: View, release: Release, *more: Html) -> Html:
    """The section "On the record"; `more` stands before what was left out of the text."""
    return element(
        "section",
        element("h2", "On the record", id="record"),
        origin(view, release),
        corrections(view, release),
        doubts(release),
        *more,
        left_out(release),
        repairs(release),
        raw_text(release),
        class_="provenance",
        aria_labelledby="record",
    )


def origin(view: View, release: Release) -> Html:
    """Where the raw file came from, its digest, the rights in it, and the files to take away."""
    accession = release.accession
    came = link(accession.url, accession.source, rel="external") if accession and accession.url else None
    raw = release.raw
    name = received_name(raw)
    files = [
        named(view, name, MEDIA[raw.format], "as received")
        if name
        else "the file as received is not handed out",
        named(view, RAW, "text/plain", "as read") if raw.reader else "",
        named(view, "release.md", "text/markdown", "as normalised"),
    ]
    return definitions(
        [
            ("Received from", came or (accession.source if accession else "")),
            ("Received as", accession.received_name if accession else ""),
            ("Received on", say_date(accession.received) if accession and accession.received else ""),
            ("Raw file", element("code", release.raw.path)),
            ("SHA-256", element("code", release.raw.sha256, class_="digest")),
            ("Rights", accession.rights if accession else "Not recorded; the text belongs to its issuer."),
            ("Note", accession.note if accession else ""),
            ("Read by", f"{raw.reader}; lines are those of the text that it gave" if raw.reader else ""),
            ("Files", join(files, " · ")),
        ],
        class_="origin",
    )


def named(view: View, name: str, media: str, what: str) -> Html:
    """A file beside the page, and what it is."""
    return join([link(view.to(f"{view.address}{name}"), name, type=media), " ", what])


def corrections(view: View, release: Release) -> Html:
    """What an editor put right, in the open: when, what it replaced, why."""
    rows = [
        correction_line(view, release, amendment) for amendment in view.site.amendments.get(release.id, ())
    ]
    if not rows:
        return Html("")
    return join([element("h3", "Corrections by an editor", id="corrections"), bullets(rows, "corrections")])


def correction_line(view: View, release: Release, amendment: Amendment) -> Html:
    """One correction: the field, what stood before and what stands now, the date and the reason."""
    before = amendment.replaced
    was: object = element("span", "nothing in the text", class_="missing") if amendment.replaces else ""
    if before and before.value:
        was = element("del", element("span", "replaced: ", class_="unseen"), said_value(before.value))
    now: object = ""
    if amendment.value:
        now = element("ins", element("span", "now: ", class_="unseen"), said_value(amendment.value))
    made = f"Corrected on {say_date(amendment.date)}" if amendment.date else "Corrected, date not given"
    return join(
        [
            element("p", element("strong", field_words(amendment)), ": ", was, " ", now, class_="change"),
            element("p", made, f". {amendment.note}" if amendment.note else "", class_="how"),
            on_demand("what the text says", view.grounds(release, before), class_="why")
            if before and before.evidence
            else "",
        ]
    )


def field_words(amendment: Amendment) -> str:
    """What was put right: "Office of Otto Berg", "Date of the event (p7)"."""
    words = amendment.label
    words = f"{words[:1].upper()}{words[1:]}"
    if not amendment.of:
        return words
    return words + (f" of {amendment.of}" if amendment.field == "office" else f" ({amendment.of})")


def said_value(value: str) -> str:
    """A value in words, where it is a date."""
    start, _, end = value.partition("/")
    return say_when(When(start, end or start)) if re.match(r"\d{4}(-\d\d|$)", start) else value


def doubts(release: Release) -> Html:
    """Problems of this reading, with the line to write that would settle each."""
    rows = [
        join([f"Line {problem.line}: " if problem.line else "", problem.message, cure_of(problem)])
        for problem in release.problems
    ]
    if not rows:
        return Html("")
    return on_demand(
        f"{count(len(rows), 'doubt')} about this reading", bullets(rows), class_="more", id="doubts"
    )


def left_out(release: Release) -> Html:
    """Every block that is not part of the text, as received."""
    rows = [
        (
            join([line_link(line) for line in block.lines[:1]]),
            PARTS.get(block.part, plain(block.part)),
            element("span", visible(block.raw), class_="as-received", **foreign(block)),
        )
        for block in release.blocks
        if not block.is_text
    ]
    if not rows:
        return Html("")
    drawn = table(
        "Parts of the raw text that do not belong to the text itself", ("Line", "Part", "As received"), rows
    )
    return on_demand(f"{count(len(rows), 'part')} left out of the text", drawn, class_="more", id="left-out")


def repairs(release: Release) -> Html:
    """Every place where the text above differs from the raw text, before and after."""
    rows = [
        (
            line_link(repair.line),
            plain(repair.kind),
            element("del", visible(repair.before)) if repair.before else "nothing",
            element("ins", visible(repair.after)) if repair.after else "nothing",
        )
        for repair in release.anatomy.repairs
    ]
    if not rows:
        return Html("")
    drawn = table("Repairs made to the raw text", ("Line", "Kind", "Before", "After"), rows)
    return on_demand(f"{count(len(rows), 'repair')} of the raw text", drawn, class_="more", id="repairs")


def raw_text(release: Release) -> Html:
    """The raw text with its line numbers, on demand."""
    raw = release.raw
    if not raw.text:
        return element("p", "The raw file holds no text that could be read.", class_="empty", id="raw")
    if len(raw.text) > MOST_RAW:
        return element(
            "p", f"The raw text is too long to be shown here; it is in {RAW}.", class_="empty", id="raw"
        )
    lines = raw.text.removesuffix("\n").split("\n")
    # The style sheet counts the lines; only where front matter came before them is each number written.
    late = raw.first_line > 1
    numbered = join(
        (
            Html(f'<span id="line-{number}"{data_line(number) if late else ""}>{escape(line)}\n</span>')
            for number, line in enumerate(lines, start=raw.first_line)
        )
    )
    shown = element("pre", numbered, class_="raw", tabindex=0, role="group", aria_label="Raw text")
    what = "Raw text as received" if raw.format == "text" else f"Text as read from the {FORMATS[raw.format]}"
    return on_demand(f"{what} ({count(len(lines), 'line')})", shown, class_="more", id="raw")


def data_line(number: int) -> Html:
    """Attribute that carries the number of a line."""
    return Html(f' data-line="{number}"')


def line_link(number: int) -> Html:
    """Link to a line of the raw text."""
    return link(f"#line-{number}", number, aria_label=f"Line {number}") if number else Html("")


def visible(words: str) -> str:
    """White space that would not be seen, made visible."""
    shown = words.replace("\n", "↵\n").replace("\u00a0", "⍽").replace("\t", "⇥")
    if not shown.strip(" "):
        return shown.replace(" ", "␣")
    return shown.replace("  ", "␣␣")
