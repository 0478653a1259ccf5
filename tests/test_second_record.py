"""A second record: the engine as a wheel, installed elsewhere, makes a record out of an empty folder.

The libraries are those of this environment; nothing is fetched.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from gazette.authority import load_authority
from gazette.authority.schema import APPOINTMENT, KEYS
from gazette.cli import init as room
from gazette.cli import main
from gazette.cli.init import build_wheel, make_record, say_languages, values_of
from gazette.cli.places import WrongCommand
from gazette.cli.schema import stale_schemas
from gazette.vocabulary.countries import COUNTRIES
from gazette_site import SKELETON, lent_assets
from support import ROOT

NAME = "Strelsau Council Record"
OURS = re.compile("cambodi|japan|khmer|mfaic|tokyo|phnom penh|foreign minist", re.I)
"""Words of this record, which another one must not say."""

RELEASE = """\
STRELSAU TOWN HALL

PRESS RELEASE

Mayor Opens the New Tram Line

On 3 May 2024, Mayor Jana Roe met Professor John Doe, Rector of the University of Strelsau, at the Town Hall \
in Strelsau to open the new tram line to the campus.

The Mayor said that the line would carry twelve thousand passengers a day.

Strelsau, 4 May 2024
"""


@dataclass(frozen=True)
class Installed:
    """An environment of its own with the engine, and the wheel from which it was installed."""

    folder: Path
    wheel: Path

    def run(self, *command: str, at: Path) -> subprocess.CompletedProcess[str]:
        """Run a program without anything of this environment."""
        kept = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "SITE_URL")}
        return subprocess.run(
            command,
            cwd=at,
            env={**kept, "NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    def gazette(self, *arguments: str, at: Path) -> subprocess.CompletedProcess[str]:
        """Run the command as it was installed."""
        return self.run(str(self.folder / "bin" / "gazette"), *arguments, at=at)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The engine, installed from a wheel into an environment that borrows only its libraries."""
    folder = tmp_path_factory.mktemp("installed")
    wheel = build_wheel(folder)
    venv.create(folder / "venv", with_pip=False)
    python = folder / "venv" / "bin" / "python"
    site = next((folder / "venv" / "lib").glob("python*")) / "site-packages"
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    command = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps"]
    done = subprocess.run([*command, "--no-index", str(wheel)], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return Installed(folder / "venv", wheel)


@pytest.fixture(scope="module")
def record(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record that the installed engine made, with one release of its own, registered."""
    folder = tmp_path_factory.mktemp("second")
    done = installed.gazette("init", "council", "--name", NAME, at=folder)
    assert done.returncode == 0, done.stderr
    root = folder / "council"
    (root / ".venv").symlink_to(installed.folder)
    (installed.folder / ".site-ready").touch()
    seed = root / "seeds" / "town-hall" / "2024-05-03-tram-line.txt"
    seed.parent.mkdir(parents=True)
    seed.write_text(RELEASE, "utf-8")
    said = installed.gazette("check", at=root).stdout
    printed = re.search(r"^- seed: .*?^  rights: [^\n]+$", said, re.M | re.S)
    assert printed, said
    register = root / "docs" / "authority" / "accessions.yml"
    told = (
        printed[0].replace("body: …", "body:").replace("source: …", "source: The website of the Town Hall.")
    )
    register.write_text(register.read_text("utf-8") + "\n" + told + "\n", "utf-8")
    return root


# --- the package -------------------------------------------------------------------------------------


def test_the_wheel_holds_the_engine_and_nothing_of_this_record(installed: Installed) -> None:
    with zipfile.ZipFile(installed.wheel) as wheel:
        names = wheel.namelist()
    assert {name.partition("/")[0] for name in names} == {
        "gazette",
        "gazette_site",
        "gazette-0.1.0.dist-info",
    }
    engine = {
        path.relative_to(ROOT / "hooks").as_posix() for path in (ROOT / "hooks" / "gazette").rglob("*.py")
    }
    assert engine <= set(names)
    adapter = {f"gazette_site/hooks/{path.name}" for path in (ROOT / "hooks").glob("*.py")}
    assert adapter == {name for name in names if name.startswith("gazette_site/hooks/")}
    assert {f"gazette_site/docs/assets/{name}" for name in lent_assets()} <= set(names)
    skeleton = {path.relative_to(SKELETON).as_posix() for path in SKELETON.rglob("*") if path.is_file()}
    assert {f"gazette_site/skeleton/{name}" for name in skeleton if "__pycache__" not in name} <= set(names)
    assert not [
        name for name in names if name.startswith(("tests/", "seeds/")) or name.endswith((".png", ".pyc"))
    ]


def test_the_source_package_has_neither_tests_nor_seeds(tmp_path: Path) -> None:
    source = tmp_path / "source"
    ignored = shutil.ignore_patterns(".[!g]*", ".git", "__pycache__", "*.egg-info", "site", "dist", "build")
    shutil.copytree(ROOT, source, ignore=ignored)
    build = f"from setuptools.build_meta import build_sdist as b; b({str(tmp_path)!r})"
    done = subprocess.run(
        [sys.executable, "-c", build], cwd=source, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    (made,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(made) as packed:
        names = [name.partition("/")[2] for name in packed.getnames()]
    assert {"setup.py", "pyproject.toml", "hooks/publish.py", "docs/overrides/main.html"} <= set(names)
    assert "hooks/gazette_site/skeleton/tests/test_record.py.in" in names
    assert not [name for name in names if name.startswith(("tests/", "seeds/", "docs/authority"))]


def test_the_engine_in_a_new_record_is_the_one_that_was_installed(installed: Installed, record: Path) -> None:
    (wheel,) = (record / "engine").glob("*.whl")
    assert wheel.read_bytes() == installed.wheel.read_bytes()
    assert room.hashlib.sha256(wheel.read_bytes()).hexdigest() in (
        record / "engine" / "requirements.txt"
    ).read_text("utf-8")


def test_the_libraries_of_a_new_record_are_pinned_by_digest(record: Path) -> None:
    pinned = (record / "requirements.txt").read_text("utf-8")
    names = re.findall(r"^([a-z0-9-]+)==", pinned, re.M)
    assert {"mkdocs", "markdown-it-py", "ruamel-yaml"} <= set(names) and "gazette" not in names
    assert pinned.count("--hash=sha256:") >= len(names)


# --- the record --------------------------------------------------------------------------------------


def test_its_make_test_and_make_site_work(installed: Installed, record: Path) -> None:
    tested = installed.run("make", "test", at=record)
    assert tested.returncode == 0 and "Ran 3 tests" in tested.stderr, tested.stdout + tested.stderr
    built = installed.run("make", "site", at=record)
    assert built.returncode == 0, built.stdout + built.stderr
    site = record / "site"
    page = (site / "releases" / "town-hall" / "2024-05-03-tram-line" / "index.html").read_text("utf-8")
    assert "twelve thousand passengers" in page and "Jana Roe" in page and "3 May 2024" in page
    assert NAME in page and "assets/record.css" in page
    for name in lent_assets():
        assert (site / "assets" / name).read_bytes() == (ROOT / "docs" / "assets" / name).read_bytes()
    said = [path for path in site.rglob("*.html") if OURS.search(path.read_text("utf-8"))]
    assert said == []


def test_its_make_test_fails_where_something_is_wrong(installed: Installed, record: Path) -> None:
    seed = record / "seeds" / "town-hall" / "2024-05-03-tram-line.txt"
    seed.write_text(RELEASE + "changed\n", "utf-8")
    try:
        tested = installed.run("make", "test", at=record)
    finally:
        seed.write_text(RELEASE, "utf-8")
    assert tested.returncode != 0 and "seed-changed" in tested.stderr


def test_its_own_templates_and_style_sheets_stand_in_place_of_the_engine_s(
    installed: Installed, record: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    shutil.copytree(record, own, symlinks=True, ignore=shutil.ignore_patterns("site", ".cache"))
    (own / "docs" / "assets").mkdir()
    (own / "docs" / "assets" / "record.css").write_text("/* ours */")
    (own / "docs" / "overrides" / "404.html").write_text("nothing here")
    built = installed.run("make", "site", at=own)
    assert built.returncode == 0, built.stdout + built.stderr
    assert (own / "site" / "assets" / "record.css").read_text() == "/* ours */"
    assert (own / "site" / "404.html").read_text() == "nothing here"
    assert (own / "site" / "assets" / "record.js").is_file()


def test_its_make_lists_its_commands(installed: Installed, record: Path) -> None:
    said = installed.run("make", at=record).stdout
    targets = re.findall(r"^([a-z]+):.*## ", (record / "Makefile").read_text("utf-8"), re.M)
    assert targets and all(f"make {target} " in said for target in targets)


# --- what is written ---------------------------------------------------------------------------------


def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *options: str) -> Path:
    """A record made in this process, without the engine's wheel, which takes a while."""
    monkeypatch.setattr(room, "write_engine", lambda root: None)
    assert main(["init", str(tmp_path / "new"), *options]) == 0
    return tmp_path / "new"


def test_every_authority_file_is_there_with_its_keys_and_reads_without_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = written(tmp_path, monkeypatch, "--name", "A") / "docs" / "authority"
    assert {path.stem for path in folder.glob("*.yml")} == set(KEYS)
    for name, keys in KEYS.items():
        text = (folder / f"{name}.yml").read_text("utf-8")
        expected = [key.name for key in keys] + [key.name for key in APPOINTMENT if name == "officials"]
        assert [key for key in expected if not re.search(rf"^#.*\b{key}\b", text, re.M)] == []
        assert text.startswith(f"# yaml-language-server: $schema=schemas/{name}.json\n")
    assert load_authority(folder).problems == ()
    assert stale_schemas(folder.parents[1]) == {}
    assert (folder.parents[1] / ".vscode" / "settings.json").is_file()


def test_an_authority_file_that_the_skeleton_lacks_is_made_of_its_keys(tmp_path: Path) -> None:
    (tmp_path / "topics.yml").write_text(room.empty_authority("topics"), "utf-8")
    text = (tmp_path / "topics.yml").read_text("utf-8")
    assert all(f"\n# {key.name}" in text for key in KEYS["topics"])
    assert load_authority(tmp_path).problems == () and not load_authority(tmp_path).topics


def test_the_examples_are_records_that_can_be_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = written(tmp_path, monkeypatch, "--name", "A") / "docs" / "authority"
    used = 0
    for path in folder.glob("*.yml"):
        _, marker, example = path.read_text("utf-8").partition(
            '# An example (take "# " away to use it):\n#\n'
        )
        if marker:
            path.write_text(re.sub("^# ?", "", example, flags=re.M), "utf-8")
            used += 1
    known = load_authority(folder)
    assert used >= 8 and known.problems == ()
    assert known.officials["jana-roe"].appointments[0].office in known.offices
    assert known.topics and known.terms and known.events and known.corrections and known.accessions


def test_a_name_is_only_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = "A: 'b' \"c\" # {d} <script>*e*</script> %name% !ENV"
    root = written(
        tmp_path, monkeypatch, "--name", name, "--countries", "France, Germany", "--language", "fr,de"
    )
    text = (root / "mkdocs.yml").read_text("utf-8").replace("!ENV ", "")
    settings = yaml.safe_load(text.replace('"A: ', '"A: ', 1))
    assert settings["site_name"] == name.replace("!ENV ", "")
    assert "France and Germany" in settings["site_description"]
    assert "<script>" not in (root / "docs" / "index.md").read_text("utf-8")
    assert "French and German" in (root / "docs" / "about.md").read_text("utf-8")


def test_nothing_of_this_record_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = written(tmp_path, monkeypatch, "--name", "A")
    said = [path for path in root.rglob("*") if path.is_file() and OURS.search(path.read_text("utf-8"))]
    assert [path for path in said if path.parent.name != "schemas"] == []
    for path in said:  # the schemas list all countries of the world, and say nothing else of any
        words = set(re.findall(r'"([^"]*)"', path.read_text("utf-8")))
        assert [one for one in words - {country.name for country in COUNTRIES} if OURS.search(one)] == []
    left = [
        path for path in root.rglob("*") if path.is_file() and room.MARKER.search(path.read_text("utf-8"))
    ]
    assert left == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--name", ""], "--name: expected one line"),
        (["--name", "a\nb"], "--name: expected one line"),
        (["--name", "a\u202eb"], "--name: expected one line"),
        (["--name", "a" * 121], "--name: expected one line"),
        (["--name", "A", "--countries", "Ruritania"], "'Ruritania' is no English name of a country"),
        (["--name", "A", "--language", "tlh"], "'tlh' is none of en, fr"),
    ],
)
def test_a_wrong_option_says_what_was_expected(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], said: str
) -> None:
    assert main(["init", str(tmp_path / "new"), *options]) == 2
    assert said in capsys.readouterr().err and list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("inside", ["file", "folder", ".hidden"])
