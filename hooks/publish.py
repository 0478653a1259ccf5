"""The MkDocs adapter: the only file that knows MkDocs. It puts what the engine makes into a build.

Enters: the settings of a build. Leaves: pages, data files and log records of that build.
The record is read afresh for each build (so `mkdocs serve` sees changes); nothing is written under
docs/ or seeds/. What one build needs from one event to the next lies in `config.extra["record"]`,
not in this module, which outlives builds. No function here begins with `on_` but the events.
"""

from __future__ import annotations

import logging
import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

import indexing
from downloads import find_bundle
from gazette.assemble import assemble
from gazette.concordance import ShapeChanged
from gazette.exports import last_changes, render_exports, render_sitemaps
from gazette.exports.cards import render_card
from gazette.exports.citations import reference_of, render_citations
from gazette.exports.edition import bundle_name, standing
from gazette.exports.policy import FILE, inline_scripts, is_styled_inline, render_headers, render_policy
from gazette.manuscript import render_manuscript
from gazette.model import Corpus, Problem, Severity
from gazette.pages import Bundle, Page, Serving, render_pages

log = logging.getLogger("mkdocs.gazette")

LEVELS: Mapping[Severity, int] = {
    "error": logging.ERROR,
    "warning": logging.WARNING,
    "notice": logging.INFO,
}
"""Errors and warnings end a strict build, after all of them are listed; notices never do."""

CARD = "card.png"
"""Picture of a release beside its page; made where the site's address is known, which links to it need."""

NOTE_FOLDERS = ("officials", "offices", "topics", "terms", "bodies", "events", "releases")
"""Below these, a page in docs/ is a note that belongs to a generated page of the same address."""


@dataclass(frozen=True, slots=True)
class Record:
    """What one build publishes."""

    root: Path
    corpus: Corpus
    pages: Mapping[str, Page]
    "By address."
    exports: tuple[tuple[str, bytes], ...]
    downloads: tuple[tuple[str, Path], ...] = ()
    "Path below the site, and the file on disk: the bundle that a hosted site hands out."
    scripts: set[str] = field(default_factory=set)
    "Digests of the inline scripts of the pages, met while they are written: the policy allows no other."


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the record, say what is wrong with it, and make its pages."""
    root = Path(config.config_file_path).parent
    corpus = assemble(root)
    report(corpus.problems)
    exports = render_exports(corpus, config.site_url or "", config.site_name)
    bundle = bundle_of(config, corpus)
    serving = Serving(
        site_url=config.site_url or "",
        page_name="" if config.use_directory_urls else "index.html",
        site_name=config.site_name,
        data_files=tuple((path, len(content)) for path, content in exports),
        bundle=bundle[0] if bundle else None,
    )
    pages = {page.address: page for page in render_pages(corpus, serving)}
    downloads = ((f"edition/{bundle[0].name}", bundle[1]),) if bundle else ()
    config.extra["record"] = Record(root, corpus, pages, exports, downloads)
    if config.extra.get("policy_in_pages") and config.use_directory_urls:
        config.extra["policy"] = render_policy(searches=indexing.IS_INSTALLED, in_page=True)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every generated page and file; a page that a person wrote stays and is joined later."""
    record = record_of(config)
    written = written_pages(files)
    for address, page in record.pages.items():
        if address not in written:
            files.append(page_file(config, page))
    for name in stray_notes(written, record.pages):
        log.info("%s: no page of the record has this address, so the note stands alone", name)
    made = (*release_files(config, record), *data_files(config, record), *sitemap(config, files, record))
    for file in made:
        if file.src_uri not in files.src_uris:
            files.append(file)
    if not config.use_directory_urls:
        for file in files.documentation_pages():
            file.dest_uri = address_of(file) + "index.html"
            file.url = quote(file.dest_uri)
    return files


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Fill the gaps of the front matter: what a person wrote there wins."""
    made = record_of(config).pages.get(address_of(page.file))
    if made:
        page.meta = {**made.front_matter, **page.meta}
    return markdown


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Join what a person wrote with what is generated: head, note, record."""
    made = record_of(config).pages.get(address_of(page.file))
    card = f"{address_of(page.file)}{CARD}"
    page.meta.setdefault("picture", card if card in files.src_uris else "assets/record.png")
    return joined(html, made) if made else html


