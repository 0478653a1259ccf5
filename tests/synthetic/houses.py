"""The houses that issue releases, and how each lays out a page.

Enters: a `Story`. Leaves: the text of a raw release as such a house would have put it out: letterhead,
navigation, title, dateline, captions, page breaks, torn lines, sign-off, end mark. What happened and how it
is told is not decided here.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from synthetic import days
from synthetic.cast import Holder
from synthetic.lands import BY_NAME, Land


@dataclass(frozen=True, slots=True)
class Story:
    """What a house has to lay out."""

    kind: str
    title: str
    paragraphs: tuple[str, ...]
    issued: date | None
    "None where the house forgets to say."
    number: int
    own: Holder
    other: Holder
    translated: str
    "The title in the house's other language, where it has one."
    rng: random.Random


@dataclass(frozen=True, slots=True)
class House:
    """An issuer: its folder below seeds/, how often it issues, and its ways."""

    folder: str
    land: Land
    weight: int
    page: Callable[[Story], str]
    voice: str
    "How it writes people: capitals, plain, excellency, french, japanese."
    wording: str = "short"
    "Which of the titles in `stories` it uses."
    day: Callable[[date], str] = days.day_first
    name: str = ""
    "Who issued it, as a reader would say; empty for a newspaper."
    label: str = ""
    "What it puts before every title."


def dated(form: Callable[[date], str], story: Story, text: str = "{}") -> str:
    """A line with the day of issue, or nothing."""
    return text.format(form(story.issued)) if story.issued else ""


def bare(land: Land) -> str:
    """The country without its article."""
    return land.name.removeprefix("the ")


def join(*pieces: str) -> str:
    """Pieces that are not empty, a blank line between them."""
    return "\n\n".join(piece for piece in pieces if piece) + "\n"


def wrapped(text: str, width: int) -> str:
    """A paragraph broken into lines."""
    lines, start, end = [], 0, len(text)
    while end - start > width:
        cut = text.rfind(" ", start, start + width + 1)
        if cut <= start:
            cut = text.find(" ", start)
            if cut < 0:
                break
        lines.append(text[start:cut])
        start = cut + 1
    lines.append(text[start:])
    return "\n".join(lines)


def torn(paragraphs: tuple[str, ...], mark: str) -> list[str]:
    """The paragraphs with a page break in the middle of one."""
    told = list(paragraphs)
    middle = len(told) // 2
    cut = told[middle].find(" ", len(told[middle]) // 2)
    if cut > 0 and told[middle][cut + 1 : cut + 2].islower():
        told[middle] = told[middle][:cut] + mark + told[middle][cut + 1 :]
    return told


def cambodia(story: Story) -> str:
    """Bold letterhead, title in capitals or between quotation marks, a page break, town and day last."""
    capitals = story.rng.random() < 0.5
    title = story.title.upper() if capitals else story.title
    half = title.find(" ", len(title) // 2)
    title = f"{title[:half]}  \n{title[half + 1 :]}" if half > 0 and len(title) > 60 else title
    number = f"N° {story.number % 2000:04} MFA.IC/PRD" if story.rng.random() < 0.3 else ""
    khmer = story.translated
    return "\n\n\n" + join(
        "ព្រះរាជាណាចក្រកម្ពុជា\nជាតិ សាសនា ព្រះមហាក្សត្រ" if khmer else "",
        "**KINGDOM OF CAMBODIA**  \n**NATION RELIGION KING**",
        "**MINISTRY OF FOREIGN AFFAIRS  \nAND INTERNATIONAL COOPERATION**",
        number,
        "**PRESS RELEASE**",
        f"**{title}**" if capitals else title,
        r"\* \* \* \* \*" if capitals else "",
        *torn(story.paragraphs, story.rng.choice(("\n\n\n\n", "\n\n2\n\n\n\n"))),
        dated(days.khmer, story, "រាជធានីភ្នំពេញ {}") if khmer else "",
        dated(days.day_first, story, "Phnom Penh, {}"),
    )


def japan(story: Story) -> str:
    """Navigation, day above the title, captions, numbered headings, links at the end."""
    other = bare(story.other.post.land)
    headings = (
        "Outset",
        "Bilateral relations",
        "Economic relations",
        "Regional and international situations",
    )
    body: list[str] = [story.paragraphs[0]]
    rest = story.paragraphs[1:]
    step = max(1, -(-len(rest) // len(headings)))
    for number, heading in enumerate(headings):
        part = rest[number * step : (number + 1) * step]
        if part:
            body += [f"{number + 1}. {heading}", *(f" {paragraph}" for paragraph in part)]
    return join(
        f"Home > Countries & Regions > {other} > {story.title}"
        if story.rng.random() < 0.4
        else f"Japan-{other} Relations",
        dated(days.month_first, story, "{}\n") + story.title,
        f"(Photo) {story.title} (Photo: Ministry of Foreign Affairs of Japan)"
        if story.rng.random() < 0.4
        else "",
        *body,
        "Related Information",
        f"Page Top\nBack to Japan-{other} Relations",
    )


def japan_in_japanese(story: Story) -> str:
    """The same house's Japanese page."""
    other = story.other.post.land.japanese
    return join(
        f"トップページ > 国・地域 > {other}",
        "報道発表",
        story.title,
        dated(days.japanese, story),
        f"(写真:外務省){story.title}",
        *(f" {paragraph}" for paragraph in story.paragraphs),
        "[参考]別添",
        "このページのトップへ戻る",
    )


