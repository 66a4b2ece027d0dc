"""The same two moments as a table: everybody with all answers, then and now."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.analysis.changes.chapters import ARROW
from app.analysis.changes.sentences import quadrant_name, short
from app.analysis.changes.whole import places
from app.analysis.columns import explanation
from app.analysis.gaps import quadrant
from app.models.network import Map, Partner
from app.views.compare.compared import ComparedMoments
from app.views.compare.panes import MomentHeads
from app.views.insight.follows import row_height
from app.views.widgets import theme
from app.views.widgets.fields import soft_line
from app.views.widgets.shown import ToldWhenShown
from app.views.widgets.wrapping import wrapped
from app.words import filled, phrases, say, say_in

if TYPE_CHECKING:
    from app.analysis.standing import Standing, Standings

_ID: Final = Qt.ItemDataRole.UserRole
NOBODY: Final = "–"
"""What stands where somebody was not there."""

_BELOW: Final = "\n→ "
"""Between two answers in words: the later one on a line of its own, so that nothing is cut."""

_NARROWEST: Final = 140
_WIDEST: Final = 260
"""Pixels at 100 % of a column of words; what is cut off stands in its tooltip."""


class PeopleBeside(QTableView):
    """Everybody of both moments with contact, importance and quadrant then and now."""

    def __init__(self, compared: ComparedMoments, parent: QWidget) -> None:
        super().__init__(parent)
        self._compared = compared
        self._telling = False
        self._scales: tuple[str, ...] = ()
        self._places: dict[str, Standing] | None = None
        self.setAccessibleName(say("Everyone at both moments"))
        self.setProperty("role", "table")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.rows = QStandardItemModel(self)
        self.setModel(self.rows)

    def refresh(self) -> None:
        """Read everybody anew."""
        self._telling = False
        self.rows.clear()
        found = self._compared.comparison
        moments = self._compared.before, self._compared.after
        positions = places(*moments)
        asked = any(p.satisfaction is not None for whole in moments for p in whole.partners)
        self._scales = ("frequency", "importance", *(("satisfaction",) if asked else ()))
        self._places = {one.partner.id: one for one in positions.kept} if positions else None
        answers = (phrases.field_label(scale) for scale in self._scales)
        titles = (say("Partner"), *answers, say("Group"))
        heads = [(title, "") for title in titles] + (
            self._structure(positions) if positions else []
        )
        for column, (title, meaning) in enumerate(heads):
            head = QStandardItem(title)
            head.setToolTip(meaning)
            self.rows.setHorizontalHeaderItem(column, head)
        then, now = ({partner.id: partner for partner in whole.partners} for whole in moments)
        order = [shift.after.id for shift in found.kept]
        order += [partner.id for partner in (*found.new, *found.lost)]
        for key in dict.fromkeys((*order, *now, *then)):  # who is only wished comes last
            self._add(key, then.get(key), now.get(key))
        self.resizeColumnsToContents()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setStretchLastSection(True)
        for column in (0, len(titles) - 1) if positions else (0,):
            if self.columnWidth(column) > theme.scaled(_WIDEST):
                self.setColumnWidth(column, theme.scaled(_WIDEST))
        if not positions:
            self._fit_last(len(titles) - 1)
        for row in range(self.rows.rowCount()):
            self.setRowHeight(row, max(self.sizeHintForRow(row) + theme.GRID, row_height()))
        self.follow_selection()

    def _fit_last(self, column: int) -> None:
        """Break the lines of the last column where there is no room for them as they are."""
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        room = max(room - sum(map(self.columnWidth, range(column))), theme.scaled(_NARROWEST))
        if self.columnWidth(column) <= room:
            return
        for row in range(self.rows.rowCount()):
            item = self.rows.item(row, column)
            lines = item.text().split("\n")
            broken = (wrapped(line, room - 3 * theme.GRID, item.font()) for line in lines)
            item.setText("\n".join(part for parts in broken for part in parts))
        self.setColumnWidth(column, room)

    def _structure(self, positions: "Standings") -> list[tuple[str, str]]:
        """Return titles and meanings of the columns about the place among the others."""
        of = say("Others on the map: {then} then, {now} now.")
        of = filled(of, then=positions.size_before - 1)
        of = filled(of, now=positions.size_after - 1)
        place = say("Position in that")
        rank = say(
            "1 is the most; partners with the same number share the average of their places. "
            "Still on the map: {n}.",
            n=len(positions.kept),
        )
        return [
            (say("Knows others"), f"{explanation('degree')}. {of}"),
            (place, rank),
            (say("Stands between others"), f"{explanation('betweenness')}. {of}"),
            (place, rank),
        ]

    def _add(self, key: str, then: Partner | None, now: Partner | None) -> None:
        def said(scale: str) -> list[str]:
            return [NOBODY if p is None else short(scale, getattr(p, scale)) for p in (then, now)]

        def place(partner: Partner | None, whole: Map) -> str:
            if partner is None:
                return NOBODY
            found = quadrant(partner, whole.network)
            return quadrant_name(found) if found else say_in("PeopleBeside", "no contact yet")

        items = [QStandardItem(_name(then, now))]
        items[0].setData(key, _ID)
        for before, after in map(said, self._scales):
            items.append(_item(before, after, between=_BELOW))
        places = place(then, self._compared.before), place(now, self._compared.after)
        items.append(_item(*places, between=_BELOW))
        if self._places is not None:
            items += _among_others(self._places.get(key))
        self.rows.appendRow(items)

    def follow_selection(self) -> None:
        """Select whom the moments have selected."""
        self._telling = False
        wanted, selection = set(self._compared.selection), QItemSelection()
        for row in range(self.rows.rowCount()):
            index = self.rows.index(row, 0)
            if index.data(_ID) in wanted:
                selection.select(index, index)
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(selection, flag.ClearAndSelect | flag.Rows)
        self._telling = True

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell whom the person selected."""
        super().selectionChanged(selected, deselected)
        if self._telling:
            rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
            self._compared.select(self.rows.index(row, 0).data(_ID) for row in rows)


