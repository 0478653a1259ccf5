"""Parts of personal names: particles, and family and given names by which a country's people are known.

Enters: nothing. Leaves: sets of folded words (lower case, no diacritics). They decide two things only: which end of
a name is the family name ("Keiichi Ichikawa" of Japan), and of which of the countries that a text speaks of a name
without a country is likely to be. Neither is more than likely; what the text says comes first.
"""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    """The words of a table divided by blanks."""
    return frozenset(words.split())


PARTICLES = _set("""
abdul abu ad al an ap ar as ash at av az ben bin bint binte binti d' da das de del della delle den der des
di do dos du e el ibn la las le los na o op san st ten ter van vander von y zu zum zur
""")
"""Lower-case words inside a name: `Ursula von der Leyen`, `Zaini bin Omar`."""

LOWER_PARTICLES = _set("""
al ben bin bint binte binti da das de del della den der des di do dos du el ibn la las le los ten ter van
von y zu zur
""")
"""The particles that may stand in lower case between two parts of a name."""

PATRONYMIC = frozenset(("bin", "ibn", "bint", "binti", "binte"))
"""Between a name and the father's: `Omar bin Salman` is not Salman."""

FAMILY = {
    "Japan": _set("""
abe aichi aizawa akaba akazawa akiba akimoto akiyama amari ando aoki arai araki arima arimura asakawa asano
ashida aso azuma baba chiba deguchi doi edano eguchi endo eto fujii fujimoto fujita fujiwara fukuda
fukushima funakoshi furukawa furuya genba hamada hara harada hasegawa hashimoto hatoyama hatta hayashi
hayashida higuchi hirai hirano hirose hirota honda hori horie horii hosoda hosokawa ichikawa igarashi iida
ikeda imai imamura inada inoue ishiba ishibashi ishida ishiguro ishihara ishii ishikawa ishimoto ito iwase
iwata iwaya izumi kaifu kajiyama kamikawa kan kanda kaneda kaneko kanno katayama kato katsumata kawabata
kawaguchi kawai kawamura kawano kawasaki kihara kikuchi kimura kishi kishida kitamura kobayashi koga koike
koizumi kojima komatsu komura kondo kono kosaka koshikawa kubo kubota kudo kumagai kuroda kuroiwa kusuda
maeda maehara makino maruyama matsuda matsui matsumoto matsuno matsuo matsushita matsuyama mikami miki
mimura minami mitsuya miura miyake miyamoto miyazaki miyazawa mizuno mori morita moriyama motegi mukai
murakami murata muto nagai nagashima nagata naito nakagawa nakajima nakamura nakanishi nakano nakao nakasone
nakatani nakayama namazu narita nemoto nikai nishi nishida nishimura nishioka nishiyama noda noguchi nomura
obuchi oda ogata ogawa ogino ogura ohashi ohira ohno oka okada okamoto okamura okano okazaki okubo okuda
okuma okuno omori onishi ono onodera osaka osawa oshima ota otani otsuka ozaki ozawa saiki saito sakaguchi
sakai sakamoto sakurai sano sasae sasaki sato sawada seki sekiguchi sekiya shibata shibuya shikata shimada
shimamura shimizu shimomura shindo shinohara shiozaki sonoura suga sugawara sugimoto sugiyama suzuki
tachibana tagaki takagi takahashi takaichi takano takashima takeda takemoto takeuchi tamaki tanaka tani
taniguchi taniyama tokuda tomita toyoda tsuchiya tsuji tsuruoka uchida uchiyama ueda uehara uemura ueno
uesugi wada wakabayashi watanabe yachi yagi yamada yamagata yamaguchi yamamoto yamamura yamanaka yamanouchi
yamasaki yamashita yamauchi yamazaki yanagisawa yano yasuda yokota yokoyama yosano yoshida yoshii yoshikawa
yoshimura yoshino yuasa
"""),
    "China": _set("""
bai bao cai cao chang chen cheng chi chu cui dai deng ding dong du duan fan fang feng fu gao geng gong gu
guo han hao he hong hou hu hua huang ji jia jiang jin kong lai lei li liang liao lin liu lou lu luo ma mao
meng miao mo ni ning niu ouyang pan peng qi qian qiao qin qiu qu ren ruan shao shen sheng shi song su sun
tan tang tao tian tong wan wang wei wen weng wu xi xia xiang xiao xie xin xing xiong xu xue yan yang yao ye
yi yin you yu yuan yue zeng zhan zhang zhao zheng zhong zhou zhu zhuang zou
"""),
    "South Korea": _set("""
ahn an bae baek ban bang byun cha chae chang cheon chin cho choe choi chong choo chu chun chung do eom gang
gil go gong goo gu gwak ha ham han heo hong huh hwang hyun im jang jeon jeong ji jin jo joo ju jung kang kil
kim ko koo kwak kwon lee lim ma maeng min moon mun na nam namgung noh oh ok pae paek paik pak park pyo rhee
roh ryoo ryu seo seok seol seong shim shin sim sin so sohn son song suh suk sung uhm won woo yang yeo yeom
yi yim yom yoo yoon youn yu yun
"""),
    "Vietnam": _set("""
bui cao chau chu dam dang dinh do doan duong ha ho hoang huynh kieu la lai le luong luu ly mac mai ngo
nguyen nong pham phan quach ta thai to tong tran trieu trinh truong vo vu
"""),
    "Cambodia": _set("""
an ang ann aun bin bun chan chap chay chea cheam chem cheng chhay chhea chheang chhim chhoeun chhorn chhouk
chhoun chhum chhun chin chou chroeng chum chuon chut chy dith dok dul duong ea eang ek em eng hang hean heng
him hing hok hong hor hour hout hun huot huy ich ieng im in ing it ith iv kao keat keo ker khan khem kheng
khiev khim khin khlaing khlang khlot khoun khuon khy kim kith koam koeut kol kong korm kosal koy kry ku kun
kuoch kuong kuy lam lay leang leng lim lom long lor lu luy ly mak mam mao mar meach mean meas men mey mok mom
mong mou moul much neang nem neth nget ngin ngo ngor ngov nguon nhem nhep nhim nin noeun norng norodom nou nov
nuon nut oeun ok or orn ou ouch ouk oum pal pan pech pen penn peou phal phan phay pheng phoeung phoeurn
phoeurng phy pich pin ping pok pol pon pou prak preap prum put ros roth ruos sam san sao sar sau say sean seang
sem seng ses set sieng sim sin sisowath so soeung sok som son song sopheak sos sou soun soy srey sum sun sung
suon suor suos suy svay taing tan tea teng tep tes thach theng thong thorng thoun tia tieng tin tith tiv toch
touch tram tuon tuy uch uk un ung ut va van vann var vay ven veng vong vorn yan yang yean yem yeng yi yim yin
yok yos you youk yous yuth
"""),
    "Singapore": _set("""
balakrishnan chan chia chua foo gan goh heng ho iswaran khaw koh lee lim low neo ng ong poh puthucheary quek
seah shanmugam sim tan tay teo tharman toh yeo
"""),
}
"""Common family names of countries that write the family name first, folded."""

