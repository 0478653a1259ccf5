"""Dates as written: each form with its near-miss, completion from an anchor, and what always holds."""

from __future__ import annotations

import re
from typing import Any

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from effort import must_end
from gazette.dates import complete, find_dates
from gazette.model import When
from support import load_cases

_CASES = list(load_cases("dates"))
_FORMS = [case for case in _CASES if "dates" in case.values[0]]
_COMPLETED = [case for case in _CASES if "completed" in case.values[0]]


@pytest.mark.parametrize("case", _FORMS)
def test_forms(case: Any) -> None:
    assert {m.as_written: m.when.edtf for m in find_dates(case["text"])} == case["dates"]


@pytest.mark.parametrize("case", _COMPLETED)
def test_completion(case: Any) -> None:
    mention = find_dates(case["text"])[0]
    done = complete(mention, When(case["anchor"], case["anchor"]))
    if case["completed"] is None:
        assert done == mention
    else:
        assert (done.when.edtf, done.status) == (case["completed"], "inferred")
        assert done.rule != mention.rule
    assert complete(mention, None) == mention


_WORDS = """
    16 3 31 2020 2024 1951 May March MARCH Sept. XVI th st - – to and , . ( ) : / in on since the year
    early last next this month week today yesterday Wednesday Sunday 年 月 日 令和 元
    ថ្ងៃទី១៣ ខែកុម្ភៈ ឆ្នាំ២០២៥ 10 มกราคม
    2568 USD No. people days ago in two 2O22 from between FY ’s 😀 the following day that evening Reiwa 7
    5/6/2025 13/6/2025 (17/4) B.E. พ.ย. listopada weeks' time years end of the year
"""
_PIECES = st.sampled_from(_WORDS.split())
_TEXTS = st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=14).map(" ".join))


@settings(max_examples=400, deadline=None, derandomize=True)
@given(_TEXTS, st.sampled_from(["2023-12-18", "2024-02", "1999", "XXXX-05-01", "0001-01-01", "9999-12-31"]))
def test_always(text: str, anchor: str) -> None:
    """Total; spans hold, in order and apart; every value is EDTF; completing keeps the words."""
    last = 0
    for mention in find_dates(text):
        assert last <= mention.start < mention.end
        last = mention.end
        assert text[mention.start : mention.end] == mention.as_written
        done = complete(mention, When(anchor, anchor))
        assert (done.start, done.end, done.as_written) == (mention.start, mention.end, mention.as_written)
        for when in (mention.when, done.when):
            assert re.fullmatch(r"[\dX]{4}(-[\dX]{2}){0,2}", when.start)
            parse_edtf(when.edtf)


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "1",
            "1 ",
            "1, ",
            "3 May ",
            "in 2019 and ",
            "2019-",
            "May ",
            "this year ",
            "7月",
            "the 1951 aa ",
            "on ",
        ),
        *("3 May the following day ", "13/6/2025 5/6/2025 ", "令和7年（2025年）", "3 May last year "),
        *("in two years ", "Thursday (1/2 "),
    ],
)
def test_a_long_text_comes_to_an_end(piece: str) -> None:
    with must_end():
        find_dates(piece * (200_000 // len(piece)))
