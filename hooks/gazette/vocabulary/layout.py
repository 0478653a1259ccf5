"""Words of the page rather than of the text: mottos, letterheads, kinds, navigation, captions, feet.

Enters: nothing. Leaves: plain tuples, frozen sets and dictionaries of strings, in lower case unless said.
Must not be known here: how they are used. Lines are compared after folding case, quotes and white space;
"..._STARTS" are beginnings of a line, "..._LINES" whole lines, "..._WORDS" single words.
"""

MOTTOS: tuple[str, ...] = (
    "nation religion king",
    "nation - religion - king",
    "independence - freedom - happiness",
    "independence freedom happiness",
    "độc lập - tự do - hạnh phúc",
    "peace independence democracy unity prosperity",
    "peace independence democracy unity and prosperity",
    "unity in diversity",
    "bhinneka tunggal ika",
    "unity, faith, discipline",
    "unity - progress - justice",
    "liberté égalité fraternité",
    "liberté - égalité - fraternité",
    "liberty, equality, fraternity",
    "work - justice - solidarity",
    "unity - work - progress",
    "unité - travail - progrès",
    "un peuple - un but - une foi",
    "peace - work - fatherland",
    "paix - travail - patrie",
    "union - discipline - travail",
    "satyameva jayate",
    "one vision, one identity, one community",
    "ជាតិ សាសនា ព្រះមហាក្សត្រ",
    "ສັນຕິພາບ ເອກະລາດ ປະຊາທິປະໄຕ ເອກະພາບ ວັດທະນະຖາວອນ",
)
"Mottos of states and organisations as they stand under the name on a letterhead."

STATE_STARTS: tuple[str, ...] = (
    "kingdom of",
    "the kingdom of",
    "royal government of",
    "republic of",
    "the republic of",
    "people's republic of",
    "people’s republic of",
    "democratic republic of",
    "democratic socialist republic of",
    "democratic people's republic of",
    "federal republic of",
    "federal democratic republic of",
    "socialist republic of",
    "islamic republic of",
    "united republic of",
    "arab republic of",
    "plurinational state of",
    "bolivarian republic of",
    "co-operative republic of",
    "cooperative republic of",
    "independent state of",
    "state of",
    "commonwealth of",
    "union of",
    "republic of the union of",
    "sultanate of",
    "principality of",
    "grand duchy of",
    "federation of",
    "federated states of",
    "hashemite kingdom of",
    "government of",
    "the government of",
    "his majesty's government",
    "his majesty’s government",
    "her majesty's government",
    "her majesty’s government",
    "his britannic majesty's",
    "lao people's democratic republic",
    "lao people’s democratic republic",
    "royaume du",
    "royaume de",
    "république",
    "república",
    "republik",
    "kerajaan",
    "bundesrepublik",
    "swiss confederation",
    "schweizerische eidgenossenschaft",
    "confédération suisse",
    "ព្រះរាជាណាចក្រ",
    "រាជរដ្ឋាភិបាល",
    "日本国",
    "大韓民国",
    "대한민국",
    "中华人民共和国",
    "ราชอาณาจักร",
    "สาธารณรัฐ",
    "cộng hòa",
)
"How the line of a letterhead that names a state begins."

ORGANISATIONS: frozenset[str] = frozenset(
    {
        "united nations",
        "nations unies",
        "naciones unidas",
        "union africaine",
        "união africana",
        "unión africana",
        "union européenne",
        "unión europea",
        "europäische union",
        "organisation internationale de la francophonie",
        "commonwealth of nations",
        "pacific islands forum",
        "gulf cooperation council",
        "shanghai cooperation organisation",
        "collective security treaty organization",
        "organization for security and co-operation in europe",
        "council of europe",
        "north atlantic treaty organization",
        "north atlantic treaty organisation",
        "economic community of west african states",
        "southern african development community",
        "east african community",
        "intergovernmental authority on development",
        "south asian association for regional cooperation",
        "mekong river commission",
        "downing street",
        "the kremlin",
        "elysée",
        "palais de l'élysée",
        "malacañang",
        "buckingham palace",
        "wisma putra",
        "istana",
        "european union",
        "african union",
        "council of the european union",
        "european external action service",
        "asean",
        "the asean secretariat",
        "asean secretariat",
        "association of southeast asian nations",
        "association of south-east asian nations",
        "secretariat of the pacific community",
        "pacific islands forum secretariat",
        "league of arab states",
        "organisation of islamic cooperation",
        "organization of american states",
        "caribbean community",
        "the commonwealth",
        "commonwealth secretariat",
        "holy see",
        "the white house",
        "white house",
        "the vatican",
        "10 downing street",
        "prime minister's office",
        "prime minister’s office",
        "office of the prime minister",
        "office of the president",
        "office of the vice president",
        "the blue house",
        "cabinet office",
        "cabinet secretariat",
        "auswärtiges amt",
        "quai d'orsay",
        "itamaraty",
        "farnesina",
        "gaimusho",
        "global affairs canada",
    }
)
"Whole letterhead lines that name an issuer without a word such as ministry."

BODY_WORDS: frozenset[str] = frozenset(
    {
        "ministry",
        "ministries",
        "department",
        "dept",
        "bureau",
        "office",
        "directorate",
        "directorate-general",
        "division",
        "secretariat",
        "embassy",
        "consulate",
        "consulate-general",
        "mission",
        "delegation",
        "commission",
        "council",
        "cabinet",
        "agency",
        "authority",
        "parliament",
        "parliamentary",
        "library",
        "senate",
        "assembly",
        "palace",
        "chancellery",
        "presidency",
        "spokesperson",
        "spokesman",
        "spokeswoman",
        "press",
        "information",
        "communications",
        "institute",
        "centre",
        "center",
        "unit",
        "section",
        "service",
        "services",
        "affairs",
        "minister",
        "ministère",
        "ministerio",
        "ministério",
        "ministero",
        "ministerium",
        "kementerian",
        "bộ",
        "ambassade",
        "embajada",
        "botschaft",
        "representative",
        "headquarters",
        "secretary",
        "president",
        "chairman",
        "chair",
        "foreign",
        "trade",
        "commerce",
        "cooperation",
        "co-operation",
        "international",
        "general",
        "national",
        "permanent",
        "government",
        "state",
        "royal",
    }
)
"Words of which a letterhead line that names an issuing body has at least one."

