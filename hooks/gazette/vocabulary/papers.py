"""Papers that releases speak of, and phrases of policy that one account may say and another leave out.

Enters: nothing. Leaves: plain tuples and frozen sets, all in small letters.
Must not be known here: which papers the record holds.
"""

from __future__ import annotations

PAPERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "joint-statement",
        ("joint statement", "joint leaders' statement", "joint declaration", "joint vision statement",
         "joint ministerial statement", "joint vision", "joint press statement", "joint press release"),
    ),
    ("joint-communique", ("joint communique", "communique")),
    ("chairs-statement", ("chairman's statement", "chair's statement", "chairmen's statement", "co-chairs' statement")),
    ("declaration", ("declaration",)),
    ("exchange-of-notes", ("exchange of notes", "exchange of diplomatic notes", "exchange of letters")),
    (
        "memorandum",
        ("memorandum of understanding", "memoranda of understanding", "memorandum of cooperation", "memorandum",
         "memoranda", "letter of intent", "letter of agreement", "mou", "mous"),
    ),
    ("agreement", ("agreement", "agreements", "treaty", "treaties", "convention", "protocol", "pact", "accord")),
    ("plan", ("action plan", "plan of action", "work plan", "roadmap", "road map")),
    ("fact-sheet", ("fact sheet",)),
    ("press-release", ("press release", "press statement")),
)  # fmt: skip
"""Kind of paper → its names; the longer name of a kind stands before the shorter."""

KINDS_OF_PAPER: dict[str, frozenset[str]] = {
    "joint-statement": frozenset(["joint-statement", "joint-communique", "declaration"]),
    "joint-communique": frozenset(["joint-communique", "joint-statement", "communique"]),
    "chairs-statement": frozenset(["chairs-statement", "chair-statement", "joint-statement"]),
    "declaration": frozenset(["joint-statement", "declaration"]),
    "exchange-of-notes": frozenset(["exchange-of-notes", "agreement"]),
    "memorandum": frozenset(["memorandum", "agreement"]),
    "agreement": frozenset(["agreement", "treaty"]),
    "plan": frozenset(["plan"]),
    "fact-sheet": frozenset(["fact-sheet"]),
    "press-release": frozenset(["press-release", "statement", "readout"]),
}
"""Kinds of release that are the paper itself."""

ISSUING: frozenset[str] = frozenset(
    """
    issued released adopted signed exchanged published concluded initialled initialed inked endorsed
    """.split()
)
"""Verbs that say that a paper exists."""

SIGNING: tuple[str, ...] = (
    "signing ceremony of",
    "signing ceremony for",
    "signing of",
    "signature of",
    "exchange of",
)
"""Nouns that say the same, where somebody attended or witnessed it."""

WITNESSING: frozenset[str] = frozenset(
    [
        "attended",
        "witnessed",
        "oversaw",
        "presided",
        "observed",
        "followed",
        "following",
        "after",
        "since",
        "upon",
    ]
)

NOT_YET: frozenset[str] = frozenset(
    """
    to will would shall should may might can could must not never yet once if until unless be is are being
    draft early forthcoming upcoming future possible proposed
    """.split()
)
"""Before an issuing verb they say that the paper did not exist yet."""

POLICY_PHRASES: tuple[str, ...] = (
    "rule of law",
    "best level",
    "rules-based international order",
    "rules-based order",
    "free and open Indo-Pacific",
    "free and open international order",
    "freedom of navigation",
    "freedom of overflight",
    "territorial integrity",
    "political independence",
    "international law",
    "law of the sea",
    "code of conduct",
    "status quo",
    "use of force",
    "threat or use of force",
    "economic coercion",
    "human rights",
    "fundamental freedoms",
    "free and fair elections",
    "free and fair",
    "civil society",
    "freedom of the press",
    "freedom of expression",
    "political prisoners",
    "humanitarian assistance",
    "humanitarian access",
    "two-state solution",
    "immediate ceasefire",
    "release of hostages",
    "non-interference",
    "internal affairs",
    "mutual respect",
    "mutual trust",
    "mutual benefit",
    "equality and mutual benefit",
    "peaceful coexistence",
    "peaceful settlement of disputes",
    "one China",
    "shared future",
    "ironclad friendship",
    "strategic partnership",
    "comprehensive strategic partnership",
    "strategic trust",
    "debt sustainability",
    "debt relief",
    "supply chain resilience",
    "supply chains",
    "economic security",
    "energy transition",
    "energy security",
    "food security",
    "climate change",
    "carbon neutrality",
    "green growth",
    "digital economy",
    "digital transformation",
    "artificial intelligence",
    "quality infrastructure",
    "human security",
    "human capital",
    "capacity building",
    "free trade agreement",
    "market access",
    "double taxation",
    "investment climate",
    "investment environment",
    "special economic zone",
    "people-to-people exchanges",
    "visa exemption",
    "direct flights",
    "transnational crime",
    "human trafficking",
    "online scams",
    "cyber security",
    "maritime security",
    "maritime domain awareness",
    "joint exercises",
    "naval base",
    "port calls",
    "nuclear weapons",
    "ballistic missiles",
    "complete denuclearisation",
    "abductions issue",
    "nuclear test",
    "arms control",
    "landmine clearance",
    "mine action",
    "border demarcation",
    "border dispute",
    "ceasefire",
    "sanctions",
    "national reconciliation",
    "democratic transition",
    "return to democracy",
    "ASEAN centrality",
    "ASEAN unity",
    "five-point consensus",
    "security council reform",
    "sustainable development goals",
    "least developed country",
    "country assistance policy",
    "official development assistance",
    "grant aid",
    "concessional loan",
    "yen loan",
    "technical assistance",
    "history of the relations",
    "traditional friendship",
    "comprehensive peace",
)
"""Phrases that carry a position: where one account has it and no other does, a reader wants to know."""

NOT_NAMES: frozenset[str] = frozenset(
    """
    the a an of and for on in at to by excellency excellencies majesty highness samdech honourable honorable
    kingdom republic government state states nation nations country countries region world people ministry
    ministries minister ministers prime deputy president vice king queen leader leaders side sides meeting summit
    both two article section annex page photo no photograph mr mrs ms dr sir lord madam general officer delegation
    east west north south southeast northeast central asia europe america africa joint press release statement
    today yesterday tomorrow internet covid covid-19 bilateral relations cooperation i we it he she they
    """.split()
)
"""Words that often have a capital and make no name by themselves."""
