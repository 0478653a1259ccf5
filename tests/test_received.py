"""Raw files as offices send them: web pages, Word files, PDFs; what is good, what is bad, what does harm."""

from __future__ import annotations

import hashlib
import io
import re
import shutil
import sys
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("mammoth", reason="the extra formats is not installed")

import gazette.seeds.received as apart
from gazette.assemble import assemble
from gazette.cli import main
from gazette.extracts import extract
from gazette.model import RawRelease
from gazette.seeds import load_seeds, read_raw
from offices import RELATIONS, W, docx, listed, locked, paragraph, pdf
from support import Build, build_site, copy_record
from test_incremental import digests

LETTER = (
    "MINISTRY OF FOREIGN AFFAIRS OF RURITANIA",
    "",
    "Minister Roe Meets Ambassador Doe",
    "",
    "On 4 May 2022, H.E. Ms. Jana Roe, Minister of Foreign Affairs of Ruritania, met",
    "Mr. John Doe in Strelsau. They spoke of trade.",
    "",
    "Strelsau, 5 May 2022",
)
SENTENCE = "On 4 May 2022, H.E. Ms. Jana Roe, Minister of Foreign Affairs of Ruritania, met Mr. John Doe."


APART = apart.read_apart


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read in this process, which is quicker; tests of the other one put it back."""
    monkeypatch.setattr(apart, "read_apart", extract)


def read(name: str, content: bytes) -> RawRelease:
    """A raw file as it is read in a record."""
    return read_raw(f"seeds/ruritania/{name}", content)


def codes(raw: RawRelease) -> list[tuple[str, str]]:
    """Code and severity of each problem."""
    return [(problem.code, problem.severity) for problem in raw.problems]


# --- web pages -----------------------------------------------------------------------------------


def page(body: str, head: str = '<meta charset="utf-8">') -> bytes:
    """A web page."""
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<h1>Talks</h1><p>They <b>met</b> in&nbsp;Strelsau.", "# Talks\n\nThey **met** in\xa0Strelsau.\n"),
        ("<p>Talks<br>in Strelsau</p>", "Talks\nin Strelsau\n"),
        ("<ol start=3><li>Trade<li>Tea</ol><ul><li>Ships</ul>", "3. Trade\n4. Tea\n\n- Ships\n"),
        (
            "<table><tr><td>Name<td>Office<tr><td>Roe<td>Minister</table>",
            "| Name | Office |\n| --- | --- |\n| Roe | Minister |\n",
        ),
        ('<p>See <a href="javascript:alert(1)">the list</a> <img src=x alt="photo"></p>', "See the list\n"),
        ("<p>2 * 3 and a_b_c stay</p>", "2 * 3 and a_b_c stay\n"),
        ("just words & an ampersand", "just words & an ampersand\n"),
    ],
)
def test_a_page_is_read_as_it_is_seen(body: str, text: str) -> None:
    found = read("talks.html", page(body))
    assert (found.text, found.problems) == (text, ())
    assert (found.format, found.is_active, found.first_line) == ("html", False, 1)
    assert found.reader.startswith("markdownify ")


def test_what_runs_in_a_page_is_no_text() -> None:
    body = "<script>alert('x')</script><style>p {}</style><template>t</template><iframe>i</iframe>"
    found = read("talks.html", page(f"<p onclick='x()'>Talks</p>{body}<svg><text>s</text></svg><!-- c -->"))
    assert found.text == "Talks\n" and found.problems == ()


@pytest.mark.parametrize(
    "hiding",
    [
        "hidden",
        'style="display: none"',
        'style="VISIBILITY:hidden"',
        'style="font-size:0px"',
        'style="opacity:0"',
    ],
)
def test_hidden_words_are_left_out_and_said(hiding: str) -> None:
    found = read("talks.html", page(f"<p>Talks</p><div {hiding}>secret <i>words</i> here</div>"))
    assert found.text == "Talks\n" and codes(found) == [("seed-hidden", "notice")]
    assert "3 words" in found.problems[0].message and "'secret words here'" in found.problems[0].message


def test_words_hidden_within_hidden_words_are_counted_once() -> None:
    found = read("talks.html", page("<div hidden>one <p hidden>two</p></div><p data-taken=1>Talks"))
    assert found.text == "Talks\n" and "2 words" in found.problems[0].message


@pytest.mark.parametrize(
    "shown", ['style="display: block"', 'style="font-size:0.9em"', 'style="opacity:0.5"', 'title="hidden"']
)
def test_words_that_only_look_hidden_stay(shown: str) -> None:
    found = read("talks.html", page(f"<p>Talks</p><p {shown}>open words</p>"))
    assert found.text == "Talks\n\nopen words\n" and found.problems == ()


@pytest.mark.parametrize(
    ("head", "body", "text"),
    [
        ('<meta charset="windows-1252">', "caf\xe9 \x93talks\x94".encode("latin-1"), "café “talks”\n"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">', b"\x80 5", "€ 5\n"),
        ('<meta charset="shift_jis">', "外務省".encode("shift_jis"), "外務省\n"),
        ("", "ក្រសួង".encode(), "ក្រសួង\n"),
    ],
)
def test_a_page_is_decoded_as_it_declares(head: str, body: bytes, text: str) -> None:
    found = read("talks.html", page("@", head).replace(b"@", body))
    assert (found.text, found.problems) == (text, ())


@pytest.mark.parametrize("head", ["", '<meta charset="utf-8">', '<meta charset="no-such-thing">'])
def test_a_page_in_another_encoding_than_it_says_is_said(head: str) -> None:
    found = read("talks.html", page("@", head).replace(b"@", b"caf\xe9"))
    assert found.text == "café\n" and codes(found) == [("seed-encoding", "error")]


def test_utf_16_pages_are_read() -> None:
    assert read("talks.htm", page("<p>Talks", "").decode().encode("utf-16")).text == "Talks\n"


def test_a_page_that_hides_all_its_words_holds_no_text() -> None:
    found = read("talks.html", page("<p hidden>all of it"))
    assert found.text == "" and codes(found) == [("seed-hidden", "notice"), ("seed-empty", "error")]


def test_a_page_nested_beyond_reason_is_a_problem() -> None:
    found = read("talks.html", page("<div>" * 20_000 + "deep"))
    assert found.text == "" and codes(found) == [("seed-broken", "error")] and found.problems[0].cure


# --- Word files ----------------------------------------------------------------------------------


def test_a_word_file_is_read_with_the_heads_and_feet_of_its_pages() -> None:
    content = docx(
        paragraph("Minister Roe Meets Ambassador Doe", "Title"),
        paragraph(SENTENCE),
        header=["MINISTRY OF FOREIGN AFFAIRS", "Press Office"],
        footer=["Page 1"],
    )
    found = read("talks.docx", content)
    assert found.text == (
        "MINISTRY OF FOREIGN AFFAIRS\n\nPress Office\n\n# Minister Roe Meets Ambassador Doe\n\n"
        f"{SENTENCE}\n\nPage 1\n"
    )
    assert (found.problems, found.is_active, found.reader[:8]) == ((), False, "mammoth ")


def test_numbers_of_lists_are_those_that_a_word_processor_shows() -> None:
    content = docx(
        listed("one"), listed("deep", depth=1), listed("deeper", depth=2), listed("deep again", depth=1),
        paragraph("between"),
        listed("two"), paragraph("three", "Numbered"), paragraph("four", "Point"), listed("fresh", depth=1),
        listed("anew", number=3), listed("dot", number=2),
    )  # fmt: skip
    lines = read("talks.docx", content).text.split("\n\n")
    assert [line.strip() for line in lines] == [
        "1. one", "(a) deep", "1.i deeper", "(b) deep again", "between",
        "2. two", "3. three", "4. four", "(a) fresh", "1. anew", "- dot",
    ]  # fmt: skip


def test_hidden_and_deleted_words_are_left_out_and_said() -> None:
    deleted = (
        "<w:p><w:r><w:t>kept</w:t></w:r><w:del><w:r><w:delText>struck out</w:delText></w:r></w:del></w:p>"
    )
    added = "<w:p><w:ins><w:r><w:t>put in</w:t></w:r></w:ins></w:p>"
    found = read("talks.docx", docx(paragraph("secret", run="<w:vanish/>"), deleted, added))
    assert found.text == "kept\n\nput in\n" and codes(found) == [("seed-hidden", "notice")]
    assert "3 words" in found.problems[0].message
    shown = read("talks.docx", docx(paragraph("open", run='<w:vanish w:val="0"/>')))
    assert shown.text == "open\n" and shown.problems == ()


LINKED = f'<Relationship Id="h" Type="{RELATIONS}/%s" Target="https://example.org/" TargetMode="External"/>'


@pytest.mark.parametrize(
    ("parts", "relations", "is_active"),
    [
        ({"word/vbaProject.bin": b"\x01"}, "", True),
        ({"word/activeX/activeX1.bin": b"\x01"}, "", True),
        ({"word/embeddings/oleObject1.bin": b"\x01"}, "", True),
        ({}, LINKED % "attachedTemplate", True),
        ({}, LINKED % "hyperlink", False),
        ({"word/media/image1.png": b"\x89PNG"}, "", False),
    ],
)
def test_a_word_file_that_runs_or_fetches_is_told_apart(
    parts: dict[str, bytes], relations: str, is_active: bool
) -> None:
    found = read("talks.docx", docx(paragraph(SENTENCE), parts=parts, relations=relations))
    assert found.text == f"{SENTENCE}\n" and found.is_active is is_active
    assert codes(found) == ([("seed-active", "notice")] if is_active else [])


def bomb() -> bytes:
    """A Word file that unpacks to 300 MB."""
    made = io.BytesIO(docx(paragraph("x")))
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/footnotes.xml", b"\0" * 300 * 1024**2)
    return made.getvalue()


def bare_zip() -> bytes:
    """A zip file that is no Word file."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr("readme.txt", "x")
    return made.getvalue()


OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
CIRCLE = b"%PDF-1.7\n1 0 obj <</Pages 1 0 R/Kids[1 0 R]>>endobj trailer<</Root 1 0 R>>"
NO_BODY = f"<w:document {W}/>"
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    f"<w:document {W}><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>"
)
LAUGHS = (
    '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    f"<w:document {W}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
)

BAD = [
    pytest.param("a.docx", b"just words", "seed-broken", id="docx-of-words"),
    pytest.param("a.docx", b"PK\x03\x04 and no more", "seed-broken", id="docx-cut"),
    pytest.param("a.docx", bare_zip(), "seed-broken", id="zip"),
    pytest.param("a.docx", OLD_WORD, "seed-locked", id="docx-locked"),
    pytest.param("a.docx", docx(parts={"word/document.xml": ENTITIES}), "seed-broken", id="entities"),
    pytest.param("a.docx", docx(parts={"word/document.xml": LAUGHS}), "seed-broken", id="laughs"),
    pytest.param("a.docx", docx(parts={"word/document.xml": "<w:document"}), "seed-broken", id="xml-cut"),
    pytest.param("a.docx", docx(parts={"word/document.xml": NO_BODY}), "seed-broken", id="no-body"),
    pytest.param("a.docx", docx(paragraph("")), "seed-empty", id="docx-empty"),
    pytest.param("a.docx", bomb(), "seed-too-large", id="zip-bomb"),
    pytest.param("a.pdf", b"just words", "seed-broken", id="pdf-of-words"),
    pytest.param("a.pdf", pdf(LETTER)[:60], "seed-broken", id="pdf-cut"),
    pytest.param("a.pdf", pdf([]), "seed-scanned", id="pdf-of-pictures"),
    pytest.param("a.pdf", locked(pdf(LETTER), "secret"), "seed-locked", id="pdf-locked"),
    pytest.param("a.pdf", pdf(*[["x"]] * 401), "seed-too-large", id="pdf-of-401-pages"),
    pytest.param("a.pdf", CIRCLE, "seed-broken", id="pdf-circle"),
    pytest.param("a.html", b" \n", "seed-empty", id="html-empty"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "code"), BAD)
