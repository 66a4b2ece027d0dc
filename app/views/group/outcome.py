"""What a group said: one of its pictures at the left, sentences and a table at the right."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.models.coded import CodedMap
from app.models.groups import Group
from app.report.group import outcomes, sentences
from app.report.group_words import picture_names
from app.views.group.canvas import Canvas
from app.views.group.clusters import ClustersView
from app.views.group.ecology import EcologyView
from app.views.group.linked import Lit
from app.views.group.numbers import NumbersView
from app.views.group.plane import PlaneView
from app.views.group.table import GroupTables
from app.views.group.wall import WallView
from app.views.widgets import theme
from app.views.widgets.segmented import Segmented
from app.words import say

VIEWS: Final[tuple[type[Canvas], ...]] = (EcologyView, PlaneView, ClustersView, NumbersView)
"""The pictures of a group, in the order in which they are offered."""

_ROLES: Final = {"important_seldom": "less_often", "often_seldom_named": "less_named"}
_MOST: Final = 5
"""So many sentences stand there at once; the strongest come first."""


class Outcome(QWidget):
    """Everything in it brings the same kind or setting forward."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lit = Lit(self)
        self._on_wall: tuple[CodedMap, ...] = ()
        self.wall = WallView(self.lit, self)
        self.views: dict[str, Canvas] = {kind.id: kind(self.lit, self) for kind in VIEWS}
        self.views[self.wall.id] = self.wall
        names = {**picture_names(), self.wall.id: say("The wall")}
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedWidget(left)
        column.addWidget(self._stack, 1)
        for id_, view in self.views.items():
            view.setAccessibleName(names[id_])
            self._stack.addWidget(view)
        self.tabs = Segmented(names, left)
        self.tabs.chosen.connect(self.show_view)
        foot = QHBoxLayout()
        column.addLayout(foot)
        foot.addStretch(1)
        foot.addWidget(self.tabs)
        foot.addStretch(1)
        scroll = QScrollArea(self)  # large letters in a low window scroll
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        right = QWidget(scroll)
        scroll.setWidget(right)
        self._right = QVBoxLayout(right)
        self._right.setContentsMargins(8, 0, 0, 0)
        self._said = Sentences(right)
        self._said.setMinimumHeight(theme.scaled(96))
        self._right.addWidget(self._said, 2)
        self.tables = GroupTables(self.lit, right)
        self._right.addWidget(self.tables, 3)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(scroll)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([3000, 2300])
        row.addWidget(split)
        self.shown_view = "ecology"
        self.show_view("ecology")

    @property
    def view(self) -> Canvas:
        """Return the picture that is shown."""
        return self.views[self.shown_view]

    @property
    def place(self) -> tuple[str, str]:
        """Return which picture and which table is shown, to restore them."""
        return self.shown_view, self.tables.shown

    def go_on_at(self, place: tuple[str, str]) -> None:
        """Go on where an outcome that was built before this one stood."""
        view, table = place
        self.show_view(view)
        self.tables.show_table(table)

    def show_view(self, id_: str) -> None:
        """Show another picture."""
        if id_ in self.views:
            self.shown_view = id_
            self._stack.setCurrentWidget(self.views[id_])
            self.tabs.show_chosen(id_)

    def show_group(self, group: Group) -> None:
        """Show the result of a group, and beside it what was guessed."""
        shown: Any = group.shown
        for view in self.views.values():
            view.show_group(shown)
        if self._on_wall is not group.begin:  # another order only where there are others
            self._on_wall = group.begin
            self.wall.show_maps(group.begin)
        self.tables.show_group(shown)
        ways = _ways(shown)
        said = [(text, "card") for text in outcomes(shown, group.guesses)]
        for kind, text in sentences(shown)[:_MOST]:
            said.append((text, _ROLES.get(ways.get(kind, ""), "card")))
        self._said.show_texts(said)


class Sentences(QScrollArea):
    """What stands out, the strongest first; scrolls where it is much."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget(self)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(8)
        self.setWidget(self._inside)

    def show_texts(self, texts: Sequence[tuple[str, str]]) -> None:
        """Show sentences, each on a card of its own."""
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for text, role in texts:
            self._column.addWidget(_card(text, role, self._inside))
        self._column.addStretch(1)
        self.setVisible(bool(texts))


def _ways(shown: Any) -> dict[str, str]:
    from app.analysis.group.pattern import standing_out

    return {one.kind: one.way for one in standing_out(shown)}


def _card(text: str, role: str, parent: QWidget) -> QFrame:
    frame = QFrame(parent)
    frame.setProperty("role", role)
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(12, 8, 12, 8)
    label = QLabel(text, frame)
    label.setWordWrap(True)
    label.setFont(theme.font("reading"))
    inside.addWidget(label)
    return frame
