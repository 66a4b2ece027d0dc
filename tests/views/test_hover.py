"""The card with the essentials: when it comes, what it says, where it lies, when it goes."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from app.document import Document
from app.models.network import Partner
from app.models.values import PartnerValues
from app.settings import Settings
from app.views.map import hover
from app.views.map.map_panel import MapPanel
from tests.pictures import example

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
K = Qt.Key


@pytest.fixture
def settings(settings: Settings) -> Settings:
    settings.lens = "importance"
    return settings


@pytest.fixture
def panel(
    document: Document, settings: Settings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> MapPanel:
    monkeypatch.setattr(hover, "RESTS_FOR", 1)
    document.add_map(example(18))
    panel = MapPanel(document, settings)
    panel.card.rest.setInterval(1)
    qtbot.addWidget(panel)
    panel.resize(760, 700)
    panel.show()
    qtbot.waitUntil(lambda: len(panel.view.map_scene.people) == 18)
    panel.activateWindow()
    panel.view.setFocus()
    return panel


def at(panel: MapPanel, partner: Partner) -> Any:
    return panel.view.mapFromScene(panel.view.map_scene.people[partner.id].pos())


@pytest.fixture
def rest(panel: MapPanel, qtbot: QtBot) -> Callable[..., Any]:
    """Rest with the pointer on somebody until the card is there."""

    def rests(partner: Partner) -> None:
        QApplication.processEvents()
        qtbot.mouseMove(panel.view.viewport(), QPoint(2, 2))
        qtbot.mouseMove(panel.view.viewport(), at(panel, partner))
        qtbot.waitUntil(lambda: panel.card.key == partner.id and panel.card.isVisible())

    return rests


def said(panel: MapPanel) -> str:
    return panel.card.text.text()


def test_the_card_comes_after_a_rest_and_goes_with_the_pointer(
    panel: MapPanel, document: Document, qtbot: QtBot, rest: Callable[..., Any]
) -> None:
    one, two = document.map.partners[:2]
    assert panel.card.isHidden()
    rest(one)
    assert one.name in said(panel)
    rest(two)
    assert two.name in said(panel)
    qtbot.mouseMove(panel.view.viewport(), QPoint(2, 2))
    assert panel.card.isHidden()


def test_it_waits_for_a_rest(panel: MapPanel, document: Document, qtbot: QtBot) -> None:
    panel.card.rest.setInterval(60_000)
    qtbot.mouseMove(panel.view.viewport(), at(panel, document.map.partners[0]))
    assert panel.card.rest.isActive()
    assert panel.card.isHidden()
    qtbot.mouseMove(panel.view.viewport(), QPoint(2, 2))
    assert not panel.card.rest.isActive()


def test_it_says_what_was_filled_in_and_nothing_else(
    panel: MapPanel, document: Document, rest: Callable[..., Any]
) -> None:
    partner = document.map.partners[0]
    answers = PartnerValues(
        kind=None,
        setting=None,
        frequency=None,
        wished_frequency=None,
        satisfaction=None,
        entity=None,
        named_important=False,
        name="<b>Jip & Janneke</b>",
    )
    document.set_partners([partner.id], **answers)
    for tie in document.map.ties:
        document.set_tie(tie.a, tie.b, None)
    document.set_partners([partner.id], importance=5)
    rest(document.map.partner(partner.id))
    assert panel.card.spoken() == "<b>Jip & Janneke</b>, Importance: very important"
    assert "&lt;b&gt;Jip &amp; Janneke&lt;/b&gt;" in said(panel)
    document.set_partners(
        [partner.id],
        kind="parents",
        frequency=2,
        wished_frequency=4,
        satisfaction=2,
        named_important=True,
    )
    document.set_tie(partner.id, document.map.partners[1].id, "yes")
    document.set_tie(partner.id, document.map.partners[2].id, "unknown")
    assert panel.card.isVisible()  # it follows
    assert panel.card.spoken() == (
        "<b>Jip & Janneke</b>, parents / carers, Pupil and family, Important, less contact, "
        "Star: one of my most important partners, Contact: a few times a year, "
        "Importance: very important, Contact I would like: weekly, "
        "Satisfaction: dissatisfied, Knows: " + document.map.partners[1].name
    )
    for word in ("Contact", "Contact I would like", "weekly", "★", "Knows"):
        assert word in said(panel)


@pytest.mark.parametrize("lens", ["importance", "contact", "gap"])
def test_it_lies_inside_the_view_and_never_on_the_person(
    panel: MapPanel, document: Document, settings: Settings, lens: str
) -> None:
    settings.lens = lens
    view = panel.view
    for name in ("Jo", "Een bijzonder lange naam van een samenwerkingsverband " * 2):
        document.rename(document.map.partners[0].id, name)
        for key, item in view.map_scene.people.items():
            panel.card.show_person(key)
            box = panel.card.geometry()
            assert view.rect().contains(box)
            disc = view.mapFromScene(item.pos()) + view.viewport().pos()
            assert not box.contains(disc)


def test_a_small_view_has_the_card_inside_as_well(panel: MapPanel, document: Document) -> None:
    panel.resize(320, 360)
    QApplication.processEvents()
    for key in panel.view.map_scene.people:
        panel.card.show_person(key)
        assert panel.view.rect().contains(panel.card.geometry())


def test_a_press_hides_it_and_it_stays_away_while_dragging(
    panel: MapPanel, document: Document, qtbot: QtBot, rest: Callable[..., Any]
) -> None:
    partner = document.map.partners[0]
    rest(partner)
    port, start = panel.view.viewport(), at(panel, partner)
    qtbot.mousePress(port, LEFT, pos=start)
    assert panel.card.isHidden()
    for step in range(1, 5):
        qtbot.mouseMove(port, start + QPoint(12, 3) * step)
    qtbot.wait(20)
    assert panel.card.isHidden()
    qtbot.keyClick(panel.view, K.Key_Escape)
    qtbot.mouseRelease(port, LEFT, pos=start)


def test_zooming_hides_it(panel: MapPanel, document: Document, rest: Callable[..., Any]) -> None:
    rest(document.map.partners[0])
    point = QPointF(100, 100)
    wheel = QWheelEvent(
        point,
        point,
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 (Qt takes no name here)
    )
    QApplication.sendEvent(panel.view.viewport(), wheel)
    assert panel.card.isHidden()


@pytest.mark.parametrize(
    ("key", "modifiers"), [(K.Key_I, NONE), (K.Key_Return, Qt.KeyboardModifier.AltModifier)]
)
def test_a_key_brings_it_says_it_and_takes_it_away(
    panel: MapPanel, document: Document, qtbot: QtBot, key: Any, modifiers: Any
) -> None:
    heard: list[Any] = []
    panel.view.voice.said.connect(heard.append)
    qtbot.keyClick(panel.view, key, modifiers)
    assert panel.card.isHidden()  # nobody has the keyboard
    document.select([document.map.partners[3].id])
    qtbot.keyClick(panel.view, key, modifiers)
    assert panel.card.isVisible()
    assert heard == [panel.card.spoken()]
    assert heard[0].startswith(document.map.partners[3].name)
    qtbot.keyClick(panel.view, key, modifiers)
    assert panel.card.isHidden()
    qtbot.keyClick(panel.view, key, modifiers)
    qtbot.keyClick(panel.view, K.Key_Escape)
    assert panel.card.isHidden()
    assert len(document.selection) == 1  # that Esc was for the card
    qtbot.keyClick(panel.view, key, modifiers)
    qtbot.keyClick(panel.view, K.Key_Left)
    assert panel.card.isHidden()


def test_there_is_no_tool_tip_beside_it(panel: MapPanel, document: Document) -> None:
    port = panel.view.viewport()
    point = at(panel, document.map.partners[0])
    QApplication.sendEvent(port, QHelpEvent(QEvent.Type.ToolTip, point, port.mapToGlobal(point)))
    assert not QToolTip.isVisible()


def test_it_lies_over_the_teacher_for_nobody(panel: MapPanel, document: Document) -> None:
    picture = panel.view.map_scene.picture
    middle = panel.view.mapFromScene(picture.cx, picture.cy)
    for partner in document.map.partners:
        panel.card.show_person(partner.id)
        assert not panel.card.geometry().contains(middle), partner.name


def test_it_goes_with_the_person_and_with_the_map(panel: MapPanel, document: Document) -> None:
    key = document.map.partners[0].id
    panel.card.show_person(key)
    document.remove_partners([key])
    assert panel.card.isHidden()
    panel.card.show_person(document.map.partners[0].id)
    document.new_map("Empty")
    assert panel.card.isHidden()
