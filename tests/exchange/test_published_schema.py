"""The published JSON Schema says what the reader says."""

import json
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from app.exchange.kring_file import FORMAT_VERSION, LISTS, from_json, to_json
from app.models.network import Map, Network, Partner, rules_of
from app.models.problem import Problem
from app.models.vocabulary import vocabulary
from tests.examples import few
from tests.maps import maps

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs" / "kring-file.schema.json").read_text(encoding="utf-8")
)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
NAMES = {
    Network: "network",
    **{kind: kind.__name__.lower() for kind in LISTS.values()},
}
IDS = {id_ for listed in vocabulary().choices.values() for id_ in listed} | {
    *vocabulary().settings,
    *vocabulary().kinds,
}
VALUES = (
    *range(-2, 9),
    *(-4.5, -4.0, 0.5, 3.99, 4.0, 4.01, 359.9, 360, 361.5),
    *(None, True, False, "", " ", "a", " a", "a b", "a\n", "a\nb", "a\tb", "a\x07", "a\u2028b"),
    *("x" * length for length in (80, 81, 120, 121, 20_000, 20_001)),
    *sorted(IDS),
    *([], ["a"], ["a", "a"], ["inform", "inform"], [1], ["a\n"], {}),
    *([0.5], [0.5, -4.0], [0.5, 4.5], [0.5, "a"], [0.5] * 4_000, [0.5] * 4_002),
    *([id_] for id_ in sorted(IDS)),
    *("2025-09-15", "2025-9-15", "15-09-2025", "2025-09-15T00:00"),
)


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@settings(max_examples=few(15), deadline=None, suppress_health_check=list(HealthCheck))
@given(maps())
def test_every_file_we_write_keeps_to_the_schema(map_: Map) -> None:
    VALIDATOR.validate(json.loads(to_json(map_)))


@pytest.mark.parametrize("kind", NAMES, ids=lambda kind: kind.__name__)
def test_the_schema_names_every_field_and_no_other(kind: Any) -> None:
    described = SCHEMA["$defs"][NAMES[kind]]
    assert list(described["properties"]) == [f.name for f in fields(kind)]
    assert described["additionalProperties"] is False
    written_always = [f.name for f in fields(kind) if f.default not in (None, "", ())]
    assert described["required"] == written_always


@pytest.mark.parametrize("kind", NAMES, ids=lambda kind: kind.__name__)
def test_the_schema_and_the_records_allow_the_same_values(kind: Any) -> None:
    for name, rule in rules_of(kind).items():
        described = json.dumps(SCHEMA["$defs"][NAMES[kind]]["properties"][name])
        for value, is_valid in zip(VALUES, _which_are_valid(described), strict=True):
            if type(value) is float and value.is_integer():
                continue  # JSON Schema takes 4.0 for a whole number; the reader does not
            assert is_valid == rule.is_kept_by(_read(value, rule.stored_as)), (name, value)


@cache
def _which_are_valid(described: str) -> list[bool]:
    """Tell of each value whether a field described so may hold it: many are described alike."""
    validator = jsonschema.Draft202012Validator({"$defs": SCHEMA["$defs"], **json.loads(described)})
    return [validator.is_valid(value) for value in VALUES]


def _read(value: Any, stored_as: str) -> Any:
    if isinstance(value, list):
        return tuple(value)
    if stored_as == "date" and isinstance(value, str) and len(value) == 10:
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    return value


BROKEN = [
    lambda file: file.pop("format"),
    lambda file: file.update(version=FORMAT_VERSION + 1),
    lambda file: file.update(extra=1),
    lambda file: file.pop("partners"),
    lambda file: file["network"].pop("id"),
    lambda file: file["partners"][0].update(frequency=7),
    lambda file: file["partners"][0].update(x=1.0),
    lambda file: file["partners"][0].update(colour="red"),
    lambda file: file.update(photos=[{"id": "f"}]),
    lambda file: file["scales"][0].update(version=2),
    lambda file: file["scales"].append(file["scales"][0]),
]


@pytest.mark.parametrize("broken", BROKEN)
def test_schema_and_reader_refuse_the_same_broken_files(broken: Callable[..., Any]) -> None:
    map_ = Map.of([Network(id="n", series="s"), Partner(id="p", name="Ib'er")])
    file = json.loads(to_json(map_))
    VALIDATOR.validate(file)
    broken(file)
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(file)
    with pytest.raises(Problem):
        from_json(json.dumps(file).encode(), Path("map.kring"))
