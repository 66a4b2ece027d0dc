"""The scenes of moments: all on one ground, and one that shows what became of the earlier."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QLineF, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.layout.moments import moments_freely, moments_in_rings
from app.layout.picture import Frame, Person, Picture, Spot
from app.layout.seats import TAIL_DOT
from app.models.moments import MERGED
from app.models.network import Departure, Map, Partner
from app.models.vocabulary import vocabulary
from app.views.map import line_marks, marks
from app.views.map.lens_and_layers import Look
from app.views.map.people_items import PartnerItem
from app.views.map.scene import MapScene
from app.views.widgets import theme
from app.words import current_language, phrases

_ALIKE: Final = 2
"""Pixels by which two views side by side may differ in size and still have one picture."""


class Ground:
    """The rings, sectors and places that several moments share, laid out once a size."""

    def __init__(self) -> None:
        self.moments: tuple[Map, ...] = ()
        self.look = Look()
        self._laid: dict[tuple[float, float, object], tuple[Picture, ...]] = {}

    def show(self, moments: tuple[Map, ...], look: Look) -> None:
        """Make the ground for these moments in a look."""
        same = len(moments) == len(self.moments) and all(
            one is other for one, other in zip(moments, self.moments, strict=True)
        )
        if not same or (look.lens, look.sectors) != (self.look.lens, self.look.sectors):
            self._laid.clear()
        self.moments, self.look = moments, look

    @property
    def settings_around(self) -> tuple[str | None, ...]:
        """Return the settings of the sectors; None for *no setting yet*, at any moment."""
        lens = self.look.lens
        if lens.field is None or not self.look.sectors:
            return ()
        known: tuple[str | None, ...] = tuple(vocabulary().settings)
        none = any(
            p.setting is None and lens.holds(p) for whole in self.moments for p in whole.partners
        )
        return (*known, None) if none else known

    def pictures(self, frame: Frame) -> tuple[Picture, ...]:
        """Return a picture for each moment."""
        words_and_sizes = (frame.line_height, frame.disc, current_language())
        for (width, height, rest), laid in self._laid.items():
            near = abs(width - frame.width) <= _ALIKE and abs(height - frame.height) <= _ALIKE
            if near and rest == words_and_sizes:
                return laid
        self._laid[frame.width, frame.height, words_and_sizes] = self._lay(frame)
        return self._laid[frame.width, frame.height, words_and_sizes]

    def _lay(self, frame: Frame) -> tuple[Picture, ...]:
        lens, around = self.look.lens, self.settings_around
        people = [
            [self._person(p, around) for p in whole.partners if lens.holds(p)]
            for whole in self.moments
        ]
        if lens.field is None:
            return moments_freely(people, frame)
        rims = [phrases.setting_label(setting) for setting in around]
        return moments_in_rings(people, frame, lens.rings(), rims)

    def _person(self, partner: Partner, around: tuple[str | None, ...]) -> Person:
        if self.look.lens.field is None:
            return Person(id=partner.id, label=partner.name, x=partner.x, y=partner.y)
        return Person(
            id=partner.id,
            label=partner.name,
            band=self.look.lens.band(partner),
            sector=around.index(partner.setting) if around else 0,
            angle=partner.angle,
        )


class MomentScene(MapScene):
    """One moment on the ground that it shares with others."""

    def __init__(self, ground: Ground, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ground = ground
        self._index = 0

    def around(self, whole: Map | None, look: Look) -> tuple[str | None, ...]:
        """Return the settings of the sectors of the ground."""
        return self._ground.settings_around

    def show_moment(self, index: int, look: Look, *, glide: bool = False) -> None:
        """Show a moment of the ground, by its place."""
        self._index = index
        self._asked = None  # somebody may have moved at another moment
        self.show_map(self._ground.moments[index], look, glide=glide)

    def _picture_of(
        self, people: tuple[Person, ...], frame: Frame, around: tuple[str | None, ...]
    ) -> Picture:
        if not self._ground.moments:
            return super()._picture_of(people, frame, around)
        return self._ground.pictures(frame)[self._index]


class GoneItem(PartnerItem):
    """Somebody of the earlier moment who is not there any more: an outline without a fill."""

    rests = -1.0
    """Below whoever took their place."""

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the label and a dashed outline, unlike the open dot of where somebody was."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        self._paint_label(painter, colours.colour("soft_ink"))
        around = marks.outline(self._form, self.diameter - 2)
        if self.is_selected or self._is_current:
            marks.chosen(painter, self._form, self.diameter, current=self._is_current)
        painter.fillPath(around, colours.colour("paper"))
        pen = QPen(colours.setting(self.partner.setting), 1.75)
        pen.setDashPattern([2.0, 2.0])
        painter.strokePath(around, pen)
        painter.setFont(marks.fitting(self._font, self._letters, self.diameter))
        painter.setPen(colours.colour("soft_ink"))
        painter.drawText(
            marks.initials_room(self._form, self.diameter),
            Qt.AlignmentFlag.AlignCenter,
            self._letters,
        )


class _Trails(QGraphicsItem):
    """The way people went: a tail from where they are to an open dot where they were."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(-3)
        self._rect = QRectF()
        self.moved: list[tuple[str, Spot, Spot]] = []
        self.new: list[tuple[marks.Form, str, Spot]] = []

    def lead(
        self,
        rect: QRectF,
        moved: list[tuple[str, Spot, Spot]],
        new: list[tuple[marks.Form, str, Spot]],
    ) -> None:
        self.prepareGeometryChange()
        self._rect, self.moved, self.new = rect, moved, new
        self.update()

    def boundingRect(self) -> QRectF:
        return self._rect

    def shape(self) -> QPainterPath:
        return QPainterPath()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        for token, start, end in self.moved:
            person, way = QPointF(end.x, end.y), QLineF(end.x, end.y, start.x, start.y)
            # The dot at the far side of where they stood: a step of one ring is seen as a way.
            way.setLength(way.length() + start.diameter / 2 - TAIL_DOT)
            line_marks.comet(painter, person, way.p2(), end.diameter / 2, token)
        for form, token, spot in self.new:
            pen = QPen(colours.colour(token), 2)
            painter.save()
            painter.translate(spot.x, spot.y)
            painter.strokePath(marks.outline(form, spot.diameter, 3.5), pen)
            painter.restore()


