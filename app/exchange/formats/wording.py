"""How a table for people says things: handed in by who knows the words, which is above here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.models.rules import Rule


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a table in the language of the person."""

    language: str
    field: Callable[[str], str]
    """What a field is called."""
    answer: Callable[[Rule, Any], str]
    """What a field says."""
    map: str
    """What stands above the column with the titles of maps."""
    partners: str
    links: str
    analysis: str
    """What the sheets are called."""
    ends: tuple[str, str]
    """What stands above the two partners of a link."""

    @property
    def has_decimal_comma(self) -> bool:
        """Tell whether a spreadsheet in this language writes 2,5 and puts `;` between cells."""
        return self.language == "nl"
