"""The `.kring` file: nothing is lost, and nothing that is not a map comes in."""

import json
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from app import RESOURCES
from app.exchange import kring_file
from app.exchange.files import LARGEST
from app.exchange.kring_file import from_json, read_kring, to_json, write_kring
from app.models.network import MOST, RECORD_TYPES, Activity, Map, Network, Note, Partner, Tie
from app.models.problem import Problem
from tests.examples import few
from tests.maps import maps
from tests.sure import as_a

FILE = Path("map.kring")
NOW = kring_file.FORMAT_VERSION
SMALL = Map.of(
    [
        Network(id="n", series="s"),
        Partner(id="p1", name="Ouders Sam"),
        Partner(id="p2", name="Ib'er", kind="mijn eigen soort"),
    ]
)


def content_of(map_: Map) -> dict[str, Any]:
    return as_a(dict, json.loads(to_json(map_)))


def problem_of(content: object) -> Problem:
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    with pytest.raises(Problem) as caught:
        from_json(data, FILE)
    return caught.value


@settings(max_examples=few(15), deadline=None, suppress_health_check=list(HealthCheck))
@given(maps())
def test_every_map_comes_back_as_it_was(original: Map) -> None:
    content = to_json(original)
    again = from_json(content, FILE)
    assert again == original
    for kind in RECORD_TYPES:
        assert again.all_of(kind) == original.all_of(kind)
    assert to_json(again) == content


def test_the_file_has_a_place_for_every_field_of_every_record() -> None:
    structs = {"network": kring_file.FILE_STRUCT.__annotations__["network"]}
    for name in kring_file.LISTS:
        structs[name] = kring_file.FILE_STRUCT.__annotations__[name].__args__[0]
    for (name, struct), kind in zip(structs.items(), RECORD_TYPES, strict=True):
        assert {f.name for f in msgspec.structs.fields(struct)} == {f.name for f in fields(kind)}, (
            name
        )


def test_writing_and_reading_a_file(tmp_path: Path) -> None:
    path = tmp_path / "Mijn kring é.kring"
    write_kring(SMALL, path)
    assert read_kring(path) == SMALL
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_cannot_be_written_leaves_the_old_one_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "map.kring"
    write_kring(SMALL, path)
    before = path.read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("app.exchange.files.os.fsync", full)
    with pytest.raises(Problem, match="file_not_written"):
        write_kring(Map.of([Network(id="other", series="s")]), path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_writing_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="file_not_written"):
        write_kring(SMALL, tmp_path / "nowhere" / "map.kring")


def test_what_is_not_answered_is_left_out_and_no_is_written() -> None:
    partner = content_of(SMALL)["partners"][0]
    no = {field.name: False for field in fields(Partner) if field.default is False}
    assert partner == {"id": "p1", "name": "Ouders Sam", **no}
    assert "still_there" in no


def test_the_scales_are_inside_with_labels_direction_and_version() -> None:
    frequency = next(s for s in content_of(SMALL)["scales"] if s["id"] == "frequency")
    assert frequency["version"] == 1
    assert frequency["higher_means"] == "more often"
    assert [step["code"] for step in frequency["steps"]] == [0, 1, 2, 3, 4, 5, 6]
    assert frequency["steps"][4]["nl"] == "wekelijks"
    assert frequency["steps"][4]["contacts"] == 40


