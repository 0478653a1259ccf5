"""The MkDocs adapter: the only file that knows MkDocs. It puts what the engine makes into a build.

Enters: the settings of a build. Leaves: pages, data files and log records of that build.
Only pages that MkDocs has to know (in the navigation, written by a person, or linked from there) become pages
of its own; all others, which may be tens of thousands, are written beside its list, by several processes,
through the same template (`shells`). MkDocs writes into a folder beside the last site, which is put in place
when all is there (`sitefolder`). The record is read for each build, so `mkdocs serve` sees changes; nothing
is written under docs/ or seeds/. What one build needs from one event to the next lies in
`config.extra["record"]`. No function here begins with `on_` but the events.
"""

from __future__ import annotations

import logging
import posixpath
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from os.path import abspath
from pathlib import Path
from shutil import copyfile
from time import perf_counter, process_time
from typing import Any, TypeVar
from urllib.parse import quote, unquote

import jinja2
from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.theme import Theme

from cabinet import Cabinet, pack
from carrying import quicken
from downloads import find_bundle
from due import Due
from gazette.apparatus import Gleaning, glean, recall_gleanings, ungleaned
from gazette.assemble import assemble
from gazette.cli.terminal import printable
from gazette.concordance import INDEX
from gazette.exports import export_paths, last_changes, render_sitemaps
from gazette.exports.cards import CAN_DRAW
from gazette.exports.edition import bundle_name, standing
from gazette.exports.policy import FILE, inline_scripts, is_styled_inline, render_headers, render_policy
from gazette.model import Authority, Block, Corpus, Problem, RawRelease, Release, Severity
from gazette.normalise import normalise
from gazette.pages import Bundle, Page, Quire, Serving, build_site, head_lines, plan_indexes, plan_pages
from gazette.pages.site import Site
from gazette.remembering import Remembered
from gazette.watching import Look, noting
from gazette_site import ASSETS, TEMPLATES, lent_assets
from headway import Headway
from kept import Kept, Written, engine, gleaning_name, load_kept, reading_name, save_kept
from later import Later, LateText, wait_below
from lookout import Mark, marks, observer
from markdownonce import RenderedOnce
from outputs import CARD, release_files, write_exports, write_files, write_index
from places import (
    address_at,
    address_of_source,
    addresses_in,
    late_indexes,
    linked_addresses,
    path_of,
    quire_of,
    stray_notes,
)
from shells import Shells, Values
from sitefolder import CannotWrite, SiteFolder
from sparing import give_back, hold_off, let_go
from telling import Told
from themefiles import CompiledOnce, ListedOnce
from waiting import answer_at
from workers import WorkerLost, begin, side_by_side, usual_number

Given = TypeVar("Given")

LateText.take(RawRelease, "text")
LateText.take(Block, "raw", twin="text")
quicken("gazette")
log = logging.getLogger("mkdocs.gazette")

LEVELS: Mapping[Severity, int] = {
    "error": logging.ERROR,
    "warning": logging.WARNING,
    "notice": logging.INFO,
}
"""Errors and warnings end a strict build, after all of them are listed; notices never do."""

PICTURE = "assets/record.png"
"""Picture of every other page, where the record has it."""

DATA = "data/"
"""The page that lists the files for other programs."""

LEAST_QUIRES = 8
"""So many subjects are worth a second process: some have a hundred pages."""

kept = Kept()
"""What the last build knew: this module outlives the builds of `mkdocs serve`."""

kept_in: Path | None = None
"""The file in which that is kept for another process."""

is_serving = False

rendered_once = RenderedOnce()
"""While pages are served: what Markdown made of the pages that people wrote."""

compiled_once = CompiledOnce()
"""While pages are served: what Jinja made of the templates."""

due = Due()
"""While pages are served: the files that are not made before somebody asks for them."""

CACHE = ".cache/gazette"
"""Where builds keep what the next one need not do again, below the record; it may be deleted at any time."""

said: Sequence[Problem] = ()
"""The problems of the last build of this process."""

latest: Record | None = None
"""The record of the last build of this process."""

