"""The same two moments as a table: everybody with all answers, then and now."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.analysis.changes.chapters import ARROW
from app.analysis.changes.sentences import quadrant_name, short
from app.analysis.changes.whole_map import places
from app.analysis.columns import explanation
from app.analysis.gaps import quadrant
from app.models.misspelling import is_same_but_for_slips
from app.models.network import Map, Partner, rules_of
from app.models.vocabulary import vocabulary
from app.views.compare.chosen_moments import ComparedMoments
from app.views.compare.panes import MomentHeads
from app.views.widgets.columns import Column, Look
from app.views.widgets.fields import soft_line
from app.views.widgets.table import Table
from app.views.widgets.told_when_shown import ToldWhenShown
from app.words import fields, say, say_in
from app.words.dates_and_numbers import shown_number
from app.words.field_names import field_label

if TYPE_CHECKING:
    from app.analysis.standings import Course, Standing, Standings

NOBODY: Final = "–"
"""What stands where somebody was not there."""

_BELOW: Final = "\n→ "
"""Between two answers in words: the later one on a line of its own, so that nothing is cut."""

_NARROWEST: Final = 140
_GROUP: Final = 160
"""And of the quadrants, on two lines: all four columns that matter are seen whole then."""
_WIDEST: Final = 200
"""Pixels at 100 % of a column of words."""


class ThenAndNow(NamedTuple):
    """Somebody at both moments, with the place among the others where there is one."""

    key: str
    then: Partner | None
    now: Partner | None
    among: "Standing | None" = None


class PeopleBeside(Table):
    """Everybody of both moments with contact, importance and quadrant then and now."""

    def __init__(self, compared: ComparedMoments, parent: QWidget) -> None:
        name = say("Everyone at both moments")
        super().__init__(name, (), parent, key=lambda both: both.key, wraps=True)
        self._compared = compared
        self.choose_by(lambda: compared.selection, compared.select)

    def refresh(self) -> None:
        """Read everybody anew."""
        moments = self._compared.before, self._compared.after
        positions = places(*moments)
        asked = any(p.satisfaction is not None for whole in moments for p in whole.partners)
        last = "satisfaction" if asked else None
        columns = (
            Column("name", say("Partner"), _name, most=_WIDEST),
            *map(_answer, ("frequency", "importance")),
            _group(*moments, alone=positions is None and last is None),
            *([_answer(last)] if last else ()),
            *(_structure(positions) if positions else ()),
        )
        self.show_rows(self._everybody(positions), columns)

    def _everybody(self, positions: "Standings | None") -> list[ThenAndNow]:
        then, now = (
            {partner.id: partner for partner in whole.partners}
            for whole in (self._compared.before, self._compared.after)
        )
        among = {one.partner.id: one for one in positions.kept} if positions else {}
        found = self._compared.comparison
        order = [shift.after.id for shift in found.kept]
        order += [partner.id for partner in (*found.new, *found.lost)]
        keys = dict.fromkeys((*order, *now, *then))  # who is only wished comes last
        return [ThenAndNow(key, then.get(key), now.get(key), among.get(key)) for key in keys]


def _then_and_now(
    id_: str,
    title: str,
    texts: Callable[[ThenAndNow], tuple[str, str]],
    *,
    told: Callable[[ThenAndNow], bool] = lambda _: True,
    silent: Callable[[ThenAndNow], bool] = lambda _: False,
    between: str = _BELOW,
    **rest: Any,
) -> Column:
    """Return a column of what was and is; where it is not worth telling, of what is.

    The rest is to hover. Where somebody is `silent` nothing stands there.
    """

    def text(both: ThenAndNow) -> str:
        if silent(both):
            return ""
        before, after = texts(both)
        return between.join((before, after)) if before != after and told(both) else after

    def full(both: ThenAndNow) -> str:
        before, after = texts(both)
        return ARROW.join((before, after)) if before != after else after

    def look(both: ThenAndNow) -> Look:
        before, after = texts(both)
        return Look(strong=before != after and told(both))

    return Column(id_, title, text, full, look=look, **rest)


def _answer(scale: str) -> Column:
    rule = rules_of(Partner)[scale]

    def texts(both: ThenAndNow) -> tuple[str, str]:
        then, now = (
            NOBODY if p is None else short(scale, getattr(p, scale)) for p in (both.then, both.now)
        )
        return then, now

    def order(both: ThenAndNow) -> Any:
        return fields.sort_key(rule, getattr(both.now or both.then, scale))

    def silent(both: ThenAndNow) -> bool:
        return all(getattr(p, scale, None) is None for p in (both.then, both.now))

    def told(both: ThenAndNow) -> bool:
        return not silent(both)  # who came or left without an answer changed nothing here

    title = field_label(scale)
    return _then_and_now(scale, title, texts, told=told, silent=silent, order=order)


def _group(before: Map, after: Map, *, alone: bool) -> Column:
    """Return the column of the quadrants; where it is the last it fits in what is left."""

    def called(partner: Partner | None, whole: Map) -> str:
        if partner is None:
            return NOBODY
        found = quadrant(partner, whole.network)
        return quadrant_name(found) if found else say_in("PeopleBeside", "no contact yet")

    def texts(both: ThenAndNow) -> tuple[str, str]:
        return called(both.then, before), called(both.now, after)

    def order(both: ThenAndNow) -> int | None:
        partner, whole = (both.now, after) if both.now else (both.then, before)
        found = quadrant(partner, whole.network) if partner else None
        return list(vocabulary().quadrants).index(found) if found else None

    room: dict[str, Any] = {"least": _NARROWEST, "share": 1.0} if alone else {"most": _GROUP}
    return _then_and_now("quadrant", say("Group"), texts, order=order, **room)


def _structure(positions: "Standings") -> tuple[Column, ...]:
    """Return the columns about the place among the others."""
    of = say(
        "Others on the map: {then} then, {now} now.",
        then=positions.size_before - 1,
        now=positions.size_after - 1,
    )
    rank = say(
        "1 is the most; partners with the same number share the average of their places. "
        "Still on the map: {n}.",
        n=len(positions.kept),
    )
    return (
        *_course("degree", say("Knows others"), f"{explanation('degree')}. {of}", rank, 0),
        *_course(
            "betweenness",
            say("Stands between others"),
            f"{explanation('betweenness')}. {of}",
            rank,
            1,
        ),
    )


def _course(name: str, title: str, meaning: str, rank: str, decimals: int) -> tuple[Column, Column]:
    """Return a number about who is on both maps, and the place it gives."""

    def course(both: ThenAndNow) -> "Course | None":
        return getattr(both.among, name) if both.among else None

    def numbers(both: ThenAndNow) -> tuple[str, str]:
        one = course(both)
        values = (one.before, one.after) if one else (None, None)
        then, now = (NOBODY if value is None else shown_number(value, decimals) for value in values)
        return then, now

    def ranks(both: ThenAndNow) -> tuple[str, str]:
        one = course(both)
        return (_place(one.rank_before), _place(one.rank_after)) if one else (NOBODY, NOBODY)

    def value(both: ThenAndNow) -> float | None:
        one = course(both)
        return one.after if one else None

    def place(both: ThenAndNow) -> float | None:
        one = course(both)
        return one.rank_after if one else None

    def moved(both: ThenAndNow) -> bool:  # others alone can move a rank
        then, now = numbers(both)
        return then != now

    return (
        _then_and_now(name, title, numbers, between=ARROW, order=value, meaning=meaning),
        _then_and_now(
            f"{name} rank",
            say("Position in that"),
            ranks,
            told=moved,
            between=ARROW,
            order=place,
            meaning=rank,
        ),
    )


class BothMoments(ToldWhenShown, QWidget):
    """Everybody, over the whole height."""

    _has_missed = True

    def __init__(self, compared: ComparedMoments, parent: QWidget) -> None:
        super().__init__(parent)
        self._compared = compared
        self.heads = MomentHeads(compared, self)
        self.people = PeopleBeside(compared, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 16)
        column.addWidget(self.heads)
        column.addWidget(self.people, 1)
        column.addWidget(soft_line(say("{sign}: not on the map at that moment", sign=NOBODY)))
        compared.changed.connect(self.refresh)
        compared.selection_changed.connect(self.people.follow_selection)

    def refresh(self) -> None:
        """Show the two moments as they are now, where that is seen."""
        if self.is_told() and self._compared.can_compare:
            self.heads.refresh()
            self.people.refresh()

    def catch_up(self) -> None:
        """Show the two moments as they are by now."""
        self.refresh()


def _name(both: ThenAndNow) -> str:
    then, now = (partner.name if partner else "" for partner in (both.then, both.now))
    is_one = not (then and now) or is_same_but_for_slips(then, now)
    return now or then if is_one else f"{now} ({then})"


def _place(rank: float | None) -> str:
    """Return a rank, which is whole or a half."""
    if rank is None:
        return NOBODY
    return f"{int(rank)}½" if rank % 1 else str(int(rank))
