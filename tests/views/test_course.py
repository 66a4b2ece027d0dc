"""The ladder, the tasks around one pupil, and the competences, through the window's pages."""

import math
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app import RESOURCES
from app.analysis.composition import HAS_SAY
from app.analysis.free_places import with_places
from app.analysis.ladder import ladder
from app.analysis.lens import LENSES
from app.analysis.tasks import in_order
from app.document import Document
from app.exchange.kring_file import read_kring
from app.models import competences
from app.models.network import Activity, Answer, Evidence, Intention, Map, Network, Partner, Task
from app.report.compose import compose
from app.report.wanted import ReportChoices
from app.views.insight.ladder import Disc, LadderPage
from app.views.insight.screen import Insight
from app.views.insight.task_table import TaskTable
from app.views.insight.tasks import TasksPage
from app.views.map import marks
from app.views.map.spoken import spoken
from app.views.reflect import arrangement
from app.views.reflect.card_page import CardPage
from app.views.reflect.competence_page import CompetencePage
from app.views.reflect.entries import entries
from app.views.reflect.intentions_page import IntentionsPage
from app.views.widgets import theme
from app.views.widgets.in_pieces import whole
from tests.sure import as_a, sure

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def document(document: Document) -> Document:
    document.add_map(
        Map.of(
            [
                Network(id="n", series="s", about="support", subject="S."),
                Partner(id="sam", name="Sam", kind="pupil", setting="pupil_and_family"),
                Partner(id="pa", name="Parents", kind="parents", setting="pupil_and_family"),
                Partner(id="youth", name="Youth", setting="support_and_care", forms=("inform",)),
                Partner(id="museum", name="Museum", setting="community", forms=("teach_together",)),
                Partner(id="team", name="Duo", setting="in_school", forms=("teach_together",)),
                Partner(id="new", name="Coach", setting="community"),
            ]
        )
    )
    return document


@pytest.fixture
def insight(document: Document, qtbot: QtBot) -> Insight:
    insight = Insight(document)
    qtbot.addWidget(insight)
    insight.resize(430, 640)
    insight.show()
    return insight


def test_the_ladder_has_partners_outside_on_the_highest_step_of_what_is_done(
    document: Document,
) -> None:
    steps = {step: [p.name for p in people] for step, people in ladder(document.map).items()}
    assert steps == {
        "together": ["Museum"], "apart": [], "consult": [], "inform": ["Youth"], None: ["Coach"]
    }  # fmt: skip


def test_moving_somebody_a_step_up_is_a_plan_and_back_takes_it_away(
    insight: Insight, document: Document, qtbot: QtBot
) -> None:
    insight.show_page("ladder")
    page = as_a(LadderPage, insight.page("ladder"))
    page.discs["youth"].setFocus()
    qtbot.keyClick(page.discs["youth"], Qt.Key.Key_Up)
    [plan] = document.map.all_of(Intention)
    assert (plan.partner, plan.direction, plan.step) == ("youth", "together", "consult")
    assert sure(document.map.partner("youth")).forms == ("inform",), "what is done stays as it is"
    insight.refresh()
    assert "consult" in page.discs["youth"].text()
    qtbot.keyClick(page.discs["youth"], Qt.Key.Key_Up)
    [plan] = document.map.all_of(Intention)
    assert plan.step == "apart"
    insight.refresh()
    page.try_step("youth", "inform")
    assert document.map.all_of(Intention) == ()
    bar = page.verticalScrollBar()
    insight.resize(430, 360)
    bar.setValue(bar.minimum())
    page.discs["youth"].setFocus()
    stood = bar.value()
    qtbot.keyClick(page.discs["youth"], Qt.Key.Key_Up)
    insight.refresh()
    assert (bar.value(), page.discs["youth"].hasFocus()) == (stood, True), "nothing jumps"


def mouse(disc: Disc, kind: Any, at: Any) -> None:
    """Let the mouse do something with its button down, which `qtbot.mouseMove` cannot."""
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else LEFT
    local = QPointF(disc.mapFromGlobal(at))
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(disc, QMouseEvent(kind, local, QPointF(at), LEFT, held, none))


