"""*Who else?*: words to add partners with."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.document import Document
from app.models.vocabulary import Kind, vocabulary
from app.views.widgets import theme
from app.views.widgets.icons import shown_icon
from app.views.widgets.one_stop import OneStop
from app.views.widgets.word_button import WordButton
from app.words import current_language, joined, say


class Prompts(QWidget):
    """*Who else?*: for every setting a word or two to add, with its mark."""

    chosen = Signal(str)

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._heading = QLabel(self)
        self._heading.setFont(theme.font("strong"))
        self._column.addWidget(self._heading)
        self._lines = QVBoxLayout()
        self._column.addLayout(self._lines)
        self._lines.setSpacing(0)
        self.words: dict[str, QPushButton] = {}
        """By kind, the word that adds one of it; made once there is none on the map."""
        tongue, known = current_language(), vocabulary()
        self._kinds = [
            kind
            for setting in known.settings
            for kind in known.kinds.values()
            if kind.setting == setting and kind.prompt(tongue)
        ]
        self._shown: object = None
        self._stop = OneStop((), self)

    def refresh(self) -> None:
        """Offer only kinds that are not on the map yet."""
        partners = self._document.map.partners if self._document.is_open else ()
        present = {partner.kind for partner in partners}
        if (bool(partners), present) == self._shown:
            return
        self._shown = (bool(partners), present)
        self._heading.setText(say("Who else?") if partners else say("To start with"))
        self._make([kind for kind in self._kinds if kind.id not in present])
        self._stop.leave_out([word for kind, word in self.words.items() if kind in present])
        for kind, word in self.words.items():
            word.setVisible(kind not in present)

    def _make(self, offered: Sequence[Kind]) -> None:
        """Make the words that are not there yet, each in its place among the others."""
        if all(kind.id in self.words for kind in offered):
            return
        self.words = {
            kind.id: self.words.get(kind.id) or self._word(kind)
            for kind in self._kinds
            if kind.id in self.words or kind in offered
        }
        for place, word in enumerate(self.words.values()):
            self._lines.insertWidget(place, word)
        self._stop.take(list(self.words.values()))

    def _word(self, kind: Kind) -> QPushButton:
        tongue, known = current_language(), vocabulary()
        mark = shown_icon("inside" if known.is_inside(kind.setting) else "outside", kind.setting)
        word = WordButton(kind.prompt(tongue), self, mark)
        word.setProperty("role", "quiet")
        word.setProperty("lies", "row")
        word.setProperty("kind", kind.id)
        word.setFont(theme.font("label"))
        word.setMinimumWidth(1)  # a long word is divided in a narrow side
        word.setIconSize(QSize(theme.scaled(12), theme.scaled(12)))
        area = known.settings[kind.setting].label(tongue)
        word.setToolTip(area)
        added = say("Add: {who}", who=kind.prompt(tongue))
        word.setAccessibleName(joined((added, area), between=", "))
        word.clicked.connect(self._choose)
        return word

    def _choose(self) -> None:
        self.chosen.emit(self.sender().property("kind"))
