"""The command `gazette`: its arguments, and one `run_…` function for each of its commands.

Enters: arguments. Leaves: text on the terminal, an exit status: 0, 1 where there are problems, 2 where the
command itself was wrong. Of a record only these change anything: `new` (seeds/, accessions.yml), `review`,
`establish`, `edition`, `propose` (docs/authority/) and `schema`; `write`, `bundle` and `init` write into the
folder that is named.
The only room that prints. Raw text is never sent to a terminal with its control characters.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from gazette import __version__
from gazette.cli.appending import NotAppended
from gazette.cli.bundle import NotBundled, make_bundle
from gazette.cli.codes import explain_code
from gazette.cli.diff import compare_places, load_changes
from gazette.cli.edition import add_edition, is_day, read_standing, say_standing
from gazette.cli.establish import establish
from gazette.cli.explain import explain
from gazette.cli.init import NotInitialised, make_record, renew_engine
from gazette.cli.naming import PASTED, Said
from gazette.cli.new import add, say_added, say_next
from gazette.cli.places import WrongCommand, find_root, raw_files, read_release
from gazette.cli.propose import NotProposed, propose
from gazette.cli.review import list_matters, review
from gazette.cli.schema import stale_schemas, write_schemas
from gazette.cli.show import card, describe, records_of
from gazette.cli.terminal import printable, safe_json
from gazette.cli.write import write_record
from gazette.exports.changes import describe_changes, render_changes
from gazette.seeds import LARGEST

DESCRIPTION = """\
Raw diplomatic press releases in, a record that can be cited out.

A record is a folder with mkdocs.yml, raw files under seeds/ and what editors know under
docs/authority/. Without a record, files are read with empty authority files."""

EXAMPLES = """\
examples:
  gazette check                              what is doubtful in this record
  gazette new letter.txt                     put a text on the record, and see what is read from it
  gazette check --explain seed-changed       what a problem code means, with an example and its cure
  gazette show seeds/ruritania               a card for each release in a folder
  gazette show letter.txt --json             every fact with its sentence, for programs
  gazette explain letter.txt                 how it was read, step by step
  gazette review                             answer the open questions, one at a time
  gazette unused corrections                 what editors wrote that matches nothing
  gazette establish jana-roe                 confirm a provisional official
  gazette edition 2026-11-26                 give the record as it is now the next number
  gazette write build/record                 the whole record as files, without MkDocs
  gazette bundle                             the whole site as one zip file, to be read offline
  gazette propose "$GITHUB_EVENT_PATH"        a reader's proposal, for a pull request
  gazette init ../council --name "Strelsau Council Record"   a new record, with this engine
  gazette diff ../before .                   what changes in the record, for a comment

