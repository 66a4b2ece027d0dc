"""The people who have no place through the present lens yet, the next one in front."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QObject,
    QPoint,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDrag,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.analysis.lens import LENSES
from app.document import Document
from app.models.network import Partner, rules_of
from app.views.map.drag import PARTNER_MIME
from app.views.map.view import MapView
from app.views.widgets import theme
from app.views.widgets.keys import rate_by_key, rates
from app.views.widgets.quick_typing import QuickTyping, is_quick_rating
from app.views.widgets.wrapping import AllLines
from app.words import filled, say

_ROWS: Final = 6
"""How many people are in sight before the list scrolls."""
_CARRIED: Final = 6
"""How many people are shown under the pointer while they are dragged."""
_ID: Final = Qt.ItemDataRole.UserRole


class Tray(QWidget):
    """Says how many wait and what to do with the next; away when nobody waits.

    People can be dragged from here to the map, and from the map to here.
    """

    rename_requested = Signal()
    name_begun = Signal(str)
    """Letters that begin a name were typed where no field is."""

    def __init__(
        self,
        document: Document,
        place_for: Callable[[str | None, str | None], tuple[float, float] | None],
        parent: QWidget | None = None,
    ) -> None:
        """Watch `document`; `place_for` gives a place on the map by kind and setting."""
        super().__init__(parent)
        self._document = document
        self._lens = LENSES["free"]
        self._waiting: list[Partner] = []
        self._shown: object = None
        """Of whom and of how many it tells, through which lens, and whether they can be placed."""
        self.heading = QLabel(self)
        self.heading.setFont(theme.font("strong"))
        self.heading.setWordWrap(True)
        self.hint = AllLines(parent=self)
        self.hint.setProperty("role", "soft")
        self.hint.setFont(theme.font("label"))
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.target = QLabel(say("Drop here to take them off the map"), self)
        self.target.setProperty("role", "hint")
        self.target.setWordWrap(True)
        self.target.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.target.hide()
        self.list = _TrayList(document, place_for, self)
        self.list.rename_requested.connect(self.rename_requested)
        self.list.name_begun.connect(self.name_begun)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.target, self.heading, self.hint, self.list):
            column.addWidget(part)
        document.opened.connect(self._refresh)
        document.changed.connect(self._follow)
        document.selection_changed.connect(self.list.show_selection)
        document.selection_changed.connect(self._say_next)
        self._refresh()

    def set_lens(self, lens: str) -> None:
        """Show the partners without a place in a lens."""
        self._lens = LENSES[lens]
        self.list.set_lens(lens)
        self._refresh()

    def take_from(self, view: MapView) -> None:
        """Let people who are dragged off a map be dropped here."""
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow a drag on the map; one that ends over this side takes the people off."""
        if not isinstance(event, QMouseEvent):
            return False
        kind, view = event.type(), watched.parent()
        if not isinstance(view, MapView):
            return False
        ends = kind == QEvent.Type.MouseButtonRelease
        if kind != QEvent.Type.MouseMove and not ends:
            return False
        dragging = view.is_dragging
        if dragging == self.target.isHidden() or ends:
            self.target.setVisible(dragging and not ends)
            self._show_or_hide()
        if dragging and ends and self._is_over(event.globalPosition().toPoint()):
            view.give_up()
            view.take_off()
            return True
        return False

    def _is_over(self, point: QPoint) -> bool:
        """Tell whether a point of the screen lies on what can be seen of this side."""
        side: QWidget = self.parentWidget() or self
        return side.visibleRegion().contains(side.mapFromGlobal(point))

    def _follow(self, before: object, after: object) -> None:
        self._refresh()

    def _refresh(self) -> None:
        partners = self._document.shown.partners if self._document.is_open else ()
        placed = {partner.id for partner in self._lens.held(partners)}
        waiting = [partner for partner in partners if partner.id not in placed]
        shown = waiting, len(partners), self._lens, self._document.is_editable
        if shown == self._shown:
            return
        self._shown = shown
        counted = say("Left to place: {n} of {all}", all=len(partners))
        self.heading.setText(filled(counted, n=len(waiting)))
        self._waiting = waiting
        self._say_next()
        self.list.show_partners(waiting)
        for part in (self.heading, self.hint, self.list):
            part.setVisible(bool(waiting))
        self._show_or_hide()

    def _say_next(self) -> None:
        """Show what to do with the chosen partner, or else with the next one."""
        selection = self._document.selection
        chosen = (one for one in self._waiting if one.id in selection)
        following = next(chosen, self._waiting[0] if self._waiting else None)
        self.hint.setText(self._what_next(following) if following else "")

    def _show_or_hide(self) -> None:
        self.setVisible(self.list.count() > 0 or not self.target.isHidden())

    def _what_next(self, partner: Partner) -> str:
        if not self._document.is_editable:
            return ""
        if self._lens.field is None:
            text = say("Next: {name}. Drag them onto the map, or click the name and press Enter.")
        elif self._lens.field == "frequency":
            text = say(
                "Next: {name}. Drag them to a ring, or click the name and press "
                "a number from {least} to {most}."
            )
        elif self._lens.field != "importance":
            text = say("Next: {name}. Drag them to a ring.")
        elif self._lens.takes_drops:
            text = say(
                "Next: {name}. Drag them to a ring, or click the name and press "
                "Shift+{least} to {most}."
            )
        else:
            text = say("Next: {name}. Click the name and press Shift+{least} to {most}.")
        name = partner.name if len(partner.name) <= 24 else partner.name[:23] + "…"
        rule = rules_of(Partner)[self._lens.field or "importance"]
        return filled(text, name=name, least=rule.least, most=rule.most)


