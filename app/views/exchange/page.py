"""The screen on which two people lay their maps side by side."""

from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.analysis.lens import LENSES
from app.document import Document
from app.models.network import Map
from app.views.compare.scene import Ground, MomentScene
from app.views.exchange.guest import Guest, MapPair
from app.views.exchange.kinds import Kinds
from app.views.exchange.plots import Plots
from app.views.exchange.ratings import Ratings
from app.views.exchange.sides import SideSign
from app.views.exchange.talk import Talk
from app.views.map.lens_and_layers import look_of
from app.views.map.still_map import StillMap
from app.views.widgets import theme
from app.views.widgets.fields import hairline, soft_line
from app.views.widgets.keys import with_key
from app.views.widgets.segmented import Pages, Segmented
from app.views.widgets.texts import nothing_yet
from app.views.widgets.told_when_shown import ToldWhenShown
from app.views.widgets.wrapping import OneLine
from app.words import filled, joined, phrases, say

_BESIDE: Final = 1.5
"""Up to this size of letters, tabs and what can be done have room beside each other."""
PAGES: Final = ("maps", "kinds", "ratings", "plots", "talk")
_RINGS: Final = {key: lens for key, lens in LENSES.items() if lens.field is not None}
"""Where two people have put theirs freely, distance says nothing of both."""


