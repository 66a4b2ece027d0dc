"""A bar that says a map of somebody else is there, and what can be done with it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from app.views import theme, words
from app.views.exchange.guest import Guest
from app.views.icons import shown_icon
from app.views.speech import announce


class OfferBar(QFrame):
    """Asks about one guest after the other; in nobody's way, and gone when it is answered."""

    look_requested = Signal(object)
    """To look at this `Guest` beside the open map."""
    keep_requested = Signal(object)
    """To add this `Guest` to the library."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "offer")
        self._waiting: list[Guest] = []
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self.look = QPushButton(self.tr("Look at it beside my map"), self)
        self.keep = QPushButton(self.tr("Add to my maps"), self)
        self.close_button = QToolButton(self)
        self.close_button.setIcon(shown_icon("close"))
        self.close_button.setIconSize(QSize(theme.scaled(14), theme.scaled(14)))
        self.close_button.setProperty("role", "flat")
        self.close_button.setToolTip(self.tr("Leave it"))
        self.close_button.setAccessibleName(self.tr("Leave it"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        for button in (self.look, self.keep, self.close_button):
            button.setMinimumHeight(theme.scaled(28))
            row.addWidget(button)
        self.look.clicked.connect(self._look)
        self.keep.clicked.connect(self._keep)
        self.close_button.clicked.connect(self._leave)
        self.hide()

    @property
    def waiting(self) -> tuple[Guest, ...]:
        """Return who is asked about, and who comes after."""
        return tuple(self._waiting)

    def ask(self, guest: Guest) -> None:
        """Ask about a guest, after those who are waiting already."""
        if guest not in self._waiting:
            self._waiting.append(guest)
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self._waiting))
        if not self._waiting:
            return
        guest = self._waiting[0]
        text = self.tr("“{name}” is a map from somebody else, with {partners}.")
        if not guest.is_shared:
            text = self.tr("“{name}” is not among your maps yet: a map with {partners}.")
        text = text.replace("{name}", guest.name)
        text = text.replace("{partners}", words.people_count(guest.map.partners))
        if text != self._text.text():
            self._text.setText(text)
            announce(self, text)

    def _look(self) -> None:
        guest = self._waiting.pop(0)
        self._show()
        self.look_requested.emit(guest)

    def _keep(self) -> None:
        guest = self._waiting.pop(0)
        self._show()
        self.keep_requested.emit(guest)

    def _leave(self) -> None:
        self._waiting.pop(0)
        self._show()
