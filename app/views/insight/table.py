"""The table with all values: the list of differences in words and numbers."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.analysis.study import Study
from app.document import Document
from app.views.insight.highlight import Highlight
from app.views.insight.partner_view import PartnerView
from app.views.insight.rows import key_of, shown, value_columns
from app.views.widgets.table import Table
from app.words import say

_NARROW: Final = 480
"""Pixels at ordinary text: beside the map of a small window."""


class ValuesTable(PartnerView, Table):
    """All partners, sorted by the column whose title was pressed."""

    def __init__(
        self, document: Document, highlight: Highlight, parent: QWidget | None = None
    ) -> None:
        self._columns = value_columns()
        name = say("Table of all values")
        super().__init__(name, self._columns, parent, key=key_of, narrow=_NARROW)
        self.structure = False
        """Also show where partners stand among the others."""
        self.follow(document, highlight)
        self.sort_by("gap", Qt.SortOrder.DescendingOrder)

    def show_map(self, seen: Study) -> None:
        """Show a map as it is now."""
        among = self.structure and seen.has_structure
        columns = value_columns(seen) if among else self._columns
        self.show_rows(shown(seen, self._highlight), columns)
