"""What is in a map, in words: a row for each partner, and a row for everything else."""

import dataclasses
from collections.abc import Iterator
from typing import Final

from app.models.network import (
    Activity,
    Answer,
    Departure,
    Evidence,
    Hindsight,
    Intention,
    Map,
    Network,
    Note,
    Outline,
    Partner,
    Photo,
    Record,
    Stroke,
    Task,
    Verdict,
    rules_of,
)
from app.models.vocabulary import vocabulary
from app.views.share.text_table import Sheet, without_empty
from app.words import current_language, fields, joined, say, say_in
from app.words.field_names import field_label
from app.words.ordered import ordered

_UNSAID: Final = {field.name: field.default for field in dataclasses.fields(Network)}
_ALWAYS: Final = 3
"""Name, kind and setting have a column, also where nobody has one."""


def people(whole: Map) -> Sheet:
    """Return the partners of a map with all that is said of each."""
    declared = rules_of(Partner)
    # What says least, behind the rest: who somebody is beyond name, kind and setting.
    named = sorted(
        (name for name, rule in declared.items() if rule.is_told),
        key=lambda name: declared[name].form == "who" and not declared[name].shown,
    )
    places = [name for name, rule in declared.items() if rule.part == "places"]
    titles = [field_label(name) if name != "named_important" else "★" for name in named]
    columns = [*titles, say_in("Preview", "Position")]
    placed = say("as drawn")
    rows = [
        [
            *(shown(partner, name) for name in named),
            placed if any(getattr(partner, name) is not None for name in places) else "",
        ]
        for partner in whole.partners
    ]
    return without_empty(columns, rows, _ALWAYS)


def rest(whole: Map) -> Sheet:
    """Return all that a map says beside its partners; nothing where it says nothing."""
    columns = (say("Also in the file"), "")
    return Sheet(columns, (*_about_the_map(whole.network), *_around(whole)))


def shown(record: Record, field: str) -> str:
    """Return the value of a field in words; "" where there is no answer."""
    rule, value = rules_of(type(record))[field], getattr(record, field)
    return ordered(fields.said(rule, value), fields.sort_key(rule, value))


def _about_the_map(network: Network) -> Iterator[tuple[str, str]]:
    for name, rule in rules_of(Network).items():
        if rule.is_told and getattr(network, name) != _UNSAID[name]:
            yield field_label(name), shown(network, name)


def _around(whole: Map) -> Iterator[tuple[str, str]]:
    names = {partner.id: partner.name for partner in whole.partners}
    known = vocabulary()
    tongue = current_language()
    states = known.choices["tie_state"]
    for tie in whole.asked_pairs:
        pair = joined((names[tie.a], names[tie.b]), between=" – ")
        yield say("Know each other"), joined((pair, states[tie.state].label(tongue)), between=": ")
    for outline in whole.all_of(Outline):
        members = joined(names[member] for member in outline.members)
        text = joined((part for part in (outline.label, members) if part), between=": ")
        yield say("Outline"), text
    for note in whole.all_of(Note):
        yield say("Text on the map"), note.text
    for answer in whole.all_of(Answer):
        question = known.questions.get(answer.question)
        asked = question.label(tongue) if question else answer.question
        discuss = field_label("discuss") if answer.discuss else ""
        text = joined((part for part in (asked, answer.text, discuss) if part), between="\n")
        yield say("Answer"), text
    for intention in whole.all_of(Intention):
        yield say("Plan"), _intention(intention, names)
    for done in whole.all_of(Activity):
        yield say("Done together"), _told(done, names[done.partner])
    for task in whole.all_of(Task):
        doer, answerable = (names.get(key or "", "") for key in (task.partner, task.responsible))
        agreed = (names[key] for key in task.agreed_with)
        yield say("Task"), joined(_some(task.what, doer, task.role, answerable, *agreed))
    for evidence in whole.all_of(Evidence):
        people = joined(names[key] for key in evidence.partners)
        yield say("Evidence"), _told(evidence, evidence.line, people)
    for verdict in whole.all_of(Verdict):
        about = names.get(verdict.partner or "", say("the map"))
        says = say("right") if verdict.agrees else say("not right")
        text = joined((about, f"{says} ({verdict.finding})"), between=": ")
        yield say("Answer to a finding"), text
    for count, called in (
        (len(whole.all_of(Stroke)), say("Lines drawn by hand")),
        (len(whole.all_of(Photo)), say("Photo of my drawing on paper")),
        (len(whole.all_of(Departure)), say("Who is no longer on the map, and why")),
        (len(whole.all_of(Hindsight)), say("Rated again later")),
    ):
        if count:
            yield called, str(count)


def _told(record: Record, *first: str) -> str:
    """Return all that a record says in words of its own or as answers, on one line."""
    told = (name for name, rule in rules_of(type(record)).items() if rule.is_told)
    return joined(_some(*first, *(shown(record, name) for name in told)), between=" · ")


def _some(*parts: str) -> Iterator[str]:
    return (part for part in parts if part)


def _intention(intention: Intention, names: dict[str, str]) -> str:
    ended = (name for name in ("done", "let_go") if getattr(intention, name))
    parts = (
        intention.what,
        names.get(intention.partner or "", ""),
        shown(intention, "direction"),
        shown(intention, "step"),
        intention.first_step,
        shown(intention, "due"),
        intention.sign,
        *(field_label(name).lower() for name in ended),
        intention.outcome,
    )
    return joined((part for part in parts if part), between=" · ")
