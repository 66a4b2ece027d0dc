"""The worked example of a new screen is true: in a copy of the app all of it comes about."""

from pathlib import Path
from typing import Final

from tests.test_a_new_field import ROOT, changes

EXAMPLE: Final = ROOT / "docs" / "changes" / "a-new-screen.md"
TRIED: Final = """
import os
from pathlib import Path
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from PySide6.QtWidgets import QApplication, QLabel
from app import language
from app.document import Document
from app.models.network import Map, Network, Partner
from app.settings import Settings
from app.storage.library import Library
from app.views.frame.window import MainWindow

app = QApplication.instance() or QApplication([])
language.install("en")
settings = Settings(Path("tried.ini"))
settings.language = "en"
document = Document(Library.open(Path("tried.kringlib")))
document.add_map(Map.of([Network(id="n", series="s"), Partner(id="a", name="Sam")]))
window = MainWindow(settings)
window.show()
window.show_document(document)
window.screens.actions_by_id["settings_page"].trigger()
for theme in ("dark", "light"):
    settings.theme = theme
    app.processEvents()
    assert window.screens.shown == "settings_page"
    (text,) = window.screens.room.centre.currentWidget().findChildren(QLabel)
    print(text.text())
"""


def test_it_takes_one_folder_and_one_row() -> None:
    files = {file for file, _, _ in changes(EXAMPLE)}
    of_its_own = {file for file in files if file.startswith("app/views/settings_page/")}
    assert files - of_its_own == {"app/views/frame/screen_list.py"}


def holds(told: str, folder: Path) -> None:
    """See that it is in the menu, and stays when the window is dressed anew."""
    assert told.splitlines() == ["No area yet: Sam"] * 2
