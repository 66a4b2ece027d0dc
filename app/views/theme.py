"""The look of the app: colours from theme tokens, sizes, the palette and style sheet of widgets."""

import re
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QColor, QFont, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from app import RESOURCES

GRID: Final = 8
RADIUS: Final = 8


class Theme:
    """The colour tokens of one theme. `colour("ink")`, or mixed: `mix("in_school", "paper", .1)`."""

    def __init__(self, name: str, tokens: dict[str, str]) -> None:
        self.name = name
        self.tokens = tokens
        self._colours = {token: QColor(value) for token, value in tokens.items()}

    def colour(self, token: str) -> QColor:
        """Return the colour of a token."""
        return self._colours[token]

    def setting(self, setting: str | None) -> QColor:
        """Return the colour of a setting, or of having none."""
        return self._colours[setting or "no_setting"]

    def mix(self, token: str, into: str, share: float) -> QColor:
        """Return `share` of one token in another, opaque: half-transparent paint is slow."""
        front, back = self._colours[token], self._colours[into]

        def channel(one: int, other: int) -> int:
            return round(one * share + other * (1 - share))

        return QColor(
            channel(front.red(), back.red()),
            channel(front.green(), back.green()),
            channel(front.blue(), back.blue()),
        )


@lru_cache(maxsize=2)
def read_theme(name: str) -> Theme:
    """Return the theme `light` or `dark`."""
    written = (RESOURCES / "themes" / f"{name}.toml").read_text(encoding="utf-8")
    # A whole TOML reader would cost 10 ms before the first paint.
    return Theme(name, dict(re.findall(r'^(\w+) = "(#\w{6})"', written, re.MULTILINE)))


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def current() -> Theme:
    """Return the theme the app wears now."""
    name = _app().property("kring_theme")
    return read_theme(name if isinstance(name, str) else "light")


def text_scale() -> float:
    """Return how much larger than normal all text is, and what grows with it."""
    stored = _app().property("kring_text_scale")
    return stored if isinstance(stored, float) else 1.0


def scaled(pixels: float) -> int:
    """Return a length that grows with the text, in pixels."""
    return round(pixels * text_scale())


def bar_height() -> int:
    """Return the height of the bar at the top, in pixels."""
    return scaled(52)


def side_width(window_width: int) -> int:
    """Return the width of the left side in a window of a width, in pixels."""
    return scaled(208 if window_width < 1200 else 232)


def font(role: str = "text") -> QFont:
    """Return the font for `text`, `label` (smaller) or `heading` (larger, semibold)."""
    chosen = QFont(QApplication.font())
    size = chosen.pointSizeF()
    if role == "label":
        chosen.setPointSizeF(size * 0.9)
    elif role == "heading":
        chosen.setPointSizeF(size * 1.3)
        chosen.setWeight(QFont.Weight.DemiBold)
    elif role == "strong":
        chosen.setWeight(QFont.Weight.DemiBold)
    return chosen


def wear(name: str, text_size: int) -> None:
    """Dress the app: `name` is `system`, `light` or `dark`, `text_size` a percentage."""
    app = _app()
    if not isinstance(app.property("kring_system_theme"), str):
        app.setProperty("kring_system_theme", _system_theme())
    if name == "system":
        name = app.property("kring_system_theme")
    base = app.property("kring_base_size")
    if not isinstance(base, float):
        base = max(app.font().pointSizeF(), 9.0)
        app.setProperty("kring_base_size", base)
    app.setProperty("kring_theme", name)
    app.setProperty("kring_text_scale", text_size / 100)
    chosen = app.font()
    chosen.setPointSizeF(base * text_size / 100)
    app.setFont(chosen)
    theme = read_theme(name)
    app.setPalette(_palette(theme))
    app.setStyleSheet(_style_sheet(theme))


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
    values["chosen"] = theme.mix("ink", "panel", 0.1).name()
    values["pad"] = f"{scaled(6)}px"
    values["radius"] = f"{RADIUS}px"
    values["check"] = (RESOURCES / "icons" / f"check-{theme.name}.svg").as_posix()
    values["down"] = (RESOURCES / "icons" / f"down-{theme.name}.svg").as_posix()
    values["arrow"] = f"{scaled(16)}px"
    return (
        _SHEET.replace("{", "{{")
        .replace("}", "}}")
        .replace("<<", "{")
        .replace(">>", "}")
        .format(**values)
    )


