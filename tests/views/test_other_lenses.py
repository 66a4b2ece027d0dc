"""The other lenses are laid out at rest, and found laid out by whoever looks through them."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.analysis.lens import LENSES
from app.document import Document
from app.layout.picture import Picture
from app.settings import Settings
from app.views.map import marks
from app.views.map.ground import small_fonts
from app.views.map.layout_request import Measure
from app.views.map.view import MapView
from tests.views.test_map import crowd

OTHERS = sorted(set(LENSES) - {"importance"})


@pytest.fixture
def settings(settings: Settings) -> Settings:
    settings.lens = "importance"
    return settings


@pytest.fixture
def view(document: Document, settings: Settings, qtbot: QtBot) -> MapView:
    whole = crowd(12)
    near: dict[str, Any] = {lens.field: lens.codes[0] for lens in LENSES.values() if lens.field}
    changes = {}
    for one in whole.partners:  # so that everybody has a place in every lens
        unsaid = {field: code for field, code in near.items() if getattr(one, field) is None}
        changes[one.id] = replace(one, **unsaid)
    document.add_map(whole.after(changes))
    return seen(document, settings, qtbot)


def seen(document: Document, settings: Settings, qtbot: QtBot) -> MapView:
    view = MapView(document, settings)
    qtbot.addWidget(view)
    view.resize(720, 640)
    view.show()
    view.fit_size()
    return view


def rest(view: MapView, qtbot: QtBot) -> None:
    """Let nobody do anything until all is laid out."""
    others = view.map_scene.others
    assert others.rest.isActive()
    others.rest.start(0)
    qtbot.waitUntil(lambda: not others.waiting)
    others.stop()


def test_who_looks_through_another_lens_finds_it_laid_out(
    view: MapView, settings: Settings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    rest(view, qtbot)

    def lay_out(*_asked: object, **_how: object) -> Picture:
        raise AssertionError("laid out in the thread of the window")

    for name in ("ring_layout", "free_picture"):
        monkeypatch.setattr(f"app.views.map.layout_request.{name}", lay_out)
    for lens in OTHERS:
        settings.lens = lens
        assert view.map_scene.lens.id == lens
        assert view.map_scene.picture.spots.keys() == view.map_scene.people.keys() != set()


def test_after_an_edit_only_what_it_moves_is_laid_out_again(
    view: MapView, document: Document, qtbot: QtBot
) -> None:
    rest(view, qtbot)
    document.set_partners(["p1"], frequency=1)
    assert [asked.lens.id for asked in view.map_scene.others.waiting] == ["contact", "gap"]


def test_text_is_as_wide_in_any_thread(qapp: QApplication) -> None:
    words = ["Samenwerkingsverband", "Ib'er 2", "Zoë & Łukasz", "שלום", "Ouders Noor (groep 8)"]
    with ThreadPoolExecutor(1) as elsewhere:
        for fonts in ((marks.name_font(),), small_fonts()):
            measure, metrics = Measure(*fonts), [QFontMetricsF(font) for font in fonts]
            widths = [max(one.horizontalAdvance(word) for one in metrics) for word in words]
            assert list(elsewhere.map(measure.width, words)) == widths
            assert measure.height == max(one.height() for one in metrics)


def test_who_stands_on_the_ground_stays_also_where_that_was_laid_out_once(
    document: Document, settings: Settings, qtbot: QtBot
) -> None:
    """What is kept is for whoever comes to a lens; on its ground it is not asked."""
    document.add_map(crowd(40))
    rested, other = seen(document, settings, qtbot), seen(document, settings, qtbot)
    rest(rested, qtbot)
    settings.lens = "contact"
    rated = [p.id for p in document.map.partners if p.frequency is not None]
    for key in rated[:6]:
        document.set_partners([key], frequency=5)
    for _ in range(6):
        document.undo()
        assert rested.map_scene.picture == other.map_scene.picture


def test_no_thread_works_on_for_a_window_that_closes(view: MapView) -> None:
    others = view.map_scene.others
    others.rest.stop()
    others.rest.timeout.emit()  # as after a rest, of which nobody hears more
    others.stop()
    begun = len(others.waiting)
    assert begun > 0
    QApplication.processEvents()  # the one that ended brings what it gave: it begins no other
    assert len(others.waiting) == begun
    assert [one.name for one in threading.enumerate() if "_Call" in type(one).__name__] == []
