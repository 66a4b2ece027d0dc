"""What the card of a map and the line of a series share."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.document import Document
from app.models.rules import NAME_LENGTH
from app.storage.content import Summary
from app.views.library.continue_panel import ContinuePanel
from app.views.library.thumbnail import Thumbnail
from app.views.widgets import drafts, theme
from app.views.widgets.icons import shown_icon
from app.views.widgets.menu import Menu
from app.views.widgets.one_stop import ACROSS
from app.views.widgets.wrapping import AllLines
from app.words import joined, phrases, say


def title_of(summary: Summary) -> str:
    """Return the title of a map, also where it has none."""
    return summary.title or phrases.untitled()


class Card(QFrame):
    """What both cards share: text at the left, buttons at the right, below it the next moment."""

    heard_as = "button"

    clicked = Signal()
    """Who listens pressed the card."""
    continued = Signal()
    opened = Signal(str)
    removed = Signal(object, str)
    """Maps were asked to be removed; ids, and what they are called."""
    came = Signal(object)
    """The keyboard came to this card, or to a button on it."""

    def __init__(self, document: Document, moments: Sequence[Summary], parent: QWidget) -> None:
        """`moments` are the maps it is about, the first one first; it is called after the last."""
        super().__init__(parent)
        self.moments = tuple(moments)
        self.series = moments[0].series
        self._document = document
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 12, 12)
        self._column.setSpacing(0)
        self._row = QHBoxLayout()
        self._column.addLayout(self._row)
        self._row.setSpacing(12)
        self._text = QVBoxLayout()
        self._row.addLayout(self._text, 1)
        self._text.setSpacing(4)
        self._text.addStretch(1)
        self._buttons = QHBoxLayout()
        if not theme.is_large():
            self._row.addLayout(self._buttons)
        else:  # the words need the room beside them
            self._column.addLayout(self._buttons)
            self._buttons.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._buttons.setSpacing(4)
        self.panel: ContinuePanel | None = None
        self.title = AllLines(parent=self)
        self.title.setFont(theme.font("strong"))
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self._details = AllLines(parent=self)
        self._details.setTextFormat(Qt.TextFormat.PlainText)
        self._details.setProperty("role", "soft")
        self._edit = QLineEdit(self)
        self._edit.setMaxLength(NAME_LENGTH)
        self._edit.hide()
        self._edit.editingFinished.connect(self._rename_done)
        drafts.watch(self)
        for widget in (self.title, self._edit, self._details):
            self._text.addWidget(widget)
        self._text.addStretch(1)
        self._parts: list[QWidget] = []
        self._more: QToolButton | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # of all cards one is the stop of Tab

    def _add_part(self, part: QWidget) -> None:
        """Add a button that is reached from the card by the arrows."""
        part.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        part.installEventFilter(self)
        self._parts.append(part)
        self._buttons.addWidget(part)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard came."""
        super().focusInEvent(event)
        self.came.emit(self)

    def eventFilter(self, part: QObject, event: QEvent) -> bool:
        """Go from button to button; up and down go to another card, as from the card itself."""
        if event.type() == QEvent.Type.FocusIn:
            self.came.emit(self)
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key(event.key())
        if key in ACROSS and isinstance(part, QWidget):
            self._go(part, ACROSS[key])
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # it goes on to the card, and from there to the page
        else:
            return False
        return True

    def _go(self, part: QWidget, by: int) -> None:
        within = [self, *(one for one in self._parts if one.isEnabled())]
        to = within[min(max(within.index(part) + by, 0), len(within) - 1)]
        to.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the buttons of the card; F2 renames."""
        if event.key() == Qt.Key.Key_Right and self.hasFocus():
            self._go(self, 1)
        elif event.key() == Qt.Key.Key_F2:
            self.rename()
        elif event.key() == Qt.Key.Key_Escape and self._edit.isVisible():
            self._edit.setText(self.moments[-1].title)
            self._rename_done()
        else:
            super().keyPressEvent(event)

    def _button(self, text: str, action: Callable[[], object], *, enabled: bool = True) -> None:
        button = QPushButton(text, self)
        button.setProperty("role", "quiet")
        button.setAccessibleName(joined((text.rstrip(" …"), self.title.text()), between=": "))
        button.setEnabled(enabled)
        button.clicked.connect(action)
        self._add_part(button)

    def _make_menu(
        self, choices: Sequence[tuple[str, Callable[[], object]]], *, enabled: bool
    ) -> QToolButton:
        more = QToolButton(self)
        more.setIcon(shown_icon("more"))
        more.setIconSize(QSize(theme.scaled(18), theme.scaled(18)))
        more.setProperty("role", "quiet")
        more.setToolTip(say("More"))
        more.setAccessibleName(joined((say("More"), self.title.text()), between=": "))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setEnabled(enabled)
        menu = Menu(more)
        for text, does in choices:
            menu.addAction(text).triggered.connect(does)
        more.setMenu(menu)
        self._more = more
        return more

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the card: by its key at its button, by the mouse where that is."""
        if self._more is None or not self._more.isEnabled():
            return
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        below = self._more.mapToGlobal(self._more.rect().bottomLeft())
        self._more.menu().popup(below if by_key else event.globalPos())

    def rename(self) -> None:
        """Let the title be typed over."""
        if self.moments[-1].deleted is not None or self._document.library.read_only:
            return
        self._edit.setText(self.moments[-1].title)
        self.title.hide()
        self._edit.show()
        self._edit.setFocus()
        self._edit.selectAll()

    def draft(self) -> str:
        """Return the title that is being typed, where it is another one."""
        typed = "" if self._edit.isHidden() else self._edit.text().strip()
        return "" if typed == self.moments[-1].title else typed

    def keep_draft(self) -> None:
        """Give what it is about that title."""
        self._rename_done()

    def _rename_done(self) -> None:
        if self._edit.isHidden():
            return
        typed = self.draft()
        named = [one.id for one in self.moments if one.title == self.moments[-1].title]
        if typed and not all(self._document.rename_map(key, typed) for key in named):
            return  # it stays in the line until it can be kept
        self._edit.hide()
        self.title.show()

    def _show_picture(self, summary: Summary) -> None:
        """Show the map in small before its title; with large letters the words need the room."""
        if not theme.is_large():
            self._row.insertWidget(0, Thumbnail(self._document, summary, self))

    def _continue(self) -> None:
        """Open the questions about a next moment, or close them."""
        if self.panel is not None:
            self._close_next()
        else:
            self.ask_next()

    def ask_next(self) -> None:
        """Open the questions about a moment that follows the last one."""
        if self.panel is not None:
            self.panel.label.setFocus()
            return
        self.panel = ContinuePanel(self._document, self.moments[-1], self)
        self.panel.made.connect(self.continued)
        self.panel.closed.connect(self._close_next)
        self._column.insertWidget(1 if not theme.is_large() else 2, self.panel)
        self.panel.label.setFocus()

    def _close_next(self) -> None:
        if self.panel is not None:
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None
            self.setFocus()
