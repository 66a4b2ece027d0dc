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
from app.views.insight.whom_menu import menu_of_whom
from app.views.map.marks import DIFFERENCES
from app.views.widgets import drafts, theme
from app.views.widgets.flow import FlowLayout, keep_room
from app.views.widgets.heard_as import hear_as
from app.views.widgets.icons import shown_icon
from app.views.widgets.memory import remember
from app.views.widgets.menu import Menu
from app.views.widgets.new_text import NewText
from app.views.widgets.texts import paragraph
from app.views.widgets.word_button import WordButton
from app.views.widgets.wrapping import OneLine
from app.words import joined, say, say_n
from app.words.listing import together

if TYPE_CHECKING:
    from app.analysis.findings import Finding

_NOT_SO: Final = False
_FEW: Final = 3
"""Of up to so many people a button says who they are, and else what is said of them."""
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

    def __init__(self, *, moves: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moves = moves
        self._finding: Finding | None = None
        self._names: dict[str, str] = {}
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
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._lay_words(column)
        self._lay_buttons(column)
        self.more_button = self._make_more()
        self.buttons = (self.intend_button, self.more_button, *self._rest)
        whole.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignTop)
        self._lay_field(column)
        self.folds = {"why": remember(self.why_button, ""), "more": remember(self.more_button, "")}
        drafts.watch(self)

    def _lay_words(self, column: QVBoxLayout) -> None:
        self.title = paragraph(self, role="strong")
        self.sentence = paragraph(self, role="text")
        self.question = paragraph(self, role="text", soft=True)
        self.why = paragraph(self, role="text", soft=True)
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
        row = FlowLayout(spacing=8)
        column.addLayout(row)
        self.intend_button = self._button(row, say("Make a plan …"), self._open_field)
        self.why_button = hear_as(self._button(row, say("Why")), "fold")
        self.why_button.toggled.connect(self.why.setVisible)
        self.who_button = self._button(row, say("Who"), self._ask_who)
        self.agree_button = self._button(row, say("Yes, that is right"), self._agree)
        self.agree_button.setCheckable(True)
        self.dismiss_button = self._button(row, say("No, that is not right"), self._dismiss)
        self._rest = (self.why_button, self.who_button, self.agree_button, self.dismiss_button)
        self._offered: set[QPushButton] = set()
        """Those of the rest that can be pressed now."""
        keep_room(self.intend_button)
        column.addWidget(self.why)

    def _lay_field(self, column: QVBoxLayout) -> None:
        self.field = NewText()
        self.field.setPlaceholderText(say("What will you do next?"))
        self.field.finished.connect(self._keep)
        self.field.edited.connect(self._allow_keeping)
        self.keep_button = QPushButton(say("Save"), self)
        self.keep_button.clicked.connect(self._keep)
        writing = QHBoxLayout()
        column.addLayout(writing)
        writing.setContentsMargins(0, 0, 0, 4)
        writing.addWidget(self.field, 1)
        writing.addWidget(self.keep_button, 0, Qt.AlignmentFlag.AlignBottom)
        for hidden in (self.why, self.field, self.keep_button):
            hidden.hide()

    def draft(self) -> str:
        """Return the intention in the field, which is not in the list yet."""
        return "" if self.field.isHidden() else self.field.text().strip()

    def keep_draft(self) -> None:
        """Put it in the list."""
        self._keep()

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
        keep_room(self.agree_button, keeps=self.more_button.isChecked())
        for button in self._rest:
            button.setVisible(button in self._offered and self.more_button.isChecked())

    def _button(self, row: FlowLayout, text: str, does: object = None) -> QPushButton:
        button = WordButton(text, self)
        button.setProperty("role", "quiet")
        button.setProperty("lies", "start")
        button.setFont(theme.font("text"))
        button.setMinimumHeight(24)
        if does is not None:
            button.clicked.connect(does)
        row.addWidget(button)
        return button

    # Showing.

    @property
    def finding(self) -> "Finding | None":
        """Return the finding that is shown."""
        return self._finding

    def show_finding(
        self,
        finding: "Finding",
        seen: Study,
        *,
        editable: bool,
        intended: Sequence[str] = (),
        is_whole: bool = True,
    ) -> bool:
        """Show a finding; tell whether it says something else than before.

        What is said of a part of its people only cannot be judged: a verdict is on the whole.
        """
        self._finding = finding
        self._names = {
            key: row.partner.name for key in finding.people if (row := seen.rows.get(key))
        }
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
        rows = [seen.rows[key] for key in finding.people if key in seen.rows]
        self.faces.show_people([row.partner for row in rows])
        self.why.setText(finding.reason)
        self._show_buttons(finding, editable=editable, is_whole=is_whole)
        self.setAccessibleName(f"{finding.title}. {said}")
        return changed

    def _show_buttons(self, finding: "Finding", *, editable: bool, is_whole: bool) -> None:
        count = len(finding.people)
        show = say_n("Show", "Show {n}", count)
        self.who_button.setText(show)
        self.agree_button.setChecked(finding.verdict is True)
        says_something, dismissed = finding.claim.is_to_judge, finding.verdict is False
        self._offered = {self.why_button} | ({self.who_button} if count else set())
        if says_something and is_whole:
            self._offered |= {self.dismiss_button} | (set() if dismissed else {self.agree_button})
        self._show_rest()
        self.dismiss_button.setText(self._not_so())
        self.dismiss_button.setMinimumWidth(self.dismiss_button.sizeHint().width())
        if dismissed:
            self.dismiss_button.setText(say("It is right after all"))
        self.intend_button.setVisible(says_something and not dismissed)
        for button in (self.agree_button, self.dismiss_button, self.intend_button):
            button.setEnabled(editable)
        # What it says is heard once, with the card they stand on.
        about = together(list(self._names.values())) if 0 < count <= _FEW else finding.title
        for button in self.buttons:
            said = button.text() or button.toolTip()
            button.setAccessibleName(joined((said, about), between=": "))

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

    def _not_so(self) -> str:
        return (
            say("No, that is not right …") if self._asks_of_whom() else say("No, that is not right")
        )

    def _asks_of_whom(self) -> bool:
        finding = self._finding
        return finding is not None and finding.claim.per_partner and len(finding.people) > 1

    def begin_anew(self) -> None:
        """Forget what was said or typed: another finding is going to be shown."""
        self.unmark()
        self.sentence.clear()
        self._close_field()

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

    # What the buttons ask.

    def _ask_who(self) -> None:
        if self._finding is not None:
            self.who_wanted.emit(self._finding.people)

    def _agree(self) -> None:
        agrees = True if self.agree_button.isChecked() else None
        self.judged.emit(self._finding, None, agrees)

    def _dismiss(self) -> None:
        finding = self._finding
        if finding is None:
            return
        if finding.verdict is False:
            self.judged.emit(finding, None, None)
        elif self._asks_of_whom():
            menu = self.menu_of_whom()
            menu.popup(self.dismiss_button.mapToGlobal(self.dismiss_button.rect().bottomLeft()))
        else:
            self.judged.emit(finding, None, _NOT_SO)

    def menu_of_whom(self) -> Menu:
        """Return the menu that asks of whom it is not so."""
        menu = menu_of_whom(self, self._names)
        menu.triggered.connect(self._dismiss_one)
        return menu

    def _dismiss_one(self, action: object) -> None:
        self.judged.emit(self._finding, action.data(), _NOT_SO)  # type: ignore[attr-defined]

    def _open_field(self) -> None:
        shown = self.field.isHidden()
        self._allow_keeping(self.field.text())
        self.field.setVisible(shown)
        self.keep_button.setVisible(shown)
        if shown:
            self.field.setAccessibleName(self.intend_button.accessibleName())
            self.field.setFocus()

    def _allow_keeping(self, text: str) -> None:
        self.keep_button.setEnabled(bool(text.strip()))

    def _keep(self) -> None:
        text = self.field.text().strip()
        if not text:
            return
        self._close_field()
        self.intended.emit(self._finding, text)

    def take_back(self, text: str) -> None:
        """Show again what could not be kept."""
        self.field.setPlainText(text)
        self.field.show()
        self.keep_button.show()

    def _close_field(self) -> None:
        had_focus = self.field.hasFocus() or self.keep_button.hasFocus()
        self.field.clear()
        self.field.hide()
        self.keep_button.hide()
        if had_focus:
            self.intend_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the field away with Escape."""
        if event.key() == Qt.Key.Key_Escape and not self.field.isHidden():
            self._close_field()
        else:
            super().keyPressEvent(event)
