"""Which accounts tell of the same event.

Enters: `Telling`s of all releases, the authority. Leaves: groups of them, one for each event.
Two accounts are of one event where the editors say so; where series and ordinal agree ("13th ASEM Summit",
however it is dated); or where type, day and at least two participants agree. A date alone never unites.
Must not be known here: texts, pages. The order in which tellings come in does not matter, and no telling is
compared with all others: each rule sorts them into small buckets first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType
from typing import NamedTuple

from gazette.authority import rulings
from gazette.model import Account, Authority, Telling, When
from gazette.remembering import Forgetful, Remembered
from gazette.vocabulary.events import FAMILIES, GENERIC_SERIES_WORDS, SINGULAR_WORDS

PARTICIPANTS = 8
"""So many of the first participants are looked at: a list of forty guests says nothing of who met."""

OPEN = 8
"""So many events are kept in mind while a bucket is read in the order of dates."""


def same_event(a: Telling, b: Telling, records: Mapping[str, str] = MappingProxyType({})) -> bool | None:
    """Whether two accounts tell of one event; None where they do not say enough.

    Of one release, two accounts are one event only where the editors, or series and ordinal, say so.
    `records`: what `unite_records` gives; ids that it does not hold stand for themselves.
    """
    one, other = a.account, b.account
    if one.event and other.event:
        return records.get(one.event, one.event) == records.get(other.event, other.event)
    if one.series and one.series == other.series and one.ordinal and other.ordinal:
        if one.ordinal != other.ordinal:
            return False
        if is_proper(one.series) or together(one, other) or dates_meet(one, other):
            return True
    if a.release == b.release:
        return False
    return next((verdict for rule in PAIR_RULES if (verdict := rule(one, other)) is not None), None)


# --- what speaks for one event, and against it ---------------------------------------------------


def other_days(a: Account, b: Account) -> bool | None:
    """Two dates that cannot be the same: not one event."""
    return False if a.when and b.when and not dates_meet(a, b) else None


def same_series(a: Account, b: Account) -> bool | None:
    """One name and one time: "the ASEAN-Japan Summit in November 2023" and "… on 17 November 2023".

    Without dates only a name that can be borne once ("Commemorative Summit") unites.
    """
    if not a.series or a.series != b.series:
        return None
    if a.when and b.when:
        return True if fine(a) >= 2 or fine(b) >= 2 or a.when.value == b.when.value else None
    return True if SINGULAR_WORDS & set(a.series.split()) else None


def same_title(a: Account, b: Account) -> bool | None:
    """A name of its own and one date: "Five-Point Consensus", 24 April 2021.

    "Paris Peace Agreement", 1991.
    """
    if (
        a.when
        and b.when
        and a.when.value == b.when.value
        and is_name(a.title)
        and fold_title(a) == fold_title(b)
    ):
        return True
    return None


def same_people(a: Account, b: Account) -> bool | None:
    """One kind of encounter, one day, two of the same people; a month serves where one account has no day."""
    if family(a) != family(b) or not a.when or not b.when:
        return None
    return True if together(a, b) and min(fine(a), fine(b)) >= 2 and max(fine(a), fine(b)) == 3 else None


def same_visit(a: Account, b: Account) -> bool | None:
    """One visitor, days that overlap, one country."""
    if a.type != "visit" or b.type != "visit" or not a.when or not b.when or not a.place or not b.place:
        return None
    if fine(a) < 3 or fine(b) < 3 or not set(a.participants[:1]) & set(b.participants[:1]):
        return None
    return True if a.place.value.split(", ")[-1] == b.place.value.split(", ")[-1] else None


PAIR_RULES: tuple[Callable[[Account, Account], bool | None], ...] = (
    other_days,
    same_series,
    same_title,
    same_people,
    same_visit,
)
"""Asked in this order; the first that knows decides."""


def family(account: Account) -> str:
    """Types between which accounts of one event differ: one says "summit", the other "meeting"."""
    return FAMILIES.get(account.type, account.type)


def fine(account: Account) -> int:
    """3 for a date to the day, 2 for a month, 1 for a year or a day without year, 0 for none."""
    if account.when is None or "X" in account.when.value.start:
        return 1 if account.when else 0
    return account.when.value.start.count("-") + 1


def together(a: Account, b: Account) -> bool:
    """Whether two of the same people take part in both."""
    return len(set(a.participants[:PARTICIPANTS]) & set(b.participants[:PARTICIPANTS])) >= 2


def dates_meet(a: Account, b: Account) -> bool:
    """Whether both are dated and the dates can share a day."""
    return bool(a.when and b.when and overlap(a.when.value, b.when.value))


def overlap(a: When, b: When) -> bool:
    """Whether two dates of any precision share a day, as far as they say.

    >>> overlap(When("2023-11", "2023-11"), When("2023-11-17", "2023-11-17"))
    True
    """
    if "X" in a.start or "X" in b.start:
        return a.start[5:] == b.start[5:] and len(a.start) == len(b.start)
    return (
        a.start.rstrip("?~") <= b.end.rstrip("?~") + "~" and b.start.rstrip("?~") <= a.end.rstrip("?~") + "~"
    )


def is_proper(series: str) -> bool:
    """Whether a series is known by its name alone: "asem summit"; not "senior official consultation"."""
    return any(word not in GENERIC_SERIES_WORDS for word in series.split())


def is_name(title: str) -> bool:
    """Whether a title is a name of its own: two words with capitals or more."""
    return sum(1 for word in title.replace("-", " ").split() if word[:1].isupper()) >= 2


def fold_title(account: Account) -> str:
    """A title without case and marks."""
    return " ".join("".join(c if c.isalnum() else " " for c in account.title.casefold()).split())


# --- what editors say ----------------------------------------------------------------------------


def unite_records(authority: Authority) -> dict[str, str]:
    """Each record's id → the least of the ids that editors say are one event with it.

    Of two lines that contradict each other, `not_same_as` wins.
    """
    parents = {id: id for id in authority.events}

    def root(id: str) -> str:
        while parents[id] != id:
            id = parents[id]
        return id

    for id, record in sorted(authority.events.items()):
        for other in record.same_as:
            if (
                other not in parents
                or other in record.not_same_as
                or id in authority.events[other].not_same_as
            ):
                continue
            one, two = sorted((root(id), root(other)))
            parents[two] = one
    for id, other in rulings(authority).same_events:
        if id in parents and other in parents:
            one, two = sorted((root(id), root(other)))
            parents[two] = one
    return {id: root(id) for id in authority.events}


# --- groups --------------------------------------------------------------------------------------


def group_tellings(
    tellings: Iterable[Telling],
    authority: Authority,
    addresses: Sequence[str] = (),
    remembered: Remembered | None = None,
) -> tuple[tuple[Telling, ...], ...]:
    """The tellings by event: every telling in one group, in each group in the order of the input.

    `addresses`: of each telling, by which editors decide on it. The groups themselves do not depend on the
    order. Groups stand in the order of their first telling. `remembered` knows the tellings of the last time,
    by these addresses.
    """
    every = list(tellings)
    remembered = remembered if remembered and addresses else Forgetful()
    records = unite_records(authority)
    judged = remembered.give("judged", (records,), Judged)
    judged.begin()
    forest = Forest(every, records, judged)
    decided = rulings(authority)
    if addresses and (decided.same_events or decided.apart_events):
        forest.heed(decided.same_events, sorted(map(sorted, decided.apart_events)), addresses)
    names = addresses or range(len(every))
    signs = remembered.give_each("signs", signs_of, names, every)
    ranked = sorted(range(len(every)), key=lambda n: signs[n].rank)
    told = (telling.account.event for telling in every)
    established = [((repr(records.get(id, id)),) if id else ()) for id in told]
    for keys_of in (established, *zip(*(sign.keys for sign in signs), strict=True)):
        buckets: dict[Key, list[int]] = defaultdict(list)
        for n in ranked:
            for key in keys_of[n]:
                buckets[key].append(n)
        for key in sorted(key for key, members in buckets.items() if len(members) > 1):
            forest.join(buckets[key])
    groups: dict[int, list[Telling]] = {}
    for n, telling in enumerate(every):
        groups.setdefault(forest.root(n), []).append(telling)
    return tuple(tuple(group) for group in groups.values())


Key = str
"""What the members of a bucket share, as it is printed."""

Rank = tuple[str, int, str, str, int, int, str]


class Signs(NamedTuple):
    """What sorts a telling; of itself alone."""

    rank: Rank
    keys: tuple[tuple[Key, ...], ...]
    "By bucketing."


def signs_of(telling: Telling) -> Signs:
    """What sorts a telling."""
    keys = (tuple(map(repr, bucketing(telling.account))) for bucketing in BUCKETINGS)
    return Signs(rank(telling), tuple(keys))


def rank(telling: Telling) -> Rank:
    """A place in an order that does not depend on the input: by date, the finer first."""
    account = telling.account
    start = account.when.value.start if account.when else "~"
    place = account.evidence
    return (
        start[:4],
        -fine(account),
        start,
        telling.release,
        place.block,
        place.start,
        f"{account.type} {account.title}",
    )


class Judged:
    """Pairs of tellings that were compared, and what came of it, from one round to the next."""

    def __init__(self) -> None:
        self._last: dict[tuple[int, int], tuple[Telling, Telling, bool]] = {}
        self._now: dict[tuple[int, int], tuple[Telling, Telling, bool]] = {}
        "With the tellings themselves: as long as they are held, no others get their numbers."

    def begin(self) -> None:
        """Begin a round: what the last one did not ask for is forgotten."""
        self._last, self._now = self._now, {}

    def agree(self, one: Telling, other: Telling, records: Mapping[str, str]) -> bool:
        """Whether two tellings are of one event; `records` are the same each time."""
        pair = id(one), id(other)
        held = self._now.get(pair) or self._last.get(pair)
        if held is None:
            held = one, other, same_event(one, other, records) is True
        self._now[pair] = held
        return held[2]


class Forest:
    """Tellings on their way to groups (union and find, after Galler and Fischer)."""

    def __init__(self, tellings: Sequence[Telling], records: Mapping[str, str], judged: Judged) -> None:
        self.tellings = tellings
        self.records = records
        self.judged = judged
        self.parents = list(range(len(tellings)))
        self.releases: list[set[str]] = [{t.release} for t in tellings]
        self.known: list[str | None] = [records.get(t.account.event or "", t.account.event) for t in tellings]
        self.foes: dict[int, set[int]] = defaultdict(set)
        "Of the telling that stands for a group: tellings that editors keep apart from it."

    def heed(
        self, same: Iterable[Sequence[str]], apart: Iterable[Sequence[str]], addresses: Sequence[str]
    ) -> None:
        """Do as editors decided: keep tellings apart, then unite others, before any rule is asked."""
        named: dict[str, list[int]] = defaultdict(list)
        for n, address in enumerate(addresses):
            named[address].append(n)
            if (event := self.tellings[n].account.event) and event != address:
                named[event].append(n)
        for one, two in apart:
            for a in named.get(one, ()):
                self.foes[a].update(n for n in named.get(two, ()) if n != a)
            for b in named.get(two, ()):
                self.foes[b].update(n for n in named.get(one, ()) if n != b)
        for one, two in same:
            tellings = [*named.get(one, ()), *named.get(two, ())]
            for n in tellings[1:]:
                self.merge(self.root(tellings[0]), self.root(n))

    def root(self, n: int) -> int:
        """The telling that stands for the group of another."""
        while self.parents[n] != n:
            self.parents[n] = self.parents[self.parents[n]]
            n = self.parents[n]
        return n

    def join(self, bucket: Sequence[int]) -> None:
        """Unite those of a bucket that tell of one event, each compared with the last few events only.

        A telling without a day that would fit two events fits neither.
        """
        open_events: list[int] = []
        for n in bucket:
            agreed = [other for other in reversed(open_events) if self.agree(n, other)]
            vague = fine(self.tellings[n].account) < 3
            if vague and len({self.root(other) for other in agreed}) > 1:
                continue
            if not any(self.root(n) == self.root(other) or self.unite(n, other) for other in agreed):
                open_events.append(n)
                del open_events[:-OPEN]

    def agree(self, n: int, other: int) -> bool:
        """Whether two tellings are of one event."""
        return self.judged.agree(self.tellings[n], self.tellings[other], self.records)

    def unite(self, n: int, other: int) -> bool:
        """Join two groups, but never two established events, nor two events of one release."""
        a, b = self.root(n), self.root(other)
        one, two = self.tellings[n].account, self.tellings[other].account
        numbered = one.series == two.series and one.ordinal is not None and one.ordinal == two.ordinal
        if self.releases[a] & self.releases[b] and not numbered and not self.known[a]:
            return False
        return self.merge(a, b)

    def merge(self, a: int, b: int) -> bool:
        """Make one group of two, unless they are two established events or an editor keeps them apart."""
        if self.known[a] and self.known[b] and self.known[a] != self.known[b]:
            return False
        if any(self.root(n) == b for n in self.foes.get(a, ())):
            return False
        if a != b:
            root = min(a, b)
            self.parents[max(a, b)] = root
            self.releases[root] = self.releases[a] | self.releases[b]
            self.known[root] = self.known[a] or self.known[b]
            if self.foes:
                self.foes[root] = self.foes.get(a, set()) | self.foes.get(b, set())
        return True


def by_number(account: Account) -> Iterator[object]:
    """Accounts with one series and ordinal, however they are dated."""
    if account.series and account.ordinal:
        yield account.series, account.ordinal


def by_series(account: Account) -> Iterator[object]:
    """Accounts of one series in one year."""
    if account.series:
        yield account.series, account.when.value.start[:4] if account.when else ""


def by_title(account: Account) -> Iterator[object]:
    """Accounts with one name and date."""
    if account.when and is_name(account.title):
        yield fold_title(account), account.when.value.edtf


def by_people(account: Account) -> Iterator[object]:
    """Accounts of one kind of encounter in one month, once for each pair of people."""
    if account.when and fine(account) >= 2:
        month = account.when.value.start[:7]
        for pair in combinations(sorted(account.participants[:PARTICIPANTS]), 2):
            yield family(account), month, pair


def by_visitor(account: Account) -> Iterator[object]:
    """Accounts of visits by one person in one month."""
    if account.type == "visit" and account.when and fine(account) == 3 and account.participants:
        yield account.participants[0], account.when.value.start[:7]


BUCKETINGS: tuple[Callable[[Account], Iterator[object]], ...] = (
    by_number,
    by_series,
    by_title,
    by_people,
    by_visitor,
)
"""How tellings are sorted into small buckets, the surest first, but for those of established events."""
