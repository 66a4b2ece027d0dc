"""The library: all maps, with new, open, rename, duplicate, remove, and bring back."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.document import Document
from app.models.moments import in_order
from app.storage.content import Summary
from app.views.library.cards import MapCard, SeriesCard, row_of, title_of
from app.views.library.location import breakable
from app.views.widgets import theme
from app.words import filled, say


class MapsPage(QWidget):
    """A list of cards, the latest change on top; below it what was removed.

    The moments of one series are one card, which opens to them.
    """

    map_opened = Signal()
    map_made = Signal()
    """A new map was made; `map_opened` follows."""
    continued = Signal()
    """A next moment of a series was made, and is open."""
    compare_requested = Signal(str)
    """Two moments are to be compared; the id of the later one."""
    removed = Signal(str, str)
    """Id and title of a map that was just removed."""
    erased = Signal(str, object)
    """The title of a map that is gone for good, and the files that may still hold it."""
    example_requested = Signal()
    open_file_requested = Signal()
    move_requested = Signal()
    """The maps are to be kept elsewhere, or another library is to be opened."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._cards: list[MapCard] = []
        self._lines: list[SeriesCard] = []
        self._unfolded: set[str] = set()

        heading = QLabel(say("My maps"), self)
        heading.setFont(theme.font("heading"))
        new = QPushButton(say("New map"), self)
        new.setProperty("role", "primary")
        new.clicked.connect(self._new_map)
        example = QPushButton(say("See an example"), self)
        example.clicked.connect(self.example_requested)
        file = QPushButton(say("Open a file …"), self)
        file.clicked.connect(self.open_file_requested)
        self._new, self._file, self._example = new, file, example
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        top = row_of()
        column.addLayout(top)
        for widget in (heading, example, file, new):
            top.addWidget(widget, 1 if widget is heading else 0)
        self._held = QWidget(inside)
        self._list = QVBoxLayout(self._held)
        self._list.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._held)
        self._list.setSpacing(8)
        column.addStretch(1)
        self._add_place(column)
        inside.setMaximumWidth(theme.scaled(860))
        middle = QWidget(self)
        centred = QHBoxLayout(middle)
        centred.setContentsMargins(0, 0, 0, 0)
        centred.addStretch(1)
        centred.addWidget(inside, 100)
        centred.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setAccessibleName(say("My maps"))
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the cards in it have the keyboard
        scroll.setWidgetResizable(True)
        scroll.setWidget(middle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

        document.library_changed.connect(self.refresh)

    def _add_place(self, column: QVBoxLayout) -> None:
        """Say at the foot where the maps are, with what changes it."""
        row = row_of()
        column.addLayout(row)
        self.place = QLabel(self)
        self.place.setProperty("role", "soft")
        self.place.setWordWrap(True)
        text = say("Your maps are in {path}")
        self.place.setText(filled(text, path=breakable(self._document.library.path)))
        self.move_button = QPushButton(say("Change …"), self)
        self.move_button.setProperty("role", "quiet")
        self.move_button.setAccessibleName(say("Move my maps"))
        self.move_button.clicked.connect(self.move_requested)
        row.addWidget(self.place, 1)
        row.addWidget(self.move_button)

    def refresh(self) -> None:
        """Read the maps again."""
        if not self.isVisible():
            return
        self._fill()

    def showEvent(self, event: object) -> None:
        """Show the maps as they are now."""
        super().showEvent(event)  # type: ignore[arg-type]
        self._fill()

    def _fill(self) -> None:
        focused = self._focused_card()
        self._held.hide()  # each card that came in sight would lay out all others anew
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self._cards, self._lines = [], []
        summaries = self._document.summaries()
        writable = not self._document.library.read_only
        for button in (self._new, self._file, self._example):
            button.setEnabled(writable)
        series: dict[str, list[Summary]] = {}
        for summary in summaries:
            if summary.deleted is None:
                series.setdefault(summary.series, []).append(summary)
        for moments in series.values():
            if len(moments) == 1:
                self._list.addWidget(self._card(moments[0]))
            else:
                made = sorted(moments, key=lambda summary: summary.made)
                today = date.today()  # noqa: DTZ011
                self._add_series(in_order(made, lambda summary: summary.moment, today))
        if not self._cards:
            empty = QLabel(say("No maps yet. Start with a new one."), self)
            empty.setProperty("role", "soft")
            self._list.addWidget(empty)
        removed = [summary for summary in summaries if summary.deleted is not None]
        if removed:
            label = QLabel(say("Removed (kept for at least 30 days)"), self)
            label.setFont(theme.font("strong"))
            label.setContentsMargins(0, 16, 0, 0)
            self._list.addWidget(label)
            for summary in removed:
                self._list.addWidget(self._card(summary))
        self._held.show()
        for card in (*self._cards, *self._lines):
            card.show()  # now, and not with the next event: it may be given the keyboard at once
        if focused is not None:
            self._focus(focused)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the open map."""
        if event.key() == Qt.Key.Key_Escape and self._document.is_open:
            self.map_opened.emit()
        else:
            super().keyPressEvent(event)

    def _focused_card(self) -> str | None:
        """Return the id of the map or the series whose card has the keyboard, or None."""
        focused = QApplication.focusWidget()
        while focused is not None and not isinstance(focused, MapCard | SeriesCard):
            focused = focused.parentWidget()
        if isinstance(focused, SeriesCard):
            return focused.series
        return focused.network_id if focused is not None else None

    def _focus(self, key: str) -> None:
        """Put the keyboard back on a map or series, or on the first where that one is gone."""
        for card in (*self._cards, *self._lines):
            known = card.network_id if isinstance(card, MapCard) else card.series
            if known == key and card.isVisibleTo(self):
                card.setFocus()
                return
        self.focus_first()

    def _card(self, summary: Summary, series: str | None = None) -> MapCard:
        card = MapCard(self._document, summary, self, series=series)
        card.opened.connect(self._open)
        card.removed.connect(self._remove)
        card.duplicated.connect(self._duplicate)
        card.erase_requested.connect(self._erase)
        card.continued.connect(self.continued)
        if summary.deleted is None:
            self._cards.append(card)
        return card

    def _add_series(self, moments: list[Summary]) -> None:
        line = SeriesCard(
            self._document, moments, self, unfolded=moments[0].series in self._unfolded
        )
        line.unfolded.connect(self._remember_fold)
        line.compare_requested.connect(self.compare_requested)
        line.continued.connect(self.continued)
        for summary in moments:
            line.inside.addWidget(self._card(summary, title_of(moments[-1])))
        self._lines.append(line)
        self._list.addWidget(line)

    def _remember_fold(self, series: str, unfolded: bool) -> None:
        (self._unfolded.add if unfolded else self._unfolded.discard)(series)

    def focus_first(self) -> None:
        """Put the keyboard on the first map."""
        first = self._list.itemAt(0)
        card = first.widget() if first is not None else None
        if self._cards and card is not None:
            card.setFocus()
        else:
            self._new.setFocus()

    def _new_map(self) -> None:
        if self._document.new_map(say("My network")):
            self.map_made.emit()
            self.map_opened.emit()

    def _open(self, network_id: str) -> None:
        if self._document.open(network_id):
            self.map_opened.emit()

    def _remove(self, network_id: str, title: str) -> None:
        if self._document.remove_map(network_id):
            self.removed.emit(network_id, title)

    def _erase(self, network_id: str, title: str) -> None:
        """Ask once, as nothing takes this back, and remove a map for good."""
        box = QMessageBox(self)
        box.setWindowTitle("Kring")
        box.setTextFormat(Qt.TextFormat.PlainText)
        asked = say("Delete “{title}” permanently, also from the backups?")
        box.setText(filled(asked, title=title))
        box.setInformativeText(say("This cannot be undone. Files you made yourself stay."))
        erase = box.addButton(say("Delete permanently"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(say("Cancel"), QMessageBox.ButtonRole.RejectRole))
        box.exec()
        box.deleteLater()
        if box.clickedButton() is erase:
            left = self._document.erase_map(network_id)
            if left is not None:
                self.erased.emit(title, left)

    def _duplicate(self, network_id: str, title: str) -> None:
        # The copy belongs to the same series: it is shown in the line of that.
        self._unfolded |= {card.series for card in self._cards if card.network_id == network_id}
        copied = self._document.duplicate_map(network_id, say("{title} (copy)", title=title))
        for card in self._cards:
            if card.network_id == copied:
                card.rename()
