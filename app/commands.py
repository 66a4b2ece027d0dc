"""The commands without a window: `kring convert` and `kring analyse`."""

import argparse
import contextlib
import io
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any, Final, NoReturn

from PySide6.QtCore import QCoreApplication, qInstallMessageHandler

from app.errors import sentence
from app.models.problem import Problem
from app.models.vocabulary import LANGUAGES, vocabulary

COMMANDS: Final = ("analyse", "convert")
"""What the first argument can be for `run` to take over."""

DONE: Final = 0
PROBLEM: Final = 1
USAGE: Final = 2
INTERRUPTED: Final = 130


def run(argv: Sequence[str]) -> int:
    """Do the command in `argv` (without the name of the program) and return its exit code.

    0 where all went well, 1 where something could not be done (a sentence on stderr says
    what), 2 where the command itself is wrong. Needs no display.
    """
    _speak_utf8()
    try:
        chosen = _parser().parse_args(argv)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else USAGE
    language = _language(chosen.lang)
    try:
        code = _convert(chosen) if chosen.command == "convert" else _analyse(chosen, language)
        _flush()
    except Problem as problem:
        _tell(problem)
        return PROBLEM
    except BrokenPipeError:
        _let_go_of_stdout()
        return DONE  # whoever read the output had enough of it
    except OSError:
        _let_go_of_stdout()
        _tell(Problem("output_not_written"))
        return PROBLEM
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _language(chosen: str | None) -> str:
    """Speak the chosen language, without what Qt has to say about the system's own."""
    from app.language import install_for_commands

    handler = qInstallMessageHandler(lambda *_: None)
    try:
        return install_for_commands(chosen)
    finally:
        qInstallMessageHandler(handler)


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"{self.prog}: {message}. Try {self.prog} --help.\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="kring", description="What Kring does without a window.")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    convert = commands.add_parser(
        "convert",
        help="make .kring files from three CSV files",
        description="Make one .kring file per ego from the field's three CSV files.",
    )
    convert.add_argument("--egos", required=True, type=Path, metavar="E.csv", help="one row an ego")
    convert.add_argument(
        "--alters", required=True, type=Path, metavar="A.csv", help="one row a partner"
    )
    convert.add_argument(
        "--ties", required=True, type=Path, metavar="T.csv", help="one row a pair of partners"
    )
    convert.add_argument(
        "-o",
        "--output",
        required=True,
        type=Path,
        metavar="FOLDER",
        help="where the .kring files go; made where it is not there",
    )
    convert.add_argument(
        "--overwrite", action="store_true", help="replace files that hold something else"
    )

    analyse = commands.add_parser(
        "analyse",
        help="print the figures of .kring files",
        description="Print the figures of each map. Undefined figures are n/a, or null in JSON.",
    )
    analyse.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a .kring file")
    analyse.add_argument(
        "--json", action="store_true", help="print one JSON object per file, each on one line"
    )
    for command in (convert, analyse):
        command.add_argument(
            "--lang", choices=LANGUAGES, help="language of the output (default: the system's)"
        )
    return parser


def _convert(chosen: argparse.Namespace) -> int:
    from app.exchange.map_folder import write_maps
    from app.exchange.three_files import read_three_files

    conversion = read_three_files(chosen.egos, chosen.alters, chosen.ties)
    written = write_maps(conversion.converted, chosen.output, overwrite=chosen.overwrite)
    for notice in conversion.notices:
        _tell(notice)
    for path in written:
        print(path)
    return DONE


def _analyse(chosen: argparse.Namespace, language: str) -> int:
    from app.analysis.figures import figures
    from app.exchange.kring_file import read_kring

    code = DONE
    for path in chosen.files:
        try:
            map_ = read_kring(path)
        except Problem as problem:
            _flush()
            _tell(problem)
            code = PROBLEM
            continue
        found = figures(map_)
        if chosen.json:
            print(json.dumps(found, ensure_ascii=False, allow_nan=False))
        else:
            print(f"{map_.network.title or path.stem}  ({path.name})\n")
            print("\n".join(_table(found, language)), end="\n\n")
    return code