BODY_HEADS: tuple[str, ...] = (
    "federal ministry",
    "federal foreign office",
    "federal department",
    "state department",
    "foreign office",
    "prime minister's office",
    "presidency of",
    "presidential office",
    "government of",
    "state secretariat",
    "high commission",
    "media office",
    "media relations",
    "media centre",
    "communications office",
    "communication department",
    "public affairs",
    "oficina de",
    "dirección",
    "direção",
    "direction g",
    "direction de",
    "direction of",
    "gabinete",
    "secretaría",
    "secretaria de",
    "subsecretaría",
    "cancillería",
    "presidencia",
    "presidência",
    "présidence",
    "gobierno de",
    "governo ",
    "gouvernement",
    "service de presse",
    "departamento de",
    "département",
    "délégation",
    "misión permanente",
    "mission permanente",
    "missão permanente",
    "consulado",
    "consulat",
    "embaixada",
    "ambasciata",
    "ambasada",
    "büyükelçilik",
    "kedutaan",
    "konsulat",
    "jabatan",
    "direktorat",
    "pejabat",
    "auswärtiges amt",
    "bundeskanzleramt",
    "utenriksdepartementet",
    "utrikesdepartementet",
    "udenrigsministeriet",
    "ulkoministeriö",
    "ministerstwo",
    "ministerstvo",
    "ministarstvo",
    "ministerul",
    "külügyminisztérium",
    "dışişleri bakanlığı",
    "министерство",
    "văn phòng",
    "đại sứ quán",
    "ministry",
    "ministries",
    "the ministry",
    "department",
    "general department",
    "u.s. department",
    "us department",
    "united states department",
    "bureau",
    "office",
    "directorate",
    "directorate-general",
    "division",
    "secretariat",
    "general secretariat",
    "embassy",
    "royal embassy",
    "the embassy",
    "consulate",
    "consulate-general",
    "permanent mission",
    "mission of",
    "delegation of",
    "council of ministers",
    "cabinet of",
    "press and information",
    "press office",
    "press service",
    "press department",
    "information department",
    "spokesperson",
    "foreign ministry",
    "ministère",
    "ministerio",
    "ministério",
    "ministero",
    "bundesministerium",
    "kementerian",
    "ambassade",
    "embajada",
    "botschaft",
    "وزارة",
    "سفارة",
    "رئاسة",
    "国务院",
    "外交部",
    "外務省",
    "首相官邸",
    "외교부",
    "ក្រសួង",
    "អគ្គនាយកដ្ឋាន",
    "នាយកដ្ឋាន",
    "ទីស្តីការ",
    "ស្ថានទូត",
    "กระทรวง",
    "ກະຊວງ",
    "bộ ngoại giao",
)
"How the line of a letterhead that names an issuing body begins."

KINDS: frozenset[str] = frozenset(
    {
        "press release",
        "press releases",
        "news release",
        "media release",
        "joint press release",
        "joint media release",
        "press statement",
        "joint press statement",
        "media statement",
        "joint media statement",
        "statement",
        "joint statement",
        "official statement",
        "spokesperson's statement",
        "press communique",
        "joint communique",
        "joint press communique",
        "final communique",
        "communique",
        "joint declaration",
        "declaration",
        "readout",
        "read-out",
        "read out",
        "joint readout",
        "announcement",
        "press announcement",
        "notice",
        "notification",
        "media advisory",
        "media alert",
        "advisory",
        "press advisory",
        "media note",
        "press note",
        "press brief",
        "press briefing",
        "briefing",
        "media briefing",
        "background briefing",
        "fact sheet",
        "factsheet",
        "press kit",
        "information note",
        "note verbale",
        "news",
        "news story",
        "latest news",
        "speech",
        "speeches",
        "remarks",
        "transcript",
        "interview",
        "message",
        "joint message",
        "letter",
        "circular",
        "aide-memoire",
        "memorandum",
        "outcome document",
        "chair's statement",
        "chairman's statement",
        "chairman's press statement",
        "co-chairs' statement",
        "summary",
        "chair's summary",
        "press conference",
        "joint press conference",
        "clarification",
        "response",
        "condolence message",
        "congratulatory message",
        "for immediate release",
        "embargoed",
        "communique de presse",
        "communique conjoint",
        "declaration conjointe",
        "comunicado",
        "nota informativa",
        "nota de imprensa",
        "comunicado oficial",
        "declaracion conjunta",
        "declaracao conjunta",
        "discurso",
        "discours",
        "declaration commune",
        "communique final",
        "point de presse",
        "comunicato stampa",
        "dichiarazione congiunta",
        "gemeinsame erklarung",
        "erklarung",
        "basin aciklamasi",
        "keterangan pers",
        "pernyataan bersama",
        "pernyataan pers",
        "kenyataan bersama",
        "tuyen bo chung",
        "pressemeddelelse",
        "pressmeddelande",
        "persbericht",
        "komunikat prasowy",
        "пресс-релиз",
        "заявление",
        "совместное заявление",
        "comunicado de prensa",
        "comunicado conjunto",
        "comunicado de imprensa",
        "nota a imprensa",
        "nota de prensa",
        "pressemitteilung",
        "siaran pers",
        "siaran media",
        "kenyataan media",
        "kenyataan akhbar",
        "thong cao bao chi",
        "報道発表",
        "بيان",
        "بيان صحفي",
        "بيان مشترك",
        "خبر صحفي",
        "新闻稿",
        "公报",
        "声明",
        "プレスリリース",
        "記者会見",
        "共同声明",
        "共同発表",
        "談話",
        "보도자료",
        "新闻公报",
        "联合声明",
        "សេចក្តីប្រកាសព័ត៌មាន",
        "សេចក្ដីប្រកាសព័ត៌មាន",
        "សេចក្តីថ្លែងការណ៍",
        "សេចក្ដីថ្លែងការណ៍",
        "សេចក្តីជូនដំណឹង",
        "សេចក្តីជូនព័ត៌មាន",
        "ข่าวสารนิเทศ",
        "แถลงการณ์",
    }
)
"Whole lines that name the kind of a release; folded, without diacritics in Latin script."

JOINT_KINDS: frozenset[str] = frozenset(
    {
        "joint press release",
        "joint media release",
        "joint press statement",
        "joint media statement",
        "joint statement",
        "joint communique",
        "joint press communique",
        "final communique",
        "communique",
        "joint declaration",
        "declaration",
        "joint message",
        "outcome document",
        "memorandum",
        "chair's statement",
        "chairman's statement",
        "chair's summary",
        "communique conjoint",
        "declaration conjointe",
        "comunicado conjunto",
        "共同声明",
        "联合声明",
    }
)
"Kinds that serve as the title where the page has no other."

NAVIGATION_LINES: frozenset[str] = frozenset(
    {
        "home",
        "homepage",
        "home page",
        "main menu",
        "menu",
        "search",
        "sitemap",
        "site map",
        "briefing room",
        "briefings & statements",
        "statements and releases",
        "statements & releases",
        "presidential actions",
        "speeches and remarks",
        "speeches & remarks",
        "speeches & statements",
        "press briefings",
        "press releases",
        "press room",
        "pressroom",
        "newsroom",
        "news room",
        "news & events",
        "news and events",
        "news & media",
        "news and media",
        "media center",
        "media centre",
        "media room",
        "latest news",
        "related news",
        "related link",
        "related links",
        "related information",
        "related articles",
        "related documents",
        "related content",
        "contenido relacionado",
        "conteúdo relacionado",
        "contenus associés",
        "contenu associé",
        "recent readouts",
        "recent statements",
        "recent speeches",
        "recent press releases",
        "latest press releases",
        "latest statements",
        "related pages",
        "read more",
        "read next",
        "more photos",
        "more",
        "see also",
        "see more",
        "show more",
        "view all",
        "view more",
        "next",
        "previous",
        "previous page",
        "next page",
        "next article",
        "previous article",
        "back",
        "back to top",
        "return to top",
        "top",
        "top of page",
        "top of the page",
        "page top",
        "to top of this page",
        "go to top",
        "to the top",
        "skip to content",
        "skip to main content",
        "jump to content",
        "print",
        "print this page",
        "print page",
        "printer-friendly version",
        "printable version",
        "email",
        "e-mail",
        "email this page",
        "share",
        "share this",
        "share this page",
        "share this article",
        "share on facebook",
        "share on x",
        "share on twitter",
        "tweet",
        "like",
        "follow us",
        "follow us on",
        "subscribe",
        "subscribe to updates",
        "unsubscribe",
        "manage your subscriptions",
        "sign up",
        "download",
        "download pdf",
        "listen",
        "language",
        "languages",
        "english",
        "japanese",
        "khmer",
        "post a comment",
        "leave a comment",
        "comments",
        "add a comment",
        "name",
        "tags",
        "tag",
        "topics",
        "topic:",
        "category",
        "categories",
        "filed under",
        "posted in",
        "from:",
        "from",
        "published",
        "published:",
        "last updated",
        "updated",
        "updated:",
        "terms & conditions",
        "terms and conditions",
        "privacy policy",
        "copyright policy",
        "disclaimer",
        "provisional translation",
        "unofficial translation",
        "tentative translation",
        "advertisement",
        "facebook",
        "twitter",
        "telegram",
        "youtube",
        "instagram",
        "linkedin",
        "トップページ",
        "ホーム",
        "ページトップへ戻る",
        "このページのトップへ戻る",
        "ページの先頭へ戻る",
        "関連リンク",
        "関連情報",
        "参考",
        "別添",
        "仮訳",
        "印刷",
        "シェアする",
        "日本語",
        "ទំព័រដើម",
        "ភាសាខ្មែរ",
        "หน้าแรก",
        "首页",
        "홈",
    }
)
"Whole lines of menus, links and forms."

