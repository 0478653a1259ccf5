"""Words of which the names of offices and public bodies are made.

Enters: nothing. Leaves: tuples of words in lower case (apostrophe `'`, no full stops). Plurals are made by whoever
reads. Must not be known here: how a text is read, and any particular person.
"""

from __future__ import annotations


def _list(table: str) -> tuple[str, ...]:
    """The words of a table divided by ";"."""
    return tuple(" ".join(word.split()) for word in table.split(";") if word.strip())


HEADS = _list("""
prime minister; minister; minister of state; minister president; minister mentor; minister counsellor;
premier; president; vice president; vice-president; president-elect; vice president-elect; prime
minister-designate; prime minister-elect; chancellor; vice chancellor; vice-chancellor; taoiseach; tánaiste;
chief executive; chief minister; first minister; secretary; secretary of state; under secretary of state;
undersecretary of state; under-secretary of state; under secretary; undersecretary; under-secretary; under
secretary general; under-secretary-general; undersecretary general; assistant secretary; deputy secretary;
permanent secretary; parliamentary secretary; vice secretary; secretary general; secretary-general; general
secretary; first secretary; second secretary; third secretary; home secretary; cabinet secretary; principal
secretary; foreign secretary; state secretary; state councilor; state councillor; director general;
director-general; director; attorney general; attorney-general; solicitor general; solicitor-general;
prosecutor general; prosecutor-general; procurator general; procurator-general; prosecutor; advocate
general; consul general; consul-general; consul; vice consul; vice-consul; governor; governor general;
governor-general; vice governor; lieutenant governor; auditor general; auditor-general; inspector general;
inspector-general; comptroller general; surgeon general; registrar general; registrar; postmaster general;
quartermaster general; accountant general; commissioner general; commissioner-general; commissioner; european commissioner; eu commissioner; high
commissioner; high representative; ambassador; ambassador extraordinary and plenipotentiary; envoy
extraordinary and minister plenipotentiary; minister plenipotentiary; ambassador-designate;
ambassador-at-large; ambassador designate; chargé d'affaires; charge d'affaires; chargé d' affaires; charge
d' affaires; chargé; chargé d'affaires a i; charge d'affaires a i; chargé d'affaires ad interim; charge
d'affaires ad interim; nuncio; apostolic nuncio; envoy; special envoy; representative; special
representative; special adviser; special advisor; special rapporteur; special coordinator; special
presidential envoy; resident coordinator; adviser; advisor; counsellor; counselor; counsel; attaché;
attache; chief of staff; chief of mission; chief of cabinet; chief of protocol; chief of general staff;
chief of the general staff; chief of defence; chief of defense; chief of the defence force; chief of defence
force; chief of defence staff; chief of the defence staff; chief of army; chief of navy; chief of air force;
chief of air staff; chief of naval staff; chief of army staff; chief of naval operations; chief of police;
police chief; chief of the joint staff; chief of joint staff; chief of delegation; chief of state; chief of
the cabinet; chief of office; chief of division; chief of section; chief; commander in chief;
commander-in-chief; commander; deputy commander; commandant; chief justice; justice; judge; magistrate;
ombudsman; ombudsperson; speaker; president pro tempore; majority leader; minority leader; leader; leader of
the opposition; leader of the house; paramount leader; supreme leader; floor leader; whip; chief whip;
senator; congressman; congresswoman; member of parliament; members of parliament; member of congress;
members of congress; parliamentarian; lawmaker; deputy speaker; mp; national assembly member; member;
assemblyman; councilor; councillor; alderman; mayor; vice mayor; lord mayor; prefect; chair; chairman;
chairperson; chairwoman; vice chair; vice-chair; vice chairman; vice-chairman; vice chairperson;
vice-chairperson; vice chairwoman; vice-chairwoman; co-chair; co-chairman; co-chairperson; co-chairwoman;
chairmanship; convenor; convener; head; head of delegation; head of state; head of government; head of
mission; head of department; head of division; head of office; head of unit; head of section; head of the
delegation; spokesperson; spokesman; spokeswoman; press secretary; press officer; coordinator; co-ordinator;
administrator; deputy administrator; officer; chief executive officer; chief operating officer; chief
information officer; chief financial officer; desk officer; assistant; special assistant; deputy assistant;
executive assistant; aide; inspector; superintendent; controller; comptroller; treasurer; auditor;
rapporteur; negotiator; sherpa; sous-sherpa; delegate; facilitator; mediator; moderator; special prosecutor;
plenipotentiary; manager; country manager; country director; executive director; managing director; king;
queen; king father; queen mother; sultan; sultan and yang di-pertuan; sultana; emir; amir; emperor; empress;
prince; princess; crown prince; crown princess; regent; grand duke; grand duchess; pope; yang di-pertuan;
yang di-pertuan agong; yang dipertuan agong; yang di-pertua negeri; custodian of the two holy mosques;
rashtrapati; rashtrapatiji; pradhan mantri; caliph; head of the executive; president of the council; supreme
patriarch; co-prince; captain regent; president-designate; inspector of taxes; caretaker minister; officer
in charge; officer-in-charge; kabaka; paramount chief; minister delegate; minister-delegate; ministre;
senior official; permanent representative; observer; permanent observer; liaison officer;
governor-designate; nominee; deputy director; deputy director general; deputy director-general; deputy
chief; deputy head; politburo member; standing committee member; chief negotiator; chief economist; chief
scientist; patriarch; caretaker
""")
"""The noun that an office is built on: `Minister` of Foreign Affairs, Deputy Chief Cabinet `Secretary`."""

