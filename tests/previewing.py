"""Builds as `mkdocs serve` does them, one after the other in one process: one for each line that comes in.

What comes out after each build: how many releases were read anew.

After each build somebody asks for what is only made on demand: for all of it, so that the whole site is
there, or where the line says "some", for a part.

python tests/previewing.py FOLDER-OF-THE-RECORD FOLDER-OF-THE-SITE
"""

from __future__ import annotations

import logging
import os
import random
import sys

from mkdocs.commands.build import build
from mkdocs.config import load_config

from due import Due


def main(root: str, site: str) -> None:
    """Build at once, and again for each line; say so after each."""
    os.chdir(root)
    logging.basicConfig(level=logging.ERROR)
    rng, word = random.Random(7), "all"
    while word:
        config = load_config("mkdocs.yml", site_dir=site)
        config.plugins.run_event("startup", command="serve", dirty=False)
        config.extra["workers"] = 1  # the threads of a server do not fork either
        build(config)
        (hook,) = config.hooks.values()
        read = hook.kept.read
        if word == "some":
            ask_for_some(hook.due, rng)
        else:
            hook.due.ask_for_all()
        print(read, flush=True)
        word = sys.stdin.readline().strip()


NAMED = {"data/": "data/releases.json", "concordance": "concordance/index.js"}
"""Of pieces that are not named by the address of a page: a file that one makes."""


def ask_for_some(due: Due, rng: random.Random) -> None:
    """Ask for a third of what is due."""
    for task in due.tasks:
        for piece in sorted(task.pieces):
            if rng.random() < 1 / 3:
                due.ask(NAMED.get(piece, piece))
                assert piece in task.made, piece


if __name__ == "__main__":
    main(*sys.argv[1:])
