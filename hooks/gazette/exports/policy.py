"""What the pages may load and run: the Content-Security-Policy, worked out from the pages themselves.

Enters: the HTML of pages as built. Leaves: the policy, and the file `_headers` by which Netlify, Cloudflare
Pages and others send it. Nothing is allowed that no page needs: an inline script by its digest alone,
inline styles never. Must not be known here: the disk, the search engine, which host serves the site.
Source: Content Security Policy Level 3 (w3.org/TR/CSP3).
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator

FILE = "_headers"

_SCRIPT = re.compile(r"<script\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>(.*?)</script\s*>", re.I | re.S)
_SOURCE = re.compile(r"(?:^|\s)src\s*=", re.I)
_KIND = re.compile(r"(?:^|\s)type\s*=\s*[\"']?([^\s\"'>]*)", re.I)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_RUNS = re.compile(
    r"(?:text|application)/(?:x-)?(?:java|ecma)script|module|importmap|speculationrules|", re.I
)
"""Kinds of script that a browser runs or obeys; others, such as JSON-LD, are text to it."""

_STYLED = re.compile(r"<style\b|<[a-z][^<>]*\s(?:style|on[a-z]+)\s*=\s*[\"']", re.I)

OTHER_HEADERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)
"""Beside the policy. No Strict-Transport-Security: whether the whole host speaks TLS is its owner's word."""


def inline_scripts(html: str) -> Iterator[str]:
    """Digest of each script that stands in a page and that a browser would run, as the policy names it.

    >>> list(inline_scripts('<script src="a.js"></script><script type="application/ld+json">{}</script>'))
    []
    >>> list(inline_scripts("<script>alert(1)</script>"))
    ["'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"]
    """
    if "<script" not in html.lower():
        return
    for attributes, code in _SCRIPT.findall(_COMMENT.sub("", html)):
        kind = _KIND.search(attributes)
        if not _SOURCE.search(attributes) and _RUNS.fullmatch(kind[1] if kind else ""):
            digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
            yield f"'sha256-{digest}'"


def is_styled_inline(html: str) -> bool:
    """Whether a page holds a style or a script in an attribute, or a style sheet: the policy forbids each.

    >>> is_styled_inline('<p style="color: red">'), is_styled_inline('<p class="style">style="x"')
    (True, False)
    """
    return bool(_STYLED.search(html))


def render_policy(scripts: Iterable[str] = (), in_page: bool = False) -> str:
    """The policy as one line; `scripts` are digests of inline scripts.

    `in_page`: for a `meta` tag, where browsers ignore what only a header can say.
    """
    run = ["'self'", *sorted(set(scripts))]
    directives = [
        ("default-src", "'none'"),
        ("script-src", " ".join(run)),
        ("style-src", "'self'"),
        ("img-src", "'self'"),
        ("connect-src", "'none'"),
        ("worker-src", "'none'"),
        ("manifest-src", "'none'"),
        ("object-src", "'none'"),
        ("base-uri", "'none'"),
        ("form-action", "'self'"),
        *([] if in_page else [("frame-ancestors", "'none'")]),
    ]
    return "; ".join(f"{name} {value}" for name, value in directives)


def render_headers(policy: str) -> str:
    """The file `_headers`: for every address, the policy and what goes well with it."""
    named = (("Content-Security-Policy", policy), *OTHER_HEADERS)
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in named)