def test_a_bad_file_is_one_problem_with_a_cure(name: str, content: bytes, code: str) -> None:
    found = read(name, content)
    assert found.text == "" and [problem.code for problem in found.problems] == [code]
    assert found.problems[0].cure and found.sha256 == hashlib.sha256(content).hexdigest()


# --- PDF -----------------------------------------------------------------------------------------


def test_a_pdf_is_read_by_page_with_its_paragraphs() -> None:
    found = read("talks.pdf", pdf(LETTER, ["They parted.", "", "2"]))
    first, second = found.text.split("\f")
    assert first.rstrip("\n").split("\n") == list(LETTER)
    assert second == "They parted.\n\n2\n"
    assert (found.problems, found.is_active, found.reader[:6]) == ((), False, "pypdf ")


def test_pages_without_text_are_said() -> None:
    found = read("talks.pdf", pdf(LETTER, [], ["The end."], []))
    assert (
        codes(found) == [("seed-scanned", "notice")]
        and "pages 2, 4 of 4 are without text" in found.problems[0].message
    )
    assert found.text.endswith("\f" + "The end.\n")


LEFT = """\
On 4 May 2022, Minister Jana Roe
received the Minister of Trade
of Arcadia, Ms. Maria Vega,
in the castle of Strelsau. The
two ministers spoke of ports and
of customs, and they agreed that
officials of both sides meet in
autumn to put this into words.""".split("\n")
RIGHT = """\
They also visited the harbour
where a new quay is being built
with the help of Arcadia. It is
to be opened in the spring of
2023. The mayor thanked all who
work there for their patience,
and a lunch was given. Ms. Vega
left Strelsau in the evening.""".split("\n")


