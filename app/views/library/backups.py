"""The backups Kring made by itself: what is in them, and maps put back beside those there are."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QDateTime, QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.background import Task
from app.document import Document
from app.models.problem import Problem
from app.storage.backups import Backup, backups_of
from app.storage.content import Summary
from app.views.library.cards import people_on
from app.views.widgets import theme
from app.views.widgets.dialogs import Dialog, add_answers, fit_on_screen
from app.views.widgets.folded_rows import fold_lines
from app.views.widgets.speech import tell_on
from app.views.widgets.wrapping import AllLines
from app.words import joined, phrases, say
from app.words.dates_and_numbers import shown_date

_ROLE: Final = Qt.ItemDataRole.UserRole


class Backups(Dialog):
    """Changes nothing that is there: what differs from it comes beside it, with its day."""

    put_back = Signal(tuple, int)
    """The titles of the maps that came back, and how many were there already as they were."""
    failed = Signal(object)

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self.setWindowTitle(say("Backups"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        self.about = QLabel(self)
        self.about.setWordWrap(True)
        column.addWidget(self.about)
        self.sides = QWidget(self)
        column.addWidget(self.sides, 1)
        sides = QHBoxLayout(self.sides)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(12)
        self.backups = self._list(say("Backups"))
        self.maps = self._list(say("Maps in this backup"))
        self.maps.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for one in (self.backups, self.maps):
            sides.addWidget(one, 1)
        self.told = AllLines(parent=self)
        self.told.setProperty("role", "soft")
        column.addWidget(self.told)
        close = QPushButton(say("Close"), self)
        close.clicked.connect(self.reject)
        self.put_button = QPushButton(say("Add back to my maps"), self)
        self.put_button.clicked.connect(self._put_back)
        add_answers(column, close, self.put_button)
        self._reading = Task(self)
        self._reading.done.connect(self._show_maps)
        self._reading.failed.connect(self._tell)
        self.backups.currentItemChanged.connect(self._read)
        self.maps.itemSelectionChanged.connect(self._allow)
        self._fill()
        size = QSize(680, 460) if self.backups.count() else QSize(440, 160)
        fit_on_screen(self, size * theme.text_scale())

    def done(self, result: int) -> None:
        """Close, but not before what is being read is read."""
        self._reading.wait()
        super().done(result)

    def _list(self, name: str) -> QListWidget:
        made = QListWidget(self)
        made.setAccessibleName(name)
        fold_lines(made)
        made.setSpacing(4)
        return made

    def _fill(self) -> None:
        try:
            found = backups_of(self._document.library.path)
        except Problem as problem:
            self._tell(problem)
            found = []
        for backup in found:
            item = QListWidgetItem(self._called(backup), self.backups)
            item.setData(_ROLE, backup)
        if found:
            self.about.setText(
                say(
                    "Kring makes backups automatically. Choose one, and which maps to put back. "
                    "They are added to the maps you have now, which stay as they are."
                )
            )
            self.backups.setCurrentRow(0)
        else:
            self._say_there_are_none()
        self._allow()

    def _say_there_are_none(self) -> None:
        """Show no lists with nothing in them, nor what could be done with a row."""
        self.sides.hide()
        self.put_button.hide()
        self.about.setFont(theme.font("heading"))
        self.about.setText(say("There are no backups yet."))
        if not self.told.text():
            self.told.setText(say("Kring makes the first one automatically when you close it."))

    def _called(self, backup: Backup) -> str:
        text = _when(backup)
        if backup.version:
            text += " · " + say("before an update")
        if not backup.sound:
            text += " · " + say("a map in it is damaged")
        return text

    def _read(self) -> None:
        self.maps.clear()
        self.told.clear()
        self._allow()
        item = self.backups.currentItem()
        if item is not None:
            self._reading.start(_maps_in, item.data(_ROLE).file)

    def _show_maps(self, summaries: list[Summary]) -> None:
        for summary in summaries:
            parts = [
                summary.title or phrases.untitled(),
                summary.moment_label or shown_date(summary.moment),
                people_on(summary),
                say("removed") if summary.deleted is not None else "",
                say("damaged: it cannot be opened") if summary.damaged else "",
            ]
            item = QListWidgetItem(
                joined((part for part in parts if part), between=" · "), self.maps
            )
            item.setData(_ROLE, summary)
            if summary.damaged:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setSelected(not summary.damaged and summary.deleted is None)
        self._allow()

    def _tell(self, error: BaseException) -> None:
        from app import errors

        if not isinstance(error, Problem):
            raise error
        tell_on(self.told, errors.sentence(error))

    def _allow(self) -> None:
        writable = not self._document.library.read_only
        self.put_button.setEnabled(writable and bool(self.maps.selectedItems()))

    def _put_back(self) -> None:
        backup: Backup = self.backups.currentItem().data(_ROLE)
        present = (s.id for s in self._document.summaries() if s.deleted is None)
        standing = set(present) - self._document.damaged
        came: list[str] = []
        same = 0
        for item in self.maps.selectedItems():
            summary: Summary = item.data(_ROLE)
            title = summary.title or phrases.untitled()
            beside = f"{title} ({_when(backup)})"
            key = self._document.bring_back(backup.file, summary.id, beside)
            if key is not None and key in standing:
                same += 1
            elif key is not None:
                came.append(title)
        self.accept()
        self.put_back.emit(tuple(came), same)


def _when(backup: Backup) -> str:
    """Return when a backup was made, as the clock said then."""
    made = QDateTime.fromMSecsSinceEpoch(backup.made // 1_000_000)
    return QLocale().toString(made, "d MMMM yyyy, HH:mm")


def _maps_in(file: Path) -> list[Summary]:
    from contextlib import closing

    from app.storage.library import Library

    with closing(Library.open(file, read_only=True)) as library:
        return library.summaries()
