"""A column of cards of which only those are made that come in sight; those that stay are kept."""

from collections.abc import Hashable, Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget


class _Slot(QWidget):
    """The room of a card, which comes later."""

    def __init__(self, key: str, value: Hashable, height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.key, self.value = key, value
        self.card: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setMinimumHeight(height)

    def take(self, card: QWidget) -> None:
        self.card = card
        self._column.addWidget(card)
        self.setMinimumHeight(0)


class LazyColumn(QWidget):
    """Holds a row a key. A row is asked for when it is near what is seen, and again if it differs.

    Whoever owns it answers `wanted` with `put`; it knows nobody above it (0008-qt.md).
    """

    wanted = Signal(str)
    """The card of this row is to be made now."""

    def __init__(self, height: int, parent: QWidget) -> None:
        """`height` is that of a row that is not made yet, about."""
        super().__init__(parent)
        self._height = height
        self._slots: dict[str, _Slot] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._seen = (0, 0)

    def show_rows(self, rows: Sequence[tuple[str, Hashable]]) -> None:
        """Show these rows, each with all that its card depends on; others go."""
        self.hide()  # each card that came in sight would lay out all others anew
        before, self._slots = self._slots, {}
        for stays in before.values():  # what `takeAt` takes is kept, with the height of then
            self._column.removeWidget(stays)
        for key, value in rows:
            slot = before.pop(key, None)
            if slot is not None and slot.value != value:
                before[key], slot = slot, None
            self._slots[key] = slot or _Slot(key, value, self._height, self)
            self._column.addWidget(self._slots[key])
        for gone in before.values():
            gone.hide()
            gone.setParent(None)
            gone.deleteLater()
        self.see(*self._seen)
        self.show()

    def see(self, top: int, bottom: int) -> None:
        """Make what lies between two heights, and as much above and below as is seen."""
        self._seen = top, bottom
        margin, at = bottom - top, 0
        for slot in list(self._slots.values()):
            if slot.card is None and top - margin <= at <= bottom + margin:
                self.wanted.emit(slot.key)
            card = slot.card
            at += self._column.spacing()
            at += self._height if card is None else card.sizeHint().height()

    def put(self, key: str, card: QWidget) -> None:
        """Take the card of a row."""
        self._slots[key].take(card)
        card.show()  # now, and not with the next event: it may be given the keyboard at once

    def card(self, key: str) -> QWidget | None:
        """Return the card of a row, made now if it was not; None where there is no such row."""
        slot = self._slots.get(key)
        if slot is not None and slot.card is None:
            self.wanted.emit(key)
        return slot.card if slot is not None else None

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the rows in their order."""
        return tuple(self._slots)

    def made(self) -> Iterator[QWidget]:
        """Yield the cards that were made, in their order."""
        return (slot.card for slot in self._slots.values() if slot.card is not None)
