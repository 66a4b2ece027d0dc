"""The rating pass: keys and mouse, going back, skipping, undo, and what a screen reader hears."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Unpack

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.document import Document
from app.models.values import PartnerValues
from app.settings import Settings
from app.views.passes.rating.bin import Bin
from app.views.passes.rating.bin_row import Bins
from app.views.passes.rating.questions import questions
from app.views.passes.rating.rating_pass import RatingPass
from app.views.passes.rating.spread_bin import SpreadBin
from app.views.passes.rating.stage import RoundStage
from app.views.widgets import theme
from tests import walking
from tests.sure import sure

K = Qt.Key
LEFT = Qt.MouseButton.LeftButton
TAB = Qt.FocusReason.TabFocusReason


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    return settings


@pytest.fixture
def fill(document: Document) -> Callable[..., Any]:
    def fill(count: int, **values: Unpack[PartnerValues]) -> list[str]:
        keys = [sure(document.add_partner(f"Partner {number}")) for number in range(1, count + 1)]
        if values:
            document.set_partners(keys, **values)
        document.select([])
        return keys

    return fill


@pytest.fixture
def make(document: Document, qtbot: QtBot, settings: Settings) -> Callable[..., Any]:
    def make(
        question: str = "frequency",
        size: tuple[Any, Any] = (1000, 700),
        settings: Settings = settings,
    ) -> RatingPass:
        rating = RatingPass(document, None, settings)
        qtbot.addWidget(rating)
        rating.resize(*size)
        rating.show()
        rating.activateWindow()
        qtbot.waitUntil(rating.isActiveWindow)
        rating.start(question)
        return rating

    return make


def press(rating: RatingPass, *keys: Any) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or rating, key)


def bin_of(rating: RatingPass, value: int) -> Bin:
    return next(one for one in rating.bins if one.answer.value == value)


def inside(rating: RatingPass, value: int) -> list[Any]:
    return [partner.name for partner in bin_of(rating, value).people]


def answers(document: Document, field: str = "frequency") -> list[Any]:
    return [getattr(partner, field) for partner in document.map.partners]


def drag(source: Bin | RoundStage | SpreadBin, start: Any, end: Any) -> None:
    """Pull from a place in `source` to a place on the screen, in steps."""
    QTest.mousePress(source, LEFT, pos=start)
    there = source.mapFromGlobal(end)
    for part in (0.3, 0.7, 1.0):
        QTest.mouseMove(source, start + (there - start) * part)
    QTest.mouseRelease(source, LEFT, pos=there)


def middle(widget: Bin) -> Any:
    return widget.mapToGlobal(widget.rect().center())


# --- keys


def test_eighteen_partners_on_two_questions_cost_36_keys_and_one_enter(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any]
) -> None:
    fill(18)
    rating = make()
    left = []
    rating.left.connect(lambda: left.append(True))
    before = document.history.position
    for number in range(18):
        press(rating, (K.Key_0, K.Key_3, K.Key_6)[number % 3])
    assert rating.remaining == 0
    press(rating, K.Key_Return)
    assert rating.question == "importance"
    for number in range(18):
        press(rating, (K.Key_1, K.Key_5)[number % 2])
    assert answers(document) == [0, 3, 6] * 6
    assert answers(document, "importance") == [1, 5] * 9
    assert document.history.position == before + 36
    press(rating, K.Key_Return)
    assert left == [True]


def test_at_the_end_it_says_what_is_filled_in_and_no_more(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any]
) -> None:
    fill(1)
    rating = make()
    press(rating, K.Key_4)
    assert rating.stage.accessibleName() == "You have rated contact for everyone."
    press(rating, K.Key_Return, K.Key_4)
    assert rating.stage.accessibleName() == "You have rated importance for everyone."


def test_every_answer_is_stored_at_once(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any]
) -> None:
    keys = fill(2)
    rating = make()
    press(rating, K.Key_4)
    stored, _ = document.library.load(document.map.network.id)
    assert sure(stored.partner(keys[0])).frequency == 4
    assert rating.current == keys[1]


def test_a_key_that_is_no_answer_to_the_question_does_nothing(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any]
) -> None:
    keys = fill(1)
    rating = make("importance")
    press(rating, K.Key_0, K.Key_6, K.Key_S)
    assert answers(document, "importance") == [None]
    assert rating.current == keys[0]


def test_only_partners_without_an_answer_come_by(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any]
) -> None:
    keys = fill(3)
    document.set_partners(keys[:2], frequency=1)
    rating = make()
    assert rating.remaining == 1
    assert rating.current == keys[2]
    assert inside(rating, 1) == ["Partner 1", "Partner 2"]


def test_back_returns_to_the_card_before_with_its_answer_until_it_is_changed(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any]
) -> None:
    keys = fill(3)
    rating = make()
    press(rating, K.Key_2, K.Key_Backspace)
    assert rating.current == keys[0]
    assert answers(document) == [2, None, None]
    press(rating, K.Key_5)
    assert answers(document) == [5, None, None]
    assert rating.current == keys[1]
    press(rating, K.Key_1, K.Key_Left)
    assert rating.current == keys[1]
    press(rating, K.Key_1)  # the same answer again: on with the next
    assert rating.current == keys[2]


def test_back_from_the_end_of_the_round_reaches_the_last_card(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any]
) -> None:
    fill(2)
    rating = make()
    press(rating, K.Key_2, K.Key_3)
    assert rating.current is None
    press(rating, K.Key_Backspace, K.Key_6)
    assert answers(document) == [2, 6]
    assert rating.current is None


def test_who_has_an_answer_is_not_called_skipped(
    fill: Callable[..., Any], make: Callable[..., Any]
) -> None:
    fill(3)
    rating = make()
    press(rating, K.Key_1, K.Key_Backspace)
    assert rating.skip.text() == "Next"
    press(rating, K.Key_Space)
    assert rating.skip.text() == "Skip"


def test_who_is_skipped_comes_again_at_the_end_and_may_stay_open(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any]
) -> None:
    keys = fill(3)
    rating = make()
    press(rating, K.Key_Space, K.Key_1, K.Key_Right)
    assert rating.current == keys[0]
    press(rating, K.Key_2, K.Key_Space)
    assert rating.current is None
    assert answers(document) == [2, 1, None]
    press(rating, K.Key_Return)
    assert rating.question == "importance"


def test_undo_brings_the_card_back_at_once_and_redo_goes_on(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any]
) -> None:
    keys = fill(3)
    rating = make()
    press(rating, K.Key_2, K.Key_3)
    document.undo()
    assert rating.current == keys[1]
    assert inside(rating, 3) == []
    document.undo()
    assert rating.current == keys[0]
    document.redo()
    assert rating.current == keys[1]


def test_undo_at_the_end_of_the_round_takes_the_keyboard_back_to_the_card(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any]
) -> None:
    fill(1)
    rating = make()
    press(rating, K.Key_2)
    document.undo()
    press(rating, K.Key_6)
    assert answers(document) == [6]


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the next question come without a pause, where it comes by itself."""
    monkeypatch.setattr("app.views.passes.rating.rating_pass._PAUSE", 0)


