"""What a screen reader says of somebody on the map: who, where, and how often there is contact."""

import math
from collections.abc import Sequence
from typing import Final

from app.analysis.lens import Lens
from app.analysis.study import Study
from app.models.network import Map, Partner, Record, Tie
from app.models.vocabulary import vocabulary
from app.words import current_language, filled, joined, phrases, say
from app.words.field_names import field_label

NEAR: Final = 0.5
FAR: Final = 0.9
"""Up to and from how many radii of the circle somebody in the free lens is near, or far."""


def spoken(partner: Partner, lens: Lens, known: Study | None = None) -> str:
    """Return somebody's placement in words: *Ouders Sam, ring heel belangrijk, Leerling en gezin*.

    With what is `known` of the map, who stands out is said to; in the lens of differences, where
    others are pale or not met yet, that is said as well.
    """
    differs = ""
    if known is not None and (lens.id == "gap" or partner.id in known.stands_out):
        differs = difference(known, partner.id)
    return joined([partner.name, placement(partner, lens, differs)])


def placement(partner: Partner, lens: Lens, differs: str = "") -> str:
    """Describe a person's place: the ring or position, the setting, and what else is asked."""
    parts = [_place(partner, lens), phrases.setting_label(partner.setting)]
    if differs:
        parts.append(differs)
    for field in ("frequency", "importance"):
        value = getattr(partner, field)
        if differs and value == 0:
            continue  # who differs without contact is said to have none
        # The ring has said it already; in the free lens a field without an answer says nothing.
        if field != lens.field and (value is not None or field == "frequency"):
            parts.append(
                joined((field_label(field), phrases.scale_label(field, value)), between=": ")
            )
    if partner.named_important:
        parts.append(say("one of my most important"))
    if partner.takes_part is not None:
        term = vocabulary().choices["takes_part"][partner.takes_part]
        parts.append(term.label(current_language()))
    return joined(parts)


def difference(known: Study, key: str) -> str:
    """Return how somebody's contact and importance differ, where they do: also who stays pale."""
    if quadrant := known.stands_out.get(key):
        return vocabulary().quadrants[quadrant].label(current_language())
    if key in known.important_unmet:
        return phrases.important_unmet()
    return say("Differs less than those who stand out") if key in known.differs_less else ""


def rated(partners: Sequence[Partner], answered: str) -> str:
    """Return the rating a key has just given, in words: *Ouders Sam: wekelijks*."""
    first = partners[0]
    who = first.name
    if len(partners) > 1:
        who = say("All selected")
    if answered in ("frequency", "importance"):
        return joined((who, phrases.scale_label(answered, getattr(first, answered))), between=": ")
    star = field_label("named_important")
    taken = say("star taken away")
    return joined((who, star if first.named_important else taken), between=": ")


def _place(partner: Partner, lens: Lens) -> str:
    if not lens.holds(partner):
        return say("not placed yet")
    if lens.field is not None:
        return say("ring {answer}", answer=lens.answer(getattr(partner, lens.field)))
    assert partner.x is not None
    assert partner.y is not None
    return direction(partner.x, partner.y)


def direction(x: float, y: float) -> str:
    """Describe a free place, in radii from the middle: *upper left, near*."""
    around = (
        say("above"),
        say("upper right"),
        say("right"),
        say("lower right"),
        say("below"),
        say("lower left"),
        say("left"),
        say("upper left"),
    )
    away = math.hypot(x, y)
    way = around[round(math.degrees(math.atan2(x, -y)) / 45) % 8]
    if away <= NEAR:
        return say("{direction}, near", direction=way)
    if away >= FAR:
        return say("{direction}, far", direction=way)
    return way


def who_words(records: Sequence[Record], text: str) -> str:
    """Return a text about the partners among records: by name, or counted; "" without any."""
    people = [record for record in records if isinstance(record, Partner)]
    if not people:
        return ""
    who = people[0].name if len(people) == 1 else phrases.people_count(people)
    return filled(text, who=who)


def tie_words(whole: Map, before: Record | None, after: Record | None) -> str:
    """Return the words for whether two people know each other."""
    tie = after or before
    assert isinstance(tie, Tie)
    one, other = (whole.partner(key) for key in (tie.a, tie.b))
    if one is None or other is None:
        return ""
    names = {"a": one.name, "b": other.name}
    if after is None:
        return say("{a} and {b}: answer removed", **names)
    if tie.state == "yes":
        return say("{a} and {b} know each other", **names)
    if tie.state == "no":
        return say("{a} and {b} do not know each other", **names)
    return say("{a} and {b}: not known", **names)
