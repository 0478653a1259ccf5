"""Authority: loads and checks docs/authority; a name as written → `Found`, `Ambiguous` or `Unknown`.

Enters: the folder of authority files; names as they stand in texts. Leaves: an `Authority` with its problems,
and answers. The only room that knows YAML. Must not be known here: what releases say.

`fields` lists what editors can say of a release, `folding` compares forms, `nodes` reads YAML with lines,
`schema` knows the keys (`shapes`: as JSON Schemas), `register` loads and checks, `lookup` answers,
`accessions` checks the raw files, `editing` changes the text of a file, `editions` compares the record with
its numbered states, `rulings` gives what editors decided of people and events.
"""

from .accessions import check_accessions, find_accession
from .editing import NotEditable, add_entries, add_record, quoted, set_value
from .editions import (
    EDITIONS,
    Accruals,
    Standing,
    holdings_of,
    next_edition,
    render_edition,
    render_holdings,
    standing_of,
)
from .fields import FIELDS, OF_WHAT, Field
from .folding import fold, fold_in_place, name_key, slug
from .lookup import (
    BY_RECORD,
    OF_ONE_RELEASE,
    Ambiguous,
    Answer,
    Found,
    Lookup,
    Sighting,
    Unknown,
    find_body,
    find_office,
    find_official,
    forms_of,
    index,
    names_of,
    once_for_all_releases,
    once_per_authority,
    shared_parts,
    spot_bodies,
    spot_officials,
    stands_alone,
    with_shared_parts,
    without_lines,
)
from .register import load_authority, load_entry_lines
from .rulings import Rulings, rulings, standing_decisions
from .schema import KEYS, country_name
from .shapes import FOLDER as SCHEMAS
from .shapes import modeline, render_completion, render_schemas

AUTHORITY_FILES = tuple(KEYS)
"""Names of the files, without ending."""

__all__ = [
    "AUTHORITY_FILES",
    "BY_RECORD",
    "EDITIONS",
    "FIELDS",
    "OF_ONE_RELEASE",
    "OF_WHAT",
    "SCHEMAS",
    "Accruals",
    "Ambiguous",
    "Answer",
    "Field",
    "Found",
    "Lookup",
    "NotEditable",
    "Rulings",
    "Sighting",
    "Standing",
    "Unknown",
    "add_entries",
    "add_record",
    "check_accessions",
    "country_name",
    "find_accession",
    "find_body",
    "find_office",
    "find_official",
    "fold",
    "fold_in_place",
    "forms_of",
    "holdings_of",
    "index",
    "load_authority",
    "load_entry_lines",
    "modeline",
    "name_key",
    "names_of",
    "next_edition",
    "once_for_all_releases",
    "once_per_authority",
    "quoted",
    "render_completion",
    "render_edition",
    "render_holdings",
    "render_schemas",
    "rulings",
    "set_value",
    "shared_parts",
    "slug",
    "spot_bodies",
    "spot_officials",
    "standing_decisions",
    "standing_of",
    "stands_alone",
    "with_shared_parts",
    "without_lines",
]
