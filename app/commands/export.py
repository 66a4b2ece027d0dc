"""`kring export`: maps in the formats of other programs."""

import argparse
from pathlib import Path

from app.commands.output import DONE, speak


def describe(command: argparse.ArgumentParser) -> None:
    """Describe the command and its arguments."""
    from app.exchange.formats.all_formats import written

    command.description = (
        "Write maps for other programs: GraphML (Gephi, Cytoscape, networkx), three files for R "
        "with a codebook and a script, the shape of Network Canvas with its protocol, Excel, or "
        "CSV both for a spreadsheet and for analysis."
    )
    command.add_argument("files", nargs="+", type=Path, metavar="FILE.kring", help="maps")
    command.add_argument(
        "--to", required=True, choices=tuple(written()), help="the format to write"
    )
    command.add_argument(
        "-o",
        "--output",
        required=True,
        type=Path,
        metavar="OUT",
        help="a folder; or a file, where the format is one file",
    )


def run(chosen: argparse.Namespace) -> int:
    """Write the files and print their paths."""
    from app.exchange.formats.all_formats import written
    from app.exchange.formats.output_files import named, put
    from app.exchange.kring_file import read_kring
    from app.words.tables import wording

    speak(chosen.lang)
    write = written()[chosen.to].write
    assert write is not None
    maps = named((path, read_kring(path)) for path in chosen.files)
    for path in put(write(maps, wording()), chosen.output, chosen.files):
        print(path)
    return DONE
