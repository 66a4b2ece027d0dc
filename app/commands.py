"""The commands without a window: `kring convert`, `analyse`, `compare` and `picture`."""

import argparse
import contextlib
import io
import json
import math
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any, Final, NoReturn

from PySide6.QtCore import QCoreApplication, qInstallMessageHandler

from app.errors import sentence
from app.models.problem import Problem
from app.models.vocabulary import LANGUAGES, vocabulary

COMMANDS: Final = ("analyse", "compare", "convert", "picture")
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
    try:
        if chosen.command == "picture":
            missing = _get_ready_to_draw()
            if missing:
                print(missing, file=sys.stderr)
                return PROBLEM
        language = _language(chosen.lang)
        does = {
            "convert": _convert,
            "analyse": _analyse,
            "compare": _compare,
            "picture": _picture,
        }
        code = does[chosen.command](chosen, language)
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
    compare = commands.add_parser(
        "compare",
        help="lay two .kring files beside each other",
        description="Compare two moments of one series, partner by partner, or the maps of two "
        "people, by kind and setting. Undefined figures are n/a, or null in JSON.",
    )
    compare.add_argument("a", type=Path, metavar="A.kring", help="the earlier map, or mine")
    compare.add_argument("b", type=Path, metavar="B.kring", help="the later map, or theirs")
    compare.add_argument("--json", action="store_true", help="print one JSON object on one line")
    picture = commands.add_parser(
        "picture",
        help="draw a map as PNG, SVG or PDF",
        description="Draw one map as the app shows it. Needs no screen.",
    )
    _add_picture_arguments(picture)
    for command in (convert, analyse, compare, picture):
        command.add_argument(
            "--lang", choices=LANGUAGES, help="language of the output (default: the system's)"
        )
    return parser


def _add_picture_arguments(picture: argparse.ArgumentParser) -> None:
    picture.add_argument("file", type=Path, metavar="FILE.kring", help="the map")
    picture.add_argument(
        "--lens",
        choices=("importance", "contact", "gap", "free"),
        required=True,
        help="what distance to the middle means",
    )
    picture.add_argument(
        "-o",
        "--output",
        required=True,
        type=Path,
        metavar="OUT",
        help="the picture: .png, .svg or .pdf",
    )
    picture.add_argument(
        "--anonymous",
        action="store_true",
        help="kinds and numbers for names, and nothing in the owner's own words",
    )
    picture.add_argument(
        "--geometry",
        type=Path,
        metavar="G.json",
        help="also write where every person and label is, in pixels at scale 1",
    )
    picture.add_argument(
        "--scale",
        type=_between(1, 4),
        default=1.0,
        metavar="1-4",
        help="of a PNG (default: 1)",
    )
    picture.add_argument(
        "--size",
        type=_size,
        default=(1400, 990),
        metavar="WxH",
        help="in pixels at scale 1 (default: 1400x990); larger where the people do not fit",
    )
    picture.add_argument(
        "--text",
        type=_between(100, 200),
        default=125.0,
        metavar="100-200",
        help="size of the text in percent (default: 125)",
    )
    picture.add_argument("--no-title", action="store_true", help="without the line at the top")
    picture.add_argument("--no-legend", action="store_true", help="without what the marks mean")
    picture.add_argument("--no-sectors", action="store_true", help="rings without settings")
    picture.add_argument("--dark", action="store_true", help="light on dark")


def _between(low: int, high: int) -> Callable[[str], float]:
    """Return what reads a number from `low` to `high`."""

    def read(typed: str) -> float:
        try:
            number = float(typed)
        except ValueError:
            number = math.nan
        if not low <= number <= high:
            raise argparse.ArgumentTypeError(f"{typed!r} is not a number from {low} to {high}")
        return number

    return read


def _size(typed: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{3,4})x(\d{3,4})", typed)
    size = (int(found[1]), int(found[2])) if found else (0, 0)
    if not all(320 <= side <= 8000 for side in size):
        raise argparse.ArgumentTypeError(f"{typed!r} is not a size from 320x320 to 8000x8000")
    return size


def _convert(chosen: argparse.Namespace, _: str) -> int:
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
    from app.analysis.findings import findings
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
        found["findings"] = [
            {
                "code": finding.code,
                "people": list(finding.people),
                "values": dict(finding.values),
                "notable": finding.notable,
            }
            for finding in findings(map_)
        ]
        if chosen.json:
            print(json.dumps(found, ensure_ascii=False, allow_nan=False))
        else:
            print(f"{map_.network.title or path.stem}  ({path.name})\n")
            print("\n".join(_table(found, language)), end="\n\n")
    return code


