"""The three CSV files of a large survey as columns of codes, without a record a row.

The same cells mean the same as in `three_files`, whose rules these are: each different cell is
looked at once. What is in the least unusual (a cell that cannot be kept, a row of another length)
is left to that reader, which says where it is.
"""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from app.exchange.cells import unguarded
from app.exchange.csv_table import DELIMITERS, MISSING, Table
from app.exchange.files import decoded, read_file
from app.exchange.three_files import (
    ALTER_FIELDS,
    ALTER_REQUIRED,
    EGO_FIELDS,
    EGO_REQUIRED,
    SWITCH,
    TIE_REQUIRED,
    left_out,
    plain,
    whole_number,
)
from app.models.network import MOST_PARTNERS, Network, Partner, Tie, rules_of
from app.models.problem import Problem
from app.models.rules import Rule, tidied
from app.models.vocabulary import vocabulary

LARGEST: Final = 4_000_000_000
_AT_ONCE: Final = 1 << 18
"""Characters taken apart at a time."""

Column = Sequence[Any] | npt.NDArray[Any]
Whole: TypeAlias = npt.NDArray[np.int64]


class UnusualRow(Exception):
    """Something that the reader that knows every row has to look at."""


@dataclass(frozen=True, slots=True)
class Survey:
    """The columns of a survey; None is not answered."""

    egos: list[str]
    about: dict[str, Column]
    """By the field of a map, one an ego; `lines_drawn` among them."""
    owner: Column
    partners: dict[str, Column]
    """By the field of a partner, one a partner, the egos one after the other."""
    tie_a: Column
    tie_b: Column
    """The partners of each sure tie, by their place."""
    notices: tuple[Problem, ...]


class _Numbers(dict[str, int]):
    """Numbers what people call their partners, so that one number stands for ego and partner."""

    _MOST: Final = 1 << 31

    def __missing__(self, mark: str) -> int:
        number = self[mark] = len(self)
        return number

    def keys_of(self, owner: Whole, marks: Iterable[str]) -> Whole:
        """Return a number for each ego with a partner; no two of them have the same."""
        return owner * self._MOST + np.fromiter(map(self.__getitem__, marks), dtype=np.int64)


class _Same(dict[str, str]):
    """Keeps one of the cells that say the same: a survey says little, and says it often."""

    def __missing__(self, cell: str) -> str:
        self[cell] = cell
        return cell


class _Codes(dict[str, Any]):
    """What each different cell is kept as, found out at the first of them."""

    def __init__(self, of: Callable[[str], Any]) -> None:
        self._of = of

    def __missing__(self, cell: str) -> Any:
        found = self[cell] = self._of(cell)
        return found


def read_columns(egos: Path, alters: Path, ties: Path | None) -> Survey | None:
    """Return the survey in three files, or None where something in them is unusual."""
    try:
        return _survey(egos, alters, ties)
    except (UnusualRow, Problem, csv.Error):
        return None


def _survey(egos: Path, alters: Path, ties: Path | None) -> Survey:
    ego_file = _File(egos, EGO_REQUIRED)
    names = ego_file.column("ego_id", _identifier)
    place = {name: number for number, name in enumerate(names)}
    if len(place) != len(names) or not names:
        raise UnusualRow
    alter_file = _File(alters, ALTER_REQUIRED)
    owner, mark = alter_file.places("ego_id", place), _Numbers()
    keys = mark.keys_of(owner, alter_file.column("alter_id", _identifier))
    # Whoever stands apart from the others of their ego in the file stands with them here.
    order = np.argsort(owner, kind="stable")
    in_order = bool((owner[1:] >= owner[:-1]).all())
    owner, keys = owner[order], keys[order]
    if -1 in owner or _has_twice(keys):
        raise UnusualRow
    if len(owner) and np.bincount(owner).max() > MOST_PARTNERS:
        raise UnusualRow
    alter_file.check("label", rules_of(Partner)["name"])
    alter_file.check_same("group", "inside_school", _is_inside)
    alter_file.check_same("frequency", "contacts_per_year", _contacts)
    answers = _partners(alter_file)
    tie_file = _File(ties, TIE_REQUIRED) if ties is not None else None
    about = _about(ego_file, asked=bool(tie_file and tie_file.rows))
    if not in_order:
        answers = {name: [column[old] for old in order] for name, column in answers.items()}
    tie_a, tie_b = _tied(tie_file, place, keys, mark) if tie_file else ((), ())
    notices = [
        notice
        for name, file in (("egos", ego_file), ("alters", alter_file), ("ties", tie_file))
        if file is not None
        for notice in left_out(name, file.as_table())
    ]
    if tie_file is not None and not tie_file.rows:
        notices.append(Problem("csv_no_ties", file=ties))
    return Survey(
        egos=names,
        about=about,
        owner=owner,
        partners=answers,
        tie_a=tie_a,
        tie_b=tie_b,
        notices=tuple(notices),
    )


