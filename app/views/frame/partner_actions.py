"""What is done with partners from the menu, the keyboard or the pointer, and where that leads."""

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from app.views.frame import folding
from app.views.frame.page import Page
from app.views.frame.screen_list import find_bar, form, maps, table
from app.views.widgets.menu import Menu
from app.words import phrases, say

PERSONAL = (
    "rename",
    "star",
    "tie",
    "move",
    "merge",
    "outline",
    "select_kind",
    "select_setting",
    "copy",
    "cut",
    "take_off",
    "remove",
)
"""The commands for the selected people; also the menu under the pointer."""

READING = ("select_kind", "select_setting", "copy")
"""Those of them for a finished map too."""


def allow(page: Page, *, on_people: bool) -> None:
    """Allow what can be done with who is selected, on a screen where people are chosen or not."""
    chosen = len(page.document.selection)
    number = chosen if page.document.is_editable else 0
    actions = page.actions_by_id
    for name in PERSONAL:
        actions[name].setEnabled((chosen if name in READING else number) > 0)
    for name in ("cut", "copy", "paste"):  # elsewhere the keys mean something else
        actions[name].setEnabled(on_people and (name == "paste" or actions[name].isEnabled()))
    actions["rename"].setEnabled(number == 1)
    for name in ("tie", "merge"):
        actions[name].setEnabled(number > 1)


def open_menu(page: Page, where: QPoint) -> None:
    """Open the menu of who is selected."""
    menu = Menu(page)
    menu.addActions([page.actions_by_id[name] for name in PERSONAL])
    if page.document.is_editable and page.document.selection:
        giving = Menu(menu, say("Type and area"))
        page.kind_menu.fill(giving)
        menu.insertMenu(menu.actions()[0], giving)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(where)


def give(page: Page) -> None:
    """Let the kind or the setting of who is selected be chosen, else of who has none."""
    if not page.document.selection:
        page.edits.select_unknown()
    if page.document.is_editable and page.document.selection:
        _open_giving(page)


def give_each(page: Page) -> None:
    """Let it be chosen of everybody without a setting, one after another; Escape stops."""
    if not page.document.is_editable:
        return
    one = next((p for p in page.document.map.partners if p.setting is None), None)
    if one is None:
        return
    page.document.select([one.id])
    document, asked = page.document, page.document.map.network.id

    def go_on() -> None:
        if not isValid(page) or not document.is_open or document.map.network.id != asked:
            return
        known = document.map.partner(one.id)
        if known is not None and known.setting is not None:
            QTimer.singleShot(0, page, lambda: give_each(page))

    # A menu that is gone closes whatever menu opened meanwhile.
    _open_giving(page, one.name).destroyed.connect(go_on)


def _open_giving(page: Page, about: str = "") -> Menu:
    """Open the menu of kinds and settings, below the name of who it is `about`."""
    menu = Menu(page)
    if about:
        menu.addAction(phrases.literal(about)).setEnabled(False)
        menu.addSeparator()
        menu.setAccessibleName(about)
    page.kind_menu.fill(menu)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(_at_keyboard(page))
    return menu


def _at_keyboard(page: Page) -> QPoint:
    """Return the place of a menu that a key asked for: at the one the keyboard is on."""
    at = QApplication.focusWidget()
    if at is None or not page.isAncestorOf(at):
        at = page.room.centre
    place = getattr(at, "menu_place", None)  # of a map or a table: one of many in it is meant
    return place() if place is not None else at.mapToGlobal(at.rect().bottomLeft())


def tie_selected(page: Page) -> None:
    """Tie everybody who is selected to each other, and show the lines."""
    if page.document.tie_all(page.document.selection):
        page.map.view.toolbox.reveal("ties")


def move(page: Page) -> None:
    """Pick up who is selected, to be moved by the arrow keys."""
    _to_map(page)
    if not page.map.view.map_scene.lens.takes_drops:
        page.show_freely()
    page.map.view.toolbox.take(page.map.view.toolbox.move)


def outline(page: Page) -> None:
    """Draw an outline around who is selected."""
    _to_map(page)
    page.map.view.drawing_commands.outline_selected()


def write_text(page: Page) -> None:
    """Begin a text on the map."""
    _to_map(page)
    page.map.view.drawing_commands.write_text()


def list_drawn(page: Page) -> None:
    """Walk through what is drawn on the map."""
    _to_map(page)
    page.map.view.drawing_commands.list_drawn()


def photo(page: Page) -> None:
    """Take the photo under the map in hand; where there is none, choose one."""
    _to_map(page)
    page.map.view.drawing_commands.hold_photo()
    if page.document.ground is None:
        page.photo_in.choose()


def _to_map(page: Page) -> None:
    if page.document.is_open and page.shown != "draw":
        page.go_to_map()
    page.map.view.setFocus()


def go_to_people(page: Page) -> None:
    """Give the keyboard to where people are chosen: the table or the map."""
    if page.shown == "table":
        page.part(table).begin()
    else:
        page.map.view.setFocus()


def go_to_quick_add(page: Page) -> None:
    """Give the keyboard to the field for a name."""
    if page.shown not in ("draw", "table"):
        page.go_to_map()
    page.take_names()
    page.quick_add.field.selectAll()


def find(page: Page) -> None:
    """Look for a partner on the map, in the table or in insight; for a map among my maps."""
    if page.shown == "maps":
        page.part(maps).begin_search()
        return
    if page.shown not in ("draw", "table", "insight"):
        page.go_to_map()
    if page.document.is_open:
        page.above(find_bar).begin()


def find_again(page: Page) -> None:
    """Search again for what was typed, on a page that is built anew."""
    sought = page.memory.get("find")
    if sought is not None and not page.is_live:
        page.above(find_bar).come_back(sought)


def rename_or_find(page: Page) -> None:
    """Rename who is selected; where that is not one person, let them be looked for first.

    What is typed next then goes to the search: on the map it would be the name of somebody new.
    """
    document = page.document
    if page.actions_by_id["rename"].isEnabled():
        page.actions_by_id["rename"].trigger()
    elif document.is_editable and document.map.partners:
        find(page)
        page.notice.tell(say("Type who it is; F2 then renames them."))


def rename(page: Page) -> None:
    """Lead to the name of who is selected."""
    if page.is_live:
        page.edits.ask_name()
        return
    if page.shown == "insight":
        page.go_to_map()
    folding.unfold_form(page)
    page.part(form, beside=True).edit_name()


def answer(page: Page, field: str) -> None:
    """Lead to a field of who is selected, in the form."""
    folding.unfold_form(page)
    page.part(form, beside=True).lead_to(field)