def test_after_the_last_answer_the_next_question_comes_by_itself(
    at_once: None, fill: Callable[..., Any], make: Callable[..., Any], qtbot: QtBot
) -> None:
    fill(1)
    rating = make()
    press(rating, K.Key_5)
    qtbot.waitUntil(lambda: rating.question == "importance")


@pytest.mark.parametrize("importance", [None, 4])
def test_whoever_changes_an_answer_can_change_another(
    at_once: None,
    document: Document,
    fill: Callable[..., Any],
    make: Callable[..., Any],
    importance: int | None,
) -> None:
    fill(2, frequency=3, importance=importance)
    rating = make("frequency")
    press(rating, K.Key_Left, K.Key_5)
    QTest.qWait(20)
    assert (rating.question, rating.current) == ("frequency", None)
    press(rating, K.Key_Left, K.Key_Left, K.Key_6)
    assert sorted(answers(document)) == [5, 6]


def test_where_the_next_question_is_answered_too_one_is_done(
    fill: Callable[..., Any], make: Callable[..., Any], qtbot: QtBot
) -> None:
    fill(1, frequency=3, importance=4)
    rating = make("frequency")
    with qtbot.waitSignal(rating.left):
        press(rating, K.Key_Return)


def test_escape_leaves_with_everything_kept(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any], qtbot: QtBot
) -> None:
    fill(2)
    rating = make()
    press(rating, K.Key_2)
    with qtbot.waitSignal(rating.left):
        press(rating, K.Key_Escape)
    assert answers(document) == [2, None]


