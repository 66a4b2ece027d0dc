"""Still the same? Everybody of the moment before comes by once, by key or by mouse."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.document import Document
from app.models.moments import departure_of
from app.views.passes.still_here.still_here_pass import StillHerePass
from tests.sure import sure

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

NAMES = ("Ouders Sam", "Directeur", "Ib'er", "Museum")
Key = Qt.Key


@pytest.fixture
def begin(document: Document) -> str:
    for name in NAMES:
        document.add_partner(name)
    keys = [p.id for p in document.map.partners]
    document.set_partners(keys[:3], frequency=4, importance=3)
    document.set_partners(keys[3:], frequency=0)
    document.set_tie(keys[0], keys[1], "yes")
    document.set_network(moment=date(2026, 9, 1), moment_label="begin")
    return document.map.network.id


@pytest.fixture
def again(begin: str, document: Document, qtbot: QtBot) -> StillHerePass:
    document.continue_map(begin, "eind", date(2027, 6, 18))
    panel = StillHerePass(document)
    qtbot.addWidget(panel)
    panel.resize(1000, 700)
    panel.show()
    qtbot.waitExposed(panel)
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.start()
    return panel


def name_now(panel: StillHerePass, document: Document) -> str:
    key = panel.current
    partner = document.map.partner(sure(key))
    if partner is None:  # gone since: as they were at the moment before
        earlier = document.map_of(document.moments()[0].id)
        partner = sure(earlier).partner(sure(key))
    return sure(partner).name


def here(document: Document) -> list[Any]:
    return [p.name for p in document.map.partners if p.frequency != 0]


def type_key(panel: StillHerePass, key: Any) -> None:
    QTest.keyClick(panel.stage, key)


def test_everybody_comes_by_in_turn_and_who_is_wished_last(
    again: StillHerePass, document: Document
) -> None:
    seen = []
    for _ in range(3):
        seen.append(name_now(again, document))
        type_key(again, Key.Key_1)
    assert [p.still_there for p in document.map.partners] == [True, True, True, False]
    seen.append(name_now(again, document))
    assert "There was no contact with Museum yet." in again.question_label.text()
    type_key(again, Key.Key_4)
    assert seen == list(NAMES)
    assert again.newcomers.isVisible()
    assert "3 of the 3" in again.newcomers.stands.text()
    assert "No contact yet: 1." in again.newcomers.stands.text()


def test_whom_one_wished_for_and_who_is_there_now_is_asked_about_contact(
    again: StillHerePass, document: Document
) -> None:
    for _ in range(3):
        type_key(again, Key.Key_1)
    who = again.current
    assert sure(document.map.partner(sure(who))).frequency == 0
    type_key(again, Key.Key_1)
    assert sure(document.map.partner(sure(who))).frequency is None
    assert document.undo()
    assert again.current == who
    assert sure(document.map.partner(sure(who))).frequency == 0


@pytest.mark.parametrize("how", ["answer", "skip", "tick"])
def test_a_name_that_is_being_typed_is_of_whom_it_was_typed(
    again: StillHerePass, document: Document, how: str
) -> None:
    who, asked = again.current, again._position.count
    again.succeed.click()
    again.field.setText("Ouders Noor")
    [tick] = again.field.actions()
    assert tick.isVisible()
    if how == "tick":
        tick.trigger()
    else:
        (again.answers[0] if how == "answer" else again.skip).click()
    [new] = [p for p in document.map.partners if p.name == "Ouders Noor"]
    assert new.successor_of == who
    assert not again.field.isVisible()
    assert again.current not in (who, None)
    assert len(again._position.coming) == asked - 1


def test_what_is_typed_to_nothing_ends_with_the_question(again: StillHerePass) -> None:
    again.succeed.click()
    type_key(again, Key.Key_Right)
    again.skip.click()
    assert not again.field.isVisible()


def test_still_there_is_a_step_and_is_not_asked_again_after_undo_and_redo(
    again: StillHerePass, document: Document
) -> None:
    who = again.current
    type_key(again, Key.Key_1)
    assert document.undo()
    assert again.current == who
    assert document.redo()
    seen = []
    while again.current is not None:
        seen.append(again.current)
        type_key(again, Key.Key_1)
    assert who not in seen


def test_who_is_still_there_is_kept_with_the_map(again: StillHerePass, document: Document) -> None:
    type_key(again, Key.Key_1)
    asked = again.current
    document.open(document.map.network.id)
    again.start()
    assert again.current == asked


def test_each_answer_says_what_it_means(again: StillHerePass) -> None:
    meanings = (
        "the contact goes on",
        "what you did together is finished",
        "we lost touch",
        "no contact now, but you would like it",
    )
    for button, meaning in zip(again.answers, meanings, strict=True):
        assert meaning in button.accessibleName()


@pytest.mark.parametrize(
    ("key", "reason"), [(Key.Key_2, "finished"), (Key.Key_3, "out_of_sight"), (Key.Key_4, "wished")]
)
def test_a_digit_lets_somebody_go_and_says_why(
    again: StillHerePass, document: Document, key: Any, reason: str
) -> None:
    who = again.current
    type_key(again, key)
    assert sure(departure_of(document.map, sure(who))).reason == reason
    assert "Ouders Sam" not in here(document)
    assert (document.map.partner(sure(who)) is not None) == (reason == "wished")
    assert name_now(again, document) == "Directeur"


def test_an_answer_is_one_step_and_undo_leads_back_to_them(
    again: StillHerePass, document: Document
) -> None:
    who = again.current
    type_key(again, Key.Key_2)
    assert document.undo()
    assert again.current == who
    assert sorted(here(document)) == sorted(NAMES[:3])
    assert document.redo()
    assert "Ouders Sam" not in here(document)


def test_going_back_and_saying_still_there_brings_them_back_with_their_lines(
    again: StillHerePass, document: Document
) -> None:
    type_key(again, Key.Key_3)
    type_key(again, Key.Key_Backspace)
    assert name_now(again, document) == "Ouders Sam"
    type_key(again, Key.Key_Return)
    assert sorted(here(document)) == sorted(NAMES[:3])
    assert len(document.map.ties) == 1
    assert name_now(again, document) == "Directeur"


def test_skipping_leaves_somebody_as_they_are(again: StillHerePass, document: Document) -> None:
    type_key(again, Key.Key_Space)
    assert name_now(again, document) == "Directeur"
    assert document.history.edits == ()


def test_another_name_is_the_same_person(
    again: StillHerePass, document: Document, qtbot: QtBot
) -> None:
    who = again.current
    type_key(again, Key.Key_F2)
    assert again.field.isVisible()
    assert again.field.selectedText() == "Ouders Sam"
    qtbot.keyClicks(again.field, "Ouders van Sam")
    qtbot.keyClick(again.field, Key.Key_Return)
    assert sure(document.map.partner(sure(who))).name == "Ouders van Sam"
    assert again.current == who  # and whether they are still there is asked yet
    type_key(again, Key.Key_1)
    assert again.current != who


def test_a_successor_is_somebody_new_in_their_place(
    again: StillHerePass, document: Document, qtbot: QtBot
) -> None:
    who = again.current
    type_key(again, Key.Key_5)
    qtbot.keyClicks(again.field, "Ouders Noor")
    qtbot.keyClick(again.field, Key.Key_Return)
    assert document.map.partner(sure(who)) is None
    assert [p.name for p in document.map.partners if p.successor_of == who] == ["Ouders Noor"]
    assert [p.name for p in again.answers[0].people] == ["Ouders Noor"]  # seen where they are
    assert name_now(again, document) == "Directeur"


def test_escape_leaves_the_field_first_and_then_the_pass(
    again: StillHerePass, document: Document, qtbot: QtBot
) -> None:
    type_key(again, Key.Key_5)
    with qtbot.assertNotEmitted(again.left):
        qtbot.keyClick(again.field, Key.Key_Escape)
    assert not again.field.isVisible()
    assert document.history.edits == ()
    with qtbot.waitSignal(again.left):
        type_key(again, Key.Key_Escape)


def test_no_name_changes_nothing(again: StillHerePass, document: Document, qtbot: QtBot) -> None:
    type_key(again, Key.Key_5)
    qtbot.keyClick(again.field, Key.Key_Return)
    assert document.history.edits == ()
    assert name_now(again, document) == "Ouders Sam"


def test_a_press_answers_as_well(again: StillHerePass, document: Document, qtbot: QtBot) -> None:
    qtbot.mouseClick(again.answers[1], Qt.MouseButton.LeftButton)
    assert here(document) == ["Directeur", "Ib'er"]
    assert [p.name for p in again.answers[1].people] == ["Ouders Sam"]


def test_at_the_end_newcomers_are_added_one_after_the_other(
    again: StillHerePass, document: Document, qtbot: QtBot
) -> None:
    for _ in range(4):
        type_key(again, Key.Key_1)
    field = again.newcomers.field
    assert field.hasFocus()
    for name in ("Logopedist", "Schaakclub"):
        qtbot.keyClicks(field, name)
        qtbot.keyClick(field, Key.Key_Return)
    assert [p.name for p in document.map.partners][-2:] == ["Logopedist", "Schaakclub"]
    assert document.map.partners[-2].kind == "speech_therapist"
    assert field.text() == ""
    assert "Logopedist, Schaakclub" in again.newcomers.there.text()
    with qtbot.waitSignal(again.rate_requested):
        again.newcomers.rate.click()


def test_from_the_newcomers_a_press_leads_back_to_who_was_asked_last(
    again: StillHerePass, qtbot: QtBot
) -> None:
    for _ in range(4):
        type_key(again, Key.Key_1)
    assert again.newcomers.isVisible()
    qtbot.mouseClick(again.newcomers.back, Qt.MouseButton.LeftButton)
    assert again.stage.isVisible()
    assert again.current is not None


def test_who_was_removed_otherwise_is_asked_about(again: StillHerePass, document: Document) -> None:
    type_key(again, Key.Key_1)
    gone = again.current
    document.remove_partners([sure(gone)])
    again.start()
    while again.current != gone:
        type_key(again, Key.Key_1)
    assert not again.rename.isEnabled()
    type_key(again, Key.Key_2)
    assert sure(departure_of(document.map, sure(gone))).reason == "finished"


def test_the_first_moment_has_nobody_to_go_through(
    begin: str, document: Document, qtbot: QtBot
) -> None:
    panel = StillHerePass(document)
    qtbot.addWidget(panel)
    panel.show()
    panel.start()
    assert panel.current is None
    assert panel.page.isVisible()
    assert "first moment" in panel.page.accessibleName()
    with qtbot.waitSignal(panel.left):
        panel.page.buttons[0].click()


def test_a_finished_map_is_not_asked_about(again: StillHerePass, document: Document) -> None:
    document.set_network(finished=True)
    assert again.current is None
    assert again.page.isVisible()
    document.set_network(finished=False)
    assert again.current is not None


def test_another_map_begins_anew(again: StillHerePass, document: Document, begin: str) -> None:
    type_key(again, Key.Key_1)
    document.open(begin)
    assert again.current is None
