"""A password in the window: set, asked for at the start, given wrong and right, forgotten."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.document import Document
from app.models.problem import Problem
from app.storage import keys, sealed_library
from app.storage.library import Library
from app.views.library import protection
from app.views.library.idle_watch import IdleWatch
from app.views.library.password import RemovePassword, SetPassword
from app.views.library.unlock_window import Unlock
from app.views.widgets.question import Question
from tests.models.editing import full_map
from tests.storage.kill_run import CHEAP
from tests.sure import as_a, sure

CODE = "ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345-6789"

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints"),
    pytest.mark.qt_log_ignore("raise"),
    pytest.mark.usefixtures("leaves_nothing"),
]


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the passwords that are set here cost little; what is in a file says what they cost."""
    monkeypatch.setattr(Library.protect, "__defaults__", (CHEAP,))
    monkeypatch.setattr(Library.change_secret, "__defaults__", (CHEAP,))
    yield
    sealed_library.forget_keys()


@pytest.fixture
def protected(path: Path) -> Path:
    """A library with a password, closed and locked."""
    with closing(Library.open(path)) as library:
        library.add(full_map())
        library.protect("four words in a row", CODE)
    sealed_library.forget_keys()
    return path


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """A window to be asked in."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def person(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[list[Any]]:
    """What a person does in one window after the other."""
    acts: list[Any] = []

    def at_work(window: RemovePassword | SetPassword | Unlock) -> int:
        window.show()
        acts.pop(0)(window)
        qtbot.waitUntil(lambda: not window.isVisible())
        return window.result()

    for kind in (Unlock, SetPassword, RemovePassword):
        monkeypatch.setattr(kind, "exec", at_work)
    yield acts
    assert acts == []


def types(*words: str, qtbot: QtBot) -> Callable[..., Any]:
    def act(window: Unlock) -> None:
        for word in words:
            window.field.setText(word)
            window.open_button.click()
            qtbot.waitUntil(lambda: window.open_button.isEnabled() or not window.isVisible())

    return act


def sets(password: str, *, current: str = "") -> Callable[..., Any]:
    def act(window: SetPassword) -> None:
        if current:
            sure(window._known).fields[0].setText(current)
            window.next_button.click()
        for field in window._new.fields if window._new else ():
            field.setText(password)
        window.next_button.click()
        if window.code:
            window.typed_over.setText(window.code[-9:])
            window.next_button.click()

    return act


def test_who_leaves_at_the_password_changes_nothing(
    protected: Path, kring: Callable[..., Any], person: list[Any]
) -> None:
    before = protected.read_bytes()
    left: list[Unlock] = []

    def leaves(window: Unlock) -> None:
        window.reject()
        left.append(window)

    person.append(leaves)
    app = kring(until=lambda: bool(left))
    assert app.document is None
    assert protected.read_bytes() == before


def test_after_a_wrong_password_the_recovery_code_opens_and_a_new_one_is_asked_at_once(
    protected: Path, kring: Callable[..., Any], person: list[Any], qtbot: QtBot
) -> None:
    said = []

    def act(window: Unlock) -> None:
        types("wrong words in a row", qtbot=qtbot)(window)
        said.append(window.told.label.text())
        types(CODE.lower(), qtbot=qtbot)(window)

    person += [act, sets("another four words")]
    app = kring()
    assert app.document.map == full_map()
    assert "not the password" in said[0]
    assert "recovery code" in said[0]
    assert "password has been changed" in app.window.screens.notice.text
    app.window.close()
    sealed_library.forget_keys()
    assert sealed_library.unlock(protected, "another four words") == keys.PASSWORD
    with pytest.raises(Problem, match="password_wrong"):
        sealed_library.unlock(protected, "four words in a row")


def test_a_password_is_set_in_my_maps_and_asked_for_after_locking(
    path: Path, kring: Callable[..., Any], person: list[Any], qtbot: QtBot
) -> None:
    app = kring()
    app.document.add_partner("Somebody")
    app.window.screens.actions_by_id["maps"].trigger()
    foot = app.window.screens.maps.foot
    assert foot.password_button.accessibleName() == "Set a password …: Your maps have no password"
    person.append(sets("four words in a row"))
    foot.password_button.click()
    assert foot.protected.text() == "Your maps have a password"
    app.document.add_partner("Somebody else")
    app.window.screens.actions_by_id["lock"].trigger()
    assert not app.window.isVisible()
    following = app.following
    person.append(types("four words in a row", qtbot=qtbot))
    following.window.show()
    qtbot.waitUntil(lambda: following._background is not None)
    names = {partner.name for partner in following.document.map.partners}
    assert names == {"Somebody", "Somebody else"}
    following.window.close()
    following.window.deleteLater()


@pytest.mark.parametrize(
    ("first", "again", "said"),
    [("short", "short", "8 characters"), ("long enough", "other", "same")],
)
def test_a_password_that_will_not_do_says_why(
    path: Path, parent: QWidget, qtbot: QtBot, first: str, again: str, said: str
) -> None:
    with closing(Library.open(path)) as library:
        window = SetPassword(library, parent)
        qtbot.addWidget(window)
        sure(window._new).fields[0].setText(first)
        sure(window._new).fields[1].setText(again)
        window.next_button.click()
        assert said in window.told.label.text()
        assert window.at == 0
        assert not library.is_protected()


def test_the_code_has_to_be_on_paper_before_the_password_counts(
    path: Path, parent: QWidget, qtbot: QtBot
) -> None:
    with closing(Library.open(path)) as library:
        window = SetPassword(library, parent)
        qtbot.addWidget(window)
        for field in sure(window._new).fields:
            field.setText("four words in a row")
        window.next_button.click()
        at = as_a(QLineEdit, window.focusWidget())
        assert (at.text(), "shown only now" in at.accessibleDescription()) == (window.code, True)
        window.typed_over.setText("0000-0000")
        window.next_button.click()
        assert "how the code ends" in window.told.label.text()
        assert not library.is_protected()


def test_to_lock_maps_without_a_password_asks_for_one(
    kring: Callable[..., Any], person: list[Any]
) -> None:
    app = kring()
    person.append(lambda window: window.reject())
    app.window.screens.actions_by_id["lock"].trigger()
    assert app.following is None
    assert app.window.isVisible()


def test_the_password_offers_to_lock_at_once(
    protected: Path, parent: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed_library.unlock(protected, CODE)
    monkeypatch.setattr(
        Question, "ask", lambda box: next(b for b in box.buttons() if b.text() == "Lock now")
    )
    with closing(Library.open(protected)) as library:
        assert protection.ask(library, parent) == protection.LOCK


def test_only_who_knows_the_password_takes_it_away(
    protected: Path,
    parent: QWidget,
    qtbot: QtBot,
    person: list[Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sealed_library.unlock(protected, CODE)

    def act(window: RemovePassword) -> None:
        window._known.fields[0].setText("wrong words")
        window.next_button.click()
        qtbot.waitUntil(window.next_button.isEnabled)
        assert "not the password" in window.told.label.text()
        qtbot.keyClicks(window._known.fields[0], "four words in a row")  # over what was typed
        window.next_button.click()

    person.append(act)
    monkeypatch.setattr(
        Question, "ask", lambda box: next(b for b in box.buttons() if b.text().startswith("Remove"))
    )
    with closing(Library.open(protected)) as library:
        assert protection.ask(library, parent) == "Your maps no longer have a password."
        assert not library.is_protected()
        assert library.load("network")[0] == full_map()


def test_a_new_password_that_does_not_do_is_typed_over(
    path: Path, parent: QWidget, qtbot: QtBot
) -> None:
    with closing(Library.open(path)) as library:
        window = SetPassword(library, parent)
        window.show()
        first, again = sure(window._new).fields
        for field, typed in ((first, "short"), (first, "four words"), (again, "four wrods")):
            qtbot.keyClicks(field, typed)
            window.next_button.click()
        assert (first.text(), again.text()) == ("four words", "four wrods")
        qtbot.keyClicks(again, "four words")
        window.next_button.click()
        assert window.typed_over.isVisible()
        for typed in ("not the end", window.code[-9:]):
            qtbot.keyClicks(window.typed_over, typed)
            window.next_button.click()
        qtbot.waitUntil(lambda: not window.isVisible())
        assert library.is_protected()


def test_maps_are_locked_when_nobody_has_been_there(
    path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    with closing(Library.open(path)) as library:
        document = Document(library, qapp)
        rest = IdleWatch(document, document)
        came = []
        rest.came.connect(lambda: came.append(now[0]))
        for minutes in (0, 10, 14):
            now[0] = minutes * 60
            rest.look()
        document.selection_changed.emit()
        now[0] = 16 * 60
        rest.look()
        assert came == []
        now[0] = 31 * 60
        rest.look()
        assert came == [31 * 60]
        document.deleteLater()
