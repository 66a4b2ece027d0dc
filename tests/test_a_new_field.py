"""The worked example of a new field is true: in a copy of the app all of it comes about."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[1]
EXAMPLE: Final = ROOT / "docs" / "changes" / "a-new-field.md"
MOST_FILES: Final = 4
"""So many files a new field takes by hand, of which one holds its words."""
_STEP: Final = re.compile(
    r"^`((?:app|resources)/[\w/.]+)`$|^```diff\n(.*?)^```$", re.MULTILINE | re.DOTALL
)

_HOLD: Final = (
    "test_fields.py",
    "views/test_fields.py",
    "storage/test_schema.py",
    "models/test_moments.py",
    "exchange/test_published_schema.py::test_schema_and_reader_refuse_the_same_broken_files",
    "exchange/test_kring_file.py::test_what_is_not_a_whole_map_of_ours_is_refused",
    "exchange/test_kring_file.py::test_the_example_is_a_map_marked_as_example_and_written_by_us",
    "exchange/test_formats.py::test_a_vna_is_read",
    "exchange/test_formats_out.py"
    "::test_what_comes_back_lacks_what_the_format_cannot_hold_and_nothing_else",
    "views/test_people.py::test_every_cell_is_changed_and_every_column_sorted_by_keys",
)
"""Tests of the fields, in which a new one must not be named."""


def changes(example: Path = EXAMPLE) -> list[tuple[str, str, str]]:
    """Return the changes of an example: the file, what stands there, and what comes there."""
    found = []
    file = ""
    for step in _STEP.finditer(example.read_text("utf-8")):
        file = step[1] or file
        if step[2] is not None:
            rows = step[2].rstrip("\n").split("\n")
            old = "\n".join(row[1:] for row in rows if not row.startswith("+"))
            new = "\n".join(row[1:] for row in rows if not row.startswith("-"))
            found.append((file, old, new))
    return found


def applied(example: Path, copied: Path, *folders: str) -> Path:
    """Copy folders of this one and apply an example to them; returns where they are."""
    for folder in folders:
        ignored = shutil.ignore_patterns("pictures", "*.png")
        shutil.copytree(ROOT / folder, copied / folder, ignore=ignored)
    apply(example, copied)
    return copied


def apply(example: Path, copied: Path) -> None:
    """Make the changes of an example in a copy."""
    for file, old, new in changes(example):
        path = copied / file
        if not old:
            path.parent.mkdir(exist_ok=True)
            path.write_text(new + "\n", "utf-8")
            continue
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{file}: this stands there {text.count(old)} times:\n{old}"
        path.write_text(text.replace(old, new), "utf-8")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A copy of the app, its tests and what is published, with the example applied and tried."""
    tried = "from tests import hours_tried\nhours_tried.main()\n"
    return published(EXAMPLE, tmp_path_factory.mktemp("copy"), tried)


def published(example: Path, copied: Path, tried: str) -> tuple[Path, str]:
    """Apply an example to a copy of all, and write anew what is published of the fields.

    Returns the copy, and what the code says that tries it: in the same process, as starting one
    takes longer.
    """
    applied(example, copied, "app", "docs", "resources", "tests", "tools")
    shutil.copy(ROOT / "pyproject.toml", copied)
    told = run(copied, "-c", f"from tools import fields\nfields.main([])\nprint()\n{tried}")
    return copied, told


def run(folder: Path, *arguments: str, **more: str) -> str:
    """Run Python in a folder, with more around it; fails with all it said where it fails."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, **more},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_it_takes_no_more_files_than_it_says() -> None:
    files = {file for file, _, _ in changes()}
    assert len(files) == MOST_FILES
    assert "app/words/field_names.py" in files


def test_the_field_is_asked_kept_shown_and_shared(copy: tuple[Path, str]) -> None:
    _, told = copy
    assert told.splitlines()[-1] == "all of it"


def test_what_is_published_follows_and_the_tests_of_the_kind_hold(copy: tuple[Path, str]) -> None:
    folder, _ = copy
    assert "hours_per_month" in (folder / "docs" / "kring-file.schema.json").read_text("utf-8")
    assert "| `hours_per_month` | 0–200 | optional |" in (
        folder / "docs" / "file-format.md"
    ).read_text("utf-8")
    run(folder, "-m", "ruff", "check", "-q", "app")
    some = [f"tests/{test}" for test in _HOLD]
    given = ("-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider")
    run(folder, *given, *some, KRING_EXAMPLES="0.05")  # a field comes along with any map
