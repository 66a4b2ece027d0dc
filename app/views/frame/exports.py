"""What leaves Kring at the wish of the owner: a copy of the map, a picture of it, a report."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.document import Document
from app.models.problem import Problem
from app.settings import Settings
from app.views.frame.notice import Notice
from app.views.map.lens_and_layers import look_in
from app.words import filled, phrases, say

if TYPE_CHECKING:
    from app.views.paper.sheets import Sheets


class Exports(QObject):
    """Asks where things go, writes them, and tells where they are. A child of the window's page."""

    failed = Signal(object)

    def __init__(
        self, document: Document, settings: Settings, notice: Notice, page: QWidget
    ) -> None:
        super().__init__(page)
        self._notice = notice
        self._document = document
        self._settings = settings
        self._cover = ""
        """What stood on the cover of the last report, for its other file."""

    def copy(self) -> None:
        """Ask where a copy of the open map goes, and write it there."""
        if not self._document.is_open:
            return
        from app.views.widgets.save_dialog import ask_where

        path = ask_where(
            self._page(),
            say("Save a copy of this map, with all names and notes"),
            phrases.map_title(self._document.map.network),
            say("Kring maps (*.kring)"),
        )
        if path is not None:
            self.copy_to(path)

    def copy_to(self, path: Path) -> None:
        """Write the open map to a file."""
        from app.exchange.kring_file import to_json
        from app.views.widgets.saving import write_file

        try:
            write_file(path, to_json(self._document.map))
        except Problem as problem:
            self.failed.emit(problem)
            return
        text = say(
            "The copy {file} is in the folder {folder}. It contains this one map, with all "
            "names and notes."
        )
        self._tell(text, path)

    def tell_shared(self, path: Path) -> None:
        """Tell where the file is that was made to share."""
        text = say(
            "{file} is in {folder}. Pass it on however you like: USB stick, email or your "
            "school system."
        )
        self._tell(text, path)

    def tell_exported(self, program: str, path: Path) -> None:
        """Tell where the files for another program are."""
        one = say("{file} for {program} is in {folder}.", program=program)
        several = say(
            "The files for {program} are in the folder {file}, in {folder}.", program=program
        )
        self._tell(several if path.is_dir() else one, path)

    def picture(self) -> None:
        """Open the window in which a picture of the map is made."""
        if not self._document.is_open:
            return
        from app.views.picture.dialog import PictureDialog

        whole = self._document.shown
        dialog = PictureDialog(whole, look_in(self._settings, whole), self._page())
        dialog.copied.connect(self._tell_copied)
        dialog.saved.connect(self._tell_picture)
        dialog.open()

    def paper(self, printed: "Sheets | str") -> None:
        """Open the window in which these sheets are printed, or say why there are none."""
        if isinstance(printed, str):
            self._notice.tell(printed)
            return
        from app.views.paper.dialog import PaperDialog

        PaperDialog(printed, self._page()).open()

    def copy_picture(self) -> None:
        """Put the map on the clipboard as it is on the screen."""
        if not self._document.is_open:
            return
        from app.views.picture.portrait import Portrait

        whole = self._document.shown
        look = look_in(self._settings, whole)
        try:
            data = Portrait(whole, look).mime_data()
        except Problem as problem:
            self.failed.emit(problem)
            return
        QGuiApplication.clipboard().setMimeData(data)
        self._tell_copied()

    def report(self) -> None:
        """Open the window in which a report is made."""
        if not self._document.is_open:
            return
        from app.views.report.dialog import ReportDialog

        whole = self._document.map
        keys = [moment.id for moment in self._document.moments()]
        before = keys[: keys.index(whole.network.id)] if whole.network.id in keys else []
        earlier = [moment for key in before if (moment := self._document.map_of(key)) is not None]
        dialog = ReportDialog(whole, earlier, self._page(), self._cover)
        dialog.cover.textChanged.connect(self._hold_cover)
        dialog.saved.connect(self._tell_report)
        dialog.open()

    def _hold_cover(self, text: str) -> None:
        self._cover = text  # in memory alone: it is about whoever sits here

    def _page(self) -> QWidget:
        page = self.parent()
        assert isinstance(page, QWidget)
        return page

    def _tell(self, text: str, path: Path) -> None:
        text = filled(text, folder=path.parent.name or str(path.parent))
        self._notice.tell(
            filled(text, file=path.name),
            say("Open the folder"),
            partial(self._open, path.parent),
        )

    def _open(self, folder: Path) -> None:
        from app.views.widgets.save_dialog import open_folder

        if not open_folder(folder):
            self._notice.tell(say("The folder is {folder}.", folder=folder))

    def open_last(self) -> None:
        """Show the folder in which the last file was put, since Kring was started."""
        from app.views.widgets.save_dialog import last_folder

        folder = last_folder()
        if folder is None:
            self._notice.tell(say("No file has been made since Kring was started."))
        else:
            self._open(folder)

    def _tell_copied(self) -> None:
        self._notice.tell(say("Picture copied. You can paste it anywhere."))

    def _tell_picture(self, path: Path) -> None:
        self._tell(say("The picture {file} is in the folder {folder}."), path)

    def _tell_report(self, path: Path) -> None:
        self._tell(say("The report {file} is in the folder {folder}."), path)
