"""`docs/findings.md` has every measure, and no other."""

import re
from pathlib import Path
from typing import Final

from app.analysis.measures import all_measures
from app.models.vocabulary import vocabulary

PAGE: Final = (Path(__file__).parents[2] / "docs" / "findings.md").read_text("utf-8")
_ID: Final = re.compile(r"`(\w+)`")


def _rows(heading: str) -> list[list[str]]:
    """Return the cells of the rows of the tables from a heading to the end."""
    part = PAGE[PAGE.index(heading) :]
    lines = [line for line in part.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_every_measure_of_the_window_is_described_once_and_in_its_tier() -> None:
    told = []
    for tier, which, *_ in _rows("## A reading"):
        if tier[:1].isdecimal():
            told += [(id_, tier) for id_ in _ID.findall(which)]
    settings = {f"setting_{setting}" for setting in vocabulary().settings}
    shown = [
        (measure.id, f"{measure.tier} s" if measure.needs == "structure" else str(measure.tier))
        for measure in all_measures().values()
        if measure.tier is not None and measure.id not in settings
    ]
    assert sorted(told) == sorted([*shown, ("setting_", "1")])
