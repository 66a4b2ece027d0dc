"""Two partners who turn out to be one."""

from collections.abc import Container, Sequence
from dataclasses import replace
from typing import Any, Final

from app.models.moments import MERGED, renamed
from app.models.network import (
    Activity,
    Departure,
    Hindsight,
    Intention,
    Map,
    Outline,
    Partner,
    Record,
    Tie,
    Verdict,
    new_id,
    rules_of,
)
from app.models.rules import cleaned_text

_OWN: Final = frozenset({"id", "name", "x", "y", "taken_off", "angle"})
"""What each has of its own, and nobody would call a difference."""


def differing(whole: Map, ids: Sequence[str]) -> tuple[str, ...]:
    """Return the fields in which partners were answered differently: only one answer can stay."""
    others = _partners(whole, ids)[1:]
    return tuple(
        field
        for field in rules_of(Partner)
        if field not in _OWN
        and _is_choice(field)
        and any(_differ(_answer(whole, ids, field), getattr(one, field)) for one in others)
    )


def merger(
    whole: Map, ids: Sequence[str], earlier: Container[str] = ()
) -> dict[str, Record | None]:
    """Return the changes that make one partner of all of these.

    The name and the answers of the first stay, and what it lacks comes from the others, in their
    order; texts and lists are put together. Whatever is about one of them goes along. `earlier`
    are the partners of earlier moments: one of them keeps being who it was, and of the others it
    is recorded that they were merged, and are not gone.
    """
    first, *others = _partners(whole, ids)
    stays = next((key for key in ids if key in earlier), first.id)
    first = replace(first, id=stays)
    gone = {partner.id for partner in _partners(whole, ids)} - {stays}
    after: dict[str, Record | None] = dict.fromkeys(gone)
    values = {field: _answer(whole, ids, field) for field in rules_of(Partner) if field not in _OWN}
    if values["successor_of"] in ids:
        values["successor_of"] = None
    placed = next((p for p in (first, *others) if p.x is not None), first)
    angled = next((p.angle for p in (first, *others) if p.angle is not None), None)
    values |= {"x": placed.x, "y": placed.y, "taken_off": placed.taken_off, "angle": angled}
    after[first.id] = replace(first, **values)
    after |= _ties(whole, first.id, gone)
    for outline in whole.all_of(Outline):
        if gone & set(outline.members):
            members = (first.id if key in gone else key for key in outline.members)
            after[outline.id] = replace(outline, members=tuple(dict.fromkeys(members)))
    about: list[Intention | Activity] = [*whole.all_of(Intention), *whole.all_of(Activity)]
    for record in about:
        if record.partner in gone:
            after[record.id] = replace(record, partner=first.id)
    after |= renamed(whole, dict.fromkeys(gone, first.id))
    return after | _about(whole, first.id, gone) | _merged(gone, earlier)


def _merged(gone: set[str], earlier: Container[str]) -> dict[str, Record | None]:
    """Return the changes that say of those known from earlier that they are not gone."""
    records = (
        Departure(id=new_id(), partner=key, reason=MERGED) for key in sorted(gone) if key in earlier
    )
    return {record.id: record for record in records}


def _partners(whole: Map, ids: Sequence[str]) -> list[Partner]:
    return [partner for key in ids if (partner := whole.partner(key)) is not None]


def _is_choice(field: str) -> bool:
    """Tell whether a field holds one answer or none, and not a list or a text."""
    return rules_of(Partner)[field].is_kept_by(None)


def _differ(kept: Any, other: Any) -> bool:
    return other is not None and kept != other


def _answer(whole: Map, ids: Sequence[str], field: str) -> Any:
    """Return the value of a field of the merged partner."""
    values = [getattr(partner, field) for partner in _partners(whole, ids)]
    if isinstance(values[0], tuple):
        return tuple(dict.fromkeys(item for value in values for item in value))
    if isinstance(values[0], bool):
        return any(values)
    if not _is_choice(field):
        return cleaned_text("\n".join(dict.fromkeys(text for text in values if text)))
    return next((value for value in values if value is not None), None)


def _ties(whole: Map, first: str, gone: set[str]) -> dict[str, Record | None]:
    """Return the ties of the others as those of the first: one with each.

    Known comes before unsure, and a *no* stays only where nothing else was said.
    """
    after: dict[str, Record | None] = {}
    standing: dict[frozenset[str], Tie] = {}
    for tie in sorted(whole.asked_pairs, key=lambda tie: bool(tie.ends & gone)):
        a, b = (first if end in gone else end for end in (tie.a, tie.b))
        other = standing.get(frozenset((a, b)))
        if a == b:
            after[tie.id] = None
        elif other is None:
            standing[frozenset((a, b))] = moved = replace(tie, a=a, b=b)
            if moved != tie:
                after[tie.id] = moved
        else:
            after[tie.id] = None
            said = {tie.state, other.state}
            state = next(state for state in ("yes", "unknown", "no") if state in said)
            kept = replace(other, state=state)
            after[other.id] = standing[kept.ends] = kept
    return after


def _about(whole: Map, first: str, gone: set[str]) -> dict[str, Record | None]:
    """Return verdicts, hindsights and departures of the others as those of the first."""
    after: dict[str, Record | None] = {}
    said = {verdict.finding for verdict in whole.all_of(Verdict) if verdict.partner == first}
    for verdict in whole.all_of(Verdict):
        if verdict.partner in gone:
            twice = verdict.finding in said
            after[verdict.id] = None if twice else replace(verdict, partner=first)
            said.add(verdict.finding)
    rated = next((h for h in whole.all_of(Hindsight) if h.partner == first), None)
    for one in whole.all_of(Hindsight):
        if one.partner not in gone:
            continue
        if rated is None:
            after[one.id] = rated = replace(one, partner=first)
            continue
        frequency = one.frequency if rated.frequency is None else rated.frequency
        rated = replace(rated, frequency=frequency, importance=rated.importance or one.importance)
        after |= {one.id: None, rated.id: rated}
    wished = any(departure.partner == first for departure in whole.all_of(Departure))
    for left in whole.all_of(Departure):
        if left.partner in gone:
            after[left.id] = None if wished else replace(left, partner=first)
            wished = True
    return after
