"""The pair-by-pair pass: order, keys, back and undo, what is asked again, and what is heard."""

import re
from collections.abc import Callable
from typing import Any, Unpack

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.document import Document
from app.models.values import PartnerValues
from app.views.passes.page import PairPage
from app.views.passes.pairs.pair_pass import PairPass
from app.views.widgets import theme
from tests.sure import sure

K = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def fill(document: Document) -> Callable[..., Any]:
    def fill(*names: str, **values: Unpack[PartnerValues]) -> list[str]:
        keys = [sure(document.add_partner(name)) for name in names]
        if values:
            document.set_partners(keys, **values)
        document.select([])
        return keys

    return fill


@pytest.fixture
def show(document: Document, qtbot: QtBot) -> Callable[..., Any]:
    """Show the pass with its first page, before anything is asked."""

    def show(size: tuple[Any, Any] = (1000, 700)) -> PairPass:
        shown = PairPass(document)
        qtbot.addWidget(shown)
        shown.resize(*size)
        shown.show()
        shown.activateWindow()
        qtbot.waitUntil(shown.isActiveWindow)
        shown.start()
        return shown

    return show


@pytest.fixture
def begin(show: Callable[..., Any]) -> Callable[..., Any]:
    def begin(**given: tuple[Any, Any]) -> PairPass:
        shown: PairPass = show(**given)
        press(shown, K.Key_Return)
        return shown

    return begin


def press(shown: PairPass, *keys: Any) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or shown, key)


def state(document: Document, a: str, b: str) -> str | None:
    tie = document.map.tie_between(a, b)
    return tie.state if tie else None


def read(page: PairPage) -> str:
    """All words that stand on a page."""
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def offers(shown: PairPass) -> list[Any]:
    return [button.text() for button in shown.page.buttons if button.isVisible()]


def press_offer(shown: PairPass, text: str) -> None:
    [button] = [button for button in shown.page.buttons if button.text() == text]
    QTest.mouseClick(button, LEFT)


def inside(shown: PairPass, answer: str) -> set[Any]:
    [button] = [button for button in shown.answers if button.answer == answer]
    return {partner.name for partner in button.people}


# --- who comes by


def test_pairs_go_person_by_person_and_people_of_one_setting_after_each_other(
    document: Document, fill: Callable[..., Any], begin: Callable[..., Any]
) -> None:
    a, b, c = fill("A", "B", "C")
    document.set_partners([a, c], setting="in_school")
    document.set_partners([b], setting="community")
    shown = begin()
    came = []
    while shown.current is not None:
        came.append(shown.current)
        press(shown, K.Key_Space)
    assert came == [(a, c), (a, b), (c, b)]


def test_who_is_only_wished_for_does_not_take_part(
    document: Document, fill: Callable[..., Any], show: Callable[..., Any]
) -> None:
    fill("A", "B", "C")
    document.set_partners(fill("D"), frequency=0)
    shown = show()
    assert shown.waiting == 3
    assert "1 partner you have no contact with yet" in read(shown.page)


def test_a_pair_that_has_a_line_is_not_asked(
    document: Document, fill: Callable[..., Any], begin: Callable[..., Any]
) -> None:
    a, b, c = fill("A", "B", "C")
    document.set_tie(b, a, "yes")
    document.set_tie(b, c, "unknown")
    shown = begin()
    assert shown.current == (a, c)
    assert shown.waiting == 1
    assert inside(shown, "yes") == {"B"}


# --- the first page


@pytest.mark.parametrize(("count", "warns"), [(14, False), (15, True)])
def test_the_first_page_says_how_many_pairs_and_warns_from_fifteen_partners_on(
    document: Document, fill: Callable[..., Any], show: Callable[..., Any], count: int, warns: bool
) -> None:
    fill(*(f"P{number}" for number in range(count)))
    shown = show()
    pairs = count * (count - 1) // 2
    assert shown.current is None
    assert f"{count} partners" in read(shown.page)
    assert f"{pairs} pairs" in read(shown.page)
    assert "about 4 minutes" in read(shown.page)
    assert ("(Ctrl+T)" in read(shown.page)) is warns
    assert offers(shown) == ["Start", "To the map"]


def test_a_first_page_that_scrolls_begins_at_its_top_and_enter_goes_on(
    fill: Callable[..., Any], show: Callable[..., Any], qtbot: QtBot
) -> None:
    fill(*[f"Partner {n}" for n in range(16)])
    shown = show((480, 260))
    bar = shown.page.verticalScrollBar()
    qtbot.waitUntil(shown.page.hasFocus)
    assert bar.maximum() > 0
    assert bar.value() == 0
    press(shown, K.Key_PageDown)
    assert bar.value() > 0
    press(shown, K.Key_Return)
    assert shown.current is not None
    assert shown.stage.hasFocus()


