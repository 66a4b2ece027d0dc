"""The window for files of other programs: what is in them, what has to be asked, and the map."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from app.analysis.lens import fullest
from app.background import Task
from app.document import Document
from app.document.maps import Came
from app.errors import sentence
from app.exchange.formats.arrivals import Arrivals, shape_of, variables_of
from app.exchange.formats.draft import NOT_IN, Choices, Draft
from app.exchange.formats.meaning import suggested
from app.models.joined_list import joined
from app.models.problem import Problem
from app.settings import Settings
from app.views.incoming.coming_maps import Coming, Stopped, add, made, read
from app.views.map.soon_map import SoonMap
from app.views.widgets import theme
from app.views.widgets.buttons import Box
from app.views.widgets.dialogs import Dialog, add_answers, fit_on_screen, two_sides
from app.views.widgets.fields import soft_line
from app.views.widgets.folded_combo import FoldedCombo
from app.views.widgets.folded_rows import fold_lines
from app.views.widgets.in_pieces import Turns
from app.views.widgets.speech import tell_on
from app.views.widgets.wrapping import AllLines
from app.words import current_language, filled, phrases, say, say_n
from app.words.joined_list import what_came

_SIZE: Final = QSize(1080, 720)
_TELL_EVERY: Final = 100
"""Milliseconds after which it is told how many maps are added."""
_MOST_LEFT: Final = 200
"""Sentences about what is left out that are listed; more are counted."""
_FEW: Final = 6
"""Maps of which the list is no higher than they are."""
_MOST_FOLDED: Final = 500
"""Maps in the list of which each is as high as its words; more are all of one height, for speed."""
_MOST_PEOPLE: Final = 300
"""People of a graph who are offered as the one in the centre."""


class ArrivingDialog(Dialog):
    """Reads files off the GUI thread, asks what their variables mean, and adds all maps or none."""

    added = Signal(object)
    """The ids under which the maps are in the library now (a tuple)."""
    list_given = Signal(object)
    """The map of a list whose people are to come to the open map."""
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
        self._shape = self._filled_in = ""
        self.arrivals = Arrivals()
        self._is_making = self._adds_then = False
        self._coming = Coming()
        self._reading, self._making, self._adding = Task(self), Task(self), Task(self)
        self._reading.done.connect(self._take_found)
        self._making.done.connect(self._take_made)
        for task in (self._reading, self._making):
            task.failed.connect(self._break)
        self._adding.done.connect(self._end)
        self._adding.failed.connect(self._fail)
        self._step = QTimer(self)
        self._step.setInterval(_TELL_EVERY)
        self._step.timeout.connect(self._tell_added)
        self._seeing = QTimer(self, singleShot=True, interval=0)
        self._seeing.timeout.connect(self._see)
        self._turns = Turns(self)
        column, foot, made = two_sides(self)
        self.told = AllLines(say("Reading …"), self)
        column.addWidget(self.told)
        self._questions = QWidget(self)
        column.addWidget(self._questions)
        self._questions.hide()
        self._build_lists(column)
        self.group_button = QPushButton(say("As a group …"), self)
        self.group_button.setToolTip(say("See what these maps say together; none is added"))
        self.group_button.clicked.connect(self._lay_together)
        self.cancel_button = QPushButton(say("Cancel"), self)
        self.add_button = QPushButton(say("Add all"), self)
        self.add_button.setEnabled(False)
        self.cancel_button.clicked.connect(self.reject)
        self.add_button.clicked.connect(self.add_all)
        add_answers(foot, self.cancel_button, self.add_button, self.group_button)
        self._paths = tuple(paths)
        self.group_button.hide()
        self.preview = SoonMap(self)
        self.preview.setAccessibleName(say("How the map will look"))
        made.addWidget(self.preview)
        fit_on_screen(self, _SIZE)
        self._turns.add(self._build_questions)

    def _lay_together(self) -> None:
        self.reject()
        self.group_wanted.emit(self._paths)

    # What is asked.

    def _build_questions(self) -> None:
        """Make the boxes for what is asked: once the window is there, as that takes its time."""
        rows = QVBoxLayout(self._questions)
        rows.setContentsMargins(0, 8, 0, 8)
        rows.setSpacing(4)
        self.where = self._asked(rows, say("Where do these people go?"))
        self.name = self._asked(rows, say("Which column has the names?"))
        self.kind = self._asked(rows, say("Which column says what they are?"))
        self.contact = self._asked(rows, say("Which column says how often there is contact?"))
        self.contact_turned = self._ticked(rows, say("The lowest number means most contact"))
        self.importance = self._asked(rows, say("Which column says how important that is?"))
        self.importance_turned = self._ticked(rows, say("The lowest number means most important"))
        self.setting = self._asked(rows, say("Which column says the area?"))
        self.ego = self._asked(rows, say("Who is in the centre?"))
        self.near = self._ticked(rows, say("Read closer as more important"))
        self._reading.start(read, self._paths)

    def _asked(self, rows: QVBoxLayout, text: str) -> FoldedCombo:
        label, box = QLabel(text, self._questions), FoldedCombo()
        box.setAccessibleName(text)
        box.setMinimumHeight(theme.scaled(32))
        label.setWordWrap(True)
        label.setBuddy(box)
        box.activated.connect(self._ask_again)
        rows.addWidget(label)
        rows.addWidget(box)
        return box

    def _ticked(self, rows: QVBoxLayout, text: str) -> Box:
        box = Box(text, self._questions)
        box.setMinimumHeight(theme.scaled(28))
        box.clicked.connect(self._ask_again)
        rows.addWidget(box)
        return box

    def _build_lists(self, column: QVBoxLayout) -> None:
        self.maps = QListWidget(self)
        self.maps.setAccessibleName(say("Maps in these files"))
        fold_lines(self.maps)
        self.maps.setMinimumHeight(theme.scaled(120))
        self.maps.currentRowChanged.connect(self._show)
        column.addWidget(self.maps, 1)
        self._left_title = soft_line(say("Left out, and why"))
        column.addWidget(self._left_title)
        self.left = QListWidget(self)
        self.left.setAccessibleName(say("Left out, and why"))
        fold_lines(self.left)
        column.addWidget(self.left, 1)
        self._left_title.hide()
        self.left.hide()

    def _take_found(self, read: tuple[list[Draft | Problem], bool]) -> None:
        found, can_lie_together = read
        self.group_button.setVisible(can_lie_together)
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
            (self.kind, choices.kind),
        ):
            by_name = box in (self.setting, self.kind)
            box.addItem(say("As the names say") if by_name else say("None"), None)
            for name in variables:
                box.addItem(name, name)
            box.setCurrentIndex(max(box.findData(chosen), 0))
        self._offer_open_map(found)
        unheaded = [draft.unheaded for draft in drafts if draft.unheaded]
        for name in variables if unheaded else ():
            self.name.addItem(name, name)
        likely = choices.name or next(iter(unheaded), "")
        self.name.setCurrentIndex(max(self.name.findData(likely), 0))
        graphs = [draft for draft in drafts if draft.ego_among]
        self.ego.addItem(say("As the file says"), "")
        self.ego.addItem(say("Not in it: everyone is a partner"), NOT_IN)
        for person in (p for draft in graphs[:1] for p in draft.people[:_MOST_PEOPLE]):
            self.ego.addItem(person.name or person.key, person.name or person.key)
        self.ego.setCurrentIndex(max(self.ego.findData(choices.ego), 0))
        self.contact_turned.setChecked(choices.contact in choices.turned)
        self.importance_turned.setChecked(choices.importance in choices.turned)
        self.near.setChecked(choices.near)
        self._show_questions(bool(variables), bool(graphs), drafts)
        boxes: tuple[QWidget, ...] = (self.where, self.name, self.contact, self.ego, self.maps)
        first = next(box for box in boxes if box.isVisibleTo(self))
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ask_again()

    def _offer_open_map(self, found: Sequence[Draft | Problem]) -> None:
        """Let one list of people go to the open map as well; where that is empty, to begin with."""
        lists = [one for one in found if isinstance(one, Draft) and one.infers]
        offers = len(lists) == len(found) == 1 and self._document.is_editable
        self.where.setVisible(offers)
        if offers:
            mine = self._document.map
            text = filled(say("My map “{name}”"), name=phrases.map_title(mine.network))
            self.where.addItem(say("A new map"), None)
            self.where.addItem(text, mine.network.id)
            self.where.setCurrentIndex(0 if mine.partners else 1)

    def _show_questions(self, has_variables: bool, has_graphs: bool, drafts: list[Draft]) -> None:
        """Show what there is something to answer to."""
        asked = (
            self.contact, self.contact_turned, self.importance, self.importance_turned,
            self.setting,
        )  # fmt: skip
        for box in asked:
            box.setVisible(has_variables)
        self.name.setVisible(any(draft.unheaded for draft in drafts))
        told = any(person.kind for draft in drafts for person in draft.people[:_MOST_PEOPLE])
        in_list = has_variables and any(draft.infers for draft in drafts)
        self.kind.setVisible(in_list and not told)
        self.ego.setVisible(has_graphs)
        self.near.setVisible(any(draft.format == "easynwk" for draft in drafts))
        for label in self._questions.findChildren(QLabel):
            buddy = label.buddy()
            label.setVisible(buddy is not None and buddy.isVisibleTo(self._questions))
        self._questions.setVisible(bool(drafts))

    @property
    def choices(self) -> Choices:
        """Return the choices of now."""
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
            self.name.currentData() or "",
            self.kind.currentData(),
            self.near.isChecked(),
        )

    def _remembered(self) -> Choices | None:
        try:
            said = json.loads(self._settings.import_choices(self._shape))
            return Choices(**{**said, "turned": frozenset(said["turned"])})
        except (ValueError, KeyError, TypeError):
            return None

    def _remember(self) -> None:
        chosen = self.choices
        said = {**asdict(chosen), "turned": sorted(chosen.turned)}
        self._settings.remember_import(self._shape, json.dumps(said))

    # What comes of it.

    def _ask_again(self) -> None:
        self._is_making = True
        self._making.start(made, list(self._found), self.choices, current_language())

    def _take_made(self, made: tuple[Arrivals, list[str], str]) -> None:
        arrivals, lines, self._filled_in = made
        self.arrivals, self._is_making = arrivals, False
        row = max(self.maps.currentRow(), 0)
        self.maps.blockSignals(True)  # noqa: FBT003 (Qt's own)
        self.maps.clear()
        self.maps.setUniformItemSizes(len(arrivals.maps) > _MOST_FOLDED)
        self.maps.addItems(lines)
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
        adjust = QListWidget.SizeAdjustPolicy  # of few, what is left out is seen below them
        fits = adjust.AdjustToContents if count <= _FEW else adjust.AdjustIgnored
        for rows in (self.maps, self.left):
            rows.setSizeAdjustPolicy(fits)
        self.maps.setVisible(bool(count))
        if not (count and self.where.currentData()):  # else it says what comes to the open map
            self._tell(say_n("{n} map was found.", "{n} maps were found.", count))
        self.add_button.setText(say("Add all") if count != 1 else say("Add"))
        self._seeing.start()

    def _see(self) -> None:
        """Show the map in a turn of its own: of a thousand, the list alone takes its time."""
        self._show(self.maps.currentRow())
        can_add = bool(self.arrivals.maps) and not self._document.library.read_only
        self.add_button.setEnabled(can_add and not self._step.isActive())
        adds, self._adds_then = self._adds_then, False
        if adds and can_add:
            self.add_all()

    def _show(self, row: int) -> None:
        if 0 <= row < len(self.arrivals.maps):
            whole = self.arrivals.maps[row].map
            if self.where.currentData():
                joining = joined(self._document.map, whole.partners, whole.asked_pairs)
                self._tell(what_came(joining))
                whole = self._document.map.after(joining.after)
            self.preview.show_map(whole, fullest(whole.partners))

    def _tell(self, came: str) -> None:
        """Say what comes, and what is filled in: also what another column changed is heard."""
        tell_on(self.told, f"{came} {self._filled_in}".rstrip())

    def _break(self, error: BaseException) -> None:
        if isinstance(error, Problem):
            self._take_made((Arrivals(left=[error]), [], ""))
        else:
            self.reject()
            raise error

    # All of them, or none.

    def add_all(self) -> None:
        """Add all maps that were found, in a thread: the window goes on meanwhile.

        Where something else was just chosen, once they are as that says.
        """
        if self._is_making:
            self._adds_then = True
            return
        self._remember()
        if self.where.currentData():
            self.accept()
            self.list_given.emit(self.arrivals.maps[0].map)
            return
        wholes = [one.map for one in self.arrivals.maps]
        self._coming.total = len(wholes)
        self._questions.setEnabled(False)
        self.add_button.setEnabled(False)
        self._step.start()
        self._adding.start(add, self._document, wholes, self._coming)

    def _tell_added(self) -> None:
        text = say("{n} of {total}", n=self._coming.done)
        self.told.setText(filled(text, total=self._coming.total))

    def _end(self, came: Came) -> None:
        self._step.stop()
        if self._coming.stopped:  # just too late
            self._document.take_out(came[1])
            super().reject()
            return
        self.hide()
        self._turns.add(partial(self._give, came))

    def _give(self, came: Came) -> None:
        """Hand over what came: in a turn of its own, as a map is opened then."""
        self.added.emit(came)
        self.accept()

    def _fail(self, error: BaseException) -> None:
        self._step.stop()
        super().reject()
        if isinstance(error, Problem):
            self.failed.emit(error)
        elif not isinstance(error, Stopped):
            raise error

    def reject(self) -> None:
        """Close; while maps are added, as soon as none of them is there."""
        if self._step.isActive():
            self._coming.stopped = True
        else:
            super().reject()
