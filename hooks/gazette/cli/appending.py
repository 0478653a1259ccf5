"""A record added to the end of an authority file, all else byte for byte as it was.

Enters: the record's root, the path of the file below it, the lines to add. Leaves: the longer file, replaced
at once, so that a reader finds the old or the new one; the line on which the record begins.
Must not be known here: what the record says.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from gazette.authority import load_authority
from gazette.model import Authority

UNREAD = frozenset({"authority-broken", "authority-unreadable"})
"""Problems of a file of which some part is not read at all."""


class NotAppended(Exception):
    """Nothing was written; says why, and what to do."""


def append_record(root: Path, path: str, record: str, is_read: Callable[[Authority], bool]) -> int:
    """Add a record to the end of a file, in one step; the line on which it begins.

    `is_read` says whether the record stands in what is read from the longer file; else nothing is written.
    """
    file = (root / path).resolve()
    try:
        return _append(file, path, record, is_read)
    except OSError as error:
        raise NotAppended(f"{path} cannot be written ({error.strerror}); write there\n{record}") from error


def _append(file: Path, path: str, record: str, is_read: Callable[[Authority], bool]) -> int:
    old = file.read_bytes() if file.is_file() else b""
    end = b"\r\n" if b"\r\n" in old else b"\n"
    new = old + (b"" if not old or old.endswith(b"\n") else end) + (end if old.strip() else b"")
    line = new.count(b"\n") + 1
    new += record.encode().replace(b"\n", end) + end
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".draft-", dir=file.parent) as folder:
        draft = Path(folder) / file.name
        draft.write_bytes(new)
        known = load_authority(Path(folder))
        if not is_read(known) or any(p.code in UNREAD for p in known.problems):
            raise NotAppended(
                f"{path} cannot be read to its end; mend what `gazette check` says, or write there\n{record}"
            )
        if file.exists():
            shutil.copymode(file, draft)
        os.replace(draft, file)
    return line
