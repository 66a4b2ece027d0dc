"""pyqtgraph as far as it is needed: a view, the box in it, axes and lines.

By itself it imports all it has, 145 modules, and makes every class of Qt there is, to have them
under names of its own. Here its two outer rooms hold what those within ask of them, and no more:
11 MB, and more than half of the time until the first plot is there.
"""

import sys
from importlib.machinery import ModuleSpec
from importlib.util import find_spec, module_from_spec
from pathlib import Path
from typing import Any, Final

import shiboken6
from PySide6 import QtCore, QtGui, QtWidgets

_OPTIONS: Final = {
    "foreground": "d",
    "leftButtonPan": True,
    "mouseRateLimit": 100,
    "useCupy": False,
    "useOpenGL": False,
}
"""Its own, of which nothing here is to be seen."""


def _furnish() -> None:
    whole = find_spec("pyqtgraph")
    if whole is None or whole.origin is None or "pyqtgraph" in sys.modules:
        return  # somebody else has all of it already
    folder = Path(whole.origin).parent
    _room(
        "pyqtgraph",
        folder,
        getConfigOption=_OPTIONS.__getitem__,
        _connectCleanup=lambda: None,  # of boxes that others find by a name
    )
    _room(
        "pyqtgraph.Qt",
        folder / "Qt",
        QT_LIB="PySide6",
        QtCore=QtCore,
        QtGui=QtGui,
        QtWidgets=QtWidgets,
        isQObjectAlive=shiboken6.isValid,
    )
    _room("pyqtgraph.Qt.OpenGLHelpers", folder)  # stays empty: nothing is drawn by OpenGL


def _room(name: str, folder: Path, **held: Any) -> None:
    spec = ModuleSpec(name, None, is_package=True)
    spec.submodule_search_locations = [str(folder)]
    room = sys.modules[name] = module_from_spec(spec)
    vars(room).update(held)


_furnish()

from pyqtgraph.functions import mkPen  # noqa: E402
from pyqtgraph.graphicsItems.AxisItem import AxisItem  # noqa: E402
from pyqtgraph.graphicsItems.InfiniteLine import InfiniteLine  # noqa: E402
from pyqtgraph.graphicsItems.ViewBox import ViewBox  # noqa: E402
from pyqtgraph.widgets.GraphicsView import GraphicsView  # noqa: E402

__all__ = ["AxisItem", "GraphicsView", "InfiniteLine", "ViewBox", "mkPen"]
