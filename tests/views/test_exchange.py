"""Somebody else's map beside mine: asked about, shown apart, talked about, never mixed."""

import io
import os
import threading
import time
import warnings
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFontMetrics, QImage
from PySide6.QtWidgets import QApplication, QLabel, QStyledItemDelegate, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from app.document import Document
from app.exchange import kring_file
from app.exchange.kring_file import write_kring
from app.exchange.share import EXCHANGE, shared
from app.models.moments import removal
from app.models.network import Answer, Map
from app.settings import Settings
from app.views.exchange.guest import Guest
from app.views.exchange.page import PAGES, ExchangePage
from app.views.exchange.ratings import _Pair
from app.views.exchange.talk import questions
from app.views.frame import screen_list
from app.views.frame.window import MainWindow
from app.views.incoming import reader
from app.views.incoming.import_dialog import ArrivingDialog
from app.views.widgets import theme
from app.views.widgets.notes import Notes
from app.words import phrases
from tests.pictures import example
from tests.sure import as_a, sure

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def neighbour() -> Map:
    """Return the map of somebody else, as it comes in a file: three of my kinds and two others."""
    whole = example(25)
    kept = [p for p in whole.partners if p.id in ("p0", "p1", "p3", "p17", "p20", "p21")]
    raised = [replace(p, importance=1) if p.id == "p0" else p for p in kept]
    return shared(Map.of([whole.network, *raised]), EXCHANGE, "en")


@pytest.fixture
def guest() -> Guest:
    return Guest("map-2026-11", neighbour())


@pytest.fixture
def page(document: Document, guest: Guest, qtbot: QtBot) -> ExchangePage:
    document.add_map(example(8))
    page = ExchangePage(document)
    qtbot.addWidget(page)
    page.resize(1200, 760)
    page.show()
    page.receive(guest)
    return page


# --- what is shown


def kinds(listed: Any) -> list[Any]:
    return [listed.item(row).text() for row in range(listed.count())]


def test_the_bars_stand_right_below_the_longest_of_the_lists(page: ExchangePage) -> None:
    page.resize(1300, 1000)
    page.show_page("kinds")
    QApplication.processEvents()
    lists = page.kinds.lists
    longest = max(lists, key=lambda one: one.count())
    last = longest.visualItemRect(longest.item(longest.count() - 1))
    end = longest.viewport().mapTo(page.kinds, last.bottomLeft()).y()
    assert 0 < page.kinds.settings.y() - end < 120
    assert page.kinds.settings.geometry().bottom() < page.kinds.height() - 200


def test_kinds_are_on_mine_on_both_or_on_theirs(page: ExchangePage) -> None:
    only_mine, both, only_theirs = map(kinds, page.kinds.lists)
    assert "Parents / carers" in both
    assert "Children's services / early help" in only_mine
    assert only_theirs == [
        "School nurse",
        "Sports club / community sports coach",
    ]
    assert not set(both) & {*only_mine, *only_theirs}


def test_settings_stand_side_by_side_with_their_counts(
    page: ExchangePage, document: Document
) -> None:
    rows = {setting: (mine, theirs) for setting, _, mine, theirs in page.kinds.settings.rows}
    assert rows["in_school"] == (3, 3)
    assert rows["pupil_and_family"] == (1, 1)
    assert "In school: 3 on my map, 3 on theirs" in (page.kinds.settings.accessibleDescription())


def test_who_has_no_setting_has_a_row_so_that_the_settings_add_up(
    page: ExchangePage, document: Document
) -> None:
    key = next(p.id for p in document.map.partners if p.setting == "in_school")
    document.set_partners([key], setting=None)
    rows = {setting: mine for setting, _, mine, _ in page.kinds.settings.rows}
    assert (rows["in_school"], rows["no_setting"]) == (2, 1)
    assert sum(rows.values()) == len([p for p in document.map.partners if p.frequency != 0])


def rated(page: ExchangePage) -> list[list[Any]]:
    rows = page.ratings.table.rows
    return [[rows.index(row, at).data() for at in range(3)] for row in range(rows.rowCount())]


def test_the_two_ratings_of_a_shared_kind_are_there_in_words(page: ExchangePage) -> None:
    rows = {kind: said for kind, *said in rated(page)}
    importance, contact = rows["Parents / carers"]
    assert importance == "mine: very important · theirs: not important"
    assert contact == "mine: a few times a year · theirs: a few times a year"


