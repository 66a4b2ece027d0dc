"""The form of the selected partners: what there is to say about one, or about several at once."""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from typing import Any, ClassVar, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.analysis.gaps import LESS_OFTEN
from app.analysis.study import study
from app.document import Document
from app.models.network import Changes, Network, Partner, Record, rules_of
from app.models.vocabulary import vocabulary
from app.views.map.marks import DIFFERENCES
from app.views.map.spoken import difference
from app.views.people.editors import editor
from app.views.widgets import theme
from app.views.widgets.buttons import Heading
from app.views.widgets.fields import Field, hairline
from app.views.widgets.memory import remember
from app.views.widgets.side_scroll import SideScroll
from app.views.widgets.text_fields import NameField
from app.views.widgets.told_when_shown import ToldWhenShown
from app.views.widgets.wrapping import FewLines
from app.words import current_language, fields, joined, phrases, say

_HEAD: Final = frozenset({"name", "kind", "setting"})
"""The fields of a partner that the head of their form says something of."""


class RecordForm(ToldWhenShown, QWidget):
    """A scrolling column of fields that show records of the open map and change them at once."""

    lies_as: ClassVar = "card"
    """How it lies: as a card of its own, or as a part of a side."""
    called: ClassVar = "form"
    """Under what name is remembered which of its groups stand open."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.fields: list[Field] = []
        self._unmade: dict[Group, Callable[[], Iterator[Field]]] = {}
        self.setProperty("role", self.lies_as)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.scroll_area = SideScroll()
        self._page = self.scroll_area.inside
        self.column = QVBoxLayout(self._page)
        self._keep_width(0, 0)
        self.column.setSpacing(theme.scaled(12))
        self.scroll_area.verticalScrollBar().rangeChanged.connect(self._keep_width)
        whole = QVBoxLayout(self)
        corner = theme.GRID if self.lies_as == "card" else 0
        whole.setContentsMargins(corner // 8, corner, corner // 8, corner)  # it has round corners
        whole.addWidget(self.scroll_area)
        self.setMinimumWidth(250)

    def add(self, field: Field, column: QVBoxLayout | None = None) -> Field:
        """Put a field at the end of the form, or of a column within it."""
        field.given.connect(self._store)
        field.left.connect(self.document.end_merging)
        self.fields.append(field)
        (column or self.column).addWidget(field)
        return field

    def add_group(
        self, name: str, title: str, fields: Callable[[], Iterator[Field]], column: QVBoxLayout
    ) -> "Group":
        """Put a group at the end of a column; `fields` makes its fields once they are wanted.

        It stands open or folded under its name, which is not translated.
        """
        group = Group(title)
        self._unmade[group] = fields
        column.addWidget(group)
        group.opened.connect(self._fill)
        remember(group.heading, f"{self.called} {name}")
        return group

    def make_fields(self) -> Iterator[None]:
        """Make the fields, one at each step."""
        raise NotImplementedError

    def make_rest(self) -> Iterator[None]:
        """Make the fields, and show in them what the records hold, from then on."""
        yield from self.make_fields()
        yield
        self.document.changed.connect(self._follow)
        self.document.selection_changed.connect(self._show_others)
        self.document.opened.connect(self._show_opened)
        self.document.refused.connect(self._show_what_holds)
        self.redraw()

    def records(self) -> Sequence[Partner | Network]:
        """Return the records the form is about now."""
        raise NotImplementedError

    def store(self, name: str, value: Any) -> None:
        """Give those records a value."""
        raise NotImplementedError

    def is_editable(self, name: str) -> bool:
        """Tell whether a field takes changes now."""
        return self.document.is_editable

    def redraw(self, changed: Collection[str] | None = None) -> None:
        """Show what the records hold: in every field, or in those that `changed` alone."""
        records = self.records()
        self._page.setVisible(bool(records))
        for field in self.fields if records else ():
            if changed is not None and field.name not in changed:
                continue
            values = [getattr(record, field.name) for record in records]
            field.show_values(values, editable=self.is_editable(field.name))

    def lead_to(self, name: str) -> None:
        """Bring a field into sight and give it the keyboard; without a name the first of all."""
        if not name:
            self.fields[0].setFocus()
            self.scroll_area.verticalScrollBar().setValue(0)
        for field in self.fields:
            if field.name == name:
                self.scroll_area.ensureWidgetVisible(field)
                field.setFocus()

    def _fill(self, group: "Group") -> None:
        made = [self.add(field, group.fields) for field in self._unmade.pop(group)()]
        self._ask(made)
        self.redraw({field.name for field in made})

    def _ask(self, those: Sequence[Field]) -> None:
        """Ask in those fields what there is to ask of such records."""

    def _keep_width(self, _least: int, most: int) -> None:
        """Let the scroll bar come and go within the margin, so that no row breaks anew."""
        side = 2 * theme.GRID
        bar = 12 if most > 0 else 0
        self.column.setContentsMargins(side, side, side - bar, side)

    def _store(self, name: str, value: Any) -> None:
        if self.records():
            self.store(name, value)

    def catch_up(self) -> None:
        """Show what the records hold by now."""
        self.redraw()

    def _follow(self, before: Changes, after: Changes) -> None:
        if not self.is_told():
            return
        # Whether anything can be edited stands in the record of the map.
        if Network in map(type, after.values()):
            self.redraw()
            return
        mine = [record for record in self.records() if record.id in after]
        if mine:
            self.redraw({name for record in mine for name in _changed(before[record.id], record)})

    def _show_opened(self) -> None:
        if self.is_told():
            self.redraw()

    def _show_others(self) -> None:
        """Begin at the top, where the name says whose form this is."""
        self.scroll_area.verticalScrollBar().setValue(0)
        if self.is_told():
            self.redraw()

    def _show_what_holds(self, _problem: object) -> None:
        if self.is_told():
            self.redraw()


class Group(QWidget):
    """A part of a form that folds away; it is filled when it is first opened."""

    opened = Signal(object)
    """The group itself: it has no fields yet and was opened for the first time."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.body = QWidget()
        self.fields = QVBoxLayout(self.body)
        self.fields.setContentsMargins(0, 0, 0, theme.GRID)
        self.fields.setSpacing(theme.scaled(12))
        self.heading = Heading(title)
        self.heading.toggled.connect(self._fold)
        self.body.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID // 2)
        for part in (hairline(), self.heading, self.body):
            column.addWidget(part)

    def _fold(self, opened: bool) -> None:
        if opened and self.fields.isEmpty():
            self.opened.emit(self)
        self.body.setVisible(opened)


