"""What the owner keeps beside the map (an activity, evidence): a card that unfolds."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.document import Document
from app.models.network import Activity, Evidence, Partner
from app.views.widgets import theme
from app.views.widgets.buttons import Heading
from app.views.widgets.fields import Field
from app.views.widgets.memory import remember
from app.views.widgets.menu import Menu
from app.words import joined, phrases, say

Kept = Activity | Evidence
_LAID_OUT: Final = 60
"""Milliseconds after which a card that unfolds has its place: boxes within boxes take turns."""


class Unfolding(QFrame):
    """A heading that says what it is; unfolded, a field for all there is to say of it."""

    _around = 0
    """Pixels around it."""

    def __init__(self, document: Document, remembered: str, parent: QWidget | None = None) -> None:
        """Show nothing yet; `remembered` is as what is known whether it stands open."""
        super().__init__(parent)
        self._document = document
        self.fields: list[Field] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(*[self._around] * 4)
        self.heading = Heading("", self)
        self.heading.toggled.connect(self._fold)
        remember(self.heading, remembered)
        column.addWidget(self.heading)
        self._body = QWidget(self)
        self._body.hide()
        column.addWidget(self._body)

    def _fold(self, opened: bool) -> None:
        if opened and not self.fields:
            self._fill(QVBoxLayout(self._body))
        self._body.setVisible(opened)

    def _fill(self, column: QVBoxLayout) -> None:
        """Put the fields into the column of what is folded."""
        column.setSpacing(theme.scaled(12))
        for field in self._made():
            field.given.connect(self._store)
            field.left.connect(self._document.end_merging)
            self.fields.append(field)
            column.addWidget(field)

    def _made(self) -> Iterable[Field]:
        raise NotImplementedError

    def _store(self, name: str, value: Any) -> None:
        raise NotImplementedError


class UnfoldingCard(Unfolding):
    """The card of something that is kept, with a button that takes it out."""

    removed = Signal()
    _around = 8

    def __init__(
        self,
        document: Document,
        record_id: str,
        make: Callable[[], Iterable[Field]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(document, f"kept {record_id}", parent)
        self.record_id, self._make = record_id, make
        self.setProperty("role", "card")

    def show_record(self, record: Kept, title: str) -> None:
        """Show a record as it is now."""
        self.heading.setText(title)
        for field in self.fields:
            value = getattr(record, field.name)
            field.show_values([value], editable=self._document.is_editable)

    def unfold(self) -> None:
        """Show the fields, with the cursor in the first."""
        self.heading.setChecked(True)
        self.fields[0].setFocus()
        QTimer.singleShot(_LAID_OUT, self, self._bring_in_sight)

    def _bring_in_sight(self) -> None:
        """Scroll until the first field is seen, and as much of the rest as fits."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(self)
            area.ensureWidgetVisible(self.fields[0])

    def _made(self) -> Iterable[Field]:
        return self._make()

    def _fill(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(8, 0, 8, 0)
        super()._fill(column)
        remove = QPushButton(say("Remove"), self._body)
        remove.setProperty("role", "quiet")
        remove.clicked.connect(self._drop)
        column.addWidget(remove)
        self._show_what_holds()

    def _store(self, name: str, value: Any) -> None:
        self._document.change(self.record_id, **{name: value})
        self._show_what_holds()

    def _drop(self) -> None:
        self._document.drop(self.record_id)

    def _show_what_holds(self) -> None:
        record = self._document.map.records.get(self.record_id)
        if isinstance(record, Activity | Evidence):
            self.show_record(record, self.heading.text())


class PeopleField(Field):
    """Some of the partners, ticked in a list that drops down."""

    empty = ()

    def __init__(self, name: str, people: Callable[[], Sequence[tuple[str, str]]]) -> None:
        super().__init__(name)
        self._people = people
        self._value: tuple[str, ...] = ()
        self._button = QPushButton()
        self._button.setMinimumHeight(theme.scaled(32))
        self._button.clicked.connect(self._offer)
        self._add(self._button)

    def _offer(self) -> None:
        menu = Menu(self)
        for key, called in self._people():
            action = menu.addAction(phrases.literal(called))
            action.setCheckable(True)
            action.setChecked(key in self._value)
            action.setData(key)
        menu.triggered.connect(lambda action: self._tick(action.data()))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height())))

    def _tick(self, key: str) -> None:
        chosen = {*self._value} ^ {key}
        self.give(tuple(k for k, _ in self._people() if k in chosen))

    def _show(self, value: tuple[str, ...], *, is_mixed: bool, editable: bool) -> None:
        self._value = value
        self._button.setText(self._spoken(value) or say("Choose …"))
        self._button.setEnabled(editable)

    def _spoken(self, value: tuple[str, ...]) -> str:
        return joined(called for key, called in self._people() if key in value)


def by_name(partners: Iterable[Partner]) -> list[tuple[str, str]]:
    """Return the ids and names of partners, by name."""
    return sorted(((p.id, p.name) for p in partners), key=lambda pair: pair[1].casefold())
