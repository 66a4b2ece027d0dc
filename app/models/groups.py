"""A group: what was handed in by people at the begin, and at the end of a course or a year."""

import json
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any, Final

from app.models.coded_map import CodedMap, CodedPartner, checked
from app.models.consent import sealed
from app.models.frozen import frozen
from app.models.network import new_id

STAGES: Final = ("begin", "end")

SUFFIX: Final = ".kring-group"
"""How the file ends that a lecturer gives back."""


@frozen
class Group:
    """The maps of a group, each once: of one person one of the begin and one of the end."""

    id: str
    name: str
    salt: str
    begin: tuple[CodedMap, ...] = ()
    end: tuple[CodedMap, ...] = ()
    shown: Mapping[str, Any] | None = None
    """The result that was shown last; it holds nothing that points at somebody."""
    has_news: bool = False
    """Whether maps came or went since that result."""
    guesses: tuple[tuple[str, int], ...] = ()
    """What the group thought beforehand, by what was asked."""
    invented: bool = False
    """To practise with."""
    expected: int | None = None
    """How many are to hand in, where somebody said so."""
    until: str = ""
    """After which day the first of them wants it removed (a date as text); "" for none."""
    withdrawn: tuple[str, ...] = ()
    """What was taken out by its code (`sealed`): the file may still lie in a watched folder."""
    received: Mapping[str, Any] | None = None
    """The figures of a group of others, which a lecturer gave back; it has no maps then."""


@dataclass(frozen=True, slots=True)
class TakenMaps:
    """What came of maps that were handed in: how many are new, newer, or a second moment.

    `older` are of a moment or a state that another one of the same person stands for.
    `withdrawn` were taken out before by their code, and stay out.
    """

    added: int = 0
    replaced: int = 0
    paired: int = 0
    same: int = 0
    older: int = 0
    withdrawn: int = 0


def new_group(name: str, *, invented: bool = False) -> Group:
    """Return an empty group with a salt of its own."""
    return Group(id=new_id(), name=name, salt=os.urandom(32).hex(), invented=invented)


def taken(
    group: Group,
    handed: Iterable[CodedMap],
    ends: Iterable[date] = (),
    is_older: Callable[[CodedMap, CodedMap], bool] = lambda *_: False,
) -> tuple[Group, TakenMaps]:
    """Return the group with maps that were handed in, the oldest of them first.

    A newer state of the same map takes the place of the one there is; another moment of the same
    person is their end, or a newer end. `ends` has until when each may be kept, where that is said.
    No dates are kept: `is_older` tells of two maps what is known of them all the same, so that the
    one of the end may come before the one of the begin.
    """
    begin, end = ({one.respondent: one for one in part} for part in (group.begin, group.end))
    counted = dict.fromkeys((f.name for f in fields(TakenMaps)), 0)
    for one in handed:
        if one.withdrawal and one.withdrawal in group.withdrawn:
            counted["withdrawn"] += 1
        else:
            counted[_put(one, begin, end, is_older)] += 1
    if not any(counted[way] for way in ("added", "replaced", "paired")):
        return group, TakenMaps(**counted)
    until = min(filter(None, (group.until, *(day.isoformat() for day in ends))), default="")
    both = tuple(begin.values()), tuple(end.values())
    made = replace(group, begin=both[0], end=both[1], until=until, has_news=True)
    return made, TakenMaps(**counted)


def _put(
    one: CodedMap,
    begin: dict[str, CodedMap],
    end: dict[str, CodedMap],
    is_older: Callable[[CodedMap, CodedMap], bool],
) -> str:
    """Put a map where it belongs; returns what it was counted as."""
    who = one.respondent
    first, last = begin.get(who), end.get(who)
    if one in (first, last):
        return "same"
    if first is None:
        begin[who] = one
        return "added"
    for there, part in ((first, begin), (last, end)):
        if there is not None and there.mark == one.mark:
            if is_older(one, there):
                return "older"
            part[who] = one
            return "replaced"
    if is_older(one, first):
        begin[who] = one
        end.setdefault(who, first)
    elif last is not None and is_older(one, last):
        return "older"
    else:
        end[who] = one
    return "paired" if last is None else "replaced"


def without(group: Group, code: str) -> Group:
    """Return the group without what was handed in under a code of who wants it back."""
    less = kept_out(replace(group, withdrawn=(*group.withdrawn, sealed(code))))
    return group if len(less.begin + less.end) == len(group.begin + group.end) else less


def kept_out(group: Group) -> Group:
    """Return the group without the maps that were taken out by their codes."""
    begin, end = (
        tuple(one for one in part if not one.withdrawal or one.withdrawal not in group.withdrawn)
        for part in (group.begin, group.end)
    )
    is_less = len(begin) + len(end) < len(group.begin) + len(group.end)
    return replace(group, begin=begin, end=end, has_news=True) if is_less else group


def written_map(one: CodedMap) -> str:
    """Return the kept part of a map as text."""
    return json.dumps(asdict(one), ensure_ascii=False)


def read_map(text: str) -> CodedMap:
    """Return the kept part of a map. Raises ValueError, KeyError or TypeError for damage."""
    kept = json.loads(text)
    partners = tuple(
        CodedPartner(**{**one, "forms": tuple(one["forms"])}) for one in kept["partners"]
    )
    ties = tuple((a, b, n) for a, b, n in kept["ties"])
    return checked(CodedMap(**{**kept, "partners": partners, "ties": ties}))
