"""The column beside the pictures: what changed, in sentences, and figures for who wants them."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app import language
from app.analysis.comparison import Comparison
from app.models.vocabulary import vocabulary
from app.views import theme
from app.views.buttons import Heading, wrapped
from app.views.compare import sentences
from app.views.compare.beside import Beside
from app.views.compare.sentences import Change, Group
from app.views.fields import caption_font, soft_line
from app.views.flow import FlowLayout


class ChangeButton(QPushButton):
    """One change: a name, and below it what is different. Pressed it selects who it is about."""

    def __init__(self, change: Change, parent: QWidget) -> None:
        super().__init__(parent)
        self.change = change
        self.setText(change.name)
        self.setAccessibleName(change.spoken)
        self.setCheckable(True)
        self.setEnabled(bool(change.people))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _lines(self, width: int) -> list[tuple[str, QFont, str]]:
        room = max(width - 2 * self._pad, 40)
        lines = [(line, theme.font("strong"), "ink") for line in self._broken(room)]
        for part in self.change.detail.split("\n"):
            font = theme.font("label")
            lines += [(line, font, "soft_ink") for line in wrapped(part, room, font) if line]
        return lines

    def _broken(self, room: int) -> tuple[str, ...]:
        return wrapped(self.change.name, room, theme.font("strong"))

    @property
    def _pad(self) -> int:
        return theme.scaled(8)

    def hasHeightForWidth(self) -> bool:
        """Return True: words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        lines = sum(QFontMetrics(font).height() for _, font, _ in self._lines(width))
        return max(lines + theme.scaled(8), theme.scaled(26))

    def sizeHint(self) -> QSize:
        """Return a usual size."""
        return QSize(theme.scaled(240), self.heightForWidth(theme.scaled(240)))

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(40, self.heightForWidth(max(self.width(), 40)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines on what shows whether it is selected."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        worn, area = theme.current(), QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(worn.mix("ink", "panel", 0.1))
            painter.drawRoundedRect(area, 6, 6)
        elif self.underMouse() and self.isEnabled():
            painter.setBrush(worn.colour("faint"))
            painter.drawRoundedRect(area, 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(worn.colour("focus"))
            painter.drawRoundedRect(area, 6, 6)
        top = theme.scaled(4)
        for line, font, token in self._lines(self.width()):
            high = QFontMetrics(font).height()
            painter.setFont(font)
            painter.setPen(worn.colour(token))
            place = QRectF(self._pad, top, self.width() - 2 * self._pad, high)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, line)
            top += high


class Column(QScrollArea):
    """Follows what lies beside each other; rebuilt when that changes."""

    again_requested = Signal()
    """The earlier map is to be rated again, with the eyes of now."""

    def __init__(self, beside: Beside, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._beside = beside
        self._figures_open = False
        self.buttons: list[ChangeButton] = []
        self.setProperty("role", "side")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("What changed"))
        self._inside = QWidget(self)
        beside.changed.connect(self.refresh)
        beside.selection_changed.connect(self._show_selection)

    def refresh(self) -> None:
        """Say what changed, as it is now."""
        self.buttons = []
        kept = self.verticalScrollBar().value()
        self._inside = QWidget(self)
        self._inside.setProperty("role", "side")
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(16, 16, 12, 16)
        column.setSpacing(2)
        if self._beside.can_compare:
            self._fill(column)
        column.addStretch(1)
        self.setWidget(self._inside)
        self._show_selection()
        self.verticalScrollBar().setValue(kept)

    def _fill(self, column: QVBoxLayout) -> None:
        beside = self._beside
        found, before, after = beside.comparison, beside.before, beside.after
        heading = QLabel(self.tr("What changed?"), self._inside)
        heading.setFont(theme.font("heading"))
        column.addWidget(heading)
        column.addWidget(_text(sentences.summary(found, before), self._inside))
        if missing := sentences.unrated(found):
            column.addWidget(soft_line(missing))
        all_groups = sentences.groups(found, before, after)
        for group in all_groups:
            self._add_group(column, group)
        if not all_groups and found.kept:
            column.addSpacing(8)
            column.addWidget(_text(self.tr("Nothing that was filled in twice differs."), self))
        self._add_figures(column, found)
        self._add_again(column, found)
        column.addSpacing(12)
        column.addWidget(
            soft_line(
                self.tr(
                    "Two drawings of two moments. You may also have come to look at it "
                    "otherwise: a difference is not yet an effect of something."
                )
            )
        )

    def _add_group(self, column: QVBoxLayout, group: Group) -> None:
        column.addSpacing(12)
        heading = QLabel(f"{group.heading} · {len(group.changes)}", self._inside)
        heading.setFont(caption_font())
        heading.setProperty("role", "soft")
        column.addWidget(heading)
        asks = self._beside.is_editable and any(change.asks_why for change in group.changes)
        if group.note and asks:
            column.addWidget(soft_line(group.note))
        for change in group.changes:
            button = ChangeButton(change, self._inside)
            button.clicked.connect(self._pick)
            self.buttons.append(button)
            column.addWidget(button)
            if change.asks_why and self._beside.is_editable:
                column.addWidget(self._reasons(change))

    def _reasons(self, change: Change) -> QWidget:
        """Return the three answers to why somebody is not there any more."""
        row = QWidget(self._inside)
        flow = FlowLayout(row, 4)
        now = self._beside.comparison.reasons.get(change.people[0])
        for reason in vocabulary().choices["departure"].values():
            text = reason.label(language.current())
            button = QPushButton(text, row)
            button.setProperty("role", "quiet")
            button.setCheckable(True)
            button.setChecked(reason.id == now)
            button.setFont(theme.font("label"))
            button.setAccessibleName(f"{change.name}: {text}")
            button.setProperty("why", (change.people[0], reason.id))
            button.clicked.connect(self._say_why)
            flow.addWidget(button)
        return row

    def _say_why(self) -> None:
        pressed = self.sender()
        assert pressed is not None
        person, reason = pressed.property("why")
        self._beside.say_why(person, reason)

    def _add_figures(self, column: QVBoxLayout, found: Comparison) -> None:
        column.addSpacing(12)
        fold = Heading(self.tr("Figures"), self._inside)
        fold.setChecked(self._figures_open)
        column.addWidget(fold)
        grid_box = QWidget(self._inside)
        grid = QGridLayout(grid_box)
        grid.setContentsMargins(8, 0, 8, 0)
        grid.setVerticalSpacing(2)
        for row, (label, value, meaning) in enumerate(self._figures(found)):
            name, shown = _text(label, grid_box), QLabel(value, grid_box)
            name.setToolTip(meaning)
            shown.setToolTip(meaning)
            shown.setAccessibleDescription(meaning)
            grid.addWidget(name, row, 0)
            grid.addWidget(shown, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid_box.setVisible(self._figures_open)
        fold.toggled.connect(grid_box.setVisible)
        fold.toggled.connect(self._remember_figures)
        column.addWidget(grid_box)

    def _remember_figures(self, is_open: bool) -> None:
        self._figures_open = is_open

    def _figures(self, found: Comparison) -> list[tuple[str, str, str]]:
        return [
            (
                self.tr("Stability"),
                _number(found.jaccard),
                self.tr("Who is on both maps, as a part of everybody on either (Jaccard)."),
            ),
            (
                self.tr("Retention"),
                _number(found.retention),
                self.tr("Who is still there, as a part of those of the earlier map."),
            ),
            (
                self.tr("Turnover"),
                _number(found.turnover),
                self.tr("Who came or went, as a part of everybody on either map."),
            ),
            (
                self.tr("Net change"),
                f"{found.net_change:+d}" if found.net_change else "0",
                self.tr("How many partners more (or fewer) there are."),
            ),
            (
                self.tr("Lines that stayed"),
                _number(found.tie_jaccard_kept),
                self.tr(
                    "Among those who are still there: lines on both maps, as a part of the lines "
                    "on either (Jaccard)."
                ),
            ),
            (
                self.tr("Other settings"),
                _number(found.bray_curtis_settings),
                self.tr("0: as many in every setting; 1: no setting in common (Bray-Curtis)."),
            ),
            (
                self.tr("Other pattern of contact"),
                _number(found.signature_jsd),
                self.tr(
                    "How otherwise contact is spread, whoever the people are: 0 is the same "
                    "pattern, 1 is quite another (Jensen-Shannon)."
                ),
            ),
        ]

    def _add_again(self, column: QVBoxLayout, found: Comparison) -> None:
        group = sentences.hindsight(found)
        if group is not None:
            self._add_group(column, group)
        elif not self._beside.can_look_back:
            return
        else:
            column.addSpacing(12)
            heading = QLabel(sentences.hindsight_heading(), self._inside)
            heading.setFont(caption_font())
            heading.setProperty("role", "soft")
            column.addWidget(heading)
        if self._beside.can_look_back:
            column.addWidget(
                soft_line(
                    self.tr(
                        "Who has learned to look, judges otherwise. How would you rate the "
                        "earlier moment, knowing what you know now? It is kept apart and changes "
                        "nothing there."
                    )
                )
            )
            button = QPushButton(self.tr("Rate it again …"), self._inside)
            button.setProperty("role", "link")
            button.clicked.connect(self.again_requested)
            column.addWidget(button)

    def _pick(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, ChangeButton):
            chosen = set(self._beside.selection) == set(pressed.change.people)
            self._beside.select(() if chosen else pressed.change.people)
            self._show_selection()  # what is pressed shows who is selected, and nothing else

    def _show_selection(self) -> None:
        selection = set(self._beside.selection)
        for button in self.buttons:
            button.setChecked(bool(selection) and set(button.change.people) <= selection)


def _text(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _number(value: float | None) -> str:
    if value is None:
        return "–"
    shown = f"{value:.2f}"
    return shown.replace(".", ",") if language.current() == "nl" else shown
