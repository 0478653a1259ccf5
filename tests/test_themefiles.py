"""A theme's files are listed as Jinja lists them, but those of folders that do not change only once."""

from __future__ import annotations

from pathlib import Path

import jinja2

from themefiles import ListedOnce


def put(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(path.name, "utf-8")


def test_names_are_those_that_jinja_lists_but_for_icons(tmp_path: Path) -> None:
    own, installed = tmp_path / "own", tmp_path / "installed"
    put(
        own / "main.html",
        installed / "main.html",
        installed / "assets" / "a.css",
        installed / ".icons" / "b.svg",
    )
    folders = [str(own), str(installed)]
    ours, theirs = ListedOnce(folders, [str(own)]), jinja2.FileSystemLoader(folders)
    assert ours.list_templates() == [name for name in theirs.list_templates() if not name.startswith(".")]
    assert jinja2.Environment(loader=ours).get_template(".icons/b.svg").render() == "b.svg"


def test_what_an_editor_adds_is_seen_and_an_installed_theme_is_not_looked_at_again(tmp_path: Path) -> None:
    own, installed = tmp_path / "own", tmp_path / "installed"
    put(own / "a.css", installed / "b.css")
    folders, changing = [str(own), str(installed)], [str(own)]
    assert ListedOnce(folders, changing).list_templates() == ["a.css", "b.css"]
    put(own / "c.css", installed / "d.css")
    assert ListedOnce(folders, changing).list_templates() == ["a.css", "b.css", "c.css"]
