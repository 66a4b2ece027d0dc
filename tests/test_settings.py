"""Settings: what was chosen is there the next time, and nonsense counts as nothing chosen."""

import os
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QApplication

from app.settings import LANGUAGES, TEXT_SIZES, THEMES, Settings
from tests.sure import as_a, sure

unix = pytest.mark.skipif(sys.platform == "win32", reason="pipes, links and modes of Unix")

DEFAULTS = {
    "language": "system",
    "theme": "system",
    "text_size": 100,
    "lens": "free",
    "sectors": True,
    "motion": True,
    "motion_choice": "system",
    "last_map": "",
    "asked": frozenset(),
    "geometry": QByteArray(),
}
CHOSEN: dict[str, list[Any]] = {
    "language": ["nl", "en"],
    "theme": ["light", "dark"],
    "text_size": [125, 150, 200],
    "lens": ["importance"],
    "sectors": [False],
    "motion": [True, False],
    "motion_choice": ["on", "off", "system"],
    "last_map": ["a1b2", "with, a comma; and = sign", "é"],
    "asked": [frozenset({"a1=2026-11-21", "b=c=2026-11-22"}), frozenset()],
    "geometry": [QByteArray(bytes(range(256)))],
}


@pytest.fixture
def file(tmp_path: Path, qapp: QApplication) -> Path:
    return tmp_path / "settings.ini"


def stored_by(settings: Settings) -> QSettings:
    return as_a(QSettings, settings._stored)


def written(file: Path, text: str) -> Settings:
    file.write_text("[General]\n" + text, encoding="utf-8")
    return Settings(file)


@pytest.mark.parametrize("name", DEFAULTS)
def test_at_first_nothing_is_chosen(file: Path, name: str) -> None:
    assert getattr(Settings(file), name) == DEFAULTS[name]


@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, values in CHOSEN.items() for value in values]
)
def test_what_is_chosen_is_there_the_next_time(file: Path, name: str, value: Any) -> None:
    first = Settings(file)
    setattr(first, name, value)
    assert getattr(first, name) == value
    stored_by(first).sync()
    assert getattr(Settings(file), name) == value
    # Qt shares what it read within a process: a copy is read as a new process would.
    copy = file.with_name("copy.ini")
    copy.write_bytes(file.read_bytes())
    again = getattr(Settings(copy), name)
    assert again == value
    assert type(again) is type(value)


@pytest.mark.parametrize("name", DEFAULTS)
def test_what_is_stored_already_is_not_stored_again(
    file: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, stored, store = Settings(file), [], QSettings.setValue

    def note(self: Any, key: str, value: Any) -> None:
        stored.append(value)
        store(self, key, value)

    monkeypatch.setattr(QSettings, "setValue", note)
    for value in CHOSEN[name][:1] * 2:
        setattr(settings, name, value)
    assert len(stored) == 1
    setattr(settings, name, DEFAULTS[name])
    assert getattr(settings, name) == DEFAULTS[name]


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("language", "appearance_changed"),
        ("theme", "appearance_changed"),
        ("text_size", "appearance_changed"),
        ("lens", "map_view_changed"),
        ("sectors", "map_view_changed"),
        ("motion", None),
        ("last_map", None),
        ("geometry", None),
    ],
)
def test_a_choice_is_told_once_by_the_signal_it_belongs_to(
    file: Path, name: str, signal: str | None
) -> None:
    settings, told = Settings(file), []
    settings.appearance_changed.connect(lambda: told.append("appearance_changed"))
    settings.map_view_changed.connect(lambda: told.append("map_view_changed"))
    setattr(settings, name, CHOSEN[name][0])
    assert told == ([signal] if signal else [])


@pytest.mark.parametrize(
    "nonsense",
    ["fr", "NL", "''", "nl, en", "@Invalid()", "@ByteArray(nl)", "%C3%28", '"\\x0"', "9" * 5000],
)
@pytest.mark.parametrize("name", ["language", "theme", "text_size"])
def test_a_value_outside_its_list_counts_as_the_first(file: Path, name: str, nonsense: str) -> None:
    settings = written(file, f"{name}={nonsense}\n")
    choices = {"language": LANGUAGES, "theme": THEMES, "text_size": TEXT_SIZES}
    found = getattr(settings, name)
    if nonsense == "@ByteArray(nl)" and name == "language":
        assert found in ("nl", "system")
    else:
        assert found == choices[name][0]


@pytest.mark.parametrize("size", ["0", "99", "-100", "1000", "100.0", "١٠٠", "²"])
def test_a_text_size_that_is_not_offered_is_normal(file: Path, size: str) -> None:
    assert written(file, f"text_size={size}\n").text_size == 100


