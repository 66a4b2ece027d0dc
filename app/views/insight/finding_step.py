"""Where somebody writes on a finding's card what they will do next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.views.widgets import drafts
from app.views.widgets.new_text import NewText
from app.words import say


class NextStep(QWidget):
    """A field, and a button that keeps what stands in it; hidden at first."""

    kept = Signal(str)
    """What is intended."""
    left = Signal()
    """It was put away, and had the keyboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = NewText()
        self.field.setPlaceholderText(say("What will you do next?"))
        self.field.finished.connect(self.keep_draft)
        self.field.edited.connect(self._allow_keeping)
        self.keep_button = QPushButton(say("Save"), self)
        self.keep_button.clicked.connect(self.keep_draft)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.keep_button, 0, Qt.AlignmentFlag.AlignBottom)
        self._allow_keeping("")
        self.hide()
        drafts.watch(self)

    def open_or_close(self) -> None:
        """Show the field, with the keyboard in it; or put it away as it is."""
        opens = self.isHidden()
        self.setVisible(opens)
        if opens:
            self.field.setFocus()

    def draft(self) -> str:
        """Return what stands there and is not kept yet."""
        return "" if self.isHidden() else self.field.text().strip()

    def keep_draft(self) -> None:
        """Have it kept, where there is something."""
        if text := self.field.text().strip():
            self.put_away()
            self.kept.emit(text)

    def take_back(self, text: str) -> None:
        """Show again what could not be kept."""
        self.field.setPlainText(text)
        self.show()

    def put_away(self) -> None:
        """Hide it, with nothing in it."""
        had_focus = self.field.hasFocus() or self.keep_button.hasFocus()
        self.field.clear()
        self.hide()
        if had_focus:
            self.left.emit()

    def _allow_keeping(self, text: str) -> None:
        self.keep_button.setEnabled(bool(text.strip()))
