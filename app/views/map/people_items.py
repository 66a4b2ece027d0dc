"""Who stands on the map: the teacher in the middle, and the partners."""

from operator import attrgetter
from typing import ClassVar, Final, TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsObject,
    QStyleOptionGraphicsItem,
    QWidget,
)

from app.analysis.gaps import wish_steps
from app.layout.picture import Box, Spot
from app.models.network import Partner
from app.views.map import marks
from app.views.map.lettering import write
from app.views.map.zoom_view import smallest
from app.views.widgets import theme
from app.words.initials import initials

LEAST_DISC: Final = 24.0
"""Diameter in pixels, at ordinary text, of who stands where there is little room."""

_LEAST_TARGET: Final = 24.0
"""Diameter of what can be pressed, in pixels of the screen, where a map is shown smallest."""
_LEAST_DRAWN: Final = 20.0
"""Diameter in pixels of who is drawn smaller than their place, where size means something."""

Marks: TypeAlias = tuple[bool, bool, str | None, bool]

_PAINTED: Final = attrgetter(
    "name",
    "setting",
    "entity",
    "frequency",
    "wished_frequency",
    "satisfaction",
    "named_important",
    "takes_part",
)
"""The answers that a partner's picture shows; another one leaves it as it is."""


class EgoItem(QGraphicsItem):
    """The teacher, in the middle."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(5)
        self.label = ""
        self.diameter = 0.0

    def show_ego(self, label: str, diameter: float) -> None:
        """Show the middle with its label."""
        if (label, diameter) == (self.label, self.diameter):
            return
        self.prepareGeometryChange()
        self.label, self.diameter = label, diameter
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the disc."""
        half = self.diameter / 2 + 1
        return QRectF(-half, -half, 2 * half, 2 * half)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint a full disc; a long label gets smaller letters."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        half = self.diameter / 2
        marks.ego(painter, QPointF(0, 0), half)
        chosen = theme.font("strong")
        room = self.diameter - 12
        width = QFontMetricsF(chosen).horizontalAdvance(self.label)
        if width > room:
            chosen.setPointSizeF(max(chosen.pointSizeF() * room / width, 7.0))
        label = QFontMetricsF(chosen).elidedText(self.label, Qt.TextElideMode.ElideRight, room)
        painter.setFont(chosen)
        painter.setPen(colours.colour("on_ego"))
        painter.drawText(
            QRectF(-half, -half, 2 * half, 2 * half), Qt.AlignmentFlag.AlignCenter, label
        )


