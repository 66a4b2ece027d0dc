"""A lens is declared once: nobody else lists lenses, and one that is not known any more is none."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

import app
from app.analysis.lens import LENSES
from app.document import Document
from app.settings import Settings
from app.views.frame.window import MainWindow
from tests.calls import calls_in
from tests.parsed import modules_with, nodes
from tests.pictures import example
from tests.sure import sure

APP = Path(app.__file__).parent
WAY = (("draw", "importance"), ("insight", "gap"), ("draw", "contact"), ("draw", "free"))
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
    assert [
        f"{path.relative_to(APP)}:{line}"
        for path, code in modules_with(APP, *(f'"{lens}"' for lens in LENSES))
        for line in listed(code)
    ] == []


def test_a_list_of_lenses_would_be_found() -> None:
    assert listed("a = ('free', 'contact', 'gap')\nb = {'gap': 1, 'importance': 2}") == [1]


@pytest.mark.parametrize(
    "stored", ["upside_down", "''", '"\\x0"', "9" * 5000, "@Invalid()", "free, gap"]
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


def test_who_goes_back_to_a_lens_or_a_screen_finds_most_laid_out(
    document: Document, settings: Settings, qtbot: QtBot
) -> None:
    document.add_map(example(8))
    document.set_partners(["p0"], name="In no other test")
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.show_document(document)

    def go_round(where: str = "layout/") -> int:
        return sum(count for name, count in calls_in(go).items() if name.startswith(where))

    def go() -> None:
        for screen, lens in WAY:
            window.screens.show_screen(screen)
            settings.lens = lens
            QApplication.processEvents()

    go_round()  # whoever stands somewhere for the first time
    assert go_round("layout/free_layout") == 0, "in the free lens nobody changed"
    again = go_round()
    document.set_partners(["p0"], importance=1)
    assert again < 0.6 * go_round(), again


def test_what_a_lens_shows_is_said_only_while_it_is_looked_through(
    window_of_eight: MainWindow, qtbot: QtBot
) -> None:
    window = window_of_eight
    view, look_through = window.screens.map.view, window.screens.map.look_through
    qtbot.waitUntil(lambda: bool(view.map_scene.people))
    for lens in ("importance", "contact"):
        look_through(lens)
        assert view.hinted == LENSES[lens].explanation()
    view.hint.say_briefly("Something else")
    window.screens.show_screen("insight")
    assert view.hinted == "Something else"
    window.screens.show_screen("draw")
    look_through("contact")
    window.screens.show_screen("insight")
    assert (view.map_scene.lens.id, view.hinted) == ("gap", "")


def test_after_a_click_around_the_map_the_keys_that_rate_are_for_who_is_selected(
    window_of_eight: MainWindow, document: Document, qtbot: QtBot
) -> None:
    window, panel = window_of_eight, window_of_eight.screens.map
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    key = document.map.partners[0].id
    document.select([key])
    panel.view.setFocus()
    lenses = [panel.switch.button(lens) for lens in ("importance", "contact")]
    for answer, button in enumerate([*lenses, *panel.zoom.findChildren(QPushButton)], 1):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.keyClick(sure(window.focusWidget()), f"{answer}")
        assert sure(document.map.partner(key)).frequency == answer, button.accessibleName()
