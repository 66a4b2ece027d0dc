"""From one moment to the next: who and what comes along, who goes, who comes back."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from app.models import moments
from app.models.network import (
    Answer,
    Departure,
    Hindsight,
    Intention,
    Map,
    Network,
    Note,
    Outline,
    Partner,
    Stroke,
    Tie,
    Verdict,
)
from tests import maps
from tests.examples import few
from tests.models.editing import full_map
from tests.sure import sure

JUNE = date(2027, 6, 18)


def after(whole: Map, changes: dict[Any, Any]) -> Map:
    return whole.after(changes)


def begin() -> Map:
    return Map.of(
        [
            Network(id="begin", series="s", title="Mijn kaart", moment=date(2026, 9, 1),
                    confidence=2, lines_drawn=True, finished=True, example=True),
            Partner(id="a", name="Ouders Sam", kind="parents", setting="pupil_and_family", x=0.5,
                    y=-0.5, frequency=2, importance=5, named_important=True, trust=4,
                    forms=("inform",), goal="Samen lezen"),
            Partner(id="b", name="Ib'er", frequency=5, importance=3, wished_frequency=3),
            Partner(id="c", name="Museum", frequency=0, importance=2, wished_frequency=2),
            Tie(id="t1", a="a", b="b"),
            Tie(id="t2", a="b", b="c", state="unknown"),
            Outline(id="o", label="Team", members=("a", "b")),
            Note(id="n", text="Let op"),
            Stroke(id="s", points=(0.0, 0.5)),
            Verdict(id="v", finding="isolates", partner="a", agrees=True),
            Departure(id="d", partner="z", reason="finished"),
            Hindsight(id="h", partner="a", importance=4),
            Answer(id="q", question="R01", text="Veel"),
            Intention(id="i1", what="Bellen", partner="a"),
            Intention(id="i2", what="Gedaan", partner="b", done=True),
        ]
    )  # fmt: skip


def test_everybody_comes_along_as_who_they_are_with_their_place_and_ties() -> None:
    found = moments.continued(begin(), label="eind", moment=JUNE)
    network = found.network
    assert (network.series, network.title) == ("s", "Mijn kaart")
    assert (network.moment, network.moment_label) == (JUNE, "eind")
    assert not any((network.finished, network.example, network.lines_drawn))
    assert network.id != "begin"
    sam = found.partner("a")
    assert (sure(sam).name, sure(sam).kind, sure(sam).setting, sure(sam).x, sure(sam).y) == (
        "Ouders Sam", "parents", "pupil_and_family", 0.5, -0.5
    )  # fmt: skip
    assert (sure(sam).forms, sure(sam).goal) == (("inform",), "Samen lezen")
    assert found.ties == begin().ties
    for kind in (Outline, Note, Stroke, Departure):
        assert found.all_of(kind) == begin().all_of(kind)


def test_what_was_thought_of_that_moment_stays_there_but_for_open_intentions() -> None:
    found = moments.continued(begin(), label="", moment=None)
    assert [i.what for i in found.all_of(Intention)] == ["Bellen"]
    for kind in (Answer, Verdict, Hindsight):
        assert found.all_of(kind) == ()


def test_ratings_are_asked_anew_and_who_is_wished_stays_wished() -> None:
    found = moments.continued(begin(), label="", moment=None)
    sam, ib, museum = found.partners
    assert (sam.frequency, sam.importance, sam.named_important, sam.trust) == (
        None, None, None, None
    )  # fmt: skip
    assert (ib.frequency, ib.wished_frequency) == (None, None)
    assert (museum.frequency, museum.importance, museum.wished_frequency) == (0, None, None)
    assert found.network.confidence is None


def test_ratings_that_are_not_cleared_are_a_starting_point() -> None:
    kept = moments.continued(begin(), label="", moment=None, clear=())
    assert kept.partners == begin().partners
    assert kept.network.confidence == 2
    some = moments.continued(begin(), label="", moment=None, clear=["importance"])
    assert [(p.frequency, p.importance) for p in some.partners] == [(2, None), (5, None), (0, None)]


def test_every_rating_is_a_field_and_has_an_empty_value() -> None:
    known = {f.name for kind in (Partner, Network) for f in fields(kind)}
    assert set(moments.RATINGS) <= known


JUDGED = frozenset(
    {
        *("frequency", "importance", "named_important", "wished_frequency"),
        *("satisfaction", "energy", "own_control", "trust", "equality"),
        *("shared_language", "heard", "shared_goal", "importance_overall"),
        *("satisfaction_overall", "confidence"),
    }
)
LASTING = frozenset(
    {
        *("name", "kind", "setting", "entity", "initiative", "focus", "forms"),
        *("hurdles", "positives", "task_role_agreed", "goal", "my_expertise"),
        *("their_expertise", "notes", "my_hands", "x"),
        *("y", "angle", "title", "role", "about", "subject", "importance_cut"),
        *("frequency_cut",),
    }
)


def test_what_is_a_judgement_of_that_day_is_asked_anew_and_nothing_else() -> None:
    """Said here once more, in the words of the method: the declarations may not drift."""
    assert set(moments.RATINGS) >= JUDGED
    assert LASTING.isdisjoint(moments.RATINGS)


@settings(max_examples=few(20), deadline=None)
@given(maps.maps())
def test_any_map_can_be_continued_and_nobody_changes_who_they_are(whole: Map) -> None:
    found = moments.continued(whole, label="later", moment=JUNE)
    assert [(p.id, p.name, p.kind) for p in found.partners] == [
        (p.id, p.name, p.kind) for p in whole.partners
    ]
    assert {t.ends for t in found.ties} == {t.ends for t in whole.ties}
    again = moments.continued(found, label="nog later", moment=None)
    assert len({whole.network.id, found.network.id, again.network.id}) == 3


@pytest.mark.parametrize("reason", ["finished", "out_of_sight"])
def test_who_goes_leaves_with_all_that_is_about_them_and_why_is_kept(reason: str) -> None:
    whole = begin()
    found = after(whole, moments.departure(whole, "a", reason))
    assert [p.id for p in found.partners] == ["b", "c"]
    assert sure(moments.departure_of(found, "a")).reason == reason
    assert [t.id for t in found.ties] == ["t2"]
    assert found.all_of(Outline)[0].members == ("b",)
    assert found.all_of(Intention)[0].partner is None
    assert (found.all_of(Verdict), found.all_of(Hindsight)) == ((), ())


def test_who_is_still_wished_stays_on_the_map_without_contact() -> None:
    whole = begin()
    found = after(whole, moments.departure(whole, "a", "wished"))
    assert sure(found.partner("a")).frequency == 0
    assert sure(moments.departure_of(found, "a")).reason == "wished"
    assert found.ties == whole.ties


def test_another_reason_takes_the_place_of_the_first_and_none_takes_it_away() -> None:
    whole = begin()
    whole = after(whole, moments.departure(whole, "a", "finished"))
    whole = after(whole, moments.departure(whole, "a", "out_of_sight"))
    assert [d.reason for d in whole.all_of(Departure) if d.partner == "a"] == ["out_of_sight"]
    whole = after(whole, moments.departure(whole, "a", None))
    assert moments.departure_of(whole, "a") is None
    assert whole.partner("a") is None


def test_who_is_still_there_is_said_of_one_moment_and_asked_at_the_next() -> None:
    earlier = begin()
    whole = moments.continued(earlier, label="eind", moment=JUNE)
    whole = after(whole, moments.staying(whole, sure(earlier.partner("a")), earlier.ties))
    assert [p.id for p in whole.partners if p.still_there] == ["a"]
    for clear in ((), moments.RATINGS):
        following = moments.continued(whole, label="later", moment=None, clear=clear)
        assert not any(p.still_there for p in following.partners)
    gone = after(whole, moments.departure(whole, "a", "wished"))
    assert not sure(gone.partner("a")).still_there


@pytest.mark.parametrize("reason", ["finished", "wished"])
def test_who_went_can_come_back(reason: str) -> None:
    earlier = begin()
    whole = moments.continued(earlier, label="eind", moment=JUNE)
    before = whole
    whole = after(whole, moments.departure(whole, "a", reason))
    whole = after(whole, moments.staying(whole, sure(earlier.partner("a")), earlier.ties))
    assert whole.partner("a") == replace(sure(before.partner("a")), still_there=True)
    assert {t.ends for t in whole.ties} == {t.ends for t in before.ties}
    assert moments.departure_of(whole, "a") is None


def test_a_tie_to_somebody_who_went_as_well_does_not_come_back() -> None:
    earlier = begin()
    whole = moments.continued(earlier, label="eind", moment=JUNE)
    for gone in ("a", "b"):
        whole = after(whole, moments.departure(whole, gone, "finished"))
    whole = after(whole, moments.staying(whole, sure(earlier.partner("a")), earlier.ties))
    assert [p.id for p in whole.partners] == ["c", "a"]
    assert whole.ties == ()


def test_a_successor_stands_where_the_other_stood_and_is_somebody_new() -> None:
    earlier = begin()
    whole = moments.continued(earlier, label="eind", moment=JUNE, clear=())
    changes = moments.succession(whole, sure(whole.partner("a")), "Ouders Noor")
    whole = after(whole, changes)
    [new] = [p for p in whole.partners if p.successor_of == "a"]
    assert (new.name, new.kind, new.setting, new.x) == (
        "Ouders Noor", "parents", "pupil_and_family", 0.5
    )  # fmt: skip
    assert (new.frequency, new.importance, new.goal) == (None, None, "")
    assert whole.partner("a") is None
    assert whole.all_of(Outline)[0].members == (new.id, "b")
    assert not any(new.id in t.ends for t in whole.ties)
    back = after(whole, moments.staying(whole, sure(earlier.partner("a")), earlier.ties))
    assert back.partner("a") is not None
    assert sure(back.partner(new.id)).successor_of is None


@pytest.mark.parametrize(
    ("made", "order"),
    [
        ([2027, 2026], [2026, 2027]),
        ([None, 2026], [None, 2026]),  # an undated begin, and a dated end
        ([2026, None, 2027], [2026, None, 2027]),
        ([2027, None, 2026], [2026, 2027, None]),
        ([None, None], [None, None]),
    ],
)
def test_moments_stand_in_the_order_of_their_dates_and_else_as_they_were_made(
    made: list[Any], order: list[Any]
) -> None:
    days = [(n, year and date(year, 1, 1)) for n, year in enumerate(made)]
    found = moments.in_order(days, lambda pair: pair[1], date(2030, 1, 1))
    assert [day and day.year for _, day in found] == order


@pytest.mark.parametrize(
    ("made", "today", "order"),
    [
        ([2026, 2099, 2027], 2028, [2026, 2099, 2027]),  # made while the clock ran ahead
        ([2026, 2027], 1980, [2026, 2027]),  # the clock is behind now
        ([2027, 2026], 1980, [2027, 2026]),  # and knows of no date
        ([2027, 2026], 2028, [2026, 2027]),
    ],
)
def test_a_date_that_has_yet_to_come_says_nothing(
    made: list[Any], today: int, order: list[Any]
) -> None:
    days = [date(year, 1, 1) for year in made]
    found = moments.in_order(days, lambda day: day, date(today, 6, 1))
    assert [day.year for day in found] == order


def test_a_clock_from_before_kring_dates_no_moment() -> None:
    assert moments.day_of(date(1980, 1, 1)) is None
    assert moments.day_of(JUNE) == JUNE


def test_moments_of_one_day_stay_in_the_order_in_which_they_were_made() -> None:
    assert moments.in_order("abc", lambda _: JUNE, JUNE) == ["a", "b", "c"]


def test_the_map_of_every_record_can_be_continued() -> None:
    assert len(moments.continued(full_map(), label="", moment=None).partners) == 3
