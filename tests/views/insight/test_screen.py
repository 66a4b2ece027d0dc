"""The screen of insight as a whole: what is seen, what follows, and that it fits."""

import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app import RESOURCES
from app.analysis.study import Study
from app.document import Document
from app.models.network import Map
from app.settings import Settings
from app.views.insight import screen
from app.views.insight.rows import Sentences
from app.views.insight.screen import CHARTS, TEXTS, Insight
from app.views.widgets.columns import Rows
from app.views.widgets.side_scroll import SideScroll
from tests.pictures import example
from tests.sure import as_a, sure
from tests.views.insight.conftest import (
    NARROW,
    SMALL,
    WIDE,
    draw,
    findings_page,
    list_page,
    people_page,
    plot_page,
    table_page,
)

# The offscreen plugin has no use for the least size of a window.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

PAGES = (*CHARTS, *TEXTS)
ROOT = RESOURCES.parent


def texts(widget: Any) -> list[Any]:
    """Return all words of labels and buttons that can be seen."""
    found = [*widget.findChildren(QLabel), *widget.findChildren(QAbstractButton)]
    return [child.text() for child in found if child.isVisible() and child.text()]


# --- which pages


def test_with_room_a_chart_and_words_stand_under_each_other(
    insight: Insight, lesson: dict[str, str]
) -> None:
    assert insight.shown_pages == ("plot", "findings")
    assert plot_page(insight).isVisible()
    assert findings_page(insight).isVisible()
    assert plot_page(insight).height() > 300
    insight.show_page("figures")
    insight.show_page("table")
    assert insight.shown_pages == ("table", "figures")


def test_without_room_one_page_fills_it(insight: Insight, lesson: dict[str, str]) -> None:
    insight.resize(*NARROW)
    for name in PAGES:
        insight.show_page(name)
        QApplication.processEvents()
        assert insight.shown_pages == (name,)
        assert [page for page in PAGES if insight.page(page).isVisible()] == [name]
        # Below the sentence and two rows of what can be chosen.
        assert insight.page(name).height() > NARROW[1] * 0.75, name


@pytest.mark.parametrize("tongue", ["nl", "en"])
def test_beside_the_map_of_a_small_window_no_choice_stands_alone_in_a_row(
    document: Document, settings: Settings, qtbot: QtBot, dressed: Callable[..., Any], tongue: str
) -> None:
    from app.views.insight.screen import Insight

    dressed(tongue, 100)
    draw(document, *((f"Partner {n}", n % 6 + 1, n % 5 + 1, None) for n in range(9)))
    insight = Insight(document, settings)
    qtbot.addWidget(insight)
    insight.resize(SMALL, 640)
    for about in ("", "support"):  # with the tasks, one more
        document.set_network(about=about or None)
        insight.show()
        insight.refresh()
        QApplication.processEvents()
        for tabs in (insight.text_tabs, insight.chart_tabs):
            seen = [one for one in tabs.group.buttons() if one.isVisible()]
            assert len({one.y() for one in seen}) == 1, (tongue, about)
            assert all(one.width() >= one.sizeHint().width() for one in seen)
        ways = (insight.chart_tabs, insight.filter, insight.export)
        assert len({one.geometry().center().y() for one in ways}) == 1
    insight.show_page("findings")
    QApplication.processEvents()
    card = findings_page(insight).cards[0]
    assert not card.rest.why_button.isVisible(), (
        "one thing to do is seen, the rest is behind the dots"
    )
    card.more_button.click()
    QApplication.processEvents()
    assert card.intend_button.y() == card.rest.why_button.y()


def test_a_page_that_is_not_seen_is_not_made(insight: Insight, lesson: dict[str, str]) -> None:
    assert set(insight._pages) == {"plot", "findings"}


def test_nothing_heavy_is_imported_until_it_is_seen() -> None:
    made = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication([])
