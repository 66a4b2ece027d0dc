"""The findings about who is on the map, what is done together, and who knows whom."""

from collections.abc import Iterator
from typing import Final

from app.analysis.alignment import FEWEST
from app.analysis.composition import contacts, setting_counts, star_asked
from app.analysis.findings.finding import Base, Finding, Values, ids
from app.analysis.study import Study
from app.models.vocabulary import vocabulary

CONTRAST_FROM: Final = 0.5
"""From this distance on, E-I by partners and E-I by contact tell a different story: the share
outside the school is then a quarter or more higher in the one than in the other."""

PREVENTIVE: Final = frozenset({"group", "both"})
TOGETHER: Final = frozenset({"teach_together", "act_together"})
CONSULTING: Final = frozenset({"consult_pupil", "consult_other"})


def inside_outside(known: Study) -> Iterator[Finding]:
    """Yield that most partners are on one side of the school door and most contact on the other."""
    about = known.composition
    if about.ei_heads is None or about.ei_contact is None or about.with_both < FEWEST:
        return
    if abs(about.ei_heads - about.ei_contact) < CONTRAST_FROM:
        return
    settings = vocabulary().settings
    # Partners and contact are of the same people, or the two cannot be laid side by side.
    placed = [p for p in known.partners if p.setting is not None and p.frequency is not None]
    outside = [p for p in placed if p.setting and not settings[p.setting].inside_school]
    amounts = contacts(placed)
    beyond = sum(amounts.get(partner.id, 0) for partner in outside)
    yield Finding(
        code="inside_outside",
        people=ids(outside),
        values={
            "outside": len(outside),
            "inside": len(placed) - len(outside),
            "contacts_outside": beyond,
            "contacts_inside": sum(amounts.values()) - beyond,
            "ei_heads": about.ei_heads,
            "ei_contact": about.ei_contact,
            "known": about.with_both,
        },
        base=Base("placed", len(placed), len(known.partners)),
    )


def empty_settings(known: Study) -> Iterator[Finding]:
    """Yield the settings with nobody in them, where there are partners enough to fill all.

    Somebody wished is somebody here: the drawer sees them in the setting. Whoever has no setting
    yet may well belong in an empty one: then it is not said that nobody does.
    """
    everybody = known.whole.partners
    on_map = setting_counts(everybody)
    empty = sum(not count for count in on_map.values())
    unknown = len(everybody) - sum(on_map.values())
    if empty and not unknown and known.composition.with_setting >= len(on_map):
        values: Values = {"count": empty, "unknown": unknown, **on_map}
        base = Base("settled", len(everybody), len(everybody))
        yield Finding(code="empty_settings", people=(), values=values, base=base)


def named(known: Study) -> Iterator[Finding]:
    """Yield who has the star, where it is said of some that they have it and of some not."""
    asked = star_asked(known.partners)
    people = [partner for partner in asked if partner.named_important]
    if len(asked) < FEWEST or not 0 < len(people) < len(asked):
        return
    cut = known.whole.network.frequency_cut
    seen = [partner.frequency for partner in people if partner.frequency is not None]
    often = sum(frequency >= cut for frequency in seen)
    values: Values = {
        "count": len(people),
        "known": len(asked),
        "size": len(known.partners),
        "often": often,
        "less_often": len(seen) - often,
    }
    base = Base("told", len(asked), len(known.partners), len(known.wished))
    yield Finding(code="named_important", people=ids(people), values=values, base=base)


def focus(known: Study) -> Iterator[Finding]:
    """Yield with whom the work is for the whole group, against all that is for single pupils."""
    told = [partner for partner in known.partners if partner.focus is not None]
    if len(told) < FEWEST:
        return
    people = [partner for partner in told if partner.focus in PREVENTIVE]
    counts = {
        choice: sum(partner.focus == choice for partner in told)
        for choice in vocabulary().choices["focus"]
    }
    values: Values = {
        "count": len(people),
        "known": len(told),
        "size": len(known.partners),
        **counts,
    }
    base = Base("told", len(told), len(known.partners))
    yield Finding(code="focus", people=ids(people), values=values, base=base)


def forms(known: Study) -> Iterator[Finding]:
    """Yield with whom the owner does something together, and whom they consult."""
    told = [partner for partner in known.partners if partner.forms]
    if len(told) < FEWEST:
        return
    for code, ticked in (("do_together", TOGETHER), ("consult", CONSULTING)):
        people = ids(partner for partner in told if ticked.intersection(partner.forms))
        values = {"count": len(people), "known": len(told), "size": len(known.partners)}
        base = None if people else Base("told", len(told), len(known.partners))
        yield Finding(code=code, people=people, values=values, base=base)


def structure(known: Study) -> Iterator[Finding]:
    """Yield who knows whom, where the lines are drawn and four partners or more count."""
    if not known.has_structure:
        return
    from app.analysis.cohesion import pairs_only_through_me
    from app.analysis.structure import Bounded, bounds  # networkx: only where ties are asked about

    between = known.structure
    size, ties = len(known.partners), between.among.sure.number_of_edges()
    asked = Base("lines", between.pairs - between.unknown_ties, between.pairs)
    if ties == between.pairs:
        values: Values = {"size": size, "all_pairs": between.pairs}
        base = asked._replace(wished=len(known.wished))
        yield Finding(code="everybody_tied", people=(), values=values, base=base)
        return
    # Somebody wished counts in no number, but a line to them is drawn for all to see.
    tied_to_wished = _tied_to_wished(known)
    alone = Bounded(
        tuple(one for one in between.isolates.sure if one not in tied_to_wished),
        tuple(one for one in between.isolates.at_most if one not in tied_to_wished),
    )
    if alone.sure:
        low, high = bounds(Bounded(len(alone.sure), len(alone.at_most)))
        values = {"count": len(alone.sure), "size": size, "low": low, "high": high}
        yield Finding(code="isolates", people=alone.sure, values=values, base=asked)
    way_round = asked._replace(wished=len(known.wished) if tied_to_wished else 0)
    apart = between.bounded(pairs_only_through_me)
    if ties and apart.sure:
        low, high = bounds(apart)
        values = {
            "pairs": apart.sure,
            "all_pairs": between.pairs,
            "share": apart.sure / between.pairs,
            "components": len(between.components.sure),
            "low": low,
            "high": high,
        }
        yield Finding(code="pairs_only_through_me", people=(), values=values, base=way_round)
    if between.hinges:
        fewest, most = between.hinge_range
        sure = fewest == most
        values = {
            "count": len(between.hinges),
            "size": size,
            "low": None if sure else fewest,
            "high": None if sure else most,
        }
        people = between.hinges
        yield Finding(code="hinge_partners", people=people, values=values, base=way_round)


def _tied_to_wished(known: Study) -> set[str]:
    """Return who knows, or may know, somebody with whom there is no contact yet."""
    wished = {partner.id for partner in known.wished}
    ends = {tie.ends for tie in known.whole.ties if tie.ends & wished}
    return {end for pair in ends for end in pair} - wished
