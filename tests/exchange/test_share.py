"""What leaves in a shared file: what was selected, and no trace of anything else."""

import json
import re
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.exchange.kring_file import LISTS, from_json, to_json
from app.exchange.share import (
    BACK_UP,
    EXCHANGE,
    HAND_IN,
    PARTS,
    PRESETS,
    Selection,
    part_of,
    shared,
)
from app.models.network import (
    RECORD_TYPES,
    Map,
    Network,
    Partner,
    rules_of,
)
from app.models.rules import ALWAYS
from app.models.vocabulary import vocabulary
from tests.examples import few
from tests.maps import maps

ALWAYS_OF_A_NETWORK = {"id", "series", "theirs", "example"}
ALWAYS_OF_A_PARTNER = {"id", "name", "kind", "setting", "entity"}
PROMISED_OF_A_NETWORK = {
    "ratings": {"importance_cut", "frequency_cut"},
    "ties": {"lines_drawn"},
    "moment": {"moment", "moment_label"},
    "overall": {"importance_overall", "satisfaction_overall", "confidence"},
    "about": {"title", "ego_label", "role", "about", "subject"},
}
PROMISED_OF_A_PARTNER = {
    "ratings": {"frequency", "importance", "named_important"},
    "focus": {"focus", "forms"},
    "wishes": {"wished_frequency", "initiative"},
    "satisfaction": {"satisfaction", "energy"},
    "mechanisms": {
        "own_control",
        "trust",
        "equality",
        "shared_language",
        "heard",
        "shared_goal",
    },
    "hurdles": {"hurdles", "positives", "task_role_agreed"},
    "texts": {"goal", "my_expertise", "their_expertise", "notes"},
    "places": {"x", "y", "angle"},
}


def declared(kind: type[Network] | type[Partner]) -> dict[Any, set[Any]]:
    """Return the fields of a record by the part they are declared to go along in."""
    found: dict[Any, Any] = {}
    for name, rule in rules_of(kind).items():
        if rule.part not in ("", ALWAYS, "names"):
            found.setdefault(rule.part, set()).add(name)
    return found


OF_A_NETWORK, OF_A_PARTNER = declared(Network), declared(Partner)
LISTS_OF = {
    "ties": {"ties"},
    "drawing": {"outlines", "notes", "strokes"},
    "photo": {"photos", "grounds"},
    "texts": {"activities", "tasks"},
    "answers": {"answers", "verdicts", "evidence"},
    "intentions": {"intentions"},
}
NEVER_BUT_IN_A_BACK_UP = frozenset({"successor_of", "my_hands", "finished", "departures"}) | {
    "hindsights"
}
# What is always written, with the value it has where nothing was shared.
UNSAID = {
    f.name: f.default for kind in (Network, Partner) for f in fields(kind) if f.default is not None
}

some = settings(max_examples=few(15), deadline=None, suppress_health_check=[HealthCheck.too_slow])

NAMING = {"id", "a", "b", "partner", "responsible", "photo"}
"""Fields that hold the id of a record."""
MARK = re.compile(r"⟦[^⟧]*⟧")
selections = st.sets(st.sampled_from(tuple(PARTS))).map(
    lambda parts: Selection(parts=frozenset(parts))
)


def is_free(kind: Any, field: str) -> bool:
    """Tell whether an owner can write whatever they like in a field."""
    rule = rules_of(kind)[field]
    return rule.stored_as == "text" and rule.is_kept_by("⟦their own words⟧")


def with_marks(whole: Map) -> Map:
    """Return a map in which every id and every text of the owner can be recognised in a file."""
    marks = {id_: f"⟦{number} id⟧" for number, id_ in enumerate(whole.records)}
    records = []
    for record in whole.records.values():
        values: dict[str, Any] = {}
        for field in rules_of(type(record)):
            value = getattr(record, field)
            if field == "kind" and value in vocabulary().kinds:
                continue
            if isinstance(value, str) and value in marks and field in NAMING:
                values[field] = marks[value]
            elif field in ("members", "partners", "agreed_with"):
                values[field] = tuple(marks[member] for member in value)
            elif is_free(type(record), field) and not (field in NAMING and value is None):
                values[field] = f"⟦{marks[record.id][1:-4]} {field}⟧"
        records.append(replace(record, **values))
    return Map.of(records)


