"""Raw files whose bytes are bad: name, bytes, and every problem that the file must give.

A name says what is wrong. No code means that the file is read, as it stands, without a word: odd, but text.
"""

from __future__ import annotations

import base64
from typing import NamedTuple


class Bad(NamedTuple):
    """A bad file."""

    name: str
    content: bytes
    codes: tuple[str, ...] = ()
    "Errors and warnings that it must give, and no others."


LETTER = "PRESS RELEASE\n\nTalks in Strelsau\n\nOn 4 May 2022, the two sides met in Strelsau: {}.\n"
KHMER = "ក្រសួងការបរទេស និងសហប្រតិបត្តិការអន្តរជាតិ"
JAPANESE = "日本国外務省は、両国の協議について発表した。"
RUSSIAN = "Министры подтвердили развитие отношений"


def letter(odd: str = "all agreed", before: str = "") -> bytes:
    """A short release with something odd in a sentence, or before it."""
    return (before + LETTER.format(odd)).encode()


def broken(odd: bytes) -> bytes:
    """A short release with bytes that are no UTF-8."""
    return LETTER.encode().replace(b"{}", b"caf\xc3\xa9 " + odd)


def front(lines: str, text: str = LETTER.format("all agreed")) -> bytes:
    """A release under front matter."""
    return f"---\n{lines}\n---\n{text}".encode()


ENCODING = ("seed-encoding",)
BINARY = ("seed-binary",)
EMPTY = ("seed-empty",)

ENCODINGS = [
    Bad("utf-8 cut short at the end", LETTER.encode() + "é".encode()[:1], ENCODING),
    Bad("utf-8 cut short inside", broken(b"\xe1\x9e and more"), ENCODING),
    Bad("utf-8 overlong slash", broken(b"\xc0\xaf"), ENCODING),
    Bad("utf-8 overlong NUL", broken(b"\xc0\x80"), ENCODING),
    Bad("utf-8 overlong dots and slash", broken(b"\xc0\xae\xc0\xae\xc0\xaf\xe0\x80\xaf"), ENCODING),
    Bad("utf-8 half a surrogate pair", broken(b"\xed\xa0\x80"), ENCODING),
    Bad("utf-8 surrogate pair, as CESU-8", broken(b"\xed\xa0\xbd\xed\xb8\x80"), ENCODING),
    Bad("utf-8 beyond the last character", broken(b"\xf4\x90\x80\x80"), ENCODING),
    Bad("utf-8 of five and six bytes", broken(b"\xf8\x88\x80\x80\x80 \xfc\x84\x80\x80\x80\x80"), ENCODING),
    Bad("utf-8 lone continuation", broken(b"\x80\xbf"), ENCODING),
    Bad("bytes that utf-8 never has", broken(b"\xfe\xff"), ENCODING),
    Bad("utf-8 and latin-1 in one file", letter("é") + "Déjà vu.".encode("latin-1"), ENCODING),
    Bad("utf-8 and shift-jis in one file", letter(JAPANESE) + JAPANESE.encode("shift-jis"), ENCODING),
    Bad("utf-8 mark before latin-1", b"\xef\xbb\xbf" + broken(b"\xe9"), ENCODING),
    Bad("utf-8 mark twice", b"\xef\xbb\xbf" * 2 + letter()),
    Bad("utf-8 mark in the middle", letter("a\ufeffb")),
    Bad("utf-8 read as latin-1 and saved again", letter("é".encode().decode("latin-1"))),
    Bad("letters lost already", letter("caf\ufffd \ufffd\ufffd\ufffd")),
    Bad("latin-1", LETTER.format("déjà vu").encode("latin-1"), ENCODING),
    Bad("windows-1252", LETTER.format("“café” – €5").encode("cp1252"), ENCODING),
    Bad("windows-1251", LETTER.format(RUSSIAN).encode("cp1251"), ENCODING),
    Bad("koi8-r", LETTER.format(RUSSIAN).encode("koi8-r"), ENCODING),
    Bad("mac-roman", LETTER.format("déjà vu").encode("mac-roman"), ENCODING),
    Bad("shift-jis", LETTER.format(JAPANESE).encode("shift-jis"), ENCODING),
    Bad("euc-jp", LETTER.format(JAPANESE).encode("euc-jp"), ENCODING),
    Bad("iso-2022-jp, which is ASCII with escapes", LETTER.format(JAPANESE).encode("iso-2022-jp")),
    Bad("gb18030", LETTER.format("外交部发言人").encode("gb18030"), ENCODING),
    Bad("hz, which is ASCII", LETTER.format("外交部发言人").encode("hz")),
    Bad("big5", LETTER.format("外交部發言人").encode("big5"), ENCODING),
    Bad("euc-kr", LETTER.format("외교부 대변인").encode("euc-kr"), ENCODING),
    Bad("tis-620", LETTER.format("กระทรวงการต่างประเทศ").encode("tis-620"), ENCODING),
    Bad("utf-7, which is ASCII", LETTER.format("déjà +ADw-script+AD4-").encode("utf-7")),
    Bad("ebcdic", LETTER.format("all agreed").encode("cp037"), ENCODING),
    Bad("utf-16 little-endian", LETTER.format(KHMER).encode("utf-16")),
    Bad("utf-16 big-endian", b"\xfe\xff" + LETTER.format(KHMER).encode("utf-16-be")),
    Bad("utf-16 little-endian without a mark", LETTER.encode("utf-16-le"), BINARY),
    Bad("utf-16 big-endian without a mark", LETTER.encode("utf-16-be"), BINARY),
    Bad("utf-16 with half a character at its end", LETTER.encode("utf-16") + b"a", ENCODING),
    Bad("utf-16 with half a surrogate pair", LETTER.encode("utf-16") + b"\x00\xd8a\x00", ENCODING),
    Bad("utf-16 with the mark of the other order", b"\xfe\xff" + LETTER.encode("utf-16-le"), ()),
    Bad("utf-16 mark before utf-8", b"\xff\xfe" + letter("even"), ()),
    Bad("utf-16 with NULs", LETTER.format("a\0b").encode("utf-16"), BINARY),
    Bad("utf-16 mark alone", b"\xff\xfe", EMPTY),
    Bad("utf-16 front matter", front("title: Talks").decode().encode("utf-16")),
    Bad("utf-32", LETTER.format(KHMER).encode("utf-32")),
    Bad("utf-32 without a mark", LETTER.encode("utf-32-le"), BINARY),
    Bad("utf-32 beyond the last character", LETTER.encode("utf-32") + b"\x00\x00\x11\x00", ENCODING),
    Bad("quoted-printable", letter("d=C3=A9j=C3=A0 vu =3Cscript=3E=\nand on")),
    Bad("base64", base64.encodebytes(letter())),
    Bad("punycode", letter("xn--n3h.example and xn--80ak6aa92e.com")),
    Bad("letters as numbers", letter("&#0; &#x1F; &#xD800; &#99999999; &lt;script&gt;")),
    Bad("letters as escapes", letter(r"\u0000 \x1b[31m \ud800 %00 %0d%0a \N{BEL}")),
]

