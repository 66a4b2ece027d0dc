"""*Who else?*: words to add partners with."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.document import Document
from app.models.vocabulary import vocabulary
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
        self.words: dict[str, QPushButton] = {}
        """By kind, the word that adds one of it."""
        self._shown: object = None
        tongue, known = current_language(), vocabulary()
        lines = QVBoxLayout()
        self._column.addLayout(lines)
        lines.setSpacing(0)
        for setting in known.settings.values():
            mark = shown_icon("inside" if known.is_inside(setting.id) else "outside", setting.id)
            for kind in known.kinds.values():
                if kind.setting == setting.id and kind.prompt(tongue):
                    word = WordButton(kind.prompt(tongue), self, mark)
                    word.setProperty("role", "quiet")
                    word.setProperty("lies", "row")
                    word.setProperty("kind", kind.id)
                    word.setFont(theme.font("label"))
                    word.setMinimumWidth(1)  # a long word is divided in a narrow side
                    word.setIconSize(QSize(theme.scaled(12), theme.scaled(12)))
                    word.setToolTip(setting.label(tongue))
                    added = say("Add: {who}", who=kind.prompt(tongue))
                    word.setAccessibleName(joined((added, setting.label(tongue)), between=", "))
                    word.clicked.connect(self._choose)
                    self.words[kind.id] = word
                    lines.addWidget(word)

        self._stop = OneStop(list(self.words.values()), self)

    def refresh(self) -> None:
        """Offer only kinds that are not on the map yet."""
        partners = self._document.map.partners if self._document.is_open else ()
        present = {partner.kind for partner in partners}
        if (bool(partners), present) == self._shown:
            return
        self._shown = (bool(partners), present)
        self._heading.setText(say("Who else?") if partners else say("To start with"))
        self._stop.leave_out([word for kind, word in self.words.items() if kind in present])
        for kind, word in self.words.items():
            word.setVisible(kind not in present)

    def _choose(self) -> None:
        self.chosen.emit(self.sender().property("kind"))
