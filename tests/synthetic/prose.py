"""Sentences of press releases, all our own, with gaps for people, places, goods and figures.

Words only. A gap in braces is filled from the facts of a release or from a stream of words:
A, B the two sides' people, a, b their countries, aa, ba the adjectives; town, ware, money, share, number,
year; said, agreed, welcomed, stressed, will: verbs in turn. `{Town}` is a name nobody knows.
"""

from __future__ import annotations

TURNS: dict[str, tuple[str, ...]] = {
    "said": ("said", "stated", "noted", "pointed out", "observed", "recalled", "explained"),
    "agreed": ("agreed", "concurred", "decided", "shared the intention", "confirmed that they wished"),
    "welcomed": ("welcomed", "noted with satisfaction", "appreciated", "spoke highly of", "commended"),
    "stressed": ("stressed", "underlined", "emphasized", "reaffirmed", "drew attention to", "underscored"),
    "thanked": ("thanked", "expressed gratitude to", "conveyed sincere appreciation to", "paid tribute to"),
    "sides": ("The two sides", "Both sides", "The two delegations", "Both parties"),
    "steady": ("steady", "remarkable", "encouraging", "modest", "lasting", "tangible", "rapid", "continuous"),
    "soon": ("at an early date", "before the end of the year", "in the coming months", "in due course"),
    "people": ("farmers", "students", "small firms", "fishing communities", "nurses", "migrant workers"),
}

