"""The text of a PDF, page by page.

Enters: the bytes of a PDF. Leaves: its text, a form feed before each page but the first, and doubts: pages
without text, pages in columns. Paragraphs are told by the space between lines, as a reader tells them; a page
set in columns is taken in the order in which it was written into the file, which keeps columns apart.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

from gazette.extracts.values import Doubt, Extract, Refused, tidy

MOST_PAGES = 400
"""Pages of a PDF that are read as one release."""

LEAST_LINES, LONG_LINE, COLUMN = 8, 30, 12
"""Fewer lines tell nothing of columns, nor do shorter ones; letters of a column at least."""

GAP = re.compile(r"(?<=\S) {3,}(?=\S)")


def read_pdf(content: bytes) -> Extract:
    """A PDF page by page, paragraphs told by the space between lines."""
    import pypdf
    from pypdf.errors import DependencyError, FileNotDecryptedError

    if b"%PDF-" not in content[:1024]:
        raise Refused("seed-broken", "is no PDF, whatever its name says")
    reader = pypdf.PdfReader(io.BytesIO(content))
    try:
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused("seed-locked", "has a password", "save it without a password")
        number = len(reader.pages)
    except (DependencyError, FileNotDecryptedError, NotImplementedError) as error:
        raise Refused("seed-locked", "is encrypted", "save it without encryption") from error
    if number > MOST_PAGES:
        raise Refused("seed-too-large", f"has {number} pages; a release is read up to {MOST_PAGES}")
    layouts = [page_layout(page) for page in reader.pages]
    columns = [place for place, lines in enumerate(layouts, start=1) if is_in_columns(lines)]
    pages = [
        page.extract_text() if place in columns else closed_up(lines)
        for place, (page, lines) in enumerate(zip(reader.pages, layouts, strict=True), start=1)
    ]
    empty = [place for place, text in enumerate(pages, start=1) if not text.strip()]
    if len(empty) == number:
        message = "holds pictures of pages and no text" if number else "holds no page"
        raise Refused(
            "seed-scanned", message, "have its text recognised or typed, and add that as UTF-8 (.txt)"
        )
    doubts = []
    if columns:
        message = f"{pages_named(columns, number)} set in columns, which may be read in a wrong order"
        cure = "compare with what was received; where it is wrong, add its text as UTF-8 (.txt) in its place"
        doubts.append(Doubt("seed-columns", "notice", message, cure))
    if empty:
        message = f"{pages_named(empty, number)} without text"
        cure = "nothing, if they are blank; else add the whole text as UTF-8 (.txt) in place of this file"
        doubts.append(Doubt("seed-scanned", "notice", message, cure))
    text = "\n\n\f".join(filter(str.strip, pages))
    return Extract(tidy(text), f"pypdf {version('pypdf')}", is_active_pdf(reader), doubts)


def pages_named(places: Sequence[int], number: int) -> str:
    """Pages in words.

    >>> pages_named([2, 4], 4)
    'pages 2, 4 of 4 are'
    """
    said = ", ".join(map(str, places[:8])) + (" …" if places[8:] else "")
    return f"pages {said} of {number} are" if places[1:] else f"page {said} of {number} is"


def page_layout(page: Any) -> list[str]:
    """The lines of a page as they are set, gaps as wide as they look; blank where there is more space."""
    try:
        text = page.extract_text(extraction_mode="layout", layout_mode_strip_rotated=False)
    except (MemoryError, RecursionError):
        raise
    except Exception:  # fonts that say nothing of their widths
        text = page.extract_text()
    return str(text).split("\n")


def closed_up(lines: Sequence[str]) -> str:
    """The text of lines as they are set, gaps closed: those of justified lines among them."""
    return "\n".join(re.sub(r" {2,}", " ", line).strip() for line in lines).strip("\n")


def is_in_columns(lines: Sequence[str]) -> bool:
    """Whether a second column begins at one place of most of the long lines.

    >>> column = "the two sides met in the castle"
    >>> is_in_columns([f"{column[:25]}      {column}"] * 12), is_in_columns([f"{column} {column}"] * 12)
    (True, False)
    """
    long = [line.rstrip() for line in lines if len(line.strip()) >= LONG_LINE]
    begins = Counter(
        gaps[0].end()
        for line in long
        if len(gaps := [*GAP.finditer(line)]) == 1 and len(line) - gaps[0].end() >= COLUMN
    )
    most = max((begins[place - 1] + begins[place] + begins[place + 1] for place in begins), default=0)
    return len(long) >= LEAST_LINES and most > len(long) / 2


def is_active_pdf(reader: Any) -> bool:
    """Whether a PDF runs scripts, starts programs or carries other files."""
    root = reader.trailer["/Root"]
    names = solved(root, "/Names")
    if solved(names, "/JavaScript") or solved(names, "/EmbeddedFiles") or solved(root, "/AA"):
        return True
    if is_action(solved(root, "/OpenAction")) or solved(solved(root, "/AcroForm"), "/XFA"):
        return True
    for page in reader.pages:
        notes = solved(page, "/Annots")
        owners = [page, *(note.get_object() for note in (notes if isinstance(notes, list) else ()))]
        if any(is_action(solved(owner, "/A")) or solved(owner, "/AA") for owner in owners):
            return True
    return False


def is_action(found: Any) -> bool:
    """Whether an action is more than going to a page or an address."""
    return isinstance(found, dict) and str(solved(found, "/S")) in (
        "/JavaScript",
        "/Launch",
        "/ImportData",
        "/Rendition",
    )


def solved(owner: Any, key: str) -> Any:
    """An entry of a dictionary of a PDF; None where there is none."""
    found: Any = owner.get(key) if isinstance(owner, dict) else None
    return found.get_object() if hasattr(found, "get_object") else found
