"""What a bug of ours leaves on the terminal: where it happened, and no word of anybody's.

A desktop keeps what its programs print, and the message of an exception can hold a whole record:
a name, a note. So nothing is printed but kinds of exceptions and places in the code.
"""

import sys
import threading
import traceback
from types import TracebackType


def described(error: BaseException) -> str:
    """Return the kinds and places of an exception, and of those it came from, the first first."""
    told, seen = [], set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        places = "".join(traceback.format_tb(one.__traceback__))
        told.append(f"{type(one).__name__}\n{places}")
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return "\n".join(reversed(told))


def tell(error: BaseException) -> None:
    """Print where something went wrong, where there is anything to print on."""
    try:
        if sys.stderr is not None:
            sys.stderr.write(described(error))
            sys.stderr.flush()
    except (OSError, ValueError):
        return  # nobody reads it


def be_discreet() -> None:
    """Let nothing in this process print the message of an exception that nobody caught."""
    if sys.excepthook is sys.__excepthook__:
        sys.excepthook = _uncaught
    if threading.excepthook is threading.__excepthook__:
        threading.excepthook = _uncaught_in_thread
    if sys.unraisablehook is sys.__unraisablehook__:
        sys.unraisablehook = _unraisable


def _uncaught(
    kind: type[BaseException], error: BaseException, _trace: TracebackType | None
) -> None:
    if not issubclass(kind, KeyboardInterrupt):  # who pressed Ctrl+C knows
        tell(error)


def _uncaught_in_thread(unhandled: threading.ExceptHookArgs) -> None:
    if unhandled.exc_value is not None:
        tell(unhandled.exc_value)


def _unraisable(unhandled: "sys.UnraisableHookArgs") -> None:
    if unhandled.exc_value is not None:
        tell(unhandled.exc_value)
