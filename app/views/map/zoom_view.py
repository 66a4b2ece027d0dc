"""A view of a picture as large as it was laid out; where that is more than fits, it pans."""

from collections.abc import Mapping
from typing import Final, Protocol

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QTransform, QWheelEvent
from PySide6.QtWidgets import QGraphicsView, QWidget

from app.layout.first_view import first_view
from app.layout.picture import Box, Picture
from app.views.map.touched_view import TouchedView
from app.views.widgets import theme

READABLE: Final = 10.5 / 13
"""How much smaller letters of the ordinary size are shown at most: names have 11 pixels or so."""
_LARGE: Final = 0.65
"""How much smaller than it was laid out a picture is shown at most in large letters: all at once is
worth more than their full size, but not more than what they were made larger for."""
ZOOM_STEP: Final = 1.2
MOST_ZOOM: Final = 5.0


def smallest() -> float:
    """Return the smallest scale at which all of a picture is shown.

    Where that is not enough, a part of it is seen at its own size.
    """
    return max(READABLE / theme.text_scale(), _LARGE)


class Named(Protocol):
    """Somebody with a name in a picture."""

    label_box: Box | None

    def pos(self) -> QPointF:
        """Return where they stand in the picture."""

    def show_name(self, *, whole: bool) -> None:
        """Show the name, or leave it out."""


class NamedRim(Protocol):
    """Names along the rim."""

    def show_all(self) -> None:
        """Let every name stand where the picture has it."""

    def show_in(self, seen: QRectF, over: QRectF) -> None:
        """Let names stand where they are seen whole, and not under what lies over the map."""


class Drawn(Protocol):
    """What a picture is drawn in."""

    picture: Picture

    @property
    def rim_names(self) -> NamedRim:
        """Return the names along the rim."""

    @property
    def everybody(self) -> Mapping[str, Named]:
        """Return all in it, by id."""


