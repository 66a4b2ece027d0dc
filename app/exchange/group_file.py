"""The file a lecturer gives back: a few figures of a group, to lay beside one's own map.

It holds what may leave the building and no more: means of kinds that ten people or more have.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Final

import msgspec

from app import VERSION
from app.exchange.files import decoded, read_file
from app.exchange.newer_version import newer
from app.models.fewest_people import FEWEST_FOR_KINDS
from app.models.problem import Problem
from app.models.rules import cleaned
from app.models.vocabulary import vocabulary

FORMAT: Final = "kring-group"
FORMAT_VERSION: Final = 1

_Band = Annotated[str, msgspec.Meta(pattern=r"^[<>][0-9]{1,7}$")]
_People = Annotated[int, msgspec.Meta(ge=1, le=10_000_000)]

_SCALES: Final = vocabulary().scales
_Contact = Annotated[float, msgspec.Meta(ge=1, le=_SCALES["frequency"].most)]
_Importance = Annotated[float, msgspec.Meta(ge=1, le=_SCALES["importance"].most)]


class _Kind(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    have: _People | _Band
    mean_frequency: _Contact | None = None
    mean_importance: _Importance | None = None


class _File(msgspec.Struct, forbid_unknown_fields=True):
    format: str
    version: int
    name: str
    respondents: Annotated[int, msgspec.Meta(ge=FEWEST_FOR_KINDS, le=10_000_000)]
    partners: Annotated[float, msgspec.Meta(ge=0, le=500)]
    kinds: dict[str, _Kind]
    written_by: str = ""


class _Head(msgspec.Struct):
    format: object = None
    version: object = None
    written_by: object = None


def written(found: Mapping[str, Any], name: str) -> bytes:
    """Return figures that may leave the building as a file. Raises `Problem` where they are few."""
    kinds = {
        id_: {key: row[key] for key in _Kind.__struct_fields__ if row[key] is not None}
        for id_, row in found["kinds"].items()
        if id_ in vocabulary().kinds and row["have"] is not None
    }
    if found["respondents"] < FEWEST_FOR_KINDS:
        raise Problem("group_too_few_outside", least=FEWEST_FOR_KINDS)
    content = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "written_by": f"Kring {VERSION}",
        "name": name,
        "respondents": found["respondents"],
        "partners": found["contacts"]["mean"],
        "kinds": kinds,
    }
    return (json.dumps(content, ensure_ascii=False, allow_nan=False, indent=2) + "\n").encode()


def read_group(path: Path) -> tuple[str, dict[str, Any]]:
    """Return the name and the figures of a group that was given back.

    Raises `Problem`: those of `read_file`, `file_foreign`, `file_newer`, `file_damaged` and
    `file_bad_value`. Kinds that this Kring does not know are left out.
    """
    text = decoded(read_file(path), path)
    try:
        head = msgspec.json.decode(text, type=_Head)
    except (msgspec.DecodeError, RecursionError) as error:
        raise Problem("file_damaged", file=path) from error
    if head.format != FORMAT:
        raise Problem("file_foreign", file=path)
    if type(head.version) is int and head.version > FORMAT_VERSION:
        raise newer(path, head.written_by)
    try:
        file = msgspec.json.decode(text, type=_File)
    except (msgspec.ValidationError, RecursionError) as error:
        raise Problem("file_bad_value", file=path, place="kinds") from error
    kinds = {id_: one for id_, one in file.kinds.items() if id_ in vocabulary().kinds}
    figures = {
        "respondents": file.respondents,
        "partners": file.partners,
        "kinds": {
            id_: {**msgspec.structs.asdict(one), "weekly": 0, "starred": 0}
            for id_, one in kinds.items()
        },
        "settings": {},
    }
    return cleaned(file.name), figures
