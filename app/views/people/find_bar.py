"""A bar in which a partner is looked for: who is found is selected, and so is seen everywhere."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from app.document import Document
from app.models.network import Partner, rules_of
from app.models.search import found
from app.views.widgets import theme
from app.views.widgets.icons import shown_icon
from app.views.widgets.memory import memory_of
from app.views.widgets.search_line import SearchLine
from app.views.widgets.speech import announce
from app.words import fields, filled, joined, phrases, say


class FindBar(QFrame):
    """Looks among names, types and areas.

    Enter goes on, Shift+Enter back, F2 renames who is found, Esc closes.
    """

    reached = Signal(str)
    """This partner was found, and is selected; somebody may bring them in sight."""
    rename_requested = Signal()
    closed = Signal()

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "offer")
        self._document = document
        self._found: list[str] = []
        self._at = 0
        self._said = ""
        hint = say("Find a partner: name, type or area")
        self.field = SearchLine(hint, say("Find a partner"), self)
        self.field.textEdited.connect(self._look)
        self.counted = QLabel(self)
        self.counted.setProperty("role", "soft")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        self.field.setMaximumWidth(theme.scaled(440))
        row.addWidget(self.field, 2)
        row.addWidget(self.counted, 1)
        self.back_button = self._button("left", say("Previous"))
        self.on_button = self._button("right", say("Next"))
        self.close_button = self._button("close", say("Close"))
        for button, does in (
            (self.back_button, self._go_back),
            (self.on_button, self._go_on),
            (self.close_button, self.close_bar),
        ):
            button.clicked.connect(does)
            row.addWidget(button)
        self._tell()
        self.hide()

    def _button(self, icon: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(shown_icon(icon))
        button.setIconSize(QSize(theme.scaled(14), theme.scaled(14)))
        button.setProperty("role", "quiet")
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setMinimumHeight(theme.scaled(28))
        return button

    def begin(self) -> None:
        """Take the keyboard; what was looked for before can be typed over."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._said = ""
        self._look(self.field.text())

    def come_back(self, typed: str) -> None:
        """Stand on a page built anew where it stood: the keyboard and who is selected stay."""
        self.field.setText(typed)
        self._seek(typed)
        chosen = self._document.selection
        self._at = next((at for at, key in enumerate(self._found) if key in chosen), 0)
        self._tell()
        self.show()

    def showEvent(self, event: QShowEvent) -> None:
        """Note that it is there, and what is looked for."""
        super().showEvent(event)
        self._keep(self.field.text())

    def hideEvent(self, event: QHideEvent) -> None:
        """Note that it is gone."""
        super().hideEvent(event)
        self._keep(None)

    def _keep(self, typed: str | None) -> None:
        memory_of(self).keep("find", typed, of_map=True)

    def close_bar(self) -> None:
        """Close; who was found stays selected."""
        self.hide()
        self.closed.emit()

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of the partners found, the likeliest first."""
        return tuple(self._found)

    def _look(self, typed: str) -> None:
        self._keep(typed)
        self._seek(typed)
        self._reach()

    def _seek(self, typed: str) -> None:
        people = self._document.map.partners if self._document.is_open else ()
        self._found = found(typed, ((partner.id, _texts(partner)) for partner in people))
        self._at = 0

    def _go_on(self) -> None:
        self._step(1)

    def _go_back(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        here = [key for key in self._found if self._document.map.partner(key) is not None]
        if here:
            self._found, self._at = here, (self._at + by) % len(here)
        self._reach()

    def _reach(self) -> None:
        self._tell()
        if not self._found:
            return
        key = self._found[self._at]
        self._document.select([key])
        self.reached.emit(key)

    def _tell(self) -> None:
        for button in (self.back_button, self.on_button):
            button.setEnabled(len(self._found) > 1)
        if not self._found:
            self.counted.setText(say("No one found") if self.field.text().strip() else "")
            self._say(self.counted.text())
            return
        text = say("{n} of {total}", n=self._at + 1)
        self.counted.setText(filled(text, total=len(self._found)))
        partner = self._document.map.partner(self._found[self._at])
        self._say(joined((partner.name if partner else "", self.counted.text())))

    def _say(self, text: str) -> None:
        """Announce the partners found, unless another letter finds the same ones."""
        if text != self._said:
            self._said = text
            announce(self, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, go back, or close."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_F2:
            self.rename_requested.emit()
        elif key == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)


def _texts(partner: Partner) -> tuple[str, str, str]:
    rules = rules_of(Partner)
    kind = fields.said(rules["kind"], partner.kind) if partner.kind else ""
    return partner.name, kind, phrases.setting_label(partner.setting)
