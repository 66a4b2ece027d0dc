"""The ground of the map with all that is written on it, shown at once or step by step."""

from collections.abc import Callable
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
        self._ground: object = None
        self._counts: tuple[int, ...] = ()
        self._to_come: list[Callable[[], None]] = []

    def show(
        self,
        picture: Picture,
        around: tuple[str | None, ...],
        counts: tuple[int, ...],
        *,
        by_steps: bool,
    ) -> None:
        """Show the ground of a picture; or in the steps to come, and the one there is until then.

        Each part takes about as long to paint as all people who stand on it: together with them
        it would hold up the first step to another lens. A part stays that only people differ on.
        """
        self.rim_names.spots = picture.spots
        ground = picture._replace(spots={}), around
        if (ground, counts) != (self._ground, self._counts):
            self._to_come = [partial(self.rim_names.show_picture, picture, around, counts)]
        if ground != self._ground:
            self._to_come += [
                partial(self.ring_labels.show_picture, picture),
                partial(self.backdrop.show_picture, picture, around),
            ]
        self._ground, self._counts = ground, counts
        if not by_steps:
            self.arrive()

    def step(self) -> None:
        """Show the next part, if one is to come."""
        if self._to_come:
            self._to_come.pop()()

    def arrive(self) -> None:
        """Show all that is to come."""
        while self._to_come:
            self.step()