FAMILY_MARKS = {
    "Japan": (
        "kawa",
        "gawa",
        "yama",
        "mura",
        "moto",
        "zaki",
        "sawa",
        "zawa",
        "shima",
        "jima",
        "hara",
        "guchi",
        "uchi",
    ),
}
"""Ends of family names."""

GIVEN = {
    "English": _set("""
aaron adam adrian alan albert alexander alice alison allan allen amanda amy andrew angela angus ann anna
anne anthony antony arthur ashley austin barack barbara ben benjamin bernard beth betty bill bob boris brad
bradley brendan brian bruce caroline catherine charles chris christina christine christopher chuck claire
clare colin craig curtis dan daniel darren david dean deborah denis dennis derek diana diane don donald
donna doris dorothy doug douglas duncan edward eileen elaine elizabeth ellen emily emma eric erin ernest
evan fiona frances francis frank fred gareth gary gavin george gerald gillian glenn gordon graham grant greg
gregory hamish harold harry heather heidi helen henry hillary howard hugh ian jacinda jack jake james jamie
jane janet jason jay jean jeff jeffrey jen jennifer jeremy jerry jessica jill jim jimmy joan joanne joe joel
john johnny jon jonathan joseph josh joshua joyce judith judy julia julian julie justin kamala karen karine
kate katherine kathleen kathy katie keith kelly ken kenneth kerry kevin kim kirsten kurt kyle lachlan larry
laura lauren lawrence leslie lewis liam linda lindsey lisa liz lloyd louise lucy luke lynne malcolm marco
margaret marie marise mark martha martin mary matt matthew maureen melanie melissa michael michelle mick
mike mitch mitchell murray nancy natalie nathan ned neil nicholas nick nicola nigel norman oliver pamela pat
patricia patrick paul paula penny pete peter phil philip phillip rachel ralph ray raymond rebecca rex
richard rick rob robert robin rod roger ron ronald rosemary ross roy russell ruth ryan sally sam samantha
samuel sandra sara sarah scott sean sharon sheila shirley simon sophie stephanie stephen steve steven
stewart stuart sue susan suzanne sydney tanya ted terence teresa terry theresa thomas tim timothy todd tom
tony tracy trevor valerie vanessa vernon victoria vincent virginia wally walter warren wayne wendy will
william winston zachary
"""),
}
"""Given names by language, where a culture is known by these rather than by family names."""

