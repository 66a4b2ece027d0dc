"""The screen of a group: collected, guessed, and then seen in pictures, sentences and tables."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import private
from app.background import Task
from app.document import Document
from app.models.fewest_people import FEWEST_ON_SCREEN
from app.models.groups import SUFFIX, Group, new_group
from app.models.problem import Problem
from app.report.group_tables import outcomes
from app.settings import Settings
from app.views.group import dialogs, texts
from app.views.group.collector import CollectedFiles, Collector
from app.views.group.drop_target import DropTarget
from app.views.group.group_files import GroupFiles, kinds
from app.views.group.head import GroupHead
from app.views.group.pages import GroupPages
from app.views.group.reveal import RevealedGroup, reveal
from app.views.widgets.save_dialog import ask_where
from app.views.widgets.speech import announce
from app.words import filled, joined, say


class GroupScreen(DropTarget):
    """One group at a time; the others are in the list at the top."""

    told = Signal(str)
    settled = Signal(object)
    """A `Problem` that was told of before, and is none any more."""
    removed = Signal(str, str)
    """The id and the name of a group that was removed."""

    def __init__(
        self, document: Document, parent: QWidget | None = None, settings: Settings | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._settings = document, settings
        self._groups: list[Group] = []
        self._group: Group | None = None
        self._left_out: dict[str, tuple[Problem, ...]] = {}
        """By the id of a group what could not be read for it."""
        self._refused: Problem | None = None
        self._told_of = ""
        """The id of the group that all of this is about."""
        self.collector = Collector(document.write_group, self)
        self.collector.came.connect(self._take)
        self.collector.failed.connect(self._fault)
        self.revealing = Task(self)
        self.revealing.done.connect(self._show_revealed)
        self.revealing.failed.connect(self._fault)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        self._files = GroupFiles(self)
        self._files.saved.connect(self._tell_saved)
        self._files.failed.connect(self._fault)
        self.head = GroupHead(self)
        self.head.chosen.connect(lambda at: self.show_group(self._groups[at].id))
        self.head.wanted.connect(lambda what: getattr(self, what)())
        column.addWidget(self.head)
        self.pages = GroupPages(document, self)
        column.addWidget(self.pages, 1)
        self.start = self.pages.start
        self.start.made.connect(self.make)
        self.start.practise.connect(self.practise)
        self.start.open_wanted.connect(self.ask_open)
        self.pages.reveal.connect(self.reveal)
        self.pages.stays.connect(lambda: self.told.emit(texts.stays()))
        document.groups_changed.connect(self.refresh)

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
        return texts.state(self._group, len(self._not_read), self.collector.folder)

    @property
    def _not_read(self) -> tuple[Problem, ...]:
        return self._left_out.get(self._group.id, ()) if self._group else ()

    @property
    def place(self) -> Any:
        """Return which group and what of it is shown, what is half filled in, what was left out."""
        return getattr(self._group, "id", ""), self._left_out, self.pages.place

    def go_on_at(self, place: Any) -> None:
        """Go on at the `place` of another such screen."""
        id_, left_out, shown = place
        self.refresh()
        self.show_group(id_)
        self._left_out = left_out
        self.pages.go_on_at(shown)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Look which groups there are."""
        super().showEvent(event)
        if not self._groups:
            self.refresh()

    def focus_first(self) -> None:
        """Take the keyboard."""
        self.refresh()
        (self.pages.first or self.head.add).setFocus()

    def refresh(self) -> None:
        """Show the groups there are now."""
        self._groups = self._document.groups()
        self.head.show_groups(self._groups)
        now = self._group.id if self._group else ""
        self._group = next((g for g in self._groups if g.id == now), None)
        if self._group is None and self._groups:
            self._group = self._groups[0]
        if self._group is not None:
            self.head.choice.setCurrentIndex(self._groups.index(self._group))
            self.collector.go_on_with(self._group)
            self._watch_again()
        self._show()

    def show_group(self, id_: str) -> None:
        """Show another group."""
        self._group = next((g for g in self._groups if g.id == id_), self._group)
        self.refresh()

    def make(self, name: str) -> None:
        """Make a group, and show it."""
        group = self._document.make_group(name)
        if group is not None:
            self._group = group
            self.focus_first()

    def practise(self) -> None:
        """Make a group of an invented class, to practise with."""
        from app.models.invented_class import invented_class

        begin, end = invented_class()
        made = new_group(say("Invented class"), invented=True)
        if self._document.keep_group(replace(made, begin=begin, end=end)):
            self._group = made
            self.focus_first()

    def ask_new(self) -> None:
        """Ask for the name of a new group."""
        if (name := dialogs.name(self, say("New group"))) is not None:
            self.make(name.strip() or say("Our group"))

    def ask_rename(self) -> None:
        """Ask for another name."""
        group = self._group
        if group and (name := dialogs.name(self, say("Rename"), group.name)) is not None:
            self._document.rename_group(group, name)

    def ask_withdraw(self) -> None:
        """Ask for a code, and take out what was handed in under it."""
        if self._group and (code := dialogs.code(self)):
            is_out = self._document.withdraw(self._group, code)
            self.told.emit(texts.withdrawn(is_out=is_out))

    def ask_expected(self) -> None:
        """Ask how many are to hand in."""
        group = self._group
        if group and (number := dialogs.expected(self, group.expected or 24)) is not None:
            self._document.keep_group(replace(group, expected=number or None))

    def show_not_read(self) -> None:
        """Say of each file that was not read why, and what can be done."""
        dialogs.not_read(self, self._not_read)

    def remove(self) -> None:
        """Take the group out of sight; that can be taken back."""
        if self._group is not None:
            id_, name = self._group.id, self._group.name
            self._remember_folder(None)
            self._group = None
            self.pages.setFocus()  # the head may go: Qt would pass it on to the bar, aloud
            if self._document.remove_group(id_):
                self.focus_first()
                self.removed.emit(id_, name)

    # Collecting.

    def add(self, paths: Sequence[Path]) -> None:
        """Read files, folders and zips into the group; without one, into a new one.

        What a lecturer gave back becomes a group of its own.
        """
        for path in [path for path in paths if path.suffix.casefold() == SUFFIX]:
            self.open_given_back(path)
        paths = [path for path in paths if path.suffix.casefold() != SUFFIX]
        if not paths:
            return
        self._make_room_for_maps()
        if self._group is not None:
            self.collector.read(self._group, paths)
            self.head.line.setText(say("Reading …"))

    def _make_room_for_maps(self) -> None:
        """Make a group, unless there is one of real people whose maps are here."""
        group = self._group
        if group is None or group.received is not None or group.invented:
            self.make(say("Our group"))

    def add_anew(self, paths: Sequence[Path]) -> None:
        """Read maps into a new group, unless the one that is shown is still empty."""
        is_used = self._group is not None and (self._group.begin or self._group.received)
        if is_used and not all(path.suffix.casefold() == SUFFIX for path in paths):
            self.make(say("Our group"))
        self.add(paths)

    def choose_files(self) -> None:
        """Ask for files, and read them."""
        self.add(dialogs.maps(self))

    def choose_folder(self) -> None:
        """Ask for a folder to look after, or look after it no longer."""
        if self.collector.folder is not None and self._group is not None:
            self._remember_folder(None)
            self._show()
            return
        if chosen := dialogs.folder(self):
            self.watch(chosen)

    def watch(self, folder: Path) -> None:
        """Read what is in a folder, and whatever comes there."""
        self._make_room_for_maps()
        if self._group is not None:
            self._remember_folder(folder)
            self._show()

    def _remember_folder(self, folder: Path | None) -> None:
        """Look after a folder, also after the next start; None looks no longer."""
        assert self._group is not None
        self.collector.watch(self._group, folder)
        if self._settings is not None:
            self._settings.watch_folder(self._group.id, folder)

    def _watch_again(self) -> None:
        """Look after the folder of the group that is shown now, or say that it is gone."""
        if self._group is None or self.collector.watched == self._group.id:
            return
        kept = self._settings.watched_folder(self._group.id) if self._settings else None
        is_there = kept is not None and private.is_folder(kept)
        self.collector.watch(self._group, kept if is_there else None)
        if kept is not None and not is_there:
            text = say("The folder {folder} is not there now, so nothing new comes from it.")
            self.told.emit(filled(text, folder=kept.name))

    def _take(self, came: CollectedFiles) -> None:
        """Keep what was read, and say what was not."""
        read, taken = came.group, came.taken
        said, before = came, self._left_out.get(read.id, ())
        if came.is_watched:  # what was said of it before is not said again
            said = came._replace(not_read=tuple(one for one in came.not_read if one not in before))
        self._left_out[read.id] = came.still_out(before)
        is_changed = taken.added or taken.replaced or taken.paired
        news = {"begin": read.begin, "end": read.end, "until": read.until, "has_news": True}
        if not is_changed:
            self._show()
        elif not self._document.follow_written(read, news):  # else it is shown by now
            return
        if is_changed or said.not_read or not came.is_watched:
            self.told.emit(texts.came(said))

    # Showing.

    def reveal(self, guesses: Any = ()) -> None:
        """Work out the result, and show it beside what was guessed."""
        if self._group is not None:
            group = replace(self._group, guesses=tuple(guesses))
            self.revealing.start(reveal, group, self._document.write_group)

    def reveal_again(self) -> None:
        """Work out the result of who is in by now, beside the same guesses."""
        if self._group is not None:
            self.reveal(self._group.guesses)

    def wait(self) -> None:
        """Wait for what is being worked out; it arrives through the event loop."""
        self.revealing.wait()

    def _show_revealed(self, found: RevealedGroup) -> None:
        group, is_shown = found.group, self._group is not None and found.group.id == self._group.id
        self._settle()
        if found.refused is None:
            self._document.follow_written(group, {"shown": group.shown, "guesses": group.guesses})
            announce(self, joined(outcomes(group.shown or {}, group.guesses), between=" "))
        elif is_shown:
            self._refused = found.refused
            self.failed.emit(found.refused)

    def _settle(self) -> None:
        """Say no longer why something was not shown: it is by now, or another group is."""
        refused, self._refused = self._refused, None
        if refused is not None:
            self.settled.emit(refused)

    def _fault(self, fault: Exception) -> None:
        if isinstance(fault, Problem):
            self.failed.emit(fault)
            return
        raise fault

    def _forget_other(self) -> None:
        """Forget what was guessed or refused of another group than the one shown."""
        now = self._group.id if self._group else ""
        if now != self._told_of:
            self._told_of = now
            self.pages.fill_guesses({})
            self._settle()

    def _show(self) -> None:
        group = self._group
        self._forget_other()
        self.head.setVisible(group is not None)
        if group is None:
            self.pages.show_start()
            return
        self.head.show_state(
            self.state,
            is_watching=self.collector.folder is not None,
            has_news=group.shown is not None and group.has_news,
            is_own=group.received is None,
            lacks=bool(self._not_read),
        )
        self.pages.show_group(group, texts.waiting(group, self.collector.folder))

    # Out.

    def ask_save(self) -> None:
        """Ask where a report or a table is to go, and write it by the stricter rule."""
        if self._group is None or len(self._group.begin) < FEWEST_ON_SCREEN:
            self.failed.emit(Problem("group_too_few", least=FEWEST_ON_SCREEN))
        elif path := ask_where(self, say("Save the group"), self._group.name, kinds()):
            self.save(path)

    def save(self, path: Path) -> None:
        """Write the group to a file; what leaves the building has larger bands."""
        assert self._group is not None
        self._files.save(self._group, path, self.pages.outcome.shown_view)

    def ask_hand_back(self) -> None:
        """Ask where the file is to go that everyone can lay beside their own map."""
        if self._group and (path := dialogs.where_to_give_back(self, self._group.name)):
            self.save(path)

    def ask_open(self) -> None:
        """Ask for a file that a lecturer gave back."""
        if path := dialogs.given_back(self):
            self.open_given_back(path)

    def open_given_back(self, path: Path) -> None:
        """Read a group that a lecturer gave back, and lay it beside the open map."""
        task = Task(self)
        task.done.connect(self._keep_given_back)
        task.failed.connect(self._fault)
        task.start(_given_back, path)

    def _keep_given_back(self, found: tuple[str, dict[str, Any]]) -> None:
        name, figures = found
        made = replace(new_group(name or say("The group")), received=figures)
        if self._document.keep_group(made):
            self._group = made
            self.focus_first()

    def _tell_saved(self, path: Path) -> None:
        self.told.emit(say("Saved as {file}.", file=path.name))


def _given_back(path: Path) -> tuple[str, dict[str, Any]]:
    """Return the name and the figures in a file: off the GUI thread, as its place may be slow."""
    from app.exchange.group_file import read_group

    return read_group(path)
