"""Who walks along a tray with the arrow keys stays in it: nothing else has the keyboard."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.document import Document
from app.settings import Settings
from app.storage.library import Library
from app.views.frame.window import MainWindow
from app.views.widgets.segmented import Segmented
from tests.pictures import example
from tests.views.test_walking import SHOWN

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_the_keyboard_stays_in_a_tray_that_is_walked_along(
    tmp_path: Path, settings: Settings, qapp: QApplication
) -> None:
    library = Library.open(tmp_path / "library")
    library.add(example(18))
    document = Document(library)
    document.open("map18")
    window = MainWindow(settings)
    window.resize(1440, 900)
    window.show()
    window.show_document(document)
    window.activateWindow()
    had: list[Any] = []
    qapp.focusChanged.connect(lambda _old, new: had.append(new))
    walked = 0
    for screen in SHOWN:
        window.screens.go_to(screen)
        QApplication.processEvents()
        for tray in [one for one in window.findChildren(Segmented) if one.isVisible()]:
            walked += _walk_along(tray, had)
            window.screens.go_to(screen)
            QApplication.processEvents()
    assert walked > 60
    window.close()
    window.deleteLater()
    library.close()


def _walk_along(tray: Segmented, had: list[Any]) -> int:
    """Go past all choices of a tray, and come back; return how many there are."""
    offered = [one for one in tray.group.buttons() if one.isVisible()]
    first = next((one for one in offered if one.isChecked()), offered[0])
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    had.clear()
    for _ in offered:
        at = QApplication.focusWidget()
        assert isinstance(at, QWidget)
        assert tray.isAncestorOf(at), at
        QTest.keyClick(at, Qt.Key.Key_Right)
        QApplication.processEvents()
    assert [one for one in had if one not in offered] == [], [
        str(one) for one in (tray.parentWidget(), *had)
    ]
    return len(offered)
