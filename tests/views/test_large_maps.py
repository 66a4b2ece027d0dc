"""Maps with more people, or larger letters, than fit in their frame: they pan, nothing shrinks."""

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.analysis.lens import LENSES
from app.document import Document
from app.layout.free_layout import calm_spot, free_spot
from app.layout.free_places import growth_apart, moved_apart
from app.layout.picture import Box, Frame, Person, Picture, Spot
from app.models.network import Map
from app.settings import Settings
from app.views.compare.scene import Ground, MomentScene
from app.views.map import marks
from app.views.map.ground import pieces_of
from app.views.map.layout_request import free_picture
from app.views.map.lens_and_layers import look_of
from app.views.map.scene import MapScene
from app.views.map.standpoint import stand_at, standpoint
from app.views.map.view import MapView
from app.views.map.zoom_view import smallest
from app.views.widgets import theme
from tests.pictures import example
from tests.sure import sure


def frame(size: int, width: int = 480, height: int = 590) -> Frame:
    return Frame(
        width,
        height,
        line_height=16 * size,
        measure=lambda text: 7 * size * len(text),
        small_measure=lambda text: 6 * size * len(text),
        small_line_height=14 * size,
        disc=34 * size,
        least=24 * size,
        ego=58 * size,
    )


def drawn(count: int) -> list[Person]:
    """People as they were drawn in small letters: nobody on another there."""
    chance = Random(3)
    people = [
        Person(f"p{n}", f"Partner {n}", x=chance.uniform(-1.1, 1.1), y=chance.uniform(-1.1, 1.1))
        for n in range(count)
    ]
    apart = moved_apart(people, frame(1))
    at = (apart.get(p.id, (p.x, p.y)) for p in people)
    return [p._replace(x=x, y=y) for p, (x, y) in zip(people, at, strict=True)]


@pytest.mark.parametrize("count", [18, 60, 120])
def test_who_stood_apart_stands_there_in_letters_twice_as_large(count: int) -> None:
    people = drawn(count)
    assert growth_apart(people, frame(1)) == 1.0
    growth = growth_apart(people, frame(2))
    assert growth > 1.0
    assert moved_apart(people, frame(2), growth) == {}
    spots = free_picture(people, frame(2), pans=True).spots
    assert len(spots) == count
    assert min(spot.diameter for spot in spots.values()) >= 48
    assert not any(a.disc.overlaps(b.disc) for a, b in combinations(spots.values(), 2))


def test_who_stands_on_the_very_same_place_steps_aside_in_a_map_that_stays() -> None:
    people = [Person(f"p{n}", "Sam", x=0.7, y=0.0) for n in range(5)]
    assert growth_apart(people, frame(1)) == 1.0  # larger would not part them
    assert len(moved_apart(people, frame(1))) == 4


# What a window of 1024x768, and one of 1366x768, has for a map at a text size: to draw on and, as
# one of two, to compare. In large letters one of two is larger than its room, and pans.
ROOMS: dict[int, tuple[tuple[tuple[int, int], ...], ...]] = {
    100: (((930, 628), (736, 628)), ((499, 592), (506, 592))),
    150: (((904, 570), (1246, 570)), ()),
}


@pytest.mark.parametrize("text", ROOMS)
def test_a_map_of_eighteen_is_seen_whole_through_any_lens(qapp: QApplication, text: int) -> None:
    theme.wear("light", text)
    try:
        drawn_on, compared = ROOMS[text]
        for lens in LENSES:
            whole = placed(example(18)) if lens == "free" else example(18)
            for room in drawn_on:
                scene = MapScene()
                scene.stands_still = True
                scene.show_map(whole, look_of(whole, lens, {}, sectors=True))
                assert is_whole(scene, room)
            now = later(whole)
            for room in compared if LENSES[lens].takes_drops else ():
                ground = Ground()
                ground.show((whole, now), look_of(whole, lens, {}, sectors=True))
                for place in (0, 1):
                    scene = MomentScene(ground)
                    scene.show_moment(place, ground.look)
                    assert is_whole(scene, room)
    finally:
        theme.wear("light", 100)


def placed(whole: Map) -> Map:
    around = [(math.sin(2.4 * n), math.cos(2.4 * n), 0.35 + n / 24) for n in range(18)]
    return whole.after(
        {
            p.id: replace(p, x=away * x, y=away * y)
            for p, (x, y, away) in zip(whole.partners, around, strict=True)
        }
    )


def later(whole: Map) -> Map:
    return whole.after(
        {
            p.id: None if n == 10 else replace(p, frequency=(p.frequency or 0) % 6 + 1)
            for n, p in enumerate(whole.partners)
            if n % 5 == 0
        }
    )


