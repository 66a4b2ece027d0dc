"""Fields of ours in the tables that Kring writes, where each column is called as its field."""

import re
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, Final

from app.exchange.cells import unguarded
from app.models.network import Network, Partner, rules_of

YES: Final = frozenset(("1", "true", "yes", "y", "ja", "j", "x", "waar", "wahr", "*", "★", "✓"))
NO: Final = frozenset(("0", "false", "no", "n", "nee", "onwaar", "falsch", "-"))


def own_fields(
    kind: type[Partner] | type[Network], said: Mapping[str, str], without: Collection[str]
) -> dict[str, Any]:
    """Return every field of ours that stands there as we write it, but some."""
    found: dict[str, Any] = {}
    for field, rule in rules_of(kind).items():
        cell = unguarded(said.get(field, ""))
        if not cell or field in without:
            continue
        value: Any = cell
        if rule.stored_as == "integer":
            value = int(cell) if re.fullmatch(r"-?\d{1,4}", cell) else None
        elif rule.stored_as == "real":
            value = float(cell) if re.fullmatch(r"-?\d{1,6}(\.\d+)?", cell) else None
        elif rule.stored_as == "boolean":
            value = cell.casefold() in YES
        elif rule.stored_as == "list":
            value = tuple(part for part in cell.split(";") if part)
        elif rule.kind == "day":
            value = date.fromisoformat(cell) if re.fullmatch(r"\d{4}-\d\d-\d\d", cell) else None
        if value is not None and rule.is_kept_by(value):
            found[field] = value
    return found
