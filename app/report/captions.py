"""What a picture of a map shows, for who does not see it."""

from typing import Final

from app.analysis.lens import Lens
from app.models.network import Partner
from app.words import filled, phrases, say
from app.words.listing import together

FEW: Final = 25
"""Up to so many partners, the text of a picture names them."""


def described(lens: Lens, shown: list[Partner]) -> str:
    """Return a description of a picture, for those who do not see it."""
    text = say("Map ({lens}), with {partners}.")
    text = filled(text, partners=phrases.people_count(shown))
    parts = [filled(text, lens=lens.name()), lens.caption()]
    if len(shown) <= FEW:
        if lens.field is None:
            parts.append(f"{together([p.name for p in shown])}.")
        else:
            for code in lens.codes:
                here = [p.name for p in shown if getattr(p, lens.field) == code]
                if here:
                    label = phrases.raised(lens.answer(code))
                    parts.append(f"{label}: {together(here)}.")
    return " ".join(parts)
