"""What each measure is called in everyday words, and exactly how it is defined, after whom."""

from dataclasses import dataclass
from functools import cache

from app.words import current_language, phrases, say


@dataclass(frozen=True, slots=True)
class Wording:
    """One measure in words."""

    text: str
    """What it says, as a line of a table."""
    definition: str
    """Exactly how it is reckoned, and after whom."""


def wording(measure: str) -> Wording:
    """Return the wording of a measure; raises KeyError for an unknown one."""
    if measure == "setting_none":
        text = say("The number of partners without an area so far.")
        return Wording(phrases.setting_label(None), text)
    if measure.startswith("setting_"):
        return Wording(
            phrases.setting_label(measure.removeprefix("setting_")),
            say("The number of partners in this area."),
        )
    return Wording(*_all(current_language())[measure])


def printed(measure: str) -> str:
    """Return the name of a measure in a table of figures; raises KeyError for an unknown one."""
    return _printed().get(measure) or wording(measure).text


def _printed() -> dict[str, str]:
    """Return the names by which measures are known in the literature, where they have one."""
    return {
        "ties": say("Links between partners"),
        "density": say("Density"),
        "density_with_ego": say("Density with me"),
        "mean_degree": say("Mean number of links"),
        "components": say("Components"),
        "isolates": say("Isolates"),
        "largest_component": say("Largest component"),
        "pairs_only_through_me": say("Pairs linked only through me"),
        "effective_size": say("Effective size"),
        "efficiency": say("Efficiency"),
        "constraint": say("Constraint"),
        "hierarchy": say("Hierarchy"),
        "ego_betweenness": say("Ego betweenness"),
        "ego_betweenness_normalised": say("Ego betweenness, normalised"),
        "hinge_partners": say("Connecting partners"),
        "outside_share": say("Share outside the school, without pupil and family"),
        "external_share": say("Share outside the school"),
        "ei_heads": say("E-I index by partners"),
        "ei_contact": say("E-I index by contact"),
        "ei_heads_external": say("E-I index by partners, without pupil and family"),
        "ei_contact_external": say("E-I index by contact, without pupil and family"),
        "blau": say("Blau's diversity of areas"),
        "iqv": say("IQV of areas"),
        "hhi": say("Concentration of contact (HHI)"),
        "top_share": say("Largest share of contact"),
        "coordinator": say("Coordinator"),
        "consultant": say("Consultant"),
        "gatekeeper": say("Gatekeeper"),
        "liaison": say("Liaison"),
        "valid": say("Partners with both answers"),
        "concordant": say("Pairs in the same direction"),
        "discordant": say("Pairs in opposite directions"),
        "tau_b": say("Kendall's tau-b"),
        "gamma": say("Goodman and Kruskal's gamma"),
        "spearman": say("Spearman's rho"),
    }


@cache
def _all(_language: str) -> dict[str, tuple[str, str]]:
    """Return text and definition of every measure but the settings."""
    return {
        **_who(),
        **_gap(),
        **_between(),
        **_holes(),
        **_roles(),
        **_outside(),
        **_spread(),
    }


def _who() -> dict[str, tuple[str, str]]:
    return {
        "size": (
            say("Partners"),
            say(
                "All partners on the map except those with “no contact yet” (n in formulas).",
            ),
        ),
        "outside_share": (
            say("Outside the school, without pupil and family"),
            say(
                "Partners in an area outside the school, divided by those with an area; pupil "
                "and family are left out."
            ),
        ),
        "external_share": (
            say("Outside the school, pupil and family included"),
            say("Partners in an area outside the school, divided by those with an area."),
        ),
        "weekly_share": (
            say("Contact at least weekly"),
            say(
                "Partners with weekly contact or more, divided by those whose contact is rated.",
            ),
        ),
        "named_share": (
            say("With a star: your most important partners"),
            say("Partners with a star, over those asked about it."),
        ),
    }


def _gap() -> dict[str, tuple[str, str]]:
    return {
        "notable": (
            say("Partners who stand out"),
            say(
                "In one of the two groups that differ, and in the same direction at least a "
                "third of all partners apart in the order of importance and the order of "
                "contact (quadrants: Martilla and James 1977; positions as ridits: Bross 1958).",
            ),
        ),
        "concordant": (
            say("Pairs in which you see the more important partner more often"),
            say(
                "Of all pairs that differ in both importance and contact: those that differ in "
                "the same direction.",
            ),
        ),
        "wish_more": (
            say("You would like more contact with"),
            say("You would like more contact than now."),
        ),
        "wish_less": (
            say("You would like less contact with"),
            say("You would like less contact than now."),
        ),
        "wish_same": (
            say("Contact is how you want it with"),
            say("You would like the same contact as now."),
        ),
    }


