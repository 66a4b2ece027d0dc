"""The cards of the library: a map on its own, and a series that opens to its moments."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.document import Document
from app.models.dates import months_between
from app.storage.content import Summary
from app.views.library.card_base import Card, title_of
from app.views.library.moments import MomentLine
from app.views.widgets import theme
from app.views.widgets.heard_as import hear_as
from app.views.widgets.icons import shown_icon
from app.views.widgets.memory import remember
from app.words import joined, phrases, say
from app.words.dates_and_numbers import shown_date

_SOME_MONTHS: Final = 5
"""After how many months a card says that one can look again."""
_OPENS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


def moment_of(summary: Summary) -> str:
    """Return the name of a moment of a series: its label, else its date."""
    return summary.moment_label or shown_date(summary.moment) or phrases.no_date()


def span_of(first: Summary, last: Summary) -> tuple[str, str]:
    """Return from when to when a series goes: in labels where both have one, else in dates."""
    if first.moment_label and last.moment_label:
        return first.moment_label, last.moment_label
    dates = tuple(shown_date(one.moment) or moment_of(one) for one in (first, last))
    return dates[0], dates[1]


def people_on(summary: Summary) -> str:
    """Return the number of partners on a map, in words."""
    return phrases.counted_people(summary.partners - summary.waiting, summary.waiting)


def _people_through(first: Summary, last: Summary) -> str:
    """Return the numbers of partners at two moments: *3 → 8 partners*."""
    then, now = people_on(first), people_on(last)
    if then != now and not first.waiting:
        then = str(first.partners)  # of whom, the later one says
    return joined(dict.fromkeys((then, now)), between=" → ")


def _long_ago(summary: Summary) -> str:
    """Say of a map of some months ago that one can look again; of another nothing."""
    today = date.today()  # noqa: DTZ011
    months = months_between(summary.moment, today) if summary.moment else 0
    if months < _SOME_MONTHS or summary.example or summary.theirs or not summary.partners:
        return ""
    return say("{n} months ago. With Continue you look again.", n=months)


def _about(summary: Summary, series: str | None) -> str:
    """Return the line below the title of a map, or of a moment of a series with a title."""
    about = [
        shown_date(summary.moment) if series is None or summary.moment_label else "",
        summary.moment_label if series is None else "",
        people_on(summary),
    ]
    if series is not None and title_of(summary) != series:
        about.insert(0, title_of(summary))
    if summary.example:
        about.insert(0, say("Example"))
    if summary.theirs:
        about.insert(0, say("From someone else"))
    if summary.finished:
        about.append(say("finished"))
    return joined((part for part in about if part), between=" · ")


class MapCard(Card):
    """One map: title, date, number of partners, and what can be done with it.

    As a moment of a series it is called after its moment, and is a row in the card of that.
    """

    duplicated = Signal(str, str)
    erase_requested = Signal(str, str)
    """It is to be removed for good; id and title."""

    def __init__(
        self, document: Document, summary: Summary, parent: QWidget, *, series: str | None = None
    ) -> None:
        """`series` is the title of the series it is a moment of; None where it is alone."""
        super().__init__(document, (summary,), parent)
        self.summary = summary
        self.network_id = summary.id
        if series is None:
            self.setProperty("role", "card")
        else:
            self._column.setContentsMargins(12, 8, 0, 8)
        gone = summary.deleted is not None
        damaged = summary.damaged or summary.id in document.damaged
        self.title.setText(title_of(summary) if series is None else moment_of(summary))
        damage = say("damaged: it cannot be opened")
        about = [_about(summary, series), "" if gone or series else _long_ago(summary)]
        self._details.setText(damage if damaged else joined(filter(None, about), between="\n"))
        if series is None and not (gone or damaged):
            self._show_picture(summary)
        writable = not document.library.read_only
        if gone:
            self._button(say("Bring back"), self._restore, enabled=writable)
            erase = ((say("Delete permanently …"), self._erase),)
            self._add_part(self._make_menu(erase, enabled=writable))
        elif damaged:
            self._button(say("Put back the last good version"), self._put_back, enabled=writable)
            self._add_part(self._make_more(enabled=writable))
        else:
            self._button(say("Open"), self._open)
            if series is None:
                self._button(say("Continue …"), self._continue, enabled=writable)
            self._add_part(self._make_more(enabled=writable))
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        name = (
            title_of(summary) if series is None else joined((title_of(summary), moment_of(summary)))
        )
        self.setAccessibleName(joined((name, self._details.text())))
        if self.is_there:
            self.clicked.connect(self._open)
        else:
            self.heard_as = "group"  # only its buttons act

    @property
    def is_there(self) -> bool:
        """Tell whether the map was not removed."""
        return self.summary.deleted is None

    def _make_more(self, *, enabled: bool) -> QToolButton:
        finish = say("Mark as finished")
        if self.summary.finished:
            finish = say("Reopen for changes")
        choices = (
            (say("Rename"), self.rename),
            (say("Duplicate"), self._duplicate),
            (finish, self._finish),
            (say("Remove"), self._remove),
        )
        more = self._make_menu(choices, enabled=enabled)
        menu = more.menu()
        menu.insertSeparator(menu.actions()[-1])
        return more

    def _open(self) -> None:
        self.opened.emit(self.network_id)

    def _finish(self) -> None:
        self._document.finish_map(self.network_id, finished=not self.summary.finished)

    def _put_back(self) -> None:
        if self._document.put_back(self.network_id):
            self.opened.emit(self.network_id)

    def _restore(self) -> None:
        self._document.restore_map(self.network_id)

    def _remove(self) -> None:
        self.removed.emit((self.network_id,), title_of(self.summary))

    def _erase(self) -> None:
        self.erase_requested.emit(self.network_id, title_of(self.summary))

    def _duplicate(self) -> None:
        self.duplicated.emit(self.network_id, title_of(self.summary))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space opens, Delete removes; of what was removed only the buttons act."""
        if event.key() in _OPENS and self.hasFocus():
            if self.is_there:
                self._open()
        elif event.key() == Qt.Key.Key_Delete and self.hasFocus():
            if self.is_there and not self._document.library.read_only:
                self._remove()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the map by a click anywhere on its card, but not beside the questions in it."""
        if event.button() != Qt.MouseButton.LeftButton or self.summary.deleted is not None:
            return
        at = event.position().toPoint()
        if self.panel is not None and self.panel.geometry().contains(at):
            return
        if self.rect().contains(at):
            self._open()


class SeriesCard(Card):
    """Several moments of one map as one line, which opens to a row for each."""

    compare_requested = Signal(str)
    """The id of the moment to open for it: the last."""

    def __init__(self, document: Document, moments: Sequence[Summary], parent: QWidget) -> None:
        """`moments` are those of the series that are not removed, the first one first."""
        super().__init__(document, moments, parent)
        self.setProperty("role", "card")
        first, last = moments[0], moments[-1]
        self.title.setText(title_of(last))
        number = phrases.moment_count(len(moments))
        span = joined(span_of(first, last), between=" – ")
        about = [number, span, _people_through(first, last)]
        if moments[0].theirs:
            about.insert(0, say("From someone else"))
        lines = joined(about, between=" · "), _long_ago(last)
        self._details.setText(joined(filter(None, lines), between="\n"))
        self.fold = hear_as(QToolButton(self), "fold")
        self.fold.setIconSize(QSize(theme.scaled(16), theme.scaled(16)))
        self.fold.setProperty("role", "quiet")
        self.fold.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the card itself has the keyboard
        self.fold.toggled.connect(self._unfold)
        self.fold.clicked.connect(self._take_keyboard)
        remember(self.fold, f"series {self.series}")
        self._show_picture(last)
        through_time = QHBoxLayout()  # what unfolds: the words keep in line with other cards
        self._text.insertLayout(self._text.count() - 1, through_time)
        through_time.addWidget(MomentLine([summary.moment for summary in moments], self))
        through_time.addWidget(self.fold)
        through_time.addStretch(1)
        writable = not document.library.read_only
        self._button(say("Open"), self._open)
        self._button(say("Compare"), self._compare)
        self._button(say("Continue …"), self._continue, enabled=writable)
        choices = ((say("Rename"), self.rename), (say("Remove all moments"), self._remove))
        self._add_part(self._make_menu(choices, enabled=writable))
        self.rows = QWidget(self)
        self.inside = QVBoxLayout(self.rows)
        self.inside.setContentsMargins(theme.scaled(24), 8, 0, 0)
        self.inside.setSpacing(0)
        self._column.addWidget(self.rows)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._toggle)
        self._unfold(wanted=False)

    def _unfold(self, wanted: bool) -> None:
        """Show the moments, or only the line."""
        self.rows.setVisible(wanted)
        self.fold.setIcon(shown_icon("down" if wanted else "right"))
        told = say("open") if wanted else say("closed")
        self.setAccessibleName(joined((joined((self.title.text(), self._details.text())), told)))
        self.fold.setToolTip(say("Show the moments"))
        self.fold.setAccessibleName(self.fold.toolTip())

    def _toggle(self) -> None:
        self._take_keyboard()
        self.fold.toggle()

    def _take_keyboard(self) -> None:
        """Let the keyboard go on from what was pressed."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        self.opened.emit(self.moments[-1].id)

    def _remove(self) -> None:
        self.removed.emit(tuple(one.id for one in self.moments), self.title.text())

    def _compare(self) -> None:
        self.compare_requested.emit(self.moments[-1].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space opens and closes, Right opens and goes on, Left closes, Delete removes."""
        key, shown = event.key(), not self.rows.isHidden()
        if not self.hasFocus():
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Delete and not self._document.library.read_only:
            self._remove()
        elif key in _OPENS or (key == (Qt.Key.Key_Left if shown else Qt.Key.Key_Right)):
            self._toggle()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open or close by a click on the line."""
        above = self._row.geometry().bottom() + 8
        if event.button() == Qt.MouseButton.LeftButton and 0 <= event.position().y() <= above:
            self._toggle()


def row_of(parent: QWidget | None = None) -> QBoxLayout:
    """Return a row of buttons; with large text they stand below each other."""
    direction = QBoxLayout.Direction
    wide = not theme.is_large()
    return QBoxLayout(direction.LeftToRight if wide else direction.TopToBottom, parent)


def add_buttons(row: QBoxLayout, *buttons: QWidget) -> None:
    """Add buttons beside each other, each as wide as its words; at the left below other things."""
    beside = QHBoxLayout()
    row.addLayout(beside)
    for button in buttons:
        beside.addWidget(button)
    if row.direction() == QBoxLayout.Direction.TopToBottom:
        beside.addStretch()
