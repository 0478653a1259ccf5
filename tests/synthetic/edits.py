"""Random edits of a record folder: what an editor may do between two builds.

Enters: the root of a record (see `record`), a chance. Leaves: the folder changed by one edit, and a line
that says what was done. Every edit leaves a record that can be built; the same chance on the same folder
makes the same edit. It is for the property that a build after an edit equals a build from nothing.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from synthetic import days
from synthetic.corpus import compose

MONTHS = "|".join(days.MONTHS)
DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)? ({MONTHS}) (\d{{4}})\b", re.I)
MONTH_FIRST = re.compile(rf"\b({MONTHS}) (\d{{1,2}}), (\d{{4}})\b", re.I)
ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
REMARK = "The two sides also recalled their talks on the rice trade and on port development, remark {}."


def edit(root: Path, rng: random.Random) -> str:
    """Make one edit of any kind that can be made here; returns what was done, with the path."""
    kinds = list(EDITS)
    rng.shuffle(kinds)
    # Adding and changing can always be done; the others need something that fits.
    for kind in (*kinds, add_release):
        done = kind(root, rng)
        if done:
            return f"{kind.__name__.replace('_', ' ')}: {done}"
    raise RuntimeError(f"nothing could be edited below {root}")


def texts(root: Path) -> list[Path]:
    """Raw releases in UTF-8 that say something, in the order of their paths."""
    found = []
    for path in sorted(root.glob("seeds/*/*.txt")):
        try:
            text = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            continue
        if text.strip():
            found.append(path)
    return found


def read(path: Path) -> str:
    """A file as it is, line ends included."""
    return path.read_bytes().decode("utf-8")


def write(path: Path, text: str) -> None:
    """A file as it is to be, line ends included."""
    path.write_bytes(text.encode("utf-8"))


def name(root: Path, path: Path) -> str:
    """Path below the root."""
    return path.relative_to(root).as_posix()


# --- releases ------------------------------------------------------------------------------------


def add_release(root: Path, rng: random.Random) -> str:
    """One more release, of a house that may be new to the record."""
    number = rng.randrange(1_000_000)
    release = list(compose(rng.randrange(1, 12), number))[-1]
    path = (root / release.path).with_stem(f"{Path(release.path).stem}-added-{number}")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(release.content)
    return name(root, path)


def delete_release(root: Path, rng: random.Random) -> str:
    """A release less, while there are at least three."""
    found = texts(root)
    if len(found) < 3:
        return ""
    path = rng.choice(found)
    path.unlink()
    if not any(path.parent.iterdir()):
        path.parent.rmdir()
    return name(root, path)


def rename_release(root: Path, rng: random.Random) -> str:
    """The same text under another address."""
    found = texts(root)
    if not found:
        return ""
    path = rng.choice(found)
    target = path.with_stem(f"{path.stem[:60]}-moved-{rng.randrange(10_000)}")
    path.rename(target)
    return f"{name(root, path)} → {target.name}"


def change_text(root: Path, rng: random.Random) -> str:
    """A sentence more in a paragraph of the body."""
    found = texts(root)
    if not found:
        return ""
    path = rng.choice(found)
    text = read(path)
    ends = [match.end() for match in re.finditer(r"[a-z]{3}\.(?=\r?\n)", text)]
    if not ends:
        return ""
    place = rng.choice(ends)
    write(path, f"{text[:place]} {REMARK.format(rng.randrange(1000))}{text[place:]}")
    return name(root, path)


def retitle_release(root: Path, rng: random.Random) -> str:
    """Another title, by a line of front matter as an editor writes it."""
    return set_front_matter(root, rng, "title", f"Talks on rice and ports, number {rng.randrange(10_000)}")


def redate_by_editor(root: Path, rng: random.Random) -> str:
    """Another day of issue, by a line of front matter."""
    day = date(2001, 1, 1) + timedelta(days=rng.randrange(9000))
    return set_front_matter(root, rng, "issued", day.isoformat())


def redate_release(root: Path, rng: random.Random) -> str:
    """Another year in the text itself, wherever a whole date of that year stands."""
    found = texts(root)
    if not found:
        return ""
    path = rng.choice(found)
    text = read(path)
    match = DAY_FIRST.search(text) or MONTH_FIRST.search(text) or ISO.search(text)
    if not match:
        return ""
    year = re.search(r"\d{4}", match[0])
    assert year
    other = str(int(year[0]) - rng.choice((1, 2, 3)))
    for form in (DAY_FIRST, MONTH_FIRST, ISO):
        text = form.sub(lambda date: re.sub(rf"\b{year[0]}\b", other, date[0]), text)
    # 29 February may not be there in another year.
    text = re.sub(rf"\b29 (February {other})\b", r"28 \1", text)
    text = re.sub(rf"\b(February )29(, {other})\b", r"\g<1>28\2", text)
    text = text.replace(f"{other}-02-29", f"{other}-02-28")
    write(path, text)
    return f"{name(root, path)}: {year[0]} → {other}"


def set_front_matter(root: Path, rng: random.Random, key: str, value: str) -> str:
    """Set one key of the front matter of a release; begins a front matter where there is none."""
    found = [path for path in texts(root) if not read(path).startswith("\ufeff")]
    if not found:
        return ""
    path = rng.choice(found)
    text = read(path)
    line = f'{key}: "{value}"\n'
    head = re.match(r"---\n(.*?)^---\n", text, re.S | re.M)
    if head:
        kept = re.sub(rf"^{key}:.*\n", "", head[1], flags=re.M)
        text = f"---\n{kept}{line}---\n{text[head.end() :]}"
    else:
        text = f"---\n{line}---\n{text}"
    write(path, text)
    return f"{name(root, path)}: {line.strip()}"


# --- what editors know ---------------------------------------------------------------------------


def records(text: str) -> list[tuple[int, int]]:
    """Places of the records of an authority file: from "- id:" to the next or the end."""
    starts = [match.start() for match in re.finditer(r"^- id: ", text, re.M)]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def change_person(root: Path, rng: random.Random) -> str:
    """An official's note, sort name or days of office; mostly of somebody whom the releases name."""
    path = root / "docs" / "authority" / "officials.yml"
    text = read(path)
    found = records(text)
    ours = [place for place in found if "-of-the-record" in text[slice(*place)].split("\n")[0]]
    if not found:
        return ""
    start, end = rng.choice(ours if ours and rng.random() < 0.8 else found)
    record = text[start:end].rstrip("\n")
    rest = text[start + len(record) :]
    id = record.split("\n")[0].removeprefix("- id: ")
    turn = rng.randrange(1000)
    since = re.search(r"\bsince: (\d{4})", record)
    what = rng.choice(("note", "sort_name", "since" if since else "note"))
    if what == "since" and since:
        record = f"{record[: since.start(1)]}{int(since[1]) - 1}{record[since.end(1) :]}"
    else:
        value = f"Remark {turn}." if what == "note" else f"Xu{turn}, {id}"
        record = re.sub(rf"^  {what}:.*(?:\n    .*)*\n?", "", record, flags=re.M).rstrip("\n")
        record += f"\n  {what}: {value}"
    write(path, text[:start] + record + rest)
    return f"{id}: {what} {turn}"


