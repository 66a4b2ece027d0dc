"""The field's three CSV files (egos, alters, ties among alters), read as one map an ego."""

import json
import re
import uuid
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from app.exchange.csv_table import Row, Table, read_table
from app.exchange.own_fields import own_fields
from app.models.network import MOST_PARTNERS, Map, Network, Partner, Tie, as_read, rules_of
from app.models.problem import Problem
from app.models.rules import NAME_LENGTH, Rule
from app.models.vocabulary import vocabulary

_SPACE: Final = uuid.UUID("5f1f6f3e-9d0b-4c56-8a53-0c6d7f2b9e41")
"""Never changes: the same `ego_id` gives the same series in every conversion."""

EGO_REQUIRED: Final = ("ego_id",)
ALTER_REQUIRED: Final = ("ego_id", "alter_id")
TIE_REQUIRED: Final = ("ego_id", "alter_a", "alter_b", "state")

EGO_FIELDS: Final[Mapping[str, str]] = {
    "importance_of_cooperation": "importance_overall",
    "satisfaction_overall": "satisfaction_overall",
}
ALTER_FIELDS: Final[Mapping[str, str]] = {
    "group": "setting",
    "frequency": "frequency",
    "frequency_wish": "wished_frequency",
    "importance": "importance",
    "satisfaction": "satisfaction",
    "focus": "focus",
}
"""Columns that are a field of a record, a whole number or an id of the vocabulary."""

_KEPT: Final[Mapping[str, frozenset[str]]] = {
    "egos": frozenset((*EGO_REQUIRED, "role", *EGO_FIELDS, "lines_drawn")),
    "alters": frozenset(
        (*ALTER_REQUIRED, "label", "type", *ALTER_FIELDS, "named_important", "form")
    ),
    "ties": frozenset(TIE_REQUIRED),
}
_NEWER: Final = frozenset({"lines_drawn"})
_OURS: Final = frozenset({"finished", "importance_cut", "frequency_cut"})
"""Columns of the egos that nobody writes but Kring: then all others are fields of ours too."""
_READ_APART: Final[Mapping[type[Network] | type[Partner], frozenset[str]]] = {
    Network: frozenset(("id", "series", "role", "lines_drawn", "example", "theirs",
                        *EGO_FIELDS.values())),
    Partner: frozenset(("id", "name", "kind", "named_important", "forms", *ALTER_FIELDS.values())),
}  # fmt: skip
"""Fields that stand in the columns above."""

_DERIVED: Final = frozenset({"inside_school", "contacts_per_year"})
"""Columns that follow from `group` and from `frequency`, and are not kept beside them."""

_MOST_NAMED: Final = 12
"""Columns that are named in a notice; of more it is said how many there are."""

KNOWN_COLUMNS: Final[Mapping[str, frozenset[str]]] = {**_KEPT, "alters": _KEPT["alters"] | _DERIVED}
"""The columns of each file; any other is left out with a notice."""


@dataclass(frozen=True, slots=True)
class ConvertedMap:
    """The map of one ego, and the row of the egos file it comes from."""

    map: Map
    row: Row

    @property
    def ego(self) -> str:
        """Return the `ego_id`."""
        return self.row.get("ego_id")


@dataclass(frozen=True, slots=True)
class Conversion:
    """What the three files hold: the maps in the order of the egos, and what was left out."""

    converted: tuple[ConvertedMap, ...]
    notices: tuple[Problem, ...]
    """`csv_unknown_columns`, `csv_unnamed_columns`, `csv_contradiction` and `csv_no_ties`: worth
    telling, no reason to stop."""


