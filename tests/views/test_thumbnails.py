"""My maps shows the maps: each in small, and a series as moments in time."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from app.analysis.lens import LENSES
from app.models.network import Map
from app.views.library import moments, thumbnail
from app.views.widgets import theme
from tests.pictures import example


@pytest.mark.parametrize(("number", "rated"), [(18, True), (8, False), (0, False)])
def test_everybody_stands_on_the_picture_of_a_map(number: int, rated: bool, qtbot: QtBot) -> None:
    whole = example(number)
    if not rated:
        partners = [replace(p, importance=None, frequency=None) for p in whole.partners]
        whole = Map.of([whole.network, *partners])
    small = thumbnail.small_of(whole)
    held = LENSES["importance"].held(whole.partners) if rated else whole.partners
    assert small.settings.keys() == small.picture.spots.keys() == {p.id for p in held}
    theme.wear("light", 100)
    image = QImage(76, 76, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    thumbnail.paint(painter, small, 76)
    painter.end()
    scale = 76 / max(small.picture.width, small.picture.height)
    for key, spot in small.picture.spots.items():
        seen = image.pixelColor(round(spot.x * scale), round(spot.y * scale))
        wanted = theme.current().setting(small.settings[key])
        # A disc of a few pixels may leave a sliver of the one in its middle uncovered.
        assert seen.getRgbF() == pytest.approx(wanted.getRgbF(), abs=0.03), key


@pytest.mark.parametrize(
    ("days", "wanted"),
    [
        ([date(2026, 9, 1), date(2026, 12, 1), date(2027, 9, 1)], [0, 0.25, 1]),
        ([date(2026, 9, 1), None, date(2027, 9, 1)], [0, 0.5, 1]),
        ([None, None], [0, 1]),
        ([date(2026, 9, 1), date(2026, 9, 1), date(2027, 9, 1)], [0, 0.074, 1]),
    ],
)
def test_moments_are_as_far_apart_as_in_time_and_never_on_each_other(
    days: list[Any], wanted: list[Any]
) -> None:
    assert moments.places(days) == pytest.approx(wanted, abs=0.01)