NAVIGATION_STARTS: tuple[str, ...] = (
    "back to ",
    "return to ",
    "go back to ",
    "skip to ",
    "jump to ",
    "an official website of",
    "official website of",
    "here's how you know",
    "this site uses cookies",
    "this website uses cookies",
    "we use cookies",
    "this email was sent to",
    "this e-mail was sent to",
    "this message was sent to",
    "you are subscribed to",
    "you have received this e-mail because",
    "you have received this email because",
    "you are receiving this email because",
    "update your subscriptions",
    "manage your subscription",
    "having trouble viewing",
    "if you no longer wish to receive",
    "to unsubscribe",
    "unsubscribe from",
    "sign up for",
    "subscribe to our",
    "stay connected with",
    "follow us on",
    "follow @",
    "view this email in",
    "click here to",
    "click here for",
    "copyright ©",
    "copyright (c)",
    "© ",
    "all rights reserved",
    "authorised by the hon",
    "authorised by senator",
    "authorised by the australian",
    "last updated on",
    "last updated:",
    "last modified",
    "page last updated",
    "page last reviewed",
    "this page was last",
    "this was published under the",
    "terms & conditions",
    "terms and conditions",
    "privacy policy",
    "privacy notice",
    "accessibility statement",
    "legal notice",
    "legal information",
    "powered by ",
    "designed by ",
    "developed by ",
    "hosted by ",
    "website by ",
    "site by ",
    "number of visitors",
    "number of views",
    "post views",
    "views:",
    "hits:",
    "posted by ",
    "you are here",
    "source url",
    "permalink",
    "document type:",
    "read the full ",
    "ページトップ",
    "関連リンク",
    "[参考]",
    "（参考）",
    "(参考)",
    "[別添]",
    "អានបន្ត",
)
"How a line of a page's furniture begins."

PATH_STARTS: frozenset[str] = frozenset(
    (
        "home|home page|homepage|you are here: home|you are here|front page|frontpage|main page|start page|start|accueil|"
        "inicio|início|página inicial|startseite|beranda|laman utama|ana sayfa|anasayfa|trang chủ|hem|forside|etusivu|"
        "strona główna|úvod|главная|หน้าแรก|首页|ホーム"
    ).split("|")
)
"How a path through a site begins, whatever divides its steps."

NETWORKS: frozenset[str] = frozenset(
    (
        "facebook twitter x linkedin whatsapp telegram instagram youtube tiktok weibo wechat viber line flickr pinterest reddit "
        "threads bluesky mastodon zalo kakaotalk messenger print e-mail email pdf"
    ).split()
)
"Where a page can be sent to; one of them is in a line of buttons."

ENQUIRY_WORDS: tuple[str, ...] = (
    "media",
    "press",
    "accreditation",
    "registration",
    "rsvp",
    "interviews?",
    "enquir(?:y|ies)",
    "inquir(?:y|ies)",
    "quer(?:y|ies)",
    "information",
    "details",
    "questions?",
)
"What the press is asked to call about: 'For accreditation, please contact …'; patterns."

LANGUAGES: frozenset[str] = frozenset(
    (
        "english french spanish portuguese german italian arabic russian chinese japanese korean khmer thai vietnamese malay "
        "indonesian lao burmese tetum dutch swedish danish norwegian finnish polish turkish ukrainian greek hebrew hindi urdu "
        "bengali anglais français espagnol portugais allemand arabe inglés francés español portugués árabe alemán inglês "
        "francês português espanhol english-language englisch deutsch französisch inglese italiano francese inggris inggeris "
        "anh việt ingilizce türkçe engelsk norsk"
    ).split()
)
"Names of languages, in some of them."

VERSIONS: frozenset[str] = frozenset(
    (
        "version versions versión versión versão versione fassung versi bản text follows follow available only below scroll read"
    ).split()
)
"What a page says of itself in another language."

NOTE_WORDS: frozenset[str] = frozenset(
    (
        "in the for a an and or is as also en em in auf auch hier here see to of this page text la el le et y e down above "
        "nur uniquement solamente apenas disponible disponível disponible verfügbar follows available below only"
    ).split()
)
"All that such a note may say besides, where it has no brackets."

TEASER_HEADS: frozenset[str] = frozenset(
    (
        "related news|related articles|related stories|related posts|related content|related press releases|related statements|"
        "more news|more stories|other news|other articles|most read|latest news|recent news|recent posts|recommended|read next|"
        "you may also like|you might also like|contenido relacionado|noticias relacionadas|notícias relacionadas|"
        "artículos relacionados|sur le même sujet|weitere meldungen|notizie correlate|berita terkait|tin liên quan|"
        "ilgili haberler|相关新闻"
    ).split("|")
)
"Heads of lists in which other pages are told in a sentence each."

PARTICULARS: tuple[str, ...] = (
    "date",
    "date and time",
    "date & time",
    "time",
    "venue",
    "place",
    "location",
    "when",
    "where",
    "who",
    "what",
    "rsvp",
    "dress code",
    "attire",
    "arrival",
    "programme",
    "address",
)
"Labels of what a text tells of a meeting to come: 'Date: 5 May / Venue: Oslo'."

LINK_ENDS: tuple[str, ...] = (
    "(opens in a new tab)",
    "(opens in a new window)",
    "(opens new window)",
    "opens in a new tab",
    "(new window)",
    "(nouvelle fenêtre)",
    "(nueva ventana)",
    "(external)",
    "(word)",
    "(basic data)",
    "open a new window",
    "opens in a new window",
    "opens in new window",
    "opens a new window",
    "(opens in new tab)",
    "open in new tab",
    "(pdf)",
    "[pdf]",
    "(external link)",
    "(english)",
    "(japanese)",
    " website)",
    "別ウィンドウで開く",
    "新しいウィンドウで開く",
)
"How a line that is a link ends."

