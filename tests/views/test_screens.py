"""The screens together: actions and their keys, Tab, names and sizes, files, another look."""

import gc
import weakref
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QAction, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QMenu,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app import file_type, language
from app.document import Document
from app.exchange.kring_file import read_kring
from app.models.edit import Step
from app.models.network import Map
from app.models.problem import Problem
from app.models.values import PartnerValues
from app.settings import Settings
from app.views.frame.command_list import Command, commands
from app.views.frame.help import Help
from app.views.frame.screens import Screens
from app.views.frame.window import MainWindow
from app.views.insight.figures import FiguresPage
from app.views.library.backups import Backups
from app.views.paper.dialog import PaperDialog
from app.views.picture.dialog import PictureDialog
from app.views.report.dialog import ReportDialog
from app.views.widgets import theme
from app.views.widgets.menu import Menu
from app.views.widgets.question import Question
from tests.each import each
from tests.pictures import example
from tests.sure import as_a, sure

# The offscreen plugin has no use for the least size of a window.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LEFT = Qt.MouseButton.LeftButton
COMMANDS = commands()
SCREENS = ("draw", "table", "insight", "maps")


@pytest.fixture
def settings(tmp_path: Path, qapp: QApplication) -> Iterator[Settings]:
    settings = Settings(tmp_path / "settings.ini")
    settings.motion, settings.language, settings.theme = False, "en", "light"
    settings.lens = "importance"
    language.install("en")
    yield settings
    language.install("en")
    if (theme.current().name, theme.text_scale()) != ("light", 1.0):
        settle()  # nobody is dressed again who is on the way out
        theme.wear("light", 100)


@pytest.fixture
def window(window_of_eight: MainWindow, qtbot: QtBot) -> MainWindow:
    window = window_of_eight
    qtbot.waitUntil(lambda: bool(window.screens.map.view.map_scene.people))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def screens(window: MainWindow) -> Screens:
    return window.screens


def build(screens: Screens) -> None:
    """Build what is not seen yet without waiting for it."""
    while screens.ahead.left:
        screens.ahead.build_next()


def settle() -> None:
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()


