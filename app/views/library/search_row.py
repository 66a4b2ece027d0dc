"""Where there are many maps: a line to look for one, and the order they are listed in."""

from PySide6.QtWidgets import QComboBox, QWidget

from app.views.library.cards import row_of
from app.views.library.listing import ORDERS
from app.views.widgets import theme
from app.views.widgets.memory import remember
from app.views.widgets.search_line import SearchLine
from app.words import say


class SearchRow(QWidget):
    """What is looked for is found by title, moment or date."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = SearchLine(say("Find a map: title, moment or date"), say("Find a map"), self)
        self.order = QComboBox(self)
        self.order.setAccessibleName(say("Order of the maps"))
        for key, (text, _) in ORDERS.items():
            self.order.addItem(text(), key)
        row = row_of(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in ((self.line, 1), (self.order, 0)):
            widget.setMinimumHeight(theme.scaled(32))
            row.addWidget(widget, stretch)
        remember(self.line, "maps search")
        remember(self.order, "maps order")
