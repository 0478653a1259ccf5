"""Raw files that are bad by their size or their depth: how each is made, and what it must give.

Each has one construction for which a careless reader takes time that grows with the square: a rule that looks
back, a pattern that tries every beginning, a stack.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from typing import NamedTuple

from bad.texts import LETTER

SIZE = int(os.environ.get("GAZETTE_LONG", "20000"))
"""Characters of a long text: as many as the longest real communiqués. GAZETTE_LONG=1000000 for a long run."""

WORDS = """minister meeting met foreign affairs the of and to in Strelsau Ruritania on May 2022 cooperation
bilateral visit talks held between H.E. Mr. Dr. Deputy Prime Secretary State trade 4th 5 second round
consultations said that Ambassador Kingdom reaffirmed, welcomed; agreed: (the “Parties”) — signed a memorandum
from Phnom Penh Tokyo""".split()


class Long(NamedTuple):
    """A long file."""

    name: str
    make: Callable[[], str]
    codes: tuple[str, ...] = ()


def times(piece: str, size: int = SIZE) -> Callable[[], str]:
    """A piece again and again, under a letter."""
    return lambda: LETTER.format("all agreed") + "\n" + piece * (size // len(piece)) + "\n"


def prose(line: int) -> Callable[[], str]:
    """Words of releases in any order, so many on a line."""

    def make() -> str:
        rng = random.Random(7)
        words = [rng.choice(WORDS) for _ in range(SIZE // 6)]
        return "\n".join(" ".join(words[at : at + line]) for at in range(0, len(words), line))

    return make


def table(columns: int, rows: int) -> Callable[[], str]:
    """A table."""

    def lines() -> Iterator[str]:
        yield "|" + "a|" * columns
        yield "|" + "-|" * columns
        yield from ("|" + "1|" * columns for _ in range(rows))

    return lambda: LETTER.format("all agreed") + "\n" + "\n".join(lines()) + "\n"


LONG = [
    Long("one letter", times("a")),
    Long("one letter in capitals", times("A")),
    Long("one digit", times("7")),
    Long("one space", lambda: LETTER.format("all" + " " * SIZE + "agreed")),
    Long("one word", times("minister ")),
    Long("one word a line", times("minister\n")),
    Long("one letter a line", times("a\n")),
    Long("one letter a paragraph", times("a\n\n")),
    Long("words on one line", prose(10**9)),
    Long("words on short lines", prose(9)),
    Long("words in capitals", lambda: prose(9)().upper()),
    Long("dates", times("4 May 2022, ")),
    Long("dates of numbers", times("2022-05-04/05/06 ")),
    Long("years", times("2022 ")),
    Long("months", times("May ")),
    Long("ordinals", times("2nd ")),
    Long("honorifics", times("His Excellency ")),
    Long("initials", times("H.E. ")),
    Long("single initials", times("J. ")),
    Long("names", times("Mr. John Doe, ")),
    Long("names in capitals", times("JOHN DOE ")),
    Long("offices", times("Minister of ")),
    Long("offices with commas", times("Minister, ")),
    Long("offices in a chain", times("Deputy Prime Minister and Minister of Foreign Affairs and ")),
    Long("verbs of meeting", times("met with ")),
    Long("visits", times("paid a visit to ")),
    Long("speech", times("said that ")),
    Long("and", times("and ")),
    Long("of the", times("of the ")),
    Long("commas", times(",")),
    Long("full stops", times(".")),
    Long("full stops apart", times(". ")),
    Long("question marks", times("?! ")),
    Long("colons", times(": ")),
    Long("quotation marks", times("“")),
    Long("quotation marks, closed", times("“a” ")),
    Long("brackets", times("(")),
    Long("brackets, closed", times("(a) ")),
    Long("square brackets", times("[")),
    Long("square brackets, closed", lambda: LETTER.format("[" * (SIZE // 2) + "]" * (SIZE // 2))),
    Long("links never ended", times("[a](")),
    Long("links", times("[a](b) ")),
    Long("pictures", times("![a](b) ")),
    Long("notes", times("[^1] ")),
    Long("emphasis", times("*")),
    Long("emphasis, mixed", times("*a_ ")),
    Long("emphasis, closed", times("**a** ")),
    Long("underscores", times("_a")),
    Long("backticks", times("`")),
    Long("backticks of every length", lambda: " ".join("`" * n for n in range(1, 600))),
    Long("backslashes", times("\\")),
    Long("tags", times("<b>")),
    Long("tags, nested", lambda: "<div>" * (SIZE // 10) + "</div>" * (SIZE // 10)),
    Long("tags never ended", times("<a href=")),
    Long("comments never ended", times("<!--")),
    Long("instructions never ended", times("<?")),
    Long("entities", times("&amp;")),
    Long("entities never ended", times("&#")),
    Long("addresses", times("https://a.example/ ")),
    Long("addresses never ended", times("https://")),
    Long("mail addresses", times("a@")),
    Long("quotes, deep", times(">")),
    Long("quotes, deep, line after line", times("> > > > > > > > > >\n")),
    Long("lists, deep", lambda: "\n".join(" " * 2 * n + "- a" for n in range(440))),
    Long("lists on one line", times("- ")),
    Long("list items", times("- a\n")),
    Long("numbered items", times("1. a\n")),
    Long("lettered items", times("(a) b\n")),
    Long("headings", times("# A\n")),
    Long("number signs", times("#")),
    Long("rules", times("---\n")),
    Long("underlines", times("a\n===\n")),
    Long("hyphens", times("-")),
    Long("hyphens at ends of lines", times("minis-\nter ")),
    Long("page numbers", times("a\n\n1\n\n")),
    Long("fences", times("```\n")),
    Long("indents", times("    a\n")),
    Long("tabs", times("\t")),
    Long("line ends", times("\n", 1_000_000)),
    Long("blank lines with spaces", times(" \n", 1_000_000)),
    Long("form feeds", times("\f")),
    Long("table of 10,000 columns", table(10_000, 3)),
    Long("table of 10,000 rows", table(2, 10_000)),
    Long("pipes", times("|")),
    Long("marks on one letter", times("\u0301")),
    Long("zero-width letters", times("\u200b")),
    Long("overrides", times("\u202e")),
    Long("Khmer", times("ក្រសួងការបរទេស")),
    Long("Chinese", times("外交部")),
    Long("escapes", times("\x1b[31m")),
    Long("soft hyphens", times("a\u00ad")),
    Long("captions", times("Photo: talks\n\n")),
    Long("letterheads", times("KINGDOM OF RURITANIA\nNation Religion King\n")),
    Long("datelines", times("STRELSAU, May 4 (RNA) -- ")),
    Long(
        "front matter never closed", lambda: "---\n" + "title: a\n" * (SIZE // 9), ("front-matter-unclosed",)
    ),
    Long(
        "front matter of keys", lambda: "---\n" + "".join(f"k{n}: a\n" for n in range(5000)) + "---\nText.\n"
    ),
    Long("front matter of a list", lambda: "---\na: [" + "b, " * 20000 + "b]\n---\nText.\n"),
]

TOO_LARGE = ("seed-too-large",)

HUGE: dict[str, tuple[Callable[[], Iterator[bytes]], tuple[str, ...]]] = {
    "100 MB on one line": (lambda: iter([b"talks " * 174_763] * 100), TOO_LARGE),
    "100 MB of line ends": (lambda: iter([b"\n" * 1_048_576] * 100), TOO_LARGE),
    "100 MB of NULs": (lambda: iter([bytes(1_048_576)] * 100), TOO_LARGE),
}
"""Files larger than a release may be, in pieces of a megabyte."""
