"""Out: maps as tables with codes and points, for whoever reckons on: egos, alters, ties."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from app.exchange.cells import guarded
from app.models.network import Map, Network, Partner, rules_of

Row = list[Any]


def fields_of(kind: type[Partner] | type[Network], without: Sequence[str]) -> list[str]:
    """Return the fields of a record in their order, but some."""
    return [name for name in rules_of(kind) if name not in without]


def code(value: Any) -> Any:
    """Return a value as a cell for analysis: numbers as numbers, yes and no as 1 and 0."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int | float) or value is None:
        return value
    return ";".join(value) if isinstance(value, tuple) else str(value)


def csv_text(rows: Iterable[Row], separator: str = ",", missing: str = "", point: str = ".") -> str:
    """Return rows as CSV; what would be a formula in a spreadsheet is text there."""
    made = io.StringIO()
    writer = csv.writer(made, delimiter=separator, lineterminator="\r\n" if point == "," else "\n")
    for row in rows:
        writer.writerow([_cell(value, missing, point) for value in row])
    return made.getvalue()


def _cell(value: Any, missing: str, point: str) -> str:
    if value is None or value == "":
        return missing
    if isinstance(value, int | float):
        return str(value).replace(".", point)
    return guarded(str(value).replace("\r\n", "\n"))


def alters(whole: Map, fields: Sequence[str]) -> Iterator[Row]:
    """Yield a row a partner: these fields as codes."""
    for partner in whole.partners:
        yield [code(getattr(partner, name)) for name in fields]
