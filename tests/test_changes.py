"""Where a change goes, as docs/changes says it, is where it goes; each worked example is tried."""

import re
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
CHANGES: Final = ROOT / "docs" / "changes"
FEWEST: Final = 10


def rows() -> list[tuple[str, str, str]]:
    """Return the changes: what is wanted, the folder, and the place in it."""
    lines = (CHANGES / "README.md").read_text("utf-8").splitlines()
    cells = [tuple(cell.strip() for cell in line.split("|")[1:-1]) for line in lines if "|" in line]
    return [row for row in cells[2:] if len(row) == 3]


def test_every_place_is_there() -> None:
    assert len(rows()) >= FEWEST
    missing = []
    for _, folder, place in rows():
        (room,) = re.findall(r"`([\w/]+/)`", folder)
        for name in re.findall(r"`([\w/]+\.\w+)`", place):
            found = ROOT / name if "/" in name else ROOT / room / name
            if not found.is_file():
                missing.append(str(found))
        if not (ROOT / room).is_dir():
            missing.append(room)
    assert missing == []


def test_every_worked_example_is_listed_and_tried() -> None:
    examples = {path.name for path in CHANGES.glob("*.md")} - {"README.md"}
    listed = set(re.findall(r"\]\(([\w-]+\.md)\)", (CHANGES / "README.md").read_text("utf-8")))
    assert listed == examples
    untried = [
        name
        for name in examples
        if f'"{name}"'
        not in (ROOT / "tests" / f"test_{Path(name).stem}.py".replace("-", "_")).read_text("utf-8")
    ]
    assert untried == []