DOTTED_HEADS = {
    "sen": "Senator",
    "rep": "Representative",
    "gov": "Governor",
    "amb": "Ambassador",
    "sec": "Secretary",
    "pres": "President",
    "min": "Minister",
}
"""Heads cut short; only where a full stop follows."""

TITLE_HEADS = frozenset(
    _list("""
ambassador; senator; king; queen; sultan; emir; amir; emperor; empress; prince; princess; crown prince;
crown princess; pope; rashtrapatiji; congressman; congresswoman; justice; judge; chief justice; governor;
mayor; speaker; premier; chancellor; sultana; regent; commissioner
""")
)
"""Offices that say enough without a complement."""

BARE_LOWER = frozenset(
    _list("""
assistant; officer; head; chief; member; manager; leader; justice; judge; chair; counsel; observer;
delegate; moderator; representative; aide; controller; inspector; auditor; king; queen; prince; princess;
regent; caretaker; nominee; whip; secretary; commander; director; coordinator; facilitator; mediator;
counselor; counsellor; registrar; treasurer; senior official
""")
)
"""In lower case and without a complement these are ordinary nouns, not an office."""

MEETING_ROLES = frozenset(
    _list("""
head of delegation; head of the delegation; chief of delegation; co-chair; co-chairman; co-chairwoman; co-chairperson;
moderator; rapporteur; delegate
""")
)
"""Roles that last as long as a meeting: no offices with a history of holders."""

COMPLETE = frozenset(("custodian of the two holy mosques", "supreme leader", "rashtrapatiji"))
"""Heads that never go on: another head straight after them is another office."""

MEDIA = (
    "Reuters",
    "Associated Press",
    "AP",
    "AFP",
    "Agence France-Presse",
    "BBC",
    "CNN",
    "NHK",
    "Kyodo",
    "Kyodo News",
    "Jiji",
    "Jiji Press",
    "Xinhua",
    "CCTV",
    "CGTN",
    "Yonhap",
    "KBS",
    "MBC",
    "Bernama",
    "Antara",
    "VNA",
    "VOA",
    "Voice of America",
    "RFA",
    "Radio Free Asia",
    "Bloomberg",
    "Bloomberg News",
    "Al Jazeera",
    "Fox News",
    "NBC",
    "NBC News",
    "CBS",
    "CBS News",
    "ABC News",
    "PBS",
    "NPR",
    "Politico",
    "Axios",
    "New York Times",
    "the New York Times",
    "Washington Post",
    "the Washington Post",
    "Wall Street Journal",
    "the Wall Street Journal",
    "Financial Times",
    "the Guardian",
    "The Economist",
    "Le Monde",
    "Der Spiegel",
    "Asahi",
    "Asahi Shimbun",
    "Yomiuri",
    "Yomiuri Shimbun",
    "Nikkei",
    "Mainichi",
    "Straits Times",
    "the Straits Times",
    "Bangkok Post",
    "Khmer Times",
    "Phnom Penh Post",
    "Rappler",
    "GMA News",
    "ABS-CBN",
    "Inquirer",
    "ANI",
    "PTI",
    "TASS",
    "Interfax",
    "RIA Novosti",
    "DPA",
    "EFE",
    "ANSA",
    "Lusa",
    "Tempo",
    "Kompas",
    "CNA",
    "Channel NewsAsia",
    "Sky News",
    "ITN",
    "RTE",
    "SBS",
    "Anadolu",
    "Anadolu Agency",
    "WAM",
    "SPA",
    "Saudi Press Agency",
)
"""Newspapers, agencies and broadcasters: who is named with one is a reporter."""