# --- actions


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Let every dialog be closed without an answer; return which ones came."""
    asked = []

    def file_dialog(kind: str) -> Any:
        def ask(*_arguments: Screens | str, **_named: Any) -> tuple[Any, Any]:
            asked.append(kind)
            return "", ""

        return staticmethod(ask)

    def message(box: Question) -> Any:
        asked.append(box.text())
        return 0

    def files_dialog(*_arguments: Screens | str, **_named: Any) -> tuple[list[Any], Any]:
        asked.append("open")
        return [], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", file_dialog("open"))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", staticmethod(files_dialog))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", file_dialog("save"))

    def opened(dialog: Any) -> None:
        asked.append(type(dialog).__name__)
        dialog.deleteLater()

    monkeypatch.setattr(Question, "exec", message)
    for dialog in (Backups, PaperDialog, PictureDialog, ReportDialog, Help):
        monkeypatch.setattr(dialog, "open", opened)
    for change in ("turn_on", "turn_off", "tell_system"):
        monkeypatch.setattr(file_type, change, lambda: None)
    return asked


def seen(
    window: MainWindow, document: Document, settings: Settings, asked: list[Any]
) -> tuple[Any, ...]:
    """Return all that a command may change for a person."""
    screens = window.screens
    return (
        window.isVisible() and screens.shown,
        document.is_open and (document.map.network.id, document.map.records),
        document.selection,
        (settings.lens, settings.sectors, settings.folds),
        screens.map.view.map_scene.picture.sectors,
        screens.map.view.transform().m11(),
        screens.map.view.toolbox.inhand,
        screens.notice.isVisible(),
        QApplication.focusWidget(),
        QApplication.activePopupWidget() is not None,
        len(asked),
    )


@pytest.fixture
def prepare(
    window: MainWindow, document: Document, settings: Settings, asked: list[Any]
) -> Callable[..., Any]:
    """Give a way to make a state in which a command has something to do."""
    window.lock_requested.connect(lambda: asked.append("lock"))
    made: list[Map | None] = [None]

    def prepared(command: Command) -> None:
        while QApplication.activePopupWidget() is not None:
            sure(QApplication.activePopupWidget()).close()
        if not document.is_open or made[-1] is not document.map:  # not where only a view changed
            whole = example(8)
            network = replace(whole.network, id="n")
            document.add_map(whole.after({whole.network.id: None, "n": network}))
            document.set_partners(["p0"], importance=3)
            document.set_partners(["p1"], importance=5)
            document.undo()
            made.append(document.map)
        if command.id in ("select_kind", "select_setting"):
            document.set_partners(["p0", "p2"], kind="parents")
        QGuiApplication.clipboard().setText("Museum")
        alone = command.id in ("rename", "select_kind", "select_setting")
        document.select(["p0"] if alone else ["p0", "p7"])
        screens = window.screens
        screens.show_screen("table" if command.id == "draw" else "draw")
        settings.lens = "free" if command.id == "lens_importance" else "importance"
        if command.id == "make_room":
            settings.sectors = True
            document.set_partners(["p4"], setting="municipality_and_justice")
        screens.map.view.toolbox.take(screens.map.view.toolbox.select)
        screens.map.view.fit()
        screens.map.view.zoom(2)
        screens.map.view.setFocus()
        screens.notice.hide()
        QCoreApplication.processEvents()

    return prepared


def test_every_action_does_something_and_so_does_every_key_of_one_on_the_map(
    window: MainWindow,
    document: Document,
    settings: Settings,
    asked: list[Any],
    prepare: Callable[..., Any],
    qtbot: QtBot,
) -> None:
    idle = []
    for command in COMMANDS:
        for keys in command.keys or (None,):
            prepare(command)
            before = seen(window, document, settings, asked)
            action = window.screens.actions_by_id[command.id]
            assert action.isEnabled(), command.id
            if keys is None:
                action.trigger()
            else:
                QTest.keySequence(sure(QApplication.focusWidget()), QKeySequence(keys))
            if seen(window, document, settings, asked) == before:
                idle.append((command.id, keys))
            window.show()
            window.activateWindow()  # a menu that was open takes it along
            qtbot.waitUntil(window.isActiveWindow)
    assert idle == []


def test_the_menu_holds_every_command(screens: Screens) -> None:
    as_a(Menu, screens.bar.menu_button.menu()).want()
    found = {action for menu in screens.bar.findChildren(QMenu) for action in menu.actions()}
    wanted = {key: action for key, action in screens.actions_by_id.items() if key != "saved"}
    assert [key for key, action in wanted.items() if action not in found] == []


def test_no_two_actions_share_a_key(window: MainWindow) -> None:
    build(window.screens)
    used = Counter(
        keys.toString() for action in window.findChildren(QAction) for keys in action.shortcuts()
    )
    assert {keys: count for keys, count in used.items() if count > 1} == {}
    assert "F10" in used


def test_what_cannot_be_done_is_not_offered(screens: Screens, document: Document) -> None:
    document.new_map("Empty")
    actions = screens.actions_by_id
    assert not actions["undo"].isEnabled()
    assert not actions["redo"].isEnabled()
    assert not actions["tie"].isEnabled()
    document.add_partner("Sam")
    assert actions["undo"].isEnabled()
    assert actions["undo"].text() == "Undo: Add: Sam"
    document.select(["nobody"])
    assert not actions["tie"].isEnabled()


def test_without_a_map_no_action_breaks(
    window: MainWindow, document: Document, settings: Settings, asked: list[Any]
) -> None:
    build(window.screens)
    document.close()
    assert window.screens.shown == "maps"
    for command in COMMANDS:
        if command.id not in ("quit", "new_map", "example", "pupil_example"):
            window.screens.actions_by_id[command.id].trigger()
            settle()
    assert not document.is_open


def test_ctrl_s_tells_that_everything_is_kept(screens: Screens, qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert screens.notice.isVisible()
    assert screens.notice.text == "Kring saves every change automatically."
    assert screens.bar.save_state.words == "✓ Saved"


def test_these_know_each_other_ties_everybody_selected_as_one_step(
    screens: Screens, document: Document
) -> None:
    document.select(["p4", "p5", "p7"])
    edits = document.history.position
    screens.actions_by_id["tie"].trigger()
    assert document.history.position == edits + 1
    pairs = [("p4", "p5"), ("p4", "p7"), ("p5", "p7")]
    assert all(sure(document.map.tie_between(a, b)).state == "yes" for a, b in pairs)


def test_the_map_follows_the_pointer_and_the_filter_of_insight(
    screens: Screens, document: Document
) -> None:
    people, highlight = screens.map.view.map_scene.people, screens.insight.highlight
    screens.show_screen("insight")
    document.select([])
    highlight.light("p1")
    assert [key for key, item in people.items() if item.is_selected] == ["p1"]
    screens.map.view.hovered.emit("p2")
    assert highlight.lit == "p2"
    assert [key for key, item in people.items() if item.is_selected] == ["p2"]
    highlight.choose("setting", "in_school")
    others = {p.id for p in document.map.partners if p.setting != "in_school"}
    assert others == {key for key, item in people.items() if item.is_faded}
    document.set_partners(["p0"], setting="in_school")
    screens.show_screen("draw")
    assert not any(item.is_faded or item.is_selected for item in people.values())


def test_f2_on_the_map_leads_to_the_name(
    screens: Screens, document: Document, qtbot: QtBot
) -> None:
    document.select(["p1"])
    screens.map.view.setFocus()
    qtbot.keyClick(screens.map.view, Qt.Key.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "Marieke")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert sure(document.map.partner("p1")).name == "Marieke"


@each("ends", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_role_typed_after_f2_gives_a_type_in_the_same_step(
    screens: Screens, document: Document, qtbot: QtBot, ends: Any
) -> None:
    document.set_partners(["p1"], name="Xander", kind=None)
    document.set_partners(["p1"], setting=None, entity=None)
    before = document.map
    document.select(["p1"])
    screens.map.view.setFocus()
    qtbot.keyClick(screens.map.view, Qt.Key.Key_F2)
    name = QApplication.focusWidget()
    qtbot.keyClicks(name, "Huisarts")
    assert sure(document.map.partner("p1")).kind is None
    qtbot.keyClick(name, ends)
    who = document.map.partner("p1")
    assert (sure(who).name, sure(who).kind, sure(who).setting) == (
        "Huisarts",
        "doctor",
        "support_and_care",
    )
    document.undo()
    assert document.map == before


@each("typed", ["", "Wijkteam"])
def test_a_name_that_is_left_as_it_was_gives_no_type(
    screens: Screens, document: Document, qtbot: QtBot, typed: str
) -> None:
    document.set_partners(["p1"], name="Huisarts", kind=None)
    document.set_partners(["p1"], setting=None, entity=None)
    before = document.map
    document.select(["p1"])
    screens.map.view.setFocus()
    qtbot.keyClick(screens.map.view, Qt.Key.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), typed)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert document.map == before


# --- Tab, names and sizes


def stops(qtbot: QtBot, start: QWidget, back: bool = False) -> list[QWidget]:
    """Return the widgets Tab goes through until it is back where it began."""
    start.setFocus()
    found = [start]
    for _ in range(400):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if here is start:
            return found
        found.append(sure(here))
    raise AssertionError(f"Tab does not come back, it is caught around {found[-3:]}")


def test_tab_goes_through_quick_add_map_form_and_bar_and_comes_back(
    screens: Screens, document: Document, qtbot: QtBot
) -> None:
    document.select(["p1"])
    settle()
    found = stops(qtbot, screens.quick_add.field)
    assert screens.map.view in found
    for part in (screens.form, screens.bar, screens.map, screens.quick_add):
        assert any(part.isAncestorOf(widget) for widget in found), part
    assert all(widget.isVisible() for widget in found)
    assert len(found) == len(set(found))
    assert set(stops(qtbot, screens.quick_add.field, back=True)) == set(found)


def test_tab_is_caught_nowhere(screens: Screens, document: Document, qtbot: QtBot) -> None:
    for screen in ("table", "insight", "maps"):
        screens.show_screen(screen)
        settle()
        part = screens.part_of(screen)
        first = next(
            widget
            for widget in screens.bar.findChildren(QPushButton)
            if widget.isVisible()
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        )
        found = stops(qtbot, first)
        assert any(widget is part or part.isAncestorOf(widget) for widget in found), screen


def spoken(widget: Any) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def standing(window: MainWindow, kind: type[Any]) -> list[Any]:
    return [widget for widget in window.findChildren(kind) if widget.isVisible()]


def states(screens: Screens, document: Document) -> Iterator[str]:
    """Go through the screens, with nobody, one and several selected."""
    for screen in SCREENS:
        for chosen in ([], ["p1"], ["p1", "p2"]):
            document.select(chosen)
            screens.show_screen(screen)
            settle()
            yield f"{screen} with {len(chosen)} selected"
    document.new_map("Empty")
    screens.show_screen("draw")
    settle()
    yield "an empty map"


def test_in_the_smallest_window_all_is_inside_has_a_name_and_is_large_enough(
    window: MainWindow, screens: Screens, document: Document, qtbot: QtBot
) -> None:
    document.place({"p2": {"importance": None}})  # somebody in the tray
    window.resize(window.minimumSize())
    nameless, small = [], []
    for state in states(screens, document):
        qtbot.wait(5)
        assert window.size() == window.minimumSize(), state
        assert window.rect().contains(screens.geometry()), state
        assert screens.rect().contains(screens.status.geometry()), state
        nameless += [
            (state, widget)
            for widget in standing(window, QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.focusProxy() is None
            and not spoken(widget)
        ]
        small += [
            (state, button, button.text(), button.size().toTuple())
            for button in standing(window, QAbstractButton)
            if (button.height() < 24 or button.width() < 24) and button.height() * button.width()
        ]
    assert nameless == []
    assert small == []


# --- files


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Let the file dialogs answer with a path."""

    def choose(path: Path) -> None:
        for name in ("getOpenFileName", "getSaveFileName"):
            monkeypatch.setattr(
                QFileDialog, name, staticmethod(lambda *_, **__: (str(path), "")), raising=True
            )
        several = staticmethod(lambda *_, **__: ([str(path)], ""))
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", several)

    return choose


