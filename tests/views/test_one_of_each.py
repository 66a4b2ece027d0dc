"""A number and its noun go together on every screen: *1 partner*, never *1 partners*."""

import re
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtWidgets import QApplication

from app import language
from app.document import Document
from app.settings import Settings
from app.storage.library import Library
from app.views.frame.window import MainWindow
from app.views.widgets import theme
from tests.examples import in_turn
from tests.pictures import example, lead_to
from tests.untranslated import seen

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SCREENS: Final = (
    "pairs-begin",
    "pairs-end",
    "insight-figures",
    "again-end",
    "compare-side",
    "share",
)
"""Those that count most."""
MANY: Final = {
    "nl": "partners|mensen|kaarten|vragen|voornemens|antwoorden|bladzijden|minuten|anderen|paren|"
    "lijnen|momenten|soorten|omgevingen|personen|namen|bevindingen|groepen",
    "en": "partners|people|maps|questions|intentions|answers|pages|minutes|others|pairs|lines|"
    "moments|kinds|settings|persons|names|findings|groups|times",
}
DO: Final = {"nl": "zijn|staan|hebben|doen|waren|komen", "en": "are|have|do|were|stand|come"}


def faults(text: str, tongue: str) -> list[str]:
    """Return where one is spoken of as many."""
    many = rf"(?<![\d.,:–-])\b1 (?:\w+ )?(?:{MANY[tongue]})\b"
    does = rf"(?<![\d.,:–-])\b1 (?:van de|of the|of|van) \d+(?: \w+)? (?:{DO[tongue]})\b"
    return [found.group() for found in re.finditer(f"{many}|{does}", text)]


@pytest.mark.parametrize("text", ["1 partners", "van de 1 paren", "1 van de 8 partners zijn weg"])
def test_what_is_looked_for_is_found(text: str) -> None:
    assert faults(text, "nl")
    assert not faults("11 partners, 2,1 partners, 1 partner, 1 van de 8 partners is weg", "nl")


def test_on_every_screen_one_is_one(qapp: QApplication, tmp_path: Path) -> None:
    found: dict[str, str] = {}
    for screen, (tongue, count) in in_turn(SCREENS, (("nl", 1), ("en", 2))):
        place = tmp_path / f"{screen}-{tongue}"
        place.mkdir()
        settings = Settings(place / "settings.ini")
        settings.language, settings.motion, settings.lens = tongue, False, "gap"
        language.install(tongue)
        library = Library.open(place / "library")
        library.add(example(count))
        document = Document(library)
        document.open(f"map{count}")
        window = MainWindow(settings)
        window.resize(1366, 768)
        window.show()
        window.show_document(document)
        lead_to(window, document, screen, count)
        for _ in range(3):
            qapp.processEvents()
        for root in [w for w in QApplication.topLevelWidgets() if w.isVisible()]:
            for text in seen(root):
                found.update(dict.fromkeys(faults(text, tongue), f"{screen}: {text}"))
            root.close()
        window.deleteLater()
        library.close()
        qapp.processEvents()
    language.install("en")
    theme.wear("light", 100)
    assert not found
