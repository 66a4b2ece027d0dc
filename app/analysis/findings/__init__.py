"""What a map says, as data without words. `docs/findings.md` describes every code."""

from dataclasses import replace
from typing import Final

from app.analysis.findings import network, ratings
from app.analysis.findings.finding import (
    FIRST_KINDS,
    ORDER,
    SAID_PER_PARTNER,
    Base,
    Finding,
    Values,
)
from app.analysis.study import Study, study
from app.models.network import Map

__all__ = ["ORDER", "SAID_PER_PARTNER", "Base", "Finding", "Values", "findings"]

_FINDERS: Final = (
    ratings.wishes,
    ratings.dissatisfied,
    ratings.without_contact,
    ratings.differences,
    ratings.completeness,
    ratings.quadrants,
    ratings.alignment,
    network.inside_outside,
    network.empty_settings,
    network.named,
    network.focus,
    network.forms,
    network.structure,
)

_PLACE: Final = {code: place for place, code in enumerate(ORDER)}


def findings(whole: Map) -> tuple[Finding, ...]:
    """Return what a map says, the strongest first (`ORDER`); what the owner dismissed comes last.

    What would speak of everybody where less than half is known (`Base`) is not said.

    A wished partner (frequency 0) is in the wishes, and in `important_no_contact` or
    `no_contact_yet`, and nowhere else.
    """
    known = study(whole)
    found = [_judged(known, finding) for finder in _FINDERS for finding in finder(known)]
    if not any(finding.notable for finding in found):
        found += [_judged(known, finding) for finding in ratings.no_differences(known)]
    found = [finding for finding in found if finding.base is None or finding.base.is_enough]
    return tuple(sorted(found, key=_place))


def _place(finding: Finding) -> tuple[bool, int, int]:
    """Return where a finding stands among the others, as something to sort by."""
    kind = finding.values.get("kind")
    first = FIRST_KINDS.index(kind) if kind in FIRST_KINDS else len(FIRST_KINDS)
    return finding.verdict is False, _PLACE[finding.code], first


def _judged(known: Study, finding: Finding) -> Finding:
    """Return a finding with what the owner says of it."""
    if finding.code in SAID_PER_PARTNER:
        return finding  # it was found with what is said of each partner
    verdict = known.verdict(finding.code)
    return replace(finding, verdict=verdict, notable=finding.notable and verdict is not False)
