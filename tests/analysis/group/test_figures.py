"""The figures of a group, by hand for small ones and by another way of counting for any."""

import json
import statistics
from dataclasses import replace
from typing import Any

import pytest

from app.analysis.batch.arrays import batch
from app.analysis.group.change import MEANS, SUMS, change, pairs
from app.analysis.group.figures import figures
from app.models.coded_map import OWN_WORDS, CodedMap, CodedPartner, coded
from app.models.network import Map, Network, Partner, Tie
from app.models.vocabulary import vocabulary
from tests.analysis.conftest import DATA, read_published
from tests.analysis.group.classes import later, people

P = CodedPartner


def of(*maps: CodedMap) -> dict[Any, Any]:
    return figures(batch(maps))


def test_nobody_and_empty_maps_leave_everything_undefined_and_nothing_invented() -> None:
    nothing = of()
    assert nothing["respondents"] == 0
    assert nothing["contacts"] == dict.fromkeys(
        ("mean", "sd", "median", "q1", "q3", "minimum", "maximum")
    ) | {"n": 0}
    assert nothing["weekly_share"] == {"mean_of_shares": None, "pooled": None}
    assert nothing["kinds"] == {}
    assert nothing["top_three"] == []
    empty = of(CodedMap())
    assert empty["contacts"]["mean"] == 0.0
    assert empty["contacts"]["sd"] is None
    assert empty["settings"]["community"]["have"] == 0
    assert empty["settings"]["community"]["mean_importance"] is None


def test_who_has_no_contact_yet_counts_nowhere_and_not_answered_does() -> None:
    wished = P(kind="police", setting="community", frequency=0, importance=5, named_important=True)
    silent = P(kind="parents", setting="pupil_and_family")
    found = of(CodedMap(partners=(wished, silent)))
    assert "police" not in found["kinds"]
    row = found["kinds"]["parents"]
    assert (row["have"], row["known"], row["weekly"], row["partners"]) == (1, 0, 0, 1)
    assert row["mean_frequency"] is None
    assert row["focus"]["unknown"] == 1
    assert found["contacts"]["mean"] == 1.0
    assert found["outside_school"]["mean"] == 1.0
    assert found["outside_school_without_family"]["mean"] == 0.0


def test_a_small_class_by_hand() -> None:
    care = {"kind": "youth_care", "setting": "support_and_care"}
    one = CodedMap(
        satisfaction_overall=2,
        importance_overall=4,
        partners=(
            P(
                kind="youth_care",
                setting="support_and_care",
                frequency=4,
                importance=4,
                focus="pupil",
            ),
            P(
                kind="youth_care",
                setting="support_and_care",
                frequency=1,
                importance=2,
                focus="pupil",
            ),
            P(kind="mine", setting=None, frequency=6, importance=3, named_important=True),
        ),
    )
    two = CodedMap(
        satisfaction_overall=3,
        partners=(
            P(
                kind="youth_care",
                setting="support_and_care",
                frequency=2,
                importance=5,
                focus="both",
            ),
            P(kind="library", setting="community", frequency=2, focus="organisation"),
        ),
    )
    found = of(one, two)
    care = found["kinds"]["youth_care"]
    assert care["partners"] == 3
    assert care["weekly"] == 1
    assert care["mean_frequency"] == pytest.approx((2.5 + 2) / 2, abs=1e-12)
    assert care["mean_importance"] == pytest.approx((3 + 5) / 2, abs=1e-12)
    assert care["quadrants"] == {
        "important_often": 1,
        "important_less_often": 1,
        "often_less_important": 0,
        "background": 1,
    }
    assert care["focus"] == {
        "individual": 1,
        "preventive": 0,
        "organisation": 0,
        "mixed": 1,
        "unknown": 0,
    }
    assert found["kinds"][OWN_WORDS]["starred"] == 1
    assert found["kinds"]["library"]["focus"]["organisation"] == 1
    assert found["outside_school"]["minimum"] == 2
    assert found["contacts"]["sd"] == pytest.approx(statistics.stdev([3, 2]), abs=1e-12)
    assert found["contacts"]["q1"] == 2.25
    assert found["weekly_share"] == {
        "mean_of_shares": pytest.approx((2 / 3 + 0) / 2, abs=1e-12),
        "pooled": pytest.approx(2 / 5, abs=1e-12),
    }
    assert found["satisfaction"] == {"valid": 2, "low": 1, "middle": 1, "high": 0}
    assert found["importance"] == {"valid": 1, "high": 1}
    assert found["top_three"] == [["youth_care"], ["library"]]


@pytest.mark.parametrize("seed", range(20))
def test_any_class_counted_another_way(seed: int) -> None:
    maps = people(seed, 1 + seed * 3 % 31)
    found = figures(batch(maps))
    for id_ in (*vocabulary().kinds, OWN_WORDS):
        with_it = [[p for p in one.partners if p.frequency != 0 and p.kind == id_] for one in maps]
        there = [own for own in with_it if own]
        if not there:
            assert id_ not in found["kinds"]
            continue
        row = found["kinds"][id_]
        assert row["have"] == len(there)
        assert row["known"] == sum(any(p.frequency is not None for p in own) for own in there)
        assert row["weekly"] == sum(any((p.frequency or 0) >= 4 for p in own) for own in there)
        assert row["starred"] == sum(any(p.named_important for p in own) for own in there)
        assert sum(row["focus"].values()) == len(there)
        means = [
            statistics.mean(p.importance for p in own if p.importance is not None)
            for own in there
            if any(p.importance is not None for p in own)
        ]
        expected = statistics.mean(means) if means else None
        assert row["mean_importance"] == (expected and pytest.approx(expected, abs=1e-9))


