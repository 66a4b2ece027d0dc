"""What stands on the map: nothing overlaps, everything is in sight, lines and ties are drawn."""

import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractAnimation, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import language
from app.analysis.lens import LENSES
from app.document import Document
from app.models.network import Map, Tie, new_id
from app.models.values import PartnerValues
from app.settings import Settings
from app.views.map import ground, people_items
from app.views.map.glide import Glide
from app.views.map.layout_request import least_disc
from app.views.map.lens_and_layers import look_of
from app.views.map.lines import MOST_MOVING_TIES
from app.views.map.overview import Overview
from app.views.map.scene import MapScene
from app.views.map.view import MapView
from app.views.map.zoom_view import ZoomView, smallest
from app.views.widgets import theme
from app.views.widgets.line_widths import LINE_WIDTHS
from app.words import phrases
from tests.examples import in_turn
from tests.pictures import example
from tests.sure import sure

# The offscreen plugin has no use for the least size of a window.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SMALL, LARGE = (520, 560), (930, 760)
LONG = ("Samenwerkingsverband Passend Onderwijs Zuid-Kennemerland", "Schoolmaatschappelijkwerkster")


@pytest.fixture
def settings(tmp_path: Path, qapp: QApplication) -> Iterator[Settings]:
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    language.install("nl")
    yield settings
    language.install("en")


@pytest.fixture
def show(document: Document, settings: Settings, qtbot: QtBot) -> Callable[..., Any]:
    """Show a map of people in a lens and a size, everybody with a place."""

    def shown(
        count: int,
        lens: str = "importance",
        size: tuple[Any, Any] = LARGE,
        *,
        ties: Sequence[Any] = (),
    ) -> MapView:
        settings.lens = lens
        document.add_map(crowd(count, ties))
        view = MapView(document, settings)
        qtbot.addWidget(view)
        view.resize(*size)
        view.show()
        qtbot.waitUntil(lambda: view.map_scene.sceneRect().width() >= size[0])
        if lens == "free":
            for partner in document.map.partners:
                x, y = sure(view.map_scene.place_for(partner.kind, partner.setting))
                document.place({partner.id: {"x": x, "y": y}})
        return view

    return shown


def crowd(count: int, ties: Sequence[Any] = ()) -> Map:
    """Return a map of people with long names who are all rated."""
    whole = example(count)
    partners = [replace(p, importance=p.importance or 3, name=p.name) for p in whole.partners]
    for at, name in zip((3, 6), LONG, strict=True):
        if at < count:
            partners[at] = replace(partners[at], name=name)
    network = replace(whole.network, id=new_id())
    drawn = [Tie(id=f"{a}-{b}", a=a, b=b, state=state) for a, b, state in ties]
    return Map.of([network, *partners, *drawn])


def discs(view: MapView) -> dict[Any, tuple[Any, Any]]:
    """Return the discs of everybody and of the middle in pixels of the view: middle, radius."""
    scene, scale = view.map_scene, view.transform().m11()
    found = {
        key: (QPointF(view.viewportTransform().map(item.pos())), item.diameter / 2 * scale)
        for key, item in scene.people.items()
    }
    middle = QPointF(scene.picture.cx, scene.picture.cy)
    found["ego"] = (view.viewportTransform().map(middle), scene.picture.ego / 2 * scale)
    return found


def labels(view: MapView) -> dict[Any, Any]:
    """Return all that is written, in pixels of the view."""
    scene = view.map_scene
    found = {
        f"label of {item.partner.name}": item.mapRectToScene(item.label)
        for item in scene.people.values()
        if item.lines
    }
    for ring in scene.picture.rings:
        found[f"ring {ring.label}"] = ground.rect_of(sure(ring.box))
    for number, sector in enumerate(scene.picture.sectors):
        for part, piece in enumerate(ground.pieces_of(sector)):
            found[f"rim {number}.{part}"] = piece
    return {name: view.viewportTransform().mapRect(rect) for name, rect in found.items()}


