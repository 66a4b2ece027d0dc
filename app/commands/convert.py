"""`kring convert`: `.kring` files from the files of other programs."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.output import DONE, PROBLEM, speak, tell

if TYPE_CHECKING:
    from app.exchange.formats.draft import Choices
    from app.models.problem import Problem


def describe(command: argparse.ArgumentParser) -> None:
    """Describe the command and its arguments."""
    command.description = (
        "Make one .kring file per ego from the files of Network Canvas, easyNWK, egor, EgoWeb, "
        "EgoNet, VennMaker, from GraphML, GEXF, GDF, GML, SIF, JSON, Pajek, UCINET DL, Excel or "
        "CSV. What a file is, is told by what is in it."
    )
    command.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="a file, a folder or a .zip"
    )
    command.add_argument("--contact", metavar="VARIABLE", help="how often there is contact")
    command.add_argument("--importance", metavar="VARIABLE", help="how important the contact is")
    command.add_argument("--setting", metavar="VARIABLE", help="where a partner belongs")
    command.add_argument(
        "--reversed",
        metavar="VARIABLE",
        action="append",
        default=[],
        help="a variable whose lowest answer means most; may be given again",
    )
    command.add_argument(
        "--ego",
        metavar="NAME",
        default="",
        help="who is in the middle of a graph (-: not in it)",
    )
    command.add_argument(
        "--name", metavar="COLUMN", default="", help="the column of a list with the names"
    )
    command.add_argument("--kind", metavar="COLUMN", help="what a partner is")
    command.add_argument("--egos", type=Path, metavar="E.csv", help="one row an ego")
    command.add_argument("--alters", type=Path, metavar="A.csv", help="one row a partner")
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
    command.set_defaults(wrong=_wrong)


def _wrong(chosen: argparse.Namespace) -> str:
    three = (chosen.egos, chosen.alters, chosen.ties)
    if chosen.files:
        return "give files, or --egos and --alters, not both" if any(three) else ""
    for name in ("egos", "alters"):
        if getattr(chosen, name) is None:
            return "give files, or the following arguments: --egos, --alters"
    return ""


def run(chosen: argparse.Namespace) -> int:
    """Write the files; print their paths, and notices on stderr."""
    speak(chosen.lang)
    return _from_files(chosen) if chosen.files else _from_three(chosen)


def _from_three(chosen: argparse.Namespace) -> int:
    from app.exchange.map_folder import write_maps
    from app.exchange.three_files import read_three_files

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


def _from_files(chosen: argparse.Namespace) -> int:
    """Write a file for every map in the files; what is broken stays out, and that is told."""
    from app.exchange.formats.all_formats import read_all
    from app.exchange.formats.arrivals import arrive, check, named
    from app.exchange.formats.draft import Draft
    from app.exchange.map_folder import write_named
    from app.models.problem import Problem
    from app.words import current_language

    found = list(read_all(chosen.files))
    choices = _choices(chosen)
    drafts = [one for one in found if isinstance(one, Draft)]
    if not drafts and (problems := [one for one in found if isinstance(one, Problem)]):
        return _tell_all(problems)
    check(drafts, choices)
    arrivals = arrive(found, choices, current_language())
    written = write_named(
        named(arrivals.maps), chosen.output, overwrite=chosen.overwrite, inputs=chosen.files
    )
    for notice in (*(n for one in arrivals.maps for n in one.notices), *arrivals.left):
        tell(notice)
    for path in written:
        print(path)
    broken = [one for one in arrivals.left if one.code not in ("import_unknown", "file_is_library")]
    return PROBLEM if broken or not written else DONE


def _tell_all(problems: "list[Problem]") -> int:
    for problem in problems:
        tell(problem)
    return PROBLEM


def _choices(chosen: argparse.Namespace) -> "Choices":
    from app.exchange.formats.draft import Choices

    return Choices(
        chosen.contact,
        chosen.importance,
        chosen.setting,
        frozenset(chosen.reversed),
        chosen.ego,
        chosen.name,
        chosen.kind,
    )
