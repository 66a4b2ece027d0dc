"""Walk every screen as the keyboard and a screen reader do: see `tests.walking`.

A slice by default, two more sizes with the soak tests, and all of them with `KRING_SWEEP=1`. One
window goes past all screens, and wears one theme after the other.
"""

import gc
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app import language
from app.document import Document
from app.settings import Settings
from app.storage.library import Library
from app.views.frame.screen_list import SCREENS
from app.views.frame.window import MainWindow
from app.views.passes.still_here.texts import meaning
from app.views.widgets import theme
from app.views.widgets.segmented import Segmented
from app.views.widgets.wrapping import rejoined
from tests import snapshots, walking
from tests.examples import in_turn
from tests.pictures import example, half_a_year_later, settle
from tests.sure import as_a, sure
from tests.views.test_finger_scroll import Finger, scrolling, scrolls_under, touch_screen

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SLICE = (("nl", 200, (1024, 768)), ("en", 150, (1366, 768)))
SIZES = ((1024, 768), (1366, 768), (2560, 1440))
WHOLE = tuple(product(("nl", "en"), (100, 150, 200), SIZES))
if not os.environ.get("KRING_SWEEP"):  # with the slice, each size, text size and language
    WHOLE = (("en", 200, (1024, 768)), ("nl", 150, (2560, 1440)))
PAGES = {
    "insight": ("plot", "list", "table", "figures", "people", "ladder"),
    "reflect": ("intentions", "card", "competence"),
}
"""Of a screen that has several: those besides the one it opens with."""
DIALOGS = ("picture", "report", "print", "about")
SHOWN = tuple(key for key, row in SCREENS.items() if not row.needs_guest and key != "look_back")


@contextmanager
def shown(
    tmp_path: Path,
    settings: Settings,
    how: tuple[str, int, tuple[int, int]],
    count: int = 18,
) -> Iterator[MainWindow]:
    """Show a window with a map of so many people, in a language, a text size and a size."""
    tongue, text_size, size = how
    settings.language, settings.text_size, settings.lens = tongue, text_size, "importance"
    settings.fold("left", folded=False)  # a narrow window would fold it away
    language.install(tongue)
    theme.wear(settings.theme, text_size)  # each page is dressed by itself
    library = Library.open(tmp_path / "library")
    library.add(example(count))
    document = Document(library)
    document.open(f"map{count}")
    window = MainWindow(settings)
    window.resize(*size)
    window.show()
    window.show_document(document)
    window.activateWindow()
    yield window
    window.close()
    window.deleteLater()
    library.close()
    language.install("en")
    theme.wear("light", 100)


def walk(
    tmp_path: Path, settings: Settings, tongue: str, text_size: int, size: tuple[Any, Any]
) -> tuple[list[Any], Any]:
    """Return the faults of every screen, page and dialog, and what is heard of the screens.

    Opening all of them takes longest: whatever looks at all there is to see looks here.
    """
    faults, heard = [], []
    scrolled, walked = set[str](), 0
    settings.theme = "dark" if text_size == 150 else "light"
    with shown(tmp_path, settings, (tongue, text_size, size)) as window:
        for name, root in seen_in(window, SHOWN):
            if name in SHOWN:
                heard.append(f"{name}\n{snapshots.snapshot(window)}\n")
            faults += faults_of(root, name)
            if text_size == 200:  # there most is scrolled
                faults += scrolls(root, name, window.screens.document, scrolled)
            elif root is window:
                faults += faint_in(window, name)
        if text_size == 150:
            for screen in SHOWN:
                found, there = walked_along(window, screen)
                faults, walked = faults + found, walked + there
            faults += with_others(window)
            half_a_year_on(window.screens.document)
            for name in stepping_back(window):
                settle()
                faults += faint_in(window, name)
    assert text_size != 200 or len(scrolled) > 8, scrolled
    assert text_size != 150 or walked > 35
    return faults, "\n".join(heard)


