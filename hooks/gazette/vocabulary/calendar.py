"""Words of the calendar: months, weekdays, eras, and the words around a date that say what it is.

Enters: nothing. Leaves: plain tuples, dictionaries and frozen sets of strings.
Must not be known here: how they are used. Month names are folded to lower case without a full stop;
a language needs only its month names here to have its dates read ("18 juin 2008", "17 Agustus 1945").
"""

ENGLISH_MONTHS: tuple[tuple[str, ...], ...] = (
    ("January", "Jan"),
    ("February", "Feb"),
    ("March", "Mar"),
    ("April", "Apr"),
    ("May",),
    ("June", "Jun"),
    ("July", "Jul"),
    ("August", "Aug"),
    ("September", "Sept", "Sep"),
    ("October", "Oct"),
    ("November", "Nov"),
    ("December", "Dec"),
)
"Full names first, then the short forms in use; only these may lead a date (March 16, 2020)."

OTHER_MONTHS: tuple[tuple[str, ...], ...] = (
    # French, Spanish, Portuguese, German, Indonesian and Malay, Italian, Thai, Khmer, Lao; one row a month
    ("janvier", "enero", "janeiro", "januar", "januari", "gennaio", "มกราคม", "មករា", "ມັງກອນ"),
    ("février", "febrero", "fevereiro", "februar", "februari", "febbraio", "กุมภาพันธ์", "កុម្ភៈ", "ກຸມພາ"),
    ("mars", "marzo", "março", "märz", "maret", "mac", "มีนาคม", "មីនា", "ມີນາ"),
    ("avril", "abril", "aprile", "เมษายน", "មេសា", "ເມສາ"),
    ("mai", "mayo", "maio", "mei", "maggio", "พฤษภาคม", "ឧសភា", "ພຶດສະພາ"),
    ("juin", "junio", "junho", "juni", "giugno", "jun", "มิถุนายน", "មិថុនា", "ມິຖຸນາ"),
    ("juillet", "julio", "julho", "juli", "luglio", "julai", "กรกฎาคม", "កក្កដា", "ກໍລະກົດ"),
    ("août", "agosto", "agustus", "ogos", "สิงหาคม", "សីហា", "ສິງຫາ"),
    ("septembre", "septiembre", "setembro", "settembre", "กันยายน", "កញ្ញា", "ກັນຍາ"),
    ("octobre", "octubre", "outubro", "oktober", "ottobre", "ตุลาคม", "តុលា", "ຕຸລາ"),
    ("novembre", "noviembre", "novembro", "nopember", "พฤศจิกายน", "វិច្ឆិកា", "ພະຈິກ"),
    (
        "décembre",
        "diciembre",
        "dezembro",
        "dezember",
        "desember",
        "disember",
        "dicembre",
        "ธันวาคม",
        "ធ្នូ",
        "ທັນວາ",
    ),
)
"Months of languages that put the day first; read only after a day number."

WEEKDAYS: tuple[tuple[str, ...], ...] = (
    ("Monday", "Mon"),
    ("Tuesday", "Tues", "Tue"),
    ("Wednesday", "Wed"),
    ("Thursday", "Thurs", "Thur", "Thu"),
    ("Friday", "Fri"),
    ("Saturday", "Sat"),
    ("Sunday", "Sun"),
)
"From Monday. The short forms count only before a date."

ERAS: dict[str, int] = {"令和": 2019, "平成": 1989, "昭和": 1926, "大正": 1912, "明治": 1868}
"Japanese era → its first year."

RELATIVE_DAYS: dict[str, int] = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "last night": -1,
    "last evening": -1,
}
"Words for a day → days from the anchor."

RELATIVE_STEPS: dict[str, int] = {
    "this": 0,
    "current": 0,
    "last": -1,
    "past": -1,
    "next": 1,
    "coming": 1,
    "following": 1,
}
"Words before week, month, year or the name of a month → periods from the anchor."

SMALL_NUMBERS: dict[str, int] = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}

