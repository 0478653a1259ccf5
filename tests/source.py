"""The engine's own source, as the tests of its rules read it: modules, imports, problem codes."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from support import ENGINE, ROOT

CODE = re.compile(r"[a-z]+(?:-[a-z]+)+")


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the engine by its dotted name, `gazette.exports` for a package's own."""
    found = {}
    for path in sorted(ENGINE.rglob("*.py")):
        parts = path.relative_to(ENGINE.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = ast.parse(path.read_text("utf-8"), str(path))
    return found


def path_of(name: str) -> Path:
    """File of a module."""
    path = ENGINE.parent.joinpath(*name.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


@cache
def imports(name: str) -> frozenset[tuple[str, int]]:
    """(dotted name, line) of everything that a module imports; relative imports made absolute.

    `from a import b` gives a.b where that is a module of the engine, else a.
    """
    package = name if path_of(name).name == "__init__.py" else name.rpartition(".")[0]
    found = set()
    for node in ast.walk(modules()[name]):
        if isinstance(node, ast.Import):
            found |= {(alias.name, node.lineno) for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*above, *filter(None, [base])])
            for alias in node.names:
                inner = f"{base}.{alias.name}"
                found.add((inner if inner in modules() else base, node.lineno))
    return frozenset(found)


def room(name: str) -> str:
    """Row of the table in docs/architecture.md to which a module belongs: its first name below gazette."""
    return [*name.split("."), ""][1]


@cache
def rooms() -> tuple[str, ...]:
    """The rooms of docs/architecture.md from the top down."""
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    found = []
    for line in text.splitlines():
        if line.startswith("| `"):
            found += re.findall(r"`(\w+)/?`", line.split("|")[1])
    return tuple(found)


# --- problem codes -------------------------------------------------------------------------------


def problem_codes() -> dict[str, str]:
    """Every problem code in the source → the module that uses it.

    A code is what reaches the parameter `code` of a `Problem`: directly, through the parameter of a
    function that hands it on, in a tuple that such a call unpacks, or in an attribute called `code`.
    """
    takers = _code_takers()
    found: dict[str, str] = {}
    for name, tree in modules().items():
        tuples = _returned_tuples(tree)
        for call in _calls(tree):
            for value in _code_arguments(call, takers):
                for constant in _constants(value, tuples):
                    if CODE.fullmatch(constant):
                        found.setdefault(constant, name)
    return found


def _code_takers() -> dict[str, int]:
    """Function or class → position of its code, `self` not counted; grown until nothing is new."""
    takers = {"Problem": 2}
    functions = [(name, node) for tree in modules().values() for name, node in _functions(tree)]
    while True:
        before = len(takers)
        for name, node in functions:
            parameters = [a.arg for a in node.args.args if a.arg not in ("self", "cls")]
            for call in _calls(node):
                for value in _code_arguments(call, takers):
                    if isinstance(value, ast.Name) and value.id in parameters:
                        takers.setdefault(name, parameters.index(value.id))
        for tree in modules().values():
            for node in ast.walk(tree):
                if isinstance(node, ast.ClassDef) and node.name != "Problem":
                    place = _code_field(node)
                    if place is not None:
                        takers.setdefault(node.name, place)
        if len(takers) == before:
            return takers


def _functions(tree: ast.AST) -> Iterator[tuple[str, ast.FunctionDef]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            yield node.name, node


def _code_field(node: ast.ClassDef) -> int | None:
    """Position of `code` among the fields or the parameters of a class that has one."""
    fields = [
        n.target.id for n in node.body if isinstance(n, ast.AnnAssign) and isinstance(n.target, ast.Name)
    ]
    for member in node.body:
        if isinstance(member, ast.FunctionDef) and member.name == "__init__":
            fields = [a.arg for a in member.args.args[1:]]
    return fields.index("code") if "code" in fields else None


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _code_arguments(call: ast.Call, takers: dict[str, int]) -> Iterator[ast.expr]:
    function = call.func
    name = function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
    if name not in takers:
        return
    for keyword in call.keywords:
        if keyword.arg == "code":
            yield keyword.value
    for place, argument in enumerate(call.args):
        if isinstance(argument, ast.Starred):
            if place <= takers[name]:
                yield argument.value
            return
        if place == takers[name]:
            yield argument


def _returned_tuples(tree: ast.AST) -> dict[str, list[ast.expr]]:
    """Function → the expressions in the tuples it gives back."""
    found: dict[str, list[ast.expr]] = defaultdict(list)
    for name, node in _functions(tree):
        for inner in ast.walk(node):
            if isinstance(inner, ast.Return) and isinstance(inner.value, ast.Tuple):
                found[name] += inner.value.elts
    return found


def _constants(value: ast.expr, tuples: dict[str, list[ast.expr]]) -> Iterator[str]:
    """The words that an expression can be: a constant, either side of a choice, what a function gives."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.IfExp):
        yield from _constants(value.body, tuples)
        yield from _constants(value.orelse, tuples)
    elif isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
        for inner in tuples.get(value.func.id, []):
            yield from _constants(inner, tuples)
