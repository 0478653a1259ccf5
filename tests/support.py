"""What several test files need: where things lie, case files, one record built once.

Tests import it as `support`; pytest puts this folder on the path.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
ENGINE = ROOT / "hooks" / "gazette"
SEEDS = sorted((ROOT / "seeds").glob("*/*.txt"))


SHARED = Path(os.environ.get("GAZETTE_SHARED", ROOT.parent / "shared"))
"""The folder with the development set, where there is one."""


def shared_folder() -> Path:
    """The folder with the development set; skips the test where there is none."""
    folder = SHARED
    if not (folder / "devset" / "gold.json").is_file():
        pytest.skip(f"no development set at {folder} (name its folder in GAZETTE_SHARED)")
    return folder


def load_cases(module: str) -> list[Any]:
    """Each case of tests/cases/<module>/*.yml as a pytest parameter, named by file and `name`.

    A file holds a list of cases, or a mapping with `cases:`.
    """
    cases = []
    for path in sorted((TESTS / "cases" / module).glob("*.yml")):
        loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
        for number, case in enumerate(loaded["cases"] if isinstance(loaded, dict) else loaded, start=1):
            cases.append(pytest.param(case, id=f"{path.stem}-{case.get('name', number)}"))
    return cases


@cache
def authority() -> Any:
    """The project's own authority files, loaded once."""
    from gazette.authority import load_authority

    return load_authority(ROOT / "docs" / "authority")


def read_text(text: str, path: str = "seeds/test/case.txt") -> Any:
    """A `RawRelease` from a text, as if it had come from a file."""
    from gazette.seeds import read_raw

    return read_raw(path, text.encode("utf-8"))


def normalise_text(text: str, known: Any = None, path: str = "seeds/test/case.txt") -> Any:
    """A `Release` from a text, with the project's authority files or those given."""
    from gazette.normalise import normalise

    return normalise(read_text(text, path), authority() if known is None else known)


# --- the site ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Build:
    """A build of the site: where it lies, how it ended, what was said."""

    folder: Path
    status: int
    said: str


def build_site(root: Path, target: Path, *flags: str) -> Build:
    """Run `mkdocs build` for the record below `root` into `target`."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "hooks")}
    environment.pop("SITE_URL", None)
    command = [sys.executable, "-m", "mkdocs", "build", "--clean", "--site-dir", str(target), *flags]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, timeout=300)
    return Build(target, done.returncode, done.stdout + done.stderr)


def copy_record(target: Path) -> Path:
    """A copy of the project's record, with its adapter and theme, that a test may spoil."""
    for folder in ("seeds", "docs", "hooks"):
        shutil.copytree(
            ROOT / folder, target / folder, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info")
        )
    shutil.copy(ROOT / "mkdocs.yml", target)
    return target
