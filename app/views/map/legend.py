"""The legend of the map: what every mark means, and a switch for every layer."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from app.document import Document
from app.settings import Settings
from app.views.map.lens_and_layers import LAYERS, look_in
from app.views.map.samples import SAMPLE, Row, fixed_rows, layer_rows
from app.views.widgets import theme
from app.views.widgets.keys import with_key
from app.views.widgets.side_scroll import SideScroll
from app.views.widgets.told_when_shown import ToldWhenShown
from app.views.widgets.wrapping import wrapped
from app.words import say

_WIDTH: Final = 384
_TWO_COLUMNS: Final = 280
_CROSS: Final = 28
"""Width of the card, of the least room for two columns, and of the cross, in pixels at 100 %."""
_BOX: Final = QStyle.PixelMetric.PM_IndicatorWidth


class Legend(ToldWhenShown, QFrame):
    """A card over the map. Follows the lens and the layers while it is open."""

    closed = Signal()
    """Esc or the cross was pressed: whoever placed the card gives the keyboard a place."""

    _has_missed = True

    def __init__(
        self, document: Document, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._settings = settings
        self._shown: object = None
        self._columns = 2
        self.setProperty("role", "card")
        self.setAccessibleName(say("Legend"))
        self.hide()

        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 8, 12)
        column.setSpacing(4)
        self._add_head(column)
        self.scroll_area = SideScroll(self)
        column.addWidget(self.scroll_area, 1)
        inside = self.scroll_area.inside
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, 4, 0)
        self._rows.setSpacing(0)
        self.switches: dict[str, QCheckBox] = {}
        """The switch of every layer; those that say nothing in this lens are hidden."""
        self._layers = {row.layer: row for row in layer_rows()}
        for row in self._layers.values():
            self.switches[row.layer] = switch = self._switch(row, inside)
            self._rows.addWidget(switch)
        self.fixed: QWidget | None = None

        settings.map_view_changed.connect(self._follow)
        document.changed.connect(self._follow)
        document.opened.connect(self._follow)

    def _add_head(self, column: QVBoxLayout) -> None:
        head = QHBoxLayout()
        column.addLayout(head)
        title = QLabel(say("Legend"), self)
        title.setFont(theme.font("strong"))
        head.addWidget(title, 1)
        cross = QPushButton(self)
        cross.setIcon(theme.icon("close"))
        cross.setProperty("role", "icon")
        cross.setFixedSize(theme.scaled(_CROSS), theme.scaled(_CROSS))
        cross.setAccessibleName(say("Close the legend"))
        cross.setToolTip(with_key(say("Close the legend"), "Esc"))
        cross.clicked.connect(self.close_it)
        head.addWidget(cross)

    def _switch(self, row: Row, parent: QWidget) -> QCheckBox:
        switch = QCheckBox(row.words, parent)
        switch.setIcon(QIcon(row.pixmap(self.devicePixelRatioF())))
        switch.setIconSize(SAMPLE * theme.text_scale())
        switch.setAccessibleName(row.words)
        switch.setProperty("layer", row.layer)
        switch.setMinimumHeight(theme.scaled(28))
        switch.clicked.connect(self._choose)
        return switch

    def _choose(self, shown: bool) -> None:
        self._settings.show_layer(self.sender().property("layer"), shown=shown)

    def catch_up(self) -> None:
        """Show what is seen by now."""
        self.refresh()

    def _follow(self, before: object = None, after: object = None) -> None:
        if self.is_told():
            self.refresh()

    def refresh(self) -> None:
        """Set the switches, and show the rows of the present lens."""
        whole = self._document.map if self._document.is_open else None
        look = look_in(self._settings, whole)
        for key, switch in self.switches.items():
            is_there = whole is None or self._layers[key].is_on(whole)
            switch.setVisible(look.lens.id in LAYERS[key].lenses and is_there)
            switch.setChecked(look.shows(key))
        asked = whole is None or whole.network.lines_drawn
        self.switches["centrality"].setEnabled(asked)
        why = (
            "" if asked else say("For this, tick in “About this map” that you have drawn the links")
        )
        self.switches["centrality"].setToolTip(why)
        # What belongs to a layer stays also without it: few rows come or go by a switch.
        quiet = {key for key, layer in LAYERS.items() if look.lens.id in layer.quiet_in}
        everything = look._replace(layers=frozenset(LAYERS.keys() - quiet) | look.layers)
        groups = fixed_rows(everything, whole, is_brief=True)
        if whole is not None:  # what is not on this map needs no words, as in a picture of it
            groups = tuple(tuple(row for row in rows if row.is_on(whole)) for rows in groups)
        words = tuple(tuple(row.words for row in rows) for rows in groups)
        shown = (everything, words, self._columns)
        if shown == self._shown:
            return
        self._shown = shown
        self._show_fixed(tuple(rows for rows in groups if rows))

    def _show_fixed(self, groups: tuple[tuple[Row, ...], ...]) -> None:
        """Show the rows without a switch in columns, each group read downwards."""
        if self.fixed is not None:
            self._rows.removeWidget(self.fixed)
            self.fixed.hide()
            self.fixed.deleteLater()
        self.fixed = QWidget(self.scroll_area.widget())
        self.fixed.setProperty("role", "side")
        grid = QGridLayout(self.fixed)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        top = 0
        for rows in groups:
            grid.setRowMinimumHeight(top, 8)
            high = -(-len(rows) // self._columns)
            for number, row in enumerate(rows):
                column, line = divmod(number, high)
                sample = QLabel(self.fixed)
                sample.setPixmap(row.pixmap(self.devicePixelRatioF()))
                text = QLabel(row.words, self.fixed)
                text.setFont(theme.font("label"))
                text.setWordWrap(True)
                grid.addWidget(sample, top + 1 + line, 2 * column)
                grid.addWidget(text, top + 1 + line, 2 * column + 1)
            top += high + 1
        for column in range(self._columns):
            grid.setColumnStretch(2 * column + 1, 1)
        self._rows.addWidget(self.fixed)
        self.fixed.show()

    def fit(self, room: QSize) -> QSize:
        """Break lines for this much room; return how large the card is then."""
        width = min(theme.scaled(_WIDTH), room.width())
        margins = self._column.contentsMargins()
        inner = width - margins.left() - margins.right() - 2
        self._columns = 2 if inner >= theme.scaled(_TWO_COLUMNS) else 1
        for switch in self.switches.values():
            box = switch.style().pixelMetric(_BOX, None, switch)
            words = inner - switch.iconSize().width() - box - 42  # the spaces, the scroll bar
            # A check box does not break lines itself.
            lines = wrapped(switch.accessibleName(), words, switch.font())
            switch.setText("\n".join(lines))
        self.refresh()
        self._rows.invalidate()
        above = margins.top() + theme.scaled(_CROSS) + self._column.spacing()
        # With the room of the scroll bar left out: once it is there, it only goes for this much.
        beside_bar = inner - self.scroll_area.verticalScrollBar().sizeHint().width()
        height = above + self._rows.totalHeightForWidth(beside_bar) + margins.bottom() + 2
        return QSize(width, min(height, room.height()))

    def open_it(self) -> None:
        """Show the card, with the keyboard on the first switch."""
        self.show()
        self.raise_()
        first = next((s for s in self.switches.values() if not s.isHidden()), None)
        if first is not None:
            first.setFocus()

    def close_it(self) -> None:
        """Hide the card."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close at Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
        else:
            super().keyPressEvent(event)
