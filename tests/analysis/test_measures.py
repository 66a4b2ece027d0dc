"""The measures as readings: their tiers, what they stand on, their range and bounds."""

from itertools import combinations
from math import isfinite

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from app.analysis.composition import composition
from app.analysis.gaps import gaps
from app.analysis.graph import betweenness, degrees, network_among
from app.analysis.measures import DETAIL, Reading, all_measures, measures
from app.analysis.measures import readings as readings_to
from app.analysis.study import study
from app.models.network import Map, Network, Partner, Tie, Verdict
from tests.analysis.conftest import Published, all_published, draw, draw_shape
from tests.analysis.test_findings import drawn
from tests.analysis.told import brokerage, cohesion
from tests.each import each
from tests.examples import few
from tests.sure import sure

NEEDS_ONLY_LINES = "isolates"
BETWEEN = {
    *("density", "mean_degree", "components", "largest_component", "pairs_only_through_me"),
    *("hinge_partners", "ego_betweenness", "effective_size", "efficiency", "constraint"),
    *("hierarchy", "coordinator", "consultant", "gatekeeper", "liaison"),
}


def readings(whole: Map) -> dict[str, Reading]:
    return {reading.id: reading for reading in measures(whole)}


def four(ties: str = "", unknown: str = "", count: int = 4, lines_drawn: bool = True) -> Map:
    partners = [{"id": id_, "setting": "in_school"} for id_ in "abcdefgh"[:count]]
    return draw(partners, ties.split(), unknown.split(), lines_drawn=lines_drawn)


@each("published", all_published())
def test_values_are_those_of_the_measures_themselves(published: Published) -> None:
    whole = published.map.after({"network": _drawn_lines(published.map)})
    found = readings(whole)
    who, gap = composition(whole), gaps(whole)
    together, between = cohesion(whole), brokerage(whole)
    expected = {
        **{f"setting_{setting}": count for setting, count in who.setting_counts.items()},
        "setting_none": who.size - who.with_setting,
        "components": len(together.components),
        "isolates": len(together.isolates),
        "hinge_partners": len(together.hinges),
        "notable": len(gap.notable),
        "concordant": gap.alignment.concordant,
        "tau_b": gap.alignment.tau_b,
        "wish_more": gap.wishes.more,
        "wish_less": gap.wishes.less,
        "wish_same": gap.wishes.same,
    }
    for id_ in found.keys() - expected.keys():
        for owner in (who, together, between, between.roles):
            if hasattr(owner, id_):
                expected[id_] = getattr(owner, id_)
    # One that is reckoned where it is declared has no other value to be laid beside.
    assert {id_: found[id_].value for id_ in expected} == expected
    assert len(expected) >= 45


def test_what_nobody_asked_for_is_not_counted() -> None:
    seen = study(draw_shape(8, all_tied=True, frequency=5, importance=4))
    readings_to(seen, DETAIL - 1)
    dear = {"tau_b_range", "amounts", "hhi", "with_forms", "with_both"}
    assert "amounts" in vars(seen.composition)
    assert dear & {*vars(seen.gaps.alignment), *vars(seen.composition)} == {"amounts"}
    readings_to(seen, DETAIL)
    assert dear <= {*vars(seen.gaps.alignment), *vars(seen.composition)}


def _drawn_lines(whole: Map) -> Network:
    return Network(id="network", series=whole.network.series, lines_drawn=True)


def test_tiers_stand_one_after_the_other() -> None:
    tiers = [reading.tier for reading in measures(four("ab"))]
    assert tiers == sorted(tiers)
    assert set(tiers) == {1, 2, 3}
    ids = [reading.id for reading in measures(four("ab"))]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    ("whole", "between", "isolates"),
    [
        (four("ab"), True, True),
        (four("ab", lines_drawn=False), False, False),
        (four("ab", count=3), False, True),
        (four(count=0), False, True),
    ],
)
def test_what_is_between_partners_needs_drawn_lines_and_four_of_them(
    whole: Map, between: bool, isolates: bool
) -> None:
    found = readings(whole)
    assert found.keys() >= BETWEEN if between else BETWEEN.isdisjoint(found)
    assert (NEEDS_ONLY_LINES in found) == isolates
    assert {reading.tier for reading in found.values()} >= {1, 3}


def test_an_empty_map_has_its_measures_undefined() -> None:
    found = readings(draw([], lines_drawn=False))
    counts = {id_ for id_, reading in found.items() if reading.value is not None}
    assert counts == {"size", "setting_none"}
    assert {reading.of for reading in found.values()} == {0}


def test_what_nobody_answered_is_undefined_and_not_0() -> None:
    asked = ("wish_more", "wish_less", "wish_same", "notable", "setting_community")
    found = readings(draw([{"id": "a", "named_important": True}, {"id": "b", "frequency": 3}]))
    assert {found[measure].value for measure in asked} == {None}
    answered = {"frequency": 3, "wished_frequency": 4, "importance": 2, "setting": "in_school"}
    found = readings(draw([{"id": "a", **answered}, {"id": "b"}]))
    assert [found[measure].value for measure in asked] == [1, 0, 0, 0, 0]


