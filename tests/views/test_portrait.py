"""A map as a picture: nothing overlaps, text is text, and it does not depend on the window."""

import html
import random
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF, QImage, QPdfWriter
from PySide6.QtWidgets import QApplication, QGraphicsItem

from app import language
from app.analysis.lens import LENSES
from app.exchange.pseudonyms import pseudonymous
from app.models.network import Map, Network, Note, Outline, Partner, Stroke, Tie
from app.models.problem import Problem
from app.models.vocabulary import vocabulary
from app.views.map import marks
from app.views.map.lens_and_layers import look_of
from app.views.picture.legend import PictureLegend
from app.views.picture.painters import ON_A_PAGE
from app.views.picture.pdf import with_language
from app.views.picture.portrait import PictureOptions, Portrait
from app.views.widgets import theme
from tests.examples import few
from tests.pictures import example
from tests.sure import sure

WORDS = (
    *("Samenwerkingsverband", "Leerplichtambtenaar", "Schoolmaatschappelijk", "ouders", "Sam"),
    *("ib'er", "Directeur", "speech", "and", "language", "therapist", "officer", "J.", "WWW", "ij"),
)


@pytest.fixture(autouse=True)
def _speaks_english() -> Iterator[None]:
    yield
    language.install("en")


def portrait(whole: Map, lens: str = "importance", **options: Any) -> Portrait:
    return Portrait(whole, look_of(whole, lens, {}, sectors=True), PictureOptions(**options))


def faults(geometry: dict[str, Any]) -> list[str]:
    """Return what overlaps and what leaves the picture; a hundredth of a pixel is rounding.

    The second edge of a group, a pixel beside its disc and two at 200 %, may touch a neighbour.
    """
    items, size = geometry["items"], geometry["picture"]
    found = []
    for one, other in combinations(items, 2):
        wide = min(one["x"] + one["w"], other["x"] + other["w"]) - max(one["x"], other["x"])
        high = min(one["y"] + one["h"], other["y"] + other["h"]) - max(one["y"], other["y"])
        least = 2.01 if one["kind"] == other["kind"] == "person" else 0.01
        if wide > least and high > least:
            found.append(f"{one} overlaps {other}")
    for one in items:
        across, down = one["x"] + one["w"], one["y"] + one["h"]
        if one["x"] < 0 or one["y"] < 0 or across > size["w"] or down > size["h"]:
            found.append(f"{one} leaves the picture")
    return found


def counted(geometry: dict[str, Any], kind: str) -> int:
    return sum(item["kind"] == kind for item in geometry["items"])


def texts(svg: str) -> list[str]:
    return [html.unescape(text) for text in re.findall(r"<text [^>]*>([^<]*)</text>", svg)]


# --- room


@st.composite
def crowds(draw: Callable[..., Any]) -> Map:
    """Maps of 0-60 partners as people may have them, some where the drawer put them."""
    chance = random.Random(draw(st.integers(0, 2**32)))
    count = draw(st.integers(0, 60))
    placed = draw(st.sampled_from([0.0, 0.5, 1.0]))

    def name() -> str:
        text, length = "", chance.randint(1, 40)
        while len(text) < length:
            text += chance.choice(WORDS) + " "
        return text[:length].strip()

    partners = []
    for number in range(count):
        reach = (chance.uniform(-1.2, 1.2), chance.uniform(-1.2, 1.2))
        x, y = reach if chance.random() < placed else (None, None)
        partners.append(
            Partner(
                id=f"p{number}",
                name=name(),
                setting=chance.choice([None, *vocabulary().settings]),
                entity=chance.choice([None, "person", "group", "organisation"]),
                frequency=chance.choice([None, 0, 1, 2, 3, 4, 5, 6]),
                importance=chance.choice([None, 1, 2, 3, 4, 5, 5]),
                named_important=chance.random() < 0.2,
                angle=chance.choice([None, chance.uniform(0, 359)]),
                x=x,
                y=y,
            )
        )
    return Map.of([Network(id="n", series="s", title="Mijn ecologie"), *partners])


