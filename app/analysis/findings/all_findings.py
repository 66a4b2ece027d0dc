"""All findings, the strongest first, and which of them hold of a map."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import lru_cache
from typing import Final

from app.analysis.findings import (
    answers,
    completeness,
    course,
    differences,
    ties,
    whole_map,
    wishes,
)
from app.analysis.findings.finding import FIRST_KINDS, Claim, Finding, Match
from app.analysis.gaps import DIFFERING
from app.analysis.study import Study, study
from app.models.network import Map

CLAIMS: Final = (
    differences.LESS_OFTEN,
    wishes.IMPORTANT_NO_CONTACT,
    differences.LESS_NAMED,
    wishes.MORE,
    wishes.LESS,
    wishes.DISSATISFIED,
    answers.DO_TOGETHER,
    differences.AS_WISHED,
    wishes.SAME,
    differences.NOBODY,
    completeness.NO_PARTNERS,
    completeness.FEW_RATED,
    completeness.INCOMPLETE,
    whole_map.INSIDE_OUTSIDE,
    whole_map.ALIGNMENT,
    whole_map.EQUALLY_IMPORTANT,
    whole_map.EQUALLY_OFTEN,
    ties.ISOLATES,
    ties.ONLY_THROUGH_ME,
    ties.HINGES,
    ties.EVERYBODY_TIED,
    course.PUPIL_PART,
    course.TIME,
    course.UNUSED,
    whole_map.NO_PARENTS,
    whole_map.EMPTY_SETTINGS,
    differences.IMPORTANT_LESS_OFTEN,
    differences.OFTEN_LESS_IMPORTANT,
    differences.IMPORTANT_OFTEN,
    differences.BACKGROUND,
    answers.NAMED,
    answers.FOCUS,
    answers.IN_TEAM,
    answers.CONSULT,
    wishes.NO_CONTACT_YET,
)
"""All that can be said, the strongest first.

First what a pilot among teachers found, provisionally (`docs/method.md`): important and little
contact or none yet, then often and less important. Then what the owner says (wishes,
satisfaction), somebody in particular before a total, and a difference before a description.
"""

_PLACE: Final = {claim: place for place, claim in enumerate(CLAIMS)}
_BY_CODE: Final = {claim.code: claim for claim in CLAIMS}


def claim_of(code: str) -> Claim:
    """Return the declaration of a finding; raises KeyError for an unknown code."""
    return _BY_CODE[code]


def findings(whole: Map) -> tuple[Finding, ...]:
    """Return the findings of a map, strongest first (`CLAIMS`), those the owner dismissed last.

    What would speak of everybody where less than half is known (`Base`) is not said.

    A wished partner (frequency 0) is in the wishes, and in the finding of who is important or of
    who else is there without contact yet, and nowhere else.
    """
    known = study(whole)
    found = [_finding(known, claim, one) for claim in CLAIMS for one in claim.rule(known)]
    found = [finding for finding in found if finding.base is None or finding.base.is_enough]
    return tuple(sorted(found, key=_place))


@lru_cache(maxsize=2)
def told(known: Study) -> tuple[Finding, ...]:
    """Return the findings to show, strongest first, none of them twice about the same partner.

    Who stands out is not said again in the finding of the quadrant, and what is a figure stands
    among the figures.
    """
    found = [one for one in findings(known.whole) if not one.claim.is_figure]
    apart = {key for one in found if one.claim.is_apart for key in one.people}
    return tuple(rest for one in found if (rest := _without(one, apart)) is not None)


def within(finding: Finding, inside: Callable[[str], bool]) -> Finding | None:
    """Return a finding limited to the partners in the filter, or None if none is left.

    What counts the whole map cannot be said of a part of it.
    """
    people = tuple(key for key in finding.people if inside(key))
    if not people or finding.claim.of_the_whole:
        return None
    values = {**finding.values, "count": len(people)}
    if people != finding.people:
        values |= {"low": None, "high": None}
    return replace(finding, people=people, values=values)


def _place(finding: Finding) -> tuple[bool, int, int]:
    """Return the sort key of a finding among the others."""
    kind = finding.values.get("kind")
    first = FIRST_KINDS.index(kind) if kind in FIRST_KINDS else len(FIRST_KINDS)
    return finding.verdict is False, _PLACE[finding.claim], first


def _finding(known: Study, claim: Claim, found: Match) -> Finding:
    """Return a finding together with the owner's verdict on it."""
    # Of each partner apart, it was found with what is said of them.
    verdict = found.verdict if claim.per_partner else known.verdict(claim.code)
    return Finding(
        claim=claim,
        people=found.people,
        values=found.values,
        notable=found.notable and (claim.per_partner or verdict is not False),
        base=found.base,
        verdict=verdict,
        known=known,
    )


def _without(finding: Finding, apart: AbstractSet[str]) -> Finding | None:
    """Return a quadrant without whom another finding is about already; None if nobody is left."""
    if finding.code not in DIFFERING or apart.isdisjoint(finding.people):
        return finding
    people = tuple(key for key in finding.people if key not in apart)
    values = {**finding.values, "count": len(people)}
    return replace(finding, people=people, values=values) if people else None
