"""One row an ego: where its own answers stand, those about each alter, and those about two.

The columns are spelled as programs do: `name.1`, `name_1`, `name1`, `alter1_name`; a tie between
1 and 2 as `X1.to.2`, `tie.1.2`, `close1_2` or `close12`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from app.exchange.formats import tables
from app.exchange.formats.text import Sheet, cell
from app.exchange.formats.text import key as key_of
from app.exchange.list_headings import field_of_heading

SIZE: Final = ("netsize", "networksize", "numgiven", "nalters", "numalters", "aantalpartners")
EGO: Final = (*tables.EGO, "id", "caseid", "respid", "respondent", "respondentid", "participant",
              "participantid", "subjectid", "recordid")  # fmt: skip
_SOMEBODY: Final = frozenset(("alter", "partner", "persoon", "person", "friend", "peer"))
NAMES: Final = frozenset((*tables.NAMES, "alter", "voornaam", "roepnaam", "firstname", "initials",
                           "initialen"))  # fmt: skip
_TIE: Final = frozenset((
    "aa", "aatie", "aaties", "tie", "ties", "weight", "close", "know", "knows", "to", "talk",
    "kent", "kennen", "band", "relation", "link", "lijn",
))  # fmt: skip
_MOST: Final = 99
_LONG: Final = 5
"""So many figures are no number of an alter."""
_DOTTED_PAIR: Final = re.compile(r".*\D[._]\d+[._](\d{1,4})[._](\d{1,4})")
"""Three numbers: *alter.1.1.2*, as egor writes it for several egos."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Layout:
    """Which columns are about an alter (what of whom), and which about two of them."""

    alters: dict[int, tuple[str, str]] = field(default_factory=dict)
    pairs: dict[int, Pair] = field(default_factory=dict)
    is_sure: bool = False
    """It can be nothing else: no list of people, and no questions about the ego alone."""


def layout_of(sheet: Sheet) -> Layout:
    """Return how a table is laid out; without any columns where no row is about an ego's alters."""
    columns, twos = _single(sheet), list(_double(sheet))
    number = _size(sheet, columns, twos)
    if number < 2:
        return _by_dots(sheet, columns, twos)
    everybody = {str(n) for n in range(1, number + 1)}
    alters = {
        at: (_name(sheet.heading[at]), alter)
        for by_alter in columns.values()
        if set(by_alter) == everybody
        for alter, at in by_alter.items()
    }
    glued = (
        found for stem in columns if (found := _glued(stem, columns[stem], number)) is not None
    )
    pairs = {
        at: pair
        for by_pair in (*twos, *glued)
        if {*sum(by_pair, ())} <= everybody
        for pair, at in by_pair.items()
        if at not in alters
    }
    has_ego = sheet.at(*tables.EGO) is not None
    has_mark = sheet.at(*EGO) is not None and _named(columns) == number
    fields = {field_of_heading(_dotted(one)) for one in sheet.heading}
    alone = fields.isdisjoint(("name", "first_name"))
    is_sure = bool(alters) and (has_ego or bool(pairs) or (has_mark and alone))
    return Layout(alters, pairs, is_sure) if is_sure else Layout()


def _by_dots(
    sheet: Sheet, columns: dict[str, dict[str, int]], twos: list[dict[Pair, int]]
) -> Layout:
    """Return the layout of what egor writes, where not everybody has a column for everything."""
    if sheet.at(*tables.EGO) is None:
        return Layout()
    pairs = {at: pair for by_pair in twos for pair, at in by_pair.items()}
    alters = {}
    for stem, by_alter in columns.items():
        # A heading that is there twice gets a number from R: that is no alter (*egoID.1*).
        if stem in sheet.keys:
            continue
        for alter, at in by_alter.items():
            if at not in pairs and re.search(r"[._]\d+$", _dotted(sheet.heading[at])):
                alters[at] = (_name(sheet.heading[at]), alter)
    several = {name for name, alter in alters.values() if alter != "1"}
    alters = {at: one for at, one in alters.items() if one[0] in several or not several}
    sized = _fits(sheet, [{alter: at} for at, (_, alter) in alters.items()])
    return Layout(alters, pairs, bool(alters) and (bool(pairs) or sized))


# What a heading says.


def _dotted(heading: str) -> str:
    """Return a heading with its number behind a dot, also where it stood in brackets."""
    return re.sub(r"\s?[\[(#](\d{1,4})[\])]?$", r".\1", heading)


def _words(heading: str) -> list[str]:
    return re.findall(r"[^\W\d_]+|\d+", heading)


def _name(heading: str) -> str:
    """Return what a column is about, without whom it is about: *alter1_name* is *name*."""
    heading = _dotted(heading)
    bare = re.sub(r"[._]\d+$", "", heading)
    if bare == heading:
        bare = re.sub(r"[._ ]*\d+[._ ]*", "_", heading).strip("._ ")
    parts = re.split(r"(?<=[._ ])|(?=[._ ])", bare)
    kept = "".join(one for one in parts if one.casefold() not in _SOMEBODY).strip("._ ")
    return kept or "name"


