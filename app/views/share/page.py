"""The page on which a map is made ready to leave: what for, what goes along, what is seen."""

from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.analysis.free_places import with_places
from app.document import Document
from app.exchange.kring_file import to_json
from app.exchange.names_in_text import still_named
from app.exchange.share import PRESETS, Selection, shared
from app.models.network import Map
from app.models.problem import Problem
from app.settings import Settings
from app.views.map.still_map import StillMap
from app.views.share import preview
from app.views.share.consent import ConsentBox
from app.views.share.parts import Parts
from app.views.share.programs import Programs
from app.views.share.purposes import about_a_back_up, closing, opening, purposes, warned_of
from app.views.share.text_table import SheetTable
from app.views.widgets import theme
from app.views.widgets.buttons import Choice
from app.views.widgets.dialogs import Scrolled
from app.views.widgets.fields import caption_font, soft_line
from app.views.widgets.keys import with_key
from app.views.widgets.save_dialog import ask_where
from app.views.widgets.saving import write_file
from app.views.widgets.segmented import Pages
from app.views.widgets.wrapping import AllLines
from app.words import current_language, filled, phrases, say

_PAGES: Final = ("drawing", "table")
_LOW: Final = 480
"""Within this height, in pixels at normal text, the sentence is said in smaller letters."""
_MOST_BELOW: Final = 190
"""Most height of what is in the file beside the partners, in pixels at normal text."""


