"""What is declared of a field comes about on the screen: nothing is left out, nothing in codes."""

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app import language
from app.analysis.study import Study, study
from app.models.network import MECHANISMS, Map, Network, Partner, rules_of
from app.models.rules import Rule
from app.models.vocabulary import vocabulary
from app.views.insight.export import values_table
from app.views.insight.people_page import ProfileCard
from app.views.widgets.text_fields import NumberField
from app.views.widgets.typed_field import Line
from app.words import fields, phrases
from app.words.field_names import field_label
from tests.sure import sure

VALUES: dict[str, Callable[[Rule], Any]] = {
    "scale": lambda rule: rule.most,
    "number": lambda rule: rule.most,
    "choice": lambda rule: next(iter(fields.terms_of(rule.listed))),
    "several": lambda rule: tuple(fields.terms_of(rule.listed))[:2],
    "words": lambda _: "parents",
    "star": lambda _: True,
    "switch": lambda _: True,
    "day": lambda _: date(2026, 9, 14),
}


def filled() -> Partner:
    """Return a partner of whom every field says something of its own."""
    values: dict[str, Any] = {
        name: VALUES.get(rule.kind, lambda _, name=name: f"<{name}>")(rule)
        for name, rule in rules_of(Partner).items()
        if rule.is_told
    }
    return Partner(id="p", **values)


def seen_of(partner: Partner) -> Study:
    return study(Map.of([Network(id="n", series="s"), partner]))


@pytest.fixture(params=["nl", "en"])
def tongue(request: pytest.FixtureRequest) -> Iterator[str]:
    language.install(request.param)
    yield request.param
    language.install("en")


def test_the_card_leaves_nothing_out(qtbot: QtBot, tongue: str) -> None:
    card, partner = ProfileCard(), filled()
    qtbot.addWidget(card)
    card.show_partner(partner, seen_of(partner))
    read = "\n".join(label.text() for label in card.findChildren(QLabel))
    drawn = card.mechanisms.accessibleName()
    for name, rule in rules_of(Partner).items():
        if name in MECHANISMS:
            assert f"{field_label(name)}: {rule.most}" in drawn
        elif rule.is_told:
            for line in fields.lines(rule, getattr(partner, name)):
                assert line in read, name


def test_the_file_with_all_values_has_every_answer_in_the_words_of_the_person(tongue: str) -> None:
    partner = filled()
    content = values_table(seen_of(partner), seen_of(partner).gaps.rows).decode("utf-8-sig")
    delimiter = ";" if content.splitlines()[0].count(";") > 3 else ","
    [row] = csv.DictReader(io.StringIO(content), delimiter=delimiter)
    for name, rule in rules_of(Partner).items():
        if rule.is_measured and rule.kind not in ("star", "switch"):
            assert row[field_label(name)] == fields.said(rule, getattr(partner, name))
    if tongue == "nl":
        codes = {key for terms in vocabulary().choices.values() for key in terms}
        given = {one for cell in row.values() for one in cell.split("; ")}
        assert given.isdisjoint(codes)


def test_a_partner_of_whom_little_is_said_has_a_short_card(qtbot: QtBot) -> None:
    card, partner = ProfileCard(), Partner(id="p", name="Ib")
    qtbot.addWidget(card)
    card.show_partner(partner, seen_of(partner))
    said = [pair[0].text() for pair in card.rows if pair[0].text()]
    assert said == [field_label(name) for name in ("frequency", "importance")]
    card.show_partner(replace(partner, my_hands="Bellen"), seen_of(partner))
    assert field_label("my_hands") in [pair[0].text() for pair in card.rows]


@pytest.fixture
def number(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> tuple[NumberField, Line, list[Any]]:
    monkeypatch.setattr("app.views.widgets.fields.field_label", lambda name: "Hours a month")
    field = NumberField("hours", 0, 200)
    qtbot.addWidget(field)
    given = []
    field.given.connect(lambda _, value: given.append(value))
    field.given.connect(lambda _, value: field.show_values([value], editable=True))
    field.show_values([None], editable=True)
    field.show()
    return field, sure(field.findChild(Line)), given


def typed(qtbot: QtBot, line: Line, text: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)


def test_a_number_is_given_as_it_is_typed(
    qtbot: QtBot, number: tuple[NumberField, Line, list[Any]]
) -> None:
    _field, line, given = number
    typed(qtbot, line, "120")
    assert given == [1, 12, 120]
    assert line.text() == "120"


@pytest.mark.parametrize("wrong", ["201", "many", "-1", "1.5"])
def test_what_is_no_such_number_is_not_kept_and_that_is_said(
    qtbot: QtBot, number: tuple[NumberField, Line, list[Any]], wrong: str
) -> None:
    field, line, given = number
    typed(qtbot, line, wrong)
    QApplication.sendEvent(line, QFocusEvent(QEvent.Type.FocusOut))
    assert "0" in field.unread.text()
    assert "200" in field.unread.text()
    assert field.draft() == wrong
    assert all(value is None or 0 <= value <= 200 for value in given)
    assert given[-1:] in ([], [None]), "what was stored on the way does not stay"
    line.selectAll()
    qtbot.keyClicks(line, "7")
    assert given[-1] == 7
    assert field.unread.isHidden()


def test_an_emptied_number_is_not_answered(
    qtbot: QtBot, number: tuple[NumberField, Line, list[Any]]
) -> None:
    _field, line, given = number
    typed(qtbot, line, "8")
    line.selectAll()
    qtbot.keyClick(line, "\b")
    assert given == [8, None]


def test_several_who_differ_show_no_number(number: tuple[NumberField, Line, list[Any]]) -> None:
    field, line, _ = number
    field.show_values([3, 4], editable=True)
    assert line.text() == ""
    assert line.placeholderText() == phrases.mixed()


def test_a_line_ends_by_an_ellipsis_what_it_has_no_room_for_until_somebody_types(
    window: QWidget,
) -> None:
    line, other = Line(window), QLineEdit(window)
    line.setFixedSize(160, 32)
    other.move(0, 60)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    other.setFocus()

    def end(shown: str) -> int:
        """Return where the letters end, halfway up: an ellipsis has nothing there."""
        line.show_text(shown)
        line.setCursorPosition(0)
        seen = line.grab().toImage()
        inside = range(8, line.width() - 3)
        return max(x for x in inside if seen.pixelColor(x, 16).lightness() < 128)

    ellipsis = line.fontMetrics().horizontalAdvance("…")
    assert end("H" * 60) < line.width() - ellipsis
    assert end("H" * 8) < end("H" * 9) < line.width() - ellipsis
    line.setFocus()
    assert line.hasFocus()
    assert end("H" * 60) > line.width() - ellipsis


def test_a_name_from_the_right_ends_at_the_left(window: QWidget) -> None:
    line, other = Line(window), QLineEdit(window)
    line.setFixedSize(160, 32)
    window.show()
    other.setFocus()

    def ends(letter: str) -> tuple[int, int]:
        """Return the first and the last letter halfway up: an ellipsis has nothing there."""
        line.show_text(letter * 60)
        seen = line.grab().toImage()
        inside = range(4, line.width() - 3)
        inked = [x for x in inside if seen.pixelColor(x, 16).lightness() < 128]
        return min(inked), line.width() - max(inked)

    left, right = ends("H")
    assert left < right
    left, right = ends("\u05d4")
    assert left > right
