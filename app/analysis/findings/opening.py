"""The sentence insight opens with: what the map says as a whole, before all it says of each."""

from app.analysis.study import Study
from app.words import say, say_n


def opening(known: Study) -> str:
    """Return one sentence about who stands out; nothing for an empty map."""
    if not known.whole.partners:
        return ""
    ways = [*known.stands_out.values()]
    less_often, less_named = (
        ways.count(way) for way in ("important_less_often", "often_less_important")
    )
    if less_often:
        return say_n(
            "One partner is important for your pupils, and you have less contact with them.",
            "{n} partners are important for your pupils, and you have less contact with them.",
            less_often,
        )
    if less_named:
        return say_n(
            "You often have contact with one partner, and find it less important for your pupils.",
            "You often have contact with {n} partners, and find it less important for your pupils.",
            less_named,
        )
    if known.gaps.valid:
        return say("Contact and importance go together on your map.")
    return say("Say how often and how important, and you will see here what stands out.")
