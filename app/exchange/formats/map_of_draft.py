"""A map out of a draft, once it is known what its variables mean."""

import json
import re
import uuid
from collections.abc import Collection, Iterable, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, Final

from app.exchange.answers import answer_code
from app.exchange.cells import unguarded
from app.exchange.csv_table import MISSING
from app.exchange.formats.draft import NOT_IN, Bond, Choices, Draft, Person
from app.exchange.formats.meaning import TOP, VariableMeaning, found_in, setting_of
from app.exchange.formats.text import key as key_of
from app.exchange.own_fields import NO, YES, own_fields
from app.exchange.three_files import series_of
from app.models.network import MOST_PARTNERS, Map, Network, Partner, Tie, as_read, rules_of
from app.models.problem import Problem
from app.models.rules import cleaned, cleaned_text
from app.models.vocabulary import Kind, vocabulary

_SPACE: Final = uuid.UUID("0b7a3f58-5f0e-4f3f-9a43-63c7de1ad1c4")
"""Never changes: the same file gives the same ids in every conversion."""

EGO_NAMES: Final = frozenset(("ego", "ik", "me", "i", "self", "zelf", "mij"))
_FLAGS: Final = ("ego", "isego")


def made(draft: Draft, choices: Choices, language: str = "nl") -> tuple[Map, list[Problem]]:
    """Return the map of a draft, and what of it stays out.

    Raises `Problem`: `import_no_ego` (with the names there are), `import_person_twice`,
    `import_too_many`, `import_bad_text`.
    """
    if draft.ready is not None:
        return draft.ready, list(draft.notices)
    notices = list(draft.notices)
    people, bonds = _without_ego(draft, choices)
    if draft.unheaded:
        column = choices.name or draft.unheaded
        people = [replace(one, name=one.said[column]) for one in people if one.said.get(column)]
        if not choices.name:
            notices.append(
                Problem("import_headings", file=draft.file, column=cleaned(column),
                        variables=draft.variables)
            )  # fmt: skip
    if len(people) > MOST_PARTNERS:
        raise Problem("import_too_many", file=draft.file, most=MOST_PARTNERS)
    found = found_in(draft, choices)
    left = _Left(draft.file)
    ids = _ids(draft.file, people)
    partners = [
        _partner(one, ids[one.key], draft, found, choices, left, language) for one in people
    ]
    ties = list(_ties(draft, bonds, ids, notices))
    network = _network(draft, partners, ties, language)
    whole = Map.of([as_read(network), *map(as_read, partners), *map(as_read, ties)])
    return whole, notices + left.notices()


