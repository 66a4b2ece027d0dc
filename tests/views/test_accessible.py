"""The map as a screen reader has it: a list with everybody on it, and what is said."""

import gc
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app import language
from app.analysis.study import PUPIL, study
from app.document import Document
from app.settings import Settings
from app.views.map.accessible import PersonAccessible
from app.views.map.spoken import difference
from app.views.map.view import MapView
from tests.pictures import example
from tests.sure import as_a, sure

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

ROOT = Path(__file__).resolve().parents[2]
NAME = QAccessible.Text.Name
PRESS = QAccessibleActionInterface.pressAction()
TOGGLE = QAccessibleActionInterface.toggleAction()
K, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def settings(settings: Settings) -> Settings:
    settings.lens = "importance"
    return settings


@pytest.fixture
def shown(document: Document, settings: Settings, qtbot: QtBot) -> Callable[..., Any]:
    """Show a map of so many people and return the view."""

    def show(count: int) -> MapView:
        if count:
            document.add_map(example(count))
        view = MapView(document, settings)
        qtbot.addWidget(view)
        view.resize(720, 640)
        view.show()
        qtbot.waitUntil(lambda: len(view.map_scene.people) == count)
        view.activateWindow()
        view.setFocus()
        return view

    return show


def tree(view: MapView) -> list[Any]:
    """What there is under the map: the interfaces of its people."""
    whole = QAccessible.queryAccessibleInterface(view)
    return [whole.child(number) for number in range(whole.childCount())]


def names(view: MapView) -> list[Any]:
    return [person.text(NAME) for person in tree(view)]


def of(view: MapView, document: Document, number: int) -> PersonAccessible:
    """The interface of the person with a number in the map."""
    item = view.map_scene.people[document.map.partners[number].id]
    return as_a(PersonAccessible, QAccessible.queryAccessibleInterface(item))


@pytest.mark.parametrize("count", [0, 1, 18])
def test_everybody_on_the_map_is_an_entry_of_the_list(
    shown: Callable[..., Any], document: Document, count: int
) -> None:
    view = shown(count)
    whole = QAccessible.queryAccessibleInterface(view)
    assert whole.role() == QAccessible.Role.List
    assert whole.text(NAME) == view.accessibleName()
    assert whole.childCount() == count
    people = tree(view)
    assert [person.text(NAME).split(", ring ")[0] for person in people] == [
        partner.name for partner in document.map.partners
    ]
    for number, person in enumerate(people):
        assert person.role() == QAccessible.Role.ListItem
        assert person.isValid()
        assert person.parent().object() is view
        assert person.window() is view.window().windowHandle()
        assert (person.childCount(), person.child(0), person.focusChild()) == (0, None, None)
        assert whole.indexOfChild(person) == number
    assert whole.child(count) is None
    assert whole.child(-1) is None


def test_outlines_and_texts_are_entries_with_who_is_in_them(
    shown: Callable[..., Any], document: Document, settings: Settings
) -> None:
    view = shown(3)
    settings.lens = "free"
    document.place({f"p{n}": {"x": 0.4 * n - 0.4, "y": 0.6} for n in range(3)})
    outline = document.add_outline(["p0", "p2"], "Mijn team")
    note = document.add_note("Wat opvalt", 0.2, -0.5)
    assert len(tree(view)) == 5
    *_, team, text = tree(view)
    people = [sure(document.map.partner(key)).name for key in ("p0", "p2")]
    assert team.text(NAME) == f"Outline: Mijn team, with {', '.join(people)}"
    assert text.text(NAME) == "Text: Wat opvalt"
    whole = QAccessible.queryAccessibleInterface(view)
    assert [whole.indexOfChild(one) for one in (team, text)] == [3, 4]
    assert not text.rect().isEmpty()
    text.doAction(PRESS)
    assert (view.map_scene.drawing.chosen, text.state().focused) == (note, view.hasFocus())
    document.erase([sure(outline), sure(note)])
    assert len(tree(view)) == 3
    assert team.state().invalid


def test_a_name_is_the_placement_in_words(
    shown: Callable[..., Any], document: Document, settings: Settings, qapp: QApplication
) -> None:
    view = shown(8)
    partner = document.map.partners[0]
    document.set_partners(
        [partner.id], name="Ouders Sam", importance=5, frequency=2, setting="pupil_and_family"
    )
    document.place({partner.id: {"x": 0.9, "y": 0.9}})

    def said() -> str:
        return of(view, document, 0).text(NAME)

    assert said().startswith("Ouders Sam, ring very important, Pupil and family")
    assert "Contact: a few times a year" in said()
    settings.lens = "contact"
    assert said().startswith("Ouders Sam, ring a few times a year, Pupil and family")
    assert "Importance: very important" in said()
    settings.lens = "free"
    assert said().startswith("Ouders Sam, lower right, far, Pupil and family")
    document.place({partner.id: {"x": 0.0, "y": -0.2}})
    assert said().startswith("Ouders Sam, above, near, ")
    document.set_partners([partner.id], named_important=True)
    assert said().endswith("one of my most important")
    settings.lens = "gap"
    assert "Important, less contact" in said()
    language.install("nl")
    try:
        assert said().startswith("Ouders Sam, ring heel belangrijk, Leerling en gezin")
    finally:
        language.install("en")