def test_a_kind_that_is_somewhere_more_than_once_says_how_often_on_whose_map(
    page: ExchangePage, document: Document
) -> None:
    first = next(p for p in document.map.partners if p.kind == "parents")
    document.add_partner("Ouders Noor", kind="parents", setting=first.setting)
    called = [kind for kind, *_ in rated(page)]
    assert "Parents / carers: 2 mine, 1 theirs" in called
    assert "Headteacher / senior leadership team" in called


@pytest.mark.parametrize("size", [100, 200])
def test_no_answer_and_no_kind_is_cut_whatever_the_size_of_text(
    document: Document, guest: Guest, qtbot: QtBot, large_text: Callable[..., Any], size: int
) -> None:
    large_text(size)
    document.add_map(example(8))
    page = ExchangePage(document)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.receive(guest)
    table, listed = page.ratings.table, page.kinds.lists[1]
    letters = QFontMetrics(theme.font("label"))
    for view, columns in ((table, range(3)), (listed, range(1))):
        page.show_page("ratings" if view is table else "kinds")
        page.grab()  # only then all is laid out
        for row in range(view.model().rowCount()):
            for column in columns:
                index = view.model().index(row, column)
                assert view.sizeHintForIndex(index).height() <= view.visualRect(index).height()
    option = QStyleOptionViewItem()
    delegate = as_a(QStyledItemDelegate, listed.itemDelegate())
    for row in range(listed.count()):
        delegate.initStyleOption(option, listed.model().index(row, 0))
        lines = [
            QFontMetrics(option.font).horizontalAdvance(x) for x in option.text.split("\u2028")
        ]
        assert max(lines) < listed.viewport().width() - listed.iconSize().width()
    said = as_a(_Pair, table.itemDelegate()).words(table.model().index(0, 1))
    assert all(map(any, said.values()))
    for line in (*said[True], *said[False]):
        assert letters.horizontalAdvance(line) < table.columnWidth(1)


def test_of_several_of_a_kind_every_answer_is_there(page: ExchangePage, document: Document) -> None:
    for name, often in (("Parents 2", 4), ("Parents 3", 4), ("Parents 4", 1), ("Parents 5", None)):
        key = document.add_partner(name, kind="parents", setting="pupil_and_family")
        document.set_partners([sure(key)], frequency=often)
    rows = {row[0]: row[2] for row in rated(page)}
    (said,) = (text for kind, text in rows.items() if kind.startswith("Parents / carers"))
    mine = said.split(" · ")[0]
    assert mine == "mine: weekly (2 times), a few times a year, once a year or less"


def test_the_same_ring_is_the_same_distance_on_both_maps(page: ExchangePage, qtbot: QtBot) -> None:
    for lens in ("importance", "contact", "gap"):
        page.maps.show_lens(lens)
        one, other = (shown.map_scene for shown in page.maps.maps)
        assert one.picture.rings == other.picture.rings
        assert one.settings_around == other.settings_around
        assert one.people.keys() != other.people.keys()


def test_without_a_kind_in_common_it_says_so(page: ExchangePage, document: Document) -> None:
    document.remove_partners([p.id for p in document.map.partners])
    page.show_page("ratings")
    assert page.ratings.empty.isVisible()
    assert not page.ratings.table.isVisible()


def test_both_plots_have_my_cuts_and_neither_can_be_dragged(
    page: ExchangePage, document: Document
) -> None:
    document.set_network(importance_cut=5)
    page.show_page("plots")
    for plot in page.plots.plots:
        assert plot.limits["importance_cut"].value() == 4.5
        assert not plot.limits["importance_cut"].movable


def test_who_is_pressed_lights_up_with_their_kind_on_both(page: ExchangePage, guest: Guest) -> None:
    page.show_page("plots")
    mine, theirs = page.plots.plots
    mine.pressed.emit("p0")
    same = [p.id for p in guest.map.partners if p.kind == "parents"]
    assert (mine.selected, theirs.selected) == (("p0",), tuple(same))
    theirs.pressed.emit("")
    assert (mine.selected, theirs.selected) == ((), ())


