"""What a label says is there in full, in Dutch too: nothing is cut, and no word stays English."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app import language
from app.document import Document
from app.models.network import Map
from app.models.vocabulary import vocabulary
from app.views.insight.people_page import PeoplePage
from app.views.people.quick_add import QuickAdd
from app.views.widgets import theme
from app.views.widgets.fields import SwitchField
from app.views.widgets.word_button import WordButton
from app.views.widgets.wrapping import AllLines
from tests.pictures import REFLECT, example, lead_to, opened, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def dutch(qapp: QApplication) -> Iterator[None]:
    language.install("nl")
    yield
    language.install("en")


def words_of_the_file_dialog(qtbot: QtBot) -> list[str]:
    """Return what the dialog of Qt itself says, by its place in it."""
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    labels, buttons = dialog.findChildren(QLabel), dialog.findChildren(QPushButton)
    found = [*(label.text() for label in labels), *(button.text() for button in buttons)]
    return [text for text in found if text]


def test_the_window_that_asks_for_a_file_has_no_english_word(
    qapp: QApplication, qtbot: QtBot
) -> None:
    language.install("en")
    english = words_of_the_file_dialog(qtbot)
    language.install("nl")
    try:
        dutch = words_of_the_file_dialog(qtbot)
    finally:
        language.install("en")
    assert len(english) == len(dutch) >= 4
    assert [text for text in dutch if text in english] == []


@pytest.mark.parametrize("width", [260, 300, 460])
def test_the_areas_of_insight_break_rather_than_being_cut(
    dutch: Any, insight_page: Callable[..., Any], width: int
) -> None:
    page = insight_page(width)
    seen = [button for button in page.buttons.values() if button.isVisible()]
    assert len(seen) == len(vocabulary().settings)
    for button in seen:
        room = button.width() - button.iconSize().width()
        metrics = QFontMetrics(button.font())
        lines = button.text().split("\n")
        assert max(map(metrics.horizontalAdvance, lines)) <= room
        assert button.height() >= len(lines) * metrics.height()


@pytest.fixture
def insight_page(document: Document, qtbot: QtBot) -> Callable[..., Any]:
    from app.analysis.study import study
    from app.views.insight.highlight import Highlight
    from tests.pictures import example

    document.add_map(example(18))

    def made(width: int) -> PeoplePage:
        page = PeoplePage(document, Highlight())
        qtbot.addWidget(page)
        page.resize(width, 700)
        page.show_map(study(document.map), ())
        page.show()
        qtbot.wait(10)
        return page

    return made


def test_the_heading_of_the_tray_is_not_cut_with_many_people(
    dutch: Any, document: Document, qtbot: QtBot
) -> None:
    left = QuickAdd(document, lambda kind, setting: None)
    qtbot.addWidget(left)
    left.resize(theme.side_width(1024), 700)
    left.tray.set_lens("importance")
    for number in range(60):
        document.add_partner(f"Naam {number}")
    left.show()
    qtbot.wait(10)
    heading = left.tray.heading
    assert "60" in heading.text()
    assert heading.height() >= heading.heightForWidth(heading.width())


@pytest.mark.parametrize(
    ("values", "said"),
    [([True], ""), ([False], "nee"), ([False, False], "nee"), ([None], ""), ([None, False], "")],
)
def test_a_star_answered_with_no_is_not_shown_as_one_not_asked(
    dutch: Any, qtbot: QtBot, values: list[Any], said: str
) -> None:
    star = SwitchField("named_important", star=True)
    qtbot.addWidget(star)
    star.show_values(values, editable=True)
    assert star.tick.text().endswith("nee") == bool(said)
    assert ("nee" in star.tick.accessibleName()) == bool(said)


def test_a_button_asks_for_the_same_room_however_its_words_are_broken(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    theme.dress(box)
    chip = WordButton("Two long words", box, theme.icon("inside"))
    chip.setProperty("role", "chip")
    box.resize(400, 80)
    box.show()
    seen = []
    for width in (300, 70, 300):
        chip.resize(width, 60)
        seen.append((QPushButton.text(chip), chip.sizeHint(), chip.heightForWidth(300)))
    texts, hints, heights = zip(*seen, strict=True)
    assert "\n" in texts[1]
    assert texts[0] == texts[2] == chip.text()
    assert len(set(map(QSize.toTuple, hints))) == len(set(heights)) == 1


ADDRESS = "https://samenwerkingsverbandpassendonderwijsmiddennederland.example/trajectbegeleiders"


def too_wide(window: QWidget) -> list[str]:
    """Return the texts on a window of which a line is wider than there is room for."""
    found = []
    for label in window.findChildren(QLabel):
        if not (label.isVisible() and label.wordWrap()) or label.visibleRegion().isEmpty():
            continue
        room = label.contentsRect()
        shown = QLabel.text(label)  # as Qt has it: folded
        needed = label.fontMetrics().boundingRect(
            QRect(0, 0, room.width(), 10_000), Qt.TextFlag.TextWordWrap, shown
        )
        if (
            needed.width() > room.width()
            or label.visibleRegion().boundingRect().width() < needed.width()
        ):
            found.append(label.text())
    return found


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("screen", ["insight", "insight-people", *REFLECT[1:], "maps"])
def test_a_pasted_address_makes_nothing_wider_than_it_is(
    qapp: QApplication, screen: str, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that is wider than its panel loses its buttons beyond the edge."""
    monkeypatch.setenv("KRING_TEXT", str(size))
    drawn = example(8)
    named = [replace(one, name=f"{ADDRESS}{n}") for n, one in enumerate(drawn.partners)]
    network = replace(drawn.network, title=ADDRESS)
    pasted = Map.of([network, *named, *drawn.ties])
    try:
        with opened([pasted], "nl", "light", (1024, 768), "importance") as (window, document):
            lead_to(window, document, screen, 8)
            settle()
            assert any(ADDRESS[:20] in one.text() for one in window.findChildren(QLabel))
            assert too_wide(window) == []
    finally:
        language.install("en")
        theme.wear("light", 100)


def test_a_word_is_broken_only_where_it_is_wider_than_the_line(qtbot: QtBot) -> None:
    label = AllLines(ADDRESS)
    qtbot.addWidget(label)
    label.show()
    wide = label.fontMetrics().horizontalAdvance(ADDRESS) + 1
    for width, is_broken in ((wide, False), (wide // 2, True), (wide, False)):
        label.resize(width, 200)
        assert label.text() == ADDRESS
        assert (QLabel.text(label) != ADDRESS) is is_broken
        assert label.accessibleName() == (ADDRESS if is_broken else "")  # no letter by letter
    assert label.minimumSizeHint().width() < wide // 2


def test_a_text_is_measured_again_where_it_became_another(qtbot: QtBot) -> None:
    label = AllLines("One line after the other, all of which are to be read. " * 4)
    qtbot.addWidget(label)

    def high() -> int:
        found = label.heightForWidth(200)
        assert found == QLabel.heightForWidth(label, 200)
        return found

    heights = [high()]
    label.setFont(theme.font("sentence"))
    heights.append(high())
    label.setContentsMargins(10, 10, 10, 10)
    heights.append(high())
    label.setText("One line. " * 30)
    heights.append(high())
    label.setMinimumHeight(2 * heights[-1])
    heights.append(high())
    assert len(set(heights)) == len(heights)
