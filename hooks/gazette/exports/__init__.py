"""Everything the record gives to other programs: JSON, CSV, SQLite, feeds and a calendar.

Enters: a `Corpus`, or one `Release`. Leaves: plain dictionaries, or (path, bytes) pairs.
Must not be known here: the disk, the clock, and at which address the site stands (an argument).
The same corpus gives the same bytes: every date printed is a date of a release or of a correction.

fields, schema   how each field is called in each format; which tables there are
records, files   values of the record as plain dictionaries: the export contract
rows, tables, database, package   the tables as CSV and SQLite, and what they mean
gathering, pieces   where tables grow, and large files without holding them
feeds, almanac, popolo, sitemap   the other formats; letters: what their characters may be
edition   which numbered state of the record this is; policy: what its pages may load
citations, metadata   what reference managers and search engines read of one release
shelves, notes   which file holds what
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from gazette.apparatus.holdings import from_last_to_next, look_up
from gazette.exports.almanac import render_calendar
from gazette.exports.database import Database
from gazette.exports.edition import EDITION_FILES, render_edition_files
from gazette.exports.feeds import feed_paths, render_feeds, topics_of
from gazette.exports.files import each_list
from gazette.exports.gathering import Gathering, InMemory
from gazette.exports.letters import in_utf8, json_line, json_list, render_json
from gazette.exports.notes import FileNote, describe_files
from gazette.exports.package import Sum, data_package, sum_of
from gazette.exports.pieces import Content, Pieces, pieces_of
from gazette.exports.popolo import Popolo
from gazette.exports.records import (
    EventIds,
    Record,
    describe_release,
    event_ids,
    problems_by_path,
    release_record,
)
from gazette.exports.rows import ListRows, Rows, rows_of_release
from gazette.exports.schema import TABLES
from gazette.exports.shelves import BRIEF, LEFT_OUT, lay_shelves, shelve, year_of
from gazette.exports.sitemap import last_changes, render_sitemaps
from gazette.exports.tables import Scalar, head_of, line_of, render_lines
from gazette.model import Corpus, Problem, Release
from gazette.remembering import Forgetful, Remembered

__all__ = [
    "FileNote",
    "describe_files",
    "each_export",
    "export_paths",
    "last_changes",
    "release_record",
    "render_exports",
    "render_json",
    "render_sitemaps",
]

TABLE = {table.name: table for table in TABLES}

MOST_HELD = 10
"""Objects of a list that are held at once: a topic may have thousands of passages."""

TITLE = "Gazette"
"""Name of the record in feeds and calendar where the caller gives none."""


def render_exports(
    corpus: Corpus, base: str = "", title: str = TITLE, remembered: Remembered | None = None
) -> tuple[tuple[str, bytes], ...]:
    """Every data file as (path below the site, bytes), by path.

    `base` is the address of the site with a slash at its end; '' makes relative links. With `remembered`,
    what was written of a release or a feed the last time is not written again where it would be the same.
    """
    made = each_export(corpus, base, title, remembered)
    return tuple(sorted((path, b"".join(pieces_of(content))) for path, content in made))


def each_export(
    corpus: Corpus,
    base: str = "",
    title: str = TITLE,
    remembered: Remembered | None = None,
    gathering: Gathering | None = None,
) -> Iterator[tuple[str, Content]]:
    """The same files one after the other as they are made, for whoever need not hold all of them at once.

    `gathering`: where the tables are gathered, in memory if nobody says; raises `OSError` and
    `sqlite3.OperationalError` where there is no room.
    """
    if remembered:
        remembered.begin((corpus.authority, base, title))
    made: dict[str, Sum] = {}
    for path, content in _each(corpus, base, title, remembered, gathering or InMemory()):
        made[path] = sum_of(content)
        yield path, content
    yield "data/datapackage.json", in_utf8(render_json(data_package(corpus, made, title, base)))


def _each(
    corpus: Corpus, base: str, title: str, remembered: Remembered | None, gathering: Gathering
) -> Iterator[tuple[str, Content]]:
    tables = Tables(gathering)
    yield from _release_files(corpus, tables, remembered or Forgetful())
    yield from _list_files(corpus, tables, base)
    yield from tables.files()
    yield "data/record.ics", render_calendar(corpus, title, base)
    for path, text in render_feeds(corpus, title, base, remembered):
        yield path, in_utf8(text)
    for path, text in render_edition_files(corpus, title, base):
        yield path, in_utf8(text)


@from_last_to_next
def export_paths(corpus: Corpus, remembered: Remembered) -> tuple[str, ...]:
    """The path of every file that `render_exports` gives, without making it."""
    years = remembered.give_each("years", year_of, look_up(corpus).ids, corpus.releases)
    officials = [official.id for official in corpus.officials]

    def list_all() -> tuple[str, ...]:
        notes = (note.path for note in describe_files(corpus))
        return tuple(sorted({*notes, *feed_paths(corpus), *EDITION_FILES}))

    return remembered.give("paths", (lay_shelves(years), officials, topics_of(corpus)), list_all)


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of one table, as values and as CSV."""

    table: str
    values: Sequence[Sequence[Scalar]]
    cells: str


