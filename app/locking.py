"""Locks the maps that have a password, asks for it, and lets it be changed."""

from pathlib import Path
from typing import TYPE_CHECKING

from app.fresh_start import FreshStart
from app.words import say

if TYPE_CHECKING:
    from app.views.library.idle_watch import IdleWatch


class Locking(FreshStart):
    """Closes the maps so that only a password opens them again; the application is one."""

    _by_code = False
    _is_locking = False
    _watching: "IdleWatch | None" = None

    def follow_requests(self) -> None:
        """Do what the window asks for, with the password too."""
        super().follow_requests()
        self.window.password_requested.connect(self._ask_password)
        self.window.lock_requested.connect(self._lock_now)

    def tell_moved(self) -> None:
        """Say where the maps are now, and ask what a forgotten password needs."""
        super().tell_moved()
        if self._by_code:
            self._ask_anew()

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
        self.begin_anew(self.library_path(), self.settings)
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
