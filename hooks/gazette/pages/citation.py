"""How a release is cited, in the Chicago style.

Enters: a release and the site. Leaves: the words of the citation.
Source: The Chicago Manual of Style, 17th edition, 14.159 and 14.208 (what the source does not say
stands in brackets).
"""

from __future__ import annotations

from gazette.model import Release
from gazette.pages.site import Site, has_supplied_title, title_of
from gazette.pages.wording import plain, say_when

INNER_QUOTES = str.maketrans({"“": "‘", "”": "’", '"': "’"})


def permalink(site: Site, release: Release) -> str:
    """Where the release stands: the full address where that of the site is known."""
    path = f"releases/{release.id}/"
    return (site.serving.site_url.rstrip("/") + "/" if site.serving.site_url else "/") + path


def cite(site: Site, release: Release) -> tuple[str, str, str]:
    """The citation in three parts: what stands before the title, the title, what follows it."""
    body, country = site.issuer_of(release), site.country_of(release)
    author = f"{body} ({country})" if body and country and country not in body else body
    title = title_of(release).translate(INNER_QUOTES)
    title = f"[{title}]." if has_supplied_title(release) else f"“{title}{'' if title[-1:] in '.?!' else '.'}”"
    issued = release.imprint.issued
    dated = say_when(issued.value) if issued else "n.d."
    if issued and issued.status != "stated":
        dated = f"[{dated}]"
    kind = plain(release.imprint.kind.value)
    return (f"{author}. " if author else "", title, f" {kind}, {dated}. {site.serving.site_name}. ")
