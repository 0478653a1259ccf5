"""Questions to editors: what is asked, what an answer writes, when it is asked again; what is unused."""

from __future__ import annotations

import io
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gazette.apparatus import agenda, open_questions, unused
from gazette.assemble import assemble
from gazette.authority import load_authority, load_entry_lines
from gazette.cli import main
from gazette.exports.records import release_record
from gazette.model import Corpus, Event
from gazette.pages.questions import render_questions
from gazette.pages.site import Serving, build_site
from support import ROOT

HEAD = "MINISTRY OF FOREIGN AFFAIRS OF NORWAY\n\nPRESS RELEASE\n\n"
SEEDS = {
    "rur/2022-05-05-talks": HEAD
    + "Minister Roe Meets Ambassador Doe\n\nOn 4 May 2022, H.E. Ms. Jana Roe, Minister of Foreign Affairs of"
    " Norway, met Mr. John Doe, Ambassador of Japan, in Strelsau.\n\nStrelsau, 5 May 2022\n",
    "rur/2022-05-06-call": HEAD
    + "Minister Roe Sees the Ambassador\n\nOn 4 May 2022, H.E. Ms. Jana Roe, Minister of Foreign Affairs of"
    " Norway, met Mr. John Doee, Ambassador of Japan, in Strelsau.\n\nStrelsau, 6 May 2022\n",
    "rur/2022-06-01-forum": HEAD
    + "Harbour Forum\n\nOn 31 May 2022, H.E. Ms. Jana Roe, Minister of Trade of Norway, spoke at the 2nd"
    " Harbour Forum in Strelsau.\n\nStrelsau, 1 June 2022\n",
    "rur/2022-06-02-forum": HEAD
    + "Harbour Forum\n\nThe 2nd Harbour Forum took place on 28 May 2022 in Zenda. H.E. Ms. Jana Roe, Minister"
    " of Foreign Affairs of Norway, spoke.\n\nStrelsau, 2 June 2022\n",
}
OFFICIALS = "# Who is who\n\n- id: doe-john   # ambassador\n  name: 'John Doe'\n  country: Japan\n"
ROE = "- id: jana-roe\n  name: Jana Roe\n"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Four releases, one official."""
    return make_record(tmp_path / "record")


def make_record(root: Path, officials: str = OFFICIALS) -> Path:
    """A small record on disk."""
    for id, text in SEEDS.items():
        path = root / "seeds" / f"{id}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (root / "docs" / "authority").mkdir(parents=True)
    (root / "docs" / "authority" / "officials.yml").write_text(officials, "utf-8")
    (root / "mkdocs.yml").write_text("site_name: Record\n")
    return root


def asked(root: Path) -> dict[str, list[str]]:
    """Questions that are open, by kind: of whom or what."""
    found: dict[str, list[str]] = {}
    for matter in agenda(assemble(root)):
        found.setdefault(matter.question, []).append(" ".join(matter.about))
    return found


def answer(root: Path, monkeypatch: pytest.MonkeyPatch, *lines: str, date: str = "2026-11-26") -> int:
    """Run `gazette review` with lines typed; gives its status."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    return main(["review", "--record", str(root), "--date", date])


def read(root: Path, name: str) -> str:
    """An authority file."""
    path = root / "docs" / "authority" / f"{name}.yml"
    return path.read_text("utf-8") if path.is_file() else ""


def files(root: Path) -> dict[str, bytes]:
    """Every authority file by name."""
    return {path.name: path.read_bytes() for path in sorted((root / "docs" / "authority").iterdir())}


# --- what is asked -------------------------------------------------------------------------------


def test_what_a_small_record_asks(record: Path) -> None:
    found = asked(record)
    assert found["official"] == ["provisional-jana-roe", "provisional-john-doee"]
    assert "datings" in found or "event" in found
    assert open_questions(assemble(record))


