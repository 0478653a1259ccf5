"""The countries of a synthetic record: their names, towns and offices, and what people are called there.

Words only. Families and given names are common ones, put together by chance: nobody is meant.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Land:
    """A country as releases speak of it."""

    name: str
    formal: str
    adjective: str
    capital: str
    towns: tuple[str, ...]
    families: tuple[str, ...]
    men: tuple[str, ...]
    women: tuple[str, ...]
    family_first: bool
    foreign: str
    "Title of the foreign minister."
    ministry: str
    french: str
    japanese: str
    khmer: str


def _land(
    names: str, towns: str, families: str, men: str, women: str, foreign: str, first: bool = False
) -> Land:
    name, formal, adjective, ministry, french, japanese, khmer = (part.strip() for part in names.split("|"))
    places = tuple(town.strip() for town in towns.split(","))
    return Land(
        name,
        formal,
        adjective,
        places[0],
        places,
        tuple(families.split()),
        tuple(men.split()),
        tuple(women.split()),
        first,
        foreign,
        ministry,
        french,
        japanese,
        khmer,
    )


LANDS: tuple[Land, ...] = (
    _land(
        "Cambodia|Kingdom of Cambodia|Cambodian|Ministry of Foreign Affairs and International Cooperation"
        "|le Cambodge|カンボジア|កម្ពុជា",
        "Phnom Penh, Siem Reap, Battambang, Kampot, Kratie",
        "Chea Keo Kim Lim Ly Meas Nhem Ouk Pen Prum Ros Sam Sar Seng Sin So Soeung Suon Tep Touch Ung Yim",
        "Borey Chantha Dara Kosal Makara Nimol Phearun Pisey Ratanak Rithy Samnang Sophal Veasna Vichea Virak",
        "Bopha Chanthou Kunthea Leakena Maly Navy Phalla Rachana Sokha Sopheap Sreymom Theary Vanna",
        "Minister of Foreign Affairs and International Cooperation",
        first=True,
    ),
    _land(
        "Japan|Japan|Japanese|Ministry of Foreign Affairs of Japan|le Japon|日本|ជប៉ុន",
        "Tokyo, Kyoto, Hiroshima, Sendai, Fukuoka, Naha",
        "Aoki Arai Endo Fujita Goto Hirano Ikeda Imai Kato Kojima Maeda Matsuda Murakami Nakano Noguchi "
        "Okada Ono Saito Sakai Sano Shimada Takagi Ueda Wada Yokoyama",
        "Akira Daisuke Eiji Hideo Isamu Jun Kazuo Kenji Makoto Masaru Naoki Osamu Ryota Satoru Takashi Yutaka",
        "Akiko Chieko Emi Haruka Junko Kaori Keiko Mariko Midori Naomi Reiko Sachiko Tomoko Yumi",
        "Minister for Foreign Affairs",
        first=True,
    ),
    _land(
        "the United States|United States of America|American|Department of State|les États-Unis|米国|សហរដ្ឋអាមេរិក",
        "Washington, New York, San Francisco, Chicago, Honolulu",
        "Abbott Barker Carver Dalton Ellison Farrow Gaines Hadley Jarvis Keating Lambert Mercer Norwood "
        "Osborne Prescott Quimby Radcliffe Sutton Thornton Underhill Vance Whitaker",
        "Adam Brian Charles Daniel Edward Frank George Henry Isaac Jack Kevin Louis Martin Nathan Paul Victor",
        "Alice Beth Carol Diana Ellen Grace Helen Irene Julia Karen Laura Monica Nora Rachel Susan",
        "Secretary of State",
    ),
    _land(
        "Singapore|Republic of Singapore|Singapore|Ministry of Foreign Affairs|Singapour|シンガポール|សិង្ហបុរី",
        "Singapore, Jurong, Changi",
        "Ang Chua Foo Goh Heng Koh Lau Leong Loh Neo Ong Pang Quek Seah Sim Tay Teo Toh Wee Yeo",
        "Boon Chin Guan Hock Jin Kok Liang Meng Poh Seng Teck Wei Weng Yang",
        "Bee Choo Eng Geok Hwee Kwee Lan Lian Mui Peck Siew Sock Suan",
        "Minister for Foreign Affairs",
        first=True,
    ),
    _land(
        "India|Republic of India|Indian|Ministry of External Affairs|l'Inde|インド|ឥណ្ឌា",
        "New Delhi, Mumbai, Chennai, Kolkata, Hyderabad, Jaipur",
        "Agarwal Bhatt Chandran Desai Ghosh Iyer Joshi Kapoor Khanna Kulkarni Malhotra Menon Mishra Nair "
        "Pillai Rao Reddy Saxena Sharma Tiwari Varma",
        "Ajay Arvind Deepak Gopal Harish Kiran Manoj Mohan Naresh Prakash Rajesh Sanjay Suresh Vijay Vikram",
        "Anita Asha Deepa Geeta Indira Kavita Lakshmi Meera Nandini Priya Radha Sunita Usha Vidya",
        "External Affairs Minister",
    ),
    _land(
        "Australia|Commonwealth of Australia|Australian|Department of Foreign Affairs and Trade|l'Australie"
        "|オーストラリア|អូស្ត្រាលី",
        "Canberra, Sydney, Melbourne, Perth, Darwin",
        "Ashby Bannister Cotton Drummond Everett Fenwick Garland Holloway Ingram Jessop Kirby Lockyer Mallory "
        "Nolan Orton Pascoe Rowley Stirling Tranter Wakefield",
        "Alan Bruce Colin Douglas Ewan Geoffrey Hugh Ian Keith Malcolm Neville Ross Stuart Trevor Warren",
        "Bronwyn Catherine Deborah Fiona Heather Jillian Kerry Lorraine Margaret Narelle Penelope Robyn Sheila",
        "Minister for Foreign Affairs",
    ),
    _land(
        "France|French Republic|French|Ministère de l'Europe et des Affaires étrangères|la France|フランス|បារាំង",
        "Paris, Lyon, Strasbourg, Nantes, Marseille",
        "Aubert Besson Carlier Delmas Fabre Gaillard Hamon Jacquet Lacombe Marchal Noiret Perrin Renaud "
        "Roussel Sabatier Tessier Vasseur Villard",
        "Alain Bernard Cédric Didier Étienne François Gilles Hervé Julien Laurent Mathieu Olivier Philippe Yves",
        "Agnès Brigitte Claire Delphine Élise Florence Hélène Isabelle Juliette Mathilde Nathalie Sylvie",
        "Minister for Europe and Foreign Affairs",
    ),
    _land(
        "Viet Nam|Socialist Republic of Viet Nam|Vietnamese|Ministry of Foreign Affairs of Viet Nam"
        "|le Viet Nam|ベトナム|វៀតណាម",
        "Ha Noi, Hue, Da Nang, Can Tho, Hai Phong",
        "Bui Dang Dinh Do Duong Hoang Huynh Le Luong Ngo Nguyen Pham Phan Tran Trinh Vo Vu",
        "Anh Binh Cuong Dung Duc Hai Hung Khanh Long Minh Nam Quang Son Thang Tuan",
        "Chi Dao Ha Hanh Hoa Huong Lan Linh Mai Nga Nhung Phuong Thu Trang",
        "Minister of Foreign Affairs",
        first=True,
    ),
    _land(
        "Indonesia|Republic of Indonesia|Indonesian|Ministry of Foreign Affairs of the Republic of Indonesia"
        "|l'Indonésie|インドネシア|ឥណ្ឌូនេស៊ី",
        "Jakarta, Bandung, Surabaya, Denpasar, Makassar",
        "Adiputra Budiman Darmawan Effendi Gunawan Hartono Irawan Kusuma Laksana Mulyadi Nugraha Prasetyo "
        "Rahardjo Santosa Setiawan Utomo Wibowo Yulianto",
        "Agus Bambang Dedi Eko Fajar Hendra Iwan Joko Rizal Slamet Teguh Wahyu Yudi",
        "Ayu Citra Dewi Endang Fitri Indah Kartika Lestari Maya Putri Rina Sari Wulan",
        "Minister for Foreign Affairs",
    ),
    _land(
        "Thailand|Kingdom of Thailand|Thai|Ministry of Foreign Affairs of Thailand|la Thaïlande|タイ|ថៃ",
        "Bangkok, Chiang Mai, Khon Kaen, Phuket",
        "Amornrat Boonmee Charoensuk Decha Inthanon Jaidee Kittisak Lertpanya Mongkol Nimman Phrommin "
        "Rattanakul Saetang Thongchai Udomsak Wattana",
        "Anan Chai Kitti Manop Niran Pakorn Prasit Sakda Somchai Surasak Thawat Wichai",
        "Busaba Chanida Darunee Kanya Malee Nittaya Orathai Pensri Ratana Suda Wanida",
        "Minister of Foreign Affairs",
    ),
    _land(
        "the Republic of Korea|Republic of Korea|Korean|Ministry of Foreign Affairs, Republic of Korea"
        "|la République de Corée|韓国|កូរ៉េ",
        "Seoul, Busan, Daejeon, Jeju",
        "Ahn Bae Baek Chang Cho Choi Han Hong Hwang Jang Jeon Kang Kwon Lim Moon Noh Oh Seo Shin Song Yoon",
        "Byungho Changmin Dongwook Hyunsoo Jaehyun Jinwoo Kyungho Minjae Sangwoo Sungmin Taeyang Youngho",
        "Eunji Hyejin Jihye Jiyoung Kyunghee Minjung Nayoung Soyeon Sujin Yoonhee",
        "Minister of Foreign Affairs",
        first=True,
    ),
    _land(
        "Kenya|Republic of Kenya|Kenyan|Ministry of Foreign and Diaspora Affairs|le Kenya|ケニア|កេនយ៉ា",
        "Nairobi, Mombasa, Kisumu, Nakuru",
        "Achieng Barasa Chebet Gathogo Kamau Kiplagat Kiprono Maina Mutua Mwangi Ndungu Njoroge Ochieng "
        "Odhiambo Otieno Wafula Wambua",
        "Brian David Elijah Francis Gideon Joseph Kennedy Moses Patrick Peter Samuel Stephen",
        "Agnes Beatrice Caroline Esther Faith Jane Lilian Mercy Purity Ruth Winnie",
        "Cabinet Secretary for Foreign and Diaspora Affairs",
    ),
    _land(
        "Estonia|Republic of Estonia|Estonian|Ministry of Foreign Affairs of Estonia|l'Estonie|エストニア|អេស្តូនី",
        "Tallinn, Tartu, Narva, Pärnu",
        "Aasmäe Ilves Kask Kivi Kuusk Lepik Luik Mägi Oja Pärn Raud Rebane Saar Sepp Tamm Teder Vaher",
        "Andres Hannes Indrek Jaan Kalle Lauri Marko Priit Rein Siim Taavi Toomas Urmas",
        "Anneli Eha Heli Kadri Kristi Liis Maarja Piret Riina Signe Triin Ülle",
        "Minister of Foreign Affairs",
    ),
    _land(
        "Germany|Federal Republic of Germany|German|Federal Foreign Office|l'Allemagne|ドイツ|អាល្លឺម៉ង់",
        "Berlin, Hamburg, Bonn, Leipzig",
        "Ackermann Brandt Dietrich Ebert Friedrich Hartmann Kessler Lindner Neumann Pohl Reinhardt Schuster "
        "Thiel Vogel Winkler Ziegler",
        "Andreas Bernd Dieter Florian Georg Heinrich Jens Klaus Lothar Matthias Rainer Stefan Uwe",
        "Anke Birgit Claudia Dorothea Franziska Gisela Heike Ingrid Kerstin Monika Sabine Ute",
        "Federal Minister for Foreign Affairs",
    ),
    _land(
        "Peru|Republic of Peru|Peruvian|Ministry of Foreign Affairs of Peru|le Pérou|ペルー|ប៉េរូ",
        "Lima, Cusco, Arequipa, Trujillo",
        "Aguilar Benavides Cáceres Delgado Espinoza Flores Guzmán Herrera Ibáñez León Mendoza Paredes Quispe "
        "Rojas Salazar Tello Valdivia Zegarra",
        "Alberto Carlos Eduardo Fernando Gustavo Hugo Javier Luis Manuel Ricardo Sergio Víctor",
        "Ana Beatriz Carmen Elena Gabriela Isabel Lucía Mariana Patricia Rosa Silvia Teresa",
        "Minister of Foreign Affairs",
    ),
    _land(
        "Canada|Canada|Canadian|Global Affairs Canada|le Canada|カナダ|កាណាដា",
        "Ottawa, Toronto, Montreal, Vancouver",
        "Beaulieu Caldwell Desrosiers Fairchild Gagnon Hargreaves Lachance MacLeod Morin Oakley Pelletier "
        "Redmond Sinclair Thibault Wexler",
        "Andrew Benoît Craig Derek Gordon Jacques Luc Marc Neil Owen Scott Tyler",
        "Amélie Brenda Chantal Gillian Joanne Karine Lise Megan Nadine Paige Shannon",
        "Minister of Foreign Affairs",
    ),
)
"""Every country that takes part. The first thirteen have a house that issues releases, or may have one."""

BY_NAME: dict[str, Land] = {land.name: land for land in LANDS}
