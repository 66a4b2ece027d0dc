"""The records of a map, the rules they keep, and the map they make: all of it is asked for here.

`records` has what is drawn and said, `plans` what is planned, done and shown, `record_checks` the
rules of one record and `map` those between them.
"""

from app.models.network.map import MOST, MOST_PARTNERS, Map
from app.models.network.plans import Activity, Evidence, Intention, Task
from app.models.network.record_checks import as_kept, as_read, check
from app.models.network.records import (
    MECHANISMS,
    RECORD_TYPES,
    Answer,
    Changes,
    Departure,
    Ground,
    Hindsight,
    Network,
    Note,
    Outline,
    Partner,
    Photo,
    Record,
    Stroke,
    Tie,
    Verdict,
    new_id,
    rules_of,
    shared_id,
    shown_in,
)

__all__ = (
    "MECHANISMS",
    "MOST",
    "MOST_PARTNERS",
    "RECORD_TYPES",
    "Activity",
    "Answer",
    "Changes",
    "Departure",
    "Evidence",
    "Ground",
    "Hindsight",
    "Intention",
    "Map",
    "Network",
    "Note",
    "Outline",
    "Partner",
    "Photo",
    "Record",
    "Stroke",
    "Task",
    "Tie",
    "Verdict",
    "as_kept",
    "as_read",
    "check",
    "new_id",
    "rules_of",
    "shared_id",
    "shown_in",
)
