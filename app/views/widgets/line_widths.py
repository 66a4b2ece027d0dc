"""How wide a line on the map is by how often there is contact, in pixels; the form shows it too."""

from typing import Final

from app.models.vocabulary import vocabulary

_WIDTHS: Final = (1.25, 1.25, 1.75, 2.5, 4.5, 6.0, 8.0)


def _width(share: float) -> float:
    at = share * (len(_WIDTHS) - 1)
    lower = min(int(at), len(_WIDTHS) - 2)
    return _WIDTHS[lower] + (at - lower) * (_WIDTHS[lower + 1] - _WIDTHS[lower])


_SCALE: Final = vocabulary().scales["frequency"]

LINE_WIDTHS: Final = {step.code: _width(step.code / _SCALE.most) for step in _SCALE.steps}
"""The width by answer; of seven steps it leaps at weekly."""
