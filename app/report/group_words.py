"""What all tables of a group are made of: a table as data, and what its rows are called."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.analysis.group.figures import IMPORTANT
from app.analysis.group.literature import PublishedFigure
from app.analysis.group.minimum_cell import MOST_CONTACT, MOST_IMPORTANT
from app.models.coded_map import OWN_WORDS
from app.models.network import Partner, rules_of
from app.models.vocabulary import vocabulary
from app.words import current_language, filled, say
from app.words.group import NOTHING, number, steps


@dataclass(frozen=True, slots=True)
class GroupTable:
    """One table, and what was published beside it."""

    id: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    keys: tuple[str, ...] = ()
    """The id of the kind or setting of each row; none where the rows are something else."""
    beside: tuple[PublishedFigure, ...] = ()
    notes: tuple[str, ...] = ()
    """What has to be known to read it."""


def without_dashes(table: GroupTable) -> GroupTable | None:
    """Return a table without the columns that say nothing of anything; None where all do."""
    told = [
        at for at in range(1, len(table.heads)) if any(row[at] != NOTHING for row in table.rows)
    ]
    if not told:
        return None
    heads, *rows = (tuple(row[at] for at in (0, *told)) for row in (table.heads, *table.rows))
    return replace(table, heads=heads, rows=tuple(rows))


def called(id_: str) -> str:
    """Return the name of a kind or a setting in a table."""
    if id_ == OWN_WORDS:
        return say("in their own words")
    words, language = vocabulary(), current_language()
    if id_ in words.settings:
        return words.settings[id_].short(language)
    return words.kind_label(id_, language)


def contact_steps() -> str:
    """Return from which answer on contact is counted, and the last."""
    return steps(1, MOST_CONTACT)


def importance_steps() -> str:
    """Return the first and the last answer about importance."""
    return steps(rules_of(Partner)["importance"].least, MOST_IMPORTANT)


def important_steps() -> str:
    """Return which answers make somebody important to a group."""
    return steps(IMPORTANT, MOST_IMPORTANT)


def picture_names() -> dict[str, str]:
    """Return the names of the pictures of a group, by id."""
    return {
        "ecology": say("Our network"),
        "plane": say("Chart"),
        "clusters": say("Who knows whom"),
        "numbers": say("How many partners"),
    }


def how_to_read(id_: str) -> str:
    """Return one sentence on how to read a picture of a group."""
    return {
        "ecology": say(
            "Closer to the centre: more important. The tail starts where contact would put it. "
            "Larger: on more maps."
        ),
        "plane": say("To the right: more contact. Higher: more important. Larger: on more maps."),
        "clusters": say(
            "Larger: more partners. Stronger colour: more of them know each other. A line: "
            "between areas. The dotted ring: how much we differ."
        ),
        "numbers": say(
            "The bar: half of us. The dot: our mean. The thin lines: what was published, about "
            "other people asked in another way."
        ),
    }[id_]


def spread_names() -> dict[str, str]:
    """Return the names of the three counts of partners, by key."""
    return {
        "contacts": say("All partners"),
        "outside_school": say("Outside the school"),
        "outside_school_without_family": say("Outside the school, without pupil and family"),
    }


def spread_said(id_: str, shown: Mapping[str, Any]) -> str:
    """Return one of these counts as a sentence."""
    if id_ not in spread_names():
        return ""
    one, language = shown[id_], current_language()
    mean, q1, q3 = (number(one[at], language) for at in ("mean", "q1", "q3"))
    text = (
        say("{what}: {mean} on average, {q1} for half of us or more.")
        if q1 == q3
        else say("{what}: {mean} on average, half of us between {q1} and {q3}.")
    )
    return filled(text, what=spread_names()[id_], mean=mean, q1=q1, q3=q3)
