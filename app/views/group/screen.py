"""The screen of a group: collected, guessed, and then seen in pictures, sentences and tables."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.document import Document
from app.models.groups import Group
from app.models.problem import Problem
from app.tasks import Task
from app.views.group import texts
from app.views.group.collecting import Came, Collecting
from app.views.group.outcome import VIEWS, Outcome
from app.views.group.revealing import Revealed, reveal
from app.views.group.saving import Saving, kinds
from app.views.group.start import GuessCard, StartCard
from app.views.widgets import theme
from app.views.widgets.saving import ask_where
from app.views.widgets.wrapping import OneLine
from app.words import say

FEWEST: Final = 5
"""From so many people on something can be shown."""


class GroupScreen(QWidget):
    """One group at a time; the others are in the list at the top."""

    told = Signal(str)
    failed = Signal(object)
    """A `Problem`."""
    removed = Signal(str, str)
    """The id and the name of a group that was removed."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._groups: list[Group] = []
        self._group: Group | None = None
        self._left_out: tuple[Problem, ...] = ()
        self._waits: Problem | None = None
        self.setAcceptDrops(True)
        self.collecting = Collecting(document.write_group, self)
        self.collecting.came.connect(self._take)
        self.collecting.failed.connect(self._fault)
        self._revealing = Task(self)
        self._revealing.done.connect(self._show_revealed)
        self._revealing.failed.connect(self._fault)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        self._saving = Saving({kind.id: kind for kind in VIEWS}, self)
        self._saving.saved.connect(self._tell_saved)
        self._saving.failed.connect(self._fault)
        self._head = self._make_head()
        column.addWidget(self._head)
        self.pages = QStackedWidget(self)
        column.addWidget(self.pages, 1)
        self.start, self.guess = StartCard(self), GuessCard(self)
        self.outcome = Outcome(self)
        self.start.made.connect(self.make)
        self.start.practise.connect(self.practise)
        self.guess.reveal.connect(self.reveal)
        for page in (_centred(self.start, self), _centred(self.guess, self), self.outcome):
            self.pages.addWidget(page)
        document.groups_changed.connect(self.refresh)

    def _make_head(self) -> QWidget:
        head = QWidget(self)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        self.choice = QComboBox(head)
        self.choice.setAccessibleName(say("Which group"))
        self.choice.setFont(theme.font("strong"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.choice.activated.connect(lambda at: self.show_group(self._groups[at].id))
        self._line = OneLine(head)
        self._line.setProperty("role", "soft")
        row.addWidget(self.choice)
        row.addWidget(self._line, 1)
        self._again = self._button(head, row, say("Show again"), self._reveal_again)
        self._again.setProperty("role", "primary")
        self._add = self._button(head, row, say("Add maps …"), self.choose_files)
        self._watch = self._button(head, row, say("Watch a folder …"), self.choose_folder)
        more = QToolButton(head)
        more.setIcon(theme.icon("more"))
        more.setAccessibleName(say("More about this group"))
        more.setToolTip(say("More about this group"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(more)
        for text, does in (
            (say("New group …"), self.ask_new),
            (say("Practise with an invented class of 24"), self.practise),
            (say("Rename …"), self.ask_rename),
            (say("Save a report, tables or the picture …"), self.ask_save),
            (say("Remove this group"), self.remove),
        ):
            menu.addAction(text).triggered.connect(does)
        more.setMenu(menu)
        row.addWidget(more)
        return head

    def _button(
        self, head: QWidget, row: QHBoxLayout, text: str, does: Callable[[], object]
    ) -> QPushButton:
        button = QPushButton(text, head)
        button.clicked.connect(does)
        row.addWidget(button)
        return button

    # Which group.

    @property
    def group(self) -> Group | None:
        """Return the group that is shown."""
        return self._group

    @property
    def state(self) -> str:
        """Return how many are in, what was not read, and by which rule it is shown."""
        if self._group is None:
            return ""
        return texts.state(self._group, len(self._left_out), self.collecting.folder, FEWEST)

    @property
    def place(self) -> tuple[str, str, str]:
        """Return which group and which of its pictures is shown, and a name half typed."""
        id_ = self._group.id if self._group else ""
        return id_, self.outcome.shown_view, self.start.name.text()

    def go_on_at(self, place: tuple[str, str, str]) -> None:
        """Go on at the `place` of another such screen."""
        id_, view, typed = place
        self.start.name.setText(typed)
        self.refresh()
        if id_:
            self.show_group(id_)
        self.outcome.show_view(view)

    def showEvent(self, event: QShowEvent) -> None:
        """Look which groups there are."""
        super().showEvent(event)
        if not self._groups:
            self.refresh()

    def focus_first(self) -> None:
        """Take the keyboard."""
        self.refresh()
        page = self.pages.currentIndex()
        (self.start.name, self.guess.button, self.outcome.view)[page].setFocus()

    def refresh(self) -> None:
        """Show the groups there are now."""
        self._groups = self._document.groups()
        ids = [group.id for group in self._groups]
        self.choice.clear()
        self.choice.addItems([_named(group) for group in self._groups])
        now = self._group.id if self._group else ""
        self._group = next((g for g in self._groups if g.id == now), None)
        if self._group is None and self._groups:
            self._group = self._groups[0]
        if self._group is not None:
            self.choice.setCurrentIndex(ids.index(self._group.id))
            self.collecting.go_on_with(self._group)
        self._show()

    def show_group(self, id_: str) -> None:
        """Show another group."""
        if self._group is None or id_ != self._group.id:
            self._left_out, self._waits = (), None
            self.collecting.watch(self._groups[0], None)
        self._group = next((g for g in self._groups if g.id == id_), self._group)
        self.refresh()

    def make(self, name: str) -> None:
        """Make a group, and show it."""
        group = self._document.make_group(name)
        if group is not None:
            self._group = group
            self.refresh()
            self._add.setFocus()

    def practise(self) -> None:
        """Make a group of an invented class, to practise with."""
        from app.models.groups import new_group
        from app.models.invented import invented_class

        begin, end = invented_class()
        made = new_group(say("Invented class"), invented=True)
        if self._document.keep_group(replace(made, begin=begin, end=end)):
            self._group = made
            self.refresh()
            self.guess.button.setFocus()

    def ask_new(self) -> None:
        """Ask for the name of a new group."""
        name, sure = QInputDialog.getText(self, say("New group"), say("What is the group called?"))
        if sure:
            self.make(name.strip() or say("Our group"))

    def ask_rename(self) -> None:
        """Ask for another name."""
        if self._group is not None:
            title = say("What is the group called?")
            name, sure = QInputDialog.getText(self, say("Rename"), title, text=self._group.name)
            if sure:
                self._document.rename_group(self._group, name)

    def remove(self) -> None:
        """Take the group out of sight; that can be taken back."""
        if self._group is not None:
            id_, name = self._group.id, self._group.name
            self.collecting.watch(self._group, None)
            self._group = None
            if self._document.remove_group(id_):
                self.removed.emit(id_, name)

    # Collecting.

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, folders and zips."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what is dropped into the group; without one, into a new one."""
        urls = event.mimeData().urls()
        self.add([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])
        event.acceptProposedAction()

    def add(self, paths: Sequence[Path]) -> None:
        """Read files, folders and zips into the group; without one, into a new one."""
        if not paths:
            return
        if self._group is None:
            self.make(say("Our group"))
        if self._group is not None:
            self.collecting.read(self._group, paths)
            self._line.setText(say("Reading …"))

    def choose_files(self) -> None:
        """Ask for files, and read them."""
        title = say("Choose the maps that were handed in")
        chosen, _ = QFileDialog.getOpenFileNames(self, title, "", "Kring (*.kring *.zip)")
        self.add([Path(name) for name in chosen])

    def choose_folder(self) -> None:
        """Ask for a folder to look after, or look after it no longer."""
        if self.collecting.folder is not None and self._group is not None:
            self.collecting.watch(self._group, None)
            self._show()
            return
        title = say("Choose the folder in which maps are handed in")
        chosen = QFileDialog.getExistingDirectory(self, title)
        if chosen:
            self.watch(Path(chosen))

    def watch(self, folder: Path) -> None:
        """Read what is in a folder, and whatever comes there."""
        if self._group is None:
            self.make(say("Our group"))
        if self._group is not None:
            self.collecting.watch(self._group, folder)
            self._show()

    def _take(self, came: Came) -> None:
        """Keep what was read, and say what was not."""
        read, taken = came.group, came.taken
        if self._group is not None and read.id == self._group.id:
            self._left_out = came.not_read
        is_changed = taken.added or taken.replaced or taken.paired
        if is_changed and not self._is_kept(read, begin=read.begin, end=read.end):
            return
        self._show()
        self.told.emit(texts.came(came))

    def _is_kept(self, written: Group, **news: Any) -> bool:
        """Tell of a group that was written in a thread, or write what became of it meanwhile.

        `news` is what the thread has changed. A group that was removed meanwhile stays so.
        """
        there = next((group for group in self._groups if group.id == written.id), None)
        if there is None:
            return False
        now = replace(there, **news)
        if now != written:
            return self._document.keep_group(now)
        self._document.tell_written(now)
        return True

    # Showing.

    def reveal(self, guesses: Any = ()) -> None:
        """Work out the result, and show it beside what was guessed."""
        if self._group is not None:
            group = replace(self._group, guesses=tuple(guesses))
            self._revealing.start(reveal, group, self._document.write_group)

    def _reveal_again(self) -> None:
        if self._group is not None:
            self.reveal(self._group.guesses)

    def wait(self) -> None:
        """Wait for what is being worked out; it arrives through the event loop."""
        self._revealing.wait()

    def _show_revealed(self, found: Revealed) -> None:
        group, is_shown = found.group, self._group is not None and found.group.id == self._group.id
        if is_shown:
            self._waits = found.refused
        if found.refused is None:
            self._is_kept(group, shown=group.shown, guesses=group.guesses)
        elif is_shown:
            self.failed.emit(found.refused)
        self._show()

    def _fault(self, fault: Exception) -> None:
        if isinstance(fault, Problem):
            self.failed.emit(fault)
            return
        raise fault

    def _show(self) -> None:
        group = self._group
        self._head.setVisible(group is not None)
        self._line.setText(self.state)
        watched = self.collecting.folder is not None
        self._watch.setText(say("Stop watching") if watched else say("Watch a folder …"))
        if group is None:
            self.pages.setCurrentIndex(0)
            return
        n = len(group.begin)
        self._again.setVisible(group.shown is not None and n != group.shown["respondents"])
        if group.shown is None:
            enough = n >= FEWEST
            self.guess.ask(texts.waiting(n, FEWEST), n, enough=enough)
            self.pages.setCurrentIndex(1)
            return
        self.outcome.show_group(group)
        self.pages.setCurrentIndex(2)

    # Out.

    def ask_save(self) -> None:
        """Ask where a report or a table is to go, and write it by the stricter rule."""
        if self._group is None or len(self._group.begin) < FEWEST:
            self.failed.emit(Problem("group_too_few", least=FEWEST))
            return
        path = ask_where(self, say("Save the group"), self._group.name, kinds())
        if path is not None:
            self.save(path)

    def save(self, path: Path) -> None:
        """Write the group to a file; what leaves the building has larger bands."""
        assert self._group is not None
        self._saving.save(self._group, path, self.outcome.shown_view)

    def _tell_saved(self, path: Path) -> None:
        self.told.emit(say("Saved as {file}.", file=path.name))


def _named(group: Group) -> str:
    return group.name


def _centred(card: QWidget, parent: QWidget) -> QWidget:
    page = QWidget(parent)
    around = QVBoxLayout(page)
    around.addStretch(1)
    row = QHBoxLayout()
    around.addLayout(row)
    row.addStretch(1)
    row.addWidget(card)
    row.addStretch(1)
    around.addStretch(2)
    return page
