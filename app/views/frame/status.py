"""A line on the paper at the foot of the window: how many partners, and what is missing."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from app.document import Document
from app.views.frame.notice import Notice
from app.views.widgets import theme
from app.words import phrases, say


class StatusLine(QFrame):
    """Follows the document. A notice takes its place, so that nothing moves and nothing is hid."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._is_about_map = document, True
        self.setProperty("role", "bar")
        self.setMinimumHeight(theme.scaled(32))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        self.counts = QLabel(self)
        self.counts.setProperty("role", "soft")
        self.counts.setFont(theme.font("label"))
        is_large = theme.is_large()
        self.counts.setWordWrap(is_large)
        self._between = " · " if is_large else "   ·   "
        row.addWidget(self.counts, 1)
        self._moment = QTimer(self)
        self._moment.setSingleShot(True)
        self._moment.timeout.connect(self._show)
        document.opened.connect(self._show)
        document.changed.connect(self._follow)
        document.groups_changed.connect(self._show)
        self._show()

    def tell(self, text: str) -> None:
        """Say what just happened, for a moment."""
        self.counts.setText(text)
        self._moment.start(4000)

    def be_about_map(self, *, is_about_map: bool) -> None:
        """Count the people on the open map, or nobody: what is shown is something else."""
        self._is_about_map = is_about_map
        self._show()

    def give_way_to(self, notice: Notice) -> None:
        """Say nothing while a notice stands beside it."""
        self._notice = notice
        notice.showing_changed.connect(self._give_way)

    def _give_way(self) -> None:
        self.counts.setVisible(self._notice.isHidden())

    def _follow(self, _before: object, _after: object) -> None:
        self._show()

    def _show(self) -> None:
        if not (self._document.is_open and self._is_about_map):
            self.counts.clear()
            return
        whole = self._document.map
        starred = sum([bool(partner.named_important) for partner in whole.partners])
        unrated = sum([p.frequency is None or p.importance is None for p in whole.partners])
        parts = [phrases.people_count(whole.partners)]
        if whole.network.example:
            parts.insert(0, say("Example: these people are invented"))
        if starred:
            parts.append(say("{n} with a star", n=starred))
        if unrated:
            parts.append(say("{n} not fully answered yet", n=unrated))
        self.counts.setText(self._between.join(parts))