def drop_person(root: Path, rng: random.Random) -> str:
    """A synthetic official less: those who are named become provisional again."""
    path = root / "docs" / "authority" / "officials.yml"
    text = read(path)
    ours = [place for place in records(text) if "-of-the-record" in text[slice(*place)].split("\n")[0]]
    if not ours:
        return ""
    start, end = rng.choice(ours)
    write(path, text[:start] + text[end:])
    return text[start:end].split("\n")[0].removeprefix("- id: ")


def add_topic(root: Path, rng: random.Random) -> str:
    """A new topic with cues that stand in many releases."""
    path = root / "docs" / "authority" / "topics.yml"
    number = rng.randrange(100_000)
    cue = rng.choice(("bypass", "hectares", "cashew nuts", "laboratory", "monastery", "compan*", "customs"))
    record = (
        f"\n- id: added-topic-{number}\n  name: Added topic {number}\n"
        f"  scope_note: Made by an edit.\n  cues:\n    - {cue}\n"
    )
    write(path, read(path).rstrip("\n") + "\n" + record)
    return f"added-topic-{number} ({cue})"


def change_topic(root: Path, rng: random.Random) -> str:
    """Another name of a topic."""
    return rename_record(root, rng, "topics")


def rename_record(root: Path, rng: random.Random, file: str) -> str:
    """Another name in a record of an authority file."""
    path = root / "docs" / "authority" / f"{file}.yml"
    text = read(path)
    names = list(re.finditer(r"^  name: (.+)$", text, re.M))
    if not names:
        return ""
    chosen = rng.choice(names)
    renamed = f"{chosen[1].split(' (')[0]} ({rng.randrange(1000)})"
    write(path, f"{text[: chosen.start(1)]}{renamed}{text[chosen.end(1) :]}")
    return f"{chosen[1]} → {renamed}"


