"""What the window says of what was done and what did not work, with the way back."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.document import Document
from app.models.edit import Edit
from app.models.problem import Problem
from app.settings import Settings
from app.views.frame.notice import Notice
from app.words import filled, joined, say, say_n

if TYPE_CHECKING:
    from app.views.reflect.reminder import Reminder

_REST_AFTER: Final = 100
"""Milliseconds until intentions are asked after: the map comes first."""


class _Step(NamedTuple):
    """What is said of a step, and the step."""

    text: str
    edit: Edit | None


class WindowNotices(QObject):
    """Puts things in sentences for the notice; its buttons ask for what they say."""

    leads = Signal(str)
    """To a screen."""
    intention_led = Signal(str)
    """To one intention; its map is open."""

    def __init__(
        self, document: Document, settings: Settings, notice: Notice, page: QWidget
    ) -> None:
        super().__init__(page)
        self._document = document
        self._settings = settings
        self._notice = notice
        self._step: _Step | None = None
        self._removal: _Step | None = None
        """What is said of a removal, and the step before it."""
        self._reminder: Reminder | None = None
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(_REST_AFTER)
        self._asking.timeout.connect(self.ask_now)
        document.history_changed.connect(self._withdraw_step)
        document.opened.connect(self._withdraw_step)

    def problem(self, problem: Problem) -> None:
        """Say in a sentence what did not work."""
        mends = {"map_damaged": self._put_back, "group_damaged": self._mend_group}
        if problem.code in mends and not self._document.library.read_only:
            does = partial(mends[problem.code], str(problem.values["id"]))
            self._notice.tell(_sentence(problem), say("Put it back"), does, stays=True)
        else:
            self._notice.tell(_sentence(problem), stays=True)

    def damaged(self, ids: tuple[str, ...]) -> None:
        """Say which maps cannot be opened, and lead to what can be done about it."""
        if len(ids) == 1:
            self.problem(Problem("map_damaged", id=ids[0]))
            return
        text = say("{n} of your maps are damaged and cannot be opened; the others can.")
        self._notice.tell(filled(text, n=len(ids)), say("My maps"), self._show_maps, stays=True)

    def _show_maps(self) -> None:
        self.leads.emit("maps")

    def _put_back(self, network_id: str) -> None:
        if self._document.put_back(network_id):
            self.leads.emit("draw")

    def _mend_group(self, group_id: str) -> None:
        mended = self._document.mend_group(group_id, say("Our group"))
        if mended is None:
            return
        group, lost = mended
        text = say("“{name}” is back.", name=group.name)
        if lost:
            text = say_n(
                "“{name}” is back, without 1 map that could not be read. Ask for it again.",
                "“{name}” is back, without {n} maps that could not be read. Ask for them again.",
                lost,
                name=group.name,
            )
        self._notice.tell(text, stays=bool(lost))

    def settled(self, problem: Problem) -> None:
        """Say no longer what did not work: it did since."""
        if self._notice.text:
            self._notice.withdraw(_sentence(problem))

    def withdraw_finished(self) -> None:
        """Say no longer that the map is finished: another is open, or it is open again."""
        self.settled(Problem("map_finished"))

    def again(self) -> None:
        """Show the last message once more."""
        if not self._notice.tell_again():
            self._notice.tell(say("There has been no message yet."))

    def saved(self) -> None:
        """Say that nothing has to be saved by hand."""
        self._notice.tell(say("Kring saves every change automatically."))

    def erased(self, title: str, left: tuple[Path, ...]) -> None:
        """Say that a map is gone for good, and where it may still stand."""
        text = say("“{title}” deleted permanently.")
        if left:
            more = say(
                "The map may still be in {files}, which cannot be read. Delete that yourself, "
                "unless you need something else in it."
            )
            text += " " + filled(more, files=joined(file.name for file in left))
        self._notice.tell(filled(text, title=title), stays=bool(left))

    def removed(self, ids: Sequence[str], title: str) -> None:
        """Say that maps are removed, and take that back with a press."""
        self._tell_removal(title, lambda: [*map(self._document.restore_map, ids)])

    def group_removed(self, group_id: str, name: str) -> None:
        """Say that a group is removed, and take that back with a press."""
        self._tell_removal(name, partial(self._document.restore_group, group_id))

    def _tell_removal(self, title: str, back: Callable[[], object]) -> None:
        text = say("“{title}” removed.", title=title)
        self._removal = _Step(text, self._document.undoable)
        self._notice.tell(text, say("Undo"), back)

    @property
    def offers_removed(self) -> bool:
        """Tell whether a removal was the last that was done, and can be taken back with a press."""
        said, last = self._notice.said, self._removal
        if said is None or last is None:
            return False
        return said.text == last.text and self._document.undoable is last.edit

    def tell_step(self, text: str) -> None:
        """Say what the last step did, and take it back with a press, as long as it is the last."""
        self._step = _Step(text, self._document.undoable)
        self._notice.tell(text, say("Undo"), partial(self._undo, self._step))

    def _undo(self, step: "_Step") -> None:
        if step.edit is not None and self._document.undoable is step.edit:
            self._document.undo()

    def _withdraw_step(self) -> None:
        """Offer no longer to take back what is taken back, or is not the last step any more."""
        if self._step is not None and self._document.undoable is not self._step.edit:
            self._notice.withdraw(self._step.text)
            self._step = None

    def put_back(self, came: tuple[str, ...], same: int) -> None:
        """Say which maps are back from a backup, among the others."""
        self.leads.emit("maps")
        if len(came) == 1:
            text = say("“{name}” is back in your maps.", name=came[0])
        elif came:
            text = say("They are back in your maps, {n} in all.", n=len(came))
        elif same:
            text = say("You have these already, as they were then.")
        else:
            return  # why not is told
        self._notice.tell(text)

    def open_first(self) -> None:
        """Say why the map of somebody else lies beside nothing yet."""
        self._notice.tell(say("Open one of your own maps to compare this one with it."))

    def stop(self) -> None:
        """Ask nothing any more."""
        self._asking.stop()

    # After intentions.

    def ask_how_it_went(self) -> None:
        """Ask kindly after intentions whose day has gone by, once the map stands there."""
        self._asking.start()

    def ask_now(self) -> None:
        """Ask, unless something else was said first."""
        # A window that closed at once has no library; what else there is to say comes first.
        page = self.parent()
        if isinstance(page, QWidget) and page.isVisible() and self._notice.isHidden():
            self.reminder.ask()

    @property
    def reminder(self) -> "Reminder":
        """Return the reminder of intentions past their date, made when it is first asked for."""
        from app.views.reflect.reminder import Reminder  # after the map

        if self._reminder is None:
            self._reminder = Reminder(self._document, self._settings, self)
            self._reminder.asked.connect(self._asked)
            self._reminder.led.connect(self.intention_led)
        return self._reminder

    def _asked(self, text: str, button: str) -> None:
        self._notice.tell(text, button, self._look_back, stays=True)

    def _look_back(self) -> None:
        self.reminder.lead()


def _sentence(problem: Problem) -> str:
    from app import errors  # all that can go wrong: no map waits for it

    return errors.sentence(problem)
