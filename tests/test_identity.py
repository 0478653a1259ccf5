"""Who is the same person over several releases, on releases made by hand."""

from __future__ import annotations

from gazette.identity import unite_people
from gazette.model import (
    Account,
    Anatomy,
    Appearance,
    Authority,
    Block,
    Evidence,
    Imprint,
    Mention,
    Office,
    OfficialRecord,
    People,
    RawRelease,
    Reading,
    Release,
)


def person(name: str, office: str, country: str | None, id: str | None = None) -> Appearance:
    quote = f"{office} {name}"
    evidence = Evidence(0, 0, len(quote), quote)
    return Appearance(
        official=id or "provisional-" + name.lower().replace(" ", "-"),
        name=name,
        country=country,
        standing="established" if id else "provisional",
        mentions=(Mention(evidence, name),),
        offices=(Reading(Office(office, country=country), "stated", "test", (evidence,)),),
    )


def release(id: str, *people: Appearance) -> Release:
    text = " ".join(p.mentions[0].evidence.quote for p in people)
    block = Block(0, (1,), "paragraph", text, text, paragraph=1)
    evidence = Evidence(0, 0, len(text), text)
    event = Account(
        "meeting", "principal", "meeting", None, None, tuple(p.official for p in people), evidence
    )
    return Release(
        raw=RawRelease(f"seeds/{id}.txt", id, "0" * 64, text),
        accession=None,
        imprint=Imprint(Reading("readout", "stated", "test", (evidence,)), None, None, None, None),
        anatomy=Anatomy((block,)),
        people=People(people),
        events=(event,),
        topics=(),
        terms=(),
    )


def ids(releases: list[Release]) -> list[list[str]]:
    return [[a.official for a in r.people.officials] for r in releases]


def test_the_same_name_turned_round_is_one_person() -> None:
    a = release("a/1", person("Sato Hanako", "Minister of Tides", "Japan"))
    b = release("a/2", person("Hanako Sato", "Ambassador", "Japan"))
    united, problems = unite_people([a, b], Authority())
    assert ids(united) == [["provisional-hanako-sato"], ["provisional-hanako-sato"]]
    assert not problems
    assert united[0].events[0].participants == ("provisional-hanako-sato",)


def test_an_established_official_is_kept_before_a_provisional_one() -> None:
    record = OfficialRecord("sato-hanako", "Sato Hanako", "Japan")
    a = release("a/1", person("Sato Hanako", "Minister of Tides", "Japan", id="sato-hanako"))
    b = release("a/2", person("Hanako Sato", "Ambassador", "Japan"))
    united, _ = unite_people([a, b], Authority(officials={"sato-hanako": record}))
    assert ids(united)[1] == ["sato-hanako"]
    found = united[1].people.officials[0]
    assert (found.name, found.standing) == ("Sato Hanako", "established")


def test_a_short_form_joins_a_fuller_one_in_the_same_office() -> None:
    a = release("a/1", person("Sato Hanako", "Minister of Tides", "Japan"))
    b = release("a/2", person("Sato", "Minister of Tides", "Japan"))
    united, _ = unite_people([a, b], Authority())
    assert ids(united)[1] == ["provisional-sato-hanako"]


def test_near_miss_a_short_form_in_another_office_stays_apart() -> None:
    a = release("a/1", person("Sato Hanako", "Minister of Tides", "Japan"))
    b = release("a/2", person("Sato", "Ambassador", "Japan"))
    united, problems = unite_people([a, b], Authority())
    assert ids(united)[1] == ["provisional-sato"] and not problems


def test_a_short_form_of_several_is_ambiguous_and_says_so() -> None:
    a = release("a/1", person("Sato Hanako", "Minister", "Japan"), person("Sato Jiro", "Minister", "Japan"))
    b = release("a/2", person("Sato", "Minister", "Japan"))
    united, problems = unite_people([a, b], Authority())
    assert ids(united)[1] == ["provisional-sato"]
    (problem,) = problems
    assert problem.code == "name-ambiguous" and problem.severity == "notice"
    assert "provisional-sato-hanako, provisional-sato-jiro" in problem.message


def test_homonyms_of_two_countries_are_two_people() -> None:
    a = release("a/1", person("Lee David", "Minister", "Singapore"))
    b = release("a/2", person("Lee David", "Minister", "Australia"))
    united, _ = unite_people([a, b], Authority())
    assert ids(united) == [["provisional-lee-david-singapore"], ["provisional-lee-david-australia"]]


def test_the_order_of_releases_does_not_matter() -> None:
    every = [
        release("a/1", person("Sato Hanako", "Minister of Tides", "Japan")),
        release("a/2", person("Hanako Sato", "Minister of Tides", "Japan")),
        release("a/3", person("Sato", "Minister of Tides", "Japan")),
    ]
    forward, _ = unite_people(every, Authority())
    backward, _ = unite_people(every[::-1], Authority())
    assert ids(forward) == ids(backward[::-1])


def test_two_forms_in_one_release_become_one_appearance() -> None:
    a = release("a/1", person("Sato Hanako", "Minister", "Japan"), person("Hanako Sato", "Envoy", "Japan"))
    (united,), _ = unite_people([a], Authority())
    (found,) = united.people.officials
    assert len(found.mentions) == 2
    assert [r.value.title for r in found.offices] == ["Minister", "Envoy"]
