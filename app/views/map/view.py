"""The view of the map: zoom and pan, mouse and keys, and what may be dropped on it."""

import math
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsView, QLabel, QRubberBand, QWidget

from app.document import Document
from app.settings import Settings
from app.views import theme
from app.views.keys import rate_by_key
from app.views.map.items import PartnerItem
from app.views.map.look import look_in
from app.views.map.scene import MapScene
from app.views.map.tools import PARTNER_MIME, Drag, drop_in_rings, free_place, inside, landing

_AS_GOOD_AS_WHOLE: Final = 0.99
"""A picture that is a few empty pixels too large is shown as it is: scaled, letters would blur."""

ZOOM_STEP: Final = 1.2
MOST_ZOOM: Final = 5.0

_ADDING: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
"""Keys that add to the selection."""

_DIRECTIONS: Final = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}


class MapView(QGraphicsView):
    """Shows the scene, at 100 % as large as the window allows."""

    rename_requested = Signal()
    menu_requested = Signal(object)
    """Where on the screen the menu of the selected people is to open."""

    def __init__(
        self, document: Document, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._settings = settings
        self.map_scene = MapScene(self)
        self.setScene(self.map_scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.BoundingRectViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(280, 280)
        self.setAccessibleName(self.tr("Map of my partners"))
        self.setAccessibleDescription(
            self.tr("Arrow keys walk from person to person. The table shows the same people.")
        )
        self._zoom = 1.0
        self._drag: Drag | None = None
        self._pressed: QPoint | None = None
        self._panned: QPoint | None = None
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, self.viewport())
        self._tie_from: str | None = None
        self._hint = QLabel(self.viewport())
        self._hint.setProperty("role", "hint")
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._hint.hide()
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.timeout.connect(self._fit_size)
        self.map_scene.sceneRectChanged.connect(self._scale)
        document.opened.connect(self._show_other_map)
        document.changed.connect(self._follow)
        document.refused.connect(self._put_back)
        settings.map_view_changed.connect(self._look_again)
        document.selection_changed.connect(self._selection_changed)
        self._show_other_map()

    # Size and zoom.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size, once it has settled."""
        super().resizeEvent(event)
        self._resized.start(0)

    def _fit_size(self) -> None:
        self.map_scene.set_size(self.viewport().size())
        self._scale()

    def _scale(self) -> None:
        self._scale_around(self.viewport().rect().center())

    def _scale_around(self, at: QPoint) -> None:
        picture = self.map_scene.picture
        size = self.viewport().size()
        fit = min(size.width() / picture.width, size.height() / picture.height, 1.0)
        if fit > _AS_GOOD_AS_WHOLE:
            fit = 1.0
        kept = self.mapToScene(at)
        self.setTransform(QTransform.fromScale(fit * self._zoom, fit * self._zoom))
        self._scroll(self.mapFromScene(kept) - at)

    def zoom(self, factor: float, at: QPoint | None = None) -> None:
        """Show the map larger or smaller; 1 is the whole map. What lies at `at` stays there."""
        self._zoom = min(max(self._zoom * factor, 1.0), MOST_ZOOM)
        self._scale_around(at if at is not None else self.viewport().rect().center())

    def zoom_in(self) -> None:
        """Show less, larger."""
        self.zoom(ZOOM_STEP)

    def zoom_out(self) -> None:
        """Show more, smaller."""
        self.zoom(1 / ZOOM_STEP)

    def fit(self) -> None:
        """Show the whole map."""
        self._zoom = 1.0
        self._scale()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer."""
        self.zoom(1.0015 ** event.angleDelta().y(), event.position().toPoint())

    # The mouse.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select, or begin to drag, draw a box or pan."""
        at = event.position().toPoint()
        if event.button() == Qt.MouseButton.MiddleButton:
            self._panned = at
            return
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed = at
        item = self._person_at(at)
        if item is None:
            return
        key = item.partner.id
        if self._tie_from is not None:
            self._tie_to(key)
            self._pressed = None
            return
        selection = self._document.selection
        if event.modifiers() & _ADDING:
            others = [other for other in selection if other != key]
            self._document.select(others if key in selection else [*selection, key])
        elif key not in selection:
            self._document.select([key])
        if key in self._document.selection:
            self.map_scene.show_selection(self._document.selection, key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag people, or draw the box."""
        at = event.position().toPoint()
        if self._panned is not None:
            self._pan(at)
            return
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._drag is None and far:
            item = self._person_at(self._pressed)
            if item is None:
                self._band.show()
            elif self._takes_drops() and item.partner.id in self._document.selection:
                start = self.mapToScene(self._pressed)
                self._drag = Drag(self._document, self.map_scene, item, start)
        if self._drag is not None:
            self._show_hint(self._drag.move(self.mapToScene(at)), at)
        elif self._band.isVisible():
            self._band.setGeometry(QRectF(self._pressed, at).normalized().toRect())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop, close the box, or let the selection go."""
        if event.button() == Qt.MouseButton.MiddleButton:
            self._panned = None
        if event.button() != Qt.MouseButton.LeftButton:
            return
        adding = event.modifiers() & _ADDING
        pressed, self._pressed = self._pressed, None
        drag, self._drag = self._drag, None
        self._hint.hide()
        if drag is not None:
            drag.drop()
        elif self._band.isVisible():
            box = QRectF(self.mapToScene(self._band.geometry()).boundingRect())
            self._band.hide()
            found = inside(self.map_scene, box)
            self._document.select([*self._document.selection, *found] if adding else found)
        elif pressed is not None and not adding:
            item = self._person_at(pressed)
            self._document.select([item.partner.id] if item is not None else [])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a person, under the pointer or under the keyboard."""
        item = self._person_at(event.pos())
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            item = self.map_scene.people.get(self.map_scene.current or "")
        if item is None:
            return
        if item.partner.id not in self._document.selection:
            self._document.select([item.partner.id])
        at = item.sceneBoundingRect().center()
        self.menu_requested.emit(self.viewport().mapToGlobal(self.mapFromScene(at)))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the name of a partner."""
        if self._person_at(event.position().toPoint()) is not None:
            self.rename_requested.emit()

    def _takes_drops(self) -> bool:
        return self._document.is_editable and self.map_scene.lens.takes_drops

    def _person_at(self, point: QPoint) -> PartnerItem | None:
        return next((i for i in self.items(point) if isinstance(i, PartnerItem)), None)

    def _pan(self, to: QPoint) -> None:
        assert self._panned is not None
        moved, self._panned = self._panned - to, to
        self._scroll(moved)

    def _scroll(self, by: QPoint) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + by.x())
        down.setValue(down.value() + by.y())

    def _show_hint(self, text: str | None, at: QPoint) -> None:
        if text is None:
            self._hint.hide()
            return
        self._hint.setText(text)
        self._hint.adjustSize()
        room = self.viewport().size() - self._hint.size()
        # Above the disc and clear of its label, which stands beside or below it.
        above = at.y() - self._hint.height() - theme.scaled(36)
        self._hint.move(max(min(at.x() + 20, room.width()), 0), max(min(above, room.height()), 0))
        self._hint.show()

    # The keyboard.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, rate, tie, rename, put back to the tray; Esc takes back."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._escape()
        elif key in _DIRECTIONS:
            self._walk(
                *_DIRECTIONS[Qt.Key(key)],
                adding=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier),
            )
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if not event.isAutoRepeat():  # a key held too long may not go on to remove
                self.take_off()
        elif key == Qt.Key.Key_F2:
            self.rename_requested.emit()
        elif rate_by_key(self._document, event):
            self._announce_selection()
        elif key == Qt.Key.Key_T and not event.modifiers() and self._document.selection:
            self._begin_tie()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._tie_from:
            if self.map_scene.current:
                self._tie_to(self.map_scene.current)
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        if self._drag is not None:
            self._drag.cancel()
            self._let_go()
        elif self._band.isVisible():
            self._let_go()
        elif self._tie_from is not None:
            self._tie_from = None
            self._hint.hide()
        else:
            self._document.select([])

    def take_off(self) -> None:
        """Put the selected people back in the tray; whoever waits there already is gone."""
        if not self._document.is_editable:
            return
        on_map = [key for key in self._document.selection if key in self.map_scene.people]
        if not on_map:
            self._document.remove_partners(self._document.selection)
        else:
            emptied = self.map_scene.lens.emptied()
            self._document.place({key: dict(emptied) for key in on_map}, "to_tray")

    def _begin_tie(self) -> None:
        self._tie_from = self.map_scene.current or self._document.selection[-1]
        text = self.tr("Who do they know? Click, or walk there and press Enter. Esc stops.")
        self._show_hint(text, QPoint(16, 0))

    def _tie_to(self, other: str) -> None:
        first, self._tie_from = self._tie_from, None
        self._hint.hide()
        if first is None or first == other or not self._document.map.partner(first):
            return
        tie = self._document.map.tie_between(first, other)
        following = {None: "yes", "yes": "unknown", "unknown": None}
        self._document.set_tie(first, other, following[tie.state if tie else None])
        self._document.select([other])

    def _walk(self, dx: float, dy: float, *, adding: bool) -> None:
        """Go to the nearest person in a direction; from nobody, to the one nearest the middle."""
        people = self.map_scene.people
        if not people:
            return
        start = people.get(self.map_scene.current or "")
        picture = self.map_scene.picture
        origin = start.pos() if start else QPointF(picture.cx, picture.cy)
        best: tuple[float, str] | None = None
        for key, item in people.items():
            if item is start:
                continue
            away = item.pos() - origin
            along = away.x() * dx + away.y() * dy
            across = abs(away.x() * dy) + abs(away.y() * dx)
            if start is not None and along <= abs(across) * 0.5:
                continue
            cost = (along + 2 * across) if start else math.hypot(away.x(), away.y())
            if best is None or cost < best[0]:
                best = (cost, key)
        if best is None:
            return
        key = best[1]
        if self._tie_from is None:
            self._document.select([*self._document.selection, key] if adding else [key])
        self.map_scene.show_selection(self._document.selection, key)
        self.ensureVisible(people[key], 40, 40)
        # A label can be wider than the view; the disc is always seen.
        at, half = people[key].pos(), people[key].diameter / 2
        self.ensureVisible(QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half), 40, 40)
        self._announce(key)

    def _announce_selection(self) -> None:
        if self.map_scene.current:
            self._announce(self.map_scene.current)

    def _announce(self, key: str) -> None:
        text = self.map_scene.spoken(key)
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    # What comes from the tray.

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take partners."""
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Say where they would land."""
        if not event.mimeData().hasFormat(PARTNER_MIME) or not self._takes_drops():
            event.ignore()
            return
        at = event.position().toPoint()
        band, sector = landing(self.map_scene, self.mapToScene(at))
        self.map_scene.backdrop.highlight(band)
        self._show_hint(self.map_scene.landing_words(band, sector), at)
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget where they would land."""
        self.map_scene.backdrop.highlight(None)
        self._hint.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Place them, as one step."""
        self._hint.hide()
        self.map_scene.backdrop.highlight(None)
        ids = bytes(event.mimeData().data(PARTNER_MIME).data()).decode().split("\n")
        point = self.mapToScene(event.position().toPoint())
        if self.map_scene.lens.field is None:
            spread = QPointF(0, theme.scaled(56))
            places = {
                key: free_place(self.map_scene, point + spread * index)
                for index, key in enumerate(ids)
            }
            self._document.place(places, "place")
        else:
            drop_in_rings(self._document, self.map_scene, ids, point, ids[0])
        event.acceptProposedAction()
        self._document.select(ids)

    # What the document tells.

    def _show_other_map(self) -> None:
        self._tie_from = None
        self._hint.hide()
        self._let_go()
        self.map_scene.current = None
        self._show(glide=False)
        self.fit()

    def _follow(self, before: object, after: object) -> None:
        self._let_go()
        self._show(glide=self._settings.motion)

    def _look_again(self) -> None:
        self._let_go()
        self._show(glide=self._settings.motion)

    def _show(self, *, glide: bool) -> None:
        whole = self._document.map if self._document.is_open else None
        self.map_scene.show_map(whole, look_in(self._settings, whole), glide=glide)
        self.map_scene.show_selection(self._document.selection)

    def _let_go(self) -> None:
        """End a drag or a box without a drop: the map became another one under the pointer."""
        if self._drag is not None:
            self._hint.hide()
            self.map_scene.backdrop.highlight(None)
        self._drag = self._pressed = None
        self._band.hide()

    def _put_back(self, problem: object) -> None:
        self.map_scene.show_where_they_are()

    def _selection_changed(self) -> None:
        self.map_scene.show_selection(self._document.selection)
        if self._tie_from is not None and not self._document.selection:
            self._tie_from = None
            self._hint.hide()
