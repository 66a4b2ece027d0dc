"""Maps that come: new ones, examples, those from files and from backups."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from app import RESOURCES
from app.document import Document
from app.models.problem import Problem
from app.views.exchange.opening import Visits
from app.views.frame.notice import Notice
from app.words import current_language, say

if TYPE_CHECKING:
    from app.views.frame.screens import Screens


class FileActions(QObject):
    """Opens maps and shows them. A child of the screens, which it asks to show them."""

    def __init__(self, document: Document, visits: Visits, notice: Notice, page: "Screens") -> None:
        super().__init__(page)
        self._document = document
        self._visits = visits
        self._notice = notice

    def _page(self) -> "Screens":
        return cast("Screens", self.parent())

    def new_map(self) -> None:
        """Begin an empty map, in the lens in which everybody has a place."""
        if self._document.new_map(say("My ecology")):
            self._page().show_freely()
            self._page().go_to_map()

    def choose(self) -> None:
        """Ask for a `.kring` file and open it."""
        from app.views.widgets.saving import folder

        name, _ = QFileDialog.getOpenFileName(
            self._page(), say("Open a map"), str(folder()), say("Maps of Kring (*.kring)")
        )
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> None:
        """Open the map of a file; one that is not mine stays out until that is asked for."""
        self._visits.open_file(path)

    def open_example(self) -> None:
        """Add the example map, in the language of the app, and show it."""
        self._visits.add_file(RESOURCES / "examples" / f"example_{current_language()}.kring")

    def show_backups(self) -> None:
        """Show the backups Kring made, to put maps back from."""
        from app.views.library.backups import Backups

        shown = Backups(self._document, self._page())
        shown.put_back.connect(self._tell_put_back)
        shown.open()

    def _tell_put_back(self, came: tuple[str, ...], same: int) -> None:
        self._page().go_to("maps")
        if len(came) == 1:
            text = say("“{name}” is back among your maps.", name=came[0])
        elif came:
            text = say("They are back among your maps, {n} in all.", n=len(came))
        elif same:
            text = say("You have these already, as they were then.")
        else:
            return  # why not is told
        self._notice.tell(text)

    def toggle_file_type(self) -> None:
        """Let `.kring` files open with Kring from the file manager, or no longer."""
        from app import file_type
        from app.tasks import Task

        was_on = file_type.is_on()
        try:
            (file_type.turn_off if was_on else file_type.turn_on)()
        except Problem as problem:
            self._page().telling.problem(problem)
            return
        Task(self).start(file_type.tell_system)
        if was_on:
            self._notice.tell(say("Kring no longer opens .kring files from the file manager."))
        else:
            self._notice.tell(say("A double click on a .kring file opens it in Kring now."))
