"""My map beside a group, in words: where we differ most, and all kinds as a table."""

from collections.abc import Sequence

from app.analysis.group.beside import KindBeside, furthest
from app.report.group_words import GroupTable, called, contact_steps, importance_steps
from app.words import current_language, filled, say
from app.words.group import cell, number

_MOST = 4


def beside_sentences(rows: Sequence[KindBeside]) -> tuple[str, ...]:
    """Return the sentences on where my map and the mean of the group are furthest apart."""
    language, said = current_language(), []
    for of, row in furthest(tuple(rows), _MOST):
        text = (
            say("{kind}: importance {mine} for me, {group} on average in the group.")
            if of == "importance"
            else say("{kind}: contact {mine} for me, {group} on average in the group.")
        )
        mine, group = (
            (row.importance, row.group_importance)
            if of == "importance"
            else (row.contact, row.group_contact)
        )
        name = called(row.kind)
        texts = [number(round(value or 0, 1), language) for value in (mine, group)]
        said.append(filled(text, kind=name[:1].upper() + name[1:], mine=texts[0], group=texts[1]))
    return tuple(said)


def beside_table(rows: Sequence[KindBeside], people: int, *, with_group: bool) -> GroupTable:
    """Return the kinds of my map, and with the group those of the group beside them."""
    language = current_language()

    def text(value: float | None) -> str:
        return number(None if value is None else round(value, 1), language)

    shown = [row for row in rows if with_group or row.contact is not None or row.importance]
    cells = tuple(
        (
            called(row.kind),
            text(row.importance),
            *((text(row.group_importance),) if with_group else ()),
            text(row.contact),
            *((text(row.group_contact), cell(row.have, people)) if with_group else ()),
        )
        for row in shown
    )
    heads = (
        say("Type of partner"),
        say("Importance ({steps}), me", steps=importance_steps()),
        *((say("Importance, the group"),) if with_group else ()),
        say("Contact ({steps}), me", steps=contact_steps()),
        *((say("Contact, the group"), say("On the map of")) if with_group else ()),
    )
    keys = tuple(row.kind for row in shown)
    notes = (
        say("The group is a mean of people who each chose their own partners. It is not a target."),
    )
    return GroupTable("beside", say("Me and the group"), heads, cells, keys, notes=notes)
