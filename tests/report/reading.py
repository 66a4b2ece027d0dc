"""What a report says, read back from its files."""

import io
from pathlib import Path

from docx import Document
from pypdfium2 import PdfDocument


def pdf_text(source: Path | bytes) -> str:
    """Return the text of all pages on one line, words that were divided made whole."""
    with PdfDocument(source) as document:
        text = " ".join(page.get_textpage().get_text_range() for page in document)
    return " ".join(text.replace("\u00ad\n", "").replace("\u00ad", "-").split())


def word_texts(source: Path | bytes) -> list[str]:
    """Return the text of each paragraph and each cell, as it stands."""
    document = Document(io.BytesIO(source) if isinstance(source, bytes) else str(source))
    parts = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        for row in table.rows:
            parts += [cell.text for cell in row.cells]
    return parts


def word_text(source: Path | bytes) -> str:
    """Return the text of all paragraphs and tables on one line."""
    return " ".join(" ".join(word_texts(source)).split())
