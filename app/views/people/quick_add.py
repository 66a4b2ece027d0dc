"""Putting partners on the map: the field that stays open, *who else?*, and the tray below."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.document import Document
from app.models.network import Partner
from app.models.rules import NAME_LENGTH
from app.models.vocabulary import Kind, vocabulary
from app.views.people.tray import Tray
from app.views.people.who_else import Prompts
from app.views.widgets import drafts, keys, theme
from app.views.widgets.keys import with_key
from app.views.widgets.new_line import NewLine
from app.views.widgets.side_scroll import SideScroll
from app.views.widgets.speech import announce
from app.views.widgets.word_button import WordButton
from app.views.widgets.wrapping import wrapped
from app.words import current_language, filled, phrases, say

_AROUND_OFFER: Final = 42
"""Pixels beside the words of an offer: card, padding and scroll bar."""
_TYPED: Final = 500
"""Milliseconds after the last letter until what Enter will do is said."""


class NameField(NewLine):
    """The field for the next name. Enter adds, Down goes to the kinds, Esc empties it."""

    entered = Signal()
    went_down = Signal()
    left_for_map = Signal()
    list_pasted = Signal()
    """More than one line, or partners of Kring, are to be pasted."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter, Down and Esc; the rest is typing."""
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Paste) and _holds_people():
            self.list_pasted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.entered.emit()
        elif key == Qt.Key.Key_Down:
            self.went_down.emit()
        elif key == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left_for_map.emit()
        else:
            super().keyPressEvent(event)


def _holds_people() -> bool:
    """Tell whether the clipboard holds partners, or a text of several lines."""
    from app.exchange.clipboard import MIME

    mime = QGuiApplication.clipboard().mimeData()
    return mime is not None and (mime.hasFormat(MIME) or "\n" in mime.text().strip())


