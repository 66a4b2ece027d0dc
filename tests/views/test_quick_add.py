"""Putting partners on the map by typing, by a press on a word, and from the tray."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QDrag, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from app import language
from app.document import Document
from app.models.edit import Step
from app.models.problem import Problem
from app.models.rules import NAME_LENGTH
from app.models.vocabulary import vocabulary
from app.views.map.drag import PARTNER_MIME
from app.views.people.quick_add import NameField, QuickAdd
from app.views.people.tray import Tray
from app.views.widgets import theme
from app.words import say
from tests.sure import sure

# The offscreen plugin has no use for the least size of a window.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LEFT = Qt.MouseButton.LeftButton
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
K = Qt.Key


@pytest.fixture(autouse=True)
def _dutch(qapp: QApplication) -> Iterator[None]:
    language.install("nl")
    yield
    language.install("en")
    if theme.text_scale() != 1:
        theme.wear("light", 100)


@pytest.fixture
def asked() -> list[str | None]:
    """The settings a place was asked for."""
    return []


@pytest.fixture
def quick_add(document: Document, qtbot: QtBot, asked: list[str | None]) -> QuickAdd:
    def place_for(kind: str | None, setting: str | None) -> tuple[float, float]:
        asked.append(setting)
        return 0.5, 0.25

    quick_add = QuickAdd(document, place_for)
    qtbot.addWidget(quick_add)
    quick_add.resize(232, 700)
    quick_add.show()
    quick_add.activateWindow()
    quick_add.field.setFocus()
    qtbot.waitUntil(quick_add.field.hasFocus)
    return quick_add


@pytest.fixture
def enter(quick_add: QuickAdd, qtbot: QtBot) -> Callable[..., Any]:
    """Type a name and press Enter."""

    def entered(name: str) -> None:
        quick_add.field.setText(name)
        qtbot.keyClick(quick_add.field, K.Key_Return)

    return entered


def names(document: Document) -> list[Any]:
    return [partner.name for partner in document.map.partners]


def called(parent: QuickAdd | Tray, name: str) -> Any:
    """Return the list that is called so."""
    return next(one for one in parent.findChildren(QListWidget) if one.accessibleName() == name)


def offers(quick_add: QuickAdd) -> Any:
    return called(quick_add, say("What type of partner is this?"))


def listed(tray: Tray) -> Any:
    return called(tray, say("People not on the map yet"))


def chips(quick_add: QuickAdd) -> dict[str, QPushButton]:
    found = quick_add.prompts.findChildren(QPushButton)
    return {chip.text(): chip for chip in found if chip.isVisible()}


def offered(quick_add: QuickAdd) -> list[Any]:
    rows = offers(quick_add)
    return [rows.item(row).text() for row in range(rows.count())] if rows.isVisible() else []


def repeated(widget: NameField, key: Any) -> None:
    """Send a key that is held down."""
    for _ in range(3):
        event = QKeyEvent(QEvent.Type.KeyPress, key, NONE, "\r", autorep=True)
        QApplication.sendEvent(widget, event)


# --- typing


@pytest.mark.parametrize("key", [K.Key_Return, K.Key_Enter])
def test_enter_adds_selects_and_stays_ready_for_the_next(
    quick_add: QuickAdd, document: Document, qtbot: QtBot, key: Any
) -> None:
    qtbot.keyClicks(quick_add.field, "Annelies")
    qtbot.keyClick(quick_add.field, key)
    [added] = document.map.partners
    assert (added.name, added.kind, added.setting) == ("Annelies", None, None)
    assert (added.x, added.y) == (0.5, 0.25)
    assert document.selection == (added.id,)
    assert quick_add.field.text() == ""
    assert quick_add.field.hasFocus()


def test_a_press_on_what_enter_does_does_it(
    quick_add: QuickAdd, document: Document, qtbot: QtBot
) -> None:
    quick_add.field.setText("juf Anneke groep 6")
    qtbot.mouseClick(quick_add.hint, LEFT)
    assert [p.name for p in document.map.partners] == ["juf Anneke groep 6"]
    assert (quick_add.field.text(), quick_add.field.hasFocus()) == ("", True)


def test_enter_held_down_adds_once(quick_add: QuickAdd, document: Document, qtbot: QtBot) -> None:
    quick_add.field.setText("Annelies")
    qtbot.keyPress(quick_add.field, K.Key_Return)
    quick_add.field.setText("Nog niet af")
    repeated(quick_add.field, K.Key_Return)
    assert names(document) == ["Annelies"]
    assert quick_add.field.text() == "Nog niet af"


@pytest.mark.parametrize("typed", ["", "   ", "\t"])
def test_nothing_adds_nobody(
    quick_add: QuickAdd, document: Document, enter: Callable[..., Any], typed: str
) -> None:
    enter(typed)
    assert names(document) == []


@pytest.mark.parametrize(
    ("typed", "kind", "setting"),
    [
        ("ib'er", "internal_support_coordinator", "in_school"),
        ("ib’er", "internal_support_coordinator", "in_school"),
        ("Ouders Sam", "parents", "pupil_and_family"),
        ("DIRECTEUR", "leadership", "in_school"),
        ("logopedist", "speech_therapist", "support_and_care"),
        ("swv", "inclusive_education_partnership", "education_network"),
    ],
)
def test_a_known_word_brings_kind_and_setting(
    quick_add: QuickAdd,
    document: Document,
    asked: list[str | None],
    enter: Callable[..., Any],
    typed: str,
    kind: str,
    setting: str,
) -> None:
    known = vocabulary().kinds[kind]
    quick_add.field.setText(typed)
    assert known.label("nl") in quick_add.hinted
    enter(typed)
    [added] = document.map.partners
    assert (added.name, added.kind, added.setting) == (typed, kind, known.setting)
    assert added.entity == known.entity
    assert asked == [known.setting]
    assert known.setting == setting or known.setting in vocabulary().settings


@pytest.mark.parametrize("typed", ["Sam", "Dirk", "Jan en Piet", "Annelies", "12", "🙂"])
def test_a_name_gets_no_kind(
    asked: list[str | None], document: Document, enter: Callable[..., Any], typed: str
) -> None:
    enter(typed)
    [added] = document.map.partners
    assert (added.name, added.kind, added.setting) == (typed, None, None)
    assert asked == [None]


def test_somebody_of_that_name_is_pointed_out_before_enter(
    quick_add: QuickAdd, document: Document, enter: Callable[..., Any]
) -> None:
    enter("Directeur")
    quick_add.field.setText("directeur ")
    assert "directeur" in quick_add.hinted
    assert "op de kaart" in quick_add.hinted
    quick_add.field.setText("Directeur Jan")
    assert "op de kaart" not in quick_add.hinted


def test_two_with_one_name_are_two_people(document: Document, enter: Callable[..., Any]) -> None:
    enter("Ouders")
    enter("Ouders")
    assert names(document) == ["Ouders", "Ouders"]


def test_where_it_cannot_be_stored_the_name_stays_in_the_field(
    quick_add: QuickAdd,
    document: Document,
    enter: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def store(*_: Step | str) -> None:
        raise Problem("disk_full")

    monkeypatch.setattr(document.library, "store", store)
    enter("Annelies")
    assert names(document) == []
    assert quick_add.field.text() == "Annelies"


def places(quick_add: QuickAdd) -> dict[Any, Any]:
    """Where everything to press stands, by what it says; a count is no place."""
    QApplication.processEvents()
    return {
        button.text().rstrip("0123456789 "): button.mapTo(quick_add, QPoint())
        for button in quick_add.findChildren(QPushButton)
        if button.isVisible() and button is not quick_add.unknown
    }


def test_nothing_moves_while_a_name_is_typed(
    quick_add: QuickAdd, qtbot: QtBot, enter: Callable[..., Any]
) -> None:
    enter("Annelies")
    before = places(quick_add)
    for letter in "zorgcoördinator":
        quick_add.field.setText(quick_add.field.text() + letter)
        assert places(quick_add) == before
    assert quick_add.hinted
    quick_add.field.clear()
    assert not quick_add.hinted
    enter("Wie dit is, weet niemand")  # two without a setting: the line for it comes below
    assert places(quick_add) == before
    assert quick_add.unknown.isVisible()


@pytest.mark.parametrize("percent", [100, 150])
def test_what_is_said_of_a_name_is_read_whole(quick_add: QuickAdd, percent: int) -> None:
    theme.wear("light", percent)
    hint, card, rate = quick_add.hint, quick_add.below, quick_add._rate
    for typed in ("ib'er", "logop", "ambulant begeleider SWV", "Annelies"):
        quick_add.field.setText(typed)
        QApplication.processEvents()
        assert hint.height() >= hint.heightForWidth(hint.width()), typed
        assert quick_add.rect().contains(card.geometry()), typed
        # What is pressed once the last name is in.
        beside = card.geometry().translated(-rate.mapTo(quick_add, QPoint()))
        assert not beside.intersects(rate.rect()), typed
        if offers(quick_add).isVisible():
            assert card.rect().contains(offers(quick_add).geometry()), typed
            assert offers(quick_add).geometry().top() >= hint.geometry().bottom(), typed


# --- the kinds that are offered


def test_down_and_enter_take_an_offered_kind(
    quick_add: QuickAdd, document: Document, qtbot: QtBot
) -> None:
    qtbot.keyClicks(quick_add.field, "logop")
    assert vocabulary().kinds["speech_therapist"].label("nl") in offered(quick_add)
    qtbot.keyClick(quick_add.field, K.Key_Down)
    assert offers(quick_add).hasFocus()
    for _ in range(offered(quick_add).index(vocabulary().kinds["speech_therapist"].label("nl"))):
        qtbot.keyClick(offers(quick_add), K.Key_Down)
    qtbot.keyClick(offers(quick_add), K.Key_Return)
    [added] = document.map.partners
    assert (added.name, added.kind) == ("Logopedist", "speech_therapist")
    assert quick_add.field.hasFocus()
    assert offered(quick_add) == []


def test_a_click_takes_an_offered_kind_once(
    quick_add: QuickAdd, document: Document, qtbot: QtBot
) -> None:
    qtbot.keyClicks(quick_add.field, "logop")
    rows = offers(quick_add)
    kind = quick_add.offered[0].id
    index = rows.model().index(0, 0)
    qtbot.mouseClick(rows.viewport(), LEFT, pos=rows.visualItemRect(rows.item(0)).center())
    rows.activated.emit(index)  # what comes too where the system activates with one click
    assert [(p.name, p.kind) for p in document.map.partners] == [("Logopedist", kind)]


@pytest.mark.parametrize("back", [K.Key_Escape, K.Key_Up])
def test_from_the_offers_one_can_go_back_to_the_name(
    quick_add: QuickAdd, document: Document, qtbot: QtBot, back: Any
) -> None:
    qtbot.keyClicks(quick_add.field, "logop")
    qtbot.keyClick(quick_add.field, K.Key_Down)
    qtbot.keyClick(offers(quick_add), back)
    assert quick_add.field.hasFocus()
    assert quick_add.field.text() == "logop"
    assert names(document) == []


def test_down_offers_every_kind_for_an_unknown_name(
    quick_add: QuickAdd, document: Document, qtbot: QtBot
) -> None:
    qtbot.keyClick(quick_add.field, K.Key_Down)
    assert quick_add.field.hasFocus()  # nobody is typed yet
    qtbot.keyClicks(quick_add.field, "Zoubida")
    assert offered(quick_add) == []
    qtbot.keyClick(quick_add.field, K.Key_Down)
    assert len(offered(quick_add)) == len(vocabulary().kinds)
    qtbot.keyClick(offers(quick_add), K.Key_Down)
    qtbot.keyClick(offers(quick_add), K.Key_Return)
    [added] = document.map.partners
    assert (added.name, added.kind) == ("Zoubida", list(vocabulary().kinds)[1])


@pytest.mark.parametrize(
    ("typed", "entity"),
    [("Moeder van Sem", "person"), ("Ouders Sem", "group"), ("wijkagent", "person")],
)
def test_the_name_says_whether_it_is_one_person(
    quick_add: QuickAdd, document: Document, qtbot: QtBot, typed: str, entity: str
) -> None:
    qtbot.keyClicks(quick_add.field, typed)
    qtbot.keyClick(quick_add.field, K.Key_Return)
    [added] = document.map.partners
    assert (added.kind is not None, added.entity) == (True, entity)


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("typed", ["be", "samen", "ond", "inte"])
def test_the_offers_are_all_in_sight_and_large_enough_to_hit(
    document: Document, qtbot: QtBot, typed: str, text_size: int
) -> None:
    theme.wear("light", text_size)
    quick_add = QuickAdd(document, lambda kind, setting: None)
    qtbot.addWidget(quick_add)
    quick_add.resize(theme.side_width(1024), 700)
    quick_add.show()
    qtbot.keyClicks(quick_add.field, typed)
    qtbot.wait(5)
    rows = offers(quick_add)
    assert 1 <= rows.count() <= 5
    letters, sight = rows.fontMetrics(), rows.viewport().rect()
    for row in range(rows.count()):
        place = rows.visualItemRect(rows.item(row))
        room = place.adjusted(4, 0, -4, 0)
        text = letters.boundingRect(room, Qt.TextFlag.TextWordWrap, rows.item(row).text())
        assert place.height() >= max(24, text.height())
        assert sight.top() <= place.top()
        if text_size == 100:  # larger, the list scrolls rather than leave out words
            assert place.bottom() <= sight.bottom()
        assert (
            max(map(letters.horizontalAdvance, rows.item(row).text().split("\n"))) <= room.width()
        )
    assert quick_add.rect().contains(quick_add.below.geometry())


# --- Esc, paste, undo


def test_escape_empties_and_then_goes_to_the_map(quick_add: QuickAdd, qtbot: QtBot) -> None:
    went = []
    quick_add.left_for_map.connect(lambda: went.append(True))
    quick_add.field.setText("Annelies")
    qtbot.keyClick(quick_add.field, K.Key_Escape)
    assert (quick_add.field.text(), went) == ("", [])
    qtbot.keyClick(quick_add.field, K.Key_Escape)
    assert went == [True]


def test_a_pasted_novel_is_cut(quick_add: QuickAdd, document: Document, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("Er was eens een juf. " * 5000)
    quick_add.field.paste()
    qtbot.keyClick(quick_add.field, K.Key_Return)
    [name] = names(document)
    assert 100 < len(name) <= NAME_LENGTH


def test_a_cut_through_a_smiley_is_no_problem(
    quick_add: QuickAdd, document: Document, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("a" * (NAME_LENGTH - 1) + "🙂🙂")
    quick_add.field.paste()
    qtbot.keyClick(quick_add.field, K.Key_Return)
    [name] = names(document)
    name.encode("utf-8")
    assert name.startswith("a" * (NAME_LENGTH - 1))


def test_pasted_control_characters_become_a_plain_line(
    quick_add: QuickAdd, document: Document, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("Ouders\r\nvan\tSam\x07\x00\u2028 Jansen \n")
    quick_add.field.paste()
    qtbot.keyClick(quick_add.field, K.Key_Return)
    [name] = names(document)
    assert name.isprintable()
    assert name.split()[0] == "Ouders"
    assert name.split()[-1] == "Jansen"
    assert name == name.strip()


def test_undo_is_the_maps_while_the_field_is_empty_and_the_fields_own_after(
    quick_add: QuickAdd, qtbot: QtBot
) -> None:
    def takes_undo() -> bool:
        event = QKeyEvent(
            QEvent.Type.ShortcutOverride, K.Key_Z, Qt.KeyboardModifier.ControlModifier, "\x1a"
        )
        event.ignore()
        QApplication.sendEvent(quick_add.field, event)
        return event.isAccepted()

    assert not takes_undo()
    qtbot.keyClicks(quick_add.field, "An")
    assert takes_undo()


# --- who else?


def test_a_word_that_is_pressed_adds_and_is_away_until_undone(
    quick_add: QuickAdd, document: Document, qtbot: QtBot
) -> None:
    kind = vocabulary().kinds["parents"]
    word = kind.prompt("nl")
    qtbot.mouseClick(chips(quick_add)[word], LEFT)
    [added] = document.map.partners
    assert (added.name, added.kind, added.setting) == (
        kind.prompt("nl"),
        "parents",
        "pupil_and_family",
    )
    assert word not in chips(quick_add)
    document.undo()
    assert word in chips(quick_add)


def test_a_typed_partner_takes_the_word_away_too(
    quick_add: QuickAdd, enter: Callable[..., Any]
) -> None:
    word = vocabulary().kinds["parents"].prompt("nl")
    assert word in chips(quick_add)
    enter("Ouders van Sam")
    assert word not in chips(quick_add)


def test_a_word_is_made_once_it_is_offered_and_stands_in_its_place(
    quick_add: QuickAdd, document: Document, qtbot: QtBot
) -> None:
    all_of_them = list(chips(quick_add))
    second = all_of_them[1]
    qtbot.mouseClick(chips(quick_add)[second], LEFT)
    later = QuickAdd(document, lambda kind, setting: (0.5, 0.25))  # as after another start
    qtbot.addWidget(later)
    later.resize(232, 1600)
    later.show()
    assert len(later.prompts.findChildren(QPushButton)) == len(all_of_them) - 1
    document.undo()
    standing = sorted(chips(later).values(), key=lambda word: word.y())
    assert [word.text() for word in standing] == all_of_them


def test_every_word_says_where_it_belongs_without_its_colour(quick_add: QuickAdd) -> None:
    known = vocabulary()
    for word, chip in chips(quick_add).items():
        setting = known.settings[known.kinds[chip.property("kind")].setting].label("nl")
        assert chip.toolTip() == setting
        assert word in chip.accessibleName()
        assert setting in chip.accessibleName()


def test_every_setting_has_a_word_to_start_with(quick_add: QuickAdd) -> None:
    kinds = vocabulary().kinds
    offered_for = {kinds[chip.property("kind")].setting for chip in chips(quick_add).values()}
    assert offered_for == set(vocabulary().settings)


@pytest.mark.parametrize("tongue", ["nl", "en"])
def test_no_word_is_wider_than_its_place(document: Document, qtbot: QtBot, tongue: str) -> None:
    language.install(tongue)
    narrow = QuickAdd(document, lambda kind, setting: None)
    qtbot.addWidget(narrow)
    narrow.resize(theme.side_width(1024), 700)
    narrow.show()
    qtbot.wait(10)
    for text, chip in chips(narrow).items():
        assert chip.width() >= chip.sizeHint().width(), text
        assert chip.height() >= 24


# --- the tray


def taken_off(document: Document, keys: list[Any]) -> None:
    """Let these people wait for a place in the free lens."""
    document.place({key: {"x": None, "y": None} for key in keys}, "to_tray")


@pytest.fixture
def waiting(quick_add: QuickAdd, document: Document) -> list[Any]:
    """Two people without any place, one with a free place, one with an importance."""
    keys = [sure(document.add_partner(name)) for name in ("Een", "Twee", "Vrij", "Ring")]
    document.place({keys[2]: {"x": 0.1, "y": 0.1}, keys[3]: {"importance": 3}})
    taken_off(document, [keys[0], keys[1], keys[3]])
    document.select([])
    return keys


def in_tray(quick_add: QuickAdd) -> list[Any]:
    rows = listed(quick_add.tray)
    return [rows.item(row).text() for row in range(rows.count())]


def test_the_tray_holds_who_has_no_place_in_the_lens(
    quick_add: QuickAdd, waiting: list[Any]
) -> None:
    assert in_tray(quick_add) == ["Een", "Twee", "Ring"]
    quick_add.tray.set_lens("importance")
    assert in_tray(quick_add) == ["Een", "Twee", "Vrij"]
    assert "3" in quick_add.tray.heading.text()


def test_the_tray_is_away_when_nobody_waits(
    quick_add: QuickAdd, document: Document, waiting: list[Any]
) -> None:
    assert quick_add.tray.isVisible()
    document.place({key: {"x": 0.0, "y": 0.5} for key in waiting})
    assert not quick_add.tray.isVisible()
    document.undo()
    assert in_tray(quick_add) == ["Een", "Twee", "Ring"]
    assert quick_add.tray.isVisible()


def test_the_selection_is_one_with_the_documents(
    quick_add: QuickAdd, document: Document, waiting: list[Any]
) -> None:
    rows = listed(quick_add.tray)
    document.select([waiting[1]])
    assert [item.text() for item in rows.selectedItems()] == ["Twee"]
    rows.clearSelection()
    rows.item(0).setSelected(True)
    assert document.selection == (waiting[0],)


def test_keys_rate_who_waits(
    quick_add: QuickAdd, document: Document, waiting: list[Any], qtbot: QtBot
) -> None:
    rows = listed(quick_add.tray)
    document.select(waiting[:2])
    qtbot.keyClick(rows, K.Key_4)
    assert [sure(document.map.partner(key)).frequency for key in waiting[:2]] == [4, 4]
    quick_add.tray.set_lens("importance")
    qtbot.keyClick(rows, K.Key_5, SHIFT)
    assert [sure(document.map.partner(key)).importance for key in waiting[:2]] == [5, 5]
    assert in_tray(quick_add) == ["Vrij"]
    assert [partner.name for partner in document.selected] == ["Vrij"]  # the following comes up


@pytest.mark.parametrize("key", [K.Key_Delete, K.Key_Backspace])
def test_delete_in_the_tray_removes_and_undo_brings_back(
    quick_add: QuickAdd, document: Document, waiting: list[Any], qtbot: QtBot, key: Any
) -> None:
    document.select([waiting[0]])
    qtbot.keyClick(listed(quick_add.tray), key)
    assert document.map.partner(waiting[0]) is None
    assert in_tray(quick_add) == ["Twee", "Ring"]
    document.undo()
    assert in_tray(quick_add)[0] == "Een" or "Een" in in_tray(quick_add)


def test_a_drag_takes_the_selected_along(
    quick_add: QuickAdd,
    document: Document,
    waiting: list[Any],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    taken = []
    monkeypatch.setattr(
        QDrag, "exec", lambda drag, *_: taken.append(bytes(drag.mimeData().data(PARTNER_MIME)))
    )
    rows = listed(quick_add.tray)
    document.select(waiting[:2])
    start = rows.visualItemRect(rows.item(0)).center()
    qtbot.mousePress(rows.viewport(), LEFT, NONE, start)
    qtbot.mouseMove(rows.viewport(), start + QPoint(2, 0))
    assert taken == []
    qtbot.mouseMove(rows.viewport(), start + QPoint(40, 0))
    assert taken == ["\n".join(waiting[:2]).encode()]


def test_many_who_wait_can_be_scrolled_and_each_row_can_be_hit(
    quick_add: QuickAdd, document: Document
) -> None:
    for number in range(20):
        document.add_partner(f"Samenwerkingspartner met een lange naam {number}")
    taken_off(document, [partner.id for partner in document.map.partners])
    rows = listed(quick_add.tray)
    assert rows.count() == 20
    assert rows.height() < 300
    assert rows.verticalScrollBar().maximum() > 0
    assert rows.visualItemRect(rows.item(0)).height() >= 24


# --- maps that cannot be changed


def test_on_a_finished_map_nothing_can_be_added(quick_add: QuickAdd, document: Document) -> None:
    document.set_network(finished=True)
    assert not quick_add.field.isEnabled()
    document.set_network(finished=False)
    assert quick_add.field.isEnabled()


def test_without_a_map_there_is_nothing_to_add_to(quick_add: QuickAdd, document: Document) -> None:
    document.close()
    assert not quick_add.field.isEnabled()
    assert in_tray(quick_add) == []


def test_the_hint_says_what_enter_does(quick_add: QuickAdd, qtbot: QtBot) -> None:
    assert not quick_add.hinted
    qtbot.keyClicks(quick_add.field, "Sam")
    assert quick_add.hinted
    assert quick_add.hinted == "Druk op Enter om toe te voegen. Met ↓ kies je het soort partner."
    assert all(label.text() for label in quick_add.findChildren(QLabel) if label.isVisible())


# --- the next one


def chosen(document: Document) -> list[Any]:
    return [partner.name for partner in document.selected]


def test_the_tray_counts_and_names_the_next(
    quick_add: QuickAdd, document: Document, waiting: list[Any]
) -> None:
    tray = quick_add.tray
    assert {"3", "4"} <= set(tray.heading.text().split())
    assert "Een" in tray.hint.text()
    document.select([waiting[1]])
    assert "Twee" in tray.hint.text()
    weights = [listed(tray).item(row).font().weight() for row in range(3)]
    assert weights[0] > weights[1] == weights[2]


def test_a_digit_rates_the_next_and_the_following_comes_up(
    quick_add: QuickAdd,
    document: Document,
    waiting: list[Any],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = listed(quick_add.tray)
    quick_add.tray.set_lens("contact")
    document.select([])
    names_ = in_tray(quick_add)
    for number, name in enumerate(names_):
        qtbot.keyClick(rows, K.Key_4)
        assert next(p for p in document.map.partners if p.name == name).frequency == 4
        assert chosen(document) == names_[number + 1 : number + 2] or number == len(names_) - 1
    assert in_tray(quick_add) == []
    assert not quick_add.tray.isVisible()


def test_who_follows_on_the_third_is_the_fourth(
    quick_add: QuickAdd, document: Document, waiting: list[Any], qtbot: QtBot
) -> None:
    rows = listed(quick_add.tray)
    quick_add.tray.set_lens("contact")
    before = in_tray(quick_add)
    rows.setCurrentRow(1)
    qtbot.keyClick(rows, K.Key_2)
    assert chosen(document) == [before[2]]
    assert in_tray(quick_add) == [before[0], before[2], *before[3:]]


def test_another_key_than_a_rating_does_not_choose(
    quick_add: QuickAdd, document: Document, waiting: list[Any], qtbot: QtBot
) -> None:
    document.select([])
    for key in (K.Key_Delete, K.Key_F2, K.Key_S):
        qtbot.keyClick(listed(quick_add.tray), key)
    assert len(document.map.partners) == 4
    assert document.selection == ()


def test_the_tab_key_brings_the_next_one_up(
    quick_add: QuickAdd, document: Document, waiting: list[Any], qtbot: QtBot
) -> None:
    document.select([])
    listed(quick_add.tray).setFocus(Qt.FocusReason.TabFocusReason)
    assert chosen(document) == ["Een"]


def test_enter_puts_the_next_on_the_free_map(
    quick_add: QuickAdd, document: Document, waiting: list[Any], qtbot: QtBot
) -> None:
    document.select([])
    rows = listed(quick_add.tray)
    qtbot.keyClick(rows, K.Key_Return)
    placed = document.map.partner(waiting[0])
    assert (sure(placed).x, sure(placed).y) == (0.5, 0.25)
    assert chosen(document) == ["Twee"]
    quick_add.tray.set_lens("importance")
    edits = document.history.position
    qtbot.keyClick(rows, K.Key_Return)  # Enter is no answer to how important
    assert document.history.position == edits


def test_f2_asks_for_another_name(
    quick_add: QuickAdd, document: Document, waiting: list[Any], qtbot: QtBot
) -> None:
    document.select([waiting[0]])
    with qtbot.waitSignal(quick_add.tray.rename_requested):
        qtbot.keyClick(listed(quick_add.tray), K.Key_F2)


def test_a_finished_map_lets_one_look_at_the_tray(
    quick_add: QuickAdd, document: Document, waiting: list[Any], qtbot: QtBot
) -> None:
    document.set_network(finished=True)
    rows = listed(quick_add.tray)
    assert quick_add.tray.isVisible()
    assert rows.isEnabled()
    refused: list[Any] = []
    document.refused.connect(refused.append)
    rows.setCurrentRow(1)
    assert chosen(document) == ["Twee"]
    qtbot.keyClick(rows, K.Key_4)
    qtbot.keyClick(rows, K.Key_Return)
    assert {problem.code for problem in refused} == {"map_finished"}
    assert sure(document.map.partner(waiting[1])).frequency is None


def test_people_dragged_off_the_map_wait_again(
    document: Document, qtbot: QtBot, tmp_path: Path
) -> None:
    from app.settings import Settings
    from app.views.frame.screens import Screens
    from tests.pictures import example

    settings = Settings(tmp_path / "settings.ini")
    settings.motion, settings.lens = False, "importance"
    document.add_map(example(8))
    screens = Screens(document, settings, None)
    qtbot.addWidget(screens)
    screens.resize(1280, 800)
    screens.show()
    view, tray = screens.map.view, screens.quick_add.tray
    qtbot.waitUntil(lambda: len(view.map_scene.people) == 8)
    key = document.map.partners[0].id
    port, start = view.viewport(), view.mapFromScene(view.map_scene.people[key].pos())
    goal = port.mapFromGlobal(screens.quick_add.mapToGlobal(QPoint(60, 400)))
    assert not tray.isVisible()
    qtbot.mousePress(port, LEFT, pos=start)
    for step in range(1, 5):
        qtbot.mouseMove(port, start + (goal - start) * step / 4)
    assert tray.target.isVisible()
    before = document.history.position
    qtbot.mouseRelease(port, LEFT, pos=goal)
    assert sure(document.map.partner(key)).importance is None
    assert document.history.position == before + 1
    assert in_tray(screens.quick_add) == [sure(document.map.partner(key)).name]
    assert tray.target.isHidden()
    # A click or a box that ends there takes nobody off.
    other = document.map.partners[1].id
    qtbot.mousePress(port, LEFT, pos=QPoint(3, 3))
    qtbot.mouseMove(port, goal)
    qtbot.mouseRelease(port, LEFT, pos=goal)
    assert sure(document.map.partner(other)).importance is not None
    assert document.history.position == before + 1
