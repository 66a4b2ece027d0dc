"""The map with the switch of lenses, the zoom, and a line for when it is empty."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.document import Document
from app.settings import Settings
from app.views import theme
from app.views.map.lens import LENSES
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
        example.setMinimumHeight(24)
        example.clicked.connect(self.example_requested)
        column = QVBoxLayout(self._empty)
        column.addWidget(words)
        column.addWidget(example, 0, Qt.AlignmentFlag.AlignCenter)

        lenses = self._switch = QFrame(self)
        lenses.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        lenses.setProperty("role", "card")
        row = QHBoxLayout(lenses)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(4)
        self._lenses = QButtonGroup(self)
        for number, lens in enumerate(LENSES.values()):
            button = QPushButton(lens.name(), lenses)
            button.setProperty("role", "tab")
            button.setCheckable(True)
            button.setToolTip(lens.explanation())
            button.setAccessibleName(f"{lens.name()}: {lens.explanation()}")
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
        self._legend = QLabel(self)
        self._legend.setProperty("role", "soft")
        self._legend.setFont(theme.font("label"))
        self._legend.setMinimumWidth(1)
        self._legend.setToolTip(LENSES["gap"].explanation())
        right = self._zoom = QWidget(self)
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
            button.setIconSize(QSize(theme.scaled(16), theme.scaled(16)))
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.setProperty("role", "flat")
            button.setFixedSize(theme.scaled(32), theme.scaled(32))
            button.clicked.connect(does)
            zoom.addWidget(button)
        foot.addWidget(self._legend, 1)
        foot.addWidget(lenses)
        foot.addWidget(right, 1)

        settings.map_view_changed.connect(self._show_lens)
        document.opened.connect(self._show_empty)
        document.changed.connect(self._follow)
        self._show_lens()
        self._show_empty()

    def _choose_lens(self, number: int) -> None:
        self._settings.lens = list(LENSES)[number]

    def _show_lens(self) -> None:
        # It keeps its room when it says nothing, so that the switch stays in the middle.
        in_gap = self._settings.lens == "gap"
        self._legend.setText(self.tr("● importance\n○ contact") if in_gap else "")
        self._lenses.button(list(LENSES).index(self._settings.lens)).setChecked(True)

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
        """Keep the line for an empty map under the middle; large text leaves the zoom out."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        sides = 2 * self._zoom.sizeHint().width() + theme.scaled(40)
        room = self._switch.sizeHint().width() + sides <= self.width()
        self._zoom.setVisible(room)
        self._legend.setVisible(room)
        self._place_empty()

    def _place_empty(self) -> None:
        width = min(theme.scaled(320), self.width() - 32)
        self._empty.setFixedWidth(width)
        self._empty.adjustSize()
        self._empty.move((self.width() - width) // 2, self.view.height() // 2 + theme.scaled(56))
        self._empty.raise_()