def test_list_prints_and_writes_nothing(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(record)
    assert main(["review", "--list", "--record", str(record)]) == 1
    out = capsys.readouterr().out
    assert "seeds/rur/2022-05-06-call.txt:7: Ambassador" in out and "John Doee" in out
    assert "1  the same person as John Doe (doe-john)" in out and "open questions" in out
    assert files(record) == before


def test_no_more_lines_leaves_the_rest_open(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files(record)
    assert answer(record, monkeypatch) == 1 and answer(record, monkeypatch, "s", "q") == 1
    assert files(record) == before


def test_what_is_no_answer_is_said(
    record: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(record)
    answer(record, monkeypatch, "9", "perhaps", "q")
    assert "expected one of y, x, u, s, q" in capsys.readouterr().out and files(record) == before
    assert answer(record, monkeypatch, "q", date="26 November") == 2


# --- officials -----------------------------------------------------------------------------------


def test_confirm_merge_and_the_file_stays_as_it_was(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(record, monkeypatch, "y As the ministry lists her.", "1", "q")
    text = read(record, "officials")
    assert text.startswith(OFFICIALS) and "- id: jana-roe\n" in text
    assert '  variants: ["John Doee"]\n' in text
    corpus = assemble(record)
    assert {o.id for o in corpus.officials} == {"jana-roe", "doe-john"}
    assert not [p for p in corpus.problems if p.path.endswith(".yml") and p.severity != "notice"]
    decided = corpus.authority.decisions
    assert [(d.question, d.decision, d.date, d.note) for d in decided] == [
        ("official", "confirmed", "2026-11-26", "As the ministry lists her."),
        ("person", "same", "2026-11-26", ""),
    ]
    assert "official" not in asked(record)


def test_reject(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(record, monkeypatch, "x a ferry", "q")
    assert '  not_an_official: true\n  note: "a ferry"\n' in read(record, "officials")
    corpus = assemble(record)
    assert "jana-roe" not in {o.id for o in corpus.officials}
    assert any(b.why == "rejected-by-editor" for r in corpus.releases for b in r.people.bystanders)


def test_none_of_these_keeps_apart_and_asks_on(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(record, monkeypatch, "s", "n", "q")
    (decision,) = load_authority(record / "docs" / "authority").decisions
    assert (decision.question, decision.decision) == ("person", "not-same")
    (matter,) = [m for m in agenda(assemble(record)) if "provisional-john-doee" in m.about]
    assert [c.key for c in matter.choices] == ["y", "x", "u"]


def test_undecided_is_silent_until_the_sentences_change(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(record, monkeypatch, "u Two ministries?", "q")
    assert "provisional-jana-roe" not in asked(record)["official"]
    page = "".join(p.head + p.html for p in render_questions(build_site(assemble(record), Serving())))
    assert "Officials in doubt" in page and "left it undecided. Two ministries?" in page
    (record / "seeds" / "rur" / "2022-07-01-more.txt").write_text(SEEDS["rur/2022-05-05-talks"], "utf-8")
    assert "provisional-jana-roe" in asked(record)["official"]


def test_a_settled_answer_is_asked_again_only_where_its_sentence_changed(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(record, monkeypatch, "y", "1", "q")
    before = asked(record)
    (record / "seeds" / "rur" / "2022-07-01-more.txt").write_text(SEEDS["rur/2022-05-05-talks"], "utf-8")
    assert asked(record).get("official") is None  # a release more changes nothing in what it rests on
    path = record / "seeds" / "rur" / "2022-05-06-call.txt"
    path.write_text(path.read_text().replace("met Mr. John Doee", "met again Mr. John Doee"), "utf-8")
    assert "person" in asked(record) and "person" not in before
    lines = ["s"] * 9
    matters = [m.question for m in agenda(assemble(record))]
    lines[matters.index("person")] = "y"
    answer(record, monkeypatch, *lines)
    assert "person" not in asked(record)


def test_a_merge_of_two_provisional_officials(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record = make_record(tmp_path / "record", "# nobody yet\n")
    assert asked(record)["official"][1:] == ["provisional-john-doe", "provisional-john-doee"]
    answer(record, monkeypatch, "s", "1", "q")
    corpus = assemble(record)
    assert {o.id for o in corpus.officials} == {"provisional-jana-roe", "provisional-john-doe"}
    assert read(record, "officials") == "# nobody yet\n"


# --- events and contradictions -------------------------------------------------------------------


def events_of(corpus: Corpus, *releases: str) -> list[Event]:
    """The events that releases have as what they are about."""
    return [
        event
        for event in corpus.events
        if {t.release for t in event.tellings if t.account.role == "principal"} & set(releases)
    ]


TALKS = ("rur/2022-05-05-talks", "rur/2022-05-06-call")


def test_two_meetings_of_one_minister_on_one_day_are_two(record: Path) -> None:
    assert "event" in asked(record)
    path = record / "seeds" / "rur" / "2022-05-06-call.txt"
    path.write_text(path.read_text().replace("Doee, Ambassador of Japan", "Poe, Ambassador of Peru"), "utf-8")
    assert "event" not in asked(record)


@pytest.mark.parametrize(("key", "count"), [("y", 1), ("n", 2), ("u", 2)])
def test_one_event_or_two(record: Path, monkeypatch: pytest.MonkeyPatch, key: str, count: int) -> None:
    assert len(events_of(assemble(record), *TALKS)) == 2
    matters = [m.question for m in agenda(assemble(record))]
    answer(record, monkeypatch, *["s"] * matters.index("event"), key, "q")
    corpus = assemble(record)
    assert len(events_of(corpus, *TALKS)) == count and "event" not in asked(record)
    on_the_page = [q for q in open_questions(corpus) if q.kind == "event"]
    assert [q.decision and q.decision.decision for q in on_the_page] == (["undecided"] if key == "u" else [])


def test_apart_wins_over_what_is_read_alike(record: Path) -> None:
    """Two accounts that every rule joins stay two where an editor says so, whichever file says it."""
    (record / "docs" / "authority" / "officials.yml").write_text(
        OFFICIALS + "  variants: [John Doee]\n\n" + ROE, "utf-8"
    )
    assert len(events_of(assemble(record), *TALKS)) == 1
    pair = "[rur-2022-05-05-talks, rur-2022-05-06-call]"
    decision = f"- {{question: event, about: {pair}, decision: not-same}}\n"
    (record / "docs" / "authority" / "decisions.yml").write_text(decision, "utf-8")
    assert len(events_of(assemble(record), *TALKS)) == 2
    later = decision + f"- {{question: event, about: {pair}, decision: same}}\n"
    (record / "docs" / "authority" / "decisions.yml").write_text(later, "utf-8")
    assert len(events_of(assemble(record), *TALKS)) == 1
    (record / "docs" / "authority" / "decisions.yml").unlink()
    known = (
        "- id: the-talks\n  title: Talks\n  same_as: [rur-2022-05-05-talks]\n"
        "  not_same_as: [rur-2022-05-06-call]\n"
    )
    (record / "docs" / "authority" / "events.yml").write_text(known, "utf-8")
    assert {e.id for e in events_of(assemble(record), *TALKS)} == {"the-talks", "rur-2022-05-06-call"}


def test_a_decision_joins_what_nothing_else_joins(record: Path) -> None:
    """An account and a record of events.yml; two records; an account that a record was read into, apart."""
    folder = record / "docs" / "authority"
    (folder / "events.yml").write_text(
        "- {id: one, title: Lantern Day}\n- {id: two, title: Rain Day}\n"
        "- {id: forum, title: 2nd Harbour Forum}\n"
    )
    forums = ("rur/2022-06-01-forum", "rur/2022-06-02-forum")
    assert [e.id for e in events_of(assemble(record), *forums)] == ["forum"]

    def decided(*lines: str) -> Corpus:
        (folder / "decisions.yml").write_text("".join(f"- {{question: event, {line}}}\n" for line in lines))
        return assemble(record)

    joined = decided("about: [one, rur-2022-05-05-talks], decision: same")
    assert "one" in {e.id for e in events_of(joined, *TALKS)}
    both = decided(
        "about: [one, rur-2022-05-05-talks], decision: same",
        "about: [two, rur-2022-05-06-call], decision: same",
        "about: [one, two], decision: same",
    )
    assert [len(e.tellings) for e in events_of(both, *TALKS)] == [2]
    apart = decided("about: [forum, rur-2022-06-01-forum], decision: not-same")
    assert {e.id for e in events_of(apart, *forums)} == {"forum", "rur-2022-06-01-forum"}
    shown = {r.id: release_record(r, apart)["events"][0]["event"] for r in apart.releases}
    assert shown["rur/2022-06-01-forum"] == "rur-2022-06-01-forum"


def test_the_date_that_is_right(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    matters = [m for m in agenda(assemble(record)) if m.question == "datings"]
    (matter,) = matters
    place = [m.question for m in agenda(assemble(record))].index("datings")
    answer(record, monkeypatch, *["s"] * place, "2 As printed.", "q")
    corpus = assemble(record)
    (event,) = [e for e in corpus.events if e.id == matter.about[0]]
    assert event.when and event.when.edtf == matter.choices[1].value and len(event.datings) == 2
    assert "datings" not in asked(record)
    assert "event-redated" not in {p.code for p in corpus.problems}


def test_two_offices_on_one_day_become_a_correction(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("2022-06-02-forum", "2022-06-01-forum"):
        path = record / "seeds" / "rur" / f"{name}.txt"
        path.write_text(path.read_text().replace("28 May 2022", "31 May 2022"), "utf-8")
    (record / "docs" / "authority" / "officials.yml").write_text(OFFICIALS + "\n" + ROE, "utf-8")
    place = [m.question for m in agenda(assemble(record))].index("offices")
    assert answer(record, monkeypatch, *["s"] * place, "2", "q", date="") == 1
    assert read(record, "corrections") == read(record, "decisions") == ""  # a correction needs its day
    answer(record, monkeypatch, *["s"] * place, "2", "q")
    corpus = assemble(record)
    (correction,) = corpus.authority.corrections
    assert (correction.release, correction.of) == ("rur/2022-06-01-forum", "Jana Roe")
    (release,) = [r for r in corpus.releases if r.id == correction.release]
    (roe,) = [a for a in release.people.officials if a.official == "jana-roe"]
    assert [(o.value.title, o.status) for o in roe.offices] == [("Minister of Foreign Affairs", "editor")]
    assert "offices" not in asked(record)


# --- whole or not at all -------------------------------------------------------------------------


def test_a_broken_file_is_not_written(
    record: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = record / "docs" / "authority" / "officials.yml"
    path.write_text(OFFICIALS + '\n- id: roe\n  name: "Roe\n', "utf-8")
    before = path.read_bytes()
    answer(record, monkeypatch, "y", "q")
    assert path.read_bytes() == before and "cannot be read to its end" in capsys.readouterr().out


def test_what_was_broken_off_is_finished(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As after a crash between the decision and what follows from it."""
    whole = record.parent / "whole"
    shutil.copytree(record, whole)
    answer(whole, monkeypatch, "s", "1", "q")
    shutil.copy(whole / "docs" / "authority" / "decisions.yml", record / "docs" / "authority")
    answer(record, monkeypatch, "q")
    assert files(record) == files(whole)


@pytest.mark.parametrize("seed", range(int(os.environ.get("GAZETTE_KILLS", "2"))))
def test_killed_at_any_moment(
    record: Path, seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After kill -9 every file is whole, and the same answers end in the same bytes."""
    command = [sys.executable, "-m", "gazette", "review", "--date", "2026-11-26", "--record"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    typed = "y\n1\n" + "s\n" * 9
    whole = tmp_path / "whole"
    shutil.copytree(record, whole)
    started = time.monotonic()
    subprocess.run([*command, str(whole)], input=typed, text=True, capture_output=True, env=environment)
    took = time.monotonic() - started
    process = subprocess.Popen(
        [*command, str(record)], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, env=environment, text=True
    )
    assert process.stdin
    process.stdin.write(typed)
    process.stdin.close()
    time.sleep(took * random.Random(seed).uniform(0.3, 1))
    process.send_signal(signal.SIGKILL)
    process.wait()
    known = load_authority(record / "docs" / "authority")
    assert [p for p in known.problems if p.severity == "error"] == []
    answer(record, monkeypatch, "q")  # finishes what was broken off
    left = [m.about[0] for m in agenda(assemble(record)) if m.question == "official"]
    answer(record, monkeypatch, *("y" if id == "provisional-jana-roe" else "1" for id in left), "q")
    assert {name: held for name, held in files(record).items() if name[0] != "."} == files(whole)


def test_an_interrupt_ends_quietly(
    record: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt() -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.stdin, "readline", interrupt, raising=False)
    assert main(["review", "--record", str(record)]) == 1
    assert "what was answered is written" in capsys.readouterr().out


# --- what matches nothing ------------------------------------------------------------------------

KNOWN = {
    "officials": OFFICIALS + "  variants: [J. Doe, John Doee]\n",
    "topics": "- id: ports\n  name: Ports\n  cues: [harbour, dredg*, ^Port + sea]\n"
    "  near_misses: [harbour forum, safe harbour]\n",
    "terms": "- id: accord\n  name: Accord\n  wordings: [lasting accord, took place]\n",
    "events": "- id: forum\n  title: 2nd Harbour Forum\n  series: Harbour Forum\n  ordinal: 2\n"
    "- id: congress\n  title: Congress of Zenda\n  when: 1999-01-01\n  variants: [Zenda Congress]\n",
    "corrections": "- {release: rur/2022-05-05-talks, field: title, value: A, date: 2026-01-01, note: n}\n"
    "- {release: rur/2022-05-05-talks, field: title, value: Minister Roe Meets Ambassador Doe}\n"
    "- {release: rur/none, field: title, value: A}\n",
    "decisions": "- {question: person, about: [doe-john, provisional-x], decision: not-same}\n"
    "- {question: event, about: [rur-2022-05-05-talks, rur-2022-05-06-call], decision: same}\n"
    "- {question: event, about: [rur-2022-05-06-call, rur-2022-05-05-talks], decision: not-same}\n",
}


def test_unused_names_file_line_and_words(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = record / "docs" / "authority"
    for name, text in KNOWN.items():
        (folder / f"{name}.yml").write_text(text, "utf-8")
    found = {
        (u.file, u.line, u.what, u.words.partition(" (")[0])
        for u in unused(assemble(record), load_entry_lines(folder))
    }
    assert found == {
        ("officials", 6, "variant", "J. Doe"),
        ("topics", 3, "cue", "dredg*"),
        ("topics", 3, "cue", "^Port + sea"),
        ("topics", 3, "cue", "harbour"),  # wherever it stands a near miss hides it
        ("topics", 4, "near miss", "safe harbour"),
        ("terms", 3, "wording", "lasting accord"),
        ("events", 5, "event", "Congress of Zenda"),
        ("events", 8, "variant", "Zenda Congress"),
        ("corrections", 1, "correction", "title of rur/2022-05-05-talks: line 2 wins"),
        ("corrections", 2, "correction", "title of rur/2022-05-05-talks: the text is read so without it"),
        ("corrections", 3, "correction", "title of rur/none: has no effect"),
        ("decisions", 1, "decision", "person doe-john provisional-x: not-same: not in the record"),
        (
            "decisions",
            2,
            "decision",
            "event rur-2022-05-05-talks rur-2022-05-06-call: same: a later one overrules it",
        ),
    }
    assert main(["unused", "topics.yml", "--record", str(record)]) == 0
    out = capsys.readouterr().out
    assert "docs/authority/topics.yml:3: cue: dredg* (ports)" in out and "unused: 4 in topics.yml" in out
    assert main(["unused", "toipcs", "--record", str(record)]) == 2
