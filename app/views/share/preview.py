"""What is in a map, in words: a row for each partner, and a row for everything else."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from typing import Final

from app.models.network import (
    MECHANISMS,
    Answer,
    Departure,
    Hindsight,
    Intention,
    Map,
    Network,
    Note,
    Outline,
    Partner,
    Record,
    Stroke,
    Verdict,
)
from app.models.vocabulary import vocabulary
from app.views.share.sheet import Sheet, without_empty
from app.words import current_language, phrases, say, say_in

_SCALES: Final = {
    "frequency": "frequency",
    "wished_frequency": "frequency",
    "importance": "importance",
    "satisfaction": "satisfaction",
    "importance_overall": "importance",
    "satisfaction_overall": "satisfaction",
    "importance_cut": "importance",
    "frequency_cut": "frequency",
    **dict.fromkeys(MECHANISMS, "agreement"),
}
_CHOICES: Final = {
    "entity": "entity",
    "energy": "energy",
    "initiative": "initiative",
    "focus": "focus",
    "forms": "forms",
    "hurdles": "hurdles",
    "positives": "positives",
    "task_role_agreed": "agreed",
    "about": "about",
    "direction": "direction",
}
_MARKS: Final = ("id", "series", "successor_of")
_PLACE: Final = ("x", "y", "angle")
_LAST: Final = ("entity",)
"""What says least, behind the rest."""
_ALWAYS: Final = 3
"""Name, kind and setting have a column, also where nobody has one."""


def people(whole: Map) -> Sheet:
    """Return the partners of a map with all that is said of each."""
    known = [f.name for f in fields(Partner) if f.name not in (*_MARKS, *_PLACE, *_LAST)]
    named = [*known, *_LAST]
    titles = [phrases.field_label(name) if name != "named_important" else "★" for name in named]
    columns = [*titles, say_in("Preview", "Place")]
    placed = say("as drawn")
    rows = [
        [
            *(shown(partner, name) for name in named),
            placed if any(getattr(partner, name) is not None for name in _PLACE) else "",
        ]
        for partner in whole.partners
    ]
    return without_empty(columns, rows, _ALWAYS)


def rest(whole: Map) -> Sheet:
    """Return all that a map says beside its partners; nothing where it says nothing."""
    columns = (say("Also in the file"), "")
    return Sheet(columns, (*_about_the_map(whole.network), *_around(whole)))


def shown(record: Record, field: str) -> str:
    """Return what stands in a field of a record, in words; nothing where there is no answer."""
    value = getattr(record, field)
    known = vocabulary()
    tongue = current_language()
    if value is None or value == "" or value is False or value == ():
        return ""
    if value is True:
        return "★" if field == "named_important" else say("yes")
    if field == "kind":
        return known.kind_label(value, tongue)
    if field == "setting":
        return known.settings[value].short(tongue)
    if field in _SCALES:
        return known.scales[_SCALES[field]].step(value).label(tongue)
    if field in _CHOICES:
        terms = known.choices[_CHOICES[field]]
        several = value if isinstance(value, tuple) else (value,)
        return "; ".join(terms[one].label(tongue) for one in several)
    if isinstance(value, date):
        return phrases.shown_date(value)
    if field == "confidence":
        return say("{n} of 5", n=value)
    return str(value)


def _about_the_map(network: Network) -> Iterator[tuple[str, str]]:
    for field in fields(Network):
        if field.name not in _MARKS and getattr(network, field.name) != field.default:
            yield phrases.field_label(field.name), shown(network, field.name)


def _around(whole: Map) -> Iterator[tuple[str, str]]:
    names = {partner.id: partner.name for partner in whole.partners}
    known = vocabulary()
    tongue = current_language()
    states = known.choices["tie_state"]
    for tie in whole.ties:
        pair = f"{names[tie.a]} – {names[tie.b]}"
        yield say("Know each other"), f"{pair}: {states[tie.state].label(tongue)}"
    for outline in whole.all_of(Outline):
        members = ", ".join(names[member] for member in outline.members)
        text = ": ".join(part for part in (outline.label, members) if part)
        yield say("Outline"), text
    for note in whole.all_of(Note):
        yield say("Text on the map"), note.text
    for answer in whole.all_of(Answer):
        question = known.questions.get(answer.question)
        asked = question.label(tongue) if question else answer.question
        discuss = phrases.field_label("discuss") if answer.discuss else ""
        text = "\n".join(part for part in (asked, answer.text, discuss) if part)
        yield say("Answer"), text
    for intention in whole.all_of(Intention):
        yield say("Intention"), _intention(intention, names)
    for verdict in whole.all_of(Verdict):
        about = names.get(verdict.partner or "", say("the map"))
        says = say("so") if verdict.agrees else say("not so")
        text = f"{about}: {says} ({verdict.finding})"
        yield say("Verdict on a finding"), text
    for count, called in (
        (len(whole.all_of(Stroke)), say("Lines drawn by hand")),
        (len(whole.all_of(Departure)), say("Who is gone, and why")),
        (len(whole.all_of(Hindsight)), say("Rated again later")),
    ):
        if count:
            yield called, str(count)


def _intention(intention: Intention, names: dict[str, str]) -> str:
    ended = (name for name in ("done", "let_go") if getattr(intention, name))
    parts = (
        intention.what,
        names.get(intention.partner or "", ""),
        shown(intention, "direction"),
        intention.first_step,
        shown(intention, "due"),
        intention.sign,
        *(phrases.field_label(name).lower() for name in ended),
        intention.outcome,
    )
    return " · ".join(part for part in parts if part)
