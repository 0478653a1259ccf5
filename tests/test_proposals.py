"""What a reader proposes by a form: read exactly, put where it belongs, and never active or astray."""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from effort import must_end
from gazette.authority import load_authority
from gazette.cli import forms, main
from gazette.cli.forms import FORMS, NotRead, read_body
from gazette.cli.propose import CORRECTIONS, quoted, release_meant
from gazette.normalise import normalise
from gazette.seeds import load_seeds
from support import ROOT
from test_changes import HOSTILE, active

TEXT = """\
MINISTRY OF FOREIGN AFFAIRS OF RURITANIA

Minister Roe Meets Ambassador Doe

On 4 May 2022, H.E. Ms. Jana Roe, Minister of Foreign Affairs of Ruritania, met Mr. John Doe in Strelsau.

Strelsau, 5 May 2022"""

SEED = "mfaic/2021-11-18-telephone-conversation"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """What editors keep of the record, as a copy that a test may change."""
    root = tmp_path / "record"
    for name in ("seeds", "docs/authority"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    return root


def release_body(text: str = TEXT, **answers: str) -> str:
    """The body of an issue as the form for a release makes it."""
    said = {
        forms.SOURCE: "https://ruritania.example/news/1",
        forms.SECONDARY: forms.ISSUED_BY_A_BODY,
        forms.NOTE: forms.NO_ANSWER,
        **answers,
    }
    head = "".join(f"### {question}\n\n{answer}\n\n" for question, answer in said.items())
    return f"{head}### {forms.TEXT}\n\n```text\n{text}\n```\n"


def correction_body(**answers: str) -> str:
    """The body of an issue as the form for a correction makes it."""
    said = {
        forms.RELEASE: f"https://record.example/releases/{SEED}/#p2",
        forms.FIELD: "Title",
        forms.VALUE: "A telephone call",
        forms.GROUND: "The page says so.",
        **answers,
    }
    return "".join(f"### {question}\n\n{answer}\n\n" for question, answer in said.items())


def propose(record: Path, body: str | None, number: int = 12) -> int:
    """Run the command on an event as GitHub writes it; exit status."""
    event = record.parent / "event.json"
    issue = {"number": number, "created_at": "2026-11-26T10:11:12Z", "body": body, "title": HOSTILE}
    event.write_text(json.dumps({"action": "opened", "issue": issue}), "utf-8")
    return main(["propose", str(event), "--record", str(record)])


def files(record: Path) -> dict[str, bytes]:
    """Every file that an editor keeps."""
    return {
        path.relative_to(record).as_posix(): path.read_bytes()
        for path in sorted(record.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    """Paths of the files that came, went or have other bytes."""
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


# --- the forms -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_the_forms_ask_what_is_read(form: str) -> None:
    written = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / f"{form}.yml").read_text("utf-8"))
    asked = [field for field in written["body"] if field["type"] != "markdown"]
    assert tuple(field["attributes"]["label"] for field in asked) == FORMS[form]
    for field in asked:
        label, required = field["attributes"]["label"], field.get("validations", {}).get("required", False)
        assert required == (label not in forms.OPTIONAL)
        assert (field["type"] in ("input", "dropdown")) == (label in forms.ONE_LINE)
        options = {forms.SECONDARY: list(forms.PUBLISHERS), forms.FIELD: list(forms.FIELDS)}.get(label)
        assert field["attributes"].get("options") == options
        assert field["attributes"].get("render") == ("text" if label == forms.TEXT else None)
    assert "proposal" in written["labels"]


@pytest.mark.parametrize(("label", "field"), forms.FIELDS.items())
def test_every_field_that_can_be_corrected_changes_what_is_read(record: Path, label: str, field: str) -> None:
    value = {"issued": "2001-02-03", "language": "fr", "kind": "statement", "issuer": "kantei"}.get(
        field, "Other"
    )
    assert propose(record, correction_body(**{forms.FIELD: label, forms.VALUE: value})) == 0
    known = load_authority(record / "docs" / "authority")
    raw = next(raw for raw in load_seeds(record) if raw.id == SEED)
    imprint = normalise(raw, known).imprint
    read = getattr(imprint, field)
    assert (field == "language" and read == "fr") or read.status == "editor"


# --- a release -----------------------------------------------------------------------------------------


def test_a_release_is_filed_and_registered(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(record)
    assert propose(record, release_body()) == 0
    new = changed(before, files(record))
    (seed,) = new - {"docs/authority/accessions.yml"}
    assert (
        seed
        == "seeds/ministry-of-foreign-affairs-of-ruritania/2022-05-05-minister-roe-meets-ambassador-doe.txt"
    )
    assert (record / seed).read_bytes() == TEXT.encode()
    accession = load_authority(record / "docs" / "authority").accessions[seed.removeprefix("seeds/")]
    assert accession.received_name == "issue-12.txt" and accession.received == "2026-11-26"
    assert accession.url == "https://ruritania.example/news/1" and not accession.secondary
    said = capsys.readouterr().out
    assert "#12" in said and f"`{seed}`" in said and "`Jana Roe`" in said
    assert main(["check", "--record", str(record)]) == 0


def test_what_others_report_is_a_secondary_source(record: Path) -> None:
    assert propose(record, release_body(**{forms.SECONDARY: forms.BY_OTHERS})) == 0
    known = load_authority(record / "docs" / "authority")
    assert [a.secondary for a in known.accessions.values() if a.received_name == "issue-12.txt"] == [True]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
@example("a\n```\nb")
@example("```\n```")
@example("\n\n")
@example("### Where the text was published\n\nhttps://evil.example")
@example("\u202egpj.exe\u200b\x00\ufeff")
@example("é\r\n\t x \n")
def test_the_text_is_kept_character_for_character(text: str) -> None:
    if text.endswith("\r"):
        text += "."
    assert read_body(release_body(text)).given[forms.TEXT] == text


def test_line_ends_of_the_net_belong_to_the_fences_and_to_the_text() -> None:
    body = release_body("a\nb").replace("\n", "\r\n")
    assert read_body(body).given[forms.TEXT] == "a\r\nb"


def test_the_same_text_is_not_filed_twice(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    held = (record / "seeds" / f"{SEED}.txt").read_bytes().decode("utf-8")
    before = files(record)
    assert propose(record, release_body(held)) == 1
    assert changed(before, files(record)) == set()
    assert "on the record already" in capsys.readouterr().out


FRONT_MATTER = "---\ntitle: Mine\nissued: 1999-01-01\nissuer: mfaic\n---\n" + TEXT


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (None, "does not begin as a form does"),
        ("", "does not begin as a form does"),
        ("please add my release", "does not begin as a form does"),
        (release_body(""), "Nothing was written"),
        (release_body(FRONT_MATTER), "would count as an editor's word"),
        (release_body("a\x00b" * 50), "Nothing was written"),
        (release_body("\ud800"), "half of a character"),
        (release_body("x" * 1_000_000), "is too long"),
        (release_body("x").replace("```text\n", ""), "between two lines of ```"),
        (release_body("x").removesuffix("\n```\n"), "between two lines of ```"),
        (release_body("x") + "after", "between two lines of ```"),
        (release_body(**{forms.SOURCE: forms.NO_ANSWER}), "has no answer"),
        (release_body(**{forms.SOURCE: "a\u2028b"}), "expected one line"),
        (release_body(**{forms.SOURCE: "x" * 3_000}), "is too long"),
        (release_body(**{forms.SOURCE: "javascript://alert(1)"}), "expected an address"),
        (release_body(**{forms.SOURCE: "http://[x"}), "expected an address"),
        (release_body(**{forms.SECONDARY: HOSTILE.splitlines()[0]}), "expected one of the answers"),
        (release_body().replace(f"### {forms.NOTE}", "### Other"), "is missing"),
        (correction_body(**{forms.RELEASE: "https://x.example/releases/../../etc/passwd"}), "no release has"),
        (correction_body(**{forms.RELEASE: "../../docs/authority/officials.yml"}), "no release has"),
        (correction_body(**{forms.RELEASE: "http://[x"}), "no release has"),
        (correction_body(**{forms.FIELD: "sha256"}), "expected one of Title"),
        (correction_body(**{forms.FIELD: "Date of issue", forms.VALUE: "soon"}), "expected a date"),
        (correction_body(**{forms.FIELD: "Language", forms.VALUE: "!!python/object"}), "expected a language"),
        (correction_body(**{forms.VALUE: "a\nb"}), "expected one line"),
        (correction_body(**{forms.GROUND: " \n "}), "has no answer"),
    ],
)
def test_what_cannot_be_used_is_answered_and_changes_nothing(
    record: Path, capsys: pytest.CaptureFixture[str], body: str | None, said: str
) -> None:
    before = files(record)
    assert propose(record, body) == 1
    assert changed(before, files(record)) == set()
    answer = capsys.readouterr().out
    assert said in answer and len(answer) < 2_000
    kinds, words = active(answer)
    assert not {"link_open", "image", "html_inline", "html_block"} & set(kinds) and "@" not in words


# --- ill will ------------------------------------------------------------------------------------------

ESCAPES = [
    "../../../.github/workflows/x.yml",
    "/etc/passwd",
    "..\\..\\x",
    "$(touch pwned)`touch pwned`;touch pwned|touch pwned",
    "${{ github.token }}",
    "!!python/object/apply:os.system ['touch pwned']",
    "&a [*a, *a]",
    "x\n- release: y\n  field: title",
    "---\n",
    "con.txt",
    "<script>alert(1)</script>",
    HOSTILE,
    "\u202e\u2066\u200b\ufeff\x1b]0;x\x07\x9b31m",
    "é" * 1_500,
]


@pytest.mark.parametrize("words", ESCAPES)
def test_nothing_in_a_release_leads_astray(
    record: Path, capsys: pytest.CaptureFixture[str], words: str, tmp_path: Path
) -> None:
    line = " ".join(words.split())[: forms.LONGEST_ANSWER] or "x"
    told = f"On 4 May 2022, Ms. {line}, Minister, met {line}.\n\n{line}, 5 May 2022\n"
    text = f"{words}\n\n{line}\n\nTitle: {line}\n\n{told}"
    before, around = files(record), set(tmp_path.rglob("*"))
    status = propose(record, release_body(text, **{forms.SOURCE: line.replace("://", ""), forms.NOTE: words}))
    new = changed(before, files(record))
    if status:
        assert new == set()
        return
    (seed,) = new - {"docs/authority/accessions.yml"}
    assert seed.startswith("seeds/") and ".." not in seed and seed.isascii() and seed.endswith(".txt")
    assert (record / seed).read_bytes() == text.removesuffix("\n").encode() + b"\n"
    outside = {path for path in set(tmp_path.rglob("*")) - around if record not in path.parents}
    assert {path.name for path in outside} <= {"event.json"}
    assert not list(tmp_path.rglob("pwned")) and not Path("pwned").exists()
    said = capsys.readouterr().out
    kinds, outer = active(said)
    assert not {"link_open", "image", "html_inline", "html_block", "fence"} & set(kinds)
    assert "octocat" not in outer and "\x1b" not in said and "\u202e" not in said
    known = load_authority(record / "docs" / "authority")
    assert not [p for p in known.problems if p.severity == "error"]
    assert (
        before["docs/authority/accessions.yml"]
        == (record / "docs" / "authority" / "accessions.yml").read_bytes()[
            : len(before["docs/authority/accessions.yml"])
        ]
    )


@pytest.mark.parametrize("words", ESCAPES)
def test_nothing_in_a_correction_leads_astray(
    record: Path, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    line = " ".join(words.split()) or "x"
    before = files(record)
    assert propose(record, correction_body(**{forms.VALUE: line, forms.GROUND: f"a {words}"})) == 0
    assert changed(before, files(record)) == {CORRECTIONS}
    known = load_authority(record / "docs" / "authority")
    assert not known.problems and len(known.corrections) == 1
    made = known.corrections[0]
    assert (made.release, made.field, made.value, made.date) == (SEED, "title", line, "2026-11-26")
    kinds, outer = active(capsys.readouterr().out)
    assert not {"link_open", "image", "html_inline", "html_block", "fence"} & set(kinds)
    assert "octocat" not in outer


@given(st.text(max_size=100))
def test_quoted_words_read_back(words: str) -> None:
    try:
        words.encode("utf-8")
    except UnicodeEncodeError:
        return
    written = quoted(words)
    assert written.isprintable()
    if "\\ud" not in written:  # YAML has no pairs of halves; the engine's own loader is asked below
        assert yaml.safe_load(written) == words


PIECES = st.sampled_from(
    [
        *(f"### {question}" for asked in FORMS.values() for question in asked),
        "```",
        "```text",
        "",
        "x",
        "\r",
        "\n",
        "`",
    ]
)


@given(st.lists(PIECES, max_size=30).map("\n".join))
def test_any_body_is_read_or_answered(body: str) -> None:
    try:
        answers = read_body(body)
    except NotRead as refused:
        assert str(refused)
    else:
        assert tuple(answers.given) == FORMS[answers.form]


@pytest.mark.parametrize(
    "body", ["\n```" * 120_000, "```" + "\n" * 400_000 + "x", "### " * 120_000, " \t" * 200_000]
)
def test_a_large_body_is_read_in_bounded_time(body: str) -> None:
    with must_end(20):
        for whole in (body, release_body(body)[: forms.LARGEST_BODY], release_body("x") + body):
            with suppress(NotRead):
                read_body(whole)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff",
        b'{"issue": {"number": "1; rm", "created_at": "2026-11-26", "body": ""}}',
        b'{"issue": {"number": 1, "created_at": "$(x)", "body": ""}}',
        b"[" * 100_000,
        b" " * 5_000_000,
    ],
)
def test_a_file_that_is_no_event_is_said(
    record: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    event = record.parent / "event.json"
    event.write_bytes(content)
    assert main(["propose", str(event), "--record", str(record)]) == 2
    assert "tells of no issue" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        SEED,
        f"seeds/{SEED}.txt",
        f"{SEED}#p3",
        f"/releases/{SEED}/",
        f"https://record.example/below/releases/{SEED}/?x=1#p2",
        f"file:///home/somebody/releases/{SEED}/index.html",
    ],
)
def test_a_release_is_known_by_address_path_and_id(words: str) -> None:
    assert release_meant(words, load_seeds(ROOT)).id == SEED


def test_a_correction_that_cannot_be_written_is_answered(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(record / "docs" / "authority")
    (record / "docs" / "authority").write_text("a file")
    assert propose(record, correction_body()) == 1
    assert "could not be put into the record" in capsys.readouterr().out
