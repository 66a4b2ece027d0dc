"""The table of partners: rows, order, selection both ways, and the keys that rate."""

from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QLocale, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from app.document import Document
from app.models.vocabulary import vocabulary
from app.views.people.partner_columns import COLUMNS
from app.views.people.table import PeopleTable
from app.views.widgets import theme
from app.views.widgets.keys import rate_by_key
from app.words.field_names import field_label
from tests.sure import as_a, sure

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, KEYPAD = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.KeypadModifier
K = Qt.Key


@pytest.fixture
def ids(document: Document) -> list[str]:
    """Three partners: names, frequencies and importances in three different orders."""
    keys = [
        sure(document.add_partner("Mentor 10", kind="mentor")),
        sure(document.add_partner("Aunt", kind="Godmother", setting="pupil_and_family")),
        sure(document.add_partner("Mentor 2")),
    ]
    document.set_partners(keys[:1], frequency=6, importance=2)
    document.set_partners(keys[1:2], frequency=0)
    document.set_partners(keys[2:], importance=5)
    document.select([])
    return keys


@pytest.fixture
def table(document: Document, qtbot: QtBot) -> PeopleTable:
    table = PeopleTable(document)
    qtbot.addWidget(table)
    table.resize(900, 400)
    table.show()
    qtbot.waitExposed(table)
    return table


def cell(table: PeopleTable, row: int, field: str, role: Any = Qt.ItemDataRole.DisplayRole) -> str:
    return as_a(str, table.model().index(row, COLUMNS.index(field)).data(role))


def names(table: PeopleTable) -> list[Any]:
    return [cell(table, row, "name") for row in range(table.model().rowCount())]


def select_rows(table: PeopleTable, *rows: int) -> None:
    flag = QItemSelectionModel.SelectionFlag
    table.selectionModel().clearSelection()
    for row in rows:
        table.selectionModel().select(table.model().index(row, 0), flag.Select | flag.Rows)


def selected_names(table: PeopleTable) -> set[Any]:
    return {cell(table, index.row(), "name") for index in table.selectionModel().selectedRows()}


def sort(table: PeopleTable, field: str, order: Any = Qt.SortOrder.AscendingOrder) -> None:
    table.sortByColumn(COLUMNS.index(field), order)


def test_in_a_wide_window_no_type_is_cut_beside_room_that_nobody_needs(
    document: Document, ids: list[Any], table: PeopleTable
) -> None:
    kind = COLUMNS.index("kind")
    document.set_partners(ids[:1], kind="leadership")
    for wide in (2000, 600):  # in little room it is scrolled anyway
        table.resize(wide, 400)
        QApplication.processEvents()
        assert table.sizeHintForColumn(kind) <= table.columnWidth(kind)
    table.resize(2000, 400)
    QApplication.processEvents()
    assert sum(map(table.columnWidth, range(len(COLUMNS)))) <= table.viewport().width()


# What is shown.


def test_partners_stand_in_the_order_in_which_they_came(
    document: Document, ids: list[Any], table: PeopleTable
) -> None:
    assert names(table) == ["Mentor 10", "Aunt", "Mentor 2"]


def test_answers_stand_in_short_and_are_told_in_full(
    document: Document, ids: list[Any], table: PeopleTable
) -> None:
    assert cell(table, 0, "frequency") == "every school day"
    assert cell(table, 0, "frequency", Qt.ItemDataRole.ToolTipRole) == "(almost) every school day"
    assert cell(table, 1, "kind") == "Godmother"
    assert cell(table, 1, "setting") == "Pupil and family"


def test_no_answer_is_a_dash_that_is_told_as_not_filled_in(
    document: Document, ids: list[Any], table: PeopleTable
) -> None:
    for field in ("importance", "satisfaction", "wished_frequency"):
        assert cell(table, 1, field) == "–"
        heard = cell(table, 1, field, Qt.ItemDataRole.AccessibleTextRole)
        assert heard == f"{field_label(field)}: not answered"
    assert cell(table, 1, "frequency") == "no contact yet"


