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
    own_control: int | None
    trust: int | None
    equality: int | None
    shared_language: int | None
    heard: int | None
    shared_goal: int | None
    focus: str | None
    forms: tuple[str, ...]
    hurdles: tuple[str, ...]
    positives: tuple[str, ...]
    task_role_agreed: str | None
    goal: str
    my_expertise: str
    their_expertise: str
    notes: str
    before_talk: str
    after_talk: str
    my_hands: str
    x: float | None
    y: float | None
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
    first_step: str
    due: date | None
    sign: str
    done: bool
    let_go: bool
    outcome: str
