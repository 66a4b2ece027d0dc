"""The groups of the library: made, added to, shown, removed and brought back."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from app.document.writer import Writer
from app.models.problem import Problem
from app.models.rules import cleaned

if TYPE_CHECKING:
    from app.models.groups import Group


class GroupIntentions(Writer):
    """Intentions about groups. Each is stored in one transaction; `refused` says what was not."""

    groups_changed = Signal()
    _known: "list[Group] | None" = None
    _told: tuple[str, ...] = ()
    """The damaged groups of which it was said."""

    def groups(self) -> "list[Group]":
        """Return the groups, the one that changed last first; none where that fails.

        Read once: what changes them afterwards goes through here.
        """
        if self._known is None:
            try:
                self._known, damaged = self._library.groups()
                for id_ in damaged:
                    if id_ not in self._told:
                        self._told += (id_,)
                        self._refuse(Problem("group_damaged", id=id_))
            except Problem as problem:
                self._refuse(problem)
                return []
        return list(self._known)

    @property
    def has_groups(self) -> bool:
        """Whether there is a group; nothing of them is read for it."""
        if self._known is not None:
            return bool(self._known)
        try:
            return self._library.has_groups()
        except Problem:
            return False  # what is wrong is told where they are shown

    def make_group(self, name: str, *, invented: bool = False) -> "Group | None":
        """Make an empty group; returns it, or None where it could not be stored."""
        from app.models.groups import new_group

        group = new_group(cleaned(name), invented=invented)
        return group if self.keep_group(group) else None

    def keep_group(self, group: "Group") -> bool:
        """Store a group as it is now."""
        try:
            self.write_group(group)
        except Problem as problem:
            return self._refuse(problem)
        self.tell_written(group)
        return True

    def write_group(self, group: "Group") -> None:
        """Store a group, in whatever thread; `follow_written` goes on in the one of the views.

        Raises `Problem`.
        """
        self._library.store_group(group)

    def follow_written(self, written: "Group", news: Mapping[str, Any]) -> bool:
        """Tell of a group that was written in a thread, or write what became of it meanwhile.

        `news` is what the thread has changed. A group that was removed meanwhile stays so, and so
        does a map that was taken out; returns False where nothing is kept.
        """
        from app.models.groups import kept_out

        there = next((group for group in self.groups() if group.id == written.id), None)
        if there is None:
            return False
        now = kept_out(replace(there, **news))
        if "shown" in news:
            now = replace(now, has_news=(now.begin, now.end) != (written.begin, written.end))
        if now != written:
            return self.keep_group(now)
        self.tell_written(now)
        return True

    def tell_written(self, group: "Group") -> None:
        """Tell of a group that was stored."""
        others = [one for one in self.groups() if one.id != group.id]
        self._tell_groups([group, *others])

    def _tell_groups(self, known: "list[Group] | None" = None) -> None:
        self._known = known
        self.groups_changed.emit()

    def mend_group(self, group_id: str, name: str) -> "tuple[Group, int] | None":
        """Put the last good state of a damaged group back; see `Library.mend_group`."""
        try:
            mended = self._library.mend_group(group_id, name)
        except Problem as problem:
            self._refuse(problem)
            return None
        self._tell_groups()
        return mended

    def rename_group(self, group: "Group", name: str) -> bool:
        """Give a group another name; an empty one is not taken."""
        called = cleaned(name)
        return bool(called) and self.keep_group(replace(group, name=called))

    def withdraw(self, group: "Group", code: str) -> bool:
        """Take out what was handed in under a code; False where nothing was."""
        from app.models.groups import without

        left = without(group, code)
        return left != group and self.keep_group(left)

    def remove_group(self, group_id: str) -> bool:
        """Take a group out of sight; until it is purged it can come back."""
        return self._changed_by(self._library.remove_group, group_id)

    def restore_group(self, group_id: str) -> bool:
        """Bring a removed group back."""
        return self._changed_by(self._library.restore_group, group_id)

    def _changed_by(self, change: Callable[[str], object], group_id: str) -> bool:
        try:
            change(group_id)
        except Problem as problem:
            return self._refuse(problem)
        self._tell_groups()
        return True