NOT_OFFICES = _list("""
first lady; first gentleman; second gentleman; second lady; wife; husband; spouse; daughter; son; widow;
analyst; political analyst; expert; professor; lecturer; researcher; senior researcher; research fellow;
senior fellow; fellow; scholar; economist; historian; commentator; observer of regional affairs; activist;
journalist; correspondent; reporter; editor; editor-in-chief; columnist; author; writer; photographer;
founder; co-founder; ceo; businessman; businesswoman; entrepreneur; tycoon; investor; shareholder; lawyer;
dean; rector; vice rector; provost; vice-rector; student; teacher; opposition leader; dissident; detainee;
prisoner; defendant; suspect; survivor; farmer; villager; singer; actor; actress; athlete; player; coach;
champion; artist; architect; curator; conductor; citizen; alumnus; alumna; laureate; nobel laureate; poet;
monk; abbot; contact; media contact; press contact; interpreter; translator
""")
"""What a person may be called without holding an office of state."""

MODIFIERS = _list("""
deputy; vice; acting; interim; caretaker; ad; ad-interim; first; second; third; fourth; senior; junior;
assistant; associate; principal; chief; former; late; ex; then; outgoing; incoming; visiting; current;
newly; newly-appointed; newly appointed; newly-elected; newly elected; re-elected; reelected; appointed;
designate; elect; honorary; special; personal; permanent; alternate; resident; non-resident; nonresident; ad
interim; executive; managing; joint; co; under; supreme; grand; lead; top; chartered; concurrent;
co-ordinating; coordinating; extraordinary; plenipotentiary; general; his; full; standing; rotating;
founding; accredited; designated; high; sitting; pro-tempore
""")
"""Before the head, whatever the office: `Deputy`, `First Vice-`, `newly appointed`."""

