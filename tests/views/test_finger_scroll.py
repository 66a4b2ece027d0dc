"""A finger on what scrolls: it scrolls and does nothing else; a tap is a click, held it drags.

On every screen, page and dialog in `test_walking`.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.settings import Settings
from app.views.widgets.finger_scroll import FingerScroll
from tests.sure import sure

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

FAR: Final = 120
"""Pixels that a finger goes."""


@cache
def touch_screen() -> Any:
    return QTest.createTouchDevice()


class Finger:
    """One finger; it comes down on a widget, which may go away under it."""

    def __init__(self, screen: Any) -> None:
        self._screen = screen

    def down(self, on: QWidget, at: QPoint) -> None:
        self._window, self._at = on.window(), on.mapTo(on.window(), at)
        self._send("press")

    def move(self, far: QPoint) -> None:
        start = self._at
        for step in range(1, 7):
            self._at = start + far * step / 6
            self._send("move")
            QTest.qWait(8)  # a finger that is nowhere for a while has no speed

    def up(self) -> None:
        self._send("release")
        QApplication.processEvents()

    def tap(self, on: QWidget, at: QPoint) -> None:
        self.down(on, at)
        self.up()

    def swipe(self, on: QWidget, at: QPoint, far: QPoint, *, throws: bool = False) -> None:
        self.down(on, at)
        self.move(far)
        if not throws:
            QTest.qWait(40)  # longer than it takes to scroll as far as it went
        self.up()

    def _send(self, do: str) -> None:
        events = QTest.touchEvent(self._window, self._screen, False)  # noqa: FBT003 (Qt's name)
        getattr(events, do)(0, self._at, self._window)
        events.commit()


@pytest.fixture
def finger(qapp: QApplication) -> Finger:
    return Finger(touch_screen())


class Mouse(QObject):
    """Counts what reaches a widget of a mouse."""

    def __init__(self, on: QWidget) -> None:
        super().__init__(on)
        self.heard: list[QEvent.Type] = []
        on.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() in (
            QEvent.Type.MouseButtonPress,
            QEvent.Type.MouseButtonRelease,
            QEvent.Type.MouseButtonDblClick,
        ):
            self.heard.append(event.type())
        return False


def put(inside: QWidget, settings: Settings, qtbot: QtBot) -> QWidget:
    """Show something in a window of the app."""
    window = QWidget()
    qtbot.addWidget(window)
    FingerScroll(window, settings)
    column = QVBoxLayout(window)
    column.addWidget(QLineEdit(window))
    column.addWidget(inside)
    window.resize(300, 400)
    window.show()
    window.activateWindow()
    inside.setFocus()
    QApplication.processEvents()
    return window


@pytest.fixture
def listed(settings: Settings, qtbot: QtBot) -> QListWidget:
    listed = QListWidget()
    listed.addItems([str(number) for number in range(80)])
    listed.setDragEnabled(True)
    put(listed, settings, qtbot)
    return listed


@pytest.mark.parametrize(
    "mode",
    [QAbstractItemView.ScrollMode.ScrollPerItem, QAbstractItemView.ScrollMode.ScrollPerPixel],
)
def test_a_list_goes_along_with_the_finger_and_nobody_is_chosen(
    listed: QListWidget, settings: Settings, finger: Finger, mode: Any
) -> None:
    settings.motion = False
    listed.setVerticalScrollMode(mode)
    QApplication.processEvents()
    mouse, row = Mouse(listed.viewport()), listed.visualItemRect(listed.item(0)).height()
    finger.swipe(listed.viewport(), QPoint(50, 250), QPoint(0, -6 * row))
    at_top = sure(listed.itemAt(QPoint(50, row // 2)))
    assert listed.row(at_top) == pytest.approx(6, abs=1)
    assert (mouse.heard, listed.selectedItems()) == ([], [])
    finger.tap(listed.viewport(), QPoint(50, row // 2))
    assert listed.selectedItems() == [at_top]


def test_a_finger_that_is_lifted_while_it_goes_throws_unless_motion_is_off(
    listed: QListWidget, settings: Settings, finger: Finger
) -> None:
    bar, gone = listed.verticalScrollBar(), []
    listed.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    for settings.motion in (True, False):
        QApplication.processEvents()
        bar.setValue(0)
        finger.swipe(listed.viewport(), QPoint(50, 300), QPoint(0, -200), throws=True)
        before = bar.value()
        QTest.qWait(300)
        gone.append(bar.value() - before)
    assert gone[0] > 20
    assert gone[1] == 0


def test_a_finger_stops_what_moves_and_clicks_nothing_then(
    listed: QListWidget, settings: Settings, finger: Finger
) -> None:
    settings.motion = True
    finger.swipe(listed.viewport(), QPoint(50, 300), QPoint(0, -200), throws=True)
    finger.tap(listed.viewport(), QPoint(50, 100))
    at = listed.verticalScrollBar().value()
    QTest.qWait(200)
    assert listed.verticalScrollBar().value() == at
    assert listed.selectedItems() == []
    finger.tap(listed.viewport(), QPoint(50, 100))
    assert len(listed.selectedItems()) == 1


def test_two_taps_are_a_double_click(listed: QListWidget, finger: Finger) -> None:
    opened: list[object] = []
    listed.itemDoubleClicked.connect(opened.append)
    finger.tap(listed.viewport(), QPoint(50, 20))
    finger.tap(listed.viewport(), QPoint(51, 21))
    assert len(opened) == 1


def test_held_or_sideways_a_finger_has_hold_of_what_is_under_it(
    listed: QListWidget, finger: Finger
) -> None:
    port, at = listed.viewport(), QPoint(50, 100)
    listed.setDragEnabled(False)
    for held in (True, False):
        mouse = Mouse(port)
        finger.down(port, at)
        if held:
            QTest.qWait(450)
        assert len(mouse.heard) == held
        finger.move(QPoint(0, 60) if held else QPoint(60, 5))
        finger.up()
        assert mouse.heard == [QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease]
        assert listed.verticalScrollBar().value() == 0


def test_a_text_goes_along_line_by_line(settings: Settings, qtbot: QtBot, finger: Finger) -> None:
    settings.motion = False
    text = QPlainTextEdit("\n".join(map(str, range(200))))
    put(text, settings, qtbot)
    line = text.fontMetrics().lineSpacing()
    before = text.textCursor().position()
    finger.swipe(text.viewport(), QPoint(50, 250), QPoint(0, -8 * line))
    assert text.verticalScrollBar().value() == pytest.approx(8, abs=1)
    assert text.textCursor().position() == before
    finger.tap(text.viewport(), QPoint(5, 5))
    assert text.textCursor().blockNumber() == text.verticalScrollBar().value()


def test_buttons_on_a_page_are_passed_over_and_pressed_by_a_tap(
    settings: Settings, qtbot: QtBot, finger: Finger
) -> None:
    settings.motion = False
    page, inside, pressed = QScrollArea(), QWidget(), []
    column = QVBoxLayout(inside)
    buttons = [QPushButton(str(number), inside) for number in range(40)]
    for number, button in enumerate(buttons):
        button.clicked.connect(lambda _=False, number=number: pressed.append(number))
        column.addWidget(button)
    page.setWidget(inside)
    put(page, settings, qtbot)
    finger.swipe(buttons[7], QPoint(9, 9), QPoint(0, -FAR))
    assert page.verticalScrollBar().value() == pytest.approx(FAR, abs=2)
    assert pressed == []
    finger.tap(buttons[8], QPoint(9, 9))
    assert pressed == [8]


def test_the_list_of_a_closed_combo_scrolls_too(
    settings: Settings, qtbot: QtBot, finger: Finger
) -> None:
    settings.motion = False
    combo = QComboBox()
    combo.addItems([str(number) for number in range(200)])
    put(combo, settings, qtbot)
    combo.showPopup()
    QApplication.processEvents()
    port, bar = combo.view().viewport(), combo.view().verticalScrollBar()
    before = bar.value()
    finger.swipe(port, QPoint(20, 90), QPoint(0, -80))
    assert bar.value() > before
    assert combo.currentIndex() == 0
    assert combo.view().isVisible()
    finger.tap(port, QPoint(20, 10))
    assert combo.currentIndex() > 0


def scrolling(root: QWidget) -> Iterator[QAbstractScrollArea]:
    """Give what is seen and can scroll, but the map, which knows fingers by itself."""
    for area in root.findChildren(QAbstractScrollArea):
        port = area.viewport()
        can = area.horizontalScrollBar().maximum() or area.verticalScrollBar().maximum()
        takes = getattr(area, "takes_touches", False)
        if can and not takes and port.isVisible() and min(port.width(), port.height()) > 60:
            yield area


def scrolls_under(finger: Finger, area: QAbstractScrollArea) -> bool:
    """Tell whether something scrolls under a finger; it stands at its top again then."""
    down = area.verticalScrollBar().maximum() > 0
    bar = area.verticalScrollBar() if down else area.horizontalScrollBar()
    port = area.viewport()
    middle = port.visibleRegion().boundingRect().center()
    bar.setValue(0)
    for _ in range(2):  # what is being laid out under a finger goes back
        if not bar.value():
            finger.swipe(port, middle, QPoint(0, -40) if down else QPoint(-40, 0))
    goes = bar.value() > 0
    bar.setValue(0)
    return goes
