"""The steps of one map: what can be undone and redone."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from app.models.edit import Edit, Step

MOST_KEPT: Final = 500
"""How many edits of a map are kept at most; the oldest go first."""

REMOVED_KEPT: Final = timedelta(days=30)
"""How long a map or a group that was removed can at least be brought back."""


class History:
    """A list of edits and how many of them are done.

    It plans and it follows: `record`, `undo` and `redo` return the `Step` to store and change
    nothing; `follow` makes that step here once it is stored. So a step that cannot be stored
    leaves the history as it was.

    Positions count from the first edit ever made, also when the oldest have been dropped.
    """

    def __init__(
        self, edits: Sequence[Edit] = (), position: int | None = None, start: int = 0
    ) -> None:
        self._edits = list(edits)
        self._start = start
        self._position = start + len(self._edits) if position is None else position
        self._open = False

    @property
    def position(self) -> int:
        """Count the edits that are done, the dropped ones included."""
        return self._position

    @property
    def edits(self) -> tuple[Edit, ...]:
        """Return the edits that are kept, the undone ones last."""
        return tuple(self._edits)

    @property
    def done(self) -> tuple[Edit, ...]:
        """Return the edits that are kept and done."""
        return tuple(self._edits[: self._position - self._start])

    @property
    def numbered(self) -> list[tuple[int, Edit]]:
        """Return the edits that are kept, each with the position it brings the history to."""
        return list(enumerate(self._edits, self._start + 1))

    @property
    def undoable(self) -> Edit | None:
        """Return the edit that undo would take back."""
        index = self._position - self._start - 1
        return self._edits[index] if index >= 0 else None

    @property
    def redoable(self) -> Edit | None:
        """Return the edit that redo would make again."""
        index = self._position - self._start
        return self._edits[index] if index < len(self._edits) else None

    def since(self, position: int) -> "History":
        """Return the edits done, and those undone, since the history stood at a position."""
        start = max(position, self._start)
        if start > self._position:
            return History()
        return History(self._edits[start - self._start :], self._position, start)

    def seal(self) -> None:
        """Let no later edit merge with the last one."""
        self._open = False

    def record(self, edit: Edit) -> Step:
        """Return the step that makes `edit`, merged with the last one where that belongs to it."""
        last = self.undoable
        merges = (
            self._open
            and last is not None
            and self.redoable is None
            and edit.merge_key != ""
            and last.merge_key == edit.merge_key
        )
        if not merges or last is None:
            return Step(
                changes=edit.after, keep=self._position, edit=edit, position=self._position + 1
            )
        whole = last.followed_by(edit)
        if whole.is_empty:
            return Step(changes=edit.after, keep=self._position - 1, position=self._position - 1)
        return Step(
            changes=edit.after, keep=self._position - 1, edit=whole, position=self._position
        )

    def undo(self) -> Step | None:
        """Return the step that takes the last edit back, or None."""
        last = self.undoable
        if last is None:
            return None
        return Step(changes=last.before, position=self._position - 1)

    def redo(self) -> Step | None:
        """Return the step that makes the last undone edit again, or None."""
        following = self.redoable
        if following is None:
            return None
        return Step(changes=following.after, position=self._position + 1)

    def follow(self, step: Step) -> None:
        """Make a stored step here."""
        if step.keep is not None:
            del self._edits[step.keep - self._start :]
            if step.edit is not None:
                self._edits.append(step.edit)
        self._position = step.position
        self._open = step.edit is not None
        surplus = len(self._edits) - MOST_KEPT
        if surplus > 0 and self._position == self._start + len(self._edits):
            del self._edits[:surplus]
            self._start += surplus