def test_both_maps_are_drawn_through_the_same_lens(
    page: ExchangePage, guest: Guest, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: all(m.map_scene.people for m in page.maps.maps))
    page.maps.show_lens("gap")
    mine, theirs = page.maps.maps
    assert {m.map_scene.lens.id for m in (mine, theirs)} == {"gap"}
    assert set(theirs.map_scene.people) <= {p.id for p in guest.map.partners}
    assert sure(theirs.map_scene.map).network.ego_label == "You"


def test_theirs_is_said_to_be_from_somebody_else(page: ExchangePage) -> None:
    shown = [label.text() for label in page.findChildren(QLabel)]
    assert "From someone else" in shown
    assert page.theirs.text().startswith("map-2026-11")


def test_what_changes_on_mine_is_seen_beside_theirs(page: ExchangePage, document: Document) -> None:
    document.set_partners(["p0"], importance=2)
    rows = {row[0]: row[1] for row in rated(page)}
    assert rows["Parents / carers"].startswith("mine: slightly important")


# --- talking


def write(notes: Notes, text: str) -> None:
    notes.setFocus()
    for character in text:
        notes.insertPlainText(character)


def answers(document: Document) -> dict[Any, Any]:
    return {a.question: a.text for a in document.map.all_of(Answer)}


def test_one_question_at_a_time_with_what_the_two_maps_say_to_it(page: ExchangePage) -> None:
    page.show_page("talk")
    talk = page.talk
    asked = []
    for _ in questions():
        asked.append((talk.current.id, talk.fact.text()))
        talk.go_on()
    facts = dict(asked)
    assert list(facts) == [question.id for question in questions()]
    assert "school nurse" in facts["R24"]
    assert facts["R29"] == "parents / carers: mine: very important · theirs: not important"
    assert facts["R30"].startswith("You do not differ here")
    assert facts["R31"] == "There is no type of partner for which both maps say this."
    assert facts["R32"] == ""


def test_the_last_question_leads_on(page: ExchangePage, qtbot: QtBot) -> None:
    page.show_page("talk")
    for _ in questions()[1:]:
        assert page.talk.next.text() == "Next question"
        page.talk.next.click()
        assert page.talk.focusWidget() is page.talk.notes
    assert page.talk.next.text() == "Done"
    with qtbot.waitSignal(page.talked):
        page.talk.next.click()


def test_after_the_talk_comes_the_step(window: MainWindow, guest: Guest) -> None:
    window.screens.look_at(guest)
    window.screens.exchange.talk.done.emit()
    assert (window.screens.shown, window.screens.reflect.shown) == ("reflect", "intentions")


def test_each_side_has_its_name_above_it(page: ExchangePage, qtbot: QtBot) -> None:
    page.resize(1000, 700)
    with qtbot.waitExposed(page):
        page.show()
    theirs = sure(page.theirs.parentWidget()).mapTo(page, QPoint()).x()
    assert abs(theirs - page.maps.maps[1].mapTo(page, QPoint()).x()) < 16


@pytest.mark.parametrize(
    ("frequency", "said"),
    [
        (1, "You do not differ here: your answers are the same for each type."),
        (2, "Your answers are similar here. The biggest difference: parents / carers: mine: a few"),
        (3, "parents / carers: mine: "),
    ],
)
def test_much_more_often_is_said_of_two_steps_and_more(
    page: ExchangePage, document: Document, frequency: int, said: str
) -> None:
    theirs = replace(example(1).partners[0], frequency=1)
    page.receive(Guest("one", Map.of([example(1).network, theirs])))
    document.set_partners(["p0"], frequency=frequency)
    page.show_page("talk")
    for _ in range(3):
        page.talk.go_on()
    assert page.talk.fact.text().startswith(said)


def test_with_nothing_in_common_every_question_still_says_so(
    page: ExchangePage, document: Document
) -> None:
    document.remove_partners([p.id for p in document.map.partners])
    page.show_page("talk")
    assert page.talk.fact.text().startswith("Only on their map")
    page.talk.go_on()
    assert page.talk.fact.text() == "Every type on my map is on theirs as well."
    page.talk.go_on()
    assert page.talk.fact.text() == "There is no type of partner for which you both answered this."
    page.talk.go_on()
    page.talk.go_on()
    assert page.talk.fact.text() == "There is no type of partner for which both maps say this."


def test_who_is_wished_is_named_as_not_counted(page: ExchangePage, document: Document) -> None:
    assert "Wished" not in page.kinds.left_out.text()
    document.set_partners(["p3"], frequency=0)
    assert (
        "No contact yet, so not counted here: 1 on my map, 0 on theirs."
        in page.kinds.left_out.text()
    )


