"""The fields of a form that are typed in: lines, texts, own words, dates."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QDate, QEvent, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QShowEvent,
    QStandardItem,
    QStandardItemModel,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from app.models.dates import read_date
from app.models.rules import NAME_LENGTH, TEXT_LENGTH, cleaned, cleaned_text
from app.models.vocabulary import folded
from app.views.widgets import drafts, theme
from app.views.widgets.fields import Combo, Field, caption_font, soft_line
from app.views.widgets.icons import shown_icon
from app.views.widgets.keys import is_undo
from app.views.widgets.speech import announce
from app.words import filled, phrases, say


class _Line(QLineEdit):
    """A line that tells when it is left, and leaves undo to the history of the map."""

    left = Signal()
    entered = Signal()

    def event(self, event: QEvent) -> bool:
        if is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
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
        self.setToolTip(text)


class TypedField(Field):
    """A field with letters in it, that are given one by one where the disk is quick enough."""

    def __init__(self, name: str, caption: str = "", *, captioned: bool = True) -> None:
        super().__init__(name, caption, captioned=captioned)
        self._pace = drafts.Pace(self)
        self._pace.due.connect(self._give_typed)
        drafts.watch(self)

    def draft(self) -> str:
        """Return what is typed and not stored."""
        raise NotImplementedError

    def keep_draft(self) -> None:
        """Give what is typed now."""
        self._pace.forget()
        self._give_typed()

    def _hear(self, _typed: str) -> None:
        self._pace.type()

    def _give_typed(self) -> None:
        raise NotImplementedError

    def _give_empty(self) -> None:
        self._pace.forget()
        super()._give_empty()


class LineField(TypedField):
    """A line of words."""

    empty = ""

    def __init__(self, name: str, *, hint: str = "", captioned: bool = True) -> None:
        super().__init__(name, captioned=captioned)
        self._hint = hint
        self._line = _Line()
        self._line.setMaxLength(NAME_LENGTH)
        self._line.textEdited.connect(self._hear)
        self._line.left.connect(self._leave)
        self._add(self._line)
        self._value = ""

    def _leave(self) -> None:
        self._pace.settle()
        self._line.show_text(self._value)
        self._tell_left()

    def draft(self) -> str:
        """Return what is typed and not stored."""
        typed = cleaned(self._line.text())
        return "" if self._line.isReadOnly() or typed == cleaned(self._value) else typed

    def _give_typed(self) -> None:
        self._type(self._line.text())

    def _show(self, value: str, *, is_mixed: bool, editable: bool) -> None:
        self._value = value
        self._line.show_text(value)
        self._line.setReadOnly(not editable)
        self._line.setPlaceholderText(phrases.mixed() if is_mixed else self._hint)

    def _type(self, typed: str) -> None:
        self._give(cleaned(typed))

    def _spoken(self, value: str) -> str:
        return value


class NumberField(TypedField):
    """A whole number within a range; what cannot be read as one is said, and not kept."""

    def __init__(self, name: str, least: int, most: int, caption: str = "") -> None:
        super().__init__(name, caption)
        self._least, self._most = least, most
        self._line = _Line()
        self._line.setMaxLength(12)
        self._line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self._line.textEdited.connect(self._hear)
        self._line.left.connect(self._leave)
        self._add(self._line)
        self._unread = soft_line()
        self._unread.hide()
        self._column.addWidget(self._unread)
        self._value: int | None = None
        self._before: int | None = None
        self._line.entered.connect(self._remember)

    def _remember(self) -> None:
        self._before = self._value

    def draft(self) -> str:
        """Return what is typed and not stored."""
        typed = self._line.text().strip()
        return "" if self._line.isReadOnly() or typed == self._spoken(self._value) else typed

    def _read(self, typed: str) -> int | None:
        number = int(typed) if typed.isdecimal() else None
        return number if number is not None and self._least <= number <= self._most else None

    def _give_typed(self) -> None:
        typed = self._line.text().strip()
        found = self._read(typed)
        self._unread.hide()
        if (found is not None or not typed) and found != self._value:
            self._give(found)

    def _leave(self) -> None:
        self._pace.settle()
        typed = self._line.text().strip()
        if typed and self._read(typed) is None:
            if self._value != self._before:
                # Its first digits were stored on the way.
                self._give(self._before)
                self._line.show_text(typed)
            self._unread.setText(
                say(
                    "This is not a whole number from {least} to {most}, so it was not saved.",
                    least=self._least,
                    most=self._most,
                )
            )
            self._unread.show()
            announce(self, self._unread.text())
        else:
            self._line.show_text(self._spoken(self._value))
        self._tell_left()

    def _show(self, value: int | None, *, is_mixed: bool, editable: bool) -> None:
        if value != self._value or not self._line.hasFocus():
            self._unread.hide()
            if self._read(self._line.text().strip()) != value or value is None:
                self._line.show_text(self._spoken(value))
        self._value = value
        self._line.setReadOnly(not editable)
        self._line.setPlaceholderText(phrases.mixed() if is_mixed else phrases.not_filled_in())

    def _spoken(self, value: int | None) -> str:
        return "" if value is None else str(value)


class NameField(LineField):
    """The name of a partner, as the heading of its form: never empty for long."""

    finished = Signal()
    """Enter was pressed."""

    def __init__(self) -> None:
        super().__init__("name", captioned=False)
        self._line.returnPressed.connect(self.finished)
        self._line.setProperty("role", "title")
        self._line.setFont(theme.font("heading"))
        self._line.entered.connect(self._remember)
        self._before = ""

    def edit(self) -> None:
        """Put the cursor in the name, all of it selected."""
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()

    def _remember(self) -> None:
        self._before = self._value

    def _show(self, value: str, *, is_mixed: bool, editable: bool) -> None:
        is_typed_here = self._line.hasFocus() and cleaned(self._line.text()) == cleaned(value)
        super()._show(value, is_mixed=is_mixed, editable=editable)
        if not is_typed_here:  # also where somebody else is selected meanwhile
            self._remember()

    def _type(self, typed: str) -> None:
        if cleaned(typed):
            super()._type(typed)

    def _leave(self) -> None:
        if not cleaned(self._line.text()):
            # Wiping it out letter by letter has stored what was left on the way.
            self._give(self._before)
        super()._leave()


class _Text(QPlainTextEdit):
    """A text of several lines that grows with what it holds."""

    left = Signal()
    edited = Signal(str)

    def __init__(self, fewest_lines: int) -> None:
        super().__init__()
        self._fewest = fewest_lines
        self._showing = False
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._change)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height it keeps: only now it is known how much room its frame takes."""
        super().showEvent(event)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def show_text(self, text: str) -> None:
        """Show a stored text; the cursor of somebody who is typing just that stays."""
        if cleaned_text(self.toPlainText()) == text:
            return
        self._showing = True
        at = self.textCursor().position()
        self.setPlainText(text)
        self._put_cursor(at if self.hasFocus() else 0)
        self._showing = False

    def _change(self) -> None:
        if self._showing:
            return
        text = self.toPlainText()
        if len(text) > TEXT_LENGTH:
            self._showing = True
            at = self.textCursor().position()
            self.setPlainText(text[:TEXT_LENGTH])
            self._put_cursor(at)
            self._showing = False
        self.edited.emit(cleaned_text(text))

    def _put_cursor(self, position: int) -> None:
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.setPosition(min(position, cursor.position()))
        self.setTextCursor(cursor)

    def _fit(self) -> None:
        lines = int(self.document().documentLayout().documentSize().height())
        shown = min(max(lines, self._fewest), 12)
        around = self.contentsMargins().top() + self.contentsMargins().bottom()
        inside = round(2 * self.document().documentMargin())
        height = shown * QFontMetrics(self.font()).lineSpacing() + inside + around + 2
        self.setFixedHeight(height + 2 * theme.scaled(6))


