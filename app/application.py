"""The composition root: arguments, settings, language, theme, library and window."""

import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app import garbage, start
from app.command_line import COMMANDS, USAGE, UsageError, answer_for, parsed
from app.locking import Locking
from app.words import say

if TYPE_CHECKING:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from app.background import Task
    from app.document import Document
    from app.settings import Settings
    from app.storage.library import Library
    from app.views.frame.incoming_files import IncomingFiles
    from app.views.frame.library_watch import LibraryWatch

_REST = 300
"""Milliseconds in which nothing but the map asks for time."""

INTERRUPTED = 130
"""The exit code of a program that was ended with Ctrl+C."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run Kring as the arguments say; returns the exit code."""
    from app.tracebacks import be_discreet

    be_discreet()
    try:
        return _main(arguments)
    except KeyboardInterrupt:  # before anything was there to close
        return INTERRUPTED
    except (OSError, ImportError) as error:
        return start.tell_missed(error)


def _main(arguments: Sequence[str] | None) -> int:
    from app.system import tell_outside, what_qt_misses

    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and given[0] in COMMANDS:
        return do(given)
    try:
        library, files = parsed(given)
        start.be_guest(given)
    except UsageError as wrong:
        tell_outside(f"kring: {wrong}\n{USAGE}", sys.stderr)
        return 2
    if library is None and files is None:
        tell_outside(answer_for(given), sys.stdout)
        return 0
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        # Until the window listens, Ctrl+C ends this at once: there is nothing to close yet, and
        # an exception of Python's would be lost in whatever is just being imported.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    missing = what_qt_misses()
    if missing:
        tell_outside(f"{missing}\n", sys.stderr)
        return 1
    application = Application(library, files or [])
    code = application.run()
    while application.following is not None:
        application = application.following
        code = application.run()
    return code


def do(command: Sequence[str]) -> int:
    """Do what Kring does without a window; returns the exit code."""
    from app.commands.run import run
    from app.views.picture.painters import Painters

    return run(command, Painters())