def test_notes_stay_with_my_map_and_each_is_one_step(
    page: ExchangePage, document: Document
) -> None:
    before = document.map
    page.show_page("talk")
    write(page.talk.notes, "Bibliotheek!")
    page.talk.go_on()
    assert page.talk.notes.toPlainText() == ""
    write(page.talk.notes, "Oma")
    assert answers(document) == {"R24": "Bibliotheek!", "R28": "Oma"}
    page.talk.go_back()
    assert page.talk.notes.toPlainText() == "Bibliotheek!"
    document.undo()
    assert answers(document) == {"R24": "Bibliotheek!"}
    document.undo()
    assert document.map == before
    assert page.talk.notes.toPlainText() == ""
    document.redo()
    document.redo()
    assert answers(document) == {"R24": "Bibliotheek!", "R28": "Oma"}


def test_another_sitting_is_another_step(
    page: ExchangePage, document: Document, guest: Guest
) -> None:
    page.show_page("talk")
    write(page.talk.notes, "een")
    page.receive(guest)
    page.show_page("talk")
    write(page.talk.notes, "twee")
    document.undo()
    assert answers(document) == {"R24": "een"}


def test_notes_that_are_emptied_are_gone(page: ExchangePage, document: Document) -> None:
    before = document.map
    page.show_page("talk")
    write(page.talk.notes, "een")
    page.talk.notes.clear()
    assert document.map == before


def test_a_finished_map_takes_no_notes(page: ExchangePage, document: Document) -> None:
    document.set_network(finished=True)
    page.show_page("talk")
    assert page.talk.notes.isReadOnly()


def test_the_keys_turn_the_questions_also_while_writing(page: ExchangePage, qtbot: QtBot) -> None:
    page.show_page("talk")
    qtbot.keyClick(page.talk.notes, Qt.Key.Key_PageDown)
    assert page.talk.current.id == questions()[1].id
    qtbot.keyClick(page.talk.notes, Qt.Key.Key_PageUp)
    assert page.talk.current.id == questions()[0].id
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page.talk.notes, Qt.Key.Key_Escape)


# --- in the window


@pytest.fixture
def window(document: Document, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    document.add_map(example(8))
    settings = Settings(tmp_path / "settings.ini")
    settings.motion, settings.language, settings.theme = False, "en", "light"
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.show_document(document)
    return window


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "map-2026-11.kring"
    write_kring(neighbour(), path)
    return path


def library(document: Document) -> set[Any]:
    return {s.id for s in document.summaries()}


def present(document: Document) -> set[Any]:
    return {s.id for s in document.summaries() if s.deleted is None}


def entering(mime: QMimeData) -> QDragEnterEvent:
    """Return the event of a drag that comes in."""
    with warnings.catch_warnings():
        # Since Qt 6.12 a drag takes a QPointF, which 6.11 does not know yet.
        warnings.simplefilter("ignore", DeprecationWarning)
        return QDragEnterEvent(
            QPoint(20, 20),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )


def until_read(window: MainWindow) -> None:
    """Wait for the thread that reads files."""
    until = time.monotonic() + 20
    while window.screens.file_opening.unread and time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.005)
    assert not window.screens.file_opening.unread


def opened(window: MainWindow, path: Path) -> None:
    window.screens.file_opening.open_file(path)
    until_read(window)


def drop(widget: MainWindow, path: Path) -> bool:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = entering(mime)
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(20, 20), copy, mime, left, none))
        until_read(widget)
    return enter.isAccepted()


def test_a_drop_of_which_nothing_is_left_is_told(window: MainWindow) -> None:
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    nothing, none = QMimeData(), Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(20, 20), copy, nothing, left, none))
    assert "Drop a file" in window.screens.notice.text