def _stem(heading: str) -> str:
    return key_of(_name(heading)) or heading


def _single(sheet: Sheet) -> dict[str, dict[str, int]]:
    """Return the columns with one alter in their heading, by what they are about."""
    found: dict[str, dict[str, int]] = {}
    for at, heading in enumerate(sheet.heading):
        words = _words(heading)
        numbers = [word for word in words if word.isdecimal()]
        if len(numbers) > 1 and re.search(r"[._]\d+$", _dotted(heading)):
            numbers = numbers[-1:]  # of a question that has a number itself: *q12_1*
        if len(numbers) == 1 and len(numbers[0]) < _LONG and len(words) > 1:
            # Three or four figures are two alters written as one.
            number = numbers[0] if len(numbers[0]) > 2 else _plain(numbers[0])
            found.setdefault(_stem(heading), {}).setdefault(number, at)
    return found


def _double(sheet: Sheet) -> Iterator[dict[Pair, int]]:
    """Yield the columns with two alters in their heading, by what they are about: ties."""
    found: dict[str, dict[Pair, int]] = {}
    sure = set()
    for at, heading in enumerate(sheet.heading):
        words = [word.casefold() for word in _words(heading)]
        numbers = [_plain(word) for word in words if word.isdecimal()]
        stem = " ".join(word for word in words if not word.isdecimal() and word not in _SOMEBODY)
        if dotted := _DOTTED_PAIR.fullmatch(heading):
            numbers = [_plain(dotted[1]), _plain(dotted[2])]
            sure.add(stem)
        if len(numbers) == 2 and max(map(len, numbers)) < _LONG:
            found.setdefault(stem, {})[numbers[0], numbers[1]] = at
    for stem, by_pair in found.items():
        last = max(int(b) for _, b in by_pair)
        if not all(0 < int(a) < int(b) for a, b in by_pair):
            continue
        said = stem in sure or not stem or not _TIE.isdisjoint(stem.split())
        if said or (last > 2 and last <= _MOST and _is_complete(by_pair, last)):
            yield by_pair


def _plain(number: str) -> str:
    return number.lstrip("0") or "0"


def _glued(stem: str, columns: dict[str, int], number: int) -> dict[Pair, int] | None:
    """Return the columns of ties of which the two numbers stand in one (*close12*); None if not."""
    found: dict[Pair, int] = {}
    for written, at in columns.items():
        halves = [(written[:n], written[n:]) for n in range(1, len(written))]
        ways = [
            (_plain(a), _plain(b))
            for a, b in halves
            if 0 < int(a) < int(b) <= number and (b[0] != "0" or len(a) == len(b))
        ]
        if len(ways) != 1:
            return None
        found[ways[0]] = at
    known = stem in _TIE and {*found} <= {*_all_pairs(number)}
    return found if known or (number > 2 and _is_complete(found, number)) else None


def _all_pairs(number: int) -> Iterator[Pair]:
    return combinations([str(n) for n in range(1, number + 1)], 2)


def _is_complete(pairs: Iterable[Pair], number: int) -> bool:
    return set(pairs) == set(_all_pairs(number))


# How many alters there are columns for.


def _until(columns: dict[str, int]) -> int:
    """Return the last of numbers that run on from 1; 0 where they do not."""
    last = len(columns)
    return last if last <= _MOST and set(columns) == {str(n) for n in range(1, last + 1)} else 0


def _named(columns: dict[str, dict[str, int]]) -> int:
    """Return for how many alters there is a column with their name."""
    return max((_until(by) for stem, by in columns.items() if stem in NAMES), default=0)


def _size(sheet: Sheet, columns: dict[str, dict[str, int]], twos: list[dict[Pair, int]]) -> int:
    """Return for how many alters there are columns: told by names, ties, or the number itself."""
    if named := _named(columns):
        return named
    for last in sorted({_until(by) for by in columns.values()} - {0, 1}, reverse=True):
        if any(_glued(stem, by, last) for stem, by in columns.items()):
            return last
        if any(_is_complete(by, last) for by in twos):
            return last
        if _fits(sheet, [by for by in columns.values() if _until(by) == last]):
            return last
    return 0


def _fits(sheet: Sheet, columns: list[dict[str, int]]) -> bool:
    """Tell whether a row says how many there are, and no cell about more is filled in."""
    at = sheet.at(*SIZE)
    if at is None:
        return False
    for line in sheet.lines:
        size = tables.whole(cell(line, at))
        if not size.isdecimal():
            continue
        for by_alter in columns:
            for alter, column in by_alter.items():
                if int(alter) > int(size[:4]) and cell(line, column):
                    return False
    return any(tables.whole(cell(line, at)) not in ("", "0") for line in sheet.lines)
