"""Names and kinds of files that are bad: what is put below seeds/, and the problem that each must give.

Enters: a folder. Leaves: files, links, pipes and devices in it, and by path the codes that each must give.
What a system cannot make (a device without rights to it, a name that its disk refuses) is left out.
"""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from bad.texts import KHMER, LETTER

TEXT = LETTER.format("all agreed").encode()
NAME = ("seed-name",)
LINK = ("seed-link",)
UNREADABLE = ("seed-unreadable",)
TAKEN = ("address-taken",)

NAMES: dict[str, tuple[str, ...]] = {
    "a space.txt": (),
    "two  spaces.txt": (),
    "per%cent.txt": (),
    "%2e%2e%2fup.txt": (),
    "%00.txt": (),
    "number#sign.txt": (),
    "question?mark.txt": NAME,
    "ampersand&amp;.txt": (),
    "apostrophe's.txt": (),
    'double"quotes".txt': NAME,
    "<script>alert(1)<script>.txt": NAME,
    "{{ config }}{% raw %}.txt": (),
    "$(id) `id` ;id.txt": (),
    "![x](javascript:alert(1)).txt": NAME,
    "]]> --> .txt": NAME,
    "=1+1.txt": (),
    "+1.txt": (),
    "-rf.txt": (),
    "--help.txt": (),
    "@sum.txt": (),
    "~.txt": (),
    "colon:.txt": NAME,
    "C:talks.txt": NAME,
    "pipe|.txt": NAME,
    "star*.txt": NAME,
    "back\\slash.txt": NAME,
    "a..txt": NAME,
    "a .txt": NAME,
    " .txt": NAME,
    " leading.txt": NAME,
    "tab\t.txt": NAME,
    "line\nend.txt": NAME,
    "line\r\nERROR   -  all is well.txt": NAME,
    "escape\x1b[31m.txt": NAME,
    "bell\a.txt": NAME,
    "delete\x7f.txt": NAME,
    "line\u2028separator.txt": NAME,
    "override\u202etxt.exe.txt": NAME,
    "zero\u200bwidth.txt": NAME,
    "\ufeffmark.txt": NAME,
    f"{KHMER}.txt": (),
    "日本国外務省.md": (),
    "العربية.txt": (),
    "👩‍⚖️.txt": NAME,
    "homoglyph-ѕtrelsau.txt": (),
    "CON.txt": NAME,
    "nul.md": NAME,
    "Com1.txt": NAME,
    "lpt9.talks.txt": NAME,
    "aux.txt": NAME,
    "console.txt": (),
    "index.txt": (),
    "README.md": (),
    "404.txt": (),
    "talks.txt.md": (),
    "talks.TXT": (),
    "2022-05-04.txt": (),
    "secondary-2022.txt": (),
    "undated.txt": (),
    "constructor.txt": (),
    "__proto__.txt": (),
    "0.txt": (),
    "é-in-one.txt": (),
    "long" + "g" * 200 + ".txt": NAME,
    "ខ" * 80 + ".txt": NAME,
    "a" * 120 + ".txt": (),
    "deep/" * 12 + "talks.txt": (),
    "deeper/" * 60 + "talks.txt": NAME,
    "a folder/talks.txt": (),
    "folder.txt/talks.txt": (),
    "prn/talks.txt": NAME,
    "dots./talks.txt": NAME,
    "line\nfolder/talks.txt": NAME,
}
"""Names of good texts, below seeds/, and what each must give."""

CLASHES: dict[str, tuple[str, ...]] = {
    "clash/one.md": (),
    "clash/one.txt": TAKEN,
    "clash/Upper.txt": (),
    "clash/upper.txt": TAKEN,
    "clash/STRASSE.txt": (),
    "clash/straße.txt": TAKEN,
    "clash/re\u0301sume\u0301.txt": (),
    "clash/r\u00e9sum\u00e9.txt": TAKEN,
    "clash/ﬁne.txt": TAKEN,
    "clash/fine.txt": (),
    "clash/parent.txt": (),
    "clash/parent/child.txt": (),
    "clash/parent/raw.txt.txt": TAKEN,
    "clash/parent/release.md.md": TAKEN,
    "clash/parent/card.png.txt": TAKEN,
    "clash/parent/INDEX.html.txt": TAKEN,
    "clash/lonely/raw.txt.txt": (),
}
"""Names that are bad beside one another."""

NOTICED: dict[str, tuple[str, ...]] = {
    "other/scan.tiff": ("seed-ignored",),
    "other/talks.txt.exe": ("seed-ignored",),
    "other/noending": ("seed-ignored",),
    "other/talks.txt~": ("seed-ignored",),
    "other/talks.csv.": ("seed-ignored", "seed-name"),
}
"""Files that are no raw texts: a notice."""

