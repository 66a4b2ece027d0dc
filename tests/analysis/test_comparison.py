"""What became of a map: partners kept, new and lost, and what changed among those kept."""

import json
import math
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.analysis.changes import sentences
from app.analysis.changes.opening_sentence import opening
from app.analysis.comparison import comparison
from app.analysis.distance import bray_curtis, signature_distance
from app.models.network import Map
from tests.analysis.conftest import DATA, draw, read_published
from tests.examples import few
from tests.sure import sure

REFERENCE = json.loads((DATA / "begin_to_end.json").read_text("utf-8"))
PUBLISHED = [dict(zip(REFERENCE["columns"], row, strict=True)) for row in REFERENCE["rows"]]


@pytest.fixture(scope="module")
def moments() -> dict[str, tuple[Map, Map]]:
    begin, end = read_published("begin.json"), read_published("end.json")
    return {
        one.name.split()[1]: (one.map, other.map) for one, other in zip(begin, end, strict=True)
    }


@pytest.mark.parametrize("expected", PUBLISHED, ids=lambda row: row["id"])
def test_thirty_teachers_changed_as_published(
    moments: dict[Any, tuple[Map, Map]], expected: dict[Any, Any]
) -> None:
    found = comparison(*moments[expected["id"]])
    changes = {
        name: [getattr(shift, name) or 0 for shift in found.kept]
        for name in ("frequency", "importance")
    }
    values = {
        "n_begin": len(found.kept) + len(found.lost),
        "n_end": len(found.kept) + len(found.new),
        "kept": len(found.kept),
        "new": len(found.new),
        "lost": len(found.lost),
        "jaccard": found.jaccard,
        "retention": found.retention,
        "turnover": found.turnover,
        "n_kept_rated": found.kept_rated,
        "quadrant_changed": found.quadrant_changes,
        "freq_up": sum(change > 0 for change in changes["frequency"]),
        "freq_down": sum(change < 0 for change in changes["frequency"]),
        "imp_up": sum(change > 0 for change in changes["importance"]),
        "imp_down": sum(change < 0 for change in changes["importance"]),
        "tie_jaccard_kept": found.tie_jaccard_kept,
        "signature_jsd": found.signature_jsd,
        "bray_curtis_groups": found.bray_curtis_settings,
    }
    for name, value in values.items():
        assert value == pytest.approx(expected[name], abs=1e-9), name


def partner(
    id_: str, frequency: int | None = None, importance: int | None = None, **fields: Any
) -> dict[Any, Any]:
    return {"id": id_, "frequency": frequency, "importance": importance, **fields}


def test_two_empty_maps_have_nothing_in_common_and_nothing_apart() -> None:
    found = comparison(draw([]), draw([]))
    assert (found.kept, found.new, found.lost, found.net_change) == ((), (), (), 0)
    undefined = (found.jaccard, found.retention, found.turnover, found.tie_jaccard_kept)
    assert undefined == (None,) * 4
    assert (found.bray_curtis_settings, found.signature_jsd) == (None, None)


def test_from_an_empty_map_everybody_is_new() -> None:
    found = comparison(draw([]), draw([partner("a", 3)]))
    assert [p.id for p in found.new] == ["a"]
    assert (found.jaccard, found.retention, found.turnover, found.net_change) == (0, None, 1, 1)


def test_a_renamed_partner_is_the_same_and_a_namesake_is_not() -> None:
    before = draw([partner("a", 2, name="Ouders Sam")])
    after = draw([partner("a", 4, name="Ouders van Sam"), partner("b", 2, name="Ouders Sam")])
    found = comparison(before, after)
    assert [(shift.after.name, shift.frequency) for shift in found.kept] == [("Ouders van Sam", 2)]
    assert [p.id for p in found.new] == ["b"]


def test_somebody_wished_is_nobody_yet_and_counts_when_contact_comes() -> None:
    found = comparison(
        draw([partner("a", 0, 4, wished_frequency=3), partner("b", 0, wished_frequency=2)]),
        draw([partner("a", 2, 4), partner("b", 0)]),
    )
    assert (found.kept, [p.id for p in found.new], found.lost) == ((), ["a"], ())
    assert [p.id for p in found.wishes_met] == ["a"]


def test_whoever_stood_on_the_map_without_contact_is_not_new_when_it_comes() -> None:
    before = draw([partner("a", 0), partner("b", 0), partner("c", 3)])
    after = draw([partner("a", 2), partner("b"), partner("c", 3), partner("d", 4)])
    found = comparison(before, after)
    assert [p.id for p in found.first_contact] == ["a"]  # of b it is not said yet
    assert [p.id for p in found.newcomers] == ["d"]
    groups = {group.id: group for group in sentences.groups(found, before, after)}
    assert [change.people for change in groups["first_contact"].changes] == [("a",)]
    assert [change.people for change in groups["new"].changes] == [("d",)]
    said = sentences.summary(found, before)
    assert "New: 1." in said
    assert "In contact for the first time: 1." in said
    assert opening(found) == "With one partner you are in contact for the first time."


