"""The document: every intention is one edit, told in signals, or changes nothing at all."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.document import Document
from app.exchange.share import Selection, shared
from app.models.network import (
    MOST_PARTNERS,
    Answer,
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
    new_id,
    rules_of,
)
from app.models.problem import Problem
from app.models.rules import NAME_LENGTH
from app.models.values import PartnerValues
from app.models.vocabulary import vocabulary
from app.storage.library import Library
from tests.sure import as_a, sure

SIGNALS = (
    "opened",
    "changed",
    "selection_changed",
    "history_changed",
    "library_changed",
    "refused",
)


class Heard:
    """What a document told, in order: pairs of a signal and its arguments."""

    def __init__(self, document: Document) -> None:
        self.told: list[tuple[str, tuple[Any, ...]]] = []
        for name in SIGNALS:
            getattr(document, name).connect(self._hearing(name))

    def _hearing(self, name: str) -> Callable[..., Any]:
        return lambda *arguments: self.told.append((name, arguments))

    def clear(self) -> None:
        self.told.clear()

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.told]

    def of(self, name: str) -> list[tuple[Any, ...]]:
        return [arguments for told, arguments in self.told if told == name]

    @property
    def problems(self) -> list[str]:
        return [problem.code for (problem,) in self.of("refused")]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library.open(tmp_path / "library.kringlib")
    yield opened
    opened.close()


@pytest.fixture
def document(qapp: QApplication, library: Library) -> Document:
    document = Document(library)
    document.new_map("Mijn ecologie")
    return document


@pytest.fixture
def heard(document: Document) -> Heard:
    return Heard(document)


@pytest.fixture
def three(document: Document) -> tuple[str, str, str]:
    """The ids of three partners."""
    a, b, c = (sure(document.add_partner(name)) for name in ("Ouders Sam", "Ib'er", "Wijkteam"))
    return a, b, c


def full_map(key: str = "elsewhere", **values: Any) -> Map:
    """A map with every type of record."""
    return Map.of(
        [
            Network(id=key, series="s", title="Begin", moment=date(2025, 9, 1), **values),
            Partner(id="p1", name="Ouders Sam", x=0.5, y=-0.5, forms=("inform",)),
            Partner(id="p2", name="Ib'er", importance=5),
            Partner(id="p3", name="Wijkteam", notes="Bellen\nop maandag"),
            Tie(id="t12", a="p1", b="p2"),
            Tie(id="t23", a="p2", b="p3", state="unknown"),
            Outline(id="o12", label="Team", members=("p1", "p2")),
            Outline(id="o1", label="Thuis", members=("p1",)),
            Note(id="n", text="Let op"),
            Answer(id="a", question="R01", text="Veel"),
            Intention(id="i1", what="Bellen", partner="p1"),
            Intention(id="i2", what="Schrijven", partner="p2"),
        ]
    )


def kept(document: Document) -> Map:
    """The open map as another program would find it on disk."""
    return document.library.load(document.map.network.id)[0]


def names(document: Document) -> list[str]:
    return [partner.name for partner in document.map.partners]


def actions(document: Document) -> list[str]:
    return [edit.action for edit in document.history.edits]


# --- nothing open


def test_a_document_without_a_map_shows_nothing_and_takes_nothing(
    qapp: QApplication, library: Library
) -> None:
    document = Document(library)
    assert not document.is_open
    assert not document.is_editable
    assert (document.selection, document.selected) == ((), ())
    document.select(["somebody"])
    assert document.selection == ()
    assert not document.undo()
    assert not document.redo()


# --- maps


def test_a_new_map_is_of_today_open_empty_and_in_the_library(document: Document) -> None:
    network = document.map.network
    assert network.title == "Mijn ecologie"
    assert network.moment == date.today()  # noqa: DTZ011
    assert network.series
    assert network.series != network.id
    assert document.map.partners == ()
    assert document.is_editable
    assert [(s.id, s.title) for s in document.summaries()] == [(network.id, "Mijn ecologie")]
    assert kept(document) == document.map


def test_a_new_map_is_told_once_and_there_is_nothing_to_undo(
    document: Document, heard: Heard
) -> None:
    document.new_map("Tweede")
    assert heard.names == ["library_changed", "opened", "selection_changed", "history_changed"]
    assert document.history.undoable is None
    assert not document.undo()


def test_a_title_loses_what_cannot_stand_on_one_line(document: Document) -> None:
    document.new_map("  Mijn\n\tkaart\x00 ")
    assert document.map.network.title == "Mijn kaart"


def test_opening_another_map_drops_the_selection_and_brings_its_own_history(
    document: Document, three: tuple[str, str, str]
) -> None:
    first = document.map.network.id
    document.new_map("Tweede")
    assert document.selection == ()
    assert document.history.undoable is None
    assert document.open(first)
    assert len(document.map.partners) == 3
    assert document.selection == ()
    assert document.undo()
    assert names(document) == ["Ouders Sam", "Ib'er"]


def test_opening_a_map_that_is_not_there_is_refused_and_leaves_the_open_one(
    document: Document, heard: Heard
) -> None:
    before = document.map
    assert not document.open("nowhere")
    assert heard.problems == ["map_not_found"]
    assert heard.names == ["refused"]
    assert document.map is before


def test_closing_tells_that_nothing_is_open(
    document: Document, three: tuple[str, str, str], heard: Heard
) -> None:
    document.close()
    assert not document.is_open
    assert document.selection == ()
    assert heard.names == ["opened", "selection_changed", "history_changed"]
    assert document.history.undoable is None


def test_renaming_the_open_map_is_an_edit_of_it(document: Document, heard: Heard) -> None:
    assert document.rename_map(document.map.network.id, "  Nieuwe\nnaam ")
    assert document.map.network.title == "Nieuwe naam"
    assert heard.names == ["changed", "history_changed", "library_changed"]
    assert document.undo()
    assert document.map.network.title == "Mijn ecologie"


def test_renaming_a_closed_map_is_an_edit_in_its_own_history(
    document: Document, three: tuple[str, str, str], heard: Heard
) -> None:
    first = document.map.network.id
    document.new_map("Tweede")
    now = document.map
    heard.clear()
    assert document.rename_map(first, "Begin")
    assert heard.names == ["library_changed"]
    assert document.map is now
    assert {s.title for s in document.summaries()} == {"Begin", "Tweede"}
    document.open(first)
    assert sure(document.history.undoable).action == "set_title"
    assert document.undo()
    assert document.map.network.title == "Mijn ecologie"
    assert len(document.map.partners) == 3


def test_renaming_a_closed_map_to_what_it_is_called_adds_no_step(
    document: Document, heard: Heard
) -> None:
    first = document.map.network.id
    document.new_map("Tweede")
    assert document.rename_map(first, " Mijn  ecologie ")
    document.open(first)
    assert document.history.edits == ()


def test_renaming_a_closed_finished_map_is_refused_as_it_is_for_an_open_one(
    document: Document, heard: Heard
) -> None:
    first = document.map.network.id
    document.set_network(finished=True)
    assert not document.rename_map(first, "Anders")
    document.new_map("Tweede")
    assert not document.rename_map(first, "Anders")
    assert heard.problems == ["map_finished", "map_finished"]
    assert document.library.load(first)[0].network.title == "Mijn ecologie"


def test_renaming_a_map_that_is_not_there_is_refused(document: Document, heard: Heard) -> None:
    assert not document.rename_map("nowhere", "Anders")
    assert heard.problems == ["map_not_found"]


def test_removing_the_open_map_closes_it_and_it_can_be_brought_back_whole(
    document: Document, three: tuple[str, str, str], heard: Heard
) -> None:
    key, before = document.map.network.id, document.map
    assert document.remove_map(key)
    assert not document.is_open
    assert heard.names[-1] == "library_changed"
    assert "opened" in heard.names
    assert [s.id for s in document.summaries() if s.deleted] == [key]
    assert document.restore_map(key)
    assert heard.names[-1] == "library_changed"
    assert [s.deleted for s in document.summaries()] == [None]
    assert document.open(key)
    assert document.map == before
    assert document.undo()


def test_removing_another_map_leaves_the_open_one(document: Document, heard: Heard) -> None:
    first = document.map.network.id
    document.new_map("Tweede")
    heard.clear()
    assert document.remove_map(first)
    assert heard.names == ["library_changed"]
    assert document.map.network.title == "Tweede"


@pytest.mark.parametrize("intention", ["remove_map", "restore_map"])
def test_removing_or_restoring_what_is_not_there_is_refused(
    document: Document, heard: Heard, intention: str
) -> None:
    assert not getattr(document, intention)("nowhere")
    assert heard.problems == ["map_not_found"]


def test_a_duplicate_is_another_map_with_the_same_partners(
    document: Document, three: tuple[str, str, str], heard: Heard
) -> None:
    first, before = document.map.network.id, document.map
    document.set_network(example=True)
    heard.clear()
    copied = document.duplicate_map(first, "Kopie\n")
    assert heard.names == ["library_changed"]
    assert copied not in (None, first)
    assert document.map.network.id == first
    document.open(copied)
    network = document.map.network
    assert (network.title, network.series) == ("Kopie", before.network.series)
    assert not network.example
    assert document.map.partners == before.partners
    document.set_partners([three[0]], importance=5)
    assert document.library.load(first)[0].partners == before.partners


def test_a_duplicate_of_a_finished_map_can_be_worked_on(
    document: Document, three: tuple[str, str, str]
) -> None:
    document.set_network(finished=True)
    document.open(sure(document.duplicate_map(document.map.network.id, "Kopie")))
    assert document.is_editable
    assert document.rename(three[0], "Iemand anders")


def test_a_map_that_is_not_there_has_no_duplicate(document: Document, heard: Heard) -> None:
    assert document.duplicate_map("nowhere", "Kopie") is None
    assert heard.problems == ["map_not_found"]


# --- maps from elsewhere


def test_a_map_from_elsewhere_is_kept_and_open(document: Document, heard: Heard) -> None:
    whole = full_map()
    assert document.add_map(whole) == "elsewhere"
    assert heard.names == ["library_changed", "opened", "selection_changed", "history_changed"]
    assert document.map == whole == kept(document)
    assert len(document.summaries()) == 2


def test_the_same_map_again_is_opened_and_not_added(document: Document) -> None:
    first = document.map.network.id
    document.add_map(full_map())
    document.open(first)
    assert document.add_map(full_map()) == "elsewhere"
    assert document.map.network.id == "elsewhere"
    assert len(document.summaries()) == 2


def test_a_map_with_the_id_of_another_is_kept_beside_it(document: Document) -> None:
    document.add_map(full_map())
    document.set_partners(["p1"], importance=1)
    mine = document.map
    added = document.add_map(full_map())
    assert added not in (None, "elsewhere")
    assert document.map.network == replace(full_map().network, id=added)
    assert document.map.partners == full_map().partners
    assert document.library.load("elsewhere")[0] == mine


def test_the_same_map_comes_back_where_it_was_removed(document: Document) -> None:
    document.add_map(full_map())
    document.remove_map("elsewhere")
    assert document.add_map(full_map()) == "elsewhere"
    assert document.map == full_map()
    assert len(document.summaries()) == 2
    assert not any(s.deleted for s in document.summaries())


def test_a_map_that_was_removed_and_differs_stays_removed_beside_the_new_one(
    document: Document,
) -> None:
    document.add_map(full_map())
    document.set_partners(["p1"], importance=1)
    removed = document.map
    document.remove_map("elsewhere")
    added = document.add_map(full_map())
    assert added not in (None, "elsewhere")
    assert document.map.partners == full_map().partners
    assert [s.id for s in document.summaries() if s.deleted] == ["elsewhere"]
    assert document.restore_map("elsewhere")
    assert document.library.load("elsewhere")[0] == removed


def test_a_map_that_breaks_a_rule_is_refused_and_not_added(
    document: Document, heard: Heard
) -> None:
    before = document.map
    broken = Map({"n": Network(id="n", series="s"), "p": Partner(id="p", name=" ")})
    assert document.add_map(broken) is None
    assert heard.problems == ["bad_value"]
    assert document.map is before
    assert len(document.summaries()) == 1


# --- what is said about the map


def test_what_is_said_about_the_map_is_kept_and_told(document: Document, heard: Heard) -> None:
    before = document.map.network
    assert document.set_network(role="Leraar", importance_overall=4)
    after = document.map.network
    assert (after.role, after.importance_overall) == ("Leraar", 4)
    assert heard.told == [
        ("changed", ({before.id: before}, {before.id: after})),
        ("history_changed", ()),
        ("library_changed", ()),
    ]
    assert kept(document) == document.map
    assert actions(document) == ["set_role,importance_overall"]


def test_a_finished_map_takes_no_edit_until_it_is_reopened(
    document: Document, three: tuple[str, str, str], heard: Heard
) -> None:
    document.set_network(finished=True)
    assert not document.is_editable
    before, steps = document.map, actions(document)
    heard.clear()
    a, b, _ = three
    assert not document.set_network(title="Anders")
    assert not document.set_network(finished=False, title="Anders")
    assert document.add_partner("Nieuw") is None
    assert not document.set_partners([a], importance=1)
    assert not document.rename(a, "Anders")
    assert not document.place({a: {"x": 0.0, "y": 0.0}})
    assert not document.remove_partners([a])
    assert not document.set_tie(a, b, "yes")
    assert not document.tie_all(three)
    assert heard.problems == ["map_finished"] * 9
    assert set(heard.names) == {"refused"}
    assert document.map == before == kept(document)
    assert actions(document) == steps
    document.end_merging()
    assert document.set_network(finished=False)
    assert document.is_editable
    assert document.rename(a, "Anders")


def test_what_changes_nothing_is_fine_in_a_finished_map(
    document: Document, three: tuple[str, str, str], heard: Heard
) -> None:
    document.set_network(finished=True)
    heard.clear()
    assert document.set_network(title="Mijn ecologie")
    assert heard.told == []


def test_undo_reopens_a_map_that_was_just_finished_and_redo_finishes_it(
    document: Document, three: tuple[str, str, str]
) -> None:
    document.set_network(finished=True)
    assert document.undo()
    assert document.is_editable
    assert document.redo()
    assert not document.is_editable


# --- partners


def test_a_partner_is_added_told_kept_and_selected(document: Document, heard: Heard) -> None:
    key = document.add_partner("  Ouders\tSam ", at=(0.25, -0.5))
    partner = document.map.partner(sure(key))
    assert partner == Partner(id=sure(key), name="Ouders Sam", x=0.25, y=-0.5)
    assert heard.told == [
        ("changed", ({key: None}, {key: partner})),
        ("history_changed", ()),
        ("selection_changed", ()),
    ]
    assert document.selection == (key,)
    assert document.selected == (partner,)
    assert kept(document) == document.map


def test_a_known_kind_brings_its_setting_unless_one_is_given(document: Document) -> None:
    known = vocabulary().kinds["parents"]
    document.add_partner("Ouders", kind="parents")
    document.add_partner("Ouders", kind="parents", setting="in_school")
    document.add_partner("Imker", kind="imker")
    follows, given, own = document.map.partners
    assert (follows.setting, follows.entity) == (known.setting, known.entity)
    assert given.setting == "in_school"
    assert (own.kind, own.setting, own.entity) == ("imker", None, None)


@pytest.mark.parametrize("name", ["", "   ", "\n"])
def test_nobody_is_added_without_a_name(document: Document, heard: Heard, name: str) -> None:
    assert document.add_partner(name) is None
    assert heard.told == []
    assert actions(document) == []


def test_a_name_that_is_too_long_is_cut(document: Document) -> None:
    document.add_partner("a" * 500)
    assert names(document) == ["a" * NAME_LENGTH]


def test_two_partners_may_share_a_name(document: Document) -> None:
    assert document.add_partner("Sam") != document.add_partner("Sam")
    assert names(document) == ["Sam", "Sam"]


def test_somebody_outside_the_map_is_refused(document: Document, heard: Heard) -> None:
    assert document.add_partner("Ver weg", at=(99.0, 0.0)) is None
    assert heard.problems == ["bad_value"]
    assert document.map.partners == ()


def test_a_map_takes_no_more_partners_than_it_can_hold(document: Document, heard: Heard) -> None:
    crowd = [Partner(id=f"p{n}", name="Iemand") for n in range(MOST_PARTNERS)]
    document.add_map(Map.of([Network(id="crowd", series="s"), *crowd]))
    heard.clear()
    assert document.add_partner("Nog een") is None
    assert heard.problems == ["too_many_partners"]
    assert len(kept(document).partners) == MOST_PARTNERS


def test_several_partners_get_a_value_in_one_step(
    document: Document, three: tuple[str, str, str], heard: Heard
) -> None:
    a, b, _ = three
    before = {key: document.map.partner(key) for key in (a, b)}
    heard.clear()
    assert document.set_partners([a, b], frequency=4)
    after = {key: replace(sure(record), frequency=4) for key, record in before.items()}
    assert heard.told == [("changed", (before, after)), ("history_changed", ())]
    assert document.undo()
    assert [p.frequency for p in document.map.partners] == [None] * 3


def test_only_those_whom_a_value_changes_are_in_the_edit(
    document: Document, three: tuple[str, str, str], heard: Heard
) -> None:
    a, b, _ = three
    document.set_partners([a], frequency=4)
    document.set_partners([a, b], frequency=4)
    assert sure(document.history.undoable).after.keys() == {b}


def test_a_value_can_be_taken_away_again(document: Document, three: tuple[str, str, str]) -> None:
    document.set_partners([three[0]], importance=3)
    document.end_merging()
    document.set_partners([three[0]], importance=None)
    assert sure(document.map.partner(three[0])).importance is None
    assert document.undo()
    assert sure(document.map.partner(three[0])).importance == 3


@pytest.mark.parametrize(
    "values",
    [
        {"frequency": 7},
        {"importance": 0},
        {"importance": True},
        {"setting": "moon"},
        {"forms": ("inform", "inform")},
        {"name": "two\nlines"},
        {"x": 0.5},
        {"x": float("nan"), "y": 0.0},
        {"angle": 360},
    ],
)
def test_a_value_outside_its_range_is_refused_and_changes_nothing(
    document: Document,
    three: tuple[str, str, str],
    heard: Heard,
    values: dict[str, Any],
) -> None:
    before, steps = document.map, actions(document)
    heard.clear()
    assert not document.set_partners(three[:2], **values)
    assert heard.problems == ["bad_value"]
    assert heard.names == ["refused"]
    assert document.map is before
    assert actions(document) == steps
    assert kept(document) == before


def test_nothing_to_set_is_nothing_done(
    document: Document, three: tuple[str, str, str], heard: Heard
) -> None:
    heard.clear()
    steps = actions(document)
    assert document.set_partners(["nobody"], frequency=1)
    assert document.set_partners([], frequency=1)
    assert document.set_partners([three[0]], frequency=None)
    assert heard.told == []
    assert actions(document) == steps


def test_another_kind_brings_its_setting_and_none_leaves_the_setting(
    document: Document, three: tuple[str, str, str]
) -> None:
    a = three[0]
    known = vocabulary().kinds["parents"]
    document.set_partners([a], kind="parents")
    assert sure(document.map.partner(a)).setting == known.setting
    document.set_partners([a], kind="museum van de buurt")
    document.set_partners([a], kind=None)
    assert sure(document.map.partner(a)).setting == known.setting
    document.set_partners([a], kind="parents", setting="community")
    assert sure(document.map.partner(a)).setting == "community"


def test_a_new_name_is_cleaned_and_an_empty_one_not_taken(
    document: Document, three: tuple[str, str, str], heard: Heard
) -> None:
    a = three[0]
    assert document.rename(a, " Ouders   van Sam\n")
    assert sure(document.map.partner(a)).name == "Ouders van Sam"
    heard.clear()
    assert not document.rename(a, "  ")
    assert heard.told == []
    assert sure(document.map.partner(a)).name == "Ouders van Sam"


def test_places_are_one_step_for_all_who_move(
    document: Document, three: tuple[str, str, str]
) -> None:
    a, b, c = three
    places: dict[str, PartnerValues]
    places = {a: {"x": 0.1, "y": 0.2}, b: {"x": 0.3, "y": 0.4}, "nobody": {"x": 0.0, "y": 0.0}}
    assert document.place(places)
    assert document.place({c: {"importance": 5, "angle": 90.0, "setting": "in_school"}}, "place")
    assert actions(document)[-2:] == ["move", "place"]
    assert document.undo()
    assert sure(document.map.partner(c)).importance is None
    assert document.undo()
    assert [(p.x, p.y) for p in document.map.partners] == [(None, None)] * 3


def test_two_moves_after_each_other_are_two_steps(
    document: Document, three: tuple[str, str, str]
) -> None:
    document.place({three[0]: {"x": 0.1, "y": 0.1}})
    document.place({three[0]: {"x": 0.2, "y": 0.2}})
    assert document.undo()
    assert sure(document.map.partner(three[0])).x == 0.1


def test_who_is_removed_takes_along_what_is_about_them_alone(
    document: Document, heard: Heard
) -> None:
    before = full_map()
    document.add_map(before)
    document.select(["p1", "p2"])
    heard.clear()
    assert document.remove_partners(["p1"])
    assert document.map.partner("p1") is None
    assert [tie.id for tie in document.map.ties] == ["t23"]
    assert [(o.id, o.members) for o in document.map.all_of(Outline)] == [("o12", ("p2",))]
    assert [(i.id, i.partner) for i in document.map.all_of(Intention)] == [
        ("i1", None),
        ("i2", "p2"),
    ]
    assert heard.names == ["changed", "history_changed", "selection_changed"]
    told_before, told_after = heard.of("changed")[0]
    assert told_before.keys() == told_after.keys() == {"p1", "t12", "o12", "o1", "i1"}
    assert told_before["t12"] == before.records["t12"]
    assert told_after["t12"] is None
    assert document.selection == ("p2",)
    assert kept(document) == document.map
    assert document.undo()
    assert document.map == before == kept(document)
    assert document.redo()
    assert document.map.partner("p1") is None


def test_everybody_can_be_removed_in_one_step(document: Document) -> None:
    document.add_map(full_map())
    assert document.remove_partners(["p1", "p2", "p3", "nobody"])
    whole = document.map
    assert (whole.partners, whole.ties, whole.all_of(Outline)) == ((), (), ())
    assert document.undo()
    assert document.map == full_map()


def test_removing_nobody_is_nothing_done(
    document: Document, three: tuple[str, str, str], heard: Heard
) -> None:
    heard.clear()
    assert document.remove_partners(["nobody"])
    assert heard.told == []


# --- ties


def test_a_tie_comes_changes_and_goes(
    document: Document, three: tuple[str, str, str], heard: Heard
) -> None:
    a, b, _ = three
    heard.clear()
    assert document.set_tie(a, b, "yes")
    tie = document.map.tie_between(b, a)
    assert (sure(tie).a, sure(tie).b, sure(tie).state) == (a, b, "yes")
    assert heard.of("changed") == [({sure(tie).id: None}, {sure(tie).id: tie})]
    assert document.set_tie(b, a, "unknown")
    assert document.map.ties == (replace(sure(tie), state="unknown"),)
    document.end_merging()
    assert document.set_tie(a, b, None)
    assert list(document.map.ties) == []
    assert document.undo()
    assert document.map.ties == (replace(sure(tie), state="unknown"),)
    assert kept(document) == document.map


def test_no_tie_where_there_was_none_is_nothing_done(
    document: Document, three: tuple[str, str, str], heard: Heard
) -> None:
    heard.clear()
    assert not document.set_tie(three[0], three[1], None)
    assert heard.told == []
    assert document.map.ties == ()


def test_a_tie_needs_two_partners_who_are_there(
    document: Document, three: tuple[str, str, str], heard: Heard
) -> None:
    assert not document.set_tie(three[0], three[0], "yes")
    assert not document.set_tie(three[0], "nobody", "yes")
    assert not document.set_tie(three[0], three[1], "perhaps")
    assert heard.problems == ["tie_to_itself", "unknown_partner", "bad_value"]
    assert document.map.ties == () == kept(document).ties


def test_all_of_several_know_each_other_in_one_step(
    document: Document, three: tuple[str, str, str]
) -> None:
    a, b, c = three
    document.set_tie(b, a, "unknown")
    document.set_tie(b, c, "yes")
    before = document.map
    assert document.tie_all(three)
    assert {tie.ends for tie in document.map.ties} == {
        frozenset(pair) for pair in ((a, b), (a, c), (b, c))
    }
    assert all(tie.state == "yes" for tie in document.map.ties)
    assert len(sure(document.history.undoable).after) == 2
    assert document.undo()
    assert document.map == before


def test_ties_among_fewer_than_two_are_nothing_done(
    document: Document, three: tuple[str, str, str], heard: Heard
) -> None:
    heard.clear()
    assert document.tie_all([])
    assert document.tie_all(three[:1])
    assert heard.told == []


# --- undo, redo, merging


def test_an_outline_comes_gets_a_label_and_goes(
    document: Document, three: tuple[str, str, str]
) -> None:
    key = document.add_outline(three[:2], "  Team\n")
    assert document.map.records[sure(key)] == Outline(id=sure(key), label="Team", members=three[:2])
    assert document.set_outline(sure(key), label="Zorgteam")
    assert as_a(Outline, document.map.records[sure(key)]).label == "Zorgteam"
    assert document.erase([sure(key), three[0]])
    assert key not in document.map.records
    assert document.map.partner(three[0])  # only what is drawn is erased


def test_a_text_without_words_is_none(document: Document) -> None:
    assert document.add_note(" \n", 0, 0) is None
    key = document.add_note("Let op", 0.5, -0.5)
    assert document.set_note(sure(key), text="Let goed op", x=0.25)
    assert document.map.records[sure(key)] == Note(id=sure(key), text="Let goed op", x=0.25, y=-0.5)
    assert document.set_note(sure(key), text=" ")
    assert key not in document.map.records


def test_a_line_that_leaves_the_map_is_refused(document: Document, heard: Heard) -> None:
    assert document.add_stroke([0.0, 0.0, 9.0, 0.0]) is None
    key = document.add_stroke([0.0, 0.0, 0.5, 0.0])
    assert document.map.records[sure(key)] == Stroke(id=sure(key), points=(0.0, 0.0, 0.5, 0.0))


def test_pasted_partners_keep_who_they_are_only_in_another_map(
    document: Document, three: tuple[str, str, str]
) -> None:
    document.tie_all(three[:2])
    people = [sure(document.map.partner(key)) for key in three[:2]]
    ties = document.map.ties
    assert document.paste_partners(people, ties)
    copies = document.selection
    assert not set(copies) & set(three)
    assert [sure(document.map.partner(key)).name for key in copies] == ["Ouders Sam", "Ib'er"]
    assert document.map.tie_between(*copies)
    document.undo()
    assert len(document.map.partners) == 3
    document.new_map("Een andere")
    assert document.paste_partners(people, ties)
    assert document.selection == three[:2]
    assert document.map.tie_between(*three[:2])


def test_a_verdict_is_said_of_several_changed_and_taken_back_in_one_step_each(
    document: Document, three: tuple[str, str, str]
) -> None:
    def said() -> dict[str | None, bool | None]:
        return {v.partner: v.agrees for v in document.map.all_of(Verdict)}

    assert document.judge("notable_less_often", three[:2], agrees=False)
    assert said() == {three[0]: False, three[1]: False}
    assert document.judge("notable_less_often", three[1:], agrees=True)
    assert said() == {three[0]: False, three[1]: True, three[2]: True}
    assert document.judge("notable_less_often", three, agrees=None)
    assert said() == {}
    assert document.judge("alignment", agrees=False)
    assert said() == {None: False}
    for _ in range(4):
        document.undo()
    assert said() == {}
    document.redo()
    assert said() == {three[0]: False, three[1]: False}
    document.remove_partners([three[0]])
    assert said() == {three[1]: False}


def test_an_intention_needs_words(document: Document, three: tuple[str, str, str]) -> None:
    assert document.intend(" ") is None
    key = document.intend("Bellen", partner=three[0], direction="strengthen")
    assert as_a(Intention, document.map.records[sure(key)]).partner == three[0]


def test_undo_and_redo_tell_what_they_change(document: Document, heard: Heard) -> None:
    key = document.add_partner("Sam")
    partner = document.map.partner(sure(key))
    heard.clear()
    assert document.undo()
    assert heard.told == [
        ("changed", ({key: partner}, {key: None})),
        ("history_changed", ()),
        ("selection_changed", ()),
    ]
    assert document.selection == ()
    heard.clear()
    assert document.redo()
    assert heard.told == [("changed", ({key: None}, {key: partner})), ("history_changed", ())]
    assert not document.redo()


def test_a_new_edit_drops_what_could_be_redone(
    document: Document, three: tuple[str, str, str]
) -> None:
    document.undo()
    document.add_partner("Nieuw")
    assert document.history.redoable is None
    assert not document.redo()
    assert names(document) == ["Ouders Sam", "Ib'er", "Nieuw"]


def test_typing_in_one_field_is_one_step(document: Document, three: tuple[str, str, str]) -> None:
    a = three[0]
    steps = len(actions(document))
    for text in ("O", "Ou", "Oud"):
        document.set_partners([a], notes=text)
    assert len(actions(document)) == steps + 1
    assert document.undo()
    assert sure(document.map.partner(a)).notes == ""
    assert document.redo()
    assert sure(document.map.partner(a)).notes == "Oud"


@pytest.mark.parametrize(
    "between",
    [
        lambda document, three: document.end_merging(),
        lambda document, three: document.select([three[1]]),
        lambda document, three: document.set_partners([three[0]], goal="x"),
        lambda document, three: document.set_partners([three[1]], notes="x"),
        lambda document, three: document.undo() and document.redo(),
        lambda document, three: document.open(document.map.network.id),
    ],
    ids=["leaving", "selecting", "another field", "another partner", "undo, redo", "reopening"],
)
def test_typing_goes_on_as_a_step_of_its_own_after(
    document: Document, three: tuple[str, str, str], between: Callable[..., Any]
) -> None:
    a = three[0]
    document.set_partners([a], notes="eerst")
    between(document, three)
    document.set_partners([a], notes="eerst en daarna")
    assert document.undo()
    assert sure(document.map.partner(a)).notes == "eerst"


def test_typing_back_to_where_it_began_leaves_no_step(
    document: Document, three: tuple[str, str, str]
) -> None:
    steps = actions(document)
    document.set_partners([three[0]], importance=3)
    document.set_partners([three[0]], importance=None)
    assert actions(document) == steps
    _, history = document.library.load(document.map.network.id)
    assert [edit.action for edit in history.edits] == steps


def test_selecting_the_same_again_does_not_end_the_step(
    document: Document, three: tuple[str, str, str]
) -> None:
    document.select([three[0]])
    document.set_partners([three[0]], notes="a")
    document.select([three[0]])
    document.set_partners([three[0]], notes="ab")
    assert document.undo()
    assert sure(document.map.partner(three[0])).notes == ""


def test_undo_survives_closing_the_library(
    document: Document, three: tuple[str, str, str], tmp_path: Path
) -> None:
    key, end = document.map.network.id, document.map
    document.undo()
    document.library.close()
    library = Library.open(tmp_path / "library.kringlib")
    try:
        again = Document(library)
        again.open(key)
        assert names(again) == ["Ouders Sam", "Ib'er"]
        assert again.redo()
        assert again.map == end
        while again.undo():
            pass
        assert again.map.partners == ()
    finally:
        library.close()


# --- selection


def test_the_selection_keeps_its_order_and_drops_who_is_not_there(
    document: Document, three: tuple[str, str, str], heard: Heard
) -> None:
    a, _, c = three
    heard.clear()
    document.select([c, "nobody", a, c])
    assert document.selection == (c, a)
    assert [p.id for p in document.selected] == [c, a]
    assert heard.names == ["selection_changed"]
    document.select(iter([c, a]))
    assert heard.names == ["selection_changed"]
    document.select([document.map.network.id])
    assert list(document.selection) == []


# --- a library that does not take it


def _full(*arguments: Any) -> None:
    raise Problem("disk_full")


INTENTIONS = {
    "set_network": lambda document: document.set_network(title="Anders"),
    "add_partner": lambda document: document.add_partner("Nieuw"),
    "set_partners": lambda document: document.set_partners(["p1", "p2"], importance=1),
    "rename": lambda document: document.rename("p1", "Anders"),
    "place": lambda document: document.place({"p1": {"x": 0.0, "y": 0.0}}),
    "remove_partners": lambda document: document.remove_partners(["p1"]),
    "set_tie": lambda document: document.set_tie("p1", "p3", "yes"),
    "tie_all": lambda document: document.tie_all(["p1", "p2", "p3"]),
    "undo": lambda document: document.undo(),
    "redo": lambda document: document.redo(),
    "new_map": lambda document: document.new_map("Nieuw"),
    "add_map": lambda document: document.add_map(full_map("another")),
    "duplicate_map": lambda document: document.duplicate_map("elsewhere", "Kopie"),
    "rename_map": lambda document: document.rename_map("closed", "Anders"),
    "finish_map": lambda document: document.finish_map("closed"),
    "finish_open_map": lambda document: document.finish_map("elsewhere"),
    "continue_map": lambda document: document.continue_map("closed", "eind", None, finish=True),
    "depart": lambda document: document.depart("p1", "finished"),
    "stay": lambda document: document.stay(Partner(id="p9", name="Terug")),
    "succeed": lambda document: document.succeed(document.map.partner("p1"), "Opvolger"),
    "look_back": lambda document: document.look_back("p1", importance=2),
    "rename_open_map": lambda document: document.rename_map("elsewhere", "Anders"),
    "remove_map": lambda document: document.remove_map("elsewhere"),
    "restore_map": lambda document: document.restore_map("removed"),
}
"""Every way to write in the library, where `full_map` is open."""


@pytest.fixture
def in_the_middle(document: Document) -> Document:
    """A document with something to undo, to redo and to select, and maps around it."""
    document.add_map(full_map("closed"))
    document.add_map(full_map("removed"))
    document.remove_map("removed")
    document.add_map(full_map())
    document.set_partners(["p1"], frequency=3)
    document.set_partners(["p2"], frequency=4)
    document.undo()
    document.select(["p2", "p1"])
    return document


@pytest.mark.parametrize("which", INTENTIONS)
def test_what_cannot_be_stored_changes_nothing(
    in_the_middle: Document, monkeypatch: pytest.MonkeyPatch, which: str
) -> None:
    document = in_the_middle
    library = document.library
    for name in ("store", "add", "remove", "restore"):
        monkeypatch.setattr(library, name, _full)
    before = document.map, document.history.edits, document.history.position, document.selection
    listed, heard = document.summaries(), Heard(document)

    assert not INTENTIONS[which](document)

    assert heard.names == ["refused"]
    assert heard.problems == ["disk_full"]
    now = document.map, document.history.edits, document.history.position, document.selection
    assert now == before
    assert document.map is before[0]
    assert document.summaries() == listed
    assert kept(document) == document.map
    monkeypatch.undo()
    assert INTENTIONS[which](document), "and it works once there is room again"


@pytest.mark.parametrize("which", INTENTIONS)
def test_a_read_only_library_refuses_every_intention(
    in_the_middle: Document, tmp_path: Path, which: str
) -> None:
    in_the_middle.library.close()
    library = Library.open(tmp_path / "library.kringlib", read_only=True)
    try:
        document = Document(library)
        assert document.open("elsewhere")
        assert not document.is_editable
        before, listed, heard = document.map, document.summaries(), Heard(document)
        assert not INTENTIONS[which](document)
        assert heard.problems == ["library_read_only"]
        assert document.map is before
        assert document.summaries() == listed
    finally:
        library.close()


def test_a_finished_map_in_a_read_only_library_cannot_be_reopened(
    in_the_middle: Document, tmp_path: Path
) -> None:
    in_the_middle.set_network(finished=True)
    in_the_middle.library.close()
    library = Library.open(tmp_path / "library.kringlib", read_only=True)
    try:
        document = Document(library)
        document.open("elsewhere")
        heard = Heard(document)
        assert not document.set_network(finished=False)
        assert heard.problems == ["library_read_only"]
    finally:
        library.close()


def test_the_step_after_one_that_failed_still_merges_as_if_nothing_had_happened(
    document: Document, three: tuple[str, str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    document.set_partners([three[0]], notes="a")
    monkeypatch.setattr(document.library, "store", _full)
    document.set_partners([three[0]], notes="ab")
    monkeypatch.undo()
    document.set_partners([three[0]], notes="abc")
    assert document.undo()
    assert sure(document.map.partner(three[0])).notes == ""


def test_a_list_of_maps_that_cannot_be_read_is_told_and_empty(
    document: Document, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged() -> None:
        raise Problem("library_damaged", path=document.library.path)

    monkeypatch.setattr(document.library, "summaries", damaged)
    assert document.summaries() == []
    assert heard.problems == ["library_damaged"]
    assert document.add_map(full_map()) is None
    assert heard.problems == ["library_damaged", "library_damaged"]


# --- moments


def test_a_map_is_continued_and_the_earlier_moment_stays_as_it_is(
    document: Document, three: tuple[str, str, str]
) -> None:
    first, before = document.map.network.id, document.map
    key = document.continue_map(first, " eind\n", date(2027, 6, 18))
    assert document.map.network.id == key != first
    assert document.map.network.series == before.network.series
    assert document.map.network.moment_label == "eind"
    assert [p.id for p in document.map.partners] == [p.id for p in before.partners]
    assert document.history.edits == ()
    assert document.library.load(first)[0] == before


def test_a_map_is_continued_and_finished_in_one_transaction(
    document: Document, three: tuple[str, str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, heard = document.map.network.id, Heard(document)
    monkeypatch.setattr("app.storage.library.write_step", _full)
    assert document.continue_map(first, "eind", None, finish=True) is None
    assert heard.problems == ["disk_full"]
    assert [s.id for s in document.summaries()] == [first]
    monkeypatch.undo()
    assert document.continue_map(first, "eind", None, finish=True)
    assert document.library.load(first)[0].network.finished
    assert not document.map.network.finished
    assert document.open(first)
    assert document.undo()
    assert not document.map.network.finished


def test_a_map_that_is_not_there_is_not_continued(
    document: Document, three: tuple[str, str, str]
) -> None:
    heard = Heard(document)
    assert document.continue_map("nowhere", "eind", None) is None
    assert heard.problems == ["map_not_found"]


def test_a_finished_map_can_be_continued(document: Document, three: tuple[str, str, str]) -> None:
    document.set_network(finished=True)
    assert document.continue_map(document.map.network.id, "eind", None, finish=True)
    assert document.is_editable


def test_a_map_that_is_not_open_is_finished_and_opened_again(
    document: Document, three: tuple[str, str, str]
) -> None:
    first = document.map.network.id
    document.new_map("Een andere")
    heard = Heard(document)
    for finished in (True, True, False):
        assert document.finish_map(first, finished=finished)
        assert document.library.load(first)[0].network.finished == finished
    assert heard.names == ["library_changed", "library_changed"]


def test_who_departs_and_comes_back_is_one_step_each(
    document: Document, three: tuple[str, str, str]
) -> None:
    whole = document.map
    partner = whole.partners[0]
    assert document.depart(partner.id, "finished")
    assert document.map.partner(partner.id) is None
    assert document.stay(partner, whole.ties)
    assert document.map.partner(partner.id) is not None
    assert document.undo()
    assert document.map.partner(partner.id) is None
    assert document.undo()
    assert document.map == whole


def test_a_successor_needs_a_name(document: Document, three: tuple[str, str, str]) -> None:
    assert document.succeed(document.map.partners[0], " \n") is None
    key = document.succeed(document.map.partners[0], "Nieuwe\n")
    assert sure(document.map.partner(sure(key))).name == "Nieuwe"


def test_a_finished_map_takes_a_second_look_and_nothing_else(
    document: Document, three: tuple[str, str, str]
) -> None:
    key = document.map.partners[0].id
    before = document.map.partners
    document.set_network(finished=True)
    assert document.look_back(key, importance=2)
    assert document.look_back(key, frequency=5)
    [again] = document.map.all_of(Hindsight)
    assert (again.partner, again.frequency, again.importance) == (key, 5, 2)
    assert document.map.partners == before
    assert not document.set_partners([key], importance=2)
    assert document.look_back(key, importance=None)
    assert document.look_back(key, frequency=None)
    assert document.map.all_of(Hindsight) == ()
    assert not document.look_back("nobody", importance=2)


def test_a_map_can_be_looked_at_without_opening_it(
    document: Document, three: tuple[str, str, str]
) -> None:
    first, before = document.map.network.id, document.map
    document.new_map("Een andere")
    heard = Heard(document)
    assert document.map_of(first) == before
    assert document.map_of(document.map.network.id) is document.map
    assert heard.names == []
    assert document.map_of("nowhere") is None
    assert heard.problems == ["map_not_found"]


def test_what_somebody_else_intends_is_not_asked_about(document: Document) -> None:
    intends = Intention(id=new_id(), what="Call", due=date(2026, 1, 1))
    mine = Map.of([Network(id=new_id(), series=new_id()), intends])
    theirs = shared(mine, Selection(parts=frozenset({"intentions"})), "nl")
    assert theirs.all_of(Intention)
    document.add_map(theirs)
    assert document.due(date(2026, 2, 1)) == []
    document.add_map(mine)
    assert [due.intention.what for due in document.due(date(2026, 2, 1))] == ["Call"]


@pytest.mark.parametrize(
    "typed", ["\u200b", "\u202e \u2066", "\u3164", "\u2800", "\x00\x1f", "\ud800"]
)
def test_a_name_of_which_nothing_is_seen_is_refused_with_a_sentence(
    document: Document, typed: str
) -> None:
    document.new_map("Kaart")
    key = document.add_partner("Sam")
    document.intend("x")
    intention = document.map.all_of(Intention)[0].id
    refused: list[Any] = []
    document.refused.connect(refused.append)
    assert document.add_partner(typed) is None
    assert not document.rename(sure(key), typed)
    assert document.succeed(sure(document.map.partner(sure(key))), typed) is None
    assert document.intend_with(intention, typed) is None
    assert [problem.code for problem in refused] == ["name_not_seen"] * 4
    assert [partner.name for partner in document.map.partners] == ["Sam"]


def test_whatever_is_written_is_kept_in_one_way(document: Document) -> None:
    apart = "Zoe\u0308\u202e"
    document.new_map(apart)
    key = document.add_partner(apart)
    document.set_partners([sure(key)], kind=apart, notes=apart, goal=f"{apart}\n")
    document.set_network(role=apart, ego_label=apart)
    document.add_outline([sure(key)], apart)
    document.add_note(apart, 0, 0)
    document.answer("R01", apart)
    document.intend(apart, first_step=apart)
    written = [
        getattr(record, name)
        for record in document.map.records.values()
        for name, rule in rules_of(type(record)).items()
        if rule.tidied is not None and getattr(record, name)
    ]
    assert len(written) > 9
    assert {text.strip() for text in written} == {"Zoë"}
    assert document.intend_with(document.map.all_of(Intention)[0].id, apart) == key


def test_a_crowd_is_not_tied_to_each_other_in_one_go(document: Document, qtbot: QtBot) -> None:
    people = [Partner(id=f"p{n}", name=f"P{n}") for n in range(101)]
    document.add_map(Map.of([Network(id="crowd", series="crowd"), *people]))
    with qtbot.waitSignal(document.refused) as refused:
        assert not document.tie_all([partner.id for partner in people])
    problem = refused.args[0]
    assert problem.code == "too_many_to_tie"
    assert problem.values == {"most": 100, "lines": 5050}
    assert document.map.ties == ()
    assert document.tie_all([partner.id for partner in people[:100]])
    assert len(document.map.ties) == 4950


def test_who_was_unknown_is_what_a_new_name_says_in_one_step(document: Document) -> None:
    """Of whom something is known already that stays: the name may be a person's."""
    document.new_map("Mine")
    unknown = document.add_partner("X")
    known = document.add_partner("Parents", kind="parents", setting="pupil_and_family")
    before = document.map.partner(sure(unknown))
    document.rename(sure(known), "Head teacher")
    document.rename(sure(unknown), "Head teacher")
    assert sure(document.map.partner(sure(unknown))).kind == "leadership"
    assert sure(document.map.partner(sure(unknown))).setting == "in_school"
    assert sure(document.map.partner(sure(known))).kind == "parents"
    document.undo()
    assert document.map.partner(sure(unknown)) == before