def test_a_file_manager_that_would_move_its_file_keeps_it(window: MainWindow, file: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    both = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    left, shift = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier
    group = window.screens.part(screen_list.group)
    for taker in (window, group):
        event = QDropEvent(QPointF(20, 20), both, mime, left, shift)
        assert event.proposedAction() is Qt.DropAction.MoveAction
        taker.dropEvent(event)
        assert event.isAccepted()
        assert event.dropAction() is Qt.DropAction.CopyAction
    until_read(window)


@pytest.mark.parametrize("as_file", [True, False])
def test_a_picture_dropped_where_no_map_is_open_is_told(
    window: MainWindow, document: Document, tmp_path: Path, *, as_file: bool
) -> None:
    document.remove_map(document.map.network.id)
    assert not document.is_open
    mime, image = QMimeData(), QImage(9, 9, QImage.Format.Format_RGB32)
    if as_file:
        image.save(str(tmp_path / "a.png"))
        mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.png"))])
    else:
        mime.setImageData(image)
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(20, 20), copy, mime, left, none))
    assert "Open the map first" in window.screens.notice.text


def test_a_file_dropped_on_the_window_is_asked_about_and_stays_out(
    window: MainWindow, document: Document, file: Path
) -> None:
    before, mine = library(document), document.map
    assert drop(window, file)
    bar = window.screens.file_opening.bar
    assert bar.isVisible()
    assert "map-2026-11" in bar.text
    assert phrases.partner_count(6) in bar.text
    bar.close_button.click()
    assert not bar.isVisible()
    assert (library(document), document.map) == (before, mine)


def test_the_map_lets_a_dropped_file_through_to_the_window(window: MainWindow, file: Path) -> None:
    view = window.screens.map.view
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    enter = entering(mime)
    view.dragEnterEvent(enter)
    assert not enter.isAccepted()


def test_looking_lays_it_beside_mine_and_changes_nothing(
    window: MainWindow, document: Document, file: Path
) -> None:
    before, mine = library(document), document.map
    opened(window, file)
    window.screens.file_opening.bar.look.click()
    assert window.screens.shown == "exchange"
    for page in PAGES:
        window.screens.exchange.show_page(page)
    assert (library(document), document.map) == (before, mine)


def test_keeping_adds_it_and_leaves_mine_open(
    window: MainWindow, document: Document, file: Path
) -> None:
    before, mine = library(document), document.map
    opened(window, file)
    window.screens.file_opening.bar.look.click()
    window.screens.exchange.keep.click()
    assert document.map == mine
    added = library(document) - before
    assert len(added) == 1
    kept = next(s for s in document.summaries() if s.id in added)
    assert kept.title == "map-2026-11"


def test_what_was_kept_is_somebody_elses_and_stays_as_it_came(
    window: MainWindow, document: Document, file: Path
) -> None:
    opened(window, file)
    window.screens.file_opening.bar.keep.click()
    network = document.map.network
    assert (network.ego_label, network.finished) == ("Other", True)
    window.screens.actions_by_id["maps"].trigger()
    cards = {card.network_id: card for card in window.screens.maps.cards}
    assert "From someone else" in cards[network.id].accessibleName()
    assert sum("From someone else" in card.accessibleName() for card in cards.values()) == 1


def test_what_was_kept_is_not_kept_twice_and_can_be_opened(
    window: MainWindow, document: Document, file: Path
) -> None:
    mine = document.map
    opened(window, file)
    window.screens.file_opening.bar.keep.click()
    kept = document.map.network.id
    document.set_network(finished=False)
    document.rename_map(kept, "ruil")
    document.open(mine.network.id)
    before = library(document)
    assert drop(window, file)
    assert window.screens.file_opening.waiting == ()
    notice = window.screens.notice
    assert notice.text == "You have this map already: “ruil”."
    assert (library(document), document.map) == (before, mine)
    notice.button.click()
    assert document.map.network.id == kept


def test_keeping_again_from_the_exchange_adds_nothing(
    window: MainWindow, document: Document, file: Path
) -> None:
    opened(window, file)
    window.screens.file_opening.bar.look.click()
    window.screens.exchange.keep.click()
    before = library(document)
    window.screens.exchange.keep.click()
    assert library(document) == before
    assert "already" in window.screens.notice.text


@pytest.mark.parametrize("beside", [False, True])
def test_keeping_can_be_taken_back_and_done_again(
    window: MainWindow, document: Document, file: Path, beside: bool
) -> None:
    mine, before = document.map, present(document)
    for _ in range(2):
        opened(window, file)
        if beside:
            window.screens.file_opening.bar.look.click()
            window.screens.exchange.keep.click()
        else:
            window.screens.file_opening.bar.keep.click()
        assert len(present(document) - before) == 1
        assert window.screens.notice.isVisible()
        window.screens.notice.button.click()
        assert present(document) == before
        assert document.map == mine
    assert len(library(document) - before) == 1


