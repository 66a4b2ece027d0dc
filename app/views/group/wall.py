"""The wall: small drawings of those who allowed it, without names and in an order of chance.

A drawing is a map, and so nothing is shown of fewer than ten. It stays in the room: no file has it.
"""

import math
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from app.analysis.composition import WEEKLY
from app.analysis.group.minimum_cell import MOST_IMPORTANT
from app.analysis.group.picture import ring
from app.models.coded_map import CodedMap, CodedPartner
from app.models.fewest_people import FEWEST_ON_WALL
from app.models.vocabulary import vocabulary
from app.views.group.canvas import Canvas, Dot
from app.views.group.highlight import Highlight
from app.views.map import marks
from app.views.widgets import theme
from app.words import joined, phrases, say, say_n

_WIDTHS: Final = (0.0, 0.6, 0.9, 1.3, 1.9, 2.5, 3.2)
"""Of the line to the middle, by how often there is contact."""
_RINGS: Final = 3


class WallView(Canvas):
    """Shows no words: what is seen of a drawing is said of it, and never whose it is."""

    id = "wall"

    def __init__(self, lit: Highlight, parent: Any = None) -> None:
        super().__init__(lit, parent)
        self.maps: tuple[CodedMap, ...] = ()
        self._are_kept = False

    def show_maps(self, maps: Iterable[CodedMap], *, are_kept: bool = False) -> None:
        """Show these drawings in an order of chance; `are_kept` says that there are others."""
        self.maps = tuple(random.SystemRandom().sample(some := tuple(maps), len(some)))
        self._are_kept = are_kept
        self.setAccessibleDescription(self.told())
        self.update()

    def told(self) -> str:
        """Return the sentence on how many drawings there are."""
        n = len(self.maps)
        counted = say_n("{n} drawing, without a name", "{n} drawings, without names", n)
        return say("{drawings}; the arrow keys tell about each", drawings=counted) if n else ""

    def key(self) -> str:
        """Return nothing: it is looked at, and not read."""
        return ""

    def about(self, id_: str) -> str:
        """Return what is seen of a drawing in words: no more than that."""
        at = int(id_)
        seen = [partner for partner, _x, _y in _placed(self.maps[at])]
        counted = say("Drawing {n} of {of}", n=at + 1, of=len(self.maps))
        areas = Counter(phrases.setting_label(one.setting) for one in seen)
        most = phrases.scale_label("importance", MOST_IMPORTANT)
        found = [
            (phrases.raised(most), sum(one.importance == MOST_IMPORTANT for one in seen)),
            (say("Contact every week"), sum((one.frequency or 0) >= WEEKLY for one in seen)),
            (say("A star"), sum(one.named_important is True for one in seen)),
            *areas.items(),
        ]
        told = joined(f"{name}: {count}" for name, count in found if count)
        return joined((counted, phrases.partner_count(len(seen)), told), between=". ")

    def why_empty(self) -> str:
        """Return from how many on there is something to see, or why there is not now."""
        if self._are_kept:
            return say(
                "The maps changed since their drawings were last shown. They are back once five or "
                "more have changed: a single new drawing would point at its maker."
            )
        return say(
            "Once {n} people tick “My drawing may be on the wall”, their drawings appear here "
            "without names.",
            n=FEWEST_ON_WALL,
        )

    def drawn(self, painter: QPainter, room: QRectF) -> Sequence[Dot]:
        """Draw each drawing in a tile."""
        if not self.maps:
            return ()
        across = max(1, math.ceil(math.sqrt(len(self.maps) * room.width() / room.height())))
        down = math.ceil(len(self.maps) / across)
        size = min(room.width() / across, room.height() / down)
        left = room.center().x() - size * across / 2
        top = room.center().y() - size * down / 2
        dots, radius = [], size * 0.44
        for number, one in enumerate(self.maps):
            x, y = left + size * (number % across + 0.5), top + size * (number // across + 0.5)
            _draw_map(painter, one, QPointF(x, y), radius)
            dots.append(Dot(str(number), x, y, radius))
            if dots[-1].id == self.lit.id:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme.current().colour("focus"), 2))
                painter.drawEllipse(QPointF(x, y), size * 0.47, size * 0.47)
        return dots


def _draw_map(painter: QPainter, one: CodedMap, middle: QPointF, radius: float) -> None:
    colours = theme.current()
    painter.setPen(QPen(colours.colour("hairline"), 1))
    for number in range(_RINGS):
        painter.setBrush(colours.mix("ring", "paper", 0.08 + 0.05 * number))
        part = radius * (_RINGS - number) / _RINGS
        painter.drawEllipse(middle, part, part)
    places = _placed(one)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for partner, x, y in places:
        width = _WIDTHS[partner.frequency or 0]
        if width:
            painter.setPen(QPen(colours.mix("ink", "paper", 0.35), width * max(1.0, radius / 90)))
            painter.drawLine(middle, middle + QPointF(x, y) * radius)
    for partner, x, y in places:
        _draw_partner(painter, partner, middle + QPointF(x, y) * radius, radius)
    marks.ego(painter, middle, radius * 0.1, ring=max(1.0, radius * 0.02))


def _draw_partner(painter: QPainter, partner: CodedPartner, at: QPointF, radius: float) -> None:
    colours, size = theme.current(), radius * (0.085 if partner.named_important else 0.065)
    painter.setBrush(colours.setting(partner.setting or ""))
    edge = "ink" if partner.named_important else "paper"
    painter.setPen(QPen(colours.colour(edge), max(1.0, radius * 0.02)))
    if partner.setting == "in_school":
        painter.drawRect(QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size))
    else:
        painter.drawEllipse(at, size, size)


def _placed(one: CodedMap) -> list[tuple[CodedPartner, float, float]]:
    """Return the places of those with importance and a setting: at their ring, in their sector."""
    settings = tuple(vocabulary().settings)
    found = []
    turn = math.tau / len(settings)
    for at, setting in enumerate(settings):
        inside = [
            p
            for p in one.partners
            if p.setting == setting and p.importance is not None and p.frequency != 0
        ]
        for number, partner in enumerate(inside):
            angle = turn * (at - 0.5 + (number + 0.5) / len(inside))
            away = ring(((partner.importance or 1) - 1) / (MOST_IMPORTANT - 1))
            found.append((partner, away * math.sin(angle), -away * math.cos(angle)))
    return found