class _TrayList(QListWidget):
    """The waiting people, one a row; the keys of the map are for the next where none is chosen."""

    rename_requested = Signal()
    name_begun = Signal(str)

    def __init__(
        self,
        document: Document,
        place_for: Callable[[str | None, str | None], tuple[float, float] | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._place_for = place_for
        self._lens = LENSES["free"]
        self._waiting: list[Partner] = []
        self._typed = QuickTyping(document)
        self._pressed: QPoint | None = None
        self.setProperty("role", "offers")
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(say("People not on the map yet"))
        self.itemSelectionChanged.connect(self._tell_selection)

    def set_lens(self, lens: str) -> None:
        """Know what a place is."""
        self._lens = LENSES[lens]

    def show_partners(self, waiting: list[Partner]) -> None:
        """Show these people, the next one in strong letters."""
        strong = theme.font("strong")
        with QSignalBlocker(self):
            self.clear()
            for number, partner in enumerate(waiting):
                item = QListWidgetItem(partner.name, self)
                item.setFont(strong if number == 0 else QFont(self.font()))
                item.setSizeHint(QSize(0, max(24, self.fontMetrics().height() + 6)))
                item.setData(_ID, partner.id)
                item.setToolTip(partner.name)
                item.setForeground(theme.current().setting(partner.setting))
        rows = min(len(waiting), _ROWS)
        height = sum(max(self.sizeHintForRow(row), 24) for row in range(rows))
        self.setFixedHeight(height + 4)
        self.show_selection()

    def show_selection(self) -> None:
        """Select the rows of the selected partners."""
        selection = self._document.selection
        with QSignalBlocker(self):
            for row in range(self.count()):
                item = self.item(row)
                item.setSelected(item.data(_ID) in selection)

    def _tell_selection(self) -> None:
        self._document.select(self._chosen())

    def _chosen(self) -> list[str]:
        return [item.data(_ID) for item in self.selectedItems()]

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the next one, where the keyboard comes and nobody is chosen."""
        super().focusInEvent(event)
        by_tab = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        )
        # Of a finished map nobody is placed: the keyboard came as the field above went out.
        if by_tab and self._document.is_editable and not self._chosen():
            self._choose(0)

    def _choose(self, row: int) -> None:
        if 0 <= row < self.count():
            self.setCurrentRow(row)
            self._document.select([self.item(row).data(_ID)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rate, place, rename, or remove: who waits here is gone after Delete, until undone."""
        quick = is_quick_rating(self._document, event) or rates(event)
        if name := self._typed.read(event, quick=quick):
            self.name_begun.emit(name)
            return
        key = event.key()
        places = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not self._chosen() and (places or rates(event)):
            self._choose(0)
        chosen = self._chosen()
        row = min((self.row(item) for item in self.selectedItems()), default=0)
        if key == Qt.Key.Key_F2:
            self.rename_requested.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if not event.isAutoRepeat():
                self._document.remove_partners(self._document.selection)
        elif places and self._lens.field is None:
            if not event.isAutoRepeat():
                self._place(chosen)
                self._bring_up(chosen, row)
        elif rate_by_key(self._document, event):
            self._bring_up(chosen, row)
        else:
            super().keyPressEvent(event)

    def _carried(self, ids: list[str]) -> QPixmap:
        """Return the picture under the pointer: discs and names of the people being dragged."""
        from app.views.passes.marks import draw_disc

        found = (self._document.map.partner(key) for key in ids[:_CARRIED])
        partners = [partner for partner in found if partner is not None]
        names = [p.name if len(p.name) <= 24 else p.name[:23] + "…" for p in partners]
        if len(ids) > len(names):
            names[-1] += " …"
        font, side = theme.font(), theme.scaled(28)
        wide = max(QFontMetrics(font).horizontalAdvance(name) for name in names)
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(QSize(side + 8 + wide + 8, side * len(names)) * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row, (partner, name) in enumerate(zip(partners, names, strict=True)):
            paper = QRectF(side, row * side + 3, wide + 16, side - 6)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.current().colour("panel"))
            painter.drawRoundedRect(paper, 6, 6)
            draw_disc(painter, partner, QRectF(1, row * side + 1, side - 2, side - 2))
            painter.setFont(font)
            painter.setPen(theme.current().colour("ink"))
            start = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(paper.adjusted(8, 0, 0, 0), start, name)
        painter.end()
        return drawn

    def _place(self, chosen: list[str]) -> None:
        """Put people on the map one by one, each where there is room by then."""
        for key in chosen:
            partner = self._document.map.partner(key)
            place = self._place_for(partner.kind, partner.setting) if partner else None
            if place is None or not self._document.place(
                {key: {"x": place[0], "y": place[1]}}, "place"
            ):
                return

    def _bring_up(self, chosen: list[str], row: int) -> None:
        """Choose who follows on those who have left the tray for the map."""
        here = {self.item(number).data(_ID) for number in range(self.count())}
        if chosen and not here.intersection(chosen):
            self._choose(min(row, self.count() - 1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin a drag to the map."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return
        moved = self._pressed and (event.position().toPoint() - self._pressed).manhattanLength()
        if not moved or moved < QApplication.startDragDistance():
            return
        ids = self._chosen()
        if ids and self._document.is_editable:
            mime = QMimeData()
            mime.setData(PARTNER_MIME, "\n".join(ids).encode())
            drag = QDrag(self)
            drag.setMimeData(mime)
            drag.setPixmap(self._carried(ids))
            drag.setHotSpot(QPoint(theme.scaled(14), theme.scaled(14)))
            drag.exec(Qt.DropAction.MoveAction)
