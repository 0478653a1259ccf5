"""Words that say what kind of text a release is: labels, titles, sections of a site, turns of phrase.

Enters: nothing. Leaves: plain tuples and dictionaries; what is compared is folded (small letters, straight
apostrophes, no accents). Patterns are regular expressions over folded text, in order: the first wins.
Must not be known here: where on a page they are looked for.

The kinds: press-release, readout, joint-statement, statement, announcement, news, remarks-transcript, speech,
message, fact-sheet.
"""

KIND_LABELS: dict[str, str] = {
    # English
    "press release": "press-release",
    "press communique": "press-release",
    "news release": "press-release",
    "media release": "press-release",
    "press note": "press-release",
    "media note": "press-release",
    "official press release": "press-release",
    "for immediate release": "press-release",
    "information note": "press-release",
    "readout": "readout",
    "read-out": "readout",
    "read out": "readout",
    "joint readout": "readout",
    "summary of discussions": "readout",
    "joint press release": "joint-statement",
    "joint news release": "joint-statement",
    "joint media release": "joint-statement",
    "joint statement": "joint-statement",
    "joint press statement": "joint-statement",
    "joint media statement": "joint-statement",
    "joint communique": "joint-statement",
    "joint declaration": "joint-statement",
    "final communique": "joint-statement",
    "final declaration": "joint-statement",
    "summit communique": "joint-statement",
    "leaders' communique": "joint-statement",
    "news story": "press-release",
    "news item": "press-release",
    "joint press communique": "joint-statement",
    "joint announcement": "joint-statement",
    "joint leaders' statement": "joint-statement",
    "leaders' statement": "joint-statement",
    "leaders' declaration": "joint-statement",
    "declaration": "joint-statement",
    "statement": "statement",
    "press statement": "statement",
    "media statement": "statement",
    "official statement": "statement",
    "public statement": "statement",
    "spokesperson's statement": "statement",
    "spokesperson's comment": "statement",
    "chairman's statement": "statement",
    "chair's statement": "statement",
    "communique": "statement",
    "announcement": "announcement",
    "public announcement": "announcement",
    "press announcement": "announcement",
    "notice": "announcement",
    "notice to the media": "announcement",
    "media advisory": "announcement",
    "press advisory": "announcement",
    "media alert": "announcement",
    "remarks": "remarks-transcript",
    "transcript": "remarks-transcript",
    "press briefing": "remarks-transcript",
    "press conference": "remarks-transcript",
    "interview": "remarks-transcript",
    "doorstop": "remarks-transcript",
    "speech": "speech",
    "address": "speech",
    "keynote address": "speech",
    "message": "message",
    "congratulatory message": "message",
    "message of condolence": "message",
    "fact sheet": "fact-sheet",
    "factsheet": "fact-sheet",
    "backgrounder": "fact-sheet",
    # French, Spanish, Portuguese, Italian, German
    "communique de presse": "press-release",
    "communique conjoint": "joint-statement",
    "declaration conjointe": "joint-statement",
    "comunicado de prensa": "press-release",
    "nota de prensa": "press-release",
    "comunicado conjunto": "joint-statement",
    "declaracion conjunta": "joint-statement",
    "nota a imprensa": "press-release",
    "comunicado de imprensa": "press-release",
    "comunicato stampa": "press-release",
    "pressemitteilung": "press-release",
    # South-East Asia
    "siaran pers": "press-release",
    "siaran akhbar": "press-release",
    "kenyataan media": "statement",
    "kenyataan akhbar": "statement",
    "pernyataan bersama": "joint-statement",
    "kenyataan bersama": "joint-statement",
    "thong cao bao chi": "press-release",
    "thong cao chung": "joint-statement",
    "tuyen bo chung": "joint-statement",
    "សេចក្តីប្រកាសព័ត៌មាន": "press-release",
    "សេចក្ដីប្រកាសព័ត៌មាន": "press-release",
    "សេចក្តីជូនដំណឹង": "announcement",
    "សេចក្តីថ្លែងការណ៍": "statement",
    "សេចក្តីថ្លែងការណ៍រួម": "joint-statement",
    "សេចក្តីប្រកាសព័ត៌មានរួម": "joint-statement",
    "ข่าวสารนิเทศ": "press-release",
    "แถลงการณ์": "statement",
    "แถลงการณ์ร่วม": "joint-statement",
    # East Asia
    "共同声明": "joint-statement",
    "共同発表": "joint-statement",
    "共同プレス発表": "joint-statement",
    "联合声明": "joint-statement",
    "联合公报": "joint-statement",
    "外務大臣談話": "statement",
    "外務報道官談話": "statement",
    "記者会見": "remarks-transcript",
    "보도자료": "press-release",
    "공동성명": "joint-statement",
}
"A line that says nothing but the kind. 報道発表 is left out: it heads every page of its section."