@pytest.mark.parametrize("lens", LENSES)
@settings(max_examples=few(4), deadline=None, suppress_health_check=list(HealthCheck))
@given(
    whole=crowds(),
    tongue=st.sampled_from(["nl", "en"]),
    size=st.sampled_from([(1400, 990), (1000, 800)]),
    text_size=st.sampled_from([100, 125, 200]),
    legend=st.booleans(),
)
def test_nothing_overlaps_and_nothing_leaves_the_picture(
    lens: str, whole: Map, tongue: str, size: tuple[Any, Any], text_size: int, legend: bool
) -> None:
    language.install(tongue)
    width, height = size
    drawn = portrait(whole, lens, width=width, height=height, text_size=text_size, legend=legend)
    geometry = drawn.geometry()
    assert faults(geometry) == []
    answer = LENSES[lens].field
    held = [p for p in whole.partners if answer is None or getattr(p, answer) is not None]
    assert counted(geometry, "person") == len(held) == drawn.shown
    assert counted(geometry, "person") == counted(geometry, "label")
    assert counted(geometry, "ring_label") == len(LENSES[lens].codes)


def test_in_an_svg_a_name_from_right_to_left_stands_as_it_is_drawn_and_others_are_text() -> None:
    names = ("שרה כהן 2", "אבא (3)", "Noor 2")
    people = [
        Partner(id=f"p{n}", name=name, importance=4, frequency=3) for n, name in enumerate(names)
    ]
    whole = Map.of([Network(id="n", series="s", title="m"), *people])
    texts = [
        "".join(text.itertext())
        for text in ET.fromstring(portrait(whole, "importance").svg()).iter(
            "{http://www.w3.org/2000/svg}text"
        )
    ]
    assert "Noor 2" in texts
    assert not any(name in text for text in texts for name in names[:2])
    others = [replace(person, name="Noor") for person in people]
    plain = Map.of([Network(id="n", series="s", title="m"), *others])
    paths = [portrait(one, "importance").svg().count(b"<path") for one in (whole, plain)]
    assert paths[0] == paths[1] + 2  # the halo is drawn as an outline for everybody


def test_the_check_for_overlap_can_fail() -> None:
    geometry = portrait(example(8)).geometry()
    first, second = geometry["items"][0], geometry["items"][2]
    first["x"], first["y"] = second["x"], second["y"]
    assert any("overlaps" in fault for fault in faults(geometry))
    first["x"] = -1
    assert any("leaves" in fault for fault in faults(geometry))


def test_who_has_no_place_gets_one_in_the_free_lens_and_who_has_keeps_it() -> None:
    whole = example(18)
    whole = whole.after({"p3": replace(sure(whole.partner("p3")), x=0.4, y=-0.5)})
    drawn = portrait(whole, "free")
    assert drawn.shown == 18
    picture, spot = drawn.scene.picture, drawn.scene.picture.spots["p3"]
    assert (spot.x - picture.cx) / picture.radius == pytest.approx(0.4)
    assert (spot.y - picture.cy) / picture.radius == pytest.approx(-0.5)
    assert faults(drawn.geometry()) == []


def test_who_stands_behind_another_or_behind_me_steps_aside() -> None:
    people = [replace(partner, x=0.0, y=0.5) for partner in example(8).partners]
    people[0] = replace(people[0], x=0.0, y=0.0)
    whole = Map.of([example(0).network, *people])
    drawn = portrait(whole, "free")
    assert drawn.shown == 8
    assert faults(drawn.geometry()) == []
    picture = drawn.scene.picture
    first = picture.spots["p0"]
    assert max(abs(first.x - picture.cx), abs(first.y - picture.cy)) > picture.ego / 2
    second = picture.spots["p1"]
    assert (second.y - picture.cy) / picture.radius == pytest.approx(0.5)


def test_ink_that_runs_out_of_the_circle_makes_the_picture_larger() -> None:
    whole = example(3).after({"s": Stroke(id="s", points=(0.0, 0.0, -2.0, 2.0))})
    drawn = portrait(whole, "free", legend=False)
    assert drawn.size.height() > 990 * 1.3
    assert faults(drawn.geometry()) == []
    corner = drawn.image().copy(0, drawn.size.height() - 60, 400, 60)
    assert any(corner.pixel(x, y) != 0xFFFFFFFF for x in range(400) for y in range(60))


# --- geometry is what is painted


@pytest.mark.parametrize("lens", LENSES)
def test_the_geometry_is_where_the_text_of_the_svg_stands(lens: str) -> None:
    language.install("nl")
    drawn = portrait(example(18), lens, legend=False, title=False)
    svg, geometry = drawn.svg(), drawn.geometry()
    spots = drawn.scene.picture.spots
    boxes = {item["id"]: item for item in geometry["items"] if item["kind"] == "label"}
    lines = {key: list(spot.lines) for key, spot in spots.items()}
    runs = positions(svg.decode())
    for key, box in boxes.items():
        for line in lines[key]:
            at = [run for run in runs if run[0] == line]
            assert any(
                box["x"] - 0.1 <= x
                and x + w <= box["x"] + box["w"] + 0.1
                and box["y"] <= y <= box["y"] + box["h"]
                for _, x, y, w in at
            ), (line, box, at)


