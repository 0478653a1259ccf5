"""Bodies that issue releases, and what on a page gives them away; words of letterheads of any ministry.

Enters: nothing. Leaves: plain tuples. Texts are compared folded (small letters, no accents).
Must not be known here: the authority files. This is what is known before an editor has
written a line; a record in bodies.yml with the same words goes before it.
"""

from typing import NamedTuple


class KnownBody(NamedTuple):
    """A body with a name of its own, and signs of it."""

    name: str
    country: str | None
    names: tuple[str, ...]
    "Lines or beginnings of lines that name it, folded."
    signs: tuple[str, ...] = ()
    "Furniture of its pages, folded; `*` stands for anything. A sign alone gives an inferred reading."


KNOWN_BODIES: tuple[KnownBody, ...] = (
    KnownBody(
        "The White House",
        "United States",
        ("the white house", "white house"),
        (
            "briefing room",
            "briefings & statements",
            "1600 pennsylvania ave*",
            "office of the press secretary",
        ),
    ),
    KnownBody(
        "U.S. Department of State",
        "United States",
        (
            "u.s. department of state",
            "us department of state",
            "united states department of state",
            "department of state",
        ),
        (
            "here's how you know",
            "an official website of the united states government*",
            "*2201 c street nw*",
            "the following is attributable to spokesperson*",
            "the below is attributable to spokesperson*",
        ),
    ),
    KnownBody(
        "U.S. Department of Defense",
        "United States",
        ("u.s. department of defense", "department of defense", "u.s. department of war"),
    ),
    KnownBody(
        "Foreign, Commonwealth & Development Office",
        "United Kingdom",
        (
            "foreign, commonwealth & development office",
            "foreign, commonwealth and development office",
            "fcdo",
        ),
        ("email newsdesk@fcdo.gov.uk", "this was published under the *government", "notes to editors"),
    ),
    KnownBody(
        "Foreign & Commonwealth Office",
        "United Kingdom",
        ("foreign & commonwealth office", "foreign and commonwealth office"),
    ),
    KnownBody(
        "Prime Minister's Office, 10 Downing Street",
        "United Kingdom",
        ("prime minister's office, 10 downing street", "10 downing street"),
    ),
    KnownBody(
        "Department of Foreign Affairs and Trade",
        "Australia",
        ("department of foreign affairs and trade", "australian government"),
        ("commonwealth parliamentary library", "*parliamentary library", "ministerial media release"),
    ),
    KnownBody(
        "Ministry of External Affairs",
        "India",
        ("ministry of external affairs", "government of india"),
        ("media center » *", "hon'ble rashtrapatiji*"),
    ),
    KnownBody(
        "Press Information Bureau",
        "India",
        ("press information bureau",),
        ("posted on: * by pib*", "(release id: *"),
    ),
    KnownBody(
        "Global Affairs Canada",
        "Canada",
        ("global affairs canada", "government of canada", "affaires mondiales canada"),
    ),
    KnownBody(
        "Ministry of Foreign Affairs of Japan",
        "Japan",
        ("外務省", "ministry of foreign affairs of japan"),
        (
            "back to japan-* relations",
            "japan-* relations",
            "open a new window",
            "home > countries & regions > *",
            "このページのトップへ戻る",
            "トップページ > 国・地域*",
            "*別ウィンドウで開く",
            "報道発表",
        ),
    ),
    KnownBody(
        "Prime Minister's Office of Japan",
        "Japan",
        ("prime minister's office of japan", "首相官邸", "prime minister of japan and his cabinet"),
        (
            "home > news > the prime minister in action*",
            "the prime minister in action*",
            "[provisional translation]",
            "cabinet public affairs office",
        ),
    ),
    KnownBody(
        "Ministry of Foreign Affairs of the People's Republic of China",
        "China",
        ("中华人民共和国外交部", "外交部", "fmprc"),
        ("suggest to a friend", "foreign ministry spokesperson *regular press conference*"),
    ),
    KnownBody(
        "Ministry of Foreign Affairs, Republic of Korea",
        "South Korea",
        ("외교부", "mofa korea"),
        ("hit", "hits", "date * hit *"),
    ),
    KnownBody("Ministry of Foreign Affairs of the Kingdom of Thailand", "Thailand", ("กระทรวงการต่างประเทศ",)),
    KnownBody("Ministry of Foreign Affairs of Viet Nam", "Vietnam", ("bo ngoai giao",)),
    KnownBody(
        "Ministry of Foreign Affairs and International Cooperation",
        "Cambodia",
        ("ក្រសួងការបរទេស និងសហប្រតិបត្តិការអន្តរជាតិ", "ministry of foreign affairs and international cooperation"),
        ("nation religion king", "kingdom of cambodia", "mfa.ic", "www.mfaic.gov.kh"),
    ),
    KnownBody(
        "Ministry of Foreign Affairs, Malaysia",
        "Malaysia",
        ("wisma putra", "kementerian luar negeri malaysia"),
    ),
    KnownBody(
        "Ministry of Foreign Affairs of the Republic of Indonesia",
        "Indonesia",
        ("kementerian luar negeri republik indonesia", "kemlu"),
    ),
    KnownBody(
        "Department of Foreign Affairs",
        "Philippines",
        ("republic of the philippines department of foreign affairs", "dfa philippines"),
    ),
    KnownBody(
        "ASEAN",
        None,
        ("asean secretariat", "the asean secretariat", "association of southeast asian nations", "asean"),
        ("one vision, one identity, one community",),
    ),
    KnownBody(
        "European External Action Service",
        None,
        ("european external action service", "eeas", "council of the european union", "european council"),
    ),
    KnownBody("European Commission", None, ("european commission",)),
    KnownBody("Council of the European Union", None, ("council of the eu",)),
    KnownBody(
        "Department of International Relations and Cooperation",
        "South Africa",
        (
            "department of international relations and cooperation",
            "dirco",
            "international relations and cooperation",
        ),
    ),
    KnownBody(
        "Ministry of Foreign Affairs of Türkiye",
        "Türkiye",
        (
            "disisleri bakanligi",
            "turkiye cumhuriyeti disisleri bakanligi",
        ),
    ),
    KnownBody(
        "Ministry of Foreign Affairs of the Russian Federation",
        "Russia",
        (
            "министерство иностранных дел российской федерации",
            "мид россии",
        ),
    ),
    KnownBody(
        "Ministry of Foreign Affairs of Ukraine", "Ukraine", ("міністерство закордонних справ україни",)
    ),
    KnownBody("Ministry of Foreign Affairs of Poland", "Poland", ("ministerstwo spraw zagranicznych",)),
    KnownBody(
        "Ministry of Foreign Affairs of the Czech Republic",
        "Czechia",
        (
            "ministerstvo zahranicnich veci",
            "ministerstvo zahranicnich veci ceske republiky",
        ),
    ),
    KnownBody("Ministry of Foreign Affairs of Romania", "Romania", ("ministerul afacerilor externe",)),
    KnownBody(
        "Ministry of Foreign Affairs and International Cooperation of Italy",
        "Italy",
        (
            "farnesina",
            "ministero degli affari esteri e della cooperazione internazionale",
        ),
    ),
    KnownBody(
        "Ministry of Foreign Affairs, European Union and Cooperation",
        "Spain",
        (
            "ministerio de asuntos exteriores, union europea y cooperacion",
            "la moncloa",
        ),
    ),
    KnownBody(
        "Ministry of Foreign Affairs of Portugal",
        "Portugal",
        (
            "ministerio dos negocios estrangeiros",
            "portal diplomatico",
        ),
    ),
    KnownBody(
        "Ministry of Foreign Affairs of Brazil",
        "Brazil",
        (
            "ministerio das relacoes exteriores",
            "itamaraty",
            "itamaraty palace",
        ),
    ),
    KnownBody(
        "Ministry of Foreign Affairs, International Trade and Worship",
        "Argentina",
        (
            "ministerio de relaciones exteriores, comercio internacional y culto",
            "cancilleria argentina",
            "palacio san martin",
        ),
    ),
    KnownBody(
        "Secretariat of Foreign Affairs",
        "Mexico",
        (
            "secretaria de relaciones exteriores",
            "sre mexico",
        ),
    ),
    KnownBody(
        "Ministry of Foreign Affairs of Peru",
        "Peru",
        (
            "cancilleria del peru",
            "torre tagle",
        ),
    ),
    KnownBody(
        "Ministry of Foreign Affairs of Cuba",
        "Cuba",
        (
            "minrex",
            "cubaminrex",
        ),
    ),
    KnownBody(
        "Ministry for Foreign Affairs of Sweden",
        "Sweden",
        (
            "utrikesdepartementet",
            "government offices of sweden",
            "regeringskansliet",
        ),
    ),
    KnownBody(
        "Ministry for Foreign Affairs of Finland",
        "Finland",
        (
            "ulkoministerio",
            "ministry for foreign affairs of finland",
            "finnish government",
            "valtioneuvosto",
        ),
    ),
    KnownBody(
        "Ministry of Foreign Affairs of Norway",
        "Norway",
        (
            "utenriksdepartementet",
            "regjeringen.no",
            "government.no",
            "norwegian government",
        ),
    ),
    KnownBody("Ministry of Foreign Affairs of Denmark", "Denmark", ("udenrigsministeriet",)),
    KnownBody(
        "Ministry of Foreign Affairs of the Netherlands",
        "Netherlands",
        (
            "ministerie van buitenlandse zaken",
            "government of the netherlands",
            "rijksoverheid",
        ),
    ),
    KnownBody(
        "Federal Public Service Foreign Affairs",
        "Belgium",
        (
            "fps foreign affairs",
            "federal public service foreign affairs",
            "spf affaires etrangeres",
            "fod buitenlandse zaken",
        ),
    ),
    KnownBody(
        "Federal Ministry for European and International Affairs",
        "Austria",
        (
            "federal ministry for european and international affairs",
            "bundesministerium fur europaische und internationale angelegenheiten",
            "bmeia",
        ),
    ),
    KnownBody(
        "Ministry of Foreign Affairs, Singapore",
        "Singapore",
        (
            "mfa singapore",
            "ministry of foreign affairs singapore",
        ),
    ),
    KnownBody(
        "Ministry of Foreign Affairs, Brunei Darussalam", "Brunei", ("kementerian hal ehwal luar negeri",)
    ),
    KnownBody("Ministry of Foreign Affairs of Laos", "Laos", ("ກະຊວງການຕ່າງປະເທດ",)),
    KnownBody("Ministry of Foreign Affairs of Myanmar", "Myanmar", ("နိုင်ငံခြားရေးဝန်ကြီးဌာန",)),
    KnownBody(
        "Élysée",
        "France",
        (
            "elysee",
            "presidency of the republic of france",
            "elysee palace",
        ),
    ),
    KnownBody(
        "Organisation of Islamic Cooperation",
        None,
        (
            "organisation of islamic cooperation",
            "organization of islamic cooperation",
        ),
    ),
    KnownBody(
        "Gulf Cooperation Council",
        None,
        (
            "gulf cooperation council",
            "secretariat general of the gulf cooperation council",
        ),
    ),
    KnownBody(
        "League of Arab States",
        None,
        (
            "league of arab states",
            "arab league",
        ),
    ),
    KnownBody(
        "OSCE",
        None,
        (
            "organization for security and co-operation in europe",
            "osce",
        ),
    ),
    KnownBody("Council of Europe", None, ("council of europe",)),
    KnownBody(
        "Commonwealth Secretariat",
        None,
        (
            "commonwealth secretariat",
            "the commonwealth",
        ),
    ),
    KnownBody("Organization of American States", None, ("organization of american states",)),
    KnownBody(
        "Caribbean Community",
        None,
        (
            "caribbean community",
            "caricom",
            "caricom secretariat",
        ),
    ),
    KnownBody("Asian Development Bank", None, ("asian development bank",)),
    KnownBody(
        "World Bank",
        None,
        (
            "world bank",
            "world bank group",
            "the world bank",
        ),
    ),
    KnownBody("International Monetary Fund", None, ("international monetary fund",)),
    KnownBody(
        "United Nations Development Programme",
        None,
        (
            "united nations development programme",
            "undp",
        ),
    ),
    KnownBody("UNICEF", None, ("unicef",)),
    KnownBody("World Health Organization", None, ("world health organization",)),
    KnownBody(
        "International Atomic Energy Agency",
        None,
        (
            "international atomic energy agency",
            "iaea",
        ),
    ),
    KnownBody(
        "Shanghai Cooperation Organisation",
        None,
        (
            "shanghai cooperation organisation",
            "shanghai cooperation organization",
        ),
    ),
    KnownBody(
        "BIMSTEC Secretariat",
        None,
        (
            "bimstec secretariat",
            "bimstec",
        ),
    ),
    KnownBody(
        "United Nations", None, ("united nations", "nations unies", "united nations secretary-general")
    ),
    KnownBody("NATO", None, ("north atlantic treaty organization", "nato")),
    KnownBody("Mekong River Commission", None, ("mekong river commission",)),
    KnownBody("Pacific Islands Forum", None, ("pacific islands forum", "pacific islands forum secretariat")),
    KnownBody("African Union", None, ("african union", "african union commission")),
    KnownBody("Kremlin", "Russia", ("president of russia", "the kremlin", "kremlin")),
    KnownBody("Federal Foreign Office", "Germany", ("auswartiges amt", "federal foreign office")),
    KnownBody(
        "Ministry for Europe and Foreign Affairs",
        "France",
        (
            "ministere de l'europe et des affaires etrangeres",
            "quai d'orsay",
            "ministry for europe and foreign affairs",
        ),
    ),
    KnownBody(
        "Federal Department of Foreign Affairs",
        "Switzerland",
        (
            "federal department of foreign affairs",
            "eidgenossisches departement fur auswartige angelegenheiten",
        ),
    ),
    KnownBody(
        "Holy See Press Office",
        "Holy See",
        ("holy see press office", "bollettino", "sala stampa della santa sede"),
    ),
    KnownBody(
        "New Zealand Government", "New Zealand", ("the beehive", "new zealand government", "beehive.govt.nz")
    ),
)
"Bodies that can be told by words of their own."

