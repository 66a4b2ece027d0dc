"""The plane of a group: a dot a kind, by mean contact and mean importance."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from app.analysis.composition import WEEKLY
from app.analysis.group.figures import IMPORTANT
from app.analysis.group.minimum_cell import MOST_CONTACT, MOST_IMPORTANT
from app.analysis.group.picture import Disc, discs
from app.models.vocabulary import vocabulary
from app.views.group.canvas import Canvas, Dot, Labels, name_of
from app.views.widgets import theme
from app.words import current_language, say


class PlaneView(Canvas):
    """Right is more contact, up is more important; a dot is as large as how many have it."""

    id = "plane"

    def drawn(self, painter: QPainter, room: QRectF) -> Sequence[Dot]:
        """Draw ground, discs and names."""
        assert self.shown is not None
        edge = theme.scaled(30)
        area = room.adjusted(edge + 8, 16, -24, -edge - theme.scaled(14))
        self._draw_ground(painter, area)
        found = sorted(discs(self.shown), key=lambda disc: bool(disc.way))
        dots = _side_by_side([self._dot(disc, area) for disc in found])
        colours = theme.current()
        for disc, dot in self.lit_last(found, dots):
            lit = disc.id == self.lit.id
            painter.setBrush(colours.mix(disc.setting, "paper", 1.0 if lit or disc.way else 0.75))
            painter.setPen(QPen(colours.colour("ink" if lit else "paper"), 3 if lit else 1.5))
            middle = QPointF(dot.x, dot.y)
            if disc.setting == "in_school":
                box = QRectF(0, 0, 2 * dot.radius, 2 * dot.radius)
                box.moveCenter(middle)
                painter.drawRoundedRect(box, 4, 4)
            else:
                painter.drawEllipse(middle, dot.radius, dot.radius)
        labels = Labels(painter, QRectF(area.topLeft(), room.bottomRight()))
        labels.keep(dots, [box for _, box in _corners(area)])
        pairs = sorted(
            zip(found, dots, strict=True),
            key=lambda pair: (pair[0].id != self.lit.id, not pair[0].way, -pair[0].reach),
        )
        for disc, dot in pairs:
            first = disc.id == self.lit.id or bool(disc.way)
            font = theme.font("strong" if first else "text")
            labels.write(dot, name_of(disc.id), (colours.colour("ink"), font), surely=first)
        return dots

    def _dot(self, disc: Disc, area: QRectF) -> Dot:
        x = area.left() + area.width() * (disc.contact - 0.5) / MOST_CONTACT
        y = area.bottom() - area.height() * (disc.importance - 0.5) / MOST_IMPORTANT
        return Dot(disc.id, x, y, theme.scaled(6) + theme.scaled(9) * disc.reach)

    def _draw_ground(self, painter: QPainter, area: QRectF) -> None:
        colours, scales = theme.current(), vocabulary().scales
        painter.setPen(Qt.PenStyle.NoPen)
        cut_x = area.left() + area.width() * (WEEKLY - 1) / MOST_CONTACT
        cut_y = area.bottom() - area.height() * (IMPORTANT - 1) / MOST_IMPORTANT
        painter.setBrush(colours.mix("less_often", "paper", 0.07))
        painter.drawRect(QRectF(area.topLeft(), QPointF(cut_x, cut_y)))
        painter.setBrush(colours.mix("less_named", "paper", 0.07))
        painter.drawRect(QRectF(QPointF(cut_x, cut_y), area.bottomRight()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.colour("hairline"), 1))
        painter.drawRect(area)
        painter.drawLine(QPointF(cut_x, area.top()), QPointF(cut_x, area.bottom()))
        painter.drawLine(QPointF(area.left(), cut_y), QPointF(area.right(), cut_y))
        painter.setPen(colours.colour("soft_ink"))
        painter.setFont(theme.font("label"))
        language, height = current_language(), theme.scaled(20)
        for step in scales["frequency"].steps[1:]:
            left = area.left() + area.width() * (step.code - 1) / MOST_CONTACT
            box = QRectF(left, area.bottom() + 2, area.width() / MOST_CONTACT, 2 * height)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(box, int(flags) | Qt.TextFlag.TextWordWrap, step.ring(language))
        metrics = QFontMetricsF(painter.font())
        painter.save()
        painter.translate(area.left() - 6, area.bottom())
        painter.rotate(-90)
        steps, part = scales["importance"].steps, area.height() / MOST_IMPORTANT
        bottom, centre = Qt.AlignmentFlag.AlignBottom, Qt.AlignmentFlag.AlignHCenter
        if all(metrics.horizontalAdvance(step.ring(language)) <= part for step in steps):
            for step in steps:
                box = QRectF(part * (step.code - 1), -2 * height + 4, part, 2 * height - 6)
                painter.drawText(box, bottom | centre, step.ring(language))
        else:  # no room for all: the ends say which way it goes
            box = QRectF(0, -2 * height + 4, area.height(), 2 * height - 6)
            painter.drawText(box, bottom | Qt.AlignmentFlag.AlignLeft, steps[0].ring(language))
            painter.drawText(box, bottom | Qt.AlignmentFlag.AlignRight, steps[-1].ring(language))
        painter.restore()
        painter.setFont(theme.font("strong"))
        for (text, box), token in zip(_corners(area), ("less_often", "less_named"), strict=True):
            painter.setPen(colours.colour(token))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _side_by_side(dots: Sequence[Dot]) -> list[Dot]:
    """Return the dots in their order, of which none hides another at the same spot."""
    spots: dict[tuple[int, int], list[Dot]] = {}
    for dot in dots:
        spots.setdefault((round(dot.x), round(dot.y)), []).append(dot)
    return [
        dot._replace(x=dot.x + dot.radius * (those.index(dot) - (len(those) - 1) / 2))
        for dot in dots
        for those in [spots[round(dot.x), round(dot.y)]]
    ]


def _corners(area: QRectF) -> tuple[tuple[str, QRectF], tuple[str, QRectF]]:
    """Return the words for the two corners that tell of a gap, and their places."""
    texts = say("Important, seldom seen"), say("Seen often, seldom a star")
    metrics = QFontMetricsF(theme.font("strong"))
    boxes = [QRectF(0, 0, metrics.horizontalAdvance(t) + 2, metrics.height()) for t in texts]
    boxes[0].moveTopLeft(area.topLeft() + QPointF(8, 6))
    boxes[1].moveBottomRight(area.bottomRight() - QPointF(8, 6))
    return (texts[0], boxes[0]), (texts[1], boxes[1])
