"""The reference number that an issuer gave a release.

Enters: a page. Leaves: a reading of the number, without the word "No." before it.
Must not be known here: what issuers' numbers look like in particular.
"""

from __future__ import annotations

import re

from gazette.imprint.page import Page, evidence
from gazette.model import Reading

_NUMBER = re.compile(
    r"(?:\b(?:No|Nos|Nr|Ref|Reference|Release|PR)\b\s{0,2}[.:]?\s{0,2}(?:No\.?|"
    r"N[o°º])?\s{0,2}[.:]?|N\s?[°º]|№|លេខ\s?:?|第)\s{0,2}"
    r"(?P<number>(?:[A-Z]{1,6}[.\s/-]{0,2})?\d(?:(?:\s\d)+(?!\d)|"
    r"[\w./()-]{0,30})(?:\s[A-Z][\w.-]{0,12}/[\w./-]{1,20})?)"
)
_PARTS = ("number", "kind", "letterhead", "dateline")


def read_number(page: Page) -> Reading[str] | None:
    """The number from a line labelled as one, or after "No." elsewhere above the text.

    `N° 0311 MFA.IC/PRD` gives `0311 MFA.IC/PRD`; a street ("No. 3, Hill Road") stands below the text.
    """
    for block in page.head:
        if block.part not in _PARTS:
            continue
        match = _NUMBER.search(block.text[:300])
        if match:
            number = match["number"].rstrip(".,(-/ ")
            start = match.start("number")
            return Reading(number, "stated", "number-line", (evidence(block, start, start + len(number)),))
    return None
