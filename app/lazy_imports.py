"""What comes along with an import and costs more than the import: left out while Kring starts.

Each of the two saves what stands beside it, in processor time from starting Python until the first
edit of a map of 25 is stored: 620 ms with both and with `garbage`, 144 ms for a bare PySide6 window
(medians of eight starts each, in turn). A trick that saves nothing any more goes.
"""

import builtins
import inspect
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any, Final


def without_features() -> None:
    """Take back what PySide adds to every import of the process.

    It reads the source of each module, looking for `from __feature__ import`, which nothing here
    uses. Saves 95 ms (0.15 of the start). Qt for Python documents both names.
    """
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None and builtins.__import__ is getattr(builtins, "__feature_import__", None):
        builtins.__import__ = plain


@contextmanager
def only_what_is_used() -> Iterator[None]:
    """Import what is large within this: what that imports for others comes at its first use.

    That is `asyncio`, for drivers we do not have, and `importlib.metadata`, for plugins. Saves
    83 ms (0.13 of the start).
    """
    stand_ins = [_Later(name) for name in _FOR_OTHERS if name not in sys.modules]
    sys.modules.update({one.__name__: one for one in stand_ins})
    try:
        yield
    finally:
        for one in stand_ins:
            one.leave()


_FOR_OTHERS: Final = ("asyncio", "importlib.metadata")


class _Later(ModuleType):
    """Stands in for a module until something of it is asked for."""

    # All that SQLAlchemy takes of asyncio while it is imported.
    iscoroutine = staticmethod(inspect.iscoroutine)

    def leave(self) -> None:
        """Let the next who imports the module have the module itself."""
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        self.leave()
        return getattr(import_module(self.__name__), name)
