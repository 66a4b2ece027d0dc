"""A map in small, as it stands in the list of maps: its bands, its sectors and who is on it."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache, partial
from typing import ClassVar, Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget
from shiboken6 import isValid

from app.analysis.free_places import with_places
from app.analysis.lens import LENSES
from app.document import Document
from app.layout.picture import Frame, Picture
from app.layout.ring_layout import ring_layout
from app.models.network import Map
from app.models.vocabulary import vocabulary
from app.storage.content import Summary
from app.views.map import marks
from app.views.map.ground import Backdrop
from app.views.map.layout_request import free_picture, people_of
from app.views.widgets import theme
from app.views.widgets.in_pieces import Turns

SIDE: Final = 76
"""Pixels at 100 %."""
_LARGE: Final = 300.0
"""The picture is laid out at this size, and shown smaller."""
_MOST: Final = 300
"""So many pictures are kept, to be there at once when the list is shown again."""


class SmallMap(NamedTuple):
    """What is painted of a map, in any theme and size."""

    picture: Picture
    around: tuple[str | None, ...]
    """The settings of the sectors."""
    settings: Mapping[str, str | None]
    """Of everybody who has a place."""


def small_of(whole: Map) -> SmallMap:
    """Return a map as it is seen from far away: nobody's name, and everybody in place."""
    frame = Frame(_LARGE, _LARGE, 1, _no_words, _no_words, 1, disc=32, least=22, ego=50)
    lens = LENSES["importance"]
    if whole.partners and not lens.held(whole.partners):
        lens = LENSES["free"]
    if lens.field is None:
        placed = list(with_places(whole).partners)
        around: tuple[str | None, ...] = ()
    else:
        placed = lens.held(whole.partners)
        around = tuple(vocabulary().settings)
        around = (*around, None) if None in [p.setting for p in placed] else around
    people = tuple(p._replace(label="") for p in people_of(placed, lens, around, {}))
    if lens.field is None:
        picture = free_picture(people, frame)
    else:
        picture = ring_layout(people, frame, [""] * len(lens.codes), [""] * len(around))
    return SmallMap(picture, around, {partner.id: partner.setting for partner in placed})


def paint(painter: QPainter, small: SmallMap, side: float) -> None:
    """Paint it in a square; a free map that reaches further is made to fit too."""
    picture, colours = small.picture, theme.current()
    scale = side / max(picture.width, picture.height, 1.0)
    painter.scale(scale, scale)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not picture.rings:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("faint"))
        painter.drawEllipse(QRectF(2, 2, picture.width - 4, picture.height - 4))
    ground = Backdrop()
    ground.show_picture(picture, small.around)
    ground.paint(painter, QStyleOptionGraphicsItem())
    painter.setPen(QPen(colours.colour("paper"), 3))
    for key, spot in picture.spots.items():
        setting, half = small.settings[key], spot.diameter / 2
        painter.setBrush(colours.setting(setting))
        disc = QRectF(spot.x - half, spot.y - half, 2 * half, 2 * half)
        round_by = half * 0.4 if vocabulary().is_inside(setting) else half
        painter.drawRoundedRect(disc, round_by, round_by)
    marks.ego(painter, QPointF(picture.cx, picture.cy), picture.ego / 2, ring=1.5 / scale)


class Thumbnail(QWidget):
    """Reads its map once it is seen; says nothing to who does not see it."""

    _known: ClassVar[dict[tuple[str, datetime], SmallMap]] = {}

    def __init__(self, document: Document, summary: Summary, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self._key = document, (summary.id, summary.changed)
        side = theme.scaled(SIDE)
        self.setFixedSize(side, side)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._failed = self._is_asked = False

    @property
    def small(self) -> SmallMap | None:
        """Return the small map that is shown; None until it is read."""
        return self._known.get(self._key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the map, or ask for it: what nobody scrolls to is never read."""
        if self.small is not None:
            paint(QPainter(self), self.small, self.width())
        elif not (self._failed or self._is_asked):
            self._is_asked = True
            _turns().add(self._read)

    def _read(self) -> None:
        if not isValid(self):
            return
        self._is_asked = False
        if not self.isVisible():
            return  # the next painting asks again; the library may be closed by now
        whole = self._document.map_of(self._key[0], tells=False)
        self._failed = whole is None
        if whole is not None:
            _turns().add(partial(self._lay_out, whole))

    def _lay_out(self, whole: Map) -> None:
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[self._key] = small_of(whole)
        if isValid(self):
            self.update()


@cache
def _turns() -> Turns:
    """Return the turns in which small maps are read and laid out: the window answers in between."""
    return Turns()


def _no_words(_text: str) -> float:
    return 0.0
