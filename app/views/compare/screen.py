"""The screen that compares two moments of one map."""

from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.analysis.lens import LENSES
from app.document import Document
from app.settings import Settings
from app.views.compare.chosen_moments import ComparedMoments
from app.views.compare.column import Column
from app.views.compare.numbers import Numbers
from app.views.compare.panes import AsOne, SideBySide
from app.views.compare.table import BothMoments
from app.views.compare.view import MomentView
from app.views.library.continue_panel import ContinuePanel
from app.views.widgets import theme
from app.views.widgets.fields import soft_line
from app.views.widgets.flow import FlowLayout, keep_room
from app.views.widgets.segmented import Pages, Segmented
from app.views.widgets.side import Side
from app.words import say

_NARROW: Final = 1200
"""Below this width the column has less."""
_TIGHT: Final = 600
"""Below this width, in large letters, there is room for a table or for the column."""
_ABOVE: Final = 100
"""Pixels of the screen that are above the maps."""
_SIDE: Final = "right_compare"
"""Under which it is kept whether somebody folded the column."""


class Compare(QWidget):
    """One picture, or two, a table or figures; beside them what changed in sentences."""

    continued = Signal()
    """A next moment was made from here, and is open."""
    again_requested = Signal()
    """The earlier map, which is open now, is to be rated with the eyes of now."""

    def __init__(
        self,
        document: Document,
        settings: Settings,
        parent: QWidget | None = None,
        fold: QAction | None = None,
    ) -> None:
        """`fold` is the command that folds a side; without one there is no key for it."""
        super().__init__(parent)
        self._document, self._settings = document, settings
        if fold is None:
            fold = QAction(self)
            fold.triggered.connect(self.fold_side)
        self._fold = fold
        self.compared = ComparedMoments(document, self)
        self._mode, self._lens = "", "contact"
        self._later, self._since = "", 0
        self._beside_each_other = beside = QWidget(self)
        self._ways = Pages(
            {
                "one": say("As one map"),
                "side": say("Side by side"),
                "table": say("As a table"),
                "numbers": say("In numbers"),
            },
            beside,
            wraps=theme.is_large(),
        )
        self._ways.chosen.connect(self.show_as)
        through = (lens for lens in LENSES.values() if lens.takes_drops)
        self._lenses = Segmented({lens.id: lens.name() for lens in through})
        self._lenses.setParent(beside)
        self._lenses.chosen.connect(self.look_through)
        pictures = self._pictures = QStackedWidget(beside)
        self.side = SideBySide(self.compared, settings, pictures)
        self.one = AsOne(self.compared, settings, pictures)
        self.table = BothMoments(self.compared, pictures)
        self.numbers = Numbers(self.compared, pictures)
        self._right = Side(beside, "right")
        self.column = Column(self.compared, self._right)
        self.column.again_requested.connect(self._look_back)
        self._lay_out()
        for view in self.views:
            view.picked.connect(self._pick)
            view.left_alone.connect(self._pick_nobody)
        self.compared.changed.connect(self._refresh)
        self.compared.selection_changed.connect(self._show_selection)
        settings.map_view_changed.connect(self._refresh)

    def _lay_out(self) -> None:
        for page in (self.side, self.one, self.table, self.numbers):
            self._pictures.addWidget(page)
        self._right.hold(self.column, self._fold)
        body = QHBoxLayout(self._beside_each_other)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        left = QVBoxLayout()
        body.addLayout(left, 1)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        # In large letters what has no room beside the other stands below it.
        is_large = theme.is_large()
        top = FlowLayout(spacing=theme.GRID) if is_large else QHBoxLayout()
        left.addLayout(top)
        top.setContentsMargins(16, 8, 16, 4)
        top.addWidget(self._ways)
        if isinstance(top, QHBoxLayout):
            top.addStretch(1)
            keep_room(self._lenses)  # the row does not jump where they go
        top.addWidget(self._lenses)
        left.addWidget(self._pictures, 1)
        body.addWidget(self._right)
        self.alone = _Alone(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._beside_each_other)
        layout.addWidget(self.alone)

    @property
    def views(self) -> tuple[MomentView, ...]:
        """Return the views of moments."""
        return (*self.side.views, self.one.view)

    @property
    def place(self) -> Any:
        """Return the way the moments are shown and the lens, to go on there."""
        return self._mode, self._lens

    def go_on_at(self, place: Any) -> None:
        """Go on where a screen that was built before this one stood."""
        self._mode, self._lens = place
        self._refresh()

    def show_as(self, way: str) -> None:
        """Show the moments as `one` (map), `side` (by side), `table` or `numbers`."""
        self._mode = way
        self._refresh()

    def look_through(self, lens: str) -> None:
        """Look at both through a lens: `free`, `importance` or `contact`."""
        self._lens = lens
        self._refresh()

    def focus_first(self) -> None:
        """Give the keyboard to what there is to do or to read first."""
        if not self.compared.can_compare:
            self.alone.take_focus()
        elif self._right.is_folded:
            self.side.views[0].setFocus()
        elif self.column.buttons:
            self.column.buttons[0].setFocus()
        else:
            self.column.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the moments, which may have changed elsewhere."""
        super().showEvent(event)
        self._give_room()
        self.compared.wake(awake=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self.compared.wake(awake=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the column its width."""
        super().resizeEvent(event)
        self._give_room()

    def fold_side(self) -> None:
        """Fold what changed to a strip, or show it again; it stays so."""
        self._settings.fold(_SIDE, folded=not self._right.is_folded)
        self._give_room()

    def _give_room(self) -> None:
        wanted = theme.scaled(280 if self.width() < _NARROW else 328)
        # Two maps beside each other ask for all the width, until they are as wide as they are high;
        # one does in a narrow window with large letters, and columns of numbers in a tight one.
        asks = _NARROW if self.way == "one" else _TIGHT
        by_itself = theme.is_large() and self.width() < theme.scaled(asks)
        if self.way == "side":
            by_itself = self.width() - wanted < 2 * (self.height() - theme.scaled(_ABOVE))
        self._right.fold(
            folded=self._settings.folds.get(_SIDE, by_itself),
            width=max(min(wanted, round(self.width() * 0.36)), 260),
        )
        self._right.lie(floating=False)

    @property
    def way(self) -> str:
        """Return the way the moments are shown: as chosen, else as one map, which says most."""
        return self._mode or "one"

    def _refresh(self) -> None:
        if not self.isVisible():
            return
        can = self.compared.can_compare
        self._beside_each_other.setVisible(can)
        self.alone.setVisible(not can)
        if not can:
            self.alone.show_map(self._document, self.continued)
            return
        pages = {
            "side": self.side,
            "one": self.one,
            "table": self.table,
            "numbers": self.numbers,
        }
        way = self.way
        self._give_room()
        self._pictures.setCurrentWidget(pages[way])
        self._ways.show_chosen(way)
        self._lenses.show_chosen(self._lens)
        self._lenses.setVisible(way in ("side", "one"))
        if way == "side":
            self.side.refresh(self._lens)
        elif way == "one":
            self.one.refresh(self._lens)
        self._show_selection()

    def _show_selection(self) -> None:
        for view in self.views:
            view.moment_scene.show_selection(self.compared.selection)

    def _pick(self, key: str, adding: bool) -> None:
        self.compared.select([key], adding=adding)

    def _pick_nobody(self) -> None:
        self.compared.select(())

    def _look_back(self) -> None:
        self._later = self._document.map.network.id
        if self.compared.open_earlier():
            self._since = self._document.history.position
            self._document.hold()
            self.again_requested.emit()

    def return_to_later(self) -> None:
        """Open again what was open before the earlier map was rated anew."""
        if self._later:
            self._document.return_to(self._later, self._since)
        self._later = ""


