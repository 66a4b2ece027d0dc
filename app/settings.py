"""What the person chose for the app as a whole: language, theme, text size, the last map."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

LANGUAGES: Final = ("system", "nl", "en")
THEMES: Final = ("system", "light", "dark")
TEXT_SIZES: Final = (100, 125, 150, 200)
LENSES: Final = ("free", "importance", "contact", "gap")
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
        self.system_moves = True
        """Whether the system wants things to move; the application finds out after the start."""
        if file is None:
            self._stored = QSettings("Kring", "Kring")
        else:
            self._stored = QSettings(str(file), QSettings.Format.IniFormat)

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
        """Return the lens the map was last seen through."""
        return self._passing_lens or self._one_of("lens", LENSES)

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
    def asked(self) -> frozenset[str]:
        """Return what was asked already of intentions whose day has gone by."""
        return frozenset(self._text("asked").split())

    @asked.setter
    def asked(self, value: frozenset[str]) -> None:
        self._store("asked", " ".join(sorted(value)))

    @property
    def geometry(self) -> QByteArray:
        """Return the place and size of the window, as Qt keeps it."""
        stored = self._stored.value("geometry")
        return stored if isinstance(stored, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store("geometry", value)

    def _one_of(self, key: str, allowed: tuple[str, ...]) -> str:
        stored = self._text(key)
        return stored if stored in allowed else allowed[0]

    def _text(self, key: str) -> str:
        # Without `type`, a new process gets back text for numbers and switches alike.
        return str(self._stored.value(key, "", type=str))

    def _store(self, key: str, value: object) -> None:
        if self._stored.value(key) != value:  # to store the same again would wait for the disk
            self._stored.setValue(key, value)