@pytest.mark.parametrize("name", ["example", "pupil"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_example_is_a_map_marked_as_example_and_written_by_us(language: str, name: str) -> None:
    path = RESOURCES / "examples" / f"{name}_{language}.kring"
    example = read_kring(path)
    assert example.network.example
    assert to_json(example) == path.read_bytes()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"{", "file_damaged"),
        (f'{{"format": "kring", "version": {NOW}, "version": {NOW}}}'.encode(), "file_bad_value"),
        (b"not json at all", "file_foreign"),
        (b"[]", "file_foreign"),
        (b"{}", "file_foreign"),
        (b'{"format": "gephi", "version": 1}', "file_foreign"),
        (b'{"format": "kring"}', "file_bad_value"),
        (b'{"format": "kring", "version": true}', "file_bad_value"),
        (b'{"format": "kring", "version": 0}', "file_bad_value"),
        (b'{"format": "kring", "version": 99}', "file_newer"),
        (b'{"format": "kring", "version": 99, "written_by": "Kring 2.1.0"}', "file_newer_named"),
        (b'{"format": "kring", "version": 99, "written_by": "Kring 2 {x}"}', "file_newer"),
        (to_json(SMALL).decode().encode("utf-16"), "file_encoding"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "file_foreign"),
        (bytes(500), "file_foreign"),
        (to_json(SMALL).replace(b"Ouders", b"\xe9"), "file_encoding"),
        (b'{"format": "kring", "version": 1, "x": ' + b"[" * 100_000, "file_damaged"),
    ],
)
def test_what_is_not_a_whole_map_of_ours_is_refused(content: bytes, code: str) -> None:
    assert problem_of(content).code == code


def test_a_key_that_is_there_twice_is_refused() -> None:
    content = to_json(SMALL).replace(b'"id": "p1"', b'"id": "p1", "id": "p1"')
    assert problem_of(content).code == "file_damaged"


def test_a_byte_order_mark_is_no_obstacle() -> None:
    assert from_json(b"\xef\xbb\xbf" + to_json(SMALL), FILE) == SMALL


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("frequency", 7),
        ("frequency", 4.0),
        ("frequency", True),
        ("importance", "4"),
        ("importance", 0),
        ("setting", "elsewhere"),
        ("forms", ["inform", "inform"]),
        ("still_there", None),
        ("named_important", 0),
        ("x", 1.0),
        ("angle", 360),
        ("name", ""),
        ("id", " p1"),
        ("colour", "red"),
        ("notes", "bell\a"),
    ],
)
def test_a_value_outside_the_rules_is_refused_with_its_place(field: str, value: Any) -> None:
    content = content_of(SMALL)
    content["partners"][1][field] = value
    problem = problem_of(content)
    assert problem.code == "file_bad_value"
    assert str(problem.values["place"]).startswith("partners 2")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"partners": [content_of(SMALL)["partners"][0] | {"id": "n"}]}, "file_duplicate_id"),
        ({"ties": [{"id": "t", "a": "p1", "b": "gone", "state": "yes"}]}, "file_unknown_partner"),
        ({"ties": [{"id": "t", "a": "p1", "b": "p1", "state": "yes"}]}, "file_tie_to_itself"),
        (
            {
                "ties": [
                    {"id": "t", "a": "p1", "b": "p2", "state": "yes"},
                    {"id": "u", "a": "p2", "b": "p1", "state": "unknown"},
                ]
            },
            "file_duplicate_tie",
        ),
        ({"outlines": [{"id": "o", "members": ["n"]}]}, "file_unknown_partner"),
    ],
)
def test_records_that_do_not_fit_each_other_are_refused(
    change: dict[Any, list[dict[Any, Any]]], code: str
) -> None:
    assert problem_of(content_of(SMALL) | change).code == code


@pytest.mark.parametrize("version", [1, NOW])
@pytest.mark.parametrize("listed", kring_file.LISTS)
def test_more_than_a_map_holds_is_refused_before_it_is_read(listed: str, version: int) -> None:
    # Of what is no record nothing is said.
    many: list[Any] = [{}] * (MOST[kring_file.LISTS[listed]] + 1)
    problem = problem_of(content_of(SMALL) | {listed: many, "version": version})
    assert (problem.code, problem.values["most"]) == ("file_too_many", len(many) - 1)


