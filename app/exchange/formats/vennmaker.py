"""VennMaker: the tables of alters it exports (`ALTER_*.csv`), a map for each moment in them."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from app.exchange.formats.draft import Draft, Format, Person
from app.exchange.formats.source import Source
from app.exchange.formats.text import Sheet, cell
from app.models.problem import Problem


def _takes(sources: Sequence[Source]) -> list[Source]:
    return [s for s in sources if _is_project(s) or _is_alters(s) or _is_ego(s)]


def _is_alters(source: Source) -> bool:
    return source.sheet is not None and source.sheet.has("idalter", "idego")


def _is_ego(source: Source) -> bool:
    """Tell whether it is the table about the owner, which says nothing of partners."""
    is_named = re.match("EGO_", source.stem, re.I) is not None
    return is_named and source.sheet is not None and source.sheet.has("idego")


def _is_project(source: Source) -> bool:
    return "<vennmaker" in source.text[:2000].casefold() or "vennmaker.main" in source.text[:5000]


def _read(sources: Sequence[Source]) -> Iterator[Draft | Problem]:
    for source in sources:
        if source.sheet is not None and _is_alters(source):
            yield from _drafts(source, source.sheet)
        elif not _is_ego(source):
            yield Problem("import_vennmaker", file=source.path)
        elif not any(map(_is_alters, sources)):
            yield Problem("import_no_alters", file=source.path)


def _moments(sheet: Sheet) -> list[str]:
    """Return the moments: what stands behind the last dash of the columns, `x_…` first of all."""
    placed = [name[2:] for name in sheet.heading if name.startswith("x_")]
    if placed:
        return list(dict.fromkeys(placed))
    others = [name.rpartition("_")[2] for name in sheet.heading if "_" in name[2:]]
    return list(dict.fromkeys(end for end in others if end not in ("Alter", "Ego"))) or [""]


def _drafts(source: Source, sheet: Sheet) -> Iterator[Draft]:
    title = re.sub(r"^ALTER_", "", source.stem, flags=re.I)
    moments = _moments(sheet)
    for moment in moments:
        end = f"_{moment}" if moment else ""
        columns = {
            at: name.removesuffix(end)
            for at, name in enumerate(sheet.heading)
            if name.endswith(end) and not name.startswith(("id_", "x_", "y_"))
        }
        people = []
        for line in sheet.lines:
            said = {n: v for at, n in columns.items() if (v := cell(line, at)) and n != "Name"}
            if moment and not said:
                continue  # not there at that moment
            person = Person(cell(line, sheet.at("idalter")), cell(line, sheet.at("name")), said)
            person.line = line.number
            people.append(person)
        label = moment if len(moments) > 1 else ""
        yield Draft(source.path, "vennmaker", title, people, moment_label=label)


FORMAT: Final = Format("vennmaker", "VennMaker", _takes, _read)