@pytest.mark.parametrize("content", [b"", b"\x00\xff\xfe", b"[General", b"=====\n[[[\n"])
def test_a_damaged_file_is_nothing_chosen(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    settings = Settings(file)
    assert {name: getattr(settings, name) for name in DEFAULTS} == DEFAULTS


def test_a_geometry_that_is_none_is_no_geometry(file: Path) -> None:
    assert written(file, "geometry=wide\n").geometry == QByteArray()


def test_without_a_file_the_choices_stay_out_of_the_real_folders(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = stored_by(Settings()).fileName()
    assert "kring-tests-" in place


def test_motion_is_as_the_system_says_until_the_person_says(file: Path) -> None:
    settings = Settings(file)
    settings.system_moves = False
    assert not settings.motion
    settings.motion = True
    assert settings.motion
    settings.motion_choice = "system"
    assert not settings.motion
    settings.system_moves = True
    assert settings.motion
    settings.motion = False
    assert not settings.motion


# --- what stands where the settings should be

KEYS = ["language", "theme", "text_size", "lens", "layers", "last_map", "asked", "geometry"]


@pytest.mark.qt_log_ignore("QVariant")
@pytest.mark.parametrize(
    "value",
    [
        r"@ByteArray(\xff)",
        r"@ByteArray(\xc3\x28)",
        r"\xd800",
        r"@Variant(\0\0\0\x7f)",
        r"@Rect(1 2 3 4)",
        "a, b, @ByteArray(\\xff)",
        "true",
        b"\xff\xfe\x80".decode("latin-1"),
    ],
)
@pytest.mark.parametrize("key", KEYS)
def test_bytes_that_are_no_text_are_nothing_chosen(file: Path, key: str, value: str) -> None:
    file.write_bytes(f"[General]\n{key}={value}\n".encode("latin-1"))
    settings = Settings(file)
    for name, default in DEFAULTS.items():
        found = getattr(settings, name)
        assert type(found) is type(default), name
    assert isinstance(settings.layers, dict)
    settings.language, settings.asked = "nl", frozenset({"a"})
    assert settings.language == "nl"


@unix
@pytest.mark.parametrize("ending", ["", ".lock"])
@pytest.mark.parametrize("odd", ["pipe", "folder", "device", "ring"])
def test_what_is_no_file_of_ours_is_named_and_left(file: Path, odd: str, ending: str) -> None:
    place = file.with_name(file.name + ending)
    if odd == "pipe":
        os.mkfifo(place)
    elif odd == "folder":
        place.mkdir()
    else:
        place.symlink_to("/dev/zero" if odd == "device" else place.name)

    def as_it_is() -> tuple[
        Any, ...
    ]:  # but for when it was last looked at: following a link is looking at it
        found = place.lstat()
        return found.st_mode, found.st_ino, found.st_size, found.st_mtime_ns

    before = as_it_is()
    settings = Settings(file)
    assert sure(settings.trouble).code == "in_the_way"
    settings.language = "nl"
    assert settings.language == "nl"
    assert settings.theme == "system"
    assert as_it_is() == before
    assert Path("/dev/zero").is_char_device()


@unix
def test_a_link_to_settings_stays_a_link(file: Path, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.ini"
    real.write_text("[General]\nlanguage=en\n", encoding="utf-8")
    file.symlink_to(real)
    settings = Settings(file)
    assert settings.language == "en"
    settings.language = "nl"
    stored_by(settings).sync()
    assert file.is_symlink()
    assert "language=nl" in real.read_text(encoding="utf-8")


@unix
def test_settings_are_private(
    tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    before = os.umask(0o022)
    settings = Settings()
    settings.language = "nl"
    stored_by(settings).sync()
    os.umask(before)
    file = tmp_path / "config" / "Kring" / "Kring.conf"
    assert "language=nl" in file.read_text(encoding="utf-8")
    assert file.stat().st_mode & 0o077 == file.parent.stat().st_mode & 0o077 == 0
    file.chmod(0o644)
    file.parent.chmod(0o755)
    Settings()
    assert file.stat().st_mode & 0o077 == file.parent.stat().st_mode & 0o077 == 0


def test_nothing_is_written_where_the_drive_of_the_settings_is_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "stick" / "Kring.conf"
    settings = Settings(file)
    settings.theme = "dark"
    stored_by(settings).sync()
    file.unlink()
    monkeypatch.setattr(settings, "_device", -1)  # the folder is on another drive than it was
    stored = settings._stored
    settings.language = "nl"
    assert isinstance(stored, QSettings)
    stored.sync()
    settings.clear()
    assert not list(file.parent.iterdir())


def test_what_was_chosen_holds_while_the_drive_is_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(tmp_path / "Kring.conf")
    settings.theme = "dark"
    monkeypatch.setattr(settings, "_device", -1)
    settings.language = "nl"
    assert (settings.theme, settings.language) == ("dark", "nl")
