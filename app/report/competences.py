"""The page of evidence: what is shown of every line of the framework of competences."""

from collections.abc import Iterator

from app.models.competences import Framework, framework
from app.models.network import Activity, Answer, Evidence, Intention, Map, rules_of
from app.models.problem import Problem
from app.models.vocabulary import vocabulary
from app.report.content import Block, Entries, Entry, Section, Text
from app.words import current_language, fields, joined, say
from app.words.field_names import field_label


def sections(whole: Map, heading: str) -> Iterator[Section]:
    """Yield the page, where there is something on it."""
    if found := tuple(entries(whole)):
        blocks: list[Block] = [Entries(found)]
        if said := note():
            blocks.append(Text(said, soft=True))
        yield Section(heading, tuple(blocks))


def entries(whole: Map) -> Iterator[Entry]:
    """Yield the evidence for every line, in the order of the framework; others after them."""
    frame = _framework()
    order = list(frame.lines) if frame else []
    kept = sorted(
        whole.all_of(Evidence),
        key=lambda one: order.index(one.line) if one.line in order else len(order),
    )
    for one in kept:
        line = frame.lines.get(one.line) if frame else None
        names = {partner.id: partner.name for partner in whole.partners}
        said = (whole.records.get(key) for key in one.sources)
        facts = (
            (field_label("stage"), fields.said(rules_of(Evidence)["stage"], one.stage)),
            (say("On the map"), joined(names[key] for key in one.partners)),
            (
                say("Seen in"),
                joined((text for record in said if (text := _source(record))), between="\n"),
            ),
        )
        yield Entry(
            line.label(current_language()) if line else one.line,
            (one.text.strip(),) if one.text.strip() else (),
            tuple(fact for fact in facts if fact[1]),
        )


def note() -> str:
    """Return the source of the framework."""
    frame = _framework()
    return frame.note.label(current_language()) if frame else ""


def _framework() -> Framework | None:
    try:
        return framework()
    except Problem:
        return None


def _source(record: object) -> str:
    """Return an answer, intention or activity as evidence; nothing of one that is gone."""
    if isinstance(record, Answer):
        asked = vocabulary().questions.get(record.question)
        question = asked.label(current_language()) if asked else record.question
        return joined((question, record.text.strip()), between=" ")
    if isinstance(record, Intention):
        parts = (record.what, record.outcome)
    elif isinstance(record, Activity):
        parts = (record.what or say("Something done together"), record.talk)
    else:
        return ""
    return joined((part.strip() for part in parts if part.strip()), between=" – ")
