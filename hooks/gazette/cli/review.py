"""`gazette review`: the open questions one at a time, each with its sentences, and the answers written down.

Enters: the record's root; lines that an editor types, or a script sends. Leaves: words; decisions in the
authority files, each whole before the next question is put. Without more lines the rest stays open.
Must not be known here: how questions arise, how an answer is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from gazette.apparatus import Choice, Matter, agenda, sentence_of
from gazette.assemble import assemble
from gazette.cli.appending import NotAppended
from gazette.cli.deciding import decide, finish
from gazette.model import Corpus, Release

Read = Callable[[], str]
"""The next line that was typed; '' where there is none any more."""

Say = Callable[[str], None]

SKIP, QUIT = "s", "q"


def list_matters(root: Path) -> list[str]:
    """Every open question with its sentences and answers."""
    corpus = assemble(root)
    matters = agenda(corpus)
    return [ask_words(corpus, m, f"{n}/{len(matters)}") for n, m in enumerate(matters, 1)]


def review(root: Path, read: Read, say: Say, date: str = "") -> int:
    """Put each question and write each answer down; gives the number of questions that stay open.

    What an answer leads to is asked when all others have been put.
    """
    corpus = assemble(root)
    for line in finish(root, corpus):
        say(f"finished what was broken off: {line}")
        corpus = assemble(root)
    put: set[tuple[object, ...]] = set()
    while matters := [m for m in agenda(corpus) if name_of(m) not in put]:
        decided = 0
        for n, matter in enumerate(matters, 1):
            put.add(name_of(matter))
            say(ask_words(corpus, matter, f"{n}/{len(matters)}"))
            answer = read_answer(matter, read, say)
            if answer is None:
                return len(agenda(assemble(root))) if decided else len(agenda(corpus))
            choice, note = answer
            if choice is None:
                continue
            try:
                for line in decide(root, corpus, matter, choice, date, note):
                    say(line)
                decided += 1
            except NotAppended as refused:
                say(str(refused))
        if not decided:
            break
        corpus = assemble(root)
    return len(agenda(corpus))


def name_of(matter: Matter) -> tuple[object, ...]:
    """By what a matter is known that was put already: who may be meant is part of it."""
    return (matter.question, frozenset(matter.about), tuple(c.value for c in matter.choices))


def read_answer(matter: Matter, read: Read, say: Say) -> tuple[Choice | None, str] | None:
    """The choice and the note behind it; None for the choice where it is skipped, None to stop."""
    while line := read():
        key, _, note = line.strip().partition(" ")
        if key == QUIT:
            return None
        if key == SKIP:
            return None, ""
        choice = next((c for c in matter.choices if c.key == key), None)
        if choice is not None:
            return choice, " ".join(note.split())
        keys = ", ".join((*(c.key for c in matter.choices), SKIP, QUIT))
        say(f"expected one of {keys}, and a note after it if you like; read {line.strip()[:40]!r}")
    return None


def ask_words(corpus: Corpus, matter: Matter, place: str) -> str:
    """A question as it is put: what is asked, what was answered before, the sentences, the answers."""
    return "\n".join(question_lines(corpus, matter, place))


def question_lines(corpus: Corpus, matter: Matter, place: str) -> Iterator[str]:
    """The lines of a question."""
    yield f"\n{place} {matter.question}: {' '.join(matter.about)}"
    yield matter.words
    if matter.decision is not None:
        decision = matter.decision
        day = f" on {decision.date}" if decision.date else ""
        note = f" ({decision.note})" if decision.note else ""
        yield f"  answered{day}: {decision.decision}{note}; the sentences have changed since then"
    releases: dict[str, Release] = {r.id: r for r in corpus.releases}
    for said in matter.testimonies:
        release = releases[said.release]
        line = release.blocks[said.evidence.block].line
        yield f"  {release.raw.path}:{line}: {said.value}"
        yield f"    “{' '.join(sentence_of(release, said.evidence).quote.split())}”"
    for choice in matter.choices:
        yield f"  {choice.key}  {choice.words}"
    yield f"  {SKIP}  skip for now   {QUIT}  quit"
