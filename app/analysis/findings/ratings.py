"""The findings about what the owner answered: wishes, differences, quadrants, what is missing."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from app.analysis.alignment import FEWEST
from app.analysis.findings.finding import Base, Finding, Values, ids
from app.analysis.gaps import NOT_FILLED_IN, Gap
from app.analysis.study import NOTABLE_CODES, Study

_T = TypeVar("_T")


def wishes(known: Study) -> Iterator[Finding]:
    """Yield whom the owner wants to see more, less and as much as now."""
    rows = [row for row in known.gaps.rows if row.wish_steps is not None]
    about: Values = {"known": len(rows), "size": len(known.gaps.rows)}
    for code, sign in (("wish_more", 1), ("wish_less", -1)):
        found = [row for row in rows if sign * (row.wish_steps or 0) > 0]
        found.sort(key=lambda row: -abs(row.wish_steps or 0))
        contacts = sum(row.wish_contacts or 0 for row in found)
        if found:
            yield _of(code, found, {**about, "contacts": contacts})
    same = [row for row in rows if row.wish_steps == 0]
    if same:
        yield _of("wish_same", same, about)


def dissatisfied(known: Study) -> Iterator[Finding]:
    """Yield who is important while the owner is not satisfied: the least satisfied first."""
    important = [
        row
        for row in known.gaps.rows
        if row.quadrant is not None
        and (row.partner.importance or 0) >= known.whole.network.importance_cut
        and row.partner.satisfaction is not None
    ]
    found = sorted(
        known.gaps.dissatisfied,
        key=lambda row: (row.partner.satisfaction or 0, -(row.partner.importance or 0)),
    )
    if found:
        yield _of("important_and_dissatisfied", found, {"known": len(important)})


def without_contact(known: Study) -> Iterator[Finding]:
    """Yield with whom there is no contact yet: first who is important, the most important first.

    Whom the owner wants no contact with is not held up as important.
    """
    strangers = [row for row in known.gaps.rows if row.quadrant is None]
    cut = known.whole.network.importance_cut
    important = [
        row for row in strangers if (row.partner.importance or 0) >= cut and row.wish_steps != 0
    ]
    important.sort(key=lambda row: -(row.partner.importance or 0))
    others = [row for row in strangers if row not in important]
    if important:
        shared = _shared([row.partner.importance for row in important])
        yield _of("important_no_contact", important, {"importance": shared})
    if others:
        yield _of("no_contact_yet", others, {})


def differences(known: Study) -> Iterator[Finding]:
    """Yield who stands out, a kind of partner at a time, and whom the owner dismissed as such."""
    rated: Values = {"rated": known.gaps.valid}
    wanted = [row for row in known.notable if row.wish_steps == 0]
    yield from _groups(known, [row for row in known.notable if row.wish_steps != 0], notable=True)
    if wanted:
        quadrants = [row.quadrant for row in wanted]
        counts = {
            "less_often": quadrants.count("important_less_often"),
            "less_named": quadrants.count("often_less_important"),
        }
        yield _of("notable_as_wished", wanted, {**counts, **rated}, notable=True)
    yield from _groups(known, known.dismissed, notable=False)


def _groups(known: Study, rows: Sequence[Gap], *, notable: bool) -> Iterator[Finding]:
    groups: dict[tuple[str, str | None], list[Gap]] = {}
    for row in rows:
        code = NOTABLE_CODES[row.quadrant or ""]
        groups.setdefault((code, row.partner.kind), []).append(row)
    for (code, kind), people in groups.items():
        said = [known.verdict(code, row.partner.id) for row in people]
        values: Values = {
            "kind": kind,
            "importance": _shared([row.partner.importance for row in people]),
            "frequency": _shared([row.partner.frequency for row in people]),
            "gap": people[0].gap,
            "rated": known.gaps.valid,
        }
        yield _of(code, people, values, notable=notable, verdict=_shared(said))


def no_differences(known: Study) -> Iterator[Finding]:
    """Yield that nobody stands out, to be said where no other finding says who does."""
    if known.gaps.valid:
        values = {"rated": known.gaps.valid, "size": known.gaps.size}
        code, base = "no_notable_differences", _rated(known)
        yield Finding(code=code, people=(), values=values, base=base)


def completeness(known: Study) -> Iterator[Finding]:
    """Yield what is not there yet: partners, ratings."""
    gaps = known.gaps
    if not gaps.size:
        yield Finding(code="no_partners", people=(), values={"wished": len(gaps.rows)})
    if gaps.size and gaps.valid < FEWEST:
        values: Values = {"rated": gaps.valid, "size": gaps.size, "fewest": FEWEST}
        yield Finding(code="few_rated", people=(), values=values)
    missing = [row for row in gaps.rows if row.quadrant == NOT_FILLED_IN]
    if missing:
        no_frequency = sum(row.partner.frequency is None for row in missing)
        no_importance = sum(row.partner.importance is None for row in missing)
        about = {
            "size": gaps.size,
            "no_frequency": no_frequency,
            "no_importance": no_importance,
        }
        yield _of(NOT_FILLED_IN, missing, about)


def quadrants(known: Study) -> Iterator[Finding]:
    """Yield who stands in each of the four quadrants."""
    for quadrant in known.gaps.quadrants:
        people = [row for row in known.gaps.rows if row.quadrant == quadrant]
        if people and quadrant != NOT_FILLED_IN:
            yield _of(quadrant, people, {"rated": known.gaps.valid})


def alignment(known: Study) -> Iterator[Finding]:
    """Yield whether the more important partners are also seen more often, or why none can tell."""
    rows = [row.partner for row in known.gaps.rows if row.gap is not None]
    if not rows:
        return
    importance = _shared([partner.importance for partner in rows])
    frequency = _shared([partner.frequency for partner in rows])
    if importance is not None:
        values: Values = {"rated": len(rows), "importance": importance}
        code = "all_equally_important"
        yield Finding(code=code, people=(), values=values, base=_rated(known))
    if frequency is not None:
        values = {"rated": len(rows), "frequency": frequency}
        yield Finding(code="all_equally_often", people=(), values=values, base=_rated(known))
    found = known.gaps.alignment
    if found.tau_b is not None:
        low, high = found.tau_b_range or (None, None)
        values = {
            "concordant": found.concordant,
            "discordant": found.discordant,
            "pairs": found.concordant + found.discordant,
            "all_pairs": len(rows) * (len(rows) - 1) // 2,
            "rated": len(rows),
            "tau_b": found.tau_b,
            "tau_b_low": low,
            "tau_b_high": high,
        }
        yield Finding(code="alignment", people=(), values=values, base=_rated(known))


def _rated(known: Study) -> Base:
    return Base("rated", known.gaps.valid, known.gaps.size, len(known.wished))


def _of(
    code: str,
    rows: Sequence[Gap],
    values: Values,
    *,
    notable: bool = False,
    verdict: bool | None = None,
) -> Finding:
    people = ids(row.partner for row in rows)
    return Finding(
        code=code,
        people=people,
        values={"count": len(people), **values},
        notable=notable,
        verdict=verdict,
    )


def _shared(values: Sequence[_T]) -> _T | None:
    """Return the one value all have, or None where they differ."""
    return values[0] if len(set(values)) == 1 else None
