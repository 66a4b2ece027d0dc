"""What takes its time, done a piece at a time: the window answers in between."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Protocol, TypeVar, runtime_checkable

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid


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


class Turns(QObject):
    """Does one thing after the other, each in a turn of the event loop of its own.

    What others have to do waits in the same line: no two things are done in one turn.
    `singleShot(0)` gives no turn: what one of those asks for comes in the turn it is asked in.
    """

    def add(self, *steps: Callable[[], object]) -> None:
        """Do these after what is to be done already."""
        _line().steps += [(self, step) for step in steps]
        _line().start()

    def clear(self) -> None:
        """Leave all that is not done yet."""
        line = _line()
        line.steps = [(owner, step) for owner, step in line.steps if owner is not self]


class _Line(QTimer):
    """What is to be done in turns, by whom."""

    def __init__(self) -> None:
        super().__init__(interval=0)
        self.steps: list[tuple[Turns, Callable[[], object]]] = []
        self.timeout.connect(self._take)

    def _take(self) -> None:
        while self.steps:
            owner, step = self.steps.pop(0)
            if isValid(owner):
                step()
                return
        self.stop()


@cache
def _line() -> _Line:
    return _Line()