class TextField(TypedField):
    """A free text of several lines."""

    empty = ""

    def __init__(self, name: str, lines: int = 2, explained: str = "") -> None:
        super().__init__(name)
        self._text = _Text(lines)
        self._value = ""
        self._text.edited.connect(self._hear)
        self._text.left.connect(self._leave)
        self._add(self._text)
        if explained:
            self._column.addWidget(soft_line(explained))
            self._text.setAccessibleDescription(explained)

    def _leave(self) -> None:
        self._pace.settle()
        self._tell_left()

    def draft(self) -> str:
        """Return what is typed and not stored."""
        typed = cleaned_text(self._text.toPlainText())
        return "" if self._text.isReadOnly() or typed == self._value else typed

    def _give_typed(self) -> None:
        self._give(cleaned_text(self._text.toPlainText()))

    def _show(self, value: str, *, is_mixed: bool, editable: bool) -> None:
        self._value = value
        self._text.show_text(value)
        self._text.setReadOnly(not editable)
        self._text.setPlaceholderText(phrases.mixed() if is_mixed else "")

    def _spoken(self, value: str) -> str:
        return value if len(value) <= 80 else value[:79] + "…"


class OpenListField(TypedField):
    """Words of one's own, or one of a list that may be divided under headings.

    `sections` gives for each heading ("" for none) the values with the words for them. What is
    typed and stands in the list counts as that value, and so does what `known` has a value for.
    With `whole`, half a word means nothing: it is given with Enter or when the field is left.
    """

    def __init__(
        self,
        name: str,
        sections: Sequence[tuple[str, Sequence[tuple[str, str]]]],
        *,
        empty: Any,
        whole: bool = False,
        known: Callable[[str], str | None] | None = None,
    ) -> None:
        super().__init__(name)
        self._is_whole, self._also_known = whole, known
        self.empty = empty  # type: ignore[misc]  # None or "", as the field of the record wants it
        self._words = {value: text for _, rows in sections for value, text in rows}
        self._known = {folded(text): value for value, text in self._words.items()}
        self._combo = Combo()
        self._combo.setEditable(True)
        self._combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._line = _Line()
        self._line.setMaxLength(NAME_LENGTH)
        self._combo.setLineEdit(self._line)
        self._combo.setModel(_sectioned(sections, self))
        self._combo.setCurrentIndex(-1)  # or the first word would stand there as if it was typed
        completer = QCompleter(list(self._words.values()), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._combo.setCompleter(completer)
        completer.activated.connect(self._type)
        self._combo.activated.connect(self._pick)
        if whole:
            self._line.returnPressed.connect(self._give_whole)
        else:
            self._line.textEdited.connect(self._hear)
        self._line.left.connect(self._leave)
        self._add(self._combo)
        self._value: str | None = empty

    def _leave(self) -> None:
        self._pace.settle()
        if self._is_whole:
            self._give_whole()
        self._line.show_text(self._spoken(self._value))
        self._tell_left()

    def draft(self) -> str:
        """Return what is typed and not stored."""
        typed = self._line.text()
        same = self._value_of(typed) == self._value
        return "" if same or not self._combo.isEnabled() else typed

    def _give_typed(self) -> None:
        self._type(self._line.text())

    def _give_whole(self) -> None:
        if self.draft() or (self._line.isModified() and not self._line.text()):
            self._give_typed()

    def _value_of(self, typed: str) -> Any:
        value = self._known.get(folded(typed))
        if value is None and self._also_known is not None:
            value = self._also_known(typed)
        return value or cleaned(typed) or self.empty

    def _type(self, typed: str) -> None:
        self._pace.forget()
        self._give(self._value_of(typed))

    def _pick(self, index: int) -> None:
        self._pace.forget()
        self._give(self._combo.itemData(index))

    def _show(self, value: str | None, *, is_mixed: bool, editable: bool) -> None:
        is_typing = self._is_whole and self._line.hasFocus() and self._line.isModified()
        same, self._value = value == self._value, value
        self._combo.setEnabled(editable)
        self._line.setPlaceholderText(phrases.mixed() if is_mixed else phrases.not_filled_in())
        text = self._spoken(value)
        if is_typing and same:
            return
        if not self._line.hasFocus() or self._value_of(self._line.text()) != value:
            # The list has to agree, or it would open at the wrong place; it also sets the text.
            self._combo.setCurrentIndex(self._combo.findData(value) if value else -1)
            self._line.show_text(text)
            if not self._line.hasFocus():
                self._line.setCursorPosition(0)

    def _spoken(self, value: str | None) -> str:
        return self._words.get(value or "", value or "")

    def _announce(self, text: str) -> None:
        super()._announce(text)
        self._line.setAccessibleName(text)


def _sectioned(
    sections: Sequence[tuple[str, Sequence[tuple[str, str]]]], parent: QWidget
) -> QStandardItemModel:
    model = QStandardItemModel(parent)
    for heading, rows in sections:
        if heading:
            item = QStandardItem(heading)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setFont(caption_font())
            item.setForeground(theme.current().colour("soft_ink"))
            model.appendRow(item)
        for value, text in rows:
            item = QStandardItem(text)
            item.setData(value, Qt.ItemDataRole.UserRole)
            model.appendRow(item)
    return model


class DateField(Field):
    """A date, typed or picked from a calendar.

    Nothing is given while it is typed: what is not a date yet must not wipe out the one that
    stands. What cannot be read stays there, with a line that says so.
    """

    def __init__(self, name: str, pick_label: str, *, ahead: bool = False) -> None:
        """`ahead` is for a day to come: a date without a year is the next one."""
        super().__init__(name)
        self._value: date | None = None
        self._ahead = ahead
        self._is_typed = False
        self._line = _Line()
        self._line.textEdited.connect(self._type)
        self._line.returnPressed.connect(self.keep_draft)
        self._line.left.connect(self._leave)
        self._button = QToolButton()
        self._button.setIcon(shown_icon("down"))
        self._button.setToolTip(pick_label)
        self._button.setAccessibleName(pick_label)
        self._button.clicked.connect(self._open_calendar)
        self._menu: QMenu | None = None
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._line, 1)
        row.addWidget(self._button)
        self._add(box)
        self._unread = soft_line()
        self._unread.hide()
        self._column.addWidget(self._unread)
        self.setFocusProxy(self._line)
        drafts.watch(self)

    def _announce(self, text: str) -> None:
        self._line.setAccessibleName(text)

    def draft(self) -> str:
        """Return what is typed and not stored."""
        if not self._is_typed or self._line.isReadOnly():
            return ""
        typed = self._line.text().strip()
        same = not typed if self._value is None else self._read(typed) == self._value
        return "" if same else typed or phrases.shown_date(self._value)

    def keep_draft(self) -> None:
        """Give the date that is typed, or none where the line was emptied."""
        typed = self._line.text().strip()
        found = self._read(typed)
        if not self._is_typed or self._line.isReadOnly():
            return
        if typed and found is None:
            self._say_unread()
            return
        self._is_typed = False
        if found != self._value:
            self._give(found)
        self._line.show_text(phrases.shown_date(self._value))

    def _read(self, typed: str) -> date | None:
        return read_date(typed, date.today(), ahead=self._ahead)  # noqa: DTZ011

    def _say_unread(self) -> None:
        text = say("Kring cannot read this date, so it was not saved. For example: {date}")
        if self._value is not None:
            text = say(
                "Kring cannot read this date. {kept} stays as it was. For example: {date}",
                kept=phrases.shown_date(self._value),
            )
        example = date.today() + timedelta(days=14)  # noqa: DTZ011
        self._unread.setText(filled(text, date=phrases.shown_date(example)))
        self._unread.show()
        announce(self, self._unread.text())

    def _type(self, typed: str) -> None:
        self._is_typed = True
        self._unread.hide()

    def _leave(self) -> None:
        self.keep_draft()
        if not self._is_typed:
            self._line.show_text(phrases.shown_date(self._value))
        self._tell_left()

    def _show(self, value: date | None, *, is_mixed: bool, editable: bool) -> None:
        is_other = value != self._value
        self._value = value
        self._line.setReadOnly(not editable)
        self._button.setEnabled(editable)
        self._line.setPlaceholderText(phrases.not_filled_in())
        if is_other or not self._is_typed:
            self._is_typed = False
            self._unread.hide()
            self._line.show_text(phrases.shown_date(value))

    def _spoken(self, value: date | None) -> str:
        return phrases.shown_date(value)

    def _open_calendar(self) -> None:
        if self._menu is None:
            self._calendar = _calendar()
            self._calendar.clicked.connect(self._pick)
            self._calendar.activated.connect(self._pick)
            self._menu = QMenu(self)
            action = QWidgetAction(self._menu)
            action.setDefaultWidget(self._calendar)
            self._menu.addAction(action)
        shown = self._value
        self._calendar.setSelectedDate(
            QDate(shown.year, shown.month, shown.day) if shown else QDate.currentDate()
        )
        self._menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))
        self._calendar.setFocus()

    def _pick(self, picked: QDate) -> None:
        if self._menu is not None:
            self._menu.close()
        self._is_typed = False
        self._give(date(picked.year(), picked.month(), picked.day()))


def _calendar() -> QCalendarWidget:
    calendar = QCalendarWidget()
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
    calendar.setMinimumSize(theme.scaled(300), theme.scaled(230))
    plain = QTextCharFormat()
    plain.setForeground(theme.current().colour("ink"))
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, plain)  # else red, which here means something
    for name, drawn in (("prev", "left"), ("next", "right")):
        button = calendar.findChild(QToolButton, f"qt_calendar_{name}month")
        if isinstance(button, QToolButton):
            button.setIcon(shown_icon(drawn))
    return calendar
