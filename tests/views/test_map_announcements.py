"""What happens is said once: people, links, undo, selecting, the lens, an arrow without anybody."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.analysis.lens import LENSES
from app.document import Document
from app.settings import Settings
from app.views.frame.map_announcements import MapAnnouncements
from app.views.frame.window import MainWindow
from app.views.map.accessible import install
from app.views.passes.rating.bin import Bin
from app.views.widgets.buttons import Tick
from app.views.widgets.heard_as import RoleAccessible
from app.views.widgets.keys import with_key
from app.views.widgets.segmented import Segmented
from tests.sure import as_a

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    from app.views.frame import map_announcements

    heard: list[str] = []
    monkeypatch.setattr(map_announcements, "announce", lambda _widget, text: heard.append(text))
    return heard


def test_people_links_and_texts_are_told_once(
    document: Document, settings: Settings, window: QWidget, heard: list[str], qtbot: QtBot
) -> None:
    announcements = MapAnnouncements(document, settings, window)

    def told(does: Callable[..., Any]) -> str:
        del heard[:]
        does()
        qtbot.waitUntil(lambda: bool(heard))
        assert len(heard) == 1
        return heard[0]

    one = told(lambda: document.add_partner("Sam"))
    assert one == "Added: Sam"
    told(lambda: document.add_partner("Noor"))
    a, b = (partner.id for partner in document.map.partners)
    assert told(lambda: document.set_tie(a, b, "yes")) == "Sam and Noor know each other"
    assert told(lambda: document.set_tie(a, b, "no")) == "Sam and Noor do not know each other"
    assert told(lambda: document.add_outline([a, b])) == "Outline"
    assert told(lambda: document.add_note("Here", x=0.1, y=0.1)).startswith("Text")
    assert "Removed: Noor" in told(lambda: document.remove_partners([b]))
    announcements.tell("Undid")  # in the place of what it did
    document.undo()
    announcements.tell("Undid")
    del heard[:]
    qtbot.waitUntil(lambda: heard == ["Undid"])
    settings.lens = "gap" if settings.lens != "gap" else "free"
    qtbot.waitUntil(lambda: len(heard) == 2)
    announcements.be_quiet(quiet=True)
    document.add_partner("Third")
    qtbot.wait(1)
    assert len(heard) == 2


def test_what_a_lens_shows_is_heard_once_and_not_where_its_button_says_it(
    document: Document, settings: Settings, window: QWidget, heard: list[str], qtbot: QtBot
) -> None:
    settings.lens = "free"
    announcements = MapAnnouncements(document, settings, window)
    shows = {key: lens.explanation() for key, lens in LENSES.items()}

    def told(lens: str) -> str:
        del heard[:]
        settings.lens = lens
        qtbot.waitUntil(lambda: bool(heard))
        assert len(heard) == 1
        return heard[0]

    assert told("gap") == f"Arrange: Difference. {shows['gap']}"
    assert told("contact") == f"Arrange: Contact. {shows['contact']}"
    assert told("gap") == "Arrange: Difference"
    button = QPushButton(window)
    button.setToolTip(with_key(shows["importance"], "F6"))
    window.show()
    window.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    del heard[:]
    settings.lens = "importance"
    announcements.tell("Something else")
    qtbot.waitUntil(lambda: heard == ["Something else"])
    button.clearFocus()
    assert told("free") == f"Arrange: Free. {shows['free']}"


def test_the_window_says_what_is_undone_and_how_many_are_selected(
    document: Document, settings: Settings, qtbot: QtBot, heard: list[Any]
) -> None:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.show_document(document)
    for name in ("Sam", "Noor"):
        document.add_partner(name)
    page = window.screens
    page.edits.select_all()
    qtbot.waitUntil(lambda: "2" in (heard or [""])[-1])
    page.edits.undo()
    qtbot.waitUntil(lambda: "Noor" in heard[-1])
    assert heard[-1].startswith("Undid")
    page.map.view.voice.said.connect(heard.append)
    [sam] = document.map.partners
    document.set_partners([sam.id], importance=3)
    document.add_partner("Noor")
    window.show()
    QApplication.processEvents()
    del heard[:]
    page.edits.undo()
    page.edits.undo()
    QApplication.processEvents()
    assert [text.partition(":")[0] for text in heard] == ["Undid"], "not where they stand now too"
    page.edits.redo()
    page.edits.redo()
    document.select([sam.id])
    toolbox = page.map.view.toolbox
    toolbox.take(toolbox.tie)
    QApplication.processEvents()
    del heard[:]
    toolbox.tie._tie_to(document.map.partners[1].id)
    QApplication.processEvents()
    assert len(heard) == 1, "said by the tool, and not once more"
    toolbox.put_down()
    page.map.view._walk((1.0, 0.0), adding=False)
    page.map.view._walk((1.0, 0.0), adding=False)
    assert heard[-1].startswith("No one")


def test_what_is_painted_has_a_role_and_one_of_several_says_which(
    qtbot: QtBot, window: QWidget
) -> None:
    install()
    tray = Segmented({"a": "A", "b": "B", "c": "C"}, window)
    interface = QAccessible.queryAccessibleInterface(tray.button("b"))
    assert interface.role() is QAccessible.Role.RadioButton
    assert interface.text(QAccessible.Text.Description) == "2 of 3"
    tray.button("a").hide()
    tray.show_chosen("b")
    assert interface.text(QAccessible.Text.Description) == "1 of 2"
    chosen: list[Any] = []
    tray.chosen.connect(chosen.append)
    with qtbot.waitActive(window):
        window.show()
    tray.button("c").setFocus()
    qtbot.keyClick(tray.button("c"), Qt.Key.Key_Right)
    assert chosen == ["b"], "not the one that is not there"


def test_a_bin_is_a_button_that_can_be_pressed(qtbot: QtBot, window: QWidget) -> None:
    install()
    made = Bin.__new__(Bin)
    QWidget.__init__(made, window)
    interface = as_a(RoleAccessible, QAccessible.queryAccessibleInterface(made))
    assert interface.role() is QAccessible.Role.Button
    pressed = []
    made.clicked.connect(lambda: pressed.append(1))
    interface.doAction("Press")
    assert pressed == [1]


def test_who_presses_does_not_wait_until_what_opens_is_closed(
    qtbot: QtBot, window: QWidget
) -> None:
    install()
    opened: list[QMenu] = []

    def close(menu: QMenu) -> None:
        opened.append(menu)
        QTimer.singleShot(0, menu.close)

    for made in (QToolButton(window), QPushButton("More", window)):
        interface = as_a(RoleAccessible, QAccessible.queryAccessibleInterface(made))
        menu = QMenu(made)  # it came after the button was heard
        menu.addAction("One")
        made.setMenu(menu)
        made.show()
        assert interface.role() is QAccessible.Role.ButtonMenu
        menu.aboutToShow.connect(partial(close, menu))
        interface.doAction("Press")
        assert menu not in opened
        qtbot.waitUntil(partial(opened.__contains__, menu))


def test_what_stays_down_is_pressed_as_by_hand(qtbot: QtBot, window: QWidget) -> None:
    install()
    tray, tick = Segmented({"a": "A", "b": "B"}, window), Tick("Yes", parent=window)
    heard: list[Any] = []
    tray.chosen.connect(heard.append)
    tick.asked.connect(heard.append)
    for button, role in ((tray.button("b"), "RadioButton"), (tick, "CheckBox")):
        interface = as_a(RoleAccessible, QAccessible.queryAccessibleInterface(button))
        assert interface.role().name == role
        assert interface.text(QAccessible.Text.Name)
        interface.doAction(interface.actionNames()[0])
    QApplication.processEvents()
    assert heard == ["b", True]
    tick.show_state(None)
    assert QAccessible.queryAccessibleInterface(tick).state().checkStateMixed
