"""What Kring needs of the system, what is missing, and whether the system wants motion."""

import os
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from typing import TextIO

_PACKAGES: Final = {
    # library: Debian and Ubuntu, Fedora
    "libGL.so.1": ("libgl1", "mesa-libGL"),
    "libEGL.so.1": ("libegl1", "mesa-libEGL"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libgthread-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-render.so.0": ("libxcb-render0", "libxcb"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxcb-shm.so.0": ("libxcb-shm0", "libxcb"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
    "libxcb.so.1": ("libxcb1", "libxcb"),
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb"),
}


def what_qt_misses() -> str | None:
    """Return a sentence about the system library that Qt cannot find, or None.

    Loads Qt, and on Linux under X the plugin Qt would load itself a moment later: Qt ends the
    process where that fails, so it has to be asked before. Whatever of Qt is used comes later.
    """
    from app.lazy_imports import with_quick_enums, without_signatures

    with_quick_enums()
    without_signatures()
    try:
        import PySide6.QtSvg
        import PySide6.QtWidgets
    except ImportError as error:
        return sentence_for(str(error))
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return None
    if os.environ.get("WAYLAND_DISPLAY"):
        return None
    if not os.environ.get("DISPLAY"):
        return (
            "Kring needs a screen, and there is none here (DISPLAY is not set). "
            "Start it from a desktop. The commands convert, analyse and picture work without."
        )
    import ctypes
    from pathlib import Path

    plugin = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    try:
        if plugin.exists():
            ctypes.CDLL(str(plugin))
    except OSError as error:
        return sentence_for(str(error))
    return None


def sentence_for(error: str) -> str:
    """Return which package to install, from what the loader said: `libX.so.1: cannot open ...`."""
    library = error.partition(":")[0].strip().rpartition("/")[2]
    if library not in _PACKAGES:
        return f"Kring cannot start: a part of the system is missing. Qt says: {error}"
    debian, fedora = _PACKAGES[library]
    return (
        f"Kring cannot start: the system library {library} is missing. Install it with "
        f"“sudo apt install {debian}” (Debian, Ubuntu) or “sudo dnf install {fedora}” (Fedora)."
    )


def tell_outside(text: str, stream: "TextIO | None") -> None:
    """Tell something before there is a window: on a stream, else in a box of the system's.

    A program for windows has no streams in Windows, and who double-clicked it would see nothing.
    """
    if stream is not None:
        stream.write(text)
    elif sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, text, "Kring", 0)


def lend_the_front() -> str:
    """Let another program come to the front in the place of this one, which was just started.

    Returns what that program has to show for it to the desktop, or nothing.
    """
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)  # to any program, until the next click
    return os.environ.get("XDG_ACTIVATION_TOKEN", "")


def moves() -> bool:
    """Tell whether things may move on the screen: whoever set the system to less motion wants none.

    Asks the system, which may take up to two seconds where something hangs: not for the GUI
    thread. What cannot be found out counts as yes.
    """
    asked = {"win32": _windows_moves, "darwin": _mac_moves}.get(sys.platform, _desktop_moves)
    try:
        return asked()
    except Exception:  # noqa: BLE001 (nothing the system answers may keep Kring from starting)
        return True


_CLIENT_AREA_ANIMATION: Final = 0x1042


def _windows_moves() -> bool:
    import ctypes

    moving = ctypes.c_int(1)
    user = ctypes.windll.user32  # type: ignore[attr-defined]
    user.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(moving), 0)
    return bool(moving.value)


def _mac_moves() -> bool:
    for domain, key in (
        ("com.apple.Accessibility", "ReduceMotionEnabled"),
        ("com.apple.universalaccess", "reduceMotion"),
    ):
        if _answer("/usr/bin/defaults", "read", domain, key) == "1":
            return False
    return True


def _desktop_moves() -> bool:
    """Ask KDE's own file where KDE runs, else the setting GNOME and its relatives share."""
    from pathlib import Path

    if "KDE" in os.environ.get("XDG_CURRENT_DESKTOP", "").upper():
        import re

        folder = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
        written = (Path(folder) / "kdeglobals").read_text(encoding="utf-8")
        factor = re.search(r"^AnimationDurationFactor=(.*)$", written, re.MULTILINE)
        return factor is None or float(factor[1]) > 0
    return (
        _answer("gsettings", "get", "org.gnome.desktop.interface", "enable-animations") != "false"
    )


def _answer(*command: str) -> str:
    """Return the output of a command of the system, on one line."""
    import subprocess

    # The commands are those above, word for word.
    done = subprocess.run(  # noqa: S603
        command, capture_output=True, text=True, timeout=1, check=False
    )
    return done.stdout.strip()
