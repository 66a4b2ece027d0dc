"""The line at the foot of the window: how many partners, what is missing, and that all is kept."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from app.document import Document
from app.views.widgets import drafts, theme
from app.words import phrases, say


class StatusLine(QFrame):
    """Follows the document."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.setProperty("role", "status")
        self.setMinimumHeight(theme.scaled(36))  # a notice takes its place, and nothing moves
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        self.counts, self.kept = QLabel(self), QLabel(self)
        for label in (self.counts, self.kept):
            label.setProperty("role", "soft")
            label.setFont(theme.font("label"))
        row.addWidget(self.counts, 1)
        row.addWidget(self.kept)
        self._moment = QTimer(self)
        self._moment.setSingleShot(True)
        self._moment.timeout.connect(self._show)
        document.opened.connect(self._begin)
        document.changed.connect(self._follow)
        self._is_refused = False
        document.noticed.connect(self._hear)
        document.groups_changed.connect(self._begin)
        document.refused.connect(self._hear_refusal)
        drafts.waiting.changed.connect(self._show_kept)
        self._show()

    def tell(self, text: str) -> None:
        """Say what just happened, for a moment."""
        self.counts.setText(text)
        self._moment.start(4000)

    def _begin(self) -> None:
        self._is_refused = False
        self._show()

    def _follow(self, before: object, after: object) -> None:
        self._is_refused = False
        self._show()

    def _hear_refusal(self, problem: object) -> None:
        self._is_refused = True
        self._show()

    def _hear(self, problem: object) -> None:
        self._show()

    def _show(self) -> None:
        if not self._document.is_open:
            self.counts.clear()
            self.kept.clear()
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
            parts.append(say("{n} not answered yet", n=unrated))
        self.counts.setText("   ·   ".join(parts))
        self._show_kept()

    def _show_kept(self) -> None:
        """Say that all is kept, but never while letters still wait for a slow disk."""
        if not self._document.is_open:
            return
        if self._document.library.read_only:
            self.kept.setText(say("read-only"))
        elif self._document.map.network.finished:
            self.kept.setText(say("finished"))
        elif self._document.library.is_away:
            self.kept.setText(say("not saved: the file of your maps is gone"))
        elif drafts.waiting:
            self.kept.setText(say("saving …"))
        elif self._is_refused:
            self.kept.setText(say("last change not saved"))
        else:
            self.kept.setText(say("✓ Saved"))