def test_every_column_has_a_name(table: PeopleTable) -> None:
    for column in range(len(COLUMNS)):
        name = table.model().headerData(
            column, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole
        )
        assert name
    assert table.accessibleName()


# Order.


@pytest.mark.parametrize(
    ("field", "ascending", "descending"),
    [
        ("name", ["Aunt", "Mentor 2", "Mentor 10"], ["Mentor 10", "Mentor 2", "Aunt"]),
        ("frequency", ["Aunt", "Mentor 10", "Mentor 2"], ["Mentor 10", "Aunt", "Mentor 2"]),
        ("importance", ["Mentor 10", "Mentor 2", "Aunt"], ["Mentor 2", "Mentor 10", "Aunt"]),
        ("kind", ["Mentor 10", "Aunt", "Mentor 2"], ["Aunt", "Mentor 10", "Mentor 2"]),
        ("setting", ["Mentor 10", "Aunt", "Mentor 2"], ["Aunt", "Mentor 10", "Mentor 2"]),
    ],
)
def test_columns_sort_by_code_with_the_unanswered_last(
    document: Document,
    ids: list[Any],
    table: PeopleTable,
    field: str,
    ascending: list[Any],
    descending: list[Any],
) -> None:
    sort(table, field)
    assert names(table) == ascending
    sort(table, field, Qt.SortOrder.DescendingOrder)
    assert names(table) == descending


def test_an_edit_moves_the_row_and_keeps_selection_and_order(
    document: Document, ids: list[Any], table: PeopleTable
) -> None:
    sort(table, "importance", Qt.SortOrder.DescendingOrder)
    document.select([ids[0]])
    resets = []
    table.model().modelReset.connect(lambda: resets.append(1))
    document.set_partners([ids[1]], importance=5)
    document.set_partners([ids[0]], importance=1)
    assert names(table) == ["Aunt", "Mentor 2", "Mentor 10"] or names(table) == [
        "Mentor 2",
        "Aunt",
        "Mentor 10",
    ]
    assert selected_names(table) == {"Mentor 10"}
    assert document.selection == (ids[0],)
    assert resets == []


def test_partners_come_and_go_without_a_reset(
    document: Document, ids: list[Any], table: PeopleTable
) -> None:
    resets = []
    table.model().modelReset.connect(lambda: resets.append(1))
    document.add_partner("Head")
    assert names(table)[-1] == "Head"
    document.remove_partners([ids[0], ids[2]])
    assert names(table) == ["Aunt", "Head"]
    document.undo()
    assert sorted(names(table)) == ["Aunt", "Head", "Mentor 10", "Mentor 2"]
    document.undo()
    assert sorted(names(table)) == ["Aunt", "Mentor 10", "Mentor 2"]
    assert resets == []


def test_another_map_shows_its_own_partners(
    document: Document, ids: list[Any], table: PeopleTable
) -> None:
    document.select([ids[0]])
    first = document.map.network.id
    document.new_map("Other")
    assert names(table) == []
    document.open(first)
    assert len(names(table)) == 3
    assert selected_names(table) == set()
    document.close()
    assert names(table) == []


# Selection.


def test_rows_selected_in_the_table_are_selected_in_the_document(
    document: Document, ids: list[Any], table: PeopleTable
) -> None:
    sort(table, "name")
    select_rows(table, 0, 2)
    assert set(document.selection) == {ids[1], ids[0]}
    select_rows(table)
    assert document.selection == ()


def test_the_order_in_which_partners_were_selected_stays(
    document: Document, ids: list[Any], table: PeopleTable
) -> None:
    document.select([ids[2], ids[0]])
    flag = QItemSelectionModel.SelectionFlag
    table.selectionModel().select(table.model().index(1, 0), flag.Select | flag.Rows)
    assert document.selection == (ids[2], ids[0], ids[1])


def test_what_the_document_selects_is_selected_in_the_table(
    document: Document, ids: list[Any], table: PeopleTable
) -> None:
    document.select([ids[1], ids[2]])
    assert selected_names(table) == {"Aunt", "Mentor 2"}
    document.select([])
    assert selected_names(table) == set()


