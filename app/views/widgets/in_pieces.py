"""What takes its time, done a piece at a time: the window answers in between."""

from collections.abc import Callable, Iterator
from typing import Protocol, TypeVar, runtime_checkable

from PySide6.QtCore import QObject, QTimer


@runtime_checkable
class InPieces(Protocol):
    """A widget of which `make_rest` makes what its constructor did not."""

    def make_rest(self) -> Iterator[None]:
        """Make what is left, a piece at each step."""


W = TypeVar("W", bound=InPieces)


def whole(part: W) -> W:
    """Make all that is left of a part at once, and return it."""
    for _ in part.make_rest():
        pass
    return part


class Turns(QTimer):
    """Does one thing after the other, each in a turn of the event loop of its own.

    `singleShot(0)` gives no turn: what one of those asks for comes in the turn it is asked in.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent, interval=0)
        self._steps: list[Callable[[], object]] = []
        self.timeout.connect(self._take)

    def add(self, *steps: Callable[[], object]) -> None:
        """Do these after what is to be done already."""
        self._steps += steps
        self.start()

    def clear(self) -> None:
        """Leave all that is not done yet."""
        self._steps.clear()
        self.stop()

    def _take(self) -> None:
        step = self._steps.pop(0)
        if not self._steps:
            self.stop()
        step()
