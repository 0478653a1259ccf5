"""The command `gazette`: check · show · explain · establish · write.

Enters: arguments. Leaves: text on the terminal, files below the folder that `write` names, the record
that `establish` adds to officials.yml, an exit status: 0, 1 where there are problems, 2 where the
command itself was wrong.
The only room that prints. Raw text is never sent to a terminal with its control characters.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from gazette import __version__
from gazette.cli.establish import NotEstablished, establish
from gazette.cli.explain import explain
from gazette.cli.places import WrongCommand, find_root, raw_files, read_release
from gazette.cli.show import card, records_of
from gazette.cli.terminal import printable, safe_json
from gazette.cli.write import write_record

DESCRIPTION = """\
Raw diplomatic press releases in, a record that can be cited out.

A record is a folder with mkdocs.yml, raw files under seeds/ and what editors know under
docs/authority/. Without a record, files are read with empty authority files."""

EXAMPLES = """\
examples:
  gazette check                              what is doubtful in this record
  gazette show seeds/mfaic                   a card for each release in a folder
  gazette show letter.txt --json             every fact with its sentence, for programs
  gazette explain letter.txt                 how it was read, step by step
  gazette establish jana-roe                 confirm a provisional official
  gazette write build/record                 the whole record as files, without MkDocs

exit status: 0 all is well; 1 there are problems; 2 the command was wrong.
Every problem code, with its cure, is described in docs/contributing.md."""


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
    except NotEstablished as refused:
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
    write = add("write", "write the whole record as files", WRITE)
    write.add_argument("target", metavar="DIR", type=Path, help="folder to write into; made where missing")
    write.set_defaults(run=run_write)
    return parser


CHECK = """\
Print every problem of the record as `file:line: code: message — cure`, then their number.
Errors and warnings end a strict build of the site; a notice only asks an editor to confirm
something. Exit status 1 where there are errors."""

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

WRITE = """\
Write the record into a folder: pages, data files, and for each release raw.txt (as received)
and release.md (normalised). The same record gives the same bytes; SHA256SUMS lists them.
Files of an earlier run that are no longer part of the record are removed, nothing else is."""


def run_check(asked: argparse.Namespace) -> int:
    """`gazette check`."""
    from gazette.assemble import assemble

    corpus = assemble(find_root(asked.record))
    for problem in corpus.problems:
        print(printable(str(problem)))
    counts = [(s, sum(p.severity == s for p in corpus.problems)) for s in ("error", "warning", "notice")]
    said = ", ".join(f"{n} {s}{'' if n == 1 else 's'}" for s, n in counts)
    print(f"{len(corpus.releases)} release{'' if len(corpus.releases) == 1 else 's'}: {said}")
    return int(counts[0][1] > 0)


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
        raise WrongCommand(f"{asked.path} is no file; name one raw file, such as seeds/mfaic/….txt")
    for line in explain(read_release(path, find_root(asked.record, path))):
        print(printable(line))
    return 0


def run_establish(asked: argparse.Namespace) -> int:
    """`gazette establish`."""
    print(printable(establish(find_root(asked.record), asked.id)))
    return 0


def run_write(asked: argparse.Namespace) -> int:
    """`gazette write`."""
    root = find_root(asked.record)
    corpus, written = write_record(root, asked.target)
    print(f"{written} files in {printable(str(asked.target))}")
    problems = [p for p in corpus.problems if p.severity == "error"]
    for problem in problems:
        print(printable(str(problem)), file=sys.stderr)
    return int(bool(problems))
