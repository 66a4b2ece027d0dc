"""A report as PDF: set by Typst as `resources/report/report.typ` says, tagged, with bookmarks."""

import json
from dataclasses import asdict
from functools import cache
from typing import Any, Final

from app import RESOURCES
from app.report.content import Block, Entries, Pictures, Report

PREVIEW_PPI: Final = 90
"""Dots an inch of a page that is looked at."""


def pdf(report: Report, pictures: Pictures) -> bytes:
    """Return the report as a PDF file; `pictures` are SVG.

    The file keeps the rules of PDF/UA-1 for who has it read aloud. Where a name holds a
    character that no font on this computer has, those rules cannot be kept, and it is tagged
    without that promise.
    """
    from typst import TypstError

    try:
        (made,) = _compiled(report, pictures, format="pdf", pdf_standards="ua-1")
    except TypstError:
        (made,) = _compiled(report, pictures, format="pdf")
    return made


def pages(report: Report, pictures: Pictures, dots: int = PREVIEW_PPI) -> list[bytes]:
    """Return the pages of the PDF as PNG files of so many dots an inch."""
    return _compiled(report, pictures, format="png", ppi=dots)


def _compiled(report: Report, pictures: Pictures, **how: Any) -> list[bytes]:
    """Return the PDF that Typst makes of the template, the report and its pictures."""
    import typst

    files = {
        "main.typ": (RESOURCES / "report" / "report.typ").read_bytes(),
        "report.json": json.dumps(_described(report), ensure_ascii=False).encode(),
        **{_file(key): content for key, content in pictures.items()},
    }
    compile_: Any = typst.compile  # its types do not know that it takes files
    made = compile_(files, font_paths=_fonts(), **how)
    return [made] if isinstance(made, bytes) else list(made)


@cache
def _fonts() -> Any:
    """Return the fonts that come along and those of the computer, found once.

    Otherwise Typst looks through them for every report: half of the time a short one takes.
    """
    import typst

    return typst.Fonts(font_paths=[str(RESOURCES / "fonts")])


def _described(report: Report) -> dict[str, Any]:
    """Return the report as what the template reads: all that people wrote is data there."""
    described = asdict(report)
    for section, written in zip(report.sections, described["sections"], strict=True):
        written["blocks"] = [_block(block) for block in section.blocks]
    described["cover"] = None if report.cover is None else _block(report.cover)
    return described


def _block(block: Block) -> dict[str, Any]:
    written = {"is": type(block).__name__, **asdict(block)}
    if isinstance(block, Entries):
        for entry, wanted in zip(block.entries, written["entries"], strict=True):
            wanted["short"] = entry.is_short
    if "numeric" in written:
        written["numeric"] = sorted(written["numeric"])
    if "key" in written:
        written["file"] = _file(written["key"])
    return written


def _file(key: str) -> str:
    return f"{key}.svg"