def test_what_of_it_changed_is_asked_about_and_kept_beside(
    window: MainWindow, document: Document, file: Path
) -> None:
    opened(window, file)
    window.screens.file_opening.bar.keep.click()
    document.set_network(finished=False)
    document.set_partners([document.map.partners[0].id], importance=2)
    before = library(document)
    opened(window, file)
    window.screens.file_opening.bar.keep.click()
    assert len(library(document) - before) == 1
    assert "Now you have both" in window.screens.notice.text


def test_a_copy_is_not_said_to_be_somebody_elses(
    window: MainWindow, document: Document, tmp_path: Path
) -> None:
    whole = Map.of([replace(example(4).network, id="other", series="other")])
    write_kring(whole, tmp_path / "begin.kring")
    opened(window, tmp_path / "begin.kring")
    assert "someone else" not in window.screens.file_opening.bar.text
    window.screens.file_opening.bar.keep.click()
    assert document.map == whole


def test_adding_it_at_once_opens_it_where_its_people_can_be_seen(
    window: MainWindow, document: Document, file: Path
) -> None:
    window.screens.settings.lens = "free"
    opened(window, file)
    window.screens.file_opening.bar.keep.click()
    assert document.map.network.title == "map-2026-11"
    assert window.screens.shown == "draw"
    assert window.screens.settings.lens == "contact"  # where most of them have an answer


def test_a_map_of_my_own_series_is_not_asked_about(
    window: MainWindow, document: Document, tmp_path: Path
) -> None:
    whole = document.map
    network = replace(whole.network, id="later", moment_label="end")
    write_kring(whole.after({whole.network.id: None, "later": network}), tmp_path / "end.kring")
    opened(window, tmp_path / "end.kring")
    assert document.map.network.id == "later"
    assert window.screens.file_opening.waiting == ()


@pytest.mark.parametrize("content", [b"", b"{", b'{"format": "kring", "version": 99}', b"\xff"])
def test_a_file_that_is_damaged_or_newer_is_answered_and_nothing_is_asked(
    window: MainWindow, document: Document, tmp_path: Path, content: bytes
) -> None:
    before, mine = library(document), document.map
    path = tmp_path / "x.kring"
    path.write_bytes(content)
    assert drop(window, path)
    assert window.screens.notice.isVisible()
    assert window.screens.file_opening.waiting == ()
    assert (library(document), document.map) == (before, mine)


def test_another_look_keeps_who_is_beside_and_who_waits(
    window: MainWindow, document: Document, file: Path, tmp_path: Path
) -> None:
    opened(window, file)
    window.screens.file_opening.bar.look.click()
    second = tmp_path / "second.kring"
    write_kring(neighbour(), second)
    opened(window, second)
    window.dress_again()
    assert window.screens.shown == "exchange"
    assert sure(window.screens.exchange.guest).name == "map-2026-11"
    assert [guest.name for guest in window.screens.file_opening.waiting] == ["second"]


def test_sharing_and_exchange_are_reached_by_the_keyboard(
    window: MainWindow, qtbot: QtBot, file: Path
) -> None:
    screens = window.screens
    screens.actions_by_id["share"].trigger()
    assert screens.shown == "share"
    assert screens.share.ready is not None
    qtbot.keyClick(screens.share, Qt.Key.Key_Escape)
    assert screens.shown == "draw"
    opened(window, file)
    screens.file_opening.bar.look.click()
    qtbot.keyClick(screens.exchange, Qt.Key.Key_Escape)
    assert screens.shown == "draw"
    screens.actions_by_id["exchange"].trigger()
    assert screens.shown == "exchange"
    keys = {a.shortcut().toString() for n, a in screens.actions_by_id.items() if n == "export"}
    assert keys == {"Ctrl+Shift+S"}


def test_two_students_share_and_lay_their_maps_together(
    window: MainWindow, document: Document, tmp_path: Path
) -> None:
    screens = window.screens
    screens.actions_by_id["share"].trigger()
    stick = tmp_path / "stick.kring"
    screens.share.save_to(stick)
    assert "stick.kring" in screens.notice.text
    assert b"Ouders" not in stick.read_bytes()
    mine = document.map
    screens.actions_by_id["draw"].trigger()
    opened(window, stick)
    screens.file_opening.bar.look.click()
    assert kinds(screens.exchange.kinds.lists[0]) == []
    assert document.map == mine


