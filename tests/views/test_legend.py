"""The legend: a row and a switch for every layer that can be seen, and what the marks mean."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage, QPainter, qGray
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from app.analysis.lens import LENSES
from app.document import Document
from app.models.values import PartnerValues
from app.models.vocabulary import vocabulary
from app.settings import Settings
from app.views.map.lens_and_layers import LAYERS, Look, look_in
from app.views.map.map_panel import MapPanel
from app.views.map.samples import SAMPLE, fixed_rows, layer_rows
from app.views.widgets import theme
from app.words import phrases
from app.words.field_names import field_label
from tests.maps import JPEG
from tests.pictures import example
from tests.sure import sure

# The offscreen plugin has no use for the least size of a window.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def settings(tmp_path: Path, qapp: QApplication) -> Settings:
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    return settings


@pytest.fixture
def panel(document: Document, settings: Settings, qtbot: QtBot) -> MapPanel:
    document.add_map(example(18))
    settings.lens = "importance"
    panel = MapPanel(document, settings)
    qtbot.addWidget(panel)
    panel.resize(1100, 800)
    panel.show()
    qtbot.waitUntil(lambda: panel.view.map_scene.sceneRect().width() > 700)
    return panel


def seen_switches(panel: MapPanel) -> list[Any]:
    return [key for key, switch in panel.legend.switches.items() if switch.isVisible()]


def begun(text: str) -> str:
    """Return words as they begin a line."""
    return text[:1].upper() + text[1:]


def said(panel: MapPanel) -> list[Any]:
    """Return the words of the rows without a switch, as they stand now."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [label.text() for label in sure(panel.legend.fixed).findChildren(QLabel) if label.text()]


def test_the_legend_is_not_made_before_it_is_opened(panel: MapPanel) -> None:
    assert "legend" not in vars(panel)
    panel.toggle_legend()
    assert panel.legend.isVisible()
    assert panel.legend_button.isChecked()
    panel.toggle_legend()
    assert not panel.legend.isVisible()
    assert not panel.legend_button.isChecked()


@pytest.mark.parametrize("lens", LENSES)
def test_every_layer_that_can_be_seen_in_a_lens_has_a_switch_and_no_other(
    panel: MapPanel, document: Document, settings: Settings, lens: str
) -> None:
    panel.toggle_legend()
    settings.lens = lens
    seen = [key for key, x in LAYERS.items() if lens in x.lenses]
    assert seen_switches(panel) == [key for key in seen if key != "photo"]
    document.lay_photo(JPEG, 2.0)
    assert seen_switches(panel) == seen


def test_a_switch_shows_and_hides_its_layer(
    panel: MapPanel, settings: Settings, document: Document, qtbot: QtBot
) -> None:
    panel.toggle_legend()
    switch = panel.legend.switches["ties"]
    assert not switch.isChecked()
    assert panel.view.map_scene.ties.ties == []
    qtbot.mouseClick(switch, LEFT, pos=switch.rect().center() - switch.rect().topRight() / 3)
    assert settings.layers == {"ties": True}
    assert len(panel.view.map_scene.ties.ties) == len(document.map.ties)
    switch.setFocus()
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert settings.layers == {"ties": False}
    assert panel.view.map_scene.ties.ties == []
    assert switch.hasFocus()


def test_the_switches_follow_what_is_chosen_elsewhere(
    panel: MapPanel, settings: Settings, document: Document
) -> None:
    panel.toggle_legend()
    for key in ("contact", "notable"):
        settings.show_layer(key, shown=False)
        assert not panel.legend.switches[key].isChecked()
        settings.show_layer(key, shown=True)
        assert panel.legend.switches[key].isChecked()
    assert not panel.legend.switches["ties"].isChecked()
    document.remove_partners([partner.id for partner in document.map.partners[8:]])
    assert panel.legend.switches["ties"].isChecked()  # with few people ties are usual


def test_a_closed_legend_says_the_present_lens_when_it_opens(
    panel: MapPanel, settings: Settings
) -> None:
    panel.toggle_legend()
    panel.toggle_legend()
    settings.lens = "gap"
    settings.show_layer("wishes", shown=False)
    panel.toggle_legend()
    assert seen_switches(panel) == ["wishes", "notable", "intentions", "centrality"]
    assert not panel.legend.switches["wishes"].isChecked()