PORTFOLIO = _list("""
academic; accession; action; presidential; ministerial; vice-presidential; national; accreditation;
accounts; administration; administrative; advancement; aerospace; affair; affairs; africa; african; ageing;
aging; agrarian; agricultural; agriculture; aid; air; alliance; alliances; america; american; americas;
animal; antiquities; anti-corruption; arab; arctic; armed; arms; army; art; arts; asia; asian; asia-pacific;
asia-europe; asset; assets; assistance; attractions; audit; authorities; aviation; baltic; banking;
bilateral; biosecurity; blue; border; borders; broadcasting; budget; building; bureaucracy; bureaucratic;
business; cabinet; capacity; capital; caribbean; central; ceremonies; chemical; chief; child; children;
citizens; citizenship; city; civic; civil; climate; coast; coastal; combat; commerce; commercial;
commission; commonwealth; communication; communications; communities; community; competition;
competitiveness; compliance; conflict; connectivity; conservation; constitutional; construction; consular;
consumer; consumers; control; cooperation; co-operation; cooperative; cooperatives; coordination; corporate;
corps; council; councils; counter-terrorism; counterterrorism; countries; court; covid; covid-19; creative;
crisis; crop; cross-strait; cultural; culture; customs; cyber; cybersecurity; cyberspace; data;
decentralization; defence; defense; deliberation; delivery; delegation; delivering; democracy; democratic;
demarcation; demining; denuclearization; department; depository; deregulation; descent; development;
diaspora; digital; digitalization; diplomacy; disarmament; disaster; disability; disabilities; districts; diversity;
domestic; drought; drug; drugs; dprk; east; eastern; ecological; ecology; economic; economics; economies;
economy; education; efficiency; elderly; elections; electoral; electricity; electronic; electronics;
emergencies; emergency; emerging; empowerment; employment; endowment; energy; engagement; engineering;
enterprise; enterprises; environment; environmental; equal; equality; equity; ethnic; eurasia; eurasian;
euro-atlantic; europe; european; evaluation; exchange; exchequer; expatriate; expatriates; export; exports;
external; facilities; fair; families; family; federal; feminist; fighting; finance; finances; financial;
fire; first; fiscal; fisheries; food; force; forces; foreign; forest; forestry; forests; francophonie; free;
freedom; frontier; future; gas; gender; general; geology; global; globalization; government; governance;
green; groups; guard; gulf; handicrafts; health; healthcare; heritage; higher; highways; home; homeland;
hospitality; household; housing; human; humanitarian; ict; ii; i; illegal; immigration; implementation;
import; inclusion; inclusive; indigenous; indo-pacific; industrial; industries; industry; inequality;
informatics; information; infrastructure; innovation; inspection; institutional; institutions; insurance;
integration; integrity; intelligence; intellectual; interagency; inter-korean; inter-parliamentary;
inter-regional; interior; internal; international; internet; inventions; investment; investments;
irrigation; islamic; islands; job; jobs; judicial; judiciary; justice; juvenile; knowledge; korean; labor;
labour; land; lands; language; languages; latin; law; laws; leadership; league; legal; legislative; liaison;
liberal; livestock; local; logistics; macroeconomic; maintenance; management; manpower; maritime; marine;
market; markets; mass; material; matters; measures; media; medical; medicine; mediterranean; mekong; mental;
merchant; meteorology; metropolitan; micro; middle; migrant; migrants; migration; military; mine; mineral;
minerals; mines; mining; minority; minorities; missile; mobility; modernisation; modernization; monetary;
multicultural; multiculturalism; multilateral; municipal; museum; museums; narcotics; nation; nationalities;
native; nations; natural; naval; navigation; navy; neighborhood; neighbourhood; neighbours; new;
non-proliferation; nonproliferation; north; northeast; northern; nuclear; nutrition; ocean; oceania; oceans;
oil; older; olympic; operation; operations; order; organisations; organisation; organization; organizations;
overseas; pacific; parks; parliament; parliamentary; participation; parties; partnership; partnerships;
party; peace; peacebuilding; peaceful; peacekeeping; peninsula; pensions; people; people's; peoples;
personnel; petroleum; planning; plans; plantation; plant; police; policies; policy; political;
politico-military; politics; population; ports; post; postal; posts; poverty; power; preparedness;
presidency; press; prevention; primary; prison; prisons; private; privatization; privy; procurement;
production; productivity; programmes; programs; promotion; property; prosecution; protection; protocol;
provincial; public; quality; railway; railways; reconciliation; reconstruction; records; reduction; reform;
reforms; refugee; refugees; regional; regions; registration; regulatory; relations; relief; religion;
religious; renewable; research; resettlement; resilience; resolution; resource; resources; response;
responsible; revenue; rights; river; road; roads; royal; rule; rural; safety; sanctions; sanitation;
satellite; school; schools; science; sciences; scientific; sea; secondary; sector; sectors; securities;
security; self-defense; semiconductor; services; service; settlements; shared; shipping; skills; small;
smart; social; society; solidarity; south; southeast; southern; southwest; sovereignty; space; special;
sport; sports; stability; staff; standards; state; statistics; state-owned; strategic; strategy;
strengthening; structural; students; supply; support; sustainability; sustainable; tariff; task; tax;
taxation; teachers; technical; technological; technologies; technology; telecom; telecommunication;
telecommunications; territorial; territories; terrorism; textile; textiles; threat; threats; tourism; town;
towns; trade; trading; tradition; traffic; training; transformation; transition; transnational; transport;
transportation; treasury; treaties; treaty; tribal; trilateral; two; undersea; unification; union; united;
urban; urbanization; utilities; vaccine; valley; value; values; veterans; veterans'; victims; victim;
village; villages; violence; vocational; volunteers; waste; water; waters; waterways; weapons; welfare;
west; western; wildlife; wmd; woman; women; women's; work; worker; workers; works; world; young; youth;
zone; non-traditional; multi-lateral; northwestern; atomic; counter-narcotics; combating; combatting;
countering; trafficking; persons; smuggling; crime; crimes; proliferation; weapon; genocide; atrocity;
olympics; expo; g7; g20; quad; asem; apec; un; acmecs
""")
"""What an office or a public body is for; capitalised in a title, they end where the name begins."""

BODIES = _list("""
ministry; ministries; department; departments; office; offices; bureau; bureaux; directorate; division;
section; branch; unit; agency; agencies; authority; commission; committee; council; cabinet; government;
secretariat; embassy; embassies; consulate; consulate general; consulate-general; mission; high commission;
permanent mission; delegation; parliament; assembly; senate; congress; house; chamber; lok sabha; rajya
sabha; diet; bundestag; knesset; duma; board; court; tribunal; bank; fund; institute; institution; academy;
university; college; centre; center; foundation; association; federation; union; organisation; organization;
society; force; forces; army; navy; air force; guard; police; corps; command; fleet; service; party; group;
taskforce; task force; working group; network; forum; initiative; programme; program; panel; corporation;
company; administration; treasury; exchequer; court of justice; palace; royal palace; royal household;
province; city; municipality; district; state; republic; kingdom; sultanate; emirate; prefecture; region;
territory; county; town; league; community; alliance; headquarters; staff; politburo; presidium; bloc;
caucus; central bank; reserve bank; national bank; ombudsman's office; customs; lords; commons;
representatives; deputies; nations; secretariat general; school; club; chambers; faculty
""")
"""Nouns that name a body: a phrase that ends in one is no personal name."""