def positions(svg: str) -> list[tuple[str, float, float, float]]:
    """Return text, left, base line and width of every text, moved by the groups around it."""
    found = []
    for group in re.finditer(r'<g [^>]*transform="matrix\(([^)]*)\)"[^>]*>(.*?)</g>', svg, re.S):
        a, _, _, d, e, f = (float(part) for part in group[1].split(","))
        for text in re.finditer(r"<text ([^>]*)>([^<]*)</text>", group[2]):
            moved = re.search(r"translate\(([\d.-]+) ([\d.-]+)\) scale\(0.1\)", text[1])
            if moved:
                x, y, scale = float(moved[1]), float(moved[2]), 0.1
            else:
                x = float(sure(re.search(r'\bx="([^"]*)"', text[1]))[1])
                y = float(sure(re.search(r'\by="([^"]*)"', text[1]))[1])
                scale = 1.0
            width = float(sure(re.search(r'textLength="([^"]*)"', text[1]))[1]) * scale
            found.append((html.unescape(text[2]), a * x + e, d * y + f, a * width))
    return found


@pytest.mark.parametrize("lens", ["importance", "gap"])
def test_the_geometry_holds_the_discs_as_painted(lens: str) -> None:
    drawn = portrait(example(18), lens, legend=False, title=False)
    image = drawn.image()
    for item in drawn.geometry()["items"]:
        if item["kind"] != "person":
            continue
        x, y, side = item["x"], item["y"], item["h"]  # a group is a little wider than high
        inside = image.pixelColor(round(x + side / 2), round(y + side * 0.85))
        assert inside != image.pixelColor(0, 0), item


def test_text_is_as_wide_in_a_pdf_as_it_was_measured(tmp_path: Path) -> None:
    writer = QPdfWriter(str(tmp_path / "x.pdf"))
    with theme.on_paper("print", 125):
        letters = theme.font()
        writer.setResolution(QImage(1, 1, QImage.Format.Format_RGB32).logicalDpiX())
        for text in ("Samenwerkingsverband", "Schoolmaatschappelijk werk", "ijl'"):
            measured = QFontMetricsF(letters).horizontalAdvance(text)
            assert QFontMetricsF(letters, writer).horizontalAdvance(text) == measured


# --- files


def test_a_png_has_the_size_of_the_picture_times_the_scale() -> None:
    drawn = portrait(example(8))
    for scale in (1, 1.5):
        image = QImage.fromData(drawn.png(scale))
        assert image.size() == drawn.size * scale
        assert image.text("Title") == "Mijn ecologie"
    assert drawn.size.toTuple() == (1400, 990)


def test_a_picture_larger_than_memory_is_refused() -> None:
    drawn = portrait(example(2), width=8000, height=8000)
    with pytest.raises(Problem) as refused:
        drawn.png(4)
    assert refused.value.code == "picture_too_large"


@pytest.mark.parametrize("lens", LENSES)
def test_svg_and_pdf_hold_lines_and_text_and_no_pixels(lens: str) -> None:
    drawn = portrait(example(18), lens)
    svg = drawn.svg()
    assert b"<image" not in svg
    ET.fromstring(svg)
    pdf = drawn.pdf()
    assert b"/Subtype /Image" not in pdf
    assert b"/ToUnicode" in pdf


def test_an_svg_says_every_name_once_as_text_with_its_width() -> None:
    language.install("nl")
    drawn = portrait(example(18), "importance", legend=False)
    svg = drawn.svg().decode()
    said = texts(svg)
    for spot in drawn.scene.picture.spots.values():
        for line in spot.lines:
            assert said.count(line) == sum(
                line in other.lines for other in drawn.scene.picture.spots.values()
            )
    assert "Mijn ecologie" in said
    assert svg.count("<text ") == svg.count("textLength=") == svg.count("sans-serif")
    assert '<svg lang="nl"' in svg
    assert all(size.isdigit() for size in re.findall(r'<text [^>]*font-size="([^"]*)"', svg))


def test_a_name_that_looks_like_markup_or_is_no_character_leaves_a_valid_file() -> None:
    partner = Partner(id="p", name='<b>&amp; \ufffe"x', importance=5)
    whole = Map.of([Network(id="n", series="s", title="</title>\uffff&"), partner])
    root = ET.fromstring(portrait(whole).svg())
    assert sure(root.find("{http://www.w3.org/2000/svg}title")).text == "</title>\ufffd&"
    assert '<b>&amp; \ufffd"x' in ["".join(e.itertext()) for e in root.iter() if "text" in e.tag]


