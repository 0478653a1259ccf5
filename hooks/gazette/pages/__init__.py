"""Corpus → pages of the site: address, title, front matter and the HTML of the body.

Enters: a `Corpus` and how the site is served. Leaves: `Page` values, one for each address.
Must not be known here: MkDocs, templates, the disk. No fact is born here and no prose is read:
every module of this package puts values into words and links, nothing else.
"""

from gazette.pages.layout import head_lines
from gazette.pages.site import Bundle, Page, Serving, build_site
from gazette.pages.table import Quire, plan_indexes, plan_pages, render_pages

__all__ = [
    "Bundle",
    "Page",
    "Quire",
    "Serving",
    "build_site",
    "head_lines",
    "plan_indexes",
    "plan_pages",
    "render_pages",
]
