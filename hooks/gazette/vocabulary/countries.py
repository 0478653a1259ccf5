"""The countries of the world: names, other names, demonyms, seats of government, naming habits.

Enters: nothing. Leaves: `COUNTRIES`, one `Country` for each state (the members of the United Nations, the
two observers, some places that send or receive envoys without being members, and states that are no more).
Must not be known here: how a text is read.

The table is one row a country: name | other names | demonyms | capital; other cities | native names | habit.
Lists are divided by ";". A row may run on over indented lines. No habit means given-first, family.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, cast

NameOrder = Literal["family-first", "given-first", "mononym"]
"""How names are written in the country: `mononym` where a name has no family part to put anywhere."""

AddressedBy = Literal["family", "given"]
"""Which part of a name follows a title: "Prime Minister Abe", but "Prime Minister Prayut"."""


class Country(NamedTuple):
    """A country as releases speak of it."""

    name: str
    "English short name: the form that the record prints."
    aliases: tuple[str, ...] = ()
    "Other names, formal and former, and abbreviations: `Kingdom of Cambodia`, `ROK`."
    demonyms: tuple[str, ...] = ()
    "Adjectives first, then words for its people: `Philippine`, `Filipino`."
    capital: str = ""
    "Seat of government; '' where there is none apart from the place itself."
    native: tuple[str, ...] = ()
    "In Khmer, Japanese, Chinese or the country's own script, where known."
    order: NameOrder = "given-first"
    addressed_by: AddressedBy = "family"
    cities: tuple[str, ...] = ()
    "Other cities in which envoys meet."


_TABLE = """
Afghanistan | Islamic Republic of Afghanistan; Islamic Emirate of Afghanistan | Afghan; Afghans | Kabul;
  Kandahar; Herat | アフガニスタン; 阿富汗
Albania | Republic of Albania | Albanian; Albanians | Tirana | アルバニア; 阿尔巴尼亚
Algeria | People's Democratic Republic of Algeria | Algerian; Algerians | Algiers | アルジェリア;
  阿尔及利亚
Andorra | Principality of Andorra | Andorran; Andorrans | Andorra la Vella | アンドラ; 安道尔
Angola | Republic of Angola | Angolan; Angolans | Luanda | アンゴラ; 安哥拉
Antigua and Barbuda | Antigua & Barbuda | Antiguan; Barbudan | Saint John's; St. John's |
Argentina | Argentine Republic | Argentine; Argentinian; Argentines | Buenos Aires | アルゼンチン; 阿根廷
Armenia | Republic of Armenia | Armenian; Armenians | Yerevan | アルメニア; 亚美尼亚
Australia | Commonwealth of Australia; AUS | Australian; Australians | Canberra; Sydney; Melbourne;
  Brisbane; Perth; Adelaide; Darwin; Hobart; Cairns | អូស្ត្រាលី; オーストラリア; 豪州; 澳大利亚
Austria | Republic of Austria | Austrian; Austrians | Vienna; Salzburg | オーストリア; 奥地利
Azerbaijan | Republic of Azerbaijan | Azerbaijani; Azeri; Azerbaijanis | Baku | アゼルバイジャン; 阿塞拜疆
Bahamas | The Bahamas; Commonwealth of The Bahamas | Bahamian; Bahamians | Nassau |
Bahrain | Kingdom of Bahrain | Bahraini; Bahrainis | Manama | バーレーン; 巴林
Bangladesh | People's Republic of Bangladesh | Bangladeshi; Bangladeshis | Dhaka; Chittagong; Chattogram;
  Cox's Bazar | バングラデシュ; 孟加拉国
Barbados | | Barbadian; Barbadians | Bridgetown |
Belarus | Republic of Belarus; Byelorussia | Belarusian; Belarusians | Minsk | ベラルーシ; 白俄罗斯
Belgium | Kingdom of Belgium | Belgian; Belgians | Brussels; Antwerp; Bruges; Ghent | ベルギー; 比利时
Belize | | Belizean; Belizeans | Belmopan |
Benin | Republic of Benin; Dahomey | Beninese | Porto-Novo; Cotonou |
Bhutan | Kingdom of Bhutan | Bhutanese | Thimphu; Paro | ブータン; 不丹 | mononym given
Bolivia | Plurinational State of Bolivia | Bolivian; Bolivians | La Paz; Sucre | ボリビア; 玻利维亚
Bosnia and Herzegovina | Bosnia & Herzegovina; Bosnia-Herzegovina; BiH | Bosnian; Bosnians | Sarajevo |
Botswana | Republic of Botswana | Botswanan; Batswana; Motswana | Gaborone |
Brazil | Federative Republic of Brazil | Brazilian; Brazilians | Brasília; Brasilia; Rio de Janeiro;
  São Paulo; Belém | ブラジル; 巴西
