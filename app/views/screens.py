"""The screens of the window around one document: draw, table, insight, and the library of maps."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import RESOURCES, VERSION, errors, language
from app.document import Document
from app.models.problem import Problem
from app.settings import TEXT_SIZES, Settings
from app.views import theme, words
from app.views.actions import fill_menu, make_actions
from app.views.bar import make_bar
from app.views.form import PartnerForm
from app.views.insight import InsightPanel
from app.views.map.panel import MapPanel
from app.views.map_form import MapForm
from app.views.maps import MapsPage
from app.views.notice import Notice
from app.views.people import PeopleTable
from app.views.quick_add import QuickAdd

SCREENS: Final = ("draw", "table", "insight", "maps")


class Screens(QWidget):
    """Wires the views to the document and to each other; holds no state but what is shown."""

    quit_requested = Signal()

    def __init__(self, document: Document, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._settings = settings
        self.shown = "draw"

        self.map = MapPanel(document, settings, self)
        self.table = PeopleTable(document, settings)
        self.maps = MapsPage(document, self)
        self.quick_add = QuickAdd(document, self.map.view.map_scene.place_for, self)
        self.form = PartnerForm(document, self)
        self.map_form = MapForm(document, self)
        self.insight = InsightPanel(document, self)
        self.notice = Notice(self)

        self.actions_by_id = make_actions(self, self._what_actions_do())
        self._build_bar()
        self._build_middle()
        self._build_status()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self._middle, 1)
        layout.addWidget(self._status)

        document.opened.connect(self._show_map)
        document.changed.connect(self._follow)
        document.history_changed.connect(self._show_history)
        document.selection_changed.connect(self._show_side)
        document.refused.connect(self.tell_problem)
        settings.map_view_changed.connect(self._show_lens)
        self.map.example_requested.connect(self.open_example)
        self.map.view.rename_requested.connect(self._rename)
        self.maps.example_requested.connect(self.open_example)
        self.maps.open_file_requested.connect(self.choose_file)
        self.maps.map_opened.connect(self._draw)
        self.maps.removed.connect(self._tell_removed)
        self.quick_add.left_for_map.connect(self.map.view.setFocus)
        self._show_lens()
        self._show_map()
        self._show_side()
        self.show_screen("draw")

    # Building.

    def _what_actions_do(self) -> dict[str, Callable[[], object]]:
        document, view = self._document, self.map.view
        return {
            "maps": self._show_maps,
            "new_map": self._new_map,
            "open_file": self.choose_file,
            "export": self._export,
            "example": self.open_example,
            "undo": document.undo,
            "redo": document.redo,
            "select_all": self._select_all,
            "tie": self._tie_selected,
            "add": self._go_to_quick_add,
            "draw": self._draw,
            "table": self._show_table,
            "insight": self._show_insight,
            "lens_free": self._free_lens,
            "lens_importance": self._importance_lens,
            "sectors": self._toggle_sectors,
            "zoom_in": view.zoom_in,
            "zoom_out": view.zoom_out,
            "fit": view.fit,
            "saved": self._tell_saved,
            "about": self._about,
            "quit": self.quit_requested.emit,
        }

    def _build_bar(self) -> None:
        self._bar, row = make_bar(self)
        self._title = QPushButton(self)
        self._title.setProperty("role", "flat")
        self._title.clicked.connect(self._show_maps)
        self._title.setToolTip(self.tr("My maps"))
        row.addWidget(self._title)
        row.addStretch(1)
        self._tabs = QButtonGroup(self)
        for number, (text, tip) in enumerate(
            (
                (self.tr("Draw"), "Ctrl+1"),
                (self.tr("Table"), "Ctrl+2"),
                (self.tr("Insight"), "Ctrl+3"),
            )
        ):
            tab = QPushButton(text, self)
            tab.setProperty("role", "tab")
            tab.setCheckable(True)
            tab.setToolTip(f"{text} ({tip})")
            self._tabs.addButton(tab, number)
            row.addWidget(tab)
        self._tabs.idClicked.connect(self._choose_tab)
        row.addStretch(1)
        self._undo = self._icon_button("undo", self._document.undo)
        self._redo = self._icon_button("redo", self._document.redo)
        row.addWidget(self._undo)
        row.addWidget(self._redo)
        menu_button = self._icon_button("menu", None)
        menu_button.setToolTip(self.tr("Menu (F10)"))
        menu_button.setAccessibleName(self.tr("Menu"))
        menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu_button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        menu_button.setMenu(self._make_menu(menu_button))
        opens = QAction(self)
        opens.setShortcut("F10")
        opens.triggered.connect(menu_button.showMenu)
        self.addAction(opens)
        row.addWidget(menu_button)

    def _icon_button(self, name: str, does: object) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(theme.icon(name))
        button.setIconSize(QSize(theme.scaled(20), theme.scaled(20)))
        button.setProperty("role", "flat")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if does is not None:
            button.clicked.connect(does)
        return button

    def _make_menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        fill_menu(menu, self.actions_by_id)
        before = self.actions_by_id["about"]
        languages = {
            "system": self.tr("As the system"),
            "nl": "Nederlands",
            "en": "English",
        }
        themes = {
            "system": self.tr("As the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
        }
        sizes = {str(size): f"{size} %" for size in TEXT_SIZES}
        for title, name, choices, now in (
            (self.tr("Language"), "language", languages, self._settings.language),
            (self.tr("Theme"), "theme", themes, self._settings.theme),
            (self.tr("Text size"), "text_size", sizes, str(self._settings.text_size)),
        ):
            sub = QMenu(title, menu)
            group = QActionGroup(sub)
            for value, text in choices.items():
                action = sub.addAction(text)
                action.setCheckable(True)
                action.setChecked(value == now)
                action.setData((name, value))
                group.addAction(action)
            group.triggered.connect(self._choose_appearance)
            menu.insertMenu(before, sub)
        motion = QAction(self.tr("Let people glide to their place"), menu)
        motion.setCheckable(True)
        motion.setChecked(self._settings.motion)
        motion.toggled.connect(self._set_motion)
        menu.insertAction(before, motion)
        menu.insertSeparator(before)
        return menu

    def _build_middle(self) -> None:
        self._middle = QWidget(self)
        row = QHBoxLayout(self._middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._left = QFrame(self)
        self._left.setProperty("role", "left")
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.quick_add)
        self._centre = QStackedWidget(self)
        for view in (self.map, self.table, self.maps):
            self._centre.addWidget(view)
        self._right = QFrame(self)
        self._right.setProperty("role", "right")
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        self._sides = QStackedWidget(self)
        self._side_of = {
            "form": self.form,
            "map_form": self.map_form,
            "insight": self.insight,
        }
        for side in self._side_of.values():
            self._sides.addWidget(side)
        right.addWidget(self._sides)
        row.addWidget(self._left)
        row.addWidget(self._centre, 1)
        row.addWidget(self._right)

    def _build_status(self) -> None:
        self._status = QFrame(self)
        self._status.setProperty("role", "status")
        row = QHBoxLayout(self._status)
        row.setContentsMargins(16, 4, 16, 4)
        self._counts = QLabel(self)
        self._counts.setProperty("role", "soft")
        self._counts.setFont(theme.font("label"))
        self._kept = QLabel(self)
        self._kept.setProperty("role", "soft")
        self._kept.setFont(theme.font("label"))
        row.addWidget(self._counts, 1)
        row.addWidget(self._kept)

    def let_go(self) -> None:
        """Stop listening: a new set of screens takes over."""
        for action in self.actions():
            self.removeAction(action)
        self.deleteLater()

    # Showing.

    def show_screen(self, screen: str) -> None:
        """Show `draw`, `table`, `insight` or `maps`."""
        self.shown = screen
        self._centre.setCurrentWidget(
            {"table": self.table, "maps": self.maps}.get(screen, self.map)
        )
        self._left.setVisible(screen in ("draw", "table"))
        self._show_right()
        narrow = self.width() < 1200
        self._left.setFixedWidth(theme.side_width(self.width()))
        wide_side = theme.scaled(360 if narrow else 420)
        side = wide_side if screen == "insight" else theme.scaled(272 if narrow else 304)
        self._right.setFixedWidth(min(side, max(self.width() // 2, 272)))
        if screen in SCREENS[:3]:
            self._tabs.button(SCREENS.index(screen)).setChecked(True)
        else:
            self._tabs.setExclusive(False)
            for tab in self._tabs.buttons():
                tab.setChecked(False)
            self._tabs.setExclusive(True)
        self._show_side()

    def _show_right(self) -> None:
        """Leave the side away where it would say nothing: an empty map, a narrow table."""
        document = self._document
        empty = not (document.is_open and document.map.partners)
        narrow_table = self.shown == "table" and self.width() < 1200
        hidden = self.shown == "maps" or narrow_table or (empty and self.shown != "insight")
        self._right.setVisible(not hidden)

    def resizeEvent(self, event: object) -> None:
        """Give the sides less room in a narrow window."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.show_screen(self.shown)

    def _show_side(self) -> None:
        if self.shown == "insight":
            side = "insight"
        else:
            side = "form" if self._document.selection else "map_form"
        self._sides.setCurrentWidget(self._side_of[side])
        several = len(self._document.selection) > 1 and self._document.is_editable
        self.actions_by_id["tie"].setEnabled(several)

    def _show_map(self) -> None:
        document = self._document
        if document.is_open:
            network = document.map.network
            parts = [words.map_title(network), words.shown_date(network.moment)]
            self._title.setText(" · ".join(part for part in parts if part))
            self._settings.last_map = network.id
        else:
            self._title.setText(self.tr("My maps"))
            self.show_screen("maps")
        self._show_counts()
        self._show_history()
        self._show_right()

    def _follow(self, before: object, after: object) -> None:
        network = self._document.map.network
        if isinstance(after, dict) and network.id in after:
            self._show_map()
        self._show_counts()
        self._show_right()

    def _show_counts(self) -> None:
        document = self._document
        if not document.is_open:
            self._counts.clear()
            self._kept.clear()
            return
        partners = document.map.partners
        parts = [words.partner_count(len(partners))]
        starred = sum(partner.named_important for partner in partners)
        unrated = sum(p.frequency is None or p.importance is None for p in partners)
        if starred:
            parts.append(self.tr("{n} named as most important").replace("{n}", str(starred)))
        if unrated:
            parts.append(self.tr("{n} not filled in yet").replace("{n}", str(unrated)))
        if document.map.network.example:
            parts.insert(0, self.tr("Example: nobody here exists"))
        self._counts.setText("   ·   ".join(parts))
        if document.library.read_only:
            self._kept.setText(self.tr("read only"))
        elif document.map.network.finished:
            self._kept.setText(self.tr("finished"))
        else:
            self._kept.setText(self.tr("✓ kept"))

    def _show_history(self) -> None:
        history = self._document.history
        for button, action, edit, what in (
            (self._undo, self.actions_by_id["undo"], history.undoable, self.tr("Undo")),
            (self._redo, self.actions_by_id["redo"], history.redoable, self.tr("Redo")),
        ):
            text = f"{what}: {words.edit_name(edit)}" if edit else what
            button.setEnabled(edit is not None)
            button.setToolTip(text)
            button.setAccessibleName(text)
            action.setEnabled(edit is not None)
            action.setText(text)

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
        self.notice.tell(text, self.tr("Undo"), self._bring_back)

    def _bring_back(self) -> None:
        self._document.restore_map(self._removed)

    def _tell_saved(self) -> None:
        self.notice.tell(self.tr("Everything is kept already, at every change."))

    # What actions do.

    def _choose_tab(self, number: int) -> None:
        self.show_screen(SCREENS[number])

    def _draw(self) -> None:
        self.show_screen("draw")
        self.quick_add.field.setFocus()

    def _show_table(self) -> None:
        self.show_screen("table")
        self.table.setFocus()

    def _show_insight(self) -> None:
        self.show_screen("insight")
        self.insight.setFocus()

    def _show_maps(self) -> None:
        self.show_screen("maps")
        self.maps.focus_first()

    def _new_map(self) -> None:
        if self._document.new_map(self.tr("My ecology")):
            self._draw()

    def _free_lens(self) -> None:
        self._settings.lens = "free"

    def _importance_lens(self) -> None:
        self._settings.lens = "importance"

    def _toggle_sectors(self) -> None:
        self._settings.sectors = not self._settings.sectors

    def _set_motion(self, glides: bool) -> None:
        self._settings.motion = glides

    def _choose_appearance(self, action: QAction) -> None:
        name, value = action.data()
        setattr(self._settings, name, int(value) if name == "text_size" else value)

    def _go_to_quick_add(self) -> None:
        if self.shown not in ("draw", "table"):
            self.show_screen("draw")
        self.quick_add.field.setFocus()
        self.quick_add.field.selectAll()

    def _select_all(self) -> None:
        if self._document.is_open:
            self._document.select(partner.id for partner in self._document.map.partners)

    def _tie_selected(self) -> None:
        self._document.tie_all(self._document.selection)

    def _rename(self) -> None:
        if self.shown == "insight":
            self.show_screen("draw")
        self.form.edit_name()

    def choose_file(self) -> None:
        """Ask for a `.kring` file and open it."""
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open a map"), "", self.tr("Maps of Kring (*.kring)")
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
        if self._document.add_map(whole):
            self.show_screen("draw")

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
            f"{proposed or 'kring'}.kring",
            self.tr("Maps of Kring (*.kring)"),
        )
        if name:
            self.export_to(Path(name))

    def export_to(self, path: Path) -> None:
        """Write the open map to a file."""
        from app.exchange.kring_file import write_kring

        path = path if path.suffix else path.with_suffix(".kring")
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
                "Ctrl+K   add a partner\n"
                "F5, F6   free map, rings of importance\n"
                "Ctrl+1, 2, 3   draw, table, insight\n"
                "Ctrl+Z   undo"
            )
        )
        box.exec()