def with_others(window: MainWindow) -> list[str]:
    """Return the faults with a map of nobody, of one and of many; ends at the one there was."""
    document, faults = window.screens.document, []
    was = document.map.network.id
    for count in (0, 1, 60):
        document.add_map(example(count))
        window.screens.settings.lens = "importance"
        dialogs = () if count == 1 else DIALOGS  # of one as of eighteen
        for name, root in seen_in(window, ("draw", "table", "insight"), dialogs):
            faults += faults_of(root, f"{count} {name}")
    document.open(was)
    return faults


def scrolls(root: QWidget, name: str, document: Document, scrolled: set[str]) -> list[str]:
    """Return what does not scroll under a finger, or does something else; adds what was tried."""
    faults = []
    for area in scrolling(root):
        told = f"{name}: {type(area).__name__} {area.objectName()}"
        scrolled.add(told)
        before = (document.history.position, document.selection, document.map)
        if not scrolls_under(Finger(touch_screen()), area):
            faults.append(f"{told} does not scroll")
        if before != (document.history.position, document.selection, document.map):
            faults.append(f"{told} does something else")
    return faults


TABS_FROM: tuple[str, ...] = ("draw", "rate")
"""From where the tabs are walked along: a screen that has one, and one that has none."""
if os.environ.get("KRING_SWEEP"):
    TABS_FROM = SHOWN


def walked_along(window: MainWindow, screen: str) -> tuple[list[str], int]:
    """Walk along every tray of a screen; return where the keyboard left one, and their choices."""
    had: list[QWidget | None] = []
    app = as_a(QApplication, QApplication.instance())
    heard = app.focusChanged.connect(lambda _old, new: had.append(new))
    window.activateWindow()  # a dialog may have been there
    window.screens.document.select([])  # a form has answers, which are kept
    window.screens.go_to(screen)
    settle()
    faults, walked = [], 0
    for tray in [one for one in window.findChildren(Segmented) if one.isVisible()]:
        if tray is window.screens.bar.tabs and screen not in TABS_FROM:
            continue  # each leads to another screen
        offered = [one for one in tray.group.buttons() if one.isVisible()]
        first = next((one for one in offered if one.isChecked()), offered[0])
        first.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        had.clear()
        for _ in offered:
            QTest.keyClick(sure(QApplication.focusWidget()), Qt.Key.Key_Right)
            QApplication.processEvents()
        left = [one for one in had if one not in offered]
        faults += [f"{screen}: the keyboard leaves {walking.told(tray)}: {one}" for one in left]
        if len(had) < len(offered):
            faults.append(f"{screen}: the keyboard stays behind in {walking.told(tray)}")
        walked += len(offered)
        window.screens.go_to(screen)
        QApplication.processEvents()
    app.focusChanged.disconnect(heard)
    return faults, walked


def seen_in(
    window: MainWindow, screens: Iterable[str], dialogs: Iterable[str] = DIALOGS
) -> Iterator[tuple[str, QWidget]]:
    """Go past these screens with all their pages, and the dialogs; yield what is seen."""
    document, someone = window.screens.document, window.screens.document.map.partners[:1]
    for screen in screens:
        window.screens.go_to(screen)
        is_about_one = screen in ("draw", "insight")
        document.select([partner.id for partner in someone] if is_about_one else [])
        settle()
        yield screen, window
        for page in PAGES.get(screen, ()):
            getattr(window.screens, screen).show_page(page)
            settle()
            yield f"{screen} {page}", window
    window.screens.go_to("draw")
    for name in dialogs:
        window.screens.actions_by_id[name].trigger()
        settle()
        dialog = QApplication.activeModalWidget()
        if dialog is not None:  # there is nothing to print or to write of a map without anybody
            yield name, dialog
            dialog.close()


