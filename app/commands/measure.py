"""`kring measure`: the measures of many maps as one table, for a program that reckons on."""

import argparse
import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from app.commands.output import DONE, speak, tell
from app.models.network import Map


def describe(command: argparse.ArgumentParser) -> None:
    """Say what the command is for and what it takes."""
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
    """Return what is wrong with what was asked together, or nothing."""
    has_table = any((chosen.egos, chosen.alters, chosen.ties))
    has_tables = bool(chosen.egos and chosen.alters)
    is_one = bool(chosen.files) != has_table and has_table == has_tables
    return "" if is_one else "give .kring files, or --egos and --alters"


def run(chosen: argparse.Namespace) -> int:
    """Write or print the table; print notices on stderr."""
    from app.exchange.files import check_outputs, write_files

    speak(chosen.lang)
    tables = [path for path in (chosen.egos, chosen.alters, chosen.ties) if path]
    maps = _of_files(chosen.files) if chosen.files else _of_tables(chosen)
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(_rows(maps))
    if chosen.output is None:
        print(text.getvalue(), end="")
        return DONE
    check_outputs([chosen.output], [*chosen.files, *tables])
    write_files([(chosen.output, text.getvalue().encode())])
    return DONE


def _of_files(files: Iterable[Path]) -> Iterator[tuple[str, Map]]:
    """Yield the maps of files by the names of these."""
    from app.exchange.kring_file import read_kring

    for path in files:
        yield path.stem, read_kring(path)


def _of_tables(chosen: argparse.Namespace) -> Iterator[tuple[str, Map]]:
    """Yield the maps of the three tables of a survey by their egos."""
    from app.exchange.three_files import read_three_files

    found = read_three_files(chosen.egos, chosen.alters, chosen.ties)
    for notice in found.notices:
        tell(notice)
    for one in found.converted:
        yield one.ego, one.map


def _rows(maps: Iterable[tuple[str, Map]]) -> Iterator[list[str]]:
    """Yield the names of the columns, then the values of each map in full."""
    from app.analysis.measures import all_measures, value
    from app.analysis.study import Study
    from app.exchange.cells import guarded

    measures = all_measures().values()
    yield ["ego_id", "lines_drawn", *(measure.id for measure in measures)]
    for name, whole in maps:
        known = Study(whole)
        values = (value(measure, known) for measure in measures)
        drawn = str(int(known.lines_drawn))
        yield [guarded(name), drawn, *("" if one is None else repr(one) for one in values)]
