"""What is drawn on the map besides people: outlines around them, texts, and lines of the pen."""

import math
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainterPath
from PySide6.QtWidgets import QGraphicsScene

from app.layout.picture import Picture
from app.models.network import Map, Note, Outline, Stroke
from app.views.map.drawing_items import DrawnWords, Hulls, Ink, Words, broken, label_font, note_font
from app.views.map.ground import rect_of
from app.views.map.hull import around, places_on, without
from app.views.map.ink import Point, touches
from app.views.map.lens_and_layers import Look
from app.views.map.people_items import PartnerItem
from app.views.map.sketch import Sketch
from app.views.map.underlay import Underlay
from app.views.widgets import theme

_EDGE: Final = 4.0
"""Pixels that stay free between words and the edge of the picture."""

_TEXT_WIDTH: Final = 260
"""Where the lines of a text are broken, in pixels at normal text size."""

_LABEL_WIDTH: Final = 200
"""Where the label of an outline is shortened, in pixels at normal text size."""

_CLEAR: Final = 3.0
"""Pixels between the label of an outline and what is written near it: names have a light edge."""


class _Around(NamedTuple):
    """An outline as it is drawn around people who stand in these places."""

    outline: Outline
    stand: list[tuple[QPointF, float]]
    path: QPainterPath
    label: DrawnWords


def _whole(stand: list[tuple[QPointF, float]]) -> QPainterPath:
    """Return the least room around people, with some for their names."""
    path = QPainterPath()
    corners = QRectF()
    for at, diameter in stand:
        corners = corners.united(
            QRectF(at.x() - diameter, at.y() - diameter, 2 * diameter, 2 * diameter)
        )
    path.addRect(corners.adjusted(-120, -60, 120, 60))
    return path


