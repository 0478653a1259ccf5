"""Words of respect that stand before a name, by the weight they carry, and the suffixes after it.

Enters: nothing. Leaves: tuples of words in lower case, without full stops, apostrophes as `'`.
Must not be known here: how a text is read. A word that is itself an office (Ambassador, Senator, Sultan) is in
`offices`; a military rank is here, since it may stand before an office as well as before a name.
"""

from __future__ import annotations


def _list(table: str) -> tuple[str, ...]:
    """The words of a table divided by ";"."""
    return tuple(" ".join(word.split()) for word in table.split(";") if word.strip())


STRONG = _list("""
he; h e; hh; hm; h m; hrh; h r h; his excellency; her excellency; their excellencies; excellency;
excellencies; h e's; hes; s e; son excellence; su excelencia; sua excelência; his majesty; her majesty;
their majesties; his royal highness; her royal highness; their royal highnesses; his highness; her highness;
his serene highness; her serene highness; his imperial majesty; her imperial majesty; his imperial highness;
her imperial highness; his holiness; his eminence; his all-holiness; his beatitude; his worship; his honour;
her honour; the honourable; honourable; the honorable; honorable; hon; hon'ble; the hon'ble; honble;
honourables; rt hon; the rt hon; right honourable; the right honourable; rt honourable; the right honorable;
the most honourable; the hon; yb; yab; y b; y a b; ybm; yam; ymm; yang berhormat; yang amat berhormat; yang
mulia; samdech; samdach; samdech preah; samdech akka; preah bat; preah bat samdech; preah karuna; neak
moneang; the right reverend and right honourable; comrade; h s h; sayyid his highness
""")
"""Whoever is addressed so holds an office of state, even where the text does not say which."""

ABBREVIATIONS = frozenset(_list("he; hh; hm; hrh; yb; yab; ybm; yam; ymm; hes"))
"""Of the former, those that are words of their own unless they stand in capitals."""

SAMDECH_WORDS = _list("""
akka; akkak; aka; moha; maha; sena; senapadei; padei; pedei; techo; thipadei; thippadei; borvor; bovor;
borvoreth; bovoreth; borvorthipadei; chaufea; chauvea; veang; kittivong; kitti; kittisangahapundit; sangha;
sangahak; bandit; pundit; preah; boromneath; borom; neath; mohaneth; krom; kralahom; krolahom; kralahoum;
pichey; vichey; vibol; panha; pheakdei; phakdei; ponhea; ponnhea; chakrei; rathsapheathika; rathsaphea;
rathsapheathipadei; thika; norodom-sihanouk; ream; chakrey; sihanouk-techo; reach; reachbot; reachbotra;
vong; phirun; sakor; botumboros; dharmapuja; hluong; ou
""")
"""Words that belong to a Cambodian title after Samdech or Preah: `Samdech Akka Moha Sena Padei Techo`."""

WEAK = _list("""
mr; mrs; ms; miss; mx; messrs; mdm; mme; mlle; madam; madame; m; monsieur; sir; dame; lord; lady; baroness;
baron; viscount; earl; countess; dr; drs; prof; professor; assoc prof; assistant professor; associate
professor; eng; engr; ing; ir; arch; atty; attorney; adv; advocate; lic; lcda; lcdo; sr; sra; srta; señor;
señora; herr; frau; doña; dom; shri; sri; shree; smt; shrimati; kumari; sardar; pandit; thiru; janab; begum;
mian; chaudhry; khawaja; sheikh; sheik; shaikh; shaykh; sheikha; shaikha; sayyid; sayyida; sayed; syed;
maulana; mufti; imam; ayatollah; hojjatoleslam; allamah; haji; hajah; haj; hajj; hj; hjh; al-haj; alhaji;
alhaja; oba; mwalimu; otumfuo; malam; mallam; dato; dato'; datuk; datuk seri; datuk seri panglima; datuk
wira; datuk patinggi; datuk seri utama; datuk amar; datuk sri; dato' seri utama; dato seri utama; dato' sri utama;
dato' seri diraja; dato' seri di raja; dato' paduka seri; dato seri paduka; dato seri paduka awang; pehin orang
kaya laila; tun dr; tan sri dato' seri; tan sri datuk seri; tan sri dato' sri; datuk dr; dato' dr; datin paduka;
datin seri paduka; datin; datin seri; dato seri; dato' seri; dato sri; dato' sri; dato' sri diraja; dato
paduka; dato' paduka; dato seri setia; dato' seri setia; dato setia; tan sri; tan sri dato; tan sri dato';
tan sri datuk; puan sri; toh puan; tun; tunku; tengku; tuan; puan; encik; cik; pehin; pehin orang kaya;
pehin dato; pehin datu; pengiran; pengiran muda; pengiran anak; yang teramat mulia; awang; dayang; dayangku;
khun; khunying; thanpuying; m r; m l; mom rajawongse; mom luang; u; daw; sao; sayadaw; mahn; lok; lok
chumteav; lok chumtiev; lok chumteav bandit; lok chumteav dr; lok lundit; oknha; neak oknha; neak;
excellence; chumteav; bandit; kru; ajarn; tiao; phaya; rev; reverend; the reverend; fr; father; pastor;
bishop; archbishop; cardinal; monsignor; ven; venerable; the venerable; rabbi; sister; brother; bapak; ibu;
bu; raden; kgph; gusti; kanjeng; ratu; tui; afioga; tuilaepa-afioga; fuimaono; tofa; susuga; lealaiauloto;
afamasaga; hon dr
""")
"""A form of courtesy: the person may hold an office or none."""

