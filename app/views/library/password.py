"""Setting a password on the maps, changing it, and the recovery code on paper."""

from collections.abc import Callable
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app import errors
from app.background import Task
from app.models.problem import Problem
from app.storage import keys, sealed_library
from app.storage.keys import CODE, PASSWORD
from app.views.library.unlock_window import WIDTH, FaultLine, PasswordFields
from app.views.widgets import theme
from app.views.widgets.dialogs import Dialog, add_answers, fit_on_screen
from app.views.widgets.texts import paragraph
from app.words import filled, joined, say

if TYPE_CHECKING:
    from app.storage.library import Library

SHORTEST: Final = 8
"""Signs in a password at least: who finds a stick has all the time to guess."""

_TYPED_OVER: Final = 9
"""How much of the end of the code is typed over: two groups and the line between them."""


class PasswordDialog(Dialog):
    """One page after another, and at the end something that takes a while."""

    def __init__(self, title: str, last: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._last = last
        self.at = 0
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(24, 24, 24, 20)
        self._outer.setSpacing(theme.GRID)
        self.pages = QWidget(self)
        self._inside = QVBoxLayout(self.pages)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._made: list[QWidget] = []
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.pages)
        self._outer.addWidget(scroll, 1)
        self.told = FaultLine(self)
        self._outer.addWidget(self.told)
        self._outer.addSpacing(theme.GRID)
        self.cancel = QPushButton(say("Cancel"), self)
        self.cancel.clicked.connect(self.reject)
        self.next_button = QPushButton(say("Next"), self)
        self.next_button.clicked.connect(self._go_on)
        add_answers(self._outer, self.cancel, self.next_button)
        self.task = Task(self)
        self.task.done.connect(self._end)
        self.task.failed.connect(self._fail)
        self._leaves: list[Callable[[], None]] = []
        self._focus: list[QLineEdit] = []
        self.result_of_work: object = None

    def add_page(self, leave: Callable[[], None]) -> tuple[QWidget, QVBoxLayout]:
        """Return a new page; `leave` is called to go on from it."""
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        self._inside.addWidget(page)
        self._made.append(page)
        page.hide()
        self._leaves.append(leave)
        return page, column

    def end_page(self, column: QVBoxLayout, focus: QLineEdit) -> None:
        """Say that a page is made, and what has the keyboard on it."""
        column.addStretch(1)
        page = self._made[-1]
        words = page.findChildren(QLabel)
        said = (one.text() for one in words if one.wordWrap() and one.buddy() is None)
        focus.setAccessibleDescription(joined(said, between=" "))  # what stands above is heard too
        self._focus.append(focus)

    def turn_to(self, number: int) -> None:
        """Show a page."""
        self.told.tell("")
        self.at = number
        self._made[number].show()
        self._focus[number].setFocus()  # before what had it goes: it would go past Cancel
        for other in range(len(self._made)):
            self._made[other].setVisible(other == number)
        is_last = number + 1 == len(self._made)
        self.next_button.setText(self._last if is_last else say("Next"))
        self._fit()

    def tell(self, text: str) -> None:
        """Say what did not work, or what is being done, with room for it."""
        self.told.tell(text)
        self._fit()

    def ask_again(self, text: str, field: QLineEdit) -> None:
        """Say what did not work, and let what was typed be typed over."""
        self.tell(text)
        field.selectAll()
        field.setFocus()

    def _fit(self) -> None:
        """Take the height of the page that is shown; it scrolls where the screen is lower."""
        width = theme.scaled(WIDTH)
        around = self._outer.contentsMargins()
        within = width - around.left() - around.right()
        parts = [self._inside.totalHeightForWidth(within), self.next_button.sizeHint().height()]
        if self.told.label.text():
            parts.append(self.told.label.heightForWidth(within))
        between = self._outer.spacing() * len(parts) + theme.GRID
        height = sum(parts) + between + around.top() + around.bottom()
        fit_on_screen(self, QSize(width, height))

    def work(self, function: Callable[..., object], *arguments: object) -> None:
        """Do the work of these steps, and close when it is done."""
        self.tell(say("One moment …"))
        self._allow(allowed=False)
        self.task.start(function, *arguments)

    def done(self, result: int) -> None:
        """Close, but not before what was begun is done."""
        self.task.wait()
        super().done(result)

    def _go_on(self) -> None:
        self._leaves[self.at]()

    def _allow(self, *, allowed: bool) -> None:
        for widget in (self.pages, self.cancel, self.next_button):
            widget.setEnabled(allowed)

    def _end(self, result: object) -> None:
        self.result_of_work = result
        self.accept()

    def _fail(self, error: BaseException) -> None:
        self._allow(allowed=True)
        if not isinstance(error, Problem):
            raise error
        self.ask_again(errors.sentence(error), self._focus[self.at])