class OneScene(MomentScene):
    """The later moment, with who was elsewhere, who came and who went since the earlier."""

    def __init__(self, ground: Ground, parent: QObject | None = None) -> None:
        super().__init__(ground, parent)
        self._since = 0
        self.trails = _Trails()
        self.addItem(self.trails)
        self.gone: dict[str, GoneItem] = {}
        self.glide.finished.connect(self._show_trails)

    def show_since(self, since: int, index: int, look: Look, *, glide: bool = False) -> None:
        """Show a moment with what changed since an earlier one, both by their place."""
        self._since = since
        self.show_moment(index, look, glide=glide)

    @property
    def everybody(self) -> Mapping[str, PartnerItem]:
        """Return all who can be selected, who is gone too."""
        return {**self.people, **self.gone}

    def set_size(self, size: QSize) -> None:
        """Lay out for a size, with who is gone."""
        super().set_size(size)
        self._show_gone()

    def show_map(self, whole: Map | None, look: Look, *, glide: bool = False) -> None:
        """Show the map, and who is gone from it."""
        super().show_map(whole, look, glide=glide)
        self._show_gone()

    def show_selection(self, selection: tuple[str, ...], current: str | None = None) -> None:
        """Show the selection, on those who are gone too."""
        super().show_selection(selection, current)
        self._mark_gone()

    def _mark_gone(self) -> None:
        for key, item in self.gone.items():
            chosen, current = key in self._selection, key == self.current
            item.mark(selected=chosen, current=current, notable=None, faded=False)

    def _show_gone(self) -> None:
        if not self._ground.moments or not self._size.isValid():
            return
        earlier = self._ground.moments[self._since]
        spots = self._ground.pictures(self._frame())[self._since].spots
        said = self.map.all_of(Departure) if self.map is not None else ()
        merged = {departure.partner for departure in said if departure.reason == MERGED}
        gone = {
            p.id: p
            for p in earlier.partners
            if p.id in spots and p.id not in self.picture.spots and p.id not in merged
        }
        for key in self.gone.keys() - gone.keys():
            self.removeItem(self.gone.pop(key))
        for key, partner in gone.items():
            if key not in self.gone:
                self.gone[key] = GoneItem(partner)
                self.addItem(self.gone[key])
            self.gone[key].setPos(spots[key].x, spots[key].y)
            self.gone[key].show_partner(partner, spots[key], wishes=False)
        self._mark_gone()
        self.laid_out.emit()
        if self.is_gliding:
            self.trails.lead(QRectF(), [], [])  # until everybody has arrived
        else:
            self._show_trails()

    def _show_trails(self) -> None:
        if not self._ground.moments:
            return
        then, now = self._ground.pictures(self._frame())[self._since].spots, self.picture.spots
        shown = {key: item.partner for key, item in self.people.items()}
        tokens = {key: partner.setting or "no_setting" for key, partner in shown.items()}
        moved = [
            (tokens[key], then[key], spot)
            for key, spot in now.items()
            if key in then and (then[key].x, then[key].y) != (spot.x, spot.y)
        ]
        known = {partner.id for partner in self._ground.moments[self._since].partners}
        new = [
            (marks.form_of(shown[key]), tokens[key], spot)
            for key, spot in now.items()
            if key not in known
        ]
        self.trails.lead(QRectF(0, 0, self.picture.width, self.picture.height), moved, new)
        told = {spot.id for _, _, spot in moved} | {spot.id for _, _, spot in new}
        self.bring_forward("", now.keys() - told if told else ())
