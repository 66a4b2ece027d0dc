"""Which values each record can be given: its fields but the id, typed as they are declared.

Written by `python -m tools.fields` from `app.models.network`; never by hand.
"""

from datetime import date
from typing import TypedDict


class NetworkValues(TypedDict, total=False):
    """Values of `Network`."""

    series: str
    title: str
    moment: date | None
    moment_label: str
    ego_label: str
    role: str
    about: str | None
    subject: str
    importance_overall: int | None
    satisfaction_overall: int | None
    confidence: int | None
    own_expertise: int | None
    three_words: str
    lines_drawn: bool
    finished: bool
    example: bool
    theirs: bool
    importance_cut: int
    frequency_cut: int


class PartnerValues(TypedDict, total=False):
    """Values of `Partner`."""

    name: str
    kind: str | None
    setting: str | None
    entity: str | None
    frequency: int | None
    importance: int | None
    named_important: bool | None
    wished_frequency: int | None
    satisfaction: int | None
    energy: str | None
    initiative: str | None
    contact_way: str | None
    since: str
    takes_part: str | None
    own_words: str
    decides: str | None
    their_decision: str
    leadership_does: tuple[str, ...]
    ask_leadership: str
    shared_language: int | None
    listening: int | None
    heard: int | None
    they_heard: int | None
    equality: int | None
    speaking_up: int | None
    my_reading: str
    other_reading: str
    power_words: tuple[str, ...]
    my_power_words: tuple[str, ...]
    trust: int | None
    own_control: int | None
    uncertainty: int | None
    shared_goal: int | None
    focus: str | None
    reason: str | None
    forms: tuple[str, ...]
    hurdles: tuple[str, ...]
    positives: tuple[str, ...]
    task_role_agreed: str | None
    ideal: str
    goal: str
    my_expectation: str
    their_expectation: str
    my_craft: tuple[str, ...]
    my_expertise: str
    their_craft: tuple[str, ...]
    their_expertise: str
    limits: str
    agreements: str
    steps_taken: tuple[str, ...]
    notes: str
    my_hands: str
    x: float | None
    y: float | None
    taken_off: bool | None
    angle: float | None
    successor_of: str | None
    still_there: bool


class OutlineValues(TypedDict, total=False):
    """Values of `Outline`."""

    label: str
    members: tuple[str, ...]


class NoteValues(TypedDict, total=False):
    """Values of `Note`."""

    text: str
    x: float
    y: float


class GroundValues(TypedDict, total=False):
    """Values of `Ground`."""

    photo: str
    x: float
    y: float
    width: float


class HindsightValues(TypedDict, total=False):
    """Values of `Hindsight`."""

    partner: str
    frequency: int | None
    importance: int | None


class AnswerValues(TypedDict, total=False):
    """Values of `Answer`."""

    question: str
    text: str
    discuss: bool


class IntentionValues(TypedDict, total=False):
    """Values of `Intention`."""

    what: str
    partner: str | None
    direction: str | None
    step: str | None
    first_step: str
    due: date | None
    sign: str
    done: bool
    let_go: bool
    outcome: str


class KeptValues(TypedDict, total=False):
    """Values of `Activity` or `Task` or `Evidence`."""

    partner: str | str | None
    day: date | None
    what: str
    agreed: str
    talked_over: str | None
    talk: str
    time_made: str | None
    theirs: str
    mine: str | bool
    role: str
    responsible: str | None
    answerable: bool
    agreed_with: tuple[str, ...]
    line: str
    partners: tuple[str, ...]
    sources: tuple[str, ...]
    text: str
    stage: str | None
