"""Errors: a calm sentence for every problem, and a report without names for a bug of ours."""

import ast
import errno
import os
import string
import subprocess
import sys
from argparse import Namespace
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from app import VERSION, errors, language
from app.exchange.files import read_file, write_file
from app.models.network import Network, Note, Partner
from app.models.problem import Problem, why
from app.views.picture.painters import Painters
from app.words.problems import REFUSED, SENTENCES
from tests.each import each
from tests.faults import fall
from tests.parsed import nodes
from tests.sure import as_a, sure

APP = Path(errors.__file__).parent


@lru_cache
def raised() -> dict[str, list[tuple[str, set[str]]]]:
    """Every `Problem("code", name=...)` in the app: where it is raised, with which values."""
    found: dict[str, list[tuple[str, set[str]]]] = {}
    for file in sorted(APP.rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        # As most have none: reading all of them takes a second.
        for node in nodes(text) if "Problem(" in text else ():
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Problem":
                code = node.args[0]
                if isinstance(code, ast.Constant):
                    values = {keyword.arg or "**" for keyword in node.keywords}
                    place = f"{file.relative_to(APP)}:{node.lineno}"
                    found.setdefault(as_a(str, code.value), []).append((place, values))
    return found


def wanted(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_every_problem_that_is_raised_has_a_sentence() -> None:
    assert raised().keys() - SENTENCES.keys() == set()


@each("code", lambda: sorted(raised()))
def test_a_problem_carries_what_its_sentence_needs(code: str) -> None:
    needs = wanted(str(SENTENCES[code]))
    lacking = [
        (place, needs - values)
        for place, values in raised()[code]
        if "**" not in values and not needs <= values
    ]
    assert lacking == []


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> None:
    language.install("en")


@each("code", sorted(SENTENCES))
def test_a_sentence_says_what_happened_and_ends(code: str, qapp: QApplication) -> None:
    said = errors.sentence(Problem(code, **dict.fromkeys(wanted(str(SENTENCES[code])), 7)))
    assert said[0].isupper() or said[0] in "“7"
    assert said[-1] in ".”"
    assert "{" not in said
    assert not any(word in said.lower() for word in ("sqlite", "traceback", "exception", "null"))


def test_values_are_shown_as_people_know_them(qapp: QApplication) -> None:
    def shown(value: Any) -> str:
        return errors.sentence(Problem("bad_value", value=value))

    assert "“Ouders Sam”" in shown(Partner(id="p", name="Ouders Sam"))
    assert "“Begin”" in shown(Network(id="n", series="s", title="Begin"))
    assert "“n”" in shown(Network(id="n", series="s"))
    assert "“note”" in shown(Note(id="note", text="Geheim"))
    assert "“library.kringlib”" in shown(PurePosixPath("/home/anna/library.kringlib"))
    assert "“7”" in shown(7)


def test_a_long_value_is_cut(qapp: QApplication) -> None:
    said = errors.sentence(Problem("bad_value", value="a" * 10_000))
    assert "a" * 79 + "…" in said
    assert len(said) < 300


def test_braces_in_a_name_are_letters(qapp: QApplication) -> None:
    assert "{0.__class__}{x" in errors.sentence(Problem("bad_value", value="{0.__class__}{x"))


def test_a_problem_reads_as_its_code_in_a_log() -> None:
    assert str(Problem("disk_full", path="x")) == "disk_full(path='x')"


# --- bugs of ours


def caught(name: str) -> BaseException:
    try:
        fall(name)
    except KeyError as error:
        return error
    raise AssertionError


def report(folder: Path, name: str = "Ouders Sam") -> Path | None:
    error = caught(name)
    return errors.write_report(folder, type(error), error, error.__traceback__)


def test_a_report_holds_the_places_and_no_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written = report(tmp_path / "not there yet")
    text = sure(written).read_text(encoding="utf-8")
    assert text.startswith(f"Kring {VERSION}, Python {sys.version.split()[0]}")
    assert "KeyError" in text
    assert "in fall" in text
    assert "Sam" not in text
    printed = capsys.readouterr().err
    assert "in fall" in printed
    assert "Sam" not in printed, "a desktop keeps what its programs print"


def test_a_report_does_not_name_who_uses_the_computer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path(__file__).resolve().parent)
    text = sure(report(tmp_path)).read_text(encoding="utf-8")
    assert str(Path(__file__).resolve().parent) not in text
    assert Path(__file__).name in text


def test_a_report_replaces_the_one_before(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report(tmp_path) == report(tmp_path)
    assert (tmp_path / "kring-report.txt").read_text().count(f"Kring {VERSION}") == 1


def test_a_report_that_cannot_be_written_is_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert report(blocked) is None
    assert "KeyError" in capsys.readouterr().err, "it is told at least to whoever reads there"


@pytest.fixture
def hooks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the hook of the test run back afterwards."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)


def test_what_nobody_caught_is_reported(hooks: Any) -> None:
    heard = []
    errors.install_hook(lambda *what: heard.append(what))
    error = ValueError()
    sys.excepthook(ValueError, error, None)
    assert heard == [(ValueError, error, None)]


def test_ctrl_c_is_no_bug(hooks: Any, capsys: pytest.CaptureFixture[str]) -> None:
    heard = []
    errors.install_hook(lambda *what: heard.append(what))
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert heard == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


# --- what is printed


FAULTS = {
    "uncaught": "fall('Ouders Sam')",
    "in a chain": """
try:
    fall('Ouders Sam')
except KeyError as error:
    raise ValueError('Noor') from error
""",
    "in a thread": "t = threading.Thread(target=fall, args=('Ouders Sam',)); t.start(); t.join()",
    "nowhere": "Broken()",
    "of an import": "import Ouders_Sam",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_no_fault_prints_what_is_in_a_map(fault: str) -> None:
    code = "import threading\nfrom app.tracebacks import be_discreet\nbe_discreet()\n"
    code += "from tests.faults import Broken, fall\n" + FAULTS[fault]
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert "Error" in done.stderr
    places = [line for line in done.stderr.splitlines() if not line.startswith("    ")]
    assert not any(name in line for line in places for name in ("Sam", "Noor"))


def test_a_command_that_fails_for_a_fault_of_ours_says_so_without_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from app.commands import run

    def broken(chosen: Namespace) -> None:
        raise KeyError(chosen.file)

    monkeypatch.setattr("app.commands.analyse.run", broken)
    assert run.run(["analyse", str(tmp_path / "Ouders Sam.kring"), "--lang", "en"], Painters()) == 1
    printed = capsys.readouterr().err
    assert "in broken" in printed
    assert "Something went wrong in Kring" in printed
    assert "Sam" not in printed


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and links of Unix")
def test_a_report_is_private_and_takes_the_place_of_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written = report(tmp_path)
    assert sure(written).stat().st_mode & 0o077 == 0
    sure(written).unlink()
    os.mkfifo(sure(written))
    assert report(tmp_path) is None
    sure(written).unlink()
    (tmp_path / "letter").write_text("mine", encoding="utf-8")
    sure(written).symlink_to(tmp_path / "letter")
    assert report(tmp_path) is None
    assert (tmp_path / "letter").read_text(encoding="utf-8") == "mine"


# --- what the system refuses

NUMBERS = sorted(errno.errorcode)

NAMED = {
    "permission": {"EACCES", "EPERM", "ENOKEY", "EKEYEXPIRED", "EKEYREVOKED", "EKEYREJECTED"},
    "memory": {"ENOMEM", "ENOBUFS", "ENOSR"},
    "Too many files": {"EMFILE", "ENFILE", "EUSERS"},
    "disk is full": {"ENOSPC", "EDQUOT"},
    "only read": {"EROFS"},
}


@pytest.mark.parametrize("code", sorted(REFUSED))
@pytest.mark.parametrize("spoken", ["en", "nl"])
def test_whatever_the_system_refuses_is_named(code: str, spoken: str, qapp: QApplication) -> None:
    language.install(spoken)
    values = dict.fromkeys(wanted(str(REFUSED[code])), "α.kring")
    plain = {errors.sentence(Problem(code, **values, why=number)) for number in NUMBERS}
    assert len(plain) > 15  # told apart
    for number in NUMBERS:
        said = errors.sentence(Problem(code, **values, why=number))
        assert said.endswith(".")
        assert "{" not in said
        assert said.count("α.kring") == len(values)
        if spoken == "en":
            name = errno.errorcode[number]
            for word, names in NAMED.items():
                assert (word in said) == (name in names), (name, said)


def test_what_the_system_says_that_kring_does_not_know_is_passed_on() -> None:
    said = errors.sentence(Problem("disk_error", why=errno.ENOTTY))
    assert os.strerror(errno.ENOTTY) in said


@each("number", NUMBERS)
def test_reading_and_writing_a_file_tell_what_the_system_said(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    there = tmp_path / "there"
    there.write_bytes(b"x")
    told = []
    monkeypatch.setattr(os, "open", refused)
    monkeypatch.setattr(Path, "open", refused)
    for act in (lambda: read_file(there), lambda: write_file(tmp_path / "new.pdf", b"new")):
        with pytest.raises(Problem) as caught:
            act()
        told.append(caught.value)
    monkeypatch.undo()
    assert all(problem.values["why"] == number for problem in told)
    assert [p.code for p in told] in (
        ["file_unreadable", "file_not_written"],
        ["file_unreadable", "file_bad_name"],
    )


@pytest.mark.parametrize("number", [32, 33, 112, 39, 19, 53, 1450])
def test_what_windows_tells_apart_is_no_missing_permission(number: int) -> None:
    class OfWindows(PermissionError):
        winerror = number

    error = OfWindows(errno.EACCES, "the process cannot access the file")
    assert why(error) not in (0, errno.EACCES)


# --- names from right to left

RIGHT = "אבא של סאם"


def test_each_name_of_a_list_keeps_to_itself() -> None:
    said = errors.sentence(Problem("cover_names", names=(RIGHT, "Sam", RIGHT)))
    assert said.count(f"\u2068{RIGHT}\u2069") == 2
    assert f"\u2068{RIGHT}\u2069, Sam, \u2068{RIGHT}\u2069" in said


def test_what_is_isolated_ends_where_it_is_cut() -> None:
    long = "\u2068" + RIGHT * 20 + "\u2069, Sam"
    said = errors.sentence(Problem("cover_names", names=long))
    assert said.count("\u2068") == said.count("\u2069") >= 1
    assert len(said) < 300
