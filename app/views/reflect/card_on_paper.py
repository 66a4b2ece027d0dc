"""The card of one partner on paper: a page of A4 to take along to a talk."""

from functools import partial
from html import escape
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)

from app.models.network import Map, Partner, rules_of
from app.models.vocabulary import vocabulary
from app.views.paper.sheets import SheetRequest, Sheets
from app.views.people.form import asked_of
from app.views.picture.pdf import with_language
from app.views.widgets import theme
from app.words import current_language, filled, joined, phrases, say
from app.words.dates_and_numbers import shown_date
from app.words.field_names import field_label
from app.words.talk import PARTS, said, titles

_DOTS: Final = 300
"""Dots an inch; letters are vectors whatever it is."""

_LETTERS_ON_A_LINE: Final = 40
_SECOND_PAGE: Final = 3
_TURN: Final = ' style="page-break-before: always"'
"""The part that begins the second page: on two pages nothing is cut in two."""

_LINE: Final = '<p style="margin: 0">&nbsp;</p><hr style="margin: 0"/>'


def to_fill_in(partner: Partner) -> Partner:
    """Return a partner of whom nothing is said but who they are: for a page to fill in."""
    return Partner(id=partner.id, name=partner.name, kind=partner.kind, setting=partner.setting)


def as_pdf(partner: Partner, whole: Map, *, to_tick: bool = False) -> bytes:
    """Return the card of a partner as a PDF, in the language of the app, black on white.

    With `to_tick` the answers there are stand on it as boxes.
    """
    return on_paper(as_html(partner, whole, to_tick=to_tick), partner.name)


def on_paper(html: str, title: str) -> bytes:
    """Return a page as a PDF in the language of the app, black on white."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, title)
    _laid_out(html, writer).print_(writer)
    buffer.close()
    return with_language(bytes(kept.data()), current_language())


class TextSheets(Sheets):
    """A text on paper, laid out as in its PDF."""

    def __init__(self, html: str, title: str) -> None:
        super().__init__(title)
        self._html = html

    def make(self, asked: SheetRequest) -> None:
        """Lay the text out; it is black on white whatever is asked."""
        # What it is laid out for stays with it: its letters are measured on that.
        self._buffer = QBuffer(self)
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = _writer(self._buffer, self.title)
        self._text = _laid_out(self._html, self._writer)
        self.made.emit([partial(self._paint, at) for at in range(self._text.pageCount())])

    def _paint(self, at: int, painter: QPainter, room: QRectF, dots: int) -> None:
        layout, size = self._writer.pageLayout(), self._text.pageSize()
        sheet, inside = layout.fullRectPixels(_DOTS), layout.paintRectPixels(_DOTS)
        scale = min(room.width() / sheet.width(), room.height() / sheet.height())
        painter.save()
        painter.translate(room.center())
        painter.scale(scale, scale)
        painter.translate(QPointF(inside.topLeft()) - QRectF(sheet).center())
        painter.translate(0, -at * size.height())
        shown = QRectF(0, at * size.height(), size.width(), size.height())
        painter.setClipRect(shown)
        black = QAbstractTextDocumentLayout.PaintContext()
        black.clip = shown
        black.palette = QPalette(Qt.GlobalColor.white)
        black.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
        self._text.documentLayout().draw(painter, black)
        painter.restore()


def _writer(buffer: QBuffer, title: str) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(22, 16, 22, 16), QPageLayout.Unit.Millimeter)
    writer.setTitle(title)
    writer.setCreator("Kring")
    return writer


def _laid_out(html: str, writer: QPdfWriter) -> QTextDocument:
    paper = QTextDocument()
    font = QFont(theme.font().family())
    font.setPointSizeF(9.5)
    paper.setDefaultFont(font)
    paper.documentLayout().setPaintDevice(writer)
    paper.setDocumentMargin(0)
    paper.setPageSize(writer.pageLayout().paintRectPixels(_DOTS).size().toSizeF())
    paper.setHtml(html)
    return paper


def as_html(partner: Partner, whole: Map, *, to_tick: bool = False) -> str:
    """Return the text of the card."""
    about = [
        phrases.kind_beside(partner),
        phrases.map_title(whole.network),
        shown_date(whole.network.moment),
    ]
    head = joined((escape(part) for part in about if part), between=" · ")
    title = say("Working together with {name}")
    asked, _ = asked_of([partner])
    sections = "".join(
        f"<h2{_TURN if number == _SECOND_PAGE else ''}>{escape(called)}</h2>"
        f"<p>{escape(question)}</p>"
        + _section(partner, [name for name in names if name in asked], to_tick=to_tick)
        for number, (names, (called, question)) in enumerate(
            zip(PARTS, titles(partner), strict=True), start=1
        )
    )
    return (
        "<style>h1 {font-size: 19pt} h2 {font-size: 13pt; margin-bottom: 0} "
        "h1, h2, b {font-weight: 600} "
        "p {line-height: 115%; margin: 4px 0} "
        ".soft {color: #555555}</style>"
        f"<h1>{escape(filled(title, name=partner.name))}</h1>"
        f'<p class="soft">{head}</p>{sections}'
    )


def _section(partner: Partner, names: list[str], *, to_tick: bool) -> str:
    rows = "".join(
        f'<tr><td width="24%"><p><b>{escape(field_label(name))}</b></p></td>'
        f'<td width="76%">{_value(partner, name, to_tick=to_tick)}</td></tr>'
        for name in names
    )
    return f'<hr/><table width="100%" cellpadding="4" cellspacing="0">{rows}</table>'


def _value(partner: Partner, name: str, *, to_tick: bool) -> str:
    lines = said(partner, name)
    if lines:
        return f"<p>{'<br/>'.join(escape(line) or '&nbsp;' for line in lines)}</p>"
    rule = rules_of(Partner)[name]
    if to_tick and rule.kind in ("several", "choice"):
        terms = (t for t in vocabulary().choices[rule.listed].values() if not t.retired)
        return _ticks([t.label(current_language()) for t in terms])
    return _LINE * (2 if rule.kind == "text" else 1)


def _ticks(labels: list[str]) -> str:
    """Return boxes to tick in two columns, read downwards; a few short ones on one line."""
    if len(" ".join(labels)) < _LETTERS_ON_A_LINE:
        return f"<p>{'&nbsp; &nbsp; '.join(f'☐&nbsp;{escape(label)}' for label in labels)}</p>"
    half = (len(labels) + 1) // 2
    columns = (
        "".join(
            f'<p style="margin: 0 0 2px 0; font-size: 8.5pt">☐ {escape(label)}</p>'
            for label in part
        )
        for part in (labels[:half], labels[half:])
    )
    cells = "".join(
        f'<td width="50%" style="padding-right: 12px">{column}</td>' for column in columns
    )
    return f'<table width="100%" cellspacing="0"><tr>{cells}</tr></table>'