WIFE_WORDS = _list("""
mrs; lok chumteav; lok chumteav bandit; lok chumteav dr; first lady; datin; datin seri; madam; puan sri
""")
"""Forms of address that, beside an office-holder and without an office of one's own, mean a spouse."""

INNER = _list("""
haji; hajah; hj; hjh; haj; hajj; al-haj; alhaji; awang; dayang; pengiran; tengku; tunku; syed; sayed; sheikh;
sheik; shaikh; datu; imam; ratu; maulana
""")
"""Of the former, those that also stand inside a name: `Omar bin Haji Salman`."""

RANKS = _list("""
general; gen; senior general; senior lieutenant general; senior colonel; senior captain; vice-senior
general; vice senior general; air chief marshal; air marshal; air vice-marshal; air vice marshal; air
commodore; group captain; wing commander; squadron leader; field marshal; marshal; marshal of the royal air
force; captain general; colonel general; army general; lieutenant general; lieutenant-general; lt general;
lt gen; ltg; lt-gen; lieut general; major general; major-general; maj gen; maj-gen; maj general; mg;
brigadier general; brigadier-general; brig gen; brig-gen; bg; brigadier; brig; colonel; col; lieutenant
colonel; lt col; ltc; lt-col; major; maj; captain; capt; lieutenant; lt; commodore; cmdre; admiral; adm;
fleet admiral; vice admiral; vice adm; v adm; vadm; rear admiral; rear adm; r adm; radm; general (ret); gen
(ret); police general; pol gen; pol lt gen; police lieutenant general; police major general; police colonel;
general dr; neak ang mchas; sergeant; sgt; officer cadet; warrant officer; commander (ret); police chief
superintendent
""")
"""Military and police ranks; whoever has only a rank is an official of the armed forces."""

DOTTED_ONLY = frozenset(
    _list("""
m; eng; ing; arch; ir; lic; adv; fr; sr; sra; am; st; min; sec; pres; rep; sen; gov; amb
""")
)
"""Abbreviations that are words or names of their own unless a full stop follows: `Eng. Joy`, but `Eng Chhay`."""

COUNTRY_OF = {
    "samdech": "Cambodia",
    "samdach": "Cambodia",
    "preah bat": "Cambodia",
    "lok chumteav": "Cambodia",
    "lok chumteav bandit": "Cambodia",
    "oknha": "Cambodia",
    "neak oknha": "Cambodia",
    "u": "Myanmar",
    "daw": "Myanmar",
    "shri": "India",
    "smt": "India",
    "shrimati": "India",
    "hon'ble": "India",
    "pehin": "Brunei",
    "pehin orang kaya": "Brunei",
    "pengiran": "Brunei",
    "datuk seri": "Malaysia",
    "dato' sri": "Malaysia",
    "tan sri": "Malaysia",
    "khun": "Thailand",
    "thanpuying": "Thailand",
    "afioga": "Samoa",
    "atty": "Philippines",
}
"""A country of which an honorific speaks, where nothing else says more."""

ABBREVIATED = frozenset(
    _list("""
mr; mrs; ms; mx; dr; drs; prof; mdm; mme; messrs; hon; rt; assoc; eng; engr; ing; ir; atty; adv; lic; sr;
sra; jr; smt; hj; hjh; rev; fr; ven; gen; lt; ltg; lieut; maj; brig; col; capt; cmdr; cmdre; adm; vadm;
radm; sgt; pol; ret; retd; amb; sen; rep; gov; pres; sec; min; dep; asst; dir; st; esq; ph; kgph; km; no;
vs; etc
""")
)
"""Words after which a full stop does not end the sentence; only forms that can stand before a name matter."""

MEMBERS = frozenset(_list("mp; mep; mla; mna; mhr; td; mlc; msp; ms; mpp"))
"""Of the suffixes, those of members of a parliament: whoever has one holds an office of state."""

SUFFIXES = _list("""
jr; sr; ii; iii; iv; sc; mp; m p; qc; kc; phd; ph d; md; m d; esq; obe; cbe; mbe; kbe; dbe; gcmg; kcmg;
dcmg; cmg; gbe; ao; ac; am; psm; cnzm; onz; mla; mna; mhr; mep; m e p; td; mlc; mnzm; psc; retd; msc; mba
""")
"""After a name: `Joseph R. Biden, Jr.`, `Lloyd J. Austin III`, `Indranee Rajah SC`."""
