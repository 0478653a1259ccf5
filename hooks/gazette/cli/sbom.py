"""What a bundle was made with, as a software bill of materials: CycloneDX 1.6, as JSON.

Enters: the list of pinned libraries, name and digest of the bundle. Leaves: text, the same for the same
input: no clock, and a serial number worked out from the rest. Must not be known here: what is installed; a
build takes its libraries from the list, which names them with the digests of their files.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from gazette import __version__
from gazette.exports import render_json

SCHEMA = "http://cyclonedx.org/schema/bom-1.6.schema.json"
LOCKS = ("requirements/site.txt", "requirements.txt")
"""Where a record has the list of its pinned libraries."""

_PIN = re.compile(r"([A-Za-z0-9][\w.-]*)(?:\[[\w,.-]*\])?==([\w.!+-]+)\s*(?:;\s*(.*\S))?")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Pin:
    """One pinned library."""

    name: str
    version: str
    marker: str = ""
    "On which systems it is used; '' on all."
    digests: tuple[str, ...] = ()
    "SHA-256 of each file of it that may be installed."


def read_lock(text: str) -> Iterator[Pin]:
    """The libraries of a list that `uv pip compile --generate-hashes` or `pip-compile` wrote.

    >>> [pin.name for pin in read_lock("mkdocs==1.6.1 \\\\\\n    --hash=sha256:" + 64 * "0")]
    ['mkdocs']
    """
    for line in re.sub(r"\\\r?\n", " ", text).splitlines():
        head, *_ = line.partition("--hash")
        if found := _PIN.fullmatch(head.partition(" #")[0].strip()):
            yield Pin(found[1], found[2], found[3] or "", tuple(_HASH.findall(line)))


def render_sbom(lock: str, bundle: str, version: str, sha256: str) -> str:
    """The bill of a bundle: its file name, the edition as a version, the digest of the file."""
    pins = sorted(read_lock(lock), key=lambda pin: (pin.name.lower(), pin.version))
    engine = {
        "type": "application",
        "bom-ref": f"gazette@{__version__}",
        "name": "gazette",
        "version": __version__,
        "licenses": [{"license": {"id": "MIT"}}],
    }
    libraries = [_component(pin) for pin in pins]
    made: dict[str, Any] = {
        "type": "data",
        "bom-ref": bundle,
        "name": bundle,
        "version": version,
        "hashes": [{"alg": "SHA-256", "content": sha256}],
    }
    rest = {
        "metadata": {"component": made},
        "components": [engine, *libraries],
        "dependencies": [
            {"ref": bundle, "dependsOn": [engine["bom-ref"]]},
            {"ref": engine["bom-ref"], "dependsOn": [library["bom-ref"] for library in libraries]},
            *({"ref": library["bom-ref"]} for library in libraries),
        ],
    }
    serial = uuid.uuid5(uuid.NAMESPACE_URL, render_json(rest))
    head = {"$schema": SCHEMA, "bomFormat": "CycloneDX", "specVersion": "1.6"}
    return render_json({**head, "serialNumber": f"urn:uuid:{serial}", "version": 1, **rest})


def _component(pin: Pin) -> dict[str, Any]:
    """A library. Its files have different digests, so they stand as properties, not as hashes of one."""
    known_as = re.sub(r"[-_.]+", "-", pin.name).lower()
    properties = [{"name": "pip:sha256", "value": digest} for digest in pin.digests]
    if pin.marker:
        properties.append({"name": "pip:marker", "value": pin.marker})
    purl = f"pkg:pypi/{known_as}@{pin.version}"
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": purl,
        "name": known_as,
        "version": pin.version,
        "purl": purl,
    }
    return component | ({"properties": properties} if properties else {})
