"""What a start does beside the window: opens the library in a thread, and prepares the rest."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.words import current_language

if TYPE_CHECKING:
    from app.storage.library import Library


def look_into(path: Path) -> "Library":
    """Open a library that another Kring is working in, to read only."""
    from app.storage.library import Library

    return Library.open(path, read_only=True)


def handed_over(path: Path, files: Sequence[Path]) -> bool:
    """Let the Kring that has the library open have the files; tells whether it takes them."""
    from app.storage.handover import hand_over
    from app.system import lend_the_front

    return hand_over(path, files, lend_the_front())


def open_library(
    path: Path,
    to_hand_over: Sequence[Path] = (),
    takes_along: Path | None = None,
    is_known: bool = False,
) -> "Library | None":
    """Open the library; None where another Kring has it open and takes these files.

    `takes_along` is a library that is copied here first. One that was here before (`is_known`) and
    is not found is not made anew: its drive may be away.
    """
    from app.lazy_imports import only_what_is_used

    with only_what_is_used():
        # What the screens need first comes along, so that it is not imported on the GUI thread.
        import app.layout.ring_layout  # noqa: F401
        from app.models.problem import Problem
        from app.models.vocabulary import vocabulary
        from app.storage.disk import drop
        from app.storage.library import Library
        from app.storage.opening import check_there

        vocabulary()

    if takes_along is not None:
        from app.storage.backups import copy_library

        copy_library(takes_along, path)
    elif is_known:
        check_there(path)
    try:
        library = Library.open(path)
    except Problem as problem:
        if takes_along is not None:
            drop(path)  # made for nothing; what it is a copy of is where it was
        if problem.code == "library_in_use" and to_hand_over and handed_over(path, to_hand_over):
            return None
        raise
    _look_after(library)
    return library


def _look_after(library: "Library") -> None:
    """Do what a start does for a library; where that is refused it is closed again."""
    from contextlib import suppress

    from app.models.problem import Problem

    try:
        with suppress(Problem):  # what could not be sealed now is tried again at the next start
            library.seal_copies()
        library.summaries()  # rows that cannot be read are better known now
    except BaseException:
        library.close()
        raise


def be_guest(given: Sequence[str]) -> None:
    """Keep everything in a folder where the command line or the launcher says so.

    Raises `UsageError` where that folder is not there: a stick that is out is no reason to begin
    anew in its place.
    """
    from app import launch, private
    from app.command_line import UsageError, portable

    folder = portable(given) or launch.beside()
    if folder is not None and not private.is_folder(folder):
        raise UsageError(f"the folder {folder} is not there. Connect its drive and try again")
    if folder is not None:
        private.keep_all_in(folder)


def tell_missed(error: BaseException) -> int:
    """Tell that a file of Kring's own is missing; returns the exit code. Raises any other error."""
    from app import launch, tracebacks
    from app.errors import missing_sentence
    from app.system import tell_outside

    said = missing_sentence(error)
    if not said:
        raise error
    tracebacks.tell(error)
    tell_outside(f"{said}\n", sys.stderr)
    return launch.INCOMPLETE


def prepare() -> None:
    """Clear up what a Kring that is gone left, and make ready what the first name typed needs."""
    from app.exchange.unfinished_files import clear
    from app.models.vocabulary import vocabulary

    clear()
    vocabulary().prepare(current_language())
