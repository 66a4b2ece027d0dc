"""A view of partners on a map: selected, rated and lit up as everywhere."""

from typing import Any

from PySide6.QtCore import QModelIndex

from app.document import Document
from app.views.insight.highlight import Highlight
from app.views.widgets.rated_rows import RatedRows


class PartnerView(RatedRows):
    """Mixed into a list or a table: who is selected or pointed at here is so everywhere."""

    _highlight: Highlight

    def follow(self: Any, document: Document, highlight: Highlight) -> None:
        """Begin to follow; call once when made."""
        self._highlight = highlight
        self.rate_in(document)
        self.setMouseTracking(True)
        self.entered.connect(self._point)
        highlight.lit_changed.connect(self._light)
        highlight.filter_changed.connect(self._light)

    def leaveEvent(self: Any, event: object) -> None:
        """Light nobody up: the pointer is gone."""
        super().leaveEvent(event)  # type: ignore[misc]
        self._highlight.light("")

    def _point(self: Any, index: QModelIndex) -> None:
        self._highlight.light(self.rows.key_at(index.row()))

    def _light(self: Any) -> None:
        self.viewport().update()