def test_after_two_questions_one_chooses_to_go_on_or_to_be_done(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any], qtbot: QtBot
) -> None:
    fill(1, frequency=3, importance=3)
    rating = make("importance")
    QTest.mouseClick(rating.stage.others[0], LEFT)
    assert rating.question == "wished_frequency"
    press(rating, K.Key_5)
    press(rating, K.Key_Tab, K.Key_Return)
    assert rating.question == "satisfaction"
    press(rating, K.Key_4)
    with qtbot.waitSignal(rating.left):
        press(rating, K.Key_Return)
    assert answers(document, "wished_frequency") == [5]
    assert answers(document, "satisfaction") == [4]


def test_the_star_takes_s_or_a_digit_and_no_star_is_an_answer_too(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any]
) -> None:
    fill(3)
    rating = make("named_important")
    press(rating, K.Key_S, K.Key_0, K.Key_1)
    assert answers(document, "named_important") == [True, False, True]
    assert rating.remaining == 0
    assert inside(rating, 0) == ["Partner 2"]
    document.undo()
    assert rating.current == document.map.partners[2].id


def test_what_is_said_at_an_end_is_no_wider_than_a_line_is_read(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any]
) -> None:
    fill(0)
    rating = make()
    rating.resize(1024, 700)
    said = rating.stage._sentence
    assert said.isVisible()
    assert said.width() <= 560
    assert abs(said.geometry().center().x() - rating.stage.width() / 2) <= 2


def test_nobody_on_the_map_leads_back_to_it(
    document: Document, make: Callable[..., Any], qtbot: QtBot
) -> None:
    rating = make()
    assert rating.current is None
    press(rating, K.Key_3)
    with qtbot.waitSignal(rating.left):
        press(rating, K.Key_Return)


def test_a_finished_map_says_why_it_takes_no_answer(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any]
) -> None:
    keys = fill(2)
    document.set_network(finished=True)
    refused: list[Any] = []
    document.refused.connect(refused.append)
    rating = make()
    press(rating, K.Key_3)
    rating.start("named_important")
    press(rating, K.Key_0)
    assert [problem.code for problem in refused] == ["map_finished", "map_finished"]
    assert rating.current == keys[0]
    assert rating.remaining == 2


# --- bins with the keyboard


def test_within_a_bin_arrows_choose_a_chip_and_a_digit_moves_it(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any]
) -> None:
    fill(4, frequency=2)
    rating = make()
    bin_of(rating, 2).setFocus(TAB)
    press(rating, K.Key_Down, K.Key_5)
    assert answers(document) == [2, 5, 2, 2]
    assert inside(rating, 5) == ["Partner 2"]
    assert bin_of(rating, 2).hasFocus()
    press(rating, K.Key_Right)
    assert bin_of(rating, 3).hasFocus()


def test_delete_on_a_chip_takes_the_answer_away_and_the_card_comes_next(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any]
) -> None:
    keys = fill(2, frequency=2)
    rating = make()
    bin_of(rating, 2).setFocus(TAB)
    press(rating, K.Key_Down, K.Key_Delete)
    assert answers(document) == [2, None]
    assert rating.current == keys[1]


def test_the_bins_are_one_stop_of_tab_with_the_arrows_inside(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any]
) -> None:
    fill(2)
    rating = make()
    assert [one for one in walking.stops(rating) if one in rating.bins] == [rating.bins[0]]
    rating.bins[0].setFocus(TAB)
    for one in rating.bins:
        assert one.hasFocus()
        press(rating, K.Key_Right)
    assert [one for one in walking.stops(rating) if one in rating.bins] == [rating.bins[-1]]


