"""A list of people that comes to a map: who is there gets what they lack, who is new comes."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from app.models.network import MOST_PARTNERS, Map, Partner, Record, Tie, new_id, rules_of
from app.models.vocabulary import folded

_OF_KIND: Final = ("setting", "entity")
"""What follows from a kind: it says nothing of somebody who is of another kind."""


class Joining(NamedTuple):
    """What a list changes in a map."""

    came: tuple[Partner, ...]
    """Who is new."""
    there: tuple[str, ...]
    """The ids of those in the list who were there already."""
    filled: tuple[Partner, ...]
    """Those of them who lacked something, with it."""
    ties: tuple[Tie, ...]
    """What is said of two of whom nothing was said."""
    unclear: tuple[str, ...]
    """Names that are there more than once, in the list or on the map: nothing changes there."""
    repeated: tuple[str, ...]
    """Names of whom several are new."""
    kept_out: tuple[str, ...]
    """Names for which the map has no room."""

    @property
    def after(self) -> dict[str, Record | None]:
        """Return the records as they are afterwards."""
        partners = {one.id: one for one in (*self.came, *self.filled)}
        return {**partners, **{tie.id: tie for tie in self.ties}}


def joined(whole: Map, people: Sequence[Partner], ties: Iterable[Tie] = ()) -> Joining:
    """Return what a list of people changes in a map: nothing that was said, and nobody twice.

    Who has the name of somebody on the map, but for capitals and accents, is that person. Where
    a name on the map is there twice, or is twice in the list, nobody knows who is meant.
    """
    standing: dict[str, list[Partner]] = {}
    for partner in whole.partners:
        standing.setdefault(folded(partner.name), []).append(partner)
    listed = Counter(folded(one.name) for one in people)
    ids: dict[str, str] = {}
    came: list[Partner] = []
    filled: list[Partner] = []
    unclear: dict[str, None] = {}
    kept_out: list[str] = []
    for one in people:
        same = standing.get(folded(one.name), [])
        if len(same) > 1 or (same and listed[folded(one.name)] > 1):
            unclear[one.name] = None
        elif same:
            ids[one.id] = same[0].id
            supplied = _supplied(same[0], one)
            filled += [supplied] if supplied != same[0] else []
        elif len(whole.partners) + len(came) == MOST_PARTNERS:
            kept_out.append(one.name)
        else:
            ids[one.id] = new_id()  # *p1* of one list is somebody else than *p1* of another
            came.append(replace(one, id=ids[one.id]))
    new = {partner.id for partner in came}
    counted = {folded(one.name): one.name for one in came if listed[folded(one.name)] > 1}
    return Joining(
        came=tuple(came),
        there=tuple(key for key in ids.values() if key not in new),
        filled=tuple(filled),
        ties=tuple(_ties(whole, ties, ids)),
        unclear=tuple(unclear),
        repeated=tuple(counted.values()),
        kept_out=tuple(kept_out),
    )


def _supplied(standing: Partner, listed: Partner) -> Partner:
    """Return somebody with what they lacked, out of what a list says."""
    values: dict[str, Any] = {
        field: said
        for field, rule in rules_of(Partner).items()
        if rule.is_told and not _is_said(standing, field) and _is_said(listed, field)
        for said in [getattr(listed, field)]
    }
    if standing.kind is not None and listed.kind not in (None, standing.kind):
        values = {field: said for field, said in values.items() if field not in _OF_KIND}
    if standing.x is None and not standing.taken_off and listed.x is not None:
        values |= {"x": listed.x, "y": listed.y}
    return replace(standing, **values)


def _is_said(partner: Partner, field: str) -> bool:
    return getattr(partner, field) not in (None, "", ())


def _ties(whole: Map, ties: Iterable[Tie], ids: dict[str, str]) -> list[Tie]:
    """Return the ties of a list among those who are known, where nothing was said of the two."""
    answered = {tie.ends for tie in whole.asked_pairs}
    moved = [
        Tie(id=new_id(), a=ids[tie.a], b=ids[tie.b], state=tie.state)
        for tie in ties
        if tie.a in ids and tie.b in ids
    ]
    return [tie for tie in moved if tie.ends not in answered]
