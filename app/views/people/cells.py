"""Changing a cell of the table in place: by a menu of the answers of its field."""

from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.document import Document
from app.models.network import Partner, rules_of
from app.views.widgets.menu import Menu
from app.words import current_language, fields, phrases
from app.words.field_names import field_label


class Answers(QObject):
    """Opens the answers of a field below a cell, and gives the one that is chosen."""

    def __init__(self, document: Document, table: QWidget) -> None:
        super().__init__(table)
        self._document = document

    def has(self, field: str) -> bool:
        """Tell whether a field has answers to choose from."""
        return rules_of(Partner)[field].kind in ("scale", "star")

    def open(self, field: str, at: QPoint) -> None:
        """Offer the answers, the present one marked; a star has two, so it changes at once."""
        chosen = self._document.selected
        values = {getattr(partner, field) for partner in chosen}
        if rules_of(Partner)[field].kind == "star":
            self._give(field, not all(values))
            return
        table = self.parent()
        assert isinstance(table, QWidget)
        menu = Menu(table, field_label(field))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        steps = fields.scale_of(rules_of(Partner)[field]).steps
        answers: list[tuple[str, Any]] = [
            (step.label(current_language()), step.code) for step in steps
        ]
        for text, value in (*answers, (phrases.not_filled_in(), None)):
            action = menu.addAction(phrases.literal(text))
            action.setData((field, value))
            action.setCheckable(True)
            action.setChecked(values == {value})
            if action.isChecked():
                menu.setActiveAction(action)
        menu.triggered.connect(self._choose)
        menu.popup(at)

    def _choose(self, action: QAction) -> None:
        self._give(*action.data())

    def _give(self, field: str, value: Any) -> None:
        self._document.end_merging()
        self._document.set_partners(self._document.selection, **{field: value})
        self._document.end_merging()
