"""Who steps back in the lens of differences can still be seen and read, in the pixels painted."""

import math

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from app.models.network import Map, Network, Partner
from app.models.vocabulary import vocabulary
from app.views.map.look import look_of
from app.views.map.scene import MapScene
from app.views.widgets import theme

SIZE, SHARP = QSize(760, 640), 3
ENTITIES = ("person", "group", "organisation")


def luminance(colour):
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def crowd():
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


@pytest.fixture(params=["light", "dark"])
def painted(request, qapp):
    theme.wear(request.param, 100)
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
    yield scene, image
    theme.wear("light", 100)


def colour_at(image, x, y):
    return QColor(image.pixel(round(x * SHARP), round(y * SHARP)))


def test_discs_that_fade_keep_an_edge_and_letters_that_can_be_read(painted):
    scene, image = painted
    assert len(scene.people) == 14
    for item in scene.people.values():
        assert item._faded
        x, y, half = item.x(), item.y(), item.diameter / 2
        area = [
            (x + across / SHARP, y + down / SHARP)
            for across in range(-int(half * SHARP), int(half * SHARP))
            for down in range(-int(half * SHARP), int(half * SHARP))
        ]
        seen = [(math.hypot(px - x, py - y), colour_at(image, px, py)) for px, py in area]
        inside = colour_at(image, x - half * 0.55, y - half * 0.3)
        letters = max(contrast(colour, inside) for away, colour in seen if away < half * 0.5)
        assert letters >= 4.5, item.partner
        ground = theme.current().mix(item.partner.setting or "no_setting", "paper", 0.17)
        edge = max(
            min(contrast(colour, ground), contrast(colour, inside))
            for away, colour in seen
            if away > half * 0.7
        )
        assert edge >= 3, item.partner
        assert contrast(inside, theme.current().colour("paper")) < 1.6, "it does not step back"
