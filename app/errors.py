"""What can go wrong, in a sentence a person understands, with what to do next."""

import os
import sys
from collections.abc import Callable
from pathlib import Path, PurePath
from types import TracebackType

from app import VERSION, launch, private, tracebacks
from app.models.network import RECORD_TYPES, Network, Partner
from app.models.problem import Problem
from app.models.text_form import cut, isolated
from app.words import joined, say
from app.words.problems import REFUSED, SENTENCES
from app.words.reasons import reason


def sentence(problem: Problem) -> str:
    """Return the sentence for `problem`, in the language of the app."""
    number = problem.values.get("why")
    is_refused = isinstance(number, int) and number != 0 and problem.code in REFUSED
    template = say((REFUSED if is_refused else SENTENCES)[problem.code])
    values = {name: isolated(_shown(value)) for name, value in problem.values.items()}
    said = template.format_map(values)
    return f"{said} {reason(number)}" if is_refused and isinstance(number, int) else said


def missing_sentence(error: BaseException) -> str:
    """Return the sentence for an error that misses a file of Kring's own; "" for any other."""
    return sentence(Problem("part_missing")) if launch.missing_part(error) else ""


def _shown(value: object) -> str:
    if isinstance(value, PurePath):
        # A name may be bytes that are no text at all; the root has none.
        value = os.fsencode(value.name or value).decode(errors="replace")
    if isinstance(value, RECORD_TYPES):
        named = value.name if isinstance(value, Partner) else ""
        value = (value.title if isinstance(value, Network) else named) or value.id
    if isinstance(value, tuple):
        return joined(value)  # a list of ours: what can stand there, whole
    text = str(value)
    return text if len(text) <= 80 else cut(text, 79) + "…"


def write_report(
    folder: Path, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
) -> Path | None:
    """Write down a bug of ours, for the owner to pass on if they like; nothing is sent.

    The report holds the places in the code and the codes of what was done before, never a name
    or a text from a map. Returns the file, or None where it could not be written.
    """
    # The folder of a person is called after them.
    places = tracebacks.described(error).replace(f"{private.home()}/", "~/")
    made_by = f"Kring {VERSION}, Python {sys.version.split()[0]}, {sys.platform}, {launch.way()}"
    tracebacks.tell(error)
    report = folder / "kring-report.txt"
    try:
        from app import trail
        from app.exchange.files import write_file

        private.make_folder(folder)
        private.check_plain(report)
        write_file(report, f"{made_by}\n{places}\n{trail.told()}".encode())
    except (OSError, Problem):
        return None
    return report


def install_hook(
    report: Callable[[type[BaseException], BaseException, TracebackType | None], None],
) -> None:
    """Send what nobody caught to `report`; Qt calls the hook for errors in slots as well."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            tracebacks.tell(error)
        else:
            report(kind, error, trace)

    sys.excepthook = hook
