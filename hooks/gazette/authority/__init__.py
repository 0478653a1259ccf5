"""Authority: loads and checks docs/authority; a name as written → `Found`, `Ambiguous` or `Unknown`.

Enters: the folder of authority files; names as they stand in texts. Leaves: an `Authority` with its problems,
and answers. The only room that knows YAML. Must not be known here: what releases say.

`folding` compares forms, `nodes` reads YAML with lines, `schema` knows the keys, `register` loads and checks,
`lookup` answers, `accessions` checks the raw files, `editions` compares the record with its numbered states.
"""

from .accessions import check_accessions, find_accession
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
from .folding import fold, fold_in_place, name_key, slug
from .lookup import (
    Ambiguous,
    Answer,
    Found,
    Lookup,
    Sighting,
    Unknown,
    find_body,
    find_office,
    find_official,
    index,
    once_for_all_releases,
    once_per_authority,
    shared_parts,
    spot_bodies,
    spot_officials,
    stands_alone,
    with_shared_parts,
)
from .register import load_authority
from .schema import country_name

__all__ = [
    "EDITIONS",
    "Accruals",
    "Ambiguous",
    "Answer",
    "Found",
    "Lookup",
    "Sighting",
    "Standing",
    "Unknown",
    "check_accessions",
    "country_name",
    "find_accession",
    "find_body",
    "find_office",
    "find_official",
    "fold",
    "fold_in_place",
    "holdings_of",
    "index",
    "load_authority",
    "name_key",
    "next_edition",
    "once_for_all_releases",
    "once_per_authority",
    "render_edition",
    "render_holdings",
    "shared_parts",
    "slug",
    "spot_bodies",
    "spot_officials",
    "standing_of",
    "stands_alone",
    "with_shared_parts",
]
