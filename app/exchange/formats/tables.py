"""What formats of tables share: egos, alters and ties by their columns, in anybody's words."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from app.exchange.formats.draft import Bond, Draft, Person
from app.exchange.formats.text import Line, Sheet, cell
from app.exchange.list_headings import field_of_heading
from app.models.problem import Problem

EGO: Final = ("egoid", "ego", "networkcanvasegouuid", "puid")
ALTER: Final = ("alterid", "altid", "alternumber", "alter", "nameid")
ENDS: Final = (
    ("source", "target"), ("from", "to"), ("altera", "alterb"), ("alterid1", "alterid2"),
    ("alter1", "alter2"), ("alter1number", "alter2number"), ("srcid", "tgtid"),
    ("nameid", "targetid"), ("van", "naar"), ("vertex1", "vertex2"), ("node1", "node2"),
    ("nodea", "nodeb"), ("sender", "receiver"), ("tail", "head"), ("i", "j"), ("bron", "doel"),
    ("sourceid", "targetid"), ("sourcenode", "targetnode"), ("fromid", "toid"),
)  # fmt: skip
_NUMBERED: Final = (("partner1", "partner2"), ("persoon1", "persoon2"), ("person1", "person2"))
"""The same, but beside a column with names they are no more than what is said of these."""
NAMES: Final = ("label", "altername", "name", "naam", "alterlabel", "nickname")
TITLES: Final = ("label", "egoname", "name", "naam", "egolabel")
WEIGHTS: Final = ("weight", "state", "value", "strength", "tie", "know", "knows")
_NO: Final = ("no", "nee", "n")
_NUMBER: Final = re.compile(r"[+-]?\d+(?:[.,]\d+)?")


def whole(text: str) -> str:
    """Return a number as it is written without a fraction (*2.0* is *2*); others as they are."""
    found = re.fullmatch(r"([+-]?\d+)[.,]0+", text)
    return found[1] if found else text


def ends_of(sheet: Sheet) -> tuple[int, int] | None:
    """Return the columns in which two people stand; None where there are none."""
    named = any(field_of_heading(one) in ("name", "first_name") for one in sheet.heading)
    for one, other in (*ENDS, *(() if named else _NUMBERED)):
        # Who is numbered on (*alter3*) is in one row with all the others.
        third = one.replace("1", "3")
        if sheet.has(one, other) and (third == one or third not in sheet.keys):
            return sheet.keys[one], sheet.keys[other]
    return None


def is_ties(sheet: Sheet) -> bool:
    """Tell whether every row of a table is about two people."""
    return ends_of(sheet) is not None and sheet.at(*EGO) is not None


def is_alters(sheet: Sheet) -> bool:
    """Tell whether every row of a table is about a partner of an ego."""
    return not is_ties(sheet) and sheet.at(*EGO) is not None and sheet.at(*ALTER) is not None


def said(sheet: Sheet, line: Line, without: Sequence[int | None]) -> dict[str, str]:
    """Return the cells of a row that say something, by their heading."""
    found = {}
    for at, name in enumerate(sheet.heading):
        value = cell(line, at)
        if value and name and at not in without:
            found[name] = value
    return found


def about_two(said: dict[str, str]) -> dict[str, str]:
    """Leave out that a tie goes both ways, as Gephi says of every one: it is no kind of partner."""
    return {k: v for k, v in said.items() if v.casefold() not in ("directed", "undirected")}


def people_of(sheet: Sheet) -> dict[str, list[Person]]:
    """Return the partners in a table of alters, by the ego they belong to."""
    ego, alter, name = sheet.at(*EGO), sheet.at(*ALTER), sheet.at(*NAMES)
    found: dict[str, list[Person]] = {}
    for line in sheet.lines:
        key = whole(cell(line, alter))
        owner = whole(cell(line, ego))
        if not key or not owner:
            raise Problem("import_row", file=sheet.file, line=line.number)
        person = Person(key, cell(line, name), said(sheet, line, (ego, alter, name)))
        person.line = line.number
        found.setdefault(owner, []).append(person)
    return found


def bonds_of(sheet: Sheet) -> dict[str, list[Bond]]:
    """Return the ties in a table, by the ego they belong to."""
    ego, ends = sheet.at(*EGO), ends_of(sheet)
    assert ends is not None
    weight = sheet.at(*WEIGHTS)
    if weight is None:  # the first column that is nobody's name or number, as a question is called
        taken = {
            ego,
            *ends,
            *(sheet.keys[k] for k in sheet.keys if re.match(r"alter|ego|inter", k)),
        }
        weight = next((at for at in range(len(sheet.heading)) if at not in taken), None)
    found: dict[str, list[Bond]] = {}
    for line in sheet.lines:
        owner = whole(cell(line, ego))
        bonds = found.setdefault(owner, [])
        said_of_it = cell(line, weight)
        state = state_of(said_of_it) if weight is not None else "yes"
        if weight == sheet.at("state") and said_of_it.casefold() in _NO:
            state = "no"  # a word about the two, and not how much of a tie it is
        a, b = whole(cell(line, ends[0])), whole(cell(line, ends[1]))
        if not a or not b:
            raise Problem("import_row", file=sheet.file, line=line.number)
        if state:
            bonds.append(Bond(a, b, state))
    return found


def state_of(text: str) -> str:
    """Return whether two people are tied: *yes*, *unknown*, or "" for those who are not.

    Above 0 is a tie. Below it stands why nobody answered, and so is an empty cell.
    """
    word = text.casefold().strip()
    if _NUMBER.fullmatch(word):
        number = float(word.replace(",", "."))
        return "yes" if number > 0 else "unknown" if number < 0 else ""
    if word in ("", "unknown", "onbekend", "weet niet", "?", "don't know"):
        return "unknown" if word else "yes"
    return "" if word in _NO or word in ("false", "onwaar", "falsch") else "yes"


def drafts_of(
    format_id: str,
    file: Path,
    egos: dict[str, dict[str, str]],
    people: dict[str, list[Person]],
    bonds: dict[str, list[Bond]] | None,
    *,
    title: Callable[[str, dict[str, str]], str],
    asks: bool,
) -> list[Draft]:
    """Return a draft for every ego, in the order in which they first stand there."""
    drafts = []
    for ego in dict.fromkeys((*egos, *people)):
        about = egos.get(ego, {})
        drafts.append(
            Draft(
                file,
                format_id,
                title(ego, about),
                people.get(ego, []),
                (bonds or {}).get(ego, []),
                drawn=bonds is not None,
                said=about,
                asks=asks,
            )
        )
    return drafts
