"""Reflect, decide and close; open after the day, say how it went; a new moment shows it."""

from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.analysis.changes import sentences
from app.analysis.comparison import comparison
from app.models.network import Answer, Intention
from app.report.compose import compose
from app.report.wanted import ReportChoices
from app.report.writers import written
from app.views.picture.painters import Painters
from app.words.field_names import field_label
from tests.journeys.test_first_lesson import Student

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
YESTERDAY = date.today() - timedelta(days=1)  # noqa: DTZ011


@pytest.fixture
def student(tmp_path: Path, qtbot: QtBot) -> Iterator[Student]:
    student = Student(tmp_path, qtbot)
    yield student
    student.stop()


def test_from_a_question_to_what_came_of_it(student: Student, qtbot: QtBot) -> None:
    for name in ("Ouders Sam", "Directeur"):
        student.type(name)
        student.press(Key.Key_Return)
    begin = student.document.map.network.id

    # Reflect: two questions, kept as they are typed.
    student.press("5", CTRL)
    student.type("Weinig ouders")
    student.press(Key.Key_PageDown)
    student.type("Nog geen")
    assert [a.text for a in student.document.map.all_of(Answer)] == ["Weinig ouders", "Nog geen"]

    # Decide: one intention with the parents, for yesterday.
    student.document.select([student.partner("Ouders Sam").id])
    student.screens.reflect.show_page("intentions")
    student.type("Elke maand bellen")
    student.press(Key.Key_Return)
    [intention] = student.document.map.all_of(Intention)
    assert intention.partner == student.partner("Ouders Sam").id
    student.document.set_intention(intention.id, due=YESTERDAY)

    # The next day it is asked kindly, once.
    student.stop()
    student.start()
    notice = student.screens.notice
    qtbot.waitUntil(notice.isVisible)
    assert "Elke maand bellen" in notice.text
    qtbot.mouseClick(notice.button, Qt.MouseButton.LeftButton)
    [card] = student.screens.reflect.intentions.cards
    card.state._segments[0].setFocus()
    student.press(Key.Key_2)
    card.outcome.setFocus()
    student.type("Ze bellen nu zelf")
    student.stop()
    student.start()
    qtbot.wait(300)
    assert not student.screens.notice.isVisible()

    # A new moment, compared with the first.
    earlier = student.document.map
    student.document.continue_map(begin, "eind", None)
    groups = sentences.groups(
        comparison(earlier, student.document.map), earlier, student.document.map
    )
    [said] = [
        change.spoken for group in groups if group.id == "intentions" for change in group.changes
    ]
    done = field_label("done").lower()
    assert said == f"Elke maand bellen: {done} · Ze bellen nu zelf"

    # The report holds the answers, the intention and what came of it.
    composed = compose(student.document.map, earlier, ReportChoices())
    content = written(composed, Painters().pictures(composed, ".pdf"), ".pdf")
    pages = PdfReader(BytesIO(content)).pages
    text = " ".join(" ".join(page.extract_text().split()) for page in pages)
    for part in ("Elke maand bellen", "Ze bellen nu zelf", "Ouders Sam"):
        assert part in text