Brunei | Brunei Darussalam; Negara Brunei Darussalam; Nation of Brunei | Bruneian; Bruneians |
  Bandar Seri Begawan | ព្រុយណេ; ប្រ៊ុយណេ; ブルネイ; 文莱 | mononym given
Bulgaria | Republic of Bulgaria | Bulgarian; Bulgarians | Sofia | ブルガリア; 保加利亚
Burkina Faso | Upper Volta | Burkinabe; Burkinabè | Ouagadougou |
Burundi | Republic of Burundi | Burundian; Burundians | Gitega; Bujumbura |
Cabo Verde | Cape Verde; Republic of Cabo Verde | Cabo Verdean; Cape Verdean | Praia |
Cambodia | Kingdom of Cambodia; Kampuchea; Democratic Kampuchea; Khmer Republic; State of Cambodia;
  People's Republic of Kampuchea | Cambodian; Khmer; Cambodians; Khmers | Phnom Penh; Siem Reap;
  Sihanoukville; Preah Sihanouk; Battambang; Kampot; Poipet; Bavet | កម្ពុជា; ព្រះរាជាណាចក្រកម្ពុជា;
  カンボジア; カンボジア王国; 柬埔寨 | family-first given
Cameroon | Republic of Cameroon | Cameroonian; Cameroonians | Yaoundé; Yaounde; Douala |
Canada | Dominion of Canada | Canadian; Canadians | Ottawa; Toronto; Montreal; Montréal; Vancouver;
  Calgary; Halifax; Kananaskis | កាណាដា; カナダ; 加拿大
Central African Republic | CAR | Central African | Bangui |
Chad | Republic of Chad | Chadian; Chadians | N'Djamena |
Chile | Republic of Chile | Chilean; Chileans | Santiago; Valparaíso | チリ; 智利
China | People's Republic of China; PRC; P.R. China; P.R.C.; PR China; Mainland China | Chinese; Sino |
  Beijing; Shanghai; Guangzhou; Kunming; Nanning; Chengdu; Chongqing; Hangzhou; Xiamen; Boao; Shenzhen;
  Tianjin; Xi'an; Nanjing; Guilin; Wuxi; Qingdao; Peking | ចិន; សាធារណរដ្ឋប្រជាមានិតចិន; 中国;
  中华人民共和国; 中華人民共和国 | family-first family
Colombia | Republic of Colombia | Colombian; Colombians | Bogotá; Bogota; Cartagena; Medellín |
  コロンビア; 哥伦比亚
Comoros | Union of the Comoros | Comorian; Comorians | Moroni |
Cook Islands | | Cook Islander; Cook Islanders | Avarua; Rarotonga | クック諸島
Costa Rica | Republic of Costa Rica | Costa Rican; Costa Ricans | San José | コスタリカ; 哥斯达黎加
Côte d'Ivoire | Cote d'Ivoire; Ivory Coast; Republic of Côte d'Ivoire | Ivorian; Ivorians | Yamoussoukro;
  Abidjan |
Croatia | Republic of Croatia | Croatian; Croat; Croatians | Zagreb | クロアチア; 克罗地亚
Cuba | Republic of Cuba | Cuban; Cubans | Havana | キューバ; 古巴
Cyprus | Republic of Cyprus | Cypriot; Cypriots | Nicosia | キプロス; 塞浦路斯
Czechia | Czech Republic | Czech; Czechs | Prague | チェコ; 捷克
Czechoslovakia | Czech and Slovak Federal Republic; Czechoslovak Socialist Republic; CSSR | Czechoslovak;
  Czechoslovakian | Prague | チェコスロバキア
Democratic Republic of the Congo | DR Congo; DRC; D.R. Congo; Democratic Republic of Congo; Zaire;
  Congo-Kinshasa | Congolese | Kinshasa; Goma |
Denmark | Kingdom of Denmark | Danish; Dane; Danes | Copenhagen | デンマーク; 丹麦
Djibouti | Republic of Djibouti | Djiboutian; Djiboutians | Djibouti City | ジブチ; 吉布提
Dominica | Commonwealth of Dominica | | Roseau |
Dominican Republic | | Dominican; Dominicans | Santo Domingo |
Ecuador | Republic of Ecuador | Ecuadorian; Ecuadorean; Ecuadorians | Quito; Guayaquil | エクアドル;
  厄瓜多尔
