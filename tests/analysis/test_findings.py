"""What a map says, as data: each finding with a map that gives it and one that just does not."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from math import isfinite
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from app.analysis.findings import CLAIMS, findings, told
from app.analysis.findings.finding import Finding
from app.analysis.study import study
from app.models.network import Map, Network, Partner, Tie, Verdict
from app.models.vocabulary import vocabulary
from tests.analysis.conftest import Published, all_published, draw
from tests.each import each
from tests.examples import few
from tests.sure import as_a, sure

ORDER = [claim.code for claim in CLAIMS]
SAID_PER_PARTNER = {claim.code for claim in CLAIMS if claim.per_partner}
NOTABLE = {"notable_less_often", "notable_less_named", "notable_as_wished"}
WITHOUT_CONTACT = {"important_no_contact", "no_contact_yet"}
STRUCTURE = {"isolates", "pairs_only_through_me", "hinge_partners", "everybody_tied"}
SETTINGS = tuple(vocabulary().settings)


def of(
    *partners: dict[str, Any],
    ties: str = "",
    unknown: str = "",
    lines: bool = False,
    says: Sequence[Any] = (),
    **network: int,
) -> Map:
    """Return the map of partners a, b, c, ... given by their fields; `ties` as in "ab bc".

    `says` holds what the owner says: code, partner (or None), agrees.
    """
    named = (
        {"id": "abcdefghijklmnopqrstuvwxyz"[at], **fields} for at, fields in enumerate(partners)
    )
    whole = draw(named, ties.split(), unknown.split(), lines_drawn=lines, **network)
    said = (
        Verdict(id=f"verdict {at}", finding=code, partner=partner, agrees=agrees)
        for at, (code, partner, agrees) in enumerate(says)
    )
    return whole.after({verdict.id: verdict for verdict in said})


def rated(importance: int | None, frequency: int | None, **more: Any) -> dict[str, Any]:
    return {"importance": importance, "frequency": frequency, **more}


def found(whole: Map, code: str) -> list[Finding]:
    return [finding for finding in findings(whole) if finding.code == code]


def codes(whole: Map) -> list[Any]:
    return [finding.code for finding in findings(whole)]


LESS_OFTEN = rated(5, 1)
LESS_NAMED = rated(1, 6)
MIDDLE = (rated(4, 4), rated(3, 3), rated(3, 3), rated(4, 4))
"""With these a fifth partner is compared; the ranks of these four agree."""

INSIDE = {"setting": "in_school"}
OUTSIDE = {"setting": "community"}
EVERY_SETTING = [{"setting": setting} for setting in SETTINGS]

FAR = {"setting": "community", "forms": ("inform",)}

TRIGGERED = {
    "no_partners": (of(), of({})),
    "no_partners, all wished": (of({"frequency": 0}), of({"frequency": 0}, {"frequency": None})),
    "wish_more": (
        of({"frequency": 2, "wished_frequency": 3}),
        of({"frequency": 3, "wished_frequency": 3}),
    ),
    "wish_more, for a wished partner": (
        of({"frequency": 0, "wished_frequency": 1}),
        of({"frequency": 0}),
    ),
    "wish_less": (
        of({"frequency": 4, "wished_frequency": 3}),
        of({"frequency": None, "wished_frequency": 3}),
    ),
    "wish_same": (
        of({"frequency": 3, "wished_frequency": 3}),
        of({"frequency": 3, "wished_frequency": None}),
    ),
    "important_and_dissatisfied": (
        of({"importance": 4, "satisfaction": 2}),
        of({"importance": 4, "satisfaction": 3}),
    ),
    "important_and_dissatisfied, by the cut": (
        of({"importance": 3, "satisfaction": 1}, importance_cut=3),
        of({"importance": 3, "satisfaction": 1}),
    ),
    "notable_less_often": (of(LESS_OFTEN, *MIDDLE), of(rated(5, 4), *MIDDLE)),
    # a gap of 0.4 and of 0.3: both stand in the quadrant
    "notable_less_often, by the gap": (
        of(rated(4, 3), rated(3, 4), rated(2, 4), rated(1, 3), rated(1, 3)),
        of(rated(4, 3), rated(4, 4), rated(1, 3), rated(1, 3), rated(1, 2)),
    ),
    "notable_less_often, few rated": (of(rated(4, 3)), of(rated(4, 4))),
    "notable_less_named": (of(LESS_NAMED, *MIDDLE), of(rated(4, 6), *MIDDLE)),
    "notable_less_named, few rated": (of(rated(3, 4)), of(rated(3, 3))),
    "notable_as_wished": (
        of({**LESS_OFTEN, "wished_frequency": 1}, *MIDDLE),
        of({**LESS_OFTEN, "wished_frequency": 2}, *MIDDLE),
    ),
    "no_notable_differences": (of(*MIDDLE, rated(4, 4)), of(*MIDDLE, LESS_OFTEN)),
    "no_notable_differences, only where rated": (of(rated(4, 4)), of({"importance": 4})),
    "few_rated": (of(*MIDDLE), of(*MIDDLE, rated(1, 1))),
    "not_filled_in": (of(rated(4, None)), of(rated(4, 4))),
    # six of eight outside the school; of the contact exactly half, and a little more
    "inside_outside": (
        of(*[{**OUTSIDE, "frequency": 1}] * 6, *[{**INSIDE, "frequency": 2}] * 2),
        of(
            *[{**OUTSIDE, "frequency": 1}] * 5,
            {**OUTSIDE, "frequency": 2},
            *[{**INSIDE, "frequency": 2}] * 2,
        ),
    ),
    "inside_outside, from five on": (
        of(*[{**OUTSIDE, "frequency": 1}] * 4, {**INSIDE, "frequency": 6}),
        of(*[{**OUTSIDE, "frequency": 1}] * 3, {**INSIDE, "frequency": 6}),
    ),
    "alignment": (of(*MIDDLE, rated(1, 1)), of(*MIDDLE)),
    "all_equally_important": (
        of(*[rated(4, frequency) for frequency in (1, 2, 3, 4, 5)]),
        of(*[rated(4, frequency) for frequency in (1, 2, 3, 4)], rated(5, 5)),
    ),
    "all_equally_often": (
        of(*[rated(importance, 3) for importance in (1, 2, 3, 4, 5)]),
        of(*[rated(importance, 3) for importance in (1, 2, 3, 4)]),
    ),
    "isolates": (
        of({}, {}, {}, {}, ties="ab bc", lines=True),
        of({}, {}, {}, {}, ties="ab bc cd", lines=True),
    ),
    "isolates, only where the lines are drawn": (
        of({}, {}, {}, {}, lines=True),
        of({}, {}, {}, {}),
    ),
    "isolates, from four partners on": (
        of({}, {}, {}, {}, lines=True),
        of({}, {}, {}, {"frequency": 0}, lines=True),
    ),
    "pairs_only_through_me": (
        of({}, {}, {}, {}, ties="ab cd", lines=True),
        of({}, {}, {}, {}, ties="ab bc cd", lines=True),
    ),
    "pairs_only_through_me, not said again where there are no ties": (
        of({}, {}, {}, {}, ties="ab", lines=True),
        of({}, {}, {}, {}, lines=True),
    ),
    "hinge_partners": (
        of({}, {}, {}, {}, ties="ab bc cd", lines=True),
        of({}, {}, {}, {}, ties="ab bc cd ad", lines=True),
    ),
    "everybody_tied": (
        of({}, {}, {}, {}, ties="ab ac ad bc bd cd", lines=True),
        of({}, {}, {}, {}, ties="ab ac ad bc bd", unknown="cd", lines=True),
    ),
    "empty_settings": (of(*EVERY_SETTING[:5], INSIDE), of(*EVERY_SETTING)),
    "empty_settings, where all could be filled": (
        of(*EVERY_SETTING[:5], INSIDE),
        of(*EVERY_SETTING[:5], {}),
    ),
    "important_less_often": (of(rated(4, 3)), of(rated(4, 4))),
    "important_less_often, by the cuts": (
        of(rated(4, 4), frequency_cut=5),
        of(rated(4, 4), frequency_cut=4),
    ),
    "often_less_important": (of(rated(3, 4)), of(rated(3, 3))),
    "important_often": (of(rated(4, 4)), of(rated(4, 3))),
    "background": (of(rated(3, 3)), of(rated(4, 3))),
    "named_important": (
        of({"named_important": True}, *[{"named_important": False}] * 4),
        of(*[{"named_important": True}] * 5),
    ),
    "named_important, from five on": (
        of(*[{"named_important": True}] * 4, {"named_important": False}),
        of(*[{"named_important": True}] * 3, {"named_important": False}),
    ),
    "named_important, of those asked": (
        of(*[{"named_important": n > 2} for n in range(5)], {}),
        of(*[{"named_important": n > 2} for n in range(4)], {}, {}),
    ),
    "focus": (of(*[{"focus": "pupil"}] * 5), of(*[{"focus": "pupil"}] * 4, {})),
    "do_together": (
        of(*[FAR] * 2, *[{"forms": ("inform",)}] * 3),
        of(*[FAR] * 2, *[{"forms": ("inform",)}] * 2, {}),
    ),
    "do_together, of two from outside on": (
        of(*[FAR] * 2, *[{"forms": ("inform",)}] * 3),
        of(FAR, *[{"forms": ("inform",)}] * 4),
    ),
    "together_in_team": (
        of({"setting": "in_school", "forms": ("teach_together",)}),
        of({"setting": "community", "forms": ("teach_together",)}),
    ),
    "no_parents": (
        of(*[INSIDE] * 4, {"setting": "pupil_and_family", "kind": "pupil"}),
        of(*[INSIDE] * 4, {"setting": "pupil_and_family", "kind": "parents"}),
    ),
    "pupil_part": (
        of({"kind": "pupil"}, *[{"forms": ("consult_pupil",)}] * 2),
        of({"kind": "pupil", "takes_part": "asked"}, *[{"forms": ("consult_pupil",)}] * 2),
    ),
    "pupil_part, of two partners on": (
        of({"kind": "pupil", "takes_part": "not_yet"}, *[{"forms": ("consult_pupil",)}] * 2),
        of({"kind": "pupil"}, {"forms": ("consult_pupil",)}),
    ),
    "time_from_leadership": (
        of({"hurdles": ("no_briefing",)}, {"kind": "leadership", "leadership_does": ("knows",)}),
        of({"hurdles": ("no_briefing",)}, {"kind": "leadership"}),
    ),
    "time_from_leadership, unless it gives time": (
        of({"hurdles": ("no_briefing",)}, {"kind": "leadership", "leadership_does": ("knows",)}),
        of(
            {"hurdles": ("no_briefing",)},
            {"kind": "leadership", "leadership_does": ("gives_time",)},
        ),
    ),
    "expertise_unused": (
        of({"their_craft": ("home",), "forms": ("inform",)}),
        of({"their_craft": ("home",), "forms": ("inform", "consult_pupil")}),
    ),
    "expertise_unused, where it is described": (
        of({"their_expertise": "Rouw", "forms": ("inform",)}),
        of({"their_expertise": " ", "forms": ("inform",)}),
    ),
    "expertise_unused, of whom it is said what is done": (
        of({"their_expertise": "Rouw", "forms": ("inform",)}),
        of({"their_expertise": "Rouw"}),
    ),
    "expertise_unused, not of a pupil": (
        of({"their_expertise": "Rouw", "forms": ("inform",)}),
        of({"their_expertise": "Rouw", "forms": ("inform",), "kind": "pupil"}),
    ),
    "no_parents, where everybody has a setting": (of(*[INSIDE] * 5), of(*[INSIDE] * 5, {})),
    "consult": (of(*[{"forms": ("inform",)}] * 5), of(*[{"forms": ("inform",)}] * 4, {})),
    "important_no_contact": (of(rated(4, 0)), of(rated(3, 0))),
    "important_no_contact, by the cut": (of(rated(3, 0), importance_cut=3), of(rated(3, 0))),
    "important_no_contact, unless no contact is wished": (
        of(rated(5, 0, wished_frequency=1)),
        of(rated(5, 0, wished_frequency=0)),
    ),
    "no_contact_yet": (of({"frequency": 0}), of({"frequency": 1})),
    "no_contact_yet, of whom it is not said as important": (of(rated(3, 0)), of(rated(4, 0))),
}


@pytest.mark.parametrize("case", TRIGGERED)
def test_a_finding_is_there_when_it_is_so_and_not_when_it_just_is_not(case: str) -> None:
    code = case.split(",")[0]
    so, just_not = TRIGGERED[case]
    assert code in codes(so)
    assert code not in codes(just_not)


def test_every_code_has_such_a_pair() -> None:
    assert {case.split(",")[0] for case in TRIGGERED} == set(ORDER)


# What is in them.


def test_the_worked_example_says_what_is_known_of_it(worked_example: Published) -> None:
    network = replace(worked_example.map.network, lines_drawn=True)
    said = {f.code: f for f in findings(worked_example.map.after({network.id: network}))}
    assert {code: said[code].people for code in said if said[code].notable} == {
        "notable_less_often": ("p4", "p7"),
        "notable_less_named": ("p2",),
        "notable_as_wished": ("p1",),
    }
    assert said["wish_more"].people == ("p4", "p7")
    assert said["wish_more"].values == {"count": 2, "known": 8, "size": 8, "contacts": 14}
    assert said["wish_less"].values["contacts"] == -80
    assert said["important_and_dissatisfied"].people == ("p7",)
    assert said["alignment"].values["concordant"] == 8
    assert said["alignment"].values["pairs"] == 19
    assert said["alignment"].values["tau_b"] == pytest.approx(-0.1277, abs=1e-4)
    outside = said["inside_outside"].values
    assert (outside["outside"], outside["inside"]) == (4, 3)
    assert outside["ei_heads_external"] == pytest.approx(1 / 7)
    assert (outside["contacts_outside"], outside["contacts_inside"]) == (26, 360)
    assert said["isolates"].people == ("p8",)
    assert said["hinge_partners"].people == ("p2", "p6", "p7")
    assert (
        said["pairs_only_through_me"].values.items()
        >= {"pairs": 7, "all_pairs": 28, "share": 0.25, "components": 2, "low": None}.items()
    )
    assert said["empty_settings"].values["count"] == 2
    assert said["named_important"].people == ("p3", "p4")
    assert said["named_important"].values == {
        "count": 2,
        "known": 8,
        "size": 8,
        "often": 1,
        "less_often": 1,
    }


def test_notable_partners_are_grouped_by_kind_the_largest_gap_first() -> None:
    whole = of(
        rated(5, 2, kind="parents"),
        rated(2, 6, kind="leadership"),
        rated(5, 1, kind="parents"),
        rated(1, 5, kind="own words"),
        rated(4, 4),
        rated(3, 3),
    )
    groups = [(f.code, f.values["kind"], f.people) for f in findings(whole) if f.notable]
    assert groups == [
        ("notable_less_often", "parents", ("c", "a")),
        ("notable_less_named", "leadership", ("b",)),
        ("notable_less_named", "own words", ("d",)),
    ]
    (parents,) = found(whole, "notable_less_often")
    assert parents.values["importance"] == 5  # of both
    assert parents.values["frequency"] is None  # they differ
    assert parents.values["gap"] == pytest.approx(10 / 12 - 1 / 12)


def test_partners_without_a_kind_are_one_group() -> None:
    assert [f.people for f in found(of(LESS_OFTEN, LESS_OFTEN, *MIDDLE), "notable_less_often")] == [
        ("a", "b")
    ]


def test_with_few_rated_the_quadrant_decides_and_there_is_no_gap() -> None:
    (finding,) = found(of(LESS_OFTEN), "notable_less_often")
    assert (finding.people, finding.values["gap"], finding.values["rated"]) == (("a",), None, 1)


def test_a_wish_outranks_the_difference() -> None:
    whole = of(
        {**LESS_OFTEN, "wished_frequency": 1}, {**LESS_NAMED, "wished_frequency": 4}, *MIDDLE
    )
    assert codes(whole)[:5] == [
        *("notable_less_named", "wish_less", "notable_as_wished", "wish_same", "alignment")
    ]
    (wanted,) = found(whole, "notable_as_wished")
    assert wanted.people == ("a",)
    assert wanted.values == {"count": 1, "less_often": 1, "less_named": 0, "rated": 6}


def test_wishes_stand_by_their_steps() -> None:
    wishes = [(3, 4), (1, 5), (0, 2), (6, 2), (4, 3)]
    whole = of(*({"frequency": now, "wished_frequency": wish} for now, wish in wishes))
    said = {f.code: f.people for f in findings(whole)}
    assert (said["wish_more"], said["wish_less"]) == (("b", "c", "a"), ("d", "e"))


def test_the_least_satisfied_stand_first_then_the_most_important() -> None:
    answers = [(4, 2), (5, 2), (4, 1)]
    whole = of(*({"importance": i, "satisfaction": s} for i, s in answers))
    assert found(whole, "important_and_dissatisfied")[0].people == ("c", "b", "a")


def test_what_is_missing_is_counted_apart() -> None:
    whole = of(rated(None, None), rated(4, None), rated(None, 4), rated(4, 4), rated(None, 0))
    (missing,) = found(whole, "not_filled_in")
    assert missing.people == ("a", "b", "c")
    assert missing.values == {"count": 3, "size": 4, "no_frequency": 2, "no_importance": 2}


def test_stars_are_told_by_how_often_they_are_seen() -> None:
    seen = [4, 3, 1, None]
    whole = of(
        *({"frequency": now, "named_important": True} for now in seen), {"named_important": False}
    )
    (starred,) = found(whole, "named_important")
    assert starred.people == ("a", "b", "c", "d")
    assert starred.values == {
        "count": 4,
        "known": 5,
        "size": 5,
        "often": 1,
        "less_often": 2,
    }


def test_focus_sets_the_whole_group_against_single_pupils() -> None:
    choices = ["pupil", "pupil", "group", "both", "organisation", None]
    (focus,) = found(of(*({"focus": choice} for choice in choices)), "focus")
    assert focus.people == ("c", "d")
    assert focus.values == {
        "count": 2,
        "known": 5,
        "size": 6,
        "pupil": 2,
        "group": 1,
        "both": 1,
        "organisation": 1,
    }


def test_forms_set_doing_together_against_consulting() -> None:
    ticked = [
        ("consult_pupil", "act_together"),
        ("consult_other",),
        ("teach_together",),
        ("inform",),
        ("outside_class",),
        (),
    ]
    whole = of(*({"forms": forms, "setting": "community"} for forms in ticked))
    assert found(whole, "do_together")[0].people == ("a", "c")
    assert found(whole, "consult")[0].people == ("a", "b")
    assert found(whole, "consult")[0].values == {"count": 2, "known": 5, "size": 6}


def test_samen_doen_is_with_partners_from_outside_and_the_team_is_counted_apart() -> None:
    """The example called a pupil and the job-share colleague *samen-DOEN*."""
    both = {"forms": ("teach_together",)}
    pupil = {"setting": "pupil_and_family", "kind": "pupil", **both}
    colleague = {"setting": "in_school", **both}
    museum = {"setting": "community", **both}
    whole = of(pupil, colleague, museum, FAR, FAR, {"forms": ("inform",)})
    (doing,), (team,) = found(whole, "do_together"), found(whole, "together_in_team")
    assert (doing.people, team.people) == (("c",), ("b",))
    assert doing.values == {"count": 1, "known": 3, "size": 3}
    assert "Doing it together" in doing.sentence
    assert "2 other partners" in doing.sentence


def test_samen_doen_is_among_the_first_eight() -> None:
    assert [claim.code for claim in CLAIMS].index("do_together") < 8


def test_hinges_and_pairs_are_figures_and_no_sentence(worked_example: Published) -> None:
    network = replace(worked_example.map.network, lines_drawn=True)
    whole = worked_example.map.after({network.id: network})
    apart = {"hinge_partners", "pairs_only_through_me"}
    assert apart <= set(codes(whole))
    assert apart.isdisjoint(finding.code for finding in told(study(whole)))


def test_empty_settings_carry_the_number_in_every_setting() -> None:
    (finding,) = found(of(*[INSIDE] * 5, OUTSIDE), "empty_settings")
    counts = {setting: finding.values[setting] for setting in SETTINGS}
    assert counts == dict.fromkeys(SETTINGS, 0) | {"in_school": 5, "community": 1}
    assert (finding.values["count"], finding.values["unknown"]) == (4, 0)


@pytest.mark.parametrize("other", [{}, {"frequency": 0}])
def test_nobody_is_said_to_be_from_a_setting_while_somebody_has_none(other: dict[Any, Any]) -> None:
    assert not found(of(*[INSIDE] * 5, OUTSIDE, other), "empty_settings")


# What a finding stands on.


@pytest.mark.parametrize(
    ("code", "whole", "base"),
    [
        ("no_notable_differences", of(*[rated(4, 4)] * 3, {}, {}), ("rated", 3, 5, 0)),
        ("all_equally_important", of(*[rated(5, n) for n in range(1, 6)], {}), ("rated", 5, 6, 0)),
        ("all_equally_often", of(*[rated(n, 4) for n in range(1, 6)], {}), ("rated", 5, 6, 0)),
        ("alignment", of(*[rated(n, n) for n in range(1, 6)], rated(1, 0)), ("rated", 5, 5, 1)),
        (
            "everybody_tied",
            of({}, {}, {}, {}, {"frequency": 0}, ties="ab ac ad bc bd cd", lines=True),
            ("lines", 6, 6, 1),
        ),
        ("isolates", of({}, {}, {}, {}, ties="ab", unknown="bc", lines=True), ("lines", 5, 6, 0)),
        (
            "pairs_only_through_me",
            of({}, {}, {}, {}, {"frequency": 0}, ties="ab ce", lines=True),
            ("lines", 6, 6, 1),
        ),
        ("hinge_partners", of({}, {}, {}, {}, ties="ab bc", lines=True), ("lines", 6, 6, 0)),
        ("focus", of(*[{"focus": "pupil"}] * 5, {}), ("told", 5, 6, 0)),
        ("do_together", of(*[FAR] * 5, {"setting": "community"}), ("told", 5, 6, 0)),
        (
            "named_important",
            of({"named_important": True}, *[{"named_important": False}] * 4, {}),
            ("told", 5, 6, 0),
        ),
    ],
)
def test_who_speaks_of_everybody_says_on_whom_it_stands(
    code: str, whole: Map, base: tuple[Any, ...]
) -> None:
    (finding,) = found(whole, code)
    assert tuple(sure(finding.base)) == base
    assert sure(finding.base).is_everybody == (base[1] == base[2] and not base[3])


@pytest.mark.parametrize(
    ("code", "enough", "short"),
    [
        (
            "no_notable_differences",
            of(*[rated(4, 4)] * 3, *[{}] * 3),
            of(*[rated(4, 4)] * 3, *[{}] * 4),
        ),
        (
            "all_equally_important",
            of(*[rated(5, 4)] * 5, *[{}] * 5),
            of(*[rated(5, 4)] * 5, *[{}] * 6),
        ),
        (
            "all_equally_often",
            of(*[rated(5, 4)] * 5, *[{}] * 5),
            of(*[rated(5, 4)] * 5, *[{}] * 6),
        ),
        (
            "focus",
            of(*[{"focus": "pupil"}] * 5, *[{}] * 5),
            of(*[{"focus": "pupil"}] * 5, *[{}] * 6),
        ),
        (
            "do_together",
            of(*[FAR] * 5, *[{"setting": "community"}] * 5),
            of(*[FAR] * 5, *[{"setting": "community"}] * 6),
        ),
        (
            "pairs_only_through_me",
            of({}, {}, {}, {}, ties="ab", unknown="bc bd cd", lines=True),
            of({}, {}, {}, {}, ties="ab", unknown="ac bc bd cd", lines=True),
        ),
    ],
)
def test_of_everybody_nothing_is_said_where_less_than_half_is_known(
    code: str, enough: Map, short: Map
) -> None:
    assert code in codes(enough)
    assert code not in codes(short)


def test_who_has_a_line_to_somebody_wished_is_not_said_to_have_none() -> None:
    people: tuple[dict[str, int], ...] = ({}, {}, {}, {}, {"frequency": 0})
    (finding,) = found(of(*people, ties="bc ae", lines=True), "isolates")
    assert finding.people == ("d",)
    assert finding.values["count"] == 1
    assert not found(of(*people, ties="bc cd ae", lines=True), "isolates")


def test_inside_and_outside_speak_of_the_same_partners_in_number_and_in_contact() -> None:
    inside = [{"setting": "in_school", "frequency": 6}] * 2
    outside = [{"setting": "community", "frequency": 1}] * 4
    without: list[dict[str, Any]] = [{"setting": "community"}, {"frequency": 6}]
    (finding,) = found(of(*inside, *outside, *without), "inside_outside")
    assert (finding.values["inside"], finding.values["outside"]) == (2, 4)
    assert (finding.values["contacts_inside"], finding.values["contacts_outside"]) == (400, 4)
    assert tuple(sure(finding.base)) == ("placed", 6, 8, 0)


def test_a_pupil_who_is_there_every_day_is_not_contact_outside_the_school() -> None:
    """One pupil made 200 of the 308 contacts *outside the school* of the example."""
    inside = [{"setting": "in_school", "frequency": 6}] * 2
    outside = [{"setting": "community", "frequency": 1}] * 4
    family = [{"setting": "pupil_and_family", "frequency": 6, "kind": "pupil"}] * 3
    (with_pupils,) = found(of(*inside, *outside, *family), "inside_outside")
    (without,) = found(of(*inside, *outside), "inside_outside")
    assert (with_pupils.people, with_pupils.values) == (without.people, without.values)
    assert with_pupils.base == without.base
    assert "upil and family" in with_pupils.sentence


# Ties the owner does not know of.


def limits(whole: Map, code: str) -> tuple[Any, ...]:
    (finding,) = found(whole, code)
    return finding.values["low"], finding.values["high"]


def test_unknown_ties_give_bounds() -> None:
    whole = of({}, {}, {}, {}, ties="ab", unknown="bc", lines=True)
    assert found(whole, "isolates")[0].people == ("c", "d")
    assert limits(whole, "isolates") == (1, 2)
    assert limits(whole, "pairs_only_through_me") == (3, 5)


def test_unknown_ties_that_change_nothing_give_none() -> None:
    whole = of({}, {}, {}, {}, ties="ab bc", unknown="ac", lines=True)
    assert limits(whole, "isolates") == (None, None)
    assert limits(whole, "pairs_only_through_me") == (None, None)
    assert limits(whole, "hinge_partners") == (0, 1)


@settings(deadline=None, max_examples=few(30))
@given(st.data())
def test_bounds_hold_whatever_the_unknown_ties_are(data: DataObject) -> None:
    size = data.draw(st.integers(4, 6))
    pairs = ["".join(pair) for pair in combinations("abcdef"[:size], 2)]
    states = data.draw(st.lists(st.sampled_from("yn?"), min_size=len(pairs), max_size=len(pairs)))
    ties = [pair for pair, state in zip(pairs, states, strict=True) if state == "y"]
    unknown = [pair for pair, state in zip(pairs, states, strict=True) if state == "?"][:5]
    really = [pair for pair in unknown if data.draw(st.booleans())]
    partners: list[dict[str, Any]] = [{}] * size
    before = of(*partners, ties=" ".join(ties), unknown=" ".join(unknown), lines=True)
    after = of(*partners, ties=" ".join(ties + really), lines=True)
    for code, name in (
        ("isolates", "count"),
        ("pairs_only_through_me", "pairs"),
        ("hinge_partners", "count"),
    ):
        for finding in found(before, code):
            low = high = said = as_a(int, finding.values[name])
            if finding.values["low"] is not None:
                low, high = (as_a(int, finding.values[end]) for end in ("low", "high"))
            now = found(after, code)
            value = as_a(int, now[0].values[name]) if now else 0
            assert low <= said <= high
            assert low <= value <= high, code


# What the owner says.


def test_a_dismissed_partner_is_notable_no_longer_and_can_still_be_found() -> None:
    two = (rated(5, 1, kind="parents"), rated(5, 1, kind="parents"), *MIDDLE)
    before, *_ = [f for f in findings(of(*two)) if f.notable]
    assert before.people == ("a", "b")
    said = findings(of(*two, says=[("notable_less_often", "a", False)]))
    assert [f.people for f in said if f.notable] == [("b",)]
    last = said[-1]
    assert (last.code, last.people) == ("notable_less_often", ("a",))
    assert (last.notable, last.verdict) == (False, False)
    assert last.values["kind"] == "parents"


def test_where_all_are_dismissed_there_are_no_notable_differences() -> None:
    whole = of(LESS_OFTEN, *MIDDLE, says=[("notable_less_often", "a", False)])
    assert "no_notable_differences" in codes(whole)
    assert codes(whole)[-1] == "notable_less_often"


def test_a_dismissal_holds_whatever_the_wish_and_not_in_the_other_quadrant() -> None:
    says = [("notable_less_often", "a", False)]
    wanted = of({**LESS_OFTEN, "wished_frequency": 1}, *MIDDLE, says=says)
    assert "notable_as_wished" not in codes(wanted)
    other = of(LESS_NAMED, *MIDDLE, says=says)
    assert [f.people for f in findings(other) if f.notable] == [("a",)]


def test_a_dismissed_finding_comes_last_and_says_so() -> None:
    partners = ({"frequency": 1, "wished_frequency": 2, "importance": 4},)
    assert codes(of(*partners))[:2] == ["notable_less_often", "wish_more"]
    said = findings(of(*partners, says=[("wish_more", None, False)]))
    assert (said[-1].code, said[-1].verdict) == ("wish_more", False)
    assert [f.code for f in said if f.verdict is False] == ["wish_more"]


def test_a_dismissed_as_wished_is_not_notable() -> None:
    wanted = {**LESS_OFTEN, "wished_frequency": 1}
    said = findings(of(wanted, *MIDDLE, says=[("notable_as_wished", None, False)]))
    assert (said[-1].code, said[-1].notable) == ("notable_as_wished", False)
    assert "no_notable_differences" in [f.code for f in said]


def test_agreeing_changes_nothing_but_the_verdict() -> None:
    two = (LESS_OFTEN, LESS_OFTEN, *MIDDLE)
    one = [("notable_less_often", "a", True), ("alignment", None, True)]
    before, after = findings(of(*two)), findings(of(*two, says=one))
    assert [replace(f, verdict=None) for f in after] == list(before)
    assert [f.code for f in after if f.verdict] == ["alignment"]  # b was not agreed with
    both = findings(of(*two, says=[*one, ("notable_less_often", "b", True)]))
    assert [f.code for f in both if f.verdict] == ["notable_less_often", "alignment"]


def test_a_verdict_on_the_whole_holds_for_whom_nothing_else_is_said_of() -> None:
    says = [("notable_less_often", None, False), ("notable_less_often", "b", True)]
    said = findings(of(LESS_OFTEN, LESS_OFTEN, *MIDDLE, says=says))
    assert [(f.people, f.verdict) for f in said if f.code == "notable_less_often"] == [
        (("b",), True),
        (("a",), False),
    ]


# The synthetic maps.


@each("published", all_published())
def test_findings_are_those_the_published_values_imply(published: Published) -> None:
    network = replace(published.map.network, lines_drawn=True)
    said = findings(published.map.after({network.id: network}))
    by_code = {finding.code: finding for finding in said}
    values, rows = published.figures, published.rows

    def people(code: str) -> set[Any]:
        return {id_ for f in said if f.code == code for id_ in f.people}

    notable = {id_ for id_, row in rows.items() if row["notable"]}
    same = {id_ for id_ in notable if rows[id_]["wish_steps"] == 0}
    assert people("notable_as_wished") == same
    for code, quadrant in (
        ("notable_less_often", "important_less_often"),
        ("notable_less_named", "often_less_important"),
    ):
        here = {id_ for id_ in notable - same if rows[id_]["quadrant"] == quadrant}
        assert people(code) == here
        for finding in said:
            if finding.code == code:
                gaps = [abs(rows[id_]["gap"]) for id_ in finding.people]
                assert gaps == sorted(gaps, reverse=True)
    assert {id_ for f in said if f.notable for id_ in f.people} == notable
    assert ("no_notable_differences" in by_code) == (not notable)
    for quadrant in ("important_often", "important_less_often", "background"):
        assert len(people(quadrant)) == values[quadrant]
        assert people(quadrant) == {i for i, row in rows.items() if row["quadrant"] == quadrant}
    assert len(people("not_filled_in")) == values["size"] - values["valid"]
    for sign, code in ((1, "wish_more"), (-1, "wish_less"), (0, "wish_same")):
        steps = {i: row["wish_steps"] for i, row in rows.items() if row["wish_steps"] is not None}
        expected = {i for i, step in steps.items() if (step > 0) - (step < 0) == sign}
        assert people(code) & rows.keys() == expected
    important = {id_ for id_, row in rows.items() if row["important_and_dissatisfied"]}
    assert people("important_and_dissatisfied") & rows.keys() == important

    alignment = by_code["alignment"].values
    assert alignment["concordant"] == values["concordant"]
    assert alignment["pairs"] == values["concordant"] + values["discordant"]
    assert alignment["tau_b"] == pytest.approx(values["tau_b"], abs=1e-9)
    assert ("empty_settings" in by_code) == (values["settings_observed"] < 6)
    assert len(people("isolates")) == values["isolates"]
    assert len(people("hinge_partners")) == values["hinges"]
    assert ("pairs_only_through_me" in by_code) == (values["components"] > 1)
    unasked = replace(network, lines_drawn=False)
    assert STRUCTURE.isdisjoint(codes(published.map.after({unasked.id: unasked})))


# Maps at the edge.


def test_an_empty_map_says_that_nobody_is_there() -> None:
    assert [(f.code, f.values) for f in findings(of())] == [("no_partners", {"wished": 0})]


def test_a_map_of_wished_partners_says_so_and_what_is_wished() -> None:
    whole = of(*[rated(5, 0, wished_frequency=3, satisfaction=1, **INSIDE)] * 7, lines=True)
    assert codes(whole) == ["important_no_contact", "wish_more", "no_partners"]


def test_the_message_of_the_research_comes_first_and_its_kinds_before_others() -> None:
    often = ({**rated(1, 6), "kind": kind} for kind in ("teaching_assistant", "leadership"))
    seldom = ({**rated(5, 1), "kind": kind} for kind in ("library", None, "parents"))
    stand_out = [f for f in findings(of(*often, *seldom)) if f.notable]
    assert [(f.code, f.values["kind"]) for f in stand_out] == [
        ("notable_less_often", "parents"),
        ("notable_less_often", "library"),
        ("notable_less_often", None),
        ("notable_less_named", "leadership"),
        ("notable_less_named", "teaching_assistant"),
    ]


def test_who_is_important_without_contact_comes_right_after_who_stands_out() -> None:
    whole = of(rated(4, 0), rated(5, 0), rated(2, 0), LESS_OFTEN, *MIDDLE)
    assert codes(whole)[:2] == ["notable_less_often", "important_no_contact"]
    (first,) = found(whole, "important_no_contact")
    assert first.people == ("b", "a")
    assert first.values == {"count": 2, "importance": None}
    assert found(whole, "no_contact_yet")[0].people == ("c",)
    assert found(of(rated(5, 0)), "important_no_contact")[0].values["importance"] == 5


def test_one_partner_has_a_quadrant_and_little_else() -> None:
    assert codes(of(rated(5, 5))) == ["no_notable_differences", "few_rated", "important_often"]
    assert codes(of({})) == ["few_rated", "not_filled_in"]


def test_a_star_says_that_nobody_knows_another_once() -> None:
    whole = of(*[rated(4, 4)] * 6, lines=True)
    assert STRUCTURE & set(codes(whole)) == {"isolates"}
    assert found(whole, "isolates")[0].people == tuple("abcdef")


def test_everybody_equal_has_no_order_and_no_difference() -> None:
    assert codes(of(*[rated(5, 1)] * 6)) == [
        *("no_notable_differences", "all_equally_important", "all_equally_often"),
        "important_less_often",
    ]


def test_nothing_rated_says_what_is_missing() -> None:
    whole = of(*[{}] * 8)
    assert codes(whole) == ["few_rated", "not_filled_in"]
    assert found(whole, "few_rated")[0].values == {"rated": 0, "size": 8, "fewest": 5}


def test_half_rated_says_both_what_is_seen_and_what_is_missing() -> None:
    whole = of(*MIDDLE, LESS_OFTEN, *[{}] * 5)
    assert codes(whole) == [
        *("notable_less_often", "not_filled_in", "alignment", "important_less_often"),
        *("important_often", "background"),
    ]


def test_sixty_partners_say_no_more_than_a_screen_can_hold() -> None:
    chance = Random(3)
    kinds = list(vocabulary().kinds)
    whole = draw(
        [
            {
                "id": f"p{number}",
                "kind": kinds[number % len(kinds)],
                "setting": vocabulary().kinds[kinds[number % len(kinds)]].setting,
                "frequency": chance.randint(1, 6),
                "importance": chance.randint(1, 5),
            }
            for number in range(60)
        ]
    )
    said = findings(whole)
    groups = [finding for finding in said if finding.notable]
    people = [id_ for finding in groups for id_ in finding.people]
    assert len(people) == len(set(people)) > 10
    assert len(said) - len(groups) <= len(ORDER)


# Any map.


some = settings(max_examples=few(40), deadline=None, suppress_health_check=[HealthCheck.too_slow])
FIVE = st.none() | st.integers(1, 5)
CHOICES = vocabulary().choices


@st.composite
def drawn(draw: st.DrawFn) -> Map:
    partners = [
        Partner(
            id=f"p{number}",
            name="Somebody",
            kind=draw(st.sampled_from([None, "parents", "own words"])),
            setting=draw(st.none() | st.sampled_from(SETTINGS)),
            frequency=draw(st.none() | st.integers(0, 6)),
            wished_frequency=draw(st.none() | st.integers(0, 6)),
            importance=draw(FIVE),
            satisfaction=draw(FIVE),
            named_important=draw(st.booleans()),
            focus=draw(st.none() | st.sampled_from(list(CHOICES["focus"]))),
            forms=tuple(draw(st.sets(st.sampled_from(sorted(CHOICES["forms"])), max_size=2))),
        )
        for number in range(draw(st.integers(0, 9)))
    ]
    states = st.sampled_from([None, "yes", "yes", "unknown"])
    ties = [
        Tie(id=f"{a.id}-{b.id}", a=a.id, b=b.id, state=state)
        for a, b in combinations(partners, 2)
        if (state := draw(states)) is not None
    ]
    network = Network(
        id="network",
        series="series",
        lines_drawn=draw(st.booleans()),
        importance_cut=draw(st.integers(1, 5)),
        frequency_cut=draw(st.integers(1, 6)),
    )
    whom = st.none() | st.sampled_from([p.id for p in partners]) if partners else st.none()
    said = draw(st.lists(st.tuples(st.sampled_from(ORDER), whom, st.booleans()), max_size=6))
    verdicts = [
        Verdict(id=f"v{at}", finding=code, partner=partner, agrees=agrees)
        for at, (code, partner, agrees) in enumerate(said)
    ]
    return Map.of([network, *partners, *ties, *verdicts])


@some
@given(drawn())
def test_of_any_map_something_true_is_said(whole: Map) -> None:
    said = findings(whole)
    assert said
    wished = {partner.id for partner in whole.partners if partner.frequency == 0}
    known = {partner.id for partner in whole.partners}
    for finding in said:
        assert finding.code in ORDER
        assert set(finding.people) <= known
        assert len(set(finding.people)) == len(finding.people)
        if not finding.code.startswith("wish_") and finding.code not in WITHOUT_CONTACT:
            assert wished.isdisjoint(finding.people)
        for value in finding.values.values():
            assert value is None or isinstance(value, str) or isfinite(value)
        if "count" in finding.values and finding.code != "empty_settings":
            assert finding.values["count"] == len(finding.people)
        assert not finding.notable or finding.code in NOTABLE
    once = [f.code for f in said if f.code not in SAID_PER_PARTNER]
    assert len(set(once)) == len(once)
    if not whole.network.lines_drawn or len(known - wished) < 4:
        assert STRUCTURE.isdisjoint(f.code for f in said)


@some
@given(drawn())
def test_the_order_is_the_same_every_time_and_the_dismissed_come_last(whole: Map) -> None:
    said = findings(whole)
    assert findings(Map(dict(whole.records))) == said
    dismissed = [finding.verdict is False for finding in said]
    assert dismissed == sorted(dismissed)
    assert not any(finding.notable for finding in said if finding.verdict is False)
    for part in (False, True):
        places = [ORDER.index(f.code) for f in said if (f.verdict is False) is part]
        assert places == sorted(places)


@some
@given(drawn())
def test_verdicts_are_respected(whole: Map) -> None:
    said = findings(whole)
    latest = {(v.finding, v.partner): v.agrees for v in whole.all_of(Verdict)}
    for finding in said:
        whole_of_it = latest.get((finding.code, None))
        if finding.code not in SAID_PER_PARTNER:
            assert finding.verdict is whole_of_it
            continue
        for partner in finding.people:
            agrees = latest.get((finding.code, partner), whole_of_it)
            assert (agrees is False) == (finding.verdict is False) == (not finding.notable)
