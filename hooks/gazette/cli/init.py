"""`gazette init`: a new record, with this engine in it.

Enters: an empty folder, and how the record is called. Leaves: settings, empty authority files with examples,
pages, a test, and the engine as a wheel in engine/, so that the record can be built again without whoever
made it. Nothing is asked on the terminal, nothing is fetched. Must not be known here: what any record holds.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import importlib.metadata
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from gazette import __version__
from gazette.authority import SCHEMAS, modeline, render_completion, render_schemas
from gazette.authority.schema import KEYS, country_name
from gazette.cli.places import WrongCommand
from gazette.pages.release import LANGUAGES
from gazette_site import BASE, GITHUB, IS_CHECKOUT, REQUIREMENTS, SKELETON, WORKFLOWS

AUTHORITY = "docs/authority"

LONGEST_NAME = 120
LAST_LINES = 12
"""Of what pip said when it failed."""

FIRST_TIME = (1980, 1, 1, 0, 0, 0)
"""Of every file in a wheel made here, so that the same engine gives the same bytes."""

NOT_PACKED = frozenset({"RECORD", "INSTALLER", "REQUESTED", "direct_url.json"})
"""What an installation adds to a wheel, or says of it."""

NOT_A_NAME = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|&])")
MARKER = re.compile(r"%([a-z_]+)%")


class NotInitialised(Exception):
    """There is no new record; says why, and what to do."""


def make_record(target: Path, name: str, countries: Sequence[str], languages: Sequence[str]) -> list[str]:
    """Write a new record into a folder that is empty or not there; the paths of its files.

    It is put together beside its place and moved there when all is written.
    """
    values = values_of(name, countries, languages)
    home = target.absolute()
    if home.exists() and (not home.is_dir() or any(home.iterdir())):
        raise NotInitialised(f"{target} is not empty; name a folder that is empty or does not exist yet")
    try:
        home.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".init-", dir=home.parent) as folder:
            draft = Path(folder) / "record"
            for path, text in files_of(values):
                (draft / path).parent.mkdir(parents=True, exist_ok=True)
                (draft / path).write_text(text, "utf-8", newline="\n")
            write_engine(draft)
            written = sorted(
                file.relative_to(draft).as_posix() for file in draft.rglob("*") if file.is_file()
            )
            if home.is_dir():
                home.rmdir()
            os.replace(draft, home)
    except OSError as error:
        raise NotInitialised(f"{target} cannot be written: {error.strerror or error}") from error
    return written


def renew_engine(root: Path) -> list[str]:
    """Put this engine, with the libraries that it pins, into a record that is there; the paths written.

    What the record had stands until all is written.
    """
    if not (root / "mkdocs.yml").is_file() or not (root / "engine" / "requirements.txt").is_file():
        raise NotInitialised(f"{root} is no record with an engine in engine/; `gazette init` makes one")
    try:
        with tempfile.TemporaryDirectory(prefix=".init-", dir=root) as folder:
            draft = Path(folder)
            write_engine(draft)
            libraries = draft / "requirements.txt"
            libraries.write_text(pinned(REQUIREMENTS.read_text("utf-8")), "utf-8", newline="\n")
            (wheel,) = (draft / "engine").glob("*.whl")
            earlier = [path for path in (root / "engine").glob("*.whl") if path.name != wheel.name]
            for file in (wheel, draft / "engine" / "requirements.txt", libraries):
                os.replace(file, root / file.relative_to(draft))
            for path in earlier:
                path.unlink()
    except OSError as error:
        raise NotInitialised(f"{root} cannot be written: {error.strerror or error}") from error
    return ["requirements.txt", "engine/requirements.txt", f"engine/{wheel.name}"]


# --- what is written ---------------------------------------------------------------------------------


def values_of(name: str, countries: Sequence[str], languages: Sequence[str]) -> dict[str, str]:
    """What stands for each marker of the skeleton; raises `WrongCommand` where an option cannot be."""
    name = name.strip()
    if not name or len(name) > LONGEST_NAME or NOT_A_NAME.search(name):
        raise WrongCommand(
            f"--name: expected one line of 1 to {LONGEST_NAME} letters, such as 'Strelsau Council Record'"
        )
    known = [(given, country_name(given)) for given in countries]
    if unknown := [given for given, found in known if not found]:
        raise WrongCommand(f"--countries: {unknown[0]!r} is no English name of a country, such as Japan")
    if strange := [tag for tag in languages if tag not in LANGUAGES]:
        raise WrongCommand(f"--language: {strange[0]!r} is none of {', '.join(LANGUAGES)}")
    where = _listed(list(dict.fromkeys(found for _, found in known if found)))
    description = (
        f"Press releases on {where}, with every fact beside its sentence."
        if where
        else ("Press releases, with every fact beside its sentence.")
    )
    return {
        "name": MARKDOWN.sub(r"\\\1", name),
        "yaml_name": json.dumps(name, ensure_ascii=False),
        "description": MARKDOWN.sub(r"\\\1", description),
        "yaml_description": json.dumps(description, ensure_ascii=False),
        "languages": say_languages(languages),
    }


def say_languages(languages: Sequence[str]) -> str:
    """What a reader should know of the languages of a record."""
    if not languages or list(languages) == ["en"]:
        return "Dates, people, offices and events are read from English texts."
    spoken = _listed([LANGUAGES[tag] for tag in dict.fromkeys(languages)])
    return (
        f"The releases are in {spoken}. All are kept, shown and searched alike; dates, people, offices and"
        " events are read from English texts, and in other languages an editor writes them down."
    )


def _listed(words: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"; "" of nothing."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def files_of(values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Path and text of each file of the skeleton: `dot-x` stands for `.x`, an ending `.in` falls away."""
    for file in sorted(path for path in SKELETON.rglob("*") if path.is_file()):
        path = file.relative_to(SKELETON)
        if "__pycache__" in path.parts:
            continue
        parts = [part.replace("dot-", ".", 1) if part.startswith("dot-") else part for part in path.parts]
        text = file.read_text("utf-8")
        if path.parent.as_posix() == AUTHORITY:
            text = modeline(path.stem) + text
        yield (
            "/".join(parts).removesuffix(".in"),
            MARKER.sub(lambda found: values.get(found[1], found[0]), text),
        )
    for name in sorted(KEYS.keys() - {path.stem for path in (SKELETON / AUTHORITY).glob("*.yml")}):
        yield f"{AUTHORITY}/{name}.yml", modeline(name) + empty_authority(name)
    for name, text in render_schemas():
        yield f"{SCHEMAS}/{name}", text
    yield ".vscode/settings.json", render_completion()
    for name in WORKFLOWS:
        yield f".github/workflows/{name}.yml", (GITHUB / "workflows" / f"{name}.yml").read_text("utf-8")
    for file in sorted((GITHUB / "ISSUE_TEMPLATE").glob("*.yml")):
        yield f".github/ISSUE_TEMPLATE/{file.name}", file.read_text("utf-8")
    yield "requirements.txt", pinned(REQUIREMENTS.read_text("utf-8"))


