"""Page Up and Page Down where nothing that scrolls has the keyboard: they scroll what is read."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QWidget

_PAGES: Final = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
}


def scroll_by_page(page: QWidget | None, event: QKeyEvent) -> bool:
    """Scroll what is long on a page by a key nobody wanted; tell whether it was such a key."""
    action = _PAGES.get(Qt.Key(event.key()))
    if action is None or page is None:
        return False
    areas = [page, *page.findChildren(QAbstractScrollArea)]
    for area in areas:
        if isinstance(area, QAbstractScrollArea) and area.isVisible():
            bar = area.verticalScrollBar()
            if bar.maximum() > bar.minimum():
                bar.triggerAction(action)
                break
    return True
