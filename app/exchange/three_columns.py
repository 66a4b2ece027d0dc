"""The three CSV files of a large survey as columns of codes, without a record a row.

The same cells mean the same as in `three_files`, whose rules these are: each different cell is
looked at once. What is in the least unusual (a cell that cannot be kept, a row of another length)
is left to that reader, which says where it is.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

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

Column = Sequence[Any]


class Unusual(Exception):
    """Something that the reader that knows every row has to look at."""


@dataclass(frozen=True, slots=True)
class Survey:
    """The columns of a survey; None is not answered."""

    egos: list[str]
    about: dict[str, Column]
    """By the field of a map, one an ego; `lines_drawn` among them."""
    owner: list[int]
    partners: dict[str, Column]
    """By the field of a partner, one a partner, the egos one after the other."""
    tie_a: list[int]
    tie_b: list[int]
    """The partners of each sure tie, by their place."""
    notices: tuple[Problem, ...]


class _Numbers(dict[str, int]):
    """Numbers what people call their partners, so that one number stands for ego and partner."""

    MOST: Final = 1 << 40

    def __missing__(self, mark: str) -> int:
        number = self[mark] = len(self)
        return number

    def keys_of(self, owner: Iterable[int], marks: Iterable[str]) -> Iterator[int]:
        """Yield a number for each ego with a partner; no two of them have the same."""
        most = self.MOST
        return (ego * most + self[mark] for ego, mark in zip(owner, marks, strict=True))


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
    except (Unusual, Problem, csv.Error):
        return None


def _survey(egos: Path, alters: Path, ties: Path | None) -> Survey:
    ego_file = _File(egos, EGO_REQUIRED)
    names = ego_file.column("ego_id", _identifier)
    place = {name: number for number, name in enumerate(names)}
    if len(place) != len(names) or not names:
        raise Unusual
    alter_file = _File(alters, ALTER_REQUIRED)
    owner = [place.get(ego, -1) for ego in alter_file.column("ego_id", _identifier)]
    mark = _Numbers()
    keys = mark.keys_of(owner, alter_file.column("alter_id", _identifier))
    rows = {key: row for row, key in enumerate(keys)}
    if -1 in owner or len(rows) != len(owner):
        raise Unusual
    if any(owner.count(ego) > MOST_PARTNERS for ego in _largest(owner)):
        raise Unusual
    alter_file.check("label", rules_of(Partner)["name"])
    alter_file.check_same("group", "inside_school", _is_inside)
    alter_file.check_same("frequency", "contacts_per_year", _contacts)
    answers = _partners(alter_file)
    tie_file = _File(ties, TIE_REQUIRED) if ties is not None else None
    about = _about(ego_file, asked=bool(tie_file and tie_file.rows))
    # Whoever stands apart from the others of their ego in the file stands with them here.
    order = sorted(range(len(owner)), key=owner.__getitem__)
    moved = [0] * len(order)
    for new, old in enumerate(order):
        moved[old] = new
    pairs = list(_tied(tie_file, place, rows, moved, mark)) if tie_file else []
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
        owner=[owner[old] for old in order],
        partners={name: [column[old] for old in order] for name, column in answers.items()},
        tie_a=[a for a, _ in pairs],
        tie_b=[b for _, b in pairs],
        notices=tuple(notices),
    )


def _largest(owner: list[int]) -> Iterator[int]:
    """Yield who has the most partners, where that can be too many."""
    if len(owner) > MOST_PARTNERS:
        from collections import Counter

        yield Counter(owner).most_common(1)[0][0]


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
    file: "_File", place: dict[str, int], rows: dict[int, int], moved: list[int], mark: "_Numbers"
) -> Iterator[tuple[int, int]]:
    """Yield the two partners of each sure tie."""
    ego = [place.get(name, -1) for name in file.column("ego_id", _identifier)]
    ends = [
        [rows.get(key, -1) for key in mark.keys_of(ego, file.column(name, _identifier))]
        for name in ("alter_a", "alter_b")
    ]
    states = file.answers("state", rules_of(Tie)["state"])
    every = len(rows)
    seen = {a * every + b if a < b else b * every + a for a, b in zip(*ends, strict=True)}
    alone = any(a == b or a < 0 or b < 0 for a, b in zip(*ends, strict=True))
    if alone or len(seen) != len(ego):
        raise Unusual
    for a, b, state in zip(*ends, states, strict=True):
        if state == "yes":
            yield moved[a], moved[b]


def _plain(text: str, delimiter: str) -> tuple[list[str], list[Sequence[str]]]:
    """Return the heading and the columns of a text in which no cell is quoted."""
    text = text.replace("\r\n", "\n").rstrip("\n")
    heading, _, body = text.partition("\n")
    heads = heading.split(delimiter)
    if "\r" in text:
        raise Unusual
    columns: list[list[str]] = [[] for _ in heads]
    same, stream = _Same().__getitem__, io.StringIO(body, newline="\n")
    while lines := stream.readlines(_AT_ONCE):  # cells that say the same are kept once
        if {line.count(delimiter) for line in lines} - {len(heads) - 1}:
            raise Unusual
        cells = "".join(lines).removesuffix("\n").replace("\n", delimiter).split(delimiter)
        for at, column in enumerate(columns):
            column += map(same, cells[at :: len(heads)])
    return heads, list(columns)


def _quoted(text: str, delimiter: str) -> tuple[list[str], list[Sequence[str]]]:
    """Return the same of a text in which cells are quoted."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    heads, rows = next(reader, []), list(reader)
    if {*map(len, rows)} - {len(heads)}:
        raise Unusual
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
            raise Unusual
        self.rows = len(columns[0])
        self._cells = dict(zip(self.columns, columns, strict=True))

    def as_table(self) -> Table:
        """Return the heading as a table without rows."""
        return Table(self.path, tuple(self.columns), ())

    def column(self, name: str, of: Callable[[str], Any]) -> list[Any]:
        """Return what each cell of a column is kept as; without the column, of empty cells."""
        if name not in self.columns:
            return [of("")] * self.rows
        return list(map(_Codes(of).__getitem__, self._cells.get(name, ())))

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
                    raise Unusual


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
        raise Unusual
    return found


def _kept(value: Any, rule: Rule) -> Any:
    if not rule.is_kept_by(value):
        raise Unusual
    return value
