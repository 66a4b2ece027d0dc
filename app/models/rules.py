"""What a field of a record may hold: one small rule a field, declared beside the field."""

import math
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from app.models.vocabulary import vocabulary
from app.models.writing import is_seen, normalised

NAME_LENGTH: Final = 120
"""Most characters in a name, title or label."""

TEXT_LENGTH: Final = 20_000
"""Most characters in a free text."""

ID_LENGTH: Final = 80
"""Most characters in an identifier."""

FREE_REACH: Final = 4.0
"""How far from the middle a free position may be, in radii of the drawn circle."""

MOST_MEMBERS: Final = 1_000
"""Most entries in a list field."""

MOST_POINTS: Final = 2_000
"""Most points in a line drawn by hand."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A test of one value, and how the value is kept in a table."""

    allows: Callable[[Any], bool]
    stored_as: str
    """`integer`, `real`, `text`, `boolean`, `date` or `list`."""
    optional: bool = False
    """None is allowed and means *not answered*."""
    tidied: Callable[[str], str] | None = None
    """What a person writes there is kept as this returns it."""
    is_id: bool = False
    """It is the id of a record, or of several."""

    def is_kept_by(self, value: Any) -> bool:
        """Tell whether `value` may stand in the field."""
        return self.optional if value is None else self.allows(value)


def number(low: int, high: int, default: int | None = None) -> Any:
    """Declare a whole number from `low` to `high`; without a default it may be unanswered."""

    def allows(value: Any) -> bool:
        return type(value) is int and low <= value <= high

    return field(default=default, metadata=_rule(allows, "integer", optional=default is None))


def choice(listed: str, default: str | None = None) -> Any:
    """Declare one of the ids of the vocabulary's list `listed`."""

    def allows(value: Any) -> bool:
        return isinstance(value, str) and value in _ids(listed)

    return field(default=default, metadata=_rule(allows, "text", optional=default is None))


def several(listed: str) -> Any:
    """Declare any number of the ids of the vocabulary's list `listed`, each at most once."""

    def allows(value: Any) -> bool:
        return _is_list(value) and all(item in _ids(listed) for item in value)

    return field(default=(), metadata=_rule(allows, "list"))


def identifiers() -> Any:
    """Declare any number of ids of other records, each at most once."""

    def allows(value: Any) -> bool:
        return _is_list(value) and all(_is_identifier(item) for item in value)

    return field(default=(), metadata={"rule": Rule(allows, "list", is_id=True)})


def identifier(*, optional: bool = False) -> Any:
    """Declare an identifier: 1 to 80 characters on one line."""
    rule = {"rule": Rule(_is_identifier, "text", optional, is_id=True)}
    return field(default=None, metadata=rule) if optional else field(metadata=rule)


def name() -> Any:
    """Declare a name that must not be empty."""
    return field(metadata=_written(lambda value: _is_line(value) and bool(value.strip())))


def line() -> Any:
    """Declare one line of text, which may be empty."""
    return field(default="", metadata=_written(_is_line))


def words() -> Any:
    """Declare an id of the vocabulary or the owner's own words; None where not answered."""
    rule = _written(lambda value: _is_line(value) and bool(value.strip()), optional=True)
    return field(default=None, metadata=rule)


def text(*, required: bool = False) -> Any:
    """Declare a free text of several lines."""
    if required:
        return field(metadata=_written(_says, normalised))
    return field(default="", metadata=_written(_is_text, normalised))


def switch() -> Any:
    """Declare yes or no, which starts at no."""
    return field(default=False, metadata=_rule(lambda value: isinstance(value, bool), "boolean"))


def day() -> Any:
    """Declare a date, or none."""
    return field(
        default=None, metadata=_rule(lambda value: type(value) is date, "date", optional=True)
    )


def coordinate(default: float | None = None) -> Any:
    """Declare a place along one axis of the map, in radii of the drawn circle."""
    return field(
        default=default, metadata=_rule(_is_within_reach, "real", optional=default is None)
    )


def path() -> Any:
    """Declare a line drawn by hand: x, y, x, y and so on, each as a `coordinate`."""

    def allows(value: Any) -> bool:
        return (
            isinstance(value, tuple)
            and len(value) % 2 == 0
            and 0 < len(value) <= 2 * MOST_POINTS
            and all(_is_within_reach(part) for part in value)
        )

    return field(metadata=_rule(allows, "list"))


def angle() -> Any:
    """Declare a direction in degrees, 0 up to but not including 360, or none."""

    def allows(value: Any) -> bool:
        return type(value) in (int, float) and 0 <= value < 360

    return field(default=None, metadata=_rule(allows, "real", optional=True))


def tidied(written: str) -> str:
    """Return what was written in the one way in which it is kept; empty where nothing is seen."""
    text = normalised(written)
    return text if is_seen(text) else ""


def cleaned(typed: str) -> str:
    """Return `typed` as a name can be: one line, no control characters, cut to fit.

    Empty where nothing of it is seen.
    """
    line = "".join(" " if unicodedata.category(c)[0] == "Z" or c in "\n\r\t" else c for c in typed)
    kept = "".join(c for c in line if unicodedata.category(c) not in _NEVER)
    return tidied(tidied(" ".join(kept.split()))[:NAME_LENGTH].rstrip())


def cleaned_text(typed: str) -> str:
    """Return `typed` as a free text can be: line breaks stay, control characters go, cut to fit."""
    lines = typed.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(c for c in lines if c in "\n\t" or unicodedata.category(c) not in _NEVER)
    return normalised(kept)[:TEXT_LENGTH]


_NEVER: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Unicode categories that break a line, a table or a file: controls, lone surrogates, breaks."""


def _rule(
    allows: Callable[[Any], bool], stored_as: str, *, optional: bool = False
) -> dict[str, Rule]:
    return {"rule": Rule(allows, stored_as, optional)}


def _written(
    allows: Callable[[Any], bool],
    tidied: Callable[[str], str] = tidied,
    *,
    optional: bool = False,
) -> dict[str, Rule]:
    return {"rule": Rule(allows, "text", optional, tidied)}


def _ids(listed: str) -> Any:
    known = vocabulary()
    return known.settings if listed == "settings" else known.choices[listed]


def _is_within_reach(value: Any) -> bool:
    return type(value) in (int, float) and math.isfinite(value) and abs(value) <= FREE_REACH


def _is_list(value: Any) -> bool:
    return (
        isinstance(value, tuple)
        and len(value) <= MOST_MEMBERS
        and all(isinstance(item, str) for item in value)
        and len(set(value)) == len(value)
    )


def _is_identifier(value: Any) -> bool:
    return (
        isinstance(value, str)
        and 0 < len(value) <= ID_LENGTH
        and value == value.strip()
        and _is_printable(value)
    )


def _is_line(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= NAME_LENGTH and _is_printable(value)


def _is_text(value: Any) -> bool:
    return (
        isinstance(value, str)
        and len(value) <= TEXT_LENGTH
        and _is_printable(value.replace("\n", "").replace("\t", ""))
    )


def _says(value: Any) -> bool:
    return _is_text(value) and bool(value.strip())


def _is_printable(value: str) -> bool:
    return value.isprintable() or not any(unicodedata.category(c) in _NEVER for c in value)
