"""What the fields that are typed in share: the line, letters that are stored, and Esc."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QToolTip, QWidget

from app.models.rules import NAME_LENGTH, cleaned
from app.views.widgets import drafts
from app.views.widgets.fields import Field
from app.views.widgets.keys import is_undo
from app.views.widgets.wrapping import tip

_INSIDE: Final = 2
"""Pixels that Qt keeps free at either end of a line."""


class Line(QLineEdit):
    """A line that tells when it is left, and leaves undo to the history of the map."""

    left = Signal()
    entered = Signal()
    given_up = Signal()
    """Esc was pressed."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Esc, and leave it to others as well."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        super().keyPressEvent(event)
        completer = self.completer()
        offered = completer.popup() if completer is not None and not self.text() else None
        if offered is not None:
            # Qt 6.12 offers all there is for no letter, and whoever goes on is not seen to leave.
            offered.hide()

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            # A tool tip of its own would be said as well, after the text.
            QToolTip.showText(event.globalPos(), tip(self.text()), self)
            return True
        if is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """End what there is no room for by an ellipsis, until somebody types there."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        parts = QStyle.SubElement.SE_LineEditContents
        room = self.style().subElementRect(parts, option, self).marginsRemoved(self.textMargins())
        room.adjust(_INSIDE, 0, -_INSIDE, 0)
        shown = self.fontMetrics().elidedText(
            self.displayText(), Qt.TextElideMode.ElideRight, room.width()
        )
        if self.hasFocus() or shown == self.displayText():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # by the letters
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        painter.drawText(room, self.alignment() | Qt.AlignmentFlag.AlignVCenter, shown)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that somebody is going to type."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the line is left."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:  # a list of its own, or a menu
            self.left.emit()

    def show_text(self, text: str) -> None:
        """Show a stored text, without moving the cursor of somebody who is typing just that."""
        same = cleaned(self.text()) == cleaned(text) if self.hasFocus() else self.text() == text
        if not same:
            at = self.cursorPosition()
            # Qt counts in UTF-16: a stored name may be longer than what may be typed.
            self.setMaxLength(max(NAME_LENGTH, len(text.encode("utf-16-le")) // 2))
            self.setText(text)
            self.setCursorPosition(at if self.hasFocus() else 0)


class TypedField(Field):
    """A field with letters in it, that are given one by one where the disk is quick enough."""

    _value: Any
    """What is stored."""

    def __init__(self, name: str, caption: str = "", *, captioned: bool = True) -> None:
        super().__init__(name, caption, captioned=captioned)
        self._pace = drafts.Pace(self)
        self._pace.due.connect(self._give_typed)
        self._before: Any = None
        self._differed = False
        drafts.watch(self)

    def _edit_in(self, editor: Any, holder: QWidget | None = None) -> None:
        """Let people type in an editor; Esc there goes back to what was stored before."""
        self.editor = editor
        editor.entered.connect(self._remember)
        editor.given_up.connect(self._give_up)
        editor.left.connect(self._leave)
        self._add(holder or editor)

    def show_values(self, values: Sequence[Any], *, editable: bool) -> None:
        """Show the value of the one record, or of several where they agree."""
        super().show_values(values, editable=editable)
        if not self.editor.hasFocus():
            self._differed = values.count(values[0]) < len(values)

    def _remember(self) -> None:
        """Keep what was stored before anybody types here: letters are stored one by one."""
        self._before = self._value

    def _give_up(self) -> None:
        """Go back to that, unless it was another with each of several partners."""
        if self.editor.isReadOnly() or self._differed:
            return
        if self._value != self._before or self.draft():
            self._pace.forget()
            self.give(self._before)
            self.editor.show_text(self._written(self._before))

    def _written(self, value: Any) -> str:
        return str(value)

    def _leave(self) -> None:
        raise NotImplementedError

    def draft(self) -> str:
        """Return the typed text that is not stored yet."""
        raise NotImplementedError

    def keep_draft(self) -> None:
        """Give what is typed now."""
        self._pace.give()

    def _is_refused(self, value: object) -> bool:
        """Tell whether what is typed was given just now, and `value` holds as before."""
        return self._pace.is_giving and value == self._value and bool(self.draft())

    def _hear(self, _typed: str) -> None:
        self._pace.type()

    def _give_typed(self) -> None:
        raise NotImplementedError

    def _give_empty(self) -> None:
        self._pace.forget()
        super()._give_empty()
