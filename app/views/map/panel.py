"""The map with the switch of lenses, the zoom, and a line for when it is empty."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.document import Document
from app.settings import LENSES, Settings
from app.views import theme
from app.views.map.view import MapView


class MapPanel(QWidget):
    """The middle of the drawing screen."""

    example_requested = Signal()

    def __init__(
        self, document: Document, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._settings = settings
        self.view = MapView(document, settings, self)

        self._empty = QFrame(self)
        words = QLabel(
            self.tr("Who is around you? Type a name on the left and press Enter."), self._empty
        )
        words.setProperty("role", "soft")
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        example = QPushButton(self.tr("Or look at an example first"), self._empty)
        example.setProperty("role", "link")
        example.clicked.connect(self.example_requested)
        column = QVBoxLayout(self._empty)
        column.addWidget(words)
        column.addWidget(example, 0, Qt.AlignmentFlag.AlignCenter)

        lenses = QFrame(self)
        lenses.setProperty("role", "card")
        row = QHBoxLayout(lenses)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(4)
        self._lenses = QButtonGroup(self)
        names = {"free": self.tr("Free"), "importance": self.tr("Importance")}
        tips = {
            "free": self.tr("Everybody where you put them (F5)"),
            "importance": self.tr("The nearer to you, the more important the contact (F6)"),
        }
        for number, lens in enumerate(LENSES):
            button = QPushButton(names[lens], lenses)
            button.setProperty("role", "tab")
            button.setCheckable(True)
            button.setToolTip(tips[lens])
            button.setAccessibleName(tips[lens])
            self._lenses.addButton(button, number)
            row.addWidget(button)
        self._lenses.idClicked.connect(self._choose_lens)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.view, 1)
        foot = QHBoxLayout()
        layout.addLayout(foot)
        foot.setContentsMargins(16, 4, 16, 12)
        left = QWidget(self)
        right = QWidget(self)
        zoom = QHBoxLayout(right)
        zoom.setContentsMargins(0, 0, 0, 0)
        zoom.setSpacing(4)
        zoom.addStretch(1)
        for name, tip, does in (
            ("minus", self.tr("Smaller"), self.view.zoom_out),
            ("fit", self.tr("Show the whole map"), self.view.fit),
            ("plus", self.tr("Larger"), self.view.zoom_in),
        ):
            button = QPushButton(right)
            button.setIcon(theme.icon(name))
            button.setIconSize(QSize(16, 16))
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.setProperty("role", "flat")
            button.setFixedSize(theme.scaled(32), theme.scaled(32))
            button.clicked.connect(does)
            zoom.addWidget(button)
        foot.addWidget(left, 1)
        foot.addWidget(lenses)
        foot.addWidget(right, 1)

        settings.map_view_changed.connect(self._show_lens)
        document.opened.connect(self._show_empty)
        document.changed.connect(self._follow)
        self._show_lens()
        self._show_empty()

    def _choose_lens(self, number: int) -> None:
        self._settings.lens = LENSES[number]

    def _show_lens(self) -> None:
        self._lenses.button(LENSES.index(self._settings.lens)).setChecked(True)

    def _follow(self, before: object, after: object) -> None:
        self._show_empty()

    def _show_empty(self) -> None:
        empty = (
            self._document.is_open
            and not self._document.map.partners
            and not self._document.map.network.finished
        )
        self._empty.setVisible(empty)
        self._place_empty()

    def resizeEvent(self, event: object) -> None:
        """Keep the line for an empty map under the middle."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._place_empty()

    def _place_empty(self) -> None:
        width = min(theme.scaled(320), self.width() - 32)
        self._empty.setFixedWidth(width)
        self._empty.adjustSize()
        self._empty.move((self.width() - width) // 2, self.view.height() // 2 + theme.scaled(56))
        self._empty.raise_()