def test_back_to_the_map_leaves(
    document: Document, fill: Callable[..., Any], show: Callable[..., Any], qtbot: QtBot
) -> None:
    fill("A", "B")
    shown = show()
    with qtbot.waitSignal(shown.left):
        press(shown, K.Key_Tab, K.Key_Return)


@pytest.mark.parametrize("names", [(), ("A",)])
def test_without_two_partners_there_is_nothing_to_ask(
    document: Document,
    fill: Callable[..., Any],
    show: Callable[..., Any],
    qtbot: QtBot,
    names: tuple[Any, ...],
) -> None:
    fill(*names)
    shown = show()
    assert "at least 2 partners" in read(shown.page)
    with qtbot.waitSignal(shown.left):
        press(shown, K.Key_Return)


def test_a_finished_map_says_so_and_takes_no_answer(
    document: Document, fill: Callable[..., Any], begin: Callable[..., Any]
) -> None:
    a, b = fill("A", "B")
    shown = begin()
    document.set_network(finished=True)
    before = document.map
    assert "finished" in read(shown.page)
    assert offers(shown) == ["To the map"]
    press(shown, K.Key_Y, K.Key_N, K.Key_Backspace)
    assert document.map == before
    document.undo()
    press(shown, K.Key_Y)
    assert state(document, a, b) == "yes"


# --- answers


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        (K.Key_Y, "yes"),
        (K.Key_J, "yes"),
        (K.Key_1, "yes"),
        (K.Key_N, "no"),
        (K.Key_2, "no"),
        (K.Key_W, "unknown"),
        (K.Key_3, "unknown"),
    ],
)
def test_keys_answer_and_the_next_pair_comes(
    document: Document, fill: Callable[..., Any], begin: Callable[..., Any], key: Any, answer: str
) -> None:
    a, b, c = fill("A", "B", "C")
    shown = begin()
    press(shown, key)
    stored, _ = document.library.load(document.map.network.id)
    tie = stored.tie_between(a, b)
    assert (tie.state if tie else None) == answer
    assert shown.current == (a, c)
    assert shown.waiting == 2


def test_a_question_mark_means_don_t_know(
    document: Document, fill: Callable[..., Any], begin: Callable[..., Any]
) -> None:
    a, b = fill("A", "B")
    shown = begin()
    QTest.keyClicks(shown.stage, "?")
    assert state(document, a, b) == "unknown"


def test_a_click_on_an_answer_counts_and_leaves_the_keyboard_where_it_was(
    document: Document, fill: Callable[..., Any], begin: Callable[..., Any]
) -> None:
    a, b, c = fill("A", "B", "C")
    shown = begin()
    QTest.mouseClick(shown.answers[2], LEFT)
    assert state(document, a, b) == "unknown"
    press(shown, K.Key_Y)
    assert state(document, a, c) == "yes"


def test_tab_reaches_the_answers_and_space_presses_them(
    document: Document, fill: Callable[..., Any], begin: Callable[..., Any]
) -> None:
    a, b, _ = fill("A", "B", "C")
    shown = begin()
    press(shown, K.Key_Tab, K.Key_Space)
    assert state(document, a, b) == "yes"
    assert shown.answers[0].hasFocus()


def test_who_stays_shows_what_was_answered_so_far(
    document: Document, fill: Callable[..., Any], begin: Callable[..., Any]
) -> None:
    fill("A", "B", "C", "D")
    shown = begin()
    press(shown, K.Key_Y, K.Key_N)
    assert (inside(shown, "yes"), inside(shown, "no")) == ({"B"}, {"C"})
    press(shown, K.Key_W)  # now B stays, of whom one answer is known
    assert (inside(shown, "yes"), inside(shown, "no"), inside(shown, "unknown")) == (
        {"A"},
        set(),
        set(),
    )


def test_back_shows_the_answer_and_another_one_replaces_it(
    document: Document, fill: Callable[..., Any], begin: Callable[..., Any]
) -> None:
    a, b, c = fill("A", "B", "C")
    shown = begin()
    press(shown, K.Key_Y, K.Key_Backspace)
    assert shown.current == (a, b)
    assert "now: yes" in shown.stage.accessibleName()
    press(shown, K.Key_N)
    assert state(document, a, b) == "no"
    assert shown.current == (a, c)
    press(shown, K.Key_Left, K.Key_Y)
    assert state(document, a, b) == "yes"
    assert shown.current == (a, c)


