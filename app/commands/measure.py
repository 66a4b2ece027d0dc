"""`kring measure`: the measures of many maps as one table, for a program that reckons on."""

import argparse
import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.commands.output import DONE, speak, tell
from app.models.problem import Problem

if TYPE_CHECKING:
    from app.analysis.batch.arrays import Batch
    from app.exchange.three_files import Conversion

_AT_ONCE: Final = 10_000
"""Rows that are held as text at once."""


def describe(command: argparse.ArgumentParser) -> None:
    """Describe the command and its arguments."""
    command.description = (
        "Compute every measure of every map: a CSV table with a row a map. The values are those "
        "of `kring analyse`; an undefined one is an empty cell, and hinge partners are counted."
    )
    command.add_argument("files", nargs="*", type=Path, metavar="FILE.kring", help="maps")
    command.add_argument("--egos", type=Path, metavar="E.csv", help="or: one row an ego")
    command.add_argument("--alters", type=Path, metavar="A.csv", help="one row a partner")
    command.add_argument(
        "--ties",
        type=Path,
        metavar="T.csv",
        help="one row a pair of partners; leave it out where ties were not asked",
    )
    command.add_argument(
        "-o", "--output", type=Path, metavar="OUT.csv", help="the table (default: print it)"
    )
    command.set_defaults(wrong=_wrong)


def _wrong(chosen: argparse.Namespace) -> str:
    """Return the fault in a combination of arguments, or ""."""
    has_table = any((chosen.egos, chosen.alters, chosen.ties))
    has_tables = bool(chosen.egos and chosen.alters)
    is_one = bool(chosen.files) != has_table and has_table == has_tables
    return "" if is_one else "give .kring files, or --egos and --alters"


def run(chosen: argparse.Namespace) -> int:
    """Write or print the table; print notices on stderr."""
    try:
        return _run(chosen)
    except Exception:
        speak(chosen.lang)  # only where something is said: the language of the system is Qt's
        raise


def _run(chosen: argparse.Namespace) -> int:
    from app.exchange.files import check_outputs, write_files

    tables = [path for path in (chosen.egos, chosen.alters, chosen.ties) if path]
    names, batch = _of_files(chosen.files) if chosen.files else _of_tables(chosen)
    if chosen.output is None:
        for part in _parts(names, batch):
            print(part, end="")
        return DONE
    check_outputs([chosen.output], [*chosen.files, *tables])
    content = b"".join(part.encode() for part in _parts(names, batch))
    write_files([(chosen.output, content)])
    return DONE


def _of_files(files: Sequence[Path]) -> "tuple[list[str], Batch]":
    """Return the maps of files by the names of these."""
    from app.analysis.batch.arrays import batch
    from app.exchange.kring_file import read_kring

    return [path.stem for path in files], batch([read_kring(path) for path in files])


def _of_tables(chosen: argparse.Namespace) -> "tuple[list[str], Batch]":
    """Return the maps of the three tables of a survey by their egos."""
    from app.analysis.batch.arrays import batch, batch_of
    from app.exchange.three_columns import UnusualRow, read_columns

    tables = chosen.egos, chosen.alters, chosen.ties
    try:
        survey = read_columns(*tables)
    except UnusualRow as odd:
        found = _row_by_row(tables, odd.ego)
        _tell(found.notices, chosen)
        return [one.ego for one in found.converted], batch([one.map for one in found.converted])
    _tell(survey.notices, chosen)
    return survey.egos, batch_of(survey)


def _row_by_row(tables: "tuple[Path, Path, Path | None]", ego: str) -> "Conversion":
    """Return what is in tables in which something is unusual, most likely in the rows of `ego`.

    Raises `Problem`: where it is, also in tables that are too large to be read like this.
    """
    from app.exchange.three_files import read_three_files

    try:
        return read_three_files(*tables)
    except Problem as problem:
        if problem.code not in ("csv_too_large", "file_too_large"):
            raise
    read_three_files(*tables, ego=ego)
    raise Problem("csv_unusual")


def _tell(notices: Iterable[Problem], chosen: argparse.Namespace) -> None:
    for number, notice in enumerate(notices):
        if not number:
            speak(chosen.lang)
        tell(notice)


def _parts(names: Sequence[str], batch: "Batch") -> Iterator[str]:
    """Yield the table as text, so many rows at a time."""
    rows = _rows(names, batch)
    while some := list(islice(rows, _AT_ONCE)):
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows(some)
        yield text.getvalue()


def _rows(names: Sequence[str], batch: "Batch") -> Iterator[Sequence[object]]:
    """Yield the names of the columns, then the values of each map in full."""
    from app.analysis.batch.measures import measured
    from app.exchange.cells import guarded

    found = measured(batch)
    yield ["ego_id", "lines_drawn", *found]
    drawn = batch.lines_drawn.astype(int)
    for start in range(0, len(names), _AT_ONCE):
        those = slice(start, start + _AT_ONCE)
        columns = [_written(column[those]) for column in found.values()]
        yield from zip(map(guarded, names[those]), drawn[those].tolist(), *columns, strict=True)


def _written(column: Any) -> list[object]:
    """Return values as they are written: whole numbers as such, NaN as nothing."""
    if not (column % 1).any():  # NaN is not nothing, and is no whole number
        whole: list[object] = column.astype(int).tolist()
        return whole
    return ["" if one != one else int(one) if one.is_integer() else one for one in column.tolist()]
