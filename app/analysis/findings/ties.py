"""The findings about who knows whom, where the lines are drawn and four partners or more count.

Where all know each other that alone is said; the others are about who is not tied.
"""

from collections.abc import Callable, Iterator
from typing import Final

from app.analysis.findings.basis import Base
from app.analysis.findings.finding import Claim, Finding, Match, Values
from app.analysis.study import Study
from app.words import say


def _are_all_tied(known: Study) -> bool:
    between = known.structure
    return between.ties == between.pairs


def _of_some(rule: Callable[[Study], Iterator[Match]]) -> Callable[[Study], Iterator[Match]]:
    """Return a rule that holds where there is a structure and not all know each other."""

    def found(known: Study) -> Iterator[Match]:
        if known.has_structure and not _are_all_tied(known):
            yield from rule(known)

    return found


def _asked(known: Study) -> Base:
    """Return that it stands on the pairs of whom it is known whether they know each other."""
    between = known.structure
    return Base("lines", between.pairs - between.unknown_ties, between.pairs)


def _way_round(known: Study) -> Base:
    """Return the same of what a line to somebody wished could make look otherwise."""
    return _asked(known)._replace(wished=len(known.wished) if _tied_to_wished(known) else 0)


def _tied_to_wished(known: Study) -> set[str]:
    """Return the partners who know, or may know, somebody without contact yet."""
    wished = {partner.id for partner in known.wished}
    if not wished:
        return wished
    ends = {tie.ends for tie in known.whole.ties if tie.ends & wished}
    return {end for pair in ends for end in pair} - wished


def _everybody(known: Study) -> Iterator[Match]:
    if known.has_structure and _are_all_tied(known):
        values: Values = {"size": len(known.partners), "all_pairs": known.structure.pairs}
        yield Match((), values, _asked(known)._replace(wished=len(known.wished)))


def _isolates(known: Study) -> Iterator[Match]:
    from app.analysis.structure import Bounds, bounds  # networkx: only where ties are asked about

    isolates = known.structure.isolates
    # Somebody wished counts in no number, but a line to them is drawn for all to see.
    tied_to_wished = _tied_to_wished(known)
    sure = tuple(one for one in isolates.sure if one not in tied_to_wished)
    at_most = sum(one not in tied_to_wished for one in isolates.at_most)
    if sure:
        low, high = bounds(Bounds(len(sure), at_most))
        values = {"count": len(sure), "size": len(known.partners), "low": low, "high": high}
        yield Match(sure, values, _asked(known))


def _only_through_me(known: Study) -> Iterator[Match]:
    from app.analysis.cohesion import pairs_only_through_me
    from app.analysis.structure import bounds

    between = known.structure
    apart = between.bounded(pairs_only_through_me)
    if between.ties and apart.sure:
        low, high = bounds(apart)
        values = {
            "pairs": apart.sure,
            "all_pairs": between.pairs,
            "share": apart.sure / between.pairs,
            "components": len(between.components.sure),
            "low": low,
            "high": high,
        }
        yield Match((), values, _way_round(known))


def _hinges(known: Study) -> Iterator[Match]:
    between = known.structure
    if between.hinges:
        fewest, most = between.hinge_range
        is_sure = fewest == most
        values = {
            "count": len(between.hinges),
            "size": len(known.partners),
            "low": None if is_sure else fewest,
            "high": None if is_sure else most,
        }
        yield Match(between.hinges, values, _way_round(known))


# The words. Somebody wished counts in no number, and may still be on a line: then it is said
# without whom.


def _has_wished(about: Finding) -> bool:
    base = about.base
    return base is not None and base.wished > 0


def _says_only_through_me(about: Finding) -> str:
    pairs, all_pairs = about.values.get("pairs"), about.values.get("all_pairs")
    if _has_wished(about):
        text = say(
            "Leaving out partners you have no contact with yet: on your map, {pairs} of "
            "{all_pairs} pairs are linked only through you.",
            pairs=pairs,
            all_pairs=all_pairs,
        )
    else:
        text = say(
            "On your map, linked only through you: {pairs} of {all_pairs} pairs of partners.",
            pairs=pairs,
            all_pairs=all_pairs,
        )
    return about.with_bounds(text)


def _says_hinges(about: Finding) -> str:
    if _has_wished(about):
        text = say(
            "Leaving out partners you have no contact with yet, some of your partners are "
            "linked to others on your map only through {names} or you.",
            names=about.names,
        )
    else:
        text = say(
            "Some of your partners are linked to others on your map only through {names} or you.",
            names=about.names,
        )
    return about.with_bounds(text)


def _says_everybody(about: Finding) -> str:
    if _has_wished(about):
        return say("On your map all partners you have contact with know each other.")
    return say("On your map all your partners know each other.")


def _why_lines() -> str:
    return say(
        "Counted from the links you drew between partners, with yourself left out. A “don't "
        "know” does not count as a link.",
    )


ISOLATES: Final = Claim(
    code="isolates",
    rule=_of_some(_isolates),
    stands_on="lines",
    title=lambda: say("Linked only to you"),
    says=lambda about: about.with_bounds(
        say("{names}: on your map, linked only to you.", names=about.names)
    ),
    why=_why_lines,
    printed=lambda: say("Know the others only through me"),
    chapter="whole",
    shown_when=(
        "lines drawn, n is 4 or more, a partner is tied to no other, not even (perhaps) to "
        "somebody wished"
    ),
    about="those",
    values="`count`, `size` n, `low`, `high`",
)

ONLY_THROUGH_ME: Final = Claim(
    code="pairs_only_through_me",
    rule=_of_some(_only_through_me),
    stands_on="lines",
    title=lambda: say("Only through you"),
    says=_says_only_through_me,
    why=_why_lines,
    printed=lambda: say("Pairs linked only through me"),
    figures=lambda values: f"{values['pairs']} / {values['all_pairs']}",
    is_figure=True,
    chapter="whole",
    shown_when=(
        "lines drawn, n is 4 or more, there is a tie, and pairs that only the teacher joins"
    ),
    about="–",
    values="`pairs` P of `all_pairs` M; `share` P/M; `components`; `low`, `high` of P",
)

HINGES: Final = Claim(
    code="hinge_partners",
    rule=_of_some(_hinges),
    stands_on="lines",
    title=lambda: say("Who links others"),
    says=_says_hinges,
    why=_why_lines,
    printed=lambda: say("Connecting partners"),
    is_figure=True,
    chapter="whole",
    shown_when="lines drawn, n is 4 or more, there are cut vertices",
    about="those",
    values="`count`, `size` n, `low`, `high`",
)

EVERYBODY_TIED: Final = Claim(
    code="everybody_tied",
    rule=_everybody,
    stands_on="lines",
    title=lambda: say("Everyone knows each other"),
    neutral=lambda _: say("Who knows whom"),
    says=_says_everybody,
    why=_why_lines,
    printed=lambda: say("Everyone knows each other"),
    chapter="whole",
    shown_when="lines drawn, n is 4 or more, all pairs tied; instead of the three above",
    about="–",
    values="`size` n, `all_pairs` M",
)
