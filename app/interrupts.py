"""Ends Kring in order when the system asks for it: Ctrl+C in a terminal, a logout, `kill`."""

import signal
import socket
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_ASKING: Final = ("SIGINT", "SIGTERM", "SIGHUP")
"""As far as the system has them."""


class Interrupts(QObject):
    """Tells once that the process is asked to end; asked again, it ends at once.

    Python hears of a signal only between two steps of its own, and in Qt's loop it makes none. So
    the signal writes a byte into a socket, which that loop does look at.
    """

    came = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.number = 0
        """The signal that came, or 0."""
        self._heard, self._said = socket.socketpair()
        for end in (self._heard, self._said):
            end.settimeout(0)  # neither waits for the other
        signal.set_wakeup_fd(self._said.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._take)
        known = [getattr(signal, name) for name in _ASKING if hasattr(signal, name)]
        self._before = {
            number: signal.signal(number, self._note)
            for number in known
            if signal.getsignal(number) is not signal.SIG_IGN  # as `nohup` wants it
        }

    def stop(self) -> None:
        """Give the signals back."""
        for number, before in self._before.items():
            signal.signal(number, before)
        self._before.clear()
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        self._heard.close()
        self._said.close()

    def _note(self, number: int, _frame: object) -> None:
        signal.signal(number, signal.SIG_DFL)
        self.number = number

    def _take(self) -> None:
        if self._heard.recv(100):
            self.came.emit()