class _Left:
    """Counts cells that say nothing on our scales, so that they are told once a column."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._cells: dict[str, list[str]] = {}

    def add(self, column: str, cell: str) -> None:
        self._cells.setdefault(column, []).append(cell)

    def notices(self) -> list[Problem]:
        """Return a notice for every column."""
        return [
            Problem(
                "import_not_kept",
                file=self._file,
                column=cleaned(column),
                count=len(cells),
                value=cleaned(cells[0]),
            )
            for column, cells in self._cells.items()
        ]


# Who is in the middle.


def _without_ego(draft: Draft, choices: Choices) -> tuple[list[Person], list[Bond]]:
    """Take the owner out; what is said of a tie with the owner is said of the other end."""
    if not draft.ego_among or not draft.people:
        return draft.people, draft.bonds
    ego = ego_of(draft, choices.ego)
    if ego is None and choices.ego == NOT_IN:
        return draft.people, draft.bonds
    if ego is None:
        names = [cleaned(one.name or one.key) for one in draft.people[:12]]
        raise Problem("import_no_ego", file=draft.file, names=tuple(names), name=choices.ego)
    people = {
        one.key: Person(
            one.key, one.name, dict(one.said), one.kind, one.setting, one.x, one.y, one.notes
        )
        for one in draft.people
        if one.key != ego.key
    }
    bonds = []
    for bond in draft.bonds:
        if ego.key not in (bond.a, bond.b):
            bonds.append(bond)
            continue
        other = people.get(bond.b if bond.a == ego.key else bond.a)
        if other is not None:
            other.said = {**bond.said, **other.said}
    return list(people.values()), bonds


def ego_of(draft: Draft, named: str = "") -> Person | None:
    """Return the one in the middle: named as such, marked, called so, or tied to all others."""
    people = draft.people
    if named:
        for alike in (str, str.casefold):
            for one in people:
                if alike(named) in (alike(one.name), alike(one.key)):
                    return one
        return None
    marked = [
        one
        for one in people
        if any(key_of(k) in _FLAGS and v.casefold() in YES for k, v in one.said.items())
    ]
    called = [one for one in people if {one.key.casefold(), one.name.casefold()} & EGO_NAMES]
    around: dict[str, set[str]] = {}
    for bond in draft.bonds:
        around.setdefault(bond.a, set()).add(bond.b)
        around.setdefault(bond.b, set()).add(bond.a)
    others = len(people) - 1
    tied = [one for one in people if len(around.get(one.key, set()) - {one.key}) == others > 1]
    for candidates in (marked, called, tied):
        if len(candidates) == 1:
            return candidates[0]
    return None


# Partners.


def _ids(file: Path, people: Sequence[Person]) -> dict[str, str]:
    """Return an id for each: the one it has, where that can be one."""
    found: dict[str, str] = {}
    rule = rules_of(Partner)["id"]
    for person in people:
        if person.key in found:
            raise Problem(
                "import_person_twice", file=file, value=cleaned(person.key), line=person.line
            )
        kept = rule.is_kept_by(person.key)
        found[person.key] = person.key if kept else uuid.uuid5(_SPACE, person.key).hex
    return found


def _partner(
    person: Person,
    key: str,
    draft: Draft,
    found: VariableMeaning,
    choices: Choices,
    left: _Left,
    language: str,
) -> Partner:
    role = person.kind or person.said.get(found.kind, "")
    known = vocabulary()
    name = cleaned(unguarded(person.name)) or cleaned(known.kind_label(role, language)) or key
    kind = _kind(role, name, language, infers=draft.infers)
    setting = person.setting or _setting(person, found.setting, draft, left)
    says_setting = bool(found.setting) or person.setting is not None or draft.asks or draft.exact
    values: dict[str, Any] = {
        "frequency": _answer("frequency", person, found.contact, draft, choices, left),
        "importance": _answer("importance", person, found.importance, draft, choices, left),
        "named_important": _switch(person, found.star, left),
    }
    if draft.exact:
        values = {
            **own_fields(Partner, person.said, _READ_APART),
            **{k: v for k, v in values.items() if v is not None},
        }
    if choices.near and person.x is not None and person.y is not None:
        most = known.scales["importance"].most
        away = int((person.x**2 + person.y**2) ** 0.5 * most)
        values["importance"] = most - min(most - 1, away)
    if kind and draft.infers:
        values["entity"] = known.entity(f"{name}, {role}", kind)
    return Partner(
        id=key,
        name=name,
        kind=kind.id if kind else cleaned(role) or None,
        setting=setting or (kind.setting if kind and not says_setting else None),
        notes=cleaned_text(unguarded(person.notes or person.said.get(found.notes, ""))),
        x=person.x,
        y=person.y,
        **values,
    )


def _kind(role: str, name: str, language: str, *, infers: bool) -> Kind | None:
    known = vocabulary()
    if role in known.kinds:
        return known.kinds[role]
    text = (f"{name}, {role}" if role else name) if infers else role
    for wording in dict.fromkeys((language, "nl", "en")):
        for said in dict.fromkeys((role, text)):
            if said and (kind := known.certain(said, wording)):
                return kind
    return None


def _answer(
    scale: str, person: Person, variable: str, draft: Draft, choices: Choices, left: _Left
) -> int | None:
    """Return the code of an answer; what is on no step of ours is left out and told."""
    options = _ticked(person, variable) if variable not in person.said else []
    cell = unguarded(options[0] if len(options) == 1 else person.said.get(variable, "")).strip()
    if not cell or cell in MISSING or re.fullmatch(r"-\d+", cell):
        return None  # below zero stands why somebody did not answer
    worded = draft.options.get(variable, {})
    codes = {key: answer_code(scale, text) for key, text in worded.items()}
    if cell in codes and None not in codes.values():
        return codes[cell]  # the words say it, whatever its number is
    code = answer_code(scale, cell)
    if code is None:
        code = codes.get(cell)
    if code is None:
        left.add(variable, cell)
        return None
    if variable in choices.turned or key_of(variable) in {key_of(one) for one in choices.turned}:
        code = TOP[scale] - code if code else code
    return code


def _ticked(person: Person, variable: str) -> list[str]:
    """Return the options that were ticked, of a variable with a column for each."""
    start = f"{variable}_"
    return [
        name.removeprefix(start)
        for name, cell in person.said.items()
        if name.startswith(start) and cell.casefold() in YES and variable
    ]


def _switch(person: Person, variable: str, left: _Left) -> bool | None:
    cell = person.said.get(variable, "").strip().casefold()
    if not cell:
        return None
    cell = re.sub(r"[.,]0+$", "", cell)
    if cell in YES or cell in NO:
        return cell in YES
    left.add(variable, cell)
    return None


# Settings.


def _setting(person: Person, variable: str, draft: Draft, left: _Left) -> str | None:
    """Return the setting: that of its word, or of the first option that was ticked."""
    if not variable:
        return None
    said = person.said.get(variable, "")
    if said:
        found = setting_of(said) or setting_of(draft.options.get(variable, {}).get(said, ""))
        if found is None and said not in MISSING:
            left.add(variable, said)
        return found
    ticked = _ticked(person, variable)
    known = [found for option in ticked if (found := setting_of(option))]
    for option in ticked[1:] if known else ticked:
        left.add(variable, option)
    return known[0] if known else None


# Ties, the whole.


_READ_APART: Final = frozenset(("id", "name", "kind", "setting", "notes", "x", "y", "series",
                                "title", "role", "lines_drawn", "example", "theirs"))  # fmt: skip


def _ties(
    draft: Draft, bonds: Iterable[Bond], ids: dict[str, str], notices: list[Problem]
) -> Iterable[Tie]:
    """Return a tie for each two people; one in both directions, or of two kinds, is one."""
    states: dict[frozenset[str], str] = {}
    twice = strange = own = 0
    for bond in bonds:
        if bond.a not in ids or bond.b not in ids:
            strange += 1
            continue
        if bond.a == bond.b:
            own += 1
            continue
        ends = frozenset((ids[bond.a], ids[bond.b]))
        twice += ends in states
        if states.get(ends) != "yes":
            states[ends] = bond.state
    for code, count in (
        ("import_ties_twice", twice),
        ("import_ties_strange", strange),
        ("import_ties_own", own),
    ):
        if count:
            notices.append(Problem(code, file=draft.file, count=count))
    taken = set(ids.values())
    for ends, state in states.items():
        a, b = sorted(ends)
        key = _beside(taken, "tie", a, b)
        taken.add(key)
        yield Tie(id=key, a=a, b=b, state=state)


def _network(
    draft: Draft, partners: Sequence[Partner], ties: Sequence[Tie], language: str
) -> Network:
    title = cleaned(unguarded(draft.title))
    rules = rules_of(Network)
    said = {key_of(name): cell for name, cell in draft.said.items()}
    values: dict[str, Any] = {}
    for field in (name for name, rule in rules.items() if rule.kind == "scale"):
        cell = re.sub(r"[.,]0+$", "", said.get(key_of(field), ""))
        if cell.isdecimal() and rules[field].is_kept_by(int(cell[:3])):
            values[field] = int(cell[:3])
    if draft.exact:
        values = own_fields(Network, draft.said, _READ_APART)
    if draft.moment:
        values["moment"] = draft.moment
    if draft.moment_label:
        values["moment_label"] = cleaned(draft.moment_label)
    role = draft.role or next((said[name] for name in _ROLES if said.get(name)), "")
    label = values.get("moment_label", "")
    said_of = [*map(_said, partners), *map(_said, ties)]
    content = json.dumps([said_of, label, title])
    taken = {one.id for one in partners} | {one.id for one in ties}
    when = values["moment"].isoformat() if "moment" in values else ""
    return Network(
        id=_beside(taken, "map", draft.format, content, when),
        series=series_of(title or draft.file.stem),
        title=title,
        role=cleaned(vocabulary().kind_label(unguarded(role) or None, language)),
        lines_drawn=draft.drawn,
        **values,
    )


def _said(record: Partner | Tie) -> dict[str, str]:
    """Return what a file says of somebody: a field that is new gives no other id to an old file."""
    values = {field.name: (getattr(record, field.name), field.default) for field in fields(record)}
    return {name: repr(value) for name, (value, unsaid) in values.items() if value != unsaid}


_ROLES: Final = ("role", "rol", "functie", "function", "job")


def _beside(taken: Collection[str], *parts: str) -> str:
    """Return an id made of `parts` that is not taken, whatever the partners are called."""
    found = uuid.uuid5(_SPACE, json.dumps(parts)).hex
    while found in taken:
        found = uuid.uuid5(_SPACE, found).hex
    return found
