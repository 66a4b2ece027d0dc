"""The colours of the map, as people see them who see colours otherwise, and in grey.

What is asked of the settings:

- Study with any of the three common deficiencies of colour vision, complete as it can be, every two
  settings differ by a clear difference in colour (`CLEAR`); *in school* against the others by a
  just noticeable one and more (`NOTICEABLE`), as it is square where they are round.
- In grey, colours are not told apart: there every setting has a direction of its own in the rings
  with its name on the rim, and *in school* its shape. (`test_layout`, `test_map_marks`)

What is asked of all else that means something: 3:1 on paper and panel as it is painted, and where
two marks mean different things a channel besides colour.
"""

import math
import re
from collections.abc import Iterator
from itertools import combinations, product
from typing import Any

import pytest
from PySide6.QtCore import QFile
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.models.vocabulary import vocabulary
from app.views.map import line_marks, marks
from app.views.map.ground import band_colour
from app.views.widgets import theme
from app.views.widgets.theme import Theme
from tests.test_structure import contrast

THEMES = ("light", "dark")

CLEAR, NOTICEABLE = 11.0, 8.0
"""Differences by CIEDE2000; 1 is what an eye can just see when two patches touch."""

# Machado, Oliveira and Fernandes (2009), A physiologically-based model for simulation of color
# vision deficiency, severity 1.0; for linear light.
DEFICIENCIES = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
# IEC 61966-2-1, and its white.
TO_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
Vector = tuple[float, ...]
WHITE = (0.95047, 1.0, 1.08883)


def times(
    matrix: tuple[Vector, Vector, Vector],
    vector: Vector,
) -> Vector:
    return tuple(sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)


def linear(colour: str) -> Vector:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)


def seen(colour: str, deficiency: str | None = None) -> Vector:
    """Return linear light as somebody sees it."""
    light = linear(colour)
    if deficiency is None:
        return light
    return tuple(min(max(c, 0.0), 1.0) for c in times(DEFICIENCIES[deficiency], light))


