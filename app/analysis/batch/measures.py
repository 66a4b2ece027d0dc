"""Every measure of every map of a batch: the values of `measures.py`, for many maps at once.

What a measure is stands there; here it is only reckoned otherwise, with arrays, and a test lays
the two beside each other on maps of every sort. NaN is undefined.
"""

from collections.abc import Iterator
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from app.analysis.alignment import FEWEST_RATED
from app.analysis.batch.arrays import MISSING, Batch, Truth, settings
from app.analysis.batch.structure import between
from app.analysis.composition import FAMILY, WEEKLY
from app.analysis.gaps import THIRD
from app.analysis.measures import all_measures
from app.models.vocabulary import vocabulary

Column: TypeAlias = npt.NDArray[np.float64]
Tables: TypeAlias = npt.NDArray[np.int64]


def measured(whole: Batch) -> dict[str, Column]:
    """Return each measure of `all_measures` by its id: a value a map."""
    found = {
        **dict(_who(whole)),
        **dict(_wishes(whole)),
        **dict(_gap(whole)),
        **between(whole),
    }
    for name, measure in all_measures().items():
        if measure.needs != "nothing":
            found[name] = np.where(whole.lines_drawn, found[name], np.nan)
    return {name: found[name] for name in all_measures()}


def _who(whole: Batch) -> Iterator[tuple[str, Column]]:
    counted = whole.only(whole.counts)
    per, share = _summing(counted), _share
    placed = counted.setting != MISSING
    inside = np.isin(
        counted.setting,
        [n for n, id_ in enumerate(settings()) if vocabulary().is_inside(id_)],
    )
    family = counted.setting == settings().index(FAMILY)
    seen, asked = counted.frequency != MISSING, counted.star != MISSING
    contacts = _contacts()[np.maximum(counted.frequency, 0)]
    size, with_setting = per(np.ones_like(placed)), per(placed)
    yield "size", size
    outside = per(placed & ~inside)
    yield "external_share", share(outside, with_setting)
    yield "outside_share", share(per(placed & ~inside & ~family), per(placed & ~family))
    counts = np.array([per(counted.setting == n) for n in range(len(settings()))])
    for id_, count in zip(settings(), counts, strict=True):
        yield f"setting_{id_}", np.where(with_setting > 0, count, np.nan)
    yield "setting_none", size - with_setting
    yield "weekly_share", share(per(counted.frequency >= WEEKLY), per(seen))
    yield "named_share", share(per(counted.star == 1), per(asked))
    for name, those in (("", placed), ("_external", placed & ~family)):
        heads, inner = per(those), per(those & inside)
        yield f"ei_heads{name}", share(heads - 2 * inner, heads)
        time, within = per(those & seen, contacts), per(those & seen & inside, contacts)
        yield f"ei_contact{name}", share(time - 2 * within, time)
    yield from _spread(counts, with_setting)
    total = per(seen, contacts)
    hhi = share(per(seen, contacts**2), total**2)
    yield "hhi", hhi
    yield "effective_contacts", 1 / hhi
    most = np.zeros(whole.maps)
    np.maximum.at(most, counted.owner[seen], contacts[seen])
    yield "top_share", share(most, total)
    ticked = per(counted.forms > 0)
    yield "mean_forms", share(per(np.ones_like(seen), counted.forms), ticked)
    yield "share_several_forms", share(per(counted.forms >= 2), ticked)


def _spread(counts: Column, placed: Column) -> Iterator[tuple[str, Column]]:
    """Yield the measures of spread over the settings."""
    most = len(counts)
    shares = _share(counts, placed)
    blau = 1 - (shares**2).sum(axis=0)
    yield "blau", blau
    yield "iqv", blau * most / (most - 1)
    logs = np.log(np.where(shares > 0, shares, 1))
    yield "entropy", -(shares * logs).sum(axis=0) / np.log(most)


def _wishes(whole: Batch) -> Iterator[tuple[str, Column]]:
    per = _summing(whole)
    said = (whole.frequency != MISSING) & (whole.wished_frequency != MISSING)
    steps = whole.wished_frequency - whole.frequency
    any_ = per(said) > 0
    for name, those in (("more", steps > 0), ("less", steps < 0), ("same", steps == 0)):
        yield f"wish_{name}", np.where(any_, per(said & those), np.nan)


