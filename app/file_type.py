"""Lets `.kring` files open with Kring on this computer, for this person only, and undoes it.

On Linux with the files the XDG specifications ask for, on Windows in the person's own part of the
registry. On macOS only an app bundle can say which files it opens.
"""

import os
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from app import RESOURCES, launch, private
from app.exchange.files import write_files
from app.models.problem import Problem, why

TYPE: Final = "application/x-kring"
MIME: Final = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{TYPE}">
    <comment>Map of Kring</comment>
    <comment xml:lang="nl">Kaart van Kring</comment>
    <glob pattern="*.kring"/>
  </mime-type>
</mime-info>
"""
ENTRY: Final = f"""\
[Desktop Entry]
Type=Application
Version=1.0
Name=Kring
Comment=Draw your own ecology as a teacher
Comment[nl]=Teken je eigen ecologie als leraar
Exec={{command}} %F
Icon=kring
Terminal=false
StartupNotify=true
Categories=Education;
MimeType={TYPE};
"""

_CLASSES: Final = r"Software\Classes"
_PROGRAM: Final = "Kring.Map"
_CHANGED: Final = 0x08000000
"""`SHCNE_ASSOCCHANGED`: Explorer is to look again at what opens what."""


def is_offered() -> bool:
    """Tell whether this can be set on this system."""
    if private.guest_folder() is not None:
        return False  # it would stay here
    return sys.platform == "win32" or sys.platform.startswith("linux")


def is_on() -> bool:
    """Tell whether `.kring` files are set to open with Kring as it was started now."""
    try:
        return _is_on_in_windows() if sys.platform == "win32" else _is_on_in_xdg()
    except OSError:
        return False


def turn_on() -> None:
    """Let `.kring` files open with Kring as it was started now.

    Raises `Problem`: `file_type_not_set`, or `file_not_written`.
    """
    try:
        if sys.platform == "win32":
            _turn_on_in_windows()
        else:
            files = _files()
            for file in files:
                private.make_folder(file.parent)
            write_files(files.items())
    except OSError as error:
        raise Problem("file_type_not_set", why=why(error)) from error


def turn_off() -> None:
    """Take away what `turn_on` did. Raises `Problem` `file_type_not_set`."""
    try:
        if sys.platform == "win32":
            _turn_off_in_windows()
        else:
            for file in _files():
                file.unlink(missing_ok=True)
            _drop_default()
    except OSError as error:
        raise Problem("file_type_not_set", why=why(error)) from error


def tell_system() -> None:
    """Let the desktop look again at what opens what; may take seconds: not for the GUI thread."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SHChangeNotify(_CHANGED, 0, None, None)
        return
    data = _data_folder()
    _call("update-mime-database", str(data / "mime"))
    _call("update-desktop-database", str(data / "applications"))
    if private.is_file(_entry()):
        _call("xdg-mime", "default", _entry().name, TYPE)


# Linux, after the specifications of freedesktop.org.


def _data_folder() -> Path:
    named = os.environ.get("XDG_DATA_HOME", "")
    return Path(named) if Path(named).is_absolute() else private.home() / ".local" / "share"


def _entry() -> Path:
    return _data_folder() / "applications" / "kring.desktop"


def _files() -> dict[Path, bytes]:
    """Return the content of each file, by its place."""
    data = _data_folder()
    icons = data / "icons" / "hicolor" / "scalable"
    icon = (RESOURCES / "icons" / "kring.svg").read_bytes()
    entry = ENTRY.format(command=" ".join(map(_quoted, launch.again())))
    return {
        data / "mime" / "packages" / "kring.xml": MIME.encode(),
        icons / "apps" / "kring.svg": icon,
        icons / "mimetypes" / "application-x-kring.svg": icon,
        _entry(): os.fsencode(entry),
    }


def _quoted(word: str) -> str:
    """Return an argument as `Exec` wants it: quoted, then escaped as every text of an entry."""
    quoted = re.sub(r'(["`$\\])', r"\\\1", word).replace("%", "%%")
    for plain, escaped in (("\\", r"\\"), ("\n", r"\n"), ("\t", r"\t"), ("\r", r"\r")):
        quoted = quoted.replace(plain, escaped)
    return f'"{quoted}"'


def _is_on_in_xdg() -> bool:
    return _entry().is_file() and _entry().read_bytes() == _files()[_entry()]


def _drop_default() -> None:
    """Take back what `xdg-mime` wrote: it has no way to."""
    folder = private.config_folder()
    for file in (folder / "mimeapps.list", _data_folder() / "applications" / "mimeapps.list"):
        if not private.is_file(file):
            continue
        lines = file.read_bytes().splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith(f"{TYPE}=".encode())]
        if kept != lines:
            write_files([(file, b"".join(kept))])


def _call(*words: str) -> None:
    try:
        # The words are those above; what a desktop does not have, it does not need.
        subprocess.run(  # noqa: S603
            words, stdin=subprocess.DEVNULL, capture_output=True, timeout=10, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return


# Windows, in the classes of the person.


def _is_on_in_windows() -> bool:
    opened_by = _value(rf"{_PROGRAM}\shell\open\command")
    return _value(".kring") == _PROGRAM and opened_by == _windows_command()


def _turn_on_in_windows() -> None:
    _set_value(rf"{_PROGRAM}\shell\open\command", "", _windows_command())
    _set_value(_PROGRAM, "", "Kring")
    _set_value(r".kring\OpenWithProgids", _PROGRAM, "")
    _set_value(".kring", "", _PROGRAM)


def _turn_off_in_windows() -> None:
    if _value(".kring") == _PROGRAM:
        _drop_value(".kring", "")
    _drop_value(r".kring\OpenWithProgids", _PROGRAM)
    for key in (r"\shell\open\command", r"\shell\open", r"\shell", ""):
        try:
            _registry().DeleteKey(_registry().HKEY_CURRENT_USER, rf"{_CLASSES}\{_PROGRAM}{key}")
        except FileNotFoundError:
            continue


def _windows_command() -> str:
    return f'{subprocess.list2cmdline(launch.again(windowed=True))} "%1"'


def _registry() -> Any:
    return import_module("winreg")


def _value(key: str, name: str = "") -> str | None:
    registry = _registry()
    try:
        with registry.OpenKey(registry.HKEY_CURRENT_USER, rf"{_CLASSES}\{key}") as opened:
            return str(registry.QueryValueEx(opened, name)[0])
    except FileNotFoundError:
        return None


def _set_value(key: str, name: str, value: str) -> None:
    registry = _registry()
    with registry.CreateKey(registry.HKEY_CURRENT_USER, rf"{_CLASSES}\{key}") as opened:
        registry.SetValueEx(opened, name, 0, registry.REG_SZ, value)


def _drop_value(key: str, name: str) -> None:
    registry = _registry()
    try:
        with registry.OpenKey(
            registry.HKEY_CURRENT_USER, rf"{_CLASSES}\{key}", 0, registry.KEY_SET_VALUE
        ) as opened:
            registry.DeleteValue(opened, name)
    except FileNotFoundError:
        return