def _about(file: "_File", *, asked: bool) -> dict[str, Column]:
    rules = rules_of(Network)
    file.check("role", rules["role"])
    drawn = file.column("lines_drawn", _switch)
    found: dict[str, Column] = {
        field: file.answers(column, rules[field]) for column, field in EGO_FIELDS.items()
    }
    return found | {"lines_drawn": [asked if one is None else one for one in drawn]}


def _partners(file: "_File") -> dict[str, Column]:
    rules, known = rules_of(Partner), vocabulary().kinds
    found: dict[str, Column] = {
        field: file.answers(column, rules[field]) for column, field in ALTER_FIELDS.items()
    }
    found["kind"] = file.answers("type", rules["kind"])
    if "group" not in file.columns:
        setting = {id_: kind.setting for id_, kind in known.items()}
        found["setting"] = [setting.get(kind) for kind in found["kind"]]
    found["named_important"] = file.column("named_important", _switch)

    def forms(cell: str) -> int:
        several = tuple(form.strip() for form in _cell(cell).split(";") if form.strip())
        return len(_kept(several, rules["forms"]))

    found["forms"] = file.column("form", forms)
    return found


def _tied(
    file: "_File", place: dict[str, int], keys: Whole, mark: "_Numbers"
) -> tuple[Whole, Whole]:
    """Return the two partners of each sure tie, of which these are the keys."""
    ego, at = file.places("ego_id", place), np.argsort(keys)
    known = keys[at]

    def partner(name: str) -> Whole:
        wanted = mark.keys_of(ego, file.column(name, _identifier))
        found = np.searchsorted(known, wanted)
        there = found < len(known)
        if not (there.all() and (known[found] == wanted).all()):
            raise UnusualRow
        return at[found]

    a, b = partner("alter_a"), partner("alter_b")
    pairs = np.minimum(a, b) * len(keys) + np.maximum(a, b)
    if (a == b).any() or _has_twice(pairs):
        raise UnusualRow
    sure = np.array(file.answers("state", rules_of(Tie)["state"]), dtype=object) == "yes"
    return a[sure], b[sure]


def _has_twice(numbers: Whole) -> bool:
    ordered = np.sort(numbers)
    return bool((ordered[1:] == ordered[:-1]).any())


def _plain(text: str, delimiter: str) -> tuple[list[str], list[Sequence[str]]]:
    """Return the heading and the columns of a text in which no cell is quoted."""
    text = text.replace("\r\n", "\n")
    at, end = text.find("\n") + 1, len(text.rstrip("\n"))
    heads = (text[: at - 1] if at else text).split(delimiter)
    if "\r" in text:
        raise UnusualRow
    columns: list[list[str]] = [[] for _ in heads]
    same = _Same().__getitem__
    while 0 < at < end:  # a part at a time, and cells that say the same are kept once
        stop = text.find("\n", min(end, at + _AT_ONCE), end)
        part, at = text[at : end if stop < 0 else stop], end if stop < 0 else stop + 1
        if {line.count(delimiter) for line in part.split("\n")} - {len(heads) - 1}:
            raise UnusualRow
        cells = part.replace("\n", delimiter).split(delimiter)
        for number, column in enumerate(columns):
            column += map(same, cells[number :: len(heads)])
    return heads, list(columns)


