"""What each data file holds, in words, for the page that lists them and for the data package.

Enters: a `Corpus`. Leaves: a `FileNote` for each file under /data/. The feeds of single officials and
topics are not listed: each stands beside its page, as feed.xml and feed.json.
Must not be known here: what the files say.
"""

from __future__ import annotations

from dataclasses import dataclass

from gazette.exports.schema import TABLES
from gazette.exports.shelves import shelve
from gazette.model import Corpus


@dataclass(frozen=True, slots=True)
class FileNote:
    """One data file."""

    path: str
    "Below the site."
    title: str
    media_type: str
    holds: str
    "One sentence."


def describe_files(corpus: Corpus) -> tuple[FileNote, ...]:
    """Every file under /data/ that `render_exports` makes for this corpus, the most useful first."""
    return tuple(_notes(corpus))


def _notes(corpus: Corpus) -> list[FileNote]:
    shelves = shelve(corpus.releases)
    split = len(shelves) > 1
    notes = [
        FileNote(
            "data/releases.json",
            "Releases",
            "application/json",
            "Every release in short, with the file that holds all of it."
            if split
            else "Every release whole: text, facts with their words, repairs and problems.",
        )
    ]
    for path, releases in shelves:
        years = path.rpartition("/")[2].partition(".")[0]
        what = f"{len(releases)} releases of {years}" if split else "The same releases"
        notes.append(FileNote(path, "Releases as lines", "application/jsonl", f"{what}, one a line as JSON."))
    notes += [
        FileNote(
            "data/officials.json",
            "Officials",
            "application/json",
            "Every official: names as printed, offices as attested, releases.",
        ),
        FileNote(
            "data/events.json",
            "Events",
            "application/json",
            "Every event: each dating, who took part, every account of it.",
        ),
        FileNote(
            "data/topics.json", "Topics", "application/json", "Every topic: scope note, relations, passages."
        ),
        FileNote(
            "data/record.sqlite",
            "Database",
            "application/vnd.sqlite3",
            f"All {len(TABLES)} tables of the record in one SQLite file.",
        ),
        FileNote(
            "data/datapackage.json",
            "Data package",
            "application/json",
            "What every table and column means, for programs that read Frictionless packages.",
        ),
        *(
            FileNote(f"data/{table.name}.csv", f"{table.title} as a table", "text/csv", table.holds)
            for table in TABLES
            if table.in_csv
        ),
        FileNote(
            "data/popolo.json",
            "People in the Popolo form",
            "application/json",
            "People, posts, memberships with their attestations, organisations and events.",
        ),
        FileNote(
            "data/record.ics",
            "Calendar",
            "text/calendar",
            "Every event dated to the day, for a calendar; planned ones are tentative.",
        ),
        FileNote(
            "data/edition.json",
            "Edition",
            "application/json",
            "Which numbered state of the record this is, and what came since the one before.",
        ),
        FileNote(
            "data/feed.xml", "Feed", "application/atom+xml", "The newest and the last corrected releases."
        ),
        FileNote(
            "data/feed.json",
            "Feed in JSON",
            "application/feed+json",
            "The same feed with the text of each release.",
        ),
    ]
    return notes
