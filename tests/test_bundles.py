"""What is pruned from a bundle is nothing that Kring asks for."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import PySide6
import pytest

from app.words.catalog import LANGUAGES
from tests.sure import sure

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def bundle() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bundle", ROOT / "packaging" / "bundle.py")
    module = importlib.util.module_from_spec(sure(spec))
    sure(sure(spec).loader).exec_module(module)
    return module


def test_every_module_of_qt_that_is_imported_comes_along(bundle: ModuleType) -> None:
    asked = {
        name
        for file in (ROOT / "app").rglob("*.py")
        for name in re.findall(r"(?:from|import) PySide6\.(Qt\w+)", file.read_text("utf-8"))
    }
    assert "QtWidgets" in asked
    assert asked <= set(bundle.QT_MODULES)


def test_of_qt_nothing_comes_along_for_the_network_and_its_words_in_our_languages(
    bundle: ModuleType,
) -> None:
    files = bundle.loaded_of_qt(Path(PySide6.__file__).parent)
    names = [file.name for file in files]
    assert any("Widgets" in name for name in names)
    for never in ("Network", "Qml", "Quick"):
        assert [name for name in names if never in name] == []
    words = {file.stem for file in files if file.suffix == ".qm"}
    assert words == {f"qtbase_{one}" for one in LANGUAGES}
