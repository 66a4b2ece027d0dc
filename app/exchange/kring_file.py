"""The `.kring` file: one map as UTF-8 JSON, with the scales its answers belong to inside."""

import codecs
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Final, get_type_hints

import msgspec

from app import VERSION
from app.exchange.consent import ConsentStruct, plain
from app.exchange.files import FORMAT, decoded, read_file, write_file
from app.exchange.newer_version import newer
from app.exchange.scales import ScaleStruct, check_scales, scales
from app.models.consent import Consent
from app.models.digest import blake2s
from app.models.network import (
    MOST,
    Activity,
    Answer,
    Departure,
    Evidence,
    Ground,
    Hindsight,
    Intention,
    Map,
    Network,
    Note,
    Outline,
    Partner,
    Photo,
    Record,
    Stroke,
    Task,
    Tie,
    Verdict,
    as_read,
    rules_of,
)
from app.models.problem import Problem

SUFFIX: Final = ".kring"
_MARKS: Final = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""With which an editor of text may have saved it."""

FORMAT_VERSION: Final = 5

_NEW_IN_2: Final = ("strokes", "verdicts", "departures", "hindsights")


def _each(
    content: dict[str, Any], listed: str, change: Callable[[dict[str, Any]], dict[str, Any]]
) -> dict[str, Any]:
    """Return a content in which each record of a list is changed."""
    records = content.get(listed)
    if not isinstance(records, list):  # what is none is refused when it is read into records
        return content
    changed = [change(one) if isinstance(one, dict) else one for one in records]
    return {**content, listed: changed}


def _to_2(content: dict[str, Any]) -> dict[str, Any]:
    upgraded = {**{key: [] for key in _NEW_IN_2}, **content, "version": 2}
    upgraded = _each(upgraded, "answers", lambda one: {"discuss": False, **one})
    return _each(upgraded, "intentions", lambda one: {"let_go": False, **one})


_A_UUID: Final = re.compile(r"[0-9a-f]{12}8[0-9a-f]{19}")
"""How a series was written that had been made to hand on, when only its digits told so."""


def _to_3(content: dict[str, Any]) -> dict[str, Any]:
    """Two partners without a tie may have got a *no* or were never asked: none is made up."""
    network = content.get("network")
    if not isinstance(network, dict):  # refused when it is read into records
        return {**content, "version": 3}
    theirs = bool(_A_UUID.fullmatch(str(network.get("series"))))
    return {**content, "version": 3, "network": {"theirs": theirs, **network}}


def _to_4(content: dict[str, Any]) -> dict[str, Any]:
    """Whoever had no star may have been asked or not: none is taken for a *no*."""
    upgraded = _each({**content, "version": 4}, "partners", _star_or_not_asked)
    return _each(upgraded, "ties", _without_strength)


def _star_or_not_asked(partner: dict[str, Any]) -> dict[str, Any]:
    """Return a partner of version 4, where whether they are still there is said as well."""
    unstarred = partner.get("named_important") is False
    kept = {k: value for k, value in partner.items() if not (unstarred and k == "named_important")}
    return {"still_there": False, **kept}


def _without_strength(tie: dict[str, Any]) -> dict[str, Any]:
    """Return a tie of version 4: nobody was ever asked how strong or how good it is."""
    return {k: value for k, value in tie.items() if k not in ("strength", "quality")}


def _to_5(content: dict[str, Any]) -> dict[str, Any]:
    """Make of what was written before and after a talk a first activity with that partner."""
    upgraded = {"activities": [], "tasks": [], "evidence": [], **content, "version": 5}
    partners = content.get("partners")
    if not isinstance(partners, list):  # refused when it is read into records
        return upgraded
    talks = [_talk(one) for one in partners if isinstance(one, dict)]
    upgraded["activities"] = [talk for talk in talks if talk]
    old = ("before_talk", "after_talk")
    return _each(upgraded, "partners", lambda one: {k: v for k, v in one.items() if k not in old})


def _talk(partner: dict[str, Any]) -> dict[str, Any] | None:
    """Return the activity that the texts of a partner become, with the id a library gives it."""
    agreed, talk = (partner.get(name) or "" for name in ("before_talk", "after_talk"))
    key = str(partner.get("id"))
    made = blake2s(b"kring talk:" + key.encode(), size=16).hex()
    named = {"id": made, "partner": key, "agreed": agreed, "talk": talk}
    return named if agreed or talk else None


UPGRADES: Final[Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]]] = {
    1: _to_2,
    2: _to_3,
    3: _to_4,
    4: _to_5,
}
"""By version: what makes the content of such a file that of the next version."""

LISTS: Final[Mapping[str, type[Record]]] = {
    "partners": Partner,
    "ties": Tie,
    "outlines": Outline,
    "notes": Note,
    "strokes": Stroke,
    "photos": Photo,
    "grounds": Ground,
    "verdicts": Verdict,
    "departures": Departure,
    "hindsights": Hindsight,
    "answers": Answer,
    "intentions": Intention,
    "activities": Activity,
    "tasks": Task,
    "evidence": Evidence,
}
"""The lists in the file, in the order in which they stand there."""

MAY_BE_ABSENT: Final = frozenset({"photos", "grounds"})
"""Lists that are left out where they are empty."""


def read_kring(path: Path) -> Map:
    """Return the map in the file.

    Raises `Problem`: those of `read_file`, and those of `from_json`.
    """
    return from_json(read_file(path), path)


def write_kring(map_: Map, path: Path, consent: Consent | None = None) -> None:
    """Write the map to `path`, replacing what is there.

    Raises `Problem` `file_not_written`; what was there is then still there.
    """
    write_file(path, to_json(map_, consent))


def to_json(map_: Map, consent: Consent | None = None) -> bytes:
    """Return the map as the content of a `.kring` file; the same map gives the same bytes.

    Fields without an answer, empty texts and empty lists are left out.
    """
    content: dict[str, Any] = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "written_by": f"Kring {VERSION}",
        "network": _plain(map_.network),
    }
    for name, kind in LISTS.items():
        listed = [_plain(record) for record in map_.records.values() if type(record) is kind]
        if listed or name not in MAY_BE_ABSENT:
            content[name] = listed
    content["scales"] = scales()
    if consent is not None:
        content["handed_in"] = plain(consent)
    return (json.dumps(content, ensure_ascii=False, allow_nan=False, indent=2) + "\n").encode()


def from_json(content: bytes, name: Path) -> Map:
    """Return the map in the content of a `.kring` file; `name` is how problems call the file.

    Raises `Problem`: `file_foreign`, `file_newer`, `file_encoding`, `file_damaged` (not whole,
    or a key twice), `file_too_many`, `file_bad_value` (`place` says where), `file_scale`, and for
    records that do not fit each other `file_duplicate_id`, `file_unknown_partner`,
    `file_duplicate_tie` and `file_tie_to_itself`.
    """
    if not content.lstrip().startswith((b"{", *_MARKS)):  # a photo is no text to save again
        raise Problem("file_foreign", file=name)
    text = decoded(content, name)
    if not text.lstrip().startswith("{"):
        raise Problem("file_foreign", file=name)
    version = _version(text, name)
    _check_lengths(text, name)
    if version < FORMAT_VERSION:
        file = _decode(json.dumps(_upgraded(_parsed(text, name), version)), name)
    else:
        # Straight into records, so that a hostile file never becomes a heap of objects first.
        file = _decode(text, name)
        _parsed(text, name)
    check_scales(file.scales, name)
    whole = _map_of(file, name)
    missing = _answered_on(whole) - {scale.id for scale in file.scales}
    if missing:
        raise Problem("file_scale", file=name, scale=min(missing))
    return whole


def _plain(record: Record) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    for f in fields(record):
        value = getattr(record, f.name)
        if value is None or value in ("", ()):
            continue
        plain[f.name] = value.isoformat() if isinstance(value, date) else value
    return plain


class _Head(msgspec.Struct):
    """What says whose file it is; read before anything else is looked at."""

    format: object = None
    version: object = None
    written_by: object = None


def _struct_of(kind: type[Record]) -> type[msgspec.Struct]:
    """Return the type to read a record into: the record's own fields, and no others.

    What `to_json` always writes must be there; what it leaves out when empty may be absent.
    """
    hints = get_type_hints(kind)
    required: list[tuple[str, Any]] = []
    optional: list[tuple[str, Any, Any]] = []
    for f in fields(kind):
        if f.default is None or f.default in ("", ()):
            optional.append((f.name, hints[f.name], f.default))
        else:
            required.append((f.name, hints[f.name]))
    return msgspec.defstruct(
        kind.__name__, [*required, *optional], kw_only=True, forbid_unknown_fields=True
    )


def _list_of(name: str, kind: type[Record]) -> tuple[str, Any] | tuple[str, Any, Any]:
    listed: Any = list[_struct_of(kind)]  # type: ignore[misc]
    return (name, listed, []) if name in MAY_BE_ABSENT else (name, listed)


FILE_STRUCT: Final = msgspec.defstruct(
    "KringFile",
    [
        ("format", str),
        ("version", int),
        ("network", _struct_of(Network)),
        *(_list_of(name, kind) for name, kind in LISTS.items()),
        ("scales", list[ScaleStruct]),
        ("written_by", str, ""),
        ("handed_in", ConsentStruct | None, None),
    ],
    kw_only=True,
    forbid_unknown_fields=True,
)


_LENGTHS: Final = msgspec.defstruct(
    "Lengths",
    [
        (name, Annotated[list[msgspec.Raw], msgspec.Meta(max_length=MOST[kind])], [])
        for name, kind in LISTS.items()
    ],
)
"""The lists of a file with nothing read of what is in them: only how long they are."""

_MOST_VALUES: Final = 2_000_000
"""Commas in a file: a drawing of ten thousand lines has half as many, and all ties a quarter."""


def _check_lengths(text: str, name: Path) -> None:
    """Refuse a file of any version with more records than a map holds, before it takes long."""
    if text.count(",") > _MOST_VALUES:
        raise Problem("file_too_many", file=name, most=_MOST_VALUES)
    try:
        msgspec.json.decode(text, type=_LENGTHS)
    except msgspec.ValidationError as error:
        if "length" in str(error):  # what is no list is refused when it is read into records
            most = MOST[LISTS[_place(str(error))]]
            raise Problem("file_too_many", file=name, most=most) from error


def _version(text: str, name: Path) -> int:
    try:
        head = msgspec.json.decode(text, type=_Head)
    except msgspec.ValidationError as error:
        raise Problem("file_foreign", file=name) from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise Problem("file_damaged", file=name) from error
    if head.format != FORMAT:
        raise Problem("file_foreign", file=name)
    if type(head.version) is not int or head.version < 1:
        raise Problem("file_bad_value", file=name, place="version")
    if head.version > FORMAT_VERSION:
        raise newer(name, head.written_by)
    return head.version


def _upgraded(content: dict[str, Any], version: int) -> dict[str, Any]:
    for number in range(version, FORMAT_VERSION):
        content = UPGRADES[number](content)
    return content


def _parsed(text: str, name: Path) -> dict[str, Any]:
    """Return the JSON as plain values, refusing an object that says the same thing twice."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) != len(pairs):
            raise Problem("file_damaged", file=name)
        return found

    try:
        content: dict[str, Any] = json.loads(text, object_pairs_hook=once)
    except (ValueError, RecursionError) as error:
        raise Problem("file_damaged", file=name) from error
    return content