def test_in_the_lens_of_differences_everybody_is_said_to_differ_as_their_form_says(
    shown: Callable[..., Any], document: Document, settings: Settings
) -> None:
    view = shown(18)
    far = next(partner.id for partner in document.map.partners if partner.kind != PUPIL)
    document.set_partners([far], importance=5, frequency=0)
    settings.lens = "gap"
    known = study(document.map)
    pale = next(iter(known.differs_less))
    assert far in known.important_unmet
    for key in (far, pale, *known.stands_out):
        assert difference(known, key) in view.map_scene.spoken(key)
    assert view.map_scene.spoken(far).count("no contact yet") == 1
    settings.lens = "importance"
    assert difference(known, pale) not in view.map_scene.spoken(pale)


def test_who_waits_is_said_to_wait(
    shown: Callable[..., Any], document: Document, settings: Settings
) -> None:
    view = shown(3)
    key = document.map.partners[0].id
    document.place({key: {"importance": None}})
    assert len(tree(view)) == 2
    assert "not placed yet" in view.map_scene.spoken(key)


def test_the_tree_follows_names_removals_lenses_and_maps(
    shown: Callable[..., Any], document: Document, settings: Settings
) -> None:
    view = shown(18)
    first = document.map.partners[0].id
    document.rename(first, "Anders")
    assert names(view)[0].startswith("Anders, ")
    document.remove_partners([first])
    assert len(tree(view)) == 17
    assert not any(name.startswith("Anders") for name in names(view))
    document.undo()
    assert any(name.startswith("Anders, ") for name in names(view))
    assert len(tree(view)) == 18
    document.set_partners([first], importance=None)
    assert len(tree(view)) == 17
    settings.lens = "contact"
    assert len(tree(view)) == 18
    document.new_map("Empty")
    assert tree(view) == []


def test_somebody_who_is_gone_leaves_an_interface_that_says_nothing(
    shown: Callable[..., Any], document: Document
) -> None:
    view = shown(3)
    gone = of(view, document, 0)
    document.remove_partners([document.map.partners[0].id])
    gc.collect()
    # Qt takes the interface away with the item; Python's end of it must not be used any more.
    assert not isValid(gone) or not gone.isValid()
    assert len(tree(view)) == 2


@pytest.mark.soak
def test_coming_and_going_hundreds_of_times_holds(
    shown: Callable[..., Any], document: Document, qapp: QApplication
) -> None:
    view = shown(18)
    ids = [partner.id for partner in document.map.partners]
    for _ in range(12):
        document.place({key: {"importance": None} for key in ids})
        assert names(view) == []
        document.undo()
        assert len(names(view)) == 18
    gc.collect()
    QCoreApplication.processEvents()
    assert len(names(view)) == 18


def test_states_say_who_is_selected_and_where_the_keyboard_is(
    shown: Callable[..., Any], document: Document
) -> None:
    view = shown(3)
    one, two, _ = (partner.id for partner in document.map.partners)
    document.select([one, two])
    view.map_scene.show_selection((one, two), two)
    states = [person.state() for person in tree(view)]
    assert [bool(state.selected) for state in states] == [True, True, False]
    assert [bool(state.focused) for state in states] == [False, view.hasFocus(), False]
    assert all(state.selectable and state.focusable for state in states)
    assert not any(state.invisible or state.offscreen for state in states)
    focused = QAccessible.queryAccessibleInterface(view).focusChild()
    assert (focused is None) or focused.object() is view.map_scene.people[two]
    view.zoom(4.0, QPoint(0, 0))
    assert any(person.state().offscreen for person in tree(view))
    view.hide()
    assert all(person.state().invisible for person in tree(view))


def test_places_are_those_on_the_screen(shown: Callable[..., Any], document: Document) -> None:
    view = shown(8)
    whole = QAccessible.queryAccessibleInterface(view)
    screen = QRect(view.viewport().mapToGlobal(QPoint(0, 0)), view.viewport().size())
    for partner, person in zip(document.map.partners, tree(view), strict=True):
        box = person.rect()
        disc = view.mapFromScene(view.map_scene.people[partner.id].pos())
        assert box.contains(view.viewport().mapToGlobal(disc))
        assert screen.contains(box)
        found = whole.childAt(box.center().x(), box.center().y())
        assert found.object() is person.object()
    corner = screen.topLeft()
    assert whole.childAt(corner.x() - 5, corner.y() - 5) is None


