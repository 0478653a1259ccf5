"""A change to an authority file that is written only where it reads as it was meant.

Enters: the record's root, the path of the file below it, the change to its text. Leaves: the file, replaced
at once, all else in it byte for byte as it was; the line on which a new record begins.
Must not be known here: what the record says.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from gazette.authority import NotEditable, add_record, load_authority
from gazette.cli.whole import write_whole
from gazette.model import Authority

UNREAD = frozenset({"authority-broken", "authority-unreadable"})
"""Problems of a file of which some part is not read at all."""


class NotAppended(Exception):
    """Nothing was written; says why, and what to do."""


def append_record(root: Path, path: str, record: str, is_read: Callable[[Authority], bool]) -> int:
    """Add a record to the end of a file, in one step; the line on which it begins.

    `is_read` says whether the record stands in what is read from the longer file; else nothing is written.
    """
    new = change_file(root, path, lambda text: add_record(text, record), is_read, record)
    return new.rstrip().count("\n") - record.count("\n") + 1


def change_file(
    root: Path,
    path: str,
    change: Callable[[str], str],
    is_read: Callable[[Authority], bool],
    by_hand: str,
) -> str:
    """Change the text of a file, in one step; gives the new text.

    `is_read`: whether what is read from the changed file, by itself, is what was meant; else nothing is
    written, and the error shows `by_hand`, which an editor can write there.
    """
    file = root / path
    try:
        old = file.read_bytes() if file.is_file() else b""
        text = old.decode("utf-8")
        new = change(text)
        if new != text:
            refuse_unread(file.name, new, is_read, path, by_hand)
            file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(file, new.encode("utf-8"))
        return new
    except OSError as error:
        raise NotAppended(f"{path} cannot be written ({error.strerror}); write there\n{by_hand}") from error
    except UnicodeDecodeError as error:
        raise NotAppended(f"{path} is not UTF-8; save it as UTF-8, then write there\n{by_hand}") from error
    except NotEditable as refused:
        raise NotAppended(f"{path}: {refused}, or write there\n{by_hand}") from refused


def refuse_unread(
    name: str, text: str, is_read: Callable[[Authority], bool], path: str, by_hand: str
) -> None:
    """Read the changed file for itself; an error where it does not read as it was meant."""
    with tempfile.TemporaryDirectory(prefix="gazette-") as folder:
        (Path(folder) / name).write_bytes(text.encode("utf-8"))
        known = load_authority(Path(folder))
    if not is_read(known) or any(p.code in UNREAD for p in known.problems):
        raise NotAppended(
            f"{path} cannot be read to its end; mend what `gazette check` says, or write there\n{by_hand}"
        )
