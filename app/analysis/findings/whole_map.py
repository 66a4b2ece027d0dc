"""The findings about the whole map: inside and outside, contact beside importance, settings."""

from collections.abc import Iterator, Sequence
from typing import Final

from app.analysis.alignment import FEWEST_RATED
from app.analysis.composition import (
    FAMILY,
    WEEKLY,
    Composition,
    without_family,
)
from app.analysis.findings.basis import Base
from app.analysis.findings.finding import Claim, Finding, Look, Match, Values, ids
from app.analysis.findings.shared_counts import rated, shared
from app.analysis.study import Study
from app.models.network import Partner
from app.models.vocabulary import vocabulary
from app.words import current_language, joined, say, say_in

CONTRAST_FROM: Final = 0.5
"""From this distance on, E-I by partners and E-I by contact tell a different story: the share
outside the school is then a quarter or more higher in the one than in the other."""


def _inside_outside(known: Study) -> Iterator[Match]:
    """Yield that most partners are on one side of the school door and most contact on the other.

    Pupil and family stand on neither side: they are a group of their own.
    """
    others = without_family(known.partners)
    # Partners and contact are of the same people, or the two cannot be laid side by side.
    placed = [p for p in others if p.setting is not None and p.frequency is not None]
    about = known.composition
    heads, contact = about.ei_heads_external, about.ei_contact_external
    if heads is None or contact is None or len(placed) < FEWEST_RATED:
        return
    if abs(heads - contact) < CONTRAST_FROM:
        return
    inside = vocabulary().is_inside
    outside = [p for p in placed if not inside(p.setting)]
    amounts = about.amounts
    beyond = sum(amounts[partner.id] for partner in outside)
    values: Values = {
        "outside": len(outside),
        "inside": len(placed) - len(outside),
        "contacts_outside": beyond,
        "contacts_inside": sum(amounts[p.id] for p in placed) - beyond,
        "ei_heads_external": heads,
        "ei_contact_external": contact,
        "known": len(placed),
    }
    yield Match(ids(outside), values, Base("placed", len(placed), len(others)))


def _in_order(known: Study) -> list[Partner]:
    """Return the partners ranked on both importance and contact."""
    return [row.partner for row in known.gaps.rows if row.gap is not None]


def _equally(known: Study, scale: str) -> Iterator[Match]:
    people = _in_order(known)
    answer = shared([getattr(partner, scale) for partner in people]) if people else None
    if answer is not None:
        yield Match((), {"rated": len(people), scale: answer}, rated(known))


def _alignment(known: Study) -> Iterator[Match]:
    """Yield whether the more important partners are also seen more often."""
    size = len(_in_order(known))
    found = known.gaps.alignment
    if not size or found.tau_b is None:
        return
    low, high = found.tau_b_range or (None, None)
    values: Values = {
        "concordant": found.concordant,
        "discordant": found.discordant,
        "pairs": found.concordant + found.discordant,
        "all_pairs": size * (size - 1) // 2,
        "rated": size,
        "tau_b": found.tau_b,
        "tau_b_low": low,
        "tau_b_high": high,
    }
    yield Match((), values, rated(known))


def _empty_settings(known: Study) -> Iterator[Match]:
    """Yield the settings with nobody in them, where there are partners enough to fill all.

    Somebody wished is somebody here: the drawer sees them in the setting. Whoever has no setting
    yet may well belong in an empty one: then it is not said that nobody does.
    """
    everybody = known.whole.partners
    on_map = Composition(everybody).setting_counts
    empty = sum(not count for count in on_map.values())
    unknown = len(everybody) - sum(on_map.values())
    if empty and not unknown and len(known.partners) >= len(on_map):
        values: Values = {"count": empty, "unknown": unknown, **on_map}
        yield Match((), values, Base("settled", len(everybody), len(everybody)))