class ExchangePage(ToldWhenShown, QWidget):
    """Shows a guest beside the open map; the guest is read here and written nowhere."""

    left = Signal()
    talked = Signal()
    """All questions have been talked about: what comes next is a step."""
    keep_requested = Signal(object)

    _has_missed = True

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._guest: Guest | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer.addWidget(scroll)
        inside = QWidget(scroll)
        scroll.setWidget(inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 12, 24, 16)
        column.setSpacing(theme.GRID)
        self._build_head(column)
        self._build_pages(column)
        document.opened.connect(self._turn_stale)
        document.changed.connect(self._follow)
        self.show_page("maps")

    def _build_head(self, column: QVBoxLayout) -> None:
        """Show what can be seen and done, and below it whose is at which side."""
        top = QHBoxLayout()
        column.addLayout(top)  # filled only now: see docs/decisions/0008-qt.md
        top.setSpacing(8)
        self.tabs = Pages(
            {
                "maps": say("Maps"),
                "kinds": say("Partners"),
                "ratings": say("Ratings"),
                "plots": say("Contact and importance"),
                "talk": say("To talk about"),
            },
            self,
            wraps=True,
        )
        self.tabs.chosen.connect(self.show_page)
        top.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignTop)
        if theme.text_scale() > _BESIDE:  # all tabs in one row, with what can be done below
            top = QHBoxLayout()
            column.addLayout(top)
            top.setSpacing(8)
        top.addStretch(1)
        self.keep = QPushButton(say("Add to my maps"), self)
        leave = QPushButton(say("To the map"), self)
        leave.setToolTip(with_key(say("To the map"), "Esc"))
        for button in (self.keep, leave):
            button.setProperty("role", "quiet")
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.keep.clicked.connect(self._keep)
        leave.clicked.connect(self.left)
        sides = QHBoxLayout()
        column.addLayout(sides)
        sides.setSpacing(12)
        self._mine, self.theirs = self._title(sides, mine=True), self._title(sides, mine=False)

    def _build_pages(self, column: QVBoxLayout) -> None:
        self._pages = QStackedWidget(self)
        self._pages.setMinimumHeight(theme.scaled(340))  # large letters in a small window scroll
        column.addWidget(self._pages, 1)
        self.maps = _TwoMaps(self._pages)
        self.kinds, self.ratings = Kinds(self._pages), _WithEmpty(self._pages)
        self.plots, self.talk = Plots(self._pages), Talk(self._document, self._pages)
        for page in (self.maps, self.kinds, self.ratings, self.plots, self.talk):
            self._pages.addWidget(page)
        self.talk.done.connect(self.talked)

    def _title(self, sides: QHBoxLayout, *, mine: bool) -> OneLine:
        """Add a side, above its half: its sign, its title, and in a word whose it is."""
        box = QFrame(self)
        sides.addWidget(box, 1)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 4, 16, 4)
        row.setSpacing(8)
        row.addWidget(SideSign(box, mine=mine))
        whose = QLabel(say("Mine") if mine else say("From someone else"), box)
        whose.setFont(theme.font("strong"))
        whose.setProperty("role", "" if mine else "theirs")
        row.addWidget(whose)
        title = OneLine(box)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setProperty("role", "soft")
        row.addWidget(title, 1)
        return title

    # What there is to see.

    @property
    def guest(self) -> Guest | None:
        """Return the guest whose map is beside mine."""
        return self._guest

    def receive(self, guest: Guest) -> None:
        """Lay the map of a guest beside the open one; the talk begins anew."""
        self._guest = guest
        self.talk.begin()
        self.show_page("maps")
        self._turn_stale()

    def show_page(self, page: str) -> None:
        """Show one of `PAGES`."""
        self._pages.setCurrentIndex(PAGES.index(page))
        self.tabs.show_chosen(page)

    @property
    def place(self) -> tuple[str, str]:
        """Return which page is shown, and through which lens the maps are seen: to go on there."""
        return PAGES[self._pages.currentIndex()], self.maps.lens

    def go_on_at(self, place: tuple[str, str]) -> None:
        """Go on where a screen that was built before this one stood."""
        page, lens = place
        self.maps.show_lens(lens)
        self.show_page(page)

    def focus_first(self) -> None:
        """Put the keyboard on the tabs."""
        self.tabs.button(PAGES[self._pages.currentIndex()]).setFocus()

    def _keep(self) -> None:
        if self._guest is not None:
            self.keep_requested.emit(self._guest)

    # Following.

    def _follow(self, before: dict[str, object], after: dict[str, object]) -> None:
        """Show again what is reckoned, unless only notes were written."""
        records = [record for record in (*before.values(), *after.values()) if record is not None]
        if any(type(record).__name__ != "Answer" for record in records):
            self._turn_stale()

    def _turn_stale(self) -> None:
        if self.is_told():
            self._show()

    def catch_up(self) -> None:
        """Show both maps as they are by now."""
        self._show()

    def _show(self) -> None:
        if self._guest is None or not self._document.is_open:
            return
        pair = MapPair(self._document.map, self._guest.map)
        self._mine.setText(_about(pair.mine, ""))
        self.theirs.setText(_about(pair.theirs, self._guest.name))
        for page in (self.maps, self.kinds, self.ratings, self.plots, self.talk):
            page.show_pair(pair)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _TwoMaps(QWidget):
    """Both drawings through one lens."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pair: MapPair | None = None
        self._lens = next(iter(_RINGS))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        row = QHBoxLayout()
        column.addLayout(row, 1)
        row.setSpacing(12)
        self._ground = Ground()
        """Rings and sectors are those of both, or one ring would be two distances."""
        self._scenes = [MomentScene(self._ground, self) for _ in range(2)]
        self.maps = [StillMap(self, scene) for scene in self._scenes]
        for one, other in (self.maps, self.maps[::-1]):
            one.moved.connect(partial(other.go_along, one))
        self.maps[0].setAccessibleName(say("My map"))
        self.maps[1].setAccessibleName(say("Someone else's map"))
        row.addWidget(self.maps[0], 1)
        row.addWidget(hairline(upright=True))
        row.addWidget(self.maps[1], 1)
        self.lenses = Segmented({key: lens.name() for key, lens in _RINGS.items()}, self)
        self.lenses.chosen.connect(self.show_lens)
        self.lenses.show_chosen(self._lens)
        column.addWidget(self.lenses, 0, Qt.AlignmentFlag.AlignHCenter)  # as below the map
        self._unplaced = soft_line()
        column.addWidget(self._unplaced)

    @property
    def lens(self) -> str:
        """Return through which lens both are seen."""
        return self._lens

    def show_lens(self, lens: str) -> None:
        """Look at both through a lens."""
        self._lens = lens
        self.lenses.show_chosen(lens)
        if self._pair is not None:
            self.show_pair(self._pair)

    def show_pair(self, pair: MapPair) -> None:
        """Show two maps."""
        self._pair = pair
        network = pair.theirs.network
        called = replace(network, ego_label=network.ego_label or say("You"))
        wholes = (pair.mine, pair.theirs.after({network.id: called}))
        looks = [look_of(whole, self._lens, {}, sectors=True) for whole in wholes]
        self._ground.show(wholes, looks[0])
        for at, (scene, look) in enumerate(zip(self._scenes, looks, strict=True)):
            scene.show_moment(at, look)
        holds = LENSES[self._lens].holds
        mine, theirs = (sum(not holds(p) for p in whole.partners) for whole in wholes)
        text = say("Not rated, so not shown here: {mine} of mine, {theirs} of theirs.")
        self._unplaced.setText(filled(text, mine=mine, theirs=theirs))
        self._unplaced.setVisible(bool(mine or theirs))


class _WithEmpty(QWidget):
    """The ratings, or that there is nothing to rate together."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.table = Ratings(self)
        self.empty = nothing_yet(self, say("No type of partner is on both maps."))
        column.addWidget(self.table)
        column.addWidget(self.empty)
        several = say("Where a type is there more than once, every answer is shown.")
        self._note = soft_line(several)
        column.addWidget(self._note)

    def show_pair(self, pair: MapPair) -> None:
        """Show two maps."""
        self.table.show_pair(pair)
        nothing = not self.table.rows.rowCount()
        self.table.setHidden(nothing)
        self.empty.setVisible(nothing)
        self._note.setHidden(nothing)


def _about(whole: Map, name: str) -> str:
    title = whole.network.title or name or phrases.map_title(whole.network)
    return joined((title, phrases.people_count(whole.partners)), between=" · ")
