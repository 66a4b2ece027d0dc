"""What is drawn on the map as a menu: every outline and text can be reached and changed there."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.document import Document
from app.models.network import Map, Note, Outline, Stroke
from app.views.widgets.menu import Menu
from app.words import filled, joined, phrases, say

_MOST_SHOWN: Final = 32
"""Characters of a label or text in the menu."""


class DrawnMenu(Menu):
    """Tells what is to be done with which outline or text."""

    chosen = Signal(str, str)
    """What (`find`, `edit`, `remove`, `outline`, `write`) and the id it is about, or nothing."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self.triggered.connect(self._tell)

    def list_all(self) -> None:
        """Offer everything that is drawn, each with what can be done with it."""
        whole = self._document.map
        editable = self._document.is_editable
        if editable:
            self._add(self, say("Add text"), "write")
            several = self._add(self, say("Draw an outline around the people selected"), "outline")
            several.setEnabled(bool(self._document.selection))
        records: list[Outline | Note] = [*whole.all_of(Outline), *whole.all_of(Note)]
        if records and editable:
            self.addSeparator()
        for record in records:
            name = phrases.literal(name_of(record, whole))
            if editable or isinstance(record, Outline):
                self._fill(self.inside(name), record)
            else:
                self.addAction(name).setEnabled(False)
        if editable:
            self._offer_photo()
        strokes = whole.all_of(Stroke)
        if strokes and editable:
            self.addSeparator()
            text = say("Erase all pen lines ({n})", n=len(strokes))
            self._add(self, text, "rub_out")
        if self.isEmpty():
            self.addAction(say("Nothing is drawn yet")).setEnabled(False)

    def _offer_photo(self) -> None:
        self.addSeparator()
        if self._document.ground is None:
            self._add(self, say("Put a photo of a drawing under the map"), "photo")
        else:
            self._add(self, say("Move or resize the photo"), "photo")
            self._add(self, say("Remove the photo"), "remove_photo")

    def offer(self, key: str) -> None:
        """Offer what can be done with one outline or text."""
        record = self._document.map.records.get(key)
        if isinstance(record, Outline | Note):
            self._fill(self, record)

    def _fill(self, menu: Menu, record: Outline | Note) -> None:
        is_outline = isinstance(record, Outline)
        find = say("Select everyone in it") if is_outline else say("Move with the arrow keys")
        self._add(menu, find, "find", record.id)
        if self._document.is_editable:
            edit = say("Change the label …") if is_outline else say("Change the text …")
            self._add(menu, edit, "edit", record.id)
            remove = say("Remove the outline") if is_outline else say("Remove the text")
            self._add(menu, remove, "remove", record.id)

    def _add(self, menu: Menu, text: str, what: str, key: str = "") -> QAction:
        action = menu.addAction(text)
        action.setData(f"{what} {key}")
        return action

    def _tell(self, action: QAction) -> None:
        what, _, key = str(action.data() or "").partition(" ")
        if what:
            self.chosen.emit(what, key)


def name_of(record: Outline | Note, whole: Map) -> str:
    """Return the name of an outline or a text for lists and screen readers."""
    if isinstance(record, Note):
        text = say("Text: {text}")
        return filled(text, text=_short(" ".join(record.text.split())))
    members = [p for key in record.members if (p := whole.partner(key)) is not None]
    names = [partner.name for partner in members]
    text = say("Outline: {label}, {count}")
    text = filled(text, count=phrases.people_count(members))
    return filled(text, label=_short(record.label or joined(names)))


def heard_of(record: Outline | Note, whole: Map) -> str:
    """Return all that an outline or a text says, with everybody who is in it."""
    if isinstance(record, Note):
        return filled(say("Text: {text}"), text=" ".join(record.text.split()))
    members = [p for key in record.members if (p := whole.partner(key)) is not None]
    label = record.label or phrases.people_count(members)
    names = joined(partner.name for partner in members)
    return filled(say("Outline: {label}, with {names}"), label=label, names=names)


def _short(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else text[: _MOST_SHOWN - 1].rstrip() + "…"
