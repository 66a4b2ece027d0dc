"""What two people have in common, by kind and setting."""

from typing import Any

import pytest

from app.analysis.two_people import two_people
from tests.analysis.conftest import draw


def partner(
    id_: str,
    kind: str | None,
    frequency: int | None = 3,
    importance: int | None = None,
    **fields: Any,
) -> dict[Any, Any]:
    return {"id": id_, "kind": kind, "frequency": frequency, "importance": importance, **fields}


def test_people_are_matched_by_kind_and_never_by_id() -> None:
    found = two_people(
        draw([partner("a", "parents"), partner("b", "school_board")]),
        draw([partner("a", "school_board"), partner("x", "police")]),
    )
    assert [both.kind for both in found.shared] == ["school_board"]
    assert (found.only_mine, found.only_theirs) == (("parents",), ("police",))
    assert found.kinds_jaccard == pytest.approx(1 / 3)


def test_of_several_of_a_kind_the_highest_answers_stand_and_all_are_listed() -> None:
    mine = draw([partner("a", "parents", 2, 5), partner("b", "parents", 4, 3)])
    found = two_people(mine, draw([partner("c", "parents", None, None)]))
    both = found.shared[0]
    assert (both.mine.frequency, both.mine.importance) == (4, 5)
    assert [p.id for p in both.mine.partners] == ["a", "b"]
    assert (both.theirs.frequency, both.theirs.importance) == (None, None)


def test_own_words_are_the_same_kind_however_capitalised() -> None:
    found = two_people(draw([partner("a", "Buurvrouw ")]), draw([partner("b", "buurvrouw")]))
    assert [both.kind for both in found.shared] == ["Buurvrouw "]


def test_wished_partners_and_those_without_a_kind_do_not_count() -> None:
    found = two_people(draw([partner("a", "parents", 0)]), draw([partner("b", None)]))
    assert (found.shared, found.only_mine, found.only_theirs) == ((), (), ())
    assert found.kinds_jaccard is None


def test_importances_are_compared_from_five_shared_kinds_on() -> None:
    kinds = ["parents", "school_board", "police", "library", "gp"]
    importances = [1, 2, 3, 4, 5]
    mine = draw([partner(k, k, 3, i) for k, i in zip(kinds, importances, strict=True)])
    theirs = draw([partner(k, k, 3, 6 - i) for k, i in zip(kinds, importances, strict=True)])
    assert two_people(mine, mine).importance_tau_b == 1
    assert two_people(mine, theirs).importance_tau_b == -1
    fewer = draw([partner(k, k, 3, 2) for k in kinds[:4]])
    assert two_people(mine, fewer).importance_tau_b is None
    alike = draw([partner(k, k, 3, 4) for k in kinds])
    assert two_people(mine, alike).importance_tau_b is None
