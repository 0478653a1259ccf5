"""How the search does beside Material's own and stock Pagefind: `make bench-search` (needs chromium).

Material's site is built with and without its search: the difference is the time of the index, and the
files that only the one site has are the index; ours says in its log what the index took. Then a browser asks:
a fresh one for each query, served and from a folder on disk, from opening the page to the first result. A
searcher is driven only through its page.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from time import perf_counter
from urllib.parse import quote

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "bench")]

from builds import base_folder, machine, today  # noqa: E402
from measure import Run, run, size_of  # noqa: E402
from peers import PEERS, Peer, Work, mkdocs, ours  # noqa: E402
from playwright.sync_api import Browser, Error, sync_playwright  # noqa: E402
from report import markdown_table, write_report  # noqa: E402

from browsing import CHROMIUM, FLAGS, Quiet  # noqa: E402
from synthetic import compose  # noqa: E402

HEADS = (
    "",
    "index s",
    "build MB",
    "index MB",
    "index files",
    "first query KB",
    "of it filters KB",
    "hosted s",
    "from disk s",
)
PATIENCE = 30.0
"Seconds after which a query is given up."
PLAIN_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Search</title><ol></ol>
<script type="module">
const pagefind = await import("./pagefind/pagefind.js");
const found = await pagefind.search(new URLSearchParams(location.search).get("q"));
for (const one of found.results.slice(0, 5)) {
  const page = await one.data();
  const line = document.createElement("li");
  line.textContent = page.meta.title + ": " + page.plain_excerpt;
  document.querySelector("ol").append(line);
}
</script></html>
"""


@dataclass(frozen=True, slots=True)
class Built:
    """A site with a search: seconds of the index alone, the run that made it, the files of the index."""

    seconds: float
    run: Run
    index: frozenset[str]


@dataclass(frozen=True, slots=True)
class Searcher:
    """A search: how its sites are built, and where it shows what it finds."""

    name: str
    peer: str
    "Whose work it searches."
    build: Callable[[Path, Path], Built]
    "From source and output folder."
    from_disk: Callable[[Path, Path], Path]
    "Source folder and hosted site → a site that can be opened from disk."
    page: str
    "Path of the search page below the hosted site; `?q=` follows."
    disk_page: str
    first: str
    "CSS selector of the first result."


def succeed(done: Run, what: str) -> Run:
    """The run, or the end of the benchmark."""
    if done.status:
        raise SystemExit(f"{what} ended with {done.status}:\n{done.said[-20_000:]}")
    return done


def build_ours(folder: Path, site: Path) -> Built:
    """Ours as it is opened from disk, which is searched alike when it is served: one build is long enough.

    How long the index took of it stands in the log of the build.
    """
    (folder / "from-disk.yml").write_text("INHERIT: mkdocs.yml\nuse_directory_urls: false\n", "utf-8")
    command = [part for part in mkdocs("from-disk.yml")(folder, site) if part != "--quiet"]
    done = succeed(run((*command, "--verbose"), folder, ours(folder)), "the build")
    spent = re.search(r"write the index: ([0-9.]+) s", done.said)
    if not spent:
        raise SystemExit("the log of the build does not say how long the index took")
    index = frozenset(path for path in paths(site) if path.startswith("concordance/"))
    return Built(float(spent[1]), done, index)


def paths(site: Path) -> frozenset[str]:
    """Every file of a site."""
    return frozenset(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())


def build_material(folder: Path, site: Path) -> Built:
    """Material without, then with its search plugin."""
    settings = (folder / "mkdocs.yml").read_text("utf-8")
    (folder / "bare.yml").write_text(settings.replace("[search, tags]", "[tags]"), "utf-8")
    bare = site.with_name("bare-site")
    without = succeed(run(mkdocs("bare.yml")(folder, bare), folder), "the build without the search")
    done = succeed(run(mkdocs("mkdocs.yml")(folder, site), folder), "the build with the search")
    index = paths(site) - paths(bare)
    shutil.rmtree(bare)
    return Built(done.wall - without.wall, done, index)


def same_folder(folder: Path, site: Path) -> Path:
    """A searcher without another form for the disk."""
    return site


def build_pagefind(folder: Path, site: Path) -> Built:
    """Stock Pagefind over the pages that a peer wrote, with a page of a few lines to ask it."""
    peer = peer_of("hugo") if not peer_of("hugo").missing() else peer_of("material")
    succeed(run(peer.command(folder, site), folder, peer.extra(folder)), "the pages for Pagefind")
    before = paths(site)
    done = succeed(run((sys.executable, "-m", "pagefind", "--site", str(site)), folder), "Pagefind")
    index = paths(site) - before
    (site / "ask.html").write_text(PLAIN_PAGE, "utf-8")
    return Built(done.wall, done, index)


def peer_of(name: str) -> Peer:
    """A peer by name."""
    return next(peer for peer in PEERS if peer.name == name)


SEARCHERS: tuple[Searcher, ...] = (
    Searcher(
        "ours",
        "ours",
        build_ours,
        same_folder,
        "search/index.html",
        "search/index.html",
        "ol.found > li",
    ),
    Searcher(
        "material", "material", build_material, same_folder, "", "index.html", ".md-search-result__list > li"
    ),
    Searcher("pagefind", "hugo", build_pagefind, same_folder, "ask.html", "ask.html", "ol > li"),
)
NAMES = {"ours": "this project", "material": "Material's search", "pagefind": "stock Pagefind"}


