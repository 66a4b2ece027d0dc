"""The map with the switch of lenses, the zoom, and a line for when it is empty."""

from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.analysis.lens import LENSES
from app.document import Document
from app.settings import Settings
from app.views.map.toolbar import ToolBar
from app.views.map.view import MapView
from app.views.widgets import keys, theme
from app.views.widgets.heard_as import hear_as
from app.views.widgets.keys import with_key
from app.views.widgets.memory import remember, remember_room
from app.views.widgets.one_stop import OneStop
from app.views.widgets.segmented import Segmented, give_keyboard
from app.views.widgets.texts import nothing_yet
from app.words import say

if TYPE_CHECKING:
    from app.views.map.hover import HoverCard
    from app.views.map.legend import Legend

_EGO: Final = 56
"""Pixels between the middle of the map and what stands in it while it is empty."""
_NARROW: Final = 264
"""Pixels a legend of one column takes at ordinary text."""


class MapPanel(QWidget):
    """The middle of the drawing screen."""

    example_requested = Signal()
    drawing_wanted = Signal()
    """To go where names are typed."""

    def __init__(
        self, document: Document, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._settings = settings
        self.view = MapView(document, settings, self)

        self._takes_names = True
        """A name can be typed on the screen this map stands on."""
        self._make_invitation()
        self.switch = self._switch_of_lenses()
        self.tools = ToolBar(self.view, self)
        self._is_below = False
        """Legend and zoom stand below the switch of lenses."""
        self._left, self.zoom = self._legend_and_words(), self._zoom_buttons()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        middle = QHBoxLayout()
        layout.addLayout(middle, 1)
        middle.setSpacing(0)
        middle.addWidget(self.tools)
        middle.addWidget(self.view, 1)
        foot = self._foot = QGridLayout()
        layout.addLayout(foot)
        foot.setColumnStretch(0, 1)
        foot.setColumnStretch(3, 1)
        foot.setHorizontalSpacing(0)
        foot.setContentsMargins(16, 4, 16, 12)
        foot.addWidget(self._left, 0, 0)
        foot.addWidget(self.switch, 0, 2, Qt.AlignmentFlag.AlignHCenter)
        foot.addWidget(self.zoom, 0, 3)

        settings.map_view_changed.connect(self._show_lens)
        document.opened.connect(self._show_empty)
        document.changed.connect(self._follow)
        self._show_lens()
        self._show_empty()

    def _make_invitation(self) -> None:
        """Make what stands in an empty map: what to do, and the way to an example or to a name."""
        self.words = nothing_yet(self)
        self.words.setContentsMargins(0, 0, 0, 0)
        self.words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._example = QPushButton(say("Or see an example first"), self)
        self._example.setProperty("role", "quiet")
        self._example.clicked.connect(self.example_requested)
        self.draw = QPushButton(say("Add people"), self)
        self.draw.clicked.connect(self.drawing_wanted)
        for button in (self._example, self.draw):
            button.setMinimumHeight(theme.scaled(32))

    def stand(self, *, takes_names: bool, has_field: bool, lent: int) -> None:
        """Say how a map begins as it begins here, and lend room to what stands beside it.

        Names are typed at the left, or on the map itself, or on another screen than this one.
        """
        text = say("Who do you work with?")
        if has_field:
            text = say("Who do you work with? Type a name on the left and press Enter.")
        elif takes_names:
            text = say("Who do you work with? Type a name and press Enter.")
        self.words.setText(text)
        self._takes_names = takes_names
        self._show_empty()
        self.view.lend(lent)

    def _switch_of_lenses(self) -> Segmented:
        names = {lens.id: lens.name() for lens in LENSES.values()}
        tips = {lens.id: with_key(lens.explanation(), lens.key) for lens in LENSES.values()}
        switch = Segmented(names, self, tips=tips, wraps=True)
        switch.chosen.connect(self._choose_lens)
        return switch

    def _choose_lens(self, lens: str) -> None:
        """Look through a lens, and go on with the people in it: keys that rate are the map's."""
        self.look_through(lens)
        give_keyboard(self.view)

    def _legend_and_words(self) -> QWidget:
        """Return the button of the legend, and what dot and tail are in the lens of differences."""
        left = QWidget(self)
        row = QHBoxLayout(left)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.legend_button = QPushButton(say("Legend"), left)
        hear_as(self.legend_button, "fold")
        self.legend_button.setProperty("role", "quiet")
        explained = say("What the symbols mean and what is shown")
        self.legend_button.setToolTip(with_key(explained, keys.LEGEND))
        self.legend_button.toggled.connect(self._show_legend)
        remember(self.legend_button, "legend")
        row.addWidget(self.legend_button)
        self.gap_words = QLabel(say("place: importance\nend of tail: contact"), left)
        self.gap_words.setProperty("role", "soft")
        self.gap_words.setFont(theme.font("label"))
        gap = LENSES["gap"]
        self.gap_words.setToolTip(gap.explanation())
        row.addWidget(self.gap_words)
        row.addStretch(1)
        return left

    def _zoom_buttons(self) -> QWidget:
        right = QWidget(self)
        row = QHBoxLayout(right)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addStretch(1)
        for name, tip, does in (
            ("minus", say("Zoom out"), self.view.zoom_out),
            ("fit", say("Show the whole map"), self.view.fit),
            ("plus", say("Zoom in"), self.view.zoom_in),
        ):
            button = QPushButton(right)
            button.setIcon(theme.icon(name))
            button.setIconSize(QSize(theme.scaled(16), theme.scaled(16)))
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.setProperty("role", "icon")
            button.setFixedSize(theme.scaled(32), theme.scaled(32))
            button.clicked.connect(does)
            row.addWidget(button)
        OneStop(right.findChildren(QPushButton), right, by_click=False)
        return right

    @cached_property
    def card(self) -> "HoverCard":
        """Return the card of whom the pointer rests on; made once the map is there."""
        from app.views.map.hover import HoverCard

        return HoverCard(self._document, self.view)

    def look_through(self, lens: str) -> None:
        """Look through a lens that was asked for, and say for a moment what it shows."""
        self._settings.lens = lens
        if self.view.map_scene.people:
            self.view.hint.say_briefly(LENSES[lens].explanation(), "lens")

    def _show_lens(self) -> None:
        self._give_room()
        self._place_legend(same_corner=True)
        self.switch.show_chosen(self._settings.lens)

    def _follow(self, before: object, after: object) -> None:
        self._show_empty()
        self._place_legend(same_corner=True)  # as high as what is on the map now needs

    def _show_empty(self) -> None:
        empty = (
            self._document.is_open
            and not self._document.map.partners
            and self._document.ground is None  # what lies there is drawn over
            and not self._document.map.network.finished
        )
        self.words.setVisible(empty)
        self._example.setVisible(empty and self._takes_names)
        self.draw.setVisible(empty and not self._takes_names)
        for part in (self.words, self._example, self.draw):
            part.raise_()
        if empty:
            self._place_empty()

    def resizeEvent(self, event: object) -> None:
        """Keep the line for an empty map under the middle; large text leaves the zoom out."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._give_room()
        self._place_empty()
        self._place_legend()

    def _give_room(self) -> None:
        """Put legend and zoom beside the switch of lenses, or below it where that is too narrow."""
        side = (self.width() - self.switch.sizeHint().width() - theme.scaled(40)) // 2
        button = self.legend_button.sizeHint().width()
        below = max(self.zoom.sizeHint().width(), button) > side
        if below != self._is_below:
            self._is_below = below
            for widget in (self._left, self.switch, self.zoom):
                self._foot.removeWidget(widget)
            row, column, wide = (1, 0, 4) if below else (0, 2, 1)
            self._foot.addWidget(self._left, row, 0)
            self._foot.addWidget(self.switch, 0, column, 1, wide, Qt.AlignmentFlag.AlignHCenter)
            self._foot.addWidget(self.zoom, row, 3)
        words = button + 8 + self.gap_words.sizeHint().width()
        self.gap_words.setVisible(self._settings.lens == "gap" and not below and words <= side)
        # The tools push the map aside: where there is room, the switch stands below its middle.
        tools = self.tools.width()
        is_roomy = not below and max(words, self.zoom.sizeHint().width()) <= side - tools // 2
        self._foot.setColumnMinimumWidth(1, tools if is_roomy else 0)

    # The legend.

    @cached_property
    def legend(self) -> "Legend":
        """Return the card that says what the marks mean; made when it is first opened."""
        from app.views.map.legend import Legend

        legend = Legend(self._document, self._settings, self)
        legend.closed.connect(self._legend_closed)
        remember_room(legend, "legend")
        return legend

    def toggle_legend(self) -> None:
        """Open the legend, or close it."""
        if self.isVisible():
            self.legend_button.toggle()

    def _show_legend(self, shown: bool) -> None:
        if not shown:
            self.legend.close_it()
            return
        self.legend.open_it()
        self._place_legend()

    def _legend_is_open(self) -> bool:
        return "legend" in self.__dict__ and self.legend.isVisible()

    def _legend_closed(self) -> None:
        self.legend_button.setChecked(False)
        self.view.setFocus()

    def _place_legend(self, *, same_corner: bool = False) -> None:
        """Put the legend, wide or narrow, in the corner where it covers the fewest people."""
        if not self._legend_is_open():
            return
        room = self.view.geometry().adjusted(8, 8, -8, -8)
        if not same_corner:
            self._legend_at = self._least_covering(room)
        wide, to_right, to_top = self._legend_at
        size = self.legend.fit(QSize(wide, room.height()))
        self.legend.setGeometry(_in_corner(room, size, to_right, to_top))
        self.view.hint.stand_free()

    def _least_covering(self, room: QRect) -> tuple[int, bool, bool]:
        """Return how wide the legend is at most, and whether it is at the right and at the top."""
        view, best, fewest = self.view, (room.width(), False, False), -1
        people = [
            view.mapFromScene(item.sceneBoundingRect()).boundingRect().translated(view.pos())
            for item in view.map_scene.people.values()
        ]
        for wide in (room.width(), theme.scaled(_NARROW)):
            size = self.legend.fit(QSize(wide, room.height()))
            is_whole = size.height() < room.height() or wide == room.width()
            for place in product((False, True), (False, True)):
                card = _in_corner(room, size, *place)
                covered = sum(map(card.intersects, people))
                if is_whole and (fewest < 0 or covered < fewest):
                    best, fewest = (wide, *place), covered
        return best

    def _place_empty(self) -> None:
        around = self.view.geometry()
        width = min(theme.scaled(420), around.width() - 32)
        ego = theme.scaled(_EGO)
        room = around.bottom() - around.center().y() - ego
        words = self.words
        example = self._example if self._takes_names else self.draw
        words.setFont(theme.font("heading"))
        button = example.sizeHint()
        gap = theme.GRID
        is_high = words.heightForWidth(width) + gap + button.height() <= room
        if not is_high:  # the words above the middle, and the button below
            words.setFont(theme.font("title"))
            ego = _EGO
        high = words.heightForWidth(width)
        top = ego if is_high else -ego - high
        below = top + high + gap if is_high else ego
        middle = around.center()
        words.setGeometry(middle.x() - width // 2, middle.y() + top, width, high)
        example.setGeometry(
            middle.x() - button.width() // 2, middle.y() + below, button.width(), button.height()
        )


def _in_corner(room: QRect, size: QSize, to_right: bool, to_top: bool) -> QRect:
    card = QRect(room.topLeft(), size)
    if to_right:
        card.moveRight(room.right())
    if not to_top:
        card.moveBottom(room.bottom())
    return card