# --- another state of a map that is here


@pytest.fixture
def sent(document: Document, tmp_path: Path) -> Path:
    """My map as I mailed it to myself, and two edits of mine since."""
    path = tmp_path / "sent.kring"
    write_kring(document.map, path)
    document.set_partners([document.map.partners[0].id], importance=1)
    document.add_partner("Nieuw")
    return path


def said(window: MainWindow) -> str:
    return window.screens.file_opening.bar.text


def test_an_earlier_state_opens_the_map_that_is_here_however_often(
    window: MainWindow, document: Document, sent: Path
) -> None:
    mine, before = document.map, library(document)
    document.new_map("Another")
    before = library(document)
    for _ in range(3):
        opened(window, sent)
        assert document.map == mine
        assert library(document) == before
        assert len(window.screens.file_opening.waiting) == 1
    assert "from before that" in said(window)
    assert "1 fewer partner, 1 partner answered differently" in said(window)
    window.screens.file_opening.bar.close_button.click()
    assert (document.map, library(document)) == (mine, before)


def test_the_same_state_just_opens(
    window: MainWindow, document: Document, sent: Path, tmp_path: Path
) -> None:
    mine = document.map
    write_kring(mine, tmp_path / "same.kring")
    document.new_map("Another")
    before = library(document)
    opened(window, tmp_path / "same.kring")
    assert (document.map, library(document)) == (mine, before)
    assert window.screens.file_opening.waiting == ()


def test_a_state_from_another_computer_is_taken_over_as_one_step(
    window: MainWindow, document: Document, tmp_path: Path
) -> None:
    mine, before = document.map, library(document)
    partner = replace(mine.partners[1], notes="elders getypt")
    theirs = mine.after({partner.id: partner, **removal(mine, [mine.partners[0].id])})
    write_kring(theirs, tmp_path / "later.kring")
    opened(window, tmp_path / "later.kring")
    assert document.map == mine
    assert "before" not in said(window)
    assert "1 fewer partner, 1 partner answered differently" in said(window)
    window.screens.file_opening.bar.look.click()
    assert (document.map, library(document)) == (theirs, before)
    assert "as in the file" in window.screens.notice.text
    window.screens.notice.button.click()
    assert document.map == mine


def test_undo_of_taking_over_undoes_nothing_else(
    window: MainWindow, document: Document, sent: Path
) -> None:
    opened(window, sent)
    window.screens.file_opening.bar.look.click()
    document.rename_map(document.map.network.id, "Later")
    mine = document.map
    window.screens.notice.button.click()
    assert document.map == mine


def test_another_state_can_be_kept_beside_mine(
    window: MainWindow, document: Document, sent: Path
) -> None:
    mine, before = document.map, library(document)
    opened(window, sent)
    window.screens.file_opening.bar.keep.click()
    assert len(library(document) - before) == 1
    assert "Now you have both" in window.screens.notice.text
    document.open(mine.network.id)
    assert document.map == mine


def test_a_state_of_a_removed_map_brings_that_back(
    window: MainWindow, document: Document, sent: Path
) -> None:
    mine = document.map
    document.remove_map(mine.network.id)
    before = library(document)
    opened(window, sent)
    assert (document.map, library(document)) == (mine, before)
    assert len(window.screens.file_opening.waiting) == 1


def test_a_finished_map_is_not_changed_by_a_file(
    window: MainWindow, document: Document, sent: Path
) -> None:
    document.finish_map(document.map.network.id)
    mine = document.map
    opened(window, sent)
    window.screens.file_opening.bar.look.click()
    assert document.map == mine
    assert "finished" in window.screens.notice.text


def test_the_example_is_there_once_whatever_was_changed_in_it(
    window: MainWindow, document: Document
) -> None:
    window.screens.open_example()
    document.set_partners([document.map.partners[0].id], importance=1)
    changed, before = document.map, library(document)
    document.new_map("Another")
    window.screens.open_example()
    assert document.map == changed
    assert len(library(document) - before) == 1


# --- a slow place