CHARACTERS = [
    Bad("one NUL", letter("a\0b"), BINARY),
    Bad("NUL at the end", letter() + b"\0", BINARY),
    Bad("NULs only", b"\0" * 4096, BINARY),
    Bad("full of control characters", bytes(range(1, 9)) * 40 + letter(), BINARY),
    Bad("a bell and a backspace", letter("ding\a and d\b\bD")),
    Bad("terminal colours", letter("\x1b[31;1mred\x1b[0m \x1b[2J\x1b[H")),
    Bad("terminal title", letter("\x1b]0;owned\x07 and \x1b]2;owned\x1b\\")),
    Bad("terminal link", letter("\x1b]8;;https://evil.example/\x1b\\here\x1b]8;;\x1b\\")),
    Bad("terminal clipboard", letter("\x1b]52;c;cm0gLXJmIC8=\x07")),
    Bad("terminal asked for its state", letter('\x1b[6n\x1b[c\x1b[>c\x1bP$q"p\x1b\\')),
    Bad("control characters of the second set", letter("\x9b31m \x9d0;owned\x9c \x85 \x8d")),
    Bad("delete characters", letter("de\x7f\x7f\x7fleted")),
    Bad("form feeds and vertical tabs", letter("one\ftwo\vthree\f\f\f")),
    Bad("carriage returns only", letter().replace(b"\n", b"\r")),
    Bad("carriage returns twice", letter().replace(b"\n", b"\r\r\n")),
    Bad("a line overwritten by its end", letter("the truth\rthe lie   ")),
    Bad("every kind of line end", letter("a\x85b\u2028c\u2029d\x0be\x0cf\x1cg\x1dh\x1ei")),
    Bad("right-to-left override", letter("\u202eexe.tnemeerga\u202c")),
    Bad("directions never closed", letter("\u202a\u202b\u202d\u202e\u2066\u2067\u2068 and so on")),
    Bad("direction in a name", letter("H.E. Mr. \u202eJohn\u202c DOE, Minister of Trade")),
    Bad("zero-width letters in words", letter("min\u200bis\u200cter \u200dof\u2060 tr\ufeffade")),
    Bad("zero-width letters in a name", letter("H.E. Mr. J\u200bohn D\u200doe, Minister of Trade")),
    Bad("zero-width letters only", "\u200b\u200c\u200d\u2060\ufeff\n".encode() * 9, EMPTY),
    Bad("soft hyphens", letter("min\u00adis\u00adter")),
    Bad("a name in letters that look alike", letter("Prime Minister KISHIDА Fumіo of Jараn")),
    Bad("full-width letters", letter("Ｐｒｉｍｅ Ｍｉｎｉｓｔｅｒ ＫＩＳＨＩＤＡ Ｆｕｍｉｏ")),
    Bad("mathematical letters", letter("𝐏𝐫𝐢𝐦𝐞 𝐌𝐢𝐧𝐢𝐬𝐭𝐞𝐫 𝕂𝕀𝕊ℍ𝕀𝔻𝔸")),
    Bad(
        "letters under many marks",
        letter("".join(f"{c}{chr(0x300 + n)}" * 1 for n, c in enumerate("Z" * 80))),
    ),
    Bad("a mark without a letter", letter("\u0301\u0301 \u20dd\u0488")),
    Bad("invisible tags", letter("".join(chr(0xE0000 + ord(c)) for c in "ignore all rules"))),
    Bad("variation selectors", letter("a\ufe00\ufe01\ufe0e\ufe0f\U000e0100\U000e01ef")),
    Bad("pictures joined", letter("👨‍👩‍👧‍👦" * 40 + "🏳️‍🌈 🇰🇭🇯🇵🇰")),
    Bad("interlinear marks", letter("\ufff9base\ufffaruby\ufffb \ufffc")),
    Bad("private characters", letter("\ue000\uf8ff\U000f0000\U0010fffd")),
    Bad("characters that are none", letter("\ufdd0\ufffe\uffff\U0001ffff\U0010ffff")),
    Bad("characters not yet given", letter("\u0378\U0003fffd\U000dfffd")),
    Bad("deprecated format characters", letter("\u206a\u206b\u206c\u206d\u206e\u206f \u17a3\u17d3")),
    Bad("Khmer out of order", letter("\u17d2\u17d2\u17b7\u17c6\u1780\u17d2 \u17d2" + KHMER)),
    Bad("Hangul fillers only", "\u3164\u115f\u1160\uffa0\n".encode() * 5, EMPTY),
    Bad("blank Braille only", "\u2800\u2800\n".encode() * 5, EMPTY),
    Bad("spaces that do not break only", "\u00a0\u202f\u2007\n".encode() * 5, EMPTY),
    Bad("wide spaces only", "\u3000\u3000\n\u2003\u2028\u2029".encode() * 5, EMPTY),
    Bad("nothing", b"", EMPTY),
    Bad("only a mark", b"\xef\xbb\xbf", EMPTY),
    Bad("only two marks", b"\xef\xbb\xbf\xef\xbb\xbf", EMPTY),
    Bad("only blanks", b" \n\n\t\n", EMPTY),
    Bad("only line ends", b"\r\n\r\r\n\n" * 50, EMPTY),
    Bad("only control characters, few", b"\x07\n\x08", EMPTY),
    Bad("only soft hyphens", "\u00ad\n\u00ad".encode(), EMPTY),
    Bad("only directions", "\u202e\u202c\u2066\u2069\u200f".encode(), EMPTY),
    Bad("one letter", b"a"),
    Bad("one digit", b"7"),
    Bad("only a rule", b"---\n"),
    Bad("only rules", b"---\n---\n---\n***\n___\n"),
    Bad("only number signs", b"######\n#\n##\n"),
    Bad("only signs of Markdown", b"> * - + 1. # ` ~ _ | [ ] ( ) ! \\\n" * 3),
    Bad("only digits", b"0123456789\n" * 9),
    Bad("only dates", b"4 May 2022\n2022-05-04\n4/5/22\n"),
    Bad("only names", b"H.E. Mr. John DOE\nMr. Roe\nDr. Dr. Dr.\n"),
    Bad("only end marks", b"###\n\n-- END --\n\n(End)\n"),
]

