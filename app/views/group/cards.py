"""A card in the middle of the screen of a group, while there is nothing to show yet."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.views.widgets import theme
from app.words import joined

_WIDE: Final = 560


class Card(QFrame):
    """A card in the middle of the screen; who hears it hears its words on the way in."""

    heard_as = "group"

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setMaximumWidth(theme.scaled(_WIDE))
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(32, 24, 32, 24)
        self.column.setSpacing(16)
        self.heading = QLabel(title, self)
        self.heading.setFont(theme.font("question"))
        self.heading.setWordWrap(True)
        self.column.addWidget(self.heading)

    def call(self, *texts: str) -> None:
        """Be called after the heading, and be described by these sentences."""
        self.setAccessibleName(self.heading.text())
        self.setAccessibleDescription(joined(texts, between=" "))

    def add_text(self, text: str, *, soft: bool = False) -> QLabel:
        """Add a paragraph."""
        label = QLabel(text, self)
        label.setWordWrap(True)
        if soft:
            label.setProperty("role", "soft")
        else:
            label.setFont(theme.font("reading"))
        self.column.addWidget(label)
        return label


def scrolled(inside: QWidget, parent: QWidget) -> QScrollArea:
    """Return it so that large letters in a low window scroll."""
    scroll = QScrollArea(parent)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(inside)
    return scroll


def centred(card: QWidget, parent: QWidget) -> QWidget:
    """Return a page with a card in its middle; it scrolls where that is higher."""
    page = QWidget(parent)
    scroll = scrolled(page, parent)
    around = QVBoxLayout(page)
    around.addStretch(1)
    row = QHBoxLayout()
    around.addLayout(row)
    row.addStretch(1)
    row.addWidget(card, 100)
    row.addStretch(1)
    around.addStretch(2)
    return scroll