headway = Headway(lambda line: log.info("%s", line))
"""How far the reading and writing of many releases has come."""

waiting = ExitStack()
"""What has to end with the first build of a server: until then a browser is told to wait."""

seen_before: dict[str, list[Mark]] = {}
"""The files at and below paths that a server watches, as they were before the first build."""

folder_in_use: SiteFolder | None = None
"""The folder of the build under way: MkDocs tells of an error without saying of which build."""


@dataclass(slots=True)
class LatePage:
    """A page in MkDocs' list whose body is made when a browser asks for it, or what it lists is written."""

    page: MkDocsPage
    own: Mapping[str, Any]
    "The front matter that a person wrote."
    note: str = ""
    "Markup of what a person wrote."


@dataclass(slots=True)
class Record:
    """What one build publishes; filled from event to event."""

    root: Path
    folder: SiteFolder
    corpus: Corpus
    workers: int
    site: Site = field(init=False)
    source: str = ""
    "Digest of all that the files for other programs are made of."
    changed: frozenset[Look] | None = None
    "What look-ups give otherwise than in the last build; None where everything may."
    quires: dict[str, Quire] = field(default_factory=dict)
    "By address of the first page."
    exported: Callable[[], tuple[tuple[str, int], ...]] = tuple
    "Waits for the files for other programs: path and size in bytes of each."
    pages: dict[str, Page] = field(default_factory=dict)
    "Pages written already, by address: those that MkDocs has to know, and others of the same quires."
    listed: frozenset[str] = frozenset()
    "Addresses of the pages in MkDocs' list."
    late: dict[str, LatePage] = field(default_factory=dict)
    "By address: of these the ones that MkDocs wrote without a body, which is made later."
    indexed: list[str] = field(default_factory=list)
    "Paths of the index of the search; written while another process writes the files for other programs."
    nav: Navigation | None = None
    env: jinja2.Environment | None = None
    documents: tuple[File, ...] = ()
    downloads: tuple[tuple[str, Path], ...] = ()
    "Path below the site, and the file on disk: the bundle that a hosted site hands out."
    picture: str = ""
    "Of every page that has none of its own; below the site."
    scripts: set[str] = field(default_factory=set)
    "Digests of the inline scripts of the pages: the policy allows no other."
    remember: list[Callable[[], None]] = field(default_factory=list)
    "What is to be done for the next build once this one is in place."

    def let_go(self) -> None:
        """Hold nothing any more: MkDocs' settings, which hold this, are in circles and stay for long."""
        for name in self.__slots__:
            if hasattr(self, name):
                delattr(self, name)