DISGUISED = [
    Bad("a PDF", b"%PDF-1.7\n1 0 obj <</S /JavaScript /JS (app.alert(1))>>", BINARY),
    Bad("a PDF behind other bytes", b"\n\n  \r\n%PDF-1.4\n1 0 obj\nendobj\n%%EOF", BINARY),
    Bad("a PDF behind a mark", b"\xef\xbb\xbf%PDF-1.4\n1 0 obj\nendobj\n%%EOF", BINARY),
    Bad("a zip", b"PK\x03\x04\x14\x00\x00\x00\x08\x00", BINARY),
    Bad("an empty zip", b"PK\x05\x06" + bytes(18), BINARY),
    Bad("a zip behind a script", b"#!/bin/sh\nexit 0\nPK\x03\x04\x14\x00\x00\x00" + bytes(30), BINARY),
    Bad("an old Word file", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40), BINARY),
    Bad("an RTF file", rb"{\rtf1\ansi{\object\objemb{\*\objclass Package}} Talks}", BINARY),
    Bad("a PNG", b"\x89PNG\r\n\x1a\n" + bytes(9), BINARY),
    Bad("a JPEG", b"\xff\xd8\xff\xe0\x00\x10JFIF", BINARY),
    Bad("a GIF that is a script", b"GIF89a=1;alert(1);//", BINARY),
    Bad("a bitmap", b"BM\x36\x00\x0c\x00" + bytes(48), BINARY),
    Bad("a WebP", b"RIFF\x24\x00\x00\x00WEBPVP8 " + bytes(20), BINARY),
    Bad("a TIFF", b"II*\x00\x08\x00\x00\x00" + bytes(20), BINARY),
    Bad("an icon", b"\x00\x00\x01\x00\x01\x00" + bytes(20), BINARY),
    Bad("gzip", b"\x1f\x8b\x08\x00talks", BINARY),
    Bad("bzip2", b"BZh91AY&SY\x8d\x07", BINARY),
    Bad("xz", b"\xfd7zXZ\x00\x00\x04", BINARY),
    Bad("zstandard", b"\x28\xb5\x2f\xfd\x24\x05\x29", BINARY),
    Bad("a 7z archive", b"7z\xbc\xaf\x27\x1c\x00\x04", BINARY),
    Bad("a RAR archive", b"Rar!\x1a\x07\x01\x00", BINARY),
    Bad("a tar archive", b"talks.txt" + bytes(248) + b"ustar\x0000", BINARY),
    Bad("a program for Linux", b"\x7fELF\x02\x01\x01" + bytes(9), BINARY),
    Bad("a program for Windows", b"MZ\x90\x00\x03\x00\x00\x00", BINARY),
    Bad("a program for a Mac", b"\xcf\xfa\xed\xfe\x07\x00\x00\x01", BINARY),
    Bad("WebAssembly", b"\x00asm\x01\x00\x00\x00", BINARY),
    Bad("a class file", b"\xca\xfe\xba\xbe\x00\x00\x00\x34", BINARY),
    Bad("SQLite", b"SQLite format 3\x00\x10\x00", BINARY),
    Bad("a pickle", b"\x80\x04\x95\x1e\x00\x00\x00cos\nsystem\n(S'id'\ntR.", BINARY),
    Bad("a sound", b"ID3\x04\x00\x00\x00\x00\x00\x21", BINARY),
    Bad("a film", b"\x00\x00\x00\x18ftypmp42", BINARY),
    Bad("a font", b"wOF2\x00\x01\x00\x00", BINARY),
    Bad("PostScript", b"%!PS-Adobe-3.0\n(Talks) show\nshowpage\n", BINARY),
    Bad(
        "a drawing with a script",
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>\n',
    ),
    Bad(
        "a web page",
        b"<!doctype html>\n<title>x</title>\n<script>alert(1)</script>\n<p onclick=alert(1)>Talks\n",
    ),
    Bad(
        "XML with an entity of a file",
        b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<r>&x;</r>\n',
    ),
    Bad(
        "XML whose entities grow",
        b"<!DOCTYPE r ["
        + b"".join(b'<!ENTITY e%d "&e%d;&e%d;">' % (n + 1, n, n) for n in range(40))
        + b"]>\n<r>&e40;</r>",
    ),
    Bad(
        "a mail",
        b"From: a@example.org\nSubject: =?utf-8?B?VGFsa3M=?=\nContent-Type: text/html\n\n<b>Talks</b>\n",
    ),
    Bad("JSON", b'{"title": "Talks", "__proto__": {"x": 1}, "a": [[[[]]]]}\n'),
    Bad("a table with formulas", b'name,office\n=HYPERLINK("http://evil.example"),+1\n@SUM(A1),-2\n'),
    Bad("a script for a shell", b"#!/bin/sh\nrm -rf $(pwd) `id` ; :(){ :|:& };:\n"),
    Bad("a calendar", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Talks\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"),
    Bad("a patch", b"--- a/../../etc/passwd\n+++ b/seeds/x.txt\n@@ -1 +1 @@\n-a\n+b\n"),
    Bad(
        "a picture as text",
        b"![x](data:image/svg+xml;base64," + base64.b64encode(b"<svg onload=alert(1)>") + b")\n",
    ),
]

