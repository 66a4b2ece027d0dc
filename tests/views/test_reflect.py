"""Reflect and decide: questions beside the map, intentions, the card of a partner."""

import re
from collections.abc import Callable
from datetime import date
from html import escape
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.analysis.changes import sentences
from app.analysis.comparison import comparison
from app.document import Document
from app.models.network import Activity, Answer, Intention, Partner
from app.models.vocabulary import vocabulary
from app.settings import Settings
from app.views.frame.window import MainWindow
from app.views.map.lens_and_layers import look_of
from app.views.map.scene import MapScene
from app.views.reflect import card_on_paper
from app.views.reflect.card_page import CardPage
from app.views.reflect.intentions_page import IntentionsPage
from app.views.reflect.questions_page import QuestionsPage
from app.views.widgets.in_pieces import whole
from app.views.widgets.text_fields import TextField
from app.words import current_language, talk
from tests import walking
from tests.pictures import example
from tests.sure import as_a, sure

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LEFT = Qt.MouseButton.LeftButton
AnyPage = TypeVar("AnyPage", CardPage, IntentionsPage, QuestionsPage)


@pytest.fixture
def drawn(document: Document) -> Document:
    whole = example(18)
    document.add_map(whole)
    return document


def shown(page: AnyPage, qtbot: QtBot) -> AnyPage:
    qtbot.addWidget(page)
    page.resize(590, 760)
    page.show()
    qtbot.waitExposed(page)
    page.begin()
    QCoreApplication.processEvents()
    return page


@pytest.fixture
def questions(drawn: Document, qtbot: QtBot) -> QuestionsPage:
    return shown(QuestionsPage(drawn), qtbot)


@pytest.fixture
def intentions(drawn: Document, qtbot: QtBot) -> IntentionsPage:
    return shown(IntentionsPage(drawn), qtbot)


@pytest.fixture
def window(drawn: Document, settings: Settings, qtbot: QtBot) -> MainWindow:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.show_document(drawn)
    qtbot.waitExposed(window)
    return window


def answers(document: Document) -> dict[Any, tuple[Any, Any]]:
    return {a.question: (a.text, a.discuss) for a in document.map.all_of(Answer)}


def kept(document: Document) -> tuple[Intention, ...]:
    return document.map.all_of(Intention)


# --- questions


def test_the_people_a_question_is_about_are_selected(
    questions: QuestionsPage, drawn: Document
) -> None:
    assert list(drawn.selection) == []
    questions.go_on()
    assert questions.current.people
    assert drawn.selection == questions.current.people
    assert sure(drawn.map.partner(drawn.selection[0])).name in questions.fact.text()


def test_what_is_typed_at_one_question_is_one_step_to_undo(
    questions: QuestionsPage, drawn: Document, qtbot: QtBot
) -> None:
    qtbot.keyClicks(questions.notes, "ab")
    qtbot.keyClick(questions.notes, Qt.Key.Key_PageDown)
    qtbot.keyClicks(questions.notes, "c")
    assert answers(drawn) == {"R01": ("ab", False), "R02": ("c", False)}
    assert "2 answered" in questions.counter.text()
    drawn.undo()
    assert answers(drawn) == {"R01": ("ab", False)}
    assert questions.notes.toPlainText() == ""
    drawn.undo()
    assert answers(drawn) == {}
    qtbot.keyClicks(questions.notes, "d")
    questions.begin()
    qtbot.keyClicks(questions.notes, "e")
    drawn.undo()
    assert answers(drawn) == {"R02": ("d", False)}


def test_to_discuss_is_a_step_of_its_own(
    questions: QuestionsPage, drawn: Document, qtbot: QtBot
) -> None:
    qtbot.keyClicks(questions.notes, "ab")
    questions.go_on()
    questions.discuss.click()
    qtbot.keyClicks(questions.notes, "c")
    drawn.undo()
    assert answers(drawn) == {"R01": ("ab", False), "R02": ("", True)}
    drawn.undo()
    assert answers(drawn) == {"R01": ("ab", False)}