def _no_parents(known: Study) -> Iterator[Match]:
    """Yield that no parents or family are on the map, where everybody on it has a setting."""
    everybody = known.whole.partners
    family = [p for p in everybody if p.setting == FAMILY and p.kind != "pupil"]
    is_placed = all(partner.setting is not None for partner in everybody)
    if not family and is_placed and len(known.partners) >= FEWEST_RATED:
        yield Match((), {"size": len(everybody)}, Base("settled", len(everybody), len(everybody)))


# The words.


def _amount(values: Values, key: str) -> float:
    value = values.get(key)
    return value if isinstance(value, int | float) else 0


def _says_inside_outside(about: Finding) -> str:
    values = about.values
    far, near = _amount(values, "contacts_outside"), _amount(values, "contacts_inside")
    percent = round(100 * far / (far + near)) if far + near else 0
    outside = values.get("outside")
    if about.is_partial:
        return say(
            "{lead} Outside the school: {outside}. An estimated {percent}% of your contact with "
            "all of them goes there.",
            lead=about.lead,
            outside=outside,
            percent=percent,
        )
    return say(
        "Leaving out pupil and family, outside the school: {outside} of {all} partners. An "
        "estimated {percent}% of your contact with all of these goes there.",
        outside=outside,
        all=round(_amount(values, "outside") + _amount(values, "inside")),
        percent=percent,
    )


def _prints_inside_outside(values: Values) -> str:
    partners = _amount(values, "outside") + _amount(values, "inside")
    contact = _amount(values, "contacts_outside") + _amount(values, "contacts_inside")
    return f"{values['outside']} / {partners}, {values['contacts_outside']} / {contact}"


def _says_alignment(about: Finding) -> str:
    concordant, pairs = about.values.get("concordant"), about.values.get("pairs")
    if about.is_partial:
        return say(
            "{lead} Compare two of these at a time who differ in both: in {concordant} of {pairs} "
            "pairs, you see the more important one more often.",
            lead=about.lead,
            concordant=concordant,
            pairs=pairs,
        )
    return say(
        "Compare two partners at a time who differ in both contact and importance: in "
        "{concordant} of {pairs} pairs, you see the more important one more often.",
        concordant=concordant,
        pairs=pairs,
    )


def _says_equally_important(about: Finding) -> str:
    if about.is_partial:
        return say(
            "{lead} You rated all of these “{important}”, so there is nothing to compare contact "
            "with.",
            lead=about.lead,
            important=about.important,
        )
    return say(
        "You rated everyone “{important}”, so there is nothing to compare contact with.",
        important=about.important,
    )


def _says_equally_often(about: Finding) -> str:
    if about.is_partial:
        return say(
            "{lead} You rated contact “{often}” for all of these, so there is nothing to compare "
            "importance with.",
            lead=about.lead,
            often=about.often,
        )
    return say(
        "You rated contact “{often}” for everyone, so there is nothing to compare importance with.",
        often=about.often,
    )


def _empty(values: Values) -> list[str]:
    settings = vocabulary().settings.items()
    return [term.label(current_language()) for key, term in settings if not values[key]]


def _contact_and_importance(_: Finding | None = None) -> str:
    return say("Contact and importance")


def _why_order() -> str:
    return say(
        "Kring compares your partners two at a time. Two who are equally important, or seen "
        "equally often, say nothing here. For the other pairs, it counts how often the more "
        "important one is also the one you see more often.",
    )


def _nobody_near(findings: Sequence[Finding], _look: Look) -> tuple[str, ...] | None:
    return () if findings[0].values["community"] == 0 else None


INSIDE_OUTSIDE: Final = Claim(
    code="inside_outside",
    rule=_inside_outside,
    stands_on="placed",
    title=lambda: say("Inside and outside the school"),
    says=_says_inside_outside,
    why=lambda: say(
        "Shown where partners and contact tell a different story: the share outside the "
        "school is at least a quarter higher in one than in the other. Pupil and family are not "
        "counted here: they are a group of their own. Contact is estimated from your answers, "
        "over a school year of {weeks} weeks.",
        weeks=vocabulary().contacts(WEEKLY),
    ),
    printed=lambda: say("Outside the school: partners, contacts"),
    figures=_prints_inside_outside,
    of_the_whole=True,
    chapter="whole",
    shown_when=(
        "without pupil and family, the E-I indices by partners and by contact are 0.5 or more "
        "apart, and 5 partners or more have both a setting and a frequency"
    ),
    about="those outside the school, without pupil and family",
    values=(
        "`outside`, `inside` partners of whom both are known; `contacts_outside`, "
        "`contacts_inside` in a school year, estimated; `ei_heads_external`, "
        "`ei_contact_external` -1 to 1; "
        "`known` partners under the latter"
    ),
)