def test_columns_are_kept_apart_and_said() -> None:
    found = read("talks.pdf", pdf(LEFT, beside=RIGHT))
    assert " ".join(found.text.split()) == " ".join((*LEFT, *RIGHT))
    assert codes(found) == [("seed-columns", "notice")]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([f"{a}   {b}" for a, b in zip(LEFT[:7], RIGHT, strict=False)], id="few"),
        pytest.param([f"{line}{' ' * 9}{place}" for place, line in enumerate(LEFT + RIGHT)], id="a contents"),
        pytest.param([f"{a} {b}" for a, b in zip(LEFT, RIGHT, strict=True)], id="one column"),
        pytest.param([f"{a[: 9 + n]}    {a}" for n, a in enumerate(LEFT + RIGHT)], id="gaps here and there"),
    ],
)
def test_other_gaps_are_no_columns(lines: list[str]) -> None:
    found = read("talks.pdf", pdf(lines))
    assert codes(found) == []


def test_a_pdf_that_only_its_owner_may_change_is_read() -> None:
    assert SENTENCE[:30] in read("talks.pdf", locked(pdf(LETTER), "")).text


SCRIPT = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>"


@pytest.mark.parametrize(
    ("more", "on_page", "is_active"),
    [
        (f"/OpenAction {SCRIPT}", "", True),
        (f"/AA << /WC {SCRIPT} >>", "", True),
        (f"/Names << /JavaScript << /Names [(a) {SCRIPT}] >> >>", "", True),
        ("/Names << /EmbeddedFiles << /Names [] >> >>", "", True),
        ("/AcroForm << /XFA [] /Fields [] >>", "", False),
        ("", "/Annots [<< /Subtype /Link /A << /S /Launch /F (cmd.exe) >> >>]", True),
        ("", f"/AA << /O {SCRIPT} >>", True),
        ("", "/Annots [<< /Subtype /Link /A << /S /URI /URI (https://example.org) >> >>]", False),
        ("/OpenAction [4 0 R /Fit]", "", False),
    ],
)
def test_a_pdf_that_runs_or_carries_is_told_apart(more: str, on_page: str, is_active: bool) -> None:
    found = read("talks.pdf", pdf(LETTER, more=more, page=on_page))
    assert SENTENCE[:30] in found.text and found.is_active is is_active
    assert codes(found) == ([("seed-active", "notice")] if is_active else [])