class Drawing:
    """Everything drawn on a map, as it is shown in its scene.

    It follows people who are on the move, and tells what lies under a point.
    """

    def __init__(self, scene: QGraphicsScene) -> None:
        self.sketch, self.underlay = Sketch(), Underlay()
        self.hulls, self.ink, self.words = Hulls(), Ink(), Words()
        for item in (self.underlay, self.hulls, self.ink, self.words, self.sketch):
            scene.addItem(item)
        self._outlines: tuple[Outline, ...] = ()
        self._notes: tuple[Note, ...] = ()
        self._strokes: tuple[Stroke, ...] = ()
        self._hidden: frozenset[str] = frozenset()
        self._around: dict[str, _Around] = {}
        self._texts: list[DrawnWords] = []
        self._moved: tuple[str, QPointF] | None = None
        self._inked: object = ((), frozenset(), None)
        self._picture: Picture | None = None
        self._people: Mapping[str, PartnerItem] = {}

    # What there is to see.

    def show(
        self,
        whole: Map | None,
        picture: Picture,
        people: Mapping[str, PartnerItem],
        look: Look,
    ) -> None:
        """Show what is drawn on a map, or nothing of it; `people` are those who stand there."""
        self.underlay.show_photo(whole if look.shows("photo") else None, picture)
        drawn = whole if look.shows("drawing") else None
        outlines = drawn.all_of(Outline) if drawn else ()
        notes = drawn.all_of(Note) if drawn else ()
        strokes = drawn.all_of(Stroke) if drawn else ()
        before = self._outlines or self._notes or self._strokes or self.chosen is not None
        if not (before or outlines or notes or strokes):
            self._picture, self._people = picture, people
            return
        if picture is not self._picture or notes != self._notes:
            self._around = {}
        self._outlines, self._notes, self._strokes = outlines, notes, strokes
        self._picture, self._people = picture, people
        self._hidden, self._moved = frozenset(), None
        if self.chosen not in self.keys:
            self.choose(None)
        self._texts = [self._text(note) for note in notes]
        room = QRectF(0, 0, picture.width, picture.height)
        self.hulls.take_room(room)
        self.words.take_room(room)
        self._show_ink()
        self.follow()

    def follow(self) -> None:
        """Draw outlines where their people are now; whose people stand still, those stay."""
        here: dict[str, _Around] = {}
        moved = []
        for outline in self._outlines:
            members = self._members(outline)
            stand = [(item.pos(), item.diameter) for item in members]
            # Somebody else who comes to stand in it makes another line of it.
            stand += self._others_in(_whole(stand), members)
            known = self._around.get(outline.id)
            if known is not None and (known.outline, known.stand) == (outline, stand):
                here[outline.id] = known
            elif members:
                moved.append((outline, stand, self._path(members)))
        if moved:
            near = QRectF()
            for _, _, path in moved:
                near = near.united(path.boundingRect())
            taken = [*self.taken(near), *(text.box for text in self._texts)]
            taken += [one.label.box for one in here.values()]
            for outline, stand, path in moved:
                label = self._label(outline, path, taken)
                taken.append(label.box)
                here[outline.id] = _Around(outline, stand, path, label)
        self._around = {one.id: here[one.id] for one in self._outlines if one.id in here}
        here = self._around
        self.hulls.show_hulls({key: one.path for key, one in here.items()})
        self.words.show_words([*(one.label for one in here.values()), *self._texts])

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the ids of the outlines and texts that can be seen, in the order they came."""
        shown = [one.id for one in self._outlines if self._members(one)]
        return (*shown, *(note.id for note in self._notes))

    @property
    def chosen(self) -> str | None:
        """Return the outline or text that keys now speak to."""
        return self.hulls.chosen

    def choose(self, key: str | None) -> None:
        """Let keys speak to an outline or text, or to none."""
        if key != self.chosen:
            self.hulls.chosen = self.words.chosen = key
            self.hulls.update()
            self.words.update()

    def box(self, key: str) -> QRectF:
        """Return the box of the words of an outline or text, also while there are none."""
        written = self.words.written.get(key)
        return written.box if written is not None else QRectF()

    def at(self, point: QPointF, reach: float) -> str | None:
        """Return the text or outline under a point: the words, or the line within `reach`."""
        for key, written in reversed(self.words.written.items()):
            if written.lines and written.box.contains(point):
                return key
        for key, path in reversed(self.hulls.paths.items()):
            near = QPainterPath()
            near.addEllipse(point, reach, reach)
            if path.intersects(near) and not path.contains(near):
                return key
        return None

    def outline_around(self, point: QPointF) -> str | None:
        """Return the outline that a point lies in: the smallest, where several do."""
        here = [key for key, path in self.hulls.paths.items() if path.contains(point)]

        def size(key: str) -> float:
            around = self.hulls.paths[key].boundingRect()
            return around.width() * around.height()

        return min(here, key=size, default=None)

    def text_width(self) -> float:
        """Return the width at which the lines of a text break."""
        return self._at_most(_TEXT_WIDTH)

    def _at_most(self, width: float) -> float:
        """Return a width that grows with the text, as far as the picture has room for it."""
        assert self._picture is not None
        return min(theme.scaled(width), 0.45 * self._picture.width)

    def free_room(self, width: float, height: float) -> QPointF:
        """Find room near the middle where something of this size covers nobody and no words."""
        picture = self._picture
        assert picture is not None
        middle, half = QPointF(picture.cx, picture.cy), picture.ego / 2
        taken = [*self.taken(), *(one.box for one in self.words.written.values())]
        taken.append(QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half))
        box = QRectF(0, 0, width, height)
        for away in range(round(half + height), round(picture.radius), round(height)):
            # Below the middle first, then to either side of it.
            for turn in (0, 40, -40, 80, -80, 120, -120, 160, -160):
                angle = math.radians(90 - turn)
                step = QPointF(math.cos(angle) * (away + width / 2), math.sin(angle) * away)
                box.moveCenter(middle + step)
                here = self._kept_in(box)
                if not any(here.intersects(other) for other in taken):
                    return here.topLeft()
        return middle + QPointF(0, half)

    # What is under the hand.

    def move(self, note_id: str, to: QPointF | None) -> None:
        """Show a text somewhere else while it is dragged; None is back where it belongs."""
        self._moved = (note_id, to) if to is not None else None
        self._texts = [self._text(note) for note in self._notes]
        self.follow()

    def touched(self, start: QPointF, end: QPointF, reach: float) -> set[str]:
        """Return the lines of the pen that a move of the eraser touches."""
        way = QRectF(start, end).normalized().adjusted(-reach, -reach, reach, reach)
        one, other = start.toTuple(), end.toTuple()
        found = set()
        for key, points in self.ink.strokes.items():
            xs, ys = [x for x, _ in points], [y for _, y in points]
            around_all = QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
            # A straight line has no area, and Qt says of it that it meets nothing.
            meets = around_all.adjusted(-1, -1, 1, 1).intersects(way)
            if meets and touches(points, one, other, reach):
                found.add(key)
        return found

    def hide(self, ids: Iterable[str]) -> None:
        """Leave lines of the pen out that are being rubbed out, and show all others."""
        hidden = frozenset(ids)
        if hidden != self._hidden:
            self._hidden = hidden
            self._show_ink()

    # From records to shapes.

    def _show_ink(self) -> None:
        picture = self._picture
        assert picture is not None
        circle = (picture.cx, picture.cy, picture.radius)
        asked = (self._strokes, self._hidden, circle)
        if asked == self._inked:
            return
        self._inked = asked
        shown: dict[str, list[Point]] = {}
        for stroke in self._strokes:
            if stroke.id not in self._hidden:
                across, down = stroke.points[::2], stroke.points[1::2]
                shown[stroke.id] = [
                    (picture.cx + x * picture.radius, picture.cy + y * picture.radius)
                    for x, y in zip(across, down, strict=True)
                ]
        self.ink.show_ink(shown, {one.id: one.pressures for one in self._strokes if one.pressures})

    def _members(self, outline: Outline) -> list[PartnerItem]:
        return [self._people[key] for key in outline.members if key in self._people]

    def _path(self, members: list[PartnerItem]) -> QPainterPath:
        boxes = [box for item in members for box in self._name_boxes(item)]
        assert self._picture is not None
        room = QRectF(0, 0, self._picture.width, self._picture.height)
        inside = [(item.pos(), item.diameter / 2) for item in members]
        path = around(inside, boxes, room)
        return without(path, self._others_in(path, members), inside)

    def _others_in(
        self, path: QPainterPath, members: list[PartnerItem]
    ) -> list[tuple[QPointF, float]]:
        """Return the places of people a line goes around who do not belong in it."""
        near = path.boundingRect().adjusted(-40, -40, 40, 40)
        return [
            (item.pos(), item.diameter / 2)
            for item in self._people.values()
            if item not in members and near.contains(item.pos())
        ]

    def _name_boxes(self, item: PartnerItem) -> list[QRectF]:
        """Return the boxes of a person's name as it is written now, or none."""
        spot = self._picture.spots.get(item.partner.id) if self._picture is not None else None
        if spot is None or spot.box is None:
            return []
        return [rect_of(spot.box).translated(item.pos() - QPointF(spot.x, spot.y))]

    def taken(self, near: QRectF | None = None) -> list[QRectF]:
        """Return the room that people take, and their names; `near` leaves out who is far off."""
        far = theme.scaled(_LABEL_WIDTH) * 1.5
        around = near.adjusted(-far, -far / 4, far, far / 4) if near is not None else None
        boxes = []
        for item in self._people.values():
            middle = item.pos()
            if around is not None and not around.contains(middle):
                continue
            half = item.diameter / 2 + 2
            boxes.append(QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half))
            boxes += self._name_boxes(item)
        return boxes

    def _label(self, outline: Outline, path: QPainterPath, taken: list[QRectF]) -> DrawnWords:
        """Return the label in the line, as the title of a frame; where it covers nobody."""
        metrics = QFontMetricsF(label_font())
        room = self._at_most(_LABEL_WIDTH)
        line = metrics.elidedText(outline.label, Qt.TextElideMode.ElideRight, room)
        size = QRectF(0, 0, metrics.horizontalAdvance(line), metrics.height())
        taken = [other.adjusted(-_CLEAR, -_CLEAR, _CLEAR, _CLEAR) for other in taken]
        box = None
        for place in places_on(path):
            size.moveCenter(place)
            here = self._kept_in(size)
            box = box or here
            if not line or not any(here.intersects(other) for other in taken):
                box = here
                break
        assert box is not None
        return DrawnWords(outline.id, (line,) if line else (), box, is_label=True)

    def _text(self, note: Note) -> DrawnWords:
        picture = self._picture
        assert picture is not None
        lines = broken(note.text.strip("\n"), note_font(), self.text_width())
        metrics = QFontMetricsF(note_font())
        width = max(metrics.horizontalAdvance(line) for line in lines)
        at = QPointF(picture.cx + note.x * picture.radius, picture.cy + note.y * picture.radius)
        if self._moved is not None and self._moved[0] == note.id:
            at = self._moved[1]
        box = QRectF(at.x(), at.y(), width, len(lines) * metrics.height())
        return DrawnWords(note.id, lines, self._kept_in(box), is_label=False)

    def _kept_in(self, box: QRectF) -> QRectF:
        """Return a box moved as little as brings it inside the picture."""
        picture = self._picture
        assert picture is not None
        x = min(box.x(), picture.width - _EDGE - box.width())
        y = min(box.y(), picture.height - _EDGE - box.height())
        return QRectF(max(x, _EDGE), max(y, _EDGE), box.width(), box.height())
