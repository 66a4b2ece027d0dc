"""On paper: a map on one page of any size, with the preview and the print window of the system."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QMarginsF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from app.models.network import Map
from app.views.map.look import Look
from app.views.picture.portrait import Framing, Portrait
from app.views.widgets import theme
from app.views.widgets.dialogs import add_buttons, fit_on_screen, two_sides
from app.views.widgets.segmented import add_choice
from app.words import phrases, say, say_in

_WINDOW: Final = QSize(960, 680)
_PAPERS: Final = (("A4", QPageSize.PageSizeId.A4), ("A3", QPageSize.PageSizeId.A3))
_MARGIN: Final = 10.0
"""In millimetres: every printer reaches that far, so that nothing has to be cut off."""
_SHARP: Final = 300
"""Dots per inch that are painted at most; more is not seen, and takes long on A3."""
_SIDE: Final = 1240
"""The long side of the picture at 1x, which the page is filled with."""


class PaperDialog(QDialog):
    """Shows the page as it will be printed, asks for the paper, and hands it to the printer."""

    def __init__(self, whole: Map, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("Print the map"))
        self._whole, self._look = whole, look
        self._made: dict[bool, Portrait] = {}
        self.printer = _printer(whole)
        column, foot, made = two_sides(self)
        column.addWidget(QLabel(say("Paper"), self))
        self.papers = add_choice(column, say("Paper"), [name for name, _ in _PAPERS], self)
        column.addSpacing(12)
        ways = say_in("Paper", "Landscape"), say_in("Paper", "Portrait")
        column.addWidget(QLabel(say("Direction"), self))
        self.ways = add_choice(column, say("Direction"), ways, self)
        column.addStretch(1)
        for group in (self.papers, self.ways):
            group.idClicked.connect(self._take_paper)
        self.print_button = QPushButton(say("Print …"), self)
        self.print_button.clicked.connect(self._print)
        cancel = QPushButton(say("Cancel"), self)
        cancel.clicked.connect(self.reject)
        add_buttons(foot, cancel, self.print_button)
        self.preview = QPrintPreviewWidget(self.printer, self)
        self.preview.setAccessibleName(say("The page as it will be printed"))
        self.preview.paintRequested.connect(self._paint)
        self.preview.setMinimumWidth(theme.scaled(540))
        self.preview.fitInView()
        made.addWidget(self.preview)
        fit_on_screen(self, _WINDOW)

    def _take_paper(self) -> None:
        self.printer.setPageSize(QPageSize(_PAPERS[max(self.papers.checkedId(), 0)][1]))
        way = QPageLayout.Orientation
        self.printer.setPageOrientation(
            way.Portrait if self.ways.checkedId() == 1 else way.Landscape
        )
        self.preview.updatePreview()

    def _print(self) -> None:
        """Let a printer be chosen; other paper that is chosen there is printed on too."""
        if QPrintDialog(self.printer, self).exec():
            self.preview.print_()
            self.accept()

    def _paint(self, printer: QPrinter) -> None:
        painter = QPainter()
        if not painter.begin(printer):
            return  # the printer says why
        page = printer.pageRect(QPrinter.Unit.DevicePixel)
        paint(painter, QRectF(0, 0, page.width(), page.height()), printer.resolution(), self._for)
        painter.end()

    def _for(self, upright: bool) -> Portrait:
        """Return the map laid out for a page that stands or lies; how large it is, is no matter."""
        if upright not in self._made:
            self._made[upright] = laid_out(self._whole, self._look, upright=upright)
        return self._made[upright]


def _printer(whole: Map) -> QPrinter:
    """Return the usual printer, with the paper lying down: a map is wider than it is high."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(phrases.map_title(whole.network))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    printer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    return printer


def laid_out(whole: Map, look: Look, *, upright: bool) -> Portrait:
    """Return a map laid out for a page of a size of the series A."""
    short = round(_SIDE / 2**0.5)
    width, height = (short, _SIDE) if upright else (_SIDE, short)
    return Portrait(whole, look, Framing(width=width, height=height))


def paint(
    painter: QPainter, room: QRectF, resolution: int, portrait_for: Callable[[bool], Portrait]
) -> None:
    """Paint a map as large as fits on a page, in its middle."""
    portrait = portrait_for(room.height() > room.width())
    size = QSizeF(portrait.size).scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    fine = min(1.0, _SHARP / max(resolution, 1))
    image = portrait.image(size.width() * fine / portrait.size.width())
    at = QRectF(0, 0, size.width(), size.height())
    at.moveCenter(room.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(at, image)
