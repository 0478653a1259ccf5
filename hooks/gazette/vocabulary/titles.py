"""Words that keep their capitals, or lose them, when a title in capitals is set in small letters.

Enters: nothing. Leaves: frozen sets of strings. Must not be known here: what a title is.
"""

_SMALL = """
    a an and as at between but by de du during for from in into la le of on or over the to toward
"""

SMALL_WORDS: frozenset[str] = frozenset(_SMALL.split())
"Not capitalised but at the beginning."

_CAPITALS = """
    ACMECS ADB ADMM AFP AI AIPA AMRO ANZUS APEC APT ARF ASEAN ASEM ASG AU AUKUS BIMSTEC BRICS
    CARICOM CDC CICA CLMV CLV CMAA CMAC COP COVID CPTPP CSP CTBT DFAT DMZ DPRK EAMF EAS ECCC ECOSOC
    ECOWAS EEZ EU FAO FDI FOIP FTA GCC GMS HADR HIV IAEA IAI ICAO ICBM ICC ICJ ICRC IDA IFAD ILO IMF
    IMO INTERPOL IOM IORA IPEF IS ISIL ISIS ITEC ITU JBC JCM JETRO JICA JMSDF KOICA LDC LMC MFA
    MFAIC MIA MLC MOFA MOFAIC MOU MRC NAM NATO NGO NGOS NLL NPT NSC NZ OAS ODA OECD OHCHR OIC OPCW
    OSA OSCE PIF PKO PLA PNG PRC RAA RCEP RMAF ROC ROK SAARC SAC SCO SDG SDGS SEANWFZ SEARCCT SOM
    TAC TPP TTX UAE UK UN UNAMA UNCLOS UNCTAD UNDP UNEP UNESCO UNFPA UNGA UNHCR UNICEF UNIDO UNODC
    UNSC UNTAC US USA USAID USD WFP WHO WIPO WMD WTO XVII XVIII II III IV VI VII VIII IX XI XII XIII
    XIV XV XVI XX XXI AUD DFA FCDO EEAS MEA DPM JCBC GBC RBC AZEC SGD JPY KM TV ICT IT PPE R&D
"""

CAPITAL_WORDS: frozenset[str] = frozenset(_CAPITALS.split())
"Abbreviations and numerals that stay in capitals."

HONORIFIC_FORMS: dict[str, str] = {
    "DR.": "Dr.",
    "MR.": "Mr.",
    "MRS.": "Mrs.",
    "MS.": "Ms.",
    "GEN.": "Gen.",
    "LT.": "Lt.",
    "COL.": "Col.",
    "NO.": "No.",
    "ST.": "St.",
}
"Abbreviations with a full stop that do not stay in capitals."

_ANY = """
    about after against also been before between both from have into more other over said some such than that
    their them there these they this those through under upon very were when where which while will with would
    press release statement news media minister ministry foreign affairs official government home country
"""

WORDS_OF_ANY_TEXT: frozenset[str] = frozenset(_ANY.split())
"Words that a line and a text may share without speaking of the same thing."
