"""Every measure equals the values computed elsewhere (R with igraph and sna, and networkx).

The maps are the worked example, stars and cliques of up to twelve partners, and sixty synthetic
maps. The values are kept to twelve decimals.
"""

from collections.abc import Callable
from typing import Any

import pytest

from app.analysis.composition import composition
from app.analysis.figures import figures
from app.analysis.gaps import gaps
from app.analysis.measures import all_measures
from app.models.vocabulary import vocabulary
from tests.analysis.conftest import Published, all_published, closed_forms
from tests.analysis.told import brokerage, cohesion, positions
from tests.each import each

_COUNTED_OTHERWISE = {"wish_more", "wish_less", "wish_same"}
"""The published wishes are those of the partners who can be placed: see the next test."""


_NOT_PUBLISHED = {
    **dict.fromkeys(_COUNTED_OTHERWISE, "of the partners who can be placed: the next test"),
    "hinge_partners": "published as `hinges`, their number",
    "pairs_only_through_me": "of the worked example alone: a test below",
    "external_share": "follows from `ei_heads`, which is: (1 + E-I)/2",
    **dict.fromkeys(
        ("outside_share", "ei_heads_external", "ei_contact_external"),
        "`ei_heads` and `ei_contact`, which are, of some: by hand in test_composition",
    ),
    "effective_contacts": "follows from `hhi`, which is: 1 over it",
    **dict.fromkeys(
        ("weekly_share", "named_share", "mean_forms", "share_several_forms"),
        "shares and a mean of what is ticked: by hand in test_composition",
    ),
    **{
        f"setting_{setting}": "the counts of which `iqv` and `entropy`, which are, are reckoned"
        for setting in (*vocabulary().settings, "none")
    },
}
"""The measures without a value computed elsewhere, and why."""


@each("published", all_published())
def test_figures_are_the_published_ones(
    published: Published, differing: Callable[..., Any]
) -> None:
    found = figures(published.map)
    found["hinges"] = len(found["hinge_partners"])
    found.update(found["quadrants"])
    found["notable"] = sum(row["notable"] for row in found["partners"])
    known = published.figures.keys() & found.keys() - _COUNTED_OTHERWISE
    expected = {name: published.figures[name] for name in known}
    assert len(expected) == 37
    assert all_measures().keys() - expected.keys() == _NOT_PUBLISHED.keys()
    assert differing(found, expected) == {}


@each("published", all_published())
def test_figures_beside_the_printed_ones_are_the_published_ones(
    published: Published, differing: Callable[..., Any]
) -> None:
    who = composition(published.map)
    between = brokerage(published.map)
    expected = published.figures
    # The published wishes are those of the partners who can be placed.
    steps = [row.wish_steps for row in gaps(published.map).rows if row.gap is not None]
    found = {
        "entropy": who.entropy,
        "with_setting": who.with_setting,
        "settings_observed": 6 - len(who.empty_settings),
        "contacts": who.contacts,
        "open_pairs": between.open_pairs,
        "wish_more": sum(step is not None and step > 0 for step in steps),
        "wish_less": sum(step is not None and step < 0 for step in steps),
        "wish_same": steps.count(0),
        "wish_missing": steps.count(None),
    }
    assert differing(found, {name: expected[name] for name in found}) == {}


@each("published", all_published())
def test_what_follows_from_a_published_value_follows_from_it(published: Published) -> None:
    found = figures(published.map)
    if found["ei_heads"] is not None:
        assert found["external_share"] == pytest.approx((1 + found["ei_heads"]) / 2, abs=1e-12)
    if found["hhi"] is not None:
        assert found["effective_contacts"] == pytest.approx(1 / found["hhi"], abs=1e-9)


@each("published", all_published())
def test_partners_in_the_gap_are_as_published(
    published: Published, differing: Callable[..., Any]
) -> None:
    found = {row["id"]: row for row in figures(published.map)["partners"]}
    for id_, expected in published.rows.items():
        assert differing(found[id_], expected) == {}, id_
    for id_ in found.keys() - published.rows.keys():
        assert found[id_]["quadrant"] == "not_filled_in"
        assert found[id_]["gap"] is None


def test_positions_in_the_worked_example_are_the_published_ones(
    worked_example: Published, differing: Callable[..., Any]
) -> None:
    here = {"degree", "betweenness", "component", "hinge", "local_constraint"}
    found = {place.partner.id: place for place in positions(worked_example.map)}
    assert found.keys() == worked_example.positions.keys()
    for id_, expected in worked_example.positions.items():
        published = {name: value for name, value in expected.items() if name in here}
        assert len(published) >= 3
        assert differing(vars(found[id_]), published) == {}, id_


def test_hinges_of_the_worked_example_are_named(worked_example: Published) -> None:
    assert figures(worked_example.map)["hinge_partners"] == ["p2", "p6", "p7"]


def test_worked_example_has_seven_pairs_that_only_the_teacher_joins(
    worked_example: Published,
) -> None:
    together = cohesion(worked_example.map)
    assert together.pairs_only_through_me == 7
    assert together.pairs == 28


@each("closed_form", closed_forms())
def test_closed_forms_of_stars_and_cliques(
    closed_form: dict[Any, Any], shape: Callable[..., Any], differing: Callable[..., Any]
) -> None:
    found = figures(shape(closed_form["size"], all_tied=closed_form["shape"] == "clique"))
    expected = {name: value for name, value in closed_form.items() if name != "shape"}
    assert differing(found, expected) == {}
