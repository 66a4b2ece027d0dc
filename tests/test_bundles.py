"""What is pruned from a bundle is nothing that Kring asks for."""

import importlib.util
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_every_module_of_qt_that_is_imported_comes_along():
    spec = importlib.util.spec_from_file_location("bundle", ROOT / "packaging" / "bundle.py")
    bundle = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bundle)
    asked = {
        name
        for file in (ROOT / "app").rglob("*.py")
        for name in re.findall(r"(?:from|import) PySide6\.(Qt\w+)", file.read_text("utf-8"))
    }
    assert "QtWidgets" in asked
    assert asked <= set(bundle.QT_MODULES)
