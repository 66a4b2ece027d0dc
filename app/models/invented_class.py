"""An invented class to practise with: 24 people, begin and end, after the pattern of the course."""

import random
from dataclasses import replace
from typing import Final

from app.models.coded_map import CodedMap, CodedPartner
from app.models.vocabulary import vocabulary

PEOPLE: Final = 24
_SEED: Final = 20160901

_USUAL: Final = (
    # kind, how many in ten have it, contact, importance, how many in ten give it a star
    ("leadership", 10, (4, 4, 5), (2, 3, 3), 1),
    ("internal_support_coordinator", 10, (4, 5, 5), (3, 3, 4), 1),
    ("colleague", 10, (6, 6, 5), (3, 4, 4), 3),
    ("job_share_colleague", 5, (6, 6, 5), (4, 5, 5), 6),
    ("teaching_assistant", 4, (5, 6, 6), (3, 3, 4), 2),
    ("pupil", 9, (6, 6, 6), (5, 5, 4), 8),
    ("parents", 10, (2, 2, 3), (5, 5, 4), 9),
    ("outreach_support_teacher", 9, (2, 3, 3), (4, 4, 3), 3),
    ("school_social_work", 8, (2, 3, 2), (3, 4, 3), 2),
    ("youth_care", 7, (2, 2, 3), (4, 4, 3), 3),
    ("speech_therapist", 5, (3, 3, 4), (3, 3, 4), 1),
    ("educational_psychologist", 5, (2, 3, 2), (4, 3, 4), 3),
    ("public_health", 4, (1, 2, 2), (3, 3, 2), 0),
    ("attendance_officer", 4, (1, 2, 1), (3, 2, 3), 0),
    ("neighbourhood_team", 4, (2, 2, 1), (3, 3, 2), 2),
    ("cultural_institution", 9, (1, 1, 2), (2, 2, 3), 0),
    ("library", 5, (2, 2, 1), (2, 3, 2), 0),
    ("after_school_care", 6, (3, 4, 4), (3, 2, 3), 0),
    ("inclusive_education_partnership", 7, (1, 2, 1), (3, 4, 3), 1),
    ("other_school", 4, (1, 1, 2), (3, 2, 2), 0),
    ("fellow_students", 6, (3, 4, 3), (4, 3, 4), 2),
)


def invented_class() -> tuple[tuple[CodedMap, ...], tuple[CodedMap, ...]]:
    """Return the maps 24 invented people handed in, at the begin and at the end of a year."""
    draw = random.Random(_SEED)  # noqa: S311 (a class that is the same every time)
    begin = tuple(_person(draw, number) for number in range(PEOPLE))
    return begin, tuple(_later(draw, one) for one in begin)


def _person(draw: random.Random, number: int) -> CodedMap:
    partners = tuple(
        _partner(draw, kind, often, important, stars)
        for kind, have, often, important, stars in _USUAL
        if draw.randrange(10) < have
    )
    return CodedMap(
        respondent=f"invented {number}",
        mark=f"begin {number}",
        importance_overall=draw.choice((4, 5, 5)),
        satisfaction_overall=draw.choice((1, 2, 2, 3, 4, 4, 4, 5)),
        confidence=draw.choice((2, 2, 3, 3, 4)),
        lines_drawn=True,
        agreed=True,
        wall=number % 6 != 0,
        partners=partners,
        ties=_ties(draw, partners),
    )


def _partner(
    draw: random.Random,
    kind: str,
    often: tuple[int, ...],
    important: tuple[int, ...],
    stars: int,
) -> CodedPartner:
    return CodedPartner(
        mark=kind,
        kind=kind,
        setting=vocabulary().kinds[kind].setting,
        frequency=draw.choice(often),
        importance=draw.choice(important),
        named_important=draw.randrange(10) < stars,
        wished_frequency=min(6, draw.choice(often) + draw.choice((0, 0, 1))),
        focus=draw.choice(("pupil", "pupil", "pupil", "group", "both")),
    )


def _ties(
    draw: random.Random, partners: tuple[CodedPartner, ...]
) -> tuple[tuple[str, str, int], ...]:
    found: dict[tuple[str, str], int] = {}
    for at, one in enumerate(partners):
        for other in partners[:at]:
            a, b = sorted((one.setting or "", other.setting or ""))
            if draw.random() < (0.55 if a == b else 0.14):
                found[a, b] = found.get((a, b), 0) + 1
    return tuple((a, b, count) for (a, b), count in sorted(found.items()))


def _later(draw: random.Random, begin: CodedMap) -> CodedMap:
    """Return the map of the same person half a year later: parents are met more often."""
    stay = tuple(_met_more(draw, partner) for partner in begin.partners if draw.random() < 0.93)
    there = {partner.kind for partner in stay}
    new = tuple(
        _partner(draw, kind, often, important, stars)
        for kind, _, often, important, stars in _USUAL
        if kind not in there and draw.random() < 0.25
    )
    partners = (*stay, *new)
    return replace(
        begin,
        mark=begin.mark.replace("begin", "end"),
        satisfaction_overall=min(5, (begin.satisfaction_overall or 0) + draw.choice((0, 0, 1))),
        confidence=min(5, (begin.confidence or 0) + draw.choice((0, 1, 1))),
        partners=partners,
        ties=_ties(draw, partners),
    )


def _met_more(draw: random.Random, partner: CodedPartner) -> CodedPartner:
    more = partner.kind in ("parents", "youth_care") and draw.random() < 0.5
    return replace(partner, frequency=min(6, (partner.frequency or 0) + more))