@dataclass(frozen=True, slots=True)
class Told:
    """What the files say of one release."""

    line: str
    "The object of the export contract."
    brief: str
    "The same in a record that is laid out by year."
    lines: tuple[Lines, ...]


class Tables:
    """All tables of the record, written at once as CSV and as SQLite while lines come in."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._sheets = {table.name: gathering.sheet(table.name) for table in TABLES if table.in_csv}
        for name, sheet in self._sheets.items():
            sheet.write(in_utf8(head_of(TABLE[name].fields)))
        self._database = Database(gathering)

    def add(self, found: Iterable[Lines]) -> None:
        """Add lines to tables."""
        for lines in found:
            self._database.add(lines.table, lines.values)
            if lines.table in self._sheets:
                self._sheets[lines.table].write(in_utf8(lines.cells))

    def files(self) -> Iterator[tuple[str, Content]]:
        """The finished files; nothing can be added any more."""
        for name, sheet in self._sheets.items():
            yield f"data/{name}.csv", self._gathering.written(sheet)
        yield "data/record.sqlite", self._database.content()


def lines_of(rows: Iterable[Rows]) -> Iterator[Lines]:
    """Objects as lines of their tables."""
    for name, records in rows:
        table = TABLE[name]
        values = [line_of(record, table.fields) for record in records]
        yield Lines(name, values, render_lines(values, table.fields) if table.in_csv else "")


def _list_files(corpus: Corpus, tables: Tables, base: str) -> Iterator[tuple[str, Content]]:
    """The files of the lists of the whole record, of which a part is held at a time."""
    whole = len(shelve(corpus.releases)) == 1
    rows, other_form = ListRows(), Popolo(corpus.authority, base)
    for name, records in each_list(corpus, brief=not whole):
        left_out = () if whole else LEFT_OUT.get(name, ())
        written: list[bytes] = []
        while part := list(islice(records, MOST_HELD)):
            tables.add(lines_of(rows.of(name, part)))
            other_form.add(name, part)
            if name in LEFT_OUT:
                written += [in_utf8(json_line(_without(record, left_out))) for record in part]
        if name in LEFT_OUT:
            yield f"data/{name}.json", Pieces.of([*json_list(written), b"\n"])
    yield "data/popolo.json", other_form.render()


def _release_files(corpus: Corpus, tables: Tables, remembered: Remembered) -> Iterator[tuple[str, Content]]:
    """The files of releases; each release is described once, and kept only as the lines written of it."""
    known, problems = event_ids(corpus), problems_by_path(corpus)
    shelves = shelve(corpus.releases)
    listed: list[bytes] = []
    for path, releases in shelves:
        lines: list[bytes] = []
        for release in releases:
            doubts = tuple(problems.get(release.raw.path, ()))
            events = tuple(known.get((release.id, account)) for account in release.events)
            told = remembered.give(
                ("release", release.id),
                (release, events, doubts, path),
                partial(_told, release, known, doubts, path),
            )
            tables.add(told.lines)
            lines.append(in_utf8(f"{told.line}\n"))
            listed.append(in_utf8(told.brief if len(shelves) > 1 else told.line))
        yield path, Pieces.of(lines)
    yield "data/releases.json", Pieces.of([*json_list(listed), b"\n"])


def _told(release: Release, known: EventIds, problems: Sequence[Problem], path: str) -> Told:
    record = describe_release(release, known, problems)
    brief = {**{key: record[key] for key in BRIEF}, "file": path.removeprefix("data/")}
    return Told(json_line(record), json_line(brief), tuple(lines_of(rows_of_release(release, record))))


def _without(record: Record, keys: Sequence[str]) -> Record:
    return {key: value for key, value in record.items() if key not in keys}
