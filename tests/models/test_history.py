"""The history: undo, redo, merging of typing, and what it forgets."""

import pytest

from app.models.edit import Edit, Step
from app.models.history import MOST_KEPT, History
from app.models.network import Note
from tests.models.editing import Editing, full_map
from tests.sure import as_a, sure


def note(key: str, text: str | None) -> Note | None:
    return None if text is None else Note(id=key, text=text)


def written(before: str | None, after: str | None, merge_key: str = "", key: str = "n") -> Edit:
    return Edit(
        action="write",
        before={key: note(key, before)},
        after={key: note(key, after)},
        merge_key=merge_key,
    )


def made(history: History, edit: Edit) -> Step:
    step = history.record(edit)
    history.follow(step)
    return step


def test_a_new_history_has_nothing_to_undo_or_redo() -> None:
    history = History()
    assert history.undo() is None
    assert history.redo() is None
    assert (history.position, history.undoable, history.redoable) == (0, None, None)


def test_planning_a_step_changes_nothing() -> None:
    """So a step that cannot be stored leaves the history as it was."""
    history = History()
    made(history, written(None, "a"))
    before = (history.position, history.edits, history.undoable, history.redoable)
    history.record(written("a", "b"))
    history.undo()
    history.redo()
    assert (history.position, history.edits, history.undoable, history.redoable) == before


def test_undo_and_redo_walk_along_the_edits() -> None:
    history = History()
    first, second = written(None, "a"), written("a", "b")
    made(history, first)
    made(history, second)
    step = history.undo()
    assert step == Step(changes=second.before, position=1)
    history.follow(step)
    assert (history.undoable, history.redoable) == (first, second)
    step = history.redo()
    assert step == Step(changes=second.after, position=2)
    history.follow(step)
    assert history.redo() is None


def test_a_new_edit_drops_what_was_undone() -> None:
    history = History()
    for edit in (written(None, "a"), written("a", "b"), written("b", "c")):
        made(history, edit)
    history.follow(sure(history.undo()))
    history.follow(sure(history.undo()))
    step = made(history, written("a", "x"))
    assert (step.keep, step.position) == (1, 2)
    assert [as_a(Note, edit.after["n"]).text for edit in history.edits] == ["a", "x"]
    assert history.redoable is None


def test_typing_becomes_one_step() -> None:
    history = History()
    made(history, written("", "a", "name"))
    step = made(history, written("a", "ab", "name"))
    assert (step.keep, step.position) == (0, 1)
    assert as_a(Note, step.changes["n"]).text == "ab"
    assert history.edits == (written("", "ab", "name"),)


@pytest.mark.parametrize(("first", "second"), [("", ""), ("name", "notes"), ("name", "")])
def test_edits_without_the_same_merge_key_stay_apart(first: str, second: str) -> None:
    history = History()
    made(history, written(None, "a", first))
    made(history, written("a", "ab", second))
    assert len(history.edits) == 2


def test_sealing_undoing_and_redoing_end_the_merging() -> None:
    sealed, walked = History(), History()
    for history in (sealed, walked):
        made(history, written(None, "a", "name"))
    sealed.seal()
    walked.follow(sure(walked.undo()))
    walked.follow(sure(walked.redo()))
    for history in (sealed, walked):
        made(history, written("a", "ab", "name"))
        assert len(history.edits) == 2


def test_nothing_merges_into_an_edit_that_was_undone() -> None:
    history = History()
    made(history, written(None, "a", "name"))
    made(history, written("a", "b", "other"))
    history.follow(sure(history.undo()))
    made(history, written("a", "ab", "name"))
    assert [edit.merge_key for edit in history.edits] == ["name", "name"]


def test_typing_that_comes_back_to_where_it_began_vanishes() -> None:
    history = History()
    made(history, written(None, "start"))
    made(history, written("start", "started", "name"))
    step = made(history, written("started", "start", "name"))
    assert (step.keep, step.edit, step.position) == (1, None, 1)
    assert as_a(Note, step.changes["n"]).text == "start"
    assert len(history.edits) == 1
    made(history, written("start", "x", "name"))
    assert len(history.edits) == 2


def test_a_reopened_history_does_not_merge() -> None:
    history = History()
    made(history, written(None, "a", "name"))
    again = History(history.edits, history.position)
    made(again, written("a", "ab", "name"))
    assert len(again.edits) == 2


def test_the_oldest_edits_are_forgotten_and_positions_stay() -> None:
    history = History()
    for number in range(MOST_KEPT + 20):
        made(history, written(str(number), str(number + 1)))
    assert len(history.edits) == MOST_KEPT
    assert history.position == MOST_KEPT + 20
    undone = 0
    while (step := history.undo()) is not None:
        history.follow(step)
        undone += 1
    assert undone == MOST_KEPT
    assert history.position == 20
    assert step is None
    assert as_a(Note, sure(history.redoable).before["n"]).text == "20"


def test_a_history_that_was_cut_off_is_reopened_at_its_place() -> None:
    edits = [written("1", "2"), written("2", "3")]
    history = History(edits, position=8, start=7)
    assert (history.undoable, history.redoable) == tuple(edits)
    step = made(history, written("2", "x"))
    assert (step.keep, step.position) == (8, 9)
    assert history.edits == (edits[0], written("2", "x"))


@pytest.mark.parametrize("seed", range(5))
def test_undo_and_redo_lead_through_the_same_maps(seed: int) -> None:
    editing = Editing(full_map(), History(), seed)
    for _ in range(150):
        editing.follow(editing.next())
    history, whole = editing.history, editing.whole
    for walk in (history.undo, history.redo, history.undo):
        while (step := walk()) is not None:
            whole = whole.after(step.changes)
            history.follow(step)
            assert whole == editing.past[history.position]