class _Alone(QScrollArea):
    """What is said while there is one moment only, with the way to a second."""

    heard_as = "group"

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        inside = QWidget(self)
        row = QHBoxLayout(inside)
        row.addStretch(1)
        middle = QWidget(inside)
        middle.setMaximumWidth(theme.scaled(600))
        row.addWidget(middle, 100)
        row.addStretch(1)
        self._column = QVBoxLayout(middle)
        self._column.addStretch(1)
        heading = QLabel(say("Then and now"), middle)
        self.setAccessibleName(heading.text())
        heading.setFont(theme.font("sentence"))
        text = QLabel(
            say(
                "This map has one moment so far. Draw it again later, for example at the end of "
                "the year. You will then see here what has changed: who is new, who is no "
                "longer on the map, and who you see more or less often."
            ),
            middle,
        )
        text.setFont(theme.font("reading"))
        text.setWordWrap(True)
        self._column.setSpacing(8)
        self._column.addWidget(heading)
        self._column.addWidget(text)
        self._column.addSpacing(16)
        self._column.addWidget(
            soft_line(
                say(
                    "To see another student's map beside yours, drop their file on this window, "
                    "or open it in My maps."
                )
            )
        )
        self._column.addStretch(2)
        self.setWidget(inside)
        self.panel: ContinuePanel | None = None
        self._shown = ""

    def show_map(self, document: Document, continued: object) -> None:
        """Offer a second moment of the open map."""
        key = document.map.network.id if document.is_open else ""
        if key == self._shown:
            return
        self._shown = key
        if self.panel is not None:
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None
        found = [s for s in document.summaries() if s.id == key]
        if found and not document.library.read_only:
            self.panel = ContinuePanel(document, found[0], self, closable=False)
            self.panel.made.connect(continued)
            self._column.insertWidget(3, self.panel)

    def take_focus(self) -> None:
        """Give the keyboard to the questions about a second moment."""
        if self.panel is not None:
            self.panel.label.setFocus(Qt.FocusReason.OtherFocusReason)
