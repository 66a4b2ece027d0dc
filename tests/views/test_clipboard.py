"""Copy and paste: from map to map, to and from other programs, and what is refused."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.document import Document
from app.exchange.clipboard import MIME, from_json, to_json, to_text
from app.exchange.lists import read_people
from app.models.network import MOST_PARTNERS, Partner, Tie
from app.models.problem import Problem
from app.models.vocabulary import vocabulary
from app.settings import Settings
from app.views.frame.screens import Screens
from tests.pictures import example
from tests.sure import sure

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

K, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


# --- the content


def test_what_is_copied_is_what_is_read() -> None:
    whole = example(18)
    partners, ties = whole.partners[:10], whole.ties
    read, between = from_json(to_json(partners, ties))
    assert read == partners
    ids = {partner.id for partner in partners}
    assert set(between) == {tie for tie in ties if tie.ends <= ids}
    assert between


def test_a_partner_with_the_id_of_our_own_record_can_be_copied() -> None:
    odd = Partner(id="clipboard", name="Odd")
    assert from_json(to_json([odd], []))[0] == (odd,)


def spoiled(change: Callable[..., Any]) -> bytes:
    content = json.loads(to_json(example(3).partners, ()))
    change(content)
    return json.dumps(content).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[1, 2]",
        b"\xff\xfe\x00",
        b'{"format": "kring", "version": 2}',
        to_json(example(3).partners, ())[:-40],
        spoiled(lambda c: c["partners"][0].update(frequency=9)),
        spoiled(lambda c: c["partners"][0].update(secret="x")),
        spoiled(lambda c: c["partners"][0].update(name="")),
        spoiled(lambda c: c["partners"].append(c["partners"][0])),
        spoiled(lambda c: c["ties"].append({"id": "t", "a": "p0", "b": "nobody", "state": "yes"})),
        spoiled(lambda c: c["scales"][0].update(version=7)),
        spoiled(
            lambda c: c.update(partners=[dict(c["partners"][0], id=str(n)) for n in range(501)])
        ),
    ],
)
def test_what_is_not_a_whole_map_is_refused(content: bytes) -> None:
    with pytest.raises(Problem) as raised:
        from_json(content)
    assert raised.value.code == "paste_unreadable"


def test_what_a_newer_kring_copied_is_said_to_be_newer() -> None:
    with pytest.raises(Problem) as raised:
        from_json(spoiled(lambda c: c.update(version=99)))
    assert raised.value.code == "paste_newer"


def test_other_programs_get_a_line_a_partner() -> None:
    ib = Partner(
        id="a", name="Ib'er", kind="internal_support_coordinator", frequency=4, importance=5
    )
    own = Partner(id="b", name="Jo", kind="own words")
    assert to_text([ib, own], "nl").split("\n") == [
        "Ib'er\tintern begeleider (ib'er)\twekelijks\theel belangrijk",
        "Jo\town words\t\t",
    ]


def test_a_table_of_ours_comes_back() -> None:
    whole = example(18)
    found = read_people(to_text(whole.partners, "en"), "en").partners

    def shown(partner: Partner) -> tuple[Any, Any, Any]:
        return partner.name, partner.frequency, partner.importance

    assert [shown(partner) for partner in found] == [shown(partner) for partner in whole.partners]
    for pasted, copied in zip(found, whole.partners, strict=True):
        known = vocabulary().certain(copied.name, "en")  # a name that says its kind gets it
        assert pasted.kind == (copied.kind or (known and known.id))


# --- in the window


@pytest.mark.parametrize("typed", ["Moeder van Mila", "opa Piet", "Ouders Sam", "juf Els (bso)"])
def test_pasted_is_what_typed_would_be(typed: str, document: Document) -> None:
    document.new_map("M")
    kind = vocabulary().certain(typed, "nl")
    document.add_partner(typed, kind=sure(kind).id)
    [added] = document.map.partners
    [pasted] = read_people(typed, "nl").partners
    assert (pasted.kind, pasted.setting, pasted.entity) == (added.kind, added.setting, added.entity)


@pytest.fixture
def settings(tmp_path: Path, qapp: QApplication) -> Settings:
    settings = Settings(tmp_path / "settings.ini")
    settings.motion, settings.language, settings.theme = False, "en", "light"
    return settings


@pytest.fixture
def screens(document: Document, settings: Settings, qtbot: QtBot) -> Screens:
    document.add_map(example(8))
    screens = Screens(document, settings, None)
    qtbot.addWidget(screens)
    screens.resize(1280, 800)
    screens.show()
    screens.activateWindow()
    QApplication.processEvents()
    screens.map.view.setFocus()
    QGuiApplication.clipboard().clear()
    return screens


def press(qtbot: QtBot, screens: Screens, key: Any, modifiers: Any = CONTROL) -> None:
    qtbot.keyClick(QApplication.focusWidget() or screens, key, modifiers)
    QApplication.processEvents()


def put(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def test_partners_go_to_another_map_with_their_ties(
    screens: Screens, document: Document, qtbot: QtBot
) -> None:
    whole = document.map
    tie = whole.ties[0]
    document.select([tie.a, tie.b])
    press(qtbot, screens, K.Key_C)
    assert sure(whole.partner(tie.a)).name in QGuiApplication.clipboard().text()
    document.new_map("Another")
    press(qtbot, screens, K.Key_V)
    assert {partner.id for partner in document.map.partners} == {tie.a, tie.b}
    assert {one.ends for one in document.map.ties} == {tie.ends}
    assert set(document.selection) == {tie.a, tie.b}
    press(qtbot, screens, K.Key_Z)
    assert document.map.partners == ()  # one step


def test_in_the_map_they_come_from_they_are_others(
    screens: Screens, document: Document, qtbot: QtBot
) -> None:
    document.select([document.map.partners[0].id])
    press(qtbot, screens, K.Key_C)
    press(qtbot, screens, K.Key_V)
    assert len(document.map.partners) == 9
    first, last = document.map.partners[0], document.map.partners[-1]
    assert replace(last, id=first.id, x=first.x, y=first.y) == first


def test_cut_takes_them_off_and_undo_brings_them_back(
    screens: Screens, document: Document, qtbot: QtBot
) -> None:
    document.select([document.map.partners[0].id])
    press(qtbot, screens, K.Key_X)
    assert len(document.map.partners) == 7
    press(qtbot, screens, K.Key_Z)
    assert len(document.map.partners) == 8
    document.undo()
    press(qtbot, screens, K.Key_V)
    assert document.map.partners


def test_in_the_table_the_keys_do_the_same(
    screens: Screens, document: Document, qtbot: QtBot
) -> None:
    screens.show_screen("table")
    screens.table.begin()
    document.select([document.map.partners[0].id, document.map.partners[1].id])
    press(qtbot, screens, K.Key_C)
    press(qtbot, screens, K.Key_V)
    assert len(document.map.partners) == 10


def test_a_pasted_list_is_one_step_with_a_notice_that_undoes_it(
    screens: Screens, document: Document, qtbot: QtBot
) -> None:
    put("Jip\nOuders van Janneke\n\njuf Els\n")
    screens.quick_add.field.setFocus()  # where the cursor is after typing names
    press(qtbot, screens, K.Key_V)
    added = document.map.partners[8:]
    assert [partner.name for partner in added] == ["Jip", "Ouders van Janneke", "juf Els"]
    assert screens.quick_add.field.text() == ""
    assert screens.notice.isVisible()
    assert "3 partners" in screens.notice.text
    screens.notice.button.click()
    assert len(document.map.partners) == 8


def test_the_notice_undoes_nothing_else(screens: Screens, document: Document, qtbot: QtBot) -> None:
    put("Jip\nJanneke")
    press(qtbot, screens, K.Key_V)
    document.set_partners([document.map.partners[0].id], importance=1)
    screens.notice.button.click()
    assert len(document.map.partners) == 10
    assert document.map.partners[0].importance == 1


def test_one_line_in_the_field_is_typing(
    screens: Screens, document: Document, qtbot: QtBot
) -> None:
    put("Jip")
    screens.quick_add.field.setFocus()
    press(qtbot, screens, K.Key_V)
    assert screens.quick_add.field.text() == "Jip"
    assert len(document.map.partners) == 8


def test_in_the_free_lens_everybody_gets_a_place_of_their_own(
    screens: Screens, document: Document, settings: Settings, qtbot: QtBot
) -> None:
    settings.lens = "free"
    document.new_map("Another")
    put("\n".join(f"Leerling {number}" for number in range(20)))
    press(qtbot, screens, K.Key_V)
    places = {(partner.x, partner.y) for partner in document.map.partners}
    assert len(places) == 20
    assert None not in {x for x, _ in places}
    document.select([document.map.partners[0].id])
    press(qtbot, screens, K.Key_C)
    press(qtbot, screens, K.Key_V)  # their place is taken
    first, last = document.map.partners[0], document.map.partners[-1]
    assert (first.x, first.y) != (last.x, last.y)
    assert last.x is not None


def test_in_the_rings_a_taken_place_waits_for_another(
    screens: Screens, document: Document, settings: Settings, qtbot: QtBot
) -> None:
    settings.lens = "importance"
    key = document.map.partners[0].id
    document.place({key: {"x": 0.5, "y": 0.5}})
    document.select([key])
    press(qtbot, screens, K.Key_C)
    press(qtbot, screens, K.Key_V)
    assert document.map.partners[-1].x is None
    put("Jip\nJanneke")
    press(qtbot, screens, K.Key_V)
    assert document.map.partners[-1].x is None


@pytest.mark.parametrize("text", ["", "  \n\n ", "12\n13"])
def test_nothing_to_paste_is_said(
    screens: Screens, document: Document, qtbot: QtBot, text: str
) -> None:
    put(text)
    press(qtbot, screens, K.Key_V)
    assert len(document.map.partners) == 8
    assert screens.notice.isVisible()
    assert screens.notice.button.isHidden()


def test_what_cannot_be_read_is_said(screens: Screens, document: Document, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setData(MIME, b'{"format": "kring", "version": 2, "partners": 7}')
    mime.setText("Jip\nJanneke")
    QGuiApplication.clipboard().setMimeData(mime)
    press(qtbot, screens, K.Key_V)
    assert len(document.map.partners) == 8
    assert "could not be read" in screens.notice.text


def test_a_finished_map_can_be_copied_from_and_takes_nothing(
    screens: Screens, document: Document, qtbot: QtBot
) -> None:
    document.set_network(finished=True)
    document.select([document.map.partners[0].id])
    press(qtbot, screens, K.Key_C)
    assert QGuiApplication.clipboard().mimeData().hasFormat(MIME)
    refused: list[Any] = []
    document.refused.connect(refused.append)
    press(qtbot, screens, K.Key_V)
    assert [problem.code for problem in refused] == ["map_finished"]
    assert len(document.map.partners) == 8


def test_a_full_map_takes_no_more_than_fit(
    screens: Screens, document: Document, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.models.joined_list.MOST_PARTNERS", 10)
    put("\n".join(f"Leerling {number}" for number in range(5)))
    press(qtbot, screens, K.Key_V)
    assert len(document.map.partners) == 10
    assert MOST_PARTNERS == 500
    said = screens.notice.text
    assert "2 partners" in said
    assert all(name in said for name in ("Leerling 2", "Leerling 3", "Leerling 4"))
    screens.notice.button.click()
    assert len(document.map.partners) == 8


def test_a_paste_that_adds_nobody_says_so_and_offers_no_undo(
    screens: Screens, document: Document, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.models.joined_list.MOST_PARTNERS", 8)
    document.rename(document.map.partners[0].id, "Renamed")
    put("Jip\nJanneke")
    press(qtbot, screens, K.Key_V)
    assert len(document.map.partners) == 8
    assert "Jip" in screens.notice.text
    assert "Janneke" in screens.notice.text
    assert screens.notice.button.isHidden()
    assert document.map.partners[0].name == "Renamed"


def test_what_a_paste_does_not_understand_is_said(
    screens: Screens, document: Document, qtbot: QtBot
) -> None:
    put("Jip\tgroep zeven\t12-03-2016\nJanneke\t\t")
    press(qtbot, screens, K.Key_V)
    assert len(document.map.partners) == 10
    said = screens.notice.text
    assert "groep zeven" in said
    assert "12-03-2016" in said


def test_who_is_there_already_gets_what_they_lack_and_no_more(
    screens: Screens, document: Document, qtbot: QtBot
) -> None:
    one, two = document.map.partners[:2]
    document.set_partners([one.id], importance=None, frequency=4, notes="")
    document.place({p.id: {"x": p.x or 0, "y": p.y or 0} for p in document.shown.partners})
    before = document.map
    put(
        "Naam\tRol\tContact\tBelang\n"
        f"{one.name.upper()}\tib'er\tdagelijks\t5\n{two.name}\t\t\t\nJip\tleerling\tmaandelijks\t3"
    )
    press(qtbot, screens, K.Key_V)
    assert len(document.map.partners) == 9
    assert document.map.partner(one.id) == replace(sure(before.partner(one.id)), importance=5)
    assert document.map.partner(two.id) == before.partner(two.id)
    said = screens.notice.text
    assert "1 added, 2 were there already. What was missing is added for 1." in said
    screens.notice.button.click()
    assert document.map == before


def test_a_list_that_is_there_already_changes_nothing_and_says_so(
    screens: Screens, document: Document, qtbot: QtBot
) -> None:
    before = document.map
    put("\n".join(partner.name for partner in before.partners))
    press(qtbot, screens, K.Key_V)
    assert document.map == before
    assert screens.notice.text == "8 were there already."
    assert screens.notice.button.isHidden()


def test_a_name_that_is_there_twice_is_said_and_left_as_it_is(
    screens: Screens, document: Document, qtbot: QtBot
) -> None:
    one, two, three = document.map.partners[:3]
    document.rename(two.id, one.name)
    document.place({p.id: {"x": p.x or 0, "y": p.y or 0} for p in document.shown.partners})
    before = document.map
    put(f"naam\tbelang\n{one.name}\t1\n{three.name}\t1\n{three.name}\t2\nDaan\t\nDaan\t")
    press(qtbot, screens, K.Key_V)
    assert document.map.partners[:8] == before.partners
    assert [partner.name for partner in document.map.partners[8:]] == ["Daan", "Daan"]
    said = screens.notice.text
    assert f"More than once there, so left as it is: {one.name}, {three.name}." in said
    assert "More than once in the list, and so on the map as well: Daan." in said


def test_everybody_of_a_kind_or_a_setting_is_selected_with_a_key(
    screens: Screens, document: Document, qtbot: QtBot
) -> None:
    one, two, three = document.map.partners[:3]
    document.set_partners([one.id, three.id], kind="parents")
    document.set_partners([two.id], kind="own words", setting="community")
    shifted = CONTROL | Qt.KeyboardModifier.ShiftModifier
    document.select([one.id])
    press(qtbot, screens, K.Key_K, shifted)
    kinds = {partner.kind for partner in document.selected}
    assert kinds == {"parents"}
    assert {one.id, three.id} <= set(document.selection)
    document.select([two.id])
    press(qtbot, screens, K.Key_A, shifted)
    assert {partner.setting for partner in document.selected} == {"community"}
    everybody = [p.id for p in document.map.partners if p.setting == "community"]
    assert set(document.selection) == set(everybody)


def test_a_tie_needs_both_its_ends() -> None:
    partners = [Partner(id=key, name=key) for key in "abc"]
    ties = [Tie(id="t", a="a", b="b"), Tie(id="u", a="b", b="c")]
    assert [tie.id for tie in from_json(to_json(partners[:2], ties))[1]] == ["t"]


def test_a_clipboard_that_cannot_be_read_pastes_nobody(
    screens: Screens, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Unreadable:
        def mimeData(self) -> None:  # noqa: N802 (Qt's own name)
            return None

    monkeypatch.setattr(QGuiApplication, "clipboard", lambda: Unreadable())
    before = document.map
    screens.actions_by_id["paste"].trigger()
    assert document.map is before
