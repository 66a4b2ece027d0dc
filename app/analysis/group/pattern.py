"""The pattern by kind: who is spoken often and seldom named, and who the other way round.

Found in the exact figures and told only of kinds that k people have, so that what is told keeps
to the rule as the cells do.
"""

from typing import Final, Literal, NamedTuple, TypeAlias

from app.analysis.group.figures import Figures
from app.analysis.group.minimum_cell import least

Way: TypeAlias = Literal["often_seldom_named", "important_seldom"]

PILOT: Final = {
    "often_seldom_named": ("leadership", "internal_support_coordinator"),
    "important_seldom": ("parents",),
}
"""The pattern of the pilot of 2016 (Pols): whom it names on either side."""


class NotableKind(NamedTuple):
    """A kind that stands out in a group."""

    kind: str
    way: Way
    strength: float
    """How far apart weekly contact and stars are, from 1/3 to 1."""


def standing_out(shown: Figures) -> tuple[NotableKind, ...]:
    """Return the kinds that stand out in figures that may be shown, the strongest first.

    Kinds; of few people the settings stand for their kinds.

    *Often, seldom named*: two in three or more of those who have it see it weekly and one in
    three or fewer gave it a star; the other way round for *important, seldom*. Bands count as the
    number they are closest to in this: the fewest or the most they can be.
    """
    found: list[NotableKind] = []
    n = shown["respondents"]
    rows = shown["kinds"] or shown["settings"]
    for kind, row in rows.items():
        if not row["have"] or row["weekly"] is None or row["starred"] is None:
            continue
        have = _number(row["have"], n)
        weekly, starred = (_number(row[name], have) / have for name in ("weekly", "starred"))
        apart = abs(weekly - starred)
        if weekly >= 2 / 3 and starred <= 1 / 3:
            found.append(NotableKind(kind, "often_seldom_named", apart))
        elif starred >= 2 / 3 and weekly <= 1 / 3:
            found.append(NotableKind(kind, "important_seldom", apart))
    return tuple(sorted(found, key=lambda one: (-one.strength, one.kind)))


def shows_pilot(shown: Figures) -> bool | None:
    """Tell whether a group shows the pattern of the pilot; None where too few have those kinds."""
    if not all(kind in shown["kinds"] for kinds in PILOT.values() for kind in kinds):
        return None
    ways = {one.kind: one.way for one in standing_out(shown)}
    return all(ways.get(kind) == way for way, kinds in PILOT.items() for kind in kinds)


def _number(cell: int | str | None, of: float) -> float:
    """Return a cell as a number: of a band the middle of what it can be."""
    if isinstance(cell, str):
        edge = int(cell[1:])
        return (edge / 2) if cell.startswith("<") else (least(cell) + of) / 2
    return cell or 0
