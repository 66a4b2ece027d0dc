"""The quadrant plot: contact to the right, importance upwards, everybody where they were rated."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPen
from PySide6.QtWidgets import QWidget

from app.analysis.gaps import valid_ones
from app.analysis.study import Study
from app.models.network import Partner
from app.models.vocabulary import vocabulary
from app.views.insight import mark
from app.views.insight.dot import Dot
from app.views.insight.ground import Ground, strip_height
from app.views.insight.highlight import Highlight
from app.views.insight.mark import WITH_INITIALS_FROM
from app.views.insight.plot_library import AxisItem, GraphicsView, InfiniteLine, ViewBox, mkPen
from app.views.insight.spread import cells, spread
from app.views.widgets import theme
from app.views.widgets.wrapping import wrapped
from app.words import current_language, say

_PLACES: Final = tuple(vocabulary().scales[scale].most for scale in ("frequency", "importance"))
"""How many steps go across and up: *no contact yet* is none of them."""
_LARGEST: Final = 28
_SIDE: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Plot(GraphicsView):  # type: ignore[misc]
    """Shows a map; asks to select somebody, or to move a cut. Keeps nothing but what it shows."""

    pressed = Signal(str)
    """Somebody was pressed, or "" where there is nobody."""
    added = Signal(str)
    """Somebody was pressed to come beside who is selected already, or to leave them."""
    pointed = Signal(str)
    cut_moved = Signal(str, int)
    """A cut was dragged: `frequency_cut` or `importance_cut`, and its new value."""

    heard_as = "picture"

    def __init__(self, highlight: Highlight, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        self._highlight = highlight
        self._seen: Study | None = None
        self.selected: tuple[str, ...] = ()
        self._dots: dict[str, Dot] = {}
        self._spare: list[Dot] = []
        self._points: dict[str, QPointF] = {}
        for action in self.scene().contextMenu:  # pyqtgraph's own export, in words not ours
            action.setParent(None)
        self.scene().contextMenu = []
        self.box = ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0)
        """Where everybody stands, between the axes."""
        self._axes = {side: AxisItem(side) for side in ("bottom", "left")}
        for axis in self._axes.values():
            axis.linkToView(self.box)
            axis.setStyle(
                tickLength=0,
                tickAlpha=0,
                tickTextOffset=6,
                autoReduceTextSpace=False,
                hideOverlappingLabels=False,  # they are wrapped to fit; none may go
            )
        layout = self.centralLayout
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addItem(self._axes["left"], 0, 0)
        layout.addItem(self.box, 0, 1)
        layout.addItem(self._axes["bottom"], 1, 1)
        self.ground = Ground()
        self.box.addItem(self.ground, ignoreBounds=True)
        self.limits = {"frequency_cut": self._cut(90), "importance_cut": self._cut(0)}
        self.setAccessibleName(say("Chart of contact and importance"))
        self.setAccessibleDescription(
            say("Use the arrow keys to move between people. The list says the same in words.")
        )
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)  # sets the view's too
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("role", "plot")
        self._dress()
        self.box.sigResized.connect(self._lay)
        highlight.lit_changed.connect(self._mark)
        highlight.filter_changed.connect(self._mark)

    def _cut(self, angle: int) -> InfiniteLine:
        line = InfiniteLine(angle=angle, movable=True)
        line.setZValue(5)
        line.setCursor(Qt.CursorShape.SplitHCursor if angle == 90 else Qt.CursorShape.SplitVCursor)
        self.box.addItem(line, ignoreBounds=True)
        line.sigPositionChangeFinished.connect(self._drop_cut)
        return line

    def _dress(self) -> None:
        colours = theme.current()
        for axis in self._axes.values():
            axis.setPen(QPen(Qt.PenStyle.NoPen))
            axis.setTextPen(colours.colour("soft_ink"))
        for line in self.limits.values():
            line.setPen(mkPen(colours.colour("hairline"), width=1))
            line.setHoverPen(mkPen(colours.colour("focus"), width=3))

    # Showing.

    def show_map(self, seen: Study, selected: tuple[str, ...]) -> None:
        """Show a map as it is now."""
        self._seen, self.selected = seen, selected
        network = seen.whole.network
        for name, line in self.limits.items():
            line.setMovable(not network.finished)
            with QSignalBlocker(line):  # it is shown, not moved by the person
                line.setValue(getattr(network, name) - 0.5)
        self._lay()

    def select(self, selected: tuple[str, ...]) -> None:
        """Show the selection."""
        self.selected = selected
        self._mark()

    def shown(self) -> tuple[Partner, ...]:
        """Return the partners with a place in the plot, in the order of the map."""
        return tuple(valid_ones(r.partner for r in self._seen.compared)) if self._seen else ()

    def dot(self, partner_id: str) -> Dot | None:
        """Return the mark of a partner, or None where they have no place."""
        return self._dots.get(partner_id)

    def place_of(self, partner_id: str) -> QPointF:
        """Return the place of a partner, in pixels of the plot's area from its top left."""
        return self._points[partner_id]

    def _lay(self) -> None:
        """Lay everything for the room there is now."""
        if self._seen is None:
            return
        width, height = self.box.width(), self.box.height()
        strip = strip_height(width)
        if width < 60 or height < 2 * strip + 60:
            return
        across, up = _PLACES
        wide, high = width / across, (height - 2 * strip) / up
        over = strip / high
        self.box.setRange(
            xRange=(0.5, across + 0.5), yRange=(0.5 - over, up + 0.5 + over), padding=0
        )
        if self._write_axes(wide) and self._is_moved_by_axes():
            return  # laid in the room that they leave
        for line, most in zip(self.limits.values(), _PLACES, strict=True):
            line.setBounds((0.5, most - 0.5))
        self._place_people(wide, high, strip)
        network = self._seen.whole.network
        cross = (
            (network.frequency_cut - 1) * wide,
            strip + (up + 1 - network.importance_cut) * high,
        )
        self.ground.setPos(0.5, up + 0.5 + over)
        self.ground.lay(
            QRectF(0, 0, width, height), cross, (wide, high), strip, self._crowds(wide, high, strip)
        )
        self._mark()

    def _is_moved_by_axes(self) -> bool:
        """Give the axes the room of what was written along them; tell whether that laid it all."""
        before = self.box.size()
        self.centralLayout.activate()
        return bool(self.box.size() != before)

    def _write_axes(self, wide: float) -> bool:
        """Write the answers along the axes, broken at spaces, smaller where a word is too long.

        Tells whether anything else stands there than before.
        """
        tongue, changed = current_language(), False
        for side, scale, room in (
            ("bottom", "frequency", wide - 4),
            ("left", "importance", theme.scaled(76.0)),
        ):
            axis, font = self._axes[side], theme.font("label")
            steps = [step for step in vocabulary().scales[scale].steps if step.code]
            pieces = (piece for step in steps for piece in pieces_of(step.short(tongue)))
            widest = max(map(QFontMetricsF(font).horizontalAdvance, pieces))
            if widest > room:
                font.setPointSizeF(max(font.pointSizeF() * room / widest * 0.98, 6.0))
            texts = [
                (step.code, "\n".join(wrapped(step.short(tongue), int(room), font)))
                for step in steps
            ]
            if axis.property("texts") == texts:
                continue
            axis.setProperty("texts", texts)
            changed = True
            axis.setTickFont(font)
            axis.setTicks([texts])
            metrics = QFontMetricsF(font)
            if side == "bottom":
                lines = max(text.count("\n") + 1 for _, text in texts)
                axis.setHeight(lines * metrics.height() + 10)
            else:
                parts = (part for _, text in texts for part in text.split("\n"))
                axis.setWidth(max(map(metrics.horizontalAdvance, parts)) + 12)
        return changed

    def _place_people(self, wide: float, high: float, strip: float) -> None:
        people = self.shown()
        gone = self._dots.keys() - {partner.id for partner in people}
        for key in gone:
            dot = self._dots.pop(key)
            dot.hide()
            self._spare.append(dot)
        self._points = {}
        placed = cells([(p.frequency or 0, p.importance or 0) for p in people])
        largest = theme.scaled(_LARGEST)
        for (frequency, importance), numbers in placed.items():
            cell = spread(len(numbers), wide - 8, high - 8, largest)
            lower = 0.0
            if cell.diameter < WITH_INITIALS_FROM:  # then the number of people stands above them
                lower = QFontMetricsF(theme.font("label")).height() - 4
                cell = spread(len(numbers), wide - 8, high - 8 - lower, largest)
            down_from = strip + (_PLACES[1] + 0.5 - importance) * high + lower / 2
            middle = QPointF((frequency - 0.5) * wide, down_from)
            alone = len(numbers) == 1 and (frequency + 1, importance) not in placed
            for number, (right, down) in zip(numbers, cell.places, strict=True):
                partner = people[number]
                self._points[partner.id] = middle + QPointF(right, down)
                dot = self._dots.get(partner.id) or self._new_dot(partner.id)
                dot.setPos(frequency + right / wide, importance - (down + lower / 2) / high)
                label = self._label(partner, cell.diameter, wide, frequency) if alone else ""
                dot.show_partner(partner, cell.diameter, label)

    def _label(self, partner: Partner, diameter: float, wide: float, frequency: int) -> str:
        """Return the name to write behind somebody notable, where all of it has room."""
        assert self._seen is not None
        last = frequency in (_PLACES[0], self._seen.whole.network.frequency_cut - 1)
        room = wide * (0.5 if last else 1.5) - diameter / 2 - 8
        metrics = QFontMetricsF(theme.font("label"))
        fits = metrics.horizontalAdvance(partner.name) <= room
        return partner.name if fits and partner.id in self._seen.stands_out else ""

    def _new_dot(self, key: str) -> Dot:
        if self._spare:
            dot = self._spare.pop()
            dot.show()
        else:
            dot = Dot()
            dot.pressed.connect(self.pressed)
            dot.added.connect(self.added)
            dot.pointed.connect(self.pointed)
            self.box.addItem(dot, ignoreBounds=True)
        self._dots[key] = dot
        return dot

    def _crowds(
        self, wide: float, high: float, strip: float
    ) -> tuple[tuple[float, float, int], ...]:
        """Return the places for counts, in cells too crowded for initials."""
        crowded: dict[tuple[int, int], int] = {}
        for partner in self.shown():
            dot = self._dots[partner.id]
            if dot.diameter < WITH_INITIALS_FROM:
                cell = (partner.frequency or 0, partner.importance or 0)
                crowded[cell] = crowded.get(cell, 0) + 1
        return tuple(
            (f * wide, strip + (_PLACES[1] - i) * high, n) for (f, i), n in crowded.items()
        )

    def _mark(self) -> None:
        if self._seen is None:
            return
        # As on the map: who stands out is seen by the others, unless a filter chose who is.
        stands_out, filtered = self._seen.stands_out, self._highlight.is_filtered
        fades = bool(stands_out) and not filtered
        for partner in self.shown():
            dot = self._dots.get(partner.id)
            if dot is None:
                continue
            steps_back = fades and partner.id not in stands_out
            ring = "ink" if partner.id in self.selected else ""
            if partner.id == self._highlight.lit:
                ring = "focus"
            dot.mark(
                dim=(steps_back or self._highlight.is_dim(partner)) and not ring,
                ring=ring,
                notable=mark.difference(self._seen, partner.id),
                outlined=filtered,
            )

    # Hands.

    def _drop_cut(self, line: InfiniteLine) -> None:
        name = next(key for key, known in self.limits.items() if known is line)
        most = _PLACES[0] if name == "frequency_cut" else _PLACES[1]
        cut = min(max(round(line.value() + 0.5), 1), most)
        with QSignalBlocker(line):
            line.setValue(cut - 0.5)
        self.cut_moved.emit(name, cut)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk to the nearest person in a direction; leave other keys to the page."""
        side = _SIDE.get(Qt.Key(event.key()))
        if side is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
            return
        found = self._next_from(self.selected[-1] if self.selected else "", *side)
        if found:
            self.pressed.emit(found)

    def _next_from(self, key: str, right: int, down: int) -> str:
        """Return the partner nearest in a direction; the first of all where nobody is selected."""
        here = self._points.get(key)
        if here is None:
            return next(iter(self._points), "")
        best, found = 0.0, ""
        for other, point in self._points.items():
            way = point - here
            along = way.x() * right + way.y() * down
            aside = abs(way.x() * down) + abs(way.y() * right)
            if along > 0.5 and (not found or along + 2 * aside < best):
                best, found = along + 2 * aside, other
        return found

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press somebody, or take a cut; a press beside everybody selects nobody."""
        super().mousePressEvent(event)
        at = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and not any(
            isinstance(found, Dot | InfiniteLine) for found in self.items(at)
        ):
            self.pressed.emit("")


def pieces_of(text: str) -> list[str]:
    """Return the parts of a text between which a line may be broken."""
    return text.replace("/", "/ ").replace("-", "- ").split()
