"""The pictures: two moments side by side, and the later one with what became of the earlier."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from app.analysis.lens import LENSES
from app.models.network import Map
from app.settings import Settings
from app.views.compare.chosen_moments import ComparedMoments
from app.views.compare.scene import Ground, MomentScene, OneScene
from app.views.compare.view import MomentView
from app.views.map.lens_and_layers import Look, look_of
from app.views.widgets import theme
from app.views.widgets.fields import hairline
from app.views.widgets.folded_combo import FoldedCombo
from app.views.widgets.wrapping import AllLines, fits
from app.words import filled, joined, phrases, say
from app.words.dates_and_numbers import shown_date

_SHOWN: Final = frozenset({"contact", "ties"})
"""Layers of a moment; more would hide what changed."""
_MOST_BESIDE: Final = 2
"""Lines of what is said of a moment beside its list."""


def named(whole: Map) -> str:
    """Return a moment as it stands in the list: label and date."""
    network = whole.network
    date = shown_date(network.moment) if network.moment_label else ""
    return joined((part for part in (phrases.moment_name(network), date) if part), between=" · ")


def look_at(whole: Map, lens: str, settings: Settings, shown: frozenset[str] = _SHOWN) -> Look:
    """Return the look of a moment: through a lens, with the layers that help to compare."""
    usual = look_of(whole, lens, settings.layers, sectors=True)
    return Look(LENSES[lens], usual.sectors, usual.layers & shown)


def _stand(row: QBoxLayout, *, beside: bool) -> None:
    way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
    if row.direction() != way:
        row.setDirection(way)


class MomentHead(QWidget):
    """Which moment a picture shows, as a list to choose another, and who cannot be seen in it."""

    chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._said = self._lacks = ""
        """All there is to say, and of it what is nowhere else: who is not seen."""
        self.combo = FoldedCombo()
        self.combo.setAccessibleName(name)
        self.combo.setToolTip(name)
        self.combo.setSizeAdjustPolicy(FoldedCombo.SizeAdjustPolicy.AdjustToContents)
        as_wide_as_said = self.combo.sizePolicy()
        as_wide_as_said.setHorizontalPolicy(QSizePolicy.Policy.Maximum)
        self.combo.setSizePolicy(as_wide_as_said)
        self.combo.activated.connect(self.chosen)
        self.about = AllLines(parent=self)
        self.about.setProperty("role", "soft")
        # What it says gives way to the list, and never makes one picture wider than the other.
        self.about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        row.addWidget(self.combo)
        row.addWidget(self.about, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say it below the list where it would be a tall column beside it."""
        super().resizeEvent(event)
        self._arrange()

    @property
    def on_one_line(self) -> int:
        """Return how wide it is with all it says beside its list."""
        said = self.about.fontMetrics().horizontalAdvance(self._said)
        return self.combo.sizeHint().width() + theme.GRID + said

    def _arrange(self) -> None:
        room = self.contentsRect().width() - self.combo.sizeHint().width() - theme.GRID
        is_beside = fits(self._said, room, _MOST_BESIDE, self.about.font())
        _stand(self._row, beside=is_beside)
        # In large letters a count below the list would take the room of the map: it is read there.
        is_short = theme.is_large() and not is_beside
        self.about.setText(self._lacks if is_short else self._said)
        self.about.setVisible(bool(self._lacks) or not is_short)

    def show_moments(self, moments: Sequence[Map], at: int, lens: str = "") -> None:
        """Show all moments in the list, and what there is to say of the chosen one.

        With a lens that is also how many have no place in it.
        """
        names = [named(whole) for whole in moments]
        if names != [self.combo.itemText(place) for place in range(self.combo.count())]:
            self.combo.clear()
            self.combo.addItems(names)
        self.combo.setCurrentIndex(at)
        partners = moments[at].partners
        away = sum(not LENSES[lens].holds(partner) for partner in partners) if lens else 0
        self._lacks = ""
        text = phrases.people_count(partners)
        if away:
            more = {
                "importance": say("{n} without an answer on importance"),
                "frequency": say("{n} without an answer on contact"),
            }.get(LENSES[lens].field or "", say("{n} not shown here"))
            self._lacks = filled(more, n=away)
            text = joined((text, self._lacks), between=" · ")
        self._said = text
        self.about.setToolTip(text)
        self.combo.setAccessibleDescription(text)
        self._arrange()


