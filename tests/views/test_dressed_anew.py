"""Another theme: everything is built anew, finds its place, and only then is painted."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.document import Document
from app.settings import Settings
from app.views.frame.window import MainWindow
from app.views.insight.findings import FindingsPage
from tests.pictures import example, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
_Heard = Counter[tuple[str, QEvent.Type]]


@pytest.fixture
def window(document: Document, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    document.add_map(example(16))
    settings = Settings(tmp_path / "settings.ini")
    settings.motion, settings.language, settings.theme = False, "en", "light"
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    window.show_document(document)
    window.screens.show_screen("insight")
    settle()
    return window


class Ear(QObject):
    """Counts what whom is told."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: _Heard = Counter()

    def eventFilter(self, whom: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Count, and keep nothing from anybody."""
        self.heard[type(whom).__name__, event.type()] += 1
        return False


def heard_in(work: Callable[[], object]) -> _Heard:
    """Return how often each kind of thing was told something while `work` was done and shown."""
    ear, application = Ear(), QApplication.instance()
    assert application is not None
    application.installEventFilter(ear)
    work()
    settle()
    application.removeEventFilter(ear)
    return ear.heard


def test_what_is_built_anew_is_not_painted_before_it_has_its_place(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Qt paints twice what may be painted again: the window, and what is in it."""
    monkeypatch.setattr(FindingsPage, "_make_rest", lambda _: None)  # what comes once it was seen
    heard = heard_in(lambda: setattr(window._settings, "theme", "dark"))
    painted = {who: heard[who, QEvent.Type.Paint] for who in ("MapView", "FindingsPage")}
    assert painted == {"MapView": 2, "FindingsPage": 2}


def test_only_of_another_language_everybody_is_told(window: MainWindow) -> None:
    for what, value, is_told in (("language", "nl", True), ("theme", "dark", False)):
        heard = heard_in(lambda w=what, v=value: setattr(window._settings, w, v))  # type: ignore[misc]
        told = sum(n for (_, kind), n in heard.items() if kind is QEvent.Type.LanguageChange)
        assert (told > 0) is is_told, what
