"""Personal names: preferred form, words, short forms."""

from __future__ import annotations

import doctest
from typing import Any

import pytest

from gazette import names
from support import load_cases


@pytest.mark.parametrize("case", load_cases("names"))
def test_preferred(case: dict[str, Any]) -> None:
    assert names.preferred(case["written"], case["country"]) == case["preferred"]


def test_docstrings_say_what_is() -> None:
    assert doctest.testmod(names).failed == 0


@pytest.mark.parametrize(
    ("short", "full", "fits"),
    [
        ("Kihara", "Kihara Minoru", True),
        ("Sovann", "Prak Sovann", True),
        ("Sok Chenda", "Sok Chenda Rith", True),
        ("Ferdinand Marquez", "Ferdinand Rosario Marquez", True),
        ("Yoko Kamikawa", "Kamikawa Yoko", True),
        ("Chenda", "Sok Chenda Rith", False),
        ("Kihara Seiji", "Kihara Minoru", False),
        ("Kihara Minoru Taro", "Kihara Minoru", False),
    ],
)
def test_short_forms(short: str, full: str, fits: bool) -> None:
    assert names.is_part(names.name_words(short), names.name_words(full)) is fits


def test_nicknames_need_the_same_family_name() -> None:
    joseph = names.name_words("Joseph K. Bidwell, Jr.")
    assert names.is_nickname(names.name_words("Joe Bidwell"), joseph)
    assert not names.is_nickname(names.name_words("Joe Bidell"), joseph)
    assert not names.is_nickname(names.name_words("Jill Bidwell"), joseph)


def test_an_english_given_name_is_at_home_in_many_countries() -> None:
    assert len(names.homes("Jack Sully")) > 1
    assert names.homes("Quanto Zell") == frozenset()
