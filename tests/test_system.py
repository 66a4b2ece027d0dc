"""What the system lacks is said in a sentence that names the package to install."""

import ctypes
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app import system
from app.system import sentence_for, what_qt_misses
from tests.sure import sure


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A Linux computer where nothing says which screen there is."""
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


@pytest.mark.parametrize("library", system._PACKAGES)
def test_every_library_qt_needs_is_named_with_its_packages(library: str) -> None:
    said = sentence_for(f"{library}: cannot open shared object file: No such file or directory")
    debian, fedora = system._PACKAGES[library]
    assert library in said
    assert f"sudo apt install {debian}" in said
    assert f"sudo dnf install {fedora}" in said


@pytest.mark.parametrize("error", ["libnew.so.9: cannot open", "something else", ""])
def test_what_is_not_known_is_passed_on(error: str) -> None:
    assert sentence_for(error).endswith(error)
    assert "sudo" not in sentence_for(error)


def test_nothing_is_missed_where_a_platform_is_chosen(bare: pytest.MonkeyPatch) -> None:
    bare.setenv("QT_QPA_PLATFORM", "offscreen")
    assert what_qt_misses() is None


def test_nothing_is_missed_on_another_system(bare: pytest.MonkeyPatch) -> None:
    bare.setattr(sys, "platform", "win32")
    assert what_qt_misses() is None


def test_under_wayland_the_x_libraries_are_not_asked_for(bare: pytest.MonkeyPatch) -> None:
    bare.setenv("WAYLAND_DISPLAY", "wayland-0")
    bare.setattr(ctypes, "CDLL", _missing("libxcb-cursor.so.0"))
    assert what_qt_misses() is None


def test_without_a_screen_that_is_what_is_said(bare: pytest.MonkeyPatch) -> None:
    assert "DISPLAY" in sure(what_qt_misses())


def test_under_x_the_library_that_the_plugin_misses_is_named(bare: pytest.MonkeyPatch) -> None:
    bare.setenv("DISPLAY", ":0")
    bare.setattr(ctypes, "CDLL", _missing("libxcb-cursor.so.0"))
    assert "sudo apt install libxcb-cursor0" in sure(what_qt_misses())


def test_under_x_nothing_is_missed_where_the_plugin_loads(bare: pytest.MonkeyPatch) -> None:
    bare.setenv("DISPLAY", ":0")
    bare.setattr(ctypes, "CDLL", lambda name: None)
    assert what_qt_misses() is None


def test_a_library_that_qt_itself_misses_is_named(bare: pytest.MonkeyPatch) -> None:
    import builtins

    real = builtins.__import__

    def without(name: str, *arguments: Any, **keywords: Any) -> Any:
        if name == "PySide6.QtWidgets":
            raise ImportError("libEGL.so.1: cannot open shared object file: No such file")
        return real(name, *arguments, **keywords)

    bare.setattr(builtins, "__import__", without)
    assert "sudo apt install libegl1" in sure(what_qt_misses())


def _missing(library: str) -> Callable[..., Any]:
    def load(name: str) -> None:
        raise OSError(f"{library}: cannot open shared object file: No such file or directory")

    return load


# --- motion


@pytest.fixture
def answers(bare: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, str]:
    """A computer whose commands answer as told; anything else is not there."""
    told: dict[str, str] = {}

    def answer(*command: str) -> str:
        for key, said in told.items():
            if key in command:
                return said
        raise FileNotFoundError(command[0])

    bare.setattr(system, "_answer", answer)
    bare.setenv("XDG_CURRENT_DESKTOP", "GNOME")
    bare.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return told


@pytest.mark.parametrize(("said", "expected"), [("true", True), ("false", False), ("", True)])
def test_gnome_is_asked_for_motion(answers: dict[str, str], said: str, expected: bool) -> None:
    answers["enable-animations"] = said
    assert system.moves() is expected


def test_a_system_that_does_not_answer_moves(answers: dict[str, str]) -> None:
    assert system.moves() is True


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("[KDE]\nAnimationDurationFactor=0\n", False),
        ("[KDE]\nAnimationDurationFactor=0.5\n", True),
        ("[KDE]\nAnimationDurationFactor=much\n", True),
        ("[General]\nx=1\n", True),
    ],
)
def test_kde_has_it_in_a_file(
    answers: dict[str, str], bare: pytest.MonkeyPatch, tmp_path: Path, written: str, expected: bool
) -> None:
    bare.setenv("XDG_CURRENT_DESKTOP", "KDE")
    (tmp_path / "kdeglobals").write_text(written, encoding="utf-8")
    assert system.moves() is expected


def test_kde_without_its_file_moves(answers: dict[str, str], bare: pytest.MonkeyPatch) -> None:
    bare.setenv("XDG_CURRENT_DESKTOP", "KDE")
    assert system.moves() is True


@pytest.mark.parametrize("key", ["ReduceMotionEnabled", "reduceMotion"])
def test_a_mac_has_it_in_one_of_two_places(
    answers: dict[str, str], bare: pytest.MonkeyPatch, key: str
) -> None:
    bare.setattr(sys, "platform", "darwin")
    answers["ReduceMotionEnabled"] = answers["reduceMotion"] = "0"
    assert system.moves() is True
    answers[key] = "1"
    assert system.moves() is False


@pytest.mark.parametrize("moving", [True, False])
def test_windows_is_asked_through_its_own_call(bare: pytest.MonkeyPatch, moving: bool) -> None:
    class User:
        def SystemParametersInfoW(self, what: int, size: int, found: Any, flags: int) -> None:  # noqa: N802
            assert what == 0x1042
            found._obj.value = int(moving)

    bare.setattr(sys, "platform", "win32")
    bare.setattr(ctypes, "windll", type("Libraries", (), {"user32": User()}), raising=False)
    assert system.moves() is moving


def test_a_command_that_hangs_is_left_after_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    import subprocess

    def hang(command: tuple[Any, ...], *, timeout: int, **_: bool) -> None:
        raise subprocess.TimeoutExpired(command, timeout)

    monkeypatch.setattr(subprocess, "run", hang)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "GNOME")
    assert system.moves() is True
