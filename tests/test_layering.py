"""The rules under "Never" in the plan of the house, read off the source."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

import pytest

from source import imports, modules, room, rooms
from support import ROOT

MODULES = sorted(modules())
DISK_ROOMS = {"seeds", "authority", "assemble", "cli"}
DISK_MODULES = {"os", "os.path", "shutil", "tempfile", "subprocess", "glob", "mmap", "fileinput"}
DISK_CALLS = {"open"}
DISK_METHODS = {
    "read_text",
    "write_text",
    "read_bytes",
    "write_bytes",
    "mkdir",
    "unlink",
    "rglob",
    "iterdir",
    "is_file",
}
OUTSIDE_WORLD = {
    "time",
    "locale",
    "logging",
    "random",
    "secrets",
    "socket",
    "getpass",
    "platform",
    "urllib.request",
    "warnings",
}
CLOCK = {"now", "today", "utcnow", "fromtimestamp", "utcfromtimestamp"}


def imported(name: str) -> Iterator[tuple[str, int]]:
    """Imports of other packages: (dotted name, line)."""
    return ((other, line) for other, line in imports(name) if not other.startswith("gazette"))


def imports_any(name: str, forbidden: set[str]) -> list[str]:
    """Imports below one of the forbidden names."""
    return [
        f"{name}:{line} imports {other}"
        for other, line in imported(name)
        if any(other == bad or other.startswith(f"{bad}.") for bad in forbidden)
    ]


def test_every_module_has_a_room() -> None:
    assert {room(name) for name in MODULES} - {"", "__main__"} <= set(rooms())


@pytest.mark.parametrize("name", MODULES)
def test_imports_run_down_the_table(name: str) -> None:
    if room(name) in ("", "__main__"):
        return
    rank = rooms().index(room(name))
    wrong = [
        f"{name}:{line} imports {other}"
        for other, line in imports(name)
        if other.startswith("gazette.") and room(other) != room(name) and rooms().index(room(other)) >= rank
    ]
    assert not wrong


def test_no_circle_of_imports() -> None:
    graph = {name: {other for other, _ in imports(name) if other in modules()} - {name} for name in MODULES}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


@pytest.mark.parametrize("name", MODULES)
def test_the_engine_knows_no_site_generator(name: str) -> None:
    assert not imports_any(name, {"mkdocs", "material", "jinja2", "markdown", "pymdownx"})


def test_the_model_needs_only_the_standard_library() -> None:
    assert {other.partition(".")[0] for other, _ in imports("gazette.model")} <= sys.stdlib_module_names


@pytest.mark.parametrize("name", MODULES)
def test_each_library_has_its_room(name: str) -> None:
    allowed = {
        "markdown_it": {"blocks"},
        "mdit_py_plugins": {"blocks"},
        "yaml": {"authority"},
        "ruamel": {"authority", "seeds"},
        "frontmatter": {"seeds", "pages", "manuscript"},
        "icalendar": {"exports"},
        "Stemmer": {"concordance"},
        **{name: {"extracts"} for name in ("bs4", "lxml", "mammoth", "markdownify", "pypdf")},
    }
    for library, rooms_allowed in allowed.items():
        if room(name) not in rooms_allowed:
            assert not imports_any(name, {library})


@pytest.mark.parametrize("name", [n for n in MODULES if room(n) not in DISK_ROOMS])
def test_the_disk_is_touched_in_four_rooms_only(name: str) -> None:
    assert not imports_any(name, DISK_MODULES)
    tree = modules()[name]
    paths = [n for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module == "pathlib"]
    assert not [a.name for n in paths for a in n.names if not a.name.startswith("Pure")]
    for call in (n for n in ast.walk(tree) if isinstance(n, ast.Call)):
        function = call.func
        assert not (isinstance(function, ast.Name) and function.id in DISK_CALLS), f"{name}:{call.lineno}"
        assert getattr(function, "attr", "") not in DISK_METHODS, f"{name}:{call.lineno}"


@pytest.mark.parametrize("name", MODULES)
def test_no_clock_locale_or_chance(name: str) -> None:
    assert not imports_any(name, OUTSIDE_WORLD)
    for node in ast.walk(modules()[name]):
        if isinstance(node, ast.Attribute):
            assert node.attr not in CLOCK, f"{name}:{node.lineno}"
            assert node.attr not in ("environ", "getenv", "environb"), f"{name}:{node.lineno}"


@pytest.mark.parametrize("name", [n for n in MODULES if room(n) not in ("cli", "__main__")])
def test_the_engine_neither_logs_nor_prints(name: str) -> None:
    assert not imports_any(name, {"sys", "argparse"})
    calls = (n.func for n in ast.walk(modules()[name]) if isinstance(n, ast.Call))
    assert not [f for f in calls if isinstance(f, ast.Name) and f.id in ("print", "input", "eval", "exec")]


@pytest.mark.parametrize("name", [n for n in MODULES if room(n) == "vocabulary"])
def test_vocabulary_is_words_without_code(name: str) -> None:
    """Private helpers that write a list shorter are all it may hold: nothing is decided there."""
    tree = modules()[name]
    functions = [n.name for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)]
    assert not [function for function in functions if not function.startswith("_")]
    assert not [n.lineno for n in ast.walk(tree) if isinstance(n, ast.If | ast.While | ast.Try | ast.For)]
    assert not imports_any(name, {"re"})


def test_the_adapter_imports_at_its_top() -> None:
    """hooks/ is on the path only while MkDocs loads the file, so a late import would fail."""
    adapter = ROOT / "hooks" / "publish.py"
    if not adapter.is_file():
        pytest.skip("hooks/publish.py is not there")
    tree = ast.parse(adapter.read_text("utf-8"))
    late = [
        node.lineno
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert not late


def test_only_the_adapter_knows_mkdocs() -> None:
    others = [p for p in (ROOT / "hooks").rglob("*.py") if p.name != "publish.py"]
    users = [p.name for p in others if "import mkdocs" in (t := p.read_text("utf-8")) or "from mkdocs" in t]
    assert not users


def test_pages_read_the_authority_by_look_ups_that_are_noted() -> None:
    """What `Site.authority` gives is noted, so that a changed record has those pages written that show it."""
    wrong = [
        f"{path.name}:{number}"
        for path in sorted((ROOT / "hooks" / "gazette" / "pages").glob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1)
        if "corpus.authority" in line and "noted(corpus.authority)" not in line
    ]
    assert not wrong
