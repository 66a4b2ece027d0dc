"""Takes the command line apart and hands it to the module of the command."""

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NoReturn

from app import tracebacks
from app.commands import analyse, compare, convert, export, group, measure, picture, report
from app.commands.output import (
    DONE,
    INTERRUPTED,
    PROBLEM,
    USAGE,
    flush,
    let_go_of_stdout,
    speak_utf8,
    tell,
)
from app.exchange.unfinished_files import clear
from app.launch import INCOMPLETE, missing_part
from app.models.problem import Problem, why
from app.models.vocabulary import LANGUAGES

if TYPE_CHECKING:
    from app.report.painters import MapPainters

COMMANDS: Final = {
    "analyse": analyse,
    "compare": compare,
    "convert": convert,
    "export": export,
    "group": group,
    "measure": measure,
    "picture": picture,
    "report": report,
}
"""What the first argument can be, and the module that does it: `describe` and `run`."""


def run(argv: Sequence[str], painters: "MapPainters") -> int:
    """Do the command in `argv` (without the name of the program) and return its exit code.

    0 where all went well, 1 where something could not be done (a sentence on stderr says
    what), 2 where the command itself is wrong. Needs no display; `painters` draw what is drawn.
    """
    speak_utf8()
    try:
        chosen = _parser(argv[0] if argv else "").parse_args(
            argv, argparse.Namespace(painters=painters)
        )
        if wrong := chosen.wrong(chosen):
            chosen.refuse(wrong)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else USAGE
    try:
        clear()
        code: int = chosen.does(chosen)
        flush()
    except Problem as problem:
        tell(problem)
        return PROBLEM
    except BrokenPipeError:
        let_go_of_stdout()
        return DONE  # whoever read the output had enough of it
    except (OSError, ImportError) as error:
        if missing_part(error):
            tracebacks.tell(error)
            tell(Problem("part_missing"))
            return INCOMPLETE
        let_go_of_stdout()
        tell(Problem("output_not_written", why=why(error)))
        return PROBLEM
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as fault:  # noqa: BLE001 (its message may hold what is in a map)
        tracebacks.tell(fault)
        tell(Problem("command_fault"))
        return PROBLEM
    return code


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(USAGE, f"{self.prog}: {message}. Try {self.prog} --help.\n")


def _parser(wanted: str) -> argparse.ArgumentParser:
    """Return the parser of all commands, of which the wanted one is described in full."""
    parser = _Parser(prog="kring", description="What Kring does without a window.")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, module in COMMANDS.items():
        _, _, purpose = (module.__doc__ or "").partition(": ")
        command = commands.add_parser(name, help=purpose.rstrip("."))
        command.set_defaults(does=module.run, wrong=lambda _: "", refuse=command.error)
        if name == wanted:  # what the others can do takes a while to find out
            module.describe(command)
        command.add_argument(
            "--lang", choices=LANGUAGES, help="language of the output (default: the system's)"
        )
    return parser
