"""Writes a composed report in one of the formats there are."""

from typing import Final

from app.report.compose import ComposedReport
from app.report.content import Pictures

KINDS: Final = (".pdf", ".docx")


def written(composed: ComposedReport, pictures: Pictures, kind: str) -> bytes:
    """Return the report as a file of a kind of `KINDS`."""
    if kind == ".pdf":
        from app.report.pdf import pdf

        return pdf(composed.report, pictures)
    from app.report.word import word

    return word(composed.report, pictures)
