"""From one moment of a series to the next: what comes along, who goes, who takes a place.

Each function returns a map, or the changes that make one; nothing is stored here.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any, Final, TypeVar

from app.models.network import (
    Activity,
    Departure,
    Evidence,
    Hindsight,
    Intention,
    Map,
    Network,
    Note,
    Outline,
    Partner,
    Record,
    Stroke,
    Task,
    Tie,
    Verdict,
    new_id,
    rules_of,
)
from app.models.vocabulary import Term, vocabulary

RATINGS: Final = tuple(
    dict.fromkeys(
        name for kind in (Partner, Network) for name, rule in rules_of(kind).items() if rule.anew
    )
)
"""What is a judgement of that day, of a partner or of the whole: a new moment asks it anew.

What partners are and do (kind, forms, goal, expertise, notes ...) is no rating and comes along.
"""

_COMING_ALONG: Final = (Tie, Outline, Note, Stroke, Departure, Activity, Task, Evidence)
_T = TypeVar("_T", Network, Partner)
_S = TypeVar("_S")


_FIRST_DAY: Final = date(2026, 1, 1)
"""Before Kring was there: a clock that says so is wrong."""


def day_of(clock: date) -> date | None:
    """Return the date a moment gets by itself, or None where the clock cannot be right."""
    return clock if clock >= _FIRST_DAY else None


def in_order(moments: Iterable[_S], day: Callable[[_S], date | None], today: date) -> list[_S]:
    """Return the moments of a series from the first to the last.

    They are given in the order in which they were made, which decides where `day`, the date of
    a moment, does not: who has none counts as of the latest date before it. So does one whose
    date has yet to come: it was made while the clock was wrong, or the clock is wrong now.
    """
    dated: list[tuple[date, _S]] = []
    latest = date.min
    for moment in moments:
        own = day(moment)
        own = latest if own is None or own > today else own
        latest = max(latest, own)
        dated.append((own, moment))
    return [moment for _, moment in sorted(dated, key=lambda pair: pair[0])]


def cleared(record: _T, ratings: Iterable[str] = RATINGS) -> _T:
    """Return a partner or network without these ratings.

    Who is wished (frequency 0) stays so: there is no contact until the owner says there is.
    """
    wanted = set(ratings)
    if isinstance(record, Partner) and record.frequency == 0:
        wanted.discard("frequency")
    empty: dict[str, Any] = {f.name: f.default for f in fields(record) if f.name in wanted}
    return replace(record, **empty)


def continued(
    whole: Map, *, label: str, moment: date | None, clear: Iterable[str] = RATINGS
) -> Map:
    """Return a new map of the same series that goes on from `whole`.

    Everybody comes along under their own id, with their place, ties and outlines, texts and
    lines drawn by hand; so does why others went before, what was done together, the tasks, the
    evidence, and the intentions that are still open.
    Answers to questions, what was said of findings, what was rated again and a photo that was
    drawn over stay with their own moment. Two who did not know each other may do so by now, so a
    *no* is asked anew, and that the ties are complete is said anew, as is who is still there.
    `clear` names the ratings (of `RATINGS`) that are emptied.
    """
    ratings = tuple(clear)
    network = replace(
        cleared(whole.network, ratings),
        id=new_id(),
        moment=moment,
        moment_label=label,
        lines_drawn=False,
        finished=False,
        example=False,
    )
    along = [record for record in whole.records.values() if isinstance(record, _COMING_ALONG)]
    along = [one for one in along if not (isinstance(one, Tie) and one.state == "no")]
    steps = [intention for intention in whole.all_of(Intention) if intention.is_open]
    people = [replace(cleared(partner, ratings), still_there=False) for partner in whole.partners]
    return Map.of([network, *people, *along, *steps])


def removal(whole: Map, ids: Iterable[str]) -> dict[str, Record | None]:
    """Return the changes that take partners off the map with all that is about them alone.

    Ties, verdicts, hindsights and activities go with them; outlines, tasks and evidence go on
    without them; intentions lose the name.
    """
    gone = set(ids)
    after: dict[str, Record | None] = {p.id: None for p in whole.partners if p.id in gone}
    for tie in whole.asked_pairs:
        if tie.ends & gone:
            after[tie.id] = None
    for outline in whole.all_of(Outline):
        if gone & set(outline.members):
            left = tuple(member for member in outline.members if member not in gone)
            after[outline.id] = replace(outline, members=left) if left else None
    for intention in whole.all_of(Intention):
        if intention.partner in gone:
            after[intention.id] = replace(intention, partner=None)
    about: list[Verdict | Hindsight | Activity] = [
        *whole.all_of(Verdict),
        *whole.all_of(Hindsight),
        *whole.all_of(Activity),
    ]
    after |= {record.id: None for record in about if record.partner in gone}
    return after | renamed(whole, dict.fromkeys(gone))


def renamed(whole: Map, ids: Mapping[str, str | None]) -> dict[str, Record | None]:
    """Return the tasks and evidence about partners under other ids, or without them (None)."""

    def several(keys: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(k for key in keys if (k := ids.get(key, key)) is not None))

    after: dict[str, Record | None] = {}
    for task in whole.all_of(Task):
        doer, answerable = (ids.get(k, k) if k else None for k in (task.partner, task.responsible))
        agreed = several(task.agreed_with)
        after[task.id] = replace(task, partner=doer, responsible=answerable, agreed_with=agreed)
    for evidence in whole.all_of(Evidence):
        after[evidence.id] = replace(evidence, partners=several(evidence.partners))
    return {key: record for key, record in after.items() if record != whole.records[key]}


MERGED: Final = "merged"
"""The reason of whoever turned out to be another partner: said by merging, and offered nowhere."""


def reasons() -> list[Term]:
    """Return the reasons to choose from for why somebody is not there any more."""
    return [c for c in vocabulary().choices["departure"].values() if c.id != MERGED]


def departure_of(whole: Map, partner_id: str) -> Departure | None:
    """Return the departure of somebody who is not here any more, or None."""
    return next((d for d in whole.all_of(Departure) if d.partner == partner_id), None)


def departure(whole: Map, partner_id: str, reason: str | None) -> dict[str, Record | None]:
    """Return the changes by which a partner of an earlier moment leaves, with a reason or none.

    Who is still wished (`wished`) stays on the map without contact; anybody else leaves it. Of
    who is gone already only the reason changes.
    """
    after: dict[str, Record | None] = {}
    partner = whole.partner(partner_id)
    if partner is not None and reason == "wished":
        after[partner_id] = replace(partner, frequency=0, still_there=False)
    elif partner is not None:
        after |= removal(whole, [partner_id])
    standing = departure_of(whole, partner_id)
    key = standing.id if standing else new_id()
    if reason is not None:
        after[key] = Departure(id=key, partner=partner_id, reason=reason)
    elif standing is not None:
        after[key] = None
    return after


def staying(whole: Map, partner: Partner, ties: Iterable[Tie] = ()) -> dict[str, Record | None]:
    """Return the changes that say that `partner` of an earlier moment is still there.

    A departure is undone by it. Whoever was taken off the map comes back, their ratings asked
    anew. `ties` are those of the earlier moment; the ones to people who are here come back too.
    Who took their place stays, and succeeds nobody. Of somebody who was wished it says that there
    is contact now.
    """
    here = whole.partner(partner.id)
    after: dict[str, Record | None] = {
        d.id: None for d in whole.all_of(Departure) if d.partner == partner.id
    }
    if here is not None:
        frequency = here.frequency or None
        after[here.id] = replace(here, frequency=frequency, still_there=True)
        return after
    after[partner.id] = replace(cleared(partner), frequency=None, still_there=True)
    for tie in ties:
        others = tie.ends - {partner.id}
        if partner.id in tie.ends and all(whole.partner(other) for other in others):
            key = new_id() if tie.id in whole.records else tie.id
            after[key] = replace(tie, id=key)
    for successor in whole.partners:
        if successor.successor_of == partner.id:
            after[successor.id] = replace(successor, successor_of=None)
    return after


def succession(whole: Map, predecessor: Partner, name: str) -> dict[str, Record | None]:
    """Return the changes that put somebody new in the place of a partner: in the same role.

    They get the kind, the setting, the place and the outlines of who was there before, and no
    rating or tie: those are of the person.
    """
    successor = Partner(
        id=new_id(),
        name=name,
        kind=predecessor.kind,
        setting=predecessor.setting,
        entity=predecessor.entity,
        x=predecessor.x,
        y=predecessor.y,
        taken_off=predecessor.taken_off,
        angle=predecessor.angle,
        successor_of=predecessor.id,
    )
    after = departure(whole, predecessor.id, None)
    for outline in whole.all_of(Outline):
        if predecessor.id in outline.members:
            members = (successor.id if m == predecessor.id else m for m in outline.members)
            after[outline.id] = replace(outline, members=tuple(members))
    return {**after, successor.id: successor}
