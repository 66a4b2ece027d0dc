"""What a field of a record may hold and what it is for: one rule a field, declared beside it."""

import math
import unicodedata
from collections.abc import Callable
from dataclasses import field
from datetime import date
from typing import Any, Final, Literal, NamedTuple, TypedDict, Unpack

from app.models.jpeg import is_kept
from app.models.text_form import is_seen, normalised
from app.models.vocabulary import vocabulary

NAME_LENGTH: Final = 120
"""Most characters in a name, title or label."""

TEXT_LENGTH: Final = 20_000
"""Most characters in a free text."""

LONGEST_READ: Final = 4 * TEXT_LENGTH
"""Characters of what comes in that are looked at: what is longer fits in no field."""

ID_LENGTH: Final = 80
"""Most characters in an identifier."""

FREE_REACH: Final = 4.0
"""How far from the middle a free position may be, in radii of the drawn circle."""

LEAST_WIDTH: Final = 0.1
"""How narrow a picture under the map may be, in radii of the drawn circle."""

MOST_MEMBERS: Final = 1_000
"""Most entries in a list field."""

MOST_POINTS: Final = 2_000
"""Most points in a line drawn by hand."""


ALWAYS: Final = "always"
"""The part of what goes along in whatever is shared: without it there is nobody to speak of."""

Kind = Literal[
    "scale", "number", "choice", "several", "name", "line", "words", "text", "switch", "star",
    "mark", "day", "place", "path", "picture", "id",
]  # fmt: skip
"""What a field is measured on: it decides how it is asked, written and sorted everywhere."""


class Use(TypedDict, total=False):
    """What a field is for, beside what it may hold; each as in `Rule`."""

    form: str
    of: str
    early: bool
    talk: str
    shown: str
    part: str
    anew: bool


class Rule(NamedTuple):
    """A test of one value, how the value is kept in a table, and where it is asked and shown."""

    allows: Callable[[Any], bool]
    stored_as: str
    """`integer`, `real`, `text`, `boolean`, `date` or `list`."""
    optional: bool = False
    """None is allowed and means *not answered*."""
    tidied: Callable[[str], str] | None = None
    """What a person writes there is kept as this returns it."""
    is_id: bool = False
    """It is the id of a record, or of several."""
    kind: Kind = "id"
    listed: str = ""
    """The scale, or the list of choices, its answers are of."""
    least: int = 0
    most: int = 0
    """The range of a number."""
    form: str = ""
    """The group of the form that asks for it; "" where no form does."""
    of: str = ""
    """Of which partners it is asked, by their role (`Vocabulary.role_of`); "" for everybody."""
    early: bool = False
    """It comes before the others of its group."""
    talk: str = ""
    """Where it stands on the page for a talk: the part, and the place in the part."""
    shown: str = ""
    """Where it stands beside the form, the card and the CSV file, which leave nothing out:
    any of `table`, `insight`, `hover`, `report`, and `words`: what the report tells of somebody
    in the owner's own words, above what was said in a talk."""
    part: str = ""
    """The part of sharing it goes along in; "" for what stays, but in a back-up."""
    anew: bool = False
    """A judgement of that day, of which a new moment asks anew."""

    @property
    def is_told(self) -> bool:
        """Tell whether it says something to a person: no id, and no place on the map."""
        return self.kind not in ("id", "mark", "place", "path", "picture")

    @property
    def is_measured(self) -> bool:
        """Tell whether it holds an answer to compare and count, rather than the owner's words."""
        return self.is_told and self.kind not in ("name", "line", "text")

    def is_asked_of(self, role: str) -> bool:
        """Tell whether it is asked of a partner in this role."""
        return not self.of or role in self.of.split()

    def is_kept_by(self, value: Any) -> bool:
        """Tell whether `value` may stand in the field."""
        return self.optional if value is None else self.allows(value)


def scale(listed: str, **use: Unpack[Use]) -> Any:
    """Declare a step of the vocabulary's scale `listed`."""
    known = vocabulary().scales[listed]
    return _number("scale", known.least, known.most, None, listed, use)


