"""A change to a map, as a value: what the records were before and what they are after.

What a person can do to a map, of which each edit is the outcome, stands in `app/document`.
"""

from typing import NamedTuple

from app.models.network import Changes, Record


class Edit(NamedTuple):
    """One step a person takes and can take back.

    `action` is a code (`add_partner`, `rate_importance`, ...) that the views put into words.
    Edits with the same non-empty `merge_key` that follow each other become one step.
    """

    action: str
    before: Changes
    after: Changes
    merge_key: str = ""

    def followed_by(self, later: "Edit") -> "Edit":
        """Return this edit and `later` as one, without records that end where they began."""
        before = {**later.before, **self.before}
        after = {**self.after, **later.after}
        changed = {key: record for key, record in after.items() if before.get(key) != record}
        return later._replace(before={key: before.get(key) for key in changed}, after=changed)

    def take_back(self, records: dict[str, Record]) -> None:
        """Make of the records after this edit, by id, those before it; nothing is checked."""
        for key, record in self.before.items():
            if record is None:
                records.pop(key, None)
            else:
                records[key] = record

    @property
    def is_empty(self) -> bool:
        """Tell whether the edit changes nothing."""
        before = self.before
        return not [key for key, record in self.after.items() if before.get(key) != record]


class Step(NamedTuple):
    """What the library has to write for one move of the history, in one transaction.

    The edits after position `keep` are dropped, `edit` (if any) is put behind them, `changes`
    are made to the records, and the history then stands at `position`.
    """

    changes: Changes
    position: int
    keep: int | None = None
    """None drops nothing (an undo keeps what can be redone)."""
    edit: Edit | None = None
