"""What is on the screen while the library opens: bare frames, for they must be there at once."""

from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from app.views.widgets import theme


class Shell(QWidget):
    """The bar, the side and the field, without the widgets that make them work.

    Takes the letters somebody types in the meantime; the real field goes on with them.

    At first it holds no text, and it paints nothing by hand: the first letter costs 40 ms (the
    fonts of the system are looked up), and so does the first call of a painter from Python.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme.dress(self)
        self.typed = ""
        self._side, self._bar, self._field = QFrame(self), QFrame(self), QFrame(self)
        for frame, role in ((self._side, "left"), (self._bar, "bar"), (self._field, "field")):
            frame.setProperty("role", role)

    def write_name(self) -> None:
        """Write *Kring* where the screens have it, so that Qt finds its fonts meanwhile."""
        name = QLabel("Kring", self)
        name.setFont(theme.font("title"))
        name.setGeometry(16, 0, 200, theme.bar_height())
        name.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep what is typed."""
        if event.text().isprintable():
            self.typed += event.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the frames where the screens will have them."""
        super().resizeEvent(event)
        bar, side = theme.bar_height(), theme.side_width(self.width())
        self._bar.setGeometry(0, 0, self.width(), bar)
        self._side.setGeometry(0, bar, side, self.height() - bar)
        self._field.setGeometry(16, bar + 16, side - 32, theme.scaled(36))