def cut(listed: str, **use: Unpack[Use]) -> Any:
    """Declare from which step of a scale on something is much; it is never unanswered.

    A 0 is *none*, which is never much.
    """
    known = vocabulary().scales[listed]
    return _number("scale", max(known.least, 1), known.most, known.cut, listed, use)


def steps(most: int, **use: Unpack[Use]) -> Any:
    """Declare a step, 1 to `most`, of a scale that one field alone has (`words/fields.py`)."""
    return _number("scale", 1, most, None, "", use)


def number(low: int, high: int, default: int | None = None, **use: Unpack[Use]) -> Any:
    """Declare a whole number from `low` to `high`; without a default it may be unanswered."""
    return _number("number", low, high, default, "", use)


def _number(kind: Kind, low: int, high: int, default: int | None, listed: str, use: Use) -> Any:
    def allows(value: Any) -> bool:
        return type(value) is int and low <= value <= high

    rule = Rule(
        allows, "integer", default is None, kind=kind, listed=listed, least=low, most=high, **use
    )
    return field(default=default, metadata={"rule": rule})


def choice(listed: str, default: str | None = None, **use: Unpack[Use]) -> Any:
    """Declare one of the ids of the vocabulary's list `listed`."""

    def allows(value: Any) -> bool:
        return isinstance(value, str) and value in _ids(listed)

    rule = Rule(allows, "text", default is None, kind="choice", listed=listed, **use)
    return field(default=default, metadata={"rule": rule})


def several(listed: str, **use: Unpack[Use]) -> Any:
    """Declare any number of the ids of the vocabulary's list `listed`, each at most once."""

    def allows(value: Any) -> bool:
        return _is_list(value) and all(item in _ids(listed) for item in value)

    rule = Rule(allows, "list", kind="several", listed=listed, **use)
    return field(default=(), metadata={"rule": rule})


def identifiers() -> Any:
    """Declare any number of ids of other records, each at most once."""

    def allows(value: Any) -> bool:
        return _is_list(value) and all(_is_identifier(item) for item in value)

    return field(default=(), metadata={"rule": Rule(allows, "list", is_id=True)})


def identifier(*, optional: bool = False) -> Any:
    """Declare an identifier: 1 to 80 characters on one line."""
    rule = {"rule": Rule(_is_identifier, "text", optional, is_id=True)}
    return field(default=None, metadata=rule) if optional else field(metadata=rule)


def name(**use: Unpack[Use]) -> Any:
    """Declare a name that must not be empty."""
    rule = Rule(_is_name, "text", tidied=tidied, kind="name", **use)
    return field(metadata={"rule": rule})


def line(**use: Unpack[Use]) -> Any:
    """Declare one line of text, which may be empty."""
    rule = Rule(_is_line, "text", tidied=tidied, kind="line", **use)
    return field(default="", metadata={"rule": rule})


def words(listed: str, **use: Unpack[Use]) -> Any:
    """Declare an id of the vocabulary or the owner's own words; None where not answered."""
    rule = Rule(_is_name, "text", optional=True, tidied=tidied, kind="words", listed=listed, **use)
    return field(default=None, metadata={"rule": rule})


def text(*, required: bool = False, **use: Unpack[Use]) -> Any:
    """Declare a free text of several lines."""
    rule = Rule(_is_text, "text", tidied=normalised, kind="text", **use)
    if required:
        return field(metadata={"rule": rule._replace(allows=_says)})
    return field(default="", metadata={"rule": rule})


def switch(**use: Unpack[Use]) -> Any:
    """Declare yes or no, which starts at no."""
    return field(
        default=False, metadata={"rule": Rule(_is_switch, "boolean", kind="switch", **use)}
    )


def star(**use: Unpack[Use]) -> Any:
    """Declare yes, no or not answered, where yes is drawn as a star."""
    rule = Rule(_is_switch, "boolean", optional=True, kind="star", **use)
    return field(default=None, metadata={"rule": rule})


