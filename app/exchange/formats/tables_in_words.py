"""The tables Kring writes for people, partners and links in words, where those in codes lack."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from app.exchange.cells import unguarded
from app.exchange.formats import tables
from app.exchange.formats.draft import Bond, Draft, Person
from app.exchange.formats.source import Source
from app.exchange.formats.text import Sheet, cell
from app.exchange.formats.text import key as key_of
from app.exchange.list_headings import field_of_heading, fields_of
from app.models.network import Tie, rules_of
from app.models.problem import Problem
from app.models.vocabulary import vocabulary

_ID: Final = "csv"
_ENDS: Final = ("partner1", "partner2")
_FEWEST: Final = 4
"""Fields in the heading of a table of partners: the map, the name, and two more."""


def takes(sources: Sequence[Source]) -> list[Source]:
    """Return the files that hold such a table."""
    return [s for s in sources if any(_is_partners(t) or _is_links(t) for t in s.tables)]


def _is_partners(sheet: Sheet) -> bool:
    fields = fields_of(list(sheet.heading))
    return fields.get(0) == "map" and len(fields) >= _FEWEST and "name" in fields.values()


def _is_links(sheet: Sheet) -> bool:
    return field_of_heading(sheet.heading[0]) == "map" and sheet.has(*_ENDS)


def read(sources: Sequence[Source]) -> Iterator[Draft | Problem]:
    """Yield a draft for every map; the tables of one folder belong together."""
    folders: dict[Path, list[Source]] = {}
    for source in sources:
        folders.setdefault(source.path.parent, []).append(source)
    for group in folders.values():
        sheets = [sheet for source in group for sheet in source.tables]
        drafts = _drafts(sheets)
        if not drafts:
            yield Problem("import_no_alters", file=group[0].path)
        for draft in drafts[:1]:
            draft.notices.append(Problem("import_in_words", file=draft.file))
        yield from drafts


def _drafts(sheets: Sequence[Sheet]) -> list[Draft]:
    drafts: dict[str, Draft] = {}
    links = [sheet for sheet in sheets if _is_links(sheet)]
    for sheet in sheets:
        if _is_partners(sheet):
            _add_partners(sheet, drafts)
    is_named = bool(drafts)
    for sheet in links:
        _add_links(sheet, drafts, is_named=is_named)
    return list(drafts.values())


def _draft(sheet: Sheet, title: str, drafts: dict[str, Draft]) -> Draft:
    return drafts.setdefault(title, Draft(sheet.file, _ID, title, []))


def _add_partners(sheet: Sheet, drafts: dict[str, Draft]) -> None:
    at = {field: n for n, field in fields_of(list(sheet.heading)).items()}
    for line in sheet.lines:
        name = unguarded(cell(line, at["name"]))
        if not name:
            continue
        people = _draft(sheet, cell(line, at["map"]), drafts).people
        said = tables.said(sheet, line, [at[one] for one in ("map", "name", "kind") if one in at])
        kind = unguarded(cell(line, at.get("kind")))
        # An area that was left open stays so, whatever they are.
        people.append(Person(f"p{len(people) + 1}", name, said, kind, "", line=line.number))


def _add_links(sheet: Sheet, drafts: dict[str, Draft], *, is_named: bool) -> None:
    """Add the links; where there is no table of partners, also those they are between."""
    for line in sheet.lines:
        names = [unguarded(cell(line, sheet.keys[end])) for end in _ENDS]
        state = _states().get(key_of(cell(line, len(_ENDS) + 1)))
        if state is None or not all(names):
            continue
        draft = _draft(sheet, cell(line, 0), drafts)
        draft.drawn = True
        ends = []
        for name in names:
            keys = [one.key for one in draft.people if one.name == name]
            if not keys and not is_named:
                keys = [f"p{len(draft.people) + 1}"]
                draft.people.append(Person(keys[0], name, line=line.number))
            # Of two people with one name nobody knows whose link it is.
            ends.append(keys[0] if len(keys) == 1 else f"?{name}")
        draft.bonds.append(Bond(ends[0], ends[1], state))


def _states() -> dict[str, str]:
    """Return what is known of two people for the words that stand for it."""
    terms = vocabulary().choices[rules_of(Tie)["state"].listed]
    return {key_of(words): state for state, one in terms.items() for words in (one.nl, one.en)}