# --- the process that reads ------------------------------------------------------------------------


@pytest.mark.parametrize(("format", "library"), [("html", "bs4"), ("docx", "mammoth"), ("pdf", "pypdf")])
def test_a_library_that_is_missing_is_named_with_the_line_to_type(
    monkeypatch: pytest.MonkeyPatch, format: str, library: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    found = read(f"talks.{format}", pdf(LETTER) if format == "pdf" else b"x")
    assert codes(found) == [("seed-library", "error")] and found.text == ""
    assert library in found.problems[0].message and "pip install 'gazette[formats]'" in found.problems[0].cure


@pytest.mark.parametrize(
    "program", ["while True: pass", "import os; os.kill(os.getpid(), 9)", "raise SystemExit(3)"]
)
def test_whatever_becomes_of_the_reading_process_this_one_goes_on(
    monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    monkeypatch.setattr(apart, "read_apart", APART)
    monkeypatch.setattr(apart, "_PROGRAM", program)
    monkeypatch.setattr(apart, "PATIENCE", 1)
    found = read("talks.pdf", pdf(LETTER))
    assert codes(found) == [("seed-too-large", "error")] and found.text == ""


@pytest.mark.parametrize("name", ["page.html", "word.docx", "paper.pdf"])
def test_the_reading_process_gives_what_this_one_would(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    (content,) = (FILES[one] for one in FILES if one.endswith(name))
    expected = read(name, content)
    monkeypatch.setattr(apart, "read_apart", APART)
    assert read(name, content) == expected and expected.text


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    hungry = apart._PROGRAM.replace("content = ", "taken = bytearray(3 * 1024**3); content = ")
    monkeypatch.setattr(apart, "read_apart", APART)
    monkeypatch.setattr(apart, "_PROGRAM", hungry)
    assert codes(read("talks.pdf", pdf(LETTER))) == [("seed-too-large", "error")]


# --- a record with such files ------------------------------------------------------------------------

MACROS = {"word/vbaProject.bin": b"\x01"}
FILES = {
    "2022-05-05-page.html": page(f"<script>alert(1)</script><h1>Minister Roe Meets Doe</h1><p>{SENTENCE}"),
    "2022-05-06-word.docx": docx(paragraph("Talks in Strelsau", "Title"), paragraph(SENTENCE)),
    "2022-05-07-macros.docx": docx(paragraph("More talks", "Title"), paragraph(SENTENCE), parts=MACROS),
    "2022-05-08-paper.pdf": pdf(LETTER),
    "2022-05-09-scan.pdf": pdf([], []),
}  # fmt: skip


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's record with one file of each format."""
    root = copy_record(tmp_path_factory.mktemp("received") / "record")
    (root / "seeds" / "ruritania").mkdir()
    for name, content in FILES.items():
        (root / "seeds" / "ruritania" / name).write_bytes(content)
    return root


@pytest.fixture(scope="module")
def built(record: Path) -> Build:
    """Its site."""
    return build_site(record, record.parent / "site")


def test_the_same_facts_are_read_from_every_format(record: Path) -> None:
    releases = {r.raw.path.rpartition("/")[2]: r for r in assemble(record).releases}
    for name in list(FILES)[:4]:
        release = releases[name]
        assert [official.name for official in release.people.officials][:1] == ["Jana Roe"], name
        assert release.events[0].when and release.events[0].when.value.start == "2022-05-04", name
        for official in release.people.officials:
            for mention in official.mentions:
                place = mention.evidence
                assert release.blocks[place.block].text[place.start : place.end] == place.quote
    scanned = releases["2022-05-09-scan.pdf"]
    assert scanned.blocks == () and codes(scanned.raw) == [("seed-scanned", "error")]


def test_explain_says_whose_lines_they_are(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = record / "seeds" / "ruritania" / "2022-05-08-paper.pdf"
    assert main(["explain", str(place), "--record", str(record)]) == 0
    assert re.search(r"^text as pypdf [\d.]+ read it from the pdf", capsys.readouterr().out, re.M)


def test_every_line_of_what_was_read_is_in_a_block(record: Path) -> None:
    for release in assemble(record).releases:
        if release.raw.format != "text":
            filled = [n for n, line in enumerate(release.raw.text.split("\n"), 1) if line.strip()]
            assert sorted(n for block in release.blocks for n in block.lines) == filled


def test_a_file_of_the_same_bytes_is_not_read_twice(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = {raw.path: raw for raw in load_seeds(record)}
    asked: list[str] = []
    monkeypatch.setattr(
        apart, "read_apart", lambda format, content: asked.append(format) or extract(format, content)
    )
    again = {raw.path: raw for raw in load_seeds(record, first)}
    assert again == first and asked == ["pdf"], "only the one that could not be read is tried again"


def test_the_site_hands_out_bytes_as_received_and_text_as_read(built: Build) -> None:
    assert built.status == 0, built.said
    home = built.folder / "releases" / "ruritania"
    for name, own in (
        ("page.html", "received.html.txt"),
        ("word.docx", "received.docx"),
        ("paper.pdf", "received.pdf"),
    ):
        (full,) = [one for one in FILES if one.endswith(name)]
        folder = home / full.rpartition(".")[0]
        assert (folder / own).read_bytes() == FILES[full]
        assert "Jana Roe" in (folder / "raw.txt").read_text("utf-8")
        shown = (folder / "index.html").read_text("utf-8")
        assert f'href="{own}"' in shown and "Text as read from the" in shown and "Read by" in shown
    macros = home / "2022-05-07-macros"
    assert (macros / "raw.txt").is_file() and not (macros / "received.docx").exists()
    assert "not handed out" in (macros / "index.html").read_text("utf-8")
    scan = home / "2022-05-09-scan"
    assert (scan / "received.pdf").is_file() and not (scan / "raw.txt").exists()
    assert not [
        path
        for path in built.folder.rglob("*.html")
        if b"alert(1)" in path.read_bytes() and b"&#39;" not in path.read_bytes()
    ]


def test_a_file_that_changes_is_read_anew_and_only_then(record: Path, tmp_path: Path) -> None:
    kept_up = copy_record(tmp_path / "kept")
    (kept_up / "seeds" / "ruritania").mkdir()
    place = kept_up / "seeds" / "ruritania" / "2022-05-08-paper.pdf"
    for lines in (LETTER, (*LETTER[:2], "Quite Another Title", *LETTER[3:]), []):
        place.write_bytes(pdf(lines))
        assert build_site(kept_up, tmp_path / "site").status == 0
        shutil.rmtree(tmp_path / "cold", ignore_errors=True)
        shutil.copytree(kept_up, tmp_path / "cold", ignore=shutil.ignore_patterns(".cache"))
        assert build_site(tmp_path / "cold", tmp_path / "cold" / "site").status == 0
        assert digests(tmp_path / "site") == digests(tmp_path / "cold" / "site")


def test_no_page_of_a_built_site_has_the_box_for_editors(built: Build) -> None:
    assert not [
        path for path in built.folder.rglob("*.html") if b"make serve</code> alone" in path.read_bytes()
    ]
