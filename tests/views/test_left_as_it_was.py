"""What a person unfolded, scrolled, sorted or chose stands there again on a page built anew.

All that can be changed is found by walking what is seen: a new screen is tried without a line here.
"""

from collections.abc import Iterator
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSplitter,
    QTableView,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app import language
from app.document import Document
from app.exchange.share import HAND_IN, shared
from app.models.network import Activity
from app.settings import Settings
from app.views.exchange.guest import Guest
from app.views.frame.screen_list import SCREENS
from app.views.frame.window import MainWindow
from app.views.library.foot import Foot
from app.views.people.find_bar import FindBar
from app.views.people.people_and_ties import PeopleAndTies
from app.views.widgets import memory, theme
from app.views.widgets.buttons import Tick
from app.views.widgets.segmented import Segmented
from tests.pictures import example
from tests.sure import sure
from tests.views.insight.conftest import findings_page
from tests.walking import visible

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
SCROLLED = (QScrollArea, QAbstractItemView)
DIRECTLY = Qt.FindChildOption.FindDirectChildrenOnly
FOLDS = (QPushButton, QToolButton, QCheckBox, QComboBox, QTableView, QSplitter, QLineEdit)


@pytest.fixture
def settings(tmp_path: Path, qapp: QApplication) -> Iterator[Settings]:
    settings = Settings(tmp_path / "settings.ini")
    settings.motion, settings.language, settings.theme = False, "en", "light"
    yield settings
    language.install("en")
    theme.wear("light", 100)


@pytest.fixture
def window(document: Document, settings: Settings, qtbot: QtBot) -> MainWindow:
    """A window in which every screen is full enough to be scrolled, unfolded and sorted."""
    for number in range(9):  # so many that one looks for a map
        document.new_map(f"Map {number}")
    document.add_map(example(14))
    document.make_group("First")
    document.set_network(moment=date(2026, 9, 1), moment_label="begin")
    document.continue_map(document.map.network.id, "end", date(2027, 6, 18))
    document.intend("Ask whether it helps", partner="p0")
    document.keep(Activity(id="a", partner="p0", what="A lesson"))
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.resize(1100, 640)
    window.show()
    window.show_document(document)
    window.activateWindow()
    settings.lens = "free"
    document.select(["p0"])
    return window


def settle() -> None:
    for _ in range(2):
        QApplication.processEvents()


def show(window: MainWindow, screen: str) -> None:
    if SCREENS[screen].needs_guest and window.screens.guest is None:
        window.screens.look_at(Guest("ruil", shared(example(8), HAND_IN, "en")))
    select(window, screen)
    window.screens.show_screen(screen)
    settle()


def select(window: MainWindow, screen: str) -> None:
    """Select somebody where that shows their form or card: once, as it has many fields."""
    row = SCREENS[screen]
    has_form = row.beside or (row.names and not row.wide)
    window.screens.document.select(["p0"] if has_form else [])


def seen(window: MainWindow, *kinds: type[Any] | type[FindBar] | type[Segmented]) -> list[Any]:
    """Return what is seen of some kinds on the screen, without what the frame has on each."""
    around = (window.screens.bar, window.screens.notice)
    found = [
        widget
        for widget in visible(window.screens, kinds)
        if not any(bar.isAncestorOf(widget) for bar in around)
    ]
    return [widget for kind in kinds for widget in found if isinstance(widget, kind)]


def faces(window: MainWindow, *, back: bool = False) -> Iterator[None]:
    """Go by every face of a screen, to which its rows of choices lead; or back, to the first."""
    yield
    steps = -1 if back else 1
    for number in range(len(turned(window)))[::steps]:
        row = dict(enumerate(turned(window))).get(number)  # it may have gone with a face
        for button in row.findChildren(QRadioButton)[::steps] if row else ():
            if button.isVisible() and not button.isChecked():
                button.setFocus()  # as a press does: what is left does not scroll to its own
                button.click()
                settle()
                select(window, window.screens.shown)  # a question selects others
                settle()
                yield


def turned(window: MainWindow) -> list[Segmented]:
    """Return the rows of choices that turn a page; the arrangements of the map are its own."""
    return [row for row in seen(window, Segmented) if not window.screens.map.isAncestorOf(row)]


