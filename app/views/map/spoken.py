"""What a screen reader says of somebody on the map: who, where, and how often there is contact."""

import math
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from app import language
from app.models.network import Partner
from app.models.vocabulary import vocabulary
from app.views import words
from app.views.map.lens import Lens

NEAR: Final = 0.5
FAR: Final = 0.9
"""Up to and from how many radii of the circle somebody in the free lens is near, or far."""


def spoken(partner: Partner, lens: Lens, difference: str | None = None) -> str:
    """Return somebody's placement in words: *Ouders Sam, ring heel belangrijk, Leerling en gezin*.

    `difference` is the quadrant of somebody who stands out in the gap lens.
    """
    return ", ".join([partner.name, placement(partner, lens, difference)])


def placement(partner: Partner, lens: Lens, difference: str | None = None) -> str:
    """Return where somebody stands: the ring or the place, the setting, and what else is asked."""
    translate = QCoreApplication.translate
    parts = [_place(partner, lens), words.setting_label(partner.setting)]
    if difference is not None:
        parts.append(vocabulary().quadrants[difference].label(language.current()))
    for field in ("frequency", "importance"):
        value = getattr(partner, field)
        # The ring has said it already; in the free lens a field without an answer says nothing.
        if field != lens.field and (value is not None or field == "frequency"):
            parts.append(f"{words.field_label(field)}: {words.scale_label(field, value)}")
    if partner.named_important:
        parts.append(translate("Spoken", "one of my most important"))
    return ", ".join(parts)


def rated(partners: Sequence[Partner], answered: str) -> str:
    """Return what a key has just said of partners: *Ouders Sam: wekelijks*."""
    translate = QCoreApplication.translate
    first = partners[0]
    who = first.name
    if len(partners) > 1:
        who = translate("Spoken", "All selected")
    if answered in ("frequency", "importance"):
        return f"{who}: {words.scale_label(answered, getattr(first, answered))}"
    star = words.field_label("named_important")
    taken = translate("Spoken", "star taken away")
    return f"{who}: {star if first.named_important else taken}"


def _place(partner: Partner, lens: Lens) -> str:
    translate = QCoreApplication.translate
    if not lens.holds(partner):
        return translate("Spoken", "still to place")
    if lens.field is not None:
        ring = words.scale_label(lens.scale, getattr(partner, lens.field))
        return translate("Spoken", "ring {answer}").replace("{answer}", ring)
    assert partner.x is not None
    assert partner.y is not None
    around = (
        translate("Spoken", "above"),
        translate("Spoken", "upper right"),
        translate("Spoken", "right"),
        translate("Spoken", "lower right"),
        translate("Spoken", "below"),
        translate("Spoken", "lower left"),
        translate("Spoken", "left"),
        translate("Spoken", "upper left"),
    )
    away = math.hypot(partner.x, partner.y)
    direction = around[round(math.degrees(math.atan2(partner.x, -partner.y)) / 45) % 8]
    if away <= NEAR:
        return translate("Spoken", "{direction}, near").replace("{direction}", direction)
    if away >= FAR:
        return translate("Spoken", "{direction}, far").replace("{direction}", direction)
    return direction
