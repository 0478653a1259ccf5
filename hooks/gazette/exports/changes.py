"""What changes between two states of the record, told from the lists under /data.

Enters: two `State`s, or changes that were written as JSON, by anybody. Leaves: `Changes`, as JSON and as
Markdown. Both are bounded: what is many is counted, and the first are listed. In the Markdown, what comes
from a text or a file stands in code spans alone, in which nothing is a link, a picture, a mention or markup.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from gazette.exports.records import Record

How = Literal["added", "removed", "changed"]
Facts = Mapping[str, tuple[str, ...]]
"""Field → its values, in their order; () where there is none."""

KINDS = ("releases", "officials", "offices", "events", "topics")
HOWS: tuple[How, ...] = ("added", "removed", "changed")
DATES = ("issued", "date")
"""Fields that hold dates; how many of them change is said at the head."""

FIELDS = (
    "title", "issued", "kind", "issuer", "place", "place of issue", "language", "number", "secondary source",
    "raw file", "name", "country", "standing", "variants", "body", "type", "date", "participants",
    "established", "events", "officials", "people", "offices", "holders", "topics", "terms", "paragraphs",
    "repairs", "corrections", "problems", "releases",
)  # fmt: skip
"""Every field that can change."""

MOST_LISTED = 20
"""Of one kind."""
MOST_CHANGES = 10
"""Of one entry."""
MOST_VALUES = 6
"""That a field lost or won."""
LONGEST = 160
"""Letters of one value."""
LONGEST_TEXT = 50_000
"""Letters of the Markdown; a comment on GitHub may have 65,536."""

MARK = "<!-- gazette diff -->"
"""First line of the Markdown, by which an earlier comment is found."""

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class State:
    """The lists of one state of the record, as they stand under /data."""

    releases: Sequence[Record] = ()
    officials: Sequence[Record] = ()
    offices: Sequence[Record] = ()
    events: Sequence[Record] = ()
    topics: Sequence[Record] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What a field lost and won; `more` values are not listed."""

    field: str
    gone: tuple[str, ...]
    come: tuple[str, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Changed:
    """One entry of a list that is new, gone or says something else."""

    id: str
    name: str
    how: How
    changes: tuple[Change, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Kind:
    """The changes of one list."""

    before: int = 0
    after: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    listed: tuple[Changed, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes, by kind; how many dates changed."""

    kinds: Mapping[str, Kind]
    dates: int = 0

    def is_empty(self) -> bool:
        """Whether both states say the same."""
        return not any(count for kind in self.kinds.values() for count in kind.counts.values())


class NotChanges(ValueError):
    """A value is not what `describe_changes` gives; says where."""


# --- comparing ---------------------------------------------------------------------------------------


def compare(old: State, new: State) -> Changes:
    """What the new state says otherwise. Entries without an id are passed over."""
    kinds, dates = {}, 0
    before, now = facts_by_kind(old), facts_by_kind(new)
    for name in KINDS:
        kind, dated = _compare_kind(before[name], now[name])
        kinds[name] = kind
        dates += dated
    return Changes(kinds, dates)


def _compare_kind(old: Mapping[str, Facts], new: Mapping[str, Facts]) -> tuple[Kind, int]:
    counts: Counter[str] = Counter()
    listed: list[Changed] = []
    dates = 0
    for id in sorted(old.keys() | new.keys()):
        before, now = old.get(id), new.get(id)
        if before == now:
            continue
        how: How = "changed" if before and now else "added" if now else "removed"
        changes = tuple(_field_changes(before, now)) if before and now else ()
        dates += sum(change.field in DATES for change in changes)
        counts[how] += 1
        if counts[how] <= MOST_LISTED:
            name = next(iter((now or before or {}).get("title") or (now or before or {}).get("name", ())), "")
            more = len(changes) - MOST_CHANGES
            listed.append(Changed(_short(id), _short(name), how, changes[:MOST_CHANGES], max(0, more)))
    listed.sort(key=lambda changed: HOWS.index(changed.how))
    return Kind(len(old), len(new), {how: counts[how] for how in HOWS}, tuple(listed[:MOST_LISTED])), dates


def _field_changes(before: Facts, now: Facts) -> Iterator[Change]:
    for name in FIELDS:
        old, new = before.get(name, ()), now.get(name, ())
        if old != new:
            gone, come = (
                list((Counter(old) - Counter(new)).elements()),
                list((Counter(new) - Counter(old)).elements()),
            )
            more = max(0, len(gone) - MOST_VALUES) + max(0, len(come) - MOST_VALUES)
            yield Change(
                name,
                tuple(map(_short, gone[:MOST_VALUES])),
                tuple(map(_short, come[:MOST_VALUES])),
                more,
            )


def facts_by_kind(state: State) -> dict[str, dict[str, Facts]]:
    """Kind → id → facts. Whom an office and what a topic belongs to is told by the releases."""
    holders: dict[str, list[str]] = defaultdict(list)
    held: dict[str, list[str]] = defaultdict(list)
    told: dict[str, list[str]] = defaultdict(list)
    for release in state.releases:
        for official in _records(release.get("officials")):
            told[_word(official.get("id"))].append(_word(release.get("id")))
            for office in _records(official.get("offices")):
                held[_word(official.get("id"))].append(_office(office))
                holders[_word(office.get("id"))].append(_word(official.get("name")))
        for topic in _list(release.get("topics")):
            told[f"topic {_word(topic)}"].append(_word(release.get("id")))
    return {
        "releases": _by_id(state.releases, _release),
        "officials": _by_id(
            state.officials,
            lambda one: {
                **_plain(one, "name", "country", "standing"),
                "variants": _sorted(_list(one.get("variants"))),
                "offices": _once(held[_word(one.get("id"))]),
                "releases": _once(told[_word(one.get("id"))]),
            },
        ),
        "offices": _by_id(
            state.offices,
            lambda one: {
                **_plain(one, "title", "country", "body"),
                "holders": _once(holders[_word(one.get("id"))]),
            },
        ),
        "events": _by_id(state.events, _event),
        "topics": _by_id(
            state.topics,
            lambda one: {
                **_plain(one, "name"),
                "releases": _once(told[f"topic {_word(one.get('id'))}"]),
            },
        ),
    }


def _by_id(records: Iterable[Record], describe: Callable[[Record], Facts]) -> dict[str, Facts]:
    return {_word(one["id"]): describe(one) for one in records if isinstance(one, dict) and one.get("id")}


def _release(one: Record) -> Facts:
    issuer = one.get("issuer")
    officials = _records(one.get("officials"))
    return {
        **_plain(one, "title", "issued", "kind", "place", "language", "number"),
        "place of issue": _one(one.get("place_of_issue")),
        "issuer": _one(issuer.get("name")) if isinstance(issuer, dict) else (),
        "secondary source": ("yes",) if one.get("secondary") else (),
        "raw file": _one(one.get("sha256")),
        "events": _sorted(_happening(event) for event in _records(one.get("events"))),
        "people": _sorted(_word(official.get("name")) for official in officials),
        "offices": _sorted(
            f"{_word(official.get('name'))}: {_office(office)}"
            for official in officials
            for office in _records(official.get("offices"))
        ),
        "topics": _sorted(_list(one.get("topics"))),
        "terms": _sorted(_list(one.get("terms"))),
        "paragraphs": tuple(map(_word, _list(one.get("body")))),
        "repairs": tuple(
            f"{_word(repair.get('before'))} → {_word(repair.get('after'))}"
            for repair in _records(one.get("repairs"))
        ),
        "corrections": tuple(
            f"{_word(made.get('field'))}: {_word(made.get('value'))}"
            for made in _records(one.get("corrections"))
        ),
        "problems": _sorted(
            f"{_word(found.get('code'))}: {_word(found.get('message'))}"
            for found in _records(one.get("problems"))
        ),
    }


def _event(one: Record) -> Facts:
    return {
        **_plain(one, "title", "type", "place"),
        "date": _one(_span(one)),
        "participants": _sorted(_list(one.get("participants"))),
        "established": ("yes",) if one.get("established") else (),
        "releases": _once(map(_word, _list(one.get("releases")))),
    }


def _happening(event: Record) -> str:
    words = (event.get("type"), _span(event) or "undated", event.get("place"))
    return ", ".join(filter(None, map(_word, words)))


def _span(one: Record) -> str:
    return "/".join(filter(None, (_word(one.get("start")), _word(one.get("end")))))


def _office(one: Record) -> str:
    return ", ".join(filter(None, (_word(one.get(key)) for key in ("title", "body", "country"))))


def _plain(one: Record, *keys: str) -> dict[str, tuple[str, ...]]:
    return {key: _one(one.get(key)) for key in keys}


def _one(value: object) -> tuple[str, ...]:
    word = _word(value)
    return (word,) if word else ()


def _word(value: object) -> str:
    return "" if value is None else value if isinstance(value, str) else str(value)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _records(value: object) -> list[Record]:
    return [one for one in _list(value) if isinstance(one, dict)]


def _sorted(values: Iterable[object]) -> tuple[str, ...]:
    return tuple(sorted(map(_word, values)))


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))


def _short(text: str, longest: int = LONGEST) -> str:
    """One line without signs that cannot be seen, of bounded length.

    >>> _short("a\\n b\\u202e")
    'a b<202E>'
    """
    line = " ".join(_HALF.sub("\ufffd", text[: 4 * longest]).split())
    shown = _UNSEEN.sub(lambda found: f"<{ord(found[0]):04X}>", line)
    return shown if len(shown) <= longest and len(text) <= 4 * longest else f"{shown[: longest - 1]}…"


# --- as JSON -----------------------------------------------------------------------------------------


def describe_changes(changes: Changes) -> Record:
    """The changes as plain dictionaries, for JSON."""
    return {
        "dates": changes.dates,
        **{
            name: {
                "before": kind.before,
                "after": kind.after,
                **{how: kind.counts.get(how, 0) for how in HOWS},
                "listed": [
                    {
                        "id": one.id,
                        "name": one.name,
                        "how": one.how,
                        "changes": [
                            {"field": c.field, "gone": list(c.gone), "come": list(c.come), "more": c.more}
                            for c in one.changes
                        ],
                        "more": one.more,
                    }
                    for one in kind.listed
                ],
            }
            for name, kind in changes.kinds.items()
        },
    }


def read_changes(value: object) -> Changes:
    """What `describe_changes` gave, here or at a stranger's: all is checked, and cut to its bounds."""
    whole = _mapping(value, "the file")
    return Changes(
        {name: _read_kind(_mapping(whole.get(name, {}), name), name) for name in KINDS},
        _count(whole.get("dates", 0), "dates"),
    )


def _read_kind(value: Mapping[str, Any], where: str) -> Kind:
    listed = []
    for one in _some(value.get("listed", []), MOST_LISTED, where):
        entry = _mapping(one, f"{where}.listed")
        how = entry.get("how")
        if how not in HOWS:
            raise NotChanges(f"{where}.listed: how: expected one of {', '.join(HOWS)}")
        changes = []
        for change in _some(entry.get("changes", []), MOST_CHANGES, where):
            read = _mapping(change, f"{where}.changes")
            if read.get("field") not in FIELDS:
                raise NotChanges(f"{where}.changes: field: expected one of {', '.join(FIELDS)}")
            gone, come = (
                tuple(_text(words, where) for words in _some(read.get(key, []), MOST_VALUES, where))
                for key in ("gone", "come")
            )
            changes.append(Change(str(read["field"]), gone, come, _count(read.get("more", 0), where)))
        listed.append(
            Changed(
                _text(entry.get("id", ""), where),
                _text(entry.get("name", ""), where),
                how,
                tuple(changes),
                _count(entry.get("more", 0), where),
            )
        )
    counts: dict[str, int] = {how: _count(value.get(how, 0), f"{where}.{how}") for how in HOWS}
    return Kind(
        _count(value.get("before", 0), where), _count(value.get("after", 0), where), counts, tuple(listed)
    )


def _mapping(value: object, where: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise NotChanges(f"{where}: expected keys and values")
    return value


def _some(value: object, most: int, where: str) -> list[Any]:
    if not isinstance(value, list):
        raise NotChanges(f"{where}: expected a list")
    return value[:most]


def _text(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise NotChanges(f"{where}: expected words")
    return _short(value)


def _count(value: object, where: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 10**9:
        raise NotChanges(f"{where}: expected a number")
    return value


# --- as Markdown -------------------------------------------------------------------------------------


def render_changes(changes: Changes) -> str:
    """The changes as Markdown for a comment, of bounded length."""
    lines = [MARK, "## What changes in the record", ""]
    if changes.is_empty():
        return "\n".join((*lines, "Nothing: the same releases, people, offices, events and topics.", ""))
    lines += ["| | before | now | added | removed | changed |", "|---|---:|---:|---:|---:|---:|"]
    for name, kind in changes.kinds.items():
        figures = (kind.before, kind.after, *(kind.counts.get(how, 0) for how in HOWS))
        lines.append(f"| {name} | {' | '.join(f'{figure:,}' for figure in figures)} |")
    lines += ["", f"Dates that change: {changes.dates:,}."]
    for name, kind in changes.kinds.items():
        if kind.listed:
            lines += ["", f"### {name.capitalize()}", "", *_entries(kind)]
    return _bounded(lines)


def _entries(kind: Kind) -> Iterator[str]:
    for one in kind.listed:
        name = f" · {code(one.name)}" if one.name and one.name != one.id else ""
        yield f"- {one.how} {code(one.id)}{name}"
        for change in one.changes:
            yield f"  - {change.field}: {_told(change)}"
        if one.more:
            yield f"  - … and {one.more:,} more fields"
    rest = sum(kind.counts.values()) - len(kind.listed)
    if rest > 0:
        yield f"- … and {rest:,} more"


def _told(change: Change) -> str:
    if not change.gone and not change.come:
        return "in another order"
    more = f" … and {change.more:,} more" if change.more else ""
    if len(change.gone) == len(change.come) == 1:
        return f"{code(change.gone[0])} → {code(change.come[0])}{more}"
    signs = [*(f"− {code(words)}" for words in change.gone), *(f"+ {code(words)}" for words in change.come)]
    return "; ".join(signs) + more


def code(text: str, longest: int = LONGEST) -> str:
    """Any text as a code span of Markdown of bounded length, which no sign in it can end.

    >>> code("a"), code("`@b` [c](d)")
    ('`a`', '`` `@b` [c](d) ``')
    """
    line = _short(text, longest) or " "
    fence = "`" * (max((len(run) for run in re.findall("`+", line)), default=0) + 1)
    pad = " " if line[0] in "` " or line[-1] in "` " else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def _bounded(lines: Sequence[str]) -> str:
    kept, size = [], 0
    for number, line in enumerate(lines):
        size += len(line) + 1
        if size > LONGEST_TEXT:
            kept += ["", f"… {len(lines) - number:,} more lines are left out."]
            break
        kept.append(line)
    return "\n".join((*kept, ""))
