"""`gazette new`: a text as received, put where it belongs, with its accession.

Enters: bytes, the name under which they came, what the editor says of them. Leaves: one file more below
seeds/, one record more at the end of accessions.yml, and an account of both. The raw file is put in place
first, whole or not at all, so the same command completes what was interrupted. Nothing is overwritten.
Must not be known here: how a text is read.
"""

from __future__ import annotations

import difflib
import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from gazette.authority.accessions import REGISTER
from gazette.cli.appending import NotAppended, append_record
from gazette.cli.naming import Said, checked_seed, ending_of, proposed_seed
from gazette.cli.places import WrongCommand, load_known
from gazette.cli.whole import draft_of, write_new
from gazette.model import Accession, Authority, RawRelease, Release
from gazette.normalise import normalise
from gazette.seeds import read_raw

RIGHTS = "Rights in the text stay with its issuer."
"""What is known of the rights in a text of which nobody said more."""
UNSAID = "Not recorded."
"""What the register says where the editor did not say from whom a text came."""
_PLAIN = re.compile(r"[A-Za-z][\w .,()/-]*[\w.)]")


class NotAdded(NotAppended):
    """Nothing was written; says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Added:
    """What was done, or would be."""

    release: Release
    "As it is read at its place."
    known: Authority
    "With which it was read."
    is_new: bool
    "Whether the raw file was not there before."
    record: str
    "Lines of its accession; '' where it stood there before."
    accession: Accession


def add(root: Path, name: str, content: bytes, said: Said, dry_run: bool = False) -> Added:
    """Put a text below seeds/ and register it; `NotAdded` where it cannot be read or its place is taken."""
    known = load_known(root)
    check_said(said, known)
    digest = hashlib.sha256(content).hexdigest()
    registered = next((a for a in known.accessions.values() if a.sha256 == digest), None)
    ending = ending_of(name, content)
    raw = read_raw(f"seeds/new/text{ending}", content)
    refuse_unread(raw, name)
    accession = registered or accession_of("", name, digest, said)
    known = with_accession(known, accession)  # found by its digest, wherever the text lies
    if registered:
        seed = registered.seed
    elif held := find_held(root, content):
        seed = held.relative_to(root / "seeds").as_posix()
    elif said.seed:
        seed = checked_seed(root, said.seed, ending)
    elif not raw.text.strip():
        (problem,) = raw.problems
        raise NotAdded(
            f"{name}: {problem.message}, so it cannot be named; {problem.cure}, or name it with --as"
        )
    else:
        seed = proposed_seed(root, normalise(raw, known), known, said)
    accession = replace(accession, seed=seed)
    record = "" if registered else render_accession(accession)
    target = root / "seeds" / seed
    is_new = not (target.is_file() and target.read_bytes() == content)
    if is_new and target.exists():
        raise NotAdded(f"seeds/{seed} is there already, with another text; name another place with --as")
    if not dry_run:
        if is_new:
            put_in_place(target, content)
        else:
            draft_of(target).unlink(missing_ok=True)
        if record:
            line = append_record(root, REGISTER, record, lambda read: seed in read.accessions)
            accession = replace(accession, line=line)
    if said.issuer or said.secondary:  # then facts rest on its line
        known = with_accession(known, accession)
    release = replace(normalise(at(raw, seed), known), accession=accession)
    return Added(release, known, is_new, record, accession)


def with_accession(known: Authority, accession: Accession) -> Authority:
    """What editors know, and one accession more."""
    return replace(known, accessions={**known.accessions, accession.seed: accession})


def check_said(said: Said, known: Authority) -> None:
    """What the editor said must exist and be well formed."""
    if said.received is not None and not re.fullmatch(r"\d{4}-\d\d-\d\d", said.received):
        raise WrongCommand(f"--received {said.received}: expected a day, such as 2026-11-26")
    if said.issuer is not None and said.issuer not in known.bodies:
        near = difflib.get_close_matches(said.issuer, known.bodies, 3, 0.4)
        several = f"; did you mean {' or '.join(near)}?" if near else "; add a record there first"
        raise WrongCommand(f"--issuer {said.issuer}: no such id in docs/authority/bodies.yml{several}")


def refuse_unread(raw: RawRelease, name: str) -> None:
    """A file without text is not put on the record, but for one that only lacks a library."""
    if raw.text.strip() or any(problem.code == "seed-library" for problem in raw.problems):
        return
    problem = next(p for p in raw.problems if p.severity == "error")
    raise NotAdded(f"{name}: {problem.code}: {problem.message} — {problem.cure}. Nothing was written")


def at(raw: RawRelease, seed: str) -> RawRelease:
    """The same raw file at its place below seeds/."""
    path = f"seeds/{seed}"
    problems = tuple(replace(problem, path=path) for problem in raw.problems)
    return replace(raw, path=path, id=str(PurePosixPath(seed).with_suffix("")), problems=problems)


# --- the register ----------------------------------------------------------------------------------


def accession_of(seed: str, name: str, digest: str, said: Said) -> Accession:
    """What the register says of a text: no more than the editor said, since an editor's word wins."""
    host = host_of(said.source)
    return Accession(
        seed=seed,
        received_name=name,
        sha256=digest,
        body=said.issuer,
        source=f"Taken from {host}." if host else said.source or UNSAID,
        url=said.source if host else None,
        rights=RIGHTS,
        secondary=said.secondary,
        received=said.received,
    )


