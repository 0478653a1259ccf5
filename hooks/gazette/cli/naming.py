"""Where a new raw file belongs: folder of the issuer, date, a few words of the title.

Enters: what is read from a text, what the editor said of it, what lies there already. Leaves: a path below
seeds/ that every system can have and that gives an address of its own. Nothing is written here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from gazette.authority import slug
from gazette.cli.places import WrongCommand
from gazette.model import Authority, Release
from gazette.seeds import ENDINGS
from gazette.seeds.naming import fault, is_device, shown

PASTED = "pasted text"
"""Name of what came without one."""
LONGEST = 48
"""Characters of a title that go into the name of a file."""
SMALL_WORDS = frozenset(
    "a an and at between by during for from h e in its mr mrs ms of on or the to with".split()
)
_STARTS = ((b"%PDF-", ".pdf"), (b"PK\x03\x04", ".docx"))
_PAGE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S)


@dataclass(frozen=True, slots=True)
class Said:
    """What the editor said of a text."""

    seed: str | None = None
    "Path below seeds/ that it is to have."
    issuer: str | None = None
    "Id of the issuing body."
    source: str = ""
    "Where it came from: an address, or words."
    received: str | None = None
    "Day on which it was received."
    secondary: bool = False


def ending_of(name: str, content: bytes) -> str:
    """The ending under which a text is kept: its own where it has one that is read, else by its bytes."""
    own = PurePosixPath(name).suffix.lower()
    if own in ENDINGS:
        return own
    for start, ending in _STARTS:
        if content.startswith(start):
            return ending
    return ".html" if _PAGE.match(content[:4096]) else ".txt"


def checked_seed(root: Path, named: str, ending: str) -> str:
    """A place below seeds/ as an editor named it; refused where a system has no such name, or it is taken."""
    path = PurePosixPath(named.removeprefix("seeds/"))
    if path.suffix.lower() not in ENDINGS:
        path = path.with_name(f"{path.name}{ending}")
    hidden = next((part for part in path.parts if part.startswith((".", "/"))), None)
    if wrong := f"{hidden!r} would not be found there" if hidden else fault(shown(f"seeds/{path}")):
        raise WrongCommand(
            f"--as {named}: no name that every system has: {wrong}; expected a path such as "
            f"ruritania/2024-05-03-talks{ending}"
        )
    if len(path.parts) < 2:
        raise WrongCommand(f"--as {named}: expected a folder and a name, such as ruritania/{path.name}")
    if path.suffix.lower() != ending:
        raise WrongCommand(f"--as {named}: the text came as {ending}; let the name end so")
    home = root / "seeds"
    folder = home.joinpath(*path.parts[:-1])
    if not folder.resolve().is_relative_to(home.resolve()):
        raise WrongCommand(f"--as {named}: the folder leads out of seeds/ by a link; name another one")
    other = next((name for name in names_in(folder) if stem_of(name) == stem_of(path.name)), None)
    if other:
        raise WrongCommand(f"--as {named}: {other} in that folder has the address already; name another one")
    return path.as_posix()


def proposed_seed(root: Path, release: Release, known: Authority, said: Said) -> str:
    """`<issuer>/<date>-<title>` out of what is read, with a number where that address is taken."""
    folder = folder_of(release, known, said)
    stem = f"{day_of(release)}-{words_of(release)}"
    names = [*names_in(root / "seeds" / folder)]
    names += [PurePosixPath(s).name for s in known.accessions if s.startswith(f"{folder}/")]
    taken = set(map(stem_of, names))
    number, free = 1, stem
    while free in taken:
        number += 1
        free = f"{stem}-{number}"
    return f"{folder}/{free}{PurePosixPath(release.raw.path).suffix}"


def names_in(folder: Path) -> Iterator[str]:
    """Names of the files in a folder; none where it is not there."""
    return (path.name for path in folder.glob("*"))


def stem_of(name: str) -> str:
    """What a file's name gives to its address; upper and lower case are one."""
    return PurePosixPath(name).stem.casefold()


def folder_of(release: Release, known: Authority, said: Said) -> str:
    """Folder of the issuing body: where its other releases lie, else its id, else its name."""
    issuer = release.imprint.issuer
    body = said.issuer or (issuer.value.body if issuer else None)
    if body is None and (said.secondary or release.is_secondary) and "newspaper" in known.bodies:
        body = "newspaper"
    if body is not None:
        used = Counter(a.seed.partition("/")[0] for a in known.accessions.values() if a.body == body)
        return used.most_common(1)[0][0] if used else body
    named = ascii_slug((issuer.value.name or issuer.value.country or "") if issuer else "")
    return named or "issuer-unknown"


def day_of(release: Release) -> str:
    """Date of issue, else that of what the release tells of, as far as it is known; else `undated`."""
    issued = release.imprint.issued
    dates = [issued.value.start] if issued else []
    dates += [a.when.value.start for a in release.events if a.when and a.role == "principal"]
    for date in dates:
        plain = re.match(r"\d{4}(?:-\d\d(?:-\d\d)?)?", date)
        if plain:
            return plain[0]
    return "undated"


def words_of(release: Release) -> str:
    """The first telling words of the title, else the kind of text, in letters that every system has."""
    title = release.imprint.title
    chosen: list[str] = []
    for word in ascii_slug(title.value if title else "").split("-"):
        if word and word not in SMALL_WORDS and len("-".join([*chosen, word])) <= LONGEST:
            chosen.append(word)
        elif len("-".join([*chosen, word])) > LONGEST:
            break
    return "-".join(chosen[:6]) or ascii_slug(release.imprint.kind.value) or "text"


def ascii_slug(words: str) -> str:
    """Words as part of a file name that is the same on every system.

    >>> ascii_slug("Côte d’Ivoire, 2nd Talks"), ascii_slug("កិច្ចប្រជុំ")
    ('cote-divoire-2nd-talks', '')
    """
    found = re.sub(r"[^a-z0-9]+", "-", slug(words)).strip("-") if re.search(r"\w", words) else ""
    return f"{found}-body" if is_device(found) else found
