"""The first time, counted: eighteen people named and rated, without a mouse, key by key."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.views.passes.rating import rating_pass
from tests.journeys.test_first_lesson import Student

Key = Qt.Key
NAMED = 18
FURTHER = 54
"""Key presses beside the letters of the names; Enter counts."""

# What is typed, the kind it is taken for, contact 0-6 and importance 1-5.
PEOPLE = (
    ("Ouders Sam", "parents", 2, 5),
    ("Directeur", "leadership", 4, 2),
    ("ib'er", "internal_support_coordinator", 5, 3),
    ("Duo-collega", "job_share_colleague", 6, 4),
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
    ("Ouders Noor", "parents", 2, 5),
    ("Orthopedagoog", "educational_psychologist", 4, 2),
    ("Mentor", "mentor", 3, 3),
)


class Counter(QObject):
    """Counts every key that goes down anywhere in the app; letters of a name apart."""

    def __init__(self) -> None:
        super().__init__()
        self.letters, self.presses, self.clicks = 0, 0, 0
        self.is_naming = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if not watched.isWidgetType():
            return False  # the window passes it on to the widget
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is not QApplication.focusWidget():
                return False  # on its way up from there
            if self.is_naming and event.text().isprintable() and event.text():
                self.letters += 1
            else:
                self.presses += 1
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            self.clicks += 1
        return False


@pytest.fixture
def student(tmp_path: Path, qtbot: QtBot) -> Iterator[Student]:
    somebody = Student(tmp_path, qtbot)
    yield somebody
    somebody.stop()


@pytest.fixture
def counter(student: Student) -> Iterator[Counter]:
    counter = Counter()
    student.app.qt.installEventFilter(counter)
    yield counter
    student.app.qt.removeEventFilter(counter)


def test_eighteen_people_take_eighteen_names_and_54_further_keys(
    student: Student, counter: Counter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rating_pass, "_PAUSE", 50)  # nobody looks back at what was answered
    assert student.app.qt.focusWidget() is student.screens.quick_add.field
    for number, (name, _, _, _) in enumerate(PEOPLE, start=1):
        counter.is_naming = True
        student.type(name)
        counter.is_naming = False
        if number < NAMED:
            student.press(Key.Key_Return)
    # The last one is still in the field, and is taken along.
    student.press(Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert [p.name for p in student.document.map.partners] == [row[0] for row in PEOPLE]
    assert student.screens.shown == "rate"
    for _, _, frequency, _ in PEOPLE:
        student.press(Key(Key.Key_0 + frequency))
    qtbot.waitUntil(lambda: student.screens.rating.question == "importance")
    for _, _, _, importance in PEOPLE:
        student.press(Key(Key.Key_0 + importance))

    for name, kind, frequency, importance in PEOPLE:
        partner = student.partner(name)
        assert (partner.kind, partner.frequency, partner.importance) == (
            kind,
            frequency,
            importance,
        )
    assert counter.letters == sum(len(row[0]) for row in PEOPLE)
    assert counter.presses <= FURTHER
    assert counter.letters + counter.presses <= 260, "what a first lesson has time for"
    assert counter.clicks == 0


def test_the_counter_counts_what_is_pressed(student: Student, counter: Counter) -> None:
    counter.is_naming = True
    student.type("Sam")
    counter.is_naming = False
    student.press(Key.Key_Return)
    student.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (counter.letters, counter.presses) == (3, 2)
