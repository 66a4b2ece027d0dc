"""What led to a fault is told in codes, and no text of a map can get among them."""

import ast
import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, TypeGuard

import pytest
from PySide6.QtWidgets import QApplication

from app import errors, trail
from app.document import Document
from app.models.network import Network, Partner, Record, rules_of
from app.storage.library import Library
from tests.parsed import modules_with, nodes
from tests.sure import sure

APP: Final = Path(__file__).parents[1] / "app"
SECRET: Final = "geheim"
"""A text of a map that has the form of a code, so that the form alone does not keep it out."""

PASSED: Final = {
    "action": "the name of an edit, made in the document of its own words and names of fields",
    "key": "the name of a setting",
    "problem.code": "the code of a problem, which has a sentence of its own",
    "row.id": "the name of a screen",
    "self.command.id": "the name of a command",
}
"""What is noted beside what stands in the code word for word, and why it is no text."""


@pytest.fixture(autouse=True)
def _nothing_noted() -> Iterator[None]:
    trail.forget()
    yield
    trail.forget()


def noted() -> list[str]:
    return [line.partition(": ")[2] for line in trail.told().splitlines()]


@pytest.fixture
def document(tmp_path: Path, qapp: QApplication) -> Iterator[Document]:
    library = Library.open(tmp_path / "library")
    yield Document(library)
    library.close()


def report(folder: Path) -> str:
    error = ValueError(SECRET)
    written = errors.write_report(folder, type(error), error, None)
    assert written is not None
    return written.read_text("utf-8")


def write_everywhere(document: Document) -> None:
    """Write the text wherever a map takes one, and where it takes none."""
    document.new_map(SECRET)
    key = document.add_partner(SECRET, kind=SECRET)
    other = document.add_partner("else")
    ways: list[tuple[type[Record], Callable[..., object]]] = [
        (Partner, lambda **values: document.set_partners([sure(key)], **values)),
        (Network, document.set_network),
    ]
    for kind, give in ways:
        for name, rule in rules_of(kind).items():
            if rule.stored_as == "text" and not rule.is_id:
                give(**{name: SECRET})
    document.add_outline([sure(key), sure(other)], SECRET)
    document.set_note(sure(document.add_note(SECRET, 0.0, 0.0)), text=SECRET)
    document.set_intention(sure(document.intend(SECRET)), first_step=SECRET, sign=SECRET)
    document.intend_with(sure(document.intend("next")), SECRET)
    document.answer("1.1", SECRET)
    document.succeed(sure(document.map.partner(sure(key))), SECRET)
    document.rename_map(document.map.network.id, SECRET)
    document.duplicate_map(document.map.network.id, SECRET)


def test_no_text_of_a_map_comes_into_the_report_of_a_fault(
    document: Document, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_everywhere(document)
    assert SECRET in repr([*document.map.records.values()])
    text = report(tmp_path)
    assert "before: edit set_notes" in text
    assert "before: refused bad_value" in text, "a value that a field cannot hold is a text too"
    assert SECRET not in text
    assert SECRET not in capsys.readouterr().err


def test_what_is_noted_is_a_code_wherever_it_is_noted() -> None:
    passed: set[Any] = set()
    for _path, code in modules_with(APP, "trail"):
        for call in nodes(code):
            if _calls(call, "trail.note"):
                passed.update(
                    ast.unparse(given) for given in call.args if not _is_written_out(given)
                )
    assert passed == PASSED.keys()


def _calls(node: ast.AST, what: str) -> TypeGuard[ast.Call]:
    """Tell whether a function is called by the name of what it is part of, and its own."""
    of, name = what.split(".")
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    return node.func.attr == name and ast.unparse(node.func.value) == of


def _is_written_out(given: ast.expr) -> bool:
    choices = [given.body, given.orelse] if isinstance(given, ast.IfExp) else [given]
    return all(isinstance(one, ast.Constant) for one in choices)


def test_the_action_of_an_edit_is_put_together_of_words_of_the_code() -> None:
    """No value of a record stands in it: names of actions, of fields and of kinds of records."""
    made = set()
    for path in (APP / "document").glob("*.py"):
        for call in nodes(path.read_text("utf-8")):
            if _calls(call, "self._do"):
                (given, *_) = call.args
                if not _is_written_out(given):
                    made.add(ast.unparse(given))
    assert made <= {
        "action",
        "f'add_{_called(record)}'",
        "f'drop_{_called(standing)}'",
    }


@pytest.mark.parametrize(
    "text", ["Noor", "de moeder van", "noor@school", "sam2", "é", "a" * 61, "a\nb", "/home/noor"]
)
def test_what_is_no_code_is_not_noted(text: str) -> None:
    trail.note("edit", text)
    assert noted() == [f"edit {trail.NO_CODE}"]


def test_only_the_last_are_kept_the_last_one_last() -> None:
    for _ in range(2 * trail.MOST):
        trail.note("edit", "move")
    trail.note("undo")
    assert len(noted()) == trail.MOST
    assert noted()[-2:] == ["edit move", "undo"]


def test_nothing_of_it_is_printed_or_handed_on(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[Any] = []
    monkeypatch.setattr(logging.getLogger(), "handle", heard.append)
    monkeypatch.setattr(logging.getLogger(), "callHandlers", heard.append)
    trail.note("edit", "move")
    assert (capsys.readouterr().err, logging.getLogger("kring").propagate) == ("", False)
    assert noted() == ["edit move"]
    assert heard == []


def test_the_way_through_the_window_is_told(kring: Callable[..., Any]) -> None:
    app = kring()
    trail.forget()
    page = app.window.screens
    page.actions_by_id["insight"].trigger()
    app.document.add_partner("Noor")
    app.document.undo()
    app.settings.theme = "dark"
    assert noted()[:2] == ["command insight", "screen insight"]
    assert noted()[2:5] == ["edit add_partner", "undo", "setting theme"]
