"""What is being typed is never typed into nothing: it is kept, or said not to be."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from itertools import cycle, product
from pathlib import Path
from time import sleep
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app import errors, language
from app.document import Document
from app.exchange.share import HAND_IN, shared
from app.models.edit import Step
from app.models.network import Answer, Note, Outline, Partner
from app.models.problem import Problem
from app.settings import Settings
from app.storage.library import Library
from app.views.exchange.guest import Guest
from app.views.frame.screen_list import SCREENS
from app.views.frame.window import MainWindow
from app.views.library.cards import MapCard, SeriesCard
from app.views.people.form import Group
from app.views.widgets import drafts, theme
from app.views.widgets.notes import Notes
from app.views.widgets.text_editor import TextEditor
from app.views.widgets.typed_field import Line, TypedField
from tests.examples import in_turn
from tests.pictures import example
from tests.sure import as_a, sure

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
K, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def app(path: Path, settings: Settings, qtbot: QtBot) -> Iterator[SimpleNamespace]:
    """A window as the application makes it, around a map of two moments and an empty one."""
    library = Library.open(path)
    document = Document(library)
    document.new_map("Empty")
    document.add_map(example(8))
    document.set_network(moment=date(2026, 9, 1), moment_label="begin")
    document.continue_map(document.map.network.id, "end", date(2027, 6, 18))
    window = MainWindow(settings)
    window.closed.connect(library.close)
    window.resize(1280, 800)
    window.show()
    window.show_document(document)
    window.activateWindow()
    QApplication.processEvents()
    # A new size closes what is written in on the map.
    qtbot.waitUntil(lambda: not window.screens.map.view._resized.isActive())
    yield SimpleNamespace(window=window, document=document, settings=settings)
    window.close()
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    document.deleteLater()
    language.install("en")
    theme.wear("light", 100)


def kept(path: Path) -> str:
    """Return all that the library holds, as text."""
    with closing(Library.open(path)) as library:
        maps = [library.load(summary.id)[0] for summary in library.summaries()]
    return repr([whole.records for whole in maps])


def stored(document: Document) -> str:
    """Return all that a library which is open holds, as text."""
    maps = [document.library.load(summary.id)[0] for summary in document.summaries()]
    return repr([whole.records for whole in maps])


def known(document: Document) -> str:
    return repr(document.map.records) + repr(document.summaries()) + repr(document.groups())


def begin_writing(app: SimpleNamespace, what: str, words: str = "Zorgteam sinds mei") -> None:
    """Be busy with a text on the map, a label, a name, an intention or an answer."""
    screens, document = app.window.screens, app.document
    text_editor = screens.map.view.text_editor
    if what == "text":
        screens.actions_by_id["write"].trigger()
        text_editor.editor.setPlainText(words)
    elif what == "label":
        key = document.add_outline([p.id for p in document.map.partners[:3]])
        text_editor.edit(key)
        text_editor.editor.setPlainText(words)
    elif what == "name":
        screens.quick_add.field.setText(words)
    elif what == "intention":
        screens.show_screen("reflect")
        screens.reflect.show_page("intentions")
        screens.reflect.intentions.field.setPlainText(words)
    elif what in ("title", "series"):
        screens.show_screen("maps")
        kind = MapCard if what == "title" else SeriesCard
        card = next(c for c in screens.maps.findChildren(QLineEdit) if isinstance(c.parent(), kind))
        card.parent().rename()
        card.setText(words)
    elif what == "newcomer":
        screens.show_screen("again")
        for _ in range(8):
            screens.again.answers[0].click()
        screens.again.newcomers.field.setText(words)
    elif what == "another name":
        screens.show_screen("again")
        screens.again.rename.click()
        screens.again.field.setText(words)
    QApplication.processEvents()


WRITING = ("text", "label", "name", "intention", "series", "title", "another name", "newcomer")
"""A map that has a title of its own keeps it when the series gets another."""


CLOSING = (*product(WRITING, ("close",)), ("text", "quit"), ("intention", "logout"))


def test_it_is_kept_when_the_window_closes(app: SimpleNamespace) -> None:
    window, document = app.window, app.document
    window.closed.disconnect(document.library.close)  # until it was shown again each time
    here = document.map.network.id
    for what, how in CLOSING:
        words = f"Zorgteam ({what}, {how})"
        document.open(here)
        window.screens.show_screen("draw")
        begin_writing(app, what, words)
        if how == "quit":
            window.screens.actions_by_id["quit"].trigger()
        elif how == "logout":
            window.keep_typed()  # what the signal of the session calls
            assert words in known(document)
            window.close()
        else:
            window.close()
        assert not window.isVisible(), (what, how)
        assert stored(document).count(words) == (2 if what == "series" else 1), (what, how)
        window.show()
        window.activateWindow()
        QApplication.processEvents()
    window.closed.connect(document.library.close)


def test_it_is_kept_when_the_page_it_stands_in_goes(app: SimpleNamespace, path: Path) -> None:
    for what, look in zip(WRITING, cycle(("dark", "light"))):
        begin_writing(app, what, f"Zorgteam ({what})")
        app.settings.theme = look
        if what == "series":  # of both moments, until one of them gets a title of its own
            assert stored(app.document).count("Zorgteam (series)") == 2
    app.window.close()
    found = kept(path)
    times = {what: found.count(f"Zorgteam ({what})") for what in WRITING}
    assert times == dict.fromkeys(WRITING, 1)


def test_it_is_kept_when_what_it_stands_in_goes(app: SimpleNamespace) -> None:
    document = app.document
    here = document.map.network.id

    def go(how: str) -> None:
        if how == "language":
            app.settings.language = "en" if app.settings.language == "nl" else "nl"
        elif how == "F11":
            app.window.toggle_live()
        elif how == "screen":
            app.window.screens.show_screen("insight")
        elif how == "map":
            document.new_map("Another")
        elif how == "copy":
            document.duplicate_map(here, "Copy")
        elif how == "finish":
            document.finish_map(here)

    ways = ("language", "F11", "screen", "map", "copy", "finish")
    for how, what in in_turn(ways, ("text", "intention")):
        document.open(here)
        document.finish_map(here, finished=False)
        app.window.screens.show_screen("draw")
        begin_writing(app, what, f"Zorgteam ({what}, {how})")
        go(how)
        times = stored(document).count(f"Zorgteam ({what}, {how})")
        assert times == (2 if how == "copy" else 1), (what, how)


def test_half_a_name_is_nobody_until_it_is_given(app: SimpleNamespace) -> None:
    screens, document = app.window.screens, app.document
    number = len(document.map.partners)
    for screen, dressed in in_turn(("reflect", "insight", "compare", "maps"), (True, False)):
        screens.show_screen("draw")
        screens.quick_add.begin_name("Hal")
        screens.show_screen(screen)
        if dressed:
            app.settings.language = "en" if app.settings.language == "nl" else "nl"
        app.window.screens.show_screen("draw")
        screens = app.window.screens
        assert screens.quick_add.field.text() == "Hal", screen
        assert len(document.map.partners) == number, screen
        screens.quick_add.field.clear()
    screens.quick_add.begin_name("Hal")
    screens.show_screen("rate")
    assert len(document.map.partners) == number + 1


def test_whatever_can_be_typed_in_is_kept(app: SimpleNamespace) -> None:
    """Walk every editor of each screen, also those nobody has thought of yet."""
    number = 0
    for screen in SCREENS:
        before = number
        show_with_editors(app, screen)
        for editor in app.window.findChildren(QLineEdit) + app.window.findChildren(QPlainTextEdit):
            if not (editor.isVisible() and editor.isEnabled()) or editor.isReadOnly():
                continue
            number += 1
            editor.setFocus()
            editor.selectAll()
            is_date = "Date" in type_of_field(editor)
            typed = f"12-3-20{number + 20}" if is_date else f"marked {number}."
            (editor.insert if isinstance(editor, QLineEdit) else editor.insertPlainText)(typed)
            if isinstance(editor, QLineEdit):
                editor.textEdited.emit(editor.text())
            assert app.window.keep_typed()
            found = repr(date(2020 + number, 3, 12)) if is_date else typed
            assert found in known(app.document), (screen, editor.accessibleName())
        assert number > before or screen not in ("draw", "table", "reflect", "exchange"), screen


def show_with_editors(app: SimpleNamespace, screen: str) -> None:
    screens, document = app.window.screens, app.document
    if screen == "exchange":
        screens.look_at(Guest("ruil", shared(example(8), HAND_IN, "en")))
        screens.exchange.show_page("talk")
    elif screen == "look_back":
        screens.show_screen("compare")
        screens.compare.again_requested.emit()
    else:
        screens.show_screen(screen)
    if screen in ("draw", "table"):
        document.select([document.map.partners[0].id])
        for group in screens.form.findChildren(Group):
            group.heading.setChecked(True)
    QApplication.processEvents()


def type_of_field(editor: Any) -> str:
    names = []
    while editor is not None:
        names.append(type(editor).__name__)
        editor = editor.parent()
    return " ".join(names)


# A screen begins however it is reached.


ROUTES = tuple(product(("reflect", "rate"), ("F11", "theme", "map", "again")))
"""Every screen by one of them in `test_place`."""


def test_a_screen_begins_by_whatever_route_it_comes(
    app: SimpleNamespace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    bugs: list[Any] = []
    window = app.window
    here = app.document.map.network.id
    other = next(s.id for s in app.document.summaries() if s.partners == 0)
    for screen, route in ROUTES:
        monkeypatch.setattr(
            "sys.excepthook", lambda *bug, at=(screen, route): bugs.append((at, bug))
        )
        app.document.open(here)
        window.screens.show_screen("draw")
        window.screens.show_screen(screen)
        if route == "F11":
            window.toggle_live()
            window.toggle_live()
        elif route == "theme":
            app.settings.theme = "dark"
        elif route == "map":
            app.document.open(other)
            app.document.open(example(8).network.id)
        else:
            window.screens.show_screen("draw")
            window.screens.show_screen(screen)
        QApplication.processEvents()
        for key in (K.Key_A, K.Key_B, K.Key_1, K.Key_PageDown, K.Key_PageUp, K.Key_Return):
            qtbot.keyClick(QApplication.focusWidget() or window, key)
        for key in (K.Key_Tab, K.Key_Space):
            qtbot.keyClick(QApplication.focusWidget() or window, key)
        QApplication.processEvents()
    assert bugs == []


def test_an_answer_after_full_screen_is_kept_at_the_same_question(
    app: SimpleNamespace, qtbot: QtBot
) -> None:
    window = app.window
    window.screens.actions_by_id["reflect"].trigger()
    window.screens.reflect.questions.go_on()
    asked = window.screens.reflect.questions.asked
    window.toggle_live()
    window.toggle_live()
    questions = window.screens.reflect.questions
    assert questions.asked == asked
    questions.notes.setFocus()
    qtbot.keyClicks(questions.notes, "Vaker bellen")
    (answer,) = app.document.map.all_of(Answer)
    assert (answer.question, answer.text) == (asked, "Vaker bellen")


# What cannot be kept is said, and stays.


@pytest.fixture
def full(app: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    def store(*_: Step | str) -> None:
        raise Problem("disk_full", path=app.document.library.path)

    monkeypatch.setattr(app.document.library, "store", store)
    return app


@pytest.mark.parametrize("what", ["text", "name", "intention"])
def test_what_cannot_be_kept_holds_the_window_open_once(
    full: SimpleNamespace, what: str, path: Path
) -> None:
    begin_writing(full, what)
    window = full.window
    window.close()
    assert window.isVisible()
    assert "Zorgteam sinds mei" in window.screens.notice.text
    assert errors.sentence(Problem("disk_full", path=path)) in window.screens.notice.text
    window.screens.notice.button.click()
    assert QGuiApplication.clipboard().text() == "Zorgteam sinds mei"
    window.close()
    assert not window.isVisible()


def field_of(app: SimpleNamespace, what: str) -> Line | TextEditor:
    """Return what is typed in: an answer, or a line or a text of a form."""
    screens, document = app.window.screens, app.document
    if what == "answer":
        screens.show_screen("reflect")
        return as_a(Notes, screens.reflect.questions.notes)
    screens.show_screen("draw")
    if what == "title":
        document.select([])
        screens.room.nobody.asked.emit()
    else:
        document.select([document.map.partners[0].id])
    while screens.ahead.left:
        screens.ahead.build_next()
    QApplication.processEvents()
    for group in screens.form.findChildren(Group):
        group.heading.setChecked(True)
    QApplication.processEvents()
    typed: list[TypedField] = app.window.findChildren(TypedField)
    fields = [field for field in typed if field.isVisible()]
    name = {"title": "title", "name of a partner": "name", "notes": "notes"}[what]
    field = next(f for f in fields if f.name == name)
    if what == "notes":
        return sure(field.findChild(TextEditor))
    return sure(field.findChild(Line))


def test_what_is_typed_on_a_full_disk_stays_until_it_can_be_kept(
    app: SimpleNamespace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    stores = app.document.library.store

    def refuse(*_: Step | str) -> None:
        raise Problem("disk_full", path=app.document.library.path)

    for number, what in enumerate(("answer", "title", "name of a partner", "notes")):
        field, before = field_of(app, what), repr(app.document.map.records)
        field.setFocus()
        field.selectAll()
        monkeypatch.setattr(app.document.library, "store", refuse)
        qtbot.keyClicks(field, f"Team{number}")
        shown = field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()
        assert shown == f"Team{number}", what
        assert drafts.unkept(app.window.screens) == [shown], what
        assert repr(app.document.map.records) == before, what
        assert "Saved" not in app.window.screens.bar.save_state.words, what
        if what == "answer":
            questions = app.window.screens.reflect.questions
            asked = questions.asked
            questions.go_on()
            assert questions.asked == asked
        monkeypatch.setattr(app.document.library, "store", stores)
        qtbot.keyClicks(field, "s")
        assert f"'Team{number}s'" in repr(app.document.map.records), what
        assert drafts.unkept(app.window.screens) == [], what
        assert "Saved" in app.window.screens.bar.save_state.words, what


def test_an_editor_stays_until_its_words_can_be_kept(
    app: SimpleNamespace, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    stores = app.document.library.store

    def refuse(*_: Step | str) -> None:
        raise Problem("disk_full", path=app.document.library.path)

    monkeypatch.setattr(app.document.library, "store", refuse)
    begin_writing(app, "text")
    text_editor = app.window.screens.map.view.text_editor
    qtbot.keyClick(text_editor.editor, K.Key_Return, CONTROL)
    assert text_editor.editor.toPlainText() == "Zorgteam sinds mei"
    assert text_editor.editor.isVisible()
    monkeypatch.setattr(app.document.library, "store", stores)
    qtbot.keyClick(text_editor.editor, K.Key_Return, CONTROL)
    assert text_editor.editor is None
    assert [note.text for note in app.document.map.all_of(Note)] == ["Zorgteam sinds mei"]


def test_a_bug_of_ours_says_what_is_not_kept(app: SimpleNamespace, tmp_path: Path) -> None:
    begin_writing(app, "text")
    app.window.tell_bug(tmp_path / "kring-report.txt")
    notice = app.window.screens.notice
    assert "Zorgteam sinds mei" in notice.text
    notice.button.click()
    assert QGuiApplication.clipboard().text() == "Zorgteam sinds mei"
    assert app.window.screens.map.view.text_editor.editor is not None
    app.window.keep_typed()
    app.window.tell_bug(tmp_path / "kring-report.txt")
    assert "Zorgteam" not in notice.text


def test_a_bug_while_an_answer_is_stored_does_not_call_it_kept(
    app: SimpleNamespace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    bugs = []
    monkeypatch.setattr("sys.excepthook", lambda *bug: bugs.append(bug))
    app.window.screens.show_screen("reflect")
    questions = app.window.screens.reflect.questions
    monkeypatch.setattr(app.document.library, "store", lambda *_: 1 / 0)
    qtbot.keyClicks(questions.notes, "Bel")
    assert bugs
    app.window.tell_bug(None)
    assert "“Bel”" in app.window.screens.notice.text
    assert questions.notes.toPlainText() == "Bel"


# Letters share a step where the disk is slow.


@pytest.fixture
def slow(app: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    stores, counted = app.document.library.store, []

    def store(*step: Step | str) -> None:
        sleep(0.05)
        counted.append(step)
        stores(*step)

    monkeypatch.setattr(app.document.library, "store", store)
    monkeypatch.setattr(drafts, "SLOW", 0.03)
    app.document.select([app.document.map.partners[0].id])
    QApplication.processEvents()
    app.window.screens.form.edit_name()
    QApplication.processEvents()
    app.counted = counted
    return app


def type_name(app: SimpleNamespace, qtbot: QtBot, text: str) -> Line:
    line: Line = app.window.screens.form.name.line
    line.selectAll()
    for letter in text:
        qtbot.keyClick(line, letter)
    return line


def test_letters_typed_in_one_go_share_a_step(slow: SimpleNamespace, qtbot: QtBot) -> None:
    type_name(slow, qtbot, "Samenwerkingsverband Noord-Oost")
    assert len(slow.counted) < 8
    status = slow.window.screens.bar.save_state
    assert status.words == "saving …"
    qtbot.waitUntil(lambda: status.words == "✓ Saved")
    (partner,) = slow.document.selected
    assert partner.name == "Samenwerkingsverband Noord-Oost"
    undone = slow.document.undoable
    assert undone is not None
    slow.document.undo()
    assert slow.document.map.partners[0].name == example(8).partners[0].name  # one step


def test_whatever_is_done_next_the_letters_come_first(
    slow: SimpleNamespace, qtbot: QtBot, path: Path
) -> None:
    document, window = slow.document, slow.window
    here = document.map.network.id

    def go_on(then: str, me: Partner, other: Partner) -> None:
        if then == "select":
            document.select([other.id])
        elif then == "rate":
            document.set_partners([me.id, other.id], frequency=5)
            rated = [sure(document.map.partner(one.id)).frequency for one in (me, other)]
            assert rated == [5, 5]
        elif then == "undo":
            document.undo()
            assert sure(document.map.partner(me.id)).name == me.name
            document.redo()
        elif then == "answer":
            document.discuss("R1", wanted=True)
        elif then == "map":
            document.new_map("Another")
        elif then == "copy":
            document.duplicate_map(document.map.network.id, "Copy")
        else:
            window.close()

    for number, then in enumerate(("select", "undo", "rate", "answer", "map", "copy", "close")):
        document.open(here)
        me, other = document.map.partners[number], document.map.partners[number - 1]
        document.select([me.id])
        window.screens.form.edit_name()
        type_name(slow, qtbot, f"Noord-{then}")
        assert drafts.pending, then
        go_on(then, me, other)
        assert not drafts.pending, then
        found = kept(path) if then == "close" else stored(document)
        assert found.count(f"'Noord-{then}'") == (2 if then == "copy" else 1), then


def test_where_storing_is_quick_each_letter_is_kept_at_once(
    app: SimpleNamespace, qtbot: QtBot
) -> None:
    app.document.select([app.document.map.partners[0].id])
    app.window.screens.form.edit_name()
    line = app.window.screens.form.name.line
    line.selectAll()
    for number, letter in enumerate("Noord", 1):
        qtbot.keyClick(line, letter)
        assert app.document.selected[0].name == "Noord"[:number]


def test_only_what_differs_counts_as_typed(app: SimpleNamespace) -> None:
    begin_writing(app, "label")
    text_editor = app.window.screens.map.view.text_editor
    (outline,) = app.document.map.all_of(Outline)
    app.document.set_outline(outline.id, label="Zorgteam sinds mei")
    assert text_editor.draft() == ""
    assert drafts.unkept(app.window.screens) == []