def test_a_copy_goes_out_and_comes_back_the_same(
    screens: Screens, document: Document, chosen: Callable[..., Any], tmp_path: Path
) -> None:
    path, before = tmp_path / "kopie.kring", document.map
    chosen(path)
    screens.actions_by_id["export"].trigger()
    assert read_kring(path) == before
    assert "kopie.kring" in screens.notice.text
    maps = len(document.summaries())
    screens.actions_by_id["open_file"].trigger()
    assert document.map == before
    assert len(document.summaries()) == maps


def test_a_copy_of_a_map_that_went_on_is_offered_beside_it(
    screens: Screens, document: Document, chosen: Callable[..., Any], tmp_path: Path, qtbot: QtBot
) -> None:
    path, before = tmp_path / "kopie.kring", document.map
    chosen(path)
    screens.actions_by_id["export"].trigger()
    document.set_partners(["p0"], importance=1)
    went_on, maps = document.map, len(document.summaries())
    screens.actions_by_id["maps"].trigger()
    screens.actions_by_id["open_file"].trigger()
    qtbot.waitUntil(lambda: screens.shown == "draw")
    assert document.map == went_on
    assert len(document.summaries()) == maps
    screens.file_opening.bar.keep.click()
    assert document.map.partners == before.partners
    assert len(document.summaries()) == maps + 1
    document.open(went_on.network.id)
    assert document.map == went_on