LIST_HEADS: frozenset[str] = frozenset(
    {
        "related link",
        "related links",
        "related information",
        "related articles",
        "related documents",
        "related news",
        "related content",
        "contenido relacionado",
        "conteúdo relacionado",
        "contenus associés",
        "contenu associé",
        "recent readouts",
        "recent statements",
        "recent speeches",
        "recent press releases",
        "latest press releases",
        "latest statements",
        "related pages",
        "see also",
        "read next",
        "tags",
        "tag",
        "topics",
        "post a comment",
        "leave a comment",
        "comments",
        "参考",
        "関連リンク",
        "関連情報",
        "from:",
        "from",
        "explore the topic",
        "filed under",
        "also in this section",
        "in this section",
        "on this page",
        "more on this",
        "more on this topic",
        "more on this story",
        "more news",
        "more stories",
        "other news",
        "other articles",
        "most read",
        "most popular",
        "most viewed",
        "popular",
        "recommended",
        "recommended for you",
        "you may also like",
        "you might also like",
        "you might also be interested in",
        "read also",
        "further reading",
        "further links",
        "useful links",
        "quick links",
        "external links",
        "links",
        "latest news",
        "latest",
        "recent news",
        "recent posts",
        "recent articles",
        "archives",
        "attachments",
        "attachment",
        "attached files",
        "attached file",
        "downloads",
        "documents",
        "related files",
        "related topics",
        "related stories",
        "related posts",
        "related publications",
        "related media",
        "related statements",
        "related press releases",
        "related items",
        "related events",
        "more information",
        "keywords",
        "categories",
        "share",
        "share :",
        "share on",
        "share this",
        "share this page",
        "share this article",
        "share this post",
        "share with",
        "follow us",
        "stay connected",
        "berita terkait",
        "berita lainnya",
        "berita berkaitan",
        "bagikan",
        "kongsi",
        "artikel terkait",
        "à lire aussi",
        "lire aussi",
        "voir aussi",
        "dans la même rubrique",
        "sur le même sujet",
        "liens utiles",
        "documents associés",
        "pièces jointes",
        "partager",
        "artículos relacionados",
        "noticias relacionadas",
        "enlaces relacionados",
        "enlaces de interés",
        "ver también",
        "compartir",
        "etiquetas",
        "notícias relacionadas",
        "leia também",
        "veja também",
        "saiba mais",
        "compartilhe",
        "siehe auch",
        "weitere informationen",
        "mehr zum thema",
        "zum thema",
        "weitere meldungen",
        "schlagworte",
        "leggi anche",
        "vedi anche",
        "notizie correlate",
        "allegati",
        "tin liên quan",
        "bài viết liên quan",
        "tin khác",
        "ilgili haberler",
        "также по теме",
        "相关新闻",
        "相关链接",
        "相關連結",
        "添付資料",
        "添付ファイル",
        "첨부파일",
        "관련기사",
        "ข่าวที่เกี่ยวข้อง",
        "អត្ថបទទាក់ទង",
    }
)
"Lines of furniture after which short lines are furniture too, to the end or to the next text."

CAPTION_STARTS: tuple[str, ...] = (
    "photo:",
    "photos:",
    "photo by",
    "photo credit",
    "photo courtesy",
    "photo of ",
    "photos of ",
    "photo shows",
    "photo caption",
    "(photo)",
    "[photo]",
    "(photo ",
    "photograph of ",
    "photographs of ",
    "photograph:",
    "picture:",
    "picture of ",
    "pictured:",
    "pictured ",
    "caption:",
    "image:",
    "image of ",
    "image caption",
    "image credit",
    "file photo",
    "video:",
    "foto:",
    "crédit photo",
    "写真",
    "（写真",
    "(写真",
    "[写真",
    "រូបភាព",
)
"How a caption begins."

CAPTION_CREDITS: tuple[str, ...] = (
    "(photo:",
    "(photo by",
    "(photo courtesy",
    "(写真:",
    "(写真：",
    "（写真：",
    "（写真:",
    "/afp)",
    "/reuters)",
)
"Credits inside brackets at the end of a caption."

END_MARKS: frozenset[str] = frozenset(
    {
        "###",
        "##",
        "# # #",
        "# #",
        "####",
        "end",
        "ends",
        "end.",
        "-end-",
        "- end -",
        "--end--",
        "-- end --",
        "---end---",
        "– end –",
        "-ends-",
        "- ends -",
        "[end]",
        "(end)",
        "end of statement",
        "end of text",
        "end of document",
        "end text",
        "end transcript",
        "-30-",
        "- 30 -",
        "—30—",
        "30",
        "xxx",
        "fin",
        "以上",
        "(了)",
        "(以上)",
        "（了）",
        "（以上）",
        "終",
    }
)
"Whole lines that end a release."

CONTACT_STARTS: tuple[str, ...] = (
    "press officer",
    "media officer",
    "media adviser",
    "media advisor",
    "press secretary:",
    "press adviser",
    "public affairs officer",
    "for interviews",
    "contact presse",
    "contacts presse",
    "contacto de prensa",
    "pressekontakt",
    "narahubung",
    "for further information",
    "for more information",
    "for additional information",
    "for further details",
    "for further queries",
    "for media enquiries",
    "for media queries",
    "for media inquiries",
    "for press enquiries",
    "for press inquiries",
    "for enquiries",
    "for inquiries",
    "further information:",
    "more information:",
    "media contact",
    "media contacts",
    "media enquiries",
    "media inquiries",
    "media queries",
    "media relations",
    "press contact",
    "press contacts",
    "press enquiries",
    "press inquiries",
    "press office",
    "contact:",
    "contacts:",
    "contact person",
    "contact details",
    "contact information",
    "enquiries:",
    "inquiries:",
    "email newsdesk",
    "newsdesk",
    "spokesperson:",
    "お問い合わせ",
    "問い合わせ先",
    "ទំនាក់ទំនង",
)
"How a line of press contacts begins."

CONTACT_HEADS: frozenset[str] = frozenset(
    """contact|contacts|contact us|address for enquiries|enquiries address|publisher|press|press contact|contact details|media|enquiries|inquiries|queries|contacto|contactos|
    contacto de prensa|contatos|contato|contact presse|contacts presse|service de presse|pressekontakt|kontakt|kontakte|
    ansprechpartner|contatti|kontak|narahubung|hubungi|liên hệ|контакты|联系方式|문의|담당자""".replace(
        "\n    ", ""
    ).split("|")
)
"Whole lines over names and telephones."

NOTES_HEADS: frozenset[str] = frozenset(
    {
        "notes to editors",
        "note to editors",
        "notes to editor",
        "editor's note",
        "editors' notes",
        "notes for editors",
        "background",
        "further information",
        "annex",
        "annexes",
        "appendix",
    }
)
"Headings at the end of a text under which text goes on."

ATTRIBUTION_STARTS: tuple[str, ...] = (
    "(communicated by",
    "communicated by",
    "(released by",
    "joint media release with",
    "joint release with",
    "joint statement with",
    "the following is attributable to",
    "the below is attributable to",
    "the following statement is attributable to",
    "the following statement was issued by",
    "the following statement was released by",
    "the following was released by",
    "the text of the following statement was",
    "begin text",
    "embargoed until",
    "embargoed for",
    "embargo:",
    "under embargo",
    "strictly embargoed",
    "not for publication before",
    "check against delivery",
    "as delivered",
    "as prepared for delivery",
    "(as delivered)",
    "(as prepared for delivery)",
    "issued by",
    "released by",
    "statement attributable to",
)
"Lines that say whose words follow, or when they may be printed."