PRIVATE_BODIES = frozenset(
    _list("""
academy; institute; university; college; school; faculty; think; think-tank; tank; foundation; association;
institut; instituto; istituto; fondation; fundación; fundação; stiftung; université; universidad; universidade;
università; universität; musée; museo; museu; école; centro; company; co; ltd; inc; plc; corp; llc; gmbh; holdings; group; chamber; club; society; newspaper; magazine;
post; times; ngo; firm; hospital; church; temple; museum; studio; enterprise
""")
)
"""An office in one of these is no office of state; `Institute` of a ministry is for an editor to say."""

INTERNATIONAL = _list("""
asean; the association of southeast asian nations; association of southeast asian nations; united nations;
un; u n; unesco; unicef; undp; unhcr; unodc; unfpa; unep; unido; unctad; un women; un-habitat; who; wto;
wipo; wfp; fao; ilo; imf; iaea; iom; icao; imo; itu; opcw; ctbto; world bank; world bank group; world health
organization; world trade organization; international monetary fund; asian development bank; adb; aiib;
african development bank; inter-american development bank; european union; eu; e u; european commission;
european council; european parliament; european external action service; eeas; council of europe; nato;
osce; oecd; oas; organization of american states; african union; au; ecowas; sadc; eac; igad; arab league;
league of arab states; gcc; gulf cooperation council; oic; organisation of islamic cooperation; organization
of islamic cooperation; the commonwealth; commonwealth secretariat; caricom; mercosur; celac; pacific
islands forum; pif; spc; asem; apec; saarc; bimstec; sco; shanghai cooperation organisation; shanghai
cooperation organization; brics; g7; g20; g77; quad; cica; eurasian economic union; cis; opec; icc;
international criminal court; icj; international court of justice; icrc; ifrc; interpol; mekong river
commission; mrc; ipu; aipa; unrwa; ohchr; ocha; unaids; unami; unsc; un security council; united nations
security council; united nations general assembly; un general assembly; unga; ecosoc; unescap; escap; untac;
unifil; unmiss; minusma; minusca; monusco; undof; untso; unficyp; unmik; unisfa; unama; unsmil; unmogip; unitams;
unfccc; iccrom; ipcc; ipef; undrr; unitar; uncitral; unaoc; oacps; afdb; ebrd;
eib; iadb; isdb; ndb; csto; d-8; ioc; fifa; apo; icapp;
la francophonie; oif; indian ocean commission; indian ocean rim association; iora; visegrad group; nordic
council; benelux; holy see's; unops; green climate fund; gcf; gavi; global fund; asean secretariat; asean
inter-parliamentary assembly; international energy agency; iea; irena; ceb; dcaf
""")
"""Bodies of many states: an office in one says nothing of the holder's country."""

EPONYM_NOUNS = frozenset(
    _list("""
street; st; road; rd; avenue; ave; boulevard; blvd; lane; drive; highway; expressway; bridge; square; park;
garden; gardens; airport; port; station; terminal; university; college; school; academy; institute;
institution; hospital; clinic; stadium; arena; mausoleum; tomb; museum; memorial; monument; library; hall;
auditorium; theatre; theater; prize; award; awards; medal; scholarship; scholarships; fellowship;
fellowships; lecture; lectures; foundation; fund; trust; doctrine; plan; initiative; treaty; accord;
accords; agreement; act; administration; government; governments; cabinet; regime; era; presidency; dynasty;
movement; brigade; trail; city; town; village; island; islands; mountain; river; lake; sea; dam; canal;
building; tower; centre; center; house; palace; plaza; hotel; pagoda; temple; mosque; cathedral; church;
company; corporation; group; holdings; ltd; inc; co; bank; ship; carrier; destroyer; cup; trophy;
tournament; games; law; rule; principle; formula; legacy; effect; campaign; conservative; labour; liberal;
coalition; years; district; province; commune; boulevards; residence; conference; summit; statement;
declaration; forum; dialogue; meeting; protocol; commission; committee; report; vision; strategy; programme;
program; scholar; scholars; fellow; fellows; market; ville
""")
)
"""After a name these nouns make it the name of a thing: `Ho Chi Minh Mausoleum`, `the Biden Administration`."""

