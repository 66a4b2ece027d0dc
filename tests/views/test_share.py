"""Sharing: the preview is the file, names stay home unless asked, and a back-up is everything."""

import json
import zipfile
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from app.document import Document
from app.exchange.consent import consent_in
from app.exchange.formats.all_formats import written
from app.exchange.kring_file import read_kring, to_json
from app.exchange.share import PARTS, PRESETS, Selection, parts_in, shared
from app.models.network import Answer, Intention, Map, Network, Note, Outline, Partner
from app.views.share import preview
from app.views.share.page import SharePage
from app.views.share.parts import USUAL
from app.views.share.purposes import part_label, purposes
from app.views.widgets import theme
from tests.examples import few
from tests.maps import maps
from tests.pictures import example
from tests.sure import sure


@pytest.fixture
def page(document: Document, qtbot: QtBot) -> SharePage:
    document.add_map(example(8))
    document.set_partners(["p0"], notes="belt op vrijdag", trust=2)
    page = SharePage(document)
    qtbot.addWidget(page)
    page.resize(1200, 760)
    page.show()
    page.start()
    return page


def texts(page: SharePage) -> list[Any]:
    """Return all that can be read in the preview."""
    rows = (*page.people.sheet.rows, *page.rest.sheet.rows)
    return [cell for row in rows for cell in row]


def test_it_begins_with_a_fellow_student_and_without_names(page: SharePage) -> None:
    assert page.purpose == "exchange"
    assert page.people.sheet.rows[0][0] == "Parents 1"
    assert "Ouders Sam" not in texts(page)
    assert not page.ticks["names"].isChecked()


def test_no_title_of_what_leaves_is_cut(
    document: Document, qtbot: QtBot, dressed: Callable[..., Any]
) -> None:
    dressed("nl", 100)
    document.add_map(example(8))
    page = SharePage(document)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.start()
    page.ticks["names"].click()
    page.tabs.button("table").click()
    table = page.people
    wide = table.horizontalHeader().fontMetrics().horizontalAdvance
    around = 2 * theme.GRID
    room = [table.columnWidth(at) - around for at in range(len(table.sheet.columns))]
    assert "Persoon, groep of organisatie" in table.sheet.columns
    assert [
        title for title, has in zip(table.sheet.columns, room, strict=True) if has < wide(title)
    ] == []


def test_a_switch_shows_at_once_what_it_adds_and_takes_away_again(page: SharePage) -> None:
    assert "belt op vrijdag" not in texts(page)
    page.ticks["texts"].click()
    assert "belt op vrijdag" in texts(page)
    page.ticks["texts"].click()
    assert "belt op vrijdag" not in texts(page)
    page.ticks["names"].click()
    assert page.people.sheet.rows[0][0] == "Ouders Sam"


def test_names_in_what_was_typed_are_warned_of_as_long_as_names_are_hidden(
    page: SharePage, document: Document
) -> None:
    document.set_partners(["p1"], name="Noor de Wit")
    document.set_partners(["p0"], notes="Noor was er ook bij")
    assert not page.warned.isVisible()
    assert page.sentence.text().endswith("8 partners; names are hidden.")
    page.ticks["texts"].click()
    assert "“Noor de Wit”" in page.warned.text()
    assert part_label("texts") in page.warned.text()
    assert page.warned.isVisible()
    assert page.sentence.text().endswith("names are hidden, but not in your own texts.")
    page.ticks["names"].click()
    assert not page.warned.isVisible()
    page.ticks["names"].click()
    document.set_partners(["p0"], notes="zij was er ook bij")
    assert not page.warned.isVisible()
    document.set_network(moment_label="na het gesprek met noor")
    page.choose("hand_in")
    assert part_label("moment") in page.warned.text()


def test_the_file_is_the_map_of_the_preview(page: SharePage, tmp_path: Path, qtbot: QtBot) -> None:
    page.ticks["texts"].click()
    shown = page.ready
    with qtbot.waitSignal(page.saved) as told:
        page.save_to(tmp_path / "kaart.kring")
    assert read_kring(told.args[0]) == shown
    page.save_to(tmp_path / "again.kring")
    again = read_kring(tmp_path / "again.kring")
    assert set(again.records).isdisjoint(shown.records)


def test_the_same_marks_every_time_are_a_choice(page: SharePage, tmp_path: Path) -> None:
    page.lasting.click()
    for name in ("one", "two"):
        page.save_to(tmp_path / f"{name}.kring")
    assert read_kring(tmp_path / "one.kring") == read_kring(tmp_path / "two.kring")


