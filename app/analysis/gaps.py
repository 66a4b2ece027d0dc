"""Where contact and importance differ: quadrants, the rank gap and the owner's own wish.

From which answer on is much stands in `resources/vocabulary/scales.toml`, as `cut`. The same for
many maps at once: who is notable in `batch/measures.py`, the quadrants in `group/figures.py`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import Final, NamedTuple

from app.analysis.alignment import FEWEST_RATED, Alignment, Rating, doubled_ridits
from app.models.network import MOST_PARTNERS, Map, Network, Partner
from app.models.vocabulary import vocabulary

NOT_FILLED_IN: Final = "not_filled_in"

LESS_OFTEN: Final = "important_less_often"
LESS_NAMED: Final = "often_less_important"
DIFFERING: Final = (LESS_OFTEN, LESS_NAMED)
"""The quadrants in which importance and contact differ."""

THIRD: Final = 3
"""A partner in one of those quadrants is notable from a rank gap of one part in so many."""

DISSATISFIED_UP_TO: Final = vocabulary().scales["satisfaction"].low


class Place(NamedTuple):
    """Where a partner stands among the rated ones by importance and by frequency.

    Whole numbers, the doubled ridits of `alignment`: what is exactly a third apart is so here,
    and would fall on either side of it as a rounded fraction.
    """

    importance: int
    frequency: int
    rated: int
    """Partners with both answers: among how many there is a place."""

    @property
    def ridits(self) -> tuple[float, float]:
        """Return the places by importance and by frequency between 0 (lowest) and 1."""
        return self.importance / (2 * self.rated), self.frequency / (2 * self.rated)

    @property
    def gap(self) -> float:
        """Return the rank by importance minus the rank by contact: -1 to 1."""
        return (self.importance - self.frequency) / (2 * self.rated)


class Gap(NamedTuple):
    """One partner: how important, how often, and what the owner would like."""

    partner: Partner
    quadrant: str | None
    """The id of a quadrant of the vocabulary; None for a wished partner."""
    ridit_importance: float | None
    ridit_frequency: float | None
    """Place in the own ranking, 0 (lowest) to 1. None where frequency or importance is missing,
    for a wished partner, and with fewer than five rated partners."""
    gap: float | None
    """`ridit_importance` - `ridit_frequency`; positive: higher in importance than in contact."""
    notable: bool
    wish_steps: int | None
    """Wished less actual frequency in steps: above 0 more often, below 0 less often."""
    wish_contacts: int | None
    """The same in estimated contacts in a school year."""
    important_and_dissatisfied: bool


class _Answers(NamedTuple):
    """What a row stands on of a partner."""

    frequency: int | None
    importance: int | None
    wished_frequency: int | None
    satisfaction: int | None


_answers = attrgetter(*_Answers._fields)


class _Cuts(NamedTuple):
    """From where on somebody is important, and often seen: what of a network a row stands on."""

    importance_cut: int
    frequency_cut: int


_Standing = tuple[
    str | None, float | None, float | None, float | None, bool, int | None, int | None, bool
]
"""A `Gap` but for the partner."""


class Wishes(NamedTuple):
    """How many partners the owner would like to see more, less or as often as now."""

    more: int
    less: int
    same: int
    missing: int


class Gaps:
    """The gap over a whole map, each part counted when it is first asked for.

    The map on the screen asks after every edit for `rows` and `notable` alone.
    """

    def __init__(self, whole: Map) -> None:
        self._whole = whole

    @cached_property
    def _rated(self) -> list[Partner]:
        """The partners with both frequency and importance."""
        return valid_ones(self._whole.partners)

    @cached_property
    def rows(self) -> tuple[Gap, ...]:
        """All partners in the order of the map, wished ones included."""
        if not self._whole.partners:
            return ()
        whole, network = self._whole, self._whole.network
        cuts, place = _Cuts(network.importance_cut, network.frequency_cut), _places(self._rated)
        return tuple(
            [
                Gap(p, *_standing(_Answers(*_answers(p)), cuts, place.get(p.id)))
                for p in whole.partners
            ]
        )

    @property
    def size(self) -> int:
        """How many partners count (wished partners do not)."""
        return sum([row.quadrant is not None for row in self.rows])

    @property
    def valid(self) -> int:
        """How many have frequency and importance: what everything but the wishes stands on."""
        return len(self._rated)

    @cached_property
    def quadrants(self) -> Mapping[str, int]:
        """How many stand in each quadrant, in the order of the vocabulary."""
        found = Counter([row.quadrant for row in self.rows])
        return {quadrant: found[quadrant] for quadrant in vocabulary().quadrants}

    @cached_property
    def alignment(self) -> Alignment:
        """How importance and frequency go together."""
        return Alignment([_rating(partner) for partner in self._rated])

    @cached_property
    def wishes(self) -> Wishes:
        """How many are to be seen more or less, wished partners included."""
        return wishes(self._whole.partners)

    @cached_property
    def notable(self) -> tuple[Gap, ...]:
        """The notable partners, the largest difference first; equal ones as on the map."""
        found = [row for row in self.rows if row.notable]
        sizes = [-abs(row.gap or 0) for row in found]
        return tuple([found[at] for at in sorted(range(len(found)), key=sizes.__getitem__)])

    @cached_property
    def dissatisfied(self) -> tuple[Gap, ...]:
        """The partners who are important and with whom the owner is dissatisfied."""
        return tuple([row for row in self.rows if row.important_and_dissatisfied])


def gaps(whole: Map) -> Gaps:
    """Compare contact and importance on a map, by the map's own cuts."""
    return Gaps(whole)


