"""The screens of the window around one document: draw, table, insight, and the library of maps."""

from collections.abc import Callable
from functools import cached_property
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QMenu,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app import RESOURCES, VERSION, errors, language
from app.document import Document
from app.models.problem import Problem
from app.settings import Settings
from app.views import theme, words
from app.views.actions import PERSONAL, make_actions
from app.views.bar import TopBar
from app.views.map.panel import MapPanel
from app.views.notice import Notice
from app.views.quick_add import QuickAdd
from app.views.status import StatusLine

if TYPE_CHECKING:
    from app.views.form import PartnerForm
    from app.views.insight import InsightPanel
    from app.views.map_form import MapForm
    from app.views.maps import MapsPage
    from app.views.people import PeopleTable
    from app.views.rating.panel import RatingPass

_REST_AFTER = 100
"""Milliseconds after the map is there until what is not seen yet gets built, a part at a time."""


class Screens(QWidget):
    """Wires the views to the document and to each other; holds no state but what is shown.

    The map comes first. The other parts are built when they are asked for, or a moment later.
    """

    quit_requested = Signal()

    def __init__(self, document: Document, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._settings = settings
        self.shown = "draw"
        self.map = MapPanel(document, settings, self)
        self.quick_add = QuickAdd(document, self.map.view.map_scene.place_for, self)
        self.notice = Notice(self)
        self.actions_by_id = make_actions(self, self._what_actions_do())
        self.bar = TopBar(document, settings, self.actions_by_id, self)
        self.status = StatusLine(document, self)
        self._build()
        self._to_build = ["map_form", "form", "table", "insight", "maps", "rating"]
        self._building = QTimer(self)
        self._building.setInterval(_REST_AFTER)
        self._building.timeout.connect(self._build_next)

        self.notice.pressed.connect(self._bring_back)
        document.opened.connect(self._show_map)
        document.changed.connect(self._follow)
        document.selection_changed.connect(self._show_side)
        document.refused.connect(self.tell_problem)
        settings.map_view_changed.connect(self._show_lens)
        self.bar.tab_chosen.connect(self._choose_tab)
        self.map.view.menu_requested.connect(self._open_menu)
        self.map.example_requested.connect(self.open_example)
        self.map.view.rename_requested.connect(self._rename)
        self.quick_add.left_for_map.connect(self.map.view.setFocus)
        self.quick_add.rate_requested.connect(self._start_rating)
        self._show_lens()
        self.show_screen("draw")
        self._show_map()
        self._building.start()

    # Building.

    def _build(self) -> None:
        self._left = QFrame(self)
        self._left.setProperty("role", "left")
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.quick_add)
        self._centre = QStackedWidget(self)
        self._centre.addWidget(self.map)
        self._right = QFrame(self)
        self._right.setProperty("role", "right")
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        self._sides = QStackedWidget(self)
        right.addWidget(self._sides)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        middle = QHBoxLayout()
        layout.addLayout(middle, 1)  # filled only now: see docs/decisions/0008-qt.md
        middle.setSpacing(0)
        middle.addWidget(self._left)
        middle.addWidget(self._centre, 1)
        middle.addWidget(self._right)
        layout.addWidget(self.status)

    def _build_next(self) -> None:
        if not self._to_build:
            self._building.stop()
            return
        getattr(self, self._to_build.pop(0))
        self._show_side()

    @cached_property
    def form(self) -> "PartnerForm":
        """Return the form of the selected partners."""
        from app.views.form import PartnerForm

        form = PartnerForm(self._document, self)
        form.name_finished.connect(self._go_to_people)
        self._sides.addWidget(form)
        return form

    @cached_property
    def map_form(self) -> "MapForm":
        """Return the form of the map as a whole."""
        from app.views.map_form import MapForm

        form = MapForm(self._document, self)
        self._sides.addWidget(form)
        return form

    @cached_property
    def insight(self) -> "InsightPanel":
        """Return the gap panel."""
        from app.views.insight import InsightPanel

        panel = InsightPanel(self._document, self)
        self._sides.addWidget(panel)
        return panel

    @cached_property
    def table(self) -> "PeopleTable":
        """Return the table of partners."""
        from app.views.people import PeopleTable

        table = PeopleTable(self._document, self._settings, self)
        self._centre.addWidget(table)
        return table

    @cached_property
    def rating(self) -> "RatingPass":
        """Return the pass that asks one question at a time."""
        from app.views.rating.panel import RatingPass

        rating = RatingPass(self._document, self, self._settings)
        rating.left.connect(self._draw)
        self._centre.addWidget(rating)
        return rating

    @cached_property
    def maps(self) -> "MapsPage":
        """Return the library of maps."""
        from app.views.maps import MapsPage

        maps = MapsPage(self._document, self)
        maps.example_requested.connect(self.open_example)
        maps.open_file_requested.connect(self.choose_file)
        maps.map_made.connect(self._free_lens)
        maps.map_opened.connect(self._draw)
        maps.removed.connect(self._tell_removed)
        self._centre.addWidget(maps)
        return maps

    def _what_actions_do(self) -> dict[str, Callable[[], object]]:
        view = self.map.view
        return {
            "maps": self._show_maps,
            "new_map": self._new_map,
            "open_file": self.choose_file,
            "export": self._export,
            "example": self.open_example,
            "undo": self._undo,
            "redo": self._redo,
            "rename": self._rename,
            "star": self._star,
            "take_off": view.take_off,
            "remove": self._remove,
            "select_all": self._select_all,
            "tie": self._tie_selected,
            "add": self._go_to_quick_add,
            "rate": self._start_rating,
            "draw": self._draw,
            "table": self._show_table,
            "insight": self._show_insight,
            "lens_free": self._free_lens,
            "lens_importance": self._importance_lens,
            "lens_contact": self._contact_lens,
            "lens_gap": self._gap_lens,
            "sectors": self._toggle_sectors,
            "zoom_in": view.zoom_in,
            "zoom_out": view.zoom_out,
            "fit": view.fit,
            "saved": self._tell_saved,
            "about": self._about,
            "quit": self.quit_requested.emit,
        }

    def let_go(self) -> None:
        """Stop listening: a new set of screens takes over."""
        self._building.stop()
        for action in self.actions():
            self.removeAction(action)
        self.deleteLater()

    # Showing.

    def show_screen(self, screen: str) -> None:
        """Show `draw`, `table`, `insight`, `rate` or `maps`; the last alone without a map."""
        screen = screen if self._document.is_open else "maps"
        self.shown = screen
        self._settings.look_through("gap" if screen == "insight" else "")
        elsewhere = {"table": "table", "maps": "maps", "rate": "rating"}.get(screen, "map")
        self._centre.setCurrentWidget(getattr(self, elsewhere))
        self.bar.show_tab(screen)
        self._give_room()
        self._show_side()

    def resizeEvent(self, event: object) -> None:
        """Give the sides less room in a narrow window."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._give_room()

    def _give_room(self) -> None:
        """Give each side its width, and leave out the right where it would say nothing."""
        document, narrow = self._document, self.width() < 1200
        self._left.setVisible(self.shown in ("draw", "table"))
        self._left.setFixedWidth(theme.side_width(self.width()))
        if self.shown == "insight":
            wanted = theme.scaled(360 if narrow else 420)
        else:
            wanted = theme.scaled(272 if narrow else 304)
        # With large text the sides want more than there is: the map keeps its share.
        self._right.setFixedWidth(max(min(wanted, round(self.width() * 0.34)), 272))
        nobody = not (document.is_open and document.map.partners)
        hidden = (
            self.shown in ("maps", "rate")
            or (self.shown == "table" and narrow)
            or (self.shown != "insight" and nobody)
        )
        self._right.setVisible(not hidden)

    def _show_side(self) -> None:
        """Show the side that belongs to the screen and the selection, once it is built."""
        number = len(self._document.selection) if self._document.is_editable else 0
        for name in PERSONAL:
            self.actions_by_id[name].setEnabled(number > 0)
        self.actions_by_id["rename"].setEnabled(number == 1)
        self.actions_by_id["tie"].setEnabled(number > 1)
        if self.shown == "insight":
            self._sides.setCurrentWidget(self.insight)
        elif self._to_build and self._to_build[0] == "map_form":
            return  # the map is only just there
        else:
            self._sides.setCurrentWidget(self.form if self._document.selection else self.map_form)

    def _show_map(self) -> None:
        if self._document.is_open:
            self._settings.last_map = self._document.map.network.id
        else:
            self.show_screen("maps")
        self._give_room()

    def _follow(self, before: object, after: object) -> None:
        self._give_room()

    def _show_lens(self) -> None:
        self.quick_add.tray.set_lens(self._settings.lens)
        self.actions_by_id["sectors"].setChecked(self._settings.sectors)

    # Telling.

    def tell_problem(self, problem: Problem) -> None:
        """Say in a sentence what did not work."""
        self.notice.tell(errors.sentence(problem), stays=True)

    def _tell_removed(self, network_id: str, title: str) -> None:
        self._removed = network_id
        text = self.tr("“{title}” is removed.").replace("{title}", title)
        self.notice.tell(text, self.tr("Undo"))

    def _bring_back(self) -> None:
        self._document.restore_map(self._removed)

    def _tell_saved(self) -> None:
        self.notice.tell(self.tr("Everything is kept already, at every change."))

    # What actions do.

    def _choose_tab(self, tab: str) -> None:
        {"draw": self._draw, "table": self._show_table, "insight": self._show_insight}[tab]()

    def _draw(self) -> None:
        self.show_screen("draw")
        if self._document.is_open:
            self.quick_add.field.setFocus()

    def _show_table(self) -> None:
        self.show_screen("table")
        if self._document.is_open:
            self.table.setFocus()

    def _show_insight(self) -> None:
        self.show_screen("insight")
        if self._document.is_open:
            self.insight.setFocus()

    def _start_rating(self) -> None:
        self.show_screen("rate")
        if self._document.is_open:
            self.rating.start()
            self.rating.setFocus()

    def _show_maps(self) -> None:
        self.show_screen("maps")
        self.maps.focus_first()

    def _new_map(self) -> None:
        if self._document.new_map(self.tr("My ecology")):
            self._free_lens()
            self._draw()

    def _free_lens(self) -> None:
        """Show the lens in which also who is not rated has a place; a new map begins there."""
        self._settings.lens = "free"

    def _importance_lens(self) -> None:
        self._settings.lens = "importance"

    def _contact_lens(self) -> None:
        self._settings.lens = "contact"

    def _gap_lens(self) -> None:
        self._settings.lens = "gap"

    def _toggle_sectors(self) -> None:
        self._settings.sectors = not self._settings.sectors

    def _go_to_quick_add(self) -> None:
        if self.shown not in ("draw", "table"):
            self.show_screen("draw")
        self.quick_add.field.setFocus()
        self.quick_add.field.selectAll()

    def _undo(self) -> None:
        edit = self._document.history.undoable
        if edit and self._document.undo():
            self.status.say(self.tr("Undone: {what}").replace("{what}", words.edit_name(edit)))

    def _redo(self) -> None:
        edit = self._document.history.redoable
        if edit and self._document.redo():
            self.status.say(self.tr("Redone: {what}").replace("{what}", words.edit_name(edit)))

    def _star(self) -> None:
        starred = all(partner.named_important for partner in self._document.selected)
        self._document.set_partners(self._document.selection, named_important=not starred)

    def _remove(self) -> None:
        self._document.remove_partners(self._document.selection)

    def _open_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions([self.actions_by_id[name] for name in PERSONAL])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def _select_all(self) -> None:
        if self._document.is_open:
            self._document.select(partner.id for partner in self._document.map.partners)

    def _tie_selected(self) -> None:
        self._document.tie_all(self._document.selection)

    def _go_to_people(self) -> None:
        (self.table if self.shown == "table" else self.map.view).setFocus()

    def _rename(self) -> None:
        if self.shown == "insight":
            self.show_screen("draw")
        self.form.edit_name()

    # Files.

    def choose_file(self) -> None:
        """Ask for a `.kring` file and open it."""
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open a map"), _documents(), self.tr("Maps of Kring (*.kring)")
        )
        if name:
            self.open_file(Path(name))

    def open_file(self, path: Path) -> None:
        """Add the map of a file to the library and show it."""
        from app.exchange.kring_file import read_kring

        try:
            whole = read_kring(path)
        except Problem as problem:
            self.tell_problem(problem)
            return
        opened = self._document.add_map(whole)
        if opened is None:
            return
        self.show_screen("draw")
        if opened != whole.network.id:
            self.notice.tell(
                self.tr("You had this map already, and it differs. Now you have both.")
            )

    def open_example(self) -> None:
        """Add the example map, in the language of the app, and show it."""
        self.open_file(RESOURCES / "examples" / f"example_{language.current()}.kring")

    def _export(self) -> None:
        if not self._document.is_open:
            return
        title = words.map_title(self._document.map.network)
        proposed = "".join(c if c.isalnum() or c in " -_" else "_" for c in title).strip()
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Keep a copy of this map, with all names and notes"),
            str(Path(_documents()) / f"{proposed or 'kring'}.kring"),
            self.tr("Maps of Kring (*.kring)"),
        )
        if name:
            self.export_to(Path(name))

    def export_to(self, path: Path) -> None:
        """Write the open map to a file."""
        from app.exchange.kring_file import write_kring

        if path.suffix != ".kring":
            # The dialog asked about the name as typed: what has .kring behind it stays.
            path = unused(path.with_name(path.name + ".kring"))
        try:
            write_kring(self._document.map, path)
        except Problem as problem:
            self.tell_problem(problem)
            return
        text = self.tr("A copy is in {file}. It holds all names and notes.")
        self.notice.tell(text.replace("{file}", path.name))

    def _about(self) -> None:
        box = QMessageBox(self)
        box.setWindowTitle("Kring")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(f"Kring {VERSION}")
        box.setInformativeText(
            self.tr(
                "Everything stays on this computer; Kring never uses the network.\n\n"
                "With somebody selected:\n"
                "0 – 6   how often you have contact\n"
                "Shift + 1 – 5   how important the contact is\n"
                "S   one of my most important\n"
                "T, then somebody else   they know each other\n"
                "F2   rename\n"
                "Delete   back to the tray; once more: gone\n"
                "Arrow keys   walk from person to person\n\n"
                "Ctrl+L   add a partner\n"
                "Ctrl+R   rate everybody, one question at a time\n"
                "F5 – F8   free map, importance, contact, gap\n"
                "Ctrl+1, 2, 3   draw, table, insight\n"
                "Ctrl+Z   undo"
            )
        )
        box.exec()


def unused(path: Path) -> Path:
    """Return this path, or where it is taken one with a number that is not."""
    others = (path.with_stem(f"{path.stem} {number}") for number in count(2))
    return next(other for other in chain([path], others) if not other.exists())


def _documents() -> str:
    """Return the folder in which people keep their documents."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
