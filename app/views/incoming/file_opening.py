"""What happens to a map that is opened: mine goes to the library, anybody else's is asked about."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.document import Document
from app.models.network import Map
from app.models.problem import Problem
from app.models.rules import cleaned
from app.settings import Settings
from app.storage.content import Summary
from app.views.widgets.in_pieces import Turns
from app.words import filled, phrases, say, say_n

if TYPE_CHECKING:
    from app.views.exchange.guest import Guest, State
    from app.views.exchange.offer_bar import OfferBar
    from app.views.incoming.reader import Reader


_ONE_BY_ONE: Final = 3
"""So many maps are opened one after the other; more at once are looked into first."""


class FileOpening(QObject):
    """Lets nothing of somebody else into the library but what the owner adds."""

    look_requested = Signal(object)
    """To lay a `Guest` beside the open map."""
    opened = Signal()
    """Another map is open now."""
    told = Signal(str, str, object)
    """A sentence, what stands on a button below it, and what that does."""
    taken_over = Signal(str)
    """The open map became what is in a file, as one step; a sentence that says so."""
    many_came = Signal()
    """The first of many maps is about to be opened: that may take its time."""
    failed = Signal(object)
    list_given = Signal(object)
    """The map of a list whose people are to come to the open map."""
    photo_dropped = Signal(object)
    """A picture: the file it is in (a `Path`)."""
    group_requested = Signal(object)
    """To lay maps together as a group, or a group beside the open map (paths)."""

    def __init__(self, document: Document, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._settings = settings
        self._turns = Turns(self)

    @cached_property
    def bar(self) -> "OfferBar":
        """Return the bar that asks; it lies below the top bar of the parent."""
        from app.views.exchange.offer_bar import OfferBar

        screens = self.parent()
        assert isinstance(screens, QWidget)
        bar = OfferBar(screens)
        layout = screens.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(1, bar)
        bar.look_requested.connect(self._look)
        bar.keep_requested.connect(self._add)
        return bar

    @cached_property
    def reader(self) -> "Reader":
        """Return the reader of the files, made when it is first needed."""
        from app.views.incoming.reader import Reader

        reader = Reader(self)
        reader.arrived.connect(self._receive)
        reader.failed.connect(self.failed)
        reader.slow.connect(self._tell_slow)
        return reader

    @property
    def waiting(self) -> "tuple[Guest | State, ...]":
        """Return the guests and states that nothing was decided about yet."""
        return self.bar.waiting if "bar" in self.__dict__ else ()

    @property
    def unread(self) -> tuple[Path, ...]:
        """Return the files that were asked for and are not here yet."""
        return self.reader.waiting if "reader" in self.__dict__ else ()

    def stop(self) -> None:
        """Wait for no file any more: the window closes, or other screens go on."""
        self._turns.clear()
        if "reader" in self.__dict__:
            self.reader.stop()

    def wait_again(self, waiting: "Iterable[Guest | State]", unread: Iterable[Path]) -> None:
        """Go on with what was waiting before the screens were built anew."""
        for guest in waiting:
            self.bar.ask(guest)
        for path in unread:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Open the map of a file, once it is read: see `_receive`."""
        self.open_files([path])

    def open_files(self, paths: Sequence[Path]) -> None:
        """Open a few maps one by one; files of other programs, and many at once, in a window."""
        from app.models.groups import SUFFIX
        from app.photo_file import SUFFIXES

        groups = [path for path in paths if path.suffix.casefold() == SUFFIX]
        if groups:
            self.group_requested.emit(groups)
        paths = [path for path in paths if path not in groups]
        photos = [path for path in paths if path.suffix.casefold() in SUFFIXES]
        if photos and self._document.is_open:
            self.photo_dropped.emit(photos[0])  # one lies under a map
        elif photos:
            self.failed.emit(Problem("photo_without_map"))
        paths = [path for path in paths if path not in photos]
        own = [path for path in paths if path.suffix.casefold() == ".kring"]
        if len(own) == len(paths) <= _ONE_BY_ONE:
            for path in own:
                self.reader.read(path)
        elif paths:
            self._look_into(paths)

    def _look_into(self, paths: Sequence[Path]) -> None:
        """Look into files of other programs, or into many maps, before they come in."""
        from app.views.incoming.import_dialog import ArrivingDialog

        page = self.parent()
        assert isinstance(page, QWidget)
        dialog = ArrivingDialog(self._document, self._settings, paths, page)
        dialog.added.connect(self.tell_many)
        dialog.list_given.connect(self.list_given)
        dialog.failed.connect(self.failed)
        dialog.group_wanted.connect(self.group_requested)
        dialog.open()

    def tell_many(self, came: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
        """Open the first of the maps that came in together, and offer to take all back.

        A list of all of them need not be made first. Each part of it is a turn of its own, so that
        the window answers in between.
        """
        before = self._document.map.network.id if self._document.is_open else ""
        text = say_n("{n} map was added.", "{n} maps were added.", len(came[1]))
        back = partial(self._take_all_back, came[1], before)
        self.many_came.emit()
        self._turns.add(
            *(partial(self._document.open, key) for key in came[0][:1]),
            self._show_opened,
            self._document.tell_library,
            partial(self.told.emit, text, say("Undo") if came[1] else "", back),
        )

    def _show_opened(self) -> None:
        if self._document.is_open:
            self.opened.emit()

    def _take_all_back(self, new: tuple[str, ...], before: str) -> None:
        self._document.take_out(new)
        if before and before not in new:
            self._open(before)

    def _receive(self, path: Path, whole: Map) -> None:
        """Open a map that is mine, in whatever state; add one of my series; ask about any other."""
        from app.views.exchange.guest import Guest

        guest = Guest(cleaned(path.stem) or phrases.map_title(whole.network), whole)
        if guest.is_shared:
            if not self._tell_kept(guest):
                self.bar.ask(guest)
        elif whole.network.id in {summary.id for summary in self._document.summaries()}:
            if self._document.is_damaged(whole.network.id):
                self.add(whole)  # it takes the place of what cannot be opened
            else:
                self._meet_again(whole)
        elif whole.network.series in {s.series for s in self._present()}:
            self.add(whole)
        else:
            self.bar.ask(guest)

    def _meet_again(self, whole: Map) -> None:
        """Open the map of which this is a state; where that differs, ask what to do with it."""
        from app.models.states import difference, is_earlier
        from app.views.exchange.guest import State

        key = whole.network.id
        is_removed = key not in {summary.id for summary in self._present()}
        if is_removed and not self._document.restore_map(key):
            return
        is_open = self._document.is_open and self._document.map.network.id == key
        if not is_open and not self._document.open(key):
            return
        self.opened.emit()
        mine = self._document.map
        if mine == whole:
            return
        earlier = is_earlier(whole, mine, self._document.history)
        name = phrases.map_title(mine.network)
        self.bar.ask(State(name, whole, difference(mine, whole), earlier))

    def _tell_slow(self, path: Path) -> None:
        text = say("Waiting for {file}. You can carry on in the meantime.", file=path.name)
        self.told.emit(text, say("Do not wait"), partial(self.reader.leave, path))

    def add_file(self, path: Path) -> None:
        """Open the map of a file of Kring's own, which is added where it is not there yet."""
        from app.exchange.kring_file import read_kring

        try:
            whole = read_kring(path)
        except Problem as problem:
            self.failed.emit(problem)
            return
        if whole.network.id in {summary.id for summary in self._present()}:
            self._open(whole.network.id)
        else:
            self.add(whole, tells=False)

    def add(self, whole: Map, *, tells: bool = True) -> None:
        """Add a map to the library, open it and tell so; that there are two now is always told."""
        known = {summary.id for summary in self._present()}
        before = self._document.map.network.id if self._document.is_open else ""
        added = self._document.add_map(whole)
        if added is None:
            return
        self.opened.emit()
        text = say("“{name}” is now in your maps.")
        differs = added != whole.network.id
        if differs:
            text = say("You had “{name}” already, and this one differs. Now you have both.")
        if differs or (tells and added not in known):
            name = phrases.map_title(whole.network)
            self._tell_added(filled(text, name=name), added, before)

    def keep(self, guest: "Guest") -> None:
        """Add the map of a guest to the library, and go on with the one that is open."""
        if self._tell_kept(guest):
            return
        mine = self._document.map.network.id
        added = self._document.add_map(_kept(guest, say("Other")))
        if added is not None and self._document.open(mine):
            text = say("“{name}” is now in your maps.")
            self._tell_added(filled(text, name=guest.name), added, mine)

    def _look(self, offered: "Guest | State") -> None:
        from app.views.exchange.guest import State

        if not isinstance(offered, State):
            self.look_requested.emit(offered)
            return
        key = offered.map.network.id
        is_open = self._document.is_open and self._document.map.network.id == key
        if (is_open or self._document.open(key)) and self._document.take_over(offered.map):
            self.taken_over.emit(say("“{name}” is now as in the file.", name=offered.name))
        self.opened.emit()

    def _add(self, offered: "Guest | State") -> None:
        from app.views.exchange.guest import State

        if isinstance(offered, State):
            self.add(offered.map)
        elif not self._tell_kept(offered):
            self.add(_kept(offered, say("Other")))

    def _tell_kept(self, guest: "Guest") -> bool:
        """Tell that the map of a guest was kept before, and offer to open it; False where not."""
        for summary in self._present():
            if summary.id == guest.map.network.id:
                kept = self._document.map_of(summary.id)
                if kept is not None and _bare(kept) == _bare(guest.map):
                    text = say("You have this map already: “{name}”.")
                    text = filled(text, name=summary.title or phrases.untitled())
                    self.told.emit(text, say("Open"), partial(self._open, summary.id))
                    return True
        return False

    def _present(self) -> list[Summary]:
        return [summary for summary in self._document.summaries() if summary.deleted is None]

    def _tell_added(self, text: str, added: str, before: str) -> None:
        self.told.emit(text, say("Undo"), partial(self._take_back, added, before))

    def _take_back(self, added: str, before: str) -> None:
        """Remove a map that was just added, and go on with the one that was open before."""
        is_open = self._document.is_open and self._document.map.network.id == added
        if self._document.remove_map(added) and is_open and before:
            self._open(before)

    def _open(self, network_id: str) -> None:
        if self._document.open(network_id):
            self.opened.emit()


def _kept(guest: "Guest", ego_label: str) -> Map:
    """Return the map of a guest as it is kept: called after its file where it has no title.

    A map that was made to hand on is somebody else's: another name than *Me* stands in its
    middle, and it is finished, so that nothing is changed in it by mistake.
    """
    network = guest.map.network
    kept = replace(network, title=network.title or cleaned(guest.name))
    if guest.is_shared:
        kept = replace(kept, ego_label=network.ego_label or ego_label, finished=True)
    return guest.map.after({network.id: kept})


def _bare(whole: Map) -> Map:
    """Return a map without what Kring or the owner gives it when it is kept."""
    network = replace(whole.network, title="", ego_label="", finished=False)
    return whole.after({network.id: network})
