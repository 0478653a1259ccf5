"""Words of speech: verbs by which releases say who said what, and the words that name a side.

Enters: nothing. Leaves: plain tuples, dictionaries and frozen sets, all in small letters.
Must not be known here: how a sentence is read.
"""

from __future__ import annotations


def _rows(table: str) -> tuple[tuple[str, str, str], ...]:
    """(simple past, third person, plain form) of each verb of a table, divided by semicolons."""
    rows = (tuple(part.split()) for part in table.split(";"))
    return tuple((past, third, plain) for past, third, plain in (row for row in rows if row))


VERBS: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...] = (
    (
        "stated",
        _rows("""
    stated states state; said says say; told tells tell; announced announces announce;
    declared declares declare; mentioned mentions mention; indicated indicates indicate; added adds add;
    affirmed affirms affirm; asserted asserts assert; claimed claims claim; confirmed confirms confirm;
    replied replies reply; responded responds respond; answered answers answer;
    observed observes observe; remarked remarks remark; maintained maintains maintain;
    disclosed discloses disclose; reported reports report; pointed points point; spoke speaks speak
    """),
    ),
    (
        "explained",
        _rows("""
    explained explains explain; briefed briefs brief; outlined outlines outline; described describes describe;
    clarified clarifies clarify; informed informs inform; presented presents present;
    introduced introduces introduce; updated updates update
    """),
    ),
    (
        "stressed",
        _rows("""
    stressed stresses stress; emphasised emphasises emphasise; emphasized emphasizes emphasize;
    underlined underlines underline; underscored underscores underscore; highlighted highlights highlight;
    reaffirmed reaffirms reaffirm; reiterated reiterates reiterate; renewed renews renew;
    insisted insists insist; argued argues argue; restated restates restate
    """),
    ),
    (
        "noted",
        _rows("""
    noted notes note; recalled recalls recall; acknowledged acknowledges acknowledge;
    recognised recognises recognise; recognized recognizes recognize; reviewed reviews review;
    remembered remembers remember; took takes take; reflected reflects reflect
    """),
    ),
    (
        "thanked",
        _rows("thanked thanks thank; appreciated appreciates appreciate"),
    ),
    (
        "congratulated",
        _rows("congratulated congratulates congratulate; felicitated felicitates felicitate"),
    ),
    (
        "praised",
        _rows("""
    praised praises praise; commended commends commend; lauded lauds laud; applauded applauds applaud;
    complimented compliments compliment; hailed hails hail; paid pays pay; valued values value;
    honoured honours honour; honored honors honor; saluted salutes salute
    """),
    ),
    (
        "welcomed",
        _rows("welcomed welcomes welcome; greeted greets greet"),
    ),
    (
        "agreed",
        _rows("""
    agreed agrees agree; concurred concurs concur; consented consents consent; decided decides decide;
    resolved resolves resolve; determined determines determine; endorsed endorses endorse;
    approved approves approve; accepted accepts accept
    """),
    ),
    (
        "discussed",
        _rows("""
    discussed discusses discuss; exchanged exchanges exchange; shared shares share; raised raises raise;
    touched touches touch; talked talks talk; deliberated deliberates deliberate; explored explores explore;
    considered considers consider; compared compares compare; consulted consults consult
    """),
    ),
    (
        "asked",
        _rows("""
    asked asks ask; requested requests request; urged urges urge; called calls call;
    appealed appeals appeal; encouraged encourages encourage; invited invites invite; sought seeks seek;
    demanded demands demand; pressed presses press; inquired inquires inquire; enquired enquires enquire;
    pleaded pleads plead
    """),
    ),
    (
        "proposed",
        _rows("""
    proposed proposes propose; suggested suggests suggest; recommended recommends recommend;
    advised advises advise
    """),
    ),
    (
        "promised",
        _rows("""
    promised promises promise; pledged pledges pledge; committed commits commit; vowed vows vow;
    assured assures assure; offered offers offer; undertook undertakes undertake;
    guaranteed guarantees guarantee; volunteered volunteers volunteer
    """),
    ),
    (
        "supported",
        _rows("supported supports support; backed backs back"),
    ),
    (
        "hoped",
        _rows("""
    hoped hopes hope; wished wishes wish; looked looks look; anticipated anticipates anticipate;
    expected expects expect; trusted trusts trust; believed believes believe
    """),
    ),
    (
        "concerned",
        _rows("""
    warned warns warn; cautioned cautions caution; regretted regrets regret; deplored deplores deplore;
    lamented laments lament; complained complains complain
    """),
    ),
    (
        "condemned",
        _rows("""
    condemned condemns condemn; denounced denounces denounce; criticised criticises criticise;
    criticized criticizes criticize; rejected rejects reject; denied denies deny; opposed opposes oppose;
    protested protests protest; disputed disputes dispute; refuted refutes refute
    """),
    ),
    (
        "commented",
        _rows("commented comments comment"),
    ),
    (
        "expressed",
        _rows("""
    expressed expresses express; voiced voices voice; conveyed conveys convey; extended extends extend;
    gave gives give; made makes make; sent sends send
    """),
    ),
)
"""Class of what is said → verbs that say it."""

