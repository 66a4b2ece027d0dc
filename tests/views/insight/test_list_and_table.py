"""The list of differences and its twin, the table: the same people, order and selection."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.document import Document
from app.settings import Settings
from app.views.insight.dumbbells import Dumbbells
from app.views.insight.screen import Insight
from app.views.insight.table import ValuesTable
from app.views.widgets.table_cells import row_height
from app.words.dates_and_numbers import shown_number
from tests.calls import calls_in
from tests.sure import sure
from tests.views.insight.conftest import (
    LEFT,
    SMALL,
    WIDE,
    draw,
    figures_page,
    list_page,
    table_page,
)

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def names(view: Dumbbells | ValuesTable) -> list[Any]:
    return [view.rows.row_at(row).partner.name for row in range(view.rows.rowCount())]


@pytest.fixture
def listed(insight: Insight, lesson: dict[str, str]) -> Dumbbells:
    insight.refresh()
    insight.show_page("list")
    return list_page(insight).list


@pytest.fixture
def table(insight: Insight, lesson: dict[str, str]) -> ValuesTable:
    insight.refresh()
    insight.show_page("table")
    return table_page(insight).table


def column(table: ValuesTable, name: str) -> int:
    return [column.id for column in table.rows.columns].index(name)


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (0.005, 2, "0.01"),
        (-0.125, 2, "−0.13"),
        (-0.001, 2, "0.00"),
        (2.5, 0, "3"),
        (0.1 + 0.2, 1, "0.3"),
        (1.005, 2, "1.01"),
    ],
)
def test_numbers_are_rounded_half_away_from_zero(
    qapp: QApplication, value: float, decimals: int, shown: str
) -> None:
    assert shown_number(value, decimals) == shown


def test_the_list_begins_with_who_is_more_important_than_seen(listed: Dumbbells) -> None:
    gaps = [listed.rows.row_at(row).gap for row in range(listed.rows.rowCount())]
    assert gaps == sorted(gaps, reverse=True)
    assert names(listed)[0] == "Parents of Noor"
    assert names(listed)[-1] == "Caretaker"


def test_after_an_edit_only_the_cells_that_say_something_else_are_painted(
    insight: Insight, table: ValuesTable, document: Document
) -> None:
    def edit() -> None:
        insight.refresh()
        for _ in range(3):
            QApplication.processEvents()

    insight.show()
    edit()
    table.viewport().update()
    whole = calls_in(edit)["views/widgets/table_cells"]
    document.set_partners([table.rows.key_at(0)], name="Parents of Nora")
    after = calls_in(edit)["views/widgets/table_cells"]
    assert 0 < after < whole / 8


def test_who_has_no_place_comes_last_and_says_what_is_known(
    insight: Insight, listed: Dumbbells, document: Document
) -> None:
    draw(document, ("Doctor", None, 4, None))
    insight.refresh()
    assert names(listed)[-1] == "Doctor"
    said = listed.rows.index(8, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Doctor: important, contact not answered."


def test_a_row_says_all_of_it_to_who_listens(listed: Dumbbells) -> None:
    said = listed.rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Parents of Noor: very important, contact once a year or less. How you want it."


def test_with_fewer_than_five_the_list_says_so(insight: Insight, document: Document) -> None:
    draw(document, ("Sam", 3, 4, None))
    insight.show_page("list")
    insight.refresh()
    page = list_page(insight)
    assert page.few.isVisible()
    assert not page.legend.isVisible()
    draw(document, *((f"Person {n}", n + 1, 4, None) for n in range(4)))
    insight.refresh()
    assert not page.few.isVisible()
    assert page.legend.isVisible()


@pytest.mark.parametrize("twin", ["listed", "table"])
def test_arrow_keys_select_and_digits_rate(
    request: pytest.FixtureRequest, twin: str, document: Document, qtbot: QtBot
) -> None:
    view = request.getfixturevalue(twin)
    document.select([view.rows.row_at(0).partner.id])
    qtbot.keyClick(view, Qt.Key.Key_Down)
    second = view.rows.row_at(1).partner
    assert document.selection == (second.id,)
    qtbot.keyClick(view, Qt.Key.Key_3)
    assert sure(document.map.partner(second.id)).frequency == 3


@pytest.mark.parametrize("twin", ["listed", "table"])
def test_the_selection_stays_with_the_people_when_rows_move(
    insight: Insight,
    lesson: dict[str, str],
    request: pytest.FixtureRequest,
    twin: str,
    document: Document,
) -> None:
    view = request.getfixturevalue(twin)
    caretaker = lesson["Caretaker"]
    document.select([caretaker])
    document.set_partners([caretaker], importance=5, frequency=1)
    insight.refresh()
    assert document.selection == (caretaker,)
    rows = {index.row() for index in view.selectionModel().selectedRows()}
    assert rows == {view.rows.row_of(caretaker)}
    document.remove_partners([caretaker])
    insight.refresh()
    assert list(document.selection) == []
    assert view.selectionModel().selectedRows() == []


def test_pointing_lights_up_and_leaving_darkens(
    insight: Insight, listed: Dumbbells, qtbot: QtBot
) -> None:
    index = listed.rows.index(2, 0)
    listed.entered.emit(index)
    assert insight.highlight.lit == listed.rows.row_at(2).partner.id
    QApplication.sendEvent(listed, QEvent(QEvent.Type.Leave))
    assert insight.highlight.lit == ""


# --- the table


def test_the_table_begins_in_the_order_of_the_list(listed: Dumbbells, table: ValuesTable) -> None:
    assert names(table) == names(listed) != []


def test_a_press_on_a_title_sorts_and_open_answers_come_last(
    insight: Insight, table: ValuesTable, document: Document, qtbot: QtBot
) -> None:
    draw(document, ("Doctor", None, None, None))
    insight.refresh()
    at = column(table, "importance")
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        table.sortByColumn(at, order)
        known = [table.rows.row_at(row).partner.importance for row in range(8)]
        assert known == sorted(known, reverse=order is Qt.SortOrder.DescendingOrder)
        assert names(table)[-1] == "Doctor"
    header = table.horizontalHeader()
    qtbot.mouseClick(header.viewport(), LEFT, pos=QPoint(40, 8))
    shown = names(table)
    assert shown in (sorted(shown), sorted(shown, reverse=True))


def test_copying_gives_what_is_selected_as_text(
    table: ValuesTable, lesson: dict[str, str], document: Document, qtbot: QtBot
) -> None:
    document.select([lesson["Museum"], lesson["Caretaker"]])
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    title, *rows = QApplication.clipboard().text().split("\n")
    assert title.split("\t")[:3] == ["Name", "Contact", "Importance"]
    assert [row.split("\t")[0] for row in rows] == ["Museum", "Caretaker"]
    assert all(row.count("\t") == title.count("\t") for row in rows)


def test_with_nobody_selected_copying_gives_everybody(table: ValuesTable, qtbot: QtBot) -> None:
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert len(QApplication.clipboard().text().split("\n")) == 9


def test_values_are_those_of_the_partner(table: ValuesTable, lesson: dict[str, str]) -> None:
    row = table.rows.row_of(lesson["Parents of Sam"])
    texts = {
        c.id: table.rows.index(sure(row), at).data() for at, c in enumerate(table.rows.columns)
    }
    assert texts["frequency"] == "a few times a year"
    assert texts["quadrant"] == "Important, less contact"
    assert texts["gap"].startswith("+0.")
    assert texts["satisfaction"] == "–"
    assert texts["named_important"] == ""


def test_who_knows_whom_comes_on_request_and_can_be_sorted(
    insight: Insight, table: ValuesTable, lesson: dict[str, str], document: Document
) -> None:
    page = table_page(insight)
    assert not page.structure.isVisible()
    document.set_network(lines_drawn=True)
    hub = lesson["Museum"]
    document.tie_all([hub, lesson["Library"]])
    document.tie_all([hub, lesson["Caretaker"]])
    insight.refresh()
    assert page.structure.isVisible()
    assert "degree" not in [c.id for c in table.rows.columns]
    insight.show_page("figures")
    figures_page(insight).positions.click()
    assert insight.shown_pages[0] == "table"
    assert names(table)[0] == "Museum"
    assert table.rows.index(0, column(table, "degree")).data() == "2"
    assert table.rows.index(0, column(table, "betweenness")).data() == "1.0"
    page.structure.setChecked(False)
    assert "degree" not in [c.id for c in table.rows.columns]
    document.set_network(lines_drawn=False)
    insight.refresh()
    assert not page.structure.isVisible()


def test_the_names_stay_in_sight_however_far_the_table_is_scrolled(
    insight: Insight, lesson: dict[str, str], qtbot: QtBot
) -> None:
    insight.show_page("table")
    table = table_page(insight).table
    names = sure(table.pinned)
    assert names.isHidden()
    table.horizontalScrollBar().setValue(200)
    assert names.isVisible()
    assert [c for c in range(table.rows.columnCount()) if not names.isColumnHidden(c)] == [0]
    assert names.columnWidth(0) >= table.columnWidth(0)
    assert names.rowViewportPosition(2) == table.rowViewportPosition(2)
    table.horizontalScrollBar().setValue(0)
    assert names.isHidden()


def test_beside_the_names_no_half_cell_is_seen(
    insight: Insight, lesson: dict[str, str], qtbot: QtBot
) -> None:
    insight.show_page("table")
    table = table_page(insight).table
    bar = table.horizontalScrollBar()
    assert bar.maximum() > 200
    for value in [*range(1, bar.maximum(), 23), bar.maximum()]:
        bar.setValue(value)
        begins = [table.columnViewportPosition(c) for c in range(1, table.rows.columnCount())]
        assert sure(table.pinned).width() in begins


def test_the_cell_the_keyboard_is_on_is_never_below_the_names(
    insight: Insight, lesson: dict[str, str], qtbot: QtBot
) -> None:
    insight.show_page("table")
    table = table_page(insight).table
    last = table.rows.columnCount() - 1
    for column in [*range(1, last + 1), *range(last, 0, -1)]:
        table.setCurrentIndex(table.rows.index(1, column))
        table.scrollTo(table.currentIndex())
        at = table.columnViewportPosition(column)
        assert sure(table.pinned).isHidden() or at >= sure(table.pinned).width()


@pytest.mark.parametrize("tongue", ["nl", "en"])
def test_five_columns_are_in_sight_beside_the_map_of_a_small_window(
    document: Document,
    settings: Settings,
    qtbot: QtBot,
    dressed: Callable[..., Any],
    tongue: str,
) -> None:
    dressed(tongue, 100)
    names = ("Schoolmaatschappelijk werk", "Samenwerkingsverband", "Leerplichtambtenaar")
    draw(document, *((names[n % 3], n % 6 + 1, n % 5 + 1, None) for n in range(9)))
    insight = Insight(document, settings)
    qtbot.addWidget(insight)
    insight.resize(SMALL, 640)
    insight.show()
    insight.show_page("table")
    QApplication.processEvents()
    table = table_page(insight).table

    columns = range(table.rows.columnCount())
    ends = [table.columnViewportPosition(at) + table.columnWidth(at) for at in columns]
    assert sum(end <= table.viewport().width() for end in ends) >= 5
    assert table.rows.columns[3].id == "gap"

    insight.resize(WIDE[0], 640)  # and where there is room, a row is a line again
    QApplication.processEvents()
    assert table.rowHeight(0) == row_height()
    assert table.horizontalHeader().height() < 2 * row_height()