class PartnerForm(RecordForm):
    """The form of the partner, or of all partners, that are selected."""

    name_finished = Signal()
    """Enter was pressed in the name."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setAccessibleName(say("About this partner"))
        self.groups: dict[str, Group] = {}
        head = QVBoxLayout()
        self.column.addLayout(head)
        head.setSpacing(0)
        self.name = NameField()
        self.name.finished.connect(self.name_finished)
        self.name.renamed.connect(self._take_whole)
        self.add(self.name, head)
        self.count = QLabel()
        self.count.setFont(theme.font("heading"))
        head.addWidget(self.count)
        # As high whatever it says: all below stands still from one partner to another.
        self.belongs = FewLines()
        self.belongs.setProperty("role", "soft")
        head.addWidget(self.belongs)

    def make_fields(self) -> Iterator[None]:
        """Make the fields that come first, one at each step, and the groups of all others."""
        for field in asked_in("first"):
            self.add(field)
            yield
        groups = QVBoxLayout()
        self.column.addLayout(groups)
        groups.setSpacing(theme.GRID // 2)
        self.groups = {
            group: self.add_group(group, title, partial(asked_in, group), groups)
            for group, title in fields.group_titles().items()
        }
        self.column.addStretch(1)

    def records(self) -> Sequence[Partner]:
        """Return the selected partners."""
        return self.document.selected

    def store(self, name: str, value: Any) -> None:
        """Give all selected partners a value."""
        self.document.set_partners(self.document.selection, **{name: value})

    def _take_whole(self, name: str) -> None:
        """Take a name as a whole: letter by letter it did not say yet who somebody is."""
        for partner in self.records():
            self.document.rename(partner.id, name)

    def lead_to(self, name: str) -> None:
        """Bring a field into sight, also one in a group that is folded."""
        group = self.groups.get(rules_of(Partner)[name].form) if name else None
        if group is None or group.heading.isChecked():
            super().lead_to(name)
            return
        group.heading.setChecked(True)
        QTimer.singleShot(0, self, partial(self.lead_to, name))  # once the group has its room

    def edit_name(self) -> None:
        """Put the cursor in the name, where one partner is selected."""
        if len(self.records()) == 1:
            self.scroll_area.ensureWidgetVisible(self.name)
            self.name.edit()

    def redraw(self, changed: Collection[str] | None = None) -> None:
        """Show what is said of the selected partners."""
        several = len(self.document.selection) > 1
        if changed is None or several or not _HEAD.isdisjoint(changed):
            self._show_head(self.records())
            self._ask(self.fields)
            changed = None
        super().redraw(changed)

    def _ask(self, those: Sequence[Field]) -> None:
        """Ask what there is to ask of such partners, in words that fit; what was said stays."""
        partners = self.records()
        asked, role = asked_of(partners)
        for field in those:
            field.setVisible(field.name in asked and (field is not self.name or len(partners) == 1))
            field.ask(fields.question(field.name, role))
        for group, widget in self.groups.items():
            widget.setVisible(any(rules_of(Partner)[name].form == group for name in asked))

    def _show_head(self, partners: Sequence[Partner]) -> None:
        self.name.setVisible(len(partners) == 1)
        self.count.setVisible(len(partners) > 1)
        self.count.setText(phrases.people_count(partners))
        self.belongs.setText(_belonging(partners[0]) if len(partners) == 1 else "")
        self.belongs.setVisible(len(partners) == 1)
        self._show_difference(partners)

    def _follow(self, before: Changes, after: Changes) -> None:
        """Show what changed; somebody may stand out by the answer of another."""
        super()._follow(before, after)
        if self.isVisible():
            self._show_difference(self.records())

    def _show_difference(self, partners: Sequence[Partner]) -> None:
        """Say what makes a partner stand out, or not: on the map the one ring is the selection."""
        if len(partners) != 1:
            return
        known, key = study(self.document.map), partners[0].id
        is_unmet = key in known.important_unmet
        quadrant = LESS_OFTEN if is_unmet else known.stands_out.get(key, "")
        colour = DIFFERENCES.get(quadrant, "soft_ink")
        self.belongs.end_with(difference(known, key), colour)


def _changed(before: Record | None, after: Partner | Network) -> Collection[str]:
    """Return the fields in which a record is another; all where it was not there."""
    names = rules_of(type(after))
    if before is None:
        return names
    return [name for name in names if getattr(before, name) != getattr(after, name)]


def asked_in(group: str) -> Iterator[Field]:
    """Make the editors of a group of the form, in order."""
    asked = [(name, rule) for name, rule in rules_of(Partner).items() if rule.form == group]
    asked.sort(key=lambda declared: not declared[1].early)
    for name, rule in asked:
        field = editor(name, rule, fields.question(name))
        if title := fields.heading(field.name):
            field.begin_part(title)
        yield field


def asked_of(partners: Sequence[Partner]) -> tuple[set[str], str]:
    """Return the fields there is to ask of such partners or that say something, and their role.

    The role is that of all of them; "" where they have none in common.
    """
    roles = {vocabulary().role_of(partner.kind, partner.setting) for partner in partners}
    asked = {
        name
        for name, rule in rules_of(Partner).items()
        if all(rule.is_asked_of(role) for role in roles)
        or any(getattr(partner, name) not in (None, "", ()) for partner in partners)
    }
    return asked, next(iter(roles)) if len(roles) == 1 else ""


def _belonging(partner: Partner) -> str:
    """Return the kind and the setting of somebody in words, open ones too."""
    kind = vocabulary().kind_label(partner.kind, current_language()) or say("No type yet")
    setting = phrases.setting_label(partner.setting)
    return joined((kind[0].upper() + kind[1:], setting), between=" · ")
