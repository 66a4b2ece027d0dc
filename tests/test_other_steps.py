"""The worked example of other steps on a scale is true: in a copy of the app all follow it."""

import ast
import re
from pathlib import Path
from typing import Final

from tests.parsed import nodes
from tests.test_a_new_field import ROOT, changes, published

EXAMPLE: Final = ROOT / "docs" / "changes" / "other-steps.md"
_TRIED: Final = """
import os
from contextlib import closing
from pathlib import Path
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from app import RESOURCES, language
from app.analysis.batch.arrays import batch
from app.analysis.batch.measures import measured
from app.analysis.lens import LENSES
from app.document import Document
from app.exchange.kring_file import read_kring
from app.exchange.answers import answer_code
from app.models.network import Network
from app.models.problem import Problem
from app.report.method import paragraphs
from app.storage.library import Library
from app.views.passes.rating.questions import questions
from app.views.people.editors import editor
from app.views.widgets import keys, theme
from app.views.widgets.line_widths import LINE_WIDTHS
from app.models.network import Partner, rules_of

app = QApplication([])
language.install("en")
theme.wear("light", 100)
print("rings:", LENSES["importance"].rings(), LENSES["contact"].codes)
print("bins:", [len(question.answers) for question in questions()])
print("keys:", keys.digits_of("frequency"), "and", keys.digits_of("importance"))
print("widths:", list(LINE_WIDTHS.values()))
print("read:", answer_code("importance", "6"), answer_code("frequency", "every day"))
print("method:", paragraphs(Network(id="n", series="s"))[0])
for name in ("frequency", "importance"):
    editor(name, rules_of(Partner)[name])
try:
    read_kring(RESOURCES / "examples" / "example_nl.kring")
except Problem as problem:
    print("refused:", problem.code)
with closing(Library.open(Path("tried.sqlite"))) as library:
    document = Document(library)
    document.new_map("Tried")
    print("cuts:", document.map.network.importance_cut, document.map.network.frequency_cut)
    ann = document.add_partner("Ann")
    document.select([ann])
    for text in "^&8":
        key, shift = Qt.Key(ord(text)), Qt.KeyboardModifier.ShiftModifier
        press = QKeyEvent(QEvent.Type.KeyPress, key, shift, text)
        rated = keys.rate_by_key(document, press)
        print("pressed:", text, rated, document.map.partner(ann).importance)
    document.set_partners([ann], frequency=3)
    print("rated:", measured(batch([document.map]))["valid"].tolist())
"""


def test_one_file_of_words_changes() -> None:
    assert {file for file, _, _ in changes(EXAMPLE)} == {"resources/vocabulary/scales.toml"}


def test_all_that_asks_and_shows_it_follows(tmp_path: Path) -> None:
    _, told = published(EXAMPLE, tmp_path, _TRIED)
    for line in (
        "rings: ('Extremely', 'Very', 'Rather', 'Fairly', 'Slightly', 'Hardly', 'Not')",
        "(3, 2, 1, 0)",
        "bins: [4, 7, 4, 5, 2]",
        "keys: 0 – 3 and 1 – 7",
        "widths: [1.25, 1.75, 4.5, 8.0]",
        "read: 6 None",
        "refused: file_scale",
        "cuts: 5 2",
        "pressed: ^ True 6",
        "pressed: & True 7",
        "pressed: 8 False 7",
        "rated: [1.0]",
    ):
        assert line in told
    assert "(3 steps, from “seldom” to “every school day”)" in told
    assert "(7 steps)" in told


def test_nobody_else_says_how_many_steps_there_are() -> None:
    """No sentence has the range of a scale in it, and no answer is compared with a digit."""
    said = re.compile(r"\b(of|van) [4-7]\b(?! partners)|\b[01] ?[-–] ?[4-7]\b|\b(five|six) steps\b")
    rated = re.compile(r"\b(frequency|importance|satisfaction|trust)\b")
    found = []
    for path in sorted((ROOT / "app").rglob("*.py")):
        for node in nodes(path.read_text("utf-8")):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("say", "say_n"):
                texts = [one.value for one in ast.walk(node) if isinstance(one, ast.Constant)]
                found += [(path.name, text) for text in texts if said.search(str(text))]
            elif isinstance(node, ast.Compare):
                digits = [one.value for one in ast.walk(node) if isinstance(one, ast.Constant)]
                counts = any(type(digit) is int and digit > 1 for digit in digits)
                if counts and rated.search(ast.unparse(node)):
                    found.append((path.name, ast.unparse(node)))
    assert found == []
