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
    return f"releases/{_quoted(id)}/"


def event_address(id: str) -> str:
    """Page of an event."""
    return f"events/{_quoted(id)}/"


def official_address(id: str) -> str:
    """Page of an official."""
    return f"officials/{_quoted(id)}/"


def office_address(id: str) -> str:
    """Page of an office."""
    return f"offices/{_quoted(id)}/"


def topic_address(id: str) -> str:
    """Page of a topic."""
    return f"topics/{_quoted(id)}/"


def _quoted(id: str) -> str:
    """For a link; half a surrogate pair, of which no address can be made, becomes a question mark."""
    return quote(id, errors="replace")