Egypt | Arab Republic of Egypt; United Arab Republic | Egyptian; Egyptians | Cairo; Sharm el-Sheikh;
  Sharm El Sheikh; Alexandria | エジプト; 埃及
El Salvador | Republic of El Salvador | Salvadoran; Salvadorean; Salvadorans | San Salvador |
Equatorial Guinea | Republic of Equatorial Guinea | Equatorial Guinean; Equatoguinean | Malabo |
Eritrea | State of Eritrea | Eritrean; Eritreans | Asmara | | given-first given
Estonia | Republic of Estonia | Estonian; Estonians | Tallinn | エストニア; 爱沙尼亚
Eswatini | Kingdom of Eswatini; Swaziland | Swazi; Swazis; Emaswati | Mbabane; Lobamba |
Ethiopia | Federal Democratic Republic of Ethiopia | Ethiopian; Ethiopians | Addis Ababa | エチオピア;
  埃塞俄比亚 | given-first given
Fiji | Republic of Fiji; Republic of the Fiji Islands | Fijian; Fijians | Suva; Nadi | フィジー; 斐济
Finland | Republic of Finland | Finnish; Finn; Finns | Helsinki | フィンランド; 芬兰
France | French Republic; République française | French; Frenchman | Paris; Biarritz; Lyon; Strasbourg;
  Cannes; Marseille; Evian | បារាំង; フランス; 法国
French Polynesia | | French Polynesian; Tahitian | Papeete; Tahiti |
Gabon | Gabonese Republic | Gabonese | Libreville |
Gambia | The Gambia; Republic of The Gambia | Gambian; Gambians | Banjul |
Georgia | Republic of Georgia | Georgian; Georgians | Tbilisi; Batumi | ジョージア; グルジア; 格鲁吉亚
German Democratic Republic | GDR; East Germany; G.D.R. | East German; East Germans | East Berlin |
  東ドイツ
Germany | Federal Republic of Germany; FRG; West Germany; Federal Republic | German; Germans | Berlin;
  Bonn; Munich; Hamburg; Elmau; Frankfurt; Münster | អាល្លឺម៉ង់; ドイツ; 德国
Ghana | Republic of Ghana | Ghanaian; Ghanaians | Accra | ガーナ; 加纳
Greece | Hellenic Republic | Greek; Hellenic; Greeks | Athens; Thessaloniki | ギリシャ; 希腊
Greenland | | Greenlandic; Greenlander | Nuuk |
Grenada | | Grenadian; Grenadians | Saint George's; St. George's |
Guatemala | Republic of Guatemala | Guatemalan; Guatemalans | Guatemala City | グアテマラ; 危地马拉
Guinea | Republic of Guinea | Guinean; Guineans | Conakry | ギニア; 几内亚
Guinea-Bissau | Republic of Guinea-Bissau; Guinea Bissau | Bissau-Guinean | Bissau |
Guyana | Co-operative Republic of Guyana; Cooperative Republic of Guyana | Guyanese | Georgetown |
Haiti | Republic of Haiti | Haitian; Haitians | Port-au-Prince | ハイチ; 海地
Holy See | Vatican; The Vatican; Vatican City; Vatican City State; the Holy See | Vatican | Vatican City |
  バチカン; 梵蒂冈
Honduras | Republic of Honduras | Honduran; Hondurans | Tegucigalpa |
Hong Kong | Hong Kong Special Administrative Region; HKSAR; Hong Kong SAR | Hongkonger; Hong Konger;
  Hongkongers; Hong Kongers | | ហុងកុង; 香港 | family-first family
Hungary | Republic of Hungary; Hungarian Republic | Hungarian; Hungarians | Budapest | ハンガリー; 匈牙利
Iceland | Republic of Iceland | Icelandic; Icelander; Icelanders | Reykjavik; Reykjavík | アイスランド;
  冰岛 | given-first given
India | Republic of India; Bharat | Indian; Indo; Indians | New Delhi; Delhi; Mumbai; Kolkata; Chennai;
  Bengaluru; Bangalore; Hyderabad; Ahmedabad; Goa; Guwahati; Jaipur; Bodh Gaya; Varanasi; Udaipur | ឥណ្ឌា;
  インド; 印度
Indonesia | Republic of Indonesia | Indonesian; Indonesians | Jakarta; Bali; Bogor; Bandung; Yogyakarta;
  Surabaya; Labuan Bajo; Nusa Dua; Belitung | ឥណ្ឌូណេស៊ី; インドネシア; 印度尼西亚 | mononym given
