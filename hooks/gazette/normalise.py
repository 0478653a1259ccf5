"""One raw file and what the editors know → one release: the pipeline on one screen.

Enters: a `RawRelease` and the `Authority`. Leaves: a `Release` with all its facts and problems.
A pure function of these two: no other release, no disk and no clock bears on it, so it may run
anywhere, in any order and in parallel. What only shows when all releases are read together is
`corpus`'s.
"""

from __future__ import annotations

from gazette.amends import amend_events, amend_people, amend_topics
from gazette.anatomy import read_anatomy
from gazette.authority import find_accession
from gazette.events import read_events
from gazette.imprint import read_imprint
from gazette.model import Authority, RawRelease, Release
from gazette.people import read_people
from gazette.statements import corrections_of, lines_in_vain, written_of
from gazette.subjects import read_subjects


def normalise(raw: RawRelease, authority: Authority) -> Release:
    """Read one raw file. Total: any text gives a release, and what is doubtful is among its problems."""
    accession = find_accession(authority, raw)
    anatomy = read_anatomy(raw, authority)
    imprint = read_imprint(raw, anatomy, authority, accession)
    written = written_of(raw, authority)
    people, offices = amend_people(read_people(raw, anatomy, imprint, authority), written, authority)
    events, doubts = read_events(raw, anatomy, imprint, people, authority)
    topics, terms = read_subjects(anatomy, authority)
    if written:
        events, doubts = amend_events(events, doubts, written, raw, anatomy, authority)
        topics, strays = amend_topics(topics, written, anatomy, authority)
        doubts = (*doubts, *offices, *strays)
    problems = {*raw.problems, *anatomy.problems, *imprint.problems, *people.problems, *doubts}
    in_vain = lines_in_vain(problems)
    return Release(
        raw=raw,
        accession=accession,
        imprint=imprint,
        anatomy=anatomy,
        people=people,
        events=events,
        topics=topics,
        terms=terms,
        corrections=tuple(c for c in corrections_of(raw.id, authority) if c.line not in in_vain),
        problems=tuple(sorted(problems)),
    )
