"""What Word reckons itself: the numbers of pages, and the list of contents."""

from collections.abc import Sequence
from typing import Any, Final

from app.report.word_styles import plain

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def add_footer(footer: Any, title: str, page: str) -> None:
    """Say at the foot of a page what report it is of, and which page of how many.

    `page` has places `{page}` and `{pages}`.
    """
    line = footer.paragraphs[0]
    line.add_run(plain(title) + "\t")
    before, _, rest = page.partition("{page}")
    between, _, after = rest.partition("{pages}")
    line.add_run(before)
    _number(line, "PAGE")
    line.add_run(between)
    _number(line, "NUMPAGES")
    line.add_run(after)


def _number(paragraph: Any, code: str) -> None:
    field = _made("w:fldSimple", {"w:instr": code})
    field.append(_run("1"))
    paragraph._p.append(field)  # noqa: SLF001 (the library has no fields)


def mark(heading: Any, number: int) -> None:
    """Let a heading be found by the list of contents, in which it has this number."""
    name = {"w:id": str(number), "w:name": _anchor(number)}
    text = heading._p  # noqa: SLF001 (the library has no bookmarks)
    first = next(run._r for run in heading.runs)  # noqa: SLF001
    first.addprevious(_made("w:bookmarkStart", name))
    text.append(_made("w:bookmarkEnd", {"w:id": str(number)}))


def add_contents(document: Any, title: str, headings: Sequence[str]) -> None:
    """Add the list of contents, with a link to each heading of level 1.

    It has no page numbers until Word, asked to renew the list, puts them in: only Word knows
    its pages, and a file that tells Word to do so unasked opens with a question.
    """
    content = _made("w:sdtContent")
    content.append(_paragraph("TOCHeading", [_run(title)]))
    begin = [
        _mark_of_field("begin"),
        _run(' TOC \\o "1-1" \\h \\z \\u ', "w:instrText"),
        _mark_of_field("separate"),
    ]
    for number, heading in enumerate(headings, start=1):
        link = _made("w:hyperlink", {"w:anchor": _anchor(number), "w:history": "1"})
        link.append(_run(plain(heading)))
        content.append(_paragraph("toc1", [*begin, link]))
        begin = []
    content[-1].append(_mark_of_field("end"))
    listed = _made("w:sdt")
    about, part = _made("w:sdtPr"), _made("w:docPartObj")
    part.append(_made("w:docPartGallery", {"w:val": "Table of Contents"}))
    part.append(_made("w:docPartUnique"))
    about.append(part)
    listed.append(about)
    listed.append(content)
    document.element.body[-1].addprevious(listed)  # the last says how the page is


def _anchor(number: int) -> str:
    return f"_Toc{number:08}"  # as Word calls them: others it would not renew


def _made(tag: str, values: dict[str, str] | None = None) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(tag)
    for name, value in (values or {}).items():
        made.set(qn(name), value)
    return made


def _run(text: str, tag: str = "w:t") -> Any:
    run, said = _made("w:r"), _made(tag)
    said.text = text
    said.set(_SPACE, "preserve")
    run.append(said)
    return run


def _mark_of_field(kind: str) -> Any:
    run = _made("w:r")
    run.append(_made("w:fldChar", {"w:fldCharType": kind}))
    return run


def _paragraph(style: str, content: Sequence[Any]) -> Any:
    paragraph, about = _made("w:p"), _made("w:pPr")
    about.append(_made("w:pStyle", {"w:val": style}))
    paragraph.append(about)
    for part in content:
        paragraph.append(part)
    return paragraph
