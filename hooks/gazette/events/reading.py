"""The accounts of a release: main event, side events, events referred to.

Enters and leaves: see the package. This is the pipeline on one screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gazette.events.beside import tell_side
from gazette.events.dating import has_year
from gazette.events.known import find_known_event
from gazette.events.principal import find_principal
from gazette.events.setting import read_setting
from gazette.events.telling import tell_dated, tell_main, tell_named
from gazette.model import Account, Anatomy, Authority, Imprint, People, Problem, RawRelease


def read_events(
    raw: RawRelease, anatomy: Anatomy, imprint: Imprint, people: People, authority: Authority
) -> tuple[tuple[Account, ...], tuple[Problem, ...]]:
    """All events of a release, the main one first, and what is doubtful about them."""
    setting = read_setting(anatomy, imprint, people)
    main = find_principal(
        setting.title, setting.front, setting.sentences, setting.dated, setting.kind, setting.issue
    )
    accounts: list[Account] = []
    if main is not None:
        accounts.append(tell_main(setting, main))
        accounts += tell_dated(setting, main)
        accounts += tell_side(setting, main)
    accounts += tell_named(setting)
    known = tuple(name_known(account, authority) for account in fold_accounts(accounts))
    return known, find_doubts(raw, anatomy, known)


def name_known(account: Account, authority: Authority) -> Account:
    """An account with the event of the authority file that it tells of, where there is one."""
    known = find_known_event(account, authority)
    return replace(account, event=known) if known else account


COMPARED = 12
"""An account is compared with so many before it that have the series, or the type and day, in common."""


def fold_accounts(accounts: Sequence[Account]) -> list[Account]:
    """Each event of a release once: a second telling of one series, or of one type and day, is dropped.

    What is left out lends the first telling the date, place or people that it lacks; its sentence stays.
    """
    kept: list[Account] = []
    buckets: dict[tuple[str, ...], list[int]] = {}
    for account in accounts:
        keys = list(bucket_keys(account))
        near = sorted({n for key in keys for n in buckets.get(key, ())})
        twin = next(
            (n for n in near if is_twin(kept[n], account) or is_nameless_twin(kept[n], account)), None
        )
        if twin is None:
            for key in keys:
                if len(buckets.setdefault(key, [])) < COMPARED:
                    buckets[key].append(len(kept))
            kept.append(account)
        else:
            kept[twin] = lend(kept[twin], account)
    return kept


def lend(first: Account, account: Account) -> Account:
    """The first telling with the date, place or people of another, where it has none of its own."""
    when, place = first.when or account.when, first.place or account.place
    participants = first.participants or account.participants
    if (when, place, participants) == (first.when, first.place, first.participants):
        return first
    return replace(first, when=when, place=place, participants=participants)


def bucket_keys(account: Account) -> Iterator[tuple[str, ...]]:
    """Where the twins of an account lie: by the last words of its series, by type and date, by date."""
    if account.series:
        yield ("series", *account.series.split()[-2:])
    if account.when:
        yield "type", account.type, account.when.value.edtf
        if account.role == "principal" or account.type == "occasion":
            yield "date", account.when.value.edtf


def is_nameless_twin(kept: Account, account: Account) -> bool:
    """Whether a day without cue repeats that of an account before it.

    The same sentence in another language.
    """
    return account.type == "occasion" and bool(
        kept.when and account.when and kept.when.value == account.when.value and kept.role == "principal"
    )


def is_twin(a: Account, b: Account) -> bool:
    """Whether two accounts of one release tell of one event."""
    if a.series and a.series == b.series:
        if a.ordinal != b.ordinal and a.ordinal is not None and b.ordinal is not None:
            return False
        if a.when is None and a.role == "principal" and a.ordinal is None:
            return b.when is None  # last year's meeting of a series does not date this one
        return a.when is None or b.when is None or a.when.value == b.when.value
    if b.series and b.when is None:
        return bool(
            a.series
            and (a.series.endswith(b.series) or b.series.endswith(a.series))
            and a.ordinal in (None, b.ordinal)
        )
    if a.when is None or b.when is None or a.when.value != b.when.value:
        return False
    return a.type == b.type and (
        not b.participants or not a.participants or bool(set(a.participants) & set(b.participants))
    )


def find_doubts(raw: RawRelease, anatomy: Anatomy, accounts: Sequence[Account]) -> tuple[Problem, ...]:
    """A notice where the main event's day is known but not its year."""
    first = next((a for a in accounts if a.role == "principal"), None)
    if first is None or first.when is None or has_year(first.when.value):
        return ()
    line = anatomy.blocks[first.evidence.block].line
    return (
        Problem(
            raw.path,
            line,
            "event-year-unknown",
            "notice",
            f"the text dates the event {first.when.value.start} and gives no year",
            f"give the event a record with `when:` in docs/authority/events.yml: {first.title}",
        ),
    )
