"""Values made by hand, for tests that need a corpus but not the reading of texts.

Everything here is invented. `block`, `proof` and `reading` keep the invariants of the model;
`corpus` puts releases together the way the engine does.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from gazette.corpus import gather
from gazette.model import (
    Accession,
    Account,
    Anatomy,
    Appearance,
    Authority,
    Block,
    BodyRecord,
    Bystander,
    Corpus,
    Evidence,
    Imprint,
    Issuer,
    Mention,
    Office,
    OfficialRecord,
    People,
    Problem,
    RawRelease,
    Reading,
    Release,
    Repair,
    Subject,
    TermRecord,
    TopicRecord,
    When,
)


def day(start: str, end: str | None = None) -> When:
    """A date or an interval."""
    return When(start, end or start)


def numbered(*blocks: Block) -> tuple[Block, ...]:
    """Blocks with their place, their lines and, in the body, their paragraph."""
    found = []
    paragraph = 0
    for number, b in enumerate(blocks):
        paragraph += b.part == "body"
        found.append(
            Block(
                number=number,
                lines=(2 * number + 1,),
                shape=b.shape,
                raw=b.raw,
                text=b.text,
                part=b.part,
                rule=b.rule,
                marks=b.marks,
                level=b.level,
                label=b.label,
                paragraph=paragraph if b.part == "body" else None,
                rows=b.rows,
            )
        )
    return tuple(found)


def block(text: str, part: Any = "body", **more: Any) -> Block:
    """A block whose place is not known yet; see `numbered`."""
    return Block(
        number=0, lines=(), shape=more.pop("shape", "paragraph"), raw=text, text=text, part=part, **more
    )


def proof(blocks: tuple[Block, ...], quote: str, after: int = 0) -> Evidence:
    """The first place from block `after` on where `quote` stands."""
    for b in blocks[after:]:
        start = b.text.find(quote)
        if start >= 0:
            return Evidence(b.number, start, start + len(quote), quote)
    raise ValueError(f"no block says {quote!r}")


def reading(value: Any, *evidence: Evidence, status: Any = "stated") -> Reading[Any]:
    """A value read from a text."""
    return Reading(value, status, "by-hand", tuple(evidence), "" if evidence else "docs/authority/test.yml:1")


def appearance(
    blocks: tuple[Block, ...],
    official: str,
    name: str,
    written: str,
    country: str | None,
    *offices: tuple[str, str],
    standing: Any = "established",
) -> Appearance:
    """An official in a release; each office is (title, words that show it)."""
    return Appearance(
        official=official,
        name=name,
        country=country,
        standing=standing,
        mentions=(Mention(proof(blocks, written), written),),
        offices=tuple(
            reading(Office(title, country=country), proof(blocks, words)) for title, words in offices
        ),
    )


def release(id: str, blocks: tuple[Block, ...], imprint: Imprint, **more: Any) -> Release:
    """A release out of its blocks; the raw text is what they say."""
    text = "\n\n".join(b.raw for b in blocks) + "\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Release(
        raw=RawRelease(f"seeds/{id}.txt", id, digest, text),
        accession=more.get("accession"),
        imprint=imprint,
        anatomy=Anatomy(blocks, repairs=more.get("repairs", ())),
        people=People(more.get("officials", ()), more.get("bystanders", ())),
        events=more.get("events", ()),
        topics=more.get("topics", ()),
        terms=more.get("terms", ()),
        problems=more.get("problems", ()),
    )


def authority() -> Authority:
    """A few records of each kind."""
    return Authority(
        officials={
            "aranya-teal": OfficialRecord(
                "aranya-teal", "Teal Aranya", "Norland", variants=("Mme Teal",), sort_name="Teal, Aranya"
            ),
            "berg-otto": OfficialRecord("berg-otto", "Otto Berg", "Sudmark"),
        },
        bodies={
            "norland-mfa": BodyRecord("norland-mfa", "Ministry of Foreign Affairs", "Norland"),
            "harbour-post": BodyRecord("harbour-post", "The Harbour Post", None, kind="newspaper"),
        },
        topics={
            "ports": TopicRecord(
                "ports",
                "Ports",
                "Harbours as places, not calls at them.",
                cues=("harbour",),
                see_also=("trade",),
            ),
            "trade": TopicRecord("trade", "Trade", broader=()),
        },
        terms={
            "lasting-accord": TermRecord("lasting-accord", "Lasting accord", wordings=("lasting accord",))
        },
    )


def meeting() -> Release:
    """A press release with everything in it."""
    blocks = numbered(
        block("KINGDOM OF NORLAND", "letterhead"),
        block("Ministers Agree on the Northern Harbour", "title"),
        block(
            "On 4 May 2021, Her Excellency TEAL Aranya, Minister of Foreign Affairs, met Otto Berg, Envoy of"
            " Sudmark, in Port Alder. They agreed to deepen the harbour and spoke of a lasting accord.",
        ),
        block("1. Outlook", "heading", shape="heading", level=2),
        block("Miss Ada Quill, a commentator, was not present.", marks=()),
        block("a new quay;", shape="item", label="(a)", level=0),
        block("a second dredger.", shape="item", label="(b)", level=0),
        block("They will meet again in June 2022 at the 2nd Harbour Forum.", "body"),
        block("Port Alder, 6 May 2021", "sign-off"),
    )
    sentence = proof(blocks, blocks[2].text)
    events = (
        Account(
            "meeting",
            "principal",
            "meeting of ministers",
            reading(day("2021-05-04"), proof(blocks, "On 4 May 2021")),
            reading("Port Alder", proof(blocks, "in Port Alder")),
            ("aranya-teal", "provisional-otto-berg"),
            sentence,
        ),
        Account(
            "summit",
            "referenced",
            "2nd Harbour Forum",
            reading(day("2022-06"), proof(blocks, "June 2022")),
            None,
            (),
            proof(blocks, blocks[7].text),
            planned=True,
            series="harbour forum",
            ordinal=2,
        ),
    )
    return release(
        "norland/2021-05-06-harbour",
        blocks,
        Imprint(
            kind=reading("press-release", proof(blocks, "KINGDOM OF NORLAND")),
            title=reading(
                "Ministers Agree on the Northern Harbour",
                proof(blocks, "Ministers Agree on the Northern Harbour"),
            ),
            issued=reading(day("2021-05-06"), proof(blocks, "6 May 2021", 8)),
            place=reading("Port Alder", proof(blocks, "Port Alder", 8)),
            issuer=reading(
                Issuer("Ministry of Foreign Affairs", "Norland", "norland-mfa"),
                proof(blocks, "KINGDOM OF NORLAND"),
            ),
        ),
        accession=Accession(
            "norland/2021-05-06-harbour.txt",
            "a1.txt",
            "0" * 64,
            "norland-mfa",
            "given by the ministry",
            None,
            "All rights with the ministry.",
        ),
        repairs=(Repair("superscript", 7, 38, 41, 15, "2<sup>nd</sup>", "2nd"),),
        officials=(
            appearance(
                blocks,
                "aranya-teal",
                "Teal Aranya",
                "TEAL Aranya",
                "Norland",
                ("Minister of Foreign Affairs", "Minister of Foreign Affairs"),
            ),
            appearance(
                blocks,
                "provisional-otto-berg",
                "Otto Berg",
                "Otto Berg",
                "Sudmark",
                ("Envoy", "Envoy of Sudmark"),
                standing="provisional",
            ),
        ),
        bystanders=(Bystander("Ada Quill", proof(blocks, "Miss Ada Quill"), "commentator"),),
        events=events,
        topics=(Subject("ports", (proof(blocks, "harbour", 2),)),),
        terms=(Subject("lasting-accord", (proof(blocks, "lasting accord"),)),),
        problems=(
            Problem(
                "seeds/norland/2021-05-06-harbour.txt",
                5,
                "official-provisional",
                "notice",
                "Otto Berg is not known",
                "write him into officials.yml",
            ),
        ),
    )


def report() -> Release:
    """A newspaper's report of the same meeting: no title, no date of issue, another dating of the forum."""
    blocks = numbered(
        block("The ministers met on May 4 2021 at Port Alder, the Norland side said."),
        block("The 2nd Harbour Forum will open on 3 July 2022."),
    )
    return release(
        "harbour-post/2021-05-talks",
        blocks,
        Imprint(
            kind=reading("news"),
            title=reading(
                "Ministers met at Port Alder", proof(blocks, "The ministers met"), status="inferred"
            ),
            issued=None,
            place=None,
            issuer=None,
        ),
        accession=Accession(
            "harbour-post/2021-05-talks.txt",
            "b2.txt",
            "1" * 64,
            "harbour-post",
            "a cutting",
            "javascript:alert(1)",
            "Unknown.",
            secondary=True,
        ),
        events=(
            Account(
                "meeting",
                "principal",
                "meeting of ministers",
                reading(day("2021-05-04"), proof(blocks, "May 4 2021")),
                None,
                ("aranya-teal", "provisional-otto-berg"),
                proof(blocks, blocks[0].text),
            ),
            Account(
                "summit",
                "referenced",
                "2nd Harbour Forum",
                reading(day("2022-07-03"), proof(blocks, "3 July 2022")),
                None,
                (),
                proof(blocks, blocks[1].text),
                planned=True,
                series="harbour forum",
                ordinal=2,
            ),
        ),
    )


