"""The lenses of the map: what distance to the middle means, and what a drop sets."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Final, NamedTuple, cast

from app.models.network import Partner, rules_of
from app.models.values import PartnerValues
from app.models.vocabulary import vocabulary
from app.words import current_language, fields, phrases, say


class Lens(NamedTuple):
    """One way to look at the map."""

    id: str
    key: str
    """The key that looks through it."""
    name: Callable[[], str]
    explanation: Callable[[], str]
    """What the lens shows, in one line; the key stands behind it where it can be pressed."""
    caption: Callable[[], str]
    """The same below a picture, for who cannot press a key."""
    field: str | None = None
    """The answer that says how near somebody stands; None where they stand freely."""
    codes: tuple[int | str, ...] = ()
    """The answers of the rings, the innermost first."""
    takes_drops: bool = True
    """Somebody can be dragged to another place."""

    def band(self, partner: Partner) -> int | None:
        """Return the ring a partner stands in, 0 is the innermost; None without an answer."""
        code = getattr(partner, self.field) if self.field else None
        return self.codes.index(code) if code in self.codes else None

    def holds(self, partner: Partner) -> bool:
        """Tell whether a partner has a place here; the others wait in the tray."""
        return bool(self.held((partner,)))

    def held(self, partners: Iterable[Partner]) -> list[Partner]:
        """Return those of these partners who have a place here."""
        if self.field is None:
            return [partner for partner in partners if partner.x is not None]
        return [partner for partner in partners if getattr(partner, self.field) in self.codes]

    def emptied(self) -> PartnerValues:
        """Return the fields that take a partner's place away."""
        if self.field is None:
            return {"x": None, "y": None}
        return cast("PartnerValues", {self.field: None, "angle": None})

    def answer(self, code: int | str | None) -> str:
        """Return an answer in words."""
        assert self.field is not None
        return fields.full(rules_of(Partner)[self.field], code)

    def rings(self) -> tuple[str, ...]:
        """Return the names of the rings, the innermost first.

        Each begins with a capital: those that stand below each other are read one by one.
        """
        return _rings_of(self, current_language())


@cache
def _rings_of(lens: Lens, _language: str) -> tuple[str, ...]:
    assert lens.field is not None
    rule = rules_of(Partner)[lens.field]
    return tuple([phrases.raised(fields.ring(rule, code)) for code in lens.codes])


def _falling(scale: str) -> tuple[int, ...]:
    """Return the answers of a scale, the highest first."""
    return tuple(step.code for step in reversed(vocabulary().scales[scale].steps))


LENSES: Final = {
    lens.id: lens
    for lens in (
        Lens(
            "free",
            "F5",
            name=lambda: say("Free"),
            explanation=lambda: say("Everyone where you put them"),
            caption=lambda: say(
                "Drawn freely: how close to the centre someone is says nothing about importance "
                "or contact."
            ),
        ),
        Lens(
            "importance",
            "F6",
            name=lambda: say("Importance"),
            explanation=lambda: say("Closer to you means more important"),
            caption=lambda: say("Closer to the centre means more important."),
            field="importance",
            codes=_falling("importance"),
        ),
        Lens(
            "contact",
            "F7",
            name=lambda: say("Contact"),
            explanation=lambda: say("Closer to you means more contact"),
            caption=lambda: say("Closer to the centre means more contact."),
            field="frequency",
            codes=_falling("frequency"),
        ),
        Lens(
            "gap",
            "F8",
            name=lambda: say("Difference"),
            explanation=lambda: say(
                "Place: importance. End of the tail: contact. Outwards: important, less contact. "
                "Inwards: often in contact, rated lower. Pale: no large difference."
            ),
            caption=lambda: say("The place shows importance, the end of the tail shows contact."),
            field="importance",
            codes=_falling("importance"),
            takes_drops=False,
        ),
    )
}
"""All lenses by id, in the order of the switch."""


def lens_for(partners: Sequence[Partner], wanted: str) -> str:
    """Return the lens to open a map in: the one wanted, unless nobody stands there.

    Somebody stands elsewhere then, as in a map that was converted from a table: nobody in it has
    a place of their own, and everybody is rated.
    """
    standing = {key: len(lens.held(partners)) for key, lens in LENSES.items()}
    return wanted if standing[wanted] else max((wanted, *standing), key=standing.__getitem__)


def fullest(partners: Sequence[Partner]) -> str:
    """Return the lens in which most of these partners stand, an answered one before the free one.

    Where nobody stands anywhere it is the free one.
    """
    best = max(
        LENSES.values(),
        key=lambda lens: (len(lens.held(partners)), lens.field is not None and lens.takes_drops),
    )
    return best.id if best.held(partners) else "free"
