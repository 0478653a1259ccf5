"""What a record takes from the engine beside readings: the MkDocs adapter, templates, style sheets, scripts.

Leaves: folders. In a wheel they lie beside this file, in a checkout where they are written; the layout is the
same. A record made by `gazette init` has one line in hooks/publish.py, `from gazette_site.publish import *`,
and so runs the adapter of the engine that is installed. The adapter's modules know one another by bare names,
as MkDocs finds them in hooks/, so their folder is on the path. Nothing of MkDocs is imported here.
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent

BASE = HERE if (HERE / "hooks").is_dir() else HERE.parents[1]
"""Holds hooks/, docs/, requirements/ and what GitHub does."""

IS_CHECKOUT = HERE != BASE
"""Whether the engine runs from its repository."""

ADAPTER = BASE / "hooks"
TEMPLATES = BASE / "docs" / "overrides"
ASSETS = BASE / "docs" / "assets"
"""What pages load; below the site it lies in assets/ too."""

LENT = ("*.css", "*.js", "*.svg", "search/*.js")
"""Of the assets: the files that every record needs. Pictures belong to one record."""

SKELETON = HERE / "skeleton"
"""What `gazette init` writes, as templates."""

REQUIREMENTS = BASE / "requirements" / "site.txt"
"""The libraries of a build, pinned."""

GITHUB = BASE / (".github" if IS_CHECKOUT else "github")
WORKFLOWS = ("changes", "comment", "edition", "proposal", "publish")
"""Of what GitHub does: what any record can use."""

__path__.append(str(ADAPTER))
if str(ADAPTER) not in sys.path:
    sys.path.append(str(ADAPTER))


def lent_assets() -> list[str]:
    """Paths below ASSETS of the files that a record has from the engine."""
    found = (path for pattern in LENT for path in ASSETS.glob(pattern))
    return sorted(path.relative_to(ASSETS).as_posix() for path in found)
