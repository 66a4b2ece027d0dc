"""Who knows whom as a list: for whoever reads, hears or types rather than draws lines."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.document import Document
from app.models.network import Changes, Partner, Tie
from app.passes.pairs import Pairs
from app.views.people.person_field import PersonField
from app.views.people.tie_columns import answers, pairs_of, tie_columns
from app.views.widgets import theme
from app.views.widgets.keys import with_key
from app.views.widgets.menu import Menu
from app.views.widgets.speech import announce
from app.views.widgets.table import Table
from app.views.widgets.texts import paragraph
from app.words import phrases, say, say_n


class TiesTable(Table):
    """A row for every pair with an answer; Enter changes it, Delete removes it."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(say("Who knows whom"), tie_columns(), parent, key=lambda pair: pair.tie.id)
        self._document = document
        self.sort_by("one")

    @property
    def current(self) -> Tie | None:
        """Return the answer of the row the keyboard is on."""
        row = self.currentIndex().row()
        return self.rows.row_at(row).tie if row >= 0 else None

    def read(self) -> None:
        """Show the answers as they are by now."""
        self.show_rows(pairs_of(self._document.map) if self._document.is_open else ())

    def show_tie(self, tie_id: str) -> None:
        """Go to the row of an answer."""
        row = self.rows.row_of(tie_id)
        if row is not None:
            self.setCurrentIndex(self.rows.index(row, 0))

    def open_menu(self, at: QPoint) -> None:
        """Offer the answers, by the mouse or by its key."""
        self.change()

    def change(self) -> None:
        """Offer the answers below the row, the present one marked, and to remove it."""
        tie = self.current
        if tie is None or not self._document.is_editable:
            return
        menu = Menu(self, say("Know each other?"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for state, text in answers().items():
            action = menu.addAction(phrases.literal(text))
            action.setData(state)
            action.setCheckable(True)
            action.setChecked(state == tie.state)
            if action.isChecked():
                menu.setActiveAction(action)
        menu.addSeparator()
        menu.addAction(say("Remove this answer")).setData(None)
        menu.triggered.connect(self._choose)
        menu.popup(self.below(self.currentIndex().siblingAtColumn(2)))

    def remove(self) -> None:
        """Take the answer of the current row away; the next row is current then."""
        self._give(None)

    def _choose(self, action: object) -> None:
        self._give(action.data())  # type: ignore[attr-defined]

    def _give(self, state: str | None) -> None:
        tie = self.current
        if tie is not None:
            self._document.end_merging()  # every answer is a step of its own
            self._document.set_tie(tie.a, tie.b, state)


class TiesFace(QWidget):
    """The list, above it two names to add a pair, and below it what was not said."""

    pairs_requested = Signal()
    """To be asked of every pair, one at a time."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self.one = PersonField(document, say("Who"))
        self.other = PersonField(document, say("Knows whom"))
        self.add = QPushButton(say("Add"), self)
        self.add.setToolTip(with_key(say("These two know each other"), "Enter"))
        self.told = paragraph(self, soft=True)
        self.told.hide()
        self.table = TiesTable(document, self)
        self.counted = paragraph(self, soft=True)
        self.pairs = QPushButton(say("Pair by pair …"), self)
        self.change = QPushButton(say("Change …"), self)
        self.remove = QPushButton(say("Remove"), self)
        self._lay_out()
        self.one.entered.connect(self.other.setFocus)
        self.other.entered.connect(self._add)
        self.add.clicked.connect(self._add)
        self.change.clicked.connect(self.table.change)
        self.remove.clicked.connect(self.table.remove)
        self.pairs.clicked.connect(self.pairs_requested)
        for line in (self.one.line, self.other.line):
            line.textEdited.connect(self.told.hide)
        self.table.selectionModel().currentChanged.connect(self._allow)
        document.opened.connect(self._start_anew)
        document.changed.connect(self._follow)
        self._start_anew()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        top = QHBoxLayout()
        column.addLayout(top)
        top.setSpacing(theme.GRID)
        for field in (self.one, self.other):
            field.setMinimumHeight(theme.scaled(30))
            top.addWidget(field, 1)
        top.addWidget(self.add)
        column.addWidget(self.told)
        column.addWidget(self.table, 1)
        column.addWidget(self.counted)
        foot = QHBoxLayout()
        column.addLayout(foot)
        foot.setSpacing(theme.GRID)
        for button in (self.change, self.remove):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.pairs)

    def begin(self) -> None:
        """Take the keyboard: in the list, or where the first pair is added."""
        if self.table.rows.rowCount():
            if not self.table.currentIndex().isValid():
                self.table.setCurrentIndex(self.table.model().index(0, 0))
            self.table.setFocus()
        else:
            self.one.setFocus()

    @property
    def place(self) -> tuple[tuple[str | None, str], tuple[str | None, str], str]:
        """Return what the two fields hold, half typed or chosen, and the row the keyboard is on."""
        tie = self.table.current
        one, other = ((field.chosen, field.line.text()) for field in (self.one, self.other))
        return one, other, tie.id if tie is not None else ""

    def go_on_at(self, place: tuple[tuple[str | None, str], tuple[str | None, str], str]) -> None:
        """Go on at the `place` of another such list."""
        *named, tie = place
        for field, (chosen, typed) in zip((self.one, self.other), named, strict=True):
            field.show_who(chosen)
            field.line.setText(typed)
        self.table.show_tie(tie)

    def _add(self) -> None:
        """Say that two people know each other, and go on with the first of them."""
        ids = []
        for field in (self.one, self.other):
            key = field.chosen
            if key is None:
                text = say("Choose someone from the list: {typed}", typed=field.line.text())
                self._refuse(
                    field, text if field.line.text().strip() else say("Choose two people.")
                )
                return
            ids.append(key)
        if ids[0] == ids[1]:
            self._refuse(self.other, say("Choose two different people."))
            return
        tie = self._document.map.tie_between(ids[0], ids[1])
        if tie is not None and tie.state == "yes":
            self._refuse(self.other, say("That is already in the list."))
            self.table.show_tie(tie.id)
            return
        self._document.end_merging()
        if self._document.set_tie(ids[0], ids[1], "yes"):
            tie = self._document.map.tie_between(ids[0], ids[1])
            self.told.hide()
            self.table.show_tie(tie.id if tie else "")
            self.other.show_who(None)
            self.other.setFocus()

    def _refuse(self, field: PersonField, text: str) -> None:
        """Say why a name is not taken; the next that is typed comes in its place."""
        self.told.setText(text)
        self.told.show()
        announce(self, text)
        field.setFocus()
        field.line.selectAll()

    def _start_anew(self) -> None:
        for field in (self.one, self.other):
            field.show_who(None)
            field.refresh()
        self.told.hide()
        self._show()

    def _follow(self, before: Changes, after: Changes) -> None:
        changed = (*before.values(), *after.values())
        if any(isinstance(record, Partner) for record in changed):
            self.one.refresh()
            self.other.refresh()
        self._show()

    def _show(self) -> None:
        is_editable = self._document.is_editable
        self.table.read()
        for part in (self.one, self.other, self.add, self.pairs):
            part.setEnabled(is_editable)
        self.counted.setText(self._said() if self._document.is_open else "")
        self.table.setAccessibleDescription(self.counted.text())
        self._allow()

    def _allow(self) -> None:
        can = self._document.is_editable and self.table.current is not None
        self.change.setEnabled(can)
        self.remove.setEnabled(can)

    def _said(self) -> str:
        """Return the words on an empty list, and on how much nobody has said."""
        whole = self._document.map
        if len(whole.partners) < 2:
            return say("You need at least 2 partners to say who knows whom.")
        asked, rest = whole.asked_pairs, Pairs(whole).unsaid
        parts = []
        if not asked:
            text = say(
                "This list shows which of your partners know each other. Choose two names above "
                "and press Enter; a line appears between them on the map."
            )
            parts.append(text)
        if rest:
            parts.append(
                _on_drawn(rest, asked) if whole.network.lines_drawn else _on_rest(rest, asked)
            )
        return " ".join(parts)


def _on_drawn(rest: int, asked: Sequence[Tie]) -> str:
    if not asked:
        return say("You said all links are drawn: no two of your partners know each other.")
    return say_n(
        "You said all links are drawn: 1 other pair do not know each other.",
        "You said all links are drawn: the {n} other pairs do not know each other.",
        rest,
    )


def _on_rest(rest: int, asked: Sequence[Tie]) -> str:
    if not asked:
        return say_n(
            "Nothing is said yet about 1 pair. That is not the same as “no”.",
            "Nothing is said yet about {n} pairs. That is not the same as “no”.",
            rest,
        )
    return say_n(
        "Nothing is said yet about 1 other pair. That is not the same as “no”.",
        "Nothing is said yet about {n} other pairs. That is not the same as “no”.",
        rest,
    )