def mark() -> Any:
    """Declare yes or no that the app gives and no form asks; it starts at no."""
    return field(default=False, metadata={"rule": Rule(_is_switch, "boolean", kind="mark")})


def said_or_not(**use: Unpack[Use]) -> Any:
    """Declare a mark that is yes or absent: most records do without."""
    rule = Rule(lambda value: value is True, "boolean", optional=True, kind="mark", **use)
    return field(default=None, metadata={"rule": rule})


def day(**use: Unpack[Use]) -> Any:
    """Declare a date, or none."""
    rule = Rule(lambda value: type(value) is date, "date", optional=True, kind="day", **use)
    return field(default=None, metadata={"rule": rule})


def coordinate(default: float | None = None, **use: Unpack[Use]) -> Any:
    """Declare a place along one axis of the map, in radii of the drawn circle."""
    rule = Rule(_is_within_reach, "real", default is None, kind="place", **use)
    return field(default=default, metadata={"rule": rule})


def path() -> Any:
    """Declare a line drawn by hand: x, y, x, y and so on, each as a `coordinate`."""

    def allows(value: Any) -> bool:
        return (
            isinstance(value, tuple)
            and len(value) % 2 == 0
            and 0 < len(value) <= 2 * MOST_POINTS
            and all(_is_within_reach(part) for part in value)
        )

    return field(metadata={"rule": Rule(allows, "list", kind="path")})


def pressures() -> Any:
    """Declare how hard a pen was pressed at each point of a line, 0 to 1; nothing is usual."""

    def allows(value: Any) -> bool:
        return (
            isinstance(value, tuple)
            and len(value) <= MOST_POINTS
            and all(type(part) in (int, float) and 0 <= part <= 1 for part in value)
        )

    return field(default=(), metadata={"rule": Rule(allows, "list", kind="path")})


def picture() -> Any:
    """Declare a picture: a JPEG in base64."""
    return field(metadata={"rule": Rule(is_kept, "text", kind="picture")})


def width(default: float) -> Any:
    """Declare how wide something lies on the map, in radii of the drawn circle."""

    def allows(value: Any) -> bool:
        return type(value) in (int, float) and LEAST_WIDTH <= value <= 2 * FREE_REACH

    return field(default=default, metadata={"rule": Rule(allows, "real", kind="place")})


def angle(**use: Unpack[Use]) -> Any:
    """Declare a direction in degrees, 0 up to but not including 360, or none."""

    def allows(value: Any) -> bool:
        return type(value) in (int, float) and 0 <= value < 360

    return field(
        default=None, metadata={"rule": Rule(allows, "real", optional=True, kind="place", **use)}
    )


def tidied(written: str) -> str:
    """Return a text in the one way in which it is kept; empty where nothing of it is seen."""
    text = normalised(written)
    return text if is_seen(text) else ""


def cleaned(typed: str) -> str:
    """Return `typed` as a name can be: one line, no control characters, cut to fit.

    Empty where nothing of it is seen.
    """
    kept = typed[:LONGEST_READ]
    if not kept.isprintable():  # as almost every name is: then none of this is in it
        line = (" " if unicodedata.category(c)[0] == "Z" or c in "\n\r\t" else c for c in kept)
        kept = "".join([c for c in line if unicodedata.category(c) not in _NEVER])
    return tidied(tidied(" ".join(kept.split()))[:NAME_LENGTH].rstrip())


def cleaned_text(typed: str) -> str:
    """Return `typed` as a free text can be: line breaks stay, control characters go, cut to fit."""
    lines = typed[:LONGEST_READ].replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(c for c in lines if c in "\n\t" or unicodedata.category(c) not in _NEVER)
    return normalised(kept)[:TEXT_LENGTH]


_NEVER: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Unicode categories that break a line, a table or a file: controls, lone surrogates, breaks."""


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


def _is_name(value: Any) -> bool:
    return _is_line(value) and bool(value.strip())


def _is_switch(value: Any) -> bool:
    return isinstance(value, bool)


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
