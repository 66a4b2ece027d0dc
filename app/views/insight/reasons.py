"""Why a finding is shown: the rule, in words."""

from typing import TYPE_CHECKING, Final

from app.analysis.alignment import FEWEST
from app.models.vocabulary import vocabulary
from app.views.insight.seen import Seen
from app.views.insight.sentences import quadrant_of, those
from app.words import current_language, filled, phrases, say

if TYPE_CHECKING:
    from app.analysis.findings import Finding


def reason(finding: "Finding", seen: Seen) -> str:
    """Return the rule by which a finding is shown, with the cuts of this map in it."""
    network = seen.whole.network
    few = seen.gaps.valid < FEWEST
    text = _few(finding.code) if few and finding.code in _STANDS_OUT else _rules()[finding.code]
    text = filled(text, those=those(finding.base))
    text = filled(text, important=phrases.scale_label("importance", network.importance_cut))
    return filled(text, often=phrases.scale_label("frequency", network.frequency_cut))


def question(finding: "Finding") -> str:
    """Return the question a finding asks: that of its quadrant, or its own; or nothing."""
    if finding.code == "important_no_contact":
        return say("What would be a first step?")
    quadrant = quadrant_of(finding)
    return vocabulary().quadrants[quadrant].prompt(current_language()) if quadrant else ""


_STANDS_OUT: Final = ("notable_less_often", "notable_less_named", "no_notable_differences")


def _few(code: str) -> str:
    """Return the rule for who stands out where there are too few for an order."""
    few = say("With fewer than five rated partners your own limits alone decide.")
    sides = {
        "notable_less_often": say(
            "Importance is “{important}” or more, and contact is less than “{often}”."
        ),
        "notable_less_named": say(
            "Contact is “{often}” or more, and importance is less than “{important}”."
        ),
    }
    return f"{sides[code]} {few}" if code in sides else few


def _rules() -> dict[str, str]:
    less_often = say(
        "Importance is “{important}” or more, and contact is less than “{often}”. And in your own "
        "order of importance this partner stands much higher than in your order of contact. So "
        "your other partners count too.",
    )
    less_named = say(
        "Contact is “{often}” or more, and importance is less than “{important}”. And in your own "
        "order of contact this partner stands much higher than in your order of importance. So "
        "your other partners count too.",
    )
    nobody = say(
        "Kring names somebody where contact and importance are far apart, also beside your other "
        "partners. Here that is not so with {those}.",
    )
    quadrant = say(
        "Your own limits make four groups: important from “{important}” on, often from "
        "“{often}” on. You can move them in the plot.",
    )
    lines = say(
        "Counted from the lines you drew between partners, with yourself left out. A line of "
        "which you do not know does not count as one.",
    )
    wish = say("Your wished contact beside your contact now. Your own wish comes first.")
    order = say(
        "Kring takes your partners two at a time. Two who are equally important, or whom you see "
        "equally often, say nothing here. Of the other pairs it counts how often the more "
        "important one is also the one you see more often.",
    )
    forms = say("From what you ticked under “what we do” with each partner.")
    return {
        "no_partners": say("Everything here is counted from your own map."),
        "wish_more": wish,
        "wish_less": wish,
        "wish_same": wish,
        "important_and_dissatisfied": say(
            "Importance is “{important}” or more, and satisfaction is 1 or 2 of 5."
        ),
        "important_no_contact": say(
            "Partners with “no contact yet” whose importance is “{important}” or more. They count "
            "in nothing else but your wishes.",
        ),
        "notable_less_often": less_often,
        "notable_less_named": less_named,
        "no_notable_differences": nobody,
        "notable_as_wished": wish,
        "few_rated": say(
            "With fewer than five partners, one answer changes the whole order: then only your "
            "own limits are used.",
        ),
        "not_filled_in": say(
            "Without both answers nobody gets a place: an open answer is never guessed."
        ),
        "inside_outside": say(
            "Shown where partners and contact tell a different story: the share outside the "
            "school is at least a quarter higher in one than in the other. Contact is estimated "
            "from your answers, over a school year of 40 weeks.",
        ),
        "alignment": order,
        "all_equally_important": order,
        "all_equally_often": order,
        "isolates": lines,
        "pairs_only_through_me": lines,
        "hinge_partners": lines,
        "everybody_tied": lines,
        "empty_settings": say(
            "Of the six settings, those with nobody in them. Shown from six partners on."
        ),
        "important_less_often": quadrant,
        "often_less_important": quadrant,
        "important_often": quadrant,
        "background": quadrant,
        "named_important": say("From the stars you gave. Less often is less than “{often}”."),
        "focus": say("From what you chose under “aimed at” with each partner."),
        "do_together": forms,
        "consult": forms,
        "no_contact_yet": say(
            "Partners with “no contact yet”. They count in nothing else but your wishes.",
        ),
    }
