"""What is on the screen, as a value: the screens can be built anew from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.views.exchange.guest import Guest, State
    from app.views.frame.carried import CarriedOver
    from app.views.widgets.memory import KeptValue


@dataclass(frozen=True)
class Place:
    """Where a person is, and what they were in the middle of.

    What is of the map stands in the document, and how the map is looked at in the settings.
    """

    screen: str
    map: Any
    """How large the map is shown, and which part of it."""
    typed: str
    """A name that is half typed; all else that is typed is stored first."""
    guest: "Guest | None"
    """The map of somebody else that lies beside mine."""
    waiting: "tuple[Guest | State, ...]"
    """Maps that came in, of which it is not said yet what is done with them."""
    unread: tuple[Path, ...]
    """Files that are not read yet."""
    about: bool
    """What is said of the map stands at the right."""
    left: "Mapping[str, KeptValue]"
    """What was left as it is on all screens, shown or not: see `widgets.memory`."""
    carried: "CarriedOver" = field(compare=False)
    """Where the keyboard is, and the message at the foot; what its button does is no value."""
