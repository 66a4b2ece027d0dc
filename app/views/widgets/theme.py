"""The look of the app: sizes of text and space; its colours stand in `resources/themes/*.toml`.

What wears which colour stands in `style.qss` beside them, and with what is painted by hand.
"""

import math
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDir
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from app import RESOURCES

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon  # makes the names of all icons of the system: 3 ms

GRID: Final = 8
RADIUS: Final = 8
SPACES: Final = (4, 8, 12, 16, 20, 24, 32, 48)
"""Between things and around them, in pixels: no others."""
CORNERS: Final = {"cell": 6, "button": RADIUS, "tray_corner": 10, "card": 12}
"""How round the corners are of what stands in a tray or list, of a control, a tray and a card."""
FAMILY: Final = "Inter"
_FILES: Final = ("Inter-Regular", "Inter-Medium", "Inter-SemiBold")
_TEXT: Final = 13
"""Of the text of the app, in pixels at 100 %; the other sizes are in proportion to it."""
_ROLES: Final = {
    "label": (12, QFont.Weight.Normal),
    "text": (_TEXT, QFont.Weight.Normal),
    "button": (_TEXT, QFont.Weight.Medium),
    "strong": (_TEXT, QFont.Weight.DemiBold),
    "reading": (15, QFont.Weight.Normal),
    "title": (15, QFont.Weight.DemiBold),
    "from_afar": (18, QFont.Weight.Normal),
    "heading": (19, QFont.Weight.DemiBold),
    "sentence": (23, QFont.Weight.DemiBold),
    "question": (28, QFont.Weight.DemiBold),
}
_TIGHT: Final = 19
"""From this size letters stand a little closer."""
_SIDE: Final = 232
FINGER: Final = 40
"""How wide and high what a finger presses is at least, in pixels."""
_CONTRAST: Final = "contrast-"
_ALWAYS: Final = "QLabel, QToolTip { qproperty-textFormat: PlainText; }"
"""What holds in every window, also in one that nobody dressed: see docs/decisions/0008-qt.md."""


class _Fonts(dict[str, QFont]):
    """The fonts of some letters by role, made once: layouts ask for them by the thousand."""

    def __init__(self, letters: QFont | None = None) -> None:
        super().__init__()
        self._letters = letters
        """Of a picture that is being drawn; else the app's own."""

    def __missing__(self, role: str) -> QFont:
        pixels, weight = _ROLES[role]
        chosen = self[role] = QFont(self._letters or QApplication.font())
        chosen.setPointSizeF(chosen.pointSizeF() * pixels / _TEXT)
        chosen.setWeight(weight)
        if pixels >= _TIGHT:
            chosen.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 99)
        return chosen

    @cached_property
    def described(self) -> str:
        return f"{self['text'].toString()} {_Worn.text_scale}"


class _Worn:
    """What the app wears now; every paint event asks for it, many times."""

    theme: "Theme | None" = None
    text_scale = 1.0
    least = 0
    """Pixels that what can be pressed has at least, each way."""
    fonts = _Fonts()
    base_size: float | None = None
    """Of the letters before they grow, in points."""
    system = ""
    """The theme of the system, once it is known."""
    wants_contrast = False
    """Whether the system asks for high contrast."""


class Theme:
    """The colour tokens of one theme, plain (`colour`) or mixed (`mix`)."""

    def __init__(self, name: str, tokens: dict[str, str], *, is_grey: bool = False) -> None:
        self.name = name
        self.is_grey = is_grey
        self.tokens = tokens
        self._colours = {token: QColor(value) for token, value in tokens.items()}
        self._mixed: dict[tuple[str, str, float], QColor] = {}

    def colour(self, token: str) -> QColor:
        """Return the colour of a token."""
        return self._colours[token]

    def setting(self, setting: str | None) -> QColor:
        """Return the colour of a setting, or of having none."""
        return self._colours[setting or "no_setting"]

    def written_on(self, fill: QColor) -> QColor:
        """Return the colour of letters that stands out most on a colour in between."""
        return max(
            (self._colours["ink"], self._colours["on_fill"]),
            key=lambda letters: _contrast(letters, fill),
        )

    def as_strong_as(self, like: str, token: str) -> QColor:
        """Return a colour in paper, mixed so that it stands out from it as another one does.

        Colours of which one is no louder than the next; one that is fainter stays as it is.
        """
        paper = self._colours["paper"]
        wanted = _contrast(self._colours[like], paper)
        shares = (share / 50 for share in range(20, 50))
        mixed = (self.mix(token, "paper", share) for share in shares)
        found = (colour for colour in mixed if _contrast(colour, paper) >= wanted)
        return next(found, self._colours[token])

    def mix(self, token: str, into: str, share: float) -> QColor:
        """Return `share` of one token in another, opaque: half-transparent paint is slow."""
        known = self._mixed.get((token, into, share))
        if known is None:
            known = self._mixed[token, into, share] = self._mix(token, into, share)
        return known

    def _mix(self, token: str, into: str, share: float) -> QColor:
        front, back = self._colours[token], self._colours[into]

        def channel(one: int, other: int) -> int:
            return round(one * share + other * (1 - share))

        return QColor(
            channel(front.red(), back.red()),
            channel(front.green(), back.green()),
            channel(front.blue(), back.blue()),
        )