def is_valid(partner: Partner) -> bool:
    """Tell whether a partner has a frequency (not 0) and an importance, and so can be placed."""
    return bool(valid_ones((partner,)))


def valid_ones(partners: Iterable[Partner]) -> list[Partner]:
    """Return the partners that can be placed; see `is_valid`."""
    return [p for p in partners if p.frequency and p.importance is not None]


def quadrant(partner: Partner | _Answers, network: Network | _Cuts) -> str | None:
    """Return the id of the quadrant of a partner, by the cuts of the map.

    Important is an importance at `importance_cut` or above, often a frequency at
    `frequency_cut` or above. `not_filled_in` where one is missing, None for a wished partner.
    The four places of Martilla and James (1977), cut on the scale itself.
    """
    if partner.frequency == 0:
        return None
    if partner.frequency is None or partner.importance is None:
        return NOT_FILLED_IN
    often = partner.frequency >= network.frequency_cut
    if partner.importance >= network.importance_cut:
        return "important_often" if often else LESS_OFTEN
    return LESS_NAMED if often else "background"


def places(partners: Sequence[Partner]) -> dict[str, Place]:
    """Return per valid partner the place in the ridits of importance and frequency (Bross 1958).

    A ridit is (number lower + half the number equal, the partner included)/n over the valid
    partners: between 0 and 1, and 1/2 on average. Empty with fewer than five valid partners.
    """
    return _places(valid_ones(partners))


def _places(valid: Sequence[Partner]) -> dict[str, Place]:
    if len(valid) < FEWEST_RATED:
        return {}
    importance = doubled_ridits([partner.importance or 0 for partner in valid])
    frequency = doubled_ridits([partner.frequency or 0 for partner in valid])
    return {
        p.id: Place(importance[p.importance or 0], frequency[p.frequency or 0], len(valid))
        for p in valid
    }


def is_notable(quadrant: str | None, place: Place | None) -> bool:
    """Tell whether a partner stands out: by the quadrant *and*, the same way, by a third of ranks.

    Both must say so, so that neither a cut nor a rank alone points at somebody; and the same
    way, or who is seen most of all would be named as seen less often where ratings crowd. Where
    there are no places (fewer than five valid partners) the quadrant decides.
    """
    if quadrant not in DIFFERING:
        return False
    if place is None:
        return True
    higher = place.importance - place.frequency
    if quadrant == LESS_NAMED:
        higher = -higher
    return THIRD * higher >= 2 * place.rated


def wish_steps(partner: Partner | _Answers) -> int | None:
    """Return the wished less the actual frequency in steps, None where one is missing.

    For a wished partner the actual frequency is 0.
    """
    if partner.frequency is None or partner.wished_frequency is None:
        return None
    return partner.wished_frequency - partner.frequency


def wish_contacts(partner: Partner | _Answers) -> int | None:
    """Return the wished less the actual contacts in a school year, None where one is missing."""
    if partner.frequency is None or partner.wished_frequency is None:
        return None
    amount = vocabulary().contacts
    return amount(partner.wished_frequency) - amount(partner.frequency)


def wishes(partners: Sequence[Partner]) -> Wishes:
    """Count the partners to be seen more, less and as often, and those it is not known of."""
    steps = [wish_steps(partner) for partner in partners]
    known = [step for step in steps if step is not None]
    return Wishes(
        more=sum(step > 0 for step in known),
        less=sum(step < 0 for step in known),
        same=sum(step == 0 for step in known),
        missing=len(steps) - len(known),
    )


def is_important_and_dissatisfied(partner: Partner | _Answers, network: Network | _Cuts) -> bool:
    """Tell whether a partner is important by the map's cut and satisfaction is below the middle.

    False where importance or satisfaction is missing, and for a wished partner.
    """
    return (
        partner.frequency != 0
        and partner.importance is not None
        and partner.importance >= network.importance_cut
        and is_dissatisfied(partner)
    )


def is_dissatisfied(partner: Partner | _Answers) -> bool:
    """Tell whether the owner is not satisfied with a partner; False where they did not say."""
    return partner.satisfaction is not None and partner.satisfaction <= DISSATISFIED_UP_TO


@lru_cache(maxsize=2 * MOST_PARTNERS)
def _standing(answers: _Answers, cuts: _Cuts, place: Place | None) -> _Standing:
    """Return where answers stand; kept, as an edit leaves that of most as it was."""
    where = quadrant(answers, cuts)
    importance, frequency = place.ridits if place else (None, None)
    return (
        where,
        importance,
        frequency,
        place.gap if place else None,
        is_notable(where, place),
        wish_steps(answers),
        wish_contacts(answers),
        is_important_and_dissatisfied(answers, cuts),
    )


def _rating(partner: Partner) -> Rating:
    """Return importance and frequency of a valid partner."""
    return partner.importance or 0, partner.frequency or 0
