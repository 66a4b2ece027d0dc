"""Notices: one sentence at the foot of the window, sometimes with a button that takes it back.

It has a place of its own in the layout, where the status line stands otherwise: nothing lies under
it, so no click is swallowed, and none that was meant for it finds something else in its place.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QWidget
from shiboken6 import isValid

from app.views.widgets import theme
from app.views.widgets.one_stop import OneStop
from app.views.widgets.speech import announce
from app.views.widgets.wrapping import AllLines
from app.words import say

SHOWN_FOR: Final = 10_000
"""Milliseconds a notice stays; it waits while the pointer or the focus is on it."""
OFFERS_FOR: Final = 60_000
"""Milliseconds one stays that has a button: not everybody is there at once."""


class Message(NamedTuple):
    """A sentence, and what its button says and does."""

    text: str
    button: str
    does: Callable[[], object] | None
    stays: bool


class Notice(QFrame):
    """Stands at the foot of its page and asks nothing."""

    showing_changed = Signal()
    """It came, or went."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "notice")
        self._does: Callable[[], object] | None = None
        self._text = AllLines(parent=self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.button = QPushButton(self)
        self.button.setProperty("role", "quiet")
        self.button.clicked.connect(self._act)
        self.close_button = QPushButton(self)
        self.close_button.setProperty("role", "quiet")
        self.close_button.clicked.connect(self.dismiss)
        OneStop((self.button, self.close_button), self, by_click=False)
        self._came_from: QWidget | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 4, 0)
        row.setSpacing(12)
        row.addWidget(self._text, 1)
        for button in (
            self.button,
            self.close_button,
        ):
            button.setMaximumHeight(max(theme.scaled(30), theme.least()))  # no higher than the line
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._time_is_up)
        self._is_said = False
        self.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that it came."""
        super().showEvent(event)
        self.showing_changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that it went."""
        super().hideEvent(event)
        self.showing_changed.emit()

    def tell_again(self) -> bool:
        """Show the last sentence once more, with its button; tells whether there is one."""
        if self._is_said:
            self.tell(self.text, self.button.text(), self._does, stays=True)
        return self._is_said

    def tell(
        self,
        text: str,
        button: str = "",
        does: Callable[[], object] | None = None,
        *,
        stays: bool = False,
    ) -> None:
        """Show a sentence, with a button that does something.

        A notice that `stays` waits to be closed.
        """
        self.go_on(Message(text, button, does, stays))
        announce(self, text)

    @property
    def said(self) -> Message | None:
        """Return the message that is shown, or None."""
        if self.isHidden():
            return None
        return Message(self.text, self.button.text(), self._does, not self._timer.isActive())

    def go_on(self, said: Message) -> None:
        """Show a sentence that was heard already."""
        text, button, self._does, stays = said
        self._text.setText(text)
        self.close_button.setText(say("Close"))
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self._is_said = True
        self.show()
        self._timer.stop()
        if not stays:
            self._timer.start(OFFERS_FOR if button else SHOWN_FOR)

    @property
    def text(self) -> str:
        """Return the text of now, or else the last one."""
        return self._text.text()

    def withdraw(self, text: str) -> None:
        """Go away where this is what stands here: it is true no longer."""
        if self._text.text() == text:
            self.dismiss()

    def _follow_focus(self, before: QWidget | None, after: QWidget | None) -> None:
        if after is not None and self.isAncestorOf(after):
            if before is not None and not self.isAncestorOf(before):
                self._came_from = before
        elif after is not None:
            self._came_from = None

    def dismiss(self) -> None:
        """Go away, and give the keyboard back to where it came from."""
        back, self._came_from = self._came_from, None
        if back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def _act(self) -> None:
        self.dismiss()
        if self._does is not None:
            self._does()

    def _time_is_up(self) -> None:
        if self.underMouse() or self.button.hasFocus() or self.close_button.hasFocus():
            self._timer.start(SHOWN_FOR // 4)
        else:
            self.hide()