def united_states(story: Story) -> str:
    """Banner, breadcrumb, kind, office and day in capitals, wrapped lines, three marks at the end."""
    return join(
        "An official website of the United States Government  Here's how you know",
        "U.S. DEPARTMENT of STATE",
        f"Home > Office of the Spokesperson > Press Releases > {story.title}",
        story.title,
        "READOUT" if story.kind in ("meeting", "call", "visit") else "MEDIA NOTE",
        "OFFICE OF THE SPOKESPERSON",
        dated(days.month_first, story).upper(),
        "The following is attributable to the Spokesperson:" if story.kind != "aid" else "",
        *(wrapped(paragraph, 72) for paragraph in story.paragraphs),
        "\\###",
    )


def singapore(story: Story) -> str:
    """Title, day in capitals, five dots, ministry and day again."""
    day = dated(days.day_first, story).upper()
    return join(
        story.title,
        day,
        *story.paragraphs,
        ".     .     .     .     .",
        f"MINISTRY OF FOREIGN AFFAIRS\nSINGAPORE\n{day}".rstrip(),
        "Travel Page  |  Overseas Missions  |  Contact Us",
    )


def india(story: Story) -> str:
    """Breadcrumb with the title, title, day, numbered paragraphs, town and day."""
    numbered = [
        f"{number}. {paragraph}" if number > 1 else f"   {paragraph}"
        for number, paragraph in enumerate(story.paragraphs, 1)
    ]
    return join(
        "Ministry of External Affairs\nGovernment of India",
        f"Media Center » Press Releases » {story.title}",
        story.title,
        dated(days.month_first, story),
        *numbered,
        dated(days.month_first, story, "New Delhi\n{}"),
        "Terms & Conditions    Privacy Policy    Copyright Policy",
    )


def australia(story: Story) -> str:
    """Minister above, title, day, plain paragraphs, an enquiries line."""
    return join(
        f"Department of Foreign Affairs and Trade\n{story.own.post.title}\n{story.own.person.name}",
        "Media release",
        story.title,
        dated(days.day_first, story),
        *story.paragraphs,
        f"Media enquiries\nMinister's office: (02) 6277 {story.number % 9000 + 1000}",
    )


def france(story: Story) -> str:
    """A French page: title with town and day in brackets, day of publication."""
    return join(
        "Ministère de l'Europe et des Affaires étrangères",
        f"Accueil > Dossiers pays > {story.title.partition(' – ')[0]} > Actualités",
        story.title,
        dated(days.french, story, "Publié le {}"),
        *story.paragraphs,
        "Contact presse : +33 (0)1 43 17 52 52",
        dated(lambda day: str(day.year), story, "© Ministère de l'Europe et des Affaires étrangères - {}"),
    )


def indonesia(story: Story) -> str:
    """Bold title, dateline before the first words."""
    first, *rest = story.paragraphs
    return join(
        "MINISTRY OF FOREIGN AFFAIRS OF THE REPUBLIC OF INDONESIA",
        "PRESS RELEASE",
        f"**{story.title}**",
        dated(days.day_first, story, "**Jakarta, {}:** ") + first,
        *rest,
        "For further information, please contact the Directorate of Information and Media.",
    )


def korea(story: Story) -> str:
    """A board's page: title, day, hits, department; numbered paragraphs with notes; a line of marks."""
    return join(
        "Ministry of Foreign Affairs, Republic of Korea\nPress Releases\nVIEW",
        story.title,
        dated(date.isoformat, story, "Date   {}\n")
        + f"Hit    {story.number % 3000}\nDepartment: Asia Division",
        *(f"{number}.  {paragraph}" for number, paragraph in enumerate(story.paragraphs, 1)),
        "#   #   #",
        "* unofficial translation *",
        "60, Sajik-ro 8-gil, Jongno-gu, Seoul, 03172, Republic of Korea",
    )


