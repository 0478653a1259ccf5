"""`gazette establish`: the record of a provisional official, added to officials.yml.

Enters: the record's root and an id. Leaves: one record more at the end of the file, all else byte for byte as
it was; the words that say so. The file is replaced at once, so that a reader finds the old or the new one.
Must not be known here: how people are found, anything that the releases do not say of them.
"""

from __future__ import annotations

import difflib
import os
import shutil
import tempfile
from pathlib import Path

from gazette.assemble import assemble
from gazette.authority import load_authority
from gazette.model import Corpus, OfficialFile
from gazette.people import OFFICIALS, render_record

PROVISIONAL = "provisional-"
UNREAD = frozenset({"authority-broken", "authority-unreadable"})
"""Problems of a file of which some part is not read at all."""


class NotEstablished(Exception):
    """The official cannot be established; says why, and what to do."""


def establish(root: Path, id: str) -> str:
    """Add the record of a provisional official, named with or without `provisional-`; says what and where."""
    corpus = assemble(root)
    official = wanted_official(corpus, id.removeprefix(PROVISIONAL))
    record = render_record(official.id, official.name, official.country, official.variants)
    line = append_record(root / OFFICIALS, record, official.id.removeprefix(PROVISIONAL))
    return f"{OFFICIALS}:{line}: added\n{record}"


def wanted_official(corpus: Corpus, id: str) -> OfficialFile:
    """The provisional official of that id; an error with the nearest ids where there is none."""
    known = corpus.authority.officials.get(id)
    if known is not None:
        says = "is rejected" if known.not_an_official else "is established"
        raise NotEstablished(
            f"{id} {says} already: {OFFICIALS}:{known.line}; for another form of the name, add it "
            "to the variants there; for another person, add a record by hand, with an id of its own"
        )
    provisional = {o.id.removeprefix(PROVISIONAL): o for o in corpus.officials if o.standing == "provisional"}
    if id in provisional:
        return provisional[id]
    near = difflib.get_close_matches(id, provisional, 3, 0.5)
    words = frozenset(id.split("-"))
    near += [other for other in sorted(provisional) if other not in near and words & {*other.split("-")}]
    help = f"did you mean {' or '.join(near[:3])}?" if near else "`gazette check` lists them"
    raise NotEstablished(f"no provisional official has the id {id}; {help}")


def append_record(file: Path, record: str, id: str) -> int:
    """Add a record to the end of a file, in one step; the line on which it begins."""
    file = file.resolve()
    old = file.read_bytes() if file.is_file() else b""
    end = b"\r\n" if b"\r\n" in old else b"\n"
    new = old + (b"" if not old or old.endswith(b"\n") else end) + (end if old.strip() else b"")
    line = new.count(b"\n") + 1
    new += record.encode().replace(b"\n", end) + end
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".establish-", dir=file.parent) as folder:
        draft = Path(folder) / file.name
        draft.write_bytes(new)
        known = load_authority(Path(folder))
        if id not in known.officials or any(p.code in UNREAD for p in known.problems):
            raise NotEstablished(
                f"{OFFICIALS} cannot be read to its end; mend what `gazette check` says, or write there\n"
                + record
            )
        if file.exists():
            shutil.copymode(file, draft)
        os.replace(draft, file)
    return line
