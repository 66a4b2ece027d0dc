"""A first-time student's half hour, through the real window with keyboard and mouse."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from app.application import Application
from app.document import Document
from app.models.network import Partner
from app.settings import Settings
from app.views.frame.screens import Screens
from app.views.insight.findings import FindingsPage
from tests.sure import as_a, sure

Key = Qt.Key

# What is typed, the kind it should be taken for, contact 0-6 and importance 1-5.
LESSON = (
    ("Ouders Sam", "parents", 2, 5),
    ("Directeur", "leadership", 4, 2),
    ("ib'er", "internal_support_coordinator", 5, 3),
    ("Duo-collega", "job_share_colleague", 6, 4),
    ("Sam", None, 6, 5),
    ("Logopedist", "speech_therapist", 4, 4),
    ("Ambulant begeleider", "outreach_support_teacher", 3, 4),
    ("SMW", "school_social_work", 3, 3),
    ("Jeugdzorg", "youth_care", 2, 4),
    ("Museum", "cultural_institution", 2, 2),
    ("Wijkteam", "neighbourhood_team", 1, 3),
    ("Oma van Sam", "family", 1, 4),
    ("Onderwijsassistent", "teaching_assistant", 6, 4),
    ("Bibliotheek", "library", 2, 2),
    ("Leerplichtambtenaar", "attendance_officer", 1, 1),
    ("swv", "inclusive_education_partnership", 2, 2),
    ("Conciërge", "support_staff", 6, 1),
    ("Ouders Noor", "parents", 2, 5),
)


class Student:
    """Somebody at the keyboard of a Kring of their own."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self._folder = folder
        self._qtbot = qtbot
        self.start()

    def start(self) -> None:
        """Start Kring and wait for the map."""
        settings = Settings(self._folder / "settings.ini")
        settings.language = "nl"
        settings.motion = False
        self.app = Application(self._folder / "library.kringlib", [], settings)
        self.window = self.app.window
        self.window.show()
        self._qtbot.waitUntil(lambda: self.app.document is not None)
        self._qtbot.waitUntil(lambda: self.document.is_open)
        self._qtbot.wait(50)

    def stop(self) -> None:
        """Close the window; there is no Save anywhere."""
        self.window.close()
        self.window.deleteLater()
        self._qtbot.wait(20)

    @property
    def document(self) -> Document:
        return sure(self.app.document)

    @property
    def screens(self) -> Screens:
        return self.window.screens

    def press(self, key: Key | str, modifiers: Any = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key, wherever the focus is."""
        self._qtbot.keyClick(self.app.qt.focusWidget(), key, modifiers)

    def type(self, text: str) -> None:
        """Type letters, wherever the focus is."""
        widget = self.app.qt.focusWidget()
        for letter in text:
            if letter.isascii():
                self._qtbot.keyClicks(widget, letter)
            else:  # as a dead key or an input method gives it; QTest knows ASCII only
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                    self.app.qt.sendEvent(sure(widget), event)

    def partner(self, name: str) -> Partner:
        return next(p for p in self.document.map.partners if p.name == name)

    def click_person(self, name: str) -> None:
        """Click somebody on the map."""
        view = self.screens.map.view
        item = view.map_scene.people[self.partner(name).id]
        point = view.mapFromScene(item.pos())
        self._qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)

    def drag_person(self, name: str, to: QPoint) -> None:
        """Drag somebody over the map."""
        view = self.screens.map.view
        item = view.map_scene.people[self.partner(name).id]
        start = view.mapFromScene(item.pos())
        left, port = Qt.MouseButton.LeftButton, view.viewport()
        self._qtbot.mousePress(port, left, pos=start)
        for step in range(1, 6):
            self._qtbot.mouseMove(port, start + (to - start) * step / 5)
        self._qtbot.mouseRelease(port, left, pos=to)


@pytest.fixture
def student(tmp_path: Path, qtbot: QtBot) -> Iterator[Student]:
    somebody = Student(tmp_path, qtbot)
    yield somebody
    somebody.stop()


def test_a_student_draws_rates_closes_comes_back_and_sees_the_gap(student: Student) -> None:
    # An empty map, and the cursor where the first name goes.
    assert student.document.map.network.title == "Mijn netwerk"
    assert student.app.qt.focusWidget() is student.screens.quick_add.field
    assert student.screens.room.right.isVisible()  # what is said of the map can come first

    # Eighteen names, Enter after each; known words get their kind.
    for name, kind, _, _ in LESSON:
        student.type(name)
        student.press(Key.Key_Return)
        assert student.partner(name).kind == kind
    assert len(student.document.map.partners) == 18
    assert len(student.screens.map.view.map_scene.people) == 18

    # To the table, and through everybody with digits and the arrow.
    student.press(Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert student.screens.shown == "table"
    for _ in LESSON[1:]:  # the one added last is selected
        student.press(Key.Key_Up)
    shifted = {1: "!", 2: "@", 3: "#", 4: "$", 5: "%"}
    for row, (name, _, frequency, importance) in enumerate(LESSON):
        if row:
            student.press(Key.Key_Down)
        assert [p.name for p in student.document.selected] == [name]
        student.type(str(frequency))
        student.press(shifted[importance], Qt.KeyboardModifier.ShiftModifier)
        partner = student.partner(name)
        assert (partner.frequency, partner.importance) == (frequency, importance)

    # Back to the map, in rings; one slip with the mouse, and back.
    student.press(Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    student.press(Key.Key_F6)
    student.click_person("Museum")
    assert [p.name for p in student.document.selected] == ["Museum"]
    picture = student.screens.map.view.map_scene.picture
    to = student.screens.map.view.mapFromScene(picture.cx, picture.cy - picture.rings[0].outer + 8)
    student.drag_person("Museum", to)
    assert student.partner("Museum").importance == 5
    assert student.partner("Museum").setting == "in_school"
    student.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert student.partner("Museum").importance == 2
    assert student.partner("Museum").setting == "community"

    # A star, from the map.
    student.click_person("Ouders Sam")
    student.screens.map.view.setFocus()
    student.type("s")
    assert student.partner("Ouders Sam").named_important

    # Close, come back: everything is there, and undo goes on.
    before = student.document.map
    student.stop()
    student.start()
    assert student.document.map == before
    assert sure(student.document.history.undoable).action == "set_named_important"
    student.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not student.partner("Ouders Sam").named_important
    student.press(Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert student.partner("Ouders Sam").named_important

    # The gap, in one glance; a press on a finding selects its people everywhere.
    student.press(Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    page = as_a(FindingsPage, student.screens.insight.page("findings"))
    page.more.setChecked(True)
    assert "(bijna) elke schooldag, niet belangrijk" in page.text()
    sam = student.partner("Ouders Sam").id
    found = [(card, sure(card.finding)) for card in page.cards]
    parents = next(c for c, finding in found if finding.notable and sam in finding.people)
    assert parents.title.text() == "Valt op: belangrijk, minder vaak contact"
    assert "heel belangrijk, een paar keer per jaar." in parents.sentence.text()
    student._qtbot.mouseClick(parents.rest.who_button, Qt.MouseButton.LeftButton)
    assert sam in student.document.selection


def test_escape_during_a_drag_puts_everybody_back(student: Student) -> None:
    student.type("Museum")
    student.press(Key.Key_Return)
    view = student.screens.map.view
    item = view.map_scene.people[student.partner("Museum").id]
    place = item.pos()
    edits = student.document.history.position
    port, left = view.viewport(), Qt.MouseButton.LeftButton
    start = view.mapFromScene(place)
    student._qtbot.mousePress(port, left, pos=start)
    for step in range(1, 4):
        student._qtbot.mouseMove(port, start + QPoint(20, 15) * step)
    assert item.pos() != place
    student._qtbot.keyClick(view, Key.Key_Escape)
    student._qtbot.mouseRelease(port, left, pos=start + QPoint(60, 45))
    assert item.pos() == place
    assert student.document.history.position == edits


def test_delete_puts_back_first_and_removes_then_and_undo_brings_back(student: Student) -> None:
    student.type("Bibliotheek")
    student.press(Key.Key_Return)
    view = student.screens.map.view
    student.click_person("Bibliotheek")
    view.setFocus()
    student.press(Key.Key_Delete)
    assert student.partner("Bibliotheek").x is None
    assert student.screens.quick_add.tray.isVisible()
    student.press(Key.Key_Delete)
    assert student.document.map.partners == ()
    student.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    student.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert student.partner("Bibliotheek").x is not None


def test_arrows_walk_and_digits_rate_on_the_map(student: Student) -> None:
    for name in ("Ouders", "Directeur", "Museum", "Wijkteam"):
        student.type(name)
        student.press(Key.Key_Return)
    student.press(Key.Key_Escape)  # an empty field gives the keyboard to the map
    assert student.app.qt.focusWidget() is student.screens.map.view
    seen = set()
    for key in (Key.Key_Left, Key.Key_Up, Key.Key_Right, Key.Key_Down, Key.Key_Left, Key.Key_Up):
        student.press(key)
        (here,) = student.document.selected
        seen.add(here.name)
        student.type("3")
    assert len(seen) >= 3
    assert all(student.partner(name).frequency == 3 for name in seen)


def test_a_second_map_an_example_and_removing_with_undo(student: Student) -> None:
    student.screens.open_example()
    assert student.document.map.network.example
    assert "Voorbeeld" in student.screens.status.counts.text()
    student.press(Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert student.screens.shown == "maps"
    cards = student.screens.maps.cards
    assert len(cards) == 2
    cards[0].setFocus()
    student.press(Key.Key_Delete)
    assert len(student.screens.maps.cards) == 1
    student._qtbot.mouseClick(student.screens.notice.button, Qt.MouseButton.LeftButton)
    assert len(student.screens.maps.cards) == 2
