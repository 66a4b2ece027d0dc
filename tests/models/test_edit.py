"""An edit is a value: it can be taken back, and joined with the next."""

from app.models.edit import Edit
from app.models.network import Note

A = Note(id="n", text="a")
AB = Note(id="n", text="ab")
OTHER = Note(id="o", text="x")


def test_two_edits_become_one_from_the_first_before_to_the_last_after() -> None:
    first = Edit(action="first", before={"n": None}, after={"n": A}, merge_key="k")
    later = Edit(
        action="later", before={"n": A, "o": None}, after={"n": AB, "o": OTHER}, merge_key="k"
    )
    whole = first.followed_by(later)
    assert whole.before == {"n": None, "o": None}
    assert whole.after == {"n": AB, "o": OTHER}
    assert (whole.action, whole.merge_key) == ("later", "k")


def test_a_record_that_ends_where_it_began_is_left_out_of_the_whole() -> None:
    first = Edit(action="w", before={"n": A, "o": None}, after={"n": AB, "o": OTHER})
    whole = first.followed_by(Edit(action="w", before={"n": AB}, after={"n": A}))
    assert whole.before == {"o": None}
    assert whole.after == {"o": OTHER}


def test_a_record_that_came_and_went_leaves_nothing() -> None:
    came = Edit(action="w", before={"n": None}, after={"n": A})
    went = Edit(action="w", before={"n": A}, after={"n": None})
    assert came.followed_by(went).is_empty
    assert came.followed_by(went).after == {}


def test_an_edit_is_empty_where_nothing_differs() -> None:
    assert Edit(action="w", before={"n": A}, after={"n": A}).is_empty
    assert Edit(action="w", before={}, after={}).is_empty
    assert Edit(action="w", before={}, after={"n": None}).is_empty
    assert not Edit(action="w", before={"n": A}, after={"n": AB}).is_empty
    assert not Edit(action="w", before={"n": A}, after={"n": None}).is_empty
