"""What comes along with an import and costs more than the import: left out while Kring starts.

Each of them saves what stands beside it, in processor time from starting Python until the first
edit of a map of 25 is stored: 620 ms with `garbage` and all but the first, 144 ms for a bare
PySide6 window (medians of eight starts each, in turn). A trick that saves nothing any more goes.
"""

import builtins
import enum
import inspect
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any, Final


def with_quick_enums() -> None:
    """Make the enums of Qt as Python makes those of its own library.

    Shiboken makes each as somebody would who may make mistakes, and every name is looked at. The
    way without (`enum._simple_enum`) makes the same in half the time: the 259 enums there are when
    a map is on the screen took 81 ms. Does nothing for any other enum, or where that way is not.
    """
    quick = getattr(enum, "_simple_enum", None)
    plain = getattr(enum.EnumType, "_create_", None)
    if quick is None or plain is None:
        return

    def create(kind: Any, class_name: str, names: Any, **how: Any) -> Any:
        # Only Shiboken gives names with values and this boundary, and tells the module later.
        if type(names) is list and how.get("boundary") is enum.KEEP and how.get("module") is None:
            with suppress(Exception):
                return quick(kind, boundary=enum.KEEP)(type(class_name, (), dict(names)))
        return plain(kind, class_name, names, **how)

    enum.EnumType._create_ = create  # type: ignore[attr-defined]


def without_signatures() -> None:
    """Import PySide without what describes its functions; that comes when it is asked for.

    Shiboken compiles it from its source in every process: what the sentence about a call with the
    wrong arguments needs, and what writes the stubs that type checkers read. Saves a third of a
    bare window (187 of its 553 million instructions). Does nothing where Qt is imported already,
    or is not as it was when this was written.
    """
    if "shiboken6" in sys.modules:
        return
    plain = builtins.__import__

    def watching(name: str, *how: Any, **named: Any) -> ModuleType:
        if name == _DESCRIBES and _DESCRIBES not in sys.modules:
            with suppress(Exception):  # where this is raised, Shiboken ends the process
                _stand_in(sys.meta_path[0])
        return plain(name, *how, **named)

    builtins.__import__ = watching
    try:
        with suppress(ImportError):  # which library is missing is told a moment later
            import PySide6  # noqa: F401
    finally:
        builtins.__import__ = plain


def _stand_in(finder: Any) -> None:
    for part in _DESCRIBING:
        name = f"{_DESCRIBES}.{part}"
        if finder.find_spec(name, None) is not None:
            sys.modules[name] = _Later(name, finder)


_DESCRIBES: Final = "shibokensupport.signature"
# All but `mapping`, which Shiboken asks for what it has without giving it time to come.
_DESCRIBING: Final = ("errorhandler", "layout", "parser", "lib.enum_sig", "lib.pyi_generator")


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

    That is `asyncio`, for drivers we do not have, `importlib.metadata`, for plugins, and `hashlib`,
    which brings OpenSSL. The first two saved 83 ms (0.13 of the start). What SQLAlchemy makes ahead
    of its use comes at that use as well.
    """
    stand_ins = [_Later(name) for name in _FOR_OTHERS if name not in sys.modules]
    sys.modules.update({one.__name__: one for one in stand_ins})
    sys.meta_path.insert(0, _AMENDING)
    try:
        yield
    finally:
        sys.meta_path.remove(_AMENDING)
        for one in stand_ins:
            one.leave()


_FOR_OTHERS: Final = ("asyncio", "hashlib", "importlib.metadata")


class _Amending:
    """Finds the module that is amended before anything is taken from it."""

    def find_spec(self, name: str, path: Any = None, _target: Any = None) -> ModuleSpec | None:
        """Return how it is imported; None leaves all others to Python."""
        spec = PathFinder.find_spec(name, path) if name == _ANNOTATES else None
        if spec is None or spec.loader is None:
            return None
        run = spec.loader.exec_module

        def run_and_amend(module: Any) -> None:
            run(module)
            with suppress(AttributeError):  # not as it was when this was written
                # A class for each kind of clause that is annotated was made ahead, 193 of them;
                # annotating makes it where it is not there. Saves a fortieth of the start.
                module._prepare_annotations = module._new_annotation_type  # noqa: SLF001

        spec.loader.exec_module = run_and_amend  # type: ignore[method-assign]
        return spec


_ANNOTATES: Final = "sqlalchemy.sql.annotation"
_AMENDING: Final = _Amending()


class _Later(ModuleType):
    """Stands in for a module until something of it is asked for."""

    # All that SQLAlchemy takes of asyncio while it is imported.
    iscoroutine = staticmethod(inspect.iscoroutine)

    def __init__(self, name: str, finder: Any = None) -> None:
        """`finder` finds the module where Python itself would not."""
        super().__init__(name)
        self.__spec__ = ModuleSpec(name, None)
        self._found_by = [finder] if finder is not None else []

    def leave(self) -> None:
        """Let the next who imports the module have the module itself."""
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        self.leave()
        sys.meta_path[:0] = self._found_by
        try:
            return getattr(import_module(self.__name__), name)
        finally:
            for finder in self._found_by:
                sys.meta_path.remove(finder)