def is_whole(
    scene: MapScene | MomentScene,
    room: tuple[Any, Any],
) -> bool:
    """Tell whether all is seen in a room of this size, in letters that can be read."""
    scene.set_size(QSize(*room))
    picture = scene.picture
    for spot in scene.picture.spots.values():
        for box in filter(None, (spot.box, spot.disc)):
            assert box.x >= 0
            assert box.y >= 0
            assert box.x + box.w <= picture.width
            assert box.y + box.h <= picture.height
    fit: float = min(room[0] / picture.width, room[1] / picture.height, 1.0)
    return fit >= smallest()


def test_letters_are_shown_no_smaller_than_can_be_read(qapp: QApplication) -> None:
    try:
        for text in (100, 125, 150, 175, 200):
            theme.wear("light", text)
            assert 13 * text / 100 * smallest() >= 10.49
        assert 26 * smallest() >= 16.9  # nobody chose large letters to read small ones
    finally:
        theme.wear("light", 100)


@pytest.mark.parametrize("letters", ["N", "WW", "On2", "MW3", "WG48", "Pa10"])
@pytest.mark.parametrize("entity", ["person", "group", "organisation"])
def test_the_letters_in_the_smallest_disc_can_be_read_and_stay_within_it(
    qapp: QApplication, letters: str, entity: str
) -> None:
    form, disc = marks.Form(entity=entity), 24
    font = marks.fitting(marks.initials_font(form, disc, letters), letters, disc)
    assert QFontInfo(font).pixelSize() >= 10
    assert QFontMetricsF(font).horizontalAdvance(letters) <= disc


def test_a_map_that_grows_while_one_looks_at_a_part_goes_on_there(
    document: Document, settings: Settings, qtbot: QtBot
) -> None:
    document.add_map(example(40))
    settings.lens = "importance"
    view = MapView(document, settings)
    qtbot.addWidget(view)
    view.resize(420, 420)
    view.show()
    view.fit_size()
    assert not view.shows_all
    assert view.transform().m11() == 1.0  # as large as letters ask
    view.scroll_by(QPointF(60, 90).toPoint())
    stood = standpoint(view, view.map_scene.picture)
    view.map_scene.set_size(QSize(700, 700))
    assert not view.shows_all
    stand_at(view, view.map_scene.picture, stood)
    assert (sure(standpoint(view, view.map_scene.picture)) - sure(stood)).manhattanLength() < 0.02


@pytest.fixture
def shown(document: Document, settings: Settings, qtbot: QtBot) -> Iterator[Callable[..., Any]]:
    """Return a function that shows a map at a text size in a room, through a lens."""

    def show(count: int, text: int, room: tuple[Any, Any], lens: str = "importance") -> MapView:
        theme.wear("light", text)
        document.add_map(example(count))
        settings.lens, settings.motion = lens, False
        view = MapView(document, settings)
        qtbot.addWidget(view)
        view.resize(*room)
        view.show()
        assert view.place  # the size has settled
        return view

    yield show
    theme.wear("light", 100)


def names_seen(view: MapView) -> set[Any]:
    """Return who has a name on the map, and whose name would be whole; a pixel more or less."""
    frame, over = view.viewport().rect().toRectF(), (view.covered() or QRect()).toRectF()
    named, whole = set(), set()
    for key, item in view.map_scene.people.items():
        if item.lines:
            label = view.viewportTransform().mapRect(item.mapRectToScene(item.label))
            most, least = label.adjusted(-1, -1, 1, 1), label.adjusted(1, 1, -1, -1)
            if item.is_named:
                named.add(key)
                assert frame.contains(least), item.partner.name
                assert not least.intersects(over), item.partner.name
            if frame.contains(most) and not most.intersects(over):
                whole.add(key)
    assert whole <= named
    return named


# What the map has in a window of 1024x768, and of 1366x768.
AT_REST = {150: ((904, 570), (1246, 570)), 200: ((904, 512), (1246, 512))}


@pytest.mark.parametrize("count", [18, 60])
@pytest.mark.parametrize("text", AT_REST)
def test_no_name_is_cut_by_the_frame_at_rest_or_while_one_pans(
    shown: Callable[..., Any], text: int, count: int
) -> None:
    for room, lens in zip(AT_REST[text], ("contact", "gap"), strict=True):
        view = shown(count, text, room, lens)
        first = names_seen(view)
        assert len(first) >= (14 if count == 18 else 8), room
        if count == 60:
            seen = set()
            for by in ((250, 0), (0, -120), (-500, 200)):
                view.scroll_by(QPoint(*by))
                seen |= names_seen(view)
            assert seen - first
            view.fit()
            assert len(names_seen(view)) == len(view.map_scene.people)  # none is cut now
        view.close()