def _figure_names() -> dict[str, str]:
    """Return what each figure is called, in the order in which they are printed."""
    translate = QCoreApplication.translate
    return {
        "size": translate("Commands", "Partners"),
        "ties": translate("Commands", "Ties between partners"),
        "density": translate("Commands", "Density"),
        "density_with_ego": translate("Commands", "Density with me"),
        "mean_degree": translate("Commands", "Mean degree"),
        "components": translate("Commands", "Components"),
        "isolates": translate("Commands", "Isolates"),
        "largest_component": translate("Commands", "Largest component"),
        "pairs_only_through_me": translate("Commands", "Pairs only through me"),
        "effective_size": translate("Commands", "Effective size"),
        "efficiency": translate("Commands", "Efficiency"),
        "constraint": translate("Commands", "Constraint"),
        "hierarchy": translate("Commands", "Hierarchy"),
        "ego_betweenness": translate("Commands", "Ego betweenness"),
        "ego_betweenness_normalised": translate("Commands", "Ego betweenness, normalised"),
        "hinge_partners": translate("Commands", "Hinge partners"),
        "external_share": translate("Commands", "Share outside the school"),
        "ei_heads": translate("Commands", "E-I index by heads"),
        "ei_contact": translate("Commands", "E-I index by contact"),
        "blau": translate("Commands", "Blau's diversity of settings"),
        "iqv": translate("Commands", "IQV of settings"),
        "hhi": translate("Commands", "Concentration of contact (HHI)"),
        "top_share": translate("Commands", "Largest share of contact"),
        "coordinator": translate("Commands", "Coordinator"),
        "consultant": translate("Commands", "Consultant"),
        "gatekeeper": translate("Commands", "Gatekeeper"),
        "liaison": translate("Commands", "Liaison"),
        "valid": translate("Commands", "Partners with both answers"),
        "concordant": translate("Commands", "Concordant pairs"),
        "discordant": translate("Commands", "Discordant pairs"),
        "tau_b": translate("Commands", "Kendall's tau-b"),
        "gamma": translate("Commands", "Goodman and Kruskal's gamma"),
        "spearman": translate("Commands", "Spearman's rho"),
    }


def _column_names() -> dict[str, str]:
    """Return what stands above each column of partners."""
    translate = QCoreApplication.translate
    return {
        "name": translate("Commands", "Partner"),
        "kind": translate("Commands", "Kind"),
        "frequency": translate("Commands", "Contact"),
        "importance": translate("Commands", "Importance"),
        "gap": translate("Commands", "Gap"),
        "quadrant": translate("Commands", "Quadrant"),
        "notable": translate("Commands", "Notable"),
        "wish_steps": translate("Commands", "Wish"),
        "degree": translate("Commands", "Degree"),
        "betweenness": translate("Commands", "Betweenness"),
    }


_LEFT: Final = frozenset({"name", "kind", "quadrant"})
"""Columns of words; numbers stand to the right."""


def _table(found: Mapping[str, Any], language: str) -> Iterator[str]:
    """Yield the figures of one map as lines of text: one a figure, then a row a partner."""
    names = {partner["id"]: partner["name"] for partner in found["partners"]}
    hinges = [names[id_] for id_ in found["hinge_partners"]]
    words = vocabulary()
    shown = [
        (
            label,
            ", ".join(hinges) or "–" if key == "hinge_partners" else _cell(found[key], language),
        )
        for key, label in _figure_names().items()
    ]
    shown += [
        (words.quadrants[id_].label(language), _cell(number, language))
        for id_, number in found["quadrants"].items()
    ]
    wide = max(len(label) for label, _ in shown)
    yield from (f"{label:<{wide}}  {value}" for label, value in shown)
    yield ""
    columns = _column_names()
    rows = [list(columns.values())]
    for partner in found["partners"]:
        said = {
            **partner,
            "kind": words.kind_label(partner["kind"], language) or None,
            "quadrant": partner["quadrant"]
            and words.quadrants[partner["quadrant"]].label(language),
        }
        rows.append([_cell(said[key], language) for key in columns])
    widths = [max(len(row[column]) for row in rows) for column in range(len(columns))]
    for row in rows:
        cells = (
            f"{cell:<{width}}" if key in _LEFT else f"{cell:>{width}}"
            for key, cell, width in zip(columns, row, widths, strict=True)
        )
        yield "  ".join(cells).rstrip()


def _cell(value: object, language: str) -> str:
    """Return a figure as it is read: two decimals half away from zero, undefined in words."""
    if value is None:
        return QCoreApplication.translate("Commands", "n/a")
    if value is True:
        return QCoreApplication.translate("Commands", "yes")
    if value is False:
        return QCoreApplication.translate("Commands", "no")
    if isinstance(value, float):
        rounded = Decimal(repr(value)).quantize(Decimal("0.01"), ROUND_HALF_UP)
        text = str(rounded if rounded else abs(rounded))
        return text.replace(".", ",") if language == "nl" else text
    return str(value)


def _tell(problem: Problem) -> None:
    """Print what is wrong on one line of stderr."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(" ".join(sentence(problem).split()), file=sys.stderr, flush=True)


def _speak_utf8() -> None:
    """Print any character, also where the system speaks ASCII or a code page of its own."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _let_go_of_stdout() -> None:
    """Point stdout nowhere, or Python complains when it empties its buffer at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
