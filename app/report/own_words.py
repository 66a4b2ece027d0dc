"""The parts of the report in the owner's own words: who does what, cards, answers, plans."""

from collections.abc import Iterator, Mapping

from app.analysis.tasks import headings, in_order
from app.models.network import Activity, Answer, Intention, Map, Partner, Task, rules_of, shown_in
from app.models.vocabulary import vocabulary
from app.report.content import Bullets, Entries, Entry, Section, Table
from app.words import current_language, fields, joined, say, talk
from app.words.dates_and_numbers import shown_date
from app.words.field_names import field_label


def tasks(whole: Map, heading: str) -> Iterator[Section]:
    """Yield the table of who does what around one pupil, with what nobody does yet."""
    if whole.all_of(Task):
        rows = tuple(row.cells(whole) for row in in_order(whole))
        table = Table(headings(), rows, shares=(0.2, 0.3, 0.16, 0.17, 0.17))
        yield Section(heading, (table,))


def cards(whole: Map, heading: str) -> Iterator[Section]:
    """Yield the owner's own words on each partner, by name."""
    entries = tuple(
        Entry(
            partner.name,
            facts=(
                *(
                    (
                        field_label(field),
                        joined(lines, between=fields.between(rules_of(Partner)[field])),
                    )
                    for field, lines in card.items()
                ),
                *_done_with(whole, partner),
            ),
        )
        for partner, card in filled_in(whole)
    )
    if entries:
        yield Section(heading, (Entries(entries),))


def answers(whole: Map, heading: str) -> Iterator[Section]:
    """Yield the answers to the questions, and what is still to be discussed."""
    answered, to_discuss = [], []
    known = vocabulary().questions
    for answer in whole.all_of(Answer):
        question = known.get(answer.question)
        asked = question.label(current_language()) if question else answer.question
        if answer.text.strip():
            mark = (say("To discuss."),) if answer.discuss else ()
            answered.append(Entry(asked, (answer.text.strip(), *mark)))
        elif answer.discuss:
            to_discuss.append(asked)
    if answered or to_discuss:
        blocks = (Entries(tuple(answered)),) if answered else ()
        yield Section(heading, blocks)
    if to_discuss:
        heading = say("Still to discuss")
        yield Section(heading, (Bullets(tuple(to_discuss)),), level=2)


def intentions(whole: Map, heading: str) -> Iterator[Section]:
    """Yield the owner's intentions, and what became of them."""
    entries = tuple(_intended(whole, intention) for intention in whole.all_of(Intention))
    if entries:
        yield Section(heading, (Entries(entries),))


def _intended(whole: Map, intention: Intention) -> Entry:
    partner = whole.partner(intention.partner or "")
    direction = vocabulary().choices["direction"].get(intention.direction or "")
    told = (
        (say("How"), direction and direction.label(current_language())),
        (say("With"), partner and partner.name),
        (say("First step"), intention.first_step),
        (say("By when"), shown_date(intention.due)),
        (say("How I will know it worked"), intention.sign),
        (say("What became of it"), _status(intention)),
        (say("How it went"), intention.outcome),
    )
    facts = tuple((name, text.strip()) for name, text in told if text and text.strip())
    return Entry(intention.what.strip(), facts=facts)


def _status(intention: Intention) -> str:
    if intention.done:
        return say("done")
    if intention.let_go:
        return say("let go")
    return say("not yet")


def filled_in(whole: Map) -> list[tuple[Partner, Mapping[str, tuple[str, ...]]]]:
    """Return the partners whose card says something, in the order of their names, and what."""
    cards = (
        (partner, {**_beside(partner), **talk.filled_in(partner)}) for partner in whole.partners
    )
    did = {activity.partner for activity in whole.all_of(Activity)}
    found = [(partner, card) for partner, card in cards if card or partner.id in did]
    return sorted(found, key=lambda pair: pair[0].name.casefold())


def _beside(partner: Partner) -> dict[str, tuple[str, ...]]:
    """Return the owner's words on a partner beside those on the talk."""
    found = {field: talk.said(partner, field) for field in shown_in("words")}
    return {field: lines for field, lines in found.items() if lines}


def _done_with(whole: Map, partner: Partner) -> Iterator[tuple[str, str]]:
    """Yield the activities with a partner: what and when, and then what is told of it."""
    for done in whole.all_of(Activity):
        if done.partner == partner.id:
            said = {
                name: text
                for name, rule in rules_of(Activity).items()
                if rule.is_told and (text := fields.said(rule, getattr(done, name)).strip())
            }
            what = said.pop("what", ""), said.pop("day", "")
            yield say("Something done together"), joined(filter(None, what), between=" · ")
            yield from ((field_label(name), text) for name, text in said.items())