def slow(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """Let every file come slowly, as from a cloud or a share."""
    real = kring_file.read_kring

    def read(path: Path) -> Map:
        time.sleep(seconds)
        return real(path)

    monkeypatch.setattr(kring_file, "read_kring", read)


def test_a_slow_file_does_not_stop_the_window_and_the_order_stays(
    window: MainWindow,
    document: Document,
    file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    here = threading.Event()
    real = kring_file.read_kring
    monkeypatch.setattr(kring_file, "read_kring", lambda p: here.wait(20) and real(p))
    second = tmp_path / "second.kring"
    write_kring(neighbour(), second)
    window.screens.file_opening.open_file(file)
    window.screens.file_opening.open_file(second)
    here.set()  # nobody waited for them until now
    assert not window.screens.file_opening.waiting
    until_read(window)
    assert [guest.name for guest in window.screens.file_opening.waiting] == [
        "map-2026-11",
        "second",
    ]


def test_a_file_that_does_not_come_is_named_and_need_not_be_waited_for(
    window: MainWindow,
    document: Document,
    file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reader, "PATIENCE", 50)
    hangs = threading.Event()
    real = kring_file.read_kring
    monkeypatch.setattr(
        kring_file, "read_kring", lambda p: hangs.wait(20) and None if p.stem == "gone" else real(p)
    )
    window.screens.file_opening.open_file(tmp_path / "gone.kring")
    window.screens.file_opening.open_file(file)
    while "gone.kring" not in window.screens.notice.text:
        QApplication.processEvents()
    window.screens.notice.button.click()
    until_read(window)
    assert [guest.name for guest in window.screens.file_opening.waiting] == ["map-2026-11"]
    hangs.set()


def test_another_look_and_closing_do_not_lose_or_repeat_what_is_read(
    window: MainWindow, document: Document, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow(monkeypatch, 0.2)
    window.screens.file_opening.open_file(file)
    window.dress_again()
    until_read(window)
    time.sleep(0.3)
    QApplication.processEvents()
    assert [guest.name for guest in window.screens.file_opening.waiting] == ["map-2026-11"]
    window.screens.file_opening.open_file(file)
    window.close()
    assert window.screens.file_opening.unread == ()


def asked_by_the_window(monkeypatch: pytest.MonkeyPatch, place: Path) -> list[str]:
    """Return what the thread of the window asks of a place, where each call takes its time."""
    asked: list[str] = []

    def slowly(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(path: Any, *args: Any, **more: Any) -> Any:
            if isinstance(path, str | os.PathLike) and str(path).startswith(str(place)):
                if threading.current_thread() is threading.main_thread():
                    asked.append(f"{name} {Path(path).name}")
                time.sleep(0.02)  # what is asked meanwhile is told, however long it takes
            return real(path, *args, **more)

        return call

    for module, names in ((os, ("stat", "lstat", "scandir", "listdir", "open")), (io, ("open",))):
        for name in names:
            monkeypatch.setattr(module, name, slowly(name, getattr(module, name)))
    monkeypatch.setattr("builtins.open", io.open)
    return asked


@pytest.mark.parametrize(
    "name", ["map.kring", "photo.png", "list.txt", "folder", "all.zip", "group.kring-group"]
)
def test_the_window_asks_nothing_of_a_place_that_may_be_slow(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    place = tmp_path / "slow"
    (place / "folder").mkdir(parents=True)
    for where in (place, place / "folder"):
        write_kring(neighbour(), where / "map.kring")
    QImage(9, 9, QImage.Format.Format_RGB32).save(str(place / "photo.png"))
    (place / "list.txt").write_text("An\nBo\n", "utf-8")
    (place / "group.kring-group").write_text("{}", "utf-8")
    with zipfile.ZipFile(place / "all.zip", "w") as archive:
        archive.write(place / "map.kring", "map.kring")
    window.screens.go_to("group")
    window.screens.go_to("draw")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(place / name))])
    asked = asked_by_the_window(monkeypatch, place)
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(20, 20), copy, mime, left, none))
    opening = window.screens.file_opening
    dialogs = window.findChildren(ArrivingDialog)
    qtbot.waitUntil(lambda: all(one.maps.count() for one in dialogs), timeout=20_000)
    for one in dialogs:
        one.reject()
    if name == "map.kring":
        qtbot.waitUntil(lambda: bool(opening.waiting), timeout=20_000)
    if name == "photo.png":
        qtbot.waitUntil(lambda: window.screens.document.ground is not None, timeout=20_000)
    qtbot.wait(50)
    assert asked == []
