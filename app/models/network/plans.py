"""The records of what the ego plans, does and shows: beside the drawing, about those in it."""

from datetime import date
from typing import TYPE_CHECKING

from app.models import rules
from app.models.frozen import frozen

if TYPE_CHECKING:
    from app.models.values import IntentionValues


@frozen
class Intention:
    """A next step, with one partner or with none in particular."""

    id: str = rules.identifier()
    what: str = rules.text(required=True)
    partner: str | None = rules.identifier(optional=True)
    direction: str | None = rules.choice("direction")
    step: str | None = rules.choice("ladder")
    """Which step of the ladder from informing to doing together is to be tried."""
    first_step: str = rules.text()
    due: date | None = rules.day()
    sign: str = rules.text()
    """How the owner will notice that it works."""
    done: bool = rules.switch()
    let_go: bool = rules.switch()
    """Not done, and not going to be."""
    outcome: str = rules.text()

    @property
    def is_open(self) -> bool:
        """Tell whether it is still to be done: not done, and not let go."""
        return not self.done and not self.let_go

    @property
    def state(self) -> str:
        """Return what came of it, as the name of a field, or `open`."""
        return "done" if self.done else "let_go" if self.let_go else "open"

    @staticmethod
    def values_of(state: str) -> "IntentionValues":
        """Return the values with which an intention is in a state."""
        return {"done": state == "done", "let_go": state == "let_go"}


@frozen
class Activity:
    """Something done together with a partner: what was agreed before, and said after."""

    id: str = rules.identifier()
    partner: str = rules.identifier()
    day: date | None = rules.day()
    what: str = rules.text()
    agreed: str = rules.text()
    """What was agreed beforehand."""
    talked_over: str | None = rules.choice("talked_over")
    talk: str = rules.text()
    """What was said afterwards."""
    time_made: str | None = rules.choice("yes_no")
    """The school made time for it."""
    theirs: str = rules.text()
    """What the owner learned of the other's craft."""
    mine: str = rules.text()
    """What the owner saw of their own."""


@frozen
class Task:
    """Something to be done around one pupil: by whom, in which role, agreed with whom."""

    id: str = rules.identifier()
    what: str = rules.name()
    partner: str | None = rules.identifier(optional=True)
    """Who does it; nobody yet where this is None and it is not `mine` either."""
    mine: bool = rules.switch()
    """The owner does it."""
    role: str = rules.line()
    responsible: str | None = rules.identifier(optional=True)
    """The partner who is answerable for it."""
    answerable: bool = rules.switch()
    """The owner is answerable for it."""
    agreed_with: tuple[str, ...] = rules.identifiers()
    """The partners it was agreed with."""


@frozen
class Evidence:
    """What the owner shows of one line of a framework of competences."""

    id: str = rules.identifier()
    line: str = rules.identifier()
    """The id of the line, as in `resources/vocabulary/competences.toml` or a school's own."""
    partners: tuple[str, ...] = rules.identifiers()
    sources: tuple[str, ...] = rules.identifiers()
    """Answers, intentions and activities it shows in; one that is gone is passed over."""
    text: str = rules.text()
    stage: str | None = rules.choice("stage")