def test_what_is_seen_first_has_more_whole_names_than_the_very_middle(
    shown: Callable[..., Any],
) -> None:
    view = shown(18, 200, (904, 512), "contact")
    assert not view.shows_all
    first = len(names_seen(view))
    part = view.mapToScene(view.viewport().rect()).boundingRect()
    assert part.contains(view.map_scene.ego.sceneBoundingRect())
    view.centerOn(view.sceneRect().center())
    assert first > len(names_seen(view))


def test_the_overview_makes_way_for_who_has_the_keyboard(
    shown: Callable[..., Any], document: Document
) -> None:
    view = shown(60, 200, (904, 512))
    for partner in document.map.partners:
        if partner.id in view.map_scene.people:
            document.select([partner.id])
            disc = view.map_scene.people[partner.id].painted
            assert not view.mapFromScene(disc).boundingRect().intersects(view.covered())


def test_a_map_stays_as_large_as_it_is_when_somebody_is_put_half_on_another(
    qapp: QApplication,
) -> None:
    first = drawn(18)[0]
    people = [*drawn(18), Person("late", "Late", x=sure(first.x) + 0.03, y=first.y)]
    before = free_picture(drawn(18), frame(1), pans=True)
    after = free_picture(people, frame(1), pans=True)
    assert (after.width, after.height) == (before.width, before.height)
    assert not any(a.disc.overlaps(b.disc) for a, b in combinations(after.spots.values(), 2))


def test_somebody_new_stands_on_nobody_in_a_map_without_any_room(qapp: QApplication) -> None:
    room, spots = frame(1), {}
    for n in range(120):  # a disc every 50 pixels, all over the picture, save one place
        across, down = 25.0 + 50 * (n % 10), 25.0 + 50 * (n // 10)
        if (across, down) != (425.0, 425.0):
            spots[f"p{n}"] = Spot(f"p{n}", across, down, 34, (), None, "centre")
    picture = Picture(480, 590, 240, 295, 200, 58, spots=spots)
    assert calm_spot(picture, "Schoolmaatschappelijk werk", room, 40.0) is None
    x, y = free_spot(picture, "Schoolmaatschappelijk werk", room, 40.0)
    at, half = (picture.cx + x * picture.radius, picture.cy + y * picture.radius), room.disc / 2
    disc = Box(at[0] - half, at[1] - half, 2 * half, 2 * half)
    assert not any(disc.overlaps(spot.disc) for spot in spots.values())


def rim_seen(view: MapView) -> list[str]:
    """Return the names along the rim that are shown: whole, by their sector, each on nothing."""
    scene = view.map_scene
    frame, over = view.viewport().rect().toRectF(), (view.covered() or QRect()).toRectF()
    boxes: list[QRectF] = []
    for sector, own in zip(scene.rim_names.sectors, scene.picture.sectors, strict=True):
        pieces = [view.viewportTransform().mapRect(one) for one in pieces_of(sector)]
        for piece in pieces:
            assert frame.contains(piece), sector.label
            assert not piece.intersects(over), sector.label
            assert not any(piece.intersects(box) for box in boxes), sector.label
        boxes += pieces
        if sector.arc is not None and sector.arc != own.arc:
            middle = (sector.start + sector.end) / 2
            off = (sector.arc.angle - middle + 180) % 360 - 180
            assert abs(off) <= (sector.end - sector.start) / 2, sector.label
    return [sector.label for sector in scene.rim_names.sectors if sector.arc is not None]


@pytest.mark.parametrize("text", [100, 200])
def test_no_name_along_the_rim_is_cut_while_one_pans(
    shown: Callable[..., Any], qtbot: QtBot, text: int
) -> None:
    view = shown(18, text, (904, 570))
    scene = view.map_scene
    assert len(rim_seen(view)) == len(scene.picture.sectors)
    view.zoom(1.6)
    moved, told = set(), list[Any]()
    view.rim_pressed.connect(told.append)
    for by in ((-400, -300), *((40, 25),) * 20, (-400, 0)):
        view.scroll_by(QPoint(*by))
        rim_seen(view)
        for number, own in enumerate(scene.picture.sectors):
            sector = scene.rim_names.sectors[number]
            if sector.arc not in (None, own.arc):
                moved.add(own.label)
                box = sector.boxes[len(sector.boxes) // 2]
                at = view.mapFromScene(QPointF(box.x + box.w / 2, box.y + box.h / 2))
                if not told:
                    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
                    assert told == [scene.settings_around[number]]
    assert len(moved) > 2
    view.fit()
    assert scene.rim_names.sectors == scene.picture.sectors
