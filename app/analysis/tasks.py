"""Who does what around one pupil, in the order in which it is read."""

from dataclasses import dataclass

from app.models.network import Map, Partner, Task
from app.models.vocabulary import vocabulary
from app.words import joined, phrases, say

_FIRST = ("pupil", "family")


@dataclass(frozen=True, slots=True)
class Row:
    """A task with who does it; or a pupil or parent who has none yet."""

    task: Task | None
    who: str
    """The id of the partner; "" for the owner, or where it is nobody yet."""

    @property
    def is_open(self) -> bool:
        """Tell whether nobody does it yet."""
        return self.task is not None and self.task.partner is None and not self.task.mine

    def called(self, whole: Map) -> str:
        """Return the name of the partner who does the task."""
        if self.is_open:
            return say("no one yet")
        partner = whole.partner(self.who)
        return partner.name if partner else phrases.ego_label(whole.network)

    def answerable(self, whole: Map) -> str:
        """Return the name of the one who is answerable for the task, or nothing."""
        if self.task is None:
            return ""
        if self.task.answerable:
            return phrases.ego_label(whole.network)
        partner = whole.partner(self.task.responsible or "")
        return partner.name if partner else ""

    def agreed(self, whole: Map) -> str:
        """Return the names of those with whom the task was agreed."""
        keys = self.task.agreed_with if self.task else ()
        return joined(partner.name for key in keys if (partner := whole.partner(key)))

    def cells(self, whole: Map) -> tuple[str, ...]:
        """Return the cells: who, task, role, who is answerable, with whom it was agreed."""
        return (
            self.called(whole),
            self.task.what if self.task else say("no task yet"),
            self.task.role if self.task else "",
            self.answerable(whole),
            self.agreed(whole),
        )


def headings() -> tuple[str, ...]:
    """Return the headings of the columns."""
    return say("Who"), say("Task"), say("Role"), say("Answerable"), say("Agreed with")


def in_order(whole: Map) -> list[Row]:
    """Return pupils first, then parents and family, the owner, the others; last what is open.

    A pupil or parent without a task has a row too: they are asked last otherwise.
    """
    tasks = whole.all_of(Task)
    busy = {task.partner for task in tasks}
    rows = [Row(task, task.partner or "") for task in tasks]
    rows += [Row(None, p.id) for p in whole.partners if _role(p) in _FIRST and p.id not in busy]

    def place(row: Row) -> int:
        partner = whole.partner(row.who)
        if partner is None:
            return len(_FIRST) + (2 if row.is_open else 0)
        role = _role(partner)
        return _FIRST.index(role) if role in _FIRST else len(_FIRST) + 1

    return sorted(rows, key=place)


def _role(partner: Partner) -> str:
    if partner.kind == "parent_council":
        return "other"
    return vocabulary().role_of(partner.kind, partner.setting)
