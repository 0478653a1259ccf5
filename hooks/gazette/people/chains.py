"""The phrases of one text → who is called what: each name with the offices given to it.

Enters: tokens and their phrases. Leaves: `Sighting`s, one for each place where a name stands, and the
offices that stand without a name ("the Special Envoy"). Attaching is by what lies between two phrases:
nothing, a comma, "and". Must not be known here: that two sightings are one person, countries, the
authority.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from gazette.people.phrases import OF_BODY, OFFICE_AFTER, Phrase, find_phrases, is_eponym, office_phrase
from gazette.people.tokens import Tokens, read_tokens
from gazette.vocabulary import honorifics

# Between a name and the office after it: "Ardal, Minister", "Ardal (Minister", "Ardal, who is both Minister",
# "Ardal, newly appointed Minister", "Ardal – Minister". Near-miss: "Ardal, and the Minister".
_AFTER = re.compile(r",|\(|,?w?[xz]{1,4}|,?-")
_BETWEEN = frozenset(
    [*"is was are both also serves served as now then acts who and".split(), "currently", "concurrently"]
)
# Between two offices of one person: "Deputy Prime Minister and Minister", "Deputy Prime Minister, Minister".
_JOINT = re.compile(r"|,|,?a|,?ax|;?a|/|-")
# After the name in "the Ambassador, Ms Oren," the apposition closes.
VOCATIVES = frozenset(("mr", "madam", "madame", "mdm", "ms", "mrs"))
_CLOSED = frozenset(",.;)(aw-:")
_ASIDE = re.compile(r"\([^()]{0,12}\)|\"")


@dataclass(slots=True)
class Given:
    """An office given to a name: the phrase, and the rule that gave it."""

    first: int
    last: int
    rule: str
    plural: bool = False
    head: str = "O"
    below: Found | None = None
    "The text in which the office stands, where it is not that of the name: the line below a signature."


@dataclass(slots=True)
class Sighting:
    """One place where a name stands."""

    block: int
    tokens: Tokens
    first: int
    "First token of address, office and name together."
    name: int
    last: int
    address: tuple[str, ...] = ()
    "Words of the forms of address before it, folded."
    courtesy: str = ""
    "Their classes, H, W, G."
    offices: list[Given] = field(default_factory=list)
    of: tuple[int, int] | None = None
    "What follows the name: 'of Japan', 'of the Protocol Department'."
    eponym: bool = False
    spelt: str = ""
    "The name without a hyphen that only the end of a line put into it; '' for as it stands."
    joined: bool = False
    "Joined to the sighting before it by 'and' alone: 'A and B of Japan'."

    @property
    def words(self) -> str:
        """The name as written."""
        tokens = self.tokens
        return self.spelt or tokens.text[tokens.starts[self.name] : tokens.ends[self.last - 1]]


@dataclass(slots=True)
class Bare:
    """An office, or a form of address, without a name."""

    block: int
    tokens: Tokens
    first: int
    last: int
    address: tuple[str, ...] = ()


@dataclass(slots=True)
class Found:
    """All that one text says of people."""

    block: int
    tokens: Tokens
    sightings: list[Sighting]
    bare: list[Bare]


def read_chains(block: int, text: str) -> Found:
    """Read one text from left to right, each phrase once."""
    tokens = read_tokens(text)
    return Chains(block, tokens).read()


def is_member(tokens: Tokens, name: Phrase) -> bool:
    """Whether letters after the name say that the person sits in a parliament: `Anna Vidas MP`."""
    at = name.last - 1
    while at > name.name and tokens.classes[at] in "S,":
        if tokens.words[at] in honorifics.MEMBERS:
            return True
        at -= 1
    return False


def is_named_after(tokens: Tokens, first: int) -> bool:
    """Whether a thing is named after the person whose name begins here: `a school named after Vidas`."""
    return first > 1 and tokens.words[first - 1] == "after" and tokens.words[first - 2] in ("named", "called")


class Chains:
    """The state of reading one text: offices that wait for a name, and the name that offices may follow."""

    def __init__(self, block: int, tokens: Tokens) -> None:
        self.block = block
        self.tokens = tokens
        self.phrases = find_phrases(tokens)
        self.found = Found(block, tokens, [], [])
        self.waiting: list[Phrase] = []
        "Offices read and not yet given to anyone; each joined to the next."
        self.address: list[Phrase] = []
        "Forms of address without a name, waiting for the office or name they belong to."
        self.person: Sighting | None = None
        "The name to which a following office may belong."
        self.end = 0
        "Where the last phrase ended."
        self.office_first = False
        "The chain runs 'the Minister, A, the Governor, B': offices wait for the name after them."
        self.spread: Phrase | None = None
        "A plural office that goes on to the next names: 'Advisers A, B and C'."
        self.after = False
        "The last phrase was an office given to `person` from behind."
        self.before = ("", 0, 0)
        "What stood before the waiting form of address: classes, first and last token."

    def gap(self, first: int) -> str:
        """Classes between the last phrase and token `first`, without what stands in brackets."""
        between = self.tokens.classes[self.end : first]
        return _ASIDE.sub("", between) if "(" in between or '"' in between else between

    def read(self) -> Found:
        """Give every office to a name, or leave it bare."""
        for at, phrase in enumerate(self.phrases):
            if phrase.first < self.end:
                continue  # swallowed by an office after a name
            if phrase.kind == "office":
                self.office(at, phrase)
            elif phrase.kind == "address":
                self.addressed(phrase)
            else:
                self.name(at, phrase)
        self.drop()
        return self.found

    def drop(self) -> None:
        """The waiting offices belong to nobody named here."""
        if self.waiting or self.address:
            words = tuple(w for a in self.address for w in self.tokens.words[a.first : a.last])
            for n, office in enumerate(self.waiting):
                first = self.address[0].first if self.address and n == 0 else office.first
                self.found.bare.append(Bare(self.block, self.tokens, first, office.last, words))
            if not self.waiting:
                first, last = self.address[0].first, self.address[-1].last
                self.found.bare.append(Bare(self.block, self.tokens, first, last, words))
        self.waiting, self.address = [], []

    # --- an office ---

    def office(self, at: int, phrase: Phrase) -> None:
        """An office belongs to the name before it, waits for the name after it, or stands alone."""
        gap = self.gap(phrase.first)
        match = OFFICE_AFTER.match(self.tokens.classes, phrase.first)
        last = max(match.end() if match else 0, phrase.last)
        if self.person is not None and not self.waiting and (gap == "" or not self.address):
            between = self.before if self.address else (gap, self.end, phrase.first)
            if self.belongs_behind(at, phrase, last, between):
                self.address = []
                self.give_behind(phrase, last)
                return
        joint = bool(self.waiting) and _JOINT.fullmatch(gap) is not None
        if joint and self.tokens.classes[phrase.first] == "t" and "a" in gap:
            joint = False  # "the President and the Minister" are two
        if not joint and not (self.address and gap in ("", "t")):
            self.drop()
        nxt = self.next_name(at, last)
        is_addressed = nxt is not None and nxt.name > nxt.first and last > phrase.last
        if nxt is not None and is_addressed and self.tokens.classes[last : nxt.first] in ("", ","):
            phrase = office_phrase(self.tokens, phrase.first, last)  # the Governor of Upper Lenn, Ms Oren
        self.waiting.append(phrase)
        self.spread = None
        self.end = phrase.last
        self.after = False
        if "." in gap or ";" in gap:
            self.person, self.office_first = None, False

    def belongs_behind(self, at: int, phrase: Phrase, last: int, between: tuple[str, int, int]) -> bool:
        """Whether an office goes to the name before it: "Aron Vidas, Governor of Upper Lenn".

        `last` is where the office ends if it does. Near-misses: "Aron Vidas, Governor Oren", "the Minister,
        Aron Vidas, the Governor, Ms Oren", "Aron Vidas, and the Governor".
        """
        if phrase.head == "K" or phrase.plural or self.person is None:
            return False
        gap, start, stop = between
        classes = self.tokens.classes
        follows = _AFTER.fullmatch(gap) is not None
        if follows and ("x" in gap or "z" in gap):
            words = self.tokens.words[start:stop]
            follows = all(w in _BETWEEN or not w[0].isalpha() for w in words) and words[0] != "as"
        if gap == "" and not self.after and last == len(self.tokens.classes) and self.person.of is None:
            return self.person.last == phrase.first  # a signature: Aron Vidas Governor of Upper Lenn
        joined = self.after and gap != "" and _JOINT.fullmatch(gap) is not None
        if not (follows or joined):
            return False
        is_open = classes[phrase.first] == "t" and classes[last : last + 1] not in (
            ",",
            ".",
            ";",
            ")",
            "-",
            "",
        )
        if is_open and any(o.rule == "before-name-comma" for o in self.person.offices):
            return False  # joined by the Governor, Aron Vidas, the Lennish minister left
        adjacent = self.next_name(at, phrase.last)
        if adjacent is not None and adjacent.first == phrase.last:
            return False  # …, Secretary of Defense Oren
        if joined and "a" in gap and self.leads_to_name(at, phrase):
            return False
        nxt = self.next_name(at, last)
        if nxt is None:
            # "A of Lenn, Deputy Minister and Chief Secretary B of Vidia": both offices wait for B
            return self.person.of is None or not self.leads_to_name(at, phrase)
        then = self.tokens.classes[last : nxt.first]
        if then == "":
            return False
        if last > phrase.last and self.tokens.classes[phrase.last : nxt.first] == "":
            return not joined and not self.looks_like_name(nxt)
        if then not in (",", ",t"):
            return True
        return not (self.office_first or ("a" in gap and nxt.name > nxt.first and not self.has_own(nxt)))

    def has_own(self, name: Phrase) -> bool:
        """Whether an office follows the name: "…, Crown Prince and Governor, H.E. Oren, Chair of …"."""
        classes = self.tokens.classes
        return classes[name.last : name.last + 1] == "," and bool(OFFICE_AFTER.match(classes, name.last + 1))

    def leads_to_name(self, at: int, phrase: Phrase) -> bool:
        """Whether offices joined by "and" from here end straight before a name."""
        classes = self.tokens.classes
        for nxt in self.phrases[at + 1 : at + 4]:
            gap = classes[phrase.last : nxt.first]
            if nxt.kind == "name":
                return gap == ""
            if nxt.kind != "office" or gap not in ("", "a"):
                return False
            phrase = nxt
        return False

    def looks_like_name(self, phrase: Phrase) -> bool:
        """SURNAME beside a given name."""
        kinds = {self.tokens.classes[n] for n in range(phrase.name, phrase.last)}
        return "U" in kinds and "N" in kinds

    def next_name(self, at: int, last: int) -> Phrase | None:
        """The name that comes next, if no office stands between."""
        for phrase in self.phrases[at + 1 : at + 3]:
            if phrase.kind == "office":
                return None
            if phrase.kind == "name" and phrase.first >= last:
                return phrase
        return None

    def give_behind(self, phrase: Phrase, last: int) -> None:
        """The office, up to `last`, is the last named person's."""
        assert self.person is not None
        self.person.offices.append(Given(phrase.first, last, "after-name", False, phrase.head))
        if self.tokens.classes[last : last + 3] == "(C)" and self.person.of is None:
            self.person.of = (last, last + 2)  # Aron Vidas, Minister of Trade (Lenn)
        self.end = last
        self.after = True
        self.spread = None

    # --- a form of address ---

    def addressed(self, phrase: Phrase) -> None:
        """ "His Excellency" before an office, or alone for somebody named before."""
        gap = self.gap(phrase.first)
        if not (self.waiting and gap == ""):
            self.drop()
            self.before = (gap, self.end, phrase.first)
        self.address.append(phrase)
        self.end = phrase.last

    # --- a name ---

    def name(self, at: int, phrase: Phrase) -> None:
        """A name takes the offices that wait just before it."""
        tokens, classes = self.tokens, self.tokens.classes
        gap = self.gap(phrase.first)
        is_plain = phrase.name == phrase.first and not (self.waiting or self.address or self.spread)
        if is_plain and classes[phrase.last - 1] != "S":
            self.plain_name(phrase, gap)
            return
        after = phrase.last
        if classes[after : after + 1] in ("(", '"'):
            beyond = _ASIDE.match(classes, phrase.last)
            after = beyond.end() if beyond else after
        following = classes[after] if after < len(classes) else "."
        held: list[Phrase] = []
        rule = ""
        if self.waiting or self.address:
            if gap == "" or (gap == "p" and phrase.name == phrase.first):
                held, rule = self.waiting, "before-name"
            elif (
                gap in (",", "-", ":")
                and self.waiting
                and self.closes(phrase, following)
                and not self.is_vocative()
            ):
                held, rule = self.waiting, "before-name-comma"
        address = self.address if rule else []
        if not rule:
            self.drop()
        first = min([p.first for p in (*held, *address)], default=phrase.first)
        spoken = [w for a in address for w in tokens.words[a.first : a.last]]
        spoken += tokens.words[phrase.first : phrase.name]
        kinds = "".join(classes[a.first : a.last] for a in address) + classes[phrase.first : phrase.name]
        sighting = Sighting(
            self.block,
            tokens,
            first,
            phrase.name,
            phrase.last,
            tuple(spoken),
            "".join(c for c in kinds if c in "HWG") + ("H" if is_member(tokens, phrase) else ""),
            [Given(o.first, o.last, rule, o.plural, o.head) for o in held],
            joined=self.person is not None and gap == "a",
        )
        if held and held[-1].plural:
            self.spread = held[-1]
        elif not held and self.spread is not None and gap in (",", "a", ",a"):
            s = self.spread
            sighting.offices.append(Given(s.first, s.last, "plural-office", True, s.head))
        elif not held:
            self.spread = None
        if held and held[-1].plural and following not in (",", "a", "s", "f"):
            # "Foreign Ministers Commit to …" names nobody
            sighting.offices = [g for g in sighting.offices if not g.plural]
        sighting.eponym = is_eponym(tokens, phrase.last) or is_named_after(tokens, first)
        self.waiting, self.address = [], []
        self.end = phrase.last
        if held or sighting.courtesy or sighting.offices:
            match = OF_BODY.match(classes, phrase.last)
            if match:
                sighting.of = match.span()
                self.end = match.end()
            elif classes[phrase.last : phrase.last + 3] in ("(C)", "(D)"):
                sighting.of = (phrase.last, phrase.last + 2)  # Aron Vidas (Lenn)
        if not held or rule != "before-name-comma":
            self.office_first = self.office_first and gap in (",", ",a", "a")
        else:
            self.office_first = True
        self.after = False
        self.person = sighting
        self.found.sightings.append(sighting)

    def plain_name(self, phrase: Phrase, gap: str) -> None:
        """A name with nothing before it that belongs to it."""
        tokens = self.tokens
        self.office_first = self.office_first and gap in (",", ",a", "a")
        self.after = False
        self.end = phrase.last
        is_thing = is_eponym(tokens, phrase.last) or is_named_after(tokens, phrase.first)
        joined = self.person is not None and gap == "a"
        self.person = Sighting(self.block, tokens, phrase.first, phrase.name, phrase.last)
        self.person.eponym, self.person.joined = is_thing, joined
        self.found.sightings.append(self.person)

    def is_vocative(self) -> bool:
        """Whether the waiting office is how somebody is spoken to: `Mr. Secretary, Mara Oren, CNN.`"""
        return bool(self.address) and self.tokens.words[self.address[-1].first] in VOCATIVES

    def closes(self, phrase: Phrase, following: str) -> bool:
        """Whether "the Minister, NAME" is an apposition: the name is closed by a mark or by "and"."""
        if phrase.name > phrase.first:
            return following in _CLOSED
        return following in ",.)(;" and phrase.last - phrase.name > 1