class Table(ToldWhenShown, QWidget):
    """Everybody, over the whole height."""

    _has_missed = True

    def __init__(self, compared: ComparedMoments, parent: QWidget) -> None:
        super().__init__(parent)
        self._compared = compared
        self._heads = MomentHeads(compared, self)
        self.people = PeopleBeside(compared, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 16)
        column.addWidget(self._heads)
        column.addWidget(self.people, 1)
        column.addWidget(soft_line(say("{sign}: not on the map at that moment", sign=NOBODY)))
        compared.changed.connect(self.refresh)
        compared.selection_changed.connect(self.people.follow_selection)

    def refresh(self) -> None:
        """Show the two moments as they are now, where that is seen."""
        if self.is_told() and self._compared.can_compare:
            self._heads.refresh()
            self.people.refresh()

    def catch_up(self) -> None:
        """Show the two moments as they are by now."""
        self.refresh()


def _name(then: Partner | None, now: Partner | None) -> str:
    names = [partner.name for partner in (now, then) if partner is not None]
    return f"{names[0]} ({names[1]})" if len(set(names)) > 1 else names[0]


def _item(before: str, after: str, *, told: bool = True, between: str = ARROW) -> QStandardItem:
    """Return what was and is; where it is not worth telling, what is, with the rest to hover."""
    changed = before != after
    both = between.join((before, after)) if changed else after
    item = QStandardItem(both if told else after)
    item.setFont(theme.font("strong" if changed and told else "text"))
    item.setToolTip(ARROW.join((before, after)) if changed else "")
    return item


def _among_others(one: "Standing | None") -> list[QStandardItem]:
    """Return the four cells of somebody's place; only who is on both maps has one."""
    if one is None:
        return [_item(NOBODY, NOBODY) for _ in range(4)]
    items = []
    for course, decimals in ((one.degree, 0), (one.betweenness, 1)):
        then, now = (
            NOBODY if value is None else phrases.shown_number(value, decimals)
            for value in (course.before, course.after)
        )
        ranks = (_place(rank) for rank in (course.rank_before, course.rank_after))
        # Others alone can move a rank.
        items += [_item(then, now), _item(*ranks, told=then != now)]
    return items


def _place(rank: float | None) -> str:
    """Return a rank, which is whole or a half."""
    if rank is None:
        return NOBODY
    return f"{int(rank)}½" if rank % 1 else str(int(rank))