def test_the_keyboard_goes_to_the_first_switch_and_back_to_the_map(
    panel: MapPanel, settings: Settings, qtbot: QtBot
) -> None:
    panel.toggle_legend()
    assert panel.legend.switches["contact"].hasFocus()
    qtbot.keyClick(panel.legend.switches["contact"], Qt.Key.Key_Tab)
    assert panel.legend.switches["ties"].hasFocus()
    qtbot.keyClick(panel.legend.switches["ties"], Qt.Key.Key_Escape)
    assert not panel.legend.isVisible()
    assert not panel.legend_button.isChecked()
    assert panel.view.hasFocus()


def test_every_switch_has_a_name_and_a_sample(panel: MapPanel) -> None:
    panel.toggle_legend()
    for key, switch in panel.legend.switches.items():
        assert isinstance(switch, QCheckBox)
        assert switch.accessibleName() == LAYERS[key].name()
        assert " ".join(switch.text().split()) == LAYERS[key].name()
        assert not switch.icon().isNull()
        assert switch.sizeHint().height() >= 24


def test_the_rows_are_those_of_what_is_on_this_map_and_follow_it(
    panel: MapPanel, document: Document
) -> None:
    people = [partner.id for partner in document.map.partners]
    group = begun(vocabulary().choices["entity"]["group"].label("en"))
    for entity in ("person", "group"):
        document.set_partners(people, entity=entity)
        panel.toggle_legend()
        assert (group in said(panel)) == (entity == "group")
        panel.toggle_legend()
    panel.toggle_legend()
    high = panel.legend.height()
    document.set_partners(people, entity="person")
    assert group not in said(panel)
    assert panel.legend.height() < high


def test_rows_say_what_no_switch_says(
    panel: MapPanel, settings: Settings, document: Document
) -> None:
    document.set_partners([document.map.partners[0].id], frequency=0)
    panel.toggle_legend()
    steps = vocabulary().scales["frequency"].steps
    differences = {
        vocabulary().quadrants["important_less_often"].en,
        vocabulary().quadrants["often_less_important"].en,
    }
    assert set(said(panel)) >= {begun(steps[end].short("en")) for end in (1, -1)} | {
        begun(phrases.scale_label("frequency", 0)),
        field_label("named_important"),
        "A group",
        "An organisation",
    }
    assert not {begun(step.short("en")) for step in steps[2:-1]} & set(said(panel))
    assert not differences & set(said(panel)), "another lens is about them"
    settings.show_layer("notable", shown=True)
    assert differences <= set(said(panel))
    rows = said(panel)
    settings.show_layer("contact", shown=False)
    assert said(panel) == rows  # nothing slides away under the pointer
    settings.lens = "gap"
    assert not set(said(panel)) & {begun(step.short("en")) for step in steps[1:]}


def test_colours_are_named_where_the_rim_does_not_name_them(
    panel: MapPanel, settings: Settings, document: Document
) -> None:
    panel.toggle_legend()
    there = {phrases.setting_label(partner.setting) for partner in document.map.partners}
    assert not set(said(panel)) & there
    settings.sectors = False
    assert set(said(panel)) >= there
    settings.sectors = True
    settings.lens = "free"
    assert set(said(panel)) >= there
    document.set_partners([document.map.partners[0].id], setting=None)
    assert "No area yet" in said(panel)


def test_the_card_lies_in_the_corner_where_it_covers_the_fewest(
    panel: MapPanel, settings: Settings, document: Document, qtbot: QtBot
) -> None:
    settings.lens = "free"
    keys = [partner.id for partner in document.map.partners]

    def opened(x: float, y: float) -> tuple[Any, Any]:
        places = {
            key: PartnerValues(x=x - x * n / 20, y=y - y * n / 40) for n, key in enumerate(keys)
        }
        document.place(places)
        panel.toggle_legend()
        box = panel.legend.geometry()
        panel.toggle_legend()
        assert panel.view.geometry().contains(box)
        middle = panel.view.geometry().center()
        return box.center().x() < middle.x(), box.center().y() < middle.y()

    assert opened(1.2, 0.9) == (True, False)
    assert opened(-1.2, 0.5) != (True, False)