@pytest.mark.parametrize(
    ("then", "now", "is_renamed"),
    [
        ("juf anneke", "Juf Anneke", False),
        ("juf Annneke", "juf Anneke", False),
        ("Logopedsit", "Logopedist", False),
        ("ib-er", "IB'er", False),
        ("Ana", "Anna", False),
        ("Renee", "Renée", False),
        ("schoolmaatschapelijk werk", "schoolmaatschappelijk werk", False),
        ("ouders Sem", "ouders Sam", True),
        ("Hanneke", "Janneke", True),
        ("Mila", "Milan", True),
        ("Ouders", "Ouders Sem", True),
        ("groep 6", "groep 7", True),
        ("SMW", "Fatima (SMW)", True),
        ("☂", "☃", True),
    ],
)
def test_a_slip_put_right_is_no_other_name(then: str, now: str, *, is_renamed: bool) -> None:
    before, after = draw([partner("a", 2, name=then)]), draw([partner("a", 2, name=now)])
    found = comparison(before, after)
    assert [shift.is_renamed for shift in found.kept] == [is_renamed]
    groups = {group.id for group in sentences.groups(found, before, after)}
    assert ("renamed" in groups) == is_renamed


@pytest.mark.parametrize(
    ("frequency", "wished", "then", "realised"),
    [
        (2, 4, 3, True),
        (2, 4, 2, False),
        (2, 4, 1, False),
        (4, 2, 3, True),
        (3, 3, 3, True),
        (3, 3, 4, False),
        (3, None, 4, None),
        (None, 3, 4, None),
        (3, 4, None, None),
    ],
)
def test_a_wish_came_true_where_contact_went_its_way(
    frequency: int | None, wished: int | None, then: int | None, realised: bool | None
) -> None:
    before = draw([partner("a", frequency, wished_frequency=wished)])
    found = comparison(before, draw([partner("a", then)]))
    assert found.kept[0].wish_realised is realised
    assert found.wishes_realised == (realised is True)


def test_quadrants_change_only_where_both_answers_are_there_twice() -> None:
    before = draw([partner("a", 2, 5), partner("b", 5, 2), partner("c", 2, None)])
    after = draw([partner("a", 4, 5), partner("b", 5, 2), partner("c", 5, 5)])
    found = comparison(before, after)
    assert (found.kept_rated, found.quadrant_changes) == (2, 1)
    assert found.quadrant_table["important_less_often"]["important_often"] == 1
    assert found.quadrant_table["often_less_important"]["often_less_important"] == 1
    assert sum(sum(row.values()) for row in found.quadrant_table.values()) == 2


def test_ties_are_compared_among_those_kept_and_unknown_is_none() -> None:
    people = [partner(id_, 3) for id_ in "abcd"]
    before = draw(people, ties=[("a", "b"), ("c", "d")], unknown=[("a", "c")])
    after = draw(people[:3], ties=[("b", "a"), ("b", "c")])
    assert comparison(before, after).tie_jaccard_kept == 1 / 2
    assert comparison(draw(people), after).tie_jaccard_kept == 0
    assert comparison(draw(people), draw(people)).tie_jaccard_kept is None


def test_what_became_of_ties_is_counted_among_those_kept() -> None:
    people = [partner(id_, 3) for id_ in "abcd"]
    before = draw(people, ties=[("a", "b"), ("a", "c"), ("a", "d")])
    found = comparison(before, draw(people[:3], ties=[("a", "b"), ("b", "c")]))
    assert (found.ties_before, found.ties_after) == (2, 2)
    assert (len(found.ties_made), len(found.ties_gone)) == (1, 1)


@pytest.mark.parametrize("drawn", [(True, True), (True, False), (False, True), (False, False)])
def test_a_line_came_or_went_only_where_it_is_known_that_it_was_not_there(
    drawn: tuple[Any, Any],
) -> None:
    people = [partner(id_, 3) for id_ in "abcd"]
    before = draw(people, ties=[("a", "b"), ("a", "c")], lines_drawn=drawn[0])
    after = draw(people, ties=[("a", "b"), ("b", "c")], lines_drawn=drawn[1])
    found = comparison(before, after)
    assert (found.ties_before is None, found.ties_after is None) == (not drawn[0], not drawn[1])
    assert len(found.ties_made) == drawn[0]
    assert len(found.ties_gone) == drawn[1]
    assert (found.tie_jaccard_kept is None) == (drawn != (True, True))


