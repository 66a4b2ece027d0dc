"""The sentences Compare opens with: what became more and less, before all it says of each."""

from app.analysis.comparison import Comparison
from app.words import say, say_n


def opening(found: Comparison) -> str:
    """Return the first sentences of Compare: on more contact, less contact, and wishes."""
    said = []
    if found.frequency_up:
        said.append(
            say_n(
                "More contact with one partner.",
                "More contact with {n} partners.",
                found.frequency_up,
            )
        )
    if found.frequency_down:
        said.append(
            say_n(
                "Less contact with one partner.",
                "Less contact with {n} partners.",
                found.frequency_down,
            )
        )
    if met := len(found.wishes_met):
        said.append(
            say_n("One contact is now as you wanted.", "{n} contacts are now as you wanted.", met)
        )
    if first := len(found.first_contact) - met:
        said.append(
            say_n(
                "With one partner you are in contact for the first time.",
                "With {n} partners you are in contact for the first time.",
                first,
            )
        )
    if found.unmet:
        said.append(
            say_n(
                "You are no longer in contact with one partner.",
                "You are no longer in contact with {n} partners.",
                len(found.unmet),
            )
        )
    return " ".join(said) or _stayed(found)


def _stayed(found: Comparison) -> str:
    """Return that no contact became more or less, and of whom that is known."""
    known = [shift.frequency is not None for shift in found.kept]
    if not any(known):
        return say("Rate contact for both moments, and you will see here what changed.")
    if all(known) and not found.new and not found.lost:
        return say("Your contact stayed as it was.")
    return say("Where contact is rated for both moments, it stayed as it was.")
