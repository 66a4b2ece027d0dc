"""How Kring was started: the one place that knows, and what depends on it."""

import subprocess
import sys
from pathlib import Path

import pytest

from app import RESOURCES, VERSION, errors, started
from app.commands import report
from app.commands.run import run
from app.models.problem import Problem

ROOT = RESOURCES.parent


def test_in_an_environment_the_interpreter_and_the_script_start_it_again(tmp_path):
    assert (started.way(), started.launcher()) == ("environment", None)
    assert started.again() == [sys.executable, str(ROOT / "main.py")]
    # What stands where one happens to be is not run.
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "__init__.py").write_text("raise SystemExit(9)")
    done = subprocess.run([*started.again(), "--version"], cwd=tmp_path, capture_output=True)
    assert (done.returncode, done.stdout.decode()[: len(VERSION) + 6]) == (0, f"Kring {VERSION}")


def test_a_launcher_is_what_starts_it_again(monkeypatch, tmp_path):
    monkeypatch.setitem(sys._xoptions, "kring", str(tmp_path / "Kring.exe"))
    assert (started.way(), started.again()) == ("launcher", [str(tmp_path / "Kring.exe")])
    report_file = errors.write_report(tmp_path, ValueError, ValueError(), None)
    assert "launcher" in report_file.read_text().splitlines()[0]


def test_a_program_that_was_frozen_starts_itself(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert (started.way(), started.again()) == ("frozen", [sys.executable])


def lost(path: Path) -> FileNotFoundError:
    return FileNotFoundError(2, "gone", str(path))


@pytest.mark.parametrize(
    "error",
    [
        lost(RESOURCES / "report" / "report.typ"),
        lost(Path(pytest.__file__).parent.parent / "docx" / "parts" / ".." / "templates" / "a.xml"),
        ModuleNotFoundError("no", name="docx"),
    ],
)
def test_a_missing_file_of_our_own_is_our_fault(monkeypatch, capsys, error):
    assert "Install Kring again" in errors.missing_sentence(error)

    def fail(_chosen):
        raise error

    monkeypatch.setattr(report, "run", fail)
    assert run(["report", "a.kring", "-o", "a.pdf"], None) == started.INCOMPLETE
    told = capsys.readouterr().err
    assert "disk" not in told
    assert errors.sentence(Problem("part_missing")) in told


def test_a_missing_file_of_the_persons_is_not(tmp_path):
    for path in (tmp_path / "a.kring", ROOT / "a.kring", Path("resources/a.kring")):
        assert errors.missing_sentence(lost(path)) == ""
    assert errors.missing_sentence(PermissionError(13, "no", str(RESOURCES))) == ""
