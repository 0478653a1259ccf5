"""`gazette write`: the whole record as files, without MkDocs.

Enters: the record's root and a folder. Leaves: files below that folder, laid out as on the site.
The same record gives the same bytes. Nothing is ever written into seeds/ or docs/.
"""

from __future__ import annotations

import hashlib
import html
from collections.abc import Iterator
from pathlib import Path

from gazette.assemble import ReadAll, assemble, read_in_turn
from gazette.cli.places import WrongCommand
from gazette.exports import render_exports
from gazette.exports.received import raw_files
from gazette.manuscript import render_manuscript
from gazette.model import Corpus
from gazette.pages import Page, Serving, render_pages

SUMS = "SHA256SUMS"
"""The list of what was written: `sha256sum -c` checks it, and the next run knows what it may remove."""

SHELL = """\
<!doctype html>
<html lang="{language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<main>
{body}
</main>
</html>
"""


def write_record(root: Path, target: Path, read_all: ReadAll = read_in_turn) -> tuple[Corpus, int]:
    """Write the record below `root` into `target`; the corpus, and the number of its files."""
    home = checked_target(root, target)
    corpus = assemble(root, read_all)
    sums: dict[str, str] = {}
    for path, content in files_of(corpus, root):
        _write(home, path, content)
        sums[path] = hashlib.sha256(content).hexdigest()
    _remove_stale(home, sums)
    listed = "".join(f"{digest}  {path}\n" for path, digest in sorted(sums.items()))
    _write(home, SUMS, listed.encode())
    return corpus, len(sums)


def checked_target(root: Path, target: Path) -> Path:
    """The folder to write into, made where it is missing; never seeds/, docs/ or the record's own root."""
    home, root = target.resolve(), root.resolve()
    for kept in (root / "seeds", root / "docs", root / "hooks", root / "tests"):
        if home == kept or home.is_relative_to(kept):
            raise WrongCommand(
                f"{target} lies in {kept.name}/, where nothing is written; name another folder"
            )
    if home == root or root.is_relative_to(home):
        raise WrongCommand(
            f"{target} holds the record itself; name a folder of its own, such as build/record"
        )
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WrongCommand(f"{target} cannot be made: {error.strerror}") from error
    return home


def files_of(corpus: Corpus, root: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of the record as (path, content)."""
    exports = render_exports(corpus)
    yield from exports
    sizes = tuple((path, len(content)) for path, content in exports)
    for page in render_pages(corpus, Serving(page_name="index.html", data_files=sizes)):
        yield f"{page.address}index.html", in_shell(page).encode("utf-8", "replace")
    for release in corpus.releases:
        folder = f"releases/{release.id}"
        yield f"{folder}/release.md", render_manuscript(release).encode("utf-8", "replace")
        raw = root / release.raw.path
        if raw.is_file():
            for name, content in raw_files(release.raw, raw.read_bytes()):
                yield f"{folder}/{name}", content


def in_shell(page: Page) -> str:
    """A page on its own, without style sheets."""
    language = str(page.front_matter.get("language") or "en")
    return SHELL.format(
        language=html.escape(language), title=html.escape(page.title), body=f"{page.head}\n{page.html}"
    )


def _write(home: Path, path: str, content: bytes) -> None:
    """Write one file, unless it stands there already; never through a link out of the folder."""
    file = home / path
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.parent.resolve().is_relative_to(home) or file.is_symlink():
        raise WrongCommand(f"{path} leads out of the folder by a link; remove the link")
    if not (file.is_file() and file.read_bytes() == content):
        file.write_bytes(content)


def _remove_stale(home: Path, sums: dict[str, str]) -> None:
    """Remove what an earlier run wrote, if it stands there unchanged and is no longer part of the record."""
    listed = home / SUMS
    for line in listed.read_text("utf-8").splitlines() if listed.is_file() else ():
        digest, _, path = line.partition("  ")
        file = home / path
        inside = file.parent.resolve().is_relative_to(home) and not file.is_symlink()
        if path in sums or not inside or not file.is_file():
            continue
        if hashlib.sha256(file.read_bytes()).hexdigest() == digest:
            file.unlink()
