"""Results of benchmarks in words: a table, the ratios that matter, docs/benchmarks.md and its plot.

Enters: what runs wrote as JSON, each with its day. Leaves: text, Markdown, SVG. Nothing is measured here, and
no clock is read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Figures:
    """Medians of one mode: seconds, seconds of processor, bytes; and every round's wall time."""

    wall: float
    cpu: float
    memory: int | None
    walls: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """Of one peer: figures by mode, and the site it wrote."""

    figures: dict[str, Figures]
    files: int
    bytes: int


NAMES = {
    "ours": "this project, with search",
    "ours-without-search": "this project, without search",
    "engine": "its engine alone, one core",
    "hugo": "Hugo",
    "material": "MkDocs + Material + search + tags",
    "eleventy": "Eleventy",
}
HEADS = ("", "cold s", "CPU s", "memory MB", "cached s", "warm s", "changed s", "files", "site MB")
SAID = {True: "holds", False: "missed", None: "not measured"}
CHANGED_LIMIT, MEMORY_LIMIT = 2.0, 1.5e9


def rows(written: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    """A row for each peer."""
    for name, result in written["results"].items():
        figures = result["figures"]
        cold = figures.get("cold")
        memory = max((one["memory"] or 0 for one in figures.values()), default=0)
        yield (
            NAMES.get(name, name),
            f"{cold['wall']:.2f}" if cold else "failed",
            f"{cold['cpu']:.2f}" if cold else "",
            f"{memory / 1e6:.0f}" if memory else "",
            *(
                f"{figures[mode]['wall']:.2f}" if mode in figures else ""
                for mode in ("cached", "warm", "changed")
            ),
            str(result["files"]) if result["files"] else "",
            f"{result['bytes'] / 1e6:.1f}" if result["bytes"] else "",
        )


def render_table(written: dict[str, Any]) -> str:
    """The table for a terminal."""
    lines = [HEADS, *rows(written)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADS))]
    head = (
        f"{written['count']} releases, {said_of(written['rounds'])}, {written['machine']}, "
        f"load {written['load'][0]}"
    )
    said = [
        "  ".join(
            cell.ljust(width) if not column else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    ]
    return "\n".join([head, *said, *(f"not measured: {n} ({why})" for n, why in written["missing"].items())])


def ratios(written: dict[str, Any]) -> Iterator[tuple[str, str, str, bool | None]]:
    """(what is compared, figure, what is asked, whether it holds); None where something was not measured."""

    def wall(name: str, mode: str = "cold") -> float | None:
        figures = written["results"].get(name, {}).get("figures", {}).get(mode)
        return figures["wall"] if figures else None

    def over(one: float | None, other: float | None) -> float | None:
        return one / other if one and other else None

    hugo = wall("hugo")
    at_most = (
        ("cold without search, against Hugo cold", over(wall("ours-without-search"), hugo), 1.0, "×"),
        (
            "the same, the engine's results kept, against Hugo cold",
            over(wall("ours-without-search", "cached"), hugo),
            0.5,
            "×",
        ),
        ("cold with search, against Hugo cold", over(wall("ours"), hugo), 1.5, "×"),
        ("one release changed, search included", wall("ours", "changed"), CHANGED_LIMIT, " s"),
    )
    for what, figure, limit, unit in at_most:
        yield (
            what,
            f"{figure:.2f}{unit}" if figure else "–",
            f"≤ {limit:g}{unit}",
            figure <= limit if figure else None,
        )
    faster = over(wall("material"), wall("ours"))
    yield (
        "MkDocs + Material cold, against ours with search",
        f"{faster:.1f}×" if faster else "–",
        "≥ 8×",
        faster >= 8 if faster else None,
    )
    figures = written["results"].get("ours", {}).get("figures", {})
    memory = max((one["memory"] or 0 for one in figures.values()), default=0)
    yield (
        "peak memory, all processes",
        f"{memory / 1e9:.2f} GB" if memory else "–",
        "≤ 1.5 GB",
        memory <= MEMORY_LIMIT if memory else None,
    )


def render_ratios(written: dict[str, Any]) -> str:
    """The ratios for a terminal. What is asked is asked of ten thousand releases."""
    lines = [
        f"{what:56}{figure:>10}  {asked:>8}  {SAID[holds]}" for what, figure, asked, holds in ratios(written)
    ]
    note = "" if written["count"] == 10_000 else "\n(The limits are set for 10,000 releases.)"
    return "\n".join(lines) + note


# --- docs/benchmarks.md --------------------------------------------------------------------------


def write_report(root: Path) -> None:
    """Write docs/benchmarks.md and docs/assets/benchmarks.svg from the runs that lie in build/bench/."""
    folder = root / "build" / "bench"
    sites = [json.loads(path.read_text("utf-8")) for path in folder.glob("site-*.json")]
    sites.sort(key=lambda written: written["count"])
    searches = [json.loads(path.read_text("utf-8")) for path in folder.glob("search-*.json")]
    searches.sort(key=lambda written: written["count"])
    (root / "docs" / "assets" / "benchmarks.svg").write_text(render_plot(sites), "utf-8")
    (root / "docs" / "benchmarks.md").write_text(render_page(sites, searches), "utf-8")


def render_page(sites: list[dict[str, Any]], searches: list[dict[str, Any]]) -> str:
    """The page, in Markdown."""
    said = [
        "# Benchmarks",
        "Measured by `make bench` and `make bench-search` on synthetic releases "
        "(`tests/synthetic/`) of 5.7 KB on average. This project starts from raw text, which it has to "
        "read; the others are given ready-made pages with title, day, people and topics. *Cold* is a fresh "
        "copy and an empty output, *cached* keeps what the engine remembers, *warm* builds again with "
        "nothing changed, *changed* with one release edited. Memory is the proportional set size of all "
        "processes together, at its highest. Machines are noisy: trust the ratios within one run more than "
        "the seconds.",
        "![Seconds of a cold build, by generator and number of releases](assets/benchmarks.svg)",
    ]
    for written in sites:
        said += [
            f"## {written['count']:,} releases",
            f"{written['day']}; {written['machine']}; load {written['load'][0]} at the end; "
            f"{said_of(written['rounds'])}.",
            markdown_table(HEADS, rows(written)),
            markdown_table(
                ("at 10,000 is asked", "measured", "limit", ""),
                ((what, figure, asked, SAID[holds]) for what, figure, asked, holds in ratios(written)),
            )
            if written["count"] == 10_000
            else "",
            " ".join(f"Not measured: {name} ({reason})." for name, reason in written["missing"].items()),
        ]
    for written in searches:
        said += [
            f"## Search, {written['count']:,} releases",
            f"{written['day']}; {written['machine']}; load {written['load'][0]} at the end. "
            "Index time is that of the step in our log, else the difference of a build with and one without "
            "the search; memory is the peak of the build with it. A first query: a fresh browser opens the "
            "search page with the query in its address; ours then loads the counts of its filters, where "
            "they stand open. Nothing is cached or compressed; medians of the queries.",
            markdown_table(written["heads"], written["rows"]),
        ]
    return "\n\n".join(part for part in said if part) + "\n"


def said_of(rounds: int) -> str:
    """What the figures are of.

    >>> said_of(1), said_of(3)
    ('one round', 'medians of 3 rounds')
    """
    return "one round" if rounds == 1 else f"medians of {rounds} rounds"


def markdown_table(heads: Any, lines: Any) -> str:
    """A table."""
    ruler = ["---"] * len(heads)  # an alignment would be a style within the page, which the policy forbids
    return "\n".join("| " + " | ".join(line) + " |" for line in (heads, ruler, *lines))


COLOURS = {
    "ours": "#0b5cad",
    "ours-without-search": "#5b9bd5",
    "hugo": "#c2410c",
    "material": "#6b7280",
    "eleventy": "#15803d",
}


def render_plot(sites: list[dict[str, Any]]) -> str:
    """Bars of cold builds, one group a number of releases, each group on its own scale."""
    width, bar, left, top = 720, 22, 250, 44
    drawn, y = [], top
    for written in sites:
        walls = {
            name: result["figures"]["cold"]["wall"]
            for name, result in written["results"].items()
            if name in COLOURS and "cold" in result["figures"]
        }
        drawn.append(f'<text x="8" y="{y + 14}" class="head">{written["count"]:,} releases</text>')
        y += 24
        longest = max(walls.values(), default=1)
        for name, wall in walls.items():
            length = max(2, round((width - left - 90) * wall / longest))
            drawn += [
                f'<text x="{left - 8}" y="{y + 15}" class="name">{NAMES[name]}</text>',
                f'<rect x="{left}" y="{y + 2}" width="{length}" height="{bar - 4}" fill="{COLOURS[name]}"/>',
                f'<text x="{left + length + 6}" y="{y + 15}">{wall:.1f} s</text>',
            ]
            y += bar
        y += 18
    title = "Seconds of a cold build"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {y}" role="img" '
        f'aria-labelledby="benchmarks-title"><title id="benchmarks-title">{title}, by generator</title>\n'
        "<style>text{font:13px sans-serif;fill:#222}.head{font-weight:bold}.name{text-anchor:end}</style>\n"
        f'<rect width="{width}" height="{y}" fill="#fff"/><text x="8" y="24" class="head">{title}</text>\n'
        + "\n".join(drawn)
        + "\n</svg>\n"
    )
