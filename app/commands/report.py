"""`kring report`: a map as a report to hand in, PDF or Word."""

import argparse
import sys
from pathlib import Path

from app.analysis.lens import LENSES
from app.commands.output import DONE, PROBLEM, speak, tell
from app.commands.ready_to_draw import get_ready_to_draw
from app.exchange.pipes import COVER, hand_out, take_in
from app.models.network import Map
from app.models.problem import Problem
from app.report.parts import PARTS
from app.words import joined


def describe(command: argparse.ArgumentParser) -> None:
    """Describe the command and its arguments."""
    command.description = "Write the report of a map as a document. Needs no screen."
    command.add_argument("file", type=Path, metavar="FILE.kring", help="the map")
    command.add_argument(
        "--compare", type=Path, metavar="EARLIER.kring", help="an earlier moment of the same map"
    )
    command.add_argument(
        "-o", "--output", required=True, type=Path, metavar="OUT", help="the report: .pdf or .docx"
    )
    command.add_argument(
        "--pages",
        type=Path,
        metavar="FOLDER",
        help="also write each page of a PDF as a picture: 001.png and so on",
    )
    _describe_paper(command)
    command.add_argument("--photo", action="store_true", help="with the photo under the map")
    command.add_argument(
        "--anonymous",
        action="store_true",
        help="kinds and numbers for names, and nothing in the owner's own words",
    )
    command.add_argument(
        "--cover",
        default="",
        metavar="TEXT",
        help="a line for the cover, such as who made it, at which school, for which course",
    )
    command.add_argument(
        "--lens",
        action="append",
        choices=tuple(LENSES),
        help="a picture of the map; can be given several times (default: those that fit)",
    )
    command.add_argument(
        "--without",
        action="append",
        choices=PARTS,
        default=[],
        metavar="PART",
        help=f"leave a part out, can be given several times: {', '.join(PARTS)}",
    )
    # For the window: the files are on stdin and stdout, and what is named is what they are called.
    command.add_argument("--piped", action="store_true", help=argparse.SUPPRESS)


def _describe_paper(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--dots", type=int, default=90, metavar="N", help="dots an inch of these pictures"
    )
    command.add_argument("--bare", action="store_true", help="without a cover, as a part of it")
    command.add_argument("--after", type=int, default=0, help="pages that come before it")
    command.add_argument(
        "--grey",
        action="store_true",
        help="for paper without colours: in the pictures they differ in how dark they are",
    )


def run(chosen: argparse.Namespace) -> int:
    """Write the report into a file."""
    from app.exchange.files import check_outputs, write_files
    from app.exchange.kring_file import from_json, read_kring
    from app.models.rules import cleaned
    from app.report.compose import compose, names_on_cover
    from app.report.pdf import pages
    from app.report.wanted import ReportChoices
    from app.report.writers import KINDS, written

    if missing := get_ready_to_draw():
        print(missing, file=sys.stderr)
        return PROBLEM
    speak(chosen.lang)
    kind = chosen.output.suffix.lower()
    if kind not in KINDS:
        raise Problem("report_unknown_kind", file=chosen.output)
    piped = take_in() if chosen.piped else {}

    def read(path: Path) -> Map:
        return from_json(piped[path.name], path) if piped else read_kring(path)

    whole = read(chosen.file)
    before = read(chosen.compare) if chosen.compare else None
    if before is not None and before.network.series != whole.network.series:
        raise Problem("report_other_series", file=chosen.compare)
    wanted = ReportChoices(
        parts=frozenset(PARTS) - frozenset(chosen.without),
        lenses=tuple(dict.fromkeys(chosen.lens)) if chosen.lens else None,
        photo=chosen.photo,
        anonymous=chosen.anonymous,
        cover=cleaned(piped[COVER].decode() if piped else chosen.cover),
        bare=chosen.bare,
        after=chosen.after,
    )
    if named := names_on_cover(wanted, whole, before) if wanted.anonymous else ():
        tell(Problem("cover_names", names=joined(named)))
    composed = compose(whole, before, wanted)
    pictures = chosen.painters.pictures(composed, kind, grey=chosen.grey)
    files = [(chosen.output, written(composed, pictures, kind))]
    if chosen.pages and kind == ".pdf":
        made = pages(composed.report, pictures, chosen.dots)
        files += [(chosen.pages / f"{n:03}.png", page) for n, page in enumerate(made, start=1)]
    if piped:
        hand_out({path.name: content for path, content in files})
        return DONE
    maps = [chosen.file, *([chosen.compare] if chosen.compare else [])]
    check_outputs([path for path, _ in files], maps)
    write_files(files)
    return DONE
