"""The ring around what has the keyboard: after a key, around every control, where it is seen."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QCursor, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.views.widgets.keyboard_ring import KeyboardRing
from app.views.widgets.menu import Menu
from app.views.widgets.one_stop import OneStop
from app.views.widgets.segmented import Segmented
from app.views.widgets.text_fields import NumberField
from tests.sure import as_a, sure


class Page(QDialog):
    def __init__(self) -> None:
        super().__init__()
        self.first, self.second, self.line = QPushButton("a"), QPushButton("b"), QLineEdit()
        self.tray = Segmented({"x": "X", "y": "Y"}, self)
        self.tray.show_chosen("x")
        self.tray.chosen.connect(self.tray.show_chosen)
        column = QVBoxLayout(self)
        for widget in (self.first, self.second, self.line, self.tray):
            column.addWidget(widget)
        KeyboardRing(self)


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> Page:
    page = Page()
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    page.line.setFocus()
    return page


def around(page: QWidget) -> QWidget | None:
    """The widget around which there is a ring, or None."""
    ring = sure(page.findChild(KeyboardRing)).ring
    if ring is None or not ring.isVisible():
        return None
    inner = ring.geometry().adjusted(4, 4, -4, -4)
    for widget in page.findChildren(QWidget):
        if widget.mapTo(page, QPoint()) == inner.topLeft() and widget.size() == inner.size():
            return widget
    raise AssertionError(inner)


def press_key(page: QWidget, key: Any) -> None:
    QTest.keyClick(page.windowHandle(), key)


def click(page: QWidget, widget: QWidget) -> None:
    middle = widget.mapTo(page, widget.rect().center())
    QTest.mouseClick(page.windowHandle(), Qt.MouseButton.LeftButton, pos=middle)


def test_no_ring_before_the_first_key_that_goes_somewhere(page: Page) -> None:
    page.first.setFocus()
    assert around(page) is None
    for looks in (Qt.Key.Key_Control, Qt.Key.Key_F11):
        press_key(page, looks)
        assert around(page) is None
    page.line.setFocus()
    for writes in (Qt.Key.Key_S, Qt.Key.Key_A, Qt.Key.Key_M, Qt.Key.Key_Return):
        press_key(page, writes)
    page.first.setFocus()
    assert around(page) is None
    press_key(page, Qt.Key.Key_Tab)
    assert around(page) is page.second


def test_a_click_shows_no_ring_and_the_next_key_does(page: Page, qtbot: QtBot) -> None:
    click(page, page.second)
    assert page.second.hasFocus()
    assert around(page) is None
    press_key(page, Qt.Key.Key_Shift)
    assert around(page) is None
    press_key(page, Qt.Key.Key_Backtab)
    assert page.first.hasFocus()
    assert around(page) is page.first
    click(page, page.second)
    assert around(page) is None


def test_where_code_gives_the_keyboard_after_a_click_there_is_no_ring(page: Page) -> None:
    page.first.clicked.connect(lambda: page.tray.button("x").setFocus())
    click(page, page.first)
    assert page.tray.button("x").hasFocus()
    assert around(page) is None
    press_key(page, Qt.Key.Key_Right)
    assert page.tray.button("y").isChecked()
    assert around(page) is page.tray.button("y")


def test_a_field_shows_itself_that_it_has_the_keyboard(page: Page) -> None:
    press_key(page, Qt.Key.Key_Backtab)
    assert around(page) is page.second
    press_key(page, Qt.Key.Key_Tab)
    assert page.line.hasFocus()
    assert around(page) is None


def test_the_ring_follows_what_moves_and_goes_with_what_is_hidden(page: Page, qtbot: QtBot) -> None:
    press_key(page, Qt.Key.Key_Backtab)
    page.first.hide()
    qtbot.waitUntil(lambda: around(page) is page.second)
    page.second.setFixedSize(200, 60)
    qtbot.waitUntil(lambda: around(page) is page.second and page.second.height() == 60)
    page.second.hide()
    qtbot.waitUntil(lambda: around(page) is not page.second)


def test_nothing_moves_when_the_ring_comes(page: Page, qtbot: QtBot) -> None:
    before = [widget.geometry() for widget in (page.first, page.second, page.tray)]
    for _ in range(4):
        press_key(page, Qt.Key.Key_Tab)
    assert [widget.geometry() for widget in (page.first, page.second, page.tray)] == before


def test_what_is_scrolled_away_has_no_ring_over_others(qtbot: QtBot, qapp: QApplication) -> None:
    page = QDialog()
    qtbot.addWidget(page)
    page.resize(200, 120)
    column = QVBoxLayout(page)
    scroll, inside = QScrollArea(), QWidget()
    column.addWidget(scroll)
    rows = QVBoxLayout(inside)
    buttons = [QPushButton(str(number)) for number in range(12)]
    for button in buttons:
        rows.addWidget(button)
    scroll.setWidget(inside)
    KeyboardRing(page)
    page.show()
    qtbot.waitExposed(page)
    buttons[0].setFocus()
    qtbot.waitUntil(buttons[0].hasFocus)  # a window hears its keys once it is active
    press_key(page, Qt.Key.Key_Tab)
    assert around(page) is buttons[1]
    scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: around(page) is None)


def test_many_buttons_are_one_stop_also_when_the_one_it_was_at_goes(page: Page) -> None:
    row = QWidget(page)
    sure(page.layout()).addWidget(row)
    column = QVBoxLayout(row)
    chips = [QPushButton(str(number)) for number in range(4)]
    for chip in chips:
        column.addWidget(chip)
    stop = OneStop(chips, row)
    row.show()
    page.line.setFocus()
    press_key(page, Qt.Key.Key_Tab)
    assert chips[0].hasFocus()
    press_key(page, Qt.Key.Key_Right)
    assert chips[1].hasFocus()
    stop.leave_out([chips[1]])
    chips[1].hide()
    assert chips[2].hasFocus()
    press_key(page, Qt.Key.Key_Backtab)
    assert page.line.hasFocus()


def test_cards_with_buttons_are_one_stop_and_up_and_down_go_to_another_card(page: Page) -> None:
    rows = [[QPushButton(f"{card} {button}") for button in range(2)] for card in range(3)]
    for button in (button for row in rows for button in row):
        sure(page.layout()).addWidget(button)
    stop = OneStop((), page)
    stop.take_rows(rows)
    page.first.setFocus()
    for row in rows:
        for button in row:
            button.show()

    def stops() -> list[Any]:
        tab = Qt.FocusPolicy.TabFocus.value
        reached = (button for row in rows for button in row if button.focusPolicy().value & tab)
        return [button.text() for button in reached]

    assert stops() == ["0 0"]
    rows[0][0].setFocus()
    for key, at in ((Qt.Key.Key_Right, "0 1"), (Qt.Key.Key_Down, "1 1"), (Qt.Key.Key_Up, "0 1")):
        press_key(page, key)
        assert (as_a(QPushButton, page.focusWidget()).text(), stops()) == (at, [at])
    rows[0][1].hide()
    assert stops() == ["1 0"]
    rows[1][0].setEnabled(False)
    assert len(stops()) == 1


def test_what_code_or_tab_reaches_is_in_sight_and_enter_presses_it(
    qtbot: QtBot, qapp: QApplication
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 200)
    column = QVBoxLayout(window)
    scroll, inside = QScrollArea(), QWidget()
    first = QPushButton("first")
    column.addWidget(first)
    column.addWidget(scroll)
    rows = QVBoxLayout(inside)
    buttons = [QPushButton(str(number)) for number in range(12)]
    card = QFrame()
    card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    for part in (*buttons, card):
        part.setMinimumHeight(30)
        rows.addWidget(part)
    scroll.setWidget(inside)
    KeyboardRing(window)
    window.show()
    qtbot.waitExposed(window)
    first.setFocus()
    pressed = []
    buttons[-1].clicked.connect(lambda: pressed.append(1))
    qtbot.waitUntil(first.hasFocus)
    press_key(window, Qt.Key.Key_Tab)
    buttons[-1].setFocus()
    qtbot.waitUntil(lambda: around(window) is buttons[-1])
    press_key(window, Qt.Key.Key_Return)
    assert pressed == [1]
    card.setFocus()  # what has no look of its own for the keyboard gets the ring too
    qtbot.waitUntil(lambda: around(window) is card)


def test_a_page_that_qt_gave_the_keyboard_has_no_ring(page: Page, qapp: QApplication) -> None:
    nothing = QFrame(page)
    sure(page.layout()).addWidget(nothing)
    press_key(page, Qt.Key.Key_Tab)
    nothing.setFocus()  # as a stack does with a page in which nothing takes it
    qapp.processEvents()
    assert around(page) is None


def test_a_button_goes_out_when_its_menu_closes(
    page: Page, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    menu = Menu(page)
    menu.addAction("Theme")
    QCursor.setPos(page.mapToGlobal(page.rect().bottomRight()))
    menu.popup(page.mapToGlobal(QPoint(0, 0)))
    page.first.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    left = []
    monkeypatch.setattr(page.first, "leaveEvent", lambda event: left.append(event.type()))
    menu.close()
    qtbot.waitUntil(lambda: bool(left))
    assert not page.first.underMouse()


def test_home_and_end_go_through_what_scrolls(qtbot: QtBot, page: Page) -> None:
    area, long = QScrollArea(), QWidget()
    long.setFixedSize(40, 4000)
    area.setWidget(long)
    sure(page.layout()).addWidget(area)
    area.setFocus()
    QApplication.processEvents()
    bar = area.verticalScrollBar()
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_Home)
    assert bar.value() == 0


def test_a_letter_with_alt_is_not_written(qtbot: QtBot, page: Page) -> None:
    handle = page.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    assert page.line.text() == ""
    QTest.keyClick(handle, Qt.Key.Key_N)
    QTest.keyClick(handle, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.line.text() == "n"


def test_a_press_on_a_caption_goes_to_its_field(qtbot: QtBot, page: Page) -> None:
    caption = QLabel("What is it called?")
    caption.setBuddy(page.line)
    sure(page.layout()).addWidget(caption)
    page.first.setFocus()
    QApplication.processEvents()
    where = caption.mapTo(page, caption.rect().center())
    QTest.mouseClick(page.windowHandle(), Qt.MouseButton.LeftButton, pos=where)
    assert page.focusWidget() is page.line


def test_the_caption_of_a_form_is_such_a_caption(qtbot: QtBot, page: Page) -> None:
    field = NumberField("importance", 1, 5)
    sure(page.layout()).addWidget(field)
    page.first.setFocus()
    QApplication.processEvents()
    click(page, field.caption)
    assert page.focusWidget() is field.line


def test_enter_that_moves_the_keyboard_presses_nothing_where_it_comes(
    qtbot: QtBot, qapp: QApplication
) -> None:
    """A field leaves Enter to others, and it came by the window again once it was elsewhere."""
    page, pressed = QWidget(), list[bool]()
    line, button = QLineEdit(page), QPushButton(page)
    column = QVBoxLayout(page)
    for widget in (line, button):
        column.addWidget(widget)
    KeyboardRing(page)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    button.clicked.connect(pressed.append)
    line.returnPressed.connect(button.setFocus)
    button.setFocus()
    press_key(page, Qt.Key.Key_Tab)
    assert line.hasFocus()
    press_key(page, Qt.Key.Key_Return)
    assert around(page) is button
    assert pressed == []


def test_all_of_a_field_is_scrolled_into_sight(qtbot: QtBot, qapp: QApplication) -> None:
    """To Qt a field to write in is no more than the line of its cursor."""
    area, inside = QScrollArea(), QWidget()
    area.setWidgetResizable(True)
    column = QVBoxLayout(inside)
    button, text = QPushButton("a"), QPlainTextEdit()
    for widget, high in ((button, 150), (text, 100), (QLabel(), 400)):
        widget.setFixedHeight(high)
        column.addWidget(widget)
    area.setWidget(inside)
    KeyboardRing(area)
    qtbot.addWidget(area)
    area.resize(200, 220)
    with qtbot.waitActive(area):
        area.show()
    button.setFocus()
    press_key(area, Qt.Key.Key_Tab)
    assert text.hasFocus()
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0)
    assert area.viewport().height() >= text.mapTo(area.viewport(), text.rect().bottomLeft()).y()


def test_the_ring_goes_around_what_a_widget_says(page: Page) -> None:
    """Where most of it is empty, a ring around all of it would say nothing."""
    page.second.ring_lies = lambda: QRect(5, 2, 20, 10)  # type: ignore[attr-defined]
    page.first.setFocus()
    press_key(page, Qt.Key.Key_Tab)
    ring = sure(sure(page.findChild(KeyboardRing)).ring)
    at = page.second.mapTo(page, QPoint(5, 2))
    assert ring.geometry().adjusted(4, 4, -4, -4) == QRect(at, QSize(20, 10))


def test_the_ring_lies_over_what_comes_into_the_window_later(page: Page) -> None:
    """The screens are built anew for a board, and lay over it."""
    page.first.setFocus()
    press_key(page, Qt.Key.Key_Tab)
    later = QFrame(page)
    later.show()
    shown = [part for part in page.children() if part.isWidgetType()]
    assert shown[-1] is sure(page.findChild(KeyboardRing)).ring


def test_a_key_of_the_menu_that_leads_somewhere_shows_where(page: Page) -> None:
    """Nobody is told of such a key: who came to another screen by it saw not where they were."""
    led = QShortcut(QKeySequence("Ctrl+M"), page)
    led.activated.connect(page.second.setFocus)
    page.first.setFocus()
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert page.second.hasFocus()
    assert around(page) is page.second


def test_a_key_of_the_menu_that_leads_nowhere_leaves_a_mouse_a_mouse(page: Page) -> None:
    done: list[bool] = []
    QShortcut(QKeySequence("Ctrl+M"), page).activated.connect(lambda: done.append(True))
    page.first.setFocus()
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    click(page, page.second)
    page.first.setFocus()
    assert (done, around(page)) == ([True], None)


def test_it_begins_with_where_the_keyboard_is(qtbot: QtBot) -> None:
    """It comes after the first map: somebody may be at work by then."""
    window, first, second = QWidget(), QPushButton("a"), QPushButton("b")
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(first)
    column.addWidget(second)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    KeyboardRing(window)
    press_key(window, Qt.Key.Key_Tab)
    assert around(window) is second
