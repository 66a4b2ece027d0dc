"""What stands at the head of the columns of a list: words of `resources/vocabulary/lists.toml`."""

import re
from functools import lru_cache
from itertools import zip_longest
from typing import Final

from app.models.vocabulary import list_words, vocabulary
from app.models.word_forms import key_of

_DIGITS: Final = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_ABOVE: Final = 8
"""Rows among which the heading is looked for."""
_QUESTIONS: Final = (
    "hoevaak", "hoebelangrijk", "howoften", "howimportant", "howfrequently", "metwie", "withwhom",
)  # fmt: skip
"""How a heading begins that is a whole question."""
_SURE: Final = re.compile(r"na(?:a)?m(?:e|en)?s?\b", re.I)
_NAMES: Final = frozenset(("name", "first_name", "infix"))
_BESIDE: Final = frozenset(("people", "other"))
_BETWEEN: Final = frozenset(
    ("van", "met", "het", "de", "of", "with", "to", "me", "the", "rating", "score")
)
"""Words of a heading that say nothing of what it is about: *frequency of contact*."""
_RANGE: Final = re.compile(r"(\d{1,4})\s*(?:-|–|—|t/m|tot|to)\s*(\d{1,4})")
_LONGEST: Final = 500
"""Characters of a cell that are looked at; no heading is longer."""
SCALES: Final = {
    name: (scale.least, scale.most)
    for name, scale in vocabulary().scales.items()
    if name in ("frequency", "importance")
}
"""What a list may say of somebody, with the lowest and the highest answer."""
WIDEST: Final = 60
"""Most cells of a row; a longer one is a list that lies on its side."""
SAMPLE: Final = 12
"""Rows and columns that are looked at to know what a column holds."""

Row = list[str]


def heading_of(rows: list[Row]) -> tuple[Row, int]:
    """Return the heading, and how many rows it takes with what stands above it; [] where none.

    Above it can stand what the list is called; it can go on below, where cells are merged.
    """
    for at, row in enumerate(rows[:_ABOVE]):
        if any(sum(map(bool, one)) > 2 for one in rows[:at]):
            break
        found = fields_of(row, has_rows=at + 1 < len(rows))
        under = rows[at + 1] if at + 1 < len(rows) else []
        both = [below or over for over, below in zip_longest(row, under, fillvalue="")]
        goes_on = all(
            field_of_heading(cell) or [cell] == row[n : n + 1]  # one cell over both rows
            for n, cell in enumerate(under)
            if cell
        )
        if goes_on and len(fields_of(both)) > max(len(found), 1):
            return both, at + 2
        if found and (not at or len(found) > 1):
            return row, at + 1
    return [], 0


def fields_of(row: Row, *, has_rows: bool = True) -> dict[int, str]:
    """Return the fields that the cells of a heading name; none where it is no heading.

    A column may be called after who is in it (*leerling; klas*), where there are rows below.
    """
    known = {n: field for n, cell in enumerate(row[:WIDEST]) if (field := field_of_heading(cell))}
    found = {n: field for n, field in known.items() if field not in _BESIDE}
    fields = set(found.values())
    people = [n for n, field in known.items() if field == "people"]
    if len(people) == 1 and has_rows and not fields & _NAMES:
        is_all = len(known) == sum(map(bool, row)) > 1
        if is_all or len(found) > 1:
            found[people[0]] = "name"
            return found if len(set(found.values())) == len(found) else {}
    if len(row) == 1 and fields == {"name"}:
        return found
    several = len(found) > 1 and len(fields) == len(found)
    if several and fields & {"name", "first_name", "kind"}:
        return found
    # Nobody is called *name*: beside it may stand anything.
    is_sure = any(_SURE.search(row[n]) for n, field in found.items() if field in _NAMES)
    return found if is_sure and len(fields) == len(found) and len(row) > 1 else {}


def unknown_heading(rows: list[Row]) -> str:
    """Return the heading under which the names seem to stand, where we know none of the headings.

    "" where the first row is no heading: below one of its words stand digits.
    """
    top, below = rows[0], rows[1 : 4 * SAMPLE]
    alike = sum(len(row) == len(top) for row in below)
    if len(top) < 3 or 5 * alike < 4 * len(below) or not all(map(names_somebody, top)):
        return ""
    columns = [[row[n] for row in below if n < len(row) and row[n]] for n in range(len(top))]
    if len(set(top)) < len(top) or not any(
        cells and all(_DIGITS.fullmatch(cell) for cell in cells) for cells in columns
    ):
        return ""
    for name, cells in zip(top, columns, strict=True):
        if 2 * sum(map(names_somebody, cells)) > len(cells) and len(set(cells)) == len(cells):
            return name
    return top[0]


def field_of_heading(cell: str) -> str | None:
    """Return the field a heading names; digits of another scale than ours make it none of ours."""
    cell = cell[:_LONGEST]
    # *Belang 1-5* is a heading, *Persoon 1* somebody.
    words = re.sub(r"[_.]+", " ", re.split(rf"[(\[:]|{_RANGE.pattern}", cell)[0])
    asked = key_of(words)
    starts = () if asked[-1:].isdigit() else _QUESTIONS
    field = (
        _headings().get(asked)
        or next((_headings()[start] for start in starts if asked.startswith(start)), None)
        or _field_of_words(words)
    )
    said = _RANGE.search(cell)
    if field in SCALES and said and (int(said[1]), int(said[2])) != SCALES[field]:
        return "other_scale"
    return field


def _field_of_words(text: str) -> str | None:
    """Return the field that all words of a heading name, or the last word of a question."""
    words = [key for word in re.split(r"[\s/,?]+", text) if (key := key_of(word))]
    if text.rstrip().endswith("?"):
        return _headings().get(words[-1]) if words else None
    fields = {_headings().get(word) for word in words if word not in _BETWEEN}
    if len(fields) > 1:
        fields.discard("people")  # *naam leerling*
    if fields and fields <= _NAMES:
        return "name" if len(fields) > 1 else fields.pop()
    return fields.pop() if len(fields) == 1 else None


@lru_cache(maxsize=1)
def _headings() -> dict[str, str]:
    rows = list_words()["heading"]
    return {key_of(w): row["field"] for row in rows for t in ("nl", "en") for w in row[t]}


def names_somebody(cell: str) -> bool:
    """Tell whether a cell can be a name: there is a letter in it."""
    return any(map(str.isalpha, cell[:_LONGEST]))
