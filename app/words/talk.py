"""The five *brillen* of a talk with a partner, and what the card of a partner says under each.

For the screen, the page to take along and the report.
"""

from itertools import groupby
from typing import Final

from app.models.network import Partner, rules_of
from app.models.vocabulary import vocabulary
from app.words import fields, say

_RULES: Final = rules_of(Partner)
_IN_ORDER: Final = sorted(
    (name for name, rule in _RULES.items() if rule.talk), key=lambda name: _RULES[name].talk
)
PARTS: Final = tuple(
    tuple(names)
    for _, names in groupby(_IN_ORDER, key=lambda name: _RULES[name].talk.partition(".")[0])
)
"""The fields of the card in the order of a talk, those that belong together together."""


def titles(partner: Partner | None = None) -> tuple[tuple[str, str], ...]:
    """Return the title of each part, and the question it begins with.

    With a partner from outside it is samen-DOEN; with a colleague, a pupil or parents it is not
    called so.
    """
    is_outside = partner is None or _is_outside(partner)
    ideal = (
        say("Suppose it all works out: what does doing it together look like?")
        if is_outside
        else say("Suppose it all works out: what does working together look like?")
    )
    return (
        (say("1. Ideal"), ideal),
        (say("2. Expertise"), say("What do you bring, and what do they?")),
        (say("3. Hurdles"), say("What makes it hard?")),
        (say("4. What goes well"), say("What do you want to hold on to?")),
        (say("5. How we do it"), say("What do you agree with each other?")),
    )


def _is_outside(partner: Partner) -> bool:
    known = vocabulary()
    role = known.role_of(partner.kind, partner.setting)
    return role not in ("pupil", "family") and not known.is_inside(partner.setting)


def said(partner: Partner, field: str) -> tuple[str, ...]:
    """Return the lines of a field of the card, one for each choice or line."""
    return fields.lines(_RULES[field], getattr(partner, field))


def filled_in(partner: Partner) -> dict[str, tuple[str, ...]]:
    """Return the fields of the card that say something, and what."""
    found = {field: said(partner, field) for field in _IN_ORDER}
    return {field: lines for field, lines in found.items() if lines}
