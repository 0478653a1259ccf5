"""Every public name, problem code, command and authority key is described."""

from __future__ import annotations

import argparse
import ast
import doctest
import importlib
import re
from collections.abc import Iterator

import pytest

from gazette.authority.schema import APPOINTMENT, KEYS
from gazette.cli import make_parser
from source import modules, problem_codes
from support import ROOT

MODULES = sorted(modules())
GUIDE = (ROOT / "docs" / "contributing.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")


def public(
    node: ast.Module | ast.ClassDef, name: str
) -> Iterator[tuple[str, ast.FunctionDef | ast.ClassDef]]:
    """Public functions, classes and methods with their dotted names."""
    for member in node.body:
        if isinstance(member, ast.FunctionDef | ast.ClassDef) and not member.name.startswith("_"):
            yield f"{name}.{member.name}", member
            if isinstance(member, ast.ClassDef):
                yield from public(member, f"{name}.{member.name}")


@pytest.mark.parametrize("name", MODULES)
def test_every_public_name_has_a_docstring(name: str) -> None:
    assert ast.get_docstring(modules()[name]), f"{name} says nothing at its head"
    assert [dotted for dotted, node in public(modules()[name], name) if not ast.get_docstring(node)] == []


@pytest.mark.parametrize("name", [n for n in MODULES if n != "gazette.__main__"])
def test_examples_hold(name: str) -> None:
    """What a docstring shows after `>>>` is what it gives."""
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def described_codes() -> dict[str, tuple[str, str]]:
    """Code → (meaning, cure) in the table of the guide."""
    rows = re.findall(r"^\| `([a-z-]+)` \| (.+?) \| (.+?) \|$", GUIDE, re.M)
    return {code: (meaning, cure) for code, meaning, cure in rows}


def test_every_problem_code_is_described() -> None:
    missing = {code: where for code, where in problem_codes().items() if code not in described_codes()}
    assert missing == {}, "describe them in docs/contributing.md"


def test_no_problem_code_is_described_that_is_gone() -> None:
    words = {
        node.value
        for tree in modules().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert [code for code in described_codes() if code not in words] == []


def test_the_walk_finds_codes_that_are_handed_on() -> None:
    """The walk itself: a code given directly, through a helper, and in a tuple that is unpacked."""
    assert {"seed-changed", "seed-empty", "seed-too-large", "front-matter-broken"} <= set(problem_codes())


def test_every_command_is_described() -> None:
    (choices,) = (
        action.choices for action in make_parser()._actions if isinstance(action, argparse._SubParsersAction)
    )
    assert [name for name in choices if f"gazette {name}" not in GUIDE] == []
    flags = {
        flag for parser in choices.values() for action in parser._actions for flag in action.option_strings
    }
    assert [flag for flag in flags - {"-h", "--help"} if flag not in GUIDE] == []


def test_every_make_target_is_described() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = re.findall(r"^([a-z-]+):.*## ", makefile, re.M)
    assert targets
    assert [target for target in targets if f"make {target}" not in README + GUIDE] == []


@pytest.mark.parametrize("file", sorted(KEYS))
def test_every_authority_key_is_described(file: str) -> None:
    found = re.search(rf"^### `{file}\.yml`\n(.*?)(?=^##|\Z)", GUIDE, re.M | re.S)
    assert found, f"docs/contributing.md has no part on {file}.yml"
    keys = [key.name for key in KEYS[file]]
    if file == "officials":
        keys += [key.name for key in APPOINTMENT]
    assert [key for key in keys if f"`{key}`" not in found[1]] == []


def test_modules_say_what_enters_and_leaves() -> None:
    """A head of one line says too little, one of twenty too much."""
    short = [
        n
        for n in MODULES
        if "__main__" not in n and not 1 <= len((ast.get_docstring(modules()[n]) or "").split("\n")) <= 14
    ]
    assert short == []
