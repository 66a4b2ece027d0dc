"""The worked examples that each take a place of their own are true, all at once in one copy."""

import shutil
from pathlib import Path
from typing import Final

import pytest

from tests import (
    test_a_new_finding,
    test_a_new_format,
    test_a_new_lens,
    test_a_new_measure,
    test_a_new_screen,
)
from tests.test_a_new_field import ROOT, applied, apply, run

EXAMPLES: Final = {
    "finding": test_a_new_finding,
    "format": test_a_new_format,
    "lens": test_a_new_lens,
    "measure": test_a_new_measure,
    "screen": test_a_new_screen,
}
_MARK: Final = "=== "
_ALL: Final = f"""
import os
import sys
from pathlib import Path
here = Path.cwd()
sys.path.insert(0, str(here))
for folder in sys.argv[1:]:
    os.chdir(here / folder)
    print({_MARK!r} + folder)
    exec(Path("tried.py").read_text("utf-8"), {{"__name__": folder}})
    sys.stdout.flush()
os._exit(0)  # windows of several examples need not say goodbye to each other
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the app with all these examples applied."""
    folder = tmp_path_factory.mktemp("copy")
    first, *others = [example.EXAMPLE for example in EXAMPLES.values()]
    copied = applied(first, folder, "app", "docs", "resources", "tools")
    for example in others:
        apply(example, copied)
    shutil.copy(ROOT / "pyproject.toml", copied)
    return copied


def test_all_that_hangs_on_them_comes_about(copy: Path) -> None:
    for name, example in EXAMPLES.items():
        (copy / name).mkdir()
        (copy / name / "tried.py").write_text(example.TRIED, "utf-8")
    told = run(copy, "-c", _ALL, *EXAMPLES)
    _, *parts = told.split(_MARK)
    assert [part.partition("\n")[0] for part in parts] == [*EXAMPLES]
    for part in parts:
        name, _, said = part.partition("\n")
        EXAMPLES[name].holds(said, copy / name)


def test_they_keep_to_the_style_of_the_house(copy: Path) -> None:
    run(copy, "-m", "ruff", "check", "-q", "app")


def test_the_page_of_findings_gets_its_row(copy: Path) -> None:
    run(copy, "-m", "tools.findings")
    page = (copy / "docs" / "findings.md").read_text("utf-8")
    assert "| `costs_energy` | somebody costs energy | those | `count` |" in page
