"""A report as PDF: set by Typst, tagged, with bookmarks and its language."""

import json
from dataclasses import asdict
from typing import Any, Final

from app import RESOURCES
from app.report.content import Block, Pictures, Report

PREVIEW_PPI: Final = 110
"""Dots an inch of a page that is looked at."""


def pdf(report: Report, pictures: Pictures) -> bytes:
    """Return the report as a PDF file; `pictures` are SVG.

    The file keeps the rules of PDF/UA-1 for who has it read aloud. Where a name holds a
    character that no font on this computer has, those rules cannot be kept, and it is tagged
    without that promise.
    """
    import typst

    files = _files(report, pictures)
    try:
        made = typst.compile(files, format="pdf", pdf_standards="ua-1")
    except typst.TypstError:
        made = typst.compile(files, format="pdf")
    assert isinstance(made, bytes)
    return made


def pages(report: Report, pictures: Pictures) -> list[bytes]:
    """Return the pages of the PDF as PNG files, to be looked at."""
    import typst

    made = typst.compile(_files(report, pictures), format="png", ppi=PREVIEW_PPI)
    return [made] if isinstance(made, bytes) else list(made or ())


def _files(report: Report, pictures: Pictures) -> dict[str, bytes]:
    """Return what Typst reads: the template, the report, and its pictures."""
    return {
        "main.typ": (RESOURCES / "report" / "report.typ").read_bytes(),
        "report.json": json.dumps(_described(report), ensure_ascii=False).encode(),
        **{_file(key): content for key, content in pictures.items()},
    }


def _described(report: Report) -> dict[str, Any]:
    """Return the report as what the template reads: all that people wrote is data there."""
    described = asdict(report)
    for section, written in zip(report.sections, described["sections"], strict=True):
        written["blocks"] = [_block(block) for block in section.blocks]
    return described


def _block(block: Block) -> dict[str, Any]:
    written = {"is": type(block).__name__, **asdict(block)}
    if "numeric" in written:
        written["numeric"] = sorted(written["numeric"])
    if "key" in written:
        written["file"] = _file(written["key"])
    return written


def _file(key: str) -> str:
    return f"{key}.svg"