BANK: dict[str, tuple[str, ...]] = {
    "trade": (
        "{sides} {welcomed} the {steady} growth of bilateral trade, which reached {money} in {year}, an increase of {share} over the year before.",
        "{B} asked that the rules of origin for {ware} and {ware2} be made simpler, so that {people} may sell their goods without delay.",
        "{A} {said} that exports of {ware} from the district of {Town} had found buyers in {b} since the tariff was lowered to {share}.",
        "They {agreed} to ask the Joint Trade Committee to look into the customs treatment of {ware} and report {soon}.",
        "A business delegation of {number} companies, among them the {Town} Trading Company, will visit {b} to look for partners in {ware2}.",
        "{A} {stressed} the importance of an open market for {ware} and of a free trade agreement that serves both economies.",
    ),
    "investment": (
        "{A} invited investors from {b} to the {Town} Special Economic Zone, where {number} factories are at work.",
        "{sides} {agreed} to improve the investment environment, in particular the granting of permits for plants that make {ware}.",
        "{B} {said} that the {Town} Group planned to invest {money} in the production of {ware} and to train {number} workers.",
        "They {welcomed} the conclusion of talks on the protection of investments and the avoidance of double taxation.",
        "{A} {stressed} that investors need predictable rules, and {thanked} {b} for its advice on the law on industrial estates.",
    ),
    "infrastructure": (
        "{A} {thanked} {b} for its support to the {Town} Bridge, the {Town2} bypass and the port terminal opened in {year}.",
        "{sides} {welcomed} the progress of the railway between {Town} and {Town2}, of which {share} is now complete.",
        "{B} {said} that a loan of {money} would be made available for the water supply of {Town} and for {number} village roads.",
        "They exchanged views on quality infrastructure, on the maintenance of ports and on the use of {ware} in road building.",
        "The airport of {Town} will be enlarged by {share}, with equipment and advice from the {ba} side.",
    ),
    "education": (
        "{sides} {agreed} to increase scholarships for {people} from {number} to twice as many over the next three years.",
        "{A} {welcomed} the opening of a language centre at the University of {Town}, the first of its kind in the region.",
        "{B} {said} that exchanges of teachers, researchers and students had made {steady} progress since {year}.",
        "A memorandum between the {Town} Institute and a partner in {b} will allow joint research on {ware} and {ware2}.",
        "They {stressed} the value of vocational training and of people-to-people exchange between the young of both countries.",
    ),
    "security": (
        "{sides} {agreed} to deepen defence cooperation, including training, port calls and the exchange of officers.",
        "{A} {stressed} that peace and security in the region rest on international law and on the peaceful settlement of disputes.",
        "{B} {thanked} {a} for the {number} peacekeepers it has sent to missions of the United Nations since {year}.",
        "They exchanged views on maritime security, freedom of navigation and the patrols off the coast of {Town}.",
        "{A} {said} that the clearance of mines in the province of {Town} would need another {number} months and {money}.",
    ),
    "health": (
        "{B} {thanked} {a} for {number} thousand doses of vaccine and for medical equipment handed to the hospital of {Town}.",
        "{sides} {agreed} to work together on public health, the training of nurses and the control of malaria.",
        "{A} {said} that a laboratory for tests with {ware} would be opened at {Town} {soon}.",
        "They {stressed} the need to prepare for the next pandemic and to share samples and findings without delay.",
        "Doctors of both countries have treated {number} patients at the {Town} clinic since it was opened in {year}.",
    ),
    "environment": (
        "{sides} {stressed} the urgency of action on climate change and {welcomed} the pledge to cut emissions by {share}.",
        "{A} {thanked} {b} for its help in the forests of {Town}, where {number} hectares have been planted again.",
        "They {agreed} to cooperate on carbon credits, on clean rivers and on the safe disposal of {ware}.",
        "{B} {said} that the herds near {Town} had grown by {share} since the park was put under protection in {year}.",
        "A fund of {money} will help {people} to adapt to drought, flood and the rise of the sea.",
    ),
    "energy": (
        "{sides} exchanged views on energy transition, the supply of {ware} and the grid between {Town} and {Town2}.",
        "{A} {said} that solar power now meets {share} of demand in {Town}, and {welcomed} a study on hydrogen by the {ba} side.",
        "{B} {stressed} the importance of energy security and of long contracts for liquefied natural gas.",
        "They {agreed} that engineers from the {Town} power station would be trained in {b} from {year} on.",
        "The {Town} Energy Company and its partner will build a plant of {number} megawatts that runs on {ware}.",
    ),
    "agriculture": (
        "{A} {welcomed} the opening of the {ba} market for rice, cashew nuts and {ware} from {Town}.",
        "{sides} {agreed} to share knowledge of irrigation, of seeds and of the pests that attack {ware}.",
        "{B} {said} that food security could not be had without fair prices for {people}.",
        "A model farm at {Town}, built with {money}, has raised the yield of {ware} by {share}.",
        "They {stressed} the need for common standards in the inspection of {ware} and {ware2}.",
    ),
    "tourism": (
        "{sides} {welcomed} the return of visitors, {number} thousand of whom came from {b} in {year}.",
        "{A} {said} that direct flights between {Town} and the {ba} capital would begin {soon}.",
        "They {agreed} to promote tourism to heritage sites, among them the temples of {Town} and the old port of {Town2}.",
        "{B} {thanked} the Government of {a} for the care given to {number} travellers stranded at {Town}.",
    ),
    "culture": (
        "An exhibition of textiles, masks and {ware} from {Town} will open in {year} to mark the anniversary of diplomatic relations.",
        "{sides} {agreed} to continue cultural exchange, including the restoration of the {Town} monastery.",
        "{A} {thanked} {b} for the return of {number} statues taken from {Town} long ago.",
        "The {Town} Dance Company will perform in {b} with young musicians of both countries.",
    ),
    "digital": (
        "{sides} {agreed} to deepen cooperation on digital development, cyber security and artificial intelligence.",
        "{A} {said} that {share} of public services in {Town} can now be had by telephone, and offered to share the experience.",
        "{B} {welcomed} the plan of the {Town} Corporation to make chips of {ware} and to train {number} engineers.",
        "They {stressed} that the flow of data must be safe, and that supply chains for {ware} must be resilient.",
    ),
    "disaster": (
        "{B} conveyed condolences to the families of those who lost their lives in the flood at {Town}.",
        "{A} {thanked} {b} for {money} in emergency relief and for the {number} tents that reached {Town} within two days.",
        "{sides} {agreed} to share forecasts and to hold exercises in disaster relief {soon}.",
        "They {stressed} the need for early warning, and {welcomed} the station that measures {ware} at {Town}.",
    ),
    "region": (
        "{sides} exchanged views on regional and international issues of common concern, including the Korean Peninsula and the South China Sea.",
        "They {stressed} the importance of ASEAN centrality, of multilateral cooperation and of a rules-based international order.",
        "{A} {said} that the situation in Myanmar called for patience, humanitarian access and dialogue among all.",
        "{B} {thanked} {a} for its support of the {ba} candidature to a council of the United Nations.",
        "They {agreed} to work closely together at the coming meetings of the United Nations and other bodies.",
        "{A} expressed concern over the fighting near {Town}, and called for a ceasefire and for the safety of {people}.",
    ),
    "consular": (
        "{sides} {agreed} to make visas easier for {people} and to open a consulate in {Town}.",
        "{A} asked for the protection of nationals who work in the {ware} factories of {Town}.",
        "{B} {said} that {number} people had been brought home safely, and {thanked} the authorities of {Town}.",
        "They {agreed} to act together against trafficking in persons and fraud by telephone.",
    ),
    "rights": (
        "{A} {stressed} the importance of democracy, human rights and the rule of law, and of elections that are free and fair.",
        "{sides} held a frank exchange on human rights, including the case of {number} people detained in {Town}.",
        "{B} {said} that a new law on associations would be put before Parliament {soon}.",
        "They {agreed} to continue the dialogue on legal cooperation and on the training of judges.",
    ),
}
TOPICS = tuple(BANK)

