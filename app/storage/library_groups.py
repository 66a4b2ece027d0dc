"""What a library does with its groups, each change written as it is made."""

import threading
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from app.storage.map_rows import count_time, has_groups, moment_now

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.models.groups import Group


class LibraryGroups:
    """The groups in one file; a `Library` is one, and raises what it says there."""

    path: Path
    _busy: threading.RLock

    def _stay(self) -> None:
        raise NotImplementedError

    def _changing(self) -> AbstractContextManager["Connection"]:
        raise NotImplementedError

    def _reading(self) -> AbstractContextManager["Connection"]:
        raise NotImplementedError

    def groups(self) -> tuple[list["Group"], tuple[str, ...]]:
        """Return the groups that can be read and the ids of those that cannot; no removed ones."""
        from app.storage import group_rows

        with self._reading() as connection:
            return group_rows.groups_in(connection)

    def has_groups(self) -> bool:
        """Tell whether there is a group."""
        with self._reading() as connection:
            return has_groups(connection)

    def store_group(self, group: "Group") -> None:
        """Write a group, new or changed."""
        from app.storage import group_rows

        with self._changing() as connection:
            group_rows.write_group(connection, group, moment_now())

    def mend_group(self, group_id: str, name: str) -> tuple["Group", int]:
        """Let the last good state of a damaged group take its place; returns it.

        Where no backup has one, it is all of the group that can be read, under `name` if its own
        is lost; returned with how many of its maps are lost. The library as it is now is kept
        beside it first. Raises `Problem("group_not_found")`.
        """
        from app.storage import backups, group_rows

        with self._busy:
            self._stay()
            backups.copy_aside(self.path)
        group, lost = backups.last_good_group(self.path, group_id), 0
        with self._changing() as connection:
            if group is None:
                group, lost = group_rows.salvaged(connection, group_id, name)
            group_rows.write_group(connection, group, moment_now())
        return group, lost

    def remove_group(self, group_id: str) -> None:
        """Take a group out of sight until `restore_group` or `purge`."""
        from app.storage import group_rows

        with self._changing() as connection:
            count_time(connection)
            group_rows.mark_group(connection, group_id, moment_now())

    def restore_group(self, group_id: str) -> None:
        """Bring a removed group back."""
        from app.storage import group_rows

        with self._changing() as connection:
            group_rows.mark_group(connection, group_id, None)
