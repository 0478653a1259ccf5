"""A day as houses write it: without the machine's locale, in four languages."""

from __future__ import annotations

from datetime import date

MONTHS = ("January February March April May June July August September October November December").split()
MOIS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
KHMER_MONTHS = "មករា កុម្ភៈ មីនា មេសា ឧសភា មិថុនា កក្កដា សីហា កញ្ញា តុលា វិច្ឆិកា ធ្នូ".split()
KHMER_DIGITS = str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩")


def day_first(day: date) -> str:
    """18 March 2020"""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def month_first(day: date) -> str:
    """March 18, 2020"""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def with_ordinal(day: date) -> str:
    """18th March 2020"""
    return f"{nth(day.day)} {MONTHS[day.month - 1]} {day.year}"


def french(day: date) -> str:
    """18 mars 2020"""
    return f"{'1er' if day.day == 1 else day.day} {MOIS[day.month - 1]} {day.year}"


def japanese(day: date) -> str:
    """令和2年3月18日: by era since Heisei."""
    era, first = ("令和", 2018) if day >= date(2019, 5, 1) else ("平成", 1988)
    year = day.year - first
    return f"{era}{'元' if year == 1 else year}年{day.month}月{day.day}日"


def khmer(day: date) -> str:
    """ថ្ងៃទី១៨ ខែមីនា ឆ្នាំ២០២០"""
    return f"ថ្ងៃទី{day.day} ខែ{KHMER_MONTHS[day.month - 1]} ឆ្នាំ{day.year}".translate(KHMER_DIGITS)


def nth(number: int) -> str:
    """3 → 3rd"""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
