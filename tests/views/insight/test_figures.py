"""The measures in words, and the people behind them."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import language
from app.analysis import written_measures as shown_as
from app.analysis.measures import all_measures, measures
from app.analysis.study import study
from app.document import Document
from app.views.insight.figures import FiguresPage
from app.views.insight.screen import Insight
from app.words.measures import wording
from tests.calls import calls_in
from tests.pictures import example
from tests.sure import sure
from tests.views.insight.conftest import LEFT, draw, figures_page, people_page
from tests.walking import stops

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def page(insight: Insight, lesson: dict[str, str]) -> FiguresPage:
    insight.show_page("figures")
    return figures_page(insight)


def figure(page: FiguresPage, measure: str) -> str:
    found = page.figure(measure)
    return sure(None if found is None else found.value.text())


def test_all_figures_are_one_stop_of_tab_with_the_arrows_inside(
    page: FiguresPage, qtbot: QtBot
) -> None:
    buttons = [b for one in page.figures.values() for b in (one.value, one.more)]
    assert len(buttons) > 10
    [stop] = [one for one in stops(page.window()) if one in buttons]
    stop.setFocus()
    qtbot.keyClick(stop, Qt.Key.Key_Down)
    assert QApplication.focusWidget() in buttons
    assert QApplication.focusWidget() is not stop


@pytest.mark.parametrize("tongue", ["en", "nl"])
def test_every_measure_has_words_and_a_definition(qapp: QApplication, tongue: str) -> None:
    language.install(tongue)
    readings = measures(example(18))
    assert len(readings) > 35
    for reading in readings:
        said = wording(reading.id)
        assert said.text
        assert said.definition.endswith(".")
        assert not re.search("None|nan", shown_as.shown(reading) + shown_as.stands_on(reading))
    language.install("en")


def test_every_number_of_people_has_that_many_people() -> None:
    seen = study(example(25))
    for reading in measures(seen.whole):
        measure = all_measures()[reading.id]
        people = tuple(measure.people(seen))
        counts = reading.tier == 1 and reading.id != "concordant" and not measure.decimals
        if counts and reading.id.endswith("_share"):
            assert len(people) == round(sure(reading.value) * reading.answered), reading
        elif counts or reading.id in ("hinge_partners", "largest_component"):
            assert len(people) == reading.value, reading


def test_figures_are_those_of_the_map(
    page: FiguresPage, insight: Insight, lesson: dict[str, str], document: Document
) -> None:
    draw(document, ("Wished", 0, 4, 3))
    document.set_partners([lesson["Museum"]], setting="community")
    document.set_partners([lesson["Library"], lesson["Caretaker"]], setting="in_school")
    document.set_partners([lesson["Parents of Sam"]], named_important=True)
    document.set_partners([lesson["Museum"], lesson["Library"]], named_important=False)
    insight.refresh()
    assert figure(page, "size") == "8"
    assert figure(page, "outside_share") == "1 of 3"
    assert figure(page, "weekly_share") == "4 of 8"
    assert figure(page, "named_share") == "1 of 3"
    assert figure(page, "wish_more") == "2"
    assert figure(page, "wish_less") == "1"
    assert page.without.isVisible()


def test_a_figure_leads_to_its_people(
    page: FiguresPage, lesson: dict[str, str], document: Document, qtbot: QtBot
) -> None:
    qtbot.mouseClick(sure(page.figure("weekly_share")).value, LEFT)
    assert {sure(document.map.partner(key)).name for key in document.selection} == {
        "Head teacher",
        "Job-share colleague",
        "Speech therapist",
        "Caretaker",
    }


def test_a_figure_without_people_is_only_read(page: FiguresPage) -> None:
    assert not sure(page.figure("concordant")).value.isEnabled()


def test_the_definition_is_one_press_away(page: FiguresPage, qtbot: QtBot) -> None:
    row = page.figure("notable")
    assert not sure(row).definition.isVisible()
    qtbot.mouseClick(sure(row).more, LEFT)
    assert sure(row).definition.isVisible()
    assert "Bross 1958" in sure(row).definition.text()


def test_structure_is_there_only_when_the_lines_are_drawn(
    page: FiguresPage, insight: Insight, lesson: dict[str, str], document: Document
) -> None:
    assert page.figure("density") is None
    assert page.lines.isVisible()
    document.set_network(lines_drawn=True)
    document.set_tie(lesson["Museum"], lesson["Library"], "yes")
    insight.refresh()
    assert figure(page, "isolates") == "6"
    assert figure(page, "density") == "4%"
    assert figure(page, "pairs_only_through_me") == "27 of 28"
    assert not page.lines.isVisible()
    document.set_tie(lesson["Caretaker"], lesson["Library"], "unknown")
    insight.refresh()
    assert figure(page, "isolates") == "5–6"
    assert figure(page, "density") == "4–7%"
    document.set_network(lines_drawn=False)
    insight.refresh()
    assert page.figure("density") is None


def test_the_third_tier_is_behind_a_press(
    page: FiguresPage, insight: Insight, document: Document, qtbot: QtBot
) -> None:
    assert page.figure("tau_b") is None
    qtbot.mouseClick(page.unfold, LEFT)
    assert sure(page.figure("tau_b")).isVisible()
    assert page.advice.isVisible()
    qtbot.mouseClick(page.unfold, LEFT)
    assert page.figure("tau_b") is None


def test_what_is_folded_away_is_not_reckoned(
    page: FiguresPage, insight: Insight, document: Document
) -> None:
    document.set_network(lines_drawn=True)
    reckoned = {}
    for shown in (True, False):
        page.unfold.setChecked(shown)
        document.set_partners([document.map.partners[0].id], importance=3 + shown)
        reckoned[shown] = calls_in(insight.refresh)["analysis/measures"]
    assert reckoned[False] < 0.75 * reckoned[True], reckoned


def test_a_figure_that_says_the_same_after_an_edit_is_not_written_anew(
    page: FiguresPage, insight: Insight, document: Document
) -> None:
    figure, first = sure(page.figure("size")), document.map.partners[0].id
    document.set_partners([first], notes="Called on Monday")
    assert calls_in(insight.refresh)["words/measures"] == 0
    before = figure.value.text()
    document.set_partners([first], frequency=0)  # one that is no longer counted
    assert 0 < calls_in(insight.refresh)["words/measures"] < len(page.figures)
    assert figure.value.text() != before


# --- people


def test_the_card_has_all_that_is_recorded(
    insight: Insight, lesson: dict[str, str], document: Document
) -> None:
    sam = lesson["Parents of Sam"]
    document.set_partners(
        [sam],
        kind="parents",
        focus="both",
        forms=("inform", "teach_together"),
        goal="A good year",
        trust=4,
        own_control=2,
    )
    document.select([sam])
    insight.show_page("people")
    insight.refresh()
    card = people_page(insight).card
    shown = [tuple(label.text() for label in pair) for pair in card.rows if pair[1].isVisible()]
    assert ("Contact", "a few times a year") in shown
    assert ("Goal", "A good year") in shown
    assert ("Contact I would like", "monthly") in shown
    assert any(text.count("\n") == 1 for _, text in shown)
    assert not any(field in ("Notes", "Energy") for field, _ in shown)
    assert "Trust: 4/5" in card.mechanisms.accessibleName()
    assert "Equality" not in card.mechanisms.accessibleName()
    document.select([lesson["Museum"]])
    assert card.name.text() == "Museum"
    assert not card.mechanisms.isVisible()
    document.select([])
    assert not card.isVisible()


def test_a_setting_leads_to_its_people(
    insight: Insight, lesson: dict[str, str], document: Document, qtbot: QtBot
) -> None:
    document.set_partners([lesson["Museum"], lesson["Library"]], setting="community")
    insight.show_page("people")
    insight.refresh()
    page = people_page(insight)
    assert [page.cells["community", at].text() for at in (1, 2, 3)] == ["2", "0", "0"]
    assert not page.buttons["in_school"].isEnabled()
    rows = {key: int(label.text()) for (key, at), label in page.cells.items() if at == 1}
    assert sum(rows.values()) == 8  # those without a setting have a row too
    assert page.buttons[""].isVisibleTo(page) == bool(rows[""])
    qtbot.mouseClick(page.buttons["community"], LEFT)
    assert set(document.selection) == {lesson["Museum"], lesson["Library"]}


def test_control_and_trust_are_two_axes(
    insight: Insight, lesson: dict[str, str], document: Document, qtbot: QtBot
) -> None:
    insight.show_page("people")
    page = people_page(insight)
    assert not page.trust.isVisible()
    for name, control, trust in (("Museum", 5, 5), ("Library", 1, 5), ("Caretaker", 5, 1)):
        document.set_partners([lesson[name]], own_control=control, trust=trust)
    insight.refresh()
    assert page.trust.isVisible()
    at = {partner.name: place for partner, place, _ in page.trust.places()}
    assert at["Library"].x() < at["Museum"].x()
    assert at["Library"].y() == at["Museum"].y()
    assert at["Caretaker"].y() > at["Museum"].y()
    qtbot.mouseClick(page.trust, LEFT, pos=at["Library"].toPoint())
    assert document.selection == (lesson["Library"],)
    document.set_partners([lesson["Caretaker"]], satisfaction=1)
    insight.refresh()
    told = page.trust.accessibleDescription()
    assert "Museum: being in control 5 of 5, trust 5 of 5;" in told
    assert told.endswith("Caretaker: being in control 5 of 5, trust 1 of 5, dissatisfied")


def test_the_tick_for_drawn_lines_is_that_of_the_map(
    page: FiguresPage, insight: Insight, document: Document, qtbot: QtBot
) -> None:
    before = document.map.network.lines_drawn
    qtbot.mouseClick(page.drawn, LEFT)
    assert document.map.network.lines_drawn is not before
    document.undo()
    insight.refresh()
    assert document.map.network.lines_drawn is before
    assert page.drawn.isChecked() is before
