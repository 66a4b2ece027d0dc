"""Walk every screen as the keyboard and a screen reader do: see `tests.walking`.

A slice by default, two more sizes with the soak tests, and all of them with `KRING_SWEEP=1`.
"""

import os
from itertools import product

import pytest
from PySide6.QtWidgets import QApplication

from app import language
from app.document import Document
from app.storage.library import Library
from app.views.frame.screen_list import SCREENS
from app.views.frame.window import MainWindow
from app.views.widgets import theme
from tests import walking
from tests.pictures import example

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SLICE = (("nl", 200, (1024, 768)), ("en", 150, (1366, 768)))
SIZES = ((1024, 768), (1366, 768), (2560, 1440))
WHOLE = tuple(product(("nl", "en"), (100, 150, 200), SIZES))
if not os.environ.get("KRING_SWEEP"):  # with the slice, each size, text size and language
    WHOLE = (("en", 200, (1024, 768)), ("nl", 150, (2560, 1440)))
SHOWN = tuple(key for key, row in SCREENS.items() if not row.needs_guest and key != "look_back")


def walked(window, check, screen):
    """The faults of a check on a screen."""
    return [f"{screen}: {check.__name__}: {fault}" for fault in dict.fromkeys(check(window))]


def walk(tmp_path, settings, tongue, text_size, size):
    settings.language, settings.text_size, settings.lens = tongue, text_size, "importance"
    settings.fold("left", folded=False)  # a narrow window would fold it away
    language.install(tongue)
    theme.wear("light", text_size)
    library = Library.open(tmp_path / "library")
    library.add(example(18))
    document = Document(library)
    document.open("map18")
    window = MainWindow(settings)
    window.resize(*size)
    window.show()
    window.show_document(document)
    window.activateWindow()
    faults = []
    for screen in SHOWN:
        window.screens.go_to(screen)
        document.select(["p0"] if screen in ("draw", "insight") else [])
        for _ in range(4):
            QApplication.processEvents()
        for check in walking.CHECKS:
            faults += walked(window, check, screen)
        faults += walked(window, unseen, screen)
    window.close()
    window.deleteLater()
    library.close()
    language.install("en")
    theme.wear("light", 100)
    return faults


def unseen(window):
    """Some of the stops, as painting takes time."""
    return walking.unseen(window, 9)


@pytest.mark.parametrize(("tongue", "text_size", "size"), SLICE)
def test_every_screen_can_be_walked(tmp_path, settings, qapp, tongue, text_size, size):
    faults = walk(tmp_path, settings, tongue, text_size, size)
    assert faults == [], "\n".join(faults)


@pytest.mark.soak
@pytest.mark.parametrize(("tongue", "text_size", "size"), WHOLE)
def test_every_screen_can_be_walked_at_every_size(
    tmp_path, settings, qapp, tongue, text_size, size
):
    faults = walk(tmp_path, settings, tongue, text_size, size)
    assert faults == [], "\n".join(faults)
