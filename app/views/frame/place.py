"""What is on the screen, as a value: the screens can be built anew from it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.views.exchange.guest import Guest, State


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
    parts: Mapping[str, Any]
    """Where each screen stands that goes on there: see `Screen.goes_on`."""

    def back_at(self, before: "Place") -> "Place":
        """Return the place with the screen of before on it, where that stood."""
        return replace(self, screen=before.screen, parts={**self.parts, **before.parts})