class PartnerItem(QGraphicsObject):
    """A partner with their label. Square inside the school, round outside."""

    rests: ClassVar[float] = 0.0
    """How far above others it lies, unless something lifts it."""

    def __init__(self, partner: Partner) -> None:
        super().__init__()
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAcceptHoverEvents(True)
        self.partner = partner
        self._shown: object = None
        self._form = marks.Form()
        self._letters = ""
        self._font = QFont()
        self.wish = 0
        self.intended = False
        self.diameter = 36.0
        """Of the disc, in pixels."""
        self.lines: tuple[str, ...] = ()
        self.label = QRectF()
        self._align = "centre"
        self._bounds = self._bounds_now()
        self.label_box: Box | None = None
        """Where the label is once all stand in their place, in the scene."""
        self.is_named = True
        """The label is to be seen: half a name is none, and the initials are in the disc."""
        self.is_selected = False
        self._is_current = False
        self.notable: str | None = None
        self._outlined: str | None = None
        self.is_faded = False
        self.marks: Marks = (False, False, None, False)
        """Whether it is selected, has the keyboard, what makes it stand out, whether it fades."""
        self.outlines = True
        """Who stands out has an outline; otherwise something else says it."""

    def show_partner(
        self,
        partner: Partner,
        spot: Spot,
        *,
        size: float = 1.0,
        wishes: bool = True,
        intended: bool = False,
    ) -> None:
        """Show the record and how its label is written; the place is set by the scene.

        `size` is the share of the disc that is used, but never below `_LEAST_DRAWN`; `intended`
        says that there is an open intention with them.
        """
        self.partner, self.label_box = partner, spot.box
        diameter = max(spot.diameter * size, min(spot.diameter, _LEAST_DRAWN))
        wish = (wish_steps(partner) or 0) if wishes else 0
        label = QRectF()
        if spot.box is not None:
            # Rounded, so that somebody who only stands elsewhere keeps the picture made of them.
            x, y = round(spot.box.x - spot.x, 2), round(spot.box.y - spot.y, 2)
            label = QRectF(x, y, spot.box.w, spot.box.h)
        shown = (_PAINTED(partner), diameter, spot.lines, spot.align, label, wish, intended)
        if shown == self._shown:
            return
        self.prepareGeometryChange()
        self._shown = shown
        self.diameter, self.wish, self.intended = diameter, wish, intended
        self._form = marks.form_of(partner)
        self._letters = initials(partner.name)
        self._font = marks.initials_font(self._form, diameter, self._letters)
        self.lines, self._align, self.label = spot.lines, spot.align, label
        self._bounds = self._bounds_now()
        self.setToolTip(partner.name)
        self.update()

    def mark(
        self,
        selected: bool,
        current: bool,
        notable: str | None,
        faded: bool,
        *,
        outlines: bool = True,
    ) -> None:
        """Show whether the partner is selected, has the keyboard on them, stands out or fades.

        `notable` is the colour token of the difference that makes them stand out; it is an
        outline, unless that is said by something else.
        """
        self.marks = (selected, current, notable, faded)
        self.is_selected, self._is_current, self.notable, self.is_faded = self.marks
        self.outlines, self._outlined = outlines, notable if outlines else None
        self.setZValue(10 if selected else 1 if notable else self.rests)
        self.update()

    def show_name(self, *, whole: bool) -> None:
        """Show the label, or leave it out where less than the whole of it would be seen."""
        if whole != self.is_named:
            self.is_named = whole
            self.update()

    @property
    def letters(self) -> int:
        """Return the height of the initials in pixels."""
        return marks.fitting(self._font, self._letters, self.diameter).pixelSize()

    @property
    def painted(self) -> QRectF:
        """Return the square around the disc with its outline, in the scene."""
        half = self.diameter / 2 + (marks.OUTLINE if self._outlined else 0.0)
        behind = marks.BEHIND if self._form.entity == "group" else 0.0
        return QRectF(self.x() - half, self.y() - half, 2 * half + behind, 2 * half)

    def boundingRect(self) -> QRectF:
        """Return the disc with its marks, and the label."""
        return self._bounds

    def _bounds_now(self) -> QRectF:
        """Return them in whole pixels: Qt paints a picture of another size anew.

        Else the size would change with the place, at nearly every step of somebody on their way.
        """
        half = self.diameter / 2 + marks.MARGIN
        disc = QRectF(-half, -half, 2 * half, 2 * half)
        label = QRectF() if self.label.isNull() else self.label.adjusted(-3, -3, 3, 3)
        return QRectF(disc.united(label).toAlignedRect())

    def shape(self) -> QPainterPath:
        """Return the clickable shape: the disc, at least `_LEAST_TARGET`, and the label."""
        path = QPainterPath()
        half = max(self.diameter, _LEAST_TARGET / smallest()) / 2
        path.addEllipse(QPointF(0, 0), half, half)
        if self.is_named and not self.label.isNull():
            path.addRect(self.label)
        return path

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the label with a halo, then the disc with its marks."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        self._paint_label(painter, colours.colour("soft_ink" if self.is_faded else "ink"))
        self._paint_disc(painter, colours)

    def _paint_label(self, painter: QPainter, ink: QColor) -> None:
        if self.is_named:
            painter.setFont(marks.name_font())
            write(painter, self.lines, self.label, self._align, ink)

    def _paint_disc(self, painter: QPainter, colours: theme.Theme) -> None:
        form, diameter, wished = self._form, self.diameter, self.partner.frequency == 0
        token = self.partner.setting or "no_setting"
        fill = colours.mix(token, "paper", marks.FADED) if self.is_faded else colours.colour(token)
        ink = colours.colour("soft_ink" if self.is_faded else token if wished else "on_fill")
        if self.is_selected or self._is_current:
            current, difference = self._is_current, self._outlined
            marks.chosen(painter, form, diameter, current=current, difference=difference)
        elif self._outlined:
            marks.notable(painter, form, diameter, self._outlined)
        painter.setFont(self._font)
        marks.disc(
            painter,
            form,
            diameter,
            fill,
            letters=self._letters,
            ink=ink,
            hollow=wished,
            smaller=marks.OUTLINE if self._outlined else 0.0,
            edge=colours.mix(token, "paper", marks.FADED_EDGE) if self.is_faded else None,
        )
        if self.partner.named_important:
            marks.star(painter, diameter, faded=self.is_faded)
        if self.wish:
            marks.wish(painter, diameter, more=self.wish > 0, faded=self.is_faded)
        if self.intended:
            marks.intention(painter, diameter, faded=self.is_faded)