Iran | Islamic Republic of Iran; Persia | Iranian; Iranians | Tehran; Teheran | អ៊ីរ៉ង់; イラン; 伊朗
Iraq | Republic of Iraq | Iraqi; Iraqis | Baghdad; Erbil; Basra | イラク; 伊拉克
Ireland | Republic of Ireland; Éire | Irish; Irishman | Dublin; Cork | アイルランド; 爱尔兰
Israel | State of Israel | Israeli; Israelis | Jerusalem; Tel Aviv | អ៊ីស្រាអែល; イスラエル; 以色列
Italy | Italian Republic | Italian; Italians | Rome; Milan; Venice; Capri; Taormina; Turin; Naples;
  Stresa; L'Aquila | អ៊ីតាលី; イタリア; 意大利
Jamaica | | Jamaican; Jamaicans | Kingston | ジャマイカ; 牙买加
Japan | State of Japan; Nippon; Nihon; JPN | Japanese | Tokyo; Osaka; Kyoto; Hiroshima; Nagasaki; Nagoya;
  Sapporo; Fukuoka; Sendai; Yokohama; Kobe; Okinawa; Naha; Nara; Niigata; Karuizawa; Ise-Shima;
  Kashikojima; Toyako; Nagano; Kanazawa; Hakone; Kitakyushu | ជប៉ុន; 日本; 日本国 | family-first family
Jordan | Hashemite Kingdom of Jordan; The Hashemite Kingdom of Jordan | Jordanian; Jordanians | Amman;
  Aqaba | ヨルダン; 约旦
Kazakhstan | Republic of Kazakhstan | Kazakh; Kazakhstani; Kazakhs | Astana; Nur-Sultan; Almaty;
  Alma-Ata | カザフスタン; 哈萨克斯坦
Kenya | Republic of Kenya | Kenyan; Kenyans | Nairobi; Mombasa | ケニア; 肯尼亚
Kiribati | Republic of Kiribati | I-Kiribati; Kiribati | South Tarawa; Tarawa | キリバス; 基里巴斯
Kosovo | Republic of Kosovo | Kosovar; Kosovan; Kosovars | Pristina | コソボ; 科索沃
Kuwait | State of Kuwait | Kuwaiti; Kuwaitis | Kuwait City | クウェート; 科威特
Kyrgyzstan | Kyrgyz Republic; Kirghizia | Kyrgyz; Kyrgyzstani | Bishkek | キルギス; 吉尔吉斯斯坦
Laos | Lao People's Democratic Republic; Lao PDR; Lao P.D.R.; Lao; LPDR; Kingdom of Laos | Lao; Laotian;
  Laotians | Vientiane; Luang Prabang; Pakse; Savannakhet | ឡាវ; សាធារណរដ្ឋប្រជាធិបតេយ្យប្រជាមានិតឡាវ;
  ラオス; ラオス人民民主共和国; 老挝 | given-first given
Latvia | Republic of Latvia | Latvian; Latvians | Riga | ラトビア; 拉脱维亚
Lebanon | Lebanese Republic; Republic of Lebanon | Lebanese | Beirut | レバノン; 黎巴嫩
Lesotho | Kingdom of Lesotho | Basotho; Mosotho | Maseru |
Liberia | Republic of Liberia | Liberian; Liberians | Monrovia |
Libya | State of Libya; Libyan Arab Jamahiriya; Great Socialist People's Libyan Arab Jamahiriya | Libyan;
  Libyans | Tripoli; Benghazi | リビア; 利比亚
Liechtenstein | Principality of Liechtenstein | Liechtensteiner | Vaduz |
Lithuania | Republic of Lithuania | Lithuanian; Lithuanians | Vilnius | リトアニア; 立陶宛
Luxembourg | Grand Duchy of Luxembourg | Luxembourgish; Luxembourger; Luxembourgers | Luxembourg City |
  ルクセンブルク; 卢森堡
Macao | Macau; Macao Special Administrative Region; Macao SAR | Macanese | | 澳门; マカオ |
  family-first family
Madagascar | Republic of Madagascar; Malagasy Republic | Malagasy; Madagascan | Antananarivo |
  マダガスカル
Malawi | Republic of Malawi | Malawian; Malawians | Lilongwe | マラウイ
Malaysia | Federation of Malaysia; Malaya; Federation of Malaya | Malaysian; Malaysians | Kuala Lumpur;
  Putrajaya; Penang; George Town; Langkawi; Kota Kinabalu; Kuching; Johor Bahru; Malacca; Melaka |
  ម៉ាឡេស៊ី; マレーシア; 马来西亚 | mononym given
