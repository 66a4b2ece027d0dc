"""Which kinds of partners are on both maps, and which on one alone; and how many a setting."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.analysis.composition import composition, counted
from app.models.network import Map, Partner
from app.models.text_form import alike
from app.models.vocabulary import vocabulary
from app.views.exchange.guest import MapPair
from app.views.exchange.sides import setting_icon, setting_of, side_name
from app.views.widgets import theme
from app.views.widgets.fields import soft_line
from app.views.widgets.folded_rows import fold_lines
from app.words import current_language, filled, joined, phrases, say


class Kinds(QWidget):
    """Three lists of kinds; below them the settings, mine to the left and theirs to the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        grid = QGridLayout()
        column.addLayout(grid, 1000)  # filled only now: see docs/decisions/0008-qt.md
        grid.setSpacing(theme.GRID)
        self._headings, self.lists = [], []
        for at in range(3):
            heading, listed = QLabel(self), QListWidget(self)
            heading.setFont(theme.font("strong"))
            heading.setWordWrap(True)
            heading.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            listed.setProperty("role", "offers")
            listed.setMinimumHeight(theme.scaled(110))
            listed.setIconSize(QSize(theme.scaled(18), theme.scaled(18)))
            listed.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
            fold_lines(listed)
            listed.installEventFilter(self)
            grid.addWidget(heading, 0, at)
            grid.addWidget(listed, 1, at)
            grid.setColumnStretch(at, 1)
            self._headings.append(heading)
            self.lists.append(listed)
        self.left_out = soft_line()
        column.addWidget(self.left_out)
        self.settings = SettingBars(self)
        column.addSpacing(16)
        column.addWidget(self.settings)
        column.addStretch(1)

    def show_pair(self, pair: MapPair) -> None:
        """Show two maps."""
        found = pair.in_common
        both = [shared.kind for shared in found.shared]
        names = _names_by_kind((*counted(pair.mine), *counted(pair.theirs)))
        for at, (title, kinds) in enumerate(
            (
                (say("Only on my map"), found.only_mine),
                (say("On both maps"), both),
                (say("Only on their map"), found.only_theirs),
            )
        ):
            self._headings[at].setText(joined((title, len(kinds)), between=" · "))
            self.lists[at].setAccessibleName(self._headings[at].text())
            self._fill(self.lists[at], kinds, names)
        left_out = (
            (
                say("No type chosen, so not in these lists: {mine} of mine, {theirs} of theirs."),
                [sum(p.kind is None for p in counted(whole)) for whole in pair.maps],
            ),
            (
                say("No contact yet, so not counted here: {mine} on my map, {theirs} on theirs."),
                [len(whole.partners) - len(counted(whole)) for whole in pair.maps],
            ),
        )
        self.left_out.setText(
            " ".join(
                filled(text, mine=mine, theirs=theirs)
                for text, (mine, theirs) in left_out
                if mine or theirs
            )
        )
        self.left_out.setVisible(bool(self.left_out.text()))
        self.settings.show_maps(pair.mine, pair.theirs)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the lists be as high as what is in them, once they have their width."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Let the bars stand right below the lists: these are no higher than the longest."""
        heights = [
            sum(listed.sizeHintForRow(row) for row in range(listed.count())) + 2 * theme.GRID
            for listed in self.lists
        ]
        for listed in self.lists:
            listed.setMaximumHeight(max(listed.minimumHeight(), *heights))

    def _fill(self, listed: QListWidget, kinds: Iterable[str], names: dict[str, str]) -> None:
        listed.clear()
        for kind in kinds:
            label = vocabulary().kind_label(kind, current_language())
            item = QListWidgetItem(
                setting_icon(setting_of(kind), theme.scaled(18)), label[:1].upper() + label[1:]
            )
            item.setToolTip(names.get(_key(kind), ""))
            listed.addItem(item)


class SettingBars(QWidget):
    """How many partners each has in every setting, as bars from the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[tuple[str, str, int, int], ...] = ()
        """Setting, its name, how many on my map, how many on theirs."""
        self.setFixedHeight(self._row() * (len(vocabulary().settings) + 1) + 4)

    def _row(self) -> int:
        return theme.scaled(24)

    def show_maps(self, mine: Map, theirs: Map) -> None:
        """Show two maps."""
        one, other = (composition(whole).setting_counts for whole in (mine, theirs))
        tongue = current_language()
        self.rows = tuple(
            (key, setting.short(tongue), one[key], other[key])
            for key, setting in vocabulary().settings.items()
        )
        a, b = (sum(p.setting is None for p in counted(whole)) for whole in (mine, theirs))
        if a or b:  # else the numbers of one side do not add up
            self.rows += (("no_setting", phrases.setting_label(None), a, b),)
        self.setFixedHeight(self._row() * (len(self.rows) + 1) + 4)
        said = say("{setting}: {mine} on my map, {theirs} on theirs")
        self.setAccessibleName(say("Areas side by side"))
        self.setAccessibleDescription(
            ". ".join(
                filled(said, setting=label, mine=of_mine, theirs=of_theirs)
                for _, label, of_mine, of_theirs in self.rows
            )
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a bar to either side of every name."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, row = theme.current(), self._row()
        text, small = theme.font(), theme.font("label")
        middle = max((QFontMetricsF(text).horizontalAdvance(r[1]) for r in self.rows), default=0)
        middle += theme.scaled(24)
        left, right = (self.width() - middle) / 2, (self.width() + middle) / 2
        number = theme.scaled(28)
        most = max((max(r[2], r[3]) for r in self.rows), default=0) or 1
        room = min(left, theme.scaled(360)) - number
        align = Qt.AlignmentFlag
        painter.setFont(small)
        painter.setPen(colours.colour("soft_ink"))
        painter.drawText(
            QRectF(0, 0, left, row), align.AlignRight | align.AlignVCenter, side_name(mine=True)
        )
        painter.drawText(
            QRectF(right, 0, self.width() - right, row),
            align.AlignLeft | align.AlignVCenter,
            side_name(mine=False),
        )
        for at, (setting, label, mine, theirs) in enumerate(self.rows, 1):
            line = QRectF(left, at * row, middle, row)
            painter.setFont(text)
            painter.setPen(colours.colour("ink"))
            painter.drawText(line, align.AlignCenter, label)
            high = row * 0.56
            top = line.center().y() - high / 2
            bar = QRectF(left - room * mine / most, top, room * mine / most, high)
            painter.fillRect(bar, colours.colour(setting))
            other = QRectF(right, top, room * theirs / most, high)
            painter.setPen(colours.colour(setting))
            painter.setBrush(colours.mix(setting, "paper", 0.25))
            if theirs:
                painter.drawRect(other.adjusted(0.5, 0.5, -0.5, -0.5))
            painter.setPen(colours.colour("ink"))
            here = QRectF(bar.left() - number, line.top(), number - 6, row)
            painter.drawText(here, align.AlignRight | align.AlignVCenter, str(mine))
            there = QRectF(other.right() + 6, line.top(), number, row)
            painter.drawText(there, align.AlignLeft | align.AlignVCenter, str(theirs))


def _key(kind: str) -> str:
    return alike(kind)


def _names_by_kind(partners: Iterable[Partner]) -> dict[str, str]:
    """Return the names of all of a kind, as they stand in a tooltip."""
    found: dict[str, list[str]] = {}
    for partner in partners:
        if partner.kind is not None:
            found.setdefault(_key(partner.kind), []).append(partner.name)
    return {kind: joined(names) for kind, names in found.items()}
