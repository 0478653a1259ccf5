"""Country codes at the end of internet addresses, for all countries of `countries`.

Source: the codes of ISO 3166-1 as the root zone uses them (`uk` for the United Kingdom).
"""

from __future__ import annotations

_CODES = """
af Afghanistan; al Albania; dz Algeria; ad Andorra; ao Angola; ag Antigua and Barbuda; ar Argentina; am Armenia;
au Australia; at Austria; az Azerbaijan; bs Bahamas; bh Bahrain; bd Bangladesh; bb Barbados; by Belarus; be Belgium;
bz Belize; bj Benin; bt Bhutan; bo Bolivia; ba Bosnia and Herzegovina; bw Botswana; br Brazil; bn Brunei; bg Bulgaria;
bf Burkina Faso; bi Burundi; kh Cambodia; cm Cameroon; ca Canada; cv Cabo Verde; cf Central African Republic; td Chad;
cl Chile; cn China; co Colombia; km Comoros; cr Costa Rica; hr Croatia; cu Cuba; cy Cyprus; cz Czechia; dk Denmark;
dj Djibouti; dm Dominica; do Dominican Republic; ec Ecuador; eg Egypt; sv El Salvador; gq Equatorial Guinea; er Eritrea;
ee Estonia; sz Eswatini; et Ethiopia; fj Fiji; fi Finland; fr France; ga Gabon; gm Gambia; ge Georgia; de Germany;
gh Ghana; gr Greece; gd Grenada; gt Guatemala; gn Guinea; gw Guinea-Bissau; gy Guyana; ht Haiti; hn Honduras;
hk Hong Kong; hu Hungary; is Iceland; in India; id Indonesia; ir Iran; iq Iraq; ie Ireland; il Israel; it Italy;
jm Jamaica; jp Japan; jo Jordan; kz Kazakhstan; ke Kenya; ki Kiribati; kw Kuwait; kg Kyrgyzstan; la Laos; lv Latvia;
lb Lebanon; ls Lesotho; lr Liberia; ly Libya; li Liechtenstein; lt Lithuania; lu Luxembourg; mg Madagascar; mw Malawi;
my Malaysia; mv Maldives; ml Mali; mt Malta; mh Marshall Islands; mr Mauritania; mu Mauritius; mx Mexico;
fm Micronesia; md Moldova; mc Monaco; mn Mongolia; me Montenegro; ma Morocco; mz Mozambique; mm Myanmar; na Namibia;
nr Nauru; np Nepal; nl Netherlands; nz New Zealand; ni Nicaragua; ne Niger; ng Nigeria; mk North Macedonia; no Norway;
om Oman; pk Pakistan; pw Palau; ps Palestine; pa Panama; pg Papua New Guinea; py Paraguay; pe Peru; ph Philippines;
pl Poland; pt Portugal; qa Qatar; ro Romania; ru Russia; rw Rwanda; ws Samoa; sm San Marino; sa Saudi Arabia;
sn Senegal; rs Serbia; sc Seychelles; sl Sierra Leone; sg Singapore; sk Slovakia; si Slovenia; sb Solomon Islands;
so Somalia; za South Africa; kr South Korea; ss South Sudan; es Spain; lk Sri Lanka; sd Sudan; sr Suriname; se Sweden;
ch Switzerland; sy Syria; tw Taiwan; tj Tajikistan; tz Tanzania; th Thailand; tl Timor-Leste; tg Togo; to Tonga;
tt Trinidad and Tobago; tn Tunisia; tr Türkiye; tm Turkmenistan; tv Tuvalu; ug Uganda; ua Ukraine;
ae United Arab Emirates; uk United Kingdom; uy Uruguay; uz Uzbekistan; vu Vanuatu; va Holy See; ve Venezuela;
vn Vietnam; ye Yemen; zm Zambia; zw Zimbabwe; cd Democratic Republic of the Congo; cg Republic of the Congo; ci Côte d'Ivoire;
st São Tomé and Príncipe; kn Saint Kitts and Nevis; lc Saint Lucia; vc Saint Vincent and the Grenadines; kp North Korea;
gl Greenland; mo Macao; nc New Caledonia; pf French Polynesia; ck Cook Islands; nu Niue
"""

COUNTRY_OF_CODE: dict[str, str] = {entry[:2]: entry[3:] for entry in " ".join(_CODES.split()).split("; ")}
"""Code at the end of an address → English short name."""

STATE_LABELS: tuple[str, ...] = (
    "gov", "go", "gob", "gouv", "gub", "govt", "government", "gv", "gc", "admin", "mil", "mfa", "mofa", "minrel",
)  # fmt: skip
"""What stands before the code in addresses of a state: `gov.sg`, `go.jp`, `gob.mx`, `government.no`."""