Maldives | Republic of Maldives; The Maldives | Maldivian; Maldivians | Malé | モルディブ; 马尔代夫
Mali | Republic of Mali | Malian; Malians | Bamako | マリ; 马里
Malta | Republic of Malta | Maltese | Valletta | マルタ; 马耳他
Marshall Islands | Republic of the Marshall Islands; RMI | Marshallese | Majuro | マーシャル諸島;
  马绍尔群岛
Mauritania | Islamic Republic of Mauritania | Mauritanian; Mauritanians | Nouakchott |
Mauritius | Republic of Mauritius | Mauritian; Mauritians | Port Louis | モーリシャス; 毛里求斯
Mexico | United Mexican States | Mexican; Mexicans | Mexico City; Cancún; Cancun; Los Cabos; Guadalajara |
  メキシコ; 墨西哥
Micronesia | Federated States of Micronesia; FSM | Micronesian; Micronesians | Palikir; Pohnpei |
  ミクロネシア; ミクロネシア連邦
Moldova | Republic of Moldova; Moldavia | Moldovan; Moldovans | Chișinău; Chisinau | モルドバ; 摩尔多瓦
Monaco | Principality of Monaco | Monégasque; Monegasque; Monacan | | モナコ; 摩纳哥
Mongolia | Mongolian People's Republic | Mongolian; Mongolians; Mongol | Ulaanbaatar; Ulan Bator |
  ម៉ុងហ្គោលី; モンゴル; 蒙古国; 蒙古 | given-first given
Montenegro | Republic of Montenegro | Montenegrin; Montenegrins | Podgorica | モンテネグロ; 黑山
Morocco | Kingdom of Morocco | Moroccan; Moroccans | Rabat; Casablanca; Marrakesh; Marrakech | モロッコ;
  摩洛哥
Mozambique | Republic of Mozambique | Mozambican; Mozambicans | Maputo | モザンビーク; 莫桑比克
Myanmar | Burma; Republic of the Union of Myanmar; Union of Myanmar; Union of Burma;
  Socialist Republic of the Union of Burma | Burmese; Myanmar; Bamar | Nay Pyi Taw; Naypyitaw; Naypyidaw;
  Yangon; Rangoon; Mandalay; Bagan | មីយ៉ាន់ម៉ា; ភូមា; ミャンマー; ビルマ; 缅甸 | mononym given
Namibia | Republic of Namibia | Namibian; Namibians | Windhoek | ナミビア; 纳米比亚
Nauru | Republic of Nauru | Nauruan; Nauruans | Yaren | ナウル; 瑙鲁
Nepal | Federal Democratic Republic of Nepal; Kingdom of Nepal | Nepali; Nepalese | Kathmandu; Lumbini |
  ネパール; 尼泊尔
Netherlands | The Netherlands; Kingdom of the Netherlands; Holland | Dutch; Dutchman; Netherlands |
  Amsterdam; The Hague; Hague; Rotterdam | ហូឡង់; オランダ; 荷兰
New Caledonia | | New Caledonian; Kanak | Nouméa; Noumea |
New Zealand | Aotearoa New Zealand; Aotearoa; NZ | New Zealander; Kiwi; New Zealanders | Wellington;
  Auckland; Christchurch; Queenstown | នូវែលសេឡង់; ニュージーランド; 新西兰
Nicaragua | Republic of Nicaragua | Nicaraguan; Nicaraguans | Managua | ニカラグア; 尼加拉瓜
Niger | Republic of the Niger; Republic of Niger | Nigerien | Niamey |
Nigeria | Federal Republic of Nigeria | Nigerian; Nigerians | Abuja; Lagos | ナイジェリア; 尼日利亚
Niue | | Niuean; Niueans | Alofi | ニウエ
North Korea | Democratic People's Republic of Korea; DPRK; D.P.R.K.; DPR Korea; DPR of Korea |
  North Korean; North Koreans | Pyongyang; Wonsan | កូរ៉េខាងជើង; 北朝鮮; 朝鲜 | family-first family
North Macedonia | Republic of North Macedonia; former Yugoslav Republic of Macedonia; FYROM; Macedonia |
  Macedonian; North Macedonian; Macedonians | Skopje |
Norway | Kingdom of Norway | Norwegian; Norwegians | Oslo; Bergen | ន័រវែស; ノルウェー; 挪威
Oman | Sultanate of Oman | Omani; Omanis | Muscat | オマーン; 阿曼
Pakistan | Islamic Republic of Pakistan | Pakistani; Pakistanis | Islamabad; Karachi; Lahore; Rawalpindi |
  ប៉ាគីស្ថាន; パキスタン; 巴基斯坦
