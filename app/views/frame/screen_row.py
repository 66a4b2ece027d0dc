"""A row of the list of screens: all the window has to know of one."""

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget


class Screen(NamedTuple):
    """One thing the window can show."""

    id: str
    build: Callable[[Any], QWidget]
    """Makes its part and wires it, when it is first shown."""
    text: Callable[[], str] | None = None
    """What the command is called that leads to it."""
    keys: tuple[str, ...] = ()
    menu: str = "screens"
    """The part of the menu in which its command stands."""
    tab: bool = False
    """It has a tab in the bar, in the order of this list."""
    quiet: bool = False
    """Its tab stands in the bar once there is a group, or as long as it is shown."""
    beside: bool = False
    """Its part stands at the right, and the map in the middle."""
    folds: bool = False
    """Its part has a side of its own, which `fold_side` folds."""
    names: bool = False
    """Names are added at the left of it, and the form of who is selected is at the right."""
    wide: bool = False
    """It wants the width of a narrow window for itself."""
    lens: str = ""
    """The lens through which the map is looked at in passing."""
    needs_map: bool = True
    """Without an open map the list of maps is shown instead."""
    needs_guest: bool = False
    """Without the map of somebody else, my own is shown instead."""
    live: bool = False
    """It can be shown in live mode."""
    begin: str = ""
    """What its part does each time it is shown."""
    asks: bool = False
    """Its part asks one question at a time, and says itself what is answered."""
    goes_on: bool = False
    """Its part has a `place`, at which `go_on_at` goes on when the screens are built anew."""
    stays: bool = False
    """It also stands there after another screen was shown."""
    focus: str = ""
    """What its part does where somebody chose to go there: it takes the keyboard."""
    prints: Callable[[Any, Any], Any] | None = None
    """What it prints, of the page and its part: sheets, or a sentence why there are none."""
    at_rest: bool = False
    """What it imports is there before it is asked for."""
    focuses_names: bool = False
    """The field for a name takes the keyboard."""
