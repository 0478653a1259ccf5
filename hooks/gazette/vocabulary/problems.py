"""Every problem that an editor can meet: what it means, an example that gives it, how it is settled.

docs/contributing.md has the same words in its tables, and `gazette check --explain CODE` shows them; tests
hold both equal, and make each example.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class ProblemCode(NamedTuple):
    """A code, as an editor needs it explained."""

    code: str
    group: str
    "What it is about."
    meaning: str
    cure: str
    example: Mapping[str, str | bytes] | str
    "A small record that gives it, by path; words, where it is no matter of what stands in a file."
    said: str
    "What is said of the example."


PROBLEMS: tuple[ProblemCode, ...] = (
    ProblemCode(
        "seed-empty",
        "Raw files",
        "the file holds no text",
        "add the text, or remove the file",
        {
            "seeds/ruritania/2022-05-05-talks.txt": " \n",
        },
        "seeds/ruritania/2022-05-05-talks.txt: seed-empty: holds no text — add the text of the release, or remove the file",
    ),
    ProblemCode(
        "seed-binary",
        "Raw files",
        "the file is a PDF, an image, an archive or the like under a name for text",
        "let a PDF or Word file have its own ending; save the text of anything else as UTF-8",
        {
            "seeds/ruritania/2022-05-05-talks.txt": b"%PDF-1.7\n",
        },
        "seeds/ruritania/2022-05-05-talks.txt: seed-binary: is not text but a PDF — let its name end in .pdf, or save the text as UTF-8 (.txt or .md) and add that file",
    ),
    ProblemCode(
        "seed-encoding",
        "Raw files",
        "a byte is not UTF-8; the file was read as Windows-1252",
        "compare with what was received, save as UTF-8",
        {
            "seeds/ruritania/2022-05-05-talks.txt": b"Talks in Strelsau\n\nThe two sides met in a caf\xe9 in Strelsau.\n",
        },
        "seeds/ruritania/2022-05-05-talks.txt:3: seed-encoding: byte 0xe9 at place 27 of the line is not UTF-8; the file is read as Windows-1252 — save the file as UTF-8 after comparing it with what was received",
    ),
    ProblemCode(
        "seed-too-large",
        "Raw files",
        "more than one release can hold, or more time and memory than one may take",
        "keep the text of one release in a file",
        "a file of 17 MB, seeds/ruritania/2022-05-05-talks.txt",
        "seeds/ruritania/2022-05-05-talks.txt: seed-too-large: holds 17.2 MB; a release is read up to 16 MB — keep the text of one release alone in the file",
    ),
    ProblemCode(
        "seed-unreadable",
        "Raw files",
        "the file or folder cannot be opened, or is a pipe or a device",
        "check the file and its rights",
        "a file that may not be opened, seeds/ruritania/2022-05-05-talks.txt",
        "seeds/ruritania/2022-05-05-talks.txt: seed-unreadable: cannot be opened: it is a folder, a pipe, a socket or a device — check the file and its rights",
    ),
    ProblemCode(
        "seed-library",
        "Raw files",
        "the library that reads such a file is not installed; the file is kept, its text is not there",
        "`make formats`, or `pip install 'gazette[formats]'`, and try again",
        "a PDF, seeds/ruritania/2022-05-05-talks.pdf, where the library for it is not installed",
        "seeds/ruritania/2022-05-05-talks.pdf: seed-library: is kept as received, but not read: pypdf is not installed — type `make formats`, or `pip install 'gazette[formats]'`, and try again",
    ),
    ProblemCode(
        "seed-broken",
        "Raw files",
        "a web page, Word file or PDF that cannot be read, or is something else than its ending says",
        "save its text as UTF-8 (.txt) in its place",
        {
            "seeds/ruritania/2022-05-05-talks.docx": "Talks in Strelsau\n",
        },
        "seeds/ruritania/2022-05-05-talks.docx: seed-broken: is no Word file, whatever its name says — save its text as UTF-8 (.txt) and add that file in place of this one",
    ),
    ProblemCode(
        "seed-locked",
        "Raw files",
        "a Word file or PDF with a password, or an old `.doc`",
        "save it without, as .docx or PDF",
        {
            "seeds/ruritania/2022-05-05-talks.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        },
        "seeds/ruritania/2022-05-05-talks.docx: seed-locked: is an old Word file or one with a password — save it as .docx without a password",
    ),
    ProblemCode(
        "seed-scanned",
        "Raw files",
        "a PDF of pictures without text; a notice, where only some pages have none",
        "have the text recognised or typed, and add that as UTF-8 (.txt) in its place",
        "a PDF whose pages are pictures, seeds/ruritania/2022-05-05-talks.pdf",
        "seeds/ruritania/2022-05-05-talks.pdf: seed-scanned: holds pictures of pages and no text — have its text recognised or typed, and add that as UTF-8 (.txt)",
    ),
    ProblemCode(
        "seed-columns",
        "Raw files",
        "a PDF with pages set in columns, which may be read in a wrong order",
        "compare with what was received; where it is wrong, add its text as UTF-8 (.txt) in its place",
        "a PDF set in two columns, seeds/ruritania/2022-05-05-talks.pdf",
        "seeds/ruritania/2022-05-05-talks.pdf: seed-columns: page 1 of 1 is set in columns, which may be read in a wrong order — compare with what was received; where it is wrong, add its text as UTF-8 (.txt) in its place",
    ),
    ProblemCode(
        "seed-hidden",
        "Raw files",
        "words that a web page or Word file does not show, or that were deleted in it; they are left out",
        "nothing, if they are no part of the release; else add the text as .txt in its place",
        {
            "seeds/ruritania/2022-05-05-talks.html": '<h1>Talks in Strelsau</h1>\n<p>On 4 May 2022, the two sides met in Strelsau.\n<p style="display: none">Read also: the weather.\n',
        },
        "seeds/ruritania/2022-05-05-talks.html: seed-hidden: holds 4 words that the page does not show, left out of the text: 'Read also: the weather.' — nothing, if they are no part of the release; else add the text as UTF-8 (.txt) in place of the file",
    ),
    ProblemCode(
        "seed-active",
        "Raw files",
        "the file runs programs (macros, scripts), or carries or fetches other files; it is read, but the site does not hand it out",
        "nothing, if the text is enough; else add the file saved without them",
        "a Word file with macros, seeds/ruritania/2022-05-05-talks.docx",
        "seeds/ruritania/2022-05-05-talks.docx: seed-active: runs programs, or carries or fetches other files; it is read, but the site does not hand it out — nothing, if its text is enough; else add the file saved without macros, scripts and attachments",
    ),
    ProblemCode(
        "seed-ignored",
        "Raw files",
        "the ending is none that is read (`.txt`, `.md`, `.html`, `.htm`, `.docx`, `.pdf`)",
        "save the text as `.txt`, or move the file out of `seeds/`",
        {
            "seeds/ruritania/talks.odt": "Talks in Strelsau\n",
        },
        "seeds/ruritania/talks.odt: seed-ignored: .odt is not read — save the text as .txt or .md in UTF-8, or move the file out of seeds/",
    ),
    ProblemCode(
        "seed-link",
        "Raw files",
        "a link that leads out of `seeds/`, or to a folder",
        "put the file itself there",
        "seeds/ruritania/2022-05-05-talks.txt is a link to a file elsewhere",
        "seeds/ruritania/2022-05-05-talks.txt: seed-link: is a link that leads out of seeds/ — put the file itself into seeds/",
    ),
    ProblemCode(
        "seed-name",
        "Raw files",
        "not every system can have a folder of that name: a character that cannot be seen or that Windows forbids, the name of a device, a space at its end, more than 180 bytes; the page has a mended address",
        "rename the file",
        {
            "seeds/ruritania/What now?.txt": "Talks in Strelsau\n\nOn 4 May 2022, the two sides met in Strelsau.\n",
        },
        "seeds/ruritania/What now?.txt: seed-name: 'What now?' has a '?', which not every system allows in a name — rename it: letters, digits, hyphens, points and single spaces are safe everywhere",
    ),
    ProblemCode(
        "seed-twice",
        "Raw files",
        "two files would have the same address",
        "rename one",
        "seeds/ruritania/2022-05-05-talks.md and seeds/ruritania/2022-05-05-talks.txt",
        "seeds/ruritania/2022-05-05-talks.txt: seed-twice: has the same address as seeds/ruritania/2022-05-05-talks.md: 'ruritania/2022-05-05-talks' — rename one of the two files",
    ),
    ProblemCode(
        "address-taken",
        "Raw files",
        "the same, where only case or the way in which accents are encoded tells two names apart; or a page would stand where another has a file, such as `raw.txt`",
        "rename one",
        "seeds/ruritania/2022-05-05-Talks.txt and seeds/ruritania/2022-05-05-talks.txt",
        "seeds/ruritania/2022-05-05-talks.txt: address-taken: its page would stand at /releases/ruritania/2022-05-05-talks/, where seeds/ruritania/2022-05-05-Talks.txt stands — give one of the two files another name",
    ),
    ProblemCode(
        "seed-unregistered",
        "Raw files",
        "no record in `accessions.yml`",
        "`gazette new FILE` registers it; or paste the record that the message prints",
        {
            "seeds/ruritania/2022-05-05-talks.txt": "Talks in Strelsau\n\nOn 4 May 2022, the two sides met in Strelsau.\n",
        },
        "seeds/ruritania/2022-05-05-talks.txt: seed-unregistered: the raw file has no accession; expected a record in accessions.yml — type `gazette new seeds/ruritania/2022-05-05-talks.txt`, or add to docs/authority/accessions.yml:\n- seed: ruritania/2022-05-05-talks.txt\n  received_name: 2022-05-05-talks.txt\n  sha256: 06edcd52322cadc91b497903d338cc356df28359c381d28971349f2dc6fb89f0\n  body: …\n  source: …\n  url:\n  rights: Rights stay with the issuing body.",
    ),
    ProblemCode(
        "seed-changed",
        "Raw files",
        "the digest is not that of the register",
        "restore the file; if the change is meant, write the new digest",
        {
            "seeds/ruritania/2022-05-05-talks.txt": "Talks in Strelsau\n\nOn 4 May 2022, the two sides met in Strelsau.\n",
            "docs/authority/accessions.yml": "- seed: ruritania/2022-05-05-talks.txt\n  received_name: talks.txt\n  sha256: 0000000000000000000000000000000000000000000000000000000000000000\n  source: By letter.\n  rights: Rights in the text stay with its issuer.\n",
        },
        "docs/authority/accessions.yml:1: seed-changed: seeds/ruritania/2022-05-05-talks.txt is not as received: the register says sha256 0000000000000000000000000000000000000000000000000000000000000000, the file has 06edcd52322cadc91b497903d338cc356df28359c381d28971349f2dc6fb89f0 — restore the file, or if the change is meant write: sha256: 06edcd52322cadc91b497903d338cc356df28359c381d28971349f2dc6fb89f0",
    ),
    ProblemCode(
        "seed-missing",
        "Raw files",
        "registered, but not there",
        "restore the file, correct the path, or take the record out",
        {
            "docs/authority/accessions.yml": "- seed: ruritania/2022-05-05-talks.txt\n  received_name: talks.txt\n  sha256: 0000000000000000000000000000000000000000000000000000000000000000\n  source: By letter.\n  rights: Rights in the text stay with its issuer.\n",
        },
        "docs/authority/accessions.yml:1: seed-missing: seeds/ruritania/2022-05-05-talks.txt is registered but there is no such file — restore the file, correct its path, or take the record out",
    ),
    ProblemCode(
        "front-matter-broken",
        "Raw files",
        "front matter is no YAML; it stays in the text",
        "write the line that the message gives",
        {
            "seeds/ruritania/2022-05-05-talks.txt": "---\ntitle: Talks: an outcome\n---\nTalks in Strelsau\n\nOn 4 May 2022, the two sides met in Strelsau.\n",
        },
        'seeds/ruritania/2022-05-05-talks.txt:2: front-matter-broken: cannot be read as YAML: `title: Talks: an outcome` — write `title: "Talks: an outcome"`',
    ),
    ProblemCode(
        "front-matter-unclosed",
        "Raw files",
        "no second line of `---`",
        "write it",
        {
            "seeds/ruritania/2022-05-05-talks.txt": "---\ntitle: Talks\n\nTalks in Strelsau\n\nOn 4 May 2022, the two sides met in Strelsau.\n",
        },
        "seeds/ruritania/2022-05-05-talks.txt:1: front-matter-unclosed: front matter begins here and is never closed; line 3 was expected to be `---` — write a line `---`",
    ),
    ProblemCode(
        "front-matter-not-mapping",
        "Raw files",
        "front matter is not lines of `key: value`",
        "write them so, or take the lines of `---` away",
        {
            "seeds/ruritania/2022-05-05-talks.txt": "---\n- Talks\n---\nTalks in Strelsau\n\nOn 4 May 2022, the two sides met in Strelsau.\n",
        },
        "seeds/ruritania/2022-05-05-talks.txt:2: front-matter-not-mapping: front matter is lines of `key: value` — write `title: …`, or take the two lines of --- away",
    ),
    ProblemCode(
        "front-matter-twice",
        "Raw files",
        "a key stands twice",
        "keep one",
        {
            "seeds/ruritania/2022-05-05-talks.txt": "---\ntitle: Talks\ntitle: More talks\n---\nTalks in Strelsau\n\nOn 4 May 2022, the two sides met in Strelsau.\n",
        },
        "seeds/ruritania/2022-05-05-talks.txt:3: front-matter-twice: the key 'title' stands twice — keep one of the lines that begin with `title:`",
    ),
    ProblemCode(
        "editor-field",
        "Raw files",
        "a key or field that means nothing, or lacks its `of`",
        "write it as the message shows",
        {
            "seeds/ruritania/2022-05-05-talks.txt": "---\ntitel: Talks\n---\nTalks in Strelsau\n\nOn 4 May 2022, the two sides met in Strelsau.\n",
        },
        "seeds/ruritania/2022-05-05-talks.txt:2: editor-field: 'titel' is no field of front matter; it is passed over — title: …",
    ),
    ProblemCode(
        "correction-unmet",
        "Raw files",
        "nothing in the record is what a correction is about: no such release, official, event, paragraph or topic; or front matter says otherwise",
        "correct the line as the message shows, or take it out",
        {
            "seeds/ruritania/2022-05-05-talks.txt": "Talks in Strelsau\n\nOn 4 May 2022, the two sides met in Strelsau.\n",
            "docs/authority/corrections.yml": "- release: ruritania/2022-05-05-talk\n  field: title\n  value: Talks in Strelsau\n",
        },
        "docs/authority/corrections.yml:1: correction-unmet: 'ruritania/2022-05-05-talk' is no release of this record; the line has no effect — release: ruritania/2022-05-05-talks",
    ),
    ProblemCode(
        "correction-unexplained",
        "Raw files",
        "a correction of a release that an edition holds, without date or note",
        "add both",
        {
            "seeds/ruritania/2022-05-05-talks.txt": "Talks in Strelsau\n\nOn 4 May 2022, the two sides met in Strelsau.\n",
            "docs/authority/corrections.yml": "- release: ruritania/2022-05-05-talks\n  field: title\n  value: Talks in Strelsau\n  note: As printed.\n",
            "docs/authority/editions.yml": '- number: 1\n  date: 2026-11-26\n  holds: 06edcd52322cadc91b497903d338cc356df28359c381d28971349f2dc6fb89f0\n  received:\n    - "06edcd52322cadc91b497903d338cc356df28359c381d28971349f2dc6fb89f0  ruritania/2022-05-05-talks.txt"\n',
        },
        "docs/authority/corrections.yml:1: correction-unexplained: title of ruritania/2022-05-05-talks was published in an edition; the correction has no date — date: 2026-11-26",
    ),
    ProblemCode(
        "editor-value",
        "Raw files",
        "a value in front matter or in `corrections.yml` is not of the form expected; it is passed over",
        "write it as the message shows",
        {
            "seeds/ruritania/2022-05-05-talks.txt": "---\nissued: soon\n---\nTalks in Strelsau\n\nOn 4 May 2022, the two sides met in Strelsau.\n",
        },
        "seeds/ruritania/2022-05-05-talks.txt:2: editor-value: issued: expected a date such as 2024-05-03, read 'soon'; it is passed over — issued: 2024-05-03",
    ),
    ProblemCode(
        "authority-broken",
        "Authority files",
        "no YAML; the records around the place are used",
        "quotation marks round text with a colon; check indents",
        {
            "docs/authority/officials.yml": "- id: roe-jana\n  name: Roe: Jana\n",
        },
        "docs/authority/officials.yml:2: authority-broken: not well-formed YAML (mapping values are not allowed in this context) — put quotation marks around text that holds a colon, a # or starts with a sign; check indents",
    ),
    ProblemCode(
        "authority-unreadable",
        "Authority files",
        "the file cannot be opened, or is not UTF-8",
        "make it readable, save as UTF-8",
        {
            "docs/authority/officials.yml": b"- id: roe-jana\n  name: Ren\xe9 Roe\n",
        },
        "docs/authority/officials.yml:2: authority-unreadable: not UTF-8: byte 0xe9 on line 2; the file is not used — save the file as UTF-8",
    ),
    ProblemCode(
        "authority-unknown-file",
        "Authority files",
        "a file of that name is not read",
        "rename it",
        {
            "docs/authority/oficials.yml": "- id: roe-jana\n  name: ROE Jana\n",
        },
        "docs/authority/oficials.yml: authority-unknown-file: the file is not one of the authority files and is not read — rename it to officials.yml",
    ),
    ProblemCode(
        "authority-unknown-key",
        "Authority files",
        "the key means nothing here",
        "write the key that the message suggests",
        {
            "docs/authority/officials.yml": "- id: roe-jana\n  name: ROE Jana\n  contry: Japan\n",
        },
        "docs/authority/officials.yml:3: authority-unknown-key: 'contry' is not a key here; expected 'country'? — country: …",
    ),
    ProblemCode(
        "authority-duplicate-key",
        "Authority files",
        "a key stands twice in a record; the first counts",
        "take one out",
        {
            "docs/authority/officials.yml": "- id: roe-jana\n  name: ROE Jana\n  name: Jana Roe\n",
        },
        "docs/authority/officials.yml:3: authority-duplicate-key: name: stands twice in one record, first on line 2; the first is kept — take one of the two out, or join their values",
    ),
    ProblemCode(
        "authority-missing-key",
        "Authority files",
        "a required key is missing; the record is left out",
        "add it",
        {
            "docs/authority/officials.yml": "- id: roe-jana\n",
        },
        "docs/authority/officials.yml:1: authority-missing-key: the record of line 1 has no usable name; it is left out — name: …",
    ),
    ProblemCode(
        "authority-wrong-type",
        "Authority files",
        "a list, a number or words were expected",
        "write it as the message shows",
        {
            "docs/authority/officials.yml": "- id: roe-jana\n  name: ROE Jana\n  variants: J. Roe\n",
        },
        "docs/authority/officials.yml:3: authority-wrong-type: variants: expected a list, read 'J. Roe'; it is taken as a list of one — variants: [\"J. Roe\"]",
    ),
    ProblemCode(
        "authority-unknown-country",
        "Authority files",
        "not the English short name of a country",
        "write the one that the message suggests",
        {
            "docs/authority/officials.yml": "- id: roe-jana\n  name: ROE Jana\n  country: Cambodja\n",
        },
        "docs/authority/officials.yml:3: authority-unknown-country: country: expected the English short name of a country, read 'Cambodja' — country: Cambodia",
    ),
    ProblemCode(
        "authority-duplicate-id",
        "Authority files",
        "an id stands twice; the first counts",
        "give one another id, or join the records",
        {
            "docs/authority/officials.yml": "- id: roe-jana\n  name: ROE Jana\n- id: roe-jana\n  name: Jana Roe\n",
        },
        "docs/authority/officials.yml:3: authority-duplicate-id: id 'roe-jana' stands on line 1 already; the first is kept — id: roe-jana-2 (another id, or join the two records)",
    ),
    ProblemCode(
        "authority-dangling-id",
        "Authority files",
        "an id that does not exist; the reference is left out",
        "correct it, or add the record",
        {
            "docs/authority/offices.yml": "- id: envoy\n  title: Special Envoy\n  body: nowhere\n",
        },
        "docs/authority/offices.yml:3: authority-dangling-id: body: 'nowhere' is not in bodies.yml; the reference is left out — add to bodies.yml: - id: nowhere",
    ),
    ProblemCode(
        "authority-same-variant",
        "Authority files",
        "a form of a name is given to two people",
        "take it out of one, or write `not_same_as`",
        {
            "docs/authority/officials.yml": "- id: roe-jana\n  name: ROE Jana\n  variants: [J. Roe]\n- id: roe-john\n  name: ROE John\n  variants: [J. Roe]\n",
        },
        "docs/authority/officials.yml:6: authority-same-variant: 'J. Roe' is given to roe-john here and to roe-jana on line 3 — take it out of one of them, or write under roe-john: not_same_as: [roe-jana]",
    ),
    ProblemCode(
        "edition-order",
        "Editions",
        "numbers do not follow one another, or a day lies before that of the edition before",
        "restore the order; correct the number or the day",
        {
            "docs/authority/editions.yml": "- number: 2\n  date: 2026-11-26\n  holds: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n",
        },
        "docs/authority/editions.yml:1: edition-order: number: expected 1, read 2; editions stand in their order — number: 1",
    ),
    ProblemCode(
        "edition-changed",
        "Editions",
        "the lists of an edition are not what they were when it was made",
        "restore them; if the change is meant, write the digest that the message gives",
        {
            "docs/authority/editions.yml": "- number: 1\n  date: 2026-11-26\n  holds: 0000000000000000000000000000000000000000000000000000000000000000\n",
        },
        "docs/authority/editions.yml:1: edition-changed: the lists up to edition 1 are not as they were when it was made — restore them; if the change is meant write: holds: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    ),
    ProblemCode(
        "text-unreadable",
        "What was read",
        "words too broken to be read, from a scan for instance; kept, never used",
        "compare with the source; add a corrected text as a release of its own",
        {
            "seeds/ruritania/2022-05-05-talks.txt": "IV|IINI5TER «FO R S EA A ^ 9 P\n\n, R URITAN1A',!\n\nPRESS RELEASE\n\nTalks in Strelsau\n\nOn 4 May 2022, the two sides met in Strelsau.\n",
        },
        "seeds/ruritania/2022-05-05-talks.txt:1: text-unreadable: the words of this line are broken and not used: 'IV|IINI5TER «FO R S EA A ^ 9 P' — compare it with the source, and add a corrected reading if it matters",
    ),
    ProblemCode(
        "official-provisional",
        "What was read",
        "a text gives an office to somebody whom the authority files do not know",
        "confirm (`gazette establish ID`, or paste the record), merge or reject: see `officials.yml` above",
        {
            "seeds/ruritania/2022-05-05-talks.txt": "PRESS RELEASE\n\nTalks in Strelsau\n\nOn 4 May 2022, H.E. Ms. Jana Roe, Minister of Foreign Affairs of Ruritania, met the Ambassador in Strelsau.\n",
        },
        'seeds/ruritania/2022-05-05-talks.txt:5: official-provisional: “H.E. Ms. Jana Roe” (Minister of Foreign Affairs of Ruritania) is not in docs/authority/officials.yml — to confirm, add to docs/authority/officials.yml:\n- id: jana-roe\n  name: "Jana Roe"\nto merge, add to the record of the same person: variants: ["Jana Roe"]\nto reject, confirm with one line more: not_an_official: true',
    ),
    ProblemCode(
        "name-ambiguous",
        "What was read",
        "a name fits several people",
        "add the form to one of them as a variant",
        {
            "seeds/ruritania/2022-05-05-talks.txt": "Talks in Strelsau\n\nOn 4 May 2022, Minister Roe of Japan spoke in Strelsau.\n",
            "docs/authority/officials.yml": "- id: roe-jana\n  name: ROE Jana\n  country: Japan\n  surname: Roe\n- id: roe-john\n  name: ROE John\n  country: Japan\n  surname: Roe\n",
        },
        "seeds/ruritania/2022-05-05-talks.txt:3: name-ambiguous: “Minister Roe” may be any of roe-jana, roe-john — add “Roe” to the variants of the right one in docs/authority/officials.yml",
    ),
    ProblemCode(
        "event-address-unknown",
        "What was read",
        "`same_as` of a record in `events.yml` names neither a record nor the address of an account",
        "correct the address (it is the last part of the event's page), or take it out",
        {
            "docs/authority/events.yml": "- id: strelsau-talks\n  title: Talks in Strelsau\n  same_as: [ruritania-2022-05-04-talks]\n",
        },
        "docs/authority/events.yml:1: event-address-unknown: strelsau-talks: same_as names ruritania-2022-05-04-talks, which is neither a record nor the address of an account — correct the address, or take it out",
    ),
    ProblemCode(
        "event-redated",
        "What was read",
        "releases date an event differently; both dates are shown",
        "if one is right, write `when` in `events.yml`",
        {
            "seeds/ruritania/2022-05-05-talks.txt": "PRESS RELEASE\n\nThe 4th ASEAN-Japan Summit\n\nThe 4th ASEAN-Japan Summit was held on 4 May 2022 in Tokyo.\n",
            "seeds/ruritania/2022-05-09-summit.txt": "PRESS RELEASE\n\nThe 4th ASEAN-Japan Summit\n\nThe 4th ASEAN-Japan Summit was held on 6 May 2022 in Tokyo.\n",
        },
        "seeds/ruritania/2022-05-09-summit.txt:5: event-redated: 4th ASEAN-Japan Summit: dated 2022-05-04 in ruritania/2022-05-05-talks; 2022-05-06 in ruritania/2022-05-09-summit — if one is right, write `when:` for ruritania-2022-05-05-talks in docs/authority/events.yml",
    ),
    ProblemCode(
        "event-year-unknown",
        "What was read",
        "a date without a year that nothing near it completes",
        "give the event a record with `when` in `events.yml`",
        {
            "seeds/ruritania/2022-05-05-talks.txt": "PRESS RELEASE\n\nTalks in Strelsau\n\nOn 4 May, the Minister of Foreign Affairs of Ruritania met the Ambassador of Japan in Strelsau.\n",
        },
        "seeds/ruritania/2022-05-05-talks.txt:5: event-year-unknown: the text dates the event XXXX-05-04 and gives no year — give the event a record with `when:` in docs/authority/events.yml: meeting",
    ),
)
"""In the order of the tables in docs/contributing.md."""

EXPLAINED: dict[str, ProblemCode] = {problem.code: problem for problem in PROBLEMS}
"""By code."""
