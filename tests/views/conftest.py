"""What tests of the views share: an app in its own clothes and a document in a new library."""

import gc
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from app import language
from app.document import Document
from app.settings import Settings
from app.storage.library import Library
from app.views.frame.window import MainWindow
from app.views.widgets import theme
from tests.pictures import example
from tests.sure import sure
from tests.views.report import kept


@pytest.fixture(scope="session", autouse=True)
def _dressed(qapp: QApplication) -> None:
    qapp.setStyle("Fusion")
    theme.wear("light", 100)


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[Callable[..., Any]]:
    """Give a way to another language and size of text for one test."""

    def dress(tongue: str, text_size: int) -> None:
        language.install(tongue)
        theme.wear("light", text_size)

    yield dress
    dress("en", 100)


@pytest.fixture(autouse=True)
def _no_widgets_left(qapp: QApplication) -> Iterator[None]:
    """Let no widget of one test be dressed again in the next, nor go while that one paints."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect(1)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window for what needs one to stand in front of."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def window_of_eight(document: Document, settings: Settings, qtbot: QtBot) -> MainWindow:
    """The window of the app with a map of eight people, shown."""
    document.add_map(example(8))
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.show_document(document)
    return window


@pytest.fixture(scope="session")
def _new_library(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> tuple[Path, str]:
    """A library with one new map in it, and the id of that: copying one takes half the time."""
    path = tmp_path_factory.mktemp("new") / "library.sqlite"
    library = Library.open(path)
    made = sure(Document(library).new_map("My network"))
    library.close()
    return path, made


@pytest.fixture
def document(tmp_path: Path, _new_library: tuple[Path, str]) -> Iterator[Document]:
    new, made = _new_library
    library = Library.open(shutil.copyfile(new, tmp_path / "library.sqlite"))
    document = Document(library)
    document.open(made)
    yield document
    # A window that is closed but still there would show the other maps in its last moment.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    document.close()
    library.close()


@pytest.fixture
def reports_made_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Let a report that two tests ask for be made once."""
    folder = tmp_path_factory.getbasetemp() / "reports"
    folder.mkdir(exist_ok=True)
    again = [sys.executable, "-m", kept.__name__, str(folder)]
    monkeypatch.setattr("app.launch.again", lambda: again)


@pytest.fixture
def large_text() -> Iterator[Callable[[int], None]]:
    """Dress the app in a text size, for the time of a test."""
    yield lambda size: theme.wear("light", size)
    theme.wear("light", 100)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is announced to a screen reader, in order; nobody seems to listen."""
    heard: list[str] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: heard.append(event.message())
    )
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    return heard
