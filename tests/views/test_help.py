"""The window with all keys and the guide for a lesson."""

import pytest
from PySide6.QtWidgets import QLabel, QTextBrowser, QWidget

from app import RESOURCES, language
from app.views.actions import commands
from app.views.help import Help

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(params=["nl", "en"])
def shown(request, qtbot):
    language.install(request.param)
    parent = QWidget()
    qtbot.addWidget(parent)
    window = Help(parent)
    window.show()
    yield window
    window.close()
    language.install("en")


def test_every_key_of_the_menu_is_there(shown):
    said = {label.text() for label in shown.findChildren(QLabel)}
    assert {command.text for command in commands() if command.keys} <= said


def test_the_guide_is_in_the_language_of_the_app(shown):
    guide = shown.findChild(QTextBrowser)
    text = guide.toPlainText()
    assert ("90 minuten" in text) == (language.current() == "nl")
    assert not guide.openLinks()
    assert shown.pages.count() == 2


def test_both_guides_have_the_same_parts():
    parts = [
        [line[:2] for line in file.read_text("utf-8").splitlines() if line[:1] in "#|1234567890"]
        for file in sorted((RESOURCES / "guide").glob("lesson_*.md"))
    ]
    assert len(parts) == 2
    assert parts[0] == parts[1]