def overlaps(view: MapView) -> list[tuple[Any, Any]]:
    """Return every two things that cover each other."""
    people, written = list(discs(view).items()), list(labels(view).items())
    found = []
    for at, (one, (middle, radius)) in enumerate(people):
        for other, (centre, size) in people[at + 1 :]:
            if math.dist(middle.toTuple(), centre.toTuple()) < radius + size - 0.01:
                found.append((one, other))
        for other, rect in written:
            x = min(max(middle.x(), rect.left()), rect.right())
            y = min(max(middle.y(), rect.top()), rect.bottom())
            if math.dist(middle.toTuple(), (x, y)) < radius - 0.01:
                found.append((one, other))
    for at, (one, rect) in enumerate(written):
        inner = rect.adjusted(0.01, 0.01, -0.01, -0.01)
        found += [(one, other) for other, box in written[at + 1 :] if inner.intersects(box)]
    return found


def out_of_sight(view: MapView) -> list[Any]:
    """Return what cannot be seen when all of the map is asked for; goes back to what was seen."""
    before = view.place
    view.fit()
    room = QRectF(view.viewport().rect()).adjusted(-0.01, -0.01, 0.01, 0.01)
    found = [name for name, rect in labels(view).items() if not room.contains(rect)]
    for name, (middle, radius) in discs(view).items():
        half = QPointF(radius, radius)
        if not room.contains(QRectF(middle - half, middle + half)):
            found.append(name)
    view.go_on_at(before)
    return found


def is_readable(view: MapView) -> bool:
    """Tell whether the map is as large as its letters should be, with an overview of a larger."""
    overview = view.findChild(Overview)
    return view.transform().m11() >= smallest() and sure(overview).isVisible() != view.shows_all


# --- room for everybody


ROOMS = [("free", SMALL), ("free", LARGE), ("importance", LARGE), ("importance", SMALL)]
"""Of these each number of people takes one, and the one that differs both ways."""


@pytest.mark.parametrize(("count", "room"), in_turn((0, 1, 8, 18, 25), ROOMS, 2))
def test_nothing_overlaps_and_nothing_is_out_of_sight(
    show: Callable[..., Any], count: int, room: tuple[str, tuple[int, int]]
) -> None:
    lens, size = room
    view = show(count, lens, size)
    assert len(view.map_scene.people) == count
    assert is_readable(view)
    assert overlaps(view) == []
    assert out_of_sight(view) == []


@pytest.mark.parametrize("lens", ["contact", "gap"])
@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
def test_the_other_lenses_have_room_too(
    show: Callable[..., Any], document: Document, lens: str, size: tuple[Any, Any]
) -> None:
    view = show(25, lens, size)
    document.set_partners([p.id for p in document.map.partners if p.frequency is None], frequency=3)
    assert len(view.map_scene.people) == 25
    assert is_readable(view)
    assert overlaps(view) == []
    assert out_of_sight(view) == []


def test_the_check_for_overlap_can_fail(show: Callable[..., Any]) -> None:
    view = show(8)
    one, other = list(view.map_scene.people.values())[:2]
    one.setPos(other.pos())
    assert overlaps(view) != []
    one.setPos(-20, 0)
    assert one.partner.id in out_of_sight(view)


@pytest.mark.parametrize("lens", ["free", "importance"])
def test_every_line_of_a_label_fits_in_its_room(show: Callable[..., Any], lens: str) -> None:
    view = show(25, lens, SMALL)
    letters = QFontMetricsF(theme.font())
    for item in view.map_scene.people.values():
        assert item.lines
        widest = max(letters.horizontalAdvance(line) for line in item.lines)
        assert widest <= item.label.width() + 0.5
        assert item.label.height() >= len(item.lines) * letters.height() - 0.5
        assert item.boundingRect().contains(item.label)


@pytest.mark.parametrize("lens", ["free", "importance"])
def test_a_map_that_grows_while_people_come_stays_in_sight(
    show: Callable[..., Any], document: Document, lens: str
) -> None:
    view = show(0, lens, (330, 330))
    for partner in crowd(25).partners:
        at = view.map_scene.place_for(partner.kind, partner.setting)
        key = document.add_partner(partner.name, kind=partner.kind, at=at)
        document.set_partners([sure(key)], importance=5)
    assert len(view.map_scene.people) == 25
    assert view.map_scene.picture.width > 330  # or this test shows nothing
    assert is_readable(view)
    assert out_of_sight(view) == []


def test_somebody_far_away_makes_the_map_larger_not_its_letters_smaller(
    show: Callable[..., Any], document: Document
) -> None:
    view = show(8, "free")
    key, before = document.map.partners[0].id, view.transform()
    document.place({key: {"x": 3.5, "y": -2.0}})
    assert not view.shows_all
    assert is_readable(view)
    assert out_of_sight(view) == []
    document.undo()
    assert view.transform() == before
    assert is_readable(view)


