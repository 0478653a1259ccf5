"""How long an editor waits: `make bench-serve` (needs chromium).

`mkdocs serve` runs on the five seeds, or on a synthetic record; a browser has the page of a release open
while its seed is saved again with a remark, then the page of an official while an editor writes a note and
another name into the record of that person, and then the list of releases while a new seed is copied in.
Measured is the time from the last byte of the file to the new words in the browser, which loads by itself.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "bench")]

from builds import base_folder, machine  # noqa: E402
from peers import Work, ours, prepare_record  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from browsing import CHROMIUM, FLAGS, free_port  # noqa: E402

PATIENCE = 600.0
"""Seconds for the first build."""

NEW = """PRESS RELEASE

Minister Jana Roe Visits the Harbour of Strelsau

On 4 May 2022, H.E. Ms. Jana Roe, Minister of Foreign Affairs of Ruritania, visited the harbour, number {}.
"""


def prepare_seeds(folder: Path) -> None:
    """A copy of the project's own record."""
    for name in ("seeds", "docs", "hooks"):
        shutil.copytree(
            ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info")
        )
    shutil.copy(ROOT / "mkdocs.yml", folder)


def wait_for(address: str, serving: subprocess.Popen[bytes]) -> None:
    """Until the first build is served."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and serving.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"{address} is not served")


def save_again(folder: Path, page: Any, address: str, times: int) -> list[float]:
    """Seconds from saving a seed to its new words in the browser, for seeds all over the record."""
    seeds = sorted((folder / "seeds").rglob("*.txt"))
    readable = [seed for seed in seeds if is_text(seed)]
    spent = []
    for number in range(times):
        seed = readable[(number + 1) * len(readable) // (times + 1)]
        here = seed.relative_to(folder / "seeds").with_suffix("").as_posix()
        page.goto(f"{address}releases/{here}/")
        remark = f"Remark number {number + 1} was added by an editor."
        seed.write_text(f"{seed.read_text('utf-8')}\n\n{remark}\n", "utf-8")
        begun = time.perf_counter()
        page.locator("main", has_text=remark).wait_for()
        spent.append(time.perf_counter() - begun)
    return spent


def write_of_people(folder: Path, page: Any, address: str, times: int) -> list[float]:
    """Seconds from saving officials.yml to the new note in the browser, for people all over the file."""
    file = folder / "docs" / "authority" / "officials.yml"
    without = [(id, lines) for id, lines in records(file.read_text("utf-8")) if "\n  note:" not in lines]
    found = [(id, lines) for id, lines in without if is_there(f"{address}officials/{id}/")]
    spent = []
    for number in range(min(times, len(found))):
        id, lines = found[(number + 1) * len(found) // (times + 1)]
        page.goto(f"{address}officials/{id}/")
        note = f"Remark number {number + 1} was added by an editor."
        more = f"\n  note: {note}"
        if "\n  variants:" not in lines:
            more += f"\n  variants: [Jana Roe of Strelsau {number + 1}]"
        file.write_text(file.read_text("utf-8").replace(f"- id: {id}\n", f"- id: {id}{more}\n"), "utf-8")
        begun = time.perf_counter()
        page.locator("main", has_text=note).wait_for()
        spent.append(time.perf_counter() - begun)
    return spent


def records(text: str) -> list[tuple[str, str]]:
    """The records of an authority file: id, and all of its lines."""
    return [(record.partition("\n")[0].strip(), record) for record in text.split("\n- id: ")[1:]]


def is_there(address: str) -> bool:
    """Whether a page is served."""
    try:
        urllib.request.urlopen(address, timeout=PATIENCE).close()
    except OSError:
        return False
    return True


def copy_in(folder: Path, page: Any, address: str, times: int) -> list[float]:
    """Seconds from copying a new seed in to its page in the browser, which asks for it until it is there."""
    spent = []
    for number in range(times):
        seed = folder / "seeds" / "ruritania" / f"2022-05-0{number + 4}-harbour.txt"
        page.goto(f"{address}releases/")
        seed.parent.mkdir(exist_ok=True)
        seed.write_text(NEW.format(number), "utf-8")
        begun = time.perf_counter()
        with page.expect_event("load", timeout=PATIENCE * 1000):
            pass
        page.goto(f"{address}releases/ruritania/{seed.stem}/")
        page.locator("main", has_text=f"number {number}").wait_for()
        spent.append(time.perf_counter() - begun)
    return spent


def is_text(seed: Path) -> bool:
    """Whether a seed is whole UTF-8 with something in it."""
    try:
        return bool(seed.read_text("utf-8").strip())
    except UnicodeDecodeError:
        return False


def said(spent: list[float]) -> str:
    """Median and all of them."""
    return f"{statistics.median(spent):.1f} s ({', '.join(f'{one:.1f}' for one in spent)})"


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="make bench-serve BENCH='…'", description=__doc__)
    parser.add_argument("--count", type=int, default=0, help="synthetic releases (default: the five seeds)")
    parser.add_argument("--seed", type=int, default=1, help="of the synthetic record (default 1)")
    parser.add_argument("--times", type=int, default=5, help="edits of each kind (default 5)")
    asked = parser.parse_args()
    base = base_folder()
    folder = base / "record"
    if asked.count:
        prepare_record(Work(asked.count, asked.seed), folder)
    else:
        prepare_seeds(folder)
    address = f"127.0.0.1:{free_port()}"
    begun = time.perf_counter()
    serving = subprocess.Popen(
        (sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address),
        cwd=folder,
        env={**os.environ, **ours(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(f"http://{address}/", serving)
        print(f"{asked.count or 'five'} releases, {machine()}, load {os.getloadavg()[0]:.1f}")
        print(f"first page after {time.perf_counter() - begun:.1f} s")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
            page = browser.new_page()
            page.set_default_timeout(PATIENCE * 1000)
            print(
                "a saved seed on its open page after",
                said(save_again(folder, page, f"http://{address}/", asked.times)),
            )
            print(
                "a note and a name of an official on the open page after",
                said(write_of_people(folder, page, f"http://{address}/", asked.times)),
            )
            print(
                "the page of a new seed after", said(copy_in(folder, page, f"http://{address}/", asked.times))
            )
            browser.close()
    finally:
        serving.terminate()
        serving.wait(30)
        shutil.rmtree(base, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