def _decode(text: str, name: Path) -> Any:
    try:
        return msgspec.json.decode(text, type=FILE_STRUCT)
    except msgspec.ValidationError as error:
        raise Problem("file_bad_value", file=name, place=_place(str(error))) from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise Problem("file_damaged", file=name) from error


def _place(message: str) -> str:
    """Return the place of a validation error, as *partners 4, frequency*."""
    where = re.search(r"at `\$\.?([^`]*)`", message)
    path = where[1] if where else ""
    field = re.search(r"field `([^`]*)`", message)
    counted = re.sub(r"\[(\d+)\]", lambda found: f" {int(found[1]) + 1}", path)
    return ", ".join(part for part in (*counted.split("."), field[1] if field else "") if part)


def _answered_on(whole: Map) -> set[str]:
    """Return the scales on which answers were given: an older file lacks what is newer than it."""
    return {
        rule.listed
        for record in whole.records.values()
        for field, rule in rules_of(type(record)).items()
        if rule.kind == "scale" and rule.listed and getattr(record, field) is not None
    }


def _map_of(file: Any, name: Path) -> Map:
    places: dict[int, str] = {}
    records: list[Record] = []
    kinds: list[tuple[str, type[Record], list[Any]]] = [
        ("network", Network, [file.network]),
        *((listed, kind, getattr(file, listed)) for listed, kind in LISTS.items()),
    ]
    for listed, kind, structs in kinds:
        for number, struct in enumerate(structs, start=1):
            record: Record = as_read(kind(**msgspec.structs.asdict(struct)))
            records.append(record)
            places[id(record)] = listed if kind is Network else f"{listed} {number}"
    try:
        return Map.of(records)
    except Problem as problem:
        values = dict(problem.values)
        place = places.get(id(values.pop("record", None)), "")
        if problem.code == "bad_value":
            raise Problem(
                "file_bad_value", file=name, place=f"{place}, {values['field']}"
            ) from problem
        raise Problem(f"file_{problem.code}", file=name, place=place, **values) from problem