def queries(work: Work) -> list[str]:
    """What is asked: people, phrases, and rare names out of the releases at three places of the record."""
    asked = ["climate change", '"rule of law"', "free trade agreement", "scholarships for students"]
    releases = [release for release in compose(work.count, work.seed) if not release.hard]
    for place in (1, 2, 3):
        release = releases[len(releases) * place // 4]
        asked.append(release.people[1])
        rare = re.findall(r"[a-z] ([A-Z][a-z]{6,})\b", release.paragraphs[-1])
        asked += rare[:1]
    return asked


# --- a browser asks ------------------------------------------------------------------------------


class Counting(Quiet):
    """A file server that counts what it sends."""

    sent: dict[str, int]

    def send_header(self, keyword: str, value: str) -> None:
        """Note the length of each answer."""
        if keyword.lower() == "content-length":
            path = self.path.partition("?")[0].lstrip("/")
            self.sent[path] = self.sent.get(path, 0) + int(value)
        super().send_header(keyword, value)


class Server(ThreadingHTTPServer):
    """A browser asks for many files at once; on a busy machine the usual queue of five is too short."""

    request_queue_size = 64


@contextmanager
def counting(folder: Path) -> Iterator[tuple[str, dict[str, int]]]:
    """A served folder: its address, and the bytes sent by path."""
    sent: dict[str, int] = {}
    made = type("CountingHere", (Counting,), {"sent": sent})
    with Server(("127.0.0.1", 0), partial(made, directory=str(folder))) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}/", sent
        running.shutdown()


def ask(browser: Browser, address: str, first: str) -> float | None:
    """Seconds from opening a page to its first result; None where there was none in time."""
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("requestfailed", lambda request: said.append(f"{request.url}: {request.failure}"))
    start = perf_counter()
    try:
        page.goto(address, wait_until="commit", timeout=1000 * PATIENCE)
        page.wait_for_selector(first, timeout=1000 * PATIENCE)
        return perf_counter() - start
    except Error:
        print("no result:", address, *said[:3], sep="\n  ", file=sys.stderr)
        return None
    finally:
        context.close()


def ask_all(browser: Browser, addresses: Sequence[str], first: str) -> tuple[float | None, int]:
    """Median seconds of the queries, and how many were answered; gives up after two that were not."""
    times: list[float] = []
    failed = 0
    for address in addresses:
        spent = ask(browser, address, first)
        if spent is None:
            failed += 1
            if failed == 2 and not times:
                break
        else:
            times.append(spent)
    return (statistics.median(times) if times else None), len(times)


def measure(searcher: Searcher, work: Work, base: Path, browser: Browser) -> tuple[str, ...]:
    """A row of the table."""
    folder, site = base / searcher.name / "work", base / searcher.name / "site"
    peer = peer_of(searcher.peer)
    if peer.missing():
        peer = peer_of("material")
    peer.prepare(work, folder)
    built = searcher.build(folder, site)
    size = sum((site / path).stat().st_size for path in built.index)
    asked = queries(work)
    with counting(site) as (address, sent):
        ask(browser, f"{address}{searcher.page}?q={quote(asked[0])}", searcher.first)
        loaded = sum(sent.values())
        filters = sum(length for path, length in sent.items() if path.endswith("/filters.js"))
        hosted, answered = ask_all(
            browser, [f"{address}{searcher.page}?q={quote(one)}" for one in asked], searcher.first
        )
    disk = searcher.from_disk(folder, site)
    opened = (disk / searcher.disk_page).as_uri()
    from_disk, _ = ask_all(browser, [f"{opened}?q={quote(one)}" for one in asked], searcher.first)
    print(
        f"{searcher.name}: {answered} of {len(asked)} queries answered, site {size_of(site)}, built in "
        f"{built.run.wall:.0f} s, {built.run.cpu:.0f} s of processors",
        *re.findall(r"[a-z ]+: [0-9.]+ s, [0-9.]+ s of them here", built.run.said),
        sep="\n  ",
        file=sys.stderr,
    )
    shutil.rmtree(base / searcher.name)
    return (
        NAMES[searcher.name],
        f"{built.seconds:.1f}",
        f"{(built.run.memory or 0) / 1e6:.0f}",
        f"{size / 1e6:.1f}",
        str(len(built.index)),
        f"{loaded / 1e3:.0f}",
        f"{filters / 1e3:.0f}",
        f"{hosted:.2f}" if hosted else "none",
        f"{from_disk:.2f}" if from_disk else "none",
    )


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(prog="make bench-search BENCH='…'", description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, help="releases (default 10000)")
    parser.add_argument("--seed", type=int, default=1, help="of the synthetic corpus (default 1)")
    parser.add_argument("--only", action="append", choices=list(NAMES), help="measure only these")
    parser.add_argument("--keep", action="store_true", help="write docs/benchmarks.md")
    asked = parser.parse_args()
    if not CHROMIUM.is_file():
        raise SystemExit(f"no browser at {CHROMIUM} (Debian: apt-get install chromium)")
    base = base_folder()
    rows = []
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
            for searcher in SEARCHERS:
                if not asked.only or searcher.name in asked.only:
                    rows.append(measure(searcher, Work(asked.count, asked.seed), base, browser))
                    print(" | ".join(rows[-1]), file=sys.stderr, flush=True)
            browser.close()
    finally:
        shutil.rmtree(base, ignore_errors=True)
    written = {
        "count": asked.count,
        "day": today(),
        "seed": asked.seed,
        "machine": machine(),
        "load": [round(each, 1) for each in os.getloadavg()],
        "heads": HEADS,
        "rows": rows,
    }
    print(f"{asked.count} releases, {written['machine']}, load {written['load'][0]}")
    print(markdown_table(HEADS, rows))
    folder = ROOT / "build" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"search-{asked.count}.json").write_text(json.dumps(written, indent=1) + "\n", "utf-8")
    if asked.keep:
        write_report(ROOT)
    return 0


if __name__ == "__main__":
    sys.exit(main())
