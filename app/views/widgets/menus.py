"""Menus that hang from a button: nothing stays lit once its menu has closed."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QToolButton, QWidget


def hang(menu: QMenu, button: QToolButton | QPushButton) -> QMenu:
    """Let a button open a menu, and go out when that closes; returns the menu."""
    button.setMenu(menu)
    put_out(button, menu)
    return menu


def put_out(button: QWidget, menu: QMenu) -> None:
    """Let a button go out when a menu closes: Qt tells it nothing of where the pointer went."""
    menu.aboutToHide.connect(_Lit(button, menu).look_soon)


class _Lit(QObject):
    """Looks whether the pointer is still on a button; goes with the menu."""

    def __init__(self, button: QWidget, menu: QMenu) -> None:
        super().__init__(button)
        menu.destroyed.connect(self.deleteLater)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look)

    def look_soon(self) -> None:
        """Look once the menu is gone."""
        self._soon.start()

    def _look(self) -> None:
        button = self.parent()
        if not isinstance(button, QWidget) or not button.isVisible():
            return
        if not button.rect().contains(button.mapFromGlobal(QCursor.pos())):
            button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
            QApplication.sendEvent(button, QEvent(QEvent.Type.Leave))
            button.update()
