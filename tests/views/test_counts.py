"""How many partners there are is said in one way, wherever it is said."""

import re
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.analysis.changes import figures, sentences
from app.analysis.comparison import comparison
from app.analysis.measures import measures
from app.analysis.study import study
from app.document import Document
from app.models.network import Map, Network, Partner
from app.views.compare.panes import MomentHead
from app.views.exchange.page import _about
from app.views.frame.status import StatusLine
from app.views.library.cards import people_on
from app.words import phrases

SAID = "2 partners, and 1 without contact yet"


def drawn(key: str, frequency: int, importance: int | None = None) -> Map:
    return Map.of(
        [
            Network(id=key, series="s", title="Map"),
            Partner(id="a", name="Anna", frequency=3, importance=3),
            Partner(id="b", name="Bas"),
            Partner(id="w", name="BSO", frequency=frequency, importance=importance),
        ]
    )


@pytest.fixture
def whole() -> Map:
    return drawn("n", frequency=0)


@pytest.mark.parametrize(
    ("frequencies", "said"),
    [
        ((), "0 partners"),
        ((3,), "1 partner"),
        ((3, None), "2 partners"),
        ((0,), "0 partners, and 1 without contact yet"),
        ((1, 0, 0, 6), "2 partners, and 2 without contact yet"),
    ],
)
def test_a_number_of_partners_says_what_it_counts(frequencies: tuple[Any, ...], said: str) -> None:
    people = [Partner(id=str(n), name="x", frequency=f) for n, f in enumerate(frequencies)]
    assert phrases.people_count(people) == said


def test_the_status_line_says_it(whole: Map, document: Document, qtbot: QtBot) -> None:
    document.library.add(whole)
    document.open(whole.network.id)
    bar = StatusLine(document)
    qtbot.add_widget(bar)
    assert bar.counts.text().startswith(SAID)
    bar.be_about_map(is_about_map=False)
    assert not bar.counts.text()
    document.add_partner("Bso")
    assert not bar.counts.text()
    bar.be_about_map(is_about_map=True)
    assert bar.counts.text()


def test_my_maps_say_it(whole: Map, document: Document) -> None:
    document.library.add(whole)
    (summary,) = [s for s in document.library.summaries() if s.id == whole.network.id]
    assert people_on(summary) == SAID


def test_a_moment_and_an_exchange_say_it(whole: Map, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.add_widget(parent)
    head = MomentHead("then", parent)
    head.show_moments([whole], 0)
    assert head.about.text() == SAID
    assert _about(whole, "").endswith(SAID)


def test_the_number_in_figures_is_the_first_of_the_two(whole: Map) -> None:
    (size,) = [reading for reading in measures(whole) if reading.id == "size"]
    assert SAID.startswith(f"{size.value} partners")
    assert len(study(whole).wished) == 1


def test_nobody_who_is_drawn_is_said_not_to_be_on_the_map_any_more() -> None:
    before, after = drawn("1", frequency=4, importance=4), drawn("2", frequency=0, importance=4)
    found = comparison(before, after)
    assert [p.name for p in found.unmet] == ["BSO"]
    assert found.gone == ()
    assert "No longer on the map: 0." in sentences.summary(found, before)
    groups = {group.id: group for group in sentences.groups(found, before, after)}
    assert "lost" not in groups
    assert [change.name for change in groups["unmet"].changes] == ["BSO"]
    told = {f.label: f.change for f in figures.figures(found, before, after)["members"]}
    assert told["No longer on the map"] == "0"
    assert told["On the map, no longer in contact"] == "1"


def test_nowhere_is_the_number_of_partners_of_a_map_said_in_another_way() -> None:
    """A number of all partners of a map goes through `people_count`, not `partner_count`."""
    wrong = re.compile(r"partner_count\(\s*len\([\w.]*(partners|people|whole)[\w.]*\)")
    views = Path(phrases.__file__).parent
    found = [path.name for path in views.rglob("*.py") if wrong.search(path.read_text("utf-8"))]
    assert found == []