SEAS = _list("""
south china sea; east china sea; south and east china sea; south and east china seas; east and south china sea;
east and south china seas; west philippine sea; sea of japan; gulf of thailand; gulf of mexico; gulf of oman;
gulf of aden; persian gulf; arabian gulf; indian ocean; indian ocean region; pacific ocean; arabian sea; south pacific;
taiwan strait; korea strait; korean peninsula; sulu sea; celebes sea; philippine sea; english channel;
french polynesia; british columbia; new south wales; mexico city; panama canal;
suez canal; kuwait city; guatemala city; indochina; bay of bengal; irish sea
""")
"""Names of places that hold the name of a country without naming it."""

EVENT_WORDS = _list("""
rashtrapati bhavan; white house; blue house; government house; elysée palace; government guest house; blair
house; downing street; ten downing street; istana negara; raj bhavan; hyderabad house; merdeka palace;
malacañang; malacañang palace; kantei; state guest house; meeting; meetings; summit; summits; conference;
conferences; dialogue; dialogues; talks; talk; consultation; consultations; forum; session; sessions; visit;
visits; call; calls; level; level-meeting; statement; statements; communiqué; communique; declaration;
agreement; agreements; memorandum; memoranda; understanding; treaty; accord; joint; press; release;
releases; readout; remarks; speech; address; interview; ceremony; ceremonies; banquet; dinner; luncheon;
lunch; reception; anniversary; year; years; day; days; week; month; roundtable; workshop; seminar;
symposium; track; retreat; expo; exhibition; fair; festival; olympics; games; election; elections;
inauguration; opening; signing; conclusion; exchange; exchanges; letter; letters; message; messages; note;
notes; report; photo; photos; photograph; video; teleconference; videoconference; trip; tour; arrival;
departure; welcome; courtesy; official; working; state; bilateral; trilateral; multilateral; inaugural;
annual; outcome; outcomes; overview; summary; question; questions; answer; answers; transcript; background;
agenda; topics; translation; provisional; tentative; basic; announcement; announcements; news; media;
advisory; notice; update; updates; highlights; congratulations; condolences; sympathy; gratitude;
appreciation; thanks; consensus; award; plan; framework; initiative; strategy; partnership; cooperation;
relations; friendship; alliance; outlook; vision; project; projects; scholarship; programme; program; study;
studies; charter; convention; protocol; resolution; law; act; bill; constitution; order; code; guidelines;
principles; pillar; chapter; article; annex; appendix; table; figure; page; section; paragraph; item;
january; february; march; april; june; july; august; september; october; november; december; monday;
tuesday; wednesday; thursday; friday; saturday; sunday; jan; feb; mar; apr; jun; jul; aug; sept; sep; oct;
nov; dec; new; good; happy; home; related; link; links; back; top; open; window; pdf; tags; share; print;
email; facebook; twitter; telegram; youtube; instagram; subscribe; search; menu; archive; contact; contacts;
enquiries; inquiries; telephone; phone; tel; fax; mobile; mob; website; source; end; ends
""")
"""Words that are capitalised in a release without being part of a name or an office."""

HEADLINE_VERBS = _list("""
accepts; accompanies; addresses; affirms; agree; agrees; announce; announces; appoints; arrives; asks;
attend; attends; begins; breaks; calls; chairs; co-chairs; commends; concludes; condemns; conducts;
confirms; congratulates; continues; conveys; delivers; departs; discuss; discusses; emphasises; emphasizes;
encourages; ends; exchange; exchanges; expresses; extends; gives; greets; grants; heads; highlights; hold;
holds; honours; honors; host; hosts; hails; inaugurates; inspects; invites; issues; joins; keeps; launches;
lauds; leads; leaves; made; makes; marks; meet; meets; met; mourns; names; offers; opens; participates;
pays; pledges; praises; presents; presides; promises; receive; receives; reaffirms; reiterates; responds;
returns; says; see; sees; seeks; sends; set; sets; shares; sign; signs; speak; speaks; starts; stresses;
strengthen; strengthens; submits; supports; sworn; takes; tells; thanks; to; tours; travels; underlines;
underscores; unveils; urges; virtually; visit; visits; vows; warns; welcome; welcomes; will; wins; wishes;
witness; witnesses; wraps; on; at; in; by; with; before; after; during; following; ahead; regarding;
concerning; from; for; of; and; the; a; an; as; is; was; has; have; his; her; their; its; over; amid; via;
upon; through; between; about; against; toward; towards; into; who; today; tomorrow; yesterday; this; that;
these; those; both; also; not; no
""")
"""In a headline or in capitals these words end a name."""

