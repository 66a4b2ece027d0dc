"""The worked example of a new measure is true: in a copy of the app all of it comes about."""

from pathlib import Path
from typing import Final

from tests.test_a_new_field import ROOT, changes

EXAMPLE: Final = ROOT / "docs" / "changes" / "a-new-measure.md"
TRIED: Final = """
import os
from contextlib import closing
from pathlib import Path
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from PySide6.QtWidgets import QApplication
from app import language
from app.analysis.batch.arrays import batch
from app.analysis.batch.measures import measured
from app.analysis.measures import measures
from app.application import do as run
from app.document import Document
from app.exchange.kring_file import write_kring
from app.models.network import Map, Network, Partner
from app.storage.library import Library
from app.views.insight.figures import FiguresPage
from app.analysis.study import study
from app.views.widgets import theme

answers = {"a": 2, "b": 5, "c": None}
people = [Partner(id=key, name=key, importance=answer) for key, answer in answers.items()]
whole = Map.of([Network(id="n", series="s"), *people])
(reading,) = [one for one in measures(whole) if one.id == "mean_importance"]
assert (reading.value, reading.answered, reading.of) == (3.5, 2, 3), reading
assert measured(batch([whole]))["mean_importance"].tolist() == [3.5]
app = QApplication.instance() or QApplication([])
with closing(Library.open(Path("tried.sqlite"))) as library:
    language.install("en")
    theme.wear("light", 100)
    page = FiguresPage(Document(library))
    page.show_map(study(whole))
    print("window:", page.figure("mean_importance").value.text())
write_kring(whole, Path("tried.kring"))
asked = ["analyse", "tried.kring", "--lang", "en"]
assert run(asked) == run([*asked, "--json"]) == 0
"""


def test_it_takes_three_files() -> None:
    assert {file for file, _, _ in changes(EXAMPLE)} == {
        "app/analysis/batch/measures.py",
        "app/analysis/measures.py",
        "app/words/measures.py",
    }


def holds(told: str, folder: Path) -> None:
    """See that the window and the command have it."""
    assert "window: 3.5" in told
    (row,) = [line for line in told.splitlines() if line.startswith("How important they are")]
    assert row.split()[-1] == "3.50"
    assert '"mean_importance": 3.5' in told
