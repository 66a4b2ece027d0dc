"""What several findings say in the same words: on whom they stand, who is named, what is wished."""

from collections.abc import Iterable

from app.analysis.findings.basis import Base
from app.analysis.gaps import Gap
from app.analysis.study import Study
from app.models.network import Partner, rules_of
from app.models.vocabulary import vocabulary
from app.words import current_language, fields, say
from app.words.listing import first_few


def quadrant_name(quadrant: str) -> str:
    """Return the name of a quadrant."""
    return vocabulary().quadrants[quadrant].label(current_language())


def lead(base: Base | None) -> str:
    """Return the sentence before a finding that says on how many partners it stands."""
    if base is None:
        return ""
    if base.known == base.of:
        about = say("This is about the partners you have contact with.")
        others = say(
            "This is about the partners you have contact with, not counting pupil and family."
        )
        return others if base.by == "placed" else about
    if base.by == "placed":
        return say(
            "Pupil and family are not counted here. Area and contact are rated for {n} of the "
            "{of} other partners.",
            n=base.known,
            of=base.of,
        )
    return say(
        "Contact and importance are rated for {n} of {of} partners.", n=base.known, of=base.of
    )


def names(people: Iterable[str], known: Study) -> str:
    """Return up to three names, and how many others there are."""
    rows = known.rows
    return first_few([rows[key].partner.name for key in people if key in rows])


def wish_of(row: Gap) -> str:
    """Return the owner's wish about a partner, or ""."""
    if row.wish_steps is None:
        return ""
    if row.wish_steps == 0:
        return say("How you want it.")
    wished = fields.said(rules_of(Partner)["wished_frequency"], row.partner.wished_frequency)
    return say("You would like: {frequency}.", frequency=wished)