def test_a_pdf_says_its_title_and_language() -> None:
    language.install("nl")
    pdf = portrait(example(3)).pdf()
    assert pdf.count(b"/Lang (nl)") == 1
    assert "Mijn ecologie".encode("utf-16-be") in pdf
    # The last table of contents of the file leads to the new catalogue.
    start = int(pdf.split(b"startxref")[-1].split()[0])
    table = pdf[start:].split(b"\n")
    number, place = int(table[1].split()[0]), int(table[2].split()[0])
    assert pdf[place:].startswith(b"%d 0 obj\n<<\n/Type /Catalog" % number)


def test_a_pdf_of_another_build_is_left_as_it_is() -> None:
    assert with_language(b"%PDF-1.7 something else", "nl") == b"%PDF-1.7 something else"


def test_the_page_of_a_pdf_is_a4_or_has_the_shape_of_the_picture() -> None:
    def page(pdf: bytes) -> tuple[float, float]:
        box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
        return float(sure(box)[1]) / 72 * 25.4, float(sure(box)[2]) / 72 * 25.4

    assert page(portrait(example(3)).pdf()) == pytest.approx((297, 210), abs=0.6)
    tall = page(portrait(example(3), width=800, height=1200).pdf())
    assert tall == pytest.approx((198, 297), abs=0.6)


def test_the_clipboard_gets_pixels_and_svg() -> None:
    drawn = portrait(example(3))
    data = drawn.mime_data(2)
    assert data.hasImage()
    assert QImage(data.imageData()).size() == drawn.size * 2
    assert b"<svg" in data.data("image/svg+xml").data()


# --- dress


def test_a_picture_is_light_on_white_whatever_the_window_wears() -> None:
    whole = example(8)
    before = portrait(whole).svg()
    theme.wear("dark", 200)
    try:
        drawn = portrait(whole)
        assert drawn.svg() == before
        assert drawn.image().pixelColor(2, 2).name() == "#ffffff"
        assert portrait(whole, dark=True).image().pixelColor(2, 2).lightness() < 60
        assert theme.current().name == "dark"
        assert theme.text_scale() == 2.0
        assert theme.font().pointSizeF() == theme.font("text").pointSizeF() >= 18
    finally:
        theme.wear("light", 100)


def test_items_are_painted_and_not_kept_as_pixels() -> None:
    drawn = portrait(example(8))
    items = drawn.scene.items()
    assert len(items) > 8
    assert {item.cacheMode() for item in items} == {QGraphicsItem.CacheMode.NoCache}


def test_title_and_legend_can_be_left_out() -> None:
    whole = example(8)
    everything = texts(portrait(whole).svg().decode())
    bare = texts(portrait(whole, title=False, legend=False).svg().decode())
    assert "Mijn ecologie" in everything
    assert "Mijn ecologie" not in bare
    assert "In the school, outside" in everything
    assert "In the school, outside" not in bare


def test_the_legend_leaves_out_what_is_not_on_the_map() -> None:
    rows = (
        "Star: one of my most important partners",
        "No contact yet",
        "A group",
        "Know each other: yes",
    )
    partner = Partner(id="a", name="A", setting="in_school", frequency=4, importance=4)
    plain = Map.of([Network(id="n", series="s"), partner])
    said = texts(portrait(plain).svg().decode())
    assert [row for row in rows if row in said] == []
    wished = Partner(id="b", name="B", frequency=0, importance=5, named_important=True)
    group = Partner(id="c", name="C", frequency=4, importance=3, entity="group")
    full = Map.of([Network(id="n", series="s"), partner, wished, group, Tie(id="t", a="a", b="c")])
    look = look_of(full, "importance", {"ties": True}, sectors=True)
    said = texts(Portrait(full, look).svg().decode())
    assert [row for row in rows if row not in said] == []


@pytest.mark.parametrize("lens", ["gap", "contact"])
def test_of_sixty_every_name_that_is_there_is_whole(lens: str) -> None:
    said = texts(portrait(example(60), lens).svg().decode())
    assert [text for text in said if text.endswith("…")] == []


def test_a_name_that_has_no_room_anywhere_makes_the_picture_a_little_larger_and_no_more() -> None:
    plain = example(18)
    long = replace(plain.partners[0], name="Samen " * 12 + "…")
    whole = plain.after({long.id: long, "p1": replace(plain.partners[1], name="Samen" * 14)})
    assert portrait(whole).size.width() <= 1.35 * portrait(plain).size.width()


