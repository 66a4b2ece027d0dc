"""No text escapes translation: found by running screens and writers, not by reading the code."""

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from app import RESOURCES
from tests.parsed import nodes
from tools.words import marked_in, name_of

SHOWING: Final = frozenset(
    """
    setText setToolTip setTitle setWindowTitle setPlaceholderText setAccessibleName
    setStatusTip setAccessibleDescription setWhatsThis addItem addItems addAction addMenu
    addTab setTabText setItemText insertItem setLabelText setInformativeText setDetailedText
    addButton drawText showMessage announce tell joined filled soft_line QLabel QPushButton
    QToolButton QCheckBox QRadioButton QAction QGroupBox QMenu QListWidgetItem
    QTableWidgetItem
    """.split()  # noqa: SIM905 (a list of them would be a line each)
)
"""What brings a text before a person."""
OURS: Final = re.compile(r"\bKring\b")

SCREENS = os.environ.get("KRING_SCREENS", "draw-gap insight").split()
"""Each screen takes some seconds: `python -m tests.untranslated` walks through all of them."""


def test_whatever_reaches_a_person_was_marked_to_be_translated() -> None:
    found = subprocess.run(
        [sys.executable, "-m", "tests.untranslated", *SCREENS],
        cwd=RESOURCES.parent,
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    )
    assert json.loads(found.stdout) == []


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        ("say('Plain')", ["Plain"]),
        ("f\"{names} {say('Within another')}\"", ["Within another"]),
        ("f'{names} {other(say(\"Twice within\"))}'", ["Twice within"]),
        ("words.say('Of a module', n=1)", ["Of a module"]),
        ("say('In two ' 'pieces')", ["In two pieces"]),
        ("say_n('One', 'Many', n)", ["One", "Many"]),
        ("say_in('Where', 'What')", ["Where", "What"]),
        ("say(marked('Marked'))", ["Marked"]),
        ("say(text)", []),
    ],
)
def test_a_marked_text_is_found_wherever_it_stands(code: str, texts: list[str]) -> None:
    assert [text for _, found in marked_in(code) for text in found] == texts


def plain(node: ast.expr) -> Iterator[str]:
    """Yield the texts of an argument that nobody marked."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts):
            for part in parts:
                yield from plain(part.value if isinstance(part, ast.FormattedValue) else part)
        case ast.BinOp(left=left, right=right):
            yield from (*plain(left), *plain(right))
        case ast.IfExp(body=one, orelse=other):
            yield from (*plain(one), *plain(other))
        case ast.Tuple(elts=parts) | ast.List(elts=parts):
            for part in parts:
                yield from plain(part)


def unmarked(code: str) -> list[str]:
    """Return the texts with words in them that code shows and that nobody marked."""
    return [
        text
        for call in nodes(code)
        if isinstance(call, ast.Call) and name_of(call) in SHOWING
        for argument in (*call.args, *(named.value for named in call.keywords))
        for text in plain(argument)
        if re.search(r"[A-Za-z]{2,}", OURS.sub("", text))
    ]


@pytest.mark.parametrize(
    "code",
    [
        "label.setText('The owner agrees')",
        "label.setText(f'{name} agrees')",
        "QLabel('Agreed' if yes else say('Not'))",
        "joined([say('Yes'), 'and no'])",
        "box.addItem(name + ' (old)')",
    ],
)
def test_a_text_that_nobody_marked_is_found(code: str) -> None:
    assert len(unmarked(code)) == 1


def test_no_code_shows_a_text_that_nobody_marked() -> None:
    app = Path(__file__).parents[1] / "app"
    found = {
        path.relative_to(app).as_posix(): texts
        for path in app.rglob("*.py")
        if (texts := unmarked(path.read_text("utf-8")))
    }
    assert found == {}
