"""The tables of a group at every size: a column that says nothing is not there."""

import pytest

from app.analysis.group.result import Moments, result
from app.models.fewest_people import FEWEST_IN_FILE, FEWEST_ON_SCREEN
from app.models.invented_class import invented_class
from app.report.group_tables import tables
from app.words.group import NOTHING
from tests.analysis.group.classes import later, people


@pytest.mark.parametrize("n", [5, 9, 10, 12, 19, 20, 31])
def test_no_column_is_all_dashes(n: int) -> None:
    begin = tuple(people(n, n))
    end = tuple(later(one, 8000 + at) for at, one in enumerate(begin))
    for k in (FEWEST_ON_SCREEN, FEWEST_IN_FILE):
        for table in tables(result(Moments(begin, end), k)) if n >= k else ():
            assert len(table.heads) > 1
            for column in zip(*table.rows, strict=True):
                assert set(column) != {NOTHING}, (table.id, column)


def test_of_twelve_pairs_the_medians_stand_and_a_sentence_says_why_no_more() -> None:
    begin, end = invented_class()
    shown = {one.id: one for one in tables(result(Moments(begin[:12], end[:12]), FEWEST_ON_SCREEN))}
    assert shown["paired"].heads == ("Of the same people", "Median, start → end")
    assert shown["paired"].notes[0].startswith("With so few people")
    assert not any(note.startswith("Effect") for note in shown["paired"].notes)
    assert NOTHING not in {cell for row in shown["paired_yes_no"].rows for cell in row}
    assert shown["paired_yes_no"].notes == ()  # how many tests there were is said once
    whole = {one.id: one for one in tables(result(Moments(begin, end), FEWEST_ON_SCREEN))}
    assert len(whole["paired"].heads) == 7
