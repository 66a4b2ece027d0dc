"""A picture of a group: dots that the pointer and the arrow keys go to, each with its sentence."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeVar

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPicture,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QToolTip, QWidget

from app.analysis.group.picture import discs
from app.layout.labels import Label, labels_around
from app.layout.name_writer import Writer
from app.layout.picture import Box
from app.layout.room import Room
from app.models.fewest_people import FEWEST_ON_SCREEN, fewest_for_means
from app.report.group_tables import described
from app.report.group_words import called, how_to_read
from app.views.group.highlight import Highlight
from app.views.widgets import theme
from app.views.widgets.one_stop import ARROWS
from app.views.widgets.speech import announce
from app.views.widgets.wrapping import tip
from app.words import say, say_n

_T = TypeVar("_T")
_REACH: Final = 4.0
_AROUND: Final = 60
"""Pixels around a dot that are brought in sight with it."""


class Dot(NamedTuple):
    """Something in a picture that can be pointed at."""

    id: str
    x: float
    y: float
    radius: float


class Canvas(QWidget):
    """Paints what may be shown, and nothing else; its words are those of the tables."""

    heard_as = "picture"

    id = ""
    """Which picture it is (`picture_names`)."""

    def __init__(self, lit: Highlight, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lit = lit
        self.shown: Mapping[str, Any] | None = None
        self.later: Mapping[str, Any] | None = None
        """The end, where it may be shown."""
        self._dots: tuple[Dot, ...] = ()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        lit.changed.connect(lambda _: self.update())

    def show_group(self, shown: Mapping[str, Any] | None) -> None:
        """Show figures that may be shown."""
        self.show_figures(shown, shown.get("end") if shown else None)

    def show_figures(
        self, shown: Mapping[str, Any] | None, later: Mapping[str, Any] | None
    ) -> None:
        """Show figures that may be shown, and others that are drawn as where they went."""
        self.shown, self.later = shown, later
        self.setAccessibleDescription(self.told())
        self.update()

    def about(self, id_: str) -> str:
        """Return the words that may be said of a dot."""
        return described(id_, self.shown) if self.shown else ""

    def told(self) -> str:
        """Return a description of the picture, for those who do not see it.

        What stands out in it are sentences beside it, which are not said here once more.
        """
        n = len(discs(self.shown)) if self.shown else 0
        return (
            say_n(
                "1 type of partner; the arrow keys tell about it",
                "{n} types of partners; the arrow keys tell about each",
                n,
            )
            if n
            else ""
        )

    def drawn(self, painter: QPainter, room: QRectF) -> Sequence[Dot]:
        """Draw the picture in a rectangle; returns what is in it.

        Their order is that of the arrow keys, and the same whatever is lit.
        """
        raise NotImplementedError

    def lit_last(self, those: Sequence[_T], dots: Sequence[Dot]) -> list[tuple[_T, Dot]]:
        """Return these with their dots, in the order to paint them: what is lit above all."""
        return sorted(zip(those, dots, strict=True), key=lambda pair: pair[1].id == self.lit.id)

    def key(self) -> str:
        """Return a key to the picture, for whoever has only that."""
        return how_to_read(self.id)

    def has_something(self, room: QRectF) -> bool:
        """Tell whether there is something in the picture."""
        nothing = QPicture()
        painter = QPainter(nothing)
        found = bool(self.shown and self.drawn(painter, room))
        painter.end()
        return found

    def sizeHint(self) -> QSize:
        """Return a usual size."""
        return QSize(theme.scaled(560), theme.scaled(480))

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(theme.scaled(280), theme.scaled(240))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect())
        self._dots = tuple(self.drawn(painter, room)) if self.shown else ()
        if self.shown and not self._dots:
            self._say_why(painter, room)
        painter.end()

    def _say_why(self, painter: QPainter, room: QRectF) -> None:
        """Say why there is nothing in the picture."""
        painter.setFont(theme.font("reading"))
        box = QRectF(0, 0, min(room.width() - 32, theme.scaled(420)), theme.scaled(140))
        box.moveCenter(room.center())
        painter.setBrush(theme.current().colour("panel"))
        painter.setPen(theme.current().colour("hairline"))
        painter.drawRoundedRect(box, theme.RADIUS, theme.RADIUS)
        painter.setPen(theme.current().colour("ink"))
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(box.adjusted(16, 8, -16, -8), flags, self.why_empty())

    def why_empty(self) -> str:
        """Return why there is nothing in the picture."""
        return nothing_yet(self.shown["respondents"] if self.shown else 0)

    def at(self, point: QPointF) -> str:
        """Return the id of the dot at a point, or nothing."""
        for _, dot in reversed(self.lit_last(self._dots, self._dots)):
            away = point - QPointF(dot.x, dot.y)
            if away.manhattanLength() <= 1.3 * dot.radius + _REACH:
                return dot.id
        return ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Bring forward what the pointer is on."""
        self.lit.light(self.at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Bring nothing forward."""
        if not self.hasFocus():
            self.lit.light("")

    def event(self, event: QEvent) -> bool:
        """Show what may be said of what the pointer rests on."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            id_ = self.at(QPointF(event.pos()))
            if id_ and self.shown:
                QToolTip.showText(event.globalPos(), tip(self.about(id_)), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from dot to dot with the arrow keys."""
        step = ARROWS.get(Qt.Key(event.key()))
        if step is None or not self._dots or not self.shown:
            super().keyPressEvent(event)
            return
        ids = [dot.id for dot in self._dots]
        now = ids.index(self.lit.id) if self.lit.id in ids else (-1 if step > 0 else 0)
        chosen = ids[(now + step) % len(ids)]
        self.lit.light(chosen)
        dot, pane = self._dots[ids.index(chosen)], self.pane
        if pane is not None:
            pane.ensureVisible(round(dot.x), round(dot.y), _AROUND, _AROUND)
        announce(self, self.about(chosen))

    @property
    def pane(self) -> "PicturePane | None":
        """Return what this scrolls in, if it does."""
        above = self.parentWidget()
        around = above.parentWidget() if above is not None else None
        return around if isinstance(around, PicturePane) else None


class PicturePane(QScrollArea):
    """A picture that is larger than its room scrolls; its middle is seen first."""

    def __init__(self, picture: Canvas, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(picture)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.rangeChanged.connect(self._show_middle)

    def _show_middle(self, least: int, most: int) -> None:
        bar = self.sender()
        if isinstance(bar, QScrollBar):
            bar.setValue((least + most) // 2)


class Labels:
    """Writes names where no other name and no dot is."""

    def __init__(self, painter: QPainter, room: QRectF) -> None:
        self._painter, self._room = painter, room
        self._free = Room(room.width(), room.height(), 0)
        self._taken: list[QRectF] = []

    def keep(self, dots: Sequence[Dot], boxes: Sequence[QRectF] = ()) -> None:
        """Keep names off these."""
        taken = [
            *boxes,
            *(QRectF(d.x - d.radius, d.y - d.radius, 2 * d.radius, 2 * d.radius) for d in dots),
        ]
        left, top = self._room.left(), self._room.top()
        self._free.take_boxes(Box(b.x() - left, b.y() - top, b.width(), b.height()) for b in taken)
        self._taken += taken

    def write(
        self,
        dot: Dot,
        text: str,
        look: tuple[QColor, QFont],
        *,
        tail: int = 0,
        surely: bool = False,
    ) -> None:
        """Write a name around a dot where there is room, outwards rather than inwards.

        `tail` is that of `labels_around`; `surely` finds a place also where there is no room.
        """
        colour, font = look
        self._painter.setFont(font)
        self._painter.setPen(colour)
        across, down = dot.x - self._room.center().x(), dot.y - self._room.center().y()
        writer = _writer(font.toString())
        liked = labels_around(
            writer, text, round(2 * dot.radius), across, down, short=False, tail=tail
        )
        x, y = (2 * round(at / 2) for at in (dot.x - self._room.left(), dot.y - self._room.top()))
        for _, label in liked:
            if self._free.is_free(x, y, label.shape):
                self._put(_box(dot, label), label)
                return
        if surely:
            inside = [one for one in liked if self._room.contains(_box(dot, one[1]))] or liked
            _, label = min(inside, key=lambda one: self._covered(dot, one))
            self._put(_box(dot, label), label)

    def _covered(self, dot: Dot, liked: tuple[float, Label]) -> float:
        dislike, label = liked
        box = _box(dot, label)
        return (1 + dislike) * sum(overlap(box, taken) for taken in self._taken)

    def _put(self, box: QRectF, label: Label) -> None:
        self.keep((), [box])
        side = {
            "left": Qt.AlignmentFlag.AlignLeft,
            "right": Qt.AlignmentFlag.AlignRight,
            "centre": Qt.AlignmentFlag.AlignHCenter,
        }[label.align]
        lines = label.wording.lines
        height = box.height() / len(lines)
        for number, line in enumerate(lines):
            row = QRectF(box.x() - 2, box.y() + number * height, box.width() + 4, height)
            self._painter.drawText(row, side | Qt.AlignmentFlag.AlignVCenter, line)


def _box(dot: Dot, label: Label) -> QRectF:
    return QRectF(dot.x + label.x, dot.y + label.y, label.w, label.h)


@lru_cache(maxsize=8)
def _writer(font: str) -> Writer:
    """Return what breaks names in a font into lines."""
    asked = QFont()
    asked.fromString(font)
    metrics = QFontMetricsF(asked)
    return Writer(metrics.horizontalAdvance, metrics.height())


def overlap(box: QRectF, other: QRectF) -> float:
    """Return the area two rectangles share."""
    shared = box.intersected(other)
    return max(0.0, shared.width()) * max(0.0, shared.height())


def nothing_yet(people: int) -> str:
    """Return why the picture of a group of this many people is empty."""
    if people >= (least := fewest_for_means(FEWEST_ON_SCREEN)):
        return say(
            "Too few people share the same answers to draw anything here without identifying "
            "someone. The tables show what can be shown so far."
        )
    return say(
        "With fewer than {least} people this picture would identify someone. The tables show "
        "what can be shown so far.",
        least=least,
    )


def name_of(id_: str) -> str:
    """Return the name of a kind or setting in a picture: short, as the first of its words."""
    return called(id_).split(" / ")[0]