def test_a_disc_follows_the_mouse_to_a_step(insight: Insight, document: Document) -> None:
    insight.show_page("ladder")
    page = as_a(LadderPage, insight.page("ladder"))
    disc, row = page.discs["youth"], page.rows["together"]
    start, aim = (w.mapToGlobal(w.rect().center()) for w in (disc, row))
    mouse(disc, QEvent.Type.MouseButtonPress, start)
    mouse(disc, QEvent.Type.MouseMove, start + QPoint(3, 0))
    assert page.carried.isHidden(), "a hand that trembles drags nothing"
    mouse(disc, QEvent.Type.MouseMove, aim)
    assert page.carried.isVisible()
    assert page.carried.geometry().center() == sure(page.carried.parentWidget()).mapFromGlobal(aim)
    assert [key for key, r in page.rows.items() if r.property("role") == "card lit"] == ["together"]
    # Near the edge the page scrolls under the pointer, and what is carried stays below it.
    insight.resize(430, 300)
    QApplication.processEvents()
    bar, view = page.verticalScrollBar(), page.viewport()
    bar.setValue(bar.minimum())
    edge = view.mapToGlobal(QPoint(60, view.height() - 2))
    mouse(disc, QEvent.Type.MouseMove, edge)
    page.roll()
    assert 0 < bar.value() <= bar.maximum()
    assert page.carried.geometry().center() == sure(page.carried.parentWidget()).mapFromGlobal(edge)
    stood = bar.value()
    mouse(disc, QEvent.Type.MouseMove, view.mapToGlobal(view.rect().center()))
    page.roll()
    assert bar.value() == stood, "in the middle nothing moves"
    bar.setValue(bar.minimum())
    aim = row.mapToGlobal(row.rect().center())
    mouse(disc, QEvent.Type.MouseMove, aim)
    mouse(disc, QEvent.Type.MouseButtonRelease, aim)
    [plan] = document.map.all_of(Intention)
    assert plan.step == "together"
    insight.refresh()
    assert page.carried.isHidden()


def test_where_a_map_is_about_one_pupil_the_tasks_come_first(
    insight: Insight, document: Document
) -> None:
    insight.refresh()
    assert insight.shown_pages == ("findings",) or "tasks" in insight.shown_pages
    document.opened.emit()
    assert "tasks" in insight.shown_pages
    document.set_network(about="practice")
    insight.refresh()
    assert "tasks" not in insight.shown_pages
    assert insight.text_tabs.button("tasks").isHidden()


def shown(table: TaskTable) -> list[tuple[Any, ...]]:
    return [
        tuple(table.rows.index(row, column).data() for column in range(table.rows.columnCount()))
        for row in range(table.rows.rowCount())
    ]


def type_in(table: TaskTable, text: str, qtbot: QtBot) -> None:
    editor = table.findChildren(QLineEdit)[-1]
    assert editor.text() == ""
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.wait(1)


def choose(table: TaskTable, row: int, column: int, called: str, qtbot: QtBot) -> None:
    table.setCurrentIndex(table.rows.index(row, column))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    next(
        action for action in sure(table.menu).actions() if action.text().replace("&", "") == called
    ).trigger()
    sure(table.menu).close()
    table.show_tasks()


def test_the_tasks_are_a_table_that_is_filled_in_where_it_stands(
    insight: Insight, document: Document, qtbot: QtBot
) -> None:
    insight.show_page("tasks")
    page = as_a(TasksPage, insight.page("tasks"))
    table = page.table
    nothing = ("no task yet", "", "", "")
    assert shown(table) == [("Sam", *nothing), ("Parents", *nothing)]
    table.setCurrentIndex(table.rows.index(1, 0))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    type_in(table, "Read at home", qtbot)
    [task] = document.map.all_of(Task)
    assert (task.what, task.partner) == ("Read at home", "pa"), "pressed, and it is theirs"
    table.setCurrentIndex(table.rows.index(1, 2))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    type_in(table, "reader", qtbot)
    choose(table, 1, 3, "Me", qtbot)
    choose(table, 1, 4, "Sam", qtbot)
    choose(table, 1, 4, "Youth", qtbot)
    row = ("Parents", "Read at home", "reader", "Me", "Sam, Youth")
    assert shown(table) == [("Sam", *nothing), row]
    table.rows.setData(table.rows.index(1, 1), " ")
    qtbot.wait(1)
    assert shown(table)[1] == row, "a task is never without words"
    html = arrangement.as_html(document.map)
    assert all(text in html for text in (*row, "no task yet"))
    assert arrangement.as_pdf(document.map).startswith(b"%PDF")