PLAIN_LABELS: frozenset[str] = frozenset({"press-release", "announcement", "statement", "message"})
"Kinds whose bare label is no title: 'PRESS RELEASE' alone. 'JOINT COMMUNIQUÉ' alone is one."

TITLE_KINDS: tuple[tuple[str, str], ...] = (
    (r"(?:the )?(?:joint )?read-?out (?:of|from|on)\b", "readout"),
    (
        r"(?:joint )?(?:summary|overview|outline) of (?:the )?.{0,80}\b(?:meeting|call|talks|conversation)",
        "readout",
    ),
    (r"(?:statement|read-?out) .{0,120}\bon .{0,120}\b(?:call|meeting|conversation|talks) with\b", "readout"),
    (r"(?:joint )?fact ?sheet\b", "fact-sheet"),
    (
        r"joint (?:press|media|news) (?:release|statement|communique|announcement|declaration)",
        "joint-statement",
    ),
    (
        r"(?:chair(?:man|woman|person)?|co-chairs?|presidency)(?:'s?|s')? (?:press |"
        r"media )?(?:statement|summary)",
        "statement",
    ),
    (
        r".{0,120}\bjoint (?:leaders'? |ministerial |vision |ministers'? )?(?:statement|"
        r"declaration|communique|press statement)",
        "joint-statement",
    ),
    (r".{0,120}\b(?:leaders|ministers)'? (?:statement|declaration|communique)", "joint-statement"),
    (r"(?:press|news|media) (?:release|note) (?:on|of|regarding|by|about)\b", "press-release"),
    (
        r".{0,80}\b(?:regular|joint|weekly|daily) (?:press conference|press briefing|media briefing)\b",
        "remarks-transcript",
    ),
    (r"(?:[\w' -]{0,40} )?(?:communique|declaration)\b(?! of war)", "joint-statement"),
    (
        r"(?:transcript|interview|doorstop|press availability|background (?:press )?(?:call|"
        r"briefing)|q ?& ?a)\b",
        "remarks-transcript",
    ),
    (
        r"(?:joint |opening |closing |introductory )*(?:remarks|press conference|press briefing|"
        r"media conference|press availability)\b",
        "remarks-transcript",
    ),
    (
        r"(?:the )?(?:[\w' -]{0,40} )?(?:speech|keynote|address|lecture|toast|intervention) (?:by|"
        r"of|to|at|before|delivered)\b",
        "speech",
    ),
    (r"(?:[\w' -]{0,30} )?message (?:from|of|by|to|on)\b|congratulatory\b|condolence", "message"),
    (r"statement .{0,120}\bon (?:the )?.{0,60}\b(?:visit|travel|trip) (?:of|by|to)\b", "announcement"),
    (r"(?:press |media |official )?statement (?:by|from|of|on|regarding|following|to|at)\b", "statement"),
    (r"(?:[a-z]{2,12} )?(?:press |media |official )?statement ?(?::|on\b|$)", "statement"),
    (
        r".{0,120}'s? (?:press |media )?(?:statement|comments?) (?:on|in response|regarding|following)\b",
        "statement",
    ),
    (
        r".{0,100}\b(?:announces|to visit|to pay|to travel|to host|to attend|will visit|will host)\b",
        "announcement",
    ),
    (
        r"(?:tele?phone|phone|video|telephonic) (?:call|conversation|talks?|meeting) (?:between|of|with)\b",
        "readout",
    ),
    (r".{0,100}\b(?:speech|keynote|keynote address) (?:at|to|on|for|before|by|during|in)\b", "speech"),
    (r".{0,100}(?:'s|s') (?:[\w-]+ ){0,2}(?:speech|address|keynote)\b", "speech"),
    (r".{0,100}(?:'s|s') (?:[\w-]+ ){0,2}(?:remarks|press conference|interview)\b", "remarks-transcript"),
    (r".{0,60}\bremarks (?:at|to|on|with|before|following|after|during)\b", "remarks-transcript"),
    (r"(?:announcement|appointment|designation|accreditation|nomination) of\b", "announcement"),
    (r"(?:media|press) advisory\b|notice\b", "announcement"),
)
"Beginnings of titles that name the kind of text."

