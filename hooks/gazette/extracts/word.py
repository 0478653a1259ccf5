"""The text of a Word file: the heads of its pages, its text with the numbers of lists written out, the feet.

Enters: the bytes of a .docx. Leaves: its text in Markdown, and doubts: what is hidden or was deleted in it.
A file that unpacks to too much, has a password or declares entities is refused; programs in it are never run.
"""

from __future__ import annotations

import io
import re
import zipfile
from importlib.metadata import version

from gazette.extracts.numbers import W, labels, value
from gazette.extracts.values import TO_TEXT, Extract, Refused, hidden_words
from gazette.extracts.web import visible_text

MOST_UNPACKED = 128 * 1024**2
"""Bytes that the parts of a Word file may unpack to."""
MOST_PARTS = 4000
"""Files within a Word file."""
STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => h2:fresh"
ACTIVE_PARTS = re.compile(r"vbaProject|vbaData|/activeX/|/embeddings/", re.I)
ACTIVE_LINK = re.compile(
    rb'<Relationship\b(?=[^>]*TargetMode="External")(?=[^>]*/(?:attachedTemplate|oleObject|frame|subDocument)")'
)


def read_docx(content: bytes) -> Extract:
    """A Word file: the heads of its pages, its text, the feet of its pages, its notes."""
    import lxml  # noqa: F401
    import mammoth
    import markdownify  # noqa: F401

    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused(
            "seed-locked", "is an old Word file or one with a password", "save it as .docx without a password"
        )
    if not zipfile.is_zipfile(io.BytesIO(content)):
        raise Refused("seed-broken", "is no Word file, whatever its name says")
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        parts = checked_parts(file)
    is_active = any(map(ACTIVE_PARTS.search, parts)) or any(map(ACTIVE_LINK.search, parts.values()))
    hidden = write_out(parts)
    made = mammoth.convert_to_html(
        packed(parts),
        style_map=STYLES,
        convert_image=mammoth.images.img_element(lambda image: {}),
    ).value
    made = re.sub(r'<a href="#(?:foot|end)note-ref-[^"]*">↑</a>', "", made)
    text, _ = visible_text(made)
    doubts = [hidden_words(hidden, "are hidden or were deleted in the file")] if hidden else []
    return Extract(text, f"mammoth {version('mammoth')}", is_active, doubts)


def checked_parts(file: zipfile.ZipFile) -> dict[str, bytes]:
    """The parts of a Word file that are read; refused where they unpack to too much or declare entities."""
    entries = file.infolist()
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise Refused("seed-too-large", "unpacks to more than a release can hold", TO_TEXT)
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused("seed-locked", "has a password", "save it without a password")
    read = {e.filename: b"" if not e.filename.endswith((".xml", ".rels")) else file.read(e) for e in entries}
    if "word/document.xml" not in read:
        raise Refused("seed-broken", "is a zip file, but no Word file")
    for name, part in read.items():
        if re.search(rb"<!\s*(?:DOCTYPE|ENTITY)", part, re.I) or part.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise Refused("seed-broken", f"declares entities in {name}, which no word processor does")
    return read


def packed(parts: dict[str, bytes]) -> io.BytesIO:
    """Parts as a Word file in memory."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, part in parts.items():
            file.writestr(name, part)
    made.seek(0)
    return made


def write_out(parts: dict[str, bytes]) -> list[str]:
    """Write into the text what a word processor only shows: numbers of lists, heads and feet of pages.

    What it does not show is taken out; those words are given back.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    trees = {
        name: etree.fromstring(part, parser)
        for name, part in parts.items()
        if re.fullmatch(r"word/(?:document|numbering|styles|(?:header|footer)\d*)\.xml", name)
    }
    document = trees["word/document.xml"]
    body = document.find(f"{W}body")
    if body is None:
        raise Refused("seed-broken", "is a Word file without a text")
    for place, kind in ((0, "header"), (len(body), "footer")):
        found = [trees[name] for name in sorted(trees, reverse=place == 0) if name.startswith(f"word/{kind}")]
        seen: set[str] = set()
        for head in found:
            words = "".join(head.itertext()).strip()
            if words and words not in seen:
                seen.add(words)
                for paragraph in reversed(head.findall(f"{W}p")) if place == 0 else head.findall(f"{W}p"):
                    body.insert(place if place == 0 else len(body), paragraph)
    hidden = []
    for run in [*document.iter(f"{W}vanish")]:
        owner = next((up for up in run.iterancestors(f"{W}r")), None)
        if owner is not None and run.get(f"{W}val") not in ("0", "false"):
            hidden.append("".join(t.text or "" for t in owner.iter(f"{W}t")))
            for text in [*owner.iter(f"{W}t")]:
                text.text = ""
    hidden += ["".join(t.text or "" for t in gone.iter(f"{W}delText")) for gone in document.iter(f"{W}del")]
    for paragraph, label in labels(document, trees.get("word/numbering.xml"), trees.get("word/styles.xml")):
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            paragraph.insert(0, properties)
        for old in properties.findall(f"{W}numPr"):
            properties.remove(old)
        run = etree.Element(f"{W}r")
        words = etree.SubElement(run, f"{W}t")
        words.text = f"{label} "
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        paragraph.insert(1, run)
    numbering = trees.get("word/numbering.xml")
    if numbering is not None:
        for level in numbering.iter(f"{W}lvl"):
            style = level.find(f"{W}pStyle")
            if style is not None and value(level, "numFmt") != "bullet":
                level.remove(style)
        parts["word/numbering.xml"] = etree.tostring(numbering, xml_declaration=True, encoding="UTF-8")
    parts["word/document.xml"] = etree.tostring(document, xml_declaration=True, encoding="UTF-8")
    return [words for words in hidden if words.strip()]