def test_each_partner_counts_in_one_area_or_in_none() -> None:
    partners = [{"id": "a", "setting": "community"}, {"id": "b"}, {"id": "c"}, {"id": "d"}]
    found = readings(draw(partners))
    counts = {id_: r.value for id_, r in found.items() if id_.startswith("setting_")}
    assert counts.pop("setting_none") == 3
    assert sum(map(sure, counts.values())) == 1
    assert [*all_measures()["setting_none"].people(study(draw(partners)))] == ["b", "c", "d"]


def test_each_says_on_how_many_answers_it_stands() -> None:
    partners = [
        {"id": "a", "setting": "community", "frequency": 3, "importance": 4, "forms": ("inform",)},
        {"id": "b", "setting": "community", "wished_frequency": 4},
        {"id": "c", "frequency": 5, "wished_frequency": 4},
        {"id": "w", "frequency": 0, "wished_frequency": 4},
    ]
    stands = {id_: (r.answered, r.of) for id_, r in readings(draw(partners)).items()}
    assert stands["external_share"] == stands["weekly_share"] == (2, 3)
    assert stands["ei_contact"] == stands["notable"] == stands["mean_forms"] == (1, 3)
    assert stands["named_share"] == (0, 3)
    assert stands["wish_more"] == (2, 4)


def test_ties_that_are_not_known_give_bounds_and_are_not_answered() -> None:
    found = readings(four("ab", unknown="bc cd"))
    assert (found["density"].answered, found["density"].of) == (4, 6)
    assert (found["density"].value, found["density"].low) == (1 / 6, 1 / 6)
    assert found["density"].high == 3 / 6
    assert (found["isolates"].low, found["isolates"].high) == (0, 2)
    assert (found["effective_size"].low, found["effective_size"].high) == (2.5, 3.5)
    assert (found["constraint"].low, found["constraint"].high) == (None, None)
    assert found["size"].low is None


def test_nothing_unknown_gives_no_bounds() -> None:
    found = readings(four("ab bc"))
    assert {r.low for r in found.values()} == {r.high for r in found.values()} == {None}


def test_tau_b_carries_its_range_with_one_left_out(worked_example: Published) -> None:
    tau = readings(worked_example.map)["tau_b"]
    assert (tau.low, tau.high) == gaps(worked_example.map).alignment.tau_b_range


def test_a_dismissed_partner_is_not_counted_as_notable(worked_example: Published) -> None:
    assert readings(worked_example.map)["notable"].value == 4
    verdict = Verdict(id="v", finding="notable_less_often", partner="p4", agrees=False)
    assert readings(worked_example.map.after({"v": verdict}))["notable"].value == 3


def test_concordant_pairs_are_undefined_where_nothing_can_be_compared() -> None:
    alike = draw_shape(6, all_tied=False, importance=4, frequency=4)
    assert readings(alike)["concordant"].value is None


@settings(max_examples=few(40), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(drawn())
def test_every_value_lies_within_its_range_and_bounds(whole: Map) -> None:
    for reading in measures(whole):
        assert 0 <= reading.answered <= reading.of
        assert (reading.low is None) == (reading.high is None)
        if reading.value is None:
            assert reading.low is None
            continue
        assert isfinite(reading.value)
        if reading.range is not None:
            least, most = reading.range
            for value in (reading.low, reading.value, reading.high):
                assert value is None or least - 1e-12 <= value <= most + 1e-12, reading
        if reading.low is not None and reading.id != "tau_b":
            assert reading.low <= reading.value <= sure(reading.high), reading


@settings(deadline=None, max_examples=few(30))
@given(st.data())
def test_bounds_hold_whatever_the_unknown_ties_turn_out_to_be(data: DataObject) -> None:
    size = data.draw(st.integers(4, 7))
    pairs = ["".join(pair) for pair in combinations("abcdefg"[:size], 2)]
    states = [data.draw(st.sampled_from("yyn?")) for _ in pairs]
    ties = [pair for pair, state in zip(pairs, states, strict=True) if state == "y"]
    unknown = [pair for pair, state in zip(pairs, states, strict=True) if state == "?"]
    really = [pair for pair in unknown if data.draw(st.booleans())]
    before = readings(four(" ".join(ties), " ".join(unknown), size))
    after = readings(four(" ".join(ties + really), count=size))
    for id_ in (BETWEEN | {NEEDS_ONLY_LINES}) - {"constraint", "hierarchy"}:
        low, high = before[id_].low, before[id_].high
        if low is None:
            low = high = before[id_].value
        assert sure(low) - 1e-9 <= sure(after[id_].value) <= sure(high) + 1e-9, id_


# The study they are taken from.


def test_a_map_is_studied_once() -> None:
    whole = four("ab")
    assert study(whole) is study(whole)
    assert study(whole).structure is study(whole).structure


def test_another_map_is_another_study_even_where_it_is_equal() -> None:
    whole = four("ab")
    first = study(whole)
    changed = whole.after({"c": None})
    assert len(study(changed).partners) == 3
    assert study(Map(dict(whole.records))) is not first


def test_positions_are_there_for_who_asks() -> None:
    whole = four("ab bc cd")
    among = network_among(whole)
    assert study(whole).structure.degree == degrees(among)
    assert study(whole).structure.betweenness == betweenness(among)


def test_ties_are_not_looked_at_where_lines_are_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Map.of(
        [
            Network(id="n", series="s"),
            *(Partner(id=id_, name=id_) for id_ in "abcd"),
            Tie(id="t", a="a", b="b"),
        ]
    )
    monkeypatch.setattr("app.analysis.structure.Structure.__init__", None)
    assert measures(whole)
