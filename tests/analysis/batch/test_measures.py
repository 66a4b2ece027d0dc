"""The measures of a batch are those of one map at a time, on maps of every sort."""

import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy import ndarray

from app.analysis.batch.arrays import batch, batch_of
from app.analysis.batch.measures import measured
from app.analysis.measures import all_measures, value
from app.analysis.study import Study
from app.exchange.three_columns import UnusualRow, read_columns
from app.exchange.three_files import read_three_files
from app.models.network import Map, Network, Partner, Tie, Verdict
from tests.test_every_sentence import made

MADE = 25


def one_map(seed: int) -> Map:
    """Return a map with any answer, cut, tie and dismissed finding, also of none or of many."""
    draw = random.Random(seed)
    n = draw.choice((0, 1, 2, 3, 5, 9, 18, 30, 70))
    settings = (None, "in_school", "pupil_and_family", "community", "support_and_care")
    people = [
        Partner(
            id=f"p{at}",
            name="x",
            setting=draw.choice(settings),
            frequency=draw.choice((None, 0, 1, 2, 4, 6)),
            wished_frequency=draw.choice((None, 0, 3, 6)),
            importance=draw.choice((None, 1, 3, 4, 5)),
            named_important=draw.choice((None, True, False)),
            forms=draw.choice(((), ("inform",), ("inform", "act_together"))),
        )
        for at in range(n)
    ]
    states = ("yes", "yes", "unknown", "no")
    often = draw.choice((0.0, 0.05, 0.3, 1.0))
    ties = [
        Tie(id=f"t{a}-{b}", a=f"p{a}", b=f"p{b}", state=draw.choice(states))
        for a in range(n)
        for b in range(a)
        if draw.random() < often
    ]
    said = [
        Verdict(id=f"v{at}", finding="notable_less_often", partner=f"p{at}", agrees=False)
        for at in range(0, n, 3)
    ] + ([Verdict(id="all", finding="notable_less_named", agrees=False)] if seed % 5 == 0 else [])
    about = Network(
        id="n",
        series="s",
        lines_drawn=draw.random() < 0.8,
        importance_cut=draw.choice((4, 4, 2, 5)),
        frequency_cut=draw.choice((4, 4, 3, 6)),
    )
    return Map.of([about, *people, *ties, *(said if seed % 2 else [])])


def agree(maps: list[Map], found: dict[Any, ndarray]) -> None:
    for at, whole in enumerate(maps):
        known = Study(whole)
        for name, measure in all_measures().items():
            expected, got = value(measure, known), found[name][at]
            if expected is None:
                assert np.isnan(got), (at, name)
            else:
                assert got == pytest.approx(expected, abs=1e-9), (at, name)


@pytest.mark.parametrize("part", range(4))
def test_every_measure_of_any_map_is_that_of_one_at_a_time(part: int) -> None:
    maps = [one_map(seed) for seed in range(part * MADE, (part + 1) * MADE)]
    maps += [made(seed) for seed in range(part * 10, part * 10 + 10)]
    agree(maps, measured(batch(maps)))


def test_no_maps_are_no_values() -> None:
    assert all(len(column) == 0 for column in measured(batch([])).values())


def written(tmp_path: Path, ego: str, alter: str, tie: str) -> tuple[Path, Path, Path]:
    paths = tmp_path / "e.csv", tmp_path / "a.csv", tmp_path / "t.csv"
    for path, text in zip(paths, (ego, alter, tie), strict=True):
        path.write_text(text, "utf-8")
    return paths


EGOS = "ego_id,satisfaction_overall,lines_drawn\nA,3,\nB,NA,no\nC,,\n"
TIES = "ego_id,alter_a,alter_b,state\nA,1,2,yes\nA,2,3,unknown\nC,1,3,yes\n"


def alters(separator: str, quote: str = "") -> str:
    rows = [
        ["ego_id", "alter_id", "type", "frequency", "importance", "named_important", "form"],
        ["C", "1", "parents", "4", "5", "yes", ""],
        ["A", "1", "own words", "2.0", "", "ja", "inform;act_together"],
        ["A", "2", "library", "0", "3", "0", "inform"],
        ["A", "3", "", "NA", "1", "", ""],
        ["C", "3", "leadership", "6", "2", "nee", ""],
    ]
    return "\n".join(separator.join(f"{quote}{c}{quote}" for c in row) for row in rows) + "\n"


@pytest.mark.parametrize(("separator", "quote"), [(",", ""), (",", '"'), (";", '"'), ("\t", '"')])
def test_a_survey_read_as_columns_is_the_same_survey(
    tmp_path: Path, separator: str, quote: str
) -> None:
    paths = written(tmp_path, EGOS, alters(separator, quote), TIES)
    survey = read_columns(*paths)
    maps = [one.map for one in read_three_files(*paths).converted]
    agree(maps, measured(batch_of(survey)))
    one, other = batch(maps), batch_of(survey)
    for name in ("kind", "setting", "star", "wished_frequency", "forms", "owner"):
        assert getattr(one, name).tolist() == getattr(other, name).tolist(), name
    for name, answers in one.overall.items():
        if name != "confidence":
            assert answers.tolist() == other.overall[name].tolist()


@pytest.mark.parametrize(
    ("ego", "alter", "tie", "whose"),
    [
        (EGOS, alters(",").replace("2.0", "9"), TIES, "A"),
        (EGOS, alters(",") + "A,1,library,2,2,,\n", TIES, "A"),
        (EGOS, alters(",") + "D,1,library,2,2,,\n", TIES, "D"),
        (EGOS, alters(","), TIES + "A,2,1,yes\n", "A"),
        (EGOS, alters(","), TIES + "C,1,1,yes\n", "C"),
        (EGOS, alters(","), TIES + "C,1,9,yes\n", "C"),
        (EGOS, alters(","), TIES + "A,1,9,yes\n", "A"),
        (EGOS, alters(","), TIES.replace("unknown", "perhaps"), "A"),
        (EGOS + "A,3,\n", alters(","), TIES, "A"),
        (EGOS, alters(",") + "A,4\n", TIES, ""),
        (EGOS, alters(",") + "A,4,library\nB,4,,,,,,,,,,\n", TIES, ""),
        ("ego,satisfaction_overall\nA,3\n", alters(","), TIES, ""),
    ],
)
def test_what_cannot_be_kept_is_left_to_who_says_where_it_is(
    tmp_path: Path, ego: str, alter: str, tie: str, whose: str
) -> None:
    with pytest.raises(UnusualRow) as raised:
        read_columns(*written(tmp_path, ego, alter, tie))
    assert raised.value.ego == whose
