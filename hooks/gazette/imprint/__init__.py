"""What a release says of itself: title, kind, issuing body, place and date of issue, number, language.

Enters: a raw release, its anatomy, the authority, and the accession where there is one.
Leaves: an `Imprint`; every value with its evidence, or with the line in which an editor wrote it.
Must not be known here: events, officials, other releases, today's date.

What an editor wrote wins: front matter of the raw file first, then a line of corrections.yml, then the
register of accessions, then what the page says.
"""

from __future__ import annotations

from gazette.imprint.editors import Editor, read_slug, read_when
from gazette.imprint.issue import read_issue
from gazette.imprint.issuers import read_issuer
from gazette.imprint.kinds import read_kind
from gazette.imprint.languages import main_language
from gazette.imprint.numbers import read_number
from gazette.imprint.page import lay_out
from gazette.imprint.titles import read_title
from gazette.model import Accession, Anatomy, Authority, Imprint, RawRelease

__all__ = ["read_imprint", "read_slug", "read_when"]


def read_imprint(
    raw: RawRelease, anatomy: Anatomy, authority: Authority, accession: Accession | None
) -> Imprint:
    """The imprint of a release. Total: what cannot be read is None, what is doubtful is inferred."""
    editor = Editor(raw, authority, accession)
    page = lay_out(anatomy)
    language = editor.language() or main_language(page)
    title = editor.words("title") or read_title(page, language)
    issuer = editor.issuer() or read_issuer(page, title, authority)
    kind = editor.kind() or read_kind(raw, page, title, issuer, authority)
    issued, place = read_issue(page, issuer.value.country if issuer else None)
    if kind.value == "news" and kind.status != "editor" and issuer and issuer.status != "editor":
        issuer = None  # a newspaper quotes letterheads; it has none
    return Imprint(
        kind=kind,
        title=title,
        issued=editor.issued() or issued,
        place=editor.words("place") or place,
        issuer=issuer,
        language=language,
        number=editor.words("number") or read_number(page),
        problems=editor.problems(),
    )