def faults_of(root: QWidget, name: str) -> list[str]:
    """Return what is wrong with what is seen; some of the stops, as painting takes time."""
    checks = (*walking.CHECKS, walking.cut_in_paint)
    found = [f"{check.__name__}: {fault}" for check in checks for fault in check(root)]
    found += [f"unseen: {fault}" for fault in walking.unseen(root, 9 if name in SHOWN else 21)]
    return [f"{name}: {fault}" for fault in dict.fromkeys(found)]


def faint_in(window: MainWindow, name: str) -> list[str]:
    """Return what does not stand out, but initials on the small map of the card in large letters.

    Those are thinner than a pixel there.
    """
    small = name.startswith("reflect") and theme.text_scale() > 1
    found = [f for f in walking.too_faint(window) if not (small and ": initials" in f)]
    return [f"{name}: faint: {fault}" for fault in dict.fromkeys(found)]


LOOKS = (("light", False), ("dark", True), ("contrast", False), ("contrast", True))


def faces(window: MainWindow) -> Iterator[str]:
    """Go past all there is to see, with who steps back among it; yield what it is."""
    screens, document = window.screens, window.screens.document
    for screen in SHOWN:
        screens.go_to(screen)
        document.select(["p0"] if screen in ("draw", "insight") else [])
        for page in PAGES["insight"] if screen == "insight" else ():
            screens.insight.show_page(page)
            yield f"insight {page}"
        yield screen
    yield from stepping_back(window)


def stepping_back(window: MainWindow) -> Iterator[str]:
    """Go past what has somebody in it who steps back, or is only now: yield what it is."""
    screens, document = window.screens, window.screens.document
    for screen in ("table", "compare", "again", "insight"):
        screens.go_to(screen)
        yield f"{screen} later"
    for page in ("plot", "list"):
        screens.insight.show_page(page)
        screens.insight.highlight.choose("setting", "in_school")
        yield f"insight {page}, filtered"
        screens.insight.highlight.choose_everybody()
    screens.go_to("draw")
    document.select(["p0"])
    yield "draw later"
    document.select([])
    screens.map.toggle_legend()
    yield "legend"
    screens.map.toggle_legend()
    document.select(["p0", "p5"])
    screens.notice.tell("Removed.", "Undo")
    yield "notice"
    screens.notice.dismiss()


def half_a_year_on(document: Document) -> None:
    """Go on with a map: answers of every kind, one who left, and one who is new."""
    document.continue_map(document.map.network.id, "end", date(2027, 6, 18))
    for number, partner in enumerate(document.map.partners[:6]):
        document.set_partners([partner.id], frequency=number, importance=5 - number % 5)
    document.depart(document.map.partners[7].id, "finished")
    document.add_partner("Somebody new")


@pytest.mark.soak
def test_all_that_is_painted_stands_out_in_every_theme(
    tmp_path: Path, settings: Settings, qapp: QApplication
) -> None:
    """The daily run looks in one theme, on the walk past every screen."""
    faults = []
    with shown(tmp_path, settings, ("en", 100, (1366, 900))) as window:
        half_a_year_on(window.screens.document)
        for look, dark in LOOKS:
            theme.system_is(dark=dark)
            settings.theme = "system"
            settings.theme = look
            for face in faces(window):
                settle()
                faults += faint_in(window, f"{look}, dark {dark}, {face}")
    theme.system_is(dark=False)
    assert faults == [], "\n".join(faults)


def test_what_does_not_stand_out_is_found(qtbot: QtBot, qapp: QApplication) -> None:
    class Painted(QLabel):
        def paintEvent(self, event: Any) -> None:  # noqa: N802
            painter = QPainter(self)
            painter.fillRect(self.rect(), QColor("white"))
            painter.setPen(QColor(self.property("ink")))
            painter.drawText(QRect(4, 4, 180, 30), int(Qt.AlignmentFlag.AlignCenter), "painted")

    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet("background: white; color: black")
    column = QVBoxLayout(window)
    plain, own = QLabel("plain"), Painted()
    own.setMinimumSize(200, 40)
    column.addWidget(plain)
    column.addWidget(own)
    own.setProperty("ink", "black")
    window.show()
    qtbot.waitExposed(window)
    assert walking.too_faint(window) == []
    own.setProperty("ink", "#999999")
    plain.setStyleSheet("color: #999999")
    assert len(walking.too_faint(window)) == 2


