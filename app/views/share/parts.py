"""What goes along in the file: a short list, with what is never usual folded away below it."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.exchange.share import PARTS, PRESETS, Selection, parts_in
from app.models.network import Map
from app.views.share.purposes import part_label
from app.views.widgets import theme
from app.views.widgets.buttons import Heading, Tick, below_words
from app.views.widgets.fields import caption_font, soft_line
from app.words import joined, say

USUAL: Final = frozenset().union(*(selection.parts for selection in PRESETS.values()))
"""What goes along for one purpose or another, as long as nobody says otherwise."""


class Parts(QWidget):
    """A box to tick for each kind of information, and one for the hidden code."""

    switched = Signal(str, bool)
    """A kind of information is wanted in the file, or not."""
    lasting_asked = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.scaled(4))
        caption = QLabel(say("What is included?"), self)
        caption.setFont(caption_font())
        caption.setProperty("role", "soft")
        self._always = soft_line()
        # Whoever walks by Tab comes by what was made first.
        self.ticks: dict[str, Tick] = {}
        usual = [self._tick(part, self) for part in PARTS if part in USUAL]
        self.more = Heading("", self)
        self._folded = QWidget(self)
        self._folded.hide()
        self.more.toggled.connect(self._folded.setVisible)
        inside = QVBoxLayout(self._folded)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        ticks = QVBoxLayout()
        column.addWidget(caption)
        column.addWidget(self._always)
        column.addLayout(ticks)  # filled only now: see docs/decisions/0008-qt.md
        column.addWidget(self.more)
        column.addWidget(self._folded)
        ticks.setSpacing(0)
        for tick in usual:
            ticks.addWidget(tick)
        for part in PARTS:
            if part not in USUAL:
                inside.addWidget(self._tick(part, self._folded))
        self._build_lasting(inside)

    def _tick(self, part: str, parent: QWidget) -> Tick:
        tick = self.ticks[part] = Tick(part_label(part), parent=parent)
        tick.setProperty("part", part)
        tick.asked.connect(self._switch)
        return tick

    def _build_lasting(self, inside: QVBoxLayout) -> None:
        inside.addSpacing(theme.GRID)
        self.lasting = Tick(say("Use the same hidden code each time"), parent=self._folded)
        self.lasting.asked.connect(self.lasting_asked)
        explained = soft_line(
            say("Anyone who has both files can then compare my start and end maps.")
        )
        below_words(explained)
        self.lasting.setAccessibleDescription(explained.text())
        inside.addWidget(self.lasting)
        inside.addWidget(explained)

    def show_selection(self, selection: Selection, whole: Map) -> None:
        """Show what goes along of what a map has; the fold says how much is out of sight."""
        there = parts_in(whole)
        for part, tick in self.ticks.items():
            tick.show_state(selection.has(part))
            tick.setVisible(part in there)
        self.lasting.show_state(selection.lasting)
        self._always.setText(" ".join(_explained(selection, whole, there)))
        self.more.setVisible(bool(whole.partners or there - USUAL))
        self._folded.setVisible(self.more.isVisibleTo(self) and self.more.isChecked())
        on = len(there & selection.parts - USUAL) + selection.lasting
        counted = say("{n} on", n=on) if on else ""
        title = say("More: names, own texts …")
        self.more.setText(joined((part for part in (title, counted) if part), between=" · "))

    def _switch(self, wanted: bool) -> None:
        self.switched.emit(self.sender().property("part"), wanted)


def _explained(selection: Selection, whole: Map, there: frozenset[str]) -> Iterator[str]:
    """Yield what goes along whatever is ticked, and why there is no more to tick."""
    if not there:
        yield say("There is no one on the map yet, so there is nothing to choose.")
        return
    if whole.partners:
        yield say("Type and area are always included.")
        if not selection.has("names"):
            yield say("Partners appear as “parents 1”, “parents 2”.")
    if there != frozenset(PARTS):
        yield say("You choose from what is on this map.")