FIRM_TITLE_KINDS: frozenset[str] = frozenset(
    {"joint-statement", "remarks-transcript", "speech", "fact-sheet"}
)
"Kinds that a title gives even under the label 'PRESS RELEASE'."

SECTIONS: dict[str, str] = {
    "press releases": "press-release",
    "press release": "press-release",
    "news releases": "press-release",
    "media releases": "press-release",
    "communiques": "press-release",
    "communiques de presse": "press-release",
    "readouts": "readout",
    "speeches": "speech",
    "transcripts": "remarks-transcript",
    "interviews": "remarks-transcript",
    "press conferences": "remarks-transcript",
    "press statements": "statement",
    "announcements": "announcement",
    "media advisories": "announcement",
    "fact sheets": "fact-sheet",
    "joint statements": "joint-statement",
    "remarks": "remarks-transcript",
    "speeches & remarks": "speech",
    "speeches and statements": "speech",
    "statements": "statement",
    "statements & releases": "statement",
    "official statements": "statement",
    "declarations": "statement",
    "spokesperson's remarks": "remarks-transcript",
    "press briefings": "remarks-transcript",
    "discursos": "speech",
    "discours": "speech",
    "siaran pers": "press-release",
    "siaran media": "press-release",
    "comunicados": "press-release",
    "comunicados de prensa": "press-release",
    "pressemitteilungen": "press-release",
    "comunicati": "press-release",
    "press notes": "press-release",
}
"Sections of a site, as breadcrumbs and 'Posted in' name them; weaker than a label or title."

OVERVIEW_PHRASES: str = (
    r"\b(?:an?|the) (?:overview|outline|summary|gist) (?:of (?:the|this|their) [\w' -]{1,60} )?"
    r"(?:is|was|are) (?:as follows|given below|below|set out below)|以下のとおり|"
    r"概要は次のとおり"
)
"A sentence that announces the summary of a meeting."

ANNOUNCING_PHRASES: str = (
    r"\bwill (?:host|visit|travel|pay|undertake|attend|make|be (?:in|on a|visiting)|lead|embark|"
    r"arrive|receive|welcome|hold)\b"
    r"|\b(?:today |have |has |am pleased to |is pleased to |are pleased to )+announced?\b"
    r"|\bannounced (?:today )?the (?:appointment|designation|nomination)\b|\b(?:is|are) scheduled to\b"
)
"A first sentence that looks ahead to a visit, or announces an appointment."