ADDRESS_WORDS: tuple[str, ...] = (
    "street",
    "str.",
    "avenue",
    "ave.",
    "boulevard",
    "blvd",
    "road",
    "lane",
    "quai",
    "rue ",
    "jalan",
    "plaza",
    "square",
    "p.o. box",
    "po box",
    "postal code",
    "zip code",
    "sangkat",
    "khan ",
    "khum ",
    "chome",
    "-ku,",
    "district",
    "floor",
    "suite",
    "building",
    "tower",
    "ផ្លូវ",
    "សង្កាត់",
)
"Words of a postal address."

ADDRESS_SIGNS: tuple[str, ...] = (
    "tel:",
    "tel.:",
    "tel :",
    "tel.",
    "telephone:",
    "telephone :",
    "phone:",
    "ph.",
    "ph:",
    "fax:",
    "fax :",
    "fax.",
    "mobile:",
    "hotline:",
    "email:",
    "e-mail:",
    "e-mail :",
    "email :",
    "website:",
    "website :",
    "web:",
    "www.",
    "http://",
    "https://",
    "facebook |",
    "facebook:",
    "twitter:",
    "twitter @",
    "telegram:",
    "youtube:",
    "instagram:",
)
"Signs of a line of postal, telephone or web addresses."

NUMBER_STARTS: tuple[str, ...] = (
    "n°",
    "n °",
    "nº",
    "no:",
    "no.:",
    "no :",
    "ref:",
    "ref.:",
    "ref :",
    "ref. no",
    "ref no",
    "our ref",
    "reference:",
    "reference no",
    "reference number",
    "press release no",
    "press release n",
    "press release number",
    "release no",
    "news release no",
    "media release no",
    "statement no",
    "pr no",
    "pr/",
    "doc. no",
    "document no",
    "លេខ",
    "เลขที่",
    "số:",
)
"How a line begins that gives a reference number, where a digit follows."

JOINING_ENDS: frozenset[str] = frozenset(
    (
        "a an the of and or to in on at by for from with without into onto upon as than that which who whose whom "
        "between among amongst against under over through throughout during towards toward regarding concerning "
        "including via per de la le les du des et und der die das his her its their our my your this these those "
        "is are was were be been being has have had will would shall should may might can could must not also both "
        "either neither nor but if when while where because since although after before until about within "
        "mr mrs ms dr h.e. hon. excellency minister's deputy vice former late senior"
    ).split()
)
"Words that never end a line that is complete."

JOINING_STARTS: frozenset[str] = frozenset({"and", "or", "of", "between", "with", "und", "et"})
"Words with which a line goes on that was broken above, in whatever case."

ABBREVIATIONS: frozenset[str] = frozenset(
    (
        "h.e. h.e h.h. h.m. h.r.h. mr. mrs. ms. dr. prof. gen. lt. lt.gen. col. maj. capt. adm. brig. sgt. hon. rev. st. "
        "no. nos. art. arts. vol. vs. cf. e.g. i.e. etc. jr. sr. u.s. u.k. u.n. d.c. a.m. p.m. approx. dept. gov. sen. rep. "
        "amb. jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. smt. shri. ltd. co. inc. pp. p. para. paras. fig."
    ).split()
)
"Words whose full stop ends no sentence."

COMPOUND_HEADS: frozenset[str] = frozenset(
    (
        "long short high low mid well ill self non half full part cross socio counter ever all anti post pre pro semi ultra "
        "one two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety multi "
        "people government state country world policy decision law peace capacity confidence consensus job rule rules free "
        "fact face day year month person side step point co like so old new first second third large small wide far near "
        "deep hard soft fast slow top bottom open single double triple man woman child vice ex inter export import land sea "
        "air private public war cost energy labour labor knowledge market climate community science evidence gender age "
        "trade technology export-oriented business south north east west asia indo afro sino russo franco anglo euro"
    ).split()
)
"First parts of words that keep their hyphen when a line ends after it, if they are whole words there."

BROKEN_TAILS: frozenset[str] = frozenset(
    (
        "ment ments mental tion tions tional sion sions ing ings ed er ers or ors al ally ly ity ties ty ness ship ships ance ances "
        "ence ences ency ncy able ible ive ives ous ful less ner ners nership nerships ter ters der ders ger gers part parts "
        "cellency cellencies cellent port ports fare dle hood ward wards tic tics cal ry ary ory men date dates ciety cieties iance "
        "iances national nation nations ternational view views change changes pression perience pect pects pected plained "
        "plain tend tended tent tents press pressed ample amples istence folio ple ples gram grams gramme grammes ress gress "
        "sident sidents posal posals posed ject jects duct ducts vide vided tect tected mote moted"
    ).split()
)
"Second parts that are no words, or make one with what stands before them: the hyphen was a line's."

COMPOUND_TAILS: frozenset[str] = frozenset(
    (
        "term based level wide range ranging scale speed quality related minded being building making keeping sharing "
        "lasting depth oriented driven made owned income profile year-old old year fold free friendly general elect style "
        "century generation party power sector time round site border cutting effective efficient importance to-people "
        "to-face of-the-art by-step aware rich poor only called financed funded hosted chaired organized organised "
        "operation ordinate ordination exist existence chair sponsor sponsored"
    ).split()
)
"Second parts that keep the hyphen before them; no common word ends in one of these after a broken syllable."

CLOSED_PREFIXES: frozenset[str] = frozenset(
    "re de un in im dis mis con com pro pre inter intra trans sub super tele infra micro macro under over out up".split()
)
"First parts that are more often a broken word than a compound."

SENTENCE_STARTERS: tuple[str, ...] = (
    "The",
    "He",
    "She",
    "They",
    "It",
    "In",
    "On",
    "At",
    "Both",
    "This",
    "These",
    "We",
    "His",
    "Her",
    "Their",
    "During",
    "For",
    "As",
    "After",
    "Following",
    "With",
    "Also",
    "Furthermore",
    "Moreover",
    "Regarding",
)
"Words after which a full stop without a space is a missing space."

INLINE_TAGS: frozenset[str] = frozenset(
    "a abbr b bdo big cite code del dfn em font i ins kbd mark q s small span strike strong sub sup time tt u var wbr".split()
)
"HTML elements inside a line; taking one away leaves no space."

BLOCK_TAGS: frozenset[str] = frozenset(
    (
        "address article aside blockquote body br button caption center col colgroup dd details div dl dt fieldset figcaption "
        "figure footer form h1 h2 h3 h4 h5 h6 head header hr html iframe img input label legend li link main meta nav "
        "noscript ol option p picture pre script section select source style summary svg table tbody td textarea tfoot th "
        "thead title tr ul video"
    ).split()
)
"HTML elements that stand for themselves; taking one away leaves a space."

TITLE_WORDS: frozenset[str] = frozenset(
    (
        "statement statements visit visits meeting meetings meets met call calls talks summit remarks speech readout outcomes "
        "outcome welcomes announces announcement condemns expresses hosts holds held summons receives signs signing regarding "
        "concerning consultation consultations dialogue conversation clarification response responds rejects denies "
        "congratulates congratulation condolences message communique communiqué declaration reaffirms calls urges strengthens "
        "strengthen attends attend concludes conclude launches launch opens visiting deepens deepen discusses discuss commit "
        "commits agree agrees to on about wins joins appoints appointment release"
    ).split()
)
"Words that a title has and the name of an issuing body has not."

