"""The JSON Schemas: equal to what the tables give, true of every committed file, false of what is wrong."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any, ClassVar

import jsonschema
import pytest
import yaml

from gazette.authority import FIELDS, SCHEMAS, load_authority, render_completion, render_schemas
from gazette.authority.schema import KEYS
from gazette.cli import main
from support import ROOT, load_cases

RENDERED = dict(render_schemas())
SHAPE_CODES = {
    "authority-broken",
    "authority-unknown-key",
    "authority-missing-key",
    "authority-wrong-type",
    "authority-unknown-country",
}


class Core(yaml.SafeLoader):
    """Scalars as editors' programs read them, by YAML 1.2: no dates, no `NO` and `12:30`."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for tag, pattern, first in (
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)", "-+.0123456789"),
    ("bool", r"true|false", "tf"),
    ("null", r"~|null|", "~n\0"),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{pattern})\Z"), [*first, ""])


def faults(schema: str, text: str) -> list[str]:
    """What a schema finds wrong in a text of YAML."""
    loaded: Any = yaml.load(text, Core)
    checker = jsonschema.Draft202012Validator(json.loads(RENDERED[schema]))
    return [f"{'/'.join(map(str, e.path))}: {e.message}" for e in checker.iter_errors(loaded)]


@pytest.mark.parametrize("name", sorted(RENDERED))
def test_the_committed_schema_is_what_the_tables_give(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(RENDERED[name]))
    committed = (ROOT / SCHEMAS / name).read_text("utf-8")
    assert committed == RENDERED[name], "renew it: gazette schema"


def test_every_file_has_a_schema_and_names_it() -> None:
    assert set(RENDERED) == {f"{name}.json" for name in KEYS} | {"front-matter.json"}
    assert {path.name for path in (ROOT / SCHEMAS).iterdir()} == set(RENDERED)
    settings = (ROOT / ".vscode" / "settings.json").read_text("utf-8")
    assert settings == render_completion()
    named = json.loads(settings)["yaml.schemas"]
    for name in KEYS:
        text = (ROOT / "docs" / "authority" / f"{name}.yml").read_text("utf-8")
        assert f"\n# yaml-language-server: $schema=schemas/{name}.json\n" in text
        assert named[f"./{SCHEMAS}/{name}.json"] == f"/docs/authority/{name}.yml"


@pytest.mark.parametrize("name", sorted(KEYS))
def test_committed_files_are_as_the_schema_says(name: str) -> None:
    assert faults(f"{name}.json", (ROOT / "docs" / "authority" / f"{name}.yml").read_text("utf-8")) == []


FILES = [c for c in load_cases("authority") + load_cases("schemas") if "problems" in c.values[0]]


@pytest.mark.parametrize("case", [c for c in FILES if "file" in c.values[0]])
def test_what_the_check_refuses_for_its_shape_the_schema_refuses(case: Any, tmp_path: Path) -> None:
    """One table serves both: what is of a wrong shape for one is so for the other, and only that."""
    try:
        yaml.load(case["text"], Core)
    except yaml.YAMLError:
        pytest.skip("no YAML")
    (tmp_path / f"{case['file']}.yml").write_text(case["text"], "utf-8")
    codes = {p.code for p in load_authority(tmp_path).problems}
    assert bool(faults(f"{case['file']}.json", case["text"])) == bool(codes & SHAPE_CODES)


CORRECTION = "- {{release: a/b, field: {field}, value: {value}{of}}}"


@pytest.mark.parametrize("field", FIELDS)
def test_a_correction_of_each_field(field: str) -> None:
    value = FIELDS[field].example.partition(": ")[2]
    of = ", of: Jana Roe" if FIELDS[field].of == "official" else ""
    assert faults("corrections.json", CORRECTION.format(field=field, value=value, of=of)) == []
    assert faults("corrections.json", CORRECTION.format(field=field, value="{a: b}", of=of)) != []
    wrong = ", of: p7" if FIELDS[field].of == "release" else ", on: p7"
    assert faults("corrections.json", CORRECTION.format(field=field, value=value, of=wrong)) != []


@pytest.mark.parametrize(
    ("text", "is_good"),
    [
        ("title: Talks\nissued: 2024-05-03\nissuer: {name: Palace}\ntopic: [trade, ports]", True),
        ("issued: 7 May 2024\noffice: {Jana Roe: [envoy, Consul]}\nevent_when: {p7: 2024-05}", True),
        ("manuscript: 1\nread_from: {}\nofficials: []", True),
        ("isued: 2024-05-03", False),
        ("issued: some day", False),
        ("office: envoy", False),
        ("title: [a]", False),
        ("language: Engl ish", False),
    ],
)
def test_front_matter(text: str, is_good: bool) -> None:
    assert (faults("front-matter.json", text) == []) is is_good


def test_the_command_renews_what_is_stale(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(ROOT / SCHEMAS, tmp_path / SCHEMAS)
    asked = ["schema", "--record", str(tmp_path)]
    assert main([*asked, "--check"]) == 0
    (tmp_path / SCHEMAS / "terms.json").write_text("{}")
    assert main([*asked, "--check"]) == 1
    assert "terms.json: stale" in capsys.readouterr().out
    assert main(asked) == 0 and main([*asked, "--check"]) == 0
