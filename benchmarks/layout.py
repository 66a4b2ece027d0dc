"""The layout of the map in rings, for three numbers of partners in three sizes of frame.

Run `python -m benchmarks.layout`. Counts processor time, without Qt: text is measured by a table
of widths. The yardstick, in the same run, is pure Python too: the same partners spread evenly over
the same rings and sectors, without looking whether anything overlaps.
"""

import statistics
import time
from collections.abc import Callable
from functools import partial

from app.layout.ring_layout import Frame, Person, ring_layout
from app.layout.rings import natural_places, ring_edges, sector_bounds, sector_weights
from app.models.vocabulary import vocabulary
from benchmarks.edit import large_map

COUNTS = (25, 60, 200)
SIZES = ((1000, 760), (760, 640), (520, 600))
MAPS = 5
TIMES = 7
EGO, DISC, LINE = 56.0, 34.0, 16.0


def people(count: int, first: int) -> list[Person]:
    """Return partners as the lens of importance places them, beginning at the `first`."""
    around = list(vocabulary().settings)
    return [
        Person(
            id=partner.id,
            label=partner.name,
            band=5 - (partner.importance or 1),
            sector=around.index(partner.setting or around[0]),
        )
        for partner in large_map(first + count, 0.0).partners[first:]
    ]


def frame(width: float, height: float) -> Frame:
    """Return a frame in which a letter is as wide as in a usual font."""
    narrow, wide = set("ijlt.,' |"), set("mwMW…")

    def measure(text: str) -> float:
        return sum(3.5 if c in narrow else 9.8 if c in wide else 7.0 for c in text)

    return Frame(width, height, LINE, measure, measure, LINE - 2, DISC, EGO)


def spread(placed: list[Person], size: tuple[int, int], rings: int, sectors: int) -> object:
    """Spread people evenly over rings and sectors, whatever overlaps."""
    bounds = sector_bounds(sector_weights(placed, rings, sectors))
    radius = max(600.0, *size)  # large enough for everybody: the work is the same
    edges = ring_edges(placed, rings, bounds, radius, EGO, 20, 0.5, LINE)
    return list(natural_places(placed, edges or [radius] * rings, bounds, EGO, 20).values())


def median_ms(work: Callable[[], object]) -> float:
    """Return the median processor time of `work` in milliseconds, after one run to warm up."""
    work()
    taken = []
    for _ in range(TIMES):
        before = time.process_time()
        work()
        taken.append(time.process_time() - before)
    return statistics.median(taken) * 1000


def main() -> None:
    """Measure and print."""
    rings = [step.nl for step in reversed(vocabulary().scales["importance"].steps)]
    rims = [setting.short_nl for setting in vocabulary().settings.values()]
    print(f"median of {MAPS} maps, {TIMES} times each; the yardstick spreads without looking")
    for count in COUNTS:
        maps = [people(count, 7 * number) for number in range(MAPS)]
        for size in SIZES:
            around = frame(*size)
            took = [median_ms(partial(ring_layout, m, around, rings, rims)) for m in maps]
            plain = statistics.median(
                median_ms(partial(spread, m, size, len(rings), len(rims))) for m in maps
            )
            middle = statistics.median(took)
            print(
                f"{count:4} partners in {size[0]:4} x {size[1]:3}"
                f"{middle:8.1f} ms (worst {max(took):6.1f}){middle / plain:8.0f} x yardstick"
            )


if __name__ == "__main__":
    main()
