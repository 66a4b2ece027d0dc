"""The page of figures: under four headings what there was, what there is, and who moved where."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.analysis.changes import figures
from app.analysis.changes.chapters import chapter_heading
from app.analysis.changes.figures import Figure
from app.analysis.changes.sentences import quadrant_name, rated_twice
from app.analysis.gaps import NOT_FILLED_IN
from app.models.vocabulary import vocabulary
from app.views.compare.chosen_moments import ComparedMoments
from app.views.compare.panes import MomentHeads
from app.views.widgets import theme
from app.views.widgets.fields import hairline, soft_line
from app.views.widgets.one_stop import OneStop
from app.views.widgets.told_when_shown import ToldWhenShown
from app.words import joined, say

_WIDEST: Final = 560
"""Pixels at 100 %: further apart, a figure is no longer read with its words."""
_TWO: Final = 960
"""Pixels at 100 % from which the last chapters stand beside the first."""
_FIRST: Final = ("members", "contact")
"""The chapters of the first column, where there are two."""


class QuadrantGrid(QWidget):
    """Four by four: rows are where people were, columns where they are."""

    def __init__(self, compared: ComparedMoments, parent: QWidget) -> None:
        super().__init__(parent)
        self._compared = compared
        self._places = [key for key in vocabulary().quadrants if key != NOT_FILLED_IN]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self.cells: dict[tuple[str, str], QPushButton] = {}
        corner = QLabel(say("from ↓   to →"), self)
        corner.setProperty("role", "soft")
        corner.setFont(theme.font("label"))
        self._grid.addWidget(corner, 0, 0)
        for place, key in enumerate(self._places, start=1):
            for row, column in ((0, place), (place, 0)):
                label = QLabel(quadrant_name(key), self)
                label.setFont(theme.font("label"))
                label.setWordWrap(True)
                if not row:
                    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
                self._grid.addWidget(label, row, column)
            self._grid.setColumnStretch(place, 1)
        for row, start in enumerate(self._places, start=1):
            for column, end in enumerate(self._places, start=1):
                cell = QPushButton(self)
                cell.setProperty("role", "chip" if start == end else "quiet")
                cell.setProperty("move", (start, end))
                cell.setMinimumHeight(theme.scaled(30))
                cell.clicked.connect(self._pick)
                self.cells[start, end] = cell
                self._grid.addWidget(cell, row, column)
        OneStop((), self).take_rows(
            [[self.cells[start, end] for end in self._places] for start in self._places]
        )

    def refresh(self) -> None:
        """Count anew."""
        table = self._compared.comparison.quadrant_table
        for (start, end), cell in self.cells.items():
            number = table[start][end]
            cell.setText(str(number) if number else "·")
            cell.setEnabled(number > 0)
            font = theme.font("strong" if start != end and number else "text")
            cell.setFont(font)
            named = joined(
                (joined((quadrant_name(start), quadrant_name(end)), between=" → "), number),
                between=": ",
            )
            cell.setAccessibleName(named)
            cell.setToolTip(named)

    def _pick(self) -> None:
        pressed = self.sender()
        assert pressed is not None
        move = tuple(pressed.property("move"))
        kept = self._compared.comparison.kept
        self._compared.select(
            s.after.id for s in kept if (s.quadrant_before, s.quadrant_after) == move
        )


class FigureRows(QWidget):
    """Figures in four columns: what, then, now, and the difference; then those of both."""

    def __init__(self, rows: tuple[Figure, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.scaled(16))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._shown: list[list[QLabel]] = []
        self._meanings: list[QLabel] = []
        heads = say("Then"), say("Now"), say("Change")
        is_split = False
        for place, row in enumerate(rows):
            if place == 0 and row.then:
                for column, head in enumerate(heads, start=1):
                    self._soften(self._put(head, 0, column))
            elif not row.then and rows[0].then and not is_split:
                is_split = True
                line = self._grid.rowCount()
                both = self._put(say("Between the two moments"), line, 0, wide=4)
                self._soften(both).setContentsMargins(0, theme.scaled(12), 0, theme.scaled(4))
            line = self._grid.rowCount()
            # A figure of both moments together may be in words, and has the room of three.
            wide = 1 if row.then else 3
            self._shown.append(
                [
                    self._put("", line, 0),
                    *([self._put("", line, 1), self._put("", line, 2)] if row.then else []),
                    self._put("", line, 4 - wide, wide=wide),
                ]
            )
            meaning = self._soften(self._put("", line + 1, 0, wide=4))
            meaning.setContentsMargins(0, 0, 0, theme.scaled(8))  # it belongs to what is above
            self._meanings.append(meaning)
        self.refresh(rows)

    def _put(self, text: str, row: int, column: int, *, wide: int = 1) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setContentsMargins(0, theme.scaled(4), 0, theme.scaled(4))
        if column:
            label.setMinimumWidth(theme.scaled(56))
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        else:
            label.setWordWrap(True)
        self._grid.addWidget(label, row, column, 1, wide)
        return label

    def _soften(self, label: QLabel) -> QLabel:
        label.setFont(theme.font("label"))
        label.setProperty("role", "soft")
        return label

    def refresh(self, rows: tuple[Figure, ...]) -> None:
        """Show these figures, of the same measures as before."""
        following = [*(row.meaning for row in rows[1:]), ""]
        for labels, row, under, after in zip(
            self._shown, rows, self._meanings, following, strict=True
        ):
            values = [text for text in (row.label, row.then, row.now, row.change) if text]
            for label, text in zip(labels, values, strict=True):
                label.setText(text)
            labels[0].setAccessibleName(joined(values))
            labels[0].setAccessibleDescription(row.meaning)
            under.setText(row.meaning)
            under.setVisible(bool(row.meaning) and row.meaning != after)


class Numbers(ToldWhenShown, QScrollArea):
    """Shows the figures of the two moments, where that is seen."""

    heard_as = "group"

    _has_missed = True

    def __init__(self, compared: ComparedMoments, parent: QWidget) -> None:
        super().__init__(parent)
        self._compared = compared
        self.rows: dict[str, FigureRows] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName(say("Numbers"))
        self.heads = MomentHeads(compared, self)
        whole = QWidget(self)
        page = QVBoxLayout(whole)
        page.setContentsMargins(16, 0, 16, 24)
        page.setSpacing(theme.scaled(8))
        page.addWidget(self.heads)
        inside = QWidget(whole)
        row = QHBoxLayout()  # it knows how wide the figures get, and so how high
        page.addLayout(row, 1)
        row.addWidget(inside, 100)
        row.addStretch(1)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom, inside)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(theme.scaled(24))
        self._first, self._rest = QVBoxLayout(), QVBoxLayout()
        for half in (self._first, self._rest):
            self._halves.addLayout(half)
            half.setSpacing(theme.scaled(8))
        self._halves.setStretch(1, 1)
        self.grid = QuadrantGrid(compared, inside)
        self._rated, self._why_not = soft_line(), soft_line()
        self._inside = inside
        self.setWidget(whole)
        compared.changed.connect(self.refresh)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show all below each other, or in two columns where there is room for both."""
        super().resizeEvent(event)
        two = self.viewport().width() >= theme.scaled(_TWO)
        ways = QBoxLayout.Direction
        self._halves.setDirection(ways.LeftToRight if two else ways.TopToBottom)
        self._halves.setStretch(0, 1 if two else 0)
        self._inside.setMaximumWidth(theme.scaled(_WIDEST) * (2 if two else 1))

    def refresh(self) -> None:
        """Show the two moments as they are now, where that is seen."""
        if not self.is_told() or not self._compared.can_compare:
            return
        found, before, after = (
            self._compared.comparison,
            self._compared.before,
            self._compared.after,
        )
        self.heads.refresh()
        chapters = figures.figures(found, before, after)
        if not self.rows:
            self._build(chapters)
        for chapter, rows in chapters.items():
            self.rows[chapter].refresh(rows)
        self._rated.setText(rated_twice(found))
        self.grid.refresh()
        reason = figures.why_not(before, after)
        self._why_not.setText(reason)
        self._why_not.setVisible(bool(reason))

    def _build(self, chapters: dict[str, tuple[Figure, ...]]) -> None:
        for chapter, rows in chapters.items():
            column = self._first if chapter in _FIRST else self._rest
            if column.count():
                column.addSpacing(theme.scaled(16))
            heading = QLabel(chapter_heading(chapter), self._inside)
            heading.setFont(theme.font("strong"))
            column.addWidget(heading)
            column.addWidget(hairline())
            self.rows[chapter] = FigureRows(rows, self._inside)
            column.addWidget(self.rows[chapter])
            if chapter == "contact":
                column.addSpacing(theme.scaled(4))
                column.addWidget(self._rated)
                column.addWidget(self.grid)
            elif chapter == "ties":
                column.addWidget(self._why_not)
        for column in (self._first, self._rest):
            column.addStretch(1)

    def catch_up(self) -> None:
        """Show the two moments as they are by now."""
        self.refresh()
