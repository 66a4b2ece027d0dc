"""What the menu and its keys do with the people who are selected, and with the last edit."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.document import Document
from app.words import filled, joined, phrases, say
from app.words.edit_names import edit_name
from app.words.field_names import field_label


class EditActions(QObject):
    """Turns actions into intentions of the document; says what is not seen at once."""

    said = Signal(str)
    stepping, stepped = Signal(), Signal()
    """An edit is undone or done again now, and it is done: `said` follows."""
    merged = Signal(str)
    """Partners became one."""

    def __init__(self, document: Document, page: QWidget) -> None:
        super().__init__(page)
        self._document = document

    def undo(self) -> None:
        """Take the last edit back."""
        edit = self._document.undoable
        if edit and self._step(self._document.undo):
            self.said.emit(say("Undid: {what}", what=edit_name(edit, self._document.map)))

    def redo(self) -> None:
        """Do the edit again that was taken back last."""
        edit = self._document.redoable
        if edit and self._step(self._document.redo):
            self.said.emit(say("Redid: {what}", what=edit_name(edit, self._document.map)))

    def _step(self, does: Callable[[], bool]) -> bool:
        self.stepping.emit()
        is_done = does()
        self.stepped.emit()
        return is_done

    def star(self) -> None:
        """Name the selected partners important; where all are, no longer."""
        starred = all(partner.named_important for partner in self._document.selected)
        self._document.set_partners(self._document.selection, named_important=not starred)

    def merge(self) -> None:
        """Make one of the selected partners: the one selected first, whose answers stay."""
        from app.models.merged_partners import differing

        partners = self._document.selected
        if len(partners) < 2:
            return
        fields = differing(self._document.map, self._document.selection)
        if not self._document.merge_partners(self._document.selection):
            return
        text = say(
            "{who} are one partner now: {name}.",
            who=phrases.partner_count(len(partners)),
            name=partners[0].name,
        )
        if fields:
            differed = say("They differed, and the first answer stays: {fields}.")
            listed = joined(map(field_label, fields))
            text += " " + filled(differed, fields=phrases.lowered(listed))
        self.merged.emit(text)

    def select_unknown(self) -> None:
        """Select everybody of whom the setting is not known."""
        if self._document.is_open:
            unknown = [p.id for p in self._document.map.partners if p.setting is None]
            self._document.select(unknown)
            self.said.emit(phrases.selected_count(len(unknown)))

    def remove(self) -> None:
        """Remove the selected partners."""
        self._document.remove_partners(self._document.selection)

    def select_all(self) -> None:
        """Select everybody."""
        if self._document.is_open:
            self._document.select(partner.id for partner in self._document.map.partners)
            self.said.emit(phrases.selected_count(len(self._document.selection)))

    def select_kind(self) -> None:
        """Add everybody of the kinds of who is selected; own words are a kind."""
        kinds = {partner.kind for partner in self._document.selected}
        self._select_more(p.id for p in self._document.map.partners if p.kind in kinds)

    def select_setting(self) -> None:
        """Add everybody of the settings of who is selected."""
        settings = {partner.setting for partner in self._document.selected}
        self._select_more(p.id for p in self._document.map.partners if p.setting in settings)

    def ask_name(self) -> None:
        """Ask for another name where there is no form."""
        from app.views.widgets.question import ask_text

        page = self.parent()
        assert isinstance(page, QWidget)
        for partner in self._document.selected[:1]:
            title = say("Rename")
            name = ask_text(page, title, field_label("name"), title, partner.name)
            if name is not None:
                self._document.rename(partner.id, name)

    def _select_more(self, ids: Iterable[str]) -> None:
        if self._document.selection:
            self._document.select([*self._document.selection, *ids])
            self.said.emit(phrases.selected_count(len(self._document.selection)))
