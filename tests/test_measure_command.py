"""`kring measure`: the same values as `kring analyse`, a row a map."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from app import commands, language
from app.analysis.figures import figures
from app.analysis.measures import all_measures
from app.application import do as run
from app.commands import measure as measuring
from app.exchange import csv_table
from app.exchange.kring_file import write_kring
from app.exchange.three_files import read_three_files
from app.models.network import Map
from tests.test_every_sentence import made

DATA = Path(__file__).parent / "exchange" / "data"
TABLES = [str(DATA / f"{name}.csv") for name in ("egos", "alters", "aaties")]
SURVEY = ["--egos", TABLES[0], "--alters", TABLES[1], "--ties", TABLES[2]]


@pytest.fixture(autouse=True)
def _application_of_the_other_tests(qapp: QApplication) -> Iterator[Any]:
    yield qapp
    language.install("en")


def agrees(row: dict[str, str], whole: Map) -> bool:
    """Tell whether a row has the figures of a map, to nine decimals."""
    found = figures(whole)
    found["hinge_partners"] = (
        None if found["hinge_partners"] is None else len(found["hinge_partners"])
    )
    found["concordant"] = found["concordant"] if row["concordant"] else None
    assert row["lines_drawn"] == str(int(found["lines_drawn"]))
    for measure in all_measures():
        if found[measure] is None or row[measure] == "":
            assert (found[measure], row[measure]) == (None, ""), measure
        else:
            assert float(row[measure]) == pytest.approx(found[measure], abs=1e-9), measure
    return True


def test_every_measure_of_any_map_is_that_of_analyse(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    maps = {f"map {seed:03}": made(seed) for seed in range(60)}
    for name, whole in maps.items():
        write_kring(whole, tmp_path / f"{name}.kring")
    assert run(["measure", *(str(tmp_path / f"{name}.kring") for name in maps)]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["ego_id"] for row in rows] == list(maps)
    assert all(agrees(row, maps[row["ego_id"]]) for row in rows)
    assert len({row["density"] for row in rows}) > 5


def test_a_survey_in_three_tables_is_a_row_an_ego(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    assert run(["measure", *SURVEY, "-o", str(out)]) == 0
    rows = list(csv.DictReader(io.StringIO(out.read_text("utf-8"))))
    egos, alters, ties = map(Path, TABLES)
    converted = read_three_files(egos, alters, ties).converted
    assert [row["ego_id"] for row in rows] == [one.ego for one in converted]
    assert all(agrees(row, one.map) for row, one in zip(rows, converted, strict=True))


def test_lines_that_were_not_asked_are_no_zero(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["measure", *SURVEY[:4]]) == 0
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert (row["lines_drawn"], row["density"], row["isolates"]) == ("0", "", "")


@pytest.mark.parametrize("given", [[], ["a.kring", *SURVEY], SURVEY[:2]])
def test_it_says_what_it_needs(given: list[Any], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["measure", *given]) == 2
    assert "give .kring files, or --egos and --alters" in capsys.readouterr().err


def test_it_does_not_write_over_what_it_reads(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.kring"
    write_kring(made(3), file)
    before = file.read_bytes()
    assert run(["measure", str(file), "-o", str(file), "--lang", "en"]) == 1
    assert file.read_bytes() == before


def test_a_table_of_measures_needs_nothing_of_qt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in Path(commands.__path__[0]).glob("*.py"):  # all are read to offer their arguments
        lines = path.read_text(encoding="utf-8").splitlines()
        assert not any(line.startswith(("from PySide6", "import PySide6")) for line in lines), path

    def spoken(_chosen: Any) -> None:
        raise AssertionError("asks Qt for the language of the system")

    monkeypatch.setattr(measuring, "speak", spoken)
    egos, alters = tmp_path / "egos.csv", tmp_path / "alters.csv"
    egos.write_text("ego_id\ne1\n", encoding="utf-8")
    alters.write_text("ego_id,alter_id,frequency\ne1,a1,4\n", encoding="utf-8")
    out = str(tmp_path / "out.csv")
    assert run(["measure", "--egos", str(egos), "--alters", str(alters), "-o", out]) == 0


EGO, ALTER, TIE = "ego_id\n", "ego_id,alter_id,frequency\n", "ego_id,alter_a,alter_b,state\n"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("", "", "e7,b,a,yes\n"), "ties.csv, line 12, column alter_b"),
        (("", "", "e7,a,x,yes\n"), "ties.csv, line 12, column alter_b"),
        (("", "e7,c,9\n", ""), "alters.csv, line 22, column frequency"),
        (("", "e99,a,1\n", ""), "alters.csv, line 22, column ego_id"),
        (("e3\n", "", ""), "egos.csv, line 12, column ego_id"),
        (("", "e7,c,1,,,5\n", ""), "alters.csv, line 22: there are 6 cells"),
        (("", "e7,c\n", ""), "These tables are too large to be read row by row"),
    ],
)
def test_a_fault_in_tables_of_any_size_is_named(
    more: tuple[Any, Any, Any],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(csv_table, "MOST_ROWS", 10)
    rows = [
        "".join(f"e{number}\n" for number in range(10)),
        "".join(f"e{number},{mark},4\n" for number in range(10) for mark in "ab"),
        "".join(f"e{number},a,b,yes\n" for number in range(10)),
    ]
    paths = []
    for name, head, those, last in zip(
        ("egos", "alters", "ties"), (EGO, ALTER, TIE), rows, more, strict=True
    ):
        paths += [f"--{name}", str(tmp_path / f"{name}.csv")]
        (tmp_path / f"{name}.csv").write_text(head + those + last, encoding="utf-8")
    assert run(["measure", *paths, "--lang", "en"]) == 1
    assert said in capsys.readouterr().err


def test_a_heading_is_looked_at_before_the_rows_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(csv_table, "MOST_ROWS", 3)
    (tmp_path / "egos.csv").write_text(EGO + "e\n", encoding="utf-8")
    (tmp_path / "alters.csv").write_text("ego,alter_id\n" + "e,a\n" * 9, encoding="utf-8")
    tables = ["--egos", str(tmp_path / "egos.csv"), "--alters", str(tmp_path / "alters.csv")]
    assert run(["measure", *tables, "--lang", "en"]) == 1
    assert "alters.csv has no column “ego_id”" in capsys.readouterr().err
