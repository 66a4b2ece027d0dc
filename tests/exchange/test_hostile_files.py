"""Damaged and hostile files: always a sentence or a right import, never a traceback or a hang."""

import gzip
import json
import random
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from app import RESOURCES
from app.errors import sentence
from app.exchange.kring_file import from_json, read_kring, to_json
from app.exchange.three_files import read_three_files
from app.models.network import Map
from app.models.problem import Problem

EXAMPLE = (RESOURCES / "examples" / "example_nl.kring").read_bytes()
DATA = Path(__file__).parent / "data"
LONGEST_SECONDS = 20

VALUES: list[Any] = [
    *(None, True, False, 0, 7, -1, 4.0, 1e308, 10**30, -0.5),
    *("", " ", "x" * 200, "x" * 25_000, "\u0000", "\u202e", "a\nb", "\ud800", "4", "NaN"),
    *("2025-13-45", "2025-02-30", [], [[]], [None], ["a", "a"], {}, {"id": "x"}, [1, 2]),
]
OTHERS: list[Any] = [[], {}, None, 1, "x", {"nodes": [], "edges": []}, {"format": 1}]
VERSIONS: list[Any] = [None, "1", 0, -1, 2, 3, 10**9, 10**40, 1.0, 1e400, True, [], {}]
RAW = ["NaN", "Infinity", "-Infinity", "1e999", "9" * 5000, "01", "'x'", "[" * 3000, "undefined"]


