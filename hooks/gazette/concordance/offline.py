"""Pagefind's files as scripts, for a site that is opened from a folder on disk.

Enters: the files of an index as Pagefind writes them. Leaves: the scripts that stand in for them.
A browser gives no module and no file to a page from disk, but it runs scripts: `pagefind.js` is wrapped as an
ordinary one, in which `fetch` is a function that appends `<script src="X.js">`, and each file X of the
index becomes X.js, a call that hands over its bytes in base64. There is no worker.
Pagefind may change: whatever is not as it was when this was written raises `ShapeChanged`.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping

SUPPORTED = "1.5"
"""Version of Pagefind whose shape is known."""

MODULE = "pagefind.js"
CLASSIC = "pagefind-classic.js"
ENTRY = "pagefind-entry.json"

INDEX_FILE = re.compile(
    r"pagefind-entry\.json|wasm\.\w+\.pagefind|pagefind\.[\w-]+\.pf_meta"
    r"|(?:index|filter|fragment)/[\w-]+\.pf_(?:index|filter|fragment)"
)
"""What the search reads."""

OTHER_FILE = re.compile(r"pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\.(?:js|css)|pagefind\.js")
"""What else Pagefind writes: its own pages and boxes, which this record does not use."""

_EXPORT = re.compile(r"export\s*\{([\w\s,$]*)\};?\s*\Z")
_ADDRESS = "import.meta.url"
_OTHER_IMPORTS = re.compile(
    r"\bimport\s*[\"'{*(]|(?:^|[;}])\s*import\s+\w|\bimport\.meta\b(?!\.url)|(?:^|[;}])\s*export\b"
)
_FETCH = re.compile(r"(?<![\w.$])fetch\(")
_WORKER = re.compile(r'typeof Worker\s*!==\s*"undefined"')

_HEAD = """\
// Pagefind as an ordinary script, for a folder on disk. Made from pagefind.js: its address is given, its
//  fetch appends the script X.js that hands over the file X, and there is no worker.
(function () {
"use strict";
var address = document.currentScript.src;
var base = address.replace(/[^/]*$/, "");
var waiting = {};
function bytes(packed) {
  var text = atob(packed), all = new Uint8Array(text.length);
  for (var at = 0; at < text.length; at++) all[at] = text.charCodeAt(at);
  return all;
}
function answer(all) {
  return {
    ok: true, status: 200,
    arrayBuffer: function () { return Promise.resolve(all.slice().buffer); },
    json: function () { return Promise.resolve(JSON.parse(new TextDecoder().decode(all))); }
  };
}
window.handOver = function (name, packed) { if (waiting[name]) waiting[name](packed); };
function read(wanted) {
  var name = /(?:(?:index|filter|fragment)\\/)?[^\\/?]+(?=\\?|$)/.exec(String(wanted))[0];
  return new Promise(function (resolve, reject) {
    var script = document.createElement("script");
    var fail = function () {
      delete waiting[name];
      script.remove();
      reject(new Error("could not read " + name));
    };
    waiting[name] = function (packed) {
      delete waiting[name];
      try { resolve(answer(bytes(packed))); } catch (error) { reject(error); }
    };
    script.onerror = fail;
    script.onload = function () { if (waiting[name]) fail(); else script.remove(); };
    script.src = base + name + ".js";
    document.head.appendChild(script);
  });
}
window.pagefindClassic = (function (fetch, Worker) {
"""
_FOOT = "\n})(read, undefined);\n})();\n"


class ShapeChanged(ValueError):
    """Pagefind is not as it was when the wrapper was written; says what differs and what to do."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"{what} The search from a folder on disk was made for Pagefind {SUPPORTED}: pin that version in"
            " pyproject.toml, or read what has changed and adapt hooks/gazette/concordance/offline.py."
        )


def render_scripts(files: Mapping[str, bytes]) -> Iterable[tuple[str, bytes]]:
    """The scripts for the files of an index, by path below its folder; raises `ShapeChanged`."""
    if MODULE not in files or ENTRY not in files:
        raise ShapeChanged(f"Pagefind wrote no {MODULE if MODULE not in files else ENTRY}.")
    for path in files:
        if not (INDEX_FILE.fullmatch(path) or OTHER_FILE.fullmatch(path)):
            raise ShapeChanged(f"Pagefind wrote a file of an unknown kind: {path}.")
    yield CLASSIC, wrap_module(files[MODULE].decode("utf-8")).encode("utf-8")
    for path, content in files.items():
        if INDEX_FILE.fullmatch(path):
            yield f"{path}.js", hand_over(path, content)


def hand_over(path: str, content: bytes) -> bytes:
    """A file of the index as a script.

    >>> hand_over("index/a.pf_index", b"abc")
    b'handOver("index/a.pf_index","YWJj");'
    """
    return b'handOver("' + path.encode("ascii") + b'","' + b64encode(content) + b'");'


def wrap_module(source: str) -> str:
    """pagefind.js as an ordinary script that leaves `pagefindClassic` behind; raises `ShapeChanged`."""
    version = re.search(r'pagefind_version\s*=\s*"([^"]*)"', source)
    if version is None or not f"{version[1]}.".startswith(f"{SUPPORTED}."):
        raise ShapeChanged(f"pagefind.js is of version {version[1] if version else 'unknown'}.")
    exported = _EXPORT.search(source)
    if exported is None:
        raise ShapeChanged("pagefind.js does not end with export{…}.")
    names = [name.strip() for name in exported[1].split(",") if name.strip()]
    if "createInstance" not in names or any(" " in name for name in names):
        raise ShapeChanged(
            f"pagefind.js exports {', '.join(names)}, without createInstance or under other names."
        )
    body = source[: exported.start()]
    for found, what in (
        (_ADDRESS in body, f"{_ADDRESS}, by which it finds its files"),
        (_FETCH.search(body), "fetch(…), by which it reads them"),
        (_WORKER.search(body), "a check whether there are workers"),
    ):
        if not found:
            raise ShapeChanged(f"pagefind.js has no {what}.")
    strange = _OTHER_IMPORTS.search(body)
    if strange or "XMLHttpRequest" in body:
        raise ShapeChanged(
            f"pagefind.js loads in another way: {strange[0].strip() if strange else 'XMLHttpRequest'}."
        )
    given = ",".join(f"{name}:{name}" for name in names)
    return f"{_HEAD}{body.replace(_ADDRESS, 'address')}\nreturn {{{given}}};{_FOOT}"
