"""`gazette establish`: the record of a provisional official, added to officials.yml.

Enters: the record's root and an id. Leaves: one record more at the end of the file; the words that say so.
Must not be known here: how people are found, anything that the releases do not say of them.
"""

from __future__ import annotations

import difflib
from pathlib import Path

from gazette.assemble import assemble
from gazette.cli.appending import NotAppended
from gazette.cli.deciding import add_official
from gazette.model import PROVISIONAL, Corpus, OfficialFile
from gazette.people import OFFICIALS


class NotEstablished(NotAppended):
    """The official cannot be established; says why, and what to do."""


def establish(root: Path, id: str) -> str:
    """Add the record of a provisional official, named with or without `provisional-`; says what and where."""
    corpus = assemble(root)
    return add_official(root, wanted_official(corpus, id.removeprefix(PROVISIONAL)))


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