def read_three_files(
    egos: Path, alters: Path, ties: Path | None, ego: str | None = None
) -> Conversion:
    """Return a map for every ego in the three files; an empty cell is *not answered*.

    Without a file of ties, or with one that has no rows, the lines were not asked: that nobody
    would know anybody is not said by silence. The column `lines_drawn` of an ego says otherwise.
    With `ego` only the rows of that one are looked at, in files of any size.

    Raises `Problem`, at the first cell that cannot be kept: those of `read_table`, and with
    file, line, column and value `csv_bad_value` (also with `allowed`), `csv_bad_text`,
    `csv_unknown_ego`, `csv_unknown_partner`, `csv_ego_twice`, `csv_partner_twice`,
    `csv_tie_twice`, `csv_tie_to_itself`, `csv_too_many_partners`; `csv_no_egos`.
    """
    of = None if ego is None else ("ego_id", ego)
    tables = {
        "egos": read_table(egos, EGO_REQUIRED, of),
        "alters": read_table(alters, ALTER_REQUIRED, of),
    }
    if ties is not None:
        tables["ties"] = read_table(ties, TIE_REQUIRED, of)
    if not tables["egos"].rows and ego is None:
        raise Problem("csv_no_egos", file=egos)
    ego_rows: dict[str, Row] = {}
    for row in tables["egos"].rows:
        ego = _identifier(row, "ego_id")
        if ego in ego_rows:
            raise row.problem("csv_ego_twice", "ego_id")
        ego_rows[ego] = row
    alter_rows = _by_ego(tables["alters"], ego_rows)
    tie_rows = _by_ego(tables["ties"], ego_rows) if ties else {ego: [] for ego in ego_rows}
    asked = any(tie_rows.values())
    ours = is_ours(tables["egos"].columns)
    converted = tuple(
        ConvertedMap(_map(row, alter_rows[ego], tie_rows[ego], asked=asked, ours=ours), row)
        for ego, row in ego_rows.items()
    )
    return Conversion(
        converted,
        (
            *(
                notice
                for name, table in tables.items()
                for notice in left_out(name, table, ours=ours)
            ),
            *_contradictions(tables["alters"]),
            *([Problem("csv_no_ties", file=ties)] if ties and not asked else []),
        ),
    )


def is_ours(columns: Collection[str]) -> bool:
    """Tell whether Kring wrote these egos: then every field of ours has a column of its name."""
    return set(columns) >= _OURS


def left_out(name: str, table: Table, *, ours: bool = False) -> Iterator[Problem]:
    """Yield a notice about the columns that are not kept, and one about those without a name."""
    known = KNOWN_COLUMNS[name]
    if ours and name != "ties":
        known |= {*rules_of(Network if name == "egos" else Partner)}
    unnamed = [n for n, column in enumerate(table.columns, start=1) if column == f"#{n}"]
    unknown = [
        column
        for n, column in enumerate(table.columns, start=1)
        if n not in unnamed and column not in known
    ]
    if unnamed:
        yield Problem("csv_unnamed_columns", file=table.file, columns=tuple(map(str, unnamed)))
    if unknown:
        yield Problem(
            "csv_unknown_columns",
            file=table.file,
            count=len(unknown),
            columns=tuple(unknown[:_MOST_NAMED]),
        )