def test_a_full_bin_spreads_out_when_it_has_the_keyboard(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any]
) -> None:
    fill(40, frequency=3)
    rating = make()
    full = bin_of(rating, 3)
    QTest.mouseMove(bin_of(rating, 0), QPoint(9, 9))  # wherever a test before left the pointer
    assert not full.is_readable
    full.setFocus(TAB)
    assert rating.spread_bin.isVisible()
    assert rating.rect().contains(rating.spread_bin.geometry())
    rating.stage.first.setFocus()
    rating.spread_bin.settle()
    assert not rating.spread_bin.isVisible()


def test_a_full_bin_spreads_out_under_the_pointer(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any], qtbot: QtBot
) -> None:
    fill(40, frequency=3)
    rating = make()
    full = bin_of(rating, 3)
    QTest.mouseMove(full, full.rect().center())
    qtbot.waitUntil(rating.spread_bin.isVisible)
    at_the_bin = QRect(full.mapTo(rating, QPoint()), full.size())
    assert not rating.spread_bin.geometry().intersects(at_the_bin)
    QTest.mouseMove(bin_of(rating, 0), QPoint(9, 9))
    qtbot.waitUntil(lambda: not rating.spread_bin.isVisible())


@pytest.mark.parametrize("count", [1, 5, 12, 40, 200])
def test_chips_never_leave_their_bin(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any], count: int
) -> None:
    fill(count, frequency=3)
    rating = make(size=(560, 480))
    full = bin_of(rating, 3)
    for size in ((560, 480), (1000, 700), (1440, 800)):
        rating.resize(*size)
        QApplication.processEvents()
        rects, _ = full.chip_rects()
        assert len(rects) == count
        assert all(full.rect().toRectF().contains(rect) for rect in rects), size


@pytest.mark.parametrize("text", [100, 200])
def test_a_small_window_holds_everything(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any], text: int
) -> None:
    theme.wear("light", text)
    try:
        fill(18, frequency=3)
        for question in ("frequency", "importance", "satisfaction"):
            rating = make(question, size=(560, 480))
            assert rating.size().width() == 560
            assert rating.size().height() == 480
            for one in rating.bins:
                assert one.width() >= 24
                assert one.height() >= 24
                corner = one.mapTo(rating, one.rect().bottomRight())
                assert rating.rect().contains(corner)
    finally:
        theme.wear("light", 100)


# --- mouse


def test_a_click_on_a_bin_puts_the_card_in_it(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any]
) -> None:
    keys = fill(2)
    rating = make()
    QTest.mouseClick(bin_of(rating, 4), LEFT)
    assert answers(document) == [4, None]
    assert rating.current == keys[1]


def test_the_card_is_dragged_into_a_bin(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any]
) -> None:
    fill(2)
    rating = make()
    drag(rating.stage, rating.stage.card().center(), middle(bin_of(rating, 6)))
    assert answers(document) == [6, None]


def test_a_card_let_go_beside_the_bins_stays(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any]
) -> None:
    keys = fill(2)
    rating = make()
    start = rating.stage.card().center()
    drag(rating.stage, start, rating.stage.mapToGlobal(start + QPoint(80, 0)))
    assert answers(document) == [None, None]
    assert rating.current == keys[0]


def test_escape_cancels_a_drag_and_does_not_leave(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any]
) -> None:
    fill(2)
    rating = make()
    left = []
    rating.left.connect(lambda: left.append(True))
    start = rating.stage.card().center()
    there = rating.stage.mapFromGlobal(middle(bin_of(rating, 6)))
    QTest.mousePress(rating.stage, LEFT, pos=start)
    QTest.mouseMove(rating.stage, there)
    press(rating, K.Key_Escape)
    QTest.mouseMove(rating.stage, there + QPoint(2, 2))
    QTest.mouseRelease(rating.stage, LEFT, pos=there)
    assert left == []
    assert answers(document) == [None, None]
    drag(rating.stage, start, middle(bin_of(rating, 5)))
    assert answers(document) == [5, None]


def test_a_chip_is_dragged_to_another_bin(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any]
) -> None:
    fill(2, frequency=2)
    rating = make()
    source = bin_of(rating, 2)
    drag(source, source.chip_rects()[0][1].center().toPoint(), middle(bin_of(rating, 0)))
    assert answers(document) == [2, 0]


