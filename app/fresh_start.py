"""What makes Kring begin anew: maps that are to be kept elsewhere, and nothing left here."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.document import Document
    from app.settings import Settings
    from app.views.frame.window import MainWindow


class FreshStart:
    """Closes this window and lets another one follow; the application is one."""

    window: "MainWindow"
    document: "Document | None"
    settings: "Settings"
    following: Any
    takes_along: Path | None
    """The library whose maps go to the new one first."""
    is_chosen: bool
    """Whether the place of the library was chosen, to be remembered."""
    came_from: "tuple[Path, Settings] | None" = None
    """What is left on this computer by whoever went to a stick."""

    def library_path(self) -> Path:
        """Return the place of the library."""
        raise NotImplementedError

    def open_library(self) -> None:
        """Open the library in a thread."""
        raise NotImplementedError

    def leave(self) -> None:
        """Close the window and whatever lies over it."""
        raise NotImplementedError

    def follow_requests(self) -> None:
        """Do what the window asks for."""
        self.window.move_requested.connect(self._ask_move)
        self.window.guest_requested.connect(self._ask_guest)

    def tell_moved(self) -> None:
        """Say where the maps are now."""
        from app.views.library import location

        said = ""
        if self.came_from is not None:
            said = location.ask_clear(self.window.page, self.library_path(), *self.came_from)
        elif self.takes_along is not None:
            said = location.moved(self.library_path(), self.takes_along)
        self.takes_along = self.came_from = None
        if said:
            self.window.screens.notice.tell(said, stays=True)

    def _ask_move(self) -> None:
        """Ask where the maps are to be kept, and begin anew there."""
        from app.views.library.location import ask_move

        assert self.document is not None
        path = self.document.library.path
        move = ask_move(self.window.page, path)
        if move is not None:
            self.begin_anew(move.to, self.settings, path if move.takes_along else None)
            self.following.is_chosen = True
            self.window.close()

    def _ask_guest(self, wanted: bool) -> None:
        """Go to a stick with all there is, or back to what is kept on this computer."""
        from app import private
        from app.settings import Settings
        from app.views.library import location

        assert self.document is not None
        path = self.document.library.path
        folder = location.ask_guest(self.window.page) if wanted else None
        if wanted and folder is None:
            self.document.library_changed.emit()  # the tick is as it was
            return
        before = private.guest_folder()
        private.keep_all_in(folder)
        settings = Settings()
        if folder is None:
            self.begin_anew(None, settings)
        else:
            to = folder / location.FILE_NAME
            is_new = not to.exists()
            settings.wear_as(self.settings)
            self.begin_anew(to, settings, path if is_new else None)
            self.following.is_chosen = False  # a stick has another letter elsewhere
            self.following.came_from = (path, self.settings)
        self.window.close()
        if self.window.isVisible():  # something typed could not be saved
            private.keep_all_in(before)
            self.following = None

    def begin_anew(
        self, path: Path | None, settings: "Settings", along: Path | None = None
    ) -> None:
        """Let another application follow this one when the window is closed."""
        self.following = type(self)(path, [], settings, takes_along=along)  # type: ignore[call-arg]
