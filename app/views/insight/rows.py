"""The partners as rows, for the list of differences and its twin, the table with all values."""

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from app.analysis import columns as declared
from app.analysis.columns import DASH, explanation
from app.analysis.gaps import Gap
from app.analysis.study import Study
from app.models.vocabulary import vocabulary
from app.views.insight.highlight import Highlight
from app.views.widgets.columns import LEFT, RIGHT, Cell, Column, Rows
from app.words import fields, filled, phrases, say
from app.words.field_names import field_label

_Index = QModelIndex | QPersistentModelIndex
_ANY_LENGTH = ("name", "kind")


def shown(seen: Study, highlight: Highlight) -> list[Gap]:
    """Return the rows that pass the filter."""
    return [row for row in seen.gaps.rows if not highlight.is_dim(row.partner)]


def value_columns(among: Study | None = None) -> tuple[Column, ...]:
    """Return everything that is known of a partner as columns; and where they stand `among` all."""
    return tuple(_column(one, among) for one in declared.columns(structure=among is not None))


def _column(of: declared.Column, among: Study | None) -> Column:
    rule = of.rule
    is_star = of.id == "named_important"
    title = field_label(of.id) if is_star else of.title

    def value(row: Gap) -> Any:
        return of.value(row, among)

    def text(row: Gap) -> str:
        found = value(row)
        if found is None:
            return "" if is_star else DASH
        return of.text(found)

    def full(row: Gap) -> str:
        if rule is None:
            return text(row)
        return title if is_star and value(row) else fields.full(rule, value(row))

    return Column(
        of.id,
        title,
        text,
        full,
        order=lambda row: _order(of, value(row)),
        head=of.title if is_star else "",
        meaning=explanation(of.id),
        align=RIGHT if of.numeric else LEFT,
        answers=() if of.id == "name" else tuple(of.answers()),
        most=210 if of.id in _ANY_LENGTH else 0,
    )


def _order(of: declared.Column, value: Any) -> Any:
    """Return by what a value is sorted."""
    if value is None:
        return None
    if of.rule is not None and of.rule.kind == "choice":
        return fields.sort_key(of.rule, value)
    if of.id == "quadrant":
        return list(vocabulary().quadrants).index(value)
    if isinstance(value, str):
        return of.text(value)
    if isinstance(value, tuple):
        return len(value)
    # Gaps of one size can differ in their last digit.
    return round(value, 9)


class Sentences(Rows):
    """The same rows as one sentence each, for a list: who is more important than seen first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(value_columns(), key_of, parent)
        self.sorted_by, self.direction = "gap", Qt.SortOrder.DescendingOrder

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """Return one: a list has no columns."""
        return 0 if parent.isValid() else 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the sentence of a row."""
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return described(self.row_at(index.row()))
        return super().data(index, role)

    def _is_other(self, was: Cell, now: Cell) -> bool:
        """Tell whether a row is painted otherwise: the whole of it is, and not its name alone."""
        return (was.row, was.look) != (now.row, now.look)


def key_of(row: Gap) -> str:
    """Return the key of a row: the id of the partner."""
    return row.partner.id


def described(row: Gap) -> str:
    """Return a partner's contact, importance and wish in a sentence, to be read or heard."""
    partner = row.partner
    text = say("{name}: {importance}, contact {frequency}.")
    if partner.frequency == 0:
        text = say("{name}: {importance}, {frequency}.")
    importance = phrases.scale_label("importance", partner.importance)
    if partner.importance is None:
        importance = say("importance not answered")
    text = filled(
        text,
        importance=importance,
        frequency=phrases.scale_label("frequency", partner.frequency),
        name=partner.name,
    )
    from app.analysis.findings import wish_of

    return f"{text} {wish_of(row)}".rstrip()
