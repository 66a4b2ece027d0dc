"""A column of cards of which only those are made that come in sight; those that stay are kept."""

from collections.abc import Hashable, Iterator, Sequence
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.views.widgets.in_pieces import Turns

_BETWEEN: Final = 8
_FEW: Final = 8
"""With no more rows all cards are made at once; else one a turn: the window answers in between."""


class _Row:
    """A row, with its card once that is made."""

    def __init__(self, value: Hashable) -> None:
        self.value = value
        self.card: QWidget | None = None


class LazyColumn(QWidget):
    """Holds a row a key. A row is asked for when it is near what is seen, and again if it differs.

    Whoever owns it answers `wanted` with `put`; it knows nobody above it (0008-qt.md). It places
    the cards itself: of a thousand rows that have none yet Qt knows nothing.
    """

    wanted = Signal(str)
    """The card of this row is to be made now."""

    def __init__(self, height: int, parent: QWidget) -> None:
        """`height` is that of a row that is not made yet, about."""
        super().__init__(parent)
        self._height = height
        self._rows: dict[str, _Row] = {}
        self._seen = (0, 0)
        self._turns = Turns(self)

    def show_rows(self, rows: Sequence[tuple[str, Hashable]]) -> None:
        """Show these rows, each with all that its card depends on; others go. `see` comes next."""
        before, self._rows = self._rows, {}
        for key, value in rows:
            row = before.get(key)
            self._rows[key] = row if row is not None and row.value == value else _Row(value)
        kept = set(map(id, self._rows.values()))
        for row in before.values():
            if row.card is not None and id(row) not in kept:
                row.card.hide()
                row.card.deleteLater()
        for card in self.made():
            card.raise_()  # who listens hears them in their order

    def see(self, top: int, bottom: int) -> None:
        """Make what lies between two heights, and as much above and below as is seen."""
        self._seen = top, bottom
        self._turns.clear()
        self._make_some()

    def _make_some(self) -> None:
        """Make as many cards as one turn can have, the topmost first."""
        while (key := self._next_missing()) is not None:
            self.wanted.emit(key)
            if len(self._rows) > _FEW:
                self._turns.add(self._go_on)
                break
        self._place()

    def _go_on(self) -> None:
        if self.isVisible():
            self._make_some()

    def _next_missing(self) -> str | None:
        """Return the next row to make: what is seen comes before what is near."""
        top, bottom = self._seen
        for margin in (0, bottom - top):
            for key, row, at, height in self._placed():
                if at > bottom + margin:
                    break
                if row.card is None and at + height >= top - margin:
                    return key
        return None

    def _placed(self) -> Iterator[tuple[str, _Row, int, int]]:
        """Yield every row with its place and its height."""
        at, width = 0, self.width()
        for key, row in self._rows.items():
            height = self._height if row.card is None else _height_of(row.card, width)
            yield key, row, at, height
            at += height + _BETWEEN

    def _place(self) -> None:
        """Put every card in its place."""
        width = self.width()
        end = 0
        for _, row, at, height in self._placed():
            if row.card is not None:
                row.card.setGeometry(0, at, width, height)
            end = at + height
        self.setFixedHeight(end)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the cards be as wide as there is room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place()

    def event(self, event: QEvent) -> bool:
        """Make room for a card that became higher or lower."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def put(self, key: str, card: QWidget) -> None:
        """Take the card of a row."""
        self._rows[key].card = card
        card.setParent(self)
        made = [*self.made(), None]
        after = made[made.index(card) + 1]
        if after is not None:
            card.stackUnder(after)
        card.show()  # now, and not with the next event: it may be given the keyboard at once

    def card(self, key: str) -> QWidget | None:
        """Return the card of a row, made now if it was not; None where there is no such row."""
        row = self._rows.get(key)
        if row is not None and row.card is None:
            self.wanted.emit(key)
            self._place()
        return row.card if row is not None else None

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the rows in their order."""
        return tuple(self._rows)

    def made(self) -> Iterator[QWidget]:
        """Yield the cards that were made, in their order."""
        return (row.card for row in self._rows.values() if row.card is not None)


def _height_of(card: QWidget, width: int) -> int:
    least = max(card.minimumSizeHint().height(), card.minimumHeight())
    wanted = card.heightForWidth(width) if card.hasHeightForWidth() else card.sizeHint().height()
    return max(wanted, least)
