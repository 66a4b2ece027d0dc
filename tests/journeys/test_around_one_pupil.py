"""The course in one go: a map around one pupil, a talk with the parents, the end, the evidence."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.analysis.changes import sentences
from app.analysis.comparison import comparison
from app.models.network import Activity, Evidence, Intention, Task
from app.report.compose import compose
from app.report.wanted import ReportChoices
from app.views.insight.ladder import LadderPage
from app.views.insight.screen import Insight
from app.views.insight.tasks import TasksPage
from app.views.reflect.card_on_paper import as_pdf, to_fill_in
from app.words.talk import titles
from tests.journeys.test_first_lesson import Student
from tests.sure import as_a, sure

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def student(tmp_path: Path, qtbot: QtBot) -> Iterator[Student]:
    student = Student(tmp_path, qtbot)
    yield student
    student.stop()


def give(fields: list[Any], **values: Any) -> None:
    """Answer fields of a form or card as the person does, each in its own widget."""
    by_name = {field.name: field for field in fields}
    for name, value in values.items():
        by_name[name].give(value)


def test_from_a_map_around_one_pupil_to_the_page_of_evidence(
    student: Student, qtbot: QtBot
) -> None:
    document = student.document
    document.set_network(
        about="support",
        subject="Sam",
        confidence=2,
        own_expertise=2,
        three_words="overleg, druk, moeten",
    )
    for name in ("Leerling Sam", "Ouders Sam", "Jeugdwerker"):
        student.type(name)
        student.press(Key.Key_Return)
    sam, parents, youth = (p.id for p in document.map.partners)
    document.set_partners([sam], takes_part="thinks_along", own_words="Lezen over paarden")
    document.set_partners([parents], frequency=3, importance=5)
    document.set_partners([youth], frequency=2, importance=4, forms=("inform",))
    near = min(document.shown.partners, key=lambda p: sure(p.x) ** 2 + sure(p.y) ** 2)
    assert near.id == sam, "the pupil stands closest to me"

    # Who does what: the pupil and the parents first, and filled in where it stands.
    student.press("3", CTRL)
    insight = student.window.findChild(Insight)
    qtbot.waitUntil(lambda: "tasks" in sure(insight).shown_pages)
    table = as_a(TasksPage, sure(insight).page("tasks")).table
    assert [table.rows.row_at(row).who for row in range(2)] == [sam, parents]
    table.setFocus()
    table.setCurrentIndex(table.rows.index(1, 1))
    student.press(Key.Key_Return)
    qtbot.keyClicks(table.findChildren(QLineEdit)[-1], "Voorlezen in het weekend")
    qtbot.keyClick(table.findChildren(QLineEdit)[-1], Key.Key_Return)
    qtbot.waitUntil(lambda: len(document.map.all_of(Task)) == 1)
    assert document.map.all_of(Task)[0].partner == parents

    # The youth worker a step up the ladder: something to try.
    sure(insight).show_page("ladder")
    as_a(LadderPage, sure(insight).page("ladder")).discs[youth].setFocus()
    student.press(Key.Key_Up)
    [plan] = document.map.all_of(Intention)
    assert (plan.partner, plan.step) == (youth, "consult")

    # A talk with the parents in five parts, of which they fill in a page too.
    student.press("5", CTRL)
    reflect = student.screens.reflect
    student.screens.map.view.name_begun.emit("Proef")
    assert student.screens.quick_add.field.text() == "", "nobody is named where no field is seen"
    reflect.show_page("card")
    document.select([parents])
    give(
        reflect.card.form.fields,
        ideal="Sam leest omdat het leuk is",
        my_expertise="Wat in de klas werkt",
        hurdles=("time_theirs",),
        positives=("click",),
        agreements="We bellen op vrijdag",
    )
    empty = to_fill_in(sure(document.map.partner(parents)))
    page = PdfReader(BytesIO(as_pdf(empty, document.map, to_tick=True))).pages[0].extract_text()
    assert "Sam leest" not in page
    ideal, with_parents = reflect.card.form.questions[0].text(), document.map.partner(parents)
    assert ideal == titles(with_parents)[0][1] != titles()[0][1], "no samen-DOEN with parents"
    done = reflect.card.form.done
    done.add()
    give(done.cards[0].fields, what="Samen voorgelezen", agreed="Sam kiest het boek")
    give(done.cards[0].fields, talked_over="yes", time_made="yes", theirs="Hoe Sam thuis leest")
    [activity] = document.map.all_of(Activity)
    assert (activity.partner, activity.talked_over) == (parents, "yes")

    # Half a year later, after a restart.
    begin = document.map.network.id
    student.stop()
    student.start()
    document = student.document
    earlier = document.map
    assert document.continue_map(begin, "eind", None)
    document.set_network(confidence=4, own_expertise=4, three_words="vragen, samen, rust")
    document.set_partners([sam], takes_part="decides_along")
    found = comparison(earlier, document.map)
    groups = sentences.groups(found, earlier, document.map)
    [said] = [[c.spoken for c in g.changes] for g in groups if g.id == "overall"]
    assert len(said) == 3
    assert any("overleg, druk, moeten" in line and "vragen, samen, rust" in line for line in said)

    # The page of evidence, in the report.
    reflect = student.screens.reflect
    student.press("5", CTRL)
    reflect.show_page("competence")
    line = reflect.competence.lines["voice"]
    line.heading.setChecked(True)
    give(line.fields, partners=(parents,), text="Ze kozen zelf de dag.", stage="shown")
    [evidence] = document.map.all_of(Evidence)
    assert evidence.line == "voice"
    text = str(compose(document.map, earlier, ReportChoices()).report)
    for part in (
        "Ze kozen zelf de dag.",
        "vragen, samen, rust",
        "Voorlezen in het weekend",
        "Samen voorgelezen",
        "beslist mee",
        "Lezen over paarden",
    ):
        assert part in text, part
