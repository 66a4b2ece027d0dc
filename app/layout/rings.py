"""Rings and sectors as wide as the people in them need, and where each would stand by itself."""

import math
from collections import defaultdict
from collections.abc import Container, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from app.layout.name_writer import Writer
from app.layout.picture import Person

INNER_SHARE: Final = 0.25
"""The innermost ring reaches at least this part of the radius."""

_GOLDEN: Final = (math.sqrt(5.0) - 1.0) / 2.0

NARROWEST_SECTOR: Final = 22.0
"""Degrees an empty sector keeps."""


def _plain_edges(number: int) -> list[float]:
    """Return the outer radius of each of `number` empty rings, as parts of the whole radius."""
    first = 1.0 if number == 1 else max(INNER_SHARE, 0.34 - 0.02 * (number - 5))
    step = (1.0 - first) / max(1, number - 1)
    return [first + step * i for i in range(number)]


def crowding(people: Sequence[Person], writer: Writer, disc: float, radius: float) -> float:
    """Return the part of a circle that people and their labels would cover; may pass 1."""
    covered = sum(writer.area(person.label) + (disc + 8.0) ** 2 for person in people)
    return covered / (math.pi * radius**2)


def ring_edges(
    people: Sequence[Person],
    number: int,
    bounds: Sequence[tuple[float, float]],
    radius: float,
    ego: float,
    disc: float,
    crowding: float,
    label_height: float,
) -> list[float] | None:
    """Return the outer radius of each of `number` rings, the innermost first.

    None if the discs do not fit in so small a circle.

    `crowding` is the part of the circle that people and labels cover, `label_height` what
    every ring keeps for its own label.

    The rings start from equal widths around a wider middle. The more is covered, the more
    the area of a ring follows its part of them; each is at least as wide as its people need in
    their sectors.
    """
    cells = [[0] * len(bounds) for _ in range(number)]
    for person in people:
        cells[person.band or 0][person.sector] += 1
    total = len(people)
    weight = min(0.9, 1.1 * crowding / (crowding + 0.25))
    plain = _plain_edges(number)
    spans = [math.radians(end - start) for start, end in bounds]
    empty = min(26.0, 0.075 * radius) * min(1.0, 1.3 - crowding)
    widths: list[float] = []
    least: list[float] = []
    reach = 0.0
    inside = ego / 2 + 4.0
    for inner, outer, cell in zip([0.0, *plain], plain, cells, strict=False):
        share = (1.0 - weight) * (outer**2 - inner**2) + weight * sum(cell) / max(1, total)
        wide = math.sqrt(reach**2 + share)
        widths.append((wide - reach) * radius)
        reach = wide
        needed = _needed(inside, cell, spans, disc) if any(cell) else inside + empty
        needed = max(needed, inside + label_height + 1.0)  # the label of the ring, in large text
        if len(least) == number - 1 and any(cell):
            needed = max(needed, inside + disc + 4.0)  # beyond it stand the sectors' names
        needed = needed if least else max(needed, INNER_SHARE * radius)
        least.append(needed - inside if least else needed)
        inside = needed
    if inside > radius:
        return None
    return _accumulated(_at_least(widths, least, radius))


def _needed(inside: float, cell: Sequence[int], spans: Sequence[float], disc: float) -> float:
    """Return the outer radius at which the people of a ring fit in their sectors, in rows."""
    pitch = disc + 4.0
    apart = 1.15 * disc + 8.0
    outer = inside + pitch
    while True:
        rows = [outer - pitch * (row + 0.5) for row in range(max(1, int((outer - inside) / pitch)))]
        fits = all(
            sum(int(span * row / apart + 0.5) for row in rows) >= count
            for count, span in zip(cell, spans, strict=True)
            if count > 1
        ) and sum(2 * math.pi * row / apart for row in rows) >= sum(cell)
        if fits:
            return outer
        outer += pitch / 8


def sector_weights(people: Sequence[Person], rings: int, sectors: int) -> list[float]:
    """Return the share of the circle each sector asks: people near the middle need more angle."""
    weights = [0.0] * sectors
    edges = _plain_edges(rings)
    inner = [0.0, *edges]
    for person in people:
        band = person.band or 0
        weights[person.sector] += 0.6 + min(1.4, 0.52 / (inner[band] + edges[band]))
    return weights


def sector_bounds(weights: Sequence[float]) -> list[tuple[float, float]]:
    """Return start and end of each sector in degrees; the middle of the first is on top."""
    number = len(weights)
    total = sum(weights) + 0.9 * number
    least = min(NARROWEST_SECTOR, 360.0 / number)
    sizes = [360.0 * (weight + 0.9) / total for weight in weights]
    ends = _accumulated(_at_least(sizes, [least] * number, 360.0))
    turn = ends[0] / 2
    return [(end - size - turn, end - turn) for end, size in zip(ends, _steps(ends), strict=True)]


class Place(NamedTuple):
    """Where a person would stand if nobody and nothing were in the way."""

    angle: float
    """Radians clockwise from the top."""
    away: float
    """Distance from the middle in pixels."""
    chosen: bool
    """The drawer chose the direction."""


