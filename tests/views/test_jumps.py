"""Nothing jumps under the hand that types: what moves is below the field, by what that grew."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from app import language
from app.document import Document
from app.settings import Settings
from app.storage.library import Library
from app.views.frame.screen_list import SCREENS
from app.views.frame.window import MainWindow
from app.views.people.form import Group
from app.views.reflect.intention_card import IntentionCard
from app.views.widgets import theme
from tests import walking
from tests.pictures import example

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
K = Qt.Key
TYPED = (*"Oude", *"rs", K.Key_Space, "v")
LINES = (K.Key_Return, "x", K.Key_Return, "y", K.Key_Backspace, K.Key_Backspace)
"""In a field of several lines: it grows, and becomes smaller."""
SHOWN = tuple(key for key, row in SCREENS.items() if not row.needs_guest and key != "look_back")
DIALOGS = ("picture", "report", "print")
Editor = QLineEdit | QPlainTextEdit | QTextEdit


WORN = (("en", 100, (1366, 768)), ("nl", 150, (1366, 768)), ("en", 200, (1024, 768)))
"""Languages, text sizes and windows in which everything is typed in."""


@pytest.fixture(params=WORN, ids=lambda worn: f"{worn[0]}-{worn[1]}")
def window(
    request: pytest.FixtureRequest, tmp_path: Path, settings: Settings, qapp: QApplication
) -> Iterator[MainWindow]:
    """A window on a second moment, with somebody selected, an intention and a group."""
    tongue, text_size, size = request.param
    settings.language, settings.text_size, settings.lens = tongue, text_size, "importance"
    settings.fold("left", folded=False)  # a narrow window would fold it away
    language.install(tongue)
    theme.wear("light", text_size)
    library = Library.open(tmp_path / "library")
    library.add(example(8))
    document = Document(library)
    document.open("map8")
    document.continue_map("map8", "end", date(2027, 6, 18))
    document.intend("Call", partner="p0")
    document.make_group("Class")
    window = MainWindow(settings)
    window.resize(*size)
    window.show()
    window.show_document(document)
    window.activateWindow()
    settle()
    yield window
    window.close()
    window.deleteLater()
    library.close()
    language.install("en")
    theme.wear("light", 100)


def settle() -> None:
    """Let every layout stand: one within a panel within a page takes five rounds."""
    for _ in range(8):
        QApplication.processEvents()


def editors(root: QWidget) -> Iterator[Editor]:
    """Yield what can be typed in now."""
    kinds: tuple[type[Editor], ...] = (QLineEdit, QPlainTextEdit, QTextEdit)
    for kind in kinds:
        for editor in root.findChildren(kind):
            if editor.isVisible() and editor.isEnabled() and not editor.isReadOnly():
                yield editor


def places(root: QWidget) -> dict[QWidget, QRect]:
    """Return where everything is that is seen, also where it is scrolled to."""
    found = {}
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and not walking.seen_part(widget, root).isEmpty():
            found[widget] = QRect(widget.mapTo(root, QPoint()), widget.size())
    return found


def area_of(editor: Editor) -> QAbstractScrollArea | None:
    """Return what a field is scrolled in."""
    above = editor.parentWidget()
    while above is not None and not isinstance(above, QAbstractScrollArea):
        above = above.parentWidget()
    return above


def jumps(root: QWidget, editor: Editor) -> list[str]:
    """Type in a field, and tell what moves that does not grow with it.

    A field that grows beyond the edge of what it is scrolled in is followed, by that much.
    """
    faults: list[str] = []
    area = area_of(editor)
    editor.setFocus()
    settle()
    for key in (*TYPED, *(() if isinstance(editor, QLineEdit) else LINES)):
        if not editor.hasFocus():
            break  # it was given, and the keyboard went on
        before, stood_at = places(root), area.verticalScrollBar().value() if area else 0
        if isinstance(key, str):
            QTest.keyClicks(editor, key)
        else:
            QTest.keyClick(editor, key)
        settle()
        after, here = places(root), before.get(editor, QRect())
        grew = after.get(editor, here).height() - here.height()
        followed = area.verticalScrollBar().value() - stood_at if area else 0
        for widget, stood in before.items():
            is_along = area is not None and area.viewport().isAncestorOf(widget)
            away = after.get(widget, stood).y() - stood.y() + followed * is_along
            if away and not (stood.top() >= here.bottom() - 2 and away == grew):
                faults.append(f"{walking.told(editor)}, {key!r}: {away} {walking.told(widget)}")
    return faults


def unfold(window: MainWindow) -> None:
    """Open all that folds around fields."""
    for group in window.findChildren(Group):
        group.heading.setChecked(True)
    for card in window.findChildren(IntentionCard):
        card.more.setChecked(True)
    settle()


@pytest.mark.soak
def test_nothing_jumps_while_anything_is_typed_anywhere(window: MainWindow) -> None:
    screens, faults, number = window.screens, [], 0
    for screen in SHOWN:
        screens.go_to(screen)
        screens.document.select(["p0"] if screen in ("draw", "reflect") else [])
        for page in screens.reflect.pages if screen == "reflect" else ("",):
            if page:
                screens.reflect.show_page(page)
            settle()
            unfold(window)
            for editor in list(editors(window)):
                number += 1
                faults += [f"{screen} {page}: {fault}" for fault in jumps(window, editor)]
    screens.go_to("draw")
    for name in DIALOGS:
        screens.actions_by_id[name].trigger()
        settle()
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        for editor in list(editors(dialog)):
            number += 1
            faults += [f"{name}: {fault}" for fault in jumps(dialog, editor)]
        dialog.close()
    assert number >= 20
    assert faults == [], "\n".join(faults)
