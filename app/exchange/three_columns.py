"""The three CSV files of a large survey as columns of codes, without a record a row.

The same cells mean the same as in `three_files`, whose rules these are: each different cell is
looked at once. What is in the least unusual (a cell that cannot be kept, a row of another length)
is left to that reader, which says where it is: of the one ego it is about where that is known.
"""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeAlias

import numpy as np
import numpy.typing as npt

from app.exchange.cells import unguarded
from app.exchange.csv_table import DELIMITERS, MISSING, MOST_CELLS, MOST_COLUMNS, Table
from app.exchange.files import decoded, read_file
from app.exchange.three_files import (
    ALTER_FIELDS,
    ALTER_REQUIRED,
    EGO_FIELDS,
    EGO_REQUIRED,
    SWITCH,
    TIE_REQUIRED,
    is_ours,
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

Whole: TypeAlias = npt.NDArray[np.int64]


class UnusualRow(Exception):
    """Something that the reader that knows every row has to look at."""

    def __init__(self, ego: str = "") -> None:
        super().__init__(ego)
        self.ego = ego
        """In whose rows it stands, where that is known."""


@dataclass(frozen=True, slots=True)
class Column:
    """Cells of which each that is different stands there once."""

    different: Sequence[Any]
    at: Whole
    """For each row which of them it holds."""

    def array(self, of: Callable[[Any], int]) -> Whole:
        """Return a number a row, found out once for each different cell."""
        found: Whole = np.array([of(one) for one in self.different], dtype=np.int64)[self.at]
        return found


@dataclass(frozen=True, slots=True)
class Survey:
    """The columns of a survey; None is not answered."""

    egos: list[str]
    about: dict[str, Column]
    """By the field of a map, one an ego; `lines_drawn` among them."""
    owner: Whole
    partners: dict[str, Column]
    """By the field of a partner, one a partner, the egos one after the other."""
    tie_a: Whole
    tie_b: Whole
    """The partners of each sure tie, by their place."""
    notices: tuple[Problem, ...]


class _Numbers(dict[str, int]):
    """Numbers what is said, each different text by its turn."""

    def __missing__(self, text: str) -> int:
        number = self[text] = len(self)
        return number


_MOST_MARKS: Final = 1 << 31


def read_columns(egos: Path, alters: Path, ties: Path | None) -> Survey:
    """Return the survey in three files. Raises `UnusualRow`."""
    try:
        return _survey(egos, alters, ties)
    except (Problem, csv.Error) as error:
        raise UnusualRow from error


def _survey(egos: Path, alters: Path, ties: Path | None) -> Survey:
    identifier = cache(_identifier)  # the same egos stand in every file
    ego_file = _File(egos, EGO_REQUIRED)
    if is_ours(ego_file.columns):
        raise UnusualRow
    found = ego_file.column("ego_id", identifier)
    names = [found.different[at] for at in found.at]
    place = {name: number for number, name in enumerate(names)}
    if not names:
        raise UnusualRow
    if len(place) != len(names):
        ego_file.refuse_first(_twice(found.array(place.__getitem__)))
    alter_file = _File(alters, ALTER_REQUIRED)
    owner, mark = alter_file.places(place, identifier), _Numbers()
    keys = alter_file.keys(owner, "alter_id", mark)
    # Whoever stands apart from the others of their ego in the file stands with them here.
    order = np.argsort(owner, kind="stable")
    alter_file.refuse_first(_twice(keys))
    alter_file.refuse_first(np.bincount(owner, minlength=1)[owner] > MOST_PARTNERS)
    alter_file.check("label", rules_of(Partner)["name"])
    alter_file.check_same("group", "inside_school", _is_inside)
    alter_file.check_same("frequency", "contacts_per_year", _contacts)
    answers = {
        name: Column(one.different, one.at[order]) for name, one in _partners(alter_file).items()
    }
    tie_file = _File(ties, TIE_REQUIRED) if ties is not None else None
    about = _about(ego_file, asked=bool(tie_file and tie_file.rows))
    none = np.zeros(0, dtype=np.int64)
    tie_a, tie_b = (none, none)
    if tie_file is not None:
        tie_a, tie_b = _tied(tie_file, tie_file.places(place, identifier), keys[order], mark)
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
        owner=owner[order],
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
    said = [asked if one is None else one for one in drawn.different]
    return found | {"lines_drawn": Column(said, drawn.at)}


def _partners(file: "_File") -> dict[str, Column]:
    rules, known = rules_of(Partner), vocabulary().kinds
    found: dict[str, Column] = {
        field: file.answers(column, rules[field]) for column, field in ALTER_FIELDS.items()
    }
    found["kind"] = file.answers("type", rules["kind"])
    if "group" not in file.columns:
        kinds = [known.get(id_ or "") for id_ in found["kind"].different]
        found["setting"] = Column([kind and kind.setting for kind in kinds], found["kind"].at)
    found["named_important"] = file.column("named_important", _switch)

    def forms(cell: str) -> int:
        several = tuple(form.strip() for form in _cell(cell).split(";") if form.strip())
        return len(_kept(several, rules["forms"]))

    found["forms"] = file.column("form", forms)
    return found


def _tied(file: "_File", ego: Whole, keys: Whole, mark: _Numbers) -> tuple[Whole, Whole]:
    """Return the two partners of each sure tie, of which these are the keys."""
    at = np.argsort(keys)
    known = keys[at]

    def partner(name: str) -> Whole:
        wanted = file.keys(ego, name, mark)
        found = np.searchsorted(known, wanted)
        file.refuse_first(np.append(known, -1)[found] != wanted)
        return at[found]

    a, b = partner("alter_a"), partner("alter_b")
    file.refuse_first(a == b)
    file.refuse_first(_twice(np.minimum(a, b) * len(keys) + np.maximum(a, b)))
    state = file.answers("state", rules_of(Tie)["state"])
    sure = state.array(lambda one: one == "yes") == 1
    return a[sure], b[sure]


def _twice(numbers: Whole) -> npt.NDArray[np.bool_]:
    """Mark the numbers that stood there before."""
    order = np.argsort(numbers, kind="stable")
    found = np.zeros(len(numbers), dtype=bool)
    found[order[1:]] = np.diff(numbers[order]) == 0
    return found


def _plain(text: str, delimiter: str) -> tuple[list[str], list[Column]]:
    """Return the heading and the columns of a text in which no cell is quoted."""
    text = text.replace("\r\n", "\n")
    at, end = text.find("\n") + 1, len(text.rstrip("\n"))
    heads = (text[: at - 1] if at else text).split(delimiter)
    if "\r" in text:
        raise UnusualRow
    columns = [_Coding() for _ in heads]
    between, every = f"{delimiter}\n{delimiter}", len(heads) + 1
    while 0 < at < end:  # a part at a time: the cells of all are larger than the text
        stop = text.find("\n", min(end, at + _AT_ONCE), end)
        part, at = text[at : end if stop < 0 else stop], end if stop < 0 else stop + 1
        rows = part.count("\n") + 1
        if part.count(delimiter) != rows * (len(heads) - 1):
            raise UnusualRow  # before a line of megabytes is millions of cells
        cells = part.replace("\n", between).split(delimiter)
        if len(cells) != rows * every - 1 or cells[len(heads) :: every].count("\n") != rows - 1:
            raise UnusualRow
        for number, column in enumerate(columns):
            column.add(cells[number::every])
    return heads, [column.made() for column in columns]


def _quoted(text: str, delimiter: str) -> tuple[list[str], list[Column]]:
    """Return the same of a text in which cells are quoted."""
    if any(line.count(delimiter) > MOST_CELLS for line in io.StringIO(text)):
        raise UnusualRow
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    heads, rows = next(reader, []), list(reader)
    if {*map(len, rows)} - {len(heads)}:
        raise UnusualRow
    columns = [_Coding() for _ in heads]
    for column, cells in zip(columns, zip(*rows, strict=True), strict=False):
        column.add(cells)
    return heads, [column.made() for column in columns]


class _Coding:
    """A column as it is read."""

    def __init__(self) -> None:
        self._numbers = _Numbers()
        self._parts: list[Whole] = [np.zeros(0, dtype=np.int32)]

    def add(self, cells: Sequence[str]) -> None:
        """Add cells below those there are."""
        codes = map(self._numbers.__getitem__, cells)
        self._parts.append(np.fromiter(codes, dtype=np.int32, count=len(cells)))

    def made(self) -> Column:
        """Return the column."""
        return Column(list(self._numbers), np.concatenate(self._parts))


class _File:
    """A CSV file as columns of cells as they are written."""

    def __init__(self, path: Path, required: Sequence[str]) -> None:
        text = decoded(read_file(path, LARGEST), path)
        heading = text.partition("\n")[0]
        delimiter = max(DELIMITERS, key=heading.count)
        if heading.count(delimiter) > MOST_COLUMNS:
            raise UnusualRow
        heads, columns = (_quoted if '"' in text else _plain)(text, delimiter)
        self.path = path
        self.columns = [_cell(name).casefold() for name in heads]
        names = set(self.columns)
        if "" in names or len(names) != len(self.columns) or not names.issuperset(required):
            raise UnusualRow
        self.rows = len(columns[0].at)
        self._cells = dict(zip(self.columns, columns, strict=True))

    def as_table(self) -> Table:
        """Return the heading as a table without rows."""
        return Table(self.path, tuple(self.columns), ())

    def column(self, name: str, of: Callable[[str], Any]) -> Column:
        """Return the kept values of a column; without the column, those of empty cells."""
        cells = self._cells.get(name) or Column([""], np.zeros(self.rows, dtype=np.int32))
        kept = []
        for number, cell in enumerate(cells.different):
            try:
                kept.append(of(cell))
            except UnusualRow:
                self.refuse_first(cells.at == number)
                raise
        return Column(kept, cells.at)

    def places(self, place: Mapping[str, int], identifier: Callable[[str], str]) -> Whole:
        """Return the place of the ego of each row, who has to have one."""
        found = self.column("ego_id", identifier).array(lambda ego: place.get(ego, -1))
        self.refuse_first(found < 0)
        return found

    def keys(self, owner: Whole, name: str, mark: _Numbers) -> Whole:
        """Return a number for each ego with a partner; no two of them have the same."""
        return owner * _MOST_MARKS + self.column(name, _identifier).array(mark.__getitem__)

    def refuse_first(self, those: npt.NDArray[np.bool_]) -> None:
        """Say in whose rows something is unusual, where it is in any."""
        if those.any():
            cells = self._cells["ego_id"]
            raise UnusualRow(_identifier(cells.different[cells.at[np.argmax(those)]]))

    def answers(self, name: str, rule: Rule) -> Column:
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
        self.column(name, lambda cell: (text := _cell(cell)) and _kept(text, rule))

    def check_same(self, name: str, derived: str, follows: Callable[[str], Any]) -> None:
        """Look whether a column says what follows from another one."""
        if name in self.columns and derived in self.columns and self.rows:
            cells, others = self._cells[name], self._cells[derived]
            pairs = np.unique(cells.at.astype(np.int64) * len(others.different) + others.at)
            for number, other in zip(*np.divmod(pairs, len(others.different)), strict=True):
                cell, said = cells.different[number], others.different[other]
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
