"""What docs/group.md says of how few people it takes is what the code keeps to."""

from pathlib import Path

import pytest

from app.analysis.group import drawings
from app.analysis.group.paired import FEWEST_PAIRS
from app.models.fewest_people import (
    FEWEST_FOR_KINDS,
    FEWEST_IN_FILE,
    FEWEST_ON_SCREEN,
    FEWEST_ON_WALL,
    fewest_for_means,
)

SAID = (Path(__file__).parent.parent / "docs" / "group.md").read_text(encoding="utf-8")
WORDS = {5: "five", 10: "ten"}


@pytest.mark.parametrize(
    "promise",
    [
        f"With fewer than {FEWEST_ON_SCREEN} people nothing is shown",
        f"below {fewest_for_means(FEWEST_ON_SCREEN)} less.",
        f"A number below {FEWEST_ON_SCREEN} is a range (*fewer than {FEWEST_ON_SCREEN}*)",
        f"short of all by less than {FEWEST_ON_SCREEN}",
        f"the ranges are of {FEWEST_IN_FILE}:",
        f"(from {fewest_for_means(FEWEST_IN_FILE)} people, ranges of {FEWEST_IN_FILE})",
        f"only when there are {WORDS[FEWEST_ON_SCREEN]} ({WORDS[FEWEST_IN_FILE]} for a file)",
        f"from {WORDS[FEWEST_ON_WALL]} on, and {WORDS[drawings.AT_A_TIME]} at a time",
        f"from {FEWEST_PAIRS} pairs an exact test",
        f"Below {FEWEST_FOR_KINDS} people the areas stand in place of the types",
    ],
)
def test_the_numbers_are_those_of_the_rule(promise: str) -> None:
    assert promise in SAID
