"""What a picture of a map shows, below it and for who does not see it."""

from typing import Final

from app.analysis.lens import Lens
from app.models.network import Partner
from app.words import filled, phrases, say
from app.words.listing import together

FEW: Final = 25
"""Up to so many partners, the text of a picture names them."""


def caption(lens: Lens) -> str:
    """Return what distance to the middle means in a picture through a lens."""
    return {
        "free": say("Drawn freely: how near to the middle somebody stands is no answer."),
        "importance": say("The nearer to the middle, the more important the contact."),
        "contact": say("The nearer to the middle, the more often there is contact."),
        "gap": say(
            "The dot shows the importance, the end of the tail the contact.",
        ),
    }[lens.id]


def described(lens: Lens, shown: list[Partner]) -> str:
    """Return what a picture shows, for who does not see it."""
    text = say("Map in the lens {lens}, with {partners}.")
    text = filled(text, partners=phrases.people_count(shown))
    parts = [filled(text, lens=lens.name()), caption(lens)]
    if len(shown) <= FEW:
        if lens.field is None:
            parts.append(f"{together([p.name for p in shown])}.")
        else:
            for code in lens.codes:
                here = [p.name for p in shown if getattr(p, lens.field) == code]
                if here:
                    label = phrases.raised(phrases.scale_label(lens.scale, code))
                    parts.append(f"{label}: {together(here)}.")
    return " ".join(parts)