def test_what_belongs_together_stands_in_one_column_of_the_legend() -> None:
    tall = portrait(example(18), width=800, height=1200)
    at = {row: x for row, x, _, _ in positions(tall.svg().decode())}
    widths = [s.short("en").capitalize() for s in vocabulary().scales["frequency"].steps[1:]]
    assert len({at[width] for width in widths}) == 1
    assert at["A group"] < at[widths[0]]


def test_what_an_earlier_legend_said_is_not_said_again(qapp: QApplication) -> None:
    whole = example(18)
    look = look_of(whole, "importance", {}, sectors=True)
    first = PictureLegend(whole, look, 700)
    assert len(first.words) > 10
    rest = PictureLegend(whole, look, 700, first.words[2:])
    assert rest.words == first.words[:2]
    assert rest.height < first.height


def test_a_map_without_a_title_is_headed_by_its_lens() -> None:
    whole = Map.of([Network(id="n", series="s")])
    said = texts(portrait(whole, legend=False).svg().decode())
    assert said.count("Importance") == 1


def test_a_tall_picture_has_its_legend_below() -> None:
    wide, tall = portrait(example(8)), portrait(example(8), width=800, height=1200)
    at = {row: y for row, _, y, _ in positions(tall.svg().decode())}
    assert at["In the school, outside"] > max(
        item["y"] + item["h"] for item in tall.geometry()["items"]
    )
    across = {row: x for row, x, _, _ in positions(wide.svg().decode())}
    assert across["In the school, outside"] > max(
        item["x"] + item["w"] for item in wide.geometry()["items"]
    )


# --- pseudonyms


@settings(max_examples=few(6), deadline=None)
@given(
    # Letters that no word of the app has in this order.
    names=st.lists(st.text("qxzQXZ'é ", min_size=3, max_size=30).filter(str.strip), max_size=12),
    lens=st.sampled_from(list(LENSES)),
    kind=st.sampled_from(["parents", "Qzx own words", None]),
)
def test_no_name_and_no_own_word_survives_in_an_anonymous_picture(
    names: list[Any], lens: str, kind: str | None
) -> None:
    people = [
        Partner(
            id=f"p{n}",
            name=name,
            kind=kind,
            importance=5,
            frequency=2,
            notes="Zzqx",
            x=0.1 * n - 0.5,
            y=0.6,
        )
        for n, name in enumerate(names)
    ]
    whole = Map.of(
        [
            Network(id="n", series="s", title="Qqzx", moment_label="Qxxq", ego_label="Zqq"),
            *people,
            Outline(id="o", label="Xxqz", members=tuple(p.id for p in people)),
            Note(id="note", text="Zxqx"),
        ]
    )
    said = "\n".join(texts(portrait(pseudonymous(whole, "en"), lens, legend=False).svg().decode()))
    own = [*("Qqzx", "Qxxq", "Zqq", "Xxqz", "Zxqx", "Zzqx", "Qzx own words"), *names]
    survived = [word for word in own if len(word.strip()) > 2 and word.strip() in said]
    assert survived == []
    if names:
        assert ("Parents 1" if kind == "parents" else "Partner 1") in said.replace("\n", " ")


def test_a_picture_of_the_free_lens_has_the_ties_and_discs_of_one_size() -> None:
    crowd = example(14)
    assert crowd.ties
    with_ties = portrait(crowd, "free", legend=False)
    without = portrait(crowd.after({tie.id: None for tie in crowd.ties}), "free", legend=False)
    heights = {i["h"] for i in with_ties.geometry()["items"] if i["kind"] == "person"}
    outlines = {0.0, 2 * marks.OUTLINE}
    assert {high - min(heights) for high in heights} <= outlines
    drawn = look_of(crowd, "free", {"ties": True}, sectors=True)
    assert Portrait(crowd, drawn, PictureOptions(legend=False)).image() != without.image()


@pytest.mark.parametrize("count", [1, 18, 40])
@pytest.mark.parametrize("lens", ["importance", "gap"])
def test_on_a_page_of_a_report_the_map_takes_the_whole_width_however_long_its_legend(
    lens: str, count: int
) -> None:
    drawn = portrait(example(count), lens, **ON_A_PAGE)
    assert drawn.explained
    assert 2 * drawn.scene.picture.radius > 0.85 * drawn.size.width()
    assert not faults(drawn.geometry())
