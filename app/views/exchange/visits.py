"""What happens to a map that is opened: mine goes to the library, anybody else's is asked about."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.document import Document
from app.models.network import Map
from app.models.problem import Problem
from app.models.rules import cleaned

if TYPE_CHECKING:
    from app.views.exchange.guest import Guest
    from app.views.exchange.offer import OfferBar


class Visits(QObject):
    """Lets nothing of somebody else into the library but what the owner adds."""

    look_requested = Signal(object)
    """To lay a `Guest` beside the open map."""
    opened = Signal()
    """A map was added and is open now."""
    told = Signal(str)
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
        mine = {s.series for s in self._document.summaries() if s.deleted is None}
        if whole.network.series in mine:
            self.add(whole)
        else:
            from app.views.exchange.guest import Guest

            self.bar.ask(Guest(path.stem, whole))

    def add_file(self, path: Path) -> None:
        """Add the map of a file to the library without asking, and open it."""
        whole = self._read(path)
        if whole is not None:
            self.add(whole)

    def _read(self, path: Path) -> Map | None:
        from app.exchange.kring_file import read_kring

        try:
            return read_kring(path)
        except Problem as problem:
            self.failed.emit(problem)
            return None

    def add(self, whole: Map) -> None:
        """Add a map to the library and open it."""
        opened = self._document.add_map(whole)
        if opened is None:
            return
        self.opened.emit()
        if opened != whole.network.id:
            self.told.emit(self.tr("You had this map already, and it differs. Now you have both."))

    def keep(self, guest: "Guest") -> None:
        """Add the map of a guest to the library, and go on with the one that is open."""
        mine = self._document.map.network.id
        if self._document.add_map(_titled(guest)) and self._document.open(mine):
            self.told.emit(
                self.tr("“{name}” is among your maps now.").replace("{name}", guest.name)
            )

    def _add(self, guest: "Guest") -> None:
        self.add(_titled(guest))


def _titled(guest: "Guest") -> Map:
    """Return the map of a guest, called after its file where it has no title."""
    network = guest.map.network
    if network.title:
        return guest.map
    return guest.map.after({network.id: replace(network, title=cleaned(guest.name))})
