"""A page that stays the same is rendered once; what it may depend on makes it be rendered anew."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from markdownonce import RenderedOnce

TEXT = "# The harbour\n\nSee [the town](town.md#gate) and [itself](#the-harbour).\n"


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    (tmp_path / "docs").mkdir()
    config = MkDocsConfig(str(tmp_path / "mkdocs.yml"))
    config.load_dict(
        {"site_name": "x", "docs_dir": str(tmp_path / "docs"), "markdown_extensions": ["tables"]}
    )
    assert config.validate() == ([], [])
    return config


class Build:
    """The pages of one build, as MkDocs renders them."""

    def __init__(self, config: MkDocsConfig, sources: dict[str, str]) -> None:
        docs = Path(config.docs_dir)
        for name, text in sources.items():
            (docs / name).write_text(text, "utf-8")
        made = {name: File(name, config.docs_dir, config.site_dir, True) for name in sources}
        self.config, self.files = config, Files(list(made.values()))
        self.pages = {name: Page(None, file, config) for name, file in made.items()}

    def render(self, name: str, once: RenderedOnce, settings: str = "") -> Page:
        page = self.pages[name]
        page.read_source(self.config)
        assert page.markdown is not None
        once.take_up(page, page.markdown, self.config.markdown_extensions, settings)
        page.render(self.config, self.files)
        return page


def test_what_is_remembered_is_what_would_be_made(config: MkDocsConfig) -> None:
    once, sources = RenderedOnce(), {"index.md": TEXT, "town.md": "# Town\n"}
    first = Build(config, sources).render("index.md", once)
    build = Build(config, sources)
    again = build.render("index.md", once)
    plain = Build(config, sources).pages["index.md"]
    plain.read_source(config)
    plain.render(config, build.files)
    for page in (first, again):
        assert page.content == plain.content and page.title == plain.title == "The harbour"
        assert page.present_anchor_ids == plain.present_anchor_ids
        assert [item.title for item in page.toc] == [item.title for item in plain.toc] == ["The harbour"]
    assert again.content is first.content, "nothing was rendered"
    assert again.links_to_anchors is not None and plain.links_to_anchors is not None
    links = [{file.src_uri: of for file, of in p.links_to_anchors.items()} for p in (again, plain)]
    assert links[0] == links[1] and set(links[0]) == {"index.md", "town.md"}
    assert all(any(file is own for own in build.files) for file in again.links_to_anchors)


@pytest.mark.parametrize(
    ("sources", "settings"),
    [
        ({"index.md": f"{TEXT}More.\n", "town.md": ""}, ""),
        ({"index.md": TEXT, "town.md": "", "more.md": ""}, ""),
        ({"index.md": TEXT, "town.md": ""}, "others"),
    ],
)
def test_another_text_file_or_setting_renders_anew(
    config: MkDocsConfig, sources: dict[str, str], settings: str
) -> None:
    once = RenderedOnce()
    first = Build(config, {"index.md": TEXT, "town.md": ""}).render("index.md", once)
    assert Build(config, sources).render("index.md", once, settings).content is not first.content


def test_a_page_that_gave_a_message_gives_it_again(
    config: MkDocsConfig, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "mkdocs")
    once = RenderedOnce()
    for _ in range(2):
        caplog.clear()
        Build(config, {"index.md": "[gone](gone.md)\n"}).render("index.md", once)
        assert "gone.md" in caplog.text


def test_an_extension_that_may_read_other_files_remembers_nothing(config: MkDocsConfig) -> None:
    once, page = RenderedOnce(), Build(config, {"index.md": TEXT}).pages["index.md"]
    once.take_up(page, TEXT, ["tables", "pymdownx.snippets"], "")
    assert "render" not in vars(page)