FOLLOWED_BY: dict[str, tuple[str, ...]] = {
    "touch": ("on", "upon"),
    "point": ("out", "to"),
    "call": ("for", "on", "upon"),
    "look": ("forward", "ahead"),
    "speak": ("of", "about", "on"),
    "talk": ("about",),
    "press": ("for",),
    "take": ("note",),
    "compare": ("notes",),
    "appeal": ("to", "for"),
    "reflect": ("on", "upon"),
    "report": ("that", "on"),
    "maintain": ("that",),
    "observe": ("that",),
    "add": ("that",),
    "claim": ("that",),
    "present": ("his", "her", "their", "its"),
    "consider": ("that", "ways", "how"),
    "determine": ("that", "to"),
    "resolve": ("to", "that"),
    "seek": ("the", "support", "assistance", "help"),
}
"""Verbs that speak only with one of these words after them: "called for", not "called a meeting".

Beside a quotation they need none: '”, he added'.
"""

ACTS: frozenset[str] = frozenset(
    ["support", "back", "seek", "offer", "send", "give", "invite", "honor", "honour"]
)
"""Verbs that tell of a deed where a country is the subject: "Japan supported the project"."""

LIGHT: frozenset[str] = frozenset(
    [
        "extend",
        "give",
        "make",
        "send",
        "pay",
        "share",
        "exchange",
        "convey",
        "offer",
        "raise",
        "present",
        "renew",
    ]
)
"""Verbs that speak only with an object of `OBJECTS`: "paid tribute", not "paid a visit"."""

OBJECTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("thanked", ("gratitude", "appreciation", "thanks", "gratefulness", "thankfulness")),
    ("congratulated", ("congratulations", "congratulation", "felicitations")),
    ("condoled", ("condolences", "condolence", "sympathy", "sympathies")),
    ("praised", ("respect", "respects", "tribute", "admiration", "praise", "homage", "compliments")),
    ("concerned", ("concern", "concerns", "regret", "regrets", "alarm", "dismay", "disappointment")),
    ("condemned", ("opposition", "condemnation", "protest", "objection", "objections")),
    ("supported", ("support", "backing", "solidarity")),
    (
        "promised",
        ("commitment", "commitments", "determination", "dedication", "readiness", "willingness", "resolve",
         "assurance", "assurances", "pledge", "promise"),
    ),
    (
        "hoped",
        ("hope", "hopes", "desire", "wish", "wishes", "expectation", "expectations", "confidence", "optimism",
         "aspiration", "aspirations", "intention", "anticipation", "belief", "enthusiasm"),
    ),
    ("welcomed", ("delight", "satisfaction", "pleasure", "joy", "welcome", "greetings")),
    (
        "discussed",
        ("views", "view", "opinions", "opinion", "perspectives", "perspective", "ideas", "insights", "thoughts",
         "assessments", "experiences", "issue", "issues", "question", "matter", "case"),
    ),
    ("asked", ("invitation", "request", "appeal", "call")),
    ("stated", ("remarks", "statement", "awareness", "point", "speech", "address", "message", "importance")),
)  # fmt: skip
"""What is expressed, by its noun → class: "expressed his gratitude" is `thanked`."""