@pytest.mark.parametrize("version", [1, NOW])
def test_more_values_than_a_map_holds_are_refused_before_they_are_read(version: int) -> None:
    points = {"id": "s1", "points": [0] * 2_000_001}
    changed = content_of(SMALL) | {"strokes": [points], "version": version}
    assert problem_of(changed).code == "file_too_many"


def change_version(scale: dict[Any, Any]) -> None:
    scale["version"] = 2


def turn_direction(scale: dict[Any, Any]) -> None:
    scale["higher_means"] = "less often"


def drop_step(scale: dict[Any, Any]) -> None:
    del scale["steps"][0]


def swap_labels(scale: dict[Any, Any]) -> None:
    steps = scale["steps"]
    steps[1]["nl"], steps[6]["nl"] = steps[6]["nl"], steps[1]["nl"]


@pytest.mark.parametrize("change", [change_version, turn_direction, drop_step, swap_labels])
def test_answers_on_another_scale_are_refused(change: Callable[..., Any]) -> None:
    content = content_of(SMALL)
    change(next(scale for scale in content["scales"] if scale["id"] == "frequency"))
    problem = problem_of(content)
    assert (problem.code, problem.values["scale"]) == ("file_scale", "frequency")


def test_a_missing_or_doubled_scale_is_refused() -> None:
    content = content_of(SMALL)
    scales = content["scales"]
    assert problem_of(content | {"scales": scales[1:]}).values["scale"] == scales[0]["id"]
    assert problem_of(content | {"scales": [*scales, scales[0]]}).code == "file_damaged"


def test_a_scale_that_nobody_answered_on_need_not_be_there() -> None:
    """So that a file of before there was a scale is read, whatever scale that is."""
    given = {"frequency", "importance"}
    bare = Map.of([SMALL.network, Partner(id="a", name="Ann", frequency=3, importance=4)])
    content = content_of(bare)
    kept = [scale for scale in content["scales"] if scale["id"] in given]
    assert from_json(json.dumps(content | {"scales": kept}).encode(), FILE) == bare
    for scale in kept:
        others = [one for one in kept if one is not scale]
        assert problem_of(content | {"scales": others}).values["scale"] == scale["id"]


def test_an_older_version_is_upgraded_on_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    content = content_of(SMALL) | {"title_of_version_0": "x"}

    def to_the_next(old: dict[Any, Any]) -> dict[Any, Any]:
        new = dict(old, version=old["version"] + 1)
        del new["title_of_version_0"]
        return new

    monkeypatch.setattr(kring_file, "FORMAT_VERSION", NOW + 1)
    monkeypatch.setattr(kring_file, "UPGRADES", {NOW: to_the_next})
    assert from_json(json.dumps(content).encode(), FILE) == SMALL


def test_a_file_of_the_first_version_is_read() -> None:
    content = content_of(SMALL) | {"version": 1}
    for name in ("strokes", "verdicts", "departures", "hindsights"):
        assert content.pop(name) == []
    assert from_json(json.dumps(content).encode(), FILE) == SMALL


def test_two_without_a_tie_in_an_older_file_are_not_asked_and_get_no_answer() -> None:
    content = content_of(SMALL)
    for version in (1, 2):
        read = from_json(json.dumps(content | {"version": version}).encode(), FILE)
        assert read.asked_pairs == SMALL.asked_pairs


def test_who_had_no_star_in_an_older_file_was_not_asked_and_who_had_one_keeps_it() -> None:
    content = content_of(SMALL)
    starred, unstarred = content["partners"][:2]
    for partner in (starred, unstarred):
        del partner["still_there"]
    starred["named_important"], unstarred["named_important"] = True, False
    for version in (1, 2, 3):
        read = from_json(json.dumps(content | {"version": version}).encode(), FILE)
        assert [p.named_important for p in read.partners[:2]] == [True, None]
        assert not any(p.still_there for p in read.partners)


