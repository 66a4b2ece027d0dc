"""The fields of a form that are typed in: lines, numbers, names, texts."""

from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent

from app.models.rules import NAME_LENGTH, cleaned, cleaned_text
from app.views.widgets import theme
from app.views.widgets.fields import soft_line
from app.views.widgets.speech import announce
from app.views.widgets.text_editor import GrowingText
from app.views.widgets.typed_field import Line, TypedField
from app.words import phrases, say

_SHORT: Final = 24
"""Characters of a hint that has room in a line of a form in letters of any size."""


class LineField(TypedField):
    """A line of words."""

    empty = ""

    def __init__(
        self, name: str, caption: str = "", *, hint: str = "", captioned: bool = True
    ) -> None:
        super().__init__(name, caption, captioned=captioned)
        self._hint = hint
        self.line = Line()
        self.line.setMaxLength(NAME_LENGTH)
        self.line.textEdited.connect(self._hear)
        self._edit_in(self.line)
        if theme.is_large() and len(hint) > _SHORT:  # in the line it would be cut
            self._hint = ""
            self.line.setAccessibleDescription(hint)
            self._column.addWidget(soft_line(hint))
        self._value = ""

    def _leave(self) -> None:
        self._pace.settle()
        if not self.draft():
            self.line.show_text(self._value)
        self._tell_left()

    def draft(self) -> str:
        """Return the typed text that is not stored yet."""
        typed = cleaned(self.line.text())
        return "" if self.line.isReadOnly() or typed == cleaned(self._value) else typed

    def _give_typed(self) -> None:
        self._type(self.line.text())

    def _show(self, value: str, *, is_mixed: bool, editable: bool) -> None:
        if not self._is_refused(value):
            self._value = value
            self.line.show_text(value)
        self.line.setReadOnly(not editable)
        self.line.setPlaceholderText(phrases.mixed() if is_mixed else self._hint)

    def _type(self, typed: str) -> None:
        self.give(cleaned(typed))

    def _spoken(self, value: str) -> str:
        return value


class NumberField(TypedField):
    """A whole number within a range; what cannot be read as one is said, and not kept."""

    def __init__(self, name: str, least: int, most: int, caption: str = "") -> None:
        super().__init__(name, caption)
        self._least, self._most = least, most
        self.line = Line()
        self.line.setMaxLength(12)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.line.textEdited.connect(self._hear)
        self._edit_in(self.line)
        self.unread = soft_line()
        self.unread.hide()
        self._column.addWidget(self.unread)
        self._value: int | None = None

    def _written(self, value: Any) -> str:
        return self._spoken(value)

    def draft(self) -> str:
        """Return the typed text that is not stored yet."""
        typed = self.line.text().strip()
        return "" if self.line.isReadOnly() or typed == self._spoken(self._value) else typed

    def _read(self, typed: str) -> int | None:
        number = int(typed) if typed.isdecimal() else None
        return number if number is not None and self._least <= number <= self._most else None

    def _give_typed(self) -> None:
        typed = self.line.text().strip()
        found = self._read(typed)
        self.unread.hide()
        if (found is not None or not typed) and found != self._value:
            self.give(found)

    def _leave(self) -> None:
        self._pace.settle()
        typed = self.line.text().strip()
        if typed and self._read(typed) is None:
            if self._value != self._before:
                # Its first digits were stored on the way.
                self.give(self._before)
                self.line.show_text(typed)
            self.unread.setText(
                say(
                    "This is not a whole number from {least} to {most}, so it was not saved.",
                    least=self._least,
                    most=self._most,
                )
            )
            self.unread.show()
            announce(self, self.unread.text())
        else:
            self.line.show_text(self._spoken(self._value))
        self._tell_left()

    def _show(self, value: int | None, *, is_mixed: bool, editable: bool) -> None:
        if value != self._value or not self.line.hasFocus():
            self.unread.hide()
            if self._read(self.line.text().strip()) != value or value is None:
                self.line.show_text(self._spoken(value))
        self._value = value
        self.line.setReadOnly(not editable)
        nothing = phrases.not_filled_in() if value is None else ""
        self.line.setPlaceholderText(phrases.mixed() if is_mixed else nothing)

    def _spoken(self, value: int | None) -> str:
        return "" if value is None else str(value)


class NameField(LineField):
    """The name of a partner, as the heading of its form: never empty for long."""

    finished = Signal()
    """Enter was pressed."""
    renamed = Signal(str)
    """The field is left, and the name is another than when it was entered."""

    def __init__(self) -> None:
        super().__init__("name", captioned=False)
        self.line.returnPressed.connect(self.finished)
        self.line.setProperty("role", "title")
        self.line.setTextMargins(-2, 0, 0, 0)  # of Qt's own: its letters stand above the others
        self.line.setFont(theme.font("heading"))
        self.line.given_up.connect(self.finished)

    def edit(self) -> None:
        """Put the cursor in the name, all of it selected."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def _show(self, value: str, *, is_mixed: bool, editable: bool) -> None:
        is_typed_here = self.line.hasFocus() and cleaned(self.line.text()) == cleaned(value)
        super()._show(value, is_mixed=is_mixed, editable=editable)
        if not is_typed_here:  # also where somebody else is selected meanwhile
            self._remember()
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the whole name in sight."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Write a long name smaller: a line cannot break it, nor say that there is more."""
        if self.line.font() == theme.font("heading"):  # as high in smaller letters
            self.line.setMinimumHeight(self.line.sizeHint().height())
        room = self.line.width() - theme.GRID
        for role in ("heading", "title", "text", "label"):
            font = theme.font(role)
            if QFontMetrics(font).horizontalAdvance(self.line.text()) <= room:
                break
        if font != self.line.font():
            self.line.setFont(font)

    def _type(self, typed: str) -> None:
        if cleaned(typed):
            super()._type(typed)

    def _leave(self) -> None:
        if not cleaned(self.line.text()):
            # Wiping it out letter by letter has stored what was left on the way.
            self.give(self._before)
        self._pace.settle()
        if self._value != self._before:
            self.renamed.emit(self._value)
        super()._leave()


class TextField(TypedField):
    """A free text of several lines."""

    empty = ""

    def __init__(self, name: str, lines: int = 2, explained: str = "", caption: str = "") -> None:
        super().__init__(name, caption)
        self.text = GrowingText(lines)
        self._value = ""
        self.text.edited.connect(self._hear)
        self._edit_in(self.text)
        if explained:
            self._column.addWidget(soft_line(explained))
            self.text.setAccessibleDescription(explained)

    def _leave(self) -> None:
        self._pace.settle()
        self._tell_left()

    def draft(self) -> str:
        """Return the typed text that is not stored yet."""
        typed = cleaned_text(self.text.toPlainText())
        return "" if self.text.isReadOnly() or typed == self._value else typed

    def _give_typed(self) -> None:
        self.give(cleaned_text(self.text.toPlainText()))

    def _show(self, value: str, *, is_mixed: bool, editable: bool) -> None:
        if not self._is_refused(value):
            self._value = value
            self.text.show_text(value)
        self.text.setReadOnly(not editable)
        self.text.setPlaceholderText(phrases.mixed() if is_mixed else "")

    def _spoken(self, value: str) -> str:
        return value if len(value) <= 80 else value[:79] + "…"
