"""A record folder on disk: synthetic seeds, and the project's own settings, adapter, theme, authority files.

Enters: how many releases, a folder, a seed. Leaves: a folder that `mkdocs build -f FOLDER/mkdocs.yml` builds.
The authority files are the project's, but for two: the register of accessions is empty (the project's names
its own seeds), and the list of officials also has the synthetic foreign ministers of countries whose office
is known there, so that a record has established officials as well as provisional ones.
"""

from __future__ import annotations

import random
import re
import shutil
from datetime import date
from pathlib import Path

from synthetic.cast import Cast
from synthetic.corpus import compose, period

ROOT = Path(__file__).resolve().parents[2]
COPIED = ("docs", "hooks", "mkdocs.yml")
OFFICES = {
    "Australia": "australia",
    "Cambodia": "cambodia",
    "Canada": "canada",
    "France": "france",
    "Germany": "germany",
    "Indonesia": "indonesia",
    "Japan": "japan",
    "Singapore": "singapore",
    "Thailand": "thailand",
    "Viet Nam": "vietnam",
    "the Republic of Korea": "south-korea",
}
"""Countries whose foreign minister is an office of the authority files, and what the id calls the country."""
COUNTRIES = {"Viet Nam": "Vietnam", "the Republic of Korea": "South Korea"}
"""English short names, where they are others than those in the releases."""


def write_record(count: int, folder: Path, seed: int = 0) -> int:
    """Write a complete record below `folder`, which must be new or empty; returns the bytes of its seeds."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    copy_settings(folder)
    establish(folder, count, seed)
    return write_seeds(count, folder, seed)


def write_seeds(count: int, folder: Path, seed: int = 0) -> int:
    """Write the raw releases alone; returns their bytes."""
    written = 0
    made: set[Path] = set()
    for release in compose(count, seed):
        path = folder / release.path
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(release.content)
        written += len(release.content)
    return written


def copy_settings(folder: Path) -> None:
    """Copy what a record has beside its seeds."""
    ignored = shutil.ignore_patterns("__pycache__", "*.egg-info", ".*")
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=ignored)
        else:
            shutil.copy(ROOT / name, folder / name)
    register = folder / "docs" / "authority" / "accessions.yml"
    lines = register.read_text("utf-8").splitlines(keepends=True)
    register.write_text("".join(line for line in lines if line.startswith("#")), "utf-8")


def establish(folder: Path, count: int, seed: int) -> None:
    """Add the synthetic foreign ministers to the record's officials."""
    file = folder / "docs" / "authority" / "officials.yml"
    known = set(re.findall(r"^- id: (\S+)", file.read_text("utf-8"), re.M))
    cast = Cast(random.Random(seed), *period(count))
    records = []
    for person, appointments in cast.appointments("foreign").items():
        land = person.land.name
        id = re.sub(r"[^a-z]+", "-", person.name.lower()).strip("-") + "-of-the-record"
        if land not in OFFICES or id in known:
            continue
        known.add(id)
        days = [date.fromordinal(day).isoformat() for _, day in appointments]
        records.append(
            f"\n- id: {id}\n  name: {person.name}\n  country: {COUNTRIES.get(land, land)}\n"
            f"  surname: {person.family}\n  appointments:\n"
            + "".join(
                f"    - {{office: foreign-minister-of-{OFFICES[land]}, since: {day}}}\n" for day in days
            )
        )
    with file.open("a", encoding="utf-8") as officials:
        officials.write("".join(records))