COMMON_OPENERS = _list("""
the; a; an; this; that; these; those; he; she; it; they; we; i; you; his; her; their; its; our; my; your;
who; which; what; when; where; while; why; how; if; as; at; by; for; from; in; into; of; off; on; onto;
over; per; to; toward; towards; under; until; upon; via; with; within; without; about; above; across; after;
against; ahead; all; along; also; although; amid; among; and; another; any; apart; around; because; before;
behind; being; below; beside; besides; between; beyond; both; but; can; concerning; could; despite; did; do;
does; done; during; each; earlier; either; elsewhere; even; every; except; excluding; few; finally; first;
following; former; formerly; further; furthermore; given; had; has; have; having; hence; here; however;
in-depth; including; indeed; initially; instead; is; it's; last; late; later; latest; lastly; less; let;
like; likewise; many; may; meanwhile; might; more; moreover; most; much; must; namely; near; nearly;
neither; never; nevertheless; next; no; none; nonetheless; nor; not; noting; now; on-site; once; one; only;
or; other; others; otherwise; out; outside; overall; owing; particularly; past; please; previously; prior;
recalling; recently; recognising; recognizing; regarding; respectively; responding; said; same; second;
separately; several; shall; should; similarly; simultaneously; since; so; some; soon; speaking; still;
subsequently; such; taking; ten; thank; thanks; then; there; thereafter; therefore; third; though; three;
through; throughout; thus; today; together; tomorrow; tonight; too; two; underlining; underscoring; unless;
was; welcoming; were; whereas; whether; whose; will; working; would; yes; yesterday; yet; morning;
afternoon; evening; mutual; people; peoples; side; sides; ladies; gentlemen; dear; distinguished;
colleagues; friends; delegates; guests; members; participants; leaders; officials; number; date; ref;
subject; attn; re; details; dated; signed; expressing; addressing; touching; commenting; building; looking;
emphasizing; emphasising; stressing; concluding; commending; congratulating; thanking; appreciating;
acknowledging; accompanied; invited; asked; present; based; according; due; turning; reaffirming;
reiterating; highlighting; referring; visiting; attending; arriving; briefing; reviewing; exchanging;
discussing; focusing; leading; hosting; marking; beginning; four; five; six; seven; eight; nine
""")
"""Words with a capital only because a sentence opens with them."""

COUNTRY_OF = {
    "chief cabinet secretary": "Japan",
    "deputy chief cabinet secretary": "Japan",
    "assistant chief cabinet secretary": "Japan",
    "external affairs minister": "India",
    "minister of external affairs": "India",
    "foreign secretary of india": "India",
    "rashtrapatiji": "India",
    "rashtrapati": "India",
    "minister of state for external affairs": "India",
    "state councilor": "China",
    "state councillor": "China",
    "taoiseach": "Ireland",
    "tánaiste": "Ireland",
    "chancellor of the exchequer": "United Kingdom",
    "secretary of defense": "United States",
    "secretary of the treasury": "United States",
    "treasury secretary": "United States",
    "secretary of homeland security": "United States",
    "yang di-pertuan agong": "Malaysia",
    "yang dipertuan agong": "Malaysia",
    "bundeskanzler": "Germany",
    "federal chancellor": "Germany",
    "federal councillor": "Switzerland",
    "secretary of state for foreign, commonwealth and development affairs": "United Kingdom",
    "foreign, commonwealth and development secretary": "United Kingdom",
    "custodian of the two holy mosques": "Saudi Arabia",
    "secretary of foreign affairs": "Philippines",
    "department of foreign affairs secretary": "Philippines",
    "minister of the royal palace": "Cambodia",
}
"""Offices that only one country has under this title, folded."""

NO_PRIME_MINISTER = frozenset(
    _list("""
United States; Mexico; Brazil; Argentina; Chile; Colombia; Indonesia; Philippines; Switzerland; Kenya;
Nigeria; Ghana; South Africa; Angola; Panama; Costa Rica; Uruguay; Paraguay; Venezuela; Ecuador; Bolivia;
Honduras; Guatemala; El Salvador; Nicaragua; Dominican Republic; Cyprus; Palau; Maldives; Iran; Zambia;
Malawi; Zimbabwe; Liberia; Gambia; Sierra Leone; Seychelles; Turkmenistan; Micronesia; Marshall Islands;
Nauru; Kiribati; Brunei; Oman; Botswana; Türkiye
""")
)
"""Countries without a prime minister, or whose head of government is called otherwise."""

NO_MINISTERS = frozenset(("United States", "Philippines", "Hong Kong", "Holy See"))
"""Countries whose ministers are called secretaries; a minister named there comes from elsewhere."""