_SHEET: Final = """
* { outline: none; }
QToolTip { background: <<panel>>; color: <<ink>>; border: 1px solid <<hairline>>; padding: 4px; }
QFrame[role="bar"] { background: <<panel>>; border: none; border-bottom: 1px solid <<hairline>>; }
QFrame[role="status"] { background: <<panel>>; border: none; border-top: 1px solid <<hairline>>; }
QFrame[role="side"], QScrollArea[role="side"], QWidget[role="side"] { background: <<panel>>; border: none; }
QFrame[role="left"] { background: <<panel>>; border: none; border-right: 1px solid <<hairline>>; }
QFrame[role="right"] { background: <<panel>>; border: none; border-left: 1px solid <<hairline>>; }
QFrame[role="card"] { background: <<panel>>; border: 1px solid <<hairline>>; border-radius: <<radius>>; }
QFrame[role="less_often"], QFrame[role="less_named"] { background: <<panel>>; border: 1px solid <<hairline>>;
    border-left: 4px solid <<less_often>>; border-radius: 4px; }
QFrame[role="less_named"] { border-left-color: <<less_named>>; }
QFrame[role="notice"] { background: <<accent>>; border: none; border-radius: <<radius>>; }
QFrame[role="notice"] QLabel { color: <<on_accent>>; }
QFrame[role="field"] { background: <<panel>>; border: 2px solid <<focus>>; border-radius: 6px; }
QLabel[role="soft"] { color: <<soft_ink>>; }
QLineEdit, QPlainTextEdit, QComboBox, QDateEdit {
    background: <<panel>>; color: <<ink>>; border: 1px solid <<ring>>; border-radius: 6px;
    padding: <<pad>>; selection-background-color: <<focus>>; selection-color: <<panel>>;
}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus { border: 2px solid <<focus>>; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: <<soft_ink>>; border-color: <<hairline>>; }
QLineEdit, QPlainTextEdit { placeholder-text-color: <<soft_ink>>; }
QLineEdit:read-only, QPlainTextEdit:read-only { border-color: <<hairline>>; }
QComboBox[answered="false"] { color: <<soft_ink>>; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: url(<<down>>); width: <<arrow>>; height: <<arrow>>; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { background: transparent; border: none; padding: 0; }
QLineEdit[role="title"] { background: transparent; border: 2px solid transparent; padding: 2px 4px; }
QLineEdit[role="title"]:hover { background: <<faint>>; }
QLineEdit[role="title"]:focus { border: 2px solid <<focus>>; }
QToolButton[role="clear"] { background: transparent; border: none; padding: 0; }
QToolButton[role="clear"]:hover { background: <<faint>>; }
QComboBox QAbstractItemView { background: <<panel>>; color: <<ink>>; border: 1px solid <<hairline>>;
    selection-background-color: <<faint>>; selection-color: <<ink>>; }
QComboBox QAbstractItemView::item { padding: 4px 8px; }
QComboBox QAbstractItemView::item:selected { background: <<faint>>; color: <<ink>>; }
QPushButton, QToolButton {
    background: <<panel>>; color: <<ink>>; border: 1px solid <<hairline>>; border-radius: 6px;
    padding: <<pad>>;
}
QPushButton:hover, QToolButton:hover { background: <<faint>>; }
QPushButton:pressed, QToolButton:pressed { background: <<chosen>>; }
QPushButton:focus, QToolButton:focus, QCheckBox:focus { border: 2px solid <<focus>>; }
QPushButton:disabled, QToolButton:disabled { color: <<ring>>; }
QPushButton:checked, QToolButton:checked { background: <<accent>>; color: <<on_accent>>; border-color: <<accent>>; }
QPushButton:checked:focus, QToolButton:checked:focus { border: 2px solid <<focus>>; }
QPushButton[role="primary"] { background: <<accent>>; color: <<on_accent>>; border-color: <<accent>>; }
QPushButton[role="flat"], QToolButton[role="flat"] { background: transparent; border: 2px solid transparent; }
QPushButton[role="flat"]:hover, QToolButton[role="flat"]:hover { background: <<faint>>; }
QPushButton[role="flat"]:focus, QToolButton[role="flat"]:focus { border: 2px solid <<focus>>; }
QPushButton[role="link"] { background: transparent; border: 2px solid transparent; color: <<focus>>; text-align: left; padding: 2px; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border: 2px solid <<focus>>; }
QPushButton[role="heading"] { background: transparent; border: 2px solid transparent; text-align: left; padding: 4px 0; }
QPushButton[role="heading"]:checked { background: transparent; color: <<ink>>; }
QPushButton[role="heading"]:focus { border: 2px solid <<focus>>; }
QPushButton[role="tab"] { background: transparent; border: 2px solid transparent; padding: <<pad>> 14px; color: <<soft_ink>>; }
QPushButton[role="tab"]:hover { background: <<faint>>; }
QPushButton[role="tab"]:checked { background: <<accent>>; color: <<on_accent>>; }
QPushButton[role="tab"]:focus { border: 2px solid <<focus>>; }
QPushButton[role="on_notice"] { background: transparent; color: <<on_accent>>; border: 1px solid <<on_accent>>; }
QPushButton[role="chip"] { border-radius: 12px; padding: 3px 10px; }
QMenu { background: <<panel>>; color: <<ink>>; border: 1px solid <<hairline>>; padding: 6px; }
QMenu::item { padding: 6px 28px 6px 24px; border-radius: 4px; }
QMenu::item:selected { background: <<faint>>; color: <<ink>>; }
QMenu::item:disabled { color: <<ring>>; }
QMenu::separator { height: 1px; background: <<hairline>>; margin: 6px 4px; }
QTableView { background: <<panel>>; color: <<ink>>; border: none; gridline-color: <<hairline>>;
    selection-background-color: <<chosen>>; selection-color: <<ink>>; alternate-background-color: <<paper>>; }
QTableView[role="table"]::item { border: 2px solid transparent; padding: 0 4px; }
QTableView[role="table"]::item:selected { background: <<chosen>>; color: <<ink>>; }
QTableView[role="table"]::item:focus { border: 2px solid <<focus>>; }
QCalendarWidget QWidget { background: <<panel>>; color: <<ink>>; }
QCalendarWidget QAbstractItemView { selection-background-color: <<accent>>; selection-color: <<on_accent>>; }
QCalendarWidget QToolButton { border: none; padding: 4px 8px; }
QHeaderView::section { background: <<panel>>; color: <<soft_ink>>; border: none;
    border-bottom: 1px solid <<hairline>>; padding: 6px 8px; }
QTableCornerButton::section, QAbstractScrollArea::corner { background: <<panel>>; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: <<hairline>>; border-radius: 4px; min-height: 32px; margin: 2px; }
QScrollBar::handle:vertical:hover { background: <<ring>>; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal { background: <<hairline>>; border-radius: 4px; min-width: 32px; margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QCheckBox { spacing: 8px; border: 2px solid transparent; }
QCheckBox::indicator { width: 18px; height: 18px; border: 1px solid <<ring>>; border-radius: 4px; background: <<panel>>; }
QCheckBox::indicator:checked { background: <<accent>>; border-color: <<accent>>; image: url(<<check>>); }
QGraphicsView { border: none; background: <<paper>>; }
QGraphicsView:focus { border: none; }
"""


def icon(name: str, token: str = "ink") -> QIcon:
    """Return an icon of the app's own family, drawn in a theme colour."""
    from PySide6.QtCore import QByteArray, Qt
    from PySide6.QtGui import QPainter, QPixmap
    from PySide6.QtSvg import QSvgRenderer  # only once there is something to show an icon on

    svg = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(
        QByteArray(svg.replace("currentColor", current().tokens[token]).encode())
    )
    drawn = QIcon()
    for size in (20, 40):
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        drawn.addPixmap(pixmap)
    return drawn
