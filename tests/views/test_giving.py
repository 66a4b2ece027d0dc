"""Giving a kind or a setting to whoever has none, and making one of two."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.document import Document
from app.models.network import Partner
from app.models.vocabulary import vocabulary
from app.settings import Settings
from app.views.frame.screens import Screens
from app.views.people.partner_columns import COLUMNS
from app.views.widgets.menu import Menu
from tests.sure import as_a, sure

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
K, M = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def screens(document: Document, tmp_path: Path, qtbot: QtBot) -> Iterator[Screens]:
    settings = Settings(tmp_path / "settings.ini")
    settings.motion, settings.language, settings.theme = False, "en", "light"
    document.new_map("M")
    for name in ("Jip", "Janneke", "Directeur"):
        document.add_partner(name, kind="leadership" if name == "Directeur" else None)
    document.select([])
    screens = Screens(document, settings, None)
    qtbot.addWidget(screens)
    screens.resize(1280, 800)
    screens.show()
    screens.activateWindow()
    QApplication.processEvents()
    yield screens
    for menu in screens.findChildren(QMenu):
        menu.close()


def opened(screens: Screens) -> QMenu:
    """The menu that is open; the last of them, where a submenu is."""
    menus = [m for m in screens.findChildren(QMenu) if m.isVisible()]
    assert menus
    return menus[0]


def test_escape_closes_a_menu_whatever_letters_it_knows(screens: Screens, qtbot: QtBot) -> None:
    for key in (K.Key_Backspace, K.Key_Delete, K.Key_Escape):
        menu = Menu(screens)
        menu.addAction("Anna")
        menu.popup(screens.mapToGlobal(screens.rect().center()))
        qtbot.keyClick(menu, key)
        assert menu.isVisible() == (key != K.Key_Escape)
        menu.close()


def choose(menu: QMenu, given: tuple[str, str]) -> None:
    for action in menu.actions():
        if action.data() == given:
            action.trigger()
            return
        if (below := action.menu()) is not None:
            choose(as_a(QMenu, below), given)


def is_selected(document: Document, name: str) -> bool:
    return [p.name for p in document.selected] == [name]


def partner(document: Document, name: str) -> Partner:
    return next(p for p in document.map.partners if p.name == name)


def test_whoever_has_no_setting_is_pointed_out_and_asked_about_one_after_another(
    screens: Screens, document: Document, qtbot: QtBot
) -> None:
    button = screens.quick_add.unknown
    assert "2" in button.text()
    before = document.history.position
    button.click()
    for name, given in (
        ("Jip", ("setting", "community")),
        ("Janneke", ("kind", "support_staff")),
    ):
        qtbot.waitUntil(partial(is_selected, document, name))
        menu = opened(screens)
        assert menu.actions()[0].text().replace("&", "") == name
        choose(menu, given)
        menu.close()
    assert partner(document, "Jip").setting == "community"
    assert partner(document, "Janneke").kind == "support_staff"
    assert document.history.position == before + 2  # each can be taken back by itself
    assert not button.isVisible()
    QApplication.processEvents()
    assert not [m for m in screens.findChildren(QMenu) if m.isVisible()]
    document.undo()
    assert "1" in button.text()


def test_escape_ends_asking_about_areas(screens: Screens, document: Document, qtbot: QtBot) -> None:
    screens.quick_add.unknown.click()
    qtbot.keyClick(opened(screens), K.Key_Escape)
    QApplication.processEvents()
    assert not [m for m in screens.findChildren(QMenu) if m.isVisible()]
    assert "2" in screens.quick_add.unknown.text()


def test_with_nobody_selected_the_key_gives_all_of_them_one_area(
    screens: Screens, document: Document
) -> None:
    before = document.history.position
    screens.actions_by_id["give"].trigger()
    assert {p.name for p in document.selected} == {"Jip", "Janneke"}
    choose(opened(screens), ("setting", "community"))
    assert {partner(document, n).setting for n in ("Jip", "Janneke")} == {"community"}
    assert document.history.position == before + 1


def test_a_kind_from_the_menu_brings_its_setting(
    screens: Screens, document: Document, qtbot: QtBot
) -> None:
    document.select([partner(document, "Jip").id])
    screens.actions_by_id["give"].trigger()
    choose(opened(screens), ("kind", "support_staff"))
    jip = partner(document, "Jip")
    assert (jip.kind, jip.setting, jip.entity) == ("support_staff", "in_school", "person")


def test_every_kind_and_setting_can_be_chosen(screens: Screens, document: Document) -> None:
    menu = Menu(screens)
    document.select([partner(document, "Jip").id])
    screens.kind_menu.fill(menu)
    below = [as_a(QMenu, action.menu()) for action in menu.actions()]
    offered = {action.data() for inside in below for action in inside.actions()}
    wanted = {("setting", key) for key in vocabulary().settings}
    assert offered - {None} == wanted | {("kind", key) for key in vocabulary().kinds}


def test_a_click_in_the_table_on_a_missing_setting_lets_it_be_chosen(
    screens: Screens, document: Document, qtbot: QtBot
) -> None:
    screens.show_screen("table")
    table = screens.table.people
    column = COLUMNS.index("setting")
    index = table.model().index(0, column)
    assert index.data().startswith("?")
    place = table.visualRect(index).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened(screens).y() == table.below(index).y()
    choose(opened(screens), ("setting", "education_network"))
    assert partner(document, "Jip").setting == "education_network"
    assert not table.model().index(0, column).data().startswith("?")


def test_a_finished_map_offers_nothing_to_give(
    screens: Screens, document: Document, qtbot: QtBot
) -> None:
    document.set_network(finished=True)
    document.select([partner(document, "Jip").id])
    screens.actions_by_id["give"].trigger()
    assert not [m for m in screens.findChildren(QMenu) if m.isVisible()]
    assert not screens.quick_add.unknown.isVisible()


def test_the_same_kind_gives_the_same_entity_typed_or_chosen(
    screens: Screens, document: Document
) -> None:
    document.add_partner("moeder van Sem", kind="parents")
    typed = document.selected[0]
    jip = document.map.partners[0].id
    document.rename(jip, "moeder van Noor")
    document.set_partners([jip], kind="parents")
    assert sure(document.map.partner(jip)).entity == typed.entity == "person"


def test_two_are_made_one_with_a_key_and_two_again_by_the_notice(
    screens: Screens, document: Document, qtbot: QtBot
) -> None:
    jip, janneke = (partner(document, name).id for name in ("Jip", "Janneke"))
    document.set_partners([jip], frequency=2)
    document.set_partners([janneke], frequency=5, importance=4)
    before = document.map
    document.select([jip, janneke])
    screens.map.view.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), K.Key_M, M.ControlModifier | M.ShiftModifier)
    one = partner(document, "Jip")
    assert (one.frequency, one.importance) == (2, 4)
    assert len(document.map.partners) == 2
    said = screens.notice.text
    assert "Jip" in said
    assert "contact" in said
    screens.notice.button.click()
    assert document.map == before


def test_one_alone_cannot_be_merged(screens: Screens, document: Document) -> None:
    document.select([partner(document, "Jip").id])
    assert not screens.actions_by_id["merge"].isEnabled()
    assert not document.merge_partners(document.selection)


def test_what_a_name_may_mean_stands_on_top_of_the_menu(
    screens: Screens, document: Document
) -> None:
    tongue = "en"
    for name in ("Outreach teacher partnership", "Jip", "Directeur"):
        found = next((p for p in document.map.partners if p.name == name), None)
        document.select([sure(found.id if found else document.add_partner(name))])
        menu = Menu(screens)
        screens.kind_menu.fill(menu)
        direct = [a.data()[1] for a in menu.actions() if a.data() is not None]
        expected = [kind.id for kind in vocabulary().recognise(name, tongue)][:3]
        if found is not None and found.kind is not None:
            expected = []  # who has one is asked nothing
        assert direct == expected
    assert vocabulary().recognise("Outreach teacher partnership", tongue)
