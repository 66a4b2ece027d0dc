"""High contrast: chosen, or asked for by the system; from the same tokens as the other themes."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.analysis.changes.chapters import Change
from app.document import Document
from app.settings import Settings
from app.views.compare.column import ChangeButton
from app.views.frame.window import MainWindow
from app.views.map.ground import band_colour
from app.views.widgets import theme
from tests.test_structure import GROUNDS, SETTINGS, contrast

BASES = ("light", "dark")
TEXT = ("ink", "soft_ink", "focus", "less_often", "less_named", "theirs")
LINES = ("field", "ring", "hairline", "tie", "ego_ring", "raised_edge")
PAIRS = (
    ("on_chosen", "chosen"),
    ("on_accent", "accent"),
    ("on_ego", "ego"),
    ("panel", "focus"),
    *(("ink", ground) for ground in ("faint", "tray", "raised", "marked")),
    *(("soft_ink", ground) for ground in ("faint", "tray")),
    *((way, f"{way}_field") for way in ("less_often", "less_named")),
)


@pytest.fixture(params=BASES)
def tokens(request: pytest.FixtureRequest) -> dict[Any, Any]:
    return theme.read_theme(f"contrast-{request.param}").tokens


@pytest.fixture
def dressed() -> Iterator[None]:
    yield
    theme.system_wants_contrast(wanted=False)
    theme.wear("light", 100)


def test_text_keeps_seven_to_one_and_lines_four_and_a_half(tokens: dict[Any, Any]) -> None:
    for ground in GROUNDS:
        for token in TEXT:
            assert contrast(tokens[token], tokens[ground]) >= 7, (token, ground)
        for token in (*LINES, *SETTINGS):
            assert contrast(tokens[token], tokens[ground]) >= 4.5, (token, ground)
    for front, back in PAIRS:
        assert contrast(tokens[front], tokens[back]) >= 7, (front, back)
    for setting in SETTINGS:
        assert contrast(tokens["on_fill"], tokens[setting]) >= 4.5


@pytest.mark.parametrize("base", BASES)
def test_the_edges_of_the_rings_are_seen_on_every_band(base: str) -> None:
    worn = theme.read_theme(f"contrast-{base}")
    for setting in SETTINGS:
        for band in range(5):
            tint = band_colour(worn, setting, band, 5).name()
            assert contrast(worn.tokens["band_edge"], tint) >= 3.5, (setting, band)


@pytest.mark.parametrize("base", BASES)
def test_it_has_the_tokens_of_the_theme_it_is_made_of(base: str) -> None:
    plain, high = theme.read_theme(base), theme.read_theme(f"contrast-{base}")
    assert high.tokens.keys() == plain.tokens.keys()
    assert high.name == plain.name


def test_it_can_be_chosen_and_follows_light_and_dark(tmp_path: Path, dressed: Any) -> None:
    settings = Settings(tmp_path / "settings.ini")
    settings.theme = "contrast"
    assert settings.theme == "contrast"
    theme.system_is(dark=True)
    theme.wear("contrast", 100)
    assert theme.current() is theme.read_theme("contrast-dark")
    theme.system_is(dark=False)
    theme.wear("contrast", 100)
    assert theme.current() is theme.read_theme("contrast-light")


def test_what_the_system_asks_for_is_followed_unless_a_theme_was_chosen(
    tmp_path: Path, qtbot: QtBot, document: Document, dressed: Any
) -> None:
    settings = Settings(tmp_path / "settings.ini")
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.show()
    window.show_document(document)
    asked = QGuiApplication.styleHints().accessibility().contrastPreferenceChanged
    before = theme.current()
    asked.emit(Qt.ContrastPreference.HighContrast)
    assert theme.current() is theme.read_theme(f"contrast-{before.name}")
    asked.emit(Qt.ContrastPreference.NoPreference)
    assert theme.current() is before
    settings.theme = "dark"
    asked.emit(Qt.ContrastPreference.HighContrast)
    assert theme.current() is theme.read_theme("dark")


@pytest.mark.parametrize("base", BASES)
def test_what_changed_can_be_read_where_it_is_chosen(base: str, dressed: Any, qtbot: QtBot) -> None:
    theme.wear(base, 100)
    theme.system_is(dark=base == "dark")
    theme.wear("contrast", 100)
    column = QWidget()
    qtbot.addWidget(column)
    button = ChangeButton(Change(("a",), "Museum", "weekly → monthly"), [], column)
    button.setChecked(True)
    button.resize(240, 48)
    picture = button.grab().toImage()
    seen = Counter(
        picture.pixelColor(x, y).name() for x in range(240) for y in range(picture.height())
    )
    letters, ground = (theme.current().colour(token).name() for token in ("on_chosen", "chosen"))
    assert seen[ground] > 2000
    assert seen[letters] > 40
