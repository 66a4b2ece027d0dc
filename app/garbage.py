"""When Python looks for garbage: not while Kring starts, and never in a thread beside the window.

What is garbage may hold windows, and Qt ends the process when one of those goes in another thread
than its own. Python looks wherever it happens to make something, so while a thread works
only the thread of the windows does, now and then.
"""

import gc
from typing import Final

START: Final = "start"
_MANY: Final = 30_000
"""Objects made since the last look of which a look takes so long that the window would wait."""

_reasons: set[object] = set()


def wait(reason: object) -> None:
    """Do not look for garbage before this reason is gone (see `look`)."""
    _reasons.add(reason)
    gc.disable()


def look(reason: object) -> None:
    """Look for garbage again as far as this reason goes; without effect when it is gone already."""
    _reasons.discard(reason)
    if not _reasons:
        _pass_over_many()
        gc.enable()


def clear() -> None:
    """Clear away what became garbage lately; for the thread of the windows while another works."""
    if not _pass_over_many():
        gc.collect(1)


def _pass_over_many() -> bool:
    """Never look among all there is, where a thread has just made very much of it.

    That is what was asked for, such as a thousand maps: it goes when nobody refers to it any more.
    """
    is_many = gc.get_count()[0] > _MANY
    if is_many:
        gc.freeze()
    return is_many


def started() -> None:
    """Look for garbage from the end of the start on, and never among what is there already.

    Modules and the first widgets stay as long as the process. Saves 260 ms of processor time until
    the first edit of a map of 25 (0.42 of the start).
    """
    if START in _reasons:
        gc.freeze()
        look(START)
