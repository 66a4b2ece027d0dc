"""A list that says in full what is chosen: how high it is stays known, until it is otherwise."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.views.widgets.folded_combo import FoldedCombo
from tests.calls import calls_in

LONG = "How often do you see each other, at school or anywhere else, in a usual month?"


@pytest.fixture
def box(qtbot: QtBot) -> FoldedCombo:
    window = QWidget()
    qtbot.addWidget(window)
    box = FoldedCombo()
    box.addItems(["Now", LONG])
    QVBoxLayout(window).addWidget(box)
    return box


def test_it_is_as_high_as_what_is_chosen_takes_in_its_letters(box: FoldedCombo) -> None:
    short = box.heightForWidth(200)
    box.setCurrentText(LONG)
    high = box.heightForWidth(200)
    assert high > short + box.fontMetrics().height()
    assert box.heightForWidth(2000) == short
    letters = box.font()
    letters.setPointSizeF(2 * letters.pointSizeF())
    box.setFont(letters)
    assert box.heightForWidth(200) > 1.5 * high
    box.setCurrentText("Now")
    assert short < box.heightForWidth(200) < high


def test_it_is_measured_once(box: FoldedCombo) -> None:
    box.heightForWidth(200)
    again = calls_in(lambda: [box.heightForWidth(200) for _ in range(9)])
    assert again["views/widgets/folded_combo"] == 9
