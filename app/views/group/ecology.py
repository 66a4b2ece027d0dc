"""The network of a group: kinds in the rings and sectors of the map, each with its comet."""

import math
from collections.abc import Iterator, Sequence
from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from app.analysis.group.minimum_cell import MOST_IMPORTANT
from app.analysis.group.picture import PlacedDisc, Sector, discs, placed, ring, sectors
from app.layout.names_of_sectors import rim_sectors
from app.views.group.canvas import Canvas, Dot, Labels, name_of
from app.views.map import marks
from app.views.map.rim_names import write_along
from app.views.widgets import theme
from app.words import phrases, say
from app.words.initials import initials

_RINGS: Final = 5
_BESIDE: Final = 0.8
"""How much of half the width the circle takes: names stand beside it."""
_MOVED: Final = 0.15
"""So much more or less important is seen as another place."""
_ROOMY: Final = 150
"""From this radius on whoever stands out has their name, also where it lies on another thing."""
_AMID: Final = 0.55
"""The same where the names of the sectors stand there too."""
_GROWS: Final = 1.2
"""So many times as large discs are at most in large letters: the free ring around each lets it."""
_LETTERS: Final = 0.78
"""How high letters are in a disc, in its radius; `_HIGHEST` at most, to be `_READABLE`."""
_HIGHEST: Final = 1.2
_READABLE: Final = 9
"""Pixels at ordinary text."""
_LEAST: Final = 350
"""Pixels of its sides at ordinary text, at the least: what it is larger than its room scrolls."""
_HALF_TURN: Final = 175.0
"""Degrees up to which a sector counts as on the right: what is at the bottom stands left."""
_SHORT: Final = 12.0
"""Pixels: a tail up to this long is none for a name."""
_BEAD: Final = 8.0
"""Pixels of a tail that are kept free at a time."""
_TOKENS: Final = {"important_seldom": "less_often", "often_seldom_named": "less_named"}


