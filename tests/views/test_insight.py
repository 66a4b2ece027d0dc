"""The gap panel: who stands where, what is said about them, and that it fits."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton

from app import language
from app.models.vocabulary import vocabulary
from app.views import theme
from app.views.insight import InsightPanel

# The offscreen plugin has no use for the least size of a window.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LEFT = Qt.MouseButton.LeftButton

# Name, contact 0-6, importance 1-5, wished contact.
LESSON = (
    ("Parents of Sam", 2, 5, 3),
    ("Head teacher", 6, 2, None),
    ("Job-share colleague", 6, 5, None),
    ("Speech therapist", 5, 4, 5),
    ("Museum", 1, 1, None),
    ("Library", 2, 2, None),
    ("Parents of Noor", 1, 5, 1),
    ("Caretaker", 6, 1, 5),
)


@pytest.fixture
def panel(document, qtbot):
    return shown(document, qtbot)


def shown(document, qtbot, width=360):
    panel = InsightPanel(document)
    qtbot.addWidget(panel)
    panel.resize(width, 900)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def draw(document, *people):
    """Add people; return their ids by name."""
    keys = {name: document.add_partner(name) for name, *_ in people}
    fields = ("frequency", "importance", "wished_frequency")
    answers = {keys[name]: dict(zip(fields, given, strict=True)) for name, *given in people}
    document.place(answers)
    document.select([])
    return keys


def chips(widget):
    return [
        button.accessibleName()
        for button in widget.findChildren(QPushButton)
        if button.property("role") == "chip"
    ]


def quadrants(panel):
    """Return the names in each quadrant, by its title."""
    titles = {term.en for term in vocabulary().quadrants.values()}
    found = {}
    for card in panel.widget().findChildren(QFrame):
        if card.property("role") == "card":
            [title] = [
                label.text() for label in card.findChildren(QLabel) if label.text() in titles
            ]
            found[title] = chips(card)
    return found


def said(panel):
    return panel.text().split("\n")


def button(panel, name):
    return next(
        b
        for b in panel.widget().findChildren(QPushButton)
        if b.accessibleName() == name and b.property("role") == "chip"
    )


# --- what is said


def test_everybody_stands_in_the_right_quadrant(document, panel):
    draw(document, *LESSON)
    assert quadrants(panel) == {
        "Important, less often": ["Parents of Sam", "Parents of Noor"],
        "Important and often": ["Job-share colleague", "Speech therapist"],
        "In the background": ["Museum", "Library"],
        "Often, less named as important": ["Head teacher", "Caretaker"],
    }


def test_who_stands_out_gets_a_sentence_with_the_wish(document, panel):
    draw(document, *LESSON)
    lines = said(panel)
    sam = "Parents of Sam: very important, contact a few times a year. You would like: monthly."
    assert sam in lines
    noor = next(line for line in lines if line.startswith("Parents of Noor: "))
    assert noor.endswith("A difference, and as you wish it.")
    caretaker = next(line for line in lines if line.startswith("Caretaker: "))
    assert "not important" in caretaker
    assert not any(line.startswith("Job-share colleague: ") for line in lines)
    assert "A few answers on one afternoon: a start for a conversation, not a verdict." in lines


def test_who_is_important_and_goes_badly_gets_a_sentence(document, panel):
    keys = draw(document, *LESSON)
    document.set_partners([keys["Job-share colleague"]], satisfaction=1)
    text = "Job-share colleague: important, and you are not satisfied with how it goes."
    assert text in said(panel)


def test_names_that_look_like_something_else_are_shown_as_typed(document, qtbot):
    panel, keys = shown(document, qtbot, 700), draw(document, *LESSON)
    for name in ("{frequency}", "<b>Sam</b> & Co", "100 % {n}", "{all}{some}"):
        document.rename(keys["Parents of Sam"], name)
        assert any(line.startswith(f"{name}: very important") for line in said(panel))
        chip = button(panel, name)
        assert chip.text().replace("&&", "&") == name
        assert chip.text().count("&") == 2 * name.count("&")


def test_with_fewer_than_five_rated_it_says_so(document, panel):
    draw(document, *LESSON[:4])
    assert "With fewer than five partners rated you see this:" in said(panel)
    document.add_partner("Fifth")
    document.set_partners(document.selection, frequency=3, importance=3)
    assert "With fewer than five partners rated you see this:" not in said(panel)


def test_one_partner_is_enough_to_see_something(document, panel):
    draw(document, LESSON[0])
    assert quadrants(panel)["Important, less often"] == ["Parents of Sam"]
    assert "nobody" in said(panel)


def test_nothing_rated_says_what_to_do(document, panel):
    draw(document, ("Sam", None, None, None), ("Noor", 3, None, None))
    assert any(line.startswith("Nothing to see yet.") for line in said(panel))
    assert quadrants(panel) == {}
    assert "Not filled in yet (2)" not in said(panel)


def test_an_empty_map_says_what_to_do(document, panel):
    lines = said(panel)
    assert any(line.startswith("Nothing to see yet.") for line in lines)
    assert "Your network in figures" not in lines
    assert chips(panel) == []


def test_all_alike_have_no_notable_differences(document, panel):
    draw(document, *((f"Person {n}", 4, 4, None) for n in range(6)))
    assert "No notable differences between contact and importance." in said(panel)
    assert len(quadrants(panel)["Important and often"]) == 6


def test_who_is_only_wished_for_stands_apart(document, panel):
    draw(document, *((f"Person {n}", 0, 4, 3) for n in range(3)))
    lines = said(panel)
    assert "No contact yet (3)" in lines
    assert any(line.startswith("Nothing to see yet.") for line in lines)
    assert chips(panel) == ["Person 0", "Person 1", "Person 2"]


def test_who_is_not_filled_in_stays_apart(document, panel):
    draw(document, *LESSON, ("Doctor", None, 4, None), ("Club", 2, None, None))
    assert "Not filled in yet (2)" in said(panel)
    assert all({"Doctor", "Club"}.isdisjoint(names) for names in quadrants(panel).values())
    assert {"Doctor", "Club"} <= set(chips(panel))


def test_figures_count_the_right_people(document, panel):
    keys = draw(document, *LESSON, ("Wished", 0, 4, 3))
    document.set_partners([keys["Museum"]], setting="community")
    document.set_partners([keys["Library"], keys["Caretaker"]], setting="in_school")
    document.set_partners([keys["Parents of Sam"]], named_important=True)
    lines = said(panel)

    def figure(what):
        return lines[lines.index(what) + 1]

    assert figure("Partners") == "8"
    assert figure("Outside the school") == "1 of 3"
    assert figure("At least weekly contact") == "4 of 8"
    assert figure("Named as most important") == "1 of 8"
    assert figure("You would like more contact with") == "2"
    assert figure("You would like less contact with") == "1"
    assert "Knows the others only through you" not in lines
    document.set_network(lines_drawn=True)
    document.set_tie(keys["Museum"], keys["Library"], "yes")
    lines = said(panel)
    assert figure("Knows the others only through you") == "6"


def test_other_cuts_move_people(document, panel):
    draw(document, *LESSON)
    document.set_network(importance_cut=2, frequency_cut=2)
    assert "Library" in quadrants(panel)["Important and often"]
    assert "Museum" in quadrants(panel)["In the background"]


# --- following


def test_it_follows_edits_undo_and_another_map(document, panel):
    keys = draw(document, *LESSON)
    document.set_partners([keys["Museum"]], importance=5)
    assert "Museum" in quadrants(panel)["Important, less often"]
    document.undo()
    assert "Museum" in quadrants(panel)["In the background"]
    document.rename(keys["Museum"], "Theatre")
    assert "Theatre" in quadrants(panel)["In the background"]
    document.remove_partners([keys["Museum"]])
    assert quadrants(panel)["In the background"] == ["Library"]
    document.new_map("Another")
    assert chips(panel) == []


def test_while_hidden_nothing_is_counted_and_then_everything_anew(document, panel, monkeypatch):
    counted = []
    monkeypatch.setattr("app.views.insight.gaps", lambda _: counted.append(True))
    panel.hide()
    draw(document, *LESSON)
    assert counted == []
    monkeypatch.undo()
    panel.show()
    assert len(chips(panel)) == len(LESSON)


def test_a_closed_map_is_no_problem(document, panel):
    draw(document, *LESSON)
    document.close()
    panel.hide()
    panel.show()


def test_the_place_in_the_panel_stays_while_it_follows(document, panel):
    keys = draw(document, *LESSON)
    panel.resize(360, 300)
    panel.verticalScrollBar().setValue(120)
    document.set_partners([keys["Museum"]], named_important=True)
    assert panel.verticalScrollBar().value() == 120


def test_the_keyboard_stays_on_the_same_name_while_it_follows(document, panel, qtbot):
    keys = draw(document, *LESSON)
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    button(panel, "Museum").setFocus()
    document.set_partners([keys["Museum"]], importance=5)
    assert button(panel, "Museum").hasFocus()
    document.remove_partners([keys["Museum"]])
    assert panel.hasFocus()


# --- pressing


def test_a_name_that_is_pressed_is_selected(document, panel, qtbot):
    keys = draw(document, *LESSON)
    qtbot.mouseClick(button(panel, "Museum"), LEFT)
    assert document.selection == (keys["Museum"],)
    assert button(panel, "Museum").isChecked()
    qtbot.keyClick(button(panel, "Library"), Qt.Key.Key_Space)
    assert document.selection == (keys["Library"],)
    assert not button(panel, "Museum").isChecked()


def test_a_name_pressed_twice_stays_shown_as_selected(document, panel, qtbot):
    keys = draw(document, *LESSON)
    for _ in range(2):
        qtbot.mouseClick(button(panel, "Museum"), LEFT)
    assert document.selection == (keys["Museum"],)
    assert button(panel, "Museum").isChecked()


def test_a_sentence_leads_to_its_partner(document, panel, qtbot):
    keys = draw(document, *LESSON)
    link = next(
        b
        for b in panel.widget().findChildren(QPushButton)
        if b.accessibleName().startswith("Caretaker: ")
    )
    qtbot.mouseClick(link, LEFT)
    assert document.selection == (keys["Caretaker"],)


def test_selected_elsewhere_is_shown_here(document, panel):
    keys = draw(document, *LESSON)
    document.select([keys["Museum"], keys["Caretaker"]])
    assert [name for name in keys if button(panel, name).isChecked()] == ["Museum", "Caretaker"]


# --- room


@pytest.fixture
def dressed(qapp):
    """Give a way to another language and size of text for one test."""

    def dress(tongue, text_size):
        language.install(tongue)
        theme.wear("light", text_size)

    yield dress
    dress("en", 100)


LONG = "Samenwerkingsverband Passend Onderwijs Zuid-Kennemerland en omgeving"


@pytest.mark.parametrize("tongue", ["nl", "en"])
@pytest.mark.parametrize("text_size", [100, 200])
def test_long_names_do_not_push_it_wider_than_it_is(document, qtbot, dressed, tongue, text_size):
    dressed(tongue, text_size)
    draw(document, *((f"{LONG} {at}", *rest[1:]) for at, rest in enumerate(LESSON)))
    draw(document, ("W" * 120, 0, 5, 4), ("Verantwoordelijkheidsverdeling" * 4, None, None, None))
    panel = shown(document, qtbot, theme.scaled(360))
    assert panel.widget().minimumSizeHint().width() <= panel.viewport().width()
    assert panel.widget().width() <= panel.viewport().width()


def test_it_stays_as_wide_as_it_is_when_the_window_becomes_narrower(document, qtbot):
    draw(document, *((f"{LONG} {at}", *rest[1:]) for at, rest in enumerate(LESSON)))
    panel = shown(document, qtbot, 700)
    wide = panel._names[0].text()
    panel.resize(360, 900)
    qtbot.wait(5)
    assert panel.widget().minimumSizeHint().width() <= panel.viewport().width()
    assert len(panel._names[0].text()) < len(wide)
    panel.resize(700, 900)
    assert panel._names[0].text() == wide


def test_everything_that_can_be_pressed_is_large_enough_and_has_a_name(document, panel, qtbot):
    draw(document, *LESSON, ("Doctor", None, 4, None))
    pressed = panel.widget().findChildren(QPushButton)
    assert len(pressed) > len(LESSON)
    assert all(b.height() >= 24 and b.accessibleName() for b in pressed)
