"""What the person chose for the app as a whole: language, theme, text size, the last map."""

import errno
import os
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from app import private
from app.models.problem import Problem

LANGUAGES: Final = ("system", "nl", "en")
THEMES: Final = ("system", "light", "dark", "contrast")
TEXT_SIZES: Final = (100, 125, 150, 200)
_MOST_LIBRARIES: Final = 20
_SECRET_BYTES: Final = 32
_NATIVE: Final = QSettings.Format.NativeFormat
MOTIONS: Final = ("system", "on", "off")


class Settings(QObject):
    """The choices that stay when the app closes. A value outside its list counts as the first."""

    appearance_changed = Signal()
    """Language, theme or text size: the window has to be built anew."""
    map_view_changed = Signal()
    """Lens, sectors or layers."""

    def __init__(self, file: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._passing_lens = ""
        self._folds: dict[str, bool] | None = None
        self.system_moves = True
        """Whether the system wants things to move; the application finds out after the start."""
        self.trouble: Problem | None = None
        """Why nothing that is chosen now will be there the next time, or None."""
        self._stored: QSettings | _Passing
        try:
            self._stored = _stored_in(file or _usual_file())
        except Problem as problem:
            self._stored, self.trouble = _Passing(), problem
        self._device = self._drive()

    def wear_as(self, other: "Settings") -> None:
        """Take over how the app looks and speaks, as far as nothing was chosen here."""
        for key in ("language", "theme", "text_size", "motion"):
            self._store(key, self._text(key) or other._text(key))  # noqa: SLF001 (one of us)

    def clear(self) -> None:
        """Forget everything, and leave nothing where it was kept."""
        if isinstance(self._stored, QSettings) and self._drive() == self._device:
            self._stored.clear()
            self._stored.sync()
            if self._stored.format() == QSettings.Format.IniFormat:
                Path(self._stored.fileName()).unlink(missing_ok=True)
        self._stored = _Passing()

    @property
    def language(self) -> str:
        """Return `system`, `nl` or `en`."""
        return self._one_of("language", LANGUAGES)

    @language.setter
    def language(self, value: str) -> None:
        self._store("language", value)
        self.appearance_changed.emit()

    @property
    def theme(self) -> str:
        """Return `system`, `light` or `dark`."""
        return self._one_of("theme", THEMES)

    @theme.setter
    def theme(self, value: str) -> None:
        self._store("theme", value)
        self.appearance_changed.emit()

    @property
    def text_size(self) -> int:
        """Return the size of all text, in percent of the normal size."""
        return int(self._one_of("text_size", tuple(map(str, TEXT_SIZES))))

    @text_size.setter
    def text_size(self, value: int) -> None:
        self._store("text_size", value)
        self.appearance_changed.emit()

    @property
    def lens(self) -> str:
        """Return the lens the map was last seen through, by an id that `LENSES` may not know."""
        return self._passing_lens or self._text("lens") or "free"

    @lens.setter
    def lens(self, value: str) -> None:
        self._passing_lens = ""
        self._store("lens", value)
        self.map_view_changed.emit()

    def look_through(self, lens: str) -> None:
        """Look through a lens in passing, until one is chosen; "" goes back. Never stored."""
        if lens != self._passing_lens:
            self._passing_lens = lens
            self.map_view_changed.emit()

    @property
    def sectors(self) -> bool:
        """Tell whether the rings are divided by setting."""
        return self._text("sectors") != "off"

    @sectors.setter
    def sectors(self, value: bool) -> None:
        self._store("sectors", "on" if value else "off")
        self.map_view_changed.emit()

    @property
    def layers(self) -> dict[str, bool]:
        """Return which layers of the map the person chose to see, or not to see."""
        pairs = (entry.partition("=") for entry in self._text("layers").split(" ") if entry)
        return {layer: shown == "on" for layer, _, shown in pairs}

    def show_layer(self, layer: str, *, shown: bool) -> None:
        """Show a layer of the map or leave it out, from now on."""
        layers = {**self.layers, layer: shown}
        text = " ".join(f"{key}={'on' if value else 'off'}" for key, value in layers.items())
        self._store("layers", text)
        self.map_view_changed.emit()

    @property
    def folds(self) -> dict[str, bool]:
        """Return which sides of the window the person chose to fold, or not to fold."""
        if self._folds is None:  # asked at every change of a map
            pairs = (entry.partition("=") for entry in self._text("folds").split(" ") if entry)
            self._folds = {side: folded == "on" for side, _, folded in pairs}
        return self._folds

    def fold(self, side: str, *, folded: bool) -> None:
        """Fold a side of the window from now on, or show it."""
        folds = self._folds = {**self.folds, side: folded}
        self._store("folds", " ".join(f"{k}={'on' if v else 'off'}" for k, v in folds.items()))

    @property
    def motion(self) -> bool:
        """Tell whether people glide to a new place; without it they are there at once."""
        chosen = self.motion_choice
        return self.system_moves if chosen == "system" else chosen == "on"

    @motion.setter
    def motion(self, value: bool) -> None:
        self.motion_choice = "on" if value else "off"

    @property
    def motion_choice(self) -> str:
        """Return `system`, `on` or `off`."""
        return self._one_of("motion", MOTIONS)

    @motion_choice.setter
    def motion_choice(self, value: str) -> None:
        self._store("motion", value)

    @property
    def last_map(self) -> str:
        """Return the id of the map that was open last, or nothing."""
        return self._text("last_map")

    @last_map.setter
    def last_map(self, value: str) -> None:
        self._store("last_map", value)

    @property
    def library(self) -> Path | None:
        """Return the place the person chose for their maps; None for the usual one."""
        chosen = self._text("library")
        return Path(chosen) if chosen else None

    @library.setter
    def library(self, value: Path | None) -> None:
        self._store("library", "" if value is None else str(value))

    @property
    def known_libraries(self) -> tuple[Path, ...]:
        """Return the libraries that were opened before, the latest last."""
        return tuple(Path(line) for line in self._text("known_libraries").split("\n") if line)

    def know_library(self, path: Path) -> None:
        """Remember that there is a library: where it is not found later, that is no new one."""
        known = [other for other in self.known_libraries if other != path]
        self._store("known_libraries", "\n".join(map(str, [*known, path][-_MOST_LIBRARIES:])))

    @property
    def asked(self) -> frozenset[str]:
        """Return the intentions past their day that were asked about already."""
        return frozenset(self._text("asked").split())

    @asked.setter
    def asked(self, value: frozenset[str]) -> None:
        self._store("asked", " ".join(sorted(value)))

    @property
    def geometry(self) -> QByteArray:
        """Return the place and size of the window, as Qt keeps it."""
        stored = self._raw("geometry")
        return stored if isinstance(stored, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store("geometry", value)

    def watched_folder(self, group: str) -> Path | None:
        """Return the folder in which maps of a group are handed in; None for none."""
        kept = self._text(f"watched/{group}")
        return Path(kept) if kept else None

    def watch_folder(self, group: str, folder: Path | None) -> None:
        """Remember in which folder maps of a group are handed in."""
        self._store(f"watched/{group}", "" if folder is None else str(folder))

    @property
    def secret(self) -> bytes:
        """Return the secret of this computer from which codes are made; made at the first use."""
        try:
            kept = bytes.fromhex(self._text("secret"))
        except ValueError:
            kept = b""
        if len(kept) < _SECRET_BYTES:
            kept = os.urandom(_SECRET_BYTES)
            self._store("secret", kept.hex())
        return kept

    def import_choices(self, shape: str) -> str:
        """Return the remembered choices for files of this shape; "" for none."""
        return self._text(f"import/{shape}")

    def remember_import(self, shape: str, choices: str) -> None:
        """Remember what was chosen for files of a shape."""
        self._store(f"import/{shape}", choices)

    def _one_of(self, key: str, allowed: tuple[str, ...]) -> str:
        stored = self._text(key)
        return stored if stored in allowed else allowed[0]

    def _text(self, key: str) -> str:
        # A file comes back as text, numbers and switches alike, or as what somebody made of it.
        stored = self._raw(key)
        return stored if isinstance(stored, str) else str(stored) if type(stored) is int else ""

    def _raw(self, key: str) -> object:
        try:
            return self._stored.value(key)
        except (TypeError, ValueError, RuntimeError):
            return None  # bytes that are nothing Python knows

    def _store(self, key: str, value: object) -> None:
        if self._raw(key) != value:  # to store the same again would wait for the disk
            from app import trail  # after the first paint: it brings logging

            trail.note("setting", key)
            if self._drive() != self._device:  # pulled out: its empty folder is on this computer
                self._stored, self._device = _Passing(self._values()), None
            self._stored.setValue(key, value)
            if isinstance(self._stored, QSettings) and private.guest_folder() is not None:
                self._stored.sync()  # not when the stick may be gone

    def _drive(self) -> int | None:
        """Return the drive that the folder of the settings is on, or None for no folder."""
        if not isinstance(self._stored, QSettings):
            return None
        if self._stored.format() != QSettings.Format.IniFormat:
            return None  # the system keeps them
        folder = Path(self._stored.fileName()).parent
        while not folder.exists() and folder != folder.parent:
            folder = folder.parent  # cleaned away, it comes back
        return folder.stat().st_dev

    def _values(self) -> dict[str, object]:
        return {key: self._raw(key) for key in self._stored.allKeys()}


class _Passing:
    """Holds settings as long as Kring runs, where no file can."""

    def __init__(self, values: dict[str, object] | None = None) -> None:
        self._values = values or {}

    def allKeys(self) -> list[str]:  # noqa: N802 (as of QSettings)
        """Return the keys that were set."""
        return list(self._values)

    def value(self, key: str) -> object:
        """Return the value of a key, or None."""
        return self._values.get(key)

    def setValue(self, key: str, value: object) -> None:  # noqa: N802 (as of QSettings)
        """Set it for now."""
        self._values[key] = value


def _usual_file() -> Path | None:
    """Return the file of the settings, or None where the system has another place for them."""
    guest = private.guest_folder()
    if guest is not None:
        # Qt's own dialogs remember folders and files: with the maps, not on this computer.
        QSettings.setPath(_NATIVE, QSettings.Scope.UserScope, str(guest))
        return guest / "Kring.conf"
    if sys.platform in ("win32", "darwin"):
        return None
    return private.config_folder() / "Kring" / "Kring.conf"


def _stored_in(file: Path | None) -> QSettings:
    """Return the settings in a file that this person alone can read; for None, of the system.

    Qt waits for a pipe, and puts a file in the place of whatever it finds, be it a device. So it
    gets a plain file, or none. Raises `Problem("in_the_way")`.
    """
    if file is None:
        return QSettings("Kring", "Kring")
    try:
        place = private.resolved(file)  # a link stays a link, to the settings it leads to
        for one in (place, place.with_name(f"{place.name}.lock")):
            private.check_plain(one)
        private.make_folder(place.parent)
        if place.parent.name == "Kring":
            private.tighten(place.parent)
        private.open_kept(place).close()  # Qt keeps the mode of what is there
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise Problem("in_the_way", path=file) from error
        place = file  # Qt reads it where it can, and keeps nothing where it cannot
    return QSettings(str(place), QSettings.Format.IniFormat)
