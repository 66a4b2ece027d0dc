"""The forms: what they show, what they store, and that they leave a typing person alone."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app import language
from app.document import Document
from app.models.edit import Step
from app.models.network import Partner, rules_of
from app.models.problem import Problem
from app.models.rules import NAME_LENGTH, TEXT_LENGTH
from app.models.vocabulary import vocabulary
from app.views.map.marks import DIFFERENCES
from app.views.people.form import Group, PartnerForm, _belonging
from app.views.people.map_form import MapForm
from app.views.widgets import theme
from app.views.widgets.answer_segments import Segments
from app.views.widgets.buttons import Tick
from app.views.widgets.fields import Field
from app.views.widgets.in_pieces import whole
from app.views.widgets.line_widths import LINE_WIDTHS
from app.views.widgets.memory import Memory
from app.views.widgets.new_text import NewText
from app.views.widgets.open_list import OpenListField
from app.views.widgets.text_fields import NameField, NumberField, TextField
from app.views.widgets.typed_field import Line, TypedField
from app.views.widgets.wrapping import HYPHEN, FewLines, rejoined, wrapped
from app.words.dates_and_numbers import shown_date
from tests.pictures import example
from tests.sure import sure

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def segments(row: Segments) -> list[Any]:
    """Return the answers that stand beside each other."""
    return row.findChildren(QRadioButton)


def inside(form: MapForm | PartnerForm) -> Any:
    """Return what scrolls in a form."""
    return sure(form.findChild(QScrollArea)).widget()


def unfold(form: MapForm | PartnerForm) -> None:
    """Let every group of a form stand open."""
    for group in form.findChildren(Group):
        group.heading.setChecked(True)


@pytest.fixture
def large(qapp: QApplication) -> Iterator[Callable[..., Any]]:
    """Give a way to make the text large for one test."""

    def wear(text_size: int) -> None:
        theme.wear("light", text_size)

    yield wear
    theme.wear("light", 100)


@pytest.fixture
def sam(document: Document) -> str:
    return sure(document.add_partner("Parents of Sam", kind="parents"))


@pytest.fixture
def form(document: Document, sam: str, window: QWidget, qtbot: QtBot) -> PartnerForm:
    form = whole(PartnerForm(document, window))  # dressed from the first, as in a window of Kring
    form.resize(300, 900)
    window.resize(form.size())
    window.show()
    qtbot.waitExposed(window)
    return form


@pytest.fixture
def map_form(document: Document, qtbot: QtBot) -> MapForm:
    form = whole(MapForm(document))
    qtbot.addWidget(form)
    form.resize(300, 900)
    form.show()
    qtbot.waitExposed(form)
    return form


def test_whoever_is_led_to_a_field_finds_it_also_in_a_group_that_was_folded(
    form: PartnerForm, document: Document, sam: str
) -> None:
    document.select([sam])
    form.resize(300, 300)
    form.lead_to("their_expertise")
    QTest.qWait(30)
    asked = there(form, "their_expertise")
    assert asked.isAncestorOf(QApplication.focusWidget())
    view = form.scroll_area.viewport()
    place = asked.mapTo(view, QPoint(0, 0)).y()
    assert 0 <= place <= view.height() - asked.height()


def there(form: MapForm | PartnerForm, name: str, kind: type[Any] | None = None) -> Any:
    """Return a field, or the first of a kind in it; none of a group that was never opened."""
    found = next(f for f in form.findChildren(Field) if f.name == name)
    return found.findChild(kind) if kind else found


def field(form: MapForm | PartnerForm, name: str, kind: type[Any] | None = None) -> Any:
    """Return a field, or the first of a kind in it; its group is opened for it."""
    if isinstance(form, PartnerForm) and (group := form.groups.get(rules_of(Partner)[name].form)):
        group.heading.setChecked(True)
    return there(form, name, kind)


def segment(form: MapForm | PartnerForm, name: str, at: int) -> Any:
    return segments(field(form, name, Segments))[at]


def checked(form: PartnerForm, name: str) -> list[Any]:
    return [i for i, s in enumerate(segments(field(form, name, Segments))) if s.isChecked()]


def press(qtbot: QtBot, form: MapForm | PartnerForm, name: str, at: int) -> None:
    qtbot.mouseClick(segment(form, name, at), Qt.MouseButton.LeftButton)


def of(document: Document, key: str) -> Partner:
    return sure(document.map.partner(key))


# Choosing and emptying.


def test_a_press_on_a_segment_is_stored_and_shown_at_once(
    form: PartnerForm, document: Document, sam: str, qtbot: QtBot
) -> None:
    press(qtbot, form, "frequency", 4)
    assert of(document, sam).frequency == 4
    assert checked(form, "frequency") == [4]


def test_a_second_press_on_the_chosen_segment_takes_the_answer_away(
    form: PartnerForm, document: Document, sam: str, qtbot: QtBot
) -> None:
    press(qtbot, form, "importance", 2)
    press(qtbot, form, "importance", 2)
    assert of(document, sam).importance is None
    assert checked(form, "importance") == []


def test_no_contact_yet_is_an_answer_and_not_an_empty_field(
    form: PartnerForm, document: Document, sam: str, qtbot: QtBot
) -> None:
    press(qtbot, form, "frequency", 0)
    assert of(document, sam).frequency == 0
    assert checked(form, "frequency") == [0]
    assert field(form, "frequency").clear_button.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_on_a_scale_empties_it(
    form: PartnerForm, document: Document, sam: str, qtbot: QtBot, key: Any
) -> None:
    document.set_partners([sam], frequency=3)
    qtbot.keyClick(segment(form, "frequency", 3), key)
    assert of(document, sam).frequency is None


def test_the_clear_button_empties_a_field_and_has_a_name(
    form: PartnerForm, document: Document, sam: str, qtbot: QtBot
) -> None:
    document.set_partners([sam], wished_frequency=3)
    button = field(form, "wished_frequency", QToolButton)
    assert button.isVisible()
    assert button.accessibleName() == "Clear: Contact I would like"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert of(document, sam).wished_frequency is None
    assert not button.isVisible()


def test_keys_choose_on_a_scale(
    form: PartnerForm, document: Document, sam: str, qtbot: QtBot
) -> None:
    for start, key, end in (
        (None, Qt.Key.Key_Right, 1),
        (None, Qt.Key.Key_Left, 5),
        (3, Qt.Key.Key_Right, 4),
        (3, Qt.Key.Key_Up, 2),
        (5, Qt.Key.Key_Down, 5),
        (1, Qt.Key.Key_Left, 1),
        (3, Qt.Key.Key_Home, 1),
        (3, Qt.Key.Key_End, 5),
        (3, Qt.Key.Key_2, 2),
        (3, Qt.Key.Key_7, 3),
        (3, Qt.Key.Key_3, 3),
    ):
        document.set_partners([sam], importance=start)
        qtbot.keyClick(segment(form, "importance", 0 if start is None else start - 1), key)
        assert of(document, sam).importance == end, (start, key)


def test_focus_follows_the_answer_that_keys_choose(
    form: PartnerForm, document: Document, sam: str, qtbot: QtBot
) -> None:
    segment(form, "importance", 0).setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_4)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert QApplication.focusWidget() is segment(form, "importance", 4)


def test_a_scale_is_one_tab_stop(form: PartnerForm, document: Document, sam: str) -> None:
    document.set_partners([sam], frequency=5)
    stops = [
        at
        for at, one in enumerate(segments(field(form, "frequency", Segments)))
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == [5]


def test_tab_reaches_every_field_of_the_form_in_reading_order(
    form: PartnerForm, qtbot: QtBot
) -> None:
    unfold(form)
    sure(form.findChild(QLineEdit)).setFocus()
    reached: list[Any] = []
    while True:
        widget = QApplication.focusWidget()
        while widget is not None and not isinstance(widget, Field):
            widget = widget.parentWidget()
        name = widget.name if widget else ""
        if name and name in reached[:-1]:
            break
        if name and reached[-1:] != [name]:
            reached.append(name)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert reached == [f.name for f in form.findChildren(Field) if f.isVisibleTo(form)]


def test_the_star_is_set_and_taken_away(
    form: PartnerForm, document: Document, sam: str, qtbot: QtBot
) -> None:
    tick = field(form, "named_important", Tick)
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton)
    assert of(document, sam).named_important
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert not of(document, sam).named_important


def test_ticks_are_stored_in_the_order_of_the_list(
    form: PartnerForm, document: Document, sam: str, qtbot: QtBot
) -> None:
    ticks = field(form, "positives").findChildren(Tick)
    for at in (3, 0):
        qtbot.mouseClick(ticks[at], Qt.MouseButton.LeftButton)
    assert of(document, sam).positives == ("click", "known_face")
    qtbot.mouseClick(ticks[0], Qt.MouseButton.LeftButton)
    assert of(document, sam).positives == ("known_face",)


def test_every_field_of_a_partner_but_its_place_is_in_the_form(
    form: PartnerForm, document: Document, sam: str
) -> None:
    unfold(form)
    shown = {f.name for f in form.findChildren(Field)}
    of_the_talk = {name for name, rule in rules_of(Partner).items() if rule.talk and not rule.form}
    # Who is still there, and whom somebody came after, is asked in the pass about that.
    asked_there = {"successor_of", "still_there"}
    left = set(rules_of(Partner)) - shown - of_the_talk
    assert left == {"id", "x", "y", "angle", "taken_off", *asked_there}


ROLES = {
    "pupil": {"takes_part", "own_words", "their_decision"},
    "parents": {"decides", "their_decision", "forms", "focus", "reason", "power_words"},
    "leadership": {"leadership_does", "ask_leadership", "forms", "focus", "reason", "power_words"},
    "youth_care": {"forms", "focus", "reason", "power_words"},
}


def test_a_form_asks_what_makes_sense_of_such_a_partner_and_no_more(
    form: PartnerForm, document: Document, sam: str
) -> None:
    unfold(form)
    for kind in ROLES:
        document.set_partners([sam], kind=kind)
        asked = {f.name for f in form.findChildren(Field) if f.isVisibleTo(form)}
        every = set().union(*ROLES.values())
        assert asked & every == ROLES[kind], kind
        assert {"frequency", "importance", "heard", "they_heard", "trust", "notes"} <= asked, kind


def test_what_was_said_stays_in_the_form_also_where_it_is_asked_no_longer(
    form: PartnerForm, document: Document, sam: str
) -> None:
    document.set_partners([sam], kind="parents")
    document.set_partners([sam], forms=("inform",))
    document.set_partners([sam], kind="pupil")
    assert field(form, "forms").isVisibleTo(form)
    document.set_partners([sam], forms=())
    document.select([])
    document.select([sam])
    assert not field(form, "forms").isVisibleTo(form)


def test_nobody_asks_a_parent_or_a_pupil_about_professional_language(
    form: PartnerForm, document: Document, sam: str
) -> None:
    said = {}
    for kind in ROLES:
        document.set_partners([sam], kind=kind)
        said[kind] = field(form, "shared_language").caption.text()
    assert "professional" in said["youth_care"]
    assert "professional" in said["leadership"]
    assert "professional" not in said["parents"] + said["pupil"]


def test_a_group_that_asks_nothing_of_such_a_partner_is_not_there(
    form: PartnerForm, document: Document, sam: str
) -> None:
    for kind, there in (("pupil", {"voice"}), ("leadership", {"leads"}), ("youth_care", set())):
        document.set_partners([sam], kind=kind)
        assert {
            group for group in ("voice", "leads") if form.groups[group].isVisibleTo(form)
        } == there


def test_an_answer_that_is_offered_no_longer_shows_where_it_was_given(
    form: PartnerForm, document: Document, sam: str
) -> None:
    def offered() -> set[Any]:
        return {
            tick.text()
            for tick in field(form, "hurdles").findChildren(Tick)
            if tick.isVisibleTo(form)
        }

    assert not any("time pressure" in text for text in offered())
    document.set_partners([sam], hurdles=("time_pressure",))
    assert any(text == "time pressure" for text in offered())


# Kinds and settings.


def test_a_kind_picked_from_the_list_brings_its_setting(
    form: PartnerForm, document: Document, sam: str
) -> None:
    combo = field(form, "kind", QComboBox)
    at = combo.findData("leadership")
    combo.setCurrentIndex(at)
    combo.activated.emit(at)
    assert (of(document, sam).kind, of(document, sam).setting) == ("leadership", "in_school")
    assert field(form, "setting", QComboBox).currentText() == "In school"


def test_a_kind_typed_as_it_stands_in_the_list_is_that_kind(
    form: PartnerForm, document: Document, sam: str, qtbot: QtBot
) -> None:
    line = field(form, "kind", QLineEdit)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Form Tutor / mentor")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert of(document, sam).kind == "mentor"


def test_half_a_word_for_a_kind_is_no_kind_and_moves_nothing(
    form: PartnerForm, document: Document, sam: str, qtbot: QtBot
) -> None:
    line = field(form, "kind", QLineEdit)
    line.setFocus()
    line.selectAll()
    before, steps = line.mapToGlobal(QPoint()), document.history.position
    for letter in "Head t":
        qtbot.keyClicks(line, letter)
        assert of(document, sam).kind == "parents"
        assert line.mapToGlobal(QPoint()) == before
    document.set_partners([sam], importance=4)  # what else changes leaves the half word be
    assert line.text() == "Head t"
    qtbot.keyClicks(line, "eacher")
    field(form, "name", QLineEdit).setFocus()
    assert of(document, sam).kind == "leadership"  # as the same word typed as a name
    assert of(document, sam).setting == "in_school"
    assert document.history.position == steps + 2


def test_nothing_jumps_while_a_name_is_typed_or_an_answer_given(
    form: PartnerForm, document: Document, sam: str, qtbot: QtBot
) -> None:
    document.select([sam])
    QApplication.processEvents()
    line, below = field(form, "name").findChild(QLineEdit), field(form, "frequency")
    stood = below.mapTo(form, QPoint()).y()
    line.setFocus()
    line.clear()
    for letter in "moeder van Noor en nog een lange naam erachter":
        qtbot.keyClicks(line, letter)
        QApplication.processEvents()
        assert below.mapTo(form, QPoint()).y() == stood, line.text()
    for values in ({"frequency": 3}, {"importance": 5}, {"named_important": True}):
        document.set_partners([sam], **values)
        QApplication.processEvents()
        assert below.mapTo(form, QPoint()).y() == stood, values


def test_below_the_name_all_stands_still_whoever_is_selected(
    form: PartnerForm, document: Document, sam: str, qtbot: QtBot
) -> None:
    others = [
        document.add_partner(name, kind=kind)
        for name, kind in (
            ("Jip", None),
            ("Zo", "internal_support_coordinator"),
            ("Swv", "inclusive_education_partnership"),
            ("Own", "somebody with a very long description of what they are here"),
        )
    ]
    first, places = field(form, "frequency"), set()
    for partner in (sam, *others):
        document.select([sure(partner)])
        QApplication.processEvents()
        places.add(first.mapTo(form, QPoint()).y())
    assert len(places) == 1


def test_own_words_for_a_kind_are_kept_and_can_be_emptied(
    form: PartnerForm, document: Document, sam: str, qtbot: QtBot
) -> None:
    line = field(form, "kind", QLineEdit)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Klusser ")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert of(document, sam).kind == "Klusser"
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    field(form, "name", QLineEdit).setFocus()
    assert of(document, sam).kind is None


def test_headings_in_the_list_of_kinds_cannot_be_picked(form: PartnerForm) -> None:
    model = field(form, "kind", QComboBox).model()
    heading = model.item(0)
    assert heading.text() == "In school"
    assert not heading.flags() & Qt.ItemFlag.ItemIsSelectable


def test_a_list_is_emptied_with_delete(
    form: PartnerForm, document: Document, sam: str, qtbot: QtBot
) -> None:
    qtbot.keyClick(field(form, "setting", QComboBox), Qt.Key.Key_Delete)
    assert of(document, sam).setting is None


def test_the_wheel_over_a_list_changes_nothing(
    form: PartnerForm, document: Document, sam: str
) -> None:
    combo = field(form, "setting", QComboBox)
    before = of(document, sam)
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPointF(0, 0).toPoint(),
        QPointF(0, -120).toPoint(),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003
    )
    QApplication.sendEvent(combo, wheel)
    assert of(document, sam) == before


# Typing.


def test_typing_is_stored_letter_by_letter_as_one_step(
    form: PartnerForm, document: Document, sam: str, qtbot: QtBot
) -> None:
    steps = document.history.position
    text = field(form, "goal", QPlainTextEdit)
    text.setFocus()
    qtbot.keyClicks(text, "Sam reads")
    assert of(document, sam).goal == "Sam reads"
    assert document.history.position == steps + 1


def test_leaving_a_text_makes_the_next_change_a_step_of_its_own(
    form: PartnerForm, document: Document, sam: str, qtbot: QtBot
) -> None:
    steps = document.history.position
    text = field(form, "goal", QPlainTextEdit)
    text.setFocus()
    qtbot.keyClicks(text, "Sam")
    field(form, "notes", QPlainTextEdit).setFocus()
    text.setFocus()
    qtbot.keyClicks(text, "x")
    assert document.history.position == steps + 2


def test_typing_in_the_middle_keeps_the_cursor_and_the_focus(
    form: PartnerForm, document: Document, sam: str, qtbot: QtBot
) -> None:
    line = field(form, "name", QLineEdit)
    line.setFocus()
    line.setCursorPosition(7)
    qtbot.keyClicks(line, ", mother")
    assert of(document, sam).name == "Parents, mother of Sam"
    assert line.cursorPosition() == 15
    assert line.hasFocus()


def test_a_space_at_the_end_may_be_typed_although_it_is_not_stored(
    form: PartnerForm, document: Document, sam: str, qtbot: QtBot
) -> None:
    line = field(form, "name", QLineEdit)
    line.setFocus()
    line.end(False)  # noqa: FBT003
    qtbot.keyClicks(line, "  & co")
    assert of(document, sam).name == "Parents of Sam & co"
    assert line.text() == "Parents of Sam  & co"
    field(form, "notes", QPlainTextEdit).setFocus()
    assert line.text() == "Parents of Sam & co"


def test_an_emptied_name_returns_whole_when_the_field_is_left(
    form: PartnerForm, document: Document, sam: str, qtbot: QtBot
) -> None:
    steps = document.history.position
    line = field(form, "name", QLineEdit)
    line.setFocus()
    line.end(False)  # noqa: FBT003
    for _ in "Parents of Sam":
        qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert line.text() == ""
    field(form, "notes", QPlainTextEdit).setFocus()
    assert line.text() == "Parents of Sam"
    assert of(document, sam).name == "Parents of Sam"
    assert document.history.position == steps


def test_an_emptied_name_never_returns_as_the_name_of_somebody_else(
    form: PartnerForm, document: Document, sam: str, qtbot: QtBot
) -> None:
    line = field(form, "name", QLineEdit)
    line.setFocus()
    head = document.add_partner("Head")
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    field(form, "notes", QPlainTextEdit).setFocus()
    assert of(document, sure(head)).name == "Head"


def test_a_pasted_novel_is_cut_and_cleaned(
    form: PartnerForm, document: Document, sam: str, qtbot: QtBot
) -> None:
    clipboard = QGuiApplication.clipboard()
    line, text = field(form, "name", QLineEdit), field(form, "notes", QPlainTextEdit)
    clipboard.setText("a\x07b\n" * 500)
    line.selectAll()
    line.paste()
    text.paste()
    assert of(document, sam).name.startswith("ab ab")
    assert len(of(document, sam).name) <= NAME_LENGTH
    assert of(document, sam).notes == "ab\n" * 500
    clipboard.setText("x" * (TEXT_LENGTH + 50))
    text.selectAll()
    text.paste()
    assert of(document, sam).notes == "x" * TEXT_LENGTH
    assert len(text.toPlainText()) == TEXT_LENGTH


def test_a_long_stored_name_is_not_shortened_by_showing_it(
    form: PartnerForm, document: Document, sam: str
) -> None:
    name = "\N{SCHOOL}" * NAME_LENGTH
    document.rename(sam, name)
    assert field(form, "name", QLineEdit).text() == name


def test_undo_while_typing_takes_back_what_the_map_holds(
    form: PartnerForm, document: Document, sam: str, qtbot: QtBot
) -> None:
    text = field(form, "goal", QPlainTextEdit)
    text.setFocus()
    qtbot.keyClicks(text, "Sam reads")
    document.undo()
    assert text.toPlainText() == ""
    document.redo()
    assert text.toPlainText() == "Sam reads"


# Several partners, others, none.


def test_where_several_differ_nothing_is_chosen_and_choosing_sets_all_in_one_step(
    form: PartnerForm, document: Document, sam: str, qtbot: QtBot
) -> None:
    other = document.add_partner("Head")
    document.set_partners([sam], frequency=2)
    document.set_partners([sure(other)], frequency=5)
    document.select([sam, sure(other)])
    assert checked(form, "frequency") == []
    assert "mixed" in field(form, "frequency").caption.text()
    assert field(form, "frequency", Segments).accessibleName() == "Contact: mixed"
    steps = document.history.position
    press(qtbot, form, "frequency", 3)
    assert (of(document, sam).frequency, of(document, sure(other)).frequency) == (3, 3)
    assert document.history.position == steps + 1
    assert "mixed" not in field(form, "frequency").caption.text()


def test_a_mixed_field_can_be_emptied_for_all(
    form: PartnerForm, document: Document, sam: str, qtbot: QtBot
) -> None:
    other = document.add_partner("Head")
    document.set_partners([sam], importance=2)
    document.select([sam, sure(other)])
    qtbot.keyClick(segment(form, "importance", 0), Qt.Key.Key_Delete)
    assert of(document, sam).importance is None


def test_a_mixed_star_becomes_a_star_for_all(
    form: PartnerForm, document: Document, sam: str, qtbot: QtBot
) -> None:
    other = document.add_partner("Head")
    document.set_partners([sam], named_important=True)
    document.select([sam, sure(other)])
    tick = field(form, "named_important", Tick)
    assert tick.checkState() is Qt.CheckState.PartiallyChecked
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton)
    assert of(document, sure(other)).named_important
    assert tick.checkState() is Qt.CheckState.Checked


def test_a_mixed_text_is_a_hint_and_typing_sets_all(
    form: PartnerForm, document: Document, sam: str, qtbot: QtBot
) -> None:
    other = document.add_partner("Head")
    document.set_partners([sam], goal="reading")
    document.select([sam, sure(other)])
    text = field(form, "goal", QPlainTextEdit)
    assert (text.toPlainText(), text.placeholderText()) == ("", "mixed")
    text.setFocus()
    qtbot.keyClicks(text, "sums")
    assert {of(document, sam).goal, of(document, sure(other)).goal} == {"sums"}


def test_the_head_tells_whom_the_form_is_about(
    form: PartnerForm, document: Document, sam: str
) -> None:
    assert field(form, "name", QLineEdit).text() == "Parents of Sam"
    assert form.belongs.text() == "Parents / carers · Pupil and family"
    document.select([sam, sure(document.add_partner("Head"))])
    assert not field(form, "name").isVisible()
    assert form.count.text().startswith("2 partner")


def test_the_head_says_how_contact_and_importance_differ_also_of_who_is_pale(
    document: Document, qtbot: QtBot, window: QWidget
) -> None:
    document.add_map(example(18))
    form = whole(PartnerForm(document, window))
    window.resize(300, 700)
    window.show()
    qtbot.waitExposed(window)
    said = []
    for name in ("Ouders Sam", "Ambulant begeleider", "Museum"):
        document.select([p.id for p in document.map.partners if p.name == name])
        said.append(form.belongs.accessibleDescription())
    assert said == ["Important, less contact", "Differs less than those who stand out", ""]
    document.set_partners(document.selection, frequency=0, importance=5)
    assert form.belongs.accessibleDescription() == "Important, no contact yet"
    document.set_partners(document.selection, wished_frequency=0)
    assert form.belongs.accessibleDescription() == "", "nobody wants it otherwise"


def test_no_kind_or_setting_is_cut_under_the_name(
    form: PartnerForm, document: Document, sam: str
) -> None:
    head = form.belongs
    for width in (215, 239, 271):
        heights = set()
        for kind in vocabulary().kinds.values():
            document.set_partners([sam], kind=kind.id, setting=kind.setting)
            head.resize(width, head.height())
            assert "…" not in "".join(head.lines()), head.lines()
            heights.add(head.height())
        assert len(heights) == 1


@pytest.mark.parametrize("tongue", ["nl", "en"])
@pytest.mark.parametrize(("text_size", "width"), [(100, 240), (150, 316), (200, 240)])
def test_no_kind_is_cut_where_somebody_stands_out_in_letters_of_any_size(
    qtbot: QtBot, tongue: str, text_size: int, width: int
) -> None:
    language.install(tongue)
    theme.wear("light", text_size)
    head = FewLines()
    qtbot.addWidget(head)
    head.setFont(theme.font("text"))
    cut, heights = [], set()
    for kind in vocabulary().kinds.values():
        for quadrant in DIFFERENCES:
            head.setText(_belonging(Partner(id="p", name="P", kind=kind.id, setting=kind.setting)))
            head.end_with(vocabulary().quadrants[quadrant].label(tongue), "ink")
            head.resize(width, head.height())
            head.show()
            heights.add(head.height())
            cut += [line for line in head.lines() if "…" in line]
    language.install("en")
    theme.wear("light", 100)
    assert cut == []
    assert len(heights) == 1


def test_another_selection_shows_the_other_also_in_a_field_that_has_focus(
    form: PartnerForm, document: Document, sam: str
) -> None:
    document.set_partners([sam], notes="secret")
    text = field(form, "notes", QPlainTextEdit)
    text.setFocus()
    document.add_partner("Head")
    assert text.toPlainText() == ""
    assert text.hasFocus()


def test_edits_from_elsewhere_show_and_steal_no_focus(
    form: PartnerForm, document: Document, sam: str, qtbot: QtBot
) -> None:
    line = field(form, "name", QLineEdit)
    line.setFocus()
    document.set_partners([sam], frequency=6, forms=("inform",))
    document.undo()
    document.redo()
    assert checked(form, "frequency") == [6]
    assert line.hasFocus()


def test_without_a_selection_or_a_map_the_form_is_empty(
    form: PartnerForm, document: Document, sam: str
) -> None:
    document.select([])
    assert not inside(form).isVisible()
    document.select([sam])
    document.close()
    assert not inside(form).isVisible()


def test_a_refused_change_shows_what_still_holds(
    form: PartnerForm, document: Document, sam: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    document.set_partners([sam], frequency=2, goal="reading")

    def fail(*_args: Step | str) -> None:
        raise Problem("disk_full")

    monkeypatch.setattr(document.library, "store", fail)
    press(qtbot, form, "frequency", 5)
    text = field(form, "goal", QPlainTextEdit)
    text.setFocus()
    qtbot.keyClicks(text, "x")
    tick = field(form, "named_important", Tick)
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton)
    assert checked(form, "frequency") == [2]
    assert text.toPlainText() == "reading"
    assert not tick.isChecked()


def test_a_finished_map_can_be_read_but_not_changed(
    form: PartnerForm, document: Document, sam: str, qtbot: QtBot
) -> None:
    document.set_partners([sam], frequency=2, notes="known")
    document.set_network(finished=True)
    press(qtbot, form, "frequency", 5)
    text = field(form, "notes", QPlainTextEdit)
    qtbot.keyClicks(text, "x")
    qtbot.keyClicks(field(form, "name", QLineEdit), "x")
    qtbot.mouseClick(field(form, "named_important", Tick), Qt.MouseButton.LeftButton)
    assert (of(document, sam).frequency, of(document, sam).notes) == (2, "known")
    assert text.toPlainText() == "known"
    assert checked(form, "frequency") == [2]
    assert not field(form, "frequency", QToolButton).isVisible()
    assert not field(form, "setting", QComboBox).isEnabled()


# Groups and looks.


def test_groups_are_folded_at_first_and_stand_again_as_they_were_left(
    document: Document, sam: str, qtbot: QtBot
) -> None:
    class Page(QWidget):
        memory = Memory()

    def made() -> PartnerForm:
        form = whole(PartnerForm(document, page))
        form.show()
        return form

    page = Page()
    qtbot.addWidget(page)
    page.show()
    first = made()
    assert "notes" not in [f.name for f in first.findChildren(Field)]
    document.set_partners([sam], notes="known")
    group = first.findChildren(Group)[-1]
    qtbot.keyClick(group.heading, Qt.Key.Key_Return)
    assert there(first, "notes", QPlainTextEdit).toPlainText() == "known"
    language.install("nl")  # another title, and the same group
    assert there(made(), "notes", QPlainTextEdit).toPlainText() == "known"
    qtbot.keyClick(group.heading, Qt.Key.Key_Space)
    assert not there(first, "notes").isVisible()
    assert "notes" not in [f.name for f in made().findChildren(Field)]


def test_every_control_has_a_name_with_its_value(
    form: PartnerForm, document: Document, sam: str
) -> None:
    unfold(form)
    document.set_partners([sam], frequency=4, setting=None)
    assert field(form, "frequency", Segments).accessibleName() == "Contact: weekly"
    assert segment(form, "frequency", 4).accessibleName() == "Contact: weekly"
    assert segment(form, "frequency", 4).toolTip() == "weekly"
    assert field(form, "setting", QComboBox).accessibleName() == "Area: not answered"
    for kind in (Tick, QLineEdit, QPlainTextEdit, QComboBox, QToolButton):
        for control in form.findChildren(kind):
            if control.isVisible():
                assert control.accessibleName(), control


@pytest.mark.parametrize("text_size", [100, 150, 200])
def test_nothing_is_wider_than_the_panel(
    document: Document, sam: str, qtbot: QtBot, large: Callable[..., Any], text_size: int
) -> None:
    large(text_size)
    for make in (PartnerForm, MapForm):
        form = make(document)
        qtbot.addWidget(form)
        form.resize(250, 600)
        unfold(form)
        form.show()
        qtbot.waitExposed(form)
        for width in (250, 300, 420):
            form.resize(width, 600)
            QApplication.processEvents()
            assert form.width() == width
            assert inside(form).width() <= sure(form.findChild(QScrollArea)).viewport().width()
            for row in form.findChildren(Segments):
                assert row.height() >= row.heightForWidth(row.width())
                for one in segments(row):
                    assert row.rect().contains(one.geometry()), width
                    assert one.height() >= 24


def test_words_wrap_at_spaces_and_slashes_and_lose_nothing(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    text = "samen-DOEN buiten de les (bijv. gesprek/project) verantwoordelijkheidsgevoel"
    for width in (40, 80, 160):
        lines = wrapped(text, width, qapp.font())
        assert "".join(lines).replace(" ", "").replace(HYPHEN, "") == text.replace(" ", "")
        assert all(metrics.horizontalAdvance(line) <= width for line in lines)
    assert wrapped("few×/week", metrics.horizontalAdvance("few×/w"), qapp.font()) == (
        "few×/",
        "week",
    )
    narrow = metrics.horizontalAdvance("Samenwerkingsver")
    assert wrapped("Gemeente, wijk", metrics.horizontalAdvance("Gemeente"), qapp.font()) == (
        f"Gemeen{HYPHEN}",
        "te, wijk",
    )
    assert wrapped("Samenwerkingsverband", narrow, qapp.font()) == (
        f"Samenwerkings{HYPHEN}",
        "verband",
    )
    assert (
        rejoined(wrapped("In Samenwerkingsverband", narrow, qapp.font()))
        == "In Samenwerkingsverband"
    )


# The form of the map.


def test_what_is_said_of_the_map_is_stored(
    map_form: MapForm, document: Document, qtbot: QtBot
) -> None:
    line = field(map_form, "role", QLineEdit)
    line.setFocus()
    qtbot.keyClicks(line, "teacher of group 6")
    press(qtbot, map_form, "confidence", 3)
    qtbot.mouseClick(field(map_form, "lines_drawn", Tick), Qt.MouseButton.LeftButton)
    network = document.map.network
    assert (network.role, network.confidence) == ("teacher of group 6", 4)
    assert network.lines_drawn


def test_around_whom_is_asked_only_for_support_around_somebody(
    map_form: MapForm, document: Document, qtbot: QtBot
) -> None:
    assert not field(map_form, "subject").isVisible()
    press(qtbot, map_form, "about", 1)
    assert document.map.network.about == "support"
    assert field(map_form, "subject").isVisible()


def type_over(qtbot: QtBot, line: Line, typed: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClicks(line, typed)


@pytest.mark.parametrize("ends", ["Enter", "leaving"])
def test_a_date_is_typed_in_words_or_numbers_and_emptied(
    map_form: MapForm, document: Document, qtbot: QtBot, ends: str
) -> None:
    line, title = field(map_form, "moment", QLineEdit), field(map_form, "title", QLineEdit)
    for typed, expected in (
        ("3-9-2025", date(2025, 9, 3)),
        ("15 december 2024", date(2024, 12, 15)),
        ("15 dec 2026", date(2026, 12, 15)),
        ("", None),
    ):
        before = document.map.network.moment
        type_over(qtbot, line, typed)
        assert document.map.network.moment == before  # half a date is no date
        if ends == "Enter":
            qtbot.keyClick(line, Qt.Key.Key_Return)
        else:
            title.setFocus()
        assert document.map.network.moment == expected
        assert line.text() == shown_date(expected)


def test_what_is_no_date_stays_with_a_line_and_erases_nothing(
    map_form: MapForm, document: Document, qtbot: QtBot
) -> None:
    document.set_network(moment=date(2025, 9, 3))
    moment = field(map_form, "moment")
    line, title = field(map_form, "moment", QLineEdit), field(map_form, "title", QLineEdit)
    for typed in ("soon", "31 december of later", "15-13-2026"):
        type_over(qtbot, line, typed)
        title.setFocus()
        assert line.text() == typed
        assert document.map.network.moment == date(2025, 9, 3)
        assert moment.unread.isVisible()
        assert "3 September 2025" in moment.unread.text()
        qtbot.keyClicks(title, "x")  # what is done elsewhere does not wipe it out
        assert line.text() == typed
        assert moment.draft() == typed
    type_over(qtbot, line, "15 dec 2025")
    assert not moment.unread.isVisible()
    title.setFocus()
    assert document.map.network.moment == date(2025, 12, 15)
    assert moment.draft() == ""


def test_the_moment_is_suggested_and_may_be_own_words(
    map_form: MapForm, document: Document, qtbot: QtBot
) -> None:
    combo = field(map_form, "moment_label", QComboBox)
    assert [combo.itemText(i) for i in range(combo.count())] == ["start", "end"]
    combo.activated.emit(0)
    assert document.map.network.moment_label == "start"
    line = field(map_form, "moment_label", QLineEdit)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "halfway")
    assert document.map.network.moment_label == "halfway"
    qtbot.mouseClick(field(map_form, "moment_label").clear_button, Qt.MouseButton.LeftButton)
    assert document.map.network.moment_label == ""


def test_a_finished_map_can_only_be_reopened(
    map_form: MapForm, document: Document, qtbot: QtBot
) -> None:
    tick = field(map_form, "finished", Tick)
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton)
    assert document.map.network.finished
    qtbot.keyClicks(field(map_form, "title", QLineEdit), "x")
    assert document.map.network.title == "My network"
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton)
    assert not document.map.network.finished
    qtbot.keyClicks(field(map_form, "title", QLineEdit), "x")
    assert "x" in document.map.network.title


def test_the_form_of_the_map_is_empty_while_none_is_open(
    map_form: MapForm, document: Document
) -> None:
    document.close()
    assert not inside(map_form).isVisible()


@pytest.mark.parametrize("kind", ["name", "number", "text", "open"])
def test_esc_in_whatever_is_typed_in_takes_back_what_was_typed(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, kind: str
) -> None:
    monkeypatch.setattr("app.views.widgets.fields.field_label", lambda name: name)
    kinds: dict[str, Callable[[], TypedField]] = {
        "name": NameField,
        "number": lambda: NumberField("students", 1, 400),
        "text": lambda: TextField("goal"),
        "open": lambda: OpenListField("kind", [("", [("parents", "parents")])], empty=None),
    }
    made = kinds[kind]()
    qtbot.addWidget(made)
    stored = {"value": 12 if kind == "number" else "Before"}
    made.given.connect(lambda _name, value: stored.update(value=value))
    made.given.connect(lambda _name, value: made.show_values([value], editable=True))
    made.show_values([stored["value"]], editable=True)
    made.show()
    qtbot.waitExposed(made)
    first = stored["value"]
    made.setFocus()
    editor = made.editor
    qtbot.waitUntil(editor.hasFocus)
    qtbot.keyClicks(editor, "3")
    assert stored["value"] != first
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert stored["value"] == first


def test_the_answers_on_contact_show_how_wide_the_line_is_on_the_map(
    form: PartnerForm, document: Document
) -> None:
    document.select([sure(document.add_partner("Noor"))])
    [contact] = [field for field in form.fields if field.name == "frequency"]
    [wished] = [field for field in form.fields if field.name == "wished_frequency"]
    cells = sure(contact.findChild(Segments)).options
    assert [cell.line for cell in cells] == [0.0, *list(LINE_WIDTHS.values())[1:]]
    assert not any(cell.line for cell in sure(wished.findChild(Segments)).options)


def test_a_text_that_grows_has_no_bar_before_it_is_long(qtbot: QtBot, window: QWidget) -> None:
    text = NewText()
    text.setParent(window)
    text.resize(300, text.height())
    window.show()
    text.show()
    qtbot.waitExposed(window)
    for words, is_long in (
        ("a plan", False),
        ("a plan of some words " * 6, False),
        ("x\n" * 30, True),
    ):
        text.setPlainText(words)
        QApplication.processEvents()
        assert text.verticalScrollBar().isVisible() is is_long
        assert not text.horizontalScrollBar().isVisible()
