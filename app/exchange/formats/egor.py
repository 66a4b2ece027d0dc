"""Tables for R (egor) and our own three: three files, two files or one, of any number of egos."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from app.exchange.formats import tables
from app.exchange.formats.draft import Bond, Draft, Format, Person
from app.exchange.formats.source import Source
from app.exchange.formats.text import Line, Sheet, cell
from app.exchange.formats.text import key as key_of
from app.exchange.formats.wide_tables import EGO, NAMES, SIZE, Layout, layout_of
from app.models.problem import Problem

_ID: Final = "egor"
_YES: Final = frozenset(("1", "yes", "ja", "true", "waar"))
_MOST_ALTERS: Final = 500
_MOST_CODES: Final = 6


def _takes(sources: Sequence[Source]) -> list[Source]:
    return [s for s in sources if any(map(_is_ours, s.tables))]


def _is_ours(sheet: Sheet) -> bool:
    return (
        "egoid" in sheet.keys
        or tables.is_alters(sheet)
        or (tables.is_ties(sheet) and len(sheet.heading) > 2)
        or layout_of(sheet).is_sure
    )


def _read(sources: Sequence[Source]) -> Iterator[Draft | Problem]:
    for group in _folders(sources):
        try:
            yield from _drafts([t for s in group for t in s.tables if _is_ours(t)])
        except Problem as problem:
            yield problem


def _folders(sources: Sequence[Source]) -> list[list[Source]]:
    """Return the files that belong together: those of one folder that share their egos."""
    found: dict[Path, list[Source]] = {}
    for source in sources:
        found.setdefault(source.path.parent, []).append(source)
    groups = []
    for inside in found.values():
        # Two studies can lie in one folder; then a file of both egos and ties is of another one.
        alone = [s for s in inside if s.sheet and _is_one_file(s.sheet)]
        groups += [[s] for s in alone]
        others = [s for s in inside if s not in alone]
        wide = [s for s in others if s.sheet and layout_of(s.sheet).pairs]
        tables_only = [s for s in others if s not in wide]
        is_alone = len(wide) == 1 and all(
            s.sheet and tables.is_alters(s.sheet) for s in tables_only
        )
        three = [] if is_alone else [s for s in tables_only if not _is_for(s, wide)]
        groups += [[w, *(s for s in others if s not in wide and s not in three)] for w in wide]
        groups += [three] if three else []
    return groups


def _is_for(source: Source, wide: Sequence[Source]) -> bool:
    """Tell whether a table of alters belongs to a file that holds egos and ties together.

    They do where there is nothing else, or where their names begin alike.
    """
    if not source.sheet or not tables.is_alters(source.sheet):
        return False
    return any(len(_alike(source.stem, one.stem)) >= 4 for one in wide)


def _alike(one: str, other: str) -> str:
    length = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    return one[:length]


def _drafts(sheets: Sequence[Sheet]) -> list[Draft]:
    people: dict[str, list[Person]] = {}
    egos: dict[str, dict[str, str]] = {}
    bonds: dict[str, list[Bond]] | None = None
    exact = True
    codes: set[str] = set()
    alters = any(map(tables.is_alters, sheets))
    for sheet in sheets:
        exact = exact and (sheet.has("kringmap") or _is_exact(sheet))
        if tables.is_ties(sheet):
            bonds = {**(bonds or {}), **tables.bonds_of(sheet)}
        elif tables.is_alters(sheet):
            people |= tables.people_of(sheet)
        else:
            layout = layout_of(sheet)
            exact = exact and not layout.alters
            codes |= _codes(sheet, layout)
            wide, found, tied = _wide(
                sheet, layout if layout.is_sure or not alters else Layout(pairs=layout.pairs)
            )
            egos |= wide
            people = {**found, **people}
            bonds = {**tied, **(bonds or {})} if tied is not None else bonds
    if not alters and not people:
        raise Problem("import_no_alters", file=sheets[0].file)
    if exact and bonds is not None and not any(bonds.values()):
        bonds = None  # of our own three: a file without rows is *not asked*
    unknown = next((ego for ego in people if egos and ego not in egos), None)
    if unknown is not None:
        raise Problem("import_unknown_ego", file=sheets[0].file, value=unknown)
    drafts = tables.drafts_of(
        _ID, sheets[0].file, egos, people, bonds, title=_title, asks=not exact
    )
    for draft in drafts:
        draft.exact = exact
        if drawn := next((v for k, v in draft.said.items() if key_of(k) == "linesdrawn"), ""):
            draft.drawn = drawn.casefold() in _YES
        if exact:
            draft.title = draft.said.get("title") or draft.title
            _take_own(draft)
    if len(codes) > 1 and drafts:
        values = tuple(sorted(codes, key=float))
        drafts[0].notices.append(
            Problem("import_tie_codes", file=sheets[0].file, values=values[:_MOST_CODES])
        )
    return drafts


def _codes(sheet: Sheet, layout: Layout) -> set[str]:
    """Return the numbers above 0 with the pairs: one of several may mean *no tie* (GSS: 3)."""
    found = {tables.whole(cell(line, at)) for line in sheet.lines for at in layout.pairs}
    return {one for one in found if one.isdecimal() and int(one[:9]) > 0}


def _is_exact(sheet: Sheet) -> bool:
    """Tell whether the columns are those of our own tables."""
    names = {name.casefold() for name in sheet.heading}
    return "ego_id" in names or sheet.has("egoid", "partnerid") or tables.is_ties(sheet)


def _take_own(draft: Draft) -> None:
    """Give columns of our own tables the names of the fields they are, and people their ids."""
    keys = {}
    if "importance_of_cooperation" in draft.said:
        draft.said["importance_overall"] = draft.said.pop("importance_of_cooperation")
    for person in draft.people:
        for column, field in (("group", "setting"), ("frequency_wish", "wished_frequency"),
                              ("form", "forms"), ("type", "kind")):  # fmt: skip
            if column in person.said:
                person.said[field] = person.said.pop(column)
        person.kind = person.said.get("kind", "")
        person.notes = person.said.get("notes", "")
        keys[person.key] = person.said.pop("partner_id", person.key)
        person.key = keys[person.key]
        with suppress(KeyError, ValueError):
            person.x, person.y = float(person.said["x"]), float(person.said["y"])
    for bond in draft.bonds:
        bond.a, bond.b = keys.get(bond.a, bond.a), keys.get(bond.b, bond.b)


def _title(ego: str, about: dict[str, str]) -> str:
    keys = {key_of(name): value for name, value in about.items()}
    return next((keys[name] for name in tables.TITLES if keys.get(name)), ego)


def _is_one_file(sheet: Sheet) -> bool:
    """Tell whether egos, alters and ties all stand in one table."""
    is_of_one = not tables.is_alters(sheet) and not tables.is_ties(sheet)
    return is_of_one and layout_of(sheet).is_sure


# One row an ego: its own answers, those about each alter, and the pairs.


def _wide(
    sheet: Sheet, layout: Layout
) -> tuple[dict[str, dict[str, str]], dict[str, list[Person]], dict[str, list[Bond]] | None]:
    pairs, columns = layout.pairs, layout.alters
    ego_at, size_at = sheet.at(*EGO), sheet.at(*SIZE)
    egos: dict[str, dict[str, str]] = {}
    people: dict[str, list[Person]] = {}
    bonds: dict[str, list[Bond]] = {}
    numbers = list(dict.fromkeys(number for _, number in columns.values()))[:_MOST_ALTERS]
    numbers.sort(key=int)
    for row, line in enumerate(sheet.lines, start=1):
        ego = tables.whole(cell(line, ego_at)) if ego_at is not None else str(row)
        if not ego:
            raise Problem("import_row", file=sheet.file, line=line.number)
        if ego in egos:
            raise Problem("import_ego_twice", file=sheet.file, line=line.number, value=ego)
        egos[ego] = tables.said(sheet, line, (ego_at, size_at, *pairs, *columns))
        size = tables.whole(cell(line, size_at))
        filled = {number for at, (_, number) in columns.items() if cell(line, at)}
        there = set(numbers[: int(size[:4])]) if size.isdecimal() else filled
        people[ego] = _alters(line, columns, [one for one in numbers if one in there])
        if pairs:
            known = there if columns else None
            bonds[ego] = [
                Bond(a, b)
                for at, (a, b) in pairs.items()
                if tables.state_of(cell(line, at) or "0") == "yes"
                and (known is None or {a, b} <= known)
            ]
    return egos, {e: p for e, p in people.items() if p} if columns else {}, bonds or None


def _alters(
    line: Line, columns: dict[int, tuple[str, str]], numbers: Sequence[str]
) -> list[Person]:
    found = {one: Person(one, line=line.number) for one in numbers}
    for at, (name, alter) in columns.items():
        value = cell(line, at)
        if alter not in found or not value:
            continue
        if key_of(name) in NAMES and not found[alter].name:
            found[alter].name = value
        else:
            found[alter].said[name] = value
    return list(found.values())


FORMAT: Final = Format(_ID, "R (egor)", _takes, _read)