Palau | Republic of Palau; Belau | Palauan; Palauans | Ngerulmud; Koror | パラオ; 帕劳
Palestine | State of Palestine; Palestinian Authority; Palestinian Territories;
  Occupied Palestinian Territory; Palestinian National Authority | Palestinian; Palestinians | Ramallah;
  Gaza; Gaza City | パレスチナ; 巴勒斯坦
Panama | Republic of Panama | Panamanian; Panamanians | Panama City | パナマ; 巴拿马
Papua New Guinea | Independent State of Papua New Guinea; PNG | Papua New Guinean; Papua New Guineans |
  Port Moresby; Lae | パプアニューギニア; 巴布亚新几内亚
Paraguay | Republic of Paraguay | Paraguayan; Paraguayans | Asunción; Asuncion | パラグアイ; 巴拉圭
Peru | Republic of Peru | Peruvian; Peruvians | Lima; Cusco | ペルー; 秘鲁
Philippines | Republic of the Philippines; The Philippines; RP | Philippine; Filipino; Filipina;
  Filipinos; Philippines | Manila; Makati; Pasay; Quezon City; Cebu; Davao; Baguio; Subic; Bohol |
  ហ្វីលីពីន; ហ្វ៊ីលីពីន; フィリピン; フィリピン共和国; 菲律宾
Poland | Republic of Poland; Polish People's Republic | Polish; Pole; Poles | Warsaw; Kraków; Gdańsk |
  ប៉ូឡូញ; ポーランド; 波兰
Portugal | Portuguese Republic | Portuguese | Lisbon; Porto | ポルトガル; 葡萄牙
Qatar | State of Qatar | Qatari; Qataris | Doha | កាតា; カタール; 卡塔尔
Republic of the Congo | Congo; Congo-Brazzaville; Republic of Congo | Congolese | Brazzaville |
Romania | Socialist Republic of Romania | Romanian; Romanians | Bucharest | ルーマニア; 罗马尼亚
Russia | Russian Federation; RF | Russian; Russo; Russians | Moscow; Vladivostok; Saint Petersburg;
  St. Petersburg; Sochi; Kazan; Khabarovsk | រុស្ស៊ី; ロシア; 俄罗斯
Rwanda | Republic of Rwanda | Rwandan; Rwandese; Rwandans | Kigali | ルワンダ; 卢旺达
Saint Kitts and Nevis | St. Kitts and Nevis; St Kitts and Nevis | Kittitian; Nevisian | Basseterre |
Saint Lucia | St. Lucia; St Lucia | Saint Lucian; St. Lucian | Castries |
Saint Vincent and the Grenadines | St. Vincent and the Grenadines; St Vincent and the Grenadines |
  Vincentian | Kingstown |
Samoa | Independent State of Samoa; Western Samoa | Samoan; Samoans | Apia | サモア; 萨摩亚
San Marino | Republic of San Marino | Sammarinese | |
São Tomé and Príncipe | Sao Tome and Principe | São Toméan; Sao Tomean | São Tomé; Sao Tome |
Saudi Arabia | Kingdom of Saudi Arabia; KSA | Saudi; Saudi Arabian; Saudis | Riyadh; Jeddah; Mecca |
  អារ៉ាប៊ីសាអូឌីត; サウジアラビア; 沙特阿拉伯
Senegal | Republic of Senegal | Senegalese | Dakar | セネガル; 塞内加尔
Serbia | Republic of Serbia | Serbian; Serb; Serbs | Belgrade | セルビア; 塞尔维亚
Seychelles | Republic of Seychelles | Seychellois | Victoria |
Sierra Leone | Republic of Sierra Leone | Sierra Leonean; Sierra Leoneans | Freetown |
Singapore | Republic of Singapore; Singapura | Singaporean; Singaporeans | | សិង្ហបុរី; シンガポール;
  新加坡 | family-first family
Slovakia | Slovak Republic | Slovak; Slovakian; Slovaks | Bratislava | スロバキア; 斯洛伐克
Slovenia | Republic of Slovenia | Slovenian; Slovene; Slovenes | Ljubljana | スロベニア; 斯洛文尼亚
Solomon Islands | The Solomon Islands | Solomon Islander; Solomon Islanders | Honiara | ソロモン諸島;
  所罗门群岛
