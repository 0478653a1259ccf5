"""What editors decided of people and events, as the rest of the engine asks for it.

Enters: an `Authority`. Leaves: `Rulings`: who and what are the same, who and what are not.
Must not be known here: whether the sentences that a decision rests on still stand.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from ..model import Authority, Decision
from .lookup import once_per_authority

Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Rulings:
    """Decisions on identity; of two that contradict each other the later stands, and apart beats same."""

    same_people: tuple[tuple[str, str], ...]
    "Ids of officials, in the order of the file."
    apart_people: frozenset[Pair]
    same_events: tuple[tuple[str, str], ...]
    "Addresses of accounts or ids of events.yml."
    apart_events: frozenset[Pair]


def standing_decisions(authority: Authority) -> dict[tuple[str, frozenset[str]], Decision]:
    """The latest decision on each question, by what was asked and of whom."""
    return {(d.question, frozenset(d.about)): d for d in authority.decisions}


@once_per_authority
def rulings(authority: Authority) -> Rulings:
    """The decisions of an authority, `not_same_as` in events.yml among them."""
    same: dict[str, list[tuple[str, str]]] = {"person": [], "event": []}
    apart: dict[str, set[Pair]] = {"person": set(), "event": set()}
    for (question, about), decision in standing_decisions(authority).items():
        if question not in same:
            continue
        pairs = [tuple(sorted(pair)) for pair in combinations(sorted(about), 2)]
        if decision.decision == "same":
            same[question] += [(one, two) for one, two in pairs]
        elif decision.decision == "not-same":
            apart[question] |= {frozenset(pair) for pair in pairs}
    for record in authority.events.values():
        apart["event"] |= {
            frozenset((record.id, other)) for other in record.not_same_as if other != record.id
        }
    return Rulings(
        tuple(p for p in same["person"] if frozenset(p) not in apart["person"]),
        frozenset(apart["person"]),
        tuple(p for p in same["event"] if frozenset(p) not in apart["event"]),
        frozenset(apart["event"]),
    )
