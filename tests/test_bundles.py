"""What is pruned from a bundle is nothing that Kring asks for."""

import importlib.util
import re
from pathlib import Path

import pytest

from app.words.catalog import LANGUAGES

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def bundle():
    spec = importlib.util.spec_from_file_location("bundle", ROOT / "packaging" / "bundle.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_module_of_qt_that_is_imported_comes_along(bundle):
    asked = {
        name
        for file in (ROOT / "app").rglob("*.py")
        for name in re.findall(r"(?:from|import) PySide6\.(Qt\w+)", file.read_text("utf-8"))
    }
    assert "QtWidgets" in asked
    assert asked <= set(bundle.QT_MODULES)


@pytest.mark.parametrize("inside", ["PySide6/Qt", "PySide6"], ids=["linux", "windows"])
def test_qt_speaks_the_languages_of_kring_and_no_other(bundle, tmp_path, inside):
    (tmp_path / inside / "plugins").mkdir(parents=True)
    words = tmp_path / inside / "translations"
    words.mkdir()
    for name in ("qtbase_nl", "qtbase_en", "qtbase_de", "assistant_nl"):
        (words / f"{name}.qm").touch()
    bundle.prune(tmp_path)
    assert {file.stem for file in words.iterdir()} == {f"qtbase_{one}" for one in LANGUAGES}
