"""Builds as `mkdocs serve` does them, one after the other in one process: one for each line that comes in.

After each build somebody asks for what is only made on demand, so that the whole site is there.

python tests/previewing.py FOLDER-OF-THE-RECORD FOLDER-OF-THE-SITE
"""

from __future__ import annotations

import logging
import os
import sys

from mkdocs.commands.build import build
from mkdocs.config import load_config


def main(root: str, site: str) -> None:
    """Build at once, and again for each line; say so after each."""
    os.chdir(root)
    logging.basicConfig(level=logging.ERROR)
    while True:
        config = load_config("mkdocs.yml", site_dir=site)
        config.plugins.run_event("startup", command="serve", dirty=False)
        config.extra["workers"] = 1  # the threads of a server do not fork either
        build(config)
        (hook,) = config.hooks.values()
        for path in ("data/releases.json", "concordance/index.js"):
            hook.due.ask(path)
        print("built", flush=True)
        if not sys.stdin.readline():
            return


if __name__ == "__main__":
    main(*sys.argv[1:])
