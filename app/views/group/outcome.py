"""What a group said: one of its pictures at the left, sentences and a table at the right."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.analysis.group.drawings import on_wall
from app.analysis.group.picture import discs
from app.models.coded_map import CodedMap
from app.models.groups import Group
from app.report.group_tables import outcomes, sentences
from app.report.group_words import picture_names
from app.views.group.canvas import Canvas, PicturePane
from app.views.group.cards import scrolled
from app.views.group.clusters import ClustersView
from app.views.group.ecology import EcologyView
from app.views.group.highlight import Highlight
from app.views.group.numbers import NumbersView
from app.views.group.plane import PlaneView
from app.views.group.table import GroupTables
from app.views.group.wall import WallView
from app.views.widgets import theme
from app.views.widgets.segmented import Segmented
from app.words import joined, say

VIEWS: Final[tuple[type[Canvas], ...]] = (EcologyView, PlaneView, ClustersView, NumbersView)
"""The pictures of a group, in the order in which they are offered."""

_ROLES: Final = {"important_seldom": "less_often", "often_seldom_named": "less_named"}
SAID, TABLES = "said", "tables"
"""What stands beside the picture."""
_BESIDE_EACH_OTHER: Final = 860
"""Pixels at normal text from which a picture and words have room side by side."""
_MOST: Final = 5
"""So many sentences stand there at once; the strongest come first."""


class Outcome(QWidget):
    """Everything in it brings the same kind or setting forward."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lit = Highlight(self)
        self._on_wall: tuple[CodedMap, ...] = ()
        self.wall = WallView(self.lit, self)
        self.views: dict[str, Canvas] = {kind.id: kind(self.lit, self) for kind in VIEWS}
        self.views[self.wall.id] = self.wall
        names = {**picture_names(), self.wall.id: say("The wall")}
        self._pictures = QStackedWidget(self)
        for id_, view in self.views.items():
            view.setAccessibleName(names[id_])
            self._pictures.addWidget(PicturePane(view, self._pictures))
        self.sentences = Sentences(self, "from_afar")
        self.tables = GroupTables(self.lit, self, in_the_room=True)
        self._parts = QStackedWidget(self)
        self._parts.addWidget(self.sentences)
        self._parts.addWidget(scrolled(self.tables, self._parts))
        parts = {SAID: say("What stands out"), TABLES: say("Tables")}
        self.tabs, self.parts = Segmented(names, self), Segmented(parts, self)
        self.tabs.chosen.connect(self.show_view)
        self.parts.chosen.connect(self.show_part)
        self.every = Segmented({**names, **parts}, self, wraps=True)
        self.every.chosen.connect(self._show_either)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._split.setChildrenCollapsible(False)
        self._key = QLabel(self)
        self._key.setFont(theme.font("label"))
        self._key.setProperty("role", "soft")
        self._key.setWordWrap(True)
        self._key.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._left = _above((self._pictures, self._key), self.tabs, self._split)
        self._right = _above((self._parts,), self.parts, self._split)
        self._split.addWidget(self._left)
        self._split.addWidget(self._right)
        self._split.setStretchFactor(0, 3)
        self._split.setStretchFactor(1, 2)
        self._split.setSizes([3100, 3000])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._split, 1)
        column.addWidget(self.every)
        self._group, self._has_pairs = "", False
        self.shown_view, self.shown_part, self._reads = VIEWS[0].id, SAID, False
        self.show_view(self.shown_view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show picture and words beside each other, or one of them where there is no room."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Hide what has no room: with large letters in a small window that is one of the two."""
        is_wide = self.width() >= theme.scaled(_BESIDE_EACH_OTHER)
        for tray in (self.tabs, self.parts):
            tray.setVisible(is_wide)
        self._key.setText(self.view.key())
        self._key.setVisible(is_wide and bool(self._key.text()))
        self.every.setVisible(not is_wide)
        self._left.setVisible(is_wide or not self._reads)
        self._right.setVisible(is_wide or self._reads)
        self.every.show_chosen(self.shown_part if self._reads else self.shown_view)

    def _show_either(self, id_: str) -> None:
        if id_ in self.views:
            self.show_view(id_)
        else:
            self.show_part(id_)

    @property
    def view(self) -> Canvas:
        """Return the picture that is shown."""
        return self.views[self.shown_view]

    @property
    def first(self) -> QWidget:
        """Return the widget that takes the keyboard first."""
        return self.every if self._reads and not self.every.isHidden() else self.view

    @property
    def place(self) -> tuple[str, str, str, bool]:
        """Return which picture, part and table is shown, and whether the part came last."""
        return self.shown_view, self.shown_part, self.tables.shown, self._reads

    def go_on_at(self, place: tuple[str, str, str, bool]) -> None:
        """Go on where an outcome that was built before this one stood."""
        view, part, table, reads = place
        self.show_part(part)
        self.tables.show_table(table)
        self.show_view(view)
        self._reads = reads
        self._make_room()

    def show_view(self, id_: str) -> None:
        """Show another picture."""
        if id_ in self.views:
            self.shown_view, self._reads = id_, False
            self._pictures.setCurrentIndex(list(self.views).index(id_))
            self.tabs.show_chosen(id_)
            self._make_room()

    def show_part(self, id_: str) -> None:
        """Show the sentences, or the tables."""
        self.shown_part, self._reads = id_, True
        self._parts.setCurrentIndex((SAID, TABLES).index(id_))
        self.parts.show_chosen(id_)
        self._make_room()

    def show_group(self, group: Group) -> None:
        """Show the result of a group, and beside it what was guessed.

        Another group begins at its network, or at how many partners where the network would point
        at someone; a first end is shown by what it adds.
        """
        shown: Any = group.shown
        is_other, has_pairs = group.id != self._group, bool(shown.get("begin_to_end"))
        for view in self.views.values():
            view.show_group(shown)
        self._hang(group, shown, is_other=is_other)
        self.tables.show_group(shown, keep=not is_other)
        if is_other:
            self.show_part(SAID)
            self.show_view(EcologyView.id if discs(shown) else NumbersView.id)
        elif has_pairs and not self._has_pairs:
            self.tables.show_table("paired")
            self.show_part(TABLES)
        self._group, self._has_pairs = group.id, has_pairs
        ways = _ways(shown)
        said = [(text, "card") for text in outcomes(shown, group.guesses)]
        for kind, text in sentences(shown)[:_MOST]:
            said.append((text, _ROLES.get(ways.get(kind, ""), "card")))
        self.sentences.show_texts(said)

    def _hang(self, group: Group, shown: Any, *, is_other: bool) -> None:
        """Hang the drawings of this result, in another order only where there are others.

        Where maps came or went since, they stay only as far as they are the same.
        """
        wanted = on_wall(group.begin)
        is_told = shown.get("wall", True) and not group.has_news
        if wanted != self._on_wall or is_other:
            self._on_wall = wanted if is_told else ()
            self.wall.show_maps(self._on_wall, are_kept=bool(wanted))


class Sentences(QScrollArea):
    """What stands out, the strongest first; scrolls where it is much."""

    heard_as = "group"

    def __init__(self, parent: QWidget, font: str = "reading") -> None:
        super().__init__(parent)
        self._font = font
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(say("What stands out"))
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
            self._column.addWidget(_card(text, (role, self._font), self._inside))
        self._column.addStretch(1)
        self.setAccessibleDescription(joined((text for text, _ in texts), between=" "))
        self.setVisible(bool(texts))


def _above(shown: Sequence[QWidget], tray: QWidget, parent: QWidget) -> QWidget:
    """Return one above the other: what is shown, and what chooses it."""
    page = QWidget(parent)
    column = QVBoxLayout(page)
    column.setContentsMargins(8, 0, 8, 0)
    for at, part in enumerate(shown):
        column.addWidget(part, 0 if at else 1)
    column.addWidget(tray, 0, Qt.AlignmentFlag.AlignHCenter)
    return page


def _ways(shown: Any) -> dict[str, str]:
    from app.analysis.group.pattern import standing_out

    return {one.kind: one.way for one in standing_out(shown)}


def _card(text: str, look: tuple[str, str], parent: QWidget) -> QFrame:
    role, font = look
    frame = QFrame(parent)
    frame.setProperty("role", role)
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(12, 8, 12, 8)
    label = QLabel(text, frame)
    label.setWordWrap(True)
    label.setFont(theme.font(font))
    inside.addWidget(label)
    return frame