class SharePage(QWidget):
    """Shows the very map that will be written, and writes it where the person says."""

    left = Signal()
    back_up_requested = Signal()
    saved = Signal(object)
    """A map for somebody else is in this file (a `Path`)."""
    failed = Signal(object)

    def __init__(
        self, document: Document, parent: QWidget | None = None, settings: Settings | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._settings = document, settings
        self._purpose = "exchange"
        self._selection: Selection = PRESETS[self._purpose]
        self._ready: Map | None = None
        self._build()
        document.opened.connect(self._open)
        document.changed.connect(self._follow)
        self._open()
        self._show_selection()

    # Building.

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(theme.GRID)
        top = QHBoxLayout()
        column.addLayout(top)  # filled only now: see docs/decisions/0008-qt.md
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        leave = QPushButton(say("To the map"), self)
        leave.setProperty("role", "quiet")
        leave.setToolTip(with_key(say("To the map"), "Esc"))
        leave.clicked.connect(self.left)
        top.addWidget(self.sentence, 1)
        top.addWidget(leave, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(
            soft_line(say("Kring does not send anything. You make a file and pass it on yourself."))
        )
        column.addSpacing(theme.GRID)
        row = QHBoxLayout()
        column.addLayout(row, 1)
        row.setSpacing(24)
        self._left = QFrame(self)
        self._left.setProperty("role", "left")
        row.addWidget(self._left)
        self._build_left(QVBoxLayout(self._left))
        right = QVBoxLayout()
        row.addLayout(right, 1)
        self._build_preview(right)

    def _build_left(self, column: QVBoxLayout) -> None:
        """Build what is chosen, and right below it, always in sight, what makes the file."""
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        choosing = self._choosing = Scrolled(self._left)
        column.addWidget(choosing)
        self._build_choices(choosing.column, choosing.inside)
        self.save = QPushButton(say("Make the file …"), self._left)
        self.save.setProperty("role", "primary")
        self.save.setMinimumHeight(theme.scaled(36))
        self.save.clicked.connect(self._choose_file)
        column.addWidget(self.save)
        column.addStretch(1)

    def _build_choices(self, column: QVBoxLayout, side: QWidget) -> None:
        column.setSpacing(16)
        self._build_purposes(column, side)
        self.programs = Programs(side)
        self.programs.failed.connect(self.failed)
        self.programs.switched.connect(self._show_closing)
        self.consent = ConsentBox(side, self._settings)
        self.consent.changed.connect(self._agree)
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._bring_consent)
        self.parts = Parts(side)
        self.parts.switched.connect(self._switch)
        self.parts.lasting_asked.connect(self._switch_lasting)
        self.ticks, self.lasting = self.parts.ticks, self.parts.lasting
        for widget in (self.programs, self.consent, self.parts):
            column.addWidget(widget)
        column.addStretch(1)

    def _build_purposes(self, column: QVBoxLayout, side: QWidget) -> None:
        listed = QVBoxLayout()
        column.addLayout(listed)
        listed.setSpacing(4)
        caption = QLabel(say("What for?"), side)
        caption.setFont(caption_font())
        caption.setProperty("role", "soft")
        listed.addWidget(caption)
        self.purposes = QButtonGroup(self)
        self._listed = purposes()
        for number, purpose in enumerate(self._listed):
            button = Choice(purpose.title, purpose.explained, side)
            self.purposes.addButton(button, number)
            listed.addWidget(button)
        self.purposes.button(0).setChecked(True)
        self.purposes.idClicked.connect(self._choose_purpose)

    def _build_preview(self, column: QVBoxLayout) -> None:
        column.setSpacing(theme.GRID)
        self.warned = AllLines(parent=self)
        self.warned.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self.warned)
        self.tabs = Pages({"drawing": say("Drawing"), "table": say("Table")}, self)
        self.tabs.chosen.connect(self.show_page)
        column.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft)
        self._pages = QStackedWidget(self)
        column.addWidget(self._pages, 1)
        for fill in (self._fill_drawing, self._fill_table):
            page = QWidget(self._pages)
            self._pages.addWidget(page)
            inside = QVBoxLayout(page)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(theme.GRID)
            fill(inside, page)
        self.closing = soft_line()
        column.addWidget(self.closing)

    def _fill_drawing(self, column: QVBoxLayout, page: QWidget) -> None:
        self.drawing = StillMap(page)
        self.drawing.setAccessibleName(say("What the other person will see"))
        column.addWidget(self.drawing, 1)
        self.unplaced = soft_line()
        column.addWidget(self.unplaced)

    def _fill_table(self, column: QVBoxLayout, page: QWidget) -> None:
        self.people = SheetTable(say("Partners as the other person will see them"), page)
        column.addWidget(self.people, 1)
        self.rest = SheetTable(say("What else is in the file"), page)
        column.addWidget(self.rest)

    # What there is to see.

    @property
    def ready(self) -> Map | None:
        """Return the very map that will be written; none without a map."""
        return self._ready

    @property
    def purpose(self) -> str:
        """Return the purpose of sharing: a key of `PRESETS`."""
        return self._purpose

    @property
    def place(self) -> Any:
        """Return the purpose, the ticks, the page and the fold, to restore them."""
        page = _PAGES[self._pages.currentIndex()]
        more = self.parts.more.isChecked()
        places = self.programs.place, self.consent.place
        return self._purpose, self._selection, page, places, more

    def go_on_at(self, place: Any) -> None:
        """Go on where a page that was built before this one stood."""
        purpose, selection, page, (programs, consent), more = place
        self.choose(purpose)
        self.programs.go_on_at(programs)
        self.consent.go_on_at(consent)
        self.parts.more.setChecked(more)
        self._selection = selection
        self._show_selection()
        self.show_page(page)

    def start(self) -> None:
        """Begin anew, with what the first purpose asks, and take the keyboard."""
        self.choose("exchange")
        self.parts.more.setChecked(False)
        self.show_page("drawing")
        self.purposes.button(0).setFocus()

    def choose(self, purpose: str) -> None:
        """Choose what for; what goes along is then what is usual for it."""
        self._purpose, self._selection = purpose, PRESETS[purpose]
        numbers = {listed.id: number for number, listed in enumerate(self._listed)}
        self.purposes.button(numbers[purpose]).setChecked(True)
        self._show_selection()

    def show_page(self, page: str) -> None:
        """Show the `drawing`, or the `table` of all that is in the file."""
        self._pages.setCurrentIndex(_PAGES.index(page))
        self.tabs.show_chosen(page)

    # Choosing.

    def _choose_purpose(self, number: int) -> None:
        self.choose(self._listed[number].id)

    def _switch(self, part: str, wanted: bool) -> None:
        self._selection = self._selection.switched(part, on=wanted)
        self._show_selection()
        self.show_page("table")  # not everything that can go along is in the drawing

    def _agree(self) -> None:
        self._show_closing()
        self._settled.start()

    def _bring_consent(self) -> None:
        """Bring all of the consent in sight: there stands a code to write down."""
        self._choosing.ensureWidgetVisible(self.consent)

    def _switch_lasting(self, wanted: bool) -> None:
        self._selection = self._selection.with_lasting(on=wanted)
        self._show_selection()

    # Showing.

    def _follow(self, before: object, after: object) -> None:
        self._show_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the preview the larger part, and what is chosen more than the sentence above it."""
        super().resizeEvent(event)
        is_low = self.height() < theme.scaled(_LOW)
        self.sentence.setFont(theme.font("heading" if is_low else "sentence"))
        self._left.setFixedWidth(min(theme.scaled(320), round(self.width() * 0.45)))

    def showEvent(self, event: QShowEvent) -> None:
        """Show the map as it is now."""
        super().showEvent(event)
        self._show_again()

    def _show_selection(self) -> None:
        selection = self._selection
        self.parts.setVisible(not selection.whole)
        self.consent.setVisible(self._purpose == "hand_in")
        self.programs.setVisible(self._purpose == "program")
        self._show_again()

    def _open(self) -> None:
        if self._document.is_open:
            self.consent.show_map(self._document.map.network.id)
        self._show_again()

    def _show_again(self) -> None:
        """Make the map anew and show it; only while somebody looks."""
        if not self.isVisible() or not self._document.is_open:
            self._ready = None
            return
        self.parts.show_selection(self._selection, self._document.map)
        self.programs.show_moments(len(self._document.moments()))
        self._ready = shared(self._document.map, self._selection, current_language())
        self._show_sentence(self._ready)
        self._show_closing()
        self._show_drawing(self._ready)
        self.people.show_sheet(preview.people(self._ready))
        sheet = preview.rest(self._ready)
        self.rest.show_sheet(sheet)
        self.rest.setVisible(bool(sheet.rows))
        self.rest.setFixedHeight(min(self.rest.whole_height(), theme.scaled(_MOST_BELOW)))

    def _show_sentence(self, ready: Map) -> None:
        hides = not self._selection.has("names")
        named = still_named(self._document.map, ready) if hides else {}
        self.warned.setText(warned_of(named) if named else "")
        self.warned.setVisible(bool(named))
        if not ready.partners:
            self.sentence.setText(say("There is no one on this map yet."))
            return
        purpose = self._listed[self.purposes.checkedId()]
        count = phrases.people_count(ready.partners)
        self.sentence.setText(opening(purpose, count, hides=hides, slips=bool(named)))

    def _show_closing(self) -> None:
        """Say what is in the file beside what is shown."""
        if self._selection.whole and self._document.is_open:
            several = len(self._document.moments()) > 1
            text = about_a_back_up(self._document.map.network, several=several)
        else:
            moments = self._purpose == "program" and self.programs.wants_all
            text = closing(agreed=self.consent.given() is not None, moments=moments)
        self.closing.setText(text)

    def _show_drawing(self, ready: Map) -> None:
        rated = any(partner.importance is not None for partner in ready.partners)
        lens, field = ("importance", "importance") if rated else ("free", "x")
        ready = with_places(ready)
        self.drawing.show_map(ready, lens)
        away = sum(getattr(partner, field) is None for partner in ready.partners)
        text = (
            say("Importance not answered, so not shown here: {n}. The table shows everyone.")
            if rated
            else say("No place yet, so not shown here: {n}. The table shows everyone.")
        )
        self.unplaced.setText(filled(text, n=away))
        self.unplaced.setVisible(away > 0)

    # Writing.

    def _choose_file(self) -> None:
        if self._selection.whole:
            self.back_up_requested.emit()
            return
        if self._purpose == "program":
            self.programs.write(self._for_program(), self.proposed_name)
            return
        title, kind = say("Save the file"), say("Kring maps (*.kring)")
        path = ask_where(self, title, self.proposed_name(self._ready), kind)
        if path is not None:
            self.save_to(path)

    def _for_program(self) -> list[Map]:
        """Return the maps to write: the one shown, with its other moments where asked for."""
        if self._ready is None or not self.programs.wants_all:
            return [] if self._ready is None else [self._ready]
        found = (self._document.map_of(moment.id) for moment in self._document.moments())
        return [shared(m, self._selection, current_language()) for m in found if m is not None]

    def proposed_name(self, ready: Map | None) -> str:
        """Return a name for the file of a map that says no more than what is in it."""
        moment = ready.network.moment if ready is not None else None
        return say("map") + (f"-{moment:%Y-%m}" if moment is not None else "")

    def save_to(self, path: Path) -> None:
        """Write what is shown to a file."""
        if self._ready is None:
            return
        try:
            write_file(path, to_json(self._ready, self.consent.given()))
        except Problem as problem:
            self.failed.emit(problem)
            return
        # Another file of this map must have no id in common with this one.
        self._show_again()
        self.saved.emit(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
