"""The measures in everyday words, in three tiers; each with its definition behind one press."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.analysis import written_measures as written
from app.analysis.measures import DETAIL, all_measures, readings
from app.analysis.study import FEWEST_FOR_STRUCTURE, Study
from app.document import Document
from app.views.widgets import theme
from app.views.widgets.buttons import Heading, Tick
from app.views.widgets.heard_as import hear_as
from app.views.widgets.memory import remember
from app.views.widgets.one_stop import OneStop
from app.views.widgets.side_scroll import SideScroll
from app.words import joined, say, say_in
from app.words.measures import wording

if TYPE_CHECKING:
    from app.analysis.measures import Reading

_SETTINGS: Final = "setting_"


class Figure(QWidget):
    """One measure: what it says, its value, what it stands on, and its definition on request."""

    who_wanted = Signal(object)
    """The ids of the partners this measure counts are to be selected."""

    def __init__(self, *, is_part: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading: Reading | None = None
        self._people: Callable[[], Iterable[str]] = tuple
        """Whom it counts, looked up when they are wanted."""
        self._can_show = False
        column = QVBoxLayout(self)
        column.setContentsMargins(14 if is_part else 0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(4)
        self.text = _plain(self, "soft" if is_part else "")
        self.value = QPushButton(self)
        self.value.setProperty("role", "quiet")
        self.value.setProperty("lies", "end")
        self.value.setFont(theme.font("strong"))
        self.value.setMinimumSize(24, 24)  # a target, also with one digit
        self.value.clicked.connect(self._ask_who)
        self.more = QPushButton("?", self)
        self.more.setProperty("role", "quiet")
        hear_as(self.more, "fold")
        self.more.setFixedSize(theme.scaled(26), theme.scaled(26))
        self.more.setToolTip(say("What does this mean?"))
        self.more.toggled.connect(self._show_more)
        row.addWidget(self.text, 1)
        row.addWidget(self.value)
        row.addWidget(self.more)
        self.definition = _plain(self, "soft")
        self.definition.setFont(theme.font("label"))
        self.definition.setContentsMargins(0, 0, 32, 8)
        self.definition.hide()
        column.addWidget(self.definition)

    def show_reading(self, reading: "Reading", seen: Study) -> None:
        """Show the value of a measure, where it became another: after most edits few did."""
        self._people = partial(all_measures()[reading.id].people, seen)
        can_show = bool(reading.value) and any(self._people())
        if (reading, can_show) == (self._reading, self._can_show):
            return
        self._reading, self._can_show = reading, can_show
        said = wording(reading.id)
        self.text.setText(said.text)
        self.value.setText(written.shown(reading))
        self.value.setEnabled(can_show)
        self.value.setToolTip(say("Show who") if can_show else "")
        figure = joined((said.text, self.value.text()), between=": ")
        show = say("{what}. Show who", what=figure)
        self.value.setAccessibleName(show if can_show else figure)
        stands = written.stands_on(reading)
        self.definition.setText(f"{said.definition}\n{stands}" if stands else said.definition)
        asks = say("What does this mean: {what}", what=said.text)
        self.more.setAccessibleName(asks)

    def _ask_who(self) -> None:
        self.who_wanted.emit(tuple(self._people()))

    def _show_more(self, shown: bool) -> None:
        self.definition.setVisible(shown)


def _plain(parent: QWidget, role: str) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    if role:
        label.setProperty("role", role)
    return label


class FiguresPage(SideScroll):
    """Rows that stay where they are while the values change."""

    positions_wanted = Signal()
    """The list of who knows whom is wanted."""
    about_wanted = Signal(str)
    """The form of the map is wanted, at the field where the same tick stands."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.figures: dict[str, Figure] = {}
        self._seen: Study | None = None
        self._stop = OneStop((), self)
        self.setAccessibleName(say("Your network in numbers"))
        inside = self.inside
        self._headings = {
            1: self._heading(say("Who is on your map")),
            2: self._heading(say("Who knows whom")),
        }
        self.without = self._soft(say("Partners you have no contact with yet are not counted."))
        self.lines = self._soft("")
        self.drawn = Tick(
            say_in("FiguresPage", "I have drawn the links between my partners"), parent=inside
        )
        self.drawn.asked.connect(self._say_drawn)
        self.about = self._link(say("About this map"))
        self.about.clicked.connect(self._ask_about)
        self.positions = self._link(say("A list of who knows whom …"))
        self.positions.clicked.connect(self.positions_wanted)
        self.unfold = Heading(say("More detail"), inside)
        self.unfold.toggled.connect(self._unfold)
        remember(self.unfold, "figures more")
        self.advice = self._soft(
            say(
                "For anyone who wants the details. None of these has a target: higher is not "
                "better."
            )
        )
        self._columns = {tier: QVBoxLayout() for tier in (1, 2, 3)}
        self._lay_out(QVBoxLayout(inside))

    def _lay_out(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(16, 4, 16, 16)
        column.setSpacing(4)
        column.addWidget(self._headings[1])
        column.addWidget(self.without)
        column.addLayout(self._columns[1])
        column.addWidget(self._headings[2])
        column.addWidget(self.lines)
        column.addWidget(self.drawn)
        column.addWidget(self.about, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._columns[2])
        column.addWidget(self.positions)
        column.addWidget(self.unfold)
        column.addWidget(self.advice)
        column.addLayout(self._columns[3])
        column.addStretch(1)
        for rows in self._columns.values():
            rows.setSpacing(4)
        self.advice.hide()

    def _ask_about(self) -> None:
        self.about_wanted.emit("lines_drawn")

    def _link(self, text: str) -> QPushButton:
        link = QPushButton(text, self.widget())
        link.setProperty("role", "quiet")
        link.setProperty("lies", "start")
        link.setMinimumHeight(24)
        return link

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text, self.widget())
        label.setFont(theme.font("strong"))
        label.setContentsMargins(0, 8, 0, 4)
        return label

    def _soft(self, text: str) -> QLabel:
        label = QLabel(text, self.widget())
        label.setProperty("role", "soft")
        label.setFont(theme.font("label"))
        label.setWordWrap(True)
        label.setMinimumWidth(1)
        return label

    def figure(self, measure: str) -> Figure | None:
        """Return the row of a measure, or None where it is not shown."""
        return self.figures.get(measure)

    def show_map(self, seen: Study) -> None:
        """Show the measures of a map as it is now."""
        self._seen = seen
        last = DETAIL if self.unfold.isChecked() else DETAIL - 1
        found = readings(seen, last)  # what is folded away is not reckoned
        shown = [one for one in found if one.value is not None or one.tier == DETAIL]
        # Right under all partners: who they are.
        shown.sort(key=lambda r: (r.tier, r.id != "size", not r.id.startswith(_SETTINGS)))
        known = {reading.id for reading in shown}
        for measure in self.figures.keys() - known:
            figure = self.figures.pop(measure)
            figure.hide()
            figure.deleteLater()
        for reading in shown:
            figure = self.figures.get(reading.id) or self._new_figure(reading)
            figure.show_reading(reading, seen)
        # The figures are one stop of Tab, in the order in which they stand.
        rows = [self.figures[reading.id] for reading in shown]
        self._stop.take([button for one in rows for button in (one.value, one.more)])
        self.without.setVisible(len(seen.gaps.rows) > seen.gaps.size)
        self.lines.setText(self._about_lines(seen))
        self.lines.setVisible(bool(self.lines.text()))
        self.drawn.show_state(seen.whole.network.lines_drawn)
        self.drawn.setEnabled(self._document.is_editable)
        self.positions.setVisible(seen.has_structure)

    def _new_figure(self, reading: "Reading") -> Figure:
        figure = Figure(is_part=reading.id.startswith(_SETTINGS), parent=self.widget())
        figure.who_wanted.connect(self._document.select)
        self.figures[reading.id] = figure
        self._columns[reading.tier].addWidget(figure)
        remember(figure.more, f"figure {reading.id}")
        figure.show()
        return figure

    def _about_lines(self, seen: Study) -> str:
        if not seen.whole.network.lines_drawn:
            return say(
                "Tick this once you have drawn the links between your partners. You will then "
                "see who knows whom here."
            )
        if not seen.has_structure:
            return say("This needs at least {n} partners.", n=FEWEST_FOR_STRUCTURE)
        return ""

    def _say_drawn(self, drawn: bool) -> None:
        self._document.set_network(lines_drawn=drawn)

    def _unfold(self, shown: bool) -> None:
        self.advice.setVisible(shown)
        if self._seen is not None:
            self.show_map(self._seen)
