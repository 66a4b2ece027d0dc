"""What all tests share: no screen, no waiting, no traces on the computer they run on."""

import atexit
import gc
import importlib
import os
import shutil
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import nullcontext, suppress
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.lazy_imports import with_quick_enums, without_features
from app.settings import Settings

with_quick_enums()  # as the app itself
without_features()  # of PySide, which otherwise reads every module that a test imports
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LANG"] = "nl_NL.UTF-8"
# What a test starts keeps what it compiled: otherwise each start takes twice as long.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
# What a shell starts in the background ignores Ctrl+C, and so would a Kring that a test starts.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
# Every step is brought to the disk before it is shown, and tests take thousands of steps: in
# memory they need not wait for a disk. What must survive here is a kill, never a power cut.
_MEMORY = Path("/dev/shm")
if _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > 1e9:
    # Said to children and to this process, which may have asked for its folder before.
    tempfile.tempdir = os.environ.setdefault("TMPDIR", str(_MEMORY))
# A test that forgets to name its library or its settings finds empty folders of its own.
_HOME = tempfile.mkdtemp(prefix="kring-tests-")
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
for _variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
    os.environ[_variable] = _HOME

import pytest  # noqa: E402 (the folders come first)

gc.disable()  # until all modules are there: it would look through them again and again


def pytest_configure(config: pytest.Config) -> None:
    """Let workers tell of each test its outcome alone: to tell all takes longer than some tests."""
    for plugin in config.pluginmanager.get_plugins():
        if hasattr(plugin, "sendevent"):
            plugin.sendevent = partial(_send_news, plugin.sendevent)


def _send_news(send: Callable[..., None], name: str, **what: Any) -> None:
    report = what["data"] if name == "testreport" else {}
    went_well = report.get("outcome") == "passed" and report["when"] != "call"
    if name != "logstart" and not went_well:
        send(name, **what)


_PATIENCE = 120_000
"""Milliseconds until something that does not come has failed to come."""


def pytest_collection(session: pytest.Session) -> None:
    """Let one of two workers read the tests from the end, where none is compiled yet.

    Each then finds half of them compiled by the other: rewriting asserts takes longest.
    """
    whole = session.config.args_source is pytest.Config.ArgsSource.TESTPATHS
    if whole and os.environ.get("PYTEST_XDIST_WORKER") == "gw1":
        for path in sorted(session.config.rootpath.glob("tests/**/test_*.py"), reverse=True):
            name = path.relative_to(session.config.rootpath).with_suffix("")
            with suppress(Exception):  # told when it is collected
                importlib.import_module(".".join(name.parts))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest: as the last it keeps one worker busy, and the other idle."""
    items.sort(key=lambda item: item.path.stem != "test_walking")


def pytest_collection_finish(session: pytest.Session) -> None:
    """Leave out of each clearing what modules hold, as it is there for good."""
    gc.freeze()
    gc.enable()


_looked_through_all = False


def _note(phase: str, info: dict[str, int]) -> None:
    global _looked_through_all
    if phase == "stop" and info["generation"] == 2:
        _looked_through_all = True


gc.callbacks.append(_note)


def pytest_runtest_logfinish() -> None:
    """Leave out of later clearings what a whole one has left: it grows from test to test."""
    global _looked_through_all
    if _looked_through_all:
        _looked_through_all = False
        gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _one_application(qapp: QApplication) -> None:
    """Let no command that is run first be the application of the windows that come after it."""


@pytest.fixture(scope="module", autouse=True)
def _laid_out_once(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let no map be laid out twice in the same way, but where that is what is tried."""
    from tests.laid_out import laid_out_once

    with nullcontext() if request.path.parent.name == "layout" else laid_out_once():
        yield


@pytest.fixture(autouse=True)
def _as_it_spoke(_one_application: Any) -> None:
    """Let each test begin in English, whatever the one before it spoke."""
    from PySide6.QtCore import QLocale

    from app import language
    from app.words import current_language

    # A process that has spoken nothing yet says dates as the system does.
    if current_language() != "en" or QLocale().language() != QLocale.Language.English:
        language.install("en")


