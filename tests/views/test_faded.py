"""Who steps back in the lens of differences can still be seen and read, in the pixels painted."""

from collections.abc import Iterator

import numpy as np
import pytest
from numpy import float64, ndarray
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.models.network import Map, Network, Partner
from app.models.vocabulary import vocabulary
from app.views.map.lens_and_layers import look_of
from app.views.map.scene import MapScene
from app.views.widgets import theme
from tests import walking
from tests.sure import as_a

SIZE, SHARP = QSize(760, 640), 3
ENTITIES = ("person", "group", "organisation")


def crowd() -> Map:
    """Return somebody of every setting and shape, of whom nothing stands out."""
    around = [*vocabulary().settings, None]
    return Map.of(
        [
            Network(id="n", series="s", title="Map"),
            *(
                Partner(
                    id=f"p{number}",
                    name=("Ouders Sam", "Wijkteam", "Bibliotheek")[number % 3],
                    setting=setting,
                    entity=ENTITIES[(number + turn) % 3],
                    importance=3 + turn,
                    frequency=0 if number == 5 else 3 + turn,
                    named_important=turn == 1,
                )
                for turn in range(2)
                for number, setting in enumerate(around, 10 * turn)
            ),
        ]
    )


LOOKS = ("light", "dark", "contrast-light", "contrast-dark", "grey")


@pytest.fixture(params=LOOKS)
def painted(
    request: pytest.FixtureRequest, qapp: QApplication
) -> Iterator[tuple[MapScene, np.ndarray]]:
    with theme.on_paper(request.param, 100):
        scene = MapScene()
        scene.set_size(SIZE)
        whole = crowd()
        scene.show_map(whole, look_of(whole, "gap", {}, sectors=True))
        scene.bring_forward("", [p.id for p in whole.partners])
        image = QImage(SIZE * SHARP, QImage.Format.Format_RGB32)
        image.fill(theme.current().colour("paper"))
        painter = QPainter(image)
        scene.render(painter, QRectF(image.rect()), QRectF(0, 0, SIZE.width(), SIZE.height()))
        painter.end()
        yield scene, walking.luminance(walking.pixels_of(image))


def ratio(one: float64 | ndarray, other: float64) -> float64 | ndarray:
    return (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)


def light_of(colour: QColor) -> float64:
    light = walking.luminance(np.array([colour.red(), colour.green(), colour.blue()]))
    return as_a(float64, light)


def test_discs_that_fade_keep_an_edge_and_letters_that_can_be_read(
    painted: tuple[MapScene, ndarray],
) -> None:
    scene, light = painted
    worn = theme.current()
    assert len(scene.people) == 14
    for item in scene.people.values():
        assert item.is_faded
        x, y, half = item.x() * SHARP, item.y() * SHARP, item.diameter / 2 * SHARP
        top, left = round(y - half), round(x - half)
        area = light[top : round(y + half), left : round(x + half)]
        down, across = np.ogrid[: area.shape[0], : area.shape[1]]
        away = np.hypot(across + left - x, down + top - y)
        inside = light[round(y - half * 0.3), round(x - half * 0.55)]
        assert ratio(area[away < half * 0.5], inside).max() >= 4.5, item.partner
        ground = light_of(worn.mix(item.partner.setting or "no_setting", "paper", 0.17))
        edge = area[away > half * 0.7]
        assert np.minimum(ratio(edge, ground), ratio(edge, inside)).max() >= 3, item.partner
        assert ratio(inside, light_of(worn.colour("paper"))) < 1.6, "it does not step back"
