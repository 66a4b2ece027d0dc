"""How words are broken into lines, so that a narrow panel and large text hide nothing."""

import math
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.views.widgets import theme

_TIP_WIDTH: Final = 420
_TIP_LINES: Final = 24
HYPHEN: Final = "\u2010"
"""Where a word was broken; the hyphen on a keyboard is another one."""
_MAY_BREAK: Final = "\u200b"
_LONG: Final = 25
"""Letters from which a word may be wider than its line, as a pasted address is."""
_LONG_WORD: Final = re.compile(rf"\S{{{_LONG},}}")
_AFTER_WORD: Final = re.compile(r"\W+$")
_VOWELS: Final = "aeiouyáàâäéèêëíìîïóòôöúùûü"
_ONE_SOUND: Final = ("ch", "ph", "th", "sh", "ij", "qu")


class OneLine(QLabel):
    """A text on one line, however long: what has no room is in the tooltip."""

    def setText(self, text: str) -> None:
        """Say something else."""
        super().setText(text)
        self.setToolTip(tip(text))

    def minimumSizeHint(self) -> QSize:
        """Return the least size: any width will do."""
        return QSize(1, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much of the text as there is room for."""
        metrics, room = self.fontMetrics(), self.contentsRect()
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter = QPainter(self)
        where = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        self.style().drawItemText(
            painter, room, int(where), self.palette(), self.isEnabled(), text, self.foregroundRole()
        )


class FewLines(OneLine):
    """A text on two lines, or more where it is narrow: as many always, whatever it says."""

    _TWO_FROM: Final = 265
    """Pixels in which every kind with its setting has room on two lines."""

    _last, _colour = "", "ink"

    def setText(self, text: str) -> None:
        """Say something else, with nothing below it."""
        self._last = ""
        self.setAccessibleDescription("")
        super().setText(text)

    def end_with(self, text: str, colour: str) -> None:
        """Say something below it as well, within those lines, in a colour token; "" is nothing."""
        if (text, colour) == (self._last, self._colour):
            return
        self._last, self._colour = text, colour
        self.setToolTip(tip("\n".join(filter(None, (self.text(), text)))))
        self.setAccessibleDescription(text)
        self.update()

    def lines(self) -> list[str]:
        """Return the lines as they are drawn, each cut where there is no room."""
        room, ends = self.contentsRect().width(), self._ends()
        most = self._most() - len(ends)
        lines = wrapped(self.text(), room, self.font())
        if len(lines) > most:  # what it begins with is told whole
            lines = wrapped(self.text().partition(" · ")[0], room, self.font())
        last = rejoined(lines[most - 1 :])
        cut = self.fontMetrics().elidedText(last, Qt.TextElideMode.ElideRight, room)
        return [*lines[: most - 1], *([cut] if cut else []), *ends]

    def _ends(self) -> tuple[str, ...]:
        if not self._last:
            return ()
        return wrapped(self._last, self.contentsRect().width(), self.font())[: self._most() - 1]

    def _most(self) -> int:
        two = 2 * theme.scaled(self._TWO_FROM)
        return max(2, math.ceil(two / max(self.contentsRect().width(), 1))) + theme.is_large()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height of its lines."""
        super().resizeEvent(event)
        self.setFixedHeight(self._most() * self.fontMetrics().lineSpacing())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines from the top."""
        painter = QPainter(self)
        where = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        room, enabled, ink = self.contentsRect(), self.isEnabled(), self.foregroundRole()
        lines, ends = self.lines(), self._ends()
        said = lines[: len(lines) - len(ends)]
        self.style().drawItemText(
            painter, room, where, self.palette(), enabled, "\n".join(said), ink
        )
        if ends:
            coloured = self.palette()
            coloured.setColor(ink, theme.current().colour(self._colour))
            room.setTop(room.top() + len(said) * self.fontMetrics().lineSpacing())
            self.style().drawItemText(painter, room, where, coloured, enabled, "\n".join(ends), ink)


class AllLines(QLabel):
    """A text on as many lines as it takes, whatever somebody typed or pasted into it."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self._heights: dict[tuple[int, int], int] = {}
        """What was measured, by the width and the least height: layouts ask the same again."""
        self.setWordWrap(True)
        self.setText(text)

    def text(self) -> str:
        """Return what it says, as it was given."""
        return self._whole

    def setText(self, text: str) -> None:
        """Say something else."""
        self._whole = text
        self._fold()

    def minimumSizeHint(self) -> QSize:
        """Return the least size: no single word makes what it stands in wider than that is."""
        least = super().minimumSizeHint()
        widest = _LONG * self.fontMetrics().averageCharWidth()
        return QSize(min(least.width(), widest), least.height())

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines in a width."""
        asked = width, self.minimumHeight()
        if asked not in self._heights:
            self._heights[asked] = super().heightForWidth(width)
        return self._heights[asked]

    def changeEvent(self, event: QEvent) -> None:
        """Forget what was measured: the letters or the room around them may be others."""
        self._heights.clear()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break what is wider than the lines are now."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        shown = foldable(self._whole, self.contentsRect().width(), self.fontMetrics())
        if shown != super().text():
            self._heights.clear()
            super().setText(shown)
            self.setAccessibleName(self._whole if shown != self._whole else "")


def wrapped(text: str, width: int, font: QFont) -> tuple[str, ...]:
    """Break `text` into lines of at most `width` pixels: at spaces, slashes and hyphens first."""
    return _wrapped(text, width, font.toString())


def width_of(text: str, role: str) -> int:
    """Return the width of a text on one line in the letters of a role of the theme."""
    return _width(text, role, theme.letters())


@lru_cache(maxsize=4096)
def _width(text: str, role: str, _letters: str) -> int:
    """As `width_of`, in the letters that are worn; layouts ask again and again."""
    return QFontMetrics(theme.font(role)).horizontalAdvance(text)


def rejoined(lines: Iterable[str]) -> str:
    """Return lines as the one they were broken from."""
    return " ".join(lines).replace(f"{HYPHEN} ", "")


def tip(text: str) -> str:
    """Return a long text as a tooltip shows it: in lines of a comfortable width, and not too many.

    Tooltips are plain text, which Qt does not break into lines by itself.
    """
    width, font = theme.scaled(_TIP_WIDTH), theme.font()
    lines = [line for part in text.split("\n") for line in wrapped(part, width, font)]
    shown = lines[:_TIP_LINES]
    return "\n".join([*shown, "…"] if len(lines) > len(shown) else shown)


def fits(text: str, width: int, lines: int, font: QFont) -> bool:
    """Tell whether `text` needs at most so many lines, with no word broken within."""
    return _fits(text, width, lines, font.toString())


@lru_cache(maxsize=4096)
def _wrapped(text: str, width: int, described: str) -> tuple[str, ...]:
    """As `wrapped`; layouts ask for the same many times, and measuring is slow."""
    metrics = _metrics(described)
    lines = [""]
    for piece in _pieces(text):
        if metrics.horizontalAdvance((lines[-1] + piece).rstrip()) <= width:
            lines[-1] += piece
            continue
        if lines[-1]:
            lines.append("")
        while metrics.horizontalAdvance(piece.rstrip()) > width and len(piece) > 1:
            lines[-1], piece = _divided(piece, width, metrics)
            lines.append("")
        lines[-1] += piece
    return tuple(line.strip() for line in lines)


def _divided(word: str, width: int, metrics: QFontMetrics) -> tuple[str, str]:
    """Break a word that is wider than its line: between two syllables, or else where it ends."""
    room = metrics.horizontalAdvance
    most = next((n for n in range(len(word) - 1, 1, -1) if room(word[:n]) <= width), 1)
    for at in range(min(most, len(word) - 3), 2, -1):
        if _begins_a_syllable(word, at) and room(word[:at] + HYPHEN) <= width:
            return word[:at] + HYPHEN, word[at:]
    return word[:most], word[most:]


def _begins_a_syllable(word: str, at: int) -> bool:
    """Tell whether the last consonant before a vowel stands here: near enough in both languages."""
    low = _AFTER_WORD.sub("", word.lower())
    if at + 1 >= len(low):
        return False
    here, pair = low[at], low[at - 1 : at + 1]
    if not low[at - 1 : at + 3].isalpha() or here in _VOWELS or pair in _ONE_SOUND:
        return False
    return low[at + 1] in _VOWELS and any(letter in _VOWELS for letter in low[:at])


def _metrics(described: str) -> QFontMetrics:
    font = QFont()
    font.fromString(described)
    return QFontMetrics(font)


def _pieces(text: str) -> list[str]:
    pieces = [""]
    for character in text:
        pieces[-1] += character
        if character in " /-":
            pieces.append("")
    return [piece for piece in pieces if piece]


@lru_cache(maxsize=4096)
def _fits(text: str, width: int, lines: int, described: str) -> bool:
    metrics = _metrics(described)
    widest = max(metrics.horizontalAdvance(piece.rstrip()) for piece in _pieces(text) or [""])
    return widest <= width and len(_wrapped(text, width, described)) <= lines


def foldable(text: str, width: int, metrics: QFontMetrics) -> str:
    """Let the words of a text that are wider than a line be broken anywhere; nobody sees how."""

    def broken(word: re.Match[str]) -> str:
        fits_a_line = metrics.horizontalAdvance(word[0]) <= width
        return word[0] if fits_a_line else _MAY_BREAK.join(word[0])

    return _LONG_WORD.sub(broken, text)
