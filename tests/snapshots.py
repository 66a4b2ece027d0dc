"""What a screen reader finds on every screen, as text: `python -m tests.snapshots` writes it anew.

One line for whatever has a name or can be reached, with its role and its state, indented under what
it belongs to. Kept in `tests/views/snapshots`, in both languages, so that a change is read before
it is made: an element that lost its name, its role or its place shows as a line that differs.
"""

import os
import re
import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

FOLDER = Path(__file__).parent / "views" / "snapshots"
_MOST = 3
"""Of many of one kind so many are told, and then how many more there are."""
_STATES = ("checked", "checkStateMixed", "selected", "expanded", "collapsed", "disabled")
_CHANGING = (
    (re.compile(r"\d+ \w+ 20\d\d"), "DAY"),
    (
        re.compile(r"(?<=Your maps are in the folder )[^']+|(?<=Je kaarten staan in de map )[^']+"),
        "FOLDER",
    ),
    (re.compile(r"[\w/\\:.~-]*[/\\]\u200b.*library"), "FOLDER"),
)
"""What is another today, or on another computer."""
_SILENT = ("Client", "NoRole", "ScrollBar", "Border", "LayeredPane")
_NAMELESS = ("EditableText", "Button", "RadioButton", "CheckBox", "ComboBox", "Table", "List")


def snapshot(window: QWidget) -> str:
    """Return what is heard of a window, line by line."""
    root = QAccessible.queryAccessibleInterface(window)
    return "\n".join(_lines(root, 1))


def _lines(node: Any, depth: int) -> Iterator[str]:
    children = [_told(child) for child in _children(node)]
    for (told, _), same in groupby(children, lambda one: (one[0] and one[2], one[0] is None)):
        alike = list(same)
        shown = alike if told not in ("ListItem", "Cell", "Row") else alike[:_MOST]
        for line, child, _role in shown:
            if line is not None:
                yield "  " * depth + line
            yield from _lines(child, depth if line is None else depth + 1)
        if len(shown) < len(alike):
            yield "  " * depth + f"… {len(alike) - len(shown)} more {told}"


def _told(node: Any) -> tuple[str | None, Any, str]:
    role = node.role().name
    name = " ".join(node.text(QAccessible.Text.Name).split())
    for changing, word in _CHANGING:
        name = changing.sub(word, name)
    if role in _SILENT or not (name or role in _NAMELESS):
        return None, node, role
    state = node.state()
    states = [word for word in _STATES if getattr(state, word)]
    return " ".join([role, repr(name), *states]), node, role


def _children(node: Any) -> Iterator[Any]:
    for number in range(node.childCount()):
        child = node.child(number)
        if child is not None and child.isValid() and not child.state().invisible:
            yield child


def write() -> None:
    """Write the snapshots of both languages anew."""
    from app.settings import Settings
    from tests.views.test_walking import SLICE, walk

    app = QApplication.instance() or QApplication(["kring"])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    FOLDER.mkdir(exist_ok=True)
    for tongue, text_size, size in SLICE:
        with tempfile.TemporaryDirectory() as folder:
            settings = Settings(Path(folder) / "settings.ini")
            settings.motion = False
            _faults, heard = walk(Path(folder), settings, tongue, text_size, size)
        (FOLDER / f"{tongue}.txt").write_text(heard, encoding="utf-8")


if __name__ == "__main__":
    write()
