"""A lens is declared once: nobody else lists lenses, and one that is not known any more is none."""

import ast
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import app
from app.analysis.lens import LENSES
from app.document import Document
from app.settings import Settings
from app.views.frame.window import MainWindow
from tests.parsed import nodes

APP = Path(app.__file__).parent
DECLARED = APP / "views" / "map" / "lens.py"
FEW = 2
"""A choice of two is a choice; more is a list."""


def listed(code: str) -> list[int]:
    """Return the lines at which three lenses or more stand in one literal."""
    found = []
    for node in nodes(code):
        if isinstance(node, ast.Tuple | ast.List | ast.Set):
            parts = node.elts
        elif isinstance(node, ast.Dict):
            parts = [key for key in node.keys if key is not None]
        else:
            continue
        values = {part.value for part in parts if isinstance(part, ast.Constant)}
        if len(values & set(LENSES)) > FEW:
            found.append(node.lineno)
    return found


def test_nobody_else_lists_lenses() -> None:
    modules = [path for path in APP.rglob("*.py") if path != DECLARED]
    assert [
        f"{path.relative_to(APP)}:{line}"
        for path in modules
        for line in listed(path.read_text("utf-8"))
    ] == []


def test_a_list_of_lenses_would_be_found() -> None:
    assert listed("a = ('free', 'contact', 'gap')\nb = {'gap': 1, 'importance': 2}") == [1]


@pytest.mark.parametrize(
    "stored", ["energy", "''", '"\\x0"', "9" * 5000, "@Invalid()", "free, gap"]
)
def test_a_stored_lens_that_is_not_there_counts_as_the_first(
    tmp_path: Path, document: Document, qtbot: QtBot, stored: str
) -> None:
    file = tmp_path / "settings.ini"
    file.write_text(f"[General]\nlens={stored}\n", "utf-8")
    settings = Settings(file)
    settings.language = "en"
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.show()
    window.show_document(document)
    assert settings.lens == "free"
    assert window.screens.map.view.map_scene.lens.id == "free"
