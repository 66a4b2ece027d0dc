"""Small maps to measure, and the published maps with the values others computed for them."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from app.models.network import Map, Network, Partner, Tie

DATA = Path(__file__).parent / "data"

SETTINGS = ("in_school", "pupil_and_family", "support_and_care", "community")


def draw(
    partners: Iterable[dict[str, Any]],
    ties: Iterable[Sequence[str]] = (),
    unknown: Iterable[Sequence[str]] = (),
    **network: Any,
) -> Map:
    """Return the map of these partners (fields of `Partner`; a name follows from the id).

    Ties are two ids each: ("a", "b"), or "ab" where an id is one letter.
    Its lines are drawn, unless `network` says otherwise.
    """
    return Map.of(
        [
            Network(**{"id": "network", "series": "series", "lines_drawn": True, **network}),
            *(Partner(**{"name": f"Partner {fields['id']}", **fields}) for fields in partners),
            *(Tie(id=f"{a}-{b}", a=a, b=b) for a, b in ties),
            *(Tie(id=f"{a}-{b}", a=a, b=b, state="unknown") for a, b in unknown),
        ]
    )


def draw_shape(count: int, *, all_tied: bool, **fields: Any) -> Map:
    """Return `count` alike partners in the school who all know each other, or none of whom do."""
    ids = [f"p{number}" for number in range(1, count + 1)]
    ties = [(a, b) for a in ids for b in ids if a < b] if all_tied else []
    people = ({"id": id_, "setting": "in_school", **fields} for id_ in ids)
    return draw(people, ties)


@dataclass(frozen=True)
class Published:
    """A map with the figures, the rows of its gap and the positions published for it."""

    name: str
    map: Map
    figures: dict[str, Any]
    rows: dict[str, dict[str, Any]]
    positions: dict[str, dict[str, Any]]


@cache
def read_published(file: str) -> list[Published]:
    content = json.loads((DATA / file).read_text(encoding="utf-8"))
    return [_published(file.removesuffix(".json"), content, entry) for entry in content["maps"]]


def _published(moment: str, content: dict[str, Any], entry: dict[str, Any]) -> Published:
    def by_id(columns: str, rows: list[list[Any]]) -> dict[str, dict[str, Any]]:
        return {row[0]: dict(zip(content[columns], row, strict=True)) for row in rows}

    partners = by_id("partner_columns", entry["partners"]).values()
    for fields in partners:
        fields["named_important"] = bool(fields["named_important"])
        fields["forms"] = tuple(fields["forms"])
    return Published(
        name=f"{moment} {entry['id']}",
        map=draw(
            partners,
            (tuple(pair.split()) for pair in entry["ties"]),
            (tuple(pair.split()) for pair in entry["unknown"]),
        ),
        figures=dict(zip(content["figure_columns"], entry["figures"], strict=True)),
        rows=by_id("row_columns", entry["rows"]),
        positions=by_id("position_columns", entry.get("positions", [])),
    )


def differences(found: dict[str, Any], expected: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Return what was found and expected by name, where numbers differ by more than 1e-9."""
    return {
        name: (found[name], value)
        for name, value in expected.items()
        if not _same(found[name], value)
    }


def _same(found: Any, expected: Any) -> bool:
    if isinstance(found, int | float) and isinstance(expected, int | float):
        return abs(found - expected) <= 1e-9
    return bool(found == expected)


@pytest.fixture(scope="session")
def differing() -> Callable[[dict[str, Any], dict[str, Any]], dict[str, tuple[Any, Any]]]:
    return differences


@pytest.fixture(scope="session")
def drawing() -> Callable[..., Map]:
    return draw


@pytest.fixture(scope="session")
def shape() -> Callable[..., Map]:
    return draw_shape


@pytest.fixture(scope="session")
def worked_example() -> Published:
    return read_published("worked_example.json")[0]


def all_published() -> list[Published]:
    files = ("worked_example.json", "begin.json", "end.json")
    return [entry for file in files for entry in read_published(file)]


def closed_forms() -> list[dict[str, Any]]:
    return list(json.loads((DATA / "closed_forms.json").read_text(encoding="utf-8")))
