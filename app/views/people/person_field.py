"""A field for somebody on the map: typed with completion, or chosen from a list."""

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter

from app.document import Document
from app.models.rules import NAME_LENGTH
from app.models.vocabulary import folded
from app.views.widgets.fields import Combo
from app.views.widgets.new_line import NewLine
from app.words import joined, phrases


class PersonField(Combo):
    """Names of the map; half a name is enough where it fits one of them only."""

    entered = Signal()

    def __init__(self, document: Document, caption: str) -> None:
        super().__init__()
        self._document = document
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMinimumContentsLength(12)
        self.line = NewLine(self)
        self.line.setMaxLength(NAME_LENGTH)
        self.line.setPlaceholderText(caption)
        self.setLineEdit(self.line)
        for part in (self, self.line):
            part.setAccessibleName(caption)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.line.returnPressed.connect(self.entered)
        self.refresh()

    def refresh(self) -> None:
        """Offer who is on the map now; what was typed or chosen stays."""
        typed, chosen = self.line.text(), self.chosen if self.line.text() else None
        partners = self._document.map.partners if self._document.is_open else ()
        times = Counter(folded(partner.name) for partner in partners)
        self.clear()
        for partner in sorted(partners, key=lambda one: folded(one.name)):
            more = phrases.setting_label(partner.setting)
            is_twin = times[folded(partner.name)] > 1  # two may share a name
            self.addItem(joined((partner.name, more)) if is_twin else partner.name, partner.id)
        self.show_who(chosen)
        if chosen is None:
            self.line.setText(typed)

    def show_who(self, partner_id: str | None) -> None:
        """Show somebody as chosen, or nobody."""
        self.setCurrentIndex(self.findData(partner_id) if partner_id else -1)
        if self.currentIndex() < 0:
            self.line.clear()

    @property
    def chosen(self) -> str | None:
        """Return the id of the partner meant; None for nobody, or where it may be several."""
        typed = folded(self.line.text())
        if not typed:
            return None
        if self.currentIndex() >= 0 and folded(self.currentText()) == folded(
            self.itemText(self.currentIndex())
        ):
            found = self.currentData()
            return found if isinstance(found, str) else None
        names = [folded(self.itemText(row)) for row in range(self.count())]
        for fits in (str.__eq__, str.startswith, str.__contains__):
            rows = [row for row, name in enumerate(names) if fits(name, typed)]
            if rows:
                return str(self.itemData(rows[0])) if len(rows) == 1 else None
        return None
