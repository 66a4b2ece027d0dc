"""What is on the screen is what was said: letters in every disc, one size, nobody hidden."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from numpy import ndarray
from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.document import Document
from app.models.network import Map, Tie
from app.views.map import marks
from app.views.map.kept_picture import KeptPicture
from app.views.map.lens_and_layers import Look, look_of
from app.views.map.marks import Form
from app.views.map.scene import MapScene
from app.views.people.quick_add import QuickAdd
from app.views.picture.portrait import PictureOptions, Portrait
from app.views.widgets import theme
from tests.pictures import example
from tests.sure import sure
from tests.views.test_map import crowd

FORMS = [marks.Form(inside, entity) for inside in (True, False)
         for entity in ("person", "group", "organisation")]  # fmt: skip


def painted(form: Form, diameter: float, letters: str, smaller: float) -> Any:
    image = QImage(80, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(40, 40)
    painter.setFont(marks.initials_font(form, diameter, letters))
    marks.disc(painter, form, diameter, QColor("#203050"), letters=letters, ink=QColor("white"),
               smaller=smaller)  # fmt: skip
    painter.end()
    return image


def differing(one: Any, other: Any) -> tuple[ndarray, ndarray]:
    """Rows and columns of the pixels in which two images of four bytes a pixel differ."""
    assert one.size() == other.size()
    assert one.depth() == other.depth() == 32
    one, other = (np.frombuffer(i.constBits(), np.uint32).reshape(i.height(), -1)
                  for i in (one, other))  # fmt: skip
    rows, columns = np.nonzero(one != other)
    return rows, columns


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("diameter", [20.0, 24.0, 34.0, 51.0])
@pytest.mark.parametrize("letters", ["WM", "MW", "OZ3", "WW12", "I"])
@pytest.mark.parametrize("smaller", [0.0, marks.OUTLINE])
def test_every_disc_has_its_letters_and_they_fit(
    form: Form, diameter: float, letters: str, smaller: float
) -> None:
    bare, written = (painted(form, diameter, text, smaller) for text in ("", letters))
    _, across = differing(bare, written)
    assert across.size
    assert (abs(across + 0.5 - 40) <= diameter / 2).all()


@pytest.mark.parametrize("scale", [1, 2, 3])
def test_ties_are_as_wide_in_a_picture_as_the_picture_is_sharp(
    scale: int, qapp: QApplication
) -> None:
    whole = example(8)
    whole = whole.after({tie.id: None for tie in whole.all_of(Tie)})
    two = whole.after({"t": Tie(id="t", a="p0", b="p4")})
    options = PictureOptions(legend=False, title=False)
    look = look_of(two, "importance", {"ties": True}, sectors=True)
    without, with_tie = (Portrait(one, look, options).image(scale) for one in (whole, two))
    dark = differing(without, with_tie)[0].size
    # A dotted line: as long, and as wide, as the scale; a hairline would grow with the one alone.
    once = len_of_tie(two, look, options)
    assert dark > 0.5 * once * scale * scale


def len_of_tie(whole: Map, look: Look, options: PictureOptions) -> float:
    scene = Portrait(whole, look, options).scene
    away = scene.people["p0"].pos() - scene.people["p4"].pos()
    return math.hypot(away.x(), away.y()) / 3  # dots, with twice as long gaps


def laid_out(whole: Map, lens: str = "free", size: tuple[Any, Any] = (800, 640)) -> MapScene:
    scene = MapScene()
    scene.set_size(QSize(*size))
    scene.show_map(whole, look_of(whole, lens, {}, sectors=True))
    return scene


def test_without_the_layer_of_size_all_discs_are_of_one_size() -> None:
    for count in (8, 18, 40):
        scene = laid_out(crowd(count))
        assert len({item.diameter for item in scene.people.values()}) == 1


@pytest.mark.parametrize("at", [(0.0, 0.0), (0.02, -0.03), (0.5, 0.5)])
def test_nobody_lies_under_the_middle_or_exactly_on_another(at: tuple[Any, Any]) -> None:
    from dataclasses import replace

    whole = crowd(8)
    moved = {key: replace(sure(whole.partner(key)), x=at[0], y=at[1]) for key in ("p0", "p1", "p2")}
    scene = laid_out(whole.after(moved))
    picture = scene.picture
    for key in moved:
        spot = picture.spots[key]
        away = max(abs(spot.x - picture.cx), abs(spot.y - picture.cy))
        assert away >= (picture.ego + spot.diameter) / 2
        assert not any(
            spot.disc.overlaps(other.disc) for other in picture.spots.values() if other.id != key
        )
    assert sure(sure(scene.map).partner("p0")).x == at[0]  # what is recorded stays


def test_who_is_dragged_from_the_tray_is_seen(
    document: Document, qtbot: QtBot, large_text: Callable[..., Any]
) -> None:
    for name in ("Juf An", "Samenwerkingsverband Noord-Oost met een lange naam", "Wim"):
        document.add_partner(name)
    adding = QuickAdd(document, lambda kind, setting: None)
    qtbot.addWidget(adding)
    ids = [partner.id for partner in document.map.partners]
    carried = adding.tray.list
    one, three = carried._carried(ids[:1]), carried._carried(ids)
    assert one.width() > theme.scaled(40)
    assert three.height() == 3 * one.height()
    assert three.width() > one.width()
    image = one.toImage()
    colours = {image.pixelColor(x, y).name() for x in range(image.width())
               for y in range(image.height())}  # fmt: skip
    assert theme.current().colour("panel").name() in colours
    many = carried._carried(ids * 5)
    assert many.height() == 6 * one.height()


def test_the_words_under_the_name_move_nothing(document: Document, qtbot: QtBot) -> None:
    adding = QuickAdd(document, lambda kind, setting: None)
    qtbot.addWidget(adding)
    adding.resize(300, 700)
    adding.show()
    word = next(iter(adding.prompts.words.values()))
    before = word.mapTo(adding, QPoint())
    adding.field.setText("Xyz")
    qtbot.wait(1)
    sure(adding.layout()).activate()
    assert word.mapTo(adding, QPoint()) == before


@pytest.mark.parametrize("lens", ["importance", "contact", "gap"])
def test_the_name_of_a_sector_follows_the_rim_and_is_not_read_with_anybody_near(lens: str) -> None:
    scene = laid_out(example(18), lens)
    picture = scene.picture
    for sector in picture.sectors:
        assert sector.arc is not None
        assert sector.arc.radius - sector.arc.height / 2 >= picture.radius + 4
        middle = (sector.start + sector.end) / 2
        assert abs((sector.arc.angle - middle + 180) % 360 - 180) < 12
        for spot in picture.spots.values():
            for box in sector.boxes:
                assert spot.box is None or not spot.box.overlaps(box)
                assert not spot.disc.overlaps(box)


def test_what_is_kept_for_the_screen_is_as_smooth_as_what_is_painted(qapp: QApplication) -> None:
    def disc(painter: QPainter) -> None:
        painter.setBrush(QColor("black"))
        painter.drawEllipse(QRectF(5, 5, 30, 30))

    def tones(paint: Callable[[QPainter], None]) -> set[int]:
        image = QImage(40, 40, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter)
        painter.end()
        return {image.pixel(x, y) for x in range(40) for y in range(40)}

    kept = tones(lambda painter: KeptPicture().paint(painter, QRectF(0, 0, 40, 40), disc))
    assert len(tones(disc)) > 10
    assert len(kept) > 10, "letters along the rim would be jagged"
