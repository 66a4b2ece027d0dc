"""A report as a Word document: real headings, a list of contents, a text for each picture."""

import io
from functools import cache
from itertools import zip_longest
from typing import Any, Final

from app.models.text_form import in_xml
from app.report.content import Block, Bullets, Entries, Entry, Picture, Pictures, Report, Section
from app.report.content import Table as Rows
from app.report.content import Text as Paragraph
from app.report.word_fields import add_contents, add_footer, mark
from app.report.word_styles import SOFT, WIDTH, dress, turn
from app.report.word_tables import add_table, fits

_HIGHEST: Final = 200
"""Of a picture, in millimetres."""

_COVER: Final = 200.0
"""What a title and a list of contents leave of the cover to a picture and the lines about it."""
_LINE: Final = 6.2
"""The height of such a line."""
_LEAST: Final = 60.0
"""Of a picture on the cover."""

_BELOW_A_TABLE: Final = 8
"""Points of air before a line that follows a table."""

_SHORT: Final = 8
"""Most items of a list that is not divided between pages."""


def word(report: Report, pictures: Pictures) -> bytes:
    """Return the report as a `.docx` file; `pictures` are PNG."""
    from docx import Document
    from docx.shared import Pt

    document = Document()
    dress(document, report)
    # The library looks through all its styles for each line, which took more than all the rest.
    styled: Any = document.part
    styled.get_style_id = cache(styled.get_style_id)
    add_footer(document.sections[0].footer, report.title, report.words.page, WIDTH)
    _cover(document, report, pictures)
    marked, lies = 0, False
    for number, section in enumerate(report.sections):
        turned = lies != (lies := not all(map(fits, _tables(section))))
        if turned:
            width = turn(document, lying=lies)
            add_footer(document.sections[-1].footer, report.title, report.words.page, width)
        heading = document.add_heading(in_xml(section.heading), level=section.level)
        heading.paragraph_format.page_break_before = not turned and (
            number == 0 or section.new_page
        )
        if section.level == 1:
            marked += 1
            mark(heading, marked)
        for block, follows in zip_longest(section.blocks, section.blocks[1:]):
            below_a_table = _ends_with_a_table(document)
            _block(document, section, block, pictures)
            if isinstance(block, Paragraph):
                form = document.paragraphs[-1].paragraph_format
                form.space_before = Pt(_BELOW_A_TABLE) if below_a_table else None
                # What leads to a table stays on its page.
                form.keep_with_next = isinstance(follows, Rows) or None
    if _ends_with_a_table(document):
        document.add_paragraph()  # Word wants to end with one
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def _ends_with_a_table(document: Any) -> bool:
    return bool(document.element.body[-2].tag.endswith("}tbl"))


def _tables(section: Section) -> list[Rows]:
    return [block for block in section.blocks if isinstance(block, Rows)]


def _cover(document: Any, report: Report, pictures: Pictures) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    title = document.add_paragraph(in_xml(report.title), style="Title")
    if report.subtitle:
        document.add_paragraph(in_xml(report.subtitle), style="Subtitle")
    for name, value in report.facts:
        _fact(document, name, value)
    headings = [section.heading for section in report.sections if section.level == 1]
    if report.cover is not None:
        title.paragraph_format.space_before = 0
        high = _COVER - _LINE * (len(report.facts) + len(headings) + bool(report.subtitle))
        picture = _drawn(document, report.cover, pictures[report.cover.key], max(high, _LEAST))
        picture.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if headings:
        add_contents(document, report.words.contents, headings)
    if report.note:
        document.add_paragraph(in_xml(report.note), style="Explanation")


def _block(document: Any, section: Section, block: Block, pictures: Pictures) -> None:
    if isinstance(block, Paragraph):
        style = "Explanation" if block.soft else "Normal"
        document.add_paragraph(in_xml(block.text), style=style)
    elif isinstance(block, Entries):
        for entry in block.entries:
            _entry(document, entry, block.look)
    elif isinstance(block, Bullets):
        for number, item in enumerate(block.items, start=1):
            line = document.add_paragraph(in_xml(item), style="List Bullet")
            line.paragraph_format.keep_with_next = number < len(block.items) <= _SHORT
    elif isinstance(block, Rows):
        add_table(document, block, section.heading)
    else:
        _picture(document, block, pictures[block.key])


def _entry(document: Any, entry: Entry, look: str) -> None:
    """Add what is named and what is said of it, on one page as long as it is short."""
    if look == "beside":
        said = [_fact(document, entry.name, "\n".join(entry.lines), strong=True)]
    else:
        document.add_paragraph(in_xml(entry.name), style="Entry")
        style = "Lead" if look == "large" else "Normal"
        said = [document.add_paragraph(in_xml(line), style=style) for line in entry.lines]
    said += [_fact(document, name, value) for name, value in entry.facts]
    for line in said[:-1]:
        line.paragraph_format.keep_with_next = entry.is_short


def _fact(document: Any, name: str, value: str, *, strong: bool = False) -> Any:
    from docx.shared import RGBColor

    line = document.add_paragraph(style="Fact")
    called = line.add_run(in_xml(name) + "\t")
    called.bold = strong or None
    if not strong:
        called.font.color.rgb = RGBColor.from_string(SOFT)
    line.add_run(in_xml(value))
    return line


def _picture(document: Any, block: Picture, content: bytes) -> None:
    _drawn(document, block, content, _HIGHEST).paragraph_format.keep_with_next = True
    document.add_paragraph(in_xml(block.caption), style="Caption")


def _drawn(document: Any, block: Picture, content: bytes, highest: float) -> Any:
    """Add a picture in a paragraph of its own, at most so many millimetres high."""
    from docx.shared import Mm

    paragraph = document.add_paragraph()
    shape = paragraph.add_run().add_picture(io.BytesIO(content), width=Mm(WIDTH * block.share))
    if shape.height > Mm(highest):
        shape.width = round(shape.width * Mm(highest) / shape.height)
        shape.height = Mm(highest)
    shape._inline.docPr.set("descr", in_xml(block.alt))  # noqa: SLF001 (it has no text for one)
    return paragraph
