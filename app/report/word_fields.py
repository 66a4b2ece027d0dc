"""What Word reckons itself: the numbers of pages, and the list of contents."""

from collections.abc import Sequence
from typing import Any, Final

from app.models.text_form import in_xml
from app.report.word_styles import end_at_the_margin

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def add_footer(footer: Any, title: str, page: str, width: float) -> None:
    """Say at the foot of a page what report it is of, and which page of how many.

    `page` has places `{page}` and `{pages}`; `width` is between the margins, in millimetres.
    """
    footer.is_linked_to_previous = False
    line = footer.paragraphs[0]
    end_at_the_margin(line.paragraph_format, width)
    line.add_run(in_xml(title) + "\t")
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
    """Add the list of contents, with a link to each heading of level 1 and its page.

    Only what lays out the pages knows their numbers. LibreOffice fills them in on opening, Word
    on printing, on making a PDF and when asked to renew them; a file that tells Word to do so
    unasked opens with a question. Until then there is nothing where the number goes.
    """
    document.add_paragraph(in_xml(title), style="TOC Heading")
    for number, heading in enumerate(headings, start=1):
        link = _made("w:hyperlink", {"w:anchor": _anchor(number), "w:history": "1"})
        link.append(_run(in_xml(heading)))
        link.extend(_page_of(number))
        document.add_paragraph(style="toc 1")._p.append(link)  # noqa: SLF001 (it has no links)


def _anchor(number: int) -> str:
    return f"_Toc{number:08}"  # as Word calls them


def _page_of(number: int) -> list[Any]:
    """Return the field for the page number of a heading, at the right margin."""
    tab = _made("w:r")
    tab.append(_made("w:tab"))
    code = _run(f" PAGEREF {_anchor(number)} \\h ", "w:instrText")
    return [
        tab,
        _mark_of_field("begin"),
        code,
        _mark_of_field("separate"),
        _run(""),
        _mark_of_field("end"),
    ]


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
