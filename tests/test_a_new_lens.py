"""The worked example of a new lens is true: in a copy of the app all of it comes about."""

from pathlib import Path
from typing import Final

from tests.test_a_new_field import ROOT, changes

EXAMPLE: Final = ROOT / "docs" / "changes" / "a-new-lens.md"
TRIED: Final = """
import os
from pathlib import Path
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication, QListWidget, QAbstractButton
from app import language
from app.application import do as run
from app.document import Document
from app.exchange.kring_file import write_kring
from app.models.network import Map, Network, Partner
from app.settings import Settings
from app.storage.library import Library
from app.views.frame.command_list import commands
from app.views.frame.window import MainWindow
from app.views.map.drag import drop_on_map
from app.report.compose import compose
from app.report.wanted import ReportChoices

answers = {"a": "gives", "b": "costs", "c": None}
people = [
    Partner(id=key, name=f"Name {key}", setting="in_school", energy=answer)
    for key, answer in answers.items()
]
whole = Map.of([Network(id="n", series="s"), *people])
app = QApplication.instance() or QApplication([])
language.install("en")
settings = Settings(Path("tried.ini"))
settings.language = "en"
settings.motion = False
document = Document(Library.open(Path("tried.kringlib")))
document.add_map(whole)
window = MainWindow(settings)
window.show()
window.show_document(document)
window.screens.actions_by_id["lens_energy"].trigger()
app.processEvents()
assert Settings(Path("tried.ini")).lens == "energy", "settings"
scene, tray = window.screens.map.view.map_scene, window.screens.quick_add.tray
print("rings:", scene.lens.rings())
assert set(scene.picture.spots) == {"a", "b"}, "map"
(waiting,) = tray.findChildren(QListWidget)
assert [waiting.item(row).text() for row in range(waiting.count())] == ["Name c"], "still to place"
assert "lens_energy" in {command.id for command in commands()}, "menu"
tips = [button.toolTip() for button in window.screens.map.findChildren(QAbstractButton)]
assert "The nearer to you, the more energy it gives (F4)" in tips, tips
near = scene.picture.spots["a"]
assert drop_on_map(document, scene, ["c"], QPointF(near.x, near.y)), "drop"
assert document.map.partner("c").energy == "gives", "drop"
buttons = window.screens.compare.findChildren(QAbstractButton)
assert "Energy" in [button.text() for button in buttons], "compare"
choices = ReportChoices(parts=frozenset({"maps"}), lenses=("energy",))
report = compose(whole, None, choices).report
assert "the contact gives more energy" in str(report), "report"
write_kring(whole, Path("tried.kring"))
asked = ["picture", "tried.kring", "--lens", "energy", "--lang", "en", "-o", "tried.svg"]
assert run(asked) == 0, "picture"
assert "Gives energy" in Path("tried.svg").read_text("utf-8"), "picture"
print("all of it")
"""


def test_it_takes_one_file() -> None:
    assert {file for file, _, _ in changes(EXAMPLE)} == {"app/analysis/lens.py"}


def holds(told: str, folder: Path) -> None:
    """See that it is everywhere a lens is."""
    assert "rings: ('Gives energy', 'Neutral', 'Takes energy')" in told
    assert "all of it" in told
