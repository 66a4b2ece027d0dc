"""The window that prints: the sheets as they will come out, and the print window of the system."""

import math
from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QMarginsF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeySequence,
    QPageLayout,
    QPageSize,
    QPainter,
    QShortcut,
    QShowEvent,
)
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.errors import sentence
from app.models.problem import Problem
from app.views.paper.preview import SheetSeen
from app.views.paper.sheets import SHARP, Page, SheetRequest, Sheets
from app.views.widgets import theme
from app.views.widgets.dialogs import Dialog, add_answers, fit_on_screen, two_sides
from app.views.widgets.fields import soft_line
from app.views.widgets.keys import with_key
from app.views.widgets.segmented import add_choice
from app.views.widgets.speech import announce, tell_on
from app.words import say, say_in, say_n

_SHARE: Final = 0.45
"""How much of the width of the screen the pages take at least; large text leaves no more."""
_WINDOW: Final = QSize(960, 680)
_PAPERS: Final = (
    ("A4", QPageSize.PageSizeId.A4),
    ("A3", QPageSize.PageSizeId.A3),
    ("A2", QPageSize.PageSizeId.A2),
)
_MARGIN: Final = 10.0
"""In millimetres: every printer reaches that far, so that nothing has to be cut off."""
_WIDE: Final = 210 / 25.4
"""Inches of A4; of a page as large as `_LARGER` times that more dots are no use to anybody."""
_LARGER: Final = 1.5
_POINTS: Final = 72
"""Points in an inch."""
_SEEN: Final = 90
"""Dots an inch of a page in the preview."""


