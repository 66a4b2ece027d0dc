"""The findings about who stands out, and who stands in each of the four quadrants."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from app.analysis.alignment import FEWEST_RATED
from app.analysis.findings.finding import (
    Claim,
    Finding,
    Leads,
    Look,
    Match,
    Values,
    counted,
    everybody,
    ids,
    whom,
)
from app.analysis.findings.shared_counts import rated, shared
from app.analysis.findings.wishes import why_wish
from app.analysis.gaps import DIFFERING, Gap
from app.analysis.study import NOTABLE_CODES, Study
from app.words import say

_LESS_OFTEN, _LESS_NAMED = DIFFERING
_FAMILY: Final = frozenset({"parents", "family", "parent_council"})
_NOT_LEADERS: Final = whom(
    lambda partner: partner.kind not in ("leadership", "internal_support_coordinator")
)
"""What contact with leadership could be used for is asked by a question of its own."""
_PARENTS: Final = whom(lambda partner: partner.kind in _FAMILY)
"""Their voice is asked about wherever they stand: also those who are seen every week."""


def _groups(known: Study, quadrant: str) -> Iterator[Match]:
    """Yield the partners who stand out in a quadrant, one kind of partner at a time.

    After them those whom the owner dismissed as such.
    """
    standing = [row for row in known.notable if row.wish_steps != 0]
    yield from _by_kind(known, quadrant, standing, notable=True)
    yield from _by_kind(known, quadrant, known.dismissed, notable=False)


def _by_kind(known: Study, quadrant: str, rows: Sequence[Gap], *, notable: bool) -> Iterator[Match]:
    kinds: dict[str | None, list[Gap]] = {}
    for row in rows:
        if row.quadrant == quadrant:
            kinds.setdefault(row.partner.kind, []).append(row)
    for kind, group in kinds.items():
        said = [known.verdict(NOTABLE_CODES[quadrant], row.partner.id) for row in group]
        people = ids(row.partner for row in group)
        values: Values = {
            "kind": kind,
            "importance": shared([row.partner.importance for row in group]),
            "frequency": shared([row.partner.frequency for row in group]),
            "gap": group[0].gap,
            "rated": known.gaps.valid,
        }
        yield Match(people, counted(values, people), notable=notable, verdict=shared(said))


def _as_wished(known: Study) -> Iterator[Match]:
    wanted = [row for row in known.notable if row.wish_steps == 0]
    if wanted:
        quadrants = [row.quadrant for row in wanted]
        people = ids(row.partner for row in wanted)
        values = {
            "less_often": quadrants.count(_LESS_OFTEN),
            "less_named": quadrants.count(_LESS_NAMED),
            "rated": known.gaps.valid,
        }
        yield Match(people, counted(values, people), notable=True)


def _nobody(known: Study) -> Iterator[Match]:
    """Yield that nobody stands out, where no other finding says who does."""
    is_dismissed = known.verdict(AS_WISHED.code) is False
    if known.gaps.valid and all(row.wish_steps == 0 and is_dismissed for row in known.notable):
        values = {"rated": known.gaps.valid, "size": known.gaps.size}
        yield Match((), values, base=rated(known))


def _standing(known: Study, quadrant: str) -> Iterator[Match]:
    """Yield the partners in a quadrant, by the cuts of the map."""
    people = ids(row.partner for row in known.compared if row.quadrant == quadrant)
    if people:
        yield Match(people, counted({"rated": known.gaps.valid}, people))


# The words.


def _says_less_often(about: Finding) -> str:
    if about.differ:
        return about.with_wish(f"{about.each('importance', 'frequency')}.")
    return about.with_wish(
        say(
            "{names}: {first}, {then}.",
            names=about.names,
            first=about.important,
            then=about.often,
        )
    )


def _says_less_named(about: Finding) -> str:
    if about.differ:
        return about.with_wish(f"{about.each('frequency', 'importance')}.")
    return about.with_wish(
        say(
            "{names}: {first}, {then}.",
            names=about.names,
            first=about.often,
            then=about.important,
        )
    )


def _stands_out() -> str:
    return say("Stands out: {what}")


def _few() -> str:
    return say("With fewer than {n} rated partners, only your own limits decide.", n=FEWEST_RATED)


def _limits_less_often() -> str:
    sides = say("Importance is “{important}” or more, and contact is less than “{often}”.")
    return f"{sides} {_few()}"


def _limits_less_named() -> str:
    sides = say("Contact is “{often}” or more, and importance is less than “{important}”.")
    return f"{sides} {_few()}"


def _nobody_of_some(finding: Finding) -> str:
    base = finding.base
    if base is not None and base.known == base.of:
        return _nobody_stands_out()  # with whom there is no contact, nobody can stand out
    return say("Contact and importance")


def _nobody_stands_out() -> str:
    return say("No one stands out")


def _why_quadrant() -> str:
    return say(
        "You set two limits: important starts at “{important}”, often at “{often}”. They make "
        "four groups. You can move the limits in the chart. Your pupils are left out: contact with "
        "them is your work.",
    )


# What follows.


def _both_ways(_findings: Sequence[Finding], look: Look) -> tuple[str, ...]:
    return ids([*look.people(LESS_OFTEN), *look.people(LESS_NAMED)])


LESS_OFTEN: Final = Claim(
    code=NOTABLE_CODES[_LESS_OFTEN],
    rule=partial(_groups, quadrant=_LESS_OFTEN),
    per_partner=True,
    title=_stands_out,
    says=_says_less_often,
    why=lambda: say(
        "Importance is “{important}” or more, and contact is less than “{often}”. This partner "
        "is also much higher in your own order of importance than in your order of contact: by "
        "at least a third of all places. So your other partners count too. That third is Kring's "
        "own choice.",
    ),
    why_few=_limits_less_often,
    printed=lambda: say("Stands out"),
    quadrant=_LESS_OFTEN,
    leads_to={"R02": _both_ways},
    is_apart=True,
    chapter="stands_out",
    shown_when=(
        f"notable in `{_LESS_OFTEN}`; **one finding a kind of partner** (those without a kind "
        "together)"
    ),
    about="that kind, largest gap first",
    values=(
        "`count`; `kind` (id or own words, or null); `importance` and `frequency` where "
        "all have the same, else null; `gap` of the first, -1 to 1, null with n_v < 5; `rated` n_v"
    ),
)

LESS_NAMED: Final = Claim(
    code=NOTABLE_CODES[_LESS_NAMED],
    rule=partial(_groups, quadrant=_LESS_NAMED),
    per_partner=True,
    title=_stands_out,
    says=_says_less_named,
    why=lambda: say(
        "Contact is “{often}” or more, and importance is less than “{important}”. This partner "
        "is also much higher in your own order of contact than in your order of importance: "
        "by at least a third of all places. So your other partners count too. That third is "
        "Kring's own choice. Kring asks how important a contact is for your pupils: someone who "
        "matters to you in another way can be low in that.",
    ),
    why_few=_limits_less_named,
    printed=lambda: say("Stands out"),
    quadrant=_LESS_NAMED,
    leads_to={"R02": everybody},
    is_apart=True,
    chapter="stands_out",
    shown_when=f"notable in `{_LESS_NAMED}`; otherwise the same",
    about="the same",
    values="the same",
)

AS_WISHED: Final = Claim(
    code="notable_as_wished",
    rule=_as_wished,
    title=lambda: say("A difference that suits you"),
    says=lambda about: say(
        "{names}: contact and importance differ, and you are happy with that.", names=about.names
    ),
    why=why_wish,
    printed=lambda: say("Stands out, and how you want it"),
    is_apart=True,
    chapter="stands_out",
    shown_when=(
        "notable, and the wished frequency is the frequency: the owner's wish outranks the rule, "
        "so these are not in the two above"
    ),
    about="largest gap first",
    values="`count`; `less_often` and `less_named` of them in each quadrant; `rated` n_v",
)


def _says_nobody(about: Finding) -> str:
    # Five who are all very important and seldom seen: far apart, but none more than the others.
    differ = any(row.quadrant in (_LESS_OFTEN, _LESS_NAMED) for row in about.known.gaps.rows)
    base = about.base
    if base is not None and base.known < base.of:
        if differ:
            return say("{lead} Compared with each other, no one stands out there.", lead=about.lead)
        return say("{lead} They are not far apart there.", lead=about.lead)
    if differ:
        return say(
            "Compared with each other, no one stands out of the partners you have contact with."
        )
    return say("Contact and importance are not far apart for the partners you have contact with.")


NOBODY: Final = Claim(
    code="no_notable_differences",
    rule=_nobody,
    stands_on="rated",
    title=_nobody_stands_out,
    neutral=_nobody_of_some,
    says=_says_nobody,
    why=lambda: say(
        "Kring names someone when contact and importance are far apart, also compared with your "
        "other partners. That is not the case here.",
    ),
    why_few=_few,
    printed=lambda: say("No differences that stand out"),
    chapter="stands_out",
    shown_when="n_v is 1 or more and no finding is notable",
    about="–",
    values="`rated` n_v, `size` n",
)


def _described(
    quadrant: str, says: Callable[[Finding], str], leads_to: Mapping[str, Leads] | None = None
) -> Claim:
    return Claim(
        code=quadrant,
        rule=partial(_standing, quadrant=quadrant),
        says=says,
        why=_why_quadrant,
        quadrant=quadrant,
        leads_to=leads_to or {},
        chapter="described",
        shown_when="somebody stands in the quadrant, by the cuts of the map",
        about="those",
        values="`count`, `rated` n_v",
    )


IMPORTANT_LESS_OFTEN: Final = _described(
    _LESS_OFTEN,
    lambda about: say(
        "{names}: less contact than {cut}, but compared with your other partners the difference "
        "is small.",
        names=about.names,
        cut=about.cut,
    ),
    {
        "R04": _PARENTS,
        "R07": whom(lambda partner: not partner.their_expertise.strip()),
        "R08": everybody,
        "R09": everybody,
    },
)

OFTEN_LESS_IMPORTANT: Final = _described(
    _LESS_NAMED,
    lambda about: say(
        "{names}: contact {cut} or more, but compared with your other partners the difference "
        "is small.",
        names=about.names,
        cut=about.cut,
    ),
    {
        "R03": _NOT_LEADERS,
        "R04": _PARENTS,
        "R21": whom(lambda partner: partner.kind == "leadership"),
    },
)

IMPORTANT_OFTEN: Final = _described(
    "important_often", lambda about: f"{about.names}.", {"R04": _PARENTS}
)

BACKGROUND: Final = _described("background", lambda about: f"{about.names}.", {"R04": _PARENTS})
