"""Who somebody is, as far as the map tells; a summary per setting; control against trust."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.analysis.study import Study
from app.document import Document
from app.models.network import MECHANISMS, Partner, rules_of
from app.models.vocabulary import vocabulary
from app.views.insight import mark
from app.views.insight.highlight import Highlight
from app.views.insight.profile import ControlAndTrust, Mechanisms
from app.views.widgets import theme
from app.views.widgets.one_stop import OneStop
from app.views.widgets.side_scroll import SideScroll
from app.views.widgets.wrapping import AllLines, wrapped
from app.words import current_language, fields, joined, phrases, say
from app.words.field_names import field_label

_IN_HEAD = ("name", "kind", "setting", "named_important")
"""What the heading of the card says."""
_NOWHERE: Final = ""
"""Stands for having no setting; the row is there where somebody has none, so that all add up."""
_ALWAYS = ("frequency", "importance")


class PeoplePage(SideScroll):
    """The card of whom is selected on top; below it everybody together."""

    def __init__(
        self, document: Document, highlight: Highlight, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self.setAccessibleName(say("Who they are"))
        inside = self.inside
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 4, 16, 16)
        column.setSpacing(8)
        self.card = ProfileCard(inside)
        self.hint = _label(inside, "", soft=True)
        self._settings_heading = _heading(inside, say("By area"))
        self._settings = QWidget(inside)
        self._grid = QGridLayout(self._settings)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self.cells: dict[tuple[str, int], QLabel] = {}
        self.buttons: dict[str, QPushButton] = {}
        self._make_settings()
        self._trust_heading = _heading(inside, say("Being in control and trust"))
        self.trust = ControlAndTrust(highlight, inside)
        self.trust.pressed.connect(self._select)
        self.trust_hint = _label(
            inside,
            say(
                "Being in control and trust can both be high. Answer both for a partner to see "
                "them here."
            ),
            soft=True,
        )
        for widget in (
            self.card,
            self.hint,
            self._settings_heading,
            self._settings,
            self._trust_heading,
            self.trust_hint,
            self.trust,
        ):
            column.addWidget(widget)
        column.addStretch(1)

    def _make_settings(self) -> None:
        self._stop = OneStop((), self._settings)
        titles = ("", say("partners"), say("often"), say("important"))
        for at, text in enumerate(titles):
            label = _label(self._settings, text, soft=True)
            label.setWordWrap(False)
            if at:
                label.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(label, 0, at)
        for row, setting in enumerate((*vocabulary().settings, _NOWHERE), 1):
            button = _Row(phrases.setting_label(setting or None), self._settings)
            button.setProperty("role", "quiet")
            button.setProperty("lies", "row")
            button.setMinimumHeight(24)
            button.setProperty("setting", setting)
            button.setIcon(_sign(setting or None))
            button.clicked.connect(self._select_setting)
            self.buttons[setting] = button
            self._grid.addWidget(button, row, 0)
            for at in (1, 2, 3):
                label = _label(self._settings, "")
                label.setWordWrap(False)
                label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.cells[setting, at] = label
                self._grid.addWidget(label, row, at)

    def show_map(self, seen: Study, selected: tuple[str, ...]) -> None:
        """Show a map as it is now, and who is selected."""
        chosen = seen.whole.partner(selected[-1]) if selected else None
        self.card.setVisible(chosen is not None)
        if chosen is not None:
            self.card.show_partner(chosen, seen)
        has_people = bool(seen.whole.partners)
        self.hint.setText(
            say("Select someone to see everything you wrote about them.")
            if has_people
            else say("There is no one on the map yet.")
        )
        self.hint.setVisible(chosen is None)
        network = seen.whole.network
        counted = [p for p in seen.whole.partners if p.frequency != 0]
        for setting, button in self.buttons.items():
            here = [p for p in counted if (p.setting or _NOWHERE) == setting]
            often = sum((p.frequency or 0) >= network.frequency_cut for p in here)
            important = sum((p.importance or 0) >= network.importance_cut for p in here)
            for at, value in enumerate((len(here), often, important), 1):
                self.cells[setting, at].setText(str(value))
                self.cells[setting, at].setVisible(bool(here) or setting != _NOWHERE)
            button.setEnabled(bool(here))
            button.setVisible(bool(here) or setting != _NOWHERE)
            named = phrases.setting_label(setting or None)
            count = phrases.people_count(here)
            button.setAccessibleName(joined((named, count), between=": "))
        self._stop.take([button for button in self.buttons.values() if button.isEnabled()])
        self.trust.show_map(seen, selected)
        self.trust.setVisible(not self.trust.is_empty)
        self.trust_hint.setVisible(self.trust.is_empty and has_people)
        self._trust_heading.setVisible(has_people)
        self._settings_heading.setVisible(has_people)
        self._settings.setVisible(has_people)

    def _select(self, partner_id: str) -> None:
        self._document.select([partner_id])

    def _select_setting(self) -> None:
        setting = self.sender().property("setting")
        self._document.select(
            p.id
            for p in self._document.map.partners
            if (p.setting or _NOWHERE) == setting and p.frequency != 0
        )


class _Row(QPushButton):
    """A button with a text on as many lines as the width asks for."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._whole = text
        self.setText(text)

    def minimumSizeHint(self) -> QSize:
        """Return the least size: any width will do."""
        return QSize(1, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the text anew."""
        super().resizeEvent(event)
        room = self.width() - self.iconSize().width() - theme.scaled(16)
        lines = wrapped(self._whole, room, self.font())
        if "\n".join(lines) != self.text():
            self.setText("\n".join(lines))
            self.setMinimumHeight(max(24, len(lines) * self.fontMetrics().height() + 6))


class ProfileCard(QFrame):
    """Everything that is written down about one partner; what is open is not mentioned."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        self.name = _label(self, "")
        self.name.setFont(theme.font("heading"))
        self.about = _label(self, "", soft=True)
        column.addWidget(self.name)
        column.addWidget(self.about)
        self._grid = QGridLayout()
        column.addLayout(self._grid)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(3)
        self._is_large = theme.is_large()
        """Questions break like their answers, which would have a narrow strip."""
        self._grid.setColumnStretch(0, int(self._is_large))
        self._grid.setColumnStretch(1, 1)
        self.rows: list[tuple[QLabel, QLabel]] = []
        self.mechanisms = Mechanisms(self)
        column.addWidget(self.mechanisms)

    def show_partner(self, partner: Partner, seen: Study) -> None:
        """Show somebody."""
        tongue = current_language()
        star = " ★" if partner.named_important else ""
        self.name.setText(partner.name + star)
        row = seen.rows[partner.id]
        quadrant = vocabulary().quadrants.get(row.quadrant or "")
        parts = [
            phrases.kind_beside(partner),
            phrases.setting_label(partner.setting) if partner.setting else "",
            quadrant.label(tongue) if quadrant else "",
        ]
        self.about.setText(joined((part for part in parts if part), between=" · "))
        lines = list(_recorded(partner))
        while len(self.rows) < len(lines):
            pair = (_label(self, "", soft=True), _label(self, ""))
            at = len(self.rows)
            for place, label in enumerate(pair):
                self._grid.addWidget(label, at, place, Qt.AlignmentFlag.AlignTop)
            pair[0].setWordWrap(self._is_large)
            self.rows.append(pair)
        for at, pair in enumerate(self.rows):
            for place, label in enumerate(pair):
                label.setText(lines[at][place] if at < len(lines) else "")
                label.setVisible(at < len(lines))
        self.mechanisms.setVisible(any(getattr(partner, m) is not None for m in MECHANISMS))
        self.mechanisms.show_partner(partner)
        self.setAccessibleName(joined((self.name.text(), self.about.text()), between=": "))


def _recorded(partner: Partner) -> Iterator[tuple[str, str]]:
    """Yield field and answer of everything that is filled in, contact and importance always.

    In the order of the form, what says who somebody is behind the rest. What lies beneath is
    drawn below.
    """
    declared = rules_of(Partner)
    groups = ["first", *(group for group in fields.group_titles() if group != "who")]
    order = {group: at for at, group in enumerate(groups)}
    told = (name for name, rule in declared.items() if rule.is_told and name not in _IN_HEAD)
    for name in sorted(told, key=lambda name: order.get(declared[name].form, len(order))):
        answer = fields.lines(declared[name], getattr(partner, name))
        if name not in MECHANISMS and (answer or name in _ALWAYS):
            yield field_label(name), "\n".join(answer) or phrases.not_filled_in()


def _sign(setting: str | None) -> QIcon:
    """Return the mark of a setting: its colour, square in school and round outside."""
    side = theme.scaled(12)
    pixmap = QPixmap(2 * side, 2 * side)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = QPointF(side / 2, side / 2)
    mark.paint(painter, Partner(id="-", name="-", setting=setting), side - 1, middle)
    painter.end()
    return QIcon(pixmap)


def _label(parent: QWidget, text: str, *, soft: bool = False) -> QLabel:
    label = AllLines(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setMinimumWidth(1)
    if soft:
        label.setProperty("role", "soft")
        label.setFont(theme.font("label"))
    return label


def _heading(parent: QWidget, text: str) -> QLabel:
    label = _label(parent, text)
    label.setFont(theme.font("strong"))
    label.setContentsMargins(0, 8, 0, 0)
    return label
