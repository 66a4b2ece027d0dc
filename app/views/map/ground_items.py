"""The ground of the map with all that is written on it, shown at once or step by step."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QGraphicsScene

from app.layout.picture import Picture
from app.views.map.ground import Backdrop, RingLabels
from app.views.map.rim_names import RimNames


class GroundItems:
    """Rings, what they mean, and the names of the sectors."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self.backdrop, self.ring_labels, self.rim_names = Backdrop(), RingLabels(), RimNames()
        for item in (self.backdrop, self.rim_names, self.ring_labels):
            scene.addItem(item)
        self._to_come: list[Callable[[], None]] = []

    def show_by_steps(
        self, picture: Picture, around: tuple[str | None, ...], counts: Sequence[int]
    ) -> None:
        """Show the ground of a picture in the steps to come; until then, the one there is stays.

        Each part takes about as long to paint as all people who stand on it: together with them
        it would hold up the first step to another lens.
        """
        self._to_come = [
            partial(self.rim_names.show_picture, picture, around, counts),
            partial(self.ring_labels.show_picture, picture),
            partial(self.backdrop.show_picture, picture, around),
        ]

    def show(self, picture: Picture, around: tuple[str | None, ...], counts: Sequence[int]) -> None:
        """Show the ground of a picture."""
        self.show_by_steps(picture, around, counts)
        self.arrive()

    def step(self) -> None:
        """Show the next part, if one is to come."""
        if self._to_come:
            self._to_come.pop()()

    def arrive(self) -> None:
        """Show all that is to come."""
        while self._to_come:
            self.step()
