"""A series in the library: one line that opens to its moments, and how a next one begins."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from app.document import Document
from app.settings import Settings
from app.views.frame.screen_list import group, maps
from app.views.frame.window import MainWindow
from app.views.library.cards import MapCard, SeriesCard
from app.views.library.page import MapsPage
from tests.sure import as_a, sure

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def begin(document: Document) -> str:
    document.add_partner("Ouders Sam")
    document.add_partner("Ib'er")
    document.set_partners([document.map.partners[0].id], frequency=2, importance=5)
    document.set_network(moment=date(2026, 9, 1), moment_label="begin")
    return document.map.network.id


@pytest.fixture
def page(begin: str, document: Document, qtbot: QtBot) -> MapsPage:
    page = MapsPage(document)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.fixture
def end(begin: str, document: Document) -> str:
    key = document.continue_map(begin, "eind", date(2027, 6, 18))
    document.remove_partners([document.map.partners[1].id])
    return sure(key)


def settle() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def line(page: MainWindow | MapsPage) -> SeriesCard:
    settle()
    [found] = page.findChildren(SeriesCard)
    return found


def cards(page: MainWindow | MapsPage) -> list[MapCard]:
    settle()
    return [card for card in page.findChildren(MapCard) if card.isVisible()]


def texts(parent: MapCard | SeriesCard) -> list[Any]:
    return [label.text() for label in parent.findChildren(QLabel) if label.isVisible()]


def button(parent: MapCard | SeriesCard, text: str) -> Any:
    [found] = [b for b in parent.findChildren(QPushButton) if b.text() == text and b.isVisible()]
    return found


def offer(card: MapCard, text: str) -> Any:
    [more] = card.findChildren(QToolButton)
    return next(a for a in more.menu().actions() if a.text().startswith(text))


# --- one line


def test_a_series_is_one_line_that_opens_to_its_moments(
    end: str, page: MapsPage, qtbot: QtBot
) -> None:
    series = line(page)
    said = " ".join(texts(series))
    for part in ("My network", "2 moments", "begin – eind", "2 → 1 partner"):
        assert part in said
    assert cards(page) == []
    qtbot.mouseClick(series, LEFT, pos=series.title.geometry().center())
    assert [texts(card)[0] for card in cards(page)] == ["begin", "eind"]
    assert "1 September 2026 · 2 partners" in texts(cards(page)[0])
    qtbot.mouseClick(series, LEFT, pos=series.title.geometry().center())
    assert cards(page) == []


def test_the_keyboard_opens_a_series_and_closes_it(end: str, page: MapsPage, qtbot: QtBot) -> None:
    series = line(page)
    series.setFocus()
    for key, number in (
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_Return, 2),
        (Qt.Key.Key_Space, 0),
    ):
        qtbot.keyClick(series, key)
        assert len(cards(page)) == number
    assert "closed" in series.accessibleName()


def test_a_series_stays_open_when_the_page_is_read_again(
    end: str, page: MapsPage, document: Document, qtbot: QtBot
) -> None:
    line(page).fold.click()
    document.rename_map(end, "Anders")
    assert len(cards(page)) == 2
    assert "Anders" in texts(line(page))
    assert any("My network" in text for text in texts(cards(page)[0]))


def test_a_moment_opens_by_a_click(
    end: str, begin: str, page: MapsPage, document: Document, qtbot: QtBot
) -> None:
    line(page).fold.click()
    with qtbot.waitSignal(page.map_opened):
        qtbot.mouseClick(cards(page)[0], LEFT)
    assert document.map.network.id == begin


def test_a_series_of_which_one_moment_is_left_is_a_map_again(
    end: str, page: MapsPage, document: Document
) -> None:
    document.remove_map(end)
    settle()
    assert page.findChildren(SeriesCard) == []


def test_comparing_asks_for_the_last_moment(end: str, page: MapsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.compare_requested) as asked:
        button(line(page), "Compare").click()
    assert asked.args == [end]


def own(series: SeriesCard, text: str) -> Any:
    """Return what the menu of the line itself offers, and not that of a moment in it."""
    [more] = [m for m in series.findChildren(QToolButton) if m.menu() and m.parent() is series]
    return next(a for a in more.menu().actions() if a.text() == text)


def test_a_series_opens_at_its_last_moment(
    end: str, begin: str, page: MapsPage, document: Document
) -> None:
    document.open(begin)
    button(line(page), "Open").click()
    assert document.map.network.id == end


@pytest.mark.parametrize("by_key", [True, False])
def test_a_series_is_renamed_in_all_moments_that_bear_its_name(
    end: str, begin: str, page: MapsPage, document: Document, qtbot: QtBot, by_key: bool
) -> None:
    other = document.continue_map(end, "later", date(2027, 9, 1))
    document.rename_map(begin, "Anders")
    series = line(page)
    series.setFocus()
    if by_key:
        qtbot.keyClick(series, Qt.Key.Key_F2)
    else:
        own(series, "Rename").trigger()
    field = series.findChild(QLineEdit, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert sure(field).hasFocus()
    qtbot.keyClicks(field, "Groep 5")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    named = {summary.id: summary.title for summary in document.summaries()}
    assert named == {begin: "Anders", end: "Groep 5", other: "Groep 5"}
    assert "Groep 5" in texts(line(page))


@pytest.mark.parametrize("by_key", [True, False])
def test_a_series_is_removed_whole_and_comes_back_whole(
    end: str, begin: str, document: Document, settings: Settings, qtbot: QtBot, by_key: bool
) -> None:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.show()
    window.show_document(document)
    window.screens.show_screen("maps")
    series = line(window)
    if by_key:
        series.setFocus()
        qtbot.keyClick(series, Qt.Key.Key_Delete)
    else:
        own(series, "Remove all moments").trigger()
    settle()
    assert {summary.id for summary in document.summaries() if summary.deleted} == {begin, end}
    assert "removed" in window.screens.notice.text
    window.screens.notice.button.click()
    assert not any(summary.deleted for summary in document.summaries())
    assert len(line(window).moments) == 2


def test_undo_brings_back_what_was_removed_and_leaves_the_map_out_of_sight_as_it_is(
    begin: str, document: Document, settings: Settings, qtbot: QtBot
) -> None:
    other = sure(document.new_map("Somebody else"))
    document.add_partner("Last")
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_document(document)
    window.screens.show_screen("maps")
    control = Qt.KeyboardModifier.ControlModifier
    for removed in (begin, other):  # the second one is open
        [card] = [card for card in cards(window) if card.network_id == removed]
        card.setFocus()
        qtbot.keyClick(card, Qt.Key.Key_Delete)
        settle()
        assert [one.id for one in document.summaries() if one.deleted] == [removed]
        qtbot.keyClick(sure(QApplication.focusWidget()), Qt.Key.Key_Z, control)
        settle()
        assert not any(one.deleted for one in document.summaries())
        assert window.screens.notice.isHidden()
    document.open(other)
    assert [partner.name for partner in document.map.partners] == ["Last"]
    window.screens.show_screen("maps")
    qtbot.keyClick(sure(QApplication.focusWidget()), Qt.Key.Key_Z, control)
    assert not document.map.partners, "nothing was removed since"


def test_an_empty_field_leaves_undo_to_what_was_removed(
    begin: str, document: Document, settings: Settings, qtbot: QtBot
) -> None:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_document(document)
    window.screens.show_screen("maps")
    control = Qt.KeyboardModifier.ControlModifier
    [card] = [card for card in cards(window) if card.network_id == begin]
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Delete)
    settle()
    search = window.screens.maps.search
    search.setFocus()
    qtbot.keyClicks(search, "S")
    qtbot.keyClick(search, Qt.Key.Key_Z, control)
    assert search.text() == ""
    assert [one.id for one in document.summaries() if one.deleted] == [begin]
    qtbot.keyClick(search, Qt.Key.Key_Z, control)
    assert not any(one.deleted for one in document.summaries())
    window.screens.show_screen("group")
    screen = window.screens.part(group)
    screen.make("Ours")
    screen.remove()
    settle()
    assert not document.groups()
    name = screen.start.name
    name.setFocus()
    qtbot.keyClick(name, Qt.Key.Key_Z, control)
    assert [one.name for one in document.groups()] == ["Ours"]


# --- finish and open again


def test_a_map_is_finished_and_opened_again_from_the_list(
    page: MapsPage, document: Document
) -> None:
    [card] = cards(page)
    offer(card, "Mark as finished").trigger()
    assert document.map.network.finished
    [card] = cards(page)
    assert any("finished" in text for text in texts(card))
    offer(card, "Reopen").trigger()
    assert not document.map.network.finished


# --- a next moment


def test_a_next_moment_is_made_with_everybody_and_without_ratings(
    page: MapsPage, document: Document, begin: str, qtbot: QtBot
) -> None:
    [card] = cards(page)
    button(card, "Continue …").click()
    panel = card.panel
    assert sure(panel).label.line.hasFocus()
    assert sure(panel).values["moment_label"] == "end"
    with qtbot.waitSignal(page.continued):
        sure(panel).make.click()
    network = document.map.network
    assert (network.moment_label, network.moment) == ("end", sure(panel).values["moment"])
    assert sure(network.moment) > date(2026, 9, 1)
    assert network.id != begin
    assert [p.name for p in document.map.partners] == ["Ouders Sam", "Ib'er"]
    assert document.map.partners[0].frequency is None
    assert not sure(document.map_of(begin)).network.finished


def test_enter_makes_the_next_moment(page: MapsPage, document: Document, qtbot: QtBot) -> None:
    [card] = cards(page)
    button(card, "Continue …").click()
    line = sure(card.panel).label.line
    line.setText("halverwege")
    with qtbot.waitSignal(page.continued):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert document.map.network.moment_label == "halverwege"


def test_its_questions_have_their_room_also_where_the_page_is_shown_again(
    page: MapsPage, qtbot: QtBot
) -> None:
    page.hide()
    page.show()
    [card] = cards(page)
    button(card, "Continue …").click()
    panel = sure(card.panel)
    qtbot.waitUntil(lambda: panel.height() >= panel.heightForWidth(panel.width()))


def test_a_date_that_cannot_be_read_leaves_its_field_whole(page: MapsPage, qtbot: QtBot) -> None:
    [card] = cards(page)
    button(card, "Continue …").click()
    day = sure(card.panel).day
    day.line.setFocus()
    day.line.selectAll()
    qtbot.keyClicks(day.line, "after the holidays")
    qtbot.keyClick(day.line, Qt.Key.Key_Return)
    unread = day.unread
    qtbot.waitUntil(unread.isVisible)
    qtbot.waitUntil(lambda: unread.height() >= unread.heightForWidth(unread.width()))
    assert day.line.height() >= day.line.sizeHint().height()


def test_what_is_chosen_counts(
    page: MapsPage, document: Document, begin: str, qtbot: QtBot
) -> None:
    [card] = cards(page)
    button(card, "Continue …").click()
    panel = card.panel
    sure(panel).label.line.setFocus()
    sure(panel).label.line.selectAll()
    qtbot.keyClicks(sure(panel).label.line, "halverwege")
    sure(panel).day.line.setText("10-1-2027")
    sure(panel).day.line.textEdited.emit("10-1-2027")
    sure(panel).keep.click()
    sure(panel).finish.click()
    sure(panel).make.click()
    network = document.map.network
    assert (network.moment_label, network.moment) == ("halverwege", date(2027, 1, 10))
    assert document.map.partners[0].frequency == 2
    assert sure(document.map_of(begin)).network.finished


@pytest.mark.parametrize("how", ["button", "escape", "again"])
def test_it_can_be_left_without_making_anything(
    page: MapsPage, document: Document, begin: str, qtbot: QtBot, how: str
) -> None:
    [card] = cards(page)
    button(card, "Continue …").click()
    if how == "button":
        sure(card.panel).cancel.click()
    elif how == "escape":
        qtbot.keyClick(sure(card.panel).label.line, Qt.Key.Key_Escape)
    else:
        button(card, "Continue …").click()
    assert card.panel is None
    assert len(document.summaries()) == 1
    assert card.hasFocus()


def test_a_click_in_the_questions_opens_no_map(
    page: MapsPage, document: Document, qtbot: QtBot
) -> None:
    [card] = cards(page)
    button(card, "Continue …").click()
    settle()
    with qtbot.assertNotEmitted(page.map_opened):
        qtbot.mouseClick(card, LEFT, pos=sure(card.panel).geometry().center())


def test_a_series_goes_on_from_its_last_moment(
    end: str, page: MapsPage, document: Document
) -> None:
    button(line(page), "Continue …").click()
    sure(line(page).panel).make.click()
    assert [p.name for p in document.map.partners] == ["Ouders Sam"]
    assert len(document.summaries()) == 3


def test_the_date_in_the_bar_leads_to_the_moments_and_to_where_it_is_changed(
    begin: str, end: str, document: Document, settings: Settings, qtbot: QtBot
) -> None:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.show_document(document)
    settle()
    moment = window.screens.bar.moment
    assert moment.text() == "18 June 2027"
    moment.click()
    menu = sure(moment.findChild(QMenu))
    first, last, next_one, _, library = [one for one in menu.actions() if not one.isSeparator()]
    assert next_one is window.screens.actions_by_id["next_moment"]
    assert [one.data() for one in (first, last)] == [begin, end]
    assert [one.isChecked() for one in (first, last)] == [False, True]
    assert library is window.screens.actions_by_id["maps"]
    first.trigger()
    menu.close()
    settle()
    assert document.map.network.id == begin
    assert moment.text() == "1 September 2026"
    moment.click()
    menu = moment.findChildren(QMenu)[-1]
    [change] = [one for one in menu.actions() if one.text().replace("&", "") == "Change the date …"]
    change.trigger()
    menu.close()
    settle()
    field = sure(window.screens.map_form.focusWidget())
    assert "1 September 2026" in as_a(QLineEdit, field).text()
    document.set_network(moment=None)
    settle()
    assert not moment.isVisible()


def test_the_date_leads_to_the_questions_about_a_next_moment(
    begin: str, end: str, document: Document, settings: Settings, qtbot: QtBot
) -> None:
    """Also from an earlier moment it goes on from the last one, and asked again it stays."""
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.show()
    document.open(begin)
    window.show_document(document)
    settle()
    for _ in range(2):
        window.screens.actions_by_id["next_moment"].trigger()
        settle()
        [line] = window.screens.part(maps).lines
        panel = sure(line.panel)
        assert panel.isVisible()
    panel.make.click()
    settle()
    assert len(document.moments()) == 3


def test_a_series_of_which_one_moment_has_no_name_goes_from_date_to_date(
    begin: str, end: str, document: Document, page: MapsPage
) -> None:
    document.open(begin)
    document.set_network(moment_label="")
    settle()
    assert "1 September 2026 – 18 June 2027" in " ".join(texts(line(page)))
