"""A report as a Word document: real headings, a list of contents, a text for each picture."""

import io
from typing import Any, Final

from app.report.content import Block, Bullets, Entries, Entry, Picture, Pictures, Report, Section
from app.report.content import Table as Rows
from app.report.content import Text as Paragraph
from app.report.word_fields import add_contents, add_footer, mark
from app.report.word_styles import SOFT, WIDTH, dress, plain

_HIGHEST: Final = 200
"""Of a picture, in millimetres."""

_TOGETHER: Final = 25
"""Most rows of a table that is not divided between pages."""


def word(report: Report, pictures: Pictures) -> bytes:
    """Return the report as a `.docx` file; `pictures` are PNG."""
    from docx import Document

    document = Document()
    dress(document, report)
    add_footer(document.sections[0].footer, report.title, report.words.page)
    _cover(document, report)
    marked = 0
    for number, section in enumerate(report.sections):
        heading = document.add_heading(plain(section.heading), level=section.level)
        heading.paragraph_format.page_break_before = number == 0 or section.new_page
        if section.level == 1:
            marked += 1
            mark(heading, marked)
        for block in section.blocks:
            _block(document, section, block, pictures)
    if document.tables and document.element.body[-2] is document.tables[-1]._tbl:  # noqa: SLF001
        document.add_paragraph()  # Word wants to end with one
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def _cover(document: Any, report: Report) -> None:
    document.add_paragraph(plain(report.title), style="Title")
    if report.subtitle:
        document.add_paragraph(plain(report.subtitle), style="Subtitle")
    for name, value in report.facts:
        _fact(document, name, value)
    headings = [section.heading for section in report.sections if section.level == 1]
    if headings:
        add_contents(document, report.words.contents, headings)
    if report.note:
        document.add_paragraph(plain(report.note), style="Explanation")


def _block(document: Any, section: Section, block: Block, pictures: Pictures) -> None:
    if isinstance(block, Paragraph):
        style = "Explanation" if block.soft else "Normal"
        document.add_paragraph(plain(block.text), style=style)
    elif isinstance(block, Entries):
        for entry in block.entries:
            _entry(document, entry)
    elif isinstance(block, Bullets):
        for item in block.items:
            document.add_paragraph(plain(item), style="List Bullet")
    elif isinstance(block, Rows):
        _table(document, block, section.heading)
    else:
        _picture(document, block, pictures[block.key])


def _entry(document: Any, entry: Entry) -> None:
    """Add what is named and what is said of it, on one page as long as it is short."""
    document.add_paragraph(plain(entry.name), style="Entry")
    said = [document.add_paragraph(plain(line)) for line in entry.lines]
    said += [_fact(document, name, value) for name, value in entry.facts]
    for line in said[:-1]:
        line.paragraph_format.keep_with_next = entry.is_short


def _fact(document: Any, name: str, value: str) -> Any:
    from docx.shared import RGBColor

    line = document.add_paragraph(style="Fact")
    line.add_run(plain(name) + "\t").font.color.rgb = RGBColor.from_string(SOFT)
    line.add_run(plain(value))
    return line


def _table(document: Any, block: Rows, heading: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm

    widths = [Mm(WIDTH * share / sum(block.shares)) for share in block.shares]
    table = document.add_table(rows=0, cols=len(block.heads))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for number, row in enumerate((block.heads, *block.rows)):
        cells = table.add_row().cells  # asked for once: the library looks through the table
        for column, (cell, text) in enumerate(zip(cells, row, strict=True)):
            cell.width = widths[column]
            paragraph = cell.paragraphs[0]
            paragraph.style = "Cell"
            paragraph.add_run(plain(text)).bold = number == 0
            if number < len(block.rows) <= _TOGETHER:
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
    borders = parse_xml(f"<w:tblBorders {nsdecls('w')}>{lines}</w:tblBorders>")
    table._tbl.tblPr.find(qn("w:tblLayout")).addprevious(borders)  # noqa: SLF001 (it has none)
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
    caption.set(qn("w:val"), plain(heading))
    table._tbl.tblPr.append(caption)  # noqa: SLF001


def _picture(document: Any, block: Picture, content: bytes) -> None:
    from docx.shared import Mm

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    shape = paragraph.add_run().add_picture(io.BytesIO(content), width=Mm(WIDTH * block.share))
    if shape.height > Mm(_HIGHEST):
        shape.width = round(shape.width * Mm(_HIGHEST) / shape.height)
        shape.height = Mm(_HIGHEST)
    shape._inline.docPr.set("descr", plain(block.alt))  # noqa: SLF001 (nor a text for a picture)
    document.add_paragraph(plain(block.caption), style="Caption")
