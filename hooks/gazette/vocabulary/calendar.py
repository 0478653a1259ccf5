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

_OTHER_MONTHS: tuple[str, ...] = (
    # French Spanish Portuguese German Dutch Scandinavian Finnish Italian Romanian; Polish Czech Slovak Slovene
    # Croatian (as after a day); Turkish Azerbaijani; Indonesian Malay Filipino; Russian Ukrainian Bulgarian Serbian;
    # Greek; Thai Khmer Lao; Arabic. One line a month.
    """janvier enero janeiro januar januari tammikuuta gennaio ianuarie stycznia ledna januára januarja siječnja
    ocak yanvar enero január января січня януари јануара ιανουαρίου มกราคม មករា ມັງກອນ يناير""",
    """février febrero fevereiro februar februari helmikuuta febbraio februarie lutego února februára februarja
    veljače şubat fevral pebrero február февраля лютого февруари фебруара φεβρουαρίου กุมภาพันธ์ កុម្ភៈ ກຸມພາ فبراير""",
    """mars marzo março märz maart marts maaliskuuta martie marca března ožujka mart maret mac marso március марта
    березня март μαρτίου มีนาคม មីនា ມີນາ مارس""",
    """avril abril aprile april huhtikuuta aprilie kwietnia dubna apríla aprila travnja nisan aprel április апреля
    квітня април априла απριλίου เมษายน មេសា ເມສາ أبريل إبريل""",
    """mai mayo maio mei maj toukokuuta maggio maja května mája svibnja mayıs мая травня май маја μαΐου พฤษภาคม
    ឧសភា ພຶດສະພາ مايو""",
    """juin junio junho juni kesäkuuta giugno iunie czerwca června júna junija lipnja haziran iyun hunyo jun június
    июня червня юни јуна ιουνίου มิถุนายน មិថុនា ມິຖຸນາ يونيو""",
    """juillet julio julho juli heinäkuuta luglio iulie lipca července júla julija srpnja temmuz iyul hulyo julai
    július июля липня юли јула ιουλίου กรกฎาคม កក្កដា ກໍລະກົດ يوليو""",
    """août agosto agustus ogos augustus elokuuta sierpnia srpna augusta avgusta kolovoza ağustos avqust augusti
    augusztus августа серпня август αυγούστου สิงหาคม សីហា ສິງຫາ أغسطس""",
    """septembre septiembre setembro settembre syyskuuta septembrie września září septembra rujna eylül sentyabr
    setyembre szeptember сентября вересня септември септембра σεπτεμβρίου กันยายน កញ្ញា ກັນຍາ سبتمبر""",
    """octobre octubre outubro oktober ottobre lokakuuta octombrie października října októbra oktobra
    ekim oktyabr oktubre október октября жовтня октомври октобра οκτωβρίου ตุลาคม តុលា ຕຸລາ أكتوبر""",
    """novembre noviembre novembro nopember marraskuuta noiembrie listopadu novembra listopada studenoga kasım noyabr
    nobyembre november ноября листопада ноември новембра νοεμβρίου พฤศจิกายน វិច្ឆិកា ພະຈິກ نوفمبر""",
    """décembre diciembre dezembro dezember desember disember dicembre joulukuuta decembrie grudnia prosince
    decembra prosinca aralık dekabr disyembre december декабря грудня декември децембра δεκεμβρίου ธันวาคม ធ្នូ
    ທັນວາ ديسمبر""",
)
OTHER_MONTHS: tuple[tuple[str, ...], ...] = tuple(tuple(words.split()) for words in _OTHER_MONTHS)
"Months of languages that put the day first; read only after a day number."

THAI_SHORT_MONTHS: tuple[str, ...] = (
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
)
"As they stand between a day and a year of the Buddhist era."

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

ERAS: dict[str, int] = {
    "令和": 2019,
    "平成": 1989,
    "昭和": 1926,
    "大正": 1912,
    "明治": 1868,
    "民國": 1912,
    "民国": 1912,
}
"Era of Japan, or of the Republic of China → its first year."

LATIN_ERAS: dict[str, int] = {"reiwa": 2019, "heisei": 1989, "showa": 1926}
"The same in Latin letters, folded: 'May 2, Reiwa 7'."

RELATIVE_DAYS: dict[str, int] = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "the day after tomorrow": 2,
    "the day before yesterday": -2,
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
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "twenty-five": 25,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
}

PERIOD_ENDS: dict[str, str] = {
    "the end of the year": "year",
    "the close of the year": "year",
    "the year's end": "year",
    "the year’s end": "year",
    "year-end": "year",
    "the rest of the year": "year",
    "the end of the month": "month",
    "the rest of the month": "month",
    "the end of the week": "week",
    "the rest of the week": "week",
}
"Words for the period in which the text was written → its length."

DAY_PARTS: tuple[str, ...] = ("day", "morning", "afternoon", "evening", "night")

SEQUELS: dict[str, int] = {
    "same": 0,
    "that": 0,
    "following": 1,
    "next": 1,
    "previous": -1,
    "preceding": -1,
}
"Words before day, morning or evening → days from the day spoken of just before: 'the following day'."

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
    "no later than",
    "not later than",
    "earlier than",
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
    "first quarter of",
    "second quarter of",
    "third quarter of",
    "fourth quarter of",
    "last quarter of",
    "Q1",
    "Q2",
    "Q3",
    "Q4",
    "second half of",
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

DAY_NOUNS: tuple[str, ...] = (
    "announcement",
    "briefing",
    "call",
    "ceremony",
    "consultation",
    "conversation",
    "discussion",
    "discussions",
    "event",
    "exchange",
    "launch",
    "session",
    "signing",
    "talks",
)
"What besides may be of today: 'today's signing'."

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
    "no later than",
    "opens",
    "starting",
    "starts",
    "begins",
    "arrives",
    "departs",
    "leaves for",
    "travels to",
    "flies to",
    "takes place",
    "takes effect",
    "enters into force",
    "ceases",
    "expires",
    "agreed to",
    "agree to",
    "decided to",
    "intends to",
    "intend to",
    "hopes to",
    "prepare for",
    "in preparation for",
    "inviting",
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
