"""What makes Kring begin anew: maps are locked, unlocked, kept elsewhere, or leave nothing here."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.words import say

if TYPE_CHECKING:
    from app.document import Document
    from app.settings import Settings
    from app.views.frame.window import MainWindow
    from app.views.library.idle_watch import IdleWatch


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
    _by_code = False
    _is_locking = False
    _watching: "IdleWatch | None" = None

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
        self.window.password_requested.connect(self._ask_password)
        self.window.lock_requested.connect(self._lock_now)
        self.window.guest_requested.connect(self._ask_guest)

    def tell_moved(self) -> None:
        """Say where the maps are now, and ask what a forgotten password needs."""
        from app.views.library import location

        said = ""
        if self.came_from is not None:
            said = location.ask_clear(self.window.page, self.library_path(), *self.came_from)
        elif self.takes_along is not None:
            said = location.moved(self.library_path(), self.takes_along)
        self.takes_along = self.came_from = None
        if said:
            self.window.screens.notice.tell(said, stays=True)
        if self._by_code:
            self._ask_anew()

    def _ask_move(self) -> None:
        """Ask where the maps are to be kept, and begin anew there."""
        from app.views.library.location import ask_move

        assert self.document is not None
        path = self.document.library.path
        move = ask_move(self.window.page, path)
        if move is not None:
            self._begin_anew(move.to, self.settings, path if move.takes_along else None)
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
            self._begin_anew(None, settings)
        else:
            to = folder / location.FILE_NAME
            is_new = not to.exists()
            settings.wear_as(self.settings)
            self._begin_anew(to, settings, path if is_new else None)
            self.following.is_chosen = False  # a stick has another letter elsewhere
            self.following.came_from = (path, self.settings)
        self.window.close()
        if self.window.isVisible():  # something typed could not be saved
            private.keep_all_in(before)
            self.following = None

    def _begin_anew(
        self, path: Path | None, settings: "Settings", along: Path | None = None
    ) -> None:
        self.following = type(self)(path, [], settings, takes_along=along)  # type: ignore[call-arg]

    # A password.

    def unlock(self, path: Path) -> None:
        """Ask for the password of the maps, and open them."""
        from app.storage.keys import CODE
        from app.views.library.unlock_window import Unlock

        way = Unlock(path, self.window.page).ask()
        if way is None:
            self.window.close()
            return
        self._by_code = way == CODE
        self.open_library()

    def _ask_password(self) -> None:
        from app.views.library import protection

        assert self.document is not None
        said = protection.ask(self.document.library, self.window.page)
        if said == protection.LOCK:
            self._lock()
        elif said:
            self._tell_protected(said)

    def _ask_anew(self) -> None:
        """Ask who used the recovery code for a password they do know."""
        from app.views.library import protection

        self._by_code = False
        assert self.document is not None
        if not self.document.library.read_only:
            said = protection.ask_anew(self.document.library, self.window.page)
            if said:
                self._tell_protected(said)

    def _tell_protected(self, said: str) -> None:
        assert self.document is not None
        self.window.screens.notice.tell(said, stays=True)
        self.document.library_changed.emit()

    def watch_rest(self) -> None:
        """Lock maps that have a password when nobody has been there for a while."""
        from app.views.library.idle_watch import IdleWatch

        assert self.document is not None
        self._watching = IdleWatch(self.document, self.window)
        self._watching.came.connect(self._lock_at_rest)

    def _lock_now(self) -> None:
        """Lock the maps, or ask for the password that this takes."""
        assert self.document is not None
        library = self.document.library
        if library.is_protected():
            self._lock()
        elif library.read_only:
            self.window.screens.notice.tell(say("Your maps have no password"))
        else:
            self._ask_password()

    def _lock_at_rest(self) -> None:
        if self.document is not None and self.document.library.is_protected():
            self._lock()

    def _lock(self) -> None:
        """Close the maps and ask for the password again; what is typed is kept first."""
        self._is_locking = True
        self._begin_anew(self.library_path(), self.settings)
        self.following.is_chosen = self.is_chosen
        self.leave()
        if self.window.isVisible():  # something typed could not be saved
            self.following, self._is_locking = None, False

    def forget_password(self) -> None:
        """Do what is left once the library is closed."""
        if self._watching is not None:
            self._watching.stop()
        if self._is_locking:
            from app.storage.sealed_library import forget_keys

            forget_keys()
