"""The library: all maps, with new, open, rename, duplicate, remove, and bring back."""

from collections.abc import Hashable
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.document import Document
from app.models.history import REMOVED_KEPT
from app.storage.content import Summary
from app.views.library.card_base import Card, title_of
from app.views.library.cards import MapCard, SeriesCard, add_buttons, row_of
from app.views.library.foot import Foot
from app.views.library.listing import Entry, entries, listed
from app.views.library.search_row import SearchRow
from app.views.library.walked_list import WalkedList
from app.views.widgets import theme
from app.views.widgets.lazy_column import LazyColumn
from app.views.widgets.memory import remember_room
from app.views.widgets.question import Question
from app.views.widgets.speech import tell_on
from app.views.widgets.texts import paragraph
from app.views.widgets.word_button import WordButton
from app.words import filled, say, say_n

_CARD: Final = 72
"""About how high a card is, in pixels at normal text."""
_FEW: Final = 8
"""With no more maps than this there is nothing to look for."""
_EMPTY, _REMOVED = "empty", "removed"
"""Rows that are not maps: that there is none, and what stands above those that were removed."""


class MapsPage(QWidget):
    """A list of cards, the latest change on top; below it what was removed.

    The moments of one series are one card, which opens to them.
    """

    map_opened = Signal()
    map_made = Signal()
    """A new map was made; `map_opened` follows."""
    continued = Signal()
    """A next moment of a series was made, and is open."""
    compare_requested = Signal(str)
    """Two moments are to be compared; the id of the later one."""
    removed = Signal(object, str)
    """Ids of maps that were just removed, and what they are called."""
    erased = Signal(str, object)
    """The title of a map that is gone for good, and the files that may still hold it."""
    example_requested = Signal()
    open_file_requested = Signal()
    move_requested = Signal()
    """The maps are to be kept elsewhere, or another library is to be opened."""
    password_requested = Signal()
    """The password of the maps is to be set, changed or removed, or they are to be locked."""
    guest_requested = Signal(bool)
    """Nothing is to be left on this computer from now on, or all as usual again."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._entries: dict[str, Entry] = {}
        self._found: tuple[str, ...] = ()  # by the words in the search; stays if it is renamed

        heading = QLabel(say("My maps"), self)
        heading.setFont(theme.font("heading"))
        example = WordButton(say("See an example"), self)
        example.clicked.connect(self.example_requested)
        file = WordButton(say("Open a file …"), self)
        file.clicked.connect(self.open_file_requested)
        new = WordButton(say("New map"), self)
        new.setProperty("role", "primary")
        new.clicked.connect(self._new_map)
        self._new, self._file, self._example = new, file, example
        inside = WalkedList(self)
        inside.stepped.connect(self._walk)
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        top = row_of()
        column.addLayout(top)
        top.addWidget(heading, 1)
        add_buttons(top, example, file, new)
        self._build_search(column, inside)
        self.list = LazyColumn(theme.scaled(_CARD), inside)
        self.list.wanted.connect(self._make)
        column.addWidget(self.list)
        self._add_foot(column, inside)
        inside.setMaximumWidth(theme.scaled(860))
        middle = QWidget(self)
        centred = QHBoxLayout(middle)
        centred.setContentsMargins(0, 0, 0, 0)
        centred.addStretch(1)
        centred.addWidget(inside, 100)
        centred.addStretch(1)
        scroll = self.scroll_area = QScrollArea(self)
        scroll.setAccessibleName(say("My maps"))
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the cards in it have the keyboard
        scroll.setWidgetResizable(True)
        scroll.setWidget(middle)
        scroll.verticalScrollBar().valueChanged.connect(self._make_seen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        remember_room(self, "maps", of_map=False)
        document.library_changed.connect(self.refresh)

    def _build_search(self, column: QVBoxLayout, inside: WalkedList) -> None:
        self._searching = SearchRow(inside)
        self.search, self.order = self._searching.line, self._searching.order
        self.search.textChanged.connect(self._look)
        self.search.returnPressed.connect(self._open_found)
        self.order.currentIndexChanged.connect(self._list_again)
        inside.typed.connect(self.begin_search)
        inside.typed.connect(self.search.setText)
        column.addWidget(self._searching)
        self.counted = QLabel(inside)
        self.counted.setProperty("role", "soft")
        column.addWidget(self.counted)

    def _add_foot(self, column: QVBoxLayout, inside: QWidget) -> None:
        column.addSpacing(theme.GRID)
        self.foot = Foot(self._document, inside)
        self.foot.move_requested.connect(self.move_requested)
        self.foot.password_requested.connect(self.password_requested)
        self.foot.guest_requested.connect(self.guest_requested)
        column.addWidget(self.foot)
        column.addStretch(1)

    def refresh(self) -> None:
        """Read the maps again."""
        if not self.isVisible():
            return
        self._fill()

    def showEvent(self, event: object) -> None:
        """Show the maps as they are now."""
        super().showEvent(event)  # type: ignore[arg-type]
        self._found = ()
        self._fill()

    def _fill(self) -> None:
        focused = self._focused_card()
        self.foot.refresh()
        writable = not self._document.library.read_only
        for button in (self._new, self._file, self._example):
            button.setEnabled(writable)
        found = entries(self._document.summaries(), date.today())  # noqa: DTZ011
        self._entries = {entry.key: entry for entry in found}
        many = len(found) > _FEW
        self._searching.setVisible(many or bool(self.search.text()))
        self._list_again()
        if focused is not None:
            self._focus(focused)

    def _look(self) -> None:
        self._found = ()
        self._list_again()

    def _list_again(self) -> None:
        """Show the maps that are looked for, in the order that is chosen."""
        typed = self.search.text()
        shown = listed(tuple(self._entries.values()), typed, self.order.currentData(), self._found)
        self._found = tuple(entry.key for entry in shown)
        state = (self._document.library.read_only, frozenset(self._document.damaged))
        rows: list[tuple[str, Hashable]] = [
            (entry.key, (entry, state)) for entry in shown if not entry.is_removed
        ]
        self.counted.setVisible(bool(typed.strip()))
        tell_on(self.counted, say_n("{n} map", "{n} maps", len(rows)) if typed.strip() else "")
        if not rows and not typed.strip():
            rows.append((_EMPTY, None))
        removed = [(entry.key, (entry, state)) for entry in shown if entry.is_removed]
        self.list.show_rows([*rows, *([(_REMOVED, None)] if removed else []), *removed])
        self._make_seen()
        self._keep_a_stop()

    def _make_seen(self) -> None:
        """Make the cards near what is seen."""
        top = self.scroll_area.verticalScrollBar().value()
        self.list.see(top, top + max(self.scroll_area.viewport().height(), self.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make what comes in sight."""
        super().resizeEvent(event)
        if self.isVisible():
            self._make_seen()

    def _keep_a_stop(self) -> None:
        """Let Tab stop at the first card, where it stops at none: one of them is the stop."""
        cards = [card for card in self.list.made() if isinstance(card, MapCard | SeriesCard)]
        if cards and not any(
            card.focusPolicy() & Qt.FocusPolicy.TabFocus for card in self._all_cards()
        ):
            self._stop_at(cards[0])

    def _all_cards(self) -> list[MapCard | SeriesCard]:
        made = [card for one in self.list.made() for card in (one, *one.findChildren(MapCard))]
        return [card for card in made if isinstance(card, MapCard | SeriesCard)]

    def _stop_at(self, card: MapCard | SeriesCard) -> None:
        for other in self._all_cards():
            if other.focusPolicy() & Qt.FocusPolicy.TabFocus and other is not card:
                other.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _make(self, key: str) -> None:
        if key == _EMPTY:
            text = say("No maps yet. Start with a new one.")
            self.list.put(key, paragraph(self, text, soft=True))
            return
        if key == _REMOVED:
            text = say("Removed (kept for at least {n} days)", n=REMOVED_KEPT.days)
            label = paragraph(self, text, "strong")
            label.setContentsMargins(0, 16, 0, 0)
            self.list.put(key, label)
            return
        moments = self._entries[key].moments
        several = len(moments) > 1
        self.list.put(key, self._line(moments) if several else self._card(moments[0]))

    @property
    def lines(self) -> list[SeriesCard]:
        """Return the cards of the maps with several moments."""
        return [card for card in self.list.made() if isinstance(card, SeriesCard)]

    @property
    def cards(self) -> list[MapCard]:
        """Return the cards that were made of maps that are there, in their order."""
        return [
            card
            for made in self.list.made()
            for card in ([made] if isinstance(made, MapCard) else made.findChildren(MapCard))
            if card.is_there
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes back what is looked for."""
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)

    def _focused_card(self) -> str | None:
        """Return the id of the map or the series whose card has the keyboard, or None."""
        focused = QApplication.focusWidget()
        while focused is not None and not isinstance(focused, MapCard | SeriesCard):
            focused = focused.parentWidget()
        if isinstance(focused, SeriesCard):
            return focused.series
        return focused.network_id if focused is not None else None

    def _focus(self, key: str) -> None:
        """Put the keyboard back on a map or series, or on the first where that one is gone."""
        self._card_with(key)
        for card in (*self.cards, *self.lines):
            known = card.network_id if isinstance(card, MapCard) else card.series
            if known == key and card.isVisibleTo(self):
                card.setFocus()
                return
        self.focus_first()

    def _card_with(self, key: str) -> Card | None:
        """Return the card of a map or a series, made if need be; that of a moment is its line."""
        for entry in self._entries.values():
            if key in (entry.moments[0].series, *(one.id for one in entry.moments)):
                card = self.list.card(entry.key)
                return card if isinstance(card, Card) else None
        return None

    def ask_next(self) -> None:
        """Open the questions about a next moment of the open map."""
        card = self._card_with(self._document.map.network.id)
        if card is not None and not self._document.library.read_only:
            card.ask_next()
            self.scroll_area.ensureWidgetVisible(card)

    def _card(self, summary: Summary, series: str | None = None) -> MapCard:
        card = MapCard(self._document, summary, self, series=series)
        card.opened.connect(self._open)
        card.came.connect(self._stop_at)
        card.removed.connect(self._remove)
        card.duplicated.connect(self._duplicate)
        card.erase_requested.connect(self._erase)
        card.continued.connect(self.continued)
        return card

    def _line(self, moments: tuple[Summary, ...]) -> SeriesCard:
        line = SeriesCard(self._document, moments, self)
        line.compare_requested.connect(self.compare_requested)
        line.opened.connect(self._open)
        line.removed.connect(self._remove)
        line.came.connect(self._stop_at)
        line.continued.connect(self.continued)
        for summary in moments:
            line.inside.addWidget(self._card(summary, title_of(moments[-1])))
        return line

    def focus_first(self) -> None:
        """Put the keyboard on the first map."""
        keys = self.list.keys
        card = self.list.card(keys[0]) if keys else None
        if isinstance(card, MapCard | SeriesCard) and self.cards:
            card.setFocus()
        else:
            self._new.setFocus()

    def begin_search(self) -> None:
        """Take what is looked for; what was looked for before can be typed over."""
        self._searching.show()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _walk(self, by: int) -> None:
        """Put the keyboard on a card some rows further, or the nearest there is."""
        here = self._focused_card()
        shown = [self._entries[key] for key in self.list.keys if key in self._entries]
        rows = [(entry, one) for entry in shown for one in self._rows_of(entry)]
        if not rows:
            return
        at = next((number + by for number, (_, one) in enumerate(rows) if one == here), 0)
        entry, one = rows[min(max(at, 0), len(rows) - 1)]
        self.list.card(entry.key)
        self._focus(one)
        card = QApplication.focusWidget()
        if card is not None:
            self.scroll_area.ensureWidgetVisible(card)
        self._make_seen()

    def _rows_of(self, entry: Entry) -> list[str]:
        """Return the map of an entry; of a series the line itself, and its moments while open."""
        ids = [one.id for one in entry.moments]
        if len(ids) == 1:
            return ids
        series = entry.moments[0].series
        is_open = any(line.series == series and not line.rows.isHidden() for line in self.lines)
        return [series, *(ids if is_open else ())]

    def _new_map(self) -> None:
        if self._document.new_map(say("My network")):
            self.map_made.emit()
            self.map_opened.emit()

    def _open(self, network_id: str) -> None:
        if self._document.open(network_id):
            self.map_opened.emit()

    def _open_found(self) -> None:
        """Open the first map that is found: of several moments the last."""
        found = [self._entries[key] for key in self._found]
        if self.search.text().strip() and found and not found[0].is_removed:
            self._open(found[0].moments[-1].id)

    def _remove(self, ids: tuple[str, ...], title: str) -> None:
        if removed := tuple(key for key in ids if self._document.remove_map(key)):
            self.removed.emit(removed, title)

    def _erase(self, network_id: str, title: str) -> None:
        """Ask once, as nothing takes this back, and remove a map for good."""
        asked = say("Delete “{title}” permanently, also from the backups?")
        stays = say("This cannot be undone. Files you made yourself stay.")
        box = Question(self, filled(asked, title=title), stays)
        box.destroy_by(say("Delete permanently"))
        if box.ask() is not None:
            left = self._document.erase_map(network_id)
            if left is not None:
                self.erased.emit(title, left)

    def _duplicate(self, network_id: str, title: str) -> None:
        copied = self._document.duplicate_map(network_id, say("{title} (copy)", title=title))
        line = self._card_with(copied or "")
        if isinstance(line, SeriesCard):
            line.fold.setChecked(True)  # the copy is in its line
        for card in self.cards:
            if card.network_id == copied:
                card.rename()
