"""Changing a cell of the table in place: by a menu of the answers of its field."""

from typing import Any, Final

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.document import Document
from app.models.network import Partner, rules_of
from app.views.widgets.menu import Menu
from app.words import fields, phrases
from app.words.field_names import field_label

_TURNED: Final = ("star", "switch")


class Answers(QObject):
    """Opens the answers of a field below a cell, and gives the one that is chosen."""

    def __init__(self, document: Document, table: QWidget) -> None:
        super().__init__(table)
        self._document = document

    def has(self, field: str) -> bool:
        """Tell whether a field has answers to choose from; a setting comes along with a kind."""
        rule = rules_of(Partner)[field]
        chosen = rule.kind in ("scale", "choice") and rule.listed not in ("", "settings")
        return chosen or rule.kind in _TURNED

    def open(self, field: str, at: QPoint) -> None:
        """Offer the answers, the present one marked; where there are two, it changes at once."""
        chosen, rule = self._document.selected, rules_of(Partner)[field]
        values = {getattr(partner, field) for partner in chosen}
        if rule.kind in _TURNED:
            self._give(field, not all(values))
            return
        table = self.parent()
        assert isinstance(table, QWidget)
        menu = Menu(table, field_label(field))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for value in (*fields.values(rule), None):
            action = menu.addAction(phrases.literal(fields.full(rule, value)))
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
