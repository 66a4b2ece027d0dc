"""Large letters in a small window: the map keeps its room, a menu its column, a step its map."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.document import Document
from app.settings import Settings
from app.views.compare.panes import MomentHead
from app.views.compare.screen import Compare
from app.views.frame.window import MainWindow
from app.views.group.screen import GroupScreen
from app.views.map.accessible import MapVoice
from app.views.map.still_map import StillMap
from app.views.passes.rating.bin import Bin
from app.views.passes.rating.questions import questions
from app.views.people.table import PeopleTable
from app.views.replay.screen import Replay
from app.views.share.page import SharePage
from app.views.widgets import theme
from app.views.widgets.heard_as import beside
from app.views.widgets.menu import Menu
from tests.pictures import example, spread
from tests.sure import sure

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


@pytest.fixture
def window(document: Document, settings: Settings, qtbot: QtBot) -> Iterator[MainWindow]:
    document.add_map(example(18))
    settings.lens, settings.text_size = "importance", 200
    theme.wear("light", 200)
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.resize(1024, 768)
    window.show()
    window.show_document(document)
    window.activateWindow()
    settle()
    yield window
    theme.wear("light", 100)


def test_the_map_has_its_room_beside_names_or_beside_who_is_selected(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    screens = window.screens
    room, view, names = screens.room, screens.map.view, screens.quick_add.field
    qtbot.keyClick(view, Qt.Key.Key_W)
    settle()
    qtbot.keyClicks(names, "illem")
    qtbot.keyClick(names, Qt.Key.Key_Return)
    settle()
    assert (names.hasFocus(), bool(document.selection)) == (True, True)
    assert (room.left.is_folded, room.right.is_folded) == (False, True)
    assert view.width() > 0.55 * window.width()
    view.setFocus()
    document.select(["p0"])
    settle()
    assert (room.left.is_folded, room.right.is_folded) == (True, False)
    assert view.width() > 0.5 * window.width()
    qtbot.keyClick(view, Qt.Key.Key_W)
    settle()
    assert (room.left.is_folded, room.right.is_folded) == (False, True)
    screens.actions_by_id["fold_right"].trigger()  # asked for, with the keyboard at the names
    settle()
    assert (room.left.is_folded, room.right.is_folded) == (True, False)


def test_a_map_that_is_seen_whole_does_not_shrink_for_a_side_that_opens(
    window: MainWindow, document: Document
) -> None:
    view = window.screens.map.view
    window.resize(1366, 768)
    settle()
    view.fit()
    settle()
    scale = view.transform().m11()
    for selected in (["p0"], []):
        document.select(selected)
        settle()
        assert bool(view.lent) == bool(selected)
        assert view.transform().m11() == pytest.approx(scale)


def test_the_title_of_the_map_and_the_tabs_lie_beside_each_other(window: MainWindow) -> None:
    bar = window.screens.bar
    window.screens.go_to("group")
    settle()
    title = bar._title
    right = title.mapTo(window, QPoint(title.width(), 0)).x()
    assert right <= bar.tabs.mapTo(window, QPoint()).x()
    assert sure(title.parentWidget()).rect().contains(title.geometry())


def test_the_keyboard_goes_to_another_screen_past_nothing(window: MainWindow, qtbot: QtBot) -> None:
    screens, past = window.screens, list[QWidget]()
    qtbot.keyClick(screens.map.view, Qt.Key.Key_W)
    settle()
    app = QApplication.instance()
    assert isinstance(app, QApplication)

    def note(_old: QWidget | None, now: QWidget | None) -> None:
        if now is not None:
            past.append(now)

    app.focusChanged.connect(note)
    try:
        for screen in ("rate", "draw", "table", "insight", "replay", "maps", "group", "reflect"):
            screens.go_to(screen)
            settle()
            here = window.focusWidget()
            assert here is not None
            assert here is not screens, screen
            assert set(past) <= {here, screens, *here.findChildren(QWidget)}, screen
            past.clear()
    finally:
        app.focusChanged.disconnect(note)


def test_a_pass_goes_from_its_page_to_its_question_past_nothing(
    window: MainWindow, document: Document, qtbot: QtBot
) -> None:
    document.set_network(lines_drawn=False)
    screens, past = window.screens, list[QWidget]()
    screens.go_to("pairs")
    settle()
    pairs = screens.pairs
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    bound = app.focusChanged.connect(lambda _old, now: past.append(now))
    try:
        qtbot.keyClick(pairs.page.buttons[0], Qt.Key.Key_Return)
        settle()
    finally:
        app.focusChanged.disconnect(bound)
    assert pairs.stage.hasFocus()
    assert set(past) <= {pairs, pairs.stage}


def test_a_map_that_gets_the_keyboard_says_who_it_is_at(
    window: MainWindow, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    view = window.screens.map.view
    document.select(["p0"])
    settle()
    window.screens.bar.menu_button.setFocus()
    monkeypatch.setattr(MapVoice, "tell", lambda _voice, text: said.append(text))
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert len(said) == 1
    assert said[0].startswith(document.map.partners[0].name)
    window.screens.bar.menu_button.setFocus()
    view.setFocus(Qt.FocusReason.MouseFocusReason)
    assert len(said) == 1


def test_a_menu_that_is_too_high_has_less_air_and_one_column(
    window: MainWindow, qtbot: QtBot
) -> None:
    low, lower = Menu(window.page), Menu(window.page)
    screen = window.screen().size()
    while low.sizeHint().height() <= screen.height() + 40:
        low.addAction("Something to choose")
    for _ in range(80):
        lower.addAction("Something to choose")
    for menu in (low, lower):
        menu.popup(QPoint())
        settle()
        places = {menu.actionGeometry(one).left() for one in menu.actions()}
        assert len(places) == 1
        assert menu.height() <= screen.height()
        assert menu.height() <= menu.sizeHint().height()  # nothing is empty below the last
        menu.close()
    last = low.actionGeometry(low.actions()[-1])
    assert last.bottom() <= screen.height()


def test_a_step_is_read_on_the_map_and_whom_it_is_about_is_seen(
    window: MainWindow, document: Document, settings: Settings, qtbot: QtBot
) -> None:
    settings.lens = "free"
    spread(window, document)
    document.set_tie("p0", "p9", "yes")
    replay = Replay(document, settings, window)
    replay.resize(1000, 560)
    replay.show()
    replay.begin()
    replay.look_through("free")
    settle()
    replay.to_end()
    settle()
    view = replay.view
    letters = view.transform().m11() * theme.text_scale()
    assert letters >= 1.2  # as large as in a window of ordinary text, and more
    seen = view.viewport().rect()
    for key in replay.stage.about:
        spot = view.map_scene.picture.spots[key]
        assert seen.contains(view.mapFromScene(spot.x, spot.y))


def test_a_pile_of_cards_does_not_write_over_the_last_one(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = questions()[0].answers[2]
    pile = Bin(answer, 2, 0.5, window)
    pile.show_people(example(12).partners, spoken="twelve", is_now=False)
    pile.set_head(("paar keer", "per jaar"), 120, is_beside=False)
    written: list[int] = []
    monkeypatch.setattr(Bin, "_paint_number", lambda _bin, _painter, rects: written.append(1))
    for height, count in ((190, 0), (330, 1)):
        written.clear()
        pile.resize(180, height)
        pile.grab()
        assert len(written) == count, height


@pytest.mark.parametrize(
    ("name", "told", "left"),
    [
        ("Menu", "Menu (F10)", "F10"),
        ("My map · today", "My maps: My map · today", "My maps"),
        ("Undo: Tie", "Undo: Tie", ""),
        ("Add: Head, In school", "In school", ""),
        ("Choose", "Choose everybody (Ctrl+A)", "Choose everybody (Ctrl+A)"),
        ("Save", "Writes it on the disk", "Writes it on the disk"),
    ],
)
def test_a_description_tells_what_the_name_does_not(name: str, told: str, left: str) -> None:
    assert beside(name, told) == left


def test_a_button_is_as_wide_as_its_words_not_as_the_window(window: MainWindow) -> None:
    window.screens.show_screen("maps")
    settle()
    maps = window.screens.maps
    assert maps.rect().width() > 900
    for button in maps.findChildren(QPushButton):
        if button.isVisible():
            assert button.width() <= button.sizeHint().width() + 1, button.text()


def test_all_of_the_map_is_seen_that_is_shared(window: MainWindow) -> None:
    """The sentence above it took the room: below the edge nobody saw what was in the file."""
    window.resize(1024, 700)  # of a screen of 768, less the frame and the bar of the system
    window.screens.go_to("share")
    settle()
    drawing = sure(sure(window.findChild(SharePage)).findChild(StillMap))
    around = sure(drawing.parentWidget())
    assert around.rect().contains(drawing.geometry())


def test_the_keyboard_stays_on_the_screen_of_a_group_that_is_removed(window: MainWindow) -> None:
    """It went to the bar: who typed the name of the next group pressed a button there."""
    screens = window.screens
    screens.go_to("group")
    settle()
    group = sure(window.findChild(GroupScreen))
    group.make("A class")
    sure(group.head.findChild(QToolButton)).setFocus()
    group.remove()
    settle()
    assert group.pages.start.name.hasFocus()


def test_two_moments_as_one_map_leave_that_the_larger_part(
    window: MainWindow, document: Document
) -> None:
    window.resize(1024, 700)
    document.set_partners(["p0", "p1"], frequency=0)  # it takes more words to count them
    document.continue_map(document.map.network.id, "end", date(2027, 6, 18), clear=())
    window.screens.go_to("compare")
    settle()
    compare = sure(window.findChild(Compare))
    compare.look_through("importance")
    settle()
    heads = compare.one.findChildren(MomentHead)
    assert [head.about.isVisible() for head in heads] == [False, False]
    assert compare.one.view.height() > 0.4 * compare.height()


def test_a_table_that_is_scrolled_sideways_anyway_cuts_no_words(window: MainWindow) -> None:
    window.screens.go_to("table")
    settle()
    table = sure(window.findChild(PeopleTable))
    assert table.horizontalScrollBar().maximum() > 0
    wide = QFontMetrics(theme.font("text")).horizontalAdvance
    for column in (0, 1):
        index = table.rows.index
        said = [index(row, column).data() for row in range(table.rows.rowCount())]
        most = 0.4 * table.viewport().width()
        assert table.columnWidth(column) >= min(max(map(wide, said)), most)
