"""The page of maps: cards with what can be done, by mouse and by keyboard."""

from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from app.document import Document
from app.models.network import Map, Network, Partner
from app.models.rules import NAME_LENGTH
from app.storage.content import Summary
from app.storage.library import Library
from app.views.library.cards import MapCard
from app.views.library.page import MapsPage
from app.views.widgets import speech
from app.views.widgets.heard_as import RoleAccessible, heard_as
from app.views.widgets.question import Question
from tests.sure import as_a, sure
from tests.walking import stops

# The offscreen plugin has no use for the least size of a window.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LEFT = Qt.MouseButton.LeftButton
PRESS = QAccessibleActionInterface.pressAction()


@pytest.fixture
def page(document: Document, qtbot: QtBot) -> MapsPage:
    return shown(document, qtbot)


def shown(document: Document, qtbot: QtBot) -> MapsPage:
    page = MapsPage(document)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def settle() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def cards(page: MapsPage) -> Any:
    settle()
    return page.findChildren(MapCard)


def card(page: MapsPage, title: str) -> Any:
    [found] = [c for c in cards(page) if c.summary.title == title]
    return found


def titles(page: MapsPage) -> list[Any]:
    settle()
    return [card.summary.title for card in page.cards]


def button(parent: Any, text: str) -> Any:
    [found] = [b for b in parent.findChildren(QPushButton) if b.text() == text]
    return found


def press(qtbot: QtBot, parent: Any, text: str) -> None:
    for action in offers(parent):
        if action.text().split(":")[0] == text:
            action.trigger()
            return
    qtbot.mouseClick(button(parent, text), LEFT)


def offers(card: Any) -> list[Any]:
    """What the button with the three dots offers."""
    if not isinstance(card, MapCard):
        return []
    return [
        a for more in card.findChildren(QToolButton) if more.menu() for a in more.menu().actions()
    ]


def texts(parent: Any) -> list[Any]:
    return [label.text() for label in parent.findChildren(QLabel) if label.isVisible()]


# --- what is there


def test_the_map_that_changed_last_is_on_top(page: MapsPage, document: Document) -> None:
    document.new_map("Tweede")
    document.new_map("Derde")
    assert titles(page) == ["Derde", "Tweede", "My network"]
    document.rename_map(document.summaries()[2].id, "Eerste")
    assert titles(page) == ["Eerste", "Derde", "Tweede"]


def test_a_card_says_title_date_and_number_of_partners(page: MapsPage, document: Document) -> None:
    document.add_partner("Sam")
    document.add_partner("Noor")
    document.set_network(moment=None, moment_label="begin", finished=True)
    page.refresh()
    said = " ".join(texts(card(page, "My network")))
    assert "My network" in said
    assert "2 partner" in said
    assert "begin" in said
    assert "finished" in said
    assert card(page, "My network").accessibleName().startswith("My network, begin")


def test_an_example_is_marked(page: MapsPage, document: Document) -> None:
    document.set_network(example=True)
    assert any(text.startswith("Example") for text in texts(card(page, "My network")))


def test_a_map_without_a_title_has_a_name(page: MapsPage, document: Document) -> None:
    document.set_network(title="")
    assert "Untitled map" in texts(card(page, ""))


def test_a_title_is_text_and_never_markup(page: MapsPage, document: Document) -> None:
    document.set_network(title="<b>Sam</b>")
    [label] = [x for x in card(page, "<b>Sam</b>").findChildren(QLabel) if "Sam" in x.text()]
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_an_empty_library_says_what_to_do(page: MapsPage, document: Document, qtbot: QtBot) -> None:
    press(qtbot, card(page, "My network"), "Remove")
    document.remove_map(document.summaries()[0].id)
    settle()
    assert "No maps yet. Start with a new one." in texts(page)