ALIGNMENT: Final = Claim(
    code="alignment",
    rule=_alignment,
    stands_on="rated",
    title=_contact_and_importance,
    says=_says_alignment,
    why=_why_order,
    printed=lambda: say("More important and seen more often (pairs)"),
    figures=lambda values: f"{values['concordant']} / {values['pairs']}",
    chapter="whole",
    shown_when="n_v is 5 or more and neither answer is the same for all",
    about="–",
    values=(
        "`concordant` C of `pairs` C + D; `discordant` D; `all_pairs` of rated partners; "
        "`rated` n_v; `tau_b` -1 to 1; `tau_b_low`, `tau_b_high` with any one partner left out"
    ),
)

EQUALLY_IMPORTANT: Final = Claim(
    code="all_equally_important",
    rule=lambda known: _equally(known, "importance"),
    stands_on="rated",
    title=lambda: say_in("Findings", "All equally important"),
    neutral=_contact_and_importance,
    says=_says_equally_important,
    why=_why_order,
    printed=lambda: say_in("Commands", "All equally important"),
    chapter="whole",
    shown_when="n_v is 5 or more, one importance",
    about="–",
    values="`rated` n_v, `importance`",
)

EQUALLY_OFTEN: Final = Claim(
    code="all_equally_often",
    rule=lambda known: _equally(known, "frequency"),
    stands_on="rated",
    title=lambda: say_in("Findings", "All equally often"),
    neutral=_contact_and_importance,
    says=_says_equally_often,
    why=_why_order,
    printed=lambda: say_in("Commands", "All equally often"),
    chapter="whole",
    shown_when="n_v is 5 or more, one frequency",
    about="–",
    values="`rated` n_v, `frequency`",
)

NO_PARENTS: Final = Claim(
    code="no_parents",
    rule=_no_parents,
    stands_on="settled",
    title=lambda: say("Parents and family"),
    says=lambda _: say("There are no parents or family on your map."),
    why=lambda: say(
        "Shown once there are {n} partners, when everyone has an area and no one but pupils is "
        "in “Pupil and family”.",
        n=FEWEST_RATED,
    ),
    printed=lambda: say("No parents or family"),
    leads_to={"R04": lambda _findings, _look: ()},
    chapter="whole",
    shown_when=(
        "nobody but pupils, not even somebody wished, is in the setting of pupil and family; 5 "
        "partners or more count, and everybody on the map has a setting"
    ),
    about="–",
    values="`size` of everybody on the map",
)

EMPTY_SETTINGS: Final = Claim(
    code="empty_settings",
    rule=_empty_settings,
    stands_on="settled",
    title=lambda: say("Areas with no one"),
    says=lambda about: say(
        "No one on your map yet from: {settings}.",
        settings=joined(_empty(about.values), between="; "),  # an area may hold a comma
    ),
    why=lambda: say(
        "Which of the areas have no one in them. Shown once there are {n} partners.",
        n=len(vocabulary().settings),
    ),
    printed=lambda: say("Areas with no one"),
    figures=lambda values: joined(_empty(values)),
    leads_to={"R22": _nobody_near},
    chapter="whole",
    shown_when=(
        "a setting has nobody, not even somebody wished, 6 partners or more count, and everybody "
        "on the map has a setting"
    ),
    about="–",
    values=(
        "`count`; `unknown`, always 0; the settings by id, each with its number of partners, "
        "wished ones included"
    ),
)
