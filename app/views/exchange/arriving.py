"""The window for files of other programs: what is in them, what has to be asked, and the map."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.document import Document
from app.errors import sentence
from app.exchange.formats.draft import Choices, Draft
from app.exchange.formats.importing import Arrival, Arrivals, arrive, shape_of, variables_of
from app.exchange.formats.meaning import suggested
from app.models.network import Map
from app.models.problem import Problem
from app.settings import Settings
from app.tasks import Task
from app.views.map.still import StillMap
from app.views.widgets import theme
from app.views.widgets.dialogs import add_buttons, fit_on_screen, two_sides
from app.views.widgets.fields import soft_line
from app.words import current_language, filled, joined, phrases, say, say_n

_SIZE: Final = QSize(1080, 720)
_MOST_LEFT: Final = 200
"""Sentences about what is left out that are listed; more are counted."""
_MOST_PEOPLE: Final = 300
"""People of a graph who are offered as the one in the centre."""


class ArrivingDialog(QDialog):
    """Reads files off the GUI thread, asks what their variables mean, and adds all maps or none."""

    added = Signal(object)
    """The ids under which the maps are in the library now (a tuple)."""
    failed = Signal(object)
    group_wanted = Signal(object)
    """To see what the maps in these paths say together; none is added."""

    def __init__(
        self, document: Document, settings: Settings, paths: Sequence[Path], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Open files of other programs"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._document = document
        self._settings = settings
        self._found: list[Draft | Problem] = []
        self._shape = ""
        self.arrivals = Arrivals()
        self._waiting: list[Map] = []
        self._standing: dict[str, bool] = {}
        self._new: list[str] = []
        self._ids: list[str] = []
        self._reading, self._making = Task(self), Task(self)
        self._reading.done.connect(self._take_found)
        self._making.done.connect(self._take_arrivals)
        for task in (self._reading, self._making):
            task.failed.connect(self._break)
        self._step = QTimer(self)
        self._step.setInterval(0)
        self._step.timeout.connect(self._add_next)
        column, foot, made = two_sides(self)
        self.told = QLabel(say("Reading …"), self)
        self.told.setWordWrap(True)
        column.addWidget(self.told)
        self._build_questions(column)
        self._build_lists(column)
        self.group_button = QPushButton(say("As a group …"), self)
        self.group_button.setToolTip(say("See what these maps say together; none is added"))
        self.group_button.clicked.connect(self._lay_together)
        self.cancel_button = QPushButton(say("Cancel"), self)
        self.add_button = QPushButton(say("Add all"), self)
        self.add_button.setEnabled(False)
        self.cancel_button.clicked.connect(self.reject)
        self.add_button.clicked.connect(self.add_all)
        add_buttons(foot, self.group_button, self.cancel_button, self.add_button)
        self._paths = tuple(paths)
        self.group_button.setVisible(all(map(_can_be_handed_in, self._paths)))
        self.preview = StillMap(self)
        self.preview.setAccessibleName(say("How the map will look"))
        made.addWidget(self.preview)
        fit_on_screen(self, _SIZE)
        self._reading.start(_read, tuple(paths))

    def _lay_together(self) -> None:
        self.reject()
        self.group_wanted.emit(self._paths)

    # What is asked.

    def _build_questions(self, column: QVBoxLayout) -> None:
        self._questions = QWidget(self)
        column.addWidget(self._questions)
        rows = QVBoxLayout(self._questions)
        rows.setContentsMargins(0, 8, 0, 8)
        rows.setSpacing(4)
        self.contact = self._asked(rows, say("Which variable is contact?"))
        self.contact_turned = self._ticked(rows, say("The lowest number means most contact"))
        self.importance = self._asked(rows, say("Which variable is importance?"))
        self.importance_turned = self._ticked(rows, say("The lowest number means most important"))
        self.setting = self._asked(rows, say("Which variable is the area?"))
        self.ego = self._asked(rows, say("Who is in the centre?"))
        self.near = self._ticked(rows, say("Read close by as important"))
        self._questions.hide()

    def _asked(self, rows: QVBoxLayout, text: str) -> QComboBox:
        label, box = QLabel(text, self._questions), QComboBox(self._questions)
        box.setAccessibleName(text)
        box.setMinimumHeight(theme.scaled(32))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(18)
        label.setBuddy(box)
        box.activated.connect(self._ask_again)
        rows.addWidget(label)
        rows.addWidget(box)
        return box

    def _ticked(self, rows: QVBoxLayout, text: str) -> QCheckBox:
        box = QCheckBox(text, self._questions)
        box.setMinimumHeight(theme.scaled(28))
        box.clicked.connect(self._ask_again)
        rows.addWidget(box)
        return box

    def _build_lists(self, column: QVBoxLayout) -> None:
        self.maps = QListWidget(self)
        self.maps.setAccessibleName(say("Maps in these files"))
        self.maps.setUniformItemSizes(True)
        self.maps.setMinimumHeight(theme.scaled(120))
        self.maps.currentRowChanged.connect(self._show)
        column.addWidget(self.maps, 2)
        self._left_title = soft_line(say("Left out, and why"))
        column.addWidget(self._left_title)
        self.left = QListWidget(self)
        self.left.setAccessibleName(say("Left out, and why"))
        self.left.setWordWrap(True)
        column.addWidget(self.left, 1)
        self._left_title.hide()
        self.left.hide()

    def _take_found(self, found: list[Draft | Problem]) -> None:
        self._found = found
        drafts = [one for one in found if isinstance(one, Draft) and one.ready is None]
        self._shape = shape_of(drafts)
        choices = self._remembered()
        if choices is None:
            asked = [suggested(draft) for draft in drafts[:50]]
            choices = next((one for one in asked if one.contact or one.importance), Choices())
        variables = variables_of(drafts)
        for box, chosen in (
            (self.contact, choices.contact),
            (self.importance, choices.importance),
            (self.setting, choices.setting),
        ):
            box.addItem(say("As the names say") if box is self.setting else say("None"), None)
            for name in variables:
                box.addItem(name, name)
            box.setCurrentIndex(max(box.findData(chosen), 0))
        graphs = [draft for draft in drafts if draft.ego_among]
        self.ego.addItem(say("As the file says"), "")
        for person in (p for draft in graphs[:1] for p in draft.people[:_MOST_PEOPLE]):
            self.ego.addItem(person.name or person.key, person.name or person.key)
        self.ego.setCurrentIndex(max(self.ego.findData(choices.ego), 0))
        self.contact_turned.setChecked(choices.contact in choices.turned)
        self.importance_turned.setChecked(choices.importance in choices.turned)
        self.near.setChecked(choices.near)
        self._show_questions(bool(variables), bool(graphs), drafts)
        self._ask_again()

    def _show_questions(self, has_variables: bool, has_graphs: bool, drafts: list[Draft]) -> None:
        """Show what there is something to answer to."""
        asked = (
            self.contact, self.contact_turned, self.importance, self.importance_turned,
            self.setting,
        )  # fmt: skip
        for box in asked:
            box.setVisible(has_variables)
        self.ego.setVisible(has_graphs)
        self.near.setVisible(any(draft.format == "easynwk" for draft in drafts))
        for label in self._questions.findChildren(QLabel):
            buddy = label.buddy()
            label.setVisible(buddy is not None and buddy.isVisibleTo(self._questions))
        self._questions.setVisible(bool(drafts))

    @property
    def choices(self) -> Choices:
        """Return what is chosen now."""
        contact, importance = self.contact.currentData(), self.importance.currentData()
        turned = {
            name
            for name, box in ((contact, self.contact_turned), (importance, self.importance_turned))
            if name and box.isChecked()
        }
        return Choices(
            contact or "",
            importance or "",
            self.setting.currentData(),
            frozenset(turned),
            self.ego.currentData() or "",
            self.near.isChecked(),
        )

    def _remembered(self) -> Choices | None:
        try:
            said = json.loads(self._settings.import_choices(self._shape))
            return Choices(
                said["contact"], said["importance"], said["setting"], frozenset(said["turned"]),
                near=bool(said["near"]),
            )  # fmt: skip
        except (ValueError, KeyError, TypeError):
            return None

    def _remember(self) -> None:
        chosen = self.choices
        said = {
            "contact": chosen.contact, "importance": chosen.importance, "near": chosen.near,
            "setting": chosen.setting, "turned": sorted(chosen.turned),
        }  # fmt: skip
        self._settings.remember_import(self._shape, json.dumps(said))

    # What comes of it.

    def _ask_again(self) -> None:
        self._making.start(arrive, list(self._found), self.choices, current_language())

    def _take_arrivals(self, arrivals: Arrivals) -> None:
        self.arrivals = arrivals
        row = max(self.maps.currentRow(), 0)
        self.maps.blockSignals(True)  # noqa: FBT003 (Qt's own)
        self.maps.clear()
        self.maps.addItems([_line(one) for one in arrivals.maps])
        self.maps.setCurrentRow(min(row, len(arrivals.maps) - 1))
        self.maps.blockSignals(False)  # noqa: FBT003
        notices = [notice for one in arrivals.maps for notice in one.notices]
        left = [*arrivals.left, *notices]
        self.left.clear()
        self.left.addItems([sentence(problem) for problem in left[:_MOST_LEFT]])
        if len(left) > _MOST_LEFT:
            self.left.addItem(say("And {n} more", n=len(left) - _MOST_LEFT))
        self.left.setVisible(bool(left))
        self._left_title.setVisible(bool(left))
        count = len(arrivals.maps)
        self.told.setText(say_n("{n} map was found.", "{n} maps were found.", count))
        self.add_button.setEnabled(bool(count) and not self._document.library.read_only)
        self._show(self.maps.currentRow())

    def _show(self, row: int) -> None:
        if 0 <= row < len(self.arrivals.maps):
            chosen = self.choices
            lens = "importance" if chosen.importance else "contact" if chosen.contact else "free"
            self.preview.show_map(self.arrivals.maps[row].map, lens)

    def _break(self, error: BaseException) -> None:
        if isinstance(error, Problem):
            self._take_arrivals(Arrivals(left=[error]))
        else:
            self.reject()
            raise error

    # All of them, or none.

    def add_all(self) -> None:
        """Add all maps that were found, one at a time, so that the window goes on meanwhile."""
        self._remember()
        self._waiting = [_as_kept(one.map) for one in self.arrivals.maps]
        self._standing = self._document.standing()
        self._questions.setEnabled(False)
        self.add_button.setEnabled(False)
        self._step.start()

    def _add_next(self) -> None:
        if not self._waiting:
            self._step.stop()
            self._document.tell_library()
            self.added.emit((tuple(self._ids), tuple(self._new)))
            self.accept()
            return
        try:
            key, is_new = self._document.take_in(self._waiting[0], self._standing)
        except Problem as problem:
            self._step.stop()
            self._take_back()
            self.failed.emit(problem)
            self.reject()
            return
        self._waiting.pop(0)
        self._ids.append(key)
        if is_new:
            self._new.append(key)
        done, total = len(self._ids), len(self._ids) + len(self._waiting)
        self.told.setText(filled(say("{n} of {total}", n=done), total=total))

    def _take_back(self) -> None:
        """Remove what was added already: all of them come in, or none."""
        self._document.take_out(self._new)
        self._new = []

    def reject(self) -> None:
        """Close, and leave nothing half added."""
        if self._step.isActive():
            self._step.stop()
            self._take_back()
        super().reject()


def _read(paths: tuple[Path, ...]) -> list[Draft | Problem]:
    from app.exchange.formats.listed import read_all

    return list(read_all(paths))


def _line(one: Arrival) -> str:
    """Return how a map stands in the list: its title, its moment, and how many partners."""
    count = phrases.people_count(one.map.partners)
    moment = one.map.network.moment_label
    title = phrases.map_title(one.map.network)
    return joined([part for part in (title, moment, count) if part], between=" · ")


def _as_kept(whole: Map) -> Map:
    """Return a map that was made to hand on as it is kept: finished, and not about me."""
    network = whole.network
    if not network.theirs:
        return whole
    label = network.ego_label or say("Other")
    return whole.after({network.id: replace(network, ego_label=label, finished=True)})


def _can_be_handed_in(path: Path) -> bool:
    """Tell whether there can be maps of a group in it."""
    return path.is_dir() or path.suffix.casefold() in (".kring", ".zip")
