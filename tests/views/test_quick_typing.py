"""A name typed where no field is becomes a name; the quick keys stay."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.document import Document
from app.settings import Settings
from app.views.insight.highlight import Highlight
from app.views.insight.pages import PlotPage
from app.views.map.view import MapView
from app.views.people.quick_add import QuickAdd
from app.views.people.table import PeopleTable
from tests.sure import as_a, sure
from tests.views.test_map import NONE, SHIFT, Hand, K, in_hand, show

NAMES = [
    "Ouders van Sam groep 4-5",
    "ouders van sam",
    "Piet",
    "piet",
    "Sam",
    "sam",
    "step",
    "Tess",
    "papa van Amira",
    "Oom Piet",
    "eefje",
    "Eva",
    "Vera",
    "vera",
    "ib'er",
    "intern begeleider",
    "Directeur",
    "directeur",
    "dirk",
    "'t Speelhuis",
    "4 havo",
    "2e juf",
    "Opa O en oma T",
    "Xander",
    "tolk 2",
    "éva",
]


@pytest.fixture
def settings(tmp_path: Path, qapp: QApplication) -> Settings:
    settings = Settings(tmp_path / "settings.ini")
    settings.motion, settings.lens = False, "free"
    return settings


@pytest.fixture
def view(document: Document, settings: Settings, qtbot: QtBot) -> MapView:
    view = show(document, settings, qtbot, 6)
    view.activateWindow()
    view.setFocus()
    return view


@pytest.fixture
def adding(document: Document, view: MapView, qtbot: QtBot) -> QuickAdd:
    adding = QuickAdd(document, view.map_scene.place_for)
    qtbot.addWidget(adding)
    view.name_begun.connect(adding.begin_name)
    return adding


def write(qtbot: QtBot, view: MapView, adding: QuickAdd, text: str) -> None:
    """Type as a person does: where the keyboard is."""
    for letter in text:
        where = adding.field if adding.field.text() else view
        if letter.isascii():
            qtbot.keyClicks(where, letter)
        else:
            key = QKeyEvent(QEvent.Type.KeyPress, ord(letter.upper()), NONE, letter)
            QCoreApplication.sendEvent(where, key)


@pytest.mark.parametrize(
    ("selected", "lens"),
    [(("p0",), "free"), (("p1", "p2"), "free"), ((), "importance"), (("p0",), "gap")],
)
def test_a_name_typed_on_the_map_becomes_a_name(
    document: Document,
    view: MapView,
    adding: QuickAdd,
    settings: Settings,
    qtbot: QtBot,
    selected: tuple[Any, ...],
    lens: str,
) -> None:
    document.add_outline(["p1", "p2"], "Team")
    document.set_partners(["p0", "p1"], frequency=3, importance=4, named_important=True)
    settings.lens = lens
    for name in NAMES:
        document.select(selected)
        before = document.map
        write(qtbot, view, adding, name)
        assert adding.field.text() == name
        assert document.map == before
        assert view.toolbox.inhand is view.toolbox.select
        assert view.map_scene.drawing.chosen is None
        adding.add_typed()
        assert [p.name for p in document.map.partners][-1] == name
        view.setFocus()
        document.undo()


def test_what_stood_before_is_not_taken_back_with_it(
    document: Document, view: MapView, adding: QuickAdd, qtbot: QtBot
) -> None:
    document.select(["p0"])
    qtbot.keyClicks(view, "3")
    document.end_merging()
    qtbot.mouseMove(view.viewport(), QPoint(3, 3))
    view._typed.forget()
    write(qtbot, view, adding, "4 havo")
    assert sure(document.map.partner("p0")).frequency == 3
    assert adding.field.text() == "4 havo"


def test_the_quick_keys_stay(
    document: Document, view: MapView, adding: QuickAdd, qtbot: QtBot
) -> None:
    hand = Hand(view, qtbot)
    document.set_partners(["p0"], named_important=False)
    document.select(["p0"])
    hand.key(K.Key_4)
    hand.key(K.Key_5, SHIFT)
    hand.key(K.Key_S)
    partner = document.map.partner("p0")
    assert (sure(partner).frequency, sure(partner).importance, sure(partner).named_important) == (
        4,
        5,
        True,
    )
    assert view.hinted == f"{sure(partner).name}: Star: one of my most important partners"
    hand.key(K.Key_T)
    assert in_hand(view) is view.toolbox.tie
    hand.key(K.Key_V)
    hand.key(K.Key_O)
    assert in_hand(view) is view.toolbox.outline
    assert adding.field.text() == ""


def test_a_pause_ends_a_word(
    document: Document,
    view: MapView,
    adding: QuickAdd,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = [100.0]
    monkeypatch.setattr("app.views.widgets.quick_typing.time.monotonic", lambda: now[0])
    document.select(["p0"])
    document.set_partners(["p0"], named_important=False)
    qtbot.keyClicks(view, "s")
    now[0] += 60.0
    qtbot.keyClicks(view, "a")  # the star was meant
    assert sure(document.map.partner("p0")).named_important
    assert adding.field.text() == "a"


def test_keys_further_apart_than_a_word_are_two(
    document: Document,
    view: MapView,
    adding: QuickAdd,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = [100.0]
    monkeypatch.setattr("app.views.widgets.quick_typing.time.monotonic", lambda: now[0])
    document.select(["p0"])
    document.set_partners(["p0"], named_important=False)
    for letter in "sto":
        qtbot.keyClicks(view, letter)
        now[0] += 1.2
    assert sure(document.map.partner("p0")).named_important
    assert view.toolbox.inhand is view.toolbox.outline


def test_a_slow_hand_writes_names_too(
    document: Document,
    view: MapView,
    adding: QuickAdd,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = [100.0]
    monkeypatch.setattr("app.views.widgets.quick_typing.time.monotonic", lambda: now[0])
    document.select(["p0"])
    before = document.map
    for letter in "stefan":
        qtbot.keyClicks(adding.field if adding.field.text() else view, letter)
        now[0] += 1.2
    assert adding.field.text() == "stefan"
    assert document.map == before


def test_signs_alone_and_a_finished_map_begin_nothing(
    document: Document, view: MapView, adding: QuickAdd, qtbot: QtBot
) -> None:
    document.select(["p0"])
    before = document.map
    for sign in "-+=/ ":
        qtbot.keyClicks(view, sign)
    assert document.map == before
    assert adding.field.text() == ""
    document.set_network(finished=True)
    qtbot.keyClicks(view, "Jan")
    assert adding.field.text() == ""


@pytest.mark.parametrize("name", ["sam", "Sam", "tessa", "groep 4", "p3 s"])
@pytest.mark.parametrize("kind", ["table", "plot", "tray"])
def test_a_name_typed_in_a_list_changes_no_answer(
    document: Document, view: MapView, adding: QuickAdd, qtbot: QtBot, kind: str, name: str
) -> None:
    document.place({"p0": {"x": None, "y": None}})
    document.rename("p3", "Sam")
    document.select(["p0"])
    highlight = Highlight()
    kinds: dict[str, Callable[[], QWidget]] = {
        "table": lambda: PeopleTable(document),
        "plot": lambda: PlotPage(document, highlight),
        "tray": lambda: adding.tray.list,
    }
    here = kinds[kind]()
    qtbot.addWidget(here)
    here.show()
    before = document.map
    for letter in name:
        qtbot.keyClicks(adding.field if adding.field.text() else here, letter, NONE)
    assert document.map == before
    if kind == "tray":
        assert adding.field.text() == name
    if kind == "table" and name.casefold() == "sam":
        table = as_a(PeopleTable, here)
        assert table.rows.key_at(table.currentIndex().row()) == "p3"
