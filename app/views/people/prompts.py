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
        self.chips: dict[str, QPushButton] = {}
        self._shown: object = None
        tongue, known = current_language(), vocabulary()
        lines = QVBoxLayout()
        self._column.addLayout(lines)
        lines.setSpacing(0)
        for setting in known.settings.values():
            mark = shown_icon("inside" if known.is_inside(setting.id) else "outside", setting.id)
            for kind in known.kinds.values():
                if kind.setting == setting.id and kind.prompt(tongue):
                    chip = WordButton(kind.prompt(tongue), self, mark)
                    chip.setProperty("role", "quiet")
                    chip.setProperty("lies", "row")
                    chip.setProperty("kind", kind.id)
                    chip.setFont(theme.font("label"))
                    chip.setMinimumWidth(1)  # a long word is divided in a narrow side
                    chip.setIconSize(QSize(theme.scaled(12), theme.scaled(12)))
                    chip.setToolTip(setting.label(tongue))
                    added = say("Add: {who}", who=kind.prompt(tongue))
                    chip.setAccessibleName(joined((added, setting.label(tongue)), between=", "))
                    chip.clicked.connect(self._choose)
                    self.chips[kind.id] = chip
                    lines.addWidget(chip)

        self._stop = OneStop(list(self.chips.values()), self)

    def refresh(self) -> None:
        """Offer only kinds that are not on the map yet."""
        partners = self._document.map.partners if self._document.is_open else ()
        present = {partner.kind for partner in partners}
        if (bool(partners), present) == self._shown:
            return
        self._shown = (bool(partners), present)
        self._heading.setText(say("Who else?") if partners else say("To start with"))
        self._stop.leave_out([chip for kind, chip in self.chips.items() if kind in present])
        for kind, chip in self.chips.items():
            chip.setVisible(kind not in present)

    def _choose(self) -> None:
        self.chosen.emit(self.sender().property("kind"))
