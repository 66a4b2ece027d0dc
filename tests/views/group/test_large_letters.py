"""The pictures of a group in large letters: the drawing keeps its size, and says how it is read."""

import math
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontInfo, QPainter, QPicture
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.analysis.group.result import Moments, result
from app.models.fewest_people import FEWEST_ON_SCREEN
from app.models.invented_class import invented_class
from app.report.group_words import how_to_read
from app.views.group.canvas import Dot
from app.views.group.clusters import ClustersView
from app.views.group.ecology import EcologyView
from app.views.group.highlight import Highlight
from app.views.group.numbers import NumbersView
from app.views.group.outcome import Outcome
from app.views.group.plane import PlaneView
from app.views.widgets import theme
from tests.sure import sure

WIDE, LOW = 1240, 380


@pytest.fixture
def letters() -> Iterator[Callable[..., Any]]:
    def wear(percent: int) -> None:
        theme.wear("light", percent)

    yield wear
    wear(100)


@pytest.fixture(scope="module")
def shown() -> dict[Any, Any]:
    return result(Moments(invented_class()[0]), FEWEST_ON_SCREEN)


def drawn(kind: Any, shown: dict[Any, Any], qtbot: QtBot) -> list[Dot]:
    """Return what is in a picture of a low window."""
    view = kind(Highlight())
    qtbot.addWidget(view)
    view.show_group(shown)
    picture = QPicture()
    painter = QPainter(picture)
    found: list[Dot] = view.drawn(painter, QRectF(0, 0, WIDE, LOW))
    painter.end()
    return found


def reach(dots: list[Dot]) -> float:
    """Return how far from the middle something stands."""
    return max(math.hypot(dot.x - WIDE / 2, dot.y - LOW / 2) for dot in dots)


def test_the_network_does_not_make_room_for_names_that_stand_beside_it(
    letters: Callable[..., Any], shown: dict[Any, Any], qtbot: QtBot
) -> None:
    normal = reach(drawn(EcologyView, shown, qtbot))
    letters(200)
    assert reach(drawn(EcologyView, shown, qtbot)) > normal


@pytest.mark.parametrize("kind", [EcologyView, PlaneView, ClustersView, NumbersView])
def test_all_of_a_picture_stays_within_it(
    letters: Callable[..., Any], shown: dict[Any, Any], qtbot: QtBot, kind: Any
) -> None:
    letters(200)
    found = drawn(kind, shown, qtbot)
    assert found
    for dot in found:
        assert dot.radius <= dot.x <= WIDE - dot.radius
        assert dot.radius <= dot.y <= LOW - dot.radius


def test_below_each_picture_stands_how_it_is_read(qtbot: QtBot) -> None:
    outcome = Outcome()
    qtbot.addWidget(outcome)
    outcome.resize(WIDE, 640)
    outcome.show()
    for id_ in ("ecology", "plane", "clusters", "numbers"):
        outcome.show_view(id_)
        said = [label.text() for label in outcome.findChildren(QLabel) if label.isVisible()]
        assert how_to_read(id_) in said
    outcome.show_view("wall")
    said = [label.text() for label in outcome.findChildren(QLabel) if label.isVisible()]
    assert not any(how_to_read(id_) in said for id_ in ("ecology", "plane", "clusters", "numbers"))


def test_the_network_scrolls_rather_than_shrink_and_the_keyboard_brings_a_kind_in_sight(
    letters: Callable[..., Any],
    shown: dict[Any, Any],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    letters(200)
    outcome = Outcome()
    qtbot.addWidget(outcome)
    outcome.resize(1024, 560)
    view = outcome.views["ecology"]
    view.show_group(shown)
    outcome.show()
    outcome.show_view("ecology")
    sizes: list[int] = []
    plain = QPainter.drawText

    def noted(painter: QPainter, *given: Any) -> Any:
        if isinstance(given[-1], str) and 0 < len(given[-1]) <= 2:
            sizes.append(QFontInfo(painter.font()).pixelSize())
        return plain(painter, *given)

    monkeypatch.setattr(QPainter, "drawText", noted)
    view.grab()
    assert len(sizes) > 10
    assert min(sizes) >= 16  # of 26: as small as on the map of one person
    pane = sure(view.pane)
    assert view.height() > pane.viewport().height()
    bar = pane.verticalScrollBar()
    assert bar.value() == bar.maximum() // 2
    seen = set()
    for _ in range(len(sizes)):
        qtbot.keyClick(view, Qt.Key.Key_Right)
        dot = next(dot for dot in view._dots if dot.id == view.lit.id)
        at = view.mapTo(pane.viewport(), QPointF(dot.x, dot.y).toPoint())
        assert pane.viewport().rect().contains(at)
        seen.add(bar.value())
    assert len(seen) > 1
