"""`kring convert`: `.kring` files from the three CSV files of network research."""

import argparse
from pathlib import Path

from app.commands.output import DONE, speak, tell


def describe(command: argparse.ArgumentParser) -> None:
    """Say what the command is for and what it takes."""
    command.description = "Make one .kring file per ego from the field's CSV files."
    command.add_argument("--egos", required=True, type=Path, metavar="E.csv", help="one row an ego")
    command.add_argument(
        "--alters", required=True, type=Path, metavar="A.csv", help="one row a partner"
    )
    command.add_argument(
        "--ties",
        type=Path,
        metavar="T.csv",
        help="one row a pair of partners; leave it out where ties were not asked",
    )
    command.add_argument(
        "-o",
        "--output",
        required=True,
        type=Path,
        metavar="FOLDER",
        help="where the .kring files go; made where it is not there",
    )
    command.add_argument(
        "--overwrite", action="store_true", help="replace files that hold something else"
    )


def run(chosen: argparse.Namespace) -> int:
    """Write the files; print their paths, and notices on stderr."""
    from app.exchange.map_folder import write_maps
    from app.exchange.three_files import read_three_files

    speak(chosen.lang)
    tables = (chosen.egos, chosen.alters, chosen.ties)
    conversion = read_three_files(*tables)
    read = [table for table in tables if table is not None]
    written = write_maps(
        conversion.converted, chosen.output, overwrite=chosen.overwrite, inputs=read
    )
    for notice in conversion.notices:
        tell(notice)
    for path in written:
        print(path)
    return DONE
