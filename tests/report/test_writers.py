"""A report as data becomes PDF and Word: what is in it, and for whom."""

import io
import zipfile
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.styles import CT_Styles
from docx.section import Section as PageSection
from pypdf import PdfReader
from pypdf.generic import BooleanObject, Destination, DictionaryObject

from app.report.content import (
    Block,
    Bullets,
    Entries,
    Entry,
    Picture,
    Report,
    Section,
    Table,
    Text,
    Words,
)
from app.report.pdf import pages, pdf
from app.report.word import word
from tests.report.reading import pdf_text, word_text
from tests.report.word_order import faults
from tests.sure import as_a, sure

SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 100" width="90" height="100">
<circle cx="45" cy="50" r="40" fill="#888"/></svg>"""
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c63680000008200817c5a5e8b0000000049454e44ae426082"
)
REPORT = Report(
    language="nl",
    title="De kring van Noor",
    subtitle="begin",
    facts=(("Mijn rol", "leraar"),),
    note="Met zorg.",
    sections=(
        Section("Eerst", (Text("Een alinea."), Text("Uitleg.", soft=True))),
        Section("Kaart", (Picture("kaart", "Een rondje", "Onderschrift"),), level=2),
        Section("Dan", (Entries((Entry("Iets", ("regel een", "regel\ntwee")),)),), new_page=True),
        Section("Wie", (Entries((Entry("Sam", facts=(("Doel", "lezen"), ("Met", "ouders"))),)),)),
        Section("Lijst", (Bullets(("punt a", "punt b")),)),
        Section("Tabel", (Table(("Naam", "Hoe"), (("Sam", "3"), ("Bo", "–")), (2, 1)),)),
    ),
    words=Words(contents="Inhoud", page="{page} van {pages}"),
)


@cache
def plain_pdf() -> bytes:
    return pdf(REPORT, {"kaart": SVG})


@cache
def plain_word() -> bytes:
    return word(REPORT, {"kaart": PNG})


SAID = (
    "Doel",
    "lezen",
    "Een alinea.",
    "Uitleg.",
    "Onderschrift",
    "Iets",
    "regel een",
    "punt b",
    "Sam",
    "leraar",
)


def test_the_pdf_says_everything_in_text_that_can_be_selected() -> None:
    text = pdf_text(plain_pdf())
    for said in SAID:
        assert said in text
    assert "2 van 3" in text
    assert "1 van 3" not in text  # the cover has no number


def part_of(whole: DictionaryObject, name: str) -> DictionaryObject:
    return as_a(DictionaryObject, whole[name])


def test_the_pdf_is_made_for_who_has_it_read_aloud() -> None:
    reader = PdfReader(io.BytesIO(plain_pdf()))
    catalogue = part_of(reader.trailer, "/Root")
    assert str(catalogue["/Lang"]) == "nl"
    assert as_a(BooleanObject, part_of(catalogue, "/MarkInfo")["/Marked"]).value is True
    assert "/StructTreeRoot" in catalogue
    assert sure(reader.metadata).title == "De kring van Noor"
    assert b"pdfuaid" in sure(reader.xmp_metadata).stream.get_data()


def test_the_text_and_the_names_in_a_picture_are_in_the_letters_of_the_app() -> None:
    named = SVG.replace(b"</svg>", b'<text font-family="Inter" y="9">Sam</text></svg>')
    found = set()
    for page in PdfReader(io.BytesIO(pdf(REPORT, {"kaart": named}))).pages:
        fonts = part_of(part_of(page, "/Resources"), "/Font")
        found |= {str(part_of(fonts, name)["/BaseFont"]) for name in fonts}
    assert found
    assert {name.split("+")[-1].split("-")[0] for name in found} == {"Inter"}, found


def test_headings_are_bookmarks_and_pages_are_a4() -> None:
    reader = PdfReader(io.BytesIO(plain_pdf()))
    first, within, *others = reader.outline
    assert as_a(Destination, first).title == "Eerst"
    assert [mark.title for mark in as_a(list, within)] == ["Kaart"]
    assert [as_a(Destination, mark).title for mark in others] == ["Dan", "Wie", "Lijst", "Tabel"]
    assert {tuple(round(side) for side in page.mediabox[2:]) for page in reader.pages} == {
        (595, 842)
    }


def test_what_people_write_is_never_read_as_markup() -> None:
    hostile = '#panic("x") *sterk* $1$ @bron <label> `code` = kop // niets \\ "'
    report = replace(REPORT, title=hostile, sections=(Section(hostile, (Text(hostile),)),))
    assert pdf_text(pdf(report, {})).count(hostile) >= 3


@pytest.mark.parametrize(
    "name", ["\U000f0000", "a\ufffeb", "日本 \U0001f9d1‍\U0001f3eb שם", "\u200b"]
)
def test_no_name_stops_a_report(name: str) -> None:
    report = replace(REPORT, title=name, sections=(Section(name, (Text(name),)),))
    assert pdf(report, {}).startswith(b"%PDF")
    assert Document(io.BytesIO(word(report, {}))).core_properties.title


def test_a_long_table_says_its_heads_on_every_page() -> None:
    rows = tuple((f"Partner {n}", "wekelijks") for n in range(120))
    section = Section("Tabel", (Table(("Wie precies", "Hoe"), rows, (1, 1)),))
    made = pdf(replace(REPORT, sections=(section,)), {})
    reader = PdfReader(io.BytesIO(made))
    assert len(reader.pages) > 3
    assert all("Wie precies" in page.extract_text() for page in reader.pages[1:])
    assert "Partner 119" in pdf_text(made)


def test_what_leads_to_a_table_stays_on_its_page() -> None:
    rows = tuple((f"Partner {n}", "wekelijks") for n in range(14))
    leads = (Text("Alleen voor wie het wil weten", soft=True), Table(("Wie", "Hoe"), rows, (1, 1)))
    filled = Section("Hoe", tuple(Text(f"Zin {n}.") for n in range(34)))
    made = pdf(replace(REPORT, sections=(filled, Section("Details", leads, level=2))), {})
    last = PdfReader(io.BytesIO(made)).pages[-1].extract_text()
    for said in ("Details", "Alleen voor wie", "Partner 0", "Partner 13"):
        assert said in last


def test_pages_to_look_at_are_those_of_the_pdf() -> None:
    made = pages(REPORT, {"kaart": SVG})
    assert len(made) == len(PdfReader(io.BytesIO(plain_pdf())).pages)
    assert all(page.startswith(b"\x89PNG") for page in made)


def test_word_says_everything_under_real_headings() -> None:
    made = plain_word()
    text = word_text(made)
    for said in SAID:
        assert said in text
    document = Document(io.BytesIO(made))
    headings = [
        sure(p.style).name for p in document.paragraphs if sure(p.style).name.startswith("Heading")
    ]
    assert headings == ["Heading 1", "Heading 2", *["Heading 1"] * 4]
    page = document.sections[0]
    assert (round(sure(page.page_width).mm), round(sure(page.page_height).mm)) == (210, 297)


def part(made: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        return packed.read(name)


def parts(made: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        return packed.namelist()


def test_word_knows_its_language_title_and_what_is_in_a_picture() -> None:
    made = plain_word()
    document = Document(io.BytesIO(made))
    about = document.core_properties
    assert (about.title, about.author, about.comments) == ("De kring van Noor", "", "")
    assert about.created.year > 2025
    assert {lang.get(qn("w:val")) for lang in document.styles.element.iter(qn("w:lang"))} == {
        "nl-NL"
    }
    assert document.settings.element.find(qn("w:themeFontLang")).get(qn("w:val")) == "nl-NL"
    (shape,) = document.inline_shapes
    assert shape._inline.docPr.get("descr") == "Een rondje"
    assert [sure(p.style).name for p in document.paragraphs if p.text == "Onderschrift"] == [
        "Caption"
    ]
    assert not any("thumbnail" in name for name in parts(made))


def test_word_opens_it_as_a_document_of_today() -> None:
    settings = Document(io.BytesIO(plain_word())).settings.element
    modes = {s.get(qn("w:name")): s.get(qn("w:val")) for s in settings.iter(qn("w:compatSetting"))}
    assert modes["compatibilityMode"] == "15"
    assert settings.find(qn("w:updateFields")) is None, "it would open with a question"


def test_the_list_of_contents_leads_to_each_heading_and_has_a_place_for_its_page() -> None:
    document = Document(io.BytesIO(plain_word()))
    body = document.element.body
    lines = [p for p in document.paragraphs if sure(p.style).name == "toc 1"]
    links = [sure(line._p.find(qn("w:hyperlink"))) for line in lines]
    texts = ["".join(t.text or "" for t in link.iter(qn("w:t"))) for link in links]
    assert texts == ["Eerst", "Dan", "Wie", "Lijst", "Tabel"]
    marks = {
        mark.get(qn("w:name")): "".join(t.text for t in mark.getparent().iter(qn("w:t")))
        for mark in body.iter(qn("w:bookmarkStart"))
    }
    assert [marks[link.get(qn("w:anchor"))] for link in links] == texts
    assert len(list(body.iter(qn("w:bookmarkEnd")))) == len(marks)
    for link in links:  # no number of ours, which would be a guess: a field, behind a tab
        assert link.find(f".//{qn('w:tab')}") is not None
        code = sure(link.find(f".//{qn('w:instrText')}")).text
        assert sure(code).split() == ["PAGEREF", link.get(qn("w:anchor")), "\\h"]
        kinds = [field.get(qn("w:fldCharType")) for field in link.iter(qn("w:fldChar"))]
        assert kinds == ["begin", "separate", "end"]
    assert not any(field.get(qn("w:dirty")) for field in body.iter(qn("w:fldChar")))


def between_margins(page: PageSection) -> int:
    return sure(page.page_width) - sure(page.left_margin) - sure(page.right_margin)


def widths_of(table: Table) -> tuple[bool, list[float]]:
    """Return whether the page of a table lies, and the widths of its columns in mm."""
    section = Section("T", (table,))
    document = Document(io.BytesIO(word(replace(REPORT, sections=(section,)), {})))
    page = document.sections[-1]
    columns = [column.width.mm for column in document.tables[0].columns]
    between = between_margins(page) / 36000
    assert sum(columns) == pytest.approx(between, abs=0.5)
    return sure(page.page_width) > sure(page.page_height), columns


def test_no_word_of_a_table_is_wider_than_its_column() -> None:
    row = ("Ab", "onderwijsassistent", "een heel verhaal van een heel aantal woorden")
    lies, columns = widths_of(Table(("Naam", "Tevredenheid", "Hoe"), (row,), (4, 0.5, 4)))
    assert not lies
    assert columns[1] > 18 * 1.3 + 3  # as wide as the letters of Arial at 8 points
    words = ("ondersteuningscoördinator", "leerplichtambtenaar", "samenwerkingsverband")
    lies, columns = widths_of(Table(tuple("ABCDEF"), ((*words, *words),), (1,) * 6))
    assert lies
    assert all(w > 1.3 * len(x) + 2 for w, x in zip(columns, (*words, *words), strict=True))


def test_a_table_that_is_a_little_too_wide_gets_smaller_letters_rather_than_a_page_that_lies() -> (
    None
):
    words = ("samenwerkingsverband", "jeugdbescherming", "ondersteuning") * 2
    section = Section("T", (Table(tuple("ABCDEF"), (words,), (1,) * 6),))
    document = Document(io.BytesIO(word(replace(REPORT, sections=(section,)), {})))
    assert len(document.sections) == 1
    (table,) = document.tables
    assert {cell.paragraphs[0].style.name for cell in table._cells} == {"Small cell"}


def test_a_picture_on_the_cover_takes_no_page_more() -> None:
    cover = Picture("voor", "De kaart van Noor", "")
    covered, pictures = replace(REPORT, cover=cover), {"kaart": SVG, "voor": SVG}
    assert covered.pictures == ("voor", "kaart")
    before, after = (PdfReader(io.BytesIO(pdf(report, pictures))) for report in (REPORT, covered))
    assert len(after.pages) == len(before.pages)
    assert "Inhoud" in after.pages[0].extract_text()
    document = Document(io.BytesIO(word(covered, {"kaart": PNG, "voor": PNG})))
    first, _ = document.inline_shapes
    assert first._inline.docPr.get("descr") == "De kaart van Noor"
    assert first.height.mm < 200


def test_after_a_page_that_lies_all_stands_again_with_a_foot_as_wide() -> None:
    wide = Table(tuple("ABCDEF"), (("leerplichtambtenaren",) * 6,), (1,) * 6)
    report = replace(REPORT, sections=(Section("T", (wide,)), Section("Na", (Text("tekst"),))))
    made = word(report, {})
    cover, lying, last = Document(io.BytesIO(made)).sections
    for page in (cover, last):
        assert sure(page.page_width) < sure(page.page_height)
    assert sure(lying.page_width) > sure(lying.page_height)
    for page in (cover, lying, last):
        stop = page.footer.paragraphs[0].paragraph_format.tab_stops[0].position
        assert stop == pytest.approx(between_margins(page), abs=1000)
        assert page.footer.paragraphs[0].text.startswith(REPORT.title)
    assert cover.different_first_page_header_footer
    assert not lying.different_first_page_header_footer
    assert not faults(part(made, "word/document.xml"))


def test_what_a_fact_is_called_never_touches_what_it_is() -> None:
    def column(label: str) -> float:
        entry = Entry("Sam", facts=((label, "ja"),))
        made = word(replace(REPORT, sections=(Section("Wie", (Entries((entry,)),)),)), {})
        fact = Document(io.BytesIO(made)).styles["Fact"].paragraph_format
        assert fact.tab_stops[0].position == fact.left_indent == -fact.first_line_indent
        return float(fact.left_indent.mm)

    assert round(column("Doel")) == 46
    for label in ("Deskundigheid van de ander", "Taak en rol afgesproken"):
        assert column(label) > 1.55 * len(label) + 3
    assert round(column("x" * 80)) == 72


def test_a_table_says_its_heads_on_every_page_and_what_it_is_of() -> None:
    document = Document(io.BytesIO(plain_word()))
    (table,) = document.tables
    heads, *rows = table.rows
    assert heads._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:tblHeader")) is None for row in rows)
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    caption = sure(table._tbl.tblPr.find(qn("w:tblCaption")))
    assert caption.get(qn("w:val")) == "Tabel"
    wide, narrow = (column.width for column in table.columns)
    assert wide == pytest.approx(2 * narrow, rel=0.01)
    assert [cell.width for cell in rows[0].cells] == [wide, narrow]


@pytest.mark.parametrize(("count", "kept"), [(16, True), (17, False)])
def test_a_short_table_stays_on_one_page(count: int, kept: bool) -> None:
    rows = tuple((f"Partner {n}", "–") for n in range(count))
    section = Section("T", (Table(("Wie", "Hoe"), rows, (1, 1)),))
    document = Document(io.BytesIO(word(replace(REPORT, sections=(section,)), {})))
    heads, first, second, *most, three, two, one = [
        row.cells[0].paragraphs[0].paragraph_format.keep_with_next or False
        for row in document.tables[0].rows
    ]
    assert (heads, first, second) == (True, True, True)
    # The last rows never stand without what comes below them, nor that without them.
    assert (set(most), three, two, one) == ({kept}, True, True, True)


def test_a_short_table_of_the_pdf_is_not_divided() -> None:
    def pages_of(count: int) -> list[str]:
        above = tuple(Text("Een regel.") for _ in range(36))
        rows = tuple((f"Partner {n}", "–") for n in range(count))
        blocks: tuple[Block, ...] = (*above, Table(("Wie", "Hoe"), rows, (1, 1)))
        made = pdf(replace(REPORT, sections=(Section("T", blocks),)), {})
        return [page.extract_text() for page in PdfReader(io.BytesIO(made)).pages]

    _, first, second = pages_of(14)
    assert "Partner 0" not in first
    assert "Partner 13" in second
    assert "Partner 0" in pages_of(60)[1]


@pytest.mark.parametrize("count", range(1, 5))
def test_what_is_said_below_a_picture_stays_on_its_page(count: int) -> None:
    """It was alone on the next; the picture is a little smaller rather."""
    drawn = (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="166" height="205">'
        b'<rect width="166" height="205"/></svg>'
    )
    said = tuple(
        Text("Niet ingevuld, dus hier zonder plaats. " * 3, soft=True) for _ in range(count)
    )
    section = Section("Kaart", (Picture("kaart", "Een vlak", "Onderschrift"), *said))
    made = pdf(replace(REPORT, sections=(section,), bare=True), {"kaart": drawn})
    [page] = PdfReader(io.BytesIO(made)).pages
    assert page.extract_text().count("zonder plaats") == 3 * count


def test_pages_that_come_before_count_in_the_numbers() -> None:
    section = Section("T", (Text("x"),))
    part = replace(REPORT, sections=(section,), bare=True, after=2)
    [page] = PdfReader(io.BytesIO(pdf(part, {}))).pages
    numbers = part.words.page.replace("{page}", "3").replace("{pages}", "3")
    assert numbers in page.extract_text()


@pytest.mark.parametrize("lines", [0, 13, 25])
def test_no_table_goes_on_for_a_few_rows_alone(lines: int) -> None:
    before = Entries(tuple(Entry(f"naam {n}", ("x",)) for n in range(lines)), "beside")
    sections = []
    for count in range(18, 50, 5):
        rows = tuple((f"rij {count}-{n}.", "iets") for n in range(count))
        blocks = (before, Table(("Wie", "Wat"), rows, (1, 2)))
        sections.append(Section("Tabel", blocks, new_page=True))
    made = pdf(replace(REPORT, sections=tuple(sections), bare=True), {})
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(made)).pages]
    for count in range(18, 50, 5):
        shown = [page.count(f"rij {count}-") for page in pages]
        assert sum(shown) == count
        assert min(filter(None, shown)) >= 4


def test_a_word_in_a_table_is_divided_only_where_it_has_no_room() -> None:
    rows: tuple[tuple[str, ...], ...]
    rows = (("heel belangrijk", "onderwijsassistentenopleidingsinstituut"),)
    section = Section("T", (Table(("A", "B"), rows, (1, 1)), Text("x")))
    wide = PdfReader(io.BytesIO(pdf(replace(REPORT, sections=(section,)), {})))
    assert "onderwijsassistentenopleidingsinstituut" in wide.pages[1].extract_text()
    shares = (1, 1, 6)
    rows = (("heel belangrijk", "onderwijsassistentenopleiding", "x"),)
    section = Section("T", (Table(("A", "B", "C"), rows, shares),))
    narrow = PdfReader(io.BytesIO(pdf(replace(REPORT, sections=(section,)), {})))
    text = narrow.pages[1].extract_text()
    assert "belangrijk" in text
    assert "onderwijsassistentenopleiding" in text, "the wide column gives it room"
    rows = (("heel belangrijk", "onderwijsassistentenopleiding" * 4, "x"),)
    section = Section("T", (Table(("A", "B", "C"), rows, shares),))
    narrow = PdfReader(io.BytesIO(pdf(replace(REPORT, sections=(section,)), {})))
    assert rows[0][1] not in narrow.pages[1].extract_text()


def test_no_line_stands_alone_and_no_name_without_what_is_said_of_it() -> None:
    document = Document(io.BytesIO(plain_word()))
    styles = document.styles
    for name in ("Normal", "Heading 1", "Entry", "Fact", "Explanation", "Caption"):
        assert styles[name].paragraph_format.widow_control, name
    for name in ("Heading 1", "Heading 2", "Entry"):
        assert styles[name].paragraph_format.keep_with_next, name
    at = next(n for n, p in enumerate(document.paragraphs) if p.text == "Onderschrift")
    assert document.paragraphs[at - 1].paragraph_format.keep_with_next
    first, last = [p for p in document.paragraphs if sure(p.style).name == "Fact"][-2:]
    assert first.paragraph_format.keep_with_next
    assert not last.paragraph_format.keep_with_next


def test_in_word_too_what_leads_to_a_table_stays_on_its_page() -> None:
    table = Table(("What",), (("One",),), (1.0,))
    blocks = (Text("Said by itself."), Text("Explained.", soft=True), table, Text("After."))
    report = replace(REPORT, sections=(Section("Numbers", blocks),))
    document = Document(io.BytesIO(word(report, {})))
    kept = {p.text: p.paragraph_format.keep_with_next for p in document.paragraphs}
    assert [kept[text] for text in ("Said by itself.", "Explained.", "After.")] == [
        None,
        True,
        None,
    ]


def test_a_list_is_not_left_alone_on_the_last_page() -> None:
    rows = tuple((f"Partner {n}", "–") for n in range(60))
    parts = (Text("x"), Table(("Wie", "Hoe"), rows, (1, 1)))
    sources = Section("Bronnen", (Bullets(("a", "b", "c")),), level=2)
    report = replace(REPORT, sections=(Section("T", parts), sources))
    document = Document(io.BytesIO(word(report, {})))
    a, b, c = [p for p in document.paragraphs if sure(p.style).name == "List Bullet"]
    assert a.paragraph_format.keep_with_next
    assert b.paragraph_format.keep_with_next
    assert not c.paragraph_format.keep_with_next


def test_a_long_entry_may_go_on_over_the_page() -> None:
    assert Entry("a", ("x" * 600,)).is_short
    assert not Entry("a", ("x" * 300,), (("b", "x" * 301),)).is_short


@pytest.mark.parametrize(
    "name", ["word/document.xml", "word/styles.xml", "word/settings.xml", "word/footer1.xml"]
)
def test_all_parts_stand_in_the_order_word_wants(name: str) -> None:
    assert faults(part(plain_word(), name)) == []


def test_another_order_would_be_seen() -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    assert faults(f"<w:pPr {space}><w:jc/><w:pStyle/></w:pPr>".encode())
    assert faults(f"<w:tr {space}><w:tc/><w:trPr/><w:tc/></w:tr>".encode())
    assert faults(f"<w:rPr {space}><w:b/><w:b/></w:rPr>".encode())
    assert faults(f"<w:tr {space}><w:trPr/><w:tc/><w:tc/></w:tr>".encode()) == []


def test_a_document_that_ends_with_a_table_has_a_last_line() -> None:
    section = Section("T", (Table(("A",), (("1",),), (1,)),))
    body = Document(io.BytesIO(word(replace(REPORT, sections=(section,)), {}))).element.body
    assert body[-2].tag == qn("w:p")


def test_every_mark_of_the_file_is_there_once() -> None:
    body = Document(io.BytesIO(plain_word())).element.body
    for tag in ("w:bookmarkStart", "wp:docPr"):
        ids = [element.get(qn("w:id")) or element.get("id") for element in body.iter(qn(tag))]
        assert len(ids) == len(set(ids)), tag


def test_a_longer_report_in_word_looks_up_no_more_styles(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library goes through all its styles for each: that took more than all the rest."""
    looked: list[str] = []
    find: Any = CT_Styles.default_for

    def noted(styles: CT_Styles, kind: WD_STYLE_TYPE) -> object:
        looked.append(kind.name)
        return find(styles, kind)

    monkeypatch.setattr(CT_Styles, "default_for", noted)
    counts = []
    for rows in (2, 40):
        looked.clear()
        table = Table(("Naam", "Hoe"), (("Sam", "3"),) * rows, (2, 1))
        word(replace(REPORT, sections=(Section("Tabel", (table,)),)), {})
        counts.append(len(looked))
    assert counts[0] == counts[1] > 0
