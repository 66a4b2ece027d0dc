"""Makes reports in a process of its own, so that the window never waits for one."""

import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QProcessEnvironment, Signal

from app import RESOURCES, language
from app.exchange.kring_file import write_kring
from app.models.network import Map
from app.models.problem import Problem
from app.views.report.compose import PARTS, Wanted

_RUN: Final = (
    "import sys; sys.path.insert(0, sys.argv.pop(1)); "
    "from app.application import main; sys.exit(main())"
)


@dataclass(frozen=True, slots=True)
class Made:
    """A report that is ready, and kept nowhere yet."""

    content: bytes
    pages: tuple[bytes, ...]
    """As PNG; empty where it was not to be looked at."""


class Maker(QObject):
    """Runs `kring report` on a copy of the maps in a folder only this person can read.

    One report at a time: a new one ends the one that is being made.
    """

    done = Signal(object)
    """The report is ready (`Made`)."""
    failed = Signal(object)
    """It could not be made, for this `Problem`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._kind = ""
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.stop)

    @property
    def is_busy(self) -> bool:
        """Tell whether a report is being made."""
        return self._process is not None

    def start(
        self, whole: Map, before: Map | None, wanted: Wanted, kind: str, *, paged: bool = False
    ) -> None:
        """Begin to make a report of a kind (`.pdf`, `.docx`); `paged` adds pictures of its pages.

        `done` or `failed` follows, unless it is stopped.
        """
        self.stop()
        try:
            self._folder = tempfile.TemporaryDirectory(prefix="kring-")
            folder = Path(self._folder.name)
            write_kring(whole, folder / "now.kring")
            if before is not None:
                write_kring(before, folder / "before.kring")
        except (OSError, Problem):
            self._end()
            self.failed.emit(Problem("report_not_made"))
            return
        self._kind = kind
        process = self._process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        if sys.platform.startswith("linux"):
            environment.insert("QT_QPA_PLATFORM", "offscreen")
        process.setProcessEnvironment(environment)
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.finished.connect(self._finish)
        process.errorOccurred.connect(self._miss)
        said = _arguments(folder, wanted, kind, compares=before is not None, paged=paged)
        program, *first = _kring()
        process.start(program, [*first, *said])

    def stop(self) -> None:
        """End what is being made; nothing is told of it any more."""
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect(self._finish)
            process.errorOccurred.disconnect(self._miss)
            process.kill()
            process.waitForFinished(1000)
            process.deleteLater()
        self._end()

    def _finish(self, code: int, status: QProcess.ExitStatus) -> None:
        made = None
        if code == 0 and status is QProcess.ExitStatus.NormalExit and self._folder is not None:
            folder = Path(self._folder.name)
            try:
                pages = tuple(page.read_bytes() for page in sorted(folder.glob("*.png")))
                made = Made((folder / f"report{self._kind}").read_bytes(), pages)
            except OSError:
                made = None  # as if it had not been made
        self._forget_process()
        if made is None:
            self.failed.emit(Problem("report_not_made"))
        else:
            self.done.emit(made)

    def _miss(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # of all others, `finished` tells
            self._forget_process()
            self.failed.emit(Problem("report_not_made"))

    def _forget_process(self) -> None:
        if self._process is not None:
            self._process.deleteLater()
            self._process = None
        self._end()

    def _end(self) -> None:
        folder, self._folder = self._folder, None
        if folder is not None:
            folder.cleanup()


def _kring() -> Sequence[str]:
    """Return how this Kring is started: as a program of its own, or by Python."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    return (sys.executable, "-c", _RUN, str(RESOURCES.parent))


def _arguments(
    folder: Path, wanted: Wanted, kind: str, *, compares: bool, paged: bool
) -> list[str]:
    said = ["report", str(folder / "now.kring"), "--lang", language.current()]
    said += ["-o", str(folder / f"report{kind}")]
    said += ["--compare", str(folder / "before.kring")] if compares else []
    said += ["--pages", str(folder)] if paged else []
    said += ["--anonymous"] if wanted.anonymous else []
    said += [f"--cover={wanted.cover}"] if wanted.cover else []
    for lens in wanted.lenses or ():
        said += ["--lens", lens]
    for part in PARTS:
        said += [] if part in wanted.parts else ["--without", part]
    return said
