"""The column beside the pictures: what changed, in sentences, and figures for who wants them."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.analysis.changes import sentences
from app.analysis.changes.chapters import Change, Group, chapter_heading
from app.analysis.changes.opening_sentence import opening
from app.analysis.comparison import Comparison
from app.models.moments import reasons
from app.models.network import Partner
from app.views.compare.chosen_moments import ComparedMoments
from app.views.insight import mark
from app.views.widgets import theme
from app.views.widgets.fields import caption_font, hairline, soft_line
from app.views.widgets.flow import FlowLayout
from app.views.widgets.one_stop import OneStop
from app.views.widgets.texts import paragraph
from app.views.widgets.wrapping import wrapped
from app.words import current_language, joined, phrases, say, say_in

_FACE: Final = 24
"""Pixels of a disc before a change; of two, the second stands behind the first."""
_FACES: Final = 2


class ChangeButton(QPushButton):
    """One change: who it is about, and what is different. Pressed it selects them."""

    def __init__(self, change: Change, faces: Sequence[Partner], parent: QWidget) -> None:
        """`faces` are those it is about, as far as there is room to draw them."""
        super().__init__(parent)
        self.change, self._faces = change, tuple(faces)[:_FACES]
        self._heights: dict[tuple[int, str], int] = {}
        self.setText(change.name)
        self.setAccessibleName(change.spoken)
        self.setCheckable(True)
        self.setEnabled(bool(change.people))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _lines(self, width: int) -> list[tuple[str, QFont, str]]:
        room = max(width - self._pad - self._left, 40)
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

    @property
    def _left(self) -> int:
        """Return the left edge of the words: behind the faces, the same for all."""
        return self._pad + theme.scaled(_FACE + 10)

    def _paint_faces(self, painter: QPainter) -> None:
        side = theme.scaled(_FACE)
        middle = QPointF(self._pad / 2 + side / 2, theme.scaled(6) + side / 2)
        worn = theme.current()
        around = worn.colour("chosen" if self.isChecked() else "panel")
        for partner in self._faces[1:]:  # of whom no letters would be seen whole
            behind = mark.outline(partner, side).translated(middle + QPointF(side * 0.3, 0))
            painter.fillPath(behind, worn.setting(partner.setting))
        for partner in self._faces[:1]:
            painter.fillPath(mark.outline(partner, side, 1.5).translated(middle), around)
            mark.paint(painter, partner, side, middle)

    def hasHeightForWidth(self) -> bool:
        """Return True: words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines: a column asks for it hundreds of times."""
        asked = width, theme.letters()
        if asked not in self._heights:
            lines = sum(QFontMetrics(font).height() for _, font, _ in self._lines(width))
            self._heights[asked] = max(lines + theme.scaled(8), theme.scaled(36))
        return self._heights[asked]

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
        corner = theme.CORNERS["cell"]
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(worn.colour("chosen"))
            painter.drawRoundedRect(area, corner, corner)
        elif self.underMouse() and self.isEnabled():
            painter.setBrush(worn.colour("faint"))
            painter.drawRoundedRect(area, corner, corner)
        self._paint_faces(painter)
        top = theme.scaled(4)
        for line, font, token in self._lines(self.width()):
            high = QFontMetrics(font).height()
            painter.setFont(font)
            painter.setPen(worn.colour("on_chosen" if self.isChecked() else token))
            place = QRectF(self._left, top, self.width() - self._left - self._pad, high)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, line)
            top += high


class Column(QScrollArea):
    """Follows what lies beside each other; rebuilt when that changes."""

    heard_as = "group"

    again_requested = Signal()
    """The earlier map is to be rated again, with the eyes of now."""

    def __init__(self, compared: ComparedMoments, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compared = compared
        self.buttons: list[ChangeButton] = []
        self.setProperty("role", "side")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(say_in("Column", "What changed"))
        self._inside = QWidget(self)
        compared.changed.connect(self.refresh)
        compared.selection_changed.connect(self._show_selection)

    def refresh(self) -> None:
        """Say what changed, as it is now."""
        self.buttons = []
        kept, held = self.verticalScrollBar().value(), self._held()
        self._inside = QWidget(self)
        self._inside.setProperty("role", "side")
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(16, 16, 12, 16)
        column.setSpacing(4)
        if self._compared.can_compare:
            self._fill(column)
        column.addStretch(1)
        self.setWidget(self._inside)
        self._show_selection()
        for button in self._inside.findChildren(QPushButton):
            if held == (type(button), button.accessibleName()):
                button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.verticalScrollBar().setValue(kept)

    def _held(self) -> tuple[type, str] | None:
        """Return which button has the keyboard: a change, or an answer to one; None for neither."""
        buttons = self._inside.findChildren(QPushButton)
        return next(((type(one), one.accessibleName()) for one in buttons if one.hasFocus()), None)

    def _fill(self, column: QVBoxLayout) -> None:
        compared = self._compared
        found, before, after = compared.comparison, compared.before, compared.after
        heading = paragraph(self._inside, opening(found))
        heading.setFont(theme.font("heading"))
        column.addWidget(heading)
        column.addWidget(paragraph(self._inside, sentences.summary(found, before)))
        if missing := sentences.unrated(found):
            column.addWidget(soft_line(missing))
        if waiting := sentences.wished(before, after):
            column.addWidget(soft_line(waiting))
        all_groups = sentences.groups(found, before, after)
        chapter = ""
        for group in all_groups:
            if group.chapter != chapter:
                chapter = group.chapter
                self._add_chapter(column, chapter)
            self._add_group(column, group)
        if not all_groups and found.kept:
            column.addSpacing(8)
            column.addWidget(paragraph(self, say("Nothing you answered both times has changed.")))
        if alike := sentences.same_answers(found, before, after):
            column.addSpacing(12)
            column.addWidget(soft_line(alike))
        if chapter:
            self._add_chapter(column, "")
        self._add_again(column, found)
        OneStop([button for button in self.buttons if button.isEnabled()], self._inside)
        column.addSpacing(12)
        column.addWidget(soft_line(sentences.caution()))

    def _add_chapter(self, column: QVBoxLayout, chapter: str) -> None:
        """Begin one of the four kinds of change; what follows them is set apart by a line alone."""
        column.addSpacing(16)
        column.addWidget(hairline())
        if chapter:
            column.addSpacing(8)
            column.addWidget(paragraph(self._inside, chapter_heading(chapter), "strong"))

    def _add_heading(self, column: QVBoxLayout, text: str) -> None:
        heading = paragraph(self._inside, text, soft=True)
        heading.setFont(caption_font())
        column.addWidget(heading)

    def _add_group(self, column: QVBoxLayout, group: Group) -> None:
        column.addSpacing(8)
        self._add_heading(column, joined((group.heading, len(group.changes)), between=" · "))
        asks = self._compared.is_editable and any(change.asks_why for change in group.changes)
        if group.note:
            why = say("Do you know the reason?") if asks else ""
            column.addWidget(soft_line(" ".join(text for text in (group.note, why) if text)))
        for change in group.changes:
            button = ChangeButton(change, self._faces(change), self._inside)
            button.clicked.connect(self._pick)
            self.buttons.append(button)
            column.addWidget(button)
            if not self._compared.is_editable:
                continue
            if change.asks_why:
                column.addWidget(self._reasons(change))
            elif change.intention:
                column.addWidget(self._outcomes(change))

    def _faces(self, change: Change) -> list[Partner]:
        """Return the partners of a change, as they are now or were before they went."""
        now, then = self._compared.after, self._compared.before
        known = (now.partner(key) or then.partner(key) for key in change.people)
        return [partner for partner in known if partner is not None]

    def _reasons(self, change: Change) -> QWidget:
        """Return the answers to why somebody is not there any more, and that they are after all."""
        [person, *_] = change.people
        answers = {reason.id: reason.label(current_language()) for reason in reasons()}
        answers = {"": say_in("Column", "still in contact"), **answers}
        now = self._compared.comparison.reasons.get(person)
        return self._answers(change, answers, now, partial(self._say_why, person))

    def _outcomes(self, change: Change) -> QWidget:
        """Return the answers to what came of an intention."""
        answers = {state: text.lower() for state, text in phrases.intention_states().items()}
        now = self._compared.state_of(change.intention)
        give = partial(self._compared.say_what_came_of, change.intention)
        return self._answers(change, answers, now, give)

    def _answers(
        self,
        change: Change,
        answers: Mapping[str, str],
        now: str | None,
        give: Callable[[str], None],
    ) -> QWidget:
        row = QWidget(self._inside)
        flow = FlowLayout(row, 4)
        for answer, text in answers.items():
            button = QPushButton(text, row)
            button.setProperty("role", "chip")
            button.setCheckable(True)
            button.setChecked(answer == now)
            button.setFont(theme.font("label"))
            button.setAccessibleName(joined((change.name, text), between=": "))
            button.clicked.connect(partial(give, answer))
            flow.addWidget(button)
        OneStop(row.findChildren(QPushButton), row)
        return row

    def _say_why(self, person: str, reason: str) -> None:
        if reason:
            self._compared.say_why(person, reason)
        else:
            self._compared.bring_back(person)

    def _add_again(self, column: QVBoxLayout, found: Comparison) -> None:
        group = sentences.hindsight(found)
        if group is not None:
            self._add_group(column, group)
        elif not self._compared.can_look_back:
            return
        else:
            column.addSpacing(12)
            self._add_heading(column, sentences.hindsight_heading())
        if self._compared.can_look_back:
            column.addWidget(
                soft_line(
                    say(
                        "Your view may have changed. Knowing what you know now, how would you "
                        "rate the earlier moment? This is saved separately and changes nothing "
                        "there."
                    )
                )
            )
            button = QPushButton(say("Rate it again …"), self._inside)
            button.setProperty("role", "quiet")
            button.setProperty("lies", "start")
            button.clicked.connect(self.again_requested)
            column.addWidget(button)

    def _pick(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, ChangeButton):
            chosen = set(self._compared.selection) == set(pressed.change.people)
            self._compared.select(() if chosen else pressed.change.people)
            self._show_selection()  # what is pressed shows who is selected, and nothing else

    def _show_selection(self) -> None:
        selection = set(self._compared.selection)
        for button in self.buttons:
            people = set(button.change.people)
            button.setChecked(bool(people) and people <= selection)
