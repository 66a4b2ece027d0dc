"""What stands beside undo: that all is saved, or what keeps it from that."""

from PySide6.QtWidgets import QLabel, QWidget

from app.document import Document
from app.views.widgets import drafts, theme
from app.words import say


class SaveState(QLabel):
    """Follows the document; where the bar has no room for words, a sign stands for them."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._is_refused = self._is_short = False
        self.setProperty("role", "soft")
        self.setFont(theme.font("label"))
        document.opened.connect(self._begin)
        document.changed.connect(self._follow)
        document.noticed.connect(self._hear)
        document.groups_changed.connect(self._begin)
        document.refused.connect(self._hear_refusal)
        drafts.pending.changed.connect(self._show)
        self._show()

    @property
    def words(self) -> str:
        """Return the words, also where a sign stands for them."""
        return self.accessibleName()

    def fit(self, room: int) -> int:
        """Take as many pixels as the words need, or a sign where there are fewer."""
        wide = self.fontMetrics().horizontalAdvance(self.words)
        self._is_short = wide > room
        self._show()
        return self.sizeHint().width()

    def _begin(self) -> None:
        self._is_refused = False
        self._show()

    def _follow(self, _before: object, _after: object) -> None:
        self._begin()

    def _hear_refusal(self, _problem: object) -> None:
        self._is_refused = True
        self._show()

    def _hear(self, _problem: object) -> None:
        self._show()

    def _show(self) -> None:
        sign, words = self._state() if self._document.is_open else ("", "")
        self.setAccessibleName(words)
        self.setToolTip(words if self._is_short else "")
        self.setText(sign if self._is_short else words)

    def _state(self) -> tuple[str, str]:
        """Return a sign and words: never that all is saved while letters wait for a slow disk."""
        if self._document.library.read_only:
            return "–", say("read-only")
        if self._document.map.network.finished:
            return "–", say("finished")
        if self._document.library.is_away:
            return "!", say("not saved: the file with your maps is missing")
        if drafts.pending:
            return "…", say("saving …")
        if self._is_refused:
            return "!", say("last change not saved")
        return "✓", say("✓ Saved")