def _contrast(one: QColor, other: QColor) -> float:
    """Return how much a colour stands out from another (WCAG)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    """Return the relative luminance of a colour (WCAG)."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=6)
def read_theme(name: str) -> Theme:
    """Return a theme: `light` or `dark`, either with `contrast-` before it, `print` or `grey`.

    Print is light on paper that is quite white, grey is that in colours that differ in how dark
    they are. Grey, and one of high contrast, say what is another than in the theme it is made of,
    and have the name of that.
    """
    if name == "grey":
        return Theme("light", {**read_theme("print").tokens, **_written(name)}, is_grey=True)
    if name == "print":
        light = read_theme("light").tokens
        white = light["panel"]
        return Theme("light", {**light, "paper": white, "band_edge": white})
    if name.startswith(_CONTRAST):
        base = name.removeprefix(_CONTRAST)
        return Theme(base, {**read_theme(base).tokens, **_written(name)})
    return Theme(name, _written(name))


def _written(name: str) -> dict[str, str]:
    written = (RESOURCES / "themes" / f"{name}.toml").read_text(encoding="utf-8")
    # A whole TOML reader would cost 10 ms before the first paint.
    return dict(re.findall(r'^(\w+) = "(#\w{6})"', written, re.MULTILINE))


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def current() -> Theme:
    """Return the theme the app wears now."""
    return _Worn.theme or read_theme("light")


def text_scale() -> float:
    """Return the scale of all text and of what grows with it."""
    return _Worn.text_scale


def is_large() -> bool:
    """Tell whether text is so large that what stands beside each other has little room."""
    return _Worn.text_scale >= 1.4


def least() -> int:
    """Return the least pixels of what can be pressed; 0 where a mouse presses it."""
    return _Worn.least


def scaled(pixels: float) -> int:
    """Return a length that grows with the text, in pixels."""
    return round(pixels * _Worn.text_scale)


def bar_height() -> int:
    """Return the height of the bar at the top, in pixels."""
    return scaled(52)


def side_width(window_width: int) -> int:
    """Return the width of the left side in a window of a width, in pixels."""
    return max(min(scaled(_SIDE), round(window_width * 0.26)), _SIDE)


def font(role: str = "text") -> QFont:
    """Return the font of a role: `text`, `button` and `strong`, `label` below them, five above.

    `reading` and `title` (semibold), `heading` of a panel, `sentence` of a screen and `question`.
    """
    return QFont(_Worn.fonts[role])


def letters() -> str:
    """Return what letters are worn, for who keeps what was measured in them."""
    return _Worn.fonts.described


def wear(name: str, text_size: int, *, least: int = 0, letters_later: bool = False) -> None:
    """Say how the app looks: `name` is one of the themes of the settings, `text_size` in percent.

    What can be pressed has at `least` so many pixels: `FINGER` where fingers will press it. What
    is built from then on is dressed by itself (`dress`); what stands there already is built anew.
    With `letters_later` nothing is written before `bring_letters`.
    """
    app = _app()
    _Worn.system = _Worn.system or _system_theme()
    base = name if name in ("light", "dark") else _Worn.system
    is_high = name == "contrast" or (name == "system" and _Worn.wants_contrast)
    theme = _Worn.theme = read_theme(f"{_CONTRAST}{base}" if is_high else base)
    _Worn.text_scale, _Worn.least, _Worn.fonts = text_size / 100, least, _Fonts()
    if not letters_later:
        bring_letters()
    app.setFont(_letters(text_size))
    app.setPalette(_palette(theme))
    if app.styleSheet() != _ALWAYS:  # Qt would dress every widget there is all the same
        app.setStyleSheet(_ALWAYS)


@cache
def bring_letters() -> None:
    """Let Qt have the letters of the app, which makes it look up those of the system: 25 ms."""
    for name in _FILES:
        QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / f"{name}.otf"))


def _letters(text_size: int) -> QFont:
    """Return the letters of the app, which it brings along; as large as those of the system."""
    if _Worn.base_size is None:
        pixel = 72 / QApplication.primaryScreen().logicalDotsPerInch()
        _Worn.base_size = max(_app().font().pointSizeF(), _TEXT * pixel)
    chosen = _app().font()
    chosen.setFamily(FAMILY)
    chosen.setPointSizeF(_Worn.base_size * text_size / 100)
    return chosen