def bare() -> Release:
    """A release of which nothing could be read but its words."""
    blocks = numbered(block("Ωβγ ### ~~ 7%", "unread"), block("Something was said somewhere."))
    return release(
        "norland/undated-scan",
        blocks,
        Imprint(kind=reading("statement"), title=None, issued=None, place=None, issuer=None),
    )


def empty(id: str = "norland/empty") -> Release:
    """A release without date, title, people, topics or paragraphs."""
    imprint = Imprint(kind=reading("press-release"), title=None, issued=None, place=None, issuer=None)
    return release(id, (), imprint)


def plain(id: str, title: str, body: str, issued: str | None = "2021-05-06") -> Release:
    """A release with a title, a date and one paragraph."""
    blocks = numbered(block(title, "title"), block(body))
    whole = Evidence(0, 0, len(title), title)
    return release(
        id,
        blocks,
        Imprint(
            kind=reading("press-release"),
            title=reading(title, whole),
            issued=reading(day(issued), whole) if issued else None,
            place=None,
            issuer=reading(Issuer("Ministry of Foreign Affairs", "Norland", "norland-mfa"), whole),
        ),
        topics=(Subject("ports", (Evidence(1, 0, len(body), body),)),),
    )


def copies(number: int) -> tuple[Release, ...]:
    """The meeting again and again, issued by different days over ten years."""
    base = meeting()
    found = []
    for n in range(number):
        issued = f"{2011 + n % 10}-{n % 12 + 1:02}-{n % 28 + 1:02}"
        path = f"norland/{issued}-{n:04}"
        imprint = replace(base.imprint, issued=reading(day(issued)))
        raw = replace(base.raw, id=path, path=f"seeds/{path}.txt")
        found.append(replace(base, raw=raw, imprint=imprint, events=()))
    return tuple(found)


