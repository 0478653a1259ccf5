"""The folder of the site: a build writes beside the last site, and puts its files in place when all is there.

Enters: files by their path below /. Leaves: the folder with exactly these files, of which those that have
not changed were not touched. Until `place` nothing of the last site changes, so a build that fails leaves it
as it was. Names that begin with a dot are left alone, as MkDocs does. Knows nothing of MkDocs or the record.
"""

from __future__ import annotations

import errno
import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

try:
    import fcntl
except ImportError:  # not on Windows: two builds at once are not told apart there
    fcntl = None  # type: ignore[assignment]

MARK = ".mark"
"""Says of what the folder was made; absent while a site is being put in place."""

NEXT = ".next"
"""What a build writes, below the site's folder, so that it can be moved without copying."""

LOCK = ".lock"

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})

PIECE = 1 << 20
"""Bytes that are compared and written at once."""

PATIENCE = 1.0
"""Seconds for which a build waits for the folder."""


class CannotWrite(OSError):
    """The site cannot be written; says why, and that the last one stands."""


class SiteFolder:
    """The folder `home` and what the build under way adds to it."""

    def __init__(self, home: Path, last: SiteFolder | None = None) -> None:
        """`last`: of this process, which alone wrote here since: then nobody need look for what lies here."""
        self.home = home
        self.next = home / NEXT
        self._lock = -1
        self._is_placed = False
        self._present: set[str] | None = last._present if last and last.home == home else None
        "The paths of all files here, and perhaps of some that are gone; None where nobody knows."

    def begin(self) -> None:
        """Take the folder for this build; raises `CannotWrite` where another build has it."""
        try:
            self.home.mkdir(parents=True, exist_ok=True)
            self._lock = os.open(self.home / LOCK, os.O_CREAT | os.O_RDWR, 0o644)
        except OSError as error:
            raise self.told(error) from error
        if fcntl:
            try:
                self._take()
            except OSError as error:
                os.close(self._lock)
                self._lock = -1
                raise CannotWrite(
                    f"another build is writing {self.home}: wait for it, or name another folder (--site-dir)"
                ) from error
        shutil.rmtree(self.next, ignore_errors=True)
        self.next.mkdir()

    def _take(self) -> None:
        """Lock the folder; the processes of a build that was killed a moment ago may still have to end."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                return fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                if time.monotonic() > until:
                    raise
            time.sleep(0.02)

    def mark(self) -> str:
        """Of what the site in the folder was made; '' where that is not known."""
        try:
            return (self.home / MARK).read_text("ascii")
        except (OSError, ValueError):
            return ""

    def write(self, path: str, content: bytes | bytearray) -> bool:
        """Add a file; whether it differs from the last site's. May be called in a forked process.

        Of two files that are added at a path the later one counts. Once the site is in place, files come into
        it at once.
        """
        return self.write_pieces(path, len(content), lambda: _cut(content))

    def write_pieces(self, path: str, size: int, read: Callable[[], Iterator[bytes | bytearray]]) -> bool:
        """The same of a file of so many bytes that need not be held at once; `read` gives them anew."""
        target = self.next / path
        try:
            if _holds(self.home / path, size, read()):
                target.unlink(missing_ok=True)
                return False
            try:
                _fill(target, read())
            except FileNotFoundError:
                target.parent.mkdir(parents=True, exist_ok=True)
                _fill(target, read())
            if self._is_placed:
                (self.home / path).parent.mkdir(parents=True, exist_ok=True)
                os.replace(target, self.home / path)
                if self._present is not None:
                    self._present.add(path)
        except OSError as error:
            raise self.told(error) from error
        return True

    @contextmanager
    def scratch(self, name: str) -> Iterator[Path]:
        """An empty folder for what does not come into the site, on the same disk; gone afterwards."""
        aside = self.next / f".{name}"
        try:
            shutil.rmtree(aside, ignore_errors=True)
            aside.mkdir(parents=True)
        except OSError as error:
            raise self.told(error) from error
        try:
            yield aside
        finally:
            shutil.rmtree(aside, ignore_errors=True)

    def place(self, kept: Iterable[str], mark: str = "") -> int:
        """Put what was added in place, and remove what is neither new nor among `kept`; how many were new.

        `mark`: says what the folder holds from now on.
        """
        wanted, present = set(kept), self._present
        inmost = set() if present is not None else {path[: path.rfind("/") + 1] for path in wanted}
        folders = {above for folder in inmost for above in _folders(folder)}
        self._present = None
        try:
            (self.home / MARK).unlink(missing_ok=True)
            added = self._move("", wanted, folders)
            if present is None:
                self._remove("", wanted, folders)
            else:
                self.remove(present - wanted)
            (self.home / MARK).write_text(mark, "ascii")
        except OSError as error:
            raise self.told(error, "a part of the new site is in place already: build again") from error
        self.end()
        self._is_placed, self._present = True, wanted
        return added

    def below(self, folder: str) -> list[str]:
        """The files of the last site in a folder and those below it."""
        if self._present is not None:
            return [path for path in self._present if path.startswith(f"{folder}/")]
        found: list[str] = []
        for at, _, names in os.walk(self.home / folder):
            here = Path(at).relative_to(self.home).as_posix()
            found += [f"{here}/{name}" for name in names]
        return found

    def remove(self, paths: Iterable[str]) -> None:
        """Take files out of a site that is in place, and folders in which nothing is left."""
        for path in paths:
            if not os.path.isdir(f"{self.home}/{path}"):  # else a folder has taken its place
                with suppress(FileNotFoundError, NotADirectoryError):
                    os.unlink(f"{self.home}/{path}")
            with suppress(OSError):
                for above in reversed(_folders(path)):
                    os.rmdir(f"{self.home}/{above}")
            if self._present is not None:
                self._present.discard(path)

    def end(self) -> None:
        """Give the folder free; what was added and not put in place is thrown away.

        Does nothing where the folder was never taken: what lies there is another build's.
        """
        if self._lock >= 0:
            shutil.rmtree(self.next, ignore_errors=True)
            os.close(self._lock)
            self._lock = -1

    def _move(self, folder: str, wanted: set[str], folders: set[str]) -> int:
        """Move what lies in a folder of the new files; whole folders where the last site has none."""
        added = 0
        with os.scandir(self.next / folder) as found:
            entries = list(found)
        for entry in entries:
            path = f"{folder}{entry.name}"
            target = self.home / path
            if not entry.is_dir(follow_symlinks=False):
                if target.is_dir() and not target.is_symlink():
                    shutil.rmtree(target)
                if _is_same(entry.path, target):
                    os.unlink(entry.path)
                else:
                    os.replace(entry.path, target)
                    added += 1
                wanted.add(path)
                folders.update(_folders(path))
            elif target.is_dir() and not target.is_symlink():
                folders.add(f"{path}/")
                added += self._move(f"{path}/", wanted, folders)
            else:
                target.unlink(missing_ok=True)
                for below, _, names in os.walk(entry.path):
                    inside = Path(below).relative_to(self.next).as_posix()
                    wanted.update(f"{inside}/{name}" for name in names)
                    folders.update(_folders(f"{inside}/x"))
                    added += len(names)
                os.replace(entry.path, target)
        return added

    def _remove(self, folder: str, wanted: set[str], folders: set[str]) -> None:
        """Remove what the new site does not have."""
        with os.scandir(self.home / folder) as found:
            entries = list(found)
        for entry in entries:
            path = f"{folder}{entry.name}"
            if not folder and entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                if f"{path}/" in folders:
                    self._remove(f"{path}/", wanted, folders)
                else:
                    shutil.rmtree(entry.path)
            elif path not in wanted:
                os.unlink(entry.path)

    def has_met(self, error: OSError) -> bool:
        """Whether an error came of writing below this folder; a full disk says so without a name."""
        names = (error.filename, error.filename2)
        return error.errno in FULL or any(str(name).startswith(f"{self.home}{os.sep}") for name in names)

    def told(self, error: OSError, left: str = "the last site stands as it was") -> CannotWrite:
        """The same error in words, and what it left."""
        why = {
            errno.ENOSPC: "the disk is full",
            errno.EDQUOT: "your share of the disk is full",
            errno.EROFS: "the disk can only be read",
            errno.EACCES: "writing there is not allowed",
        }.get(error.errno or 0, error.strerror or str(error))
        return CannotWrite(f"{self.home} cannot be written: {why}; {left}")


def _is_same(new: str, last: Path) -> bool:
    """Whether a file that somebody else added is that of the last site: it need not be moved over it."""
    with open(new, "rb") as file:
        size = os.fstat(file.fileno()).st_size
        return not last.is_symlink() and _holds(last, size, iter(partial(file.read, PIECE), b""))


def _holds(last: Path, size: int, pieces: Iterator[bytes | bytearray]) -> bool:
    """Whether a file has these bytes, so many in all; of a large one not all are read at once."""
    try:
        with open(last, "rb") as file:
            if os.fstat(file.fileno()).st_size != size:
                return False
            return all(file.read(len(piece)) == piece for piece in pieces)
    except OSError:
        return False


def _fill(path: Path, pieces: Iterator[bytes | bytearray]) -> None:
    with open(path, "wb") as file:
        file.writelines(pieces)


def _cut(content: bytes | bytearray) -> Iterator[bytes | bytearray]:
    if len(content) <= PIECE:
        return iter((content,))
    return (content[at : at + PIECE] for at in range(0, len(content), PIECE))


def _folders(path: str) -> list[str]:
    """The folders above a path, each with a slash at its end.

    >>> _folders("a/b/c.html")
    ['a/', 'a/b/']
    """
    parts = path.split("/")[:-1]
    return ["/".join(parts[: place + 1]) + "/" for place in range(len(parts))]
