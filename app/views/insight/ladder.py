"""The ladder as a screen: partners outside the school on the step of what you do with them."""

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QKeyEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from app.analysis.ladder import STEPS, ladder, step_of, to_try
from app.analysis.study import Study
from app.document import Document
from app.models.network import Partner
from app.models.vocabulary import vocabulary
from app.views.insight import mark
from app.views.insight.pages import soft
from app.views.widgets import theme
from app.views.widgets.flow import FlowLayout
from app.views.widgets.one_stop import ACROSS, OneStop
from app.views.widgets.side_scroll import SideScroll
from app.views.widgets.speech import announce
from app.words import current_language, filled, joined, say

_FAR: Final = 8
"""Pixels a disc is dragged before it moves."""
_EDGE: Final = 40
"""So many pixels from the edge the page begins to scroll under what is dragged."""
_FASTEST: Final = 16
"""Pixels it scrolls at once, at the edge and beyond."""


class LadderPage(SideScroll):
    """A row a step, doing together on top; moving somebody a step up is an intention to try.

    Keys: the up arrow moves the disc with the keyboard one step up, the down arrow back.
    """

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.discs: dict[str, Disc] = {}
        self.rows: dict[str | None, QWidget] = {}
        self.carried = QLabel(self.inside)
        """What is dragged, under the pointer."""
        self.carried.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.carried.hide()
        self._held_at: QPoint | None = None
        self._rolling = QTimer(self, interval=16)
        """Scrolls while the pointer is held near an edge, also where it does not move."""
        self._rolling.timeout.connect(self.roll)
        self._stop = OneStop((), self.inside, ACROSS)  # up and down move somebody a step
        self._column = QVBoxLayout(self.inside)
        self._column.setContentsMargins(16, 4, 16, 12)

    def show_map(self, seen: Study) -> None:
        """Show the partners outside the school as they stand now."""
        focused = next((key for key, disc in self.discs.items() if disc.hasFocus()), "")
        bar = self.verticalScrollBar()
        stood = bar.value()
        if focused:
            self.discs[focused].clearFocus()  # or the next gets it, and the page goes there
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.discs, self.rows = {}, {}
        self._let_go()
        self._add_heading()
        steps, trying = ladder(seen.whole), to_try(seen.whole)
        known = vocabulary().choices["ladder"]
        for step, people in steps.items():
            if step is None and not people:
                continue
            none = say("not said yet what you do together")
            title = known[step].label(current_language()) if step else none
            self._add_row(
                step, title, people, {p.id: trying[p.id].step for p in people if p.id in trying}
            )
        self._stop.take(list(self.discs.values()))
        self._column.addStretch(1)
        self._column.activate()
        self.inside.adjustSize()
        if focused in self.discs:
            self.discs[focused].setFocus()
        bar.setValue(stood)

    def _add_heading(self) -> None:
        """Say what the steps are steps of, and what can be done on them."""
        heading = QLabel(say("Partners outside the school: what you do together"), self.inside)
        heading.setWordWrap(True)
        heading.setFont(theme.font("heading"))
        hint = say("Move one a step up, with the mouse or the up arrow, to plan to try it.")
        for line in (heading, soft(self.inside, hint)):
            self._column.addWidget(line)
            line.show()

    def _add_row(
        self, step: str | None, title: str, people: list[Partner], trying: dict[str, str | None]
    ) -> None:
        row = self.rows[step] = QFrame(self.inside)
        row.setProperty("role", "card")
        column = QVBoxLayout(row)
        column.setContentsMargins(12, 8, 12, 8)
        heading = QLabel(title, row)
        heading.setFont(theme.font("strong"))
        column.addWidget(heading)
        flow = FlowLayout()
        column.addLayout(flow)
        known = vocabulary().choices["ladder"]
        for partner in people:
            wanted = trying.get(partner.id)
            text = known[wanted].label(current_language()) if wanted else ""
            disc = self.discs[partner.id] = Disc(partner, text, row)
            disc.pressed_on.connect(self._select)
            disc.moved.connect(self._move)
            disc.dragged.connect(self._drag)
            disc.dropped.connect(self._drop)
            flow.addWidget(disc)
        self._column.addWidget(row)
        row.show()

    def _select(self, partner_id: str) -> None:
        self._document.select([partner_id])

    def _move(self, partner_id: str, by: int) -> None:
        """Try a step higher than what is done or tried now; or one lower."""
        order = list(STEPS)[::-1]
        partner = self._document.map.partner(partner_id)
        if partner is None:
            return
        now = step_of(partner)
        tried = to_try(self._document.map).get(partner_id)
        stands = (tried.step if tried else None) or now
        at = order.index(stands) if stands else -1
        if 0 <= at + by < len(order):
            self.try_step(partner_id, order[at + by])

    def _drag(self, partner_id: str, at: QPoint) -> None:
        """Let the disc follow the pointer, and light up the step it would come on."""
        if self.carried.isHidden():
            self.carried.setPixmap(self.discs[partner_id].grab())
            self.carried.adjustSize()
            self.carried.show()
            self.carried.raise_()
        self._held_at = at
        self._carry(at)
        if self._roll_by(at):
            self._rolling.start()
        else:
            self._rolling.stop()

    def _carry(self, at: QPoint) -> None:
        middle = self.carried.rect().center()
        self.carried.move(self.inside.mapFromGlobal(at) - middle)
        self._light(self._step_at(at))

    def _roll_by(self, at: QPoint) -> int:
        """Return the distance to scroll for a pointer here: the nearer the edge, the further."""
        view = self.viewport()
        y = view.mapFromGlobal(at).y()
        above, below = _EDGE - y, y - (view.height() - _EDGE)
        far = max(above, below, 0)
        by = min(_FASTEST, far * _FASTEST // _EDGE)
        return -by if above > below else by

    def roll(self) -> None:
        """Scroll a little, and keep what is dragged under the pointer."""
        bar = self.verticalScrollBar()
        at = self._held_at
        if at is None:
            self._rolling.stop()
            return
        before = bar.value()
        bar.setValue(before + self._roll_by(at))
        if bar.value() == before:
            self._rolling.stop()
        self._carry(at)

    def _let_go(self) -> None:
        self._rolling.stop()
        self._held_at = None
        self.carried.hide()

    def _drop(self, partner_id: str, at: QPoint) -> None:
        self._let_go()
        self._light(None)
        if step := self._step_at(at):
            self.try_step(partner_id, step)

    def _step_at(self, at: QPoint) -> str | None:
        found = (s for s, row in self.rows.items() if row.rect().contains(row.mapFromGlobal(at)))
        return next(found, None)

    def _light(self, lit: str | None) -> None:
        for step, row in self.rows.items():
            role = "card lit" if lit and step == lit else "card"
            if row.property("role") != role:
                row.setProperty("role", role)
                row.style().polish(row)

    def try_step(self, partner_id: str, step: str) -> None:
        """Plan to try a step with a partner; one at or below what is done takes the plan back."""
        partner = self._document.map.partner(partner_id)
        if partner is None or not self._document.is_editable:
            return
        order = list(STEPS)[::-1]
        now, tried = step_of(partner), to_try(self._document.map).get(partner_id)
        called = vocabulary().choices["ladder"][step].label(current_language())
        if now is not None and order.index(step) <= order.index(now):
            if tried is not None:
                self._document.drop_intention(tried.id)
                announce(self, say("The plan to try a step has been removed."))
            return
        what = filled(say("Try once: {step}, with {name}"), step=called, name=partner.name)
        if tried is not None:
            self._document.set_intention(tried.id, what=what, step=step)
        else:
            self._document.intend(what, partner=partner_id, direction="together", step=step)
        announce(self, what)


class Disc(QPushButton):
    """A partner on a step: their mark and name, and the step that is to be tried."""

    pressed_on = Signal(str)
    moved = Signal(str, int)
    dragged = Signal(str, QPoint)
    dropped = Signal(str, QPoint)

    def __init__(self, partner: Partner, trying: str, parent: QWidget | None = None) -> None:
        words = filled(say("↑ try: {step}"), step=trying) if trying else ""
        metrics = QFontMetrics(theme.font())
        name, words = (
            metrics.elidedText(part, Qt.TextElideMode.ElideRight, theme.scaled(200))
            for part in (partner.name, words)
        )
        text = joined((part for part in (name, words) if part), between="\n")
        super().__init__(text.replace("&", "&&"), parent)
        self.setAccessibleName(joined((p for p in (partner.name, trying) if p), between=", "))
        self.setToolTip(partner.name if name != partner.name else "")
        self._id, self._from = partner.id, QPointF()
        self._is_dragged = False
        side = theme.scaled(26)
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mark.paint(painter, partner, side - 4, QPointF(side / 2, side / 2))
        painter.end()
        self.setIcon(QIcon(picture))
        self.setIconSize(QSize(side, side))
        self.setProperty("role", "quiet")
        self.setAccessibleDescription(say("Up arrow: plan to try a step higher."))
        self.clicked.connect(lambda: self.pressed_on.emit(self._id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move a step up or down."""
        by = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(self._id, by)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag."""
        self._from, self._is_dragged = event.position(), False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the disc along with the pointer."""
        way = event.position() - self._from
        if event.buttons() and (self._is_dragged or way.manhattanLength() > _FAR):
            self._is_dragged = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(self._id, event.globalPosition().toPoint())
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop the disc where the pointer is."""
        self.unsetCursor()
        if self._is_dragged:
            self._is_dragged = False
            self.setDown(False)
            self.dropped.emit(self._id, event.globalPosition().toPoint())
            return
        super().mouseReleaseEvent(event)
