"""People, posts, memberships, organisations and events in the Popolo form (popoloproject.com).

Enters: the lists of officials, offices, events and bodies of the export contract, part after part. Leaves:
one object, as JSON with one person, post or membership a line.
A membership says who is attested in a post, by which releases, from the first to the last of them; it has
a start or an end only where an editor wrote one, since an attestation is no term of office.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from gazette.authority import slug
from gazette.exports.addresses import event_address, office_address, official_address, release_address
from gazette.exports.letters import in_utf8, json_line, json_list
from gazette.exports.pieces import Pieces
from gazette.exports.records import Record
from gazette.model import PROVISIONAL, Authority

ISO = re.compile(r"\d{4}(-\d\d){0,2}")
"""A date as Popolo has it; what EDTF says beyond that stands under `edtf`."""


class Popolo:
    """The record's people in the Popolo form as they come in; `base` is the address of the site."""

    def __init__(self, authority: Authority, base: str = "") -> None:
        self._authority = authority
        self._root = base or "../"
        self._lines: dict[str, list[bytes]] = {
            name: [] for name in ("persons", "organizations", "posts", "memberships", "events")
        }
        self._holders: dict[str, Record] = {}
        "Bodies of offices, of which the list of bodies may not tell."

    def add(self, name: str, records: Iterable[Record]) -> None:
        """Add a list, or a part of one; of some lists nothing is told here."""
        root, lines = self._root, self._lines
        if name == "officials":
            lines["persons"] += [_line(_person(one, root)) for one in records]
        elif name == "events":
            lines["events"] += [_line(_event(one, root)) for one in records]
        elif name == "bodies":
            for one in records:
                self._holders.pop(one["id"], None)
                lines["organizations"].append(_line(_organisation(one)))
        elif name == "offices":
            for one in records:
                lines["posts"].append(_line(_post(one, root)))
                lines["memberships"] += map(_line, _memberships(one, self._authority, root))
                if id := _body_id(one):
                    self._holders.setdefault(id, {"id": id, "name": one["body"], "standing": "provisional"})

    def render(self) -> Pieces:
        """The object; all lists have come in, that of the bodies after that of the offices."""
        lines = {**self._lines}
        lines["organizations"] = [*lines["organizations"], *map(_line, self._holders.values())]
        pieces = [b"{\n"]
        for name, of_one in lines.items():
            pieces += [b'"%s":' % name.encode(), *json_list(of_one), b",\n"]
        return Pieces.of([*pieces[:-1], b"\n}\n"])


def _line(record: Record) -> bytes:
    return in_utf8(json_line(record))


def _person(official: Record, root: str) -> Record:
    names = [{"name": name, "note": "as printed"} for name in official["variants"]]
    if official["native_name"]:
        names.append({"name": official["native_name"], "note": "in its own script"})
    return _without_gaps(
        id=official["id"],
        name=official["name"],
        sort_name=official["sort_name"],
        other_names=names,
        national_identity=official["country"],
        standing=official["standing"],
        sources=[{"url": root + official_address(official["id"])}],
    )


def _organisation(body: Record) -> Record:
    return _without_gaps(
        id=body["id"],
        name=body["name"],
        other_names=[{"name": name} for name in body["variants"]],
        classification=body["kind"],
        area={"name": body["country"], "classification": "country"} if body["country"] else None,
        links=[{"url": body["url"]}] if body["url"] else [],
    )


def _post(office: Record, root: str) -> Record:
    label = ", ".join(filter(None, (office["title"], office["body"], office["country"])))
    return _without_gaps(
        id=office["id"],
        label=label,
        role=office["title"],
        organization_id=_body_id(office),
        area={"name": office["country"], "classification": "country"} if office["country"] else None,
        sources=[{"url": root + office_address(office["id"])}],
    )


def _memberships(office: Record, authority: Authority, root: str) -> Iterable[Record]:
    """One for each person attested in the office, in the order of first attestation."""
    attested: dict[str, list[Record]] = {}
    for attestation in office["attestations"]:
        attested.setdefault(attestation["official"], []).append(attestation)
    for person, found in attested.items():
        dates = sorted(filter(None, (one["issued"] for one in found)))
        record = authority.officials.get(person)
        terms = [a for a in record.appointments if a.office == office["id"]] if record else []
        term = terms[0] if len(terms) == 1 else None
        quotes = {one["release"]: (one["evidence"] or {}).get("quote") for one in reversed(found)}
        yield _without_gaps(
            id=f"{person}--{office['id']}",
            person_id=person,
            post_id=office["id"],
            organization_id=_body_id(office),
            role=office["title"],
            start_date=term.since if term and term.since and ISO.fullmatch(term.since) else None,
            end_date=term.until if term and term.until and ISO.fullmatch(term.until) else None,
            attested_first=dates[0] if dates else None,
            attested_last=dates[-1] if dates else None,
            sources=[
                _without_gaps(url=root + release_address(release), note=quotes[release])
                for release in dict.fromkeys(one["release"] for one in found)
            ],
        )


def _event(event: Record, root: str) -> Record:
    start, end = event["start"], event["end"]
    last = end or start
    return _without_gaps(
        id=event["id"],
        name=event["title"],
        classification=event["type"],
        location=event["place"],
        start_date=start if start and ISO.fullmatch(start) else None,
        end_date=last if last and ISO.fullmatch(last) else None,
        edtf="/".join(filter(None, (start, end))) or None,
        status="planned" if event["planned"] else "confirmed" if event["established"] else None,
        attendees=[{"id": id} for id in event["participants"]],
        sources=[
            {"url": root + event_address(event["id"])},
            *({"url": root + release_address(id)} for id in event["releases"]),
        ],
    )


def _body_id(office: Record) -> str | None:
    """The body's own id, else its name as a slug, marked provisional; a post without body has none."""
    if office["body_id"]:
        return str(office["body_id"])
    return f"{PROVISIONAL}{slug(office['body'])}" if office["body"] else None


def _without_gaps(**values: Any) -> Record:
    return {key: value for key, value in values.items() if value not in (None, "", [])}
