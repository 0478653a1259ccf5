"""What a hosted site hands out and does not make itself: the bundle of an edition. Knows nothing of MkDocs.

Enters: the folder in which bundles lie and the name of one. Leaves: its size and digest, for the page that
offers it. A folder or a file that is not there is no fault: the page then says how a bundle is made.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from gazette.pages import Bundle


def find_bundle(folder: Path, name: str) -> tuple[Bundle, Path] | None:
    """The bundle of that name with its file, or None where there is none that can be read."""
    file = folder / name
    try:
        with file.open("rb") as opened:
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
        return Bundle(name, file.stat().st_size, digest), file
    except OSError:
        return None
