import math
from collections.abc import Callable
from typing import Any

import pytest

from app.analysis.composition import counted
from tests.analysis.told import composition
from tests.sure import sure


def test_an_empty_map_has_counts_of_zero_and_no_shares(drawing: Callable[..., Any]) -> None:
    who = composition(drawing([]))
    assert (who.size, who.external, who.weekly, who.named, who.contacts) == (0, 0, 0, 0, 0)
    assert set(who.setting_counts.values()) == {0}
    assert len(who.empty_settings) == 6
    undefined = (
        "external_share ei_heads ei_contact blau iqv entropy weekly_share named_share hhi "
        "effective_contacts top_share mean_forms share_several_forms"
    )
    assert {getattr(who, name) for name in undefined.split()} == {None}


def test_wished_partners_are_left_out_and_unanswered_ones_are_not(
    drawing: Callable[..., Any],
) -> None:
    partners = [{"id": "wished", "frequency": 0}, {"id": "asked"}, {"id": "seen", "frequency": 1}]
    assert [partner.id for partner in counted(drawing(partners))] == ["asked", "seen"]


def test_a_map_of_wished_partners_alone_is_as_an_empty_one(drawing: Callable[..., Any]) -> None:
    wished = drawing([{"id": "a", "frequency": 0, "setting": "community", "importance": 5}])
    assert composition(wished) == composition(drawing([]))


def test_one_partner_is_all_contact_and_no_variety(drawing: Callable[..., Any]) -> None:
    who = composition(drawing([{"id": "a", "setting": "community", "frequency": 2}]))
    assert (who.external_share, who.ei_heads, who.ei_contact) == (1, 1, 1)
    assert (who.hhi, who.effective_contacts, who.top_share) == (1, 1, 1)
    assert (who.blau, who.iqv, who.entropy) == (0, 0, 0)
    assert math.copysign(1, sure(who.entropy)) == 1


def test_six_partners_in_six_settings_are_as_varied_as_can_be(drawing: Callable[..., Any]) -> None:
    settings = composition(drawing([])).empty_settings
    who = composition(drawing([{"id": s, "setting": s} for s in settings]))
    assert who.blau == pytest.approx(5 / 6)
    assert who.iqv == pytest.approx(1)
    assert who.entropy == pytest.approx(1)
    assert who.empty_settings == ()


def test_two_settings_of_six_do_not_count_as_all_there_is(drawing: Callable[..., Any]) -> None:
    who = composition(
        drawing([{"id": "a", "setting": "community"}, {"id": "b", "setting": "in_school"}])
    )
    assert who.iqv == pytest.approx(0.5 * 6 / 5)
    assert who.entropy == pytest.approx(math.log(2) / math.log(6))


def test_ei_index_by_heads_and_by_contact_can_point_opposite_ways(
    drawing: Callable[..., Any],
) -> None:
    who = composition(
        drawing(
            [
                {"id": "head", "setting": "in_school", "frequency": 6},
                {"id": "parents", "setting": "pupil_and_family", "frequency": 2},
                {"id": "care", "setting": "support_and_care", "frequency": 3},
            ]
        )
    )
    assert who.ei_heads == pytest.approx(1 / 3)
    assert who.ei_contact == pytest.approx((13 - 200) / 213)


def test_a_missing_setting_is_left_out_of_the_settings_alone(drawing: Callable[..., Any]) -> None:
    who = composition(
        drawing(
            [
                {"id": "a", "setting": "in_school", "frequency": 4},
                {"id": "b", "setting": "community", "frequency": 4},
                {"id": "c", "frequency": 4},
            ]
        )
    )
    assert (who.size, who.with_setting, who.with_frequency, who.with_both) == (3, 2, 3, 2)
    assert (who.external, who.external_share, who.ei_heads, who.ei_contact) == (1, 0.5, 0, 0)
    assert who.blau == 0.5
    assert who.hhi == pytest.approx(1 / 3)


