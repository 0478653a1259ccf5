"""Raw files: lists seeds/, decodes each file, and takes off the front matter that an editor wrote.

Enters: paths and bytes. Leaves: `RawRelease`s, in the order of their paths, each with its problems;
a file that cannot be read is a release with no text and one problem that says what to do. Web pages, Word
files and PDFs are read by `received`.
Must not be known here: what the text means, and anything of blocks, authority or pages.
Front matter is read as the editor wrote it: every scalar stays a string (`NO`, `12:30`).
"""

from __future__ import annotations

import codecs
import hashlib
import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, replace
from operator import itemgetter
from pathlib import Path, PurePosixPath

from gazette.model import Format, Problem, RawRelease, Severity
from gazette.seeds.front_matter import take_front_matter
from gazette.seeds.naming import ENDINGS, address, fault, shown
from gazette.seeds.received import FORMATS, read_all_received
from gazette.seeds.stamps import Stamps

__all__ = ["ENDINGS", "LARGEST", "Stamps", "load_raw", "load_seeds", "read_raw"]

_RENAME = "rename it: letters, digits, hyphens, points and single spaces are safe everywhere"
_AS_TEXT = "save the text as UTF-8 (.txt or .md) and add that file"
LARGEST = 16 * 1024 * 1024
"""Bytes of the largest file that is read as a release."""
_BINARY_STARTS = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a Word file or a zip",
    b"\xd0\xcf\x11\xe0": "an old Word file",
    b"{\\rtf": "an RTF file",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x1f\x8b": "a gzip file",
    b"BZh91AY&SY": "a bzip2 file",
    b"(\xb5/\xfd": "a zstandard file",
    b"7z\xbc\xaf": "a 7z archive",
    b"\xfd7zXZ": "an xz file",
    b"Rar!\x1a": "a RAR archive",
    b"%!PS": "PostScript",
}
# The bytes 0x80-0x9F in Windows-1252; the five that it leaves open stay control characters, as browsers do.
_WINDOWS = {
    byte: bytes([byte]).decode("cp1252")
    for byte in range(0x80, 0xA0)
    if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_SEEN = re.compile(
    "[^\\s\0-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
"""A character that a reader can see; a text without one is empty."""
_CONTROL = bytes(b for b in range(32) if b not in b"\t\n\r\f\x0b\x1b")


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A file in a format that a library reads; several are read side by side."""

    path: str
    id: str
    format: Format
    sha256: str
    content: bytes


def load_seeds(
    root: Path, known: Mapping[str, RawRelease] | None = None, stamps: Stamps | None = None
) -> tuple[RawRelease, ...]:
    """All files under `root`/seeds as raw releases, by path; nothing there is ever written.

    Files with any other ending leave a release without text and a notice; hidden files are passed over.
    `known` has earlier readings by path: a file of the same bytes is not read again, unless there was
    something to say of it; by its `stamps` of that time it need not even be opened.
    """
    known = known or {}
    stamps = stamps or Stamps(lambda: 0)
    found: list[RawRelease | _Waiting] = []
    seen: dict[str, str] = {}
    misnamed: dict[str, Problem] = {}
    home = root / "seeds"
    files, failed = _files(home)
    for error in failed:
        name = _name(Path(error.filename or home), root)
        reason = error.strerror or type(error).__name__
        message, cure = f"the folder cannot be read: {reason}", "check the folder and its rights"
        found.append(_unread(name, address(f"{name}/"), "seed-unreadable", message, cure))
    for place, own in files:
        name = shown(own)
        before = known.get(name)
        is_sound = before is not None and not before.problems  # where there is no text, there is a problem
        release: RawRelease | _Waiting
        if stamps.holds(name, place, before.sha256 if before and is_sound else "") and before:
            if before.id not in seen:  # a sound file that has not changed: nothing is to be said of it
                seen[before.id] = name
                found.append(before)
                continue
            release = before
        else:
            path = Path(place)
            release = _misnamed(name, own) or _outside(path, home, name) or _load(path, name, before)
        if wrong := fault(release.path):
            misnamed[release.path] = Problem(release.path, 0, "seed-name", "error", wrong, _RENAME)
        if release.id in seen and PurePosixPath(own).suffix.lower() in ENDINGS:
            release = _unread(
                release.path,
                release.id,
                "seed-twice",
                f"has the same address as {seen[release.id]}: {release.id!r}",
                "rename one of the two files",
                sha256=release.sha256,
            )
        seen.setdefault(release.id, release.path)
        found.append(release)
    read = _read_waiting(found, known)
    stamps.settle((release.path, release.sha256) for release in read)
    if not misnamed:
        return read
    return tuple(
        replace(release, problems=tuple(dict.fromkeys((misnamed[release.path], *release.problems))))
        if release.path in misnamed
        else release
        for release in read
    )


def load_raw(path: Path, root: Path | None) -> RawRelease:
    """One file as a raw release, named relative to `root` where it lies inside; never an exception."""
    return _read_waiting([_load(path, _name(path, root))], {})[0]


def read_raw(path: str, content: bytes, id: str | None = None) -> RawRelease:
    """A raw file from its name and bytes: decoded, with line ends as \\n and its front matter apart.

    `id` is worked out from the path where it is not given. Never an exception: what cannot be read
    leaves `text` empty and one problem.
    """
    return _read_waiting([_read(path, content, id)], {})[0]


def _read_waiting(
    found: list[RawRelease | _Waiting], known: Mapping[str, RawRelease]
) -> tuple[RawRelease, ...]:
    """Every file as a release, those included that a library has to read."""
    waiting = [one for one in found if isinstance(one, _Waiting)]
    read = {one.path: known[one.path] for one in waiting if _holds(one, known)}
    new = [(one.path, one.id, one.format, one.sha256, one.content) for one in waiting if one.path not in read]
    read |= {release.path: release for release in (read_all_received(new) if new else ())}
    return tuple(read[one.path] if isinstance(one, _Waiting) else one for one in found)


def _holds(one: _Waiting, known: Mapping[str, RawRelease]) -> bool:
    """Whether a file is known with these bytes, and was read by its library."""
    before = known.get(one.path)
    return before is not None and before.sha256 == one.sha256 and bool(before.reader)


def _load(path: Path, name: str, known: RawRelease | None = None) -> RawRelease | _Waiting:
    id = address(name)
    if path.suffix.lower() not in ENDINGS:
        return _unread(
            name,
            id,
            "seed-ignored",
            f"{path.suffix or 'a name without ending'} is not read",
            f"save the text as {' or '.join(ENDINGS[:2])} in UTF-8, or move the file out of seeds/",
            severity="notice",
        )
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise OSError(0, "it is a folder, a pipe, a socket or a device")
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
            while len(content) > LARGEST and (more := file.read(LARGEST)):
                # Only the digest needs the rest; it is not kept.
                return _too_large(name, id, content, more, file)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return _unread(
            name, id, "seed-unreadable", f"cannot be opened: {reason}", "check the file and its rights"
        )
    if known and known.text and not known.problems and known.sha256 == hashlib.sha256(content).hexdigest():
        return known
    return _read(name, content, id)


def _files(home: Path) -> tuple[list[tuple[str, str]], list[OSError]]:
    """Files below `home`, and links to folders, each with its path from above it, in the order of these.

    And the folders that cannot be read. Links are not followed.
    """
    found: list[tuple[str, str]] = []
    failed: list[OSError] = []
    for folder, folders, files in os.walk(home, onerror=failed.append, followlinks=False):
        own = Path(folder).relative_to(home.parent).as_posix()
        links = [name for name in folders if os.path.islink(os.path.join(folder, name))]
        shown_files = [name for name in files if not name.startswith(".")]
        above = os.path.join(folder, "")
        found += [(above + name, f"{own}/{name}") for name in (*links, *shown_files)]
        folders[:] = [name for name in folders if not name.startswith(".")]
    failed = [error for error in failed if not isinstance(error, FileNotFoundError)]
    return sorted(found, key=itemgetter(1)), failed


def _misnamed(name: str, own: str) -> RawRelease | None:
    """A release without text where a name cannot even be written down: in no register, in no message."""
    return None if name == own else _unread(name, address(name), "seed-name", fault(name), _RENAME)


def _outside(path: Path, home: Path, name: str) -> RawRelease | None:
    """A release without text where a link is not followed: out of seeds/, or to a folder."""
    if not path.is_symlink():
        return None
    try:
        leads_out = not path.resolve(strict=True).is_relative_to(home.resolve())
        folder = path.is_dir()
    except (OSError, RuntimeError):
        leads_out, folder = True, False
    if not leads_out and not folder:
        return None
    where = "out of seeds/" if leads_out else "to a folder"
    return _unread(
        name, address(name), "seed-link", f"is a link that leads {where}", "put the file itself into seeds/"
    )


def _name(path: Path, root: Path | None) -> str:
    """Path with forward slashes, relative to `root` where it lies inside; one line that can be printed."""
    name = path
    if root is not None:
        for base in (root, root.absolute()):
            if path.is_relative_to(base):
                name = path.relative_to(base)
                break
        else:
            if path.absolute().is_relative_to(root.absolute()):
                name = path.absolute().relative_to(root.absolute())
    return shown(name.as_posix())


def _too_large(name: str, id: str, content: bytes, more: bytes, file: object) -> RawRelease:
    digest = hashlib.sha256(content)
    digest.update(more)
    size = len(content) + len(more)
    while chunk := file.read(LARGEST):  # type: ignore[attr-defined]
        digest.update(chunk)
        size += len(chunk)
    return _unread(name, id, *_large(size), sha256=digest.hexdigest())


def _large(size: int) -> tuple[str, str, str]:
    return (
        "seed-too-large",
        f"holds {size / 1024 / 1024:.1f} MB; a release is read up to {LARGEST // 1024 // 1024} MB",
        "keep the text of one release alone in the file",
    )


def _unread(
    path: str, id: str, code: str, message: str, cure: str, sha256: str = "", severity: Severity = "error"
) -> RawRelease:
    return RawRelease(path, id, sha256, "", problems=(Problem(path, 0, code, severity, message, cure),))


def _read(path: str, content: bytes, id: str | None) -> RawRelease | _Waiting:
    id = address(path) if id is None else id
    sha256 = hashlib.sha256(content).hexdigest()
    if len(content) > LARGEST:
        return _unread(path, id, *_large(len(content)), sha256=sha256)
    format = FORMATS.get(PurePosixPath(path).suffix.lower())
    if format and content.strip():
        return _Waiting(path, id, format, sha256, content)
    binary = _binary(content)
    if binary:
        ending = {"a PDF": ".pdf", "a Word file or a zip": ".docx"}.get(binary)
        cure = f"let its name end in {ending}, or " if ending else ""
        cure += _AS_TEXT
        return _unread(path, id, "seed-binary", f"is not text but {binary}", cure, sha256=sha256)
    text, problems = _decode(path, content)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return _unread(
            path,
            id,
            "seed-binary",
            f"is not text but bytes with a NUL in line {line}",
            _AS_TEXT,
            sha256=sha256,
        )
    if not _SEEN.search(text):
        return _unread(
            path,
            id,
            "seed-empty",
            "holds no text",
            "add the text of the release, or remove the file",
            sha256=sha256,
        )
    text, first_line, given, faults = take_front_matter(path, text)
    if first_line > 1 and not text.strip():
        message, cure = "holds no text after its front matter", "add the text of the release"
        faults = (*faults, Problem(path, first_line, "seed-empty", "error", message, cure))
    return RawRelease(path, id, sha256, text, first_line, given, problems + faults)


def _binary(content: bytes) -> str:
    """What a file is that holds no text; '' for text.

    >>> _binary(b"%PDF-1.7 ..."), _binary("Phnom Penh, 5 May".encode("utf-16"))
    ('a PDF', '')
    """
    begin = content[:1024].removeprefix(codecs.BOM_UTF8).lstrip()
    for start, name in _BINARY_STARTS.items():
        if begin.startswith(start):
            return name
    if content.startswith(tuple(mark for mark, _, _ in _MARKS[1:])):
        return ""
    if b"\0" in content:
        line = content.count(b"\n", 0, content.index(b"\0")) + 1
        return f"bytes with a NUL in line {line}"
    controls = len(content) - len(content.translate(None, _CONTROL))
    return "bytes full of control characters" if controls > 8 and controls * 50 > len(content) else ""


def _decode(path: str, content: bytes) -> tuple[str, tuple[Problem, ...]]:
    """UTF-8, or UTF-16 and UTF-32 with a mark; else Windows-1252 with a problem that names line and byte."""
    mark, codec, name = next((m for m in _MARKS if content.startswith(m[0])), (b"", "utf-8", "UTF-8"))
    try:
        return content[len(mark) :].decode(codec), ()
    except UnicodeDecodeError as error:
        at, byte = error.start, error.object[error.start]
    if codec == "utf-8":
        line = content.count(b"\n", 0, at) + 1 if b"\n" in content else content.count(b"\r", 0, at) + 1
        column = at - max(content.rfind(b"\n", 0, at), content.rfind(b"\r", 0, at))
        message = (
            f"byte 0x{byte:02x} at place {column} of the line is not UTF-8; the file is read as Windows-1252"
        )
        text = content[len(mark) :].decode("latin-1").translate(_WINDOWS)
    else:
        text = content[len(mark) :].decode(codec, "replace")
        line = text[: text.index("\ufffd") + 1].count("\n") + 1 if "\ufffd" in text else 0
        message = f"byte {at + len(mark) + 1} of the file is not {name}; a mark stands where it was"
    cure = "save the file as UTF-8 after comparing it with what was received"
    return text, (Problem(path, line, "seed-encoding", "error", message, cure),)
