"""What the card of a map and the line of a series share."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.document import Document
from app.storage.content import Summary
from app.views.library.continue_panel import ContinuePanel
from app.views.library.thumbnail import Thumbnail
from app.views.widgets import theme
from app.views.widgets.one_stop import ACROSS
from app.words import joined


class Card(QFrame):
    """What both cards share: text at the left, buttons at the right, below it the next moment."""

    continued = Signal()
    came = Signal(object)
    """The keyboard came to this card, or to a button on it."""

    def __init__(self, document: Document, series: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.series = series
        self._document = document
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 12, 12)
        self._column.setSpacing(0)
        self._row = QHBoxLayout()
        self._column.addLayout(self._row)
        self._row.setSpacing(12)
        self._text = QVBoxLayout()
        self._row.addLayout(self._text, 1)
        self._text.setSpacing(4)
        self._text.addStretch(1)
        self._buttons = QHBoxLayout()
        if theme.text_scale() < 1.4:
            self._row.addLayout(self._buttons)
        else:  # the words need the room beside them
            self._column.addLayout(self._buttons)
            self._buttons.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._buttons.setSpacing(4)
        self.panel: ContinuePanel | None = None
        self.title = QLabel(self)
        self.title.setFont(theme.font("strong"))
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self._details = QLabel(self)
        self._details.setTextFormat(Qt.TextFormat.PlainText)
        self._details.setProperty("role", "soft")
        self._details.setWordWrap(True)
        self._parts: list[QWidget] = []
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # of all cards one is the stop of Tab

    def _add_part(self, part: QWidget) -> None:
        """Add a button that is reached from the card by the arrows."""
        part.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        part.installEventFilter(self)
        self._parts.append(part)
        self._buttons.addWidget(part)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard came."""
        super().focusInEvent(event)
        self.came.emit(self)

    def eventFilter(self, part: QObject, event: QEvent) -> bool:
        """Go from button to button; up and down go to another card, as from the card itself."""
        if event.type() == QEvent.Type.FocusIn:
            self.came.emit(self)
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key(event.key())
        if key in ACROSS and isinstance(part, QWidget):
            self._go(part, ACROSS[key])
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # it goes on to the card, and from there to the page
        else:
            return False
        return True

    def _go(self, part: QWidget, by: int) -> None:
        within = [self, *(one for one in self._parts if one.isEnabled())]
        to = within[min(max(within.index(part) + by, 0), len(within) - 1)]
        to.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the buttons of the card."""
        if event.key() == Qt.Key.Key_Right and self.hasFocus():
            self._go(self, 1)
        else:
            super().keyPressEvent(event)

    def _button(self, text: str, action: Callable[[], object], *, enabled: bool = True) -> None:
        button = QPushButton(text, self)
        button.setProperty("role", "quiet")
        button.setAccessibleName(joined((text.rstrip(" …"), self.title.text()), between=": "))
        button.setEnabled(enabled)
        button.clicked.connect(action)
        self._add_part(button)

    def _show_picture(self, summary: Summary) -> None:
        """Show the map in small before its title; with large letters the words need the room."""
        if theme.text_scale() < 1.4:
            self._row.insertWidget(0, Thumbnail(self._document, summary, self))

    def _continue_from(self, summary: Summary) -> None:
        """Open the questions about a next moment, or close them."""
        if self.panel is not None:
            self._close_next()
            return
        self.panel = ContinuePanel(self._document, summary, self)
        self.panel.made.connect(self.continued)
        self.panel.closed.connect(self._close_next)
        self._column.insertWidget(1 if theme.text_scale() < 1.4 else 2, self.panel)
        self.panel.label.setFocus()

    def _close_next(self) -> None:
        if self.panel is not None:
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None
            self.setFocus()
