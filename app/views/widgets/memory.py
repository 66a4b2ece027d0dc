"""What a person left as it is: unfolded, sorted, scrolled, chosen; it stands there again.

The page holds it, by names that no language changes; whoever is built later reads it there. What
is of a map goes when another map is opened.
"""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QSplitter,
    QTableView,
    QWidget,
)


class KeptValue(NamedTuple):
    """What was left, and whether it says nothing of another map."""

    value: Any
    of_map: bool


class Memory(QObject):
    """Holds what was left where, by name; a page has one as `memory`."""

    another_map = Signal()
    """What is of the map before was let go of."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.left: dict[str, KeptValue] = {}

    def keep(self, name: str, value: Any, *, of_map: bool = False) -> None:
        """Keep a value under a name: never a text that is translated."""
        self.left[name] = KeptValue(value, of_map)

    def get(self, name: str, *, default: Any = None) -> Any:
        """Return the value kept under a name, or the default."""
        return self.left[name].value if name in self.left else default

    def leave_map(self) -> None:
        """Let go of what is of the map that was open."""
        self.left = {name: one for name, one in self.left.items() if not one.of_map}
        self.another_map.emit()


class KindOfState(NamedTuple):
    """How one kind of widget is left."""

    changes: Callable[[Any], Any]
    """The signal that it stands otherwise."""
    stands: Callable[[Any], Any]
    stand: Callable[[Any, Any], None]


def _sort(header: QHeaderView, value: tuple[int, Any]) -> None:
    column, order = value
    if column < header.count():
        header.setSortIndicator(column, order)


def _scroll(bar: QScrollBar, value: tuple[int, int]) -> None:
    (at, most), now = value, bar.maximum()
    bar.setValue(at if now == most else round(at * now / max(most, 1)))


_KINDS: Final[dict[type[QWidget], KindOfState]] = {
    QAbstractButton: KindOfState(
        lambda button: button.toggled, QAbstractButton.isChecked, QAbstractButton.setChecked
    ),
    QComboBox: KindOfState(
        lambda box: box.currentIndexChanged,
        QComboBox.currentData,
        lambda box, value: box.setCurrentIndex(max(box.findData(value), 0)),
    ),
    QLineEdit: KindOfState(lambda line: line.textChanged, QLineEdit.text, QLineEdit.setText),
    QSplitter: KindOfState(
        lambda split: split.splitterMoved, lambda split: tuple(split.sizes()), QSplitter.setSizes
    ),
    QHeaderView: KindOfState(
        lambda header: header.sortIndicatorChanged,
        lambda header: (header.sortIndicatorSection(), header.sortIndicatorOrder()),
        _sort,
    ),
}
LAID_OUT: Final = 60
"""Milliseconds after which what is scrolled has its length: boxes within boxes take turns."""
_SCROLLED: Final = KindOfState(
    lambda bar: bar.valueChanged, lambda bar: (bar.value(), bar.maximum()), _scroll
)


def remember(widget: QWidget, name: str, *, of_map: bool = False) -> "RememberedState":
    """Have a widget stand as it was left under a name, from when it is first shown."""
    kind = next(kind for type_, kind in _KINDS.items() if isinstance(widget, type_))
    return RememberedState(widget, name, kind, of_map=of_map)


def remember_room(part: QWidget, name: str, *, of_map: bool = True) -> None:
    """Have all within a part stand where it was scrolled to, and as it was sorted and divided.

    Each goes by its number in the part, which is made the same way each time. What has a name
    already keeps it.
    """
    inside = (part, *part.findChildren(QWidget))
    found = (one for one in inside if isinstance(one, QScrollArea | QAbstractItemView | QSplitter))
    for number, one in enumerate(found):
        called = f"{name} {number} {type(one).__name__}"
        if isinstance(one, QSplitter):
            remember(one, called)
        elif one.verticalScrollBar().findChild(RememberedState) is None:
            RememberedScroll(one.verticalScrollBar(), f"{called} down", of_map=of_map)
            RememberedScroll(one.horizontalScrollBar(), f"{called} across", of_map=of_map)
            if isinstance(one, QTableView) and one.isSortingEnabled():
                order = remember(one.horizontalHeader(), f"{called} order")
                one.horizontalHeader().sectionCountChanged.connect(order.stand)


def goes_back_down(area: QScrollArea) -> bool:
    """Tell whether it was left scrolled down: there it goes once it is as long as it was."""
    scroll = area.verticalScrollBar().findChild(RememberedScroll)
    return scroll is not None and scroll.goes_back_down


def memory_of(widget: QObject) -> Memory:
    """Return the memory of the page a widget stands on; who stands alone has one of its own.

    It is looked for each time: a child that holds on to what is above it ends the process.
    """
    above = widget
    while not isinstance(found := getattr(above, "memory", None), Memory):
        if (higher := above.parent()) is None:
            found = Memory(above)
            setattr(above, "memory", found)  # noqa: B010 (a dialog, or a widget alone)
            break
        above = higher
    return found


class RememberedState(QObject):
    """Gives one widget what was left of it when it is first shown, and keeps it from then on."""

    def __init__(self, widget: QWidget, name: str, kind: KindOfState, *, of_map: bool) -> None:
        super().__init__(widget)
        self._name, self._kind, self._of_map = name, kind, of_map
        self._is_shown = False
        widget.installEventFilter(self)

    def eventFilter(self, widget: QObject, event: QEvent) -> bool:
        """Begin where the widget is first shown: it has its place in a page by then."""
        if event.type() == QEvent.Type.Show:
            self.begin()
        return False

    def begin(self) -> None:
        """Begin now: the widget has its place, seen or not."""
        widget = self.parent()
        assert widget is not None
        widget.removeEventFilter(self)
        self._is_shown = True
        self._give_back()
        self._kind.changes(widget).connect(self._keep)

    def call(self, name: str) -> None:
        """Go by another name: the button is used again, for something that is folded at first."""
        if name != self._name:
            self._name = name
            if self._is_shown:
                self._kind.stand(self.parent(), memory_of(self).get(name, default=False))

    def stand(self, *_: object) -> None:
        """Stand as it was left, where that was not possible before."""
        if self._is_shown:
            self._give_back()

    def _give_back(self) -> None:
        memory = memory_of(self)
        if self._name in memory.left:
            self._kind.stand(self.parent(), memory.get(self._name))

    def _keep(self, *_: object) -> None:
        value = self._kind.stands(self.parent())
        memory_of(self).keep(self._name, value, of_map=self._of_map)


class RememberedScroll(RememberedState):
    """How far one scrolled: in pixels of the same length, else as a part of it."""

    def __init__(self, bar: QScrollBar, name: str, *, of_map: bool) -> None:
        super().__init__(bar, name, _SCROLLED, of_map=of_map)
        self._waits = False
        """What is scrolled is still being laid out, or is not long enough yet."""
        self._settles = QTimer(self, singleShot=True, interval=LAID_OUT)
        self._settles.timeout.connect(self._arrive)

    def _give_back(self) -> None:
        memory = memory_of(self)
        if self._of_map:
            memory.another_map.connect(self._begin_anew)
        if self._name in memory.left:
            self._waits = True
            self._bar.rangeChanged.connect(self._go)
            self._go()

    @property
    def _bar(self) -> QScrollBar:
        bar = self.parent()
        assert isinstance(bar, QScrollBar)
        return bar

    @property
    def is_settling(self) -> bool:
        """Tell whether it goes back soon to where it was left, whatever else moves it now."""
        return self._settles.isActive()

    @property
    def goes_back_down(self) -> bool:
        """Tell whether it was left further down than where it begins."""
        return bool(memory_of(self).get(self._name, default=(0, 0))[0])

    def _go(self, *_: object) -> None:
        if self._waits and self._bar.maximum() > 0:
            super()._give_back()
            self._settles.start()

    def _arrive(self) -> None:
        super()._give_back()  # also where the keyboard brought something else into sight
        self._waits = False

    def _keep(self, *_: object) -> None:
        if not self._waits:
            super()._keep()

    def _begin_anew(self) -> None:
        self._settles.stop()
        self._waits = False
        self._bar.setValue(0)
