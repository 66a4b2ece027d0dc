"""A file that is opened in the file manager arrives in the Kring that runs already."""

import ctypes
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app.application import Application
from app.exchange.kring_file import write_kring
from app.settings import Settings
from app.storage import handover
from app.storage.library import Library
from app.system import lend_the_front
from app.views.frame import incoming_files
from app.views.widgets.question import Question
from tests.models.editing import empty_map
from tests.sure import as_a, sure

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints"),
    pytest.mark.usefixtures("leaves_nothing"),
]

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def first(kring: Callable[..., Any], path: Path, qtbot: QtBot) -> Application:
    """A Kring that runs and listens."""
    app = as_a(Application, kring())
    folder = path.with_name(path.name + ".open")
    qtbot.waitUntil(lambda: sure(app._incoming)._watcher is not None and folder.is_dir())
    return app


@pytest.fixture
def started(path: Path, qtbot: QtBot, tmp_path: Path) -> Callable[..., Any]:
    """Start a second Kring in a process of its own; returns its exit code and what it said."""

    def start(*words: str, library: Path = path, cwd: Path = tmp_path) -> tuple[int, str]:
        done = []
        code = "import sys; from app.application import main; sys.exit(main(sys.argv[1:]))"

        def run() -> None:
            done.append(
                subprocess.run(
                    [sys.executable, "-W", "error", "-c", code, "--library", str(library), *words],
                    cwd=cwd,
                    env={
                        **os.environ,
                        "QT_QPA_PLATFORM": "offscreen",
                        "PYTHONPATH": str(ROOT),
                        "XDG_ACTIVATION_TOKEN": "kwin-42",
                    },
                    stdin=subprocess.DEVNULL,
                    capture_output=True,
                    text=True,
                    timeout=60,
                    check=False,
                )
            )

        thread = threading.Thread(target=run)
        thread.start()
        qtbot.waitUntil(lambda: bool(done))
        thread.join()
        return done[0].returncode, done[0].stdout + done[0].stderr

    return start


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Press this button in every question; returns what was asked."""

    def answer(text: str) -> list[str]:
        asked = []

        def press(box: Question) -> int:
            asked.append(box.text())
            [button] = [b for b in box.buttons() if b.text() == text]
            button.click()
            return 0

        monkeypatch.setattr(Question, "exec", press)
        return asked

    return answer


def theirs(file: Path) -> Path:
    """Write a map of somebody else."""
    whole = empty_map(file.stem.split()[0])
    network = replace(whole.network, series=file.stem.split()[0])
    write_kring(whole.after({network.id: network}), file)
    return file


def offered(app: Application) -> list[str]:
    """Return the maps of others about which Kring asks what to do, once all files are read."""
    until = time.monotonic() + 20
    while app.window.screens.file_opening.unread and time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.005)
    return [guest.name for guest in app.window.screens.file_opening.waiting]


# --- a second Kring


def test_the_second_hands_its_files_to_the_first_and_ends(
    first: Application, started: Callable[..., Any], tmp_path: Path, path: Path
) -> None:
    theirs(tmp_path / "één kaart.kring")
    theirs(tmp_path / "two\nlines.kring")
    assert started("één kaart.kring", "two\nlines.kring") == (0, "")
    assert offered(first) == ["één kaart", "two lines"]
    assert list(path.with_name(path.name + ".open").iterdir()) == []


def test_a_map_of_mine_is_opened_at_once(
    first: Application, started: Callable[..., Any], tmp_path: Path
) -> None:
    own = sure(first.document).map
    write_kring(own, tmp_path / "mine.kring")
    sure(first.document).new_map("Another")
    assert started("mine.kring") == (0, "")
    assert offered(first) == []
    assert sure(first.document).map == own


def test_a_file_that_is_not_there_is_told_by_the_first(
    first: Application, started: Callable[..., Any]
) -> None:
    assert started("nowhere.kring") == (0, "")
    assert offered(first) == []
    assert "nowhere.kring" in first.window.screens.notice.text


def test_the_first_comes_forward_with_what_the_desktop_gave_along(
    first: Application, started: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forward = []
    monkeypatch.setattr(incoming_files, "come_forward", lambda window, token: forward.append(token))
    theirs(tmp_path / "map.kring")
    assert started("map.kring") == (0, "")
    assert forward == ["kwin-42"]


def test_with_another_library_it_is_opened_there(
    first: Application, kring: Callable[..., Any], tmp_path: Path
) -> None:
    other = kring(theirs(tmp_path / "map.kring"), library=tmp_path / "other.kringlib")
    assert offered(other) == ["map"]
    assert offered(first) == []


def test_two_that_start_at_once_find_each_other(
    kring: Callable[..., Any], path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    file = theirs(tmp_path / "map.kring")
    library = Library.open(path)  # the first is on its way, and does not listen yet
    second = kring(file, until=lambda: True)
    qtbot.waitUntil(lambda: second._opening is not None)
    folder = handover.listen(path)
    taken: list[handover.Request] = []

    def is_gone() -> bool:
        taken.extend(handover.take(path))
        return not second.window.isVisible()

    qtbot.waitUntil(is_gone)
    assert [request.files for request in taken] == [(file,)]
    assert second.document is None
    assert list(folder.iterdir()) == []
    handover.stop(path)
    library.close()


def test_where_the_first_does_not_answer_the_question_comes(
    path: Path,
    settings: Settings,
    qapp: QApplication,
    answer: Callable[..., Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tries, asked = [], answer("Quit")
    monkeypatch.setattr(handover, "hand_over", lambda *given: tries.append(given))
    library = Library.open(path)
    handover.listen(path)
    second = Application(path, [tmp_path / "map.kring"], settings)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    assert second.run() == 0
    assert len(tries) == 1
    assert len(asked) == 1
    assert "another Kring window" in asked[0]
    second.window.deleteLater()
    handover.stop(path)
    library.close()


def test_without_a_file_the_question_comes_at_once(
    kring: Callable[..., Any],
    path: Path,
    answer: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = answer("Quit")
    monkeypatch.setattr(handover, "hand_over", lambda *given: pytest.fail("asked the first"))
    library = Library.open(path)
    kring(until=lambda: bool(asked))
    assert "another Kring window" in asked[0]
    library.close()


def test_after_a_crash_the_file_is_opened_as_usual(
    kring: Callable[..., Any], path: Path, tmp_path: Path
) -> None:
    Library.open(path).close()
    folder = handover.listen(path)
    (folder / "old.request").write_text("{}", encoding="ascii")
    app = kring(theirs(tmp_path / "map.kring"))
    assert offered(app) == ["map"]


def test_closing_takes_the_folder_away(first: Application, path: Path) -> None:
    first.window.close()
    assert not path.with_name(path.name + ".open").exists()


def test_who_only_looks_does_not_listen(
    kring: Callable[..., Any], path: Path, answer: Callable[..., Any]
) -> None:
    library = Library.open(path)
    answer("Open read-only")
    app = kring()
    assert app.document.library.read_only
    assert not app._incoming._rest.isActive()
    library.close()


def test_where_there_can_be_no_folder_kring_works_as_before(
    kring: Callable[..., Any], path: Path, qtbot: QtBot
) -> None:
    path.with_name(path.name + ".open").touch()
    app = kring()
    qtbot.waitUntil(lambda: not app._incoming._rest.isActive())
    assert app._incoming._watcher is None
    assert app.document.add_partner("Sam")


def test_a_window_closed_right_after_the_start_leaves_no_folder(
    kring: Callable[..., Any], path: Path, qtbot: QtBot
) -> None:
    app = kring()
    app.window.close()
    qtbot.wait(400)
    assert not path.with_name(path.name + ".open").exists()


# --- somebody is busy


def test_a_file_waits_until_a_dialog_is_closed(
    first: Application, tmp_path: Path, path: Path, qtbot: QtBot
) -> None:
    file = theirs(tmp_path / "map.kring")
    dialog = QDialog(first.window)
    dialog.open()
    heard = []
    asker = threading.Thread(target=lambda: heard.append(handover.hand_over(path, [file])))
    asker.start()
    qtbot.waitUntil(lambda: bool(heard))
    asker.join()
    qtbot.wait(300)
    assert heard == [True]
    assert offered(first) == []
    dialog.close()
    qtbot.waitUntil(lambda: offered(first) == ["map"])
    dialog.deleteLater()


def test_a_file_waits_until_the_mouse_is_let_go(
    first: Application, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtCore import Qt

    held = [Qt.MouseButton.LeftButton]
    monkeypatch.setattr(QGuiApplication, "mouseButtons", lambda: held[0])
    sure(first._incoming).open([theirs(tmp_path / "map.kring")])
    assert offered(first) == []
    held[0] = Qt.MouseButton.NoButton
    qtbot.waitUntil(lambda: offered(first) == ["map"])


def test_closing_forgets_what_waits(first: Application, tmp_path: Path) -> None:
    dialog = QDialog(first.window)
    dialog.open()
    sure(first._incoming).open([tmp_path / "map.kring"])
    assert sure(first._incoming)._busy.isActive()
    dialog.close()
    first.window.close()
    assert first._incoming is None


# --- to the front


def test_a_minimised_window_comes_back_as_it_was(first: Application, qtbot: QtBot) -> None:
    first.window.showMaximized()
    first.window.showMinimized()
    incoming_files.come_forward(first.window)
    assert not first.window.isMinimized()
    assert first.window.isMaximized()


def test_the_desktop_gets_its_token_once_and_a_look_is_asked_for(
    first: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str | None] = []
    alerted: list[object] = []
    monkeypatch.setattr(
        type(first.window),
        "activateWindow",
        lambda window: seen.append(os.environ.get("XDG_ACTIVATION_TOKEN")),
    )
    monkeypatch.setattr(QApplication, "alert", alerted.append)
    incoming_files.come_forward(first.window, "kwin-42")
    incoming_files.come_forward(first.window)
    assert seen == ["kwin-42", None]
    assert alerted == [first.window] * 2


def test_the_second_may_not_keep_the_first_from_the_front(monkeypatch: pytest.MonkeyPatch) -> None:
    allowed: list[Any] = []
    user = SimpleNamespace(AllowSetForegroundWindow=allowed.append)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=user), raising=False)
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "kwin-42")
    assert lend_the_front() == "kwin-42"
    assert allowed == []
    monkeypatch.setattr(sys, "platform", "win32")
    lend_the_front()
    assert allowed == [-1]


# --- the system asks (macOS)


def test_files_the_system_asks_for_are_opened_early_and_late(tmp_path: Path) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-W",
            "error",
            "-c",
            """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QFileOpenEvent
from app import application
from app.application import Application
from app.settings import Settings

application._is_mac = lambda: True
library, settings, early, late = map(Path, sys.argv[1:])
app = Application(library, [], Settings(settings))
ask = lambda file: QCoreApplication.sendEvent(app.qt, QFileOpenEvent(str(file)))
assert ask(early) and app.document is None
timer, seen = QTimer(), []

def look():
    if app._incoming is None or app.window.screens.file_opening.unread:
        return
    seen.append([guest.name for guest in app.window.screens.file_opening.waiting])
    if len(seen) == 1:
        ask(late)
    else:
        timer.stop()
        app.window.close()

timer.timeout.connect(look)
timer.start(20)
code = app.run()
print(*seen[0], *seen[1])
sys.exit(code)
""",
            *map(
                str,
                (
                    tmp_path / "library.kringlib",
                    tmp_path / "settings.ini",
                    theirs(tmp_path / "early.kring"),
                    theirs(tmp_path / "late.kring"),
                ),
            ),
        ],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout.split()) == (0, ["early", "early", "late"]), done.stderr
