"""`kring picture`: a map as a picture, without a screen."""

import argparse
import json
import math
import re
import sys
from collections.abc import Callable
from pathlib import Path

from app.analysis.lens import LENSES
from app.commands.output import DONE, PROBLEM, speak, tell
from app.commands.ready_to_draw import get_ready_to_draw
from app.models.problem import Problem


def describe(command: argparse.ArgumentParser) -> None:
    """Describe the command and its arguments."""
    command.description = "Draw one map as the app shows it. Needs no screen."
    command.add_argument("file", type=Path, metavar="FILE.kring", help="the map")
    command.add_argument(
        "--lens",
        choices=tuple(LENSES),
        required=True,
        help="what distance to the middle means",
    )
    command.add_argument(
        "-o",
        "--output",
        required=True,
        type=Path,
        metavar="OUT",
        help="the picture: .png, .svg or .pdf",
    )
    command.add_argument(
        "--geometry",
        type=Path,
        metavar="G.json",
        help="also write where every person and label is, in pixels at scale 1",
    )
    _describe_look(command)


def _describe_look(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--anonymous",
        action="store_true",
        help="kinds and numbers for names, and nothing in the owner's own words",
    )
    command.add_argument(
        "--scale",
        type=_between(1, 4),
        default=1.0,
        metavar="1-4",
        help="of a PNG (default: 1)",
    )
    command.add_argument(
        "--size",
        type=_size,
        default=(1400, 990),
        metavar="WxH",
        help="in pixels at scale 1 (default: 1400x990); larger where the people do not fit",
    )
    command.add_argument(
        "--text",
        type=_between(100, 200),
        default=125.0,
        metavar="100-200",
        help="size of the text in percent (default: 125)",
    )
    command.add_argument("--no-title", action="store_true", help="without the line at the top")
    command.add_argument("--no-legend", action="store_true", help="without what the marks mean")
    command.add_argument("--no-sectors", action="store_true", help="rings without settings")
    worn = command.add_mutually_exclusive_group()
    worn.add_argument("--dark", action="store_true", help="light on dark")
    worn.add_argument(
        "--grey",
        action="store_true",
        help="for paper without colours: they differ in how dark they are",
    )


def _between(low: int, high: int) -> Callable[[str], float]:
    """Return a parser for a number from `low` to `high`."""

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


def run(chosen: argparse.Namespace) -> int:
    """Draw the map into a file."""
    from app.exchange.files import place_of, write_files
    from app.exchange.kring_file import read_kring
    from app.exchange.pseudonyms import pseudonymous
    from app.report.painters import PictureRequest

    missing = get_ready_to_draw()
    if missing:
        print(missing, file=sys.stderr)
        return PROBLEM
    language = speak(chosen.lang)
    suffix = chosen.output.suffix.lower()
    if suffix not in (".png", ".svg", ".pdf"):
        raise Problem("picture_unknown_kind", file=chosen.output)
    files = [chosen.file, chosen.output, *([chosen.geometry] if chosen.geometry else [])]
    if len({place_of(path) for path in files}) < len(files):
        raise Problem("picture_same_file")
    whole = read_kring(chosen.file)
    if chosen.anonymous:
        whole = pseudonymous(whole, language)
    asked = PictureRequest(
        lens=chosen.lens,
        size=chosen.size,
        text=chosen.text,
        title=not chosen.no_title,
        legend=not chosen.no_legend,
        sectors=not chosen.no_sectors,
        dark=chosen.dark,
        grey=chosen.grey,
    )
    portrait = chosen.painters.drawn(whole, asked)
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
        code = "picture_left_out" if LENSES[chosen.lens].field else "picture_no_place"
        tell(Problem(code, count=left_out))
    return DONE