ADVERBS: frozenset[str] = frozenset(
    """
    also further furthermore again jointly both mutually once first then later thus therefore meanwhile
    highly greatly deeply warmly sincerely strongly particularly especially specifically unanimously fully
    firmly clearly openly frankly repeatedly recently today yesterday now always too likewise similarly
    publicly subsequently additionally reportedly equally too each all respectively still formally officially
    positively explicitly cordially
    """.split()
)
"""May stand between who speaks and the verb."""

HAVING: frozenset[str] = frozenset(["has", "have", "had", "did"])
BEING: frozenset[str] = frozenset(
    ["was", "were", "is", "are", "be", "been", "being", "gets", "got", "get", "having"]
)
"""Before a verb they make it passive: nobody is said to have said it, unless "by …" follows."""

UNREAL: frozenset[str] = frozenset(
    """
    to would will shall should may might can could must not never cannot if unless whether without declined
    refused failed didn't doesn't don't won't wouldn't
    """.split()
)
"""Before a verb they say that it was not, or not yet, said."""

OPENERS: frozenset[str] = frozenset(
    """
    and but while whereas as when where whereby then though although meanwhile today yesterday furthermore
    moreover additionally which also later earlier afterwards thereafter besides consequently because since however
    """.split()
)
"""Words after which a clause begins: who stands after them may be who speaks."""

CLAUSE_ASIDES: tuple[str, ...] = (
    "who", "whose", "which", "accompanied", "together", "along", "representing", "speaking", "joined", "asked",
    "responding", "referring", "citing", "in", "on", "for", "while", "as", "after", "before", "during", "at",
    "when", "with",
)  # fmt: skip
"""How an aside between commas may begin that stands between who speaks and the verb."""

SMALL_TITLE_WORDS: frozenset[str] = frozenset(
    ["of", "and", "for", "the", "to", "in", "on", "de", "at", "cum", "with", "a", "an", "&"]
)
"""Words in small letters within an office that stands after a name."""

SPEAKING_WORDS: frozenset[str] = frozenset(
    ["said", "says", "stated", "noted", "added", "explained", "told", "remarked", "stressed", "according"]
)
"""Verbs that may stand between a quotation and who spoke it: '”, said Ms Quill'."""

PLURAL_SPEAKERS: frozenset[str] = frozenset(
    """
    sides ministers leaders parties countries nations delegations presidents premiers governments heads
    secretaries principals counterparts ambassadors officials chairs co-chairs participants members states
    delegates envoys representatives partners dignitaries neighbours neighbors
    """.split()
)
"""Words that name several speakers at once: "the two leaders", "both sides"."""

SINGLE_SPEAKERS: frozenset[str] = frozenset(
    """
    side party delegation ministry government embassy department spokesperson spokesman spokeswoman secretariat
    cabinet council commission office parliament assembly senate committee agency mission bureau administration
    """.split()
)
"""Words that name one side or body: "the Japanese side", "the ministry"."""

ASSEMBLED: frozenset[str] = frozenset(["meeting", "summit", "conference"])
"""In statements of a chair the meeting itself speaks: "The Meeting noted"."""

JOINT_KINDS: frozenset[str] = frozenset(
    ["joint-statement", "joint-communique", "chairs-statement", "communique"]
)
"""Kinds of release in which "we" are all who issue it."""

HE: frozenset[str] = frozenset(["he"])
SHE: frozenset[str] = frozenset(["she"])
THEY: frozenset[str] = frozenset(["they"])

MALE_ADDRESS: tuple[str, ...] = (
    "his ", "mr", "sir ", "lord ", "prince ", "king ", "samdech akka moha sena", "monsieur", "dato ", "tun ",
    "sheikh ", "sultan ", "oknha",
)  # fmt: skip
FEMALE_ADDRESS: tuple[str, ...] = (
    "her ", "mrs", "ms", "miss", "madam", "dame ", "lady ", "princess ", "queen ", "mme", "datin", "lok chumteav",
    "senora", "frau",
)  # fmt: skip
"""How a form of address tells whether "he" or "she" may continue it."""