FOOTNOTE_SIGNS: tuple[str, ...] = ("*", "†", "‡", "¹", "²", "³", "⁴", "[1]", "[2]", "[3]", "[4]", "[5]")
"How a footnote begins, with no space after it."

SIGNATURE_STARTS: tuple[str, ...] = (
    "(signed)",
    "[signed]",
    "signed:",
    "signed by",
    "sgd.",
    "(sgd)",
    "(sgd.)",
    "/s/",
    "for the government of",
    "for the royal government of",
    "for the ministry of",
    "for and on behalf of",
    "on behalf of the government of",
    "for the republic of",
    "for the kingdom of",
    "for the people's republic of",
    "yours sincerely",
    "sincerely",
    "yours faithfully",
    "respectfully",
)
"How a line of a signature block begins."

DONE_STARTS: tuple[str, ...] = (
    "done at ",
    "done in ",
    "given at ",
    "given in ",
    "issued at ",
    "issued in ",
    "adopted at ",
    "adopted in ",
    "signed at ",
    "signed in ",
    "fait à ",
    "fait a ",
    "hecho en ",
    "dado en ",
    "feito em ",
    "fatto a ",
    "geschehen zu ",
)
"How the last line of a declaration begins; a year follows, and no full stop."

PRESS_OFFICES: tuple[str, ...] = (
    " press office",
    " press service",
    " press department",
    " press centre",
    " press center",
    " media office",
    " media unit",
    " information department",
    " communications department",
    " communications office",
    " communications unit",
    " public affairs section",
    " press and information section",
    " press section",
)
"How a line below the text ends that says which office put it out."

ADDRESS_LEADS: tuple[str, ...] = (
    "located at:",
    "address:",
    "as follows:",
    "address is:",
    "located at",
    "contact details:",
    "contacted at:",
)
"How a sentence ends after which an address follows that belongs to the text."

OFFICE_STARTS: tuple[str, ...] = (
    "minister for",
    "minister of",
    "the minister for",
    "the minister of",
    "deputy prime minister",
    "prime minister of",
    "prime minister",
    "president of",
    "foreign minister of",
    "foreign secretary",
    "secretary of state for",
    "secretary of state",
    "parliamentary secretary",
    "attorney-general",
    "the hon ",
    "the hon. ",
    "hon ",
    "the honourable",
    "the honorable",
    "senator the hon",
    "the rt hon",
    "rt hon",
    "ambassador of",
    "high commissioner",
    "spokesperson of",
    "spokesperson for",
)
"How a line over a title begins that names the office or the person that issues it."

ANNEX_STARTS: tuple[str, ...] = (
    "annex",
    "appendix",
    "attachment",
    "enclosure",
    "schedule ",
    "anexo",
    "annexe",
)
"How the heading of an annex begins."

# --- by form: words that go with the shape of a line -------------------------------------------------

META_LABELS: frozenset[str] = frozenset(
    {
        "date",
        "dates",
        "font size",
        "text size",
        "fontsize",
        "date published",
        "date posted",
        "date modified",
        "date created",
        "date of publication",
        "date of issue",
        "published",
        "published on",
        "publication date",
        "posted",
        "posted on",
        "posted at",
        "posted in",
        "posted by",
        "released",
        "release date",
        "issued",
        "issued on",
        "created",
        "created on",
        "modified",
        "last modified",
        "last updated",
        "last update",
        "last reviewed",
        "updated",
        "updated on",
        "update",
        "hit",
        "hits",
        "views",
        "view",
        "viewed",
        "visits",
        "visitors",
        "visitor",
        "reads",
        "read",
        "read time",
        "reading time",
        "downloads",
        "shares",
        "department",
        "dept",
        "division",
        "bureau",
        "directorate",
        "section",
        "unit",
        "office",
        "writer",
        "author",
        "authors",
        "by",
        "editor",
        "reporter",
        "photographer",
        "photo",
        "photos",
        "photo by",
        "source",
        "sources",
        "category",
        "categories",
        "topic",
        "topics",
        "theme",
        "themes",
        "tag",
        "tags",
        "keyword",
        "keywords",
        "key words",
        "subject",
        "subjects",
        "portfolio",
        "portfolios",
        "minister",
        "ministers",
        "country",
        "countries",
        "region",
        "regions",
        "language",
        "languages",
        "available in",
        "also available in",
        "available languages",
        "type",
        "document type",
        "content type",
        "article type",
        "file",
        "files",
        "file size",
        "file type",
        "attachment",
        "attachments",
        "attached file",
        "document",
        "documents",
        "annexes",
        "share",
        "share on",
        "share this",
        "share this page",
        "share via",
        "print",
        "follow us",
        "follow us on",
        "from",
        "to",
        "organisation",
        "organization",
        "agency",
        "agencies",
        "ministry",
        "part of",
        "collection",
        "series",
        "location",
        "venue",
        "delivered on",
        "read more",
        "see also",
        "read also",
        "delivered by",
        "delivered at",
        "joint with",
        "issued jointly with",
        "spoken on",
        "speaker",
        "speakers",
        "transcript",
        "first published",
        "press release type",
        "number",
        "no",
        "ref",
        "reference",
        "reference number",
        "release number",
        "release no",
        "press release no",
        "news id",
        "id",
        "isbn",
        "issn",
        "url",
        "link",
        "links",
        "permalink",
        "short link",
        "filed under",
        "listed in",
        "related topics",
        "related countries",
        "contact",
        "contacts",
        "copyright",
        "version",
        "status",
        "distribution",
        "classification",
        "publié le",
        "publié",
        "mis à jour le",
        "mise à jour",
        "dernière mise à jour",
        "partager",
        "mots-clés",
        "mots clés",
        "rubrique",
        "thème",
        "auteur",
        "fecha",
        "fecha de publicación",
        "publicado",
        "publicado el",
        "publicado em",
        "actualizado",
        "atualizado em",
        "compartir",
        "compartilhar",
        "compartilhe",
        "partilhar",
        "categoría",
        "categoria",
        "etiquetas",
        "palabras clave",
        "palavras-chave",
        "autor",
        "fuente",
        "fonte",
        "datum",
        "erstellt",
        "stand",
        "veröffentlicht",
        "teilen",
        "schlagwörter",
        "themen",
        "quelle",
        "data",
        "pubblicato",
        "condividi",
        "tanggal",
        "tarikh",
        "dilihat",
        "bagikan",
        "kongsi",
        "kategori",
        "sumber",
        "penulis",
        "tarih",
        "kaynak",
        "ngày đăng",
        "nguồn",
        "chia sẻ",
        "lượt xem",
        "дата",
        "опубликовано",
        "поделиться",
        "источник",
        "作成日",
        "更新日",
        "掲載日",
        "発表日",
        "登録日",
        "担当",
        "日期",
        "来源",
        "发布时间",
        "作者",
        "등록일",
        "작성일",
        "조회수",
        "부서",
        "담당부서",
        "วันที่",
        "التاريخ",
    }
)
"Labels of a line that says something of the page: 'Hits: 1482', 'Department: …', 'Fecha: …'."