@pytest.mark.parametrize(("count", "text"), [(14, 100), (14, 200), (60, 150), (120, 100)])
def test_people_and_letters_are_as_large_as_the_text_however_many_there_are(
    qapp: QApplication, count: int, text: int
) -> None:
    around = [(math.sin(2.4 * n), math.cos(2.4 * n), 0.3 + 0.7 * n / count) for n in range(count)]
    people = crowd(count).partners
    placed = {
        p.id: replace(p, x=away * x, y=away * y, frequency=p.frequency or 2)
        for p, (x, y, away) in zip(people, around, strict=True)
    }
    whole = crowd(count).after(placed)
    theme.wear("light", text)
    try:
        view = ZoomView()
        view.map_scene = scene = MapScene(view)
        view.setScene(scene)
        view.resize(528, 640)
        scene.set_size(view.viewport().size())
        for lens in LENSES:
            scene.show_map(whole, look_of(whole, lens, {}, sectors=True))
            view.follow_size()
            scale = view.transform().m11()
            assert scale >= smallest()
            assert len(scene.people) == count
            for item in scene.people.values():
                assert item.shape().boundingRect().width() * scale >= 23.8
                assert item.diameter * scale >= least_disc() * smallest() - 0.01
                assert item.diameter * scale > 18
                assert item.letters * scale >= 9.0
            hidden = [item for item in scene.people.values() if not item.lines]
            assert len(hidden) <= (
                count // 10 if lens == "free" and count <= 60 else max(0, count - 20)
            )
    finally:
        theme.wear("light", 100)


def test_a_map_larger_than_its_frame_is_panned_by_its_overview(
    show: Callable[..., Any], document: Document, qtbot: QtBot
) -> None:
    view = show(25, "free", (300, 300))
    document.place({document.map.partners[0].id: {"x": 3.5, "y": -2.0}})
    overview = view.findChild(Overview)
    for across, down in ((0.1, 0.1), (0.9, 0.9), (0.5, 0.2)):
        at = QPoint(round(across * overview.width()), round(down * overview.height()))
        qtbot.mouseClick(overview, Qt.MouseButton.LeftButton, pos=at)
        whole = view.sceneRect()
        asked = QPointF(across * whole.width(), down * whole.height())
        assert view.viewport().rect().contains(view.mapFromScene(asked))
    view.fit()
    assert not overview.isVisible()


def test_whoever_is_selected_elsewhere_comes_in_sight(
    show: Callable[..., Any], document: Document
) -> None:
    view = show(25, "free", (300, 300))
    key = document.map.partners[0].id
    document.place({key: {"x": 3.5, "y": -2.0}})
    for chosen in [p.id for p in document.map.partners[:8]]:
        document.select([chosen])
        at = view.mapFromScene(view.map_scene.people[chosen].pos())
        assert view.viewport().rect().contains(at)


def test_another_size_of_the_window_lays_the_map_out_anew(
    show: Callable[..., Any], qtbot: QtBot
) -> None:
    view = show(18, "importance", LARGE)
    view.resize(*SMALL)
    qtbot.waitUntil(lambda: view.map_scene.picture.width < LARGE[0])
    assert is_readable(view)
    assert overlaps(view) == []
    assert out_of_sight(view) == []


def test_without_sectors_there_is_no_rim_and_still_no_overlap(
    show: Callable[..., Any], settings: Settings
) -> None:
    view = show(18)
    settings.sectors = False
    assert view.map_scene.picture.sectors == ()
    assert overlaps(view) == []


# --- what is drawn


def painted(view: MapView, rect: Any = None) -> Any:
    """Return the picture of the scene, one pixel a pixel."""
    picture = view.map_scene.picture
    image = QImage(round(picture.width), round(picture.height), QImage.Format.Format_RGB32)
    image.fill(theme.current().colour("paper"))
    painter = QPainter(image)
    view.map_scene.render(painter, QRectF(image.rect()), view.map_scene.sceneRect())
    painter.end()
    return image


def inked(image: Any, middle: Any, reach: int) -> int:
    """Return how many pixels around a point are not paper."""
    paper = theme.current().colour("paper").rgb()
    x, y = round(middle.x()), round(middle.y())
    around = range(-reach, reach + 1)
    return sum(image.pixel(x + dx, y + dy) != paper for dx in around for dy in around)


