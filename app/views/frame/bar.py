"""The bar at the top: which map, which screen, whether all is saved, undo, redo and the menu."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from app.document import Document
from app.settings import TEXT_SIZES, Settings
from app.views.frame.actions import fill_menu
from app.views.frame.moment_button import MomentButton
from app.views.frame.save_state import SaveState
from app.views.frame.screen_list import SCREENS, TABS
from app.views.widgets import theme
from app.views.widgets.icons import shown_icon
from app.views.widgets.keys import with_key
from app.views.widgets.menu import Menu
from app.views.widgets.segmented import Segmented
from app.words import joined, phrases, say
from app.words.dates_and_numbers import shown_date
from app.words.edit_names import edit_name

_FEW_LETTERS: Final = 8
"""A title that has no room for so many is written smaller."""
_WIDEST_TOOL: Final = 48
_MENU: Final = "F10"


class MapTitle(QPushButton):
    """The title of the open map: leads to the other maps."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "quiet")
        self._name = ""
        self._role = "title"

    def show_title(self, name: str, room: int) -> None:
        """Show a title in so many pixels: what has no room is cut."""
        self.setText(phrases.literal(name))
        large = QFontMetrics(theme.font("title"))
        around = 3 * theme.GRID + theme.scaled(12)
        self._role = "title"
        if room - around < large.averageCharWidth() * _FEW_LETTERS:  # large text, a small window
            self._role, large = "label", QFontMetrics(theme.font("label"))
            around = theme.GRID + theme.scaled(12)
        self._name = large.elidedText(name, Qt.TextElideMode.ElideRight, room - around)
        self.setFixedSize(around + large.horizontalAdvance(self._name), theme.scaled(32))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the title, and a sign that there are others: else it looks a heading."""
        worn, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(worn.colour("faint"))
            painter.drawRoundedRect(self.rect(), theme.RADIUS, theme.RADIUS)
        room = self.rect().adjusted(theme.GRID, 0, 0, 0)
        painter.setFont(theme.font(self._role))
        painter.setPen(worn.colour("ink"))
        painter.drawText(
            room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._name
        )
        left = room.left() + painter.fontMetrics().horizontalAdvance(self._name) + theme.GRID // 2
        side = theme.scaled(12)
        sign = QRect(left, (self.height() - side) // 2, side, side)
        shown_icon("down", "soft_ink").paint(painter, sign)


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
        self._title = MapTitle(self)
        self._title.clicked.connect(actions["maps"].trigger)
        self.moment = MomentButton(document, actions, self)
        self.tabs = self._make_tabs()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 8, 12, 8)
        row.setSpacing(8)
        left = _half(row)
        left.addWidget(self._title)
        left.addWidget(self.moment)
        left.addStretch(1)
        row.addWidget(self.tabs)
        right = self._right = _half(row)
        right.addStretch(1)
        self.save_state = SaveState(document, self)
        right.addWidget(self.save_state)
        self._undo = self._icon_button("undo", actions["undo"])
        self._redo = self._icon_button("redo", actions["redo"])
        right.addWidget(self._undo)
        right.addWidget(self._redo)
        self.ways = [self._make_way(actions[name]) for name in ("share", "report")]
        for way in self.ways:
            right.addWidget(way)
        self.menu_button = self._make_menu_button()
        right.addWidget(self.menu_button)
        document.opened.connect(self._show_title)
        document.library_changed.connect(self._show_title)
        document.history_changed.connect(self._show_history)
        self._show_title()
        self._show_history()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the title to the room there is."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        tools = (self._undo, self._redo, self.menu_button)
        room = self._side_room() - sum(one.width() + 8 for one in tools)
        room -= self.save_state.fit(room - 8) + 8
        fits = sum(way.sizeHint().width() + 8 for way in self.ways) <= room
        for way in self.ways:  # they stand in the menu too
            way.setVisible(fits)
        side = self.menu_button.parentWidget()
        assert side is not None
        side.setMinimumWidth(self._right.minimumSize().width())  # in large letters more than half
        self._show_title()

    def _title_room(self) -> int:
        """Return the most width of the title: its side, less what large tools need of it."""
        tools = self._right.minimumSize().width()
        beside = self.window().width() - self.tabs.sizeHint().width() - tools - 44
        return min(self._side_room(), beside)

    def _side_room(self) -> int:
        """Return the width of each side of the bar beside the tabs."""
        return (self.window().width() - self.tabs.sizeHint().width() - 44) // 2

    def _make_way(self, action: QAction) -> QPushButton:
        """Return a button that leads out of Kring, or to paper."""
        way = QPushButton(action.text(), self)
        way.setProperty("role", "quiet")
        way.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        way.setToolTip(with_key(action.text(), action.shortcut().toString()))
        way.clicked.connect(action.trigger)
        action.enabledChanged.connect(way.setEnabled)
        return way

    def show_tab(self, shown: str) -> None:
        """Show which screen is on; the library of maps has no tab."""
        for tab in TABS:
            if SCREENS[tab].quiet:
                self.tabs.button(tab).setVisible(tab == shown or self._document.has_groups)
        self.tabs.show_chosen(shown)
        self._share_room()

    def _make_tabs(self) -> Segmented:
        ways = {tab: self._actions[tab] for tab in TABS}
        tips = {tab: with_key(way.text(), way.shortcut().toString()) for tab, way in ways.items()}
        tabs = Segmented({tab: way.text() for tab, way in ways.items()}, self, tips=tips)
        tabs.chosen.connect(self._choose_tab)
        return tabs

    def _icon_button(self, name: str, action: QAction | None = None) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(theme.icon(name))
        button.setIconSize(QSize(theme.scaled(20), theme.scaled(20)))
        wide = min(theme.scaled(36), _WIDEST_TOOL)  # large text needs the room for the title
        button.setFixedSize(wide, theme.scaled(32))
        button.setProperty("role", "icon")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if action is not None:
            button.clicked.connect(action.trigger)
        return button

    def _make_menu_button(self) -> QToolButton:
        button = self._icon_button("menu")
        button.setToolTip(with_key(say("Menu"), _MENU))
        button.setAccessibleName(say("Menu"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = Menu(button)
        self._menu.wanted.connect(self._fill_menu)  # few who start Kring open it
        self._menu.aboutToShow.connect(self._show_file_type)
        button.setMenu(self._menu)
        opens = QAction(self)
        opens.setShortcut(_MENU)
        opens.triggered.connect(self._open_menu)
        self.addAction(opens)
        return button

    def _open_menu(self) -> None:
        """Open the menu by its key, on its first entry: who opens it so has no pointer in it."""
        self._menu.want()
        self._menu.setActiveAction(self._menu.actions()[0])
        self.menu_button.showMenu()

    def _fill_menu(self) -> None:
        menu = self._menu
        fill_menu(menu, self._actions)
        before = self._actions["file_type"]
        as_system = say("Same as this computer")
        themes = {
            "system": as_system,
            "light": say("Light"),
            "dark": say("Dark"),
            "contrast": say("High contrast"),
        }
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
            sub = Menu(menu, title)
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

    def _show_file_type(self) -> None:
        from app import file_type

        action = self._actions["file_type"]
        action.setVisible(file_type.is_offered())
        action.setChecked(file_type.is_on())

    def _choose_tab(self, tab: str) -> None:
        self._actions[tab].trigger()

    def _choose_appearance(self, action: QAction) -> None:
        name, value = action.data()
        setattr(self._settings, name, int(value) if name == "text_size" else value)

    def _show_title(self) -> None:
        room = self._title_room()
        if not self._document.is_open:
            self.moment.hide()
            self._title.show_title(say("My maps"), room)
            return
        network = self._document.map.network
        name, date = phrases.map_title(network), shown_date(network.moment)
        self.moment.setText(date)
        wide = self.moment.sizeHint().width() + theme.GRID
        self.moment.setVisible(bool(date) and 3 * wide < 2 * room)  # large letters: one of the two
        self._title.setToolTip(joined((say("My maps"), name), between=": "))
        self._title.show_title(name, room - wide if self.moment.isVisibleTo(self) else room)

    def _show_history(self) -> None:
        document = self._document
        for button, name, edit, what in (
            (self._undo, "undo", document.undoable, say("Undo")),
            (self._redo, "redo", document.redoable, say("Redo")),
        ):
            text = joined((what, edit_name(edit, document.map)), between=": ") if edit else what
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
