"""Apparatus: what is worked out from the finished record, for readers who compare, trace and doubt.

Enters: a `Corpus`, or one `Release`. Leaves: values of the modules below, each with its sentences. Must not
be known here: the disk, HTML, addresses. Nothing here changes a release or an event.

`comparison` sets the accounts of an event side by side (`phrases`: what can set one apart); `attribution`
says who said what (`speakers`, `verbs`); `wordings` follows terms; `neighbours` finds earlier and later;
`encounters` whom an official met, and incumbents; `questions` contradictions, `agenda` all that an editor is
asked; `wanted` what is lacking (`papers`); `corrections` what editors put right, `unused` what they wrote in
vain. `holdings` and `words` serve them all.
"""

from gazette.apparatus.agenda import Choice, Matter, agenda, left_undecided
from gazette.apparatus.attribution import Attribution, Speaker, attribute
from gazette.apparatus.comparison import Comparison, Passages, Row, Sole, compare_accounts, comparisons
from gazette.apparatus.corrections import Amendment, all_amendments, amendments
from gazette.apparatus.encounters import Attestation, Encounter, Incumbency, encounters, incumbents
from gazette.apparatus.gleanings import Gleaning, glean, gleanings, recall_gleanings, ungleaned
from gazette.apparatus.holdings import (
    Side,
    Testimony,
    body_id,
    look_up,
    published_on,
    sentence_of,
    side_of,
    spoken_on,
)
from gazette.apparatus.lookups import lookups
from gazette.apparatus.neighbours import (
    Neighbours,
    OtherAccount,
    Stop,
    Thread,
    event_neighbours,
    neighbours,
)
from gazette.apparatus.papers import Paper, find_papers
from gazette.apparatus.questions import Question, open_questions
from gazette.apparatus.unused import Unused, unused
from gazette.apparatus.wanted import Wanted, wanted
from gazette.apparatus.wordings import (
    Change,
    History,
    Step,
    Use,
    attributions,
    compare_wordings,
    histories,
    trace_wording,
)

__all__ = [
    "Amendment",
    "Attestation",
    "Attribution",
    "Change",
    "Choice",
    "Comparison",
    "Encounter",
    "Gleaning",
    "History",
    "Incumbency",
    "Matter",
    "Neighbours",
    "OtherAccount",
    "Paper",
    "Passages",
    "Question",
    "Row",
    "Side",
    "Sole",
    "Speaker",
    "Step",
    "Stop",
    "Testimony",
    "Thread",
    "Unused",
    "Use",
    "Wanted",
    "agenda",
    "all_amendments",
    "amendments",
    "attribute",
    "attributions",
    "body_id",
    "compare_accounts",
    "compare_wordings",
    "comparisons",
    "encounters",
    "event_neighbours",
    "find_papers",
    "glean",
    "gleanings",
    "histories",
    "incumbents",
    "left_undecided",
    "look_up",
    "lookups",
    "neighbours",
    "open_questions",
    "published_on",
    "recall_gleanings",
    "sentence_of",
    "side_of",
    "spoken_on",
    "trace_wording",
    "ungleaned",
    "unused",
    "wanted",
]