# --- events --------------------------------------------------------------------------------------


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether pages are being served."""
    global is_serving
    is_serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the record, and say what is wrong with it."""
    global folder_in_use, latest, said
    root = Path(config.config_file_path).parent
    if is_serving and not latest:
        say_not_yet(config)
        look_before(config)
    folder = folder_in_use = SiteFolder(Path(config.site_dir), folder_in_use if is_serving else None)
    workers = int(config.extra.get("workers") or usual_number())
    with_clear_errors("take the folder", folder.begin)
    hold_off()
    due.begin()
    config.site_dir = str(folder.next)
    if latest:
        latest.let_go()
    take_up(config, root, folder)

    def read_all(raws: Sequence[RawRelease], authority: Authority) -> list[Release]:
        def read(new: Sequence[RawRelease]) -> list[Release]:
            made = side_by_side(
                lambda raw: pack(normalise(raw, authority)), new, workers, reached=headway.of("releases read")
            )
            return [kept.receive(reading_name(raw.path), body) for raw, body in zip(new, made, strict=True)]

        return kept.read_all(raws, authority, read)

    corpus = with_clear_errors(
        "read",
        lambda: assemble(root, read_all, kept.authority, kept.raws(), kept.gathered, kept.stamps),
    )
    if not is_serving:
        kept.let_go()
        give_back("gazette")
    report(corpus.problems, said)
    said = corpus.problems
    record = latest = config.extra["record"] = Record(root, folder, corpus, workers)
    record.picture = PICTURE if Path(config.docs_dir, PICTURE).is_file() else ""
    if TEMPLATES not in (Path(own).resolve() for own in config.theme.dirs):
        config.theme.dirs.insert(bool(config.theme.custom_dir), str(TEMPLATES))
    if is_serving:
        load_once(config.theme)
    if config.extra.get("policy_in_pages") and config.use_directory_urls:
        config.extra["policy"] = render_policy(in_page=True)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that MkDocs has to know; a page that a person wrote stays and is joined later."""
    record = record_of(config)
    lend_assets(files, config)
    plan(config, record)
    if config.extra.get("search", True) and not is_serving:
        record.indexed = with_clear_errors("write the index", lambda: index_of(record))
    written = written_pages(files)
    asked = {
        *written,
        *addresses_in(config.nav),
        *linked_addresses((file.src_uri, file.content_string) for file in files.documentation_pages()),
    }
    needed = {quire.address for address in asked if (quire := quire_of(record.quires, address))}
    late = late_indexes(record.quires, asked) if is_serving else {DATA}
    for address in sorted(needed - late):
        record.pages.update((page.address, page) for page in record.quires[address].write(record.site))
    record.listed = frozenset((record.pages.keys() | late) & asked)
    for address in sorted(record.listed - written.keys()):
        source = None if address in late else record.pages[address].source
        files.append(page_file(config, address, source))
    for name in stray_notes(written, record.quires, record.pages):
        log.info("%s: no page of the record has this address, so the note stands alone", name)
    config.theme.static_templates.discard("sitemap.xml")
    if not config.use_directory_urls:
        for file in files.documentation_pages():
            in_a_folder(file)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Keep the navigation for the pages beside MkDocs' list."""
    record = record_of(config)
    record.nav, record.documents = nav, tuple(files.documentation_pages())
    return nav


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Keep the templates for the pages beside MkDocs' list."""
    record_of(config).env = env
    return env


