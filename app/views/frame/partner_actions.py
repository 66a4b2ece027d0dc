"""What is done with partners from the menu, the keyboard or the pointer, and where that leads."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from app.document import Document
from app.views.frame.actions import PERSONAL
from app.views.people.kind_menu import Giving
from app.views.widgets import theme
from app.words import say

if TYPE_CHECKING:
    from app.views.frame.screens import Screens


class PartnerActions(QObject):
    """Leads to the map, the form or a menu. A child of the screens, which it asks to show them."""

    def __init__(self, document: Document, page: "Screens") -> None:
        super().__init__(page)
        self._document = document
        self.giving = Giving(document, page)

    def _page(self) -> "Screens":
        return cast("Screens", self.parent())

    def open_menu(self, where: QPoint) -> None:
        """Open the menu of who is selected."""
        page = self._page()
        menu = QMenu(page)
        menu.addActions([page.actions_by_id[name] for name in PERSONAL])
        if self._document.is_editable and self._document.selection:
            giving = QMenu(say("Kind and setting"), menu)
            self.giving.fill(giving)
            menu.insertMenu(menu.actions()[0], giving)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def give(self) -> None:
        """Let the kind or the setting of who is selected be chosen, else of who has none."""
        page = self._page()
        if not self._document.selection:
            page.deeds.select_unknown()
        if self._document.is_editable and self._document.selection:
            menu = QMenu(page)
            self.giving.fill(menu)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            at = page.mapFromGlobal(QCursor.pos())
            corner = page.room.centre.pos() + QPoint(theme.scaled(24), theme.scaled(24))
            menu.popup(page.mapToGlobal(at if page.rect().contains(at) else corner))

    def give_unknown(self) -> None:
        """Let the kind or the setting be chosen of who has none."""
        self._page().deeds.select_unknown()
        self.give()

    def tie_selected(self) -> None:
        """Tie everybody who is selected to each other, and show the lines."""
        if self._document.tie_all(self._document.selection):
            self._page().map.view.kit.reveal("ties")

    def outline(self) -> None:
        """Draw an outline around who is selected."""
        self._on_map()
        self._page().map.view.drafting.outline_selected()

    def write_text(self) -> None:
        """Begin a text on the map."""
        self._on_map()
        self._page().map.view.drafting.write_text()

    def list_drawn(self) -> None:
        """Walk through what is drawn on the map."""
        self._on_map()
        self._page().map.view.drafting.list_drawn()

    def _on_map(self) -> None:
        page = self._page()
        if self._document.is_open and page.shown != "draw":
            page.show_screen("draw")
        page.map.view.setFocus()

    def go_to_people(self) -> None:
        """Give the keyboard to where people are chosen: the table or the map."""
        page = self._page()
        (page.table if page.shown == "table" else page.map.view).setFocus()

    def go_to_quick_add(self) -> None:
        """Give the keyboard to the field for a name."""
        page = self._page()
        if page.shown not in ("draw", "table"):
            page.show_screen("draw")
        page.quick_add.field.setFocus()
        page.quick_add.field.selectAll()

    def rename(self) -> None:
        """Lead to the name of who is selected."""
        page = self._page()
        if page.is_live:
            page.deeds.ask_name()
            return
        if page.shown == "insight":
            page.show_screen("draw")
        page.form.edit_name()