from pathlib import Path
from app.document import Document
from app.storage.library import Library
from app.views.insight.screen import Insight
library = Library.open(Path(sys.argv[1]) / "library")
document = Document(library)
document.new_map("Mine")
screen = Insight(document)
screen.resize(600, 860)
print("pyqtgraph" in sys.modules)
screen.show()
app.processEvents()
print("pyqtgraph" in sys.modules)
library.close()
"""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", made, folder]
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.split() == ["False", "True"]


def test_who_comes_here_by_ear_hears_what_the_map_says(
    insight: Insight, lesson: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(screen, "announce", lambda _widget, text: said.append(text))
    insight.focus_first()
    assert said == [insight.sentence.text()]
    assert said != [""]


def test_the_arrow_keys_go_from_tab_to_tab(
    insight: Insight, lesson: dict[str, str], qtbot: QtBot
) -> None:
    insight.activateWindow()
    qtbot.waitUntil(insight.isActiveWindow)
    insight.focus_first()
    assert insight.text_tabs.button("findings").hasFocus()
    qtbot.keyClick(insight.text_tabs.button("findings"), Qt.Key.Key_Right)
    assert insight.shown_pages == ("plot", "figures")
    assert insight.text_tabs.button("figures").hasFocus()
    assert insight.text_tabs.button("figures").isChecked()
    assert not insight.text_tabs.button("findings").isChecked()


def test_where_it_is_low_the_titles_of_all_pages_are_one_list(
    insight: Insight, lesson: dict[str, str]
) -> None:
    insight.resize(520, 360)
    QApplication.processEvents()
    button = insight.page_button
    assert button.isVisible()
    assert not insight.text_tabs.isVisible()
    assert not insight.chart_tabs.isVisible()
    for name in ("table", "figures", "findings"):
        [action] = [one for one in button.menu().actions() if one.data() == name]
        action.trigger()
        assert insight.shown_pages == (name,)
        assert button.text() == action.text()
        assert insight.sentence.isVisible() == (name == "findings")
        assert insight.page(name).height() > 0.55 * insight.height(), name
    insight.focus_first()
    assert insight.focusWidget() is button
    insight.resize(520, 600)
    QApplication.processEvents()
    assert not button.isVisible()
    assert insight.text_tabs.isVisible()


def test_page_down_scrolls_the_page_whose_title_has_the_keyboard(
    insight: Insight, lesson: dict[str, str], qtbot: QtBot
) -> None:
    insight.resize(400, 450)
    insight.show_page("figures")
    insight.focus_first()
    area = as_a(QScrollArea, insight.page("figures"))
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    qtbot.keyClick(insight.text_tabs.button("figures"), Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0


# --- following


def test_one_edit_is_seen_on_every_page(
    insight: Insight, lesson: dict[str, str], document: Document, qtbot: QtBot
) -> None:
    for name in PAGES:
        insight.show_page(name)
    document.rename(lesson["Museum"], "Theatre")
    document.set_partners([lesson["Museum"]], importance=5)
    insight.show_page("plot")
    dot = plot_page(insight).plot.dot
    qtbot.waitUntil(lambda: sure(sure(dot(lesson["Museum"])).partner).name == "Theatre")
    for name in PAGES:
        insight.show_page(name)
    insight.show_page("people")
    document.select([lesson["Museum"]])
    assert people_page(insight).card.name.text() == "Theatre"
    for view in (list_page(insight).list, table_page(insight).table):
        row = sure(view.rows.row_of(lesson["Museum"]))
        assert view.rows.row_at(row).partner.importance == 5


def test_several_edits_at_once_are_shown_once(
    insight: Insight,
    lesson: dict[str, str],
    document: Document,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    shown = []
    page = findings_page(insight)
    original = page.show_map

    def show_map(seen: Study) -> None:
        shown.append(True)
        original(seen)

    monkeypatch.setattr(page, "show_map", show_map)
    for importance in (1, 2, 3, 4):
        document.set_partners([lesson["Museum"]], importance=importance)
    assert shown == []
    qtbot.waitUntil(lambda: shown != [])
    assert shown == [True]


def test_while_hidden_nothing_is_reckoned(
    insight: Insight, document: Document, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    insight.hide()
    monkeypatch.setattr("app.views.insight.screen.Study", lambda _: pytest.fail("reckoned"))
    draw(document, ("Sam", 3, 3, None))
    qtbot.wait(5)


def test_another_map_and_a_closed_one_are_no_problem(
    insight: Insight, lesson: dict[str, str], document: Document, qtbot: QtBot
) -> None:
    for name in PAGES:
        insight.show_page(name)
    document.select([lesson["Museum"]])
    insight.highlight.choose("setting", "community")
    document.new_map("Another")
    assert insight.highlight.chosen == {}
    for name in PAGES:
        insight.show_page(name)
    assert list_page(insight).list.rows.rowCount() == 0
    document.close()
    insight.hide()
    insight.show()


# --- linked


def test_who_is_selected_in_one_view_is_so_in_all(
    insight: Insight, lesson: dict[str, str], document: Document
) -> None:
    for name in PAGES:
        insight.show_page(name)
    museum = lesson["Museum"]
    listed = list_page(insight).list
    listed.setCurrentIndex(listed.rows.index(sure(listed.rows.row_of(museum)), 0))
    assert document.selection == (museum,)
    assert sure(plot_page(insight).plot.dot(museum)).ring == "ink"
    table = table_page(insight).table
    assert {i.row() for i in table.selectionModel().selectedRows()} == {table.rows.row_of(museum)}
    document.select([])
    assert sure(plot_page(insight).plot.dot(museum)).ring == ""
    assert list_page(insight).list.selectionModel().selectedRows() == []


def test_who_is_pointed_at_lights_up_in_the_plot(insight: Insight, lesson: dict[str, str]) -> None:
    museum = lesson["Museum"]
    insight.highlight.light(museum)
    assert sure(plot_page(insight).plot.dot(museum)).ring == "focus"
    assert plot_page(insight).caption.text().startswith("Museum: ")
    insight.highlight.light("")
    assert sure(plot_page(insight).plot.dot(museum)).ring == ""


def test_a_filter_makes_the_others_step_back(
    insight: Insight, lesson: dict[str, str], document: Document
) -> None:
    document.set_partners([lesson["Museum"]], setting="community", forms=("inform",))
    insight.refresh()
    actions = insight.filter.entries
    dots = plot_page(insight).plot
    stands_out = {key for key in lesson.values() if not sure(dots.dot(key)).is_dim}
    actions["setting", "community"].trigger()
    assert not sure(dots.dot(lesson["Museum"])).is_dim
    assert sure(dots.dot(lesson["Library"])).is_dim
    assert "Community" in insight.filter.text()
    actions["forms", "consult_pupil"].trigger()
    assert sure(dots.dot(lesson["Museum"])).is_dim
    actions["forms", "inform"].trigger()
    assert not sure(dots.dot(lesson["Museum"])).is_dim
    insight.filter.everybody.trigger()
    assert {key for key in lesson.values() if not sure(dots.dot(key)).is_dim} == stands_out
    assert set(sure(insight._seen).stands_out) == stands_out
    assert insight.filter.text().startswith("Everyone")


def names_in(rows: Rows | Sentences) -> set[Any]:
    return {rows.row_at(number).partner.name for number in range(rows.rowCount())}


def test_a_filter_filters_the_list_the_table_and_the_findings(
    insight: Insight, lesson: dict[str, str], document: Document
) -> None:
    document.set_partners([lesson["Museum"], lesson["Parents of Sam"]], setting="community")
    insight.refresh()
    findings, shown = findings_page(insight), {"Museum", "Parents of Sam"}
    findings.more.setChecked(True)
    whole = findings.text()
    assert "Caretaker" in whole
    insight.filter.entries["setting", "community"].trigger()
    for page in ("list", "table"):
        insight.show_page(page)
        assert names_in(getattr(insight.page(page), page).rows) == shown
    insight.show_page("findings")
    said = findings.text()
    assert "Parents of Sam" in said
    assert [name for name in lesson if name not in shown and name in said] == []
    for one in findings.cards:  # a verdict on the whole is not asked of a part
        assert one.rest.agree_button.isHidden() or sure(one.finding).claim.per_partner
    insight.filter.everybody.trigger()
    assert findings.text() == whole


def test_a_filter_nobody_is_in_says_so(insight: Insight, lesson: dict[str, str]) -> None:
    insight.show_page("list")
    insight.filter.entries["forms", "inform"].trigger()
    page = list_page(insight)
    assert page.few.isVisible()
    assert page.few.text() == "No one matches this filter."
    assert findings_page(insight).cards == ()


# --- maps at the edge


def changed(whole: Map, **values: Any) -> Map:
    partners = [replace(partner, **values) for partner in whole.partners]
    return Map.of([whole.network, *partners, *whole.ties])


def half_rated() -> Map:
    whole = example(12)
    partners = [
        p if at % 3 else replace(p, frequency=None, wished_frequency=None)
        for at, p in enumerate(whole.partners)
    ]
    return Map.of([whole.network, *partners, *whole.ties])


def star() -> Map:
    whole = example(10)
    return Map.of([replace(whole.network, lines_drawn=True), *whole.partners])


def large() -> Map:
    whole = example(25)
    many = [
        replace(whole.partners[at % 25], id=f"q{at}", name=f"{whole.partners[at % 25].name} {at}")
        for at in range(60)
    ]
    return Map.of([whole.network, *many])


EDGES = {
    "empty": lambda: example(0),
    "one": lambda: example(1),
    "equal": lambda: changed(example(12), frequency=4, importance=4, wished_frequency=None),
    "unrated": lambda: changed(example(12), frequency=None, importance=None, wished_frequency=None),
    "half rated": half_rated,
    "wished": lambda: changed(example(8), frequency=0, wished_frequency=3),
    "star only": star,
    "sixty": large,
}
SAYS = {
    "empty": "There is no one on the map yet.",
    "one": "Ouders Sam: very important, a few times a year.",
    "equal": "Contact and importance are not far apart for the partners",
    "unrated": "Give someone both ratings first",
    "half rated": "contact or importance is not answered yet.",
    "wished": "You have no contact yet with anyone on the map.",
    "star only": "on your map, linked only to you.",
    "sixty": "very important, a few times a year.",
}


def test_every_page_says_something_true_of_a_map_at_the_edge(
    insight: Insight, document: Document, qtbot: QtBot
) -> None:
    for edge, made in EDGES.items():
        document.add_map(made())
        findings_page(insight).more.setChecked(True)
        for name in PAGES:
            insight.show_page(name)
            rows = list_page(insight).list.rows.rowCount() if name == "list" else 0
            assert rows or texts(insight if edge == "empty" else insight.page(name)), (edge, name)
            wrong = ("None", "nan", "{", "inf ")
            bad = [text for text in texts(insight) if any(sign in text for sign in wrong)]
            assert bad == [], (edge, name)
        insight.show_page("findings")
        assert SAYS[edge] in findings_page(insight).text(), edge


# --- room and reach


LONG = "Samenwerkingsverband Passend Onderwijs Zuid-Kennemerland en omgeving"


@pytest.mark.parametrize("size", [NARROW, WIDE])
@pytest.mark.parametrize("text_size", [100, 200])
def test_long_names_do_not_push_it_wider_than_it_is(
    document: Document,
    settings: Settings,
    qtbot: QtBot,
    dressed: Callable[..., Any],
    text_size: int,
    size: tuple[Any, Any],
) -> None:
    from app.views.insight.screen import Insight

    dressed("nl", text_size)
    draw(document, *((f"{LONG} {n}", n % 6 + 1, n % 5 + 1, None) for n in range(9)))
    draw(document, ("W" * 120, 1, 5, 4))
    insight = Insight(document, settings)
    qtbot.addWidget(insight)
    insight.resize(*size)
    insight.show()
    for name in PAGES:
        insight.show_page(name)
        page = insight.page(name)
        assert page.width() == size[0]
        inside = sure(as_a(SideScroll, page).widget()) if name in TEXTS else page
        assert inside.minimumSizeHint().width() <= size[0]


@pytest.mark.parametrize("name", PAGES)
def test_everything_that_can_be_pressed_is_large_enough_and_has_a_name(
    insight: Insight, lesson: dict[str, str], name: str
) -> None:
    insight.show_page(name)
    all_of_them = [*insight.findChildren(QAbstractButton), *insight.findChildren(QComboBox)]
    pressed = [child for child in all_of_them if child.isVisible()]
    assert len(pressed) > 5
    for child in pressed:
        # Qt's own button in the corner of a table selects all; it takes no keys.
        if type(child).__name__ == "QAbstractButton":
            continue
        assert child.height() >= 24, child
        assert child.accessibleName() or as_a(QAbstractButton, child).text(), child


def test_the_keyboard_reaches_every_part(
    insight: Insight, lesson: dict[str, str], qtbot: QtBot
) -> None:
    insight.activateWindow()
    qtbot.waitUntil(insight.isActiveWindow)
    plot, first = plot_page(insight), findings_page(insight).cards[0]
    first.more_button.click()
    plot.limits_button.click()
    insight.focus_first()
    reached = set()
    for _ in range(120):
        focused = insight.focusWidget()
        if focused in reached:
            break
        reached.add(focused)
        if focused in first.buttons:  # the buttons of all cards are one stop
            for key in (Qt.Key.Key_Left, *[Qt.Key.Key_Right] * 6):
                qtbot.keyClick(insight.focusWidget(), key)
                reached.add(insight.focusWidget())
        qtbot.keyClick(insight.focusWidget(), Qt.Key.Key_Tab)
    wanted: list[QWidget] = [
        plot.plot,
        *plot.cuts.values(),
        insight.filter,
        insight.export,
        insight.chart_tabs.button("plot"),
        first.rest.why_button,
        first.more_button,
        first.rest.who_button,
        first.intend_button,
        first.rest.agree_button,
        first.rest.dismiss_button,
    ]
    assert [part for part in wanted if part not in reached] == []
