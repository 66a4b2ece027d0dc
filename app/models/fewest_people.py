"""The fewest people that figures of a group may be of, wherever they are shown."""

from typing import Final

FEWEST_ON_SCREEN: Final = 5
"""In a cell on the screen, where the group sits together."""

FEWEST_IN_FILE: Final = 10
"""In a cell of a file or a report: it can be laid beside another one."""

FEWEST_ON_WALL: Final = 10
"""Among the drawings on the wall, where each is a person's own."""

FEWEST_FOR_KINDS: Final = 20
"""Respondents: with fewer, nearly every cell of a kind would be a band, and the settings stand."""


def fewest_for_means(k: int) -> int:
    """Return the fewest respondents whose means are shown, with at least `k` people in a cell.

    With fewer, the band of nearly nobody and that of nearly everybody meet.
    """
    return 2 * k
