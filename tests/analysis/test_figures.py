"""The object that is printed: its keys, and what stands in it at the edges."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from app.analysis.figures import figures
from app.analysis.measures import all_measures, measures
from app.analysis.study import study
from tests.analysis.conftest import Published, all_published
from tests.each import each

KEYS = """
    size lines_drawn ties density density_with_ego mean_degree components isolates largest_component
    pairs_only_through_me effective_size efficiency constraint hierarchy ego_betweenness
    ego_betweenness_normalised hinge_partners coordinator consultant gatekeeper liaison
    external_share ei_heads ei_contact blau iqv hhi top_share valid concordant discordant tau_b
    gamma spearman quadrants partners
"""

PARTNER_KEYS = """
    id name kind frequency importance ridit_importance ridit_frequency gap quadrant notable
    wish_steps important_and_dissatisfied degree betweenness
"""

UNDEFINED_WHERE_EMPTY = """
    density density_with_ego mean_degree pairs_only_through_me effective_size efficiency
    constraint hierarchy ego_betweenness_normalised outside_share external_share ei_heads ei_contact
    blau ei_heads_external ei_contact_external iqv hhi top_share tau_b gamma spearman
    weekly_share named_share notable wish_more wish_less wish_same entropy effective_contacts
    mean_forms share_several_forms setting_pupil_and_family setting_in_school
    setting_support_and_care setting_municipality_and_justice setting_community
    setting_education_network
"""


def test_the_object_has_its_keys_in_order_and_can_be_written(worked_example: Published) -> None:
    found = figures(worked_example.map)
    assert set(KEYS.split()) <= found.keys()
    assert found.keys() == {*all_measures(), "lines_drawn", "quadrants", "partners"}
    assert all(list(row) == PARTNER_KEYS.split() for row in found["partners"])
    assert json.loads(json.dumps(found, allow_nan=False)) == found


@each("published", all_published())
def test_every_measure_of_the_window_is_printed_with_the_same_value(published: Published) -> None:
    whole = published.map
    network = replace(whole.network, lines_drawn=True)
    whole = whole.after({network.id: network})
    found = figures(whole) | {"hinge_partners": len(study(whole).structure.hinges)}
    shown = {reading.id: reading.value for reading in measures(whole)}
    if shown["concordant"] is None:  # printed as the number it is
        del shown["concordant"]
    assert {id_: found[id_] for id_ in shown} == shown


def test_an_empty_map_has_zeros_for_counts_and_null_for_the_undefined(
    drawing: Callable[..., Any],
) -> None:
    found = figures(drawing([]))
    undefined = {name for name, value in found.items() if value is None}
    assert undefined == set(UNDEFINED_WHERE_EMPTY.split())
    assert (found["hinge_partners"], found["partners"]) == ([], [])
    assert set(found["quadrants"].values()) == {0}


STRUCTURE = """
    ties density density_with_ego mean_degree components isolates largest_component
    pairs_only_through_me effective_size efficiency constraint hierarchy ego_betweenness
    ego_betweenness_normalised hinge_partners coordinator consultant gatekeeper liaison
"""


@each("published", all_published())
def test_what_is_counted_from_lines_is_undefined_where_they_were_not_asked(
    published: Published,
) -> None:
    whole = published.map
    network = replace(whole.network, lines_drawn=False)
    asked, found = figures(whole), figures(whole.after({network.id: network}))
    assert (asked["lines_drawn"], found["lines_drawn"]) == (True, False)
    assert {name for name in found if found[name] is None and asked[name] is not None} == {
        name for name in STRUCTURE.split() if asked[name] is not None
    }
    assert all(found[name] is None for name in STRUCTURE.split())
    assert {(row["degree"], row["betweenness"]) for row in found["partners"]} == {(None, None)}
    same = {name for name in found if name not in {"lines_drawn", "partners", *STRUCTURE.split()}}
    assert {name: found[name] for name in same} == {name: asked[name] for name in same}


def test_a_wished_partner_is_listed_and_measured_nowhere(drawing: Callable[..., Any]) -> None:
    known = {"id": "a", "name": "Known", "frequency": 4, "importance": 4}
    wished = {
        "id": "w",
        "name": "Wished",
        "kind": "own words",
        "frequency": 0,
        "importance": 5,
        "wished_frequency": 3,
        "satisfaction": 1,
    }
    found = figures(drawing([wished, known], [("a", "w")]))
    assert found["partners"][0] == {
        "id": "w",
        "name": "Wished",
        "kind": "own words",
        "frequency": 0,
        "importance": 5,
        "ridit_importance": None,
        "ridit_frequency": None,
        "gap": None,
        "quadrant": None,
        "notable": False,
        "wish_steps": 3,
        "important_and_dissatisfied": False,
        "degree": None,
        "betweenness": None,
    }
    without = figures(drawing([known]))
    # A wish is what the owner says of everybody on the map: it alone counts the wished ones too.
    wishes = {name: found.pop(name) for name in ("wish_more", "wish_less", "wish_same")}
    assert wishes == {"wish_more": 1, "wish_less": 0, "wish_same": 0}
    assert {name: without.pop(name) for name in wishes} == dict.fromkeys(wishes)
    assert {**found, "partners": found["partners"][1:]} == without


def test_partners_without_answers_count_and_are_not_filled_in(drawing: Callable[..., Any]) -> None:
    found = figures(drawing([{"id": "a"}, {"id": "b"}], [("a", "b")]))
    assert (found["size"], found["density"], found["valid"]) == (2, 1, 0)
    assert found["quadrants"]["not_filled_in"] == 2
    assert found["partners"][0]["degree"] == 1
