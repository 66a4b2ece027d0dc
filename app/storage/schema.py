"""The tables of the library, derived from the records and their rules; private to the library."""

import sqlite3
from functools import cache
from threading import Lock
from typing import Final

from sqlalchemy import (
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    func,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from app.models.network import (
    RECORD_TYPES,
    Activity,
    Hindsight,
    Intention,
    Network,
    Record,
    Task,
    Tie,
    Verdict,
    rules_of,
)

# Values are converted by `record_rows`, strictly, so every type here is one SQLite has itself.
_TYPES: Final[dict[str, type[Integer | Float[float] | Text]]] = {
    "integer": Integer,
    "real": Float,
    "text": Text,
    "boolean": Integer,
    "date": Text,
    "list": Text,
}

# Fields that name a partner. Removing the partner alone is refused when the change is committed:
# a silent cascade would make the file differ from what is on screen.
_PARTNER_FIELDS: Final[dict[type[Record], tuple[str, ...]]] = {
    Tie: ("a", "b"),
    Intention: ("partner",),
    Verdict: ("partner",),
    Hindsight: ("partner",),
    Activity: ("partner",),
    Task: ("partner", "responsible"),
}

metadata: Final = MetaData()
_making: Final = Lock()  # a table is known before it is whole, and a library has its own thread

maps: Final = Table(
    "map",
    metadata,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("changed", Text, nullable=False),
    Column("deleted", Text),
)
"""What the library knows about a map: where its history stands, when it changed or was removed."""


clock: Final = Table("clock", metadata, Column("seen", Text, nullable=False))
"""When the library last looked at the clock: one row, so that a jump of the clock is noticed."""


groups: Final = Table(
    "class_group",
    metadata,
    Column("id", Text, primary_key=True),
    Column("salt", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("changed", Text, nullable=False),
    Column("deleted", Text),
)
"""Groups: `about` has the name, the result shown last and what was guessed."""

handed_in: Final = Table(
    "handed_in",
    metadata,
    Column(
        "group_id",
        Text,
        ForeignKey("class_group.id", ondelete="CASCADE", deferrable=True, initially="DEFERRED"),
        primary_key=True,
    ),
    Column("stage", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("coded", Text, nullable=False),
)
"""What a group keeps of each map, as JSON: answers with a code, and nothing personal."""


def _of_map() -> Column[str]:
    return Column(
        "network_id",
        Text,
        ForeignKey("map.id", ondelete="CASCADE", deferrable=True, initially="DEFERRED"),
        primary_key=True,
    )


edits: Final = Table(
    "edit",
    metadata,
    _of_map(),
    Column("number", Integer, primary_key=True),
    Column("action", Text, nullable=False),
    Column("merge_key", Text, nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
)
"""The steps of every map; doing edit `number` brings the history to that position."""


def name_of(kind: type[Record]) -> str:
    """Return the name of the table that has the records of a type."""
    return kind.__name__.lower()


def table_of(kind: type[Record]) -> Table:
    """Return the table of a record type: the map it belongs to, then the fields of the record.

    Made when it is asked for first: somebody waits for the map, which needs none of them.
    """
    with _making:
        made = metadata.tables.get(name_of(kind))
        return _table(kind) if made is None else made


def _table(kind: type[Record]) -> Table:
    columns = [
        Column(
            field,
            _TYPES[rule.stored_as],
            primary_key=field == "id",
            nullable=rule.optional,
        )
        for field, rule in rules_of(kind).items()
    ]
    partners = [
        ForeignKeyConstraint(
            ["network_id", field],
            ["partner.network_id", "partner.id"],
            deferrable=True,
            initially="DEFERRED",
        )
        for field in _PARTNER_FIELDS.get(kind, ())
    ]
    table = Table(name_of(kind), metadata, _of_map(), *columns, *partners)
    if kind is Network:
        table.append_constraint(CheckConstraint("id = network_id"))
    if kind is Tie:
        a, b = table.c.a, table.c.b
        Index("tie_ends", table.c.network_id, func.min(a, b), func.max(a, b), unique=True)
    return table


@cache
def statements() -> tuple[str, ...]:
    """Return the SQL that makes the tables of the present version in an empty file."""
    for kind in RECORD_TYPES:
        table_of(kind)
    dialect = sqlite.dialect()
    made: list[str] = []
    for table in metadata.sorted_tables:
        made.append(str(CreateTable(table).compile(dialect=dialect)).strip())
        made += [str(CreateIndex(index).compile(dialect=dialect)) for index in table.indexes]
    return tuple(made)


_COLUMNS: Final = {name_of(kind): {"network_id", *rules_of(kind)} for kind in RECORD_TYPES} | {
    table.name: {*table.columns.keys()} for table in (maps, clock, groups, handed_in, edits)
}
# One statement for all tables: somebody waits for a library that is opened.
_COLUMNS_IN: Final = (
    "SELECT m.name, p.name FROM sqlite_master AS m, pragma_table_info(m.name) AS p "  # noqa: S608
    f"WHERE m.type = 'table' AND m.name IN {tuple(_COLUMNS)}"
)


def fits(connection: sqlite3.Connection) -> bool:
    """Tell whether a file has the tables and columns of the present version.

    A trigger or a view is nothing of ours: it would act on every later change.
    """
    kinds = {kind for (kind,) in connection.execute("SELECT type FROM sqlite_master")}
    there = set(connection.execute(_COLUMNS_IN))
    wanted = {(table, column) for table, columns in _COLUMNS.items() for column in columns}
    return kinds <= {"table", "index"} and wanted <= there