def test_the_line_is_wider_from_weekly_on(show: Callable[..., Any], document: Document) -> None:
    widths = []
    view = show(1, "free")
    key = document.map.partners[0].id
    document.place({key: {"x": 0.9, "y": 0.0}})
    for frequency in range(1, 7):
        document.set_partners([key], frequency=frequency)
        item, picture = view.map_scene.people[key], view.map_scene.picture
        image, paper = painted(view), theme.current().colour("paper").rgb()
        x = round((item.pos().x() + picture.cx) / 2)
        widths.append(sum(image.pixel(x, round(picture.cy) + dy) != paper for dy in range(-12, 13)))
    assert widths == sorted(widths)
    assert widths[3] - widths[2] >= 2
    assert len(LINE_WIDTHS) == 7


def test_no_contact_yet_is_dashed_and_not_answered_is_not(
    show: Callable[..., Any], document: Document
) -> None:
    view = show(1, "free")
    key = document.map.partners[0].id
    document.place({key: {"x": 0.9, "y": 0.0}})

    def gaps() -> int:
        item, picture = view.map_scene.people[key], view.map_scene.picture
        image, paper = painted(view), theme.current().colour("paper").rgb()
        row = round(picture.cy)
        along = range(round(picture.cx + 40), round(item.pos().x() - 40))
        return sum(all(image.pixel(x, y) == paper for y in (row - 1, row, row + 1)) for x in along)

    document.set_partners([key], frequency=None)
    assert gaps() == 0
    document.set_partners([key], frequency=0)
    assert gaps() > 20


def test_who_is_important_and_not_met_yet_does_not_fade_in_the_lens_of_differences(
    show: Callable[..., Any], document: Document
) -> None:
    view = show(18, "gap")
    key = next(p.id for p in document.map.partners if p.name == "Museum")
    faded = []
    for values in (
        PartnerValues(frequency=2, importance=5, wished_frequency=None),
        PartnerValues(frequency=0),
        PartnerValues(wished_frequency=0),
        PartnerValues(wished_frequency=3, importance=2),
    ):
        document.set_partners([key], **values)
        faded.append(view.map_scene.people[key].is_faded)
    assert faded == [False, False, True, True]


def test_a_tie_is_drawn_and_goes_when_it_is_taken_away(
    show: Callable[..., Any], document: Document
) -> None:
    view = show(2, "free")
    one, other = (p.id for p in document.map.partners)
    document.place({one: {"x": -0.8, "y": -0.6}, other: {"x": 0.8, "y": -0.6}})
    people = view.map_scene.people
    middle = (people[one].pos() + people[other].pos()) / 2 - QPointF(0, 12)  # the bow
    assert inked(painted(view), middle, 3) == 0
    document.set_tie(one, other, "yes")
    certain = sum(inked(painted(view), middle + QPointF(dx, 0), 3) for dx in range(-60, 61, 6))
    document.set_tie(one, other, "unknown")
    unknown = sum(inked(painted(view), middle + QPointF(dx, 0), 3) for dx in range(-60, 61, 6))
    assert 0 < unknown < certain
    document.set_tie(one, other, None)
    assert inked(painted(view), middle, 3) == 0


def test_ties_follow_a_partner_who_goes_to_the_tray_and_comes_back(
    show: Callable[..., Any], document: Document
) -> None:
    view = show(3, ties=[("p0", "p1", "yes"), ("p1", "p2", "unknown")])
    ties = view.map_scene.ties
    assert len(ties.ties) == 2
    document.set_partners(["p1"], importance=None)
    assert ties.ties == []
    document.undo()
    assert [certain for _, _, certain in ties.ties] == [True, False]
    assert {one.partner.id for one, _, _ in ties.ties} == {"p0", "p1"}


def test_a_square_is_inside_the_school_and_a_star_is_seen(
    show: Callable[..., Any], document: Document, settings: Settings
) -> None:
    view = show(1, "free")
    settings.show_layer("notable", shown=False)  # its outline would be there as well
    key = document.map.partners[0].id
    document.place({key: {"x": 0.8, "y": 0.0}})
    item = view.map_scene.people[key]
    corner = item.pos() + QPointF(-1, 1) * (item.diameter / 2 * 0.8)
    document.set_partners([key], setting="pupil_and_family", entity="person")
    assert inked(painted(view), corner, 0) == 0
    document.set_partners([key], setting="in_school")
    assert inked(painted(view), corner, 0) == 1
    before = painted(view)
    document.set_partners(
        [key], named_important=not sure(document.map.partner(key)).named_important
    )
    assert painted(view) != before


