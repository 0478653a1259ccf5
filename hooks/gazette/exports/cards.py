"""The picture of a release that other sites show beside a link to it (Open Graph).

Enters: a `Reference`. Leaves: a PNG of 1200 × 630 pixels, or None where the library that draws it is not
installed (the extra `cards`). The letters are those that Pillow brings, which are Latin: a title in another
script is left to the words beside the picture. Must not be known here: templates, addresses.
"""

from __future__ import annotations

import io
import textwrap
import unicodedata
from functools import cache

from gazette.exports.citations import Reference

try:
    from PIL import Image, ImageDraw, ImageFont
except ImportError:  # the extra `cards` is not installed
    Image = None  # type: ignore[assignment]

CAN_DRAW = Image is not None
"""Whether pictures can be drawn."""

WIDTH, HEIGHT, MARGIN = 1200, 630, 80
PAPER, INK, QUIET, RED = (253, 252, 248), (28, 26, 23), (92, 87, 79), (138, 31, 31)
SHADES = 15
"""So many steps lead from the paper to the colour of letters: their edges are smooth."""
TITLE_SIZE, SMALL_SIZE, LINE = 56, 26, 72
LATIN_1 = 0x100
PLAIN = str.maketrans(
    {**dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015", "-"), **dict(zip("łŁđĐı", "lLdDi", strict=True))}
)
"""Signs that the letters lack, and what stands for them."""

LINES, LETTERS = 5, 38
"""A title has at most so many lines of so many letters; the rest is cut with an ellipsis."""


def render_card(reference: Reference) -> bytes | None:
    """Kind and issuer, title, date, and the name of the record; the same bytes for the same words."""
    if Image is None:
        return None
    card = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(card)
    title, small = ImageFont.load_default(TITLE_SIZE), ImageFont.load_default(SMALL_SIZE)
    draw.rectangle((0, 0, WIDTH, 12), fill=RED)
    head = " · ".join(filter(None, (reference.genre, latin(reference.author))))
    draw.text((MARGIN, 64), textwrap.shorten(head, 84, placeholder="…"), QUIET, font=small)
    lines = textwrap.wrap(latin(reference.title), LETTERS)
    if len(lines) > LINES:
        lines = [
            *lines[: LINES - 1],
            textwrap.shorten(" ".join(lines[LINES - 1 :]), LETTERS, placeholder="…"),
        ]
    for number, line in enumerate(lines):
        draw.text((MARGIN, 136 + number * LINE), line, INK, font=title)
    issued = reference.issued.edtf if reference.issued else ""
    draw.text(
        (MARGIN, HEIGHT - 96), " · ".join(filter(None, (issued, latin(reference.record)))), QUIET, font=small
    )
    written = io.BytesIO()
    card.quantize(palette=palette(), dither=Image.Dither.NONE).save(written, "PNG")
    return written.getvalue()


@cache
def palette() -> Image.Image:
    """The colours that a picture can have; to look for them in each picture takes ten times as long."""
    shades = [
        tuple(round(a + (b - a) * step / SHADES) for a, b in zip(PAPER, end, strict=True))
        for end in (INK, QUIET)
        for step in range(1, SHADES + 1)
    ]
    held = Image.new("P", (1, 1))
    held.putpalette([part for colour in (PAPER, RED, *shades) for part in colour])
    return held


def latin(words: str) -> str:
    """The words as far as the picture's letters can write them; '' for Khmer, Japanese and other scripts.

    >>> latin("Tô Lâm’s visit"), latin("Nguyễn Phú Trọng"), latin("第2回会合")
    ('Tô Lâm’s visit', 'Nguyen Phu Trong', '')
    """
    if not all(ord(c) < LATIN_1 for c in words if c.isalpha()):
        words = unicodedata.normalize("NFKD", words.translate(PLAIN))
        words = "".join(c for c in words if not unicodedata.combining(c))
    letters = [c for c in words if c.isalpha()]
    known = letters and all(ord(c) < LATIN_1 for c in letters)
    return words.translate(PLAIN) if known else ""