class Application(Locking):
    """Paints the window first; imports and opens the rest right after."""

    def __init__(
        self,
        library: Path | None,
        files: Sequence[Path],
        settings: "Settings | None" = None,
        *,
        takes_along: Path | None = None,
    ) -> None:
        from PySide6.QtWidgets import QApplication

        from app.lazy_imports import without_features

        without_features()
        garbage.wait(garbage.START)  # until the first map is there
        from app import language
        from app.settings import Settings
        from app.views.frame.window import MainWindow
        from app.views.widgets import theme

        existing = QApplication.instance()
        self.qt = existing if isinstance(existing, QApplication) else self._new_application()
        self.qt.setApplicationName("Kring")
        self.qt.setApplicationDisplayName("Kring")
        self.settings = settings or Settings()
        language.install(self.settings.language)
        # The first paint has no text: its letters come while the library opens (`go_on`).
        theme.wear(self.settings.theme, self.settings.text_size, letters_later=True)
        self.window: MainWindow = MainWindow(self.settings)
        self.document: Document | None = None
        self.following: Application | None = None
        """What runs after this one, with another library."""
        self._path = library
        self.takes_along = takes_along
        """The library whose maps go to the new one first."""
        self.is_chosen = takes_along is not None
        self._only_looks = False
        self._files = list(files)
        self._to_hand_over = list(files)
        self._incoming: IncomingFiles | None = None
        self._rest: QTimer | None = None
        self._opening: Task | None = None
        self._background: Task | None = None
        self._library_watch: LibraryWatch | None = None
        self._asking: Task | None = None
        self.window.first_painted.connect(self._begin)
        self.window.closed.connect(self._end)
        self.follow_requests()
        self.qt.commitDataRequest.connect(self._keep_typed)

    def _new_application(self) -> "QApplication":
        arguments = ["kring", "-style", "fusion"]  # set later, the style would be made twice
        if not _is_mac():
            from PySide6.QtWidgets import QApplication

            return QApplication(arguments)
        from app.views.frame.mac import MacApplication

        application = MacApplication(arguments)
        application.file_asked.connect(self._open_asked)
        return application

    def run(self) -> int:
        """Show the window and stay until it closes; returns the exit code.

        Where another Kring takes the files, there is no window.
        """
        if self._to_hand_over:
            from app.storage.handover import is_listening

            if is_listening(self.library_path()):
                if start.handed_over(self.library_path(), self._to_hand_over):
                    return 0
                self._to_hand_over = []  # it does not answer: then ask what to do
        from app import errors
        from app.interrupts import Interrupts

        interrupts = Interrupts(self.qt)
        interrupts.came.connect(self.leave)
        self.window.show()
        errors.install_hook(self._report)
        code = self.qt.exec()
        interrupts.stop()
        return INTERRUPTED if interrupts.number == signal.SIGINT else code

    def leave(self) -> None:
        """Close the window and whatever lies over it, as the person would."""
        self.qt.closeAllWindows()
        self.window.close()

    def _begin(self) -> None:
        """Open the library in a thread: its imports take longer than the window did."""
        from app.background import Task

        self._opening = Task(self.window)
        self._opening.done.connect(self._show_library)
        self._opening.failed.connect(self._library_failed)
        self.open_library()
        self.window.go_on()

    def open_library(self) -> None:
        """Open the library in a thread; what comes of it arrives later."""
        assert self._opening is not None
        path = self.library_path()
        if self._only_looks:
            self._opening.start(start.look_into, path)
            return
        known = path in self.settings.known_libraries
        self._opening.start(start.open_library, path, self._to_hand_over, self.takes_along, known)

    def library_path(self) -> Path:
        """Return the place of the library: as asked, as chosen, or the usual one."""
        if self._path is None:
            self._path = self.settings.library
        if self._path is None:
            from app.private import own_folder

            self._path = own_folder() / "library.kringlib"
        return self._path

    def _show_library(self, library: "Library | None") -> None:
        from app.document import Document

        if library is None:
            garbage.started()
            self.window.close()  # another Kring took the files
            return
        if not self.window.isVisible():
            garbage.started()
            library.close()  # the window was closed while the library opened
            return
        self._remember(library)
        self.document = Document(library, self.window)
        self._open_first_map(self.document)
        self.window.show_document(self.document)
        if self.settings.trouble is not None:
            self.window.screens.notices.problem(self.settings.trouble)
        if self._files:
            self.window.screens.file_opening.open_files(self._files)  # those of a session as one
        if not self.document.is_open:
            self.window.screens.show_screen("maps")
        self.tell_moved()
        self.window.screens.notices.ask_how_it_went()
        garbage.started()
        from app.views.frame.incoming_files import IncomingFiles

        self._incoming = IncomingFiles(self.window)
        if not library.read_only:
            self._incoming.listen(library.path)
        from PySide6.QtCore import QTimer

        self._rest = QTimer(self.window)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._settle_down)
        self._rest.start(_REST)

    def _settle_down(self) -> None:
        """Do what can wait until the map is painted, and in threads what takes time."""
        from app.background import Task
        from app.models import competences
        from app.system import moves
        from app.views.frame.library_watch import LibraryWatch
        from app.views.widgets.icons import wear_icon

        assert self.document is not None
        competences.look_in(self.document.library.path.parent)
        wear_icon()
        self._background = Task(self.window)
        self._background.failed.connect(self._backup_failed)
        self._background.start(start.prepare)
        self._library_watch = LibraryWatch(self.document, self.window)
        self._library_watch.failed.connect(self._backup_failed)
        self._library_watch.damage_found.connect(self._tell_damaged)
        self._library_watch.start()
        self.watch_rest()
        self._asking = Task(self.window)
        self._asking.done.connect(self._hear_motion)
        self._asking.start(moves)

    def _open_first_map(self, document: "Document") -> None:
        """Open the map of last time, else the latest; in a new library an empty one."""
        present = [summary.id for summary in document.summaries() if summary.deleted is None]
        last = self.settings.last_map
        present.sort(key=lambda key: key != last)
        if present:
            any(document.open(key) for key in present)  # one that is damaged is told of later
        elif not document.library.read_only:
            document.new_map(say("My network"))

    def _keep_typed(self, _session: object) -> None:
        """Keep what is being typed: the person logs out, and windows may just be ended."""
        self.window.keep_typed()

    def _library_failed(self, error: BaseException) -> None:
        from app.models.problem import Problem
        from app.views.frame.library_trouble import LibraryTrouble

        garbage.started()
        if not isinstance(error, Problem):
            self._report(type(error), error, error.__traceback__)
            return
        if error.code == "library_locked":
            self.unlock(Path(str(error.values["path"])))
            return
        trouble = LibraryTrouble(error, self.library_path(), self.window.page)
        choice = trouble.ask()
        if choice is None:
            self.window.close()
            return
        self._path, read_only = choice
        self.is_chosen = self.is_chosen or trouble.is_moved
        self._only_looks = read_only
        self.open_library()

    def _remember(self, library: "Library") -> None:
        """Remember where the maps are: a library that is not found there later is not a new one."""
        if library.read_only:
            return
        self.settings.know_library(self.library_path())
        if self.is_chosen:
            self.settings.library = self.library_path()

    def _open_asked(self, file: str) -> None:
        """Open a file the system asks for; one that comes early waits for the library."""
        if self._incoming is None:
            self._files.append(Path(file))
        else:
            self._incoming.open([Path(file)])

    def _hear_motion(self, moves: bool) -> None:
        self.settings.system_moves = moves

    def _tell_damaged(self, ids: tuple[str, ...]) -> None:
        self.window.screens.notices.damaged(ids)

    def _backup_failed(self, error: BaseException) -> None:
        from app.models.problem import Problem

        if isinstance(error, Problem):
            self.window.screens.notices.problem(error)
        else:
            self._report(type(error), error, error.__traceback__)

    def _report(self, kind: type[BaseException], error: BaseException, traceback: Any) -> None:
        """Write a bug of ours down and say so; the work is stored already, edit by edit."""
        from app import errors

        folder = self.library_path().parent
        written = errors.write_report(folder, kind, error, traceback)
        self.window.tell_bug(written, errors.missing_sentence(error))

    def _end(self) -> None:
        if self._rest is not None:
            self._rest.stop()
        if self._incoming is not None:
            self._incoming.stop()
            self._incoming = None
        if self._library_watch is not None:
            self._library_watch.stop()
        for task in (self._opening, self._background, self._asking):
            if task is not None:
                task.wait()
        if self.document is not None:
            self._close_library(self.document.library)
        self.forget_password()

    def _close_library(self, library: "Library") -> None:
        """Close the library with a backup of what was done, and say what only shows now."""
        from app import errors
        from app.models.problem import Problem

        told: list[Problem] = []
        try:
            library.back_up()
        except Problem as problem:
            told.append(problem)
        library.close()
        # The window is gone: what was lost without a word would be found out at the next start.
        serious = [problem for problem in told if library.is_away] + library.take_news()
        if serious:
            from app.views.widgets.question import tell

            tell(None, "\n\n".join(map(errors.sentence, serious)))


def _is_mac() -> bool:
    return sys.platform == "darwin"
