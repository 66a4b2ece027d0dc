"""The worked example of a new scale is true: in a copy of the app all of it comes about."""

import json
from pathlib import Path
from typing import Final

import pytest

from tests.test_a_new_field import ROOT, published, run

EXAMPLE: Final = ROOT / "docs" / "changes" / "a-new-scale.md"
_TRIED: Final = """
import os
from contextlib import closing
from pathlib import Path
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from PySide6.QtWidgets import QApplication
from app import RESOURCES, language
from app.document import Document
from app.exchange.kring_file import read_kring, write_kring
from app.models.network import Map, Network, Partner
from app.storage.library import Library
from app.views.widgets import theme
from app.words import fields
from app.models.network import rules_of

old = read_kring(RESOURCES / "examples" / "example_nl.kring")
assert {partner.closeness for partner in old.partners} == {None}
close = Partner(id="a", name="Ann", closeness=7)
whole = Map.of([Network(id="n", series="s"), close])
write_kring(whole, Path("tried.kring"))
assert read_kring(Path("tried.kring")) == whole
app = QApplication([])
language.install("en")
theme.wear("light", 100)
rule = rules_of(Partner)["closeness"]
print("steps:", len(fields.answers(rule)), fields.said(rule, 7))
with closing(Library.open(Path("tried.sqlite"))) as library:
    document = Document(library)
    document.new_map("Tried")
    ann = document.add_partner("Ann")
    document.set_partners([ann], closeness=7)
    print("kept:", document.map.partner(ann).closeness)
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A copy of the app with the example applied and tried."""
    return published(EXAMPLE, tmp_path_factory.mktemp("copy"), _TRIED)


def test_it_is_asked_kept_and_an_older_file_is_read(copy: tuple[Path, str]) -> None:
    _, told = copy
    assert "steps: 7 very close" in told
    assert "kept: 7" in told


def test_what_is_published_follows(copy: tuple[Path, str]) -> None:
    folder, _ = copy
    schema = json.loads((folder / "docs" / "kring-file.schema.json").read_text("utf-8"))
    scales = schema["properties"]["scales"]["items"]["enum"]
    assert [len(scale["steps"]) for scale in scales if scale["id"] == "closeness"] == [7]
    tests = ("test_fields.py", "storage/test_schema.py", "views/test_fields.py")
    run(
        folder,
        "-m",
        "pytest",
        "-q",
        "-n0",
        "-p",
        "no:cacheprovider",
        *[f"tests/{t}" for t in tests],
    )
