"""Verbs of speech in a sentence: which, in which form, and of which class.

Enters: a text. Leaves: `Verb`s. Must not be known here: who speaks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from gazette.vocabulary import speech

Form = Literal["past", "third", "plain"]


class Verb(NamedTuple):
    """A verb of speech: `text[start:end]`."""

    start: int
    end: int
    base: str
    form: Form
    manner: str
    "Class of what is said: stated, thanked, agreed, promised …"


_ORDER: tuple[Form, ...] = ("plain", "third", "past")

FORMS: Mapping[str, tuple[str, Form, str]] = {
    word: (row[2], form, manner)
    for manner, rows in speech.VERBS
    for row in rows
    for word, form in zip(reversed(row), _ORDER, strict=True)
}
"""Form of a verb → (plain form, which form it is, class)."""

_OBJECT_CLASS = {word: manner for manner, words in speech.OBJECTS for word in words}
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_OBJECT_WORDS = 7
"""So many words after a verb its object is looked for: "expressed his deep and sincere gratitude"."""
_STOPS = frozenset(["that", "to", "on", "in", "at", "from", "which", "who"])
_REFINED = frozenset(["expressed", "stressed", "praised", "discussed", "promised"])
_MEANT = frozenset(manner for manner, _ in speech.OBJECTS) - {"stated", "discussed"}
"""Classes that any verb takes from its object; "stressed the importance" stays what it is."""


def find_verbs(text: str, words: list[re.Match[str]]) -> list[Verb]:
    """The verbs of speech of a text, in order; `words` are its words.

    >>> text = "He expressed his gratitude, paid a visit and called a meeting"
    >>> [(v.base, v.manner) for v in find_verbs(text, find_words(text))]
    [('express', 'thanked')]
    """
    found = []
    has_quotation = "”" in text or '"' in text
    for place, match in enumerate(words):
        known = FORMS.get(match.group() if place else match.group().lower())
        if known is None:  # a capital within the sentence belongs to a name: "United States"
            continue
        base, form, manner = known
        needed = speech.FOLLOWED_BY.get(base)
        if (
            needed
            and not has_quotation
            and (place + 1 == len(words) or words[place + 1].group().lower() not in needed)
        ):
            continue
        object_class = class_of_object(text, words, place)
        if base in speech.LIGHT and object_class is None:
            continue
        if manner in _REFINED and object_class and (base in speech.LIGHT or object_class in _MEANT):
            manner = object_class
        if base == "call" and not is_asking(words, place) and not is_urged(text, words, place + 2):
            continue
        if manner == "stated" and text[match.end() : match.end() + 6] == " to be":
            continue
        found.append(Verb(match.start(), match.end(), base, form, manner))
    return found


def find_words(text: str) -> list[re.Match[str]]:
    """The words of a text."""
    return list(_WORD.finditer(text))


def class_of_object(text: str, words: list[re.Match[str]], place: int) -> str | None:
    """The class that the object of a verb gives: "expressed his deep gratitude" → thanked."""
    for match in words[place + 1 : place + 1 + _OBJECT_WORDS]:
        word = match.group().lower()
        if word in _STOPS:
            return None
        found = _OBJECT_CLASS.get(word)
        if found:
            return found
        if match.end() < len(text) and text[match.end()] in ",;.":
            return None
    return None


def class_of_subject(before: Sequence[re.Match[str]]) -> str | None:
    """The class that the subject of a passive gives: "deep regret was expressed" → concerned."""
    found = (_OBJECT_CLASS.get(word.group().lower()) for word in reversed(before[-5:]))
    return next((manner for manner in found if manner), None)


def is_asking(words: list[re.Match[str]], place: int) -> bool:
    """Whether "called" has "for" after it."""
    return place + 1 < len(words) and words[place + 1].group().lower() == "for"


def is_urged(text: str, words: list[re.Match[str]], place: int) -> bool:
    """Whether "called on" asks somebody to do something: "called on all parties to exercise restraint".

    Not "called on His Excellency the Prime Minister to discuss trade", which is a visit.
    """
    if place >= len(words):
        return False
    first = words[place].group()
    if first in (
        "His",
        "Her",
        "H",
        "Mr",
        "Ms",
        "Mrs",
        "Prime",
        "President",
        "Minister",
        "Foreign",
        "Samdech",
    ):
        return False
    after = [match.group().lower() for match in words[place : place + 10]]
    return "to" in after
