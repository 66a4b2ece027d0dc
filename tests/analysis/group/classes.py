"""Invented classes of any size: what a group is made of, from a seed."""

import random
from dataclasses import replace

from app.models.coded_map import OWN_WORDS, CodedMap, CodedPartner
from app.models.vocabulary import vocabulary

KINDS = ("leadership", "parents", "colleague", "youth_care", "library", "police", OWN_WORDS, None)


def person(seed: int, name: str = "") -> CodedMap:
    """Return what somebody handed in."""
    draw = random.Random(seed)
    known = vocabulary()

    def partner(number: int) -> CodedPartner:
        kind = draw.choice(KINDS)
        setting = known.kinds[kind].setting if kind in known.kinds else None
        return CodedPartner(
            mark=f"p{number}",
            kind=kind,
            setting=draw.choice((setting, setting, None, "community")),
            frequency=draw.choice((None, 0, 1, 2, 3, 4, 5, 6)),
            importance=draw.choice((None, 1, 2, 3, 4, 5)),
            named_important=draw.choice((None, False, True)),
            wished_frequency=draw.choice((None, 0, 4)),
            focus=draw.choice((None, *known.choices["focus"])),
        )

    return CodedMap(
        respondent=name or f"r{seed}",
        mark=f"m{seed}",
        importance_overall=draw.choice((None, 1, 3, 4, 5)),
        satisfaction_overall=draw.choice((None, 1, 2, 3, 4, 5)),
        confidence=draw.choice((None, 1, 2, 3, 4, 5)),
        partners=tuple(map(partner, range(draw.choice((0, 1, 3, 8, 14))))),
    )


def people(seed: int, n: int) -> list[CodedMap]:
    """Return a class of n."""
    return [person(seed * 1000 + number) for number in range(n)]


def later(one: CodedMap, seed: int) -> CodedMap:
    """Return what the same person handed in at the end."""
    return replace(person(seed), respondent=one.respondent)