def test_going_forward_again_keeps_what_was_answered(
    document: Document, fill: Callable[..., Any], begin: Callable[..., Any]
) -> None:
    a, b, c = fill("A", "B", "C")
    shown = begin()
    press(shown, K.Key_Y, K.Key_N, K.Key_Left, K.Key_Left, K.Key_Right)
    assert shown.current == (a, c)
    press(shown, K.Key_Right)
    assert shown.current == (b, c)
    assert shown.waiting == 1
    assert state(document, a, b) == "yes"


def test_who_is_skipped_stays_open_and_can_be_asked_again_at_the_end(
    document: Document, fill: Callable[..., Any], begin: Callable[..., Any]
) -> None:
    a, b, _ = fill("A", "B", "C")
    shown = begin()
    press(shown, K.Key_Space, K.Key_Y, K.Key_Y)
    assert shown.current is None
    assert "1 pair not answered yet" in read(shown.page)
    press_offer(shown, "Ask the skipped pairs again")
    assert shown.current == (a, b)
    press(shown, K.Key_Y)
    assert shown.current is None
    assert len(document.map.ties) == 3


def test_escape_leaves_and_a_no_is_remembered_with_the_map(
    document: Document, fill: Callable[..., Any], begin: Callable[..., Any], qtbot: QtBot
) -> None:
    _, _, c = fill("A", "B", "C")
    b = document.map.partners[1].id
    shown = begin()
    press(shown, K.Key_N, K.Key_Y)
    with qtbot.waitSignal(shown.left):
        press(shown, K.Key_Escape)
    shown.start()
    assert "Already known: 2. Still to ask: 1." in read(shown.page)
    press(shown, K.Key_Return)
    assert shown.current == (b, c)
    document.open(document.map.network.id)
    shown.start()
    assert shown.waiting == 1


# --- undo


def test_undo_brings_the_pair_back_and_redo_goes_on(
    document: Document, fill: Callable[..., Any], begin: Callable[..., Any]
) -> None:
    a, b, c = fill("A", "B", "C")
    shown = begin()
    press(shown, K.Key_Y, K.Key_N)
    document.undo()
    assert shown.current == (a, c)
    assert shown.waiting == 2
    document.undo()
    assert shown.current == (a, b)
    assert shown.waiting == 3
    document.redo()
    document.redo()
    assert shown.current == (b, c)
    assert inside(shown, "yes") == {"A"}


def test_each_answer_is_a_step_of_its_own(
    document: Document, fill: Callable[..., Any], begin: Callable[..., Any]
) -> None:
    a, b, _ = fill("A", "B", "C")
    shown = begin()
    press(shown, K.Key_Y, K.Key_Left, K.Key_W, K.Key_Left, K.Key_N)
    steps = []
    for _ in range(3):
        steps.append(state(document, a, b))
        document.undo()
    assert steps == ["no", "unknown", "yes"]
    assert state(document, a, b) is None


def test_undo_after_the_last_pair_takes_the_keyboard_back_to_it(
    document: Document, fill: Callable[..., Any], begin: Callable[..., Any]
) -> None:
    a, b = fill("A", "B")
    shown = begin()
    press(shown, K.Key_Y)
    assert shown.current is None
    document.undo()
    press(shown, K.Key_W)
    assert state(document, a, b) == "unknown"


# --- the last page


def test_at_the_end_the_owner_can_say_that_the_lines_are_drawn(
    document: Document, fill: Callable[..., Any], begin: Callable[..., Any]
) -> None:
    fill("A", "B", "C")
    shown = begin()
    press(shown, K.Key_Y, K.Key_N, K.Key_W)
    assert "You have gone through all pairs." in read(shown.page)
    assert "Know each other: 1. Do not know each other: 1. Don't know: 1." in read(shown.page)
    QTest.mouseClick(shown.page.tick, LEFT)
    assert document.map.network.lines_drawn
    assert shown.page.tick.isChecked()
    document.undo()
    assert not shown.page.tick.isChecked()


def test_the_tick_makes_a_no_of_what_is_open(
    document: Document, fill: Callable[..., Any], begin: Callable[..., Any]
) -> None:
    fill("A", "B")
    shown = begin()
    press(shown, K.Key_Space)
    assert "not answered yet" in read(shown.page)
    press(shown, K.Key_Backtab, K.Key_Space)
    assert document.map.network.lines_drawn
    assert "not answered yet" not in read(shown.page)


