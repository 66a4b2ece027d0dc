"""People on their way to another place, and the tails that come out when all are there."""

from typing import Final, TypeAlias

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QVariantAnimation, Signal

from app.views.map.people_items import PartnerItem

_GLIDES_FOR: Final = 320
"""Milliseconds in which people go to their place; in `_GROWS_FOR` tails come out."""
_GROWS_FOR: Final = 180

Paths: TypeAlias = dict[PartnerItem, tuple[QPointF, QPointF]]
"""Who goes elsewhere, from where to where."""


class Glide(QVariantAnimation):
    """Moves people along their paths; heads and tails travel together."""

    moved = Signal(object, float)
    """Who moved in a step, each with where they stood, and how much of their way tails came."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setStartValue(0.0)
        self.setEndValue(1.0)
        self._paths: Paths = {}
        self._travels = 1.0
        """The part of it in which people travel; in the rest, tails come out."""
        self._eased = QEasingCurve(QEasingCurve.Type.InOutCubic).valueForProgress
        self.valueChanged.connect(self._step)

    def begin(self, paths: Paths, *, tails: bool) -> None:
        """Let people go, and then the `tails` come out, where there are."""
        self._paths = paths
        travels, grows = _GLIDES_FOR if paths else 0, _GROWS_FOR if tails else 0
        self._travels = travels / (travels + grows)
        self.setDuration(travels + grows)
        self.start()
        self._step(0.0)  # of itself it tells only what is another value than before

    def _step(self, part: float) -> None:
        done = self._eased(min(part / self._travels, 1.0) if self._travels else 1.0)
        moved = []
        for item, (start, goal) in self._paths.items():
            stood, stands = item.pos(), start + (goal - start) * done
            if stood != stands and item.scene() is not None:
                item.setPos(stands)
                moved.append((item, stood))
        rest = 1.0 - self._travels
        self.moved.emit(moved, max(0.0, (part - self._travels) / rest) if rest else 0.0)
