"""Whether the more important partners are also seen more often: rank correlations of one map.

A *rating* is a pair (importance, frequency) of one partner. Correlations describe this map and
are no sample of anything, so none has a p-value.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from math import sqrt
from typing import Final, NamedTuple, TypeAlias

Rating: TypeAlias = tuple[int, int]

FEWEST_RATED: Final = 5
"""With fewer rated partners than this, ranks say nothing and are not given."""


class Pairs(NamedTuple):
    """All pairs of rated partners but those equal on both, by how the two compare."""

    concordant: int = 0
    """The more important one is seen more often."""
    discordant: int = 0
    """The more important one is seen less often."""
    same_importance: int = 0
    """Equal in importance alone."""
    same_frequency: int = 0
    """Equal in frequency alone."""

    def __sub__(self, other: "Pairs") -> "Pairs":
        return Pairs(
            concordant=self.concordant - other.concordant,
            discordant=self.discordant - other.discordant,
            same_importance=self.same_importance - other.same_importance,
            same_frequency=self.same_frequency - other.same_frequency,
        )


class Alignment:
    """How importance and frequency go together over a whole map, counted when it is asked for.

    The coefficients run from -1 (the more important, the less often) to +1. They are None with
    fewer than five rated partners, and where all are rated equally important or equally often.
    """

    def __init__(self, ratings: Sequence[Rating]) -> None:
        self._ratings = ratings
        self._is_enough = len(ratings) >= FEWEST_RATED

    @cached_property
    def _pairs(self) -> Pairs:
        return pairs_of(self._ratings)

    @property
    def concordant(self) -> int:
        """The pairs of which the more important one is seen more often."""
        return self._pairs.concordant

    @property
    def discordant(self) -> int:
        """The pairs of which the more important one is seen less often."""
        return self._pairs.discordant

    @property
    def tau_b(self) -> float | None:
        """Kendall's tau-b."""
        return tau_b(self._pairs) if self._is_enough else None

    @cached_property
    def tau_b_range(self) -> tuple[float, float] | None:
        """Lowest and highest tau-b when any one partner is left out."""
        return tau_b_range(self._ratings) if self._is_enough else None

    @property
    def gamma(self) -> float | None:
        """The same without what is equal."""
        return gamma(self._pairs) if self._is_enough else None

    @property
    def spearman(self) -> float | None:
        """The correlation of ranks."""
        return spearman(self._ratings) if self._is_enough else None


def pairs_of(ratings: Iterable[Rating]) -> Pairs:
    """Count the pairs of partners that agree and disagree in importance and frequency."""
    table = Counter(ratings)
    seen: Counter[Rating] = Counter()
    total = Counter[str]()
    for rating, count in table.items():
        for name, pairs in _against(rating, seen).items():
            total[name] += count * pairs
        seen[rating] = count
    return Pairs(**total)


def tau_b(pairs: Pairs) -> float | None:
    """Return (C - D)/sqrt((C + D + T_I)(C + D + T_F)): Kendall's tau-b (Kendall 1945).

    T_I are the pairs equal in importance alone, T_F those equal in frequency alone. -1 to +1;
    None where one of the two is the same for all.
    """
    differ = pairs.concordant + pairs.discordant
    product = (differ + pairs.same_importance) * (differ + pairs.same_frequency)
    return (pairs.concordant - pairs.discordant) / sqrt(product) if product else None


def gamma(pairs: Pairs) -> float | None:
    """Return (C - D)/(C + D) (Goodman and Kruskal 1954): -1 to +1, None where C + D = 0."""
    differ = pairs.concordant + pairs.discordant
    return (pairs.concordant - pairs.discordant) / differ if differ else None


def spearman(ratings: Sequence[Rating]) -> float | None:
    """Return the correlation of average ranks (Spearman 1904).

    -1 to +1; None where one of the two is the same for all.
    """
    n = len(ratings)
    importance = doubled_ridits([rating[0] for rating in ratings])
    frequency = doubled_ridits([rating[1] for rating in ratings])
    # A doubled ridit is twice the rank less 1, so its mean is n: the sums below are exact.
    x = [importance[rating[0]] - n for rating in ratings]
    y = [frequency[rating[1]] - n for rating in ratings]
    spread = sum(a * a for a in x) * sum(b * b for b in y)
    return sum(a * b for a, b in zip(x, y, strict=True)) / sqrt(spread) if spread else None


def tau_b_range(ratings: Sequence[Rating]) -> tuple[float, float] | None:
    """Return the lowest and highest tau-b over the maps with one partner left out.

    Partners without whom tau-b is undefined are passed over; None where that is everybody.
    """
    table = Counter(ratings)
    whole = pairs_of(ratings)
    without = (tau_b(whole - Pairs(**_against(rating, table))) for rating in table)
    found = [value for value in without if value is not None]
    return (min(found), max(found)) if found else None


def doubled_ridits(values: Sequence[int]) -> dict[int, int]:
    """Return for each value 2 (number below it) + (number equal to it): 2n times its ridit."""
    below = 0
    doubled = {}
    for value, count in sorted(Counter(values).items()):
        doubled[value] = 2 * below + count
        below += count
    return doubled


def _against(rating: Rating, table: Counter[Rating]) -> dict[str, int]:
    """Return the pairs one partner makes with those in `table`, by their names in `Pairs`."""
    importance, frequency = rating
    made = dict.fromkeys(Pairs._fields, 0)
    for (other_importance, other_frequency), count in table.items():
        direction = (importance - other_importance) * (frequency - other_frequency)
        if direction > 0:
            made["concordant"] += count
        elif direction < 0:
            made["discordant"] += count
        elif frequency != other_frequency:
            made["same_importance"] += count
        elif importance != other_importance:
            made["same_frequency"] += count
    return made