def test_a_removed_partner_leaves_the_others_selected(
    document: Document, ids: list[Any], table: PeopleTable
) -> None:
    document.select([ids[0], ids[1]])
    document.remove_partners([ids[0]])
    assert document.selection == (ids[1],)
    assert selected_names(table) == {"Aunt"}
    select_rows(table, 1)
    assert document.selection == (ids[2],)


def test_a_new_partner_is_selected(document: Document, ids: list[Any], table: PeopleTable) -> None:
    key = document.add_partner("Head")
    assert document.selection == (key,)
    assert selected_names(table) == {"Head"}


# Keys.


def test_f2_edits_the_name_in_place(
    document: Document, ids: list[Any], table: PeopleTable, qtbot: QtBot
) -> None:
    table.setFocus()
    document.select([ids[1]])
    qtbot.keyClick(table, K.Key_F2)
    editor = table.findChild(QLineEdit)
    sure(editor).selectAll()
    qtbot.keyClicks(editor, "Uncle")
    qtbot.keyClick(editor, K.Key_Return)
    qtbot.waitUntil(lambda: sure(document.map.partner(ids[1])).name == "Uncle")


def test_what_is_typed_in_a_cell_stands_on_nothing_else(
    document: Document, ids: list[Any], table: PeopleTable, qtbot: QtBot
) -> None:
    table.setFocus()
    document.select([ids[1]])
    qtbot.keyClick(table, K.Key_F2)
    editor = sure(table.findChild(QLineEdit))
    editor.clear()
    cell = table.visualRect(table.currentIndex()).adjusted(1, 1, -1, -1)  # but for the edge
    seen = table.viewport().grab(cell).toImage()
    sizes = range(seen.width()), range(seen.height())
    colours = {seen.pixel(x, y) for x in sizes[0] for y in sizes[1]}
    assert len(colours) <= 2, "the ground of the field, and where one types"


def test_a_name_longer_than_its_cell_is_whole_while_it_is_typed(
    document: Document, ids: list[Any], table: PeopleTable, qtbot: QtBot
) -> None:
    theme.dress(table)
    document.rename(ids[1], "Aunt with a long name, " * 3)
    table.setFocus()
    document.select([ids[1]])
    qtbot.keyClick(table, K.Key_F2)
    editor = sure(table.findChild(QLineEdit))
    assert editor.width() > table.columnWidth(0), "it was to be longer"
    words = editor.fontMetrics().horizontalAdvance(editor.text())
    beside = editor.textMargins().left() + 2 * 2  # of Qt itself, at either side
    assert editor.width() - words >= beside, "it scrolls"


def test_an_emptied_name_is_not_taken(
    document: Document, ids: list[Any], table: PeopleTable
) -> None:
    table.model().setData(table.model().index(1, 0), "  ")
    assert names(table)[1] == "Aunt"


def test_a_finished_map_is_not_edited_in_place(
    document: Document, ids: list[Any], table: PeopleTable
) -> None:
    document.set_network(finished=True)
    assert not table.model().index(0, 0).flags() & Qt.ItemFlag.ItemIsEditable


def test_keys_rate_the_selected_rows(
    document: Document, ids: list[Any], table: PeopleTable, qtbot: QtBot
) -> None:
    document.select([ids[0], ids[1]])
    qtbot.keyClick(table, K.Key_3)
    assert [sure(document.map.partner(key)).frequency for key in ids] == [3, 3, None]
    assert set(document.selection) == {ids[0], ids[1]}


def test_delete_removes_and_goes_on_with_the_next(
    document: Document, ids: list[Any], table: PeopleTable, qtbot: QtBot
) -> None:
    document.select([ids[1]])
    qtbot.keyClick(table, K.Key_Delete)
    assert names(table) == ["Mentor 10", "Mentor 2"]
    assert document.selection == (ids[2],)
    qtbot.keyClick(table, K.Key_Delete)
    qtbot.keyClick(table, K.Key_Delete)
    assert names(table) == []
    assert list(document.selection) == []


def test_arrow_keys_walk_and_select(
    document: Document, ids: list[Any], table: PeopleTable, qtbot: QtBot
) -> None:
    document.select([ids[0]])
    qtbot.keyClick(table, K.Key_Down)
    assert document.selection == (ids[1],)