LEADS: tuple[str, ...] = (
    "in",
    "since",
    "by",
    "during",
    "until",
    "till",
    "through",
    "throughout",
    "before",
    "after",
    "between",
    "from",
    "around",
    "of",
    "for",
    "as of",
    "back in",
    "as early as",
    "as late as",
    "the year",
    "the years",
    "year",
    "en",
    "tahun",
    "vào năm",
    "năm",
)
"Words after which a bare year or month is a date: 'in 2013', 'since March', 'the year 2023'."

PARTS_OF_PERIOD: tuple[str, ...] = (
    "early",
    "mid",
    "middle of",
    "late",
    "end of",
    "beginning of",
    "start of",
    "course of",
    "first half of",
    "second half of",
    "first quarter of",
    "second quarter of",
    "third quarter of",
    "fourth quarter of",
    "last quarter of",
    "spring of",
    "summer of",
    "autumn of",
    "fall of",
    "winter of",
    "spring",
    "summer",
    "autumn",
    "winter",
)
"Words that narrow a year or month without giving a date: the reading stays at the year or month."

DATED_NOUNS: tuple[str, ...] = (
    "accord",
    "accords",
    "act",
    "agreement",
    "agreements",
    "armistice",
    "charter",
    "communiqué",
    "convention",
    "conventions",
    "coup",
    "declaration",
    "election",
    "elections",
    "earthquake",
    "forum",
    "games",
    "law",
    "legislation",
    "meeting",
    "memorandum",
    "protocol",
    "referendum",
    "revolution",
    "statement",
    "summit",
    "treaty",
    "visit",
    "war",
)
"What a year before it dates: 'the 1951 Mutual Defence Treaty', 'Japan's 2015 Legislation'."

_COUNTED = """
    acres applicants aircraft billion boats cases cents children citizens civilians companies
    countries cubic delegates delegations deminers dollars doses enterprises euro euros families
    farmers feet firms gallons guests hectares homes hospitals hours households houses individuals
    jobs journalists kg kilograms kilometers kilometres km kilowatts kw lives meters metres members
    miles militants million minutes months mw megawatts ministers nationals officers officials
    participants passengers peacekeepers people per percent persons places points prisoners products
    projects refugees representatives residents riel scholars scholarships schools ships soldiers
    square states students survivors teachers tons tonnes tourists trainees troops trillion units
    vehicles vessels victims villages visitors volunteers voters votes weeks women workers yen years
    yuan
"""

COUNTED_NOUNS: frozenset[str] = frozenset(_COUNTED.split())
"Nouns after which a number was a count: 'in 2000 schools', 'In May 12 countries'."

SAYING_VERBS: tuple[str, ...] = (
    "said",
    "told",
    "met",
    "spoke",
    "held",
    "wrote",
    "left",
    "took",
    "gave",
    "made",
)
"Irregular past forms before a bare weekday: 'said Friday'."

AHEAD_CUES: tuple[str, ...] = (
    "will",
    "shall",
    "would",
    "is to",
    "are to",
    "to be held",
    "to be organised",
    "to be organized",
    "to take place",
    "scheduled",
    "upcoming",
    "forthcoming",
    "planned",
    "plans",
    "due to",
    "look forward",
    "looks forward",
    "looked forward",
    "looking forward",
    "looked ahead",
    "ahead of",
    "expected to",
    "invited",
    "invitation",
    "until",
    "by",
    "opens",
    "starting",
)
"Words before a date without year that turn it towards the future."

BACK_CUES: tuple[str, ...] = (
    "was",
    "were",
    "held",
    "since",
    "signed",
    "adopted",
    "took",
    "met",
    "visited",
    "launched",
    "established",
    "concluded",
    "agreed at",
    "following",
    "recalled",
    "last",
    "recent",
    "became",
    "congratulated",
    "issued",
    "elected",
    "appointed",
    "opened",
    "announced",
)
"Words before a date without year that turn it towards the past."
