"""The pages that hold a chart: the plot, the list and the table, each with a few words."""

from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.analysis.alignment import FEWEST_RATED
from app.analysis.study import Study
from app.document import Document
from app.models.vocabulary import vocabulary
from app.views.insight.dumbbells import Dumbbells
from app.views.insight.export import Legend
from app.views.insight.highlight import Highlight
from app.views.insight.rows import described
from app.views.insight.table import ValuesTable
from app.views.widgets import theme
from app.views.widgets.buttons import Box
from app.views.widgets.heard_as import hear_as
from app.views.widgets.keys import key_name, rate_by_key
from app.views.widgets.memory import remember
from app.views.widgets.quick_typing import QuickTyping, is_quick_rating
from app.views.widgets.side_scroll import SideScroll
from app.views.widgets.speech import announce
from app.views.widgets.texts import nothing_yet
from app.words import current_language, filled, say
from app.words.field_names import field_label

_LEAST_PLOT: Final = 320
"""Pixels at ordinary text in which the words of the chart leave room for who is in it."""


class PlotPage(QWidget):
    """The quadrant plot, the two limits, and who is pointed at."""

    def __init__(
        self, document: Document, highlight: Highlight, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        from app.views.insight.plot import Plot  # pyqtgraph and numpy: at first use

        self._document = document
        self._highlight = highlight
        self._seen: Study | None = None
        self.plot = Plot(highlight, self)
        self.plot.pressed.connect(self._press)
        self.plot.added.connect(self._add)
        self.plot.pointed.connect(highlight.light)
        self.plot.cut_moved.connect(self._move_cut)
        self.caption = soft(self, "")
        self.empty = nothing_yet(self)
        self.empty.hide()  # or the plot is laid in half of its room first
        self.cuts: dict[str, QComboBox] = {}
        self._labels: list[QLabel] = []
        column = self._scrolled()
        column.setContentsMargins(16, 0, 16, 8)
        column.setSpacing(4)
        column.addWidget(self.empty, 1)
        column.addWidget(self.plot, 1)
        if theme.is_large():  # its words take most of what there is: it scrolls
            self.plot.setMinimumHeight(theme.scaled(_LEAST_PLOT))
        foot = QHBoxLayout()
        column.addLayout(foot)
        foot.addWidget(self.caption, 1)
        self.limits_button = QPushButton(say("Limits"), self)
        self.limits_button.setProperty("role", "quiet")
        hear_as(self.limits_button, "fold")
        self.limits_button.setToolTip(say("Where often and important start"))
        self.limits_button.toggled.connect(self._give_room)
        remember(self.limits_button, "limits")
        foot.addWidget(self.limits_button, 0, Qt.AlignmentFlag.AlignTop)
        self.limits = QWidget(self)
        column.addWidget(self.limits)
        self._limits = QGridLayout(self.limits)
        self._typed = QuickTyping(document)
        self._limits.setHorizontalSpacing(8)
        self._limits.setContentsMargins(0, 4, 0, 0)
        self._add_limit("frequency_cut", "frequency", say("Often from"))
        self._add_limit("importance_cut", "importance", say("Important from"))
        highlight.lit_changed.connect(self._caption)
        self.setFocusProxy(self.plot)

    def _scrolled(self) -> QVBoxLayout:
        """Return the column of the page, which scrolls where it is higher than the room."""
        area = SideScroll(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        return QVBoxLayout(area.inside)

    def _add_limit(self, name: str, scale: str, text: str) -> None:
        label = soft(self.limits, text)
        label.setWordWrap(False)
        box = QComboBox(self.limits)
        box.setFont(theme.font("label"))
        box.setMinimumWidth(1)
        box.setAccessibleName(field_label(name))
        box.setProperty("cut", name)
        for step in vocabulary().scales[scale].steps:
            if step.code:
                box.addItem(step.label(current_language()), step.code)
        box.activated.connect(self._choose_cut)
        label.setBuddy(box)
        self.cuts[name] = box
        self._labels.append(label)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two limits beside each other, or below where that is too narrow."""
        super().resizeEvent(event)
        beside = self.width() >= theme.scaled(390)
        for at, (label, box) in enumerate(zip(self._labels, self.cuts.values(), strict=True)):
            row, column = (0, 2 * at) if beside else (at, 0)
            self._limits.addWidget(label, row, column)
            self._limits.addWidget(box, row, column + 1)
        self._limits.setColumnStretch(1, 1)
        self._limits.setColumnStretch(3, int(beside))
        self._give_room()

    def _give_room(self) -> None:
        """Leave the plot the room of the two limits until their button brings them."""
        shown = self._seen is not None and self._seen.gaps.valid > 0
        self.limits_button.setVisible(shown)
        self.limits.setVisible(shown and self.limits_button.isChecked())

    def show_map(self, seen: Study, selected: tuple[str, ...]) -> None:
        """Show a map as it is now, and who is selected."""
        self._seen = seen
        network = seen.whole.network
        for name, box in self.cuts.items():
            box.setCurrentIndex(box.findData(getattr(network, name)))
            box.setEnabled(self._document.is_editable)
        nobody = not seen.gaps.valid
        self.empty.setVisible(nobody)
        self.plot.setVisible(not nobody)
        self.caption.setVisible(not nobody)
        self._give_room()
        if nobody:
            self.empty.setText(self._what_to_do(seen))
        else:
            self.plot.show_map(seen, selected)
        self._caption()

    def show_selected(self, selected: tuple[str, ...]) -> None:
        """Show the selection."""
        self.plot.select(selected)
        self._caption()
        if self.plot.hasFocus() and selected:
            announce(self.plot, self.caption.text())

    def _what_to_do(self, seen: Study) -> str:
        if not seen.whole.partners:
            return say(
                "Everyone you add appears here once you have said how often you have contact "
                "and how important it is."
            )
        if not seen.gaps.size:
            return say(
                "You have no contact yet with anyone here. People you are in contact with will "
                "appear here."
            )
        return say("Rate contact and importance first. You can do that with “Rate”.")

    def _caption(self) -> None:
        """Say in words who is pointed at or selected; else how to read the plot."""
        if self._seen is None:
            return
        selected = self._document.selection
        key = self._highlight.lit or (selected[-1] if len(selected) == 1 else "")
        row = self._seen.rows.get(key)
        own = say("Your pupils are not in the chart: contact with them is your work.")
        if row is not None:
            text = described(row)
            self.caption.setText(text if row in self._seen.compared else f"{text} {own}")
            return
        missing = self._seen.gaps.size - self._seen.gaps.valid
        text = say("■ in school, ● outside.")
        if missing:
            still = say("{n} not answered yet.", n=missing)
            text = f"{text} {still}"
        wished = len(self._seen.gaps.rows) - self._seen.gaps.size
        if wished:
            absent = say("Not in the chart: {n} without contact yet.")
            text = f"{text} {filled(absent, n=wished)}"
        if len(self._seen.compared) < len(self._seen.gaps.rows):
            text = f"{text} {own}"
        self.caption.setText(text)

    def _press(self, partner_id: str) -> None:
        self._document.select([partner_id])

    def _add(self, partner_id: str) -> None:
        selected = self._document.selection
        if partner_id in selected:
            self._document.select(key for key in selected if key != partner_id)
        else:
            self._document.select([*selected, partner_id])

    def _move_cut(self, name: str, value: Any) -> None:
        self._document.set_network(**{name: value})

    def _choose_cut(self) -> None:
        box = self.sender()
        assert isinstance(box, QComboBox)
        self._document.set_network(**{box.property("cut"): box.currentData()})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rate who is selected; Escape selects nobody."""
        if self._typed.read(event, quick=is_quick_rating(self._document, event)):
            return  # words, where there is nothing to find by them
        if event.key() == Qt.Key.Key_Escape and self._document.selection:
            self._document.select([])
        elif not rate_by_key(self._document, event):
            super().keyPressEvent(event)


class ListPage(QWidget):
    """The list of differences with its legend."""

    def __init__(
        self, document: Document, highlight: Highlight, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.list = Dumbbells(document, highlight, self)
        self.legend = Legend(self)
        self.few = soft(self, "")
        self.few.setContentsMargins(12, 4, 12, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.few)
        column.addWidget(self.legend)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    def show_map(self, seen: Study) -> None:
        """Show a map as it is now."""
        self.list.show_map(seen)
        enough = self.list.rows.rowCount() > 0 and any(r.gap is not None for r in seen.gaps.rows)
        self.legend.setVisible(enough)
        self.few.setText(self._about_few(seen))
        self.few.setVisible(not enough)

    def _about_few(self, seen: Study) -> str:
        if not seen.whole.partners:
            return say("There is no one on the map yet.")
        if not self.list.rows.rowCount():
            return say("No one matches this filter.")
        text = say(
            "{n} rated on contact and importance. Once there are {fewest}, you will see here "
            "where each stands in your own order."
        )
        return filled(text, n=seen.gaps.valid, fewest=FEWEST_RATED)


class TablePage(QWidget):
    """The table with all values, and whether it shows who knows whom."""

    def __init__(
        self, document: Document, highlight: Highlight, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.table = ValuesTable(document, highlight, self)
        self.structure = Box(say("Who knows whom"), self)
        self.structure.setMinimumHeight(24)
        self.structure.setToolTip(
            say("How many others each partner knows, and how much they link others")
        )
        self.structure.toggled.connect(self._show_structure)
        remember(self.structure, "structure")
        self._seen: Study | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 0, 0)  # its words about in line with the heading
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        column.addLayout(foot)
        foot.setContentsMargins(8, 4, 12, 8)
        foot.setSpacing(16)
        foot.addWidget(self.structure)
        copies = say("Press {key} to copy what is selected.", key=key_name("Ctrl+C"))
        foot.addWidget(soft(self, copies), 1)
        self.setFocusProxy(self.table)

    def show_map(self, seen: Study) -> None:
        """Show a map as it is now."""
        self._seen = seen
        self.structure.setVisible(seen.has_structure)
        self.table.show_map(seen)

    def show_positions(self) -> None:
        """Show how many each partner knows, the one who knows most on top."""
        self.structure.setChecked(True)
        if any(column.id == "degree" for column in self.table.rows.columns):
            self.table.sort_by("degree", Qt.SortOrder.DescendingOrder)
            self.table.scrollToTop()
            self.table.horizontalScrollBar().setValue(0)

    def _show_structure(self, shown: bool) -> None:
        self.table.structure = shown
        if self._seen is not None:
            self.table.show_map(self._seen)


def soft(parent: QWidget, text: str) -> QLabel:
    """Return a quiet line of words that wraps."""
    label = QLabel(text, parent)
    label.setProperty("role", "soft")
    label.setFont(theme.font("label"))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    return label
