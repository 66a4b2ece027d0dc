"""The lenses of the map: what distance to the middle means, and what a drop sets."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from app.models.network import Partner
from app.words import say


class Lens(NamedTuple):
    """One way to look at the map."""

    id: str
    key: str
    """The key that looks through it."""
    field: str | None = None
    """The answer that says how near somebody stands; None where they stand freely."""
    scale: str = ""
    codes: tuple[int, ...] = ()
    """The answers of the rings, the innermost first."""
    takes_drops: bool = True
    """Somebody can be dragged to another place."""

    def band(self, partner: Partner) -> int | None:
        """Return the ring a partner stands in, 0 is the innermost; None without an answer."""
        code = getattr(partner, self.field) if self.field else None
        return self.codes.index(code) if code in self.codes else None

    def holds(self, partner: Partner) -> bool:
        """Tell whether a partner has a place here; the others wait in the tray."""
        return partner.x is not None if self.field is None else self.band(partner) is not None

    def emptied(self) -> dict[str, None]:
        """Return the fields that take a partner's place away."""
        if self.field is None:
            return {"x": None, "y": None}
        return {self.field: None, "angle": None}

    def name(self) -> str:
        """Return what the lens is called."""
        return {
            "free": say("Free"),
            "importance": say("Importance"),
            "contact": say("Contact"),
            "gap": say("Difference"),
        }[self.id]

    def explanation(self) -> str:
        """Return in one line what the lens shows."""
        return {
            "free": say("Everyone where you put them (F5)"),
            "importance": say("The nearer to you, the more important the contact (F6)"),
            "contact": say("The nearer to you, the more often you have contact (F7)"),
            "gap": say("Where importance puts them, and where contact would (F8)"),
        }[self.id]


_IMPORTANCE: Final = (5, 4, 3, 2, 1)

LENSES: Final = {
    lens.id: lens
    for lens in (
        Lens("free", "F5"),
        Lens("importance", "F6", "importance", "importance", _IMPORTANCE),
        Lens("contact", "F7", "frequency", "frequency", (6, 5, 4, 3, 2, 1, 0)),
        Lens("gap", "F8", "importance", "importance", _IMPORTANCE, takes_drops=False),
    )
}
"""All lenses by id, in the order of the switch."""


def lens_for(partners: Sequence[Partner], wanted: str) -> str:
    """Return the lens to open a map in: the one wanted, unless nobody stands there.

    Somebody stands elsewhere then, as in a map that was converted from a table: nobody in it has
    a place of their own, and everybody is rated.
    """
    standing = {key: sum(map(lens.holds, partners)) for key, lens in LENSES.items()}
    return wanted if standing[wanted] else max((wanted, *standing), key=standing.__getitem__)
