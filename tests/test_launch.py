"""How Kring was started: the one place that knows, and what depends on it."""

import subprocess
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from app import RESOURCES, VERSION, errors, file_type, launch, private, start
from app.application import Application, main
from app.commands import report
from app.commands.run import run
from app.components import parts
from app.exchange.files import write_file
from app.exchange.shown_results import remembered
from app.models.problem import Problem
from app.views.picture.painters import Painters
from tests.sure import sure

ROOT = RESOURCES.parent


def test_in_an_environment_the_interpreter_and_the_script_start_it_again(tmp_path: Path) -> None:
    assert (launch.way(), launch.launcher()) == ("environment", None)
    assert launch.again() == [sys.executable, str(ROOT / "main.py")]
    # What stands where one happens to be is not run.
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "__init__.py").write_text("raise SystemExit(9)")
    done = subprocess.run([*launch.again(), "--version"], cwd=tmp_path, capture_output=True)
    assert (done.returncode, done.stdout.decode()[: len(VERSION) + 6]) == (0, f"Kring {VERSION}")


def test_a_launcher_is_what_starts_it_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys._xoptions, "kring", str(tmp_path / "Kring.exe"))
    assert (launch.way(), launch.again()) == ("launcher", [str(tmp_path / "Kring.exe")])
    report_file = errors.write_report(tmp_path, ValueError, ValueError(), None)
    assert "launcher" in sure(report_file).read_text().splitlines()[0]


def test_a_program_that_was_frozen_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert (launch.way(), launch.again()) == ("frozen", [sys.executable])


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
def test_a_missing_file_of_our_own_is_our_fault(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: FileNotFoundError | ModuleNotFoundError,
) -> None:
    assert "Install Kring again" in errors.missing_sentence(error)

    def fail(_chosen: Namespace) -> None:
        raise error

    monkeypatch.setattr(report, "run", fail)
    assert run(["report", "a.kring", "-o", "a.pdf"], Painters()) == launch.INCOMPLETE
    told = capsys.readouterr().err
    assert "disk" not in told
    assert errors.sentence(Problem("part_missing")) in told


def test_a_missing_file_of_the_persons_is_not(tmp_path: Path) -> None:
    for path in (tmp_path / "a.kring", ROOT / "a.kring", Path("resources/a.kring")):
        assert errors.missing_sentence(lost(path)) == ""
    assert errors.missing_sentence(PermissionError(13, "no", str(RESOURCES))) == ""


def test_what_kring_is_made_of_is_said_with_its_licences() -> None:
    told = {one.name.lower(): one for one in parts()}
    assert {"kring", "python", "pyside6_essentials", "sqlalchemy", "numpy"} <= set(told)
    assert "pytest" not in told
    assert all(one.version and one.licence for one in told.values())


# --- leave nothing here


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A computer that is watched, and a folder on a stick."""
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "here" / name))
    monkeypatch.setenv("HOME", str(tmp_path / "here"))
    folder = tmp_path / "my stick"
    folder.mkdir()
    yield folder
    private.keep_all_in(None)


def test_with_a_folder_of_its_own_nothing_is_kept_on_this_computer(
    stick: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "here").mkdir()
    start.be_guest(["--portable", str(stick)])
    application = Application(None, [])
    application.window.show()
    qtbot.waitUntil(lambda: application.document is not None)
    sure(application.document).add_partner("Emine Kaya")
    application.settings.theme = "dark"
    QSettings("QtProject").setValue("FileDialog/lastVisited", "Emine")
    QSettings("QtProject").sync()
    remembered([[b"part"]], 5)
    write_file(stick / "map.pdf", b"%PDF")
    application.window.close()
    assert [file for file in (tmp_path / "here").rglob("*") if file.is_file()] == []
    kept = {file.name for file in stick.iterdir()}
    assert {"library.kringlib", "backups", "Kring.conf", "group-results.json"} <= kept
    assert not file_type.is_offered()


def test_a_folder_beside_the_launcher_is_enough(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys._xoptions, "kring", str(stick / "Kring.exe"))
    start.be_guest([])
    assert private.guest_folder() is None
    (stick / launch.MAPS).mkdir()
    start.be_guest([])
    assert private.own_folder() == stick / "maps"


def test_a_stick_that_is_out_is_told_and_nothing_is_made_in_its_place(
    stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = stick / "gone"
    assert main(["--portable", str(gone)]) == 2
    assert "Connect its drive" in capsys.readouterr().err
    assert not gone.exists()
