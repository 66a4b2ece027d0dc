"""One finding on a card: what it says, why, who, whether it is so, and what to do with it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEasingCurve, QRectF, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.analysis.study import Study
from app.views.insight.faces import Faces
from app.views.insight.finding_rest import OnCard, Rest, quiet_button
from app.views.insight.finding_step import NextStep
from app.views.map.marks import DIFFERENCES
from app.views.widgets import theme
from app.views.widgets.flow import FlowLayout, keep_room
from app.views.widgets.heard_as import hear_as
from app.views.widgets.icons import shown_icon
from app.views.widgets.memory import memory_of, remember
from app.views.widgets.texts import paragraph
from app.views.widgets.wrapping import OneLine
from app.words import joined, say

if TYPE_CHECKING:
    from app.analysis.findings import Finding

MARKED_FOR: Final = 4000
"""Milliseconds a sentence that changed is marked."""


class Card(QFrame):
    """Shows a finding; asks for everything else."""

    who_wanted = Signal(object)
    """The ids of the people of this finding are to be selected."""
    judged = Signal(object, object, object)
    """The finding; of whom, or None for all; and whether it is so (None takes it back)."""
    intended = Signal(object, str)
    """The finding, and what the person means to do."""
    buttons_came = Signal()
    """There are more buttons now."""

    def __init__(self, *, moves: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moves = moves
        self._shown: OnCard | None = None
        self._name = ""
        self._rest: Rest | None = None
        self._step: NextStep | None = None
        self._marked = 0.0
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(MARKED_FOR)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.setEasingCurve(QEasingCurve.Type.InQuad)
        self._fade.valueChanged.connect(self._show_mark)
        self._moment = QTimer(self)
        self._moment.setSingleShot(True)
        self._moment.setInterval(MARKED_FOR)
        self._moment.timeout.connect(self.unmark)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 12)
        whole.setSpacing(4)
        self.faces = Faces(self)
        whole.addWidget(self.faces, 0, Qt.AlignmentFlag.AlignTop)
        whole.addSpacing(4)
        body = QWidget(self)  # a layout in one is as narrow as what is hidden in it
        whole.addWidget(body, 1)
        column = self._column = QVBoxLayout(body)
        self._row = FlowLayout(spacing=8)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        self._lay_words(column)
        self._lay_buttons(column)
        self.more_button = self._make_more()
        whole.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignTop)
        self._folds = {"more": remember(self.more_button, "")}

    def _lay_words(self, column: QVBoxLayout) -> None:
        self.title = paragraph(self, role="strong")
        self.sentence = paragraph(self, role="text")
        self.question = paragraph(self, role="text", soft=True)
        self.trace = OneLine(self)
        self.trace.setFont(theme.font("text"))
        for label in (self.title, self.sentence):
            column.addWidget(label)
        # What you made of it takes the place of the question: no card below moves.
        asked = QGridLayout()
        asked.addWidget(self.question, 0, 0)
        asked.addWidget(self.trace, 0, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(asked)
        keep_room(self.question)

    def _lay_buttons(self, column: QVBoxLayout) -> None:
        column.addSpacing(4)
        column.addLayout(self._row)
        self.intend_button = quiet_button(self, self._row, say("Make a plan …"))
        self.intend_button.clicked.connect(self._open_field)
        keep_room(self.intend_button)

    @property
    def rest(self) -> Rest:
        """Return what stands behind the dots, made when it is first wanted: few ever press them."""
        if self._rest is None:
            rest = self._rest = Rest(self, self._row)
            self._column.insertWidget(self._column.indexOf(self._row) + 1, rest.why)
            self._folds["why"] = remember(rest.why_button, f"why {self._name}")
            self._folds["why"].begin()
            rest.who_wanted.connect(self.who_wanted)
            rest.judged.connect(self.judged)
            if self._shown is not None:
                rest.show_finding(self._shown)
            rest.unfold(unfolded=self.more_button.isChecked())
            self.buttons_came.emit()
        return self._rest

    @property
    def step(self) -> NextStep:
        """Return where what is intended is written, made when it is first wanted."""
        if self._step is None:
            self._step = NextStep(self)
            self._step.kept.connect(self._intend)
            self._step.left.connect(self.intend_button.setFocus)
            self._column.addWidget(self._step)
        return self._step

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """Return the buttons there are."""
        rest = () if self._rest is None else self._rest.buttons
        return (self.intend_button, self.more_button, *rest)

    def go_by(self, name: str) -> None:
        """Have what is folded on it stand as it was left under a name, that of a finding."""
        if name == self._name:
            return
        self._name = name
        if memory_of(self).get(f"why {name}", default=False):
            assert self.rest  # why is read on, also where the dots were pressed again
        for part, fold in tuple(self._folds.items()):  # the dots may bring another
            fold.call(f"{part} {name}")

    def draft(self) -> str:
        """Return the intention in the field, which is not in the list yet."""
        return "" if self._step is None else self._step.draft()

    def _make_more(self) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("role", "icon")
        hear_as(button, "fold")
        button.setIcon(shown_icon("more", "soft_ink"))
        button.setFixedSize(theme.scaled(28), theme.scaled(28))
        button.setToolTip(say("Why, who, and whether it is right"))
        button.toggled.connect(self._show_rest)
        return button

    def _show_rest(self) -> None:
        """Show what can be done besides, where the dots were pressed."""
        if (unfolded := self.more_button.isChecked()) or self._rest is not None:
            self.rest.unfold(unfolded=unfolded)

    # Showing.

    @property
    def finding(self) -> "Finding | None":
        """Return the finding that is shown."""
        return None if self._shown is None else self._shown.finding

    def show_finding(
        self,
        finding: "Finding",
        seen: Study,
        *,
        editable: bool,
        intended: Sequence[str] = (),
        is_whole: bool = True,
    ) -> bool:
        """Show a finding; tell whether it says something else than before."""
        rows = [seen.rows[key] for key in finding.people if key in seen.rows]
        names = {row.partner.id: row.partner.name for row in rows}
        self._shown = OnCard(finding, names, editable, is_whole)
        said = finding.sentence
        changed = said != self.sentence.text()
        self.title.setText(finding.title)
        self.sentence.setText(said)
        # The colour means that somebody stands out; a quadrant alone does not say so.
        colour = DIFFERENCES.get(finding.claim.quadrant) if finding.notable else None
        palette, ink = self.title.palette(), theme.current().colour(colour or "soft_ink")
        if palette.color(self.title.foregroundRole()) != ink:
            palette.setColor(self.title.foregroundRole(), ink)
            self.title.setPalette(palette)
        self._show_trace(finding, intended)
        self.faces.show_people([row.partner for row in rows])
        self._show_buttons(self._shown)
        self.setAccessibleName(f"{finding.title}. {said}")
        return changed

    def _show_buttons(self, shown: OnCard) -> None:
        finding = shown.finding
        self.intend_button.setVisible(finding.claim.is_to_judge and finding.verdict is not False)
        self.intend_button.setEnabled(shown.editable)
        # What it says is heard once, with the card they stand on.
        about = shown.about
        for button, said in (
            (self.intend_button, self.intend_button.text()),
            (self.more_button, self.more_button.toolTip()),
        ):
            button.setAccessibleName(joined((said, about), between=": "))
        if self._rest is not None:
            self._rest.show_finding(shown)
            self._show_rest()

    def _show_trace(self, finding: "Finding", intended: Sequence[str]) -> None:
        """Say what the owner made of it: so, not so, and what is intended."""
        so = {True: say("✓ You said: that is right."), False: say("You said: that is not right.")}
        lines = [so[finding.verdict]] if finding.verdict is not None else []
        lines += [say("⚑ Plan: {what}", what=one) for one in intended]
        self.trace.setText(joined(lines, between=" · "))
        self.trace.setVisible(bool(lines))
        self.question.setText(finding.question)
        self.question.setVisible(bool(finding.question) and not lines)
        retains = bool(finding.question) or finding.claim.is_to_judge
        keep_room(self.question, keeps=retains)

    def begin_anew(self) -> None:
        """Forget what was said or typed: another finding is going to be shown."""
        self.unmark()
        self.sentence.clear()
        if self._step is not None:
            self._step.put_away()

    def mark(self) -> None:
        """Mark for a moment that the sentence changed; without motion it does not fade."""
        self._marked = 1.0
        if self._moves:
            self._fade.start()
        else:
            self._moment.start()
        self.update()

    def unmark(self) -> None:
        """Mark no longer."""
        self._fade.stop()
        self._moment.stop()
        self._show_mark(0.0)

    @property
    def is_marked(self) -> bool:
        """Tell whether the sentence is marked as changed."""
        return self._marked > 0

    def _show_mark(self, share: float) -> None:
        self._marked = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of what changed just now, and the line to the next."""
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.is_marked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.mix("marked", "panel", round(self._marked * 20) / 20))
            painter.drawRoundedRect(area, theme.RADIUS, theme.RADIUS)
        painter.setPen(QPen(colours.colour("hairline"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())

    # What is intended.

    def _open_field(self) -> None:
        self.step.field.setAccessibleName(self.intend_button.accessibleName())
        self.step.open_or_close()

    def _intend(self, text: str) -> None:
        self.intended.emit(self.finding, text)

    def take_back(self, text: str) -> None:
        """Show again what could not be kept."""
        self.step.take_back(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the field away with Escape."""
        is_open = self._step is not None and not self._step.isHidden()
        if event.key() == Qt.Key.Key_Escape and is_open:
            self.step.put_away()
        else:
            super().keyPressEvent(event)
