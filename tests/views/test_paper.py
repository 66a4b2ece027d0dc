"""What is looked at fills the paper it is printed on, whatever its size, also without colours."""

import math
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QMarginsF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.document import Document
from app.models.groups import new_group
from app.models.invented_class import invented_class
from app.models.vocabulary import vocabulary
from app.report.compose import COVER, compose
from app.report.pdf import pages
from app.report.wanted import ReportChoices
from app.storage.library import Library
from app.views.frame import printing
from app.views.frame.screen_list import SCREENS
from app.views.group import group_files
from app.views.insight.export_button import ExportButton
from app.views.map.lens_and_layers import look_of
from app.views.paper import dialog as paper_dialog
from app.views.paper.dialog import PaperDialog
from app.views.paper.sheets import SheetRequest, Sheets
from app.views.picture.painters import Painters
from app.views.picture.portrait import PictureOptions, Portrait
from app.views.picture.sheet import MapSheet
from app.views.reflect.card_on_paper import TextSheets, as_html, on_paper
from app.views.report.maker import MadeReport, ReportMaker
from app.views.report.sheets import ReportSheets
from app.views.widgets import speech, theme
from app.words import phrases
from tests.pictures import example
from tests.sure import sure

A4, A3 = QPageSize.PageSizeId.A4, QPageSize.PageSizeId.A3
LYING, UPRIGHT = QPageLayout.Orientation.Landscape, QPageLayout.Orientation.Portrait
_DOTS = 30


def made(sheets: MapSheet | TextSheets, **asked: bool) -> list[Callable[..., Any]]:
    """Return the pages of what is there at once."""
    found: list[Any] = []
    sheets.made.connect(found.extend)
    sheets.make(SheetRequest(**asked))
    return found


