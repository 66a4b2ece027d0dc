"""The marks of the picture: each says one thing, can be left out, and covers nothing."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPainterPath, qGray
from PySide6.QtWidgets import QGraphicsView

from app.analysis.lens import LENSES
from app.models.network import Map, Network, Partner, Tie
from app.views.map import marks, rim_names
from app.views.map.lens_and_layers import LAYERS, Look, look_of, sizes_in
from app.views.map.marks import Form
from app.views.map.scene import MapScene
from app.views.widgets import theme
from app.views.widgets.line_widths import LINE_WIDTHS

SIZE = QSize(700, 600)
FORMS = [
    marks.Form(inside, entity)
    for inside in (True, False)
    for entity in ("person", "group", "organisation")
]
DIAMETERS = (*range(20, 53, 4), 78)


def look(lens: str = "free", *layers: str) -> Look:
    return Look(LENSES[lens], layers=frozenset(layers))


def network_of(*partners: Partner, ties: Sequence[Any] = ()) -> Map:
    network = Network(id="n", series="s", title="Map", lines_drawn=bool(ties))
    return Map.of([network, *partners, *ties])


def somebody(key: str = "p", x: float = 0.7, y: float = 0.0, **answers: Any) -> Partner:
    return Partner(id=key, name="Ouders Sam", x=x, y=y, **answers)


def shown(whole: Map, seen: Look) -> MapScene:
    scene = MapScene()
    scene.set_size(SIZE)
    scene.show_map(whole, seen)
    return scene


def painted(scene: MapScene) -> QImage:
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    image.fill(theme.current().colour("paper"))
    painter = QPainter(image)
    scene.render(painter, QRectF(image.rect()), scene.sceneRect())
    painter.end()
    return image


def picture(whole: Map, seen: Look) -> Any:
    return painted(shown(whole, seen))


def inked(image: Any, box: Any) -> int:
    """Return how many pixels in a box are not paper (but for a last bit of blending)."""
    paper = qGray(theme.current().colour("paper").rgb())
    box = box.toRect()
    return sum(
        abs(qGray(image.pixel(x, y)) - paper) > 2
        for x in range(box.left(), box.right() + 1)
        for y in range(box.top(), box.bottom() + 1)
    )


def around(at: Any, reach: float) -> Any:
    return QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)


# --- lines


def beside_line(whole: Map, *layers: str) -> int:
    """Return how much is painted between the discs, just above and below the line to the right."""
    scene = shown(whole, look("free", *layers))
    picture, item = scene.picture, scene.people["p"]
    start, end = picture.cx + picture.ego / 2 + 1, item.pos().x() - item.diameter / 2 - 1
    widest = max(LINE_WIDTHS.values()) / 2 + 1
    image = painted(scene)
    above = QRectF(start, picture.cy - widest - 3, end - start, 2)
    below = QRectF(start, picture.cy + widest + 1, end - start, 2)
    return inked(image, above) + inked(image, below)


@pytest.mark.parametrize("frequency", [None, 0, 1, 6])
def test_a_line_is_hatched_where_the_owner_is_dissatisfied_on_thin_lines_too(
    frequency: int | None,
) -> None:
    def hatched(satisfaction: int | None) -> bool:
        whole = network_of(somebody(frequency=frequency, satisfaction=satisfaction))
        scene = shown(whole, look("free", "contact", "satisfaction"))
        return painted(scene) != painted(shown(whole, look("free", "contact")))

    assert [hatched(answer) for answer in (None, 1, 2, 3, 5)] == [False, True, True, False, False]


def test_hatches_stick_out_of_the_thickest_line() -> None:
    whole = network_of(somebody(frequency=6, satisfaction=1))
    assert beside_line(whole, "contact") == 0
    assert beside_line(whole, "contact", "satisfaction") > 4


def test_a_mark_stands_on_a_hairline_where_the_line_itself_is_left_out() -> None:
    whole = network_of(somebody(frequency=6, satisfaction=1), somebody("q", -0.7, frequency=6))
    scene = shown(whole, look("free", "satisfaction"))
    middle = QPointF(scene.picture.cx, scene.picture.cy)
    image = painted(scene)
    near = scene.picture.ego / 2 + 8
    assert 0 < inked(image, around(middle + QPointF(near, 0), 5)) <= 2 * 11
    assert inked(image, around(middle - QPointF(near, 0), 5)) == 0


def test_no_hatch_and_no_arrow_where_there_is_no_room_between_the_discs() -> None:
    whole = network_of(somebody(x=0.1, satisfaction=1, initiative="both"))
    seen = look("free", "contact", "satisfaction", "initiative")
    assert picture(whole, seen) == picture(whole, look("free", "contact"))


@pytest.mark.parametrize(
    ("initiative", "heads"),
    [
        ("ego", (False, True)),
        ("alter", (True, False)),
        ("both", (True, True)),
        (None, (False, False)),
    ],
)
def test_the_arrow_points_from_who_takes_the_initiative(
    initiative: str | None, heads: tuple[Any, Any]
) -> None:
    whole = network_of(somebody(frequency=1, initiative=initiative))
    scene = shown(whole, look("free", "contact", "initiative"))
    picture, item, image = scene.picture, scene.people["p"], painted(scene)
    at_mine = QPointF(picture.cx + picture.ego / 2 + 9, picture.cy)
    at_theirs = item.pos() - QPointF(item.diameter / 2 + 10, 0)

    def has_head(at: Any) -> bool:
        return inked(image, QRectF(at.x() - 3, at.y() - 5, 6, 3)) > 0

    assert (has_head(at_mine), has_head(at_theirs)) == heads


def test_arrows_are_left_out_until_they_are_asked_for() -> None:
    whole = network_of(somebody(initiative="both"))
    usual = look_of(whole, "free", {}, sectors=True)
    assert not usual.shows("initiative")
    assert usual.shows("satisfaction")


@pytest.mark.parametrize("lens", ["free", "importance", "contact"])
def test_who_is_notable_has_no_outline_until_it_is_asked_for(lens: str) -> None:
    whole = differing()
    usual, asked = (look_of(whole, lens, on, sectors=True) for on in ({}, {"notable": True}))
    assert look_of(whole, "gap", {}, sectors=True).shows("notable")
    assert not any(item.notable for item in shown(whole, usual).people.values())
    assert any(item.notable for item in shown(whole, asked).people.values())


# --- ties


def test_ties_can_be_left_out_and_are_from_thirteen_people_on() -> None:
    people = [somebody("p", -0.7, -0.5), somebody("q", 0.7, -0.5)]
    tie = Tie(id="t", a="p", b="q", state="yes")
    whole = network_of(*people, ties=[tie])
    without = network_of(*people)
    assert picture(whole, look("free", "ties")) != picture(without, look("free", "ties"))
    assert picture(whole, look("free")) == picture(without, look("free"))
    many = network_of(*(somebody(f"p{n}") for n in range(13)))
    assert look_of(whole, "free", {}, sectors=True).shows("ties")
    assert not look_of(many, "free", {}, sectors=True).shows("ties")
    assert look_of(many, "free", {"ties": True}, sectors=True).shows("ties")


# --- who is notable


def differing() -> Map:
    """Two who are notable, either way, and six who are not; in no lens are they the same."""
    far = {"often": (6, 1), "seldom": (1, 5)}
    rest = {f"as{n}": (n, min(n, 5)) for n in range(1, 7)}
    places = [(x, y) for y in (-0.8, 0.8) for x in (-0.9, -0.3, 0.3, 0.9)]
    return network_of(
        *(
            somebody(key, *places[number], frequency=frequency, importance=importance)
            for number, (key, (frequency, importance)) in enumerate({**far, **rest}.items())
        )
    )


@pytest.mark.parametrize("lens", LENSES)
def test_who_is_notable_has_an_outline_in_every_lens(lens: str) -> None:
    scene = shown(differing(), look(lens, "notable"))
    tokens = {key: item.notable for key, item in scene.people.items() if item.notable}
    assert tokens == {"often": "less_named", "seldom": "less_often"}
    scene.show_map(differing(), look(lens))
    assert not any(item.notable for item in scene.people.values())


def test_only_the_gap_lens_fades_the_others_and_only_while_differences_are_shown() -> None:
    def faded(lens: str, *layers: str) -> set[Any]:
        people = shown(differing(), look(lens, *layers)).people
        return {key for key, item in people.items() if item.is_faded}

    assert faded("gap", "notable") == {f"as{n}" for n in range(1, 7)}
    assert faded("gap") == faded("free", "notable") == faded("importance", "notable") == set()


def test_a_filter_takes_tail_and_outline_of_the_others_and_fades_nobody_who_is_in_it() -> None:
    scene = shown(differing(), look("gap", "notable"))
    inside = {"often", "as1"}
    scene.bring_forward("", scene.people.keys() - inside)
    assert {key for key, item in scene.people.items() if not item.is_faded} == inside
    assert {key: i.notable for key, i in scene.people.items() if i.notable} == {
        "often": "less_named"
    }
    tails = {(comet.person.x(), comet.person.y()) for comet in scene.comets.comets}
    assert tails <= {(spot.x, spot.y) for k, spot in scene.picture.spots.items() if k in inside}
    assert tails
    scene.bring_forward("")
    assert {key for key, item in scene.people.items() if item.notable} == {"often", "seldom"}


def test_the_two_outlines_differ_without_colour() -> None:
    solid, dashed = (marks.notable_pen(token) for token in ("less_often", "less_named"))
    assert solid.dashPattern() == []
    assert dashed.dashPattern()
    assert solid.widthF() == dashed.widthF()


def test_an_outline_takes_two_pixels_around_the_disc_and_no_more() -> None:
    for form in FORMS:
        image = drawn(lambda painter, form=form: marks.notable(painter, form, 32, "less_often"), 30)
        assert outside(image, 32 / 2 + marks.OUTLINE + 1) == 0


# --- wishes and the star


@pytest.mark.parametrize(
    ("frequency", "wished", "steps"), [(2, 4, 1), (4, 2, -1), (3, 3, 0), (3, None, 0), (None, 3, 0)]
)
def test_a_triangle_says_whether_more_or_less_contact_is_wished(
    frequency: int | None, wished: int | None, steps: int
) -> None:
    whole = network_of(somebody(frequency=frequency, wished_frequency=wished))
    with_layer, without = picture(whole, look("free", "wishes")), picture(whole, look())
    assert (with_layer != without) == bool(steps)
    wish = shown(whole, look("free", "wishes")).people["p"].wish
    assert (wish > 0) - (wish < 0) == steps


def test_the_triangle_points_up_for_more_and_down_for_less() -> None:
    def half(path: QPainterPath, part: str) -> float:
        box = path.boundingRect()
        middle = box.center().y()
        top, bottom = (box.top(), middle) if part == "upper" else (middle, box.bottom())
        window = QPainterPath()
        window.addRect(QRectF(box.left(), top, box.width(), bottom - top))
        return path.intersected(window).boundingRect().width()

    up, down = (marks.wish_path(32, more=more) for more in (True, False))
    assert half(up, "upper") < half(up, "lower")
    assert half(down, "upper") > half(down, "lower")


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("form", FORMS, ids=str)
@pytest.mark.parametrize("diameter", DIAMETERS)
def test_star_and_triangle_cover_neither_each_other_nor_the_initials(
    form: Form, diameter: int, text_size: int, large_text: Callable[[int], None]
) -> None:
    large_text(text_size)
    for letters in ("ON", "SV", "I", "WM"):
        font = marks.fitting(marks.initials_font(form, diameter), letters, diameter)
        metrics = QFontMetricsF(font)
        room = marks.initials_room(form, diameter)
        width = metrics.horizontalAdvance(letters)
        base = room.center().y() + (metrics.ascent() - metrics.descent()) / 2
        written = QPainterPath()
        written.addText(QPointF(room.center().x() - width / 2, base), font, letters)
        assert not written.isEmpty()
        badges = [marks.star_path(diameter), *(marks.wish_path(diameter, more=m) for m in (0, 1))]
        for badge in badges:
            hidden = written.intersected(badge).boundingRect()
            assert hidden.width() * hidden.height() < 1
        assert not badges[0].intersects(badges[1])
        assert not badges[0].intersects(badges[2])


def test_initials_grow_with_the_text_as_far_as_their_disc_has_room(
    large_text: Callable[[int], None],
) -> None:
    """Where letters are large a map is shown smaller, and with it the letters in its discs."""
    usual = marks.initials_font(Form(), 32).pixelSize()
    large_text(150)
    assert usual + 3 <= marks.initials_font(Form(), 32).pixelSize() < 16
    assert marks.initials_font(Form(), 24).pixelSize() <= 11


@pytest.mark.parametrize("diameter", DIAMETERS)
def test_star_and_triangle_stay_in_the_room_of_their_item(diameter: int) -> None:
    room = around(QPointF(), diameter / 2 + marks.MARGIN - 1.5)  # the halo is 1.5 wide
    for path in (marks.star_path(diameter), *(marks.wish_path(diameter, more=m) for m in (0, 1))):
        assert room.contains(path.boundingRect())


# --- shapes


def drawn(paint: Callable[..., Any], reach: int) -> Any:
    """Return what is painted around 0, 0."""
    image = QImage(2 * reach, 2 * reach, QImage.Format.Format_RGB32)
    image.fill(theme.current().colour("paper"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(reach, reach)
    paint(painter)
    painter.end()
    return image


def shape(form: Form, diameter: int, *, hollow: bool = False) -> QImage:
    fill = theme.current().colour("ink")
    image: QImage = drawn(
        lambda painter: marks.disc(painter, form, diameter, fill, hollow=hollow), 30
    )
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def outside(image: Any, half: float) -> int:
    """Return how many pixels outside the square of half a width are not paper."""
    whole = inked(image, QRectF(image.rect()))
    middle = QPointF(image.width() / 2, image.height() / 2)
    low, size = round(middle.x() - half), round(2 * half)
    inner = inked(image, QRectF(low, low, size, size))
    return whole - inner


def unlike(one: Any, other: Any) -> int:
    """Return how many pixels differ clearly in grey."""
    return sum(
        abs(one.pixelColor(x, y).red() - other.pixelColor(x, y).red()) > 64
        for x in range(one.width())
        for y in range(one.height())
    )


@pytest.mark.parametrize("hollow", [False, True])
@pytest.mark.parametrize("diameter", [20, 32])
def test_the_six_shapes_are_told_apart_in_grey(diameter: int, hollow: bool) -> None:
    shapes = [shape(form, diameter, hollow=hollow) for form in FORMS]
    for one, other in combinations(shapes, 2):
        assert unlike(one, other) >= 12


@pytest.mark.parametrize("form", FORMS, ids=str)
@pytest.mark.parametrize("diameter", [20, 32, 44])
def test_a_shape_stays_in_the_square_the_layout_gave_it(form: Form, diameter: int) -> None:
    # The second of a group stands out a little; a disc is not smaller for being a group.
    behind = marks.BEHIND if form.entity == "group" else 0.0
    assert outside(shape(form, diameter), diameter / 2 + 1 + behind) == 0


def test_a_partner_without_an_answer_looks_like_a_person_outside() -> None:
    assert marks.form_of(somebody()) == marks.Form(inside=False, entity="person")
    inside = marks.form_of(somebody(setting="in_school", entity="group"))
    assert inside == marks.Form(inside=True, entity="group")


def test_another_kind_of_partner_is_painted_anew() -> None:
    def one(entity: str) -> Map:
        return network_of(somebody(entity=entity, frequency=3))

    scene = shown(one("person"), look())
    before = painted(scene)
    scene.show_map(one("group"), look())
    assert painted(scene) != before


# --- size


def friends() -> Map:
    people = [somebody(f"p{n}", x) for n, x in enumerate((-0.9, -0.4, 0.4, 0.9))]
    pairs = (("p0", "p1", "yes"), ("p0", "p2", "yes"), ("p1", "p3", "unknown"))
    return network_of(*people, ties=[Tie(id=a + b, a=a, b=b, state=s) for a, b, s in pairs])


def test_the_size_of_a_disc_follows_how_many_others_somebody_knows() -> None:
    sizes = sizes_in(look("free", "centrality"), friends())
    assert sizes["p0"] == 1
    assert sizes["p1"] == sizes["p2"] == pytest.approx(((0.65**2 + 1) / 2) ** 0.5)
    assert sizes["p3"] == pytest.approx(0.65)  # *don't know* is not *yes*
    assert sizes_in(look("free"), friends()) == {}
    assert sizes_in(look("free", "centrality"), network_of(somebody())) == {}


def test_until_the_lines_are_drawn_it_is_not_known_how_many_anybody_knows() -> None:
    unasked = replace(friends().network, lines_drawn=False)
    assert sizes_in(look("free", "centrality"), friends().after({unasked.id: unasked})) == {}


def test_a_wished_partner_makes_nobody_larger() -> None:
    people = [somebody("a"), somebody("b"), somebody("w", frequency=0)]
    ties = [Tie(id="ab", a="a", b="b"), Tie(id="aw", a="a", b="w")]
    sizes = sizes_in(look("free", "centrality"), network_of(*people, ties=ties))
    assert sizes == {"a": 1, "b": 1, "w": 1}


def test_size_moves_nobody_and_nobody_gets_smaller_than_twenty_pixels() -> None:
    scene = shown(friends(), look())
    before, spots = painted(scene), dict(scene.picture.spots)
    scene.show_map(friends(), look("free", "centrality"))
    assert painted(scene) != before
    assert scene.picture.spots == spots
    widths = [scene.people[f"p{n}"].diameter for n in range(4)]
    assert widths[0] == spots["p0"].diameter
    assert widths[3] == max(spots["p3"].diameter * 0.65, 20)
    assert min(widths) >= 20


# --- looks


@pytest.mark.parametrize("lens", LENSES)
def test_a_layer_that_cannot_be_seen_in_a_lens_changes_nothing_there(lens: str) -> None:
    answers = {"frequency": 2, "importance": 4, "wished_frequency": 4, "satisfaction": 1}
    people = [somebody("p", 0.6, initiative="ego", **answers), somebody("q", -0.6, **answers)]
    whole = network_of(*people, ties=[Tie(id="t", a="p", b="q")])
    usual = picture(whole, look(lens))
    for layer in LAYERS.values():
        if lens not in layer.lenses:
            assert picture(whole, look(lens, layer.id)) == usual, layer.id


@pytest.mark.parametrize(
    ("selected", "away", "token"),
    [((), 1, "less_often"), (("seldom",), 4.5, "current"), (("seldom", "as1"), 4.5, "less_often")],
)
def test_nobody_has_two_rings_and_who_is_notable_keeps_the_colour_of_it(
    selected: tuple[Any, ...], away: float, token: str
) -> None:
    scene = shown(differing(), look("free", "notable"))
    scene.show_selection(selected)
    item, image = scene.people["seldom"], painted(scene)
    rings = {name: theme.current().colour(name) for name in ("less_often", "focus", "ink")}
    seen = set()
    for distance in (1, 4.5):
        x = round(item.pos().x() + item.diameter / 2 + distance)
        for colour in (image.pixelColor(x + dx, round(item.pos().y())) for dx in (-1, 0, 1)):
            for name, ring in rings.items():
                if abs(colour.red() - ring.red()) + abs(colour.blue() - ring.blue()) < 60:
                    seen.add((distance, name))
    assert seen == {(away, marks.TOKENS.get(token, token))}


def test_behind_the_name_of_an_area_stands_how_many_count(monkeypatch: Any) -> None:
    """As in the figures: who there is no contact with yet is not counted."""
    written: list[Any] = []
    monkeypatch.setattr(rim_names, "write_along", lambda *a, **k: written.append(k["name"]))
    people = [somebody(str(n), setting="in_school", importance=3, frequency=n) for n in range(4)]
    scene = shown(network_of(*people), look("importance"))
    view = QGraphicsView(scene)
    view.grab()
    assert {count for _, setting, count in written if setting == "in_school"} == {3}
