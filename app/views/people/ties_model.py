"""Who knows whom as rows: two names and the answer, for every pair that has one."""

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.document import Document
from app.models.network import Changes, Partner, Tie, rules_of
from app.models.vocabulary import folded, vocabulary
from app.views.people.table_model import SORT_ROLE
from app.words import fields, say

_STATE: Final = rules_of(Tie)["state"]
_ANSWER: Final = 2
_TEXT: Final = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)

_Index = QModelIndex | QPersistentModelIndex


def answers() -> dict[str, str]:
    """Return what can be answered of two people, and the words for it."""
    return {state: fields.full(_STATE, state) for state in vocabulary().choices[_STATE.listed]}


class TiesModel(QAbstractTableModel):
    """The answers about pairs of partners, a row each; pairs nobody was asked about have none."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._ids: list[str] = []
        self._words = answers()
        self._titles = (say("Who"), say("And who"), say("Know each other?"))
        self._read()
        document.opened.connect(self._start_anew)
        document.changed.connect(self._follow)

    def tie_at(self, row: int) -> Tie | None:
        """Return the answer of a row."""
        if not self._document.is_open or not 0 <= row < len(self._ids):
            return None
        record = self._document.map.records.get(self._ids[row])
        return record if isinstance(record, Tie) else None

    def row_of(self, tie_id: str) -> int | None:
        """Return the row of an answer, or None."""
        return self._ids.index(tie_id) if tie_id in self._ids else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Return the number of pairs with an answer."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns: two names and an answer."""
        return 0 if parent.isValid() else len(self._titles)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the name of a column."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self._titles[section] if role in _TEXT else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the data of a cell: shown, spoken or for sorting."""
        if role not in _TEXT and role != SORT_ROLE:
            return None
        tie = self.tie_at(index.row())
        if tie is None:
            return None
        if index.column() != _ANSWER:
            return self._names(tie)[index.column()]
        return [*self._words].index(tie.state) if role == SORT_ROLE else self._words[tie.state]

    def _names(self, tie: Tie) -> list[str]:
        """Return the two names by the alphabet: a tie has no direction."""
        ends = (self._document.map.partner(key) for key in (tie.a, tie.b))
        return sorted((end.name if end else "" for end in ends), key=folded)

    def _read(self) -> None:
        ties = self._document.map.asked_pairs if self._document.is_open else ()
        self._ids = [tie.id for tie in ties]

    def _start_anew(self) -> None:
        self.beginResetModel()
        self._read()
        self.endResetModel()

    def _follow(self, before: Changes, after: Changes) -> None:
        """Change only the rows of what changed; another name may stand in any of them."""
        rows = {key: row for row, key in enumerate(self._ids)}
        gone = sorted((rows[key] for key in before if key in rows and not after[key]), reverse=True)
        for row in gone:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._ids[row]
            self.endRemoveRows()
        new = [key for key, one in after.items() if isinstance(one, Tie) and key not in rows]
        if new:
            self.beginInsertRows(QModelIndex(), len(self._ids), len(self._ids) + len(new) - 1)
            self._ids += new
            self.endInsertRows()
        if self._ids and any(isinstance(record, Partner | Tie) for record in after.values()):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, _ANSWER))