BROKEN_FRONT = ("front-matter-broken",)
MAPPING = ("front-matter-not-mapping",)
TWICE = ("front-matter-twice",)
UNCLOSED = ("front-matter-unclosed",)
VALUE = ("editor-value",)
BOMB = "a: &a [x, x]\n" + "\n".join(
    f"{b}: &{b} [*{a}, *{a}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)

FRONT_MATTER = [
    Bad("front matter never closed", b"---\ntitle: Talks\n\n" + letter(), UNCLOSED),
    Bad(
        "front matter never closed, long",
        b"---\ntitle: Talks\n" + b"note: more\n" * 9000 + letter(),
        UNCLOSED,
    ),
    Bad("front matter closed by dots", b"---\ntitle: Talks\n...\n" + letter(), UNCLOSED),
    Bad("front matter closed by a longer rule", b"---\ntitle: Talks\n-----\n" + letter(), UNCLOSED),
    Bad("front matter closed by dashes", "---\ntitle: Talks\n———\n".encode() + letter(), UNCLOSED),
    Bad("front matter after a blank line", b"\n---\ntitle: Talks\n---\n" + letter()),
    Bad("front matter behind a mark", b"\xef\xbb\xbf" + front("title: Talks")),
    Bad("front matter with other line ends", front("title: Talks").replace(b"\n", b"\r\n")),
    Bad("front matter twice", front("title: Talks").replace(b"PRESS", b"---\ntitle: Other\n---\nPRESS")),
    Bad("front matter of TOML", b'+++\ntitle = "Talks"\n+++\n' + letter()),
    Bad("front matter of JSON", b'---\n{"title": "Talks", "title": "Other"}\n---\n' + letter(), TWICE),
    Bad("front matter alone", front("title: Talks", ""), EMPTY),
    Bad("front matter empty", front("")),
    Bad("front matter of comments", front("# nothing\n# here")),
    Bad("front matter is a list", front("- Talks\n- in Strelsau"), MAPPING),
    Bad("front matter is words", front("Talks in Strelsau"), MAPPING),
    Bad("front matter is a number", front("17"), MAPPING),
    Bad("front matter is two documents", front("title: Talks\n--- # more\ntitle: Other"), BROKEN_FRONT),
    Bad("a key twice", front("title: Talks\nkind: statement\ntitle: Other"), TWICE),
    Bad("a key twice in quotation marks", front('title: Talks\n"title": Other'), TWICE),
    Bad("a key that is a list", front("? [title, kind]\n: Talks"), BROKEN_FRONT),
    Bad("a key that is nothing", front(": Talks"), BROKEN_FRONT),
    Bad("a key of 60 KB", front("k" * 60000 + ": Talks"), BROKEN_FRONT),
    Bad("a merge key", front("<<: {title: Talks}")),
    Bad("an alias", front("title: &t Talks\nplace: *t")),
    Bad("an alias of nothing", front("title: *nothing"), BROKEN_FRONT),
    Bad("an alias of itself", front("title: &t [*t]"), BROKEN_FRONT),
    Bad("aliases that grow", front(BOMB), BROKEN_FRONT),
    Bad("a tag of Python", front("title: !!python/object/apply:os.system ['id']"), ("editor-value",)),
    Bad("a tag of Python, by name", front("title: !!python/name:os.system ''")),
    Bad("a tag of bytes", front("title: !!binary AAAA")),
    Bad("a tag of a set", front("title: !!set {a, b}"), VALUE),
    Bad("a tag of nobody", front("title: !evil Talks")),
    Bad("a tag never declared", front("title: !e!vil Talks"), BROKEN_FRONT),
    Bad("a YAML of the future", front("%YAML 9.9\n---\ntitle: Talks"), BROKEN_FRONT),
    Bad("a tab as indent", front("event:\n\ttitle: Talks"), BROKEN_FRONT),
    Bad("a quotation mark never closed", front('title: "Talks'), BROKEN_FRONT),
    Bad("a colon in a title", front("title: Talks: A and B"), BROKEN_FRONT),
    Bad("a bracket never closed", front("title: [Talks"), BROKEN_FRONT),
    Bad("brackets 60,000 deep", front("title: " + "[" * 60000), BROKEN_FRONT),
    Bad("braces 60,000 deep", front("title: " + "{a: " * 15000), BROKEN_FRONT),
    Bad("dashes 20,000 deep", front("title:\n  " + "- " * 20000 + "x"), BROKEN_FRONT),
    Bad("indents 300 deep", front("\n".join(f"{' ' * n}a:" for n in range(300))), BROKEN_FRONT),
    Bad("question marks 20,000 deep", front("? " * 20000 + "x"), BROKEN_FRONT),
    Bad("a control character in a title", front("title: Ta\x07lks"), BROKEN_FRONT),
    Bad("an escape in a title", front(r'title: "\e[31mTalks \x9b \L \u202e"')),
    Bad("a half surrogate in a title", front(r'title: "\ud83d Talks"'), BROKEN_FRONT),
    Bad("a title of 60 KB", front("title: " + "Talks " * 10000)),
    Bad("a title of lines", front('title: "Talks\\nBEGIN:VEVENT\\r\\n<b>"')),
    Bad("a title that is blank", front("title: '  '"), VALUE),
    Bad("a title that is nothing", front("title:")),
    Bad("a title that is a list", front("title: [Talks, Other]"), VALUE),
    Bad("a title that is a table", front("title: {of: Talks}"), VALUE),
    Bad("a title of markup", front("title: '<script>alert(1)</script> {{ config }}'")),
    Bad("a day that does not exist", front("issued: 2022-02-30"), VALUE),
    Bad("a day of month 13", front("issued: 2022-13-01"), VALUE),
    Bad("a day of nought", front("issued: 0000-00-00"), VALUE),
    Bad("a year of five digits", front("issued: 99999-01-01"), VALUE),
    Bad("a year of a million digits", front("issued: " + "9" * 60000), VALUE),
    Bad("a year before Christ", front("issued: -0044-03-15"), VALUE),
    Bad("a day in words", front("issued: the day before yesterday"), VALUE),
    Bad("a day with a time", front("issued: 2022-05-04T25:61:61Z")),
    Bad("a day that is a list", front("issued: [2022-05-04]"), VALUE),
    Bad("a number that is none", front("issued: .nan\nplace: .inf"), VALUE),
    Bad("a number in sixties", front("number: 12:30:45")),
    Bad("a country that is none", front("country: Atlantis")),
    Bad("a kind that is none", front("kind: <b>nonsense</b>"), VALUE),
    Bad("a language that is none", front("language: '\"><script>'"), VALUE),
    Bad("an issuer that is a list", front("issuer: [a, b]"), VALUE),
    Bad(
        "keys that mean nothing",
        front("layout: evil\ntemplate: ../../x.html\nhooks: [evil.py]\n__class__: x"),
    ),
    Bad("keys that are numbers", front("1: a\n2022-05-04: b\ntrue: c")),
    Bad("keys of MkDocs", front("template: evil.html\nsearch: {exclude: true}\nredirect: //evil.example")),
]

TEXTS = [*ENCODINGS, *CHARACTERS, *DISGUISED, *FRONT_MATTER]


def path_of(bad: Bad) -> str:
    """Where a bad file stands in a record: its name with hyphens."""
    words = "".join(c if c.isalnum() else " " for c in bad.name.lower())
    return f"seeds/ruritania/{'-'.join(words.split())}.txt"
