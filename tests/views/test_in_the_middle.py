"""Full screen, another theme, text size or language in the middle of a pass loses nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app import language
from app.settings import Settings
from app.views.frame.window import MainWindow
from app.views.widgets import theme

K = Qt.Key
WAYS = ("F11", "theme", "text size", "language")


@pytest.fixture
def settings(tmp_path, qapp):
    settings = Settings(tmp_path / "settings.ini")
    settings.motion, settings.language, settings.theme = False, "en", "light"
    yield settings
    language.install("en")
    theme.wear("light", 100)


@pytest.fixture
def window(document, settings, qtbot):
    for number in range(6):
        document.add_partner(f"P{number}")
    document.select([])
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.show_document(document)
    window.activateWindow()
    window.screens._building.stop()
    QApplication.processEvents()
    return window


@pytest.fixture
def press(qtbot):
    def press(*keys):
        for key in keys:
            qtbot.keyClick(QApplication.focusWidget(), key)
            QApplication.processEvents()

    return press


@pytest.fixture
def change(window, settings):
    def change(way):
        match way:
            case "F11":
                window.toggle_live()
            case "theme":
                settings.theme = "dark"
            case "text size":
                settings.text_size = 125
            case "language":
                settings.language = "nl"
        QApplication.processEvents()

    return change


@pytest.mark.parametrize("way", WAYS)
def test_pairs_that_got_a_no_do_not_come_again(window, press, change, way):
    window.screens.show_screen("pairs")
    press(K.Key_Return, K.Key_N, K.Key_N, K.Key_N, K.Key_N, K.Key_Y)
    assert window.screens.pairs.waiting == 10
    change(way)
    assert window.screens.shown == "pairs"
    assert window.screens.pairs.waiting == 10
