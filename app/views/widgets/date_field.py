"""A day, typed or picked from a calendar."""

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import (
    QTextCharFormat,
)
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from app.models.dates import read_date
from app.views.widgets import drafts, theme
from app.views.widgets.fields import Field, soft_line
from app.views.widgets.icons import shown_icon
from app.views.widgets.menu import Menu
from app.views.widgets.speech import announce
from app.views.widgets.typed_field import Line
from app.words import filled, phrases, say
from app.words.dates_and_numbers import shown_date

_FOR_EXAMPLE: Final = date(2026, 9, 1)


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
        self.line = Line()
        self.line.textEdited.connect(self._type)
        self.line.returnPressed.connect(self.keep_draft)
        self.line.left.connect(self._leave)
        self.line.given_up.connect(self._give_up)
        self._button = QToolButton()
        self._button.setIcon(shown_icon("down"))
        self._button.setMinimumSize(theme.least(), theme.least())
        self._button.setToolTip(pick_label)
        self._button.setAccessibleName(pick_label)
        self._button.clicked.connect(self._open_calendar)
        self._menu: Menu | None = None
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self._button)
        self._add(box)
        self.unread = soft_line()
        self.unread.hide()
        self._column.addWidget(self.unread)
        self.setFocusProxy(self.line)
        drafts.watch(self)

    def _announce(self, text: str) -> None:
        self.line.setAccessibleName(text)

    def draft(self) -> str:
        """Return the typed text that is not stored yet."""
        if not self._is_typed or self.line.isReadOnly():
            return ""
        typed = self.line.text().strip()
        same = not typed if self._value is None else self._read(typed) == self._value
        return "" if same else typed or shown_date(self._value)

    def keep_draft(self) -> None:
        """Give the date that is typed, or none where the line was emptied."""
        typed = self.line.text().strip()
        found = self._read(typed)
        if not self._is_typed or self.line.isReadOnly():
            return
        if typed and found is None:
            self._say_unread()
            return
        self._is_typed = False
        if found != self._value:
            self.give(found)
        self.line.show_text(shown_date(self._value))

    def _read(self, typed: str) -> date | None:
        return read_date(typed, date.today(), ahead=self._ahead)  # noqa: DTZ011

    def _say_unread(self) -> None:
        text = say("Kring cannot read this date, so it was not saved. For example: {date}")
        if self._value is not None:
            text = say(
                "Kring cannot read this date. {kept} stays as it was. For example: {date}",
                kept=shown_date(self._value),
            )
        example = date.today() + timedelta(days=14)  # noqa: DTZ011
        self.unread.setText(filled(text, date=shown_date(example)))
        self.unread.show()
        announce(self, self.unread.text())

    def _type(self, typed: str) -> None:
        self._is_typed = True
        self.unread.hide()

    def _give_up(self) -> None:
        """Go back to the date that stands: nothing was given yet."""
        self._is_typed = False
        self.unread.hide()
        self.line.show_text(shown_date(self._value))

    def _leave(self) -> None:
        self.keep_draft()
        if not self._is_typed:
            self.line.show_text(shown_date(self._value))
        self._tell_left()

    def _show(self, value: date | None, *, is_mixed: bool, editable: bool) -> None:
        is_other = value != self._value
        self._value = value
        self.line.setReadOnly(not editable)
        self._button.setEnabled(editable)
        # A line tells what stands in for words also where it has some.
        self.line.setPlaceholderText(phrases.not_filled_in() if value is None else "")
        # Else a line without words is described by what its name says already.
        example = shown_date(_FOR_EXAMPLE)
        self.line.setAccessibleDescription(say("For example: {date}", date=example))
        if is_other or not self._is_typed:
            self._is_typed = False
            self.unread.hide()
            self.line.show_text(shown_date(value))

    def _spoken(self, value: date | None) -> str:
        return shown_date(value)

    def _open_calendar(self) -> None:
        if self._menu is None:
            self._calendar = _calendar()
            self._calendar.clicked.connect(self._pick)
            self._calendar.activated.connect(self._pick)
            self._menu = Menu(self)
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
        self.give(date(picked.year(), picked.month(), picked.day()))


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
