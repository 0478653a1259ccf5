"""Names of raw files: how a path is shown, which address it gives, and which names make trouble elsewhere.

Enters: paths. Leaves: a path that prints on one line, an address below /releases/, what is wrong with a name.
An address is a folder of the site, on a server, in a zip file, on Windows. A name that cannot be one gives an
address that can, told apart by a digest. Must not be known here: what files hold.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from pathlib import PurePosixPath

from gazette.seeds.received import FORMATS
from gazette.vocabulary.devices import DEVICES

ENDINGS = (".txt", ".md", *FORMATS)
"""File name endings of raw releases."""

LONGEST = 180
"""Bytes of the longest address: folders of events are named by it, with a few signs more, in 255 bytes."""

NAMES = 1 << 16
"""So many names are remembered with what was found out about them."""

_ESCAPED = re.compile(r"\\(x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8})")
_FORBIDDEN = re.compile(r'[<>:"\\|?*]')
_NOT_FOR_FOLDERS = re.compile(r'[<>:"\\|?*\s]+')


def shown(name: str) -> str:
    r"""A path on one line: what is no UTF-8, control characters and marks that cannot be seen, as numbers.

    >>> shown("seeds/a\nb\u202ec.txt"), shown("seeds/ក.txt")
    ('seeds/a\\x0ab\\u202ec.txt', 'seeds/ក.txt')
    """
    if name.isprintable():
        return name
    return "".join(c if c.isprintable() else _number(ord(c)) for c in name)


def _number(code: int) -> str:
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def address(name: str) -> str:
    """Path below seeds/ without ending; outside seeds/ the bare name of the file.

    >>> address("seeds/mfaic/2020-03-18-talks.txt"), address("/home/me/2020.05.txt")
    ('mfaic/2020-03-18-talks', '2020.05')
    >>> address("seeds/mfaic/What now?.txt")
    'mfaic/What-now-cf2bad83'
    """
    own = _own(name)
    if not name.startswith("seeds/"):
        return PurePosixPath(own).name
    return _mended(own) if fault(name) else own


@lru_cache(maxsize=NAMES)
def _own(name: str) -> str:
    path = PurePosixPath(name)
    if path.suffix.lower() in ENDINGS:
        path = path.with_suffix("")
    return path.relative_to("seeds").as_posix() if path.parts[:1] == ("seeds",) else path.as_posix()


def is_device(part: str) -> bool:
    """Whether Windows takes a name for a device, whatever its ending."""
    return part.partition(".")[0].lower() in DEVICES


@lru_cache(maxsize=NAMES)
def fault(name: str) -> str:
    """Why the address of a file below seeds/, as `shown`, cannot be a folder everywhere; '' where it can.

    >>> fault("seeds/mfaic/talks in Tokyo.txt"), fault("seeds/mfaic/con.txt")
    ('', "'con' is the name of a device in Windows")
    """
    own = _own(name)
    for part in own.split("/"):
        if _ESCAPED.search(part):
            return f"{part!r} has a character that cannot be seen"
        if sign := _FORBIDDEN.search(part):
            return f"{part!r} has a {sign[0]!r}, which not every system allows in a name"
        if part != part.strip() or part.endswith("."):
            return f"{part!r} begins or ends with a space, or ends with a full stop"
        if is_device(part):
            return f"{part!r} is the name of a device in Windows"
    octets = len(own.encode())
    return f"the path below seeds/ has {octets} bytes, and {LONGEST} are the most" if octets > LONGEST else ""


def _mended(own: str) -> str:
    """An address that every system has, for a name that it cannot have."""
    parts = [_NOT_FOR_FOLDERS.sub("-", part).strip("-. ") for part in own.split("/")]
    parts = [f"the-{part}" if is_device(part) else part for part in parts]
    joined = "/".join(filter(None, parts)).encode()[: LONGEST - 9].decode(errors="ignore").rstrip("-. /")
    digest = hashlib.sha256(own.encode()).hexdigest()[:8]
    return f"{joined}-{digest}" if joined else digest
