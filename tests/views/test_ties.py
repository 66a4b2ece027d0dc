"""Who knows whom as a list: heard, added, changed and removed without drawing a line."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.document import Document
from app.views.frame import map_announcements
from app.views.people.people_and_ties import TIES, PeopleAndTies
from app.views.people.ties import TiesFace
from app.words.edit_names import edit_name
from tests.sure import sure

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

K = Qt.Key


@pytest.fixture
def people(document: Document) -> dict[Any, Any]:
    return {name: document.add_partner(name) for name in ("Sam", "Noor", "Bram")}


@pytest.fixture
def face(document: Document, people: dict[Any, Any], qtbot: QtBot) -> Iterator[TiesFace]:
    screen = PeopleAndTies(document)
    qtbot.addWidget(screen)
    screen.show()
    document.select([people["Sam"]])
    screen.tabs.button(TIES).click()
    yield screen.ties
    screen.hide()  # held until here: the face goes with the screen it is in


def rows(face: TiesFace) -> list[tuple[Any, Any, Any]]:
    model = face.table.model()
    return [
        tuple(
            model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in range(3)
        )
        for row in range(model.rowCount())
    ]


def test_a_pair_is_added_changed_and_removed_by_keyboard(
    face: TiesFace, document: Document, people: dict[Any, Any], qtbot: QtBot
) -> None:
    assert face.one.chosen == people["Sam"]  # who was selected
    assert document.selection == ()  # nobody unseen is there to be removed
    qtbot.keyClicks(face.other.line, "noo")
    qtbot.keyClick(face.other.line, K.Key_Return)
    assert rows(face) == [("Noor", "Sam", "Know each other? yes")]
    assert face.other.line.text() == ""
    face.table.setFocus()
    qtbot.keyClick(face.table, K.Key_Return)
    menu = face.table.findChild(QMenu)
    next(action for action in sure(menu).actions() if action.data() == "unknown").trigger()
    assert rows(face) == [("Noor", "Sam", "Know each other? don't know")]
    sure(menu).close()
    qtbot.keyClick(face.table, K.Key_Delete)
    assert rows(face) == []
    assert not face.remove.isEnabled()
    for seen in ("don't know", "yes"):
        document.undo()
        assert rows(face) == [("Noor", "Sam", f"Know each other? {seen}")]


def test_every_change_is_said_by_the_one_who_says_them(
    face: TiesFace, document: Document, people: dict[Any, Any], qtbot: QtBot
) -> None:
    said = []
    document.changed.connect(lambda *both: said.append(map_announcements.said_of(document, *both)))
    face.other.show_who(people["Bram"])
    face.add.click()
    face.remove.click()
    assert said == ["Sam and Bram know each other", "Sam and Bram: answer removed"]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [("Sam", "", "two people"), ("Sam", "Sam", "different"), ("Sam", "Eva", "from the list: ")],
)
def test_what_cannot_be_added_is_said_and_changes_nothing(
    face: TiesFace, document: Document, one: str, other: str, told: str, qtbot: QtBot
) -> None:
    face.one.line.setText(one)
    face.other.line.setText(other)
    face.other.entered.emit()
    assert told in face.told.text()
    assert not document.map.asked_pairs
    refused = face.one if not one else face.other
    assert refused.line.selectedText() == refused.line.text(), "what is typed next replaces it"


def test_a_row_is_heard_as_a_whole_from_either_name_and_undo_names_both(
    face: TiesFace, document: Document, people: dict[Any, Any]
) -> None:
    document.set_tie(people["Sam"], people["Noor"], "no")
    described = [
        face.table.model().index(0, column).data(Qt.ItemDataRole.AccessibleDescriptionRole)
        for column in range(3)
    ]
    assert described == ["Sam, Know each other? no", "Noor, Know each other? no", "Noor, Sam"]
    assert edit_name(sure(document.undoable), document.map) in (
        "Link: Sam, Noor",
        "Link: Noor, Sam",
    )


def test_two_of_one_name_are_told_apart_and_half_a_name_of_both_means_nobody(
    face: TiesFace, document: Document
) -> None:
    twin = sure(document.add_partner("Sam", setting="in_school"))
    face.other.line.setText("sam")
    assert face.other.chosen is None
    face.other.show_who(twin)
    assert face.other.chosen == twin
    document.rename(twin, "Samira")
    assert face.other.line.text() == "Samira"


def test_what_was_not_said_is_not_taken_for_no(
    face: TiesFace, document: Document, people: dict[Any, Any]
) -> None:
    assert "which of your partners know each other" in face.counted.text()
    assert "about 3 pairs" in face.counted.text()
    wished = sure(document.add_partner("Wished"))
    document.set_partners([wished], frequency=0)  # asked of nobody, and so not counted
    assert "about 3 pairs" in face.counted.text()
    document.set_network(lines_drawn=True)
    assert "no two of your partners know each other" in face.counted.text()
    document.set_network(lines_drawn=False)
    document.set_tie(people["Sam"], people["Noor"], "no")
    assert rows(face) == [("Noor", "Sam", "Know each other? no")]
    assert "about 2 other pairs" in face.counted.text()
    document.set_tie(people["Sam"], people["Bram"], "yes")
    assert "about 1 other pair." in face.counted.text()
    document.set_network(lines_drawn=True)
    assert "1 other pair do not know each other" in face.counted.text()
    document.remove_partners([people["Sam"]])
    assert rows(face) == []
    document.set_network(finished=True)
    assert not face.add.isEnabled()
    assert not face.one.isEnabled()
