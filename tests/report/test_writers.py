"""A report as data becomes PDF and Word: what is in it, and for whom."""

import io
from dataclasses import replace

import pytest
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from app.report.content import (
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
        Section("Lijst", (Bullets(("punt a", "punt b")),)),
        Section("Tabel", (Table(("Naam", "Hoe"), (("Sam", "3"), ("Bo", "–")), (2, 1)),)),
    ),
    words=Words(contents="Inhoud", page="{page} van {pages}"),
)
SAID = ("Een alinea.", "Uitleg.", "Onderschrift", "Iets", "regel een", "punt b", "Sam", "leraar")


def test_the_pdf_says_everything_in_text_that_can_be_selected():
    text = pdf_text(pdf(REPORT, {"kaart": SVG}))
    for said in SAID:
        assert said in text
    assert "2 van 3" in text
    assert "1 van 3" not in text  # the cover has no number


def test_the_pdf_is_made_for_who_has_it_read_aloud():
    reader = PdfReader(io.BytesIO(pdf(REPORT, {"kaart": SVG})))
    catalogue = reader.trailer["/Root"]
    assert catalogue["/Lang"] == "nl"
    assert catalogue["/MarkInfo"]["/Marked"] == True  # noqa: E712 (it is an object of the file)
    assert "/StructTreeRoot" in catalogue
    assert reader.metadata.title == "De kring van Noor"
    assert b"pdfuaid" in reader.xmp_metadata.stream.get_data()


def test_headings_are_bookmarks_and_pages_are_a4():
    reader = PdfReader(io.BytesIO(pdf(REPORT, {"kaart": SVG})))
    first, within, *others = reader.outline
    assert first.title == "Eerst"
    assert [mark.title for mark in within] == ["Kaart"]
    assert [mark.title for mark in others] == ["Dan", "Lijst", "Tabel"]
    assert {tuple(round(side) for side in page.mediabox[2:]) for page in reader.pages} == {
        (595, 842)
    }


def test_what_people_write_is_never_read_as_markup():
    hostile = '#panic("x") *sterk* $1$ @bron <label> `code` = kop // niets \\ "'
    report = replace(REPORT, title=hostile, sections=(Section(hostile, (Text(hostile),)),))
    assert pdf_text(pdf(report, {})).count(hostile) >= 3


@pytest.mark.parametrize(
    "name", ["\U000f0000", "a\ufffeb", "日本 \U0001f9d1‍\U0001f3eb שם", "\u200b"]
)
def test_no_name_stops_a_report(name):
    report = replace(REPORT, title=name, sections=(Section(name, (Text(name),)),))
    assert pdf(report, {}).startswith(b"%PDF")
    assert Document(io.BytesIO(word(report, {}))).core_properties.title


def test_a_long_table_says_its_heads_on_every_page():
    rows = tuple((f"Partner {n}", "wekelijks") for n in range(120))
    section = Section("Tabel", (Table(("Wie precies", "Hoe"), rows, (1, 1)),))
    made = pdf(replace(REPORT, sections=(section,)), {})
    reader = PdfReader(io.BytesIO(made))
    assert len(reader.pages) > 3
    assert all("Wie precies" in page.extract_text() for page in reader.pages[1:])
    assert "Partner 119" in pdf_text(made)


def test_pages_to_look_at_are_those_of_the_pdf():
    made = pages(REPORT, {"kaart": SVG})
    assert len(made) == len(PdfReader(io.BytesIO(pdf(REPORT, {"kaart": SVG}))).pages)
    assert all(page.startswith(b"\x89PNG") for page in made)


def test_word_says_everything_under_real_headings():
    made = word(REPORT, {"kaart": PNG})
    text = word_text(made)
    for said in SAID:
        assert said in text
    document = Document(io.BytesIO(made))
    headings = [p.style.name for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert headings == ["Heading 1", "Heading 2", "Heading 1", "Heading 1", "Heading 1"]
    page = document.sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)


def test_word_knows_its_language_title_and_what_is_in_a_picture():
    document = Document(io.BytesIO(word(REPORT, {"kaart": PNG})))
    assert document.core_properties.title == "De kring van Noor"
    (language,) = document.styles.element.iter(qn("w:lang"))
    assert language.get(qn("w:val")) == "nl-NL"
    (shape,) = document.inline_shapes
    assert shape._inline.docPr.get("descr") == "Een rondje"
    heads = document.tables[0].rows[0]._tr
    assert list(heads.iter(qn("w:tblHeader")))
