"""After an edit what changed is painted, and nothing of the picture before stays behind."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPaintEvent, QPixmapCache
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.analysis.lens import LENSES
from app.document import Document
from app.models.values import PartnerValues
from app.settings import Settings
from app.views.map.view import MapView
from tests.painted import paint
from tests.pictures import example
from tests.sure import sure

_TONES = 16
"""How far a pixel may differ: the edge of a line is smoothed otherwise where painting begins."""


class Painted(QObject):
    """Notes which part of a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.part = QRect()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if isinstance(event, QPaintEvent):
            self.part = self.part.united(event.rect())
        return False


@pytest.fixture
def settings(settings: Settings) -> Settings:
    settings.lens = "importance"
    return settings


@pytest.fixture
def view(document: Document, settings: Settings, qtbot: QtBot) -> MapView:
    document.add_map(example(16))
    view = MapView(document, settings)
    qtbot.addWidget(view)
    view.resize(900, 760)
    view.show()
    return view


def _seen(view: MapView) -> "np.ndarray[tuple[int, ...], np.dtype[np.int16]]":
    paint()
    image = QApplication.primaryScreen().grabWindow(view.winId()).toImage()
    pixels = np.frombuffer(image.constBits(), np.uint8)
    return pixels.reshape(image.height(), image.width(), 4).astype(np.int16)


def _is_up_to_date(view: MapView, *, kept: bool = False) -> bool:
    """Tell whether what is seen is what painting all of it shows, also the pictures Qt `kept`."""
    before = _seen(view)
    if not kept:
        QPixmapCache.clear()
    view.viewport().update()
    return bool(np.abs(before - _seen(view)).max() <= _TONES)


Step = Callable[[Document, str], object]
STEPS: dict[str, Step] = {
    "ties": lambda d, key: all(d.set_tie(key, p.id, "yes") for p in d.map.partners[1:]),
    "importance": lambda d, key: d.set_partners([key], importance=1),
    "frequency": lambda d, key: d.set_partners([key], frequency=1),
    "no rating": lambda d, key: d.set_partners([key], importance=None, frequency=None),
    "satisfaction": lambda d, key: d.set_partners([key], satisfaction=1),
    "initiative": lambda d, key: d.set_partners([key], initiative="both"),
    "setting": lambda d, key: d.set_partners([key], setting="community"),
    "name": lambda d, key: d.rename(key, "De begeleiding van leerlingen met een eigen leerlijn"),
    "place": lambda d, key: d.place({key: PartnerValues(x=-0.6, y=-0.6)}),
    "gone": lambda d, key: d.remove_partners([key]),
    "back": lambda d, _key: d.undo(),
}


@pytest.mark.parametrize("lens", LENSES)
@pytest.mark.parametrize("ties", [False, True])
def test_nothing_of_the_picture_before_stays_behind(
    view: MapView, document: Document, settings: Settings, lens: str, ties: bool
) -> None:
    settings.lens = lens
    for layer, shown in (("ties", ties), ("satisfaction", True), ("initiative", True)):
        settings.show_layer(layer, shown=shown)
    assert _is_up_to_date(view)
    for number, (name, step) in enumerate(STEPS.items()):
        assert step(document, document.map.partners[number].id), name
        assert _is_up_to_date(view), name


def test_who_glides_leaves_nothing_behind_on_the_way(
    view: MapView, document: Document, settings: Settings
) -> None:
    settings.motion = True
    document.set_partners([document.map.partners[0].id], importance=1)
    glide = view.map_scene.glide
    glide.pause()
    for moment in (80, 160, 240):
        glide.setCurrentTime(moment)
        assert _is_up_to_date(view, kept=True)  # between two pixels they are another


def test_an_edit_has_only_a_part_of_the_map_painted(view: MapView, document: Document) -> None:
    noted, whole = Painted(), view.viewport().rect()
    view.viewport().installEventFilter(noted)
    painted = 0
    for partner in document.map.partners:
        paint()
        noted.part = QRect()
        document.set_partners([partner.id], importance=sure(partner.importance) % 5 + 1)
        paint()
        assert not noted.part.isEmpty()
        painted += noted.part.width() * noted.part.height()
    on_average = painted / len(document.map.partners)  # for some, names of rings give way
    assert on_average < whole.width() * whole.height() / 2