class MomentHeads(QWidget):
    """Which two moments are shown, as two lists to choose others."""

    def __init__(self, compared: ComparedMoments, parent: QWidget) -> None:
        super().__init__(parent)
        self._compared = compared
        self.heads = [
            MomentHead(say("Earlier moment"), self),
            MomentHead(say("Later moment"), self),
        ]
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(theme.GRID)
        self._arrow = QLabel("→", self)
        row.addWidget(self.heads[0], 1)
        row.addWidget(self._arrow, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.heads[1], 1)
        row.addStretch()
        for head in self.heads:
            head.chosen.connect(self._choose)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand below each other where there is no room for both lists."""
        super().resizeEvent(event)
        wide = [head.combo.sizeHint().width() for head in self.heads]
        is_beside = self.contentsRect().width() >= 2 * max(wide) + 6 * theme.GRID
        _stand(self._row, beside=is_beside)
        self._arrow.setVisible(is_beside)
        self._arrow.setFixedHeight(self.heads[0].combo.sizeHint().height())

    def refresh(self, lens: str = "") -> None:
        """Show the two moments as they are now."""
        compared = self._compared
        for head, at in zip(self.heads, (compared.first, compared.last), strict=True):
            head.show_moments(compared.moments, at, lens)
            head.setMaximumWidth(head.on_one_line + theme.GRID)  # then and now are read as one

    def _choose(self) -> None:
        self._compared.choose(*(head.combo.currentIndex() for head in self.heads))


class SideBySide(QWidget):
    """The two moments, with the same rings and sectors, seen in the same part."""

    def __init__(self, compared: ComparedMoments, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._compared, self._settings = compared, settings
        self._ground = Ground()
        self.views: list[MomentView] = []
        self.heads: list[MomentHead] = []
        # A grid: two views of one size have one layout, and who did not change one place.
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.setRowStretch(1, 1)
        grid.addWidget(hairline(upright=True), 0, 1, 2, 1)
        for column, name in ((0, say("Earlier moment")), (2, say("Later moment"))):
            head = MomentHead(name, self)
            head.setContentsMargins(16, 4, 16, 4)
            head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            head.chosen.connect(self._choose)
            view = MomentView(MomentScene(self._ground, self), self)
            view.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
            view.setAccessibleName(name)
            view.moved.connect(self._go_along)
            grid.setColumnStretch(column, 1)
            grid.addWidget(head, 0, column)
            grid.addWidget(view, 1, column)
            self.heads.append(head)
            self.views.append(view)

    def refresh(self, lens: str) -> None:
        """Show the two moments as they are now."""
        moments = (self._compared.before, self._compared.after)
        looks = [look_at(whole, lens, self._settings) for whole in moments]
        self._ground.show(moments, looks[-1])
        for place, at in enumerate((self._compared.first, self._compared.last)):
            self.heads[place].show_moments(self._compared.moments, at, lens)
            self.views[place].moment_scene.show_moment(place, looks[place])

    def _choose(self) -> None:
        self._compared.choose(*(head.combo.currentIndex() for head in self.heads))

    def _go_along(self) -> None:
        moved = self.sender()
        for view in self.views:
            if view is not moved and isinstance(moved, MomentView):
                with QSignalBlocker(view):
                    view.go_along(moved)


class AsOne(QWidget):
    """The later moment, with trails from where people were; with a slider for all moments."""

    def __init__(self, compared: ComparedMoments, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._compared, self._settings = compared, settings
        self._ground = Ground()
        self._lens, self._shown = "", 0
        self.scene = OneScene(self._ground, self)
        self.view = MomentView(self.scene, self)
        self.view.setAccessibleName(say("Both moments as one map"))
        self._heads = MomentHeads(compared, self)
        self._heads.setContentsMargins(16, 0, 16, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heads)
        column.addWidget(self.view, 1)
        foot = QHBoxLayout()
        column.addLayout(foot)
        foot.setContentsMargins(24, 4, 24, 8)
        foot.setSpacing(theme.GRID * 2)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setAccessibleName(say("Moment"))
        self.slider.setPageStep(1)
        self.slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.slider.setMaximumWidth(theme.scaled(360))
        self.slider.valueChanged.connect(self._slide)
        self._at = QLabel(self)
        foot.addStretch(1)
        foot.addWidget(self.slider, 2)
        foot.addWidget(self._at)
        foot.addStretch(1)
        self._key = QLabel(
            say(
                "Open dot: where they were · dashed: only then · ring: new · "
                "pale: in the same place"
            ),
            self,
        )
        self._key.setProperty("role", "soft")
        self._key.setFont(theme.font("label"))
        self._key.setWordWrap(True)
        self._key.setContentsMargins(16, 0, 16, 8)
        column.addWidget(self._key)

    def refresh(self, lens: str) -> None:
        """Show the moments as they are now; people glide where only another moment is chosen."""
        compared = self._compared
        first, last = compared.first, compared.last
        moments = compared.moments
        glide = (self._lens, self._ground.moments) == (lens, moments) and self._settings.motion
        look = look_at(moments[last], lens, self._settings, frozenset())
        self._ground.show(moments, look)
        self._lens = lens
        self._heads.refresh(lens)
        self.scene.show_since(first, last, look, glide=glide)
        with QSignalBlocker(self.slider):
            self.slider.setRange(first + 1, len(moments) - 1)
            self.slider.setValue(last)
        self.slider.setVisible(len(moments) - first > 2)
        self._at.setText(named(moments[last]))
        self._at.setVisible(self.slider.isVisibleTo(self))

    def _slide(self, place: int) -> None:
        self._compared.choose(self._compared.first, place)