def test_settings_unknown_throughout_give_no_shares(drawing: Callable[..., Any]) -> None:
    who = composition(drawing([{"id": "a", "frequency": 4}, {"id": "b", "frequency": 1}]))
    assert (who.external, who.with_setting) == (0, 0)
    assert (who.external_share, who.ei_heads, who.ei_contact, who.iqv, who.entropy) == (None,) * 5
    assert who.top_share == pytest.approx(40 / 41)


def test_a_missing_frequency_is_not_an_absence_of_contact(drawing: Callable[..., Any]) -> None:
    partners = [
        {"id": "a", "setting": "in_school", "frequency": 3},
        {"id": "b", "setting": "community"},
    ]
    who = composition(drawing(partners))
    assert (who.hhi, who.top_share, who.ei_contact, who.weekly_share) == (1, 1, -1, 0)
    assert composition(drawing(partners)).contact_shares == {"a": 1}


def test_contact_unknown_throughout_is_undefined(drawing: Callable[..., Any]) -> None:
    who = composition(drawing([{"id": "a", "setting": "in_school"}]))
    assert (who.contacts, who.hhi, who.top_share, who.ei_contact, who.weekly_share) == (
        0,
        None,
        None,
        None,
        None,
    )


def test_equal_contact_is_spread_over_all(shape: Callable[..., Any]) -> None:
    who = composition(shape(8, all_tied=False, frequency=5))
    assert who.hhi == who.top_share == 1 / 8
    assert who.effective_contacts == 8


def test_weekly_is_weekly_whatever_the_cut_of_the_map(drawing: Callable[..., Any]) -> None:
    partners = [{"id": str(f), "frequency": f} for f in range(1, 7)]
    assert composition(drawing(partners, frequency_cut=6)).weekly == 3


def test_stars_are_shared_over_those_asked_about(drawing: Callable[..., Any]) -> None:
    asked = [{"id": "a", "named_important": True}, {"id": "b", "named_important": False}]
    who = composition(drawing([*asked, {"id": "c"}]))
    assert (who.named, who.named_share) == (1, 0.5)
    assert composition(drawing([{"id": "c"}])).named_share is None


def test_forms_not_ticked_are_not_answered(drawing: Callable[..., Any]) -> None:
    partners = [
        {"id": "a", "forms": ("inform", "outside_class", "act_together")},
        {"id": "b", "forms": ("inform",)},
        {"id": "c"},
    ]
    who = composition(drawing(partners))
    assert (who.with_forms, who.mean_forms, who.share_several_forms) == (2, 2, 0.5)


def test_own_kinds_count_as_any_other(drawing: Callable[..., Any]) -> None:
    own = composition(drawing([{"id": "a", "kind": "my neighbour", "setting": "community"}]))
    known = composition(drawing([{"id": "a", "kind": "parents", "setting": "community"}]))
    assert own == known


def test_several_forms_are_two_or_more(drawing: Callable[..., Any]) -> None:
    forms = ("inform", "outside_class", "act_together")
    partners = [
        {"id": id_, "forms": forms[:count]} for id_, count in zip("abcd", range(4), strict=True)
    ]
    who = composition(drawing(partners))
    assert (who.with_forms, who.mean_forms, who.share_several_forms) == (3, 2, 2 / 3)


def test_pupil_and_family_are_on_neither_side_of_the_external_indices(
    drawing: Callable[..., Any],
) -> None:
    places = ("in_school", "community", "community", "pupil_and_family", "pupil_and_family")
    people = [
        {"id": str(at), "setting": place, "frequency": frequency}
        for at, (place, frequency) in enumerate(zip(places, (6, 3, None, 6, 4), strict=True))
    ]
    who = composition(drawing(people))
    # One inside against two outside; 200 contacts against 10, the third unknown.
    assert who.ei_heads_external == pytest.approx(1 / 3)
    assert who.ei_contact_external == pytest.approx((10 - 200) / 210)
    assert (who.with_setting_external, who.with_both_external) == (3, 2)
    # The published ones count the pupil as outside: 240 contacts more.
    assert who.ei_heads == pytest.approx(3 / 5)
    assert who.ei_contact == pytest.approx((250 - 200) / 450)
