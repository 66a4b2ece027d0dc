"""A full disk, a folder one may not write in, a file open elsewhere: told, the old file whole."""

import errno
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import RESOURCES, language
from app.application import do as run
from app.document import Document
from app.exchange import files
from app.models.network import Intention
from app.settings import Settings
from app.views.frame.window import MainWindow
from app.views.report.dialog import ReportDialog
from tests.pictures import example

resource = pytest.importorskip("resource", reason="Windows has no limits to set")

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

OLD = b"as it was"
EXAMPLE = RESOURCES / "examples" / "example_en.kring"
NOBODY = 65534


# --- what can be the matter


@contextmanager
def full_after_a_few_bytes(folder: Path) -> Iterator[None]:
    """The system itself takes no more than a few bytes in a file."""
    del folder
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def full_when_it_is_to_last(folder: Path) -> Iterator[None]:
    """The disk finds out late that it is full, as network disks do."""
    del folder
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "fsync", refusal(OSError(errno.ENOSPC, "No space left on device")))
        yield


@contextmanager
def open_elsewhere(folder: Path) -> Iterator[None]:
    """Another program holds the file, as Word does on Windows."""
    del folder
    held = PermissionError(errno.EACCES, "The process cannot access the file", None, 32)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(os, "replace", refusal(held))
        yield


@contextmanager
def read_only_folder(folder: Path) -> Iterator[None]:
    """Nobody may write in the folder; who may do anything is for a moment who may not."""
    folder.chmod(0o555)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        folder.chmod(0o755)


def refusal(error: OSError) -> Callable[..., Any]:
    def refuse(*_: object) -> None:
        raise error

    return refuse


TROUBLES = [full_after_a_few_bytes, full_when_it_is_to_last, open_elsewhere, read_only_folder]


@pytest.fixture(params=TROUBLES, ids=lambda trouble: trouble.__name__)
def trouble(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> list[Any]:
    """Let something be the matter while a file is written, and at no other time."""
    write = files.write_files
    met = []

    def write_in_trouble(contents: list[tuple[Path, Any]]) -> None:
        contents = list(contents)  # what is to be written is made before
        if folder not in {path.parent for path, _ in contents}:
            write(contents)
            return
        with request.param(folder):
            try:
                write(contents)
            finally:
                met.append(request.param.__name__)

    monkeypatch.setattr(files, "write_files", write_in_trouble)
    return met


@pytest.fixture
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:  # others may look into it, unlike `tmp_path`
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture
def window(
    document: Document, tmp_path: Path, qtbot: QtBot, reports_made_once: None
) -> Iterator[MainWindow]:
    call = Intention(id="call", what="Call", due=date(2030, 1, 1))
    document.add_map(example(4).after({call.id: call}))
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.show()
    window.show_document(document)
    yield window
    for dialog in window.screens.findChildren(ReportDialog):
        dialog.reject()


def old_file(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_bytes(OLD)
    return path


def stayed_whole(path: Path) -> bool:
    """Tell whether the old file is there as it was, and nothing beside it."""
    return path.read_bytes() == OLD and list(path.parent.iterdir()) == [path]


# --- from the window


def test_a_report_that_cannot_be_written(
    window: MainWindow,
    qtbot: QtBot,
    folder: Path,
    trouble: list[Any],
    request: pytest.FixtureRequest,
) -> None:
    number = TROUBLES.index(request.node.callspec.params["trouble"]) % 2  # one way of writing
    path = old_file(folder, ("report.pdf", "report.docx")[number])
    window.screens.actions_by_id["report"].trigger()
    (dialog,) = window.screens.findChildren(ReportDialog)
    dialog.parts["maps"].setChecked(False)
    dialog.formats.button(number).click()
    with qtbot.waitSignal(dialog.failed) as failed:
        dialog.save_to(path)
    assert failed.args[0].code == "file_not_written"
    assert len(trouble) == 1
    assert f"{path.name} could not be written." in dialog.told.text()
    assert stayed_whole(path)
    # The window stays, to try again or to choose another place.
    assert dialog.isVisible()
    assert dialog.save_button.isEnabled()


def test_a_report_that_could_not_be_written_can_be_tried_again(
    window: MainWindow, qtbot: QtBot, folder: Path
) -> None:
    path = old_file(folder, "report.pdf")
    window.screens.actions_by_id["report"].trigger()
    (dialog,) = window.screens.findChildren(ReportDialog)
    dialog.parts["maps"].setChecked(False)
    qtbot.waitUntil(lambda: dialog.is_ready)
    with open_elsewhere(folder):
        dialog.save_to(path)
    assert stayed_whole(path)
    with qtbot.waitSignal(dialog.saved):
        dialog.save_to(path)
    assert path.read_bytes().startswith(b"%PDF")


def test_a_card_that_cannot_be_written(
    window: MainWindow, document: Document, folder: Path, trouble: list[Any]
) -> None:
    path = old_file(folder, "card.pdf")
    document.select(["p0"])
    window.screens.reflect.card.write_card(path)
    assert len(trouble) == 1
    assert "card.pdf could not be written." in window.screens.notice.text
    assert stayed_whole(path)


def test_reminders_that_cannot_be_written(
    window: MainWindow, folder: Path, trouble: list[Any]
) -> None:
    path = old_file(folder, "kring.ics")
    window.screens.reflect.intentions.write_calendar(path)
    assert len(trouble) == 1
    assert "kring.ics could not be written." in window.screens.notice.text
    assert stayed_whole(path)


# --- from the command line


@pytest.mark.parametrize("name", ["report.pdf", "report.docx"])
def test_a_command_that_cannot_write_its_report(
    qapp: QApplication,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    trouble: list[Any],
    name: str,
) -> None:
    path = old_file(folder, name)
    code = run(["report", str(EXAMPLE), "--lang", "en", "-o", str(path), "--without", "maps"])
    language.install("en")
    assert code == 1
    assert len(trouble) == 1
    assert f"{name} could not be written." in capsys.readouterr().err
    assert stayed_whole(path)


@pytest.mark.parametrize("name", ["report.pdf", "report.docx"])
def test_a_kring_that_can_write_next_to_nothing_ends_with_a_sentence(
    tmp_path: Path, folder: Path, name: str
) -> None:
    path = old_file(folder, name)
    limited = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64)); "
        "from app.application import main; sys.exit(main(sys.argv[1:]))"
    )
    command = ["report", str(EXAMPLE), "--lang", "en", "-o", str(path), "--without", "maps"]
    done = subprocess.run(
        [sys.executable, "-B", "-c", limited, *command],
        cwd=RESOURCES.parent,
        env={**os.environ, "XDG_CACHE_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 1
    assert f"{name} could not be written." in done.stderr
    assert "Traceback" not in done.stderr
    assert stayed_whole(path)