class SetPassword(PasswordDialog):
    """Asks for a new password, and shows a new recovery code once and has its end repeated.

    Either or both, as asked; `knows` says whether who is there has to show first that they know
    the password of now.
    """

    def __init__(
        self,
        library: "Library",
        parent: QWidget,
        *,
        password: bool = True,
        code: bool = True,
        knows: bool = True,
    ) -> None:
        title = say("A password for my maps") if password else say("A new recovery code")
        last = say("Set the password") if password else say("Use this code from now on")
        super().__init__(title, last, parent)
        self._library = library
        self._asks_code = code
        self._known: PasswordFields | None = None
        self._new: PasswordFields | None = None
        self.code = keys.new_code() if code else ""
        is_set = library.is_protected()
        if is_set and knows:
            self._build_current()
        if password:
            self._build_password(is_set=is_set)
        if code:
            self._build_code()
        self.turn_to(0)

    def ask(self) -> tuple[Path, ...] | None:
        """Return the copies that are not as safe, or None where nothing was changed."""
        said = self.exec()
        for fields in (self._known, self._new):
            if fields is not None:
                fields.clear()
        self.deleteLater()
        if said != QDialog.DialogCode.Accepted:
            return None
        assert isinstance(self.result_of_work, tuple)
        return self.result_of_work

    def _build_current(self) -> None:
        page, column = self.add_page(self._check_current)
        about = say("First type the password you have now, or your recovery code.")
        column.addWidget(paragraph(page, about, "reading"))
        self._known = PasswordFields(column, page, say("Password"))
        self.end_page(column, self._known.fields[0])

    def _check_current(self) -> None:
        assert self._known is not None
        field = self._known.fields[0]
        try:
            sealed_library.unlock(self._library.path, field.text())
        except Problem as problem:
            self.ask_again(errors.sentence(problem), field)
        else:
            self.turn_to(self.at + 1)

    def _build_password(self, *, is_set: bool) -> None:
        page, column = self.add_page(self._check_password)
        about = (
            say("Choose a new password.")
            if is_set
            else say("Only someone who knows the password can open your maps.")
        )
        column.addWidget(paragraph(page, about, "reading"))
        more = say(
            "Backups get it too. Files you made yourself, such as reports and .kring files, do "
            "not. Three or four words in a row make a good password."
        )
        column.addWidget(paragraph(page, more, soft=True))
        self._new = PasswordFields(column, page, say("New password"), say("Once more"))
        self.end_page(column, self._new.fields[0])

    def _check_password(self) -> None:
        assert self._new is not None
        first, again = self._new.fields
        if len(first.text()) < SHORTEST:
            short = say("Make the password at least {n} characters long.", n=SHORTEST)
            self.ask_again(short, first)
        elif first.text() != again.text():
            self.ask_again(say("The two are not the same. Type the password again."), again)
        elif self._asks_code:
            self.turn_to(self.at + 1)
        else:
            self.work(self._library.change_secret, PASSWORD, first.text())

    def _build_code(self) -> None:
        page, column = self.add_page(self._check_code)
        about = say("This is your recovery code. It opens your maps if you forget the password.")
        column.addWidget(paragraph(page, about, "reading"))
        more = say(
            "It is shown only now. Print it or write it down, and keep it away from this computer. "
            "Without password and code no one can open your maps, not even the makers of Kring."
        )
        column.addWidget(paragraph(page, more, soft=True))
        shown = QLineEdit(self.code, page)
        shown.setReadOnly(True)
        shown.setAccessibleName(say("Recovery code"))
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        letters = theme.font("text")
        letters.setFamily(fixed.family())
        shown.setFont(letters)
        shown.setMinimumHeight(theme.scaled(36))
        shown.setMinimumWidth(shown.fontMetrics().horizontalAdvance(self.code) + theme.scaled(24))
        column.addSpacing(theme.GRID)
        column.addWidget(shown)
        row = QHBoxLayout()
        column.addLayout(row)
        for text, act in ((say("Copy"), self._copy), (say("Print …"), self._print)):
            button = QPushButton(text, page)
            button.setAutoDefault(False)
            button.setMinimumHeight(theme.scaled(32))
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        asked = say("Type the last two groups from your paper")
        label = paragraph(page, asked, "strong")
        self.typed_over = QLineEdit(page)
        self.typed_over.setAccessibleName(asked)
        self.typed_over.setMinimumHeight(theme.scaled(36))
        label.setBuddy(self.typed_over)
        column.addSpacing(theme.GRID)
        column.addWidget(label)
        column.addWidget(self.typed_over)
        self.end_page(column, shown)

    def _check_code(self) -> None:
        typed = self.typed_over.text()
        whole = keys.read_code(self.code[:-_TYPED_OVER] + typed) or keys.read_code(typed)
        if whole != self.code:
            self.ask_again(say("That is not how the code ends. Check it again."), self.typed_over)
        elif self._new is None:
            self.work(self._library.change_secret, CODE, self.code)
        else:
            self.work(self._library.protect, self._new.fields[0].text(), self.code)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.code)
        self.tell(say("Copied. Keep it somewhere safe: anyone who has it can open your maps."))

    def _print(self) -> None:
        from app.views.paper.dialog import PaperDialog
        from app.views.reflect.card_on_paper import TextSheets

        PaperDialog(TextSheets(on_paper(self.code), say("Recovery code")), self).exec()