def test_no_star_and_still_there_come_through_a_file() -> None:
    first, second = SMALL.partners[:2]
    said = {
        first.id: replace(first, named_important=False, still_there=True),
        second.id: replace(second, named_important=None),
    }
    whole = SMALL.after(said)
    assert from_json(to_json(whole), FILE) == whole


def test_how_strong_a_tie_is_goes_from_an_older_file() -> None:
    tied = Map.of([*SMALL.records.values(), Tie(id="t", a="p1", b="p2")])
    content = content_of(tied)
    content["ties"][0].update(strength=3, quality=4)
    for version in (1, 2, 3):
        assert from_json(json.dumps(content | {"version": version}).encode(), FILE) == tied
    assert problem_of(content).code == "file_bad_value"


def test_what_was_written_of_a_talk_in_an_older_file_is_a_first_activity() -> None:
    content = content_of(SMALL)
    first, second = content["partners"][:2]
    first.update(before_talk="Vraag naar thuis", after_talk="Ze leest voor")
    second.update(after_talk="Bellen")
    for name in ("activities", "tasks", "evidence"):
        del content[name]
    for version in (1, 2, 3, 4):
        read = from_json(json.dumps(content | {"version": version}).encode(), FILE)
        done = read.all_of(Activity)
        assert [(a.partner, a.agreed, a.talk) for a in done] == [
            (first["id"], "Vraag naar thuis", "Ze leest voor"),
            (second["id"], "", "Bellen"),
        ]
        assert all(
            (a.day, a.talked_over, a.time_made, a.what) == (None, None, None, "") for a in done
        )
        assert read.partners == SMALL.partners
        assert from_json(json.dumps(content | {"version": version}).encode(), FILE) == read
    assert problem_of(content | {"version": 5}).code == "file_bad_value"


def test_what_a_hurdle_meant_in_an_older_file_it_means_still() -> None:
    content = content_of(SMALL)
    content["partners"][0]["hurdles"] = ["left_out", "time_pressure"]
    content["partners"][0]["focus"] = "group"
    [partner, *_] = from_json(json.dumps(content | {"version": 4}).encode(), FILE).partners
    assert partner.hurdles == ("left_out", "time_pressure")
    assert (partner.focus, partner.reason) == ("group", None)


def test_what_is_not_a_readable_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "empty.kring").write_bytes(b" \n")
    with (tmp_path / "huge.kring").open("wb") as huge:
        huge.truncate(LARGEST + 1)
    expected = {
        tmp_path / "no.kring": "file_missing",
        tmp_path: "file_unreadable",
        tmp_path / "empty.kring": "file_empty",
        tmp_path / "huge.kring": "file_too_large",
        tmp_path / "a\0b.kring": "file_missing",
    }
    for path, code in expected.items():
        with pytest.raises(Problem) as caught:
            read_kring(path)
        assert caught.value.code == code, path


def test_records_keep_their_order() -> None:
    notes = [Note(id=id_, text="x") for id_ in ("z", "a", "m")]
    map_ = Map.of([*notes, Network(id="n", series="s")])
    assert [note.id for note in from_json(to_json(map_), FILE).all_of(Note)] == ["z", "a", "m"]


@pytest.mark.parametrize(
    ("series", "theirs"),
    [("0" * 12 + "8" + "0" * 19, True), ("0" * 12 + "4" + "0" * 19, False), ("8", False)],
)
def test_whose_a_map_of_an_earlier_version_is_comes_from_the_digits_of_its_series(
    series: str, theirs: bool
) -> None:
    content = content_of(Map.of([Network(id="n", series=series)])) | {"version": 2}
    del content["network"]["theirs"]
    found = from_json(json.dumps(content).encode(), Path("old.kring"))
    assert found.network.theirs is theirs


def test_whose_a_map_is_no_longer_hangs_on_a_digit() -> None:
    mine = Map.of([Network(id="n", series="0" * 12 + "8" + "0" * 19)])
    assert not from_json(to_json(mine), Path("mine.kring")).network.theirs
