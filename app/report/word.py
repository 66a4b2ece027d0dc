"""A report as a Word document: styles for headings, its language, and a text for each picture."""

import io
from typing import Any, Final

from app.report.content import Block, Bullets, Entries, Picture, Pictures, Report, Section, Table
from app.report.content import Text as Paragraph

_LANGUAGES: Final = {"nl": "nl-NL", "en": "en-GB"}
_WIDTH: Final = 166
"""Of what is between the margins, in millimetres."""
_HIGHEST: Final = 200
"""Of a picture, in millimetres."""


def word(report: Report, pictures: Pictures) -> bytes:
    """Return the report as a `.docx` file; `pictures` are PNG."""
    from docx import Document

    document = Document()
    _set_up(document, report)
    _cover(document, report)
    for number, section in enumerate(report.sections):
        _section(document, section, pictures, on_new_page=number == 0 or section.new_page)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def _set_up(document: Any, report: Report) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    about = document.core_properties
    about.title, about.author, about.comments = _plain(report.title)[:255], "", ""
    about.language = _LANGUAGES[report.language]
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(22)
    page.top_margin, page.bottom_margin = Mm(22), Mm(24)
    for name, size in (
        ("Normal", 10.5),
        ("Title", 26),
        ("Subtitle", 14),
        ("Heading 1", 16),
        ("Heading 2", 12),
        ("Caption", 9),
    ):
        style = document.styles[name]
        style.font.size = Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.font.name = "Calibri"
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault"))
    spoken = defaults.find(qn("w:rPr")).find(qn("w:lang"))
    spoken.set(qn("w:val"), _LANGUAGES[report.language])
    foot = page.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    before, _, rest = report.words.page.partition("{page}")
    between, _, after = rest.partition("{pages}")
    foot.add_run(before)
    _field(foot, "PAGE")
    foot.add_run(between)
    _field(foot, "NUMPAGES")
    foot.add_run(after)
    page.different_first_page_header_footer = True


def _field(paragraph: Any, code: str) -> None:
    """Add what the word processor reckons itself: the number of a page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = OxmlElement("w:r")
    shown = OxmlElement("w:t")
    shown.text = "1"
    run.append(shown)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 (the library has no fields)


def _cover(document: Any, report: Report) -> None:
    from docx.shared import Mm

    title = document.add_paragraph(_plain(report.title), style="Title")
    title.paragraph_format.space_before = Mm(38)
    if report.subtitle:
        document.add_paragraph(_plain(report.subtitle), style="Subtitle")
    for name, value in report.facts:
        line = document.add_paragraph()
        line.add_run(f"{name}: ").bold = True
        line.add_run(_plain(value))
    if report.note:
        document.add_paragraph(_plain(report.note), style="Caption")


def _section(document: Any, section: Section, pictures: Pictures, *, on_new_page: bool) -> None:
    heading = document.add_heading(_plain(section.heading), level=section.level)
    heading.paragraph_format.page_break_before = on_new_page
    for block in section.blocks:
        _block(document, block, pictures)


def _block(document: Any, block: Block, pictures: Pictures) -> None:
    if isinstance(block, Paragraph):
        paragraph = document.add_paragraph(_plain(block.text))
        paragraph.runs[0].italic = block.soft
    elif isinstance(block, Entries):
        for entry in block.entries:
            paragraph = document.add_paragraph()
            paragraph.paragraph_format.keep_together = True
            paragraph.add_run(_plain(entry.name)).bold = True
            for line in entry.lines:
                paragraph.add_run().add_break()
                paragraph.add_run(_plain(line))
    elif isinstance(block, Bullets):
        for item in block.items:
            document.add_paragraph(_plain(item), style="List Bullet")
    elif isinstance(block, Table):
        _table(document, block)
    else:
        _picture(document, block, pictures[block.key])


def _table(document: Any, block: Table) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.shared import Mm, Pt

    table = document.add_table(rows=0, cols=len(block.heads), style="Table Grid")
    table.autofit = False
    for number, row in enumerate((block.heads, *block.rows)):
        cells = table.add_row().cells  # asked for once: the library looks through the table
        for column, (cell, text) in enumerate(zip(cells, row, strict=True)):
            cell.width = Mm(round(_WIDTH * block.shares[column] / sum(block.shares)))
            paragraph = cell.paragraphs[0]
            run = paragraph.add_run(_plain(text))
            run.font.size = Pt(9)
            run.bold = number == 0
            paragraph.paragraph_format.space_after = Pt(0)
            if column in block.numeric:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for number, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001 (the library has no such setting)
        properties.append(OxmlElement("w:cantSplit"))
        if number == 0:
            properties.append(OxmlElement("w:tblHeader"))
    document.add_paragraph()


def _picture(document: Any, block: Picture, content: bytes) -> None:
    from docx.shared import Mm

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    shape = paragraph.add_run().add_picture(io.BytesIO(content), width=Mm(_WIDTH * block.share))
    if shape.height > Mm(_HIGHEST):
        shape.width = round(shape.width * Mm(_HIGHEST) / shape.height)
        shape.height = Mm(_HIGHEST)
    shape._inline.docPr.set("descr", _plain(block.alt))  # noqa: SLF001 (nor a text for a picture)
    document.add_paragraph(_plain(block.caption), style="Caption")


def _plain(text: str) -> str:
    """Return a text without the two characters XML cannot hold."""
    return text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
