"""The text of a PDF, page by page.

Enters: the bytes of a PDF. Leaves: its text, a form feed before each page but the first, and doubts: pages
without text. Paragraphs are told by the space between lines, as a reader tells them.
"""

from __future__ import annotations

import io
import re
from importlib.metadata import version
from typing import Any

from gazette.extracts.values import Doubt, Extract, Refused, tidy

MOST_PAGES = 400
"""Pages of a PDF that are read as one release."""


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
    pages = [page_text(page) for page in reader.pages]
    empty = [place for place, text in enumerate(pages, start=1) if not text.strip()]
    if len(empty) == number:
        message = "holds pictures of pages and no text" if number else "holds no page"
        raise Refused(
            "seed-scanned", message, "have its text recognised or typed, and add that as UTF-8 (.txt)"
        )
    doubts = []
    if empty:
        said = ", ".join(map(str, empty[:8])) + (" …" if empty[8:] else "")
        message = f"page{'s' if empty[1:] else ''} {said} of {number} hold{'' if empty[1:] else 's'} no text"
        cure = "nothing, if they are blank; else add the whole text as UTF-8 (.txt) in place of this file"
        doubts.append(Doubt("seed-scanned", "notice", message, cure))
    text = "\n\n\f".join(filter(str.strip, pages))
    return Extract(tidy(text), f"pypdf {version('pypdf')}", is_active_pdf(reader), doubts)


def page_text(page: Any) -> str:
    """The lines of a page as they are set, a blank line where there is more space; justified gaps closed."""
    try:
        text = page.extract_text(extraction_mode="layout", layout_mode_strip_rotated=False)
    except (MemoryError, RecursionError):
        raise
    except Exception:  # fonts that say nothing of their widths
        text = page.extract_text()
    return "\n".join(re.sub(r" {2,}", " ", line).strip() for line in text.split("\n")).strip("\n")


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
