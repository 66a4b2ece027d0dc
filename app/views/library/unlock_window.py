"""The window that asks for the password before there is a map, and the field all passwords have."""

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app import errors
from app.background import Task
from app.models.problem import Problem
from app.views.widgets import theme
from app.views.widgets.dialogs import Dialog, add_answers, fit_height
from app.views.widgets.speech import announce
from app.views.widgets.texts import paragraph
from app.words import say

WIDTH: Final = 440


class PasswordFields:
    """Fields for passwords with one tick that shows what is typed in all of them."""

    def __init__(self, column: QVBoxLayout, parent: QWidget, *names: str) -> None:
        self.fields: list[QLineEdit] = []
        for name in names:
            label = paragraph(parent, name, "strong")
            field = QLineEdit(parent)
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setMinimumHeight(theme.scaled(36))
            field.setAccessibleName(name)
            label.setBuddy(field)
            column.addSpacing(theme.GRID)
            column.addWidget(label)
            column.addWidget(field)
            self.fields.append(field)
        self.show = QCheckBox(say("Show what I type"), parent)
        self.show.toggled.connect(self._show)
        column.addWidget(self.show)

    def clear(self) -> None:
        """Let nothing of what was typed stay."""
        for field in self.fields:
            field.clear()

    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for field in self.fields:
            field.setEchoMode(mode)


class FaultLine(QWidget):
    """A line for what did not work, which a screen reader says as well."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.label = paragraph(self)
        column.addWidget(self.label)
        self.hide()

    def tell(self, text: str) -> None:
        """Say this from now on; nothing takes no room."""
        self.label.setText(text)
        self.setVisible(bool(text))
        self.updateGeometry()  # else what it stands in takes it for as high as before
        if text:
            announce(self, text)


class Unlock(Dialog):
    """Asks for the password, or in the same field for the recovery code; changes no file."""

    def __init__(self, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._path = path
        self._way: str | None = None
        self.setWindowTitle("Kring")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 20)
        column.setSpacing(theme.GRID)
        column.addWidget(paragraph(self, say("Welcome back. Your maps are locked."), "reading"))
        about = say("Forgotten your password? Type the recovery code from your paper instead.")
        self._fields = PasswordFields(column, self, say("Password"))
        (self.field,) = self._fields.fields
        self.field.setAccessibleDescription(about)
        column.addWidget(paragraph(self, about, soft=True))
        self.told = FaultLine(self)
        column.addWidget(self.told)
        column.addSpacing(theme.GRID)
        quits = QPushButton(say("Quit"), self)
        quits.clicked.connect(self.reject)
        self.open_button = QPushButton(say("Open my maps"), self)
        self.open_button.clicked.connect(self._try)
        add_answers(column, quits, self.open_button)
        self.setMinimumWidth(theme.scaled(WIDTH))
        fit_height(self, self.minimumWidth())
        self.task = Task(self)
        self.task.done.connect(self._open)
        self.task.failed.connect(self._fail)
        self.field.setFocus()

    def ask(self) -> str | None:
        """Return by which way the maps were opened (`PASSWORD`, `CODE`), or None to leave."""
        self.exec()
        self._fields.clear()
        self.deleteLater()
        return self._way

    def done(self, result: int) -> None:
        """Close, but not while a password is tried."""
        self.task.wait()
        super().done(result)

    def _try(self) -> None:
        from app.storage import sealed_library

        if not self.field.text():
            self._tell(say("Type your password first."))
            return
        self._rest(busy=True)
        self._tell(say("One moment …"))
        self.task.start(sealed_library.unlock, self._path, self.field.text())

    def _open(self, way: str) -> None:
        self._way = way
        self.accept()

    def _fail(self, error: BaseException) -> None:
        self._rest(busy=False)
        if not isinstance(error, Problem):
            raise error
        self._tell(errors.sentence(error))
        self.field.selectAll()
        self.field.setFocus()

    def _tell(self, text: str) -> None:
        """Say what did not work, or what is being done, with room for it."""
        self.told.tell(text)
        fit_height(self, self.width())

    def _rest(self, *, busy: bool) -> None:
        self.field.setEnabled(not busy)
        self.open_button.setEnabled(not busy)
