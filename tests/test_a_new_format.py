"""The worked example of a new format is true: in a copy of the app all of it comes about."""

from pathlib import Path
from typing import Final

from tests.test_a_new_field import ROOT, changes

EXAMPLE: Final = ROOT / "docs" / "changes" / "a-new-format.md"
TRIED: Final = """
from pathlib import Path
from app.application import do as run
from app.exchange.kring_file import read_kring

Path("in").mkdir()
nodes, edges = "1 Ik\\n2 Directie\\n3 Museum\\n", "1 2 4\\n1 3 2\\n2 3 1\\n\\n2\\n"
Path("in/map.txt").write_text(f"{nodes}#\\n{edges}", "utf-8")
assert run(["convert", "in", "-o", "out", "--contact", "weight"]) == 0
whole = read_kring(Path("out/map.kring"))
print({p.name: p.frequency for p in whole.partners}, len(whole.ties))
"""


def test_it_takes_one_module_and_its_row() -> None:
    assert {file for file, _, _ in changes(EXAMPLE)} == {
        "app/exchange/formats/tgf.py",
        "app/exchange/formats/all_formats.py",
    }


def holds(told: str, folder: Path) -> None:
    """See that it is read wherever files are."""
    assert "{'Directie': 4, 'Museum': 2} 1" in told