def test_a_page_that_is_not_seen_reads_nothing_until_it_is(
    page: MapsPage, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.hide()
    read = []
    real = document.library.summaries

    def summaries() -> list[Summary]:
        read.append(1)
        return real()

    monkeypatch.setattr(document.library, "summaries", summaries)
    document.rename_map(document.map.network.id, "Anders")
    assert read == []
    page.show()
    assert titles(page) == ["Anders"]


# --- new and open


def test_a_new_map_is_made_opened_and_told(
    page: MapsPage, document: Document, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.map_opened):
        press(qtbot, page, "New map")
    assert document.map.network.title == "My network"
    assert len(titles(page)) == 2


@pytest.mark.parametrize(
    ("text", "signal"),
    [("See an example", "example_requested"), ("Open a file …", "open_file_requested")],
)
def test_the_buttons_on_top_ask_for_what_they_say(
    page: MapsPage, qtbot: QtBot, text: str, signal: str
) -> None:
    with qtbot.waitSignal(getattr(page, signal)):
        press(qtbot, page, text)


def heard(card: Any) -> RoleAccessible:
    known = heard_as(card)
    assert known is not None
    return known


def test_a_card_is_heard_as_a_button_unless_only_what_is_on_it_can_be_pressed(
    page: MapsPage, document: Document
) -> None:
    document.new_map("Tweede")
    one = card(page, "My network")
    assert heard(one).role() is QAccessible.Role.Button
    assert PRESS in heard(one).actionNames()
    document.remove_map(one.network_id)
    [gone] = [c for c in cards(page) if not c.is_there]
    assert heard(gone).role() is QAccessible.Role.Grouping
    assert PRESS not in heard(gone).actionNames()


@pytest.mark.parametrize(
    "how",
    [
        lambda qtbot, card: press(qtbot, card, "Open"),
        lambda qtbot, card: qtbot.mouseClick(card, LEFT),
        lambda qtbot, card: qtbot.keyClick(card, Qt.Key.Key_Return),
        lambda qtbot, card: qtbot.keyClick(card, Qt.Key.Key_Enter),
        lambda qtbot, card: qtbot.keyClick(card, Qt.Key.Key_Space),
        lambda _, card: heard(card).doAction(PRESS),
    ],
    ids=["button", "click", "Return", "Enter", "Space", "heard"],
)
def test_a_map_opens(
    page: MapsPage, document: Document, qtbot: QtBot, how: Callable[..., Any]
) -> None:
    document.new_map("Tweede")
    one = card(page, "My network")
    one.setFocus()
    with qtbot.waitSignal(page.map_opened):
        how(qtbot, one)
    assert document.map.network.title == "My network"


def test_another_mouse_button_opens_nothing(
    page: MapsPage, document: Document, qtbot: QtBot
) -> None:
    document.new_map("Tweede")
    with qtbot.assertNotEmitted(page.map_opened):
        qtbot.mouseClick(card(page, "My network"), Qt.MouseButton.RightButton)
        qtbot.mouseClick(card(page, "My network"), Qt.MouseButton.MiddleButton)
    assert document.map.network.title == "Tweede"


def test_a_map_that_is_gone_is_refused_and_nothing_is_told(
    page: MapsPage, document: Document, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = card(page, "My network")
    one.network_id = "nowhere"
    with qtbot.assertNotEmitted(page.map_opened), qtbot.waitSignal(document.refused):
        press(qtbot, one, "Open")


# --- rename


def rename(
    qtbot: QtBot, page: MapsPage, title: str, typed: str | None, end: Any = Qt.Key.Key_Return
) -> Any:
    one = card(page, title)
    one.setFocus()
    qtbot.keyClick(one, Qt.Key.Key_F2)
    field = one.findChild(QLineEdit)
    assert field.isVisible()
    assert field.selectedText() == title
    if typed is not None:
        qtbot.keyClicks(field, typed)
    if end is not None:
        qtbot.keyClick(field, end)
    return one


def test_a_map_is_renamed_by_typing_over_its_title(
    page: MapsPage, document: Document, qtbot: QtBot
) -> None:
    rename(qtbot, page, "My network", "Begin")
    assert titles(page) == ["Begin"]
    assert document.map.network.title == "Begin"
    assert document.undo()
    assert titles(page) == ["My network"]


def test_the_button_renames_as_well_and_leaving_the_field_keeps_it(
    page: MapsPage, document: Document, qtbot: QtBot
) -> None:
    press(qtbot, card(page, "My network"), "Rename")
    qtbot.keyClicks(card(page, "My network").findChild(QLineEdit), "Begin")
    button(page, "New map").setFocus()
    assert document.map.network.title == "Begin"


def test_a_title_that_is_typed_is_kept_when_the_page_is_left(
    page: MapsPage, document: Document, qtbot: QtBot
) -> None:
    rename(qtbot, page, "My network", "Begin", end=None)
    page.hide()
    assert document.map.network.title == "Begin"


def test_a_title_that_is_typed_on_a_card_is_looked_for_and_opens_nothing(
    page: MapsPage, document: Document, qtbot: QtBot
) -> None:
    for title in ("Een kaart", "Een andere", "Nog een"):
        document.new_map(title)
    settle()
    open_map = document.map.network.id
    page.focus_first()
    for letter in "nog e":
        qtbot.keyClicks(sure(QApplication.focusWidget()), letter)
    assert page.search.text() == "nog e"
    assert titles(page) == ["Nog een"]
    assert document.map.network.id == open_map
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert len(titles(page)) == 4


def test_escape_leaves_the_title_as_it_was(
    page: MapsPage, document: Document, qtbot: QtBot
) -> None:
    rename(qtbot, page, "My network", "Begin", Qt.Key.Key_Escape)
    assert titles(page) == ["My network"]
    assert not card(page, "My network").findChild(QLineEdit).isVisible()
    assert document.history.edits == ()


@pytest.mark.parametrize("typed", [None, "   "])
def test_no_title_or_the_same_changes_nothing(
    page: MapsPage, document: Document, qtbot: QtBot, typed: str | None
) -> None:
    rename(qtbot, page, "My network", typed)
    assert titles(page) == ["My network"]
    assert document.history.edits == ()


def test_a_title_is_no_longer_than_it_can_be(
    page: MapsPage, document: Document, qtbot: QtBot
) -> None:
    rename(qtbot, page, "My network", "a" * (NAME_LENGTH + 20))
    assert document.map.network.title == "a" * NAME_LENGTH


# --- duplicate, remove, bring back


def test_a_duplicate_can_be_named_at_once(page: MapsPage, document: Document, qtbot: QtBot) -> None:
    document.add_partner("Sam")
    page.refresh()
    press(qtbot, card(page, "My network"), "Duplicate")
    assert titles(page) == ["My network", "My network (copy)"]  # two moments of one series
    field = card(page, "My network (copy)").findChild(QLineEdit)
    assert field.isVisible()
    assert field.hasFocus()
    qtbot.keyClicks(field, "Eind")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert titles(page) == ["My network", "Eind"]


def test_a_duplicate_of_a_map_with_a_long_title_is_made(
    page: MapsPage, document: Document, qtbot: QtBot
) -> None:
    document.set_network(title="a" * NAME_LENGTH)
    press(qtbot, card(page, "a" * NAME_LENGTH), "Duplicate")
    assert len(titles(page)) == 2


@pytest.mark.parametrize(
    "how",
    [
        lambda qtbot, card: press(qtbot, card, "Remove"),
        lambda qtbot, card: qtbot.keyClick(card, Qt.Key.Key_Delete),
    ],
    ids=["button", "Delete"],
)
def test_a_removed_map_is_told_and_can_be_brought_back(
    page: MapsPage, document: Document, qtbot: QtBot, how: Callable[..., Any]
) -> None:
    key = document.map.network.id
    one = card(page, "My network")
    one.setFocus()
    with qtbot.waitSignal(page.removed) as told:
        how(qtbot, one)
    assert told.args == [(key,), "My network"]
    settle()
    assert "Removed (kept for at least 30 days)" in texts(page)
    gone = card(page, "My network")
    assert [b.text() for b in gone.findChildren(QPushButton)] == ["Bring back"]
    press(qtbot, gone, "Bring back")
    settle()
    assert "Removed (kept for at least 30 days)" not in texts(page)
    assert document.open(key)


def test_a_removed_map_opens_and_renames_by_nothing(
    page: MapsPage, document: Document, qtbot: QtBot
) -> None:
    press(qtbot, card(page, "My network"), "Remove")
    gone = card(page, "My network")
    with qtbot.assertNotEmitted(page.map_opened):
        qtbot.mouseClick(gone, LEFT)
        for key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Delete):
            qtbot.keyClick(button(gone, "Bring back"), key)
    assert not gone.findChild(QLineEdit).isVisible()
    assert not document.is_open


def test_removing_while_a_title_is_typed_removes_a_letter_and_no_map(
    page: MapsPage, document: Document, qtbot: QtBot
) -> None:
    one = rename(qtbot, page, "My network", "Begin", end=None)
    field = one.findChild(QLineEdit)
    field.setCursorPosition(0)
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert field.text() == "egin"
    assert document.is_open


# --- the keyboard stays where it was


@pytest.mark.parametrize("reason", list(QContextMenuEvent.Reason))
def test_a_card_opens_its_menu_by_its_key_and_by_the_mouse(
    page: MapsPage, qtbot: QtBot, reason: QContextMenuEvent.Reason
) -> None:
    one = card(page, "My network")
    one.setFocus()
    where = one.rect().center()
    QApplication.sendEvent(one, QContextMenuEvent(reason, where, one.mapToGlobal(where)))
    menu = as_a(QMenu, QApplication.activePopupWidget())
    assert "Rename" in [action.text().replace("&", "") for action in menu.actions()]
    menu.close()


def test_the_keyboard_begins_on_the_first_map(
    page: MapsPage, document: Document, qtbot: QtBot
) -> None:
    document.new_map("Tweede")
    page.focus_first()
    assert card(page, "Tweede").hasFocus()
    for summary in document.summaries():
        document.remove_map(summary.id)
    page.focus_first()
    assert button(page, "New map").hasFocus()


def test_the_keyboard_stays_on_a_map_that_was_renamed(
    page: MapsPage, document: Document, qtbot: QtBot
) -> None:
    document.new_map("Tweede")
    rename(qtbot, page, "My network", "Begin")
    settle()
    assert card(page, "Begin").hasFocus()


def test_the_keyboard_goes_on_to_another_map_after_removing_one(
    page: MapsPage, document: Document, qtbot: QtBot
) -> None:
    document.new_map("Tweede")
    settle()
    one = card(page, "Tweede")
    one.setFocus()
    qtbot.keyClick(one, Qt.Key.Key_Delete)
    settle()
    assert card(page, "My network").hasFocus()


# --- read-only


def test_in_a_read_only_library_maps_can_be_opened_and_nothing_else(
    document: Document, qtbot: QtBot
) -> None:
    document.add_partner("Sam")
    path, key = document.library.path, document.map.network.id
    with closing(Library.open(path, read_only=True)) as library:
        reader = Document(library)
        page = shown(reader, qtbot)
        one = card(page, "My network")
        enabled = {b.text(): b.isEnabled() for b in page.findChildren(QPushButton)}
        assert [text for text, on in enabled.items() if on] == ["Open", "Change …"]
        one.setFocus()
        with qtbot.assertNotEmitted(reader.refused):
            qtbot.keyClick(one, Qt.Key.Key_F2)
            qtbot.keyClick(one, Qt.Key.Key_Delete)
        assert not one.findChild(QLineEdit).isVisible()
        press(qtbot, one, "Open")
        assert reader.map.network.id == key


def erase(page: MapsPage, monkeypatch: pytest.MonkeyPatch, answer: str) -> list[Any]:
    """Choose *Remove for good* of a removed map, and answer the one question."""
    asked = []

    def answered(box: Question) -> None:
        asked.append(box.text())
        [default] = [one.text() for one in box.buttons() if one.isDefault()]
        assert default == "Cancel"
        for one in box.buttons():
            if one.text() == answer:
                one.click()

    monkeypatch.setattr(Question, "exec", answered)
    [more] = card(page, "My network").findChildren(QToolButton)
    [deed] = more.menu().actions()
    assert deed.text() == "Delete permanently …"
    deed.trigger()
    settle()
    return asked


def test_a_map_is_removed_for_good_after_one_question(
    page: MapsPage, document: Document, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    document.add_partner("Noor van den Geheimzinnigen")
    document.library.back_up()
    press(qtbot, card(page, "My network"), "Remove")
    with qtbot.assertNotEmitted(page.erased):
        asked = erase(page, monkeypatch, "Cancel")
    assert len(asked) == 1
    assert "“My network”" in asked[0]
    assert "cannot be undone" in asked[0]
    with qtbot.waitSignal(page.erased) as told:
        erase(page, monkeypatch, "Delete permanently")
    assert told.args == ["My network", ()]
    assert titles(page) == []
    folder = document.library.path.parent
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert len(files) > 2
    assert not any(b"Geheimzinnigen" in file.read_bytes() for file in files)


# --- many maps


@pytest.fixture
def many(page: MapsPage, document: Document) -> MapsPage:
    for number in range(60):
        moment = date(2026, 1, 1 + number % 28)
        network = Network(
            id=f"n{number}", series=f"s{number}", title=f"Groep {number:02}", moment=moment
        )
        people = [Partner(id=f"n{number}p{at}", name="Sam") for at in range(number % 7)]
        document.library.add(Map.of([network, *people]))
    document.tell_library()
    return page


def test_only_maps_near_what_is_seen_are_made_and_one_that_changes_alone_is_made_again(
    many: MapsPage, document: Document, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: len(many.cards) > 5)
    for _ in range(30):
        settle()
    made = many.cards
    assert len(made) < 30
    document.rename_map(made[3].network_id, "Anders")
    settle()
    assert many.cards[0].summary.title == "Anders"
    kept = [card for card in made if card in many.cards]
    assert len(kept) == len(made) - 1
    bar = many.scroll_area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 3000)
    bar.setValue(bar.maximum())
    assert "My network" in titles(many)


def test_of_many_maps_one_card_is_made_a_turn_and_each_stands_below_the_one_before(
    many: MapsPage, document: Document, qtbot: QtBot
) -> None:
    asked: list[str] = []
    many.list.wanted.connect(asked.append)
    many.order.setCurrentIndex(many.order.findData("title"))
    assert len(asked) == 1
    document.rename_map("n0", "Groep 00 b")
    assert len(asked) == 2  # what is there already waits for no turn
    qtbot.waitUntil(lambda: len(many.cards) > 5)
    many.list.card("n40")
    many.list.card("n30")
    stand = [card.geometry() for card in many.list.made()]
    assert all(a.bottom() < b.top() for a, b in pairwise(stand))
    heard = [card for card in many.list.children() if isinstance(card, MapCard)]
    assert [c.title.text() for c in heard] == [c.title.text() for c in many.cards]


def test_maps_are_looked_for_and_put_in_an_order(
    many: MapsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert many.search.isVisible()
    heard = list[str]()
    monkeypatch.setattr(speech, "announce", lambda _, text: heard.append(text))
    qtbot.keyClicks(many.search, "groep 12")
    assert titles(many)[0] == "Groep 12"
    assert sorted(titles(many)[1:]) == ["Groep 11", "Groep 39"]  # drawn on the twelfth
    assert many.counted.text() == heard[-1] == "3 maps"
    assert all(one != other for one, other in pairwise(heard))
    many.order.setCurrentIndex(many.order.findData("partners"))
    counts = [card.summary.partners for card in many.cards]
    assert counts == sorted(counts, reverse=True)
    many.order.setCurrentIndex(many.order.findData("title"))
    assert titles(many) == sorted(titles(many))
    many.order.setCurrentIndex(many.order.findData("moment"))
    days = [sure(card.summary.moment) for card in many.cards]
    assert days == sorted(days, reverse=True)
    qtbot.keyClick(many.search, Qt.Key.Key_Escape)
    assert many.search.text() == ""


def test_enter_opens_the_first_map_that_is_found(
    many: MapsPage, document: Document, qtbot: QtBot
) -> None:
    was_open = document.map.network.id
    with qtbot.assertNotEmitted(many.map_opened):
        qtbot.keyClick(many.search, Qt.Key.Key_Return)  # nothing is looked for
        qtbot.keyClicks(many.search, "no such map")
        qtbot.keyClick(many.search, Qt.Key.Key_Return)
    assert document.map.network.id == was_open
    many.search.setText("groep 12")
    with qtbot.waitSignal(many.map_opened):
        qtbot.keyClick(many.search, Qt.Key.Key_Return)
    assert document.map.network.title == titles(many)[0] == "Groep 12"


def test_enter_opens_the_last_of_several_moments_and_nothing_that_was_removed(
    many: MapsPage, document: Document, qtbot: QtBot
) -> None:
    document.continue_map("n58", "End of the year", date(2027, 6, 18))
    later = document.map.network.id
    document.open("n1")
    document.remove_map("n59")
    many.search.setText("groep 58")
    with qtbot.waitSignal(many.map_opened):
        qtbot.keyClick(many.search, Qt.Key.Key_Return)
    assert document.map.network.id == later
    many.search.setText("groep 59")
    assert [one for one in many.list.keys if one == "n59"]
    with qtbot.assertNotEmitted(many.map_opened):
        qtbot.keyClick(many.search, Qt.Key.Key_Return)


def test_the_keyboard_walks_along_all_maps_and_tab_goes_as_they_stand(
    many: MapsPage, document: Document, qtbot: QtBot
) -> None:
    many.order.setCurrentIndex(many.order.findData("title"))
    qtbot.keyClick(many.search, Qt.Key.Key_Down)
    seen = []
    for _ in range(61):
        seen.append(as_a(MapCard, QApplication.focusWidget()).summary.title)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert seen == [*(f"Groep {n:02}" for n in range(60)), "My network"]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Home)
    assert as_a(MapCard, QApplication.focusWidget()).summary.title == "Groep 00"
    document.rename_map("n3", "Groep 00 b")
    settle()
    passed = []
    for _ in range(3):
        passed.append(as_a(MapCard, QApplication.focusWidget()).summary.title)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert passed == ["Groep 00", "Groep 00 b", "Groep 01"]


def test_all_maps_are_one_stop_of_tab_with_the_arrows_inside(many: MapsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(many.search, Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    card = QApplication.focusWidget()
    within = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
        within.append(sure(QApplication.focusWidget()).accessibleName().partition(":")[0])
    assert within == ["Open", "Continue", "More", "More"]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert QApplication.focusWidget() is not card
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert QApplication.focusWidget() is card
    inside = [widget for widget in stops(many.window()) if many.list.isAncestorOf(widget)]
    assert inside == [card]
    qtbot.keyClick(card, Qt.Key.Key_Tab)
    assert not many.list.isAncestorOf(sure(QApplication.focusWidget()))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is card


def test_a_few_maps_are_not_looked_for(page: MapsPage) -> None:
    assert not page.search.isVisible()
    page.begin_search()
    assert page.search.hasFocus()


def test_a_map_that_was_found_stays_when_it_gets_another_name(
    page: MapsPage, document: Document
) -> None:
    document.new_map("Mijn groep")
    page.search.setText("groep")
    assert titles(page) == ["Mijn groep"]
    document.rename_map(document.map.network.id, "Klas 7")
    assert titles(page) == ["Klas 7"]
    page.search.setText("groe")
    assert titles(page) == []


@pytest.mark.parametrize("days", [200, 20])
def test_a_map_of_months_ago_says_that_one_can_look_again(
    document: Document, qtbot: QtBot, days: int
) -> None:
    document.add_partner("Ouders Sam")
    document.set_network(moment=date.today() - timedelta(days))  # noqa: DTZ011
    [found] = cards(shown(document, qtbot))
    assert ("months ago" in found.accessibleName()) == (days == 200)