@pytest.mark.parametrize(("tongue", "text_size", "size"), SLICE)
def test_every_screen_can_be_walked(
    tmp_path: Path,
    settings: Settings,
    qapp: QApplication,
    tongue: str,
    text_size: int,
    size: tuple[Any, Any],
) -> None:
    faults, heard = walk(tmp_path, settings, tongue, text_size, size)
    assert faults == [], "\n".join(faults)
    kept = (snapshots.FOLDER / f"{tongue}.txt").read_text(encoding="utf-8")
    assert heard == kept, "Read what differs; python -m tests.snapshots writes it anew"


def test_two_moments_can_be_walked_in_large_letters(
    tmp_path: Path, settings: Settings, qapp: QApplication
) -> None:
    faults = []
    with shown(tmp_path, settings, ("en", 200, (1024, 768))) as window:
        half_a_year_later(window, window.screens.document, "compare-one")
        checks = (*walking.CHECKS, walking.cut_in_paint)
        for way, folded in in_turn(("one", "side", "table", "numbers"), (False, True)):
            window.screens.compare.show_as(way)
            settings.fold("right_compare", folded=folded)
            window.screens.compare.show_as(way)
            settle()
            faults += [f"{way}: {f}" for check in checks for f in check(window)]
        window.screens.go_to("draw")
        for opens in ("find", "about_map"):  # a form asks many things: each is a stop
            window.screens.actions_by_id[opens].trigger()
            settle()
            if opens == "find":
                QTest.keyClicks(sure(window.focusWidget()), "o")
                settle()
            asked = (*walking.CHECKS[:-1], walking.cut_in_paint)
            faults += [f"{opens}: {f}" for check in asked for f in check(window)]
    assert faults == [], "\n".join(faults)


@pytest.mark.parametrize("tongue", ["nl", "en"])
def test_no_word_of_who_is_still_here_is_cut_in_large_letters(
    tmp_path: Path, settings: Settings, qapp: QApplication, tongue: str
) -> None:
    with shown(tmp_path, settings, (tongue, 200, (1024, 768))) as window:
        half_a_year_later(window, window.screens.document, "again-late")
        settle()
        assert walking.cut_in_paint(window) == []
        again = window.screens.again
        asked = sure(example(18).partner(sure(again.current)))
        for answer in again.answers:
            below = rejoined(answer.meant()[0].splitlines())
            assert below in ("", meaning(answer.answer, asked))


def test_a_screen_that_was_seen_does_not_end_the_next(
    tmp_path: Path, settings: Settings, qapp: QApplication
) -> None:
    """Rows that wrap, as in large letters, are laid out again once Python has looked for garbage.

    What a layout held went away where it was filled before it stood in another (0008-qt.md).
    """
    with shown(tmp_path, settings, ("en", 200, (1024, 768))) as window:
        for screen in ("compare", "replay", "group", "reflect", "insight"):
            window.screens.go_to(screen)
            settle()
        gc.collect()
        window.resize(1100, 700)
        for screen in ("replay", "group", "reflect", "insight", "compare"):
            window.screens.go_to(screen)
            settle()


@pytest.mark.soak
@pytest.mark.parametrize(("tongue", "text_size", "size"), WHOLE)
def test_every_screen_can_be_walked_at_every_size(
    tmp_path: Path,
    settings: Settings,
    qapp: QApplication,
    tongue: str,
    text_size: int,
    size: tuple[Any, Any],
) -> None:
    faults, _heard = walk(tmp_path, settings, tongue, text_size, size)
    assert faults == [], "\n".join(faults)
