"""Menus that give the selected partners a kind or a setting from a menu: one click, one step."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from app.document import Document
from app.models.network import Partner
from app.models.vocabulary import Kind, vocabulary
from app.views.widgets.menu import Menu
from app.words import current_language, phrases, say

_FEW = 3


def _likely(partners: Sequence[Partner], tongue: str) -> list[Kind]:
    """Return the kinds that the name of a partner without one may mean."""
    if len(partners) != 1 or partners[0].kind is not None:
        return []
    return vocabulary().recognise(partners[0].name, tongue)[:_FEW]


class KindMenu(QObject):
    """Fills menus with the settings and the kinds, and gives what is chosen there."""

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document

    def fill(self, menu: Menu) -> None:
        """Put the settings into a menu, each with its kinds behind it."""
        tongue = current_language()
        chosen = self._document.selected
        settings = {partner.setting for partner in chosen}
        kinds = {partner.kind for partner in chosen}
        likely = _likely(chosen, tongue)
        for kind in likely:
            self._add(menu, kind.label(tongue), "kind", kind.id, kinds == {kind.id})
        if likely:
            menu.addSeparator()
        for setting in vocabulary().settings.values():
            below = menu.inside(phrases.literal(setting.label(tongue)))
            self._add(below, say("This area"), "setting", setting.id, settings == {setting.id})
            below.addSeparator()
            for kind in vocabulary().kinds.values():
                if kind.setting == setting.id:
                    self._add(below, kind.label(tongue), "kind", kind.id, kinds == {kind.id})
        menu.triggered.connect(self._give)

    def _add(self, menu: Menu, text: str, field: str, value: str, is_so: bool) -> None:
        action = menu.addAction(phrases.literal(text[0].upper() + text[1:]))
        action.setData((field, value))
        action.setCheckable(True)
        action.setChecked(is_so)

    def _give(self, action: QAction) -> None:
        given = action.data()
        if given:
            field, value = given
            self._document.end_merging()
            self._document.set_partners(self._document.selection, **{field: value})
            self._document.end_merging()
