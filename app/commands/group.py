"""`kring group`: what the maps of a group say together, without telling on anybody."""

import argparse
import json
from pathlib import Path
from typing import Any, Final

from app.commands.output import DONE, PROBLEM, speak, tell
from app.models.fewest_people import FEWEST_IN_FILE, FEWEST_ON_SCREEN
from app.models.problem import Problem

KINDS_OF_REPORT: Final = (".csv", ".xlsx", ".pdf", ".docx")


def describe(command: argparse.ArgumentParser) -> None:
    """Describe the command and its arguments."""
    command.description = (
        "Print the figures of a group from the maps of its members: files, folders and zips, the "
        "newest of each person. Counts that would point at somebody are bands: fewer than "
        f"{FEWEST_ON_SCREEN}, or more than all but {FEWEST_ON_SCREEN}; in a file that is written, "
        f"{FEWEST_IN_FILE}. What cannot be read is left out and "
        "named on stderr; the rest counts."
    )
    command.add_argument(
        "files", nargs="+", type=Path, metavar="FILE|FOLDER|ZIP", help="the maps of the begin"
    )
    command.add_argument(
        "--end", nargs="+", type=Path, default=[], metavar="FILE|FOLDER|ZIP", help="and of the end"
    )
    command.add_argument(
        "--exact",
        action="store_true",
        help="exact figures, for your own research alone: small cells point at people",
    )
    command.add_argument("--json", action="store_true", help="print one JSON object on one line")
    command.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="OUT",
        help="write a report or the tables to a file instead: .pdf, .docx, .xlsx or .csv",
    )
    command.set_defaults(wrong=_wrong)


def _wrong(chosen: argparse.Namespace) -> str:
    """Return the fault in a combination of arguments, or ""."""
    if chosen.output is None:
        return ""
    if chosen.exact:
        return "--exact writes no file; what leaves the building keeps to bands"
    if chosen.output.suffix.casefold() not in KINDS_OF_REPORT:
        return f"OUT must end in {', '.join(KINDS_OF_REPORT)}"
    return ""


def run(chosen: argparse.Namespace) -> int:
    """Print or write the figures; say on stderr what was left out."""
    from app.analysis.group.result import Moments, exact, result
    from app.exchange.shown_results import remembered

    speak(chosen.lang)
    begin, end = ([one.coded for one in _collected(paths)] for paths in (chosen.files, chosen.end))
    moments = Moments(tuple(begin), tuple(end) if chosen.end else None)
    if not begin:
        tell(Problem("group_nobody"))
    if chosen.exact:
        tell(Problem("group_exact"))
        found = exact(moments)
        print(json.dumps(found, allow_nan=False) if chosen.json else _listed(found))
        return DONE if begin else PROBLEM
    if not begin:
        return PROBLEM
    k = FEWEST_IN_FILE if chosen.output else FEWEST_ON_SCREEN
    found = result(moments, k)
    remembered(moments.contributions(), k)
    if chosen.output is None:
        print(json.dumps(found, allow_nan=False) if chosen.json else _printed(found))
        return DONE
    return _write(found, chosen)


def _collected(paths: list[Path]) -> Any:
    """Return the newest map of each person, and say what was left out."""
    from app.exchange.handed_in import collected, one_each

    found = one_each(collected(paths, b"of this command alone"))
    for problem in (*found.not_read, *found.older):
        tell(problem)
    return found.handed


def _write(found: dict[str, Any], chosen: argparse.Namespace) -> int:
    from app.exchange.files import check_outputs, write_files
    from app.report.group_report import written

    check_outputs([chosen.output], [*chosen.files, *chosen.end])
    content = written(found, "", chosen.output.suffix.casefold())
    write_files([(chosen.output, content)])
    return DONE


def _printed(found: dict[str, Any]) -> str:
    """Return the tables as lines of text."""
    from app.report.group_tables import as_text, tables

    return as_text(found, tables(found))


def _listed(found: dict[str, Any]) -> str:
    """Return exact figures as they are: a line a figure."""
    return "\n".join(_lines(found, ""))


def _lines(found: Any, name: str) -> list[str]:
    if isinstance(found, dict):
        return [
            line
            for key, value in found.items()
            for line in _lines(value, f"{name}.{key}" if name else key)
        ]
    return [f"{name}  {json.dumps(found)}"]
