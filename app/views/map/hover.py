"""The card with the essentials of whoever the pointer rests on, or of whom a key asks."""

from html import escape
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from app.analysis.composition import acquaintances
from app.analysis.study import study
from app.document import Document
from app.models.network import Partner, rules_of, shown_in
from app.views.map.people_items import PartnerItem
from app.views.map.spoken import difference
from app.views.map.view import MapView
from app.views.widgets import theme
from app.views.widgets.wrapping import foldable
from app.words import fields, joined, phrases, say
from app.words.field_names import field_label

RESTS_FOR: Final = 350
"""Milliseconds the pointer rests on somebody before the card comes."""

_GAP: Final = 10
_MIDDLE: Final = 3
"""As many others count as the teacher, where all lines come together."""
_MOST_NAMES: Final = 12
_HIDING: Final = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.Leave,
        QEvent.Type.DragEnter,
        QEvent.Type.Resize,
    }
)


class HoverCard(QFrame):
    """Says who somebody is; lies beside them in the view, and clicks go through it.

    The keys I and Alt+Enter bring it for whom the keyboard is on, and it is spoken then; any
    other key and every press hide it.
    """

    def __init__(self, document: Document, view: MapView) -> None:
        super().__init__(view)
        self._document = document
        self.key = ""
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.text = QLabel(self)
        self.text.setProperty("role", "rich")  # all that was written is escaped below
        self.text.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.addWidget(self.text)
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(RESTS_FOR)
        self.rest.timeout.connect(self._come)
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)
        view.hovered.connect(self.attend)
        document.changed.connect(self._follow)
        document.opened.connect(self.go)
        self.hide()

    def attend(self, key: str) -> None:
        """Come in a moment for whoever the pointer has reached; with nobody there, go."""
        if key != self.key or not key:
            self.go()
        self.key = key
        if key and not self.isVisible():
            self.rest.start()

    def go(self) -> None:
        """Hide."""
        self.rest.stop()
        self.key = ""
        self.hide()

    def show_person(self, key: str) -> None:
        """Show the card of somebody on the map, beside them."""
        item, partner = self._view().map_scene.people.get(key), self._partner(key)
        if item is None or partner is None:
            return
        self.key = key
        room = min(theme.scaled(280), max(self._view().width() - 2 * _GAP, 160)) - 26
        self.text.setText(self._written(partner, room))
        self.text.setFixedWidth(min(self.text.sizeHint().width(), room))
        self.adjustSize()
        self.move(self._place(item))
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go when something else begins; take the keys; show no tool tip as well."""
        kind = event.type()
        if kind in _HIDING:
            self.go()
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event)
        elif kind == QEvent.Type.ToolTip:
            return True
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        returns = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        asks = (alt and returns) or (
            event.key() == Qt.Key.Key_I and not event.modifiers() and event.text() != "I"
        )
        was_shown = self.isVisible()
        current = self._view().map_scene.current
        if not alt and asks and current and self._view().takes_as_name(event, quick=True):
            self.go()
            return True
        if asks and not was_shown and current:
            self.show_person(current)
            self._view().voice.tell(self.spoken())
            return True
        if was_shown and event.key() not in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt):
            self.go()
        return asks or (was_shown and event.key() == Qt.Key.Key_Escape)

    def spoken(self) -> str:
        """Return the card as one line."""
        partner = self._partner(self.key)
        if partner is None:
            return ""
        parts = [partner.name, *self._about(partner)]
        return joined(
            parts + [joined((what, said), between=": ") for what, said in self._answers(partner)]
        )

    def _come(self) -> None:
        self.show_person(self.key)

    def _follow(self, before: object, after: object) -> None:
        if self.isVisible():
            key = self.key
            self.go()
            self.show_person(key)

    def _view(self) -> MapView:
        view = self.parentWidget()
        assert isinstance(view, MapView)
        return view

    def _partner(self, key: str) -> Partner | None:
        return self._document.map.partner(key) if self._document.is_open else None

    def _about(self, partner: Partner) -> list[str]:
        """Return the kind, the setting, how they differ, and the star of a partner."""
        said = []
        if kind := phrases.kind_beside(partner):
            said.append(kind)
        if partner.setting:
            said.append(phrases.setting_label(partner.setting))
        if differs := difference(study(self._document.map), partner.id):
            said.append(differs)
        if partner.named_important:
            said.append(field_label("named_important"))
        return said

    def _answers(self, partner: Partner) -> list[tuple[str, str]]:
        """Return the answers that were given, each behind what was asked."""
        answers = [
            (field_label(field), said)
            for field in shown_in("hover")
            if (said := fields.said(rules_of(Partner)[field], getattr(partner, field)))
        ]
        known = [other.name for other in acquaintances(self._document.map, partner.id)]
        if known:
            more = len(known) - _MOST_NAMES
            if more > 1:
                known[_MOST_NAMES:] = [say("{n} more", n=more)]
            answers.append((say("Knows"), joined(known)))
        return answers

    def _written(self, partner: Partner, room: int) -> str:
        colours = theme.current()
        soft = colours.tokens["soft_ink"]
        letters = QFontMetrics(theme.font("strong"))
        lines = [f"<b>{escape(foldable(partner.name, room, letters))}</b>"]
        about = self._about(partner)
        if partner.named_important:
            about[-1] = "★ " + about[-1]
        lines += [f'<span style="color:{soft}">{escape(line)}</span>' for line in about]
        rows = "".join(
            f'<tr><td style="color:{soft}; padding-right:10px">{escape(what)}</td>'
            f"<td>{escape(foldable(said, room // 2, letters))}</td></tr>"
            for what, said in self._answers(partner)
        )
        table = f'<table style="margin-top:6px" cellspacing="0">{rows}</table>' if rows else ""
        return "<br>".join(lines) + table

    def _place(self, item: PartnerItem) -> QPoint:
        """Place the card beside the person, over as few others as possible."""
        view = self._view()
        boxes = {
            key: view.mapFromScene(one.sceneBoundingRect())
            .boundingRect()
            .translated(view.viewport().pos())
            for key, one in view.map_scene.people.items()
        }
        person = boxes.pop(item.partner.id)
        picture = view.map_scene.picture
        half = picture.ego / 2
        ego = QRectF(picture.cx - half, picture.cy - half, picture.ego, picture.ego)
        middle = view.mapFromScene(ego).boundingRect().translated(view.viewport().pos())
        room = view.rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
        wide, high = self.width(), self.height()
        right, left = person.right() + _GAP, person.left() - _GAP - wide
        below, above = person.bottom() + _GAP, person.top() - _GAP - high
        across, down = person.center().x() - wide // 2, person.center().y() - high // 2
        best, least = QPoint(), -1
        for x, y in (
            (right, down),
            (left, down),
            (across, below),
            (across, above),
            (right, below),
            (right, above),
            (left, below),
            (left, above),
        ):
            box = _kept_inside(QRect(x, y, wide, high), room)
            covered = box.intersected(person)
            price = 100 * max(covered.width(), 0) * max(covered.height(), 0)
            price += sum(box.intersects(other) for other in boxes.values())
            price += _MIDDLE * box.intersects(middle)
            if least < 0 or price < least:
                best, least = box.topLeft(), price
        return best


def _kept_inside(box: QRect, room: QRect) -> QRect:
    x = max(min(box.x(), room.right() - box.width()), room.x())
    y = max(min(box.y(), room.bottom() - box.height()), room.y())
    return QRect(QPoint(x, y), box.size())
