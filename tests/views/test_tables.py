"""Every table is the one table, and every menu the one menu: what holds of one holds of all."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QHelpEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QTableView, QToolTip
from pytestqt.qtbot import QtBot

import app
from app import language
from app.document import Document
from app.settings import Settings
from app.storage.library import Library
from app.views.frame.window import MainWindow
from app.views.share.preview import people
from app.views.share.text_table import SheetTable
from app.views.widgets import theme
from app.views.widgets.columns import Column, Look
from app.views.widgets.menu import Menu, lettered, mnemonic
from app.views.widgets.pinned_column import PinnedColumn
from app.views.widgets.table import Table
from app.views.widgets.table_cells import row_height
from app.words.field_names import field_label
from tests.pictures import example
from tests.sure import sure

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
K = Qt.Key
CODE = {path: path.read_text(encoding="utf-8") for path in Path(app.__file__).parent.rglob("*.py")}


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    columns = (
        Column("name", "Name", str.strip),
        Column("size", "How long?", lambda word: str(len(word)), order=len, answers=("999",)),
        Column("half", "Half", lambda word: word[:2], lambda word: word, most=40),
    )
    table = Table("Words", columns, key=str)
    table.show_rows(["pear", "fig", "elderberry", "kiwi 10", "kiwi 2"])
    qtbot.addWidget(table)
    table.resize(300, 300)
    table.show()
    return table


def names(table: Table) -> list[Any]:
    return [table.rows.key_at(row) for row in range(table.rows.rowCount())]


@pytest.mark.parametrize(
    ("made", "only"),
    [
        (r"QTable(View|Widget)\(|\(.*QTable(View|Widget)\):", {"table.py", "pinned_column.py"}),
        (r"QMenu\(|\(QMenu\):", {"menu.py"}),
        (r"\.addMenu\(", {"menu.py"}),
    ],
)
def test_tables_and_menus_are_made_in_one_place(made: str, only: set[Any]) -> None:
    assert {path.name for path, code in CODE.items() if re.search(made, code)} == only


def test_a_table_is_one_stop_with_rows_of_one_height(table: Table) -> None:
    assert not table.tabKeyNavigation()
    assert table.accessibleName() == "Words"
    assert {table.rowHeight(row) for row in range(5)} == {row_height()}
    theme.wear("light", 150)
    large = row_height()
    theme.wear("light", 100)
    assert large > row_height() >= 30


def test_a_table_sorts_by_keys_and_says_so_and_keeps_who_is_chosen(
    table: Table, qtbot: QtBot, said: list[Any]
) -> None:
    table.setCurrentIndex(table.rows.index(2, 1))
    qtbot.keyClick(table, K.Key_Down, ALT)
    assert names(table) == ["elderberry", "kiwi 10", "kiwi 2", "pear", "fig"]
    assert said[-1] == "Sorted by How long?, descending"
    assert table.chosen_keys() == ["elderberry"]
    table.setCurrentIndex(table.rows.index(0, 0))
    qtbot.keyClick(table, K.Key_Up, ALT)
    assert names(table) == ["elderberry", "fig", "kiwi 2", "kiwi 10", "pear"]
    table.show_rows(["pear", "apple", "fig"])
    assert names(table) == ["apple", "fig", "pear"]
    qtbot.keyClick(table, K.Key_P)
    assert table.chosen_keys() == ["pear"]


@pytest.mark.parametrize("field", ["frequency", "importance"])
def test_answers_in_words_go_by_their_scale(field: str, qtbot: QtBot) -> None:
    whole, shown = example(18), SheetTable("Everyone")
    qtbot.addWidget(shown)
    shown.show_sheet(people(whole))
    shown.sortByColumn(shown.sheet.columns.index(field_label(field)), Qt.SortOrder.AscendingOrder)
    codes = [getattr(whole.partners[int(key)], field) for key in names(shown)]
    known = [code for code in codes if code is not None]
    assert len(set(known)) > 2
    assert codes == sorted(known) + [None] * (len(codes) - len(known))


def test_a_cell_says_its_question_its_answer_and_whose_it_is(table: Table) -> None:
    heard = [table.rows.index(1, at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(3)]
    assert heard == ["fig", "How long? 3", "Half: fig"]
    whose = table.rows.index(1, 1).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert whose == "fig"


def test_a_table_copies_what_is_chosen_and_opens_its_menu_by_keys(
    table: Table, qtbot: QtBot
) -> None:
    table.setCurrentIndex(table.rows.index(0, 1))
    qtbot.keyClick(table, K.Key_C, CONTROL)
    assert QApplication.clipboard().text() == "Name\tHow long?\tHalf\npear\t4\tpe"
    elsewhere = table.mapToGlobal(table.rect().bottomRight())  # where the pointer was left
    by_key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), elsewhere)
    QApplication.sendEvent(table, by_key)
    menu = table.findChild(Menu)
    assert sure(menu).pos() == table.below(table.rows.index(0, 1))
    assert [mnemonic(action.text()) for action in sure(menu).actions()] == ["c", "s", "d"]
    qtbot.keyClick(menu, K.Key_S)
    assert names(table)[0] == "fig"


def test_a_tooltip_tells_what_is_cut_or_short_and_nothing_else(
    table: Table, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[object] = []
    monkeypatch.setattr(QToolTip, "hideText", lambda: shown.append(False))
    for column in (0, 2):
        at = table.visualRect(table.rows.index(2, column)).center()
        ask = QHelpEvent(QEvent.Type.ToolTip, at, table.viewport().mapToGlobal(at))
        QApplication.sendEvent(table.viewport(), ask)
        shown.append(QToolTip.text())
    assert shown[0] is False
    assert shown[-1] == "elderberry"


def test_a_wide_table_keeps_its_first_column_in_sight(table: Table) -> None:
    table.resize(120, 200)
    QApplication.processEvents()
    table.horizontalScrollBar().setValue(20)
    pinned = table.findChild(QTableView)
    assert sure(pinned).isVisible()
    sure(pinned).selectRow(1)
    assert table.chosen_keys() == ["fig"]


def test_the_column_in_sight_follows_and_leaves_the_telling_to_the_table(
    table: Table, qtbot: QtBot
) -> None:
    """Both have the keyboard, so that Qt would tell of each step for each of them."""
    assert {"currentChanged", "selectionChanged"} <= vars(PinnedColumn).keys()
    table.resize(120, 200)
    QApplication.processEvents()
    table.horizontalScrollBar().setValue(20)
    table.setCurrentIndex(table.rows.index(1, 1))
    pinned = sure(table.pinned)
    before = pinned.grab().toImage()
    qtbot.keyClick(table, K.Key_Down)
    assert pinned.grab().toImage() != before


def test_rows_that_come_and_go_leave_the_others_as_they_are(table: Table) -> None:
    table.setCurrentIndex(table.rows.index(2, 0))
    resets = []
    table.rows.modelReset.connect(lambda: resets.append(1))
    table.show_rows(["fig", "plum", "elderberry"])
    assert names(table) == ["fig", "plum", "elderberry"]
    assert table.chosen_keys() == ["elderberry"]
    assert resets == []


def told(table: Table, show: Callable[[], object]) -> list[str]:
    """Return what is said by now in the cells that whoever looks is told of."""
    QApplication.processEvents()
    table.grab()
    found = []
    table.rows.dataChanged.connect(lambda cell, _: found.append(cell.data()))
    show()
    table.rows.dataChanged.disconnect()
    return found


def test_who_looks_is_told_of_the_cells_that_say_something_else(table: Table) -> None:
    assert told(table, lambda: table.show_rows(["pear", "fig", "elderberry"])) == []
    assert told(table, lambda: table.show_rows(["fig", "pear", "elderberry"])) == [
        *("fig", "3", "fi"),
        *("pear", "4", "pe"),
    ]
    longer = replace(table.rows.columns[1], text=lambda word: f"{len(word)}!")
    columns = (table.rows.columns[0], longer, table.rows.columns[2])
    assert told(table, lambda: table.show_rows(table.rows.keys, columns)) == ["3!", "4!", "10!"]
    strong = replace(longer, look=lambda word: Look(strong=word == "pear"))
    columns = (table.rows.columns[0], strong, table.rows.columns[2])
    assert told(table, lambda: table.show_rows(table.rows.keys, columns)) == ["4!"]


def test_who_holds_on_to_a_row_goes_along_with_it(table: Table) -> None:
    """Where nobody does, the table need not be laid out and painted anew."""
    held = QPersistentModelIndex(table.rows.index(0, 1))
    moved = []
    table.rows.layoutChanged.connect(lambda: moved.append(1))
    table.show_rows(["fig", "pear"])
    assert (held.row(), held.data(), moved) == (1, "4", [1])
    del held
    table.setCurrentIndex(QModelIndex())
    table.show_rows(["pear", "fig"])
    assert (names(table), moved) == (["pear", "fig"], [1])


# Menus.


def test_every_entry_has_a_letter_of_its_own_where_there_are_enough() -> None:
    texts = ["Save", "Share", "Sort ascending", "Sort descending", "A && B", "as", "so"]
    letters = [mnemonic(text) for text in lettered(texts)]
    assert all(letters)
    assert len({*letters}) == len(texts)
    assert [text.replace("&", "") for text in lettered(["Ж", "", "S"])] == ["Ж", "", "S"]
    assert sum(bool(mnemonic(text)) for text in lettered(["ab"] * 5)) == 2


def test_a_pasted_name_makes_no_menu_as_wide_as_the_screen(qtbot: QtBot) -> None:
    menu = Menu()
    qtbot.addWidget(menu)
    name = "Juf && meester " * 9
    entry, short = menu.addAction(f"{name}\tCtrl+J"), menu.addAction("Juf && co")
    menu.popup(QPoint())
    assert entry.text().replace("&", "").startswith("Juf  meester Juf")
    assert entry.text().endswith("…\tCtrl+J")
    assert len(entry.text()) < 72
    assert short.text().count("&") == 3
    menu.hide()
    assert (entry.text(), short.text()) == (f"{name}\tCtrl+J", "Juf && co")


def unheard(menu: Menu) -> list[str]:
    """Tell what is missing to who hears a menu: its name, and a way to it from its button."""
    faults = [] if menu.accessibleName() else ["has no name"]
    button = menu.parentWidget()
    if isinstance(button, QAbstractButton):
        above, heard = (QAccessible.queryAccessibleInterface(one) for one in (button, menu))
        inside = [above.child(number) for number in range(above.childCount())]
        if [one.object() for one in inside if one is not None].count(menu) != 1:
            faults.append("is not found in its button")
        elif inside[above.indexOfChild(heard)].object() is not menu:
            faults.append("has another place in its button")
    return faults


@pytest.mark.parametrize("tongue", ["nl", "en"])
def test_in_every_menu_of_the_window_every_entry_has_a_letter(
    tongue: str, tmp_path: Path, settings: Settings, qapp: QApplication
) -> None:
    settings.language = tongue
    language.install(tongue)
    library = Library.open(tmp_path / "library")
    library.add(example(8))
    document = Document(library)
    document.open("map8")
    window = MainWindow(settings)
    window.show_document(document)
    for screen in ("insight", "maps", "replay", "group"):
        window.screens.go_to(screen)
    document.select(["p0"])
    window.screens.kind_menu.fill(Menu(window, "Type"))
    for menu in window.findChildren(Menu):
        menu.want()
    menus = window.findChildren(Menu)
    assert len(menus) > 12
    faults: list[tuple[str, object]] = []
    for menu in menus:
        before = [action.text() for action in menu.actions()]
        menu.aboutToShow.emit()
        letters = [mnemonic(a.text()) for a in menu.actions() if not a.isSeparator() and a.text()]
        if len(letters) <= 26 and (not all(letters) or len({*letters}) < len(letters)):
            faults.append((menu.title(), before))
        faults += [(menu.title(), fault) for fault in unheard(menu)]
        menu.aboutToHide.emit()
        if before != [action.text() for action in menu.actions()]:
            faults.append((menu.title(), "the words stay as they were"))
    window.close()
    window.deleteLater()
    library.close()
    language.install("en")
    assert faults == []