@pytest.fixture(scope="session", autouse=True)
def _quick_and_never_at_rest(_one_application: Any) -> Iterator[None]:
    """Let a busy computer pass for a quick one, and no window build ahead what no test looks at.

    Each letter that is typed is stored at once. Screens ahead are half the time of a window.
    """
    from app.views.frame import built_ahead
    from app.views.map import other_lenses
    from app.views.widgets import drafts

    with pytest.MonkeyPatch.context() as always:
        always.setattr(drafts, "SLOW", float("inf"))
        for waits in (built_ahead, other_lenses):
            always.setattr(waits, "_REST", 3_600_000)
        yield


@pytest.fixture
def qtbot(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QtBot:
    """Hold every window until the test is over: one that is let go of while another paints ends Qt.

    And dress what stands by itself, as the window does with what stands in it.

    Of itself pytest-qt holds it weakly, and Python may clear it away within a paint event. And wait
    for as long as a busy computer takes: what comes is not waited for any longer than it takes.
    """
    from PySide6.QtWidgets import QMainWindow

    from app.views.widgets import theme

    held = []
    add = qtbot.addWidget

    def hold(widget: Any, **how: Any) -> None:
        held.append(widget)
        # What stands in a window is dressed there.
        if widget.isWindow() and not isinstance(widget, QMainWindow):
            theme.dress(widget)
        add(widget, **how)

    def patient(wait: Callable[..., Any]) -> Callable[..., Any]:
        def waiting(*what: Any, timeout: int = 0, **how: str) -> Any:
            # What may just as well not come, as with assertNotEmitted, is not waited for.
            least = _PATIENCE if how.get("raising", True) else 0
            return wait(*what, timeout=max(timeout, least), **how)

        return waiting

    monkeypatch.setattr(qtbot, "addWidget", hold)
    for wait in ("waitUntil", "waitSignal", "waitSignals", "waitExposed"):
        monkeypatch.setattr(qtbot, wait, patient(getattr(qtbot, wait)))
    return qtbot


@pytest.fixture
def leaves_nothing(qapp: QApplication) -> Iterator[None]:
    """Fail where windows, running timers or threads are left when the test is over."""
    from PySide6.QtCore import QCoreApplication, QEvent, QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import isValid

    def standing() -> tuple[set[Any], set[Any], set[Any]]:
        threads = set(threading.enumerate())  # of those that have ended the events are delivered
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
        kinds = {QTimer, *QTimer.__subclasses__()}
        timers = [thing for thing in gc.get_objects() if type(thing) in kinds]
        running = {timer for timer in timers if isValid(timer) and timer.isActive()}
        return set(QApplication.topLevelWidgets()), running, threads

    def left() -> list[set[Any]]:
        return [now - then for now, then in zip(standing(), before, strict=True)]

    before = standing()
    yield
    if any(left()):
        gc.collect()
    assert left() == [set(), set(), set()]


@pytest.fixture(scope="module")
def nx() -> Iterator[Any]:
    """All of networkx, beside the part of it that Kring has imported."""
    ours = {name: sys.modules.pop(name) for name in [*sys.modules] if name.startswith("networkx")}
    yield importlib.import_module("networkx")
    for name in [name for name in sys.modules if name.startswith("networkx")]:
        del sys.modules[name]
    sys.modules.update(ours)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the library of the app is."""
    return tmp_path / "library.kringlib"


@pytest.fixture
def settings(tmp_path: Path, qapp: QApplication) -> Settings:
    """Settings of their own, as nobody's computer decides them."""
    from app.settings import Settings

    settings = Settings(tmp_path / "settings.ini")
    settings.language, settings.theme, settings.motion = "en", "light", False
    return settings


def _stands(app: Any) -> bool:
    return app._background is not None and not app.window.screens.file_opening.unread


@pytest.fixture
def kring(
    path: Path,
    settings: Settings,
    qtbot: QtBot,
    leaves_nothing: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Callable[..., Any]]:
    """Start Kring as a person would; closed and cleared away at the end.

    What it leaves until the map is painted is done at once, as no person waits for that map.
    """
    from app import application, language
    from app.application import Application
    from app.views.widgets import theme

    monkeypatch.setattr(application, "_REST", 0)
    started: list[Application] = []

    def start(
        *files: Path, library: Path = path, until: Callable[..., Any] | None = None
    ) -> Application:
        app = Application(library, files, settings)
        started.append(app)
        app.window.show()
        qtbot.waitUntil(until or (lambda: _stands(app)))
        app.window.activateWindow()
        return app

    yield start
    for app in started:
        app.window.close()
        app.window.deleteLater()
    language.install("en")
    theme.wear("light", 100)