def test_the_card_stays_where_it_is_when_the_lens_changes(
    panel: MapPanel, settings: Settings
) -> None:
    panel.toggle_legend()
    corner = panel.legend.geometry().bottomLeft()
    settings.lens = "gap"
    assert panel.legend.geometry().bottomLeft() == corner


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("size", [(420, 420), (1100, 800)])
def test_the_card_fits_in_the_map_and_is_as_high_as_it_needs(
    document: Document, settings: Settings, qtbot: QtBot, size: tuple[Any, Any], text: int
) -> None:
    theme.wear("light", text)
    try:
        document.add_map(example(8))
        settings.lens = "free"
        panel = MapPanel(document, settings)
        qtbot.addWidget(panel)
        panel.resize(*size)
        panel.show()
        qtbot.waitUntil(lambda: panel.view.viewport().width() >= min(size[0], 280))
        panel.toggle_legend()
        qtbot.wait(1)
        assert panel.view.geometry().contains(panel.legend.geometry())
        scroll = panel.legend.scroll_area
        room = panel.legend.height() < panel.view.height() - 16
        assert not (room and scroll.verticalScrollBar().isVisible())
        assert sure(scroll.widget()).width() <= scroll.viewport().width()
    finally:
        theme.wear("light", 100)


def test_the_gap_lens_says_its_two_dots_without_the_legend(
    panel: MapPanel, settings: Settings
) -> None:
    assert not panel.gap_words.isVisible()
    settings.lens = "gap"
    assert panel.gap_words.isVisible()
    assert "importance" in panel.gap_words.text()


def test_what_a_lens_shows_is_said_once_it_is_chosen_by_hand(
    panel: MapPanel, settings: Settings, document: Document
) -> None:
    hint = panel.view.hint
    settings.lens = "contact"  # another screen has chosen it: nobody asked
    assert hint.isHidden()
    panel.switch.button("gap").click()
    assert hint.text() == LENSES["gap"].explanation()
    assert hint.isVisible()
    panel.look_through("importance")
    assert hint.text() == LENSES["importance"].explanation()
    document.remove_partners([partner.id for partner in document.map.partners])
    panel.look_through("contact")
    assert hint.text() != LENSES["contact"].explanation(), "there is nobody it could be about"


def test_the_switch_of_lenses_stays_below_the_middle_of_the_map(
    panel: MapPanel, settings: Settings, qtbot: QtBot
) -> None:
    def middle() -> int:
        qtbot.wait(1)
        return panel.switch.geometry().center().x()

    before = middle()
    assert abs(before - panel.view.geometry().center().x()) <= 2
    settings.lens = "gap"
    panel.toggle_legend()
    assert abs(middle() - before) <= 1


def test_opening_and_closing_often_leaves_nothing(
    panel: MapPanel, document: Document, settings: Settings
) -> None:
    panel.toggle_legend()
    for _ in range(5):
        for lens in (*LENSES, "gap"):  # the rows of which are all shown
            settings.lens = lens
        panel.toggle_legend()
    assert len(panel.legend.findChildren(QCheckBox)) == len(LAYERS)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    whole = document.map
    groups = fixed_rows(look_in(settings, whole), whole)
    rows = sum(row.is_on(whole) for rows in groups for row in rows)
    assert len(sure(panel.legend.fixed).findChildren(QLabel)) >= 2 * rows


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_sample_shows_something_of_its_own_inside_its_room(
    name: str, qapp: QApplication
) -> None:
    theme.wear(name, 100)
    try:
        look = Look(LENSES["free"], layers=frozenset(LAYERS))
        rows = [*layer_rows(), *(row for group in fixed_rows(look, example(18)) for row in group)]
        card, pictures = theme.current().colour("panel"), []
        for row in rows:
            sample = row.pixmap(1.0)
            assert sample.size() == SAMPLE
            image = QImage(SAMPLE, QImage.Format.Format_RGB32)
            image.fill(card)
            painter = QPainter(image)
            painter.drawPixmap(0, 0, sample)
            painter.end()
            edge = [qGray(image.pixel(x, y)) for x in range(SAMPLE.width()) for y in (0, 24)]
            assert all(abs(grey - qGray(card.rgb())) < 24 for grey in edge), row.words
            pictures.append(image)
        assert all(one != other for n, one in enumerate(pictures) for other in pictures[n + 1 :])
    finally:
        theme.wear("light", 100)