def test_a_name_without_an_ending_gets_one(
    screens: Screens, document: Document, chosen: Callable[..., Any], tmp_path: Path
) -> None:
    chosen(tmp_path / "kopie")
    screens.actions_by_id["export"].trigger()
    assert [path.name for path in tmp_path.glob("kopie*")] == ["kopie.kring"]


def test_a_file_that_is_no_map_is_answered_with_a_sentence(
    screens: Screens, document: Document, chosen: Callable[..., Any], tmp_path: Path, qtbot: QtBot
) -> None:
    path, before = tmp_path / "brief.kring", document.map
    path.write_text("Beste ouders,", encoding="utf-8")
    chosen(path)
    screens.actions_by_id["open_file"].trigger()
    qtbot.waitUntil(screens.notice.isVisible)
    assert document.map is before
    assert screens.notice.text


def test_a_copy_that_cannot_be_written_is_answered_with_a_sentence(
    screens: Screens, document: Document, chosen: Callable[..., Any], tmp_path: Path
) -> None:
    chosen(tmp_path / "nowhere" / "kopie.kring")
    screens.actions_by_id["export"].trigger()
    assert screens.notice.isVisible()
    assert not (tmp_path / "nowhere").exists()


# --- notices


def test_a_refusal_stays_until_it_is_closed(
    screens: Screens, document: Document, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def store(*_: Step | str) -> None:
        raise Problem("disk_full")

    monkeypatch.setattr(document.library, "store", store)
    document.set_partners(["p0"], importance=1)
    assert screens.notice.isVisible()
    assert sure(screens.notice.said).stays
    assert not screens.notice.button.isVisible()
    qtbot.mouseClick(screens.notice.close_button, LEFT)
    assert not screens.notice.isVisible()


def test_a_removed_map_can_be_brought_back_and_its_title_is_shown_as_typed(
    screens: Screens, document: Document, qtbot: QtBot
) -> None:
    document.set_network(title="<b>5A</b> & 5B")
    key = document.map.network.id
    screens.show_screen("maps")
    screens.maps.cards[0].setFocus()
    qtbot.keyClick(screens.maps.cards[0], Qt.Key.Key_Delete)
    assert key not in {s.id for s in document.summaries() if s.deleted is None}
    assert screens.notice.text == "“<b>5A</b> & 5B” removed."
    assert sure(screens.notice.findChild(QLabel)).textFormat() == Qt.TextFormat.PlainText
    qtbot.mouseClick(screens.notice.button, LEFT)
    assert key in {s.id for s in document.summaries() if s.deleted is None}


def test_a_long_notice_lies_inside_the_window(
    window: MainWindow, screens: Screens, qtbot: QtBot
) -> None:
    window.resize(window.minimumSize())
    screens.notice.tell("A sentence that goes on for a while. " * 6, "Undo")
    window.resize(1280, 800)
    window.resize(window.minimumSize())
    qtbot.wait(5)
    assert screens.rect().contains(screens.notice.geometry())


# --- another look


def test_another_look_keeps_what_is_selected_and_shown(
    window: MainWindow, document: Document, settings: Settings, qtbot: QtBot
) -> None:
    def look(name: str, value: object) -> None:
        before, records = weakref.ref(window.screens), document.map
        shown = window.screens.shown
        setattr(settings, name, value)
        assert window.screens is not before()
        assert window.screens.shown == shown
        assert document.selection == ("p1", "p2")
        assert document.map is records
        settle()
        old.append(before)

    old: list[Any] = []
    build(window.screens)
    document.select(["p1", "p2"])
    window.screens.show_screen("draw")
    look("language", "nl")
    people = window.screens.map.view.map_scene.people
    qtbot.waitUntil(lambda: bool(people))
    assert {key for key, item in people.items() if item.is_selected} == {"p1", "p2"}
    assert window.screens.room.sides.currentWidget() is window.screens.form
    for screen, name, value in (
        ("table", "theme", "dark"),
        ("insight", "language", "en"),
        ("maps", "text_size", 150),
    ):
        window.screens.show_screen(screen)
        look(name, value)
    gc.collect()
    assert [before() for before in old] == [None] * 4


def test_many_looks_leave_nothing_behind(
    window: MainWindow, document: Document, settings: Settings, qtbot: QtBot
) -> None:
    old = []
    for tongue in ("nl", "en", "nl"):
        old.append(weakref.ref(window.screens))
        settings.language = tongue  # before the parts that are not seen yet are built
        document.set_partners(["p0"], frequency=len(old))
    settle()
    gc.collect()
    assert [ref() for ref in old] == [None] * 3
    assert sure(document.map.partner("p0")).frequency == 3
    keys = Counter(k.toString() for a in window.findChildren(QAction) for k in a.shortcuts())
    assert max(keys.values()) == 1


def test_in_dutch_everything_is_dutch(window: MainWindow, settings: Settings, qtbot: QtBot) -> None:
    settings.language = "nl"
    screens = window.screens
    qtbot.waitUntil(lambda: bool(screens.map.view.map_scene.people))
    assert screens.actions_by_id["insight"].text() == "Inzicht"
    assert screens.quick_add.field.placeholderText() == "Naam of rol …"
    assert screens.map.view.map_scene.ego.label == "Ik"
    assert screens.bar.save_state.words == "✓ bewaard"


def test_no_command_has_a_key_that_a_field_takes_for_itself() -> None:
    # On Linux these move and delete in a line of text, where the cursor usually is.
    assert {"Ctrl+E", "Ctrl+U"}.isdisjoint(key for command in COMMANDS for key in command.keys)


# --- a map opens where its people are


OPENED: list[tuple[PartnerValues, str, str]] = [
    ({"x": None, "y": None}, "free", "free"),
    ({"x": None, "y": None}, "contact", "contact"),
    ({"x": None, "y": None, "importance": None}, "importance", "free"),
    ({"frequency": None, "importance": None}, "importance", "free"),
    ({"frequency": None}, "contact", "free"),
    ({}, "contact", "contact"),
    ({"x": None, "y": None, "frequency": None, "importance": None}, "free", "free"),
]


def test_a_map_opens_in_a_lens_in_which_its_people_stand(
    window: MainWindow, document: Document, settings: Settings
) -> None:
    whole = example(8)
    standing = PartnerValues(x=0.1, y=0.5, frequency=3, importance=3)
    for number, (emptied, wanted, opened) in enumerate(OPENED):
        places = {p.id: replace(p, **(standing | emptied)) for p in whole.partners}
        settings.lens = wanted
        network = replace(whole.network, id=f"imported{number}")
        added = whole.after({**places, whole.network.id: None, network.id: network})
        document.add_map(added)
        assert settings.lens == opened, (emptied, wanted)
        assert document.map == added  # shown, and not changed
        assert len(window.screens.map.view.map_scene.people) == 8


# --- what one place says stands in another


def test_the_figures_lead_to_what_is_said_about_the_map(
    screens: Screens, document: Document, qtbot: QtBot
) -> None:
    document.select([document.map.partners[0].id])
    screens.show_screen("insight")
    screens.insight.show_page("figures")
    page = as_a(FiguresPage, screens.insight.page("figures"))
    page.about.click()
    QApplication.processEvents()
    assert screens.shown == "draw"
    assert document.selection == ()
    form = screens.map_form
    assert form.isVisible()
    field = next(field for field in form.fields if field.name == "lines_drawn")
    assert form.isAncestorOf(sure(QApplication.focusWidget()))
    assert field.isAncestorOf(sure(QApplication.focusWidget()))
    top = field.mapTo(form, field.rect().topLeft()).y()
    assert 0 <= top <= form.height() - field.height()
    where = screens.map.geometry()
    form.left.emit()
    assert not form.isVisible()
    document.select([document.map.partners[0].id])
    assert screens.form.isVisible()
    assert screens.map.geometry() == where, "nobody moves when the card comes or goes"


def test_what_stood_on_the_cover_stands_there_for_the_other_file(
    screens: Screens, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = []
    monkeypatch.setattr(ReportDialog, "open", lambda dialog: opened.append(dialog))
    screens.exports.report()
    opened[0].cover.setText("Ann, The Oak")
    opened[0].reject()
    screens.exports.report()
    assert opened[1].cover.text() == "Ann, The Oak"
    assert opened[1].wanted.cover == "Ann, The Oak"
    opened[1].reject()


def test_after_the_rating_everybody_stands_where_the_answers_put_them(
    window: MainWindow, document: Document, settings: Settings
) -> None:
    everyone = [partner.id for partner in document.map.partners]
    for lens, open_before, open_after, reached in (
        ("free", True, False, "importance"),
        ("contact", True, False, "contact"),  # chosen by hand
        ("free", True, True, "free"),  # left before the end
        ("free", False, False, "free"),  # who only looks comes back to where they were
    ):
        settings.lens = lens
        document.select(everyone[:1])
        document.set_partners(everyone, frequency=3, importance=None if open_before else 2)
        window.screens.start_rating()
        document.set_partners(everyone, importance=None if open_after else 4)
        settings.theme = "dark" if settings.theme == "light" else "light"  # built anew in between
        window.screens.rating.left.emit()
        is_new = open_before and not open_after
        assert (window.screens.shown, settings.lens) == ("draw", reached)
        assert bool(document.selection) is not is_new, (lens, open_before, open_after)
        assert window.screens.form.isVisible() is not is_new, (lens, open_before, open_after)


@pytest.mark.parametrize(("answers", "seen"), [((1, 2), False), ((1, 0, 1), True)])
def test_lines_that_were_answered_are_seen_on_a_full_map(
    screens: Screens, document: Document, answers: tuple[int, ...], seen: bool
) -> None:
    """Whoever goes through the pairs is told that each yes is a line, and looks for it."""
    document.add_map(example(18))
    document.set_network(lines_drawn=False)
    screens.actions_by_id["pairs"].trigger()
    screens.pairs.page.buttons[0].click()
    for answer in answers:
        screens.pairs.answers[answer].click()
    screens.pairs.left.emit()
    assert screens.map.view.map_scene.look.shows("ties") is seen


def test_several_files_for_a_program_are_told_by_the_folder_they_are_in(
    screens: Screens, tmp_path: Path
) -> None:
    (tmp_path / "map CSV").mkdir()
    screens.exports.tell_exported("CSV", tmp_path / "map CSV")
    assert screens.notice.text.startswith("The files for CSV are in the folder map CSV, in ")
    screens.exports.tell_exported("Excel", tmp_path / "map.xlsx")
    assert screens.notice.text.startswith("map.xlsx for Excel is in ")


@each("came_from through", product(("draw", "table", "insight", "group"), ("maps", "replay")))
def test_esc_leads_back_from_a_screen_without_a_tab(
    window_of_eight: MainWindow, settings: Settings, came_from: str, through: str, qtbot: QtBot
) -> None:
    screens = window_of_eight.screens
    screens.go_to(came_from)
    screens.go_to("replay")
    screens.go_to(through)  # past another without a tab
    settings.theme = "dark"  # built anew, it leads there still
    settle()
    screens = window_of_eight.screens
    assert screens.shown == through
    qtbot.keyClick(sure(QApplication.focusWidget()), Qt.Key.Key_Escape)
    assert screens.shown == came_from
    qtbot.keyClick(screens, Qt.Key.Key_Escape)
    assert screens.shown == came_from  # a tab is not left


def test_esc_takes_back_what_is_looked_for_before_it_leads_back(
    window_of_eight: MainWindow, qtbot: QtBot
) -> None:
    screens = window_of_eight.screens
    screens.go_to("insight")
    screens.go_to("maps")
    page = screens.part_of("maps")
    page.begin_search()
    qtbot.keyClicks(page.search, "gr")
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert (screens.shown, page.search.text()) == ("maps", "")
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert screens.shown == "insight"


def test_without_a_map_esc_stays_with_the_list_of_maps(
    window_of_eight: MainWindow, document: Document, qtbot: QtBot
) -> None:
    screens = window_of_eight.screens
    screens.go_to("maps")
    document.remove_map("map8")
    screens.notice.dismiss()
    qtbot.keyClick(screens, Qt.Key.Key_Escape)
    assert screens.shown == "maps"
