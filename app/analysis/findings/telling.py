"""What several findings say in the same words: on whom they stand, who is named, what is wished."""

from collections.abc import Iterable

from app.analysis.findings.base import Base
from app.analysis.gaps import Gap
from app.analysis.study import Study
from app.models.vocabulary import vocabulary
from app.words import current_language, phrases, say, say_n
from app.words.listing import first_few


def quadrant_name(quadrant: str) -> str:
    """Return what a quadrant is called."""
    return vocabulary().quadrants[quadrant].label(current_language())


def those(base: Base | None) -> str:
    """Return whom a finding stands on."""
    if base is None or base.known == base.of:
        return say("the partners you have contact with")
    if base.by == "rated":
        return say_n(
            "the one of {of} partners with both answers",
            "the {n} of {of} partners with both answers",
            base.known,
            of=base.of,
        )
    if base.by == "placed":
        return say_n(
            "the one of {of} partners with an area and a contact rating",
            "the {n} of {of} partners with an area and a contact rating",
            base.known,
            of=base.of,
        )
    return ""


def names(people: Iterable[str], known: Study) -> str:
    """Return up to three names, and how many others there are."""
    rows = known.rows
    return first_few([rows[key].partner.name for key in people if key in rows])


def wish_of(row: Gap) -> str:
    """Return what the owner would like with a partner, or nothing."""
    if row.wish_steps is None:
        return ""
    if row.wish_steps == 0:
        return say("How you want it.")
    wished = phrases.scale_label("frequency", row.partner.wished_frequency)
    return say("You would like: {frequency}.", frequency=wished)
