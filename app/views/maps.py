"""The library: all maps, with new, open, rename, duplicate, remove, and bring back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.document import Document
from app.models.library import Summary
from app.models.rules import NAME_LENGTH
from app.views import theme, words


class MapsPage(QWidget):
    """A list of cards, the latest change on top; below it what was removed."""

    map_opened = Signal()
    map_made = Signal()
    """A new map was made; `map_opened` follows."""
    removed = Signal(str, str)
    """Id and title of a map that was just removed."""
    example_requested = Signal()
    open_file_requested = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._cards: list[MapCard] = []

        heading = QLabel(self.tr("My maps"), self)
        heading.setFont(theme.font("heading"))
        new = QPushButton(self.tr("New map"), self)
        new.setProperty("role", "primary")
        new.clicked.connect(self._new_map)
        example = QPushButton(self.tr("Look at an example"), self)
        example.clicked.connect(self.example_requested)
        file = QPushButton(self.tr("Open a file …"), self)
        file.clicked.connect(self.open_file_requested)
        self._new, self._file, self._example = new, file, example
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        top = _row()
        column.addLayout(top)
        for widget in (heading, example, file, new):
            top.addWidget(widget, 1 if widget is heading else 0)
        self._list = QVBoxLayout()
        column.addLayout(self._list)
        self._list.setSpacing(8)
        column.addStretch(1)
        inside.setMaximumWidth(theme.scaled(860))
        middle = QWidget(self)
        centred = QHBoxLayout(middle)
        centred.setContentsMargins(0, 0, 0, 0)
        centred.addStretch(1)
        centred.addWidget(inside, 100)
        centred.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setAccessibleName(self.tr("My maps"))
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(middle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

        document.library_changed.connect(self.refresh)

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
        while (item := self._list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self._cards = []
        summaries = self._document.summaries()
        writable = not self._document.library.read_only
        for button in (self._new, self._file, self._example):
            button.setEnabled(writable)
        for summary in summaries:
            if summary.deleted is None:
                self._add_card(summary)
        if not self._cards:
            empty = QLabel(self.tr("No maps yet. Start with a new one."), self)
            empty.setProperty("role", "soft")
            self._list.addWidget(empty)
        removed = [summary for summary in summaries if summary.deleted is not None]
        if removed:
            label = QLabel(self.tr("Removed (kept for 30 days)"), self)
            label.setFont(theme.font("strong"))
            label.setContentsMargins(0, 16, 0, 0)
            self._list.addWidget(label)
            for summary in removed:
                self._add_card(summary)
        if focused is not None:
            self._focus(focused)

    def _focused_card(self) -> str | None:
        """Return the id of the map whose card has the keyboard, or None."""
        focused = QApplication.focusWidget()
        while focused is not None and not isinstance(focused, MapCard):
            focused = focused.parentWidget()
        return focused.network_id if focused is not None else None

    def _focus(self, network_id: str) -> None:
        """Put the keyboard back on a map, or on the first where that one is gone."""
        for card in self._cards:
            if card.network_id == network_id:
                card.setFocus()
                return
        self.focus_first()

    def _add_card(self, summary: Summary) -> None:
        card = MapCard(self._document, summary, self)
        card.opened.connect(self._open)
        card.removed.connect(self._remove)
        card.duplicated.connect(self._duplicate)
        self._list.addWidget(card)
        card.show()  # now, and not with the next event: it may be given the keyboard at once
        if summary.deleted is None:
            self._cards.append(card)

    def focus_first(self) -> None:
        """Put the keyboard on the first map."""
        if self._cards:
            self._cards[0].setFocus()
        else:
            self._new.setFocus()

    def _new_map(self) -> None:
        if self._document.new_map(self.tr("My ecology")):
            self.map_made.emit()
            self.map_opened.emit()

    def _open(self, network_id: str) -> None:
        if self._document.open(network_id):
            self.map_opened.emit()

    def _remove(self, network_id: str, title: str) -> None:
        if self._document.remove_map(network_id):
            self.removed.emit(network_id, title)

    def _duplicate(self, network_id: str, title: str) -> None:
        copied = self._document.duplicate_map(
            network_id, self.tr("{title} (copy)").replace("{title}", title)
        )
        for card in self._cards:
            if card.network_id == copied:
                card.rename()


class MapCard(QFrame):
    """One map: title, date, number of partners, and what can be done with it."""

    opened = Signal(str)
    removed = Signal(str, str)
    duplicated = Signal(str, str)

    def __init__(self, document: Document, summary: Summary, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._summary = summary
        self.network_id = summary.id
        self.setProperty("role", "card")
        gone = summary.deleted is not None
        self._title = QLabel(self._name(), self)
        self._title.setFont(theme.font("strong"))
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._edit = QLineEdit(self)
        self._edit.setMaxLength(NAME_LENGTH)
        self._edit.hide()
        self._edit.editingFinished.connect(self._rename_done)
        about = [
            words.shown_date(summary.moment),
            summary.moment_label,
            words.partner_count(summary.partners),
        ]
        if summary.example:
            about.insert(0, self.tr("Example"))
        if summary.finished:
            about.append(self.tr("finished"))
        details = QLabel(" · ".join(part for part in about if part), self)
        details.setTextFormat(Qt.TextFormat.PlainText)
        details.setProperty("role", "soft")
        row = _row(self)
        row.setContentsMargins(16, 12, 12, 12)
        row.setSpacing(4)
        text = QVBoxLayout()
        row.addLayout(text, 1)
        text.setSpacing(2)
        text.addWidget(self._title)
        text.addWidget(self._edit)
        text.addWidget(details)
        writable = not document.library.read_only
        if gone:
            self._button(row, self.tr("Bring back"), self._restore, enabled=writable)
        else:
            self._button(row, self.tr("Open"), self._open, enabled=True)
            self._button(row, self.tr("Rename"), self.rename, enabled=writable)
            self._button(row, self.tr("Duplicate"), self._duplicate, enabled=writable)
            self._button(row, self.tr("Remove"), self._remove, enabled=writable)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{self._name()}, {details.text()}")

    def _name(self) -> str:
        return self._summary.title or self.tr("Untitled map")

    def _button(self, row: QBoxLayout, text: str, action: object, *, enabled: bool) -> None:
        button = QPushButton(text, self)
        button.setProperty("role", "flat")
        button.setAccessibleName(f"{text}: {self._name()}")
        button.setEnabled(enabled)
        button.clicked.connect(action)
        row.addWidget(button)

    def rename(self) -> None:
        """Let the title be typed over."""
        if self._summary.deleted is not None or self._document.library.read_only:
            return
        self._edit.setText(self._summary.title)
        self._title.hide()
        self._edit.show()
        self._edit.setFocus()
        self._edit.selectAll()

    def _rename_done(self) -> None:
        if self._edit.isHidden():
            return
        typed = self._edit.text()
        self._edit.hide()
        self._title.show()
        if typed.strip() and typed != self._summary.title:
            self._document.rename_map(self.network_id, typed)

    def _open(self) -> None:
        self.opened.emit(self.network_id)

    def _restore(self) -> None:
        self._document.restore_map(self.network_id)

    def _remove(self) -> None:
        self.removed.emit(self.network_id, self._name())

    def _duplicate(self) -> None:
        self.duplicated.emit(self.network_id, self._name())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, F2 renames, Delete removes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hasFocus():
            self._open()
        elif event.key() == Qt.Key.Key_F2:
            self.rename()
        elif event.key() == Qt.Key.Key_Delete and self.hasFocus():
            if not self._document.library.read_only:
                self._remove()
        elif event.key() == Qt.Key.Key_Escape and self._edit.isVisible():
            self._edit.setText(self._summary.title)
            self._rename_done()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the map by a click anywhere on its card."""
        if event.button() != Qt.MouseButton.LeftButton or self._summary.deleted is not None:
            return
        if self.rect().contains(event.position().toPoint()):
            self._open()


def _row(parent: QWidget | None = None) -> QBoxLayout:
    """Return a row of buttons; with large text they stand below each other."""
    direction = QBoxLayout.Direction
    wide = theme.text_scale() < 1.4
    return QBoxLayout(direction.LeftToRight if wide else direction.TopToBottom, parent)