def lab(light: Vector) -> Vector:
    """Return CIELAB of linear light."""

    def curve(value: float) -> float:
        return value ** (1 / 3) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116

    x, y, z = (curve(v / w) for v, w in zip(times(TO_XYZ, light), WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: Vector, other: Vector) -> float:
    """Return CIEDE2000 of two colours in CIELAB (Sharma, Wu and Dalal 2005)."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    stretch = 1 + 0.5 * (1 - math.sqrt(mean**7 / (mean**7 + 25**7)))
    a1, a2 = a1 * stretch, a2 * stretch
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = (math.degrees(math.atan2(b, a)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = h2 - h1
    if abs(turn) > 180:
        turn -= math.copysign(360, turn)
    if c1 * c2 == 0:
        turn = 0.0
    hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    lightness, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    if c1 * c2 == 0:
        h = h1 + h2
    elif abs(h1 - h2) <= 180:
        h = (h1 + h2) / 2
    else:
        h = (h1 + h2 + (360 if h1 + h2 < 360 else -360)) / 2

    def cos(degrees: float) -> float:
        return math.cos(math.radians(degrees))

    t = 1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6) - 0.2 * cos(4 * h - 63)
    weigh_l = 1 + 0.015 * (lightness - 50) ** 2 / math.sqrt(20 + (lightness - 50) ** 2)
    weigh_c, weigh_h = 1 + 0.045 * chroma, 1 + 0.015 * chroma * t
    bend = 2 * math.sqrt(chroma**7 / (chroma**7 + 25**7))
    bend *= -math.sin(math.radians(60 * math.exp(-(((h - 275) / 25) ** 2))))
    dl, dc, dh = (l2 - l1) / weigh_l, (c2 - c1) / weigh_c, hue / weigh_h
    return math.sqrt(dl**2 + dc**2 + dh**2 + bend * dc * dh)


@pytest.fixture(params=THEMES)
def worn(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    theme.wear(request.param, 100)
    yield theme.current()
    theme.wear("light", 100)


def all_settings() -> list[Any]:
    return [*vocabulary().settings, "no_setting"]


def test_the_difference_is_reckoned_as_published() -> None:
    # Pairs 1, 9, 17 and 25 of the data set of Sharma, Wu and Dalal.
    for one, other, expected in (
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.49, -0.001), (50, -2.49, 0.0009), 7.1792),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ):
        assert difference(one, other) == pytest.approx(expected, abs=1e-4)


def test_what_people_mix_up_is_mixed_up_here() -> None:
    """A red and a green of one lightness are far apart, but for who cannot tell red from green."""
    red, green = "#B8593E", "#5F7F22"
    assert difference(lab(seen(red)), lab(seen(green))) > 30
    for deficiency in ("protanopia", "deuteranopia"):
        assert difference(lab(seen(red, deficiency)), lab(seen(green, deficiency))) < 15
    for deficiency, grey in product(DEFICIENCIES, ("#000000", "#808080", "#FFFFFF")):
        assert seen(grey, deficiency) == pytest.approx(linear(grey), abs=1e-5)


@pytest.mark.parametrize("deficiency", [None, *DEFICIENCIES])
def test_settings_are_told_apart_by_colour(worn: Theme, deficiency: str | None) -> None:
    mixed_up = []
    for one, other in combinations(all_settings(), 2):
        inside = [
            setting in vocabulary().settings and vocabulary().settings[setting].inside_school
            for setting in (one, other)
        ]
        asked = NOTICEABLE if any(inside) else CLEAR
        found = difference(*(lab(seen(worn.tokens[token], deficiency)) for token in (one, other)))
        if found < asked:
            mixed_up.append((one, other, round(found, 1)))
    assert mixed_up == []


def test_who_is_notable_is_told_apart_by_dashes_and_by_lightness(worn: Theme) -> None:
    solid, dashed = (marks.notable_pen(token) for token in marks.DIFFERENCES.values())
    assert (bool(solid.dashPattern()), bool(dashed.dashPattern())) == (False, True)
    light = [lab(linear(pen.color().name()))[0] for pen in (solid, dashed)]
    assert abs(light[0] - light[1]) >= 10
    for deficiency in DEFICIENCIES:
        colours = (lab(seen(pen.color().name(), deficiency)) for pen in (solid, dashed))
        assert difference(*colours) >= CLEAR


def test_all_that_means_something_stands_out_from_its_ground(worn: Theme) -> None:
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    ties = {sure: line_marks.tie_pen(painter, certain=sure).color() for sure in (True, False)}
    painter.end()
    painted = {
        **{
            f"contact {code} of {setting}": line_marks.contact_pen(code, setting).color()
            for code, setting in product(
                range(7), ("tie", *(s or "no_setting" for s in all_settings()))
            )
        },
        **{f"tie {sure}": colour for sure, colour in ties.items()},
        **{token: marks.notable_pen(token).color() for token in marks.DIFFERENCES.values()},
        **{setting: worn.setting(setting) for setting in all_settings()},
        **{mark: worn.colour(token) for mark, token in marks.TOKENS.items()},
    }
    grounds = ("paper", "panel")
    dim = {
        (name, ground)
        for (name, colour), ground in product(painted.items(), grounds)
        if contrast(colour.name(), worn.tokens[ground]) < 3
    }
    assert dim == set()


def test_a_hatch_stands_out_from_the_line_it_crosses(worn: Theme) -> None:
    line = line_marks.contact_pen(6).color().name()
    assert contrast(worn.tokens[marks.TOKENS["hatch"]], line) >= 3


def test_letters_on_a_disc_can_be_read_also_where_it_fades(worn: Theme) -> None:
    for setting in all_settings():
        assert contrast(worn.tokens["on_fill"], worn.tokens[setting]) >= 4.5
        faded = worn.mix(setting, "paper", marks.FADED).name()
        assert contrast(worn.tokens["soft_ink"], faded) >= 4.5
    for ground in ("paper", "panel"):
        assert contrast(worn.tokens["soft_ink"], worn.tokens[ground]) >= 4.5


def test_nearness_is_depth_of_colour_and_everything_can_be_read_on_every_band(worn: Theme) -> None:
    for setting in all_settings():
        token = setting or "no_setting"
        bands = [band_colour(worn, token, band, 5).name() for band in range(5)]
        depths = [contrast(band, worn.tokens["paper"]) for band in bands]
        assert depths == sorted(depths, reverse=True)
        assert len(set(bands)) == 5
        for band in bands:
            assert contrast(worn.tokens["ink"], band) >= 7
            assert contrast(worn.tokens["soft_ink"], band) >= 4
            assert contrast(worn.setting(setting).name(), band) >= 3
            for difference in marks.DIFFERENCES.values():
                assert contrast(worn.tokens[difference], band) >= 3


def test_the_style_sheet_is_whole_wherever_kring_stands(qtbot: QtBot) -> None:
    theme.wear("light", 100)
    page = QWidget()
    qtbot.addWidget(page)
    used = re.findall(r"url\((.*?)\)", page.styleSheet())
    assert used, "else this asks nothing"
    for file in used:
        assert re.fullmatch(r"icons:[\w-]+\.svg", file), "a path with a space would end the sheet"
        assert QFile.exists(file)


def test_no_line_is_louder_than_another_by_its_setting(worn: Theme) -> None:
    pens = [line_marks.contact_pen(6, setting or "no_setting") for setting in all_settings()]
    strong = [contrast(pen.color().name(), worn.tokens["paper"]) for pen in pens]
    assert max(strong) < 1.1 * min(strong)


def test_an_icon_is_drawn_once_in_each_colour(qapp: QApplication) -> None:
    """A window has a dozen, and is built anew for each look."""
    drawn = {}
    for name in THEMES:
        theme.wear(name, 100)
        drawn[name] = theme.icon("close").cacheKey()
        assert theme.icon("close").cacheKey() == drawn[name]
    theme.wear("light", 100)
    assert theme.icon("close").cacheKey() == drawn["light"] != drawn["dark"]
