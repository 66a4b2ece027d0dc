"""The menu that asks for whom of several a finding is not right."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.views.widgets.menu import Menu
from app.words import phrases, say


def menu_of_whom(parent: QWidget, names: Mapping[str, str]) -> Menu:
    """Return a menu with each of them, by id, and all of them together."""
    menu = Menu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction(say("Who is it not right for?")).setEnabled(False)
    menu.addSeparator()
    for key, name in names.items():
        menu.addAction(phrases.literal(name)).setData(key)
    menu.addSeparator()
    menu.addAction(say("For all of them"))
    return menu
