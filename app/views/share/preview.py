"""What is in a map, in words: a row for each partner, and a row for everything else."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from app import language
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
from app.views import words
from app.views.share.sheet import Sheet, without_empty

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
    translate = QCoreApplication.translate
    known = [f.name for f in fields(Partner) if f.name not in (*_MARKS, *_PLACE, *_LAST)]
    named = [*known, *_LAST]
    titles = [words.field_label(name) if name != "named_important" else "★" for name in named]
    columns = [*titles, translate("Preview", "Place")]
    placed = translate("Preview", "as drawn")
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
    translate = QCoreApplication.translate
    columns = (translate("Preview", "Also in the file"), "")
    return Sheet(columns, (*_about_the_map(whole.network), *_around(whole)))


def shown(record: Record, field: str) -> str:
    """Return what stands in a field of a record, in words; nothing where there is no answer."""
    value = getattr(record, field)
    known = vocabulary()
    tongue = language.current()
    if value is None or value == "" or value is False or value == ():
        return ""
    if value is True:
        return "★" if field == "named_important" else QCoreApplication.translate("Preview", "yes")
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
        return words.shown_date(value)
    if field == "confidence":
        return QCoreApplication.translate("Preview", "{n} of 5").replace("{n}", str(value))
    return str(value)


def _about_the_map(network: Network) -> Iterator[tuple[str, str]]:
    for field in fields(Network):
        if field.name not in _MARKS and getattr(network, field.name) != field.default:
            yield words.field_label(field.name), shown(network, field.name)


def _around(whole: Map) -> Iterator[tuple[str, str]]:
    translate = QCoreApplication.translate
    names = {partner.id: partner.name for partner in whole.partners}
    known = vocabulary()
    tongue = language.current()
    states = known.choices["tie_state"]
    for tie in whole.ties:
        pair = f"{names[tie.a]} – {names[tie.b]}"
        yield translate("Preview", "Know each other"), f"{pair}: {states[tie.state].label(tongue)}"
    for outline in whole.all_of(Outline):
        members = ", ".join(names[member] for member in outline.members)
        text = ": ".join(part for part in (outline.label, members) if part)
        yield translate("Preview", "Outline"), text
    for note in whole.all_of(Note):
        yield translate("Preview", "Text on the map"), note.text
    for answer in whole.all_of(Answer):
        question = known.questions.get(answer.question)
        asked = question.label(tongue) if question else answer.question
        discuss = words.field_label("discuss") if answer.discuss else ""
        text = "\n".join(part for part in (asked, answer.text, discuss) if part)
        yield translate("Preview", "Answer"), text
    for intention in whole.all_of(Intention):
        yield translate("Preview", "Intention"), _intention(intention, names)
    for verdict in whole.all_of(Verdict):
        about = names.get(verdict.partner or "", translate("Preview", "the map"))
        says = translate("Preview", "so") if verdict.agrees else translate("Preview", "not so")
        text = f"{about}: {says} ({verdict.finding})"
        yield translate("Preview", "Verdict on a finding"), text
    for count, called in (
        (len(whole.all_of(Stroke)), translate("Preview", "Lines drawn by hand")),
        (len(whole.all_of(Departure)), translate("Preview", "Who is gone, and why")),
        (len(whole.all_of(Hindsight)), translate("Preview", "Rated again later")),
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
        *(words.field_label(name).lower() for name in ended),
        intention.outcome,
    )
    return " · ".join(part for part in parts if part)