GENERAL = (
    "{A} {thanked} {b} for the warm welcome and hospitality extended to the delegation.",
    "{B} {said} that relations between the two countries had never been closer, and that much could still be done.",
    "{sides} {welcomed} the {steady} advance of relations since diplomatic ties were established.",
    "They {agreed} to keep in close touch and to meet again {soon}.",
    "{A} {stressed} that friendship between the peoples of {a} and {b} is the ground on which cooperation rests.",
    "The talks were held in a cordial and frank atmosphere.",
    "{B} {welcomed} the exchange of visits at a high level and {said} that it should be continued.",
)

OPENINGS: dict[str, tuple[str, ...]] = {
    "meeting": (
        "On {day}, {AF}, met with {BF}, in {town}.",
        "{AF}, held a bilateral meeting with {BF}, in {town} on {day}.",
    ),
    "call": (
        "On {day}, {AF}, held a telephone conversation with {BF}.",
        "{AF}, spoke by telephone with {BF}, on {day}.",
    ),
    "visit": (
        "At the invitation of {AF}, {BF}, paid an official visit to {a} on {day}.",
        "{BF}, paid a working visit to {town} on {day} and held talks with {AF}.",
    ),
    "courtesy": (
        "On {day}, {AF}, received a courtesy call by {BF}, in {town}.",
        "{BF}, paid a courtesy call on {AF}, in {town} on {day}.",
    ),
    "consultation": (
        "On {day}, {AF}, and {BF}, co-chaired the {nth} Bilateral Consultation between {a} and {b} in {town}.",
        "The {nth} Bilateral Consultation between {a} and {b} was held in {town} on {day}, co-chaired by {AF}, and {BF}.",
    ),
    "summit": (
        "On {day}, {AF}, held a summit meeting with {BF}, in {town}.",
        "{AF}, and {BF}, held a summit meeting in {town} on {day}.",
    ),
    "signing": (
        "On {day}, {AF}, and {BF}, signed a Memorandum of Understanding on {subject} in {town}.",
        "A Memorandum of Understanding on {subject} was signed in {town} on {day} by {AF}, and {BF}.",
    ),
    "statement": (
        "{AF}, followed with concern the events near {Town} and spoke of them in {town} on {day}.",
        "On {day}, {AF}, set out the position of {a} on {subject}.",
    ),
    "aid": (
        "On {day}, {AF}, announced a contribution of {money} to {b} for {subject}.",
        "{a} will give {money} to {b} for {subject}, {AF}, announced in {town} on {day}.",
    ),
}
"""First sentences, by kind of happening; AF and BF name a side's person with the office."""

ASIDES = (
    "{C}, Governor of {Town}, showed the delegation the works at {Town2}.",
    "{C}, President of the {Town} Chamber of Commerce, attended the dinner.",
    "Earlier in the day the visitors met {C}, Mayor of {Town}.",
    "Also present was {C}, Director of the {Town} Institute.",
)
"""Sentences that name somebody else."""