MENU_WORDS: frozenset[str] = frozenset(
    (
        "home homepage news newsroom press media menu transcripts announcements feedback info map maps page pages comment comments add new your name search navigation share shares print printer pdf download downloads preview view "
        "views facebook twitter x linkedin whatsapp telegram instagram youtube email e-mail mail copy link links login "
        "register subscribe rss feed sitemap contact contacts contacts-us about faq faqs help language languages english "
        "french français spanish español portuguese português german deutsch italian italiano arabic russian chinese "
        "japanese korean khmer thai vietnamese bahasa malay indonesian lao burmese tetum nederlands svenska dansk suomi "
        "norsk polski türkçe tiếng việt العربية русский 中文 日本語 한국어 ไทย font text size a+ a- aa skip content main top next "
        "previous prev back archive archives gallery photos videos multimedia publications documents services visa visas "
        "embassies missions ministry minister countries regions events calendar speeches statements releases interviews "
        "briefings accessibility privacy legal notices notice terms conditions cookies cookie disclaimer copyright policy policies "
        "imprint impressum imprimir compartir partager imprimer accueil inicio início beranda utama berita portal actualités "
        "actualité noticias notícias startseite aktuelles nachrichten presse salle prensa imprensa sala rechercher buscar suche cari "
        "carian menú menü contenu contenido inhalt konten partilhar compartilhar bagikan kongsi cetak imprimir drucken teilen "
        "stampa condividi ana sayfa haberler trang chủ tin tức close open more read less ctrl en fr es pt de it ar ru zh ja ko km "
        "th vi id ms lo my tet nl sv da fi no pl tr uk eng rus esp fra ger por ара рус listen audio video photo tags categories "
        "category topics related all latest featured subscribe unsubscribe manage subscriptions subscription preferences "
        "and the of to in on & + / | · • this page us our up in"
    ).split()
)
"Words of menus, buttons and language switches; a short line of nothing else is one of them."

_SITE_OPENINGS = """
    we use | we collect | our website | our site | this site | this website | this web site | this page | this portal |
    this email | this e-mail | this message | this newsletter | this mailing | this was published | this was issued under |
    this press release was published | this content | this link | the link | links to | links open | link opens | by using |
    by continuing | by clicking | by visiting | by subscribing | you are | you're | you have | you received | you can | you may |
    you will | you must | your | if you | to view | to unsubscribe | to subscribe | to receive | to change | to manage | to stop |
    to update | to find out more | click | please | sign up | subscribe | unsubscribe | follow | stay | visit our | visit the |
    join our | read more | read our | learn more | find out more | get the latest | get our | download | share | view this |
    having trouble | was this | did you | is this | help us | thank you for subscribing | do not reply | enable | javascript |
    some features | ministers, secretaries | all content | content available | except where | unless otherwise | the content |
    the information on | information on this | for the best | for full | back to | scan the | open in | opens in | log in | register
"""
SITE_OPENINGS: tuple[str, ...] = tuple(" ".join(start.split()) for start in _SITE_OPENINGS.split("|"))
"How a sentence begins in which a site speaks of itself and to its reader."

_SITE_WORDS = """
    cookie | cookies | subscribe | subscribed | subscriber | subscribers | subscription | subscriptions | unsubscribe | browser |
    newsletter | newsletters | mailing list | inbox | javascript | website | web site | this site | our site | this page | web page |
    webpage | privacy policy | privacy notice | terms of use | terms and conditions | terms of service | new tab | new window |
    external site | external link | this email | this e-mail | this message was sent | emails | email address | e-mail address |
    your email | signed up | sign up | social media | facebook | twitter | linkedin | youtube | instagram | telegram | whatsapp |
    rss | app store | google play | printable | adobe reader | accessibility statement | assistive technology | all rights |
    licence v3 | license | creative commons | helpful | feedback | captcha | published under | conservative government |
    labour government | coalition government | preferences | qr code | pdf version | official account | official page
"""
SITE_WORDS: tuple[str, ...] = tuple(" ".join(word.split()) for word in _SITE_WORDS.split("|"))
"What a site speaks of then; each is looked for inside a sentence that begins with one of the former."

STREET_WORDS: frozenset[str] = frozenset(
    (
        "street st str road rd avenue ave av boulevard blvd bd bld lane ln drive dr crescent terrace highway hwy square sq plaza "
        "place pl circle court row quay quai rue allée chemin impasse cours avenida avda calle carrera paseo alameda rua praça "
        "praca largo travessa via viale piazza corso straße strasse straat laan plein platz allee weg gasse gade gatan vägen väg "
        "vej veien katu tie ulica ulitsa ul ulice prospekt bulvar bulvarı caddesi cad sokak sok jalan jl jln lorong persiaran "
        "lebuh lebuhraya presint đường phố thanon soi sangkat khan khum phum phlauv marg nagar bhawan bhavan chowk sector block "
        "floor fl suite ste building bldg tower towers box compound complex kilometre km house palace chome banchi "
        "gil daero circular circus embankment mews parade esplanade wharf walk hill gate ring bypass close"
    ).split()
)
"Words of a street or a house in an address of many countries; folded, without full stops."

STREET_ENDS: tuple[str, ...] = (
    "-ro",
    "-gil",
    "-gu",
    "-dong",
    "-ku",
    "-chome",
    "straße",
    "strasse",
    "straat",
    "gatan",
    "gade",
    "vägen",
    "vej",
    "veien",
    "platz",
    "allee",
    "laan",
)
"How a street's name ends in languages that write it as one word."

CREDIT_STARTS: tuple[str, ...] = (
    "source:",
    "source :",
    "sources:",
    "photo",
    "photos",
    "foto",
    "fotos",
    "crédit",
    "crédits",
    "credit:",
    "credits:",
    "image:",
    "images:",
    "picture",
    "pictures",
    "video:",
    "text:",
    "fuente:",
    "fonte:",
    "quelle:",
    "sumber:",
    "kaynak:",
    "nguồn:",
    "источник:",
    "translated by",
    "translation:",
    "edited by",
    "reporting by",
    "written by",
    "ed.",
    "end/",
    "ends/",
)
"How a credit in brackets begins: '(Source: …)', '(Photos: …)'."

AGENCIES: frozenset[str] = frozenset(
    (
        "spa wam kuna qna bna ona petra sana ina irna mena aps map tap anp afp ap reuters upi dpa efe ansa lusa tass ria "
        "interfax xinhua kyodo jiji yonhap kcna vna vnanet kpl akp bernama antara bss pti ani app apa azertac trend montsame "
        "mna pna rss gna ena nan shabait panapress pina ukrinform belta agerpres btA mti pap ctk tanjug hina"
    )
    .casefold()
    .split()
)
"Short names of news agencies that close a text: '— SPA'."

TRANSLATION_NOTES: tuple[str, ...] = (
    "unofficial translation",
    "non-official translation",
    "non official translation",
    "provisional translation",
    "tentative translation",
    "informal translation",
    "courtesy translation",
    "working translation",
    "free translation",
    "draft translation",
    "english translation",
    "translation from",
    "translated from",
    "translated text",
    "machine translation",
    "traduction non officielle",
    "traduction de courtoisie",
    "traduction provisoire",
    "traducción no oficial",
    "traducción de cortesía",
    "tradução não oficial",
    "tradução de cortesia",
    "traduzione non ufficiale",
    "traduzione di cortesia",
    "inoffizielle übersetzung",
    "nichtamtliche übersetzung",
    "terjemahan tidak resmi",
    "terjemahan tidak rasmi",
    "bản dịch không chính thức",
    "неофициальный перевод",
    "仮訳",
    "暫定訳",
    "非公式訳",
    "비공식 번역",
    "original: ",
    "original language",
    "original version",
    "only the original",
)
"Words of a note on translation, in brackets, between asterisks or as a line of its own."

