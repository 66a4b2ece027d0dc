"""People who were never put anywhere: in the free lens they all stand, everywhere in one place."""

import json
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.analysis.lens import LENSES
from app.document import Document
from app.exchange.kring_file import from_json, to_json
from app.exchange.pseudonyms import pseudonymous
from app.exchange.share import PROGRAM, shared
from app.models.moments import continued
from app.models.network import Map, Network
from app.report.painters import PictureRequest
from app.settings import Settings
from app.views.compare.chosen_moments import ComparedMoments
from app.views.frame.window import MainWindow
from app.views.map.scene import MapScene
from app.views.picture.painters import Painters
from app.views.picture.portrait import Portrait
from app.words.edit_names import edit_name
from tests.pictures import example
from tests.sure import as_a, sure

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def without_places(people: int = 18, *, placed: tuple[Any, ...] = ()) -> Map:
    """Return a map as one that was converted, in which only some have a place."""
    partners = [
        replace(p, x=(0.2 + 0.3 * placed.index(p.id)), y=-0.5)
        if p.id in placed
        else replace(p, x=None, y=None)
        for p in example(people).partners
    ]
    return Map.of(
        [Network(id=f"converted{people}{placed}", series="s", title="Omgezet"), *partners]
    )


@pytest.fixture
def window(document: Document, settings: Settings, qtbot: QtBot) -> MainWindow:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    window.resize(1366, 720)
    window.show()
    window.show_document(document)
    return window


def in_radii(scene: MapScene) -> dict[Any, tuple[Any, Any]]:
    """Return where everybody stands in a scene, in radii of its circle."""
    picture = scene.picture
    return {
        key: (
            pytest.approx((spot.x - picture.cx) / picture.radius, abs=1e-6),
            pytest.approx((spot.y - picture.cy) / picture.radius, abs=1e-6),
        )
        for key, spot in picture.spots.items()
    }


def drawn_by_the_command(whole: Map) -> MapScene:
    asked = PictureRequest(
        lens="free",
        size=(1400, 990),
        text=125,
        title=True,
        legend=True,
        sectors=True,
        dark=False,
        grey=False,
    )
    return as_a(Portrait, Painters().drawn(whole, asked)).scene


def recorded(document: Document) -> set[Any]:
    return {p.id for p in document.map.partners if p.x is not None}


def test_window_and_command_show_the_same_people_in_the_same_places(
    window: MainWindow, document: Document, settings: Settings
) -> None:
    some: tuple[tuple[str, ...], ...] = ((), ("p3",), ("p3", "p7", "p11"))
    for people, placed in ((1, ()), (4, ()), *product((18, 45), some)):
        settings.lens = "free"
        whole = without_places(people, placed=placed)
        document.add_map(whole)
        scene = window.screens.map.view.scene_now()
        assert len(scene.people) == people
        assert in_radii(scene) == in_radii(drawn_by_the_command(whole)), (people, placed)
        assert not window.screens.quick_add.tray.isVisible()
        assert document.map == whole  # shown, and nothing of it kept


def test_who_was_typed_through_another_lens_stands_in_the_free_one(
    window: MainWindow, document: Document, settings: Settings
) -> None:
    settings.lens = "importance"
    for name in ("mama van Sam", "logo", "Bo"):
        document.add_partner(name)
    settings.lens = "free"
    assert len(window.screens.map.view.scene_now().people) == 3
    assert recorded(document) == set()


def test_what_is_answered_renamed_or_removed_moves_nobody(document: Document) -> None:
    document.add_map(without_places())
    places = {p.id: (p.x, p.y) for p in document.shown.partners}
    document.set_partners(["p0", "p1"], importance=5)
    document.rename("p2", "Iemand met een veel langere naam")
    document.set_partners(["p3"], setting="community")
    document.remove_partners(["p4"])
    document.add_partner("Nieuw")
    now = {p.id: (p.x, p.y) for p in document.shown.partners}
    assert {key: now[key] for key in places if key != "p4"} == {
        key: place for key, place in places.items() if key != "p4"
    }
    assert recorded(document) == set()
    document.undo()
    document.undo()  # and who comes back stands where they stood
    assert {p.id: (p.x, p.y) for p in document.shown.partners} == places


@pytest.mark.parametrize("how", ["drag", "new", "note", "paste"])
def test_the_first_place_keeps_all_others_as_one_step(document: Document, how: str) -> None:
    document.add_map(without_places())
    shown = {p.id: (p.x, p.y) for p in document.shown.partners}
    was = document.history.position
    if how == "drag":
        document.place({"p0": {"x": 0.7, "y": 0.1}})
        shown["p0"] = (0.7, 0.1)
    elif how == "new":
        key = document.add_partner("Nieuw", at=(0.3, 0.9))
        shown[sure(key)] = (0.3, 0.9)
    elif how == "note":
        document.add_note("Overleg", 0.1, 0.2)
    else:
        document.paste_partners([sure(replace(sure(document.map.partner("p1")), x=0.9, y=0.9))])
        shown[document.selection[0]] = (0.9, 0.9)
    assert document.history.position == was + 1
    assert {p.id: (p.x, p.y) for p in document.map.partners} == shown
    document.undo()
    assert recorded(document) == set()
    assert len(document.shown.partners) == 18


