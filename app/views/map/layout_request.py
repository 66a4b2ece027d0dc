"""What the layout is asked for: the people of a map in a lens, and the room there is for them."""

import threading
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetricsF

from app.analysis.gaps import Gap
from app.analysis.lens import Lens
from app.layout.free_places import growth_apart, moved_apart
from app.layout.picture import Frame, Person, Picture
from app.layout.ring_layout import free_layout, ring_layout
from app.layout.seats import DISC_STEP
from app.models.network import Partner
from app.models.vocabulary import vocabulary
from app.views.map.people_items import LEAST_DISC
from app.views.widgets import theme
from app.words import current_language, phrases

_ROOMY: Final = 450
"""A map as wide and as high as this has room for whole discs, in pixels at ordinary text."""


class Measure:
    """How wide and high text is in a font, or in the wider of two; each text is measured once.

    In whatever thread: what Qt measures with belongs to the thread that made it.
    """

    def __init__(self, *fonts: QFont) -> None:
        self._described = [(font.toString(), font.hintingPreference()) for font in fonts]
        self._own = threading.local()
        self.height = max(one.height() for one in self._metrics())
        # Kept, and the same function every time: the layout asks thousands of times, and what was
        # laid out with it is known by it.
        self.width = lru_cache(maxsize=4096)(
            lambda text: max(one.horizontalAdvance(text) for one in self._metrics())
        )

    def _metrics(self) -> list[QFontMetricsF]:
        known: list[QFontMetricsF] | None = getattr(self._own, "metrics", None)
        if known is None:
            known = self._own.metrics = [QFontMetricsF(_apart(*one)) for one in self._described]
        return known


def _apart(described: str, hinting: QFont.HintingPreference) -> QFont:
    """Return a font that shares nothing with another; its description leaves the hinting out."""
    font = QFont()
    font.fromString(described)
    font.setHintingPreference(hinting)
    return font


@lru_cache(maxsize=16)
def measure_in(*fonts: QFont) -> Measure:
    """Return how wide and high text is in fonts, the same for all who ask."""
    return Measure(*fonts)


class Asked(NamedTuple):
    """What a picture is laid out for: where that is the same, the picture is."""

    people: tuple[Person, ...]
    lens: Lens
    around: tuple[str | None, ...]
    """The settings of the sectors."""
    size: QSize
    language: str


def people_of(
    placed: Sequence[Partner],
    lens: Lens,
    around: Sequence[str | None],
    rows: Mapping[str, Gap],
) -> tuple[Person, ...]:
    """Return partners as the layout knows them; `around` are the settings of the sectors.

    Where neither a place nor a colour says what setting somebody is of, a number by the name does.
    In the lens of differences a tail says how far out contact would put somebody: the
    frequencies spread evenly. Where nothing can be said of the difference there is none.
    """
    labels = {}
    if not around and theme.current().is_grey:
        labels = {p.id: phrases.numbered(p.name, p.setting) for p in placed}
    if lens.field is None:
        return tuple(
            [Person(id=p.id, label=labels.get(p.id, p.name), x=p.x, y=p.y) for p in placed]
        )
    contact = {}
    if lens.id == "gap":
        valid = [p for p in placed if rows[p.id].quadrant is not None]
        most = vocabulary().scales["frequency"].most
        contact = {p.id: (most - (p.frequency or 1)) / (most - 1) for p in valid}
    return tuple(
        [
            Person(
                id=p.id,
                label=labels.get(p.id, p.name),
                band=lens.codes.index(getattr(p, lens.field)),
                sector=around.index(p.setting) if around else 0,
                angle=p.angle,
                contact=contact.get(p.id),
            )
            for p in placed
        ]
    )


def picture_of(
    people: tuple[Person, ...],
    frame: Frame,
    lens: Lens,
    around: Sequence[str | None],
    *,
    before: Picture | None = None,
    pans: bool = False,
) -> Picture:
    """Return the picture of people in a lens; `before` is what is to stay of the one there is."""
    if lens.field is None:
        return _free_picture(people, frame, pans, theme.text_scale())
    labels = phrases.setting_labels(current_language())
    rings, rims = tuple(lens.rings()), tuple([labels[one] for one in around])
    if before is None:
        return _ring_picture(people, frame, rings, rims)
    return ring_layout(people, frame, rings, rims, before)


@lru_cache(maxsize=16)
def _ring_picture(
    people: tuple[Person, ...], frame: Frame, rings: tuple[str, ...], rims: tuple[str, ...]
) -> Picture:
    """Return a picture that nothing stays of; who comes back, or was expected, finds it kept."""
    return ring_layout(people, frame, rings, rims)


@lru_cache(maxsize=16)
def _free_picture(
    people: tuple[Person, ...], frame: Frame, pans: bool, _text_scale: float
) -> Picture:
    """Return the picture of the free lens; kept likewise."""
    return free_picture(people, frame, pans=pans)


def free_picture(people: Sequence[Person], frame: Frame, *, pans: bool = False) -> Picture:
    """Return the picture of the free lens, where nobody lies under the middle or on another.

    What is recorded stays as it is. One that `pans` is larger before people step aside, as far as
    letters are larger than usual.
    """
    growth = growth_apart(people, frame, theme.text_scale()) if pans else 1.0
    aside = moved_apart(people, frame, growth)
    seen = (p._replace(x=aside[p.id][0], y=aside[p.id][1]) if p.id in aside else p for p in people)
    return free_layout(tuple(seen), frame, growth)


def least_disc() -> int:
    """Return the smallest size of a disc: it grows less than large letters, to leave them room."""
    return DISC_STEP * round(float(LEAST_DISC * theme.text_scale() ** 0.75) / DISC_STEP)


def frame_of(size: QSize, text: Measure, small: Measure) -> Frame:
    """Return the room in a view of a size; discs grow with the text, as far as there is room."""
    roomy = min(size.width(), size.height()) >= theme.scaled(_ROOMY)
    return Frame(
        width=size.width(),
        height=size.height(),
        line_height=text.height,
        measure=text.width,
        small_line_height=small.height,
        small_measure=small.width,
        disc=theme.scaled(34 if roomy else 28),
        least=least_disc(),
        ego=theme.scaled(58 if roomy else 42),
    )