SUBJECTS: dict[str, str] = {
    "trade": "trade in agricultural goods",
    "investment": "the promotion of investment",
    "infrastructure": "roads and ports",
    "education": "education and training",
    "security": "peace and security",
    "health": "public health",
    "environment": "climate change",
    "energy": "energy transition",
    "agriculture": "food security",
    "tourism": "tourism",
    "culture": "cultural exchange",
    "digital": "digital cooperation",
    "disaster": "disaster relief",
    "region": "regional cooperation",
    "consular": "consular matters",
    "rights": "legal cooperation",
}

FRENCH_OPENINGS = (
    "{AN}, {af}, s'est entretenu le {day} à {town} avec {BN}, {office} ({bf}).",
    "{AN}, {af}, a reçu le {day} à {town} {BN}, {office} ({bf}).",
)
FRENCH = (
    "Les deux ministres ont salué la progression des échanges commerciaux, qui ont atteint {fmoney} en {year}, soit une hausse de {fshare}.",
    "Ils ont évoqué la construction du pont de {Town} et de la route qui mène à {Town2}, ainsi que la formation de {number} ingénieurs.",
    "La France réaffirme son attachement au droit international, au multilatéralisme et au règlement pacifique des différends.",
    "S'agissant du climat, ils ont rappelé l'objectif d'une baisse des émissions de {fshare} et le soutien apporté aux forêts de {Town}.",
    "Le ministre a remercié son homologue pour l'accueil réservé à la communauté française établie à {Town}.",
    "Ils sont convenus de renforcer la coopération universitaire, notamment entre l'Institut de {Town} et l'Université de {Town2}.",
    "Un accord sur la production de {ware} et de {ware2} sera conclu dans les prochains mois.",
    "Dans le domaine de la santé, {number} médecins seront formés à l'hôpital de {Town}.",
    "Les deux parties ont fait part de leur préoccupation devant les combats près de {Town} et appelé à un cessez-le-feu immédiat.",
    "Le ministre a souligné l'importance de la liberté de navigation et de la sécurité maritime.",
    "Ils ont enfin évoqué la francophonie, l'enseignement de la langue et les échanges de jeunes.",
)

JAPANESE = (
    "両大臣は、二国間の貿易が着実に伸びていることを歓迎しました。",
    "{number}名の留学生を受け入れることで一致しました。",
    "先方から、橋の建設に対する我が国の支援に謝意が示されました。",
    "両大臣は、法の支配に基づく国際秩序の重要性を確認しました。",
    "両大臣は、気候変動、防災及び保健の分野で協力を進めることで一致しました。",
    "地域情勢についても意見交換を行い、引き続き緊密に連携していくことを確認しました。",
    "我が国から、経済協力として新たな資金協力を行う考えを述べました。",
    "両大臣は、文化交流及び青少年交流を一層促進することで一致しました。",
    "先方から、農業及び水産業の分野での技術協力に期待が示されました。",
    "両大臣は、海洋安全保障及びサイバー分野での協力を確認しました。",
)

KHMER = (
    "ភាគីទាំងពីរបានសម្តែងការពេញចិត្តចំពោះការរីកចម្រើននៃទំនាក់ទំនងមិត្តភាព និងកិច្ចសហប្រតិបត្តិការ។",
    "ភាគីទាំងពីរបានឯកភាពគ្នាពង្រឹងកិច្ចសហប្រតិបត្តិការលើវិស័យពាណិជ្ជកម្ម វិនិយោគ និងទេសចរណ៍។",
    "រដ្ឋមន្ត្រីបានថ្លែងអំណរគុណចំពោះជំនួយអភិវឌ្ឍន៍ដល់ប្រជាជនកម្ពុជា។",
    "ភាគីទាំងពីរបានផ្លាស់ប្តូរទស្សនៈលើបញ្ហាតំបន់ និងអន្តរជាតិដែលជាផលប្រយោជន៍រួម។",
    "កិច្ចពិភាក្សាបានប្រព្រឹត្តទៅក្នុងបរិយាកាសស្និទ្ធស្នាល និងយោគយល់គ្នា។",
    "ភាគីទាំងពីរបានលើកឡើងអំពីសារៈសំខាន់នៃការអប់រំ សុខភាព និងបរិស្ថាន។",
)