@contextmanager
def no_hang() -> Iterator[None]:
    """Stop a case that never ends, where the system can; what counts is its own time alone."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(*_: Any) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, LONGEST_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def outcome(read: Callable[[], list[Map]]) -> str:
    """Return `imported` or the code of the problem; anything else that happens is a failure."""
    with no_hang():
        try:
            found, maps = None, read()
        except Problem as problem:
            found, maps = problem, []
        for map_ in maps:
            assert from_json(to_json(map_), Path("again.kring")) == map_
    if found is None:
        return "imported"
    said = sentence(found)
    assert said.endswith(".")
    assert len(said) < 600
    return found.code


def byte_damage(content: bytes, chance: random.Random, times: int) -> Iterator[bytes]:
    """Yield `content` cut off, with bytes changed, taken out, put in and moved."""
    size = len(content)
    for _ in range(times):
        yield content[: chance.randrange(size)]
        yield content[chance.randrange(size) :]
        flipped = bytearray(content)
        for _ in range(chance.choice((1, 1, 3, 30))):
            flipped[chance.randrange(size)] = chance.randrange(256)
        yield bytes(flipped)
        start, end = sorted((chance.randrange(size), chance.randrange(size)))
        yield content[:start] + content[end:]
        yield content[:end] + content[start:]
        yield content[:start] + chance.randbytes(5) + content[start:]


def other_encodings(content: bytes) -> Iterator[bytes]:
    text = content.decode() + "é"
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "utf-7"):
        yield text.encode(encoding)
    yield b"\xef\xbb\xbf" * 3 + content
    yield gzip.compress(content)
    yield from (b"", b" \n\t", b"\0", b"\0" * 1000, b"\xff" * 1000, b"\x89PNG\r\n\x1a\n" + content)
    yield from (b"PK\x03\x04" + content, b"SQLite format 3\0" + content, content + content)


def kring_files() -> Iterator[bytes]:
    chance = random.Random(1)
    yield from byte_damage(EXAMPLE, chance, 80)
    yield from other_encodings(EXAMPLE)
    whole = json.loads(EXAMPLE)
    for path in chance.sample(list(paths(whole)), 120):
        for value in chance.sample(VALUES, 3):
            yield json.dumps(changed(whole, path, value)).encode()
        marked = json.dumps(changed(whole, path, "@HERE@")).replace('"@HERE@"', chance.choice(RAW))
        yield marked.encode()
    for path in chance.sample(list(paths(whole)), 80):
        yield json.dumps(without(whole, path)).encode()
    lines = EXAMPLE.decode().splitlines(keepends=True)
    for _ in range(80):
        at, to = chance.randrange(len(lines)), chance.randrange(len(lines))
        yield "".join([*lines[:to], lines[at], *lines[to:]]).encode()
    ids = [record["id"] for name in ("partners", "ties", "notes") for record in whole[name]]
    for name in ("partners", "ties", "outlines", "notes", "answers", "intentions"):
        for field in ("id", "a", "b", "partner", "members", "question"):
            for id_ in (*chance.sample(ids, 2), "gone", "example-nl"):
                broken = json.loads(EXAMPLE)
                if field in broken[name][0]:
                    broken[name][0][field] = [id_] if field == "members" else id_
                    yield json.dumps(broken).encode()
    for opening in ("[", '{"a":', '{"format":"kring","version":1,"network":', '{"partners":['):
        for depth in (500, 1_000, 100_000):
            yield (opening + "[" * depth).encode()
            yield (opening + "[" * depth + "]" * depth).encode()
            yield (opening * depth).encode()
    for foreign in (*OTHERS, [whole]):
        yield json.dumps(foreign).encode()
    for version in VERSIONS:
        yield json.dumps({**whole, "version": version}).encode()
    huge = {"id": "huge", "name": "x", "still_there": False}
    yield json.dumps({**whole, "partners": [huge] * 100_000}).encode()
    yield json.dumps({**whole, "notes": [{"x": 0, "y": 0}] * 300_000}).encode()
    yield json.dumps({**whole, "written_by": "x" * 10_000_000}).encode()
    yield json.dumps({**whole, "unknown": [[]] * 1_000_000}).encode()


Way = tuple[str | int, ...]
"""The way to a value: keys and places."""


def paths(value: Any, path: Way = ()) -> Iterator[Way]:
    if path:
        yield path
    pairs: Iterable[tuple[str | int, Any]] = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, inner in pairs:
        yield from paths(inner, (*path, key))


def changed(whole: Any, path: Way, value: object) -> Any:
    copy = json.loads(json.dumps(whole))
    place = copy
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return copy


def without(whole: Any, path: Way) -> Any:
    copy = json.loads(json.dumps(whole))
    place = copy
    for key in path[:-1]:
        place = place[key]
    del place[path[-1]]
    return copy


def one_map(content: bytes) -> list[Map]:
    return [from_json(content, Path("map.kring"))]


@pytest.mark.soak
def test_hostile_kring_files() -> None:
    seen: dict[str, int] = {}
    for number, content in enumerate(kring_files()):
        try:
            code = outcome(partial(one_map, content))
        except BaseException as error:
            raise AssertionError(f"case {number}: {content[:200]!r}") from error
        seen[code] = seen.get(code, 0) + 1
    assert sum(seen.values()) >= 1_000
    assert seen.keys() >= {
        *("imported", "file_foreign", "file_damaged", "file_bad_value", "file_encoding"),
        *("file_newer_named", "file_scale", "file_duplicate_id", "file_unknown_partner"),
    }


def map_of(path: Path) -> list[Map]:
    return [read_kring(path)]


def test_hostile_kring_files_on_disk(tmp_path: Path) -> None:
    for number, content in enumerate(other_encodings(EXAMPLE)):
        path = tmp_path / f"{number}.kring"
        path.write_bytes(content)
        expected = {"file_encoding", "file_empty", "file_foreign", "file_damaged"}
        assert outcome(partial(map_of, path)) in expected, number


CELLS = [
    *("", " ", "7", "-1", "0", "4.0", "4,0", "1e3", "NaN", "NA", "9" * 5000, "٣", "x" * 121),
    *("x" * 200_000, '"', '""', "a\nb", "\0", "\u202e", "=1+1", "../x", ";", "inform;inform"),
    *("p1", "ik", "yes", "nee", "in_school", "\ufeff", "\u2028", "null"),
]


def csv_files() -> Iterator[dict[str, bytes]]:
    chance = random.Random(2)
    for prefix in ("", "begin_"):
        whole = {
            name: (DATA / f"{prefix}{name}.csv").read_bytes()
            for name in ("egos", "alters", "aaties")
        }
        for name, content in whole.items():
            for damaged in byte_damage(content, chance, 12):
                yield {**whole, name: damaged}
            for encoded in other_encodings(content):
                yield {**whole, name: encoded}
            rows = [line.split(",") for line in content.decode().splitlines()]
            for _ in range(70):
                row = chance.randrange(len(rows))
                copy = [list(cells) for cells in rows]
                copy[row][chance.randrange(len(copy[row]))] = chance.choice(CELLS)
                yield {**whole, name: "\n".join(",".join(cells) for cells in copy).encode()}
            for _ in range(15):
                copy = [list(cells) for cells in rows]
                at = chance.randrange(len(copy))
                copy.insert(chance.randrange(len(copy)), chance.choice((copy[at], copy[at][:-1])))
                yield {**whole, name: "\n".join(",".join(cells) for cells in copy).encode()}
            yield {**whole, name: content.replace(b",", b";")}
            yield {**whole, name: content.replace(b",", b"|")}
            yield {**whole, name: content.replace(b"\n", b"\r")}
            yield {**whole, name: content.splitlines()[0]}
            yield {**whole, name: content + b'"'}
            yield {**whole, name: content + b"\n" * 400_000}
            yield {**whole, name: content + b"x" * 5_000_000}
            yield {**whole, name: b"," * 1_000_000 + b"\n" + content}
            yield {**whole, name: b"a\n" * 1_000_000}
            yield {**whole, name: content + content.splitlines(keepends=True)[-1] * 2}
        names = list(whole)
        yield {names[0]: whole[names[1]], names[1]: whole[names[2]], names[2]: whole[names[0]]}


def maps_of(egos: Path, alters: Path, ties: Path) -> list[Map]:
    return [one.map for one in read_three_files(egos, alters, ties).converted]


@pytest.mark.soak
def test_hostile_csv_files(tmp_path: Path) -> None:
    seen: dict[str, int] = {}
    for number, contents in enumerate(csv_files()):
        paths = [tmp_path / f"{name}.csv" for name in ("egos", "alters", "aaties")]
        for path in paths:
            path.write_bytes(contents[path.stem])
        try:
            code = outcome(partial(maps_of, *paths))
        except BaseException as error:
            raise AssertionError(f"case {number}: {contents}"[:2000]) from error
        seen[code] = seen.get(code, 0) + 1
    assert sum(seen.values()) >= 500
    assert seen.keys() >= {
        *("imported", "file_encoding", "csv_bad_value", "csv_bad_text", "csv_cell_count"),
        *("csv_unknown_ego", "csv_unknown_partner", "csv_tie_twice", "csv_partner_twice"),
        *("csv_broken", "csv_too_large", "csv_missing_column", "file_empty", "csv_no_egos"),
    }