def test_a_folder_that_holds_anything_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], inside: str
) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / inside).mkdir()
    assert main(["init", str(tmp_path / "new"), "--name", "A"]) == 1
    assert "is not empty" in capsys.readouterr().err
    assert [path.name for path in (tmp_path / "new").iterdir()] == [inside]


def test_the_engine_of_a_record_is_renewed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = written(tmp_path, monkeypatch, "--name", "A")

    def engine(version: str) -> None:
        def write(folder: Path) -> None:
            (folder / "engine").mkdir()
            (folder / "engine" / f"gazette-{version}.whl").write_text(version)
            (folder / "engine" / "requirements.txt").write_text(version)

        monkeypatch.setattr(room, "write_engine", write)

    engine("1")
    assert main(["init", "--renew", str(root)]) == 1
    assert "no record with an engine" in capsys.readouterr().err
    room.write_engine(root)
    (root / "requirements.txt").write_text("old")
    engine("2")
    assert main(["init", "--renew", str(root)]) == 0
    assert sorted(path.name for path in (root / "engine").iterdir()) == ["gazette-2.whl", "requirements.txt"]
    assert "mkdocs==" in (root / "requirements.txt").read_text() and not list(root.glob(".init-*"))


def test_an_empty_folder_is_filled_and_a_file_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "new").mkdir()
    assert (written(tmp_path, monkeypatch, "--name", "A") / "mkdocs.yml").is_file()
    (tmp_path / "file").write_text("")
    assert main(["init", str(tmp_path / "file"), "--name", "A"]) == 1


def test_what_fails_on_the_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(root: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(room, "write_engine", fail)
    with pytest.raises(room.NotInitialised, match="No space left"):
        make_record(tmp_path / "new", "A", (), ("en",))
    assert list(tmp_path.iterdir()) == []


def test_words_for_countries_and_languages() -> None:
    assert "on France." not in values_of("A", (), ("en",))["description"]
    assert "on France, " in values_of("A", ("France",), ("en",))["description"]
    assert "are read from English texts." in say_languages(["en"])
    with pytest.raises(WrongCommand):
        values_of("A", ("Frence",), ())
