"""The findings on the screen: what they say, and what the owner can say and do about them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app import language
from app.analysis.findings import CLAIMS, Finding, claim_of, names, told
from app.analysis.study import Study, study
from app.document import Document
from app.models.network import Intention, Map, Network, Partner, Verdict
from app.models.vocabulary import vocabulary
from app.settings import Settings
from app.views.insight.finding_card import Card
from app.views.insight.findings import OPEN
from app.views.insight.screen import Insight
from app.views.widgets import theme
from app.views.widgets.memory import memory_of
from tests.calls import calls_in
from tests.sure import sure
from tests.views.insight.conftest import LEFT, draw, findings_page, plot_page

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def card(insight: Insight, code: str, *, open_all: bool = True) -> Card:
    page = findings_page(insight)
    page.more.setChecked(open_all)
    found = [card for card in page.cards if sure(card.finding).code == code]
    assert found, f"no {code} in\n{page.text()}"
    return found[0]


def test_what_is_below_the_fold_is_made_once_what_is_above_it_was_seen(
    document: Document, lesson: dict[str, str], settings: Settings, qtbot: QtBot
) -> None:
    def opened() -> list[Card]:
        screen.page("findings")
        screen.show()
        return screen.findChildren(Card)

    screen = Insight(document, settings)
    qtbot.addWidget(screen)
    screen.resize(600, 700)
    made = opened()
    page = findings_page(screen)
    assert 0 < len(made) < OPEN
    assert sum(card.heightForWidth(page.inside.width()) for card in made) > page.height()
    qtbot.waitUntil(lambda: len(screen.findChildren(Card)) == OPEN)
    assert [card.finding for card in page.cards[: len(made)]] == [card.finding for card in made]
    assert not any(card.is_marked for card in page.cards)
    bar = page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    left = memory_of(page)
    screen = Insight(document, settings)  # as after another theme: it goes back down there
    qtbot.addWidget(screen)
    screen.resize(600, 700)
    memory_of(screen).left.update(left.left)
    assert len(opened()) == OPEN


def test_who_asks_for_the_findings_gets_all_of_them(
    document: Document, lesson: dict[str, str], settings: Settings, qtbot: QtBot
) -> None:
    screen = Insight(document, settings)
    qtbot.addWidget(screen)
    screen.resize(600, 700)
    screen.show()
    assert len(findings_page(screen).cards) == OPEN


# --- words

NUMBERS = dict.fromkeys(
    (
        *("count", "size", "known", "rated", "fewest", "outside", "inside", "contacts_outside"),
        *("contacts_inside", "concordant", "pairs", "all_pairs", "low", "high", "less_often"),
        *("pupil", "group", "both", "organisation"),
    ),
    3,
)


def finding(code: str, seen: Study, people: tuple[Any, ...] = ("a", "b"), **values: Any) -> Finding:
    settings = dict.fromkeys(vocabulary().settings, 0)
    every = {**NUMBERS, **settings, "importance": 5, "frequency": 2, "kind": None, **values}
    return Finding(claim=claim_of(code), people=people, values=every, known=seen)


def people(*names: str) -> Study:
    network = Network(id="n", series="s")
    return study(Map.of([network, *(Partner(id=name.lower(), name=name) for name in names)]))


@pytest.fixture(params=["en", "nl"])
def tongue(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    language.install(request.param)
    yield request.param
    language.install("en")


@pytest.mark.parametrize("code", [claim.code for claim in CLAIMS])
def test_every_finding_has_a_title_a_sentence_and_a_reason(tongue: str, code: str) -> None:
    seen = people("A", "B")
    differing = {"importance": None, "frequency": None} if "notable" in code else {}
    for values in ({}, differing, {"wished": 2, "less_often": 0}):
        for who in ((), ("a",), ("a", "b")):
            given = finding(code, seen, who, **values)
            said = given.sentence
            for text in (said, given.title, given.reason):
                assert text.strip()
                assert not re.search(r"\{\w+\}|None", text)
                assert "  " not in text or not who
            assert said == said.strip()
            assert not said[0].islower() or not who


def test_up_to_three_are_named_and_the_others_counted(qapp: QApplication) -> None:
    seen = people(*"ABCDEF")
    assert names("a", seen) == "A"
    assert names("ab", seen) == "A and B"
    assert names("abc", seen) == "A, B and C"
    assert names("abcd", seen) == "A, B, C and D"
    assert names("abcdef", seen) == "A, B, C and 3 others"


@pytest.mark.parametrize("name", ["{count}", "<b>Sam</b> & Co", "{names}{wish}", "100 %"])
def test_names_that_look_like_something_else_are_said_as_typed(
    qapp: QApplication, name: str
) -> None:
    whole = Map.of([Network(id="n", series="s"), Partner(id="a", name=name)])
    said = finding("wish_more", study(whole), ("a",))
    assert said.sentence == f"With {name}."


def test_unknown_lines_give_a_range(qapp: QApplication) -> None:
    seen = people("A", "B")
    said = finding("isolates", seen, low=1, high=4).sentence
    assert said.endswith("(1 to 4, depending on the links you are not sure about)")
    said = finding("isolates", seen, low=None, high=None).sentence
    assert said.endswith("linked only to you.")


def test_who_differs_is_said_with_the_wish(insight: Insight, lesson: dict[str, str]) -> None:
    notable = [
        c for c in findings_page(insight).cards if sure(c.finding).code == "notable_less_often"
    ]
    assert [c.sentence.text() for c in notable] == [
        "Parents of Sam: very important, a few times a year. You would like: monthly."
    ]


def test_who_is_important_without_contact_is_said_first_and_asks_for_a_step(
    insight: Insight, document: Document
) -> None:
    draw(document, ("Social worker", 0, 5, None), ("Library", 0, 2, None), ("Sam", 4, 4, None))
    insight.refresh()
    first = findings_page(insight).cards[0]
    assert first.title.text() == "Important, and no contact yet"
    assert first.sentence.text() == "Social worker: very important, no contact yet."
    assert first.question.text() == "What would be a first step?"
    said = findings_page(insight).text()
    assert "No one stands out: Contact and importance are not far apart for" in said


def test_nobody_is_said_twice_of_the_same_quadrant(
    insight: Insight, lesson: dict[str, str], document: Document
) -> None:
    # Parents of Noor are as wished, those of Sam stand out; nobody else is seen less often.
    findings_page(insight).more.setChecked(True)
    codes = [sure(card.finding).code for card in findings_page(insight).cards]
    assert "important_less_often" not in codes
    document.set_partners([lesson["Speech therapist"]], frequency=3)
    insight.refresh()
    left = card(insight, "important_less_often")
    assert left.sentence.text() == (
        "Speech therapist: less contact than weekly, but compared with your other partners the "
        "difference is small."
    )


def test_only_who_stands_out_has_the_colour_of_the_difference(
    insight: Insight, lesson: dict[str, str], document: Document
) -> None:
    document.set_partners([lesson["Speech therapist"]], frequency=3)
    insight.refresh()

    def colour(code: str) -> Any:
        title = card(insight, code).title
        return title.palette().color(title.foregroundRole())

    assert colour("notable_less_often") == theme.current().colour("less_often")
    assert colour("important_less_often") == theme.current().colour("soft_ink")


def test_the_rule_for_few_rated_says_nothing_of_an_order(
    insight: Insight, document: Document
) -> None:
    draw(document, ("Sam", 1, 5, None))
    insight.refresh()
    shown = card(insight, "notable_less_often").rest.why.text()
    assert shown.startswith("Importance is “important” or more, and contact is less than “weekly”.")
    assert "a third" not in shown


# --- the page


def test_five_are_open_and_the_rest_is_folded(
    insight: Insight, lesson: dict[str, str], qtbot: QtBot
) -> None:
    page = findings_page(insight)
    assert len(page.cards) == OPEN
    rest = int(page.more.text().split()[0])
    qtbot.mouseClick(page.more, LEFT)
    assert len(page.cards) == OPEN + rest
    marks = [shown.is_marked for shown in page.cards]
    assert not any(marks[OPEN:])
    qtbot.mouseClick(page.more, LEFT)
    assert len(page.cards) == OPEN


def test_what_few_press_is_not_made_until_it_is_wanted(
    insight: Insight, lesson: dict[str, str], qtbot: QtBot
) -> None:
    shown = card(insight, "notable_less_often", open_all=False)
    for one in findings_page(insight).cards:
        assert one.findChildren(QPushButton) == [one.intend_button, one.more_button]
        assert one.findChildren(QPlainTextEdit) == []
    qtbot.mouseClick(shown.more_button, LEFT)
    assert set(shown.findChildren(QPushButton)) == set(shown.buttons)
    assert len(shown.buttons) == 6
    qtbot.mouseClick(shown.intend_button, LEFT)
    assert shown.findChildren(QPlainTextEdit) == [shown.step.field]


def test_who_selects_the_people_of_a_finding(
    insight: Insight, lesson: dict[str, str], document: Document, qtbot: QtBot
) -> None:
    wish = card(insight, "wish_more")
    qtbot.mouseClick(wish.rest.who_button, LEFT)
    assert document.selection == sure(wish.finding).people


def test_why_opens_the_rule_and_closes_it(
    insight: Insight, lesson: dict[str, str], qtbot: QtBot
) -> None:
    shown = card(insight, "notable_less_often")
    assert not shown.rest.why.isVisible()
    shown.more_button.click()
    qtbot.mouseClick(shown.rest.why_button, LEFT)
    assert shown.rest.why.isVisible()
    assert "{" not in shown.rest.why.text()
    assert "Importance is “important” or more, and contact is less than “weekly”." in (
        shown.rest.why.text()
    )
    qtbot.keyClick(shown.rest.why_button, Qt.Key.Key_Space)
    assert not shown.rest.why.isVisible()


# --- what the owner says


def test_a_dismissed_finding_moves_to_the_end_and_can_come_back(
    insight: Insight, lesson: dict[str, str], document: Document, qtbot: QtBot
) -> None:
    shown = card(insight, "alignment")
    qtbot.mouseClick(shown.rest.dismiss_button, LEFT)
    insight.refresh()
    page = findings_page(insight)
    assert "alignment" not in [sure(c.finding).code for c in page.cards]
    assert page.aside.isVisible()
    page.aside.setChecked(True)
    assert sure(page.cards[-1].finding).code == "alignment"
    assert not page.cards[-1].rest.agree_button.isVisible()
    document.undo()
    insight.refresh()
    assert not page.aside.isVisible()
    document.redo()
    insight.refresh()
    qtbot.mouseClick(page.cards[-1].rest.dismiss_button, LEFT)
    assert document.map.all_of(Verdict) == ()


def test_nothing_jumps_when_the_owner_says_what_is_not_so(
    insight: Insight, document: Document, qtbot: QtBot
) -> None:
    kinds = {"Sam": "parents", "Noor": "parents", "Library": "library", "Doctor": "doctor"}
    keys = draw(document, *((name, 1, 5, None) for name in kinds))
    draw(document, *((f"Colleague {n}", 6, 1, None) for n in range(4)))
    for name, kind in kinds.items():
        document.set_partners([keys[name]], kind=kind)
    insight.refresh()
    page = findings_page(insight)
    before = [sure(one.finding).code for one in page.cards]
    shown = next(
        one for one in page.cards if set(sure(one.finding).people) == {keys["Sam"], keys["Noor"]}
    )
    at = page.cards.index(shown)
    menu = shown.rest.menu_of_whom()
    next(action for action in menu.actions() if action.data() == keys["Sam"]).trigger()
    insight.refresh()
    assert sure(page.cards[at].finding).people == (keys["Noor"],)
    assert sure(page.cards[at + 1].finding).people == (keys["Sam"],)
    qtbot.mouseClick(page.cards[at + 1].rest.dismiss_button, LEFT)  # it is so after all
    insight.refresh()
    assert [sure(one.finding).code for one in page.cards] == before
    assert sure(page.cards[at].finding).people == sure(shown.finding).people


def test_a_dismissed_partner_is_notable_nowhere(
    insight: Insight, lesson: dict[str, str], document: Document, qtbot: QtBot
) -> None:
    sam = lesson["Parents of Sam"]
    assert sure(plot_page(insight).plot.dot(sam)).notable == "less_often"
    qtbot.mouseClick(card(insight, "notable_less_often").rest.dismiss_button, LEFT)
    insight.refresh()
    assert [(v.finding, v.partner, v.agrees) for v in document.map.all_of(Verdict)] == [
        ("notable_less_often", sam, False)
    ]
    assert sure(plot_page(insight).plot.dot(sam)).notable == ""


def test_of_several_it_is_asked_of_whom(insight: Insight, document: Document, qtbot: QtBot) -> None:
    keys = draw(document, *((f"Parents {n}", 1, 5, None) for n in range(2)))
    draw(document, *((f"Colleague {n}", 6, 1, None) for n in range(4)))
    insight.refresh()
    shown = card(insight, "notable_less_often")
    menu = shown.rest.menu_of_whom()
    assert [action.text() for action in menu.actions()] == [
        "Who is it not right for?",
        "",
        "Parents 0",
        "Parents 1",
        "",
        "For all of them",
    ]
    menu.actions()[3].trigger()
    insight.refresh()
    assert [v.partner for v in document.map.all_of(Verdict)] == [keys["Parents 1"]]
    assert sure(card(insight, "notable_less_often").finding).people == (keys["Parents 0"],)


def test_is_so_is_kept_and_taken_back(
    insight: Insight, lesson: dict[str, str], document: Document, qtbot: QtBot
) -> None:
    shown = card(insight, "alignment")
    qtbot.mouseClick(shown.rest.agree_button, LEFT)
    insight.refresh()
    assert [v.agrees for v in document.map.all_of(Verdict)] == [True]
    assert card(insight, "alignment").rest.agree_button.isChecked()
    qtbot.mouseClick(card(insight, "alignment").rest.agree_button, LEFT)
    assert document.map.all_of(Verdict) == ()


def test_what_is_said_of_open_answers_asks_for_no_verdict(
    insight: Insight, document: Document
) -> None:
    draw(document, ("Sam", 3, None, None))
    insight.refresh()
    for code in ("few_rated", "not_filled_in"):
        shown = card(insight, code)
        assert not shown.rest.agree_button.isVisible()
        assert not shown.rest.dismiss_button.isVisible()


def test_an_intention_is_written_on_the_spot(
    insight: Insight, lesson: dict[str, str], document: Document, qtbot: QtBot
) -> None:
    told: list[Any] = []
    insight.told.connect(told.append)
    shown = card(insight, "notable_less_often")
    qtbot.mouseClick(shown.intend_button, LEFT)
    assert shown.step.field.isVisible()
    assert shown.step.field.text() == ""
    assert not shown.step.keep_button.isEnabled()
    qtbot.keyClicks(shown.step.field, "Call on Friday")
    qtbot.keyClick(shown.step.field, Qt.Key.Key_Return)
    [intention] = document.map.all_of(Intention)
    assert intention.what == "Call on Friday"
    assert intention.partner == lesson["Parents of Sam"]
    assert not shown.step.field.isVisible()
    assert told == ["Saved. You can find it under Reflect, Plans."]
    document.undo()
    assert document.map.all_of(Intention) == ()


def test_escape_puts_the_field_away(
    insight: Insight, lesson: dict[str, str], document: Document, qtbot: QtBot
) -> None:
    shown = card(insight, "alignment")
    qtbot.mouseClick(shown.intend_button, LEFT)
    qtbot.keyClicks(shown.step.field, "Never mind")
    qtbot.keyClick(shown.step.field, Qt.Key.Key_Escape)
    assert not shown.step.field.isVisible()
    qtbot.mouseClick(shown.intend_button, LEFT)
    assert shown.step.field.text() == ""
    assert document.map.all_of(Intention) == ()


def test_what_is_typed_survives_an_edit_elsewhere(
    insight: Insight, lesson: dict[str, str], document: Document, qtbot: QtBot
) -> None:
    shown = card(insight, "alignment")
    qtbot.mouseClick(shown.intend_button, LEFT)
    qtbot.keyClicks(shown.step.field, "Half a sen")
    document.set_partners([lesson["Museum"]], importance=4)
    insight.refresh()
    same = card(insight, "alignment")
    assert same is shown
    assert same.step.field.text() == "Half a sen"


def test_a_finished_map_takes_no_verdict_or_intention(
    insight: Insight, lesson: dict[str, str], document: Document
) -> None:
    document.set_network(finished=True)
    insight.refresh()
    shown = card(insight, "alignment")
    buttons = (shown.rest.agree_button, shown.rest.dismiss_button, shown.intend_button)
    assert [button.isEnabled() for button in buttons] == [False] * 3
    assert shown.rest.why_button.isEnabled()


# --- live


def test_the_sentence_that_changed_is_marked_for_a_moment(
    insight: Insight, lesson: dict[str, str], document: Document
) -> None:
    findings_page(insight).more.setChecked(True)
    for shown in findings_page(insight).cards:
        shown.unmark()
    document.set_partners([lesson["Museum"]], importance=5)
    insight.refresh()
    marked = {sure(c.finding).code for c in findings_page(insight).cards if c.is_marked}
    assert "alignment" in marked
    assert "wish_more" not in marked
    card(insight, "alignment").unmark()
    assert not card(insight, "alignment").is_marked


def test_with_motion_the_mark_fades(
    insight: Insight, lesson: dict[str, str], document: Document, settings: Settings, qtbot: QtBot
) -> None:
    from app.views.insight.finding_card import Card

    shown = Card(moves=True)
    qtbot.addWidget(shown)
    shown.mark()
    shown._fade.setCurrentTime(shown._fade.duration() // 2)
    assert 0 < shown._marked < 1
    still = Card(moves=False)
    qtbot.addWidget(still)
    still.mark()
    assert still._marked == 1
    assert still._fade.state() is still._fade.State.Stopped
    assert still._moment.isActive()
    still.unmark()


def test_another_map_marks_nothing(
    insight: Insight, lesson: dict[str, str], document: Document
) -> None:
    document.new_map("Another")
    draw(document, ("Sam", 1, 5, None))
    document.open(document.map.network.id)
    insight.refresh()
    other = replace(document.map.network, id="other", series="other")
    document.add_map(Map.of([other, *document.map.partners]))
    assert not any(c.is_marked for c in findings_page(insight).cards)


def test_many_edits_leave_every_card_in_its_place(
    insight: Insight, lesson: dict[str, str], document: Document
) -> None:
    page = findings_page(insight)
    page.more.setChecked(True)
    for at in range(60):
        key = list(lesson.values())[at % len(lesson)]
        frequency = sure(document.map.partner(key)).frequency or 0
        document.set_partners([key], frequency=frequency % 6 + 1, importance=at % 5 + 1)
        insight.refresh()
        codes = [sure(c.finding).code for c in page.cards]
        assert codes == [f.code for f in told(study(document.map))]
        if at % 10 == 0:
            QApplication.processEvents()
            tops = [c.y() for c in page.cards]
            assert tops == sorted(set(tops))


def test_what_says_the_same_after_an_edit_is_not_painted_anew(
    insight: Insight, lesson: dict[str, str], document: Document
) -> None:
    def show() -> None:
        insight.refresh()
        for _ in range(3):
            QApplication.processEvents()

    show()
    document.set_partners([lesson["Parents of Noor"]], notes="Called on Monday")
    found = calls_in(show)
    assert found["views/insight/faces"] == len(findings_page(insight).cards)  # told, and no more
    assert found["analysis/composition"] < 100, found.most_common(12)


def test_what_the_owner_made_of_it_stands_on_the_card(
    insight: Insight, document: Document, qtbot: QtBot
) -> None:
    keys = draw(document, *((name, 1, 5, None) for name in ("Sam", "Noor", "Library")))
    draw(document, *((f"Colleague {n}", 6, 1, None) for n in range(4)))
    document.set_partners([keys["Sam"], keys["Noor"]], kind="parents")
    document.set_partners([keys["Library"]], kind="library")
    insight.refresh()
    first, second = findings_page(insight).cards[:2]
    assert first.trace.isHidden()
    first.intended.emit(first.finding, "Call every month")
    first.rest.agree_button.click()
    second.intended.emit(second.finding, "Visit")
    insight.refresh()
    assert first.trace.text() == "✓ You said: that is right. · ⚑ Plan: Call every month"
    assert second.trace.text() == "⚑ Plan: Visit"


@pytest.mark.parametrize("width", [360, 480, 700])
def test_no_card_moves_when_a_verdict_or_a_plan_comes_on_one(
    insight: Insight, document: Document, qtbot: QtBot, width: int
) -> None:
    draw(document, *((f"Parent {n}", n % 3, 5, None) for n in range(5)))
    draw(document, *((f"Colleague {n}", 6, n % 2 + 1, None) for n in range(4)))
    insight.resize(width, 760)
    insight.refresh()
    page = findings_page(insight)
    page.more.setChecked(True)

    def tops() -> list[tuple[Any, Any, Any]]:
        insight.refresh()
        QApplication.processEvents()
        return [(sure(card.finding).code, card.y(), card.height()) for card in page.cards]

    stood = tops()
    for at in range(len(page.cards)):
        card = page.cards[at]
        if not sure(card.finding).claim.is_to_judge:
            continue
        for verdict in (True, False, None):
            card.judged.emit(card.finding, None, verdict)
            assert tops() == stood
            card.intended.emit(card.finding, "Bellen, en wel op een vaste dag, en dan verder zien")
            assert tops() == stood
