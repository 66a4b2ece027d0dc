"""The end of the pass: how it stands, and who is new."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.document import Document
from app.models.network import Partner
from app.models.rules import NAME_LENGTH
from app.models.vocabulary import vocabulary
from app.views.passes.parts import Choice, middle_column
from app.views.widgets import drafts, theme
from app.views.widgets.flow import FlowLayout
from app.views.widgets.new_line import NewLine, add_tick
from app.views.widgets.wrapping import AllLines
from app.words import current_language, joined, say


class Newcomers(QWidget):
    """A field that stays open, type and Enter, and the ways on."""

    rate_requested = Signal()
    done = Signal()
    back_requested = Signal()
    """The last one who was asked about is to be asked about again."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        middle, column = middle_column(self)
        self.heading = _label(middle, "question")
        self.heading.setText(say("Who is new?"))
        self.stands = _label(middle, "reading")
        self.field = NewLine(middle)
        self.field.setMaxLength(NAME_LENGTH)
        self.field.setPlaceholderText(say("A name or a role, then Enter"))
        self.field.setAccessibleName(self.heading.text())
        self.field.returnPressed.connect(self._add)
        add_tick(self.field)
        self.there = _label(middle, "reading")
        self.there.setProperty("role", "soft")
        buttons = QWidget(middle)
        flow = FlowLayout(buttons, theme.GRID)
        self.rate = Choice("primary", buttons)
        self.leave, self.back = Choice("flat", buttons), Choice("flat", buttons)
        self.rate.setText(say("Rate everyone"))
        self.leave.setText(say("To the map"))
        self.back.setText(say("Previous"))
        self.rate.clicked.connect(self.rate_requested)
        self.leave.clicked.connect(self.done)
        self.back.clicked.connect(self.back_requested)
        for button in (self.rate, self.leave, self.back):
            flow.addWidget(button)
        for widget in (self.heading, self.stands, self.field, buttons):
            column.addWidget(widget)
        # Below the buttons, where names that come move nothing a person is about to press.
        policy = self.there.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.there.setSizePolicy(policy)
        self.there.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.there, 3)
        drafts.watch(self)

    def draft(self) -> str:
        """Return the name in the field, which is nobody on the map yet."""
        return self.field.text().strip() if self._document.is_editable else ""

    def keep_draft(self) -> None:
        """Add who is in the field."""
        self._add()

    def show_state(self, stands: str, newcomers: Sequence[Partner], *, can_go_back: bool) -> None:
        """Show how the pass stands, who is new so far, and the way back."""
        self.back.setEnabled(can_go_back)
        self.stands.setText(stands)
        self.there.setText(joined(partner.name for partner in newcomers))
        self.there.setVisible(bool(newcomers))
        self.field.setEnabled(self._document.is_editable)

    def _add(self) -> None:
        typed = self.field.text()
        known = vocabulary().certain(typed, current_language())
        if self._document.add_partner(typed, kind=known.id if known else None) is not None:
            self.field.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter add while something is typed; Escape is for the pass."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus():
            return  # the field has had it
        super().keyPressEvent(event)


def _label(parent: QWidget, role: str) -> QLabel:
    label = AllLines(parent=parent)
    label.setFont(theme.font(role))
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