def test_actions_select_and_take_the_keyboard_there(
    shown: Callable[..., Any], document: Document
) -> None:
    view = shown(3)
    one, two, three = (partner.id for partner in document.map.partners)
    person = of(view, document, 1)
    assert PRESS in person.actionNames()
    person.doAction(PRESS)
    assert document.selection == (two,)
    assert view.map_scene.current == two
    of(view, document, 2).doAction(TOGGLE)
    assert list(document.selection) == [two, three]
    of(view, document, 1).doAction(TOGGLE)
    assert document.selection == (three,)
    of(view, document, 0).doAction(QAccessibleActionInterface.setFocusAction())
    assert view.map_scene.current == one
    assert document.selection == (three,)
    person.doAction("Dance")
    assert document.selection == (three,)


def test_who_is_pressed_is_tied_while_that_tool_is_in_the_hand(
    shown: Callable[..., Any], document: Document
) -> None:
    view = shown(3)
    one, two, _three = (partner.id for partner in document.map.partners)
    view.toolbox.take(view.toolbox.tie)
    of(view, document, 0).doAction(PRESS)
    assert document.map.tie_between(one, two) is None
    of(view, document, 1).doAction(PRESS)
    assert sure(document.map.tie_between(one, two)).state == "yes"
    assert document.selection == ()


def test_every_new_placement_is_said_once(
    shown: Callable[..., Any], document: Document, qtbot: QtBot, settings: Settings
) -> None:
    view = shown(8)
    partner = document.map.partners[0]
    said: list[Any] = []
    view.voice.said.connect(said.append)
    document.select([partner.id])
    assert said == []
    for key, modifiers, ring in (("!", SHIFT, "not important"), ("$", SHIFT, "important")):
        qtbot.keyClick(view, key, modifiers)
        assert said.pop().startswith(f"{partner.name}, ring {ring}, ")
        assert said == []
    document.place({partner.id: {"importance": 3, "angle": 10.0}}, "place")
    assert said.pop().startswith(f"{partner.name}, ring fairly important, ")
    document.rename(partner.id, "Anders")
    assert said == []
    document.undo()
    document.undo()
    assert said.pop().startswith(f"{partner.name}, ring important, ")
    qtbot.keyClick(view, K.Key_Delete)
    assert "not placed yet" in said.pop()
    everybody = [one.id for one in document.map.partners]
    document.set_partners(everybody, importance=5)
    assert said.pop().startswith("8 partners")
    view.hide()
    document.set_partners(everybody, importance=4)
    assert said == []


def test_walking_says_who_is_reached(
    shown: Callable[..., Any], document: Document, qtbot: QtBot
) -> None:
    view = shown(8)
    said: list[Any] = []
    view.voice.said.connect(said.append)
    qtbot.keyClick(view, K.Key_Left)
    assert said == [view.map_scene.spoken(view.map_scene.current)]


@pytest.mark.soak
def test_a_screen_reader_that_listens_the_whole_time_does_no_harm(tmp_path: Path) -> None:
    """Everything with accessibility switched on, in a process of its own: Qt ends it if wrong."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", LISTENING, str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split()[-1] == "quiet"


LISTENING = """
import gc, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from app import language
from app.analysis.study import PUPIL, study
from app.document import Document
from app.storage.library import Library
from app.settings import Settings
from app.views.widgets import theme
from app.views.frame.screens import Screens
from app.views.frame.window import MainWindow
from tests.pictures import example

app = QApplication([])
QAccessible.setActive(True)
language.install("en")
theme.wear("light", 100)
folder = Path(sys.argv[1])
library = Library.open(folder / "library.kringlib")
document = Document(library)
document.add_map(example(18))
settings = Settings(folder / "settings.ini")
settings.motion = False
window = MainWindow(settings)
window.show()
window.show_document(document)
app.processEvents()

def walk(interface, depth=0):
    interface.text(QAccessible.Text.Name)
    interface.rect()
    interface.state()
    found = 1
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None and depth < 20:
            found += walk(child, depth + 1)
    return found

seen = 0
for turn in range(12):
    settings.lens = ("free", "importance", "contact", "gap")[turn % 4]
    document.remove_partners([document.map.partners[0].id])
    document.set_partners([document.map.partners[0].id], importance=turn % 5 + 1)
    document.rename(document.map.partners[0].id, f"Somebody {turn}")
    if turn % 3 == 2:
        settings.theme = "dark" if turn % 2 else "light"  # all screens are built anew
    app.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    seen += walk(QAccessible.queryAccessibleInterface(window))
    gc.collect()
assert seen > 200, seen
window.close()
document.close()
app.processEvents()
library.close()
del window
gc.collect()
app.processEvents()
print("quiet")
"""