def natural_places(
    people: Sequence[Person],
    edges: Sequence[float],
    bounds: Sequence[tuple[float, float]],
    ego: float,
    disc: float,
    ids: Container[str] | None = None,
) -> dict[str, Place]:
    """Return a place by id for `people`, spread evenly in their ring and sector.

    Everybody of a sector gets a direction of their own, so that no line to the middle passes
    under somebody else. Which direction depends on the order of the people, not on their rings:
    whoever changes ring leaves the others where they are. Who has an `angle` within the sector
    gets that, and the others stay where they would be without it. Where not all are asked for,
    `ids` are those who are: no other ring and sector is looked at.
    """
    places: dict[str, Place] = {}
    by_sector: dict[int, list[int]] = defaultdict(list)
    for i, person in enumerate(people):
        by_sector[person.sector].append(i)
    for sector, members in by_sector.items():
        start, end = map(math.radians, bounds[sector])
        asked: set[tuple[int, bool]] = set()
        cells: dict[tuple[int, bool], list[tuple[float, int]]] = defaultdict(list)
        for slot, nth in enumerate(_in_spread_order(len(members))):
            i = members[nth]
            angle = start + (end - start) * (slot + 0.5) / len(members)
            own = people[i].angle
            turn = 0.0 if own is None else (math.radians(own) - start) % (2 * math.pi)
            chosen = own is not None and turn <= end - start
            cells[people[i].band or 0, chosen].append((start + turn if chosen else angle, i))
            if ids is None or people[i].id in ids:
                asked.add((people[i].band or 0, chosen))
        for band, chosen in asked:
            cell = sorted(cells[band, chosen])
            inner, outer = row_range(edges, band, ego, disc)
            middle = max(1.0, (inner + outer) / 2)
            edge = min((end - start) / 2, (3.0 if chosen else disc / 2 + 3.0) / middle)
            wished = [angle for angle, _ in cell]
            apart = _parted(wished, inner, outer, start + edge, end - edge, disc)
            for (_, i), (angle, away) in zip(cell, apart, strict=True):
                places[people[i].id] = Place(angle, away, chosen)
    return places


def _parted(
    wished: Sequence[float], inner: float, outer: float, start: float, end: float, disc: float
) -> list[tuple[float, float]]:
    """Return directions near those wished with distances, apart on as many rows as it takes."""
    middle = max(1.0, (inner + outer) / 2)
    pitch = disc + 4.0
    count = len(wished)
    span = max(0.01, end - start)
    wide = 1.25 * pitch / middle
    needed = math.ceil((count - 1) * wide / span)
    even = round(math.sqrt(count * (outer - inner) / (span * middle)))
    rows = max(1, min(1 + int((outer - inner) / pitch), max(needed, even)))
    gap = min(wide / rows, span / max(1, count - 1))
    angles = _apart(wished, gap, start, end)
    if rows == 1:
        return [(angle, middle) for angle in angles]
    if rows == 2:
        return [(angle, outer if n % 2 else inner) for n, angle in enumerate(angles)]
    # Evenly over the area, whatever the number: a lattice by the golden section.
    parts = [(n * _GOLDEN + 0.5) % 1.0 for n in range(count)]
    return [
        (angle, math.sqrt(inner**2 + part * (outer**2 - inner**2)))
        for angle, part in zip(angles, parts, strict=True)
    ]


def row_range(edges: Sequence[float], band: int, ego: float, disc: float) -> tuple[float, float]:
    """Return the least and greatest distance from the middle at which a disc fits in a ring."""
    inner = edges[band - 1] if band else ego / 2 + 4.0
    outer = edges[band]
    low, high = inner + disc / 2 + 2.0, outer - disc / 2 - 2.0
    return (low, high) if low < high else ((inner + outer) / 2, (inner + outer) / 2)


@lru_cache(maxsize=256)
def _in_spread_order(number: int) -> Sequence[int]:
    """Return which of a number of members stands where, clockwise.

    The first is in the middle, the next two at a quarter and three quarters, and so on: a new
    one comes between two others, who each step aside a little.
    """
    return sorted(range(number), key=lambda n: _mirrored_bits(n + 1))


def _mirrored_bits(number: int) -> float:
    """Return the binary digits of `number` read backwards behind the point (Van der Corput)."""
    result, part = 0.0, 0.5
    while number:
        result += part * (number & 1)
        number >>= 1
        part /= 2
    return result


def _apart(wished: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Return places in the given order, at least `gap` apart, as near to the wishes as can be.

    Least squares under an order: wishes that come too close are averaged, block by block.
    """
    blocks: list[tuple[float, int]] = []
    for n, wish in enumerate(wished):
        total, count = wish - n * gap, 1
        while blocks and blocks[-1][0] / blocks[-1][1] > total / count:
            earlier, size = blocks.pop()
            total, count = total + earlier, count + size
        blocks.append((total, count))
    level = [total / count for total, count in blocks for _ in range(count)]
    last = high - gap * (len(wished) - 1)
    return [min(max(value, low), max(low, last)) + n * gap for n, value in enumerate(level)]


def _at_least(wished: Sequence[float], least: Sequence[float], total: float) -> list[float]:
    """Return sizes that add up to `total`, in the proportions wished, none below its least."""
    if sum(least) >= total:
        return [total * part / sum(least) for part in least]
    fixed: set[int] = set()
    while True:
        free = [i for i in range(len(wished)) if i not in fixed]
        left = total - sum(least[i] for i in fixed)
        scale = left / sum(wished[i] for i in free)
        short = {i for i in free if wished[i] * scale < least[i]}
        if not short:
            return [least[i] if i in fixed else wished[i] * scale for i in range(len(wished))]
        fixed |= short


def _accumulated(sizes: Sequence[float]) -> list[float]:
    ends: list[float] = []
    for size in sizes:
        ends.append((ends[-1] if ends else 0.0) + size)
    return ends


def _steps(ends: Sequence[float]) -> list[float]:
    return [end - start for start, end in zip([0.0, *ends], ends, strict=False)]
