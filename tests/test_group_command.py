"""`kring group`: files that come as they come, and no two results that tell on a few."""

import json
import random
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from app import language
from app.application import do as run
from app.exchange import shown_results
from app.exchange.kring_file import to_json
from app.models.network import Map, Network, Partner
from app.models.problem import Problem


@pytest.fixture(autouse=True)
def _application_of_the_other_tests(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Any]:
    monkeypatch.setattr(shown_results, "place", lambda: tmp_path / "kept" / "results.json")
    yield qapp
    language.install("en")


def made(number: int, *, moment: date | None = None, partners: int = 3, name: str = "") -> Map:
    kinds = ("parents", "leadership", "youth_care", "library")
    return Map.of(
        [
            Network(
                id=name or f"map{number}",
                series=f"series{number}",
                moment=moment,
                satisfaction_overall=1 + number % 5,
                importance_overall=4,
            ),
            *(
                Partner(
                    id=f"p{n}",
                    name=f"Partner {n}",
                    kind=kinds[n % 4],
                    setting="community",
                    frequency=1 + (number + n) % 6,
                    importance=1 + (number * n) % 5,
                )
                for n in range(partners)
            ),
        ]
    )


def files(folder: Path, numbers: range) -> Path:
    folder.mkdir(exist_ok=True)
    for number in numbers:
        (folder / f"s{number:02}.kring").write_bytes(to_json(made(number)))
    return folder


def printed(
    capsys: pytest.CaptureFixture[str], *arguments: object
) -> tuple[int, dict[str, Any], str]:
    code = run(["group", *map(str, arguments)])
    said = capsys.readouterr()
    return code, json.loads(said.out) if said.out else {}, said.err


def test_forty_files_of_which_some_are_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = files(tmp_path / "class", range(30))
    whole = to_json(made(1))
    (folder / "twice.kring").write_bytes(whole)
    older = replace(made(2).network, moment=date(2020, 1, 1))
    (folder / "older.kring").write_bytes(to_json(made(2).after({older.id: older})))
    newer = replace(made(3).network, moment=date(2026, 1, 1), satisfaction_overall=5)
    (folder / "newer.kring").write_bytes(to_json(made(3).after({newer.id: newer})))
    (folder / "damaged.kring").write_bytes(whole[:200])
    (folder / "empty.kring").write_bytes(b"")
    (folder / "future.kring").write_bytes(whole.replace(b'"version": ', b'"version": 9', 1))
    (folder / "hostile.kring").write_bytes(b"[" * 100_000)
    (folder / "many.kring").write_bytes(to_json(made(50, partners=500)))
    (folder / ".~lock.kring").write_bytes(b"half")
    (folder / "notes.txt").write_text("nothing")
    with zipfile.ZipFile(folder / "more.zip", "w") as archive:
        archive.writestr("student 60/map.kring", to_json(made(60)))
        archive.writestr("../../escape.kring", to_json(made(61)))
        archive.writestr("__MACOSX/._map.kring", b"no map")
        archive.writestr("bad.kring", b"{")
    (folder / "broken.zip").write_bytes(b"PK nothing")
    code, found, said = printed(capsys, folder, "--exact", "--json", "--lang", "en")
    assert code == 0
    assert found["respondents"] == 33
    assert found["contacts"]["maximum"] == 500
    lines = said.splitlines()
    named = ("damaged", "empty", "future", "hostile", "bad.kring", "broken.zip")
    for name in (*named, "twice", "older", "newer"):
        assert any(name in line for line in lines), name
    assert len(lines) == 10
    assert not any("Traceback" in line or "lock" in line for line in lines)


def test_the_newest_of_a_person_counts_and_pairs_are_by_hidden_marks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begin, end = tmp_path / "b", tmp_path / "e"
    for folder, label in ((begin, "b"), (end, "e")):
        folder.mkdir()
        for n in range(6):
            one = made(n, name=f"{label}{n}", partners=3 + (label == "e"))
            (folder / f"{n}.kring").write_bytes(to_json(one))
    code, found, _ = printed(capsys, begin, "--end", end, "--exact", "--json")
    assert code == 0
    assert found["change"]["pairs"] == 6
    assert (found["change"]["kept"], found["change"]["new"]) == (3.0, 1.0)
    _, both, said = printed(capsys, begin, end, "--exact", "--json", "--lang", "en")
    assert both["respondents"] == 6
    assert said.count("same person") == 6