def test_a_chip_is_dragged_out_of_a_spread_bin(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any]
) -> None:
    fill(40, frequency=2)
    rating = make()
    bin_of(rating, 2).setFocus(TAB)
    first = rating.spread_bin.rect_of(0).center().toPoint()
    drag(rating.spread_bin, first, middle(bin_of(rating, 6)))
    assert inside(rating, 6) == ["Partner 1"]


def test_back_and_later_work_with_the_mouse_and_leave_the_keyboard_at_the_card(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any]
) -> None:
    keys = fill(2)
    rating = make()
    QTest.mouseClick(rating.skip, LEFT)
    assert rating.current == keys[1]
    QTest.mouseClick(rating.back, LEFT)
    assert rating.current == keys[0]
    press(rating, K.Key_3)
    assert answers(document) == [3, None]


# --- gliding


def test_a_card_glides_into_its_bin_and_the_next_key_does_not_wait(
    document: Document,
    fill: Callable[..., Any],
    make: Callable[..., Any],
    settings: Settings,
    qtbot: QtBot,
) -> None:
    settings.motion = True
    fill(3)
    rating = make()
    press(rating, K.Key_3)
    assert rating.moving_card.is_gliding
    press(rating, K.Key_3)
    assert rating.moving_card.is_gliding
    assert answers(document) == [3, 3, None]
    qtbot.waitUntil(lambda: not rating.moving_card.is_gliding)
    assert all(one.landing is None for one in rating.bins)


def test_nothing_glides_without_motion(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any]
) -> None:
    fill(1)
    rating = make()
    press(rating, K.Key_3)
    assert not rating.moving_card.is_gliding
    assert not rating.moving_card.isVisible()


# --- the document


def test_it_follows_who_comes_and_goes(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any]
) -> None:
    keys = fill(2)
    rating = make()
    new = document.add_partner("New")
    assert rating.remaining == 3
    document.remove_partners(keys)
    assert rating.current == new
    document.undo()
    assert rating.remaining == 3
    document.new_map("Another")
    assert rating.current is None


def test_it_catches_up_with_what_changed_out_of_sight(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any]
) -> None:
    keys = fill(2)
    rating = make()
    rating.hide()
    document.set_partners(keys[:1], frequency=2)
    rating.show()
    assert rating.current == keys[1]


# --- screen reader


def test_each_answer_and_each_card_is_announced(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any], said: list[Any]
) -> None:
    document.add_partner("Ouders Sam", kind="parents")
    fill(1)
    rating = make()
    rating.skip.setFocus()
    said.clear()
    rating.start("frequency")
    assert said == []  # the keyboard is led to the card, whose name says it
    assert rating.stage.hasFocus()
    called = rating.stage.accessibleName()
    assert re.search("Ouders Sam.*1 of 2", called)
    assert called.count("Ouders Sam") == 1, "the question names who it is about"
    press(rating, K.Key_4)
    assert len(said) == 2
    assert said[0] == "Ouders Sam: weekly"
    assert re.search("Partner 1.*2 of 2", said[1])
    assert said[1] == rating.stage.accessibleName()
    press(rating, K.Key_3)
    said.clear()
    assert rating.stage.first.hasFocus()
    press(rating, K.Key_Return)  # the next question
    assert not [text for text in said if text == rating.stage.accessibleName()]


def test_bins_are_called_by_key_and_full_answer(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any]
) -> None:
    fill(3, frequency=4)
    rating = make()
    assert bin_of(rating, 4).accessibleName() == "4: weekly, partners: 3"
    assert bin_of(rating, 1).toolTip() == "once a year or less"


@pytest.mark.parametrize(("people", "high"), [(18, 220), (60, 440)])
def test_bins_take_the_room_that_many_people_need(qtbot: QtBot, people: int, high: int) -> None:
    bins = Bins(questions()[0].answers)
    qtbot.addWidget(bins)
    bins.hold(people)
    assert bins.maximumHeight() == high


def test_of_many_people_ten_names_in_a_bin_are_read_on_a_small_screen(
    document: Document, fill: Callable[..., Any], make: Callable[..., Any]
) -> None:
    fill(10, frequency=3)
    fill(30)
    rating = make(size=(1366, 680))  # what the window leaves of 1366 x 768
    _, seen = bin_of(rating, 3).chip_rects()
    assert len(seen) == 10
    assert all(seen)
