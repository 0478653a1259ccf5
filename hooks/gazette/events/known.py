"""Which record of the authority an account tells of.

Enters: an account, the authority. Leaves: the id of an event in events.yml, or None.
Must not be known here: other accounts. A date alone never decides.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from gazette.authority import once_for_all_releases
from gazette.events.cues import fold_series, read_ordinal
from gazette.events.dating import precision
from gazette.events.folding import fold
from gazette.model import Account, Authority, EventRecord, When
from gazette.vocabulary.events import FAMILIES


class _Known(NamedTuple):
    """Records of an authority by what an account may have in common with them."""

    by_name: Mapping[str, Sequence[EventRecord]]
    by_number: Mapping[tuple[str, int | None], Sequence[EventRecord]]
    "By folded series and ordinal."
    by_person: Mapping[str, Sequence[EventRecord]]
    "Those with a type, a day and two people, which are known by these."


@once_for_all_releases
def _known(authority: Authority) -> _Known:
    by_name: dict[str, list[EventRecord]] = {}
    by_number: dict[tuple[str, int | None], list[EventRecord]] = {}
    by_person: dict[str, list[EventRecord]] = {}
    for record in authority.events.values():
        for name in names_of(record):
            by_name.setdefault(name, []).append(record)
        by_number.setdefault(number_of(record), []).append(record)
        if record.type and record.when and len(record.when) >= _DAY and len(set(record.participants)) > 1:
            for person in record.participants:
                by_person.setdefault(person, []).append(record)
    return _Known(by_name, by_number, by_person)


_DAY = 10
"Characters of a day."


def find_known_event(account: Account, authority: Authority) -> str | None:
    """The one record whose series and ordinal, name or people the account gives, if the dates agree."""
    known = _known(authority)
    likely: list[EventRecord] = []
    if account.series and account.ordinal is not None:
        likely += known.by_number.get((account.series, account.ordinal), ())
    likely += (r for r in known.by_name.get(fold(account.title), ()) if is_same_name(account, r))
    if len(account.participants) > 1 and account.when and precision(account.when.value) == 3:
        near = (r for person in account.participants for r in known.by_person.get(person, ()))
        likely += (record for record in near if is_same_people(account, record))
    found = {record.id for record in likely if dates_agree(account, record)}
    return found.pop() if len(found) == 1 else None


def may_tell_of(account: Account, record: EventRecord) -> bool:
    """Whether a record has its number, a name or one of its people in common with an account.

    Where it has none, it bears on the answer to no question about the account.
    """
    return (
        (account.series, account.ordinal) == number_of(record)
        or fold(account.title) in names_of(record)
        or shared(account, record) > 0
    )


def is_same_name(account: Account, record: EventRecord) -> bool:
    """Whether something besides the name agrees, where the account is called as the record.

    A record with a date needs an account with one: an undated "Leaders' Meeting" may be any year's.
    A name that anybody's event may have ("telephone conversation") needs two of the people, where the
    record names people, else a date on both sides. "Tides Commemorative Summit" alone is enough where the
    record has no date.
    """
    if record.when and account.when is None:
        return False
    capitals = sum(1 for word in re.split(r"[\s-]+", account.title) if word[:1].isupper())
    if capitals >= 2:
        return True
    return shared(account, record) >= 2 if record.participants else record.when is not None


def is_same_people(account: Account, record: EventRecord) -> bool:
    """Whether two people, the kind of event and the day agree."""
    if account.when is None or record.when is None or record.type is None or len(record.when) < 10:
        return False
    same_kind = FAMILIES.get(account.type, account.type) == FAMILIES.get(record.type, record.type)
    return same_kind and precision(account.when.value) == 3 and shared(account, record) >= 2


def shared(account: Account, record: EventRecord) -> int:
    """How many people are in both."""
    return len(set(account.participants) & set(record.participants))


def names_of(record: EventRecord) -> frozenset[str]:
    """The title and variants of a record, folded."""
    return frozenset(fold(name) for name in (record.title, *record.variants))


def number_of(record: EventRecord) -> tuple[str, int | None]:
    """The folded series of a record, and its ordinal."""
    if record.series:
        return fold_series(record.series) or fold(record.series), record.ordinal
    name, ordinal = read_ordinal(record.title)
    return fold_series(name) or "", ordinal


def dates_agree(account: Account, record: EventRecord) -> bool:
    """Whether the dates can be the same.

    An unknown date forbids nothing, nor does one of a numbered event.
    """
    if account.when is None or record.when is None or (account.ordinal is not None and account.series):
        return True
    start, _, end = record.when.partition("/")
    return overlap(account.when.value, When(start, end or start))


def overlap(a: When, b: When) -> bool:
    """Whether two dates of any precision can share a day.

    >>> overlap(When("2023", "2023"), When("2023-12-17", "2023-12-17"))
    True
    """
    if "X" in a.start or "X" in b.start:
        return a.start[4:] == b.start[4:] or len(a.start) != len(b.start)
    return (
        a.start.rstrip("~?") <= b.end.rstrip("~?") + "~" and b.start.rstrip("~?") <= a.end.rstrip("~?") + "~"
    )
