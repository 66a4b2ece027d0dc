"""What a laid out map is: people, labels, rings and sectors with their places in pixels."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple

Align = Literal["left", "centre", "right"]


class Person(NamedTuple):
    """Somebody to place, as far as the layout is concerned."""

    id: str
    label: str
    band: int | None = None
    """The ring, 0 is the innermost; None has no place in the picture."""
    sector: int = 0
    """Index of the sector."""
    angle: float | None = None
    """The direction the drawer chose, in degrees clockwise from the top."""
    contact: float | None = None
    """How far out contact would put somebody: 0 as near, 1 as far as can be; None has no tail."""
    x: float | None = None
    """Free place, in radii from the middle; the picture of the free lens needs `x` and `y`."""
    y: float | None = None
    near: bool = False
    """Stands close to the middle where nobody gave them a place in the free lens."""


class Frame(NamedTuple):
    """The room there is, and how large text and people are in it (all in pixels)."""

    width: float
    height: float
    line_height: float
    measure: Callable[[str], float]
    """The width of a text in the font of people's labels."""
    small_measure: Callable[[str], float]
    """The width of a text in the font of ring and rim labels."""
    small_line_height: float
    disc: float = 36.0
    """Diameter of a person where there is room."""
    least: float = 24.0
    """Diameter of a person where there is little: then the picture is larger than the frame."""
    ego: float = 60.0
    """Diameter of the person in the middle."""


class Box(NamedTuple):
    """A rectangle by its top left corner and size."""

    x: float
    y: float
    w: float
    h: float

    def overlaps(self, other: "Box") -> bool:
        """Tell whether the two share more than an edge."""
        return (
            self.x < other.x + other.w
            and other.x < self.x + self.w
            and self.y < other.y + other.h
            and other.y < self.y + self.h
        )

    def overlaps_any(self, boxes: Iterable["Box"]) -> bool:
        """Tell whether it `overlaps` one of these: places are tried by the thousand."""
        left, top, right, bottom = self.x, self.y, self.x + self.w, self.y + self.h
        for x, y, w, h in boxes:  # a generator takes three times as long
            if left < x + w and x < right and top < y + h and y < bottom:
                return True
        return False

    def overlapped(self, boxes: Mapping[str, "Box | None"]) -> list[str]:
        """Return the keys of those boxes that this one `overlaps`."""
        left, top, right, bottom = self.x, self.y, self.x + self.w, self.y + self.h
        return [
            key
            for key, box in boxes.items()
            if box is not None
            and left < box.x + box.w
            and box.x < right
            and top < box.y + box.h
            and box.y < bottom
        ]


class Spot(NamedTuple):
    """Where one person stands and how the label is written."""

    id: str
    x: float
    """Middle of the disc; `y` likewise."""
    y: float
    diameter: float
    lines: tuple[str, ...]
    """The label as it is written; empty where there is no room for it."""
    box: Box | None
    """Around the lines; None where there are none."""
    align: Align
    tail: tuple[float, float] | None = None
    """Where contact would put them, in their own direction; None where no tail can be seen."""
    contact: float | None = None
    """What the tail says, as it was asked (`Person.contact`)."""
    name: str = ""
    """The whole name, as it was asked (`Person.label`)."""

    @property
    def disc(self) -> Box:
        """Return the square around the disc."""
        return Box(
            self.x - self.diameter / 2, self.y - self.diameter / 2, self.diameter, self.diameter
        )


class Arc(NamedTuple):
    """Where a text stands along a circle around the middle."""

    angle: float
    """Of the middle of the text, in degrees clockwise from the top."""
    half: float
    """Degrees that the text reaches to either side."""
    radius: float
    """Pixels from the middle of the circle to the middle of the line of text."""
    height: float
    """Of the line, in pixels."""

    @property
    def below(self) -> bool:
        """Tell whether the text would stand on its head: then it runs the other way round."""
        return 90.0 < self.angle % 360.0 < 270.0


class Sector(NamedTuple):
    """A slice of the circle, with its name along the rim."""

    start: float
    """Degrees clockwise from the top, at least -360; `end` is larger and may pass 360."""
    end: float
    label: str = ""
    arc: Arc | None = None
    boxes: tuple[Box, ...] = ()
    """Small squares all along the name."""


class Ring(NamedTuple):
    """A band around the middle, with its label."""

    inner: float
    """Radius in pixels; `outer` likewise."""
    outer: float
    label: str = ""
    box: Box | None = None


def words_of(rings: Sequence[Ring], sectors: Sequence[Sector]) -> list[Box]:
    """Return the boxes that the names of rings and sectors take."""
    boxes = [ring.box for ring in rings if ring.box is not None]
    return boxes + [box for sector in sectors for box in sector.boxes]


class Picture(NamedTuple):
    """A map with everything in its place; pixels from the top left, y points down.

    It is as large as the frame, or larger where the people do not fit in it: then a part is seen.
    """

    width: float
    height: float
    cx: float
    """The middle of the circle; `cy` likewise."""
    cy: float
    radius: float
    ego: float
    """Diameter of the person in the middle."""
    rings: tuple[Ring, ...] = ()
    sectors: tuple[Sector, ...] = ()
    spots: Mapping[str, Spot] = MappingProxyType({})

    @property
    def words(self) -> list[Box]:
        """Return the boxes that the names of rings and sectors take."""
        return words_of(self.rings, self.sectors)

    def angle_at(self, x: float, y: float) -> float:
        """Return the direction of a point in degrees clockwise from the top, 0 to 360."""
        return math.degrees(math.atan2(x - self.cx, self.cy - y)) % 360.0 % 360.0

    def band_at(self, x: float, y: float) -> int | None:
        """Return the ring a point lies in, the innermost is 0; None outside the circle."""
        away = math.hypot(x - self.cx, y - self.cy)
        return next((i for i, ring in enumerate(self.rings) if away <= ring.outer), None)

    def sector_at(self, x: float, y: float) -> int | None:
        """Return the sector a point lies in, also outside the circle; None without sectors."""
        angle = self.angle_at(x, y)
        return next(
            (
                i
                for i, sector in enumerate(self.sectors)
                if (angle - sector.start) % 360.0 < sector.end - sector.start
            ),
            None,
        )
