"""What a search finds: one entry for each release, official, event and topic, and how they are handed over.

Enters: a `Corpus`. Leaves: `Entry` values (`entries`), each as a sheet that Pagefind reads (`sheets`),
and Pagefind's files as scripts that work from a folder on disk (`offline`).
Must not be known here: the disk, the site generator, how Pagefind is run.
"""

from gazette.concordance.entries import Entry, Passage, render_entries
from gazette.concordance.offline import ShapeChanged, render_scripts
from gazette.concordance.sheets import render_sheet

__all__ = ["Entry", "Passage", "ShapeChanged", "render_entries", "render_scripts", "render_sheet"]
