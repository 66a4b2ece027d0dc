"""What one thing a person does sets going, counted in calls: nobody hidden is told of it."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.analysis.lens import LENSES
from app.document import Document
from app.models.values import PartnerValues
from app.settings import Settings
from app.views.frame.screen_list import SCREENS
from app.views.frame.window import MainWindow
from app.views.map.view import MapView
from app.views.people.form import PartnerForm
from app.views.people.map_form import MapForm
from tests.calls import calls_in
from tests.each import each
from tests.painted import paint
from tests.pictures import example
from tests.sure import sure

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

FOLDERS = ("passes", "insight", "compare", "reflect", "share", "exchange", "library", "report")
Part = Callable[[MainWindow, Document, Settings, QtBot], None]
HEARD = 12
"""Calls in a folder of screens of which nothing is seen: each part asks whether it is seen."""


@pytest.fixture
def settings(settings: Settings) -> Settings:
    settings.lens = "importance"
    return settings


@pytest.fixture
def window(document: Document, settings: Settings, qtbot: QtBot) -> MainWindow:
    """A window in which every screen was shown once."""
    document.add_map(example(16))
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    window.show_document(document)
    window.activateWindow()
    QApplication.processEvents()
    for screen in SCREENS:
        window.screens.show_screen(screen)
        QApplication.processEvents()
    assert window.screens.form
    assert window.screens.map_form
    return window


def pressed(qtbot: QtBot, view: MapView, key: Any) -> Counter[str]:
    def press() -> None:
        qtbot.keyClick(view, key)

    return calls_in(press)


def one_digit_on_the_map(
    window: MainWindow, document: Document, settings: Settings, qtbot: QtBot
) -> None:
    places = {
        p.id: PartnerValues(x=0.1 * n - 0.7, y=0.4) for n, p in enumerate(document.map.partners)
    }
    document.place(places)
    view = window.screens.map.view
    key = document.selection[0]
    for lens in LENSES:
        settings.lens = lens
        paint()
        view.setFocus()
        for digit in (Qt.Key.Key_2, Qt.Key.Key_4):
            qtbot.keyClick(view, digit)
            paint()
        found = pressed(qtbot, view, Qt.Key.Key_3)
        assert sure(document.map.partner(key)).frequency == 3
        # In contact and gap the digit moves somebody, or their tail: a picture is laid out.
        moves = lens in ("contact", "gap")
        ours = [n for name, n in found.items() if name.startswith(("layout/", "views/map/"))]
        assert sum(ours) < (300 if moves else 150), (lens, found.most_common(12))
        assert found.total() < 600, (lens, found.most_common(12))
        painted = calls_in(paint)
        # Of the map alone: whatever else is due is painted in the same moment.
        of_the_map = sum(n for name, n in painted.items() if name.startswith("views/map/"))
        assert 50 < of_the_map < 250, (lens, painted.most_common(12))
        document.undo()


def two_letters_of_a_name(
    window: MainWindow, document: Document, settings: Settings, qtbot: QtBot
) -> None:
    field = window.screens.quick_add.field
    field.setFocus()
    qtbot.keyClicks(field, "x")  # the words of the language are read once
    field.clear()
    paint()
    found = calls_in(lambda: (qtbot.keyClicks(field, "ju"), QApplication.processEvents()))
    field.clear()
    assert found.total() < 1000, found.most_common(12)


def whoever_is_hidden_does_nothing_at_an_edit(
    window: MainWindow, document: Document, settings: Settings, qtbot: QtBot
) -> None:
    def edit(what: str) -> None:
        if what == "undo":
            document.undo()
        elif what == "map":
            document.set_network(confidence=3)
        else:
            document.set_partners(document.selection, satisfaction=2)
        QApplication.processEvents()

    for what in ("partner", "map", "undo"):
        document.set_partners(document.selection, satisfaction=4)
        paint()
        found = calls_in(partial(edit, what))
        for folder in FOLDERS:
            heard = {name: n for name, n in found.items() if name.startswith(f"views/{folder}/")}
            assert sum(heard.values()) <= HEARD, (what, heard)


def texts(widget: MapForm | PartnerForm) -> set[Any]:
    return {line.text() for line in widget.findChildren(QLineEdit)}


def a_form_that_was_hidden_shows_what_was_given_meanwhile(
    window: MainWindow, document: Document, settings: Settings, qtbot: QtBot
) -> None:
    screens, key = window.screens, document.selection[0]
    screens.show_screen("rate")
    document.set_partners([key], name="Somebody Else")
    document.set_network(title="Another title")
    assert "Somebody Else" not in texts(screens.form)
    screens.show_screen("draw")
    paint()
    assert screens.form.isVisible()
    assert "Somebody Else" in texts(screens.form)
    document.select([])
    assert not screens.map_form.isVisible()
    screens.room.nobody.asked.emit()
    assert screens.map_form.isVisible()
    assert "Another title" in texts(screens.map_form)


def a_map_that_is_hidden_is_laid_out_when_it_is_shown(
    window: MainWindow, document: Document, settings: Settings, qtbot: QtBot
) -> None:
    for screen in ("rate", "table", "maps"):
        _is_laid_out_when_shown(window, document, screen)


def _is_laid_out_when_shown(window: MainWindow, document: Document, screen: str) -> None:
    screens, key = window.screens, document.selection[0]
    screens.show_screen(screen)
    paint()
    edits = calls_in(
        lambda: [
            document.set_partners([key], importance=importance)
            for importance in (1, 5, 1, 5, 1)
            if sure(document.map.partner(key)).importance != importance
        ]
    )
    laid = [name for name in edits if name.startswith("layout/") or name == "views/map/scene"]
    assert laid == []
    screens.show_screen("draw")
    scene = screens.map.view.map_scene
    assert scene.people[key].partner == document.shown.partner(key)
    assert sure(document.map.partner(key)).importance == 1


def somebody_new_in_the_table_has_a_place_beside_whoever_came_before(
    window: MainWindow, document: Document, settings: Settings, qtbot: QtBot
) -> None:
    settings.lens = "free"
    screens = window.screens
    screens.show_screen("table")
    for name in ("One", "Two", "Three"):
        screens.quick_add.field.setText(name)
        screens.quick_add.add_typed()
    came = [p for p in document.map.partners if p.name in ("One", "Two", "Three")]
    assert len({(p.x, p.y) for p in came}) == len(came) == 3
    assert None not in {p.x for p in came}


PARTS = (
    one_digit_on_the_map,
    two_letters_of_a_name,
    whoever_is_hidden_does_nothing_at_an_edit,
    a_form_that_was_hidden_shows_what_was_given_meanwhile,
    a_map_that_is_hidden_is_laid_out_when_it_is_shown,
    somebody_new_in_the_table_has_a_place_beside_whoever_came_before,
)
"""All of them in one window: showing every screen once takes longer than they do."""


@each("part", PARTS)
def test_what_one_thing_a_person_does_sets_going(
    part: Part, window: MainWindow, document: Document, settings: Settings, qtbot: QtBot
) -> None:
    settings.lens = "importance"
    window.screens.show_screen("draw")
    document.select([document.map.partners[3].id])
    paint()
    part(window, document, settings, qtbot)
