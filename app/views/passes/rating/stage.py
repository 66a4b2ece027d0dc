"""Where the card lies that is on; at the end of a round, what to do next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.models.network import Partner
from app.views.passes.parts import Choice
from app.views.passes.stage import Stage
from app.views.widgets import theme


class RoundStage(Stage):
    """The present card; at the end of a round a sentence and what to do next."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sentence = QLabel(self)
        self._sentence.setWordWrap(True)
        self._sentence.setFont(theme.font("question"))
        self._sentence.setMaximumWidth(theme.scaled(560))
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.first = Choice("primary", self)
        self.others = [Choice("flat", self) for _ in range(2)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        as_read = QHBoxLayout()  # no wider than a line is read
        as_read.addStretch(1)
        as_read.addWidget(self._sentence, 1000)
        as_read.addStretch(1)
        column.addLayout(as_read)
        column.addSpacing(theme.scaled(12))
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(theme.GRID)
        row.addStretch(1)
        for button in (self.first, *self.others):
            row.addWidget(button)
        row.addStretch(1)
        column.addStretch(1)

    def show_cards(self, cards: Sequence[Partner], note: str, spoken: str) -> None:
        """Show the first of these cards with the others behind it; `note` is its last line."""
        super().show_cards(cards, note, spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        buttons = (self.first, *self.others)
        if any(button.hasFocus() for button in buttons):
            self.setFocus()  # before they go: it would go past others, aloud
        for widget in (self._sentence, *buttons):
            widget.hide()

    def show_pause(self, sentence: str, first: str, others: Sequence[str]) -> None:
        """Show a sentence, the one thing to do next, and what else there is (empty: not there)."""
        self._cards = ()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # there is no card to have it
        self._sentence.setText(sentence)
        self._sentence.show()
        for button, text in zip((self.first, *self.others), (first, *others), strict=True):
            button.setText(text)
            button.setVisible(bool(text))
        self.setAccessibleName(sentence)
        self.unsetCursor()
        self.update()
