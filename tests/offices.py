"""Files as press offices send them, made small for tests: Word files and PDFs, good and bad."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from html import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def paragraph(words: str, style: str = "", properties: str = "", run: str = "") -> str:
    """One paragraph of a Word file; `run` are the properties of its one run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    text = f'<w:t xml:space="preserve">{escape(words)}</w:t>'
    return f"<w:p><w:pPr>{named}{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr>{text}</w:r></w:p>"


def listed(words: str, number: int = 1, depth: int = 0) -> str:
    """A paragraph in a list."""
    properties = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(words, properties=properties)


def level(depth: int, form: str, pattern: str, style: str = "") -> str:
    """How a list numbers one level."""
    own = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{own}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


NUMBERING = (
    f"<w:numbering {W}>"
    f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.", "Numbered")}'
    f"{level(1, 'lowerLetter', '(%2)')}"
    f"{level(2, 'lowerRoman', '%1.%3')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="1">{level(0, "bullet", "•")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    "</w:numbering>"
)
STYLES = (
    f"<w:styles {W}>"
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Numbered"><w:name w:val="Numbered"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Point"><w:name w:val="Point"/>'
    '<w:basedOn w:val="Numbered"/></w:style>'
    "</w:styles>"
)


def docx(
    *paragraphs: str,
    header: Sequence[str] = (),
    footer: Sequence[str] = (),
    parts: Mapping[str, bytes | str] | None = None,
    relations: str = "",
) -> bytes:
    """A Word file of these paragraphs; `parts` are added, or replace those of the same name."""
    every: dict[str, bytes | str] = {
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="n" Type="{RELATIONS}/numbering" Target="numbering.xml"/>'
            f'<Relationship Id="s" Type="{RELATIONS}/styles" Target="styles.xml"/>{relations}</Relationships>'
        ),
        "word/document.xml": f"<w:document {W}><w:body>{''.join(paragraphs)}</w:body></w:document>",
        "word/numbering.xml": NUMBERING,
        "word/styles.xml": STYLES,
    }
    if header:
        every["word/header1.xml"] = f"<w:hdr {W}>{''.join(map(paragraph, header))}</w:hdr>"
    if footer:
        every["word/footer1.xml"] = f"<w:ftr {W}>{''.join(map(paragraph, footer))}</w:ftr>"
    every |= parts or {}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in every.items():
            file.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def pdf(*pages: Sequence[str], more: str = "", page: str = "", beside: Sequence[str] = ()) -> bytes:
    """A PDF whose pages have these lines, and a column of others `beside` them.

    `more` goes into its catalogue, `page` into each page.
    """
    objects = [f"<< /Type /Catalog /Pages 2 0 R {more} >>"]
    kids = " ".join(f"{4 + 2 * place} 0 R" for place in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for place, lines in enumerate(pages):
        drawn = []
        for left, column in ((72, lines), (320, beside)):
            drawn.append(f"BT /F1 11 Tf 14 TL {left} 770 Td")
            for line in column:
                shown = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
                drawn.append(f"({shown}) Tj T*")
            drawn.append("ET")
        content = "\n".join(drawn)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * place} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> >> {page} >>"
        )
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
    made = b"%PDF-1.7\n"
    places = []
    for number, written in enumerate(objects, start=1):
        places.append(len(made))
        made += f"{number} 0 obj\n{written}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    made += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n".encode()
    return made + f"startxref\n{made.rindex(b'xref')}\n%%EOF\n".encode()


def locked(content: bytes, password: str) -> bytes:
    """A PDF that asks for a password; for none, where it is ''."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()
