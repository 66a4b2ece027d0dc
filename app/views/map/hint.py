"""A line of words on the map that says what the hand is about to do."""

from itertools import product
from typing import Final, Literal, TypeAlias

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtWidgets import QGraphicsView, QLabel, QWidget

from app.views.map.scene import MapScene
from app.views.widgets import theme

_BRIEFLY: Final = 5000
_A_LETTER: Final = 120
"""Milliseconds that a few words stand, and as long as many letters take to be read."""
_WIDTHS: Final = (260, 200, 160)
"""Pixels at ordinary text of words in a corner, which a circle leaves free."""
_EDGE: Final = 8
_Of: TypeAlias = Literal["lens", "map"] | None


class Hint(QLabel):
    """Stands on the map where it covers the fewest names, or above the pointer.

    Clicks go through it.
    """

    def __init__(self, view: QGraphicsView, scene: MapScene) -> None:
        super().__init__(view)
        self._view, self._scene = view, scene
        self._spot: int | None = None
        """Which of the spots it stands on; None where it stands above a point."""
        self.setProperty("role", "hint")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        self._away = QTimer(self)
        self._away.setSingleShot(True)
        self._away.timeout.connect(self.hide)
        self._of: _Of = None
        self._said_of: object = None
        scene.laid_out.connect(self._check)

    def say_briefly(self, text: str, of: _Of = None) -> None:
        """Show words for a moment, where there is room, or until what they are `of` is another."""
        self.tell(text, None)
        self._of, self._said_of = of, self._seen(of)
        self._away.start(max(_BRIEFLY, _A_LETTER * len(text)))

    def tell(self, text: str, at: QPoint | None) -> None:
        """Show words above a point, or where there is room; no words hide it."""
        self._away.stop()
        self.setText(text)
        self.setVisible(bool(text))
        if not text:
            return
        self.raise_()
        if at is None:
            self._spot = self._spot or 0
            self.stand_free()
            return
        self._spot = None
        size = self._on_one_line()
        room = self._view.size() - size
        # Above the disc and clear of its label, which stands beside or below it.
        above = at.y() - size.height() - theme.scaled(36)
        place = QPoint(max(min(at.x() + 20, room.width()), 0), max(min(above, room.height()), 0))
        self._lie(QRect(place, size))

    def _seen(self, of: _Of) -> object:
        return getattr(self._scene, of) if of else None

    def _check(self) -> None:
        """Let brief words go that are not true any more: after an undo, through another lens."""
        if self._away.isActive() and self._seen(self._of) is not self._said_of:
            self.tell("", None)

    def _lie(self, place: QRect) -> None:
        self.setWordWrap(True)
        self.setGeometry(place)

    # Sizes.

    def _on_one_line(self) -> QSize:
        """Return the size of the words on one line, or on more where the view is too narrow."""
        self.setWordWrap(False)
        size, most = self.sizeHint(), self._view.width() - 2 * _EDGE
        return size if size.width() <= most else self._within(most)

    def _within(self, width: int) -> QSize:
        self.setWordWrap(True)
        return QSize(width, self.heightForWidth(width))

    # Where there is room.

    def stand_free(self) -> None:
        """Stand where nothing is covered; as before, as long as that is so."""
        if self._spot is None or self.isHidden():
            return
        spots, over, names = self._spots(), self._over_the_map(), self._names()
        covered = [
            (sum(map(spot.intersects, over)), sum(map(spot.intersects, names))) for spot in spots
        ]
        if covered[self._spot] != min(covered):
            self._spot = covered.index(min(covered))
        self._lie(spots[self._spot])

    def _spots(self) -> list[QRect]:
        """Return where it can stand: along the top or the bottom, or on more lines in a corner."""
        room = self._view.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        line = self._on_one_line()
        free = room.size() - line
        heights = (0, free.height())
        found = [QRect(room.topLeft() + QPoint(free.width() // 2, y), line) for y in heights]
        self.setWordWrap(True)
        for wanted in _WIDTHS:
            width = min(theme.scaled(wanted), room.width())
            card = QSize(width, self.heightForWidth(width))
            free = room.size() - card
            for x, y in product((free.width(), 0), (0, free.height())):
                found.append(QRect(room.topLeft() + QPoint(x, y), card))
        return found

    def _names(self) -> list[QRect]:
        """Return where people and their names are seen, and the names of rings and sectors."""
        picture, view = self._scene.picture, self._view
        words = [ring.box for ring in picture.rings if ring.box is not None]
        words += [box for sector in self._scene.rim_names.sectors for box in sector.boxes]
        words += [spot.box for spot in picture.spots.values() if spot.box is not None]
        boxes = [QRectF(*box) for box in words]  # hundreds, as the names along the rim are round
        for spot in picture.spots.values():
            half = spot.diameter / 2
            boxes.append(QRectF(spot.x - half, spot.y - half, 2 * half, 2 * half))
        return [view.mapFromScene(box).boundingRect() for box in boxes]

    def _over_the_map(self) -> list[QRect]:
        """Return where something else lies over the map: the legend, the overview."""
        view, lids = self._view, list[QRect]()
        for around, away in ((view.parentWidget(), view.pos()), (view, QPoint())):
            for one in around.children() if around is not None else ():
                if isinstance(one, QWidget) and one.isVisible():
                    lids.append(one.geometry().translated(-away))
        own = (view.rect(), view.viewport().geometry(), self.geometry())
        return [lid for lid in lids if lid not in own]