def painted(page: Callable[..., Any], paper: Any, way: Any) -> tuple[Any, Any]:
    """Return a page as it comes out of the printer, and where it is inked."""
    size = QPageLayout(QPageSize(paper), way, QMarginsF()).fullRectPixels(_DOTS)
    image = QImage(size.size(), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    page(painter, QRectF(size), _DOTS)
    painter.end()
    return image, _inked(image)


@pytest.mark.parametrize(("paper", "way"), [(A4, UPRIGHT), (A3, LYING)])
def test_the_map_fills_the_page_and_nothing_is_cut_off(
    qapp: QApplication, paper: Any, way: Any
) -> None:
    whole = example(8)
    sheet = MapSheet(whole, look_of(whole, "importance", {}, sectors=True))
    (page,) = made(sheet, upright=way is UPRIGHT)
    image, inked = painted(page, paper, way)
    assert inked.width() > 0.8 * image.width() or inked.height() > 0.8 * image.height()
    assert image.rect().contains(inked)


def test_without_colours_the_settings_differ_in_how_dark_they_are_and_letters_stay_readable(
    qapp: QApplication,
) -> None:
    worn = theme.read_theme("grey")
    tokens = [*vocabulary().settings, "no_setting"]
    shades = {token: _lightness(worn.colour(token)) for token in tokens}
    assert min(abs(one - other) for one, other in combinations(shades.values(), 2)) > 5
    assert max(shades.values()) < 50  # white on it is 4.5:1
    around = [shades[token] for token in vocabulary().settings]
    beside = zip(around, [*around[1:], around[0]], strict=True)
    assert min(abs(one - other) for one, other in beside) > 12
    ways = [_lightness(worn.colour(token)) for token in ("less_often", "less_named")]
    assert abs(ways[0] - ways[1]) > 25
    whole = example(8)
    (page,) = made(MapSheet(whole, look_of(whole, "free", {}, sectors=True)), grey=True)
    assert painted(page, A4, UPRIGHT)[0].allGray()


@pytest.mark.parametrize(("lens", "sectors"), [("free", True), ("importance", False)])
def test_without_colours_and_places_a_number_says_the_setting_beside_a_name_and_in_the_legend(
    qapp: QApplication, lens: str, sectors: bool
) -> None:
    whole = example(18)
    numbers = dict(zip(vocabulary().settings, "¹²³⁴⁵⁶⁷⁸⁹", strict=False))
    for grey in (False, True):
        drawn = Portrait(
            whole, look_of(whole, lens, {}, sectors=sectors), PictureOptions(grey=grey)
        )
        spots = drawn.scene.picture.spots
        written = {p.id: " ".join(spots[p.id].lines) for p in drawn.people if spots[p.id].lines}
        assert len(written) == 18
        for partner in drawn.people:
            assert written[partner.id] == partner.name + grey * numbers[sure(partner.setting)]
        for setting in {sure(partner.setting) for partner in drawn.people}:
            assert phrases.setting_label(setting) + grey * numbers[setting] in drawn.explained


def test_where_the_rim_says_the_setting_no_number_does(qapp: QApplication) -> None:
    whole = example(18)
    look = look_of(whole, "importance", {}, sectors=True)
    drawn = Portrait(whole, look, PictureOptions(grey=True))
    lines = [line for spot in drawn.scene.picture.spots.values() for line in spot.lines]
    assert not any(letter in "¹²³⁴⁵⁶⁷⁸⁹" for line in (*lines, *drawn.explained) for letter in line)


def test_every_picture_of_a_report_for_paper_without_colours_wears_grey(qapp: QApplication) -> None:
    composed = compose(example(8), None, ReportChoices())
    in_colour, in_grey = (Painters().pictures(composed, ".pdf", grey=way) for way in (False, True))
    assert any(key.startswith(COVER) for key in in_grey)
    assert [key for key in in_grey if in_grey[key] == in_colour[key]] == []


class _Numbered(Sheets):
    """Three pages, each with a mark that says where it is."""

    def make(self, asked: SheetRequest) -> None:
        self.made.emit([self._paint] * 3)

    @staticmethod
    def _paint(painter: Any, room: Any, dots: int) -> None:
        painter.fillRect(room, 0)


@pytest.mark.parametrize(
    ("sheets", "paper", "way", "boxes"),
    [
        (None, 1, 0, [(1191, 842)]),
        (_Numbered, 0, 0, [(595, 842)] * 3),
        (_Numbered, 1, 1, [(1191, 842)] * 2),
    ],
)
def test_it_comes_out_on_the_paper_that_is_chosen(
    window: Any,
    tmp_path: Path,
    sheets: type[_Numbered] | None,
    paper: int,
    way: int,
    boxes: list[tuple[Any, Any]],
) -> None:
    whole = example(1)
    look = look_of(whole, "importance", {}, sectors=True)
    dialog = PaperDialog(sheets("Three") if sheets else MapSheet(whole, look), window)
    dialog.printer.setOutputFileName(str(tmp_path / "page.pdf"))
    dialog.printer.setResolution(72)
    dialog.papers.button(paper).click()
    dialog.ways.button(way).click()
    assert dialog.told.text() == ("1 sheet of A3." if len(boxes) == 1 else dialog.told.text())
    dialog.print_out()
    written = (tmp_path / "page.pdf").read_bytes()
    found = re.findall(rb"/MediaBox \[([^\]]+)\]", written)
    assert [tuple(round(float(v)) for v in box.split())[2:] for box in found] == boxes


def test_the_keyboard_turns_the_sheets_wherever_it_is(
    window: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = PaperDialog(_Numbered("Three"), window)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    seen, heard = [], list[str]()
    monkeypatch.setattr(paper_dialog, "announce", lambda _, text: heard.append(text))
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        qtbot.keyClick(dialog.papers.button(0), key)
        seen.append(dialog.place.text())
    assert seen == heard == [f"Sheet {n} of 3" for n in (2, 3, 3, 2)]
    dialog.close()


@pytest.mark.parametrize(("count", "pages"), [(18, 2), (60, 3)])
def test_chart_and_list_fill_the_width_of_the_page_from_its_top(
    qtbot: QtBot, tmp_path: Path, count: int, pages: int
) -> None:
    library = Library.open(tmp_path / "library.sqlite")
    library.add(example(count))
    document = Document(library)
    document.open(f"map{count}")
    button = ExportButton(document)
    qtbot.addWidget(button)
    made = button.on_paper(("plot", "list"), grey=False)
    assert len(made) == pages
    for page in made:
        image, inked = painted(page, A4, UPRIGHT)
        margin = 22 / 210 * image.width()
        assert image.rect().adjusted(margin - 2, margin - 2, 2 - margin, 2 - margin).contains(inked)
        assert inked.top() < 2 * margin
        assert (
            inked.width() > 0.9 * (image.width() - 2 * margin)
            or inked.height() > 0.8 * image.height()
        )
    document.close()
    library.close()


def test_the_sheet_is_seen_as_it_comes_out_without_a_heavy_shadow(window: Any) -> None:
    dialog = PaperDialog(_Numbered("Three"), window)
    dialog.show()
    seen, ground = dialog.preview, theme.current().colour("tray")
    dialog.ways.button(1).click()
    for told, count in (("Sheet 1 of 2", 2), ("Sheet 2 of 2", 1)):
        assert dialog.place.text() == told
        image, at = seen.grab().toImage(), seen.place
        columns = [at.left() + at.width() // 4, at.right() - at.width() // 4]
        inks = [image.pixelColor(x, at.center().y()).lightness() < 20 for x in columns]
        assert inks == [True, count == 2]
        beyond = {
            image.pixelColor(x, at.center().y()).name() for x in range(at.right() + 3, seen.width())
        }
        assert beyond == {ground.name()}
        dialog.next.click()
    dialog.papers.button(2).click()
    assert dialog.told.text() == "2 sheets of A2."
    dialog.close()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told_of(
    window: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = list[str]()
    monkeypatch.setattr(speech, "announce", lambda _, text: heard.append(text))
    dialog = PaperDialog(_Numbered("Three"), window)
    dialog.printer.setOutputFileName(str(tmp_path / "not there" / "page.pdf"))
    dialog.print_out()
    assert dialog.told.text().startswith("The printer did not accept it.")
    assert heard[-1:] == [dialog.told.text()]
    assert dialog.print_button.isEnabled()


def test_a_part_of_the_report_is_set_as_in_the_report_without_its_cover(qapp: QApplication) -> None:
    wanted = ReportChoices(parts=frozenset({"partners"}))
    whole = example(8)
    bare = compose(whole, None, ReportChoices(parts=wanted.parts, bare=True)).report
    usual = compose(whole, None, wanted).report
    assert bare.sections == usual.sections
    assert [len(pages(report, {}, 20)) for report in (bare, usual)] == [1, 2]


def test_a_card_is_printed_as_it_is_saved(qapp: QApplication) -> None:
    whole = example(1)
    html = as_html(whole.partners[0], whole)
    sheets = TextSheets(html, "Card")
    found = made(sheets)
    assert len(found) == len(re.findall(rb"/Type /Page\b", on_paper(html, "Card")))
    for page in found:
        image, inked = painted(page, A4, UPRIGHT)
        assert image.rect().adjusted(20, 15, -20, -15).contains(inked)


def test_a_group_is_printed_by_the_rule_for_what_leaves_the_building(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin, end = invented_class()
    group = replace(new_group("Us", invented=True), begin=begin, end=end)
    monkeypatch.setattr(group_files, "_pages", lambda found, *_: [found])
    with theme.on_paper("dark", 100):  # the window may be dark, paper is not
        drawn = group_files.painted(group_files.may_leave(group), ".svg")
    ground = theme.read_theme("dark").tokens["panel"].casefold().encode()
    assert ground not in next(iter(drawn.values()))
    monkeypatch.setattr(group_files, "painted", lambda *_, **__: {})
    monkeypatch.setattr(group_files, "pictures", lambda files, grey: files)
    sheets = group_files.GroupSheets(group)
    with qtbot.waitSignal(sheets.made) as told:
        sheets.make(SheetRequest())
    assert told.args[0] == [group_files.may_leave(group)]


def test_every_screen_prints_what_is_seen_there_or_says_why_not(document: Document) -> None:
    page = SimpleNamespace(document=document, settings=SimpleNamespace(
        lens="importance", layers={}, sectors=True))  # fmt: skip
    compared = SimpleNamespace(can_compare=False)
    parts = {
        "insight": SimpleNamespace(
            shown_pages=("list", "figures"), export=SimpleNamespace(on_paper=list)
        ),
        "reflect": SimpleNamespace(shown="intentions"),
        "compare": SimpleNamespace(compared=compared),
        "group": SimpleNamespace(group=None),
    }

    def printed() -> dict[Any, Any]:
        stage = SimpleNamespace(whole=document.map)
        parts["replay"] = SimpleNamespace(stage=stage, look=look_of(None, "free", {}, sectors=True))
        rows = {key: row.prints for key, row in SCREENS.items() if row.prints}
        return {key: prints(page, parts.get(key)) for key, prints in rows.items()}

    assert all(isinstance(said, str) and said.endswith(".") for said in printed().values())
    document.add_partner("Sam", kind="parents")
    document.intend("Call")
    seen = printed()
    assert {key for key, what in seen.items() if isinstance(what, Sheets)} == {
        "draw", "replay", "table", "insight", "reflect",
    }  # fmt: skip
    wanted = {key: seen[key]._asks[2].parts for key in ("table", "insight", "reflect")}
    assert wanted == {
        "table": {"partners"}, "insight": {"maps", "figures"}, "reflect": {"intentions"},
    }  # fmt: skip
    parts["reflect"].shown = "card"
    assert printed()["reflect"].title == "Sam"  # who was just added is selected
    document.select(())
    assert isinstance(printed()["reflect"], str)
    assert printing.nothing().endswith(".")


def _lightness(colour: QColor) -> float:
    """Return how light a colour is to the eye, 0 to 100."""
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (
        colour.redF(), colour.greenF(), colour.blueF())]  # fmt: skip
    light = sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), parts, strict=True))
    return 116 * math.pow(light, 1 / 3) - 16


def _inked(image: Any) -> Any:
    """Return the rectangle around all that is not white."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = [bytes(grey.constScanLine(y))[: grey.width()] for y in range(grey.height())]
    places = [(x, y) for y, row in enumerate(rows) for x, value in enumerate(row) if value < 200]
    left, top = min(x for x, _ in places), min(y for _, y in places)
    right, bottom = max(x for x, _ in places), max(y for _, y in places)
    return QRect(left, top, right - left, bottom - top)


def test_the_pages_before_those_of_a_report_have_a_title_and_a_number_too(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def chart(_painter: QPainter, _room: QRectF, _dots: int) -> None:
        pass

    def start(maker: ReportMaker, *_asked: object, **_how: object) -> None:
        maker.done.emit(MadeReport(b"", (b"",)))

    monkeypatch.setattr(ReportMaker, "start", start)
    found: list[Any] = []
    sheets = ReportSheets(example(8), None, ReportChoices(), lambda _grey: [chart, chart])
    sheets.made.connect(found.extend)
    sheets.make(SheetRequest())
    assert len(found) == 3
    for page in found[:2]:
        image, inked = painted(page, A4, UPRIGHT)
        assert inked.top() > 0.93 * image.height()  # below the margin of what is on the page
        side = 22 / 210 * image.width()
        assert inked.left() == pytest.approx(side, abs=4)
        assert inked.right() == pytest.approx(image.width() - side, abs=4)
