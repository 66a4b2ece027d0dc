"""What is on the screen while the library opens: painted by hand, for it must be there at once."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.views import theme


class Shell(QWidget):
    """The bar, the side and the field, without the widgets that make them work.

    Takes the letters somebody types in the meantime; the real field goes on with them.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.typed = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep what is typed."""
        if event.text().isprintable():
            self.typed += event.text()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what the screens will look like."""
        colours = theme.current()
        painter = QPainter(self)
        bar, side = theme.bar_height(), theme.side_width(self.width())
        painter.fillRect(self.rect(), colours.colour("paper"))
        painter.fillRect(0, bar, side, self.height(), colours.colour("panel"))
        painter.fillRect(0, 0, self.width(), bar, colours.colour("panel"))
        painter.fillRect(0, bar - 1, self.width(), 1, colours.colour("hairline"))
        painter.fillRect(side - 1, bar, 1, self.height(), colours.colour("hairline"))
        painter.setPen(colours.colour("ink"))
        painter.setFont(theme.font("heading"))
        painter.drawText(16, bar // 2 + painter.fontMetrics().ascent() // 2 - 1, "Kring")
        painter.setFont(theme.font())
        field = QRectF(16, bar + 16, side - 32, theme.scaled(36))
        painter.drawText(
            int(field.x()) + 10,
            int(field.center().y()) + painter.fontMetrics().ascent() // 2,
            self.typed,
        )
        painter.setPen(colours.colour("focus"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(field, 6, 6)