def expected_marks(whole: Map, selection: Selection) -> set[Any]:
    """Return the marks of all texts that may, and must, be in a file."""
    expected = set()
    for record in whole.records.values():
        name = type(record).__name__.lower()
        listed = {kind.__name__.lower(): list_ for list_, kind in LISTS.items()}.get(name)
        if isinstance(record, Network):
            allowed = {f for part in selection.parts for f in OF_A_NETWORK.get(part, ())}
        elif isinstance(record, Partner):
            allowed = {f for part in selection.parts for f in OF_A_PARTNER.get(part, ())}
            allowed |= {"name", "kind"} if "names" in selection.parts else set()
        elif any(listed in LISTS_OF.get(part, ()) for part in selection.parts):
            allowed = set(rules_of(type(record))) - NAMING
        else:
            continue
        values = (getattr(record, field) for field in allowed - {"id", "series"})
        expected |= {value for value in values if isinstance(value, str) and MARK.match(value)}
    return expected


@some
@given(maps(max_partners=3).map(with_marks), selections)
def test_what_is_off_leaves_no_trace_and_what_is_on_is_there(
    whole: Map, selection: Selection
) -> None:
    content = to_json(shared(whole, selection, "nl"))
    assert set(MARK.findall(content.decode())) == expected_marks(whole, selection)


def allowed_fields(always: set[Any], table: dict[Any, set[Any]], selection: Selection) -> set[Any]:
    return always | {field for part in selection.parts for field in table.get(part, ())}


def said(record: dict[Any, Any]) -> set[Any]:
    """Return what a record in a file says, but for what is the same where nothing was answered."""
    return {key for key, value in record.items() if value != UNSAID.get(key)}


@some
@given(maps(max_partners=3), selections)
def test_no_answer_leaves_that_was_not_selected_and_those_selected_are_unchanged(
    whole: Map, selection: Selection
) -> None:
    file = json.loads(to_json(shared(whole, selection, "nl")))
    original = json.loads(to_json(whole))
    allowed = allowed_fields(ALWAYS_OF_A_NETWORK, OF_A_NETWORK, selection)
    assert said(file["network"]) <= allowed
    for field in allowed - {"id", "series", "theirs"}:
        assert file["network"].get(field) == original["network"].get(field)
    allowed = allowed_fields(ALWAYS_OF_A_PARTNER, OF_A_PARTNER, selection)
    assert len(file["partners"]) == len(original["partners"])
    for theirs, ours in zip(file["partners"], original["partners"], strict=True):
        assert said(theirs) <= allowed
        for field in allowed - {"id", "name", "kind"}:
            assert theirs.get(field) == ours.get(field)
    going = {name for part in selection.parts for name in LISTS_OF.get(part, ())}
    for name in LISTS.keys() - {"partners"}:
        assert len(file.get(name, ())) == (len(original.get(name, ())) if name in going else 0)


@pytest.mark.parametrize(
    ("kind", "promised", "always"),
    [
        (Network, PROMISED_OF_A_NETWORK, ALWAYS_OF_A_NETWORK),
        (Partner, PROMISED_OF_A_PARTNER, ALWAYS_OF_A_PARTNER),
    ],
)
def test_every_field_goes_along_in_the_part_it_was_promised_in_and_no_other(
    kind: type[Network] | type[Partner], promised: dict[Any, set[Any]], always: set[Any]
) -> None:
    """Said here once more: a field that was promised to stay must not move with a declaration."""
    parts = {field: part for part, listed in promised.items() for field in listed}
    for field in rules_of(kind):
        if field in NEVER_BUT_IN_A_BACK_UP:
            assert part_of(kind, field) == ""
        elif field in parts:
            assert part_of(kind, field) == parts[field]
    assert parts.keys() | (always - {"id", "series", "theirs"}) <= {
        field for field in rules_of(kind) if part_of(kind, field)
    }


def test_every_part_has_something_and_every_record_a_part_or_stays() -> None:
    assert set(PARTS) == {"names", *OF_A_NETWORK, *OF_A_PARTNER, *LISTS_OF}
    assert len(LISTS) + 1 == len(RECORD_TYPES)
    going = {listed for several in LISTS_OF.values() for listed in several}
    assert LISTS.keys() - {"partners"} == going | (LISTS.keys() & NEVER_BUT_IN_A_BACK_UP)


@some
@given(maps(max_partners=3), selections)
def test_no_id_is_that_of_the_library_and_twice_have_none_in_common(
    whole: Map, selection: Selection
) -> None:
    ours = {whole.network.series, *whole.records}
    one, other = (shared(whole, selection, "nl") for _ in range(2))
    ids = [{file.network.series, *file.records} for file in (one, other)]
    assert ids[0].isdisjoint(ours)
    assert ids[0].isdisjoint(ids[1])
    assert one.network.theirs
    assert other.network.theirs