exit status: 0 all is well; 1 there are problems; 2 the command was wrong.
Every problem code, with its cure, is described in docs/contributing.md and by `gazette check --explain`."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with the arguments (those of the process by default); gives the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    asked = make_parser().parse_args(arguments)
    try:
        status = int(asked.run(asked))
        sys.stdout.flush()
        return status
    except WrongCommand as wrong:
        print(f"gazette {asked.command}: {printable(str(wrong))}", file=sys.stderr)
        return 2
    except (NotAppended, NotBundled, NotInitialised) as refused:
        print(f"gazette {asked.command}: {printable(str(refused))}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader of a pipe went away: `gazette show … | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def make_parser() -> argparse.ArgumentParser:
    """The commands and their arguments."""
    plain = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        prog="gazette", description=DESCRIPTION, epilog=EXAMPLES, formatter_class=plain
    )
    parser.add_argument("--version", action="version", version=f"gazette {__version__}")
    record = argparse.ArgumentParser(add_help=False)
    record.add_argument(
        "--record",
        metavar="DIR",
        type=Path,
        help="folder of the record (default: the nearest one upwards that holds mkdocs.yml)",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    def add(name: str, summary: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(
            name, help=summary, description=text, parents=[record], formatter_class=plain
        )

    check = add("check", "list what is doubtful in the record", CHECK)
    check.set_defaults(run=run_check)
    check.add_argument(
        "--explain",
        metavar="CODE",
        nargs="?",
        const="",
        help="say what a problem code means instead, with an example and its cure; without a code, list them",
    )
    new = add("new", "put a text on the record", NEW)
    new.add_argument("file", metavar="FILE", help="text as received; - for one that is pasted or piped in")
    new.add_argument("--as", dest="seed", metavar="PATH", help="path below seeds/ (default: worked out)")
    new.add_argument("--issuer", metavar="ID", help="issuing body, an id of bodies.yml (default: as read)")
    new.add_argument("--source", metavar="WORDS", default="", help="where it came from: an address, or words")
    new.add_argument("--received", metavar="YEAR-MONTH-DAY", help="day on which it was received")
    new.add_argument("--secondary", action="store_true", help="a report by others, such as a newspaper's")
    new.add_argument("--dry-run", action="store_true", help="only show what would be written")
    new.set_defaults(run=run_new)
    show = add("show", "show what is read from raw files", SHOW)
    show.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="raw file, or folder of raw files")
    show.add_argument("--json", action="store_true", help="print the export contract, one object a file")
    show.set_defaults(run=run_show)
    explained = add("explain", "show how one raw file is read, step by step", EXPLAIN)
    explained.add_argument("path", metavar="FILE", type=Path, help="raw file")
    explained.set_defaults(run=run_explain)
    confirm = add("establish", "confirm a provisional official", ESTABLISH)
    confirm.add_argument("id", metavar="ID", help="of a provisional official, as in the address of the page")
    confirm.set_defaults(run=run_establish)
    edition = add("edition", "show or write the edition of the record", EDITION)
    edition.add_argument(
        "day",
        metavar="YEAR-MONTH-DAY",
        nargs="?",
        help="day of the new edition; left out: nothing is written",
    )
    edition.add_argument("--note", default="", help="what a reader should know of it, in a sentence")
    edition.set_defaults(run=run_edition)
    asking = add("review", "answer the open questions of the record, one at a time", REVIEW)
    asking.add_argument("--list", action="store_true", help="print all open questions and write nothing")
    asking.add_argument("--date", metavar="YEAR-MONTH-DAY", default="", help="day of the decisions")
    asking.set_defaults(run=run_review)
    idle = add("unused", "list what editors wrote that matches nothing", UNUSED)
    idle.add_argument("files", metavar="FILE", nargs="*", help="officials, topics … (default: all)")
    idle.set_defaults(run=run_unused)
    schema = add("schema", "renew the JSON Schemas of the authority files", SCHEMA)
    schema.add_argument("--check", action="store_true", help="write nothing; status 1 where one is stale")
    schema.set_defaults(run=run_schema)
    write = add("write", "write the whole record as files", WRITE)
    write.add_argument("target", metavar="DIR", type=Path, help="folder to write into; made where missing")
    write.set_defaults(run=run_write)
    bundle = add("bundle", "write the whole site as one zip file", BUNDLE)
    bundle.add_argument(
        "target", metavar="DIR", nargs="?", type=Path, help="folder for it (default: dist in the record)"
    )
    bundle.set_defaults(run=run_bundle)
    diff = add("diff", "say what changes in the record between two states", DIFF)
    diff.add_argument("places", metavar="PLACE", nargs="*", type=Path, help="the old state, then the new one")
    diff.add_argument("--json", action="store_true", help="print the changes for programs")
    diff.add_argument(
        "--changes", metavar="FILE", type=Path, help="a file that --json wrote, instead of places"
    )
    diff.set_defaults(run=run_diff)
    proposed = add("propose", "put into the record what a reader proposed by a form", PROPOSE)
    proposed.add_argument("event", metavar="EVENT", type=Path, help="the file in GITHUB_EVENT_PATH")
    proposed.set_defaults(run=run_propose)
    new = add("init", "make a new record, with this engine in it", INIT)
    new.add_argument("target", metavar="DIR", type=Path, help="folder that is empty or does not exist yet")
    new.add_argument("--name", default="", help="of the record, as it stands on every page; required")
    new.add_argument("--renew", action="store_true", help="put this engine into the record in DIR instead")
    new.add_argument("--countries", default="", help="on which it is, with commas: 'France, Germany'")
    new.add_argument("--language", default="en", help="of the releases, with commas: en, fr")
    new.set_defaults(run=run_init)
    return parser


CHECK = """\
Print every problem of the record as `file:line: code: message — cure`, then their number.
Errors and warnings end a strict build of the site; a notice only asks an editor to confirm
something. Exit status 1 where there are errors."""

NEW = """\
Put a text, as received and byte for byte, below seeds/ under a name made of its issuer, date and title; add
its accession to docs/authority/accessions.yml; show what is read from it, each fact with its line; say
what is left to do. Nothing is ever overwritten. A text that is there already is said to be there; what an
interrupted run left undone is completed. Exit status 1 where the text has errors or warnings, or cannot be
put on the record."""

SHOW = """\
Print what is read from raw files, inside a record or anywhere else. Several files are read
together: a name that one gives in part, another may give in full.
Exit status 1 where a file has errors or warnings."""

EXPLAIN = """\
Print how one raw file is read: its lines, blocks, repairs and parts, what it says of itself,
people, events and topics, each with its lines and the name of the rule."""

ESTABLISH = """\
Add the record of a provisional official to the end of docs/authority/officials.yml; what stands
there is kept as it is. Nothing is added that the releases do not say: complete it by hand.
To merge or reject an official instead, see docs/contributing.md."""

EDITION = """\
Say what came and went since the last edition. With a day, write the next edition to the end of
docs/authority/editions.yml: the digests of what is new. An edition that stands there is never changed."""

REVIEW = """\
Put the open questions one at a time, with their sentences: officials whom no authority file knows,
names that may be somebody's, events that may be one, what releases say differently. An answer is one
letter or number, and a note after it if you like; it is written into docs/authority before the next
question is put. What was decided is asked again when its sentences change. Answers may come from a
file or a pipe: gazette review < answers.txt
Exit status 1 where questions stay open."""

UNUSED = """\
Print variants, cues, near misses, wordings, known events, corrections and decisions that match nothing
in the record, as `file:line: what: words`, then their number in each file. None of it is an error: a
cue may wait for its release. Name files, such as topics, to see these only."""

SCHEMA = """\
Write docs/authority/schemas/*.json: what front matter and each authority file must look like, for
programs that complete and check YAML while it is written, such as VS Code with the YAML extension."""

WRITE = """\
Write the record into a folder: pages, data files, and for each release raw.txt (as received)
and release.md (normalised). The same record gives the same bytes; SHA256SUMS lists them.
Files of an earlier run that are no longer part of the record are removed, nothing else is."""

BUNDLE = """\
Build the site and write it as <record>-<edition>.zip: opened from a folder, it needs no network.
SHA256SUMS inside lists every file. The same record gives the same bytes. An edition must be without
errors and warnings; where something came since the last edition, the bundle is marked as a draft."""


DIFF = """\
Print what changes from one state of the record to another: releases, people, offices, events with
their dates, topics. A state is a record, a built site, a folder of `gazette write`, its folder data/ or one
list in it. As Markdown in which nothing of a text is active, or as JSON; many changes are counted and the
first ones listed."""


PROPOSE = """\
Put a release or a correction into the record that a reader proposed by a form on GitHub; a workflow then
makes a pull request of it. Prints Markdown that says what was done, in which nothing of the proposal is
active. Exit status 1 where it cannot be used: what is printed then is the answer to the reader."""


INIT = """\
Make a new record: settings, pages, empty authority files with examples, a test, and this engine as a
wheel, so that `make serve` and `make test` work in it. Nothing is fetched and nothing is asked.
A folder that holds anything is left alone. With --renew, the engine of a record that is there is replaced
by this one, with the libraries that it pins."""


def run_check(asked: argparse.Namespace) -> int:
    """`gazette check`."""
    from gazette.assemble import assemble

    if asked.explain is not None:
        print(printable(explain_code(asked.explain)))
        return 0
    corpus = assemble(find_root(asked.record))
    for problem in corpus.problems:
        print(printable(str(problem)))
    counts = [(s, sum(p.severity == s for p in corpus.problems)) for s in ("error", "warning", "notice")]
    said = ", ".join(f"{n} {s}{'' if n == 1 else 's'}" for s, n in counts)
    print(f"{len(corpus.releases)} release{'' if len(corpus.releases) == 1 else 's'}: {said}")
    return int(counts[0][1] > 0)


def run_new(asked: argparse.Namespace) -> int:
    """`gazette new`."""
    root = find_root(asked.record)
    if not (root / "mkdocs.yml").is_file():
        raise WrongCommand(f"{root} is no record: it has no mkdocs.yml; name the record with --record DIR")
    name, content = received(asked.file)
    said = Said(asked.seed, asked.issuer, asked.source, asked.received, asked.secondary)
    added = add(root, name, content, said, asked.dry_run)
    (record,) = describe([added.release], added.known)
    print(printable(say_added(added, asked.dry_run)))
    print()
    print(printable(card(record)))
    print()
    print(printable(say_next(added, [p["code"] for p in record["problems"]], asked.dry_run)))
    return int(any(problem["severity"] != "notice" for problem in record["problems"]))


def received(named: str) -> tuple[str, bytes]:
    """Name and bytes of the file that an argument names, or of what is pasted."""
    if named == "-":
        if sys.stdin.isatty():
            print("Paste the text; end it with Ctrl-D on a line of its own.", file=sys.stderr)
        return PASTED, sys.stdin.buffer.read(LARGEST + 1)
    path = Path(named)
    if not path.is_file():
        raise WrongCommand(f"{named}: no such file; name a text as received, or - to paste one")
    try:
        with path.open("rb") as file:
            return path.name, file.read(LARGEST + 1)
    except OSError as error:
        raise WrongCommand(f"{named} cannot be opened: {error.strerror}") from error


def run_show(asked: argparse.Namespace) -> int:
    """`gazette show`."""
    files = [file for path in asked.paths for file in raw_files(path)]
    records = records_of(files, find_root(asked.record, *asked.paths))
    if asked.json:
        sys.stdout.write(safe_json(records))
    else:
        print("\n\n".join(printable(card(record)) for record in records))
    return int(any(p["severity"] != "notice" for record in records for p in record["problems"]))


def run_explain(asked: argparse.Namespace) -> int:
    """`gazette explain`."""
    (path,) = raw_files(asked.path)[:1] if asked.path.is_file() else [None]
    if path is None:
        raise WrongCommand(f"{asked.path} is no file; name one raw file, such as seeds/ruritania/….txt")
    for line in explain(read_release(path, find_root(asked.record, path))):
        print(printable(line))
    return 0


def run_establish(asked: argparse.Namespace) -> int:
    """`gazette establish`."""
    print(printable(establish(find_root(asked.record), asked.id)))
    return 0


def run_review(asked: argparse.Namespace) -> int:
    """`gazette review`."""
    root = find_root(asked.record)
    if asked.date and not is_day(asked.date):
        raise WrongCommand(f"--date {asked.date!r} is no day; write it as year-month-day, such as 2026-11-26")
    if asked.list:
        listed = list_matters(root)
        for words in listed:
            print(printable(words))
        left = len(listed)
    else:
        try:
            left = review(root, sys.stdin.readline, say, asked.date)
        except KeyboardInterrupt:
            print("\nstopped; what was answered is written")
            return 1
    print(f"\n{left or 'no'} open question{'' if left == 1 else 's'}")
    return int(left > 0)


def run_unused(asked: argparse.Namespace) -> int:
    """`gazette unused`."""
    from gazette.apparatus import unused
    from gazette.assemble import assemble
    from gazette.authority import AUTHORITY_FILES, load_entry_lines

    named = [name.removesuffix(".yml").rpartition("/")[2] for name in asked.files]
    for name in named:
        if name not in AUTHORITY_FILES:
            raise WrongCommand(f"{name}: no such file; name one of {', '.join(AUTHORITY_FILES)}")
    root = find_root(asked.record)
    found = unused(assemble(root), load_entry_lines(root / "docs" / "authority"))
    counts = dict.fromkeys(named or AUTHORITY_FILES, 0)
    for one in found:
        if one.file in counts:
            counts[one.file] += 1
            print(printable(f"{one.path}:{one.line}: {one.what}: {one.words}"))
    counted = ", ".join(f"{count} in {name}.yml" for name, count in counts.items() if count)
    print(f"unused: {counted or 'nothing'}")
    return 0


def say(words: str) -> None:
    """Print at once, so that a question stands there before its answer is waited for."""
    print(printable(words), flush=True)


def run_schema(asked: argparse.Namespace) -> int:
    """`gazette schema`."""
    root = find_root(asked.record)
    paths = list(stale_schemas(root)) if asked.check else write_schemas(root)
    for path in paths:
        print(printable(f"{path.relative_to(root)}: {'stale' if asked.check else 'written'}"))
    if not paths:
        print("all schemas are as they should be")
    elif asked.check:
        print("`gazette schema` writes them anew")
    return int(asked.check and bool(paths))


def run_write(asked: argparse.Namespace) -> int:
    """`gazette write`."""
    root = find_root(asked.record)
    corpus, written = write_record(root, asked.target)
    print(f"{written} files in {printable(str(asked.target))}")
    problems = [p for p in corpus.problems if p.severity == "error"]
    for problem in problems:
        print(printable(str(problem)), file=sys.stderr)
    return int(bool(problems))


def run_edition(asked: argparse.Namespace) -> int:
    """`gazette edition`."""
    root = find_root(asked.record)
    if asked.day is None:
        if asked.note:
            raise WrongCommand("a note needs an edition to belong to; name its day, such as 2026-11-26")
        print(printable(say_standing(read_standing(root))))
        return 0
    if not is_day(asked.day):
        raise WrongCommand(f"{asked.day!r} is no day; write it as year-month-day, such as 2026-11-26")
    print(printable(add_edition(root, asked.day, asked.note)))
    return 0


def run_bundle(asked: argparse.Namespace) -> int:
    """`gazette bundle`."""
    root = find_root(asked.record)
    made = make_bundle(root, asked.target or root / "dist")
    print(printable(f"{made.path}: {made.files} files, {made.octets:,} bytes"))
    print(f"sha256 {made.sha256}")
    if made.sbom:
        print(printable(f"{made.sbom}: what it was made with"))
    if made.is_draft:
        print(f"a draft: `gazette edition YEAR-MONTH-DAY` makes edition {made.number} of it")
        if made.complaints:
            several = "s" if made.complaints > 1 else ""
            print(
                f"the build gave {made.complaints} error{several} or warning{several}: `gazette check` and "
                "`make site` list them, and no edition is made before they are settled"
            )
    return 0


def run_diff(asked: argparse.Namespace) -> int:
    """`gazette diff`."""
    if asked.changes:
        if asked.places or asked.json:
            raise WrongCommand("--changes FILE stands alone: the changes in it are printed as Markdown")
        changes = load_changes(asked.changes)
    elif len(asked.places) == 2:
        changes = compare_places(*asked.places)
    else:
        raise WrongCommand("expected two places: gazette diff OLD NEW")
    if asked.json:
        sys.stdout.write(safe_json(describe_changes(changes)))
    else:
        sys.stdout.write(printable(render_changes(changes)))
    return 0


def run_init(asked: argparse.Namespace) -> int:
    """`gazette init`."""
    if asked.renew:
        for path in renew_engine(asked.target):
            print(printable(f"{asked.target / path}: written"))
        return 0
    countries, languages = (
        [word.strip() for word in words.split(",") if word.strip()]
        for words in (asked.countries, asked.language)
    )
    written = make_record(asked.target, asked.name, countries, languages)
    where = printable(str(asked.target))
    print(f"{where}: {len(written)} files")
    print(f"`cd {where}`, then `make serve`; docs/contributing.md says how a release is added")
    return 0


def run_propose(asked: argparse.Namespace) -> int:
    """`gazette propose`."""
    try:
        sys.stdout.write(printable(propose(find_root(asked.record), asked.event)))
        return 0
    except NotProposed as refused:
        print(printable(str(refused)))
        return 1