HOSTILE = (
    '<script>alert("x")</script> {{ config }} {% raw %} &amp; &lt;b&gt; [a](javascript:alert(1)) \x00\x1b'
)


def hostile() -> Release:
    """A release whose every field tries to be markup."""
    blocks = numbered(
        block(HOSTILE + " title", "title"),
        block(HOSTILE + " said His Excellency " + HOSTILE + "."),
        block(HOSTILE, shape="item", label=HOSTILE),
        block(HOSTILE, "heading", shape="heading", level=1),
        block(HOSTILE, "caption"),
        block("a | b", shape="table", rows=((HOSTILE, "b"), ("c", HOSTILE))),
    )
    whole = proof(blocks, HOSTILE, 1)
    return release(
        "norland/hostile",
        blocks,
        Imprint(
            kind=reading(HOSTILE, whole),
            title=reading(HOSTILE + " title", proof(blocks, HOSTILE + " title")),
            issued=reading(When(HOSTILE, HOSTILE), whole),
            place=reading(HOSTILE, whole),
            issuer=reading(Issuer(HOSTILE, HOSTILE), whole),
            number=reading(HOSTILE, whole),
        ),
        accession=Accession(
            "x.txt", HOSTILE, HOSTILE, None, HOSTILE, "javascript:alert(1)", HOSTILE, note=HOSTILE
        ),
        repairs=(Repair(HOSTILE, 1, 0, 1, 1, HOSTILE, HOSTILE),),
        officials=(
            appearance(
                blocks,
                "provisional-hostile",
                HOSTILE,
                HOSTILE,
                HOSTILE,
                (HOSTILE, HOSTILE),
                standing="provisional",
            ),
        ),
        bystanders=(Bystander(HOSTILE, whole, HOSTILE),),
        events=(
            Account(
                HOSTILE,
                "principal",
                HOSTILE,
                reading(When(HOSTILE, HOSTILE), whole),
                reading(HOSTILE, whole),
                ("provisional-hostile",),
                whole,
            ),
        ),
        topics=(Subject("ports", (whole,)),),
        problems=(Problem("seeds/norland/hostile.txt", 1, "x", "notice", HOSTILE, HOSTILE),),
    )


def corpus(*releases: Release) -> Corpus:
    """Releases put together, with the authority records above."""
    return gather(releases or (meeting(), report(), bare()), authority())
