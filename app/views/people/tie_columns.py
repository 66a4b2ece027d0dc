"""Who knows whom as columns: two names and the answer, for every pair that has one."""

from collections.abc import Callable
from operator import itemgetter
from typing import Final, NamedTuple

from app.models.network import Map, Tie, rules_of
from app.models.vocabulary import folded, vocabulary
from app.views.widgets.columns import Column
from app.words import fields, say

_STATE: Final = rules_of(Tie)["state"]


class Pair(NamedTuple):
    """An answer about two people, with their names by the alphabet: a tie has no direction."""

    tie: Tie
    names: tuple[str, str]


def pairs_of(whole: Map) -> list[Pair]:
    """Return the answers about pairs of partners; who was not asked about is not in it."""

    def named(tie: Tie) -> tuple[str, str]:
        ends = (whole.partner(key) for key in (tie.a, tie.b))
        first, second = sorted((end.name if end else "" for end in ends), key=folded)
        return first, second

    return [Pair(tie, named(tie)) for tie in whole.asked_pairs]


def answers() -> dict[str, str]:
    """Return the possible answers about two people, with their words."""
    return {state: fields.full(_STATE, state) for state in vocabulary().choices[_STATE.listed]}


def tie_columns() -> tuple[Column, ...]:
    """Return the columns."""
    words = answers()
    order = [*words]

    def name(number: int) -> Callable[[Pair], str]:
        called = itemgetter(number)
        return lambda pair: str(called(pair.names))

    return (
        Column("one", say("Who"), name(0), names=True, least=108, share=1),
        Column("other", say("And who"), name(1), names=True, least=108, share=1),
        Column(
            "state",
            say("Know each other?"),
            lambda pair: words[pair.tie.state],
            order=lambda pair: order.index(pair.tie.state),
            answers=tuple(words.values()),
        ),
    )
