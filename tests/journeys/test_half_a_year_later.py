"""A begin map, and half a year later: who is still there, rated anew, and what changed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.analysis.changes import sentences
from app.models.network import Departure
from tests.journeys.test_first_lesson import Student
from tests.sure import sure

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier

# name, contact and importance at the begin
BEGIN = (("Ouders Sam", 2, 5), ("Directeur", 4, 2), ("Museum", 2, 2), ("Logopedist", 4, 4))


@pytest.fixture
def student(tmp_path: Path, qtbot: QtBot) -> Iterator[Student]:
    student = Student(tmp_path, qtbot)
    yield student
    student.stop()


def enter(student: Student, *names: str) -> None:
    for name in names:
        student.type(name)
        student.press(Key.Key_Return)


def rate(student: Student, *rounds: tuple[int, ...]) -> None:
    """Answer contact and importance of everybody by digits."""
    for answers in rounds:
        for answer in answers:
            student.press(str(answer))
        student.press(Key.Key_Return)


def test_begin_map_half_a_year_later_and_what_changed(student: Student, qtbot: QtBot) -> None:
    enter(student, *(name for name, _, _ in BEGIN))
    student.press("r", CTRL)
    rate(student, tuple(f for _, f, _ in BEGIN), tuple(i for _, _, i in BEGIN))
    begin = student.document.map
    assert [(p.name, p.frequency, p.importance) for p in begin.partners] == list(BEGIN)

    # Half a year later: a next moment, and the begin is finished.
    student.press("m", CTRL)
    qtbot.wait(20)
    [card] = student.screens.maps.cards
    next(b for b in card.findChildren(QPushButton) if b.text().endswith("…")).click()
    student.type("eind")
    sure(card.panel).finish.click()
    sure(card.panel).make.click()
    assert student.screens.shown == "again"
    assert student.document.map.network.moment_label == "eind"

    # Still the same? One renamed, one finished, one succeeded, one new.
    student.press(Key.Key_F2)
    enter(student, "Ouders van Sam")
    student.press(Key.Key_1)  # the parents are still there
    student.press(Key.Key_Return)  # so is the head
    student.press(Key.Key_2)  # the museum is finished
    student.press(Key.Key_5)  # there is another speech therapist
    enter(student, "Logopedist Els")
    enter(student, "Schaakclub")
    names = [p.name for p in student.document.map.partners]
    assert names == ["Ouders van Sam", "Directeur", "Logopedist Els", "Schaakclub"]
    assert all(p.frequency is None for p in student.document.map.partners)
    student.screens.again.newcomers.rate.click()
    rate(student, (4, 3, 4, 3), (5, 2, 4, 2))

    # Then and now, after a night's sleep.
    student.stop()
    student.start()
    student.press("4", CTRL)
    assert student.screens.shown == "compare"
    compared = student.screens.compare.compared
    qtbot.waitUntil(lambda: compared.can_compare)
    found = compared.comparison
    assert compared.before.partners == begin.partners
    assert [s.after.name for s in found.kept] == ["Ouders van Sam", "Directeur"]
    assert [p.name for p in found.new] == ["Logopedist Els", "Schaakclub"]
    assert [p.name for p in found.lost] == ["Museum", "Logopedist"]
    said = {
        group.id: [change.spoken for change in group.changes]
        for group in sentences.groups(found, compared.before, compared.after)
    }
    assert len(said["more_contact"]) == len(said["less_contact"]) == 1
    assert said["renamed"] == ["Ouders Sam, nu Ouders van Sam"]
    assert any(line.startswith("Museum: afgerond") for line in said["lost"])
    student.press(Key.Key_Space)  # the first line of the list
    assert compared.selection == (found.new[0].id,)
    assert student.document.selection == compared.selection


def test_two_who_were_one_all_along_are_not_gone(student: Student, qtbot: QtBot) -> None:
    enter(student, "Ouders Sam", "Directeur", "Mevrouw Jansen", "Museum")
    student.press("r", CTRL)
    rate(student, (2, 4, 4, 1), (5, 3, 3, 2))
    assert student.document.continue_map(student.document.map.network.id, "eind", None)
    enter_at = student.screens.quick_add
    enter_at.field.setText("Moeder van Sam")
    enter_at.add_typed()
    ids = {p.name: p.id for p in student.document.map.partners}
    for pair in (("Directeur", "Mevrouw Jansen"), ("Moeder van Sam", "Ouders Sam")):
        student.document.select([ids[name] for name in pair])
        student.screens.edits.merge()
    assert sorted(p.name for p in student.document.map.partners) == [
        "Directeur",
        "Moeder van Sam",
        "Museum",
    ]
    student.press("4", CTRL)
    compared = student.screens.compare.compared
    qtbot.waitUntil(lambda: compared.can_compare)
    found = compared.comparison
    assert (found.lost, found.new, found.gone) == ((), (), ())
    assert {s.after.name for s in found.kept} == {"Directeur", "Moeder van Sam", "Museum"}
    assert [p.name for p in found.merged] == ["Mevrouw Jansen"]
    assert "Samengevoegd: 1." in sentences.summary(found, compared.before)
    student.press("z", CTRL)  # one step takes the merger back, and what was said with it
    student.press("z", CTRL)
    assert student.document.map.all_of(Departure) == ()