class PaperDialog(Dialog):
    """Shows the sheets, asks for the paper, and hands them to the printer."""

    failed = Signal(object)
    """A `Problem`: the pages could not be made."""

    def __init__(self, sheets: Sheets, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("Print"))
        self._pages: Sequence[Page] = ()
        self._at = 0
        self._is_printing = self._is_begun = self._is_at_printing = False
        sheets.setParent(self)
        self._sheets = sheets
        sheets.made.connect(self._take)
        sheets.failed.connect(self._fail)
        self.printer = _printer(sheets)
        column, foot, made = two_sides(self)
        heading = QLabel(sheets.title, self)
        heading.setFont(theme.font("strong"))
        heading.setWordWrap(True)
        column.addWidget(heading)
        self._ask(column, sheets)
        column.addStretch(1)
        self.told = soft_line()
        foot.addWidget(self.told)
        self.print_button = QPushButton(say("Print …"), self)
        self.print_button.clicked.connect(self._print)
        cancel = QPushButton(say("Cancel"), self)
        cancel.clicked.connect(self.reject)
        add_answers(foot, cancel, self.print_button)
        self.preview = SheetSeen(self)
        self.preview.turned.connect(self._turn)
        room = round(self.screen().availableGeometry().width() * _SHARE)
        self.preview.setMinimumWidth(min(theme.scaled(540), room))
        made.addWidget(self.preview, 1)
        self._build_turning(made)
        fit_on_screen(self, _WINDOW)

    def _ask(self, column: QVBoxLayout, sheets: Sheets) -> None:
        self.papers = self._choice(column, say("Paper"), [name for name, _ in _PAPERS])
        # The way in which it fits best comes first.
        ways = [say_in("Paper", "Landscape"), say_in("Paper", "Portrait")]
        self._lies = [sheets.turns, not sheets.turns]
        self.ways = self._choice(column, say("Orientation"), ways if sheets.turns else ways[::-1])
        colours = (say("In colour"), say("In shades of grey"))
        self.colours = self._choice(column, say("Colours"), colours)
        known = QPrinterInfo(self.printer).supportedColorModes()
        if known and QPrinter.ColorMode.Color not in known:
            self.colours.button(1).setChecked(True)
            self.printer.setColorMode(QPrinter.ColorMode.GrayScale)
        for group in (self.papers, self.ways, self.colours):
            group.idClicked.connect(self._take_paper)

    def _choice(self, column: QVBoxLayout, caption: str, choices: Sequence[str]) -> QButtonGroup:
        column.addSpacing(12)
        column.addWidget(QLabel(caption, self))
        return add_choice(column, caption, choices, self)

    def _build_turning(self, column: QVBoxLayout) -> None:
        self.turning = QWidget(self)
        column.addWidget(self.turning)
        row = QHBoxLayout(self.turning)
        row.setContentsMargins(8, 4, 8, 8)
        self.back = QPushButton(say("Previous"), self)
        self.next = QPushButton(say("Next"), self)
        self.place = QLabel(self)
        self.back.clicked.connect(partial(self._turn, -1))
        self.next.clicked.connect(partial(self._turn, 1))
        row.addStretch(1)
        for one in (self.back, self.place, self.next):
            row.addWidget(one)
        row.addStretch(1)
        for button, sheets, key in ((self.back, -1, "PgUp"), (self.next, 1, "PgDown")):
            button.setMinimumHeight(theme.scaled(28))
            button.setAutoDefault(False)
            button.setToolTip(with_key(button.text(), key))
            QShortcut(QKeySequence(key), self).activated.connect(partial(self._turn, sheets))

    # What was chosen.

    @property
    def _is_grey(self) -> bool:
        return self.colours.checkedId() == 1

    def _asked(self, dots: int) -> SheetRequest:
        upright = self.printer.pageLayout().orientation() == QPageLayout.Orientation.Portrait
        return SheetRequest(upright=upright, grey=self._is_grey, dots=dots)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to make the pages."""
        super().showEvent(event)
        if not self._pages:
            self._make(_SEEN)

    def _take_paper(self) -> None:
        self.printer.setPageSize(QPageSize(_PAPERS[max(self.papers.checkedId(), 0)][1]))
        way, mode = QPageLayout.Orientation, QPrinter.ColorMode
        lies = self._lies[max(self.ways.checkedId(), 0)]
        self.printer.setPageOrientation(way.Landscape if lies else way.Portrait)
        self.printer.setColorMode(mode.GrayScale if self._is_grey else mode.Color)
        self._make(_SEEN)

    def _make(self, dots: int) -> None:
        self.told.setText(say("The pages are being made …"))
        self._is_at_printing = self.print_button.hasFocus() or not self._pages
        self.print_button.setEnabled(False)
        self._sheets.make(self._asked(dots))

    def _take(self, pages: Sequence[Page]) -> None:
        self._pages = pages
        self.print_button.setEnabled(True)
        if self._is_at_printing:  # Enter prints; the choices are a Tab away
            self.print_button.setFocus()
        self.told.setText("")
        if self._is_printing:
            self._paint()
            self._end_printing()
            return
        self._show_sheet()

    def _fail(self, problem: Problem) -> None:
        self._is_printing = False
        tell_on(self.told, sentence(problem))
        self.failed.emit(problem)

    # Looking.

    @property
    def _beside(self) -> int:
        """How many pages stand on one sheet: two of an upright page on one that lies."""
        lies = self.printer.pageLayout().orientation() == QPageLayout.Orientation.Landscape
        return 2 if lies and not self._sheets.turns and len(self._pages) > 1 else 1

    @property
    def count(self) -> int:
        """Return the number of sheets."""
        return math.ceil(len(self._pages) / self._beside)

    def _show_sheet(self) -> None:
        count = self.count
        self._at = max(min(self._at, count - 1), 0)
        points = self.printer.pageLayout().fullRect(QPageLayout.Unit.Point)
        inches = points.width() / _POINTS, points.height() / _POINTS
        self.preview.show_sheet(inches, self._paint_seen if count else None)
        self.place.setText(say("Sheet {n} of {of}", n=self._at + 1, of=count))
        self.turning.setVisible(count > 1)
        self.back.setEnabled(self._at > 0)
        self.next.setEnabled(self._at < count - 1)
        paper = QPageSize(self.printer.pageLayout().pageSize()).name()
        if count:
            text = say_n("1 sheet of {paper}.", "{n} sheets of {paper}.", count, paper=paper)
            tell_on(self.told, text)

    def _turn(self, sheets: int, *_: bool) -> None:
        self._at += sheets
        self._show_sheet()
        announce(self.place, self.place.text())

    def _paint_seen(self, painter: QPainter, dots: float) -> None:
        painter.translate(_reached(self.printer, dots).topLeft())
        self._paint_sheet(painter, self._at, dots)

    # Printing.

    def _print(self) -> None:
        """Let a printer be chosen; other paper that is chosen there is printed on too."""
        if QPrintDialog(self.printer, self).exec():
            self.print_out()

    def print_out(self) -> None:
        """Print on the printer as it is: sharper than the preview is."""
        self._is_printing = True
        # A page that is set on A4 is as sharp on a larger sheet.
        inches = self._room(1).width() / self._beside
        self._make(round(SHARP * min(max(inches / _WIDE, 1.0), _LARGER)))

    def _end_printing(self) -> None:
        """Close, or say that the printer took nothing."""
        if self._is_begun:
            self.accept()
            return
        self._is_printing = False
        text = say("The printer did not accept it. Choose another printer, or another file.")
        tell_on(self.told, text)

    def _paint(self) -> None:
        painter = QPainter()
        self._is_begun = painter.begin(self.printer)
        if not self._is_begun:
            return  # the printer takes nothing
        for sheet in range(self.count):
            if sheet:
                self.printer.newPage()
            self._paint_sheet(painter, sheet, self.printer.resolution())
        painter.end()

    def _paint_sheet(self, painter: QPainter, sheet: int, dots: float) -> None:
        room, beside = self._room(dots), self._beside
        width = room.width() / beside
        for number, paint in enumerate(self._pages[sheet * beside : (sheet + 1) * beside]):
            left = room.left() + number * width
            paint(painter, QRectF(left, room.top(), width, room.height()), round(dots))

    def _room(self, dots: float) -> QRectF:
        """Return the room to fill: the printer's reach, or the sheet where pages have margins.

        A painter counts from the corner of what is reached.
        """
        reached = _reached(self.printer, dots)
        whole = _scaled(self.printer.pageLayout().fullRect(QPageLayout.Unit.Point), dots)
        room = reached if self._sheets.turns else whole
        return room.translated(-reached.topLeft())

    def done(self, result: int) -> None:
        """Close; what is still being made is not wanted any more."""
        self._sheets.stop()
        super().done(result)


def _reached(printer: QPrinter, dots: float) -> QRectF:
    return _scaled(printer.pageLayout().paintRect(QPageLayout.Unit.Point), dots)


def _scaled(points: QRectF, dots: float) -> QRectF:
    by = dots / _POINTS
    return QRectF(points.x() * by, points.y() * by, points.width() * by, points.height() * by)


def _printer(sheets: Sheets) -> QPrinter:
    """Return the usual printer, with the paper the way in which it is filled best."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(sheets.title)
    way = QPageLayout.Orientation
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(way.Landscape if sheets.turns else way.Portrait)
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    printer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    return printer