def empty_authority(name: str) -> str:
    """An authority file without records, for one that the skeleton does not have: a list of its keys."""
    keys = "".join(f"# {key.name:<14}{key.says}".rstrip() + "\n" for key in KEYS[name])
    return f"# {name.capitalize()}. Keys of a record:\n#\n{keys}"


def pinned(lock: str) -> str:
    """The libraries of a build as the engine pins them, without the lines that say how the list was made."""
    lines = [line for line in lock.splitlines() if not line.startswith("#")]
    head = "# The libraries of a build, each with the digests of its files. They come with the engine."
    return "\n".join((head, *lines, ""))


# --- the engine --------------------------------------------------------------------------------------


def write_engine(root: Path) -> None:
    """The engine as a wheel in engine/ of a record, and the line by which pip installs it."""
    folder = root / "engine"
    folder.mkdir(parents=True)
    wheel = build_wheel(folder) if IS_CHECKOUT else pack_wheel(folder)
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    line = f"./engine/{wheel.name} --hash=sha256:{digest}"
    (folder / "requirements.txt").write_text(f"# The engine of this record.\n{line}\n", "utf-8", newline="\n")


def build_wheel(folder: Path) -> Path:
    """The wheel of the checkout from which this runs; nothing is fetched."""
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / "source"
        for part in (".github", "hooks", "docs/overrides", "docs/assets", "requirements"):
            ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
            shutil.copytree(BASE / part, source / part, ignore=ignored)
        for part in ("pyproject.toml", "setup.py", "MANIFEST.in", "README.md", "LICENSE"):
            shutil.copy(BASE / part, source)
        command = [
            sys.executable,
            "-m",
            "pip",
            "wheel",
            "--quiet",
            "--disable-pip-version-check",
            "--no-deps",
        ]
        command += ["--no-build-isolation", "--no-index", "--wheel-dir", place, str(source)]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        built = sorted(Path(place).glob("*.whl"))
        if done.returncode or not built:
            said = "\n".join((done.stdout + done.stderr).splitlines()[-LAST_LINES:])
            raise NotInitialised(
                f"the engine could not be packed; `make serve` installs what it takes\n{said}"
            )
        wheel = folder / built[0].name
        with zipfile.ZipFile(built[0]) as packed:
            names = sorted(name for name in packed.namelist() if PurePosixPath(name).name not in NOT_PACKED)
            write_wheel(wheel, [(name, packed.read(name)) for name in names])
        return wheel


def pack_wheel(folder: Path) -> Path:
    """The wheel from which this engine was installed, put together again from its files."""
    found = importlib.metadata.distribution("gazette")
    site = Path(str(found.locate_file(""))).resolve()
    wheel = folder / f"gazette-{__version__}-py3-none-any.whl"
    packed = []
    for file in sorted(found.files or (), key=str):
        path = (site / str(file)).resolve()
        if ".." in file.parts or "__pycache__" in file.parts or file.name in NOT_PACKED:
            continue
        packed.append((file.as_posix(), path.read_bytes()))
    if not packed:
        raise NotInitialised("the files of the installed engine are not listed; install it from a wheel")
    write_wheel(wheel, packed)
    return wheel


def write_wheel(wheel: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """A wheel of these files, the same bytes each time, with the list of their digests that pip checks."""
    listed = io.StringIO()
    rows = csv.writer(listed, lineterminator="\n")
    record = ""
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files:
            digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
            rows.writerow((name, f"sha256={digest}", len(content)))
            packed.writestr(_entry(name), content)
            if name.endswith(".dist-info/METADATA"):
                record = f"{name.removesuffix('METADATA')}RECORD"
        rows.writerow((record, "", ""))
        packed.writestr(_entry(record), listed.getvalue())


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, FIRST_TIME)
    entry.create_system = 3  # Unix, whatever machine writes it
    entry.external_attr = 0o644 << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry
