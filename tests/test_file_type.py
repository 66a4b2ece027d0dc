"""Opening `.kring` files with Kring: what is written where, and that it can be undone."""

import ctypes
import re
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from app import file_type, launch
from app.models.problem import Problem

PYTHON = Path(sys.executable)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Linux desktop whose folders are empty, and a Kring started by its script."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    start(tmp_path / "my venv" / "bin" / "main.py", monkeypatch)
    return tmp_path


def start(script: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let Kring be in the folder of this script."""
    monkeypatch.setattr(launch, "PLACE", script.parent)
    return script


class AsWritten(ConfigParser):
    """Reads keys with the capitals they have."""

    def optionxform(self, optionstr: str) -> str:
        return optionstr


def entry(home: Path) -> dict[str, str]:
    """Return the desktop entry, its texts read as the specification says."""
    parser = AsWritten(interpolation=None, delimiters="=", strict=True)
    file = home / "data" / "applications" / "kring.desktop"
    parser.read_string(file.read_bytes().decode("utf-8", "surrogateescape"))
    assert parser.sections() == ["Desktop Entry"]
    return {key: unescaped(text) for key, text in parser["Desktop Entry"].items()}


def unescaped(text: str) -> str:
    plain, signs = "", iter(text)
    for sign in signs:
        escapes = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}
        plain += escapes[next(signs)] if sign == "\\" else sign
    return plain


def run_by(entry: dict[str, str], *files: str) -> list[str]:
    """Return the words a desktop would start for these files."""
    words: list[Any] = []
    for quoted, plain in re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', entry["Exec"], re.DOTALL):
        word = re.sub(r"\\(.)", r"\1", quoted, flags=re.DOTALL) or plain
        words += files if word == "%F" else [word.replace("%%", "%")]
    return words


# --- Linux


def test_on_and_off_again(home: Path) -> None:
    assert file_type.is_offered()
    assert not file_type.is_on()
    file_type.turn_on()
    assert file_type.is_on()
    file_type.turn_off()
    assert not file_type.is_on()
    assert [file for file in home.joinpath("data").rglob("*") if file.is_file()] == []
    file_type.turn_off()


def test_the_entry_opens_files_of_our_type_with_this_kring(home: Path) -> None:
    file_type.turn_on()
    written = entry(home)
    assert written["Type"] == "Application"
    assert written["MimeType"] == "application/x-kring;"
    assert written["Icon"] == "kring"
    script = str(home / "my venv" / "bin" / "main.py")
    assert run_by(written, "/a b.kring") == [str(PYTHON), script, "/a b.kring"]


@pytest.mark.parametrize(
    "folder", ["a b", "100%", "%f", "$HOME", "`ls`", 'say "hi"', "back\\slash", "it's", "é", "a\tb"]
)
def test_a_path_comes_through_whatever_is_in_it(
    home: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    script = start(home / folder / "main.py", monkeypatch)
    file_type.turn_on()
    assert run_by(entry(home)) == [str(PYTHON), str(script)]


def test_a_path_of_two_lines_or_of_no_letters_writes_no_line_of_its_own(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = start(home / "a\nHidden=true" / "b\udce9" / "main.py", monkeypatch)
    file_type.turn_on()
    assert "Hidden" not in entry(home)
    assert run_by(entry(home)) == [str(PYTHON), str(script)]


def test_the_type_is_told_by_the_end_of_the_name_in_both_languages(home: Path) -> None:
    file_type.turn_on()
    root = ET.parse(home / "data" / "mime" / "packages" / "kring.xml").getroot()
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    [kind] = root.findall(f"{space}mime-type")
    assert kind.get("type") == "application/x-kring"
    assert [glob.get("pattern") for glob in kind.findall(f"{space}glob")] == ["*.kring"]
    assert len(kind.findall(f"{space}comment")) == 2


def test_there_is_an_icon_for_the_program_and_its_files(home: Path) -> None:
    file_type.turn_on()
    icons = home / "data" / "icons" / "hicolor" / "scalable"
    for name in ("apps/kring.svg", "mimetypes/application-x-kring.svg"):
        assert ET.parse(icons / name).getroot().tag.endswith("svg")


def test_another_kring_counts_as_off_and_is_replaced(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file_type.turn_on()
    script = start(home / "another" / "main.py", monkeypatch)
    assert not file_type.is_on()
    file_type.turn_on()
    assert run_by(entry(home))[1] == str(script)


def test_off_takes_our_default_back_and_no_other(home: Path) -> None:
    file_type.turn_on()
    listed = home / "config" / "mimeapps.list"
    listed.parent.mkdir()
    other = "[Default Applications]\napplication/pdf=reader.desktop\n"
    listed.write_text(other + "application/x-kring=kring.desktop\n")
    file_type.turn_off()
    assert listed.read_text() == other


def test_without_folders_of_its_own_the_usual_ones_are_taken(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.setenv("HOME", str(home))
    file_type.turn_on()
    assert (home / ".local" / "share" / "applications" / "kring.desktop").exists()
    file_type.turn_off()
    assert not file_type.is_on()


def test_where_nothing_can_be_written_that_is_said(home: Path) -> None:
    (home / "data").touch()
    with pytest.raises(Problem, match="file_type_not_set"):
        file_type.turn_on()
    with pytest.raises(Problem, match="file_type_not_set"):
        file_type.turn_off()
    assert not file_type.is_on()


def test_the_desktop_is_told_with_what_it_has(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    called = []

    def run(words: tuple[Any, ...], **_named: int) -> None:
        called.append(words)
        if words[0] == "update-desktop-database":
            raise FileNotFoundError(words[0])

    monkeypatch.setattr(subprocess, "run", run)
    file_type.turn_on()
    file_type.tell_system()
    assert called == [
        ("update-mime-database", str(home / "data" / "mime")),
        ("update-desktop-database", str(home / "data" / "applications")),
        ("xdg-mime", "default", "kring.desktop", "application/x-kring"),
    ]
    called.clear()
    file_type.turn_off()
    file_type.tell_system()
    assert [words[0] for words in called] == ["update-mime-database", "update-desktop-database"]


# --- Windows


class Registry:
    """As much of `winreg` as is needed, in one dictionary."""

    HKEY_CURRENT_USER, REG_SZ, KEY_SET_VALUE = "HKCU", 1, 2

    def __init__(self) -> None:
        self.keys: dict[str, dict[str, str]] = {"Software\\Classes": {}}
        self.closed = False

    def create(self, root: str, path: str) -> "Opened":
        if self.closed:
            raise PermissionError(path)
        parts = path.split("\\")
        for end in range(1, len(parts) + 1):
            self.keys.setdefault("\\".join(parts[:end]), {})
        return self.look_at(root, path)

    def look_at(self, root: str, path: str, reserved: int = 0, access: int = 0) -> "Opened":
        assert root == "HKCU"
        if path not in self.keys:
            raise FileNotFoundError(path)
        key = SimpleNamespace(values=self.keys[path])
        return Opened(key)

    def write(self, key: SimpleNamespace, name: str, reserved: int, kind: int, value: str) -> None:
        assert kind == self.REG_SZ
        key.values[name] = value

    def query(self, key: SimpleNamespace, name: str) -> tuple[Any, Any]:
        if name not in key.values:
            raise FileNotFoundError(name)
        return key.values[name], self.REG_SZ

    def delete_value(self, key: SimpleNamespace, name: str) -> None:
        if name not in key.values:
            raise FileNotFoundError(name)
        del key.values[name]

    def delete(self, root: str, path: str) -> None:
        if path not in self.keys:
            raise FileNotFoundError(path)
        if any(key.startswith(path + "\\") for key in self.keys):
            raise PermissionError(path)
        del self.keys[path]

    CreateKey, OpenKey, DeleteKey = create, look_at, delete
    SetValueEx, QueryValueEx, DeleteValue = write, query, delete_value


class Opened:
    def __init__(self, key: SimpleNamespace) -> None:
        self.key = key

    def __enter__(self) -> SimpleNamespace:
        return self.key

    def __exit__(self, *arguments: Any) -> None:
        return None


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Registry:
    """A Windows where Kring was started by `python main.py`."""
    registry = Registry()
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "winreg", registry)
    start(tmp_path / "my kring" / "main.py", monkeypatch)
    return registry


def test_on_and_off_again_in_windows(registry: Registry) -> None:
    before = {key: dict(values) for key, values in registry.keys.items()}
    assert file_type.is_offered()
    assert not file_type.is_on()
    file_type.turn_on()
    assert file_type.is_on()
    file_type.turn_off()
    assert not file_type.is_on()
    assert {key: values for key, values in registry.keys.items() if values} == {
        key: values for key, values in before.items() if values
    }
    assert not any("Kring.Map" in key for key in registry.keys)
    file_type.turn_off()


def test_windows_opens_our_files_with_this_kring(registry: Registry, tmp_path: Path) -> None:
    file_type.turn_on()
    classes = {
        key.removeprefix("Software\\Classes\\"): values for key, values in registry.keys.items()
    }
    assert classes[".kring"][""] == "Kring.Map"
    assert "Kring.Map" in classes[".kring\\OpenWithProgids"]
    command = classes["Kring.Map\\shell\\open\\command"][""]
    assert command == f'{PYTHON} "{tmp_path / "my kring" / "main.py"}" "%1"'


def test_windows_starts_without_a_console_where_it_can(
    registry: Registry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pythonw.exe").touch()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python.exe"))
    assert launch.again(windowed=True)[0] == str(tmp_path / "pythonw.exe")


def test_what_opens_our_files_by_then_is_left_to_itself(registry: Registry) -> None:
    file_type.turn_on()
    registry.keys["Software\\Classes\\.kring"][""] = "Other.Program"
    assert not file_type.is_on()
    file_type.turn_off()
    assert registry.keys["Software\\Classes\\.kring"][""] == "Other.Program"


def test_a_registry_that_is_closed_is_said(registry: Registry) -> None:
    registry.closed = True
    with pytest.raises(Problem, match="file_type_not_set"):
        file_type.turn_on()
    assert not file_type.is_on()


def test_explorer_is_told(registry: Registry, monkeypatch: pytest.MonkeyPatch) -> None:
    told = []
    shell = SimpleNamespace(SHChangeNotify=lambda *given: told.append(given))
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(shell32=shell), raising=False)
    file_type.tell_system()
    assert told == [(0x08000000, 0, None, None)]


# --- elsewhere


def test_macos_needs_an_app_bundle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not file_type.is_offered()
