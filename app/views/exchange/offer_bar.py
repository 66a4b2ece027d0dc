"""A bar that says a map of somebody else is there, and what can be done with it."""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from app.models.states import Difference
from app.views.exchange.guest import Guest, State
from app.views.widgets import theme
from app.views.widgets.icons import shown_icon
from app.views.widgets.speech import announce
from app.views.widgets.wrapping import AllLines
from app.words import filled, joined, phrases, say


class OfferBar(QFrame):
    """Asks about one guest after the other; in nobody's way, and gone when it is answered."""

    look_requested = Signal(object)
    """To look at this `Guest` beside the open map, or to make my map like this `State`."""
    keep_requested = Signal(object)
    """To add this `Guest` or `State` to the library."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "offer")
        self._waiting: list[Guest | State] = []
        self._text = AllLines(parent=self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self.look = QPushButton(self)
        self.keep = QPushButton(self)
        self.close_button = QToolButton(self)
        self.close_button.setIcon(shown_icon("close"))
        self.close_button.setIconSize(QSize(theme.scaled(14), theme.scaled(14)))
        self.close_button.setProperty("role", "quiet")
        self.close_button.setToolTip(say("Not now"))
        self.close_button.setAccessibleName(say("Not now"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
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
    def text(self) -> str:
        """Return the question."""
        return self._text.text()

    @property
    def waiting(self) -> "tuple[Guest | State, ...]":
        """Return the guests still to be asked about, the present one first."""
        return tuple(self._waiting)

    def ask(self, guest: "Guest | State") -> None:
        """Ask about a guest or a state, after those that are waiting already."""
        if guest not in self._waiting:
            self._waiting.append(guest)
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self._waiting))
        if not self._waiting:
            return
        guest = self._waiting[0]
        text, look, keep = (
            self._about_state(guest) if isinstance(guest, State) else self._about_guest(guest)
        )
        self.look.setText(look)
        self.keep.setText(keep)
        if text != self._text.text():
            self._text.setText(text)
            announce(self, text)

    def _about_guest(self, guest: Guest) -> tuple[str, str, str]:
        text = say("“{name}” is someone else's map, with {partners}.")
        if not guest.is_shared:
            text = say("“{name}” is not in your maps yet: a map with {partners}.")
        count = phrases.people_count(guest.map.partners)
        return (
            filled(text, name=guest.name, partners=count),
            say("Compare it with my map"),
            say("Add to my maps"),
        )

    def _about_state(self, state: State) -> tuple[str, str, str]:
        text = say("“{name}” is open as it is in your maps. The file differs. In the file: {what}.")
        take = say("Use what is in the file")
        if state.is_earlier:
            text = say(
                "“{name}” is open as you left it. The file is from before that. In the file: "
                "{what}."
            )
            take = say("Go back to the file")
        what = joined(_told(state.difference))
        return filled(text, name=state.name, what=what), take, say("Save it as well as mine")

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


def _told(found: Difference) -> Iterator[str]:
    """Yield the differences, as they stand behind *In the file*."""
    for count, one, several in (
        (
            found.more,
            say("1 more partner"),
            say("{n} more partners"),
        ),
        (
            found.fewer,
            say("1 fewer partner"),
            say("{n} fewer partners"),
        ),
        (
            found.changed,
            say("1 partner answered differently"),
            say("{n} partners answered differently"),
        ),
    ):
        if count:
            yield one if count == 1 else filled(several, n=count)
    if found.ties:
        yield say("other links between partners")
    if found.about:
        yield say("something else about the map as a whole")
    if found.rest:
        yield say("other text, drawings or plans")