def host_of(source: str) -> str | None:
    """The host of an address; None of what is no address.

    >>> host_of("https://mfa.example.org/news/1"), host_of("by post"), host_of("http://[x")
    ('mfa.example.org', None, None)
    """
    try:
        return urlsplit(source).hostname if re.match(r"https?://\S+$", source) else None
    except ValueError:
        return None


def render_accession(accession: Accession) -> str:
    """The lines of a record for the register."""
    return "\n".join(_accession_lines(accession))


def _accession_lines(accession: Accession) -> Iterator[str]:
    yield f"- seed: {_written(accession.seed)}"
    yield f"  received_name: {_written(accession.received_name)}"
    if accession.received:
        yield f"  received: {accession.received}"
    yield f"  sha256: {accession.sha256}"
    if accession.body:
        yield f"  body: {accession.body}"
    yield f"  source: {_written(accession.source)}"
    yield f"  url:{f' {_written(accession.url)}' if accession.url else ''}"
    yield f"  rights: {_written(accession.rights)}"
    if accession.secondary:
        yield "  secondary: true"


def _written(words: str) -> str:
    """Words as a value of YAML: bare where nothing in them could be read as something else."""
    if _PLAIN.fullmatch(words) and words.isascii():
        return words
    shown = json.dumps(words, ensure_ascii=False)
    return shown if shown.isprintable() else json.dumps(words)


# --- the disk --------------------------------------------------------------------------------------


def find_held(root: Path, content: bytes) -> Path | None:
    """The file below seeds/ that has these bytes."""
    for path in sorted((root / "seeds").rglob("*")):
        below = path.relative_to(root / "seeds").parts
        if any(part.startswith(".") for part in below) or path.is_symlink() or not path.is_file():
            continue
        if path.stat().st_size == len(content) and path.read_bytes() == content:
            return path
    return None


def put_in_place(target: Path, content: bytes) -> None:
    """Write a file that is not there yet, at once and whole; one that came there meanwhile stays."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        write_new(target, content)
    except OSError as error:
        raise NotAdded(
            f"seeds/{target.name} cannot be written ({error.strerror}); nothing was added"
        ) from error


# --- what is said ----------------------------------------------------------------------------------


def say_added(added: Added, dry_run: bool) -> str:
    """What was done: the file, the record, each with its place."""
    path = f"seeds/{added.accession.seed}"
    would = "would be " if dry_run else ""
    lines = [f"{path}: {would}added" if added.is_new else f"{path}: is there already, with the same bytes"]
    place = f"{REGISTER}:{added.accession.line}" if added.accession.line else REGISTER
    if added.record:
        lines += [f"{place}: {would}added", added.record]
    else:
        lines.append(f"{place}: is registered already")
    return "\n".join(lines)


def say_next(added: Added, codes: Sequence[str], dry_run: bool) -> str:
    """What is left to do, a line each."""
    lines = ["next:"]
    if dry_run:
        return "next:\n  the same command without --dry-run writes this"
    lines.append(f"  make serve     then http://127.0.0.1:8000/releases/{added.release.id}/ shows it")
    if added.record and f"  source: {UNSAID}" in added.record.split("\n"):
        lines.append(
            f"  {REGISTER}:{added.accession.line}     say there from whom or where it came (source, url)"
        )
    if codes:
        lines.append(f"  settle         {', '.join(dict.fromkeys(codes))}: above, each with what to write")
        lines.append("                 `gazette check --explain CODE` says more of a code")
    return "\n".join(lines)