def test_another_purpose_begins_with_what_is_usual_for_it(page: SharePage, qtbot: QtBot) -> None:
    page.ticks["names"].click()
    page.purposes.button(1).click()
    assert page.purpose == "hand_in"
    assert not page.ticks["names"].isChecked()
    assert page.ticks["ties"].isChecked()
    assert sure(page.ready).ties
    page.purposes.button(3).click()
    assert not page.ticks["names"].isVisible()
    with qtbot.waitSignal(page.back_up_requested):
        page.save.click()


def test_it_begins_with_the_drawing_and_a_switch_shows_the_table(
    page: SharePage, document: Document
) -> None:
    assert page.drawing.isVisible()
    assert not page.people.isVisible()
    shown = page.drawing.map_scene.map
    assert sure(shown).partners[0].name == "Parents 1"
    page.ticks["texts"].click()
    assert page.people.isVisible()
    page.ticks["ratings"].click()
    page.show_page("drawing")
    assert page.drawing.map_scene.lens.id == "free"
    assert len(page.drawing.map_scene.people) == 8  # also who has no place of their own
    assert not page.unplaced.isVisible()


def test_the_proposed_name_tells_the_moment_only_where_that_goes_along(
    page: SharePage, document: Document
) -> None:
    document.set_network(moment=date(2026, 11, 3))
    assert page.proposed_name(page.ready) == "map"
    page.ticks["moment"].click()
    assert page.proposed_name(page.ready) == "map-2026-11"


def test_a_back_up_says_that_it_holds_this_moment_alone(
    page: SharePage, document: Document
) -> None:
    page.choose("back_up")
    assert "alone" not in page.closing.text()
    document.set_network(moment_label="begin")
    document.continue_map(document.map.network.id, "end", None)
    assert "“end” only" in page.closing.text()


def test_the_proposed_name_says_nothing(
    page: SharePage, document: Document, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    document.set_network(title="Groep van juf Ans")
    asked = []

    def ask(parent: SharePage, title: str, proposed: str, kinds: str) -> tuple[Any, Any]:
        asked.append(proposed)
        return str(tmp_path / "stick"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(ask))
    page.save.click()
    name = asked[0].replace("\\", "/").rsplit("/", 1)[-1]
    assert name == "map.kring"
    assert (tmp_path / "stick.kring").exists()


def test_what_is_changed_meanwhile_is_in_the_preview(page: SharePage, document: Document) -> None:
    document.set_partners(["p0"], importance=1)
    assert "not important" in page.people.sheet.rows[0]
    document.undo()
    assert "not important" not in page.people.sheet.rows[0]


def test_a_file_that_cannot_be_written_is_told_and_nothing_is_there(
    page: SharePage, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.failed):
        page.save_to(tmp_path / "nowhere" / "kaart.kring")
    assert list(tmp_path.glob("nowhere*")) == []


def test_escape_leaves(page: SharePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


@pytest.mark.parametrize("to", written())
def test_every_format_that_is_written_comes_from_the_window_with_names_only_when_asked(
    page: SharePage,
    document: Document,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    to: str,
) -> None:
    document.continue_map(document.map.network.id, "end", None)
    page.choose("program")
    page.programs.formats.setCurrentIndex(page.programs.formats.findData(to))
    page.programs.all_moments.click()
    folder, file = str(tmp_path), str(tmp_path / "out")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_: folder))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (file, "")))
    for named in (False, True):
        with qtbot.waitSignal(page.programs.saved) as told:
            page.save.click()
        written_to = told.args[1]
        files = sorted(written_to.iterdir()) if written_to.is_dir() else [written_to]
        said = b"".join(map(_plain, files))
        assert (b"Ouders Sam" in said) == named
        assert (b"Parents 1" in said) != named
        page.ticks["names"].click()


def _plain(file: Path) -> bytes:
    """Return what a file holds, a workbook unpacked."""
    if not zipfile.is_zipfile(file):
        return file.read_bytes()
    with zipfile.ZipFile(file) as archive:
        return b"".join(map(archive.read, archive.namelist()))


def test_every_kind_of_information_and_every_purpose_has_words() -> None:
    assert len({part_label(part) for part in PARTS}) == len(PARTS)
    assert [purpose.id for purpose in purposes()] == list(PRESETS)


OWN_WORDS = {
    Partner: ("name", "goal", "my_expertise", "their_expertise", "notes"),
    Network: ("title", "moment_label", "ego_label", "role", "subject"),
    Outline: ("label",),
    Note: ("text",),
    Answer: ("text",),
    Intention: ("what", "outcome"),
}


