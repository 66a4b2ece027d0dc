"""What the passes have in common: one thing is asked at a time, by key or by pointer."""

from itertools import pairwise
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.document import Document
from app.models.network import Map
from app.views.passes.rating.parts import Choice, Progress
from app.views.widgets import theme
from app.views.widgets.icons import shown_icon
from app.views.widgets.speech import announce
from app.views.widgets.wrapping import wrapped


class Asking(QWidget):
    """A pass: a heading with the way out, a line of progress, and below it what is asked."""

    left = Signal()
    """The person is done, or leaves; everything is stored."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._is_answering = self._is_stale = False
        self._said = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._text = QLabel(self)
        self._progress = Progress(self)
        self._counter = QLabel(self)
        self._counter.setProperty("role", "soft")
        self._counter.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column = QVBoxLayout(self)

    # Building.

    def _button(self, text: str, explained: str) -> Choice:
        button = Choice("flat", self)
        button.setText(text)
        button.setToolTip(explained)
        return button

    def _lay_top(self, leave: Choice) -> None:
        """Lay the heading, with the button that leaves beside it, and the line of progress."""
        leave.clicked.connect(self.left)
        top = QHBoxLayout()
        self._column.addLayout(top)  # filled only now: see docs/decisions/0008-qt.md
        top.addWidget(self._text, 1)
        top.addWidget(leave, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self._progress)

    def _lay_ways(self, column: QVBoxLayout, back: Choice, onward: Choice) -> None:
        """Lay a row with the way back, the counter, and the way on without an answer."""
        back.setIcon(shown_icon("left"))
        onward.setIcon(shown_icon("right"))
        onward.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        for button in (back, onward):
            button.setIconSize(QSize(theme.scaled(16), theme.scaled(16)))
        row = QHBoxLayout()
        column.addLayout(row)
        row.addStretch(1)
        for widget in (back, self._counter, onward):
            row.addWidget(widget)
        row.addStretch(1)

    def _lay_stops(self, *stops: QWidget) -> None:
        """Let Tab go from one to the next."""
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    # Coming and going.

    @property
    def place(self) -> tuple[Map, Any]:
        """Return how the map is and where the pass stands, for a pass that is built anew."""
        return self._document.map, self._standing()

    def go_on_at(self, place: tuple[Map, Any]) -> None:
        """Go on where another pass over the same map stood, with the answers only it knew.

        Where the map changed in between, who is still to come is found anew.
        """
        whole, standing = place
        now = self._document.map
        if whole.network.id == now.network.id:
            self._stand(standing, as_it_was=whole is now)
            self._show()
            self._take_focus()

    def _standing(self) -> Any:
        """Return where the pass stands."""
        raise NotImplementedError

    def _stand(self, standing: Any, *, as_it_was: bool) -> None:
        """Stand where another pass stood; `as_it_was` tells that nothing changed since."""
        raise NotImplementedError

    def _show(self) -> None:
        raise NotImplementedError

    def _take_focus(self) -> None:
        raise NotImplementedError

    def _catch_up(self) -> None:
        """Show what changed out of sight."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed out of sight."""
        super().showEvent(event)
        if self._is_stale:
            self._catch_up()

    def hideEvent(self, event: QHideEvent) -> None:
        """Say everything again when it comes back."""
        super().hideEvent(event)
        self._said = ""

    def _holds_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    # Telling.

    def _say_once(self, text: str) -> None:
        """Say what there is to see now, where it is not what was said last."""
        if text != self._said and self.isVisible():
            self._said = text
            self._say(text)

    def _say(self, text: str) -> None:
        if self.isVisible():
            announce(self, text)

    # Looks.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way in a small window."""
        super().resizeEvent(event)
        roomy = self.width() >= 700 and self.height() >= 560
        margin = 24 if roomy else theme.GRID
        self._column.setContentsMargins(margin, margin * 2 // 3, margin, margin)
        self._column.setSpacing(theme.GRID * 3 // 2 if roomy else theme.GRID // 2)


def fitting_font(text: str, wide: int, lines: int) -> QFont:
    """Return the largest font in which a heading takes one line, or a smaller one `lines`."""
    for role, most in (("heading", 1), ("strong", lines), ("label", lines)):
        font = theme.font(role)
        if len(wrapped(text, wide, font)) <= most:
            break
    return font
