"""A map on paper fills the page it is printed on, whatever its size, and is told apart in grey."""

import re

import pytest
from PySide6.QtCore import QMarginsF, QRect, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from app.views.map.look import look_of
from app.views.picture.paper import PaperDialog, laid_out, paint
from tests.pictures import example

A4, A3 = QPageSize.PageSizeId.A4, QPageSize.PageSizeId.A3
LYING, UPRIGHT = QPageLayout.Orientation.Landscape, QPageLayout.Orientation.Portrait


@pytest.mark.parametrize(("paper", "way"), [(A4, UPRIGHT), (A3, LYING)])
def test_the_map_fills_the_page_and_nothing_is_cut_off(qapp, paper, way):
    whole = example(18)
    look = look_of(whole, "importance", {}, sectors=True)
    layout = QPageLayout(QPageSize(paper), way, QMarginsF())
    page = layout.fullRectPixels(60)
    image = QImage(page.size(), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    paint(painter, QRectF(page), 60, lambda upright: laid_out(whole, look, upright=upright))
    painter.end()
    inked = _inked(image)
    assert inked.width() > 0.8 * page.width() or inked.height() > 0.8 * page.height()
    assert page.contains(inked)


def test_the_window_for_printing_prints_one_page_of_the_paper_that_is_chosen(window, tmp_path):
    whole = example(8)
    dialog = PaperDialog(whole, look_of(whole, "importance", {}, sectors=True), window)
    printer = dialog.printer
    assert printer.pageLayout().orientation() == LYING
    printer.setOutputFileName(str(tmp_path / "page.pdf"))
    printer.setResolution(72)
    dialog.papers.button(1).click()
    dialog.preview.print_()
    written = (tmp_path / "page.pdf").read_bytes()
    boxes = re.findall(rb"/MediaBox \[([^\]]+)\]", written)
    assert [tuple(round(float(v)) for v in box.split()) for box in boxes] == [(0, 0, 1191, 842)]


def _inked(image):
    """Return the rectangle around all that is not white."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    places = [
        (x, y)
        for y in range(0, grey.height(), 2)
        for x in range(0, grey.width(), 2)
        if grey.pixelColor(x, y).value() < 200
    ]
    left, top = min(x for x, _ in places), min(y for _, y in places)
    right, bottom = max(x for x, _ in places), max(y for _, y in places)
    return QRect(left, top, right - left, bottom - top)