def kenya(story: Story) -> str:
    """A scan: letterhead and title in capitals, town and day, torn lines, page numbers."""
    lines = "\n\n".join(wrapped(paragraph, 78) for paragraph in story.paragraphs).split("\n")
    pages = ["\n".join(lines[start : start + 45]).strip("\n") for start in range(0, len(lines), 45)]
    body = "".join(
        f"{page}\n\n" + (f"Page {number} of {len(pages)}\n\n\n" if len(pages) > 1 else "")
        for number, page in enumerate(pages, 1)
    )
    return join(
        "REPUBLIC OF KENYA\nMINISTRY OF FOREIGN AND DIASPORA AFFAIRS",
        "PRESS STATEMENT",
        story.title.upper(),
        dated(days.with_ordinal, story, "NAIROBI, {}"),
        body.rstrip("\n"),
        "-END-",
    )


def estonia(story: Story) -> str:
    """A news page: title, day and hour in figures, plain paragraphs, address."""
    return join(
        "Ministry of Foreign Affairs of Estonia\nHome   News   Press releases",
        story.title,
        dated(lambda day: f"{day.day}. {days.MONTHS[day.month - 1]} {day.year}", story, "{} - 14:05"),
        *story.paragraphs,
        "Islandi väljak 1, 15049 Tallinn, Estonia",
    )


def newspaper(story: Story) -> str:
    """A report: headline, writer, day, end mark."""
    writer = story.rng.choice(("Mara Lindqvist", "Tom Aldous", "Ines Okoro", "Piet Vandaele"))
    return join(
        story.title,
        f"By {writer}" + dated(days.month_first, story, "\n{}"),
        *story.paragraphs,
        "(END)",
    )


_JAPAN = BY_NAME["Japan"]
HOUSES: tuple[House, ...] = (
    House(
        "mfaic",
        BY_NAME["Cambodia"],
        16,
        cambodia,
        "excellency",
        "long",
        name="Ministry of Foreign Affairs and International Cooperation",
    ),
    House(
        "mofa-japan",
        _JAPAN,
        14,
        japan,
        "capitals",
        "lands",
        days.month_first,
        "Ministry of Foreign Affairs of Japan",
    ),
    House(
        "mofa-japan",
        _JAPAN,
        3,
        japan_in_japanese,
        "japanese",
        "japanese",
        days.japanese,
        "Ministry of Foreign Affairs of Japan",
    ),
    House(
        "us-state",
        BY_NAME["the United States"],
        12,
        united_states,
        "plain",
        "possessive",
        days.month_first,
        "U.S. Department of State",
    ),
    House(
        "mfa-singapore",
        BY_NAME["Singapore"],
        9,
        singapore,
        "plain",
        name="Ministry of Foreign Affairs, Singapore",
        label="MFA Press Statement: ",
    ),
    House(
        "mea-india",
        BY_NAME["India"],
        9,
        india,
        "mister",
        "long",
        days.month_first,
        "Ministry of External Affairs",
    ),
    House(
        "dfat",
        BY_NAME["Australia"],
        8,
        australia,
        "plain",
        name="Department of Foreign Affairs and Trade",
    ),
    House(
        "france-foreign",
        BY_NAME["France"],
        5,
        france,
        "french",
        "french",
        days.french,
        "Ministry for Europe and Foreign Affairs",
    ),
    House(
        "kemlu",
        BY_NAME["Indonesia"],
        6,
        indonesia,
        "mister",
        name="Ministry of Foreign Affairs of the Republic of Indonesia",
    ),
    House(
        "mofa-korea",
        BY_NAME["the Republic of Korea"],
        6,
        korea,
        "plain",
        name="Ministry of Foreign Affairs, Republic of Korea",
    ),
    House(
        "mfa-kenya",
        BY_NAME["Kenya"],
        5,
        kenya,
        "excellency",
        "long",
        days.with_ordinal,
        "Ministry of Foreign and Diaspora Affairs",
    ),
    House(
        "mfa-estonia", BY_NAME["Estonia"], 4, estonia, "plain", name="Ministry of Foreign Affairs of Estonia"
    ),
    House("harbour-courier", BY_NAME["Australia"], 3, newspaper, "plain", "news", days.month_first),
)
"""All houses. mfa-kenya, mfa-estonia and harbour-courier are in no authority file."""

NEWSPAPER = HOUSES[-1]
BY_LAND: dict[str, list[House]] = {}
for _house in HOUSES:
    if _house is not NEWSPAPER:
        BY_LAND.setdefault(_house.land.name, []).append(_house)
