"""The findings about how far the map is filled in."""

from collections.abc import Iterator
from typing import Final

from app.analysis.alignment import FEWEST_RATED
from app.analysis.findings.finding import Claim, Finding, Match, ids
from app.analysis.gaps import NOT_FILLED_IN
from app.analysis.study import Study
from app.words import say


def _no_partners(known: Study) -> Iterator[Match]:
    if not known.gaps.size:
        yield Match((), {"wished": len(known.gaps.rows)})


def _few_rated(known: Study) -> Iterator[Match]:
    gaps = known.gaps
    if gaps.size and gaps.valid < FEWEST_RATED:
        yield Match((), {"rated": gaps.valid, "size": gaps.size, "fewest": FEWEST_RATED})


def _not_filled_in(known: Study) -> Iterator[Match]:
    missing = [row.partner for row in known.gaps.rows if row.quadrant == NOT_FILLED_IN]
    if missing:
        values = {
            "count": len(missing),
            "size": known.gaps.size,
            "no_frequency": sum(partner.frequency is None for partner in missing),
            "no_importance": sum(partner.importance is None for partner in missing),
        }
        yield Match(ids(missing), values)


def _says_no_partners(about: Finding) -> str:
    if about.values.get("wished"):
        return say(
            "You have no contact yet with anyone on the map. Add people you are in contact with.",
        )
    return say("There is no one on the map yet. Start with people you saw this week.")


def _says_few_rated(about: Finding) -> str:
    rated, fewest = about.values.get("rated"), about.values.get("fewest")
    if not rated:
        return say(
            "Give someone both ratings first, contact and importance. Select “Rate”.",
        )
    return say(
        "Rated on contact and importance: {rated}. Kring starts comparing at {fewest} partners.",
        rated=rated,
        fewest=fewest,
    )


def _reports_few_rated(about: Finding) -> str:
    if about.values.get("rated"):
        return _says_few_rated(about)
    return say("Contact and importance have not both been rated for anyone yet.")


NO_PARTNERS: Final = Claim(
    code="no_partners",
    rule=_no_partners,
    title=lambda: say("Your map"),
    says=_says_no_partners,
    reported=lambda _: say("You are not in contact yet with anyone on the map."),
    why=lambda: say("All of this comes from your own map."),
    printed=lambda: say("No partners yet"),
    is_to_judge=False,
    chapter="filled_in",
    shown_when="n is 0",
    about="–",
    values="`wished` partners",
)

FEW_RATED: Final = Claim(
    code="few_rated",
    rule=_few_rated,
    title=lambda: say("Few answers so far"),
    says=_says_few_rated,
    reported=_reports_few_rated,
    why=lambda: say(
        "With fewer than {n} partners, one answer changes the whole order. Only your own limits "
        "are used then.",
        n=FEWEST_RATED,
    ),
    printed=lambda: say("Few partners rated"),
    figures=lambda values: f"{values['rated']} / {values['size']}",
    is_to_judge=False,
    chapter="filled_in",
    shown_when="n is 1 or more and n_v < 5: no ranks, quadrants only",
    about="–",
    values="`rated` n_v, `size` n, `fewest` 5",
)

INCOMPLETE: Final = Claim(
    code=NOT_FILLED_IN,
    rule=_not_filled_in,
    says=lambda about: say(
        "{names}: contact or importance is not answered yet.", names=about.names
    ),
    why=lambda: say(
        "Someone needs both answers to appear here. Kring never guesses a missing answer."
    ),
    quadrant=NOT_FILLED_IN,
    is_to_judge=False,
    chapter="filled_in",
    shown_when="a counted partner lacks frequency or importance",
    about="those",
    values="`count`, `size` n, `no_frequency`, `no_importance`",
)
