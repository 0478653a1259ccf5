"""What is open, over several pages where it is much: nothing is lost between them, every link arrives."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urldefrag, urljoin

import pytest

import factory
from gazette.corpus import gather
from gazette.model import Authority, Corpus, Problem
from gazette.pages import Page, Serving, build_site, plan_pages, render_pages, sheets
from gazette.pages.problems import by_file, doubts_of
from gazette.pages.view import View
from test_apparatus import forum, in_office, make_release
from test_pages import read


def pages_of(corpus: Corpus) -> dict[str, Page]:
    return {page.address: page for page in render_pages(corpus)}


def contested(year: int, official: str) -> list[object]:
    """Two offices of one official on one day, and a text that is only spoken of."""
    other = make_release(
        f"sudmark/{year}-{official}", f"In {year} the Bishop {official} spoke.", issued=f"{year}-05-05",
        people={official: ["Norland", f"Bishop {official}"]}, offices={official: [("Bishop", "Bishop")]},
    )  # fmt: skip
    return [in_office(year, official), other]


@pytest.fixture
def disputed() -> Corpus:
    """Questions of three years, and one of a series that falls."""
    asked = [one for n, year in enumerate((2008, 2010, 2010, 2012)) for one in contested(year, f"ode{n}")]
    return gather([*asked, forum(3, 2008), forum(1, 2010)], Authority())


def test_few_questions_stand_on_one_page(disputed: Corpus) -> None:
    found = pages_of(disputed)
    assert [address for address in found if address.startswith("questions/")] == ["questions/"]
    assert found["questions/"].html.count('class="question"') == 5


def test_many_questions_are_divided_by_year(disputed: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = build_site(disputed, Serving())
    monkeypatch.setattr(sheets, "MOST_ON_ONE_PAGE", 4)
    found = pages_of(disputed)
    parts = {address: page for address, page in found.items() if address.startswith("questions/2")}
    assert set(parts) == {"questions/2008/", "questions/2010/", "questions/2012/"}
    ids = [id for page in parts.values() for id in read(page).ids if id != "contradictions"]
    assert sorted(ids) == sorted(one.anchor for one in whole.questions), "each stands on one page"
    assert {urljoin("questions/", href) for href in read(found["questions/"]).links} >= parts.keys()
    assert "All open questions" in read(parts["questions/2010/"]).text
    noted = 0
    for page in found.values():
        for href in read(page).links:
            address, anchor = urldefrag(urljoin(page.address, href))
            if address.startswith("questions/") and anchor:
                noted += 1
                assert anchor in read(found[address]).ids, (page.address, href)
    assert noted >= 5


def test_a_question_that_moves_to_another_page_is_another_look_up(
    disputed: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages lead to where a question stands: they are written again when that changes."""
    before = build_site(disputed, Serving()).questions_of
    monkeypatch.setattr(sheets, "MOST_ON_ONE_PAGE", 4)
    after = build_site(disputed, Serving()).questions_of
    assert before.held.keys() == after.held.keys() != set()
    assert all(before.held[id] != after.held[id] for id in before.held)


def with_problems(number: int) -> Corpus:
    corpus = gather(factory.copies(40), Authority())
    paths = [release.raw.path for release in corpus.releases]
    notices = [
        Problem(paths[n % 40], n + 1, "person-unknown", "notice", f"doubt {n:04}", "write it")
        for n in range(number)
    ]
    grave = Problem(paths[0], None, "seed-empty", "error", "the grave one", "add the text")
    other = Problem("docs/authority/officials.yml", 1, "authority-broken", "warning", "the other", "mend it")
    return replace(
        corpus, problems=tuple(sorted([*notices, grave, other], key=lambda p: (p.path, p.message)))
    )


def test_few_problems_stand_on_one_page() -> None:
    found = pages_of(with_problems(90))
    assert [address for address in found if address.startswith("data/problems/")] == ["data/problems/"]
    seen = read(found["data/problems/"]).text
    assert all(f"doubt {n:04}" in seen for n in range(90)) and "the grave one" in seen


def test_many_problems_are_divided_by_year_and_the_gravest_stand_first() -> None:
    corpus = with_problems(2000)
    found = pages_of(corpus)
    main = found["data/problems/"]
    seen = read(main).text
    assert "the grave one" in seen and "the other" in seen and "doubt 0001" not in seen
    parts = [page for address, page in found.items() if address.startswith("data/problems/") and page != main]
    assert {urljoin("data/problems/", href) for href in read(main).links} >= {p.address for p in parts}
    assert max(len(page.html) for page in parts) < 300_000
    text = "\n".join(read(page).text for page in parts)
    for problem in corpus.problems:
        assert text.count(problem.message) == 1, problem.message
    assert "docs/authority/officials.yml:1" in found["data/problems/undated/"].html


def test_a_page_by_year_holds_where_nothing_of_it_changed() -> None:
    """One problem less leaves the pages of the other years the same values."""
    corpus = with_problems(2000)
    gone = next(problem for problem in corpus.problems if problem.message == "doubt 0007")
    fewer = replace(corpus, problems=tuple(p for p in corpus.problems if p is not gone))
    before, after = (
        {q.address: q.subject for q in plan_pages(build_site(c, Serving())) if "problems" in q.address}
        for c in (corpus, fewer)
    )
    other = {address for address in before if before[address] != after.get(address)}
    assert 0 < len(other) < len(before) / 2


def test_problems_of_one_file_stand_below_it() -> None:
    site = build_site(with_problems(90), Serving())
    view = View(site, "data/problems/")
    assert len(by_file(view, doubts_of(site))) == 2 * 41, "forty releases and another file"
