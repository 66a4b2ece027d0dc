"""What people write for how often and how important, and what of it can only be one answer."""

import pytest

from app.exchange.answers import answer_code, is_in_words

SAID: list[tuple[str, str, int | None]] = [
    ("frequency", "twice a week", 5),
    ("frequency", "2x per week", 5),
    ("frequency", "2 keer per week", 5),
    ("frequency", "elke dag", 6),
    ("frequency", "Wekelijks", 4),
    ("frequency", "2x/week", 5),
    ("frequency", "2x p/w", 5),
    ("frequency", "2 p/w", 5),
    ("frequency", "2 p.w.", 5),
    ("frequency", "tweemaal per week", 5),
    ("frequency", "1x per maand", 3),
    ("frequency", "1 x in de maand", 3),
    ("frequency", "elke 2 weken", None),
    ("frequency", "om de week", None),
    ("frequency", "om de dag", 5),
    ("frequency", "every other day", 5),
    ("frequency", "every other week", None),
    ("frequency", "1x per 2 weken", None),
    ("frequency", "elke 3 maanden", 2),
    ("frequency", "1 keer per kwartaal", 2),
    ("frequency", "elk kwartaal", 2),
    ("frequency", "2x per jaar", 2),
    ("frequency", "een paar keer per week", 5),
    ("frequency", "paar x p/w", 5),
    ("frequency", "paar keer per maand", None),
    ("frequency", "meerdere keren per week", 5),
    ("frequency", "a few times a week", 5),
    ("frequency", "several times a year", 2),
    ("frequency", "once a year", 1),
    ("frequency", "1x per 2 jaar", 1),
    ("frequency", "2-3x per week", 5),
    ("frequency", "2 à 3 keer per week", 5),
    ("frequency", "1-2 keer per week", None),
    ("frequency", "4-5x per week", None),
    ("frequency", "3 dagen per week", 5),
    ("frequency", "5 dagen per week", 6),
    ("frequency", "5x per week", 6),
    ("frequency", "dagelijks", 6),
    ("frequency", "bijna elke dag", 6),
    ("frequency", "bijna nooit", None),
    ("frequency", "nooit", 0),
    ("frequency", "ca. 2x per week", 5),
    ("frequency", "1x per week (mail)", 4),
    ("frequency", "1x per week, soms vaker", 4),
    ("frequency", "niet elke week", None),
    ("frequency", "minder dan 1x per jaar", None),
    ("frequency", "4", 4),
    ("frequency", "4,0", 4),
    ("frequency", "4/6", 4),
    ("frequency", "4/5", None),
    ("frequency", "4 - wekelijks", 4),
    ("frequency", "wekelijks (4)", 4),
    ("frequency", "twice weekly", 5),
    ("frequency", "every week", 4),
    ("frequency", "elke maand", 3),
    ("frequency", "iedere week", 4),
    ("frequency", "each month", 3),
    ("frequency", "1 per week", 4),
    ("frequency", "per week", None),
    ("frequency", "week", None),
    ("frequency", "once every 3 months", 2),
    ("frequency", "één keer per week", 4),
    ("frequency", "een keer per maand of minder", None),
    ("frequency", "12x per jaar", 3),
    ("frequency", "●●●●○○", 4),
    ("frequency", "daily", 6),
    ("frequency", "3 times a day", 6),
    ("frequency", "eens per week", 4),
    ("frequency", "1 maal per week", 4),
    ("frequency", "10 keer per jaar", 3),
    ("frequency", "3 x per schooljaar", 2),
    ("frequency", "1x/2wk", None),
    ("frequency", "2 contactmomenten per week", 5),
    ("frequency", "never", 0),
    ("frequency", "once a fortnight", None),
    ("frequency", "2x wk", 5),
    ("frequency", "7", None),
    ("importance", "4/5", 4),
    ("importance", "4 van 5", 4),
    ("importance", "4 van de 5", 4),
    ("importance", "4 out of 5", 4),
    ("importance", "4 of 5", 4),
    ("importance", "4/10", None),
    ("importance", "●●●●○", 4),
    ("importance", "•••", 3),
    ("importance", "★★★★☆", 4),
    ("importance", "★", None),
    ("importance", "⭐⭐⭐", 3),
    ("importance", "***", 3),
    ("importance", "*", None),
    ("importance", "●", 1),
    ("importance", "●●○", None),
    ("importance", "heel belangrijk", 5),
    ("importance", "Zeer belangrijk!", 5),
    ("importance", "cruciaal", 5),
    ("importance", "5 (heel belangrijk)", 5),
    ("importance", "4 sterren", 4),
    ("importance", "4 stars", 4),
    ("importance", "redelijk belangrijk", 3),
    ("importance", "hoog", None),
    ("importance", "6", None),
    ("importance", "xxx", None),
    ("importance", "○○○○○", None),
    ("importance", "●★", None),
]


def test_what_a_teacher_writes_is_understood_where_it_can_only_be_one_answer() -> None:
    wrong = [(s, cell, found) for s, cell, code in SAID if (found := answer_code(s, cell)) != code]
    assert wrong == []


@pytest.mark.parametrize("cell", ["2x per week", "Wekelijks", "elke dag", "twice a week"])
def test_an_answer_in_words_tells_what_its_column_holds(cell: str) -> None:
    assert is_in_words("frequency", cell)


@pytest.mark.parametrize("cell", ["4", "4/6", "●●●●○○", "An", ""])
def test_digits_and_dots_alone_do_not(cell: str) -> None:
    assert not is_in_words("frequency", cell)


def test_a_cell_without_end_is_no_answer() -> None:
    assert answer_code("frequency", "2x per week " * 100_000) is None


def test_an_answer_with_many_ranges_is_read_at_once() -> None:
    assert answer_code("frequency", "1-2 " * 20) is None