@some
@given(maps(max_partners=3), selections)
def test_lasting_ids_are_those_of_the_next_moment_too_but_never_those_of_the_library(
    whole: Map, selection: Selection
) -> None:
    selection = replace(selection, lasting=True)
    begin = shared(whole, selection, "nl")
    later = whole.after({whole.network.id: None, "later": replace(whole.network, id="later")})
    end = shared(later, selection, "nl")
    assert end.network.series == begin.network.series
    assert end.network.id != begin.network.id
    assert [p.id for p in end.partners] == [p.id for p in begin.partners]
    assert {begin.network.series, *begin.records}.isdisjoint({later.network.series, *whole.records})
    other = replace(later.network, series=later.network.series + "x")
    another = shared(later.after({"later": other}), selection, "nl")
    assert another.network.series != end.network.series
    assert {p.id for p in another.partners}.isdisjoint(p.id for p in end.partners)


@some
@given(maps(min_partners=2, max_partners=3, max_others=1), selections)
def test_what_is_about_a_partner_stays_about_that_partner(whole: Map, selection: Selection) -> None:
    file = shared(whole, selection, "nl")
    order = {p.id: number for number, p in enumerate(whole.partners)}
    their_order = {p.id: number for number, p in enumerate(file.partners)}
    if selection.has("ties"):
        pairs = [{order[t.a], order[t.b]} for t in whole.ties]
        assert [{their_order[t.a], their_order[t.b]} for t in file.ties] == pairs
    assert from_json(to_json(file), Path("x.kring")) == file


@some
@given(maps(max_partners=3), selections)
def test_a_back_up_is_the_map_itself(whole: Map, selection: Selection) -> None:
    assert to_json(shared(whole, BACK_UP, "nl")) == to_json(whole)
    assert shared(whole, replace(selection, whole=True), "nl") == whole


def whole_map() -> Map:
    return Map.of(
        [
            Network(id="m", series="s", title="Groep 5b", moment=date(2026, 9, 1), role="leraar"),
            Partner(id="a", name="Ouders Sam", kind="parents", importance=5, frequency=2),
            Partner(id="b", name="Ouders Noor", kind="parents", notes="moeder ziek", trust=2),
            Partner(id="c", name="Tante Bep", kind="tante van Sam", setting="pupil_and_family"),
            Partner(id="d", name="Kees"),
        ]
    )


def test_names_become_kind_and_number_and_own_words_for_a_kind_are_a_name_too() -> None:
    file = shared(whole_map(), EXCHANGE, "nl")
    assert [p.name for p in file.partners] == [
        "Ouders 1",
        "Ouders 2",
        "Leerling en gezin 1",
        "Partner 1",
    ]
    assert [p.kind for p in file.partners] == ["parents", "parents", None, None]
    named = shared(whole_map(), EXCHANGE.switched("names", on=True), "nl")
    assert [p.name for p in named.partners] == ["Ouders Sam", "Ouders Noor", "Tante Bep", "Kees"]
    assert named.partners[2].kind == "tante van Sam"


def test_a_fellow_student_gets_what_two_maps_are_compared_by_and_no_more() -> None:
    file = shared(whole_map(), EXCHANGE, "nl")
    assert (file.partners[0].importance, file.partners[0].frequency) == (5, 2)
    assert (file.partners[1].notes, file.partners[1].trust) == ("", None)
    assert (file.network.title, file.network.moment, file.network.role) == ("", None, "")


@pytest.mark.parametrize("purpose", ["exchange", "hand_in"])
def test_how_it_feels_and_who_it_is_stay_home_unless_they_are_switched_on(purpose: str) -> None:
    staying = {"names", "satisfaction", "overall", "mechanisms", "hurdles", "texts", "about"}
    assert PRESETS[purpose].parts.isdisjoint(staying)
    assert not PRESETS[purpose].whole


def test_a_lecturer_can_tell_begin_from_end() -> None:
    assert shared(whole_map(), HAND_IN, "nl").network.moment == date(2026, 9, 1)


def test_an_example_does_not_pass_for_somebody() -> None:
    whole = whole_map()
    whole = whole.after({"m": replace(whole.network, example=True, finished=True)})
    file = shared(whole, EXCHANGE, "en")
    assert file.network.example
    assert not file.network.finished