Somalia | Federal Republic of Somalia; Somali Republic | Somali; Somalis | Mogadishu | ソマリア; 索马里
South Africa | Republic of South Africa; RSA | South African; South Africans | Pretoria; Cape Town;
  Johannesburg; Durban | អាហ្វ្រិកខាងត្បូង; 南アフリカ; 南非
South Korea | Republic of Korea; ROK; R.O.K.; Korea; Korea, Republic of; Korea (Republic of) |
  South Korean; Korean; ROK; South Koreans; Koreans | Seoul; Busan; Incheon; Jeju; Gyeongju; Sejong;
  Panmunjom; Gwangju; Pyeongchang | កូរ៉េខាងត្បូង; សាធារណរដ្ឋកូរ៉េ; កូរ៉េ; 韓国; 大韓民国; 韩国;
  대한민국 | family-first family
South Sudan | Republic of South Sudan | South Sudanese | Juba | 南スーダン; 南苏丹
South Vietnam | Republic of Vietnam; Republic of Viet Nam | South Vietnamese | Saigon | 南ベトナム |
  family-first given
Soviet Union | Union of Soviet Socialist Republics; USSR; U.S.S.R.; Soviet Russia | Soviet; Soviets |
  Moscow | ソ連; ソビエト連邦; 苏联
Spain | Kingdom of Spain | Spanish; Spaniard; Spaniards | Madrid; Barcelona; Granada | អេស្ប៉ាញ; スペイン;
  西班牙
Sri Lanka | Democratic Socialist Republic of Sri Lanka; Ceylon | Sri Lankan; Sri Lankans | Colombo; Kandy;
  Sri Jayawardenepura Kotte | ស្រីលង្កា; スリランカ; 斯里兰卡
Sudan | Republic of the Sudan; Republic of Sudan | Sudanese | Khartoum; Port Sudan | スーダン; 苏丹
Suriname | Republic of Suriname; Surinam | Surinamese | Paramaribo |
Sweden | Kingdom of Sweden | Swedish; Swede; Swedes | Stockholm; Gothenburg; Malmö | ស៊ុយអែត;
  スウェーデン; 瑞典
Switzerland | Swiss Confederation; Swiss Federation | Swiss | Bern; Berne; Geneva; Zurich; Davos;
  Lausanne | ស្វ៊ីស; ស្វីស; スイス; 瑞士
Syria | Syrian Arab Republic | Syrian; Syrians | Damascus; Aleppo | シリア; 叙利亚
Taiwan | Chinese Taipei; Republic of China; R.O.C.; Republic of China (Taiwan) | Taiwanese | Taipei;
  Kaohsiung | តៃវ៉ាន់; 台湾; 臺灣 | family-first family
Tajikistan | Republic of Tajikistan | Tajik; Tajikistani; Tajiks | Dushanbe | タジキスタン; 塔吉克斯坦
Tanzania | United Republic of Tanzania | Tanzanian; Tanzanians | Dodoma; Dar es Salaam | タンザニア;
  坦桑尼亚
Thailand | Kingdom of Thailand; Siam | Thai; Thais; Siamese | Bangkok; Chiang Mai; Chiang Rai; Phuket;
  Pattaya; Hua Hin; Cha-am; Krabi; Udon Thani; Aranyaprathet | ថៃ; ព្រះរាជាណាចក្រថៃ; タイ; タイ王国;
  泰国 | given-first given
Timor-Leste | Democratic Republic of Timor-Leste; East Timor; Timor Leste | Timorese; East Timorese |
  Dili | ទីម័រខាងកើត; ទីម័រលេស្តេ; 東ティモール; 东帝汶
Togo | Togolese Republic | Togolese | Lomé; Lome |
Tonga | Kingdom of Tonga | Tongan; Tongans | Nuku'alofa | トンガ; 汤加
Trinidad and Tobago | Republic of Trinidad and Tobago; Trinidad & Tobago | Trinidadian; Tobagonian |
  Port of Spain |
Tunisia | Republic of Tunisia; Tunisian Republic | Tunisian; Tunisians | Tunis | チュニジア; 突尼斯
Türkiye | Turkey; Republic of Türkiye; Republic of Turkey; Turkiye | Turkish; Turk; Turks | Ankara;
  Istanbul; Antalya | តួកគី; トルコ; 土耳其
Turkmenistan | | Turkmen; Turkmens | Ashgabat | トルクメニスタン; 土库曼斯坦
Tuvalu | | Tuvaluan; Tuvaluans | Funafuti | ツバル; 图瓦卢
Uganda | Republic of Uganda | Ugandan; Ugandans | Kampala; Entebbe | ウガンダ; 乌干达
Ukraine | Ukrainian Soviet Socialist Republic | Ukrainian; Ukrainians | Kyiv; Kiev; Odesa; Odessa;
  Kharkiv; Lviv | អ៊ុយក្រែន; ウクライナ; 乌克兰