NO_PRESIDENT = frozenset(
    _list("""
Japan; United Kingdom; Canada; Australia; New Zealand; Thailand; Cambodia; Malaysia; Brunei; Spain;
Netherlands; Belgium; Denmark; Norway; Sweden; Luxembourg; Jordan; Morocco; Bahrain; Kuwait; Qatar; Oman;
Saudi Arabia; Bhutan; Tonga; Lesotho; Eswatini; Jamaica; Bahamas; Belize; Papua New Guinea; Solomon Islands;
Tuvalu; Samoa; Liechtenstein; Monaco; Saint Lucia; Grenada; Antigua and Barbuda; Saint Kitts and Nevis;
Saint Vincent and the Grenadines; Holy See
""")
)
"""Countries without a president as head of state."""

KINGDOMS = frozenset(
    _list("""
United Kingdom; Cambodia; Thailand; Malaysia; Spain; Netherlands; Belgium; Denmark; Norway; Sweden; Jordan;
Morocco; Bahrain; Saudi Arabia; Bhutan; Tonga; Lesotho; Eswatini; Nepal; Laos; Greece; Italy; Canada;
Australia; New Zealand; Iraq; Egypt
""")
)
"""Countries that have, or had in living memory, a king or queen."""

SENATES = frozenset(
    _list("""
United States; Australia; Canada; Philippines; Cambodia; Thailand; Malaysia; France; Italy; Spain; Brazil;
Argentina; Chile; Mexico; Colombia; Uruguay; Paraguay; Bolivia; Peru; Belgium; Netherlands; Ireland; Poland; Czechia;
Romania; Kenya; Nigeria; South Africa; Pakistan; Kazakhstan; Uzbekistan; Jordan; Jamaica; Barbados; Bahamas;
Trinidad and Tobago; Grenada; Saint Lucia; Dominican Republic; Haiti; Fiji; Palau; Myanmar; Namibia; Zimbabwe; Rwanda;
Liberia; Gabon; Cameroon; Madagascar; Lesotho; Eswatini; Belize; Afghanistan; Bosnia and Herzegovina; Japan
""")
)
"""Countries with a senate, or with members of parliament who are called senators in English."""

ONLY_IN = {
    "senator": SENATES - {"Japan"},
    "secretary of state for foreign, commonwealth and development affairs": frozenset(("United Kingdom",)),
    "king": KINGDOMS,
    "queen": KINGDOMS,
    "sultan": frozenset(("Oman", "Brunei", "Malaysia")),
    "emir": frozenset(("Qatar", "Kuwait", "Bahrain")),
    "amir": frozenset(("Qatar", "Kuwait", "Bahrain")),
    "emperor": frozenset(("Japan", "Ethiopia", "Iran")),
    "empress": frozenset(("Japan", "Ethiopia", "Iran")),
    "pope": frozenset(("Holy See",)),
    "taoiseach": frozenset(("Ireland",)),
    "premier": frozenset(("China", "Australia", "Canada", "Taiwan", "Niue", "Cook Islands", "Soviet Union")),
}
"""Offices that only some countries have."""

INTERNATIONAL_HEADS = frozenset(
    _list("""
european commissioner; eu commissioner; special rapporteur; resident coordinator; under-secretary-general; under secretary general; undersecretary
general; high representative
""")
)
"""Offices that only bodies of many states have."""

DESK_HEADS = frozenset(
    _list("""
director-general; director general; deputy director-general; deputy director general; director; deputy director;
acting director-general; acting director general; head; chief; officer; desk officer
""")
)
"""Heads of a desk in a ministry: a `Director-General of ASEAN` deals with it at home."""

NO_DIRECTORS = frozenset(
    _list("""
asean; association of southeast asian nations; association of south-east asian nations; apec; asem; g7; g20; g77;
brics; mekong; acmecs; bimstec; saarc; nato; quad; caricom; celac; mercosur; non-aligned movement
""")
)
"""Bodies of many states that nobody leads under such a title."""

EMBASSY_HEADS = frozenset(
    _list("""
counsellor; counselor; minister-counsellor; minister counsellor; minister-counselor; minister counselor; first secretary;
second secretary; third secretary; attache; attaché; deputy head of mission; deputy chief of mission; consul; vice consul;
charge d'affaires; chargé d'affaires
""")
)
"""Diplomats on an ambassador's staff."""

PARTS_OF_A_CONTINENT = frozenset(_list("latin; north; south; central; pan; inter; ibero; anglo; afro"))
"""Words before `American` that make a region of it."""

DESKS = frozenset(
    _list("""
bureau; department; division; desk; section; directorate; affairs; region; relations; studies; unit; branch
""")
)
"""What in a ministry deals with a country: the `Chinese Department`."""
