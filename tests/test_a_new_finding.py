"""The worked example of a new finding is true: in a copy of the app all of it comes about."""

import json
from pathlib import Path
from typing import Final

from tests.test_a_new_field import ROOT, changes

EXAMPLE: Final = ROOT / "docs" / "changes" / "a-new-finding.md"
TRIED: Final = """
import os
from contextlib import closing
from pathlib import Path
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from PySide6.QtWidgets import QApplication
from app import language
from app.analysis.questions import prompts
from app.application import do as run
from app.document import Document
from app.exchange.kring_file import write_kring
from app.models.network import Map, Network, Partner
from app.storage.library import Library
from app.views.insight.findings import FindingsPage
from app.analysis.study import study
from app.views.insight.highlight import Highlight
from app.views.widgets import theme

answers = {"Ann": "costs", "Bo": "gives", "Cas": "costs"}
people = [Partner(id=n, name=n, energy=energy) for n, energy in answers.items()]
whole = Map.of([Network(id="n", series="s"), *people])
app = QApplication.instance() or QApplication([])
with closing(Library.open(Path("tried.sqlite"))) as library:
    language.install("en")
    theme.wear("light", 100)
    page = FindingsPage(Document(library), Highlight())
    page.more.setChecked(True)
    page.show_map(study(whole))
    print(page.text())
print("asked:", next(p for p in prompts(whole) if p.question == "R16"))
write_kring(whole, Path("tried.kring"))
asked = ["analyse", "tried.kring", "--lang", "en"]
run(asked)
run([*asked, "--json"])
assert run(["report", "tried.kring", "--lang", "en", "-o", "tried.docx"]) == 0
"""


def test_it_takes_an_entry_and_a_line() -> None:
    assert {file for file, _, _ in changes(EXAMPLE)} == {
        "app/analysis/findings/answers.py",
        "app/analysis/findings/all_findings.py",
    }


def holds(told: str, folder: Path) -> None:
    """See that the screen, the question, the command and the report have it."""
    from docx import Document

    said = "Working with Ann and Cas costs you energy."
    assert f"It takes energy: {said}" in told
    (asked,) = [line for line in told.splitlines() if line.startswith("asked:")]
    assert "people=('Ann', 'Cas'), because='costs_energy'" in asked
    (row,) = [line for line in told.splitlines() if line.startswith("  Costs energy")]
    assert row.split(maxsplit=2)[2] == "Ann, Cas"
    found = json.loads(next(line for line in told.splitlines() if line.startswith("{")))
    assert {"Ann", "Cas"} in [
        set(f["people"]) for f in found["findings"] if f["code"][:5] == "costs"
    ]
    paper = [paragraph.text for paragraph in Document(str(folder / "tried.docx")).paragraphs]
    assert any(text.endswith(said) for text in paper)
