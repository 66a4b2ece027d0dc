"""`kring compare`: two moments of one teacher by id, two people by kind."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.application import do as run
from app.command_line import COMMANDS
from app.exchange.kring_file import read_kring, write_kring
from app.models.network import Departure, Map, Network, Partner, Tie

SAME = {
    "kept", "new", "lost", "jaccard", "retention", "turnover", "net_change", "frequency_up",
    "frequency_down", "importance_up", "importance_down", "quadrant_changes", "quadrant_table",
    "wishes_realised", "tie_jaccard_kept", "bray_curtis_settings", "signature_jsd", "kept_rated",
    "satisfaction_up", "satisfaction_down", "setting_changes", "ei_change", "iqv_change",
    "n_before", "n_after", "positions", "merged",
}  # fmt: skip


def person(
    id_: str, name: str, kind: str, frequency: int | None, importance: int | None, **more: Any
) -> Partner:
    return Partner(
        id=id_, name=name, kind=kind, setting="in_school", frequency=frequency,
        importance=importance, **more,
    )  # fmt: skip


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    begin = Map.of(
        [
            Network(id="begin", series="s", title="Kaart", lines_drawn=True),
            person("a", "Ouders Sam", "parents", 2, 5, wished_frequency=4),
            person("b", "Directeur", "leadership", 4, 4),
            person("c", "Museum", "cultural_institution", 2, 2),
            Tie(id="t", a="a", b="b"),
        ]
    )
    end = Map.of(
        [
            Network(id="eind", series="s", title="Kaart", lines_drawn=True),
            person("a", "Ouders van Sam", "parents", 4, 5),
            person("b", "Directeur", "leadership", 3, 4),
            person("d", "Ib'er", "internal_support_coordinator", 5, 3),
            Tie(id="t", a="b", b="a"),
        ]
    )
    other = Map.of(
        [
            Network(id="ander", series="z", title="Van iemand anders"),
            person("a", "Ouders Noor", "parents", 3, 4),
            person("x", "Bieb", "library", 2, 2),
        ]
    )
    for name, whole in (("begin", begin), ("eind", end), ("ander", other)):
        write_kring(whole, Path(f"{name}.kring"))
    return tmp_path


def test_two_moments_are_compared_by_id(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", "begin.kring", "eind.kring", "--json"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1
    found = json.loads(lines[0])
    assert set(found) == SAME
    assert (found["kept"], found["new"], found["lost"]) == (["a", "b"], ["d"], ["c"])
    assert (found["jaccard"], found["turnover"], found["net_change"]) == (0.5, 0.5, 0)
    assert (found["frequency_up"], found["frequency_down"]) == (1, 1)
    assert (found["importance_up"], found["importance_down"]) == (0, 0)
    assert (found["wishes_realised"], found["tie_jaccard_kept"]) == (1, 1)
    assert (found["kept_rated"], found["quadrant_changes"]) == (2, 2)
    assert found["quadrant_table"]["important_less_often"]["important_often"] == 1
    assert sum(sum(row.values()) for row in found["quadrant_table"].values()) == 2
    assert (found["n_before"], found["n_after"]) == (3, 3)
    assert found["setting_changes"]["in_school"] == 0
    assert (found["ei_change"], found["iqv_change"]) == (0, 0)
    assert [place["partner"] for place in found["positions"]] == ["a", "b"]
    assert found["positions"][0] == {
        "partner": "a",
        "degree_before": 1,
        "degree_after": 1,
        "degree_rank_before": 1.5,
        "degree_rank_after": 1.5,
        "degree_rank_change": 0,
        "betweenness_before": 0,
        "betweenness_after": 0,
        "betweenness_rank_before": 1.5,
        "betweenness_rank_after": 1.5,
        "betweenness_rank_change": 0,
    }


def test_two_people_are_compared_by_kind_and_nobody_is_named(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = (person("e", "Ouders Bo", "parents", 1, 4), person("f", "Oma", "parents", None, None))
    begin = read_kring(Path("begin.kring"))
    write_kring(Map.of([*begin.records.values(), *more]), Path("meer.kring"))
    assert run(["compare", "meer.kring", "ander.kring", "--json"]) == 0
    out = capsys.readouterr().out
    found = json.loads(out)
    assert found["shared"] == ["parents"]
    assert set(found["only_a"]) == {"leadership", "cultural_institution"}
    assert found["only_b"] == ["library"]
    assert found["kinds_jaccard"] == 1 / 4
    assert found["importance_tau_b"] is None
    assert 0 <= found["bray_curtis_settings"] <= 1
    assert found["shared_kinds"] == [
        {
            "kind": "parents",
            "a": {"frequency": [2, 1, None], "importance": [5, 4, None], "partners": 3},
            "b": {"frequency": [3], "importance": [4], "partners": 1},
        }
    ]
    assert not any(name in out for name in ("Ouders Sam", "Noor", "Bieb"))
    assert run(["compare", "meer.kring", "ander.kring", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    first = next(line for line in said.splitlines() if line.strip().startswith("First:"))
    for answer in ("a few times a year, very important", "once a year or less, important"):
        assert answer in first
    assert first.endswith("not answered")


def test_who_was_merged_is_not_called_gone(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    end = read_kring(Path("eind.kring"))
    left = Departure(id="m", partner="c", reason="merged")
    write_kring(end.after({"m": left}), Path("eind.kring"))
    assert run(["compare", "begin.kring", "eind.kring", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["lost"], found["merged"], found["new"]) == ([], ["c"], ["d"])
    assert (found["retention"], found["net_change"]) == (1, 1)
    assert run(["compare", "begin.kring", "eind.kring", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "Merged with another partner" in said
    assert "No longer on the map  " in said.replace("     ", "  ")


def test_without_json_it_is_said_in_words(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", "begin.kring", "eind.kring", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "Ouders van Sam, Directeur" in said
    assert "Ib'er" in said
    assert "Museum" in said
    assert "0.50" in said
    headings = ["Who is on the map", "The contact itself", "Who knows whom", "The map as a whole"]
    assert [line for line in said.splitlines() if line in headings] == headings
    assert "Partners  3 → 3" in said
    assert run(["compare", "begin.kring", "ander.kring", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "n/a" in said
    assert "Ouders Sam" not in said


def test_who_stands_elsewhere_among_the_others_is_said(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begin = read_kring(Path("begin.kring"))
    write_kring(begin.after({"t2": Tie(id="t2", a="b", b="c")}), Path("meer.kring"))
    assert run(["compare", "eind.kring", "meer.kring", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert (
        "Directeur  Knows others 1 → 2 (rank 1.50 → 1.00); Stands between others 0.00 → 1.00"
        in said
    )
    assert "Ouders Sam  Lines" not in said


def test_a_map_compared_with_itself_has_not_changed(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["compare", "begin.kring", "begin.kring", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["jaccard"], found["turnover"], found["quadrant_changes"]) == (1, 0, 0)
    assert (found["new"], found["lost"], found["signature_jsd"]) == ([], [], 0)


def test_a_file_that_is_not_there_or_not_whole_is_said_in_one_line(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("kapot.kring").write_text('{"format": "kring"')
    for wrong in ("weg.kring", "kapot.kring"):
        assert run(["compare", "begin.kring", wrong, "--json"]) == 1
        told = capsys.readouterr()
        assert told.out == ""
        assert wrong in told.err
        assert len(told.err.splitlines()) == 1


def test_it_takes_two_files(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", "begin.kring"]) == 2
    assert "compare" in capsys.readouterr().err
    assert "compare" in COMMANDS