def change_cues(root: Path, rng: random.Random) -> str:
    """A cue of a topic less, or one more at its head."""
    path = root / "docs" / "authority" / "topics.yml"
    text = read(path)
    lists = list(re.finditer(r"^  cues:\n((?:    - .+\n)+)", text, re.M))
    if not lists:
        return ""
    chosen = rng.choice(lists)
    cues = chosen[1].splitlines(keepends=True)
    cue = rng.choice(("orchard", "~talks", "delegat*", "rice"))
    changed = cues[1:] if len(cues) > 1 and rng.random() < 0.5 else [f"    - {cue}\n", *cues]
    write(path, text[: chosen.start(1)] + "".join(changed) + text[chosen.end(1) :])
    return f"{cues[0].strip()} → {changed[0].strip()}"


def change_term(root: Path, rng: random.Random) -> str:
    """A wording more of a term."""
    wording = rng.choice(("rice trade", "port development", "mutual trust", "close cooperation"))
    return add_to_list(root, rng, "terms", "wordings", wording)


def change_office(root: Path, rng: random.Random) -> str:
    """Another title of an office."""
    title = rng.choice(("Minister of Trade", "Envoy", "Minister of the Interior", "Governor"))
    return add_to_list(root, rng, "offices", "variants", title)


def add_to_list(root: Path, rng: random.Random, file: str, key: str, words: str) -> str:
    """Words at the head of a list that stands on one line."""
    path = root / "docs" / "authority" / f"{file}.yml"
    text = read(path)
    places = [match.end() for match in re.finditer(rf"^  {key}: \[", text, re.M)]
    if not places:
        return ""
    place = rng.choice(places)
    write(path, f"{text[:place]}{words}, {text[place:]}")
    return f"{file}.yml: {words}"


def change_body(root: Path, rng: random.Random) -> str:
    """Another name of a body."""
    return rename_record(root, rng, "bodies")


def add_event(root: Path, rng: random.Random) -> str:
    """An event that editors establish, by a name that stands in a release where there is one."""
    found = texts(root)
    if not found:
        return ""
    name = re.search(r"\b\d+(?:st|nd|rd|th) (?:[A-Z][a-z]+(?: |\b)){2,5}", read(rng.choice(found)))
    number = rng.randrange(100_000)
    title = name[0].strip() if name else "Bilateral meeting"
    path = root / "docs" / "authority" / "events.yml"
    record = f"- id: added-event-{number}\n  title: {title}\n  note: Added by an edit.\n"
    write(path, f"{read(path).rstrip()}\n\n{record}")
    return f"added-event-{number} ({title})"


def decide(root: Path, rng: random.Random) -> str:
    """A decision that two people or two events of the authority are not one."""
    file, question = rng.choice((("officials", "person"), ("events", "event")))
    ids = re.findall(r"^- id: (\S+)", read(root / "docs" / "authority" / f"{file}.yml"), re.M)
    if len(ids) < 2:
        return ""
    one, other = rng.sample(ids, 2)
    path = root / "docs" / "authority" / "decisions.yml"
    record = f"- question: {question}\n  about: [{one}, {other}]\n  decision: not-same\n  date: 2026-11-26\n"
    write(path, f"{read(path).rstrip()}\n\n{record}")
    return f"{one} and {other} are not the same {question}"


