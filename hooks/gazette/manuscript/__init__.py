"""A release as normalised Markdown with its facts as front matter, and back.

Enters: a `Release`. Leaves: one text. A release that was read from such a text is printed from what
stands there: its front matter is an editor's word, its lines are paragraphs already. So printing,
reading and printing again changes nothing.
Paragraphs carry no numbers here; ¶n is the n-th block that is no heading.
Must not be known here: the disk, what a fact means.
"""

from __future__ import annotations

from dataclasses import dataclass

from gazette.manuscript.front import VERSION, Front, front_matter, yaml_lines
from gazette.manuscript.lines import Line, escape, one_line, print_heading, print_lines, read_lines
from gazette.model import Release

__all__ = ["Manuscript", "compose", "print_manuscript", "read_manuscript", "render_manuscript"]


@dataclass(frozen=True, slots=True)
class Manuscript:
    """What the normalised Markdown of a release says."""

    front: Front
    lines: tuple[Line, ...]


def render_manuscript(release: Release) -> str:
    """The release as Markdown with front matter, ending in a line end."""
    manuscript = read_manuscript(release) or compose(release)
    return print_manuscript(manuscript)


def compose(release: Release) -> Manuscript:
    """The manuscript of a release that was read from a raw text."""
    lines = tuple(
        Line(b.shape, one_line(b.text), b.marks, b.level, b.label, b.rows)
        for b in release.blocks
        if b.is_text and b.text.strip()
    )
    return Manuscript(front_matter(release), lines)


def print_manuscript(manuscript: Manuscript) -> str:
    """Front matter between two lines of ---, the title as the first heading, then block after block."""
    front = "\n".join(yaml_lines(manuscript.front))
    title = manuscript.front.get("title")
    blocks = [print_heading(1, escape(one_line(title)))] if isinstance(title, str) and title.strip() else []
    blocks += print_lines(manuscript.lines)
    return f"---\n{front}\n---\n" + "".join(f"\n{block}\n" for block in blocks)


def read_manuscript(release: Release) -> Manuscript | None:
    """The manuscript that the raw text of a release is; None where it is an ordinary raw text."""
    given = {one.key: one.value for one in release.raw.given}
    return Manuscript(given, read_lines(release.raw.text)) if given.get("manuscript") == VERSION else None
