"""easyNWK: the `.json` of easyNWK Web and the `.nwk` of the program before it.

Nearness is not importance there: it is kept as a place. Who died, and who stands outside the
horizon, stays out with a notice.
"""

import json
import math
import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from app.exchange.formats.draft import Bond, Draft, Format, Person
from app.exchange.formats.source import Source
from app.models.problem import Problem

_ID: Final = "easynwk"
_SECTORS: Final = (
    (-90.0, "in_school"), (0.0, "support_and_care"), (90.0, "pupil_and_family"),
    (math.inf, "community"),
)  # fmt: skip
_ROLES: Final = {
    "fa": "Familienangehörige*r", "fr": "Freund*in", "ko": "Kolleg*in", "he": "prof. Helfer*in",
    "ph": "prof. Helfer*in", "na": "Nachbar*in", "soz": "Sozialarbeiter*in",
    "psy": "Psycholog*in", "arz": "Ärzt*in", "mu": "Mutter", "va": "Vater",
}  # fmt: skip
_MOST: Final = 5_000


def _takes(sources: Sequence[Source]) -> list[Source]:
    return [source for source in sources if _is_json(source) or _is_nwk(source)]


def _is_json(source: Source) -> bool:
    start = source.text.lstrip("\ufeff \t\r\n")
    return start[:1] == "{" and '"alteri"' in source.text and '"connections"' in source.text


def _is_nwk(source: Source) -> bool:
    lines = source.text.splitlines()[:3]
    return len(lines) > 1 and lines[0].startswith("E;") and bool(re.match(r"[FNP];", lines[1]))


def _read(sources: Sequence[Source]) -> Iterator[Draft | Problem]:
    for source in sources:
        try:
            versions = _of_json(source) if _is_json(source) else _of_nwk(source)
            yield from versions
        except Problem as problem:
            yield problem
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
            yield Problem("import_damaged", file=source.path)


def _of_json(source: Source) -> list[Draft]:
    content = json.loads(source.text.lstrip("\ufeff"))
    versions = content.get("versions") or [{"nwk": content, "title": "", "date": ""}]
    drafts = []
    for number, version in enumerate(versions[:200], start=1):
        nwk = version["nwk"]
        title = _text(nwk["ego"].get("name")) or source.stem
        moment = _text(version.get("title")) or (f"{number}" if len(versions) > 1 else "")
        draft = Draft(source.path, _ID, title, [], drawn=True, moment_label=moment)
        draft.moment = _day(_text(version.get("date")))
        drafts.append(_filled(draft, nwk["alteri"][:_MOST], nwk["connections"]))
    return drafts


def _filled(draft: Draft, alteri: list[dict[str, Any]], connections: Any) -> Draft:
    dead, outside, unplaced = [], [], set()
    for alter in alteri:
        key, name = str(alter["id"]), _text(alter.get("name"))
        distance, angle = float(alter.get("distance") or 0), float(alter.get("angle") or 0)
        if alter.get("deceased"):
            dead.append(name)
        elif distance > 100:
            outside.append(name)
        elif not distance > 0:
            unplaced.add(key)
        else:
            draft.people.append(_person(key, name, alter, distance, angle))
            continue
        unplaced.add(key)
    draft.bonds = [
        Bond(str(one["id1"]), str(one["id2"]))
        for one in connections
        if not {str(one["id1"]), str(one["id2"])} & unplaced
    ]
    for code, names in (("import_dead", dead), ("import_outside", outside)):
        if names:
            draft.notices.append(Problem(code, file=draft.file, names=tuple(names)))
    return draft


def _person(key: str, name: str, alter: dict[str, Any], distance: float, angle: float) -> Person:
    turn = math.radians(angle)
    person = Person(
        key,
        name,
        kind=_text(alter.get("role")),
        setting=next(setting for end, setting in _SECTORS if angle < end),
        x=round(distance / 100 * math.cos(turn), 4),
        y=round(-distance / 100 * math.sin(turn), 4),
        notes=_text(alter.get("note")),
    )
    if str(alter.get("edgeType")) == "0":
        person.said["frequency"] = "0"  # no tie with the owner yet
    return person


def _of_nwk(source: Source) -> list[Draft]:
    """Return a draft a version; people without a place in it were deleted there."""
    title, versions = source.stem, dict[str, str]()
    people: dict[str, dict[str, Any]] = {}
    places: dict[str, dict[str, tuple[float, float, str]]] = {}
    lines: dict[str, list[dict[str, str]]] = {}
    for line in source.text.splitlines():
        kind, *cells = [cell.strip() for cell in line.split(";")]
        cells += [""] * 6
        if kind == "E":
            title = cells[0] or title
        elif kind == "F":
            versions[cells[0]] = cells[1]
        elif kind == "N" and cells[1] and len(people) < _MOST:
            role = _ROLES.get(cells[3].casefold(), cells[3])
            dead = cells[1].startswith("+")
            people[cells[0]] = {"id": cells[0], "name": cells[1].lstrip("+"), "deceased": dead,
                                "role": role, "note": cells[4]}  # fmt: skip
        elif kind == "P":
            place = float(cells[2].replace(",", ".")), float(cells[3].replace(",", "."))
            places.setdefault(cells[0], {})[cells[1]] = (*place, cells[4])
        elif kind == "L":
            lines.setdefault(cells[0], []).append({"id1": cells[1], "id2": cells[2]})
    drafts = []
    for version in versions or {"1": ""}:
        alteri = []
        for key, (x, y, tie) in places.get(version, {}).items():
            if key in people:
                right, up = x - 0.5, 0.5 - y
                alteri.append({**people[key], "distance": math.hypot(right, up) * 200,
                               "angle": math.degrees(math.atan2(up, right)),
                               "edgeType": tie})  # fmt: skip
        draft = Draft(source.path, _ID, title, [], drawn=True)
        draft.moment = _day(versions.get(version, ""))
        draft.moment_label = version if len(versions) > 1 else ""
        drafts.append(_filled(draft, alteri, lines.get(version, [])))
    return drafts


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _day(text: str) -> date | None:
    if found := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", text):
        text = f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


FORMAT: Final = Format(_ID, "easyNWK", _takes, _read)