def test_the_questions_that_fit_are_counted_and_the_others_come_after(
    questions: QuestionsPage,
) -> None:
    fitting = sum(prompt.fits for prompt in questions.prompts)
    assert 1 < fitting < 27
    assert questions.counter.text() == f"Question 1 of {fitting} · 0 answered"
    for _ in range(fitting - 1):
        questions.go_on()
    assert questions.counter.text() == f"Question {fitting} of {fitting} · 0 answered"
    assert questions.next.text() == "More questions"
    questions.go_on()
    assert questions.counter.text() == "More questions to ask yourself · 0 answered"
    assert questions.next.text() == "Skip"


def test_the_next_question_can_be_answered_at_once(
    questions: QuestionsPage, drawn: Document, qtbot: QtBot
) -> None:
    qtbot.mouseClick(questions.next, LEFT)
    assert questions.notes.hasFocus()
    qtbot.keyClicks(questions.notes, "a b c")
    assert answers(drawn) == {"R02": ("a b c", False)}


def test_keys_turn_to_the_next_and_the_previous_question(
    questions: QuestionsPage, qtbot: QtBot
) -> None:
    first = questions.current.question
    qtbot.keyClick(questions.notes, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    second = questions.current.question
    qtbot.keyClick(questions.notes, Qt.Key.Key_PageUp)
    assert (first, second, questions.current.question) == ("R01", "R02", "R01")
    assert questions.notes.toPlainText() == ""
    assert not questions.back.isEnabled()


def test_a_question_without_an_answer_is_skipped(questions: QuestionsPage, qtbot: QtBot) -> None:
    assert questions.next.text() == "Skip"
    qtbot.keyClicks(questions.notes, "x")
    assert questions.next.text() == "Next question"
    qtbot.mouseClick(questions.next, LEFT)
    assert questions.next.text() == "Skip"


def test_a_question_to_discuss_stays_without_a_text(
    questions: QuestionsPage, drawn: Document
) -> None:
    questions.discuss.click()
    assert answers(drawn) == {"R01": ("", True)}
    assert "0 answered" in questions.counter.text()
    drawn.answer("R01", "x")
    drawn.answer("R01", "")
    assert answers(drawn) == {"R01": ("", True)}
    questions.discuss.click()
    assert answers(drawn) == {}


def test_the_list_says_what_is_answered_and_leads_to_a_question(
    questions: QuestionsPage, drawn: Document
) -> None:
    drawn.answer("R03", "x")
    questions.list_button.click()
    listed = [questions.list.item(row) for row in range(questions.list.count())]
    said = {
        item.data(Qt.ItemDataRole.UserRole): item.data(Qt.ItemDataRole.AccessibleTextRole)
        for item in listed
        if item.data(Qt.ItemDataRole.UserRole)
    }
    assert len(said) == 39
    assert said["R03"].endswith("(answered)")
    assert said["R04"].endswith("(not answered)")
    item = next(item for item in listed if item.data(Qt.ItemDataRole.UserRole) == "R03")
    questions.list.itemClicked.emit(item)
    assert questions.current.question == "R03"
    assert questions.notes.toPlainText() == "x"
    assert questions.question.text() == vocabulary().questions["R03"].en


def test_a_change_of_the_map_keeps_the_question_that_is_asked(
    questions: QuestionsPage, drawn: Document
) -> None:
    questions.go_on()
    asked = questions.current.question
    drawn.set_partners(drawn.selection, frequency=None)
    assert questions.current.question == asked


def test_a_finished_map_takes_no_answer(questions: QuestionsPage, drawn: Document) -> None:
    drawn.set_network(finished=True)
    questions.begin()
    assert questions.notes.isReadOnly()
    assert not questions.discuss.isEnabled()


def test_on_an_empty_map_there_is_a_question_too(document: Document, qtbot: QtBot) -> None:
    page = shown(QuestionsPage(document), qtbot)
    assert page.question.text() == vocabulary().questions["R01"].en
    assert page.fact.isHidden()


# --- intentions


def write(page: IntentionsPage, text: str, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.field, text)
    qtbot.keyClick(page.field, Qt.Key.Key_Return)


def test_whom_a_question_lit_up_is_let_go_where_it_is_no_longer_asked(
    window: MainWindow, drawn: Document
) -> None:
    window.screens.actions_by_id["reflect"].trigger()
    reflect = window.screens.reflect
    questions = reflect.questions
    while not drawn.selection:
        questions.go_on()
    reflect.show_page("competence")
    assert list(drawn.selection) == []
    reflect.show_page("questions")
    assert drawn.selection == questions.current.people
    drawn.select(["p0", "p1"])  # by the person
    reflect.show_page("competence")
    assert drawn.selection == ("p0", "p1")


def test_a_new_intention_is_about_who_is_selected(
    intentions: IntentionsPage, drawn: Document, qtbot: QtBot
) -> None:
    drawn.select(["p0"])
    write(intentions, "Call", qtbot)
    [intention] = kept(drawn)
    assert (intention.what, intention.partner) == ("Call", "p0")
    [card] = intentions.cards
    assert card.title.text() == "Call"
    assert card.about.text() == "Ouders Sam"
    assert intentions.field.text() == ""


def test_a_sentence_is_seen_whole_while_it_is_written(
    intentions: IntentionsPage, qtbot: QtBot
) -> None:
    low = intentions.field.height()
    qtbot.keyClicks(intentions.field, "Phone Sam's parents to hear how it goes at home. " * 4)
    QCoreApplication.processEvents()
    bar = intentions.field.verticalScrollBar()
    assert (bar.minimum(), bar.maximum()) == (0, 0)
    assert intentions.field.height() > low
    qtbot.keyClick(intentions.field, Qt.Key.Key_Return)
    QCoreApplication.processEvents()
    assert intentions.field.height() == low


def test_a_new_intention_is_about_who_is_named_in_it(
    intentions: IntentionsPage, drawn: Document, qtbot: QtBot
) -> None:
    drawn.select(["p1"])
    for text, partner in (
        ("Bellen met het schoolmaatschappelijk werk", "p5"),
        ("Koffie met de ouders Noor", "p8"),  # and not with Noor, who is on the map too
        ("Museum en bibliotheek vragen", "p1"),
    ):
        write(intentions, text, qtbot)
        drawn.select(["p1"])
        assert kept(drawn)[-1].partner == partner


def test_whom_kring_selected_itself_is_in_no_intention(
    window: MainWindow, drawn: Document, qtbot: QtBot
) -> None:
    window.screens.actions_by_id["reflect"].trigger()
    reflect = window.screens.reflect
    while len(reflect.questions.current.people) != 1:
        reflect.questions.go_on()
    assert len(drawn.selection) == 1
    reflect.show_page("intentions")
    write(reflect.intentions, "Call", qtbot)
    assert kept(drawn)[0].partner is None
    drawn.select(["p3"])
    write(reflect.intentions, "Visit", qtbot)
    assert kept(drawn)[1].partner == "p3"
    write(reflect.intentions, "Write", qtbot)  # the card of before selected p3, nobody else did
    assert kept(drawn)[2].partner is None


def test_an_intention_is_done_or_let_go_and_says_how_it_went(
    intentions: IntentionsPage, drawn: Document
) -> None:
    key = drawn.intend("Call")
    [card] = intentions.cards
    assert card.outcome.isHidden()
    card.state.chosen.emit("done")
    assert (kept(drawn)[0].done, kept(drawn)[0].let_go) == (True, False)
    assert not card.outcome.isHidden()
    card.outcome.given.emit("outcome", "Well")
    card.state.chosen.emit("let_go")
    assert (kept(drawn)[0].done, kept(drawn)[0].let_go) == (False, True)
    card.state.chosen.emit(None)
    assert kept(drawn)[0].is_open
    assert kept(drawn)[0].outcome == "Well"
    assert as_a(Intention, drawn.map.records[sure(key)]).what == "Call"


def test_all_plans_are_one_stop_of_tab_and_walking_changes_none(
    intentions: IntentionsPage, drawn: Document, qtbot: QtBot
) -> None:
    for number in range(3):
        drawn.intend(f"Plan {number}")
    cards = intentions.cards
    cards[0].focus_state()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(QApplication.focusWidget(), key)
    at = QApplication.focusWidget()
    assert at is cards[2].stops[1]
    assert [one for one in walking.stops(intentions) if one in set(cards[0].stops)] == []
    assert all(plan.is_open for plan in drawn.map.all_of(Intention))
    qtbot.keyClick(at, Qt.Key.Key_Space)
    assert [plan.done for plan in drawn.map.all_of(Intention)].count(True) == 1


def test_open_intentions_stand_first_by_their_day(
    intentions: IntentionsPage, drawn: Document
) -> None:
    keys = [drawn.intend(what) for what in ("none", "later", "soon", "behind")]
    drawn.set_intention(sure(keys[1]), due=date(2030, 1, 1))
    drawn.set_intention(sure(keys[2]), due=date(2029, 1, 1))
    drawn.set_intention(sure(keys[3]), done=True)
    assert [card.title.text() for card in intentions.cards] == ["soon", "later", "none", "behind"]
    QCoreApplication.processEvents()
    tops = [card.y() for card in intentions.cards]
    assert tops == sorted(tops)


def test_somebody_new_comes_along_as_a_wished_partner_in_one_step(
    intentions: IntentionsPage, drawn: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn.intend("A lesson outside")
    [card] = intentions.cards
    card.unfold()
    monkeypatch.setattr("app.views.reflect.intention_card.ask_text", lambda *_: "Forest ranger")
    whom = next(field for field in card.fields if field.name == "partner")
    chosen = whom.findChild(QComboBox)
    sure(chosen).activated.emit(sure(chosen).count() - 1)
    [somebody] = [p for p in drawn.map.partners if p.name == "Forest ranger"]
    assert somebody.frequency == 0
    assert kept(drawn)[0].partner == somebody.id
    assert card.about.text() == "Forest ranger"
    drawn.undo()
    assert drawn.map.partner(somebody.id) is None
    assert kept(drawn)[0].partner is None


def test_somebody_new_by_a_name_on_the_map_is_that_partner(drawn: Document) -> None:
    key = drawn.intend("Call")
    assert drawn.intend_with(sure(key), "ouders sam") == "p0"
    assert len(drawn.map.partners) == 18


def test_what_an_intention_is_about_is_never_emptied(
    intentions: IntentionsPage, drawn: Document
) -> None:
    key = drawn.intend("Call")
    assert not drawn.set_intention(sure(key), what=" ")
    assert kept(drawn)[0].what == "Call"


def test_a_removed_intention_comes_back_by_undo(
    intentions: IntentionsPage, drawn: Document, qtbot: QtBot
) -> None:
    drawn.intend("Call")
    [card] = intentions.cards
    card.unfold()
    qtbot.mouseClick(card.remove, LEFT)
    assert list(intentions.cards) == []
    assert card.isHidden()
    drawn.undo()
    assert [card.title.text() for card in intentions.cards] == ["Call"]


def test_reminders_hold_what_is_open_and_has_a_day(
    intentions: IntentionsPage, drawn: Document, tmp_path: Path
) -> None:
    keys = [drawn.intend(what, partner="p0") for what in ("Call", "Visit", "Write")]
    drawn.set_intention(sure(keys[0]), due=date(2030, 1, 1), first_step="Find the number")
    drawn.set_intention(sure(keys[1]), due=date(2030, 1, 1), done=True)
    said: list[Any] = []
    intentions.told.connect(said.append)
    intentions.write_calendar(tmp_path / "kring.ics")
    content = (tmp_path / "kring.ics").read_bytes().decode().replace("\r\n ", "")
    assert re.findall("SUMMARY:(.*)\r", content) == ["Call"]
    assert "Who with: Ouders Sam\\nFirst small step: Find the number" in content
    assert said


def test_reminders_and_cards_get_their_ending(
    drawn: Document, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed = []

    def ask(
        parent: CardPage | IntentionsPage, title: str, path: str, kinds: str
    ) -> tuple[Any, Any]:
        proposed.append(Path(path).name)
        return str(tmp_path / "mine"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(ask))
    drawn.set_intention(sure(drawn.intend("Call")), due=date(2030, 1, 1))
    intentions, cards = shown(IntentionsPage(drawn), qtbot), shown(whole(CardPage(drawn)), qtbot)
    intentions.calendar_button.click()
    drawn.select(["p0"])
    cards.print_button.click()
    assert proposed == ["kring.ics", "Ouders Sam.pdf"]
    assert sorted(path.name for path in tmp_path.glob("mine*")) == ["mine.ics", "mine.pdf"]


def test_reminders_that_cannot_be_written_are_told(
    intentions: IntentionsPage, drawn: Document, tmp_path: Path
) -> None:
    failed: list[Any] = []
    intentions.failed.connect(failed.append)
    intentions.write_calendar(tmp_path / "nowhere" / "kring.ics")
    assert [problem.code for problem in failed] == ["file_not_written"]


def test_who_something_is_intended_with_has_a_flag_until_it_is_done(drawn: Document) -> None:
    def picture() -> set[Any]:
        scene = MapScene()
        scene.set_size(QSize(700, 600))
        scene.show_map(drawn.map, look_of(drawn.map, "importance", chosen, sectors=True))
        return {key for key, item in scene.people.items() if item.intended}

    chosen = {"intentions": True}
    key = drawn.intend("Call", partner="p0")
    assert picture() == {"p0"}
    chosen = {}  # a disc has one badge at first, the star
    assert picture() == set()
    chosen = {"intentions": True}
    drawn.set_intention(sure(key), let_go=True)
    assert picture() == set()


# --- the card


def test_the_card_is_of_the_one_partner_who_is_selected(
    drawn: Document, qtbot: QtBot, tmp_path: Path
) -> None:
    page = shown(whole(CardPage(drawn)), qtbot)
    assert not page.hint.isHidden()
    assert page.print_button.isHidden()
    drawn.select(["p0"])
    assert page.form.name.text() == "Ouders Sam"
    assert not page.print_button.isHidden()
    page.form.store("goal", "Together")
    assert sure(drawn.map.partner("p0")).goal == "Together"
    page.write_card(tmp_path / "card.pdf")
    assert (tmp_path / "card.pdf").read_bytes().startswith(b"%PDF")
    failed: list[Any] = []
    page.failed.connect(failed.append)
    page.write_card(tmp_path / "nowhere" / "card.pdf")
    assert [problem.code for problem in failed] == ["file_not_written"]
    drawn.select(["p0", "p1"])
    assert page.print_button.isHidden()


def test_the_form_of_the_card_stands_still_while_somebody_types(
    drawn: Document, qtbot: QtBot
) -> None:
    home = QWidget()
    qtbot.addWidget(home)  # dressed before the page is there, as in a window of Kring
    page = whole(CardPage(drawn, home))
    home.show()
    shown(page, qtbot)
    drawn.select(["p0"])
    QCoreApplication.processEvents()
    before = [field.y() for field in page.form.fields]
    qtbot.keyClicks(as_a(TextField, page.form.fields[0]).text, "Together")
    QCoreApplication.processEvents()
    assert [field.y() for field in page.form.fields] == before


def test_the_paper_says_all_of_the_card_and_takes_no_tags_from_it(drawn: Document) -> None:
    partner = Partner(
        id="x",
        name="<b>Sam</b> & co",
        goal="To <i>read</i>",
        forms=("inform",),
        hurdles=("time_pressure",),
        task_role_agreed="partly",
        my_hands="Time",
    )
    html = card_on_paper.as_html(partner, drawn.map)
    said = (
        "To &lt;i&gt;read&lt;/i&gt;",
        "&lt;b&gt;Sam&lt;/b&gt; &amp; co",
        "time pressure",
        "Time",
    )
    assert [text for text in said if text not in html] == []
    choices = vocabulary().choices
    assert choices["forms"]["inform"].label(current_language()) in html
    assert choices["agreed"]["partly"].label(current_language()) in html


def test_a_talk_has_five_parts_and_asks_a_pupil_what_makes_sense(
    drawn: Document, qtbot: QtBot
) -> None:
    page = shown(whole(CardPage(drawn)), qtbot)
    drawn.select(["p0"])
    texts = [label.text() for label in page.form.findChildren(QLabel)]
    assert all(title in texts for title, _ in talk.titles())
    shown_for = {}
    for kind in ("parents", "pupil"):
        drawn.set_partners(["p0"], kind=kind)
        shown_for[kind] = {f.name for f in page.form.fields if f.isVisibleTo(page)}
    assert shown_for["parents"] - shown_for["pupil"] == {
        *("forms", "my_craft", "their_craft", "steps_taken")
    }


def test_something_done_together_is_kept_with_whom_and_can_be_undone(
    drawn: Document, qtbot: QtBot
) -> None:
    page = shown(whole(CardPage(drawn)), qtbot)
    drawn.select(["p0"])
    done = page.form.done
    qtbot.mouseClick(done.add_button, LEFT)
    [activity] = drawn.map.all_of(Activity)
    assert activity.partner == "p0"
    [card] = done.cards
    names = [field.name for field in card.fields]
    assert names == ["day", "what", "agreed", "talked_over", "talk", "time_made", "theirs", "mine"]
    card.fields[names.index("what")].given.emit("what", "Reading hour")
    card.fields[names.index("talked_over")].given.emit("talked_over", "no_time")
    [activity] = drawn.map.all_of(Activity)
    assert (activity.what, activity.talked_over) == ("Reading hour", "no_time")
    assert "Reading hour" in done.cards[0].heading.text()
    drawn.select(["p1"])
    assert done.cards == []
    drawn.remove_partners(["p0"])
    assert drawn.map.all_of(Activity) == ()
    drawn.undo()
    drawn.select(["p0"])
    assert len(done.cards) == 1


def test_the_empty_page_has_boxes_and_nothing_of_what_was_written(
    drawn: Document, tmp_path: Path
) -> None:
    partner = Partner(id="x", name="Sam", kind="coach", goal="SECRET", hurdles=("top_down",))
    html = card_on_paper.as_html(card_on_paper.to_fill_in(partner), drawn.map, to_tick=True)
    assert "SECRET" not in html
    terms = vocabulary().choices["hurdles"].values()
    for term in terms:
        assert (f"☐ {escape(term.label(current_language()))}" in html) != term.retired
    assert all(escape(title) in html for title, _ in talk.titles())


# --- the window


def test_the_tab_shows_the_map_with_questions_beside_it(
    window: MainWindow, drawn: Document
) -> None:
    screens = window.screens
    screens.actions_by_id["reflect"].trigger()
    assert screens.shown == "reflect"
    assert screens.map.isVisible()
    assert screens.reflect.questions.isVisible()
    screens.reflect.show_page("intentions")
    screens.actions_by_id["draw"].trigger()
    screens.actions_by_id["reflect"].trigger()
    assert screens.reflect.shown == "intentions"


def test_another_text_size_leaves_the_person_at_the_same_question(
    window: MainWindow, settings: Settings, large_text: Callable[..., Any]
) -> None:
    settings.language = "en"
    window.screens.actions_by_id["reflect"].trigger()
    window.screens.reflect.questions.go_on()
    asked = window.screens.reflect.questions.current.question
    settings.text_size = 150
    reflect = window.screens.reflect
    assert (window.screens.shown, reflect.shown) == ("reflect", "questions")
    assert reflect.questions.current.question == asked
    assert reflect.questions.question.text() == vocabulary().questions[asked].en
    reflect.show_page("intentions")
    settings.text_size = 100
    assert window.screens.reflect.shown == "intentions"


# --- later


def test_comparing_says_what_came_of_the_intentions(drawn: Document) -> None:
    def came_of() -> list[Any]:
        groups = sentences.groups(comparison(before, drawn.map), before, drawn.map)
        return [c.spoken for group in groups if group.id == "intentions" for c in group.changes]

    keys = [drawn.intend(what, partner="p0") for what in ("Call", "Visit", "Write", "Wait")]
    drawn.set_intention(sure(keys[3]), done=True)
    before = drawn.map
    drawn.continue_map(before.network.id, "end", None)
    assert [intention.what for intention in kept(drawn)] == ["Call", "Visit", "Write"]
    drawn.set_intention(sure(keys[0]), done=True, outcome="They\ncall too")
    drawn.set_intention(sure(keys[1]), let_go=True)
    drawn.intend("Something else")
    assert came_of() == [
        "Call: done · They call too",
        "Visit: let go",
        "Write: not yet",
        "Wait: done",
    ]


def test_what_puts_a_card_on_paper_stands_in_one_row_where_there_is_room(
    drawn: Document, qtbot: QtBot
) -> None:
    page = shown(whole(CardPage(drawn)), qtbot)
    drawn.select((drawn.map.partners[0].id,))

    def in_one_row(width: int) -> bool:
        page.resize(width, 700)
        QCoreApplication.processEvents()
        return page.print_button.y() == page.empty_button.y()

    assert in_one_row(620)
    assert not in_one_row(300)
