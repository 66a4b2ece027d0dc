"""How a map came about, as far back as its steps go: what it was after each that can be seen."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.analysis.lens import LENSES
from app.models.edit import Edit
from app.models.history import History
from app.models.network import Map, Note, Outline, Partner, Record, Stroke, Tie, rules_of

_SEEN: Final = {lens.field for lens in LENSES.values() if lens.field} | {
    name
    for name, rule in rules_of(Partner).items()
    if rule.kind in ("place", "name", "star") or rule.form == "who"
}
"""The fields of a partner of which a change can be seen on the map."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A map on its way: what it was, and the step that led there (None: where it begins)."""

    whole: Map
    edit: Edit | None = None

    @property
    def about(self) -> tuple[str, ...]:
        """Return the ids of the partners of whom something can be seen to change."""
        return tuple(key for key, was, now in _pairs(self.edit) if _differs_as_partner(was, now))


def stages(whole: Map, history: History) -> tuple[Stage, ...]:
    """Return the stages of a map, the beginning first; steps taken back are not among them."""
    records, found = dict(whole.records), [whole]
    for edit in reversed(history.done):
        edit.take_back(records)
        found.append(Map(dict(records)))
    first, *later = reversed(found)
    made = (Stage(after, edit) for after, edit in zip(later, history.done, strict=True))
    return (Stage(first), *(stage for stage in made if can_be_seen(stage.edit)))


def can_be_seen(edit: Edit | None) -> bool:
    """Tell whether a step changes what is on the map, for who looks at it."""
    return any(
        _differs_as_partner(was, now)
        if isinstance(now or was, Partner)
        else isinstance(now or was, Tie | Outline | Note | Stroke)
        for _, was, now in _pairs(edit)
    )


def _pairs(edit: Edit | None) -> Iterator[tuple[str, Record | None, Record | None]]:
    if edit is not None:
        yield from ((key, edit.before.get(key), now) for key, now in edit.after.items())


def _differs_as_partner(was: Record | None, now: Record | None) -> bool:
    if not isinstance(was, Partner) or not isinstance(now, Partner):
        return isinstance(was or now, Partner)
    return any(getattr(was, name) != getattr(now, name) for name in _SEEN)