def _between() -> dict[str, tuple[str, str]]:
    return {
        "isolates": (
            say("Know the others only through you"),
            say("Partners without a link to another partner."),
        ),
        "density": (
            say("Pairs of partners who know each other"),
            say(
                "Density without you: t/(n(n − 1)/2), with t the links between partners.",
            ),
        ),
        "components": (
            say("Separate groups, if you were not there"),
            say("Components of the network without you."),
        ),
        "largest_component": (
            say("Partners in the largest group"),
            say("Size of the largest component of the network without you."),
        ),
        "pairs_only_through_me": (
            say("Pairs linked only through you"),
            say(
                "Pairs of partners in different components without you; the share of all pairs "
                "is fragmentation (Borgatti 2006).",
            ),
        ),
        "hinge_partners": (
            say("Connecting partners: who links others"),
            say(
                "Cut vertices of the network without you: if they were not there, partners who "
                "reach each other now would no longer do so.",
            ),
        ),
        "mean_degree": (
            say("Other partners a partner knows, on average"),
            say("Mean degree without you: 2t/n."),
        ),
    }


def _holes() -> dict[str, tuple[str, str]]:
    """Return the measures of structural holes."""
    return {
        "ego_betweenness": (
            say("How often you stand between two partners who do not know each other"),
            say(
                "Over all pairs without a link: 1/(1 + the partners both know) (Everett and "
                "Borgatti 2005).",
            ),
        ),
        "effective_size": (
            say("Partners who do not overlap"),
            say("Effective size: n − 2t/n (Burt 1992; Borgatti 1997)."),
        ),
        "efficiency": (
            say("Share of your partners that does not overlap"),
            say("Effective size over n (Burt 1992)."),
        ),
        "constraint": (
            say("How much your partners are linked to each other"),
            say(
                "Constraint: the sum over partners of (p + the sum of indirect p·p)², with p the "
                "share of your ties (Burt 1992). It can be above 1.",
            ),
        ),
        "hierarchy": (
            say("How much of that comes from a few partners"),
            say("Hierarchy: the Coleman-Theil index of the constraints (Burt 1992)."),
        ),
    }


def _roles() -> dict[str, tuple[str, str]]:
    """Return the roles of brokerage."""
    return {
        "coordinator": (
            say("You link two partners inside the school"),
            say(
                "Pairs without a link, both inside the school (Gould and Fernandez 1989).",
            ),
        ),
        "consultant": (
            say("You link two partners in one area outside"),
            say(
                "Pairs without a link, both in the same area outside the school (Gould and "
                "Fernandez 1989).",
            ),
        ),
        "gatekeeper": (
            say("You link the school with outside"),
            say(
                "Pairs without a link, one inside and one outside the school (Gould and "
                "Fernandez 1989).",
            ),
        ),
        "liaison": (
            say("You link two areas outside"),
            say(
                "Pairs without a link, in two areas outside the school (Gould and Fernandez 1989).",
            ),
        ),
    }


def _outside() -> dict[str, tuple[str, str]]:
    return {
        "ei_heads": (
            say("Outside or inside, by partners"),
            say(
                "E-I index: (outside − inside)/(outside + inside); −1 is all inside, +1 all "
                "outside (Krackhardt and Stern 1988).",
            ),
        ),
        "ei_contact": (
            say("Outside or inside, by contact time (estimated)"),
            say("The E-I index with contacts in a school year for partners."),
        ),
        "ei_heads_external": (
            say("Outside or inside, by partners, without pupil and family"),
            say("The E-I index by partners, with pupil and family in neither sum."),
        ),
        "ei_contact_external": (
            say("Outside or inside, by contact time (estimated), without pupil and family"),
            say("The E-I index by contact, with pupil and family in neither sum."),
        ),
    }


def _spread() -> dict[str, tuple[str, str]]:
    """Return the measures of spread: partners, contact and forms."""
    return {
        "iqv": (
            say("Spread over the areas"),
            say(
                "Index of qualitative variation: (1 − the sum of squared shares) · 6/5 "
                "(Gibbs and Poston 1975).",
            ),
        ),
        "entropy": (
            say("Spread over the areas, as entropy"),
            say("−Σ p ln p over ln 6 (Shannon 1948)."),
        ),
        "hhi": (
            say("How much contact is with a few partners (estimated)"),
            say("Sum of squared shares of contact (Herfindahl-Hirschman); 1/n is even."),
        ),
        "effective_contacts": (
            say("Number of partners, if your contact time were shared out equally (estimated)"),
            say("1 over the sum of squared shares of contact."),
        ),
        "top_share": (
            say("Of all contact, with one partner (estimated)"),
            say("The largest share of contact in a school year."),
        ),
        "mean_forms": (
            say("Ways of working together per partner, on average"),
            say("Multiplexity: ticked forms per partner, of those with at least one."),
        ),
        "share_several_forms": (
            say("Of those, with two or more"),
            say("Share of the partners with at least one ticked who have two or more."),
        ),
        "tau_b": (
            say("How contact and importance go together"),
            say(
                "Kendall's tau-b (Kendall 1945): at −1 more important means less often, at +1 "
                "it means more often. It describes this map and tests nothing.",
            ),
        ),
    }
