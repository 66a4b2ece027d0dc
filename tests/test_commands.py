"""`kring convert` and `kring analyse`: what they print, and what they say when they cannot."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from app import RESOURCES, language
from app.analysis.measures import all_measures
from app.application import do as run
from app.commands.run import COMMANDS
from app.exchange.kring_file import read_kring, write_kring
from app.models.network import Map, Network

ROOT = Path(__file__).parents[1]
DATA = Path(__file__).parent / "exchange" / "data"
PROGRAM = "import sys; from app.application import do as run; sys.exit(run(sys.argv[1:]))"

KEYS = ["size", "lines_drawn"]
KEYS += [measure for measure in all_measures() if measure != "size"]
KEYS += ["quadrants", "partners", "findings"]
PARTNER_KEYS = [
    *("id", "name", "kind", "frequency", "importance", "ridit_importance", "ridit_frequency"),
    *("gap", "quadrant", "notable", "wish_steps", "important_and_dissatisfied"),
    *("degree", "betweenness"),
]


@pytest.fixture(autouse=True)
def _application_of_the_other_tests(qapp: QApplication) -> Iterator[Any]:
    """A command in this process uses the application that is there, and leaves no language."""
    yield qapp
    language.install("en")


def convert(folder: Path, *more: str, prefix: str = "") -> int:
    files = zip(("--egos", "--alters", "--ties"), ("egos", "alters", "aaties"), strict=True)
    named = [part for option, name in files for part in (option, str(DATA / f"{prefix}{name}.csv"))]
    return run(["convert", *named, "-o", str(folder), "--lang", "en", *more])


@pytest.fixture
def worked_example(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert convert(tmp_path / "maps") == 0
    capsys.readouterr()
    return tmp_path / "maps" / "ik.kring"


def test_convert_makes_one_file_an_ego_and_says_which(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert convert(tmp_path / "begin", prefix="begin_") == 0
    printed = capsys.readouterr()
    assert printed.out.splitlines() == [
        str(tmp_path / "begin" / f"{ego}.kring") for ego in ("SYN-03", "SYN-07")
    ]
    assert printed.err == ""
    assert read_kring(tmp_path / "begin" / "SYN-03.kring").network.title == "SYN-03"


def test_convert_twice_is_once_and_other_maps_need_overwrite(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert convert(tmp_path, prefix="begin_") == 0
    assert convert(tmp_path, prefix="begin_") == 0
    before = (tmp_path / "SYN-03.kring").read_bytes()
    capsys.readouterr()
    assert convert(tmp_path, prefix="end_") == 1
    printed = capsys.readouterr()
    assert printed.err.count("\n") == 1
    assert "SYN-03.kring" in printed.err
    assert (tmp_path / "SYN-03.kring").read_bytes() == before
    assert convert(tmp_path, "--overwrite", prefix="end_") == 0
    assert (tmp_path / "SYN-03.kring").read_bytes() != before


def test_convert_tells_of_unknown_columns_once_and_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = (DATA / "egos.csv").read_text(encoding="utf-8").splitlines()
    egos = tmp_path / "egos.csv"
    egos.write_text("\n".join(f"{row},{n},x" for n, row in enumerate(rows)), encoding="utf-8")
    options = ["--alters", str(DATA / "alters.csv"), "--ties", str(DATA / "aaties.csv")]
    folder = tmp_path / "out"
    code = run(["convert", "--egos", str(egos), *options, "-o", str(folder), "--lang", "en"])
    assert code == 0
    notices = capsys.readouterr().err.splitlines()
    assert [line.count("2 (0, x)") for line in notices] == [1]
    assert (folder / "ik.kring").is_file()


def test_a_bad_row_is_one_sentence_with_its_place_and_leaves_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ties = tmp_path / "ties.csv"
    ties.write_text("ego_id,alter_a,alter_b,state\nik,p1,p2,maybe\n", encoding="utf-8")
    options = ["--egos", str(DATA / "egos.csv"), "--alters", str(DATA / "alters.csv")]
    folder = tmp_path / "out"
    assert run(["convert", *options, "--ties", str(ties), "-o", str(folder), "--lang", "en"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("ties.csv, line 2, column state: you cannot use “maybe” here.")
    assert printed.err.count("\n") == 1
    assert not folder.exists()


def test_analyse_prints_one_json_object_with_exactly_the_documented_keys(
    worked_example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["analyse", str(worked_example), "--json", "--lang", "nl"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert list(found) == KEYS
    assert all(list(partner) == PARTNER_KEYS for partner in found["partners"])
    with (DATA / "alters.csv").open(encoding="utf-8") as file:
        assert [p["id"] for p in found["partners"]] == [
            row["alter_id"] for row in csv.DictReader(file)
        ]
    assert found["density"] == 0.25
    assert found["constraint"] == pytest.approx(0.326284722222222, abs=1e-12)
    assert found["hinge_partners"] == ["p2", "p6", "p7"]
    assert all(
        list(finding) == ["code", "people", "values", "notable", "base"]
        for finding in found["findings"]
    )
    assert found["findings"][0]["code"] == "notable_less_often"
    (wish,) = [finding for finding in found["findings"] if finding["code"] == "wish_more"]
    assert wish["people"] == ["p4", "p7"]


def test_the_table_ends_with_the_findings_the_strongest_first(
    worked_example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["analyse", str(worked_example), "--lang", "en"]) == 0
    printed = capsys.readouterr().out
    told = [line.split("  ") for line in printed.split("\nFindings\n")[1].strip().splitlines()]
    said = {cells[0] or cells[1]: cells[-1].strip() for cells in told}
    assert next(iter(said)) == "Stands out: important, less contact"
    assert said["Important, less contact"] == "Ouders, Ambulant begeleider, Jeugdzorg"
    assert said["More important and seen more often (pairs)"] == "8 / 19"
    assert said["Outside the school: partners, contacts"] == "4 / 7, 26 / 386"
    assert said["Areas with no one"] == "Council, police and justice, Education network"


def test_analyse_prints_an_object_a_line_for_several_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert convert(tmp_path, prefix="end_") == 0
    capsys.readouterr()
    paths = sorted(str(path) for path in tmp_path.glob("*.kring"))
    assert run(["analyse", *paths, "--json"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["size"] for line in lines] == [
        len(read_kring(Path(path)).partners) for path in paths
    ]


def test_undefined_is_null_in_json_and_words_in_the_table(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "empty.kring"
    write_kring(Map.of([Network(id="n", series="s", lines_drawn=True)]), path)
    assert run(["analyse", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["density"] is None
    assert run(["analyse", str(path), "--lang", "en"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert ["Density", "n/a"] in [line.split() for line in printed]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Directie", "senior leadership", "-0.56", "0.63", "Important, less contact"]),
        ("nl", ["Directie", "directie", "-0,56", "0,63", "Belangrijk, minder vaak"]),
    ],
)
def test_the_table_speaks_the_chosen_language_and_rounds_away_from_zero(
    worked_example: Path, capsys: pytest.CaptureFixture[str], language: str, expected: list[Any]
) -> None:
    assert run(["analyse", str(worked_example), "--lang", language]) == 0
    printed = capsys.readouterr().out
    assert [words for words in expected if words not in printed] == []


def test_one_bad_file_does_not_keep_the_others_from_being_analysed(
    worked_example: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.kring"
    broken.write_bytes(worked_example.read_bytes()[:100])
    paths = [str(tmp_path / "gone.kring"), str(broken), str(worked_example)]
    assert run(["analyse", *paths, "--json", "--lang", "en"]) == 1
    printed = capsys.readouterr()
    assert [json.loads(line)["size"] for line in printed.out.splitlines()] == [8]
    assert ["gone.kring" in line for line in printed.err.splitlines()] == [True, False]
    assert "broken.kring" in printed.err.splitlines()[1]


@pytest.mark.parametrize(
    "argv",
    [[], ["analyse"], ["convert"], ["analyse", "x", "--lang", "fr"], ["draw"], ["convert", "-x"]],
)
def test_a_wrong_command_is_one_line_and_exit_code_2(
    argv: list[Any], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(argv) == 2
    printed = capsys.readouterr()
    assert printed.err.count("\n") == 1
    assert printed.err.startswith("kring")
    assert printed.out == ""


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command, "--help"]) == 0
    assert f"usage: kring {command}" in capsys.readouterr().out


def program(*argv: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    environment = {
        k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PYTHON"))
    }
    environment.pop("QT_QPA_PLATFORM", None)
    environment.pop("DISPLAY", None)
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *argv],
        cwd=ROOT,
        env=environment | options.pop("env", {}),
        stdout=options.pop("stdout", subprocess.PIPE),
        stderr=subprocess.PIPE,
        timeout=120,
        check=False,
    )


def test_output_is_utf_8_and_quiet_where_the_system_speaks_ascii(tmp_path: Path) -> None:
    path = tmp_path / "naïef.kring"
    write_kring(Map.of([Network(id="n", series="s", title="Één kring → ö")]), path)
    done = program("analyse", str(path), "--lang", "nl", env={"LC_ALL": "C", "PYTHONUTF8": "0"})
    assert done.returncode == 0
    assert done.stdout.decode("utf-8").startswith("Één kring → ö  (na")
    assert done.stderr == b""


def test_whoever_stops_reading_gets_no_traceback() -> None:
    example = str(RESOURCES / "examples" / "example_nl.kring")
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = program("analyse", *[example] * 20, stdout=writing)
    finally:
        os.close(writing)
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_behind_stdout_is_one_sentence() -> None:
    example = str(RESOURCES / "examples" / "example_nl.kring")
    with Path("/dev/full").open("wb") as full:
        done = program("analyse", example, "--lang", "en", stdout=full)
    assert done.returncode == 1
    assert done.stderr.decode().count("\n") == 1


def test_convert_without_a_table_of_ties(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    egos, alters = tmp_path / "egos.csv", tmp_path / "alters.csv"
    egos.write_text("ego_id\n1\n", encoding="utf-8")
    alters.write_text("ego_id,alter_id\n1,a\n", encoding="utf-8")
    out = tmp_path / "out"
    words = ["convert", "--egos", egos, "--alters", alters, "-o", out]
    assert run([*map(str, words)]) == 0
    assert [file.name for file in out.iterdir()] == ["1.kring"]


def test_files_of_other_programs_are_converted(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    alters = "egoID,alterID,label,contact_frequency,importance\n1,1,An,4,2\n"
    (tmp_path / "alters.csv").write_text(alters, "utf-8")
    command = ["convert", str(tmp_path / "alters.csv"), "-o", str(tmp_path / "out"), "--lang", "en"]
    assert run(command) == 1
    said = capfd.readouterr().err
    assert "contact_frequency" in said
    assert "--contact" in said
    assert not (tmp_path / "out").exists()
    assert run([*command, "--contact", "contact_frequency", "--reversed", "importance"]) == 0
    (made,) = (tmp_path / "out").iterdir()
    (partner,) = read_kring(made).partners
    assert (partner.frequency, partner.importance) == (4, 4)


def test_what_is_no_map_is_left_out_and_told(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes.md").write_text("# Notes\n", "utf-8")
    assert run(["convert", str(tmp_path), "-o", str(tmp_path / "out"), "--lang", "nl"]) == 1
    assert "notes.md" in capfd.readouterr().err


@pytest.mark.parametrize("to", ["graphml", "r", "network-canvas", "xlsx", "csv"])
def test_maps_are_written_for_other_programs_and_convert_reads_them(
    to: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    example = RESOURCES / "examples" / "example_nl.kring"
    assert run(["export", str(example), "--to", to, "-o", str(tmp_path / "o")]) == 0
    made = [Path(line) for line in capfd.readouterr().out.splitlines()]
    assert made
    assert all(path.is_file() for path in made)
    if to == "graphml":
        assert run(["convert", str(made[0]), "-o", str(tmp_path / "back")]) == 0
        (again,) = (tmp_path / "back").iterdir()
        assert len(read_kring(again).partners) == len(read_kring(example).partners)