class EcologyView(Canvas):
    """Importance is nearness, the tail begins at contact, size is how many have it."""

    id = "ecology"
    middle = ""
    """What stands in the middle, in the place of *We*."""

    def minimumSizeHint(self) -> QSize:
        """Return the size in which the letters in its discs are as large as was asked."""
        return QSize(theme.scaled(_LEAST), theme.scaled(_LEAST))

    def drawn(self, painter: QPainter, room: QRectF) -> Sequence[Dot]:
        """Draw ground, discs and names."""
        assert self.shown is not None
        grown = min(theme.text_scale(), _GROWS)
        found = tuple(p._replace(size=p.size * grown) for p in placed(discs(self.shown)))
        parts, middle = sectors([one.disc for one in found]), room.center()
        radius = min(room.width() * _BESIDE, room.height() - theme.scaled(56)) / 2
        names = [one.label for _, one in self._rim(parts, middle, radius)]
        beside: Sequence[tuple[Sector, QRectF]] = ()
        if names != [phrases.setting_label(part.setting) for part in parts]:
            wide = min(room.width() * _AMID, room.height() - 8) / 2
            beside = _beside(parts, room, wide + theme.scaled(8))
            radius = wide if beside else radius
        self._draw_ground(painter, middle, radius, parts)
        strong = {one.disc.id for one in found if one.disc.way}
        order = sorted(found, key=lambda one: one.disc.id in strong)
        dots = [Dot(p.disc.id, *_at(middle, radius, p.x, p.y), p.size * radius / 2) for p in order]
        pairs = self.lit_last(order, dots)
        for one, _ in pairs:
            self._draw_comet(painter, middle, radius, one, strong)
        ends = self._draw_trails(painter, middle, radius, [one for one, _ in pairs])
        for one, dot in pairs:
            self._draw_disc(painter, one, dot, strong)
        self._draw_middle(painter, middle, radius)
        labels = Labels(painter, room)
        labels.keep([*dots, *ends, Dot("", middle.x(), middle.y(), radius * 0.12)])
        labels.keep([bead for one in order if one.disc.way for bead in _beads(middle, radius, one)])
        if beside:
            self._write_beside(painter, labels, beside, middle)
        else:
            for part, arc in self._rim(parts, middle, radius):
                write_along(painter, middle, arc.arc, (arc.label, part.setting, 0))
                boxes = [QRectF(box.x, box.y, box.w, box.h) for box in arc.boxes]
                labels.keep([], boxes)
        self._write_names(labels, order, dots, radius)
        return dots

    def _draw_ground(
        self, painter: QPainter, middle: QPointF, radius: float, parts: Sequence[Sector]
    ) -> None:
        colours = theme.current()
        painter.setPen(Qt.PenStyle.NoPen)
        for band in reversed(range(_RINGS)):
            outer = radius * (ring((_RINGS - 1 - band - 0.5) / (_RINGS - 1)) if band < 4 else 1)
            circle = QRectF(middle.x() - outer, middle.y() - outer, 2 * outer, 2 * outer)
            for part in parts:
                share = 0.05 + 0.028 * (_RINGS - band)
                painter.setBrush(colours.mix(part.setting, "paper", round(share, 3)))
                start = round((90 - part.end) * 16)
                painter.drawPie(circle, start, round((part.end - part.start) * 16))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.colour("paper"), 2))
        for band in range(_RINGS - 1):
            outer = radius * ring((_RINGS - 1 - band - 0.5) / (_RINGS - 1))
            painter.drawEllipse(middle, outer, outer)
        painter.setPen(QPen(colours.colour("paper"), 5))
        for part in parts:
            painter.drawLine(middle, QPointF(*_turned(middle, radius * 1.01, part.end)))

    def _rim(
        self, parts: Sequence[Sector], middle: QPointF, radius: float
    ) -> Iterator[tuple[Sector, Any]]:
        """Yield the sectors that have a name along the rim, with where it stands."""
        metrics = QFontMetricsF(theme.font("strong"))
        named = rim_sectors(
            [phrases.setting_label(part.setting) for part in parts],
            [(part.start, part.end) for part in parts],
            lambda text: metrics.horizontalAdvance(text),
            metrics.height(),
            (middle.x(), middle.y(), radius),
        )
        yield from ((part, one) for part, one in zip(parts, named, strict=True) if one.arc)

    def _draw_comet(
        self, painter: QPainter, middle: QPointF, radius: float, one: PlacedDisc, strong: set[str]
    ) -> None:
        """Draw the tail from where it would stand by its contact: wide at the disc."""
        start = QPointF(*_at(middle, radius, one.from_x, one.from_y))
        head = QPointF(*_at(middle, radius, one.x, one.y))
        along = head - start
        length = (along.x() ** 2 + along.y() ** 2) ** 0.5
        if length < 4:
            return
        colours = theme.current()
        strength = 1.0 if one.disc.id == self.lit.id else 0.9 if one.disc.id in strong else 0.3
        colour = colours.mix(_TOKENS.get(one.disc.way, "ring"), "paper", strength)
        across = QPointF(-along.y(), along.x()) / length * (one.size * radius * 0.26)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([start, head + across, head - across]))
        painter.setBrush(colours.colour("paper"))
        painter.setPen(QPen(colour, 2))
        painter.drawEllipse(start, 3.5, 3.5)

    def _draw_trails(
        self, painter: QPainter, middle: QPointF, radius: float, order: Sequence[PlacedDisc]
    ) -> list[Dot]:
        """Draw and return where a kind stands at the end, if that is elsewhere: an open ring."""
        later = {disc.id: disc for disc in discs(self.later)} if self.later else {}
        colours = theme.current()
        drawn = []
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for one in order:
            end = later.get(one.disc.id)
            if end is None or abs(end.importance - one.disc.importance) < _MOVED:
                continue
            far = ring((end.importance - 1) / (MOST_IMPORTANT - 1))
            near = math.hypot(one.x, one.y)
            place = QPointF(*_at(middle, radius, one.x * far / near, one.y * far / near))
            pen = QPen(colours.setting(one.disc.setting), 2, Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawLine(QPointF(*_at(middle, radius, one.x, one.y)), place)
            drawn.append(Dot("", place.x(), place.y(), one.size * radius / 2))
            painter.drawEllipse(place, drawn[-1].radius, drawn[-1].radius)
        return drawn

    def _draw_disc(self, painter: QPainter, one: PlacedDisc, dot: Dot, strong: set[str]) -> None:
        colours = theme.current()
        lit = one.disc.id == self.lit.id
        share = 1.0 if lit or one.disc.id in strong or not strong else 0.72
        painter.setBrush(colours.mix(one.disc.setting, "paper", share))
        edge = colours.colour("ink") if lit else colours.colour("paper")
        painter.setPen(QPen(edge, 3 if lit else 1.5))
        box = QRectF(dot.x - dot.radius, dot.y - dot.radius, 2 * dot.radius, 2 * dot.radius)
        if one.disc.setting == "in_school":
            painter.drawRoundedRect(box, dot.radius * 0.35, dot.radius * 0.35)
        else:
            painter.drawEllipse(box)
        letters, font = initials(name_of(one.disc.id)), theme.font("strong")
        high = min(theme.scaled(_READABLE), _HIGHEST * dot.radius)
        font.setPixelSize(max(8, round(max(high, _LETTERS * dot.radius))))
        painter.setFont(marks.fitting(font, letters, 2 * dot.radius))
        painter.setPen(colours.colour("on_fill"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letters)

    def _draw_middle(self, painter: QPainter, middle: QPointF, radius: float) -> None:
        marks.ego(painter, middle, radius * 0.115)
        font = theme.font("heading")
        font.setPixelSize(max(10, round(radius * 0.07)))
        painter.setFont(font)
        painter.setPen(theme.current().colour("on_ego"))
        box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.middle or say("We"))

    def _write_beside(
        self,
        painter: QPainter,
        labels: Labels,
        names: Sequence[tuple[Sector, QRectF]],
        middle: QPointF,
    ) -> None:
        """Write what has no room along the rim beside the circle, in the colour of the sector."""
        colours = theme.current()
        painter.setFont(theme.font("strong"))
        for part, box in names:
            is_left = box.right() < middle.x()
            side = Qt.AlignmentFlag.AlignRight if is_left else Qt.AlignmentFlag.AlignLeft
            flags = int(side | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.setPen(colours.setting(part.setting))
            text = phrases.setting_label(part.setting)
            labels.keep([], [painter.boundingRect(box, flags, text)])
            painter.drawText(box, flags, text)

    def _write_names(
        self, labels: Labels, order: Sequence[PlacedDisc], dots: Sequence[Dot], radius: float
    ) -> None:
        colours, strong, plain = theme.current(), theme.font("strong"), theme.font()
        lit = self.lit.id
        for one, dot in sorted(
            zip(order, dots, strict=True),
            key=lambda pair: (pair[0].disc.id != lit, not pair[0].disc.way, -pair[0].disc.reach),
        ):
            if one.disc.id == one.disc.setting:
                continue  # its name stands along the rim
            first = one.disc.id == lit or bool(one.disc.way)
            font = strong if first else plain
            surely = one.disc.id == lit or (first and radius >= theme.scaled(_ROOMY))
            away = math.hypot(one.from_x, one.from_y) - math.hypot(one.x, one.y)
            tail = 0 if abs(away) * radius < _SHORT else 1 if away > 0 else -1
            look = colours.colour("ink"), font
            labels.write(dot, name_of(one.disc.id), look, tail=tail, surely=surely)


def _beads(middle: QPointF, radius: float, one: PlacedDisc) -> Iterator[Dot]:
    """Yield dots along a tail: no name is to lie on it."""
    steps = max(1, round(math.hypot(one.from_x - one.x, one.from_y - one.y) * radius / _BEAD))
    for step in range(1, steps + 1):
        share = step / steps
        x = one.x + (one.from_x - one.x) * share
        y = one.y + (one.from_y - one.y) * share
        yield Dot("", *_at(middle, radius, x, y), _BEAD / 2)


def _beside(
    parts: Sequence[Sector], room: QRectF, away: float
) -> tuple[tuple[Sector, QRectF], ...]:
    """Return where the name of each sector stands beside the circle; nowhere without the width."""
    metrics = QFontMetricsF(theme.font("strong"))
    width = room.width() / 2 - away
    words = " ".join(phrases.setting_label(part.setting) for part in parts).split()
    if any(metrics.horizontalAdvance(word) > width for word in words):
        return ()
    found = []
    for is_right in (True, False):
        middles = [((part.start + part.end) / 2 % 360, part) for part in parts]
        those = [(at, part) for at, part in middles if (at < _HALF_TURN) == is_right]
        those.sort(key=lambda one: -math.cos(math.radians(one[0])))
        height = room.height() / max(1, len(those))
        left = room.center().x() + away if is_right else room.left()
        for row, (_, part) in enumerate(those):
            found.append((part, QRectF(left, room.top() + row * height, width, height)))
    return tuple(found)


def _at(middle: QPointF, radius: float, x: float, y: float) -> tuple[float, float]:
    return middle.x() + x * radius, middle.y() + y * radius


def _turned(middle: QPointF, radius: float, degrees: float) -> tuple[float, float]:
    angle = math.radians(degrees)
    return middle.x() + radius * math.sin(angle), middle.y() - radius * math.cos(angle)