def test_the_middle_says_who_it_is(show: Callable[..., Any], document: Document) -> None:
    view = show(1)
    assert view.map_scene.ego.label == phrases.ego_label(document.map.network) == "Ik"
    document.set_network(ego_label="Juf Annelies van der Kloosterboer")
    assert view.map_scene.ego.label == "Juf Annelies van der Kloosterboer"
    painted(view)


def test_small_people_are_still_large_enough_to_click(show: Callable[..., Any]) -> None:
    view = show(25, "importance", SMALL)
    for item in view.map_scene.people.values():
        disc = item.shape()
        assert disc.contains(QPointF(11.9, 0))
        assert disc.contains(QPointF(0, -11.9))


# --- gliding


@pytest.fixture
def gliding(
    show: Callable[..., Any], document: Document, settings: Settings
) -> tuple[MapView, Glide, Callable[..., Any]]:
    """Show people who glide; return the view and a way to go on in time."""
    view = show(8)
    settings.motion = True
    glide = view.map_scene.glide

    def at(milliseconds: int) -> None:
        glide.setCurrentTime(milliseconds)

    return view, glide, at


def where(view: MapView) -> dict[Any, tuple[Any, Any]]:
    people = view.map_scene.people
    return {key: (round(i.pos().x(), 3), round(i.pos().y(), 3)) for key, i in people.items()}


def goals(view: MapView) -> dict[Any, tuple[Any, Any]]:
    spots = view.map_scene.picture.spots
    return {key: (round(spot.x, 3), round(spot.y, 3)) for key, spot in spots.items()}


def test_people_glide_and_end_where_they_should(
    gliding: tuple[MapView, Glide, Callable[..., Any]], document: Document
) -> None:
    view, glide, at = gliding
    before = where(view)
    document.set_partners(["p0"], importance=1)
    assert where(view) == before
    at(100)
    assert where(view)["p0"] not in (before["p0"], goals(view)["p0"])
    at(glide.duration())
    assert glide.state() == QAbstractAnimation.State.Stopped
    assert where(view) == goals(view)


