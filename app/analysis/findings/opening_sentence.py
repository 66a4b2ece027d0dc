"""The sentence insight opens with: what the map says as a whole, before all it says of each."""

from app.analysis.gaps import DIFFERING
from app.analysis.study import Study
from app.words import say, say_n


def opening(known: Study) -> str:
    """Return one sentence about those who stand out, or how to get there.

    It speaks of the whole map only where everybody on it has both answers.
    """
    if not known.whole.partners:
        return say("Once there is someone on your map, you will see here what it says.")
    ways = [*known.stands_out.values()]
    less_often, less_named = (ways.count(way) for way in DIFFERING)
    if less_often:
        return say_n(
            "One partner stands out: important for your pupils, with less contact.",
            "{n} partners stand out: important for your pupils, with less contact.",
            less_often,
        )
    if less_named:
        return say_n(
            "One partner stands out: often in contact, and you rated importance lower.",
            "{n} partners stand out: often in contact, and you rated importance lower.",
            less_named,
        )
    rows = known.gaps.rows
    valid = known.gaps.valid
    if not valid or 2 * valid < len(rows):
        return say("Say how often and how important, and you will see here what stands out.")
    if valid == len(known.whole.partners) and not any(row.quadrant in DIFFERING for row in rows):
        return say("Contact and importance go together on your map.")
    return say("Where contact and importance are rated, no one stands out.")
