"""Where the pages of the record stand, below the site's own address.

Enters: seed paths and ids of authority files. Leaves: relative addresses with a slash at the end,
quoted for use in a link. Never made from what was read in a text.
"""

from __future__ import annotations

from urllib.parse import quote


def release_address(id: str) -> str:
    """Page of a release.

    >>> release_address("mfaic/2020-03-18-consultation")
    'releases/mfaic/2020-03-18-consultation/'
    """
    return f"releases/{quote(id)}/"


def event_address(id: str) -> str:
    """Page of an event."""
    return f"events/{quote(id)}/"
