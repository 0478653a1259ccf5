"""Who in a release is an official, under which forms of the name, with which offices given that day.

Enters: a raw release, its anatomy and imprint, and the authority. Leaves: `People`. Each office and each
mention shows its words. The work is done in steps: `tokens` and `phrases` read a text, `chains` gives offices
to names, `elsewhere` finds those on other lines, `roles` adds what verbs say, `persons` unites forms,
`countries` and `sides` work out countries, `record` makes the values. Must not be known here: events, other
releases.
"""

from gazette.people.posts import plain_title
from gazette.people.reading import read_people
from gazette.people.record import OFFICIALS, render_record, titles_asked
from gazette.people.roles import CAPACITY

__all__ = ["CAPACITY", "OFFICIALS", "plain_title", "read_people", "render_record", "titles_asked"]
