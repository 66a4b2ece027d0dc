"""Which questions fit a map: each with a map that leads to it and one that just does not."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from app.analysis.questions import RULES, Prompt, prompts, questions
from app.models.network import Map, Verdict
from app.models.vocabulary import vocabulary
from tests.analysis.conftest import draw
from tests.examples import few
from tests.maps import maps


def of(*partners: dict[str, Any], **network: Any) -> Map:
    named = ({"id": "abcdefghij"[at], **fields} for at, fields in enumerate(partners))
    return draw(named, **network)


def rated(importance: int, frequency: int, **more: Any) -> dict[str, Any]:
    return {"importance": importance, "frequency": frequency, **more}


MIDDLE = (rated(4, 4), rated(3, 3), rated(3, 3), rated(4, 4))
WISHES = {"wished_frequency": 5, "frequency": 2}, {"wished_frequency": 2, "frequency": 5}
FAR = {"setting": "community"}
PUPILS = [{**FAR, "focus": "pupil"}] * 4
GROUP = {**FAR, "focus": "both"}
CONSULT = [{**FAR, "forms": ("consult_pupil",)}] * 4
OTHER = {**FAR, "forms": ("inform",)}
HALF = [{"forms": ("consult_pupil",)}] * 3
FIVE = ("in_school", "pupil_and_family", "support_and_care", "municipality_and_justice")
SETTINGS = [{"setting": setting} for setting in (*FIVE, "education_network")]
KINDS = [{"kind": kind} for kind in ("leadership", "parents", "police", "doctor")]

RULED = {
    "R01": (of({}), of({"frequency": 0}), "answers", ""),
    "R02": (of(*MIDDLE, rated(5, 1)), of(*MIDDLE, rated(4, 4)), "notable_less_often", "e"),
    "R03": (of(rated(3, 4)), of(rated(4, 4)), "often_less_important", "a"),
    "R04": (
        of(rated(4, 3, kind="parents"), rated(4, 3, kind="police")),
        of(rated(4, 4, kind="coach"), rated(4, 3, kind="police")),
        "important_less_often",
        "a",
    ),
    "R05": (of(*KINDS, {"kind": "pupil"}), of(*KINDS, {"kind": "coach"}), "answers", "e"),
    "R33": (of(*KINDS, {"kind": "coach"}), of(*KINDS, {"kind": "pupil"}), "answers", ""),
    "R06": (
        of(*MIDDLE, rated(4, 4)),
        of(*MIDDLE, rated(4, 4, my_expertise="De klas")),
        "answers",
        "",
    ),
    "R07": (
        of(rated(4, 3), rated(5, 3, their_expertise="Rouw")),
        of(rated(4, 4), rated(5, 3, their_expertise="Rouw")),
        "important_less_often",
        "a",
    ),
    "R44": (
        of({"their_craft": ("home",), "forms": ("inform",)}),
        of({"their_craft": ("home",), "forms": ("source",)}),
        "expertise_unused",
        "a",
    ),
    "R08": (
        of(rated(5, 5, satisfaction=2), rated(5, 3)),
        of(rated(5, 5, satisfaction=3), rated(3, 3)),
        "important_and_dissatisfied",
        "a",
    ),
    "R09": (of({"trust": 2}), of({"trust": 3}), "answers", "a"),
    "R10": (of({"equality": 2}, {"hurdles": ("unequal",)}), of({"equality": 3}), "answers", "ab"),
    "R11": (of({"shared_language": 2}, {"heard": 1}), of({"heard": 3}), "answers", "ab"),
    "R12": (of({"shared_goal": 2}), of({"shared_goal": 3}), "answers", "a"),
    "R13": (
        of(*PUPILS[:2], {**PUPILS[0], "kind": "youth_care"}, GROUP, GROUP),
        of(*PUPILS[:2], GROUP, GROUP, {"focus": "pupil"}),
        "focus",
        "cab",
    ),
    "R14": (
        of(*CONSULT, OTHER),
        of(*CONSULT, {**FAR, "forms": ("act_together",)}),
        "consult",
        "abcd",
    ),
    "R15": (
        of(*CONSULT, OTHER | {"importance": 4}),
        of(*CONSULT, {**FAR, "forms": ("teach_together",), "importance": 4}),
        "do_together",
        "e",
    ),
    "R16": (
        of({"hurdles": ("too_short",)}, {"hurdles": ("unequal", "top_down")}),
        of({"positives": ("click",)}),
        "answers",
        "ba",
    ),
    "R17": (of({"hurdles": ("different_ways",)}), of({"hurdles": ("unequal",)}), "answers", "a"),
    "R18": (of({"satisfaction": 4}), of({"satisfaction": 3}), "answers", "a"),
    "R19": (of({"hurdles": ("time_pressure",)}), of({"hurdles": ("unequal",)}), "answers", "a"),
    "R20": (
        of(*HALF, *[OTHER] * 3),
        of(*HALF, *[OTHER] * 4),
        "consult",
        "abc",
    ),
    "R21": (
        of(rated(3, 4, kind="leadership"), rated(3, 4)),
        of(rated(4, 4, kind="leadership"), rated(3, 4)),
        "often_less_important",
        "a",
    ),
    "R22": (
        of(*SETTINGS, {"setting": "in_school"}),
        of(*SETTINGS, {"setting": "community"}),
        "empty_settings",
        "",
    ),
    "R23": (
        of({"energy": "gives"}, {"energy": "costs"}),
        of({"energy": "neutral"}),
        "answers",
        "ba",
    ),
    "R24": (of(*MIDDLE, rated(4, 4)), of(*MIDDLE), "answers", ""),
    "R25": (of({}, confidence=1), of({}), "answers", ""),
    "R26": (
        of({"task_role_agreed": "partly"}, {"task_role_agreed": "no"}),
        of({"task_role_agreed": "yes"}),
        "answers",
        "ba",
    ),
    "R27": (of(*WISHES), of(WISHES[0]), "wish_more", "ab"),
    "R34": (of({"kind": "parents", "frequency": 3}), of({"kind": "parents"}), "answers", "a"),
    "R35": (
        of({"heard": 5, "they_heard": 3}, {"they_heard": 2}),
        of({"heard": 4, "they_heard": 3}, {"heard": 5}),
        "answers",
        "ab",
    ),
    "R36": (
        of({"speaking_up": 2}, {"power_words": ("lecturing",)}),
        of({"speaking_up": 3, "my_power_words": ("lecturing",)}),
        "answers",
        "ab",
    ),
    "R37": (of({"uncertainty": 1}), of({"uncertainty": 3}), "answers", "a"),
    "R38": (
        of({"kind": "leadership", "frequency": 4}),
        of({"kind": "leadership", "frequency": 3}, {"kind": "coach", "frequency": 4}),
        "answers",
        "a",
    ),
    "R39": (
        of({**FAR, "forms": ("teach_together",)}),
        of({"setting": "in_school", "forms": ("teach_together",)}),
        "answers",
        "a",
    ),
    "R40": (
        of({**FAR, "positives": ("feedback",)}),
        of({"setting": "pupil_and_family", "positives": ("feedback",)}),
        "answers",
        "a",
    ),
    "R41": (
        of({**FAR, "focus": "pupil"}, {**FAR, "focus": "pupil", "kind": "youth_care"}),
        of({**FAR, "focus": "group"}),
        "answers",
        "ba",
    ),
    "R42": (
        of({"my_craft": ("group",)}),
        of({"my_craft": ("group",), "limits": "Rouw"}),
        "answers",
        "a",
    ),
    "R43": (
        of({"satisfaction": 2}),
        of({"satisfaction": 2, "my_expectation": "Tijd", "their_expectation": "Rust"}),
        "answers",
        "a",
    ),
}


def fitting(whole: Map) -> dict[Any, Prompt]:
    return {prompt.question: prompt for prompt in prompts(whole) if prompt.fits}


def test_there_is_a_rule_for_every_question_that_is_not_for_an_exchange() -> None:
    assert sorted(RULES) == [f"R{n:02}" for n in (*range(1, 28), *range(33, 45))]
    assert RULES.keys() == RULED.keys()
    assert {question.id for question in questions()} == RULES.keys()


@pytest.mark.parametrize("question", RULED)
def test_a_question_comes_up_by_its_rule_and_just_not_without(question: str) -> None:
    triggers, just_not, because, people = RULED[question]
    prompt = fitting(triggers)[question]
    assert (prompt.because, "".join(prompt.people)) == (because, people)
    assert question not in fitting(just_not)


@pytest.mark.parametrize("question", ["R08", "R09"])
def test_control_and_trust_are_asked_where_somebody_important_is_seen_less_often(
    question: str,
) -> None:
    assert fitting(of(rated(4, 3)))[question].because == "important_less_often"
    assert question not in fitting(of(rated(4, 4)))


def test_leadership_is_asked_about_where_something_came_from_above() -> None:
    whole = of({"hurdles": ("top_down",)}, {"kind": "leadership"})
    assert fitting(whole)["R21"].people == ("b",)


def test_nobody_asks_how_contact_with_leadership_could_be_less() -> None:
    """That leadership is seen weekly and seldom named is a pattern, and no advice."""
    whole = of(*MIDDLE, rated(5, 1), rated(1, 6, kind="leadership"))
    found = fitting(whole)
    assert found["R38"].people == ("f",)
    assert "f" not in found["R03"].people if "R03" in found else True
    assert "R27" not in found


def test_own_practice_is_asked_about_until_there_is_somebody_to_talk_about_it_with() -> None:
    with_one = of(*HALF, *[OTHER] * 2, {**FAR, "forms": ("consult_practice",)})
    assert "R20" in fitting(of(*HALF, *[OTHER] * 3))
    assert "R20" not in fitting(with_one)


def test_time_is_asked_about_where_somebody_important_does_not_satisfy() -> None:
    assert fitting(of(rated(5, 5, satisfaction=1)))["R19"].people == ("a",)


def test_balance_is_asked_about_where_differences_go_both_ways() -> None:
    both = of(*MIDDLE, rated(5, 1), rated(1, 6))
    assert fitting(both)["R27"].because == "notable_less_often"
    assert "R27" not in fitting(of(*MIDDLE, rated(5, 1)))


def test_what_the_owner_says_is_not_so_leads_to_nothing() -> None:
    whole = of(rated(4, 3, kind="parents"))
    says = Verdict(id="v", finding="important_less_often", agrees=False)
    assert "R04" in fitting(whole)
    assert "R04" not in fitting(whole.after({"v": says}))


@pytest.mark.parametrize("frequency", [2, 4, 6])
def test_parents_are_asked_about_however_often_they_are_seen(frequency: int) -> None:
    found = fitting(of(rated(5, frequency, kind="parents"), rated(3, 3)))
    assert found["R04"].people == ("a",)


def test_parents_are_asked_about_when_they_are_not_there() -> None:
    school = [{"setting": "in_school"}] * 5
    assert fitting(of(*school))["R04"].because == "no_parents"
    assert "R04" not in fitting(of(*school, {"setting": "pupil_and_family", "kind": "family"}))


def test_on_an_empty_map_every_question_can_be_asked_and_none_fits() -> None:
    found = prompts(of())
    assert [prompt.question for prompt in found] == [one.id for one in questions()]
    assert not any(prompt.fits for prompt in found)


@settings(max_examples=few(20), deadline=None, suppress_health_check=list(HealthCheck))
@given(maps())
def test_every_question_is_there_once_the_fitting_first_and_about_people_of_the_map(
    whole: Map,
) -> None:
    found = prompts(whole)
    assert sorted(prompt.question for prompt in found) == sorted(RULES)
    assert [p.fits for p in found] == sorted((p.fits for p in found), reverse=True)
    assert all(prompt.question in vocabulary().questions for prompt in found)
    assert all(whole.partner(key) for prompt in found for key in prompt.people)
