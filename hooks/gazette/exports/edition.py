"""An edition for programs and for readers without a browser: EDITION.txt, edition.json, its holdings.

Enters: a `Corpus`, the name of the record and the address of its site. Leaves: text and plain values.
Must not be known here: the clock (an editor dated the edition), zip files, HTML.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from gazette.authority import Accruals, Standing, holdings_of, render_holdings, slug, standing_of
from gazette.exports.letters import render_json
from gazette.exports.records import Record
from gazette.model import Corpus

NOTE = "EDITION.txt"
DESCRIPTION = "data/edition.json"
HOLDINGS = "edition/holdings.txt"
SUMS = "SHA256SUMS"

WIDTH = 78

COUNTED = {
    "releases": "Releases",
    "secondary_sources": "secondary sources",
    "officials": "officials",
    "events": "events",
}
"""What is counted of an edition, in its words."""


def standing(corpus: Corpus) -> Standing:
    """How a corpus stands to the editions of its record."""
    raws = (release.raw for release in corpus.releases)
    return standing_of(corpus.authority.editions, raws, corpus.authority.corrections)


def bundle_name(title: str, here: Standing) -> str:
    """Name of the zip file of an edition: of the record, and its number.

    >>> bundle_name("Zento–Vara Record", Standing(2, None, None, Accruals(), ""))
    'zento-vara-record-2-draft.zip'
    """
    return f"{slug(title)}-{here.number}{'-draft' if here.is_draft else ''}.zip"


def edition_name(here: Standing) -> str:
    """ "Edition 2", or what comes nearest to it."""
    return f"Draft of edition {here.number}" if here.is_draft else f"Edition {here.number}"


def cite_edition(title: str, here: Standing, day: str, address: str) -> str:
    """The edition as a reference, in the style of Chicago; `day` in the words of the reader.

    >>> cite_edition("Zento–Vara Record", Standing(2, None, None, Accruals(), ""), "", "")
    'Zento–Vara Record. Draft of edition 2.'
    """
    dated = f", {day}" if day else ""
    return " ".join(
        filter(None, (f"{title}. {edition_name(here)}{dated}.", f"{address}." if address else ""))
    )


EDITION_FILES = (NOTE, DESCRIPTION, HOLDINGS)


def render_edition_files(corpus: Corpus, title: str, base: str) -> Iterator[tuple[str, str]]:
    """The three files as (path below the site, text)."""
    here = standing(corpus)
    raws = (release.raw for release in corpus.releases)
    yield NOTE, render_note(corpus, here, title, base)
    yield DESCRIPTION, render_json(describe_edition(corpus, here, title, base))
    yield HOLDINGS, render_holdings(holdings_of(raws, corpus.authority.corrections))


def describe_edition(corpus: Corpus, here: Standing, title: str, base: str) -> Record:
    """One object: which edition this is, what it holds, what came since the one before."""
    return {
        "record": title,
        "address": base or None,
        "edition": here.number,
        "draft": here.is_draft,
        "date": here.edition.date if here.edition else None,
        "note": (here.edition.note if here.edition else "") or None,
        "bundle": bundle_name(title, here),
        "holds": here.holds,
        "releases": sum(not release.is_secondary for release in corpus.releases),
        "secondary_sources": sum(release.is_secondary for release in corpus.releases),
        "officials": len(corpus.officials),
        "events": len(corpus.events),
        "since": {
            "edition": here.last.number if here.last else None,
            "date": here.last.date if here.last else None,
            "received": list(here.accruals.received),
            "replaced": list(here.accruals.replaced),
            "corrections": list(here.accruals.corrections),
            "withdrawn": list(here.accruals.withdrawn),
        },
    }


def render_note(corpus: Corpus, here: Standing, title: str, base: str) -> str:
    """The page of the edition as plain text."""
    day = here.edition.date if here.edition else ""
    head = f"{title}: {edition_name(here).lower()}{f' of {day}' if day else ''}"
    parts = [head, "=" * len(head)]
    if here.edition and here.edition.note:
        parts += ["", _filled(here.edition.note)]
    if here.is_draft:
        parts += [
            "",
            _filled("No edition describes the record as it is here. It may change before it is numbered."),
        ]
    described = describe_edition(corpus, here, title, base)
    counts = ", ".join(f"{words}: {described[key]}" for key, words in COUNTED.items())
    parts += ["", "What it holds", "-------------", f"{counts}."]
    second = frozenset(r.raw.path.removeprefix("seeds/") for r in corpus.releases if r.is_secondary)
    since = f"Since edition {here.last.number} of {here.last.date}" if here.last else "Since the beginning"
    parts += ["", since, "-" * len(since), *_accrued(here.accruals, second)]
    parts += ["", "How to cite it", "--------------", _filled(cite_edition(title, here, day, base))]
    parts += [
        _filled("A release is cited as its own page says, with the words: in " + _in_text(title, here) + "."),
        "",
        "How to read it",
        "--------------",
        _filled("Unpack the whole zip file, then open index.html in a browser. No network is needed."),
        "",
        "How to verify it",
        "----------------",
        _filled("In the unpacked folder, this compares every file with its digest:"),
        f"    sha256sum -c {SUMS}            (Linux)",
        f"    shasum -a 256 -c {SUMS}        (macOS)",
        _filled(f"The raw files and corrections are listed in {HOLDINGS}. The SHA-256 of that list is"),
        f"    {here.holds}",
        _filled("which is what docs/authority/editions.yml of the record says of the edition."),
    ]
    return "\n".join(parts) + "\n"


def _in_text(title: str, here: Standing) -> str:
    name = edition_name(here)
    return f"{title}, {name[:1].lower()}{name[1:]}"


def _accrued(accruals: Accruals, second: frozenset[str]) -> Iterator[str]:
    if not accruals:
        yield "Nothing came or went."
    for names, words in (
        (accruals.received, "Received"),
        (accruals.replaced, "Received anew"),
        (accruals.corrections, "Corrected"),
        (accruals.withdrawn, "Withdrawn"),
    ):
        if names:
            yield f"{words} ({len(names)}):"
            yield from (f"  {name}{' (secondary source)' if name in second else ''}" for name in names)


def _filled(words: str) -> str:
    return textwrap.fill(words, WIDTH, break_long_words=False, break_on_hyphens=False)
