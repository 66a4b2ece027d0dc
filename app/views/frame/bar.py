"""The bar at the top: which map, which screen, undo and redo, and the menu."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from app.document import Document
from app.settings import TEXT_SIZES, Settings
from app.views.frame.actions import fill_menu
from app.views.frame.screen_list import SCREENS, TABS
from app.views.widgets import theme
from app.views.widgets.icons import shown_icon
from app.words import joined, phrases, say


class TopBar(QFrame):
    """Follows the document; the actions of the window do the work."""

    def __init__(
        self,
        document: Document,
        settings: Settings,
        actions: dict[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._settings = settings
        self._actions = actions
        self.setProperty("role", "bar")
        self.setFixedHeight(theme.bar_height())
        name = QLabel("Kring", self)
        name.setFont(theme.font("heading"))
        self._title = QPushButton(self)
        self._title.setProperty("role", "flat")
        self._title.setToolTip(say("My maps"))
        self._title.setIcon(shown_icon("down", "soft_ink"))  # else it looks like a mere heading
        self._title.setIconSize(QSize(theme.scaled(12), theme.scaled(12)))
        self._title.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._title.clicked.connect(actions["maps"].trigger)
        self._tabs = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(8)
        left = _half(row)
        left.addWidget(name)
        left.addWidget(self._title)
        left.addStretch(1)
        for number, tab in enumerate(TABS):
            row.addWidget(self._make_tab(number, actions[tab]))
        self._tabs.idClicked.connect(self._choose_tab)
        right = _half(row)
        right.addStretch(1)
        self._ways = [self._make_way(actions[name]) for name in ("share", "report")]
        for way in self._ways:
            right.addWidget(way)
        self._undo = self._icon_button("undo", actions["undo"])
        self._redo = self._icon_button("redo", actions["redo"])
        right.addWidget(self._undo)
        right.addWidget(self._redo)
        self._menu_button = self._make_menu_button()
        right.addWidget(self._menu_button)
        document.opened.connect(self._show_title)
        document.library_changed.connect(self._show_title)
        document.history_changed.connect(self._show_history)
        self._show_title()
        self._show_history()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the title to the room there is."""
        super().resizeEvent(event)
        self._show_title()
        tools = (self._undo, self._redo, self._menu_button)
        wanted = sum(one.sizeHint().width() + 8 for one in (*tools, *self._ways))
        for way in self._ways:  # they stand in the menu too
            way.setVisible(wanted <= self._side_room())

    def _side_room(self) -> int:
        """Return how wide each side of the bar is beside the tabs."""
        shown = (tab for tab in self._tabs.buttons() if not tab.isHidden())
        tabs = sum(tab.sizeHint().width() + 8 for tab in shown)
        return (self.window().width() - tabs - 28) // 2

    def _make_way(self, action: QAction) -> QPushButton:
        """Return a button that leads out of Kring, or to paper."""
        way = QPushButton(action.text(), self)
        way.setProperty("role", "flat")
        way.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        way.setToolTip(f"{action.text()} ({action.shortcut().toString()})")
        way.clicked.connect(action.trigger)
        action.enabledChanged.connect(way.setEnabled)
        return way

    def show_tab(self, shown: str) -> None:
        """Show which screen is on; the library of maps has no tab."""
        for tab, button in zip(TABS, self._tabs.buttons(), strict=True):
            if SCREENS[tab].quiet:
                button.setVisible(tab == shown or self._document.has_groups)
        self._tabs.setExclusive(shown in TABS)
        for tab, button in zip(TABS, self._tabs.buttons(), strict=True):
            button.setChecked(tab == shown)

    def _make_tab(self, number: int, action: QAction) -> QPushButton:
        tab = QPushButton(action.text(), self)
        tab.setProperty("role", "tab")
        tab.setCheckable(True)
        tab.setToolTip(f"{action.text()} ({action.shortcut().toString()})")
        self._tabs.addButton(tab, number)
        return tab

    def _icon_button(self, name: str, action: QAction | None = None) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(theme.icon(name))
        button.setIconSize(QSize(theme.scaled(20), theme.scaled(20)))
        button.setProperty("role", "flat")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if action is not None:
            button.clicked.connect(action.trigger)
        return button

    def _make_menu_button(self) -> QToolButton:
        button = self._icon_button("menu")
        button.setToolTip(say("Menu (F10)"))
        button.setAccessibleName(say("Menu"))
        button.setProperty("role", "menu")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(self._make_menu(button))
        opens = QAction(self)
        opens.setShortcut("F10")
        opens.triggered.connect(button.showMenu)
        self.addAction(opens)
        return button

    def _make_menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        fill_menu(menu, self._actions)
        menu.aboutToShow.connect(self._show_file_type)
        before = self._actions["file_type"]
        as_system = say("Same as this computer")
        themes = {"system": as_system, "light": say("Light"), "dark": say("Dark")}
        languages = {"system": as_system, "nl": "Nederlands", "en": "English"}
        sizes = {str(size): f"{size} %" for size in TEXT_SIZES}
        glides, jumps = say("Animate movement"), say("Do not animate")
        motions = {"system": as_system, "on": glides, "off": jumps}
        for title, name, choices, now in (
            (say("Language"), "language", languages, self._settings.language),
            (say("Theme"), "theme", themes, self._settings.theme),
            (say("Text size"), "text_size", sizes, str(self._settings.text_size)),
            (say("Motion"), "motion_choice", motions, self._settings.motion_choice),
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
        menu.insertSeparator(self._actions["about"])
        return menu

    def _show_file_type(self) -> None:
        from app import file_type

        action = self._actions["file_type"]
        action.setVisible(file_type.is_offered())
        action.setChecked(file_type.is_on())

    def _choose_tab(self, number: int) -> None:
        self._actions[TABS[number]].trigger()

    def _choose_appearance(self, action: QAction) -> None:
        name, value = action.data()
        setattr(self._settings, name, int(value) if name == "text_size" else value)

    def _show_title(self) -> None:
        if not self._document.is_open:
            self._title.setText(say("My maps"))
            return
        network = self._document.map.network
        parts = [phrases.map_title(network), phrases.shown_date(network.moment)]
        whole = joined((part for part in parts if part), between=" · ")
        self._title.setToolTip(joined((say("My maps"), whole), between=": "))
        room = self._side_room() - theme.scaled(128)
        shown = self._title.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room)
        self._title.setText(phrases.literal(shown))

    def _show_history(self) -> None:
        document = self._document
        for button, name, edit, what in (
            (self._undo, "undo", document.undoable, say("Undo")),
            (self._redo, "redo", document.redoable, say("Redo")),
        ):
            text = joined((what, phrases.edit_name(edit)), between=": ") if edit else what
            button.setEnabled(edit is not None)
            button.setToolTip(text)
            button.setAccessibleName(text)
            self._actions[name].setEnabled(edit is not None)
            self._actions[name].setText(phrases.literal(text))


def _half(row: QHBoxLayout) -> QHBoxLayout:
    """Return one side of the bar: both are as wide, so that the tabs stay in the middle."""
    half = QWidget()
    half.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    row.addWidget(half, 1)
    inside = QHBoxLayout(half)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(8)
    return inside