def _gap(whole: Batch) -> Iterator[tuple[str, Column]]:
    """Yield the measures of association, from a table of importance by frequency for each map."""
    rated = (whole.frequency > 0) & (whole.importance != MISSING)
    those = whole.only(rated)
    steps = [vocabulary().scales[name].most + 1 for name in ("importance", "frequency")]
    table = np.zeros((whole.maps, *steps), dtype=np.int64)
    np.add.at(table, (those.owner, those.importance, those.frequency), 1)
    valid = table.sum(axis=(1, 2))
    rows, columns = table.sum(axis=2), table.sum(axis=1)
    ridit_i, ridit_f = _ridits(rows), _ridits(columns)
    concordant, discordant = _pairs(table), _pairs(table[:, :, ::-1])
    same_both = _choose(table).sum(axis=(1, 2))
    same_i = _choose(rows).sum(axis=1) - same_both
    same_f = _choose(columns).sum(axis=1) - same_both
    differ = concordant + discordant
    enough = valid >= FEWEST_RATED
    product = ((differ + same_i) * (differ + same_f)).astype(float)
    tau_b = np.where(enough, _share(concordant - discordant, np.sqrt(product)), np.nan)
    yield "valid", valid.astype(float)
    yield "tau_b", tau_b
    yield "concordant", np.where(np.isnan(tau_b), np.nan, concordant)
    yield "discordant", discordant.astype(float)
    yield "gamma", np.where(enough, _share(concordant - discordant, differ), np.nan)
    x = (ridit_i - valid[:, None])[:, :, None]
    y = (ridit_f - valid[:, None])[:, None, :]
    spread = (table * x**2).sum(axis=(1, 2)) * (table * y**2).sum(axis=(1, 2))
    together = (table * x * y).sum(axis=(1, 2))
    spearman = _share(together, np.sqrt(spread.astype(float)))
    yield "spearman", np.where(enough, spearman, np.nan)
    places = ridit_i[those.owner, those.importance] - ridit_f[those.owner, those.frequency]
    notable = _notable(those, places, valid)
    count = np.bincount(those.owner[notable], minlength=whole.maps)
    yield "notable", np.where(valid > 0, count, np.nan)


def _notable(those: Batch, places: Tables, valid: Tables) -> Truth:
    """Mark the partners who stand out by quadrant and by a third of the ranks, unless dismissed."""
    important = those.importance >= those.importance_cut[those.owner]
    often = those.frequency >= those.frequency_cut[those.owner]
    rated = valid[those.owner]
    found = np.zeros_like(important)
    ways = (important & ~often, places), (~important & often, -places)
    for at, (there, higher) in enumerate(ways):
        apart = (rated < FEWEST_RATED) | (THIRD * higher >= 2 * rated)
        found |= there & apart & ((those.dismissed >> at) & 1 == 0)
    return found


def _ridits(counts: Tables) -> Tables:
    """Return for each value twice how many are below it and how many are equal."""
    return 2 * (np.cumsum(counts, axis=1) - counts) + counts


def _pairs(table: Tables) -> Tables:
    """Count the pairs in which one partner is higher in both ratings."""
    above = np.zeros_like(table)
    sums = table[:, ::-1, ::-1].cumsum(axis=1).cumsum(axis=2)[:, ::-1, ::-1]
    above[:, :-1, :-1] = sums[:, 1:, 1:]
    found: Tables = (table * above).sum(axis=(1, 2))
    return found


def _choose(counts: Tables) -> Tables:
    return counts * (counts - 1) // 2


def _contacts() -> npt.NDArray[np.int64]:
    steps = vocabulary().scales["frequency"].steps
    return np.array([vocabulary().contacts(n) for n in range(len(steps))], dtype=np.int64)


def _summing(part: Batch) -> Any:
    """Return a function that adds up per map: the number chosen, or their values."""

    def per(chosen: Truth, values: npt.NDArray[Any] | None = None) -> Column:
        weights = None if values is None else values[chosen]
        return np.bincount(part.owner[chosen], weights, minlength=part.maps).astype(float)

    return per


def _share(part: npt.NDArray[Any], whole: npt.NDArray[Any]) -> Column:
    """Return a part of a whole; NaN where there is none."""
    of = np.where(whole == 0, np.nan, whole)
    found: Column = part / of
    return found