def _compare(chosen: argparse.Namespace, language: str) -> int:
    from app.analysis import comparison, encounter
    from app.exchange.kring_file import read_kring

    a, b = (read_kring(path) for path in (chosen.a, chosen.b))
    is_same = a.network.series == b.network.series
    found = comparison.figures(a, b) if is_same else encounter.figures(a, b)
    if chosen.json:
        print(json.dumps(found, ensure_ascii=False, allow_nan=False))
        return DONE
    for map_, path in ((a, chosen.a), (b, chosen.b)):
        print(f"{map_.network.title or path.stem}  ({path.name})")
    print()
    names = {partner.id: partner.name for map_ in (a, b) for partner in map_.partners}
    lines = _moments(found, names, language) if is_same else _two_people(found, language)
    print("\n".join(lines), end="\n\n")
    return DONE


def _get_ready_to_draw() -> str | None:
    """Make what fonts and painting need; return a sentence about what the system lacks, or None.

    Raises `Problem` `picture_without_fonts`.
    """
    if sys.platform.startswith("linux"):
        # Not on the screen that may be there: the picture is the same everywhere, and a screen
        # that does not answer would end the program.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from app.system import what_qt_misses

    missing = what_qt_misses()
    if missing:
        return missing
    from PySide6.QtGui import QFontDatabase
    from PySide6.QtWidgets import QApplication

    if not isinstance(QApplication.instance(), QApplication):
        handler = qInstallMessageHandler(lambda *_: None)
        try:
            _drawing.append(QApplication(["kring", "-style", "fusion"]))
        finally:
            qInstallMessageHandler(handler)
    if not QFontDatabase.families():
        raise Problem("picture_without_fonts")
    return None


_drawing: Final[list[object]] = []
"""The application that draws: Qt keeps no reference to it."""


def _picture(chosen: argparse.Namespace, language: str) -> int:
    from app.exchange.files import write_files
    from app.exchange.kring_file import read_kring
    from app.exchange.pseudonyms import pseudonymous
    from app.views.map.look import look_of
    from app.views.picture.portrait import Framing, Portrait

    suffix = chosen.output.suffix.lower()
    if suffix not in (".png", ".svg", ".pdf"):
        raise Problem("picture_unknown_kind", file=chosen.output)
    files = [chosen.file, chosen.output, *([chosen.geometry] if chosen.geometry else [])]
    if len({path.resolve() for path in files}) < len(files):
        raise Problem("picture_same_file")
    whole = read_kring(chosen.file)
    if chosen.anonymous:
        whole = pseudonymous(whole, language)
    width, height = chosen.size
    framing = Framing(
        width=width,
        height=height,
        text_size=round(chosen.text),
        dark=chosen.dark,
        title=not chosen.no_title,
        legend=not chosen.no_legend,
    )
    look = look_of(whole, chosen.lens, {}, sectors=not chosen.no_sectors)
    portrait = Portrait(whole, look, framing)
    if suffix == ".png":
        content = portrait.png(chosen.scale)
    else:
        content = portrait.svg() if suffix == ".svg" else portrait.pdf()
    contents = [(chosen.output, content)]
    if chosen.geometry:
        geometry = json.dumps(portrait.geometry(), ensure_ascii=False, allow_nan=False)
        contents.append((chosen.geometry, geometry.encode() + b"\n"))
    write_files(contents)
    left_out = len(whole.partners) - portrait.shown
    if left_out:
        _tell(Problem("picture_left_out", count=left_out))
    return DONE


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


def _finding_names() -> dict[str, str]:
    """Return what each finding is called."""
    translate = QCoreApplication.translate
    return {
        "wish_more": translate("Commands", "Wished: more often"),
        "wish_less": translate("Commands", "Wished: less often"),
        "wish_same": translate("Commands", "As often as wished"),
        "important_and_dissatisfied": translate("Commands", "Important and not satisfied"),
        "notable_less_often": translate("Commands", "Notable: important, less often"),
        "notable_less_named": translate("Commands", "Notable: often, less named as important"),
        "no_notable_differences": translate("Commands", "No notable differences"),
        "notable_as_wished": translate("Commands", "Notable, and as wished"),
        "no_partners": translate("Commands", "No partners yet"),
        "few_rated": translate("Commands", "Few partners rated"),
        "inside_outside": translate("Commands", "Outside the school: partners, contacts"),
        "alignment": translate("Commands", "More important, also more often (pairs)"),
        "all_equally_important": translate("Commands", "All equally important"),
        "all_equally_often": translate("Commands", "All equally often"),
        "isolates": translate("Commands", "Know the others only through me"),
        "pairs_only_through_me": translate("Commands", "Pairs only through me"),
        "hinge_partners": translate("Commands", "Hinge partners"),
        "everybody_tied": translate("Commands", "All know each other"),
        "empty_settings": translate("Commands", "Settings with nobody"),
        "named_important": translate("Commands", "Named as most important"),
        "focus": translate("Commands", "For the whole group"),
        "do_together": translate("Commands", "Doing together"),
        "consult": translate("Commands", "Consulting"),
        "no_contact_yet": translate("Commands", "No contact yet"),
    }