def register_release(root: Path, rng: random.Random) -> str:
    """An accession more, at either end of the register: at its head the lines of all others move."""
    path = root / "docs" / "authority" / "accessions.yml"
    text = read(path) if path.is_file() else ""
    new = [one for one in texts(root) if f"- seed: {seed_of(root, one)}\n" not in text]
    if not new:
        return ""
    chosen = rng.choice(new)
    digest = hashlib.sha256(chosen.read_bytes()).hexdigest()
    body = rng.choice(("", "  body: mfaic\n"))
    record = (
        f"- seed: {seed_of(root, chosen)}\n  received_name: {chosen.name}\n  sha256: {digest}\n{body}"
        f"  source: By letter {rng.randrange(1000)}.\n  rights: Rights stay with the issuing body.\n"
    )
    write(path, text.rstrip("\n") + f"\n\n{record}" if rng.random() < 0.5 else f"{record}\n{text}")
    return seed_of(root, chosen)


def correct_release(root: Path, rng: random.Random) -> str:
    """A correction more, or the last one less."""
    path = root / "docs" / "authority" / "corrections.yml"
    text = read(path) if path.is_file() else ""
    last = text.rfind("\n- release: ")
    if last >= 0 and rng.random() < 0.3:
        write(path, text[: last + 1])
        return "the last one out"
    found = texts(root)
    if not found:
        return ""
    release = seed_of(root, rng.choice(found)).removesuffix(".txt")
    field, value = rng.choice((("title", f"Corrected {rng.randrange(1000)}"), ("issued", "2021-02-03")))
    record = f"- release: {release}\n  field: {field}\n  value: {value}\n  date: 2026-11-26\n"
    write(path, (text.rstrip("\n") + "\n\n" if text.strip() else "") + record)
    return f"{release}: {field} {value}"


def seed_of(root: Path, path: Path) -> str:
    """Path below seeds/."""
    return path.relative_to(root / "seeds").as_posix()


# --- the theme -----------------------------------------------------------------------------------


def change_template(root: Path, rng: random.Random) -> str:
    """A comment more in the template of every page."""
    path = root / "docs" / "overrides" / "main.html"
    text = re.sub(r"\n<!-- edit \d+ -->", "", read(path))
    number = rng.randrange(100_000)
    mark = re.search(r"{%-? *block content *-?%}", text) or re.search(r"{%-? *block \w+ *-?%}", text)
    if not mark:
        return ""
    write(path, f"{text[: mark.end()]}\n<!-- edit {number} -->{text[mark.end() :]}")
    return f"docs/overrides/main.html: edit {number}"


def change_style(root: Path, rng: random.Random) -> str:
    """A rule more in the style sheet."""
    path = root / "docs" / "assets" / "record.css"
    number = rng.randrange(100_000)
    write(path, f"{read(path).rstrip()}\n.edit-{number} {{ color: inherit; }}\n")
    return f"docs/assets/record.css: edit {number}"


def change_written_page(root: Path, rng: random.Random) -> str:
    """A sentence more on a page that a person wrote."""
    path = root / "docs" / "about.md"
    number = rng.randrange(100_000)
    write(path, f"{read(path).rstrip()}\n\nRemark {number}.\n")
    return f"docs/about.md: remark {number}"


EDITS: tuple[Callable[[Path, random.Random], str], ...] = (
    add_release,
    delete_release,
    rename_release,
    change_text,
    retitle_release,
    redate_by_editor,
    redate_release,
    change_person,
    drop_person,
    add_topic,
    change_topic,
    change_cues,
    change_term,
    change_office,
    change_body,
    add_event,
    decide,
    register_release,
    correct_release,
    change_template,
    change_style,
    change_written_page,
)
"""Every kind of edit; each returns what it did, or nothing where it could do nothing."""
