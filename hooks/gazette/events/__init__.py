"""What happened, when, where, who took part: the events that a release tells of.

Enters: the parts of a release, its imprint, its people, the authority.
Leaves: `Account`s, the event that the release is about first, then what went before and after it, then
those only referred to, past and planned; each with its sentence. A date of issue is never the date of an
event unless the text says "today". Must not be known here: other releases (see `sameness`).
"""

from gazette.events.known import may_tell_of
from gazette.events.reading import find_doubts, name_known, read_events

__all__ = ["find_doubts", "may_tell_of", "name_known", "read_events"]
