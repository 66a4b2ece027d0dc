"""What all passes share: one place for question, card and answers, and going on where one was."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import language
from app.document import Document
from app.models.network import Partner
from app.models.vocabulary import vocabulary
from app.views.passes import card
from app.views.passes.marks import parts_of
from app.views.passes.pairs.pair_pass import PairPass
from app.views.passes.pass_base import ABOVE
from app.views.passes.rating.rating_pass import RatingPass
from app.views.passes.second_look import LookBack
from app.views.passes.still_here.still_here_pass import StillHerePass
from app.views.widgets import theme
from app.views.widgets.wrapping import rejoined
from app.words import phrases
from tests.sure import sure

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

K = Qt.Key


@pytest.fixture
def later(document: Document) -> Document:
    """A later moment of six partners, of whom nothing is said yet."""
    for number in range(6):
        document.add_partner(f"P{number}", kind="parents")
    document.set_partners([p.id for p in document.map.partners], frequency=4)
    document.set_network(moment=date(2026, 9, 1), moment_label="begin")
    document.continue_map(document.map.network.id, "later", date(2027, 6, 18))
    document.select([])
    return document


@pytest.fixture
def show(later: Document, qtbot: QtBot) -> Callable[..., Any]:
    def show(kind: Any, size: tuple[Any, Any] = (1024, 720)) -> Any:
        shown = kind(later)
        qtbot.addWidget(shown)
        shown.resize(*size)
        shown.show()
        shown.activateWindow()
        qtbot.waitUntil(shown.isActiveWindow)
        shown.start()
        if isinstance(shown, PairPass):
            press(K.Key_Return)
        return shown

    return show


def press(*keys: Any) -> None:
    for key in keys:
        QTest.keyClick(sure(QApplication.focusWidget()), key)


def card_of(shown: Any) -> tuple[Any, ...]:
    """Return the top and the height of the card, the first answer's top, and its height."""
    card = shown.stage.cards()[1].toRect() if isinstance(shown, PairPass) else shown.stage.card()
    answer = shown.bins[0] if isinstance(shown, RatingPass) else shown.answers[0]
    top = shown.stage.mapTo(shown, card.topLeft()).y()
    return top, card.height(), answer.mapTo(shown, QPoint()).y(), answer.height()


@pytest.mark.parametrize("size", [(1024, 720), (1440, 850)])
def test_question_card_and_answers_have_one_place_in_all_passes(
    show: Callable[..., Any], size: tuple[Any, Any]
) -> None:
    places = {kind: card_of(show(kind, size)) for kind in (RatingPass, PairPass, StillHerePass)}
    assert len(set(places.values())) == 1, places
    shown = show(LookBack, size)
    assert card_of(shown) == places[RatingPass]
    label = shown.question_label
    below = label.mapTo(shown, QPoint(0, label.height())).y()
    assert abs(card_of(shown)[0] - below - ABOVE) <= 2
    assert card_of(shown)[3] == 220


def test_on_a_small_laptop_the_question_is_read_first_and_the_card_stays_where_it_is(
    show: Callable[..., Any], later: Document
) -> None:
    """A window of 690 pixels, and one in which a message came, have so much for a pass."""
    later.set_partners([later.map.partners[1].id], name="Anna " * 24)
    shown = show(RatingPass, (1366, 600))
    first, heading = card_of(shown), theme.font("heading")
    assert shown.question_label.font() == heading
    press(K.Key_Right)
    assert shown.question_label.font() != heading  # it is long, and in smaller letters
    assert card_of(shown) == first


def test_the_question_is_asked_about_whoever_is_on_the_card(
    show: Callable[..., Any], later: Document
) -> None:
    rating = show(RatingPass)
    assert rating.question_label.text() == "How often do you have contact with P0?"
    press(K.Key_4)
    assert "P1" in rating.question_label.text()
    assert "P0 and P1" in show(PairPass).question_label.text()
    assert "P0" in show(StillHerePass).question_label.text()


def test_undo_in_a_pass_goes_back_to_the_question_it_is_about(
    show: Callable[..., Any], later: Document
) -> None:
    rating = show(RatingPass)
    press(*[K.Key_4] * 6)
    press(K.Key_Return, K.Key_5)
    assert rating.question == "importance"
    last = later.map.partners[5].id
    later.undo()
    assert (rating.question, rating.current) == ("importance", later.map.partners[0].id)
    later.undo()
    assert (rating.question, rating.current) == ("frequency", last)
    later.redo()
    assert (rating.question, rating.current) == ("frequency", None)
    press(K.Key_Return)
    assert rating.question == "importance"