def on_paper(code: str) -> str:
    """Return the page with the recovery code, which does not say what it opens for whom."""
    title = say("Recovery code")
    about = say(
        "This code opens the maps in Kring if the password is forgotten. Keep this paper away "
        "from the computer and the USB stick."
    )
    how = say("Type it in Kring where it asks for the password.")
    return (
        f"<h1>{escape(title)}</h1><p>{escape(about)}</p>"
        f"<p style='font-size: 18pt; font-family: monospace'>{escape(code)}</p>"
        f"<p>{escape(how)}</p>"
    )


class RemovePassword(PasswordDialog):
    """Takes the password away, from who knows it."""

    def __init__(self, library: "Library", parent: QWidget) -> None:
        super().__init__(say("Remove the password"), say("Remove the password"), parent)
        self._library = library
        page, column = self.add_page(self._check)
        about = say(
            "Without a password, anyone who can use this computer or USB stick can read your maps."
        )
        column.addWidget(paragraph(page, about, "reading"))
        self._known = PasswordFields(column, page, say("Password"))
        self.end_page(column, self._known.fields[0])
        self.turn_to(0)

    def ask(self) -> tuple[Path, ...] | None:
        """Return the copies that still have the password, or None where nothing was changed."""
        said = self.exec()
        self._known.clear()
        self.deleteLater()
        if said != QDialog.DialogCode.Accepted:
            return None
        assert isinstance(self.result_of_work, tuple)
        return self.result_of_work

    def _check(self) -> None:
        self.work(partial(_removed, self._library, self._known.fields[0].text()))


def _removed(library: "Library", secret: str) -> tuple[Path, ...]:
    sealed_library.unlock(library.path, secret)
    return library.unprotect()


def told(done: str, left: tuple[Path, ...] | None) -> str:
    """Return the sentence on what was done about the password; "" where nothing was."""
    if left is None:
        return ""
    text = {
        "set": say("Your maps have a password now. Kring asks for it each time it starts."),
        "changed": say("Your password has been changed. From now on Kring asks for the new one."),
        "code": say("You have a new recovery code. Throw the old paper away."),
        "removed": say("Your maps no longer have a password."),
    }[done]
    if left:
        more = say("These copies could not be updated: {files}.")
        text += " " + filled(more, files=joined(file.name for file in left))
    return text