def on_post_page(output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
    """Note what the policy must allow; say what it forbids."""
    found = set(inline_scripts(output))
    record_of(config).scripts.update(found)
    if is_styled_inline(output) or (found and config.extra.get("policy")):
        log.warning(
            "%s: a style or script within the page is forbidden by the policy; move it into docs/assets/",
            page.file.src_uri,
        )
    return output


def on_post_build(config: MkDocsConfig) -> None:
    """Write the search index, files for a server or scripts for a folder, and the policy for servers."""
    record = record_of(config)
    site = Path(config.site_dir)
    try:
        indexing.write_index(record.corpus, site, scripts=not config.use_directory_urls)
    except indexing.NoIndex as reason:
        log.info("no search index: %s; the search page leads to the lists instead", reason)
    except ShapeChanged as change:
        log.error("no search index: %s", change)
    if config.use_directory_urls:
        policy = render_policy(record.scripts, searches=(site / indexing.FOLDER).is_dir())
        (site / FILE).write_text(render_headers(policy), "utf-8")


def bundle_of(config: MkDocsConfig, corpus: Corpus) -> tuple[Bundle, Path] | None:
    """The zip file of this edition, where a hosted site finds one in the folder of the setting `bundles`."""
    folder = config.extra.get("bundles")
    if not folder or not config.use_directory_urls:
        return None
    root = Path(config.config_file_path).parent
    return find_bundle(root / str(folder), bundle_name(config.site_name, standing(corpus)))


def joined(note: str, made: Page) -> str:
    """One body out of a note, which may be empty, and a page; a note with its own h1 stands for the head."""
    if not note.strip():
        return f"{made.head}\n{made.html}"
    head = "" if "<h1" in note else f"{made.head}\n"
    return f'{head}<div class="note">\n{note}\n</div>\n{made.html}'


def record_of(config: MkDocsConfig) -> Record:
    """The record of this build."""
    record: Record = config.extra["record"]
    return record


def report(problems: Iterable[Problem]) -> None:
    """Log every problem, so that a strict build counts it."""
    for problem in problems:
        log.log(LEVELS[problem.severity], "%s", problem)


def address_of(file: File) -> str:
    """Folder below / of a page: "about/" for about.md, "" for index.md."""
    folder, name = posixpath.split(posixpath.splitext(file.src_uri)[0])
    path = folder if name in ("index", "README") else posixpath.join(folder, name)
    return f"{path}/" if path else ""


def written_pages(files: Files) -> dict[str, str]:
    """Source of each page that a person wrote, by address."""
    return {address_of(file): file.src_uri for file in files.documentation_pages()}


def stray_notes(written: Mapping[str, str], pages: Mapping[str, Page]) -> list[str]:
    """Notes on something that the record does not have."""
    return sorted(
        f"docs/{name}"
        for address, name in written.items()
        if address not in pages and address.partition("/")[0] in NOTE_FOLDERS
    )


def page_file(config: MkDocsConfig, page: Page) -> File:
    """A generated page without text of its own; its body is put in when MkDocs has rendered nothing."""
    file = File.generated(config, f"{page.address}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
    if page.source:
        file.edit_uri = f"../{quote(page.source)}"
    return file


def release_files(config: MkDocsConfig, record: Record) -> Iterable[File]:
    """Beside the page of each release: raw file, normalised Markdown, citations, and a picture for links."""
    for release in record.corpus.releases:
        folder = f"releases/{release.id}/"
        raw = record.root / release.raw.path
        if raw.is_file():
            yield File.generated(config, f"{folder}raw.txt", abs_src_path=str(raw))
        yield plain_file(config, f"{folder}release.md", render_manuscript(release))
        reference = reference_of(release, record.corpus.authority, config.site_url or "", config.site_name)
        for name, text in render_citations(reference):
            yield plain_file(config, f"{folder}{name}", text)
        if config.site_url and (card := render_card(reference)):
            yield plain_file(config, f"{folder}{CARD}", card)


def data_files(config: MkDocsConfig, record: Record) -> Iterable[File]:
    """The files for other programs, and the bundle."""
    for path, file in record.downloads:
        yield File.generated(config, path, abs_src_path=str(file.resolve()))
    for path, content in record.exports:
        yield plain_file(config, path, content)


def sitemap(config: MkDocsConfig, files: Files, record: Record) -> Iterable[File]:
    """The list of all pages for search engines, with the day on which each last changed."""
    config.theme.static_templates.discard("sitemap.xml")
    days = last_changes(record.corpus)
    ending = "" if config.use_directory_urls else "index.html"
    addresses = sorted(quote(address_of(file)) for file in files.documentation_pages())
    listed = ((address + ending, days.get(address, "")[:10]) for address in addresses)
    for path, content in render_sitemaps(listed, config.site_url or ""):
        yield plain_file(config, path, content)


def plain_file(config: MkDocsConfig, path: str, content: str | bytes) -> File:
    """A file that is copied as it is, even where its name ends like that of a page."""
    file = File.generated(config, f"{path}.txt" if path.endswith(".md") else path, content=content)
    file.dest_uri = path
    file.url = quote(path)
    return file


__all__ = ["on_config", "on_files", "on_page_content", "on_page_markdown", "on_post_build", "on_post_page"]
