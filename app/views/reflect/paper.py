"""The card of one partner on paper: a page of A4 to take along to a talk."""

from html import escape
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from app.models.network import Map, Partner, rules_of
from app.models.vocabulary import vocabulary
from app.views.picture.pdf import with_language
from app.views.widgets import theme
from app.words import current_language, filled, joined, phrases, say
from app.words.talk import PARTS, said

_DOTS: Final = 300
"""Dots an inch; letters are vectors whatever it is."""

_LINE: Final = '<p style="margin: 0">&nbsp;</p><hr style="margin: 0"/>'


def as_pdf(partner: Partner, whole: Map) -> bytes:
    """Return the card of a partner as a PDF, in the language of the app, black on white."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(22, 20, 22, 20), QPageLayout.Unit.Millimeter)
    writer.setTitle(partner.name)
    writer.setCreator("Kring")
    paper = QTextDocument()
    font = QFont(theme.font().family())
    font.setPointSizeF(10.5)
    paper.setDefaultFont(font)
    paper.documentLayout().setPaintDevice(writer)
    paper.setDocumentMargin(0)
    paper.setPageSize(writer.pageLayout().paintRectPixels(_DOTS).size().toSizeF())
    paper.setHtml(as_html(partner, whole))
    paper.print_(writer)
    buffer.close()
    return with_language(bytes(kept.data()), current_language())


def as_html(partner: Partner, whole: Map) -> str:
    """Return what stands on the card."""
    about = [
        vocabulary().kind_label(partner.kind, current_language()),
        phrases.map_title(whole.network),
        phrases.shown_date(whole.network.moment),
    ]
    head = joined((escape(part) for part in about if part), between=" · ")
    title = say("Working together with {name}")
    sections = "".join(_section(partner, names) for names in PARTS)
    return (
        "<style>h1 {font-size: 19pt} p {line-height: 125%} .soft {color: #555555}</style>"
        f"<h1>{escape(filled(title, name=partner.name))}</h1>"
        f'<p class="soft">{head}</p>{sections}'
    )


def _section(partner: Partner, names: tuple[str, ...]) -> str:
    rows = "".join(
        f'<tr><td width="30%"><p><b>{escape(phrases.field_label(name))}</b></p></td>'
        f'<td width="70%">{_value(partner, name)}</td></tr>'
        for name in names
    )
    return f'<hr/><table width="100%" cellpadding="10" cellspacing="0">{rows}</table>'


def _value(partner: Partner, name: str) -> str:
    lines = said(partner, name)
    if lines:
        return "".join(f"<p>{escape(line) or '&nbsp;'}</p>" for line in lines)
    rule = rules_of(Partner)[name]
    # What is of the talk itself, and is shared with nobody, is written during it.
    return _LINE * (3 if rule.kind == "text" and not rule.part else 1)