def test_tails_come_out_of_their_discs_when_everybody_is_there(
    gliding: tuple[MapView, Glide, Callable[..., Any]], settings: Settings
) -> None:
    view, glide, at = gliding
    settings.lens = "contact"
    at(glide.duration())
    settings.lens = "gap"
    tails = view.map_scene.tails()
    key = max(tails, key=lambda one: tails[one].length())
    end = tails[key].p2()

    def looks() -> list[Any]:
        image, x, y = painted(view), round(end.x()), round(end.y())
        return [image.pixel(x + dx, y + dy) for dx in range(-5, 6) for dy in range(-5, 6)]

    at(glide.duration() // 3)
    assert where(view) != goals(view)
    under_way = looks()
    at(glide.duration())
    assert where(view) == goals(view)
    assert looks() != under_way


def test_nothing_is_written_anew_while_people_glide(
    gliding: tuple[MapView, Glide, Callable[..., Any]],
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    view, glide, at = gliding
    settings.lens = "contact"
    glide.pause()
    at(16)
    QApplication.processEvents()
    written: list[str] = []
    monkeypatch.setattr(people_items, "write", lambda _painter, lines, *_: written.extend(lines))
    for step in range(32, glide.duration(), 16):
        at(step)
        QApplication.processEvents()
    assert where(view) != goals(view)
    assert written == []


def test_a_glide_ends_by_itself(
    gliding: tuple[MapView, Glide, Callable[..., Any]], document: Document, qtbot: QtBot
) -> None:
    view, _, _ = gliding
    document.set_partners(["p0"], importance=1)
    qtbot.waitUntil(lambda: where(view) == goals(view))


def test_a_second_change_while_people_glide_goes_on_from_there(
    gliding: tuple[MapView, Glide, Callable[..., Any]], document: Document
) -> None:
    view, glide, at = gliding
    document.set_partners(["p0"], importance=1)
    at(100)
    halfway = where(view)
    document.set_partners(["p0"], importance=2)
    assert where(view) == halfway
    at(100)
    document.set_partners(["p1"], frequency=6)  # moves nobody, and stops nobody
    at(glide.duration())
    assert where(view) == goals(view)


def test_undo_and_another_lens_while_people_glide(
    gliding: tuple[MapView, Glide, Callable[..., Any]], document: Document, settings: Settings
) -> None:
    view, glide, at = gliding
    document.set_partners(["p0"], importance=1)
    at(60)
    document.undo()
    at(60)
    settings.sectors = False
    at(60)
    document.remove_partners(["p2"])
    at(glide.duration())
    assert where(view) == goals(view)
    assert "p2" not in view.map_scene.people


def test_another_map_is_there_at_once(
    gliding: tuple[MapView, Glide, Callable[..., Any]], document: Document
) -> None:
    view, glide, at = gliding
    document.set_partners(["p0"], importance=1)
    at(60)
    document.add_map(crowd(5))
    assert glide.state() == QAbstractAnimation.State.Stopped
    assert where(view) == goals(view)


def test_the_ground_follows_the_people_a_part_a_step(
    gliding: tuple[MapView, Glide, Callable[..., Any]], settings: Settings
) -> None:
    view, glide, at = gliding
    scene = view.map_scene
    there = scene.rim_names.sectors
    assert there
    settings.lens = "free"
    glide.pause()
    assert scene.rim_names.sectors == there, "it stays under people who have not gone yet"
    seen = [painted(view)]
    for moment in (16, 32, 48):
        at(moment)
        for item in scene.people.values():
            item.setPos(0, 0)
        seen.append(painted(view))
    assert all(one != other for one, other in itertools.pairwise(seen))
    assert scene.rim_names.sectors == scene.picture.sectors == ()


def test_the_ground_is_there_as_soon_as_nobody_glides(
    gliding: tuple[MapView, Glide, Callable[..., Any]], settings: Settings
) -> None:
    view, glide, _ = gliding
    for lens in ("free", "importance"):
        settings.lens = lens
        view.map_scene.stop_gliding()
        assert view.map_scene.rim_names.sectors == view.map_scene.picture.sectors, lens
    settings.lens = "free"
    glide.setCurrentTime(glide.duration())
    assert view.map_scene.rim_names.sectors == ()


def test_a_name_along_the_rim_that_comes_while_a_part_is_seen_stands_there(
    gliding: tuple[MapView, Glide, Callable[..., Any]], settings: Settings
) -> None:
    view, glide, at = gliding
    settings.lens = "free"
    at(glide.duration())
    view.zoom(1.3)
    settings.lens = "importance"
    at(glide.duration())
    scene = view.map_scene
    assert any(sector.arc for sector in scene.rim_names.sectors)
    assert scene.rim_names.sectors != scene.picture.sectors
    stood = scene.rim_names.sectors
    view.show_names()
    assert scene.rim_names.sectors == stood


def test_without_motion_people_are_there_at_once(
    show: Callable[..., Any], document: Document
) -> None:
    view = show(8)
    document.set_partners(["p0"], importance=1)
    assert where(view) == goals(view)


def test_many_ties_are_away_while_people_glide_and_back_at_the_end(
    show: Callable[..., Any], document: Document, settings: Settings
) -> None:
    pairs = [(f"p{a}", f"p{b}", "yes") for a in range(25) for b in range(a)]
    view = show(25, ties=pairs[: MOST_MOVING_TIES + 1])
    settings.show_layer("ties", shown=True)
    settings.motion = True
    document.set_partners(["p0"], importance=1)
    glide = view.map_scene.glide
    assert not view.map_scene.ties.isVisible(), "from the first moment of the first time"
    glide.setCurrentTime(100)
    assert not view.map_scene.ties.isVisible()
    glide.setCurrentTime(glide.duration())
    assert view.map_scene.ties.isVisible()


def test_a_drag_takes_over_from_a_glide(
    gliding: tuple[MapView, Glide, Callable[..., Any]], document: Document, qtbot: QtBot
) -> None:
    view, glide, at = gliding
    document.set_partners(["p0"], importance=1)
    at(100)
    item = view.map_scene.people["p1"]
    start = view.mapFromScene(item.pos())
    port, left = view.viewport(), Qt.MouseButton.LeftButton
    qtbot.mousePress(port, left, pos=start)
    for x in (10, 20, 30):
        qtbot.mouseMove(port, start + QPoint(x, 0))
    assert glide.state() == QAbstractAnimation.State.Stopped
    dragged = item.pos()
    qtbot.wait(30)
    assert item.pos() == dragged
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert where(view) == goals(view)
