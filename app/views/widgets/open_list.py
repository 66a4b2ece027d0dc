"""An answer from a list, or in words of one's own."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QWidget,
)

from app.models.rules import NAME_LENGTH, cleaned
from app.models.vocabulary import folded
from app.views.widgets import theme
from app.views.widgets.fields import Combo, caption_font
from app.views.widgets.typed_field import Line, TypedField
from app.words import phrases


class OpenListField(TypedField):
    """Words of one's own, or one of a list that may be divided under headings.

    `sections` gives for each heading ("" for none) the values with the words for them. What is
    typed and stands in the list counts as that value, and so does what `known` has a value for.
    With `whole`, half a word means nothing: it is given with Enter or when the field is left.
    Where nothing is asked, a `hint` stands in the empty field.
    """

    def __init__(
        self,
        name: str,
        sections: Sequence[tuple[str, Sequence[tuple[str, str]]]],
        *,
        empty: Any,
        whole: bool = False,
        known: Callable[[str], str | None] | None = None,
        hint: str = "",
    ) -> None:
        super().__init__(name)
        self._is_whole, self._also_known = whole, known
        self._nothing = hint or phrases.not_filled_in()
        self.empty = empty  # type: ignore[misc]  # None or "", as the field of the record wants it
        self._words = {value: text for _, rows in sections for value, text in rows}
        self._known = {folded(text): value for value, text in self._words.items()}
        self._combo = Combo()
        self._combo.setEditable(True)
        self._combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.line = Line()
        self.line.setMaxLength(NAME_LENGTH)
        self._combo.setLineEdit(self.line)
        self._combo.setModel(_sectioned(sections, self))
        self._combo.setCurrentIndex(-1)  # or the first word would stand there as if it was typed
        completer = QCompleter(list(self._words.values()), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._combo.setCompleter(completer)
        completer.activated.connect(self._type)
        self._combo.activated.connect(self._pick)
        if whole:
            self.line.returnPressed.connect(self._give_whole)
        else:
            self.line.textEdited.connect(self._hear)
        self._edit_in(self.line, self._combo)
        self._value: str | None = empty

    def _written(self, value: Any) -> str:
        return self._spoken(value)

    def _leave(self) -> None:
        self._pace.settle()
        if self._is_whole:
            self._give_whole()
        self.line.show_text(self._spoken(self._value))
        self._tell_left()

    def draft(self) -> str:
        """Return the typed text that is not stored yet."""
        typed = self.line.text()
        same = self._value_of(typed) == self._value
        return "" if same or not self._combo.isEnabled() else typed

    def _give_typed(self) -> None:
        self._type(self.line.text())

    def _give_whole(self) -> None:
        if self.draft() or (self.line.isModified() and not self.line.text()):
            self._give_typed()

    def _value_of(self, typed: str) -> Any:
        value = self._known.get(folded(typed))
        if value is None and self._also_known is not None:
            value = self._also_known(typed)
        return value or cleaned(typed) or self.empty

    def _type(self, typed: str) -> None:
        self._pace.forget()
        self.give(self._value_of(typed))

    def _pick(self, index: int) -> None:
        self._pace.forget()
        self.give(self._combo.itemData(index))

    def _show(self, value: str | None, *, is_mixed: bool, editable: bool) -> None:
        is_typing = self._is_whole and self.line.hasFocus() and self.line.isModified()
        same, self._value = value == self._value, value
        self._combo.setEnabled(editable)
        nothing = "" if value else self._nothing
        self.line.setPlaceholderText(phrases.mixed() if is_mixed else nothing)
        text = self._spoken(value)
        if is_typing and same:
            return
        if not self.line.hasFocus() or self._value_of(self.line.text()) != value:
            # The list has to agree, or it would open at the wrong place; it also sets the text.
            self._combo.setCurrentIndex(self._combo.findData(value) if value else -1)
            self.line.show_text(text)
            if not self.line.hasFocus():
                self.line.setCursorPosition(0)

    def _spoken(self, value: str | None) -> str:
        return self._words.get(value or "", value or "")

    def _announce(self, text: str) -> None:
        super()._announce(text)
        self.line.setAccessibleName(text)


def _sectioned(
    sections: Sequence[tuple[str, Sequence[tuple[str, str]]]], parent: QWidget
) -> QStandardItemModel:
    model = QStandardItemModel(parent)
    for heading, rows in sections:
        if heading:
            item = QStandardItem(heading)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setFont(caption_font())
            item.setForeground(theme.current().colour("soft_ink"))
            model.appendRow(item)
        for value, text in rows:
            item = QStandardItem(text)
            item.setData(value, Qt.ItemDataRole.UserRole)
            model.appendRow(item)
    return model
