"""The issuing body and its country.

Enters: a page, the title, the authority. Leaves: a reading, or None where nothing says who issued it.
"stated" only where words on the page name the body; what is worked out is "inferred". A joint text of
several countries has no single issuer but the one on whose page it stands.
Must not be known here: accessions (`editors`), events. The first rule of the table that answers decides.
"""

from __future__ import annotations

from collections.abc import Callable

from gazette.imprint.bodies import Case, is_joint
from gazette.imprint.clues import (
    by_city,
    by_first_minister,
    by_first_person,
    by_minister_style,
    by_opening_city,
    by_organisation,
    by_own_minister,
    by_site,
)
from gazette.imprint.letterheads import by_from_line, by_letterhead, by_line, by_sign_off, by_subject
from gazette.imprint.page import Page
from gazette.imprint.styles import by_known_sign, by_style
from gazette.model import Authority, Issuer, Reading


def read_issuer(page: Page, title: Reading[str] | None, authority: Authority) -> Reading[Issuer] | None:
    """The issuing body of a page."""
    case = Case(page, title, authority, is_joint(page, title))
    for rule in _RULES:
        found = rule(case)
        if found is not None:
            return found
    return None


_RULES: tuple[Callable[[Case], Reading[Issuer] | None], ...] = (
    by_from_line,
    by_letterhead,
    by_sign_off,
    by_line,
    by_style,
    by_known_sign,
    by_organisation,
    by_minister_style,
    by_site,
    by_city,
    by_first_person,
    by_subject,
    by_opening_city,
    by_own_minister,
    by_first_minister,
)