def test_who_is_taken_off_waits_in_the_tray_and_comes_back(
    window: MainWindow, document: Document, settings: Settings
) -> None:
    view = window.screens.map.view
    everybody = [p.id for p in without_places().partners]
    some: tuple[tuple[str, ...], ...] = ((), ("p3",))
    for off, placed in product((["p0"], ["p0", "p3"], everybody), some):
        settings.lens = "free"
        document.add_map(without_places(placed=placed))
        stood = in_radii(view.scene_now())
        document.select(off)
        was = document.history.position
        view.take_off()
        assert document.history.position == was + 1
        assert view.scene_now().people.keys() == stood.keys() - set(off), (off, placed)
        assert window.screens.quick_add.tray.list.count() == len(off)
        key = document.map.network.id
        document.open(key)  # also after a restart: the steps are kept with the map
        settings.lens = "free"  # where nobody stands in it, a map opens through another
        assert view.scene_now().people.keys() == stood.keys() - set(off)
        document.undo()
        assert in_radii(view.scene_now()) == stood, (off, placed)


COPIES = {
    "a file": lambda whole: from_json(to_json(whole), Path("map.kring")),
    "shared with places": lambda whole: shared(whole, PROGRAM, "nl"),
    "without names": lambda whole: pseudonymous(whole, "nl"),
    "the next moment": lambda whole: continued(whole, label="Eind", moment=None),
}


@pytest.mark.parametrize("way", COPIES)
def test_who_is_taken_off_waits_in_every_copy_too(document: Document, way: str) -> None:
    document.add_map(without_places(4))
    document.place({"p1": LENSES["free"].emptied()})
    copied = COPIES[way](document.map)
    network = replace(copied.network, id="copied")
    document.add_map(Map.of([network, *copied.partners]))
    assert document.history.position == 0  # no step tells it
    waiting = [p for p in document.shown.partners if p.x is None]
    assert [document.map.partners.index(document.map.partner(p.id)) for p in waiting] == [1]
    drawn = drawn_by_the_command(document.map)
    assert len(drawn.people) == 3
    document.place({waiting[0].id: {"x": 0.2, "y": 0.4}})
    assert not any(p.taken_off for p in document.map.partners)


def test_who_stands_somewhere_was_not_taken_off_whatever_a_file_says() -> None:
    content = json.loads(to_json(without_places(4, placed=("p0",))))
    for partner in content["partners"][:2]:
        partner["taken_off"] = True
    read = from_json(json.dumps(content).encode(), Path("map.kring"))
    assert [p.taken_off for p in read.partners] == [None, True, None, None]


def test_two_who_are_one_wait_only_where_neither_has_a_place(document: Document) -> None:
    document.add_map(without_places(6))
    document.place({"p0": LENSES["free"].emptied()})
    document.place({key: LENSES["free"].emptied() for key in ("p2", "p3")})
    document.merge_partners(["p0", "p1"])
    document.merge_partners(["p2", "p3"])
    assert {p.id for p in document.shown.partners if p.x is None} == {"p2"}


@pytest.mark.parametrize("place_later", [False, True])
def test_who_is_at_two_moments_without_places_stands_in_one(
    document: Document, place_later: bool
) -> None:
    earlier = document.add_map(without_places())
    document.continue_map(sure(earlier), "Eind", None)
    document.remove_partners(["p2"])
    if place_later:
        document.place({"p5": {"x": 0.6, "y": 0.6}})
    compared = ComparedMoments(document)
    compared.wake(awake=True)
    before, after = ({p.id: (p.x, p.y) for p in m.partners} for m in compared.moments)
    assert before.keys() - after.keys() == {"p2"}
    assert None not in {x for x, _ in before.values()}
    assert {key: before[key] for key in after} == after


def test_undo_names_whoever_came_and_not_those_who_keep_their_place(document: Document) -> None:
    document.add_map(without_places())
    key = sure(document.add_partner("Sam", at=(0.5, 0.5)))
    assert edit_name(sure(document.undoable), document.map) == "Add: Sam"
    document.place({key: {"x": 0.1, "y": 0.1}})
    assert edit_name(sure(document.undoable), document.map) == "Move: Sam"


def test_undo_of_the_first_place_counts_nobody(document: Document) -> None:
    document.add_map(without_places())
    document.add_note("Here", 0.5, 0.5)
    assert edit_name(sure(document.undoable), document.map) == "Text on the map"
    document.undo()
    document.place({"p0": {"x": 0.7, "y": 0.1}})
    assert edit_name(sure(document.undoable), document.map) == "Move"
