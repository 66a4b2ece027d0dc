"""How a report looks in Word: the page, the styles every paragraph has, and its language."""

from datetime import UTC, datetime
from typing import Any, Final

from app.models.text_form import in_xml
from app.report.content import Entries, Report

WIDTH: Final = 166
"""Of what is between the margins, in millimetres."""

_LABELS: Final = (46, 72)
"""The least and the most of the column in which it says what a fact is, in millimetres."""

SOFT: Final = "595959"
"""The colour of an explanation; seven times darker than white paper."""

_LANGUAGES: Final = {"nl": "nl-NL", "en": "en-GB"}
_LETTERS: Final = "Arial"
_POINT: Final = 25.4 / 72
_WIDE, _NARROW = frozenset("mwMWOQG%@&—★"), frozenset("iljtfrI.,:;'’|()/ -")


# Size in points, bold, space above and below in points; those of Word itself first.
_STYLES: Final[dict[str, tuple[float, bool, float, float]]] = {
    "Normal": (10, False, 0, 6),
    "Title": (26, True, 108, 6),
    "Subtitle": (14, False, 0, 18),
    "Heading 1": (16, True, 24, 8),
    "Heading 2": (12, True, 14, 4),
    "TOC Heading": (12, True, 24, 4),
    "toc 1": (10, False, 0, 3),
    "Caption": (9, False, 4, 8),
    "Footer": (8.5, False, 0, 0),
    "List Bullet": (10, False, 0, 4),
    "Entry": (10, True, 8, 2),
    "Lead": (13, False, 0, 6),
    "Fact": (10, False, 0, 2),
    "Explanation": (9, False, 4, 6),
    "Cell": (8, False, 2, 2),
    "Small cell": (7.5, False, 2, 2),
}
_SOFT: Final = ("Subtitle", "Caption", "Footer", "Explanation")


def wide(text: str, style: str) -> float:
    """Return the width of a text in a style, in millimetres, and rather a little too much.

    Of Arial, and so of what stands in for it: those letters are as wide.
    """
    size, bold, _, _ = _STYLES[style]
    ems = sum(
        0.9 if letter in _WIDE else 0.34 if letter in _NARROW else 0.7 if letter.isupper() else 0.57
        for letter in text
    )
    return ems * size * _POINT * (1.08 if bold else 1)


def dress(document: Any, report: Report) -> None:
    """Give an empty document the page, the styles and the language of a report."""
    _say_what_it_is(document, report)
    _make_styles(document)
    _make_facts(document, _labels_of(report))
    _set_language(document, _LANGUAGES[report.language])
    _set_page(document)


def _say_what_it_is(document: Any, report: Report) -> None:
    about = document.core_properties
    about.title, about.author, about.comments = in_xml(report.title)[:255], "", ""
    about.language = _LANGUAGES[report.language]
    about.created = about.modified = datetime.now(UTC).replace(tzinfo=None)
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):  # of somebody else's empty page
            package.rels.pop(key)


def _make_styles(document: Any) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    styles = document.styles
    for name, (size, bold, above, below) in _STYLES.items():
        if name not in styles:
            made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name == "toc 1")
            made.base_style = styles["Normal"]
        style = styles[name]
        style.font.name, style.font.size = _LETTERS, Pt(size)
        style.font.bold, style.font.italic = bold, False
        style.font.color.rgb = RGBColor.from_string(SOFT if name in _SOFT else "000000")
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        form = style.paragraph_format
        form.space_before, form.space_after = Pt(above), Pt(below)
        form.widow_control = True
    styles["Normal"].paragraph_format.line_spacing = 1.15
    for name in ("Heading 1", "Heading 2", "TOC Heading", "Entry"):
        styles[name].paragraph_format.keep_with_next = True
    for name in ("Fact", "Cell", "Small cell"):
        styles[name].paragraph_format.keep_together = True
    styles["Title"].element.pPr.remove(styles["Title"].element.pPr.find(qn("w:pBdr")))
    styles["Footer"].paragraph_format.tab_stops.clear_all()
    end_at_the_margin(styles["toc 1"].paragraph_format, WIDTH, dotted=True)


def end_at_the_margin(form: Any, width: float, *, dotted: bool = False) -> None:
    """Let what stands behind a tab end at the right margin."""
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Mm

    leader = WD_TAB_LEADER.DOTS if dotted else WD_TAB_LEADER.SPACES
    form.tab_stops.add_tab_stop(Mm(width), WD_TAB_ALIGNMENT.RIGHT, leader)


def _labels_of(report: Report) -> float:
    """Return the width for the labels of its facts: the longest and some room, up to a limit."""
    facts, names = list(report.facts), list[str]()
    for section in report.sections:
        for block in section.blocks:
            if isinstance(block, Entries):
                facts += [fact for entry in block.entries for fact in entry.facts]
                names += [entry.name for entry in block.entries if block.look == "beside"]
    longest = max(
        (*(wide(name, "Fact") for name, _ in facts), *(wide(name, "Entry") for name in names)),
        default=0,
    )
    least, most = _LABELS
    return min(max(least, longest + 4), most)


def _make_facts(document: Any, labels: float) -> None:
    from docx.shared import Mm

    fact = document.styles["Fact"].paragraph_format
    fact.left_indent, fact.first_line_indent = Mm(labels), Mm(-labels)
    fact.tab_stops.add_tab_stop(Mm(labels))


def turn(document: Any, *, lying: bool) -> float:
    """Go on on a page that lies or stands, and return its width between the margins in mm."""
    from docx.enum.section import WD_ORIENTATION
    from docx.shared import Mm, Pt

    page = document.add_section()
    last = document.paragraphs[-1].paragraph_format  # empty: it only says where the pages end
    last.line_spacing, last.space_after = Pt(1), Pt(0)
    page.different_first_page_header_footer = False
    sides = sorted((page.page_width, page.page_height))
    page.page_width, page.page_height = reversed(sides) if lying else sides
    page.orientation = WD_ORIENTATION.LANDSCAPE if lying else WD_ORIENTATION.PORTRAIT
    width: float = (page.page_width - page.left_margin - page.right_margin) / Mm(1)
    return width


def _set_language(document: Any, tag: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for spoken in document.styles.element.iter(qn("w:lang")):
        spoken.set(qn("w:val"), tag)
    settings = document.settings.element
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), tag)
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")
    # A word is divided with a hyphen where it must be: Word knows where, in either language.
    hyphens = OxmlElement("w:autoHyphenation")
    settings.find(qn("w:defaultTabStop")).addprevious(hyphens)
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")  # else Word opens it as an old document


def _set_page(document: Any) -> None:
    from docx.shared import Mm

    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(22)
    page.top_margin, page.bottom_margin = Mm(22), Mm(24)
    page.different_first_page_header_footer = True