def test_what_has_nobody_yet_is_seen_and_can_be_given_and_removed(
    insight: Insight, document: Document, qtbot: QtBot
) -> None:
    insight.show_page("tasks")
    page = as_a(TasksPage, insight.page("tasks"))
    table = page.table
    qtbot.mouseClick(page.add_button, LEFT)
    assert page.open.text() == "1 task has no one yet."
    assert shown(table)[2][:2] == ("no one yet", "New task")
    ink = table.rows.index(2, 0).data(Qt.ItemDataRole.ForegroundRole)
    assert ink == theme.current().colour("less_often"), "not in the colour of the others"
    choose(table, 2, 0, "Youth", qtbot)
    insight.refresh()
    assert page.open.text() == ""
    assert shown(table)[2][0] == "Youth"
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert document.map.all_of(Task) == ()
    assert document.undo()
    assert len(document.map.all_of(Task)) == 1


def test_a_pupil_who_has_a_say_is_seen_and_heard_on_the_map_close_to_me(document: Document) -> None:
    def picture(takes_part: str | None) -> Any:
        disc = QImage(60, 60, QImage.Format.Format_ARGB32)
        disc.fill(0)
        painter = QPainter(disc)
        painter.translate(30, 30)
        marks.disc(
            painter,
            marks.form_of(Partner(id="p", name="Sam", kind="pupil", takes_part=takes_part)),
            50,
            theme.current().colour("ego"),
        )
        painter.end()
        return disc

    plain = picture(None)
    assert [picture(way) != plain for way in ("not_yet", "knows")] == [False, False]
    assert all(picture(way) != plain for way in HAS_SAY)
    sam = Partner(id="p", name="Sam", kind="pupil", takes_part="thinks_along")
    assert "helps think it through" in spoken(sam, LENSES["free"])
    around = [Partner(id=str(n), name="X", kind="teacher_colleague") for n in range(6)]
    whole = with_places(Map.of([Network(id="n", series="s"), *around, sam]))
    away = {p.id: math.hypot(sure(p.x), sure(p.y)) for p in whole.partners}
    assert min(away, key=away.__getitem__) == "p"


@pytest.fixture
def page(document: Document, qtbot: QtBot) -> CompetencePage:
    page = CompetencePage(document)
    qtbot.addWidget(page)
    page.show()
    page.begin()
    return page


def test_evidence_is_kept_of_a_line_and_stands_in_the_report(
    page: CompetencePage, document: Document
) -> None:
    document.answer("R04", "They chose the book themselves.")
    [answer] = document.map.all_of(Answer)
    row = page.lines["voice"]
    row.heading.setChecked(True)
    fields = {field.name: field for field in row.fields}
    fields["partners"].give(("pa",))
    fields["sources"].give((answer.id,))
    fields["text"].give("Since then they come by.")
    fields["stage"].give("under_way")
    [kept] = document.map.all_of(Evidence)
    assert (kept.line, kept.partners, kept.sources) == ("voice", ("pa",), (answer.id,))
    assert row.heading.text().endswith("under way")
    report = compose(document.map, None, ReportChoices(parts=frozenset({"competences"}))).report
    said = str(report)
    for text in (
        "Giving parents a voice",
        "Parents",
        "They chose the book",
        "Since then",
        "under way",
    ):
        assert text in said
    hidden = compose(document.map, None, ReportChoices(anonymous=True)).report
    assert "Since then" not in str(hidden)
    document.answer("R04", "")  # evidence that is gone is passed over
    compose(document.map, None, ReportChoices(parts=frozenset({"competences"})))


OWN = """
[[framework]]
id = "school"
nl = "Onze school"
[[competence]]
id = "a"
nl = "Samen kijken"
"""


