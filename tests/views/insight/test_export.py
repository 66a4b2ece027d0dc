"""What leaves the screen: pictures of the plot and the list, and all values as a table."""

import csv
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontInfo, QImage, QPainter
from PySide6.QtWidgets import QApplication, QFileDialog

from app import language
from app.analysis.gaps import is_valid
from app.document import Document
from app.models.problem import Problem
from app.models.vocabulary import vocabulary
from app.views.insight.export import picture
from app.views.insight.export_button import ExportButton
from app.views.insight.screen import Insight
from app.views.widgets import theme
from app.words.field_names import field_label
from tests.sure import sure
from tests.views.insight.conftest import draw

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def told(insight: Insight) -> list[Any]:
    told: list[Any] = []
    insight.told.connect(told.append)
    insight.refused.connect(told.append)
    return told


@pytest.mark.parametrize("what", ["plot", "list"])
def test_a_picture_has_colours_and_is_sharp(
    insight: Insight, lesson: dict[str, str], tmp_path: Path, told: list[Any], what: str
) -> None:
    path = tmp_path / "picture.png"
    getattr(insight.export, f"export_{what}")(path)
    image = QImage(str(path))
    assert image.width() >= 1000
    step = range(0, min(image.width(), image.height()), 3)
    assert len({image.pixelColor(x, y).rgb() for x in step for y in step}) > 20
    assert told == ["Saved as picture.png. It contains your partners' names."]


@pytest.mark.parametrize("what", ["plot", "list"])
def test_a_drawing_has_the_words_in_it(
    insight: Insight, lesson: dict[str, str], tmp_path: Path, what: str
) -> None:
    path = tmp_path / "picture.svg"
    getattr(insight.export, f"export_{what}")(path)
    root = ET.fromstring(path.read_text("utf-8"))
    text = "".join(root.itertext())
    assert ("Important, less contact" if what == "plot" else "Parents of Noor") in text


def test_a_plot_tells_somebody_who_has_only_the_picture(
    insight: Insight, lesson: dict[str, str], document: Document, tmp_path: Path
) -> None:
    """With a title, every answer along both axes, what the axes are, and who is who."""
    path = tmp_path / "plot.svg"
    insight.export.export_plot(path)
    said = [text for text in ET.fromstring(path.read_text("utf-8")).itertext() if text.strip()]
    whole = " ".join(said)
    for scale in ("frequency", "importance"):
        for step in vocabulary().scales[scale].steps:
            assert step.code == 0 or all(word in whole for word in step.short("en").split())
    assert {"Contact →", "Importance →"} <= set(said)
    assert all(partner.name in said for partner in document.map.partners if is_valid(partner))


def test_the_list_has_everybody_also_who_is_scrolled_away(
    insight: Insight, document: Document, tmp_path: Path
) -> None:
    draw(document, *((f"Person {n}", n % 6 + 1, n % 5 + 1, None) for n in range(60)))
    path = tmp_path / "list.svg"
    insight.export.export_list(path)
    text = "".join(ET.fromstring(path.read_text("utf-8")).itertext())
    assert all(f"Person {n}" in text for n in range(60))


@pytest.mark.parametrize(
    ("tongue", "separator", "often", "doing"),
    [
        ("nl", ";", "een paar keer per jaar", "informatie doorgeven"),
        ("en", ",", "a few times a year", "sharing information"),
    ],
)
def test_values_are_in_the_words_and_the_manner_of_the_language(
    insight: Insight,
    document: Document,
    tmp_path: Path,
    tongue: str,
    separator: str,
    often: str,
    doing: str,
) -> None:
    draw(document, *((f"Person {n}", n % 6 + 1, n % 5 + 1, None) for n in range(7)))
    keys = draw(document, ("=1+1", None, None, None), ("Zoë; “x”, y", 2, 5, 3))
    document.set_partners([keys["Zoë; “x”, y"]], forms=("inform", "act_together"))
    path = tmp_path / "values.csv"
    language.install(tongue)
    insight.export.export_values(path)
    heads = [field_label(field) for field in ("name", "frequency", "forms")]
    language.install("en")
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    lines = content.decode("utf-8-sig").splitlines()
    rows = list(csv.DictReader(lines, delimiter=separator))
    name, contact, forms = heads
    zoe = next(row for row in rows if row[name].startswith("Zoë"))
    assert zoe[name] == "Zoë; “x”, y"
    assert zoe[contact] == often
    assert zoe[forms].startswith(f"{doing}; ")
    numbers = [value for value in zoe.values() if re.fullmatch(r"-?\d[.,]\d{4}", value)]
    assert len(numbers) == 3
    assert all(("," in value) == (separator == ";") for value in numbers)
    formula = next(row for row in rows if "1+1" in row[name])
    assert formula[name] == "'=1+1"
    assert formula[contact] == ""


@pytest.mark.parametrize(
    ("what", "ending"), [("plot", ".svg"), ("list", ".svg"), ("values", ".csv")]
)
def test_what_was_exported_before_is_not_replaced_unasked(
    insight: Insight,
    lesson: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    what: str,
    ending: str,
) -> None:
    proposed = []

    def ask(parent: ExportButton, title: str, path: str, kinds: str) -> tuple[Any, Any]:
        proposed.append(path)
        return str(tmp_path / "mine"), kinds.split(";;")[-1]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(ask))
    (tmp_path / f"mine{ending}").write_text("mine")
    ask_for = {"plot": 0, "list": 1, "values": 2}[what]
    insight.export.menu().actions()[ask_for].trigger()
    called = {"plot": "chart"}.get(what, what)
    assert f" {called}." in proposed[0]
    assert (tmp_path / f"mine{ending}").read_text() == "mine"
    assert (tmp_path / f"mine 2{ending}").stat().st_size > 4


def test_what_cannot_be_written_is_said(
    insight: Insight, lesson: dict[str, str], tmp_path: Path, told: list[Any]
) -> None:
    insight.export.export_values(tmp_path / "nowhere" / "values.csv")
    [problem] = told
    assert isinstance(problem, Problem)
    assert problem.code == "file_not_written"


def test_letters_of_a_drawing_are_as_large_as_they_were_measured(qapp: QApplication) -> None:
    """They were three quarters of it: in a report words stood apart, and were hard to read."""
    letters = theme.font("label")

    def paint(painter: QPainter) -> None:
        painter.setFont(letters)
        painter.drawText(20, 40, "Ouders")

    written = picture(".svg", QSize(200, 80), paint).decode()
    found = sure(re.search(r'font-size="([0-9.]+)"[^>]*>Ouders<', written))
    assert abs(float(found[1]) - QFontInfo(letters).pixelSize()) <= 1
