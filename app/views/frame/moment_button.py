"""The date of the open map, in the bar: leads to other moments and where it is changed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from app.document import Document
from app.views.widgets.buttons import opens_a_list
from app.views.widgets.menu import Menu
from app.words import joined, phrases, say
from app.words.dates_and_numbers import shown_date


class MomentButton(QPushButton):
    """Shows when the map was drawn; the other moments are read when its list opens."""

    asked = Signal(str)
    """What is said of the map is to be shown, at this field."""

    def __init__(
        self, document: Document, actions: dict[str, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._actions = actions
        self.setProperty("role", "quiet")
        self.setProperty("lies", "start")
        opens_a_list(self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._open_list)

    def _open_list(self) -> None:
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        moments = self._document.moments()
        for moment in moments if len(moments) > 1 else ():
            parts = moment.moment_label, shown_date(moment.moment)
            name = joined((part for part in parts if part), between=" · ") or phrases.no_date()
            entry = menu.addAction(phrases.literal(name))
            entry.setCheckable(True)
            entry.setChecked(moment.id == self._document.map.network.id)
            entry.setData(moment.id)
        menu.addSeparator()
        menu.addAction(self._actions["next_moment"])
        menu.addAction(say("Change the date …")).setData("")
        menu.addAction(self._actions["maps"])
        menu.triggered.connect(self._open_moment)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        if not self.underMouse():
            menu.setActiveAction(menu.actions()[0])

    def _open_moment(self, chosen: QAction) -> None:
        if chosen.data():
            self._document.open(chosen.data())
        elif chosen.data() is not None:
            self.asked.emit("moment")
