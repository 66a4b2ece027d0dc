"""What holds for the measures of any map."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.analysis.alignment import pairs_of, tau_b, tau_b_range
from app.analysis.figures import figures
from app.analysis.gaps import gaps
from app.analysis.graph import network_among
from app.models.network import Map, Network, Partner, Tie
from app.models.vocabulary import vocabulary
from tests.analysis.told import brokerage, cohesion, composition, positions
from tests.examples import few

EGO = ""
SETTINGS = st.none() | st.sampled_from(tuple(vocabulary().settings))
FIVE = st.none() | st.integers(1, 5)
SEVEN = st.none() | st.integers(0, 6)
some = settings(max_examples=few(40), deadline=None)
RATINGS = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 6)), max_size=14)


@st.composite
def drawn(draw: st.DrawFn, most: int = 12) -> Map:
    count = draw(st.integers(0, most))
    partners = [
        Partner(
            id=f"p{number}",
            name=f"Partner {number}",
            setting=draw(SETTINGS),
            frequency=draw(SEVEN),
            importance=draw(FIVE),
            wished_frequency=draw(SEVEN),
            satisfaction=draw(FIVE),
            named_important=draw(st.booleans()),
        )
        for number in range(count)
    ]
    states = st.sampled_from([None, None, "yes", "yes", "unknown"])
    ties = [
        Tie(id=f"{a.id}-{b.id}", a=a.id, b=b.id, state=state)
        for a, b in combinations(partners, 2)
        if (state := draw(states)) is not None
    ]
    network = Network(
        id="network",
        series="series",
        lines_drawn=True,
        importance_cut=draw(st.integers(1, 5)),
        frequency_cut=draw(st.integers(1, 6)),
    )
    return Map.of([network, *partners, *ties])


def within(low: int, value: float | None, high: float) -> bool:
    return value is None or low - 1e-12 <= value <= high + 1e-12


@some
@given(drawn())
def test_measures_stay_within_their_bounds(whole: Map) -> None:
    found = figures(whole)
    n, t = found["size"], found["ties"]
    pairs = n * (n - 1) // 2
    names = "density density_with_ego efficiency hierarchy ego_betweenness_normalised"
    for name in [*names.split(), "external_share", "iqv", "hhi", "top_share"]:
        assert within(0, found[name], 1), name
    for name in ("ei_heads", "ei_contact", "tau_b", "gamma", "spearman"):
        assert within(-1, found[name], 1), name
    assert within(0, found["blau"], 5 / 6)
    assert within(1, found["effective_size"], n)
    assert within(0, found["constraint"], 1.125)
    assert within(0, found["ego_betweenness"], pairs - t)
    assert within(0, found["pairs_only_through_me"], pairs - t)
    assert found["concordant"] + found["discordant"] <= found["valid"] * (found["valid"] - 1) // 2
    together = cohesion(whole)
    if n >= 2:
        assert together.density <= together.density_highest <= 1
    who = composition(whole)
    assert within(0, who.entropy, 1)
    assert within(1, who.effective_contacts, n)
    if composition(whole).contact_shares:
        assert sum(composition(whole).contact_shares.values()) == pytest.approx(1)


@some
@given(drawn())
def test_counts_add_up(whole: Map) -> None:
    found = figures(whole)
    together = cohesion(whole)
    between = brokerage(whole)
    roles = between.roles
    made = roles.coordinator + roles.consultant + roles.gatekeeper + roles.liaison
    assert made + roles.left_out == between.open_pairs == between.pairs - together.ties
    assert sum(found["quadrants"].values()) == found["size"]
    assert found["size"] - found["quadrants"]["not_filled_in"] == found["valid"]
    assert sum(map(len, together.components)) == found["size"]
    assert sum(row.degree for row in positions(whole)) == 2 * together.ties
    wishes = gaps(whole).wishes
    assert wishes.more + wishes.less + wishes.same + wishes.missing == len(whole.partners)


@some
@given(drawn())
def test_gaps_sum_to_nothing_and_exist_for_all_rated_partners_or_for_none(whole: Map) -> None:
    found = gaps(whole)
    known = [row.gap for row in found.rows if row.gap is not None]
    assert len(known) == (found.valid if found.valid >= 5 else 0)
    assert sum(known) == pytest.approx(0, abs=1e-12)
    assert all(-1 < gap < 1 for gap in known)


@some
@given(drawn())
def test_density_with_the_teacher_follows_from_density_and_size(whole: Map) -> None:
    together = cohesion(whole)
    n = together.size
    if n >= 2:
        follows = 2 / (n + 1) + together.density * (n - 1) / (n + 1)
        assert together.density_with_ego == pytest.approx(follows)


@some
@given(whole=drawn())
def test_closed_forms_agree_with_the_general_definitions(nx: Any, whole: Map) -> None:
    among = network_among(whole)
    if not len(among):
        return
    around = nx.Graph(among)
    around.add_edges_from((EGO, partner) for partner in among)
    between = brokerage(whole)
    general = nx.betweenness_centrality(around, normalized=False)[EGO]
    assert between.ego_betweenness == pytest.approx(general, abs=1e-9)
    assert between.constraint == pytest.approx(nx.constraint(around, nodes=[EGO])[EGO])
    assert between.effective_size == pytest.approx(nx.effective_size(around, nodes=[EGO])[EGO])
    for place in positions(whole):
        general = nx.local_constraint(around, EGO, place.partner.id)
        assert place.local_constraint == pytest.approx(general)
    cut = EGO in set(nx.articulation_points(around))
    assert cut == (len(cohesion(whole).components) >= 2)


@some
@given(drawn(), st.randoms(use_true_random=False))
def test_names_and_order_of_partners_make_no_difference(
    differing: Callable[..., Any], whole: Map, random: Random
) -> None:
    numbers = list(range(len(whole.partners)))
    random.shuffle(numbers)
    new = {
        partner.id: f"q{number}" for partner, number in zip(whole.partners, numbers, strict=True)
    }
    partners = [replace(partner, id=new[partner.id]) for partner in whole.partners]
    ties = [replace(tie, a=new[tie.b], b=new[tie.a]) for tie in whole.ties]
    random.shuffle(partners)
    random.shuffle(ties)
    before = figures(whole)
    after = figures(Map.of([*ties, *partners, whole.network]))
    rows = {row["id"]: row for row in after.pop("partners")}
    for row in before.pop("partners"):
        same = {**row, "id": new[row["id"]]}
        assert differing(rows[same["id"]], same) == {}
    hinges = {new[id_] for id_ in before.pop("hinge_partners")}
    assert set(after.pop("hinge_partners")) == hinges
    assert after.pop("quadrants") == before.pop("quadrants")
    assert after.keys() == before.keys()
    assert differing(after, before) == {}


@some
@given(drawn(), SETTINGS, FIVE, SEVEN, FIVE)
def test_a_wished_partner_changes_nothing_but_the_wishes(
    whole: Map, setting: str | None, five: int | None, wish: int | None, satisfied: int | None
) -> None:
    wished = Partner(
        id="wished",
        name="Wished",
        setting=setting,
        frequency=0,
        importance=five,
        wished_frequency=wish,
        satisfaction=satisfied,
        named_important=True,
    )
    ties = [
        Tie(id=f"wished-{partner.id}", a="wished", b=partner.id) for partner in whole.partners[:3]
    ]
    more = whole.after({wished.id: wished} | {tie.id: tie for tie in ties})
    before, after = figures(whole), figures(more)
    assert after["partners"].pop()["id"] == "wished"
    for name in ("wish_more", "wish_less", "wish_same"):
        before.pop(name), after.pop(name)
    assert after == before
    for measured in (composition, cohesion, brokerage, positions):
        assert measured(more) == measured(whole)
    was, now = gaps(whole), gaps(more)
    assert now.alignment.tau_b_range == was.alignment.tau_b_range
    assert now.rows[:-1] == was.rows
    for name in ("size", "valid", "quadrants", "notable", "dissatisfied"):
        assert getattr(now, name) == getattr(was, name)
    assert now.wishes != was.wishes


@given(RATINGS)
def test_pairs_are_those_found_one_by_one(ratings: list[tuple[Any, Any]]) -> None:
    found = pairs_of(ratings)
    directions = [
        (a[0] - b[0]) * (a[1] - b[1]) for a, b in combinations(ratings, 2) if a[0] != b[0]
    ]
    assert found.concordant == sum(direction > 0 for direction in directions)
    assert found.discordant == sum(direction < 0 for direction in directions)
    assert found.same_frequency == sum(direction == 0 for direction in directions)
    together = combinations(ratings, 2)
    assert found.same_importance == sum(a[0] == b[0] and a[1] != b[1] for a, b in together)


@given(RATINGS)
def test_leave_one_out_range_is_the_one_found_by_leaving_out(
    ratings: list[tuple[Any, Any]],
) -> None:
    without = [ratings[:at] + ratings[at + 1 :] for at in range(len(ratings))]
    values = [value for rest in without if (value := tau_b(pairs_of(rest))) is not None]
    expected = (min(values), max(values)) if values else None
    assert tau_b_range(ratings) == expected


@given(RATINGS)
def test_exchanging_importance_and_frequency_keeps_the_coefficient(
    ratings: list[tuple[Any, Any]],
) -> None:
    exchanged = tau_b(pairs_of([(frequency, importance) for importance, frequency in ratings]))
    assert tau_b(pairs_of(ratings)) == exchanged