ENGLISH_SPEAKING = ("United States", "United Kingdom", "Australia", "Canada", "New Zealand", "Ireland")
"""Countries in which a name with an English given name is at home."""

ENGLISH_NAMED = tuple(
    name.strip()
    for name in """
    Philippines; Singapore; Papua New Guinea; Fiji; Samoa; Tonga; Vanuatu; Solomon Islands; Palau; Micronesia;
    Marshall Islands; Kiribati; Nauru; Tuvalu; Cook Islands; Niue; South Africa; Kenya; Nigeria; Ghana; Uganda; Tanzania;
    Zambia; Zimbabwe; Malawi; Botswana; Namibia; Lesotho; Eswatini; Liberia; Sierra Leone; Gambia; Rwanda; Mauritius;
    Seychelles; Jamaica; Trinidad and Tobago; Barbados; Bahamas; Belize; Guyana; Grenada; Saint Lucia; Dominica;
    Antigua and Barbuda; Saint Kitts and Nevis; Saint Vincent and the Grenadines; Malta; Hong Kong
    """.split(";")
)
"""Countries where English given names are common too: they tell little of a person named there."""

NAME_WORDS = _set("""
april august baker banks bishop black brown bush carter church cook cross day dean east field fisher fox
frost gray green grey hall hill hope house hunt hunter jan jun june justice king lane law long love major
mar mark marsh marshall mason may miller mon moon noble north page park parker pope porter power price reed
rice rose sat sep sharp short silver smith south stone summer sun swan taylor turner walker ward west white
winter wood young
""")
"""Ordinary or institutional words that are family names after a form of address: `Ms Theresa May`."""

NICKNAMES = {
    "joe": ("joseph",),
    "tony": ("antony", "anthony"),
    "liz": ("elizabeth",),
    "bill": ("william",),
    "bob": ("robert",),
    "bobby": ("robert",),
    "rob": ("robert",),
    "jim": ("james",),
    "jimmy": ("james",),
    "mike": ("michael",),
    "mick": ("michael",),
    "dan": ("daniel",),
    "tom": ("thomas",),
    "tim": ("timothy",),
    "ben": ("benjamin",),
    "chris": ("christopher", "christine"),
    "dick": ("richard",),
    "rick": ("richard",),
    "ed": ("edward",),
    "ted": ("edward", "theodore"),
    "fred": ("frederick",),
    "greg": ("gregory",),
    "jeff": ("jeffrey", "geoffrey"),
    "ken": ("kenneth",),
    "kate": ("katherine", "catherine"),
    "cathy": ("catherine",),
    "larry": ("lawrence",),
    "matt": ("matthew",),
    "nick": ("nicholas",),
    "pat": ("patrick", "patricia"),
    "pete": ("peter",),
    "phil": ("philip", "phillip"),
    "ron": ("ronald",),
    "sam": ("samuel", "samantha"),
    "steve": ("steven", "stephen"),
    "sue": ("susan",),
    "wally": ("walter",),
    "will": ("william",),
    "jake": ("jacob", "jack"),
    "jack": ("john",),
    "don": ("donald",),
    "dave": ("david",),
    "andy": ("andrew",),
    "alex": ("alexander", "alexandra"),
    "al": ("albert", "alan"),
    "becky": ("rebecca",),
    "bongbong": ("ferdinand",),
    "jokowi": ("joko",),
}
"""Short given names and the names they may stand for."""