def _quoted(text: str, delimiter: str) -> tuple[list[str], list[Sequence[str]]]:
    """Return the same of a text in which cells are quoted."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    heads, rows = next(reader, []), list(reader)
    if {*map(len, rows)} - {len(heads)}:
        raise UnusualRow
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(heads)
    return heads, list(columns)


class _File:
    """A CSV file as columns of cells as they are written."""

    def __init__(self, path: Path, required: Sequence[str]) -> None:
        text = decoded(read_file(path, LARGEST), path)
        heading = text.partition("\n")[0]
        delimiter = max(DELIMITERS, key=heading.count)
        heads, columns = (_quoted if '"' in text else _plain)(text, delimiter)
        self.path = path
        self.columns = [_cell(name).casefold() for name in heads]
        names = set(self.columns)
        if "" in names or len(names) != len(self.columns) or not names.issuperset(required):
            raise UnusualRow
        self.rows = len(columns[0])
        self._cells = dict(zip(self.columns, columns, strict=True))

    def as_table(self) -> Table:
        """Return the heading as a table without rows."""
        return Table(self.path, tuple(self.columns), ())

    def column(self, name: str, of: Callable[[str], Any]) -> list[Any]:
        """Return the kept values of a column; without the column, those of empty cells."""
        if name not in self.columns:
            return [of("")] * self.rows
        return list(map(_Codes(of).__getitem__, self._cells.get(name, ())))

    def places(self, name: str, place: Mapping[str, int]) -> Whole:
        """Return the place of whoever each cell of a column names; -1 for nobody."""
        found = self.column(name, lambda cell: place.get(_identifier(cell), -1))
        return np.array(found, dtype=np.int64)

    def answers(self, name: str, rule: Rule) -> list[Any]:
        """Return a column of answers that a rule keeps."""

        def answer(cell: str) -> Any:
            text = _cell(cell)
            value: Any = text or None
            if rule.stored_as == "integer":
                number = whole_number(text)
                value = value if number is None else number
            return _kept(value, rule)

        return self.column(name, answer)

    def check(self, name: str, rule: Rule) -> None:
        """Look whether what stands in a column, which is not used, can be kept."""
        if name in self.columns:
            for cell in set(self._cells.get(name, ())):
                if text := _cell(cell):
                    _kept(text, rule)

    def check_same(self, name: str, derived: str, follows: Callable[[str], Any]) -> None:
        """Look whether a column says what follows from another one."""
        if name in self.columns and derived in self.columns and self.rows:
            for cell, said in set(zip(self._cells[name], self._cells[derived], strict=True)):
                expected = follows(_cell(cell))
                found = (
                    SWITCH.get(plain(_cell(said)))
                    if derived == "inside_school"
                    else (whole_number(_cell(said)))
                )
                if _cell(said) and found != expected:
                    raise UnusualRow


def _is_inside(cell: str) -> bool | None:
    known = vocabulary().settings.get(cell)
    return known.inside_school if known else None


def _contacts(cell: str) -> int | None:
    number = whole_number(cell)
    return None if number is None else vocabulary().contacts(number)


def _cell(cell: str) -> str:
    """Return a cell as `csv_table` reads it."""
    text = tidied(unguarded(cell.strip()))
    return "" if text in MISSING else text


def _identifier(cell: str) -> str:
    text = tidied(unguarded(cell.strip()))
    _kept(text, rules_of(Partner)["id"])
    return text


def _switch(cell: str) -> bool | None:
    text = _cell(cell)
    found = SWITCH.get(plain(text))
    if text and found is None:
        raise UnusualRow
    return found


def _kept(value: Any, rule: Rule) -> Any:
    if not rule.is_kept_by(value):
        raise UnusualRow
    return value