def event(key: Any, text: str = "", modifiers: Any = NONE, *, repeated: bool = False) -> Any:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text, repeated)


@pytest.mark.parametrize(
    ("pressed", "field", "value"),
    [
        (event(K.Key_0, "0"), "frequency", 0),
        (event(K.Key_6, "6"), "frequency", 6),
        (event(K.Key_4, "4", KEYPAD), "frequency", 4),
        (event(K.Key_Exclam, "!", SHIFT), "importance", 1),
        (event(K.Key_At, "@", SHIFT), "importance", 2),
        (event(K.Key_QuoteDbl, '"', SHIFT), "importance", 2),
        (event(K.Key_NumberSign, "#", SHIFT), "importance", 3),
        (event(K.Key_section, "§", SHIFT), "importance", 3),
        (event(K.Key_sterling, "£", SHIFT), "importance", 3),
        (event(K.Key_Dollar, "$", SHIFT), "importance", 4),
        (event(K.Key_Percent, "%", SHIFT), "importance", 5),
        (event(K.Key_3, "3", SHIFT), "importance", 3),
        (event(K.Key_PageDown, "", SHIFT | KEYPAD), "importance", 3),
        (event(K.Key_S, "s"), "named_important", True),
        (event(K.Key_S, "S", SHIFT), "named_important", True),
    ],
)
def test_a_key_rates(
    document: Document, ids: list[Any], pressed: Any, field: str, value: int
) -> None:
    document.select([ids[1], ids[2]])
    document.set_partners(document.selection, frequency=5, importance=None)
    assert rate_by_key(document, pressed)
    assert {getattr(document.map.partner(key), field) for key in ids[1:]} == {value}


SIGNS = [("&", 1), ("é", 2), ('"', 3), ("'", 4), ("(", 5), ("-", 6), ("§", 6)]


@pytest.mark.parametrize(("sign", "digit"), SIGNS)
@pytest.mark.parametrize(("system", "first"), [("xcb", 9), ("wayland", 9), ("windows", 1)])
def test_a_sign_rates_only_from_the_place_of_its_digit(
    document: Document,
    ids: list[Any],
    monkeypatch: pytest.MonkeyPatch,
    sign: str,
    digit: int,
    system: str,
    first: int,
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: system)
    document.select(ids)

    def press(place: int) -> bool:
        key = QKeyEvent(QEvent.Type.KeyPress, ord(sign.upper()), NONE, place, 0, 0, sign)
        return rate_by_key(document, key)

    before = document.map
    # Beside the row, as on other keyboards, and under the hand.
    assert not press(first + 11)
    assert not press(first + 30)
    assert document.map == before
    assert press(first + digit)
    assert sure(document.map.partner(ids[0])).frequency == digit


@pytest.mark.parametrize(
    ("locale", "rates"),
    [("fr_FR", True), ("fr_BE", True), ("nl_BE", True), ("nl_NL", False), ("en_US", False),
     ("fr_CA", False), ("fr_CH", False), ("C", False)],
)  # fmt: skip
def test_where_the_place_of_a_key_is_not_known_the_keyboard_tells(
    document: Document, ids: list[Any], monkeypatch: pytest.MonkeyPatch, locale: str, rates: bool
) -> None:
    keyboard = SimpleNamespace(locale=lambda: QLocale(locale))
    monkeypatch.setattr(QGuiApplication, "inputMethod", lambda: keyboard)
    document.select(ids)
    assert [rate_by_key(document, event(ord(sign), sign)) for sign, _ in SIGNS] == [rates] * 7


@pytest.mark.parametrize(
    "pressed",
    [
        event(K.Key_7, "7"),
        event(K.Key_6, "6", SHIFT),
        event(K.Key_0, ")", SHIFT),
        event(K.Key_3, "3", CONTROL),
        event(K.Key_S, "", CONTROL),
        event(K.Key_PageDown, "", KEYPAD),
        event(K.Key_PageDown, "", SHIFT),
        event(K.Key_Down, ""),
        event(K.Key_T, "t"),
        event(K.Key_Shift, "", SHIFT),
    ],
)
def test_other_keys_are_left_alone(document: Document, ids: list[Any], pressed: Any) -> None:
    document.select(ids)
    before = document.map
    assert not rate_by_key(document, pressed)
    assert document.map == before


