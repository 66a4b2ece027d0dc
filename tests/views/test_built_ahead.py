"""What is built ahead: a piece in a turn, and whole for whoever asks; and turns of their own."""

import threading
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.document import Document
from app.settings import Settings
from app.views.frame import built_ahead, screen_list
from app.views.frame.built_ahead import BuiltAhead
from app.views.frame.window import MainWindow
from app.views.map.view import MapView
from app.views.widgets.in_pieces import Turns


@pytest.fixture
def window(window_of_eight: MainWindow) -> MainWindow:
    return window_of_eight


def test_no_piece_makes_more_than_a_field_or_a_page(window: MainWindow) -> None:
    ahead, reflect = window.screens.ahead, window.screens.reflect
    pieces: dict[str, list[int]] = {}

    def make(name: str, piece: Callable[[], None]) -> None:
        before = len(window.findChildren(QWidget))
        piece()
        pieces.setdefault(name, []).append(len(window.findChildren(QWidget)) - before)

    while ahead.left:
        make(ahead.left[0].build.__name__, ahead.build_next)
    while "competence" not in reflect.pages:
        make("pages of reflect", reflect._make_next)
    for name in ("form", "map_form", "pages of reflect"):
        made = pieces.pop(name)
        assert max(made) < 0.5 * sum(made), (name, made)
    screens = {row.build.__name__ for row in screen_list.SCREENS.values() if row.at_rest}
    assert pieces == {name: [0] for name in screens}  # of those only what they import is there


def test_the_other_pages_of_reflect_come_once_it_is_seen(window: MainWindow, qtbot: QtBot) -> None:
    reflect = window.screens.reflect
    assert set(reflect.pages) == {"questions"}
    reflect._ahead.setInterval(5)  # there is no hand here that waits for nothing
    window.screens.show_screen("reflect")
    qtbot.waitUntil(lambda: len(reflect.pages) == 4)
    qtbot.waitUntil(lambda: not reflect._ahead.isActive())


def test_who_asks_for_a_part_gets_all_of_it(window: MainWindow) -> None:
    screens = window.screens
    for _ in range(3):
        screens.ahead.build_next()
    assert not screens.has(screen_list.form)
    assert screens.form.groups
    screens.reflect.show_page("competence")
    assert not screens.make_piece(screen_list.reflect, beside=True)


def test_what_is_not_whole_hears_nothing_yet(window: MainWindow, document: Document) -> None:
    screens = window.screens
    for _ in range(2):
        screens.make_piece(screen_list.map_form, beside=True)
    document.set_network(title="anders")
    document.open(document.map.network.id)
    assert screens.map_form.records()[0].title == "anders"


def test_what_a_part_imports_comes_in_a_thread(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    where: list[bool] = []
    monkeypatch.setattr(
        built_ahead,
        "import_module",
        lambda _: where.append(threading.current_thread() is threading.main_thread()),
    )
    names = built_ahead._imported_by(screen_list.insight)
    assert names == {"app.views.insight.screen"}
    monkeypatch.setattr(built_ahead, "_imported_by", lambda _: {"app.not_there"} - set(where_done))
    where_done: list[str] = []
    ahead = window.screens.ahead
    ahead._build()
    where_done.append("app.not_there")
    qtbot.waitUntil(lambda: len(where) == 1)
    assert where == [False]
    ahead.stop()


def test_a_page_built_anew_is_seen_before_anything_else_is_made(
    window: MainWindow, settings: Settings, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    told = list[str]()

    def telling(word: str, does: Callable[..., None]) -> Callable[..., None]:
        def tell(*given: object) -> None:
            told.append(word)
            does(*given)

        return tell

    monkeypatch.setattr(built_ahead, "_REST", 20)
    monkeypatch.setattr(MapView, "paintEvent", telling("seen", MapView.paintEvent))
    monkeypatch.setattr(BuiltAhead, "_build", telling("made", BuiltAhead._build))
    settings.theme = "dark"
    QTest.qSleep(50)  # the machine is slow: what was to wait for rest is late by now
    qtbot.waitUntil(lambda: "made" in told, timeout=5000)
    assert told[0] == "seen"


def test_a_turn_lets_others_in_between(qtbot: QtBot) -> None:
    owner, told = QObject(), []
    turns, of_another = Turns(owner), Turns(QObject(owner))
    between = QTimer(owner, interval=0)
    between.timeout.connect(lambda: told.append("between"))
    between.start()
    turns.add(*(lambda n=n: told.append(n) for n in "ab"))
    of_another.add(lambda: told.append("c"))
    qtbot.waitUntil(lambda: "c" in told)
    assert [one for one in told if one != "between"] == ["a", "b", "c"]
    for one, other in ("ab", "bc"):
        assert "between" in told[told.index(one) : told.index(other)]


def test_who_went_or_thinks_otherwise_gets_no_turn(qtbot: QtBot) -> None:
    gone, owner, told = QObject(), QObject(), list[str]()
    went, otherwise, stays = Turns(gone), Turns(owner), Turns(owner)
    for turns, word in ((went, "gone"), (otherwise, "otherwise"), (stays, "stays")):
        turns.add(partial(told.append, word))
    delete(gone)
    otherwise.clear()
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["stays"]
