"""The scales as they stand in a `.kring` file: what its answers mean."""

from pathlib import Path
from typing import Any

import msgspec

from app.models.problem import Problem
from app.models.vocabulary import vocabulary


def scales() -> list[dict[str, Any]]:
    """Return the scales as they stand in a file."""
    return [
        {
            "id": scale.id,
            "version": scale.version,
            "higher_means": scale.higher_means,
            "nl": scale.nl,
            "en": scale.en,
            "steps": [
                {"code": step.code, "nl": step.nl, "en": step.en}
                | ({} if step.contacts is None else {"contacts": step.contacts})
                for step in scale.steps
            ],
        }
        for scale in vocabulary().scales.values()
    ]


class _Step(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    code: int
    nl: str
    en: str
    contacts: int | None = None


class ScaleStruct(msgspec.Struct, forbid_unknown_fields=True):
    """A scale in a file."""

    id: str
    version: int
    higher_means: str
    nl: str
    en: str
    steps: list[_Step]


def check_scales(given: list[ScaleStruct], name: Path) -> None:
    """Refuse answers to another question, or with steps that mean something else."""
    ours = {scale["id"]: scale for scale in scales()}
    theirs = {scale.id: msgspec.to_builtins(scale) for scale in given}
    for scale in given:
        if theirs[scale.id] != ours.get(scale.id):
            raise Problem("file_scale", file=name, scale=scale.id)
    if len(theirs) != len(given):
        raise Problem("file_damaged", file=name)