class ZoomView(TouchedView):
    """Zooms around a point and pans; at 100 % letters have the size that was chosen for them."""

    scaled = Signal()
    """The picture is shown larger or smaller than before."""

    map_scene: Drawn

    zoomed = 1.0
    """How many times larger than usual the picture is shown; less than 1 shows more of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fit = self._laid_for = self._usual = 1.0
        """At what scale the whole picture is seen, would be with what is lent, and is shown."""
        self.lent = 0
        """Pixels at the right that something beside this has for a while: nothing moves for it."""
        self._first: tuple[int, int] | None = None
        """How far it was scrolled where a map begins."""
        self.goes_on_at: tuple[float, float, float] | None = None
        """Where one before this stood, until this one is seen and so has its size."""
        self._are_cut = False
        """The frame may cut names."""
        self._roomy = QSize()
        """The room there was before."""
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self.show_names)

    def room(self) -> QSize:
        """Return the room the picture is laid out for: also what something has for a while."""
        size = self.viewport().size() + QSize(self.lent, 0)
        if not self.lent or abs(size.width() - self._roomy.width()) > 1:
            self._roomy = size
        return self._roomy

    def whole(self) -> QSizeF:
        """Return the size of the picture."""
        return QSizeF(self.map_scene.picture.width, self.map_scene.picture.height)

    @property
    def shows_all(self) -> bool:
        """Tell whether the whole picture can be seen."""
        return self.zoomed <= self._least

    @property
    def is_all_there(self) -> bool:
        """Tell whether the whole picture can be seen, or could where nothing lay over it."""
        return self.shows_all or self.zoomed <= self._laid_for / self._usual

    @property
    def _least(self) -> float:
        return self._fit / self._usual

    def follow_size(self) -> None:
        """Show the picture in the room there is now: all of it if that was asked, or a part."""
        picture, size = self.whole(), self.viewport().size()
        saw_all, wants_all = self.shows_all, self.shows_all and self.zoomed < 1.0
        self._fit, self._laid_for = (
            min(room.width() / picture.width(), room.height() / picture.height(), 1.0)
            for room in (size, self.room())
        )
        self._usual = self._laid_for if self._laid_for >= smallest() else 1.0
        # Who asked for all of it has that with what is lent: it does not shrink for a while.
        self.zoomed = self._laid_for / self._usual if wants_all else max(self.zoomed, self._least)
        self._scale_around(self.viewport().rect().center())
        if saw_all and not self.shows_all and not self.lent:
            self.show_middle()

    def _scale_around(self, at: QPoint) -> None:
        kept, scale = self.mapToScene(at), self._usual * self.zoomed
        wanted = QTransform.fromScale(scale, scale)
        if wanted != self.transform():
            self.scaled.emit()
            self.setTransform(wanted)
        self.scroll_by(self.mapFromScene(kept) - at)
        self.show_names()

    def zoom(self, factor: float, at: QPoint | None = None) -> None:
        """Show the map larger, or smaller until all is seen. What lies at `at` stays there."""
        self.zoomed = min(max(self.zoomed * factor, self._least), MOST_ZOOM)
        self._scale_around(at if at is not None else self.viewport().rect().center())

    def zoom_in(self) -> None:
        """Show less, larger."""
        self.zoom(ZOOM_STEP)

    def zoom_out(self) -> None:
        """Show more, smaller."""
        self.zoom(1 / ZOOM_STEP)

    @property
    def place(self) -> tuple[float, float, float]:
        """Return the zoom, and the part of the map in the middle.

        As parts of the whole, which is larger or smaller in another window.
        """
        if self.goes_on_at is not None:
            return self.goes_on_at
        if self.shows_all:
            return self.zoomed, 0.5, 0.5
        whole = self.sceneRect()
        middle = self.point_at(self.viewport().rect().toRectF().center())
        across = (middle.x() - whole.left()) / whole.width()
        return self.zoomed, across, (middle.y() - whole.top()) / whole.height()

    def go_on_at(self, place: tuple[float, float, float]) -> None:
        """Go on where a view that was built before this one stood."""
        self.goes_on_at = None if self.isVisible() else place
        self.zoomed, across, down = place
        self.follow_size()
        if not self.shows_all:
            whole = self.sceneRect()
            self.centerOn(
                whole.left() + across * whole.width(), whole.top() + down * whole.height()
            )

    def begin(self) -> None:
        """Show another picture at its own size: all of it, or the middle of what is larger."""
        self.goes_on_at = None
        self.zoomed = 1.0
        self._scale_around(self.viewport().rect().center())
        self.show_middle()
        self.viewport().update()  # all: Qt kept what a window in front of it had covered

    def show_middle(self) -> None:
        """Show the part around the middle in which most people have their whole name."""
        if self.shows_all:
            return
        pixel, size, over = self.pixel, self.viewport().size(), self.covered()
        part = size.width() * pixel, size.height() * pixel
        corner = None
        if over is not None:
            at, room = over.topLeft().toPointF() * pixel, over.size().toSizeF() * pixel
            corner = Box(at.x(), at.y(), room.width(), room.height())
        whole = self.sceneRect()
        spots = list(self.map_scene.picture.spots.values())
        self.centerOn(*first_view(spots, (whole.width(), whole.height()), part, corner))
        self._first = self._scrolled

    @property
    def is_first(self) -> bool:
        """Tell whether what is seen is where a map begins, all of it or a part."""
        return self.shows_all or self._scrolled == self._first

    @property
    def _scrolled(self) -> tuple[int, int]:
        return self.horizontalScrollBar().value(), self.verticalScrollBar().value()

    def covered(self) -> QRect | None:
        """Return what of the view something lies over while a part of the picture is seen."""
        return None

    def show_names(self) -> None:
        """Show whose name is seen whole; of who is cut by the frame the initials say who it is.

        The names along the rim go to where they are seen.
        """
        shows_all, were_cut = self.shows_all, self._are_cut
        self._are_cut = not shows_all
        if (shows_all and not were_cut) or self.scene() is None:  # which goes before the view
            return
        seen = self._seen(self.viewport().rect())
        over = self._seen(self.covered() or QRect())
        if shows_all:
            self.map_scene.rim_names.show_all()
        else:
            self.map_scene.rim_names.show_in(seen, over)
        for item in self.map_scene.everybody.values():
            box = item.label_box
            item.show_name(
                whole=shows_all
                or box is None
                or (
                    box.x >= seen.left()
                    and box.y >= seen.top()
                    and box.x + box.w <= seen.right()
                    and box.y + box.h <= seen.bottom()
                    and not over.intersects(QRectF(*box))
                )
            )

    def _seen(self, part: QRect) -> QRectF:
        """Return a part of the view in the picture."""
        back, _ = self.viewportTransform().inverted()
        return back.mapRect(part.toRectF())

    def bring_in_sight(self, partner_id: str) -> None:
        """Show the part of the map on which a partner stands, where that is not seen."""
        item = self.map_scene.everybody.get(partner_id)
        if item is None:
            return
        seen = self.viewport().rect()
        edge = min(seen.width(), seen.height()) // 6
        if not seen.adjusted(edge, edge, -edge, -edge).contains(self.mapFromScene(item.pos())):
            self.centerOn(item.pos())

    def fit(self) -> None:
        """Show the whole map, however small that makes it."""
        self.zoomed = self._least
        self._scale_around(self.viewport().rect().center())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Pan, as all that is larger than its frame; with Ctrl, zoom around the pointer."""
        turned = event.pixelDelta() or event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1.0015 ** event.angleDelta().y(), event.position().toPoint())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not turned.x():
            self.scroll_by(QPoint(-turned.y(), 0))
        else:
            self.scroll_by(-turned)

    def pinch(self, factor: float, before: QPointF, after: QPointF) -> None:
        """Zoom around the middle of two fingers, and pan as it goes."""
        self.scroll_by(before.toPoint() - after.toPoint())
        self.zoom(factor, after.toPoint())

    def pan(self, way: tuple[float, float]) -> None:
        """Show what lies a quarter of the view further in a direction."""
        size = self.viewport().size()
        self.scroll_by(QPoint(round(way[0] * size.width() / 4), round(way[1] * size.height() / 4)))

    def scroll_by(self, by: QPoint) -> None:
        """Show what lies this far to the right and below."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + by.x())
        down.setValue(down.value() + by.y())

    @property
    def pixel(self) -> float:
        """Return the size of a screen pixel in the picture."""
        return 1.0 / self.transform().m11()

    def point_at(self, at: QPointF) -> QPointF:
        """Return a point of the picture, finer than whole pixels of the screen."""
        back, _ = self.viewportTransform().inverted()
        return back.map(at)