def test_no_key_rates_while_nobody_is_selected(document: Document, ids: list[Any]) -> None:
    assert not rate_by_key(document, event(K.Key_3, "3"))


def test_s_gives_all_a_star_before_it_takes_any_away(document: Document, ids: list[Any]) -> None:
    document.set_partners(ids[:1], named_important=True)
    document.select(ids)
    rate_by_key(document, event(K.Key_S, "s"))
    assert all(partner.named_important for partner in document.map.partners)
    rate_by_key(document, event(K.Key_S, "s", repeated=True))
    assert all(partner.named_important for partner in document.map.partners)
    rate_by_key(document, event(K.Key_S, "s"))
    assert not any(partner.named_important for partner in document.map.partners)


def test_a_key_on_a_finished_map_is_taken_and_refused_in_words(
    document: Document, ids: list[Any], qtbot: QtBot
) -> None:
    document.select(ids)
    document.set_network(finished=True)
    with qtbot.waitSignal(document.refused):
        assert rate_by_key(document, event(K.Key_3, "3"))


def test_every_cell_is_changed_and_every_column_sorted_by_keys(
    document: Document, ids: list[Any], table: PeopleTable, qtbot: QtBot, said: list[Any]
) -> None:
    asked = []
    table.give_requested.connect(lambda: asked.append(1))
    for field in COLUMNS:
        row = next(row for row in range(3) if table.rows.key_at(row) == ids[0])
        table.setCurrentIndex(table.model().index(row, COLUMNS.index(field)))
        qtbot.keyClick(table, K.Key_Return)
        menus = [menu for menu in table.findChildren(QMenu) if menu.isVisible()]
        if menus:
            assert menus[-1].activeAction() is not None
            menus[-1].actions()[0].trigger()
            menus[-1].close()
        elif field == "name":
            named = sure(table.findChild(QLineEdit)).accessibleName()
            assert named == f"{field_label(field)}: {document.map.partners[0].name}"
            sure(table.findChild(QLineEdit)).setText("Somebody")
            qtbot.keyClick(table.findChild(QLineEdit), K.Key_Return)
            qtbot.waitUntil(lambda: table.findChild(QLineEdit) is None)
        qtbot.keyClick(table, K.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert field_label(field) in said[-1]
    changed = document.map.partners[0]
    assert len(asked) == 2  # kind and setting have a menu of the window
    assert changed.named_important
    assert (changed.name, changed.frequency, changed.importance) == ("Somebody", 0, 1)


def test_a_cell_of_any_field_offers_its_answers_or_leads_to_the_form(
    document: Document, ids: list[Any], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever else comes to be shown in the table: `energy` has answers, a `goal` is written."""
    shown = (*COLUMNS, "energy", "goal")
    for module in ("table", "partner_columns"):
        monkeypatch.setattr(f"app.views.people.{module}.COLUMNS", shown)
    table = PeopleTable(document)
    given: list[int] = []
    led: list[str] = []
    qtbot.addWidget(table)
    table.show()
    table.give_requested.connect(lambda: given.append(1))
    table.field_requested.connect(led.append)
    table.setCurrentIndex(table.model().index(0, shown.index("energy")))
    qtbot.keyClick(table, K.Key_Return)
    (menu,) = (one for one in table.findChildren(QMenu) if one.isVisible())
    assert len(menu.actions()) == len(vocabulary().choices["energy"]) + 1, "or none"
    menu.actions()[0].trigger()
    menu.close()
    answered = sure(document.map.partner(table.rows.key_at(0)))
    assert answered.energy == next(iter(vocabulary().choices["energy"]))
    table.setCurrentIndex(table.model().index(0, shown.index("goal")))
    qtbot.keyClick(table, K.Key_Return)
    assert (led, given) == (["goal"], [])
