"""The tables of a report in Word: columns in which the longest word fits."""

import re
from collections.abc import Sequence
from math import ceil
from typing import Any, Final

from app.models.text_form import in_xml
from app.report.content import Table
from app.report.word_styles import WIDTH, wide

_TOGETHER: Final = 16
"""Most lines below the heads of a table that is not divided: a longer one would leave a page half
empty."""

_FIRST: Final = 3
"""The rows of a longer table that stay with its heads, and with what stands above it."""

_LAST: Final = 3
"""The rows of a longer table that stay with what comes below it."""

_SIDES: Final = 3.0
"""Left and right of what is in a cell, in millimetres."""

_TWIPS: Final = 1440 / 25.4
"""In a millimetre."""

_CELLS: Final = ("Cell", "Small cell")
"""The styles of what is in a table, the second for where the first has no room."""


def fits(block: Table) -> bool:
    """Tell whether every column can be wide enough for its longest word on an upright page."""
    return any(sum(_needs(block, style)) <= WIDTH for style in _CELLS)


def _needs(block: Table, style: str) -> list[float]:
    """Return for each column how wide its longest word is in a style, in millimetres."""
    columns = zip(block.heads, *block.rows, strict=True)
    words = [re.split(r"[\s-]+", " ".join(column)) for column in columns]
    return [_SIDES + max(wide(word, style) for word in each) for each in words]


def _widths(block: Table, room: float, style: str) -> list[float]:
    """Return the widths of the columns by their shares, none too narrow for its longest word.

    Word cuts a word that is wider than its column without a hyphen. What a narrow column is
    short of comes from those that have room to spare; where there is too little, all give way.
    """
    widths = [room * share / sum(block.shares) for share in block.shares]
    needs = _needs(block, style)
    if sum(needs) >= room:
        return [room * need / sum(needs) for need in needs]
    short = sum(max(need - width, 0) for need, width in zip(needs, widths, strict=True))
    spare = sum(max(width - need, 0) for need, width in zip(needs, widths, strict=True))
    part = short / spare if spare else 0
    return [
        need if width < need else width - (width - need) * part
        for need, width in zip(needs, widths, strict=True)
    ]


def _lines(row: Sequence[str], columns: Sequence[float], style: str) -> int:
    """Return about how many lines high a row is."""
    cells = zip(row, columns, strict=True)
    return max(ceil(wide(text, style) / (column - _SIDES)) or 1 for text, column in cells)


def add_table(document: Any, block: Table, heading: str) -> None:
    """Add a table; `heading` says what it is of, for who has it read aloud."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm

    page = document.sections[-1]
    room = (page.page_width - page.left_margin - page.right_margin) / Mm(1)
    style = next((name for name in _CELLS if sum(_needs(block, name)) <= room), _CELLS[-1])
    columns = _widths(block, room, style)
    widths = [Mm(width) for width in columns]
    is_short = sum(_lines(row, columns, style) for row in block.rows) <= _TOGETHER
    table = document.add_table(rows=0, cols=len(block.heads))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for number, row in enumerate((block.heads, *block.rows)):
        cells = table.add_row().cells  # asked for once: the library looks through the table
        for column, (cell, text) in enumerate(zip(cells, row, strict=True)):
            cell.width = widths[column]
            paragraph = cell.paragraphs[0]
            paragraph.style = style
            paragraph.add_run(in_xml(text)).bold = number == 0
            # The last rows go along with what comes next, which is a note, or the sources.
            if is_short or number < _FIRST or number > len(block.rows) - _LAST:
                paragraph.paragraph_format.keep_with_next = True
            if column in block.numeric:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _rule(table)
    _describe(table, heading)


def _rule(table: Any) -> None:
    """Give a table lines between its rows, a heading row on every page, and rows in one piece."""
    from docx.oxml import OxmlElement, parse_xml
    from docx.oxml.ns import nsdecls, qn

    def line(side: str, eighths: int, colour: str) -> str:
        return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="{colour}"/>'

    lines = line("bottom", 4, "999999") + line("insideH", 4, "999999")
    layout = table._tbl.tblPr.find(qn("w:tblLayout"))  # noqa: SLF001 (it has none)
    borders = parse_xml(f"<w:tblBorders {nsdecls('w')}>{lines}</w:tblBorders>")
    layout.addprevious(borders)
    side = round(_SIDES / 2 * _TWIPS)
    sides = "".join(f'<w:{name} w:w="{side}" w:type="dxa"/>' for name in ("left", "right"))
    layout.addnext(parse_xml(f"<w:tblCellMar {nsdecls('w')}>{sides}</w:tblCellMar>"))
    for number, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001 (nor this)
        properties.append(OxmlElement("w:cantSplit"))
        if number == 0:
            properties.append(OxmlElement("w:tblHeader"))
            for cell in row.cells:
                below = line("bottom", 6, "000000")
                border = parse_xml(f"<w:tcBorders {nsdecls('w')}>{below}</w:tcBorders>")
                cell._tc.get_or_add_tcPr().append(border)  # noqa: SLF001


def _describe(table: Any, heading: str) -> None:
    """Say what a table is of, for who has it read aloud."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), in_xml(heading))
    table._tbl.tblPr.append(caption)  # noqa: SLF001