def on_page_markdown(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Fill the gaps of the front matter: what a person wrote there wins."""
    record, address = record_of(config), address_of(page.file)
    if made := record.pages.get(address):
        page.meta = {**front_matter_of(made), **page.meta}
    elif address in record.listed:
        record.late[address] = LatePage(page, page.meta)
        page.meta = {"title": escape(record.quires[address].title), **page.meta}
    if is_serving:
        settings = f"{config.markdown_extensions} {config.mdx_configs} {config.validation}"
        rendered_once.take_up(page, markdown, config.markdown_extensions, settings)
    return markdown


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Join what a person wrote with what is generated: head, note, record."""
    record = record_of(config)
    address = address_of(page.file)
    page.meta["lines"] = head_lines(page.meta, picture_of(config, record, address, page.meta.get("picture")))
    if late := record.late.get(address):
        late.note = html
        return ""
    made = record.pages.get(address)
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
    """Write all other pages and files, then put the site in place of the last one."""
    record = record_of(config)
    folder = record.folder
    paths = with_clear_errors("write pages", lambda: write_pages(config, record))
    if not is_serving:
        beside: list[tuple[str, str | bytes]] = [*sitemaps(config, record, paths), *policy(config, record)]
        paths += with_clear_errors("write lists", lambda: write_files(folder, beside))
    paths += with_clear_errors("write downloads", lambda: write_files(folder, downloads(record)))
    paths += (path for path, _ in record.site.serving.data_files)
    if config.extra.get("search", True) and is_serving:
        paths += folder.below(INDEX)
        due.add(
            [INDEX],
            lambda path: INDEX if path.startswith(f"{INDEX}/") else None,
            lambda _: write_index_late(record),
        )
    paths += record.indexed
    mark = state_of(config, record)
    is_new = mark != kept.mark
    new = with_clear_errors("put in place", lambda: folder.place(paths, mark))
    kept.mark = mark
    config.site_dir = str(folder.home)
    for remember in record.remember:
        remember()
    if kept_in and (not kept_in.exists() or (kept.has_much_unsaved() if is_serving else is_new)):
        with_clear_errors("keep", lambda: save_kept(kept, kept_in))
    let_go()
    due.end()
    waiting.close()
    log.info(
        "%d releases, of which %d were read anew; %d new files in %s",
        len(record.corpus.releases),
        kept.read,
        new,
        folder.home,
    )


def on_build_error(error: Exception) -> None:
    """Leave the last site as it stands; where MkDocs itself could not write, say so in one line."""
    let_go()
    due.end()
    waiting.close()
    if folder_in_use:
        folder_in_use.end()
        if isinstance(error, OSError) and folder_in_use.has_met(error):
            raise BuildError(str(folder_in_use.told(error))) from error


def on_serve(
    server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]
) -> LiveReloadServer:
    """Let what is due be made when a browser asks for it, and what has changed be seen quickly."""
    send, above = server.get_app(), server.mount_path
    assert send is not None

    def make_and_send(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        heads: list[tuple[Any, ...]] = []

        def take(*head: Any) -> Any:
            heads.append(head)

        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore").removeprefix(above)
        body: Iterable[bytes] = due.sent(path, lambda: send(environ, take))
        start(*heads[-1])
        return body

    server.set_app(make_and_send)
    watched = tuple(server._watched_paths)
    for path in watched:
        server.unwatch(path)
    server.observer = observer(lambda: due.is_building, seen_before)  # type: ignore[assignment]  # it serves as well
    for path in watched:
        server.watch(path)
    return server


def look_before(config: MkDocsConfig) -> None:
    """See how the files are that MkDocs will watch only once the first build is there."""
    paths = filter(None, (config.docs_dir, config.config_file_path, *config.watch))
    seen_before.update((path, marks(path)) for path in map(abspath, paths))


def say_not_yet(config: MkDocsConfig) -> None:
    """Answer whoever opens the site until it is there, and say at once where it cannot be served."""
    host, port = config.dev_addr
    try:
        waiting.callback(answer_at(host, port, headway.said))
    except OSError as error:
        log.warning(
            "the site will be built, but cannot be served at %s:%d: %s; end the server that runs there, or"
            " choose another port: mkdocs serve --dev-addr %s:%d",
            host,
            port,
            error.strerror or error,
            host,
            port + 1,
        )


def take_up(config: MkDocsConfig, root: Path, folder: SiteFolder) -> None:
    """Take up what the last build of this record knew.

    While pages are served that is one of this process. Else it stands in a file; a server begins with that of
    the last server, or of the last build.
    """
    global kept, kept_in
    built = "hosted" if config.use_directory_urls else "offline"
    file = root / CACHE / f"{'preview' if is_serving else built}.kept"
    is_first = file != kept_in or not is_serving
    if is_first:
        kept, kept_in = load_kept(file), file
        if is_serving and not kept.readings:
            with suppress(OSError):
                copyfile(file.with_stem(built), file)  # what is cut while it is written is never believed
            kept = load_kept(file)
    if is_serving:
        wait_below(None)  # each edit brings new values for old ones: a file of them would only grow
    kept.is_of(folder.mark(), folder.home, is_ours=is_serving and not is_first)


# --- pages beside MkDocs' list ---------------------------------------------------------------------


def plan(config: MkDocsConfig, record: Record) -> None:
    """Look up what the pages need, while another process writes the files for other programs."""
    source = record.source = source_of(config, record)
    paths = export_paths(record.corpus)
    exporting = begin_exports(config, record, source, paths)
    bundle = bundle_of(config, record.corpus)
    serving = Serving(
        site_url=config.site_url or "",
        page_name="" if config.use_directory_urls else "index.html",
        site_name=config.site_name,
        data_files=tuple((path, 0) for path in paths),
        bundle=bundle[0] if bundle else None,
        is_preview=is_serving,
    )
    record.downloads = ((f"edition/{bundle[0].name}", bundle[1]),) if bundle else ()
    with_clear_errors("look up the last", lambda: kept.restore(record.corpus))
    with_clear_errors("glean", lambda: glean_all(record))
    record.site = with_clear_errors(
        "look up", lambda: build_site(record.corpus, serving, kept.lines if is_serving else None)
    )
    record.changed = with_clear_errors("compare", lambda: kept.changed(record.site))
    kept.lines.begin(None, record.changed)
    record.quires = {quire.address: quire for quire in plan_pages(record.site)}
    record.exported = lambda: with_clear_errors("wait for data files", exporting)
    if not is_serving:
        record.remember.append(lambda: kept.keep_exports(source, record.site.serving.data_files))


def glean_all(record: Record) -> None:
    """Find what the apparatus finds in each release alone, where the last build did not."""
    new = ungleaned(record.corpus)
    reached = headway.of("releases searched for who says what")
    made = side_by_side(lambda one: pack(folded(glean(one))), new, record.workers, reached=reached)
    recall_gleanings(
        (release, kept.receive(gleaning_name(release.id), body))
        for release, body in zip(new, made, strict=True)
    )


def folded(found: Gleaning) -> Gleaning:
    """The same, who says what packed until a page asks: it is most of what is kept of a record."""
    return replace(found, attributions=Later.of(found.attributions))


def begin_exports(
    config: MkDocsConfig, record: Record, source: str, paths: Iterable[str]
) -> Callable[[], tuple[tuple[str, int], ...]]:
    """Begin to write the files for other programs, unless the last build wrote the same; gives their sizes.

    While pages are served the files are due, and nobody knows their sizes.
    """

    def write(told: Remembered) -> tuple[tuple[str, int], ...]:
        return write_exports(record.folder, record.corpus, config.site_url or "", config.site_name, told)

    def write_now() -> tuple[tuple[str, int], ...]:
        if not kept_in:
            return write(kept.told)
        last = next(iter(kept.exports), "")
        told = Told(Cabinet(kept_in.with_suffix(".told")), last, kept.unchanged(record.corpus))
        files = write(told)
        told.save(source)
        return files

    held = kept.exports.get(source)
    if not is_serving:
        return (lambda: held) if held else begin(write_now, record.workers)
    sizes = dict.fromkeys(paths, 0)

    def write_late(_: str) -> None:
        kept.keep_exports(source, with_clear_errors("write data files", lambda: write(kept.told)))

    if not held:
        due.add([DATA], lambda path: DATA if path in sizes else None, write_late)
    return lambda: tuple(sizes.items())


def plan_list_of_files(record: Record) -> None:
    """Once the files for other programs are written, their sizes can stand on the page that lists them.

    It is the last page that is written: nothing else of a build waits for the process that writes the files.
    """
    record.site = replace(record.site, serving=replace(record.site.serving, data_files=record.exported()))
    record.quires |= {DATA: next(quire for quire in plan_indexes(record.site) if quire.address == DATA)}


def write_pages(config: MkDocsConfig, record: Record) -> list[str]:
    """Write every page that MkDocs does not write, and what lies beside releases; the path of each.

    While pages are served, those that the last build did not write are due.
    """
    shells = Shells(lambda address, values: run_template(config, record, address, values), inline_scripts)
    seen: dict[Look, Look] = {}  # many pages look up the same: each look-up is held, and handed over, once

    def write(work: Quire | Page) -> tuple[Written, str]:
        made: list[tuple[str, str | bytes]] = []
        scripts: set[str] = set()
        found: Iterable[str]
        with noting() as looks:
            for page in [work] if isinstance(work, Page) else work.write(record.site):
                if page.address in record.late:
                    text, found = listed_page(config, record, page), ()
                else:
                    text, found = shells.page(page.address, values_of(config, record, page))
                made.append((path_of(page.address), text))
                scripts.update(found)
            if isinstance(work, Quire) and isinstance(work.subject, Release):
                made += release_files(record.root, record.site, work.subject)
        paths = tuple(write_files(record.folder, made))
        looked = tuple(seen.setdefault(look, look) for look in looks)
        return Written(None, paths, looked, tuple(scripts)), shells.mismatch

    quires = [quire for quire in record.quires.values() if quire.address not in record.pages]
    frame = frame_of(config, record)
    holding = kept.holding(record.changed, frame, quires)
    pages = [page for address, page in record.pages.items() if address not in record.listed]
    missing = {quire.address: quire for quire in quires if quire.address not in holding}
    soon = () if is_serving else [quire for quire in missing.values() if quire.address != DATA]
    work: list[Quire | Page] = [*pages, *soon]
    reached = headway.of("parts of the site written")
    done = side_by_side(write, work, record.workers, LEAST_QUIRES, reached)
    if not is_serving:
        plan_list_of_files(record)
        work.append(record.quires[DATA])
        done.append(write(record.quires[DATA]))
    written = dict(holding)
    for one, (made, _) in zip(work, done, strict=True):
        if isinstance(one, Quire):
            made.subject = one.subject
            written[one.address] = made
    every = [*holding.values(), *(made for made, _ in done)]
    record.scripts.update(script for made in every for script in made.scripts)
    record.remember.append(lambda: kept.keep(record.site, frame, written))
    report_mismatch(next((address for _, address in done if address), ""))

    def write_late(address: str) -> None:
        made, mismatch = with_clear_errors(f"write {address}", lambda: write(missing[address]))
        made.subject = missing[address].subject
        written[address] = made
        report_mismatch(mismatch)

    def covers(path: str) -> str | None:
        quire = quire_of(missing, address_at(path))
        return quire.address if quire else None

    if is_serving:
        due.add(missing, covers, write_late)
    listed = [
        path
        for quire in record.quires.values()
        if quire.address in record.pages and isinstance(quire.subject, Release)
        for path in write_files(record.folder, release_files(record.root, record.site, quire.subject))
    ]
    return [*listed, *(path for made in every for path in made.paths)]


def report_mismatch(address: str) -> None:
    """Say that the pieces of the template gave another page than the template; '' where they did not."""
    if address:
        log.warning(
            "%s: its template gives something else than the pieces cut from it, so every page was made by the"
            " template, which takes longer: a decision in docs/overrides/main.html is not known to"
            " hooks/shells.py",
            address,
        )


def index_of(record: Record) -> list[str]:
    """Write the index of the search; the path of each file."""
    kept.open_index()
    paths, volumes, bodies = write_index(
        record.folder, record.corpus, kept.index, record.workers, is_last=not is_serving
    )
    if not is_serving:
        volumes = kept.let_go_of_index(volumes, bodies)
        give_back("gazette")

    def keep() -> None:
        kept.index.volumes = volumes

    record.remember.append(keep)
    return paths


def write_index_late(record: Record) -> None:
    """Write the index into the site that is in place, of which `on_post_build` remembers nothing more."""
    record.remember.clear()
    try:
        paths = with_clear_errors("write the index", lambda: index_of(record))
    except BaseException:
        kept.index.volumes = {}  # what lies there is neither the last index nor this one
        raise
    record.folder.remove(set(record.folder.below(INDEX)).difference(paths))
    for remember in record.remember:
        remember()


def frame_of(config: MkDocsConfig, record: Record) -> object:
    """What all pages share beside their values: settings, navigation, templates."""
    assert record.nav is not None
    folder = Path(config.theme.custom_dir or record.root / "docs" / "overrides")
    return (
        Path(config.config_file_path).read_bytes(),
        tuple((item.title, getattr(item, "url", None)) for item in record.nav),
        tuple((path.name, path.read_bytes()) for path in sorted(folder.rglob("*.html"))),
        tuple((path.name, path.read_bytes()) for path in sorted(TEMPLATES.glob("*.html"))),
    )


def state_of(config: MkDocsConfig, record: Record) -> str:
    """Digest of all that pages are made of: two sites of one state are the same, byte for byte."""
    frame = f"{record.source} {frame_of(config, record)!r} {record.site.serving!r}"
    return blake2b(frame.encode("utf-8", "replace"), digest_size=16).hexdigest()


def source_of(config: MkDocsConfig, record: Record) -> str:
    """Digest of all that the files for other programs are made of."""
    found = blake2b(f"{engine()} {config.site_url} {config.site_name}".encode(), digest_size=16)
    for path in sorted((record.root / "docs" / "authority").glob("*.yml")):
        found.update(path.name.encode() + path.read_bytes())
    for release in record.corpus.releases:
        found.update(f"\n{release.raw.path} {release.raw.sha256}".encode("utf-8", "replace"))
    return found.hexdigest()


def values_of(config: MkDocsConfig, record: Record, page: Page) -> Values:
    """What the template is given for a page."""
    matter: Mapping[str, Any] = page.front_matter
    base = (config.site_url or "").rstrip("/")
    return Values(
        kind=matter["kind"],
        title=page.title,
        description=matter["description"],
        canonical=f"{base}/{quote(page.address)}{record.site.serving.page_name}" if base else "",
        edit=edit_address(config, page),
        lines=head_lines(matter, picture_of(config, record, page.address)),
        linked=matter["linked"],
        content=f"{page.head}\n{page.html}",
    )


def run_template(config: MkDocsConfig, record: Record, address: str, values: Values) -> str:
    """A page as MkDocs itself would write it, were it in its list."""
    page = MkDocsPage(None, page_file(config, address, None), config)
    page.meta = {name: getattr(values, name) for name in ("kind", "lines", "linked")}
    page.meta |= {"title": escape(values.title), "description": escape(values.description)}
    page.content = values.content
    page.canonical_url, page.edit_url = values.canonical or None, values.edit or None
    return rendered(config, record, page)


def listed_page(config: MkDocsConfig, record: Record, made: Page) -> str:
    """A page in MkDocs' list that it wrote without a body, with the body."""
    late = record.late[made.address]
    page, address = late.page, made.address
    page.meta = {**front_matter_of(made), **late.own}
    page.meta["lines"] = head_lines(page.meta, picture_of(config, record, address, page.meta.get("picture")))
    page.content = joined(late.note, made)
    return rendered(config, record, page)


def rendered(config: MkDocsConfig, record: Record, page: MkDocsPage) -> str:
    """What the template makes of a page that MkDocs itself does not write, or not yet."""
    assert record.env and record.nav is not None
    page.active = True
    context = get_context(record.nav, record.documents, config, page)
    context = config.plugins.on_page_context(context, page=page, config=config, nav=record.nav)
    made = record.env.get_template("main.html").render(context)
    page.active = False
    return config.plugins.on_post_page(made, page=page, config=config)


def edit_address(config: MkDocsConfig, page: Page) -> str:
    """Where the file behind a page can be edited; '' where the settings do not tell."""
    if not page.source or not (config.repo_url or config.edit_uri_template):
        return ""
    return MkDocsPage(None, page_file(config, page.address, page.source), config).edit_url or ""


def sitemaps(config: MkDocsConfig, record: Record, paths: Iterable[str]) -> Iterable[tuple[str, bytes]]:
    """The list of all pages for search engines, with the day on which each last changed."""
    days = last_changes(record.corpus)
    beside = (path.removesuffix("index.html") for path in paths if path_of("") == posixpath.basename(path))
    addresses = sorted(map(quote, {*beside, *map(address_of, record.documents)}))
    ending = record.site.serving.page_name
    listed = ((address + ending, days.get(unquote(address), "")[:10]) for address in addresses)
    yield from render_sitemaps(listed, config.site_url or "")


def downloads(record: Record) -> Iterable[tuple[str, bytes]]:
    """What a hosted site hands out and does not make: the bundle."""
    for path, file in record.downloads:
        yield path, file.read_bytes()


def policy(config: MkDocsConfig, record: Record) -> Iterable[tuple[str, str]]:
    """What servers are to say of the scripts that pages may run."""
    if config.use_directory_urls:
        yield FILE, render_headers(render_policy(record.scripts))


def bundle_of(config: MkDocsConfig, corpus: Corpus) -> tuple[Bundle, Path] | None:
    """The zip file of this edition, where a hosted site finds one in the folder of the setting `bundles`."""
    folder = config.extra.get("bundles")
    if not folder or not config.use_directory_urls:
        return None
    here = Path(config.config_file_path).parent / str(folder)
    if not here.is_dir():
        return None
    return find_bundle(here, bundle_name(config.site_name, standing(corpus)))


# --- pages in MkDocs' list ---------------------------------------------------------------------------


def front_matter_of(made: Page) -> dict[str, Any]:
    """The front matter of a generated page, as MkDocs is given it."""
    words = {name: escape(made.front_matter[name]) for name in ("title", "description")}
    return {**made.front_matter, **words}


def joined(note: str, made: Page) -> str:
    """One body out of a note, which may be empty, and a page; a note with its own h1 stands for the head."""
    if not note.strip():
        return f"{made.head}\n{made.html}"
    head = "" if "<h1" in note else f"{made.head}\n"
    return f'{head}<div class="note">\n{note}\n</div>\n{made.html}'


def written_pages(files: Files) -> dict[str, str]:
    """Source of each page that a person wrote, by address."""
    return {address_of(file): file.src_uri for file in files.documentation_pages()}


def lend_assets(files: Files, config: MkDocsConfig) -> None:
    """Add the style sheets and scripts of the engine that the record does not have itself."""
    for name in lent_assets():
        if files.get_file_from_path(f"assets/{name}") is None:
            source = str(ASSETS.parent)
            files.append(File(f"assets/{name}", source, config.site_dir, config.use_directory_urls))


def page_file(config: MkDocsConfig, address: str, source: str | None) -> File:
    """A generated page without text of its own; its body is put in when MkDocs has rendered nothing."""
    file = File.generated(config, f"{address}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
    if source:
        file.edit_uri = f"../{quote(source)}"
    if not config.use_directory_urls:
        in_a_folder(file)
    return file


def in_a_folder(file: File) -> None:
    """Let a page lie in the folder of its address, as it does behind a server."""
    file.dest_uri = path_of(address_of(file))
    file.url = quote(file.dest_uri)


def load_once(theme: Theme) -> None:
    """While pages are served: files of an installed theme are listed once, all templates compiled once."""
    make = theme.get_env

    def get_env() -> jinja2.Environment:
        env = make()
        env.loader = ListedOnce(theme.dirs, {theme.custom_dir or "", str(TEMPLATES)})
        env.bytecode_cache = compiled_once
        return env

    theme.get_env = get_env  # type: ignore[method-assign]  # no event of MkDocs comes in between


# --- smaller things ----------------------------------------------------------------------------------


def record_of(config: MkDocsConfig) -> Record:
    """The record of this build."""
    record: Record = config.extra["record"]
    return record


def report(problems: Sequence[Problem], said: Sequence[Problem]) -> None:
    """Log every problem, so that a strict build counts it.

    Notices among those that were said in the last build of this process are not repeated: there may be
    thousands, and one is new. Most are the same objects as then, and need not be compared.
    """
    then, now = {*map(id, said)}, {*map(id, problems)}
    known = {problem for problem in said if id(problem) not in now}
    new = [p for p in problems if p.severity != "notice" or (id(p) not in then and p not in known)]
    for problem in new:
        log.log(LEVELS[problem.severity], "%s", printable(str(problem)))
    if again := len(problems) - len(new):
        log.info("%d notice%s said before and still open", again, "s" if again > 1 else "")


def address_of(file: File) -> str:
    """Folder below / of a page: "about/" for about.md, "" for index.md."""
    return address_of_source(file.src_uri)


def picture_of(config: MkDocsConfig, record: Record, address: str, chosen: object = None) -> str:
    """Full address of the picture that a link to a page shows; '' where that of the site is not known."""
    if not config.site_url:
        return ""
    of_release = (
        CAN_DRAW and not is_serving and address.removeprefix("releases/").rstrip("/") in record.site.releases
    )
    picture = chosen or (f"{address}{CARD}" if of_release else record.picture)
    return f"{config.site_url}{picture}" if picture else ""


def with_clear_errors(name: str, step: Callable[[], Given]) -> Given:
    """What a step gives; where the disk or a process fails, the build ends with one line that says why.

    `mkdocs build --verbose` shows how long each step takes.
    """
    start, used = perf_counter(), process_time()
    try:
        return step()
    except (CannotWrite, WorkerLost) as error:
        raise BuildError(str(error)) from error
    finally:
        log.debug("%s: %.2f s, %.2f s of them here", name, perf_counter() - start, process_time() - used)