HIDDEN = (".hidden.txt", "..\\..\\up.txt", "...txt", ".git/config.txt", "..txt")
"""Files that are passed over without a word."""


def put_names(seeds: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Write a text under each name; path from the record's root, and the codes."""
    for name, codes in {**NAMES, **CLASHES, **NOTICED, **dict.fromkeys(HIDDEN, ())}.items():
        file = seeds / name
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(TEXT)
            yield f"seeds/{name}", codes


def put_bytes_name(seeds: Path) -> tuple[str, tuple[str, ...]]:
    """A name that is no UTF-8."""
    raw = os.fsencode(seeds) + b"/latin-\xe9.txt"
    Path(os.fsdecode(raw)).write_bytes(TEXT)
    return "seeds/latin-\\udce9.txt", NAME


# --- what is no file ---------------------------------------------------------------------------------


def socket_at(path: Path) -> None:
    """A socket; its address may be short only, so it is made from within the folder."""
    here = os.open(".", os.O_RDONLY)
    with socket.socket(socket.AF_UNIX) as made:
        os.chdir(path.parent)
        try:
            made.bind(path.name)
        finally:
            os.chdir(here)
            os.close(here)


def unreadable(path: Path) -> None:
    """A file that nobody may read."""
    path.write_bytes(TEXT)
    path.chmod(0)


def endless(path: Path) -> None:
    """The device that never ends."""
    os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 5))


def silent(path: Path) -> None:
    """The device that never answers: the console of the process."""
    os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(5, 0))


KINDS: dict[str, tuple[Callable[[Path], None], tuple[str, ...]]] = {
    "kinds/link-out.txt": (lambda path: path.symlink_to("../../secret.txt"), LINK),
    "kinds/link-absolute.txt": (lambda path: path.symlink_to("/etc/passwd"), LINK),
    "kinds/link-to-environment.txt": (lambda path: path.symlink_to("/proc/self/environ"), LINK),
    "kinds/link-to-settings.txt": (lambda path: path.symlink_to("../../mkdocs.yml"), LINK),
    "kinds/link-beside.txt": (lambda path: path.symlink_to("../../seeds-of-others/talks.txt"), LINK),
    "kinds/link-to-zero.txt": (lambda path: path.symlink_to("/dev/zero"), LINK),
    "kinds/link-to-nothing.txt": (lambda path: path.symlink_to("nowhere.txt"), LINK),
    "kinds/link-to-itself.txt": (lambda path: path.symlink_to("link-to-itself.txt"), LINK),
    "kinds/link-round-1.txt": (lambda path: path.symlink_to("link-round-2.txt"), LINK),
    "kinds/link-round-2.txt": (lambda path: path.symlink_to("link-round-1.txt"), LINK),
    "kinds/link-to-hidden.txt": (lambda path: path.symlink_to("../.git/config.txt"), ()),
    "kinds/link-inside.txt": (lambda path: path.symlink_to("../good/talks.txt"), ()),
    "kinds/folder-out": (lambda path: path.symlink_to("../.."), LINK),
    "kinds/folder-up": (lambda path: path.symlink_to(".."), LINK),
    "kinds/folder-round": (lambda path: path.symlink_to("folder-round"), LINK),
    "kinds/folder-as-file.txt": (lambda path: path.symlink_to("/etc"), LINK),
    "kinds/a-pipe.txt": (lambda path: os.mkfifo(path), UNREADABLE),
    "kinds/a-link-to-a-pipe.txt": (lambda path: path.symlink_to("a-pipe.txt"), UNREADABLE),
    "kinds/a-socket.txt": (socket_at, UNREADABLE),
    "kinds/endless.txt": (endless, UNREADABLE),
    "kinds/silent.txt": (silent, UNREADABLE),
    "kinds/unreadable.txt": (unreadable, UNREADABLE),
}
"""What stands where a file is expected: how it is made, and what it must give."""


def put_kinds(root: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Make each kind below `root`/seeds; path from the record's root, and the codes."""
    (root / "seeds" / "kinds").mkdir(parents=True, exist_ok=True)
    (root / "seeds-of-others").mkdir()
    (root / "seeds" / ".git").mkdir(exist_ok=True)
    (root / "seeds" / ".git" / "config.txt").write_bytes(TEXT)
    for file in ("secret.txt", "seeds-of-others/talks.txt"):
        (root / file).write_bytes(TEXT.replace(b"Talks", b"SECRET talks"))
    for name, (make, codes) in KINDS.items():
        with suppress(OSError):
            make(root / "seeds" / name)
            yield f"seeds/{name}", codes
