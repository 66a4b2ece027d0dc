"""What Qt leaves out of an SVG: how wide each text is, which fonts will do, and the language."""

import html
import re
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF

from app.models.text_form import in_xml

_TEXT: Final = re.compile(
    r'<text (?P<before>[^>]*?) x="(?P<x>[^"]*)" y="(?P<y>[^"]*)" font-family="(?P<family>[^"]*)" '
    r'font-size="(?P<size>[^"]*)" font-weight="(?P<weight>\d+)"(?P<after>[^>]*)>'
    r"(?P<text>[^<]*)</text>"
)


def finished(svg: str, letters: QFont, dpi: int, tongue: str) -> str:
    """Return an SVG of Qt, painted at `dpi` in the font `letters`, for readers of any kind.

    Every text says how wide it is: whatever font stands in for ours, it stays in its place.
    """
    families = f"{html.escape(QFontInfo(letters).family())}, sans-serif"

    @lru_cache
    def metrics(size: str, weight: str) -> QFontMetricsF:
        font = QFont(letters)
        font.setPointSizeF(float(size) * 72 / dpi)
        font.setWeight(QFont.Weight(int(weight)))
        return QFontMetricsF(font)

    def said(found: re.Match[str]) -> str:
        text = html.unescape(found["text"])
        if not text.strip():
            return ""
        size, weight = found["size"], found["weight"]
        width = metrics(size, weight).horizontalAdvance(text)
        place = f'x="{found["x"]}" y="{found["y"]}"'
        if "." in size:  # Qt's own reader knows whole sizes only
            place = f'transform="translate({found["x"]} {found["y"]}) scale(0.1)"'
            size, width = f"{10 * float(size):.0f}", 10 * width
        return (
            f'<text {found["before"]} {place} font-family="{families}" font-size="{size}" '
            f'font-weight="{weight}" textLength="{width:.2f}" '
            f'lengthAdjust="spacingAndGlyphs"{found["after"]}>{found["text"]}</text>'
        )

    spoken = svg.replace("<svg ", f'<svg lang="{tongue}" xml:lang="{tongue}" ', 1)
    return _TEXT.sub(said, in_xml(spoken))