TRANSLATION_STEMS: tuple[str, ...] = (
    "transl",
    "tradu",
    "übersetz",
    "terjemah",
    "bản dịch",
    "перевод",
    "訳",
    "번역",
    "original",
)
"One of these is in every note on translation."

CAPTION_SIGNS: tuple[str, ...] = (
    "(left)",
    "(right)",
    "(center)",
    "(centre)",
    "(middle)",
    "(l)",
    "(r)",
    "(l-r)",
    "(from left",
    "(from right",
    "from left)",
    "from right)",
    "from left to right",
    "from the left)",
    "from the right)",
    "left to right:",
    "pictured left",
    "pictured right",
    "pictured above",
    "file photo",
    "handout photo",
    "(à gauche)",
    "(à droite)",
    "(izquierda)",
    "(derecha)",
    "(links)",
    "(rechts)",
    "(kiri)",
    "(kanan)",
)
"Words that only the caption of a photograph has."

FILE_ENDINGS: tuple[str, ...] = tuple(
    "pdf doc docx odt rtf xls xlsx ppt pptx jpg jpeg png gif tif tiff mp3 mp4 zip hwp hwpx epub ics".split()
)
"Endings of the names of files."

OTHER_CALENDAR_MONTHS: tuple[str, ...] = (
    "muharram",
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
    "safar",
    "rabi' al-awwal",
    "rabi al-awwal",
    "rabi' al-thani",
    "rabi al-thani",
    "rabi' al-akhir",
    "rabi' i",
    "rabi' ii",
    "jumada al-awwal",
    "jumada al-ula",
    "jumada al-thani",
    "jumada al-akhirah",
    "jumada i",
    "jumada ii",
    "rajab",
    "sha'ban",
    "shaban",
    "ramadan",
    "shawwal",
    "dhu al-qa'dah",
    "dhu al-qadah",
    "dhul qadah",
    "dhu'l-qa'dah",
    "dhu al-hijjah",
    "dhul hijjah",
    "dhu'l-hijjah",
    "farvardin",
    "ordibehesht",
    "khordad",
    "mordad",
    "shahrivar",
    "mehr",
    "aban",
    "azar",
    "bahman",
    "esfand",
    "baisakh",
    "jestha",
    "ashadh",
    "shrawan",
    "bhadra",
    "kartik",
    "mangsir",
    "poush",
    "magh",
    "falgun",
    "chaitra",
    "ocak",
    "şubat",
    "mart",
    "nisan",
    "mayıs",
    "haziran",
    "temmuz",
    "ağustos",
    "eylül",
    "ekim",
    "kasım",
    "aralık",
    "maart",
    "augustus",
    "stycznia",
    "lutego",
    "marca",
    "kwietnia",
    "maja",
    "czerwca",
    "lipca",
    "sierpnia",
    "września",
    "października",
    "listopada",
    "grudnia",
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
    "maj",
    "augusti",
    "oktobra",
    "janar",
    "ianuarie",
    "februarie",
    "martie",
    "aprilie",
    "iunie",
    "iulie",
    "septembrie",
    "octombrie",
    "noiembrie",
    "decembrie",
)
"Months of other calendars and languages, for lines that are a date; `calendar` has those that are read."

STOP_WORDS: frozenset[str] = frozenset(
    (
        "about after also among and between during for from have held into made more most other over said same than that their them "
        "then there these they this those through under upon were which while will with would your dans avec pour dont entre sont "
        "sur les des une para con por del los las sobre entre como und der die das mit von auf dan yang dengan untuk pada dari"
    ).split()
)
"Words of four letters and more, or foreign ones, that say nothing about what a text is about."

AROUND_DATES: tuple[str, ...] = tuple(
    """on|date|dated|issued|posted|published|release|released|created|modified|updated|last|done|at|in|the|of|for|immediate|
    corresponding|to|time|local|am|pm|a.m|p.m|est|edt|pst|pdt|cst|cet|cest|bst|jst|kst|hkt|wib|msk|ist|hr|hrs|hours|ah|h|a.h|
    b.e|be|ad|ce|fait|hecho|feito|dado|fatto|geschehen|le|el|den|am|em|à|a|en|by|publié|publicado|fecha|datum|tanggal|data|
    дата|stand|vom|pada|il|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|
    dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|senin|selasa|rabu|kamis|jumat|sabtu|minggu|isnin|
    khamis|jumaat|ahad|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|thứ hai|thứ ba|thứ tư|thứ năm|thứ sáu|
    thứ bảy|chủ nhật|pazartesi|salı|çarşamba|perşembe|cuma""".replace("\n    ", "").split("|")
)
"Words that may stand beside a date on a line of its own; weekdays of languages without a table of their own too."

POSTED_STARTS: tuple[str, ...] = (
    "posted on ",
    "posted: ",
    "published on ",
    "published: ",
    "published at ",
    "updated on ",
    "publié le ",
    "mis en ligne le ",
    "publicado el ",
    "publicado em ",
    "veröffentlicht am ",
    "pubblicato il ",
    "diterbitkan ",
    "dipublikasikan ",
    "ngày đăng",
)
"How a line begins that says when a page was put up; a digit follows."

FIRST_CRUMBS: frozenset[str] = frozenset(
    (
        "home top トップページ ホーム media news newsroom 首页 หน้าแรก accueil inicio início startseite beranda utama ana main start "
        "press presse prensa imprensa"
    ).split()
)
"First steps of a path of two."

TITLE_TAILS: frozenset[str] = frozenset(
    (
        "on of by between regarding concerning following at for from to with sur entre sobre tentang über zu zum zur su"
    ).split()
)
"With these a title goes on that began with its kind: 'JOINT DECLARATION / ON THE SEA ROUTE'."

KIND_ENDS: tuple[str, ...] = (
    " communique",
    " communiqué",
    " press release",
    " media release",
    " declaration",
    " press statement",
)
"How a short line in capitals ends that is a kind: 'FORUM COMMUNIQUÉ'."

SIGNING_OFFICES: frozenset[str] = frozenset(
    (
        "minister secretary president ambassador spokesperson spokesman spokeswoman director chairman chair governor chancellor"
    ).split()
)
"Offices in a signature of one line."

REPORTING_VERBS: tuple[str, ...] = (
    " said",
    " says",
    " told ",
    " added",
    " noted",
    " stressed",
    " announced",
    " spoke ",
    " met ",
    " welcomed ",
)
"Verbs of a text that reports: no site speaks so of itself."

SMALL_WORDS_OF: dict[str, frozenset[str]] = {
    "en": frozenset("the of to and in on for with by between at from".split()),
    "fr": frozenset("le la les du des de et à au aux avec pour entre sur par".split()),
    "es": frozenset("el los las del y de con la para entre en por".split()),
    "pt": frozenset("o os do da dos das e com para entre em pelo".split()),
    "id": frozenset("dan di ke dengan untuk pada dalam dari".split()),
    "de": frozenset("der die das und mit zu zum zur für von im".split()),
}
"Words by which two lines of a title are seen to be in two languages."
