"""`gazette edition`: how the record stands to its last edition, and the next edition, added to editions.yml.

Enters: the record's root, the day and a note that an editor gives. Leaves: words; one record more at the
end of the file. Raw files are listed by their digests only: nothing is read from their texts here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from gazette.authority import EDITIONS, Standing, next_edition, render_edition, standing_of
from gazette.cli.appending import NotAppended, append_record
from gazette.cli.places import load_known
from gazette.model import Authority
from gazette.seeds import load_seeds

SHOWN = 20
"""Names of one kind that are listed; the rest is counted."""


def is_day(words: str) -> bool:
    """Whether an editor gave a day of the calendar, to the day.

    >>> is_day("2024-02-29"), is_day("2023-02-29"), is_day("20240229")
    (True, False, False)
    """
    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


def read_standing(root: Path) -> Standing:
    """How the record stands to its editions."""
    known = load_known(root)
    return standing_of(known.editions, load_seeds(root), known.corrections)


def say_standing(standing: Standing) -> str:
    """The same in words."""
    if standing.edition:
        head = f"edition {standing.number} of {standing.edition.date}: the record is as it was then"
    elif standing.last:
        head = f"since edition {standing.last.number} of {standing.last.date}:"
    else:
        head = "there is no edition yet"
    hint = f"`gazette edition YEAR-MONTH-DAY` writes edition {standing.number}" if standing.is_draft else ""
    return "\n".join(filter(None, (head, *(_accrued(standing) if standing.is_draft else ()), hint)))


def add_edition(root: Path, day: str, note: str) -> str:
    """Write the next edition; says what and where, raises `NotAppended` where nothing came or went."""
    known, raws = load_known(root), load_seeds(root)
    standing = standing_of(known.editions, raws, known.corrections)
    if standing.edition:
        raise NotAppended(
            f"nothing came or went since edition {standing.number} of {standing.edition.date}; "
            f"{EDITIONS}:{standing.edition.line} describes the record as it is"
        )
    if standing.last and day < standing.last.date:
        raise NotAppended(f"{day} lies before edition {standing.last.number} of {standing.last.date}")
    edition = next_edition(known.editions, raws, known.corrections, day, note)

    def is_read(read: Authority) -> bool:
        return bool(read.editions) and read.editions[-1].holds == edition.holds and not _faults(read)

    line = append_record(root, EDITIONS, render_edition(edition), is_read)
    return "\n".join((f"{EDITIONS}:{line}: added edition {edition.number}", *_accrued(standing)))


def _faults(read: Authority) -> list[str]:
    return [p.code for p in read.problems if p.path.endswith("/editions.yml") and p.severity == "error"]


def _accrued(standing: Standing) -> Iterator[str]:
    accruals = standing.accruals
    for names, words in (
        (accruals.received, "received"),
        (accruals.replaced, "received anew"),
        (accruals.corrections, "corrected"),
        (accruals.withdrawn, "withdrawn"),
    ):
        if names:
            yield f"{len(names)} {words}:"
            yield from (f"  {name}" for name in names[:SHOWN])
            if names[SHOWN:]:
                yield f"  … and {len(names) - SHOWN} more"