def _moments(found: Mapping[str, Any], names: Mapping[str, str], language: str) -> Iterator[str]:
    """Yield what became of a map between two moments as lines of text."""
    translate = QCoreApplication.translate
    called = {
        "kept": translate("Commands", "Kept"),
        "new": translate("Commands", "New"),
        "lost": translate("Commands", "Not there any more"),
        "jaccard": translate("Commands", "Stability (Jaccard)"),
        "retention": translate("Commands", "Retention"),
        "turnover": translate("Commands", "Turnover"),
        "net_change": translate("Commands", "Net change"),
        "frequency_up": translate("Commands", "More contact"),
        "frequency_down": translate("Commands", "Less contact"),
        "importance_up": translate("Commands", "More important"),
        "importance_down": translate("Commands", "Less important"),
        "kept_rated": translate("Commands", "Kept, with all answers twice"),
        "quadrant_changes": translate("Commands", "In another quadrant"),
        "wishes_realised": translate("Commands", "Contact went as wished"),
        "tie_jaccard_kept": translate("Commands", "Ties that stayed (Jaccard)"),
        "bray_curtis_settings": translate("Commands", "Other settings (Bray-Curtis)"),
        "signature_jsd": translate("Commands", "Other pattern of contact (JSD)"),
    }
    wide = max(map(len, called.values()))
    for key, label in called.items():
        value = found[key]
        if isinstance(value, list):
            people = f"  {', '.join(names[id_] for id_ in value)}" if value else ""
            yield f"{label:<{wide}}  {len(value)}{people}"
        else:
            yield f"{label:<{wide}}  {_cell(value, language)}"
    words = vocabulary().quadrants
    moved = [
        (f"{words[start].label(language)} → {words[end].label(language)}", number)
        for start, row in found["quadrant_table"].items()
        for end, number in row.items()
        if number and start != end
    ]
    yield from (f"  {text}  {number}" for text, number in moved)


def _two_people(found: Mapping[str, Any], language: str) -> Iterator[str]:
    """Yield what the maps of two people have in common as lines of text."""
    translate = QCoreApplication.translate
    words = vocabulary()
    for key, label in (
        ("shared", translate("Commands", "Kinds both have")),
        ("only_a", translate("Commands", "Only in the first")),
        ("only_b", translate("Commands", "Only in the second")),
    ):
        kinds = ", ".join(words.kind_label(kind, language) for kind in found[key])
        yield f"{label}  {len(found[key])}{'  ' if kinds else ''}{kinds}"
    for key, label in (
        ("kinds_jaccard", translate("Commands", "Kinds in common (Jaccard)")),
        ("bray_curtis_settings", translate("Commands", "Other settings (Bray-Curtis)")),
        ("importance_tau_b", translate("Commands", "Importance alike (tau-b)")),
    ):
        yield f"{label}  {_cell(found[key], language)}"


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
    yield ""
    yield QCoreApplication.translate("Commands", "Findings")
    called = _finding_names() | {
        id_: quadrant.label(language) for id_, quadrant in words.quadrants.items()
    }
    wide = max(len(called[finding["code"]]) for finding in found["findings"])
    for finding in found["findings"]:
        about = _said(finding, names, language)
        yield f"  {called[finding['code']]:<{wide}}  {about}".rstrip()


def _said(finding: Mapping[str, Any], names: Mapping[str, str], language: str) -> str:
    """Return whom a finding is about, or how many of how many."""
    values = finding["values"]
    match finding["code"]:
        case "empty_settings":
            settings = vocabulary().settings.values()
            return ", ".join(s.label(language) for s in settings if not values[s.id])
        case "inside_outside":
            partners = values["outside"] + values["inside"]
            contacts = values["contacts_outside"] + values["contacts_inside"]
            return f"{values['outside']} / {partners}, {values['contacts_outside']} / {contacts}"
        case "few_rated":
            return f"{values['rated']} / {values['size']}"
        case "alignment":
            return f"{values['concordant']} / {values['pairs']}"
        case "pairs_only_through_me":
            return f"{values['pairs']} / {values['all_pairs']}"
        case _:
            return ", ".join(names[id_] for id_ in finding["people"])


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