def _by_ego(table: Table, egos: Iterable[str]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {ego: [] for ego in egos}
    for row in table.rows:
        ego = row.get("ego_id")
        if ego not in found:
            raise row.problem("csv_unknown_ego", "ego_id")
        found[ego].append(row)
    return found


def _map(
    ego_row: Row, alter_rows: list[Row], tie_rows: list[Row], *, asked: bool, ours: bool
) -> Map:
    ego = ego_row.get("ego_id")
    if len(alter_rows) > MOST_PARTNERS:
        raise alter_rows[MOST_PARTNERS].problem(
            "csv_too_many_partners", "ego_id", most=MOST_PARTNERS
        )
    partners = _partners(alter_rows, ours=ours)
    ties = _ties(tie_rows, partners)
    rules = rules_of(Network)
    role = ego_row.get("role")
    if not rules["role"].is_kept_by(role):
        raise ego_row.problem("csv_bad_text", "role")
    drawn = _switch(ego_row, "lines_drawn")
    lines_drawn = asked if drawn is None else drawn
    # What was not there in earlier versions is only said where it says something: a map made
    # then is the same map.
    said = [
        [sorted((column, row.get(column)) for column in _KEPT[name] - _NEWER) for row in rows]
        for name, rows in (("egos", [ego_row]), ("alters", alter_rows), ("ties", tie_rows))
    ] + ([] if lines_drawn else [[[("lines_drawn", "no")]]])
    more = _more(Network, ego_row) if ours else {}
    if ours:
        said.append([sorted(row.cells.items()) for row in (ego_row, *alter_rows)])
    network = Network(
        id=_id_beside(partners.keys() | {tie.id for tie in ties}, json.dumps(said)),
        series=series_of(ego),
        title=more.pop("title", "") or ego,
        role=vocabulary().kind_label(role, "nl"),
        lines_drawn=lines_drawn,
        **{field: _cell(ego_row, column, rules[field]) for column, field in EGO_FIELDS.items()},
        **more,
    )
    return Map.of([as_read(network), *map(as_read, partners.values()), *ties])


def _more(kind: type[Network] | type[Partner], row: Row) -> dict[str, Any]:
    """Return the fields of ours that stand in columns of their own name."""
    found = own_fields(kind, row.cells, _READ_APART[kind])
    if ("x" in found) != ("y" in found):
        found = {field: value for field, value in found.items() if field not in ("x", "y")}
    return found


def _partners(rows: list[Row], *, ours: bool) -> dict[str, Partner]:
    rules = rules_of(Partner)
    names = _names(rows)
    partners: dict[str, Partner] = {}
    for row, name in zip(rows, names, strict=True):
        alter = _identifier(row, "alter_id")
        if alter in partners:
            raise row.problem("csv_partner_twice", "alter_id")
        forms = tuple(form.strip() for form in row.get("form").split(";") if form.strip())
        if not rules["forms"].is_kept_by(forms):
            raise row.problem("csv_bad_value", "form", allowed=_allowed("form", rules["forms"]))
        answers = {
            field: _cell(row, column, rules[field]) for column, field in ALTER_FIELDS.items()
        }
        kind = vocabulary().kinds.get(row.get("type"))
        if kind and "group" not in row.cells:
            answers["setting"] = kind.setting
        partners[alter] = Partner(
            id=alter,
            name=name,
            kind=row.get("type") or None,
            named_important=_switch(row, "named_important"),
            forms=forms,
            **answers,
            **(_more(Partner, row) if ours else {}),
        )
    return partners


def _names(rows: list[Row]) -> list[str]:
    """Return the name of each partner: the label, or the kind, numbered where it recurs."""
    for row in rows:
        for column, field in (("label", "name"), ("type", "kind")):
            if row.get(column) and not rules_of(Partner)[field].is_kept_by(row.get(column)):
                raise row.problem("csv_bad_text", column)
    kinds = (vocabulary().kind_label(row.get("type") or None, "nl") for row in rows)
    made = [
        "" if row.get("label") else kind[:1].upper() + kind[1:] or row.get("alter_id")
        for row, kind in zip(rows, kinds, strict=True)
    ]
    total, so_far = Counter(made), Counter[str]()
    names: list[str] = []
    for row, name in zip(rows, made, strict=True):
        so_far[name] += 1
        number = f" {so_far[name]}" if total[name] > 1 else ""
        names.append(row.get("label") or name[: NAME_LENGTH - len(number)] + number)
    return names


def _ties(rows: list[Row], partners: Collection[str]) -> list[Tie]:
    seen: set[frozenset[str]] = set()
    ties: list[Tie] = []
    for row in rows:
        a, b = row.get("alter_a"), row.get("alter_b")
        for column in ("alter_a", "alter_b"):
            if row.get(column) not in partners:
                raise row.problem("csv_unknown_partner", column)
        if a == b:
            raise row.problem("csv_tie_to_itself", "alter_b")
        if frozenset((a, b)) in seen:
            raise row.problem("csv_tie_twice", "alter_b", other=a)
        seen.add(frozenset((a, b)))
        state = _cell(row, "state", rules_of(Tie)["state"])
        ties.append(Tie(id=_id_beside(partners, *sorted((a, b))), a=a, b=b, state=state))
    return ties


def _identifier(row: Row, column: str) -> str:
    value = row.get(column)
    if not rules_of(Partner)["id"].is_kept_by(value):
        raise row.problem("csv_bad_text", column)
    return value


def _cell(row: Row, column: str, rule: Rule) -> Any:
    """Return the cell as a value that `rule` keeps; None where it is empty and may be."""
    text = row.get(column)
    value: Any = text or None
    if rule.stored_as == "integer":
        whole = whole_number(text)
        value = value if whole is None else whole
    if not rule.is_kept_by(value):
        raise row.problem("csv_bad_value", column, allowed=_allowed(column, rule))
    return value


def whole_number(text: str) -> int | None:
    """Return a whole number, also as programs write it that know fractions alone (*2.0*)."""
    found = re.fullmatch(r"\+?([0-9]{1,4})(?:[.,]0*)?", text)
    return int(found[1]) if found else None


SWITCH: Final = {
    **dict.fromkeys(("1", "yes", "ja", "true"), True),
    **dict.fromkeys(("0", "no", "nee", "false"), False),
}


def _switch(row: Row, column: str) -> bool | None:
    """Return a cell that says yes or no; None where it is empty."""
    found = SWITCH.get(plain(row.get(column)))
    if row.get(column) and found is None:
        raise row.problem("csv_bad_value", column, allowed=("0", "1", "yes", "no"))
    return found


def plain(text: str) -> str:
    """Return a cell that says yes or no as `SWITCH` has it."""
    whole = whole_number(text)
    return text.casefold() if whole is None else str(whole)


def _allowed(column: str, rule: Rule) -> str | tuple[str, ...]:
    """Return the values allowed in a column, as in *0–6* or *yes, unknown*."""
    if rule.stored_as == "integer":
        kept = [number for number in range(10) if rule.is_kept_by(number)]
        return f"{kept[0]}–{kept[-1]}"
    if column == "group":
        return tuple(vocabulary().settings)
    listed = {"form": "forms", "state": "tie_state"}.get(column, column)
    return tuple(vocabulary().choices[listed])


def _contradictions(alters: Table) -> list[Problem]:
    """Return a notice for each column that says otherwise than the one it follows from."""
    found: dict[str, list[int]] = {}
    for row in alters.rows:
        setting = vocabulary().settings.get(row.get("group"))
        frequency = whole_number(row.get("frequency"))
        said = {
            "inside_school": (
                SWITCH.get(plain(row.get("inside_school"))),
                setting.inside_school if setting else None,
            ),
            "contacts_per_year": (
                whole_number(row.get("contacts_per_year")),
                None if frequency is None else vocabulary().contacts(frequency),
            ),
        }
        for column, (value, expected) in said.items():
            if row.get(column) and value != expected:
                found.setdefault(column, []).append(row.line)
    return [
        Problem(
            "csv_contradiction",
            file=alters.file,
            column=column,
            line=lines[0],
            count=len(lines),
        )
        for column, lines in found.items()
    ]


def series_of(ego: str) -> str:
    """Return the id of the series of one ego, the same in every format."""
    return _id(ego)


def _id(*parts: str) -> str:
    return uuid.uuid5(_SPACE, json.dumps(parts)).hex


def _id_beside(taken: Collection[str], *parts: str) -> str:
    """Return an id made of `parts` that is not taken, whatever the partners are called."""
    found = _id(*parts)
    while found in taken:
        found = _id(found)
    return found
