"""What happens to a map that is opened: mine goes to the library, anybody else's is asked about."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.document import Document
from app.models.network import Map
from app.models.problem import Problem
from app.models.rules import cleaned
from app.storage.content import Summary
from app.views import words

if TYPE_CHECKING:
    from app.views.exchange.guest import Guest
    from app.views.exchange.offer import OfferBar


class Visits(QObject):
    """Lets nothing of somebody else into the library but what the owner adds."""

    look_requested = Signal(object)
    """To lay a `Guest` beside the open map."""
    opened = Signal()
    """Another map is open now."""
    told = Signal(str, str, object)
    """A sentence, what stands on a button below it, and what that does."""
    failed = Signal(object)

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document

    @cached_property
    def bar(self) -> "OfferBar":
        """Return the bar that asks; it lies below the top bar of the parent."""
        from app.views.exchange.offer import OfferBar

        screens = self.parent()
        assert isinstance(screens, QWidget)
        bar = OfferBar(screens)
        layout = screens.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(1, bar)
        bar.look_requested.connect(self.look_requested)
        bar.keep_requested.connect(self._add)
        return bar

    @property
    def waiting(self) -> "tuple[Guest, ...]":
        """Return the guests that nothing was decided about yet."""
        return self.bar.waiting if "bar" in self.__dict__ else ()

    def wait_again(self, waiting: "Iterable[Guest]") -> None:
        """Ask about guests that were waiting before the screens were built anew."""
        for guest in waiting:
            self.bar.ask(guest)

    def open_file(self, path: Path) -> None:
        """Open the map of a file: at once where its series is mine, else ask what to do."""
        whole = self._read(path)
        if whole is None:
            return
        from app.views.exchange.guest import Guest

        guest = Guest(path.stem, whole)
        if guest.is_shared:
            if not self._tell_kept(guest):
                self.bar.ask(guest)
        elif whole.network.series in {s.series for s in self._present()}:
            self.add(whole)
        else:
            self.bar.ask(guest)

    def add_file(self, path: Path) -> None:
        """Add the map of a file to the library without asking, and open it."""
        whole = self._read(path)
        if whole is not None:
            self.add(whole, tells=False)

    def _read(self, path: Path) -> Map | None:
        from app.exchange.kring_file import read_kring

        try:
            return read_kring(path)
        except Problem as problem:
            self.failed.emit(problem)
            return None

    def add(self, whole: Map, *, tells: bool = True) -> None:
        """Add a map to the library, open it and tell so; that there are two now is always told."""
        known = {summary.id for summary in self._present()}
        before = self._document.map.network.id if self._document.is_open else ""
        added = self._document.add_map(whole)
        if added is None:
            return
        self.opened.emit()
        text = self.tr("“{name}” is among your maps now.")
        differs = added != whole.network.id
        if differs:
            text = self.tr("You had “{name}” already, and this one differs. Now you have both.")
        if differs or (tells and added not in known):
            name = words.map_title(whole.network)
            self._tell_added(text.replace("{name}", name), added, before)

    def keep(self, guest: "Guest") -> None:
        """Add the map of a guest to the library, and go on with the one that is open."""
        if self._tell_kept(guest):
            return
        mine = self._document.map.network.id
        added = self._document.add_map(_kept(guest, self.tr("Other")))
        if added is not None and self._document.open(mine):
            text = self.tr("“{name}” is among your maps now.")
            self._tell_added(text.replace("{name}", guest.name), added, mine)

    def _add(self, guest: "Guest") -> None:
        if not self._tell_kept(guest):
            self.add(_kept(guest, self.tr("Other")))

    def _tell_kept(self, guest: "Guest") -> bool:
        """Tell that the map of a guest was kept before, and offer to open it; False where not."""
        for summary in self._present():
            if summary.id == guest.map.network.id:
                kept = self._document.map_of(summary.id)
                if kept is not None and _bare(kept) == _bare(guest.map):
                    text = self.tr("You have this map already: “{name}”.")
                    text = text.replace("{name}", summary.title or words.untitled())
                    self.told.emit(text, self.tr("Open"), partial(self._open, summary.id))
                    return True
        return False

    def _present(self) -> list[Summary]:
        return [summary for summary in self._document.summaries() if summary.deleted is None]

    def _tell_added(self, text: str, added: str, before: str) -> None:
        self.told.emit(text, self.tr("Undo"), partial(self._take_back, added, before))

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