def test_changes_are_of_those_with_both_moments_and_of_partners_on_both() -> None:
    stays = P(mark="a", frequency=2, importance=5)
    begin = CodedMap(
        respondent="x",
        satisfaction_overall=2,
        confidence=3,
        partners=(stays, P(mark="b", frequency=4), P(mark="w", frequency=0)),
    )
    end = CodedMap(
        respondent="x",
        satisfaction_overall=4,
        partners=(P(mark="a", frequency=4, importance=4), P(mark="w", frequency=1)),
    )
    found = change(pairs([begin, CodedMap(respondent="y")], [CodedMap(respondent="z"), end]))
    assert found == {
        "pairs": 1,
        "kept": 1.0,
        "new": 1.0,
        "lost": 1.0,
        "jaccard": pytest.approx(1 / 3),
        "retention": 0.5,
        "turnover": pytest.approx(2 / 3),
        "frequency_up": 1,
        "frequency_down": 0,
        "importance_up": 0,
        "importance_down": 1,
        "quadrant_changes": 1,
        "confidence": {"up": 0, "same": 0, "down": 0},
        "satisfaction": {"up": 1, "same": 0, "down": 0},
    }
    assert change([])["jaccard"] is None
    both = people(3, 12)
    found = change(pairs(both, [later(one, 9000 + n) for n, one in enumerate(both[:7])]))
    assert found["pairs"] == 7


def test_thirty_teachers_changed_together_as_published_one_by_one() -> None:
    """The published file has a row a teacher; a group has their means and sums."""
    content = json.loads((DATA / "begin_to_end.json").read_text(encoding="utf-8"))
    rows = [dict(zip(content["columns"], row, strict=True)) for row in content["rows"]]
    begin, end = (
        [
            replace(coded(one.map, b"salt"), respondent=one.name.split()[1])
            for one in read_published(f"{moment}.json")
        ]
        for moment in ("begin", "end")
    )
    found = change(pairs(begin, end))
    assert found["pairs"] == len(rows) == 30
    for name in MEANS:
        assert found[name] == pytest.approx(statistics.mean(row[name] for row in rows), abs=1e-9)
    names = ("freq_up", "freq_down", "imp_up", "imp_down", "quadrant_changed")
    for name, theirs in zip(SUMS, names, strict=True):
        assert found[name] == sum(row[theirs] for row in rows), name


def test_what_is_kept_of_a_map_has_nothing_personal() -> None:
    whole = Map.of(
        [
            Network(id="netid", series="seriesid", title="Bea's map", role="SENCO", confidence=4),
            Partner(id="partnerid", name="Mehmet", kind="aunt Truus", notes="secret", x=0.1, y=0.2),
            Partner(id="other", name="Kim", kind="parents", setting="pupil_and_family"),
            Tie(id="t", a="partnerid", b="other"),
        ]
    )
    kept = coded(whole, b"salt")
    assert [p.kind for p in kept.partners] == [OWN_WORDS, "parents"]
    assert kept.confidence == 4
    written = repr(kept)
    for word in ("netid", "seriesid", "Bea", "SENCO", "partnerid", "Mehmet", "Truus", "secret"):
        assert word not in written
    assert coded(whole, b"salt") == kept
    assert coded(whole, b"pepper").respondent != kept.respondent


def test_areas_and_who_knows_whom_in_them_by_hand() -> None:
    from app.analysis.group.clustered import clustered, published_clusters

    here = [P(mark=str(n), setting="in_school", frequency=4) for n in range(3)]
    there = [P(mark="x", setting="community"), P(mark="w", setting="community", frequency=0)]
    one = CodedMap(
        lines_drawn=True,
        partners=(*here, *there),
        ties=(("community", "in_school", 1), ("in_school", "in_school", 2)),
    )
    found = clustered([one, CodedMap(partners=tuple(here))])
    assert found["sizes"]["in_school"] == {"mean": 3.0, "sd": 0.0}
    assert found["sizes"]["community"] == {"mean": 0.5, "sd": pytest.approx(0.5**0.5)}
    assert found["ties"]["in_school+in_school"] == {"mean": pytest.approx(2 / 3), "people": 1}
    assert found["ties"]["community+in_school"] == {"mean": pytest.approx(1 / 3), "people": 1}
    assert found["ties"]["community+community"]["people"] == 0
    often = {id_: {"have": 20} for id_ in vocabulary().settings}
    assert published_clusters(found, 5, often)["ties"] == {}
    assert published_clusters(clustered([one] * 5), 5, often)["ties"]["in_school+in_school"] == 0.67


def test_an_answer_that_was_asked_later_leaves_earlier_ones_as_they_were() -> None:
    from app.analysis.group.result import Moments, result

    before = people(6, 24)
    same = [*before[1:], replace(before[0], agreed=True, wall=True, withdrawal="x")]
    assert sorted(Moments(tuple(before)).contributions()[0]) == sorted(
        Moments(tuple(same)).contributions()[0]
    )
    assert b"own_expertise" not in Moments(tuple(before)).contributions()[0][0]
    asked = [replace(one, own_expertise=1 + at % 5) for at, one in enumerate(before)]
    assert b"own_expertise" in Moments(tuple(asked)).contributions()[0][0]
    shown = result(Moments(tuple(asked)), 5)["own_expertise"]
    assert figures(batch(asked))["own_expertise"]["high"] == 9
    assert shown["valid"] == 24
    assert all(not isinstance(cell, int) or cell >= 5 for cell in shown.values())
