"""What a bundle was made with: every pinned library, valid CycloneDX, the same bytes each time."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from gazette.cli.bundle import Made, write_sbom
from gazette.cli.sbom import read_lock, render_sbom
from support import ROOT

LOCK = (ROOT / "requirements" / "site.txt").read_text("utf-8")
DIGEST = "a" * 64


def test_every_pinned_library_stands_with_its_digests() -> None:
    pins = list(read_lock(LOCK))
    assert [(pin.name, pin.version) for pin in pins] == re.findall(r"^([\w-]+)==([\w.]+)", LOCK, re.M)
    assert sum(len(pin.digests) for pin in pins) == LOCK.count("--hash=sha256:")
    assert all(pin.digests for pin in pins)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("a-b==1.2 ; python_version < '3.12'", ("a-b", "1.2", "python_version < '3.12'")),
        ("A_b.c[x,y]==1!2.0+local", ("A_b.c", "1!2.0+local", "")),
        ("a==1  # via b", ("a", "1", "")),
        ("# a==1", None),
        ("./engine/gazette-0.1.0-py3-none-any.whl --hash=sha256:" + DIGEST, None),
        ("a>=1", None),
        ("-r other.txt", None),
        ("", None),
    ],
)
def test_lines_of_a_lock(line: str, expected: tuple[str, str, str] | None) -> None:
    found = [(pin.name, pin.version, pin.marker) for pin in read_lock(line)]
    assert found == ([expected] if expected else [])


def test_it_is_valid_cyclonedx() -> None:
    schema = pytest.importorskip("cyclonedx.schema")
    validators = pytest.importorskip("cyclonedx.validation.json")
    validator = validators.JsonStrictValidator(schema.SchemaVersion.V1_6)
    try:
        errors = validator.validate_str(render_sbom(LOCK, "record-1.zip", "1", DIGEST))
        broken = validator.validate_str('{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": 3}')
    except Exception as missing:  # the validator without its extra
        pytest.skip(str(missing))
    assert errors is None and broken is not None


def test_it_names_the_bundle_the_engine_and_what_each_needs() -> None:
    made = json.loads(render_sbom(LOCK, "record-1.zip", "1", DIGEST))
    assert made["metadata"]["component"]["hashes"] == [{"alg": "SHA-256", "content": DIGEST}]
    references = [component["bom-ref"] for component in made["components"]]
    assert len(references) == len(set(references)) and "pkg:pypi/mkdocs@1.6.1" in references
    needs = {one["ref"]: one.get("dependsOn", []) for one in made["dependencies"]}
    assert set(needs) == {"record-1.zip", *references}
    assert set(needs[references[0]]) == set(references[1:])


def test_the_same_gives_the_same_and_another_bundle_another_number() -> None:
    one, again = (render_sbom(LOCK, "record-1.zip", "1", DIGEST) for _ in range(2))
    other = render_sbom(LOCK, "record-1.zip", "1", "b" * 64)
    assert one == again
    assert json.loads(one)["serialNumber"] != json.loads(other)["serialNumber"]


@pytest.mark.parametrize("place", ["requirements/site.txt", "requirements.txt", None])
def test_it_lies_beside_the_bundle_where_libraries_are_pinned(tmp_path: Path, place: str | None) -> None:
    if place:
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / place).write_text("mkdocs==1.6.1\n")
    made = Made(tmp_path / "dist" / "record-2.zip", 3, 4, DIGEST, is_draft=True, number=3)
    written = write_sbom(tmp_path, made, tmp_path)
    if place is None:
        assert written is None
    else:
        assert written is not None and written.name == "record-2.cdx.json"
        assert json.loads(written.read_text("utf-8"))["metadata"]["component"]["version"] == "3-draft"