def change(window: MainWindow, left: dict[str, object]) -> None:
    """Change all that can be changed by hand and that no record holds, each thing once.

    Keeps in `left` how each stands then, by where it is.
    """
    found = [one for one in seen(window, *FOLDS) if can_be_left(one)]
    found = [one for one in found if where(window, one) not in left]
    changed = [one for one in found if isValid(one) and can_be_left(one) and change_one(one)]
    settle()
    for area in seen(window, *SCROLLED):
        bar = area.verticalScrollBar()
        if where(window, area) not in left and bar.maximum() > 0:
            bar.setValue(max(bar.maximum() // 2, 1))
            changed.append(area)
    settle()
    left.update({where(window, one): state(one) for one in changed if isValid(one)})


def change_one(one: Any) -> bool:
    if isinstance(one, QComboBox):
        one.setCurrentIndex(one.count() - 1)
        one.activated.emit(one.count() - 1)
    elif isinstance(one, QTableView):
        one.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    elif isinstance(one, QLineEdit):
        one.setText("m")
    elif isinstance(one, QSplitter):
        one.moveSplitter(sure(one.widget(0)).width() - 60, 1)
    else:
        one.click()
    return True


def can_be_left(one: Any) -> bool:
    """Tell whether something stands in a way of its own, which no record holds."""
    if not (one.isVisible() and one.isEnabled()):
        return False
    if isinstance(one, QAbstractButton):
        # The foot of my maps says what holds on this computer, and asks elsewhere to change it.
        return one.isCheckable() and not isinstance(one, Tick) and type(one.parent()) is not Foot
    if isinstance(one, QComboBox):
        return not one.isEditable() and one.property("cut") is None
    if isinstance(one, QTableView):
        return one.isSortingEnabled()
    return not isinstance(one, QLineEdit) or one.isClearButtonEnabled()


def where(window: MainWindow, widget: Any) -> str:
    """Return where a widget stands, by what stands around it and not by its texts."""
    steps = [window.screens.shown]
    while (above := widget.parentWidget()) is not window.screens:
        alike = above.findChildren(type(widget), options=DIRECTLY)
        steps.insert(1, f"{type(widget).__name__} {alike.index(widget)}")
        widget = above
    return " ".join(steps)


def state(one: Any) -> object:
    if isinstance(one, QTableView) and one.isSortingEnabled():
        header = one.horizontalHeader()
        return header.sortIndicatorSection(), header.sortIndicatorOrder()
    if isinstance(one, SCROLLED):
        return one.verticalScrollBar().value() > 0
    if isinstance(one, QComboBox):
        return one.currentData()
    if isinstance(one, QLineEdit):
        return one.text()
    if isinstance(one, QSplitter):
        return round(one.sizes()[0] / sum(one.sizes()), 1)
    return one.isChecked()


def is_settling(window: MainWindow) -> bool:
    bars = [area.verticalScrollBar() for area in seen(window, *SCROLLED)]
    found = [
        one for bar in bars for one in bar.children() if isinstance(one, memory.RememberedScroll)
    ]
    return any(one.is_settling for one in found)


def test_all_that_can_be_changed_stands_as_it_was_left(
    window: MainWindow, settings: Settings, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(memory, "LAID_OUT", 5)  # there is no hand here that waits for nothing
    lost = []
    for (screen, row), tongue in zip(SCREENS.items(), cycle(("nl", "en"))):
        show(window, screen)
        left: dict[str, object] = {}
        now: dict[str, object] = {}
        for _ in faces(window):
            change(window, left)
        if not left:
            continue
        if row.wide:  # one of them while another screen is shown
            window.screens.show_screen("maps")
        settings.language = tongue
        if row.wide:
            window.screens.show_screen(screen)
        settle()
        for _ in faces(window, back=True):
            qtbot.waitUntil(lambda: not is_settling(window))
            found = [*filter(can_be_left, seen(window, *FOLDS)), *seen(window, *SCROLLED)]
            now = {where(window, one): state(one) for one in found} | now
        lost += [(at, how, now.get(at)) for at, how in left.items() if how != now.get(at)]
    assert lost == []


def test_why_is_read_on_where_the_dots_were_pressed_again(
    window: MainWindow, settings: Settings
) -> None:
    def is_read() -> bool:
        settle()
        why = sure(findings_page(window.screens.insight).cards[0].finding).reason
        return any(label.text() == why for label in seen(window, QLabel))

    show(window, "insight")
    assert not is_read()
    for is_unfolded, look in ((True, "dark"), (False, "light")):
        first = findings_page(window.screens.insight).cards[0]
        for button in (first.more_button, first.rest.why_button, first.more_button):
            button.click()
        assert is_read() is is_unfolded
        settings.theme = look
        assert is_read() is is_unfolded


def test_with_a_map_goes_what_was_of_it_and_what_is_of_the_person_stays(qtbot: QtBot) -> None:
    class Page(QWidget):
        def __init__(self) -> None:
            super().__init__()
            self.memory = memory.Memory(self)

    page = Page()
    qtbot.addWidget(page)
    area, fold = QScrollArea(page), QPushButton("Unfold", page)
    fold.setCheckable(True)
    area.setWidget(QLabel("\n" * 100))
    memory.remember_room(area, "list")
    memory.remember(fold, "part")
    page.show()
    fold.click()
    area.verticalScrollBar().setValue(50)
    assert len(page.memory.left) == 2
    page.memory.leave_map()
    assert area.verticalScrollBar().value() == 0
    assert page.memory.get("part") is True
    assert [one.value for one in page.memory.left.values() if one.of_map] == [
        (0, area.verticalScrollBar().maximum())
    ]


def test_a_lens_chosen_by_hand_in_passing_is_of_that_screen_and_map(
    window: MainWindow, settings: Settings
) -> None:
    screens = window.screens
    screens.show_screen("insight")
    assert settings.lens == "gap"
    settings.lens = "contact"
    screens.show_screen("draw")
    settings.lens = "free"
    screens.show_screen("insight")
    assert settings.lens == "contact"
    screens.show_screen("draw")
    assert settings.lens == "free"
    screens.document.new_map("Another")
    screens.show_screen("insight")
    assert settings.lens == "gap"


def test_who_was_looked_for_is_found_still(window: MainWindow, settings: Settings) -> None:
    window.screens.actions_by_id["find"].trigger()
    QTest.keyClicks(sure(QApplication.focusWidget()), "a")
    (bar,) = seen(window, FindBar)
    bar.on_button.click()
    before = bar.field.text(), bar.ids, bar.counted.text(), window.screens.document.selection
    for theme_ in ("dark", "light"):
        settings.theme = theme_
    (bar,) = seen(window, FindBar)
    now = bar.field.text(), bar.ids, bar.counted.text(), window.screens.document.selection
    assert now == before
    bar.close_button.click()
    settings.theme = "dark"
    assert seen(window, FindBar) == []


def test_two_names_half_given_stand_there_again(document: Document, qtbot: QtBot) -> None:
    for name in ("Ann", "Anna", "Bo"):
        document.add_partner(name)
    faces = [PeopleAndTies(document), PeopleAndTies(document)]
    for face in faces:
        qtbot.addWidget(face)
    faces[0].show_face("ties")
    faces[0].ties.one.show_who(document.map.partners[0].id)
    faces[0].ties.other.line.setText("an")
    faces[1].go_on_at(faces[0].place)
    assert faces[1].place == faces[0].place
    assert faces[1].ties.one.chosen == document.map.partners[0].id
    assert faces[1].ties.other.line.text() == "an"


def test_what_was_said_goes_on_in_another_theme_and_not_in_another_language(
    window: MainWindow, settings: Settings
) -> None:
    window.screens.notice.tell("Sam is removed.", "Undo", stays=True)
    settings.theme = "dark"
    assert sure(window.screens.notice.said).text == "Sam is removed."
    settings.language = "nl"
    assert window.screens.notice.said is None
    assert not window.screens.notice.tell_again()


def test_a_part_of_a_map_that_one_looks_at_is_there_again_after_any_other_screen(
    window: MainWindow, settings: Settings
) -> None:
    settings.lens = "importance"
    window.screens.document.select([])
    show(window, "draw")
    view = window.screens.map.view
    for _ in range(3):
        view.zoom_in()
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().value() + 90)
    settle()
    middle = view.point_at(view.viewport().rect().toRectF().center())
    for screen in SCREENS:
        show(window, screen)
        show(window, "draw")
        for _ in range(3):
            settle()
        found = view.point_at(view.viewport().rect().toRectF().center())
        assert (found - middle).manhattanLength() < 5, screen
