"""A theme's files are listed as Jinja lists them, but those of folders that do not change only once.

Templates are compiled once for as long as their text is the same.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jinja2

from themefiles import CompiledOnce, ListedOnce


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


def test_a_template_is_compiled_again_only_when_its_text_has_changed(tmp_path: Path) -> None:
    compiled = []

    class Counting(jinja2.Environment):
        def _generate(self, *given: Any, **options: Any) -> str:
            compiled.append(given[1])
            return super()._generate(*given, **options)

    once = CompiledOnce()

    def rendered() -> str:
        env = Counting(loader=jinja2.FileSystemLoader(tmp_path), bytecode_cache=once)
        return env.get_template("a.html").render(name="x")

    (tmp_path / "b.html").write_text("{% block b %}of {{ name }}{% endblock %}", "utf-8")
    (tmp_path / "a.html").write_text(
        "{% extends 'b.html' %}{% block b %}a {{ super() }}{% endblock %}", "utf-8"
    )
    assert [rendered(), rendered()] == ["a of x", "a of x"] and compiled == ["a.html", "b.html"]
    (tmp_path / "b.html").write_text("{% block b %}of the {{ name }}{% endblock %}", "utf-8")
    assert rendered() == "a of the x" and compiled == ["a.html", "b.html", "b.html"]