MEETING_PHRASES: str = (
    r"\bmet\b|\bspoke (?:by|with|on|over|to)\b|\bheld (?:an? |the |their |its |bilateral |"
    r"talks)[\w', -]{0,60}"
    r"(?:meeting|talks|consultations?|call|conversation|summit|dialogue|discussions?)?|"
    r"\bhad an? [\w', -]{0,40}(?:meeting|call|conversation|talk)"
    r"|\bcalled on\b|\b(?:paid|made) an? (?:courtesy|introductory|farewell) (?:call|visit)|"
    r"\breceived (?:a |an |the )?(?:courtesy|call|visit|telephone)"
    r"|\b(?:took|taking) place\b|\bwas (?:held|convened)\b|\bhosted\b|\bexchanged views\b|"
    r"を開催しました|"
    r"会談を行いました|電話会談"
)
"A first sentence that tells of a meeting or call that has been."

GREETING_PHRASES: str = (
    r"^[\"'(]?(?:(?:your |their )?(?:royal highness|excellenc|majest)|(?:distinguished|honou?rable|esteemed) "
    r"(?:[a-z]+ ){0,3}(?:guests|delegates|colleagues|participants|ministers|members|friends|ladies)|"
    r"ladies and gentlemen|(?:mr\.?|madam|mister) (?:president|chair|speaker|secretary-general|moderator|vice)"
    r"[a-z -]{0,30},|dear (?:colleagues|friends|excellenc)|good (?:morning|afternoon|evening)[,. ])"
)
"How a speech opens."

STATING_PHRASES: str = (
    r"\b(?:(?:strongly |firmly |unequivocally )?(?:condemns|deplores|denounces|rejects)|(?:we|"
    r"i) (?:strongly )?(?:condemn|deplore|welcome|reject)|"
    r"(?:government|ministry|republic|kingdom|union|[a-z]+) welcomes|is (?:deeply |gravely |"
    r"extremely )?(?:concerned|saddened|shocked)|"
    r"(?:expresses|extends) (?:its|our|his|her|the) (?:deep|deepest|grave|profound|sincere|"
    r"heartfelt|serious)|calls (?:on|upon) all|(?:issued|made|released) the following (?:joint )?statement)\b"
)
"A first sentence in which a government takes a stand."

NEWS_PHRASES: tuple[tuple[str, int], ...] = (
    (
        r"\btold (?:the |a )?(?:post|times|reporters?|journalists|afp|reuters|xinhua|news|daily|"
        r"press|kyodo|voa|rfa|cnn|bbc)\b",
        2,
    ),
    (r"\((?:reuters|ap|afp|xinhua|kyodo|vna|bernama|akp|dpa|ani|pti|jiji press)\)", 2),
    (
        r"\bthe (?:foreign )?(?:ministry|embassy|statement|release|press release|premier|official|"
        r"minister|spokesman|spokeswoman) (?:said|added|noted|stated)\b",
        1,
    ),
    (
        r"\b(?:in|according to) an? (?:[\w]+ \d{1,2} |\d{1,2} [\w]+ )?(?:press release|"
        r"news release|statement|press statement|social media post|facebook post|post on)\b",
        1,
    ),
    (
        r"\b(?:his|her|its|the ministry's) (?:official )?(?:facebook|twitter|telegram|x) (?:page|"
        r"account|post|channel)\b",
        1,
    ),
    (
        r"\b(?:analyst|political commentator|political scientist|researcher|academic|expert|"
        r"director-general of the (?:\w+ ){1,4}institute|"
        r"(?:royal|national) academy|university professor|professor of)\b",
        1,
    ),
    (r"\b(?:foreign|prime) minister [a-z' -]{3,40} (?:announced|said)\b", 1),
    (r"\b(?:aside to|by|with|to|among) (?:[a-z]+ )?(?:reporters|journalists)\b", 1),
    (r"\b(?:he|she) (?:said|added|noted|continued|further noted)\b", 1),
    (r"[”\"],? (?:he|she|the ministry|the minister|the embassy|[a-z]+) (?:said|added|stated)\b", 1),
    (r"\b(?:staff (?:reporter|writer)|news desk|published:|by our correspondent)\b", 1),
)
"The voice of a newspaper, and how much each turn of phrase weighs."
