"""Dates as written → EDTF dates, with their places and the words kept.

Enters: any text; for `complete`, also a date beside which the words are to be understood.
Leaves: `DateMention`s that do not overlap, in the order of the text. A year inside a name
("Tokyo Strategy 2018"), a time of day, a number or a sum of money is no date.
Must not be known here: blocks, events, what a date is the date of, today's date.
"""

from gazette.dates.completing import complete, either_order
from gazette.dates.finding import find_dates
from gazette.dates.values import is_in_calendar

__all__ = ["complete", "either_order", "find_dates", "is_in_calendar"]