SITE_STYLES: tuple[tuple[str, str], ...] = (
    ("right-side-updated", "Singapore"),
    ("state.gov", "United States"),
    ("whitehouse.gov", "United States"),
    ("mid.ru", "Russia"),
    ("diplomatie.gouv", "France"),
    ("esteri.it", "Italy"),
    ("auswaertiges-amt.de", "Germany"),
    ("regjeringen.no", "Norway"),
    ("um.dk", "Denmark"),
    ("um.fi", "Finland"),
    ("mzv.cz", "Czechia"),
    ("mae.ro", "Romania"),
)
"Marks of a country's sites beside the addresses that end in its code (`domains`)."

BODY_STARTS: str = (
    r"(?:(?:the )?(?:royal |federal |union |state |national |prime |deputy )*"
    r"(?:ministry|ministries|department|office|embassy|consulate(?:-| )general|consulate|"
    r"permanent mission|mission|delegation|"
    r"secretariat|cabinet|bureau|directorate|commission|council|government|presidency|minister|"
    r"prime minister|chancellery|agency|authority)"
    r"(?: general)?(?: extraordinary)? (?:of|for|to)\b"
    r"|(?:ministere|ministerio|ministero|presidence|presidencia|presidenza|secretaria|secretariat|embajada|"
    r"embaixada|ambassade|ambasciata|gouvernement|gobierno|governo|kementerian|kedutaan besar|bundesministerium|"
    r"ministerstwo|ministerstvo|ministerul|botschaft|ambasada)"
    r"(?: (?:de l'|de las?|des?|du|dos?|das?|degli|dell'|della|di|luar|fur|der|general)\b))"
)
"How a line that names a body begins, folded."