def dress(widget: QWidget) -> None:
    """Dress a widget, and what will be in it, as the app is now.

    A style sheet of the whole app would be applied anew to every widget there is, also to those
    that are about to go: 260 ms for the screens of one window, and as much again with insight.
    """
    widget.setStyleSheet(_style_sheet(current()))


@contextmanager
def on_paper(name: str, text_size: int) -> Iterator[None]:
    """Draw a picture in another theme and text size than the window has; nothing else changes.

    The letters are not fitted to the pixels of a screen, so that a text is as wide on paper, and
    at any scale, as it was measured. Lasts for one drawing: the window must not paint meanwhile.
    """
    before = _Worn.theme, _Worn.text_scale, _Worn.fonts
    bring_letters()
    letters = _letters(text_size)
    letters.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    _Worn.theme, _Worn.text_scale, _Worn.fonts = read_theme(name), text_size / 100, _Fonts(letters)
    try:
        yield
    finally:
        _Worn.theme, _Worn.text_scale, _Worn.fonts = before


def system_is(*, dark: bool) -> None:
    """Remember that the system has turned dark or light while the app runs."""
    _Worn.system = "dark" if dark else "light"


def system_wants_contrast(*, wanted: bool) -> bool:
    """Remember whether the system asks for high contrast; tell whether that is news."""
    is_news, _Worn.wants_contrast = wanted != _Worn.wants_contrast, wanted
    return is_news


def _system_theme() -> str:
    """Return `light` or `dark`, from the palette the system gives before ours is set.

    Asking Qt for its colour scheme would make all of its `Qt` namespace: 30 ms at the start.
    """
    window = QApplication.palette().color(QPalette.ColorRole.Window)
    return "dark" if window.lightness() < 128 else "light"


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for roles, token in (
        ((role.Window,), "paper"),
        ((role.Base, role.Button, role.ToolTipBase, role.AlternateBase), "panel"),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), "ink"),
        ((role.PlaceholderText,), "soft_ink"),
        ((role.Highlight, role.Accent), "focus"),
        ((role.HighlightedText,), "panel"),
        ((role.Mid, role.Dark, role.Shadow), "hairline"),
        ((role.Light, role.Midlight), "faint"),
        ((role.Link,), "focus"),
    ):
        for one in roles:
            palette.setColor(one, theme.colour(token))
    disabled = QPalette.ColorGroup.Disabled
    for one in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(disabled, one, theme.mix("soft_ink", "panel", 0.7))
    return palette


def _style_sheet(theme: Theme) -> str:
    values = dict(theme.tokens)
    values["off"] = theme.mix("soft_ink", "panel", 0.6).name()
    values["accent_hover"] = theme.mix("accent", "panel", 0.85).name()
    values.update({f"s{step}": f"{step}px" for step in SPACES})
    values.update({name: f"{corner}px" for name, corner in CORNERS.items()})
    line, rim = scaled(18), scaled(5)
    values["line"], values["rim"] = f"{line}px", f"{rim}px"
    values["dot"], values["hole"] = f"{line - 2 * rim}px", f"{line - 2}px"
    values["round"] = f"{line // 2}px"
    in_chip = max(scaled(18), least() - 2 * SPACES[0] - 2)
    values["in_chip"], values["chip"] = f"{in_chip}px", f"{(in_chip + 10) // 2}px"
    values["pad"] = f"{max(scaled(6), math.ceil((least() - scaled(18)) / 2))}px"
    values["tick"] = f"{max(24, least())}px"
    # Large letters need the room.
    values["side"] = "8px" if is_large() else "14px"
    # Not by their paths: a space in one of those, and Qt would take nothing of the sheet.
    QDir.setSearchPaths("icons", [str(RESOURCES / "icons")])
    for name in ("check", "up", "down"):
        values[name] = f"icons:{name}-{theme.name}.svg"
    values["arrow"] = f"{scaled(16)}px"
    sheet = (RESOURCES / "themes" / "style.qss").read_text(encoding="utf-8")
    return re.sub(r"<<(\w+)>>", lambda token: values[token[1]], sheet)


def icon(name: str, token: str = "ink") -> "QIcon":
    """Return an icon of the app's own family, drawn in a theme colour."""
    return _icon(name, current().tokens[token])


@cache
def _icon(name: str, colour: str) -> "QIcon":
    from PySide6.QtCore import QByteArray, Qt
    from PySide6.QtGui import QIcon, QPainter, QPixmap
    from PySide6.QtSvg import QSvgRenderer  # only once there is something to show an icon on

    svg = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))
    drawn = QIcon()
    for size in (20, 40):
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        drawn.addPixmap(pixmap)
    return drawn