def test_a_school_puts_its_own_framework_in_place(
    document: Document, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / competences.FILE).write_text(OWN, "utf-8")
    competences.look_in(tmp_path)
    try:
        page = CompetencePage(document)
        qtbot.addWidget(page)
        page.begin()
        assert list(page.lines) == ["a"]
        assert page.lines["a"].heading.text() == "Samen kijken"
    finally:
        competences.look_in(None)


@pytest.mark.parametrize(
    "wrong",
    ["", "[[framework]]\nid='a'\nnl='b'", OWN + OWN, "\x00", OWN.replace('"Samen kijken"', '""')],
)
def test_a_framework_that_cannot_be_read_is_said(
    document: Document, qtbot: QtBot, tmp_path: Path, wrong: str
) -> None:
    (tmp_path / competences.FILE).write_text(wrong, "utf-8")
    competences.look_in(tmp_path)
    try:
        page = CompetencePage(document)
        qtbot.addWidget(page)
        page.begin()
        assert page.lines == {}
        assert "competences.toml" in page.note.text()
        compose(document.map, None, ReportChoices(parts=frozenset({"competences"})))
    finally:
        competences.look_in(None)


@pytest.mark.parametrize("tongue", ["nl", "en"])
def test_the_example_around_one_pupil_has_what_the_course_asks(tongue: str) -> None:
    whole = read_kring(RESOURCES / "examples" / f"pupil_{tongue}.kring")
    assert whole.network.about == "support"
    pupil = next(p for p in whole.partners if p.kind == "pupil")
    assert pupil.takes_part == "thinks_along"
    assert any(p.decides == "together" for p in whole.partners)
    assert any("gives_time" in p.leadership_does for p in whole.partners)
    assert [p.kind for p in ladder(whole)["together"]] == ["youth_work"]
    [done] = whole.all_of(Activity)
    assert (done.talked_over, done.time_made) == ("yes", "yes")
    assert sum(row.is_open for row in in_order(whole)) == 1
    assert whole.all_of(Evidence)


def test_something_done_together_comes_in_the_calendar_until_it_is_talked_over(
    document: Document,
) -> None:
    keep = document.keep
    keep(Activity(id="a", partner="youth", day=date(2027, 2, 3), what="A lesson", agreed="I watch"))
    keep(Activity(id="b", partner="museum", what="No day yet"))
    keep(Activity(id="c", partner="museum", day=date(2027, 1, 3), talked_over="yes"))
    document.intend("Call the coach", partner="new")
    [plan] = document.map.all_of(Intention)
    document.set_intention(plan.id, due=date(2027, 2, 1), first_step="Look for the number")
    first, second = entries(document.map)
    assert (first.title, first.text) == (
        "Call the coach",
        "Who with: Coach\nFirst small step: Look for the number",
    )
    assert (second.day, second.title) == (date(2027, 2, 3), "A lesson, with Youth")
    assert "I watch" in second.text
    document.change("a", talked_over="yes")
    assert [entry.id for entry in entries(document.map)] == [plan.id]


def test_the_step_to_try_is_on_the_card_of_a_plan_with_somebody_outside(
    document: Document, qtbot: QtBot
) -> None:
    for who in ("youth", "team"):
        document.intend("Something", partner=who)
    page = IntentionsPage(document)
    qtbot.addWidget(page)
    page.show()
    page.show_map()
    outside, inside = page.cards
    for card in (outside, inside):
        card.unfold()
    steps = [next(f for f in card.fields if f.name == "step") for card in (outside, inside)]
    assert [step.isVisible() for step in steps] == [True, False]
    steps[0].give("consult")
    assert {plan.step for plan in document.map.all_of(Intention)} == {"consult", None}


def test_what_is_added_to_a_talk_comes_in_sight(document: Document, qtbot: QtBot) -> None:
    page = whole(CardPage(document))
    qtbot.addWidget(page)
    page.resize(420, 420)
    page.show()
    document.select(["youth"])
    page.form.done.add()
    first = page.form.done.cards[0].fields[0]
    qtbot.waitUntil(lambda: not first.visibleRegion().isEmpty())
