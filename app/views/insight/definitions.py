"""What each measure is called in everyday words, and exactly how it is defined, after whom."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.views import words


@dataclass(frozen=True, slots=True)
class Wording:
    """One measure in words."""

    text: str
    """What it says, as a line of a table."""
    definition: str
    """Exactly how it is reckoned, and after whom."""


def wording(measure: str) -> Wording:
    """Return how a measure is worded; raises KeyError for one that is not known."""
    if measure.startswith("setting_"):
        translate = QCoreApplication.translate
        return Wording(
            words.setting_label(measure.removeprefix("setting_")),
            translate("Measures", "The number of partners in this setting."),
        )
    return Wording(*_all()[measure])


def _all() -> dict[str, tuple[str, str]]:
    """Return text and definition of every measure but the settings."""
    translate = QCoreApplication.translate
    return {
        "size": (
            translate("Measures", "Partners"),
            translate(
                "Measures",
                "All partners on the map, but those with “no contact yet” (n in formulas).",
            ),
        ),
        "external_share": (
            translate("Measures", "Outside the school"),
            translate(
                "Measures", "Partners in a setting outside the school, over those with a setting."
            ),
        ),
        "weekly_share": (
            translate("Measures", "At least weekly contact"),
            translate(
                "Measures",
                "Partners with contact weekly or more often, over those whose contact is "
                "filled in.",
            ),
        ),
        "named_share": (
            translate("Measures", "Named as one of your most important"),
            translate("Measures", "Partners with a star, over all partners."),
        ),
        "notable": (
            translate("Measures", "Contact and importance differ notably"),
            translate(
                "Measures",
                "In one of the two quadrants that differ, and the same way round at least 1/3 of "
                "all apart in the order of importance and in that of contact (quadrants: Martilla "
                "and James 1977; places as ridits: Bross 1958).",
            ),
        ),
        "concordant": (
            translate("Measures", "Pairs in which you see the more important partner more often"),
            translate(
                "Measures",
                "Of all pairs that differ in both importance and contact: those that differ in "
                "the same direction.",
            ),
        ),
        "wish_more": (
            translate("Measures", "You would like more contact with"),
            translate("Measures", "Wished contact is above contact now."),
        ),
        "wish_less": (
            translate("Measures", "You would like less contact with"),
            translate("Measures", "Wished contact is below contact now."),
        ),
        "wish_same": (
            translate("Measures", "Contact is as you want it with"),
            translate("Measures", "Wished contact is the same as contact now."),
        ),
        "isolates": (
            translate("Measures", "Know the others only through you"),
            translate("Measures", "Partners without a line to another partner."),
        ),
        "density": (
            translate("Measures", "Of all pairs of partners, know each other"),
            translate(
                "Measures",
                "Density without you: t/(n(n − 1)/2), with t the lines between partners.",
            ),
        ),
        "components": (
            translate("Measures", "Separate groups, when you are not there"),
            translate("Measures", "Components of the network without you."),
        ),
        "largest_component": (
            translate("Measures", "Partners in the largest group"),
            translate("Measures", "Size of the largest component of the network without you."),
        ),
        "pairs_only_through_me": (
            translate("Measures", "Pairs that reach each other only through you"),
            translate(
                "Measures",
                "Pairs of partners in different components without you; the share of all pairs "
                "is fragmentation (Borgatti 2006).",
            ),
        ),
        "hinge_partners": (
            translate("Measures", "Hinge partners: who keeps others together"),
            translate(
                "Measures",
                "Cut vertices of the network without you: were they gone, partners who reach "
                "each other now would no longer do so.",
            ),
        ),
        "mean_degree": (
            translate("Measures", "Other partners a partner knows, on average"),
            translate("Measures", "Mean degree without you: 2t/n."),
        ),
        "ego_betweenness": (
            translate("Measures", "Pairs you are between, shared ways counted in part"),
            translate(
                "Measures",
                "Over all pairs without a line: 1/(1 + the partners both know) "
                "(Everett and Borgatti 2005).",
            ),
        ),
        "effective_size": (
            translate("Measures", "Partners who do not overlap"),
            translate("Measures", "Effective size: n − 2t/n (Burt 1992; Borgatti 1997)."),
        ),
        "efficiency": (
            translate("Measures", "Of your partners, the part that does not overlap"),
            translate("Measures", "Effective size over n (Burt 1992)."),
        ),
        "constraint": (
            translate("Measures", "How much your partners are tied to each other around you"),
            translate(
                "Measures",
                "Constraint: the sum over partners of (p + the sum of indirect p·p)², with p the "
                "share of your ties (Burt 1992). It can be above 1.",
            ),
        ),
        "hierarchy": (
            translate("Measures", "How far that comes from a few partners"),
            translate(
                "Measures", "Hierarchy: the Coleman-Theil index of the constraints (Burt 1992)."
            ),
        ),
        "coordinator": (
            translate("Measures", "You join two inside the school"),
            translate(
                "Measures",
                "Pairs without a line, both inside the school (Gould and Fernandez 1989).",
            ),
        ),
        "consultant": (
            translate("Measures", "You join two of one setting outside"),
            translate(
                "Measures",
                "Pairs without a line, both of the same setting outside the school "
                "(Gould and Fernandez 1989).",
            ),
        ),
        "gatekeeper": (
            translate("Measures", "You join the school with outside"),
            translate(
                "Measures",
                "Pairs without a line, one inside and one outside the school "
                "(Gould and Fernandez 1989).",
            ),
        ),
        "liaison": (
            translate("Measures", "You join two settings outside"),
            translate(
                "Measures",
                "Pairs without a line, of two settings outside the school "
                "(Gould and Fernandez 1989).",
            ),
        ),
        "ei_heads": (
            translate("Measures", "Outside or inside, by partners"),
            translate(
                "Measures",
                "E-I index: (outside − inside)/(outside + inside); −1 is all inside, +1 all "
                "outside (Krackhardt and Stern 1988).",
            ),
        ),
        "ei_contact": (
            translate("Measures", "Outside or inside, by contact time (estimated)"),
            translate("Measures", "The E-I index with contacts in a school year for partners."),
        ),
        "iqv": (
            translate("Measures", "Spread over the six settings"),
            translate(
                "Measures",
                "Index of qualitative variation: (1 − the sum of squared shares) · 6/5 "
                "(Gibbs and Poston 1975).",
            ),
        ),
        "entropy": (
            translate("Measures", "Spread over the six settings, as entropy"),
            translate("Measures", "−Σ p ln p over ln 6 (Shannon 1948)."),
        ),
        "hhi": (
            translate("Measures", "How far contact is with a few (estimated)"),
            translate(
                "Measures", "Sum of squared shares of contact (Herfindahl-Hirschman); 1/n is even."
            ),
        ),
        "effective_contacts": (
            translate("Measures", "As if you had contact with so many (estimated)"),
            translate("Measures", "1 over the sum of squared shares of contact."),
        ),
        "top_share": (
            translate("Measures", "Of all contact, with one partner (estimated)"),
            translate("Measures", "The largest share of contact in a school year."),
        ),
        "mean_forms": (
            translate("Measures", "Different things you do with a partner, on average"),
            translate(
                "Measures", "Multiplexity: ticked forms per partner, of those with at least one."
            ),
        ),
        "share_several_forms": (
            translate("Measures", "Of those, with two or more"),
            translate("Measures", "Share of the partners with forms who have two or more."),
        ),
        "tau_b": (
            translate("Measures", "How contact and importance go together"),
            translate(
                "Measures",
                "Kendall's tau-b (Kendall 1945): −1 is the more important the less often, +1 the "
                "more important the more often. It describes this map and tests nothing.",
            ),
        ),
    }
