"""The window with all keys and the guide for a lesson."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from app import RESOURCES, language
from app.models.vocabulary import Term, vocabulary
from app.views.frame.command_list import commands
from app.views.frame.help import Help
from app.views.frame.key_list import by_hand, in_menu
from app.words import current_language
from tests.parsed import modules_with, nodes
from tests.sure import as_a
from tools import words

ROOT = RESOURCES.parent

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(params=["nl", "en"])
def shown(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Help]:
    language.install(request.param)
    parent = QWidget()
    qtbot.addWidget(parent)
    window = Help(parent)
    window.show()
    yield window
    window.close()
    language.install("en")


def test_every_key_of_the_menu_is_there(shown: Help) -> None:
    said = {label.text() for label in shown.findChildren(QLabel)}
    assert {command.text for command in commands() if command.keys} <= said


def test_page_down_scrolls_what_is_shown_from_its_title_on(shown: Help, qtbot: QtBot) -> None:
    shown.resize(500, 400)
    for page in ("keys", "lesson"):
        shown.show_page(page)
        button = shown.switch.button(page)
        button.setFocus()
        area = as_a(QAbstractScrollArea, shown.pages.currentWidget())
        QApplication.processEvents()
        assert area.verticalScrollBar().maximum() > 0
        qtbot.keyClick(button, Qt.Key.Key_PageDown)
        assert area.verticalScrollBar().value() > 0
        qtbot.keyClick(button, Qt.Key.Key_PageUp)
        assert area.verticalScrollBar().value() == 0


# Where the list of keys speaks of what a folder of the views takes.
PLACES = {
    "map": ("With someone selected", "Tools of the map"),
    "people": ("Not on the map yet", "In a field", "Finding someone", "In a table"),
    "widgets": (
        *("In a field", "In a table", "Where you choose an answer"),
        *("With someone selected", "Questions to talk about"),
    ),
    "library": ("In My maps",),
    "passes": ("With one question at a time", "Where you choose an answer"),
    "insight": ("In a chart, and with two maps side by side", "On the ladder", "In a table"),
    "compare": ("In a chart, and with two maps side by side",),
    "group": ("In a chart, and with two maps side by side",),
    "reflect": ("Questions to talk about",),
    "exchange": ("Questions to talk about",),
    "replay": ("In “How the map came about”",),
    "frame": ("Everywhere",),
}
SIGNS = {"Right": "→", "Left": "←", "Up": "↑", "Down": "↓", "PageUp": "Page Up"}
SIGNS |= {"PageDown": "Page Down", "Plus": "+", "Equal": "+", "Minus": "−"}
# Enter, Space and Esc do everywhere what they do in any program; the rest only goes with others.
ANYWHERE = {"Return", "Enter", "Space", "Escape", "Tab", "Backtab"}
ANYWHERE |= {"Shift", "Control", "Alt", "AltGr", "Meta", "CapsLock", "NumLock"}


def test_every_key_that_a_view_takes_is_told_of_where_it_works() -> None:
    language.install("en")
    told = {place: " ".join(keys for keys, _ in rows) for place, rows in (*by_hand(), *in_menu())}
    menu = [place for place, _ in in_menu()]
    untold = set()
    for module, code in modules_with(ROOT / "app" / "views", "Key_"):
        room = module.relative_to(ROOT / "app" / "views").parts[0]
        said = " ".join(told[place] for place in (*PLACES.get(room, ()), *menu))
        for node in nodes(code):
            if not isinstance(node, ast.Attribute) or module.name == "keys.py":
                continue
            if not node.attr.startswith("Key_"):
                continue
            key = node.attr.removeprefix("Key_")
            if key in ANYWHERE or key.isdigit():
                continue
            sign = SIGNS.get(key, key)
            arrows = key in ("Up", "Down", "Left", "Right") and "Arrow keys" in said
            if not arrows and not re.search(rf"(?<!\w){re.escape(sign)}(?!\w)", said):
                untold.add(f"{module.relative_to(ROOT)}: {key}")
    assert untold == set()


def test_the_guide_is_in_the_language_of_the_app(shown: Help) -> None:
    guide = as_a(QTextBrowser, shown.pages.widget(1))
    text = guide.toPlainText()
    assert ("90 minuten" in text) == (current_language() == "nl")
    assert not guide.openLinks()
    assert shown.pages.count() == 3


def test_both_guides_have_the_same_parts() -> None:
    parts = [
        [line[:2] for line in file.read_text("utf-8").splitlines() if line[:1] in "#|1234567890"]
        for file in sorted((RESOURCES / "guide").glob("lesson_*.md"))
    ]
    assert len(parts) == 2
    assert parts[0] == parts[1]


# --- what the guides and the sentences call a button is what it is called


def texts(tongue: str) -> set[Any]:
    """Return all texts of the app in a language, the words of the vocabulary too."""
    at = "id" if tongue == "en" else "string"
    catalog = [m for m in words.updated(words.DUTCH.read_bytes()) if m.id]
    said = {form for m in catalog for form in listed(getattr(m, at))}
    known = vocabulary()
    terms: list[Mapping[str, Term]] = [known.settings, known.quadrants, *known.choices.values()]
    found = {term.label(tongue) for listed in terms for term in listed.values()}
    found |= {step.label(tongue) for scale in known.scales.values() for step in scale.steps}
    return found | said


def listed(forms: str | tuple[Any, Any]) -> tuple[Any, ...]:
    """Return the forms of a text: one, or one for each number."""
    return forms if isinstance(forms, tuple) else (forms,)


def called(text: str) -> str:
    """Return a text as it is spoken of: without dots, places, a count or what is in brackets."""
    name = re.split(r":\s|\s\(", text)[0].replace("&", "").rstrip(" …▾").casefold()
    return re.sub(r"\{n\}|\d+", "#", name)  # whatever the number is


NOT_NAMES = {
    *("Samenwerken kent vele gezichten",),
    "Samen-DOEN door onderwijs en externe partners in coronatijd",
    *("ouders 1", "ouders 2", "parents 1", "parents 2"),  # as a name is written
    *("lines_drawn", "yes"),  # of a table
    *("je", "you"),  # as a person is spoken to
    *("kring convert MAP", "kring convert FOLDER"),  # what is typed
}


@pytest.mark.parametrize(
    ("tongue", "file"),
    [
        ("nl", RESOURCES / "guide" / "lesson_nl.md"),
        ("en", RESOURCES / "guide" / "lesson_en.md"),
    ],
)
def test_every_name_in_the_guide_is_the_name_of_something(tongue: str, file: Path) -> None:
    known = {called(text) for text in texts(tongue)}
    named = re.findall(r"(?<![*\w])\*([^*\n]+)\*(?![*\w])", file.read_text("utf-8"))
    assert len(named) > 12
    assert [name for name in named if called(name) not in known] == []


def test_every_menu_entry_and_button_the_readme_names_is_called_so() -> None:
    known = {called(text) for text in texts("en")}
    named = re.findall(r"(?:Press|with|under) \*([A-Z][^*\n]+)\*", (ROOT / "README.md").read_text())
    assert len(named) > 3
    assert [name for name in named if called(name) not in known] == []


@pytest.mark.parametrize(("tongue", "quoted"), [("nl", r"‘([^’{}]+)’"), ("en", r"“([^”{}]+)”")])
def test_every_name_a_sentence_quotes_is_the_name_of_something(tongue: str, quoted: str) -> None:
    known = {called(text) for text in texts(tongue)}
    named = {name for text in texts(tongue) for name in re.findall(quoted, text)} - NOT_NAMES
    assert len(named) > 10
    assert [name for name in named if called(name) not in known] == []