@settings(max_examples=few(10), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(maps(max_partners=3, max_others=1))
def test_nothing_is_in_the_file_that_the_preview_does_not_show(whole: Map) -> None:
    sent = shared(whole, Selection(parts=frozenset(PARTS)), "en")
    people, rest = preview.people(sent), preview.rest(sent)
    shown = [cell for row in (*people.rows, *rest.rows) for cell in row]
    for record in sent.records.values():
        for field in OWN_WORDS.get(type(record), ()):
            assert any(getattr(record, field) in cell for cell in shown)
    for partner, row in zip(sent.partners, people.rows, strict=True):
        answered = [
            f.name
            for f in fields(Partner)
            if f.name not in ("id", "x", "y", "angle", "taken_off")
            and getattr(partner, f.name) not in (None, ())
            and str(getattr(partner, f.name)).strip()
            and (getattr(partner, f.name) is not False or f.name == "named_important")
        ]
        placed = (partner.x, partner.angle, partner.taken_off) != (None, None, None)
        assert sum(bool(cell) for cell in row) == len(answered) + placed
    said = json.loads(to_json(sent))
    lists = ["ties", "outlines", "notes", "answers", "intentions", "verdicts"]
    lists += ["activities", "tasks", "evidence"]
    lines = sum(len(said[name]) for name in lists)
    lines += bool(said["strokes"]) + bool(said.get("photos"))
    about = [
        f.name
        for f in fields(Network)
        if f.name not in ("id", "series", "theirs") and getattr(sent.network, f.name) != f.default
    ]
    assert len(rest.rows) == lines + len(about)


def test_the_screen_says_what_else_is_in_the_file_and_that_is_in_it(
    page: SharePage, document: Document, tmp_path: Path
) -> None:
    assert page.closing.text() == "There is nothing else in the file."
    page.choose("hand_in")
    assert page.sentence.text().startswith("Your lecturer will see 8 partners;")
    page.consent.agrees.click()
    assert "what you agreed to" in page.closing.text()
    page.save_to(tmp_path / "one.kring")
    assert consent_in((tmp_path / "one.kring").read_bytes()) is not None
    page.choose("exchange")  # agreed to for the lecturer, and for nobody else
    assert page.closing.text() == "There is nothing else in the file."
    page.save_to(tmp_path / "two.kring")
    assert consent_in((tmp_path / "two.kring").read_bytes()) is None
    document.continue_map(document.map.network.id, "end", None)
    page.choose("program")
    page.programs.all_moments.click()
    assert "other moments" in page.closing.text()


def test_what_never_goes_along_by_itself_is_folded_away_and_counted(
    page: SharePage, document: Document
) -> None:
    there = parts_in(document.map)
    assert {part for part, tick in page.ticks.items() if tick.isVisible()} == USUAL & there
    assert all(PRESETS[purpose].parts <= USUAL for purpose in PRESETS)
    page.ticks["names"].click()
    assert page.parts.more.text().endswith("1 on")
    page.parts.more.click()
    assert {part for part, tick in page.ticks.items() if tick.isVisible()} == there


def test_only_what_is_on_the_map_can_be_chosen(document: Document, qtbot: QtBot) -> None:
    page = SharePage(document)
    qtbot.addWidget(page)
    page.resize(1200, 760)
    page.show()
    page.start()

    def offered() -> set[Any]:
        return {part for part, tick in page.ticks.items() if tick.isVisible()}

    def said() -> str:
        return " ".join(
            label.text() for label in page.parts.findChildren(QLabel) if label.isVisible()
        )

    assert offered() == {"moment"}
    document.set_network(moment=None, title="")
    assert offered() == set()
    assert not page.parts.more.isVisible()
    assert "so there is nothing to choose" in said()
    sam = document.add_partner("Sam", setting="community")
    assert "You choose from what is on this map." in said()
    page.parts.more.click()
    assert offered() == {"names"}
    document.set_partners([sure(sam)], importance=3, notes="x")
    document.set_network(moment=date(2026, 9, 1))
    assert offered() == {"names", "ratings", "texts", "moment"}


@given(whole=maps())
@settings(max_examples=few(20), deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_not_offered_would_change_nothing_in_the_file(whole: Map) -> None:
    everything = Selection(parts=frozenset(PARTS), lasting=True)
    offered = Selection(parts=parts_in(whole), lasting=True)
    assert shared(whole, offered, "en") == shared(whole, everything, "en")