def test_a_pass_that_was_left_goes_on_at_the_question_it_stood_at(
    show: Callable[..., Any], later: Document
) -> None:
    rating = show(RatingPass)
    press(K.Key_4, K.Key_4, K.Key_Escape)
    rating.start()
    assert (rating.question, rating.remaining) == ("frequency", 4)
    press(*[K.Key_4] * 4)
    press(K.Key_Return, K.Key_5, K.Key_5, K.Key_Escape)
    later.open(later.map.network.id)
    again = show(RatingPass)
    assert (again.question, again.remaining) == ("importance", 4)
    assert again.current == later.map.partners[2].id


def test_who_is_left_open_is_never_passed_over_silently(
    show: Callable[..., Any], later: Document
) -> None:
    """Done halfway, and contact of one still open: the pass begins there, then importance."""
    rating = show(RatingPass)
    press(K.Key_Space, *[K.Key_4] * 5)
    press(K.Key_Escape)
    rating.start()
    assert (rating.question, rating.current) == ("frequency", later.map.partners[0].id)
    press(K.Key_Space, K.Key_Return)
    assert (rating.question, rating.remaining) == ("importance", 6)


def test_no_star_is_not_asked_again_after_a_restart(
    show: Callable[..., Any], later: Document
) -> None:
    rating = show(RatingPass)
    rating.start("named_important")
    press(K.Key_1, K.Key_0, K.Key_0)
    later.open(later.map.network.id)
    again = show(RatingPass)
    again.start("named_important")
    assert again.remaining == 3
    assert [p.named_important for p in later.map.partners[:4]] == [True, False, False, None]


@pytest.mark.parametrize("kind", [RatingPass, PairPass, StillHerePass])
def test_an_edit_from_outside_leaves_the_card_in_hand(
    show: Callable[..., Any],
    later: Document,
    kind: type[PairPass] | type[RatingPass] | type[StillHerePass],
) -> None:
    shown = show(kind)
    press(K.Key_1)
    current = shown.current
    new = later.add_partner("New")
    later.rename(sure(new), "Newer")
    assert shown.current == current
    later.remove_partners([sure(new)])
    assert shown.current == current


@pytest.mark.parametrize("tongue", ["nl", "en"])
def test_a_card_says_the_whole_of_kind_and_setting(tongue: str) -> None:
    language.install(tongue)
    for kind in vocabulary().kinds.values():
        partner = Partner(id="p", name="Sam", kind=kind.id, setting=kind.setting)
        said = [line.text for line in card._lines(partner, QRectF(0, 0, 268, 80), "")]
        assert not [text for text in said if "…" in text]
        for part in parts_of(partner):
            assert part.replace(" ", "") in "".join(said).replace(" ", "")
    language.install("en")


def test_a_kind_that_is_in_the_name_is_not_told_once_more() -> None:
    kind = next(one for one in vocabulary().kinds.values() if one.label("en") == "SENCO")
    beside = {
        name: phrases.kind_beside(Partner(id="p", name=name, kind=kind.id))
        for name in ("SENCO", "Senco ", "Robin")
    }
    assert beside == {"SENCO": "", "Senco ": "", "Robin": "SENCO"}


def test_two_cards_stand_as_high_though_one_says_more(qapp: QApplication) -> None:
    short = Partner(id="a", name="Sam", setting="in_school")
    long = Partner(id="b", name="Sam", kind="cultural_institution", setting="community")
    area = QRectF(0, 0, 300, 154)

    def inked(*cards: Partner) -> QImage:
        image = QImage(300, 154, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        away = area.translated(0, 1000)
        card.draw_cards(painter, [(cards[0], area), *((one, away) for one in cards[1:])])
        painter.end()
        return image

    assert inked(short, long) != inked(short)
    assert inked(short, short) == inked(short)


def test_a_narrow_card_in_large_letters_says_the_kind_whole(
    large_text: Callable[[int], None],
) -> None:
    large_text(200)
    museum = Partner(id="p", name="M", kind="cultural_institution", setting="community")
    said = [line.text for line in card._lines(museum, QRectF(0, 0, 240, 126), "")]
    assert vocabulary().kind_label("cultural_institution", "en") in rejoined(said[1:])