def test_without_exact_small_numbers_are_bands_and_four_people_are_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = files(tmp_path / "class", range(30))
    _, found, _ = printed(capsys, folder, "--json")
    assert found["settings"]["community"]["have"] == 30
    few = files(tmp_path / "few", range(4))
    code, found, said = printed(capsys, few, "--json", "--lang", "en")
    assert (code, found) == (1, {})
    assert "fewer than 5 people" in said
    code, found, said = printed(capsys, tmp_path / "none.kring", "--json", "--lang", "en")
    assert code == 1
    assert "none.kring" in said


def test_two_results_that_differ_by_a_few_people_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    thirty = files(tmp_path / "thirty", range(30))
    assert printed(capsys, thirty, "--json")[0] == 0
    assert printed(capsys, thirty, "--json")[0] == 0  # the same people
    for less in (range(29), range(1, 30), range(26), range(34)):
        folder = files(tmp_path / f"{less}", less)
        code, found, said = printed(capsys, folder, "--json", "--lang", "en")
        assert (code, found) == (1, {}), less
        assert "Wait until" in said
    # Somebody who changed an answer is one who differs as well.
    (thirty / "s03.kring").write_bytes(to_json(made(3, partners=4)))
    assert printed(capsys, thirty, "--json")[0] == 1
    assert printed(capsys, thirty, "--exact", "--json")[0] == 0
    assert printed(capsys, files(tmp_path / "25", range(25)), "--json")[0] == 0
    assert printed(capsys, files(tmp_path / "35", range(35)), "--json")[0] == 0


def test_a_file_is_banded_at_ten_and_never_exact(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = files(tmp_path / "class", range(30))
    out = tmp_path / "out.csv"
    assert run(["group", str(folder), "-o", str(out), "--lang", "en"]) == 0
    text = out.read_text("utf-8-sig")
    assert "fewer than 10" in text
    assert "fewer than 5" not in text
    for ending, start in (("pdf", b"%PDF"), ("docx", b"PK")):
        report = tmp_path / f"out.{ending}"
        assert run(["group", str(folder), "-o", str(report), "--lang", "nl"]) == 0
        assert report.read_bytes().startswith(start)
    assert run(["group", str(folder), "--exact", "-o", str(tmp_path / "no.csv")]) == 2
    assert not (tmp_path / "no.csv").exists()
    # What is written must differ from what was written before by ten people, or by none.
    more = files(tmp_path / "more", range(37))
    assert run(["group", str(more), "-o", str(out)]) == 1


def test_what_is_remembered_tells_nobody(tmp_path: Path) -> None:
    kept = tmp_path / "results.json"
    people = [f"answers of {n}".encode() for n in range(12)]
    shown_results.remembered([people], 5, kept)
    assert b"answers" not in kept.read_bytes()
    with pytest.raises(Problem, match="group_differs"):
        shown_results.remembered([people[1:]], 5, kept)
    before = kept.read_bytes()
    shown_results.remembered([list(reversed(people))], 5, kept)
    assert kept.read_bytes() == before


@pytest.mark.parametrize("seed", range(6))
def test_of_any_results_that_were_given_no_two_differ_by_a_few(tmp_path: Path, seed: int) -> None:
    """As somebody tries who asks again and again, with somebody less, more or changed."""
    draw = random.Random(seed)
    kept = tmp_path / "results.json"
    given: list[set[bytes]] = []
    everybody = [f"answers of {n}".encode() for n in range(40)]
    for _ in range(60):
        some = set(draw.choice(given) if given and draw.random() < 0.8 else everybody[:24])
        for person in draw.sample(everybody, draw.randrange(8)):
            some ^= {person}
        if draw.random() < 0.3:
            some.add(b"another answer of " + str(draw.randrange(9)).encode())
        try:
            shown_results.remembered([sorted(some)], 5, kept)
        except Problem:
            continue
        given.append(some)
    assert len(given) > 2
    for at, one in enumerate(given):
        for other in given[:at]:
            assert one == other or max(len(one - other), len(other - one)) >= 5
