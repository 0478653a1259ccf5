"""Bodies as readings: from the authority file where it knows the name, else of well-known ones.

Enters: a page, its title, the authority; a body and a place that shows it. Leaves: readings of an issuer.
Must not be known here: which sign on a page counts.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from gazette.authority import find_body, fold
from gazette.imprint.page import Page, evidence
from gazette.model import Authority, Block, BodyRecord, Evidence, Issuer, Reading


class Case(NamedTuple):
    """What a rule for the issuing body may look at."""

    page: Page
    title: Reading[str] | None
    authority: Authority
    joint: bool
    "Several countries speak: no single issuer but the one on whose page it stands."


_JOINT = re.compile(r"\bjoint\b|\bcommunique\b|\bdeclaration\b|\btrilateral\b|\bleaders' statement\b")


def is_joint(page: Page, title: Reading[str] | None) -> bool:
    """Whether label or title say that several speak: "Joint Statement", "Communiqué"."""
    words = [title.value] if title and title.status == "stated" else []
    words += [b.text for b in page.head if b.part == "kind"]
    return any(_JOINT.search(fold(w)) for w in words)


def reading_of(record: BodyRecord, place: Evidence, rule: str, *, stated: bool) -> Reading[Issuer]:
    """A body of the authority file as the issuing body."""
    issuer = Issuer(record.name, record.country, record.id)
    return Reading(issuer, "stated" if stated else "inferred", rule, (place,))


def known_reading(
    case: Case, name: str, country: str | None, block: Block, rule: str, *, stated: bool
) -> Reading[Issuer]:
    """A well-known body as the issuing body; the record of the authority file where it has one."""
    record = find_body(case.authority, name, country)
    if record is not None:
        return reading_of(record, evidence(block), rule, stated=stated)
    return Reading(Issuer(name, country), "stated" if stated else "inferred", rule, (evidence(block),))


def body_id(authority: Authority, name: str) -> str | None:
    """Id of a body in the authority file, by its name."""
    record = find_body(authority, name)
    return record.id if record else None