def test_lines_that_are_drawn_are_asked_again_only_on_request(
    document: Document, fill: Callable[..., Any], show: Callable[..., Any]
) -> None:
    a, b, c = fill("A", "B", "C")
    document.set_tie(a, b, "yes")
    document.set_network(lines_drawn=True)
    shown = show()
    assert "You have said that the links are drawn." in read(shown.page)
    press_offer(shown, "Go through all pairs again")
    assert shown.waiting == 3
    assert "now: yes" in shown.stage.accessibleName()
    press(shown, K.Key_Space)
    assert shown.current == (a, c)
    assert "now: no" in shown.stage.accessibleName()
    press(shown, K.Key_Y, K.Key_N)
    assert shown.current is None
    assert [state(document, *pair) for pair in ((a, b), (a, c), (b, c))] == ["yes", "yes", "no"]


# --- the document


def test_it_follows_who_comes_and_goes(
    document: Document, fill: Callable[..., Any], begin: Callable[..., Any]
) -> None:
    a, b, c = fill("A", "B", "C")
    shown = begin()
    press(shown, K.Key_Y)
    document.remove_partners([a])
    assert shown.current == (b, c)
    document.undo()
    assert shown.waiting == 2
    d = document.add_partner("D")
    assert shown.waiting == 5
    document.remove_partners([a, b, c])
    assert "at least 2 partners" in read(shown.page)
    assert document.map.partners[0].id == d
    document.undo()
    assert shown.current is not None
    assert shown.waiting == 5


def test_a_new_name_shows_at_once(
    document: Document, fill: Callable[..., Any], begin: Callable[..., Any]
) -> None:
    a, _ = fill("A", "B")
    shown = begin()
    document.rename(a, "Ouders Sam")
    assert "Ouders Sam" in shown.stage.accessibleName()


def test_lines_drawn_elsewhere_count_and_another_map_begins_anew(
    document: Document, fill: Callable[..., Any], begin: Callable[..., Any]
) -> None:
    a, b, c = fill("A", "B", "C")
    shown = begin()
    document.tie_all([a, b])
    assert shown.current == (a, c)
    document.tie_all([a, b, c])
    assert shown.current is None
    document.undo()
    assert shown.waiting == 2
    document.new_map("Another")
    assert "at least 2 partners" in read(shown.page)


def test_it_catches_up_with_what_changed_out_of_sight(
    document: Document, fill: Callable[..., Any], begin: Callable[..., Any]
) -> None:
    a, b, _ = fill("A", "B", "C")
    shown = begin()
    shown.hide()
    document.set_tie(a, b, "yes")
    document.remove_partners([a])
    shown.show()
    shown.start()
    press(shown, K.Key_Return)
    assert shown.waiting == 1


# --- screen reader and room


def test_each_answer_and_each_pair_is_announced(
    document: Document, fill: Callable[..., Any], show: Callable[..., Any], said: list[Any]
) -> None:
    fill("Ouders Sam", "Directeur", "Museum")
    shown = show()
    press(shown, K.Key_Return, K.Key_Y)
    # The keyboard is led to the first card, whose name says its pair: not announced as well.
    assert len(said) == 3
    assert said[0].startswith("Who knows whom? With 3 partners")
    assert said[1] == "Ouders Sam – Directeur: yes"
    assert re.search("Ouders Sam and Museum.*2 of 3", said[2])
    assert said[2] == shown.stage.accessibleName()
    assert shown.answers[0].accessibleName() == "Yes (Y or 1): Directeur"


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("size", [(560, 480), (1000, 700)])
def test_any_window_holds_cards_and_answers_however_long_the_names(
    document: Document,
    fill: Callable[..., Any],
    begin: Callable[..., Any],
    text: int,
    size: tuple[Any, Any],
) -> None:
    theme.wear("light", text)
    try:
        fill(*("Begeleidingsteam-passend-onderwijs " * 2 + str(n) for n in range(30)))
        shown = begin(size=size)
        for _ in range(20):
            press(shown, K.Key_Y)
        assert (shown.width(), shown.height()) == size
        for widget in (shown.stage, *shown.answers, shown.back, shown.skip):
            assert widget.height() >= 24
            assert shown.rect().contains(widget.mapTo(shown, widget.rect().topLeft()))
            assert shown.rect().contains(widget.mapTo(shown, widget.rect().bottomRight()))
        for card in shown.stage.cards():
            assert card.height() >= 40
            assert shown.stage.rect().toRectF().contains(card)
        for answer in shown.answers:
            assert all(answer.rect().toRectF().contains(rect) for rect in answer.chip_rects())
    finally:
        theme.wear("light", 100)
