"""Something that went wrong in a way the person in front of the screen can understand."""

import errno
from typing import Final

_WINDOWS: Final = {
    19: errno.EROFS,
    32: errno.EBUSY,
    33: errno.EBUSY,
    39: errno.ENOSPC,
    53: errno.EHOSTUNREACH,
    64: errno.EHOSTUNREACH,
    67: errno.EHOSTUNREACH,
    112: errno.ENOSPC,
    206: errno.ENAMETOOLONG,
    1450: errno.ENOMEM,
}
"""What Windows tells apart and Python does not: a file another program has open is no missing
permission (learn.microsoft.com, System Error Codes)."""


def why(error: BaseException) -> int:
    """Return the number (`errno`) of what the system refused; 0 where there is none."""
    if isinstance(error, MemoryError):
        return errno.ENOMEM
    if isinstance(error, ValueError):  # a name with a NUL in it
        return errno.EINVAL
    known = _WINDOWS.get(getattr(error, "winerror", None) or 0)
    return known or getattr(error, "errno", None) or 0


class Problem(Exception):
    """A known difficulty, named by a code; `app.errors` turns it into a sentence.

    Raised by every room below the views. A `Problem` never means a bug: the sentence that
    belongs to `code` says what happened and what can be done.
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value!r}" for name, value in self.values.items())
        return f"{self.code}({details})"
