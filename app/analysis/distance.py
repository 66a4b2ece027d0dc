"""How far two maps lie apart, whoever the people on them are."""

from collections.abc import Sequence
from math import fsum, log2

from app.analysis.composition import Composition
from app.models.network import Partner


def bray_curtis(one: Sequence[Partner], other: Sequence[Partner]) -> float | None:
    """Return the sum over settings of |a - b| / (sum of a + sum of b), a and b being counts.

    0 (as many in every setting) to 1 (no setting in common), after Bray and Curtis (1957).
    Partners without a setting are left out; None where nobody is left on either side.
    """
    a, b = Composition(one).setting_counts, Composition(other).setting_counts
    differing = sum(abs(a[setting] - b[setting]) for setting in a)
    return _share(differing, sum(a.values()) + sum(b.values()))


def signature_distance(one: Sequence[Partner], other: Sequence[Partner]) -> float | None:
    """Return the distance between the contact signatures of two maps, whoever the partners are.

    The Jensen-Shannon divergence, base 2, of the shares of contact sorted from high to low and
    padded with zeros (Saramäki et al. 2014): 0 (the same pattern) to 1. None where there is no
    contact on one side.
    """
    p, q = _signature(one), _signature(other)
    if not p or not q:
        return None
    longest = max(len(p), len(q))
    p, q = (shares + [0.0] * (longest - len(shares)) for shares in (p, q))
    middle = [(x + y) / 2 for x, y in zip(p, q, strict=True)]
    return max(0.0, (_divergence(p, middle) + _divergence(q, middle)) / 2)


def _signature(partners: Sequence[Partner]) -> list[float]:
    return sorted(Composition(partners).contact_shares.values(), reverse=True)


def _divergence(p: Sequence[float], q: Sequence[float]) -> float:
    return fsum(x * log2(x / y) for x, y in zip(p, q, strict=True) if x)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
