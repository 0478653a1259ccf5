"""Editions: the numbered states of the record, each told by what came and went since the one before.

Enters: the editions of editions.yml, the raw files and corrections as they are now. Leaves: problems of the
list, how the record stands to its last edition, and the next edition with its lines to write.
A name is listed again only when its bytes change, so the file grows with the record and not with the number
of editions. Must not be known here: the disk, the clock (an editor gives the date), what releases say.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..model import Correction, Edition, Problem, RawRelease

EDITIONS = "docs/authority/editions.yml"

Holdings = Mapping[str, str]
"""Digest by name: of raw files by path below seeds/, of corrections by `name_of`."""

_PLAIN = re.compile(r"[\w./+-][\w./+#-]*")
"""Words that YAML reads as they are without quotation marks."""


@dataclass(frozen=True, slots=True)
class Accruals:
    """What came and went between two states of the record, by name, sorted."""

    received: tuple[str, ...] = ()
    "Raw files that were not held before."
    replaced: tuple[str, ...] = ()
    "Raw files that were held with other bytes."
    corrections: tuple[str, ...] = ()
    "`release#field` of each correction that is new or says something else."
    withdrawn: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.received or self.replaced or self.corrections or self.withdrawn)


@dataclass(frozen=True, slots=True)
class Standing:
    """How the record stands to its editions."""

    number: int
    "Of the edition that this is, or would be."
    edition: Edition | None
    "The record as it is now; None where something came or went since the last edition, or there is none."
    last: Edition | None
    "The edition before."
    accruals: Accruals
    "Since the edition before."
    holds: str
    "Digest of the list of all that the record holds now."

    @property
    def is_draft(self) -> bool:
        """Whether no edition describes the record as it is now."""
        return self.edition is None


def standing_of(
    editions: tuple[Edition, ...], raws: Iterable[RawRelease], corrections: Iterable[Correction]
) -> Standing:
    """Compare the record as it is now with its editions."""
    now = holdings_of(raws, corrections)
    digest = digest_of(now)
    last = editions[-1] if editions else None
    if last is None or replay(editions) != now:
        return Standing(
            number=last.number + 1 if last else 1,
            edition=None,
            last=last,
            accruals=accruals_between(replay(editions), now),
            holds=digest,
        )
    return Standing(
        number=last.number,
        edition=last,
        last=editions[-2] if editions[1:] else None,
        accruals=accruals_between(replay(editions[:-1]), now),
        holds=digest,
    )


def next_edition(
    editions: tuple[Edition, ...],
    raws: Iterable[RawRelease],
    corrections: Iterable[Correction],
    date: str,
    note: str = "",
) -> Edition:
    """The edition that describes the record as it is now."""
    before, now = replay(editions), holdings_of(raws, corrections)
    came = [name for name in sorted(now) if before.get(name) != now[name]]
    return Edition(
        number=editions[-1].number + 1 if editions else 1,
        date=date,
        holds=digest_of(now),
        received=tuple(f"{now[name]}  {name}" for name in came if not is_correction(name)),
        corrections=tuple(f"{now[name]}  {name}" for name in came if is_correction(name)),
        withdrawn=tuple(sorted(set(before) - set(now))),
        note=note,
    )


def render_edition(edition: Edition) -> str:
    """The record of an edition, as lines of editions.yml."""
    lines = [f"- number: {edition.number}", f"  date: {edition.date}"]
    lines += [f"  note: {json.dumps(edition.note, ensure_ascii=False)}"] if edition.note else []
    lines.append(f"  holds: {edition.holds}")
    for key in ("received", "corrections", "withdrawn"):
        listed: tuple[str, ...] = getattr(edition, key)
        if listed:
            lines += [f"  {key}:", *(f"    - {_quoted(entry)}" for entry in listed)]
    return "\n".join(lines)


def check_editions(editions: Iterable[Edition], path: str = EDITIONS) -> list[Problem]:
    """Numbers that do not follow one another, days out of order, lists that are not what they were."""
    found = tuple(editions)
    problems = []
    for before, edition in zip((None, *found), found, strict=False):
        expected = before.number + 1 if before else 1
        if edition.number != expected:
            message = f"number: expected {expected}, read {edition.number}; editions stand in their order"
            cure = f"number: {expected}"
            problems.append(Problem(path, edition.line, "edition-order", "error", message, cure))
        elif before and edition.date < before.date:
            message = f"date: {edition.date} lies before edition {before.number} of {before.date}"
            problems.append(
                Problem(path, edition.line, "edition-order", "error", message, "correct the date")
            )
    return problems + _check_lists(found, path)


def _check_lists(editions: tuple[Edition, ...], path: str) -> list[Problem]:
    """The last edition tells of all lists; only where it is wrong is the first wrong one looked for."""
    if not editions or digest_of(replay(editions)) == editions[-1].holds:
        return []
    held: dict[str, str] = {}
    for edition in editions:
        _apply(held, edition)
        digest = digest_of(held)
        if digest != edition.holds:
            break
    message = f"the lists up to edition {edition.number} are not as they were when it was made"
    cure = f"restore them; if the change is meant write: holds: {digest}"
    return [Problem(path, edition.line, "edition-changed", "error", message, cure)]


def replay(editions: Iterable[Edition]) -> Holdings:
    """All that the last of these editions holds."""
    held: dict[str, str] = {}
    for edition in editions:
        _apply(held, edition)
    return held


def _apply(held: dict[str, str], edition: Edition) -> None:
    for name in edition.withdrawn:
        held.pop(name, None)
    for line in (*edition.received, *edition.corrections):
        digest, _, name = line.partition("  ")
        held[name] = digest


def holdings_of(raws: Iterable[RawRelease], corrections: Iterable[Correction]) -> Holdings:
    """What the record holds now. A file that cannot be opened has no digest and is not held."""
    held = {raw.path.removeprefix("seeds/"): raw.sha256 for raw in raws if raw.sha256}
    for correction in corrections:
        of = [correction.of] if correction.of else []
        said = json.dumps([correction.release, correction.field, correction.value, *of], ensure_ascii=False)
        digest = hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()
        held[name_of(correction)] = digest
    return held


def name_of(correction: Correction) -> str:
    """`release#field`, and after a colon what it is said of; a topic is named, since several may be given."""
    topic = str(correction.value) if correction.field in ("topic", "not_topic") else ""
    of = ":".join(filter(None, (correction.of, topic)))
    name = f"{correction.release}#{correction.field}{f':{of}' if of else ''}"
    return " ".join(name.split())


def render_holdings(held: Holdings) -> str:
    """The list of all that is held, as sha256sum prints it, by name; its digest is that of the edition."""
    return "".join(f"{held[name]}  {name}\n" for name in sorted(held))


def digest_of(held: Holdings) -> str:
    """Digest of the list of all that is held."""
    return hashlib.sha256(render_holdings(held).encode("utf-8", "replace")).hexdigest()


def is_correction(name: str) -> bool:
    """Whether a name of the holdings is that of a correction: those of raw files end in .txt or .md.

    >>> is_correction("mfaic/2020-03-16#title"), is_correction("mfaic/note #2.txt")
    (True, False)
    """
    return "#" in name and not name.lower().endswith((".txt", ".md"))


def accruals_between(before: Holdings, now: Holdings) -> Accruals:
    """What came and went from one state to the next."""
    came = [name for name in sorted(now) if before.get(name) != now[name]]
    files = [name for name in came if not is_correction(name)]
    return Accruals(
        received=tuple(name for name in files if name not in before),
        replaced=tuple(name for name in files if name in before),
        corrections=tuple(name for name in came if is_correction(name)),
        withdrawn=tuple(sorted(set(before) - set(now))),
    )


def _quoted(entry: str) -> str:
    """An entry of a list as YAML; a line of sha256sum needs quotation marks only for an unusual name."""
    digest, between, name = entry.partition("  ")
    plain = _PLAIN.fullmatch(name if between else digest)
    return entry if plain else json.dumps(entry, ensure_ascii=False)