United Arab Emirates | UAE; U.A.E.; the Emirates | Emirati; Emiratis | Abu Dhabi; Dubai |
  アラブ首長国連邦; 阿联酋; 阿拉伯联合酋长国
United Kingdom | UK; U.K.; Great Britain; Britain; United Kingdom of Great Britain and Northern Ireland;
  England; Scotland; Wales; Northern Ireland; Her Majesty's Government; His Majesty's Government |
  British; Briton; Britons; UK; U.K.; Scottish; Welsh | London; Edinburgh; Glasgow; Belfast; Cardiff;
  Carbis Bay; Lough Erne; Gleneagles; Birmingham; Manchester | អង់គ្លេស; ចក្រភពអង់គ្លេស; 英国; イギリス
United States | United States of America; U.S.; US; USA; U.S.A.; America; the States | American; U.S.; US;
  Americans | Washington, D.C.; Washington; Washington, DC; Washington D.C.; Washington DC; New York;
  New York City; Honolulu; Hawaii; San Francisco; Los Angeles; Camp David; Rancho Mirage; Sunnylands;
  Chicago; Seattle; Anchorage; Boston; Houston; Atlanta; Wilmington; Santa Clara | សហរដ្ឋអាមេរិក; អាមេរិក;
  アメリカ; 米国; アメリカ合衆国; 美国
Uruguay | Oriental Republic of Uruguay; Eastern Republic of Uruguay | Uruguayan; Uruguayans | Montevideo;
  Punta del Este | ウルグアイ; 乌拉圭
Uzbekistan | Republic of Uzbekistan | Uzbek; Uzbekistani; Uzbeks | Tashkent; Samarkand; Bukhara |
  ウズベキスタン; 乌兹别克斯坦
Vanuatu | Republic of Vanuatu; New Hebrides | Ni-Vanuatu; Vanuatuan | Port Vila | バヌアツ; 瓦努阿图
Venezuela | Bolivarian Republic of Venezuela | Venezuelan; Venezuelans | Caracas | ベネズエラ; 委内瑞拉
Vietnam | Viet Nam; Socialist Republic of Viet Nam; Socialist Republic of Vietnam; SRV;
  Democratic Republic of Vietnam; Democratic Republic of Viet Nam; North Vietnam; Việt Nam | Vietnamese;
  Viet; Vietnam | Hanoi; Ha Noi; Ho Chi Minh City; Da Nang; Danang; Hue; Hai Phong; Nha Trang; Ha Long;
  Can Tho; Phu Quoc; Saigon | វៀតណាម; សាធារណរដ្ឋសង្គមនិយមវៀតណាម; ベトナム; ヴィエトナム;
  ベトナム社会主義共和国; 越南 | family-first given
Yemen | Republic of Yemen; South Yemen; North Yemen; People's Democratic Republic of Yemen;
  Yemen Arab Republic | Yemeni; Yemenis | Sana'a; Sanaa; Aden | イエメン; 也门
Yugoslavia | Socialist Federal Republic of Yugoslavia; Federal Republic of Yugoslavia; SFRY | Yugoslav;
  Yugoslavian; Yugoslavs | Belgrade | ユーゴスラビア; 南斯拉夫
Zambia | Republic of Zambia; Northern Rhodesia | Zambian; Zambians | Lusaka | ザンビア; 赞比亚
Zimbabwe | Republic of Zimbabwe; Rhodesia | Zimbabwean; Zimbabweans | Harare | ジンバブエ; 津巴布韦
"""


def _row(line: str) -> Country:
    """One line of the table as a `Country`."""
    cells = [tuple(w.strip() for w in cell.split(";") if w.strip()) for cell in line.split("|")]
    name, aliases, demonyms, cities, native, habit = (*cells, (), (), (), ())[:6]
    order, _, addressed_by = (habit[0] if habit else "given-first family").partition(" ")
    return Country(
        name=name[0],
        aliases=aliases,
        demonyms=demonyms,
        capital=cities[0] if cities else "",
        native=native,
        order=cast(NameOrder, order),
        addressed_by=cast(AddressedBy, addressed_by),
        cities=cities[1:],
    )


COUNTRIES: tuple[Country, ...] = tuple(
    _row(line) for line in _TABLE.replace("\n  ", " ").splitlines() if line.strip()
)
"""All countries, in the order of the table."""
