"""`kring measure`: the measures of many maps as one table, for a program that reckons on."""

import argparse
import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
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
    """Yield the table as text: the names of the columns, then so many rows at a time, in full."""
    from app.analysis.batch.measures import measured

    found = measured(batch)
    yield ",".join(("ego_id", "lines_drawn", *found)) + "\n"
    columns = [batch.lines_drawn.astype(float), *found.values()]
    for start in range(0, len(names), _AT_ONCE):
        those = slice(start, start + _AT_ONCE)
        texts = (_written(column[those]) for column in columns)
        rows = zip(_as_cells(names[those]), *texts, strict=True)
        yield "\n".join(map(",".join, rows)) + "\n"


def _as_cells(names: Iterable[str]) -> list[str]:
    """Return names as they stand in a CSV file."""
    from app.exchange.cells import guarded

    rows: list[str] = []
    writer = csv.writer(SimpleNamespace(write=rows.append), lineterminator="\n")
    writer.writerows((guarded(name),) for name in names)
    return [row[:-1] for row in rows]


def _written(column: Any) -> list[str]:
    """Return values as they are written: whole numbers as such, NaN as nothing.

    Each different value is written once: most columns have few.
    """
    import numpy as np

    different, at = np.unique(column, return_inverse=True)
    texts = [
        "" if one != one else str(int(one)) if one.is_integer() else repr(one)
        for one in different.tolist()
    ]
    found: list[str] = np.array(texts, dtype=object)[at].tolist()
    return found