BODY_ENDS: str = (
    r"^(?:the )?(?:u\.s\. |u\.k\. |[a-z]+ ){1,3}(?:embassy|consulate(?: general)?|"
    r"mission)\b|\b(?:ministry|department|office|embassy|secretariat|government|"
    r"commission|bureau|agency|forum|council|institute)$"
)
"How a line that names a body ends: 'Australian Embassy', 'Prime Minister's Office'."

UNITS: tuple[str, ...] = (
    "office of the spokesperson",
    "general department",
    "department of asean",
    "department of information",
    "press and information department",
    "press office",
    "bureau of",
    "spokesperson",
    "media center",
    "media centre",
    "news",
    "government",
    "royal government",
    "the government",
    "the federal council",
    "federal council",
    "council of ministers",
    "the cabinet",
    "the portal",
    "portal of",
    "the official ",
    "official ",
    "the website",
    "website of",
)
"Parts of a ministry, or a government over it: a line of a letterhead that is not the body itself."

MINISTER_STYLES: tuple[tuple[str, str, str], ...] = (
    ("minister for foreign affairs", "news release", "Australia"),
    ("minister for foreign affairs and trade", "news release", "Australia"),
    ("minister for foreign affairs", "media release", "Australia"),
    ("minister for foreign affairs and trade", "media release", "Australia"),
)
"Letterhead and label of ministers who sign for themselves → country; gives an inferred reading."

MINISTERS: str = (
    r"(?:deputy |prime |senior |acting |first |vice |special |assistant |caretaker )*"
    r"(?:minister|ministry|president|prime minister|secretary|foreign minister|government|"
    r"ambassador|honorary consul|"
    r"attorney-general|defence minister|defense minister|high commissioner|chancellor|king|vice president)"
)
"Offices that speak for a country."

SPEAKING_VERBS: str = (
    r"(?:expresses|wishes|condemns|welcomes|announces|informs|notes|presents|has the honou?r|"
    r"is pleased|is (?:deeply|gravely)|"
    r"takes note|strongly|firmly|reaffirms|reiterates|extends|regrets|deplores|rejects|would like|"
    r"clarifies|categorically|is following)"
)
"Verbs by which a body speaks for itself in the first sentence."