class QuickAdd(QWidget):
    """The left side of the drawing screen."""

    left_for_map = Signal()
    rate_requested = Signal()
    unknown_requested = Signal()
    """To say where whoever has no setting belongs."""
    list_pasted = Signal()

    def __init__(
        self,
        document: Document,
        place_for: Callable[[str | None, str | None], tuple[float, float] | None],
        parent: QWidget | None = None,
    ) -> None:
        """Watch `document`; `place_for` gives a place on the map by kind and setting."""
        super().__init__(parent)
        self._document = document
        self._place_for = place_for
        self.offered: list[Kind] = []

        self.field = NameField(self)
        self.field.setMaxLength(NAME_LENGTH)
        self.field.setPlaceholderText(say("Name or role …"))
        self.field.setAccessibleName(say("Add a partner: name or role"))
        self.field.setAccessibleDescription(
            say("Press Enter to add. Press ↓ to choose the type.")
        )  # else what stands in the empty field would be said once more
        self.field.setMinimumHeight(theme.scaled(36))
        self.field.textChanged.connect(self._offer)
        self.field.entered.connect(self.add_typed)
        self.field.went_down.connect(self._enter_offers)
        self.field.left_for_map.connect(self.left_for_map)
        self.field.list_pasted.connect(self.list_pasted)

        self._typed = QTimer(self, singleShot=True, interval=_TYPED)
        self._typed.timeout.connect(self._tell_what_enter_does)
        self._build_offers()
        self._rate = WordButton("", self)
        self._rate.setToolTip(
            with_key(say("Answer one question at a time for everyone"), keys.RATE)
        )
        self._rate.clicked.connect(self.rate_requested)
        self.unknown = WordButton("", self)
        self.unknown.setProperty("role", "quiet")
        self.unknown.setProperty("lies", "start")
        self.unknown.setMinimumHeight(24)
        self.unknown.setToolTip(say("Grey on the map: their area is not known yet"))
        self.unknown.clicked.connect(self.unknown_requested)
        self.tray = Tray(document, place_for, self)
        self.tray.name_begun.connect(self.begin_name)
        self.prompts = Prompts(document, self)
        self.prompts.chosen.connect(self._add_kind)
        self._lay_out()
        document.opened.connect(self._refresh)
        document.changed.connect(self._follow)
        drafts.watch(self)
        self._refresh()

    def _build_offers(self) -> None:
        self.below = QFrame(self)
        self.below.setProperty("role", "card")
        under = self._under = QVBoxLayout(self.below)
        under.setContentsMargins(theme.GRID, theme.GRID // 2, theme.GRID, theme.GRID // 2)
        under.setSpacing(theme.GRID // 2)
        self.hint = _Hint(self.below)
        self.hint.pressed.connect(self._add_pressed)
        self.hint.setProperty("role", "soft")
        self.hint.setWordWrap(True)
        self.hint.setFont(theme.font("label"))
        under.addWidget(self.hint)

        self._offers = _Offers(self.below)
        self._offers.setProperty("role", "offers")
        self._offers.setFrameShape(QFrame.Shape.NoFrame)
        self._offers.setFont(theme.font("label" if theme.is_large() else "text"))
        self._offers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._offers.setAccessibleName(say("What type of partner is this?"))
        self._offers.setWordWrap(True)
        self._offers.clicked.connect(self._choose)
        self._offers.activated.connect(self._choose)
        self._offers.left.connect(self.field.setFocus)
        under.addWidget(self._offers)
        self._offers.hide()
        self.below.hide()

    def _lay_out(self) -> None:
        top = QWidget(self)
        column = QVBoxLayout(top)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self._rate)

        scroll = SideScroll(self)
        inside = scroll.inside
        rest = QVBoxLayout(inside)
        rest.setContentsMargins(16, 0, 4, 16)
        rest.setSpacing(16)
        rest.addWidget(self.tray)
        rest.addWidget(self.prompts)
        rest.addStretch(1)
        foot = QVBoxLayout()

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(top)
        layout.addWidget(scroll, 1)
        layout.addLayout(foot)  # where it comes and goes without moving what is pressed above
        foot.setContentsMargins(16, 4, 4, 4)
        foot.addWidget(self.unknown)
        self.below.raise_()

    @property
    def hinted(self) -> str:
        """Return the hint about the typed name, while it is seen."""
        return self.hint.text() if self.hint.isVisible() else ""

    def draft(self) -> str:
        """Return the name in the field, which is nobody on the map yet."""
        return self.field.text().strip() if self._document.is_editable else ""

    def keep_draft(self) -> None:
        """Add who is in the field."""
        self.add_typed()

    def _follow(self, before: object, after: object) -> None:
        self._show_who_is_there()
        if self.field.text():  # else nothing is said of it
            self._say_what_to_do()

    def _refresh(self) -> None:
        self._show_who_is_there()
        self._say_what_to_do()

    def _show_who_is_there(self) -> None:
        editable = self._document.is_editable
        for part in (self.field, self._rate, self.unknown, self.prompts):
            part.setEnabled(editable)
        self.prompts.refresh()
        partners = self._document.map.partners if self._document.is_open else ()
        self._show_rate(partners, editable=editable)
        self._show_unknown(partners, editable=editable)

    def _show_rate(self, partners: Sequence[Partner], *, editable: bool) -> None:
        """Show the number of partners not rated yet; when all are, offer to look at them again."""
        unrated = sum([p.frequency is None or p.importance is None for p in partners])
        self._rate.setEnabled(bool(partners) and editable)
        text = say("Rate: {n} left", n=unrated) if unrated else say("Change ratings")
        self._rate.setText(text if partners else say("Rate"))

    def _show_unknown(self, partners: Sequence[Partner], *, editable: bool) -> None:
        """Point out whoever is grey: where they belong is asked of them one after another."""
        unknown = sum([partner.setting is None for partner in partners])
        self.unknown.setVisible(unknown > 0 and editable)
        if unknown:
            self.unknown.setText(say("Choose an area: {n} left", n=unknown))

    def _say_what_to_do(self) -> None:
        typed = bool(self.field.text())
        kind = self._certain() if typed else None  # what recognises words is made at the first
        if kind is None:
            text = _what_to_do()
        else:
            text = say("Press Enter to add as: {kind}")
            text = filled(text, kind=kind.label(current_language()))
        twice = self._named_alike()
        if twice:
            text = f"{twice} {text}"
        self.hint.setText(text)
        self.below.setVisible(typed or self._offers.isVisibleTo(self.below))
        self._place_below()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is said of a name below its field."""
        super().resizeEvent(event)
        self._place_below()

    def _place_below(self) -> None:
        """Lay what is said of the typed name over the rest: nothing moves at a letter.

        Below what is pressed when the last name is in, which it would hide.
        """
        at = self._rate.mapTo(self, self._rate.rect().bottomLeft())
        card, width = self.below, self.field.width()
        if card.isVisibleTo(self):
            rows = range(min(self._offers.count(), 8))
            wanted = sum(map(self._offers.sizeHintForRow, rows)) + 4
            line = width - 2 * theme.GRID
            # The kinds keep their place while the words above them become fewer.
            self.hint.setMinimumHeight(_height(_what_to_do(), line, self.hint))
            said = self.hint.heightForWidth(line) + 2 * theme.GRID
            room = self.height() - at.y() - theme.GRID - said
            self._offers.setFixedHeight(max(min(wanted, room), theme.scaled(48)))
            height = self._under.totalHeightForWidth(width)
            card.setGeometry(at.x(), at.y() + 4, width, max(height, 1))

    def _named_alike(self) -> str:
        """Say that somebody is called so already: two people may share a name, or be one."""
        if not self._document.is_open or not self.field.text().strip():
            return ""
        return phrases.named_alike([self.field.text().strip()], self._document.map.partners)

    def _certain(self) -> Kind | None:
        return vocabulary().certain(self.field.text(), current_language())

    def _tell_what_enter_does(self) -> None:
        """Say what is seen below the field, where it is about this name."""
        if self._certain() is not None or self._named_alike():
            announce(self.field, self.hinted)

    def _offer(self, typed: str) -> None:
        self._typed.start()
        tongue = current_language()
        certain = self._certain()
        found = vocabulary().recognise(typed, tongue)
        self._show_offers([kind for kind in found if kind is not certain][:5])

    def _show_offers(self, kinds: list[Kind]) -> None:
        """Offer these kinds; of all there are, about eight at a time."""
        tongue = current_language()
        self.offered = kinds
        self._offers.clear()
        font, metrics = self._offers.font(), self._offers.fontMetrics()
        for kind in kinds:
            lines = wrapped(kind.label(tongue), self.field.width() - _AROUND_OFFER, font)
            item = QListWidgetItem("\n".join(lines), self._offers)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, kind.label(tongue))
            item.setToolTip(phrases.setting_label(kind.setting))
            item.setForeground(theme.current().setting(kind.setting))
            item.setSizeHint(QSize(0, max(24, len(lines) * metrics.lineSpacing() + 12)))
        self._offers.setVisible(bool(self._offers.count()))
        self._say_what_to_do()

    def _enter_offers(self) -> None:
        if not self._offers.count() and self.field.text().strip():
            self._show_offers(list(vocabulary().kinds.values()))
        if self._offers.count():
            self._offers.setCurrentRow(0)
            self._offers.setFocus()

    def _choose(self, index: QModelIndex) -> None:
        # Where one click activates, a click comes twice: there is nothing left to take then.
        if index.row() < len(self.offered):
            kind, typed = self.offered[index.row()], self.field.text().strip()
            whole = kind.prompt(current_language())
            # The beginning of the word for the kind was meant as the word.
            begun = whole.casefold().startswith(typed.casefold())
            self._add(whole if begun else typed, kind)
            self.field.setFocus()

    def begin_name(self, text: str) -> None:
        """Go on with a name whose first letters were typed elsewhere."""
        if self.field.isEnabled():
            self.field.setFocus()
            self.field.setCursorPosition(len(self.field.text()))
            self.field.insert(text)

    def add_typed(self) -> None:
        """Add who is in the field, if anybody."""
        self._add(self.field.text(), self._certain())

    def _add_pressed(self) -> None:
        self.add_typed()
        self.field.setFocus()  # for the next name, as after Enter

    def _add_kind(self, kind_id: str) -> None:
        kind = vocabulary().kinds[kind_id]
        self._add(kind.prompt(current_language()), kind)

    def _add(self, name: str, kind: Kind | None) -> None:
        place = self._place_for(*(kind.id, kind.setting) if kind else (None, None))
        if self._document.add_partner(name, kind=kind.id if kind else None, at=place):
            self.field.clear()


def _what_to_do() -> str:
    return say("Press Enter to add. Press ↓ to choose the type.")


def _height(text: str, width: int, label: QLabel) -> int:
    return len(wrapped(text, width, label.font())) * label.fontMetrics().lineSpacing()


class _Hint(QLabel):
    """Says what Enter does; a press does the same."""

    pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a press."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()


class _Offers(QListWidget):
    """The kinds a typed name may mean; Esc and Up lead back to the name."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the ways back."""
        up = event.key() == Qt.Key.Key_Up and self.currentRow() <= 0
        if up or event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
