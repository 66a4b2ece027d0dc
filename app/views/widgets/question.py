"""A window that asks one thing: a sentence, what may be typed, and what can be done."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.views.widgets import theme
from app.views.widgets.dialogs import Dialog, add_answers, fit_height
from app.views.widgets.wrapping import AllLines
from app.words import say

_WIDTH: Final = 440
"""Pixels of ordinary text: a sentence is read in two or three lines."""
_NARROW: Final = 320
"""The same where there is something to type: a name."""


class Question(Dialog):
    """Says what it is about and offers answers, by the one rule of all windows (`add_answers`)."""

    def __init__(
        self, parent: QWidget | None, text: str, more: str = "", *, title: str = "Kring"
    ) -> None:
        super().__init__(parent)
        if parent is None:
            theme.dress(self)
        self.setWindowTitle(title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 24, 24, 20)
        self._column.setSpacing(8)
        self._said = [self._say(text, "reading" if more else "text")]
        if more:
            self._said.append(self._say(more, "text"))
            self._said[1].setProperty("role", "soft")
        self._acts: list[QPushButton] = []
        self._destroys: QPushButton | None = None
        self._leaves = self._answer(say("Cancel"))
        self._field: QWidget | None = None
        self.pressed: QPushButton | None = None
        """The answer that was given; none where the window was left."""

    def text(self) -> str:
        """Return all of the text."""
        return " ".join(label.text() for label in self._said)

    def buttons(self) -> list[QPushButton]:
        """Return the answers, with the one that leaves all as it is last."""
        apart = [self._destroys] if self._destroys else []
        return [*self._acts, *apart, self._leaves]

    def act(self, text: str) -> QPushButton:
        """Offer to do something; what is offered first is what Enter does."""
        self._acts.append(self._answer(text))
        return self._acts[-1]

    def destroy_by(self, text: str) -> QPushButton:
        """Offer what nothing takes back."""
        self._destroys = self._answer(text)
        return self._destroys

    def leave_by(self, text: str) -> None:
        """Call it so to go without doing anything."""
        self._leaves.setText(text)

    def lay(self, field: QWidget) -> None:
        """Put something to type in under the sentence; it has the keyboard first."""
        self._said[0].setBuddy(field)
        field.setAccessibleName(self._said[0].text())
        field.setMinimumHeight(theme.scaled(36))
        self._column.addWidget(field)
        self._field = field

    def ask(self) -> QPushButton | None:
        """Show it until it is answered, and return the answer; leaving is none."""
        self._column.addSpacing(12)
        add_answers(self._column, self._leaves, *self._acts, destroys=self._destroys)
        self.setMinimumWidth(theme.scaled(_WIDTH if self._field is None else _NARROW))
        fit_height(self, max(self.minimumWidth(), self.sizeHint().width()))
        (self._field or (self._acts or [self._leaves])[0]).setFocus()
        self.exec()
        self.deleteLater()
        return self.pressed

    def _say(self, text: str, role: str) -> QLabel:
        said = AllLines(text, self)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setFont(theme.font(role))
        self._column.addWidget(said)
        return said

    def _answer(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(self._press)
        return button

    def _press(self) -> None:
        self.pressed = next((b for b in self.buttons() if b is self.sender()), None)
        if self.pressed is self._leaves:
            self.pressed = None
        self.done(QDialog.DialogCode.Rejected if self.pressed is None else 1)


def tell(parent: QWidget | None, text: str) -> None:
    """Say something that has to be read before all goes on."""
    box = Question(parent, text)
    box.leave_by(say("Close"))
    box.ask()


def ask_text(parent: QWidget, title: str, question: str, act: str, now: str = "") -> str | None:
    """Ask for a name or a code; None where that is left."""
    field = QLineEdit(now)
    field.selectAll()
    return field.text() if _is_given(parent, title, question, act, field) else None


def ask_number(parent: QWidget, title: str, question: str, act: str, now: int) -> int | None:
    """Ask for a number, none or very many; None where that is left."""
    field = QSpinBox()
    field.setRange(0, 100_000)
    field.setValue(now)
    field.selectAll()
    return field.value() if _is_given(parent, title, question, act, field) else None


def _is_given(parent: QWidget, title: str, question: str, act: str, field: QWidget) -> bool:
    box = Question(parent, question, title=title)
    box.lay(field)
    box.act(act)
    return box.ask() is not None