def test_of_whom_the_owner_did_not_know_no_line_came_or_went() -> None:
    people = [partner(id_, 3) for id_ in "ab"]
    known, unknown = draw(people, ties=[("a", "b")]), draw(people, unknown=[("a", "b")])
    for found in (comparison(unknown, known), comparison(known, unknown)):
        assert (found.ties_made, found.ties_gone) == ((), ())


def test_the_make_up_of_a_map_is_compared_with_what_it_was() -> None:
    def of(*settings_: str | None) -> Map:
        return draw([partner(f"p{i}", setting=setting) for i, setting in enumerate(settings_)])

    found = comparison(
        of("in_school", "in_school", "in_school", "community"),
        of("in_school", "community", "community", "support_and_care", None),
    )
    changes = {setting: change for setting, change in found.setting_changes.items() if change}
    assert changes == {"in_school": -2, "community": 1, "support_and_care": 1}
    assert found.ei_change == pytest.approx(1 / 2 - -1 / 2)
    # Blau 1 - (9 + 1)/16 and 1 - (1 + 4 + 1)/16, times 6/5.
    assert found.iqv_change == pytest.approx((10 / 16 - 6 / 16) * 6 / 5)
    nobody = comparison(of(None), of("in_school"))
    assert (nobody.ei_change, nobody.iqv_change) == (None, None)


def test_satisfaction_counts_where_it_was_said_twice() -> None:
    before, after = (
        draw([partner(id_, 3, satisfaction=n) for id_, n in zip("abc", said, strict=True)])
        for said in ((2, 4, None), (3, 1, 5))
    )
    found = comparison(before, after)
    assert [shift.satisfaction for shift in found.kept] == [1, -3, None]
    assert (found.satisfaction_up, found.satisfaction_down) == (1, 1)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (["in_school", "in_school"], ["in_school", "community"], 1 / 2),
        (["in_school"], ["community"], 1),
        (["in_school"], ["in_school"], 0),
        (["in_school", None], ["in_school"], 0),
        ([None], [None], None),
    ],
)
def test_settings_are_compared_by_their_counts(
    one: list[Any], other: list[Any], expected: float | None
) -> None:
    maps = [
        draw([partner(f"{side}{i}", setting=setting) for i, setting in enumerate(settings_)])
        for side, settings_ in (("a", one), ("b", other))
    ]
    assert bray_curtis(maps[0].partners, maps[1].partners) == expected


def test_the_same_pattern_of_contact_with_other_people_is_no_distance() -> None:
    one, other = draw([partner("a", 6), partner("b", 2)]), draw([partner("c", 2), partner("d", 6)])
    assert signature_distance(one.partners, other.partners) == 0
    assert signature_distance(one.partners, draw([partner("a")]).partners) is None
    alone, many = draw([partner("a", 1)]), draw([partner(f"p{i}", 1) for i in range(400)])
    assert 0.9 < sure(signature_distance(alone.partners, many.partners)) <= 1


answers = st.none() | st.integers(0, 6)
people = st.dictionaries(st.sampled_from("abcdefgh"), answers, max_size=8).map(
    lambda found: draw([partner(id_, frequency, 3) for id_, frequency in found.items()])
)


@settings(max_examples=few(50), deadline=None)
@given(people, people)
def test_whoever_is_on_either_map_is_kept_new_or_lost_once(before: Map, after: Map) -> None:
    found = comparison(before, after)
    kept, new, lost = (
        {shift.after.id for shift in found.kept},
        {p.id for p in found.new},
        {p.id for p in found.lost},
    )
    count = len(kept) + len(new) + len(lost)
    assert len(kept | new | lost) == count
    assert kept | new == {p.id for p in after.partners if p.frequency != 0}
    assert kept | lost == {p.id for p in before.partners if p.frequency != 0}
    if count:
        assert sure(found.jaccard) + sure(found.turnover) == pytest.approx(1)
    back = comparison(after, before)
    assert (back.jaccard, back.net_change) == (found.jaccard, -found.net_change)
    if found.signature_jsd is not None:
        assert math.isclose(found.signature_jsd, sure(back.signature_jsd), abs_tol=1e-12)
        assert 0 <= found.signature_jsd <= 1


@given(people)
def test_a_map_and_itself_under_other_names_are_alike(whole: Map) -> None:
    renamed = Map.of([whole.network, *(replace(p, name=f"anders {p.id}") for p in whole.partners)])
    found = comparison(whole, renamed)
    assert (found.new, found.lost, found.net_change, found.quadrant_changes) == ((), (), 0, 0)
    assert found.jaccard in (None, 1)
