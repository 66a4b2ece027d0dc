"""Makes reports in a process of its own, so that the window never waits for one."""

import sys
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QProcessEnvironment, Signal

from app import launch
from app.exchange.kring_file import to_json
from app.exchange.pipes import COVER, framed, unpacked
from app.models.network import Map
from app.models.problem import Problem
from app.report.parts import PARTS
from app.report.wanted import ReportChoices
from app.words import current_language

_NOW: Final = "now.kring"
_BEFORE: Final = "before.kring"
_REPORT: Final = "report"


@dataclass(frozen=True, slots=True)
class MadeReport:
    """A report that is ready, and kept nowhere yet."""

    content: bytes
    pages: tuple[bytes, ...]
    """As PNG; empty where it was not to be looked at."""


class ReportMaker(QObject):
    """Runs `kring report` on maps it gets through a pipe: no copy of them is on the disk.

    One report at a time: a new one ends the one that is being made.
    """

    done = Signal(object)
    """The report is ready (`MadeReport`)."""
    failed = Signal(object)
    """It could not be made, for this `Problem`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._kind = ""
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.stop)

    @property
    def is_busy(self) -> bool:
        """Tell whether a report is being made."""
        return self._process is not None

    def start(
        self,
        whole: Map,
        before: Map | None,
        wanted: ReportChoices,
        kind: str,
        *,
        dots: int = 0,
        grey: bool = False,
    ) -> None:
        """Begin to make a report of a kind (`.pdf`, `.docx`).

        With `dots` pictures of its pages come along, of so many an inch. `done` or `failed`
        follows, unless it is stopped.
        """
        self.stop()
        files = {_NOW: to_json(whole), COVER: wanted.cover.encode()}
        if before is not None:
            files[_BEFORE] = to_json(before)
        self._kind = kind
        process = self._process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        if sys.platform.startswith("linux"):
            environment.insert("QT_QPA_PLATFORM", "offscreen")
        process.setProcessEnvironment(environment)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.finished.connect(self._finish)
        process.errorOccurred.connect(self._miss)
        said = _arguments(wanted, kind, compares=before is not None, dots=dots, grey=grey)
        program, *first = launch.again()
        process.start(program, [*first, *said])
        process.write(framed(files))  # this end stays open: the process ends when it closes

    def stop(self) -> None:
        """End what is being made; nothing is told of it any more."""
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect(self._finish)
            process.errorOccurred.disconnect(self._miss)
            process.kill()
            process.waitForFinished(1000)
            process.deleteLater()

    def _finish(self, code: int, status: QProcess.ExitStatus) -> None:
        made = None
        if code == 0 and status is QProcess.ExitStatus.NormalExit and self._process is not None:
            try:
                files = unpacked(bytes(self._process.readAllStandardOutput().data()))
                content = files.pop(_REPORT + self._kind)
                made = MadeReport(content, tuple(page for _, page in sorted(files.items())))
            except (ValueError, KeyError):
                made = None  # as if it had not been made
        self._forget_process()
        if made is None and code == launch.INCOMPLETE:
            self.failed.emit(Problem("part_missing"))
        elif made is None:
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


def _arguments(
    wanted: ReportChoices, kind: str, *, compares: bool, dots: int, grey: bool
) -> list[str]:
    said = ["report", "--piped", _NOW, "--lang", current_language(), "-o", _REPORT + kind]
    said += ["--compare", _BEFORE] if compares else []
    said += ["--pages", ".", "--dots", str(dots)] if dots else []
    said += ["--bare"] if wanted.bare else []
    said += ["--after", str(wanted.after)] if wanted.after else []
    said += ["--grey"] if grey else []
    said += ["--photo"] if wanted.photo else []
    said += ["--anonymous"] if wanted.anonymous else []
    for lens in wanted.lenses or ():
        said += ["--lens", lens]
    for part in PARTS:
        said += [] if wanted.has(part) else ["--without", part]
    return said
